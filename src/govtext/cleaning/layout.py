"""Blanks, HTML residue, full-width digits and letters, and hard line breaks."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from ..aligned import AlignedText

__all__ = ["layout"]

WIDTH = {code: code - 0xFEE0 for code in (*range(0xFF10, 0xFF1A), *range(0xFF21, 0xFF3B), *range(0xFF41, 0xFF5B), 0xFF05, 0xFF0E)}


def layout(page: AlignedText) -> AlignedText:
    """The page with its layout cleaned."""
    return page.substitute(page.text.translate(WIDTH))
