"""A page that has been read: cleaned, aligned with the print, and cut into segments."""

from __future__ import annotations

from bisect import bisect_right
from functools import cached_property
from itertools import accumulate
from typing import TYPE_CHECKING, Literal

from attrs import frozen

from .patterns import lazy

if TYPE_CHECKING:
    import datetime
    from collections.abc import Iterator

    from .aligned import AlignedText, Damage, Edit
    from .spans import Span

__all__ = ["Document", "Redaction", "Role", "Segment"]

Role = Literal["title", "metadata", "body", "credit", "insert", "boilerplate"]

READABLE: frozenset[str] = frozenset({"title", "metadata", "body", "credit"})
"""What extractors read; dates, numbers and slogans of inserts and boilerplate are nobody's."""

SENTENCE = lazy(r"[^。！？!?；;\n]*(?:[。！？!?；;\n]+[”’」』）)]*|\Z)")
"""A sentence, with what ends it: `…。”` takes its closing quotation mark along. Sentences lie end to end."""


@frozen(slots=True)
class Segment:
    """A stretch of a page with one role, such as title, body or credit."""

    role: Role
    span: Span


@frozen(slots=True)
class Redaction:
    """A hidden stretch that is kept in the text: `**`, `*.*`, `xx.x`, `X月X日`, `_`, a blank before a unit.

    Attributes:
        kind: `number`, `date`, `name`, `word` (a censored word), or `unknown`.
        span: where the marks stand.
    """

    kind: Literal["number", "date", "name", "word", "unknown"]
    span: Span


@frozen
class Document:
    """A page that has been read. Make one with `govtext.read`.

    Attributes:
        aligned: the cleaned text over the page it came from.
        published: the day of publication, given or found in the metadata line; None where neither is.
        segments: title, metadata, body, credit, insert and boilerplate, in order; only blanks lie between them.
        redactions: hidden numbers, dates, names and words, in order.
        id: the caller's name for the page, or None.
    """

    aligned: AlignedText
    published: datetime.date | None = None
    segments: tuple[Segment, ...] = ()
    redactions: tuple[Redaction, ...] = ()
    id: str | None = None

    @property
    def text(self) -> str:
        """The cleaned text, which all `start` and `end` offsets index."""
        return self.aligned.text

    @property
    def raw(self) -> str:
        """The page as printed, which all `raw_start` and `raw_end` offsets index."""
        return self.aligned.raw

    @property
    def edits(self) -> tuple[Edit, ...]:
        """Every recorded change, with its step and its place."""
        return self.aligned.edits

    @property
    def unrepaired(self) -> tuple[Damage, ...]:
        """Damage that was seen and could not be restored."""
        return self.aligned.damage

    def span(self, start: int, end: int) -> Span:
        """The stretch `text[start:end]` with its place in the page as printed."""
        return self.aligned.span(start, end)

    def readable(self, *roles: Role) -> Iterator[tuple[int, int, Role]]:
        """`(start, end, role)` of the segments that extractors read: title, metadata, body, credit, or those asked for."""
        wanted = frozenset(roles) or READABLE
        for segment in self.segments:
            if segment.role in wanted:
                yield segment.span.start, segment.span.end, segment.role

    def role(self, position: int) -> Role | None:
        """The role of the segment that holds the character at `position`; None between segments."""
        i = bisect_right(self._segment_starts, position) - 1
        if i < 0 or position >= self.segments[i].span.end:
            return None
        return self.segments[i].role

    def sentence(self, position: int) -> tuple[int, int]:
        """`(start, end)` of the sentence that holds `position`; a line and a segment end one too.

        The end includes the closing punctuation and its quotation mark.
        """
        ends = self._sentence_ends
        i = bisect_right(ends, position)
        return (ends[i - 1] if i else 0), (ends[i] if i < len(ends) else len(self.text))

    @cached_property
    def _sentence_ends(self) -> list[int]:
        borders = set(accumulate(map(len, SENTENCE.findall(self.text))))
        for segment in self.segments:
            borders |= {segment.span.start, segment.span.end}
        return sorted(borders - {0})

    @cached_property
    def _segment_starts(self) -> list[int]:
        return [segment.span.start for segment in self.segments]

    def __repr__(self) -> str:
        name = "" if self.id is None else f" {self.id!r}"
        published = "" if self.published is None else f", published {self.published}"
        return f"<Document{name}: {len(self.text)} characters{published}>"

    def _repr_html_(self) -> str:
        from .show import document_html  # noqa: PLC0415

        return document_html(self)
