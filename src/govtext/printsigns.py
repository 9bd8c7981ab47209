"""The print of a damaged place, sign by sign: what bytes each printed sign can stand for."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple

from .patterns import lazy

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

__all__ = ["READING", "SYLLABLE", "Sign", "signs"]

SYLLABLE = "[a-zāáǎàēéěèīíǐìōóǒòūúǔùüǖǘǚǜńňǹḿêɡ]{1,6}"

READING = lazy(rf"\({SYLLABLE}\)")

PRINTED = lazy(rf"(?P<mark>\?)?(?P<open>\()?(?P<reading>{SYLLABLE})\)|(?P<one>.)", re.DOTALL)


class Sign(NamedTuple):
    """One printed sign.

    `kind` is pair (two bytes), letter (an ASCII second byte), torn (a reading that a damaged character left behind,
    such as `?lián)`), query (`?`), mark (`!`, `;`), or other (a single byte, or none).
    """

    kind: str
    text: str
    end: int
    first: int = 0
    second: int = 0
    reading: str = ""


def _signs(text: str, start: int, fits: Callable[[str, str], bool]) -> Iterator[Sign]:
    """The same without what follows."""
    at, last = start, ""
    while at < len(text):
        found = PRINTED.match(text, at)
        if found is None:
            return
        reading = found["reading"]
        if reading and found["open"] and not found["mark"] and last and fits(last, reading):
            at = found.end()
            continue
        if reading and (found["open"] or found["mark"]):
            at, last = found.end(), ""
            yield Sign("torn", found[0], at, reading=reading)
            continue
        char = last = text[at]
        at += 1
        code = char.encode("gbk", "ignore")
        if len(code) == 2:
            yield Sign("pair", char, at, code[0], code[1])
        elif char == "?":
            yield Sign("query", char, at)
        elif char in "!;":
            yield Sign("mark", char, at)
        elif "@" <= char <= "~":
            behind = PRINTED.match(text, at)
            own = behind["reading"] if behind and behind["open"] and not behind["mark"] else None
            if behind and own:
                at = behind.end()
            yield Sign("letter", char, at, second=ord(char), reading=own or "")
        else:
            yield Sign("other", char, at)


def signs(text: str, start: int, fits: Callable[[str, str], bool]) -> Iterator[tuple[Sign, str]]:
    """The signs from `start` on, each with what is printed first behind it; a reading that fits its character is passed over.

    `fits` tells whether a reading is one of a character's.

    >>> [(sign.kind, sign.text, after) for sign, after in signs("遍_好", 0, lambda char, reading: False)]
    [('pair', '遍', '_'), ('letter', '_', '好'), ('pair', '好', '')]
    """
    every = _signs(text, start, fits)
    sign = next(every, None)
    while sign is not None:
        behind = next(every, None)
        yield sign, behind.text[0] if behind else ""
        sign = behind
