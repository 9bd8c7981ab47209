"""Extract slogans."""

from __future__ import annotations

from typing import TYPE_CHECKING

from attrs import frozen

if TYPE_CHECKING:
    from collections.abc import Iterator

    from ..document import Document
    from ..mentions import SloganMention

__all__ = ["Slogans"]


@frozen(slots=True)
class Slogans:
    """Finds slogans."""

    def __call__(self, document: Document) -> Iterator[SloganMention]:
        """The slogans of a document."""
        yield from ()
