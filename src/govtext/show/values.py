"""What the views print about a finding: its kind, and its value in short words."""

from __future__ import annotations

from typing import TYPE_CHECKING

from attrs import frozen

from ..findings import Person
from ..mentions import DateMention, OfficialMention, SloganMention, TargetMention

if TYPE_CHECKING:
    from decimal import Decimal

    from ..findings import Statement
    from ..mentions import Mention

__all__ = ["KINDS", "Kind", "kind_of", "row", "speaker", "value"]


@frozen(slots=True)
class Kind:
    """A kind of finding as the views name it.

    Attributes:
        name: the field of `Findings`, such as `dates`.
        label: one of them, such as `date`.
        columns: the heads of its table, behind the text.
    """

    name: str
    label: str
    columns: tuple[str, ...]


KINDS: tuple[Kind, ...] = (
    Kind("dates", "date", ("text", "value", "days", "kind", "part of day")),
    Kind("officials", "official", ("text", "name", "titles", "organisation", "collective")),
    Kind("targets", "target", ("text", "amount", "object", "status", "deadline")),
    Kind("slogans", "slogan", ("text", "kind", "head", "stands for", "speaker")),
)

LABELS = {DateMention: "date", OfficialMention: "official", TargetMention: "target", SloganMention: "slogan"}


def kind_of(mention: Mention) -> str:
    """The label of a mention's kind; `mention` for one of a user's own class."""
    return next((label for of, label in LABELS.items() if isinstance(mention, of)), "mention")


def amount(value: Decimal | None) -> str:
    """A number with its thousands set apart.

    >>> from decimal import Decimal
    >>> amount(Decimal("68000000000")), amount(Decimal("8.50"))
    ('68,000,000,000', '8.50')
    """
    return "" if value is None else format(value, ",f")


def measure(target: TargetMention) -> str:
    """A target's bound, number and unit: `> 68,000,000,000 元`."""
    if target.amount is None:
        number = "redacted" if target.redacted else ""
    elif target.amount_max is None:
        number = amount(target.amount)
    else:
        number = f"{amount(target.amount)} to {amount(target.amount_max)}"
    bound = "" if target.comparator == "=" else target.comparator
    return " ".join(part for part in (bound, number, target.unit) if part)


def days(date: DateMention) -> str:
    """First and last day of a date that is no single day: who knows that 2024-33 is a quarter?"""
    if date.earliest is None or date.latest is None or date.earliest == date.latest:
        return ""
    return f"{date.earliest} to {date.latest}"


def row(mention: Mention) -> tuple[str, ...]:
    """The cells of a mention's row, as the columns of its kind name them."""
    if isinstance(mention, DateMention):
        known = mention.resolved or mention.edtf or "unresolved"
        return mention.text, known, days(mention), mention.kind, mention.part_of_day or ""
    if isinstance(mention, OfficialMention):
        titles = "、".join(mention.titles)
        return mention.text, mention.name, titles, mention.organisation or "", mention.collective or ""
    if isinstance(mention, TargetMention):
        return mention.text, measure(mention), mention.object or "", mention.status, mention.deadline or ""
    if isinstance(mention, SloganMention):
        expansion = "、".join(mention.expansion)
        return mention.text, mention.kind, mention.head or "", expansion, mention.speaker or ""
    return (mention.text,)


def value(mention: Mention) -> str:
    """A mention's value in one line, without its text.

    >>> import govtext
    >>> found = govtext.TargetMention(span=govtext.Span(0, 4, 0, 4), text="12亿元", rule="", kind="money", unit="元")
    >>> value(found)
    '元, stated'
    """
    cells = list(row(mention)[1:])
    if isinstance(mention, DateMention) and mention.kind == "date":
        cells.remove("date")
    if isinstance(mention, TargetMention) and mention.deadline:
        cells[-1] = f"for {mention.deadline}"
    if isinstance(mention, SloganMention) and mention.speaker:
        cells[-1] = f"said by {mention.speaker}"
    return ", ".join(cell for cell in cells if cell)


def speaker(statement: Statement) -> str:
    """The name of the one who speaks."""
    return statement.speaker.name if isinstance(statement.speaker, Person) else statement.speaker
