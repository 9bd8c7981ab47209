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
    r"(?!.{0,80}要)[^。！？\n]{2,80}?(?:负责人|负责同志|同志|人员|领导|代表|干部|委员|等)"
    r"[^。，,！？\n]{0,6}(?:参加|出席|列席|陪同|参会)[^。，,！？\n]{0,14}(?:[。！？\n]|$)"
)
"""A sentence that says who was there: |市信访局、市财政局负责人参加活动。"""

POINT = lazy(
    r"\s*(?:[一二三四五六七八九十]{1,3}、|[（(][一二三四五六七八九十\d]{1,3}[)）]|\d{1,2}[.．、]|第[一二三四五六七八九十]+[，,、])"
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
    found: list[Statement] = []
    for act in acts:
        named = [speakers[mention.span] for mention in act.people if mention.span in speakers]
        speaker = named[0] if named and all(person is named[0] for person in named) else act.body
        if speaker is None:
            continue
        if act.quotation:
            found.append(Statement(speaker, act.verb, document.span(*act.quotation)))
        if act.speech is None:
            continue
        end = _end(document, act.speech, begins)
        if end > act.speech:
            found.append(Statement(speaker, act.verb, document.span(act.speech, end)))
    return tuple(sorted(found, key=lambda statement: statement.span.start))


def _end(document: Document, start: int, begins: list[int]) -> int:
    """Where a speech that begins at `start` ends, without the marks and blanks behind it."""
    text = document.text
    i = bisect_left(begins, start)
    limit = begins[i] if i < len(begins) else len(text)
    limit = _paragraph_end(text, start, limit)
    end = start
    while end < limit:
        _, border = document.sentence(end)
        if end > start and _reports_again(document, start, end):
            break
        end = min(border, limit)
    while end > start and text[end - 1] in " \n\t\u3000，,；;：:“":
        end -= 1
    return end if text[start:end].strip("。！？!?…”") else start


def _reports_again(document: Document, start: int, position: int) -> bool:
    """Whether the sentence at `position` is no more of the speech that began at `start`."""
    if document.role(position) != document.role(start):
        return True
    return bool(NARRATIVE.match(document.text, position) or ATTENDANCE.match(document.text, position))


def _paragraph_end(text: str, start: int, limit: int) -> int:
    """Where the paragraph of `start` ends; behind `会议强调:` in a line of its own, the last of a numbered list."""
    end = text.find("\n", start, limit)
    if POINT.match(text, start) and text[max(0, start - 8) : start].rstrip(" \t\u3000").endswith("\n"):
        while end >= 0 and (point := POINT.match(text, end)):
            end = text.find("\n", point.end(), limit)
    return limit if end < 0 else end
