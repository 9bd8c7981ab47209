"""Run the notebooks of `examples/` in place, and take their plots into the documentation.

    pip install -e '.[notebooks]'
    python tools/run_notebooks.py [NAME ...]

Plots land in `examples/plots` and are copied to `docs/images`. Look at them before you commit them.
"""

from __future__ import annotations

import shutil
import sys
from pathlib import Path

import nbformat
from nbclient import NotebookClient

ROOT = Path(__file__).parents[1]
EXAMPLES = ROOT / "examples"


def run(path: Path) -> None:
    """Execute one notebook and write it back, without times and machine names."""
    notebook = nbformat.read(path, as_version=4)
    resources = {"metadata": {"path": str(EXAMPLES)}}
    NotebookClient(notebook, timeout=300, resources=resources, record_timing=False).execute()
    notebook.metadata.pop("widgets", None)
    notebook.metadata["language_info"] = {"name": "python"}
    nbformat.write(notebook, path)


def main() -> None:
    """Run those named, or all."""
    (EXAMPLES / "plots").mkdir(exist_ok=True)
    for path in sorted(EXAMPLES.glob("*.ipynb")):
        if len(sys.argv) < 2 or path.stem in sys.argv[1:]:
            run(path)
            print(path.name)
    images = ROOT / "docs" / "images"
    images.mkdir(exist_ok=True)
    for plot in sorted((EXAMPLES / "plots").glob("*.png")):
        shutil.copy(plot, images / plot.name)


if __name__ == "__main__":
    main()
