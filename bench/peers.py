"""The tools that a user would pick instead, each in a virtual environment of its own, so that none is a dependency.

Environments are made on demand in a cache folder outside the tree: `$GOVTEXT_BENCH_CACHE`, else
`~/.cache/govtext-bench`. A peer that does not install is named in the report, with pip's last word.
"""

from __future__ import annotations

import os
import subprocess
import sys
from dataclasses import dataclass
from hashlib import sha256
from pathlib import Path

__all__ = ["PEERS", "Peer", "cache", "environment"]


@dataclass(frozen=True)
class Peer:
    """One tool for one task.

    Attributes:
        name: as printed.
        task: what is compared: dates, money, numbers, names, repair, simplify.
        requirements: what pip installs.
        function: the function of `worker.py` that calls it.
        note: what a reader of the table should know.
        positions: whether it says where things stand.
    """

    name: str
    task: str
    requirements: tuple[str, ...]
    function: str
    note: str = ""
    positions: bool = True


RECOGNIZERS = ("recognizers-text-suite", "emoji<2")
"""The suite asks for any `emoji` and imports a name that version 2 dropped."""

PEERS: tuple[Peer, ...] = (
    Peer("JioNLP", "dates", ("jionlp",), "jionlp_dates"),
    Peer("Recognizers-Text date-time", "dates", RECOGNIZERS, "recognizers_dates"),
    Peer("pyunit-time", "dates", ("pyunit-time",), "pyunit_dates", positions=False),
    Peer(
        "dateparser search_dates",
        "dates",
        ("dateparser",),
        "dateparser_dates",
        "returns no positions",
        positions=False,
    ),
    Peer("JioNLP", "money", ("jionlp",), "jionlp_money"),
    Peer("Recognizers-Text number", "numbers", RECOGNIZERS, "recognizers_numbers"),
    Peer("cn2an transform", "numbers", ("cn2an",), "cn2an_numbers", "returns a text, no positions"),
    Peer("quantulum3", "numbers", ("quantulum3",), "quantulum_numbers", "made for English"),
    Peer("jieba posseg", "names", ("jieba", "setuptools<81"), "jieba_names", "any person, no titles"),
    Peer(
        "SnowNLP tags",
        "names",
        ("snownlp",),
        "snownlp_names",
        "any person, no titles; trained on the People's Daily of January 1998",
    ),
    Peer("ftfy", "repair", ("ftfy",), "ftfy_repair", "refuses GB encodings by design"),
    Peer("OpenCC t2s", "simplify", ("opencc-python-reimplemented",), "opencc_simplify"),
)


def cache() -> Path:
    """Where environments are kept: never inside the project."""
    return Path(os.environ.get("GOVTEXT_BENCH_CACHE") or Path.home() / ".cache" / "govtext-bench")


def environment(requirements: tuple[str, ...]) -> Path | str:
    """The Python of an environment that holds the requirements, made if need be; or why it could not be made."""
    key = sha256(" ".join((*requirements, sys.version)).encode()).hexdigest()[:8]
    folder = cache() / f"{requirements[0]}-{key}"
    python = folder / ("Scripts/python.exe" if os.name == "nt" else "bin/python")
    if (folder / "complete").exists():
        return python
    folder.parent.mkdir(parents=True, exist_ok=True)
    try:
        subprocess.run(
            [sys.executable, "-m", "venv", str(folder)], check=True, capture_output=True, text=True
        )
        pip = [str(python), "-m", "pip", "install", "--quiet", *requirements]
        subprocess.run(pip, check=True, capture_output=True, text=True, timeout=900)
    except subprocess.CalledProcessError as error:
        errors = [line for line in error.stderr.splitlines() if "error" in line.lower()]
        return str((errors or ["no reason given"])[-1]).strip()[:200]
    except subprocess.TimeoutExpired:
        return "the installation took more than 15 minutes"
    (folder / "complete").touch()
    return python
