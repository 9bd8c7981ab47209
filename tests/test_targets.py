"""Numeric targets: the cases of `tests/cases/targets`, sections, lists, notes, extension, and linear growth."""

from __future__ import annotations

import datetime
import json
import pickle
import time
from decimal import Decimal
from itertools import pairwise
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest

import govtext
from govtext.extractors.target_quantities import QuantityReader
from govtext.extractors.targets import Targets
from govtext.lexicon import Lexicon
from govtext.units import units

if TYPE_CHECKING:
    from govtext.mentions import TargetMention

CASES = Path(__file__).parent / "cases" / "targets"


def rows(name: str) -> list[dict[str, Any]]:
    return [json.loads(line) for line in (CASES / f"{name}.jsonl").read_text(encoding="utf-8").splitlines()]


def cases() -> list[Any]:
    return [
        pytest.param(row, id=row["text"][:30], marks=[pytest.mark.xfail] if name == "known_failures" else [])
        for name in ("wild", "negative", "synthetic", "known_failures")
        for row in rows(name)
    ]


def found_in(text: str) -> list[TargetMention]:
    return list(Targets()(govtext.read(text)))


@pytest.mark.parametrize("row", cases())
def test_case(row: dict[str, Any]) -> None:
    found = [
        {
            "text": t.text,
            "amount": t.amount,
            "amount_max": t.amount_max,
            "unit": t.unit,
            "kind": t.kind,
            "comparator": t.comparator,
            "object": t.object,
            "status": t.status,
        }
        for t in found_in(row["text"])
    ]
    wanted = [
        target
        | {
            name: None if target.get(name) is None else Decimal(target[name])
            for name in ("amount", "amount_max")
        }
        for target in row["targets"]
    ]
    assert found == wanted


def test_spans_are_where_the_text_is() -> None:
    text = "今年要完成投资12亿元以上，增长8%左右。"
    assert [text[t.start : t.end] for t in found_in(text)] == ["12亿元以上", "8%左右"]


REPORT = """宁川县2023年政府工作报告

一、2022年工作回顾
实现地区生产总值215亿元，增长6.1%。确保了粮食产量18万吨。
（一）产业发展提质增效
新建标准化厂房12万平方米。

二、2023年重点工作
实现地区生产总值增长6.5%左右。
（一）加快转型升级
新建标准化厂房20万平方米。
"""


def test_a_section_sets_the_status() -> None:
    found = found_in(REPORT)
    assert [(t.text, t.status) for t in found] == [
        ("215亿元", "achieved"),
        ("6.1%", "achieved"),
        ("18万吨", "achieved"),
        ("12万平方米", "achieved"),
        ("6.5%左右", "target"),
        ("20万平方米", "target"),
    ]


def test_orders_hold_over_the_sentences_that_follow() -> None:
    found = found_in("会议强调，要抓好项目建设。新建公园5个，改造道路3条。去年新建公园2个。")
    assert [t.status for t in found] == ["target", "target", "achieved"]


def test_contradicting_bounds_leave_a_note() -> None:
    (target,) = found_in("培育企业近30余家。")
    assert target.notes == ("bounds disagree: 近30余家",)
    assert target.comparator == ">"


def test_lost_digits_are_reported_and_not_guessed() -> None:
    found = found_in("全年税收 亿元，比上年提高.个百分点。")
    assert [(t.text, t.amount, t.redacted, t.notes) for t in found] == [
        ("亿元", None, True, ("number left blank",)),
        (".个百分点", None, True, ("digits lost",)),
    ]


def test_the_responsible_body_is_named() -> None:
    (target,) = found_in("区水务局要完成清淤疏浚12公里。")
    assert (target.responsible, target.status) == ("区水务局", "target")


def test_inserts_and_metadata_carry_no_targets() -> None:
    text = "来源：区融媒体中心 发布时间：2024-05-06 浏览：150次\n全区新增绿地5公顷。"
    assert [t.text for t in found_in(text)] == ["5公顷"]


def test_units_and_labels_can_be_extended() -> None:
    reader = QuantityReader(
        units=units() | {"垧": units()["亩"]}, labels=QuantityReader().labels | Lexicon({"九个一": None})
    )
    found = list(Targets(quantities=reader)(govtext.read("造林30垧，落实九个一。")))
    assert [t.text for t in found] == ["30垧"]


def test_an_extractor_pickles_and_repeats_itself() -> None:
    extractor = Targets()
    document = govtext.read(REPORT)
    again = pickle.loads(pickle.dumps(extractor))
    assert list(extractor(document)) == list(again(document))


def test_nothing_is_counted_twice() -> None:
    found = found_in("".join(row["text"] + "\n" for row in rows("wild")))
    for before, after in pairwise(found):
        assert before.end <= after.start, (before, after)


def test_a_prefixed_sentence_shifts_every_span() -> None:
    prefix = "全区上下团结一心。\n"
    plain, shifted = found_in(REPORT), found_in(prefix + REPORT)
    assert [(t.start + len(prefix), t.text, t.amount) for t in plain] == [
        (t.start, t.text, t.amount) for t in shifted
    ]


HOSTILE = [
    *("5个", "5个、", "5%、6%、", "分别", "“5个", "5亿元的", "1、", "第5", "前5", "、"),
    *("投资5亿元，", "要5个。", "亿元", " 亿元", "(5个", "要完成", "比上年", "分别5、", "5个\n", "高于全国"),
]


@pytest.mark.parametrize("unit", HOSTILE)
def test_time_grows_with_the_text(unit: str) -> None:
    def seconds(length: int) -> float:
        document = govtext.read(unit * (length // len(unit)), published=datetime.date(2024, 1, 1), steps=())
        start = time.process_time()
        for _ in Targets()(document):
            pass
        return time.process_time() - start

    seconds(500)
    small, large = max(seconds(5_000), 0.003), min(seconds(20_000), seconds(20_000))
    assert large < small * 16, f"four times the text took {large / small:.1f} times as long"
