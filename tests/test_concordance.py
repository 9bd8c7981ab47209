"""The concordance: documents counted, not hits; periods, variants, grades, keywords in context."""

import datetime

import pytest

import govtext
from govtext.concordance import HEAT_GRADES, Concordance, Grade, grade_of, keyword_in_context
from govtext.glossary import Entry, Glossary

PAGES = (
    (datetime.date(2019, 3, 8), "会议要求，扎实做好“六稳”工作，深化“放管服”改革，再谈“六稳”工作的落实。"),
    (
        datetime.date(2020, 5, 6),
        "会议要求，扎实做好“六稳”工作，全面落实“六保”任务，坚持“外防输入、内防反弹”策略。",
    ),
    (
        datetime.date(2020, 11, 2),
        "会议要求，全面落实“六保”任务，坚持“外防输入，内防反弹”策略，开展“百日攻坚”行动。",
    ),
    (None, "会议要求，持续深化“放管服”改革，推动各项工作落地见效，确保完成全年目标任务。"),
)


@pytest.fixture(scope="module")
def corpus():
    return [govtext.parse(text, day, id=f"page-{number}") for number, (day, text) in enumerate(PAGES, 1)]


@pytest.fixture(scope="module")
def concordance(corpus):
    return Concordance.of(iter(corpus))


def test_documents_are_counted_and_not_hits(concordance):
    uses = {use.form: use for use in concordance.counts()}
    assert (uses["六稳"].documents, uses["六稳"].share) == (2, 0.5)
    assert uses["百日攻坚"].documents == 1
    assert [use.documents for use in concordance.counts()] == sorted(
        (u.documents for u in uses.values()), reverse=True
    )


def test_variants_are_merged_and_remembered(concordance):
    use = next(use for use in concordance.counts() if use.form == "外防输入、内防反弹")
    assert use.documents == 2
    assert sum(use.variants.values()) == 2
    assert use.kinds == {"motto": 2}


def test_one_kind_can_be_asked_for(concordance):
    assert [use.form for use in concordance.counts("campaign")] == ["百日攻坚"]


def test_shares_of_a_period_are_of_its_documents(concordance):
    periods = concordance.by_period()
    assert list(periods) == ["2019", "2020", "undated"]
    assert {use.form: use.share for use in periods["2020"]}["六保"] == 1.0
    assert {use.form: use.share for use in periods["undated"]} == {"放管服": 1.0}


@pytest.mark.parametrize(
    ("period", "names"),
    [
        ("half", ["2019-H1", "2020-H1", "2020-H2", "undated"]),
        ("quarter", ["2019-Q1", "2020-Q2", "2020-Q4", "undated"]),
        ("month", ["2019-03", "2020-05", "2020-11", "undated"]),
    ],
)
def test_periods(concordance, period, names):
    assert list(concordance.by_period(period)) == names


def test_an_unknown_period_says_which_there_are(concordance):
    with pytest.raises(ValueError, match="year, half, quarter, month"):
        concordance.by_period("week")


@pytest.mark.parametrize(
    ("share", "name"),
    [
        (1.0, "沸"),
        (0.0518, "沸"),
        (0.0517, "烫"),
        (0.0129, "烫"),
        (0.004, "热"),
        (0.001, "暖"),
        (0.0003, "温"),
        (0, "冷"),
    ],
)
def test_heat_grades(share, name):
    assert grade_of(share).name == name


def test_the_grades_are_six_and_hottest_first(concordance):
    assert [grade.name for grade in HEAT_GRADES] == list("沸烫热暖温冷")
    assert [grade.least for grade in HEAT_GRADES] == sorted((g.least for g in HEAT_GRADES), reverse=True)
    assert concordance.grades()["六稳"].name == "沸"


def test_grades_of_your_own(concordance):
    mine = (Grade("常用", "common", 0.5), Grade("少用", "rare", 0.0))
    assert concordance.grades(mine)["六稳"].name == "常用"
    assert concordance.grades(mine)["百日攻坚"].name == "少用"
    with pytest.raises(ValueError, match="0.0"):
        grade_of(0.1, mine[:1])


def test_keywords_in_context_shows_every_use_and_where(corpus):
    lines = list(keyword_in_context(corpus, "六稳", width=6))
    assert [line.document for line in lines] == ["page-1", "page-1", "page-2"]
    assert str(lines[0]) == "，扎实做好“【六稳】”工作，深化"
    document = corpus[0].document
    assert [document.text[line.span.start : line.span.end] for line in lines[:2]] == ["六稳", "六稳"]


def test_keywords_in_context_takes_variants(corpus):
    lines = list(keyword_in_context(corpus, "外防输入内防反弹"))
    assert [line.form for line in lines] == ["外防输入、内防反弹", "外防输入，内防反弹"]
    assert list(keyword_in_context(corpus, "石桥模式")) == []


def test_a_glossary_of_your_own_says_what_is_one_slogan(corpus):
    merged = Concordance.of(corpus, Glossary([Entry("六稳", ("六保",))]))
    assert next(use.documents for use in merged.counts() if use.form == "六稳") == 3


def test_an_empty_corpus_has_no_counts():
    empty = Concordance.of([])
    assert empty.counts() == ()
    assert empty.by_period() == {}
