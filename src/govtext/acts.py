"""Who does what in a text: the verbs of meetings and of speech, each with its subject and the speech behind it."""

from __future__ import annotations

import re
from bisect import bisect_left
from typing import TYPE_CHECKING, NamedTuple

from .bodies import find_demands
from .groups import Groups, find_groups
from .patterns import lazy
from .subjects import REACH, Hit, Speaking, Subject, Subjects
from .verbs import ActRole, Verb, speaks_of, speech_start, verbs

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from .bodies import Bodies
    from .document import Document
    from .mentions import OfficialMention
    from .verbs import Verbs

__all__ = ["Act", "find_acts"]

CROWD = 40
"""How many verbs of a sentence are read; the longest real ones seen hold a dozen."""

LABEL = lazy(
    r"""
    (?P<verb>主\s?持|出\s?席|参\s?加|列\s?席|陪同|汇报|通报|宣读|发言|讲话|致辞|参会)
    (?: (?:人员?|领导|嘉宾|单位|同志|会议|会议人员|会议领导)?\s*[：:]\s*(?:[^\W\x00-\xff]{2,6}领导)?\s*
      | [^，。；：:\n]{0,25}的(?:[^，。；：:\n]{0,12})?(?:还?有|包括|为|是)\s*[：:]?\s*
      | (?:人员|领导)?(?:还?有|包括)\s*[：:]?\s*
      | (?:人员|领导|嘉宾|对象|范围)\s*\n\s*
    )\Z
    """,
    re.VERBOSE,
)
"""A verb before the people it is about: 主持人：陈一鸣; 参加会议的还有李华."""

LABEL_REACH = 48

LABEL_ENDS = frozenset("：:的有括为是")
"""The last characters of such a label, where neither a collective title (县领导) nor a blank stands behind it."""

MADE = lazy(r"(?:作|做|进行)(?:出|了|过)?\Z")
"""What makes the verb behind it a noun, where no colon follows: 就规划情况|作了|介绍，区长…."""


SIGNED = lazy(r"(?P<word>讲话|致辞|致词|发言|工作报告)(?:稿|摘要)?[)）]?\s*$", re.MULTILINE)
"""The end of a title whose page is one person's speech or report: 在全市农村工作会议上的|讲话."""

SIGNATURE_END = lazy(r"[ \u3000]*(?:[(（][^()（）\n]{0,20}[)）])?[ \u3000]*(?:\n|$)", re.MULTILINE)

OPENING = {"“": "”", "「": "」", "『": "』"}
CLOSING = frozenset('”」』"')
QUOTE_MARK = lazy('[“”「」『』"\n]')
"""Quotation marks; straight ones open and close in turn, within a line."""


WHEN = lazy(
    r"[”」』](?P<when>(?:昨[日天]|今[日天]|近日|日前|当[日天]|前[日天]|会上|座谈会上|调研中|采访中|(?:\d{1,2}月)?\d{1,2}日)"
    r"(?:上午|下午|晚上?)?[，,])\Z"
)
"""What may part a quotation from its speaker: “…。”|昨日，|区委书记陈一鸣强调."""


class Act(NamedTuple):
    """A verb with its subject: people or a body.

    Attributes:
        verb: as printed, such as 强调.
        role: what it makes the subject.
        people: the mentions of the subject; for a pronoun, of the person meant; empty for a body.
        body: the name of the body as printed in the clause, or None.
        at: where the verb stands.
        begin: where the sentence begins, or the subject if the sentence holds an earlier speech: that one ends here.
        speech: where the speech that the verb governs begins, or None where it governs none.
        quotation: the quotation that stands before its speaker (`“…。”陈一鸣说`), or None.
    """

    verb: str
    role: ActRole
    people: tuple[OfficialMention, ...]
    body: str | None
    at: int
    begin: int
    speech: int | None = None
    quotation: tuple[int, int] | None = None


def find_acts(
    document: Document,
    officials: Iterable[OfficialMention],
    table: Verbs | None = None,
    bodies: Bodies | None = None,
) -> tuple[Act, ...]:
    """Every verb of a meeting or of speech that has a subject, in the order of the text.

    Args:
        document: what `govtext.read` returns.
        officials: the people it names.
        table: the verbs; None for the built-in ones.
        bodies: the last words of names of bodies that speak; None for the built-in ones.

    >>> import govtext
    >>> document = govtext.read("会议强调，要守住底线。区政府党组要带头落实。")
    >>> [(act.body, act.verb, document.text[act.speech:][:5]) for act in find_acts(document, ())]
    [('会议', '强调', '要守住底线'), ('区政府党组', '要', '带头落实。')]
    """
    officials = tuple(officials)
    groups = find_groups(document, officials)
    names = sorted((mention.name_span.start, mention.name_span.end) for mention in officials)
    subjects = Subjects.of(document, groups, bodies)
    acts: list[Act] = []
    act: Act | None
    last: Speaking | None = None
    for start, end, role in document.readable("title", "body"):
        quotations = _Quotations(document.text, start, end)
        for at, until, found in _without_crowds(document, _between(names, start, end), table, bodies):
            if isinstance(found, str):
                act = (
                    None
                    if last and subjects.within(last, at)
                    else Act("要", "speaks", (), found, at, at, until)
                )
            else:
                floor = max(document.sentence(at)[0], start, at - REACH)
                hit = Hit(at, until, found, floor, in_title=role == "title")
                act = _act(document, hit, subjects, last, quotations)
            if act is not None:
                acts.append(act)
                told = act.speech is not None or act.quotation
                last = Speaking(act.people, act.body, until, act.speech) if told else last
        last = None if role == "title" else last
    acts += _labelled(document.text, groups)
    acts += _signed(document, groups)
    return tuple(sorted(acts, key=lambda act: act.at))


def _between(names: list[tuple[int, int]], start: int, end: int) -> list[tuple[int, int]]:
    """The stretches of `start:end` around the names, in which no verb stands: 买买提 | 出席, not 提出."""
    stretches: list[tuple[int, int]] = []
    for first, last in names[bisect_left(names, (start, start)) : bisect_left(names, (end, end))]:
        stretches.append((start, first))
        start = last
    return [*stretches, (start, end)]


def _without_crowds(
    document: Document, stretches: list[tuple[int, int]], table: Verbs | None, bodies: Bodies | None
) -> Iterator[tuple[int, int, Verb | str]]:
    """Verbs, and bodies that are told to act, without those behind the first `CROWD` of a sentence."""
    find = (verbs() if table is None else table).find
    hits: list[tuple[int, int, Verb | str]] = [
        hit for at, end in stretches for hit in find(document.text, at, end)
    ]
    hits += find_demands(document.text, stretches[0][0], stretches[-1][1], bodies)
    border = count = 0
    for hit in sorted(hits, key=lambda hit: hit[1]):
        if hit[0] >= border:
            _, border = document.sentence(hit[0])
            count = 0
        count += 1
        if count <= CROWD:
            yield hit


def _act(
    document: Document, hit: Hit, subjects: Subjects, last: Speaking | None, quotations: _Quotations
) -> Act | None:
    """The act of a verb, or None where it is a noun, lies in somebody's speech, or has no certain subject."""
    text, verb = document.text, hit.verb
    speech = speech_start(text, hit.until, verb)
    if (
        speech is not None
        and text.startswith(("，", ","), hit.until)
        and MADE.search(text, max(hit.floor, hit.at - 4), hit.at)
    ):
        speech = None
    only_quoted = (  # “…。”陈一鸣说。
        speech is None and verb.speech not in (None, "free") and not speaks_of(text, hit.until)
    )
    if (
        (only_quoted and CLOSING.isdisjoint(text[max(0, hit.floor - 1) : hit.at]))
        or (speech is None and not subjects.groups.all)
        or (verb.not_before and text.startswith(verb.not_before, hit.until) and not only_quoted)
        or (verb.not_after and text.endswith(verb.not_after, max(hit.floor, hit.at - 8), hit.at))
    ):
        return None
    subject = subjects.find(hit, last)
    if subject is None or (verb.speech == "body" and subject.people):
        return None
    sentence, _ = document.sentence(hit.at)
    begin = max(subject.start, last.until) if last and last.until > sentence else sentence
    quotation = None
    if verb.speech and subject.explicit:
        quotation = quotations.before(subject.start) or quotations.before(begin)
        begin = min(begin, quotation[0]) if quotation else begin
    if speech is None and not quotation and (only_quoted or subject.body):
        return None
    people = _chairs(subject, subjects.groups) if verb.role == "chairs" else subject.people
    return Act(text[hit.at : hit.until], verb.role, people, subject.body, hit.at, begin, speech, quotation)


def _chairs(subject: Subject, groups: Groups) -> tuple[OfficialMention, ...]:
    """Who of a group chairs: those behind its last comma, since `…出席，陈一鸣主持` may be printed as one list."""
    i = groups.before(subject.start + 1)
    group = groups.all[i] if i >= 0 else None
    return group.last_part if group and group.members == subject.people else subject.people


def _labelled(text: str, groups: Groups) -> Iterator[Act]:
    """The verbs that stand before the people they are about: 主持人:陈一鸣; 出席会议的有李华."""
    for group in groups.all:
        if any(title.startswith("主持") for title in group.members[0].titles):
            yield Act("主持", "chairs", group.members, None, group.start, group.start)
            continue
        last = text[group.start - 1 : group.start]
        if last not in LABEL_ENDS and last != "导" and not last.isspace():
            continue
        label = LABEL.search(text, max(0, group.start - LABEL_REACH), group.start)
        if label:
            word = re.sub(r"\s", "", label["verb"])
            yield Act(word, verbs()[word].role, group.members, None, label.start(), label.start())


def _signed(document: Document, groups: Groups) -> Iterator[Act]:
    """Whose speech or report a whole page is: the person on a line of their own below such a title."""
    text = document.text
    kind = next(
        (match for start, end, _ in document.readable("title") if (match := SIGNED.search(text, start, end))),
        None,
    )
    for start, end, _ in document.readable("title", "metadata") if kind else ():
        for group in groups.between(start, end):
            line = text[text.rfind("\n", start, group.start) + 1 or start : group.start]
            alone = not line.strip(" \u3000—") and SIGNATURE_END.match(text, group.end)
            if kind and alone and group.start > kind.start():
                role: ActRole = "reports" if kind["word"].endswith("报告") else "speaks"
                yield Act(kind["word"], role, group.members, None, group.start, group.start)


class _Quotations:
    """The quotations of a segment, paired when first asked for."""

    def __init__(self, text: str, start: int, end: int) -> None:
        self.text, self.start, self.end = text, start, end
        self.pairs: dict[int, int] | None = None

    def before(self, subject: int) -> tuple[int, int] | None:
        """The quotation right before a speaker at `subject`: `“…。”|陈一鸣说`; not one that a colon gives to another."""
        text, end = self.text, subject
        if text[end : end + 1] in CLOSING:  # …好，|”他说
            end += 1
        if text[end - 1 : end] in ("，", ",") and (when := WHEN.search(text, max(self.start, end - 24), end)):
            end = when.start("when")
        while end > 0 and text[end - 1] in "，, ":
            end -= 1
        if end < 2 or text[end - 1] not in CLOSING or text[end - 2] not in "。！？!?，,…’":
            return None
        start = self._opened().get(end)
        if start is None or (start > self.start and text[start - 1] not in "\n。！？!?；; \u3000”)）"):
            return None
        return start, end

    def _opened(self) -> dict[int, int]:
        """Where each quotation ends, behind its closing mark, to where it begins."""
        if self.pairs is None:
            self.pairs = {}
            opened: dict[str, list[int]] = {closing: [] for closing in CLOSING}
            for mark in QUOTE_MARK.finditer(self.text, self.start, self.end):
                char = mark[0]
                if char == "\n":
                    opened['"'].clear()
                elif char in OPENING:
                    opened[OPENING[char]].append(mark.start())
                elif opened[char]:
                    self.pairs[mark.end()] = opened[char].pop()
                elif char == '"':
                    opened[char].append(mark.start())
        return self.pairs
