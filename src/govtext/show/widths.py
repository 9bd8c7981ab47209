"""How many columns a text takes in a terminal: Chinese characters take two, combining marks none.

Source: Unicode Standard Annex 11, East Asian Width (https://www.unicode.org/reports/tr11/), as `unicodedata` has it.
"""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING
from unicodedata import category, combining, east_asian_width

if TYPE_CHECKING:
    from collections.abc import Iterator

__all__ = ["columns", "pad", "printable", "shorten", "wrap"]

BIDIRECTIONAL = frozenset("\u061c\u200e\u200f\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069")
"""Signs that turn the direction of writing: they would move text away from its underline."""

CONTROL_PICTURES = 0x2400
"""U+2400 shows NUL, U+2401 the next control character, and so on."""


@cache
def _columns(char: str) -> int:
    """Columns of one character; those of ambiguous width, such as the curly quotation marks, take one."""
    if combining(char) or category(char) in ("Mn", "Me", "Cf"):
        return 0
    return 2 if east_asian_width(char) in ("W", "F") else 1


def columns(text: str) -> int:
    """The columns that `text` takes.

    >>> columns("12亿元"), columns("qū")
    (6, 2)
    """
    return sum(map(_columns, text))


@cache
def _printable(char: str) -> str:
    kind = category(char)
    if kind == "Cc":
        return chr(CONTROL_PICTURES + ord(char)) if ord(char) < 0x20 else "\N{REPLACEMENT CHARACTER}"
    if kind in ("Zl", "Zp"):
        return " "
    return "\N{REPLACEMENT CHARACTER}" if kind == "Cs" or char in BIDIRECTIONAL else char


def printable(text: str) -> str:
    r"""`text` without what a terminal would obey: as many characters, control characters as pictures.

    >>> printable("a\x1b[31m\x00")
    'a␛[31m␀'
    """
    return "".join(map(_printable, text.replace("\t", " ")))


def shorten(text: str, width: int) -> str:
    """`text` within `width` columns, cut with an ellipsis where it is longer.

    >>> shorten("区委常委会扩大会议", 9)
    '区委常委…'
    """
    if columns(text) <= width:
        return text
    used = 0
    for index, char in enumerate(text):
        used += _columns(char)
        if used > width - 1:
            return text[:index] + "…"
    return text


def pad(text: str, width: int) -> str:
    """`text` with blanks behind it up to `width` columns."""
    return text + " " * (width - columns(text))


def wrap(text: str, start: int, end: int, width: int) -> Iterator[tuple[int, int]]:
    """The lines of `text[start:end]`, none wider than `width` columns, broken between any two characters.

    >>> list(wrap("区委常委会", 0, 5, 4))
    [(0, 2), (2, 4), (4, 5)]
    """
    begin, used = start, 0
    for index in range(start, end):
        wide = _columns(text[index])
        if used + wide > width and index > begin:
            yield begin, index
            begin, used = index, 0
        used += wide
    if begin < end:
        yield begin, end
