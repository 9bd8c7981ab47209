"""Numerals: every way in which this prose writes a number, as exact decimals.

Arabic and full-width digits (１２．５), grouped digits (12,500), Chinese numerals (三百二十), formal ones (叁佰贰拾),
mixtures (1.2万), shorthand (百二, 三万五), approximations (三五个, 十五六, 数十亿, 30余), fractions (三分之二, 三成),
ranges (3到5, 10~15), multiples (翻一番) and hidden digits (**, *.*, xx.x). Amounts are `Decimal` throughout.
"""

from __future__ import annotations

import re
from decimal import Decimal
from functools import cache
from typing import TYPE_CHECKING, Literal

from attrs import evolve, frozen

from .patterns import lazy
from .units import units

if TYPE_CHECKING:
    from collections.abc import Iterator

__all__ = ["Form", "Numeral", "Token", "find", "scan"]

Bound = Literal["=", ">=", ">", "<=", "<", "~"]
Form = Literal["plain", "bare", "percent", "fraction", "doubling", "digits", "redacted"]
"""How a numeral is written: `bare` is a scale without a digit (百, 千万), `digits` counts digits (两位数)."""


@frozen(slots=True)
class Numeral:
    """A numeral in a text, without its unit.

    Attributes:
        start: first character.
        end: one past the last.
        amount: the number; the lower one of a range; None if hidden. A fraction is its value: 三成 is 0.3.
        amount_max: the upper end of a range, or None.
        comparator: `>` for 30余 and 数十, `>=` for 两位数, `<` for 个位数, else `=`.
        redacted: whether digits are hidden.
    """

    start: int
    end: int
    amount: Decimal | None
    amount_max: Decimal | None = None
    comparator: Bound = "="
    redacted: bool = False


@frozen(slots=True)
class Token:
    """A numeral as scanned, with what the reader of quantities needs beside its value.

    Attributes:
        start: first character.
        end: one past the last.
        low: the amount, in `unit` where the numeral brings one along.
        high: the upper end of a range, or None.
        comparator: as in `Numeral`.
        form: how it is written.
        unit: the unit that the numeral itself names: `%` for 百分之五 and 三成, `‰` for 千分之五; else None.
        arabic: whether it holds Arabic digits.
        scale: the 万, 亿, 千 … behind its last digit, as a factor; a range shares it with its lower end.
    """

    start: int
    end: int
    low: Decimal | None
    high: Decimal | None = None
    comparator: Bound = "="
    form: Form = "plain"
    unit: str | None = None
    arabic: bool = False
    scale: Decimal = Decimal(1)


LONGEST = 27
"""Characters of the longest run that is read as one number: what `Decimal` holds exactly in its default precision."""

DIGITS = dict(zip("〇零○一二三四五六七八九", (0, 0, 0, *range(1, 10)), strict=True)) | dict(
    zip("壹贰貳叁參肆伍陆陸柒捌玖两兩", (1, 2, 2, 3, 3, 4, 5, 6, 6, 7, 8, 9, 2, 2), strict=True)
)
SCALES = {
    "十": 10, "拾": 10, "百": 100, "佰": 100, "千": 1000, "仟": 1000, "万": 10**4, "萬": 10**4, "亿": 10**8, "億": 10**8,
}  # fmt: skip
ADVERBS = frozenset({"万一"})
"""Runs that are words: 万一出错."""
WORDS = frozenset("伍陆陸肆拾參仟佰")
"""Formal digits that alone are parts of words: 队伍, 大陆, 收拾, 參加."""

SHARES = {"百": "%", "千": "‰"}
"""What 百分之 and 千分之 count in."""

TIMES = {"一": 1, "二": 2, "两": 2, "三": 3, "四": 4}
PLACES = {"个": 1, "一": 1, "两": 2, "二": 2, "双": 2, "三": 3, "四": 4}

CHINESE = "".join(DIGITS) + "".join(SCALES)
ARABIC = (
    r"[0-9０-９]{1,3}(?:[,，][0-9０-９]{3})+(?![0-9０-９])(?:[.．][0-9０-９]+)?"  # 12,500.5
    r"|[0-9０-９]+(?:[.．][0-9０-９]+|·[0-9０-９]+(?=[%％万亿]|个百分点))?"  # 12.5, １２．５, 19·5%
    r"|(?<![0-9０-９.．])[.．][0-9０-９]+"  # .77
)
CHARACTER = rf"[{CHINESE.replace('百', '').replace('千', '')}]|百(?!分[之点])|千(?![瓦克米伏卡焦]|分[之点])|[百千](?=分之)"
"""A digit or a scale; 千 of 千瓦 and 百 of 百分点 are none."""
RUN = rf"(?:{ARABIC}|(?:{CHARACTER})|[点點](?=[0-9０-９〇零一二三四五六七八九]))+"
RANGE = lazy(r"(?:[（(]含[)）])?[ \u3000]?(?:[到至]|[-－—–~～]{1,2})[ \u3000]?")
"""What joins the ends of a range: 3到5, 10~15, 1万(含)-5万."""

HALF_WIDTH = {code: code - 0xFEE0 for code in range(0xFF10, 0xFF1A)} | {0xFF0E: 0x2E, 0xB7: 0x2E, 0xFF0C: None, 0x2C: None}
"""Full-width digits and point to ASCII; grouping commas go."""


@cache
def _pattern() -> re.Pattern[str]:
    """Candidates: what may be a numeral, to be read and judged by `scan`."""
    return re.compile(
        rf"""
        (?=[0-9０-９.．*＊xX×翻\-－−负数几{CHINESE}]|[个双]位数)
        (?: (?P<hidden>
              [0-9.]{{0,6}}[*＊]+(?:[.．][*＊]+)?[0-9]{{0,6}}                  # **个, *.*%, 1*个
            | (?<![A-Za-z0-9])[xX×]{{1,4}}(?:[.．][xX×]{{1,3}})?(?![A-Za-z])  # xx.x亿元
            )(?P<hidden_scale>[十百千]?[万亿]*)
        | 翻(?:[了上])?(?P<times>[一二两三四])番                    # 翻一番
        | (?P<half>一半)                                            # 超过一半
        | (?P<places>[个一两二双三四])位数                         # 两位数增长
        | (?P<sign>(?:(?<![^\s(（：:，,、。为是至到长降达率幅入额值量])[-－−][ ]?|负(?=[0-9一二三四五六七八九十])))?  # 增长-3.5%
          (?P<vague>[数几](?=[十百千万亿]))?                       # 数十亿
          (?P<run>{RUN})
          (?: 分之(?P<numerator>{RUN})                          # 百分之五, 三分之二
            | (?<![0-9/／][0-9])(?<![/／.．][0-9])(?<=[1-9])[/／](?P<denominator>[2-9]|10)(?![0-9/／.．年月日]|决赛)  # 1/3
            | (?P<more>[多余馀来來几])(?P<more_scale>[十百千]?[万萬]?[亿億]?)  # 30余, 10多万
            | [ \u3000](?P<spaced>[十百千]?[万萬亿億]{{1,2}})        # 177.1 亿元
            | 个亿(?!元)                                        # 两个亿
            | k(?=元)                                          # 10~15k元
            | 成(?P<fives>[一二三四五六七八九](?![年月日个]))?(?![为功立果长本员熟套绩交都品就型片行效分色名份因全群人])  # 三成, 六成五
          )?
        )
        """,
        re.VERBOSE,
    )


# --- one run of digits and scales ---


PARTS = lazy(r"[0-9][0-9.]*|\.[0-9]+|.")
"""A run cut into Arabic numbers, single Chinese characters and points."""
DECIMALS = lazy(r"[0-9〇零一二三四五六七八九]+")
APPROXIMATE = lazy(r"(.*[十百千万亿])?([一二两三四五六七八])([三四五六七八九两])([十百千万亿]*)")
SINGLE = {char: Decimal(digit) for char, digit in DIGITS.items()} | {str(i): Decimal(i) for i in range(10)}
"""The values of runs of one character."""


def _decimal_point(run: str) -> str:
    """Chinese decimals in digits: 三点五万 becomes 3.5万; a run without a point comes back as it is."""
    head, point, tail = run.replace("點", "点").partition("点")
    if not point:
        return run
    whole = _whole(head)
    digits = DECIMALS.match(tail)
    if whole is None or digits is None or "点" in tail:
        return ""
    fraction = "".join(c if c.isascii() else str(DIGITS[c]) for c in digits[0])
    return f"{whole:f}.{fraction}{tail[digits.end() :]}"


def _whole(run: str) -> Decimal | None:
    """The value of a run without a decimal point in Chinese; None where it is no number (万千, 百千万).

    Sections of 千百十 are gathered below 万 and 亿: 一亿二千三百万 is 1 亿 and 2300 万.
    """
    if len(run) > 2 and all(char in DIGITS for char in run):  # 二〇二一, one digit after another
        return Decimal("".join(str(DIGITS[char]) for char in run))
    total = upper = section = Decimal(0)  # 亿, 万, below
    number: Decimal | None = None
    last = 0  # the scale before, for 三万五
    zero = False
    for part in PARTS.findall(run):
        if part in SCALES:
            scale = SCALES[part]
            if number is None and last and not (section if scale == 10**4 else section or upper if scale > 10**4 else zero):
                return None  # 万千, 百千万; but 千万, 万亿 and 一千零十
            if number is not None and scale >= 10**4 and last in (100, 1000) and not zero and run[0] in CHINESE:
                number *= last // 10  # 百二万
            if scale == 10**8:
                total += (upper + section + (number or 0) or 1) * scale
                upper = section = Decimal(0)
            elif scale == 10**4:
                upper += (section + (number or 0) or 1) * scale
                section = Decimal(0)
            elif last and scale >= last and last < 10**4:
                return None
            else:
                section += (Decimal(1) if number is None else number) * scale
            number, last, zero = None, scale, False
        elif part in DIGITS:
            if number is not None:
                return None
            if DIGITS[part]:
                number = Decimal(DIGITS[part])
            else:
                zero = True
        elif number is not None:
            return None
        else:
            number = Decimal(part)
    if number is not None:
        shorthand = last >= 100 and not zero and run[-1] in DIGITS and len(run) > 1
        section += number * last / 10 if shorthand else number
    return total + upper + section


def _approximate(run: str) -> tuple[Decimal, Decimal] | None:
    """The two ends of 三五, 十五六, 七八十万, 八九亿; None for any other run."""
    match = APPROXIMATE.fullmatch(run)
    if not match or not (0 < DIGITS[match[3]] - DIGITS[match[2]] <= 2):
        return None
    if DIGITS[match[3]] - DIGITS[match[2]] == 2 and match[2] != "三":
        return None
    head, tail = match[1] or "", match[4]
    low, high = _whole(head + match[2] + tail), _whole(head + match[3] + tail)
    return None if low is None or high is None else (low, high)


def _scale_behind(run: str) -> Decimal:
    """The scales that close a run, multiplied: 10,000 of 3万, 1,000,000,000,000 of 5万亿."""
    factor = Decimal(1)
    for char in reversed(run):
        if char not in SCALES:
            break
        factor *= SCALES[char]
    return factor


def _tidy(value: Decimal) -> Decimal:
    """Without the zeros that a scale leaves behind a point: 5.67万亿 is 5670000000000, not 5670000000000.00."""
    return value.quantize(Decimal(1)) if value == value.to_integral_value() else value.normalize()


def _read(run: str) -> tuple[Decimal, Decimal | None] | None:
    """The amount of a run, or both ends of an approximation."""
    plain = _decimal_point(run.translate(HALF_WIDTH))
    if not plain or len(plain) > LONGEST or plain in ADVERBS:
        return None
    if both := _approximate(plain):
        return both
    value = _whole(plain)
    return None if value is None else (_tidy(value) if plain[-1] in SCALES else value, None)


# --- the text ---


def _hidden(match: re.Match[str]) -> Token:
    return Token(match.start(), match.end(), None, form="redacted")


def _doubling(match: re.Match[str]) -> Token:
    """翻一番 adds 100 %, 翻两番 300 %."""
    percent = Decimal(100 * (2 ** TIMES[match["times"]] - 1))
    return Token(match.start(), match.end(), percent, form="doubling", unit="%")


def _places(match: re.Match[str]) -> Token:
    """两位数 is 10 or more, 个位数 less than 10."""
    places = PLACES[match["places"]]
    low = Decimal(10) ** max(places - 1, 1)
    return Token(match.start(), match.end(), low, comparator=">=" if places > 1 else "<", form="digits")


def _share(match: re.Match[str], start: int) -> Token | None:
    """百分之五 and 千分之五 in % and ‰, other fractions by their value."""
    numerator = _read(match["numerator"])
    below = match["run"]
    if numerator is None:
        return None
    if below in SHARES:
        return Token(start, match.end(), *numerator, form="percent", unit=SHARES[below])
    base = _read(below)
    if base is None or not base[0]:
        return None
    return Token(start, match.end(), numerator[0] / base[0], form="fraction")


def _slashed(match: re.Match[str], start: int) -> Token | None:
    """1/3 is a third; 5/3 is a day."""
    low, base = Decimal(match["run"].translate(HALF_WIDTH)), Decimal(match["denominator"])
    return Token(start, match.end(), low / base, form="fraction", arabic=True) if low < base else None


def _tenths(match: re.Match[str], start: int) -> Token | None:
    """三成 is 30 %, 六成五 65 %."""
    value = _read(match["run"])
    if value is None or not 0 < value[0] <= 10:
        return None
    fives = DIGITS[match["fives"]] if match["fives"] else 0
    low, high = value[0] * 10 + fives, None if value[1] is None else value[1] * 10
    return Token(start, match.end(), low, high, form="percent", unit="%", arabic=match["run"].isascii())


def _plain(match: re.Match[str]) -> Token | None:
    """A run with nothing around it: the short way for 一 and 12.5."""
    run = match["run"]
    start, end = match.span()
    if end - start == 1 and run in SINGLE and run not in WORDS:
        return Token(start, end, SINGLE[run], arabic=run.isascii())
    if run.isascii() and end - start == len(run) <= LONGEST and "," not in run:
        return Token(start, end, Decimal(run), arabic=True)
    return _number(match)


def _number(match: re.Match[str]) -> Token | None:
    """A run of digits and scales, with what stands around it."""
    run, start = match["run"], match.start()
    while run and run[0] in WORDS and not (len(run) > 1 and run[1] in SCALES):  # 队伍一百
        run, start = run[1:], match.start("run") + 1
    if not run:
        return None
    end = match.start("run") + len(match["run"])
    if match["numerator"] is not None:
        return _share(match, start)
    if match["denominator"] is not None:
        return _slashed(match, start)
    rest = match[0][end - match.start() :]
    if rest.startswith("成"):
        return _tenths(match, start)
    value = _read(run)
    if value is None:
        return None
    low, high = value
    arabic = run[0].isascii() or "０" <= run[0] <= "９" or run[0] == "．"
    factor, comparator, form = Decimal(1), "=", "plain"
    if match["more"] is not None:
        if not _round(run) and match["more"] != "几":  # 35余, but 5来 is no amount
            if match["more"] in "来來":
                return Token(start, end, low, high, arabic=arabic, scale=_scale_behind(run))
        factor, comparator, end = _scale_behind(match["more_scale"] or ""), ">", match.end()
        run += match["more_scale"] or ""
    elif rest:
        scale = match["spaced"] or ("亿" if "亿" in rest else "千")
        factor, end = _scale_behind(scale), match.end()
        run += scale
    elif all(char in SCALES for char in run) and run != "十":
        form = "bare"
    if match["vague"]:
        comparator, form = ">", "plain"
    if match["sign"]:
        factor = -factor
    return Token(
        start, end, _tidy(low * factor) if factor > 1 else low * factor, None if high is None else high * factor,
        comparator, form, arabic=arabic, scale=_scale_behind(run),  # type: ignore[arg-type]
    )  # fmt: skip


def _round(run: str) -> bool:
    """Whether 余 and 多 may follow within the numeral: 30余, 100多, 三十多; not 35多."""
    return run[-1] in SCALES or run[-1] in "0０"


def scan(text: str, start: int = 0, end: int | None = None) -> Iterator[Token]:
    """Every numeral of `text[start:end]`, ranges joined, with its form; the basis of `find` and of the targets.

    >>> [(t.low, t.high, t.unit) for t in scan("由8%提高到一成，10至15个")]
    [(Decimal('8'), None, None), (Decimal('10'), None, '%'), (Decimal('10'), Decimal('15'), None)]
    """
    held: Token | None = None
    token: Token | None
    for match in _pattern().finditer(text, start, len(text) if end is None else end):
        if match.lastgroup == "run":
            token = _plain(match)
        elif match["hidden"]:
            token = _hidden(match)
        elif match["times"]:
            token = _doubling(match)
        elif match["half"]:
            token = Token(match.start(), match.end(), Decimal("0.5"), form="fraction")
        elif match["places"]:
            token = _places(match)
        else:
            token = _number(match)
        if token is None:
            continue
        if held is None:
            held = token
            continue
        joined = _range(held, token, text)
        if joined is None:
            yield held
        held = joined or token
    if held is not None:
        yield held


def _range(low: Token, high: Token, text: str) -> Token | None:
    """Two numerals as the ends of one range, where a dash or 到 joins them and the upper end is the larger."""
    if high.start - low.end > 8 or low.form not in ("plain", "redacted") or high.form not in ("plain", "redacted"):
        return None
    if low.high is not None or high.high is not None or not RANGE.fullmatch(text, low.end, high.start):
        return None
    if low.low is None or high.low is None:
        return Token(low.start, high.end, None, form="redacted") if low.low is high.low else None
    if low.arabic and text[low.start] == "0" and text[low.start + 1 : low.start + 2].isdigit():  # 0512-53660867
        return None
    first = low.low * _shared(low, high)
    first = first if first < high.low else low.low
    if not first < high.low:
        return None
    return evolve(low, end=high.end, low=first, high=high.low, scale=high.scale, comparator=high.comparator)


def _shared(low: Token, high: Token) -> Decimal:
    """The scale that the lower end takes from the upper: 百 and 万 for a bare digit, else 万 and 亿.

    七到九千亿 begins at 七千亿, 一百二十到一百五十万 at 一百二十万, 8500到3万 at 8500.
    """
    if low.scale >= 10**4 or low.low is None:
        return Decimal(1)
    if low.low < 10 or high.scale == 1000:  # 10~15k
        return high.scale
    return Decimal(next((size for size in (10**12, 10**8, 10**4) if high.scale >= size), 1))


def find(text: str) -> Iterator[Numeral]:
    """Every numeral of a text, left to right, without units.

    A single Chinese digit counts only before a unit or a measure word (七元, 三个), a scale alone only with a sign of
    an amount around it (上百个, 百余): most of them are parts of words (统一, 万众).

    >>> [(text[n.start:n.end], n.amount, n.comparator) for text in ["投资1.2万元，近三成，30余家"] for n in find(text)]
    [('1.2万', Decimal('12000'), '='), ('三成', Decimal('0.3'), '<'), ('30余', Decimal('30'), '>')]
    """
    for token in scan(text):
        if not _counts(token, text):
            continue
        comparator = token.comparator
        if comparator == "=" and (bound := BEFORE.search(text, max(0, token.start - 4), token.start)):
            comparator = NEAR[bound[0]]
        share = {"%": Decimal(100), "‰": Decimal(1000)}.get(token.unit or "", Decimal(1))
        low, high = (None if v is None else v / share for v in (token.low, token.high))
        yield Numeral(token.start, token.end, low, high, comparator, token.form == "redacted")


NEAR: dict[str, Bound] = {
    "近": "<", "将近": "<", "接近": "<", "不到": "<", "不足": "<", "超": ">", "超过": ">", "逾": ">", "突破": ">", "上": ">=",
    "约": "~", "大约": "~", "不少于": ">=", "不低于": ">=", "至少": ">=", "不超过": "<=",
}  # fmt: skip
"""Bounds that stand right before a numeral."""
BEFORE = lazy(f"(?:{'|'.join(sorted(NEAR, key=len, reverse=True))})\\Z")


def _counts(token: Token, text: str) -> bool:
    """Whether a token is an amount by its looks, without a reading of what is around it."""
    following = text[token.end : token.end + 1]
    if token.form == "redacted":
        return bool(following) and (following in "%％万亿" or units().match(text, token.end) is not None)
    if token.form == "bare":
        if token.end - token.start > 1 or not following.strip() and token.start == 0:
            return True
        return following == "元" or bool(BEFORE.search(text, max(0, token.start - 4), token.start))
    if token.end - token.start == 1 and not token.arabic and token.form == "plain" and text[token.start] != "十":
        return text[token.start] not in "〇零○" and units().match(text, token.end) is not None
    return True
