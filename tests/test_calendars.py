"""Calendars, moments and small numbers by themselves: known days of real years, and every edge of a value."""

import datetime

import pytest

from govtext.calendars import bounds, festivals, last_day, plan_period
from govtext.digits import small_number, year_number
from govtext.lunar import SOLAR_TERMS, lunar_day, lunar_month, solar_term
from govtext.moments import (
    HIDDEN,
    Context,
    Counted,
    Fixed,
    Moment,
    Since,
    Stretch,
    add_months,
    add_years,
    interval,
    render,
)

day = datetime.date.fromisoformat


@pytest.mark.parametrize(
    "edtf, first, last",
    [
        ("2024-05-06", "2024-05-06", "2024-05-06"),
        ("2024-02", "2024-02-01", "2024-02-29"),
        ("2023-12", "2023-12-01", "2023-12-31"),
        ("2024", "2024-01-01", "2024-12-31"),
        ("198X", "1980-01-01", "1989-12-31"),
        ("19XX", "1900-01-01", "1999-12-31"),
        ("2024-33", "2024-01-01", "2024-03-31"),
        ("2024-34", "2024-04-01", "2024-06-30"),
        ("2024-35", "2024-07-01", "2024-09-30"),
        ("2024-36", "2024-10-01", "2024-12-31"),
        ("2024-40", "2024-01-01", "2024-06-30"),
        ("2024-41", "2024-07-01", "2024-12-31"),
        ("2024-21", "2024-02-04", "2024-05-04"),  # 立春 to the day before 立夏
        ("2024-22", "2024-05-05", "2024-08-06"),
        ("2024-23", "2024-08-07", "2024-11-06"),
        ("2024-24", "2024-11-07", "2025-02-02"),  # winter ends with the 立春 of the next year
        ("2021/2025", "2021-01-01", "2025-12-31"),
        ("2023-11/2024-02", "2023-11-01", "2024-02-29"),
        ("2024-05-06/..", "2024-05-06", None),
        ("../2019-07-31", None, "2019-07-31"),
        ("XXXX-05-06", None, None),
        ("2023-02-29", None, None),
        ("0000", None, None),
        ("2024-13", None, None),
        ("2200-21", None, None),  # beyond the table of solar terms
        (None, None, None),
    ],
)
def test_the_first_and_last_day_of_a_value(edtf, first, last):
    assert bounds(edtf) == (first and day(first), last and day(last))


@pytest.mark.parametrize(
    "number, years",
    [
        (1, (1953, 1957)), (2, (1958, 1962)), (3, (1966, 1970)), (11, (2006, 2010)), (13, (2016, 2020)),
        (14, (2021, 2025)), (15, (2026, 2030)), (0, None), (-3, None),
    ],
)  # fmt: skip
def test_five_year_plans(number, years):
    assert plan_period(number) == years


@pytest.mark.parametrize(
    "name, year, when",
    [
        ("春节", 2020, "2020-01-25"), ("春节", 2023, "2023-01-22"), ("春节", 2025, "2025-01-29"),
        ("元宵节", 2024, "2024-02-24"),
        ("端午节", 2020, "2020-06-25"),  # behind the repeated fourth month
        ("端午节", 2023, "2023-06-22"),  # behind the repeated second
        ("中秋节", 2020, "2020-10-01"), ("中秋节", 2023, "2023-09-29"), ("中秋节", 2025, "2025-10-06"),
        ("重阳节", 2023, "2023-10-23"),
        ("除夕", 2024, "2025-01-28"),  # the last month has 29 days, and 大年三十 is its last
        ("除夕", 2023, "2024-02-09"),
        ("清明节", 2023, "2023-04-05"), ("清明节", 2024, "2024-04-04"), ("冬至", 2023, "2023-12-22"),
        ("国庆节", 2024, "2024-10-01"), ("五四青年节", 1999, "1999-05-04"),
    ],
)  # fmt: skip
def test_festivals_of_known_years(name, year, when):
    assert festivals()[name].on(year) == day(when)


@pytest.mark.parametrize(
    "name, bare", [("国庆节", True), ("五一", False), ("清明节", True), ("清明", False), ("除夕", True)]
)
def test_names_that_are_also_other_words_need_a_word_beside_them(name, bare):
    assert festivals()[name].bare is bare


@pytest.mark.parametrize(
    "year, month, first, last",
    [
        (2024, 1, "2024-02-10", "2024-03-09"),
        (2023, 2, "2023-02-20", "2023-03-21"),  # the first of two
        (2023, 3, "2023-04-20", "2023-05-18"),
        (2020, 4, "2020-04-23", "2020-05-22"),
        (2020, 12, "2021-01-13", "2021-02-11"),
        (2025, 6, "2025-06-25", "2025-07-24"),
        (2025, 7, "2025-08-23", "2025-09-21"),
    ],
)
def test_lunar_months_of_known_years(year, month, first, last):
    assert lunar_month(year, month) == (day(first), day(last))


@pytest.mark.parametrize("wrong", [(2024, 0, 1), (2024, 13, 1), (2024, 1, 0), (2024, 1, 31), (1800, 1, 1)])
def test_there_is_no_such_lunar_day(wrong):
    assert lunar_day(*wrong) is None


def test_the_first_and_last_days_of_lunar_months():
    assert lunar_day(2024, 12, 1) == day("2024-12-31")
    assert lunar_day(2024, 12, 29) == lunar_day(2024, 12, 30) == day("2025-01-28")
    assert lunar_day(2024, 1, 30) == lunar_day(2024, 1, 29) == day("2024-03-09")
    assert lunar_day(2023, 12, 30) == day("2024-02-09")


@pytest.mark.parametrize("year, month", [(2023, 2), (2023, 11), (2020, 4), (2021, 12), (2033, 11)])
def test_each_lunar_month_begins_behind_the_one_before(year, month):
    """Behind a repeated month the next begins a whole month later."""
    last = lunar_month(year, month)[1]
    following = lunar_month(year, month + 1) if month < 12 else lunar_month(year + 1, 1)
    leap = {2023: 2, 2020: 4, 2033: 11}.get(year) == month
    gap = (following[0] - last).days
    assert gap in ((30, 31) if leap else (1,))


def test_solar_terms_of_a_year():
    assert [solar_term(2024, name).isoformat()[5:] for name in SOLAR_TERMS] == [
        "01-06", "01-20", "02-04", "02-19", "03-05", "03-20", "04-04", "04-19", "05-05", "05-20", "06-05", "06-21",
        "07-06", "07-22", "08-07", "08-22", "09-07", "09-22", "10-08", "10-23", "11-07", "11-22", "12-06", "12-21",
    ]  # fmt: skip
    assert solar_term(2200, "冬至") is None
    with pytest.raises(ValueError, match="not in tuple"):
        solar_term(2024, "夏日")


@pytest.mark.parametrize(
    "start, months, then",
    [
        ("2024-01-31", 1, "2024-02-29"), ("2024-01-31", -2, "2023-11-30"), ("2024-03-31", -1, "2024-02-29"),
        ("2023-12-15", 1, "2024-01-15"), ("2024-01-15", -1, "2023-12-15"), ("2024-12-01", 12, "2025-12-01"),
        ("9999-12-31", 1, "9999-12-31"), ("0001-01-01", -1, "0001-01-01"),  # no such day: it stays
        ("9999-11-30", 1, "9999-12-30"), ("0001-02-01", -1, "0001-01-01"),
    ],
)  # fmt: skip
def test_months_on_and_back(start, months, then):
    assert add_months(day(start), months) == day(then)


def test_years_on_and_back():
    assert add_years(day("2024-02-29"), 1) == day("2025-02-28")
    assert add_years(day("2024-05-06"), -4) == day("2020-05-06")
    assert [last_day(year, 2) for year in (1900, 2000, 2023, 2024)] == [28, 29, 28, 29]


@pytest.mark.parametrize(
    "moment, edtf",
    [
        (Moment(2024, 5, 6), "2024-05-06"),
        (Moment(month=5, day=6), "XXXX-05-06"),
        (Moment(day=6), "XXXX-XX-06"),
        (Moment(month=9, day=HIDDEN), "XXXX-09-XX"),
        (Moment(month=HIDDEN, day=3), "XXXX-XX-03"),
        (Moment(month=HIDDEN), "XXXX-XX"),
        (Moment(2024), "2024"),
        (Moment(2024, part="begin"), "2024-01"),
        (Moment(2024, part="end"), "2024-12-31"),
        (Moment(2024, part="middle"), "2024"),
        (Moment(2024, 9), "2024-09"),
        (Moment(2024, 9, part="begin"), "2024-09-01/2024-09-05"),
        (Moment(2024, 9, part="early"), "2024-09-01/2024-09-10"),
        (Moment(2024, 9, part="middle"), "2024-09-11/2024-09-20"),
        (Moment(2024, 9, part="late"), "2024-09-21/2024-09-30"),
        (Moment(month=2, part="late"), "XXXX-02"),  # its last day depends on the year
        (Moment(2024, 2, part="late"), "2024-02-21/2024-02-29"),
        (Moment(2023, 2, part="end"), "2023-02-28"),
        (Moment(2024, code=22), "2024-22"),
        (Moment(2024, code=22, part="end"), "2024-22"),
        (Moment(2024, code=33), "2024-33"),
        (Moment(2024, code=33, part="end"), "2024-03"),
        (Moment(2024, code=36, part="late"), "2024-12"),
        (Moment(2024, code=34, part="begin"), "2024-04"),
        (Moment(2024, code=40, part="end"), "2024-06"),
        (Moment(2024, code=41, part="begin"), "2024-07"),
        (Moment(HIDDEN, 5), "XXXX-05"),
        (Moment(HIDDEN, 2, part="end"), "XXXX-02"),
        (Moment(HIDDEN, 9, part="end"), "XXXX-09-30"),
    ],
)
def test_moments_are_written(moment, edtf):
    assert render(moment) == edtf


ANCHOR = Context(day=day("2024-01-05"))
JULY = Context(day=day("2024-07-16"))
AHEAD = Context(day=day("2024-12-20"), ahead=True)


@pytest.mark.parametrize(
    "moment, context, resolved",
    [
        # the year of a month and a day: the anchor's, over New Year its neighbour
        (Moment(month=7, day=1), JULY, "2024-07-01"),
        (Moment(month=12, day=20), ANCHOR, "2023-12-20"),
        (Moment(month=11, day=20), ANCHOR, "2023-11-20"),  # 320 days ahead
        (Moment(month=11, day=16), ANCHOR, "2023-11-16"),  # 316
        (Moment(month=11, day=15), ANCHOR, "2024-11-15"),  # 315 days ahead are not too many
        (Moment(month=12), ANCHOR, "2024-12"),  # a month alone looks back only with a day
        (Moment(month=1, day=10), AHEAD, "2025-01-10"),
        (Moment(month=3), AHEAD, "2025-03"),  # its middle lies 280 days back
        (Moment(month=4), AHEAD, "2024-04"),
        (Moment(month=3, day=14), AHEAD, "2025-03-14"),
        (Moment(month=3, day=15), AHEAD, "2025-03-15"),
        (Moment(month=3, day=31), AHEAD, "2024-03-31"),
        (Moment(month=HIDDEN, day=3), JULY, "2024-XX-03"),
        (Moment(month=5, day=6), Context(), None),
        # the year that the sentence has just named
        (Moment(month=5, day=6), Context(day=day("2024-07-16"), near=(2019, 3)), "2019-05-06"),
        (Moment(month=3, day=6), Context(day=day("2024-07-16"), near=(2019, 3)), "2019-03-06"),
        (Moment(month=2, day=6), Context(day=day("2024-07-16"), near=(2019, 3)), "2024-02-06"),
        (Moment(code=33), Context(near=(2019, 3)), "2019-33"),
        (Moment(month=HIDDEN), Context(near=(2019, 3)), "2019-XX"),
        # a bare day: the latest one; ahead, the next one
        (Moment(day=16), JULY, "2024-07-16"),
        (Moment(day=17), JULY, "2024-06-17"),
        (Moment(day=31), JULY, "2024-05-31"),  # June has none
        (Moment(day=15), Context(day=day("2024-07-16"), ahead=True), "2024-08-15"),
        (Moment(day=16), Context(day=day("2024-07-16"), ahead=True), "2024-07-16"),
        (Moment(day=30), Context(day=day("2024-01-31"), ahead=True), "2024-03-30"),
        (Moment(day=HIDDEN), JULY, None),
        (Moment(day=8), Context(day=day("2024-07-16"), near_day=day("2024-05-06")), "2024-05-08"),
        (Moment(day=6), Context(near_day=day("2024-05-06")), "2024-05-06"),
        (Moment(day=5), Context(day=day("2024-07-16"), near_day=day("2024-05-06")), "2024-07-05"),
        (Moment(day=31), Context(day=day("2024-07-16"), near_day=day("2024-06-30")), "2024-05-31"),
        (Moment(day=5), Context(), None),
        # shifts
        (Moment(year_shift=-1), JULY, "2023"),
        (Moment(year_shift=1, month=3), JULY, "2025-03"),
        (Moment(month_shift=-1), JULY, "2024-06"),
        (Moment(month_shift=-1), ANCHOR, "2023-12"),
        (Moment(month_shift=0, day=3), JULY, "2024-07-03"),
        (Moment(quarter_shift=-1), JULY, "2024-34"),
        (Moment(quarter_shift=-1), ANCHOR, "2023-36"),
        (Moment(quarter_shift=1), JULY, "2024-36"),
        (Moment(year_shift=-1), Context(), None),
        (Moment(HIDDEN, 5), JULY, None),
        (Moment(2019, 5), Context(), "2019-05"),
    ],
)
def test_holes_are_filled_from_the_anchor(moment, context, resolved):
    assert moment.resolve(context) == resolved


@pytest.mark.parametrize(
    "moment, edtf",
    [
        (Moment(month_shift=-1), None),
        (Moment(month_shift=0, day=3), "XXXX-XX-03"),
        (Moment(month_shift=0, part="late"), None),
        (Moment(quarter_shift=-1), None),
        (Moment(year_shift=-1), None),
        (Moment(year_shift=-1, part="end"), "XXXX-12-31"),
        (Moment(year_shift=0, month=9), "XXXX-09"),
        (Moment(code=33), "XXXX-33"),
        (Moment(part="end"), "XXXX-12-31"),
    ],
)
def test_what_the_words_alone_fix(moment, edtf):
    assert moment.edtf == edtf


@pytest.mark.parametrize(
    "first, last, value",
    [
        ("2024-33", "2024-35", "2024-01/2024-09"),
        ("2024-40", "2024-41", "2024-01/2024-12"),
        ("2024-36", "2024-36", "2024-10/2024-12"),
        ("2024-21", "2024-22", "2024-21/2024-22"),
        ("2024-05", "2024-05", "2024-05"),
        ("2024-05-01/2024-05-10", "2024-06", "2024-05-01/2024-06"),
        (None, "2024", None),
        ("2024", None, None),
    ],
)
def test_intervals_run_from_the_beginning_to_the_end(first, last, value):
    assert interval(first, last) == value


@pytest.mark.parametrize(
    "stretch, resolved",
    [
        (Stretch(Moment(month=6, day=6), Moment(day=8)), "2024-06-06/2024-06-08"),
        (Stretch(Moment(month=6, day=28), Moment(day=3)), "2024-06-28/2024-07-03"),
        (Stretch(Moment(month=12, day=28), Moment(month=1, day=3)), "2024-12-28/2025-01-03"),
        (Stretch(Moment(2023, 11), Moment(month=3)), "2023-11/2024-03"),
        (Stretch(Moment(2024), Moment(2020)), "2024/2020"),  # wrong, and told as it stands
        (Stretch(Moment(month=6, day=6), Moment(day=HIDDEN)), None),
        (Stretch(Moment(month=6, day=6), Moment(day=6)), "2024-06-06"),
        (Stretch(Moment(month=1, day=31), Moment(day=30)), None),  # February has none
        (Stretch(Moment(month=1, day=31), Moment(day=29)), "2024-01-31/2024-02-29"),
        (Stretch(Moment(year_shift=0, month=6), Moment(year_shift=-1, month=3)), "2024-06/2023-03"),
        (Stretch(Moment(2018), Fixed("2020")), "2018/2020"),
    ],
)
def test_stretches(stretch, resolved):
    assert stretch.resolve(JULY) == resolved


def test_times_counted_from_the_anchor():
    assert Counted(lambda anchor: str(anchor.year + 5)).resolve(JULY) == "2029"
    assert Counted(lambda anchor: str(anchor.replace(year=anchor.year + 9999))).resolve(JULY) is None
    assert Counted(lambda _: "2029").resolve(Context()) is None
    assert Since(Moment(year_shift=0)).resolve(JULY) == "2024-01-01/2024-07-16"
    assert Since(Moment(2024, 7, 16)).resolve(JULY) == "2024-07-16/2024-07-16"
    assert Since(Moment(2024, 7, 17)).resolve(JULY) is None
    assert Since(Moment(2024)).resolve(Context()) is None
    assert Since(Moment(2024, code=34)).edtf == "2024-04/.."
    assert Since(Moment(year_shift=0)).edtf is None


@pytest.mark.parametrize(
    "text, value",
    [
        ("12", 12), ("０9", 9), ("十", 10), ("十二", 12), ("二十", 20), ("九十九", 99), ("廿", 20), ("廿二", 22),
        ("卅一", 31), ("两", 2), ("俩", 2), ("仨", 3), ("元", 1), ("首", 1), ("正", 1), ("冬", 11), ("腊", 12), ("〇", 0),
        ("零", 0), ("一百", 100), ("一百零五", 105), ("一百二十", 120), ("二百一十三", 213), ("九百九十九", 999),
        ("", None), ("第二", None), ("百", None), ("十第", None), ("第十", None), ("一百第", None), ("二二", None),
    ],
)  # fmt: skip
def test_small_numbers(text, value):
    assert small_number(text) == value


@pytest.mark.parametrize(
    "text, value",
    [
        ("2009", 2009), ("２００９", 2009), ("二〇三五", 2035), ("二OO八", 2008), ("二○○八", 2008), ("九八", 1998),
        ("30", 1930), ("29", 2029), ("三〇", 1930), ("二九", 2029), ("零七", 2007), ("〇〇", 2000), ("十五", None),
        ("二〇三", None), ("5", None), ("", None), ("二〇二十", None), ("冬至", None),
    ],
)  # fmt: skip
def test_years_digit_by_digit(text, value):
    assert year_number(text) == value
