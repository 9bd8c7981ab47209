"""Statements: each reporting verb with its speaker, person or body, and the speech it governs."""

from __future__ import annotations

import re
from bisect import bisect_left
from typing import TYPE_CHECKING

from ..findings import Statement
from ..patterns import lazy

if TYPE_CHECKING:
    from ..acts import Act
    from ..document import Document
    from ..findings import Person

__all__ = ["find_statements"]

NARRATIVE = lazy(
    r"""
    \s*(?: 会(?:前|后|议|上) | 随后 | 当[天日] | 同日 | 据悉 | 据了解 | 活动(?:中|现场|结束) | 与会 | 调研(?:中|期间|组) | 座谈会上
         | 期间 | 此前 | 仪式 | 大会 | 参加(?:会议|调研|活动) | 出席 | 列席 | 陪同 | [省市区县]?领导 )
    """,
    re.VERBOSE,
)
"""How a sentence begins that reports again, where the speech before it is over: |会议还审议了…, |参加会议的有…."""

ATTENDANCE = lazy(
    r"(?!.{0,80}要)[^。！？\n]{2,80}?(?:负责人|负责同志|同志|人员|领导|代表|干部|委员|成员|等)"
    r"[^。，,！？\n]{0,6}(?:参加|出席|列席|陪同|参会|到会)[^。，,！？\n]{0,14}(?:[。！？\n]|$)"
)
"""A sentence that says who was there: |市信访局、市财政局负责人参加活动。"""

OTHERS_SAY = lazy(
    r"(?![^“\n]{0,24}(?:总书记|主席|总理|古人|俗话|常言|老话|有人|先贤|伟人))[^。，,！？“”\n]{2,24}(?:说道?|告诉[^，。]{2,6}|感慨|表示|深有感触|深有体会|坦言|直言|介绍|激动|高兴|自豪|点赞)[，,：:]\s*“"
)
"""A sentence in which somebody else is quoted: |市民刘阿姨高兴地说：“…"""

OTHERS_REACH = 40
"""Characters of such a sentence before the quotation."""

NATIONAL = ("总书记", "国家主席", "总理", "中央")
"""What the titles of leaders of the whole country hold."""

WHERE = lazy(r"\s*(?:[在到][^，,。！？\n]{2,20}[，,])?\s*(?:[省市州区县旗镇乡](?:委|政府))?")
"""What may stand before the person who opens a sentence: |在华联超市，|总经理…, |省委|刘书记."""

TOLD = lazy(r"(?:[、和][^，,。！？\n]{2,20}?)?(?:同志|等)?(?:要(?!求)|务必|必须|负责|牵头)")
"""What follows those who are told what to do, not those who do it: 周海涛|要牵头抓总."""

COMRADE = lazy(
    r"同志(?!主持|出席|参加|列席|作|做|讲话|致辞|发言|指出|强调|要求|表示|说|认为|传达|通报|汇报|宣读|介绍|就|在|对|代表|首先|随后|最后|还)"
)
"""How a speech calls those that it speaks of, and the page those who act only before the act: |陈一鸣同志|政治坚定."""

POINT = lazy(
    r"\s*(?:[一二三四五六七八九十]{1,3}(?:、|[是要])|[（(][一二三四五六七八九十\d]{1,3}[)）]|\d{1,2}[.．、]|第[一二三四五六七八九十]+[，,、])"
)
"""How the paragraphs of a numbered list begin."""


def find_statements(
    document: Document, people: tuple[Person, ...], acts: tuple[Act, ...]
) -> tuple[Statement, ...]:
    """The statements of a document, in the order of the text.

    A speech runs from its verb to the next speaker, to a sentence that reports again, or to the end of the paragraph;
    where the verb ends its paragraph with a colon, through the next one. A quotation right before its speaker
    (`“…。”陈一鸣说`) is a statement of its own. What several people say together has no one speaker and is left out.

    Args:
        document: what `govtext.read` returns.
        people: the people of the document.
        acts: what `govtext.acts.find_acts` finds.
    """
    speakers = {mention.span: person for person in people for mention in person.mentions}
    begins = sorted({act.begin for act in acts})
    named = _Named(people)
    found: list[Statement] = []
    for act in acts:
        several = [speakers[mention.span] for mention in act.people if mention.span in speakers]
        speaker = several[0] if several and all(person is several[0] for person in several) else act.body
        if speaker is None:
            continue
        if act.quotation:
            found.append(Statement(speaker, act.verb, document.span(*act.quotation)))
        if act.speech is None:
            continue
        end = _end(document, act.speech, begins, named, speaker)
        if end > act.speech:
            found.append(Statement(speaker, act.verb, document.span(act.speech, end)))
    return tuple(sorted(found, key=lambda statement: statement.span.start))


class _Named:
    """Where the people of a document are named."""

    def __init__(self, people: tuple[Person, ...]) -> None:
        named = sorted(
            ((mention.start, mention.end, person) for person in people for mention in person.mentions),
            key=_place,
        )
        self.mentions = [person for _, _, person in named]
        self.starts = [start for start, _, _ in named]
        self.ends = [end for _, end, _ in named]

    def narrates(self, text: str, start: int, end: int, speaker: Person | str) -> bool:
        """Whether a sentence tells of people: it opens with one (|周海涛|作了安排), or names the speaker.

        Who opens it and is told what to do is within the speech. Leaders of the whole country are quoted in speeches,
        and open their sentences.
        """
        i, j = bisect_left(self.starts, start), bisect_left(self.starts, end)
        if any(person is speaker for person in self.mentions[i:j]):
            return True
        if i == j or WHERE.fullmatch(text, start, self.starts[i]) is None:
            return False
        if TOLD.match(text, self.ends[i], end) or COMRADE.match(text, self.ends[i] - 2, end):
            return False
        return not any(word in title for title in self.mentions[i].titles for word in NATIONAL)


def _place(mention: tuple[int, int, Person]) -> int:
    return mention[0]


def _end(document: Document, start: int, begins: list[int], named: _Named, speaker: Person | str) -> int:
    """Where a speech that begins at `start` ends, without the marks and blanks behind it."""
    text = document.text
    i = bisect_left(begins, start)
    limit = begins[i] if i < len(begins) else len(text)
    limit = _paragraph_end(text, start, limit)
    end = start
    while end < limit:
        _, border = document.sentence(end)
        if end > start and (
            _reports_again(document, start, end) or named.narrates(text, end, min(border, limit), speaker)
        ):
            break
        end = min(border, limit)
    while end > start and text[end - 1] in " \n\t\u3000，,；;：:“":
        end -= 1
    return end if text[start:end].strip("。！？!?…”") else start


def _reports_again(document: Document, start: int, position: int) -> bool:
    """Whether the sentence at `position` is no more of the speech that began at `start`."""
    if document.role(position) != document.role(start):
        return True
    text = document.text
    if NARRATIVE.match(text, position) or ATTENDANCE.match(text, position):
        return True
    return (
        text.find("“", position, position + OTHERS_REACH) >= 0
        and OTHERS_SAY.match(text, position) is not None
    )


def _paragraph_end(text: str, start: int, limit: int) -> int:
    """Where the paragraph of `start` ends; behind `会议强调:` in a line of its own, the last of a numbered list."""
    end = text.find("\n", start, limit)
    if POINT.match(text, start) and text[max(0, start - 8) : start].rstrip(" \t\u3000").endswith("\n"):
        while end >= 0 and (point := POINT.match(text, end)):
            end = text.find("\n", point.end(), limit)
    return limit if end < 0 else end
