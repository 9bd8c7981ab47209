"""Fuzz the whole parse, guided by coverage.

    pip install '.[fuzz]'
    python -m bench.fuzz [--without-repair] [--findings FOLDER] -runs=20000 -max_len=400 -timeout=60 [CORPUS_FOLDER]

Needs atheris, which has wheels for Linux. An input is bytes: the first byte chooses how the rest becomes a page (as
UTF-8 with lone surrogates let through; as scraps of this prose, one for each byte; as UTF-8 read as GBK and read as
cp1252). The page is parsed, with and without a day, and what must hold of any findings is checked
(`tests/invariants.py`), as is the round trip through JSON. Time out of proportion to the length counts as a failure.

A failure does not end the run: the input is kept in the folder of the findings, once for each kind and place of failure,
and the run goes on. `--without-repair` leaves the search for byte damage out, which takes most of the time wherever a page
looks damaged, so that the rest of the path gets some hundred times as many executions.
`docs/reference/trust.md` says how many executions the last runs had and what they found.
"""

from __future__ import annotations

import json
import sys
import time
import traceback
from datetime import date
from hashlib import sha256
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parents[1] / "tests"))

import atheris

with atheris.instrument_imports(include=["govtext"]):
    import govtext
    from govtext.cleaning import STEPS, mojibake

    govtext.parse("区长陈一鸣主持会议，要求9月底前完成投资12亿元，落实“六稳”。")  # what is loaded lazily, too

from invariants import PIECES, check

SLOW = 2.0
"""Seconds of processor time that any page of some hundred characters may take, instrumented as it is; 0.02 is usual."""

UNREPAIRED = tuple(step for step in STEPS if step is not mojibake)


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


def parse(text: str, day: date | None, *, repair: bool) -> govtext.Findings:
    """The whole parse, or all of it but the repair."""
    if repair:
        return govtext.parse(text, day)
    document = govtext.read(text, day, steps=UNREPAIRED)
    return govtext.link(document, govtext.extract(document))


def one(data: bytes, *, repair: bool) -> None:
    """One execution."""
    text = page(data)
    day = date(2024, 7, 16) if len(data) % 2 else None
    started = time.process_time()
    findings = parse(text, day, repair=repair)
    taken = time.process_time() - started
    check(findings)
    if govtext.from_dict(json.loads(json.dumps(findings.to_dict()))) != findings:
        raise AssertionError("the round trip through JSON changed the findings")
    if taken > SLOW:
        raise TimeoutError(f"{len(text)} characters took {taken:.2f} s")


def kept(data: bytes, error: Exception, folder: Path) -> None:
    """Keep the input of a failure, the first for each kind and place."""
    frames = [f"{frame.name}:{frame.lineno}" for frame in traceback.extract_tb(error.__traceback__)]
    name = f"{type(error).__name__}-{sha256(' '.join(frames).encode()).hexdigest()[:8]}"
    if (folder / name).exists():
        return
    folder.mkdir(parents=True, exist_ok=True)
    (folder / name).write_bytes(data)
    told = "".join(traceback.format_exception(type(error), error, error.__traceback__))
    (folder / f"{name}.txt").write_text(f"{page(data)!a}\n\n{told}", encoding="utf-8")
    print(f"FOUND {name}: {error!r}", flush=True)


def option(name: str) -> str | None:
    """Take an option of ours, with the word behind it, out of the arguments that atheris reads."""
    if name not in sys.argv:
        return None
    at = sys.argv.index(name)
    _, value = sys.argv[at : at + 2]
    del sys.argv[at : at + 2]
    return value


def main() -> None:
    """Hand over to atheris, whose own options follow ours."""
    folder = Path(option("--findings") or "fuzz-findings")
    repair = "--without-repair" not in sys.argv
    if not repair:
        sys.argv.remove("--without-repair")

    def target(data: bytes) -> None:
        try:
            one(data, repair=repair)
        except Exception as error:  # noqa: BLE001 - any failure is a finding
            kept(data, error, folder)

    atheris.Setup(sys.argv, target)
    atheris.Fuzz()


if __name__ == "__main__":
    main()
