"""Times counted from the anchor: `未来五年`, `近三个月`, `三年内`, `一年半以前`, and parts counted within a time.

Part of the dates extractor.
"""

from __future__ import annotations

import datetime
from typing import TYPE_CHECKING, NamedTuple

from ..calendars import bounds
from ..digits import small_number
from ..moments import Context, Counted, Fixed, Moment, Stretch, add_months
from .date_patterns import compiled

if TYPE_CHECKING:
    import re
    from collections.abc import Callable

    from ..moments import Time

__all__ = ["Within", "counted", "first_months", "nth", "offset"]

HALF_YEAR = 6
"""Months of which 后 may mean the last of the year."""
ONE_DAY = datetime.timedelta(days=1)
YEAR_END = 12
"""The month in which a look back over years takes in its own, and one ahead begins with the next: 过去五年, 未来五年."""
SESSIONS = 3
"""The month of the sessions (两会): a report given by then means whole years by 过去五年."""

COUNTED = (
    r"(?P<head>未来|今后|接下来|往后|即将过去|过去|最近|近|往前|向前|之前|此前|前|上|下|后)?[的这]?"
    r"(?P<number>[0-9]+|[一二两三四五六七八九十廿俩仨百]+|半)?(?P<some>[几多余])?(?P<half>半)?"
    r"(?:[-—–~～至到](?P<more>[0-9]+|[一二两三四五六七八九十]+))?"
    r"(?P<unit>年|个?[半多]?月|个?季度|天|日|周|个?星期)(?P<late_half>半)?(?P<late_some>多)?"
    r"(?P<tail>时间|之内|以内|内|以来|来|里|间|之前|以前|前|之后|以后|后)?"
)
AHEAD = frozenset({"未来", "今后", "接下来", "往后", "下", "后"})
TRAILING = frozenset({"过去", "最近", "近"})


class Length(NamedTuple):
    """A length of time as counted: 三年半, 三个多月, 60日.

    Attributes:
        number: of whole units; 0 for 半年 and 半月.
        unit: 年, 季, 月, 周 or 天.
        half: whether half a unit comes on top.
        some: whether it is a little more (多, 余), or not quite stated (几).
    """

    number: int
    unit: str
    half: bool = False
    some: bool = False

    def after(self, day: datetime.date) -> datetime.date:
        """The day so long after another."""
        return self._moved(day, 1)

    def before(self, day: datetime.date) -> datetime.date:
        """The day so long before another."""
        return self._moved(day, -1)

    def _moved(self, day: datetime.date, sign: int) -> datetime.date:
        count = sign * self.number
        if self.unit == "年":
            return add_months(day, count * 12 + (6 * sign if self.half else 0))
        if self.unit == "季":
            return add_months(day, count * 3)
        if self.unit == "月":
            return add_months(day, count) + sign * (15 if self.half else 0) * ONE_DAY
        return day + count * (7 if self.unit == "周" else 1) * ONE_DAY

    def last_from(self, day: datetime.date) -> datetime.date:
        """The last day of so much time from a day on; half a year goes to the end of the month."""
        end = self.after(day)
        if self.unit == "年" and self.half:
            return add_months(end.replace(day=1), 1) - ONE_DAY
        return end if self.half or self.unit in ("天", "周") else end - ONE_DAY

    def since(self, day: datetime.date) -> datetime.date:
        """The day so long ago; 三年多 begins with its year, 三年半 and 三个多月 with their month."""
        start = self.before(day)
        if self.unit == "天" and self.half:
            return start - ONE_DAY
        if self.unit == "年" and self.some:
            return start.replace(month=1, day=1)
        coarse = (self.unit == "年" and self.half) or (self.unit == "月" and self.some)
        return start.replace(day=1) if coarse else start

    def point(self, there: datetime.date) -> str:
        """The time at the end of the length, as coarse as its unit: 三年前 is a year, 两个月后 a month."""
        if self.unit == "年":
            return f"{there:%Y-%m}" if self.half else f"{there.year:04}"
        coarse = self.unit == "季" or (self.unit == "月" and not self.half)  # not 两个半月
        return f"{there:%Y-%m}" if coarse else f"{there}"


def counted(text: str) -> Time | None:
    """The time that a counted phrase means; None where the phrase counts nothing definite.

    Years ahead and behind are calendar years, this one the first of `未来五年`; 内, 近 and 来 count from the day.

    >>> then = Context(datetime.date(2024, 5, 6))
    >>> [counted(text).resolve(then) for text in ("未来五年", "近三个月", "三年内", "两年前", "前两个月")]
    ['2024/2028', '2024-02-06/2024-05-06', '2024-05-06/2027-05-05', '2022', '2024-03/2024-04']
    """
    match = compiled(COUNTED).fullmatch(text)
    length = None if match is None else _length(match)
    if match is None or length is None:
        return None
    head, tail = match["head"] or "", match["tail"] or ""
    if head in AHEAD:
        return _ahead(length, head, tail, small_number(match["more"] or ""))
    if head:
        return _behind(length, head)
    more = small_number(match["more"] or "")
    longest = length._replace(number=more) if more else length
    return _from_now(longest, tail, around=match["some"] == "几")


def _from_now(length: Length, tail: str, *, around: bool) -> Time | None:
    """三年内, 五年来, 两年前."""
    if tail.endswith("内"):
        return Counted(lambda day: f"{day}/{length.last_from(day)}")
    if tail.endswith("来"):
        if length.unit == "年" and not length.half and not length.some:
            return Counted(lambda day: _past_years(day, length))
        return Counted(lambda day: f"{length.since(day)}/{day}")
    return _away(length, tail, around=around) if tail.endswith(("前", "后")) else None


def _length(match: re.Match[str]) -> Length | None:
    """`三` of 三年, three and a half of 三年半, half of 半年, two and a half of 两个半月."""
    named = match["unit"].removeprefix("个")
    unit = {"季度": "季", "日": "天", "星期": "周"}.get(named, named[-1])
    some = bool(match["some"] or match["late_some"] or "多" in named)
    if match["number"] in ("半", None):
        return Length(0, unit, half=True, some=some) if "半" in match[0] else None
    number = small_number(match["number"])
    half = bool(match["half"] or match["late_half"] or "半" in named)
    return None if number is None else Length(number, unit, half, some)


def _ahead(length: Length, head: str, tail: str, more: int | None) -> Time | None:
    """未来五年, 今后三到五年, 下三个月."""
    if head == "后" and length.number == 1:  # 后一年: counted from what was told
        return None
    longest = length._replace(number=more) if more else length
    if length.unit == "年" and not length.half and not tail.endswith("内"):
        return Counted(lambda day: _years(day.year + (day.month == YEAR_END), longest.number))
    if head in ("下", "后") and length.unit == "月":
        return Counted(lambda day: _months(_first_to_come(day, head, longest.number), longest.number))
    return Counted(lambda day: f"{day}/{longest.last_from(day)}")


def _first_to_come(day: datetime.date, head: str, number: int) -> datetime.date:
    """The first of the next whole months; 后四个月 around the end of August is from September to the end of the year."""
    following = add_months(day.replace(day=1), 1)
    last = day.replace(month=13 - number, day=1) if 1 <= number <= HALF_YEAR else following
    near = last == following or last.month == day.month
    return last if head == "后" and near else following


def _behind(length: Length, head: str) -> Time | None:
    """过去一年, 近三年, 前两个月."""
    number = length.number
    not_over = int(head == "即将过去")  # of 即将过去的一年 the page is still in the last
    if head == "前" and number == 1:  # 前一年: counted from what was told
        return None
    if head in TRAILING:
        if length.unit == "年" and head == "过去":
            return Counted(lambda day: _past_years(day, length))
        return Counted(lambda day: f"{length.before(day)}/{day}")
    if length.unit == "年":
        return Counted(lambda day: _years(day.year - number + not_over, number))
    if length.unit == "月":
        return Counted(lambda day: _months(add_months(day.replace(day=1), not_over - number), number))
    return Fixed(None)  # 前三天: of what, only the text around it tells


def _past_years(day: datetime.date, length: Length) -> str:
    """过去五年, 五年来: up to the sessions the calendar years before, in December with its own, else up to the day."""
    if day.month <= SESSIONS:
        return _years(day.year - length.number, length.number)
    if day.month == YEAR_END:
        return _years(day.year - length.number + 1, length.number)
    return f"{length.before(day)}/{day}"


def _years(first: int, number: int) -> str:
    return f"{first:04}/{first + number - 1:04}" if number > 1 else f"{first:04}"


def _months(first: datetime.date, number: int) -> str:
    last = add_months(first, number - 1)
    return f"{first:%Y-%m}/{last:%Y-%m}" if number > 1 else f"{first:%Y-%m}"


def _away(length: Length, tail: str, *, around: bool) -> Time:
    """三年前 the year, 两个月后 the month, 三天后 the day; with 以前 and 以后 all before and after; 二十几年前 ten years of it."""

    def value(day: datetime.date) -> str:
        there = length.before(day) if tail.endswith("前") else length.after(day)
        if around and length.unit == "年":
            return f"{there.year - 10:04}/{there.year:04}"
        point = length.point(there)
        if tail == "以前":
            return f"../{bounds(point)[1]}"
        return f"{bounds(point)[0]}/.." if tail in ("以后", "之后") else point

    return Counted(value)


OFFSET = r"的?(?P<number>[0-9]+|[一二两三四五六七八九十百]+)(?P<unit>天|个月|年|周)[之以]?(?P<side>[前后])"
OFFSET_BY_DAY = r"(?P<side>[前后])的?第(?P<number>[0-9]+|[一二两三四五六七八九十百]+)天"
FOLLOWING = r"的?(?:之后|往后|向后)(?P<number>[0-9]+|[一二两三四五六七八九十]+)天"


def offset(base: Time, text: str) -> Time:
    """A time counted from another: `2月13号的31天前`, `明天的之后三天`."""
    match = compiled(OFFSET).fullmatch(text) or compiled(OFFSET_BY_DAY).fullmatch(text)
    following = compiled(FOLLOWING).fullmatch(text)
    found = match or following
    number = small_number(found["number"]) if found else None
    unit = match.groupdict().get("unit", "天")[-1] if match else "天"

    def value(context: Context) -> str | None:
        first, _ = bounds(base.resolve(context))
        if first is None or number is None:
            return None
        if match is None:
            return f"{first}/{first + (number - 1) * ONE_DAY}"
        length = Length(number, unit)
        return f"{length.after(first) if match['side'] == '后' else length.before(first)}"

    return Within(base, value)


class Within(NamedTuple):
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


NTH = r"(?P<which>倒数第|第|最后|前|后|头|首)(?P<number>[0-9]+|[一二两三四五六七八九十百仨]+)?(?P<unit>天|个?月|个?季度)"


def nth(base: Time, text: str) -> Time | None:
    """Days or months counted within a time: `5月最后一天`, `本月第二天`, `2022年前十一个月`."""
    match = compiled(NTH).fullmatch(text)
    number = 1 if match is None or match["number"] is None else small_number(match["number"])
    if match is None or not number:
        return None
    which, unit = match["which"], match["unit"][-1]
    if unit == "月" and which in ("前", "头") and isinstance(base, Moment) and base.month is None:
        return Stretch(base._replace(month=1), base._replace(month=number)) if number <= 12 else None

    def value(context: Context) -> str | None:
        low, high = bounds(base.resolve(context))
        if low is None or high is None:
            return None
        if unit == "月":
            return _nth_months(low.year, which, number)
        if which == "第":
            return f"{low + (number - 1) * ONE_DAY}"
        if which == "倒数第":
            return f"{high - (number - 1) * ONE_DAY}"
        if which in ("最后", "后"):
            return f"{high - (number - 1) * ONE_DAY}/{high}" if number > 1 else f"{high}"
        return f"{low}/{low + (number - 1) * ONE_DAY}" if number > 1 else f"{low}"

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
    match = compiled(NTH).fullmatch(text)
    if match is None or match["which"] not in ("前", "头") or match["unit"][-1] != "月":
        return None  # 第三天 of 国庆假期第三天
    number = small_number(match["number"] or "")
    if not number or not 1 < number <= 12:
        return None  # 前一个月 is the one before what was told

    def value(day: datetime.date) -> str:
        if number < day.month or (number == day.month and number > FEW):
            return _months(day.replace(month=1, day=1), number)
        if number > FEW:
            return _months(datetime.date(day.year - 1, 1, 1), number)
        return _months(add_months(day.replace(day=1), -number), number)

    return Counted(value, f"XXXX-01/XXXX-{number:02}")
