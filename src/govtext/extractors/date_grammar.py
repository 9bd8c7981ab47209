"""The grammar of dates, over the letters of `date_atoms`: which words make one expression, and where it joins another.

Part of the dates extractor. A run of words is a string of letters (`2024年5月6日上午` is `YMDP`), so the rules are short
patterns, and their reading of a string is kept: most of the runs of a page have letters that were read before.
"""

from __future__ import annotations

from functools import lru_cache
from typing import NamedTuple

from .date_patterns import compiled

__all__ = ["POINTS", "Expression", "Point", "PointRule", "expressions"]


class PointRule(NamedTuple):
    """What one point in time may look like, in letters; `name` goes into the mention's `rule`."""

    name: str
    pattern: str


def _rule(name: str, pattern: str) -> PointRule:
    """A rule; blanks in its pattern are for the reader."""
    return PointRule(name, pattern.replace(" ", ""))


YEAR = "(?:[YR]e?)"
BEHIND_DAY = "(?:l?w?p?l?w?(?:e?P)?c?P?c?)"

POINTS: tuple[PointRule, ...] = (
    _rule("date in digits", f"O {BEHIND_DAY}"),  # 2024-05-06 16:00
    _rule("calendar day", f"{YEAR}? M e? [Dd] {BEHIND_DAY}"),  # 2024年5月6日上午, 二月的十五号
    _rule("calendar day without its unit", f"{YEAR}? M m"),  # 十二月十五
    _rule("day of a named month", f"S e? [Dd] {BEHIND_DAY}"),  # 本月9日
    _rule("day of an unnamed month", f"D {BEHIND_DAY}"),  # 11日上午
    _rule("day of an unnamed month", "d (?:P|c) c?"),  # 12号凌晨, 十一日上午
    _rule("day of an unnamed month", "d (?=<)"),  # 二十日前
    _rule("relative day", f"(?: {YEAR}* G e? )* G {BEHIND_DAY}"),  # 昨天(24日)晚上, 明天的后天
    _rule("relative day of another year", f"{YEAR}+ G {BEHIND_DAY}"),  # 去年的今天
    _rule("days counted within", f"{YEAR} K | {YEAR}? M e? K | S e? K"),  # 5月最后一天, 2022年前十一个月
    _rule("first months of the year", "K"),  # 前10个月
    _rule("part of a month", f"{YEAR}? M [XE]"),  # 5月中旬, 9月底
    _rule("part of a named month", "S [XEB]"),  # 本月底, 上月中旬
    _rule("month", f"{YEAR}? M"),  # 5月份
    _rule("two months", f"{YEAR}? A"),  # 六七月份
    _rule("month in digits", "o"),  # 2013.03
    _rule("named month", "S"),  # 上个月
    _rule("quarter", f"{YEAR}? Q [EI]?"),  # 一季度, 去年四季度初
    _rule("named quarter", "q [EI]?"),  # 上季度末
    _rule("half year", f"{YEAR}? H E?"),  # 上半年
    _rule("end of a year", "[YR] [EB] | B"),  # 2025年底, 年初
    _rule("within the year", "[YR] I | I"),  # 年内
    _rule("within a month", f"{YEAR}? M I | S I"),  # 9月内
    _rule("whole year", "[YR]? z"),  # 全年
    _rule("season", f"{YEAR}? s+"),  # 今冬明春, 2021年春
    _rule("school holidays", f"{YEAR} h"),  # 去年暑假
    _rule("year", "Y"),  # 2021年, 2020年度
    _rule("same period of a year", "R t"),  # 去年同期
    _rule("relative year", "R"),  # 今年
    _rule("named years", "J"),  # 今明两年
    _rule("festival", f"{YEAR}? F (?:u g?)? {BEHIND_DAY}"),  # 国庆节, 春节期间, 国庆假期第三天
    _rule("lunar date", f"{YEAR}? L {BEHIND_DAY}"),  # 正月初八
    _rule("plan period", "Z"),  # 十四五
    _rule("century", "C E?"),  # 本世纪末
    _rule("week", f"W I? {BEHIND_DAY}"),  # 上周五
    _rule("counted from now", "V"),  # 未来五年
    _rule("these years", "v"),  # 这五年
    _rule("date as a name", "N"),  # 12·16
    _rule("number", f"{YEAR}? (?: M e? | S )? n"),  # 7 of 7-8月, 4月12 of 4月12-19日
    _rule("bare year", "y"),  # 2021 of 2021-2025年
)
"""In order of preference where two are as long."""

SUFFIX = r"[<>^aTu]{0,2}"
OFFSET = r"(?:j|k)"


class Point(NamedTuple):
    """One point of an expression: its rule and its words, by their places in the run."""

    rule: str
    start: int
    end: int


class Expression(NamedTuple):
    """A date expression: its points, the letters between them, and what stands behind.

    Attributes:
        points: at least one.
        joins: `~` (至) or `,` (、), one fewer than points.
        suffix: letters such as `<` (前) or `^` (以来).
        end: one past its last word.
    """

    points: tuple[Point, ...]
    joins: str
    suffix: str
    end: int


@lru_cache(maxsize=4096)
def expressions(letters: str) -> tuple[Expression, ...]:
    """The expressions of a run, left to right.

    >>> [(e.points[0].rule, e.joins, e.suffix) for e in expressions("ME<")]
    [('part of a month', '', '<')]
    >>> [[point.rule for point in e.points] for e in expressions("n~MYMD")]
    [['number', 'month'], ['calendar day']]
    """
    found: list[Expression] = []
    at = 0
    while at < len(letters):
        expression = _expression(letters, at)
        if expression is None:
            at += 1
            continue
        found.append(expression)
        at = expression.end
    return tuple(found)


def _expression(letters: str, at: int) -> Expression | None:
    """The expression that begins at a word; None where none does."""
    point = _point(letters, at)
    if point is None:
        return None
    points, joins = [point], ""
    while (end := points[-1].end) < len(letters) and letters[end] in "~,":
        following = _point(letters, end + 1, joined=True)
        if following is None:
            break
        joins += letters[end]
        points.append(following)
    while (
        points
        and points[-1].rule in ("number", "bare year")
        and not (joins[-1:] == "~" and letters[points[-1].start] == "y")
    ):
        points.pop()  # a number that no unit follows
        joins = joins[:-1]
    if not points:
        return None
    end = points[-1].end
    if len(points) == 1 and letters[points[0].start : end] == "d" and letters[end : end + 1] != "<":
        return None
    if len(points) == 1 and (offset := compiled(OFFSET).match(letters, end)):
        return Expression(tuple(points), joins, offset[0], offset.end())
    suffix = compiled(SUFFIX).match(letters, end)
    assert suffix is not None
    return Expression(tuple(points), joins, suffix[0], suffix.end())


def _point(letters: str, at: int, *, joined: bool = False) -> Point | None:
    """The longest point that begins at a word; behind a joining word a bare `十五号` will do."""
    best: Point | None = None
    for rule in POINTS:
        match = compiled(rule.pattern).match(letters, at)
        if match and match.end() > at and (best is None or match.end() > best.end):
            best = Point(rule.name, at, match.end())
    if (
        best is None
        and letters[at : at + 1] == "d"
        and (joined or "~" in letters[at + 1 : at + 2] or "," in letters[at + 1 : at + 2])
    ):
        return Point("day of an unnamed month", at, at + 1)
    if best is None and joined and letters[at : at + 1] == "m":
        return Point("day of an unnamed month", at, at + 1)
    return best
