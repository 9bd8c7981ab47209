"""Rosters: a name, blanks, and the titles behind them: 组长：陈一鸣　区委书记."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ..patterns import lazy

if TYPE_CHECKING:
    from .official_page import Page

__all__ = ["rosters"]

SHAPE = r"[^\W\x00-\xff][^\s\x00-\x7f]{0,10}[^\S\n]{1,8}(?:\S[^\S\n]{1,8})?[^\s，,；;]{2,60}[^\S\n]{0,8}(?:[\n，,；;]|\Z)"
"""What looks like a line of a roster: not too long a name (王　灿), blanks, and one word more."""

FIRST = lazy(SHAPE)

LINE = lazy(rf"[\n:：][^\S\n]{{0,8}}(?={SHAPE})")
"""Where a line of a roster may begin, or go on behind its label: 副组长：|陈一鸣　."""

TITLES = lazy(
    r"[ \u3000\xa0]{1,8}(?P<titles>[\u4e00-\u9fff（）()、]{2,60})[ \u3000\xa0]{0,8}(?=[\n，,；;]|\Z)"
)
"""The rest of the line: titles alone."""


BEFORE_TITLES = -5.0
"""The least score of a name that titles alone follow on its line: 安　宁　县委常委 -3.1."""


def rosters(page: Page, start: int, end: int) -> None:
    """Names at the beginning of a line, with nothing but titles behind them."""
    text, titles = page.text, page.titles
    begins = [line.end() for line in LINE.finditer(text, start, end)]
    for at in (start, *begins) if FIRST.match(text, start, end) else begins:
        name = page.name_at(at, end, BEFORE_TITLES)
        rest = TITLES.match(text, name.end, end) if name is not None else None
        if name is None or rest is None:
            continue
        stated = rest["titles"].split("、")
        if all(titles.offices.match_back(title, len(title)) is not None for title in stated):
            first, label = page.post_before(name.start, start)
            page.add(
                "name before the titles of a roster",
                name,
                (*label, *stated),
                start=first,
                end=rest.end("titles"),
            )
