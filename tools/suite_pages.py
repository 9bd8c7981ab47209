"""What `date_suites.py` and `number_suites.py` share: judge the cases of other tools' suites and write a page of them.

The suites and their judge, `score_suites.py`, are part of the corpus that GOVTEXT_CORPUS names; no sentence of theirs is
copied, only the numbers of the cases.
"""

from __future__ import annotations

import argparse
import importlib.util
import os
from collections import defaultdict
from pathlib import Path
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Mapping

ROOT = Path(__file__).parents[1]

TABLE = "| suite | cases | pass | declined | pass of those not declined |\n| --- | --- | --- | --- | --- |\n"


def load_judge(corpus: Path) -> Any:
    """The corpus's own judge of suites."""
    spec = importlib.util.spec_from_file_location("score_suites", corpus / "score_suites.py")
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def write_page(page: str, folder: str, judge: str, head: str, declined: Mapping[str, tuple[str, str]]) -> int:
    """Judge the cases of `suites/<folder>` and write `docs/reference/<page>`; with `--check` print it instead.

    `declined` gives, by a key, a reason and the cases that it explains. Returns 1 where a case fails without a reason, or
    has a reason and passes.
    """
    parser = argparse.ArgumentParser(description=f"Rewrite docs/reference/{page}.")
    parser.add_argument("--check", action="store_true", help="write nothing")
    check = parser.parse_args().check
    corpus = (ROOT / os.environ.get("GOVTEXT_CORPUS", "../shared")).resolve()
    suites = load_judge(corpus)
    reasons = {case: key for key, (_, cases) in declined.items() for case in cases.split()}
    found: defaultdict[str, list[str]] = defaultdict(list)
    wrong: list[str] = []
    rows: list[str] = []
    total = 0
    for path in sorted((corpus / "suites" / folder).glob("*.jsonl")):
        judged = [(c["id"], getattr(suites, judge)(c)) for c in suites.read(path, everything=False)]
        verdicts = {case: verdict for case, verdict in judged if verdict is not None}
        failed = [case for case, (passed, _) in verdicts.items() if not passed]
        wrong += [
            f"{case} fails without a reason: {verdicts[case][1]}" for case in failed if case not in reasons
        ]
        wrong += [
            f"{case} passes and has a reason"
            for case, (passed, _) in verdicts.items()
            if passed and case in reasons
        ]
        for case in failed:
            if case in reasons:
                found[reasons[case]].append(case)
        count, passed = len(verdicts), len(verdicts) - len(failed)
        total += count
        rest = passed / max(1, count - sum(case in reasons for case in failed))
        rows.append(
            f"| {path.stem} | {count} | {passed} ({passed / count:.1%}) | {len(failed)} | {rest:.1%} |\n"
        )
    if wrong:
        print(*wrong, sep="\n")
        return 1
    why = "".join(f"| {declined[key][0]} | {', '.join(found[key])} |\n" for key in declined if found[key])
    text = head.format(total=total) + TABLE + "".join(rows)
    text += f"\n## Declined\n\n| why | cases |\n| --- | --- |\n{why}"
    if check:
        print(text)
    else:
        (ROOT / "docs/reference" / page).write_text(text, encoding="utf-8")
    return 0
