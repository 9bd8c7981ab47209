"""Cleaning steps: plain callables from `AlignedText` to `AlignedText`, in a tuple that a user can reorder, drop or extend."""

from __future__ import annotations

from typing import TYPE_CHECKING

from .layout import layout
from .mojibake import mojibake
from .pinyin import pinyin
from .traditional import traditional

if TYPE_CHECKING:
    from collections.abc import Callable

    from ..aligned import AlignedText

__all__ = ["STEPS", "layout", "mojibake", "pinyin", "traditional"]

STEPS: tuple[Callable[[AlignedText], AlignedText], ...] = (mojibake, pinyin, traditional, layout)
"""The default steps. Byte damage comes first: readings and traditional forms were in the bytes that it hit."""
