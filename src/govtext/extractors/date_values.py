"""What the words of one point in time mean, as a value of `moments`.

Part of the dates extractor: `date_grammar` says which words make a point, this module what they come to.
"""

from __future__ import annotations

import datetime
import re
from functools import lru_cache
from typing import TYPE_CHECKING

from ..calendars import last_day
from ..digits import small_number
from ..moments import HIDDEN, Context, Counted, Fixed, Moment, Stretch
from .date_atoms import Atom
from .date_counts import Within, counted, first_months, nth
from .date_named import century, event, festival, lunar, named_years, plan, school_holidays, season, week
from .date_words import (
    YEARS,
    Meaning,
    Named,
    Words,
    number_of,
    part_of_day_of,
    unknown,
    weekday_of,
    year_of,
    years_of,
)

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence

    from ..calendars import Festival
    from ..mentions import DateKind, PartOfDay
    from ..moments import Part

__all__ = ["OTHER_YEAR", "meaning"]

DAYS = {"大前": -3, "前": -2, "昨": -1, "今": 0, "明": 1, "后": 2, "大后": 3}

EDGES: dict[str, Part] = {"底": "end", "末": "end", "初": "begin", "伊始": "begin"}
TEN_DAYS: dict[str, Part] = {"上旬": "early", "中旬": "middle", "下旬": "late"}
IMPOSSIBLE = "no such day"
OTHER_YEAR = "counts from another year"
"""次年3月: the year after one named elsewhere; behind a range's beginning (11月至次年3月) it needs no telling."""


def meaning(
    rule: str, atoms: Sequence[Atom], festivals: Mapping[str, Festival], unit: str = ""
) -> Meaning | None:
    """What the words of a point mean; None where they mean no date.

    Args:
        rule: the name of the rule that put them together.
        atoms: the words.
        festivals: the table of festivals.
        unit: for a bare number, the letter of the word that it takes its unit from.
    """
    if rule == "festival":
        return festival(Words.of(atoms), festivals)
    return _meaning(rule, tuple([(atom.letter, atom.text) for atom in atoms]), unit)


@lru_cache(maxsize=8192)
def _meaning(rule: str, words: tuple[tuple[str, str], ...], unit: str) -> Meaning | None:
    """The meaning of words by letter and text; kept, for a page says 今年 and 2024年 over and over."""
    read = Words.of([Atom(letter, 0, 0, text) for letter, text in words])
    special = SPECIAL.get(rule)
    return special(read) if special else _calendar(read, unit)


def _edge(words: Words) -> Part | None:
    text = words.text("EB")
    if text is None:
        return None
    return next((part for word, part in EDGES.items() if word in text), None)


def _calendar(words: Words, unit: str) -> Meaning | None:
    """Days, months, quarters, halves and years of the common calendar."""
    years = years_of(words)
    if years is None:
        return None
    if years[0] == HIDDEN and len(words.atoms) == 1:
        told = re.match("[0-9]{2,3}", words.text("Y") or "")  # 202*年, 19**年
        return Meaning(Named(f"{told[0] if told else '20':X<4}", unknown), notes=("redacted",))
    moment = Moment(year=years[0], year_shift=years[1])
    found = _with_months(moment, words, unit)
    if found is None:
        return None
    moment, level = found
    ten_days = words.text("X")
    if ten_days is not None:
        return _ten_days(moment, ten_days)
    part = _edge(words)
    if words.text("I") is not None and level in ("month", "year"):
        part = "end"
    if words.text("B") is not None and (words.text("B") or "")[0] == "月" and moment.month_shift is None:
        moment = moment._replace(month_shift=0)
        level = "month"
    moment = moment._replace(part=part)
    return _checked(moment, level, words)


def _with_months(moment: Moment, words: Words, unit: str) -> tuple[Moment, str] | None:
    """The moment with month, quarter or half, and day."""
    level = "year"
    text = words.text("M")
    if text is not None:
        month = number_of(text)
        if month is None or (month != HIDDEN and not 1 <= month <= 12):
            return None
        moment, level = moment._replace(month=month), "month"
    text = words.text("S")
    if text is not None:
        moment, level = moment._replace(month_shift=1 if "下" in text else -1 if "上" in text else 0), "month"
    text = words.text("Q")
    if text is not None:
        number = small_number(re.sub(r"[第Q个季度前头]", "", text))
        if number is None or not 1 <= number <= 4:
            return None
        if text[0] in "前头":
            return moment._replace(code=-number), "quarter"
        moment, level = moment._replace(code=32 + number), "quarter"
    text = words.text("q")
    if text is not None:
        moment, level = (
            moment._replace(quarter_shift=-1 if "上" in text else 1 if "下" in text else 0),
            "quarter",
        )
    text = words.text("H")
    if text is not None:
        moment, level = moment._replace(code=40 if text[0] in "上前" else 41), "half"
    text = words.text("Ddm")
    if text is not None:
        return _with_day(moment, number_of(text))
    text = words.text("n")
    return (moment, level) if text is None else _with_number(moment, number_of(text), unit, words)


def _with_day(moment: Moment, day: int | None) -> tuple[Moment, str] | None:
    if day is None or (day != HIDDEN and not 1 <= day <= 31):
        return None
    return moment._replace(day=day), "day"


def _with_number(moment: Moment, number: int | None, unit: str, words: Words) -> tuple[Moment, str] | None:
    """A bare number: a day behind a month, else what the word it leans on counts."""
    if number is None:
        return None
    if words.text("MS") is not None or unit in "Dd":
        return _with_day(moment, number)
    if unit == "M" and (number == HIDDEN or 1 <= number <= 12):
        return moment._replace(month=number), "month"
    if unit == "Q" and 1 <= number <= 4:
        return moment._replace(code=32 + number), "quarter"
    return None


def _ten_days(moment: Moment, text: str) -> Meaning | None:
    """上旬, 中旬, 下旬, and two of them together: 上中旬, 中上旬."""
    parts = [part for name, part in TEN_DAYS.items() if name[0] in text]
    first, last = moment._replace(part=parts[0]), moment._replace(part=parts[-1])
    return Meaning(first if len(parts) == 1 else Stretch(first, last), level="month")


MID_AUTUMN = (8, 15)


def _checked(moment: Moment, level: str, words: Words) -> Meaning | None:
    """The meaning of a moment; a day that does not exist is kept, unresolved, with the reason."""
    part_of_day = part_of_day_of(words.atoms)
    if moment.code is not None and moment.code < 0:  # 前三季度
        last = moment._replace(code=None, month=-3 * moment.code)
        return Meaning(Stretch(moment._replace(code=None, month=1), last), level="quarter")
    day, month = moment.day, moment.month
    if (month, day) == MID_AUTUMN and not (words.text("m") or "1").isdecimal():  # 八月十五 without its 日
        lunar_words = Words.of([*(a for a in words.atoms if a.letter in "YR"), *_as_lunar(words)])
        return lunar(lunar_words)
    if level == "day" and day not in (None, HIDDEN) and month not in (None, HIDDEN):
        year = moment.year if moment.year not in (None, HIDDEN) else 2024  # a leap year: 2月29日 may be
        if day > last_day(year, month):
            return Meaning(Fixed(None), "date", part_of_day, (IMPOSSIBLE,), "day")
    kind: DateKind = "date" if level == "day" or (moment.part == "end" and moment.code is None) else "period"
    if words.text("I") is not None:
        kind = "deadline"
    notes = (OTHER_YEAR,) if words.text("R") in ("次年", "翌年") else ()
    return Meaning(moment, kind, part_of_day, notes, level, weekday_of(words))


def _as_lunar(words: Words) -> list[Atom]:
    month, day = words.by_letter["M"], words.by_letter["m"]
    return [Atom("L", month.start, day.end, month.text + day.text)]


def _digits(words: Words) -> Meaning | None:
    """2024-05-06, 20240506."""
    text = words.text("O") or ""
    digits = re.sub(r"\D", "", text)
    parts = (
        [digits[:4], digits[4:6], digits[6:8]] if digits == text.rstrip("日T") else re.findall(r"\d+", text)
    )
    year, month, day = map(int, parts[:3])
    if not 1 <= month <= 12 or not 1 <= day <= 31:
        return None
    return _checked(Moment(year, month, day), "day", words)


def _digits_month(words: Words) -> Meaning | None:
    year, month = map(int, re.findall(r"\d+", words.text("o") or ""))
    return Meaning(Moment(year, month), level="month")


def _two_months(words: Words) -> Meaning | None:
    """六七月份."""
    years, first = years_of(words), small_number((words.text("A") or "")[:1])
    if years is None or first is None:
        return None
    base = Moment(year=years[0], year_shift=years[1], month=first)
    return Meaning(Stretch(base, base._replace(month=first + 1)), "range", level="month")


def _relative_day(words: Words) -> Meaning | None:
    """昨天(24日)晚上, 去年的今天, 明天的后天, 当天."""
    steps: list[tuple[str, int]] = []
    year: int | None = None
    for atom in words.atoms:
        if atom.letter == "R":
            steps.append(("years", YEARS.get(atom.text, 0)))
        elif atom.letter == "Y":
            year = year_of(atom.text)
        elif atom.letter == "G":
            if atom.text[0] in "当同次翌":
                return _day_told(atom.text, words)
            steps.append(("days", DAYS.get(atom.text[:-1], 0)))
    part_of_day = part_of_day_of(words.atoms)
    brackets = words.text("p")
    if brackets is not None:
        return _day_in_brackets(
            brackets, sum(step for unit, step in steps if unit == "days"), part_of_day, words
        )

    def value(day: datetime.date) -> str:
        if year is not None:
            day = day.replace(year=year)
        for unit, step in steps:
            day = (
                day.replace(year=day.year + step) if unit == "years" else day + datetime.timedelta(days=step)
            )
        return f"{day}"

    return Meaning(Counted(value), "date", part_of_day, level="day", weekday=weekday_of(words))


def _day_told(text: str, words: Words) -> Meaning:
    """当天, 次日: the day that the document named last, or the next one."""
    shift = datetime.timedelta(days=1 if text[0] in "次翌" else 0)

    def value(context: Context) -> str | None:
        return None if context.last_day is None else f"{context.last_day + shift}"

    return Meaning(Within(Fixed(None), value), "date", part_of_day_of(words.atoms), level="day")


def _day_in_brackets(
    brackets: str, shift: int, part_of_day: PartOfDay | None, words: Words
) -> Meaning | None:
    """昨天(24日): the day in brackets holds; `notes` tell where the two differ, which only the anchor shows."""
    numbers = list(map(int, re.findall(r"\d+", brackets)))
    year, month, day = (None, None, *numbers)[-3:]
    if day is None or not 1 <= day <= 31 or (month is not None and not 1 <= month <= 12):
        return None
    moment = Moment(year=year, month=month, day=day)
    return Meaning(moment, "date", part_of_day, (), "day", weekday_of(words), told_shift=shift)


def _counted_within(words: Words) -> Meaning | None:
    text = words.text("K") or ""
    base = _calendar(Words.of([atom for atom in words.atoms if atom.letter != "K"]), "")
    if base is None:
        return None
    found = nth(base.time, text)
    return (
        None
        if found is None
        else Meaning(found, "date" if text.startswith("第") and text.endswith("天") else "period")
    )


def _first_months(words: Words) -> Meaning | None:
    found = first_months(words.text("K") or "")
    return None if found is None else Meaning(found)


def _whole_year(words: Words) -> Meaning | None:
    years = years_of(words)
    if years is None:
        return None
    year, shift = years
    if year is None and shift is None:
        return Meaning(Within(Fixed(None), _year_in_hand), level="year")
    return Meaning(Moment(year=year, year_shift=shift), level="year")


def _year_in_hand(context: Context) -> str | None:
    """全年: of the year that the sentence has named, else of the anchor's."""
    year = context.near[0] if context.near else context.day.year if context.day else None
    return None if year is None else f"{year:04}"


def _within_year(words: Words) -> Meaning | None:
    """年内: up to the last day of the year."""
    years = years_of(words)
    if years is None:
        return None
    year, shift = years
    if year is None and shift is None and "年" not in (words.text("I") or ""):
        return None  # 内 of 5月6日后三天内
    if year is None:  # the words say no more than this year
        return Meaning(Counted(lambda day: f"{day.year + (shift or 0):04}-12-31"), "deadline", level="year")
    return Meaning(Moment(year=year, part="end"), "deadline", level="year")


def _counted(words: Words) -> Meaning | None:
    text = words.text("V") or ""
    time = counted(text)
    if time is None:
        return None
    kind: DateKind = "date" if re.search(r"[天日](?:之|以)?[前后]$", text) else "period"
    if text.endswith("内") and not text.startswith(("近", "过", "最")):
        kind = "deadline"
    return Meaning(time, kind, level="counted")


def _these_years(words: Words) -> Meaning | None:
    """这一年: the year that the sentence has named, else this one; 这五年: not known."""
    text = words.text("v") or ""
    if small_number(re.sub(r"[这年来间]", "", text)) != 1:
        return Meaning(Fixed(None), notes=("points back to years that are named elsewhere",))

    def value(context: Context) -> str | None:
        year = context.near[0] if context.near else context.day.year if context.day else None
        return None if year is None else f"{year:04}"

    return Meaning(Within(Fixed(None), value))


def _same_period(words: Words) -> Meaning | None:
    shift = YEARS.get(words.text("R") or "")
    return (
        None if shift is None else Meaning(Moment(year_shift=shift), notes=("the same months of that year",))
    )


SPECIAL: Mapping[str, Callable[[Words], Meaning | None]] = {
    "date in digits": _digits,
    "month in digits": _digits_month,
    "two months": _two_months,
    "relative day": _relative_day,
    "relative day of another year": _relative_day,
    "days counted within": _counted_within,
    "first months of the year": _first_months,
    "whole year": _whole_year,
    "within the year": _within_year,
    "season": season,
    "school holidays": school_holidays,
    "named years": named_years,
    "lunar date": lunar,
    "plan period": plan,
    "century": century,
    "week": week,
    "counted from now": _counted,
    "these years": _these_years,
    "date as a name": event,
    "same period of a year": _same_period,
}
"""What reads the words of a point, by its rule; the others are of the common calendar."""
