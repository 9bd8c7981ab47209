"""Findings as data frames: one row per finding, in pandas or in Polars, both through the Arrow schema."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Literal

from ..findings import Findings
from .optional import load

if TYPE_CHECKING:
    from collections.abc import Iterable

__all__ = ["to_frame"]

BACKENDS = ("pandas", "polars")


def to_frame(
    findings: Findings | Iterable[Findings],
    kind: str = "targets",
    *,
    backend: Literal["pandas", "polars"] = "pandas",
) -> Any:
    """One row per finding of a kind, for one or many documents.

    The columns are those of `arrow.explode`: `document` (the document's id, or its number where it has none),
    `published`, and the finding's own. Days are timestamps in pandas and dates in Polars.

    Args:
        findings: of one document, or of as many as you like.
        kind: dates, officials, targets, slogans, people or statements.
        backend: which data frame.

    Raises:
        MissingExtraError: pyarrow or the backend is not installed.
        ValueError: there is no such kind or backend.
    """
    if backend not in BACKENDS:
        raise ValueError(f"expected a backend out of {', '.join(BACKENDS)}, got {backend!r}")
    frames = load(backend, backend)
    load("pyarrow", backend)
    from . import arrow  # noqa: PLC0415  # it imports pyarrow, which must not be imported before it is asked for

    rows = [arrow.row(one) for one in ([findings] if isinstance(findings, Findings) else findings)]
    for number, row in enumerate(rows):
        row["id"] = str(number) if row["id"] is None else row["id"]
    found = arrow.explode(arrow.pa.Table.from_pylist(rows, schema=arrow.SCHEMA), kind)
    return frames.from_arrow(found) if backend == "polars" else found.to_pandas(date_as_object=False)
