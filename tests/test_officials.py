"""Officials: who is named, with which titles, and where; and what only looks like a name."""

import json
import pickle
import time

import pytest
from attrs import evolve

import govtext
from case_files import read_cases
from govtext.document import Segment
from govtext.extractors import Officials
from govtext.lexicon import Lexicon
from govtext.names import Names
from govtext.titles import Titles

OFFICIALS = Officials()


def body(text):
    """A document all of whose text is body, whatever the segmentation makes of one sentence."""
    document = govtext.read(text)
    return evolve(
        document, segments=(Segment("body", document.span(0, len(document.text))),) if document.text else ()
    )


def found(text, extractor=OFFICIALS):
    return [[m.text, m.name, list(m.titles), m.collective] for m in extractor(body(text))]


@pytest.mark.parametrize("provenance", ["wild", "synthetic"])
def test_there_are_many_cases(provenance):
    assert len(read_cases("officials", provenance)) >= 100


@pytest.mark.parametrize(
    "case",
    read_cases("officials", "wild") + read_cases("officials", "synthetic"),
    ids=lambda c: c["text"][:30],
)
def test_officials_are_read(case):
    assert found(case["text"]) == case["officials"]


@pytest.mark.parametrize("case", read_cases("officials", "negative"), ids=lambda c: c["text"][:30])
def test_nobody_is_named(case):
    assert found(case["text"]) == []


@pytest.mark.parametrize(
    "case",
    [
        pytest.param(case, marks=pytest.mark.xfail(strict=True, reason=case["why"]))
        for case in read_cases("officials", "known_failures")
    ],
    ids=lambda c: c["text"][:30],
)
def test_known_failures(case):
    assert found(case["text"]) == case["officials"]


@pytest.mark.parametrize(
    ("text", "picture"),
    [
        ("会议由区委副书记、区长陈一鸣主持。", "   ========---"),
        ("区领导陈一鸣、王 灿出席。", "   --- ---"),
        ("陈一鸣书记强调", "---=="),
        ("刚才，**同志宣读了通报", "   --=="),
        ("（撰稿：陈一鸣 审核：王灿）", "    ---    --"),
        ("任命陈一鸣为区教育局局长", "  ---"),
        ("区领导吴一鸣、李旭、周芳、\n区人武部部长郑进参加", "   --- -- -- ======--"),
    ],
)
def test_spans(text, picture):
    """`-` is the name, `=` the titles of the same span; collective titles and labels stay outside."""
    document = body(text)
    drawn = [" "] * len(text)
    for mention in OFFICIALS(document):
        assert document.text[mention.start : mention.end] == mention.text
        drawn[mention.start : mention.end] = "=" * len(mention.text)
        drawn[mention.name_span.start : mention.name_span.end] = "-" * len(mention.name_span)
    assert "".join(drawn).rstrip() == picture


def test_span_takes_in_the_reading_behind_the_last_character():
    document = body("區(qū)長(zhǎng)趙國(guó)棟說，要抓好落實。")
    [mention] = OFFICIALS(document)
    assert (mention.name, mention.titles) == ("赵国栋", ("区长",))
    assert document.raw[mention.span.raw_start : mention.span.raw_end] == "區(qū)長(zhǎng)趙國(guó)棟"
    assert document.raw[mention.name_span.raw_start : mention.name_span.raw_end] == "趙國(guó)棟"


@pytest.mark.parametrize(
    ("text", "name", "redacted"),
    [
        ("**同志宣读了文件", "**", True),
        ("副区长王某某参加", "王某某", True),
        ("县委书记张××讲话", "张××", True),
        ("区长陈一鸣讲话", "陈一鸣", False),
    ],
)
def test_redacted_names(text, name, redacted):
    [mention] = OFFICIALS(body(text))
    assert (mention.name, mention.redacted) == (name, redacted)


@pytest.mark.parametrize(
    "text", ["副书记**名", "书记*个", "完成**项", "配备*名以上的巡山人员", "**区属林业大区", "**%"]
)
def test_hidden_numbers_are_not_names(text):
    assert found(text) == []


def test_a_person_is_found_before_the_title_names_them():
    assert found("李旭主持召开会议\n5月6日，区委书记李旭主持召开会议。") == [
        ["李旭", "李旭", [], None],
        ["区委书记李旭", "李旭", ["区委书记"], None],
    ]


@pytest.mark.parametrize("name", ["王红", "王红专"])
def test_the_rest_of_the_page_decides_where_a_name_ends(name):
    text = f"区投资促进局副局长王红专介绍了情况。{name}指出，要抓落实。"
    assert [row[1] for row in found(text)] == [name, name]


def test_two_people_with_like_names_stay_two():
    names = [row[1] for row in found("区长张明亮、副区长张明出席。张明说，好。张明亮说，好。")]
    assert names == ["张明亮", "张明", "张明", "张明亮"]


@pytest.mark.parametrize("text", ["张明亮", "王张明", "张明远方"])
def test_a_known_name_is_not_found_in_a_longer_one(text):
    assert [name for _, name, _, _ in found(f"区长张明说，好。{text}的事。")] == ["张明"]


@pytest.mark.parametrize("text", ["高峰论坛", "旅游高峰期", "用电高峰", "高峰时段"])
def test_a_known_name_that_is_a_word_is_found_only_where_it_acts(text):
    assert [name for _, name, _, _ in found(f"区长高峰说，要保障{text}。高峰强调，要落实。")] == [
        "高峰",
        "高峰",
    ]


@pytest.mark.parametrize("theory", ["理论", "思想", "新时代中国特色社会主义思想", "经济思想"])
def test_a_theory_is_nobody(theory):
    assert [name for _, name, _, _ in found(f"总书记陈一鸣讲话。学习陈一鸣{theory}。")] == ["陈一鸣"]


def test_inserts_and_boilerplate_are_not_read():
    document = govtext.read("区长陈一鸣讲话。")
    hidden = evolve(document, segments=(Segment("boilerplate", document.span(0, len(document.text))),))
    assert list(OFFICIALS(hidden)) == []


def test_lexicons_can_be_extended():
    assert found("区长㛃一鸣主持会议。") == []
    more = Officials(names=Names(surnames=Names().surnames | {"㛃": 500}))
    assert [row[1] for row in found("区长㛃一鸣主持会议。", more)] == ["㛃一鸣"]
    offices = Officials(titles=Titles(offices=Titles().offices | Lexicon({"首席服务官": "office"})))
    assert found("市首席服务官陈一鸣介绍。", offices) == [
        ["市首席服务官陈一鸣", "陈一鸣", ["市首席服务官"], None]
    ]


def test_extractor_pickles_and_is_equal_in_effect():
    again = pickle.loads(pickle.dumps(OFFICIALS))
    text = "区领导陈一鸣、王灿出席，区委书记李旭要求抓好落实。"
    assert found(text, again) == found(text)


HOSTILE = [
    "一",
    "、",
    "((",
    "**",
    "“",
    "书记",
    "区长王",
    "区领导王、",
    "王小",
    "（",
    "·",
    "阿·",
    "任命王",
    "某",
    "记者：王",
    "王小明、",
    "等区领导",
    "王小明同志",
]


@pytest.mark.parametrize("unit", HOSTILE)
def test_time_grows_with_the_length_only(unit):
    """Four times the text takes about four times as long; a square would take sixteen."""

    def seconds(times):
        document = body(unit * times)
        best = float("inf")
        for _ in range(2):
            start = time.process_time()
            list(OFFICIALS(document))
            best = min(best, time.process_time() - start)
        return best

    small = 6000 // len(unit)
    assert seconds(4 * small) < 9 * seconds(small) + 0.05


@pytest.mark.corpus
def test_seeds(corpus):
    """Every mention of the gold, its span, name and titles, and nothing else."""
    for path in sorted((corpus / "gold/seeds").glob("*.json")):
        gold = json.loads(path.read_text(encoding="utf-8"))
        raw = (corpus / gold["file"]).read_bytes().decode("utf-8")
        mentions = OFFICIALS(govtext.read(raw))
        assert [
            (m.span.raw_start, m.span.raw_end, m.name, list(m.titles), m.collective) for m in mentions
        ] == [(m["start"], m["end"], m["name"], m["titles"], m["collective"]) for m in gold["officials"]], (
            path.name
        )


@pytest.mark.corpus
def test_reports_name_only_whom_they_name(corpus):
    """A million and more bytes of reports: only premiers, governors, general secretaries and photographers."""
    size = 0
    names = set()
    for path in sorted((corpus / "suites/text").glob("*_reports_*.jsonl")):
        for line in path.read_text(encoding="utf-8").splitlines():
            document = govtext.read(json.loads(line)["text"])
            size += len(document.text.encode())
            names |= {m.name for m in OFFICIALS(document)}
    assert size > 1_000_000
    assert len(names) <= 20
