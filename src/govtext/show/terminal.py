"""Findings in a terminal: a summary by kind, and the text with underlines that keep to double-width characters."""

from __future__ import annotations

from collections import deque
from typing import TYPE_CHECKING

from .values import KINDS, kind_of, row, speaker
from .widths import columns, pad, printable, shorten, wrap

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from ..document import Document
    from ..findings import Findings
    from ..mentions import Mention

__all__ = ["summary", "underlined"]

STROKES = {"date": "~", "official": "=", "target": "-", "slogan": "^", "mention": "."}
"""What draws the line under each kind. ASCII: box-drawing signs take two columns in some Chinese terminals."""

COLOURS = {"date": 32, "official": 166, "target": 36, "slogan": 175, "mention": 244}
"""Colours of the 256-colour table near Okabe and Ito's set, which the colour-blind tell apart too."""

NARROWEST_TABLE = 60
"""The fewest columns that the summary is laid out for: five cells of eight, and what stands between them."""

NARROWEST_TEXT = 20
"""The fewest columns that the text is laid out for."""


def summary(findings: Findings, *, width: int = 100, colour: bool = False) -> str:
    """What a page holds, kind by kind, one line for each finding with its place in the cleaned text.

    Args:
        findings: of one page.
        width: columns of the terminal; longer cells are cut with an ellipsis.
        colour: whether to colour by terminal escapes.

    >>> import govtext
    >>> print(summary(govtext.parse("区长陈一鸣主持会议。")).splitlines()[0])
    page  10 characters, no date of publication
    """
    width = max(width, NARROWEST_TABLE)
    lines = [_bold(_heading(findings.document), colour)]
    title = _title(findings.document)
    if title:
        lines.append("  " + shorten(title, width - 2))
    for kind in KINDS:
        mentions: tuple[Mention, ...] = getattr(findings, kind.name)
        cells = [(_place(m), *row(m)) for m in mentions]
        lines += _section(kind.name, cells, width, COLOURS[kind.label] if colour else None)
    people = [
        (p.name, "、".join(p.titles), p.organisation or "", ", ".join(p.roles)) for p in findings.people
    ]
    lines += _section("people", people, width, None)
    text = findings.document.text
    said = [(speaker(s), s.verb, text[s.span.start : s.span.end]) for s in findings.statements]
    lines += _section("statements", said, width, None)
    lines += _damage(findings.document, width)
    if findings.document.published is None and any(date.resolved is None for date in findings.dates):
        lines += ["", "  Dates such as 今年 and 9月底前 need the day of publication to be resolved."]
    return "\n".join(lines) + "\n"


def underlined(findings: Findings, *, width: int = 80, colour: bool = False) -> str:
    """The cleaned text with a line under every mention.

    `D~~~` is under dates, `O===` officials, `T---` targets, `S^^^` slogans.

    Lines of mentions that overlap stand below each other, the longest nearest to the text.

    >>> import govtext
    >>> found = govtext.DateMention(span=govtext.Span(0, 4, 0, 4), text="9月底前", rule="day")
    >>> print(underlined(govtext.Findings(govtext.read("9月底前完成。"), dates=(found,))).splitlines()[3])
    D~~~~~~
    """
    width = max(width, NARROWEST_TEXT)
    document = findings.document
    text = printable(document.text)
    waiting = deque(findings.mentions)
    here: list[Mention] = []
    lines = [_bold(_heading(document), colour), ""]
    for start, end in _lines(document, width):
        while waiting and waiting[0].start < end:
            here.append(waiting.popleft())
        here = [mention for mention in here if mention.end > start]
        lines.append(text[start:end])
        lines += _strokes(text, start, end, here, colour=colour)
    return "\n".join(lines) + "\n"


def _heading(document: Document) -> str:
    """What the page is called, whole, since it is what one looks for; and how it was found."""
    repairs = f", edits: {len(document.edits)}" if document.edits else ""
    damage = f", places unrepaired: {len(document.unrepaired)}" if document.unrepaired else ""
    published = f"published {document.published}" if document.published else "no date of publication"
    return (
        f"{printable(document.id or 'page')}  {len(document.text)} characters, {published}{repairs}{damage}"
    )


def _title(document: Document) -> str:
    """The page's title, on one line."""
    for segment in document.segments:
        if segment.role == "title":
            return printable(document.text[segment.span.start : segment.span.end].replace("\n", " ")).strip()
    return ""


def _place(mention: Mention) -> str:
    return f"{mention.start}-{mention.end}"


def _section(name: str, rows: Sequence[tuple[str, ...]], width: int, colour: int | None) -> list[str]:
    """A table of a kind's findings under its name; nothing where there are none."""
    if not rows:
        return []
    shown = [[printable(cell.replace("\n", " ")) for cell in cells] for cells in rows]
    widths = _fitted([max(map(columns, column)) for column in zip(*shown, strict=True)], width - 4)
    lines = ["", f"  {name} ({len(rows)})"]
    for cells in shown:
        fitted = [pad(shorten(cell, wide), wide) for cell, wide in zip(cells, widths, strict=True)]
        if colour is not None:
            fitted[1] = _painted(fitted[1], colour)
        lines.append(
            "    " + "  ".join(cell for cell, wide in zip(fitted, widths, strict=True) if wide).rstrip()
        )
    return lines


def _fitted(widths: list[int], room: int) -> list[int]:
    """The columns' widths made to fit: the widest gives way first."""
    gaps = 2 * (sum(1 for wide in widths if wide) - 1)
    while sum(widths) + gaps > room and max(widths) > 8:
        widest = widths.index(max(widths))
        rest = sum(widths) - widths[widest] + gaps
        second = max((wide for at, wide in enumerate(widths) if at != widest), default=0)
        widths[widest] = max(room - rest, second - 1, 8)
    return widths


def _damage(document: Document, width: int) -> list[str]:
    """What was seen and could not be repaired."""
    rows = [
        (f"{d.raw_start}-{d.raw_end}", d.kind, d.printed, " or ".join(c.text for c in d.candidates[:3]))
        for d in document.unrepaired
    ]
    return _section("unrepaired, by places in the page as printed", rows, width, None)


def _lines(document: Document, width: int) -> Iterator[tuple[int, int]]:
    """The lines of the text as laid out: its own, cut where they are too wide."""
    start = 0
    for line in document.text.split("\n"):
        yield from wrap(document.text, start, start + len(line), width)
        start += len(line) + 1


def _strokes(text: str, start: int, end: int, mentions: Iterable[Mention], *, colour: bool) -> list[str]:
    """The lines under `text[start:end]`."""
    lanes: list[list[tuple[int, int, str]]] = []
    for mention in sorted(mentions, key=lambda m: m.start - m.end):
        begin, stop = max(mention.start, start), min(mention.end, end)
        left, wide = columns(text[start:begin]), columns(text[begin:stop])
        label = kind_of(mention)
        stroke = STROKES[label] * wide
        if begin == mention.start:
            stroke = label[0].upper() + stroke[1:]
        lane = next((lane for lane in lanes if all(left >= b or left + wide <= a for a, b, _ in lane)), None)
        if lane is None:
            lanes.append(lane := [])
        lane.append((left, left + wide, _painted(stroke, COLOURS[label]) if colour else stroke))
    return [_lane(lane) for lane in lanes]


def _lane(lane: list[tuple[int, int, str]]) -> str:
    """One line of strokes."""
    pieces: list[str] = []
    done = 0
    for left, right, stroke in sorted(lane):
        pieces += (" " * (left - done), stroke)
        done = right
    return "".join(pieces)


def _painted(text: str, colour: int) -> str:
    return f"\x1b[38;5;{colour}m{text}\x1b[0m"


def _bold(text: str, colour: bool) -> str:  # noqa: FBT001
    return f"\x1b[1m{text}\x1b[0m" if colour else text
