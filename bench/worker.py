"""Measures one function in one fresh process. Runs under any environment's Python, so it needs the standard library only.

    python worker.py FUNCTION < texts.json > figures.json

Reads `{"texts": [...], "seconds": 2.0, "rounds": 3, "answers": false}`; writes the import time, the time of the first call,
characters a second for each round, and the peak memory, all of this process; with `answers`, what came out. Times are
processor time, with all threads of the process, so that other work on the machine matters little.
"""

from __future__ import annotations

import contextlib
import datetime
import io
import json
import logging
import resource
import sys
import time
import warnings
from importlib import import_module
from pathlib import Path
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Callable

DAY = datetime.datetime(2024, 7, 16, 9, 0)  # noqa: DTZ001 - peers want a naive one


# Each returns a function of a text; the import happens inside, where it is timed. Spans are (start, end) in code points.


def jionlp_dates() -> Callable[[str], Any]:
    jio = import_module("jionlp")
    base = {"year": DAY.year, "month": DAY.month, "day": DAY.day}
    return lambda text: [tuple(found["offset"]) for found in jio.ner.extract_time(text, time_base=base)]


def jionlp_money() -> Callable[[str], Any]:
    jio = import_module("jionlp")
    return lambda text: [tuple(found["offset"]) for found in jio.ner.extract_money(text)]


def recognizers_dates() -> Callable[[str], Any]:
    recognize = import_module("recognizers_date_time").recognize_datetime
    return lambda text: [(r.start, r.end + 1) for r in recognize(text, "zh-cn", reference=DAY)]


def recognizers_numbers() -> Callable[[str], Any]:
    recognize = import_module("recognizers_number").recognize_number
    return lambda text: [(r.start, r.end + 1) for r in recognize(text, "zh-cn")]


def pyunit_dates() -> Callable[[str], Any]:
    maker = import_module("pyunit_time").Time
    return lambda text: [found["key"] for found in maker(DAY.isoformat(" ")).parse(text)]


def dateparser_dates() -> Callable[[str], Any]:
    search = import_module("dateparser.search").search_dates
    settings = {"RELATIVE_BASE": DAY}
    return lambda text: [key for key, _ in search(text, languages=["zh"], settings=settings) or ()]


def cn2an_numbers() -> Callable[[str], Any]:
    transform = import_module("cn2an").transform
    return lambda text: transform(text, "cn2an")


def quantulum_numbers() -> Callable[[str], Any]:
    parse = import_module("quantulum3.parser").parse
    return lambda text: [tuple(found.span) for found in parse(text)]


def jieba_names() -> Callable[[str], Any]:
    posseg = import_module("jieba.posseg")
    import_module("jieba").setLogLevel(logging.ERROR)

    def call(text: str) -> list[tuple[int, int]]:
        at, found = 0, []
        for pair in posseg.cut(text):
            if pair.flag == "nr":
                found.append((at, at + len(pair.word)))
            at += len(pair.word)
        return found

    return call


def snownlp_names() -> Callable[[str], Any]:
    make = import_module("snownlp").SnowNLP

    def call(text: str) -> list[tuple[int, int]]:
        at, found = 0, []
        for word, tag in make(text).tags if text.strip() else ():
            start = text.find(word, at)
            at = max(at, start + len(word))
            if tag == "nr" and start >= 0:  # it tags surname and given name apart
                first = found.pop()[0] if found and found[-1][1] == start else start
                found.append((first, at))
        return found

    return call


def ftfy_repair() -> Callable[[str], Any]:
    call: Callable[[str], Any] = import_module("ftfy").fix_text
    return call


def opencc_simplify() -> Callable[[str], Any]:
    call: Callable[[str], Any] = import_module("opencc").OpenCC("t2s").convert
    return call


def govtext_parse() -> Callable[[str], Any]:
    parse = import_module("govtext").parse
    return lambda text: parse(text, DAY.date())


def govtext_read() -> Callable[[str], Any]:
    call: Callable[[str], Any] = import_module("govtext").read
    return call


def govtext_simplify() -> Callable[[str], Any]:
    call: Callable[[str], Any] = import_module("govtext.script").simplify
    return call


def govtext_numbers() -> Callable[[str], Any]:
    find = import_module("govtext.numerals").find
    return lambda text: [(found.start, found.end) for found in find(text)]


def _govtext_one(name: str) -> Callable[[str], Any]:
    """Reading and one extractor: what a user of that kind alone would run."""
    govtext = import_module("govtext")
    using = (getattr(govtext, name)(),)

    def call(text: str) -> list[tuple[int, int]]:
        found = govtext.extract(govtext.read(text, DAY.date()), using)
        spans = ((m.name_span if name == "Officials" else m.span) for m in found)
        return [(span.raw_start, span.raw_end) for span in spans]

    return call


def govtext_dates() -> Callable[[str], Any]:
    return _govtext_one("Dates")


def govtext_names() -> Callable[[str], Any]:
    return _govtext_one("Officials")


def govtext_money() -> Callable[[str], Any]:
    return _govtext_one("Targets")


def govtext_slogans() -> Callable[[str], Any]:
    return _govtext_one("Slogans")


def peak_megabytes() -> float:
    """The most memory that this process has held, in MB."""
    try:  # Linux: ru_maxrss would count what the parent held before exec
        status = Path("/proc/self/status").read_text(encoding="ascii")
        return int(status.partition("VmHWM:")[2].split()[0]) / 1024
    except (OSError, IndexError, ValueError):
        used = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
        return used / (1024 * 1024 if sys.platform == "darwin" else 1024)


def speed(call: Callable[[str], Any], texts: list[str], seconds: float) -> float:
    """Characters a second of processor time over as many of the texts as fit into the time; at least one."""
    done, started = 0, time.process_time()
    while True:
        for text in texts:
            call(text)
            done += len(text)
            if (taken := time.process_time() - started) > seconds:
                return done / taken


def measure(function: str, task: dict[str, Any]) -> dict[str, Any]:
    """The figures of one function."""
    texts: list[str] = task["texts"]
    before = peak_megabytes()
    started = time.process_time()
    call: Callable[[str], Any] = globals()[function]()
    imported = time.process_time()
    call(texts[0][:300])
    first = time.process_time()
    for text in texts[:6]:  # what is loaded when first needed, such as the model of repair, is no throughput
        call(text[:3000])
    figures: dict[str, Any] = {
        "import": imported - started,
        "first": first - imported,
        "modules": len(sys.modules),
        "speeds": [speed(call, texts, task["seconds"]) for _ in range(task["rounds"])],
    }
    figures["peak"] = peak_megabytes() - before
    if task.get("answers"):
        figures["answers"] = [call(text) for text in texts]
    return figures


def main() -> None:
    """One task in, one line of JSON out; whatever a peer prints goes nowhere."""
    warnings.simplefilter("ignore")
    task = json.load(sys.stdin)
    with contextlib.redirect_stdout(io.StringIO()), contextlib.redirect_stderr(io.StringIO()):
        try:
            result = measure(sys.argv[1], task)
        except Exception as error:  # noqa: BLE001 - a peer may fail in any way; the report says how
            result = {"failed": f"{type(error).__name__}: {error}"[:200]}
    print(json.dumps(result))


if __name__ == "__main__":
    main()
