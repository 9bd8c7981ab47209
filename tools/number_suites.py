"""Rewrite `docs/reference/number-suites.md`: how the numbers of two other tools' test suites are read.

    GOVTEXT_CORPUS=../shared python tools/number_suites.py [--check]

The suites are those of Duckling and JioNLP, as the corpus keeps them under `suites/numbers`; their sentences are not
copied here, only the numbers of the cases. A case that is not read as its suite expects must have its reason in
`DECLINED`, or the script fails. With `--check` nothing is written.
"""

from __future__ import annotations

import sys

from suite_pages import write_page

DECLINED: dict[str, tuple[str, str]] = {
    "measure word": (
        "A numeral ends before its measure word: 1个 is the numeral 1. As a target it is 1个, with the unit 个.",
        "duck-num-0004 duck-num-0008",
    ),
    "shared scale": (
        "A bare digit takes all the scales of the upper end: 八到九百亿 is 800 to 900 亿, as the suite has 七到九千亿.",
        "jio-money-p0047",
    ),
}
"""Why a case is not read as its suite expects, and which cases."""

HEAD = """<!-- written by tools/number_suites.py -->
# Numbers of other tools' test suites

The suites of Duckling (Chinese corpus) and JioNLP hold {total} cases of numbers and sums of money that their collectors marked
as relevant to this prose. A sum passes as a target with its span, amount and unit; another number as a numeral of
`govtext.numerals.find` with its span and amount. Distances, temperatures and ordinals are
outside. A case that contradicts what counts here is declined, with its reason.

"""

if __name__ == "__main__":
    sys.exit(write_page("number-suites.md", "numbers", "judge_number", HEAD, DECLINED))
