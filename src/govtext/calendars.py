"""EDTF values (ISO 8601-2) with their first and last days, plan periods, festivals.

The values that govtext writes are a small part of EDTF: days, months, years, decades (`198X`), centuries (`19XX`),
seasons 21-24, quarters 33-36, halves 40-41, `X` for what is not stated, and intervals with `/`, open ends as `..`.
"""

from __future__ import annotations

import datetime
from calendar import monthrange
from functools import cache, lru_cache
from typing import Literal, NamedTuple

from .lexicon import Lexicon, read_rows
from .lunar import lunar_day, solar_term

__all__ = ["Festival", "bounds", "festivals", "last_day", "plan_period"]

SEASONS = {21: ("立春", "立夏"), 22: ("立夏", "立秋"), 23: ("立秋", "立冬"), 24: ("立冬", "立春")}
"""The solar terms with which each season begins and the next one does: the Chinese reading of spring to winter."""


def last_day(year: int, month: int) -> int:
    """The number of days of a month.

    >>> last_day(2024, 2), last_day(2023, 2)
    (29, 28)
    """
    return monthrange(year, month)[1]


@lru_cache(maxsize=4096)
def bounds(edtf: str | None) -> tuple[datetime.date | None, datetime.date | None]:
    """First and last day of an EDTF value; None for what is not stated, for an open end, and beyond the years 1-9999.

    Seasons begin with their solar terms: spring is from 立春 to the day before 立夏.

    >>> [day.isoformat() for day in bounds("2024-33")]
    ['2024-01-01', '2024-03-31']
    >>> [day.isoformat() for day in bounds("2021/2025-06")]
    ['2021-01-01', '2025-06-30']
    >>> bounds("../2019-07-31")[0], bounds("XXXX-05-06"), bounds(None)
    (None, (None, None), (None, None))
    """
    if edtf is None:
        return None, None
    first, _, last = edtf.partition("/")
    try:
        return _edge(first, last=False), _edge(last or first, last=True)
    except ValueError:
        return None, None


def _edge(value: str, *, last: bool) -> datetime.date | None:
    """The first or the last day of one value without `/`."""
    year, month, day = (*value.split("-"), "XX", "XX")[:3]
    if not year[:2].isdigit():
        return None
    if not year.isdigit():  # 198X, 19XX
        return (
            datetime.date(int(year.replace("X", "9")), 12, 31)
            if last
            else datetime.date(int(year.replace("X", "0")), 1, 1)
        )
    number = int(year)
    if not month.isdigit():
        return datetime.date(number, 12, 31) if last else datetime.date(number, 1, 1)
    code = int(month)
    if code in SEASONS:
        return _season_edge(number, code, last=last)
    first, size = (
        (code * 3 - 98, 3) if 33 <= code <= 36 else (code * 6 - 239, 6) if code in (40, 41) else (code, 1)
    )
    if last:
        first += size - 1
    if day.isdigit():
        return datetime.date(number, first, int(day))
    return datetime.date(number, first, last_day(number, first) if last else 1)


def _season_edge(year: int, code: int, *, last: bool) -> datetime.date | None:
    begins, ends = SEASONS[code]
    if not last:
        return solar_term(year, begins)
    after = solar_term(year + (code == 24), ends)
    return after and after - datetime.timedelta(days=1)


def plan_period(number: int) -> tuple[int, int] | None:
    """First and last year of a national five-year plan (五年规划), by its number; None where there is none.

    The first was for 1953-1957, the second for 1958-1962; after three years of readjustment the third began in 1966, and
    they have followed on since.

    >>> plan_period(14), plan_period(1), plan_period(0)
    ((2021, 2025), (1953, 1957), None)
    """
    if number < 1:
        return None
    first = {1: 1953, 2: 1958}.get(number, 1951 + number * 5)
    return first, first + 4


class Festival(NamedTuple):
    """A named holiday or day.

    Attributes:
        calendar: `common` (month and day), `lunar` (month and day of the lunar year) or `term` (a solar term).
        month: of the common or lunar calendar; 0 for a solar term.
        day: of the month; 0 for a solar term.
        term: the solar term, or the empty string.
        bare: whether the name alone is a time (`国庆`), or only with a word such as 前, 期间, 假期 (`五一`假期).
    """

    calendar: Literal["common", "lunar", "term"]
    month: int
    day: int
    term: str
    bare: bool

    def on(self, year: int) -> datetime.date | None:
        """Its day in a year; of a lunar festival in the lunar year that begins in that year.

        >>> festivals()["春节"].on(2024), festivals()["国庆节"].on(2024)
        (datetime.date(2024, 2, 10), datetime.date(2024, 10, 1))
        """
        if self.calendar == "common":
            return datetime.date(year, self.month, self.day)
        if self.calendar == "lunar":
            return lunar_day(year, self.month, self.day)
        return solar_term(year, self.term)


@cache
def festivals() -> Lexicon[Festival]:
    """The named holidays, days and solar terms of `data/festivals.tsv`."""
    return Lexicon({name: _festival(when, bare) for name, when, bare, _ in read_rows("festivals")})


def _festival(when: str, bare: str) -> Festival:
    calendar, _, rest = when.partition(" ")
    if calendar == "term":
        return Festival("term", 0, 0, rest, bare == "yes")
    month, day = map(int, rest.split("-"))
    return Festival("lunar" if calendar == "lunar" else "common", month, day, "", bare == "yes")
