"""Findings as plain JSON data, and back: the published shape, version 1."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from typing import TYPE_CHECKING, Any, TypeVar

from attrs import fields

from ..aligned import AlignedText, Candidate, Damage, Edit
from ..document import Document, Redaction, Segment
from ..errors import FormatError
from ..findings import Findings, Person, Statement
from ..mentions import DateMention, Mention, OfficialMention, SloganMention, TargetMention
from ..spans import Span

if TYPE_CHECKING:
    from collections.abc import Mapping

    from attrs import AttrsInstance

__all__ = ["VERSION", "by_kind", "from_dict", "redactions", "segments", "to_dict", "unrepaired"]

VERSION = 1

M = TypeVar("M", bound=Mention)

PLACE = ("start", "end", "raw_start", "raw_end")


def to_dict(findings: Findings) -> dict[str, Any]:
    """Plain JSON data: days as ISO strings, amounts as strings, offsets in code points."""
    document = findings.document
    return {
        "version": VERSION,
        "document": {
            "id": document.id,
            "raw": document.raw,
            "text": document.text,
            "published": _plain(document.published),
            "segments": segments(document),
            "edits": [_record(edit) for edit in document.edits],
            "unrepaired": unrepaired(document),
            "redactions": redactions(document),
            "blocks": [list(block) for block in document.aligned.blocks],
        },
        **by_kind(findings),
    }


def segments(document: Document) -> list[dict[str, Any]]:
    """The segments of a document as JSON data."""
    return [{"role": s.role, **_place(s.span)} for s in document.segments]


def redactions(document: Document) -> list[dict[str, Any]]:
    """What a document hides, as JSON data."""
    return [{"kind": r.kind, **_place(r.span)} for r in document.redactions]


def unrepaired(document: Document) -> list[dict[str, Any]]:
    """The damage that stays, as JSON data."""
    return [{**_record(d), "candidates": [_record(c) for c in d.candidates]} for d in document.unrepaired]


def by_kind(findings: Findings) -> dict[str, list[dict[str, Any]]]:
    """The findings of each kind as JSON data, without their document."""
    raw, text = findings.document.raw, findings.document.text
    numbers = {mention: index for index, mention in enumerate(findings.officials)}
    persons = {person: index for index, person in enumerate(findings.people)}
    return {
        "dates": [_mention(m, raw) for m in findings.dates],
        "officials": [_mention(m, raw) for m in findings.officials],
        "targets": [_mention(m, raw) for m in findings.targets],
        "slogans": [_mention(m, raw) for m in findings.slogans],
        "people": [
            {
                "name": p.name,
                "titles": list(p.titles),
                "organisation": p.organisation,
                "roles": list(p.roles),
                "mentions": [numbers[m] for m in p.mentions if m in numbers],
            }
            for p in findings.people
        ],
        "statements": [
            {
                "speaker": s.speaker.name if isinstance(s.speaker, Person) else s.speaker,
                "person": persons.get(s.speaker) if isinstance(s.speaker, Person) else None,
                "verb": s.verb,
                "text": text[s.span.start : s.span.end],
                **_place(s.span),
            }
            for s in findings.statements
        ],
    }


def from_dict(data: Mapping[str, Any]) -> Findings:
    """The findings that `to_dict` wrote.

    Raises:
        FormatError: `data` is not of that shape, or of another version.

    >>> import govtext
    >>> findings = govtext.parse("9月底前完成投资12亿元。")
    >>> govtext.from_dict(findings.to_dict()) == findings
    True
    """
    try:
        if data["version"] != VERSION:
            raise FormatError(
                f"expected data of version {VERSION}, got version {data['version']!r}; "
                "read it with the govtext that wrote it"
            )
        return _findings(data)
    except (AttributeError, KeyError, IndexError, TypeError, ValueError, ArithmeticError) as error:
        if isinstance(error, FormatError):
            raise
        raise FormatError(
            f"expected what Findings.to_dict() gives, got data where this failed: {error!r}; "
            "pass the whole dict, unchanged"
        ) from error


def _findings(data: Mapping[str, Any]) -> Findings:
    given = data["document"]
    damage = [
        Damage(
            d["kind"],
            d["raw_start"],
            d["raw_end"],
            d["printed"],
            tuple(Candidate(**c) for c in d["candidates"]),
        )
        for d in given["unrepaired"]
    ]
    document = Document(
        aligned=AlignedText.restore(
            _text(given["raw"]),
            _text(given["text"]),
            given["blocks"],
            [Edit(**e) for e in given["edits"]],
            damage,
        ),
        published=_day(given["published"]),
        segments=tuple(Segment(s["role"], _span(s)) for s in given["segments"]),
        redactions=tuple(Redaction(r["kind"], _span(r)) for r in given["redactions"]),
        id=given["id"],
    )
    officials = _mentions(OfficialMention, data["officials"])
    people = tuple(_person(p, officials) for p in data["people"])
    return Findings(
        document=document,
        dates=_mentions(DateMention, data["dates"]),
        officials=officials,
        targets=_mentions(TargetMention, data["targets"]),
        slogans=_mentions(SloganMention, data["slogans"]),
        people=people,
        statements=tuple(Statement(_speaker(s, people), s["verb"], _span(s)) for s in data["statements"]),
    )


def _person(data: Mapping[str, Any], officials: tuple[OfficialMention, ...]) -> Person:
    indices: list[int] = data["mentions"]
    mentions = tuple(officials[index] for index in indices)
    return Person(data["name"], tuple(data["titles"]), data["organisation"], tuple(data["roles"]), mentions)


def _speaker(data: Mapping[str, Any], people: tuple[Person, ...]) -> Person | str:
    index: int | None = data["person"]
    name: str = data["speaker"]
    return name if index is None else people[index]


def _place(span: Span) -> dict[str, int]:
    return {"start": span.start, "end": span.end, "raw_start": span.raw_start, "raw_end": span.raw_end}


def _span(data: Mapping[str, Any]) -> Span:
    return Span(*(int(data[name]) for name in PLACE))


def _record(value: AttrsInstance) -> dict[str, Any]:
    """The fields of a small record by name."""
    return {field.name: getattr(value, field.name) for field in fields(type(value))}


def _plain(value: object) -> Any:
    """A field's value as JSON data."""
    if isinstance(value, date):
        return value.isoformat()
    if isinstance(value, Decimal):
        return format(value, "f")
    if isinstance(value, Span):
        return _place(value)
    return [*value] if isinstance(value, tuple) else value  # pyright: ignore[reportUnknownVariableType]


def _mention(mention: Mention, raw: str) -> dict[str, Any]:
    span = mention.span
    data = {"text": mention.text, "raw_text": raw[span.raw_start : span.raw_end]}
    values = {name: _plain(value) for name, value in _record(mention).items() if name != "span"}
    return {**_place(span), **data, **values}


def _text(value: object) -> str:
    if not isinstance(value, str):
        raise TypeError(f"the document's text is {type(value).__name__}, not str")
    return value


def _day(value: str | None) -> date | None:
    return None if value is None else date.fromisoformat(value)


def _mentions(kind: type[M], rows: list[Mapping[str, Any]]) -> tuple[M, ...]:
    return tuple(_read_mention(kind, row) for row in rows)


def _read_mention(kind: type[M], row: Mapping[str, Any]) -> M:
    values = {field.name: _value(field.name, row) for field in fields(kind)}
    return kind(**values)


def _value(name: str, row: Mapping[str, Any]) -> Any:
    """The value of a mention's field."""
    if name == "span":
        return _span(row)
    value: Any = row[name]
    if name == "name_span":
        return _span(value)
    if value is None:
        return None
    if name in ("earliest", "latest"):
        return date.fromisoformat(value)
    if name in ("amount", "amount_max"):
        return Decimal(value)
    return (*value,) if isinstance(value, list) else value  # pyright: ignore[reportUnknownVariableType]
