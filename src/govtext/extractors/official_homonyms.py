"""Names that are ordinary words too, where their title and their verb leave no other reading: 乡长安静带领干部."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from ..names import PARTICLE_SURNAMES
from ..patterns import lazy
from .official_page import BODY_TAILS, LIKELY

if TYPE_CHECKING:
    from ..names import Reading
    from .official_page import Page

__all__ = ["homonym"]

BEFORE_VERB = {2: -5.5, 3: -7.5}
"""The least score, by length, before a verb; 甄别 scores -5.2, 于是之 -6.9, but 应邀 -8.6, 单独 -9.7, 明确 -12.0."""

PARTICLE = -2.5
"""The least score where the surname is a preposition too: 向东 scores -1.4, but 应邀 -8.6."""

LISTED_HOMONYM = -6.0
"""The least score at the end of a title that goes on a list: 陈一鸣、市府办主任古月 -3.3."""

BEFORE_TITLE = -10.5
"""The least score before 、 and the next official: 县长成功、副县长 -9.0."""

DOES = lazy(
    r"""(?:一行|等)?(?:
        同志(?!们)|主持|出席|参加|列席|指出|强调|表示|说(?!明|法|服)|讲话|致辞|致词|介绍|汇报|通报|宣读|传达|陪同
        |率队|带队|带领|率领|深入|前往|来到|走进|调研|督导|督查|会见|看望|慰问|走访|主讲|授课
        |向(?:大会|会议|全会|主席团|与会|全[省市县区州旗镇乡]|各位|市民|群众|代表)|代表[省市县区州旗镇乡政党人法检常]
        |作(?:了?[^\W\x00-\xff]{0,4}(?:报告|讲话|发言|辅导|说明|讲座|点评)|为)
        |在(?:会上|[^\W\x00-\xff]{0,6}(?:讲话|致辞|发言|调研|座谈|检查|视察)[中时])|关于|涉嫌|接受(?:审查|采访|记者)
    )""",
    re.VERBOSE,
)
"""What only a person does, or says on something: 教授甄别作了辅导报告, 主任于是之关于…的汇报."""

NEXT = lazy(r"[、，,]|[和与及]|以及")
"""What may stand before the next official of a list."""

LIST_GOES_ON = lazy(r"[、，,。；;\n]|等|\Z")
"""What follows a piece of a list."""

NO_NAME_ENDS = frozenset("的地得着了过们性化者") | BODY_TAILS - {"行"}
"""Ends of words and bodies that no name of this kind has: 高兴地, 金融局."""

REACH = 30
"""Characters within which the title of the next official ends."""


def homonym(page: Page, at: int, limit: int, *, listed: bool) -> Reading | None:
    """The name at `at`, behind a title, that is a word too and that nothing but a name can be.

    `listed` says that the title goes on a list of officials.
    """
    text, names, titles = page.text, page.names, page.titles
    best: Reading | None = None
    for name in names.readings(text, at, limit):
        size = name.end - at
        if size not in BEFORE_VERB or len(name.name) != size or text[name.end - 1] in NO_NAME_ENDS:
            continue
        if name.name in names.after or name.name in titles.manners or titles.heads.match(text, at, name.end):
            continue
        if page.holds_office(name):
            continue
        least = PARTICLE if size == 2 and text[at] in PARTICLE_SURNAMES else BEFORE_VERB[size]
        acts = name.score >= least and DOES.match(text, name.end, limit) is not None
        ends = (
            listed and name.score >= LISTED_HOMONYM and LIST_GOES_ON.match(text, name.end, limit) is not None
        )
        if (
            not acts
            and not ends
            and not (name.score >= BEFORE_TITLE and _next_official(page, name.end, limit))
        ):
            continue
        if best is None or name.score > best.score:
            best = name
    return best


def _next_official(page: Page, end: int, limit: int) -> bool:
    """Whether a separator at `end` leads to a title and its name: 县长成功、副县长陈一鸣."""
    text, titles = page.text, page.titles
    mark = NEXT.match(text, end, limit)
    if mark is None:
        return False
    for hit in titles.anchor.finditer(text, mark.end(), min(limit, end + REACH)):
        tail = hit.end() + 1
        if not text[mark.end() : tail].isalpha():
            return False
        if titles.office_before(text, tail, mark.end()) is not None and tail < limit:
            name = page.name_at(tail, limit, LIKELY)
            if name is not None:
                return True
    return False
