"""What an extractor is: a frozen set of rules and lexicons; any callable from document to mentions serves as one."""

from __future__ import annotations

from decimal import Context, localcontext
from typing import TYPE_CHECKING, Any, Generic, Protocol, TypeVar

from attrs import frozen

from ..document import Document
from ..errors import InputTypeError

if TYPE_CHECKING:
    import re
    from collections.abc import Callable, Iterable, Iterator

    import regex

    from ..mentions import Mention

__all__ = ["Extractor", "Rule", "apply", "run"]

M_co = TypeVar("M_co", covariant=True)


EXACT = Context(prec=100)
"""Decimal arithmetic of extractors: more places than any numeral has, and none of the caller's traps."""


class Extractor(Protocol):
    """Anything that finds mentions in a document, without changing it."""

    def __call__(self, document: Document) -> Iterable[Mention]:
        """The mentions, in any order."""
        ...


@frozen(slots=True)
class Rule(Generic[M_co]):
    """One rule: a sentence-like name, what to see, and how to build the value.

    Attributes:
        name: goes into `mention.rule`.
        pattern: a compiled `re` or `regex` pattern.
        build: makes the mention from a match, or None where the match means nothing.
    """

    name: str
    pattern: re.Pattern[str] | regex.Pattern[str]
    build: Callable[[Any, Document], M_co | None]

    def __call__(self, document: Document) -> Iterator[M_co]:
        """What the rule finds in the segments that extractors read."""
        for start, end, _ in document.readable():
            for match in self.pattern.finditer(document.text, start, end):
                mention = self.build(match, document)
                if mention is not None:
                    yield mention


def apply(rules: Iterable[Rule[M_co]], document: Document) -> Iterator[M_co]:
    """What all of the rules find."""
    for rule in rules:
        yield from rule(document)


def run(document: Document, using: Iterable[Extractor]) -> tuple[Mention, ...]:
    """The mentions of all the extractors, in the order of the text.

    Raises:
        InputTypeError: `document` is not a `Document`.
    """
    if not isinstance(document, Document):
        raise InputTypeError(
            f"expected a Document, got {type(document).__name__}; make one with govtext.read(raw), "
            "or call govtext.parse(raw) for all three steps"
        )
    with localcontext(EXACT):  # whatever the caller has set, amounts come out the same
        found = [mention for extractor in using for mention in extractor(document)]
    return tuple(sorted(found, key=lambda m: (m.span.start, -m.span.end)))
