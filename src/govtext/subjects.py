"""Who is the subject of a verb.

Chinese news names the subject once and goes on: `区长陈一鸣主持会议，对照任务逐项点评，并要求…`. So a verb takes the person
of its own clause, or the pronoun there, or the body (`会议`, `区政府党组`); a clause that only goes on (`并`, `要求，`)
takes the subject of the clause before; and a list that goes on (`…、李华，各镇负责人参加`) shares its verb. Where the text
leaves more than one reading, there is no subject.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from typing import TYPE_CHECKING, NamedTuple

from attrs import frozen

from .bodies import body_at, body_before
from .patterns import lazy
from .verbs import SPEECH_MARK

if TYPE_CHECKING:
    from .bodies import Bodies
    from .document import Document
    from .groups import Group, Groups
    from .mentions import OfficialMention
    from .verbs import Verb

__all__ = ["Hit", "Speaking", "Subject", "Subjects"]

CLAUSE = lazy(r"[，,：:；;]")
"""Where a clause ends within a sentence."""

QUOTED = lazy(r"“[^“”]*[^“”，,。！？!?…]”|《[^《》]*》")
"""What is quoted within a clause: 作了题为“坚定信心，守住底线”的报告; not speech, which ends in a mark of its own."""

REACH = 160
"""How far back from a verb its subject may stand: longer than nine in ten sentences of such news."""

CLAUSES = 6
"""How many clauses back a subject may stand."""

GOES_ON = lazy(
    r"""
    \s*(?:$|并|还|也|又|再|均|都|同时|随后|最后|首先|接着|之后|其后|会上|会前|会后|期间|其间|现场|当场|亲自|应邀|到会|共同|一同|一起
    |全程|分别|先后|一并|认真|专题|进一步|明确|反复|着重|特别|重点|主要|详细|逐一|就|对|向|代表|围绕|针对|结合|在|为
    |作|做|发表|致|受邀|以|和大家|与大家|一致|强调|指出|要求|听取|率|带领)
    """,
    re.VERBOSE,
)
"""How a clause begins that goes on with the subject before: |并要求, |对下步工作|提出要求, |作了动员讲话."""

JOINED = lazy(r"(?:并|并且|和|及|后|还|时)(?:当场|现场|在[^，。]{0,12})?\Z")
"""How a clause ends before a second verb: 实地察看项目|并|主持召开座谈会."""

PEOPLE_NOUN = lazy(
    r"(?:负责人|负责同志|同志|人员|代表|干部|领导|成员|委员|书记|主任|主席|政委|检察长|[院局部处科所站镇乡县区市校行会)）]长|法检[两二]长|[一两二三]长|部门|单位|企业家|职工|群众|师生|党员|嘉宾|专家|"
    r"班子|等)(?:[（(][^）)]{0,20}[)）])?(?:共计?|约|近)?(?:\d{1,6}(?:余|多)?[人名位])?(?:均|都|也|分别|一同|共同|一起|等|应邀|先后|现场|集中|全程|参加并)*\s*\Z"
)
"""How further members of a list end: 各镇主要|负责人|参加会议."""

AND = lazy(r"\s*(?:[、和及与]|以及)")
"""What joins further members to the names: 李华|和|各镇负责人."""

NOUN_BEFORE = lazy(r"(?:的|重要|系列|有关)\Z")
"""What makes the word behind it a noun: 陈一鸣的|讲话, 总书记重要|讲话."""

OTHERS = lazy(
    r"\s*(?:我|你|咱|各|全|与会|有关|相关|大家|群众|企业|部门|单位|代表|委员|人大|来自|[其这那]|要|必须|[一二三四五六七八九十]是)"
)
"""How a clause begins that has a subject of its own or belongs to the speech."""

PRONOUN = lazy(
    r"[”’\s]*(?:会上|会后|同时|最后|对此|随后|为此|因此|此外|接着|采访中|调研中|座谈中|座谈会上|期间)?(?P<he>[他她](?![们人]))[^，。；]{0,30}\Z"
)
"""A pronoun as subject: |他|还强调, 会上|他|要求."""

DOES = lazy(r"发表|作|做|致|进行")
"""What makes a noun an act after all: 陈一鸣|发表|重要讲话."""

HEARS = lazy(r"听取|听了|审议|审阅|观看|讨论")
"""Whose reports are another's: 陈一鸣|听取|情况汇报."""

FOLLOWS = lazy(r"按照|根据|落实|贯彻|遵照|符合|达到|对照")
"""What makes the word behind it a noun: 陈一鸣|按照|上级要求."""

MEETS = lazy(r"会见|接见|看望|慰问|拜会|拜访|采访|陪同|会晤|座谈")
"""What one person does to the next: 陈一鸣|会见|省长王明远时说."""

NOUNS = frozenset({"要求", "讲话", "希望", "建议", "通报", "报告", "说明"})
"""Verbs that are as often the nouns that somebody follows."""

SAID = NOUNS | {"介绍", "发言", "表态发言"}
HEARD_OF = lazy(r"(?:听取|听了|倾听|观看)(?:(?!后|并|时|[，,]).)*\Z")
"""What makes such a word what somebody hears: 陈一鸣|听取情况|介绍."""

TOWARDS = lazy(r"\s*(?:向|对|为|代表|与|和)")
"""How a clause begins whose people are those spoken to: |向|与会代表汇报."""

UNDER = lazy(r"(?:等)?(?:领导)?(?:同志)?的?\Z")
"""What parts a person from the verb in 在…|等领导的|陪同下."""

TITLE_SPEECH = lazy(r"上的\Z")
"""A title that is a speech: 陈一鸣在全区经济工作会议|上的|讲话."""


ANTECEDENTS = frozenset({"subject", "agent", "source"})
"""Which groups a pronoun may mean."""

NAMED = frozenset({"subject", "source"})
HEARD = frozenset({"subject", "source", "heard"})
"""Which groups of an earlier clause leave their part to a verb; of its own clause, those who are heard report:
听取了|李华|受陈一鸣委托所作的报告."""


class Hit(NamedTuple):
    """A verb where it stands.

    Attributes:
        at: its first character.
        until: one past its last.
        verb: what the tables say of it.
        floor: how far back its subject may stand: to the beginning of the sentence, at most `REACH`.
        in_title: whether it stands in the title.
    """

    at: int
    until: int
    verb: Verb
    floor: int
    in_title: bool = False

    def word(self, text: str) -> str:
        """The verb as printed in the document's text."""
        return text[self.at : self.until]


class Subject(NamedTuple):
    """The subject of a verb: people or a body.

    Attributes:
        people: the mentions of the subject; for a pronoun, of the person meant; empty for a body.
        body: the name of the body, or None.
        start: where it stands.
        explicit: whether it stands in the verb's own clause.
    """

    people: tuple[OfficialMention, ...] = ()
    body: str | None = None
    start: int = 0
    explicit: bool = False

    def __bool__(self) -> bool:
        return bool(self.people or self.body)


NOBODY = Subject()
"""No subject, and no use in looking further."""


class Speaking(NamedTuple):
    """Who spoke last.

    Attributes:
        people: the mentions of the speaker; empty for a body.
        body: the name of the body, or None.
        until: where the verb that says so ends; what follows it in the sentence is speech.
        speech: where the speech begins, or None where it stands only before.
    """

    people: tuple[OfficialMention, ...]
    body: str | None
    until: int
    speech: int | None = None


class _Clause(NamedTuple):
    """The clause before a verb, with what is known of it."""

    start: int
    text: str
    group: Group | None
    speaking: Speaking | None


@frozen
class Subjects:
    """Finds the subjects of a document's verbs.

    Attributes:
        document: what `govtext.read` returns.
        groups: the people named in it.
        lines: where its lines begin.
        bodies: the last words of names of bodies that speak; None for the built-in ones.
    """

    document: Document
    groups: Groups
    lines: tuple[int, ...]
    bodies: Bodies | None = None

    @classmethod
    def of(cls, document: Document, groups: Groups, bodies: Bodies | None = None) -> Subjects:
        """For a document and its groups."""
        return cls(document, groups, (0, *(line.end() for line in re.finditer("\n", document.text))), bodies)

    def find(self, hit: Hit, last: Speaking | None) -> Subject | None:
        """Who does what the verb says, or None where nobody is certain to.

        Args:
            hit: the verb.
            last: who spoke last.
        """
        start = self._clause_start(hit.floor, hit.at)
        i = self.groups.before(hit.at)
        group = self.groups.all[i] if i >= 0 else None
        if group and (group.start < hit.floor or group.end > hit.at):
            group = None
        speaking = last if last and last.until > hit.floor else None
        clause = _Clause(start, self.document.text[start : hit.at], group, speaking)
        for reading in (
            self._named,
            self._pronoun,
            self._body,
            self._in_speech,
            self._listed,
            self._going_on,
        ):
            subject = reading(hit, clause, last)
            if subject is not None:
                return subject or None
        return None

    def within(self, last: Speaking, position: int) -> bool:
        """Whether what a body is told at `position` belongs to the speech of somebody else, who tells it.

        So in the words of a person (陈一鸣指出，…。区政府党组要…), and right behind the verb; in the minutes of a meeting the
        body has a statement of its own.
        """
        if last.speech == position:
            return True
        return bool(last.people) and last.until >= self._line_start(position)

    # --- the readings, in the order in which they are tried; None goes on to the next ---

    def _named(self, hit: Hit, clause: _Clause, last: Speaking | None) -> Subject | None:
        """A person in the verb's own clause, unless the words make them an object: 陈一鸣|强调."""
        group = clause.group
        if (
            group is None
            or group.end <= clause.start
            or (clause.speaking and group.start < clause.speaking.until)
        ):
            return None
        said = clause.speaking is not None and self._within_words(clause.speaking, hit)
        group = self._meeting(group, clause.start)
        between = QUOTED.sub("", self.document.text[min(group.tail, hit.at) : hit.at])
        if not said and _acts(group, hit, between, self.document.text):
            return Subject(group.members, None, group.start, explicit=True)
        noun = NOUN_BEFORE.search(between) or (hit.word(self.document.text) in NOUNS and not between)
        if said or (noun and not DOES.search(between)):
            return NOBODY  # 学习|总书记|重要|讲话
        if group.stance in ("subject", "agent") or (hit.verb.role == "reports" and HEARS.search(between)):
            return NOBODY
        if hit.word(self.document.text) in NOUNS and FOLLOWS.search(
            self.document.text[clause.start : group.start]
        ):
            return NOBODY  # 按照|陈一鸣|要求
        return self._before(group.start, hit, last) or NOBODY

    def _pronoun(self, hit: Hit, clause: _Clause, last: Speaking | None) -> Subject | None:
        """A pronoun: |他|强调."""
        del hit
        found = PRONOUN.match(clause.text)
        if found is None or (NOUN_BEFORE.search(clause.text) and not DOES.search(clause.text)):
            return None
        return Subject(
            self._antecedent(clause.start + found.start("he"), last), None, clause.start, explicit=True
        )

    def _body(self, hit: Hit, clause: _Clause, last: Speaking | None) -> Subject | None:
        """A body: |会议|指出."""
        del last
        if not hit.verb.speech or not clause.text:
            return None
        body = body_before(self.document.text, clause.start, hit.at, self.bodies)
        if body is None or (clause.speaking and clause.speaking.body != body[1]):  # 陈一鸣说，…，国务院要求…
            return None
        return Subject((), body[1], body[0], explicit=True)

    def _in_speech(self, hit: Hit, clause: _Clause, last: Speaking | None) -> Subject | None:
        """Within somebody's speech only that speaker goes on: 会议指出，…；|强调，…; other verbs are what is said."""
        del last
        speaking = clause.speaking
        if speaking is None:
            return None
        goes_on = (
            hit.verb.speech and not clause.text.strip() and SPEECH_MARK.match(self.document.text, hit.until)
        )
        return Subject(speaking.people, speaking.body, clause.start) if goes_on else NOBODY

    def _listed(self, hit: Hit, clause: _Clause, last: Speaking | None) -> Subject | None:
        """People of whom some are named before: 李华，|各镇负责人|参加; otherwise they are others."""
        del last
        if not PEOPLE_NOUN.search(clause.text) or TOWARDS.match(clause.text):
            return None
        group = clause.group
        if group is None or group.stance != "subject" or hit.verb.speech:
            return NOBODY
        rest, *parts = CLAUSE.split(self.document.text[group.tail : clause.start].rstrip("，,：: "))
        joined = not rest.strip() or (AND.match(rest) and PEOPLE_NOUN.search(rest))
        goes_on = joined and all(PEOPLE_NOUN.search(part) for part in parts)
        return Subject(group.members, None, group.start) if goes_on else NOBODY

    def _going_on(self, hit: Hit, clause: _Clause, last: Speaking | None) -> Subject | None:
        """The subject of an earlier clause: 陈一鸣来到云岭街道，|并主持."""
        verb, text = hit.verb, clause.text
        if verb.role == "reports" and HEARS.search(text):
            return None
        if verb.needs_after and not any(word in text for word in verb.needs_after):
            return None
        return self._before(clause.start, hit, last) if GOES_ON.match(text) or JOINED.search(text) else None

    # --- what the readings share ---

    def _clause_start(self, floor: int, end: int) -> int:
        """Where the last clause of `text[floor:end]` begins; what is quoted within it parts no clauses."""
        stretch = self.document.text[floor:end]
        if "”" in stretch or "》" in stretch:
            stretch = QUOTED.sub(lambda quoted: "“" * len(quoted[0]), stretch)
        start = 0
        for mark in CLAUSE.finditer(stretch):
            start = mark.end()
        return floor + start

    def _meeting(self, group: Group, start: int) -> Group:
        """Of two groups in one clause the one that meets the other: 陈一鸣|会见李华一行时表示."""
        i = self.groups.before(group.start)
        other = self.groups.all[i] if i >= 0 else None
        if other is None or other.start < start or other.stance != "subject":
            return group
        return other if MEETS.search(self.document.text, other.end, group.start) else group

    def _before(self, position: int, hit: Hit, last: Speaking | None) -> Subject | None:
        """The subject that the clauses before `position` leave to one that goes on without."""
        text, end = self.document.text, position
        for _ in range(CLAUSES):
            start = self._clause_start(hit.floor, max(hit.floor, end - 1))
            stances = HEARD if hit.verb.role == "reports" and end == position else NAMED
            subjects = [g for g in self.groups.between(start, end) if g.stance in stances]
            if subjects:
                return Subject(subjects[-1].members, None, subjects[-1].start)
            if hit.verb.speech and (body := body_at(text, start, end, self.bodies)):
                return Subject((), body[1], body[0])
            if start <= hit.floor or OTHERS.match(text, start, end):
                break
            end = start
        opens = position == hit.floor == self.document.sentence(position)[0]
        return self._sentence_before(position, last) if hit.verb.speech and opens else None

    def _sentence_before(self, position: int, last: Speaking | None) -> Subject | None:
        """The speaker of the sentence before, for one that opens with the verb: …。|要求各镇…."""
        if (
            last is None
            or last.until < self._line_start(position)
            or self.groups.begins(last.until, position)
        ):
            return None
        return Subject(last.people, last.body, position)

    def _antecedent(self, position: int, last: Speaking | None) -> tuple[OfficialMention, ...]:
        """Whom a pronoun means, where only one person fits; else nobody."""
        line = self._line_start(position)
        near = last and (last.until >= line or not self.document.text[line:position].strip("”’ \t\u3000"))
        if last and near and len(last.people) == 1:
            said = (
                last.until if last.speech is None else min(self.document.sentence(last.speech)[1], position)
            )
            if not self.groups.begins(said, position):
                return last.people
        nearest: list[OfficialMention] = []
        sentence = line
        for i in range(self.groups.before(position), -1, -1):
            group = self.groups.all[i]
            if group.start < sentence:
                break
            if group.stance in ANTECEDENTS:
                sentence = max(line, self.document.sentence(group.start)[0])
                nearest += group.members
            if len({m.name for m in nearest}) > 1:
                return ()
        return tuple(nearest[:1])

    def _within_words(self, speaking: Speaking, hit: Hit) -> bool:
        """Whether a speech is told within the one that the sentence reports: 陈一鸣说，大会期间，|县委书记李华|作了讲话."""
        if hit.verb.role != "speaks" or hit.verb.speech or speaking.speech is None:
            return False
        return not any(self.document.text.find(mark, speaking.speech, hit.at) >= 0 for mark in ";；")

    def _line_start(self, position: int) -> int:
        return self.lines[bisect_right(self.lines, position) - 1]


def _acts(group: Group, hit: Hit, between: str, text: str) -> bool:
    """Whether a group of the verb's own clause is its subject; `between` parts the two."""
    verb = hit.verb
    if group.stance == "heard":  # 听取|李华|汇报
        return verb.role == "reports" or text.startswith("介绍", hit.at)
    if group.stance == "company":  # 在|李华|陪同下
        return bool(UNDER.fullmatch(between)) and text.startswith("下", hit.until)
    if group.stance == "object" or (group.stance == "source" and not verb.speech):
        return False
    if hit.in_title and TITLE_SPEECH.search(between):
        return True
    noun = NOUN_BEFORE.search(between) and not DOES.search(between)
    lacks = verb.needs_after and not any(word in between for word in verb.needs_after)
    others = verb.role == "reports" and HEARS.search(between)
    word = hit.word(text)
    followed = word in NOUNS and FOLLOWS.search(between)
    heard = word in SAID and HEARD_OF.search(between)
    return not (noun or lacks or others or followed or heard)
