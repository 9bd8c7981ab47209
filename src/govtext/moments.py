"""Times before they are anchored: what the words of a date fix, and what it becomes with a day to count from.

A `Moment` is a date with holes (`5月6日` has no year), a `Stretch` runs from one to another, a `Counted` is worked out
from the anchor alone (`未来五年`). Each has `edtf`, what the words alone fix, and `resolve(context)`, the same once
anchored. Nothing here reads text.
"""

from __future__ import annotations

import datetime
from functools import lru_cache
from typing import TYPE_CHECKING, Literal, NamedTuple, Protocol

from .calendars import bounds, last_day

if TYPE_CHECKING:
    from collections.abc import Callable

__all__ = [
    "HIDDEN",
    "Context",
    "Counted",
    "Fixed",
    "Moment",
    "Part",
    "Since",
    "Stretch",
    "Time",
    "add_months",
    "add_years",
]

HIDDEN = -1
"""The value of a redacted part: `9月*日`."""

Part = Literal["begin", "end", "early", "middle", "late"]
"""A part of a year, quarter or month: 初, 底, and of a month 上旬, 中旬, 下旬."""

RECENT = 50
"""Days for which news looks back over New Year: an 11月20日 in a page of 5 January is last year's."""


class Context(NamedTuple):
    """What a time is resolved against.

    Attributes:
        day: the anchor, the day of publication or a full date earlier in the document; None where there is none.
        near: the year that the text has just named, with its month or 0, or None.
        near_day: the day that the same sentence has just named, or None.
        last_day: the last day that the document has named, or None (当天).
        ahead: whether the time lies ahead: a deadline, or a day announced with 将.
    """

    day: datetime.date | None = None
    near: tuple[int, int] | None = None
    near_day: datetime.date | None = None
    last_day: datetime.date | None = None
    ahead: bool = False


class Time(Protocol):
    """Anything that a date expression can mean."""

    @property
    def edtf(self) -> str | None:
        """What the words alone fix; None if purely relative."""
        ...

    def resolve(self, context: Context) -> str | None:
        """EDTF once anchored; None where it cannot be known."""
        ...


def add_months(day: datetime.date, months: int) -> datetime.date:
    """The same day some months on or back; the last of the month where there is no such day.

    >>> add_months(datetime.date(2024, 1, 31), 1), add_months(datetime.date(2024, 3, 1), -12)
    (datetime.date(2024, 2, 29), datetime.date(2023, 3, 1))
    """
    year, month = divmod(day.year * 12 + day.month - 1 + months, 12)
    if not 1 <= year <= 9999:
        return day
    return datetime.date(year, month + 1, min(day.day, last_day(year, month + 1)))


def add_years(day: datetime.date, years: int) -> datetime.date:
    """The same day some years on or back."""
    return add_months(day, 12 * years)


class Moment(NamedTuple):
    """A date with holes. A field that is None is not stated; a shift counts from the anchor (`去年` -1).

    Attributes:
        year, month, day: as stated; `HIDDEN` where redacted.
        year_shift, month_shift, quarter_shift: for `去年`, `上月`, `上季度`.
        code: an EDTF season, quarter or half: 21-24, 33-36, 40, 41.
        part: the beginning or the end of it, or a ten-day period.
    """

    year: int | None = None
    month: int | None = None
    day: int | None = None
    year_shift: int | None = None
    month_shift: int | None = None
    quarter_shift: int | None = None
    code: int | None = None
    part: Part | None = None

    @property
    def edtf(self) -> str | None:
        """The value with `X` for what is not stated."""
        if (self.month_shift is not None and self.day is None) or self.quarter_shift is not None:
            return None
        if self.year is self.month is self.day is self.code is None and (
            self.part is None or self.month_shift is not None
        ):
            return None
        return render(self)

    def resolve(self, context: Context) -> str | None:
        """The value with its holes filled from the anchor."""
        full = self.placed(context)
        return None if full is None else render(full)

    def placed(self, context: Context) -> Moment | None:
        """The moment with its year, and its month where it has a day; None where they cannot be known."""
        if self.year is not None:
            return None if self.year == HIDDEN else self
        if self.year_shift is not None or self.month_shift is not None or self.quarter_shift is not None:
            return None if context.day is None else self._shifted(context.day)
        if self.month is None and self.code is None and self.day is not None:
            return self._day_placed(context)
        year = self._likely_year(context)
        return None if year is None else self._replace(year=year)

    def _shifted(self, anchor: datetime.date) -> Moment:
        """去年, 上月, 上季度: counted from the anchor."""
        if self.year_shift is not None:
            return self._replace(year=anchor.year + self.year_shift, year_shift=None)
        months = (self.month_shift or 0) + 3 * (self.quarter_shift or 0)
        first = add_months(anchor.replace(day=1), months)
        if self.quarter_shift is not None:
            return self._replace(year=first.year, code=32 + (first.month + 2) // 3, quarter_shift=None)
        return self._replace(year=first.year, month=first.month, month_shift=None)

    def _likely_year(self, context: Context) -> int | None:
        """The year of `5月6日`: the one the sentence has just named, else the anchor's, else over New Year its neighbour."""
        anchor, month = context.day, self.month
        if context.near is not None and (month is None or month == HIDDEN or month >= context.near[1]):
            return context.near[0]
        if anchor is None:
            return None
        if month is None or month == HIDDEN:
            return anchor.year
        day = self.day if self.day and self.day != HIDDEN else 15
        then = datetime.date(anchor.year, month, min(day, last_day(anchor.year, month)))
        if self.day is not None and not context.ahead and (then - anchor).days > 365 - RECENT:
            return anchor.year - 1
        if context.ahead and (anchor - then).days > 365 - 2 * RECENT:
            return anchor.year + 1
        return anchor.year

    def _day_placed(self, context: Context) -> Moment | None:
        """The month of `11日`: the latest 11th up to the anchor; ahead, the next one."""
        anchor, day = context.day, self.day
        if day is None or day == HIDDEN:
            return None
        near = context.near_day
        if near is not None and near.day <= day <= last_day(near.year, near.month):
            return self._replace(year=near.year, month=near.month)
        if anchor is None:
            return None
        step = 0
        if context.ahead and day < anchor.day:
            step = 1
        elif not context.ahead and day > anchor.day:
            step = -1
        first = add_months(anchor.replace(day=1), step)
        if day > last_day(first.year, first.month):
            first = add_months(first, 1 if step > 0 else -1)
        return self._replace(year=first.year, month=first.month)


@lru_cache(maxsize=4096)
def render(moment: Moment) -> str:
    """A moment as EDTF; what is not stated or hidden is `X`.

    >>> render(Moment(month=9, part="end")), render(Moment(month=2, part="end")), render(Moment(2024, 2, part="end"))
    ('XXXX-09-30', 'XXXX-02', '2024-02-29')
    """
    year = "XXXX" if moment.year in (None, HIDDEN) else f"{moment.year:04}"
    if moment.code is not None:
        return _render_code(year, moment.code, moment.part)
    month = moment.month
    if moment.day is not None:
        days = "XX" if moment.day == HIDDEN else f"{moment.day:02}"
        return f"{year}-{'XX' if month in (None, HIDDEN) else f'{month:02}'}-{days}"
    if month is None:
        return {"end": f"{year}-12-31", "begin": f"{year}-01"}.get(moment.part or "", year)
    return f"{year}-XX" if month == HIDDEN else _render_month(moment, f"{year}-{month:02}", month)


def _render_month(moment: Moment, first: str, month: int) -> str:
    """A month or a part of it: 9月初 is its first five days."""
    known = moment.year if moment.year is not None and moment.year != HIDDEN else None
    if moment.part is None or (moment.part in ("end", "late") and known is None and month == 2):
        return first  # the last of February depends on the year
    last = last_day(known or 2023, month)
    if moment.part == "end":
        return f"{first}-{last:02}"
    low, high = {"begin": (1, 5), "early": (1, 10), "middle": (11, 20), "late": (21, last)}[moment.part]
    return f"{first}-{low:02}/{first}-{high:02}"


def _render_code(year: str, code: int, part: Part | None) -> str:
    """Seasons, quarters and halves: the end of a quarter is its last month, the beginning its first."""
    if part is None or code < 33:
        return f"{year}-{code}"
    first, size = (code * 3 - 98, 3) if code <= 36 else (code * 6 - 239, 6)
    return f"{year}-{first + size - 1 if part in ('end', 'late') else first:02}"


def _months(value: str) -> str:
    """A quarter or half as months: an interval names its months."""
    year, _, code = value.partition("-")
    if not code.isdigit() or int(code) < 33:
        return value
    number = int(code)
    first, size = (number * 3 - 98, 3) if number <= 36 else (number * 6 - 239, 6)
    return f"{year}-{first:02}/{year}-{first + size - 1:02}"


def interval(first: str | None, last: str | None) -> str | None:
    """From the beginning of one value to the end of another; None where one is not known.

    >>> interval("2024-33", "2024-35"), interval("XXXX-05-11/XXXX-05-20", "XXXX-06")
    ('2024-01/2024-09', 'XXXX-05-11/XXXX-06')
    """
    if first is None or last is None:
        return None
    low, high = _months(first).split("/")[0], _months(last).split("/")[-1]
    return low if low == high else f"{low}/{high}"


class Stretch(NamedTuple):
    """From one moment to another: `3月30日、31日`, `7-8月`, `2018年至2020年`."""

    first: Time
    last: Time

    @property
    def edtf(self) -> str | None:
        """The interval that the words fix."""
        return interval(self.first.edtf, self.last.edtf)

    def resolve(self, context: Context) -> str | None:
        """The interval once anchored; of two months out of order the first is of the year before, or the last of the next."""
        first = self.first.resolve(context)
        last = self._last(first, context)
        value = interval(first, last)
        low, high = bounds(value)
        if low is None or high is None or low <= high or not isinstance(self.last, Moment):
            return value
        if self.last.year is None and self.last.year_shift is None:  # 11月至次年3月, 12月28日至1月3日
            return interval(first, Fixed(_next_year(last)).edtf)
        return value

    def _last(self, first: str | None, context: Context) -> str | None:
        """The end; 8日 of 6日至8日 comes after the beginning, whatever the anchor."""
        begin, last = bounds(first)[0], self.last
        if begin is None or not isinstance(last, Moment) or last != Moment(day=last.day):
            return last.resolve(context)
        if last.day is None or last.day == HIDDEN:
            return None
        month = begin.replace(day=1) if last.day >= begin.day else add_months(begin.replace(day=1), 1)
        return (
            render(Moment(month.year, month.month, last.day))
            if last.day <= last_day(month.year, month.month)
            else None
        )


def _next_year(value: str | None) -> str | None:
    if value is None:
        return None
    return "/".join(
        f"{int(part[:4]) + 1:04}{part[4:]}" if part[:4].isdigit() else part for part in value.split("/")
    )


class Fixed(NamedTuple):
    """A value that needs no anchor: `本世纪` would, `十四五` does not."""

    edtf: str | None

    def resolve(self, context: Context) -> str | None:  # noqa: ARG002
        """The value itself."""
        return self.edtf


class Counted:
    """A time worked out from the anchor alone, or a stated part of it: `未来五年`, `上周五`, `国庆`.

    Attributes:
        value: gives EDTF for an anchor, or None.
        edtf: what the words alone fix.
    """

    __slots__ = ("edtf", "value")

    def __init__(self, value: Callable[[datetime.date], str | None], edtf: str | None = None) -> None:
        self.value = value
        self.edtf = edtf

    def resolve(self, context: Context) -> str | None:
        """The value for the anchor; None without one, and beyond the years 1-9999."""
        if context.day is None:
            return None
        try:
            return self.value(context.day)
        except (ValueError, OverflowError):
            return None


class Since(NamedTuple):
    """From a time up to the anchor: `今年以来`, `2001年至今`."""

    first: Time

    @property
    def edtf(self) -> str | None:
        """An interval with an open end; None if purely relative."""
        value = self.first.edtf
        return None if value is None else f"{_months(value).split('/')[0]}/.."

    def resolve(self, context: Context) -> str | None:
        """From the first day of the time to the anchor; None where the anchor lies before it."""
        low, _ = bounds(self.first.resolve(context))
        if low is None or context.day is None or context.day < low:
            return None
        return f"{low}/{context.day}"
