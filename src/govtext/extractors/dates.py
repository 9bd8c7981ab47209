"""Extract dates: every way this prose tells time, with what the words fix and what the anchor adds.

`date_atoms` finds the words, `date_grammar` puts them together, `date_values` says what they mean; here expressions
join into lists and ranges, and are anchored on the day of publication. `docs/explanation/dates.md` tells the rules.
"""

from __future__ import annotations

import datetime
from typing import TYPE_CHECKING

from attrs import frozen

from ..calendars import bounds, festivals
from ..mentions import DateMention
from ..moments import Context, Moment, Stretch
from .date_atoms import lexer_of, runs
from .date_grammar import expressions
from .date_joins import parts
from .date_patterns import compiled
from .date_values import OTHER_YEAR

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from ..calendars import Festival
    from ..document import Document, Role
    from ..lexicon import Lexicon
    from ..mentions import DateKind
    from .date_atoms import Atom
    from .date_joins import Part

__all__ = ["Dates"]

DATELINE = 200
"""How far into the body a full date can be the document's own; news and speeches open with it."""

BEFORE_DEADLINE = (
    r"(?:^|[\s，。；：、,.;:!?！？“”‘’()（）《》〈〉—]|力争|确保|争取|计划|规划|预计|明确|提出|要求|目标|实现|[我全]?[市省区县州国]|要|并|是|"
    r"为|和|即|[近远]期|期限)到$"
)
"""到 that opens a deadline (`，到2025年`), not the end of a verb (`达到2025年`, `由1997年的3万增加到2002年的6万`)."""

QUOTED_BEFORE = r"[”’\"]"
"""What stands within “五一”前."""

AHEAD = r"(?:将于?|拟于?|定于|计划于?|力争|确保|[，,；;。]要[把于在])[“‘]?$"
"""Words before a time that lies ahead: `将于1月5日召开`, `，要把3月1日至15日作为重点时段`."""

AHEAD_ENDS = frozenset("将于拟划争保把在“‘")
"""How they end: a first look at what stands before a time."""

IN_FORCE = r"(?:起|施行|实施|印发|公布|修订|通过)"
"""What follows the day of a rule, not the document's own."""

SESSIONS = 3
"""The month by which reports have looked back on the year before."""

REVIEWED = frozenset({"year", "half", "quarter", "month"})
LONG = frozenset({"year", "half"})

DONE = (
    r"[，,]?[^，。；：、]{0,12}?(?:(?:完成|实现)[^，。；：、]{0,10}[0-9]"
    r"|达|增长|新增|突破|累计|共[有计]?|净增|下降|上涨|下跌|减少|同比|比上年)"
)
"""Words that report: `全年新增就业`, `1-11月完成投资`."""

REVIEW = (
    r"(?P<year>(?:19|20)[0-9]{2})年(?:度)?[^\n]{0,24}(?:统计公报|工作总结|年度报告|工作回顾)"
    r"(?![^\n]*(?:打算|计划|安排|思路|要点))"
)
"""A title that says which year its page looks back on."""

AIMED = r"确保|力争|预期|预计|计划|目标|要|将|争取|拟"
"""Words that aim, at which nothing is taken for done."""

URGED = r"力争|确保|务必|争取"
"""Words that aim at all that follows: 力争一季度开工15个、上半年开工60%."""

URGED_BEFORE = 40
"""How far before a time they may stand."""

SECTION = r"(?m)^[ \u3000]*[一二三四五六七八九十]{1,3}、(?P<words>[^\n。]{2,50})$"
"""A main heading, 一、2020年工作回顾."""

SECTION_REVIEWED = r"((?:19|20)[0-9]{2})年[^\n]{0,30}(?:回顾|情况|总结|成效|成绩)"
"""The year that such a heading looks back on."""

COMPARING = tuple("比较由从到为以对超与于据")
"""What stands before a year that is only compared with."""

TOLD_AFTER = " \u3000\n，。；：、“—"
"""What stands before a year that a paragraph tells of; not 是1978年的21倍."""

HIDDEN_DAY = r"((?:19|20)[0-9]{2})-(0[1-9]|1[0-2])-XX"
"""The day of a page whose day is hidden: 2019年7月**日."""

WHOLE = r"[0-9]{4}(?:-[0-9]{2})?(?:/[0-9]{4}(?:-[0-9]{2})?)?|[0-9]{4}-12-31"
"""Years, quarters and months, and the last day of a year: what needs no day to count from."""

WEEKDAYS = "一二三四五六日"


@frozen(slots=True)
class Dates:
    """Finds dates.

    Attributes:
        festivals: named holidays and days; extend it with `festivals=govtext.calendars.festivals() | {...}`.

    >>> import datetime, govtext
    >>> document = govtext.read("5月6日上午召开会议，要求9月底前完成。", published=datetime.date(2024, 5, 6))
    >>> [(mention.text, mention.edtf, mention.resolved, mention.kind) for mention in Dates()(document)]
    [('5月6日上午', 'XXXX-05-06', '2024-05-06', 'date'), ('9月底前', 'XXXX-09-30', '2024-09-30', 'deadline')]
    """

    festivals: Lexicon[Festival] | None = None

    def __call__(self, document: Document) -> Iterator[DateMention]:
        """The dates of a document, in order."""
        table = (festivals() if self.festivals is None else self.festivals).words
        lexer = lexer_of(tuple(table))
        reader = _Reader(document, table)
        for start, end, role in document.readable():
            for run in runs(document.text, start, end, lexer):
                yield from reader.read(run, role)


class _Reader:
    """Reads the runs of one document in order, and remembers what it must to anchor the next."""

    def __init__(self, document: Document, table: Mapping[str, Festival]) -> None:
        self.document = document
        self.table = table
        self.anchor = document.published
        self.vague = False  # the anchor's day is hidden: only its year and month are known
        self.last_day: datetime.date | None = None
        self.near: tuple[int, int] | None = None
        self.near_day: datetime.date | None = None
        self.told: tuple[int | None, int] = (
            None,
            0,
        )  # the year that the paragraph tells of, and where it is named
        self.sentence_end = 0
        self.first_body: int | None = None
        self.sections = [
            (heading.start(), int(year[1]) if year else None)
            for heading in compiled(SECTION).finditer(document.text)
            for year in [compiled(SECTION_REVIEWED).search(heading["words"])]
        ]
        titles = (document.text[start:end] for start, end, _ in document.readable("title"))
        title = next(filter(None, map(compiled(REVIEW).search, titles)), None)
        self.reviewed = int(title["year"]) if title else None

    def read(self, run: list[Atom], role: Role) -> Iterator[DateMention]:
        """The mentions of a run."""
        if self.first_body is None and role == "body":
            self.first_body = run[0].start
        for expression in expressions("".join([atom.letter for atom in run])):
            for part in parts(expression, run, self.table):
                yield self.mention(part, role)

    def mention(self, part: Part, role: Role) -> DateMention:
        """A part of an expression as a mention, anchored."""
        text = self.document.text
        start, end = part.start, part.end
        if start >= self.sentence_end:
            self.near = self.near_day = None
            self.sentence_end = self.document.sentence(start)[1]
        kind = part.kind
        if (opened := _opening(text, start, part)) != start:
            kind = "deadline" if text[opened] == "到" else kind
            start = opened
        if part.ranged and text[end : end + 1] == "止" and text[start] in "自从":
            end += 1
        time = part.time
        ahead = _is_ahead(text, part, kind) and not (kind == "date" and self._looks_back())
        context = Context(
            self._anchor_of(part, text),
            self._year_named(part, kind, ahead),
            self.near_day,
            self.last_day,
            ahead,
        )
        edtf, resolved = time.edtf, time.resolve(context)
        if OTHER_YEAR in part.meaning.notes and not part.ranged:
            resolved = None
        if (
            self.vague
            and (edtf or "XXXX-XX").startswith("XXXX-XX")
            and not compiled(WHOLE).fullmatch(resolved or "")
        ):
            resolved = None  # 昨天, 11日, 近三年: of a day that is hidden
        if self.anchor is not None and not ahead and self._is_review(edtf, resolved, part):
            resolved = time.resolve(context._replace(near=(self.anchor.year - 1, 0)))
        notes = _notes(part, resolved, self.anchor)
        earliest, latest = bounds(resolved)
        if earliest and latest and earliest > latest:  # 2024年5月6日至今年, on a page that says it is of 2000
            resolved = earliest = latest = None
            notes = (*notes, "ends before it begins")
        self._remember(edtf, resolved, part, role, text)
        return DateMention(
            span=self.document.span(start, end), text=text[start:end], rule=part.rule, edtf=edtf, resolved=resolved,
            earliest=earliest, latest=latest, kind=kind, part_of_day=part.meaning.part_of_day, notes=notes,
        )  # fmt: skip

    def _anchor_of(self, part: Part, text: str) -> datetime.date | None:
        """The day that a time is counted from: the page's, but 上年 is the year before the one that is told of."""
        time, start = part.time, part.start
        if not isinstance(time, Moment) or time.year_shift != -1 or not text.startswith("上", start):
            return self.anchor
        told = self._told_before(start)
        if told is None or (self.anchor and told >= self.anchor.year):
            return self.anchor
        return (self.anchor or datetime.date(told, 1, 1)).replace(year=told, day=1)

    def _told_before(self, start: int) -> int | None:
        """The year that the paragraph, or else the heading of its section, tells of before a place."""
        told, at = self.told
        if told is not None and "\n" not in self.document.text[at:start]:
            return told
        return next((year for begin, year in reversed(self.sections) if begin <= start), None)

    def _year_named(self, part: Part, kind: DateKind, ahead: bool) -> tuple[int, int] | None:  # noqa: FBT001
        """The year that the sentence has named; for what lies ahead, only one to come: 明年…，年底前."""
        near, anchor = self.near, self.anchor
        due = kind == "deadline" or not isinstance(part.time, Moment) or part.time.part != "end"
        to_come = due and near and anchor and near[0] > anchor.year
        return near if to_come or not ahead else None

    def _looks_back(self) -> bool:
        """Whether the page says in its title that it looks back on the year before that of its anchor."""
        return self.anchor is not None and self.reviewed == self.anchor.year - 1

    def _is_review(self, edtf: str | None, resolved: str | None, part: Part) -> bool:
        """Whether a time without a year that is not over is told as done: 全年新增就业3万人 in a page of January."""
        latest, level = bounds(resolved)[1], part.meaning.level
        if level not in REVIEWED or self.anchor is None or latest is None or latest <= self.anchor:
            return False
        reviewed = self._looks_back() or self._told_before(part.start) == self.anchor.year - 1
        if self.near is not None or (level in LONG and self.anchor.month > SESSIONS and not reviewed):
            return False
        stated = isinstance(part.time, Moment) and part.time.year_shift is not None
        if stated or not (edtf or "XXXX").startswith("XXXX"):
            return False
        text, (start, end) = self.document.text, self.document.sentence(part.start)
        if text.endswith("截至", 0, part.start):
            return True
        aimed = compiled(AIMED).search(text, max(start, part.start - 12), part.end + 12)
        if aimed or compiled(URGED).search(text, max(start, part.start - URGED_BEFORE), part.start):
            return False
        return reviewed or compiled(DONE).match(text, part.end, end) is not None

    def _remember(self, edtf: str | None, resolved: str | None, part: Part, role: Role, text: str) -> None:
        """Keep what later times of the sentence and the document are placed by."""
        earliest, latest = bounds(resolved)
        past_year = part.rule == "counted from now" and len(resolved or "") == 4  # 过去一年，…全年
        if earliest and latest and earliest.year == latest.year and (past_year or _names_a_year(part, text)):
            month = edtf[5:7] if edtf is not None and part.meaning.level in ("month", "day") else ""
            self.near = (earliest.year, int(month) if month.isdigit() and int(month) <= 12 else 0)
            if not text.startswith("上", part.start) and text[part.start - 1 : part.start] in TOLD_AFTER:
                self.told = (earliest.year, part.start)
        opening = role != "body" or part.start - (self.first_body or 0) < DATELINE
        if self.anchor is None and opening and (hidden := compiled(HIDDEN_DAY).fullmatch(edtf or "")):
            self.anchor, self.vague = datetime.date(int(hidden[1]), int(hidden[2]), 1), True
        if earliest is None or part.meaning.level != "day":
            return
        self.near_day = earliest
        if resolved == earliest.isoformat() and part.kind != "deadline":  # 当天 is no day of 9月30日前
            self.last_day = earliest
        if (
            (self.anchor is None or self.vague)
            and opening
            and edtf == earliest.isoformat()
            and not compiled(IN_FORCE).match(text, part.end)
        ):
            self.anchor, self.vague = earliest, False


def _opening(text: str, start: int, part: Part) -> int:
    """Where the mention begins: 到 opens a deadline, 从 and 自 a range."""
    if part.ranged:
        return start - 1 if start and text[start - 1] in "从自" else start
    if part.rule == "before festival" and compiled(QUOTED_BEFORE).search(text, start, part.end):
        return start - 1
    if (
        start == 0
        or text[start - 1] != "到"
        or part.meaning.level not in ("year", "month", "quarter", "half", "century")
    ):
        return start
    return start - 1 if _opens_deadline(text, start) else start


def _opens_deadline(text: str, start: int) -> bool:
    """Whether the 到 before `start` opens a clause: `，到2025年`, `力争到2025年`; not 达到, 提高到."""
    return start == 1 or compiled(BEFORE_DEADLINE).search(text, max(0, start - 4), start) is not None


def _names_a_year(part: Part, text: str) -> bool:
    """Whether what follows in the sentence is of this year: 2023年3月…，5月…; not behind 比2023年, nor with 到2025年."""
    stated = part.time.last if isinstance(part.time, Stretch) else part.time
    if (
        part.kind not in ("date", "period", "range")
        or part.rule.startswith("same")
        or not isinstance(stated, Moment)
    ):
        return False
    if stated.year is None and stated.year_shift is None:
        return False
    return text[part.start - 1 : part.start] not in COMPARING


def _is_ahead(text: str, part: Part, kind: DateKind) -> bool:
    """Whether the time lies ahead: a deadline, an end, an announced day."""
    before = text[part.start - 1 : part.start]
    if before == "至" and text.endswith("截至", 0, part.start):
        return False
    if kind == "deadline":
        return True
    if isinstance(part.time, Moment) and part.time.part == "end":  # not 年底达到1547亿美元
        return compiled(DONE).match(text, part.end) is None
    return (
        before in AHEAD_ENDS and compiled(AHEAD).search(text, max(0, part.start - 5), part.start) is not None
    )


def _notes(part: Part, resolved: str | None, anchor: datetime.date | None) -> tuple[str, ...]:
    """Reasons, and what contradicts: a weekday, or a day in brackets that is not the one that the words tell."""
    meaning = part.meaning
    if not meaning.notes and meaning.told_shift is None and meaning.weekday is None:
        return ()
    notes = [note for note in meaning.notes if resolved is None or note != OTHER_YEAR]
    day, last = bounds(resolved)
    if day is None or day != last:
        return tuple(notes)
    if meaning.told_shift is not None and anchor is not None:
        told = anchor + datetime.timedelta(days=meaning.told_shift)
        if told != day:
            notes.append(f"the words say {told}, the brackets {day}")
    if meaning.weekday is not None and day.weekday() != meaning.weekday:
        notes.append(f"{day} is a 星期{WEEKDAYS[day.weekday()]}, not a 星期{WEEKDAYS[meaning.weekday]}")
    return tuple(notes)
