"""How likely a stretch of this prose is: what each character costs behind the three before it.

The costs come from the table that `prosemodel` reads, once something looks damaged. A cost is a negative natural
logarithm: the lower, the likelier.
"""

from __future__ import annotations

from functools import cache, lru_cache
from math import exp, inf, log
from typing import TYPE_CHECKING, NamedTuple

from .patterns import lazy
from .prosemodel import THIRD, Followers, characters, followers, word_costs

if TYPE_CHECKING:
    from collections.abc import Mapping

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

MARK_COSTS = {"，": 2.7, ",": 2.7, "、": 2.5, "。": 3.8, "“": 4.6, "”": 4.6, "—": 2.3, "…": 2.8}
MARK = 5.0
"""What another sign costs among words; these by their shares in such prose, rounded, a dash by its halves."""

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


def words_cost(text: str) -> float:
    """What the cheapest way costs to cut `text` into words and marks.

    It says what single steps from character to character do not: 文化費 has a stray 費, 文化消費 has none.

    >>> words_cost("文化消费") < words_cost("文化费")
    True
    """
    words = word_costs()
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


@cache
def _any() -> Followers:
    """What is known of no context at all."""
    return Followers(*characters(), UNKNOWN)


@lru_cache(maxsize=16384)
def _levels(context: str) -> tuple[Followers, ...]:
    """What is known of a context and of its shorter endings, the longest first."""
    known = [followers(context[start:]) for start in range(len(context))]
    known.append(_any())
    return tuple(filter(None, known))


def _step(levels: tuple[Followers, ...], char: str) -> float:
    """What a character costs behind a context of which this is known."""
    cost = 0.0
    for chars, costs, none in levels:
        at = chars.find(char)
        if at >= 0:
            return cost + costs[at] * THIRD
        cost += none
    return cost


def following(context: str, char: str) -> float:
    """What a character costs behind the last three of `context`, both as `folded` has them.

    >>> following("经", "济") < 2 < following("经", "保")
    True
    """
    return _step(_levels(context[-CONTEXT:]), char)


@lru_cache(maxsize=4096)
def _likeliest(context: str, size: int) -> str:
    """The characters of which the model knows that they follow `context`, the likeliest `size` of them."""
    if not context:
        return commonest()[:size]
    found = followers(context)
    if found is None:
        return ""
    ranked = sorted(range(len(found.chars)), key=found.costs.__getitem__)
    return "".join(found.chars[at] for at in ranked[:size])


@lru_cache(maxsize=4096)
def _known(char: str) -> frozenset[str]:
    """The characters of which the model knows that they follow `char`."""
    found = followers(char) if char else _any()
    return frozenset(found.chars) if found is not None else frozenset()


def commonest() -> str:
    """All characters that the model knows, the commonest first."""
    return characters()[0]


def _odd(tail: str, char: str) -> float:
    """What it costs more that marks stand so that no writer sets them: `。、`, one half of a dash or three, `“”`."""
    last = tail[-1:]
    if (last in PAIRED and (last == char) is (last == tail[-2:-1])) or (char == "”" and last == "“"):
        return ODD
    if char == "¶":
        return 0.0 if last in ENDS else ODD  # a blank within a sentence
    return ODD if char in PAUSES and last in HELD else 0.0


@cache
def common_words(most: float) -> list[str]:
    """The words of one and two characters that cost no more than `most`, the commonest first."""
    return sorted(
        (w for w, cost in word_costs().items() if len(w) <= 2 and cost <= most), key=word_costs().__getitem__
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


class _Tail(NamedTuple):
    """What is known of a context on a page: in the model, how often what stands behind it there, and costs asked for."""

    levels: tuple[Followers, ...]
    counts: Mapping[str, int]
    costs: dict[str, float]


class Prose:
    """The prose of one page: what the model has, and what the page itself repeats.

    >>> prose = Prose("副县长覃亦舟到会，覃亦舟指出")
    >>> prose.step("，覃亦", "舟") < 2.5 < Prose().step("，覃亦", "舟")
    True
    """

    def __init__(self, page: str = "") -> None:
        self.page = folded(page)
        self.tails: dict[str, _Tail] = {}
        self.behind: dict[str, dict[str, int]] = {}
        self.next: dict[str, frozenset[str]] = {}

    def step(self, tail: str, char: str) -> float:
        """What a character costs behind `tail`, the three before it, both as `folded` has them."""
        known = self.tails.get(tail)
        if known is None:
            known = self.tails[tail] = _Tail(_levels(tail), self._behind(tail[-2:]), {})
        cost = known.costs.get(char)
        if cost is None:
            cost = _step(known.levels, char)
            if char in known.counts:
                share = known.counts[char] / (sum(known.counts.values()) + 0.5)
                cost = -log((1.0 - PAGE_SHARE) * exp(-cost) + PAGE_SHARE * share)
            cost += _odd(tail, char)
            known.costs[char] = cost
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
        found = self.next.get(char)
        if found is None:
            found = self.next[char] = _known(char).union(self._behind(char))
        return found

    def nearest(self, tail: str, size: int) -> tuple[str, ...]:
        """The likeliest characters behind `tail`: `size` known behind its last, and as many behind its last two.

        Behind a mark anything can begin: the commonest, and what begins a sentence. The order is that of the model and of the
        page, and no set's: the search cuts hopeless paths as it goes, and must do so alike in every process.
        """
        found: list[str] = []
        for context in (tail[-1:], tail[-2:]) if is_ideograph(tail[-1:]) else ("", tail[-1:], "。"):
            found += _likeliest(context, size)
            found += self._behind(context)
        return tuple(dict.fromkeys(found))
