"""Title, metadata, body, credit, insert, boilerplate: what each line of a page is.

A page is read line by line. Furniture (navigation, links to other articles, contact and copyright lines) is told by
its words; the metadata line by its labels; the title by standing before them; inserts (paywall counters, truncation
notices) by their brackets and words, in the middle of a line as well; credits by their place at the end.
"""

from __future__ import annotations

import datetime
from typing import TYPE_CHECKING, NamedTuple

from .document import Segment
from .furniture import (
    BARE_DAY,
    CREDIT_LINE,
    CREDIT_TAIL,
    DAY,
    FINAL,
    ITEM,
    LABEL,
    LINK_LINE,
    NO_CREDIT,
    NOTICE,
    PATH,
    PAYWALL,
    PAYWALL_HINTS,
    PAYWALL_LINE,
    PROSE,
    PUBLISHED,
    SALUTATION,
    SPAM,
    SPELLED_DAY,
    SUBTITLE,
    WORDS,
    has_label,
    is_furniture,
)

if TYPE_CHECKING:
    from collections.abc import Iterator

    from .aligned import AlignedText
    from .document import Role

__all__ = ["publication_day", "segment"]

SHORT = 120
"""Characters above which a line is prose: only shorter ones are looked at for labels and furniture."""

HEAD = 40
"""Lines within which the title and the metadata line are looked for; a toolbar may take up twenty."""

TOOLBAR = 24
"""Characters that a line of furniture in the midst of an article has at the most."""

TITLE = 70
"""Characters that a title has at the most."""


DIGITS = dict(zip("〇一二三四五六七八九", range(10), strict=True)) | {
    "○": 0, "零": 0, "O": 0, "o": 0, "元": 1, "正": 1,
}  # fmt: skip


class _Line(NamedTuple):
    """A line that is not blank, without its outer blanks."""

    start: int
    end: int
    text: str

    @property
    def is_short(self) -> bool:
        return self.end - self.start <= SHORT


def segment(page: AlignedText) -> tuple[Segment, ...]:
    r"""The segments of a cleaned page, in order; only blanks lie between them.

    >>> from govtext import AlignedText
    >>> lines = ["首页 > 要闻", "经济工作会议召开", "来源:融媒体中心 时间:2023-01-05", "昨天，会议召开。(李一鸣)"]
    >>> page = AlignedText.of("\n".join(lines))
    >>> for s in segment(page):
    ...     print(s.role, page.text[s.span.start:s.span.end])
    boilerplate 首页 > 要闻
    title 经济工作会议召开
    metadata 来源:融媒体中心 时间:2023-01-05
    body 昨天，会议召开。
    credit (李一鸣)
    """
    return tuple(
        Segment(role, page.span(start, end)) for start, end, role in _merged(page.text, _pieces(page.text))
    )


def publication_day(page: AlignedText, segments: tuple[Segment, ...]) -> datetime.date | None:
    """The day that the metadata gives: behind 发布时间, else behind 时间 or 日期, else the first; None where there is none."""
    days = [
        day for s in segments if s.role == "metadata" for day in _days(page.text, s.span.start, s.span.end)
    ]
    return min(days, key=lambda ranked: ranked[0])[1] if days else None


def _days(text: str, start: int, end: int) -> Iterator[tuple[int, datetime.date]]:
    """The days of a metadata line, each with its rank: 0 behind a label of publication, 1 behind another, 2 alone."""
    for hit in DAY.finditer(text, start, end):
        try:
            day = datetime.date(int(hit["year"]), int(hit["month"]), int(hit["day"]))
        except ValueError:  # 2024-13-45
            continue
        before = text[max(start, hit.start() - 8) : hit.start()]
        label = next((m for m in LABEL.finditer(before) if m["date"]), None)
        yield (2 if label is None else 0 if PUBLISHED.match(label["date"]) else 1), day
    for hit in SPELLED_DAY.finditer(text, start, end):
        if (spelled := _spelled(hit["year"], hit["month"], hit["day"])) is not None:
            yield 2, spelled


def _spelled(year: str, month: str, day: str) -> datetime.date | None:
    """The day whose parts are spelled out: 二○○八, 一, 十八."""
    try:
        return datetime.date(
            int("".join(str(DIGITS[char]) for char in year)), _below_hundred(month), _below_hundred(day)
        )
    except ValueError:  # 二月三十日
        return None


def _below_hundred(number: str) -> int:
    """The value of 十八, 二十, 廿三, 元."""
    tens, ten, ones = number.replace("廿", "二十").replace("卅", "三十").rpartition("十")
    return (DIGITS[tens] if tens else 1) * 10 * bool(ten) + (DIGITS[ones] if ones else 0)


def _pieces(text: str) -> Iterator[tuple[int, int, Role]]:
    """Every line, or part of a line, with its role."""
    lines = list(_lines(text))
    roles = _line_roles(lines)
    inserts = _inserts(text, lines)
    credit = _credit_tail(lines, roles)
    truncated = inserts[-1][0] if inserts and not text[inserts[-1][1] :].strip("…") else len(text)
    at = 0
    for line, role in zip(lines, roles, strict=True):
        start = line.start
        while at < len(inserts) and inserts[at][1] <= start:
            at += 1
        i = at
        while i < len(inserts) and inserts[i][0] < line.end:
            cut, end = max(inserts[i][0], start), min(inserts[i][1], line.end)
            yield start, cut, role
            yield cut, end, "insert"
            start = end
            i += 1
        if start >= truncated:
            continue
        if credit and credit[0] == line.end and start <= credit[1]:
            yield start, credit[1], role
            yield credit[1], line.end, "credit"
        else:
            yield start, line.end, role


def _inserts(text: str, lines: list[_Line]) -> list[tuple[int, int]]:
    """The stretches of paywall counters and truncation notices, in order, with the dots before them."""
    if not any(hint in text for hint in PAYWALL_HINTS):
        return []
    found = [(m.start() - _dots(text, m.start()), m.end()) for m in PAYWALL.finditer(text)]
    found += [(line.start, line.end) for line in lines if line.is_short and PAYWALL_LINE.match(line.text)]
    kept: list[tuple[int, int]] = []
    for start, end in sorted(found):
        if not kept or start >= kept[-1][1]:
            kept.append((start, end))
    return kept


def _dots(text: str, end: int) -> int:
    """How many dots of an ellipsis stand before `end`."""
    start = end
    while start and text[start - 1] == "…":
        start -= 1
    return end - start


def _merged(text: str, pieces: Iterator[tuple[int, int, Role]]) -> list[tuple[int, int, Role]]:
    """The pieces without their outer blanks; neighbours of one role are one, but for titles and metadata lines."""
    merged: list[tuple[int, int, Role]] = []
    for piece_start, piece_end, role in pieces:
        start, end = piece_start, piece_end
        while start < end and text[start].isspace():
            start += 1
        while start < end and text[end - 1].isspace():
            end -= 1
        if start >= end:
            continue
        if merged and merged[-1][2] == role:
            merged[-1] = (merged[-1][0], end, role)
        else:
            merged.append((start, end, role))
    return merged


def _lines(text: str) -> Iterator[_Line]:
    at = 0
    for line in text.split("\n"):
        inside = line.strip()
        if inside:
            start = at + line.index(inside[0])
            yield _Line(start, start + len(inside), inside)
        at += len(line) + 1


def _line_roles(lines: list[_Line]) -> list[Role]:
    """The role of each line, from its words and its place.

    The article runs from the first line of prose to the last; between them only furniture of a few words counts
    (`【打印本页】`), so that the many lines of a long report cost little.
    """
    roles: list[Role] = ["body"] * len(lines)
    first = 0
    while first < len(lines) and not (_is_text(lines[first], roles, first) or first > HEAD):
        first += 1
    last = len(lines) - 1
    while last > first and not _is_text(lines[last], roles, last):
        last -= 1
    for i in range(first + 1, last):
        if (
            len(lines[i].text) <= TOOLBAR
            and _role_by_words(lines[i]) == "boilerplate"
            and WORDS.search(lines[i].text)
        ):
            roles[i] = "boilerplate"
    _spread(lines, roles, range(first))
    _spread(lines, roles, range(last + 1, len(lines)))
    _mark_head(lines, roles, first)
    _mark_tail(lines, roles, last)
    return roles


def _is_text(line: _Line, roles: list[Role], index: int) -> bool:
    """Whether a line reads like the article's prose; its role by its words is noted on the way."""
    roles[index] = _role_by_words(line)
    return roles[index] == "body" and (_is_prose(line) or SALUTATION.search(line.text) is not None)


def _role_by_words(line: _Line) -> Role:
    """What the words of a line alone tell: metadata, boilerplate, or else body."""
    if NOTICE.match(line.text):
        return "boilerplate"
    if not line.is_short:
        return "body"
    if BARE_DAY.match(line.text):
        return "metadata"
    labels = list(LABEL.finditer(line.text)) if has_label(line.text) else []
    if (
        labels
        and (len(labels) > 1 or _begins_metadata(line.text, labels[0].start()))
        and not FINAL.search(line.text)
    ):
        return "metadata" if any(label["date"] or label["other"] for label in labels) else "boilerplate"
    return "boilerplate" if is_furniture(line.text) or not WORDS.search(line.text) else "body"


def _begins_metadata(text: str, label: int) -> bool:
    """Whether the first label of a line stands near its beginning, or only a day and a clock before it."""
    day = DAY.search(text[:label])
    return label <= 12 or (day is not None and day.start() <= 2 and label <= 28)


def _spread(lines: list[_Line], roles: list[Role], zone: range) -> None:
    """Give the value below a label its label's role: `来源:` and, on a line of its own, `某某日报`."""
    for i in zone:
        below = i + 1
        if (
            below in zone
            and roles[below] == "body"
            and lines[i].text.endswith((":", "："))
            and len(lines[below].text) <= 12
        ):
            if CREDIT_LINE.match(lines[i].text):
                roles[i] = roles[below] = "credit"
            elif roles[i] == "metadata":
                roles[below] = "metadata"


def _mark_head(lines: list[_Line], roles: list[Role], first: int) -> None:
    """Give the title, and what stands above and below it, their roles."""
    candidates = [i for i in range(first) if roles[i] == "body" and len(lines[i].text) <= TITLE]
    if not candidates or len(lines) == 1:
        return
    title = _title(lines, roles, candidates, first)
    above = any(roles[i] == "boilerplate" for i in range(title))
    below = len(lines)  # the line under the title, which goes on with it: 李某出席并讲话
    for i in candidates:
        if i < title:
            roles[i] = "boilerplate" if above or _is_spam(lines[i]) else "title"
        elif i > title and CREDIT_LINE.match(lines[i].text):
            roles[i] = "credit"
        elif i == title or SUBTITLE.search(lines[i].text) or (i == below and not ITEM.match(lines[i].text)):
            roles[i] = "title"
            below = i + 1


def _title(lines: list[_Line], roles: list[Role], candidates: list[int], first: int) -> int:
    """The index of the title line: just above the metadata, else the first one below the navigation."""
    metadata = next((i for i in range(first) if roles[i] == "metadata"), None)
    if metadata is not None:
        path = max((i for i in range(metadata) if PATH.search(lines[i].text)), default=-1)
        before = [i for i in candidates if path < i < metadata] or [i for i in candidates if i > path][:1]
        plain = [i for i in before if not SUBTITLE.search(lines[i].text)]
        return plain[-1] if plain else (before or candidates)[0]
    navigation = max((i for i in range(candidates[-1]) if roles[i] == "boilerplate"), default=-1)
    return next(i for i in candidates if i > navigation)


def _is_spam(line: _Line) -> bool:
    """Whether a line above the title is an advertisement and no part of it."""
    return SPAM.search(line.text) is not None


def _mark_tail(lines: list[_Line], roles: list[Role], last: int) -> None:
    """Give credits, and the furniture below the article, their roles."""
    furniture = False
    for i in range(last + 1, len(lines)):
        if lines[i].is_short and CREDIT_LINE.match(lines[i].text):
            roles[i] = "credit"
        elif roles[i] == "body" and LINK_LINE.match(lines[i].text):
            roles[i] = "boilerplate"
        furniture = furniture or roles[i] == "boilerplate"
        if roles[i] == "body" and furniture:
            roles[i] = "boilerplate"


def _is_prose(line: _Line) -> bool:
    if not line.is_short or FINAL.search(line.text) or PROSE.search(line.text):
        return True
    tail = CREDIT_TAIL.search(line.text)  # 统计公报（摘要） closes with no name
    return tail is not None and NO_CREDIT.match(line.text, tail.start()) is None


def _credit_tail(lines: list[_Line], roles: list[Role]) -> tuple[int, int] | None:
    """`(end of the line, start of the credit)` where the last line of the body closes with names in parentheses."""
    for line, role in zip(reversed(lines), reversed(roles), strict=True):
        if role != "body":
            continue
        start = line.text.rfind("(")
        start = max(start, line.text.rfind("（"))
        if start < 0 or NO_CREDIT.match(line.text, start) or not CREDIT_TAIL.match(line.text, start):
            return None
        return line.end, line.start + start
    return None
