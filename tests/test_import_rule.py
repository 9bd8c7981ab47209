"""Imports point one way, relatively, and nothing happens at import."""

import ast
import json
import subprocess
import sys
from pathlib import Path

import pytest

import govtext

PACKAGE = Path(govtext.__file__).parent

LEVELS = (
    ("spans", "errors"),
    ("document", "mentions"),
    ("cleaning", "segmentation", "extractors"),
    ("findings",),
    ("reading", "linking"),
    ("pipeline",),
    ("show", "interchange", "concordance"),
    ("__init__", "cli", "__main__"),
)
"""From low to high; what is not named stands between spans and document: values, tables, the language itself."""

LANGUAGE = 0.5


def level(part: str) -> float:
    return next((number for number, names in enumerate(LEVELS) if part in names), LANGUAGE)


def modules() -> list[Path]:
    return sorted(PACKAGE.rglob("*.py"))


def imports_at_module_level(path: Path):
    """`(parts of the target, node)` of the imports that run at import; those for typing alone are left out."""
    here = path.relative_to(PACKAGE).with_suffix("").parts
    package = here[:-1]
    for node in ast.parse(path.read_text(encoding="utf-8")).body:
        if isinstance(node, ast.ImportFrom):
            assert node.level or not (node.module or "").startswith("govtext"), f"{path}: absolute import"
            if node.level:
                base = package[: len(package) - node.level + 1]
                parts = (*base, *((node.module or "").split(".") if node.module else ()))
                names = [alias.name for alias in node.names] if not node.module else [None]
                for name in names:
                    yield tuple(p for p in (*parts, name) if p)


@pytest.mark.parametrize("path", modules(), ids=lambda p: str(p.relative_to(PACKAGE)))
def test_imports_point_one_way(path):
    here = path.relative_to(PACKAGE).with_suffix("").parts
    mine = level(here[0])
    for target in imports_at_module_level(path):
        if not target or target[0] == here[0]:
            continue
        assert level(target[0]) <= mine, f"{'/'.join(here)} imports {'/'.join(target)}, which is above it"
        same_level = level(target[0]) == mine and mine not in (LANGUAGE, 7)
        assert not same_level or {here[0], target[0]} <= {"show", "interchange", "concordance"}, (
            f"{'/'.join(here)} imports its sibling {'/'.join(target)}"
        )


SIBLINGS = {
    "extractors": {"dates", "officials", "targets", "slogans"},
    "cleaning": {
        "pinyin",
        "traditional",
        "mojibake",
        "layout",
        "markup",
        "encodings",
        "quotation",
        "redaction",
    },
    "linking": {"people", "statements", "deadlines", "attribution"},
}


@pytest.mark.parametrize("path", modules(), ids=lambda p: str(p.relative_to(PACKAGE)))
def test_siblings_do_not_know_each_other(path):
    here = path.relative_to(PACKAGE).with_suffix("").parts
    siblings = SIBLINGS.get(here[0], set())
    if len(here) < 2 or here[1] not in siblings:
        return
    for target in imports_at_module_level(path):
        assert not (len(target) > 1 and target[0] == here[0] and target[1] in siblings - {here[1]}), target


def test_no_module_bears_the_name_of_a_public_function():
    functions = {name for name in govtext.__all__ if callable(getattr(govtext, name)) and name[0].islower()}
    assert functions.isdisjoint({path.stem for path in modules()})


def test_importing_opens_no_data_file_and_imports_no_extra():
    code = """
import sys, json
opened = []
sys.addaudithook(lambda event, args: opened.append(str(args[0])) if event == "open" else None)
import attrs, regex
before = set(sys.modules)
import govtext
print(json.dumps({"data": [p for p in opened if "data" in p and "govtext" in p or "opencc" in p],
                  "modules": sorted(set(sys.modules) - before)}))
"""
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    seen = json.loads(done.stdout)
    assert seen["data"] == []
    heavy = {
        "opencc",
        "pyarrow",
        "pandas",
        "polars",
        "pyspark",
        "asyncio",
        "multiprocessing",
        "concurrent.futures.process",
    }
    assert heavy.isdisjoint(seen["modules"])


def test_public_names_come_when_they_are_used():
    look = "'govtext.pipeline' in sys.modules"
    code = f"import sys, govtext; before = {look}; govtext.parse; print(before, {look})"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.split() == ["False", "True"]
    assert set(govtext.__all__) <= set(dir(govtext))
    assert set(govtext._HOMES) == set(govtext.__all__)
    for name in govtext.__all__:
        assert getattr(govtext, name) is not None
    with pytest.raises(AttributeError, match="no attribute 'nonsense'"):
        govtext.nonsense  # noqa: B018


def test_modules_are_attributes_without_an_import_of_their_own():
    code = "import govtext as g; print(g.damage.simulate.__name__, g.interchange.dicts.__name__)"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.split() == ["simulate", "govtext.interchange.dicts"]
