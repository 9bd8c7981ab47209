"""Scores: the project's own cases, the gold and the suites of the sample corpus, taggers on the same sentences."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path
from typing import TYPE_CHECKING

from . import texts
from .measure import ROOT, log, source, table, work
from .peers import PEERS, environment

if TYPE_CHECKING:
    from collections.abc import Sequence

__all__ = ["quality"]


def _lines(path: Path) -> int:
    """How many cases a file holds."""
    return sum(bool(line.strip()) for line in path.read_text(encoding="utf-8").splitlines())


def quality() -> str:
    """Scores on the gold and the suites, and peers on the same texts."""
    folder = texts.corpus()
    files = list((ROOT / "tests" / "cases").rglob("*.jsonl"))
    cases = sum(_lines(path) for path in files)
    known = sum(_lines(path) for path in files if path.name == "known_failures.jsonl")
    lines = [f"## Quality\n\nThe project's own cases: {cases}, of them {known} known failures (strict).\n"]
    if folder is None:
        return lines[0] + "\nThe gold was not at hand (`GOVTEXT_CORPUS`).\n"
    for title, command in (
        (
            "Gold of the sample corpus",
            [str(folder / "score.py"), str(folder / "gold" / "seeds"), "--docs", str(folder)],
        ),
        ("Other tools' suites", [str(folder / "score_suites.py"), str(folder / "suites")]),
    ):
        done = subprocess.run(
            [sys.executable, *command], capture_output=True, text=True, check=False, env=source()
        )
        lines.append(f"### {title}\n\n```text\n{(done.stdout or done.stderr).strip()}\n```\n")
        log(f"  {title}")
    lines.append(_names(folder))
    return "\n".join(lines)


def _names(folder: Path) -> str:
    """Names of people in front of which an office stands: govtext and the taggers, exact spans."""
    path = folder / "suites" / "people" / "pfr_government.jsonl"
    cases = [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines()]
    gold = [{(e["start"], e["end"]) for e in case["entities"] if e["type"] == "PER"} for case in cases]
    rows: list[Sequence[object]] = []
    tools: list[tuple[str, str, Path | str]] = [("govtext Officials", "govtext_names", Path(sys.executable))]
    tools += [(p.name, p.function, environment(p.requirements)) for p in PEERS if p.task == "names"]
    for name, function, python in tools:
        if not isinstance(python, Path):
            continue
        run = work(function, [case["text"] for case in cases], python=python, seconds=0.0, answers=True)
        if "failed" in run:
            rows.append((name, run["failed"], "", "", ""))
            continue
        found = [{tuple(span) for span in spans} for spans in run["answers"]]
        right = sum(len(a & b) for a, b in zip(gold, found, strict=True))
        p, r = right / max(sum(map(len, found)), 1), right / max(sum(map(len, gold)), 1)
        rows.append(
            (name, f"{p:.3f}", f"{r:.3f}", f"{2 * p * r / max(p + r, 1e-9):.3f}", sum(map(len, found)))
        )
    return (
        f"### People's names\n\n{len(cases)} sentences of the People's Daily of January 1998 with a person behind an "
        "official title; every person named in them counts, with or without an office, so recall has a ceiling below 1 "
        "for a library that reads officials.\n\n"
        + table(("tool", "precision", "recall", "F1", "found"), rows)
    )
