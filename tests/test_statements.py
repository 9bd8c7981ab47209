"""Statements: who said what, how far, on marked texts; and that the work grows with the text."""

import time
from typing import Any

import pytest
from attrs import evolve

from case_files import read_cases
from govtext import Document, Person, Segment, Statement, link
from govtext.acts import find_acts
from govtext.bodies import body_before
from govtext.lexicon import read_rows
from govtext.verbs import verbs
from marked import marked

CASES = [
    case for provenance in ("wild", "synthetic", "negative") for case in read_cases("statements", provenance)
]


def told(document: Document, statement: Statement) -> list[str]:
    """A statement as the cases write one."""
    speaker = statement.speaker
    name = speaker.name if isinstance(speaker, Person) else speaker
    return [name, statement.verb, document.text[statement.span.start : statement.span.end]]


def check(case: dict[str, Any]) -> None:
    """The statements of the case, in order, with their exact speech."""
    document, officials = marked(case["text"])
    findings = link(document, officials)
    assert [told(document, statement) for statement in findings.statements] == case["statements"]
    for statement in findings.statements:
        assert isinstance(statement.speaker, str) or statement.speaker in findings.people


@pytest.mark.parametrize("case", CASES, ids=lambda case: case["label"])
def test_statements(case: dict[str, Any]) -> None:
    """Each case's statements."""
    check(case)


@pytest.mark.xfail(strict=True, reason="not read yet")
@pytest.mark.parametrize("case", read_cases("statements", "known_failures"), ids=lambda case: case["label"])
def test_known_failures(case: dict[str, Any]) -> None:
    """Cases that are known to fail; one that passes is moved to the others."""
    check(case)


def test_a_speech_ends_with_its_segment() -> None:
    """A credit that follows in the same line is no more of the speech."""
    document, officials = marked("{区长|陈一鸣}强调，要压实责任。（林知秋）")
    cut = document.text.index("（")
    body, credit = document.span(0, cut), document.span(cut, len(document.text))
    document = evolve(document, segments=(Segment("body", body), Segment("credit", credit)))
    assert [told(document, s) for s in link(document, officials).statements] == [
        ["陈一鸣", "强调", "要压实责任。"]
    ]


def test_every_verb_of_the_tables_is_read() -> None:
    """A sentence with each verb of the tables makes its person act, in the role that the table says."""
    for word, verb in verbs().words.items():
        lead = "作了" if verb.needs_after else ""
        mark = "记者，" if verb.speech == "whom" else "，" if verb.speech else "。"
        document, officials = marked(f"{{区长|陈一鸣}}在会上{lead}{word}{mark}要加快进度。")
        acts = find_acts(document, officials)
        expected = [] if verb.speech == "body" else [(word, verb.role)]
        assert [(act.verb, act.role) for act in acts if act.people] == expected, word


def test_every_body_of_the_table_speaks() -> None:
    """Each last word of the table is the subject of a reporting verb behind it."""
    for word, _ in read_rows("speaking_bodies"):
        name = word if len(word) > 1 else f"区水利{word}"
        assert body_before(f"{name}指出", 0, len(name)) == (0, name)


def least_seconds(text: str) -> float:
    """The least CPU time of three runs of link() over a page with marked people."""
    document, officials = marked(text)
    times = []
    for _ in range(3):
        started = time.process_time()
        link(document, officials)
        times.append(time.process_time() - started)
    return min(times)


@pytest.mark.parametrize(
    "unit",
    [
        "一",
        "、",
        "，",
        "（",
        "“",
        "”",
        "区领导",
        "会议指出",
        "要求",
        "他强调，",
        "区政府党组要",
        "说：“",
        "按照会议要求，",
        "\n",
        "陪同",
        "陪同。",
    ],
)
def test_hostile_pages_stay_linear(unit: str) -> None:
    """Ten times the input is about ten times the work, on pages that are one thing over and over."""

    def work(size: int) -> float:
        return least_seconds("{区长|陈一鸣}主持。" + unit * (size // len(unit)))

    work(1000)
    assert work(200_000) < 40 * max(work(20_000), 0.002)


def test_many_people_stay_linear() -> None:
    """A thousand people in one sentence, and in a thousand, cost what their number says."""

    names = [f"{{区领导>李{chr(0x4E00 + i)}}}" for i in range(2000)]
    assert least_seconds("、".join(names) + "参加。") < 60 * max(
        least_seconds("、".join(names[:200]) + "参加。"), 0.002
    )
    assert least_seconds("说，好。".join(names) + "参加。") < 60 * max(
        least_seconds("说，好。".join(names[:200]) + "参加。"), 0.002
    )
    assert least_seconds("说，".join(names) + "参加。") < 60 * max(
        least_seconds("说，".join(names[:200]) + "参加。"), 0.002
    )
