"""Quotation marks, paired: of all kinds, nested, over line breaks, left alone and damaged.

One pass over the marks of a stretch of text. A closing mark goes to the nearest open mark of its family; openers above
it that were never closed are left alone. Only the last few openers are remembered (`DEEPEST`), so a page of a million
openers costs no more than any other.
"""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING, Literal, NamedTuple

from .patterns import lazy

if TYPE_CHECKING:
    from collections.abc import Iterator

__all__ = ["Quotation", "find_quotations"]

MARK = lazy(r"[“”‘’「」『』《》〈〉\"＂〝〞]")
"""Every mark that is looked at; `\"` and `＂` open and close in turns."""

FAMILIES: dict[str, tuple[str, bool]] = {
    mark: (pair[0], mark == pair[0])
    for pair in ("“”", "‘’", "「」", "『』", "《》", "〈〉", "〝〞")
    for mark in pair
}
"""Each directed mark: its family, named after the opener, and whether it opens."""

STRAIGHT = frozenset('"＂')

DEEPEST = 8
"""How many open marks are remembered: speech in speech, a title and a title in it make four."""

LONGEST = 1500
"""Characters that one quotation may run: a paragraph of speech; beyond it the opener was left alone."""

MOST_LINES = 4
"""Line breaks that one quotation may cross: hard wraps; more are other paragraphs."""

MISPRINTED = 24
"""Characters between two marks that look the same way and still make a pair: `“路线图“、“时间表“`."""

SENTENCE = lazy(r"[。！？!?；;，,、：:\n]")
"""What does not stand between two misprinted marks."""

BLANKS = " \t\r\n\u00a0\u3000"


class Quotation(NamedTuple):
    """What stands between two marks, without them and without blanks at its edges.

    Attributes:
        start: first character inside.
        end: one past the last character inside.
        outer_start: the opening mark.
        outer_end: one past the closing mark; `end` where there is none.
        kind: `title` for 《》 and 〈〉, else `quote`.
        depth: how many quotations stand around it.
        closed: whether its closing mark stands there; a paragraph of speech that goes on in the next has none.
    """

    start: int
    end: int
    outer_start: int
    outer_end: int
    kind: Literal["quote", "title"]
    depth: int = 0
    closed: bool = True


def find_quotations(text: str, start: int = 0, end: int | None = None) -> list[Quotation]:
    """The quotations of `text[start:end]`, in the order of their opening marks.

    >>> text = "他说：“做到‘三个到位’，落实《条例》。”"
    >>> [text[q.start : q.end] for q in find_quotations(text)]
    ['做到‘三个到位’，落实《条例》。', '三个到位', '条例']
    >>> text = "当好“排雷手、“拆弹手”"
    >>> [text[q.start : q.end] for q in find_quotations(text)]
    ['拆弹手']
    """
    marks = list(_marks(text, start, len(text) if end is None else end))
    found: list[tuple[int, int, str, bool]] = []
    opened: list[tuple[int, str]] = []
    for i, (at, family, opens) in enumerate(marks):
        if opens and not (opened and _closes_after_all(text, marks, i, opened)):
            if len(opened) == DEEPEST:
                del opened[0]
            opened.append((at, family))
            continue
        depth = next((d for d in range(len(opened) - 1, -1, -1) if opened[d][1] == family), -1)
        if depth >= 0:
            begun = opened[depth][0]
            del opened[depth:]
            if at - begun <= LONGEST and text.count("\n", begun, at) <= MOST_LINES:
                found.append((begun, at, family, True))
        elif _opens_after_all(text, marks, i):
            opened.append((at, family))
    if 2 * len(found) < len(marks):  # some mark was left alone
        found += _continued_speech(text, marks, {pair[0] for pair in found})
    return _nested(text, sorted(found))


def _marks(text: str, start: int, end: int) -> Iterator[tuple[int, str, bool]]:
    """Each mark: its place, its family, whether it opens. Straight marks take turns, afresh in each line."""
    straight_open_until = -1
    for mark in MARK.finditer(text, start, end):
        at, char = mark.start(), mark[0]
        if char in STRAIGHT:
            if at <= straight_open_until:
                straight_open_until = -1
                yield at, '"', False
                continue
            line_end = text.find("\n", at, min(end, at + LONGEST))
            straight_open_until = line_end if line_end >= 0 else min(end, at + LONGEST)
            yield at, '"', True
        elif char == "’" and at and text[at - 1].isascii() and text[at + 1 : at + 2].isascii():
            continue  # an apostrophe: it’s
        else:
            family, opens = FAMILIES[char]
            yield at, family, opens


def _closes_after_all(
    text: str, marks: list[tuple[int, str, bool]], i: int, opened: list[tuple[int, str]]
) -> bool:
    """Whether an opener is a misprinted closer: `“路线图“、“时间表“`, not `“做到“三个到位””`."""
    at, family, _ = marks[i]
    if opened[-1][1] != family or family == '"':
        return False
    begun = opened[-1][0]
    follows = marks[i + 1] if i + 1 < len(marks) else None
    if follows and follows[1] == family and not follows[2]:
        return False
    return 1 < at - begun <= MISPRINTED and not SENTENCE.search(text, begun, at)


def _opens_after_all(text: str, marks: list[tuple[int, str, bool]], i: int) -> bool:
    """Whether a closer with nothing to close is a misprinted opener: `”一把手”`."""
    at, family, _ = marks[i]
    if i + 1 >= len(marks) or family == '"':
        return False
    until, next_family, opens = marks[i + 1]
    return (
        family == next_family
        and not opens
        and 1 < until - at <= MISPRINTED
        and not SENTENCE.search(text, at, until)
    )


def _continued_speech(
    text: str, marks: list[tuple[int, str, bool]], paired: set[int]
) -> Iterator[tuple[int, int, str, bool]]:
    """Paragraphs of speech that open a mark and leave it to the last one to close: `“…。⏎“…。”`."""
    for (at, family, opens), (next_at, next_family, next_opens) in pairwise(marks):
        if (
            not (opens and next_opens and family == next_family == "“")
            or at in paired
            or next_at - at > LONGEST
        ):
            continue
        between = text[at + 1 : next_at].rstrip(BLANKS)
        stands_first = not text[max(0, at - 8) : at].rpartition("\n")[2].strip(BLANKS)
        if (
            stands_first
            and text[at + 1 + len(between) : next_at].count("\n")
            and between.endswith(("。", "！", "？"))
        ):
            yield at, at + 1 + len(between), family, False


def _nested(text: str, pairs: list[tuple[int, int, str, bool]]) -> list[Quotation]:
    """The pairs as quotations: their edges without blanks, each with its depth."""
    quotations: list[Quotation] = []
    around: list[int] = []
    for begun, until, family, closed in pairs:
        while around and around[-1] <= begun:
            around.pop()
        start, end = begun + 1, until
        while start < end and text[start] in BLANKS:
            start += 1
        while start < end and text[end - 1] in BLANKS:
            end -= 1
        if start < end:
            kind: Literal["quote", "title"] = "title" if family in "《〈" else "quote"
            quotations.append(Quotation(start, end, begun, until + closed, kind, len(around), closed))
            around.append(until)
    return quotations
