"""How likely a stretch of this prose is: costs of words, and of each character behind the two before it.

The costs come from `data/prose_model.tsv.gz` (counts of newspaper text and words, built by
`tools/build_character_model.py`) and `data/prose_words.tsv` (words of government prose that are younger or rarer). A
cost is a negative natural logarithm: the lower, the likelier. The tables are read when something looks damaged, not
before.
"""

from __future__ import annotations

import gzip
import re
from functools import cache, lru_cache
from math import log
from typing import TYPE_CHECKING, NamedTuple

from .lexicon import read_data, read_rows

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

__all__ = ["NEVER", "State", "Words", "beginnings", "flow", "following", "page_words", "word_costs"]

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

WITHIN = 3.0
"""What a character costs at the most that makes a word with the one before: 对接 was rare in the newspaper of 1998."""

FOLDED: dict[int, int | str] = {
    **{code: code - 0xFEE0 for code in range(0xFF01, 0xFF5F)},
    **dict.fromkeys([*range(0x30, 0x3A), *range(0xFF10, 0xFF1A)], "0"),
    **dict.fromkeys(
        [*range(0x41, 0x5B), *range(0x61, 0x7B), *range(0xFF21, 0xFF3B), *range(0xFF41, 0xFF5B)], "A"
    ),
}
"""Marks to half width, digits to `0`, letters to `A`, as the model has them."""

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
def _model() -> list[str]:
    return gzip.decompress(read_data("prose_model.tsv.gz")).decode().split("\n")


def _rows(kind: str) -> Iterator[list[str]]:
    """The rows of a kind in the table of the model."""
    return (line.split("\t")[1:] for line in _model() if line.startswith(kind))


@cache
def _followers() -> Mapping[str, tuple[float, str, str]]:
    """Each context with what it costs that none of its followers comes, its followers, and their costs."""
    return {context: (int(none) / 4, chars, costs) for context, none, chars, costs in _rows("after")}


@lru_cache(maxsize=65536)
def following(context: str, char: str) -> float:
    """What a character costs behind the last two of `context`.

    >>> following("经", "济") < 1 < following("经", "保")
    True
    """
    known = _followers()
    context = context[-2:].translate(FOLDED)
    char = char.translate(FOLDED)
    cost = 0.0
    while True:
        found = known.get(context)
        if found is not None:
            at = found[1].find(char)
            if at >= 0:
                return cost + (ord(found[2][at]) - 35) / 4
            cost += found[0]
        if not context:
            return cost
        context = context[1:]


def flow(before: str, text: str) -> float:
    """What the characters of `text` cost behind `before`, one behind the other.

    >>> flow("会议", "强调") < flow("会议", "张调")
    True
    """
    whole, cost, words = before[-2:] + text, 0.0, word_costs()
    for i in range(len(whole) - len(text), len(whole)):
        each = following(whole[max(0, i - 2) : i], whole[i])
        cost += min(each, WITHIN) if whole[max(0, i - 1) : i + 1] in words else each
    return cost


@cache
def word_costs() -> Mapping[str, float]:
    """Each known word and mark with its cost; treat it as immutable."""
    costs: dict[str, float] = {}
    for quarters, words in _rows("words"):
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
        self.steps: dict[str, tuple[float, float, float, float]] = {}

    def extend(self, state: State, char: str) -> State:
        """The state after one more character."""
        cost, before, before2, before3, tail = state
        key = tail + char
        costs = self.steps.get(key)
        if costs is None:
            costs = self.steps[key] = self._step(tail, char)
        one, two, three, four = costs
        best = cost + one
        if before + two < best:  # noqa: PLR1730 - min() takes twice as long
            best = before + two
        if before2 + three < best:  # noqa: PLR1730
            best = before2 + three
        if before3 + four < best:  # noqa: PLR1730
            best = before3 + four
        return State(best, cost, before, before2, key[-3:])

    def _step(self, tail: str, char: str) -> tuple[float, float, float, float]:
        """What a word of one, two, three and four characters costs that ends in `char` behind `tail`."""
        general, page = self.general, self.page
        one = general.get(char, UNSEEN)
        if char in ENDING and tail:
            if tail[-1] in OPEN:
                one += EDGE
            elif tail[-1] in HELD and char in PAUSE:
                one += 2 * EDGE
        longer = [NEVER, NEVER, NEVER]
        for i in range(len(tail)):
            word = tail[-1 - i :] + char
            longer[i] = min(general.get(word, NEVER), page.get(word, NEVER))
        return one, longer[0], longer[1], longer[2]

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
