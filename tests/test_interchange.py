"""Findings in other forms: dicts and their schema, rows, and the formats of annotation tools with their offset units."""

import copy
import json
import runpy
from pathlib import Path

import pytest
from attrs import evolve, fields
from hypothesis import given
from hypothesis import strategies as st

import govtext
from govtext.errors import FormatError
from govtext.interchange.annotation import (
    BRAT_CONFIGURATION,
    Utf16,
    to_brat,
    to_doccano,
    to_label_studio,
    to_spacy,
)
from govtext.interchange.rows import flat_rows
from govtext.interchange.schema import json_schema
from handmade import mention, page, sample

ROOT = Path(__file__).parents[1]

SAMPLES = (
    sample(),
    sample(None),
    govtext.Findings(page("empty")),
    govtext.parse(""),
    govtext.parse("\x00\ud800🚀\n区(qū)长"),
)


@pytest.mark.parametrize("findings", SAMPLES, ids=lambda findings: str(findings.document.id))
def test_a_dict_is_plain_json_and_reads_back(findings):
    data = findings.to_dict()
    assert json.loads(json.dumps(data)) == json.loads(json.dumps(data, default=pytest.fail))
    back = govtext.from_dict(json.loads(json.dumps(data)))
    assert back == findings
    assert back.to_dict() == data
    assert [back.document.span(m.start, m.end) for m in back.mentions] == [m.span for m in findings.mentions]


def test_the_dict_has_the_published_shape():
    data = sample().to_dict()
    assert list(data) == [
        "version",
        "document",
        "dates",
        "officials",
        "targets",
        "slogans",
        "people",
        "statements",
    ]
    place = {"start", "end", "raw_start", "raw_end"}
    common = {*place, "text", "raw_text", "rule"}
    assert set(data["dates"][0]) >= {*common, "kind", "edtf", "resolved", "earliest", "latest", "part_of_day"}
    assert set(data["officials"][0]) >= {
        *common,
        "name",
        "name_span",
        "titles",
        "organisation",
        "collective",
        "redacted",
    }
    assert set(data["targets"][0]) >= {
        *common,
        "amount",
        "amount_max",
        "unit",
        "comparator",
        "object",
        "deadline",
    }
    assert set(data["slogans"][0]) >= {*common, "head", "expansion", "expansion_source", "speaker", "quoted"}
    assert set(data["people"][0]) >= {"name", "titles", "organisation", "roles", "mentions"}
    assert set(data["statements"][0]) >= {*place, "speaker", "verb"}
    assert data["targets"][1]["amount"] == "12000000000"
    assert data["dates"][0]["earliest"] == "2023-03-06"
    assert data["officials"][0]["raw_text"] == "区(qū)委书记陈一鸣"
    assert data["people"][0]["mentions"] == [0]
    assert [(s["speaker"], s["person"]) for s in data["statements"]] == [("陈一鸣", 0), ("会议", None)]


def test_every_field_of_every_mention_is_in_the_dict():
    findings = sample()
    data = findings.to_dict()
    for kind in ("dates", "officials", "targets", "slogans"):
        for found, told in zip(getattr(findings, kind), data[kind], strict=True):
            assert {field.name for field in fields(type(found))} - {"span"} <= set(told)


def broken(change):
    data = copy.deepcopy(sample().to_dict())
    change(data)
    return data


@pytest.mark.parametrize(
    "data",
    [
        {}, [], None, "x",
        broken(lambda d: d.pop("dates")),
        broken(lambda d: d.update(version=99)),
        broken(lambda d: d["dates"][0].pop("start")),
        broken(lambda d: d["dates"][0].update(start="first")),
        broken(lambda d: d["dates"][0].update(earliest="2023-02-30")),
        broken(lambda d: d["targets"][0].update(amount="many")),
        broken(lambda d: d["people"][0].update(mentions=[99])),
        broken(lambda d: d["document"].update(segments=7)),
        broken(lambda d: d["document"].update(raw=None)),
    ],
)  # fmt: skip
def test_what_is_no_dict_of_ours_is_refused_in_words(data):
    with pytest.raises(FormatError, match="expected"):
        govtext.from_dict(data)


@pytest.mark.parametrize("findings", SAMPLES, ids=lambda findings: str(findings.document.id))
def test_dicts_fit_the_json_schema(findings):
    jsonschema = pytest.importorskip(
        "jsonschema", reason="jsonschema is not installed: pip install 'govtext[test]'"
    )
    schema = json_schema()
    jsonschema.Draft202012Validator.check_schema(schema)
    jsonschema.Draft202012Validator(schema).validate(json.loads(json.dumps(findings.to_dict())))


@pytest.mark.parametrize(
    "data",
    [
        broken(lambda d: d.update(version=2)),
        broken(lambda d: d["dates"][0].update(kind="moment")),
        broken(lambda d: d["targets"][0].update(amount=5)),
        broken(lambda d: d["document"]["segments"][0].update(role="advert")),
        broken(lambda d: d["slogans"][0].pop("quoted")),
        broken(lambda d: d["officials"][0].update(start=-1)),
    ],
)
def test_the_schema_refuses_what_is_none_of_ours(data):
    jsonschema = pytest.importorskip(
        "jsonschema", reason="jsonschema is not installed: pip install 'govtext[test]'"
    )
    assert not jsonschema.Draft202012Validator(json_schema()).is_valid(data)


def test_the_schema_names_every_field():
    schema, data = json_schema(), sample().to_dict()
    assert set(data["document"]) == set(schema["$defs"]["document"]["required"])
    for kind, definition in (("dates", "date"), ("officials", "official"), ("targets", "target"), ("slogans", "slogan"),
                             ("people", "person"), ("statements", "statement")):  # fmt: skip
        assert set(data[kind][0]) == set(schema["$defs"][definition]["required"])


def test_the_published_schema_is_the_one_of_the_types():
    tool = ROOT / "tools" / "write_schema.py"
    if not tool.is_file():
        pytest.skip("the tools are not here")
    written = (ROOT / "docs" / "reference" / "findings.schema.json").read_text(encoding="utf-8")
    assert written == runpy.run_path(str(tool))["schema_text"](), "run tools/write_schema.py"


@given(st.text("a区🚀\U0002a6d6", max_size=20))
def test_utf16_positions_are_those_of_the_encoder(text):
    units = Utf16.of(text)
    for at in range(len(text) + 1):
        assert units.position(at) == len(text[:at].encode("utf-16-le")) // 2


def cut_utf16(text, start, end):
    return text.encode("utf-16-le")[2 * start : 2 * end].decode("utf-16-le")


def rocket():
    """A mention behind a character outside the basic plane."""
    document = govtext.read("🚀区长陈一鸣🚀9月")
    date_ = mention(govtext.DateMention, document, "9月")
    return govtext.Findings(document, dates=(date_,))


@pytest.mark.parametrize("findings", [sample(), rocket()])
def test_doccano_counts_utf16_units_and_code_points_on_demand(findings):
    text = findings.document.text
    texts = [m.text for m in findings.mentions]
    made = to_doccano(findings)
    assert made["text"] == text
    assert [cut_utf16(text, start, end) for start, end, _ in made["label"]] == texts
    assert [text[start:end] for start, end, _ in to_doccano(findings, units="code points")["label"]] == texts


@pytest.mark.parametrize("findings", [sample(), rocket()])
def test_label_studio_counts_code_points_and_utf16_units_on_demand(findings):
    text = findings.document.text
    for units, cut in (
        ("code points", lambda a, b: text[a:b]),
        ("utf-16", lambda a, b: cut_utf16(text, a, b)),
    ):
        task = to_label_studio(findings, units=units)
        assert task["data"]["text"] == text
        values = [region["value"] for region in task["predictions"][0]["result"]]
        assert [cut(value["start"], value["end"]) for value in values] == [m.text for m in findings.mentions]
        assert [value["text"] for value in values] == [m.text for m in findings.mentions]
    regions = task["predictions"][0]["result"]
    assert all((r["type"], r["from_name"], r["to_name"]) == ("labels", "label", "text") for r in regions)
    assert len({region["id"] for region in regions}) == len(regions)


def test_other_units_are_refused():
    with pytest.raises(ValueError, match="expected units to be 'code points' or 'utf-16', got 'bytes'"):
        to_doccano(sample(), units="bytes")


def test_spacy_spans_index_the_cleaned_text():
    findings = sample()
    spans = to_spacy(findings)
    assert [findings.document.text[start:end] for start, end, _ in spans] == [
        m.text for m in findings.mentions
    ]
    assert {label for _, _, label in spans} == {"Date", "Official", "Target", "Slogan"}


def test_spacy_takes_the_spans():
    spacy = pytest.importorskip("spacy", reason="spaCy is not installed")
    findings = sample()
    doc = spacy.blank("zh")(findings.document.text)
    spans = [doc.char_span(*span) for span in to_spacy(findings)]
    assert [span.text for span in spans] == [m.text for m in findings.mentions]


def read_brat(brat):
    """Text-bound annotations of an `.ann` file, checked against the text."""
    found = {}
    for line in brat.annotations.splitlines():
        name, body, *rest = line.split("\t")
        if name.startswith("T"):
            label, places = body.split(" ", 1)
            pieces = [tuple(map(int, piece.split())) for piece in places.split(";")]
            assert rest == [" ".join(brat.text[a:b] for a, b in pieces)]
            assert not any("\n" in brat.text[a:b] for a, b in pieces)
            found[name] = (label, pieces)
    return found


def test_brat_standoff_agrees_with_its_text():
    brat = to_brat(sample())
    found = read_brat(brat)
    assert sorted({label for label, _ in found.values()}) == [
        "Date",
        "Official",
        "Slogan",
        "Statement",
        "Target",
    ]
    lines = brat.annotations.splitlines()
    assert any(line.startswith("R1\tSays Arg1:T") for line in lines)
    assert any(line.endswith("speaker=会议") for line in lines)
    assert any(
        "amount=>12000000000; unit=元; object=项目总投资; deadline=2023-09-30" in line for line in lines
    )
    assert len({line.split("\t")[0] for line in lines}) == len(lines), "ids are unique"


def test_brat_attributes_are_declared():
    brat = to_brat(sample())
    used = {line.split("\t")[1].split()[0] for line in brat.annotations.splitlines() if line.startswith("A")}
    assert used == {"DateKind", "TargetKind", "Status", "SloganKind"}
    assert all(name in BRAT_CONFIGURATION for name in used)
    hidden = evolve(sample().targets[0], redacted=True, amount=None)
    lines = to_brat(evolve(sample(), targets=(hidden,))).annotations.splitlines()
    assert any(line.split("\t")[1].startswith("Redacted T") for line in lines)


def test_brat_splits_a_mention_at_a_line_break():
    document = govtext.Document(govtext.AlignedText.of("“安全\n\n防线”"))
    found = mention(govtext.SloganMention, document, "安全\n\n防线", kind="motto")
    brat = to_brat(govtext.Findings(document, slogans=(found,)))
    assert read_brat(brat) == {"T1": ("Slogan", [(1, 3), (5, 7)])}


def test_flat_rows_have_no_nested_values():
    for kind in ("dates", "officials", "targets", "slogans", "people", "statements"):
        rows = list(flat_rows(sample(), kind))
        assert len(rows) == len(getattr(sample(), kind))
        assert all(not isinstance(value, (list, dict)) for row in rows for value in row.values())
    official = next(flat_rows(sample(), "officials"))
    assert (official["document"], official["name_start"], official["titles"]) == ("page-1", 61, "区委书记")
    with pytest.raises(ValueError, match="expected a kind out of dates"):
        list(flat_rows(sample(), "names"))
