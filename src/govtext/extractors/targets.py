"""Extract targets."""

from __future__ import annotations

from typing import TYPE_CHECKING

from attrs import frozen

if TYPE_CHECKING:
    from collections.abc import Iterator

    from ..document import Document
    from ..mentions import TargetMention

__all__ = ["Targets"]


@frozen(slots=True)
class Targets:
    """Finds targets."""

    def __call__(self, document: Document) -> Iterator[TargetMention]:
        """The targets of a document."""
        yield from ()
