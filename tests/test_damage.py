"""The simulator: forms whose bytes are known, and a map that is exact."""

import pytest

from case_files import read_cases
from govtext.damage import Process, gbk_pair, printed_forms, simulate


@pytest.mark.parametrize("case", read_cases("damage", "forms"), ids=lambda case: case["printed"])
def test_known_forms_come_out_byte_for_byte(case):
    assert simulate(case["original"], Process(**case["process"])).text == case["printed"]


def test_nothing_is_torn_where_no_bytes_meet():
    printed = simulate("全区上下要行动起来，好！", Process())
    assert printed.text == "全區上下要行動起來,好!"
    assert not any(printed.damaged)
    assert printed.stretches() == []


def test_each_character_maps_to_what_is_printed_of_it():
    printed = simulate("区长抓开发", Process(annotated={"區": "qū", "開": "kāi"}))
    assert [printed.text[a:b] for a, b in printed.places] == ["區(qū)", "長", "抓", "開(kāi)", "發"]


def test_a_lost_character_maps_to_nothing_at_its_place():
    printed = simulate("一危”等", Process(lone=""))
    assert printed.places[1] == (1, 1)
    assert printed.damaged == (False, True, True, True)


def test_a_lead_byte_swallows_ascii_or_leaves_it():
    assert simulate("保“四”,好", Process()).text.endswith("?好")
    assert simulate("保“四”,好", Process(swallows=False)).text.endswith(",好")


def test_full_width_marks_may_stay():
    assert "！" in simulate("保“四", Process(half_width=False)).text


def test_what_gbk_lacks_is_printed_as_a_question_mark():
    assert simulate("买买提·艾力🙂", Process(traditional=False)).text == "买买提·艾力?"


def test_unassigned_pairs_and_forms():
    assert gbk_pair(0xAE, 0xCB) == ""
    assert gbk_pair(0xE9, 0x5F) == "開"
    assert printed_forms("于")[0] == "于"
    assert printed_forms("众")[0] == "眾"


@pytest.mark.parametrize("case", read_cases("damage", "maps"), ids=lambda case: case["printed"])
def test_each_character_has_its_exact_place(case):
    printed = simulate(case["original"], Process(**case["process"]))
    assert printed.text == case["printed"]
    assert [list(place) for place in printed.places] == case["places"]
    assert [int(torn) for torn in printed.damaged] == case["damaged"]
    assert [list(stretch) for stretch in printed.stretches()] == case["stretches"]


@pytest.mark.parametrize(
    "lead, second, char",
    [
        (0x81, 0x40, "丂"), (0xB1, 0xA3, "保"), (0xFE, 0xFE, ""), (0xAE, 0xCB, ""), (0x80, 0x80, ""), (0x41, 0x42, ""),
        (0x81, 0x7F, ""), (0xFF, 0x40, ""), (0xB1, 0x39, ""),
    ],
)  # fmt: skip
def test_pairs_of_bytes(lead, second, char):
    assert gbk_pair(lead, second) == char


@pytest.mark.parametrize(
    "char, forms",
    [
        ("为", ("為", "爲")), ("干", ("干", "乾", "幹", "榦")), ("发", ("發", "髮")), ("众", ("眾", "衆")), ("A", ("A",)),
        ("于", ("于", "於")), ("臺", ("臺",)), ("保", ("保",)),
    ],
)  # fmt: skip
def test_forms_that_a_page_may_print(char, forms):
    assert printed_forms(char) == forms
