"""The three verbs at once: one page, or many."""

from __future__ import annotations

from typing import TYPE_CHECKING

from .extractors import extract
from .linking import link
from .reading import read

if TYPE_CHECKING:
    import datetime
    from collections.abc import Iterable, Iterator

    from .extractors import Extractor
    from .findings import Findings

__all__ = ["parse", "parse_many"]


def parse(
    raw: str,
    published: datetime.date | None = None,
    *,
    id: str | None = None,  # noqa: A002
    using: Iterable[Extractor] | None = None,
) -> Findings:
    """A raw page in, linked findings out: `read`, `extract` and `link`."""
    document = read(raw, published, id=id)
    return link(document, extract(document, using))


def parse_many(items: Iterable[object], workers: int | None = None) -> Iterator[Findings]:
    """Findings of many pages, in order."""
    raise NotImplementedError
