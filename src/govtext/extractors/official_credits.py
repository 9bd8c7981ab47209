"""Authors and reviewers: bylines in running text, labels in the credits, and names alone in parentheses."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ..furniture import CREDIT_UNIT
from ..patterns import lazy
from .official_page import CREDITED, LABEL_MARKS, LIKELY, LISTED

if TYPE_CHECKING:
    from ..names import Reading
    from .official_page import Page

__all__ = ["credited", "labelled_behind", "parenthesised"]

PLAIN = 3.0
"""The least score of a name that only parentheses mark."""

CLOSED = 1.5
"""The same where the parentheses close the page: (郭  芙) 2.3, (白展堂) 2.0."""

LABEL_END = lazy(r"[:：/]|[ \u3000]?[|｜丨│]")
"""What stands behind a label: 撰稿：陈一鸣, 编辑 | 王灿."""

LABELLED = lazy(r"[(（\n][ \u3000]{0,4}(?=[^\s(（]{1,20}[ \u3000/])")
"""Where a label without a colon may stand: （文/图 陈一鸣）."""

BYLINES = ("记者", "通讯员", "实习生")

BYLINE = lazy("|".join(BYLINES))
"""The label of a byline in running text: 新华社记者陈一鸣."""

BYLINE_WITH_UNIT = lazy(rf"(?:{CREDIT_UNIT})?(?P<label>{'|'.join(BYLINES)})")
"""The same in parentheses: (县融媒体中心记者陈一鸣/文 王灿/图)."""

BLANKS = lazy(r"[ \u3000\xa0]{0,4}[:：|｜丨│]?[ \u3000\xa0]{0,4}")

UNIT = lazy(r"(?P<unit>[^\W\x00-\xff]{2,14})[ \u3000\xa0]{1,4}")
"""The unit of a writer, between label and name: 撰稿：农业农村办 陈一鸣."""

PARENTHESISED = lazy(r"[(（](?P<names>[\u4e00-\u9fff·、,，:：/ \u3000]{2,40})[)）]")
"""A plain credit: (陈一鸣), (陈一鸣、王灿), (县委报道组 陈一鸣 审核 王灿)."""

BESIDE = frozenset("/·")
"""What links a name and its label: 陈一鸣/文, 图·王灿."""

CLOSING_UNIT = lazy(rf"{CREDIT_UNIT}(?=[ \u3000\xa0])|{CREDIT_UNIT}(?=[\u4e00-\u9fff]{{2,3}}[)） \u3000、])")
"""The unit of who wrote the page: |县委报道组| 陈一鸣, |县人大办|王灿."""

TRAILING = lazy(
    r"[(（\n。][ \u3000]{0,8}(?P<names>[^\W\x00-\xff][\u4e00-\u9fff、 \u3000]{1,24}?)[ \u3000/]{0,4}"
    r"(?P<label>摄影报道|文并摄|摄影|文/图|图/文|文图|摄|供稿|报道)[ \u3000]{0,4}(?=[)）\n]|\Z)"
)
"""A credit whose label stands behind the names: （陈一鸣 摄影报道）, 陈一鸣 摄."""

TRAILING_LABELS = ("摄", "文/图", "图/文", "文图", "供稿", "报道")
"""What each of these labels holds; without them the slower pattern is not tried."""

PARAGRAPH_END = lazy(r"[ \u3000\t]{0,20}(?:[\n\r]|\Z)")


def credited(page: Page, start: int, end: int) -> None:
    """Reporters, writers and reviewers, whose label is their title: 本报记者陈一鸣, 审核人：王灿."""
    text, labels = page.text, page.titles.labels
    for mark in LABEL_END.finditer(text, start, end):
        label = labels.match_back(text, mark.start(), start)
        if label is not None:
            _names_behind(page, text[label : mark.start()], mark.end(), end)
    for mark in LABELLED.finditer(text, max(start - 1, 0), end):
        label = labels.match(text, mark.end(), end)
        if label is not None and text[label : label + 1] in {" ", "\u3000", "/"}:
            _names_behind(page, text[mark.end() : label], label + 1, end)
    for hit in BYLINE.finditer(text, start, end) if page.holds(BYLINES) else ():
        label = labels.match_back(text, hit.end(), start)
        if label is not None:
            _names_behind(page, text[label : hit.end()], hit.end(), end)


def labelled_behind(page: Page, start: int, end: int) -> None:
    """Credits whose label stands behind the names: （陈一鸣 摄影报道）."""
    if not page.holds(TRAILING_LABELS):
        return
    for hit in TRAILING.finditer(page.text, max(start - 1, 0), end):
        for name in _all_names(page, hit.start("names"), hit.end("names")):
            page.add(CREDITED, name, (hit["label"],))


def _names_behind(page: Page, label: str, at: int, limit: int) -> None:
    """The names of a credit, from `at` on, as far as the list goes."""
    blanks = BLANKS.match(page.text, at, limit)
    at = blanks.end() if blanks else at
    names = page.names_from(at, limit, LIKELY)
    if not names:
        names = _behind_unit(page, at, limit)
    while names:
        for name in names:
            page.add(CREDITED, name, (label,))
        separator = page.separator(names[-1].end, limit)
        if separator is None or "\n" in separator[0] or separator[0].strip() in {";", "；"}:
            return
        at = separator.end()
        further = page.label_at(at, limit)
        if further is not None:
            beside = separator[0].strip() == "/"  # 记者陈一鸣/文 王灿/图: 文 is the label of the one before
            if page.text[further : further + 1] in {" ", "\u3000"} and not beside:  # 记者 陈一鸣 摄影 | 王灿
                _names_behind(page, page.text[at:further], further, limit)
            return
        names = page.names_from(at, limit, LISTED)
        if names and not page.goes_on(names[-1].end, limit, separator[0].strip()):
            return


def _behind_unit(page: Page, at: int, limit: int) -> list[Reading]:
    """The names behind the unit, or the two, that a label names first; not behind another label."""
    labels = page.titles.labels
    for _ in range(2):
        unit = UNIT.match(page.text, at, limit)
        if unit is None or unit["unit"] in labels or page.label_at(unit.end(), limit) is not None:
            return []
        at = unit.end()
        names = page.names_from(at, limit, LIKELY)
        if names:
            return names
    return []


def parenthesised(page: Page, start: int, end: int) -> None:
    """Names alone in parentheses, at the end of a paragraph or behind a dateline: (陈一鸣), 电（陈一鸣、王灿）."""
    text = page.text
    if text.find("(", start, end) < 0 and text.find("（", start, end) < 0:
        return
    for hit in PARENTHESISED.finditer(text, start, end):
        if PARAGRAPH_END.match(text, hit.end(), end) or text.endswith(("电", "讯"), start, hit.start()):
            for name, label in _with_labels(page, hit.start("names"), hit.end("names")):
                if label is None:
                    page.add("name alone in parentheses", name, ())
                else:
                    page.add(CREDITED, name, (label,))


def _with_labels(page: Page, start: int, end: int) -> list[tuple[Reading, str | None]]:
    """The names that fill a stretch wholly, with units and labels, and the label of each; empty where anything else is there."""
    text, at = page.text, start
    found: list[tuple[Reading, str | None]] = []
    label: str | None = None
    least = (
        LIKELY
        if text.find("/", start, end) >= 0
        else CLOSED
        if page.document.role(start) == "credit"
        else PLAIN
    )
    while at < end:
        further = _label_in(page, at, end)
        byline = None if further else BYLINE_WITH_UNIT.match(text, at, end)
        if byline is not None:  # 记者陈一鸣/文 王灿/图
            label, least, at = byline["label"], LIKELY, byline.end()
            continue
        unit = None if further else CLOSING_UNIT.match(text, at, end + 1)
        if further == end and label is None:  # 陈一鸣 文/图
            return [(name, own or text[at:end]) for name, own in found]
        if further is not None:
            label, least, at = text[at:further], LIKELY, further + 1
            continue
        if unit is not None:
            least, at = LIKELY, unit.end()
        else:
            names = page.names_from(at, end, least)
            if not names:
                return []
            at = names[-1].end
            behind = _label_in(page, at + 1, end) if at < end and text[at] in BESIDE else None
            own = text[at + 1 : behind] if behind is not None else label
            found += [(name, own) for name in names]
            at = at if behind is None else behind
        separator = page.separator(at, end)
        if separator is None and at < end and unit is None:
            return []
        at = separator.end() if separator else at
    return found


def _label_in(page: Page, at: int, end: int) -> int | None:
    """Where the label that begins at `at` ends, within parentheses: |审核| 陈一鸣, |图|·王灿, |文|)."""
    text = page.text
    tail = page.titles.labels.match(text, at, end)
    return tail if tail is not None and (tail == end or text[tail] in LABEL_MARKS | BESIDE) else None


def _all_names(page: Page, start: int, end: int) -> list[Reading]:
    """The names that fill a stretch wholly, with their separators; empty where something else stands there."""
    names: list[Reading] = []
    at = start
    while at < end:
        more = page.names_from(at, end, PLAIN)
        if not more:
            return []
        names += more
        separator = page.separator(more[-1].end, end)
        if separator is None and more[-1].end < end:
            return []
        at = separator.end() if separator else end
    return names
