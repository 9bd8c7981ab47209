"""Inline pinyin: the readings that an annotator printed behind characters."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from ..aligned import AlignedText

__all__ = ["pinyin"]

READING = re.compile(r"([\u3400-\u9fff])((?:[(（]\s*[a-zāáǎàēéěèīíǐìōóǒòūúǔùüǖǘǚǜńňǹḿêɡ]{1,6}\s*[)）])+)")


def pinyin(page: AlignedText) -> AlignedText:
    """The page without inline readings."""
    return page.replace("pinyin", [(m.start(), m.end(), m[1]) for m in READING.finditer(page.text)])
