"""How likely a stretch of this prose is: costs of words, and the cheapest way to cut a text into them.

The costs come from `data/word_costs.tsv` (counts of newspaper words, jieba) and `data/prose_words.tsv` (words of
government prose that are younger or rarer). A cost is a negative natural logarithm: the lower, the likelier. The
tables are read when something looks damaged, not before.
"""

from __future__ import annotations

import re
from functools import cache
from math import log
from typing import TYPE_CHECKING, NamedTuple

from .lexicon import read_rows

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

__all__ = ["NEVER", "State", "Words", "beginnings", "page_words", "word_costs"]

NEVER = 1e6
"""The cost of a word of two or more characters that no table has."""

UNSEEN = 24.0
"""The cost of a character that no table has: a little more than that of a word counted once."""

MARKS: dict[str, float] = {
    "、": 2.5, "。": 3.8, "，": 2.7, ",": 2.7, "“": 4.6, "”": 4.6, "《": 6.5, "》": 6.5, "；": 5.0, ";": 5.0,
    "：": 5.5, ":": 5.5, "（": 6.0, "）": 6.0, "(": 6.0, ")": 6.0, "！": 7.0, "!": 7.0, "？": 7.5, "?": 7.5,
    "·": 8.0, "……": 8.5, "—": 16.0, "——": 7.0, "…": 16.0, "‘": 8.0, "’": 8.0, "%": 6.0, ".": 6.0, "\n": 5.0, " ": 6.0, "-": 7.5, "*": 8.0,
    "_": 12.0, "〔": 11.0, "〕": 11.0, "①": 12.0, "②": 12.0, "③": 12.0, "〇": 11.0, "℃": 20.0, "\u3000": 8.0,
    **dict.fromkeys("0123456789", 4.5), **dict.fromkeys("ABCDEFGHIJKLMNOPQRSTUVWXYZ", 9.0),
    **dict.fromkeys("abcdefghijklmnopqrstuvwxyz", 11.0),
}  # fmt: skip
"""Costs of what is no word, from their shares in prose of this kind, rounded."""

ENDING = frozenset("，。；！？、”,;!?)）》")
PAUSE = frozenset("，。；！？、：,;!?:")
HELD = PAUSE | frozenset("“《（(")
"""What no pause follows."""
OPEN = frozenset("的和在与对将把从以到向由及或并很更最不是有而被使让给")
"""What seldom stands last in a clause: 的 before a full stop."""
ALONE = 3.5
"""What it costs more for a character to be a word by itself: words make each other likely, strays do not."""

EDGE = 4.0
"""What it costs to end a clause so."""

IDEOGRAPHS = re.compile(r"[\u3400-\u9fff]{2,}")


class State(NamedTuple):
    """How far a text has been cut into words: the costs up to its end and up to one, two and three characters before."""

    cost: float
    before: float
    before2: float
    before3: float
    tail: str


START = State(0.0, NEVER, NEVER, NEVER, "")
"""Nothing read yet."""


@cache
def word_costs() -> Mapping[str, float]:
    """Each known word and mark with its cost; treat it as immutable."""
    costs: dict[str, float] = {}
    for quarters, words in read_rows("word_costs"):
        costs.update(dict.fromkeys(words.split(" "), int(quarters) / 4))
    for cost, words in read_rows("prose_words"):
        for word in words.split(" "):
            costs[word] = float(cost) if len(word) == 1 else min(float(cost), costs.get(word, NEVER))
    costs.update([(word, cost + ALONE) for word, cost in costs.items() if len(word) == 1])
    costs.update(MARKS)
    costs.update(
        (chr(ord(char) + 0xFEE0), cost) for char, cost in MARKS.items() if char.isalnum() and char.isascii()
    )
    return costs


@cache
def beginnings() -> Mapping[str, float]:
    """What a character costs at the least as the beginning of a word; less than that of any reading of it."""
    costs: dict[str, float] = {}
    for word, cost in word_costs().items():
        first = word[0]
        if cost < costs.get(first, NEVER):
            costs[first] = cost
    return costs


def page_words(text: str, share: float = 0.2) -> dict[str, float]:
    """The runs of two to four characters that stand in a page more than once, with their costs.

    A page repeats its own words, names above all; `share` is how much of a text such repetition makes up. What
    stands there once may be the damaged place itself.

    >>> sorted(page_words("区长陈一鸣主持会议,陈一鸣指出"))
    ['一鸣', '陈一', '陈一鸣']
    """
    counts: dict[str, int] = {}
    for run in IDEOGRAPHS.finditer(text):
        chars = run[0]
        for size in (2, 3, 4):
            for i in range(len(chars) - size + 1):
                word = chars[i : i + size]
                counts[word] = counts.get(word, 0) + 1
    base = log(max(len(text), 200) / share)
    return {word: base - log(count - 1) for word, count in counts.items() if count > 1}


class Words:
    """The costs of words, in general and on one page.

    >>> words = Words()
    >>> words.cost("确保十四五开好局") < words.cost("笆奈濉遍开好局")
    True
    """

    def __init__(self, page: Mapping[str, float] | None = None) -> None:
        self.general = word_costs()
        self.page: Mapping[str, float] = page or {}

    def extend(self, state: State, char: str) -> State:
        """The state after one more character."""
        cost, before, before2, before3, tail = state
        general, page = self.general, self.page
        best = cost + general.get(char, UNSEEN)
        if tail:
            if char in ENDING:
                if tail[-1] in OPEN:
                    best += EDGE
                elif tail[-1] in HELD and char in PAUSE:
                    best += 2 * EDGE
            word = tail[-1] + char
            if word in general and before + general[word] < best:
                best = before + general[word]
            if word in page and before + page[word] < best:
                best = before + page[word]
            if len(tail) > 1:
                word = tail[-2:] + char
                if word in general and before2 + general[word] < best:
                    best = before2 + general[word]
                if word in page and before2 + page[word] < best:
                    best = before2 + page[word]
                if len(tail) > 2:
                    word = tail + char
                    if word in general and before3 + general[word] < best:
                        best = before3 + general[word]
                    if word in page and before3 + page[word] < best:
                        best = before3 + page[word]
        return State(best, cost, before, before2, (tail + char)[-3:])

    def read(self, text: Iterable[str], state: State = START) -> State:
        """The state after the characters of `text`."""
        for char in text:
            state = self.extend(state, char)
        return state

    def cost(self, text: str) -> float:
        """The cost of the cheapest way to cut `text` into words."""
        return self.read(text).cost

    def strays(self, text: str) -> list[str]:
        """The ideographs that stand by themselves in the cheapest way to cut `text` into words.

        >>> Words().strays("工作亦重要")
        ['亦']
        """
        costs, sizes = [0.0], [0]
        for end in range(1, len(text) + 1):
            ways = [(costs[end - 1] + self.general.get(text[end - 1], UNSEEN), 1)]
            for size in range(2, min(end, 4) + 1):
                word = text[end - size : end]
                known = min(self.general.get(word, NEVER), self.page.get(word, NEVER))
                ways.append((costs[end - size] + known, size))
            cost, size = min(ways)
            costs.append(cost)
            sizes.append(size)
        alone: list[str] = []
        end = len(text)
        while end:
            if sizes[end] == 1 and "\u3400" <= text[end - 1] <= "\u9fff":
                alone.append(text[end - 1])
            end -= sizes[end]
        return alone[::-1]
