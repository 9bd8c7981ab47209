"""Cleaning steps: plain callables from `AlignedText` to `AlignedText`, in a tuple that a user can reorder, drop or extend."""

from __future__ import annotations

from typing import TYPE_CHECKING

from .layout import breaks, layout
from .markup import markup
from .mojibake import mojibake
from .pinyin import pinyin
from .traditional import traditional

if TYPE_CHECKING:
    from collections.abc import Callable

    from ..aligned import AlignedText

__all__ = ["STEPS", "breaks", "layout", "markup", "mojibake", "pinyin", "traditional"]

STEPS: tuple[Callable[[AlignedText], AlignedText], ...] = (
    markup,
    mojibake,
    pinyin,
    layout,
    traditional,
    breaks,
)
"""The default steps. Byte damage comes before readings and traditional forms, which were in the bytes that it hit;
line breaks come last, when what stands on either side is plain."""
