"""Statements: each reporting verb with its speaker, person or body, and the speech it governs."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from ..document import Document
    from ..findings import Person, Statement

__all__ = ["find_statements"]


def find_statements(document: Document, people: tuple[Person, ...]) -> tuple[Statement, ...]:
    """The statements of a document, in order."""
    return ()
