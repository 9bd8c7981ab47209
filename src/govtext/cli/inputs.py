"""What the command line reads: files, folders, standard input, and JSON lines with named fields."""

from __future__ import annotations

import json
import sys
from datetime import date, datetime
from pathlib import Path
from typing import TYPE_CHECKING, Any, cast

from attrs import field, frozen

from ..errors import EncodingError, FormatError, GovtextError

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator

__all__ = ["ENCODINGS", "STANDARD_INPUT", "Inputs", "Page", "decode", "find_files"]

STANDARD_INPUT = "-"

LINES = (".jsonl", ".ndjson")
"""Files of one JSON object a line."""

IN_FOLDERS = (".txt", ".text", *LINES)
"""What is read of a folder; a file that is named itself is read whatever it is called."""

ENCODINGS = {
    "utf-8": "utf-8-sig",  # which also takes the mark that some editors write in front
    "utf8": "utf-8-sig",
    "gb18030": "gb18030",
    "gbk": "gb18030",  # which holds GBK and GB 2312
    "gb2312": "gb18030",
    "big5": "big5hkscs",  # Big5 with the characters that Taiwan's and Hong Kong's pages have besides
    "big5-hkscs": "big5hkscs",
    "cp950": "cp950",
}
"""The names that `--encoding` takes, and the codec of each."""


@frozen(slots=True)
class Page:
    """One page to be parsed.

    Attributes:
        name: the file, or the file and the line.
        text: as read.
        published: the day of publication, or None.
        size: bytes of its input, for the progress bar.
    """

    name: str
    text: str
    published: date | None
    size: int


@frozen(slots=True)
class Inputs:
    """How to read what the command line names.

    Attributes:
        encoding: a key of `ENCODINGS`.
        published: the day of publication of pages that have none of their own.
        text_field: where a JSON object has the text.
        date_field: where it has the day of publication, as `2024-05-06` or a time that begins so.
        id_field: where it has a name for the page.
        refuse: called with the name of each input that cannot be read, and why.
    """

    encoding: str = "utf-8"
    published: date | None = None
    text_field: str = "text"
    date_field: str = "published"
    id_field: str = "id"
    refuse: Callable[[str, Exception], object] = field(default=lambda name, error: None)  # noqa: ARG005

    def read(self, names: Iterable[str]) -> Iterator[Page]:
        """The pages of files and of standard input, one after the other; what cannot be read is refused."""
        for name in names:
            try:
                yield from self._pages(name)
            except (OSError, GovtextError) as error:  # noqa: PERF203  # one bad file must not stop the others
                self.refuse(name, error)

    def _pages(self, name: str) -> Iterator[Page]:
        if name == STANDARD_INPUT:
            data, shown = sys.stdin.buffer.read(), "standard input"
            yield Page(shown, decode(data, self.encoding, shown), self.published, len(data))
        elif name.lower().endswith(LINES):
            yield from self._lines(Path(name))
        else:
            data = Path(name).read_bytes()
            yield Page(name, decode(data, self.encoding, name), self.published, len(data))

    def _lines(self, path: Path) -> Iterator[Page]:
        """The pages of a file of JSON lines, read line by line; a bad line is refused, and the next one read."""
        offset = 0
        with path.open("rb") as file:
            for number, line in enumerate(file, 1):
                shown = f"{path}:{number}"
                try:
                    text = decode(line, self.encoding, str(path), offset)
                    if text.strip():
                        yield self._record(text, shown, len(line))
                except GovtextError as error:
                    self.refuse(shown, error)
                offset += len(line)

    def _record(self, line: str, shown: str, size: int) -> Page:
        """The page that a line holds.

        Raises:
            FormatError: the line is no JSON object, or a field is missing or of another kind.
        """
        try:
            data: Any = json.loads(line)
        except ValueError as error:
            raise FormatError(
                f"{shown}: expected one JSON object on the line, got {line.strip()[:40]!r}"
            ) from error
        if not isinstance(data, dict):
            raise FormatError(f"{shown}: expected a JSON object, got {line.strip()[:40]!r}")
        data = cast("dict[str, Any]", data)
        text = data.get(self.text_field)
        if not isinstance(text, str):
            raise FormatError(
                f"{shown}: expected the page's text in the field {self.text_field!r}, got {_kind(text)}; "
                f"the line has {', '.join(map(repr, data)) or 'no fields'}: name the right one with --text-field"
            )
        name = data.get(self.id_field)
        return Page(
            shown if name is None else str(name),
            text,
            _day(data.get(self.date_field), shown) or self.published,
            size,
        )


def find_files(names: Iterable[str]) -> Iterator[str]:
    """The files that the arguments name: folders give their texts and JSON lines, those of subfolders too.

    What begins with a dot is left out of folders, such as the checkpoints of notebooks.
    """
    for name in names:
        path = Path(name)
        if name != STANDARD_INPUT and path.is_dir():
            yield from sorted(str(found) for found in path.rglob("*") if _is_wanted(found, path))
        else:
            yield name


def _is_wanted(path: Path, folder: Path) -> bool:
    hidden = any(part.startswith(".") for part in path.relative_to(folder).parts)
    return not hidden and path.suffix.lower() in IN_FOLDERS and path.is_file()


def decode(data: bytes, encoding: str, name: str, offset: int = 0) -> str:
    """The text of a file's bytes.

    Args:
        data: the bytes.
        encoding: a key of `ENCODINGS`.
        name: the file, for the message.
        offset: where in the file the bytes begin.

    Raises:
        EncodingError: the bytes are not in that encoding.

    >>> decode("区长".encode("gbk"), "gb18030", "page.txt")
    '区长'
    """
    try:
        return data.decode(ENCODINGS[encoding])
    except UnicodeDecodeError as error:
        at = error.start
        others = [other for other in ("utf-8", "gb18030", "big5") if ENCODINGS[other] != ENCODINGS[encoding]]
        fits = [other for other in others if _decodes(data, ENCODINGS[other])]
        advice = (
            f"it can be read with --encoding {' or '.join(fits)}" if fits else "it may be no text, or damaged"
        )
        raise EncodingError(
            f"{name}: expected {encoding}, got the byte 0x{data[at]:02X} at offset {offset + at}, "
            f"which cannot stand there; {advice}"
        ) from error


def _decodes(data: bytes, codec: str) -> bool:
    try:
        data.decode(codec)
    except UnicodeDecodeError:
        return False
    return True


def _kind(value: object) -> str:
    return "nothing" if value is None else type(value).__name__


def _day(value: object, shown: str) -> date | None:
    """A day as JSON gives it.

    Raises:
        FormatError: it is no ISO day.
    """
    if value is None or value == "":
        return None
    try:
        return datetime.fromisoformat(str(value)[:10]).date()
    except ValueError as error:
        raise FormatError(f"{shown}: expected a day such as '2024-05-06', got {value!r}") from error
