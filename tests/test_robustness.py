"""Nothing that is text raises, whatever it holds; the same page gives the same data everywhere."""

from __future__ import annotations

import ast
import copy
import json
import os
import pickle
import subprocess
import sys
import time
from concurrent.futures import ThreadPoolExecutor
from datetime import date
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

import govtext
from invariants import PIECES, check

ROOT = Path(__file__).parents[1]
EXAMPLES = ROOT / "examples"
DAY = date(2024, 7, 16)
PAGES = [
    EXAMPLES / "sample.txt",
    EXAMPLES / "sample_damaged.txt",
    *sorted((EXAMPLES / "corpus").glob("*.txt"))[::8],
]

anything = st.text(st.characters(codec=None), max_size=120)
scraps = st.lists(st.one_of(st.sampled_from(PIECES), st.text(max_size=3)), max_size=60).map("".join)
moderate = settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.too_slow])


@moderate
@given(anything)
def test_arbitrary_unicode_never_raises(text: str) -> None:
    check(govtext.parse(text, DAY))


@moderate
@given(scraps)
def test_scraps_of_the_prose_never_raise(text: str) -> None:
    check(govtext.parse(text, DAY))


@moderate
@given(scraps, st.one_of(st.none(), st.dates()))
def test_findings_survive_json(text: str, day: date | None) -> None:
    findings = govtext.parse(text, day)
    line = json.dumps(findings.to_dict())
    assert govtext.from_dict(json.loads(line)) == findings


@settings(max_examples=25, deadline=None)
@given(st.data())
def test_a_page_cut_anywhere_never_raises(data: st.DataObject) -> None:
    raw = data.draw(st.sampled_from(PAGES)).read_text(encoding="utf-8")
    start = data.draw(st.integers(0, len(raw)))
    check(govtext.parse(raw[start : data.draw(st.integers(start, len(raw)))], DAY))


@pytest.mark.parametrize(
    "text",
    [
        "",
        " ",
        "\n",
        "\x00",
        "\ud800",
        "\udfff\ud800",
        "\ufeff",
        "﷽" * 50,
        "\u0301",
        "👩‍👩‍👧‍👦",
        "\r\n\r\n",
        "\x1b[31m",
    ],
)
def test_odd_texts(text: str) -> None:
    check(govtext.parse(text))
    check(govtext.parse(f"区长陈一鸣{text}要求9月底前完成投资12亿元。", DAY))


@pytest.mark.parametrize(
    "deep", ["“" * 20_000, "（" * 20_000 + "）" * 20_000, "《" * 20_000 + "》" * 20_000, "‘“" * 10_000]
)
def test_deep_nesting_meets_no_recursion_limit(deep: str) -> None:
    check(govtext.parse(deep))


@pytest.mark.parametrize("unit", ["?!", "确?!笆奈濉遍_"])
def test_pages_that_look_like_damage_all_over_cost_a_bounded_search(unit: str) -> None:
    """Found by fuzzing: `?!` a hundred and twenty times took two minutes to give up on."""
    govtext.parse("确?!笆奈濉遍_局")  # what is read at first use
    started = time.process_time()
    check(govtext.parse(f"会议。“{unit * (3000 // len(unit))}”一季度"))
    assert time.process_time() - started < 20


TIMES = "昨天，去年，明年，上月，三年内，前三天，9月底前，未来五年，一季度，正月初八，“十四五”，到2035年，9999年，0年，2月30日。"


@pytest.mark.parametrize("day", [date.min, date(1, 12, 31), date(2024, 2, 29), date(9990, 12, 31)])
def test_days_at_the_ends_of_the_calendar(day: date) -> None:
    check(govtext.parse(TIMES, day))


def test_the_last_day_of_all_never_raises() -> None:
    govtext.parse(TIMES, date.max)  # 未来五年 ends beyond what a date can say


@pytest.mark.parametrize("wrong", [None, b"bytes", 3, ["page"], object()])
def test_wrong_types_raise_at_once_and_teach(wrong: object) -> None:
    with pytest.raises(govtext.GovtextError, match=r"expected .* got .*; "):
        govtext.parse(wrong)  # type: ignore[arg-type]
    with pytest.raises(govtext.GovtextError, match="expected"):
        govtext.extract(wrong)  # type: ignore[arg-type]


def test_a_wrong_day_raises_at_once() -> None:
    with pytest.raises(govtext.GovtextError, match="datetime.date"):
        govtext.parse("x", "2024-05-06")  # type: ignore[arg-type]


def test_many_threads_on_shared_extractors_give_what_one_gives() -> None:
    using = (govtext.Dates(), govtext.Officials(), govtext.Targets(), govtext.Slogans())
    texts = [page.read_text(encoding="utf-8") for page in PAGES] * 4

    def one(text: str) -> dict[str, object]:
        return govtext.parse(text, DAY, using=using).to_dict()

    alone = [one(text) for text in texts]
    with ThreadPoolExecutor(8) as pool:
        assert list(pool.map(one, texts)) == alone


def test_first_use_by_many_threads_at_once() -> None:
    code = (
        "import sys, threading, govtext\n"
        "sys.setswitchinterval(1e-6)\n"
        f"raw = open({str(EXAMPLES / 'sample_damaged.txt')!r}, encoding='utf-8').read()\n"
        "results, gate = [], threading.Barrier(8)\n"
        "def work():\n"
        "    gate.wait(); results.append(govtext.parse(raw).to_dict())\n"
        "threads = [threading.Thread(target=work) for _ in range(8)]\n"
        "[t.start() for t in threads]; [t.join() for t in threads]\n"
        "assert len(results) == 8 and all(r == results[0] for r in results)\n"
    )
    interpreter(code)


@pytest.mark.parametrize("page", PAGES[:3], ids=lambda page: page.name)
def test_values_pickle_and_copy(page: Path) -> None:
    findings = govtext.parse(page.read_text(encoding="utf-8"), DAY)
    assert pickle.loads(pickle.dumps(findings)) == findings
    assert copy.deepcopy(findings) == findings
    assert copy.copy(findings.document) == findings.document


@pytest.mark.parametrize("kind", [govtext.Dates, govtext.Officials, govtext.Targets, govtext.Slogans])
def test_extractors_pickle(kind: type[govtext.Extractor]) -> None:
    extractor = kind()
    again = pickle.loads(pickle.dumps(extractor))
    document = govtext.read((EXAMPLES / "sample.txt").read_text(encoding="utf-8"))
    assert list(again(document)) == list(extractor(document))


DIGEST = (
    "import hashlib, json, sys, govtext\n"
    "from pathlib import Path\n"
    f"pages = [Path(p).read_text(encoding='utf-8') for p in {[str(page) for page in PAGES]!r}]\n"
    "found = [govtext.parse(page, id=str(at)) for at, page in enumerate(pages)]\n"
    "data = json.dumps([findings.to_dict() for findings in found]) + ''.join(findings.to_html() for findings in found)\n"
    "print(hashlib.sha256(data.encode('utf-8', 'surrogatepass')).hexdigest())\n"
)


def interpreter(code: str, *options: str, **variables: str) -> str:
    """What a fresh interpreter prints."""
    paths = os.pathsep.join([str(Path(govtext.__file__).parents[1]), *filter(None, sys.path)])
    done = subprocess.run(
        [sys.executable, *options, "-c", code],
        capture_output=True, encoding="utf-8", check=False, timeout=120,
        env={**os.environ, "PYTHONPATH": paths, "PYTHONUTF8": "1", **variables},
    )  # fmt: skip
    assert done.returncode == 0, done.stderr
    return done.stdout


@pytest.fixture(scope="module")
def digest() -> str:
    return interpreter(DIGEST)


@pytest.mark.parametrize("seed", ["0", "1", "424242"])
def test_hash_seeds_give_the_same_bytes(seed: str, digest: str) -> None:
    assert interpreter(DIGEST, PYTHONHASHSEED=seed) == digest


@pytest.mark.parametrize("zone", ["Pacific/Kiritimati", "Pacific/Pago_Pago", "Asia/Shanghai"])
def test_time_zones_give_the_same_bytes(zone: str, digest: str) -> None:
    assert interpreter(DIGEST, TZ=zone) == digest


@pytest.mark.parametrize("name", ["C", "tr_TR.UTF-8", "zh_CN.GB18030"])
def test_locales_give_the_same_bytes(name: str, digest: str) -> None:
    """Also where the platform's own encoding is not UTF-8: ASCII for C, GB 18030 where that locale is installed."""
    code = (
        f"import locale\ntry: locale.setlocale(locale.LC_ALL, {name!r})\nexcept locale.Error: pass\n{DIGEST}"
    )
    hostile = {"LC_ALL": name, "LANG": name, "PYTHONUTF8": "0", "PYTHONCOERCECLOCALE": "0"}
    assert interpreter(code, **hostile) == digest


def test_little_of_the_stack_is_enough(digest: str) -> None:
    """A caller deep in a recursion of its own: eighty frames are enough once everything is loaded."""
    code = (
        f"import sys, govtext\ngovtext.parse(open({str(PAGES[1])!r}, encoding='utf-8').read()).to_html()\n"
        f"sys.setrecursionlimit(80)\n{DIGEST}"
    )
    assert interpreter(code) == digest


@pytest.mark.parametrize("options", [["-O"], ["-OO"], ["-W", "error"], ["-b", "-b"]], ids=" ".join)
def test_interpreter_options_give_the_same_bytes(options: list[str], digest: str) -> None:
    assert interpreter(DIGEST, *options) == digest


def test_a_strange_decimal_context_changes_nothing(digest: str) -> None:
    code = f"import decimal\ndecimal.setcontext(decimal.Context(prec=2, rounding=decimal.ROUND_UP))\n{DIGEST}"
    assert interpreter(code) == digest


def test_import_opens_no_file_of_ours_and_parsing_no_connection_and_writes_nothing() -> None:
    code = (
        "import sys\n"
        "seen = []\n"
        "def watch(event, args):\n"
        "    if event.startswith(('socket.', 'subprocess.', 'os.system', 'pickle.find_class')): seen.append((event, args))\n"
        "    if event == 'open' and isinstance(args[1], str) and set(args[1]) & set('wax+'): seen.append((event, args))\n"
        "    if event == 'open' and str(args[0]).endswith(('.tsv', '.txt')): tables.append(args[0])\n"
        "tables = []\n"
        "sys.dont_write_bytecode = True\n"
        "sys.addaudithook(watch)\n"
        "import govtext\n"
        "assert not tables, tables\n"
        "govtext.parse('区长陈一鸣主持会议，要求9月底前完成投资12亿元，落实“六稳”。')\n"
        "assert not seen, seen\n"
    )
    interpreter(code)


FORBIDDEN = {
    "eval", "exec", "marshal", "shelve", "socket", "urllib", "http", "ftplib", "subprocess", "ctypes", "requests",
}  # fmt: skip
"""Names that a library that reads strangers' text has no business with; pickles are made by the process pools alone."""


@pytest.mark.parametrize(
    "path", sorted(Path(govtext.__file__).parent.rglob("*.py")), ids=lambda path: path.stem
)
def test_sources_evaluate_unpickle_and_connect_nothing(path: Path) -> None:
    used = set()
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Import):
            used |= {alias.name.partition(".")[0] for alias in node.names}
        elif isinstance(node, ast.ImportFrom) and node.module and not node.level:
            used.add(node.module.partition(".")[0])
        elif isinstance(node, ast.Call) and isinstance(node.func, ast.Name):
            used.add(node.func.id)
        elif isinstance(node, ast.Call) and isinstance(node.func, ast.Attribute):
            called = ast.unparse(node)
            assert not called.startswith(("pickle.load(", "os.system(", "os.popen("))
            assert called.startswith("pickle.loads(pickle.dumps(") or "pickle.loads(" not in called
    assert not used & FORBIDDEN
