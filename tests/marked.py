"""Texts with the people in them marked, for tests that do not depend on an extractor.

`{区委副书记、区长|陈一鸣}` is a person with titles, `{陈一鸣}` a bare name, `{区领导>李华}` a name that the collective
title before it covers, and `{李<局长}` a name with a title behind it. The braces and bars are no part of the text. A
line that begins with `# `, `@ ` or `~ ` is the title, the metadata line or the credit; all others are body.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from govtext import AlignedText, Document, OfficialMention, Segment

if TYPE_CHECKING:
    from govtext.document import Role

ROLES: dict[str, Role] = {"# ": "title", "@ ": "metadata", "~ ": "credit"}

MARK = re.compile(
    r"\{(?:(?P<titles>[^{}|<>]+)\||(?P<group>[^{}|<>]+)>)?(?P<name>[^{}|<>]+)(?:<(?P<after>[^{}|<>]+))?\}"
)


def marked(text: str) -> tuple[Document, tuple[OfficialMention, ...]]:
    """The document of a marked text, and the people marked in it."""
    roles: list[tuple[Role, str]] = [
        (ROLES.get(line[:2], "body"), line[2:] if line[:2] in ROLES else line) for line in text.split("\n")
    ]
    pieces: list[str] = []
    places: list[tuple[int, re.Match[str]]] = []
    lines: list[tuple[Role, int, int]] = []
    length = 0
    for role, line in roles:
        begin, done = length, 0
        for match in MARK.finditer(line):
            surface = (match["titles"] or "") + match["name"] + (match["after"] or "")
            pieces += (line[done : match.start()], surface)
            places.append((length + match.start() - done, match))
            length += match.start() - done + len(surface)
            done = match.end()
        pieces += (line[done:], "\n")
        length += len(line) - done
        lines.append((role, begin, length))
        length += 1
    aligned = AlignedText.of("".join(pieces)[:-1])
    document = Document(aligned, segments=tuple(_segments(aligned, lines)))
    return document, tuple(_mention(document, at, match) for at, match in places)


def _segments(aligned: AlignedText, lines: list[tuple[Role, int, int]]) -> list[Segment]:
    """One segment for the lines of one role that follow each other."""
    joined: list[tuple[Role, int, int]] = []
    for role, start, end in lines:
        if joined and joined[-1][0] == role:
            joined[-1] = (role, joined[-1][1], end)
        elif end > start:
            joined.append((role, start, end))
    return [Segment(role, aligned.span(start, end)) for role, start, end in joined]


def _mention(document: Document, at: int, match: re.Match[str]) -> OfficialMention:
    titles, name, after = match["titles"] or "", match["name"], match["after"] or ""
    start = at + len(titles)
    every = [*titles.split("、"), *after.split("、"), *(match["group"] or "").split("、")]
    return OfficialMention(
        span=document.span(at, start + len(name) + len(after)),
        text=titles + name + after,
        rule="marked by hand",
        name=name,
        name_span=document.span(start, start + len(name)),
        titles=tuple(filter(None, every)),
        collective=match["group"],
        redacted="*" in name,
    )
