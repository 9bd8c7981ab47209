"""Properties of numerals and targets: amounts come back in every writing, bounds agree, nothing is counted twice."""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

import govtext
from govtext.extractors.targets import Targets
from govtext.numerals import find, scan
from govtext.units import units

if TYPE_CHECKING:
    from decimal import Decimal

DIGITS = "零一二三四五六七八九"
FORMAL = str.maketrans("一二三四五六七八九十百千", "壹贰叁肆伍陆柒捌玖拾佰仟")
FULL_WIDTH = str.maketrans("0123456789.", "０１２３４５６７８９．")


def below_ten_thousand(number: int) -> str:
    """A number from 1 to 9999 in Chinese, with 零 where places are skipped."""
    written, gap = "", False
    for scale, name in ((1000, "千"), (100, "百"), (10, "十"), (1, "")):
        digit = number // scale % 10
        if digit:
            written += ("零" if gap and written else "") + DIGITS[digit] + name
            gap = False
        else:
            gap = True
    return written


def chinese(number: int) -> str:
    """A number from 1 to 10**12 in Chinese."""
    written = ""
    for scale, name in ((10**8, "亿"), (10**4, "万"), (1, "")):
        part = number // scale % 10**4
        if part:
            written += ("零" if written and part < 1000 else "") + below_ten_thousand(part) + name
    return written


whole = st.integers(min_value=1, max_value=10**12 - 1)
decimals = st.decimals(min_value="0.01", max_value="99999.99", places=2)


def only(text: str) -> Decimal | None:
    (numeral,) = find(text)
    assert (numeral.start, numeral.end) == (0, len(text))
    return numeral.amount


@settings(max_examples=150)
@given(whole.filter(lambda n: n > 10))
def test_a_whole_number_comes_back_in_chinese(number: int) -> None:
    if number % 10**4 and number >= 10**4 and not number % 10**4 >= 1000:
        assert "零" in chinese(number)
    assert only(chinese(number)) == number


@settings(max_examples=80)
@given(st.integers(min_value=11, max_value=9999))
def test_a_whole_number_comes_back_in_formal_digits(number: int) -> None:
    assert only(chinese(number).translate(FORMAL)) == number


@settings(max_examples=80)
@given(whole)
def test_grouped_and_full_width_digits_come_back(number: int) -> None:
    assert only(f"{number:,}") == number
    assert only(str(number).translate(FULL_WIDTH)) == number


@settings(max_examples=80)
@given(decimals, st.sampled_from([("", 1), ("万", 10**4), ("亿", 10**8), ("万亿", 10**12)]))
def test_decimals_with_a_scale_come_back(number: Decimal, scale: tuple[str, int]) -> None:
    assert only(f"{number}{scale[0]}") == number * scale[1]


UNITS = sorted(
    unit.name
    for unit in units().words.values()
    if unit.kind in ("money", "area", "mass", "energy", "count") and not unit.part
)


@settings(max_examples=80, deadline=None)
@given(st.integers(min_value=2, max_value=9999), st.sampled_from(UNITS))
def test_a_target_keeps_amount_and_unit(number: int, unit: str) -> None:
    found = list(Targets()(govtext.read(f"完成指标{number}{unit}。")))
    if unit in ("分", "点", "块"):  # a score, a remark and a plot need more around them
        return
    (target,) = found
    assert target.amount == number
    assert target.unit == units()[unit].form


BEFORE = {
    "超过": ">",
    "突破": ">",
    "不少于": ">=",
    "不低于": ">=",
    "不到": "<",
    "近": "<",
    "不超过": "<=",
    "约": "~",
}
AFTER = {"以上": ">=", "以内": "<=", "左右": "~", "": ""}


@pytest.mark.parametrize("before", BEFORE)
@pytest.mark.parametrize("after", AFTER)
def test_bounds_on_both_sides_never_contradict_silently(before: str, after: str) -> None:
    (target,) = Targets()(govtext.read(f"投资{before}500亿元{after}。"))
    said = {BEFORE[before][0], *AFTER[after][:1]}
    assert bool(target.notes) == (len(said) > 1)
    assert target.comparator[0] in said


@settings(max_examples=60, deadline=None)
@given(
    st.text(
        alphabet="一二三十百千万亿0123456789.．点０５,*%k个元亩至到-第前约超以上分别、，。“”《》增长投资年月",
        max_size=60,
    )
)
def test_any_text_is_read_without_overlap(text: str) -> None:
    document = govtext.read(text)
    found = list(Targets()(document))
    for before, after in pairwise(found):
        assert before.end <= after.start
    for target in found:
        assert document.text[target.start : target.end] == target.text
        assert target.text == target.text.strip()
        assert (target.amount is None) == target.redacted
    tokens = list(scan(text))
    for one, two in pairwise(tokens):
        assert one.end <= two.start
