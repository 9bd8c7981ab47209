"""Traditional to simplified, one to one, where a page or a line is traditional.

A page in simplified characters may hold a single character that OpenCC would change, in a name (`甯`, `昇`) or in
乾隆; there it is no sign of conversion and stays as printed.
"""

from __future__ import annotations

from operator import ne
from typing import TYPE_CHECKING

from ..script import simplify

if TYPE_CHECKING:
    from ..aligned import AlignedText

__all__ = ["traditional"]

PAGE_SHARE = 0.03
"""Share of characters that change above which a page is traditional: it is 0.15 to 0.35 in prose, 0.001 in simplified."""

LINE_SHARE = 0.12
"""The same for one line of a simplified page, such as a quotation; a line must also hold three of them."""


def traditional(page: AlignedText) -> AlignedText:
    """The page in simplified characters.

    >>> from govtext import AlignedText
    >>> traditional(AlignedText.of("區長張廣賢主持召開會議")).text
    '区长张广贤主持召开会议'
    >>> traditional(AlignedText.of("副区长甯小华主持召开会议，研究部署重点工作，并对下一阶段的任务提出要求")).text
    '副区长甯小华主持召开会议，研究部署重点工作，并对下一阶段的任务提出要求'
    """
    text, simple = page.text, simplify(page.text)
    if simple == text:
        return page
    if sum(map(ne, text, simple)) >= PAGE_SHARE * len(text):
        return page.substitute(simple)
    lines = zip(text.split("\n"), simple.split("\n"), strict=True)
    return page.substitute(
        "\n".join(after if _is_traditional(before, after) else before for before, after in lines)
    )


def _is_traditional(line: str, simple: str) -> bool:
    changed = sum(map(ne, line, simple)) if line != simple else 0
    return changed >= max(3, LINE_SHARE * len(line))
