"""Redactions: where they stand and what they hide; and what is lost without a mark."""

import pytest

from case_files import read_cases
from govtext import AlignedText, read
from govtext.cleaning.losses import losses
from govtext.cleaning.redaction import find_redactions


@pytest.mark.parametrize("case", read_cases("redaction", "wild"), ids=lambda case: case["text"])
def test_hidden_stretches_are_found(case):
    page = AlignedText.of(case["text"])
    found = [[each.kind, page.text[each.span.start : each.span.end]] for each in find_redactions(page)]
    assert found == case["found"]


@pytest.mark.parametrize("case", read_cases("redaction", "negative"), ids=lambda case: case["text"])
def test_nothing_hidden(case):
    assert find_redactions(AlignedText.of(case["text"])) == ()


def test_a_document_offers_its_redactions():
    document = read("区(qū)政府要求，**天之内完成*项任务。")
    assert [document.raw[r.span.raw_start : r.span.raw_end] for r in document.redactions] == ["**", "*"]


@pytest.mark.parametrize(
    "text, kinds",
    [
        ("20141217日，会议召开", ["date"]),
        ("2014年1217日", ["date"]),
        ("同比增长.%，投资.亿元", ["digits", "digits"]),
        ("增长13%,；", ["punctuation"]),
        ("2014年12月17日增长0.5%，达到1,200元", []),
        ("编号20141217", []),
    ],
)
def test_losses_are_reported_and_nothing_is_guessed(text, kinds):
    page = losses(AlignedText.of(text))
    assert page.text == text
    assert [damage.kind for damage in page.damage] == kinds
    assert all(page.raw[d.raw_start : d.raw_end] == d.printed for d in page.damage)
