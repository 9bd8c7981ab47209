"""Traditional and simplified characters, by OpenCC's own tables.

Of OpenCC's configurations only `t2s` keeps length and vocabulary, so only it is used to clean; the tables are read
from the installed `opencc-python-reimplemented` (Apache-2.0) on first use. Its converter runs at less than a million
characters a second; this one gives the same output from the same tables by `str.translate`, many times faster, and
the converter stays its oracle in the tests.
"""

from __future__ import annotations

import re
from functools import cache
from importlib import import_module
from operator import ne
from pathlib import Path

from .errors import MissingExtraError

__all__ = ["is_traditional", "simplified_characters", "simplify", "traditional_characters"]

SEPARATOR = re.compile(
    r"[\s\-,.?!*，。、；：？！…“”‘’『』「」﹁﹂—－（）《》〈〉～．／＼︒︑︔︓︿﹀︹︺︙︐［﹇］﹈︕︖︰︳︴︽︾︵︶｛︷｝︸﹃﹄【︻】︼]"
)
"""Where OpenCC cuts its input; no phrase holds one of these."""


def _table(name: str) -> dict[str, tuple[str, ...]]:
    """One of OpenCC's dictionaries, with all renderings; OpenCC takes the first.

    Raises:
        MissingExtraError: another distribution's `opencc` module answers, or none.
    """
    try:
        folder = Path(str(import_module("opencc").__file__)).parent / "dictionary"
        lines = (folder / f"{name}.txt").read_text(encoding="utf-8").splitlines()
    except (ImportError, OSError) as error:
        raise MissingExtraError(
            "expected the tables of opencc-python-reimplemented, found another module called opencc or none "
            f"({error}); uninstall opencc and opencc-py, which install the same module name, then run: "
            "pip install --force-reinstall opencc-python-reimplemented"
        ) from error
    cells = (line.strip().split("\t") for line in lines if "\t" in line)
    return {key: tuple(value.split(" ")) for key, value in cells}


@cache
def simplified_characters() -> dict[str, str]:
    """Each traditional character that differs from its simplified form, to that form."""
    return {key: values[0] for key, values in _table("TSCharacters").items() if key != values[0]}


@cache
def traditional_characters() -> dict[str, str]:
    """Each simplified character that differs, to the traditional form that a mechanical conversion gives it."""
    return {key: values[0] for key, values in _table("STCharacters").items() if key != values[0]}


@cache
def _simplified_only() -> re.Pattern[str]:
    """The characters that only simplified text has: 区, but not 里, which is traditional too."""
    return re.compile(f"[{''.join(key for key, values in _table('STCharacters').items() if key not in values)}]")


def is_traditional(text: str, simple: str, least: int = 1) -> bool:
    """Whether a text is in traditional characters, given its simplified form, by at least `least` characters.

    It is where at least a thirtieth of its characters differ, three of them or an eighth, and more of them than there
    are characters that only simplified text has. The share is 0.15 to 0.35 in traditional prose; in simplified prose
    a stray 甯 or 昇 makes it 0.001.

    >>> is_traditional("區長張廣賢", "区长张广贤"), is_traditional("副区长甯小华", "副区长宁小华")
    (True, False)
    """
    changed = sum(map(ne, text, simple))
    if changed < least or changed * 30 < len(text) or (changed < 3 and changed * 8 < len(text)):
        return False
    return changed > len(_simplified_only().findall(text))


@cache
def _translation() -> tuple[list[int], dict[int, str]]:
    """The characters as `str.translate` tables: a list for the basic plane (a dict pays for each miss), a dict beyond."""
    basic = list(range(0x10000))
    beyond: dict[int, str] = {}
    for key, value in simplified_characters().items():
        if ord(key) < 0x10000:
            basic[ord(key)] = ord(value)
        else:
            beyond[ord(key)] = value
    return basic, beyond


@cache
def _phrases() -> tuple[dict[str, str], re.Pattern[str]]:
    """The phrases, and the characters that tell of one that its characters alone would get wrong (乾 in 乾隆)."""
    table, single = {key: values[0] for key, values in _table("TSPhrases").items()}, simplified_characters()
    telling = {
        char
        for key, value in table.items()
        for char, other in zip(key, value, strict=True)
        if single.get(char, char) != other
    }
    return table, re.compile(f"[{''.join(sorted(telling))}]")


def simplify(text: str) -> str:
    """The text in simplified characters, as OpenCC's `t2s` gives it: one character for each.

    >>> simplify("區長張廣賢主持召開會議，乾隆年間")
    '区长张广贤主持召开会议，乾隆年间'
    """
    basic, beyond = _translation()
    simple = text.translate(basic)
    if not text.isascii() and max(text) > "\uffff":
        simple = simple.translate(beyond)
    phrases, telling = _phrases()
    if not telling.search(text):
        return simple
    pieces: list[str] = []
    done = 0
    for start, end in _segments(text, telling):
        for at, phrase in _longest_first(text[start:end], phrases):
            pieces += (simple[done : start + at], phrases[phrase])
            done = start + at + len(phrase)
    return "".join((*pieces, simple[done:]))


def _segments(text: str, telling: re.Pattern[str]) -> list[tuple[int, int]]:
    """The stretches between separators that hold a telling character."""
    segments: list[tuple[int, int]] = []
    done = 0
    while hit := telling.search(text, done):
        end = cut.start() if (cut := SEPARATOR.search(text, hit.end())) else len(text)
        before = next((i for i in range(hit.start() - 1, done - 1, -1) if SEPARATOR.match(text, i)), done - 1)
        segments.append((before + 1, end))
        done = end
    return segments


def _longest_first(segment: str, phrases: dict[str, str]) -> list[tuple[int, str]]:
    """The phrases that OpenCC finds in a segment: the longest anywhere first, of those the leftmost."""
    sizes = sorted({len(phrase) for phrase in phrases}, reverse=True)
    taken = bytearray(len(segment))
    found: list[tuple[int, str]] = []
    for size in sizes:
        for at in range(len(segment) - size + 1):
            if segment[at : at + size] in phrases and not any(taken[at : at + size]):
                taken[at : at + size] = b"\1" * size
                found.append((at, segment[at : at + size]))
    return sorted(found)
