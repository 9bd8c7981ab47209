"""From a raw page to a document: clean, align, segment."""

from __future__ import annotations

import datetime
from typing import TYPE_CHECKING

from .aligned import AlignedText
from .cleaning import STEPS
from .cleaning.redaction import find_redactions
from .document import Document
from .errors import InputTypeError
from .segmentation import publication_day, segment

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

__all__ = ["read"]


def read(
    raw: str,
    published: datetime.date | None = None,
    *,
    id: str | None = None,  # noqa: A002
    steps: Iterable[Callable[[AlignedText], AlignedText]] = STEPS,
) -> Document:
    """A page, cleaned, aligned with its print and cut into segments.

    Args:
        raw: the page's text as scraped.
        published: the day of publication; where None, it is looked for in the metadata line.
        id: the caller's name for the page.
        steps: the cleaning steps, in order.

    Raises:
        InputTypeError: `raw` or `id` is not a `str`, or `published` not a date.
    """
    if published is not None and not isinstance(published, datetime.date):
        raise InputTypeError(
            f"expected published as datetime.date or None, got {type(published).__name__}; "
            "make one with datetime.date.fromisoformat('2024-05-06')"
        )
    if id is not None and not isinstance(id, str):
        raise InputTypeError(f"expected id as str or None, got {type(id).__name__}; pass id=str(...)")
    page = AlignedText.of(raw)
    for step in steps:
        page = step(page)
    segments = segment(page)
    day = published.date() if isinstance(published, datetime.datetime) else published
    return Document(
        aligned=page,
        published=day or publication_day(page, segments),
        segments=segments,
        redactions=find_redactions(page),
        id=id,
    )
