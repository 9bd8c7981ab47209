"""What one page holds, linked: mentions of four kinds, people and statements."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Literal

from attrs import frozen

if TYPE_CHECKING:
    from pathlib import Path

    from .document import Document
    from .mentions import DateMention, Mention, OfficialMention, SloganMention, TargetMention
    from .spans import Span

__all__ = ["Findings", "Person", "PersonRole", "Statement"]

PersonRole = Literal["chairs", "speaks", "reports", "attends", "author", "mention"]


@frozen(slots=True)
class Person:
    """One person of a document.

    Attributes:
        name: as simplified.
        titles: all that the document states, in order of appearance.
        organisation: the shortest name of the body; None where the document does not say.
        roles: chairs, speaks, reports, attends, author, or mention for none of these; in that order.
        mentions: every mention, in order.
    """

    name: str
    titles: tuple[str, ...] = ()
    organisation: str | None = None
    roles: tuple[PersonRole, ...] = ("mention",)
    mentions: tuple[OfficialMention, ...] = ()


@frozen(slots=True)
class Statement:
    """A stretch of speech with its speaker.

    Attributes:
        speaker: a `Person`, or the name of the body that speaks (会议, 区政府党组).
        verb: the reporting verb, such as 强调.
        span: the speech that the verb governs.
    """

    speaker: Person | str
    verb: str
    span: Span


@frozen
class Findings:
    """What `govtext.parse` returns for one page. All tuples are in the order of the text."""

    document: Document
    dates: tuple[DateMention, ...] = ()
    officials: tuple[OfficialMention, ...] = ()
    targets: tuple[TargetMention, ...] = ()
    slogans: tuple[SloganMention, ...] = ()
    people: tuple[Person, ...] = ()
    statements: tuple[Statement, ...] = ()

    @property
    def mentions(self) -> tuple[Mention, ...]:
        """All mentions of the four kinds, in the order of the text."""
        every: tuple[Mention, ...] = (*self.dates, *self.officials, *self.targets, *self.slogans)
        return tuple(sorted(every, key=lambda m: (m.span.start, -m.span.end)))

    def to_dict(self) -> dict[str, Any]:
        """Plain JSON data: days as ISO strings, amounts as strings, offsets in code points. `from_dict` reads it back."""
        from .interchange.dicts import to_dict  # noqa: PLC0415

        return to_dict(self)

    def to_frame(self, kind: str = "targets", *, backend: Literal["pandas", "polars"] = "pandas") -> Any:
        """One row per mention of a kind, as a pandas or Polars data frame.

        Raises:
            MissingExtraError: pyarrow or the backend is not installed.
            ValueError: `kind` is none of dates, officials, targets, slogans, people, statements.
        """
        from .interchange.frames import to_frame  # noqa: PLC0415

        return to_frame(self, kind, backend=backend)

    def to_html(self, path: str | Path | None = None) -> str:
        """One self-contained, highlighted page; written to `path` where one is given."""
        from .show import to_html  # noqa: PLC0415

        return to_html(self, path)

    def __repr__(self) -> str:
        counts = {
            "dates": self.dates, "officials": self.officials, "targets": self.targets, "slogans": self.slogans,
            "people": self.people, "statements": self.statements,
        }  # fmt: skip
        told = ", ".join(f"{len(found)} {kind}" for kind, found in counts.items())
        return f"<Findings of {self.document!r}: {told}>"

    def __str__(self) -> str:
        from .show import summary  # noqa: PLC0415

        return summary(self)

    def _repr_html_(self) -> str:
        from .show import findings_html  # noqa: PLC0415

        return findings_html(self)
