"""The words of `data/slogan_words.tsv`, by class."""

from __future__ import annotations

from functools import cache

from .lexicon import Lexicon, read_rows

__all__ = ["ends_with", "words"]


@cache
def words(kind: str) -> Lexicon[str]:
    """The words of one class, such as `head`.

    >>> "改革" in words("head")
    True
    """
    rows = (cells for cells in read_rows("slogan_words") if cells[0] == kind)
    return Lexicon({word: kind for _, listed in rows for word in listed.split()})


def ends_with(text: str, kind: str, start: int = 0) -> int | None:
    """Where the longest word of a class that closes `text` begins, or None.

    >>> ends_with("专项整治三年行动", "own")
    6
    """
    return words(kind).match_back(text, len(text), start)
