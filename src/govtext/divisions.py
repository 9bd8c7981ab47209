"""China's administrative divisions from province to county, with official codes, and where a text names them.

The table `data/divisions.tsv` holds every name since 1980 with its six-digit code of GB/T 2260 and its years; its
header names the packages it was made of. Townships, streets and villages are too many to list: `find_townships` knows
them by their shape.
"""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING, Literal, NamedTuple, TypeAlias

from .lexicon import Lexicon, read_columns, read_rows
from .patterns import lazy

if TYPE_CHECKING:
    from collections.abc import Iterator

__all__ = [
    "Division",
    "Divisions",
    "Level",
    "divisions",
    "find_divisions",
    "find_shaped",
    "find_townships",
    "find_zones",
    "holds_border",
    "kind_of",
    "stem_before",
]

Level = Literal["province", "prefecture", "county"]


class Division(NamedTuple):
    """A division under one code and one name.

    Attributes:
        code: six digits of GB/T 2260, such as `340803`.
        name: in full, such as `大观区`.
        since: the first year of the tables (from 1980 on) with this name, or None where it is older.
        until: the last year, or None where it stands.

    >>> Division("340803", "大观区").level
    'county'
    """

    code: str
    name: str
    since: int | None = None
    until: int | None = None

    @property
    def level(self) -> Level:
        """Province, prefecture or county, by the code; a county-level city is a county."""
        return (
            "province"
            if self.code.endswith("0000")
            else "prefecture"
            if self.code.endswith("00")
            else "county"
        )

    def lies_in(self, other: Division) -> bool:
        """Whether `other` is a higher division that holds this one, by the codes."""
        part = other.code.rstrip("0") if other.level == "province" else other.code[:4]
        return self.code != other.code and other.level != "county" and self.code.startswith(part)


Divisions: TypeAlias = Lexicon[tuple[Division, ...]]
"""Names, each with the divisions that bear or bore it."""


@cache
def divisions() -> Divisions:
    """Every name of the table with the divisions that bear or bore it, read on first use.

    >>> [division.code for division in divisions()["大观区"]]
    ['340803']
    """
    codes, names, since, until = read_columns("divisions")
    named: dict[str, tuple[Division, ...]] = {}
    for division in map(Division._make, zip(codes, names, _years(since), _years(until), strict=True)):
        name = division.name
        named[name] = (*named[name], division) if name in named else (division,)
    return Lexicon(named)


def _years(cells: list[str]) -> list[int | None]:
    return [int(cell) if cell else None for cell in cells]


GENERIC = frozenset(
    {"城区", "郊区", "矿区", "新区", "市区", "东区", "西区", "一区", "二区", "和县", "开发区"}
)
"""Names that are common nouns first: 晋城市城区 is a district, 城区道路 is not; nor is 市和县."""

ENDING = lazy(r"[省市区县旗州盟](?![域间别块段位际场值])")
"""The last character of a division's name, where no longer word goes on: 区域, 区间, 市场, 州际."""

KINDS = {"自治区": "省", "自治州": "州", "地区": "地", "林区": "区", "特区": "区", "特别行政区": "省"}


def kind_of(name: str) -> str:
    """The character that stands for a division's kind in titles: 市 for 市长, 市委书记; 省 also for 自治区.

    >>> kind_of("大观区"), kind_of("内蒙古自治区"), kind_of("阿坝藏族羌族自治州"), kind_of("海口镇")
    ('区', '省', '州', '镇')
    """
    for ending in ("特别行政区", "自治区", "自治州", "地区", "林区", "特区"):
        if name.endswith(ending):
            return KINDS[ending]
    return "街道" if name.endswith("街道") else name[-1:]


def find_divisions(
    text: str, start: int = 0, end: int | None = None, *, table: Divisions | None = None
) -> Iterator[tuple[int, int, tuple[Division, ...]]]:
    """Where `text[start:end]` names divisions in full: `(start, end, divisions of that name)`, in order.

    Common nouns (城区), longer words (区域) and a title that only looks like a county (代县长) are left out.

    >>> [found[-1].code for _, _, found in find_divisions("安庆市大观区召开区委全会")]
    ['340800', '340803']
    """
    names = divisions() if table is None else table
    done = start
    for hit in ENDING.finditer(text, start, len(text) if end is None else end):
        at = names.match_back(text, hit.end(), done)
        if at is None:
            continue
        name = text[at : hit.end()]
        if name in GENERIC or (
            (len(name) == 2 or name.endswith("城市")) and not _stands_free(text, at, hit.end())
        ):
            continue
        yield at, hit.end(), names[name]
        done = hit.end()


BORDER_BEFORE = lazy(r"(?:[省市州盟]|地区|中共|[\s，。、；：:,;（(“《])\Z")
BODY_AFTER = lazy(r"[县市区]?(?:委|人民|政府|人大|政协)|召开|举行")


def _stands_free(text: str, start: int, end: int) -> bool:
    """Whether a name that other words run into is one: 应县县委, 盐城市政府, not 各地应县, 代县长 or 新增城市绿地."""
    bordered = start == 0 or BORDER_BEFORE.search(text[max(0, start - 2) : start])
    higher = start > 0 and text[start - 1] in "省市州"
    return bool(bordered and (higher or BODY_AFTER.match(text, end))) and text[end : end + 1] != "长"


TOWNSHIP = lazy(
    r"(?:镇|乡|街道)(?=党委|党工委|纪委|人民政府|政府|办事处|人大|武装部|综治|召开|举行|举办|组织召开|镇长|乡长)"
)
"""The end of a township or street before its body: 海口镇党委, 丰泽街道办事处."""

ZONE_ACTS = lazy("区(?=党工委|工委|管委会|管理委员会|党委|召开|举行|举办)")
"""The last character of a zone before its body, which tells fast that there is none."""

ZONE = lazy(rf"(?:开发|经开|高新|新|工业园|产业园|示范|保税|度假|管理|试验|合作|风景){ZONE_ACTS.pattern}")
"""The end of a development zone before its body: 两江新区管委会, 大观经济开发区党工委."""

STEM = lazy(
    r".*(?:[\W\x00-\xff]|[区县市旗州省盟了的于给共]|^)([^\W\x00-\xff]{2,})\Z",
    re.DOTALL,
)
"""What stands before such an ending, from the nearest border on: 安庆市|大观, 中共|海口."""

NO_STEM = lazy(
    r"[全我本该此级]|[几两多一二三四五六七八九十]+(?:个|大|类|级)|.*[各的了着们是即每某这那其等]"
    r"|(?:相关|有关|重点|中心|特色|特色小|小城|城|村|集|乡|古|开发|高新|经济|经济技术|高新技术|新|老|周边|沿线|边远|部分|贫困|建制|县城|市区|城区|城市|.*[大乡级由在把将被])\Z|第|[前现时历曾]任"
)
"""What is no name: 各|镇, 两个|镇, 重点|镇, 特色小|镇."""

OPENS_CLAUSE = lazy(
    r"(?:在|到|赴|由|和|与|及|共|向|对|从|让|请|驻|是|以|为|把|将|被|给)(?=[^\W\x00-\xff]{2})"
)
"""A word of one character before a name; not in 和平, 向阳."""

LIKE_OPENING = (
    "和平",
    "和顺",
    "和睦",
    "和田",
    "和谐",
    "和美",
    "和兴",
    "和畅",
    "向阳",
    "向前",
    "向荣",
    "共和",
    "共青",
    "从江",
    "为民",
)
"""Names that begin like such a word."""


@cache
def _borders() -> Lexicon[None]:
    """Words that stand before the name of a place and are no part of it (要求, 听取)."""
    return Lexicon(dict.fromkeys(word for (word,) in read_rows("place_borders")))


def holds_border(name: str) -> bool:
    """Whether a word that is no part of a place's name begins or ends what looks like one.

    >>> holds_border("会后"), holds_border("白云")
    (True, False)
    """
    return _borders().match(name, 0) is not None or _borders().match_back(name, len(name)) is not None


def stem_before(text: str, start: int, end: int, longest: int) -> int | None:
    """Where the name of a place begins whose ending stands at `end`, by its shape; None where there is no name.

    >>> stem_before("听取石门镇党委汇报", 0, 4, 4), stem_before("要求乡党委书记", 0, 2, 4)
    (2, None)
    """
    floor = max(start, end - longest - 6)
    found = STEM.match(text[floor:end])
    if found is None:
        return None
    at = floor + found.start(1)
    for _, until, _ in _borders().find(text, at, end):
        at = until
    if OPENS_CLAUSE.match(text, at, end) and not text.startswith(LIKE_OPENING, at):
        at += 1
    if not 2 <= end - at <= longest or NO_STEM.match(text, at, end):
        return None
    return at


def find_townships(text: str, start: int = 0, end: int | None = None) -> Iterator[tuple[int, int, str]]:
    """Townships, towns and streets, known by their shape and by the body that follows.

    >>> [name for *_, name in find_townships("大观区海口镇党委书记发言，各乡镇党委书记参加")]
    ['海口镇']
    """
    yield from find_shaped(TOWNSHIP, 4, text, start, len(text) if end is None else end)


def find_zones(text: str, start: int = 0, end: int | None = None) -> Iterator[tuple[int, int, str]]:
    """Development zones, known by their shape and by the body that follows.

    >>> [name for *_, name in find_zones("两江新区党工委召开会议")]
    ['两江新区']
    """
    end = len(text) if end is None else end
    if ZONE_ACTS.search(text, start, end):
        yield from find_shaped(ZONE, 8, text, start, end)


def find_shaped(
    ending: re.Pattern[str], longest: int, text: str, start: int, end: int
) -> Iterator[tuple[int, int, str]]:
    """Places known by their shape: names of two to `longest` characters before what `ending` finds.

    >>> from govtext.patterns import lazy
    >>> [name for *_, name in find_shaped(lazy("镇(?=召开)"), 4, "城关镇召开会议，各乡镇召开会议", 0, 15)]
    ['城关镇']
    """
    for hit in ending.finditer(text, start, end):
        at = stem_before(text, start, hit.start(), longest)
        if at is not None:
            yield at, hit.end(), text[at : hit.end()]
