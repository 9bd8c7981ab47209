"""Data frames: one row per finding through the Arrow schema; nothing imported until asked for; extras named."""

import subprocess
import sys
from pathlib import Path

import pytest

import govtext
from govtext.errors import MissingExtraError
from govtext.interchange import optional
from handmade import sample

KINDS = ("dates", "officials", "targets", "slogans", "people", "statements")


@pytest.fixture(params=["pandas", "polars"])
def backend(request):
    pytest.importorskip("pyarrow", reason="pyarrow is not installed: pip install 'govtext[arrow]'")
    pytest.importorskip(request.param, reason=f"pip install 'govtext[{request.param}]'")
    return request.param


@pytest.mark.parametrize("kind", KINDS)
def test_one_row_per_finding_in_both_backends(backend, kind):
    findings = sample()
    frame = findings.to_frame(kind, backend=backend)
    assert len(frame) == len(getattr(findings, kind))
    assert list(frame["document"]) == ["page-1"] * len(frame)


def test_values_and_types_are_ready_to_reckon_with(backend):
    frame = sample().to_frame("targets", backend=backend)
    assert frame["amount"].sum() == 12_000_000_050
    assert list(frame["amount_exact"]) == ["50", "12000000000"]
    assert list(frame["text"]) == ["50个", "120亿元"]
    assert frame["published"][0].year == 2023
    dates = sample().to_frame("dates", backend=backend)
    assert dates["latest"].max().month == 9


def test_places_within_a_finding_are_columns_of_their_own(backend):
    findings = sample()
    frame = findings.to_frame("officials", backend=backend)
    text = findings.document.text
    places = zip(frame["name_start"], frame["name_end"], strict=True)
    assert [text[start:end] for start, end in places] == list(frame["name"]) == ["陈一鸣", "林知秋"]
    assert [list(titles) for titles in frame["titles"]] == [["区委书记"], ["撰稿人"]]


def test_many_documents_make_one_frame_and_none_makes_an_empty_one(backend):
    from govtext.interchange.frames import to_frame

    every = [sample("a"), govtext.parse(""), sample(None)]
    frame = to_frame(every, "dates", backend=backend)
    assert list(frame["document"]) == ["a", "a", "2", "2"], "without an id, the document's number"
    empty = to_frame([], "dates", backend=backend)
    assert len(empty) == 0
    assert list(empty.columns) == list(frame.columns)


def test_wrong_kinds_and_backends_are_refused():
    pytest.importorskip("pyarrow", reason="pyarrow is not installed: pip install 'govtext[arrow]'")
    pytest.importorskip("pandas", reason="pip install 'govtext[pandas]'")
    with pytest.raises(ValueError, match="expected a kind out of dates, officials"):
        sample().to_frame("names")
    with pytest.raises(ValueError, match="expected a backend out of pandas, polars, got 'dask'"):
        sample().to_frame("dates", backend="dask")


@pytest.mark.parametrize(
    ("missing", "backend", "advice"),
    [
        ("pandas", "pandas", r"expected pandas .* pip install 'govtext\[pandas\]'"),
        ("pyarrow", "pandas", r"expected pyarrow .* pip install 'govtext\[pandas\]'"),
        ("polars", "polars", r"expected polars .* pip install 'govtext\[polars\]'"),
    ],
)
def test_a_missing_package_is_named_with_its_extra(monkeypatch, missing, backend, advice):
    def without(package):
        if package == missing:
            raise ModuleNotFoundError(package)
        return sys

    monkeypatch.setattr(optional, "import_module", without)
    with pytest.raises(MissingExtraError, match=advice):
        sample().to_frame("dates", backend=backend)


def test_no_optional_package_is_imported_before_it_is_asked_for():
    code = """
import sys, govtext, govtext.interchange.frames, govtext.interchange.engines, govtext.cli
findings = govtext.parse('3月6日'); findings.to_dict(); findings.to_html(); findings._repr_html_()
print(sorted({'pyarrow', 'pandas', 'polars', 'numpy', 'multiprocessing'} & set(sys.modules)))
"""
    source = str(Path(govtext.__file__).parents[1])
    done = subprocess.run(
        [sys.executable, "-c", code], capture_output=True, text=True, check=True, env={"PYTHONPATH": source}
    )
    assert done.stdout == "[]\n"
