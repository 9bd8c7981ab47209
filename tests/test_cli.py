"""The command line: what it reads, what it writes and where, what it says of bad files, and how it ends."""

import csv
import io
import json
import subprocess
import sys
from pathlib import Path

import pytest

import govtext
from govtext.cli import main
from govtext.cli.progress import Progress
from govtext.interchange.tables import COLUMNS

PAGE = "云溪区召开推进会\n3月6日上午,区委书记陈一鸣主持会议,要求9月底前建成50个项目。"


@pytest.fixture
def pages(tmp_path):
    """Three good pages, one in a subfolder, and one file that is none."""
    folder = tmp_path / "pages"
    (folder / "older").mkdir(parents=True)
    (folder / "a.txt").write_text(PAGE, encoding="utf-8")
    (folder / "b.txt").write_text(PAGE.replace("50", "60"), encoding="utf-8-sig")
    (folder / "older" / "c.TXT").write_text(PAGE.replace("50", "70"), encoding="utf-8")
    (folder / "picture.png").write_bytes(b"\x89PNG")
    (folder / ".checkpoints").mkdir()
    (folder / ".checkpoints" / "a.txt").write_text("一", encoding="utf-8")
    return folder


def run(capsys, *arguments):
    """Exit code, output and error stream."""
    code = main([str(argument) for argument in arguments])
    told = capsys.readouterr()
    return code, told.out, told.err


def lines_of(text):
    return [json.loads(line) for line in text.splitlines()]


def test_a_summary_of_each_page(pages, capsys):
    code, out, err = run(capsys, pages)
    assert (code, err) == (0, "")
    assert [line.split("  ")[0] for line in out.splitlines() if line.startswith(str(pages))] == [
        str(pages / "a.txt"),
        str(pages / "b.txt"),
        str(pages / "older" / "c.TXT"),
    ]
    assert out.count("云溪区召开推进会") == 3


def test_a_folder_gives_its_texts_in_order_and_no_pictures(pages, capsys):
    code, out, _ = run(capsys, pages, "--format", "jsonl")
    assert code == 0
    names = [Path(data["document"]["id"]).name for data in lines_of(out)]
    assert names == ["a.txt", "b.txt", "c.TXT"]


def test_jsonl_reads_back_and_the_mark_of_utf8_is_no_text(pages, capsys):
    _, out, _ = run(capsys, pages / "b.txt", "--format", "jsonl", "--published", "2023-03-07")
    (data,) = lines_of(out)
    findings = govtext.from_dict(data)
    assert findings.document.raw == PAGE.replace("50", "60")
    assert findings.to_dict() == data
    assert data["document"]["published"] == "2023-03-07"


def test_spans_cover_exactly_the_printed_text(pages, capsys):
    _, out, _ = run(capsys, pages / "a.txt", "--format", "jsonl")
    (data,) = lines_of(out)
    for kind in ("dates", "officials", "targets", "slogans"):
        for found in data[kind]:
            assert PAGE[found["raw_start"] : found["raw_end"]] == found["raw_text"]


def test_standard_input(monkeypatch, capsys):
    monkeypatch.setattr("sys.stdin", io.TextIOWrapper(io.BytesIO(PAGE.encode("gb18030"))))
    code, out, _ = run(capsys, "-", "--encoding", "GB18030", "--format", "jsonl")
    assert code == 0
    assert lines_of(out)[0]["document"]["raw"] == PAGE


@pytest.mark.parametrize(("encoding", "written"), [("gbk", "gb18030"), ("big5", "big5"), ("UTF-8", "utf-8")])
def test_encodings(tmp_path, capsys, encoding, written):
    text = "區委書記陳一鳴" if written == "big5" else PAGE
    (tmp_path / "page.txt").write_bytes(text.encode(written))
    _, out, _ = run(capsys, tmp_path / "page.txt", "--encoding", encoding, "--format", "jsonl")
    assert lines_of(out)[0]["document"]["raw"] == text


def test_a_wrong_encoding_names_file_byte_and_way_out(pages, capsys):
    (pages / "older" / "gbk.txt").write_bytes(b"ab" + "区委书记".encode("gbk"))
    code, out, err = run(capsys, pages, "--format", "jsonl")
    assert code == 1
    assert len(lines_of(out)) == 3, "one bad file must not stop the others"
    assert "1 could not be read; the rest was done" in err
    assert "gbk.txt: expected utf-8, got the byte 0xC7 at offset 2" in err
    assert "--encoding gb18030" in err


def test_missing_files_are_named_at_the_end(pages, capsys):
    code, out, err = run(capsys, pages / "no.txt", pages / "a.txt", "--format", "jsonl")
    assert code == 1
    assert len(lines_of(out)) == 1
    assert "no.txt: No such file or directory" in err


def test_json_lines_with_named_fields(tmp_path, capsys):
    records = [
        {"content": PAGE, "day": "2023-03-07T08:00:00", "url": "u1"},
        {"content": PAGE, "day": None},
        {"content": 7},
        {"text": PAGE},
        {"content": PAGE, "day": "soon"},
        [1],
    ]
    path = tmp_path / "pages.jsonl"
    path.write_text("\n".join(map(json.dumps, records)) + "\n\n{broken\n", encoding="utf-8")
    arguments = ["--text-field", "content", "--date-field", "day", "--id-field", "url", "--format", "jsonl"]
    code, out, err = run(capsys, path, *arguments, "--published", "2022-01-01")
    assert code == 1
    documents = [data["document"] for data in lines_of(out)]
    assert [d["published"] for d in documents] == ["2023-03-07", "2022-01-01"]
    assert [d["id"] for d in documents] == ["u1", f"{path}:2"]
    assert "5 could not be read" in err
    assert "pages.jsonl:3: expected the page's text in the field 'content', got int" in err
    assert "the line has 'text': name the right one with --text-field" in err
    assert "pages.jsonl:5: expected a day such as '2024-05-06', got 'soon'" in err
    assert "pages.jsonl:8: expected one JSON object on the line, got '{broken'" in err


def test_a_bad_byte_in_json_lines_is_counted_from_the_start_of_the_file(tmp_path, capsys):
    path = tmp_path / "pages.jsonl"
    first = json.dumps({"text": PAGE}).encode() + b"\n"
    path.write_bytes(first + b'{"text": "\xff"}\n')
    code, out, err = run(capsys, path, "--format", "jsonl")
    assert (code, len(lines_of(out))) == (1, 1)
    assert f"0xFF at offset {len(first) + 10}" in err


def test_only_some_kinds(pages, capsys):
    _, out, _ = run(capsys, pages / "a.txt", "--only", "dates, people", "--format", "jsonl")
    (data,) = lines_of(out)
    assert [data[kind] for kind in ("officials", "targets", "slogans", "statements")] == [[], [], [], []]
    assert govtext.from_dict(data).to_dict() == data


def test_a_table_for_a_spreadsheet(pages, tmp_path, capsys):
    path = tmp_path / "dates.csv"
    code, out, _ = run(capsys, pages, "--format", "csv", "--only", "dates", "--output", path)
    assert (code, out) == (0, "")
    assert path.read_bytes().startswith(b"\xef\xbb\xbf"), "Excel needs the mark"
    with path.open(encoding="utf-8-sig", newline="") as file:
        rows = list(csv.DictReader(file))
    assert all(row["document"].endswith((".txt", ".TXT")) for row in rows)


def test_the_table_of_targets_has_its_head_even_without_rows(pages, tmp_path, capsys):
    (tmp_path / "empty.txt").write_text("", encoding="utf-8")
    code, out, _ = run(capsys, tmp_path / "empty.txt", "--format", "csv")
    assert (code, out.splitlines()) == (0, [",".join(COLUMNS)])
    _, out, _ = run(capsys, pages, "--format", "csv")
    rows = list(csv.DictReader(io.StringIO(out)))
    assert all("9月底前" in row["sentence"] for row in rows)


def test_html_and_annotation_formats(pages, tmp_path, capsys):
    assert run(capsys, pages, "--format", "html", "-o", tmp_path / "all.html")[0] == 0
    assert (tmp_path / "all.html").read_text(encoding="utf-8").count("<article") == 3
    _, out, _ = run(capsys, pages, "--format", "doccano")
    assert [set(data) for data in lines_of(out)] == [{"id", "text", "label", "published"}] * 3
    _, out, _ = run(capsys, pages, "--format", "label-studio")
    assert len(json.loads(out)) == 3
    _, out, _ = run(capsys, pages / "a.txt", "--format", "page")
    assert "主持会议" in out


def test_brat_writes_a_folder_and_gives_equal_names_numbers(pages, tmp_path, capsys):
    (pages / "older" / "a.txt").write_text(PAGE, encoding="utf-8")
    folder = tmp_path / "brat"
    assert run(capsys, pages, "--format", "brat", "-o", folder)[0] == 0
    names = sorted(path.name for path in folder.iterdir())
    assert names == [
        "a-2.ann",
        "a-2.txt",
        "a.ann",
        "a.txt",
        "annotation.conf",
        "b.ann",
        "b.txt",
        "c.ann",
        "c.txt",
    ]


def test_workers_give_the_same(pages, capsys):
    _, alone, _ = run(capsys, pages, "--format", "jsonl")
    _, together, _ = run(capsys, pages, "--format", "jsonl", "--workers", 2)
    assert alone == together


def test_a_lone_surrogate_goes_through(tmp_path, capsys):
    path = tmp_path / "pages.jsonl"
    path.write_text('{"text": "\\ud800坏\\u0000"}\n', encoding="utf-8")
    output = tmp_path / "out"
    for form in ("text", "page", "jsonl", "csv", "html", "doccano", "label-studio"):
        assert run(capsys, path, "--format", form, "-o", output)[0] == 0
        if form == "jsonl":
            assert json.loads(output.read_text(encoding="utf-8"))["document"]["raw"] == "\ud800坏\x00"
    assert run(capsys, path, "--format", "brat", "-o", tmp_path / "brat")[0] == 0


@pytest.mark.parametrize(
    ("arguments", "told"),
    [
        (["--published", "2023-13-01", "-"], "expected a day such as 2024-05-06, got '2023-13-01'"),
        (["--only", "dates,names", "-"], "expected some of dates, officials"),
        (["--workers", "0", "-"], "expected a whole number of at least 1, got '0'"),
        (["--encoding", "latin-1", "-"], "invalid choice: 'latin-1'"),
        (["--format", "brat", "-"], "expected --output with a folder for --format brat"),
        (["--format", "csv", "--only", "dates,targets", "-"], "a table holds one"),
        ([], "the following arguments are required: FILE"),
    ],
)
def test_wrong_arguments_end_with_two(arguments, told, capsys):
    with pytest.raises(SystemExit) as ended:
        main(arguments)
    assert ended.value.code == 2
    assert told in capsys.readouterr().err


def test_an_input_is_never_overwritten(pages, capsys):
    with pytest.raises(SystemExit) as ended:
        main([str(pages), "--output", str(pages / "older" / ".." / "a.txt")])
    assert ended.value.code == 2
    assert "it would be overwritten" in capsys.readouterr().err
    assert (pages / "a.txt").read_text(encoding="utf-8") == PAGE


def test_an_empty_folder_and_an_output_that_cannot_be_written(tmp_path, pages, capsys):
    (tmp_path / "empty").mkdir()
    with pytest.raises(SystemExit):
        main([str(tmp_path / "empty")])
    assert "folders without .txt or .jsonl files" in capsys.readouterr().err
    code, _, err = run(capsys, pages, "-o", tmp_path / "no" / "such" / "folder.txt")
    assert code == 2
    assert "cannot write" in err


def python(*arguments, **options):
    """The command line in a process of its own."""
    command = [sys.executable, "-m", "govtext", *map(str, arguments)]
    return subprocess.run(command, capture_output=True, timeout=60, check=False, **options)


def test_it_runs_as_a_module_and_writes_utf8_whatever_the_terminal(pages, monkeypatch):
    monkeypatch.setenv("PYTHONIOENCODING", "ascii")
    monkeypatch.setenv("PYTHONPATH", str(Path(govtext.__file__).parents[1]))
    done = python(pages, "--format", "jsonl")
    assert done.returncode == 0, done.stderr
    assert len(lines_of(done.stdout.decode("utf-8"))) == 3
    assert python(pages / "a.txt").returncode == 0


def test_a_reader_that_goes_away_is_no_error_message(pages, monkeypatch):
    monkeypatch.setenv("PYTHONPATH", str(Path(govtext.__file__).parents[1]))
    for number in range(40):
        (pages / f"{number}.txt").write_text(PAGE * 40, encoding="utf-8")
    command = [sys.executable, "-m", "govtext", str(pages), "--format", "jsonl"]
    with subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE) as process:
        process.stdout.readline()
        process.stdout.close()
        assert process.wait(60) == 141
        assert process.stderr.read() == b""


class Terminal(io.StringIO):
    def isatty(self):
        return True


def test_a_bar_appears_when_work_is_long_and_goes_away():
    now = iter([0.0, 0.5, 2.0, 2.1, 4.0])
    screen = Terminal()
    progress = Progress(screen, 800, clock=lambda: next(now))
    for _ in range(4):
        progress.advance(100)
    drawn = screen.getvalue().split("\r")
    assert [line[:26] for line in drawn[1:]] == [
        "[" + "#" * 6 + "." * 18 + "]",
        "[" + "#" * 12 + "." * 12 + "]",
    ]
    assert "25%  2 pages, 1 a second, 6 s left" in drawn[1]
    progress.clear()
    assert screen.getvalue().endswith("\r\x1b[K")


def test_no_bar_for_the_last_page():
    now = iter([0, 5])
    screen = Terminal()
    Progress(screen, 100, clock=lambda: next(now)).advance(100)
    assert screen.getvalue() == ""


def test_no_bar_where_there_is_no_terminal():
    stream = io.StringIO()
    now = iter(range(100))
    progress = Progress(stream, None, clock=lambda: next(now))
    progress.advance(1)
    progress.advance(1)
    assert stream.getvalue() == ""
    screen = Terminal()
    progress = Progress(screen, None, clock=lambda: next(now))
    progress.advance(1)
    assert screen.getvalue().startswith("\r1 page, 1 a second")


def test_an_interrupt_ends_with_its_own_code(pages, capsys, monkeypatch):
    def interrupted(*_arguments, **_named):
        raise KeyboardInterrupt

    monkeypatch.setattr("govtext.cli.command.parse_many", interrupted)
    code, _, err = run(capsys, pages)
    assert code == 130
    assert "interrupted; what is written so far stands" in err


def test_a_page_that_cannot_be_parsed_is_named_at_the_end(pages, capsys, monkeypatch):
    def some_fail(raw, published=None, **named):
        if "60" in raw:
            raise LookupError("broken on purpose")
        return govtext.parse(raw, published, **named)

    monkeypatch.setattr("govtext.pipeline.parse", some_fail)
    code, out, err = run(capsys, pages, "--format", "jsonl")
    assert (code, len(lines_of(out))) == (1, 2)
    assert "b.txt: LookupError: broken on purpose" in err


def test_many_failures_are_counted_not_listed(tmp_path, capsys):
    path = tmp_path / "pages.jsonl"
    path.write_text("[]\n" * 25, encoding="utf-8")
    code, _, err = run(capsys, path)
    assert code == 1
    assert "25 could not be read" in err
    assert err.count("expected a JSON object") == 20
    assert err.endswith("  and 5 more\n")


def test_colour_on_a_terminal_unless_it_is_unwanted(pages, monkeypatch):
    for wanted in (True, False):
        screen = Terminal()
        monkeypatch.setattr("sys.stdout", screen)
        monkeypatch.delenv("NO_COLOR", raising=False)
        monkeypatch.setenv("TERM", "xterm")
        if not wanted:
            monkeypatch.setenv("NO_COLOR", "1")
        assert main([str(pages / "a.txt")]) == 0
        assert ("\x1b[" in screen.getvalue()) == wanted
