"""Attribution: speakers of quotations, and the statement around a slogan."""

import pytest
from attrs import evolve

import govtext
from case_files import read_cases
from govtext.document import Segment
from govtext.linking.attribution import covering_statement, with_speakers


def parsed(text: str) -> govtext.Findings:
    document = govtext.read(text)
    document = evolve(document, segments=(Segment("body", document.span(0, len(document.text))),))
    return govtext.link(document, govtext.extract(document))


@pytest.mark.parametrize("case", read_cases("attribution", "wild"))
def test_case(case):
    slogans = parsed(case["text"]).slogans
    assert {s.text: s.speaker for s in slogans if s.kind == "quote"} == case["quotes"]


@pytest.mark.parametrize("case", read_cases("attribution", "wild"))
def test_only_attributed_speech_has_a_speaker(case):
    assert all(s.speaker is None for s in parsed(case["text"]).slogans if s.kind != "quote")


def test_without_statements_the_person_beside_is_still_found():
    findings = parsed("“路修好了，日子更有盼头了。”村民周小满说。")
    (quote,) = with_speakers(findings.document, findings.slogans, ())
    assert quote.speaker == "周小满"


def test_a_slogan_links_to_the_innermost_statement_around_it():
    findings = parsed("区长陈一鸣强调，要做好“六稳”工作。县委书记李志强要求，要落实“六保”任务。")
    speakers = [covering_statement(slogan, findings.statements).speaker.name for slogan in findings.slogans]
    assert speakers == ["陈一鸣", "李志强"]


def test_a_slogan_outside_of_speech_links_to_none():
    findings = parsed("全县扎实做好“六稳”工作。")
    assert covering_statement(findings.slogans[0], findings.statements) is None
