"""Redactions and censor marks: recognised, kept in the text, offered to the extractors.

Pages hide digits (`**天`, `*.*%`, `xx.x亿元`, a blank before a unit), days (`X月X日`, `9月*日`), names of people and
places (`**同志`, `**区`) and censored words (`涉稳_和重大风险`). What is hidden is gone; that something is, is known.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Literal

from ..document import Redaction
from ..patterns import lazy

if TYPE_CHECKING:
    from ..aligned import AlignedText

__all__ = ["find_redactions"]

UNIT = (
    r"(?:多|余|几)?(?:[万亿千百]|元|美元|个|名|人|项(?!目)|件|家|户|亩|吨|座|台|条|栋|所|处|次|批|场|篇|辆|艘|米|公里|公顷|平方|立方|千瓦|"
    r"倍|成|天|周|岁|分|位|套|只|头|株|支|宗|起|期|届|轮|份|本|封|%|％)"
)
"""What a number counts or measures begins so."""

PERSON = (
    r"(?:同志|书记|副书记|省长|市长|区长|县长|镇长|乡长|主任|主席|常委|部长|局长|秘书长|组长|院长|检察长|处长|科长|所长|队长|总理|总书记|"
    r"代表|委员|副[省市区县镇乡主部局院处科])"
)
PLACE = r"(?:省|市|县|区|镇|乡|村|街道|社区|州|盟|旗|自然资源|分局|项目|公司|集团|学校|医院|大学)"

MARKS = lazy(
    rf"""
    [*＊xX×_ \u00a0\u3000]                                     # the search skips by first characters
    (?:
        (?: (?<=[*＊])[*＊]* | (?<=[xX×])(?<![A-Za-z0-9][xX×])[xX×]{{0,2}}(?![A-Za-z0-9*]) )
        (?: \.(?:[*＊]+|[xX×]+) )? (?P<stars>)
        (?:
            (?P<date>[年月日号时](?!\s*[,，]?\s*均))           # 9月*日, X月X日
          | (?P<number>{UNIT})                                # **天, *.*%, xx.x亿元
          | (?P<name>{PERSON}|{PLACE})                        # **同志, **区
          | (?P<other>)
        )
      | (?P<word> (?<=_)(?<![A-Za-z0-9_./:-]_)_{{0,5}}(?![A-Za-z0-9_./-]) )   # 涉稳_和重大风险
      | (?P<blank> (?<=(?:达到|完成|实现|增长|下降|突破|超过|投资|收入)[ \u00a0\u3000]) [ \u00a0\u3000]{{0,3}} )
        (?=[多余]?[万亿]{{1,2}}元|%|个百分点)                   # 达到 亿元
    )
    """,
    re.VERBOSE,
)

LETTERS = frozenset("xX×")

Kind = Literal["number", "date", "name", "word", "unknown"]


def find_redactions(page: AlignedText) -> tuple[Redaction, ...]:
    """The redactions of a cleaned page, in order.

    Asterisks are redactions wherever they stand among words; letters only where a unit, a date or a title follows.

    >>> from govtext.aligned import AlignedText
    >>> page = AlignedText.of("还有**天，*.*%的案件，X月X日前，**同志要管控_人员")
    >>> [(r.kind, page.text[r.span.start : r.span.end]) for r in find_redactions(page)]
    [('number', '**'), ('number', '*.*'), ('date', 'X'), ('date', 'X'), ('name', '**'), ('word', '_')]
    """
    text = page.text
    found: list[Redaction] = []
    for hit in MARKS.finditer(text):
        if hit["word"] is not None or hit["blank"] is not None:
            kind: Kind = "number" if hit["word"] is None else "word"
            start, end = hit.span()
        else:
            start, end = hit.start(), hit.end("stars")
            kind = (
                "date" if hit["date"] else "number" if hit["number"] else "name" if hit["name"] else "unknown"
            )
            if kind == "unknown" and (text[start] in LETTERS or not _among_words(text, start, end)):
                continue
        found.append(Redaction(kind, page.span(start, end)))
    return tuple(found)


def _among_words(text: str, start: int, end: int) -> bool:
    """Whether ideographs stand beside `start:end`: not `5*3`, not a rule of asterisks across the page."""
    near = text[max(0, start - 1) : start] + text[end : end + 1]
    return end - start <= 8 and any("\u3400" <= char <= "\u9fff" for char in near)
