"""The copied package works under another name, with nothing installed but its three dependencies."""

from __future__ import annotations

import json
import re
import shutil
import subprocess
import sys
from importlib.util import find_spec
from pathlib import Path

import pytest

import govtext
from test_docs import ROOT, blocks

PACKAGE = Path(govtext.__file__).parent
DEPENDENCIES = ("attr", "attrs", "regex", "opencc")
"""The import names of attrs (two), regex and opencc-python-reimplemented."""


@pytest.fixture(scope="module")
def vendored(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with the package copied into somebody's application, and one with the three dependencies."""
    root = tmp_path_factory.mktemp("vendored")
    ignore = shutil.ignore_patterns("__pycache__", "*.pyc")
    app = root / "application" / "archive" / "vendored"
    app.mkdir(parents=True)
    (app.parent / "__init__.py").touch()
    (app / "__init__.py").touch()
    shutil.copytree(PACKAGE, app / "cntext", ignore=ignore)
    for name in DEPENDENCIES:
        spec = find_spec(name)
        assert spec, name
        shutil.copytree(Path(str(spec.origin)).parent, root / "installed" / name, ignore=ignore)
    shutil.copytree(ROOT / "examples", root / "examples", ignore=ignore)
    return root


def run(root: Path, code: str) -> str:
    """Run code with the standard library, the application and the three dependencies on the path; nothing else."""
    head = (
        f"import sys; sys.path[:] = [p for p in sys.path if 'site-packages' not in p]; "
        f"sys.path += [{str(root / 'application')!r}, {str(root / 'installed')!r}]\n"
    )
    done = subprocess.run(
        [sys.executable, "-I", "-S", "-X", "utf8", "-W", "error", "-c", head + code],
        capture_output=True, encoding="utf-8", cwd=root, check=False, timeout=120,
    )  # fmt: skip
    assert done.returncode == 0, done.stderr
    return done.stdout


def test_import_brings_in_the_dependencies_and_nothing_else(vendored: Path) -> None:
    code = (
        "import json, archive.vendored.cntext as cntext\n"
        "cntext.parse(open('examples/sample.txt', encoding='utf-8').read())\n"
        "print(json.dumps(sorted({name.partition('.')[0] for name in sys.modules} - sys.stdlib_module_names)))\n"
    )
    names = set(json.loads(run(vendored, code)))
    assert names - {"__main__", "archive"} <= {"attr", "attrs", "regex", "opencc"}
    assert "govtext" not in names


@pytest.mark.parametrize("page", ["sample.txt", "sample_damaged.txt"])
def test_the_vendored_copy_gives_the_same_findings(vendored: Path, page: str) -> None:
    code = (
        "import json, archive.vendored.cntext as cntext\n"
        f"print(json.dumps(cntext.parse(open('examples/{page}', encoding='utf-8').read()).to_dict()))\n"
    )
    text = (ROOT / "examples" / page).read_text(encoding="utf-8")
    assert json.loads(run(vendored, code)) == json.loads(json.dumps(govtext.parse(text).to_dict()))


def test_the_tutorial_runs_under_the_other_name(vendored: Path) -> None:
    code = [
        block.code for block in blocks(ROOT / "docs" / "tutorial" / "first-steps.md") if not block.requires
    ]
    assert len(code) > 5
    tutorial = re.sub(
        r"\bimport govtext$",
        "from archive.vendored import cntext as govtext",
        "\n".join(code),
        flags=re.MULTILINE,
    )
    tutorial = re.sub(r"\bfrom govtext\b", "from archive.vendored.cntext", tutorial)
    (vendored / "tutorial.txt").write_text(tutorial, encoding="utf-8")
    out = run(
        vendored,
        "import doctest\n"
        "result = doctest.testfile('tutorial.txt', module_relative=False, encoding='utf-8',\n"
        "    optionflags=doctest.ELLIPSIS | doctest.NORMALIZE_WHITESPACE)\n"
        "assert not result.failed, result\n"
        "assert 'govtext' not in sys.modules\n"
        "print(result.attempted)\n",
    )
    assert int(out) > 10


def test_the_package_imports_itself_by_relative_names_only() -> None:
    named = re.compile(r"^\s*(?:from|import) govtext\b", re.MULTILINE)
    files = [
        path
        for path in PACKAGE.rglob("*.py")
        if named.search(re.sub(r'""".*?"""', "", path.read_text(encoding="utf-8"), flags=re.DOTALL))
    ]
    assert not files
