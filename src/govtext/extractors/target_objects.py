"""What a number counts or measures: the noun phrase behind it, before it, or shared over a list.

Used by `targets` alone. Counted things stand behind (133个|区重点项目) or before (高标准农田|20万亩), measured qualities
before (森林覆盖率达|60%); a phrase that is left out is the one of the number before (达到5万亿元、增长5%).
"""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING

from attrs import define, field, frozen

from ..lexicon import Lexicon, read_rows
from ..patterns import lazy

if TYPE_CHECKING:
    from collections.abc import Sequence

    from .target_quantities import Quantity

__all__ = ["Objects"]


def _words(*roles: str) -> dict[str, str]:
    return {word: role for role in roles for word, kind in read_rows("target_nouns") if kind == role}


@cache
def stops() -> Lexicon[str]:
    """Words that end a noun phrase behind a number, and the longer words in which they do not."""
    return Lexicon(_words("stop", "keep"))


@cache
def verbs() -> Lexicon[str]:
    """Verbs behind which the counted noun begins, and the longer words in which they are no verbs."""
    return Lexicon(_words("keep", "verb"))


@cache
def links() -> Lexicon[str]:
    """What stands between a noun and its number."""
    return Lexicon(_words("link"))


@cache
def changes() -> Lexicon[str]:
    """Directions: 增长, 下降."""
    return Lexicon(_words("change"))


@cache
def leads() -> Lexicon[str]:
    """What is dropped from the beginning of a phrase; 有效 or 国有 are not begun by 有."""
    return Lexicon(_words("lead", "keep"))


@cache
def generics() -> Lexicon[str]:
    """Qualities that say little alone: 投资, 收入, 面积."""
    return Lexicon(_words("generic"))


@cache
def measures() -> Lexicon[str]:
    """Heads that a list shares: 金融业、软件业增加值."""
    return Lexicon(_words("measure"))


REACH = 160
"""How far before a number its noun, or the list that it closes, is looked for."""
LONGEST = 26
"""Characters of a noun phrase at most; a longer stretch between signs is a clause."""

EDGE = lazy(r"[，。；：、,;:!！?？\n（）()\[\]【】《》_*…—|×]")
CLAUSE_START = lazy(r"[，。；：,;:!！?？\n（）()【】《》_*…—|]")
QUOTES = str.maketrans("", "", "“”‘’\"'")
DATE_HEAD = lazy(
    r"(?:(?:国庆|春节|元旦|五一|中秋|汛期|节|\d{1,2}月\d{1,2}日|\d{1,2}日)前|(?:[到至自从在]|截至|截止|力争到|确保到|计划到|预计到|努力到)?(?:[12]\d{3}年|[去今明]年|上年|全年|年内|年底|[上下]半年|前?[一二三四1-4]季度|前[一二三四五六七八九十\d]+个?[季月]度?|本世纪末|“?十[一二三四五]五”?(?:期间|时期|末)?|未来[一二三四五六七八九十\d]+年|(?:过去|近|今后|最近)?[三五十\d]+年(?:来|间|内)?|\d{1,2}月份?)(?:\d{1,2}月份?)?(?:底|末|初)?(?:以?[前来内]|之前)?(?:[，,])?)+"
)
DATE_TAIL = lazy(r"(?:[12]\d{3}年|[去今明上]年|上年|同期|年初|“?十[一二三四五]五”?)(?:同期|末|底|初|期间)?(?:的|时)?\Z")
COMPARED = lazy(r"(?:按可比价格?(?:计算)?|扣除价格因素|按不变价格?(?:计算)?|实际|名义|同比|环比|同口径|可比口径|(?:比|较)[^，。；、]{0,12}?(?:年|期|初|月|底|末|平均|平均水平|五|前|常年)|与[^，。；、]{0,10}?相比|年均|累计|(?:人均|户均)?(?:每(?:人|户|月|年|天|亩|吨|生|套|名|个|家))+)\Z")
RESPECTIVELY = lazy(r"分别")
FACETS = lazy(r"(?:大)?方面的?")
COUNTDOWN = lazy(r"(?:的时间)?(?P<after>[之以]?后)?[，,]?(?:就|即|便|将)*(?P<what>是|召开|迎来|举行|举办|到|进入|开幕)(?P<event>[^，。；、,;!！]{1,16})")
DISTANCE = lazy(r"(?:距离?|离)(?P<event>[^，。；、,;\d*]{1,16}?)(?:仅|只)?(?:还|仅|只)?(?:有|剩下?|不足|不到|余)?\Z")
RATE_NOUNS = frozenset({"目标", "增速", "速度", "增长", "水平", "比例", "幅度", "比重", "份额", "增幅", "以上", "增长率", "目标任务", "任务", "要求", "底线", "红线", "大关", "台阶", "规模", "关口", "关", "俱乐部", "门槛", "的规模", "级别"})
TAIL_VERB = lazy(r"(?:(?:建设|改造|整治|整改|创建|新建|实施)(?:任务|工作)|建设|(?:(?<=项目)|(?<=工程)|(?<=园区)|(?<=基地))(?:实施|改造|推进)+|任务)\Z")
NUMBER_LIST = lazy(r"[ ]?[、和及与，,][ ]?(?:和|及)?\Z")


BRACKETS = lazy(r"[（(][^（）()\n\d]{1,6}[)）]")
"""An addition inside a noun: 县（市、区）, 新（改）建, 套（间）."""
ATTACHED = lazy(r"(?:级|以上|之?内)?的?")


def noun_behind(text: str, start: int, end: int) -> str:
    """The noun phrase that begins at `start`, before the first sign or verb of `text[start:end]`.

    >>> noun_behind("133个区重点项目建设开工", 4, 12)
    '区重点项目'
    """
    text = BRACKETS.sub("", text[start : min(end, start + LONGEST + 8)])
    at = ATTACHED.match(text).end()  # type: ignore[union-attr]
    stop = min(len(text), at + LONGEST)
    if edge := EDGE.search(text, at, stop):
        stop = edge.start()
    for begin, finish, role in stops().find(text, at, min(stop + 4, len(text))):
        del finish
        if begin >= stop:
            break
        if role == "stop":
            stop = begin
            break
    phrase = text[at:stop].translate(QUOTES).strip()
    head = phrase.rpartition("的")[2] if phrase.count("的") else phrase
    return TAIL_VERB.sub("", head if len(head) > 1 else phrase.removesuffix("的"))


SUFFIXES = "率额数量面度值期力者品物性费员金款站标资"
"""What makes a noun of a verb: 办结率."""


@frozen(slots=True)
class Left:
    """The phrase before a number: what is measured, and in which direction it goes."""

    noun: str
    change: str = ""
    bare: bool = False


def noun_before(text: str, start: int, end: int) -> Left:
    """The noun phrase that ends at `end`, within the clause part `text[start:end]`.

    >>> noun_before("全市地区生产总值比上年增长", 0, 13)
    Left(noun='地区生产总值', change='增长', bare=False)
    """
    phrase, change = _without_links(BRACKETS.sub("", text[start:end]).translate(QUOTES).rstrip())
    subject = ""
    for begin, finish, role in reversed(list(verbs().find(phrase))):
        if role == "verb" and finish < len(phrase) and phrase[finish] not in SUFFIXES:
            subject, phrase = phrase[:begin], phrase[finish:].removeprefix("了")
            break
    phrase = _without_leads(phrase)
    if phrase in generics() and (owner := _without_leads(_without_links(subject)[0])) and len(owner) > 1:
        phrase = owner + phrase
    return Left(_tidy(phrase), change, bare=not phrase)


def _without_links(phrase: str) -> tuple[str, str]:
    """The phrase without what links it to the number, and the direction that stood there."""
    change = ""
    if than := THAN.search(phrase):
        phrase, change = phrase[: than.start()], than[0]
    for _ in range(8):
        size = len(phrase)
        if (at := links().match_back(phrase, len(phrase))) is not None and not _protected(phrase, at):
            phrase = phrase[:at]
        elif not change and (at := changes().match_back(phrase, len(phrase))) is not None:
            change, phrase = phrase[at:], phrase[:at]
            phrase = COMPARED.sub("", phrase)
        else:
            phrase = DATE_TAIL.sub("", COMPARED.sub("", phrase))
        phrase = phrase.rstrip("，, 、")
        if len(phrase) == size:
            break
    return phrase, change


def _protected(phrase: str, at: int) -> bool:
    """Whether the link is the end of a word, as 有 in 国有."""
    if phrase[at:] == "均" and phrase[at - 1 : at] in "人户亩年县村" and at:
        return True
    begin = stops().match_back(phrase, len(phrase))
    return begin is not None and begin < at and stops()[phrase[begin:]] == "keep"


THAN = lazy(r"(?:(?:高于|低于|快于|慢于|优于|好于|领先|高出)[^，。；、]{1,12}|[高低超快](?:全[国省市县区州]|上年|同期))\Z")
"""A comparison that takes the place of a direction: 高于全国|2个百分点."""
RANK_TAIL = lazy(
    r"(?:均|都|继续|再次|连续|位|稳|跃|名)*(?:居|列|排|位于|保持|提升[至到]|跃升[至到]|上升[至到]|进[入位]|跻身|迈[入进])*(?:[全我本][国省市县区州]|世界|全球|国内|[中西东]{1,2}部|西南|西北|东北|内地|沿海|周边)?(?:同类[^，。；、]{0,6})?(?:排名|排位|排序|位次)?\Z"
)
"""What stands between what is ranked and its rank: 通车里程|均居全国|第2位."""


def _without_leads(phrase: str) -> str:
    """The phrase without adverbs, places, dates and verbs at its beginning."""
    while phrase:
        if date := DATE_HEAD.match(phrase):
            phrase = phrase[date.end() :].lstrip("，,的")
            continue
        end = leads().match(phrase, 0)
        if end is None or leads()[phrase[:end]] == "keep" or (end == len(phrase) and phrase in generics()):
            return phrase
        if end > 1 and phrase[end : end + 1] in SUFFIXES and phrase[end:]:
            return phrase
        phrase = phrase[end:].lstrip("，,")
    return phrase


def _tidy(phrase: str) -> str:
    """Short enough to be a noun phrase, without 的 at its edges."""
    phrase = phrase.strip("的、，, ")
    if len(phrase) > LONGEST:
        phrase = phrase.rpartition("的")[2] or phrase[-LONGEST:]
    head, _, tail = phrase.rpartition("的")
    if head and tail in ("比重", "比例", "占比", "份额", "数量", "人数", "面积", "总量", "强度"):
        return head.replace("的", "") + tail
    return tail if len(tail) > 1 else phrase


@define(slots=True)
class _Memory:
    """What earlier numbers of the sentence were about, for those that leave it out."""

    noun: str = ""
    quality: str = ""
    listed: list[str] = field(factory=list)
    recent: list[str] = field(factory=list)


@frozen(slots=True)
class Objects:
    """Finds what the quantities of one sentence count or measure."""

    def of(self, text: str, quantities: Sequence[Quantity], start: int, end: int) -> list[str | None]:
        """The object of each quantity of the sentence `text[start:end]`, in order; None where it names none."""
        memory = _Memory()
        found: list[str | None] = []
        skip = 0
        for i, quantity in enumerate(quantities):
            if i < skip:
                continue
            shared = _shared(text, quantities, i, start, memory)
            if shared:
                found += shared
                skip = i + len(shared)
                continue
            name = _one(text, quantities, i, start, end, memory)
            found.append(name or None)
            memory.recent.append(name)
        return found


def _clause_start(text: str, start: int, end: int, edge: re.Pattern[str]) -> int:
    """Where the stretch before `end` begins: behind the last sign."""
    last = start
    for sign in edge.finditer(text, start, end):
        last = sign.end()
    return last


def _shared(text: str, quantities: Sequence[Quantity], i: int, start: int, memory: _Memory) -> list[str] | None:
    """The objects of a list under 分别: 金融业、软件业增加值分别增长9.7%、15.3%."""
    first = quantities[i]
    if text.rfind("分别", max(start, first.before - 8), first.before) < 0:
        return None
    floor = quantities[i - 1].end if i else start
    clause = _clause_start(text, max(start, floor, first.before - REACH), first.before, CLAUSE_START)
    hit = text.rfind("分别", clause, first.before)
    if hit < 0:
        return None
    count = 1
    while i + count < len(quantities) and NUMBER_LIST.fullmatch(text, quantities[i + count - 1].end, quantities[i + count].before):
        count += 1
    if count == 1:
        return None
    change = _without_links(text[hit + 2 : first.before])[1]
    items = _items(text[clause:hit], count)
    if not items:
        items = memory.listed if len(memory.listed) == count else [name for name in memory.recent[-count:] if name]
        if len(items) != count:
            return None
    memory.listed = items
    memory.noun = items[-1]
    return [item + change for item in items]


def _items(phrase: str, count: int) -> list[str]:
    """The `count` things that a list before 分别 names, each with the head that the list shares."""
    phrase = phrase.translate(QUOTES)
    phrase, _ = _without_links(phrase)
    for pattern in (r"、", r"、|以及|及|和|与"):
        pieces = [piece for piece in re.split(pattern, phrase) if piece]
        if len(pieces) >= count:
            break
    else:
        whole = _tidy(_without_leads(phrase))
        return [whole] * count if whole else []
    if len(pieces) > count:
        both = re.split(r"以及|及|和|与", phrase)
        pieces = [piece for piece in both if piece] if len(both) == count else pieces[-count:]
    pieces = [_tidy(_without_leads(piece)) for piece in pieces]
    cut = next((f for b, f, role in reversed(list(verbs().find(pieces[0]))) if role == "verb" and f < len(pieces[0])), 0)
    pieces[0] = pieces[0][cut:]
    head_at = measures().match_back(pieces[-1], len(pieces[-1]))
    if head_at:
        head = pieces[-1][head_at:]
        pieces = [p if measures().match_back(p, len(p)) is not None else p + head for p in pieces]
    return pieces if all(pieces) else []


def _one(text: str, quantities: Sequence[Quantity], i: int, start: int, end: int, memory: _Memory) -> str:
    """The object of one quantity."""
    quantity = quantities[i]
    floor = max(quantities[i - 1].end if i else start, quantity.before - REACH)
    ceiling = quantities[i + 1].before if i + 1 < len(quantities) else end
    if quantity.kind == "duration" and (event := _countdown(text, quantity, floor, end)):
        return event
    if i and quantities[i - 1].kind == "count" and not EDGE.search(text, floor, quantity.before):
        floor += len(noun_behind(text, floor, quantity.before))  # 3个项目|总投资20亿元
    elif i and text[floor : floor + 1] == "级":
        floor += 1  # 百亿级|产业集群2个
    left = _left(text, floor, quantity.before)
    if left.noun in generics() and (owner := _owner_behind(text, quantities, i)):
        return owner + left.noun
    behind = _behind(text, quantities, i, ceiling)
    if quantity.kind == "rank":
        left = Left(_tidy(RANK_TAIL.sub("", left.noun)), left.change)
    name = _apart(text, quantity, _choose(text, quantity, left, behind, memory), behind, floor)
    name = _quality(text, quantities, i, left, name, memory)
    subject = name.removesuffix(left.change) if left.change and name.endswith(left.change) else name
    if subject and not (memory.noun and subject.startswith(f"{memory.noun}占")):
        memory.noun = subject
    return name


ATTENDING = lazy(r"(?:分别|集中|现场|线上)?(?:参会|与会|(?:参加|出席|收看|收听|聆听)(?:了)?(?:此次|本次|今天的|这次|视频|现场)?(?:会议|大会|动员会|启动仪式|座谈会|培训会|推进会)?(?=[，。；、,;]|$))")
"""600余人|参加会议."""
DEED = lazy(r"[\u4e00-\u9fff]{2,4}(?=[，。；：、,;])")
"""A verb that stands as a noun: 三个|到位."""
SHORT_NOUNS = frozenset("村县市区镇乡省州旗户人国港站厂校路桥岛")
"""Nouns of one character."""
def _owner_behind(text: str, quantities: Sequence[Quantity], i: int) -> str:
    """What a row of qualities belongs to: 总长58公里、总投资46亿元的|快速路."""
    for j in range(i + 1, min(i + 4, len(quantities))):
        gap = text[quantities[j - 1].end : quantities[j].before]
        if gap[:1] not in ("、", "，") or _without_links(gap[1:])[0] not in generics():
            return ""
        if text.startswith("的", quantities[j].end):
            return noun_behind(text, quantities[j].end, quantities[j].end + LONGEST)
    return ""


APART = lazy(
    r"(?:(?P<other>其他|其余|剩余|另外)|(?P<verb>(?:新|已|在)?(?:观摩|签约|开工|竣工|投产|续建|新建|在建|走访|引进|招引|落地|储备|在谈|包联|帮扶|联系|受理|排查|抽查|入围|获奖|推介|承办|交办|上报|入库|退出|破获|转办))(?:[了的]|的这)?)[ ]?(?:近|约|超过?|共)?\Z"
)
"""A qualifier that stands apart from its noun: 其他|3个|项目, 观摩的|5个|项目."""
PART_OF = lazy(r"(?:^|[，、,])(?:为|是|相当于)[^，。；：、,;\d]{2,14}的\Z")
GENERAL = frozenset({"项目", "企业", "案件", "问题", "工程", "事项", "村", "户", "单位", "点位", "小区", "重点项目"})
"""Nouns that say too little without the qualifier."""


def _apart(text: str, quantity: Quantity, name: str, behind: str, floor: int) -> str:
    """A general noun with the qualifier that stands before its number."""
    if name != behind or name not in GENERAL or quantity.kind != "count":
        return name
    match = APART.search(text, max(floor, quantity.before - 8), quantity.before)
    return name if match is None else (match["other"] or match["verb"]) + name


def _quality(
    text: str, quantities: Sequence[Quantity], i: int, left: Left, name: str, memory: _Memory
) -> str:  # fmt: skip
    """投资 and the like with the thing that they belong to, which stands before in the sentence.

    观摩的3个项目总投资20亿元 measures 观摩项目总投资; 仅产业园就有8亿元 the 总投资 of 产业园.
    """
    quantity = quantities[i]
    if quantity.kind in ("percent", "points", "rank") or name != left.noun + left.change:
        return name
    if left.noun in generics():
        owner = memory.noun if i and quantities[i - 1].kind == "count" and quantity.before - quantities[i - 1].end < 20 else ""
        name = owner.removesuffix(left.noun) + left.noun
        memory.quality = left.noun
    elif left.noun and memory.quality and ONLY.search(text, max(0, quantity.before - 4), quantity.before):
        name = left.noun + memory.quality
    return name


ONLY = lazy(r"(?:就|也|还|则)(?:有|达|超|占|是)\Z")


def _left(text: str, floor: int, end: int) -> Left:
    """The phrase before a number, from the last sign on; 、 is one too."""
    part = BRACKETS.sub("", text[floor:end])
    return noun_before(part, _clause_start(part, 0, len(part), EDGE), len(part))


def _behind(text: str, quantities: Sequence[Quantity], i: int, ceiling: int) -> str:
    """The phrase behind a number; two numbers may share it (11方面55项为民办实事项目)."""
    quantity = quantities[i]
    at = quantity.end
    if FACETS.match(text, at) and quantity.unit in ("个", "大"):
        facets = FACETS.match(text, at)
        rest = noun_behind(text, facets.end() if facets else at, ceiling)
        if rest in stops() or len(rest) == 1:
            rest = ""
        return (rest or "工作") + "方面"
    name = noun_behind(text, at, ceiling)
    if not name and quantity.unit in ("人", "名", "人次") and ATTENDING.match(text, at, ceiling):
        return "参会人员"
    if not name and quantity.kind == "count" and quantity.unit == "个" and (deed := DEED.match(text, at, ceiling)):
        name = deed[0]
    if name in ("", "共") and i + 1 < len(quantities) and at == ceiling and quantities[i + 1].kind == "money":
        far = quantities[i + 2].before if i + 2 < len(quantities) else len(text)
        return noun_behind(text, quantities[i + 1].end, min(far, ceiling + 60))  # 3个|万亿级产业
    if name in ("", "共") and i + 1 < len(quantities) and text[at:ceiling] in ("", "的", "共", "、", "、共", "的共"):
        following = quantities[i + 1]
        further = quantities[i + 2].before if i + 2 < len(quantities) else ceiling + 60
        shared = noun_behind(text, following.end, min(len(text), further))
        if following.kind == "count" and shared:
            return shared
    return name


def _choose(text: str, quantity: Quantity, left: Left, behind: str, memory: _Memory) -> str:
    """Before or behind, by what the unit measures and by what is there."""
    joined = text[quantity.end : quantity.end + 1] == "的"
    if behind in RATE_NOUNS and quantity.kind not in ("percent", "points", "count"):
        behind = ""
    noun = left.noun
    if noun.startswith("占") and memory.noun and not noun.startswith("占地"):
        noun = memory.noun + noun
    if PART_OF.search(text, max(0, quantity.before - 30), quantity.before) and memory.noun and quantity.kind == "percent":
        noun = f"{memory.noun}占{noun}"  # 为年度预算的|102%
    measured = (noun or memory.noun) + left.change if (noun or left.change) else ""
    if quantity.rule == "number of digits" and text.startswith("增长", quantity.end) and measured:
        measured += "增长"
    if quantity.kind in ("percent", "points", "rank", "multiple", "ratio", "other"):
        attributive = joined or quantity.end - quantity.start and text[quantity.end - 2 : quantity.end] in ("以上", "以下", "左右")
        if behind and behind not in RATE_NOUNS and (attributive or not measured) and quantity.kind != "points":
            return behind if not joined or not left.change else measured
        return measured or memory.noun or (behind if behind in RATE_NOUNS else "")
    if quantity.kind == "duration" and text[quantity.before - 2 : quantity.before] == "连续":
        return noun if len(noun) > 2 else ""
    if quantity.kind == "money" or quantity.kind == "duration":
        if behind and noun and (joined or noun in generics()) and not left.change:
            return behind + (noun if noun in generics() else "")
        if behind and not left.change and behind not in RATE_NOUNS:
            return behind
        return measured or memory.noun
    counted = quantity.kind == "count" or behind not in RATE_NOUNS
    if behind and counted and (len(behind) > 1 or behind in SHORT_NOUNS) and not left.change:
        return behind
    return measured or behind or memory.noun


def _countdown(text: str, quantity: Quantity, floor: int, end: int) -> str:
    """还有5天就是国庆, 距大会还有10天: 距…天数."""
    unit = (quantity.unit or "").removeprefix("个")
    if match := DISTANCE.search(text, floor, quantity.before):
        return f"距{match['event']}{unit}数"
    match = COUNTDOWN.match(text, quantity.end, end)
    ahead = text[max(floor, quantity.before - 6) : quantity.before]
    if match is None or not (match["after"] or "还有" in ahead or "再过" in ahead or "剩" in ahead):
        return ""
    event = match["event"].rstrip("了的")
    ceremony = match["what"] if match["what"] in ("召开", "举行", "举办", "开幕") else ""
    return f"距{event}{ceremony}{unit}数"
