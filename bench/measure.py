"""How figures are taken: fresh processes, medians, exponents, tables."""

from __future__ import annotations

import json
import math
import os
import subprocess
import sys
import time
from datetime import date
from pathlib import Path
from statistics import median
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Sequence

__all__ = ["AIMS", "DAY", "ROOT", "exponent", "log", "rate", "source", "table", "timed", "verdict", "work"]

HERE = Path(__file__).parent
ROOT = HERE.parent
DAY = date(2024, 7, 16)
"""The day of publication that is passed to every tool that takes one."""
AIMS = {
    "clean": 1_000_000,  # characters a second, whole parse of clean text
    "damaged": 500_000,  # the same of damaged text
    "import": 0.080,  # seconds beyond the dependencies' own import
    "first": 0.150,  # seconds, first call
    "peak": 60.0,  # MB beyond the interpreter
    "exponent": 1.05,  # of time against length
}
"""What issue and documentation promise; each is compared with what is measured, and told where it is not met."""


def source() -> dict[str, str]:
    """The environment variables of a process that imports govtext from this tree."""
    return {**os.environ, "PYTHONPATH": str(ROOT / "src")}


def log(text: str) -> None:
    """Progress, on the error stream."""
    print(text, file=sys.stderr, flush=True)


def work(
    function: str,
    sample: Sequence[str],
    *,
    python: Path | str = sys.executable,
    limit: float = 900,
    **task: Any,
) -> dict[str, Any]:
    """The figures of one function in a fresh process."""
    data = {"texts": list(sample), "seconds": 2.0, "rounds": 1, **task}
    variables = source() if function.startswith("govtext") else None
    try:
        done = subprocess.run(
            [str(python), str(HERE / "worker.py"), function],
            input=json.dumps(data), capture_output=True, text=True, timeout=limit, check=True, env=variables,
        )  # fmt: skip
    except (subprocess.CalledProcessError, subprocess.TimeoutExpired) as error:
        return {"failed": str(error)[:200]}
    result: dict[str, Any] = json.loads(done.stdout)
    return result


def table(header: Sequence[str], rows: Iterable[Sequence[object]]) -> str:
    """A Markdown table; numbers to the right."""
    lines = ["| " + " | ".join(header) + " |", "| --- |" + " ---: |" * (len(header) - 1)]
    lines += ["| " + " | ".join(str(cell) for cell in row) + " |" for row in rows]
    return "\n".join(lines) + "\n"


def rate(speed: float) -> str:
    """Characters a second, to three figures."""
    return f"{float(f'{speed:.3g}'):,.0f}"


def exponent(points: Sequence[tuple[float, float]]) -> float:
    """The slope of log(time) on log(size): 1 is linear."""
    xs, ys = [math.log(x) for x, _ in points], [math.log(y) for _, y in points]
    mx, my = sum(xs) / len(xs), sum(ys) / len(ys)
    return sum((x - mx) * (y - my) for x, y in zip(xs, ys, strict=True)) / sum((x - mx) ** 2 for x in xs)


def verdict(value: float, aim: float, *, at_most: bool = True) -> str:
    """Whether an aim is met."""
    return "met" if (value <= aim if at_most else value >= aim) else "**not met**"


def timed(call: Callable[[], Any], rounds: int) -> float:
    """The median processor time of a call; one call before counts for nothing."""
    call()
    taken = []
    for _ in range(rounds):
        started = time.process_time()
        call()
        taken.append(time.process_time() - started)
    return median(taken)
