"""Officials: names with their titles, and the same people named later without them.

Two passes. The first stands at every office word (书记, 局长, 领导) and reads the name behind it, or before it, with
the titles that lead up to it and the names of the list that goes on; it reads credits and redacted names too. The
second looks for the names so found wherever else the page has them, as whole names. No surname is looked for that no
title announces, so ordinary prose costs little and names nobody.
"""

from __future__ import annotations

import re
from functools import cache, cached_property
from typing import TYPE_CHECKING

from attrs import define, field, frozen

from ..lexicon import Lexicon
from ..mentions import OfficialMention
from ..names import BOUNDARY, COMMON_SURNAME, Names, Reading
from ..titles import Titles

if TYPE_CHECKING:
    from collections.abc import Iterator

    from ..document import Document

__all__ = ["Officials"]

LIKELY = -0.8
"""The least score of a name behind a title. In reports that name nobody the words behind titles score less than -1.5;
names score 4 and more, rare ones (罗干) about 0."""

BEHIND_WEAK = 3.0
"""The least score behind an office that is oftener a mere noun (代表, 专家)."""

BETWEEN = -3.5
"""The least score of a rare name that stands alone between the separators of a list."""

ALONE_IN_LIST = re.compile(r"[\u3400-\u9fff]{2,3}(?=[、，,。；;等\n])")

MOST_LISTED = 60
"""Names of one list at most."""

APPOINTED = -1.0
"""The least score of a name between 任命 and 为."""

CROSSED = 0.5
"""The least score where a word crosses the border of title and name."""

LISTED = -0.8
"""The least score of a later name of a list, whose neighbours vouch for it."""

ALONE = 2.5
"""The least score of a name before a title, where nothing announces it."""

GAP = re.compile(r"[ \u3000\xa0]{0,4}(?:[:：][ \u3000\xa0]{0,4}|\n[ \u3000\xa0]{0,8}|[“\"](?=[*×某]))?")
"""What may stand between a title and its name: `局长：王一川`, a blank, a line break."""

ASIDE = re.compile(r"[(（](?:[^()（）\n]{0,6}(?:长|任|书记|理|裁)|挂职|挂任|兼|兼任|主持工作|代|党外|试用期|正[省厅处县科部]级|副[省厅处县科部]级)[^()（）\n]{0,8}[)）]")
"""What a title may say in parentheses: 副区长（挂职）."""

SEPARATOR = re.compile(r"[ \u3000\n]{0,4}[、,，;；/][ \u3000\n]{0,8}|[ \u3000\xa0]{1,6}|[和与及](?![ \u3000])|以及")
"""What may stand between two names of a list."""

HIDDEN_MARK = re.compile(r"[*×某]")

REDACTED = re.compile(r"\*{1,4}|[某×]{2,3}|[xX]{2,3}(?![a-zA-Z0-9])")
"""A hidden name or given name: **同志, 王某某, 张××."""

REDACTED_NAME = re.compile(r"[\u4e00-\u9fff](?:某某|某[甲乙丙丁]?|[×*]{1,3}|[xX]{1,2}(?![a-zA-Z0-9]))")
"""A surname with a hidden given name: 王某某, 张××, 李某."""

HIDDEN_BEFORE = re.compile(r"(?<![*×])(?:\*{1,4}|[×xX]{2,3}|某{1,2})(?=[\u4e00-\u9fff])")
"""A hidden name before its title: **同志, *部长, 王某某同志."""

MEASURE = frozenset("个名位人件项次天年月日亿万元%场家条处所座期届号")
"""What follows a hidden number rather than a hidden name: 副书记**名."""

NOT_SURNAMES = frozenset("任向于和从时由对为应同及将与有过经以后单全各原代常前党部平高正新老国总成计关支广班都方万相强解展多能当")
"""Surnames that before a title are far oftener words: 任书记, 常书记, 原书记."""

BODY_TAILS = frozenset("省市县区州盟旗镇乡村委部局办厅处科股所站队组院校会党团社室府行司厂场馆园台群级副常务第届员层众的")
"""Characters that end a body's name, so that no name ends there before a title: 江北区 | 区长."""

LEADERS = frozenset(
    "书记 总书记 副书记 主席 副主席 总理 副总理 部长 副部长 局长 副局长 市长 副市长 区长 副区长 县长 副县长 省长 副省长 镇长 副镇长 "
    "乡长 副乡长 主任 副主任 院长 副院长 校长 副校长 处长 副处长 科长 副科长 所长 站长 委员长 副委员长 会长 副会长 司令 司令员 政委 教授 院士 专员 "
    "秘书长 副秘书长 总经理 副总经理 董事长 行长 厅长 副厅长 司长 副司长 总统 首相 外长 检察长 常委 主任委员 队长 支书 党委书记 政协主席 总工程师 "
    "国务委员 大使 州长 村长 庭长 馆长 社长 台长 组长 团长 参谋长".split()
)
"""Offices that are said behind a name: 陈书记, 陈一鸣书记."""

WEAK = frozenset("代表 专家 参事 理事 监事 董事 秘书 助理 顾问 干事 领事 特使 馆员 联络员 召集人 教练 领队 支书 班长 代办 法官 成员 工程师".split())
"""Offices that are oftener mere nouns: 专家双聘, 代表连同."""

APPOINTING = re.compile(r"(?:任命|免去|提名|推选|补选|选举|聘任|推荐|增补|罢免|撤销|同意|决定|接受|提请任命)[:：]?")
"""What stands before the name of an appointment."""

TAKING = re.compile(r"(?:同志)?(?:任|当选|担任|出任|兼任|不再担任|不再兼任|任命为|为)(?=[\u4e00-\u9fff])")
"""What stands behind the name of an appointment."""

TAKES = re.compile(r"(?:同志)?(?:为|任|的|担任|出任|兼任|当选为?|不再担任|不再兼任|任命为|辞去)")

CLAUSE = re.compile(r"[\u4e00-\u9fff()（）、]+")

CROSSING = frozenset("长江 长安 长春 长沙 长城 长宁 长乐 长白 长丰 长葛 长治 长兴 长汀 长期 长远 长征 任何 任务 员工 席卷".split())
"""Words that cross the end of what only looks like a title: 全市 | 长江."""

DOTTED_BEFORE = re.compile(r"[\u3400-\u9fff]{1,8}(?:[·•・‧∙⋅][\u3400-\u9fff]{1,9}){1,3}$")
"""A name with dots that ends where a title begins: 买买提·艾山县长."""

SPEAKS = re.compile(
    r"等?[、,，]?(?:[\u4e00-\u9fff]{0,2}?(?:主持|强调|指出|要求|表示|介绍|汇报|通报|讲话|出席|参加|致辞|宣读|陪同|带队|率队|调研|说|认为|提出|作)|在[\u4e00-\u9fff]{0,6}(?:中|时|上|会))"
)
"""What a person does, behind a name that is an ordinary word too: 高峰指出, but 高峰期."""

LABELLED = re.compile(r"[(（\n][ \u3000]{0,4}")
"""Where a label without a colon may stand: （文/图 陈一鸣）."""

BYLINE = re.compile(
    r"(?P<label>特约记者|实习记者|见习记者|首席记者|全媒体记者|融媒体记者|摄影记者|记者|特约通讯员|通讯员|实习生)(?P<gap>[:：]?[ \u3000]{0,3})"
)
"""A reporter's byline in running text: 新华社记者, 本报通讯员."""

LABEL_END = re.compile(r"[:：/]")

PARENTHESISED = re.compile(r"[(（](?P<names>[\u4e00-\u9fff·、,， \u3000]{2,24})[)）]")
"""A plain credit: (王志远), (王志远、李一川)."""

PARAGRAPH_END = re.compile(r"[ \u3000\t]{0,20}(?:[\n\r]|\Z)")

THEORY = re.compile(r"[^。；;，,、：:“”！？\n]{0,16}?(?:思想|理论|主义|时代|经济学|外交)")
"""What makes a name part of a theory's name: 邓小平理论."""

PARTY_CENTRE = re.compile(r"同志为(?:核心|总书记|主要代表)")
"""以…同志为核心的党中央 names a body."""


@cache
def _default_names() -> Names:
    return Names()


@cache
def _default_titles() -> Titles:
    return Titles()


@frozen
class Officials:
    """Finds officials: named with their titles, in lists, in credits, redacted, and later without titles.

    Attributes:
        names: how person names are read; `Names(surnames=Names().surnames | {"难": 5})` adds a surname.
        titles: how titles are read; `Titles(offices=Titles().offices | {"河长": "office"})` adds an office.

    >>> import govtext
    >>> document = govtext.read("区领导陈一鸣、王灿出席，区委书记李旭要求抓好落实。")
    >>> [(m.name, m.titles) for m in govtext.extract(document, using=[Officials()])]
    [('陈一鸣', ('区领导',)), ('王灿', ('区领导',)), ('李旭', ('区委书记',))]
    """

    names: Names = field(factory=_default_names)
    titles: Titles = field(factory=_default_titles)

    def __call__(self, document: Document) -> Iterator[OfficialMention]:
        """The officials of a document, in the order of the text."""
        page = _Page(document, self.names, self.titles)
        yield from page.mentions()


@define
class _Page:
    """One document while it is being read."""

    document: Document
    names: Names
    titles: Titles
    found: list[OfficialMention] = field(factory=list)
    taken: set[int] = field(factory=set)

    @cached_property
    def text(self) -> str:
        return self.document.text

    def mentions(self) -> list[OfficialMention]:
        """Both passes."""
        for start, end, role in self.document.readable():
            self._appointed(start, end)
            self._titled(start, end)
            self._bylines(start, end)
            self._hidden(start, end)
            self._appellations(start, end)
            if role in {"body", "credit"}:
                self._parenthesised(start, end)
        for start, end, _ in self.document.readable():
            self._bare(start, end)
        return sorted(self.found, key=lambda mention: mention.span.start)

    # --- one mention ---

    def _add(
        self,
        rule: str,
        reading: Reading,
        titles: tuple[str, ...],
        *,
        start: int | None = None,
        end: int | None = None,
        collective: str | None = None,
        redacted: bool = False,
    ) -> None:
        """Record a mention, unless its name has one already."""
        if any(place in self.taken for place in range(reading.start, reading.end)):
            return
        first = reading.start if start is None else start
        last = reading.end if end is None else end
        self.taken.update(range(first, last))
        self.found.append(
            OfficialMention(
                span=self.document.span(first, last),
                text=self.text[first:last],
                rule=rule,
                name=reading.name,
                name_span=self.document.span(reading.start, reading.end),
                titles=titles,
                collective=collective,
                redacted=redacted or HIDDEN_MARK.search(reading.name) is not None,
            )
        )

    # --- names behind titles ---

    def _titled(self, start: int, end: int) -> None:
        """Names behind a title, and the lists they begin: 区委副书记、区长陈一鸣; 区领导陈一鸣、王灿."""
        text, floor = self.text, start
        begins = self.names.starts
        for hit in self.titles.anchor.finditer(text, start, end):
            tail = hit.end() + 1
            if tail <= floor:
                continue
            after = text[tail] if tail < end else ""
            if after in begins or after in " \u3000\xa0:：\n*(（":
                last = self._title_and_names(tail, floor, end)
                if last is not None:
                    floor = last
                    continue
            last = self._name_and_title(tail, floor, end)
            if last is not None:
                floor = last
            elif self._closed_list(tail, floor):
                floor = tail

    def _title_and_names(self, tail: int, floor: int, limit: int) -> int | None:
        """The mentions of the title that ends at `tail` and the names behind it; where the last of them ends."""
        text = self.text
        office = self.titles.office_before(text, tail, floor)
        if office is None or (self.titles.heads.match(text, office[0], limit) or tail) > tail:
            return None
        aside = ASIDE.match(text, tail, limit)
        tail = aside.end() if aside else tail
        gap = GAP.match(text, tail, limit)
        at = gap.end() if gap else tail
        if at >= limit:
            return None
        least = BEHIND_WEAK if text[office[0] : tail] in WEAK else LIKELY
        if text[at - 1 : at + 1] in CROSSING:
            if office[0] > 0 and text[office[0] - 1] in "全我各本该两跨沿":
                return None
            least = CROSSED
        reading = self._name_at(at, limit, broken="\n" in text[tail:at], least=least)
        redacted = False
        if reading is None:
            reading = self._hidden_at(at, limit)
            redacted = reading is not None
        if reading is None:
            return None
        word, group = office
        first = self.titles.start(text, word, floor)
        if group and first == word and word > floor and text[word - 1] not in "、，。":
            return None if first == word and tail - word < 3 else reading.end
        title = "".join(text[first:tail].split())
        if group:
            first, title = self._joined_bodies(first, tail, floor)
            titles: tuple[str, ...] = (title,)
        else:
            first, titles = self.titles.chain(text, first, tail, floor)
        run = [] if reading.bounded or not group else self.names.run(text, at, limit, LISTED)
        reading = run[0] if run else reading
        others = run[1:] + self._others((run or [reading])[-1].end, limit, group=group)
        if group or others:
            for listed in (reading, *others):
                self._add("names of a list behind one title", listed, titles, collective=title, redacted=redacted)
        else:
            self._add("name behind its titles", reading, titles, start=first, redacted=redacted)
        return others[-1].end if others else reading.end

    def _joined_bodies(self, first: int, tail: int, floor: int) -> tuple[int, str]:
        """A collective title with the bodies joined to it: 县委、县政府领导, 市、区领导."""
        text = self.text
        while first - 1 > floor and text[first - 1] in "、" and text[first - 2] in "委府大协省市县区镇乡":
            before = self.titles.start(text, first - 1, floor)
            if before >= first - 1:
                break
            first = before
        return first, "".join(text[first:tail].split())

    def _name_at(self, at: int, limit: int, *, broken: bool = False, least: float = LIKELY) -> Reading | None:
        """The name that begins at `at`, Chinese or transcribed."""
        best = self.names.read(self.text, at, limit)
        if best is not None and self._holds_office(best):
            best = None
        if best is not None and best.score < least + (2.0 if broken else 0.0):
            best = None
        if broken or (best is not None and best.bounded and best.score > 4):
            if best is None or not _dotted(self.text, best.end, limit):
                return best
        foreign = self.names.foreign(self.text, at, limit)
        if foreign is not None and (best is None or not best.bounded or foreign.end > best.end):
            return foreign
        return best

    def _holds_office(self, reading: Reading) -> bool:
        """Whether what was read as a given name is an office: 任组长, 副主任李主任."""
        inside = reading.start + 1
        return (
            self.titles.offices.match(self.text, inside, reading.end + 1) is not None
            or self.titles.forms.match(self.text, inside, reading.end + 1) is not None
        )

    def _hidden_at(self, at: int, limit: int) -> Reading | None:
        """A hidden name behind its title: 区长**主持, 副区长王某某."""
        text = self.text
        hidden = REDACTED_NAME.match(text, at, limit)
        if hidden is None or text[at] not in self.names.surname_starts:
            hidden = REDACTED.match(text, at, limit)
        if hidden is None or (hidden.end() < limit and text[hidden.end()] in MEASURE):
            return None
        return Reading(at, hidden.end(), hidden[0], 0.0, True)

    def _others(self, at: int, limit: int, *, group: bool) -> list[Reading]:
        """The further names of a list whose first name ends at `at`."""
        text = self.text
        names: list[Reading] = []
        while separator := SEPARATOR.match(text, at, limit):
            start = separator.end()
            mark = separator[0].strip()
            if start >= limit or (mark in {",", "，", ";", "；"} and not group) or "\n" in separator[0]:
                break
            if self.titles.labels.match(text, start, limit) is not None:
                break
            reading = self._name_at(start, limit, least=LISTED)
            if reading is None and mark == "、" and ALONE_IN_LIST.match(text, start, limit):
                reading = self._name_at(start, limit, least=BETWEEN)
            if reading is None or not reading.bounded:
                break
            if mark != "、" and not self._listed_on(reading.end, limit, mark):
                break
            if not mark and not group and self.names.follows(text, reading.end, limit) < BOUNDARY:
                break
            if self._is_title(reading, limit):
                break
            names.append(reading)
            at = reading.end
        return names

    def _listed_on(self, end: int, limit: int, mark: str) -> bool:
        """Whether a list goes on or closes behind a name that no 、 announces."""
        if end >= limit:
            return True
        after = self.text[end]
        if mark in {"和", "与", "及", "以及"}:
            return self.names.follows(self.text, end, limit) > 0
        return after in "、,，;；。 \u3000)）" or self.names.after.match(self.text, end, limit) is not None

    def _is_title(self, reading: Reading, limit: int) -> bool:
        """Whether what was read as a name begins a title: 、江北区区长."""
        for size in (2, 3, 4, 5):
            end = reading.end + size - 2
            if end <= limit and self.titles.heads.match_back(self.text, end, reading.start) is not None:
                before = self.titles.heads.match_back(self.text, end, reading.start)
                if before is not None and before < reading.end:
                    return True
        return False

    def _closed_list(self, tail: int, floor: int) -> bool:
        """The mentions of a list that its collective title closes: 陈一鸣、王灿、李旭等区领导."""
        text = self.text
        office = self.titles.office_before(text, tail, floor)
        if office is None or not office[1]:
            return False
        first = self.titles.start(text, office[0], floor)
        if first - 2 <= floor or text[first - 1] != "等":
            return False
        readings: list[Reading] = []
        end = first - 1
        while len(readings) < MOST_LISTED:
            reading = self._name_before(end, floor, LISTED)
            if reading is None or reading.start in self.taken:
                break
            readings.insert(0, reading)
            if reading.start <= floor or text[reading.start - 1] != "、":
                break
            end = reading.start - 1
        if len(readings) < 2 and not (readings and self._precedes(readings[0].start, floor) > 2):
            return False
        title = text[first:tail]
        for reading in readings:
            self._add("name of a list that its title closes", reading, (title,), collective=title)
        return bool(readings)

    # --- names before titles ---

    def _name_and_title(self, tail: int, floor: int, limit: int) -> int | None:
        """The mention of a name and the title behind it: 陈一鸣书记, 李局长, 陈一鸣(区委书记)."""
        text = self.text
        office = self.titles.offices.match_back(text, tail, floor)
        if office is None or office <= floor:
            return None
        if text[tail : tail + 1] in {")", "）"}:
            return self._name_and_aside(office, tail, floor)
        if text[office:tail] not in LEADERS:
            return None
        reading = self._name_before(office, floor)
        if reading is None:
            reading = self._surname_before(office, tail, floor, limit)
        if reading is None:
            return None
        self._add("name before its title", reading, (text[office:tail],), end=tail)
        return tail

    def _name_and_aside(self, office: int, tail: int, floor: int) -> int | None:
        """The mention of a name and the titles in parentheses behind it: 陈一鸣（区委常委、副区长）."""
        text = self.text
        first, titles = self.titles.chain(text, self.titles.start(text, office, floor), tail, floor)
        if first - 1 <= floor or text[first - 1] not in "(（":
            return None
        reading = self._name_before(first - 1, floor)
        if reading is None:
            return None
        self._add("name before its titles in parentheses", reading, titles, end=tail + 1)
        return tail + 1

    def _name_before(self, end: int, floor: int, least: float = ALONE) -> Reading | None:
        """The whole name that ends at `end`."""
        text = self.text
        best: Reading | None = None
        if text[end - 1] in BODY_TAILS:
            return None
        dotted = DOTTED_BEFORE.search(text, max(floor, end - 24), end)
        if dotted is not None:
            whole = self.names.foreign(text, dotted.start(), end)
            return whole if whole is not None and whole.end == end else None
        for size in (3, 2, 4):
            start = end - size
            if start < floor or text[start] not in self.names.surname_starts:
                continue
            for reading in self.names.readings(text, start, end):
                if reading.end != end:
                    continue
                score = reading.score - 3.0 + self._precedes(start, floor)
                if score >= least and (best is None or score > best.score):
                    best = Reading(start, end, reading.name, score, True)
        return best

    def _precedes(self, start: int, floor: int) -> float:
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

    def _surname_before(self, office: int, tail: int, floor: int, limit: int) -> Reading | None:
        """A surname alone before a bare office: 李局长, 欧阳书记."""
        text = self.text
        for size in (2, 1):
            start = office - size
            surname = text[max(start, 0) : office]
            share = self.names.surnames.get(surname) if start >= floor else None
            if share is None or surname in NOT_SURNAMES or (size == 1 and share < 2000):
                continue
            before = self._precedes(start, floor)
            if before >= 2.5 and self.names.follows(text, tail, limit) > 0:
                return Reading(start, office, surname, before, True)
        return None

    def _appellations(self, start: int, end: int) -> None:
        """Names before 同志, 先生, 女士 and military ranks: 陈一鸣同志."""
        text = self.text
        for hit in self.titles.appellation.finditer(text, start, end):
            tail = hit.end() + 1
            form = self.titles.forms.match_back(text, tail, start)
            if form is None or form <= start or form - 1 in self.taken:
                continue
            reading = self._name_before(form, start, 1.0)
            if reading is None:
                continue
            if PARTY_CENTRE.match(text, form, end):
                continue
            self._add("name before its form of address", reading, (text[form:tail],), end=tail)

    # --- appointments ---

    def _appointed(self, start: int, end: int) -> None:
        """People of appointments, whose title stands behind them: 任命陈一鸣为区教育局局长; 陈一鸣任区委书记."""
        text = self.text
        for hit in APPOINTING.finditer(text, start, end):
            readings = self.names.readings(text, hit.end(), end) if hit.end() < end else ()
            taking = [r for r in readings if r.score > APPOINTED and TAKES.match(text, r.end, end)]
            if taking:
                self._given_office(max(taking, key=lambda r: r.score), end)
        for hit in TAKING.finditer(text, start, end):
            at = hit.start()
            if at > start:
                reading = self._name_before(at, start, 4.0)
                if reading is not None:
                    self._given_office(reading, end)

    def _given_office(self, reading: Reading, limit: int) -> None:
        """The mention of a person whose title follows in the clause: …为区教育局局长, …的副区长职务."""
        text = self.text
        link = TAKES.match(text, reading.end, limit)
        if link is None:
            return
        clause = CLAUSE.match(text, link.end(), min(limit, link.end() + 60))
        last = clause.end() if clause else link.end()
        titles: list[str] = []
        at = link.end()
        for hit in self.titles.anchor.finditer(text, at, last):
            tail = hit.end() + 1
            office = self.titles.offices.match_back(text, min(tail, last), at)
            if office is None or (tail < last and text[tail] not in "、,，;；。 职务)）(（" and tail != last):
                continue
            first = at
            titles.append("".join(text[first:tail].split()).lstrip("、,， "))
            at = tail
        if titles:
            self._add("name of an appointment", reading, tuple(titles))

    # --- hidden names ---

    def _hidden(self, start: int, end: int) -> None:
        """Hidden names before their title: **同志, *部长, 王某某同志."""
        text = self.text
        if "*" not in text and "某" not in text and "×" not in text:
            return
        for hit in HIDDEN_BEFORE.finditer(text, start, end):
            at, first = hit.end(), hit.start()
            share = self.names.surnames.get(text[first - 1]) if first > start else None
            if share is not None and share > COMMON_SURNAME:
                first -= 1
            elif hit[0] == "某":
                continue
            tail = self.titles.forms.match(text, at, end) or self.titles.offices.match(text, at, end)
            if tail is None or text[at:tail] not in LEADERS | {"同志", "先生", "女士"}:
                continue
            if self._precedes(first, start) < 0 or (first > start and text[first - 1].isdigit()):
                continue
            reading = Reading(first, at, text[first:at], 0.0, True)
            follows = self._name_at(tail, end) if tail < end else None
            if follows is None:
                self._add("hidden name before its title", reading, (text[at:tail],), end=tail, redacted=True)

    # --- credits ---

    def _bylines(self, start: int, end: int) -> None:
        """Reporters, writers and reviewers, whose label is their title: 本报记者陈一鸣, 审核人：王灿."""
        text = self.text
        for mark in LABEL_END.finditer(text, start, end):
            colon = mark.start()
            label = self.titles.labels.match_back(text, colon, start)
            if label is not None:
                self._credited(text[label:colon], mark.end(), end)
        for mark in LABELLED.finditer(text, max(start - 1, 0), end):
            label = self.titles.labels.match(text, mark.end(), end)
            if label is not None and text[label : label + 1] in {" ", "\u3000", "/"}:
                self._credited(text[mark.end() : label], label + 1, end)
        for hit in BYLINE.finditer(text, start, end):
            self._credited(hit["label"], hit.end(), end)

    def _credited(self, label: str, at: int, limit: int) -> None:
        """The names behind a label."""
        text = self.text
        while at < limit and text[at] in " \u3000\xa0":
            at += 1
        reading = self._name_at(at, limit) if at < limit else None
        while reading is not None:
            run = [reading] if reading.bounded else self.names.run(text, reading.start, limit, LISTED)
            if not run:
                return
            for credited in run:
                self._add("name in the credits", credited, (label,))
            reading = run[-1]
            separator = SEPARATOR.match(text, reading.end, limit)
            if separator is None or "\n" in separator[0] or separator[0].strip() in {";", "；"}:
                return
            at = separator.end()
            if at >= limit or self.titles.labels.match(text, at, limit) is not None:
                return
            reading = self._name_at(at, limit, least=LISTED)
            if reading is not None and not (
                separator[0].strip() == "、" or self._listed_on(reading.end, limit, separator[0].strip())
            ):
                return

    def _parenthesised(self, start: int, end: int) -> None:
        """Names alone in parentheses at the end of a paragraph or of a dateline: (王志远)."""
        text = self.text
        for hit in PARENTHESISED.finditer(text, start, end):
            closing = hit.end()
            last = PARAGRAPH_END.match(text, closing, end) is not None
            if not last and not text.endswith(("电", "讯"), start, hit.start()):
                continue
            readings = self._all_names(hit.start("names"), hit.end("names"))
            for reading in readings:
                self._add("name alone in parentheses", reading, ())

    def _all_names(self, start: int, end: int) -> list[Reading]:
        """The names that fill a stretch wholly, with their separators; empty where something else stands there."""
        readings: list[Reading] = []
        at = start
        while at < end:
            reading = self._name_at(at, end)
            if reading is None:
                return []
            readings += [reading] if reading.bounded else self.names.run(self.text, at, end, LISTED)
            if not readings:
                return []
            reading = readings[-1]
            separator = SEPARATOR.match(self.text, reading.end, end)
            if separator is None and reading.end < end:
                return []
            at = separator.end() if separator else end
        return readings

    # --- the same people later ---

    def _bare(self, start: int, end: int) -> None:
        """Names of people who are titled somewhere in the document, where they stand alone."""
        text = self.text
        for first, last, _ in self._known.find(text, start, end):
            if first in self.taken or last - 1 in self.taken or not self._whole(first, last, start, end):
                continue
            if PARTY_CENTRE.match(text, last, end):
                continue
            name = Reading(first, last, text[first:last], 0.0, True)
            office = self.titles.offices.match(text, last, end) or self.titles.forms.match(text, last, end)
            if office is not None and (text[last:office] in LEADERS or text[last:office] in self.titles.forms):
                self._add("name before its title", name, (text[last:office],), end=office)
            else:
                self._add("name of a person titled elsewhere", name, ())

    @cached_property
    def _known(self) -> Lexicon[int]:
        """The names of the titled people, longest first as a table has it."""
        names = [
            m.name for m in self.found if m.titles and m.rule != "name in the credits" and len(m.name) > 1 and not m.redacted
        ]
        lasts = [name.rsplit("·", 1)[1] for name in names if "·" in name]
        return Lexicon(dict.fromkeys([*names, *(last for last in lasts if len(last) > 1)], 1))

    def _whole(self, first: int, last: int, start: int, end: int) -> bool:
        """Whether a known name stands at `first:last` as a whole name, not in a longer name or in a word."""
        text = self.text
        after = self.names.follows(text, last, end)
        if text[first:last] in self.names.lookalikes:
            return self._precedes(first, start) > 0 and SPEAKS.match(text, last, end) is not None
        if THEORY.match(text, last, end) and self.names.after.match(text, last, end) is None:
            return False
        if after < 0 and last - first == 2:
            return False
        if last - first == 2 and first > start and text[first - 1] in self.names.surname_starts:
            return self._precedes(first, start) > 0
        return True


def _dotted(text: str, end: int, limit: int) -> bool:
    """Whether a name's dot, whole or damaged, stands near behind `end`: 阿不都·热合曼."""
    return any(char in "·•・‧∙⋅" for char in text[end : min(limit, end + 6)])
