"""Officials, over generated sentences: composed mentions come back whole, and nothing breaks the invariants."""

from itertools import pairwise

from attrs import evolve
from hypothesis import given
from hypothesis import strategies as st

import govtext
from govtext.document import Segment
from govtext.extractors import Officials

OFFICIALS = Officials()

TITLES = st.sampled_from(
    ["区委书记", "县委副书记、县长", "市人大常委会副主任", "区教育局局长", "石桥镇党委书记", "代市长", "市商务局二级调研员", "区人武部部长"]
)  # fmt: skip
NAMES = st.sampled_from(
    ["陈一鸣", "李旭", "欧阳明哲", "赵国梁", "周芳", "司徒慧", "邓建华", "罗小云", "窦文博", "万海波", "谭立新", "孔令华", "买买提·艾山"]
)  # fmt: skip
AFTER = st.sampled_from(
    [
        "主持会议。",
        "要求抓好落实。",
        "在讲话中指出，",
        "等参加。",
        "，",
        "强调，",
        "一行到石桥镇调研。",
        "说，",
    ]
)
PIECES = st.sampled_from(
    ["区长", "书记", "领导", "区领导", "、", "，", "。", "陈一鸣", "李旭", "王", "**", "同志", "某", "(", "）", "：", "记者", "撰稿",
     " ", "\n", "·",
     "任命", "为", "等", "在", "高峰", "·艾山", "1", "x", "𠮷"]
)  # fmt: skip


def body(text):
    document = govtext.read(text)
    return evolve(
        document, segments=(Segment("body", document.span(0, len(document.text))),) if document.text else ()
    )


@given(st.lists(st.tuples(TITLES, NAMES, AFTER), min_size=1, max_size=5, unique_by=lambda parts: parts[1]))
def test_composed_mentions_come_back(parts):
    text = "".join(f"昨天，{title}{name}{after}\n" for title, name, after in parts)
    found = [m for m in OFFICIALS(body(text)) if m.titles]
    assert [(m.name, m.titles) for m in found] == [
        (name, tuple(title.split("、"))) for title, name, _ in parts
    ]


@given(
    st.lists(NAMES, min_size=2, max_size=8, unique=True),
    st.sampled_from(["区领导", "在家的县领导", "副区长"]),
)
def test_composed_lists_come_back(names, title):
    found = list(OFFICIALS(body(f"会上，{title}{'、'.join(names)}等参加会议。")))
    group = title.removeprefix("在家的")
    assert [(m.name, m.text, m.titles, m.collective) for m in found] == [
        (n, n, (group,), group) for n in names
    ]


@given(st.lists(PIECES, max_size=30).map("".join))
def test_mentions_are_in_order_in_bounds_and_apart(text):
    document = body(text)
    found = list(OFFICIALS(document))
    for mention in found:
        assert document.text[mention.start : mention.end] == mention.text
        assert mention.span.covers(mention.name_span)
        assert "".join(document.text[mention.name_span.start : mention.name_span.end].split()) == mention.name
        assert mention.organisation is None
        assert mention.name
        assert all(mention.titles)
    assert all(a.span.end <= b.span.start for a, b in pairwise(found))
    assert found == list(OFFICIALS(document))


@given(st.lists(PIECES, max_size=20).map("".join))
def test_a_sentence_before_shifts_every_span(text):
    before = "会议指出，要抓好落实。\n"
    shifted = [
        (m.start - len(before), m.end - len(before), m.name, m.titles)
        for m in OFFICIALS(body(before + "。" + text))
    ]
    assert shifted == [(m.start, m.end, m.name, m.titles) for m in OFFICIALS(body("。" + text))]
