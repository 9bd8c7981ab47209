"""The whole parse grows with the page and no faster, in time and in memory, on prose and on pages made to hurt."""

from __future__ import annotations

import time
import tracemalloc
from pathlib import Path

import pytest

import govtext

PAGE = (Path(__file__).parents[1] / "examples" / "sample.txt").read_text(encoding="utf-8")
SMALL, TIMES = 3_000, 4

HOSTILE = [
    "一", "一二三四五六七八九十", "8", "1.", "1,", "、", "(", "（", "((", "“", "”", "‘", "《", "《》", "*", "**.", "xx.x", "2024年",
    "1月至", "5月6日、", "今年的", "十四五", "区委副书记、", "区领导", "王李张刘", "陈一鸣、", "主任", "某", "3亿元", "3.5%、", "翻",
    "比上年增长", "“六稳”", "三个一、", "区(qū)", "區(qū)(qu)", "會(", " ", "\n", " \n", "\u3000", "é́", "👩‍👩‍👧", "\ud800", "発展", "A",
    "<p", "<br>", "&amp;", "&", "http://", "。", "：", "：“", "强调，", "他说，", "一是", "①", "来源：", "(记者 ",
]  # fmt: skip
"""One phrase each, repeated; what looks like byte damage is held to its bounds in `test_mojibake.py`."""


def seconds(text: str) -> float:
    """Processor time of a parse, the better of two."""
    taken = []
    for _ in range(2):
        started = time.process_time()
        govtext.parse(text)
        taken.append(time.process_time() - started)
    return min(taken)


def megabytes(text: str) -> float:
    """The most memory that a parse holds beyond what is kept between parses."""
    govtext.parse(text)
    tracemalloc.start()
    try:
        govtext.parse(text)
        return tracemalloc.get_traced_memory()[1] / 1e6
    finally:
        tracemalloc.stop()


@pytest.mark.parametrize("unit", ["sample", *HOSTILE], ids=repr)
def test_time_grows_with_the_page(unit: str) -> None:
    """Four times the page takes about four times as long, never sixteen."""
    text = PAGE if unit == "sample" else unit
    text *= SMALL * TIMES // len(text) + 1
    seconds(text[:300])
    small, large = seconds(text[:SMALL]), seconds(text[: SMALL * TIMES])
    assert large < 2.2 * TIMES * small + 0.05


@pytest.mark.parametrize(
    "unit", ["sample", "一", "“", "(", "、", "3亿元", "陈一鸣、", "2024年", "區(qū)", "《》"], ids=repr
)
def test_memory_grows_with_the_page(unit: str) -> None:
    text = PAGE if unit == "sample" else unit
    text *= SMALL * TIMES // len(text) + 1
    small, large = megabytes(text[:SMALL]), megabytes(text[: SMALL * TIMES])
    assert large < 1.5 * TIMES * small + 0.5


def test_memory_does_not_grow_with_the_number_of_pages() -> None:
    """What is remembered between pages is bounded: other digits in every page, and no more memory after 600 than after 300."""

    def parse(first: int) -> int:
        for number in range(first, first + 300):
            govtext.parse(
                f"2024年{number % 12 + 1}月{number % 28 + 1}日，第{number}次会议要求完成投资{number}.{number}亿元。"
            )
        return tracemalloc.get_traced_memory()[0]

    parse(0)
    tracemalloc.start()
    try:
        middle = parse(300)
        end = parse(600)
    finally:
        tracemalloc.stop()
    assert end < middle * 1.5 + 300_000
