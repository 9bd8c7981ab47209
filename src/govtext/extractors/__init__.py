"""Independent extractors: none sees another's results, so their order cannot matter."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING

from .dates import Dates
from .officials import Officials
from .rules import Extractor, Rule, run
from .slogans import Slogans
from .targets import Targets

if TYPE_CHECKING:
    from collections.abc import Iterable

    from ..document import Document
    from ..mentions import Mention

__all__ = ["Dates", "Extractor", "Officials", "Rule", "Slogans", "Targets", "extract"]


@cache
def _default() -> tuple[Extractor, ...]:
    """One extractor of each kind, with the words that come with the library."""
    return Dates(), Officials(), Targets(), Slogans()


def extract(document: Document, using: Iterable[Extractor] | None = None) -> tuple[Mention, ...]:
    """The mentions that the extractors find, in the order of the text; by default those of all four kinds.

    Args:
        document: what `govtext.read` returns.
        using: extractors, each a callable from a document to mentions.

    Raises:
        InputTypeError: `document` is not a `Document`.

    >>> import govtext
    >>> document = govtext.read("9月底前完成投资12亿元。")
    >>> [mention.text for mention in govtext.extract(document, using=[Dates()])]
    ['9月底前']
    """
    return run(document, _default() if using is None else using)
