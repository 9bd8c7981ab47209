"""Times with names of their own: festivals, lunar days, seasons, weeks, plan periods, centuries, events.

Part of the dates extractor.
"""

from __future__ import annotations

import datetime
import re
from typing import TYPE_CHECKING, NamedTuple

from ..calendars import bounds, plan_period
from ..digits import small_number
from ..lunar import lunar_day, lunar_month
from ..moments import Context, Counted, Fixed, Moment, Stretch
from .date_counts import nth
from .date_patterns import compiled
from .date_words import WEEKDAYS, Meaning, Named, Words, part_of_day_of, unknown, year_of, years_of

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from ..calendars import Festival
    from ..mentions import DateKind

__all__ = [
    "century",
    "event",
    "festival",
    "lunar",
    "named_years",
    "plan",
    "school_holidays",
    "season",
    "week",
]

SEASON_CODES = {"春": 21, "夏": 22, "秋": 23, "冬": 24}


def season(words: Words) -> Meaning | None:
    """今冬明春, 2021年春."""
    times: list[Moment] = []
    years = years_of(words)
    if years is None:
        return None
    for atom in words.atoms:
        if atom.letter == "s":
            code = next(code for season, code in SEASON_CODES.items() if season in atom.text)
            shift = {"今": 0, "去": -1, "明": 1}.get(atom.text[0], years[1])
            times.append(Moment(year=years[0], year_shift=shift, code=code))
    if len(times) == 1 and (words.text("s") or "").startswith("今冬"):
        return Meaning(Named("XXXX-24", _this_winter), level="season")
    if len(times) == 1:
        return Meaning(times[0], level="season")
    return Meaning(_Seasons(times[0], times[-1]), level="season")


def _this_winter(context: Context) -> str | None:
    """今冬: before spring begins it is the one that began last year."""
    day = context.day
    return None if day is None else f"{day.year - (day.month <= 2):04}-24"


class _Seasons(NamedTuple):
    """From one season to another."""

    first: Moment
    last: Moment

    @property
    def edtf(self) -> str | None:
        """The seasons that the words name."""
        return f"{self.first.edtf}/{self.last.edtf}"

    def resolve(self, context: Context) -> str | None:
        """The same with their years."""
        first, last = self.first.resolve(context), self.last.resolve(context)
        return None if first is None or last is None else f"{first}/{last}"


def school_holidays(words: Words) -> Meaning | None:
    """暑假: July and August; 寒假: January and February."""
    years = years_of(words)
    if years is None:
        return None
    base = Moment(year=years[0], year_shift=years[1])
    first = 7 if "暑" in (words.text("h") or "") else 1
    return Meaning(Stretch(base._replace(month=first), base._replace(month=first + 1)))


def named_years(words: Words) -> Meaning:
    """今明两年."""
    shifts = [{"去": -1, "今": 0, "明": 1, "后": 2}[letter] for letter in (words.text("J") or "")[:-2]]
    return Meaning(Counted(lambda day: f"{day.year + shifts[0]:04}/{day.year + shifts[-1]:04}"), "range")


def festival(words: Words, festivals: Mapping[str, Festival]) -> Meaning | None:
    """国庆节, 2024年冬至, 春节期间; without a year, the nearest, or the next one of a deadline."""
    named = festivals[words.text("F") or ""]
    years = years_of(words)
    if years is None:
        return None
    year, shift = years
    around = words.text("u") or ""
    week = named.calendar == "common" and (named.month, named.day) == (10, 1) and around in WEEK_WORDS

    def on(year: int) -> str | None:
        day = named.on(year)
        if day is None:
            return None
        return f"{day}/{day + datetime.timedelta(days=6)}" if week else f"{day}"

    def value(context: Context) -> str | None:
        if year is not None:
            return on(year)
        if shift is None and context.near is not None:
            return on(context.near[0])
        same = context.near_day  # 3月12日植树节前后
        if shift is None and same is not None and on(same.year) == same.isoformat():
            return on(same.year)
        if context.day is None:
            return None
        return on(context.day.year + shift) if shift is not None else _nearest(on, context)

    fixed = f"XXXX-{named.month:02}-{named.day:02}" if named.calendar == "common" else None
    if fixed and week:
        fixed = "XXXX-10-01/XXXX-10-07"
    kind: DateKind = "period" if around in WEEK_WORDS and around else "date"
    edtf = on(year) if year is not None else fixed
    whole = Meaning(Named(edtf, value), kind, part_of_day_of(words.atoms), level="festival")
    return _day_of_holiday(whole, words.text("g"))


def _day_of_holiday(whole: Meaning, text: str | None) -> Meaning | None:
    """国庆假期|第三天, 国庆长假|最后两天; other holidays begin on another day each year, so no day of theirs is counted."""
    if text is None:
        return whole
    named = whole.time.edtf or ""
    day, stated = nth(whole.time, text), nth(Fixed(named.replace("XXXX", ANY_YEAR)), text)
    if day is None or stated is None:
        return None
    edtf = stated.resolve(Context()) or ""
    kind: DateKind = "period" if "/" in edtf else "date"
    if named.startswith("XXXX"):
        edtf = edtf.replace(ANY_YEAR, "XXXX")
    return whole._replace(time=Named(edtf or None, day.resolve), kind=kind)


ANY_YEAR = "2000"
"""Stands for a year that the words do not name, while days are counted within it."""

WEEK_WORDS = frozenset({"期间", "假期", "长假", "小长假", "黄金周"})


def _nearest(on: Callable[[int], str | None], context: Context) -> str | None:
    """Of the days in the years around the anchor the nearest one; ahead, the next."""
    anchor = context.day
    assert anchor is not None
    found = [(first, value) for year in range(anchor.year - 1, anchor.year + 2)
             if (value := on(year)) and (first := bounds(value)[0])]  # fmt: skip
    if context.ahead:
        found = [item for item in found if item[0] >= anchor] or found
    return min(found, key=lambda item: abs((item[0] - anchor).days))[1] if found else None


LUNAR = (
    r"(?:农历|阴历|旧历)?(?P<year>[0-9一二三四五六七八九〇零]{4}年)?闰?(?:大年|(?P<month>.{1,2}?)月)(?:初)?"
    r"(?P<day>[^-—–~～－―─至到]*)(?:[-—–~～－―─至到]+初?(?P<last>.+))?"
)


def lunar(words: Words) -> Meaning | None:
    """正月初八, 正月初一至初七, 农历八月十五, 腊月, 阴历二〇二一年六月."""
    match = compiled(LUNAR).fullmatch(words.text("L") or "")
    years = years_of(words)
    if match is None or years is None:
        return None
    month = small_number(match["month"] or "正")
    day = small_number(match["day"]) if match["day"] else None
    last = small_number(match["last"]) if match["last"] else None
    if month is None or not 1 <= month <= 12 or (match["day"] and (day is None or not 1 <= day <= 30)):
        return None
    year = year_of(match["year"]) if match["year"] else years[0]

    def on(year: int) -> str | None:
        if day is None:
            months = lunar_month(year, month)
            return f"{months[0]}/{months[1]}" if months else None
        found = lunar_day(year, month, day)
        end = lunar_day(year, month, last) if last else None
        return (f"{found}/{end}" if end else f"{found}") if found else None

    def value(context: Context) -> str | None:
        if year is not None:
            return on(year)
        if context.day is None:
            return None
        return on(context.day.year + years[1]) if years[1] is not None else _nearest(on, context)

    kind: DateKind = "period" if day is None else "range" if last else "date"
    return Meaning(
        Named(None if year is None else on(year), value), kind, part_of_day_of(words.atoms), level="lunar"
    )


def plan(words: Words) -> Meaning | None:
    """十四五, 第十四个五年规划."""
    text = words.text("Z") or ""
    number = (
        small_number(re.sub(r"^第|个五年.*$", "", text)) if text.startswith("第") else small_number(text[:-1])
    )
    years = plan_period(number) if number else None
    return None if years is None else Meaning(Fixed(f"{years[0]}/{years[1]}"), "plan")


CENTURY = (
    r"(?P<century>上个?|下个?|本|[0-9]+|[一二三四五六七八九十]+)?(?:世纪)?"
    r"(?P<decade>[0-9]{1,2}|[一二三四五六七八九]{1,2}十)?(?:年代)?"
)
WITHIN_DECADE = {"初": (0, 2), "前": (0, 2), "中": (3, 6), "末": (7, 9), "底": (7, 9), "后": (7, 9)}
WITHIN_CENTURY = {
    "初": (0, 19),
    "前": (0, 29),
    "中": (40, 59),
    "末": (80, 99),
    "底": (80, 99),
    "后": (70, 99),
}


def century(words: Words) -> Meaning | None:
    """本世纪末, 上世纪80年代, 上世纪五六十年代, 二十世纪九十年代末期, 1990年代."""
    text = words.text("C") or ""
    if re.match(r"[0-9]{4}", text):
        return Meaning(Fixed(f"{text[:3]}X"), level="century")
    match = compiled(CENTURY).fullmatch(text)
    if match is None:
        return None
    named = match["century"] if "世纪" in text else None
    decades = _decades(match["decade"] or (match["century"] if named is None else None))
    if decades is None and (match["decade"] or named is None):
        return None
    part = (words.text("E") or "")[:1]
    shift = {"上": -1, "下": 1, "本": 0}.get((named or "x")[0])
    number = small_number(named) if named and shift is None else None
    if number is not None:
        value = _within(number - 1, decades, part)
        return Meaning(Fixed(value), level="century") if 10 <= number <= 30 else None

    def anchored(day: datetime.date) -> str:
        if shift is not None:
            return _within(day.year // 100 + shift, decades, part)
        return _within(day.year // 100 - (decades is not None and day.year % 100 < decades[0]), decades, part)

    return Meaning(Counted(anchored), level="century")


def _decades(text: str | None) -> tuple[int, int] | None:
    """The first and last decade of `80`, `九十` and `五六十`, as years of their century; None where they are none."""
    if not text:
        return None
    pair = len(text) == 3 and not text.isdigit()
    found = [small_number(text[0] + "十"), small_number(text[1:])] if pair else [small_number(text)]
    numbers = [number for number in found if number is not None and number % 10 == 0 and 10 <= number <= 90]
    return (numbers[0], numbers[-1]) if len(numbers) == len(found) else None


def _within(century: int, decades: tuple[int, int] | None, part: str) -> str:
    """A century (19 for the twentieth), decades of it, or a part of either."""
    if decades is None:
        if part not in WITHIN_CENTURY:
            return f"{century:02}XX"
        low, high = WITHIN_CENTURY[part]
    elif decades[0] != decades[1]:
        low, high = decades[0], decades[1] + 9
    elif part in WITHIN_DECADE:
        low, high = (decades[0] + year for year in WITHIN_DECADE[part])
    else:
        return f"{century:02}{decades[0] // 10}X"
    return f"{century:02}{low:02}/{century:02}{high:02}"


def week(words: Words) -> Meaning | None:
    """上周五, 本周, 下周末: weeks begin on Monday."""
    text = words.text("W") or ""
    shift = 7 * ({"上": -1, "下": 1}.get(text[0], 0))
    last = text[-1]
    single = last in WEEKDAYS and text[-2] in "周期拜"

    def value(day: datetime.date) -> str:
        monday = day + datetime.timedelta(days=shift - day.weekday())
        if single:
            return f"{monday + datetime.timedelta(days=WEEKDAYS[last])}"
        first = monday + datetime.timedelta(days=5 if last == "末" else 0)
        return f"{first}/{monday + datetime.timedelta(days=6)}"

    kind: DateKind = "deadline" if words.text("I") else "date" if single else "period"
    return Meaning(Counted(value), kind, part_of_day_of(words.atoms), level="day" if single else "week")


def event(words: Words) -> Meaning:
    """“12·16”火灾: the year of the event is not known."""
    month, day = map(int, re.findall(r"\d+", words.text("N") or ""))
    return Meaning(Named(f"XXXX-{month:02}-{day:02}", unknown), "name")
