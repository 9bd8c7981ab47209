"""Rewrite `docs/reference/number-suites.md`: how the numbers of two other tools' test suites are read.

    GOVTEXT_CORPUS=../shared python tools/number_suites.py [--check]

The suites are those of Duckling and JioNLP, as the corpus keeps them under `suites/numbers`; their sentences are not
copied here, only the numbers of the cases. A case that is not read as its suite expects must have its reason in
`DECLINED`, or the script fails. With `--check` nothing is written.
"""

from __future__ import annotations

import argparse
import importlib.util
import os
import sys
from collections import defaultdict
from pathlib import Path
from typing import Any

ROOT = Path(__file__).parents[1]
PAGE = ROOT / "docs/reference/number-suites.md"

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

| suite | cases | pass | declined | pass of those not declined |
| --- | --- | --- | --- | --- |
"""


def load_judge(corpus: Path) -> Any:
    """The corpus's own judge of suites."""
    spec = importlib.util.spec_from_file_location("score_suites", corpus / "score_suites.py")
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def judged(corpus: Path) -> tuple[list[str], dict[str, list[str]], list[str], int]:
    """The rows of the table, the declined cases by reason, the failures without one, and the number of cases."""
    judge = load_judge(corpus)
    reasons = {case: key for key, (_, cases) in DECLINED.items() for case in cases.split()}
    rows: list[str] = []
    unexplained: list[str] = []
    declined: defaultdict[str, list[str]] = defaultdict(list)
    total = 0
    for path in sorted((corpus / "suites/numbers").glob("*.jsonl")):
        verdicts = [(case["id"], judge.judge_number(case)) for case in judge.read(path, everything=False)]
        failed = [(case, verdict[1]) for case, verdict in verdicts if verdict and not verdict[0]]
        for case, message in failed:
            if case in reasons:
                declined[reasons[case]].append(case)
            else:
                unexplained.append(f"{case}: {message}")
        count = sum(verdict is not None for _, verdict in verdicts)
        passed = count - len(failed)
        total += count
        rate = passed / (count - len(failed))
        rows.append(
            f"| {path.stem} | {count} | {passed} ({passed / count:.1%}) | {len(failed)} | {rate:.1%} |\n"
        )
    return rows, declined, unexplained, total


def main() -> int:
    """Judge the cases and write the page."""
    parser = argparse.ArgumentParser(description="Rewrite the page on the suites of numbers.")
    parser.add_argument("--check", action="store_true", help="write nothing")
    check = parser.parse_args().check
    corpus = (ROOT / os.environ.get("GOVTEXT_CORPUS", "../shared")).resolve()
    rows, declined, unexplained, total = judged(corpus)
    if unexplained:
        print("expected a reason for each case that fails, found none for:", *unexplained, sep="\n  ")
        return 1
    table = "".join(f"| {DECLINED[key][0]} | {', '.join(cases)} |\n" for key, cases in declined.items())
    text = HEAD.format(total=total) + "".join(rows)
    text += "\n## Declined\n\n| why | cases |\n| --- | --- |\n" + table
    if check:
        print(text)
    else:
        PAGE.write_text(text, encoding="utf-8")
    return 0


if __name__ == "__main__":
    sys.exit(main())
