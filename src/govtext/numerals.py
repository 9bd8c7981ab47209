"""Numerals: every way in which this prose writes a number, as exact decimals.

Arabic and full-width digits (１２．５), grouped digits (12,500), Chinese numerals (三百二十), formal ones (叁佰贰拾),
mixtures (1.2万), shorthand (百二, 三万五), approximations (三五个, 十五六, 数十亿, 30余), fractions (三分之二, 三成),
ranges (3到5, 10~15), multiples (翻一番) and hidden digits (**, *.*, xx.x). Amounts are `Decimal` throughout.
"""

from __future__ import annotations

import re
from decimal import Decimal
from functools import cache
from typing import TYPE_CHECKING, Literal, NamedTuple

from attrs import frozen

from .numeral_values import DIGITS, SCALES, SINGLE, read_run, reading, scale_behind, scaled, tidy
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


class Token(NamedTuple):
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
RANGE_SIGNS = frozenset("（( \u3000到至-－—–~～")
"""What it begins with."""

LONE: dict[str, tuple[Decimal, Form, Decimal]] = {
    **{char: (SINGLE[char], "plain", Decimal(1)) for char in "〇零○一二三四五六七八九两"},
    "十": (Decimal(10), "plain", Decimal(10)),
    **{char: (Decimal(SCALES[char]), "bare", Decimal(SCALES[char])) for char in "百万亿"},
}
"""Characters that alone are a numeral or part of a word: value, form, scale."""
MORE = rf"[0-9０-９.．,，·*＊/／点點多余馀来來几成k{CHINESE}]|分[之点]|半|位数|个亿|[ \u3000][十百千万萬亿億]"
"""What makes more of a digit or a plain number before it: 12|.5, 3|分之一, 一|半, 两|个亿."""

START = lazy(
    rf"""(?x)
    [0-9０-９.．*＊xX×翻\-－−负数几个双{CHINESE}]            # one class first: `re` looks for a class fastest
    (?: (?<=[0-9])[0-9]{{0,14}}(?:\.[0-9]{{1,11}})?
        (?: (?P<number>)(?!{MORE})                          # 12.5
          | (?P<scale>[十百千]?[万亿]|万亿)(?!{MORE}) )        # 12.5万
      | (?<=[{"".join(LONE)}])(?P<lone>)(?!{MORE})
      | (?<=[0-9０-９*＊xX×{CHINESE}])
      | (?<=[.．])(?=[0-9０-９.．*＊])
      | (?<=[\-－−])(?=[ ]?[0-9０-９.．*＊点點数几{CHINESE}])
      | (?<=[负数几])(?=[0-9{CHINESE}])
      | (?<=翻)(?=[了上近一二两三四])
      | (?<=[个双])(?=位数)
    )"""
)
"""Where a numeral may begin, and the whole of one that is a number or a digit with nothing around it."""


@cache
def _pattern() -> re.Pattern[str]:
    """Candidates: what may be a numeral, to be read and judged by `scan`."""
    return re.compile(
        rf"""
        (?: (?P<hidden>
              (?:(?<=[为是至到长降率幅速])[-－−])?
              [0-9.]{{0,6}}[*＊]+(?:[.．][*＊]+)?[0-9]{{0,6}}                  # **个, *.*%, 1*个, 增速为-*.*%
            | (?<![A-Za-z0-9])[xX×]{{1,4}}(?:[.．][xX×]{{1,3}})?(?![A-Za-z])  # xx.x亿元
            )(?P<hidden_scale>[十百千]?[万亿]*)
        | 翻[了上]?(?P<near>近)?(?P<times>[一二两三四])番           # 翻一番, 翻了近一番
        | (?P<half>一半)                                            # 超过一半
        | (?P<places>[个一两二双三四])位数                         # 两位数增长
        | (?P<sign>(?: (?<![^\s(（：:，,、。为是至到长降达率幅速入额值量])[-－−][ ]?    # 增长-3.5%
                     | (?<=[为是至到长])负(?=[0-9一二三四五六七八九十]) )?)
          (?P<vague>[数几](?=[十百千万亿]))?                       # 数十亿
          (?P<run>{RUN})
          (?: 分之(?P<numerator>{RUN})                          # 百分之五, 三分之二
            | (?<![0-9/／][0-9])(?<![/／.．][0-9])(?<=[1-9])[/／](?P<denominator>[2-9]|10)(?![0-9/／.．年月日]|决赛)  # 1/3
            | (?P<more>[多余馀来來几])(?P<more_scale>[十百千]?[万萬]?[亿億]?)  # 30余, 10多万
            | [ \u3000](?P<spaced>[十百千]?[万萬亿億]{{1,2}})        # 177.1 亿元
            | 个亿(?!元)                                        # 两个亿
            | k(?=元)                                          # 10~15k元
            | (?P<tenths>成)(?P<fives>[一二三四五六七八九](?![年月日个]))?       # 三成, 六成五; not 成为, 成功
              (?![为功立果长本员熟套绩交都品就型片行效分色名份因全群人])
          )?
        )
        """,
        re.VERBOSE,
    )


# --- the text ---


def _doubling(match: re.Match[str]) -> Token:
    """翻一番 adds 100 %, 翻两番 300 %, 翻近一番 less than 100 %."""
    percent = Decimal(100 * (2 ** TIMES[match["times"]] - 1))
    near: Bound = "<" if match["near"] else "="
    return Token(match.start(), match.end(), percent, comparator=near, form="doubling", unit="%")


def _places(match: re.Match[str]) -> Token:
    """两位数 is 10 or more, 个位数 less than 10."""
    places = PLACES[match["places"]]
    low = Decimal(10) ** max(places - 1, 1)
    return Token(match.start(), match.end(), low, comparator=">=" if places > 1 else "<", form="digits")


def _share(match: re.Match[str], start: int) -> Token | None:
    """百分之五 and 千分之五 in % and ‰, other fractions by their value."""
    numerator = read_run(match["numerator"])
    below = match["run"]
    if numerator is None:
        return None
    if below in SHARES:
        return Token(start, match.end(), *numerator, form="percent", unit=SHARES[below])
    base = read_run(below)
    if base is None or not base[0]:
        return None
    return Token(start, match.end(), numerator[0] / base[0], form="fraction")


def _slashed(match: re.Match[str], start: int) -> Token | None:
    """1/3 is a third; 5/3 is a day, and 2万1/3 no number."""
    if len(match["run"]) > 1:
        return None
    low, base = Decimal(match["run"]), Decimal(match["denominator"])
    return Token(start, match.end(), low / base, form="fraction", arabic=True) if low < base else None


def _tenths(match: re.Match[str], start: int) -> Token | None:
    """三成 is 30 %, 六成五 65 %."""
    value = read_run(match["run"])
    if value is None or not 0 < value[0] <= 10:
        return None
    fives = DIGITS[match["fives"]] if match["fives"] else 0
    low, high = value[0] * 10 + fives, None if value[1] is None else value[1] * 10
    return Token(start, match.end(), low, high, form="percent", unit="%", arabic=match["run"].isascii())


def _scaled(hit: re.Match[str]) -> Token:
    """12.5万: an Arabic number and its scale."""
    start, end = hit.span()
    size = hit["scale"]
    low, scale = scaled(hit[0][: -len(size)], size)
    return Token(start, end, low, arabic=True, scale=scale)


def _number(match: re.Match[str]) -> Token | None:
    """A run of digits and scales, with what stands around it."""
    run, start = match["run"], match.start()
    first, end = match.span("run")
    while run and run[0] in WORDS and not (len(run) > 1 and run[1] in SCALES):  # 队伍一百
        run, start = run[1:], end - len(run) + 1
    if not run:
        return None
    followed = match.end() > end
    if followed and (read := FRACTIONS.get(match.lastgroup or "")) is not None:
        return read(match, start)
    value = reading(run)
    if value is None:
        return None
    token = Token(start, end, value.low, value.high, "=", value.form, None, value.arabic, value.scale)
    if followed:
        token = _with_tail(token, match, run)
    if start < first:  # 数十亿, -3.5
        vague, sign = match["vague"], match["sign"]
        token = token._replace(
            low=-token.low if sign and token.low is not None else token.low,
            form="plain" if vague or sign else token.form,
            comparator=">" if vague else token.comparator,
        )
    return token


FRACTIONS = {"numerator": _share, "denominator": _slashed, "tenths": _tenths, "fives": _tenths}
"""What makes a fraction of a run, by the group that is matched last."""


def _with_tail(token: Token, match: re.Match[str], run: str) -> Token:
    """The numeral with what follows its run: 30|余, 10|多万, 177.1| 亿, 两|个亿, 15|k."""
    end = match.end()
    if match["more"] is not None:
        if match["more"] in "来來" and not _round(run):  # 10来个, but not 5来
            return token
        tail = match["more_scale"]
        token = token._replace(comparator=">")
    else:
        tail = match["spaced"] or ("千" if match[0].endswith("k") else "亿")
    factor = scale_behind(tail)
    low, high = (
        None if v is None else tidy(v * factor) if factor > 1 else v for v in (token.low, token.high)
    )
    return token._replace(end=end, low=low, high=high, form="plain", scale=scale_behind(run + tail))


def _round(run: str) -> bool:
    """Whether 余 and 多 may follow within the numeral: 30余, 100多, 三十多; not 35多."""
    return run[-1] in SCALES or run[-1] in "0０"


def scan(text: str, start: int = 0, end: int | None = None) -> Iterator[Token]:
    """Every numeral of `text[start:end]`, ranges joined, with its form; the basis of `find` and of the targets.

    >>> [(t.low, t.high, t.unit) for t in scan("由8%提高到一成，10至15个")]
    [(Decimal('8'), None, None), (Decimal('10'), None, '%'), (Decimal('10'), Decimal('15'), None)]
    """
    held: Token | None = None
    limit = len(text) if end is None else end
    look, read = START.search, _pattern().match
    at = start
    while (hit := look(text, at, limit)) is not None:
        kind, at = hit.lastgroup, hit.end()
        if kind is None:
            match = read(text, hit.start(), limit)
            if match is None:
                continue
            at = match.end()
            token = _token(match)
            if token is None:
                continue
        elif kind == "lone":
            low, form, scale = LONE[hit[0]]
            token = Token(at - 1, at, low, form=form, scale=scale)
        elif kind == "number":
            token = Token(hit.start(), at, Decimal(hit[0]), arabic=True)
        else:
            token = _scaled(hit)
        if held is None:
            held = token
            continue
        join = _tenths_range if token.unit else _range
        joined = join(held, token, text) if token.start - held.end <= JOIN else None
        if joined is None:
            yield held
        held = joined or token
    if held is not None:
        yield held


JOIN = 8
"""Characters between the ends of a range at most."""


def _token(match: re.Match[str]) -> Token | None:
    """The numeral of a candidate, or None where it is none."""
    if match["run"]:
        return _number(match)
    if match["times"]:
        return _doubling(match)
    if match["places"]:
        return _places(match)
    if match["half"]:
        return Token(match.start(), match.end(), Decimal("0.5"), form="fraction")
    return Token(match.start(), match.end(), None, form="redacted")


def _range(low: Token, high: Token, text: str) -> Token | None:
    """Two numerals as the ends of one range, where a dash or 到 joins them and the upper end is the larger."""
    if (
        text[low.end] not in RANGE_SIGNS
        or low.form not in ("plain", "redacted")
        or high.form not in ("plain", "redacted")
    ):
        return None
    if low.high is not None or high.high is not None or not RANGE.fullmatch(text, low.end, high.start):
        return None
    if low.low is None or high.low is None:
        return Token(low.start, high.end, None, form="redacted") if low.low is high.low else None
    if (
        low.arabic and text[low.start] == "0" and text[low.start + 1 : low.start + 2].isdigit()
    ):  # 0512-53660867
        return None
    first = low.low * _shared(low, high)
    first = first if first < high.low else low.low
    if not first < high.low:
        return None
    return low._replace(end=high.end, low=first, high=high.low, scale=high.scale, comparator=high.comparator)


def _tenths_range(low: Token, high: Token, text: str) -> Token | None:
    """The ends of 三至五成, 30 % and 50 %; None for any other share (3到5% is told by its sign)."""
    if text[high.end - 1] != "成" or low.form != "plain" or low.scale != 1:
        return None
    if low.low is None or high.low is None or low.high is not None or high.high is not None:
        return None
    if not 0 < low.low * 10 < high.low or not RANGE.fullmatch(text, low.end, high.start):
        return None
    return high._replace(start=low.start, low=low.low * 10, high=high.low)


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
        if token.end - token.start > 1 or (not following.strip() and token.start == 0):
            return True
        return following == "元" or bool(BEFORE.search(text, max(0, token.start - 4), token.start))
    if (
        token.end - token.start == 1
        and not token.arabic
        and token.form == "plain"
        and text[token.start] != "十"
    ):
        return text[token.start] not in "〇零○" and units().match(text, token.end) is not None
    return True
