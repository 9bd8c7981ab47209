"""Targets of the sample corpus: the seeds' figures, the suites of numbers, and reports without nonsense."""

from __future__ import annotations

import importlib.util
import json
import sys
from typing import TYPE_CHECKING, Any

import pytest

import govtext

if TYPE_CHECKING:
    from pathlib import Path

pytestmark = pytest.mark.corpus


def load(path: Path) -> Any:
    spec = importlib.util.spec_from_file_location(path.stem, path)
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    sys.modules[path.stem] = module
    spec.loader.exec_module(module)
    return module


def test_the_seeds_figures(corpus: Path) -> None:
    score = load(corpus / "score.py")
    report = score.score(corpus / "gold" / "seeds", corpus, only=["targets"])["targets"]
    assert report["value"]["f1"] >= 0.99, report["missed"] + report["spurious"] + report["different"]
    assert report["attributes"]["object"]["score"] >= 0.85
    assert report["attributes"]["status"]["score"] >= 0.95
    assert report["attributes"]["deadline"]["score"] >= 0.95


@pytest.mark.parametrize("suite", ["duckling", "jionlp_money"])
def test_the_suites_of_numbers(corpus: Path, suite: str) -> None:
    judge = load(corpus / "score_suites.py")
    cases = judge.read(corpus / "suites" / "numbers" / f"{suite}.jsonl", everything=False)
    verdicts = [verdict for verdict in map(judge.judge_number, cases) if verdict is not None]
    failed = [message for passed, message in verdicts if not passed]
    assert len(failed) <= 0.05 * len(verdicts), failed


def test_reports_give_plausible_targets(corpus: Path) -> None:
    lines = (
        (corpus / "suites" / "text" / "provincial_reports_2026.jsonl")
        .read_text(encoding="utf-8")
        .splitlines()
    )
    for line in lines[:3]:
        page = govtext.parse(json.loads(line)["text"])
        text = page.document.text
        named = [t for t in page.targets if t.object]
        assert len(page.targets) > 150
        assert len(named) > 0.97 * len(page.targets)
        assert all(len(t.object or "") <= 40 for t in named)
        dates = {at for d in page.dates for at in range(d.start, d.end)}
        shared = [t.text for t in page.targets if dates.intersection(range(t.start, t.end))]
        assert len(shared) <= 1, shared
        assert all("，" not in text[t.start : t.end] for t in page.targets)
