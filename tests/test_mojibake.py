"""The repair: exact, or reported; never on ordinary prose."""

import sys
import time

import pytest

from case_files import read_cases
from govtext import AlignedText
from govtext.bytesearch import Reading, with_hidden_words
from govtext.cleaning import mojibake
from govtext.damage import Process, simulate
from govtext.script import simplify

HALF = str.maketrans("！？；，：（）％", "!?;,:()%")


@pytest.mark.parametrize("case", read_cases("damage", "synthetic"), ids=lambda case: case["printed"])
def test_damaged_sentences_read_again_as_they_did(case):
    assert simulate(case["original"], Process(**case["process"])).text == case["printed"]
    page = mojibake(AlignedText.of(case["printed"]))
    assert simplify(page.text) == case["original"].translate(HALF)
    assert page.edits
    assert all(edit.step == "mojibake" for edit in page.edits)


@pytest.mark.parametrize("case", read_cases("damage", "known_failures"), ids=lambda case: case["printed"])
@pytest.mark.xfail(strict=True, reason="no clear margin")
def test_known_failures(case):
    page = mojibake(AlignedText.of(case["printed"]))
    assert simplify(page.text) == case["original"].translate(HALF)


@pytest.mark.parametrize("case", read_cases("damage", "known_failures"), ids=lambda case: case["printed"])
def test_what_is_not_restored_is_never_read_wrongly(case):
    page = mojibake(AlignedText.of(case["printed"]))
    restored = simplify("".join(edit.after for edit in page.edits))
    assert all(part in case["original"].translate(HALF) for part in [restored] if part)


@pytest.mark.parametrize("case", read_cases("damage", "negative"), ids=lambda case: case["text"])
@pytest.mark.parametrize("traditional", [False, True])
def test_real_marks_stay(case, traditional):
    text = (
        simulate(case["text"], Process(cut="", traditional=traditional)).text if traditional else case["text"]
    )
    page = mojibake(AlignedText.of(text))
    assert page.text == text
    assert page.damage == ()


def test_the_restoration_has_its_place():
    page = mojibake(AlignedText.of("要確?!笆奈濉遍_(kāi)好局,再接再厲"))
    assert page.text == "要確保“十四五”開好局,再接再厲"
    (edit,) = page.edits
    assert page.raw[edit.raw_start : edit.raw_end] == edit.before == "?!笆奈濉遍_(kāi)"
    assert page.span(7, 8).raw_start == edit.raw_start


def test_what_is_not_certain_is_reported_with_candidates():
    page = mojibake(AlignedText.of("全縣上下要攻堅克難?!傲?”工作要做實。"))
    (damage,) = page.damage
    assert damage.kind == "gbk"
    assert damage.printed == page.raw[damage.raw_start : damage.raw_end]
    assert damage.candidates
    assert list(damage.candidates) == sorted(damage.candidates, key=lambda each: -each.score)


def test_restored_text_is_left_alone():
    once = mojibake(AlignedText.of("確?!半p過半,全力包;獍讣,勇?lián)?dāng)")).text
    assert mojibake(AlignedText.of(once)).text == once


@pytest.mark.parametrize(
    "piece", ["?!;", "?!笆", "a?b", "?lián)", "!半p", "保?", "?(", ";獍讣", "確?!笆奈濉遍_"]
)
def test_hostile_pages_take_linear_time(piece, monkeypatch):
    monkeypatch.setattr(sys.modules["govtext.cleaning.mojibake"], "WORK", 1000)

    def spent(size: int) -> float:
        text = piece * (size // len(piece))
        start = time.process_time()
        mojibake(AlignedText.of(text))
        return time.process_time() - start

    spent(300)
    small, large = spent(1000), spent(4000)
    assert large < 12 * small + 0.2


@pytest.mark.corpus
def test_the_corpus_is_restored_in_place(corpus):
    wanted = {"000": 1, "001": 5, "002": 0, "003": 3, "004": 0}
    for path in sorted((corpus / "seeds").glob("*.txt")):
        page = mojibake(AlignedText.of(path.read_text(encoding="utf-8")))
        assert len(page.edits) == wanted[path.name[:3]], path.name
        assert page.damage == ()


def test_a_speaker_behind_a_quotation_is_no_other_word():
    """`。”他说` came back as 。”所說: of readings that print alike the likelier must lead by the margin."""
    printed = simulate("事事有回音’。”他说。会议还研究了其他事项。", Process(annotated={"會": "huì"})).text
    page = mojibake(AlignedText.of(printed))
    assert "他說" in page.text or (page.text == printed and page.damage)


def test_a_word_that_a_gap_swallowed_whole_is_a_rival():
    """All of 转化 falls into unassigned pairs: 成果专项 and 成果转化专项 print alike."""
    short, whole = "。开展科技成果专项行动", "。开展科技成果转化专项行动"
    process = Process(traditional=False)
    assert simulate("应用" + short, process).text == simulate("应用" + whole, process).text
    page = sys.modules["govtext.cleaning.mojibake"]._page("加强高效转化应用。")
    found = {each.text for each in with_hidden_words(page, "应用", Reading(10.0, short, 5), ",健全")}
    assert whole in found
    assert all(
        simulate("应用" + each, process).text == simulate("应用" + short, process).text for each in found
    )
