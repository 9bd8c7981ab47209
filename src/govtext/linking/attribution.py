"""Attribution: who said a quotation."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from ..document import Document
    from ..findings import Statement
    from ..mentions import SloganMention

__all__ = ["with_speakers"]


def with_speakers(
    document: Document, slogans: tuple[SloganMention, ...], statements: tuple[Statement, ...]
) -> tuple[SloganMention, ...]:
    """The slogans, attributed speech with its speaker."""
    return slogans
