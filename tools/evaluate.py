"""Write the figures of docs/explanation/evaluation.md from the sample corpus that `GOVTEXT_CORPUS` names.

    GOVTEXT_CORPUS=../shared python tools/evaluate.py            write the page
    GOVTEXT_CORPUS=../shared python tools/evaluate.py --check    fail if the page says otherwise

The corpus brings its scorers along (`score.py`, `score_suites.py`) and its gold; the project keeps neither.
"""

from __future__ import annotations

import argparse
import os
import re
import subprocess
import sys
from importlib.util import module_from_spec, spec_from_file_location
from pathlib import Path
from typing import Any

ROOT = Path(__file__).parents[1]
PAGE = ROOT / "docs" / "explanation" / "evaluation.md"
BEGIN, END = "<!-- figures: begin -->", "<!-- figures: end -->"
PASSED = re.compile(r"^(\S+)\s+(\d+) of\s+(\d+) passed\s+([\d.]+)\s+\((\d+) outside\)", re.MULTILINE)
NAMES = re.compile(
    r"^(\S+)\s+P ([\d.]+)\s+R ([\d.]+)\s+F1 ([\d.]+)\s+\((\d+) names, (\d+) found\)", re.MULTILINE
)


def scored(corpus: Path) -> dict[str, Any]:
    """The scores on the gold."""
    spec = spec_from_file_location("govtext_corpus_score", corpus / "score.py")
    if spec is None or spec.loader is None:
        raise SystemExit(f"expected {corpus / 'score.py'}, found none; GOVTEXT_CORPUS names the wrong folder")
    module = module_from_spec(spec)
    sys.modules[spec.name] = module
    spec.loader.exec_module(module)
    result: dict[str, Any] = module.score(corpus / "gold" / "seeds", corpus)
    return result


def gold_tables(result: dict[str, Any]) -> str:
    """Spans, values, attributes, repair and segments."""
    lines = [
        f"### The gold: {result['documents']} documents, seen during development",
        "",
        "| kind | gold | found | span P | span R | span F1 | value F1 | attributes |",
        "| --- | ---: | ---: | ---: | ---: | ---: | ---: | --- |",
    ]
    for kind in ("dates", "officials", "targets", "slogans", "people"):
        report = result[kind]
        span, value = report["span"], report["value"]["f1"]
        marks = ", ".join(f"{name} {mark['score']:.3f}" for name, mark in report["attributes"].items())
        lines.append(
            f"| {kind} | {report['gold']} | {report['found']} | {span['precision']:.3f} | {span['recall']:.3f} "
            f"| {span['f1']:.3f} | {value:.3f} | {marks} |"
        )
    repair = result["repair"]
    told = (
        f"Repair: {repair['restored']} of {repair['damaged']} damaged stretches restored, {repair['repaired']:.1%} of "
        f"the difference to the original undone, {repair['false_changes']} false changes. Segments: "
        f"{result['segments']['accuracy']:.1%} of the characters in the right role."
    )
    return "\n".join((*lines, "", told))


def suite_tables(corpus: Path) -> str:
    """Other tools' suites, and corpora with names."""
    command = [sys.executable, str(corpus / "score_suites.py"), str(corpus / "suites")]
    paths = os.pathsep.join([str(ROOT / "src"), os.environ.get("PYTHONPATH", "")])
    told = subprocess.run(
        command, capture_output=True, text=True, check=True, env={**os.environ, "PYTHONPATH": paths}
    ).stdout
    lines = ["### Other tools' suites", "", "| suite | passed | of | share | outside the task |"]
    lines.append("| --- | ---: | ---: | ---: | ---: |")
    lines += [
        f"| {suite} | {passed} | {of} | {share} | {out} |"
        for suite, passed, of, share, out in PASSED.findall(told)
    ]
    lines += ["", "### Names of people, exact spans", "", "| corpus | names | found | P | R | F1 |"]
    lines.append("| --- | ---: | ---: | ---: | ---: | ---: |")
    lines += [
        f"| {suite} | {names} | {found} | {p} | {r} | {f} |"
        for suite, p, r, f, names, found in NAMES.findall(told)
    ]
    return "\n".join(lines)


def main() -> int:
    """Write the page, or check it."""
    arguments = argparse.ArgumentParser(description=(__doc__ or "").partition("\n")[0])
    arguments.add_argument("--check", action="store_true", help="compare, write nothing")
    check = arguments.parse_args().check
    corpus = Path(os.environ.get("GOVTEXT_CORPUS", ""))
    if not (corpus / "gold").is_dir():
        print("expected GOVTEXT_CORPUS to name the sample corpus, found none; nothing to do", file=sys.stderr)
        return 2
    figures = f"{gold_tables(scored(corpus))}\n\n{suite_tables(corpus)}"
    page = PAGE.read_text(encoding="utf-8")
    before, _, rest = page.partition(BEGIN)
    _, _, after = rest.partition(END)
    new = f"{before}{BEGIN}\n\n{figures}\n\n{END}{after}"
    if check:
        print("as measured" if new == page else f"{PAGE} says otherwise; run python tools/evaluate.py")
        return int(new != page)
    PAGE.write_text(new, encoding="utf-8", newline="\n")
    print(figures)
    return 0


if __name__ == "__main__":
    sys.exit(main())
