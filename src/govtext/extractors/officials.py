"""Officials: names with their titles, and the same people named later without them.

Two passes. The first stands at every office word (书记, 局长, 领导) and reads the name behind it, or before it, with
the titles that lead up to it and the names of the list that goes on; it reads appointments, credits and hidden names
too. The second looks for the names so found wherever else the page has them, as whole names. No surname is looked for
that no title announces, so ordinary prose costs little and names nobody.
"""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING

from attrs import field, frozen

from ..names import Names, Reading
from ..patterns import lazy
from ..titles import Titles
from .official_appointments import appointed
from .official_credits import credited, labelled_behind, parenthesised
from .official_forms import PARTY_CENTRE, addressed, hidden
from .official_page import CREDITED, Page
from .official_rosters import rosters
from .official_titles import titled

if TYPE_CHECKING:
    from collections.abc import Iterator

    from ..document import Document
    from ..mentions import OfficialMention

__all__ = ["Officials"]

SPEAKS = lazy(
    r"""等?[、,，]?(?:
        [^\W\x00-\xff]{0,2}?
        (?:主持|强调|指出|要求|表示|介绍|汇报|通报|讲话|出席|参加|致辞|宣读|陪同|带队|率队|调研|说|认为|提出|作)
        |在[^\W\x00-\xff]{0,6}(?:中|时|上|会)
    )""",
    re.VERBOSE,
)
"""What a person does, behind a name that is an ordinary word too: 高峰指出, but 高峰期."""

NEIGHBOUR = 2.0
"""The least score of the name next to one that is a word."""

MARKS = frozenset(("、", "和", "与", "及"))
"""What stands between the names of a list."""

THEORY = lazy(r"[^。；;，,、：:“”！？\n]{0,16}?(?:思想|理论|主义|时代|经济学|外交)")
"""What makes a name part of a theory's name: 邓小平理论."""


@cache
def _default_names() -> Names:
    return Names()


@cache
def _default_titles() -> Titles:
    return Titles()


@frozen
class Officials:
    """Finds officials: named with their titles, in lists, in credits, hidden, and later without titles.

    Attributes:
        names: how person names are read; `Names(surnames=Names().surnames | {"难": 5})` adds a surname.
        titles: how titles are read; `Titles(offices=Titles().offices | {"首席服务官": "office"})` adds an office.

    >>> import govtext
    >>> document = govtext.read("区领导陈一鸣、王灿出席，区委书记李旭要求抓好落实。")
    >>> [(m.name, m.titles) for m in govtext.extract(document, using=[Officials()])]
    [('陈一鸣', ('区领导',)), ('王灿', ('区领导',)), ('李旭', ('区委书记',))]
    """

    names: Names = field(factory=_default_names)
    titles: Titles = field(factory=_default_titles)

    def __call__(self, document: Document) -> Iterator[OfficialMention]:
        """The officials of a document, in the order of the text."""
        page = Page(document, self.names, self.titles)
        for start, end, role in document.readable():
            for read in (rosters, appointed, titled, credited, labelled_behind, hidden, addressed):
                read(page, start, end)
            if role in {"body", "credit"}:
                parenthesised(page, start, end)
        known = _known_names(page)
        if known:
            for start, end, _ in document.readable():
                _named_again(page, known, start, end)
        yield from sorted(page.found, key=lambda mention: mention.span.start)


def _known_names(page: Page) -> dict[str, list[str]]:
    """The names of the titled people, and the first and last parts of transcribed ones (阿不都·热合曼, later 热合曼).

    By their first character, the longest first.
    """
    names = {
        m.name for m in page.found if m.titles and m.rule != CREDITED and len(m.name) > 1 and not m.redacted
    }
    parts = [name.split("·") for name in names if "·" in name]
    names |= {part for first, *_, last in parts for part in (first, last) if len(part) > 1}
    known: dict[str, list[str]] = {}
    for name in sorted(names, key=len, reverse=True):
        known.setdefault(name[0], []).append(name)
    return known


def _again(text: str, known: dict[str, list[str]], start: int, end: int) -> list[tuple[int, int]]:
    """Where known names stand in `text[start:end]`, in order, the longest at each place, none overlapping.

    A search for each of the few first characters is faster than to compile a pattern for every page.
    """
    hits: list[tuple[int, int]] = []
    for first, names in known.items():
        at = text.find(first, start, end)
        while at >= 0:
            name = next((name for name in names if text.startswith(name, at, end)), None)
            if name is not None:
                hits.append((at, at + len(name)))
            at = text.find(first, at + 1, end)
    hits.sort()
    done = start
    apart: list[tuple[int, int]] = []
    for hit in hits:
        if hit[0] >= done:
            apart.append(hit)
            done = hit[1]
    return apart


def _named_again(page: Page, known: dict[str, list[str]], start: int, end: int) -> None:
    """The people who are titled somewhere in the document, where their name stands without the titles."""
    text, titles = page.text, page.titles
    for first, last in _again(text, known, start, end):
        if first in page.taken or last - 1 in page.taken:
            continue
        name = Reading(first, last, text[first:last], 0.0, bounded=True)
        tail = titles.offices.match(text, last, end) or titles.forms.match(text, last, end) or last
        behind = text[last:tail]
        said = behind in titles.spoken or behind in titles.forms
        if said and page.precedes(first, start) > 0 and not PARTY_CENTRE.match(text, last, end):
            page.add("name before its title", name, (behind,), end=tail)
        elif _whole(page, first, last, start, end):
            page.add("name of a person titled elsewhere", name, ())


def _listed(page: Page, first: int, last: int, start: int, end: int) -> bool:
    """Whether a clear name stands in a list with the one at `first:last`: 石磊、陈一鸣及市领导."""
    text = page.text
    if text[last : last + 1] in MARKS and last + 1 < end:
        following = page.names.read(text, last + 1, end)
        if following is not None and following.bounded and following.score > NEIGHBOUR:
            return True
    return text[first - 1 : first] in MARKS and first - 1 > start and first - 2 in page.taken


def _whole(page: Page, first: int, last: int, start: int, end: int) -> bool:
    """Whether a known name stands at `first:last` as a whole name, not in a longer name, a word or a theory."""
    text, names = page.text, page.names
    if PARTY_CENTRE.match(text, last, end):
        return False
    if text[first:last] in names.lookalikes:
        acts = SPEAKS.match(text, last, end) is not None or _listed(page, first, last, start, end)
        return acts and page.precedes(first, start) > 0
    after = names.follows(text, last, end)
    if after < 0 and (last - first == 2 or THEORY.match(text, last, end)):
        return False
    if last - first == 2 and first > start and text[first - 1] in names.surname_starts:
        return page.precedes(first, start) > 0
    return True
