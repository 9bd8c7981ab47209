"""What the readers of dates share: the words of a point by letter, their numbers, and what a point means.

Part of the dates extractor.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple

from ..digits import small_number, year_number
from ..moments import HIDDEN

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence

    from ..mentions import DateKind, PartOfDay
    from ..moments import Context, Time
    from .date_atoms import Atom

__all__ = [
    "WEEKDAYS",
    "YEARS",
    "Meaning",
    "Named",
    "Words",
    "number_of",
    "part_of_day_of",
    "unknown",
    "weekday_of",
    "year_of",
    "years_of",
]

YEARS = {
    "大前年": -3, "前年": -2, "去年": -1, "上年": -1, "上一年": -1, "上年度": -1, "上一年度": -1, "今年": 0, "今年度": 0, "本年": 0,
    "本年度": 0, "明年": 1, "下年": 1, "下一年": 1, "下年度": 1, "下一年度": 1, "后年": 2, "大后年": 3,
}  # fmt: skip
"""Years from the anchor's; 次年 and 翌年 count from the time before."""

PARTS_OF_DAY: tuple[tuple[str, PartOfDay], ...] = (
    ("凌晨", "early morning"), ("拂晓", "early morning"), ("黎明", "early morning"), ("中午", "noon"), ("正午", "noon"),
    ("深夜", "night"), ("子夜", "night"), ("午夜", "night"), ("半夜", "night"), ("下午", "afternoon"), ("午后", "afternoon"),
    ("上午", "morning"), ("晨", "morning"), ("早", "morning"), ("晚", "evening"), ("夜", "night"),
)  # fmt: skip
"""By what the word holds: 清晨 and 早晨 are morning, 晚上, 傍晚 and 当晚 evening, 夜间 night."""

WEEKDAYS = {"一": 0, "二": 1, "三": 2, "四": 3, "五": 4, "六": 5, "日": 6, "天": 6}

YEARS_READ = range(1600, 2200)
"""`1200年` and `3000年` are lengths of time."""


class Meaning(NamedTuple):
    """What a point means.

    Attributes:
        time: its value.
        kind: the kind of a mention that is this point alone.
        part_of_day: as named, or None.
        notes: contradictions and reasons.
        level: what it fixes: year, quarter, month, day, or another; what a list and a range inherit by.
        weekday: as named, Monday 0, or None.
        told_shift: for 昨天（24日）, the days from the anchor that the words tell beside the brackets: -1.
    """

    time: Time
    kind: DateKind = "period"
    part_of_day: PartOfDay | None = None
    notes: tuple[str, ...] = ()
    level: str = ""
    weekday: int | None = None
    told_shift: int | None = None


class Words(NamedTuple):
    """The words of a point, by letter; the last of each."""

    atoms: Sequence[Atom]
    by_letter: Mapping[str, Atom]

    @classmethod
    def of(cls, atoms: Sequence[Atom]) -> Words:
        """The words of a point."""
        return cls(atoms, {atom.letter: atom for atom in atoms})

    def text(self, letters: str) -> str | None:
        """The text of the first of these letters that is there."""
        for letter in letters:
            if (atom := self.by_letter.get(letter)) is not None:
                return atom.text
        return None


class Named(NamedTuple):
    """A time with a name of its own, such as a festival."""

    edtf: str | None
    value: Callable[[Context], str | None]

    def resolve(self, context: Context) -> str | None:
        """The value for the anchor."""
        return self.value(context)


def unknown(context: Context) -> str | None:  # noqa: ARG001
    """No value, whatever the anchor: the year of an event, a redacted year."""
    return None


def digits_of(text: str) -> str:
    """The number at the beginning of `24日` or `十二月份`."""
    return re.sub(r"[年月日号號份度季第Q\s].*$", "", text.lstrip("第Q"))


def number_of(text: str) -> int | None:
    """The value of the number, `HIDDEN` for a redacted one."""
    digits = digits_of(text)
    return HIDDEN if digits and digits[0] in "*＊×xX" else small_number(digits)


def year_of(text: str) -> int | None:
    """The year of `2024年度`, `98年`, `二〇三五年`; None for a length such as 五六年 and for years out of range."""
    digits = digits_of(text)
    if re.search(r"[*＊×xX]", digits):
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


def years_of(words: Words) -> tuple[int | None, int | None] | None:
    """Year and shift of a point; None where the year is a length of time after all."""
    text = words.text("Yy")
    if text is not None:
        year = year_of(text)
        return None if year is None else (year, None)
    text = words.text("R")
    return (None, YEARS.get(text)) if text else (None, None)


def weekday_of(words: Words) -> int | None:
    """The weekday that the words name, Monday 0."""
    text = words.text("w")
    return None if text is None else WEEKDAYS.get(text.strip(" ()（）")[-1])
