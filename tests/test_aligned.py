"""AlignedText: in order, in bounds, atomic, composable."""

import pickle
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from govtext import AlignedText, Damage
from govtext.errors import EditError, InputTypeError


@st.composite
def replacements(draw: st.DrawFn, length: int) -> list[tuple[int, int, str]]:
    """Ordered, non-overlapping, non-empty stretches of a text, each with what replaces it."""
    cuts = sorted(draw(st.sets(st.integers(0, length), max_size=8)))
    pairs = [(a, b) for a, b in pairwise(cuts) if draw(st.booleans())]
    return [(a, b, draw(st.text("甲乙丙丁", max_size=3))) for a, b in pairs]


@st.composite
def chains(draw: st.DrawFn) -> list[AlignedText]:
    """A page and what it becomes, step by step."""
    page = AlignedText.of(draw(st.text("abcdefgh", max_size=30)))
    steps = [page]
    for number in range(draw(st.integers(0, 4))):
        page = page.replace(f"step {number}", draw(replacements(len(page.text))))
        if draw(st.booleans()):
            page = page.substitute(page.text.swapcase())
        steps.append(page)
    return steps


@given(chains())
def test_raw_ranges_are_in_order_and_in_bounds(chain):
    page = chain[-1]
    spans = [page.span(i, i + 1) for i in range(len(page.text))]
    for span in spans:
        assert 0 <= span.raw_start <= span.raw_end <= len(page.raw)
        assert (span.end - span.start) == 1
    for before, after in pairwise(spans):
        assert before.raw_start <= after.raw_start
        assert before.raw_end <= after.raw_end


@given(chains())
def test_what_no_step_touched_maps_to_itself(chain):
    page = chain[-1]
    touched = [(edit.raw_start, edit.raw_end) for edit in page.edits]
    for i, char in enumerate(page.text):
        span = page.span(i, i + 1)
        if span.raw_end - span.raw_start == 1 and not any(a <= span.raw_start < b for a, b in touched):
            assert page.raw[span.raw_start].lower() == char.lower()


@given(chains(), st.data())
def test_a_replacement_is_atomic(chain, data):
    page = chain[-1]
    if not page.text:
        return
    start = data.draw(st.integers(0, len(page.text) - 1))
    end = data.draw(st.integers(start + 1, len(page.text)))
    source = page.span(start, end)
    changed = page.replace("last", [(start, end, "甲乙丙")])
    for i in range(start, start + 3):
        assert (changed.span(i, i + 1).raw_start, changed.span(i, i + 1).raw_end) == (
            source.raw_start,
            source.raw_end,
        )
    assert changed.text == page.text[:start] + "甲乙丙" + page.text[end:]
    assert changed.edits[-1].before == page.text[start:end]


@given(chains())
def test_a_prefix_shifts_every_span_by_its_length(chain):
    page = chain[-1]
    longer = AlignedText.of("__" + page.raw)
    shifted = [
        (start + 2, end + 2, "甲")
        for start, end in ((e.raw_start, e.raw_end) for e in page.edits[:1])
        if start < end
    ]
    plain = AlignedText.of(page.raw).replace("s", [(a - 2, b - 2, c) for a, b, c in shifted])
    moved = longer.replace("s", shifted)
    for i in range(len(plain.text)):
        a, b = plain.span(i, i + 1), moved.span(i + 2, i + 3)
        assert (a.raw_start + 2, a.raw_end + 2) == (b.raw_start, b.raw_end)


@given(chains())
def test_it_can_be_put_together_from_its_parts_and_pickled(chain):
    page = chain[-1]
    again = AlignedText.restore(page.raw, page.text, page.blocks, page.edits, page.damage)
    assert again == page
    assert again.blocks == page.blocks
    assert pickle.loads(pickle.dumps(page)) == page


@given(chains())
def test_edits_replayed_give_the_text(chain):
    for before, after in pairwise(chain):
        new = after.edits[len(before.edits) :]
        text, at = before.text.lower(), 0
        for edit in new:
            at = text.index(edit.before.lower(), at) if edit.before else at
            text = text[:at] + edit.after + text[at + len(edit.before) :]
            at += len(edit.after)
        # a stretch that occurs earlier too may be replayed there; the lengths agree in any case
        assert len(text) == len(after.text)


@given(st.text("abcdefgh", max_size=24), st.data())
def test_it_agrees_with_a_map_kept_character_by_character(raw, data):
    """The slow way: each character holds its own raw range; what a step writes holds that of all it replaced."""
    page = AlignedText.of(raw)
    slow = [(at, at + 1) for at in range(len(raw))]
    edits = []
    for number in range(data.draw(st.integers(1, 4))):
        changes = data.draw(replacements(len(page.text)))
        moved, done = [], 0
        for start, end, new in changes:
            source = (slow[start][0], slow[end - 1][1])
            moved += slow[done:start] + [source] * len(new)
            edits.append((f"step {number}", *source, page.text[start:end], new))
            done = end
        slow = moved + slow[done:]
        page = page.replace(f"step {number}", changes)
        for start in range(len(slow)):
            for end in range(start + 1, len(slow) + 1):
                span = page.span(start, end)
                assert (span.raw_start, span.raw_end) == (slow[start][0], slow[end - 1][1])
        assert len(page.text) == len(slow)
        assert [(e.step, e.raw_start, e.raw_end, e.before, e.after) for e in page.edits] == edits


@given(chains(), st.data())
def test_an_empty_span_stands_where_the_next_character_begins(chain, data):
    page = chain[-1]
    at = data.draw(st.integers(0, len(page.text)))
    gap = page.span(at, at)
    assert (gap.start, gap.end) == (at, at)
    assert gap.raw_start == gap.raw_end
    if at < len(page.text):
        assert gap.raw_start == page.span(at, at + 1).raw_start
    assert page.span(at, at - 1) == gap


@given(chains())
def test_no_block_is_kept_for_what_is_gone(chain):
    page = chain[-1]
    for start, end, raw_start, raw_end in page.blocks:
        assert 0 <= start <= end <= len(page.text)
        assert 0 <= raw_start <= raw_end <= len(page.raw)
    for before, after in pairwise(page.blocks):
        assert before[1] <= after[0]
        assert before[2] <= after[2]


def test_no_replacements_give_the_same_value():
    page = AlignedText.of("abc")
    assert page.replace("none", []) is page
    assert page.substitute("abc") is page
    assert page.report([]) is page


def test_a_later_step_takes_in_what_an_earlier_one_wrote():
    page = AlignedText.of("區(qū)長(zhǎng)").replace("pinyin", [(0, 5, "區"), (5, 13, "長")])
    merged = page.replace("merge", [(0, 2, "首长")])
    assert merged.span(0, 1) == merged.span(0, 1)
    assert (merged.span(0, 2).raw_start, merged.span(0, 2).raw_end) == (0, 13)
    assert [edit.step for edit in merged.edits] == ["pinyin", "pinyin", "merge"]


def test_part_of_a_replacement_keeps_the_whole_source():
    page = AlignedText.of("abc").replace("one", [(0, 3, "xyz")]).replace("two", [(1, 2, "q")])
    assert page.text == "xqz"
    assert [(page.span(i, i + 1).raw_start, page.span(i, i + 1).raw_end) for i in range(3)] == [(0, 3)] * 3


def test_a_deletion_leaves_a_gap():
    page = AlignedText.of("ab\ncd").replace("breaks", [(2, 3, "")])
    assert page.text == "abcd"
    assert page.span(0, 2).raw_end == 2
    assert page.span(2, 4).raw_start == 3
    assert page.span(1, 3).raw_start == 1
    assert page.span(1, 3).raw_end == 4
    assert page.span(2, 2).raw_start == page.span(2, 2).raw_end == 3


@pytest.mark.parametrize(
    "wrong, said",
    [
        ([(2, 3, ""), (0, 1, "")], "in order"),
        ([(0, 2, ""), (1, 3, "")], "in order"),
        ([(1, 1, "x")], "at least one character"),
        ([(0, 9, "x")], "within the text of 3 characters"),
        ([(-1, 2, "x")], "within the text of 3 characters"),
    ],
)
def test_wrong_replacements_teach(wrong, said):
    with pytest.raises(EditError, match=said):
        AlignedText.of("abc").replace("wrong", wrong)


def test_a_substitution_keeps_the_length():
    with pytest.raises(EditError, match="expected a text of 3 characters"):
        AlignedText.of("abc").substitute("abcd")


@pytest.mark.parametrize(
    "value, advice", [(b"abc", "decode"), (None, "skip"), (["a"], "one page at a time"), (7, "text")]
)
def test_only_text_is_text(value, advice):
    with pytest.raises(InputTypeError, match=advice):
        AlignedText.of(value)


def test_damage_is_kept_in_the_order_of_the_page():
    page = AlignedText.of("a??b??").report([Damage("gbk", 4, 6, "??")]).report([Damage("gbk", 1, 3, "??")])
    assert [d.raw_start for d in page.damage] == [1, 4]
    assert page.replace("x", [(0, 1, "z")]).damage == page.damage


def test_growth_is_linear():
    def blocks(n: int) -> int:
        page = AlignedText.of("區(qū)" * n).replace("pinyin", [(i * 5, i * 5 + 5, "區") for i in range(n)])
        return len(page.replace("again", [(i, i + 1, "区") for i in range(0, n, 2)]).blocks)

    assert blocks(2000) == 2 * blocks(1000)
