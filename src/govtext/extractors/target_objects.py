"""What a number counts or measures: the noun phrase behind it, before it, or shared over a list.

Used by `targets` alone. Counted things stand behind (133个|区重点项目) or before (高标准农田|20万亩), measured qualities
before (森林覆盖率达|60%); a phrase that is left out is the one of the number before (达到5万亿元、增长5%).
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from attrs import define, field, frozen

from ..patterns import lazy
from .target_nouns import (
    CLAUSE_SIGNS,
    CLOSED,
    EDGE,
    LONGEST,
    QUOTES,
    WITHIN,
    Left,
    behind_last,
    generics,
    measures,
    noun_before,
    noun_behind,
    stops,
    tidy,
    verb_end,
    without_brackets,
    without_leads,
    without_links,
)

if TYPE_CHECKING:
    from collections.abc import Sequence

    from .target_bounds import Quantity

__all__ = ["Objects"]

REACH = 160
"""How far before a number its noun, or the list that it closes, is looked for."""
FAR = 60
"""How far behind two numbers the noun that they share is looked for."""
NEAR = 20
"""How far a quality may stand behind what it belongs to: 观摩的3个|项目虽然总投资|20亿元."""

MEASURED = frozenset({"percent", "points", "rank", "multiple", "ratio", "other"})
"""Kinds whose object stands before the number: a share measures, it does not count."""
PEOPLE = frozenset({"人", "名", "人次", "户", "位"})
"""Units of people, to whom no 产值 belongs: 从业人员15万人，完成产值98亿元."""
PLACES = frozenset("镇乡村县区市道点组屯寨")
"""The last characters of places, of which people are none."""
PERSONS = frozenset({"人", "名"})
IS_OF = lazy(r"([\u4e00-\u9fff]{2,}?)[是为][\u4e00-\u9fff]{1,10}\Z")
"""What a multiple is of, beside what it is compared with."""
SUMS = ("总和", "之和", "同期")
"""What a multiple is of, beside another time: 是前三年|总和|的2.3倍."""
OF_PEOPLE = frozenset("师生员者工民兵士医")
"""The last characters of nouns of people: 教师, 医生, 护士."""
AGES = frozenset({"岁", "周岁"})
RATE_NOUNS = frozenset(
    {
        "目标", "增速", "速度", "增长", "水平", "比例", "幅度", "比重", "份额", "增幅", "以上", "增长率", "目标任务",
        "任务", "要求", "底线", "红线", "大关", "台阶", "规模", "关口", "关", "俱乐部", "门槛", "级别",
    }
)  # fmt: skip
"""Nouns behind a number that name no object: 增长8%的|目标, 突破千亿元|大关."""
LIKENED = lazy(r"(?<!原来)(?<!原先)(?<!过去)(?<!以前)的\Z")
"""What a length of time is like, not what it is of: 不平凡的|三年; not 办理时限由原来的|20天."""
GROWTH_GOAL = lazy(r"的(?:年均|预期|年度)?(?P<change>增长)(?:预期|年度)?(?:目标|速度|任务|要求|水平)")
"""6%以上|的增长目标."""
APPROXIMATIONS = frozenset({"以上", "以下", "左右"})
"""What makes a share one of what stands behind it: 八成以上|行政村."""
NEXT = 6
"""How far behind a quality its number may stand: 营业收入|均超过|百亿元."""
SHARED = 3
"""Characters that a list shares where its head is one: 建成率 of 美丽河湖、美丽海湾建成率."""
SHORT_NOUNS = frozenset("事税费款村县市区镇乡省州旗户人国港站厂校路桥岛")
"""Nouns of one character."""
GENERAL = frozenset(
    {"项目", "企业", "案件", "问题", "工程", "事项", "村", "户", "单位", "点位", "小区", "重点项目"}
)
"""Nouns that say too little without the qualifier that stands apart."""

ACTING = lazy(
    r"([\u4e00-\u9fff]{1,12}?(?:企业|项目|公司|单位|园区|乡镇|街道|学校|医院|农户|职工|社区|部门|合作社))[\u4e00-\u9fff]{2,4}"
)
"""Those that are counted and what they did, which the next number measures: 17家|供热企业|储煤57万吨."""
SIZES = frozenset({"money", "area", "length", "mass", "volume", "energy", "other"})
"""Kinds that describe a counted thing: 两条|600吨/日|生产线."""
BUILT = lazy(
    r"[、，](?:新建|扩建|改建|改扩建|新改扩建|改造|续建|迁建|维修|整治|新增|新开|新设|购置|建成|开工|竣工|提升)"
)
"""What may stand between two counts of one thing: 新建3所|、扩建|12所|中小学."""
OF_AGE = lazy(
    r"[\u4e00-\u9fff]{0,6}?(?:人群|老年人|老人|人员|居民|儿童|婴幼儿|青少年|青年|学生|干部|党员|教师|妇女|群众|劳动力|人口)"
)
"""Those of an age, before what is measured of them: 60岁以上|老年人|接种率."""
PROGRESS = lazy(
    r"(?:正在|基本|尚未|仍在|正)[\u4e00-\u9fff]{0,4}|(?:责令|当场|现场|立即|限期)[^，。；、]{0,6}整改|立行立改|立查立改"
)
"""What is done with those counted before: 正在推进|25项, 责令立即整改|5处; with a stop, 185家规上企业复工|162家."""
HARMED = frozenset({"死亡", "受伤", "失踪", "遇难"})
"""What happened to people who were not counted before: 死亡4人，受伤|9人."""
EACH = lazy("每[支个次家户人名队组批场期校班处]")
"""A measure word that stands for what it counted."""
DEED_TO_PEOPLE = lazy(
    r"(?!其|已|共|累|现|还|仅|均|约(?!谈))(?:公开|集中|诫勉|提醒)?(?:约谈|问责|追责|通报|处理|处分|处罚|批评|移送|留置|救治|救助|转移|安置|隔离|治愈|培训|慰问|列席|出席|缺席)(?:处理|处分|谈话|批评)?"
)
"""What is done to people, and says enough of them."""
APART = lazy(
    r"""(?x)
    (?: (?P<other>其他|其余|剩余|另外)                                                # 其他|3个|项目
      | (?P<verb>(?:新|已|在)?(?:观摩|签约|开工|竣工|投产|续建|新建|在建|走访|引进|招引|落地|储备|在谈|包联|帮扶
          |联系|受理|排查|抽查|入围|获奖|推介|承办|交办|上报|入库|退出|破获|转办))(?:[了的]|的这)?     # 观摩的|5个|项目
    )[ ]?(?:近|约|超过?|共)?\Z"""
)
PART_OF = lazy(r"(?:^|[，、,])(?:仅|只|约|已)?(?:为|是|相当于)[^，。；：、,;\d]{2,14}的\Z")
"""为年度预算的|102%, 仅为年度任务的|72%."""
ONLY = lazy(r"(?:就|也|还|则)(?:有|达|超|占|是)\Z")
"""仅产业园|就有|8亿元."""
FACETS = lazy(r"大?方面的?")
"""四个|方面的|工作."""
ATTENDING = lazy(
    r"""(?x) (?:分别|集中|现场|线上)?
    (?: 参会 | 与会 | (?:参加|出席|收看|收听|聆听)了?(?:此次|本次|今天的|这次|视频|现场)?
        (?:会议|大会|动员会|启动仪式|座谈会|培训会|推进会)?(?=[，。；、,;]|$) )                 # 600余人|参加会议
    """
)
HELD = lazy(r"(?:(?:主持|专题|组织|专门)?(?:召开|举办|举行|开展)|荣获|获得)了?")
"""3次|召开|深改委会议."""
NO_NOUNS = frozenset({"共", "仅", "只", "就", "时", "后", "之后", "中", "间"})
"""What may stand behind a number and names nothing: 实现产值38亿元|时."""
DEED = lazy(
    r"(?!(?:没有|尚未|未|仍|正|已|均|都|全部)|(?:竣工|开工|完工|投产|建成|入库|落地|签约|达产|启动|完成|通车|交付|出列|达标|销号|办结|上市|入住)[，。；：、,;])"
    r"[\u4e00-\u9fff]{2,4}(?=[，。；：、,;])"
)
"""A verb that stands as a noun: 三个|到位."""
SEVERALLY = 20
"""How far before the first number of a list its 分别 may stand."""
THAN_EACH = lazy(r"(?P<change>高于|低于|快于|慢于|优于|好于|高出|领先)(?P<bases>[^，。；\d]{2,16})")
"""分别|高于全国、全省1.6个、0.1个百分点."""
AGAIN = lazy(
    r"""(?x)
    (?:增加|提高|下降|增长|减少|扩大|上升|提升|降低|缩小|缩短|压缩|拓展)?[到至]        # 分别从7家、4家|增加到|10家、6家
    | [，,、](?:同比|比上年)?(?P<change>增长|下降|上升|减少|提高)了?                 # 收入分别达6万元、3万元|，增长|4%、5%
    """
)
"""What lets the things of a list be measured once more."""
LEVEL = lazy(r"[国省市县区乡镇][家级]?级?(?=[^级]{2})")
NUMBER_LIST = lazy(r"[ ]?[、和及与][ ]?(?:和|及)?\Z")
LOOSE_LIST = lazy(r"[ ]?[、和及与，,][ ]?(?:和|及)?\Z")
ENUMERATED = lazy(r"、")
CONJOINED = lazy(r"、|以及|及|和|与")
CONJUNCTION = lazy(r"以及|及|和|与")
COUNTDOWN = lazy(
    r"""(?x) (?:的时间)?(?P<after>[之以]?后)?[，,]?(?:就|即|便|将)*
    (?P<what>是|召开|迎来|举行|举办|到|进入|开幕)(?P<event>[^，。；、,;!！]{1,16})            # 还有5天|就是国庆
    """
)
YEAR_ENDS = {"今年": "年底", "全年": "年底"}
"""今年|只剩下20天."""
PLANNED = lazy(r"(?:年初|年度|全年|调整|目标|预期)*(?:预算|计划|任务|目标)+")
"""What a figure is a share of, and not what is spoken of next: 完成年初预算的61%，同比下降|3%."""
TURNED = lazy(
    r"""(?x)(?:^|[，。；：、,;\n])(?P<noun>[^，。；：、,;\d“”（）]{3,20}?)
    (?: 实现(?:倍增|转正|突破|新) | 由[负降跌]转[正升涨] | 止跌 | 企稳 | 稳中
      | (?:稳步|持续|明显|大幅|快速|显著|平稳|不断)(?=[增提回上下扩好改攀壮优]) )
    [^，。；：、,;\d]{0,6}[，、,][^，。；：、,;\d]{0,8}\Z"""
)
"""A clause that tells how something went, before its number: 规上企业数量|实现倍增、突破|500家."""
ORDINAL = lazy(r"第[0-9一二三四五六七八九十]+[个届次]")
"""就是|第22个|教师节."""
DISTANCE = lazy(
    r"(?:距离?|离|(?:从?现在|从今天)起?到|(?=年底|年末|月底|今年只?剩|全年只?剩))(?P<event>(?:\d{4}年)?[^，。；、,;\d*]{1,16}?)(?:仅|只)?(?:还|仅|只)?(?:有|剩下?|不足|不到|余)?\Z"
)
"""距大会还有|10天."""


@frozen(slots=True)
class Objects:
    """Finds what the quantities of one sentence count or measure."""

    def of(self, text: str, quantities: Sequence[Quantity], start: int, end: int) -> list[str | None]:
        """The object of each quantity of the sentence `text[start:end]`, in order; None where it names none."""
        return _Sentence(text, quantities, start, end).objects()


@define(slots=True)
class _Sentence:
    """A sentence while its numbers are read, with what the earlier ones were about.

    Attributes:
        text: the whole text.
        quantities: those of the sentence, in order.
        start: where the sentence begins.
        end: where it ends.
        noun: what the last number was about, without a direction.
        counted: what the last count was of.
        by_unit: what the last count in each measure word was of.
        quality: the last quality that belonged to something, such as 总投资.
        listed: what the last list under 分别 was about.
        recent: what all numbers so far were about.
    """

    text: str
    quantities: Sequence[Quantity]
    start: int
    end: int
    noun: str = ""
    quality: str = ""
    counted: str = ""
    by_unit: dict[str | None, str] = field(factory=dict[str | None, str])
    listed: list[str] = field(factory=list[str])
    recent: list[str] = field(factory=list[str])

    def objects(self) -> list[str | None]:
        """The object of each number."""
        found: list[str | None] = []
        lists = self.text.find("分别", self.start, self.end) >= 0
        while len(found) < len(self.quantities):
            names = (self._shared(len(found)) if lists else None) or [self._one(len(found))]
            self.recent += names
            found += [name or None for name in names]
        return found

    def _floor(self, i: int) -> int:
        """Where the text that belongs to a number may begin: behind the number before it."""
        floor = self.quantities[i - 1].end if i else self.start
        return max(floor, self.quantities[i].before - REACH)

    def _ceiling(self, i: int) -> int:
        """Where the text that belongs to a number ends: at the number behind it."""
        return self.quantities[i + 1].before if i + 1 < len(self.quantities) else self.end

    # --- lists under 分别 ---

    def _shared(self, i: int) -> list[str]:
        """The objects of a list under 分别: 金融业、软件业增加值分别增长9.7%、15.3%; empty for no list."""
        first, text = self.quantities[i], self.text
        if self.listed and (again := AGAIN.fullmatch(text, self.quantities[i - 1].end, first.before)):
            same = self._length_of_list(i) == len(self.listed)
            return [item + (again["change"] or "") for item in self.listed] if same else []
        if text.rfind("分别", max(self.start, first.before - SEVERALLY), first.before) < 0:
            return []
        clause = behind_last(CLAUSE_SIGNS, text, self._floor(i), first.before)
        hit = text.rfind("分别", clause, first.before)
        count = self._length_of_list(i)
        if hit == clause and self.noun and THAN_EACH.fullmatch(text, hit + 2, first.before):
            items = [self.noun] * count  # GDP增长6%，|分别高于全国、全省|0.6个、0.4个百分点
        else:
            items = self._listed(text[clause:hit], count) if hit >= 0 else []
        if not items:
            return []
        self.listed, self.noun = items, items[-1]
        return self._changed(items, text[hit + 2 : first.before])

    def _listed(self, phrase: str, count: int) -> list[str]:
        """The `count` things that the phrase before 分别 names, or the ones before them where it names none."""
        if count == 1:
            return []
        items = _items(phrase, count)
        if not items:
            items = self.listed if len(self.listed) == count else self.recent[-count:]
        return items if len(items) == count and all(items) else []

    def _changed(self, items: list[str], said: str) -> list[str]:
        """The things of a list with the direction between 分别 and the first number."""
        if (than := THAN_EACH.fullmatch(said)) and len(bases := ENUMERATED.split(than["bases"])) == len(
            items
        ):
            return [item + than["change"] + base for item, base in zip(items, bases, strict=True)]
        change = without_links(said)[1]
        return [item + change for item in items]

    def _length_of_list(self, i: int) -> int:
        """How many numbers stand in a row from number `i` on; commas join them only where nothing else does."""
        for sign in (NUMBER_LIST, LOOSE_LIST):
            last = i
            while last + 1 < len(self.quantities) and sign.fullmatch(
                self.text, self.quantities[last].end, self.quantities[last + 1].before
            ):
                last += 1
            if last > i:
                break
        return last - i + 1

    # --- one number ---

    def _one(self, i: int) -> str:
        """The object of one quantity."""
        quantity, floor = self.quantities[i], self._floor(i)
        if quantity.kind == "duration" and (event := self._countdown(quantity, floor)):
            return event
        left = self._left(i, floor)
        if (owner := self._owner_behind(i)) and left.noun in generics():
            return owner + left.noun
        if quantity.kind == "rank":
            left = left.ranked()
        name = self._quality(i, left, self._choose(i, left))
        subject = name.removesuffix(left.change)
        whole = self.text.startswith("占", behind_last(CLAUSE_SIGNS, self.text, floor, quantity.before))
        whole = whole or (quantity.kind == "percent" and PLANNED.fullmatch(subject) is not None)
        if subject and not (self.noun and (whole or subject.startswith(f"{self.noun}占"))):
            self.noun = subject
            if quantity.kind == "count":
                self.counted = self.by_unit[quantity.unit] = subject
        return name

    def _left(self, i: int, floor: int) -> Left:
        """The phrase before a number, from the last sign on; 、 is one too."""
        end = self.quantities[i].before
        if i and self.quantities[i - 1].kind == "count" and not EDGE.search(self.text, floor, end):
            floor += len(self._counted(floor, end))  # 3个项目|总投资20亿元
            floor += self.text.startswith("中", floor)  # 119家国有企业中|有86家
        elif i and self.text.startswith("级", floor):
            floor += 1  # 百亿级|产业集群2个
        part = without_brackets(self.text[floor:end])
        return Left(part[behind_last(EDGE, part, 0, len(part)) :])

    def _behind(self, i: int) -> str:
        """The phrase behind a number; two numbers may share it (11方面55项为民办实事项目)."""
        quantity, at, ceiling = self.quantities[i], self.quantities[i].end, self._ceiling(i)
        sign = self.text[at : at + 1]
        if sign in CLOSED:
            return self._shared_behind(i) if sign == "、" else ""
        if quantity.unit in ("个", "大") and (facets := FACETS.match(self.text, at)):
            rest = noun_behind(self.text, facets.end(), ceiling)
            return ("工作" if len(rest) < 2 or rest in stops() else rest) + "方面"
        if quantity.unit == "次" and (held := HELD.match(self.text, at, ceiling)):
            at = held.end()
        sized = quantity.kind == "money" and i + 1 < len(self.quantities)  # 亿元以上|项目占比超六成
        counting = quantity.kind == "count" or (sized and not EDGE.search(self.text, at, ceiling))
        name = self._counted(at, ceiling) if counting else noun_behind(self.text, at, ceiling)
        if quantity.unit in AGES and (people := OF_AGE.match(name)):
            name = people[0]
        if name in generics() and self._is_described(i, at + len(name)):
            name = noun_behind(self.text, self.quantities[i + 1].end, self.end)
        if name and name not in NO_NOUNS:
            return name
        return self._without_noun(i, at, ceiling) or ("" if name in NO_NOUNS else name)

    def _without_noun(self, i: int, at: int, ceiling: int) -> str:
        """What a number counts that stands before a verb: 600余人|参加会议, 三个|到位."""
        unit = self.quantities[i].unit
        if unit in ("人", "名", "人次") and ATTENDING.match(self.text, at, ceiling):
            return "参会人员"
        if unit == "个" and (deed := DEED.match(self.text, at, ceiling)):
            return deed[0]
        return self._shared_behind(i)

    def _is_described(self, i: int, at: int) -> bool:
        """Whether the next number stands at `at` and only describes what is behind it: 1个投资|5000万元以上|的工业项目."""
        if i + 1 == len(self.quantities):
            return False
        following = self.quantities[i + 1]
        return following.before == at and self.text.startswith("的", following.end)

    def _counted(self, at: int, ceiling: int) -> str:
        """The counted noun at `at`, without a quality of it that the next number measures: 9家工业企业|营业收入超百亿元."""
        name = noun_behind(self.text, at, ceiling)
        if at + len(name) < ceiling - NEXT or not self.text.startswith(name, at):
            return name
        quality = generics().match_back(name, len(name)) if len(name) > SHARED else None
        if quality and quality > 1:
            return WITHIN.sub("", name[:quality])
        acting = ACTING.fullmatch(name) if at + len(name) == ceiling else None
        return acting[1] if acting else name

    def _shared_behind(self, i: int) -> str:
        """What two numbers in a row count: 11方面|55项|项目, 3个|万亿级|产业."""
        if i + 1 == len(self.quantities):
            return ""
        quantity, following = self.quantities[i], self.quantities[i + 1]
        gap = self.text[quantity.end : following.before]
        if quantity.unit == "人" and following.unit not in PEOPLE and gap:
            return ""  # 3万人、|2万头大牲畜
        sized = following.kind in SIZES if quantity.kind == "count" else following.kind == "money"
        described = sized or following.unit in AGES
        listed = following.kind == "count" and (
            gap in ("", "的", "共", "、", "、共", "的共")
            or (following.unit == quantity.unit and BUILT.fullmatch(gap) is not None)
        )
        if (described and not gap) or listed:
            ceiling = self.quantities[i + 2].before if i + 2 < len(self.quantities) else following.end + FAR
            shared = noun_behind(self.text, following.end, min(ceiling, len(self.text)))
            if shared and shared not in RATE_NOUNS:
                return shared
        return self._described_behind(i)

    def _described_behind(self, i: int) -> str:
        """What sizes that stand between describe: 20起|50人以上或涉案金额100万元以上的|欠薪案件."""
        quantity = self.quantities[i]
        for size in self.quantities[i + 1 : i + 3]:
            gap = self.text[quantity.end : size.before]
            if (
                not size.approximated
                or len(gap) > NEAR
                or EDGE.search(gap)
                or stops().match(gap, 0) == len(gap) > 0
            ):
                return ""
            if self.text.startswith("的", size.end):
                return noun_behind(self.text, size.end, size.end + LONGEST)
        return ""

    def _owner_behind(self, i: int) -> str:
        """What a row of qualities belongs to: 总长58公里、总投资46亿元的|快速路."""
        if not self.text.startswith(("、", "，"), self.quantities[i].end):
            return ""
        for before, after in zip(self.quantities[i : i + 4], self.quantities[i + 1 : i + 4], strict=False):
            gap = self.text[before.end : after.before]
            if gap[:1] not in ("、", "，") or without_links(gap[1:])[0] not in generics():
                return ""
            if self.text.startswith("的", after.end):
                return noun_behind(self.text, after.end, after.end + LONGEST)
        return ""

    # --- before or behind ---

    def _choose(self, i: int, left: Left) -> str:
        """The phrase before or the one behind, by what the unit measures and by what is there."""
        quantity = self.quantities[i]
        if quantity.kind in MEASURED:
            return self._rate(i, left)
        grown = bool(left.change and left.noun)  # 能耗下降|3吨: nothing behind is asked for
        if quantity.kind == "duration" and self.text[quantity.before - 2 : quantity.before] == "连续":
            noun = self._with_whole(quantity, left.noun)
            return noun if len(noun) > 2 else ""
        behind = "" if grown else self._behind(i)
        if quantity.kind != "count" and (
            behind in RATE_NOUNS
            or behind.startswith("标准")
            or (len(behind) == 1 and behind not in SHORT_NOUNS)
        ):
            behind = ""  # 七天|里
        if quantity.kind in ("money", "duration"):
            if not behind:
                return self._size(i, left)
            noun = self._with_whole(quantity, left.noun)
            return behind + (noun if noun in generics() else "")
        return self._counted_thing(i, left, behind)

    def _size(self, i: int, left: Left) -> str:
        """What a sum or a length of time is of that has no noun behind it."""
        quantity = self.quantities[i]
        if quantity.kind == "duration" and quantity.unit not in AGES:
            if LIKENED.search(self.text, max(0, quantity.before - 3), quantity.before):
                return ""
            followed = self.text[quantity.end : quantity.end + 1] not in CLOSED
            if followed and CLAUSE_SIGNS.search(self.text, self._floor(i), quantity.before):
                return self._measured(quantity, left)  # 预算收入增长5.8%，|五年|累计减税96亿元
        return self._measured(quantity, left) or self.noun

    def _counted_thing(self, i: int, left: Left, behind: str) -> str:
        """What a count is of: the phrase behind it, else the one before, else what was counted before."""
        quantity = self.quantities[i]
        if len(behind) > 1 or behind in SHORT_NOUNS:
            joined = self.text.startswith("的", quantity.end)
            if not (joined and behind in RATE_NOUNS):
                return self._apart(i, behind)
        measured = self._measured(quantity, left)
        if known := self._counted_before(quantity, measured, behind):
            return known
        if quantity.unit in PERSONS and not (measured or behind) and (deed := self._deed(i)):
            return deed
        if quantity.unit in PERSONS and measured[-1:] in OF_PEOPLE and not left.change:
            return self._with_peers(i, measured)
        return measured or behind or self._again(i)

    def _counted_before(self, quantity: Quantity, measured: str, behind: str) -> str:
        """What was counted before, where the words beside a count only say which or how many of it."""
        if EACH.fullmatch(measured):
            return self.counted  # 组建5支队伍、每支不少于|10人
        part = not behind and self.text.startswith("的", quantity.before - 1)  # 达到序时进度的|5个
        done = PROGRESS.fullmatch(measured) or (
            stops().words.get(measured) == "stop" and measured not in HARMED
        )
        return self.by_unit.get(quantity.unit, "") if part or done else ""

    def _deed(self, i: int) -> str:
        """What was done with people whom the sentence does not name: 约谈|17人，问责|11人."""
        before = self.quantities[i].before
        clause = self.text[behind_last(EDGE, self.text, self._floor(i), before) : before]
        return clause if i and DEED_TO_PEOPLE.fullmatch(clause) else ""

    def _with_peers(self, i: int, noun: str) -> str:
        """A noun of people with those that it is counted together with: 招聘|教师、医生|120名."""
        floor, before = self._floor(i), self.quantities[i].before
        end = self.text.rfind(noun, floor, before)
        if end <= floor or self.text[end - 1] != "、":
            return noun
        pieces = self.text[behind_last(CLAUSE_SIGNS, self.text, floor, end) : end - 1].split("、")
        names = [noun]
        while pieces and pieces[-1][-1:] in OF_PEOPLE:
            names.insert(0, without_leads(noun_before(pieces.pop())))
        return "、".join(names)

    def _again(self, i: int) -> str:
        """What a count without a noun is of: the thing that its measure word counted, or what was spoken of last.

        共312个项目，总投资46亿元，已开工187个 counts 项目; people are no 乡镇 (5个乡镇986户).
        """
        quantity = self.quantities[i]
        apart = not i or self.quantities[i - 1].end < quantity.before
        if apart and (known := self.by_unit.get(quantity.unit)):
            return known
        if quantity.unit in PEOPLE and self.noun[-1:] in PLACES:
            return ""
        return self.counted if self.noun.endswith("率") else self.noun

    def _rate(self, i: int, left: Left) -> str:
        """What a share or a rate measures: mostly the phrase before; 80%以上的|行政村."""
        quantity = self.quantities[i]
        measured = self._measured(quantity, left)
        if not measured and i > 1 and self.text[self.quantities[i - 1].end : quantity.before] == "的":
            return f"{self.noun}占{self.recent[-1]}" if self.recent[-1] != self.noun else self.noun
        joined = self.text.startswith("的", quantity.end)
        attributive = joined or self.text[quantity.end - 2 : quantity.end] in APPROXIMATIONS
        if measured and (quantity.kind == "points" or not attributive):
            return measured
        if joined and (aim := GROWTH_GOAL.match(self.text, quantity.end)):
            return (left.noun or self.noun) + aim["change"]
        behind = self._behind(i)
        if behind in RATE_NOUNS:
            return measured or self.noun or behind
        if (
            behind
            and quantity.kind != "points"
            and not (joined and (left.change or left.noun.endswith("率")))
        ):
            return behind
        return measured or self.noun

    def _measured(self, quantity: Quantity, left: Left) -> str:
        """The phrase before a number, with its direction; of the number before where only a direction is there."""
        noun = self._with_whole(quantity, left.noun)
        if len(noun) == 1 and noun not in SHORT_NOUNS:
            noun = ""  # 三要在|48小时内
        counted = quantity.kind == "count" and quantity.before == quantity.start
        if not noun and quantity.kind != "duration" and not counted:
            noun = self._turned(quantity)
        if not (noun or left.change):
            return ""
        measured = (noun or self.noun) + left.change
        if measured and quantity.rule == "number of digits" and self.text.startswith("增长", quantity.end):
            measured += "增长"
        return measured

    def _turned(self, quantity: Quantity) -> str:
        """The subject of the clause right before, which has no number: 投资增速由负转正、力争达到|3%."""
        at = max(self.start, quantity.before - LONGEST * 2)
        match = TURNED.search(self.text, at, quantity.before)
        return without_leads(noun_before(match["noun"])) if match else ""

    def _with_whole(self, quantity: Quantity, noun: str) -> str:
        """A share of something with what it is a share of: 占耕地面积的|65%, 为年度预算的|102%."""
        if quantity.kind == "multiple" and (owner := IS_OF.match(noun)):
            return owner[1]  # 平均投资强度是我们的|2倍
        if not self.noun:
            return noun
        if noun.startswith("占") and not noun.startswith("占地"):
            of_whole = quantity.kind not in MEASURED and self.text.startswith("的", quantity.end)
            return noun[1:] if of_whole else self.noun + noun  # 占年度任务|2.4亿元|的61.3%
        if quantity.kind == "multiple" and (noun.startswith("相当于") or noun.endswith(SUMS)):
            return self.noun  # 相当于前五年总和的|1.5倍, 是前三年总和的|2.3倍
        if quantity.kind == "percent" and PART_OF.search(
            self.text, max(0, quantity.before - 30), quantity.before
        ):
            return f"{self.noun}占{noun}"
        return noun

    def _apart(self, i: int, name: str) -> str:
        """A general noun with the qualifier that stands before its number."""
        quantity = self.quantities[i]
        if name not in GENERAL or quantity.kind != "count":
            return name
        match = APART.search(self.text, max(self._floor(i), quantity.before - 8), quantity.before)
        return name if match is None else (match["other"] or match["verb"]) + name

    def _quality(self, i: int, left: Left, name: str) -> str:
        """投资 and the like with the thing that they belong to, which stands before in the sentence.

        观摩的3个项目总投资20亿元 measures 观摩项目总投资; 仅产业园就有8亿元 the 总投资 of 产业园.
        """
        quantity = self.quantities[i]
        if quantity.kind in ("percent", "points", "rank"):
            return name
        if not (left.change or self.quality or name in generics()) or name != left.noun + left.change:
            return name
        if left.noun in generics():
            self.quality = left.noun
            counted = (
                i and self.quantities[i - 1].kind == "count" and self.quantities[i - 1].unit not in PEOPLE
            )
            near = counted and quantity.before - self.quantities[i - 1].end < NEAR
            return (self.noun.removesuffix(left.noun) if near else "") + left.noun + left.change
        if (
            left.noun
            and self.quality
            and ONLY.search(self.text, max(0, quantity.before - 4), quantity.before)
        ):
            return left.noun + self.quality
        return name

    def _countdown(self, quantity: Quantity, floor: int) -> str:
        """还有5天就是国庆, 距大会还有10天: 距…天数; empty where nothing is counted down to."""
        unit = (quantity.unit or "").removeprefix("个")
        if match := DISTANCE.search(self.text, floor, quantity.before):
            return f"距{YEAR_ENDS.get(match['event'], match['event'])}{unit}数"
        match = COUNTDOWN.match(self.text, quantity.end, self.end)
        ahead = self.text[max(floor, quantity.before - 6) : quantity.before]
        if match is None or not (match["after"] or any(word in ahead for word in ("还有", "再过", "剩"))):
            return ""
        ceremony = match["what"] if match["what"] in ("召开", "举行", "举办", "开幕") else ""
        event = ORDINAL.sub("", match["event"].rstrip("了的"))
        return f"距{event}{ceremony}{unit}数"


def _items(phrase: str, count: int) -> list[str]:
    """The `count` things that a list before 分别 names, each with the head that the list shares."""
    phrase, _ = without_links(QUOTES.sub("", phrase))
    pieces = [piece for piece in ENUMERATED.split(phrase) if piece]
    if len(pieces) < count:
        pieces = [piece for piece in CONJOINED.split(phrase) if piece]
    if len(pieces) < count:  # 城乡居民收入分别增长5%、6%
        whole = tidy(without_leads(phrase))
        return [whole] * count if whole else []
    if len(pieces) > count:
        halves = [piece for piece in CONJUNCTION.split(phrase) if piece]
        pieces = halves if len(halves) == count else pieces[-count:]
    pieces = [tidy(without_leads(piece)) for piece in pieces]
    if cut := verb_end(pieces[0]):
        pieces[0] = pieces[0][cut[1] :]
    head = measures().match_back(pieces[-1], len(pieces[-1]))
    if pieces[0].endswith("级") and (rank := LEVEL.match(pieces[-1])):  # 国家级、省级企业技术中心
        pieces = [p + pieces[-1][rank.end() :] if p.endswith("级") else p for p in pieces]
    elif head:
        shared = pieces[-1][head:] if len(pieces[-1]) - head > 1 else pieces[-1][-SHARED:]
        pieces = [p if measures().match_back(p, len(p)) is not None else p + shared for p in pieces]
    return pieces if all(pieces) else []
