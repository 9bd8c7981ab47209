"""Official titles, composed: a body (区人武部), a rank (副, 常务副, 原), an office (部长).

Titles are not listed. An office ends one; its body is what stands before it, back to punctuation, a date, or a word
that cannot be part of a body's name (`会见 | 市长`). Where such a word is part of one (`住房和城乡建设局`), a table of
body words says so.
"""

from __future__ import annotations

import re
from functools import cache, cached_property, partial
from typing import TYPE_CHECKING, NamedTuple

from attrs import field, frozen

from .lexicon import Lexicon, read_rows
from .patterns import lazy

if TYPE_CHECKING:
    from collections.abc import Iterable

__all__ = ["Office", "Titles"]

LONGEST = 45
"""Characters of the longest title; 中国人民政治协商会议第五届全国委员会副主席 has 22."""

MOST = 12
"""Titles before one name at most."""

DATED = lazy(r"[0-9〇一二三四五六七八九十*]\)?[年月日号]$|[0-9]\)$")
"""The end of a date, which is no part of a title: 6日 | 市长."""

BODY_BEGINS = frozenset("省市区县州盟旗镇乡党国")
"""What stands behind 代表 where it is a verb: 代表 | 市委组织部副部长."""

LEVELS = frozenset("省市区县州盟旗镇乡各全党")

JOINED_BODY = lazy(
    r"(?:^|[\s、，。；：,;:（(])(?P<level>[省市区县州盟旗])(?!委|政府|长|领导)[^\W\x00-\xff]{2,8}\Z"
)
"""The first half of a body's name: 、|市住房保障|和房地产管理局局长."""

DATE_UNITS = frozenset("年月日号时")
"""The last characters of dates."""

LINK = lazy(r"(?:[、/]|[、,，]?(?:并兼|兼任|兼)|[ \u3000]{1,2})[ \u3000\n]{0,4}$")
"""What stands between two titles of one person: 区委副书记、区长, 副总理兼外交部长."""

LINK_ENDS = frozenset("、/兼任 \u3000\n")

OF_OFFICES = ("候选人", "人选", "助理")
"""Offices whose body is another office: 市长候选人."""

NO_POSTS = ("老干部", "党员干部", "领导干部")
"""What somebody is without a post: 革命几十年的老干部、|某公司董事长陈一鸣."""

MEMBERSHIPS = frozenset(("常委", "党组成员"))
"""Titles that end where the next begins, even with no mark between: 市委常委 | 总工会主席."""

NUMBER_IN_BODY = lazy(r"第[0-9一二三四五六七八九十百]{1,4}$|[0-9]{1,3}$")
"""第二人民医院, 第14集团军."""

ASIDE_IN_BODY = lazy(
    r"(?<=[㐀-鿿])[(（](?:工|[㐀-鿿]{0,3}(?:市|区|县|镇|乡|筹|街道|社区|公司|集团|中心|党委|党组|局|办|场))[)）]$"
)
"""市烟草专卖局（公司）局长, 县（市）委书记."""


@cache
def _parts(kind: str) -> Lexicon[str]:
    return Lexicon({word: kind for word, its in read_rows("titles") if its == kind})


class Office(NamedTuple):
    """Where an office word begins, and whether it is collective."""

    start: int
    collective: bool


@frozen
class Titles:
    """Finds where titles end and begin, by the tables it is given, each of which can be extended.

    Attributes:
        offices: words that end a title, with all that stands in one word (副主任, 二级调研员).
        collectives: words for a group of officials (领导, 负责同志).
        forms: what stands behind a name (同志, 上将).
        labels: what a person did for the page (撰稿人, 记者).
        spoken: offices that are said behind a name (陈一鸣书记).
        weak: offices that are oftener mere nouns (专家).
        crossings: words that cross the end of what only looks like a title (全市 | 长江).
        stops: words before a title that are no part of it.
        bodies: words of bodies' names that a stop would cut.
        manners: words between a title and its verb that begin as names do (步行前往).

    >>> text = "昨天上午,大观区住房和城乡建设局局长"
    >>> text[Titles().start(text, len(text) - 2, 0):]
    '大观区住房和城乡建设局局长'
    """

    offices: Lexicon[str] = field(factory=partial(_parts, "office"), repr=False)
    collectives: Lexicon[str] = field(factory=partial(_parts, "collective"), repr=False)
    forms: Lexicon[str] = field(factory=partial(_parts, "form"), repr=False)
    labels: Lexicon[str] = field(factory=partial(_parts, "label"), repr=False)
    spoken: Lexicon[str] = field(factory=partial(_parts, "spoken"), repr=False)
    weak: Lexicon[str] = field(factory=partial(_parts, "weak"), repr=False)
    crossings: Lexicon[str] = field(factory=partial(_parts, "crossing"), repr=False)
    stops: Lexicon[str] = field(factory=partial(_parts, "stop"), repr=False)
    bodies: Lexicon[str] = field(factory=partial(_parts, "body"), repr=False)
    manners: Lexicon[str] = field(factory=partial(_parts, "manner"), repr=False)

    @cached_property
    def anchor(self) -> re.Pattern[str]:
        """The last two characters of every office and collective title, as two classes: found at the speed of `re`."""
        return _ends([*self.offices.words, *self.collectives.words])

    @cached_property
    def appellation(self) -> re.Pattern[str]:
        """The last two characters of every word that stands behind a name."""
        return _ends(list(self.forms.words))

    @cached_property
    def pairs(self) -> frozenset[str]:
        """The same pairs themselves, of which the classes let more through."""
        return frozenset(word[-2:] for word in self.heads.words)

    @cached_property
    def callings(self) -> Lexicon[str]:
        """Offices and forms of address in one table."""
        return self.offices | self.forms

    @cached_property
    def heads(self) -> Lexicon[str]:
        """Offices and collective titles in one table."""
        return self.collectives | self.offices

    @cached_property
    def _borders(self) -> Lexicon[str]:
        """All that a title's beginning hangs on, in one table, since hardly any character ends such a word."""
        return self.bodies | self.stops | self.offices | dict.fromkeys(DATE_UNITS, "date")

    def start(self, text: str, office: int, floor: int) -> int:
        """Where the title begins whose office word begins at `office`; not before `floor`."""
        at = office
        lowest = max(floor, office - LONGEST)
        border_before = self._borders.match_back
        while at > lowest:
            last = text[at - 1]
            if not "\u3400" <= last <= "\u9fff":
                before = self._beyond(text, at, lowest, office)
                if before is None:
                    break
                at = before
                continue
            if border_before(text, at, lowest) is None:
                at -= 1
                continue
            body = self.bodies.match_back(text, at, lowest)
            stop = self.stops.match_back(text, at, lowest)
            if stop is not None and (body is None or stop <= body):
                joined = self._joined(text, stop, at, lowest)
                if joined is None:
                    break
                at = joined
                continue
            if last in DATE_UNITS and DATED.search(text, max(lowest, at - 3), at):
                break
            if self._ends_title(text, at, lowest, office):
                break
            at = body if body is not None else at - 1
        return at

    def _beyond(self, text: str, at: int, lowest: int, office: int) -> int | None:
        """Where what stands in a body's name and is no ideograph begins: a number, an aside; None where it is neither."""
        aside = ASIDE_IN_BODY.search(text, max(lowest, at - 6), at) if text[at - 1] in ")）" else None
        if aside is not None:
            return aside.start()
        number = NUMBER_IN_BODY.search(text, max(lowest, at - 5), at) if text[at - 1].isdecimal() else None
        return None if number is None or at == office or text[at] in "年月日时点" else number.start()

    def _joined(self, text: str, stop: int, at: int, lowest: int) -> int | None:
        """Where the body begins that 和 or 与 goes on, which names a level itself: |市住房保障和|房地产管理局; else None."""
        if at - stop != 1 or text[stop] not in "和与" or text[at] in LEVELS:
            return None
        body = JOINED_BODY.search(text, max(lowest - 1, stop - 10, 0), stop)
        if body is None or next(self.offices.find(text, body.end("level"), stop), None) is not None:
            return None
        return body.start("level")

    def _ends_title(self, text: str, at: int, lowest: int, office: int) -> bool:
        """Whether another title ends at `at`: before the office itself, or one that is never part of a body."""
        before = self.offices.match_back(text, at, lowest)
        if before is None:
            return False
        if at == office:
            return not text.startswith(OF_OFFICES, office)
        title = text[before:at]
        return (title in MEMBERSHIPS and text[at] not in "会办") or (
            title == "代表" and text[at] in BODY_BEGINS
        )

    def chain(self, text: str, start: int, end: int, floor: int) -> tuple[int, tuple[str, ...]]:
        """All titles that end with the one at `start:end`, and where the first begins: 区委副书记、区长."""
        titles = [_tidy(text[start:end])]
        while len(titles) < MOST:
            linked = text[start - 1] in LINK_ENDS if start > floor else False
            link = LINK.search(text, max(floor, start - 8), start) if linked else None
            before = link.start() if link else start
            office = self.offices.match_back(text, before, floor)
            if office is None or (link is None and text[office:before] == "代表"):  # 代表 | 市委组织部副部长
                break
            first = self.start(text, office, floor)
            if (
                first >= before
                or (first - 1 == floor and text[floor] == "为")
                or text[first:before].endswith(NO_POSTS)
            ):
                break  # 以陈一鸣为组长、| 县长王灿为…
            titles.insert(0, _tidy(text[first:before]))
            start = first
        return start, tuple(titles)

    def office_before(self, text: str, end: int, floor: int) -> Office | None:
        """The office or collective word that ends at `end`."""
        start = self.heads.match_back(text, end, floor)
        if start is None:
            return None
        return Office(start, collective=text[start:end] not in self.offices.words)


def _tidy(title: str) -> str:
    """A title without the blanks and breaks inside it."""
    return "".join(title.split())


def _ends(words: Iterable[str]) -> re.Pattern[str]:
    """Stands at the last but one character of every word; only looks at the last, as 书记处书记 holds two pairs that overlap."""
    first = "".join(sorted({word[-2] for word in words if len(word) > 1}))
    second = "".join(sorted({word[-1] for word in words if len(word) > 1}))
    return re.compile(f"[{re.escape(first)}](?=[{re.escape(second)}])")
