"""People: one record for each person of a document, with all titles, the organisation and the roles."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from ..document import Document
    from ..findings import Person
    from ..mentions import OfficialMention

__all__ = ["gather"]


def gather(
    document: Document, officials: tuple[OfficialMention, ...]
) -> tuple[tuple[OfficialMention, ...], tuple[Person, ...]]:
    """The mentions with their organisation, and the people they name."""
    return officials, ()
