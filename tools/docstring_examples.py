"""A griffe extension: examples in docstrings become fenced code, so that the site shows them as such.

Docstrings end in a doctest without a heading above it. Read as Markdown, `>>>` would be a quotation of a quotation, and
`[m.text for m in …]` a link.
"""

from __future__ import annotations

import re
from typing import Any

import griffe

EXAMPLE = re.compile(r"(?:^[ ]*>>> .*\n(?:[ ]*\S.*\n?)*\n*)+", re.MULTILINE)
"""Prompts and what follows them up to a blank line; several of them make one block."""


def fenced(text: str) -> str:
    r"""The text with its examples in fences.

    >>> fenced("Adds.\n\n>>> 1 + 1\n2\n\nMore.")
    'Adds.\n\n```pycon\n>>> 1 + 1\n2\n```\n\nMore.'
    """

    def wrap(found: re.Match[str]) -> str:
        lines = found[0].rstrip("\n").split("\n")
        margin = len(lines[0]) - len(lines[0].lstrip())
        body = "\n".join(line[margin:] for line in lines)
        return f"```pycon\n{body}\n```\n\n" if found.end() < len(text) else f"```pycon\n{body}\n```"

    return EXAMPLE.sub(wrap, text)


class DocstringExamples(griffe.Extension):
    """Puts fences around the examples of every docstring."""

    def on_object(self, *, obj: griffe.Object, **_: Any) -> None:
        """Called for every object that griffe has read."""
        if obj.docstring is not None:
            obj.docstring.value = fenced(obj.docstring.value)
