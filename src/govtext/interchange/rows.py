"""Findings as flat rows of one kind: what a table in a file has."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from .dicts import to_dict

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from ..findings import Findings

__all__ = ["KINDS", "flat_rows"]

KINDS = ("dates", "officials", "targets", "slogans", "people", "statements")
"""The kinds of findings that make a table."""


def flat_rows(findings: Findings, kind: str) -> Iterator[dict[str, Any]]:
    """One flat row for each finding of a kind, with its document's name and day.

    Lists are joined by `、`, and a place within a place gets names such as `name_start`.

    Raises:
        ValueError: there is no such kind.

    >>> import govtext
    >>> found = govtext.DateMention(span=govtext.Span(0, 4, 0, 4), text="9月底前", rule="r")
    >>> rows = flat_rows(govtext.Findings(govtext.read("9月底前完成", id="p"), dates=(found,)), "dates")
    >>> [(row["document"], row["text"]) for row in rows]
    [('p', '9月底前')]
    """
    if kind not in KINDS:
        raise ValueError(f"expected a kind out of {', '.join(KINDS)}, got {kind!r}")
    data = to_dict(findings)
    document = data["document"]
    for record in data[kind]:
        yield {"document": document["id"], "published": document["published"], **dict(_flat(record))}


def _flat(record: Mapping[str, Any]) -> Iterator[tuple[str, Any]]:
    """The cells of a record: places within it taken apart, lists joined."""
    value: Any
    for name, value in record.items():
        if name.endswith("_span"):
            yield from ((f"{name.removesuffix('_span')}_{part}", place) for part, place in value.items())
        elif isinstance(value, list):  # titles, roles, the phrases of an expansion
            yield name, "、".join(map(str, value))  # pyright: ignore[reportUnknownArgumentType]
        else:
            yield name, value
