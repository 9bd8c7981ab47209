"""Redactions and censor marks: recognised, kept in the text, offered to the extractors."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from ..aligned import AlignedText
    from ..document import Redaction

__all__ = ["find_redactions"]


def find_redactions(page: AlignedText) -> tuple[Redaction, ...]:
    """The redactions of a cleaned page, in order."""
    return ()
