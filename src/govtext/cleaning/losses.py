"""What is lost beyond repair, and reported: a 年 or 月 gone from a date, digits gone from a figure.

`20141217日` was `2014年12月17日`, or not; `比上年提高.个百分点` had digits. Neither is guessed.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from ..aligned import Damage
from ..patterns import lazy

if TYPE_CHECKING:
    from ..aligned import AlignedText

__all__ = ["losses"]

LOST = lazy(
    r"""
    [12.,，;；]                                               # the search skips by first characters
    (?:
        (?P<punctuation> (?<=[,，;；])(?=[,，;；.。])           # 13%,；
            (?: (?<=[,，])(?:[；;,，]|[.。](?![0-9.])) | (?<=[；;])[,，] ) )
      | (?P<date> (?<=[12])(?<![0-9.][12]) (?:(?<=1)9|(?<=2)0) [0-9]{2} (?:
            [01]?[0-9][0-3]?[0-9]日                            # 20141217日
          | 年[01][0-9][0-3][0-9]日                            # 2014年1217日
          | [01]?[0-9]月[0-3]?[0-9]日 ) )                      # 201412月17日
      | (?P<digits> (?<=\.)(?<![0-9*xX.]\.) (?:%|％|个百分点|個百分點|亿元|億元|万元|萬元|倍) )   # .%
    )
    """,
    re.VERBOSE,
)


def losses(page: AlignedText) -> AlignedText:
    """The page as it is, with what was lost from dates and figures on record.

    >>> from govtext.aligned import AlignedText
    >>> [(d.kind, d.printed) for d in losses(AlignedText.of("20141217日，同比增长.%。")).damage]
    [('date', '20141217日'), ('digits', '.%')]
    """
    return page.report(
        Damage(str(hit.lastgroup), span.raw_start, span.raw_end, hit[0])
        for hit in LOST.finditer(page.text)
        for span in [page.span(*hit.span())]
    )
