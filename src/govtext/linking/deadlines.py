"""Deadlines: the date or period that governs a figure in its clause, sentence or heading."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from ..document import Document
    from ..mentions import DateMention, TargetMention

__all__ = ["with_deadlines"]


def with_deadlines(
    document: Document, targets: tuple[TargetMention, ...], dates: tuple[DateMention, ...]
) -> tuple[TargetMention, ...]:
    """The targets, each with the deadline that the text gives it."""
    return targets
