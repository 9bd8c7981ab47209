"""The value of one run of digits and scales: 三百二十, 1.2万, 叁佰贰拾, 百二, 三万五, 十五六."""

from __future__ import annotations

from decimal import Context, Decimal, localcontext
from functools import lru_cache
from typing import Literal, NamedTuple

from attrs import define

from .patterns import lazy

__all__ = ["DIGITS", "SCALES", "SINGLE", "Reading", "read_run", "reading", "scale_behind", "scaled", "tidy"]

LONGEST = 27
"""Characters of the longest run that is read as one number: what `Decimal` holds exactly in its default precision."""

DIGITS = dict(zip("〇零○一二三四五六七八九", (0, 0, 0, *range(1, 10)), strict=True)) | dict(
    zip("壹贰貳叁參肆伍陆陸柒捌玖两兩", (1, 2, 2, 3, 3, 4, 5, 6, 6, 7, 8, 9, 2, 2), strict=True)
)
"""Chinese digits: plain, formal (大写), and 两."""

SCALES = {
    "十": 10, "拾": 10, "百": 100, "佰": 100, "千": 1000, "仟": 1000, "万": 10**4, "萬": 10**4, "亿": 10**8, "億": 10**8,
}  # fmt: skip
"""What multiplies the digit before it."""

ADVERBS = frozenset({"万一"})
"""Runs that are words: 万一出错."""

SINGLE = {char: Decimal(digit) for char, digit in DIGITS.items()} | {str(i): Decimal(i) for i in range(10)}
"""The values of runs of one character."""

HALF_WIDTH = {code: code - 0xFEE0 for code in range(0xFF10, 0xFF1A)} | {
    0xFF0E: 0x2E,
    0xB7: 0x2E,
    0xFF0C: None,
    0x2C: None,
}
"""Full-width digits, point and middle dot to ASCII; grouping commas go."""

MIXED_SCALES = {
    "十": 10, "百": 100, "千": 1000, "万": 10**4, "亿": 10**8, "十万": 10**5, "百万": 10**6, "千万": 10**7,
    "十亿": 10**9, "百亿": 10**10, "千亿": 10**11, "万亿": 10**12,
}  # fmt: skip
"""The scales that mostly follow Arabic digits."""
MIXED_DECIMALS = {scale: Decimal(size) for scale, size in MIXED_SCALES.items()}
MIXED = lazy(r"([0-9]{1,12}(?:\.[0-9]{1,8})?)([十百千]?[万亿]|万亿|[十百千])")
"""12|万, 1.5|万亿: the short way."""
PARTS = lazy(r"[0-9]+(?:\.[0-9]+)?|\.[0-9]+|.")
"""A run cut into Arabic numbers and single Chinese characters."""

DECIMALS = lazy(r"[0-9〇零一二三四五六七八九]+")
APPROXIMATE = lazy(
    r"(?P<head>.*[十百千万亿])?(?P<low>[一二两三四五六七八])(?P<between>[二三四五六七八](?=[三四五六七八九]))?"
    r"(?P<high>[二三四五六七八九两])(?P<scale>[十百千万亿]*)"
)
"""三|五, 十|五|六, 七|八|十万, 三|四|五; an 一二 needs more around it: 一|二|百, 十|一|二."""


def read_run(run: str) -> tuple[Decimal, Decimal | None] | None:
    """The amount of a run, or both ends of an approximation; None where it is no number (万千, 百千万).

    >>> read_run("三百二十"), read_run("1亿2千万"), read_run("十五六")
    ((Decimal('320'), None), (Decimal('120000000'), None), (Decimal('15'), Decimal('16')))
    """
    if mixed := MIXED.fullmatch(run):
        return tidy(Decimal(mixed[1]) * MIXED_SCALES[mixed[2]]), None
    plain = _decimal_point(run.translate(HALF_WIDTH))
    if not plain or len(plain) > LONGEST or plain in ADVERBS:
        return None
    if both := _approximate(plain):
        return both
    value = _whole(plain)
    return None if value is None else (tidy(value) if plain[-1] in SCALES else value, None)


class Reading(NamedTuple):
    """What a run says by itself.

    Attributes:
        low: the amount.
        high: the upper end of an approximation, or None.
        form: `bare` for scales without a digit (百, 千万), else `plain`.
        arabic: whether it begins with an Arabic digit.
        scale: the scales that close it, multiplied.
    """

    low: Decimal
    high: Decimal | None
    form: Literal["plain", "bare"]
    arabic: bool
    scale: Decimal


SHORT = 12
"""Characters of a run that is worth remembering."""
EXACT = Context(prec=2 * LONGEST)
"""Decimal arithmetic of what is remembered: no caller's precision enters it."""


def reading(run: str) -> Reading | None:
    """What a run says, as `read_run`, with what else its reader needs; None where it is no number.

    >>> reading("千万").form, reading("二十").low
    ('bare', Decimal('20'))
    """
    return _remembered(run) if len(run) <= SHORT else _reading(run)


def _reading(run: str) -> Reading | None:
    with localcontext(EXACT):
        value = read_run(run)
    if value is None:
        return None
    bare = run != "十" and all(char in SCALES for char in run)
    return Reading(*value, "bare" if bare else "plain", run[0] in ARABIC_STARTS, scale_behind(run))


ARABIC_STARTS = frozenset("0123456789.０１２３４５６７８９．")
_remembered = lru_cache(maxsize=4096)(_reading)


def scaled(number: str, scale: str) -> tuple[Decimal, Decimal]:
    """An Arabic number times its scale, and the scale.

    >>> scaled("12.5", "万")
    (Decimal('125000'), Decimal('10000'))
    """
    factor = MIXED_DECIMALS[scale]
    return (Decimal(number) * factor if "." not in number else tidy(Decimal(number) * factor)), factor


def tidy(value: Decimal) -> Decimal:
    """Without the zeros that a scale leaves behind a point: 5.67万亿 is 5670000000000, not 5670000000000.00."""
    return value.quantize(Decimal(1)) if value == value.to_integral_value() else value.normalize()


def scale_behind(run: str) -> Decimal:
    """The scales that close a run, multiplied.

    >>> scale_behind("5万亿"), scale_behind("320")
    (Decimal('1000000000000'), Decimal('1'))
    """
    factor = Decimal(1)
    for char in reversed(run):
        if char not in SCALES:
            break
        factor *= SCALES[char]
    return factor


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


def _approximate(run: str) -> tuple[Decimal, Decimal] | None:
    """The two ends of 三五, 十五六, 七八十万, 八九亿, 三四五; None for any other run."""
    match = APPROXIMATE.fullmatch(run)
    if match is None:
        return None
    head, between, scale = match["head"] or "", match["between"], match["scale"]
    ends = match["low"], match["high"]
    step = DIGITS[ends[1]] - DIGITS[ends[0]]
    if between:
        if step != 2 or DIGITS[between] != DIGITS[ends[0]] + 1:
            return None
    elif step != 1 and ends != ("三", "五"):
        return None
    if ends == ("一", "二") and not head and not scale:
        return None  # 一二产业
    low, high = (_whole(head + digit + scale) for digit in ends)
    return None if low is None or high is None else (low, high)


@define(slots=True)
class _Reading:
    """A number while it is read from left to right: sections of 千百十 below 万, those below 亿, the rest.

    一亿二千三百万 is 1 亿 and 2300 万.
    """

    arabic: bool
    total: Decimal = Decimal(0)
    myriads: Decimal = Decimal(0)
    section: Decimal = Decimal(0)
    number: Decimal | None = None
    last: int = 0
    zero: bool = False

    def digit(self, part: str) -> bool:
        """Read a digit or an Arabic number; whether it may stand here."""
        if self.number is not None or part == ".":  # 1.4点9
            return False
        if part in DIGITS and not DIGITS[part]:
            self.zero = True
        else:
            self.number = Decimal(DIGITS.get(part, part))
        return True

    def scale(self, factor: int) -> bool:
        """Read a scale; whether it may stand here."""
        if self.number is None and self.last and not self._may_follow(factor):
            return False  # 万千, 百千万
        if (
            self.number is not None
            and factor >= 10**4
            and self.last in (100, 1000)
            and not (self.zero or self.arabic)
        ):
            self.number *= self.last // 10  # 百二万 is 120 万
        if factor >= 10**4:
            self._close_section(factor)
        elif self.last and factor >= self.last:
            return False
        else:
            self.section += (Decimal(1) if self.number is None else self.number) * factor
        self.number, self.last, self.zero = None, factor, False
        return True

    def _may_follow(self, factor: int) -> bool:
        """Whether a scale may follow a scale: 千万, 万亿, 一千零十."""
        if factor < 10**4:
            return self.zero
        return bool(self.section if factor == 10**4 else self.section or self.myriads)

    def _close_section(self, factor: int) -> None:
        below = self.section + (self.number or 0)
        if factor == 10**4:
            self.myriads += (below or 1) * factor
        else:
            self.total += (self.myriads + below or 1) * factor
            self.myriads = Decimal(0)
        self.section = Decimal(0)

    def value(self, *, shorthand: bool) -> Decimal:
        """The number; in 百二 and 三万五 the last digit counts in the scale below."""
        rest = self.number or Decimal(0)
        if shorthand and self.last >= 100 and not self.zero:
            rest = rest * self.last / 10
        return self.total + self.myriads + self.section + rest


def _whole(run: str) -> Decimal | None:
    """The value of a run without a decimal point in Chinese; None where it is no number."""
    if len(run) > 2 and all(char in DIGITS for char in run):  # 二〇二一, one digit after another
        return Decimal("".join(str(DIGITS[char]) for char in run))
    reading = _Reading(arabic=run[:1].isascii())
    for part in PARTS.findall(run):
        if not (reading.scale(SCALES[part]) if part in SCALES else reading.digit(part)):
            return None
    return reading.value(shorthand=run[-1:] in DIGITS)
