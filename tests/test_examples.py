"""The example corpus is as its script builds it, and the notebooks run to their last cell and draw their plots."""

from __future__ import annotations

import importlib.util
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

import govtext

EXAMPLES = Path(__file__).parents[1] / "examples"
NOTEBOOKS = sorted(EXAMPLES.glob("*.ipynb"))
INDEX = [
    row.split("\t")
    for row in (EXAMPLES / "corpus" / "index.tsv").read_text(encoding="utf-8").splitlines()[1:]
]


def test_the_corpus_is_as_built() -> None:
    done = subprocess.run(
        [sys.executable, "-X", "utf8", str(EXAMPLES / "build_corpus.py"), "--check"],
        capture_output=True,
        encoding="utf-8",
        check=False,
        env={"PYTHONPATH": str(Path(govtext.__file__).parents[1])},
    )
    assert done.returncode == 0, done.stdout + done.stderr


def test_the_corpus_spans_years_places_and_damage() -> None:
    published, _cities, places, _kinds, damage = list(zip(*INDEX, strict=True))[1:]
    assert len(INDEX) >= 40
    assert len({day[:4] for day in published}) >= 5
    assert len(set(places)) == 4
    assert sum(kind != "none" for kind in damage) >= 10


@pytest.mark.parametrize("row", INDEX, ids=lambda row: row[0])
def test_every_page_gives_its_day_officials_and_targets(row: list[str]) -> None:
    file, published, _, _, kind, damage = row
    findings = govtext.parse((EXAMPLES / "corpus" / file).read_text(encoding="utf-8"))
    assert str(findings.document.published) == published
    assert findings.targets
    assert findings.slogans
    assert any(person.roles != ("author",) for person in findings.people)
    boilerplate = [m.text for m in findings.mentions if findings.document.role(m.start) == "boilerplate"]
    assert not boilerplate
    if damage == "none":
        assert not findings.document.unrepaired
        assert findings.document.text == findings.document.raw
    assert kind


NEEDED = ("nbclient", "nbformat", "ipykernel", "matplotlib")


@pytest.mark.skipif(
    any(importlib.util.find_spec(name) is None for name in NEEDED),
    reason="pip install 'govtext[notebooks]' for the notebooks",
)
@pytest.mark.filterwarnings("ignore")
@pytest.mark.parametrize("notebook", NOTEBOOKS, ids=lambda path: path.stem)
def test_notebooks_run(notebook: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    import nbformat
    from matplotlib import font_manager
    from nbclient import NotebookClient

    sys.path.insert(0, str(EXAMPLES))
    try:
        from plotting import FONTS
    finally:
        sys.path.remove(str(EXAMPLES))
    if not {font.name for font in font_manager.fontManager.ttflist} & set(FONTS):
        pytest.skip("no Chinese font is installed; on Debian: apt-get install fonts-noto-cjk")
    folder = tmp_path / "examples"
    shutil.copytree(EXAMPLES, folder, ignore=shutil.ignore_patterns("plots", "__pycache__"))
    (folder / "plots").mkdir()
    monkeypatch.setenv("PYTHONPATH", str(Path(govtext.__file__).parents[1]))
    content = nbformat.read(folder / notebook.name, as_version=4)
    NotebookClient(content, timeout=120, resources={"metadata": {"path": str(folder)}}).execute()
    outputs = [output for cell in content.cells if cell.cell_type == "code" for output in cell.outputs]
    assert not [
        output.text for output in outputs if output.output_type == "stream" and output.name == "stderr"
    ]
    assert list((folder / "plots").glob("*.png"))
