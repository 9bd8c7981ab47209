"""Segments: every character of a page has the role that a reader would give it."""

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

import govtext
from case_files import read_cases


def page_and_roles(pieces):
    """The page, and the role of each of its characters."""
    text, roles = "", []
    for role, piece in pieces:
        gap = "" if role.startswith("+") or not text else "\n"
        roles += [None] * len(gap) + [role.lstrip("+")] * len(piece)
        text += gap + piece
    return text, roles


@pytest.mark.parametrize("case", read_cases("segmentation", "synthetic"), ids=lambda c: c["why"])
def test_synthetic(case):
    text, roles = page_and_roles(case["pieces"])
    document = govtext.read(text)
    given_roles = [document.role(i) for i in range(len(document.text))]
    seen = [(char, role) for char, role in zip(document.text, given_roles, strict=True) if not char.isspace()]
    expected = [(char, role) for char, role in zip(text, roles, strict=True) if not char.isspace()]
    assert [role for _, role in seen] == [role for _, role in expected]
    assert (document.published.isoformat() if document.published else None) == case["published"]


LINES = st.sampled_from(
    ["首页 > 要闻", "全区经济工作会议召开", "来源:区融媒体中心 发布时间:2023-01-05", "昨天，会议召开。(李一鸣)", "",
     "上一篇：通知", "……(某某网省略12字,正式会员可完整阅读)……", "各位代表：", "撰稿：王芳", "（", "  ", "登录后查看全文",
     "一、工作回顾", "……（未完，全文共100字"]
)  # fmt: skip


@given(st.lists(LINES, max_size=14).map("\n".join))
def test_segments_cover_all_but_blanks_once(text):
    document = govtext.read(text)
    covered = "".join(document.text[s.span.start : s.span.end] for s in document.segments)
    assert "".join(covered.split()) == "".join(document.text.split())
    for a, b in pairwise(document.segments):
        assert a.span.end <= b.span.start
    for segment in document.segments:
        piece = document.text[segment.span.start : segment.span.end]
        assert piece == piece.strip() != ""


@given(st.text(max_size=60))
def test_any_text_has_segments(text):
    document = govtext.read(text)
    assert bool(document.segments) == bool(document.text.strip())


def test_sentences_end_at_their_marks_and_at_segments():
    document = govtext.read("会议指出：“要抓落实。”各单位要行动\n下一段。")
    text = document.text
    assert text[slice(*document.sentence(0))] == "会议指出：“要抓落实。”"
    assert text[slice(*document.sentence(text.index("各")))] == "各单位要行动\n"
    assert text[slice(*document.sentence(len(text) - 1))] == "下一段。"
    assert document.role(len(text) + 5) is None
    assert [role for *_, role in document.readable("body")] == ["body"]


@pytest.mark.parametrize(
    "hostile", ["(", "（全文共", "…", "来源:", "首页>", "\n", "第1页\n", "(a)", "，", "。"]
)
def test_hostile_repetition_is_segmented(hostile):
    text = hostile * 4000
    assert govtext.read(text).raw == text


@pytest.mark.corpus
def test_the_segments_of_the_seeds(corpus):
    import json

    right = total = 0
    for path in sorted((corpus / "gold" / "seeds").glob("*.json")):
        gold = json.loads(path.read_text(encoding="utf-8"))
        raw = (corpus / gold["file"]).read_bytes().decode("utf-8")
        marks = [None] * len(raw)
        for segment in govtext.read(raw).segments:
            marks[segment.span.raw_start : segment.span.raw_end] = [segment.role] * (
                segment.span.raw_end - segment.span.raw_start
            )
        for segment in gold["segments"]:
            for i in range(segment["start"], segment["end"]):
                if not raw[i].isspace():
                    total += 1
                    right += marks[i] == segment["role"]
    assert right / total >= 0.99
