"""Times counted from the anchor: `未来五年`, `近三个月`, `三年内`, `一年半以前`, and parts counted within a time.

Part of the dates extractor.
"""

from __future__ import annotations

import datetime
import re
from typing import TYPE_CHECKING

from attrs import evolve, frozen

from ..calendars import bounds
from ..digits import small_number
from ..moments import Context, Counted, Fixed, Moment, Stretch, add_months

if TYPE_CHECKING:
    from collections.abc import Callable

    from ..moments import Time

__all__ = ["Within", "counted", "first_months", "nth", "offset"]

COUNTED = re.compile(
    r"(?P<head>未来|今后|接下来|往后|过去|最近|近|往前|向前|之前|此前|前|上|下|后)?(?:的|这)?"
    r"(?P<number>[0-9]+|[一二两三四五六七八九十廿俩仨百]+|半)?(?P<some>[几多余])?(?P<half>半)?"
    r"(?:[-—–~～至到](?P<more>[0-9]+|[一二两三四五六七八九十]+))?"
    r"(?P<unit>年|个?[半多]?月|个?季度|天|日|周|个?星期)(?P<late_half>半)?(?P<late_some>多)?"
    r"(?P<tail>时间|之内|以内|内|以来|来|里|间|之前|以前|前|之后|以后|后)?"
)
AHEAD = frozenset({"未来", "今后", "接下来", "往后"})
TRAILING = frozenset({"过去", "最近", "近"})
SESSIONS = 3
"""The month of the sessions (两会): a report given by then means whole years by 过去五年."""


def counted(text: str) -> Time | None:
    """The time that a counted phrase means; None where the phrase counts nothing definite.

    Years ahead and behind are calendar years, this one the first of `未来五年`; 内, 近 and 来 count from the day.

    >>> from govtext.moments import Context
    >>> then = Context(datetime.date(2024, 5, 6))
    >>> [counted(text).resolve(then) for text in ("未来五年", "近三个月", "三年内", "两年前", "前两个月")]
    ['2024/2028', '2024-02-06/2024-05-06', '2024-05-06/2027-05-05', '2022', '2024-03/2024-04']
    """
    match = COUNTED.fullmatch(text)
    if match is None or (match["number"] is None and match["half"] is None):
        return None
    number, half = _number_and_half(match)
    if number is None:
        return None
    unit = match["unit"][-1] if match["unit"] not in ("星期", "个星期") else "周"
    unit = {"度": "季", "日": "天", "期": "周"}.get(unit, unit)
    some = bool(match["some"] or match["late_some"] or "多" in match["unit"])
    head, tail = match["head"] or "", match["tail"] or ""
    if head in AHEAD or head in ("下", "后"):
        return _ahead(small_number(match["more"]) or number if match["more"] else number, half, unit, head, tail)
    if head:
        return _behind(number, unit, head)
    if tail in ("内", "之内", "以内"):
        return Counted(lambda day: f"{day}/{_end_of(day, number, half, unit)}")
    if tail in ("来", "以来"):
        return Counted(lambda day: _since(day, number, half, unit, some=some))
    if tail.endswith(("前", "后")):
        return _away(number, half, unit, tail, around=match["some"] == "几")
    return None


def _number_and_half(match: re.Match[str]) -> tuple[int | None, bool]:
    """`三` of 三年, 3 and a half of 三年半, a half of 半年, two and a half of 两个半月."""
    half = bool(match["half"] or match["late_half"] or "半" in match["unit"])
    if match["number"] == "半" or match["number"] is None:
        return 0, True
    return small_number(match["number"]), half


def _shift(day: datetime.date, number: int, half: bool, unit: str) -> datetime.date:
    """The day some units on, or back where `number` is below 0."""
    sign = -1 if number < 0 else 1
    if unit == "年":
        return add_months(day, number * 12 + (6 * sign if half else 0))
    if unit == "季":
        return add_months(day, number * 3)
    if unit == "月":
        return add_months(day, number) + datetime.timedelta(days=15 * sign if half else 0)
    return day + datetime.timedelta(days=number * (7 if unit == "周" else 1))


def _back(day: datetime.date, number: int, half: bool, unit: str) -> datetime.date:
    if number == 0:  # 半年, 半月
        return add_months(day, -6) if unit == "年" else day - datetime.timedelta(days=15)
    return _shift(day, -number, half, unit)


def _end_of(day: datetime.date, number: int, half: bool, unit: str) -> datetime.date:
    """The last day of so much time from a day on; half a year goes to the end of the month."""
    end = _shift(day, number, half, unit)
    if unit == "年" and half:
        return add_months(end.replace(day=1), 1) - datetime.timedelta(days=1)
    return end if unit in ("天", "周") or half else end - datetime.timedelta(days=1)


def _ahead(number: int, half: bool, unit: str, head: str, tail: str) -> Time | None:
    if unit == "年" and not half and not tail.endswith("内"):
        return Counted(lambda day: f"{day.year:04}/{day.year + number - 1:04}" if number > 1 else f"{day.year:04}")
    if head in ("下", "后") and unit == "月":  # the next whole months
        return Counted(lambda day: _months(add_months(day.replace(day=1), 1), number))
    return Counted(lambda day: f"{day}/{_end_of(day, number, half, unit)}")


def _behind(number: int, unit: str, head: str) -> Time | None:
    if head in TRAILING:
        if unit == "年" and head == "过去":
            return Counted(lambda day: _past_years(day, number))
        return Counted(lambda day: f"{_shift(day, -number, half=False, unit=unit)}/{day}")
    if unit == "年":
        return Counted(lambda day: f"{day.year - number:04}/{day.year - 1:04}" if number > 1 else f"{day.year - 1:04}")
    if unit == "月":
        return Counted(lambda day: _months(add_months(day.replace(day=1), -number), number))
    if unit == "季":
        return Fixed(None)
    one = datetime.timedelta(days=1)
    return Counted(lambda day: f"{_shift(day, -number, half=False, unit=unit)}/{day - one}")


def _past_years(day: datetime.date, number: int) -> str:
    if day.month <= SESSIONS:
        return f"{day.year - number:04}/{day.year - 1:04}" if number > 1 else f"{day.year - 1:04}"
    return f"{add_months(day, -12 * number)}/{day}"


def _months(first: datetime.date, number: int) -> str:
    last = add_months(first, number - 1)
    return f"{first:%Y-%m}/{last:%Y-%m}" if number > 1 else f"{first:%Y-%m}"


def _since(day: datetime.date, number: int, half: bool, unit: str, *, some: bool) -> str:
    """From so long ago to the anchor; 三年多 begins with its year, 三年半 and 三个多月 with their month."""
    start = _back(day, number, half, unit)
    if unit == "天" and half:
        start -= datetime.timedelta(days=1)
    elif unit == "年" and some:
        start = start.replace(month=1, day=1)
    elif (unit == "年" and half) or (unit == "月" and some):
        start = start.replace(day=1)
    return f"{start}/{day}"


def _away(number: int, half: bool, unit: str, tail: str, *, around: bool) -> Time:
    """三年前 the year, 两个月后 the month, 三天后 the day; with 以前 and 以后, all before and after."""

    def value(day: datetime.date) -> str:
        there = _back(day, number, half, unit) if tail.endswith("前") else _onward(day, number, half, unit)
        if unit == "年" and not half:
            if around:
                return f"{there.year - 10:04}/{there.year:04}"
            point = f"{there.year:04}"
        elif (unit == "月" and not half) or unit == "季" or unit == "年":
            point = f"{there:%Y-%m}"
        else:
            point = f"{there}"
        if tail == "以前":
            return f"../{bounds(point)[1]}"
        return f"{bounds(point)[0]}/.." if tail in ("以后", "之后") else point

    return Counted(value)


def _onward(day: datetime.date, number: int, half: bool, unit: str) -> datetime.date:
    if number == 0:
        return add_months(day, 6) if unit == "年" else day + datetime.timedelta(days=15)
    return _shift(day, number, half, unit)


OFFSET = re.compile(r"的?(?P<number>[0-9]+|[一二两三四五六七八九十百]+)(?P<unit>天|个月|年|周)[之以]?(?P<side>[前后])")
OFFSET_BY_DAY = re.compile(r"(?P<side>[前后])的?第(?P<number>[0-9]+|[一二两三四五六七八九十百]+)天")
FOLLOWING = re.compile(r"的?(?:之后|往后|向后)(?P<number>[0-9]+|[一二两三四五六七八九十]+)天")


def offset(base: Time, text: str) -> Time:
    """A time counted from another: `2月13号的31天前`, `明天的之后三天`."""
    match = OFFSET.fullmatch(text) or OFFSET_BY_DAY.fullmatch(text)
    following = FOLLOWING.fullmatch(text)
    number = small_number((match or following or {"number": ""})["number"]) or 0

    def value(context: Context) -> str | None:
        first, _ = bounds(base.resolve(context))
        if first is None:
            return None
        if match is None:
            return f"{first}/{first + datetime.timedelta(days=number - 1)}"
        unit = match.groupdict().get("unit") or "天"
        return f"{_shift(first, number if match['side'] == '后' else -number, half=False, unit=unit[-1])}"

    return Within(base, value)


@frozen(slots=True)
class Within:
    """A time that is worked out from another one.

    Attributes:
        base: the other one.
        value: gives EDTF for a context, or None.
    """

    base: Time
    value: Callable[[Context], str | None]

    @property
    def edtf(self) -> str | None:
        """The value, where the words alone fix it."""
        return self.resolve(Context()) if (self.base.edtf or "X")[:4].isdigit() else None

    def resolve(self, context: Context) -> str | None:
        """The value for the anchor; None where it cannot be known."""
        try:
            return self.value(context)
        except (ValueError, OverflowError):
            return None


NTH = re.compile(r"(?P<which>倒数第|第|最后|前|后|头|首)(?P<number>[0-9]+|[一二两三四五六七八九十百仨]+)?(?P<unit>天|个?月|个?季度)")


def nth(base: Time, text: str) -> Time | None:
    """Days or months counted within a time: `5月最后一天`, `本月第二天`, `2022年前十一个月`."""
    match = NTH.fullmatch(text)
    number = 1 if match is None or match["number"] is None else small_number(match["number"])
    if match is None or not number:
        return None
    which, unit = match["which"], match["unit"][-1]
    if unit == "月" and which in ("前", "头") and isinstance(base, Moment) and base.month is None:
        return Stretch(evolve(base, month=1), evolve(base, month=number)) if number <= 12 else None

    def value(context: Context) -> str | None:
        low, high = bounds(base.resolve(context))
        if low is None or high is None:
            return None
        if unit == "月":
            return _nth_months(low.year, which, number)
        one = datetime.timedelta(days=1)
        if which == "第":
            return f"{low + (number - 1) * one}"
        if which == "倒数第":
            return f"{high - (number - 1) * one}"
        if which in ("最后", "后"):
            return f"{high - (number - 1) * one}/{high}" if number > 1 else f"{high}"
        return f"{low}/{low + (number - 1) * one}" if number > 1 else f"{low}"

    return Within(base, value)


def _nth_months(year: int, which: str, number: int) -> str | None:
    if number > 12:
        return None
    if which in ("第", "首"):
        return f"{year:04}-{number:02}"
    first = datetime.date(year, 1 if which in ("前", "头") else 13 - number, 1)
    return _months(first, number)


FEW = 3
"""Up to so many months, 前两个月 early in the year means those just past; 前11个月 in January means last year's."""


def first_months(text: str) -> Time | None:
    """前10个月: the first of the year, if so many have passed."""
    match = NTH.fullmatch(text)
    number = None if match is None or match["number"] is None else small_number(match["number"])
    if not number or number > 12:
        return None

    def value(day: datetime.date) -> str:
        if number < day.month or (number == day.month and number > FEW):
            return _months(day.replace(month=1, day=1), number)
        if number > FEW:
            return _months(datetime.date(day.year - 1, 1, 1), number)
        return _months(add_months(day.replace(day=1), -number), number)

    return Counted(value, f"XXXX-01/XXXX-{number:02}" if number > 1 else "XXXX-01")
