"""How many damaged stretches are restored exactly, by the way in which the pages were damaged, and what it costs.

    GOVTEXT_CORPUS=../shared PYTHONPATH=src python bench/repair.py [--texts own|reports|all] [--pages N] [--undamaged]

The texts are the prose of `bench/prose`, which the model has not seen, and the reports of the corpus (`suites/text`), cut
into pages of 2,000 characters and put through `govtext.damage.simulate`. For each process: `exact` counts the stretches
that read again as they did, `wrong` those of which something reads otherwise and was taken for repaired, `reported` those
listed as unrepaired, wholly or for a part, `missed` those that nothing noticed; `false` counts changes where nothing was
damaged. `--undamaged` tells what is changed or reported in the same texts as they are.
"""

from __future__ import annotations

import argparse
import json
import os
import random
import re
import time
from collections import Counter
from itertools import product
from pathlib import Path
from typing import TYPE_CHECKING

from govtext.aligned import AlignedText
from govtext.cleaning.mojibake import ANNOTATED, mojibake
from govtext.damage import Process, printed_forms, simulate
from govtext.lexicon import read_rows
from govtext.script import simplify

if TYPE_CHECKING:
    from collections.abc import Iterator

    from govtext.aligned import Edit
    from govtext.damage import Printed

CORPUS = Path(os.environ.get("GOVTEXT_CORPUS", "../shared"))
OWN = Path(__file__).parent / "prose"
PAGE = 2000
HALF = str.maketrans("！？；，：（）％", "!?;,:()%")
WRONG_ENCODING = re.compile("[銆鈥锛鐨]")
"""Parts of the reports were read in the wrong encoding; they are no text to damage further."""


def reports(half: str) -> Iterator[str]:
    """The reports of the corpus: every second one for `measure`, the others for `calibrate`."""
    for name in ("national_reports_1999_2009", "provincial_reports_2026"):
        lines = (CORPUS / "suites" / "text" / f"{name}.jsonl").read_text(encoding="utf-8").splitlines()
        for line in lines[::2] if half == "calibrate" else lines[1::2] if half == "measure" else lines:
            yield json.loads(line)["text"].replace("\u3000", "")


def pages(kind: str, half: str, chooser: random.Random) -> list[str]:
    """Pages of the texts, in a random order."""
    texts = list(reports(half)) if kind != "own" else []
    if kind != "reports":
        texts += (path.read_text(encoding="utf-8") for path in sorted(OWN.glob("*.txt")))
    cut = (text[i : i + PAGE] for text in texts for i in range(0, len(text), PAGE))
    found = [page for page in cut if not WRONG_ENCODING.search(page)]
    chooser.shuffle(found)
    return found


def annotated(texts: list[str], size: int, chooser: random.Random) -> dict[str, str]:
    """A set of characters as an annotator has one: of the 120 commonest that differ in traditional form."""
    known = {char: readings for char, readings in read_rows("readings")}  # noqa: C416
    counts = Counter(printed_forms(char)[0] for text in texts for char in text)
    common = [char for char, _ in counts.most_common() if char in known][:120]
    return {char: known[char].split(" ")[0] for char in chooser.sample(common, size)}


def processes(texts: list[str], chooser: random.Random) -> list[tuple[str, Process]]:
    """The ways to damage that were seen, named."""
    found: list[tuple[str, Process]] = []
    for size in (0, 19, 48, 72):
        readings = annotated(texts, size, chooser)
        found.append((f"lone lead printed ?, swallows; {size} annotated", Process(readings)))
        found.append(
            (f"lone lead dropped, borders; {size} annotated", Process(readings, lone="", borders="，。"))
        )
    thirty = annotated(texts, 30, chooser)
    found.append(("lone lead dropped, swallows", Process(lone="")))
    found.append(("lone lead dropped, no swallowing; 30 annotated", Process(thirty, lone="", swallows=False)))
    found.append(("lone lead printed ?, no swallowing", Process(swallows=False)))
    found.append(("simplified, lone lead printed ?, swallows", Process(traditional=False)))
    found.append(("simplified, lone lead dropped", Process(traditional=False, lone="", borders="，。")))
    return found


def plain(text: str) -> str:
    """Text as it is compared: simplified, marks in half width, without readings."""
    return simplify(ANNOTATED.sub(r"\1", text)).translate(HALF).replace("著", "着")


def is_right(printed: Printed, edit: Edit) -> bool:
    """Whether what an edit writes is what stood there; what left no sign may belong to either side of its ends."""
    inside = [
        (i, start, end)
        for i, (start, end) in enumerate(printed.places)
        if edit.raw_start <= start and end <= edit.raw_end
    ]
    given = plain(edit.after)
    for first, last in product((False, True), repeat=2):
        kept = [
            printed.original[i]
            for i, start, end in inside
            if start < end or not ((first and start == edit.raw_start) or (last and end == edit.raw_end))
        ]
        if plain("".join(kept)) == given:
            return True
    return False


def verdicts(printed: Printed, page: AlignedText) -> Iterator[tuple[str, str, str, str]]:
    """What became of each damaged stretch: the verdict, the print, the original and the repair; then false changes."""
    edits = page.edits
    touched: set[int] = set()
    for start, end, first, last in printed.stretches():
        low, high = first, max(last, first + 1)
        mine = [e for e in edits if (e.raw_start < high and low < e.raw_end) or e.raw_start == low]
        reports = [d for d in page.damage if d.raw_start <= high and low <= d.raw_end]
        touched.update(id(e) for e in mine)
        low, high = min([low, *(e.raw_start for e in mine)]), max([last, *(e.raw_end for e in mine)])
        truth = "".join(
            char
            for i, char in enumerate(printed.original)
            if start <= i < end
            or (low <= printed.places[i][0] and printed.places[i][1] <= high and not printed.damaged[i])
        )
        made: list[str] = []
        at = low
        for e in mine:
            made += (printed.text[at : e.raw_start], e.after)
            at = e.raw_end
        given, truth = plain("".join((*made, printed.text[at:high]))), plain(truth)
        if mine and given == truth:
            verdict = "exact"
        elif not all(is_right(printed, e) for e in mine):
            verdict = "wrong"
        else:  # nothing, or the beginning of what ran on over the next mark
            verdict = "reported" if reports else "missed"
        yield verdict, printed.text[max(0, low - 6) : high + 6], truth, given
    for e in edits:
        if id(e) not in touched:
            yield "false", printed.text[max(0, e.raw_start - 6) : e.raw_end + 6], e.before, e.after


def undamaged(texts: list[str]) -> None:
    """Print what is changed or reported in text that was not damaged: as it is, in half width, in traditional characters."""
    forms = {char: printed_forms(char)[0] for text in texts for char in set(text)}
    ways = {
        "as it is": str.maketrans({}),
        "half width": HALF,
        "traditional": str.maketrans({**forms, **{chr(full): chr(half) for full, half in HALF.items()}}),
    }
    for name, table in ways.items():
        pages = [mojibake(AlignedText.of(text.translate(table))) for text in texts]
        size = sum(len(text) for text in texts)
        edits, reports = sum(len(page.edits) for page in pages), sum(len(page.damage) for page in pages)
        print(f"{name}: {size} characters, {edits} changed, {reports} reported")
        for page in pages:
            for edit in page.edits:
                print(f"    {edit.before!r} became {edit.after!r}")
            for damage in page.damage:
                around = page.raw[max(0, damage.raw_start - 12) : damage.raw_end + 12]
                print(f"    reported {damage.printed!r} in {around!r}")


def main() -> None:
    """Print the confusion by process, and the cost."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument(
        "--pages", type=int, default=70, help="pages for each process; other pages for each as far as they go"
    )
    parser.add_argument("--texts", choices=("own", "reports", "all"), default="all")
    parser.add_argument("--half", choices=("calibrate", "measure", "all"), default="all")
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--show", type=int, default=0)
    parser.add_argument("--undamaged", action="store_true", help="what is changed where nothing was damaged")
    options = parser.parse_args()
    chooser = random.Random(options.seed)
    texts = pages(options.texts, options.half, chooser)
    if options.undamaged:
        undamaged(texts)
        return
    mojibake(AlignedText.of("確?!笆奈濉遍_好局"))
    total: Counter[str] = Counter()
    names = ("exact", "wrong", "reported", "missed", "false")
    print(f"{'':52}" + "".join(f"{name:>10}" for name in names))
    spent = 0.0
    for number, (name, process) in enumerate(processes(texts, chooser)):
        counts: Counter[str] = Counter()
        first = number * options.pages % len(texts)
        for text in (texts * 2)[first : first + min(options.pages, len(texts))]:
            printed = simulate(text, process)
            before = time.process_time()
            page = mojibake(AlignedText.of(printed.text))
            spent += time.process_time() - before
            for verdict, shown, truth, given in verdicts(printed, page):
                counts[verdict] += 1
                if verdict != "exact" and counts[verdict] <= options.show:
                    print(f"    {verdict}: {shown!r}: {truth!r} came out {given!r}")
        total += counts
        print(f"{name:52}" + "".join(f"{counts[n]:10}" for n in names), flush=True)
    stretches = sum(total[n] for n in names[:4])
    print(f"{'together':52}" + "".join(f"{total[n]:10}" for n in names))
    print(
        f"{'of ' + str(stretches) + ' stretches':52}"
        + "".join(f"{total[n] / stretches:10.2%}" for n in names)
    )
    print(
        f"{spent / stretches * 1000:.2f} ms a stretch, {options.pages} pages of {PAGE} characters for each process"
    )


if __name__ == "__main__":
    main()
