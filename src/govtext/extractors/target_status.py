"""Whether a number is aimed at, reached or only stated: from the words before it and from its section.

Used by `targets` alone.
"""

from __future__ import annotations

from bisect import bisect_right
from functools import cache
from typing import TYPE_CHECKING, Literal

from attrs import frozen

from ..lexicon import Lexicon, read_rows
from ..patterns import lazy
from .target_nouns import behind_last

if TYPE_CHECKING:
    from ..document import Document
    from ..mentions import Status
    from .target_bounds import Quantity

__all__ = ["Modes", "status_of"]

Mode = Literal["review", "plan", "orders", "open"]
"""What a stretch of text does: look back, plan, give orders, or none of these."""


@cache
def cues() -> Lexicon[str]:
    """Words that tell aims from results: aim, order, done, reached; `none` for longer words that are neither."""
    rows = read_rows("target_status")
    return Lexicon({row[0]: row[1] for row in rows})


TOP = lazy(r"[ \u3000]*(?:[一二三四五六七八九十]{1,3}、|第[一二三四五六七八九十][部章节])")
"""一、2025年工作回顾: a heading of the first order; （一） and 1. keep its mode."""
REVIEW = lazy(
    r"回顾|总结|过去|成就|成绩|历程|一年来|五年来|(?:工作|执行|完成|进展)情况|(?:主要|工作|取得的|显著)成效|取得的进展"
)
PLAN = lazy(
    r"""(?x)
    目标 | 安排 | 任务 | 重点工作 | 总体要求 | 今后 | 未来 | 展望 | 部署 | 打算 | 思路 | 下一?步 | 奋斗 | 指导思想   # 二、今年重点工作
    | [今明]年(?:政府)?工作 | 工作(?:建议|措施|要求|计划) | 谋划 | 远景
    | 20\d\d年(?:政府)?(?:重点)?工作(?!回顾|总结|情况|报告)
    """
)
PLAN_TOO = lazy(r"草案|打算|思路|要点|(?<!完成)计划(?!完成|执行|的)|[和及暨、].{0,8}安排")
"""What makes a title that looks back one that looks ahead as well: 2018年工作总结及2019年|打算."""
HEADING = 60
"""Characters of a heading at most."""
PLAIN_HEADING = 20
"""Characters of a heading that bears no number."""
LEAD = 160
"""Characters of a paragraph in which its lead sentence is looked for."""
MET = r"[^。\n]{0,60}(?:主要做了|取得了?|完成了|全面完成|我们主要|成绩|成就|极不平凡)"
LEAD_REVIEW = lazy(
    "|".join(f"{time}{MET}" for time in ("过去", "一年来", "五年来", "去年", r"20\d\d年"))
    + "|刚刚?过去的|已刚?过去的"
)
"""过去五年，我们|完成了; each alternative begins with a character, which `re` finds fast."""
LEAD_PLAN = lazy(
    r"""(?x)
    目标(?<=(?:预期|主要|发展|奋斗|工作|增长)目标)(?:任务)?(?:建议|初步|拟)?(?:是|为|安排|[:：])   # 主要预期目标是：
    | 下一?步(?:工作)?(?:打算|安排|计划|重点|思路)                                            # 下一步打算：
    | 总体要求(?:是|[:：]) | 重点(?:做好|抓好|要?做) | 我们将 | 将着力 | 要着力 | 要重点
    """
)
OVER = lazy(r"完成了|超额|圆满|实现了")
"""A goal that was met is no plan: 圆满完成主要目标."""
FOLLOWING = lazy(r"以下|如下|下列|几个方面|工作[:：。]$")
"""A lead sentence that opens a section: 我们主要做了以下工作."""
FUTURE_YEAR = lazy(
    r"""(?x)
      到 (?: (?<![高加降升少长展大小年低]到) “?20\d\d年 | “?十[一二三四五]五”?末 | 本世纪 )        # 到|2025年
    | 至 (?<![高加降升少长展大小年低]至) “?20\d\d年
    | 力争 (?<![高加降升少长展大小年低]力争) “?20\d\d年
    | 未来[一二三四五十\d]+(?:[-—–~～至到][一二三四五十\d]+)?年                            # 未来|3到5年
    | 今后[一二三四五十\d]+(?:[-—–~～至到][一二三四五十\d]+)?年
    """
)
AIM_BEHIND = lazy(
    r"(?:(?=、)[^，。；,;]{1,40}?\d[^，。；,;、的]{0,6}|[^，。；,;]{0,6}?)(?:的|这一)(?:预期|增长|奋斗|发展|年度|总体)*(?:目标|任务)"
)
"""招商引资50亿元|、力争60亿元的目标."""
AIM_AFTER = lazy(
    r"(?![，。；：、,;])[^，。；：、,;的年月日]{0,12}(?:\d{1,2}月[底初中]?前?|年[底内]前?)?(?:将[在于全陆年](?!会|所)|必须|务必"
    r"|要(?:全部|全面|尽快|尽早|如期|确保|力争|按[时期]|抓紧|限期|达到))"
)
"""30所|将在8月底前建成, 7个|项目9月底前必须开工, 7个|未开工项目要全部进场."""
AFTER = 24
"""How many characters behind a number that may be."""
FIRM = lazy(r"力争|务必|预期目标|计划(?:投资|新建|实施|总投资|到)|将在|拟(?:建|投)|即将|到20\d\d年")
"""What is an aim even in a look back, where 确保 and 推动 report."""
OPENING = 3
"""A demand within the first characters of a sentence opens it: 要|, 一要|, （二）抓实|."""
GROWN = lazy(
    r"[，,、；;（(](?:同比|环比|年均|比上年|比去年|较上年|较去年|按可比口径|可比)?(?:实际)?(?:增长|下降|增加|减少|提高|上升)了?[\d.百两一二三四五六七八九十]"
)
"""What shows that a figure is a result: 财政收入5.1亿元|，增长10%."""
LIMITS = lazy(r"不少于|不低于|不得|不能[少低高超]|至少|最少")
"""Bounds that demand."""
CONDITION = lazy(r"(?:当(?![前年天地日场])|如果|若|一旦|凡是?)")
"""What makes a condition of a figure: 当|涨幅达到3.5%时，."""
PASSED = lazy(r"突破|首超|首破|冲破|跨[过越]|^过[^，。；]{1,8}[，。；]\Z")
"""Bounds that report: 财政总收入|突破|5亿元, 收入|过|亿，."""
YEARS_PLAN = lazy(r"(?:年度|今年|本年度?|当年|全年)计划(?:完成)?投资[为约超近]?")
"""What a plan invests, which no report before it has reached: 集中开工项目29个，|年度计划投资|46亿元."""
GREW = lazy(r"增长|下降|上升|上涨|收窄|回升|居|位居|位列")
DEMANDED = lazy(r"[，,](?:要|务必|必须|应当?|须)")
HANDLED = lazy(r"[（(]?[一二三四五六七八九十\d]*[)）、.]?(?:对|将|把|针对|对于)")
"""对排查出的26个问题，要逐一整改: the demand follows."""
PRESENT = lazy(r"(?:目前|当前|现在)(?!要)")
"""How a clause begins that tells how things are: 会议强调，…，|目前完工率仅四成."""
REACH = 120
"""How far before a number its clause is looked for; longer ones are lists."""
CLAUSE = lazy(r"[，,；;：:]")


@frozen(slots=True)
class Modes:
    """What each stretch of a document does, by its headings and lead sentences: changes of mode, in order."""

    starts: tuple[int, ...]
    modes: tuple[Mode, ...]

    @classmethod
    def of(cls, document: Document) -> Modes:
        """Read the headings and lead sentences of the body."""
        turns: list[tuple[int, Mode]] = [(0, "open")]
        section: Mode = "open"
        for start, end, _ in document.readable("body"):
            at = start
            for line in document.text[start:end].split("\n"):
                if not line:
                    at += 1
                    continue
                heading, lead = _heading(line), _lead(line)
                section = heading or (lead if lead and _opens_section(line) else section)
                mode = section if heading else lead or section
                if mode != turns[-1][1]:
                    turns.append((at, mode))
                at += len(line) + 1
        return cls(tuple(at for at, _ in turns), tuple(mode for _, mode in turns))

    def at(self, position: int) -> Mode:
        """The mode that holds at a position."""
        return self.modes[bisect_right(self.starts, position) - 1]


def _heading(line: str) -> Mode | None:
    """What a heading says of its section; None for no heading and for one that says nothing."""
    if len(line) > HEADING or "。" in line:
        return None
    top = TOP.match(line) is not None
    if not top and len(line) > PLAIN_HEADING:
        return None
    if REVIEW.search(line):
        return None if not top and PLAN_TOO.search(line) else "review"
    return "plan" if top and PLAN.search(line) else None


def _opens_section(line: str) -> bool:
    """Whether a lead sentence speaks of the paragraphs behind it: 主要做了以下工作."""
    return FOLLOWING.search(line if len(line) <= LEAD else f"{line[:LEAD]}…") is not None


def _lead(line: str) -> Mode | None:
    """What the lead sentence of a paragraph says of it; None for nothing."""
    head = line[:LEAD]
    plan = LEAD_PLAN.search(head)
    if plan and not OVER.search(head) and not (plan[0].startswith("重点") and "。" in head[: plan.start()]):
        return "plan"
    return "review" if LEAD_REVIEW.search(head) else None


ROLES: tuple[str, ...] = ("aim", "order", "done", "reached", "projected", "none", "future")


class Cues:
    """The last cue of each kind, while one walks through the sentence `text[start:end]` from number to number.

    Attributes:
        text: the whole text.
        start: where the sentence begins.
        end: where it ends.
        last: where the last cue of each role begins, of those before the number; -1 for none.
    """

    __slots__ = ("_ahead", "_seen", "end", "last", "start", "text")

    def __init__(self, text: str, start: int, end: int, numbers: int) -> None:
        """Read the cues of the sentence as far as `numbers`, where the last number begins."""
        self.text, self.start, self.end = text, start, end
        self.last: dict[str, int] = dict.fromkeys(ROLES, -1)
        self._ahead = [
            (begin, "reached" if role == "order" and _rises(text, begin, end) else role)
            for begin, end, role in cues().find(text, start, numbers)
            if role not in REPORTS or not text.endswith(NEGATIONS, start, begin)
        ]
        years = [(year.start(), "future") for year in FUTURE_YEAR.finditer(text, start, numbers)]
        if years:
            self._ahead = sorted(self._ahead + years)
        self._seen = 0

    def upto(self, position: int) -> dict[str, int]:
        """Walk on to the number at `position`."""
        ahead = self._ahead
        while self._seen < len(ahead) and ahead[self._seen][0] < position:
            begin, role = ahead[self._seen]
            self._seen += 1
            if role == "total":  # 累计 reports, but not in 未来三年累计投资80亿元
                aim = max(self.last["aim"], self.last["future"])
                role = "done" if aim < 0 or CLAUSE.search(self.text, aim, begin) else "reached"
            self.last[role] = begin
        return self.last


REPORTS = frozenset({"done", "reached"})
NEGATIONS = ("未", "没有")
"""What takes the report out of a word: 9个项目没有|开工，剩下的时间只有20天."""
RISES = frozenset({"提升", "扩大"})
"""Demands that report where an amount follows at once: 较上半年提升|1位."""


def _rises(text: str, begin: int, end: int) -> bool:
    """Whether a demand is a rise by the amount behind it, and a clause before it compares."""
    return (
        text[begin:end] in RISES and text[end : end + 1].isdigit() and "较" in text[max(0, begin - 8) : begin]
    )


def status_of(cues: Cues, quantity: Quantity, mode: Mode, *, attributive: bool) -> Status:
    """Target, achieved or stated, from the cues of the sentence before the number, and from the section.

    Args:
        cues: the sentence's; it is read on to the number.
        quantity: the number.
        mode: what the section does.
        attributive: whether the number only describes what another one counts (投资超680亿元的133个项目).
    """
    last = cues.upto(quantity.before)
    if _is_aimed(cues, quantity, mode, attributive=attributive):
        described = attributive and mode != "plan" and last["aim"] < _clause(cues, quantity)
        return "stated" if described else "target"
    if attributive or CONDITION.match(cues.text, _clause(cues, quantity), quantity.before):
        return "stated"
    if last["projected"] > last["done"] and mode != "review":
        return "stated"  # 建成后可带动就业800余人
    reported = mode == "review" or last["done"] >= 0 or last["reached"] >= 0
    reported = reported or (mode == "open" and GROWN.match(cues.text, quantity.end, cues.end) is not None)
    return (
        "achieved" if reported or PASSED.search(cues.text[quantity.before : quantity.end + 1]) else "stated"
    )


def _clause(cues: Cues, quantity: Quantity) -> int:
    """Where the clause begins in which the number stands."""
    return behind_last(CLAUSE, cues.text, max(cues.start, quantity.before - REACH), quantity.before)


def _is_aimed(cues: Cues, quantity: Quantity, mode: Mode, *, attributive: bool) -> bool:
    """Whether the sentence aims at the number, or the section does where the sentence does not report it."""
    last = cues.last
    reported = last["done"] >= 0
    if mode != "review" and (
        (not attributive and _is_aimed_after(cues, quantity.end))
        or YEARS_PLAN.fullmatch(cues.text, _clause(cues, quantity), quantity.before)
    ):
        return True
    if not reported and AIM_BEHIND.match(cues.text, quantity.end, cues.end):
        return True
    if mode == "review":
        begin, end = max(0, last["aim"] - 2), min(quantity.before, last["aim"] + REACH)
        return last["aim"] > last["done"] and FIRM.search(cues.text, begin, end) is not None
    aimed = last["aim"] >= max(last["done"], 0) or last["future"] > last["done"]
    if aimed or reported or mode == "plan":
        return aimed or not reported
    if attributive or last["projected"] > max(last["aim"], last["order"]):
        return False  # 会议强调，一季度…，预计生产总值增长|6%
    return _is_ordered(cues, quantity, mode) or _is_demanded(cues, quantity)


def _is_demanded(cues: Cues, quantity: Quantity) -> bool:
    """Whether the bound itself demands, where nothing in its clause reports: 每月外出招商不少于|3次."""
    return LIMITS.match(cues.text, quantity.before, quantity.start) is not None and max(
        cues.last["reached"], cues.last["done"]
    ) < _clause(cues, quantity)


def _is_aimed_after(cues: Cues, end: int) -> bool:
    """Whether what stands right behind the number aims at it."""
    ahead = cues.text[end : min(end + AFTER, cues.end)]
    return any(sign in ahead for sign in "将必要") and AIM_AFTER.match(ahead) is not None


def _is_ordered(cues: Cues, quantity: Quantity, mode: Mode) -> bool:
    """Whether a demand covers the number: 对26个问题，要逐一整改; 抓实造林，完成1.2万亩.

    A demand that opens the sentence, or orders that hold, cover its results; one inside the sentence does not cover a
    result that its own clause reports (全市通车里程增长5%).
    """
    text, order, reached = cues.text, cues.last["order"], cues.last["reached"]
    if PRESENT.match(text, _clause(cues, quantity), quantity.before):
        return False
    if HANDLED.match(text, cues.start) and DEMANDED.search(
        text, quantity.end, min(cues.end, quantity.end + REACH)
    ):
        return True
    if order < 0 and reached < 0:
        return False
    if order > cues.start + OPENING or 0 <= order < reached - REACH:
        return mode == "orders" or reached < min(_clause(cues, quantity), order)
    return order >= 0 or (mode == "orders" and not GREW.match(text, reached))
