"""Dates: what is found, what it means, what it becomes with an anchor; and what only looks like a date."""

import datetime
import json
import pickle
import re
import time
from concurrent.futures import ThreadPoolExecutor
from importlib import import_module
from pathlib import Path

import pytest
from attrs import evolve
from edtf import parse_edtf

import govtext
import govtext.calendars
import govtext.moments
from case_files import read_cases
from govtext.calendars import Festival, festivals
from govtext.document import Segment
from govtext.extractors import Dates
from govtext.extractors.date_atoms import lexer_of, runs
from govtext.extractors.date_grammar import POINTS, expressions
from govtext.extractors.date_patterns import WORDS

DATES = Dates()
PARTS = ("dates", "date_atoms", "date_counts", "date_grammar", "date_values")
ANCHOR = "2024-05-20"


def body(text, published=ANCHOR):
    """A document all of whose text is body, whatever the segmentation makes of one sentence."""
    document = govtext.read(text, published and datetime.date.fromisoformat(published))
    return evolve(
        document, segments=(Segment("body", document.span(0, len(document.text))),) if document.text else ()
    )


def found(text, published=ANCHOR, extractor=DATES):
    return [[m.text, m.edtf, m.resolved, m.kind] for m in extractor(body(text, published))]


RARER = [
    ("二月十八", "XXXX-02-18", "2024-02-18"),
    ("去年的今天", None, "2023-05-20"),
    ("5月最后一天", None, "2024-05-31"),
    ("本月第二天", None, "2024-05-02"),
    ("2013.03", "2013-03", "2013-03"),
    ("去年暑假", "XXXX-07/XXXX-08", "2023-07/2023-08"),
    ("9月内", "XXXX-09-30", "2024-09-30"),
    ("2月13号的31天前", None, "2024-01-13"),
    ("明天的后天", None, "2024-05-23"),
    ("去年八月十五", None, "2023-09-29"),
    ("本月15日", "XXXX-XX-15", "2024-05-15"),
    ("五月廿二", None, "2024-06-27"),
    ("阴历二〇二一年六月", "2021-07-10/2021-08-07", "2021-07-10/2021-08-07"),
    ("一年半以前", None, "../2022-11-30"),
    ("半年之后", None, "2024-11-01/.."),
    ("三个多月以来", None, "2024-02-01/2024-05-20"),
    ("二十几年前", None, "1994/2004"),
    ("上世纪80年代初", None, "1980/1982"),
]


def wordings():
    for case in read_cases("dates", "synthetic"):
        for wording in case["wordings"]:
            yield pytest.param(case, wording, id=f"{case['edtf'] or case['resolved']} {wording}")


def test_there_are_many_cases():
    assert (
        len(list(wordings())) + len(read_cases("dates", "wild")) + len(read_cases("dates", "negative")) >= 500
    )


@pytest.mark.parametrize("case, wording", list(wordings()))
def test_one_value_has_many_wordings(case, wording):
    text = case["frame"].format(wording)
    printed = govtext.read(wording).text.strip("“”")
    resolved = None if case["resolved"] == "__none__" else case["resolved"]
    assert found(text, case["published"]) == [[printed, case["edtf"], resolved, case["kind"]]]


@pytest.mark.parametrize("case", read_cases("dates", "wild"), ids=lambda c: c["text"][:24])
def test_dates_are_read(case):
    assert found(case["text"], case["published"]) == case["dates"]


@pytest.mark.parametrize("case", read_cases("dates", "negative"), ids=lambda c: c["text"])
def test_what_is_no_date(case):
    assert found(case["text"]) == []


@pytest.mark.parametrize(
    "case",
    [
        pytest.param(case, marks=pytest.mark.xfail(strict=True, reason=case["why"]))
        for case in read_cases("dates", "known_failures")
    ],
    ids=lambda c: c["text"][:24],
)
def test_known_failures(case):
    assert found(case["text"], case.get("published", ANCHOR)) == case["dates"]


def values():
    for case in read_cases("dates", "synthetic"):
        yield from (case["edtf"], case["resolved"])
    for case in read_cases("dates", "wild"):
        for _, edtf, resolved, _ in case["dates"]:
            yield from (edtf, resolved)


@pytest.mark.parametrize("value", sorted({v for v in values() if v and v != "__none__"}))
def test_values_are_edtf(value):
    """A quarter of an unstated year, a season, and an open end from a month of one are extensions: a year is filled in."""
    standard = re.sub(r"XXXX(?=-(?:2[1-4]|3[3-6]|4[01])|.*/\.\.$)", "2024", value)
    if re.search(r"-2[1-4]/", standard):  # an interval of seasons is two values to the parser
        assert all(parse_edtf(season) for season in standard.removesuffix("/..").split("/"))
    else:
        assert parse_edtf(standard)


@pytest.mark.parametrize(
    "text, part",
    [
        ("5月6日上午", "morning"),
        ("5月6日清晨", "morning"),
        ("5月6日中午", "noon"),
        ("5月6日下午", "afternoon"),
        ("5月6日晚", "evening"),
        ("5月6日傍晚", "evening"),
        ("5月6日深夜", "night"),
        ("5月6日凌晨", "early morning"),
        ("5月6日", None),
        ("今晚", "evening"),
        ("今晨", "morning"),
        ("昨夜", "night"),
        ("今天", None),
    ],
)
def test_parts_of_the_day(text, part):
    (mention,) = DATES(body(f"{text}，召开会议。"))
    assert mention.part_of_day == part


@pytest.mark.parametrize(
    "text, published, notes",
    [
        ("2024年5月6日（星期一）上午", ANCHOR, ()),
        ("2024年5月6日（星期二）上午", ANCHOR, ("2024-05-06 is a 星期一, not a 星期二",)),
        ("昨天（19日）", ANCHOR, ()),
        ("昨天（18日）", ANCHOR, ("the words say 2024-05-19, the brackets 2024-05-18",)),
        ("2月30日", ANCHOR, ("no such day",)),
        ("2023年2月29日", ANCHOR, ("no such day",)),
        ("次年3月", ANCHOR, ("counts from another year",)),
        ("20**年", ANCHOR, ("redacted",)),
    ],
)
def test_contradictions_are_reported(text, published, notes):
    (mention,) = DATES(body(f"{text}召开会议。", published))
    assert mention.notes == notes
    assert (mention.resolved is None) == (notes != () and not notes[0].startswith(("2024", "the words")))


def test_a_leap_day_without_a_year_is_a_day():
    assert found("2月29日", "2024-03-05") == [["2月29日", "XXXX-02-29", "2024-02-29", "date"]]


def test_first_and_last_day_are_those_of_the_value():
    (mention,) = DATES(body("上半年经济平稳运行。"))
    assert (mention.earliest, mention.latest) == (datetime.date(2024, 1, 1), datetime.date(2024, 6, 30))


def test_without_any_anchor_relative_times_stay_unresolved():
    text = "昨天，今年，上季度，未来五年，近三年，本周五，春节前，月底前，5月6日，11日，前10个月，本世纪末。"
    assert {m.resolved for m in DATES(body(text, None))} == {None}


def test_a_full_date_that_opens_the_document_is_its_anchor():
    assert found("2023年9月8日，全市大会召开。今年任务很重，去年完成较好。", None)[1:] == [
        ["今年", None, "2023", "period"],
        ["去年", None, "2022", "period"],
    ]


@pytest.mark.parametrize(
    "text", ["2019年3月1日起施行的条例规定，今年落实。", "今年任务很重。2023年9月8日召开。"]
)
def test_no_anchor_from_a_rules_day_nor_from_what_comes_later(text):
    assert [row[2] for row in found(text, None) if row[0] == "今年"] == [None]


def test_festivals_can_be_added():
    more = Dates(festivals=festivals() | {"泼水节": Festival("common", 4, 13, term="", bare=True)})
    assert found("泼水节前完成整治。", extractor=more) == [
        ["泼水节前", "XXXX-04-13", "2025-04-13", "deadline"]
    ]
    assert found("泼水节前完成整治。") == []


def test_resolution_never_asks_the_clock():
    modules = [
        govtext.calendars,
        govtext.moments,
        *(import_module(f"govtext.extractors.{name}") for name in PARTS),
    ]
    for module in modules:
        source = Path(str(module.__file__)).read_text(encoding="utf-8")
        assert not re.search(r"\b(?:today|now|localtime|time)\(\)", source), module.__name__


def test_traditional_and_damaged_pages_keep_their_place():
    raw = "昨天(24日)晚上,區(qū)長(zhǎng)主持召開(kāi)2020年度會(huì)議,為“十四五”開(kāi)局。"
    document = govtext.read(raw)
    for mention in DATES(document):
        assert document.text[mention.start : mention.end] == mention.text
        assert raw[mention.span.raw_start : mention.span.raw_end] == mention.text


@pytest.mark.parametrize("case", read_cases("dates", "wild"), ids=lambda c: c["text"][:24])
def test_the_first_characters_leave_no_word_out(case):
    """The sieve by first characters finds what trying every word at every place does."""
    text = govtext.read(case["text"]).text
    for word in WORDS:
        pattern = re.compile(word.pattern, re.VERBOSE)
        for start in range(len(text)) if word.firsts else ():
            if pattern.match(text, start):
                char = text[start]
                group = "0" if char.isdigit() else "一" if char in "一二三四五六七八九十" else char
                assert group in word.firsts, (word.name, text[start : start + 6])


def test_rules_have_names_and_are_all_reached():
    reached = {point.rule for case in [*read_cases("dates", "wild")] for point in _points(case["text"])}
    reached |= {
        p.rule for case, w in (p.values for p in wordings()) for p in _points(case["frame"].format(w))
    }
    reached |= {point.rule for text, _, _ in RARER for point in _points(text)}
    assert {rule.name for rule in POINTS} == reached


def _points(text):
    text = body(text).text
    for run in runs(text, 0, len(text), lexer_of(tuple(festivals().words))):
        for expression in expressions("".join(atom.letter for atom in run)):
            yield from expression.points


@pytest.mark.parametrize("text, edtf, resolved", RARER)
def test_rarer_wordings(text, edtf, resolved):
    assert [row[:3] for row in found(text)] == [[text, edtf, resolved]]


def test_it_pickles_and_is_safe_in_threads():
    documents = [body("2024年5月6日上午，十四五，春节前，未来五年。")] * 8
    again = pickle.loads(pickle.dumps(DATES))
    with ThreadPoolExecutor(4) as pool:
        results = list(pool.map(lambda d: tuple(again(d)), documents))
    assert len(set(results)) == 1
    assert pickle.loads(pickle.dumps(results[0])) == results[0]


@pytest.mark.parametrize(
    "unit",
    [
        "一", "1", "、", "(", "**", "“", "年", "1月", "1日、", "十、", "5月6日至", "2024-", "3年", "第", "前", "的",
        "11·", "九月九", "今年的", "2024年、", "二十", "1、", "X", "5月 ", "上", "至今",
    ],
)  # fmt: skip
def test_time_grows_with_the_length(unit):
    """Four times the hostile text takes about four times as long, never sixteen."""

    def seconds(size):
        document = body(unit * (size // len(unit)))
        began = time.process_time()
        list(DATES(document))
        return time.process_time() - began

    seconds(1000)
    small = min(seconds(20_000) for _ in range(2))
    large = min(seconds(80_000) for _ in range(2))
    assert large < 10 * small + 0.05


@pytest.mark.corpus
def test_the_seeds_are_read_in_full(corpus):
    for path in sorted((corpus / "gold" / "seeds").glob("*.json")):
        gold = json.loads(path.read_text(encoding="utf-8"))
        raw = (corpus / gold["file"]).read_bytes().decode("utf-8")
        published = gold["published"] and datetime.date.fromisoformat(gold["published"])
        mentions = list(DATES(govtext.read(raw, published)))
        assert [(m.text, m.edtf, m.resolved, m.kind) for m in mentions] == [
            (m["clean"], m["edtf"], m["resolved"], m["kind"]) for m in gold["dates"]
        ]


def test_a_range_that_ends_before_it_begins_stays_unresolved():
    (mention,) = govtext.parse("2024年5月6日至今年", published=datetime.date(2000, 1, 1)).dates
    assert (mention.resolved, mention.earliest, mention.latest) == (None, None, None)
    assert "ends before it begins" in mention.notes


def test_a_title_tells_which_year_a_page_looks_back_on():
    page = (
        "石桥区2019年国民经济和社会发展统计公报\n来源：区统计局 发布时间：2020-03-27\n"
        "年末全区常住人口62.4万人。12月，工业增加值同比增长8.3%。1—11月，实际利用外资9800万美元，预计全年可超1亿美元。"
    )
    resolved = {mention.text: mention.resolved for mention in DATES(govtext.read(page))}
    assert resolved == {
        "2019年": "2019",
        "2020-03-27": "2020-03-27",
        "年末": "2019-12-31",
        "12月": "2019-12",
        "1—11月": "2019-01/2019-11",
        "全年": "2020",
    }
