"""Traditional to simplified, one to one."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from ..script import simplify

if TYPE_CHECKING:
    from ..aligned import AlignedText

__all__ = ["traditional"]


def traditional(page: AlignedText) -> AlignedText:
    """The page in simplified characters."""
    return page.substitute(simplify(page.text))
