"""Who does what in a text: the verbs of meetings and of speech, each with its subject.

Chinese news names the subject once and goes on: `区长陈一鸣主持会议，对照任务逐项点评，并要求…`. So a verb takes the person
of its own clause, or the pronoun there, or the body (`会议`, `区政府党组`); a clause that only goes on (`并`, `要求，`)
takes the subject of the clause before; and a list that goes on (`…、李华，各镇负责人参加`) shares its verb. Where the text
leaves more than one reading, there is no subject.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from functools import cache
from typing import TYPE_CHECKING, Literal

from attrs import evolve, frozen

from .bodies import body_at, body_before, find_demands
from .groups import Group, Groups, find_groups
from .lexicon import Lexicon, read_rows

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from .document import Document
    from .mentions import OfficialMention

__all__ = ["Act", "ActRole", "Verb", "find_acts", "verbs"]

ActRole = Literal["chairs", "speaks", "reports", "attends"]


@frozen(slots=True)
class Verb:
    """A verb of meetings or of speech.

    Attributes:
        role: what it makes its subject.
        speech: `free` where speech may follow at once (`会议指出当前…`), `mark` where only behind a comma, a colon or
            a quotation mark (`介绍，…`), `whom` where those spoken to stand between (`告诉记者，…`), `body` where the speaker is a body besides (`会议决定，…`), None where it
            reports no speech.
        not_before: what follows where the word is no such verb (主持人).
        not_after: what precedes there (听取汇报).
        needs_after: what must precede (作…报告); nothing where it is empty.
    """

    role: ActRole
    speech: Literal["free", "mark", "whom", "body"] | None = None
    not_before: tuple[str, ...] = ()
    not_after: tuple[str, ...] = ()
    needs_after: tuple[str, ...] = ()


@cache
def verbs() -> Lexicon[Verb]:
    """The verbs of `data/meeting_verbs.tsv` and `data/speech_verbs.tsv`, read on first use.

    >>> verbs()["宣读"].role, verbs()["指出"].speech
    ('reports', 'free')
    """

    def words(cell: str) -> tuple[str, ...]:
        return tuple(filter(None, cell.split("|")))

    table: dict[str, Verb] = {}
    for verb, role, *context in read_rows("meeting_verbs"):
        table[verb] = Verb(role, None, *map(words, context))  # type: ignore[arg-type]
    for verb, _, takes, not_before, not_after in read_rows("speech_verbs"):
        table[verb] = Verb("speaks", takes, words(not_before), words(not_after))  # type: ignore[arg-type]
    return Lexicon(table)


@frozen(slots=True)
class Act:
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


CLAUSE = re.compile(r"[，,：:；;]")
"""Where a clause ends within a sentence."""

QUOTED = re.compile(r"“[^“”]*[^“”，,。！？!?…]”|《[^《》]*》")
"""What is quoted within a clause: 作了题为“坚定信心，守住底线”的报告; not speech, which ends in a mark of its own."""

REACH = 160
"""How far back from a verb its subject may stand: longer than nine in ten sentences of such news."""

CROWD = 40
"""How many verbs of a sentence are read; the longest real ones seen hold a dozen."""

CLAUSES = 6
"""How many clauses back a subject may stand."""

GOES_ON = re.compile(
    r"""
    \s*(?:$|并|还|也|又|再|均|都|同时|随后|最后|首先|接着|之后|其后|会上|会前|会后|期间|其间|现场|当场|亲自|应邀|到会|共同|一同|一起
    |全程|分别|先后|一并|认真|专题|进一步|明确|反复|着重|特别|重点|主要|详细|逐一|就|对|向|代表|围绕|针对|结合|在|为
    |作|做|发表|致|受邀|以|和大家|与大家|一致|强调|指出|要求|听取|率|带领)
    """,
    re.VERBOSE,
)
"""How a clause begins that goes on with the subject before: |并要求, |对下步工作|提出要求, |作了动员讲话."""

JOINED = re.compile(r"(?:并|并且|和|及|后|还|时)(?:当场|现场|在[^，。]{0,12})?\Z")
"""How a clause ends before a second verb: 实地察看项目|并|主持召开座谈会."""

PEOPLE_NOUN = re.compile(
    r"(?:负责人|负责同志|同志|人员|代表|干部|领导|成员|委员|书记|主任|主席|政委|检察长|[院局部处科所站镇乡县区市校行会]长|部门|单位|企业家|职工|群众|师生|党员|嘉宾|专家|"
    r"班子|等)(?:[（(][^）)]{0,20}[)）])?(?:均|都|也|分别|一同|共同|一起|等|应邀|先后|现场|集中|全程|参加并)*\s*\Z"
)
"""How further members of a list end: 各镇主要|负责人|参加会议."""

AND = re.compile(r"\s*(?:[、和及与]|以及)")
"""What joins further members to the names: 李华|和|各镇负责人."""

NOUN_BEFORE = re.compile(r"(?:的|重要|系列|有关)\Z")
"""What makes the word behind it a noun: 陈一鸣的|讲话, 总书记重要|讲话."""

OTHERS = re.compile(r"\s*(?:我|你|咱|各|全|与会|有关|相关|大家|群众|企业|部门|单位|代表|委员|人大|来自|[其这那]|要|必须|[一二三四五六七八九十]是)")
"""How a clause begins that has a subject of its own or belongs to the speech."""

PRONOUN = re.compile(
    r"[”’\s]*(?:会上|会后|同时|最后|对此|随后|为此|因此|此外|接着|采访中|调研中|座谈中|座谈会上|期间)?(?P<he>[他她](?![们人]))[^，。；]{0,30}\Z"
)
"""A pronoun as subject: |他|还强调, 会上|他|要求."""

DOES = re.compile(r"发表|作|做|致|进行")
"""What makes a noun an act after all: 陈一鸣|发表|重要讲话."""

HEARS = re.compile(r"听取|听了|审议|审阅|观看|讨论")
"""Whose reports are another's: 陈一鸣|听取|情况汇报."""

FOLLOWS = re.compile(r"按照|根据|落实|贯彻|遵照|符合|达到|对照")
"""What makes the word behind it a noun: 陈一鸣|按照|上级要求."""

MEETS = re.compile(r"会见|接见|看望|慰问|拜会|拜访|采访|陪同|会晤|座谈")
"""What one person does to the next: 陈一鸣|会见|省长王明远时说."""

TOWARDS = re.compile(r"\s*(?:向|对|为|代表|与|和)")
"""How a clause begins whose people are those spoken to: |向|与会代表汇报."""

UNDER = re.compile(r"(?:等)?(?:领导)?(?:同志)?的?\Z")
"""What parts a person from the verb in 在…|等领导的|陪同下."""

LABEL = re.compile(
    r"""
    (?P<verb>主\s?持|出\s?席|参\s?加|列\s?席|陪同|汇报|通报|宣读|发言|讲话|致辞|参会)
    (?: (?:人员?|领导|嘉宾|单位|同志|会议|会议人员|会议领导)?\s*[：:]\s*(?:[\u4e00-\u9fff]{2,6}领导)?\s*
      | [^，。；：:\n]{0,25}的(?:[^，。；：:\n]{0,12})?(?:还?有|包括|为|是)\s*[：:]?\s*
      | (?:人员|领导)?(?:还?有|包括)\s*[：:]?\s*
    )\Z
    """,
    re.VERBOSE,
)
"""A verb before the people it is about: 主持人：陈一鸣; 参加会议的还有李华."""

LABEL_REACH = 48

SPEECH_MARK = re.compile(r"[说道]?\s*(?:[，,：:]\s*|(?=[“「])|[ \u3000]+)")
"""What must stand between a verb like 介绍 and the speech: 介绍|说，; 说|:“."""

TOLD = re.compile(r"[^，。；：:“”\n]{1,10}[，,：:]\s*")
"""The same with those spoken to: 告诉|记者，."""

PERFORMS = re.compile(
    r"[^，,。：:；“”\n]{0,14}(?:感谢|谢意|祝贺|祝福|慰问|问候|哀悼|敬意|欢迎|不满|满意|赞赏|赞同|支持|肯定|关切|歉意|认可)(?=[，,。；、！!？\n和并]|$)"
)
"""What is done by saying it and has no words of its own: 表示|衷心感谢."""

LEADS_INTO = re.compile(r"(?:了)?(?:[一二三四五六七八九十几\d]+[点条个项]|具体|明确|殷切|更高)*(?:要求|意见|希望|建议|看法|观点|期望)\s*[：:，,。]\s*")
"""What a speech is announced with: 提出|三点要求:."""

MARKS = re.compile(r"[ \t\u3000，,、]*(?:[：:]\s*)?")
"""What parts a verb from its speech; behind a colon that may stand in the next paragraph."""

TITLE_SPEECH = re.compile(r"上的\Z")
"""A title that is a speech: 陈一鸣在全区经济工作会议|上的|讲话."""


def find_acts(document: Document, officials: Iterable[OfficialMention]) -> tuple[Act, ...]:
    """Every verb of a meeting or of speech that has a subject, in the order of the text.

    Args:
        document: what `govtext.read` returns.
        officials: the people it names.

    >>> import govtext
    >>> document = govtext.read("会议强调，要守住底线。区政府党组要带头落实。")
    >>> [(act.body, act.verb, document.text[act.speech:][:5]) for act in find_acts(document, ())]
    [('会议', '强调', '要守住底线'), ('区政府党组', '要', '带头落实。')]
    """
    return _Reading(document, find_groups(document, officials)).read()


def _speech_start(text: str, until: int, verb: Verb) -> int | None:
    """Where the speech behind a verb begins, or None where the verb governs none here."""
    if verb.speech is None:
        return None
    if PERFORMS.match(text, until):
        return None
    announced = LEADS_INTO.match(text, until)
    if announced:
        return announced.end()
    marked = SPEECH_MARK.match(text, until)
    if verb.speech != "free":
        marked = marked or (TOLD.match(text, until) if verb.speech == "whom" else None)
        return marked.end() if marked else None
    said = re.compile("[说道]").match(text, until)
    marks = MARKS.match(text, said.end() if said else until)
    return marks.end() if marks else until


def _pronoun(clause: str) -> int | None:
    """Where in its clause a pronoun stands that is the subject of the verb behind."""
    found = PRONOUN.match(clause)
    return None if found is None or NOUN_BEFORE.search(clause) and not DOES.search(clause) else found.start("he")


def _quotations(text: str, start: int, end: int) -> dict[int, int]:
    """The quotations of a segment: where each ends, behind its closing mark, to where it begins."""
    pairs: dict[int, int] = {}
    opened: list[int] = []
    for mark in re.finditer("[“”]", text[start:end]):
        if mark[0] == "“":
            opened.append(start + mark.start())
        elif opened:
            pairs[start + mark.end()] = opened.pop()
    return pairs


@frozen(slots=True)
class _Subject:
    """The subject of a verb: people or a body, and where it stands."""

    people: tuple[OfficialMention, ...] = ()
    body: str | None = None
    start: int = 0
    explicit: bool = False


class _Reading:
    """One pass over a document, verb by verb, with what has been understood so far."""

    def __init__(self, document: Document, groups: Groups) -> None:
        self.document = document
        self.text = document.text
        self.groups = groups
        self.lines = [0, *(line.end() for line in re.finditer("\n", self.text))]
        self.acts: list[Act] = []
        self.last: tuple[Act, int] | None = None
        """The last act that governs speech, and where its verb ends."""

    def read(self) -> tuple[Act, ...]:
        """All acts, in the order of the text."""
        for start, end, role in self.document.readable("title", "body"):
            quotations = _quotations(self.text, start, end)
            self.last = None if role == "title" else self.last
            hits: list[tuple[int, int, Verb | str]] = [*verbs().find(self.text, start, end)]
            hits += find_demands(self.text, start, end)
            for hit in self._without_crowds(sorted(hits, key=lambda hit: hit[1])):
                if isinstance(hit[2], str):
                    act = Act("要", "speaks", (), hit[2], hit[0], max(hit[0], start), hit[1])
                else:
                    act = self._act(hit[0], hit[1], hit[2], start, quotations, in_title=role == "title")
                if act is None:
                    continue
                if act.speech is not None:
                    self.last = act, hit[1]
                self.acts.append(act)
        self.acts += self._labelled()
        return tuple(sorted(self.acts, key=lambda act: act.at))

    def _without_crowds(self, hits: list[tuple[int, int, Verb | str]]) -> Iterator[tuple[int, int, Verb | str]]:
        """The hits without those behind the first `CROWD` of a sentence: such a sentence is no prose."""
        border = count = 0
        for hit in hits:
            if hit[0] >= border:
                _, border = self.document.sentence(hit[0])
                count = 0
            count += 1
            if count <= CROWD:
                yield hit

    def _act(
        self, at: int, until: int, verb: Verb, floor: int, quotations: dict[int, int], *, in_title: bool
    ) -> Act | None:
        """The act of a verb, or None where it is a noun, lies in somebody's speech, or has no certain subject."""
        text = self.text
        if verb.not_before and text.startswith(verb.not_before, until):
            return None
        if verb.not_after and text.endswith(verb.not_after, max(floor, at - 8), at):
            return None
        speech = _speech_start(text, until, verb)
        if speech is None and (verb.speech not in (None, "free") or not self.groups.all):
            return None
        sentence, _ = self.document.sentence(at)
        floor = max(sentence, floor, at - REACH)
        speaking = self.last if self.last and self.last[1] > sentence else None
        if speaking and speaking[0].speech is not None and at < speaking[0].speech:
            return None  # 提出三点|要求
        subject = self._subject(at, until, verb, floor, speaking, in_title)
        if subject is None or (speech is None and subject.body) or (verb.speech == "body" and subject.people):
            return None
        people = subject.people
        if verb.role == "chairs" and (group := self._group_of(people)):
            people = group.last_part
        begin = self._begin(at, subject.start)
        quotation = None
        if speech is not None and subject.explicit:
            quotation = self._quotation(subject.start, quotations) or self._quotation(begin, quotations)
            begin = min(begin, quotation[0]) if quotation else begin
        return Act(text[at:until], verb.role, people, subject.body, at, begin, speech, quotation)

    def _begin(self, at: int, subject: int) -> int:
        """Where the clause or sentence of a subject begins, and what was said before ends."""
        sentence, _ = self.document.sentence(at)
        if self.last and self.last[1] > sentence:
            return max(subject, self.last[1])
        return sentence

    def _group_of(self, people: tuple[OfficialMention, ...]) -> Group | None:
        if len(people) < 2:
            return None
        i = self.groups.before(people[0].end)
        return self.groups.all[i] if i >= 0 and self.groups.all[i].members == people else None

    # --- the subject of a verb ---

    def _subject(
        self, at: int, until: int, verb: Verb, floor: int, speaking: tuple[Act, int] | None, in_title: bool
    ) -> _Subject | None:
        """Who does what the verb at `at` says."""
        own = self._clause_start(floor, at)
        group = self._last_group(floor, at)
        if group and group.end > own and not (speaking and group.start < speaking[1]):
            group = self._meeting(group, own)
            return self._in_clause(group, at, until, verb, floor, in_title)
        clause = self.text[own:at]
        if (pronoun := _pronoun(clause)) is not None:
            people = self._antecedent(own + pronoun)
            return _Subject(people, None, own, explicit=True) if people else None
        if verb.speech and clause and (body := body_before(self.text, own, at)):
            return _Subject((), body[1], body[0], explicit=True)
        if speaking:  # 会议指出,…;强调,…: the same speaker goes on; all else is speech
            goes_on = verb.speech and not clause.strip() and SPEECH_MARK.match(self.text, until)
            return _Subject(speaking[0].people, speaking[0].body, own) if goes_on else None
        if verb.role == "reports" and HEARS.search(clause):
            return None
        if PEOPLE_NOUN.search(clause) and not TOWARDS.match(clause):
            listed = group and verb.speech is None and self._list_goes_on(group, own)
            return _Subject(group.members, None, group.start) if group and listed else None
        if GOES_ON.match(clause) or JOINED.search(clause):
            return self._before(own, floor, verb)
        return None

    def _clause_start(self, floor: int, end: int) -> int:
        """Where the last clause of `text[floor:end]` begins; what is quoted within it parts no clauses."""
        stretch = self.text[floor:end]
        if "”" in stretch or "》" in stretch:
            stretch = QUOTED.sub(lambda quoted: "“" * len(quoted[0]), stretch)
        return floor + max([0, *(mark.end() for mark in CLAUSE.finditer(stretch))])

    def _last_group(self, floor: int, end: int) -> Group | None:
        i = self.groups.before(end)
        group = self.groups.all[i] if i >= 0 else None
        return group if group and group.start >= floor and group.end <= end else None

    def _meeting(self, group: Group, own: int) -> Group:
        """Of two groups in one clause the one that meets the other: 陈一鸣|会见李华一行时表示."""
        i = self.groups.before(group.start)
        if i < 0 or self.groups.all[i].start < own or self.groups.all[i].stance != "subject":
            return group
        return self.groups.all[i] if MEETS.search(self.text, self.groups.all[i].end, group.start) else group

    def _in_clause(self, group: Group, at: int, until: int, verb: Verb, floor: int, in_title: bool) -> _Subject | None:
        """The subject where a person stands in the verb's own clause: that person, unless the words make it an object."""
        text = self.text
        between = text[min(group.tail, at) : at]
        this = _Subject(group.members, None, group.start, explicit=True)
        if group.stance == "heard" and (verb.role == "reports" or text.startswith("介绍", at)):
            return this
        if group.stance == "company" and UNDER.fullmatch(between) and text.startswith("下", until):
            return this
        if group.stance in ("subject", "agent") or (group.stance == "source" and verb.speech):
            if in_title and TITLE_SPEECH.search(between):
                return this
            if NOUN_BEFORE.search(between) and not DOES.search(between):
                return None
            if verb.needs_after and not any(word in between for word in verb.needs_after):
                return None
            if verb.role == "reports" and HEARS.search(between):
                return None
            return None if FOLLOWS.search(between) else this
        if group.stance == "object" and verb.role == "reports" and HEARS.search(between):
            return None
        return self._before(group.start, floor, verb)

    def _list_goes_on(self, group: Group, own: int) -> bool:
        """Whether a clause of further members goes on with a list that began with a group."""
        if group.stance != "subject":
            return False
        rest, *parts = CLAUSE.split(self.text[group.tail : own].rstrip("，,：: "))
        joined = not rest.strip() or (AND.match(rest) and PEOPLE_NOUN.search(rest))
        return bool(joined) and all(PEOPLE_NOUN.search(part) for part in parts)

    def _before(self, position: int, floor: int, verb: Verb) -> _Subject | None:
        """The subject that earlier clauses of the sentence leave to one that goes on without."""
        text = self.text
        end = position
        for _ in range(CLAUSES):
            start = self._clause_start(floor, max(floor, end - 1))
            subjects = [g for g in self.groups.between(start, end) if g.stance in ("subject", "source")]
            if subjects:
                group = subjects[-1]
                return _Subject(group.members, None, group.start)
            if verb.speech and (body := body_at(text, start, end)):
                return _Subject((), body[1], body[0])
            if start <= floor or OTHERS.match(text, start, end):
                break
            end = start
        if verb.speech and position == floor == self.document.sentence(position)[0]:
            return self._same_paragraph(position)
        return None

    def _same_paragraph(self, position: int) -> _Subject | None:
        """The speaker of the sentence before, for one that opens with the verb: |要求,各镇要….."""
        if self.last is None or self.last[1] < self._line_start(position):
            return None
        act = self.last[0]
        if self.groups.begins(self.last[1], position):
            return None
        return _Subject(act.people, act.body, position)

    def _line_start(self, position: int) -> int:
        return self.lines[bisect_right(self.lines, position) - 1]

    def _antecedent(self, position: int) -> tuple[OfficialMention, ...]:
        """Whom a pronoun means, where only one person fits; else nobody."""
        line = self._line_start(position)
        named = [g for g in self.groups.between(line, position) if g.stance in ("subject", "agent", "source")]
        if self.last and len(self.last[0].people) == 1 and not self.groups.begins(self.last[1], position):
            return self.last[0].people
        if not named:
            return ()
        sentence, _ = self.document.sentence(named[-1].start)
        nearest = [m for g in named if g.start >= sentence for m in g.members]
        return nearest[:1] if len({m.name for m in nearest}) == 1 else ()

    # --- people behind a label ---

    def _labelled(self) -> Iterator[Act]:
        """The verbs that stand before the people they are about: 主持人:陈一鸣; 出席会议的有李华."""
        for group in self.groups.all:
            label = LABEL.search(self.text, max(0, group.start - LABEL_REACH), group.start)
            if label:
                word = re.sub(r"\s", "", label["verb"])
                yield Act(word, verbs()[word].role, group.members, None, label.start(), label.start())

    # --- quotations before their speaker ---

    def _quotation(self, subject: int, quotations: dict[int, int]) -> tuple[int, int] | None:
        """The quotation right before a speaker: `“…。”|陈一鸣说`."""
        text = self.text
        end = subject
        while end > 0 and text[end - 1] in "，, ":
            end -= 1
        if text[end : end + 1] == "”":
            end += 1
        start = quotations.get(end)
        if start is None or text[end - 2] not in "。！？!?，,…’":
            return None
        return (start, end) if start == 0 or text[start - 1] in "\n。！？!?；;：: \u3000”" else None
