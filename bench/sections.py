"""Govtext by itself: speed, memory, where the time goes, growth, hostile inputs."""

from __future__ import annotations

import math
import subprocess
import sys
from statistics import median
from typing import TYPE_CHECKING, Any

import govtext
from govtext.cleaning import STEPS
from govtext.cleaning.redaction import find_redactions
from govtext.segmentation import segment

from . import texts
from .measure import AIMS, DAY, ROOT, exponent, log, rate, source, table, timed, verdict, work

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

__all__ = ["documents", "hostile", "parts", "scaling", "speed"]


def samples() -> dict[str, tuple[str, ...]]:
    """What the whole parse is timed on."""
    found = {
        "news, short pages": texts.news(),
        "news, one document of 300,000 characters": (texts.of_length(texts.news(), 300_000),),
        "damaged pages": texts.damaged(),
        "damaged, one document of 300,000 characters": (texts.of_length(texts.damaged(), 300_000),),
    }
    if texts.reports():
        found["government work reports"] = texts.reports()
    return found


def import_seconds() -> tuple[float, float, float]:
    """Seconds to import the dependencies, govtext beyond them, and then what each public name needs; of nine processes."""
    code = (
        "import time; clock = time.process_time; a = clock(); import attrs, regex, opencc; b = clock(); "
        "import govtext; c = clock(); [getattr(govtext, name) for name in govtext.__all__]; d = clock(); "
        "print(b - a, c - b, d - c)"
    )
    runs = []
    for _ in range(9):
        done = subprocess.run(
            [sys.executable, "-c", code], capture_output=True, text=True, check=True, env=source()
        )
        runs.append([float(cell) for cell in done.stdout.split()])
    dependencies, own, names = (median(column) for column in zip(*runs, strict=True))
    return dependencies, own, names


def speed(rounds: int) -> str:
    """Throughput, import, first call, memory."""
    rows, peak, first = [], 0.0, []
    for name, sample in samples().items():
        runs = [work("govtext_parse", sample, seconds=1.5) for _ in range(rounds)]
        log(f"  {name}")
        if failed := next((run["failed"] for run in runs if "failed" in run), None):
            rows.append((name, failed, "", ""))
            continue
        middle = median(speed for run in runs for speed in run["speeds"])
        aim = AIMS["damaged" if name.startswith("damaged") else "clean"]
        rows.append((name, rate(middle), rate(aim), verdict(middle, aim, at_most=False)))
        first += [run["first"] for run in runs]
        if "short" in name or name == "damaged pages":
            peak = max(peak, *(run["peak"] for run in runs))
    dependencies, own, names = import_seconds()
    few = [
        (
            "import, beyond the dependencies' own",
            f"{own * 1000:.0f} ms",
            "80 ms",
            verdict(own, AIMS["import"]),
        ),
        (
            "import, and every public name looked up once",
            f"{(own + names) * 1000:.0f} ms",
            "80 ms",
            verdict(own + names, AIMS["import"]),
        ),
        ("import of the dependencies (attrs, regex, opencc)", f"{dependencies * 1000:.0f} ms", "", ""),
        (
            "first call, 300 characters",
            f"{median(first) * 1000:.0f} ms",
            "150 ms",
            verdict(median(first), AIMS["first"]),
        ),
        (
            "peak memory beyond the interpreter, short pages",
            f"{peak:.0f} MB",
            "60 MB",
            verdict(peak, AIMS["peak"]),
        ),
    ]
    return (
        "## Whole parse\n\nCharacters a second on one core, all four extractors and linking; the median.\n\n"
        + table(("text", "characters/s", "aim", ""), rows)
        + "\n"
        + table(("cost", "measured", "aim", ""), few)
    )


def parts(rounds: int) -> str:
    """Where the time goes."""
    columns: dict[str, dict[str, float]] = {}
    for name, pages in (("news", texts.news()), ("damaged", texts.damaged()), ("reports", texts.reports())):
        if pages:
            log(f"  {name}")
            columns[name] = _parts_of(pages * (150_000 // sum(map(len, pages)) + 1), rounds)
    names = list(next(iter(columns.values())))
    rows = [(name, *(f"{column[name]:.3f}" for column in columns.values())) for name in names]
    return "## Parts\n\nSeconds for a million characters; the median.\n\n" + table(("part", *columns), rows)


def _listed(extractor: govtext.Extractor) -> Callable[[govtext.Document], Any]:
    """The extractor, run to its last mention."""
    return lambda document: list(extractor(document))


def _parts_of(pages: Sequence[str], rounds: int) -> dict[str, float]:
    """Seconds for a million characters of each part."""
    size = sum(map(len, pages)) / 1_000_000
    found: dict[str, float] = {}

    def measure(name: str, call: Callable[[Any], Any], items: Sequence[Any]) -> None:
        found[name] = timed(lambda: [call(item) for item in items], rounds) / size

    states = [govtext.AlignedText.of(page) for page in pages]
    for step in STEPS:
        measure(f"cleaning: {getattr(step, '__name__', type(step).__name__)}", step, states)
        states = [step(state) for state in states]
    measure("segmentation", segment, states)
    measure("redactions", find_redactions, states)
    documents = [govtext.read(page, DAY) for page in pages]
    for extractor in (govtext.Dates(), govtext.Officials(), govtext.Targets(), govtext.Slogans()):
        measure(f"extractor: {type(extractor).__name__}", _listed(extractor), documents)
    pairs = [(document, govtext.extract(document)) for document in documents]
    measure("linking", lambda pair: govtext.link(*pair), pairs)
    measure("whole parse", lambda page: govtext.parse(page, DAY), pages)
    return found


SIZES = (1_000, 10_000, 100_000, 1_000_000, 10_000_000)
"""Bytes of UTF-8; this prose has three bytes to most characters."""


LONGEST = 30.0
"""Seconds that a hostile input is given; one that would take longer is not tried at the next size."""


def scaling(rounds: int, largest: int) -> str:
    """Time and memory against the length of one document."""
    rows: list[Sequence[object]] = []
    points: dict[str, list[tuple[float, float]]] = {"news": [], "damaged": []}
    for size in (s for s in SIZES if s <= largest):
        row: list[object] = [f"{size:,}"]
        for kind, pages in (("news", texts.news()), ("damaged", texts.damaged())):
            whole = texts.of_length(pages, size)
            text = whole.encode()[:size].decode(errors="ignore")
            runs = [
                work("govtext_parse", [text], seconds=0.5 if size < 1_000_000 else 0.0)
                for _ in range(rounds if size < 1_000_000 else 1)
            ]
            if "failed" in runs[0]:
                row += [runs[0]["failed"], "", ""]
                continue
            seconds = len(text) / median(run["speeds"][0] for run in runs)
            points[kind].append((len(text), seconds))
            row += [f"{seconds:.4f}", f"{median(run['peak'] for run in runs):.0f}"]
        rows.append(row)
        log(f"  {size:,} bytes")
    slopes = {kind: exponent(found[1:]) for kind, found in points.items() if len(found) > 2}
    told = "; ".join(f"{k} {v:.3f} ({verdict(v, AIMS['exponent'])})" for k, v in slopes.items())
    header = ("bytes", "news, s", "news, peak MB", "damaged, s", "damaged, peak MB")
    return (
        "## Against length\n\nOne document of so many bytes, whole parse.\n\n"
        + table(header, rows)
        + f"\nExponent of time against length, from 10 kB up (aim: at most 1.05): {told}.\n"
    )


def documents(largest: int) -> str:
    """Time and memory against the number of documents, one after the other, findings dropped."""
    rows, points = [], []
    for count in (n for n in (100, 1_000, 10_000, 100_000) if n <= max(largest, 100)):
        code = (
            "import time, govtext; from bench import texts; from bench.worker import peak_megabytes\n"
            "for text in texts.short(400): govtext.parse(text)\n"  # what is loaded when first needed
            "start, characters = time.process_time(), 0\n"
            f"for text in texts.short({count}):\n"
            "    govtext.parse(text); characters += len(text)\n"
            "print(time.process_time() - start, characters, peak_megabytes())"
        )
        command = [sys.executable, "-c", code]
        done = subprocess.run(command, capture_output=True, text=True, check=True, env=source(), cwd=ROOT)
        seconds, characters, peak = (float(cell) for cell in done.stdout.split())
        points.append((count, seconds))
        rows.append(
            (
                f"{count:,}", f"{seconds:.2f}", f"{count / seconds:,.0f}", rate(characters / seconds), f"{peak:.0f}",
            )
        )  # fmt: skip
        log(f"  {count:,} documents")
    slope = exponent(points)
    mean = sum(map(len, texts.short(1_000))) / 1_000
    return (
        f"## Against the number of documents\n\nShort documents, paragraphs of {mean:.0f} characters on average, one core.\n\n"
        + table(("documents", "seconds", "documents/s", "characters/s", "peak MB of the process"), rows)
        + f"\nExponent of time against count: {slope:.3f} ({verdict(slope, AIMS['exponent'])}).\n"
    )


def hostile(rounds: int, largest: int) -> str:
    """Inputs that hang other tools, at growing sizes; a size is left out where it would take more than a minute."""
    sizes = [n for n in (1_000, 10_000, 100_000, 1_000_000) if n <= largest]
    rows: list[Sequence[object]] = []
    for name in texts.HOSTILE:
        points: list[tuple[float, float]] = []
        cells: list[str] = []
        for size in sizes:
            if points and points[-1][1] * size / points[-1][0] > LONGEST:
                cells.append("left out")
                continue
            text = texts.hostile(name, size)
            run = work(
                "govtext_parse", [text], limit=2 * LONGEST, seconds=0.0, rounds=1 if size > 10_000 else rounds
            )
            if "failed" in run:
                cells.append(f"more than {2 * LONGEST:.0f}")
                break
            points.append((size, size / median(run["speeds"])))
            cells.append(f"{points[-1][1]:.3f}")
        cells += ["left out"] * (len(sizes) - len(cells))
        slope = exponent(points[-2:]) if len(points) > 1 else math.nan
        rows.append((name, f"`{texts.HOSTILE[name]!r}`", *cells, f"{slope:.2f}"))
        log(f"  {name}")
    header = (
        "input",
        "repeated",
        *(f"{size:,} characters, s" for size in sizes),
        "exponent of the last step",
    )
    return "## Hostile inputs\n\n" + table(header, rows)
