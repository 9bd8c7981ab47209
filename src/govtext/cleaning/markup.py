"""HTML residue: character references (`&ldquo;`, `&nbsp;`, `&amp;quot;`) and tags that a scraper left in the text."""

from __future__ import annotations

import re
from html import unescape
from html.entities import html5
from typing import TYPE_CHECKING

from ..patterns import lazy

if TYPE_CHECKING:
    from collections.abc import Iterator

    from ..aligned import AlignedText

__all__ = ["markup"]

BARE = "nbsp|ldquo|rdquo|lsquo|rsquo|quot|amp|lt|gt|mdash|ndash|hellip|middot|emsp|ensp"
"""References met without their semicolon: `&nbsp`."""

RESIDUE = lazy(
    rf"""
      &(?:(?:amp|\#38|\#x26);){{0,8}}                                     # &amp;amp;ldquo; was escaped more than once
        (?:(?P<name>[a-zA-Z][a-zA-Z0-9]{{1,30}}|\#[0-9]{{1,7}}|\#[xX][0-9a-fA-F]{{1,6}});
          |(?P<bare>{BARE})(?![a-zA-Z0-9;]))
    | <(?P<close>/?)(?P<tag>p|br|div|span|strong|b|i|u|em|font|a|img|td|tr|th|table|tbody|li|ul|ol|h[1-6]|section|o:p|center)
      (?:\s[^<>]{{0,500}})?/?>
    | <!--[^<>]{{0,500}}-->
    """,
    re.VERBOSE | re.IGNORECASE,
)

BREAKS = frozenset({"p", "br", "div", "tr", "li", "h1", "h2", "h3", "h4", "h5", "h6", "section", "table"})
"""Tags that end a line."""


def markup(page: AlignedText) -> AlignedText:
    r"""The page with character references decoded and tags taken out.

    >>> from govtext import AlignedText
    >>> markup(AlignedText.of("<p>做好&ldquo;六稳&rdquo;&nbsp;工作，R&D;投入</p>")).text
    '\n做好“六稳”\xa0工作，R&D;投入\n'
    """
    text = page.text
    return page.replace("markup", _replacements(text)) if "&" in text or "<" in text else page


def _replacements(text: str) -> Iterator[tuple[int, int, str]]:
    for hit in RESIDUE.finditer(text):
        if tag := hit["tag"]:
            yield hit.start(), hit.end(), "\n" if tag.lower() in BREAKS else ""
        elif name := hit["name"] or hit["bare"]:
            char = unescape(f"&{name};")
            if name.startswith("#") or f"{name};" in html5:
                yield hit.start(), hit.end(), char
        else:
            yield hit.start(), hit.end(), ""
