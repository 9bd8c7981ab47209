"""Cleaning: readings, traditional forms, markup, blanks, hard wraps."""

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

import govtext
from case_files import read_cases
from govtext import AlignedText
from govtext.cleaning import STEPS, breaks, layout, markup, pinyin
from govtext.script import simplify

PIECES = st.sampled_from(
    ["區(qū)", "會(hui)(hui)", "議", "（一期）", "(24日)", "&nbsp;", "&ldquo;", "“", "”", "\n", "\r\n", "\u3000", " ", "１２", "．",
     "％", "，", "。", "<br>", "\u200b", "乾", "隆", "国", "(a)", "、", "一、", "会议要求，各单位要高度重视，", "A", "＋", "?", "!"]
)  # fmt: skip


def clean(text: str) -> str:
    return govtext.read(text).text


@pytest.mark.parametrize("case", read_cases("cleaning", "wild"), ids=lambda c: c["why"])
def test_wild(case):
    assert clean(case["printed"]) == case["clean"]


@given(st.lists(PIECES, max_size=40).map("".join))
@example("區(qū)區(qū)\n”區(qū)\n会议要求，各单位要高度重视，")
@example("&ldquo;\n區(qū)\n”")
def test_cleaning_is_idempotent(text):
    """But for the script of a line: one joined from two short ones may be traditional where neither was."""
    once = clean(text)
    assert simplify(clean(once)) == simplify(once)


@given(st.text(max_size=80))
def test_any_text_is_cleaned_in_bounds(text):
    document = govtext.read(text)
    for i in range(len(document.text)):
        span = document.span(i, i + 1)
        assert 0 <= span.raw_start <= span.raw_end <= len(text)


@given(
    st.lists(
        st.sampled_from(["会议强调，", "要抓好落实。", "\n", "“四早”要求", "(试行)", "9月底前", "李一鸣"]),
        max_size=30,
    )
)
def test_undamaged_simplified_text_comes_back_unchanged(parts):
    text = "".join(parts)
    page = AlignedText.of(text)
    for step in STEPS[:-1]:
        page = step(page)
    assert page.text == text


def test_a_reading_belongs_to_its_character():
    document = govtext.read("全區(qū)(qu)會議")
    assert document.text == "全区会议"
    span = document.span(1, 2)
    assert document.raw[span.raw_start : span.raw_end] == "區(qū)(qu)"
    assert document.edits[0].step == "pinyin"


def test_a_traditional_line_in_a_simplified_page():
    simplified = "会议要求，各单位要高度重视，加强组织领导，确保各项任务落到实处。" * 8
    text = f"{simplified}\n區長張廣賢主持會議\n甯某出席"
    assert clean(text).split("\n")[1:] == ["区长张广贤主持会议", "甯某出席"]


@pytest.mark.parametrize("step", [markup, pinyin, layout, breaks], ids=lambda s: s.__name__)
@pytest.mark.parametrize(
    "hostile", ["(", "（a", "<p ", "&amp;", " ", "\n", " \n", "“", "“\n", "a\n", "，\n", "會(hui)", "．1"]
)
def test_hostile_repetition_is_cleaned(step, hostile):
    text = hostile * 3000
    page = step(AlignedText.of(text))
    assert len(page.raw) == len(text)
    assert step(page).text == page.text


def test_steps_can_be_chosen():
    assert govtext.read("區(qū)長", steps=[pinyin]).text == "區長"
    assert govtext.read("區(qū)長", steps=[]).text == "區(qū)長"
