"""Blanks of all kinds, full-width digits and letters, and hard line breaks inside a sentence.

Punctuation keeps its width: it is as the page's author wrote it.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from ..furniture import has_label
from ..patterns import lazy

if TYPE_CHECKING:
    from collections.abc import Iterator

    from ..aligned import AlignedText

__all__ = ["breaks", "layout"]

FULL_WIDTH = {
    chr(code): chr(code - 0xFEE0)
    for code in (*range(0xFF10, 0xFF1A), *range(0xFF21, 0xFF3B), *range(0xFF41, 0xFF5B), 0xFF05)
}
"""Full-width digits, letters and the per cent sign, to ASCII."""

BLANKS = dict.fromkeys("\t\u00a0\u1680\u202f\u205f\u3000" + "".join(map(chr, range(0x2000, 0x200B))), " ")
"""Every blank that is not a line break, to a space."""

LINE_ENDS = dict.fromkeys("\v\f\u0085\u2028\u2029", "\n")

FOLDED = FULL_WIDTH | BLANKS | LINE_ENDS

UNSEEN = "\u00ad\u200b\u200c\u200d\u200e\u200f\u202a\u202b\u202c\u202d\u202e\u2060\ufeff"
"""What takes no room: soft hyphens, zero-width blanks and joiners, direction and byte order marks."""

ODD = lazy(f"[{''.join(FOLDED)}{UNSEEN}\r．＋]")
"""All that this step might change: one look for it, and most pages hold but an indent."""

INVISIBLE = lazy(f"\r\n?|[{UNSEEN}]+")

WIDE_POINT = lazy(r"(?<=[0-9])[．](?=[0-9])|(?<=[0-9A-Za-z])[＋](?=[0-9A-Za-z])")
"""A full-width point or plus between digits or letters: `１２．５`, `1＋3＋N`."""

BREAK = lazy(r"\n(?=\S)")
"""A line break with no blank line and no indent behind it."""

HEADING = lazy(
    r"[（(]?[一二三四五六七八九十百]{1,3}[)）、.．]|[（(]?[0-9]{1,2}[)）、.．]|[—─\-·•●■◆▲★※]|第[一二三四五六七八九十]+[章节条]"
)
"""How a new heading or list item begins: `二、`, `(三)`, `1.`, `——`."""

FRONT = lazy(
    r"[\s(（【\[《<…]|来源|发布|时间|日期|作者|记者|编辑|责编|责任|审核|撰稿|供稿|摄影|上一|下一|附件|收藏|各位|同志们"
)
"""What begins a line of its own and never the rest of a word."""

FINAL = "。！？!?；;：:…—”’』」）)】]>》|"
"""What ends a line that is complete."""

PROSE = lazy(r"[，。；;]|(?<![0-9]),")

LONG = 30
"""Characters from which a line that stops in mid-sentence was cut by a hard wrap and is no title or heading."""

NEAR = 200
"""How far a quotation may run across line breaks before its closing mark."""


def layout(page: AlignedText) -> AlignedText:
    r"""The page with plain blanks, narrow digits and letters, and no invisible characters.

    >>> from govtext import AlignedText
    >>> layout(AlignedText.of("\ufeff\u3000完成投资１２．５亿元\r\n")).text
    ' 完成投资12.5亿元\n'
    """
    text = page.text
    odd = set(ODD.findall(text))
    if not odd:
        return page
    if not odd.isdisjoint(UNSEEN + "\r"):
        page = page.replace(
            "layout",
            ((m.start(), m.end(), "\n" if m[0][0] == "\r" else "") for m in INVISIBLE.finditer(text)),
        )
        text = page.text
    for char in odd & FOLDED.keys():
        text = text.replace(char, FOLDED[char])
    if not odd.isdisjoint("．＋"):
        text = WIDE_POINT.sub(lambda m: chr(ord(m[0]) - 0xFEE0), text)
    return page.substitute(text)


def breaks(page: AlignedText) -> AlignedText:
    r"""The page without the hard line breaks that stand inside a sentence or a quotation.

    >>> from govtext import AlignedText
    >>> page = AlignedText.of("全区重点工作调度会\n会议要求，各级各部门要提高站位，做到“早\n发现、早报告”。\n二、下一步工作\n")
    >>> breaks(page).text.split("\n")
    ['全区重点工作调度会', '会议要求，各级各部门要提高站位，做到“早发现、早报告”。', '二、下一步工作', '']
    """
    return page.replace("breaks", _breaks(page.text))


def _breaks(text: str) -> Iterator[tuple[int, int, str]]:
    title = len(text) - len(text.lstrip())
    line_start = 0
    for hit in BREAK.finditer(text):
        line_start = text.rfind("\n", line_start, hit.start()) + 1 or line_start
        end = line_start + len(text[line_start : hit.start()].rstrip(" "))
        if _runs_on(text, line_start, end, hit.end(), first=line_start <= title):
            yield end, hit.end(), ""


def _runs_on(text: str, line_start: int, end: int, following: int, *, first: bool) -> bool:
    """Whether the line `line_start:end` goes on at `following`."""
    if end == line_start:
        return False
    if _in_quotation(text, line_start, end, following):
        return True
    last = text[end - 1]
    if last in FINAL or FRONT.match(text, following) or HEADING.match(text, following):
        return False
    if last in "，,、" or text[following] in "，,。、；;”":
        return True
    if first or end - line_start < LONG or PROSE.search(text, line_start, end) is None:
        return False
    return HEADING.match(text, line_start) is None and not has_label(text[line_start:end])


def _in_quotation(text: str, line_start: int, end: int, following: int) -> bool:
    """Whether a quotation opened on this line is closed on the next: `进入“⏎疫情要防住、…”的阶段`."""
    opened = text.rfind("“", max(line_start, end - NEAR), end)
    if opened < 0 or text.find("”", opened, end) >= 0:
        return False
    closed = text.find("”", following, following + NEAR)
    if closed < 0 or text.find("“", following, closed) >= 0:
        return False
    return "\n" not in text[following:closed].rstrip()  # a break before the closing mark goes as well
