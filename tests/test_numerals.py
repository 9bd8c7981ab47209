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
