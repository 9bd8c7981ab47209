"""Traditional to simplified, one to one, where a page or a line is traditional.

A page in simplified characters may hold a single character that OpenCC would change, in a name (`甯`, `昇`) or in
著; there it is no sign of conversion and stays as printed.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from ..script import is_traditional, simplify

if TYPE_CHECKING:
    from ..aligned import AlignedText

__all__ = ["traditional"]


LEAST_IN_LINE = 3
"""Characters that must differ in a line of a simplified page: `甯某出席` is no traditional line."""


def traditional(page: AlignedText) -> AlignedText:
    """The page in simplified characters: all of it where it is traditional, else the lines that are.

    >>> from govtext import AlignedText
    >>> traditional(AlignedText.of("區長張廣賢主持召開會議")).text
    '区长张广贤主持召开会议'
    >>> traditional(AlignedText.of("副区长甯小华主持召开会议")).text
    '副区长甯小华主持召开会议'
    """
    text = page.text
    simple = simplify(text)
    if simple == text:
        return page
    if is_traditional(text, simple):
        return page.substitute(simple)
    lines = zip(text.split("\n"), simple.split("\n"), strict=True)
    return page.substitute(
        "\n".join(
            after if before != after and is_traditional(before, after, LEAST_IN_LINE) else before
            for before, after in lines
        )
    )
