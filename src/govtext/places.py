"""Which place a document speaks for: whose 区委 is meant where the text says no more than 区委.

`大观区` in the title fixes it for a later `区委书记`, `贾汪区委` does, and so does the source in the metadata line. A
place that is visited, quoted as an example or named once among others does not. Nothing is inferred: a district that
the document does not name stays unknown, even where its city is named.
"""

from __future__ import annotations

import re
from collections import Counter
from functools import cached_property
from typing import TYPE_CHECKING, Literal

from attrs import field, frozen

from .divisions import (
    divisions,
    find_divisions,
    find_shaped,
    find_townships,
    find_zones,
    holds_border,
    kind_of,
    stem_before,
)
from .patterns import lazy

if TYPE_CHECKING:
    from .divisions import Divisions
    from .document import Document

__all__ = ["Places"]

OWN = lazy(
    r"[省市区县旗州盟镇乡]?(?:委|党委|党工委|人民政府|政府|人大|政协|纪委|纪检|监委|管委会|办事处|融媒|领导|四套班子|召开|举行)"
)
"""What follows the name of a place whose own bodies act: 贾汪区|委, 丰泽区|政府."""

COMPARED_BEFORE = lazy(
    r"(?:来自|转战|学习(?!贯彻|宣传)|借鉴|对接|对口|帮扶|支援|援助|毗邻|相邻|会同|与|跟)[^\W\x00-\xff]{0,6}\Z"
)
"""What precedes a place that is somebody else's: 来自浙江省|温州市, 与|鹿城区."""

COMPARED_AFTER = lazy(r"等|客商|党政代表团")
"""What follows such a place: 鹿城区|等地, 温州市|客商."""

VISITED_AFTER = lazy(r"考察|学习|招商|对接")
"""What is done where somebody goes: 鹿城区|考察."""

VISITED = lazy(
    r"(?:赴|前往|抵达|走进|深入|来到|考察|(?<![受得达直看听收提感])到)[^\W\x00-\xff]{0,6}\Z|"
    r"在(?=[^\W\x00-\xff]{0,6}\Z)"
)
"""What precedes a place where somebody goes: 赴|苏州市. It is the host's own only if a guest from above comes."""

LISTED_BEFORE = lazy(r"([省市县区旗州镇乡])(?:[、和及]|以及)\Z")
LISTED_AFTER = lazy(r"(?:[、和及]|以及)(?!开发|经开|高新|工业|各|全)[^\W\x00-\xff]{2,5}?([省市县区旗州镇乡])")
"""Names of one kind side by side: 丰泽区、|鲤城区."""

BEFORE_NAME = 10
"""How far before a name its surroundings are read."""

SOURCE = lazy(
    r"(?:(?:来源|信息来源|稿件来源|文章来源|发布机构|作者)[:：]\s*|[\s\d\-—|/、·])([^\W\x00-\xff]{2,4}?)(?:日报|晚报|晨报|新闻网|新闻|发布|融媒|广播|电视|云网|在线)"
)
"""The place of a newspaper: 来源：安庆|日报, 2020-06-23 安庆|日报."""

DATELINE = lazy(
    r"(?:^|\n|[(（【])\s*(?:中国|本报)?([^\W\x00-\xff]{2,4}?)(?:网|日报|晚报)?讯(?=[\s(（:：】)）])"
)
"""The place of a dateline: 丰泽|讯(记者…)."""

TITLE_START = lazy(r"\s*([^\W\x00-\xff]{2,4}?)(?:市委|县委|区委|召开|举行|举办|部署|:|：)")
"""A place at the head of a title without its ending: 徐州|召开全市经济工作会议."""

MEDIA = frozenset({"新华", "光明", "东方", "人民", "中国", "经济", "和平", "南方", "法制", "环球", "海峡"})
"""Names of media that are names of places too: 光明日报 is not of 光明区."""


NO_STEM = (
    "政府|人民|党委|机关|各|全|我|本|该|一|两|三|此|[省市区县]|落实|贯彻|按照|根据|学习|传达|负责|主持|协助|分管|经|向|对|在|与|和|由|推动|加强|做好|围绕"
    "|代表|受|报|拥护|召开|参加|出席|听取|前任|现任|时任|历任|曾任"
)
"""How words begin that are no place: |落实|县委部署."""

ENDINGS = ("市", "区", "县", "旗", "州")

SHAPED = {
    ending: lazy(
        rf"""
        (?: (?P<acting>(?:^|[\s，。、；：:,;（(“]|[日午晚]|来源[:：]\s*)(?:中共)?)
          | (?P<session>(?:在|中共|[\s，。日])(?:中共)?)
          | (?P<source>来源[:：]\s*(?:中共)?)
          | (?P<body>(?:^|[日午晚][，,]?)(?:中共)?)
        )
        (?!{NO_STEM})(?P<name>[^\W\x00-\xff]{{2,3}}?)(?<![强富兴大小穷困范进点各全本我该市区县级郊城新老等由在对为把将被从]){ending}
        (?(acting)                                                          # 6月1日|白云县|召开
            (?={ending}?(?:委|政府)?(?:召开|举行|举办|开展|部署|启动|出台|扎实|积极|全力|融媒体|人民政府|政府网|领导)
              |{ending}?委常委会|政府常务会)
          | (?(session)(?=委?第[一二三四五六七八九十\d]+[届次])               # 在|白溪县|第十届…
              | (?(source)(?=[^\W\x00-\xff]{{2}})                            # 来源：|白溪县|水务局
                  | (?={ending}?委|政府|人大|政协) ) ) )                       # |鹿鸣区|委理论学习中心组
        """,
        re.VERBOSE | re.MULTILINE,
    )
    for ending in ENDINGS
}
"""A place by its shape alone, before what only the document's own place does: |白云县|召开, |云岭区|政府召开."""


ACTS = (
    r"召开|举行|举办|组织|开展|部署|启动|出台|扎实|积极|全力|深入|认真|多措|强化|加强|推进|打造|抓好|做好|党(?![员代校])|综合|宣传|人民政府|政府|人大|办事处"
    r"|管委会|综治|纪委|\s*(?:$|[:：，,|]|20\d\d|[12]\d{3}年|日期|时间|发布|作者|点击)"
)
"""What follows the name of a town that acts, or that stands alone in a title or a source line."""

SMALL = {
    "镇": lazy(rf"镇(?={ACTS})", re.MULTILINE),
    "乡": lazy(rf"乡(?={ACTS})", re.MULTILINE),
    "街道": lazy(rf"街道(?={ACTS})", re.MULTILINE),
    "村": lazy(rf"村(?={ACTS})", re.MULTILINE),
    "社区": lazy(rf"社区(?={ACTS})", re.MULTILINE),
}
"""The ending of a township by its shape alone, where it acts in the title, the source line or the lead: 城关|镇|召开."""

WENT_TO = lazy(
    r"(?:赴|前往|抵达|走进|深入|来到|到|在|先后到|[、])([^\W\x00-\xff]{2,4}?)(镇|乡|街道)"
    r"(?=[、，,和及]|[^\W\x00-\xff]{1,8}(?:村|社区|小学|中学|学校|公司|项目|工业园)|调研|考察|检查|督导|督查|走访|慰问|视察|看望|指导)"
)
"""A township where a leader from above goes: 在|白水乡|，; 深入|石门镇|、|白水乡|调研."""

ZONES = {
    "经开区": ("经开区", "经济技术开发区", "经济开发区", "开发区"),
    "开发区": ("经开区", "经济技术开发区", "经济开发区", "开发区"),
    "高新区": ("高新区", "高新技术产业开发区", "高新技术开发区"),
}
"""The endings of full names that a generic name stands for."""


OWNER = lazy(
    r"(?:[主承]办(?:单位)?[:：]|版权所有[:：]?|欢迎(?:您)?(?:访问|光临|来到))\s?(?:中共)?"
    r"(?:[^\W\x00-\xff]{2,6}?[省市州盟])?(?P<name>[^\W\x00-\xff]{2,6}?[市区县旗州镇乡])(?:委|人民政府|政府|融媒体)"
)
"""Who owns the site that a page stands on: 主办：|云岭县|人民政府, 欢迎访问|云岭县|政府网."""

Weights = Counter[tuple[str, str]]
"""What speaks for a place, by its kind and name."""


@frozen
class Places:
    """The places that a document names, with what speaks for each as the document's own.

    Attributes:
        document: what `govtext.read` returns.
        divisions: the administrative divisions.

    >>> import govtext
    >>> places = Places(govtext.read("大观区召开区委常委会。区委书记主持会议，丰泽区客商参加。"))
    >>> places.of("区"), places.of("市")
    ('大观区', None)
    """

    document: Document
    divisions: Divisions = field(factory=divisions, repr=False)

    def of(self, level: str, *, hosts: bool = False, titled: str | None = None) -> str | None:
        """The document's own place of a kind (省 市 区 县 …), or None where none is named or several compete.

        Args:
            level: the kind.
            hosts: whether a leader from above is named, so that a place that is visited may be the document's own.
            titled: the one place of the kind that titles spell out; it counts where no name stands by itself.
        """
        own, visited = self._weights
        weights = own + visited if hosts else own
        ranked = sorted(
            ((weight, name) for (kind, name), weight in weights.items() if kind == level), reverse=True
        )
        if not ranked:
            named = titled or self._by_stem(level) or self._by_shape(level)
            visited_one = self._by_visit(level) if not named and hosts and level in SMALL else None
            return named or visited_one or self._by_owner(level)
        best, name = ranked[0]
        second = ranked[1][0] if len(ranked) > 1 else 0
        return name if second == 0 or best >= second + 3 else None

    @cached_property
    def _weights(self) -> tuple[Weights, Weights]:
        """For each kind and name, how much speaks for it as the document's own, and as a place that is visited."""
        text = self.document.text
        own: Weights = Counter()
        visited: Weights = Counter()
        often: Weights = Counter()
        lead = True
        for start, end, role in self.document.readable():
            lead_end = start
            if role == "body" and lead:
                lead_end, lead = self.document.sentence(start)[1], False
            for at, until, name in self._named(start, end):
                key = (kind_of(name), name)
                standing = _standing(text, at, until, key[0])
                if standing == "elsewhere":
                    continue
                bodies = 3 if OWN.match(text, until) else 0
                shown = 4 if role == "title" else 3 if role in ("metadata", "credit") or at < lead_end else 0
                often[key] += 1
                passing = 1 if not bodies + shown and often[key] <= 3 else 0
                (visited if standing == "visited" else own)[key] += bodies + shown + passing
        return own, visited

    def _named(self, start: int, end: int) -> list[tuple[int, int, str]]:
        """Divisions, townships and zones in a stretch of the document."""
        text = self.document.text
        found = [
            (at, until, entries[0].name)
            for at, until, entries in find_divisions(text, start, end, table=self.divisions)
        ]
        taken = {until for _, until, _ in found}
        shaped = [*find_townships(text, start, end), *find_zones(text, start, end)]
        return found + [item for item in shaped if item[1] not in taken]

    def _by_stem(self, level: str) -> str | None:
        """A place named without its ending where that alone tells: the source, a dateline, the head of the title."""
        text = self.document.text
        found: set[str] = set()
        for start, end, role in self.document.readable("title", "metadata", "body"):
            pattern = {"title": TITLE_START, "metadata": SOURCE}.get(role, DATELINE)
            match = (
                pattern.match(text, start, end)
                if role == "title"
                else pattern.search(text, start, min(end, start + 80))
            )
            if match and match[1] not in MEDIA:
                name = match[1] + level  # 安庆|市
                stands = any(entry.until is None for entry in self.divisions.get(name) or ())
                found |= {name} if stands and kind_of(name) == level else set()
        return found.pop() if len(found) == 1 else None

    def _by_shape(self, level: str) -> str | None:
        """A place that no table has, where the title, the source or the lead names it before what it does."""
        small = SMALL.get(level)
        if small is None and level not in ENDINGS:
            return None
        found: set[str] = set()
        lead = True
        for start, end, role in self.document.readable("title", "metadata", "body"):
            if role == "body" and not lead:
                break
            lead = lead and role != "body"
            until = self.document.sentence(start)[1] if role == "body" else end
            if small is not None:
                found |= {name for *_, name in find_shaped(small, 4, self.document.text, start, until)}
                continue
            hits = SHAPED[level].finditer(self.document.text, start, until)
            found |= {hit["name"] + level for hit in hits if not holds_border(hit["name"])}
        return found.pop() if len(found) == 1 else None

    def _by_visit(self, level: str) -> str | None:
        """The only township of its kind to which a leader from above goes."""
        text, found = self.document.text, set[str]()
        for start, end, _ in self.document.readable("title", "body"):
            for hit in WENT_TO.finditer(text, start, end):
                at = stem_before(text, hit.start(1), hit.end(1), 4)
                if hit[2] == level and at is not None:
                    found.add(text[at : hit.end(1)] + level)
        return found.pop() if len(found) == 1 else None

    def _by_owner(self, level: str) -> str | None:
        """The place whose site the page stands on, by the lines around the article: 主办：|云岭县|人民政府."""
        text = self.document.text
        found = {
            hit["name"]
            for start, end, _ in self.document.readable("boilerplate")
            for hit in OWNER.finditer(text, start, end)
            if hit["name"].endswith(level) and not holds_border(hit["name"])
        }
        return found.pop() if len(found) == 1 else None

    def zone(self, generic: str) -> str:
        """The zone that the document names in full for 经开区 or 新区, if only one, else the generic name.

        >>> import govtext
        >>> Places(govtext.read("6月1日上午，雄安新区党工委召开会议，研究部署重点工作。")).zone("新区")
        '雄安新区'
        """
        fitting = {name for name in self.zones() if name.endswith(ZONES.get(generic, (generic,)))}
        return fitting.pop() if len(fitting) == 1 else generic

    def zones(self) -> frozenset[str]:
        """The development zones that the document names in full before their bodies."""
        text = self.document.text
        return frozenset(
            name for start, end, _ in self.document.readable() for *_, name in find_zones(text, start, end)
        )


def _standing(text: str, start: int, end: int, kind: str) -> Literal["own", "visited", "elsewhere"]:
    """Whether a place may be the document's own, or is visited, or is one of a list or somebody else's."""
    before = text[max(0, start - BEFORE_NAME) : start]
    listed = (LISTED_BEFORE.search(before), LISTED_AFTER.match(text, end))
    if any(match and match[1] == kind for match in listed):
        return "elsewhere"
    if COMPARED_BEFORE.search(before) or COMPARED_AFTER.match(text, end):
        return "elsewhere"
    return "visited" if VISITED.search(before) or VISITED_AFTER.match(text, end) else "own"
