"""Word tables: immutable, longest match first, extended with `|`.

Words live in `data/*.tsv`, never in code and never in one huge alternation: a class of first characters and a
dictionary probed from the longest word down is many times faster than either (`bench/`).
"""

from __future__ import annotations

import re
from functools import cache
from itertools import repeat
from pkgutil import get_data
from typing import TYPE_CHECKING, Any, Generic, NoReturn, TypeVar, cast

from .errors import LexiconError
from .patterns import lazy

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

__all__ = ["Lexicon", "read_columns", "read_data", "read_rows"]

V = TypeVar("V")


class Lexicon(Generic[V]):
    """Words, each with a value, found in text by longest match; immutable.

    What the searches need beside the words is made when the first search asks for it.

    Attributes:
        words: each word with its value.

    >>> ranks = Lexicon({"主任": 1, "副主任": 2})
    >>> list(ranks.find("原副主任"))
    [(1, 4, 2)]
    >>> more = ranks | {"科长": 3}
    >>> more.match("科长", 0), ranks.match("科长", 0)
    (2, None)
    """

    __slots__ = ("_first", "_heads", "_tails", "words")

    words: Mapping[str, V]
    _heads: Mapping[str, tuple[int, ...]]
    _tails: Mapping[str, tuple[int, ...]]
    _first: re.Pattern[str]

    def __init__(self, words: Mapping[str, V]) -> None:
        if "" in words:
            raise LexiconError(
                "expected words of at least one character, got an empty one; take it out of the table"
            )
        object.__setattr__(self, "words", dict(words))

    def __getattr__(self, name: str) -> Any:
        """The search tables, made on first use."""
        if name not in ("_heads", "_tails", "_first"):
            raise AttributeError(f"{type(self).__name__} has no attribute {name!r}")
        made: Any = (
            _first(self.words) if name == "_first" else _lengths(self.words, 0 if name == "_heads" else -1)
        )
        object.__setattr__(self, name, made)
        return made

    def __setattr__(self, name: str, value: object) -> None:
        raise AttributeError("a Lexicon does not change; make another one: lexicon | {word: value}")

    def __eq__(self, other: object) -> bool:
        return isinstance(other, Lexicon) and self.words == cast("Lexicon[V]", other).words

    def __hash__(self) -> int:
        return hash(frozenset(self.words))

    def __repr__(self) -> str:
        return f"Lexicon({len(self.words)} words)"

    def __reduce__(self) -> tuple[type[Lexicon[V]], tuple[Mapping[str, V]]]:
        return type(self), (self.words,)

    def __or__(self, more: Lexicon[V] | Mapping[str, V]) -> Lexicon[V]:
        """This table and `more`; where both have a word, the value of `more` holds."""
        return Lexicon({**self.words, **(more.words if isinstance(more, Lexicon) else more)})

    def __contains__(self, word: object) -> bool:
        return word in self.words

    def __len__(self) -> int:
        return len(self.words)

    def __getitem__(self, word: str) -> V:
        return self.words[word]

    def get(self, word: str) -> V | None:
        """The value of `word`, or None where the table lacks it."""
        return self.words.get(word)

    def match(self, text: str, start: int, end: int | None = None) -> int | None:
        """Where the longest word that begins at `start` ends, within `text[:end]`; None where no word begins there."""
        limit = len(text) if end is None else end
        if start >= limit:
            return None
        lengths = self._heads.get(text[start])
        if lengths is not None:
            words = self.words
            for length in lengths:
                stop = start + length
                if stop <= limit and text[start:stop] in words:
                    return stop
        return None

    def match_back(self, text: str, end: int, start: int = 0) -> int | None:
        """Where the longest word that ends at `end` begins, within `text[start:]`; None where no word ends there."""
        if end <= start:
            return None
        lengths = self._tails.get(text[end - 1])
        if lengths is not None:
            words = self.words
            for length in lengths:
                first = end - length
                if first >= start and text[first:end] in words:
                    return first
        return None

    def find(self, text: str, start: int = 0, end: int | None = None) -> Iterator[tuple[int, int, V]]:
        """Every word in `text[start:end]`, left to right, the longest at each place, none overlapping."""
        limit = len(text) if end is None else end
        done = start
        words, lengths = self.words, self._heads
        for hit in self._first.finditer(text, start, limit):
            at = hit.start()
            if at < done:
                continue
            for length in lengths[text[at]]:
                word = text[at : at + length]
                if at + length <= limit and word in words:
                    yield at, at + length, words[word]
                    done = at + length
                    break


def _lengths(words: Iterable[str], index: int) -> dict[str, tuple[int, ...]]:
    """For each first (or last) character, the lengths of the words that have it there, longest first."""
    lengths: dict[str, tuple[int, ...]] = {}
    for word in words:
        char, length = word[index], len(word)
        known = lengths.get(char, ())
        if length not in known:
            lengths[char] = (*known, length)
    return {char: tuple(sorted(known, reverse=True)) for char, known in lengths.items()}


def _first(words: Iterable[str]) -> re.Pattern[str]:
    """Where a word may begin: a first character before a second one, or a word of one; nothing for an empty table."""
    longer = [word for word in words if len(word) > 1]
    classes = (
        _class(word for word in words if len(word) == 1),
        _class(word[0] for word in longer) + f"(?={_class(word[1] for word in longer)})" if longer else "",
    )
    return lazy("|".join(filter(None, classes)) or r"(?!)")


def _class(chars: Iterable[str]) -> str:
    """The characters as a class; nothing where there are none."""
    every = "".join(sorted(set(chars)))
    return f"[{re.escape(every)}]" if every else ""


@cache
def read_rows(name: str) -> tuple[tuple[str, ...], ...]:
    """The rows of `data/<name>.tsv`, read on first use and kept.

    A table begins with comment lines (`# source:`, `# licence:`, `# date:`, and what the columns hold); then come
    rows of tab-separated cells, all with as many cells as the header row, which is left out here.

    Raises:
        LexiconError: a row has another number of cells, or a first cell is empty; the line is named.
    """
    return parse_rows(_table(name), f"{name}.tsv")


def read_columns(name: str) -> tuple[list[str], ...]:
    """The columns of `data/<name>.tsv`, read anew; of long tables much faster than its rows. See `read_rows`."""
    return parse_columns(_table(name), f"{name}.tsv")


def read_data(name: str) -> bytes:
    """A file of `data/`, through the package's own loader, which works in an archive too.

    Raises:
        FileNotFoundError: there is no such file.
    """
    data = get_data(str(__package__), f"data/{name}")
    if data is None:
        raise FileNotFoundError(f"expected data/{name} in {__package__}; install the package anew")
    return data


def _table(name: str) -> str:
    return read_data(f"{name}.tsv").decode()


def parse_rows(text: str, name: str) -> tuple[tuple[str, ...], ...]:
    """The rows of a table's text; `name` is for the messages. See `read_rows`."""
    return tuple(zip(*parse_columns(text, name), strict=True))


def parse_columns(text: str, name: str) -> tuple[list[str], ...]:
    """The columns of a table's text, without their headers; `name` is for the messages."""
    lines = text.replace("\r\n", "\n").split("\n")
    rows = [line for line in lines if line and line[0] != "#"]
    header = rows[0].split("\t") if rows else [""]
    width = len(header)
    cells = "\t".join(rows).split("\t")
    columns = tuple(cells[at + width :: width] for at in range(width))
    if "" in columns[0] or {*map(str.count, rows, repeat("\t"))} - {width - 1}:
        _refuse(lines, header, name)
    return columns


def _refuse(lines: list[str], header: list[str], name: str) -> NoReturn:
    """Name the first malformed line of a table."""
    number, line = next(
        (number, line)
        for number, line in enumerate(lines, 1)
        if line and line[0] != "#" and (len(line.split("\t")) != len(header) or line[0] == "\t")
    )
    raise LexiconError(
        f"{name}, line {number}: expected {len(header)} cells ({', '.join(header)}) and a first one that is "
        f"not empty, got {line!r}; separate cells with one tab each"
    )
