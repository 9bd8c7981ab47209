"""What extractors return: typed findings, each with its exact place and the rule that made it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal

from attrs import frozen

if TYPE_CHECKING:
    import datetime
    from decimal import Decimal

    from .spans import Span

__all__ = ["DateMention", "Mention", "OfficialMention", "SloganMention", "TargetMention"]

DateKind = Literal["date", "range", "period", "deadline", "plan", "name"]
PartOfDay = Literal["early morning", "morning", "noon", "afternoon", "evening", "night"]
TargetKind = Literal[
    "money", "count", "percent", "points", "rank", "area", "length", "mass", "volume", "energy", "duration",
    "ratio", "multiple", "other",
]  # fmt: skip
Comparator = Literal["=", ">=", ">", "<=", "<", "~"]
Status = Literal["target", "achieved", "stated"]
SloganKind = Literal["abbreviation", "plan", "campaign", "motto", "nickname", "quote", "title"]


@frozen(slots=True, kw_only=True)
class Mention:
    """What every mention has.

    Attributes:
        span: where it stands.
        text: the cleaned text of the span.
        rule: the name of the rule that made it, for finding out why.
    """

    span: Span
    text: str
    rule: str

    @property
    def start(self) -> int:
        """First character in the cleaned text."""
        return self.span.start

    @property
    def end(self) -> int:
        """One past the last character in the cleaned text."""
        return self.span.end


@frozen(slots=True, kw_only=True)
class DateMention(Mention):
    """A day, month, period or plan.

    Attributes:
        edtf: what the words alone fix, in EDTF (ISO 8601-2); None if purely relative. `XXXX-33`, a quarter of
            an unstated year, is govtext's extension of the standard.
        resolved: EDTF once anchored, or None.
        earliest: first day of `resolved`, or None.
        latest: last day of `resolved`, or None.
        kind: date, range, period, deadline (`9月底前`), plan (`十四五`), name (`“11·4”山火`).
        part_of_day: the part of the day that the words name, or None.
        notes: contradictions and reasons: a weekday or a day in parentheses that does not agree with the date, or
            why a value stays unresolved.
    """

    edtf: str | None = None
    resolved: str | None = None
    earliest: datetime.date | None = None
    latest: datetime.date | None = None
    kind: DateKind = "date"
    part_of_day: PartOfDay | None = None
    notes: tuple[str, ...] = ()


@frozen(slots=True, kw_only=True)
class OfficialMention(Mention):
    """A person with titles: the span is the titles and the name, or the name alone where titles stand elsewhere.

    Attributes:
        name: as simplified; asterisks if redacted.
        name_span: where the name alone stands.
        titles: in the order of the text.
        organisation: the place or the office, once linked; None where the document does not say.
        collective: the group title that covers the name, such as 区领导, or None.
        redacted: whether the name is hidden.
    """

    name: str
    name_span: Span
    titles: tuple[str, ...] = ()
    organisation: str | None = None
    collective: str | None = None
    redacted: bool = False


@frozen(slots=True, kw_only=True)
class TargetMention(Mention):
    """A number that counts or measures something, aimed at or achieved.

    Attributes:
        kind: what is measured.
        amount: in the printed unit without 万 and 亿 (`680亿元` is 68000000000, unit 元); None if redacted.
        amount_max: the upper end of a range, or None.
        unit: as printed, without 万 and 亿.
        comparator: `=` `>=` `>` `<=` `<` `~`.
        object: the noun phrase that is counted or measured, or None where the text names none.
        status: target, achieved or stated.
        deadline: the date or period that the figure refers to, as EDTF, or None.
        redacted: whether the number is hidden.
        responsible: the body that the sentence names as responsible, or None.
        notes: what is odd about the number as printed.
    """

    kind: TargetKind
    amount: Decimal | None = None
    amount_max: Decimal | None = None
    unit: str | None = None
    comparator: Comparator = "="
    object: str | None = None
    status: Status = "stated"
    deadline: str | None = None
    redacted: bool = False
    responsible: str | None = None
    notes: tuple[str, ...] = ()


@frozen(slots=True, kw_only=True)
class SloganMention(Mention):
    """Policy shorthand, a campaign, a motto, a quotation or a title; the first occurrence of each form.

    Attributes:
        kind: what sort of slogan.
        head: the noun it qualifies (`“六大战略”` 战略, `“14610”行动计划` 行动计划), or None.
        expansion: the phrases it stands for.
        expansion_source: text, glossary, or None where there is no expansion.
        speaker: who said it, for attributed speech, or None.
        quoted: whether it stands in quotation marks.
    """

    kind: SloganKind
    head: str | None = None
    expansion: tuple[str, ...] = ()
    expansion_source: Literal["text", "glossary"] | None = None
    speaker: str | None = None
    quoted: bool = False
