"""Fuzz the whole parse, guided by coverage.

    pip install '.[fuzz]'
    python -m bench.fuzz -atheris_runs=20000 [CORPUS_FOLDER]

Needs atheris, which has wheels for Linux up to Python 3.12. An input is bytes: the first byte chooses how the rest
becomes a page (as UTF-8 with lone surrogates let through; as scraps of this prose, one for each byte; as UTF-8 read as
GBK and read as cp1252). The page is parsed, with and without a day, and what must hold of any findings is checked
(`tests/invariants.py`), as is the round trip through JSON. Time out of proportion to the length counts as a failure.
`docs/reference/benchmarks.md` says how many executions the last run had and what it found.
"""

from __future__ import annotations

import json
import sys
import time
from datetime import date
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parents[1] / "tests"))

import atheris

with atheris.instrument_imports(include=["govtext"]):
    import govtext

    govtext.parse("区长陈一鸣主持会议，要求9月底前完成投资12亿元，落实“六稳”。")  # what is loaded lazily, too

from invariants import PIECES, check

SLOW = 2.0
"""Seconds of processor time that any page of a thousand characters may take, instrumented as it is; 0.02 is usual."""


def page(data: bytes) -> str:
    """The page that some bytes stand for."""
    if not data:
        return ""
    mode, rest = data[0] % 4, data[1:]
    if mode == 0:
        return rest.decode("utf-8", "surrogateescape")
    if mode == 1:
        return rest.decode("utf-8", "ignore").encode("utf-8").decode("gb18030", "replace")
    if mode == 2:
        return rest.decode("utf-8", "ignore").encode("utf-8").decode("cp1252", "replace")
    return "".join(PIECES[byte % len(PIECES)] for byte in rest)


def one(data: bytes) -> None:
    """One execution."""
    text = page(data)
    day = date(2024, 7, 16) if len(data) % 2 else None
    started = time.process_time()
    findings = govtext.parse(text, day)
    taken = time.process_time() - started
    check(findings)
    if govtext.from_dict(json.loads(json.dumps(findings.to_dict()))) != findings:
        raise AssertionError("the round trip through JSON changed the findings")
    if taken > SLOW:
        raise AssertionError(f"{len(text)} characters took {taken:.2f} s")


def main() -> None:
    """Hand over to atheris, whose own options follow."""
    atheris.Setup(sys.argv, one)
    atheris.Fuzz()


if __name__ == "__main__":
    main()
