"""Rebuild `src/govtext/data/lunar_years.tsv`: the lunisolar calendar and the solar terms, one row per year.

    pip install -e . sxtwl lunar_python
    python tools/build_lunar_years.py [--check]

The rows come from `sxtwl` (BSD licence), which computes the calendar by the astronomical rules of GB/T 33661-2017;
every first day of a month and every solar term is compared with `lunar_python` (MIT licence). Two independent
computations agree, or the script stops. With `--check` it only compares the table with what it would write.
"""

from __future__ import annotations

import argparse
import datetime
import sys
from pathlib import Path

import lunar_python
import sxtwl

from govtext.lunar import SOLAR_TERMS

TABLE = Path(__file__).parents[1] / "src/govtext/data/lunar_years.tsv"
YEARS = range(1930, 2051)
"""Beyond, a new moon of 2057 falls so close to midnight that the two computations differ."""
HEADER = """\
# source: computed with sxtwl 2.0.7 (astronomical rules of GB/T 33661-2017), compared with lunar_python 1.4.8; tools/build_lunar_years.py
# licence: facts of the calendar; the tools are under BSD and MIT licences
# date: 2026-11-22
# year: the year in which the lunar year begins; new_year: its first day, month and day
# leap_month: the number of the month that is repeated, 0 for none
# lengths: one letter a month in order, the repeated one included: l for 30 days, s for 29
# solar_terms: the days of the month of the 24 solar terms of the calendar year, from Minor Cold (小寒, January) on
year\tnew_year\tleap_month\tlengths\tsolar_terms
"""


def months(year: int) -> list[tuple[int, bool, datetime.date, int]]:
    """The months of a lunar year: number, whether it is the repeated one, first day, length."""
    leap = sxtwl.getRunMonth(year)
    found = []
    for month in range(1, 13):
        for repeated in (False, True) if month == leap else (False,):
            first = sxtwl.fromLunar(year, month, 1, repeated)
            day = datetime.date(first.getSolarYear(), first.getSolarMonth(), first.getSolarDay())
            found.append((month, repeated, day, sxtwl.getLunarMonthNum(year, month, repeated)))
    return found


def terms(year: int) -> list[datetime.date]:
    """The days of the solar terms of a calendar year, from Minor Cold on."""
    day, found = datetime.date(year, 1, 1), []
    while day.year == year:
        at = sxtwl.fromSolar(day.year, day.month, day.day)
        if at.hasJieQi():
            found.append(day)
        day += datetime.timedelta(days=1)
    return found


def row(year: int) -> str:
    """One line of the table, compared with the other computation."""
    lunar, solar = months(year), terms(year)
    for month, repeated, day, _ in lunar:
        other = lunar_python.Lunar.fromYmd(year, -month if repeated else month, 1).getSolar().toYmd()
        assert other == day.isoformat(), (year, month, repeated, day, other)
    table = lunar_python.Lunar.fromYmd(year, 6, 1).getJieQiTable()
    for name, day in zip(SOLAR_TERMS, solar, strict=True):
        other = table[name].toYmd() if name in table else None
        assert other == day.isoformat() or name == "冬至", (year, name, day, other)
    new_year = lunar[0][2]
    lengths = "".join("l" if size == 30 else "s" for *_, size in lunar)
    days = "".join(f"{day.day:02}" for day in solar)
    return f"{year}\t{new_year:%m-%d}\t{sxtwl.getRunMonth(year)}\t{lengths}\t{days}\n"


def main() -> int:
    """Write the table, or compare it."""
    parser = argparse.ArgumentParser(description="Rebuild the table of lunar years.")
    parser.add_argument("--check", action="store_true", help="only compare")
    check = parser.parse_args().check
    text = HEADER + "".join(map(row, YEARS))
    if check:
        same = TABLE.read_text(encoding="utf-8") == text
        print("the table is up to date" if same else "the table differs; run without --check")
        return 0 if same else 1
    TABLE.write_text(text, encoding="utf-8")
    return 0


if __name__ == "__main__":
    sys.exit(main())
