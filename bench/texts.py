"""What is measured on: news of the example corpus, damaged pages, long reports where they are at hand, hostile inputs."""

from __future__ import annotations

import json
import os
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator

__all__ = ["HOSTILE", "corpus", "damaged", "hostile", "news", "of_length", "reports", "short"]

EXAMPLES = Path(__file__).parent.parent / "examples"


def corpus() -> Path | None:
    """The sample corpus that `$GOVTEXT_CORPUS` names, if it is there."""
    named = os.environ.get("GOVTEXT_CORPUS")
    return Path(named) if named and Path(named).is_dir() else None


@cache
def _pages() -> tuple[tuple[str, str], ...]:
    """The example pages: damage and text."""
    rows = (EXAMPLES / "corpus" / "index.tsv").read_text(encoding="utf-8").splitlines()[1:]
    cells = [row.split("\t") for row in rows]
    return tuple((row[5], (EXAMPLES / "corpus" / row[0]).read_text(encoding="utf-8")) for row in cells)


@cache
def news() -> tuple[str, ...]:
    """The undamaged example pages, of some 600 characters each."""
    return tuple(text for damage, text in _pages() if damage == "none")


@cache
def damaged() -> tuple[str, ...]:
    """The example pages with traditional characters, inline pinyin and, in part, GBK byte damage."""
    return tuple(text for damage, text in _pages() if damage != "none")


@cache
def reports() -> tuple[str, ...]:
    """Government work reports of the sample corpus, of 15,000 to 40,000 characters each; nothing without it."""
    folder = corpus()
    if folder is None:
        return ()
    return tuple(
        json.loads(line)["text"]
        for path in sorted((folder / "suites" / "text").glob("*_reports_*.jsonl"))
        for line in path.read_text(encoding="utf-8").splitlines()
    )


def of_length(pages: tuple[str, ...], length: int) -> str:
    """One document of so many characters, page after page."""
    text = "\n".join(pages)
    return (text * (length // max(len(text), 1) + 1))[:length]


LEAST = 40
"""Characters of a paragraph that counts as a short document; the others are headings and captions."""


def short(count: int) -> Iterator[str]:
    """So many short documents: the paragraphs of the news, of some 90 characters, with other digits in each round."""
    paragraphs = [line for page in news() for line in page.split("\n") if len(line) >= LEAST]
    for number in range(count):
        turn, at = divmod(number, len(paragraphs))
        digits = {ord("1") + i: ord("1") + (i + turn) % 9 for i in range(9)}
        yield paragraphs[at].translate(digits)


HOSTILE: dict[str, str] = {
    "one numeral": "一",
    "counting": "一二三四五六七八九十",
    "digits": "8",
    "digits and points": "1.",
    "list commas": "、",
    "open brackets": "(",
    "open quotes": "“",
    "open titles": "《",
    "redactions": "*",
    "question marks": "?",
    "marks that look like damage": "?!",
    "damage without end": "确?!笆奈濉遍_",
    "years": "2024年",
    "months without an end": "1月至",
    "titles without a name": "区委副书记、",
    "surnames": "王李张刘",
    "amounts": "3亿元",
    "readings": "區(qū)",
    "blanks": " ",
    "newlines": "\n",
    "combining marks": "é́",
    "emoji": "👩‍👩‍👧",
    "lone surrogates": "\ud800",
    "no break": "発展",
}
"""One phrase each, repeated to a length; each once hung or slowed a tool of this kind, or looks as if it might."""


def hostile(name: str, length: int) -> str:
    """A hostile input of so many characters."""
    unit = HOSTILE[name]
    return (unit * (length // len(unit) + 1))[:length]
