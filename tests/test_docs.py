"""Every Python block of the documentation runs, page by page, from top to bottom.

A fenced block with the info string `python` is executed; one that begins with `>>>` is a doctest, its output is
compared. `python requires=pandas` needs a package (several with commas): without it the block is left out and the page's
test says so by skipping. Blocks of one page share their names. Pages run in a folder of their own that holds a copy of
`examples/`.
"""

from __future__ import annotations

import doctest
import re
import shutil
from importlib.util import find_spec
from pathlib import Path
from typing import Any, NamedTuple

import pytest

ROOT = Path(__file__).parents[1]
PAGES = sorted([*ROOT.glob("README*.md"), *(ROOT / "docs").rglob("*.md")])
FENCE = re.compile(
    r"^(?P<indent>[ ]*)```python(?P<info>[^\n`]*)\n(?P<code>.*?)^(?P=indent)```", re.MULTILINE | re.DOTALL
)
OPTIONS = doctest.ELLIPSIS | doctest.NORMALIZE_WHITESPACE


class Block(NamedTuple):
    line: int
    code: str
    requires: tuple[str, ...]


def blocks(page: Path) -> list[Block]:
    text = page.read_text(encoding="utf-8")
    found = []
    for fence in FENCE.finditer(text):
        indent = fence["indent"]
        code = "".join(line.removeprefix(indent) for line in fence["code"].splitlines(keepends=True))
        wanted = re.search(r"requires=(\S+)", fence["info"])
        found.append(
            Block(text.count("\n", 0, fence.start()) + 2, code, tuple(wanted[1].split(",")) if wanted else ())
        )
    return found


def run(page: Path, block: Block, names: dict[str, Any]) -> None:
    if not block.code.lstrip().startswith(">>>"):
        exec(compile("\n" * (block.line - 1) + block.code, str(page), "exec"), names)
        return
    told: list[str] = []
    example = doctest.DocTestParser().get_doctest(block.code, names, page.name, str(page), block.line - 1)
    runner = doctest.DocTestRunner(optionflags=OPTIONS, verbose=False)
    runner.run(example, out=told.append, clear_globs=False)
    names.update(example.globs)
    assert not runner.failures, "".join(told)


def identify(page: Path) -> str:
    return page.relative_to(ROOT).as_posix()


@pytest.mark.parametrize("page", [page for page in PAGES if blocks(page)], ids=identify)
def test_python_blocks_run(page: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    shutil.copytree(ROOT / "examples", tmp_path / "examples", ignore=shutil.ignore_patterns("__pycache__"))
    monkeypatch.chdir(tmp_path)
    names: dict[str, Any] = {"__name__": "__main__"}
    left_out = []
    for block in blocks(page):
        missing = [name for name in block.requires if find_spec(name) is None]
        if missing:
            left_out.append(f"line {block.line} needs {', '.join(missing)}")
        else:
            run(page, block, names)
    if left_out:
        pytest.skip(f"all other blocks ran; {'; '.join(left_out)}")


def test_the_pages_are_found() -> None:
    assert ROOT / "docs" / "tutorial" / "first-steps.md" in PAGES


LINK = re.compile(r"(?<!!)\[[^\]]*\]\((?!https?://|#|mailto:)([^)#\s]+)")


@pytest.mark.parametrize("page", PAGES, ids=identify)
def test_relative_links_lead_somewhere(page: Path) -> None:
    text = re.sub(r"^```.*?^```", "", page.read_text(encoding="utf-8"), flags=re.MULTILINE | re.DOTALL)
    dead = [link for link in LINK.findall(text) if not (page.parent / link).exists()]
    assert not dead
