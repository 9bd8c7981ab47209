"""What holds for any text: the simulator's map, and the manners of the repair."""

from itertools import pairwise

from hypothesis import given, settings
from hypothesis import strategies as st

from govtext import AlignedText
from govtext.cleaning import encodings, losses, mojibake, quotation
from govtext.cleaning.redaction import find_redactions
from govtext.damage import Process, simulate

PROSE = "全区上下确保“十四五”开好局。总的来看，保护环境！危机？化解；案件、担当（社区）2024年A"
PRINT = PROSE + "?!;()笆奈濉遍_半p獍讣偟膩碚f(qū)liáná*.%_ \n"

processes = st.builds(
    Process,
    annotated=st.sampled_from([{}, {"開": "kāi"}, {"聯": "lián", "當": "dāng", "區": "qū"}]),
    lone=st.sampled_from(["", "?"]),
    swallows=st.booleans(),
    borders=st.sampled_from(["", "，。"]),
    traditional=st.booleans(),
    half_width=st.booleans(),
)


@given(st.text(PROSE, max_size=40), processes)
def test_the_map_is_in_order_and_in_bounds(text, process):
    printed = simulate(text, process)
    assert len(printed.places) == len(printed.damaged) == len(text)
    last = 0
    for start, end in printed.places:
        assert 0 <= start <= end <= len(printed.text)
        assert start >= last or start == end or printed.text
        last = start


@given(st.text(PROSE, max_size=40), processes)
def test_whole_characters_are_printed_whole(text, process):
    printed = simulate(text, process)
    for (start, end), torn in zip(printed.places, printed.damaged, strict=True):
        if not torn:
            assert end > start


@given(st.text(PROSE, max_size=40))
def test_without_cuts_and_readings_nothing_is_torn(text):
    assert simulate(text, Process(cut="")).stretches() == []


@settings(max_examples=40)
@given(st.text(PRINT, max_size=60))
def test_edits_and_reports_have_their_places(text):
    for step in (mojibake, quotation, losses, encodings):
        page = step(AlignedText.of(text))
        assert page.raw == text
        for edit in page.edits:
            assert text[edit.raw_start : edit.raw_end] == edit.before
        for damage in page.damage:
            assert text[damage.raw_start : damage.raw_end] == damage.printed


@settings(max_examples=30)
@given(st.text(PROSE, min_size=1, max_size=30), processes)
def test_the_repair_prints_as_the_page(text, process):
    page = mojibake(AlignedText.of(simulate(text, process).text))
    for edit in page.edits:
        assert edit.after != edit.before


@given(st.text(PRINT, max_size=60))
def test_redactions_are_in_order(text):
    spans = [each.span for each in find_redactions(AlignedText.of(text))]
    assert spans == sorted(spans)
    assert all(a.end <= b.start for a, b in pairwise(spans))
