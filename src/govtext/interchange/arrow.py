"""Findings as Arrow data: one schema, one row per document, a list of structs for each kind of finding.

Importing this module imports pyarrow. All engines and both kinds of data frame go through `SCHEMA`.

Two things differ from `Findings.to_dict()`: days are Arrow dates, and the amount of a target stands twice, as
`amount`, a float to reckon with, and as `amount_exact`, the decimal number in print. A lone surrogate, which Arrow's
UTF-8 cannot hold, becomes U+FFFD; offsets stay as they are.
"""

from __future__ import annotations

import json
import re
from hashlib import sha256
from typing import TYPE_CHECKING, Any

from .dicts import by_kind, redactions, segments, unrepaired
from .optional import load

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from ..findings import Findings

__all__ = ["KINDS", "SCHEMA", "ddl", "digest", "explode", "failed_row", "row", "table"]

pa: Any = load("pyarrow", "arrow")

KINDS = ("dates", "officials", "targets", "slogans", "people", "statements")
"""The columns that hold findings."""

SURROGATE = re.compile("[\ud800-\udfff]")

_TEXTS = pa.list_(pa.string())
_PLACE = [(name, pa.int32()) for name in ("start", "end", "raw_start", "raw_end")]
_MENTION = [*_PLACE, ("text", pa.string()), ("raw_text", pa.string()), ("rule", pa.string())]


def _records(*fields: tuple[str, Any]) -> Any:
    return pa.list_(pa.struct(list(fields)))


SCHEMA: Any = pa.schema(
    [
        ("id", pa.string()),
        ("published", pa.date32()),
        ("text", pa.string()),
        ("error", pa.string()),
        ("segments", _records(("role", pa.string()), *_PLACE)),
        ("redactions", _records(("kind", pa.string()), *_PLACE)),
        (
            "unrepaired",
            _records(
                ("kind", pa.string()),
                ("raw_start", pa.int32()),
                ("raw_end", pa.int32()),
                ("printed", pa.string()),
                ("candidates", _records(("text", pa.string()), ("score", pa.float64()))),
            ),
        ),
        (
            "dates",
            _records(
                *_MENTION,
                ("edtf", pa.string()),
                ("resolved", pa.string()),
                ("earliest", pa.date32()),
                ("latest", pa.date32()),
                ("kind", pa.string()),
                ("part_of_day", pa.string()),
                ("notes", _TEXTS),
            ),
        ),
        (
            "officials",
            _records(
                *_MENTION,
                ("name", pa.string()),
                ("name_span", pa.struct(_PLACE)),
                ("titles", _TEXTS),
                ("organisation", pa.string()),
                ("collective", pa.string()),
                ("redacted", pa.bool_()),
            ),
        ),
        (
            "targets",
            _records(
                *_MENTION,
                ("kind", pa.string()),
                ("amount", pa.float64()),
                ("amount_max", pa.float64()),
                ("amount_exact", pa.string()),
                ("amount_max_exact", pa.string()),
                ("unit", pa.string()),
                ("comparator", pa.string()),
                ("object", pa.string()),
                ("status", pa.string()),
                ("deadline", pa.string()),
                ("redacted", pa.bool_()),
                ("responsible", pa.string()),
                ("notes", _TEXTS),
            ),
        ),
        (
            "slogans",
            _records(
                *_MENTION,
                ("kind", pa.string()),
                ("head", pa.string()),
                ("expansion", _TEXTS),
                ("expansion_source", pa.string()),
                ("speaker", pa.string()),
                ("quoted", pa.bool_()),
            ),
        ),
        (
            "people",
            _records(
                ("name", pa.string()),
                ("titles", _TEXTS),
                ("organisation", pa.string()),
                ("roles", _TEXTS),
                ("mentions", pa.list_(pa.int32())),
            ),
        ),
        (
            "statements",
            _records(
                ("speaker", pa.string()),
                ("person", pa.int32()),
                ("verb", pa.string()),
                ("text", pa.string()),
                *_PLACE,
            ),
        ),
    ]
)
"""One row per document; `error` says why there is nothing else, and is null where all went well."""


def row(findings: Findings) -> dict[str, Any]:
    """A document's row, as Python data that fits `SCHEMA`."""
    document = findings.document
    kinds = by_kind(findings)
    for data, mention in zip(kinds["dates"], findings.dates, strict=True):
        data |= {"earliest": mention.earliest, "latest": mention.latest}
    for data in kinds["targets"]:
        for name in ("amount", "amount_max"):
            exact = data[name]
            data[f"{name}_exact"] = exact
            data[name] = None if exact is None else float(exact)
    made = {
        "id": document.id,
        "published": document.published,
        "text": document.text,
        "error": None,
        "segments": segments(document),
        "redactions": redactions(document),
        "unrepaired": unrepaired(document),
        **kinds,
    }
    return _writable(made) if SURROGATE.search(document.raw + (document.id or "")) else made


def failed_row(name: str | None, error: Exception) -> dict[str, Any]:
    """The row of an item that could not be parsed."""
    empty: dict[str, Any] = {field.name: [] for field in SCHEMA if pa.types.is_list(field.type)}
    told: dict[str, Any] = {
        "id": name,
        "published": None,
        "text": None,
        "error": f"{type(error).__name__}: {error}",
    }
    return _writable(told | empty)


def table(findings: Iterable[Findings]) -> Any:
    """A `pyarrow.Table` with one row per document.

    >>> import govtext
    >>> table([govtext.parse("力争年内建成。", id="page 1")]).column("id").to_pylist()
    ['page 1']
    """
    return pa.Table.from_pylist([row(one) for one in findings], schema=SCHEMA)


def explode(documents: Any, kind: str) -> Any:
    """One row per finding of a kind, out of a table of `SCHEMA`.

    Behind `document` (the document's id) and `published` stand the finding's own values; a place within a finding is
    taken apart into columns such as `name_start`.

    Args:
        documents: a `pyarrow.Table`, also one that comes back from an engine.
        kind: dates, officials, targets, slogans, people or statements.

    Raises:
        ValueError: there is no such kind.
    """
    if kind not in KINDS:
        raise ValueError(f"expected a kind out of {', '.join(KINDS)}, got {kind!r}")
    compute = load("pyarrow.compute", "arrow")
    lists = documents.column(kind).combine_chunks()
    parents = compute.list_parent_indices(lists)
    columns = {
        "document": documents.column("id").take(parents),
        "published": documents.column("published").take(parents),
    }
    _flatten(columns, "", compute.list_flatten(lists))
    return pa.table(columns)


def _flatten(columns: dict[str, Any], prefix: str, structs: Any) -> None:
    """The fields of an array of structs as columns."""
    for index, field in enumerate(structs.type):
        values = structs.field(index)
        if pa.types.is_struct(field.type):
            _flatten(columns, f"{prefix}{field.name.removesuffix('_span')}_", values)
        else:
            columns[prefix + field.name] = values


def digest(documents: Any) -> str:
    """A fingerprint of a table or of record batches of `SCHEMA`, whatever the order of the rows.

    Two engines that give the same digest gave the same findings.

    Args:
        documents: a `pyarrow.Table`, or an iterable of record batches.
    """
    batches: Sequence[Any] = documents.to_batches() if hasattr(documents, "to_batches") else documents
    total = 0
    for batch in batches:
        for record in batch.to_pylist():
            told = json.dumps(record, sort_keys=True, default=str).encode()
            total += int.from_bytes(sha256(told).digest(), "big")
    return f"{total % 2**256:064x}"


def ddl() -> str:
    """`SCHEMA` as Spark writes it, for `DataFrame.mapInArrow(function, schema)`.

    >>> ddl()[:46]
    'id STRING, published DATE, text STRING, error '
    """
    return ", ".join(f"{field.name} {_spark(field.type)}" for field in SCHEMA)


def _spark(kind: Any) -> str:
    """Spark's name of an Arrow type."""
    if pa.types.is_list(kind):
        return f"ARRAY<{_spark(kind.value_type)}>"
    if pa.types.is_struct(kind):
        return f"STRUCT<{', '.join(f'{field.name}: {_spark(field.type)}' for field in kind)}>"
    names = {"string": "STRING", "date32[day]": "DATE", "int32": "INT", "double": "DOUBLE", "bool": "BOOLEAN"}
    return names[str(kind)]


def _writable(record: dict[str, Any]) -> dict[str, Any]:
    """A row without lone surrogates."""
    return {name: _writable_value(value) for name, value in record.items()}


def _writable_value(value: Any) -> Any:
    if isinstance(value, str):
        return SURROGATE.sub("\N{REPLACEMENT CHARACTER}", value)
    if isinstance(value, dict):
        return _writable(value)  # pyright: ignore[reportUnknownArgumentType]
    return list(map(_writable_value, value)) if isinstance(value, list) else value  # pyright: ignore[reportUnknownArgumentType]
