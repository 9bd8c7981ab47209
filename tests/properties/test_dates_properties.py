"""Dates: a generated date in any supported wording comes back as itself, and nothing depends on where it stands."""

import datetime
from itertools import pairwise

from attrs import evolve
from edtf import parse_edtf
from hypothesis import assume, example, given
from hypothesis import strategies as st

import govtext
from govtext.calendars import bounds, plan_period
from govtext.digits import small_number, year_number
from govtext.document import Segment
from govtext.extractors import Dates
from govtext.lunar import SOLAR_TERMS, lunar_day, lunar_month, solar_term

DATES = Dates()
NUMERALS = "〇一二三四五六七八九"
DAYS = st.dates(datetime.date(1900, 1, 1), datetime.date(2099, 12, 31))
NEAR = st.dates(datetime.date(1996, 1, 1), datetime.date(2040, 12, 31))
PROSE = st.sampled_from(
    ["会议强调，", "全县上下要抓好落实；", "区长主持会议。", "完成投资12.5亿元，增长8.1%。", "", "一是"]
)

PIECES = [
    "2024年5月6日",
    "9月底前",
    "今年",
    "十四五",
    "“11·4”山火",
    "1-4月",
    "，",
    "全县",
    "3年",
    *"一、日前的*月至第",
]
JUMBLE = st.lists(st.sampled_from(PIECES), max_size=14).map("".join)


def read(text, published=None):
    document = govtext.read(text, published)
    return evolve(
        document, segments=(Segment("body", document.span(0, len(document.text))),) if document.text else ()
    )


def chinese(number):
    """A number below 100 in words: 二十一."""
    tens, units = divmod(number, 10)
    return ("" if not tens else "十" if tens == 1 else NUMERALS[tens] + "十") + (
        NUMERALS[units] if units else ""
    )


def year_words(year):
    return "".join(NUMERALS[int(digit)] for digit in str(year))


WRITE = {
    "2024年5月6日": lambda d: f"{d.year}年{d.month}月{d.day}日",
    "2024年05月06日": lambda d: f"{d:%Y年%m月%d日}",
    "2024-05-06": lambda d: f"{d:%Y-%m-%d}",
    "2024/5/6": lambda d: f"{d.year}/{d.month}/{d.day}",
    "2024.5.6": lambda d: f"{d.year}.{d.month}.{d.day}",
    "full width": lambda d: f"{d.year}年{d.month}月{d.day}日".translate(
        {48 + n: 0xFF10 + n for n in range(10)}
    ),
    "Chinese": lambda d: f"{year_words(d.year)}年{chinese(d.month)}月{chinese(d.day)}日",
    "mixed": lambda d: f"{d.year}年{chinese(d.month)}月{d.day}日",
    "号": lambda d: f"{d.year}年{d.month}月{d.day}号",
    "with a time": lambda d: f"{d.year}年{d.month}月{d.day}日上午9时30分",
    "with blanks": lambda d: f"{d.year} 年 {d.month} 月 {d.day} 日",
}


@given(DAYS, st.sampled_from(sorted(WRITE)), PROSE)
def test_a_date_in_any_wording_is_itself(day, wording, before):
    (mention,) = DATES(read(f"{before}{WRITE[wording](day)}，召开会议。"))
    assert (mention.edtf, mention.resolved) == (day.isoformat(), day.isoformat())
    assert (mention.earliest, mention.latest) == (day, day)


@given(DAYS, st.integers(1, 400), st.sampled_from(["至", "—", "-", "到", "～"]))
def test_ranges_are_in_order(first, length, join):
    last = first + datetime.timedelta(days=length)
    assume(last.year < 2100)
    right = (
        f"{last.day}日"
        if (last.year, last.month) == (first.year, first.month)
        else f"{last.month}月{last.day}日"
    )
    if last.year != first.year:
        right = f"{last.year}年{right}"
    (mention,) = DATES(read(f"{first.year}年{first.month}月{first.day}日{join}{right}，开展检查。"))
    assert (mention.earliest, mention.latest) == (first, last)
    assert mention.kind == "range"


@given(NEAR, NEAR)
def test_month_and_day_get_a_year_near_the_anchor(published, day):
    assume((day.month, day.day) != (2, 29))
    (mention,) = DATES(read(f"{day.month}月{day.day}日，召开会议。", published))
    assert (mention.earliest.month, mention.earliest.day) == (day.month, day.day)
    assert abs(mention.earliest.year - published.year) <= 1
    assert mention.edtf == f"XXXX-{day:%m-%d}"


@given(NEAR, st.integers(1, 31))
def test_a_bare_day_is_the_latest_one(published, number):
    (mention,) = DATES(read(f"{number}日上午，召开会议。", published))
    assert mention.earliest.day == number
    assert mention.earliest <= published
    assert (published - mention.earliest).days <= 62


@given(NEAR, st.integers(1, 3000))
def test_a_shifted_anchor_shifts_relative_days_alike(published, days):
    text = "昨天召开会议，今天部署，明天落实，三天后检查，10天内整改。"
    later = published + datetime.timedelta(days=days)
    for one, two in zip(DATES(read(text, published)), DATES(read(text, later)), strict=True):
        assert (one.text, one.edtf, one.kind) == (two.text, two.edtf, two.kind)
        assert (two.earliest - one.earliest).days == days


@given(NEAR, st.integers(1, 20))
def test_a_shifted_anchor_shifts_relative_years_alike(published, years):
    text = "去年成绩很大，今年任务很重，明年再上台阶，上半年看结构，未来五年看长远，今年底见分晓。"
    later = datetime.date(published.year + years, published.month, min(published.day, 28))
    for one, two in zip(DATES(read(text, published)), DATES(read(text, later)), strict=True):
        assert two.earliest.year - one.earliest.year == years
        assert two.latest.year - one.latest.year == years


@given(JUMBLE, st.none() | NEAR)
@example("5月6日、、7日至8日", None)
def test_any_text_gives_ordered_disjoint_located_values(text, published):
    document = read(text, published)
    mentions = list(DATES(document))
    ends = 0
    for mention in mentions:
        assert document.text[mention.start : mention.end] == mention.text
        assert mention.start >= ends
        ends = mention.end
        assert (mention.earliest, mention.latest) == bounds(mention.resolved)
        if mention.earliest and mention.latest:
            assert mention.earliest <= mention.latest
    assert list(DATES(document)) == mentions


@given(PROSE, st.sampled_from(["5月6日上午，召开会议。", "9月底前完成。", "“十四五”时期，今年任务很重。"]))
def test_a_prefix_shifts_every_span(before, text):
    alone = [(m.start, m.end, m.edtf) for m in DATES(read(text))]
    behind = [(m.start - len(before), m.end - len(before), m.edtf) for m in DATES(read(before + text))]
    assert behind == alone


@given(st.integers(1, 16))
def test_a_plan_period_in_any_wording(number):
    first, last = plan_period(number)
    assert last == first + 4
    short = f"{chinese(number)}五"
    for text in (f"第{chinese(number)}个五年规划纲要", f"“{short}”规划", f"{short}期间"):
        (mention,) = DATES(read(text))
        assert (mention.edtf, mention.kind) == (f"{first}/{last}", "plan")


@given(st.integers(1930, 2050), st.integers(1, 12), st.integers(1, 30))
def test_lunar_days_follow_each_other(year, month, day):
    first, last = lunar_month(year, month)
    assert (last - first).days in (28, 29)
    assert first <= lunar_day(year, month, day) <= last


@given(st.integers(1930, 2050))
def test_solar_terms_are_in_order(year):
    days = [solar_term(year, name) for name in SOLAR_TERMS]
    assert days == sorted(days)
    assert all(14 <= (two - one).days <= 17 for one, two in pairwise(days))


@given(st.integers(1, 99))
def test_small_numbers_are_read_in_words_and_digits(number):
    assert small_number(chinese(number)) == small_number(str(number)) == number


@given(st.integers(1000, 2999))
def test_years_are_read_digit_by_digit(year):
    assert year_number(year_words(year)) == year_number(str(year)) == year


@given(DAYS, DAYS)
def test_bounds_of_what_is_written_parse_as_edtf(first, last):
    first, last = sorted((first, last))
    value = f"{first}/{last}"
    assert parse_edtf(value)
    assert bounds(value) == (first, last)
