"""Text comes from strangers: it gets no markup through, writes nowhere, and a broken table is refused with its line."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from html.parser import HTMLParser
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

import govtext
from govtext.errors import LexiconError
from govtext.lexicon import parse_rows
from govtext.show.html import document_html, findings_html, to_html
from invariants import PIECES

ROOT = Path(__file__).parents[1]

MARKUP = (
    "<script>alert(1)</script>", "</style><script>", "<img src=x onerror=alert(1)>", '"><b onclick="x">', "'", '"', "<!--", "-->",
    "]]>", "</article>", "&lt;script&gt;", "&#60;script&#62;", "javascript:alert(1)", "<svg/onload=x>", "\x00<", "＜script＞",
    "<a href='http://x.example'>", "&amp;lt;", "</details>", "<iframe>",
)  # fmt: skip
"""What a page may hold to get markup through to a reader's browser, plain and as entities that cleaning decodes."""

HARMLESS = {
    "a", "article", "aside", "b", "body", "br", "caption", "code", "dd", "del", "details", "div", "dl", "dt", "em", "fieldset",
    "figure", "footer", "h1", "h2", "h3", "h4", "head", "header", "html", "i", "input", "ins", "label", "legend", "li", "main",
    "mark", "meta", "nav", "ol", "p", "pre", "q", "rp", "rt", "ruby", "s", "section", "small", "span", "strong", "style", "sub",
    "summary", "sup", "table", "tbody", "td", "th", "thead", "title", "tr", "u", "ul", "wbr",
}  # fmt: skip
"""Elements that run nothing and fetch nothing."""


class Watch(HTMLParser):
    """Refuses what could run or fetch something."""

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        assert tag in HARMLESS, tag
        for name, value in attrs:
            assert not name.startswith("on"), (tag, name)
            assert name not in ("src", "srcset", "action", "formaction", "background"), (tag, name)
            assert name != "href" or (value or "").startswith("#"), (tag, value)

    def handle_comment(self, data: str) -> None:
        raise AssertionError(f"a comment: {data[:40]}")


pages = st.lists(st.one_of(st.sampled_from(PIECES), st.sampled_from(MARKUP)), max_size=40).map("".join)


@settings(max_examples=60, deadline=None)
@given(pages, st.one_of(st.none(), st.sampled_from(MARKUP)), st.sampled_from(MARKUP))
def test_no_markup_of_a_page_gets_through(text: str, name: str | None, title: str) -> None:
    findings = govtext.parse(text, id=name)
    for html in (
        findings_html(findings),
        document_html(findings.document),
        to_html([findings, findings], title=title),
    ):
        Watch().feed(html)


@pytest.mark.parametrize("scrap", MARKUP)
def test_names_objects_and_forms_are_escaped_too(scrap: str) -> None:
    text = f"区长陈{scrap}一鸣强调，“{scrap}六稳”要落实，{scrap}投资12亿元{scrap}，9月{scrap}底前完成“三{scrap}个一”。"
    findings = govtext.parse(text, id=scrap)
    Watch().feed(to_html([findings], title=scrap))


def watched(code: str, folder: Path) -> list[str]:
    """The files that a program opened for writing, renamed or made; sockets and programs stop it."""
    watch = (
        "import sys, os\n"
        "written = []\n"
        "def watch(event, args):\n"
        "    assert not event.startswith(('socket.', 'subprocess.', 'os.system', 'os.exec', 'os.posix_spawn')), event\n"
        "    if event == 'open' and isinstance(args[0], str):\n"
        "        if isinstance(args[1], str) and set(args[1]) & set('wax+') or args[1] is None and args[2] & 3:\n"
        "            written.append(os.path.realpath(args[0]))\n"
        "    if event in ('os.mkdir', 'os.rename', 'os.remove', 'os.rmdir', 'os.link', 'os.symlink'):\n"
        "        written.append(os.path.realpath(args[-3 if event == 'os.rename' else 0]))\n"
        "sys.dont_write_bytecode = True\n"
        "import govtext, govtext.cli\n"
        "sys.addaudithook(watch)\n"
    )
    tell = "import json\nprint('\\n' + json.dumps(written), file=sys.stderr)\n"
    paths = os.pathsep.join([str(Path(govtext.__file__).parents[1]), *filter(None, sys.path)])
    done = subprocess.run(
        [sys.executable, "-c", watch + code + tell],
        capture_output=True, encoding="utf-8", check=False, timeout=120, cwd=folder,
        env={**os.environ, "PYTHONPATH": paths, "PYTHONUTF8": "1"},
    )  # fmt: skip
    assert done.returncode == 0, done.stderr
    written: list[str] = json.loads(done.stderr.splitlines()[-1])
    return written


@pytest.mark.parametrize("form", ["text", "jsonl", "csv", "html"])
def test_the_command_line_writes_only_where_it_is_told(form: str, tmp_path: Path) -> None:
    page = tmp_path / "page.txt"
    page.write_text("区长陈一鸣要求9月底前完成投资12亿元，落实“六稳”。", encoding="utf-8")
    before = {path: path.read_bytes() for path in tmp_path.iterdir()}
    assert watched(f"assert govtext.cli.main([{str(page)!r}, '--format', {form!r}]) == 0\n", tmp_path) == []
    assert {path: path.read_bytes() for path in tmp_path.iterdir()} == before
    out = tmp_path / "out" if form != "html" else tmp_path / "out.html"
    written = watched(
        f"assert govtext.cli.main([{str(page)!r}, '--format', {form!r}, '--output', {str(out)!r}]) == 0\n",
        tmp_path,
    )
    assert set(written) == {os.path.realpath(out)}
    assert page.read_bytes() == before[page]


@pytest.mark.parametrize(
    "text, line",
    [
        ("word\tvalue\n主任\t1\n副主任\n", 3),  # a cell is missing
        ("word\tvalue\n主任\t1\t2\n", 2),  # one too many
        ("# source: x\nword\tvalue\n\t1\n", 3),  # no word
        ("# source: x\r\nword\tvalue\r\n主任 1\r\n", 3),  # a blank for a tab
        ("word\tvalue\n\n\n主任\n", 4),  # empty lines count
        ("word\tvalue\n# 主任\n主任\n", 3),  # and so do comments
    ],
)
def test_a_malformed_table_is_refused_with_its_line(text: str, line: int) -> None:
    with pytest.raises(LexiconError, match=rf"^names\.tsv, line {line}: expected 2 cells \(word, value\)"):
        parse_rows(text, "names.tsv")


def test_a_table_without_rows_is_empty() -> None:
    assert parse_rows("", "names.tsv") == parse_rows("# only a comment\n", "names.tsv") == ()
    assert parse_rows("word\tvalue\n", "names.tsv") == ()


def test_the_bill_of_materials_lists_what_is_installed_and_each_table(tmp_path: Path) -> None:
    script = ROOT / "tools" / "sbom.py"
    if not script.exists():
        pytest.skip("the tools are not beside the tests")
    out = tmp_path / "bom.json"
    done = subprocess.run(
        [sys.executable, str(script), str(out)], capture_output=True, encoding="utf-8", check=False
    )
    if "is not installed" in done.stderr:
        pytest.skip("govtext is not installed; the tree is tested")
    assert done.returncode == 0, done.stderr
    bill = json.loads(out.read_text(encoding="utf-8"))
    names = {component["name"] for component in bill["components"]}
    assert {"attrs", "regex", "opencc-python-reimplemented"} <= names
    assert {
        path.name for path in (ROOT / "src" / "govtext" / "data").glob("*") if path.suffix in {".tsv", ".gz"}
    } <= names
    assert all(component["licenses"] and component["hashes"] for component in bill["components"])
