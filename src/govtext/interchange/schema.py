"""The JSON Schema of what `Findings.to_dict()` gives, made from the types, so that the two cannot part."""

from __future__ import annotations

from typing import Any, get_args

from ..document import Role
from ..findings import PersonRole
from ..mentions import Comparator, DateKind, PartOfDay, SloganKind, Status, TargetKind
from .dicts import VERSION

__all__ = ["json_schema"]

ADDRESS = "https://json-schema.org/draft/2020-12/schema"


def json_schema() -> dict[str, Any]:
    """The schema, in draft 2020-12.

    More fields may come with a later version of govtext, so the schema allows fields that it does not name.

    >>> json_schema()["properties"]["version"]
    {'const': 1}
    """
    return {
        "$schema": ADDRESS,
        "title": "govtext findings",
        "description": "What govtext found in one page: Findings.to_dict(). Offsets count code points.",
        **_object(
            version={"const": VERSION},
            document={"$ref": "#/$defs/document"},
            dates=_list("date"),
            officials=_list("official"),
            targets=_list("target"),
            slogans=_list("slogan"),
            people=_list("person"),
            statements=_list("statement"),
        ),
        "$defs": _definitions(),
    }


def _definitions() -> dict[str, Any]:
    return {
        "place": PLACE,
        "document": _object(
            id=_or_null(TEXT),
            raw=TEXT,
            text=TEXT,
            published=_or_null(DAY),
            segments=_array(_placed(role=_one_of(Role))),
            edits=_array(_object(step=TEXT, raw_start=OFFSET, raw_end=OFFSET, before=TEXT, after=TEXT)),
            unrepaired=_array(
                _object(
                    kind=TEXT,
                    raw_start=OFFSET,
                    raw_end=OFFSET,
                    printed=TEXT,
                    candidates=_array(_object(text=TEXT, score={"type": "number"})),
                )
            ),
            redactions=_array(_placed(kind={"enum": ["number", "date", "name", "word", "unknown"]})),
            blocks=_array({"type": "array", "items": OFFSET, "minItems": 4, "maxItems": 4}),
        ),
        "date": _mention(
            kind=_one_of(DateKind),
            edtf=_or_null(TEXT),
            resolved=_or_null(TEXT),
            earliest=_or_null(DAY),
            latest=_or_null(DAY),
            part_of_day={"enum": [*get_args(PartOfDay), None]},
            notes=_array(TEXT),
        ),
        "official": _mention(
            name=TEXT,
            name_span={"$ref": "#/$defs/place"},
            titles=_array(TEXT),
            organisation=_or_null(TEXT),
            collective=_or_null(TEXT),
            redacted=BOOLEAN,
        ),
        "target": _mention(
            kind=_one_of(TargetKind),
            amount=_or_null(NUMBER),
            amount_max=_or_null(NUMBER),
            unit=_or_null(TEXT),
            comparator=_one_of(Comparator),
            object=_or_null(TEXT),
            status=_one_of(Status),
            deadline=_or_null(TEXT),
            redacted=BOOLEAN,
            responsible=_or_null(TEXT),
            notes=_array(TEXT),
        ),
        "slogan": _mention(
            kind=_one_of(SloganKind),
            head=_or_null(TEXT),
            expansion=_array(TEXT),
            expansion_source={"enum": ["text", "glossary", None]},
            speaker=_or_null(TEXT),
            quoted=BOOLEAN,
        ),
        "person": _object(
            name=TEXT,
            titles=_array(TEXT),
            organisation=_or_null(TEXT),
            roles=_array(_one_of(PersonRole)),
            mentions=_array({**OFFSET, "description": "index into officials"}),
        ),
        "statement": _placed(
            speaker=TEXT,
            person=_or_null({**OFFSET, "description": "index into people; null where a body speaks"}),
            verb=TEXT,
            text=TEXT,
        ),
    }


TEXT: dict[str, Any] = {"type": "string"}
BOOLEAN: dict[str, Any] = {"type": "boolean"}
OFFSET: dict[str, Any] = {"type": "integer", "minimum": 0}
DAY: dict[str, Any] = {"type": "string", "pattern": r"^\d{4}-\d{2}-\d{2}$"}
NUMBER: dict[str, Any] = {"type": "string", "pattern": r"^-?\d+(\.\d+)?$"}


def _object(**properties: Any) -> dict[str, Any]:
    """An object that has all of the properties."""
    return {"type": "object", "properties": properties, "required": list(properties)}


def _placed(**properties: Any) -> dict[str, Any]:
    return _object(start=OFFSET, end=OFFSET, raw_start=OFFSET, raw_end=OFFSET, **properties)


def _mention(**properties: Any) -> dict[str, Any]:
    return _placed(text=TEXT, raw_text=TEXT, rule=TEXT, **properties)


def _array(items: dict[str, Any]) -> dict[str, Any]:
    return {"type": "array", "items": items}


def _list(definition: str) -> dict[str, Any]:
    return _array({"$ref": f"#/$defs/{definition}"})


def _one_of(literal: Any) -> dict[str, Any]:
    return {"enum": list(get_args(literal))}


def _or_null(schema: dict[str, Any]) -> dict[str, Any]:
    return {**schema, "type": [schema["type"], "null"]}


PLACE = _placed()
