"""Inline pinyin: the readings that an annotator printed behind characters.

A reading goes with its character: `區(qū)` becomes 區, and that character's place in the page takes in the reading.
Real parentheses stay: `(24日)`, `(PPP)`, `(一期)`, and `(min)` behind a character that is not read so.
"""

from __future__ import annotations

import re
import unicodedata
from functools import cache
from typing import TYPE_CHECKING, cast

from ..lexicon import read_rows
from ..patterns import lazy

if TYPE_CHECKING:
    from collections.abc import Iterator

    from ..aligned import AlignedText

__all__ = ["pinyin"]

HAN = r"[\u3400-\u9fff\uf900-\ufaff\U00020000-\U0003ffff]"

LETTER = r"a-zɑɡāáǎàēéěèīíǐìōóǒòūúǔùüǖǘǚǜńňǹḿê\u0300\u0301\u0304\u0308\u030c"

SYLLABLE = rf"[{LETTER}]{{1,8}}"

READING = lazy(
    rf"""
      [(（] (?<={HAN}.)                              # 區( directly behind a character, or behind its first reading
      [ \u00a0\u3000]{{0,2}}                         # 會( huì)
      ({SYLLABLE} (?:[ \u00a0'’]{SYLLABLE}){{0,3}})  # qū; a word's: shì zhǎng
      [ \u00a0\u3000]{{0,2}} [)）]                   # (huì )
    """,
    re.VERBOSE,
)

FIRST_LOOKS = tuple(lazy(rf"{mark}(?=[ \u00a0\u3000]{{0,2}}[{LETTER}])") for mark in ("\\(", "（"))
"""A bracket before a letter. Looking for each bracket by itself is many times faster than for either."""

AGAIN = lazy(rf"[(（][ \u00a0\u3000]{{0,2}}({SYLLABLE})[ \u00a0\u3000]{{0,2}}[)）]")
"""A reading printed twice: `會(hui)(hui)`."""

PLAIN_LETTERS = str.maketrans({"ɑ": "a", "ɡ": "g"})


def pinyin(page: AlignedText) -> AlignedText:
    """The page without inline readings.

    >>> from govtext import AlignedText
    >>> pinyin(AlignedText.of("會(huì )(hui)議(yì)在市區(一期)召開(kāi)")).text
    '會議在市區(一期)召開'
    """
    text = page.text
    if not any(look.search(text) for look in FIRST_LOOKS):
        return page
    return page.replace("pinyin", _readings(text))


def _readings(text: str) -> Iterator[tuple[int, int, str]]:
    """Each annotated character with its readings, to be replaced by the character alone."""
    done = 0
    while hit := READING.search(text, done):
        done = hit.end()
        char = text[hit.start() - 1]
        if not all(_is_reading(part, char) for part in re.split("[ \u00a0'’]", hit[1])):
            continue
        while (again := AGAIN.match(text, done)) and _is_reading(again[1], char):
            done = again.end()
        yield hit.start() - 1, done, char


@cache
def _syllables() -> dict[str, str]:
    """Each toneless syllable with the characters that are read so: one string, for a set would take fifty times the room."""
    return dict(cast("tuple[tuple[str, str], ...]", read_rows("syllables")))


def _is_reading(letters: str, char: str) -> bool:
    """Whether letters in parentheses behind a character are pinyin.

    With a tone mark any syllable is, even one that does not fit: `長(cháng)` for zhǎng. Without one it must be a
    reading of the character: `想(xiang)` is one, `时间(min)` is not.
    """
    marked = unicodedata.normalize("NFD", letters.translate(PLAIN_LETTERS))
    toneless = "".join(c for c in marked if not unicodedata.combining(c) or c == "\u0308")
    characters = _syllables().get(toneless.replace("u\u0308", "v"))
    if characters is None:
        return False
    return toneless != marked or char in characters
