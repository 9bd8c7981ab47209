"""Slogans: cases, quotation marks, kinds, heads, expansions, extension, growth."""

import pickle
import time
from datetime import date

import pytest
from attrs import evolve

import govtext
from case_files import read_cases
from govtext.aligned import AlignedText
from govtext.damage import Process, simulate
from govtext.document import Document, Segment
from govtext.extractors.slogans import Slogans
from govtext.glossary import Entry, default_glossary
from govtext.quotations import find_quotations
from govtext.script import simplify
from govtext.shorthand import counted, is_code, is_counting


def body(text: str) -> Document:
    """A document whose whole text is body, however short: these tests are not about segments."""
    document = govtext.read(text)
    return evolve(document, segments=(Segment("body", document.span(0, len(document.text))),))


def found(document: Document) -> list[dict]:
    """What was found, linked, with the fields that a case states."""
    slogans = govtext.link(document, govtext.extract(document)).slogans
    return [
        {
            "text": slogan.text,
            "kind": slogan.kind,
            "head": slogan.head,
            "quoted": slogan.quoted,
            "expansion": list(slogan.expansion) if slogan.expansion_source == "text" else [],
            "speaker": slogan.speaker,
        }
        for slogan in slogans
    ]


def expected(case: dict) -> list[dict]:
    return [{"quoted": True, "expansion": [], "speaker": None, **slogan} for slogan in case["slogans"]]


CASES = [
    pytest.param(case, id=f"{provenance}-{number}")
    for provenance in ("wild", "synthetic", "negative")
    for number, case in enumerate(read_cases("slogans", provenance), 1)
]


@pytest.mark.parametrize("case", CASES)
def test_case(case):
    assert found(body(case["text"])) == expected(case)


@pytest.mark.parametrize("case", read_cases("slogans", "known_failures"))
@pytest.mark.xfail(strict=True, reason="known failure")
def test_known_failure(case):
    assert found(body(case["text"])) == expected(case)


def test_there_are_enough_cases():
    assert len(CASES) >= 300
    assert len({case.values[0]["text"] for case in CASES}) == len(CASES)


@pytest.mark.parametrize("case", CASES[::9])
def test_a_prefixed_sentence_moves_every_span_by_its_length(case):
    before = "会议在县行政中心召开。\n"
    alone, moved = (Slogans()(body(text)) for text in (case["text"], before + case["text"]))
    assert [(s.start + len(before), s.end + len(before), s.text, s.kind) for s in alone] == [
        (s.start, s.end, s.text, s.kind) for s in moved
    ]


def test_spans_hold_their_text_and_marks_stand_outside():
    document = body("落实“外防输入、内防反弹”要求，\n学习《石桥县志》。")
    for slogan in Slogans()(document):
        assert document.text[slogan.start : slogan.end] == slogan.text
        assert slogan.text[0] not in "“《"
        assert slogan.text[-1] not in "”》"


def test_traditional_text_with_readings_is_located_in_the_print():
    raw = "要堅(jiān)持“人民至上、生命至上”原則(zé)，推進“三舊(jiù)”改造。"
    document = body(raw)
    slogans = list(Slogans()(document))
    assert [(s.text, s.head) for s in slogans] == [("人民至上、生命至上", "原则"), ("三旧", "改造")]
    assert [raw[s.span.raw_start : s.span.raw_end] for s in slogans] == ["人民至上、生命至上", "三舊(jiù)"]


DAMAGED = (
    ("会议要求，各级各部门要压实责任，确保“双过半”。会议强调，要抓好落实。", "双过半", None),
    ("会议要求，要打好招商引资攻坚战。“四大家”领导要带头招商，全力推动项目落地见效。", "四大家", "领导"),
    (
        "要加强对运输企业和“三客一危”等重点车辆的监管，依法打击违法行为，保障群众出行安全。",
        "三客一危",
        "重点车辆",
    ),
    ("全县上下要全力以赴，确保“十五五”开好局、起好步，推动经济社会高质量发展。", "十五五", None),
)


@pytest.mark.parametrize(("text", "form", "head"), DAMAGED)
def test_slogans_damaged_by_lost_bytes_come_out_restored_and_located(text, form, head):
    readings = {"開": "kāi", "區": "qū", "會": "huì", "強": "qiáng", "發": "fā", "縣": "xiàn"}
    printed = simulate(text, Process(annotated=readings))
    assert form not in simplify(printed.text)
    (slogan,) = Slogans()(body(printed.text))
    assert (slogan.text, slogan.head, slogan.quoted) == (form, head, True)
    places = printed.places[text.index(form) : text.index(form) + len(form)]
    torn_start, torn_end = places[0][0], max(end for _, end in places)
    assert slogan.span.raw_start < torn_end
    assert torn_start < slogan.span.raw_end


def test_boilerplate_and_inserts_hold_no_slogans_of_the_document():
    text = "落实“六稳”工作。\n上一篇：打好“三大攻坚战”"
    document = govtext.read(text)
    at = text.index("上一篇")
    document = evolve(
        document,
        segments=(
            Segment("body", document.span(0, at)),
            Segment("boilerplate", document.span(at, len(text))),
        ),
    )
    assert [s.text for s in Slogans()(document)] == ["六稳"]


def test_the_articles_own_title_repeated_in_marks_is_no_slogan():
    title = "全县重点工作推进会召开"
    text = f"{title}\n会议召开。收藏《{title}》，学习《安全生产法》。"
    document = govtext.read(text)
    document = evolve(
        document,
        segments=(
            Segment("title", document.span(0, len(title))),
            Segment("body", document.span(len(title) + 1, len(text))),
        ),
    )
    assert [s.text for s in Slogans()(document)] == ["安全生产法"]


def test_the_extractor_is_extended_by_its_glossary():
    mine = Entry("石桥模式", kind="nickname", expansion=("建桥", "修路"), bare=True)
    document = body("总结推广石桥模式，加快发展。")
    assert list(Slogans()(document)) == []
    (slogan,) = Slogans(glossary=default_glossary() | [mine])(document)
    assert (slogan.text, slogan.kind, slogan.quoted) == ("石桥模式", "nickname", False)
    assert (slogan.expansion, slogan.expansion_source) == (("建桥", "修路"), "glossary")


def test_the_text_goes_before_the_glossary():
    (_, slogan) = Slogans()(body("落实“早预防、早发现、早处置、早化解”的“四早”机制。"))
    assert slogan.expansion == ("早预防", "早发现", "早处置", "早化解")
    assert slogan.expansion_source == "text"
    (slogan,) = Slogans()(body("落实“四早”机制。"))
    assert slogan.expansion == ("早发现", "早报告", "早隔离", "早治疗")
    assert slogan.expansion_source == "glossary"


def test_the_extractor_pickles_and_says_which_rule_it_was():
    document = body("落实“六稳”工作，开展“百日攻坚”行动。")
    again = pickle.loads(pickle.dumps(Slogans()))
    assert list(again(document)) == list(Slogans()(document))
    assert all(slogan.rule for slogan in Slogans()(document))


@pytest.mark.parametrize(
    ("text", "inside"),
    [
        ("“甲”“乙”", ["甲", "乙"]),
        ("“甲‘乙’丙”", ["甲‘乙’丙", "乙"]),
        ("“甲“乙”丙”", ["甲“乙”丙", "乙"]),
        ("《甲〈乙〉》", ["甲〈乙〉", "乙"]),
        ('"甲"乙"丙"', ["甲", "丙"]),
        ("“甲乙", []),
        ("甲乙”", []),
        ("“甲乙“、“丙丁“", ["甲乙", "丙丁"]),
        ("”甲乙”", ["甲乙"]),
        ("it’s ‘甲’", ["甲"]),
        ("“ 甲\n”", ["甲"]),
        ("“”", []),
        ("“甲，\n乙”", ["甲，\n乙"]),
        ("“甲说完。\n“乙说完。”", ["甲说完。", "乙说完。"]),
        ("「甲『乙』」", ["甲『乙』", "乙"]),
    ],
)
def test_quotation_marks_are_paired(text, inside):
    assert [text[q.start : q.end] for q in find_quotations(text)] == inside


def test_quotations_know_their_depth_and_their_marks():
    text = "“甲‘乙《丙》’”"
    outer, inner, title = find_quotations(text)
    assert (outer.depth, inner.depth, title.depth) == (0, 1, 2)
    assert (outer.kind, title.kind) == ("quote", "title")
    assert text[inner.outer_start : inner.outer_end] == "‘乙《丙》’"


@pytest.mark.parametrize(
    ("form", "counts"),
    [
        ("三旧", (3,)), ("十大工程", (10,)), ("十二个坚持", (12,)), ("6个一", (6,)), ("两不愁三保障", (5, 2)),
        ("双减", (2,)), ("放管服", ()), ("零报告", ()), ("十四五", ()), ("八五", ()), ("三分之一", ()), ("14610", ()),
    ],
)  # fmt: skip
def test_shorthand_says_how_many_parts_it_has(form, counts):
    assert counted(form) == counts
    assert is_counting(form) or not counts


def test_codes_are_digits_letters_and_plus_signs():
    assert all(map(is_code, ("14610", "1+3+N", "2+26", "3+5+X", "863")))
    assert not any(map(is_code, ("6个一", "党建+", "+", "26", "A")))


HOSTILE = {
    "openers": "“",
    "closers": "”",
    "nested": "“‘",
    "straight": '"',
    "titles": "《",
    "numerals": "一",
    "list marks": "、",
    "brackets": "(",
    "digits": "7",
    "plus": "1+",
    "pairs": "双三",
    "counts": "三大",
    "questions": "?三",
    "quoted": "“三清”行动。一是",
    "lists": "甲和乙、“四早”",
    "unclosed": "“四早，即",
}


@pytest.mark.parametrize("unit", HOSTILE.values(), ids=HOSTILE.keys())
def test_hostile_text_costs_no_more_than_its_length(unit):
    def seconds(size: int) -> float:
        page = AlignedText.of("工作。" + unit * (size // len(unit)))
        document = Document(page, segments=(Segment("body", page.span(0, len(page.text))),))
        extractor = Slogans()
        best = float("inf")
        for _ in range(3):
            begun = time.perf_counter()
            for _ in extractor(document):
                pass
            best = min(best, time.perf_counter() - begun)
        return best

    seconds(1000)
    small, large = seconds(8000), seconds(32000)
    assert large < 12 * small + 0.05  # four times the text; quadratic work would be sixteen times


def test_the_glossary_explains_no_page_that_is_older():
    """两个大局 of 1999 are not those of 2019; what its own page spells out is."""
    text = "全市坚持“两个大局”，抓好落实。"
    expansions = [govtext.parse(text, date(year, 3, 1)).slogans[0].expansion for year in (1999, 2021)]
    assert [bool(each) for each in expansions] == [False, True]
    assert govtext.parse(text).slogans[0].expansion


@pytest.mark.corpus
def test_seeds(corpus):
    """Every slogan of the sample documents whose text is not in a damaged place, with its kind, head and expansion."""
    import json

    missed = []
    for path in sorted((corpus / "gold" / "seeds").glob("*.json")):
        gold = json.loads(path.read_text(encoding="utf-8"))
        raw = (corpus / gold["file"]).read_bytes().decode("utf-8")
        mentions = {(s.span.raw_start, s.span.raw_end): s for s in govtext.parse(raw).slogans}
        for slogan in gold["slogans"]:
            mention = mentions.get((slogan["start"], slogan["end"]))
            if mention is None or (mention.kind, mention.head) != (slogan["kind"], slogan["head"]):
                missed.append(slogan["clean"])
    assert len(missed) <= 3, missed
