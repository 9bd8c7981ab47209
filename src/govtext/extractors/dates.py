"""Extract dates."""

from __future__ import annotations

from typing import TYPE_CHECKING

from attrs import frozen

if TYPE_CHECKING:
    from collections.abc import Iterator

    from ..document import Document
    from ..mentions import DateMention

__all__ = ["Dates"]


@frozen(slots=True)
class Dates:
    """Finds dates."""

    def __call__(self, document: Document) -> Iterator[DateMention]:
        """The dates of a document."""
        yield from ()
