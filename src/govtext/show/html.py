"""Findings as HTML: a fragment for notebooks, and one self-contained page for one or many documents.

There is no script in it. Every switch is a check box that a style rule reads (`:has`), so that the view works where
scripts are forbidden, and several views in one notebook do not disturb each other.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections import Counter
from functools import cache
from hashlib import sha256
from importlib.resources import files
from pathlib import Path
from typing import TYPE_CHECKING

from attrs import frozen

from ..findings import Findings
from .places import Places
from .values import KINDS, kind_of, row, speaker, value
from .weave import Stretch, element, safe, weave

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from ..document import Document
    from ..mentions import Mention

__all__ = ["document_html", "findings_html", "to_html"]

MANY_EDITS = 200
"""Rows of the table of edits; the rest is counted. A page with readings has five hundred of a few dozen forms."""


def findings_html(findings: Findings) -> str:
    """A fragment with its own style, for a notebook."""
    return _view(_switches(), _article(findings, _key(findings.document, 0)))


def document_html(document: Document) -> str:
    """A fragment that shows a document before extraction: its text, segments, edits and damage."""
    return _view(_switches(kinds=False), _article(Findings(document), _key(document, 0)))


def to_html(
    findings: Findings | Iterable[Findings], path: str | Path | None = None, *, title: str = "Findings"
) -> str:
    """One self-contained page for one or many documents, with a filter by kind; written to `path` where one is given.

    Args:
        findings: of one document, or of as many as you like.
        path: a file to write, in UTF-8; nothing is written where None.
        title: the page's title.

    >>> import govtext
    >>> page = to_html([govtext.parse("9月底前完成投资12亿元。")])
    >>> page.startswith("<!DOCTYPE html>"), "<script" in page
    (True, False)
    """
    every = [findings] if isinstance(findings, Findings) else list(findings)
    keys = [_key(one.document, number) for number, one in enumerate(every)]
    articles = "".join(_article(one, key) for one, key in zip(every, keys, strict=True))
    listed = _contents(every, keys) if len(every) > 1 else ""
    body = f'<main class="govtext page">{_switches()}<h1>{safe(title)}</h1>{listed}{articles}</main>'
    page = (
        '<!DOCTYPE html>\n<html lang="en">\n<head>\n<meta charset="utf-8">\n'
        '<meta name="viewport" content="width=device-width, initial-scale=1">\n'
        f"<title>{safe(title)}</title>\n<style>\n{_style()}</style>\n</head>\n<body>\n{body}\n</body>\n</html>\n"
    )
    if path is not None:
        Path(path).write_text(page, encoding="utf-8")
    return page


@cache
def _style() -> str:
    return files(str(__package__)).joinpath("page.css").read_text(encoding="utf-8")


def _view(*parts: str) -> str:
    return f'<div class="govtext"><style>\n{_style()}</style>{"".join(parts)}</div>'


def _key(document: Document, number: int) -> str:
    """What the ids of a document's elements begin with: the same for the same page in the same place."""
    told = f"{number}\n{document.id}\n{document.raw}".encode("utf-8", "surrogatepass")
    return "g" + sha256(told).hexdigest()[:10]


def _switches(*, kinds: bool = True) -> str:
    """The check boxes above a view."""
    boxes: list[str] = []
    if kinds:
        boxes = [
            f'<label><input type="checkbox" class="show-{kind.name}" checked> '
            f'<span class="swatch {kind.label}">{kind.name}</span></label>'
            for kind in KINDS
        ]
    boxes += [
        '<label><input type="checkbox" class="show-printed" role="switch"> page as printed</label>',
        '<label><input type="checkbox" class="show-edits"> <span class="swatch edit">edits</span></label>',
        '<label><input type="checkbox" class="show-damage"> <span class="swatch damage">unrepaired</span></label>',
    ]
    return f"<fieldset><legend>Show</legend>{''.join(boxes)}</fieldset>"


def _contents(every: Sequence[Findings], keys: Sequence[str]) -> str:
    """The list of documents on top of a page of many."""
    lines = [
        f'<li><a href="#{key}">{safe(_name(one.document, number))}</a> <small>{_counts(one)}</small></li>'
        for number, (one, key) in enumerate(zip(every, keys, strict=True), 1)
    ]
    return f'<nav aria-label="Documents"><ol>{"".join(lines)}</ol></nav>'


def _name(document: Document, number: int | None = None) -> str:
    """What a document is called: its title, else the caller's name for it."""
    title = next((s.span for s in document.segments if s.role == "title"), None)
    if title is not None and document.text[title.start : title.end].strip():
        return document.text[title.start : title.end].strip()
    return document.id or (f"Document {number}" if number else "Document")


def _counts(findings: Findings) -> str:
    return ", ".join(f"{len(found)} {kind.name}" for kind in KINDS if (found := getattr(findings, kind.name)))


def _article(findings: Findings, key: str) -> str:
    """One document: its heading, its text as cleaned and as printed, its tables."""
    document = findings.document
    facts = [safe(document.id)] if document.id else []
    facts.append(f"published {document.published}" if document.published else "no date of publication")
    facts.append(f"{len(document.text):,} characters")
    facts.append(f"{len(document.edits)} edits")
    facts.append(f"{len(document.unrepaired)} unrepaired")
    texts = "".join(_text(view) for view in _views(findings, key))
    return (
        f'<article id="{key}" aria-label="{safe(_name(document))}"><p class="facts">{" · ".join(facts)}</p>{texts}'
        f"{''.join(_tables(findings, key))}</article>"
    )


@frozen(slots=True)
class _View:
    """One of the two texts of a document, with what is marked in it.

    Attributes:
        name: `clean` or `printed`.
        text: the whole text.
        segments: start, end and role of each part, in order, without gaps that hold more than blanks.
        stretches: mentions, edits and damage.
    """

    name: str
    text: str
    segments: list[tuple[int, int, str]]
    stretches: list[Stretch]


def _views(findings: Findings, key: str) -> Iterator[_View]:
    document = findings.document
    places = Places.of(document.aligned)
    for name in ("clean", "printed"):
        clean = name == "clean"
        text = document.text if clean else document.raw
        stretches: list[Stretch] = []
        for mention_key, mention in _keyed(findings, key):
            span = mention.span
            start, end = (span.start, span.end) if clean else (span.raw_start, span.raw_end)
            label = kind_of(mention)
            tip = f"{label}: {value(mention)}\nrule: {mention.rule}"
            attributes = {"id": mention_key + ("" if clean else "p"), "class": label, "tabindex": "-1"}
            stretches.append(
                Stretch(start, end, "mark", {**attributes, "data-label": label, "data-tip": tip})
            )
        for edit in document.edits:
            start, end = edit.raw_start, edit.raw_end
            start, end = places.find(start, end) if clean else (start, end)
            tip = f"{edit.step}: {_quoted(edit.before)} → {_quoted(edit.after)}"
            stretches.append(Stretch(start, end, "span", {"class": "edit", "data-tip": tip}))
        for damage in document.unrepaired:
            start, end = damage.raw_start, damage.raw_end
            start, end = places.find(start, end) if clean else (start, end)
            guesses = " or ".join(_quoted(candidate.text) for candidate in damage.candidates[:3])
            tip = f"unrepaired {damage.kind} damage" + (f"\nperhaps {guesses}" if guesses else "")
            stretches.append(Stretch(start, end, "span", {"class": "damage", "data-tip": tip}))
        yield _View(name, text, _parts(document, len(text), clean=clean), stretches)


def _keyed(findings: Findings, key: str) -> Iterator[tuple[str, Mention]]:
    """Every mention with the id of its mark."""
    for kind in KINDS:
        for number, mention in enumerate(getattr(findings, kind.name)):
            yield f"{key}-{kind.label}-{number}", mention


def _parts(document: Document, length: int, *, clean: bool) -> list[tuple[int, int, str]]:
    """The segments with what lies between them, so that every character is shown."""
    parts: list[tuple[int, int, str]] = []
    done = 0
    for segment in document.segments:
        span = segment.span
        start, end = (span.start, span.end) if clean else (span.raw_start, span.raw_end)
        if done < start:
            parts.append((done, start, ""))
        parts.append((max(done, start), end, segment.role))
        done = max(done, end)
    if done < length:
        parts.append((done, length, ""))
    return parts


def _text(view: _View) -> str:
    """A text, part by part; blanks between parts are left to the layout."""
    stretches = sorted(view.stretches, key=lambda s: s.start)
    starts = [s.start for s in stretches]
    longest = max((s.end - s.start for s in stretches), default=0)
    blocks: list[str] = []
    for start, end, role in view.segments:
        if not role and not view.text[start:end].strip():
            continue
        here = stretches[bisect_left(starts, start - longest) : bisect_right(starts, end)]
        part = {"class": f"part {role}".strip()} | ({"data-role": role} if role else {})
        if role == "title":
            part |= {"role": "heading", "aria-level": "2"}
        blocks.append(element("div", part, weave(view.text, start, end, here)))
    label = "Cleaned text" if view.name == "clean" else "Page as printed"
    language = "zh-Hans" if view.name == "clean" else "zh"
    about = {"class": f"text {view.name}", "lang": language, "role": "group", "aria-label": label}
    return element("div", about, "".join(blocks))


def _tables(findings: Findings, key: str) -> Iterator[str]:
    """The findings kind by kind, then people, statements, edits and damage; each folded until it is opened."""
    document = findings.document
    for kind in KINDS:
        rows: list[list[str]] = []
        for number, mention in enumerate(getattr(findings, kind.name)):
            to = f"{key}-{kind.label}-{number}"
            text, *cells = map(safe, row(mention))
            link = (
                f'<a class="to-clean" href="#{to}">{text}</a><a class="to-printed" href="#{to}p">{text}</a>'
            )
            rows.append([link, *cells, f"<small>{safe(mention.rule)}</small>"])
        yield _table(kind.name, kind.label, (*kind.columns, "rule"), rows)
    people = [
        (p.name, "、".join(p.titles), p.organisation or "", ", ".join(p.roles)) for p in findings.people
    ]
    yield _table("people", "official", ("name", "titles", "organisation", "roles"), _safe(people))
    said = [(speaker(s), s.verb, document.text[s.span.start : s.span.end]) for s in findings.statements]
    yield _table("statements", "statement", ("speaker", "verb", "speech"), _safe(said))
    counted = Counter((e.step, _quoted(e.before), _quoted(e.after)) for e in document.edits)
    edits = [(*edit, str(times)) for edit, times in counted.most_common(MANY_EDITS)]
    yield _table("forms of edits", "edit", ("step", "printed", "became", "times"), _safe(edits))
    damage = [
        (
            f"{d.raw_start}-{d.raw_end}",
            d.kind,
            _quoted(d.printed),
            " or ".join(c.text for c in d.candidates[:3]),
        )
        for d in document.unrepaired
    ]
    yield _table("unrepaired", "damage", ("place in the page", "kind", "printed", "perhaps"), _safe(damage))


def _safe(rows: Iterable[Sequence[str]]) -> list[list[str]]:
    return [[safe(cell) for cell in cells] for cells in rows]


def _table(name: str, label: str, columns: Sequence[str], rows: Sequence[Sequence[str]]) -> str:
    """A folded table of cells that are HTML already; nothing where it would be empty."""
    if not rows:
        return ""
    heads = "".join(f'<th scope="col">{column}</th>' for column in columns)
    lines = "".join("<tr>" + "".join(f"<td>{cell}</td>" for cell in cells) + "</tr>" for cells in rows)
    return (
        f'<details class="table {label}"><summary>{name} <small>{len(rows)}</small></summary><div class="scroll">'
        f'<table><thead><tr>{heads}</tr></thead><tbody lang="zh-Hans">{lines}</tbody></table></div></details>'
    )


def _quoted(text: str) -> str:
    """A stretch of text for a tip: blanks made visible, nothing said by nothing."""
    return text.replace("\n", "↵").replace("\t", "⇥").replace(" ", "␣") or "∅"
