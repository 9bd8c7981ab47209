"""read(), extract(), link(), parse(): types that teach, days of publication, chosen extractors."""

import datetime
import pickle

import pytest
from hypothesis import given
from hypothesis import strategies as st

import govtext
from govtext.errors import InputTypeError

PAGE = "区长陈一鸣主持会议，要求9月底前完成投资超12亿元，落实“六稳”工作。"


@pytest.mark.parametrize(
    "wrong, advice",
    [
        (None, "skip the pages"),
        (PAGE.encode(), "decode it first"),
        (bytearray(b"x"), "decode it first"),
        ([PAGE], "parse_many"),
        ((PAGE,), "parse_many"),
        (3, "the page's text"),
    ],
)
def test_what_is_no_text_is_refused_with_advice(wrong, advice):
    with pytest.raises(InputTypeError, match=advice) as caught:
        govtext.parse(wrong)
    assert isinstance(caught.value, TypeError)
    assert type(wrong).__name__ in str(caught.value)


def test_a_document_is_not_read_again():
    with pytest.raises(InputTypeError, match="govtext.extract"):
        govtext.read(govtext.read(PAGE))


@pytest.mark.parametrize("wrong", ["2024-05-06", 20240506, (2024, 5, 6)])
def test_published_is_a_date(wrong):
    with pytest.raises(InputTypeError, match="fromisoformat"):
        govtext.parse(PAGE, published=wrong)


def test_an_id_is_text():
    with pytest.raises(InputTypeError, match="id=str"):
        govtext.read(PAGE, id=17)


def test_a_moment_of_publication_counts_as_its_day():
    document = govtext.read(
        PAGE, published=datetime.datetime(2024, 5, 6, 16, 0, tzinfo=datetime.timezone.utc)
    )
    assert document.published == datetime.date(2024, 5, 6)
    assert type(document.published) is datetime.date


def test_what_the_caller_gives_goes_before_what_the_page_says():
    page = "会议召开\n来源:某某日报 发布时间:2020-01-02\n昨天，会议召开。"
    assert govtext.read(page).published == datetime.date(2020, 1, 2)
    assert govtext.read(page, published=datetime.date(2021, 1, 2)).published == datetime.date(2021, 1, 2)


def test_extract_takes_a_document():
    with pytest.raises(InputTypeError, match="govtext.read"):
        govtext.extract(PAGE)


def test_extractors_can_be_chosen_and_be_any_callable():
    def brackets(document):
        for start, end, _ in document.readable():
            at = document.text.find("“", start, end)
            if at >= 0:
                yield govtext.Mention(span=document.span(at, at + 1), text="“", rule="opening mark")

    document = govtext.read(PAGE)
    assert [m.rule for m in govtext.extract(document, using=[brackets])] == ["opening mark"]
    assert {type(m) for m in govtext.extract(document, using=[govtext.Officials()])} == {
        govtext.OfficialMention
    }
    assert govtext.parse(PAGE, using=[govtext.Officials()]).dates == ()


def test_the_order_of_extractors_does_not_matter():
    document = govtext.read(PAGE)
    ours = (govtext.Dates(), govtext.Officials(), govtext.Targets(), govtext.Slogans())
    forward, backward = govtext.extract(document, using=ours), govtext.extract(document, using=ours[::-1])
    assert sorted(map(repr, forward)) == sorted(map(repr, backward))


def test_all_four_kinds_are_found_and_survive_pickling():
    findings = govtext.parse(PAGE, published=datetime.date(2024, 5, 6), id="page 1")
    assert findings.document.id == "page 1"
    assert findings.dates
    assert findings.officials
    assert findings.targets
    assert findings.slogans
    assert pickle.loads(pickle.dumps(findings)) == findings
    assert [m.start for m in findings.mentions] == sorted(m.start for m in findings.mentions)


PIECES = st.sampled_from(
    ["区长陈一鸣", "主持会议", "，", "。", "\n", "“六稳”", "12亿元", "9月底前", "（", "）", "**", "?", "!", "第3位", "今年", "同志们：",
     "區(qū)", "\ud800", "\x00", "😀", "«", "年", "月", "日", "、", "等", "增长", "5%", "《", "》", "来源:", "2024-05-06"]
)  # fmt: skip


@given(st.lists(PIECES, max_size=25).map("".join))
def test_mentions_say_what_stands_there(text):
    findings = govtext.parse(text, published=datetime.date(2024, 5, 6))
    document = findings.document
    for mention in findings.mentions:
        assert mention.text == document.text[mention.start : mention.end] != ""
        assert 0 <= mention.span.raw_start < mention.span.raw_end <= len(text)
        assert mention.rule
    assert govtext.from_dict(findings.to_dict()) == findings


@given(st.lists(PIECES, max_size=20).map("".join))
def test_a_prefixed_line_shifts_every_span_by_its_length(text):
    prefix = "会议要求，抓好落实。\n"
    day = datetime.date(2024, 5, 6)
    plain, shifted = (
        govtext.parse(prefix + text, day, using=[govtext.Slogans()]),
        govtext.parse(prefix * 2 + text, day, using=[govtext.Slogans()]),
    )
    moved = [(m.span.raw_start + len(prefix), m.text) for m in plain.mentions]
    assert [(m.span.raw_start, m.text) for m in shifted.mentions] == moved
