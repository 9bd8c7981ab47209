"""Wrong encodings reversed where the bytes are there; question marks that stand for what an encoding lacked."""

import pytest

from govtext import AlignedText
from govtext.cleaning import encodings, quotation

TEXT = "全区上下要提高站位，扎实做好“六稳”工作：一是稳就业；二是稳投资。"


@pytest.mark.parametrize("wrong", ["cp1252", "latin-1"])
def test_utf8_read_as_a_western_encoding(wrong):
    text = "中国经济稳中向好"
    data = text.encode()
    printed = "".join(bytes([b]).decode(wrong, "ignore") or chr(b) for b in data)
    assert encodings(AlignedText.of(printed)).text == text


def test_gbk_read_as_latin_1():
    assert encodings(AlignedText.of(TEXT.encode("gbk").decode("latin-1"))).text == TEXT


def test_utf8_read_as_gbk_with_lost_bytes():
    page = encodings(AlignedText.of("要闻\n" + TEXT.encode().decode("gbk", "replace") + "\n完"))
    kept = sum(char in page.text for char in TEXT)
    assert kept >= len(TEXT) - 2
    assert page.text.startswith("要闻\n全区上下")
    assert page.text.endswith("\n完")


def test_what_does_not_reverse_is_reported_where_it_stands():
    printed = "鈥滃崄浜斾簲鈥濇椂鏈�"
    page = encodings(AlignedText.of(printed))
    assert page.text.startswith("“十五五”时")
    assert [damage.kind for damage in page.damage] == ["encoding"]
    assert all(page.raw[d.raw_start : d.raw_end] == d.printed for d in page.damage)


@pytest.mark.parametrize("text", ["涓涓细流汇成江海。", "陈瀹主持会议", "José、Müller参会", TEXT, ""])
def test_what_was_read_rightly_stays(text):
    page = encodings(AlignedText.of(text))
    assert page.text == text
    assert page.damage == ()


@pytest.mark.parametrize(
    "text, clean",
    [
        ("(撰稿人:周明月?审核人:李灿)", "(撰稿人:周明月 审核人:李灿)"),
        ("深入践行?三个代表?重要思想", "深入践行“三个代表”重要思想"),
        ("自治区主席阿力木江?买买提出席", "自治区主席阿力木江·买买提出席"),
    ],
)
def test_question_marks_that_are_none(text, clean):
    assert quotation(AlignedText.of(text)).text == clean


@pytest.mark.parametrize(
    "text", ["怎么办?三件事?都要办。", "行吗?审核通过了。", "为什么?", "谁来干?一把手?还是大家?"]
)
def test_questions_stay(text):
    assert quotation(AlignedText.of(text)).text == text


def test_a_quotation_mark_left_alone_is_reported():
    page = quotation(AlignedText.of("要做好“六稳工作，落实“六保”任务。"))
    (damage,) = page.damage
    assert (damage.kind, damage.raw_start) == ("quotation", 3)
    assert quotation(AlignedText.of("“第一段\n“第二段”")).damage == ()
