"""Extract officials."""

from __future__ import annotations

from typing import TYPE_CHECKING

from attrs import frozen

if TYPE_CHECKING:
    from collections.abc import Iterator

    from ..document import Document
    from ..mentions import OfficialMention

__all__ = ["Officials"]


@frozen(slots=True)
class Officials:
    """Finds officials."""

    def __call__(self, document: Document) -> Iterator[OfficialMention]:
        """The officials of a document."""
        yield from ()
