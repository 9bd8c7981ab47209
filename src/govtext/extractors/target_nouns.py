"""Noun phrases beside a number: the one behind it, and the one before it with its direction.

Used by the modules of `targets` alone. There is no parser and no word segmentation: tables say which words end a phrase
behind a number, which link it to a number behind it, and which are dropped from its beginning.
"""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING

from ..lexicon import Lexicon, read_rows
from ..patterns import lazy

if TYPE_CHECKING:
    import re

__all__ = [
    "CLAUSE_SIGNS", "CLOSED", "EDGE", "LONGEST", "QUOTES", "WITHIN", "Left", "behind_last", "generics", "measures",
    "noun_before", "noun_behind", "stops", "tidy", "verb_end", "without_brackets", "without_leads",
    "without_links",
]  # fmt: skip


def _words(*roles: str) -> dict[str, str]:
    return {word: role for role in roles for word, kind in read_rows("target_nouns") if kind == role}


@cache
def stops() -> Lexicon[str]:
    """Words that end a noun phrase behind a number, and the longer words in which they do not."""
    return Lexicon(_words("stop", "keep"))


@cache
def participles() -> Lexicon[str]:
    """Stops that may begin the phrase behind a number: 6条|续建高铁."""
    return Lexicon(_words("participle"))


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
    """What is dropped from the beginning of a phrase; 有效 and 国有 are not begun by 有."""
    return Lexicon(_words("lead", "keep"))


@cache
def generics() -> Lexicon[str]:
    """Qualities that say little alone: 投资, 收入, 面积."""
    return Lexicon(_words("generic"))


@cache
def measures() -> Lexicon[str]:
    """Heads that a list shares: 金融业、软件业增加值."""
    return Lexicon(_words("measure"))


LONGEST = 26
"""Characters of a noun phrase at most; a longer stretch between signs is a clause."""
CLAUSE_SIGNS = lazy(r"[，。；：,;:!！?？\n（）()【】《》_*…—|]")
"""Signs that end a clause; 、 is none."""
EDGE = lazy(r"[，。；：、,;:!！?？\n（）()\[\]【】《》_*…—|×\ufffd]")
"""Signs that end a phrase."""
CLOSED = frozenset("，。；：、,;:!！?？\n）)]【】《》_*…—|×\ufffd")
"""Signs behind which a number has no noun; a bracket may be an addition inside one."""
QUOTES = lazy("[“”‘’\"']")
BRACKETS = lazy(r"[（(][^（）()\n\d]{1,6}[)）]")
"""An addition inside a noun: 县（市、区）, 新（改）建, 套（间）."""
SUFFIXES = frozenset("率额数量面度值期力者品物性费员金款站标资占")
"""What makes a noun of a verb: 办结|率."""
RAISED = frozenset(
    {"争取", "争取到", "争取上级", "落实", "安排", "筹集", "筹措", "整合", "拨付", "下达", "募集", "投入"}
)
"""What is done with money: 争取|资金 is no noun, 补助资金 is one."""


def behind_last(signs: re.Pattern[str], text: str, start: int, end: int) -> int:
    """Where the stretch before `end` begins: behind the last sign, or at `start`.

    >>> behind_last(CLAUSE_SIGNS, "上半年，全区投资", 0, 8)
    4
    """
    sign = signs.search(text[start:end][::-1])
    return start if sign is None else end - sign.start()


# --- behind a number ---

ATTACHED = lazy(r"(?:级|以上|之?内|不间断)?的?")
"""What ties a phrase to its number: 百亿|级|产业, 3名以上|的|巡查员."""
GRADES = lazy(r"[A-Z](?:[、和/][A-Z])+级")
"""137栋|C、D级|危房."""
ATTACHED_STARTS = frozenset("级以之内不的")
HONOUR = lazy(r"(?<=单位|集体|同志|个人|企业|家庭|乡镇|部门|学校|干部|党员|职工|村民)“")
"""A title given to what is counted: 授予12个单位|“先进单位”称号."""
WITHIN = lazy(r"(?<=[^高初集其途])(?:之|当)?中\Z")
"""119家|国有企业中."""
DATE_BEHIND = lazy(r"\d{1,4}[年月日]")
"""7个项目|9月底前开工."""
DEALT_WITH = lazy(
    r"[\u4e00-\u9fff]{2,6}(?:改造|整治|治理|修复|检测|排查|征迁|征收|拆迁)\Z|(?:改制|改造|重组|拍卖|租赁|巡查|值守|整治|整改|搬迁|重建|修缮|监管|排查|核查|审核|验收|饮水|出行|就业|就医|上学|用水|用电|住房|安置|转产"
    r"|增殖|养护|维护|维修|升级|补贴|补助|生产|生活|配套|清产核资|情况|(?:工作|情况|专题)?汇报|述职|发言)+(?:工作|任务|困难|问题|需求|难题)?\Z"
)
"""What is done with the counted thing, or what it lacks: 5个重点企业|的改制, 2万头大牲畜|的饮水困难."""
DESCRIBED = lazy(
    r"(?:(?:尚|仍|还)?[未没]有?|排名|位居|位列|表现|成绩|工作|作用|进度|进展|推进)[^，。；：、,;的\d*（(“]{1,6}的(?=[\u4e00-\u9fff]{2})"
)
"""What stands between a number and its noun: 3名|排名靠后的|支部书记, 12个|尚未整改到位的|问题."""
TASKS = frozenset({"任务", "目标", "目标任务"})
"""What is to be done with the counted thing: 3.26万|贫困人口脱贫|的任务."""
TASK_VERB = lazy(r"(?<=[\u4e00-\u9fff]{2})(?:改制|脱贫|出列|摘帽|搬迁|改造|建设|整治|化解|清零|销号)\Z")
"""13家|国有企业|改制|的清产核资."""
TAIL_VERB = lazy(
    r"""(?x)
    (?: (?:建设|改造|整治|整改|创建|新建|实施)(?:任务|工作)                   # 老旧小区|改造任务
      | (?:建设|改造|整治|整改|实施|推进|运行|进展)+(?:情况|进度|进展)              # 通村公路|建设情况
      | 建设                                                             # 停车场|建设
      | (?<=[组局委办镇乡村县区市门位家部所])(?:工作|情况|专题)*汇报                            # 专项小组|工作汇报
      | (?<=[\u4e00-\u9fff]{2})(?:除险加固|加固|修复|修缮|清淤|重建|排查整治|检测|鉴定)                      # 病危桥梁|加固
      | (?<=[\u4e00-\u9fff]{3})(?:转化|摘帽|销号|清零)                              # 空壳村|转化
      | (?:(?<=项目)|(?<=工程)|(?<=园区)|(?<=基地))(?:实施|改造|推进|修复|治理|扩建|[春夏秋冬]季施工)+        # 重点项目|实施
    )\Z"""
)


TAIL_VERB_ENDS = frozenset("务作设造施进况度展复理建固缮淤报治测定工化帽号零")
"""The last characters of what `TAIL_VERB` matches: the quick way out."""


def without_brackets(text: str) -> str:
    """The text without additions inside nouns: 新（改）建 is 新建."""
    return BRACKETS.sub("", text) if "（" in text or "(" in text else text


def noun_behind(text: str, start: int, limit: int) -> str:
    """The noun phrase that begins at `start`, before the first sign or verb of `text[start:limit]`.

    >>> noun_behind("133个区重点项目建设开工", 4, 13)
    '区重点项目'
    """
    text = without_brackets(text[start : min(limit, start + LONGEST + 8)])
    attached = ATTACHED.match(text) if text[:1] in ATTACHED_STARTS else None
    at = attached.end() if attached else 0
    if grades := GRADES.match(text, at):
        return grades[0] + noun_behind(text, grades.end(), len(text))
    stop = min(len(text), at + LONGEST)
    if edge := EDGE.search(text, at, stop):
        stop = edge.start()
    if "“" in text and (honour := HONOUR.search(text, at, stop)):
        stop = honour.start()
    described = DESCRIBED.match(text, at, stop) if "的" in text else None
    if (
        described
        and leads().match(text, described.end()) is None
        and verbs().match(text, described.end()) is None
    ):
        at = described.end()
    stop = _first_stop(text, at, stop)
    phrase = QUOTES.sub("", text[at:stop]).strip().removeprefix("一次性")
    if phrase.endswith("中"):
        phrase = WITHIN.sub("", phrase)
    if "的" in phrase:
        owner, _, head = phrase.rpartition("的")
        if len(head) > 1:
            dealt = len(owner) > 1 and (DEALT_WITH.match(head) or head in TASKS)
            phrase = TASK_VERB.sub("", owner.rpartition("的")[2]) if dealt else head
        else:
            phrase = phrase.removesuffix("的")
    return TAIL_VERB.sub("", phrase) if phrase[-1:] in TAIL_VERB_ENDS else phrase


def _first_stop(text: str, at: int, end: int) -> int:
    """Where the first word or date of `text[at:end]` begins that ends a noun phrase; `end` where none does."""
    for begin, finish, role in stops().find(text, at, min(end + 4, len(text))):
        if begin >= end:
            break
        participle = begin == at and text[begin:finish] in participles() and finish + 1 < end
        if role == "stop" and not participle:
            end = begin
            break
    date = DATE_BEHIND.search(text, at, end)
    return date.start() if date else end


# --- before a number ---

DATE_HEAD = lazy(
    r"""(?x)
    (?: (?:(?:国庆|春|元旦|五一|中秋|端午|清明|重阳)节?|汛期|节)前[后夕]?|(?:\d{1,2}月)?\d{1,2}日前?     # 国庆前|通车里程
      | (?:[到至自从在]|截至|截止|力争到|确保到|计划到|预计到|努力到)?
        (?: [12]\d{3}年 | [一二][〇零○九][一二三四五六七八九〇零○]{2}年                                  # 二〇〇〇年|生产总值
          | [去今明]年 | 上年 | 全年 | 年内 | 年底 | [上下]半年 | [上本]季度 | 前?[一二三四1-4]季度       # 到2025年|城镇化率
          | 前[一二三四五六七八九十\d]+个?[季月]度? | 本世纪末 | “?十[一二三四五]五”?(?:期间|时期|末)?
          | \d{1,2}[-—－至到]\d{1,2}月份?                                                      # 1至5月份|平均浓度
          | (?:未来|今后)[一二三四五六七八九十\d]+(?:[-—–~～至到][一二三四五六七八九十\d]+)?年[内间]?
          | (?:过去|近|今后|最近)?[三五十\d]+年(?!期)(?:来|间|内)? | \d{1,2}月份? )
        (?:\d{1,2}月份?)?(?:底|末|初)?(?:以?[前来内]|之前)?(?:[，,])?
    )+"""
)
ITEM_NUMBERS = frozenset("一二三四五六七八九十")
ITEM_SIGNS = frozenset("是要")
DATE_STARTS = frozenset(
    "国春元五中端清重汛节到至自从在截力确计预努去今明上全年下前本一二三四十未过近最“0123456789"
)
"""The first characters of what `DATE_HEAD` matches: the quick way out."""
DATE_TAIL = lazy(
    r"(?:[12]\d{3}年|[去今明上]年|上年|同期|年初|“?十[一二三四五]五”?)(?:同期|末|底|初|期间)?(?:的|时)?\Z|(?:原来|原先|此前|过去|[一二三四五六七八九十\d]+年前)的?\Z"
)
"""由2020年的|5%."""
DATE_ENDS = frozenset("年期初底末间的时五”来先前去")
"""The last characters of what `DATE_TAIL` matches."""
DATE_WITHIN = lazy(
    r"(?:[今去明]年|20\d\d年|[上下]半年|[一二三四]季度|前?\d{1,2}(?:[至到\-—－]\d{1,2})?个?月份?).*\Z"
)
"""该公司|今年1至7月|实现产值."""
COMPARED = lazy(
    r"""(?x)
    (?: 按可比价格?(?:计算)? | 按不变价格?(?:计算)? | 扣除价格因素 | 实际 | 名义                      # 生产总值|按可比价格计算
      | (?:剔除|扣除|不含|考虑)[^，。；、]{1,12}[后素]                                          # 剔除一次性因素后|增长
      | [两二三四五]年平均 | 按?单[条个户台家亩次人件套]                                              # 航线按单条|20万元
      | 同比 | 环比 | 同口径 | 可比口径 | 年均 | 累计
      | (?:比|较)[^，。；、]{0,12}?(?:年|期|计划|初|月|季度|上次|底|末|平均|平均水平|五|前|常年)                      # 投资|比上年
      | 与[^，。；、]{0,10}?相比
      | (?:人均|户均)?(?:每(?:[百千万]?人|[百千万]?户|月|年|天|亩|吨|生|套|名|个|家))+                               # 低保标准|每人每月
    )\Z"""
)
COMPARED_ENDS = frozenset("划算素后条台次件际义比径均计年期初月次度底末平五前常人户天亩吨生套名个家")
"""The last characters of what `COMPARED` matches: the quick way out."""
THAN = lazy(
    r"(?=[高低快慢优好领超比较])(?:[比较][^，。；、]{2,12}[高低快慢](?<!提高|降低|加快|减慢|减低)|(?:高于|低于|快于|慢于|(?<!或)优于|好于|领先|高出)[^，。；、]{1,12}|超(?:序时|时序)进度|[高低超快](?:全[国省市县区州]|上年|同期))\Z"
)
"""A comparison that takes the place of a direction: 投资|高于全国|2个百分点."""
RANK_TAIL = lazy(
    r"""(?x)
    (?:在[^，。；、]{1,14}中|(?<=[县市区镇乡])中)?(?:均|都|继续|再次|连续|双双|历史性|位|稳|跃|名|从|由)*
    (?:名列|位列|位居|排名|居|列|排|位于|处[于在]|保持|提升[至到]|跃升[至到]|上升[至到]|升[至到]|跃居|进[入位]|跻身|迈[入进])*
    (?:[全我本][国省市县区州]|世界|全球|国内|[中西东]{1,2}部|西南|西北|东北|内地|沿海|周边|各[省市县区]区?)?
    (?:同类[^，。；、]{0,6})?(?:排名|排位|排序|位次)?(?:倒数)?\Z                                    # 通车里程|均居全国|第2位
    """
)
PER_HEAD = frozenset("人户亩年县村")
"""What 均 is the average per: 户|均."""
HEADS_WITH_OWNER = frozenset({"比重", "比例", "比率", "占比", "份额", "数量", "人数", "面积", "总量", "强度"})
"""Nouns that keep what stands before their 的: 民生支出占财政支出的|比重."""
DONE_SO_FAR = lazy(
    r"(?<=[\u4e00-\u9fff]{2})(?:(?:已|均已|现已)[\u4e00-\u9fff]{2}了?|[要须]在[^，。；、]{1,10}[前内][\u4e00-\u9fff]{2,3})\Z"
)
"""玉米秸秆|已离田|4.9万亩, 前期手续|要在春节前办好|80%."""
YEARS_TASK = lazy(r"(?<=[\u4e00-\u9fff]{2})(?:[今全]年|年度|20\d\d年度?)(?:目标)?(?:任务|计划)数?为?\Z")
"""易地搬迁|今年任务|8460人; not 完成全年任务的|80%."""
YEARS_TASK_ENDS = frozenset("务划数为")
"""The last characters of what `YEARS_TASK` matches."""
LINKS_AT_MOST = 8


class Left:
    """The phrase before a number: what is measured, and in which direction it goes.

    Attributes:
        change: the direction, such as 增长; empty for none.

    >>> left = Left("全市地区生产总值比上年增长")
    >>> left.noun, left.change
    ('地区生产总值', '增长')
    """

    __slots__ = ("_noun", "_phrase", "change")

    def __init__(self, text: str) -> None:
        text = QUOTES.sub("", text).rstrip()
        if text[-1:] in YEARS_TASK_ENDS:
            text = YEARS_TASK.sub("", text)
        self._phrase, self.change = without_links(text)
        self._noun: str | None = None

    @property
    def noun(self) -> str:
        """What is measured; found when it is first asked for, as most counts have their noun behind them."""
        if self._noun is None:
            self._noun = (
                noun_before(self._phrase) if self._phrase and self._phrase[-1] not in "对把按" else ""
            )
        return self._noun

    def ranked(self) -> Left:
        """The same without the words between what is ranked and its rank: 通车里程|均居全国."""
        self._noun = tidy(RANK_TAIL.sub("", self.noun))
        return self


def noun_before(phrase: str) -> str:
    """The noun phrase that closes part of a clause, behind the last verb of it.

    >>> noun_before("全市完成固定资产投资")
    '固定资产投资'
    """
    subject = ""
    if cut := verb_end(phrase):
        subject, phrase = phrase[: cut[0]], phrase[cut[1] :].removeprefix("了")
    phrase = without_leads(phrase)
    if phrase in generics() and subject:
        owner = without_leads(without_links(DATE_WITHIN.sub("", subject))[0])
        phrase = owner + phrase if len(owner) > 1 else phrase
    return tidy(phrase)


def _makes_a_noun(phrase: str, begin: int, end: int) -> bool:
    """Whether what stands behind the verb `phrase[begin:end]` makes a noun of it: 办结|率, 补助|资金; not 争取|资金."""
    if phrase.startswith("资金", end) and phrase[begin:end] in RAISED:
        return False
    return phrase[end : end + 1] in SUFFIXES


def verb_end(phrase: str) -> tuple[int, int] | None:
    """Where the last verb of a phrase stands, behind which the noun begins; None where there is none."""
    found = None
    for begin, end, role in verbs().find(phrase):
        if (
            role == "verb"
            and end < len(phrase)
            and not _makes_a_noun(phrase, begin, end)
            and phrase[end] != "后"
        ):
            found = begin, end
    return found


def without_links(phrase: str) -> tuple[str, str]:
    """The phrase without what links it to the number, and the direction that stood there."""
    change = ""
    if than := THAN.search(phrase):
        phrase, change = phrase[: than.start()], than[0]
    if "已" in phrase or "在" in phrase:
        phrase = DONE_SO_FAR.sub("", phrase)
    tails = _tails()
    for _ in range(LINKS_AT_MOST):
        if phrase[-1:] not in tails:
            break
        size = len(phrase)
        if (at := links().match_back(phrase, size)) is not None and not _ends_a_word(phrase, at):
            phrase = phrase[:at]
        elif not change and (at := changes().match_back(phrase, size)) is not None:
            change, phrase = phrase[at:], without_times(phrase[:at])
        else:
            phrase = without_times(phrase)
            phrase = DATE_TAIL.sub("", phrase) if phrase[-1:] in DATE_ENDS else phrase
        phrase = phrase.rstrip("，, 、")
        if len(phrase) == size:
            break
    return phrase, change


@cache
def _tails() -> frozenset[str]:
    """The last characters of all that `without_links` takes off."""
    words = (*links().words, *changes().words)
    return DATE_ENDS | COMPARED_ENDS | {word[-1] for word in words} | set("，, 、")


def without_times(phrase: str) -> str:
    """The phrase without what it is compared with or counted over, at its end: 投资|比上年, 低保标准|每人每月."""
    return COMPARED.sub("", phrase) if phrase[-1:] in COMPARED_ENDS else phrase


def _ends_a_word(phrase: str, at: int) -> bool:
    """Whether the link is the end of a word, as 有 in 国有 and 均 in 户均."""
    if at and phrase[at:] == "均" and phrase[at - 1] in PER_HEAD:
        return True
    begin = stops().match_back(phrase, len(phrase))
    return begin is not None and begin < at and stops()[phrase[begin:]] == "keep"


def without_leads(phrase: str) -> str:
    """The phrase without adverbs, places, dates and verbs at its beginning.

    >>> without_leads("今年力争全市固定资产投资")
    '固定资产投资'
    """
    if phrase[1:2] in ITEM_SIGNS and phrase[0] in ITEM_NUMBERS:
        phrase = phrase[2:]  # 一是|改造中低产田
    while phrase:
        if phrase[0] in DATE_STARTS and (date := DATE_HEAD.match(phrase)):
            phrase = phrase[date.end() :].lstrip("，,的")
            continue
        end = leads().match(phrase, 0)
        if end is None or leads()[phrase[:end]] == "keep" or (end == len(phrase) and phrase in generics()):
            break
        if end > 1 and _makes_a_noun(phrase, 0, end):
            break
        phrase = phrase[end:].lstrip("，,")
    return phrase


def tidy(phrase: str) -> str:
    """Short enough to be a noun phrase, without 的 at its edges."""
    phrase = phrase.strip("的、，, ")
    if len(phrase) > LONGEST:
        phrase = phrase.rpartition("的")[2] or phrase[-LONGEST:]
    if "的" not in phrase:
        return phrase
    head, _, tail = phrase.rpartition("的")
    if head and tail in HEADS_WITH_OWNER:
        return head.replace("的", "") + tail
    return without_leads(tail) if len(tail) > 1 else phrase
