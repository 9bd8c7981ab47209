"""Govtext beside its peers, task by task."""

from __future__ import annotations

import sys
from pathlib import Path
from statistics import median
from typing import TYPE_CHECKING, Any

from attrs import Factory, frozen

from . import texts
from .measure import log, rate, table, verdict, work
from .peers import PEERS, environment

if TYPE_CHECKING:
    from collections.abc import Sequence

__all__ = ["peers"]

OWN = {
    "dates": "govtext_dates",
    "money": "govtext_money",
    "numbers": "govtext_numbers",
    "names": "govtext_names",
    "repair": "govtext_read",
    "simplify": "govtext_simplify",
}
OWN_NAMES = {
    "dates": "govtext read + Dates",
    "money": "govtext read + Targets (all numbers with units)",
    "numbers": "govtext.numerals.find",
    "names": "govtext read + Officials",
    "repair": "govtext.read (clean, repair, align, segment)",
    "simplify": "govtext.script.simplify",
}


def task_text(task: str) -> tuple[str, ...]:
    """What a task is timed on: repair and simplification on damaged pages, the rest on clean news."""
    return texts.damaged() if task in ("repair", "simplify") else texts.news()


@frozen
class Tool:
    """One tool at one task, with what its rounds gave."""

    name: str
    task: str
    function: str
    python: Path
    ours: bool = False
    runs: list[dict[str, Any]] = Factory(list)

    @property
    def failed(self) -> str | None:
        """Why it could not be measured, or None."""
        return next((run["failed"] for run in self.runs if "failed" in run), None)

    @property
    def speed(self) -> float:
        """Characters a second, the median of the rounds."""
        return median(float(speed) for run in self.runs for speed in run["speeds"])

    def middle(self, figure: str) -> float:
        """The median of another figure."""
        return median(float(run[figure]) for run in self.runs)


def peers(rounds: int, wanted: Sequence[str]) -> str:
    """Speed, import, first call and memory of each tool for each task."""
    here = Path(sys.executable)
    whole = Tool("govtext.parse", "everything", "govtext_parse", here, ours=True)
    tools = [
        whole,
        *(Tool(OWN_NAMES[task], task, function, here, ours=True) for task, function in OWN.items()),
    ]
    missing: list[str] = []
    for peer in PEERS:
        if wanted and not any(name.lower() in peer.name.lower() for name in wanted):
            continue
        python = environment(peer.requirements)
        if isinstance(python, Path):
            name = f"{peer.name} ({peer.note})" if peer.note else peer.name
            tools.append(Tool(name, peer.task, peer.function, python))
        else:
            missing.append(f"- {peer.name} ({peer.task}): could not be installed: {python}")
    for number in range(rounds):
        log(f"  round {number + 1} of {rounds}")
        for tool in tools:
            tool.runs.append(work(tool.function, task_text(tool.task), python=tool.python))
    missing += [f"- {tool.name} ({tool.task}): failed: {tool.failed}" for tool in tools if tool.failed]
    measured = [tool for tool in tools if not tool.failed]
    return _compared(measured, whole if whole in measured else None) + _not_measured(missing)


def _not_measured(missing: Sequence[str]) -> str:
    return "\nNot measured:\n\n" + "\n".join(missing) + "\n" if missing else ""


def _compared(tools: Sequence[Tool], whole: Tool | None) -> str:
    """The table, and the aim that concerns the peers."""
    parts = {tool.task: tool.speed for tool in tools if tool.ours}
    order = ["everything", *OWN]
    rows = [
        _row(tool, parts.get(tool.task, 0.0), whole.speed if whole else 0.0)
        for tool in sorted(tools, key=lambda tool: (order.index(tool.task), not tool.ours))
    ]
    text = (
        "## Beside its peers\n\n"
        "Medians of interleaved rounds in one run, each tool in its own process and environment, on the example pages "
        "(clean ones; damaged ones for repair and simplification). The last two columns say how many times as fast "
        "govtext is: the part that does the same task, and the whole parse.\n\n"
    )
    text += table(
        (
            "task",
            "tool",
            "characters/s",
            "import ms",
            "first call ms",
            "peak MB",
            "part ÷ peer",
            "parse ÷ peer",
        ),
        rows,
    )
    dates = [tool.speed for tool in tools if tool.task == "dates" and not tool.ours]
    if dates and whole:
        text += (
            "\nAim: the whole parse is never slower than the fastest peer's date extraction alone "
            f"({rate(whole.speed)} against {rate(max(dates))} characters/s): "
            f"{verdict(whole.speed, max(dates), at_most=False)}.\n"
        )
    return text


def _row(tool: Tool, part: float, parse: float) -> Sequence[object]:
    costs = (
        f"{tool.middle('import') * 1000:.0f}",
        f"{tool.middle('first') * 1000:.0f}",
        f"{tool.middle('peak'):.0f}",
    )
    if tool.ours:
        return (tool.task, f"**{tool.name}**", rate(tool.speed), *costs, "", "")
    same_task = tool.task not in ("repair", "simplify")
    return (
        tool.task, tool.name, rate(tool.speed), *costs,
        _times(part / tool.speed), _times(parse / tool.speed) if same_task else "",
    )  # fmt: skip


def _times(ratio: float) -> str:
    return f"{ratio:.3g}×" if ratio < 100 else f"{ratio:,.0f}×"
