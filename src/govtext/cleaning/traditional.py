"""Traditional to simplified, one to one, where a page or a line is traditional.

A page in simplified characters may hold a single character that OpenCC would change, in a name (`甯`, `昇`) or in
著; there it is no sign of conversion and stays as printed.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from ..patterns import lazy
from ..script import is_traditional, simplify

if TYPE_CHECKING:
    from ..aligned import AlignedText

__all__ = ["traditional"]


PARTICLE = lazy(r"著(?![名作称述者书录])(?<![显卓昭名论专原编巨土译遗拙合]著)")
"""著 that was 着: `著力強化`, `有著落`. OpenCC leaves every 著 as it is; a mechanical conversion makes 著 of every 着, so
in its pages only the words that are written with 著 in simplified text keep it: 著名, 显著."""

LEAST_IN_LINE = 3
"""Characters that must differ in a line of a simplified page: `甯某出席` is no traditional line."""


def traditional(page: AlignedText) -> AlignedText:
    """The page in simplified characters: all of it where it is traditional, else the lines that are.

    >>> from govtext import AlignedText
    >>> traditional(AlignedText.of("區長張廣賢主持召開會議")).text
    '区长张广贤主持召开会议'
    >>> traditional(AlignedText.of("副区长甯小华主持召开会议")).text
    '副区长甯小华主持召开会议'
    >>> traditional(AlignedText.of("著力強化，成效顯著")).text
    '着力强化，成效显著'
    """
    text = page.text
    simple = simplify(text)
    if simple == text:
        return page
    if is_traditional(text, simple):
        return page.substitute(PARTICLE.sub("着", simple))
    lines = zip(text.split("\n"), simple.split("\n"), strict=True)
    return page.substitute(
        "\n".join(
            after if before != after and is_traditional(before, after, LEAST_IN_LINE) else before
            for before, after in lines
        )
    )
