"""Cases as data: one JSON object a line, in tests/cases/<thing>/<provenance>.jsonl."""

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

FOLDER = Path(__file__).parent / "cases"


def read_cases(thing: str, provenance: str) -> list[dict[str, Any]]:
    """The cases of one file; blank lines and lines that begin with # are left out."""
    path = FOLDER / thing / f"{provenance}.jsonl"
    return list(_records(path))


def _records(path: Path) -> Iterator[dict[str, Any]]:
    for number, line in enumerate(path.read_text(encoding="utf-8").splitlines(), 1):
        if not line.strip() or line.startswith("#"):
            continue
        try:
            yield json.loads(line)
        except ValueError as error:
            raise ValueError(f"{path}, line {number}: expected one JSON object, got {line[:80]!r}") from error
