"""Names before their titles and forms of address: 陈一鸣书记, 李局长, 陈一鸣（区委书记）, 陈一鸣同志, **同志."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ..names import BOUNDARY, COMMON_SURNAME, GENERAL, PARTICLE_SURNAMES, Reading
from ..patterns import lazy

if TYPE_CHECKING:
    from ..titles import Office
    from .official_page import Page

__all__ = ["PARTY_CENTRE", "addressed", "hidden", "name_and_title"]

BEFORE_FORM = 1.0
"""The least score of a name before 同志, which hardly anything else precedes."""

GIVEN_ALONE = 1.2
"""The least score of a given name alone before 同志: 建华同志 3.2, 国平同志 1.2, but 大力 -0.6, 一线 -3.7."""

HIDING = ("*", "×", "x", "X", "某")
"""Signs that hide a name."""

HIDDEN = lazy(r"[*×xX某]+")
"""Where a hidden name may stand; found fast."""

HIDDEN_BEFORE = lazy(r"(?:\*{1,4}|[×xX]{2,3}|某{1,2})(?=[^\W\x00-\xff])")
"""A hidden name before its title: **同志, *部长, 王某某同志."""

NOT_SURNAMES = frozenset(
    "任向于和从时由对为应同及将与有过经以后单全各原代常前党部平高正新老国总成计关支广班都方万相强解展多能当"
)
"""Surnames that before a title are far oftener words: 任书记, 常书记, 原书记."""

RARE = 150
"""Bearers in a million below which a surname alone stands before no title but one that its bearer is named with."""

RARELY_SURNAMES = frozenset("班双车农商井连师都和能干户空司原包来别从步边仓养后越益呼多由水米牛羊鱼海山云花")
"""Rarer surnames that before a title are parts of words: 班组长, 双校长, 农会长."""

BODY = lazy(r"[省市区县州盟旗镇乡](?:委|政府|人大|政协)\Z")
"""A body right before a surname and its title: 市委|马书记."""

CALLS = frozenset("请让由向对陪和与跟给")
"""What may stand right before a surname and its title: 请李县长讲话."""

PARTY_CENTRE = lazy(r"同志为(?:核心|总书记|主要代表)")
"""以…同志为核心的党中央 names a body."""


def name_and_title(page: Page, title: Office, tail: int, *, floor: int, limit: int) -> int | None:
    """The mention of a name and the title behind it, which ends at `tail`; where the mention ends."""
    text = page.text
    office = page.titles.offices.match_back(text, tail, floor) if title.collective else title.start
    if office is None or office <= floor:
        return None
    if text[tail : tail + 1] in {")", "）"}:
        return _name_and_aside(page, office, tail, floor)
    if (
        text[office:tail] not in page.titles.spoken.words
        or text[tail - 1 : tail + 1] in page.titles.crossings.words
    ):
        return None
    name = page.name_before(office, floor) or _surname_before(page, office, tail, floor, limit)
    if name is None:
        return None
    page.add("name before its title", name, (text[office:tail],), end=tail)
    return tail


def _name_and_aside(page: Page, office: int, tail: int, floor: int) -> int | None:
    """The mention of a name and the titles in parentheses behind it: 陈一鸣（区委常委、副区长）."""
    text = page.text
    first, titles = page.titles.chain(text, page.titles.start(text, office, floor), tail, floor)
    if first - 1 <= floor or text[first - 1] not in "(（":
        return None
    name = page.name_before(first - 1, floor)
    if (
        name is None or page.titles.offices.match_back(text, name.end, name.start) is not None
    ):  # 苏木达（乡长）
        return None
    begin, label = page.post_before(name.start, floor)
    page.add("name before its titles in parentheses", name, (*label, *titles), start=begin, end=tail + 1)
    return tail + 1


def _surname_before(page: Page, office: int, tail: int, floor: int, limit: int) -> Reading | None:
    """A surname alone before a bare office: 李局长, 欧阳书记."""
    text = page.text
    for start in (office - 2, office - 1):
        if start < floor:
            continue
        surname = text[start:office]
        share = page.names.surnames.get(surname)
        if share is None or surname in PARTICLE_SURNAMES:
            continue
        holds = text[office:tail] in page.called(surname)
        rare = len(surname) == 1 and share < COMMON_SURNAME
        if not holds and (surname in NOT_SURNAMES or (rare and (share < RARE or surname in RARELY_SURNAMES))):
            continue
        before = 3.0 if BODY.search(text, max(floor, start - 3), start) else page.precedes(start, floor)
        called = start > floor and text[start - 1] in CALLS
        follows = page.names.follows(text, tail, limit)
        acts = GENERAL < follows < BOUNDARY if rare else follows > 0  # 冉镇长|宣读
        if (before > 2 or (called and before > 0)) and (holds or acts):
            return Reading(start, office, surname, before, bounded=True)
    return None


def addressed(page: Page, start: int, end: int) -> None:
    """Names before 同志, 先生, 女士 and military ranks: 陈一鸣同志."""
    text = page.text
    for hit in page.titles.appellation.finditer(text, start, end):
        tail = hit.end() + 1
        form = page.titles.forms.match_back(text, tail, start)
        if form is None or form <= start or form - 1 in page.taken or PARTY_CENTRE.match(text, form, end):
            continue
        name = page.name_before(form, start, BEFORE_FORM, linked=False) or _given_before(
            page, form, tail, start
        )
        if name is not None:
            page.add("name before its form of address", name, (text[form:tail],), end=tail)
        if text[form:tail] == "同志":
            _addressed_together(page, form if name is None else name.start, start)


def _addressed_together(page: Page, end: int, floor: int) -> None:
    """The names of a list before 同志 or its last name, back from `end`: 陈一鸣、王灿同志, 陈一鸣、王灿等同志."""
    text = page.text
    while end - 1 > floor and text[end - 1] in "、等" and end - 2 not in page.taken:
        name = page.name_before(end - 1, floor)
        if name is None or page.precedes(name.start, floor) <= 0:
            return
        page.add("name of a list that its title closes", name, ("同志",), collective="同志")
        end = name.start


def _given_before(page: Page, form: int, tail: int, floor: int) -> Reading | None:
    """A given name alone before 同志, as speeches have it: 刚才，建华同志通报了情况."""
    text = page.text
    first = form - 2
    if first < floor or text[form:tail] != "同志" or text.startswith("们", tail):
        return None
    score = page.names.given_score(text[first:form])
    if score < GIVEN_ALONE or page.precedes(first, floor) < 2:
        return None
    return Reading(first, form, text[first:form], score, bounded=True)


def hidden(page: Page, start: int, end: int) -> None:
    """Hidden names before their title: **同志, *部长, 王某某同志; not 9月*日, and not 全省**部门."""
    text, titles = page.text, page.titles
    if not page.holds(HIDING):
        return
    for mark in HIDDEN.finditer(text, start, end):
        hit = HIDDEN_BEFORE.match(text, mark.start(), end)
        if hit is None:
            continue
        at, first = hit.end(), hit.start()
        share = page.names.surnames.get(text[first - 1]) if first > start else None
        if share is not None and share > COMMON_SURNAME:
            first -= 1
        elif hit[0] == "某":
            continue
        tail = titles.forms.match(text, at, end) or titles.offices.match(text, at, end)
        if tail is None or not (text[at:tail] in titles.spoken or text[at:tail] in titles.forms):
            continue
        if page.precedes(first, start) < 0 or (first > start and text[first - 1].isdigit()):
            continue
        if tail >= end or page.name_at(tail, end) is None:
            name = Reading(first, at, text[first:at], 0.0, bounded=True)
            page.add("hidden name before its title", name, (text[at:tail],), end=tail)
