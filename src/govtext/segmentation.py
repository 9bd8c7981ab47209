"""Title, metadata, body, credit, insert, boilerplate."""

from __future__ import annotations

from typing import TYPE_CHECKING

from .document import Segment

if TYPE_CHECKING:
    from .aligned import AlignedText

__all__ = ["segment"]


def segment(page: AlignedText) -> tuple[Segment, ...]:
    """The segments of a cleaned page, in order."""
    return (Segment("body", page.span(0, len(page.text))),) if page.text else ()
