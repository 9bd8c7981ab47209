"""Findings for annotation tools: brat, Doccano, Label Studio, and spans for spaCy.

Each tool counts text in its own unit, and each function here counts as its tool does:

- brat, in Python, counts code points (https://brat.nlplab.org/standoff.html);
- Doccano's page, in JavaScript, counts UTF-16 units, unless a project counts graphemes (doccano issue 2290);
- Label Studio counts code points in plain text (its tests "NER - Emoji - Text"); versions before 1.5 counted UTF-16
  units (label-studio pull request 1559);
- spaCy's `Doc.char_span` counts code points.

The text is the cleaned one, `document.text`: that is what annotators should read, and what the offsets index.
"""

from __future__ import annotations

from bisect import bisect_left
from typing import TYPE_CHECKING, Any, Literal

from attrs import field, frozen

from ..findings import Person
from ..mentions import DateMention, Mention, OfficialMention, SloganMention, TargetMention

if TYPE_CHECKING:
    from collections.abc import Iterator

    from ..findings import Findings

__all__ = [
    "BRAT_CONFIGURATION",
    "Brat",
    "Units",
    "Utf16",
    "to_brat",
    "to_doccano",
    "to_label_studio",
    "to_spacy",
]

Units = Literal["code points", "utf-16"]

LABELS = {DateMention: "Date", OfficialMention: "Official", TargetMention: "Target", SloganMention: "Slogan"}

BRAT_CONFIGURATION = """\
[entities]
Date
Official
Target
Slogan
Statement

[relations]
Says\tArg1:Official, Arg2:Statement

[events]

[attributes]
DateKind\tArg:Date, Value:date|range|period|deadline|plan|name
Redacted\tArg:<ENTITY>
TargetKind\tArg:Target, Value:money|count|percent|points|rank|area|length|mass|volume|energy|duration|ratio|multiple|other
Status\tArg:Target, Value:target|achieved|stated
SloganKind\tArg:Slogan, Value:abbreviation|plan|campaign|motto|nickname|quote|title
"""
"""What brat wants as `annotation.conf` beside the documents."""


@frozen(slots=True)
class Utf16:
    """Positions of a text in UTF-16 units.

    >>> Utf16.of("a🚀b").position(2)
    3
    """

    _wide: list[int] = field(repr=False)

    @classmethod
    def of(cls, text: str) -> Utf16:
        """The positions of a text."""
        return cls([at for at, char in enumerate(text) if ord(char) > 0xFFFF])

    def position(self, at: int) -> int:
        """Where the character at code point `at` begins, in UTF-16 units."""
        return at + bisect_left(self._wide, at)


@frozen(slots=True)
class Brat:
    """A document in brat's standoff format: the content of its `.txt` and its `.ann` file, to be written as UTF-8."""

    text: str
    annotations: str


def to_brat(findings: Findings) -> Brat:
    r"""A document with its mentions as text-bound annotations, their values as attributes and notes.

    A statement of an official is a relation `Says` from the mention nearest before it.

    >>> import govtext
    >>> found = govtext.DateMention(span=govtext.Span(0, 4, 0, 4), text="9月底前", rule="r", kind="deadline")
    >>> to_brat(govtext.Findings(govtext.read("9月底前完成"), dates=(found,))).annotations.splitlines()
    ['T1\tDate 0 4\t9月底前', 'A1\tDateKind T1 deadline']
    """
    text = findings.document.text
    lines: list[str] = []
    counts = dict.fromkeys("TAR#", 0)

    def add(letter: str, rest: str) -> str:
        counts[letter] += 1
        name = f"{letter}{counts[letter]}"
        lines.append(f"{name}\t{rest}")
        return name

    names: dict[Mention, str] = {}
    for mention in findings.mentions:
        label = _label(mention)
        names[mention] = name = add("T", _bound(text, label, mention.start, mention.end))
        for attribute, value in _attributes(mention):
            add("A", f"{attribute} {name} {value}".rstrip())
        if note := _note(mention):
            add("#", f"AnnotatorNotes {name}\t{_one_line(note)}")
    for statement in findings.statements:
        name = add("T", _bound(text, "Statement", statement.span.start, statement.span.end))
        if isinstance(statement.speaker, Person):
            before = [m for m in statement.speaker.mentions if m in names]
            if before:
                nearest = min(
                    before,
                    key=lambda m: (m.start > statement.span.start, abs(m.start - statement.span.start)),
                )
                add("R", f"Says Arg1:{names[nearest]} Arg2:{name}")
        else:
            add("#", f"AnnotatorNotes {name}\tspeaker={_one_line(statement.speaker)}")
    return Brat(text, "".join(f"{line}\n" for line in lines))


def to_doccano(findings: Findings, *, units: Units = "utf-16") -> dict[str, Any]:
    """A document as one object of Doccano's JSONL for sequence labelling.

    Args:
        findings: of one page.
        units: what offsets count; `code points` for a project that was made through Doccano's programming interface.

    >>> import govtext
    >>> found = govtext.DateMention(span=govtext.Span(1, 5, 1, 5), text="9月底前", rule="r")
    >>> to_doccano(govtext.Findings(govtext.read("🚀9月底前完成"), dates=(found,)))["label"]
    [[2, 6, 'Date']]
    """
    document = findings.document
    position = _counter(document.text, units)
    labels = [[position(m.start), position(m.end), _label(m)] for m in findings.mentions]
    return {"id": document.id, "text": document.text, "label": labels, "published": _iso(findings)}


def to_label_studio(findings: Findings, *, units: Units = "code points") -> dict[str, Any]:
    """A document as one Label Studio task, with its mentions as a prediction for annotators to mend.

    Load a list of these as JSON, into a project with `<Labels name="label" toName="text">` over
    `<Text name="text" value="$text"/>`.

    Args:
        findings: of one page.
        units: what offsets count; `utf-16` for versions before 1.5.
    """
    document = findings.document
    position = _counter(document.text, units)
    result = [
        {
            "id": f"m{number}",
            "from_name": "label",
            "to_name": "text",
            "type": "labels",
            "value": {
                "start": position(mention.start),
                "end": position(mention.end),
                "text": mention.text,
                "labels": [_label(mention)],
            },
            "meta": {"text": [note]} if (note := _note(mention)) else {},
        }
        for number, mention in enumerate(findings.mentions, 1)
    ]
    return {
        "data": {"text": document.text, "id": document.id, "published": _iso(findings)},
        "predictions": [{"model_version": "govtext", "result": result}],
    }


def to_spacy(findings: Findings) -> list[tuple[int, int, str]]:
    """`(start, end, label)` of every mention, as `doc.char_span(start, end, label=label)` takes them.

    Make the `Doc` of `findings.document.text`. Mentions may overlap, so keep the spans in a span group
    (`doc.spans["govtext"]`), not in `doc.ents`; with a tokenizer of words, pass `alignment_mode="expand"`.
    """
    return [(m.start, m.end, _label(m)) for m in findings.mentions]


def _label(mention: Mention) -> str:
    """The label of a mention's kind; the name of its class for one of a user's own."""
    return next((label for of, label in LABELS.items() if isinstance(mention, of)), type(mention).__name__)


def _counter(text: str, units: Units) -> Any:
    """From a code point's position to one in `units`.

    Raises:
        ValueError: there is no such unit.
    """
    if units == "utf-16":
        return Utf16.of(text).position
    if units == "code points":
        return int
    raise ValueError(f"expected units to be 'code points' or 'utf-16', got {units!r}")


def _iso(findings: Findings) -> str | None:
    published = findings.document.published
    return None if published is None else published.isoformat()


def _bound(text: str, label: str, start: int, end: int) -> str:
    """Label, offsets and text of an annotation; a line break splits it, as brat wants."""
    pieces: list[tuple[int, int]] = []
    begin = start
    for line in text[start:end].split("\n"):
        if line:
            pieces.append((begin, begin + len(line)))
        begin += len(line) + 1
    places = ";".join(f"{a} {b}" for a, b in pieces) or f"{start} {end}"
    return f"{label} {places}\t{' '.join(text[a:b] for a, b in pieces)}"


def _attributes(mention: Mention) -> Iterator[tuple[str, str]]:
    """The values that come out of a short list."""
    if isinstance(mention, DateMention):
        yield "DateKind", mention.kind
    elif isinstance(mention, TargetMention):
        yield "TargetKind", mention.kind
        yield "Status", mention.status
    elif isinstance(mention, SloganMention):
        yield "SloganKind", mention.kind
    if isinstance(mention, (OfficialMention, TargetMention)) and mention.redacted:
        yield "Redacted", ""


def _note(mention: Mention) -> str:
    """The other values, in words."""
    if isinstance(mention, DateMention):
        parts = {"edtf": mention.edtf, "resolved": mention.resolved, "part_of_day": mention.part_of_day}
    elif isinstance(mention, OfficialMention):
        titles = "、".join(mention.titles)
        parts = {"name": mention.name, "titles": titles, "organisation": mention.organisation}
    elif isinstance(mention, TargetMention):
        amount = None if mention.amount is None else f"{mention.comparator}{mention.amount:f}"
        parts = {
            "amount": amount,
            "unit": mention.unit,
            "object": mention.object,
            "deadline": mention.deadline,
        }
    elif isinstance(mention, SloganMention):
        parts = {"head": mention.head, "stands_for": "、".join(mention.expansion), "speaker": mention.speaker}
    else:
        parts = {}
    return "; ".join(f"{name}={value}" for name, value in parts.items() if value)


def _one_line(text: str) -> str:
    return " ".join(text.split())
