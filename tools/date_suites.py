"""Rewrite `docs/reference/date-suites.md`: how the dates of three other tools' test suites are read.

    GOVTEXT_CORPUS=../shared python tools/date_suites.py [--check]

The suites are those of Duckling, JioNLP and MiNLP, as the corpus keeps them under `suites/time`; their sentences are
not copied here, only the numbers of the cases. A case that is not read as its suite expects must have its reason in
`DECLINED`, or the script fails. With `--check` nothing is written.
"""

from __future__ import annotations

import sys

from suite_pages import write_page

DECLINED: dict[str, tuple[str, str]] = {
    "point": (
        (
            "三年后 and 两个月前 name the point at the end of a length of time, not the stretch until it; 之后 and "
            "以后 name all that comes after. JioNLP reads them so, and so does this prose."
        ),
        (
            "duck-time-0271 duck-time-0272 duck-time-0299 duck-time-0300 duck-time-0304 duck-time-0305 "
            "duck-time-0308 duck-time-0309 duck-time-0311 duck-time-0312"
        ),
    ),
    "feast": (
        "Feasts of other calendars and world days that this prose does not count by; they can be added to `Dates(festivals=…)`.",
        "duck-time-0543 duck-time-0544 duck-time-0560 duck-time-0561 duck-time-0581 duck-time-0583",
    ),
    "new year": (
        "A holiday without its year is the nearest one, not the next: six weeks after New Year news tells of the one that was.",
        "duck-time-0372 minlp-0225",
    ),
    "past": (
        (
            "A day without its month or year is, in news, one that has been: 30日 on the 14th is of last "
            "month, 12月30日 on New Year's Day is the day before yesterday, 3月8日 in September is this year's."
        ),
        "jio-time-p0023 jio-time-p0306 jio-time-p0416",
    ),
    "before": (
        "X前 has the days of X and the kind deadline; it does not begin with the anchor.",
        "jio-time-p0124 jio-time-p0141 jio-time-p0142 jio-time-p0143 jio-time-p0145 jio-time-p0207",
    ),
    "within": (
        "年内 resolves to the last day of the year.",
        "jio-time-p0372",
    ),
    "begin": (
        "年初 is January; the suite takes January and February, and for 伊始 January alone.",
        "jio-time-p0049 jio-time-p0050",
    ),
    "from": (
        "X起 names the day X; what began then is still open, and 从 and 起 stand outside unless they frame a range.",
        "jio-time-p0115 jio-time-p0116",
    ),
    "length": (
        "Two Arabic digits before 年 (15年, 24年) are in this prose a length of time.",
        "jio-time-p0307 minlp-0349 minlp-0351",
    ),
    "edition": (
        "版 is the edition, not the year: 2015年版 is read as 2015年.",
        "minlp-0348 minlp-0354 minlp-0357 minlp-0360 minlp-0366",
    ),
    "years ahead": (
        (
            "未来十年 and 今后十年 are counted in calendar years, this one the first, as MiNLP does; 三年内 and 接下来三个月 "
            "run from the day of the page, as in JioNLP; 后三个月 are the next whole months, as in Duckling. "
            "The suites disagree with each other."
        ),
        "jio-time-p0371 minlp-0049 minlp-0050 minlp-0054",
    ),
    "vague": (
        "几十年之后, 1000多年之后 and 第七年 fix no time.",
        "jio-time-p0108 jio-time-p0109 jio-time-p0362",
    ),
    "solar": (
        "大寒 and 小寒 of a year are those of its January; the suite takes the ones a year later.",
        "jio-time-p0181 jio-time-p0182",
    ),
    "lunar": (
        "十五 without 日 behind a month is a day of the common calendar, but for 八月十五; the suite has it both ways (四月十三).",
        "jio-time-p0174",
    ),
    "arithmetic": (
        "The expected value miscounts: half a year on from June is December, the last five days of May begin on the 27th.",
        "jio-time-p0061 jio-time-p0320 jio-time-p0323 jio-time-p0328",
    ),
    "half months": (
        "两个半月前 is a day here, a month in the suite, which counts 两个半月以前 by days as well.",
        "jio-time-p0333 jio-time-p0337",
    ),
    "previous years": (
        "前两年 are the two years before; the suite takes four.",
        "jio-time-p0212",
    ),
    "span": (
        "The expected span takes in words that are no date, or a range ends before the year that it names.",
        "jio-time-p0038 minlp-0297",
    ),
    "talk": (
        "Chat, not prose: 11/3号, and days in a row without a word between them.",
        "jio-time-p0123 minlp-0403 minlp-0405",
    ),
}
"""Why a case is declined: the reason and the cases. Most contradict what a date is here (`docs/explanation/dates.md`)."""

HEAD = """\
<!-- written by tools/date_suites.py -->
# Dates of other tools' test suites

The suites of Duckling (Chinese corpus), JioNLP and MiNLP hold {total} cases of intervals of days that their collectors marked as
relevant to this prose. A case passes when every expected span is found exactly, with its first and last day; clock times,
instants, frequencies and bare lengths of time are outside. They are talk to an assistant more than prose of a
government, and they disagree with each other; a case that contradicts what counts as a date here is declined, with its reason.

"""

if __name__ == "__main__":
    sys.exit(write_page("date-suites.md", "time", "judge_time", HEAD, DECLINED))
