"""The lunisolar calendar (农历) and the 24 solar terms (节气): their days in the common calendar.

Source: `data/lunar_years.tsv`, computed by the rules of GB/T 33661-2017; `tools/build_lunar_years.py` rebuilds it.
"""

from __future__ import annotations

import datetime
from functools import cache

from .lexicon import read_rows

__all__ = ["SOLAR_TERMS", "lunar_day", "lunar_month", "solar_term"]

SOLAR_TERMS = (
    "小寒", "大寒", "立春", "雨水", "惊蛰", "春分", "清明", "谷雨", "立夏", "小满", "芒种", "夏至",
    "小暑", "大暑", "立秋", "处暑", "白露", "秋分", "寒露", "霜降", "立冬", "小雪", "大雪", "冬至",
)  # fmt: skip
"""In the order of the calendar year; two to a month, from January on."""


@cache
def _years() -> dict[int, tuple[datetime.date, int, str, str]]:
    """For each year: the first day, the repeated month, the lengths of the months, the days of the solar terms."""
    return {
        int(year): (datetime.date.fromisoformat(f"{year}-{new_year}"), int(leap), lengths, terms)
        for year, new_year, leap, lengths, terms in read_rows("lunar_years")
    }


def lunar_month(year: int, month: int) -> tuple[datetime.date, datetime.date] | None:
    """First and last day of a month of a lunar year, the first of two where it is repeated; None beyond the table.

    >>> lunar_month(2021, 6)
    (datetime.date(2021, 7, 10), datetime.date(2021, 8, 7))
    """
    row = _years().get(year)
    if row is None or not 1 <= month <= 12:
        return None
    first, leap, lengths, _ = row
    sizes = [30 if letter == "l" else 29 for letter in lengths]
    before = month - 1 + (1 if 0 < leap < month else 0)
    start = first + datetime.timedelta(days=sum(sizes[:before]))
    return start, start + datetime.timedelta(days=sizes[before] - 1)


def lunar_day(year: int, month: int, day: int) -> datetime.date | None:
    """The day of a lunar date; day 30 of a month of 29 is its last (`大年三十`). None where there is no such day.

    >>> lunar_day(2024, 1, 1), lunar_day(2024, 8, 15), lunar_day(2024, 13, 1)
    (datetime.date(2024, 2, 10), datetime.date(2024, 9, 17), None)
    """
    bounds = lunar_month(year, month)
    if bounds is None or not 1 <= day <= 30:
        return None
    return min(bounds[0] + datetime.timedelta(days=day - 1), bounds[1])


def solar_term(year: int, name: str) -> datetime.date | None:
    """The day of a solar term in a calendar year; None beyond the table.

    Raises:
        ValueError: `name` is not one of `SOLAR_TERMS`.

    >>> solar_term(2024, "冬至")
    datetime.date(2024, 12, 21)
    """
    index = SOLAR_TERMS.index(name)
    row = _years().get(year)
    if row is None:
        return None
    return datetime.date(year, index // 2 + 1, int(row[3][index * 2 : index * 2 + 2]))
