"""The table of government prose: which characters follow which, and at what cost.

It is `data/prose_model.bin`, made by `tools/build_character_model.py`. Comment lines come first, then a line with the
ranks at which the blocks begin and the lengths of the blocks, then the blocks, each compressed by itself, so that a page
pays for the contexts it asks for and for no others. A cost is a negative natural logarithm in thirds.

The first block holds the characters, the commonest first, and their costs; the second the words, in lines by their
cost. Each of the others holds what follows some of the characters, and what follows two and three that begin with them,
as series of bytes. Followers are counted, not spelled: those of one character by their places among all, those of two by
their places among the followers of the second, those of three by their places among the followers of the last two. Only
the steps from place to place are kept, which takes a byte where spelling takes three.
"""

from __future__ import annotations

import zlib
from bisect import bisect
from functools import cache, lru_cache
from itertools import accumulate, pairwise
from typing import TYPE_CHECKING, NamedTuple

from .lexicon import read_data

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

__all__ = ["THIRD", "Followers", "characters", "followers", "word_costs"]

THIRD = 1 / 3
"""The unit of costs."""

LEAST = -3
"""The least cost of going on with none of the followers, in thirds: where few are listed it can be below zero."""

TABLE = "prose_model.bin"

HIGH = range(0, 1 << 16, 1 << 8)
"""What the high byte of a number stands for."""


class Followers(NamedTuple):
    """What comes behind a context: characters, in the order of the alphabet they count in, costs, and the cost of none of them."""

    chars: str
    costs: bytes
    none: float


class _Series(NamedTuple):
    """The followers of many contexts: where those of each begin, the steps from place to place, and costs.

    `listed` counts, before each context, those with followers; `none` has the cost of no follower for each of these.
    """

    starts: Sequence[int]
    listed: Sequence[int]
    none: bytes
    high: bytes
    low: bytes
    costs: bytes

    def of(self, context: int, alphabet: str) -> Followers | None:
        """Those of one context; their places count in `alphabet`. None if it has none."""
        first, last = self.starts[context], self.starts[context + 1]
        if first == last:
            return None
        steps = map(int.__add__, map(HIGH.__getitem__, self.high[first:last]), self.low[first:last])
        chars = "".join(map(alphabet.__getitem__, accumulate(steps)))
        none = (self.none[self.listed[context]] + LEAST) * THIRD
        return Followers(chars, self.costs[first:last], none)


class _Part(NamedTuple):
    """What one block holds: of characters from the rank `first` on, of two and of three characters."""

    first: int
    ones: _Series
    twos: _Series
    threes: _Series


@cache
def _blocks() -> tuple[Sequence[int], Sequence[bytes]]:
    """The ranks at which the blocks of contexts begin, and all blocks."""
    data = read_data(TABLE)
    at = 0
    while data[at : at + 1] == b"#":
        at = data.index(b"\n", at) + 1
    end = data.index(b"\n", at)
    ranks, lengths = ([int(each) for each in part.split(b",")] for part in data[at:end].split(b" "))
    ends = list(accumulate(lengths, initial=end + 1))
    return ranks, [data[a:b] for a, b in pairwise(ends)]


@cache
def characters() -> tuple[str, bytes]:
    """All characters of the model, the commonest first, and their costs in thirds."""
    chars, _, costs = zlib.decompress(_blocks()[1][0]).partition(b"\n")
    return chars.decode(), costs


@cache
def _ranks() -> Mapping[str, int]:
    return {char: rank for rank, char in enumerate(characters()[0])}


@cache
def word_costs() -> Mapping[str, float]:
    """The words with their costs as natural logarithms."""
    found: dict[str, float] = {}
    for line in zlib.decompress(_blocks()[1][1]).decode().split("\n"):
        cost, *words = line.split(" ")
        found.update(dict.fromkeys(words, int(cost) * THIRD))
    return found


@cache
def _part(number: int) -> _Part:
    """A block, unpacked."""
    ranks, blocks = _blocks()
    first = ranks[number]
    last = ranks[number + 1] if number + 1 < len(ranks) else len(characters()[0])
    data = zlib.decompress(blocks[number + 2])
    at, contexts = 0, last - first

    def cut(length: int) -> bytes:
        nonlocal at
        at += length
        return data[at - length : at]

    series: list[_Series] = []
    for _ in range(3):
        high, low = cut(contexts), cut(contexts)
        sizes = [HIGH[h] + each for h, each in zip(high, low, strict=True)]
        starts = list(accumulate(sizes, initial=0))
        listed = list(accumulate(map(bool, sizes), initial=0))
        contexts = starts[-1]
        series.append(_Series(starts, listed, cut(listed[-1]), cut(contexts), cut(contexts), cut(contexts)))
    return _Part(first, *series)


@lru_cache(maxsize=32768)
def followers(context: str) -> Followers | None:
    """What comes behind one, two or three characters; None where nothing is known of them together.

    >>> "济" in followers("经").chars, followers("经济社").chars[0], followers("济经")
    (True, '会', None)
    """
    rank = _ranks().get(context[0])
    if rank is None:
        return None
    part = _part(bisect(_blocks()[0], rank) - 1)
    own = rank - part.first
    if len(context) == 1:
        return part.ones.of(own, characters()[0])
    one, behind = followers(context[0]), followers(context[1:])
    at = one.chars.find(context[1]) if one and behind else -1
    if not behind or at < 0:
        return None
    second = part.ones.starts[own] + at
    if len(context) == 2:
        return part.twos.of(second, behind.chars)
    two = followers(context[:2])
    at = two.chars.find(context[2]) if two else -1
    return part.threes.of(part.twos.starts[second] + at, behind.chars) if at >= 0 else None
