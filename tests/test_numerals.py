"""Numerals: the cases of `tests/cases/numerals`, exactness, the units' table and linear growth."""

from __future__ import annotations

import json
import pickle
import time
from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest

from govtext.lexicon import read_rows
from govtext.numeral_values import read_run, scale_behind
from govtext.numerals import Numeral, find, scan
from govtext.units import units

CASES = Path(__file__).parent / "cases" / "numerals"


def rows(name: str) -> list[dict[str, Any]]:
    return [json.loads(line) for line in (CASES / f"{name}.jsonl").read_text(encoding="utf-8").splitlines()]


def cases() -> list[Any]:
    return [
        pytest.param(row, id=row["text"][:30], marks=[pytest.mark.xfail] if name == "known_failures" else [])
        for name in ("synthetic", "wild", "negative", "known_failures")
        for row in rows(name)
    ]


@pytest.mark.parametrize("row", cases())
def test_case(row: dict[str, Any]) -> None:
    found = [(row["text"][n.start : n.end], n.amount, n.amount_max, n.comparator) for n in find(row["text"])]
    wanted = [
        (span, None if low is None else Decimal(low), None if high is None else Decimal(high), sign)
        for span, low, high, sign in row["numerals"]
    ]
    assert found == wanted


def test_hidden_digits_are_marked() -> None:
    assert [n.redacted for n in find("**个项目、3个园区")] == [True, False]


def test_amounts_are_exact() -> None:
    (numeral,) = find("0.1亿")
    assert numeral.amount == Decimal(10_000_000)
    assert isinstance(numeral.amount, Decimal)


def test_values_pickle() -> None:
    numeral = Numeral(0, 2, Decimal(12))
    assert pickle.loads(pickle.dumps(numeral)) == numeral


def test_a_part_of_the_text_can_be_scanned() -> None:
    text = "5个项目，8个园区"
    assert [token.low for token in scan(text, 4)] == [Decimal(8)]


def test_a_scan_begins_and_ends_where_it_is_told() -> None:
    text = "投资12亿元，增长8%"
    assert [(token.start, token.end) for token in scan(text, 3, 6)] == [(3, 5)]
    assert [(token.low, token.scale) for token in scan(text, 0, 5)] == [
        (Decimal(1_200_000_000), Decimal(10**8))
    ]
    assert [token.low for token in scan(text, 7)] == [Decimal(8)]


@pytest.mark.parametrize(
    "text, form, unit, arabic, scale",
    [
        ("12", "plain", None, True, 1), ("十二", "plain", None, False, 1), ("十", "plain", None, False, 10),
        ("百", "bare", None, False, 100), ("千万", "bare", None, False, 10**7), ("3万", "plain", None, True, 10**4),
        ("５万", "plain", None, True, 10**4), ("三百万", "plain", None, False, 10**6),
        ("百分之五", "percent", "%", False, 1), ("千分之五", "percent", "‰", False, 1), ("三成", "percent", "%", False, 1),
        ("3成", "percent", "%", True, 1), ("三分之二", "fraction", None, False, 1), ("2/3", "fraction", None, True, 1),
        ("一半", "fraction", None, False, 1), ("翻一番", "doubling", "%", False, 1), ("两位数", "digits", None, False, 1),
        ("**", "redacted", None, False, 1), ("数百", "plain", None, False, 100), ("30余万", "plain", None, True, 10**4),
        ("百余", "plain", None, False, 100), ("两个亿", "plain", None, False, 10**8), ("15k元", "plain", None, True, 1000),
        ("3到5万", "plain", None, True, 10**4),
    ],
)  # fmt: skip
def test_tokens_say_how_they_are_written(
    text: str, form: str, unit: str | None, scale: int, *, arabic: bool
) -> None:
    (token,) = scan(text)
    assert (token.form, token.unit, token.arabic, token.scale) == (form, unit, arabic, Decimal(scale))


@pytest.mark.parametrize(
    "run, value",
    [
        ("", None), ("万一", None), ("万千", None), ("百千万", None), ("三千零", (3000, None)), ("零", (0, None)),
        ("一千零十", (1010, None)), ("百二万", (1_200_000, None)), ("一百零二万", (1_020_000, None)),
        ("三千五万", (35_000_000, None)), ("1亿2千万", (120_000_000, None)), ("万亿", (10**12, None)),
        ("亿万", None), ("十五六", (15, 16)), ("三五", (3, 5)), ("五七", None), ("1.5亿", (150_000_000, None)),
        ("5.67万亿", (5_670_000_000_000, None)), ("9" * 27, (int("9" * 27), None)), ("9" * 28, None),
    ],
)  # fmt: skip
def test_runs_are_read(run: str, value: tuple[int, int | None] | None) -> None:
    assert read_run(run) == value


@pytest.mark.parametrize(
    "run, written",
    [
        ("5.67万亿", "5670000000000"),
        ("3.50万", "35000"),
        ("0.0001万", "1"),
        ("0.00015万", "1.5"),
        ("2.5千", "2500"),
        ("三点五万", "35000"),
        ("三点五", "3.5"),
    ],
)
def test_no_zeros_are_left_behind_the_point(run: str, written: str) -> None:
    value = read_run(run)
    assert value is not None
    assert str(value[0]) == written


def test_scales_at_the_end_are_multiplied() -> None:
    assert [int(scale_behind(run)) for run in ("", "320", "3千", "5万亿", "3千万", "万二")] == [
        1,
        1,
        1000,
        10**12,
        10**7,
        1,
    ]


def test_currencies_have_codes_and_physical_units_ucum() -> None:
    table = units()
    assert table["美元"].currency == "USD"
    assert table["平方公里"].ucum == "km2"
    for unit in table.words.values():
        assert (unit.currency is not None) == (unit.dimension == "currency"), unit
        assert unit.currency is None or (len(unit.currency) == 3 and unit.currency.isupper()), unit


def test_units_can_be_extended() -> None:
    mu = units()["亩"]
    more = units() | {"垧": mu}
    assert "垧" in more
    assert "垧" not in units()


@pytest.mark.parametrize(
    "table", ["units", "bounds", "unit_words", "target_labels", "target_nouns", "target_status"]
)
def test_tables_hold_each_row_once(table: str) -> None:
    found = read_rows(table)
    assert len(found) == len(set(found))


HOSTILE = [
    "一",
    "1",
    "1.",
    "*",
    "1,",
    "十",
    "分之一",
    "1-",
    "x.",
    "点一",
    "111,111",
    "一到",
    "、",
    "((",
    "万亿",
    "翻",
    "百",
    "-",
]


@pytest.mark.parametrize("unit", HOSTILE)
def test_time_grows_with_the_text(unit: str) -> None:
    def seconds(length: int) -> float:
        text = unit * (length // len(unit))
        start = time.process_time()
        for _ in scan(text):
            pass
        return time.process_time() - start

    seconds(1_000)
    small, large = max(seconds(20_000), 0.002), min(seconds(80_000), seconds(80_000))
    assert large < small * 16, f"four times the text took {large / small:.1f} times as long"
