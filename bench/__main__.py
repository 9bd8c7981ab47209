"""Speed, memory, scaling and quality of govtext beside its peers, in one run on one machine.

    python -m bench                  everything; writes docs/reference/benchmarks.md
    python -m bench --quick          fewer rounds, smaller sizes; prints only
    python -m bench --only scaling   some of: speed, parts, peers, scaling, documents, hostile, quality

Times are processor time of one core. Every figure comes from a fresh process; peers run in environments of their own
(`peers.py`); rounds of all tools are interleaved, so that a slow minute of the machine hits all of them.
`GOVTEXT_CORPUS` adds the reports and the gold.
"""

from __future__ import annotations

import argparse
import os
import platform
import sys
import time
from pathlib import Path
from typing import TYPE_CHECKING

import govtext

from .comparison import peers
from .measure import ROOT, log
from .quality import quality
from .sections import documents, hostile, parts, scaling, speed

if TYPE_CHECKING:
    from collections.abc import Callable

REPORT = ROOT / "docs" / "reference" / "benchmarks.md"
SECTIONS = ("speed", "peers", "parts", "scaling", "documents", "hostile", "quality")


def machine() -> str:
    """What it ran on."""
    model = platform.processor() or "processor not named"
    try:
        for line in Path("/proc/cpuinfo").read_text(encoding="utf-8").splitlines():
            if line.startswith("model name"):
                model = line.partition(":")[2].strip()
                break
    except OSError:
        pass
    system = f"Python {platform.python_version()}, {platform.system()} {platform.machine()}"
    busy = f", load average at the start {os.getloadavg()[0]:.1f}" if hasattr(os, "getloadavg") else ""
    return f"{system}, {model}, {os.cpu_count()} cores{busy}"


def main() -> int:
    """Run what is asked for, print it, and write the page."""
    arguments = argparse.ArgumentParser(description=(__doc__ or "").partition("\n")[0])
    arguments.add_argument(
        "--quick", action="store_true", help="fewer rounds and smaller sizes; nothing is written"
    )
    arguments.add_argument("--only", default="", help=f"some of {','.join(SECTIONS)}; nothing is written")
    arguments.add_argument("--peers", default="", help="only peers whose name holds one of these words")
    arguments.add_argument(
        "--rounds", type=int, default=0, help="rounds of each measurement (5; with --quick 1)"
    )
    arguments.add_argument(
        "--documents", type=int, default=100_000, help="at most so many documents (%(default)s)"
    )
    arguments.add_argument(
        "--hostile", type=int, default=1_000_000, help="hostile inputs up to this length (%(default)s)"
    )
    options = arguments.parse_args()
    only = [name for name in options.only.split(",") if name] or list(SECTIONS)
    if unknown := set(only) - set(SECTIONS):
        arguments.error(f"--only: expected some of {', '.join(SECTIONS)}; got {', '.join(sorted(unknown))}")
    rounds = options.rounds or (1 if options.quick else 5)
    small = options.quick
    calls: dict[str, Callable[[], str]] = {
        "speed": lambda: speed(rounds),
        "peers": lambda: peers(rounds, [name for name in options.peers.split(",") if name]),
        "parts": lambda: parts(rounds),
        "scaling": lambda: scaling(min(rounds, 3), 1_000_000 if small else 10_000_000),
        "documents": lambda: documents(1_000 if small else options.documents),
        "hostile": lambda: hostile(min(rounds, 3), 100_000 if small else options.hostile),
        "quality": quality,
    }
    started = time.time()
    pages = [f"# Benchmarks\n\nWritten by `python -m bench`. {machine()}; govtext {govtext.__version__}.\n"]
    for section in only:
        log(section)
        pages.append(calls[section]())
    pages.append(f"The run took {(time.time() - started) / 60:.0f} minutes.\n")
    report = "\n".join(pages)
    print(report)
    if only == list(SECTIONS) and not small and not options.peers:
        REPORT.parent.mkdir(parents=True, exist_ok=True)
        REPORT.write_text(report, encoding="utf-8", newline="\n")
    return 0


if __name__ == "__main__":
    sys.exit(main())
