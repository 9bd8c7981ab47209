"""Mutation testing of the modules that everything stands on: would the tests notice a small mistake?

    python tools/mutate.py                        60 mutants of each group, about a quarter of an hour
    python tools/mutate.py --group numerals --count 1000
    python tools/mutate.py --out docs/reference/mutation.md

A mutant is a copy of the package with one small change: a comparison turned, a constant moved by one, `and` for `or`, a condition
negated, a `return` emptied, `+` for `-`. The tests of its group run against it; a mutant that they fail is killed, one that passes
survives and is listed with its place. Which mutants are tried depends on the source alone, so two runs try the same ones.
Type annotations, docstrings, messages and `__all__` are left alone.
"""

from __future__ import annotations

import argparse
import ast
import copy
import itertools
import multiprocessing
import os
import shutil
import sys
import tempfile
import time
from dataclasses import dataclass
from hashlib import sha256
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest

if TYPE_CHECKING:
    from collections.abc import Iterator
    from multiprocessing.context import BaseContext

ROOT = Path(__file__).parents[1]
PACKAGE = ROOT / "src" / "govtext"

GROUPS: dict[str, tuple[tuple[str, ...], tuple[str, ...]]] = {
    # for each group the modules and the tests
    "alignment": (
        ("aligned.py", "spans.py"),
        ("tests/test_aligned.py", "tests/test_spans.py", "tests/test_cleaning.py"),
    ),
    "numerals": (
        ("numeral_values.py", "numerals.py"),
        ("tests/test_numerals.py",),
    ),
    "calendars": (
        ("calendars.py", "digits.py", "lunar.py", "moments.py"),
        ("tests/test_calendars.py", "tests/test_dates.py", "tests/properties/test_dates_properties.py"),
    ),
    "damage": (
        ("damage.py",),
        ("tests/test_damage.py", "tests/properties/test_damage_properties.py", "tests/test_mojibake.py"),
    ),
    "repair": (
        ("cleaning/mojibake.py", "bytesearch.py", "lostbytes.py", "printsigns.py"),
        ("tests/test_repair.py", "tests/test_mojibake.py", "tests/properties/test_damage_properties.py"),
    ),
}
"""What is mutated, and the tests that ought to notice; tests that do not exist are passed over."""

TIMED = "linear or grow or hostile"
"""Tests that compare times say nothing of a mutant that a time limit would not say, and take the longest."""

TURNED: dict[type[ast.cmpop], type[ast.cmpop]] = {
    ast.Lt: ast.LtE, ast.LtE: ast.Lt, ast.Gt: ast.GtE, ast.GtE: ast.Gt, ast.Eq: ast.NotEq, ast.NotEq: ast.Eq,
    ast.In: ast.NotIn, ast.NotIn: ast.In, ast.Is: ast.IsNot, ast.IsNot: ast.Is,
}  # fmt: skip
SWAPPED: dict[type[ast.operator], type[ast.operator]] = {
    ast.Add: ast.Sub, ast.Sub: ast.Add, ast.Mult: ast.FloorDiv, ast.FloorDiv: ast.Mult, ast.Mod: ast.Add,
}  # fmt: skip


@dataclass(frozen=True)
class Mutant:
    """One change of one module."""

    module: str
    line: int
    what: str
    source: str

    @property
    def key(self) -> str:
        """What puts mutants into an order that depends on the source alone."""
        return sha256(f"{self.module}:{self.line}:{self.what}".encode()).hexdigest()


def _changes(node: ast.AST) -> Iterator[tuple[str, ast.AST]]:
    """The changed copies of one node, each with a description."""
    if isinstance(node, ast.Compare) and type(node.ops[0]) in TURNED:
        other = copy.deepcopy(node)
        other.ops[0] = TURNED[type(node.ops[0])]()
        yield f"`{ast.unparse(node)}` → `{ast.unparse(other)}`", other
    elif isinstance(node, ast.BinOp) and type(node.op) in SWAPPED:
        swapped = copy.deepcopy(node)
        swapped.op = SWAPPED[type(node.op)]()
        yield f"`{ast.unparse(node)}` → `{ast.unparse(swapped)}`", swapped
    elif isinstance(node, ast.BoolOp):
        bool_other = copy.deepcopy(node)
        bool_other.op = ast.And() if isinstance(node.op, ast.Or) else ast.Or()
        yield f"`{ast.unparse(node)}` → `{ast.unparse(bool_other)}`", bool_other
    elif isinstance(node, (ast.If, ast.While, ast.IfExp)):
        negated = copy.deepcopy(node)
        negated.test = ast.UnaryOp(ast.Not(), node.test)
        yield f"condition `{ast.unparse(node.test)}` negated", negated
    elif isinstance(node, ast.Return) and node.value is not None and not isinstance(node.value, ast.Constant):
        yield f"`{ast.unparse(node)}` → `return None`", ast.Return(ast.Constant(None))
    elif isinstance(node, ast.Constant) and type(node.value) is int:
        yield f"`{node.value}` → `{node.value + 1}`", ast.Constant(node.value + 1)


def _code_nodes(tree: ast.AST) -> Iterator[ast.AST]:
    """The nodes whose change a test could notice: no annotations, messages, names for export or type-checking imports."""
    for child in ast.iter_child_nodes(tree):
        if isinstance(child, (ast.Raise, ast.arg, ast.Import, ast.ImportFrom)):
            continue
        if isinstance(child, ast.If) and "TYPE_CHECKING" in ast.unparse(child.test):
            continue
        if isinstance(child, ast.Assign) and "__all__" in ast.unparse(child.targets[0]):
            continue
        if isinstance(child, ast.AnnAssign):
            if child.value is not None:
                yield from _code_nodes(child.value)
                yield child.value
            continue
        if isinstance(child, ast.FunctionDef):
            for part in (*child.args.defaults, *child.args.kw_defaults, *child.body):
                if part is not None:
                    yield part
                    yield from _code_nodes(part)
            continue
        yield child
        yield from _code_nodes(child)


def mutants(module: str) -> list[Mutant]:
    """Every mutant of a module, in the order of their keys."""
    tree = ast.parse((PACKAGE / module).read_text(encoding="utf-8"))
    found = {}
    for node in _code_nodes(tree):
        for what, new in _changes(node):
            mutant = Mutant(module, getattr(node, "lineno", 0), what, _mutated(tree, node, new))
            found[mutant.key] = mutant
    return [found[key] for key in sorted(found)]


def _mutated(tree: ast.Module, node: ast.AST, new: ast.AST) -> str:
    """The source of the module with one node changed; the tree stays as it was."""
    ast.fix_missing_locations(ast.copy_location(new, node))
    for parent in ast.walk(tree):
        for name, value in ast.iter_fields(parent):
            if value is node:
                setattr(parent, name, new)
                source = ast.unparse(tree)
                setattr(parent, name, node)
                return source
            if isinstance(value, list) and any(item is node for item in value):
                setattr(parent, name, [new if item is node else item for item in value])
                source = ast.unparse(tree)
                setattr(parent, name, value)
                return source
    raise ValueError(f"expected a node of the tree, got {ast.dump(node)[:80]}")


def _tested(folder: str, tests: list[str]) -> None:
    """Run the tests against the package in a folder, in a process that was forked for it."""
    sys.path.insert(0, folder)
    os.environ.update(PYTHONPATH=folder, GOVTEXT_CORPUS="")
    os.chdir(ROOT)
    silent = os.open(os.devnull, os.O_WRONLY)
    os.dup2(silent, 1)
    os.dup2(silent, 2)
    options = ["-q", "-x", "--assert=plain", "-p", "no:cacheprovider"]
    options += ["--hypothesis-seed=0", "--hypothesis-profile=unshrunk"]
    sys.exit(pytest.main([*options, "-k", f"not ({TIMED})", *tests]))


def _forks() -> BaseContext:
    """Processes that have the test tools imported already, which takes longer than most runs."""
    context = multiprocessing.get_context("forkserver")
    context.set_forkserver_preload(
        ["pytest", "hypothesis", "hypothesis.strategies", "attrs", "regex", "opencc"]
    )
    return context


def survives(mutant: Mutant | None, folder: Path, tests: list[str], seconds: float) -> bool:
    """Whether the tests pass in spite of the mutant; without one, whether they pass at all."""
    path = folder / "govtext" / (mutant.module if mutant else "__init__.py")
    original = path.read_text(encoding="utf-8")
    _write(path, mutant.source if mutant else original)
    try:
        run: Any = _forks().Process(target=_tested, args=(str(folder), tests))  # type: ignore[attr-defined]
        run.start()
        run.join(seconds)
        if run.exitcode is None:  # a mutant that never ends is noticed
            run.kill()
            run.join()
        return bool(run.exitcode == 0)
    finally:
        _write(path, original)


_written = itertools.count(1_000_000_000)


def _write(path: Path, source: str) -> None:
    """Write a module with a time of change of its own: compiled files are told apart by it and by their size."""
    path.write_text(source, encoding="utf-8")
    stamp = next(_written)
    os.utime(path, (stamp, stamp))


def group(name: str, count: int) -> tuple[str, int, int, list[Mutant]]:
    """Try the mutants of a group: a line for the table, how many, how many were killed, the survivors."""
    modules, wanted = GROUPS[name]
    tests = [test for test in wanted if (ROOT / test).exists()]
    every = sorted(
        (m for module in modules if (PACKAGE / module).exists() for m in mutants(module)), key=lambda m: m.key
    )
    chosen = every[:count]
    with tempfile.TemporaryDirectory() as temporary:
        folder = Path(temporary)
        shutil.copytree(PACKAGE, folder / "govtext", ignore=shutil.ignore_patterns("__pycache__"))
        started = time.perf_counter()
        if not survives(None, folder, tests, 300):
            raise SystemExit(f"{name}: the tests fail without a mutant: {' '.join(tests)}")
        limit = 20 + 5 * (time.perf_counter() - started)
        alive = []
        for number, mutant in enumerate(chosen, 1):
            if survives(mutant, folder, tests, limit):
                alive.append(mutant)
            print(
                f"\r{name}: {number} of {len(chosen)}, {len(alive)} survive",
                end="",
                file=sys.stderr,
                flush=True,
            )
    print(file=sys.stderr)
    killed = len(chosen) - len(alive)
    row = f"| {name} | {', '.join(modules)} | {len(every)} | {len(chosen)} | {killed} | {killed / max(len(chosen), 1):.0%} |"
    return row, len(chosen), killed, alive


INTRODUCTION = """# Mutation testing

Written by `python tools/mutate.py`: small mistakes put into the modules that everything stands on, and whether the tests
notice. Of each group a sample is tried that depends on the source alone.

| group | modules | possible | tried | killed | score |
| --- | --- | ---: | ---: | ---: | ---: |"""


def main() -> None:
    """Run, print, write."""
    arguments = argparse.ArgumentParser(description=(__doc__ or "").partition("\n")[0])
    arguments.add_argument("--group", default=",".join(GROUPS), help="some of %(default)s")
    arguments.add_argument(
        "--count", type=int, default=60, help="how many mutants of each group (default: %(default)s)"
    )
    arguments.add_argument("--out", type=Path, help="write the report to this Markdown file")
    options = arguments.parse_args()
    rows, survivors = [], []
    for name in options.group.split(","):
        row, _, _, alive = group(name, options.count)
        rows.append(row)
        survivors += [f"- {name}, `{m.module}` line {m.line}: {m.what}" for m in alive]
    report = "\n".join((INTRODUCTION, *rows, "", "## Survivors\n", *(survivors or ["None."]), ""))
    print(report)
    if options.out:
        options.out.write_text(report, encoding="utf-8", newline="\n")


if __name__ == "__main__":
    main()
