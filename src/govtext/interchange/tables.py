"""The economist's table: one row per numeric target, ready for a spreadsheet or a regression."""

from __future__ import annotations

import csv
import io
import json
from typing import TYPE_CHECKING, Any

from ..findings import Findings
from ..places import Places

if TYPE_CHECKING:
    from collections.abc import Iterable

__all__ = ["COLUMNS", "csv_lines", "json_lines", "target_rows"]

COLUMNS: tuple[str, ...] = (
    "document", "date", "jurisdiction", "object", "amount", "amount_max", "unit", "kind", "comparator", "status",
    "deadline", "responsible", "redacted", "text", "sentence",
)  # fmt: skip
"""The columns, in order. `amount` is a string, so that no digit is lost; `date` and `deadline` are ISO 8601 and EDTF."""


def target_rows(findings: Findings | Iterable[Findings]) -> list[dict[str, Any]]:
    """One row per target of one page or of many, with the sentence that it stands in.

    `jurisdiction` is the place that the document speaks for, or None where it names none.

    >>> import govtext, datetime
    >>> page = govtext.parse("2024年，全县完成固定资产投资52亿元。", datetime.date(2025, 1, 6), id="page-1")
    >>> row = target_rows(page)[0]
    >>> row["document"], row["date"], row["object"], row["amount"], row["unit"], row["deadline"]
    ('page-1', '2025-01-06', '固定资产投资', '5200000000', '元', '2024')
    """
    pages = [findings] if isinstance(findings, Findings) else findings
    return [row for page in pages for row in _rows(page)]


def _rows(page: Findings) -> list[dict[str, Any]]:
    document = page.document
    day = document.published.isoformat() if document.published else None
    place = _jurisdiction(page) if page.targets else None
    rows: list[dict[str, Any]] = []
    for target in page.targets:
        start, end = document.sentence(target.start)
        rows.append(
            {
                "document": document.id,
                "date": day,
                "jurisdiction": place,
                "object": target.object,
                "amount": None if target.amount is None else f"{target.amount:f}",
                "amount_max": None if target.amount_max is None else f"{target.amount_max:f}",
                "unit": target.unit,
                "kind": target.kind,
                "comparator": target.comparator,
                "status": target.status,
                "deadline": target.deadline,
                "responsible": target.responsible,
                "redacted": target.redacted,
                "text": target.text,
                "sentence": document.text[start:end].strip(),
            }
        )
    return rows


LEVELS = ("区", "县", "旗", "市", "州", "盟", "省")
"""The kinds of places that a document may speak for."""


def _jurisdiction(page: Findings) -> str | None:
    """The place that a document speaks for: the one of its title, else the one that it names most, or None."""
    places = Places(page.document)
    title = "".join(page.document.text[start:end] for start, end, _ in page.document.readable("title"))
    named = [name for name in map(places.of, LEVELS) if name]
    return max(named, key=lambda name: (name in title, page.document.text.count(name)), default=None)


def json_lines(rows: Iterable[dict[str, Any]]) -> str:
    r"""The rows as JSON Lines, one object a line.

    >>> json_lines([{"object": "固定资产投资", "amount": "52"}])
    '{"object": "固定资产投资", "amount": "52"}\n'
    """
    return "".join(json.dumps(row, ensure_ascii=False) + "\n" for row in rows)


def csv_lines(rows: Iterable[dict[str, Any]]) -> str:
    """The rows as CSV (RFC 4180) with a header; None is an empty cell.

    >>> csv_lines([]).splitlines()[0].split(",")[:3]
    ['document', 'date', 'jurisdiction']
    """
    out = io.StringIO()
    writer = csv.DictWriter(out, COLUMNS, lineterminator="\r\n")
    writer.writeheader()
    writer.writerows(rows)
    return out.getvalue()
