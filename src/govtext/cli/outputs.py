"""What the command line writes: one writer for each `--format`, and it writes only where it is told."""

from __future__ import annotations

import csv
import io
import json
import re
import sys
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Any, Protocol, TextIO

from attrs import define, field, frozen

from ..interchange.annotation import BRAT_CONFIGURATION, to_brat, to_doccano, to_label_studio
from ..interchange.rows import flat_rows
from ..interchange.tables import COLUMNS, target_rows
from ..show import summary, to_html, underlined

if TYPE_CHECKING:
    from collections.abc import Callable, Generator, Iterable, Sequence

    from ..findings import Findings

__all__ = ["FORMATS", "Layout", "Writer", "open_output"]


class Writer(Protocol):
    """Takes findings page by page, and closes what it opened."""

    def write(self, findings: Findings) -> None:
        """One page more."""
        ...

    def close(self) -> None:
        """What comes at the end."""
        ...


@frozen(slots=True)
class Layout:
    """How findings are laid out.

    Attributes:
        kinds: what to show.
        width: columns of the terminal.
        colour: whether to colour.
    """

    kinds: tuple[str, ...]
    width: int = 100
    colour: bool = False


@define(slots=True)
class _PageByPage:
    """Writes each page's text as it comes."""

    stream: TextIO
    render: Callable[[Findings], str]

    def write(self, findings: Findings) -> None:
        self.stream.write(self.render(findings))

    def close(self) -> None:
        """Nothing comes behind the last page."""


@define(slots=True)
class _Table:
    """Writes comma-separated rows of one kind; the head is `columns`, or what the first row has."""

    stream: TextIO
    rows: Callable[[Findings], Iterable[dict[str, Any]]]
    columns: Sequence[str] | None = None
    _writer: csv.DictWriter[str] | None = field(init=False, default=None)

    def write(self, findings: Findings) -> None:
        for row in self.rows(findings):
            self._begun(self.columns or list(row)).writerow(row)

    def close(self) -> None:
        if self.columns:
            self._begun(self.columns)

    def _begun(self, columns: Sequence[str]) -> csv.DictWriter[str]:
        """The writer, with the head written."""
        if self._writer is None:
            self._writer = csv.DictWriter(self.stream, columns)
            self._writer.writeheader()
        return self._writer


@define(slots=True)
class _Collected:
    """Keeps all pages and writes them as one whole."""

    stream: TextIO
    render: Callable[[list[Findings]], str]
    _kept: list[Findings] = field(factory=list)  # pyright: ignore[reportUnknownVariableType]

    def write(self, findings: Findings) -> None:
        self._kept.append(findings)

    def close(self) -> None:
        self.stream.write(self.render(self._kept))


@define(slots=True)
class _BratFolder:
    """Writes a `.txt` and an `.ann` for each page, and brat's configuration beside them."""

    folder: Path
    _taken: set[str] = field(factory=set)  # pyright: ignore[reportUnknownVariableType]

    def write(self, findings: Findings) -> None:
        brat = to_brat(findings)
        name = self._name(findings.document.id or "page")
        _write(self.folder / f"{name}.txt", brat.text)
        _write(self.folder / f"{name}.ann", brat.annotations)

    def close(self) -> None:
        _write(self.folder / "annotation.conf", BRAT_CONFIGURATION)

    def _name(self, given: str) -> str:
        """A file's name out of a page's name; a number behind it where it is taken."""
        stem = (
            re.sub(r"[^\w.-]+", "_", re.sub(r"(?i)\.te?xt$", "", Path(given).name))[:100].strip("._")
            or "page"
        )
        name, number = stem, 1
        while name.lower() in self._taken:
            number += 1
            name = f"{stem}-{number}"
        self._taken.add(name.lower())
        return name


def _write(path: Path, text: str) -> None:
    """`text` as it stands: a line break stays one character, as brat's offsets count."""
    path.write_bytes(text.encode("utf-8", "replace"))


def _json(value: Any) -> str:
    return json.dumps(value, ensure_ascii=False)


def _text(stream: TextIO, layout: Layout) -> Writer:
    return _PageByPage(
        stream, lambda findings: summary(findings, width=layout.width, colour=layout.colour) + "\n"
    )


def _page(stream: TextIO, layout: Layout) -> Writer:
    return _PageByPage(
        stream, lambda findings: underlined(findings, width=layout.width, colour=layout.colour) + "\n"
    )


def _jsonl(stream: TextIO, _: Layout) -> Writer:
    return _PageByPage(stream, lambda findings: _json(findings.to_dict()) + "\n")


def _csv(stream: TextIO, layout: Layout) -> Writer:
    kind = layout.kinds[0] if len(layout.kinds) == 1 else "targets"
    if kind == "targets":
        return _Table(stream, target_rows, COLUMNS)
    return _Table(stream, lambda findings: flat_rows(findings, kind))


def _html(stream: TextIO, _: Layout) -> Writer:
    return _Collected(stream, to_html)


def _doccano(stream: TextIO, _: Layout) -> Writer:
    return _PageByPage(stream, lambda findings: _json(to_doccano(findings)) + "\n")


def _label_studio(stream: TextIO, _: Layout) -> Writer:
    return _Collected(stream, lambda every: _json([to_label_studio(findings) for findings in every]) + "\n")


FORMATS: dict[str, Callable[[TextIO, Layout], Writer] | None] = {
    "text": _text,
    "page": _page,
    "jsonl": _jsonl,
    "csv": _csv,
    "html": _html,
    "doccano": _doccano,
    "label-studio": _label_studio,
    "brat": None,  # a folder, not a stream
}
"""The names that `--format` takes."""


@contextmanager
def open_output(path: str | None, form: str, layout: Layout) -> Generator[Writer, None, None]:
    """The writer of a format: to the file or folder `path`, or to standard output where it is None.

    Raises:
        OSError: `path` cannot be written.
    """
    make = FORMATS[form]
    if make is None:
        folder = Path(path or ".")
        folder.mkdir(parents=True, exist_ok=True)
        writer: Writer = _BratFolder(folder)
        yield writer
        writer.close()
    elif path is None:
        _prepare(sys.stdout, form)
        writer = make(sys.stdout, layout)
        yield writer
        writer.close()
        sys.stdout.flush()
    else:
        # Excel takes a file for UTF-8 only by the mark in front.
        encoding = "utf-8-sig" if form == "csv" else "utf-8"
        with Path(path).open("w", encoding=encoding, errors="backslashreplace", newline="") as stream:
            writer = make(stream, layout)
            yield writer
            writer.close()


def _prepare(stream: TextIO, form: str) -> None:
    """What machines read goes out as UTF-8, whatever the terminal; what people read, as well as it can show it.

    A lone surrogate goes out as its escape, which is what JSON has for it.
    """
    if isinstance(stream, io.TextIOWrapper):
        if form in ("text", "page"):
            stream.reconfigure(errors="replace")
        else:
            stream.reconfigure(encoding="utf-8", errors="backslashreplace", newline="\n")
