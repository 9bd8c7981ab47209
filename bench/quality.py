"""Scores: the project's own cases, the gold and the suites of the sample corpus, taggers on the same sentences."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path
from typing import TYPE_CHECKING, Any

import govtext

from . import texts
from .measure import ROOT, log, source, table, work
from .peers import PEERS, environment

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

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
    lines += [_dates(folder), _names(folder)]
    return "\n".join(lines)


def _tools(task: str, own: tuple[str, str]) -> Iterator[tuple[str, str, Path]]:
    """Govtext and the peers of a task that could be installed and give positions: name, function, Python."""
    yield (*own, Path(sys.executable))
    for peer in PEERS:
        python = environment(peer.requirements)
        if peer.task == task and peer.positions and isinstance(python, Path):
            yield peer.name, peer.function, python


def _rates(gold: Sequence[set[Any]], found: Sequence[set[Any]]) -> tuple[str, ...]:
    """Precision, recall, F1 and how many were found."""
    right = sum(len(a & b) for a, b in zip(gold, found, strict=True))
    p, r = right / max(sum(map(len, found)), 1), right / max(sum(map(len, gold)), 1)
    return f"{p:.3f}", f"{r:.3f}", f"{2 * p * r / max(p + r, 1e-9):.3f}", str(sum(map(len, found)))


def _dates(folder: Path) -> str:
    """Date spans of the gold: govtext and the peers, which are given the text that govtext has cleaned."""
    gold_files = [
        json.loads(path.read_text(encoding="utf-8"))
        for path in sorted((folder / "gold" / "seeds").glob("*.json"))
    ]
    pages = [govtext.read((folder / gold["file"]).read_text(encoding="utf-8")) for gold in gold_files]
    gold = [{(date["start"], date["end"]) for date in file["dates"]} for file in gold_files]
    rows: list[Sequence[object]] = []
    for name, function, python in _tools("dates", ("govtext Dates", "govtext_dates")):
        ours = function == "govtext_dates"
        inputs = [page.raw if ours else page.text for page in pages]
        run = work(function, inputs, python=python, seconds=0.0, answers=True)
        if "failed" in run:
            rows.append((name, run["failed"], "", "", ""))
            continue
        found = []
        for page, spans in zip(pages, run["answers"], strict=True):
            places = [page.span(*span) for span in spans] if not ours else []
            found.append(
                {(p.raw_start, p.raw_end) for p in places} if not ours else {tuple(span) for span in spans}
            )
        rows.append((name, *_rates(gold, found)))
    return (
        "### Dates, exact spans\n\nThe gold of the sample corpus, which was in view while govtext was written; the peers "
        "follow conventions of their own and get the cleaned text.\n\n"
        + table(("tool", "precision", "recall", "F1", "found"), rows)
    )


def _names(folder: Path) -> str:
    """Names of people in front of which an office stands: govtext and the taggers, exact spans."""
    path = folder / "suites" / "people" / "pfr_government.jsonl"
    cases = [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines()]
    gold = [{(e["start"], e["end"]) for e in case["entities"] if e["type"] == "PER"} for case in cases]
    rows: list[Sequence[object]] = []
    for name, function, python in _tools("names", ("govtext Officials", "govtext_names")):
        run = work(function, [case["text"] for case in cases], python=python, seconds=0.0, answers=True)
        if "failed" in run:
            rows.append((name, run["failed"], "", "", ""))
            continue
        rows.append((name, *_rates(gold, [{tuple(span) for span in spans} for spans in run["answers"]])))
    return (
        f"### People's names, exact spans\n\n{len(cases)} sentences of the People's Daily of January 1998 with a person "
        "behind an official title; every person named in them counts, with or without an office, so recall has a "
        "ceiling below 1 for a library that reads officials.\n\n"
        + table(("tool", "precision", "recall", "F1", "found"), rows)
    )
