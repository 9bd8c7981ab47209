"""Deadlines: which date governs a figure; and the table of targets that shows them."""

from __future__ import annotations

import csv
import datetime
import io
import json
import time
from typing import Any

import pytest

import govtext
from govtext.interchange.tables import COLUMNS, csv_lines, json_lines, target_rows
from govtext.linking.deadlines import with_deadlines

PUBLISHED = datetime.date(2024, 5, 6)

CASES: list[tuple[str, list[str | None]]] = [
    ("2023年，全县完成固定资产投资52亿元，增长8%。", ["2023", "2023"]),
    ("到2027年，规上企业达到300家，产值突破500亿元；到2030年，产值突破1000亿元。", ["2027", "2027", "2030"]),
    ("一季度，实现地区生产总值120亿元，比2023年同期提高1.2个百分点。", ["2024-33", "2024-33"]),
    ("9月底前务必化解30件信访案件。", ["2024-09-30"]),
    ("力争12月底前开工项目20个以上，完成投资50亿元。", ["2024-12-31", "2024-12-31"]),
    ("5月6日上午，区长主持召开会议，研究15个议题。", [None]),
    ("由2020年的5%提高到2025年的8%。", ["2020", "2025"]),
    ("30个老旧小区要在10月底前完成改造。", ["2024-10-31"]),
    ("“十四五”期间，累计完成投资3200亿元。", ["2021/2025"]),
    ("“十四五”规划提出5项重点任务。", [None]),
    ("上半年完成投资20亿元，下半年力争完成投资30亿元。", ["2024-40", "2024-41"]),
    ("去年新建公园5个。今年计划新建10个。", ["2023", "2024"]),
    ("2023年度第5次常务会议审议了8项议题。", [None]),
    ("完成投资20亿元。", [None]),
    ("距国庆节还有10天。", [None]),
    ("《到2030年前行动方案》提出6项任务。", [None]),
    ("2020年达到1320亿元，是2015年的1.5倍。", ["2020", "2020"]),
    ("未来3-5年内累计投资不低于60亿元。", ["2024-05-06/2029-05-05"]),
    ("总投资30亿元的轴承产业园项目年内开工。", [None]),
    ("水质30年来首次好转，建成幸福河湖12个。", [None]),
    ("县中医院于今年3月开工，设置床位300张。", [None]),
    ("浓度较“十三五”末下降6%。", [None]),
    ("全力推进36件民生实事，确保年底前全部完工。", ["2024-12-31"]),
    ("下半年工作：7个项目9月底前必须开工。", ["2024-09-30"]),
    ("今年，全县计划新建学校6所，其中4所8月底前竣工。", ["2024", "2024-08-31"]),
    ("今年，投资要增长5%、6月底前完成40%。", ["2024", "2024-06-30"]),
    ("对剩余的14处隐患，要求责任单位于11月15日前整改到位。", ["2024-11-15"]),
    ("财政收入占年初预算的24.8%，比上月提高2个百分点。", [None, None]),
    ("一季度完成投资8亿元，占全年计划的21.6%。", ["2024-33", "2024-33"]),
    ("要在三季度末完成全年任务的80%。", ["2024-09"]),
    ("新建高标准农田3.8万亩，整治山塘57口，明年3月底前全面完工。", ["2025-03-31", "2025-03-31"]),
    ("已开工项目8个，年底前全部完工。", [None]),
    ("该桥去年10月动工，目前已完成工程量的72%。", [None]),
    ("活动从6月开始，到11月底基本结束，全区共有31个党委参加。", ["2024-06"]),
    ("2024年，要在去年的基础上自我加压，力争主要指标进入全省前十位。", ["2024"]),
    ("确保8月份一次性通过验收；要守住底线，信访总量下降两成。", [None]),
    ("11月底前，完成首批60家保供网点授牌。", ["2024-11-30"]),
    ("上半年承诺的37件实事8月底前必须办结；力争3个方面取得突破。", ["2024-08-31", None]),
    ("今年是“十四五”开局之年，预计全年完成生产总值128亿元；固定资产投资105亿元。", ["2024", "2024"]),
    ("全会提出了2025年全县发展的主要目标：生产总值增长6%；财政收入增长5%。", ["2025", "2025"]),
    ("一期总投资3600万元，4月底已完工，二期计划于7月上旬动工，年底前投入使用。", [None]),
    ("清明节前完成浸种，4月20日左右完成育秧，确保早稻面积不少于18万亩。", [None]),
    ("2023年完成投资32.5亿元，是前三年总和的2.3倍。", ["2023", "2023"]),
    ("通报了2023年度考核结果，表彰了8个先进集体。", [None]),
    ("外贸出口由去年的3亿元增加到5亿元。", ["2023", None]),
    ("过去两年，全县新建驿站16个，培育党支部73个，发展党员9名。", ["2022-05-06/2024-05-06"] * 3),
]


@pytest.mark.parametrize(("text", "deadlines"), CASES, ids=[text[:20] for text, _ in CASES])
def test_the_governing_date(text: str, deadlines: list[str | None]) -> None:
    assert [t.deadline for t in govtext.parse(text, PUBLISHED).targets] == deadlines


def test_without_a_publication_date_the_words_alone_speak() -> None:
    assert [t.deadline for t in govtext.parse("9月底前务必化解30件信访案件。").targets] == ["XXXX-09-30"]


def test_a_heading_dates_its_section() -> None:
    page = govtext.parse(
        "一、2023年工作回顾\n新建公园5个。\n二、2024年工作安排\n新建公园10个。\n三、保障措施\n新建公园3个。",
        PUBLISHED,
    )
    assert [(t.deadline, t.status) for t in page.targets] == [
        ("2023", "achieved"),
        ("2024", "target"),
        (None, "target"),
    ]


def test_a_paragraph_on_the_last_year_dates_its_figures() -> None:
    page = "宁川县政府工作报告\n一、“十三五”时期工作回顾\n建成公路90公里。\n刚刚过去的2020年，困难很多。新建学校3所。\n"
    page += "二、关于《宁川县第十四个五年规划纲要（草案）》的说明\n安排重大项目30个。\n"
    found = govtext.parse(page, datetime.date(2021, 1, 20)).targets
    assert [(t.text, t.deadline) for t in found] == [("90公里", "2016/2020"), ("3所", "2020"), ("30个", None)]


def test_years_to_come_are_aimed_at() -> None:
    found = govtext.parse("今后五年，完成投资300亿元。", PUBLISHED).targets
    assert [t.status for t in found] == ["target"]


def test_what_a_later_year_brings_is_aimed_at() -> None:
    found = govtext.parse("明年，全区出口创汇8000万美元，总投资5亿元的项目开工。", PUBLISHED).targets
    assert [t.status for t in found] == ["target", "stated"]


def test_a_later_term_is_not_the_day_of_what_is_reached() -> None:
    found = govtext.parse("接种率为56.3%，要力争5月底前达到75%。", PUBLISHED).targets
    assert [t.deadline for t in found] == [None, "2024-05-31"]


def test_a_figure_stated_for_a_later_day_is_a_target() -> None:
    (target,) = govtext.parse("到2026年，绿地120公顷。", PUBLISHED).targets
    assert target.status == "target"


@pytest.fixture
def page() -> govtext.Findings:
    text = "云陵县召开县委全会\n云陵县委书记要求，年底前完成投资52.5亿元以上，**个项目开工。"
    return govtext.parse(text, PUBLISHED, id="page-1")


def test_a_row_for_each_target(page: govtext.Findings) -> None:
    first, second = target_rows([page])
    assert tuple(first) == COLUMNS
    assert first["document"] == "page-1"
    assert first["date"] == "2024-05-06"
    assert (first["amount"], first["unit"], first["comparator"]) == ("5250000000", "元", ">=")
    assert first["sentence"].startswith("云陵县委书记要求")
    assert (second["amount"], second["redacted"]) == (None, True)


def test_one_page_or_many_give_the_same_rows(page: govtext.Findings) -> None:
    assert target_rows(page) == target_rows([page])


def test_rows_as_json_lines_and_csv(page: govtext.Findings) -> None:
    rows: list[dict[str, Any]] = target_rows(page)
    assert [json.loads(line) for line in json_lines(rows).splitlines()] == rows
    read = list(csv.DictReader(io.StringIO(csv_lines(rows), newline="")))
    assert [row["amount"] for row in read] == ["5250000000", ""]
    assert [row["sentence"] for row in read] == [row["sentence"] for row in rows]


@pytest.mark.parametrize(
    "unit", ["2023年5个，", "5月6日，会议，5个，", "一季度增长5%；", "9月底前5个", "的5个2023年", "5个"]
)
def test_time_grows_with_the_text(unit: str) -> None:
    def seconds(length: int) -> float:
        document = govtext.read(unit * (length // len(unit)), published=PUBLISHED, steps=())
        found = govtext.extract(document, using=[govtext.Dates(), govtext.Targets()])
        dates = tuple(m for m in found if isinstance(m, govtext.DateMention))
        targets = tuple(m for m in found if isinstance(m, govtext.TargetMention))
        start = time.process_time()
        with_deadlines(document, targets, dates)
        return time.process_time() - start

    seconds(500)
    small, large = max(seconds(3_000), 0.003), min(seconds(12_000), seconds(12_000))
    assert large < small * 16, f"four times the text took {large / small:.1f} times as long"
