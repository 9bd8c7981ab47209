"""Spans and the one overlap rule."""

from itertools import pairwise

from attrs import frozen
from hypothesis import given
from hypothesis import strategies as st

from govtext import Span
from govtext.spans import without_overlaps


@frozen
class At:
    span: Span


def at(start: int, end: int) -> At:
    return At(Span(start, end, start, end))


@given(st.lists(st.tuples(st.integers(0, 60), st.integers(1, 8)), max_size=25))
def test_what_is_left_is_in_order_and_apart(places):
    kept = without_overlaps(at(start, start + size) for start, size in places)
    for a, b in pairwise(kept):
        assert a.span.end <= b.span.start
    if places:
        assert max(size for _, size in places) in {len(k.span) for k in kept}
    for start, size in places:
        item = at(start, start + size)
        assert any(k.span.overlaps(item.span) and len(k.span) >= size for k in kept)


def test_the_longer_wins_then_the_earlier_then_the_first_given():
    assert [k.span.start for k in without_overlaps([at(0, 3), at(2, 6)])] == [2]
    assert [k.span.start for k in without_overlaps([at(2, 4), at(1, 3)])] == [1]
    first, second = at(1, 3), at(1, 3)
    assert without_overlaps([first, second])[0] is first


def test_covers_and_overlaps():
    outer, inner = Span(0, 5, 0, 5), Span(1, 3, 1, 3)
    assert outer.covers(inner)
    assert not inner.covers(outer)
    assert not outer.covers(Span(3, 6, 3, 6))
    assert not inner.covers(Span(0, 2, 0, 2))
    assert outer.covers(outer)
    assert not Span(0, 1, 0, 1).overlaps(inner)
    assert len(outer) == 5
