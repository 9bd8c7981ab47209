"""Whether a number is aimed at, reached or only stated: from the words before it and from its section.

Used by `targets` alone.
"""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING, Literal

from attrs import define, field, frozen

from ..lexicon import Lexicon, read_rows
from ..patterns import lazy

if TYPE_CHECKING:
    from ..document import Document
    from ..mentions import Status
    from .target_quantities import Quantity

__all__ = ["Modes", "status_of"]

Mode = Literal["review", "plan", "orders", "open"]
"""What a stretch of text does: look back, plan, give orders, or none of these."""


@cache
def cues() -> Lexicon[str]:
    """Words that tell aims from results: aim, order, done, reached; `none` for longer words that are neither."""
    return Lexicon({word: role for word, role in read_rows("target_status")})


HEADING = lazy(
    r"(?m)^[ \u3000]*(?:[一二三四五六七八九十]{1,3}、|第[一二三四五六七八九十][部章节]分?|[（(][一二三四五六七八九十]{1,2}[)）])?(?P<words>[^\n。；]{2,60})$"
)
TOP = lazy(r"[ \u3000]*(?:[一二三四五六七八九十]{1,3}、|第[一二三四五六七八九十][部章节])")
REVIEW = lazy(r"回顾|总结|过去|成就|成效|成绩|进展|工作情况|执行情况|完成情况|一年来|五年来|取得|历程")
PLAN = lazy(
    r"目标|安排|任务|重点工作|总体要求|今后|未来|展望|部署|打算|思路|下一步|下步|[今明]年(?:政府)?工作|工作建议|指导思想|奋斗|要求|计划|规划|建议|期间|谋划|开局|远景|20\d\d年(?:政府)?(?:重点)?工作(?!回顾|总结|情况|报告)"
)
LEAD_REVIEW = lazy(
    r"(?:过去|[一五]年来|去年|20\d\d年)[^。\n]{0,60}(?:主要做了|取得|完成了|全面完成|我们主要|成绩|成就|极不平凡|收官之年)|回顾过去|[刚已]刚?过去的"
)
LEAD_PLAN = lazy(
    r"(?:预期|主要|发展|奋斗|工作|增长)目标(?:任务)?(?:建议|初步|拟)?(?:是|为|安排|[:：])|总体要求(?:是|[:：])|重点(?:做好|抓好|要?做)|我们将|将着力|要着力|要重点"
)
ORDERS = lazy(r"(?:要求|强调|提出|部署|指出|表示)[，,：:“]|(?:^|[，,。；])(?:要|务必|必须)(?!求)")
REPORTED = lazy(r"(?:要求|强调|提出)[，,：:“]")
FUTURE_YEAR = lazy(r"(?<![高加降升少长展大小年低])(?:到|至|力争)“?(?P<year>20\d\d)年|到“?十[一二三四五]五”?末|到本世纪|未来[三五十]年|今后[三五十]年")
AIM_BEHIND = lazy(r"[^，。；,;]{0,6}?(?:的|这一)(?:预期|增长|奋斗|发展|年度|总体)*(?:目标|任务)")
GREW = lazy(r"增长|下降|上升|上涨|收窄|回升|居|位居|位列")
DEMANDED = lazy(r"[，,](?:要|务必|必须|应当?|须)(?!求)")
HANDLED = lazy(r"[（(]?[一二三四五六七八九十\d]*[)）、.]?(?:对|将|把|针对|对于)")
"""对排查出的26个问题，要逐一整改: the demand follows."""
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
        """Read the headings and lead sentences of the readable segments."""
        starts: list[int] = [0]
        modes: list[Mode] = ["open"]

        def turn(at: int, mode: Mode) -> None:
            if modes[-1] != mode:
                starts.append(at)
                modes.append(mode)

        text = document.text
        for start, end, role in document.readable("body"):
            del role
            at = start
            while at < end:
                stop = text.find("\n", at, end)
                stop = end if stop < 0 else stop
                _read_line(text, at, stop, turn)
                at = stop + 1
        return cls(tuple(starts), tuple(modes))

    def at(self, position: int) -> Mode:
        """The mode that holds at a position."""
        from bisect import bisect_right  # noqa: PLC0415

        return self.modes[bisect_right(self.starts, position) - 1]


def _read_line(text: str, start: int, end: int, turn: object) -> None:
    """Turn the mode where a heading or the lead sentence of a paragraph says so."""
    line = text[start:end]
    if not callable(turn) or not line.strip():
        return
    if len(line) <= 60 and "。" not in line:
        if REVIEW.search(line) and (TOP.match(line) or not PLAN.search(line)):
            turn(start, "review")
        elif PLAN.search(line) and TOP.match(line):
            turn(start, "plan")
        elif PLAN.search(line) and len(line) < 30 and re.search(r"主要(?:预期)?目标|重点工作|总体要求", line):
            turn(start, "plan")
        return
    head = line[:160]
    if LEAD_PLAN.search(head) and not re.search(r"完成了|超额|圆满", head):
        turn(start, "plan")
    elif LEAD_REVIEW.search(head):
        turn(start, "review")


@define(slots=True)
class Cues:
    """The last cue of each kind, while one walks through a sentence from number to number."""

    text: str
    start: int
    end: int
    last: dict[str, int] = field(factory=dict)
    read_to: int = -1

    def upto(self, position: int) -> dict[str, int]:
        """Where the last cue of each role before `position` begins; -1 for none."""
        if self.read_to < 0:
            self.last = dict.fromkeys(("aim", "order", "done", "reached", "none", "future"), -1)
            self.read_to = self.start
        for begin, finish, role in cues().find(self.text, self.read_to, position):
            del finish
            self.last[role] = begin
        for year in FUTURE_YEAR.finditer(self.text, self.read_to, position):
            self.last["future"] = year.start()
        self.read_to = max(position, self.read_to)
        return self.last


def status_of(cues: Cues, quantity: Quantity, mode: Mode, *, attributive: bool) -> Status:
    """Target, achieved or stated, from the cues of the sentence before the number, and from the section."""
    text, start = cues.text, cues.start
    last = cues.upto(quantity.before)
    aim, order, done, reached = last["aim"], last["order"], last["done"], last["reached"]
    clause = start
    for sign in CLAUSE.finditer(text, max(start, quantity.before - REACH), quantity.before):
        clause = sign.end()
    behind = AIM_BEHIND.match(text, quantity.end, cues.end)
    if behind and done < 0:
        return "target"
    if mode == "review":
        return _in_review(text, aim, done, quantity.before, attributive=attributive)
    if aim >= 0 and aim >= done:
        return "stated" if attributive and aim < clause else "target"
    if last["future"] > done:
        return "target"
    if done >= 0:
        return "stated" if attributive else "achieved"
    if attributive:
        return "target" if mode == "plan" else "stated"
    if DEMANDED.search(text, quantity.end, min(cues.end, quantity.end + REACH)) and HANDLED.match(text, start):
        return "target"
    if mode == "plan":
        return "target"
    if order >= 0 and (order < reached - REACH or order > start + 3):
        ordered = mode == "orders" or reached < clause
    else:
        ordered = order >= 0 or (mode == "orders" and not GREW.match(text, max(reached, 0)))
    if ordered and (order >= 0 or reached >= 0):
        return "target"
    if reached >= 0:
        return "achieved"
    return "target" if mode == "orders" and not attributive and clause == start else "stated"


FIRM = lazy(r"力争|务必|预期目标|计划(?:投资|新建|实施|总投资|到)|将在|拟(?:建|投)|即将|到20\d\d年")


def _in_review(text: str, aim: int, done: int, end: int, *, attributive: bool) -> Status:
    """In a look back even 确保 and 推动 report; only a firm aim (力争到2030年) is one."""
    if aim >= 0 and aim > done and FIRM.search(text, max(0, aim - 2), min(end, aim + REACH)):
        return "target"
    return "stated" if attributive else "achieved"
