"""Traditional and simplified characters, by OpenCC's own tables.

Of OpenCC's configurations only `t2s` keeps length and vocabulary, so only it is used to clean; the tables are read
from the installed `opencc-python-reimplemented` (Apache-2.0) on first use. Its converter runs at less than a million
characters a second; this one gives the same output from the same tables by `str.translate`, many times faster, and
the converter stays its oracle in the tests.
"""

from __future__ import annotations

import re
from functools import cache
from importlib.util import find_spec
from operator import ne
from pathlib import Path
from typing import TYPE_CHECKING

from .errors import MissingExtraError
from .patterns import lazy

if TYPE_CHECKING:
    from collections.abc import Iterator

__all__ = ["is_traditional", "simplified_characters", "simplify", "traditional_characters"]

SEPARATOR = lazy(
    r"[\s\-,.?!*，。、；：？！…“”‘’『』「」﹁﹂—－（）《》〈〉～．／＼︒︑︔︓︿﹀︹︺︙︐［﹇］﹈︕︖︰︳︴︽︾︵︶｛︷｝︸﹃﹄【︻】︼]"
)
"""Where OpenCC cuts its input; no phrase holds one of these."""


def _table(name: str) -> dict[str, list[str]]:
    """One of OpenCC's dictionaries, with all renderings; OpenCC takes the first.

    Raises:
        MissingExtraError: another distribution's `opencc` module answers, or none.
    """
    try:
        package = find_spec("opencc")  # found, not imported: only its tables are wanted
        folder = Path(str(package and package.origin)).parent / "dictionary"
        lines = (folder / f"{name}.txt").read_text(encoding="utf-8").splitlines()
    except (ImportError, ValueError, OSError) as error:
        raise MissingExtraError(
            "expected the tables of opencc-python-reimplemented, found another module called opencc or none "
            f"({error}); uninstall opencc and opencc-py, which install the same module name, then run: "
            "pip install --force-reinstall opencc-python-reimplemented"
        ) from error
    cells = (line.strip().split("\t") for line in lines if "\t" in line)
    return {key: value.split(" ") for key, value in cells}


@cache
def simplified_characters() -> dict[str, str]:
    """Each traditional character that differs from its simplified form, to that form."""
    return {key: values[0] for key, values in _table("TSCharacters").items() if key != values[0]}


@cache
def traditional_characters() -> dict[str, str]:
    """Each simplified character that differs, to the traditional form that a mechanical conversion gives it."""
    return {key: values[0] for key, values in _table("STCharacters").items() if key != values[0]}


@cache
def _simplified_only() -> frozenset[str]:
    """The characters that only simplified text has: 区, but not 里, which is traditional too."""
    return frozenset(key for key, values in _table("STCharacters").items() if key not in values)


def is_traditional(text: str, simple: str, least: int = 1) -> bool:
    """Whether a text is in traditional characters, given its simplified form, by at least `least` characters.

    It is where at least a thirtieth of its characters, blanks left out, differ, three of them or an eighth, and more
    of them than there are characters that only simplified text has. The share is 0.15 to 0.35 in traditional prose; in simplified prose
    a stray 甯 or 昇 makes it 0.001.

    >>> is_traditional("區長張廣賢", "区长张广贤"), is_traditional("副区长甯小华", "副区长宁小华")
    (True, False)
    """
    lines = zip(text.split("\n"), simple.split("\n"), strict=True)
    changed = int(sum(sum(map(ne, before, after)) for before, after in lines if before != after))
    length = len("".join(text.split()))
    if changed < least or changed * 30 < length or (changed < 3 and changed * 8 < length):
        return False
    only = _simplified_only()
    return changed > sum(char in only for char in text)


@cache
def _translations() -> tuple[str, dict[int, str]]:
    """The simplified characters as `str.translate` tables: a string for the basic plane, and what lies beyond.

    A string of 65,536 characters is a hundredth of the memory of a list of numbers; a dict pays for each miss.
    """
    single = simplified_characters()
    basic = list(map(chr, range(0x10000)))
    beyond: dict[int, str] = {}
    for key, value in single.items():
        if key <= "\uffff":
            basic[ord(key)] = value
        else:
            beyond[ord(key)] = value
    return "".join(basic), beyond


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


@cache
def _changing() -> re.Pattern[str]:
    """What a table or a phrase might change. The few characters beyond the basic plane would make the class slow.

    A character that only phrases change, such as 覆, counts where one of them may stand: 答覆, not 覆盖.
    """
    single, (phrases, telling) = simplified_characters(), _phrases()
    alone = [char for char in telling.pattern[1:-1] if char not in single]
    plain = "\n".join(phrase for phrase in phrases if single.keys().isdisjoint(phrase))
    within: list[str] = []
    for char in alone:
        before, after = (set(re.findall(side, plain)) for side in (rf".(?={char})", rf"(?<={char})."))
        within += [f"(?<=[{''.join(sorted(before))}]{char})"] if before else []
        within += [f"(?<={char})(?=[{''.join(sorted(after))}])"] if after else []
    every = "".join([*(key for key in single if key <= "\uffff"), *alone])
    return re.compile(f"[{every}](?:(?<![{''.join(alone)}])|{'|'.join(within)})")


DENSE = 30
"""One in so many characters that change makes it cheaper to translate them all."""


def simplify(text: str) -> str:
    """The text in simplified characters, as OpenCC's `t2s` gives it: one character for each.

    >>> simplify("區長張廣賢主持召開會議，乾隆年間")
    '区长张广贤主持召开会议，乾隆年间'
    """
    changing = _changing().findall(text)
    wide = len(text.encode("utf-16-le", "surrogatepass")) > 2 * len(text)  # beyond the basic plane
    if not changing and not wide:
        return text
    if wide or len(changing) * DENSE > len(text):
        basic, beyond = _translations()
        simple = text.translate(basic).translate(beyond) if wide else text.translate(basic)
    else:
        single = simplified_characters()
        simple = _changing().sub(lambda hit: single.get(hit[0], hit[0]), text)
    phrases, telling = _phrases()
    pieces: list[str] = []
    done = 0
    for start, end in _segments(text, telling):
        for at, phrase in _longest_first(text[start:end]):
            pieces += (simple[done : start + at], phrases[phrase])
            done = start + at + len(phrase)
    return "".join((*pieces, simple[done:]))


def _segments(text: str, telling: re.Pattern[str]) -> Iterator[tuple[int, int]]:
    """The stretches between separators that hold a telling character."""
    done = 0
    while hit := telling.search(text, done):
        start = hit.start()
        while start > done and not SEPARATOR.match(text, start - 1):
            start -= 1
        cut = SEPARATOR.search(text, hit.end())
        done = cut.start() if cut else len(text)
        yield start, done


@cache
def _phrase_lengths() -> dict[str, tuple[int, ...]]:
    """The lengths of the phrases that begin with each character."""
    lengths: dict[str, set[int]] = {}
    for phrase in _phrases()[0]:
        lengths.setdefault(phrase[0], set()).add(len(phrase))
    return {char: tuple(sizes) for char, sizes in lengths.items()}


def _longest_first(segment: str) -> list[tuple[int, str]]:
    """The phrases that OpenCC finds in a segment: the longest anywhere first, of those the leftmost."""
    phrases, lengths = _phrases()[0], _phrase_lengths()
    candidates = sorted(
        (-size, at)
        for at, char in enumerate(segment)
        for size in lengths.get(char, ())
        if segment[at : at + size] in phrases
    )
    taken = bytearray(len(segment))
    found: list[tuple[int, str]] = []
    for minus, at in candidates:
        end = at - minus
        if not any(taken[at:end]):
            taken[at:end] = b"\1" * -minus
            found.append((at, segment[at:end]))
    return sorted(found)
