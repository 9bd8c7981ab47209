"""What a title says about the body that its holder serves: a place's leadership, or an office.

`区委书记` is a post of a district that the title does not name; `徐州市市长` names its city; `区人武部部长` serves
an office, 区人武部.
"""

from __future__ import annotations

import re
from functools import cache, lru_cache
from typing import TYPE_CHECKING

from attrs import frozen

from .divisions import divisions, find_divisions, stem_before
from .lexicon import Lexicon, read_rows
from .patterns import lazy

if TYPE_CHECKING:
    from .divisions import Divisions

__all__ = ["Post", "is_authorship", "is_generic_zone", "is_label", "post_of"]


@frozen(slots=True)
class Post:
    """What a title says about its body.

    Attributes:
        level: the kind of place that the post leads (省 市 区 县 镇 …), or None for a post in an office and where
            the title does not say (`政协主席`); 工委 for a street or zone that the title leaves open (`党工委书记`).
        name: the place that the title spells out, or the office; None where it names neither.
        leads_place: whether it is a post in a place's party committee, government, congress or consultative
            conference.
    """

    level: str | None
    name: str | None
    leads_place: bool


FORMER = lazy(r"^(?:原|前任?|时任|现任|新任|拟任|候任|中国共产党|中共(?!中央))+")
"""What stands before a title and is no part of the body: 原市长, 时任区委书记, 中共贾汪区委."""

FORMER_WITHIN = lazy(r"(?<=[会委局厅府部院协办组省市区县镇乡])原(?=[副党主书常秘局部厅院区县市镇乡省])")
"""The same behind the body: 市人大常委会|原|副主任, 市委|原|书记."""

ASIDE = lazy(r"[（(][^（）()]*[)）]")
"""What a title adds in brackets: 镇纪委书记|（监察办主任）."""

QUALIFIED = lazy(r"(?:(?:有关|相关|在家|分管|部分|其他)|(?<=委)常委)+(?=(?:主要)?(?:党政)?(?:领导|班子))")
"""What a title says of which leaders are meant: 县政协|有关|领导, 区委|常委|班子成员."""

JOINED = lazy(
    r"(?P<level>[省市州盟区县旗镇乡])(?:委|人大(?:常委会)?|政府|政协)[、和]?(?=(?P=level)(?:委|人大|政府|政协))"
)
"""All but the last of a place's bodies that share a title: |县人大、县政府、|县政协领导."""

CANDIDATE = lazy(r"(?<=[长席任官员])(?:候选人|人选)\Z")
"""What a title says of an office that its holder does not have yet: 市长|候选人."""

LEVEL = r"自治区|自治州|自治县|地区|地(?=委)|街道|社区|省|市|州|盟|区|县|旗|镇|乡|村"

ZONE = r"开发区|经开区|高新区|工业园区|产业园区|工业区|园区|新区|示范区|保税区|度假区|风景区|管理区|试验区|合作区"

RANK = r"""
    (?:第一|常务|专职|执行|代理?|候补|兼|党组)*副?          # 常务副主任
    (?:书记|主席|主任委员|主任|秘书长|常务?委员?|(?:组织|宣传|统战|政法|纪检)?委员|成员|负责人|负责同志|领导|专员|行署专员|巡视员|调研员|专员|督学)
"""

OF_PLACE = lazy(
    rf"""
    (?P<where>.*?)(?P<level>{ZONE}|{LEVEL})?
    (?:
        (?:党工委|党委|工委|(?<=[省市州盟区县旗镇乡村地])委(?:员会)?)(?:常委会|常务委员会|党组)?      # 区委, 街道党工委
      | (?:人民)?政府(?:党组)? | 管委会(?:党组)? | 管理委员会 | (?:人民政府)?办事处 | 行署 | 行政公署
      | (?:人大|政协)工委 | 人大(?:常委会|常务委员会)?(?:机关)?(?:党组)? | 人民代表大会(?:常务委员会)?(?:党组)?
      | 政协(?:委员会|常委会)?(?:机关)?(?:党组)? | 政治协商会议(?:委员会)?
      | 党组 | 党总支 | 党支部 | 党总支部 | 村委会 | 居委会 | 村民委员会 | 居民委员会 | 支部
    )
    {RANK}
    """,
    re.VERBOSE,
)
"""A post in the body of a place or of an office: 丰泽区|政府|副秘书长, 县公安局|党委|书记."""

HEAD = lazy(
    r"(?P<where>.*?)(?:[省市州盟区县旗镇乡]?人民政府|(?<![^省市州盟区县旗镇乡])政府)?(?:第一|常务|代理?)*副?(?P<level>自治区|省|市|州|盟|区|县|旗|镇|乡|村|街道)(?:长|(?<=自治区)(?:政府)?副?主席)(?:助理)?"
)
"""The head of a place's government: 常务副区长, 徐州市市长."""

LEADERS = lazy(
    rf"(?P<where>.*?)(?P<level>{LEVEL}|{ZONE})(?:委|政府|级)?(?:党政|[四五六几]套班子|[四五]大班子|四大家|四家|老)*(?:主要)?"
    r"(?:领导|党政领导班子成员|领导班子成员|班子成员)(?:同志|干部|班子成员|成员)?"
)
"""A collective of a place: 区领导, 县四套班子领导."""

BENCH = lazy("人大|人民代表|政协|政府")
"""Bodies of a place that a title may name without its kind: 政协主席."""

LEVELS = lazy(f"(?:{LEVEL})+")
DOUBLED = lazy(rf"({LEVEL})\1$")
"""A level said twice: 大观|区区|委."""

ZONES_ONLY = lazy(rf"(?:经济技术?|高新技术(?:产业)?)?(?:{ZONE})")

WITHIN_TOWNSHIP = lazy(r".{2,6}?(?:街道|镇|乡)(?=[^\W\x00-\xff]{2,}(?:村|社区)\Z)")
"""The town or street before a village or community: 西花园街道|和谐社区."""

LONGEST_STEM = 12
"""The longest name of a place that no table has, without its ending: zones with their city (安庆经济技术|开发区) have ten."""

LONGEST_NAME = 5
"""The same of other places; the longer ones (自治县) are all in the table."""

ZONE_ENDS = tuple(ZONE.split("|"))

BRANCH = lazy("党工委|人大工委|政协工委|管委会|管理委员会|办事处")
"""Bodies that only streets and zones have: 党工委书记, 管委会主任."""

LEVELS_ONLY = lazy("(?:省|市|区|县|州|镇|乡|直|级|各)+")
"""Several levels at once: 市|县领导."""

NO_BODY = frozenset(
    {
        "国家",
        "全国",
        "党",
        "党和国家",
        "我国",
        "政府",
        "党委",
        "党组",
        "支部",
        "代表",
        "与会",
        "有关",
        "部门",
        "单位",
        "有关部门",
        "方面",
    }
)

OF_SESSION = lazy(r"(?:.*(?:大会|会议|全会|论坛|主席团|座谈会|仪式|活动|代表团|调研组|组委会|筹委会))\Z")
"""What meets and is no office: 大会|执行主席, 主席团|常务主席, 代表团|团长."""

POSTED_TO = lazy(r".*驻.*[^局处厅院部组队委团馆社站所]\Z")
"""Where an envoy is posted, no office either: 德国驻广州|总领事."""

LEAD_IN = lazy(
    r"(?:党组|党委|党工委|党总支|党支部|常务|第一|代理?|专职|执行|名誉|候补|[一二三四]级|首席|高级|兼|前|原|资深|著名"
    r"|主治|住院|副?[处科厅局]级|正)+$"
)
"""Words between an office and the rank: 区教育局|党组|书记, 市商务局|二级|调研员."""

NO_PLACE = lazy(
    f"^(?:{LEVEL})$|[省州盟]$|落实|贯彻|按照|根据|学习|传达|省政府|市政府|(?<![祥共])和(?![平谐顺睦田美兴畅政龙静])|与|及"
)
"""What is no place of its own: 自治区; a province or prefecture that the table lacks; 落实|市委书记…."""

UNITS = (
    "局",
    "厅",
    "部",
    "处",
    "科",
    "院",
    "所",
    "台",
    "社",
    "站",
    "署",
    "馆",
    "分局",
    "支队",
    "大队",
    "总队",
    "中队",
)
"""Units whose name a short title swallows: 商务局长 is the head of 商务局."""

OWN_BODY = lazy("纪委|监委|纪工委|政法委|人武部")
"""Bodies that stand in the table of ranks together with their head: 纪委书记, 政法委书记."""

MORE_RANKS = (
    "成员",
    "班子成员",
    "领导班子成员",
    "负责同志",
    "主要负责人",
    "主要负责同志",
    "有关负责人",
    "相关负责人",
    "常务委员",
    "领导",
)


@cache
def _ranks() -> Lexicon[str]:
    """Words that end a title, behind the body (局长, 二级调研员)."""
    return Lexicon(
        {word: "office" for word, kind in read_rows("titles") if kind == "office"}
        | dict.fromkeys(MORE_RANKS, "office")
    )


@cache
def _labels() -> frozenset[str]:
    return frozenset(word for word, kind in read_rows("titles") if kind == "label")


def is_label(title: str) -> bool:
    """Whether a title tells what somebody did for the page (撰稿人, 记者), not a post.

    >>> is_label("撰稿人"), is_label("区长")
    (True, False)
    """
    return title in _labels() or title.endswith(("记者", "通讯员"))


@lru_cache(maxsize=4096)
def is_authorship(title: str) -> bool:
    """Whether a title says that somebody wrote or made the page; who hosts (主持) may host the meeting.

    >>> is_authorship("撰稿人"), is_authorship("主持人")
    (True, False)
    """
    return is_label(title) and not title.startswith("主持")


def post_of(title: str, table: Divisions | None = None) -> Post | None:
    """The post that a title names, or None for forms of address, ranks alone and labels of the credits.

    Args:
        title: as `Officials` reads it.
        table: the administrative divisions; None for the built-in ones.

    >>> post_of("区委副书记")
    Post(level='区', name=None, leads_place=True)
    >>> post_of("徐州市市长").name, post_of("区人武部部长").name, post_of("商务局长").name
    ('徐州市', '区人武部', '商务局')
    >>> post_of("同志")
    """
    return _known(title) if table is None or table is divisions() else _read(title, table)


@lru_cache(maxsize=4096)
def _known(title: str) -> Post | None:
    """The posts of titles that come again and again, with the built-in divisions."""
    return _read(title, divisions())


def _read(title: str, table: Divisions) -> Post | None:
    for told in (FORMER, ASIDE, FORMER_WITHIN, CANDIDATE, QUALIFIED, JOINED):
        title = told.sub("", title)
    if is_label(title):
        return None
    return _of_place(title, table) or _of_office(title)


def is_generic_zone(name: str) -> bool:
    """Whether a zone is called by its sort alone.

    >>> is_generic_zone("经开区"), is_generic_zone("两江新区")
    (True, False)
    """
    return ZONES_ONLY.fullmatch(name) is not None


def _of_place(title: str, table: Divisions) -> Post | None:
    match = LEADERS.fullmatch(title) or HEAD.fullmatch(title) or OF_PLACE.fullmatch(title)
    if match is None:
        return None
    where, level = match["where"], match["level"]
    if level is None and (not where or title.endswith("行署专员")):
        return _without_level(title)
    if level is None or where.endswith("团"):  # 县公安局党委书记, 团区委书记
        return _of_office(title)
    if LEVELS_ONLY.fullmatch(where):
        return Post(_short(level), None, leads_place=True) if where == level else None
    return Post(_short(level), _last_place(where + level, table), leads_place=True)


def _without_level(title: str) -> Post | None:
    """A post in a body that names neither its place nor its kind: 政协主席 of the document's, 党委书记 of anything."""
    if title.endswith("行署专员"):
        return Post("地", None, leads_place=True)
    if BRANCH.match(title):
        return Post("工委", None, leads_place=True)
    return Post(None, None, leads_place=True) if BENCH.match(title) else None


def _short(level: str) -> str:
    return {"自治区": "省", "自治州": "州", "自治县": "县", "地区": "地"}.get(level, level)


def _last_place(text: str, table: Divisions) -> str | None:
    """The lowest place that a title spells out: 安徽省安庆市大观区 is 大观区, 大观区区 (of 区委) too."""
    doubled = DOUBLED.search(text)
    if doubled:
        text = text[: -len(doubled[1])]
    done = 0
    for _, end, found in find_divisions(text, table=table):
        if end == len(text):
            return found[0].name
        done = end
    township = WITHIN_TOWNSHIP.match(text, done)
    rest = text[township.end() if township else done :]
    if is_generic_zone(rest):
        return rest
    stem = len(rest) - (2 if rest.endswith(("街道", "社区")) else 1)
    longest = LONGEST_STEM if rest.endswith(ZONE_ENDS) else LONGEST_NAME
    at = stem_before(rest, 0, stem, longest)
    if at is None or rest[-2:-1] == "族" or NO_PLACE.search(rest):  # 要求|乡党委书记, 藏族|县长
        return None
    return rest[at:]


def _of_office(title: str) -> Post | None:
    at = _ranks().match_back(title, len(title))
    if at is None:
        return None
    own_body = OWN_BODY.match(title, at)
    at = own_body.end() if own_body else at
    rank = title[at:]
    body = LEAD_IN.sub("", title[:at])
    unit = rank.removeprefix("副").removesuffix("长")
    if rank.endswith("长") and not rank.startswith("副"):
        short = next((u for u in sorted(UNITS, key=len, reverse=True) if unit.endswith(u)), "")
        if (
            short
            and (len(unit) > len(short) or body)
            and not (body + unit[: -len(short)]).endswith(short[-1])
        ):
            body += unit  # 商务局长, 宣传部长
    if len(body) < 2 or body in NO_BODY or OF_SESSION.match(body) or POSTED_TO.match(body):
        return None
    if LEVELS.fullmatch(body) or is_label(body) or rank.endswith(("代表", "大臣")):  # 群众|代表, 工业|大臣
        return None
    return Post(None, body, leads_place=False)
