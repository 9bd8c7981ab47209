"""How likely a stretch of this prose is: what each character costs behind the three before it.

The costs come from `data/prose_model.txt.gz`, which `tools/build_character_model.py` makes from counts of such prose,
of newspaper text and of words. A cost is a negative natural logarithm: the lower, the likelier. The table is read when
something looks damaged, not before.
"""

from __future__ import annotations

from functools import cache, lru_cache
from math import exp, inf, log
from typing import TYPE_CHECKING

from .lexicon import read_data
from .patterns import lazy

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

__all__ = [
    "CONTEXT",
    "FOLDED",
    "Prose",
    "common_words",
    "commonest",
    "folded",
    "following",
    "is_ideograph",
    "plain_cost",
    "words_cost",
]

CONTEXT = 3
"""How many characters have a say in what comes next."""

PAGE_SHARE = 0.15
"""What share of its prose a page is taken to repeat: names, slogans, the terms of the day."""

FOLDED: dict[int, int | str] = {
    **{code: code - 0xFEE0 for code in range(0xFF01, 0xFF5F)},
    **dict.fromkeys([*range(0x30, 0x3A), *range(0xFF10, 0xFF1A)], "0"),
    **dict.fromkeys(
        [*range(0x41, 0x5B), *range(0x61, 0x7B), *range(0xFF21, 0xFF3B), *range(0xFF41, 0xFF5B)], "A"
    ),
    **dict.fromkeys(map(ord, "\n\r\t \u3000"), "¶"),
}
"""Marks to half width, digits to `0`, letters to `A`, blanks and line breaks to `¶`, as the model has them."""

UNKNOWN = 18.0
"""What a character costs that the model does not know."""

ALONE = 3.5
"""What it costs more for a character to be a word by itself: words make each other likely, strays do not."""

MARK_COSTS = {"，": 2.7, ",": 2.7, "、": 2.5, "。": 3.8, "“": 4.6, "”": 4.6, "—": 4.5}
MARK = 5.0
"""What another sign costs among words; these by their shares in such prose, rounded."""

RAREST = 24.0
"""What a character costs as a word that is in no table: a little more than one counted once."""

LONGEST = 4
"""How many characters a word has at the most."""

ODD = 8.0
"""What it costs that marks stand as no writer sets them."""

PAIRED = frozenset("—…")
"""Two of these make one mark."""

PAUSES = frozenset("、。,;:¶")
ENDS = frozenset("。！？!?¶”")
HELD = frozenset("、。,;:“《(")
"""What none of these pauses stands behind."""

BLANKS = lazy("¶{2,}")


def is_ideograph(char: str) -> bool:
    """Whether it is a Chinese character.

    >>> is_ideograph("保"), is_ideograph("。")
    (True, False)
    """
    return "\u3400" <= char <= "\u9fff"


def folded(text: str) -> str:
    """Text as the model has it.

    >>> folded("达到 12.5%，A区")
    '达到¶00.0%,A区'
    """
    return BLANKS.sub("¶", text.translate(FOLDED))


@cache
def _lines() -> list[str]:
    """The lines of the table that are no comments."""
    import gzip  # noqa: PLC0415 - takes 3 ms, and most pages have no damage

    lines = gzip.decompress(read_data("prose_model.txt.gz")).decode().split("\n")
    return [line for line in lines if line and not line.startswith("# ")]


@cache
def _model() -> tuple[Mapping[str, int], list[str], list[str], str]:
    """The place of each context; by place its followers, their costs, and what it costs that none of them comes."""
    contexts, chars, costs, none = _lines()[:4]
    listed = contexts.split(" ")
    return dict(zip(listed, range(len(listed)), strict=True)), chars.split(" "), costs.split(" "), none


@cache
def _words() -> Mapping[str, float]:
    """The words with their costs."""
    found: dict[str, float] = {}
    for line in _lines()[4:]:
        cost, *words = line.split(" ")
        found.update(dict.fromkeys(words, int(cost) / 4))
    return found


def words_cost(text: str) -> float:
    """What the cheapest way costs to cut `text` into words and marks.

    It says what single steps from character to character do not: 文化費 has a stray 費, 文化消費 has none.

    >>> words_cost("文化消费") < words_cost("文化费")
    True
    """
    words = _words()
    costs = [0.0]
    for end in range(1, len(text) + 1):
        char = text[end - 1]
        best = costs[-1] + (
            words.get(char, RAREST) + ALONE if is_ideograph(char) else MARK_COSTS.get(char, MARK)
        )
        for start in range(max(0, end - LONGEST), end - 1):
            cost = words.get(text[start:end])
            if cost is not None and costs[start] + cost < best:
                best = costs[start] + cost
        costs.append(best)
    return costs[-1]


Level = tuple[str, str, float]
"""What is known of a context: its followers, their costs, and what it costs that none of them comes."""


@lru_cache(maxsize=16384)
def _levels(context: str) -> tuple[Level, ...]:
    """What is known of a context and of its shorter endings, the longest first."""
    places, chars, costs, none = _model()
    found: list[Level] = []
    for start in range(len(context) + 1):
        place = places.get(context[start:])
        if place is not None:
            otherwise = (ord(none[place]) - 35) / 4 if start < len(context) else UNKNOWN
            found.append((chars[place], costs[place], otherwise))
    return tuple(found)


def _step(levels: Iterable[Level], char: str) -> float:
    """What a character costs behind a context of which this is known."""
    cost = 0.0
    for chars, costs, none in levels:
        at = chars.find(char)
        if at >= 0:
            return cost + (ord(costs[at]) - 35) / 4
        cost += none
    return cost


def following(context: str, char: str) -> float:
    """What a character costs behind the last three of `context`, both as `folded` has them.

    >>> following("经", "济") < 2 < following("经", "保")
    True
    """
    return _step(_levels(context[-CONTEXT:]), char)


@lru_cache(maxsize=4096)
def _followers(context: str) -> frozenset[str]:
    """The characters of which the model knows that they follow `context`."""
    places, chars, _, _ = _model()
    place = places.get(context)
    return frozenset(chars[place]) if place is not None else frozenset()


@cache
def commonest() -> str:
    """All characters that the model knows, the commonest first."""
    places, chars, _, _ = _model()
    return chars[places[""]]


def _odd(tail: str, char: str) -> float:
    """What it costs more that marks stand so that no writer sets them: `。、`, one half of a dash, `“”`."""
    last = tail[-1:]
    if (last in PAIRED and last != char and last != tail[-2:-1]) or (char == "”" and last == "“"):
        return ODD
    if char == "¶":
        return 0.0 if last in ENDS else ODD  # a blank within a sentence
    return ODD if char in PAUSES and last in HELD else 0.0


@cache
def common_words(most: float) -> list[str]:
    """The words of one and two characters that cost no more than `most`, the commonest first."""
    return sorted(
        (w for w, cost in _words().items() if len(w) <= 2 and cost <= most), key=_words().__getitem__
    )


def plain_cost(text: str, before: str = "") -> float:
    """The cost of a text behind another, on whatever page: nothing is kept but what is known of the last contexts.

    >>> plain_cost("确保十四五开好局") < plain_cost("笆奈濉遍开好局")
    True
    """
    text = folded(text)
    whole = folded(before[-CONTEXT:]) + text
    first = len(whole) - len(text)
    return sum(_plainly(whole[max(0, i - CONTEXT) : i], whole[i]) for i in range(first, len(whole)))


def _plainly(tail: str, char: str) -> float:
    return _step(_levels(tail), char) + _odd(tail, char)


class Prose:
    """The prose of one page: what the model has, and what the page itself repeats.

    >>> prose = Prose("副县长覃亦舟到会，覃亦舟指出")
    >>> prose.step("，覃亦", "舟") < 2.5 < Prose().step("，覃亦", "舟")
    True
    """

    def __init__(self, page: str = "") -> None:
        self.page = folded(page)
        self.costs: dict[str, float] = {}
        self.tails: dict[str, tuple[tuple[Level, ...], Mapping[str, int]]] = {}
        self.behind: dict[str, dict[str, int]] = {}

    def step(self, tail: str, char: str) -> float:
        """What a character costs behind `tail`, the three before it, both as `folded` has them."""
        key = tail + char
        cost = self.costs.get(key)
        if cost is None:
            known = self.tails.get(tail)
            if known is None:
                known = self.tails[tail] = (_levels(tail), self._behind(tail[-2:]))
            levels, counts = known
            cost = _step(levels, char)
            if char in counts:
                share = counts[char] / (sum(counts.values()) + 0.5)
                cost = -log((1.0 - PAGE_SHARE) * exp(-cost) + PAGE_SHARE * share)
            cost += _odd(tail, char)
            self.costs[key] = cost
        return cost

    def run(self, tail: str, text: str, limit: float = inf) -> float:
        """What `text` costs behind `tail`, both as `folded` has them, as far as it is no more than `limit`."""
        cost = 0.0
        for char in text:
            cost += self.step(tail, char)
            if cost > limit:
                break
            tail = (tail + char)[-CONTEXT:]
        return cost

    def _behind(self, context: str) -> Mapping[str, int]:
        """How often which character stands behind one or two on the page."""
        counts = self.behind.get(context)
        if counts is None:
            counts = self.behind[context] = {}
            size = len(context)
            at = self.page.find(context) if size else -1
            while at >= 0:
                char = self.page[at + size : at + size + 1]
                counts[char] = counts.get(char, 0) + 1
                at = self.page.find(context, at + 1)
        return counts

    def followers(self, char: str) -> frozenset[str]:
        """The characters that follow one in the model or on the page, all as `folded` has them."""
        return _followers(char).union(self._behind(char))

    def nearest(self, tail: str, size: int) -> tuple[str, ...]:
        """The likeliest characters behind `tail`: `size` known behind its last, and as many behind its last two.

        Behind a mark anything can begin: the commonest, and what begins a sentence. The order is that of the model and of the
        page, and no set's: the search cuts hopeless paths as it goes, and must do so alike in every process.
        """
        places, chars, _, _ = _model()
        found: list[str] = []
        for context in (tail[-1:], tail[-2:]) if is_ideograph(tail[-1:]) else ("", tail[-1:], "。"):
            place = places.get(context)
            found += chars[place][:size] if place is not None else ""
            found += self._behind(context)
        return tuple(dict.fromkeys(found))
