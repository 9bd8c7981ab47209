"""Question marks that stand for what an encoding lacked, and quotation marks left alone.

A separator that GBK lacks (a no-break space, a middle dot) was printed `?`: `李明月?审核人：…`. So were quotation
marks: `?三个代表?`. They are restored where the words around leave no doubt; a question is left alone.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from ..aligned import Damage
from ..patterns import lazy

if TYPE_CHECKING:
    from collections.abc import Iterator

    from ..aligned import AlignedText

__all__ = ["quotation"]

LABEL = (
    r"(?:审核人?|審核人?|初审|初審|复审|復審|终审人?|終審人?|签发人?|責任編輯|责任编辑|责编|責編|编辑|編輯|校对|校對|作者|记者|記者|"
    r"通讯员|通訊員|撰稿人?|供稿|来源|來源|摄影|攝影|图片?|值班编委|发布时间|發布時間|发布日期|時間|时间|浏览|瀏覽|点击|點擊)"
)
"""What stands before a name or a figure in credits and metadata, with a colon behind it."""

TRANSLITERATED = (
    "阿艾依买買提吐尔爾逊遜热熱合曼古丽麗木江克拉孜迪力夏甫帕巴哈扎米"
    "麦麥加卡努肉苏蘇托乌烏雪亚亞也玉牙德尼沙斯林达達旦娜玛瑪莱萊来來"
)
"""Characters that names of Xinjiang are written with: 雪克来提·扎克尔."""

NUMBERED = "一二三四五六七八九十两兩双雙百千万萬"

MARK = lazy(
    rf"""
      (?<=[\u3400-\u9fff])\?(?=[ ]?{LABEL}[:：])                                   # 李明月?审核人：
    | (?<=[{TRANSLITERATED}]{{2}})(?P<dot>\?)(?=[{TRANSLITERATED}]{{2}})              # 雪克来提?扎克尔
    | (?<=[\u3400-\u9fff，、,“”])\?(?P<inner>[{NUMBERED}][\u3400-\u9fff]{{1,7}})\?(?=[\u3400-\u9fff、，,。])  # 践行?三个代表?重要思想
    """,
    re.VERBOSE,
)

ASKING = lazy("[吗嗎呢么麼吧啊]|什|如何|为何|為何|怎|谁|誰|哪|是否|多少|几|幾|何")
"""A question has one of these."""

NEAR = 16
FAR = 120
"""How far apart two marks of one quotation stand at the most in this prose, but for speeches."""


def quotation(page: AlignedText) -> AlignedText:
    """The page with `?` read as the separator or the quotation marks that it stands for.

    >>> from govtext.aligned import AlignedText
    >>> quotation(AlignedText.of("(撰稿人:周明月?审核人:李灿)深入践行?三个代表?重要思想。怎么办?三条路?都走。")).text
    '(撰稿人:周明月 审核人:李灿)深入践行“三个代表”重要思想。怎么办?三条路?都走。'
    """
    text = page.text
    if "?" in text:
        page = page.replace("quotation", _replacements(text))
    return page if _all_paired(page.text) else page.report(_alone(page))


def _replacements(text: str) -> Iterator[tuple[int, int, str]]:
    done = 0
    for hit in MARK.finditer(text):
        start, end = hit.span()
        if start < done:
            continue
        if hit["inner"]:
            if ASKING.search(text, max(0, start - NEAR), end):
                continue
            yield start, start + 1, "“"
            yield end - 1, end, "”"
        else:
            yield start, end, "·" if hit["dot"] else " "
        done = end


QUOTATION_MARKS = lazy("[“”]")


def _all_paired(text: str) -> bool:
    """Whether every mark that opens is closed before the next one opens."""
    before, *opened = text.split("“")
    return "”" not in before and all(part.count("”") == 1 for part in opened)


def _alone(page: AlignedText) -> Iterator[Damage]:
    """Quotation marks whose partner is gone: one that opens before another opens, one that closes what is not open."""
    text = page.text
    opened = -1
    marks = [*QUOTATION_MARKS.finditer(text)]
    for i, hit in enumerate(marks):
        at = hit.start()
        if hit[0] == "“":
            if opened >= 0 and "\n" not in text[opened:at]:
                yield _damage(page, opened)
            opened = at
        elif opened < 0 and (i == 0 or "\n" not in text[marks[i - 1].start() : at]):
            yield _damage(page, at)
        else:
            opened = -1


def _damage(page: AlignedText, at: int) -> Damage:
    span = page.span(at, at + 1)
    return Damage("quotation", span.raw_start, span.raw_end, page.text[at])
