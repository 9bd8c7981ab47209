"""One document while its officials are read: how names are found at a place, and what has been found."""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING

from attrs import define, field

from ..mentions import OfficialMention
from ..names import BOUNDARY, BY_SCORE, Names, Reading
from ..patterns import lazy

if TYPE_CHECKING:
    import re

    from ..document import Document
    from ..titles import Titles

__all__ = ["CREDITED", "LABEL_MARKS", "LIKELY", "LISTED", "Page"]

LIKELY = -0.8
"""The least score of a name behind a title. In reports that name nobody the words behind titles score less than -1.5;
names score 4 and more, rare ones (罗干) about 0."""

LISTED = -0.8
"""The least score of a later name of a list."""

ALONE = 2.5
"""The least score of a name before a title, where nothing announces it."""

SURE = 4.0
"""A Chinese reading as likely as this is not read as a transcribed name too."""

SURNAMED = 3
"""Characters of a name with a one-character surname, at most; what parts compose is longer."""

UNANNOUNCED = 3.0
"""What a name before its title must outweigh, since no title announces it."""

BREAK = 2.0
"""What a name must outweigh that stands on the line behind its title."""

CLOSE = 5.0
"""Two readings of a name whose scores are as close as this are decided by the rest of the page."""

MOST_COUNTS = 40
"""How often a page is searched for that; each search reads all of it."""

CREDITED = "name in the credits"
"""The rule of authors and reviewers, who are not looked for elsewhere."""

SEPARATOR = lazy(r"[ \u3000\n]{0,4}[、,，;；/][ \u3000\n]{0,8}|[ \u3000\xa0]{1,6}|[和与及](?![ \u3000])|以及")
"""What may stand between two names of a list: 、 and commas, blanks, 和."""

SEPARATOR_BEGINS = frozenset(" \u3000\xa0\n、,，;；/和与及以")

LABEL_MARKS = frozenset(" \u3000\xa0:：/")
"""What stands between a label and its names."""

HIDDEN_MARKS = frozenset("*×某xX")
"""What stands for a hidden character of a name."""

DOTS = frozenset("·•・‧∙⋅")
"""What parts a transcribed name."""

DOTTED_BEFORE = lazy(r"[\u3400-\u9fff]{1,8}(?:[·•・‧∙⋅][\u3400-\u9fff]{1,9}){1,3}$")
"""A name with dots that ends where a title begins: 买买提·艾山县长."""

PADDED = lazy(r"([^\W\x00-\xff])[ \u3000\xa0]{1,8}([^\W\x00-\xff])\Z")
"""A post padded to the width of a longer one: 组　长：."""

BODY_TAILS = frozenset(
    "省市县区州盟旗镇乡村委部局办厅处科股所站队组班院校会党团社室府行司厂场馆园台级副常务第届员层的"
)
"""Characters that end a body's name, so that no name ends there before a title: 江北区 | 区长."""


KIN = ("老师", "师傅", "大爷", "大娘", "大妈", "大叔", "大伯", "大姐", "大哥", "奶奶", "爷爷", "阿姨", "叔叔")
"""How villagers are called: 村主任王大爷."""

LONGEST_CALL = 5
"""Characters of an office that somebody is called by: 慕书记, 慕副秘书长."""

LINKS = frozenset("为任当兼")
"""What links a name to the title behind it: 选举李旭为 | 副县长."""


@define
class Page:
    """One document while it is being read.

    Attributes:
        document: what is read.
        names: how person names are read.
        titles: how titles are read.
        found: the mentions so far, in no order.
        taken: the characters that they stand on.
        held: what `holds` has found.
        offices: by surname, how the titles of those found so far end (区委副书记: 副书记, 书记).
        read: how many of those found are in `offices`.
        counts: how often the rest of the page has been asked how a name reads.
    """

    document: Document
    names: Names
    titles: Titles
    found: list[OfficialMention] = field(factory=list[OfficialMention])
    taken: set[int] = field(factory=set[int])
    held: dict[tuple[str, ...], bool] = field(factory=dict[tuple[str, ...], bool])
    offices: dict[str, set[str]] = field(factory=dict[str, set[str]])
    read: int = 0
    counts: int = 0

    @cached_property
    def text(self) -> str:
        """The cleaned text."""
        return self.document.text

    def holds(self, signs: tuple[str, ...]) -> bool:
        """Whether any of the signs that announce something rare stands anywhere in the text."""
        if signs not in self.held:
            self.held[signs] = any(sign in self.text for sign in signs)
        return self.held[signs]

    def called(self, surname: str) -> set[str]:
        """The offices that people of a surname have been named with: 区委书记慕云峰, later 慕书记."""
        for mention in self.found[self.read :]:
            for title in mention.titles if len(mention.name) > 1 else ():
                ends = {title[-size:] for size in range(2, LONGEST_CALL + 1)}
                for first in (mention.name[:1], mention.name[:2]):
                    self.offices.setdefault(first, set()).update(ends)
        self.read = len(self.found)
        return self.offices.get(surname, set())

    def add(  # noqa: PLR0913
        self,
        rule: str,
        name: Reading,
        titles: tuple[str, ...],
        *,
        start: int | None = None,
        end: int | None = None,
        collective: str | None = None,
    ) -> None:
        """Record a mention from `start` to `end`, by default of the name alone, unless its name has one already."""
        if not self.taken.isdisjoint(range(name.start, name.end)):
            return
        first = name.start if start is None else start
        last = name.end if end is None else end
        self.taken.update(range(first, last))
        name_span = self.document.span(name.start, name.end)
        alone = first == name.start and last == name.end
        self.found.append(
            OfficialMention(
                span=name_span if alone else self.document.span(first, last),
                text=self.text[first:last],
                rule=rule,
                name=name.name,
                name_span=name_span,
                titles=titles,
                collective=collective,
                redacted=not HIDDEN_MARKS.isdisjoint(name.name),
            )
        )

    def name_at(self, at: int, limit: int, least: float = LIKELY, *, broken: bool = False) -> Reading | None:
        """The name that begins at `at`, Chinese or transcribed; `broken` where a line break stands before it."""
        readings = self.names.readings(self.text, at, limit)
        best = max(readings, key=BY_SCORE) if readings else None
        if best is not None and best.bounded:
            best = self._as_elsewhere(best, readings)
        if best is not None and (best.score < least + BREAK * broken or self.holds_office(best)):
            best = None
        sure = best is not None and best.bounded and best.score > SURE
        if sure and best is not None:  # 桑吉 | 才让
            composed = self.names.composed(self.text, at, limit)
            if composed is not None and composed.end > best.end and composed.end - at > SURNAMED:
                return composed
        if (broken or sure) and (best is None or not self._dot_near(best.end, limit)):
            return best
        foreign = self.names.foreign(self.text, at, limit)
        if foreign is not None and (best is None or not best.bounded or foreign.end > best.end):
            return foreign
        return best

    def _as_elsewhere(self, best: Reading, readings: list[Reading]) -> Reading:
        """The reading that the rest of the page speaks for, where two of them are close: 王红 | 专, if 王红 comes again."""
        rivals = [r for r in readings if r.end != best.end and r.score > best.score - CLOSE]
        if not rivals or self.counts >= MOST_COUNTS:
            return best
        self.counts += 1
        rival = max(rivals, key=BY_SCORE)
        short, long = sorted((best, rival), key=lambda reading: reading.end)
        if not short.bounded and self.names.follows(self.text, long.end, len(self.text)) == BOUNDARY:
            return best  # 张明亮、张明 are two people
        alone, whole = self._occurrences(short, long)
        if alone and whole < 2:
            return short
        return long if long.bounded and whole > 1 and not alone else best

    def _occurrences(self, short: Reading, long: Reading) -> tuple[int, int]:
        """How often the shorter reading stands as a whole name, and how often the longer one stands at all."""
        text = self.text
        alone = whole = 0
        at = text.find(short.name)
        for _ in range(MOST_COUNTS):
            if at < 0:
                break
            if text.startswith(long.name, at):
                whole += 1
            elif self.names.follows(text, at + len(short.name), len(text)) > 0:
                alone += 1
            at = text.find(short.name, at + 1)
        return alone, whole

    def separator(self, at: int, limit: int) -> re.Match[str] | None:
        """What stands at `at` between two names of a list."""
        if at >= limit or self.text[at] not in SEPARATOR_BEGINS:
            return None
        return SEPARATOR.match(self.text, at, limit)

    def label_at(self, at: int, limit: int) -> int | None:
        """Where the label of a credit that begins at `at` ends; one of one character (图, 文) is one only before a mark."""
        end = self.titles.labels.match(self.text, at, limit)
        if end is None or (end == at + 1 and end < limit and self.text[end] not in LABEL_MARKS):
            return None
        return end

    def names_from(self, at: int, limit: int, least: float = LIKELY) -> list[Reading]:
        """The name that begins at `at`, or the several that run together there: 陈一鸣王灿李旭; empty for none."""
        name = self.name_at(at, limit, least) if at < limit else None
        if name is None or name.bounded:
            return [] if name is None else [name]
        return self.names.run(self.text, at, limit, LISTED)

    def holds_office(self, name: Reading) -> bool:
        """Whether what was read as a given name is an office or form of address: 任组长, 王先生."""
        if name.name.endswith(KIN):
            return True
        return self.titles.callings.match(self.text, name.start + 1, name.end + 1) is not None

    def _dot_near(self, end: int, limit: int) -> bool:
        """Whether a name's dot stands near behind `end`: 阿不都·热合曼."""
        return not DOTS.isdisjoint(self.text[end : min(limit, end + 6)])

    def name_before(
        self, end: int, floor: int, least: float = ALONE, *, linked: bool = True
    ) -> Reading | None:
        """The whole name that ends at `end`, before a title; `linked` where a word like 为 may lead from a name to it."""
        text = self.text
        if text[end - 1] in BODY_TAILS or (linked and text[end - 1] in LINKS):
            return None
        lowest = max(floor, end - 24)
        dotted = None if DOTS.isdisjoint(text[lowest:end]) else DOTTED_BEFORE.search(text, lowest, end)
        if dotted is not None:
            whole = self.names.foreign(text, dotted.start(), end)
            return whole if whole is not None and whole.end == end else None
        composed = self.names.composed_before(text, end, floor)
        if composed is not None and self.precedes(composed.start, floor) > 0:
            return composed
        best: Reading | None = None
        for start in (end - 3, end - 2, end - 4):
            if start < floor or text[start] not in self.names.surname_starts:
                continue
            stop = self.titles.stops.match(text, start, end)
            if stop is not None and stop > start + 1:
                continue  # 谢谢 | 梁书记
            if self._word_ends_in(start, floor):
                continue  # 感谢 | 安庆市
            precedes = self.precedes(start, floor)
            for name in self.names.readings(text, start, end):
                score = name.score - UNANNOUNCED + precedes
                if name.end == end and score >= least and (best is None or score > best.score):
                    best = Reading(start, end, name.name, score, bounded=True)
        return best

    def post_before(self, name: int, floor: int) -> tuple[int, tuple[str, ...]]:
        """Where the mention begins whose name begins at `name`, and the post before its colon, if any: 副组长：."""
        text = self.text
        colon = name - 1
        while colon > floor and text[colon] in " \u3000\xa0":
            colon -= 1
        if colon <= floor or text[colon] not in ":：":
            return name, ()
        padded = PADDED.search(text, max(floor, colon - 10), colon)
        if padded and padded[1] + padded[2] in self.titles.offices:
            return padded.start(), (padded[1] + padded[2],)
        office = self.titles.offices.match_back(text, colon, floor)
        if office is None:
            return name, ()
        first = self.titles.start(text, office, floor)
        return first, (text[first:colon],)

    def precedes(self, start: int, floor: int) -> float:
        """How well a name begins at `start`, by what stands before it."""
        text = self.text
        if start <= floor or not "\u3400" <= text[start - 1] <= "\u9fff":
            return 3.0
        known = self.titles.stops.match_back(text, start, floor)
        if known is None:
            known = self.names.after.match_back(text, start, floor)
        if known is None:
            return 0.0 if self.names.known.match(text, start) is not None else -3.0
        return 2.5 if start - known > 1 else 1.5

    def _word_ends_in(self, start: int, floor: int) -> bool:
        """Whether the character at `start` ends a word before a name that begins earlier: 感谢."""
        for words in (self.titles.stops, self.names.after):
            known = words.match_back(self.text, start + 1, floor)
            if known is not None and known < start:
                return True
        return False

    def goes_on(self, end: int, limit: int, separator: str) -> bool:
        """Whether a list goes on or closes at `end`, behind a name that `separator` announced."""
        if separator == "、" or end >= limit:
            return True
        if separator in {"和", "与", "及", "以及"}:
            return self.names.follows(self.text, end, limit) > 0
        return (
            self.text[end] in "、,，;；。 \u3000)）】]|｜\n"
            or self.names.after.match(self.text, end, limit) is not None
        )
