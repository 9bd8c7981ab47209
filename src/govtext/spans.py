"""Where something stands: in the cleaned text and in the page as printed."""

from __future__ import annotations

from typing import TYPE_CHECKING, Protocol, TypeVar

from attrs import frozen

if TYPE_CHECKING:
    from collections.abc import Iterable

__all__ = ["Located", "Span", "without_overlaps"]


@frozen(slots=True, order=True)
class Span:
    """A half-open stretch of a document, counted in code points.

    Attributes:
        start: first character in `document.text`.
        end: one past the last character in `document.text`.
        raw_start: first character in `document.raw`.
        raw_end: one past the last in `document.raw`; it takes in the reading printed behind the last
            character, as in `區(qū)`.

    >>> Span(0, 2, 0, 6).overlaps(Span(1, 3, 5, 7))
    True
    """

    start: int
    end: int
    raw_start: int
    raw_end: int

    def overlaps(self, other: Span) -> bool:
        """Whether the two share a character of the cleaned text."""
        return self.start < other.end and other.start < self.end

    def covers(self, other: Span) -> bool:
        """Whether `other` lies within this span of the cleaned text."""
        return self.start <= other.start and other.end <= self.end

    def __len__(self) -> int:
        return self.end - self.start


class Located(Protocol):
    """Anything with a span."""

    @property
    def span(self) -> Span:
        """Where it stands."""
        ...


T = TypeVar("T", bound=Located)


def without_overlaps(found: Iterable[T]) -> list[T]:
    """The one overlap rule: the longer wins; of two as long, the earlier; of two in one place, the first given.

    Returns what is left in the order of the text.

    >>> from attrs import make_class
    >>> At = make_class("At", ["span"])
    >>> [x.span.start for x in without_overlaps([At(Span(0, 2, 0, 2)), At(Span(1, 4, 1, 4)), At(Span(5, 6, 5, 6))])]
    [1, 5]
    """
    in_order = sorted(found, key=lambda item: (item.span.start, -item.span.end))
    kept: list[T] = []
    cluster: list[T] = []
    reach = -1
    for item in in_order:
        if cluster and item.span.start >= reach:
            kept += _longest_first(cluster)
            cluster = []
        cluster.append(item)
        reach = max(reach, item.span.end)
    kept += _longest_first(cluster)
    return kept


def _longest_first(cluster: list[T]) -> list[T]:
    """The kept ones of a run of items that overlap in a chain."""
    if len(cluster) == 1:
        return cluster
    taken: dict[int, T] = {}
    occupied: set[int] = set()
    for item in sorted(cluster, key=lambda item: (item.span.start - item.span.end, item.span.start)):
        places = range(item.span.start, item.span.end)
        if occupied.isdisjoint(places):
            occupied.update(places)
            taken[item.span.start] = item
    return [taken[start] for start in sorted(taken)]
