"""How points in time join: what a list or a range inherits, and what becomes one mention.

Part of the dates extractor: `3月30日、31日` is one mention, `2024年、2025年` two, and in `9月10日、12日` the second takes the
month from the first.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from ..moments import Moment, Since, Stretch
from .date_counts import offset
from .date_values import meaning

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from ..calendars import Festival
    from ..mentions import DateKind
    from ..moments import Time
    from .date_atoms import Atom
    from .date_grammar import Expression
    from .date_words import Meaning

__all__ = ["Part", "parts"]

NUMBERS = frozenset({"number", "bare year"})
"""Points that have no unit of their own: 7 of 7-8月, 2021 of 2021-2025年."""


class Part(NamedTuple):
    """What becomes one mention: one point, or points joined into a list or a range.

    Attributes:
        start, end: its place in the text.
        rule: the name of the rule.
        time: its value.
        kind: its kind.
        meaning: that of its last point.
        ranged: whether it joins several points, or runs up to now.
    """

    start: int
    end: int
    rule: str
    time: Time
    kind: DateKind
    meaning: Meaning
    ranged: bool = False


class _Read(NamedTuple):
    """A point with its meaning, and its words by their places in the run."""

    meaning: Meaning
    start: int
    end: int
    rule: str


def parts(expression: Expression, run: Sequence[Atom], table: Mapping[str, Festival]) -> Iterator[Part]:
    """The parts of an expression, in order."""
    if len(expression.points) == 1:
        (point,) = expression.points
        found = meaning(point.rule, run[point.start : point.end], table)
        if found is not None:
            only = _Read(found, point.start, point.end, point.rule)
            yield _part([only], run[point.start : expression.end], expression.suffix)
        return
    points = _read(expression, run, table)
    at = 0
    while at < len(points):
        first = points[at]
        if first is None:
            at += 1
            continue
        chain, last = [first], at
        while (joined := _following(points, expression, chain[-1], last)) is not None:
            chain.append(joined)
            last += 1
        whole = last == len(points) - 1
        words = run[first.start : expression.end if whole else chain[-1].end]
        yield _part(chain, words, expression.suffix if whole else "")
        if not whole and (after := points[last + 1]) is not None:
            points[last + 1] = after._replace(meaning=_inheriting(chain[-1].meaning, after.meaning))
        at = last + 1


def _read(expression: Expression, run: Sequence[Atom], table: Mapping[str, Festival]) -> list[_Read | None]:
    """The points with their meanings; a bare number takes its unit from the next point that has one."""
    points = expression.points
    letters = [run[point.start].letter for point in points]
    read: list[_Read | None] = []
    for index, point in enumerate(points):
        unit = next((letter for letter in letters[index + 1 :] if letter not in "ny"), "")
        found = meaning(point.rule, run[point.start : point.end], table, unit)
        read.append(None if found is None else _Read(found, point.start, point.end, point.rule))
    return read


def _following(points: Sequence[_Read | None], expression: Expression, first: _Read, at: int) -> _Read | None:
    """The point behind the one at `at`, with what it inherits, if the two are one expression; else None."""
    second = points[at + 1] if at + 1 < len(points) else None
    if second is None:
        return None
    taking = _inheriting(first.meaning, second.meaning)
    if expression.joins[at] != "~" and first.rule not in NUMBERS:
        one, two = first.meaning.time, taking.time
        if (
            taking is second.meaning
            or not isinstance(one, Moment)
            or not isinstance(two, Moment)
            or not _consecutive(one, two)
        ):
            return None
    return second._replace(meaning=taking)


def _inheriting(first: Meaning, second: Meaning) -> Meaning:
    """The second point with the year and month that it leaves out and the first states."""
    one, two = first.time, second.time
    if not isinstance(one, Moment) or not isinstance(two, Moment):
        return second
    if (
        two.year is not None
        or two.year_shift is not None
        or two.month_shift is not None
        or two.quarter_shift is not None
    ):
        return second
    if (
        two.month is None
        and two.code is None
        and two.day is not None
        and (one.month is not None or one.month_shift is not None)
    ):
        taken = two._replace(
            year=one.year, year_shift=one.year_shift, month=one.month, month_shift=one.month_shift
        )
        return second._replace(time=taken)
    if (two.month is not None or two.code is not None) and (
        one.year is not None or one.year_shift is not None
    ):
        later = one.month is not None and two.month is not None and two.month < one.month
        year = one.year + 1 if one.year is not None and later else one.year
        shift = one.year_shift + 1 if one.year_shift is not None and later else one.year_shift
        return second._replace(time=two._replace(year=year, year_shift=shift))
    return second


def _consecutive(first: Moment, second: Moment) -> bool:
    """30日 and 31日, 3月 and 4月, 一季度 and 二季度."""
    if first.day is not None and second.day is not None:
        return second.day == first.day + 1
    if first.month is not None and second.month is not None:
        return second.month == first.month + 1
    return first.code is not None and second.code == first.code + 1


def _part(chain: Sequence[_Read], words: Sequence[Atom], suffix: str) -> Part:
    """A chain of points, with the words behind it, as what becomes a mention."""
    first, last = chain[0], chain[-1]
    time, kind, name, ranged = first.meaning.time, first.meaning.kind, first.rule, len(chain) > 1
    if ranged:
        time, kind = Stretch(_led(first.meaning, last.meaning), last.meaning.time), "range"
        name = f"range of {last.meaning.level}s" if first.rule in NUMBERS else f"range from {first.rule}"
    start, end, behind = words[0].start, words[-1].end, words[-1].text
    if not suffix:
        return Part(start, end, name, time, kind, last.meaning, ranged)
    if "j" in suffix or "k" in suffix:
        from_day = first.meaning._replace(level="day")
        return Part(start, end, "counted from a day", offset(time, behind), "date", from_day)
    if "^" in suffix or "T" in suffix:
        time, name, ranged = Since(time), f"since {name}", "T" in suffix
        kind = "range" if ranged else "period"
    if "<" in suffix:
        kind, name = "deadline", f"before {name}"
    if ">" in suffix:
        name = f"after {name}"
    if "u" in suffix and kind == "date" and behind in ("期间", "假期"):
        kind = "period"
    return Part(start, end, name, time, kind, last.meaning, ranged)


def _led(first: Meaning, last: Meaning) -> Time:
    """The first of a range with the year and month that only the last states: `12-19日`, `8月至11月` of 今年."""
    one, two = first.time, last.time
    if not isinstance(one, Moment) or not isinstance(two, Moment):
        return one
    if (
        one.year is None
        and one.year_shift is None
        and one.month is None
        and one.month_shift is None
        and one.day is not None
    ):
        return one._replace(
            year=two.year, year_shift=two.year_shift, month=two.month, month_shift=two.month_shift
        )
    return one
