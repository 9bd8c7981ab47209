"""What the words of one point in time mean, as a value of `moments`.

Part of the dates extractor: `date_grammar` says which words make a point, this module what they come to.
"""

from __future__ import annotations

import datetime
import re
from typing import TYPE_CHECKING

from attrs import evolve, frozen

from ..calendars import bounds, last_day, plan_period
from ..digits import small_number, year_number
from ..lunar import lunar_day, lunar_month
from ..moments import HIDDEN, Context, Counted, Fixed, Moment, Stretch
from .date_counts import Within, counted, first_months, nth

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence

    from ..calendars import Festival
    from ..mentions import DateKind, PartOfDay
    from ..moments import Part, Time
    from .date_atoms import Atom

__all__ = ["OTHER_YEAR", "Meaning", "meaning"]


@frozen(slots=True)
class Meaning:
    """What a point means.

    Attributes:
        time: its value.
        kind: the kind of a mention that is this point alone.
        part_of_day: as named, or None.
        notes: contradictions and reasons.
        level: what it fixes: year, quarter, month, day, or another; what a list and a range inherit by.
    """

    time: Time
    kind: DateKind = "period"
    part_of_day: PartOfDay | None = None
    notes: tuple[str, ...] = ()
    level: str = ""
    weekday: int | None = None
    stated: Moment | None = None


YEARS = {
    "大前年": -3, "前年": -2, "去年": -1, "上年": -1, "上一年": -1, "上年度": -1, "上一年度": -1, "今年": 0, "今年度": 0, "本年": 0,
    "本年度": 0, "明年": 1, "下年": 1, "下一年": 1, "下年度": 1, "下一年度": 1, "后年": 2, "大后年": 3,
}  # fmt: skip
"""Years from the anchor's; 次年 and 翌年 count from the time before."""

DAYS = {"大前": -3, "前": -2, "昨": -1, "今": 0, "明": 1, "后": 2, "大后": 3}

PARTS_OF_DAY: tuple[tuple[str, PartOfDay], ...] = (
    ("凌晨", "early morning"), ("拂晓", "early morning"), ("黎明", "early morning"), ("中午", "noon"), ("正午", "noon"),
    ("深夜", "night"), ("子夜", "night"), ("午夜", "night"), ("半夜", "night"), ("下午", "afternoon"), ("午后", "afternoon"),
    ("上午", "morning"), ("晨", "morning"), ("早", "morning"), ("晚", "evening"), ("夜", "night"),
)  # fmt: skip
"""By what the word holds: 清晨 and 早晨 are morning, 晚上, 傍晚 and 当晚 evening, 夜间 night."""

EDGES: dict[str, Part] = {"底": "end", "末": "end", "初": "begin", "伊始": "begin"}
TEN_DAYS: dict[str, Part] = {"上旬": "early", "中旬": "middle", "下旬": "late"}
SEASON_CODES = {"春": 21, "夏": 22, "秋": 23, "冬": 24}
WEEKDAYS = {"一": 0, "二": 1, "三": 2, "四": 3, "五": 4, "六": 5, "日": 6, "天": 6}
IMPOSSIBLE = "no such day"
OTHER_YEAR = "counts from another year"
"""次年3月: the year after one named elsewhere; behind a range's beginning (11月至次年3月) it needs no telling."""
YEARS_READ = range(1600, 2200)
"""`1200年` and `3000年` are lengths of time."""


def digits_of(text: str) -> str:
    """The number at the beginning of `24日` or `十二月份`."""
    return re.sub(r"[年月日号號份度季第Q\s].*$", "", text.lstrip("第Q"))


def number_of(text: str) -> int | None:
    """The value of the number, `HIDDEN` for a redacted one."""
    digits = digits_of(text)
    return HIDDEN if digits and digits[0] in "*×xX" else small_number(digits)


def year_of(text: str) -> int | None:
    """The year of `2024年度`, `98年`, `二〇三五年`; None for a length such as 五六年 and for years out of range."""
    digits = digits_of(text)
    if re.search(r"[*×xX]", digits):
        return HIDDEN
    if len(digits) == 2 and not digits.isdigit():
        first, second = small_number(digits[0]), small_number(digits[1])
        if first is None or second is None or (first and second == first + 1) or digits == "三五":
            return None
    year = year_number(digits)
    return year if year in YEARS_READ else None


def part_of_day_of(atoms: Sequence[Atom]) -> PartOfDay | None:
    """The part of the day that the words name."""
    for atom in atoms:
        if atom.letter in "PcG":
            for word, part in PARTS_OF_DAY:
                if word in atom.text and "天" not in atom.text:
                    return part
    return None


@frozen(slots=True)
class _Words:
    """The words of a point, by letter; the last of each."""

    atoms: Sequence[Atom]
    by_letter: Mapping[str, Atom]

    @classmethod
    def of(cls, atoms: Sequence[Atom]) -> _Words:
        """The words of a point."""
        return cls(atoms, {atom.letter: atom for atom in atoms})

    def text(self, letters: str) -> str | None:
        """The text of the first of these letters that is there."""
        return next((self.by_letter[letter].text for letter in letters if letter in self.by_letter), None)


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
    words = _Words.of(atoms)
    special = SPECIAL.get(rule)
    if rule == "festival":
        return _festival(words, festivals)
    return special(words) if special else _calendar(words, unit)


def _year(words: _Words) -> tuple[int | None, int | None] | None:
    """Year and shift of a point; None where the year is a length of time after all."""
    text = words.text("Yy")
    if text is not None:
        year = year_of(text)
        return None if year is None else (year, None)
    text = words.text("R")
    return (None, YEARS.get(text)) if text else (None, None)


def _edge(words: _Words) -> Part | None:
    text = words.text("EB")
    if text is None:
        return None
    return next((part for word, part in EDGES.items() if word in text), None)


def _calendar(words: _Words, unit: str) -> Meaning | None:
    """Days, months, quarters, halves and years of the common calendar."""
    years = _year(words)
    if years is None:
        return None
    if years[0] == HIDDEN and len(words.atoms) == 1:
        return Meaning(_Named("20XX", lambda _: None), notes=("redacted",))
    moment = Moment(year=years[0], year_shift=years[1])
    found = _with_months(moment, words, unit)
    if found is None:
        return None
    moment, level = found
    ten_days = words.text("X")
    if ten_days is not None:
        return _ten_days(moment, ten_days)
    part = _edge(words)
    if words.text("I") is not None:
        part = "end"
    if words.text("B") is not None and (words.text("B") or "")[0] == "月" and moment.month_shift is None:
        moment = evolve(moment, month_shift=0)
        level = "month"
    moment = evolve(moment, part=part)
    return _checked(moment, level, words)


def _with_months(moment: Moment, words: _Words, unit: str) -> tuple[Moment, str] | None:
    """The moment with month, quarter or half, and day."""
    level = "year"
    text = words.text("M")
    if text is not None:
        month = number_of(text)
        if month is None or (month != HIDDEN and not 1 <= month <= 12):
            return None
        moment, level = evolve(moment, month=month), "month"
    text = words.text("S")
    if text is not None:
        moment, level = evolve(moment, month_shift=1 if "下" in text else -1 if "上" in text else 0), "month"
    text = words.text("Q")
    if text is not None:
        number = small_number(re.sub(r"[第Q个季度前头]", "", text))
        if number is None or not 1 <= number <= 4:
            return None
        if text[0] in "前头":
            return evolve(moment, code=-number), "quarter"
        moment, level = evolve(moment, code=32 + number), "quarter"
    text = words.text("q")
    if text is not None:
        moment, level = (
            evolve(moment, quarter_shift=-1 if "上" in text else 1 if "下" in text else 0),
            "quarter",
        )
    text = words.text("H")
    if text is not None:
        moment, level = evolve(moment, code=40 if text[0] in "上前" else 41), "half"
    text = words.text("Ddm")
    if text is not None:
        return _with_day(moment, number_of(text))
    text = words.text("n")
    return (moment, level) if text is None else _with_number(moment, number_of(text), unit, words)


def _with_day(moment: Moment, day: int | None) -> tuple[Moment, str] | None:
    if day is None or (day != HIDDEN and not 1 <= day <= 31):
        return None
    return evolve(moment, day=day), "day"


def _with_number(moment: Moment, number: int | None, unit: str, words: _Words) -> tuple[Moment, str] | None:
    """A bare number: a day behind a month, else what the word it leans on counts."""
    if number is None:
        return None
    if words.text("MS") is not None or unit in "Dd":
        return _with_day(moment, number)
    if unit == "M" and (number == HIDDEN or 1 <= number <= 12):
        return evolve(moment, month=number), "month"
    if unit == "Q" and 1 <= number <= 4:
        return evolve(moment, code=32 + number), "quarter"
    return None


def _ten_days(moment: Moment, text: str) -> Meaning | None:
    """上旬, 中旬, 下旬, and two of them together: 上中旬."""
    parts = [TEN_DAYS[f"{letter}旬"] for letter in text if letter in "上中下"]
    first, last = evolve(moment, part=parts[0]), evolve(moment, part=parts[-1])
    return Meaning(first if len(parts) == 1 else Stretch(first, last), level="month")


MID_AUTUMN = (8, 15)


def _checked(moment: Moment, level: str, words: _Words) -> Meaning | None:
    """The meaning of a moment; a day that does not exist is kept, unresolved, with the reason."""
    part_of_day = part_of_day_of(words.atoms)
    if moment.code is not None and moment.code < 0:  # 前三季度
        last = evolve(moment, code=None, month=-3 * moment.code)
        return Meaning(Stretch(evolve(moment, code=None, month=1), last), level="quarter")
    day, month = moment.day, moment.month
    if (month, day) == MID_AUTUMN and not (words.text("m") or "1").isdecimal():  # 八月十五 without its 日
        lunar = _Words.of([*(a for a in words.atoms if a.letter in "YR"), *_as_lunar(words)])
        return _lunar(lunar)
    if level == "day" and day not in (None, HIDDEN) and month not in (None, HIDDEN):
        year = moment.year if moment.year not in (None, HIDDEN) else 2024  # a leap year: 2月29日 may be
        if day > last_day(year, month):
            return Meaning(Fixed(None), "date", part_of_day, (IMPOSSIBLE,), "day")
    kind: DateKind = "date" if level == "day" or (moment.part == "end" and moment.code is None) else "period"
    if words.text("I") is not None:
        kind = "deadline"
    notes = (OTHER_YEAR,) if words.text("R") in ("次年", "翌年") else ()
    return Meaning(moment, kind, part_of_day, notes, level, _weekday(words), moment)


def _as_lunar(words: _Words) -> list[Atom]:
    month, day = words.by_letter["M"], words.by_letter["m"]
    return [evolve(month, letter="L", end=day.end, text=month.text + day.text)]


def _weekday(words: _Words) -> int | None:
    text = words.text("w")
    return None if text is None else WEEKDAYS.get(text.strip(" ()（）")[-1])


def _digits(words: _Words) -> Meaning | None:
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


def _digits_month(words: _Words) -> Meaning | None:
    year, month = map(int, re.findall(r"\d+", words.text("o") or ""))
    return Meaning(Moment(year, month), level="month", stated=Moment(year, month))


def _relative_day(words: _Words) -> Meaning | None:
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

    return Meaning(Counted(value), "date", part_of_day, level="day", weekday=_weekday(words))


def _day_told(text: str, words: _Words) -> Meaning:
    """当天, 次日: the day that the document named last, or the next one."""
    shift = datetime.timedelta(days=1 if text[0] in "次翌" else 0)

    def value(context: Context) -> str | None:
        return None if context.last_day is None else f"{context.last_day + shift}"

    return Meaning(Within(Fixed(None), value), "date", part_of_day_of(words.atoms), level="day")


def _day_in_brackets(
    brackets: str, shift: int, part_of_day: PartOfDay | None, words: _Words
) -> Meaning | None:
    """昨天(24日): the day in brackets holds; `notes` tell where the two differ, which only the anchor shows."""
    numbers = list(map(int, re.findall(r"\d+", brackets)))
    year, month, day = (None, None, *numbers)[-3:]
    if day is None or not 1 <= day <= 31 or (month is not None and not 1 <= month <= 12):
        return None
    moment = Moment(year=year, month=month, day=day)
    return Meaning(moment, "date", part_of_day, (f"shift {shift}",), "day", _weekday(words), moment)


def _counted_within(words: _Words) -> Meaning | None:
    text = words.text("K") or ""
    base = _calendar(_Words.of([atom for atom in words.atoms if atom.letter != "K"]), "")
    if base is None:
        return None
    found = nth(base.time, text)
    return (
        None
        if found is None
        else Meaning(found, "date" if text.startswith("第") and text.endswith("天") else "period")
    )


def _first_months(words: _Words) -> Meaning | None:
    found = first_months(words.text("K") or "")
    return None if found is None else Meaning(found)


def _whole_year(words: _Words) -> Meaning | None:
    years = _year(words)
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


def _within_year(words: _Words) -> Meaning | None:
    """年内: up to the last day of the year."""
    years = _year(words)
    if years is None:
        return None
    year, shift = years
    if year is None:  # the words say no more than this year
        return Meaning(Counted(lambda day: f"{day.year + (shift or 0):04}-12-31"), "deadline", level="year")
    return Meaning(Moment(year=year, part="end"), "deadline", level="year")


def _season(words: _Words) -> Meaning | None:
    """今冬明春, 2021年春."""
    times: list[Moment] = []
    years = _year(words)
    if years is None:
        return None
    for atom in words.atoms:
        if atom.letter == "s":
            code = next(code for season, code in SEASON_CODES.items() if season in atom.text)
            shift = {"今": 0, "去": -1, "明": 1}.get(atom.text[0], years[1])
            times.append(Moment(year=years[0], year_shift=shift, code=code))
    if len(times) == 1:
        return Meaning(times[0], level="season")
    return Meaning(_Seasons(times[0], times[-1]), level="season")


@frozen(slots=True)
class _Seasons:
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


def _holidays(words: _Words) -> Meaning | None:
    """暑假: July and August; 寒假: January and February."""
    years = _year(words)
    if years is None:
        return None
    base = Moment(year=years[0], year_shift=years[1])
    first = 7 if "暑" in (words.text("h") or "") else 1
    return Meaning(Stretch(evolve(base, month=first), evolve(base, month=first + 1)))


def _named_years(words: _Words) -> Meaning:
    """今明两年."""
    shifts = [{"去": -1, "今": 0, "明": 1, "后": 2}[letter] for letter in (words.text("J") or "")[:-2]]
    return Meaning(Counted(lambda day: f"{day.year + shifts[0]:04}/{day.year + shifts[-1]:04}"), "range")


def _festival(words: _Words, festivals: Mapping[str, Festival]) -> Meaning | None:
    """国庆节, 2024年冬至, 春节期间; without a year, the nearest, or the next one of a deadline."""
    festival = festivals[words.text("F") or ""]
    years = _year(words)
    if years is None:
        return None
    year, shift = years
    around = words.text("u") or ""
    week = (
        festival.calendar == "common" and (festival.month, festival.day) == (10, 1) and around in WEEK_WORDS
    )

    def on(year: int) -> str | None:
        day = festival.on(year)
        if day is None:
            return None
        return f"{day}/{day + datetime.timedelta(days=6)}" if week else f"{day}"

    def value(context: Context) -> str | None:
        if year is not None:
            return on(year)
        anchor = context.day
        if anchor is None:
            return None
        return on(anchor.year + shift) if shift is not None else _nearest(on, context)

    fixed = f"XXXX-{festival.month:02}-{festival.day:02}" if festival.calendar == "common" else None
    if fixed and week:
        fixed = "XXXX-10-01/XXXX-10-07"
    kind: DateKind = "period" if around in WEEK_WORDS and around else "date"
    edtf = on(year) if year is not None else fixed
    return Meaning(_Named(edtf, value), kind, part_of_day_of(words.atoms), level="festival")


WEEK_WORDS = frozenset({"期间", "假期", "长假", "小长假", "黄金周"})


@frozen(slots=True)
class _Named:
    """A time with a name of its own, such as a festival."""

    edtf: str | None
    value: Callable[[Context], str | None]

    def resolve(self, context: Context) -> str | None:
        """The value for the anchor."""
        return self.value(context)


def _nearest(on: Callable[[int], str | None], context: Context) -> str | None:
    """Of the days in the years around the anchor the nearest one; ahead, the next."""
    anchor = context.day
    assert anchor is not None
    found = [(first, value) for year in range(anchor.year - 1, anchor.year + 2)
             if (value := on(year)) and (first := bounds(value)[0])]  # fmt: skip
    if context.ahead:
        found = [item for item in found if item[0] >= anchor] or found
    return min(found, key=lambda item: abs((item[0] - anchor).days))[1] if found else None


LUNAR = re.compile(
    r"(?:农历|阴历|旧历)?(?P<year>[0-9一二三四五六七八九〇零]{4}年)?闰?(?:大年|(?P<month>.{1,2}?)月)(?:初)?(?P<day>.*)"
)


def _lunar(words: _Words) -> Meaning | None:
    """正月初八, 农历八月十五, 腊月, 阴历二〇二一年六月."""
    match = LUNAR.fullmatch(words.text("L") or "")
    years = _year(words)
    if match is None or years is None:
        return None
    month = small_number(match["month"] or "正")
    day = small_number(match["day"]) if match["day"] else None
    if month is None or not 1 <= month <= 12 or (match["day"] and (day is None or not 1 <= day <= 30)):
        return None
    year = year_of(match["year"]) if match["year"] else years[0]

    def on(year: int) -> str | None:
        if day is None:
            months = lunar_month(year, month)
            return months and f"{months[0]}/{months[1]}"
        found = lunar_day(year, month, day)
        return found and f"{found}"

    def value(context: Context) -> str | None:
        if year is not None:
            return on(year)
        if context.day is None:
            return None
        return on(context.day.year + years[1]) if years[1] is not None else _nearest(on, context)

    kind: DateKind = "period" if day is None else "date"
    return Meaning(
        _Named(None if year is None else on(year), value), kind, part_of_day_of(words.atoms), level="lunar"
    )


def _plan(words: _Words) -> Meaning | None:
    """十四五, 第十四个五年规划."""
    text = words.text("Z") or ""
    number = (
        small_number(re.sub(r"^第|个五年.*$", "", text)) if text.startswith("第") else small_number(text[:-1])
    )
    years = plan_period(number) if number else None
    return None if years is None else Meaning(Fixed(f"{years[0]}/{years[1]}"), "plan")


CENTURY = re.compile(
    r"(?P<century>上个?|下个?|本|[0-9]+|[一二三四五六七八九十]+)?(?:世纪)?(?P<decade>[0-9]{1,2}|[一二三四五六七八九]十)?(?:年代)?"
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


def _century(words: _Words) -> Meaning | None:
    """本世纪末, 上世纪80年代, 二十世纪九十年代末期."""
    text = words.text("C") or ""
    if re.match(r"[0-9]{4}", text):  # 1990年代
        return Meaning(Fixed(f"{text[:3]}X"), level="century")
    match = CENTURY.fullmatch(text)
    if match is None:
        return None
    named = match["century"] if "世纪" in (words.text("C") or "") else None
    decade_text = match["decade"] or (match["century"] if named is None else None)
    decade = small_number(decade_text) if decade_text else None
    if decade is not None and (decade % 10 or not 10 <= decade <= 90):
        return None
    part = (words.text("E") or "")[:1]
    number = small_number(named) if named and named[0] not in "上下本" else None
    shift = {"上": -1, "下": 1, "本": 0}.get((named or "x")[0])
    if number is not None and not 10 <= number <= 30:
        return None

    def value(century: int) -> str:
        if decade is not None:
            if part in WITHIN_DECADE:
                low, high = WITHIN_DECADE[part]
                return f"{century:02}{decade + low:02}/{century:02}{decade + high:02}"
            return f"{century:02}{decade // 10}X"
        if part in WITHIN_CENTURY:
            low, high = WITHIN_CENTURY[part]
            return f"{century:02}{low:02}/{century:02}{high:02}"
        return f"{century:02}XX"

    if number is not None:
        return Meaning(Fixed(value(number - 1)), level="century")

    def anchored(day: datetime.date) -> str:
        if shift is not None:
            return value(day.year // 100 + shift)
        return value(day.year // 100 - (day.year % 100 < (decade or 0)))

    return Meaning(Counted(anchored), level="century")


def _week(words: _Words) -> Meaning | None:
    """上周五, 本周, 下周末: weeks begin on Monday."""
    text = words.text("W") or ""
    shift = 7 * ({"上": -1, "下": 1}.get(text[0], 0))
    last = text[-1]

    def value(day: datetime.date) -> str:
        monday = day + datetime.timedelta(days=shift - day.weekday())
        if last in WEEKDAYS and text[-2] in "周期拜":
            return f"{monday + datetime.timedelta(days=WEEKDAYS[last])}"
        first = monday + datetime.timedelta(days=5 if last == "末" else 0)
        return f"{first}/{monday + datetime.timedelta(days=6)}"

    single = last in WEEKDAYS and text[-2] in "周期拜"
    return Meaning(
        Counted(value),
        "date" if single else "period",
        part_of_day_of(words.atoms),
        level="day" if single else "week",
    )


def _counted(words: _Words) -> Meaning | None:
    text = words.text("V") or ""
    time = counted(text)
    if time is None:
        return None
    kind: DateKind = "date" if re.search(r"[天日](?:之|以)?[前后]$", text) else "period"
    if text.endswith("内") and not text.startswith(("近", "过", "最")):
        kind = "deadline"
    return Meaning(time, kind, level="counted")


def _these_years(words: _Words) -> Meaning | None:
    """这一年: the year that the sentence has named, else this one; 这五年: not known."""
    text = words.text("v") or ""
    if small_number(re.sub(r"[这年来间]", "", text)) != 1:
        return Meaning(Fixed(None), notes=("points back to years that are named elsewhere",))

    def value(context: Context) -> str | None:
        year = context.near[0] if context.near else context.day.year if context.day else None
        return None if year is None else f"{year:04}"

    return Meaning(Within(Fixed(None), value))


def _name(words: _Words) -> Meaning:
    """“12·16”火灾: the year of the event is not known."""
    month, day = map(int, re.findall(r"\d+", words.text("N") or ""))
    return Meaning(_Named(f"XXXX-{month:02}-{day:02}", lambda _: None), "name")


def _same_period(words: _Words) -> Meaning | None:
    shift = YEARS.get(words.text("R") or "")
    return (
        None if shift is None else Meaning(Moment(year_shift=shift), notes=("the same months of that year",))
    )


SPECIAL: Mapping[str, Callable[[_Words], Meaning | None]] = {
    "date in digits": _digits,
    "month in digits": _digits_month,
    "relative day": _relative_day,
    "relative day of another year": _relative_day,
    "days counted within": _counted_within,
    "first months of the year": _first_months,
    "whole year": _whole_year,
    "within the year": _within_year,
    "season": _season,
    "school holidays": _holidays,
    "named years": _named_years,
    "lunar date": _lunar,
    "plan period": _plan,
    "century": _century,
    "week": _week,
    "counted from now": _counted,
    "these years": _these_years,
    "date as a name": _name,
    "same period of a year": _same_period,
}
"""What reads the words of a point, by its rule; the others are of the common calendar."""
