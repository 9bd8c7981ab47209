"""Cleaning steps: plain callables from `AlignedText` to `AlignedText`, in a tuple that a user can reorder, drop or extend."""

from __future__ import annotations

from typing import TYPE_CHECKING

from .encodings import encodings
from .layout import breaks, layout
from .losses import losses
from .markup import markup
from .mojibake import mojibake
from .pinyin import pinyin
from .quotation import quotation
from .traditional import traditional

if TYPE_CHECKING:
    from collections.abc import Callable

    from ..aligned import AlignedText

__all__ = [
    "STEPS",
    "breaks",
    "encodings",
    "layout",
    "losses",
    "markup",
    "mojibake",
    "pinyin",
    "quotation",
    "traditional",
]

STEPS: tuple[Callable[[AlignedText], AlignedText], ...] = (
    encodings,
    markup,
    mojibake,
    quotation,
    pinyin,
    layout,
    traditional,
    losses,
    breaks,
)
"""The default steps. What was read in the wrong encoding comes first of all. Byte damage comes before readings and
traditional forms, which were in the bytes that it hit; line breaks come last, when what stands on either side is plain."""
