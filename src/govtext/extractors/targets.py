"""Numeric targets: what is counted or measured, with amount, unit, bound, object and status.

Four steps, each in a module of its own: quantities (number, unit, bounds), objects (the noun phrase), status (aimed at
or reached), and, once dates are known, the deadline (`linking.deadlines`).
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from attrs import evolve, field, frozen

from ..mentions import TargetMention
from ..patterns import lazy
from .target_objects import Objects
from .target_quantities import QuantityReader
from .target_status import Cues, Modes, status_of

if TYPE_CHECKING:
    from collections.abc import Iterator

    from ..document import Document
    from .target_bounds import Quantity
    from .target_status import Mode

__all__ = ["Targets"]

RESPONSIBLE = lazy(
    r"(?:局|委|办|部门|中心|公司|集团|指挥部|专班|街道|乡镇|党组|管委会|政府)(?=要(?!求)|负责(?!人|同志)|牵头(?!的)|应当|须|务必|必须)"
)
BODY_START = lazy(r"(?<![^，。；：、（()\d\s“”由])[^，。；：、（()\d\s“”由]{2,14}\Z")
"""The body that a sentence makes responsible: `区住建局要…完成改造20个小区`."""


@frozen(slots=True)
class Targets:
    """Finds the numeric targets of a document, with object and status; `link` adds the deadline.

    Attributes:
        quantities: reads numbers with their units; extend its lexicons for other units.
        objects: finds what they count or measure.

    >>> import govtext
    >>> found = list(Targets()(govtext.read("今年要完成固定资产投资120亿元以上，增长8%左右。")))
    >>> [(t.text, t.amount, t.unit, t.comparator, t.object, t.status) for t in found]
    ... # doctest: +NORMALIZE_WHITESPACE
    [('120亿元以上', Decimal('12000000000'), '元', '>=', '固定资产投资', 'target'),
     ('8%左右', Decimal('8'), '%', '~', '固定资产投资增长', 'target')]
    """

    quantities: QuantityReader = field(factory=QuantityReader)
    objects: Objects = field(factory=Objects)

    def __call__(self, document: Document) -> Iterator[TargetMention]:
        """The targets of a document, in order."""
        modes: Modes | None = None
        orders, demands = _Orders(), _Demands()
        text = document.text
        for start, end, _ in document.readable("title", "body"):
            found = self.quantities.read(text, start, end)
            if not found:
                continue
            modes = modes or Modes.of(document)
            counted: dict[str | None, str | None] = {}
            read_to = start
            for begin, finish, group in _by_sentence(document, found, start, end):
                mode = modes.at(begin)
                ordered = mode == "open" and (orders.hold(text, begin) or demands.hold(text, begin))
                if _orders(text, begin, finish) or (ordered and not REPORT.match(text, begin, finish)):
                    mode = "orders"
                if text.rfind("\n", read_to, begin) >= 0:
                    counted.clear()
                read_to = finish
                for target in self._sentence(document, group, begin, finish, mode):
                    yield _with_object(target, counted) if target.kind == "count" else target

    def _sentence(
        self, document: Document, group: list[Quantity], start: int, end: int, mode: Mode
    ) -> Iterator[TargetMention]:
        """The targets of one sentence."""
        text = document.text
        names = self.objects.of(text, group, start, end)
        cues = Cues(text, start, end, group[-1].before)
        body, body_at = _responsible(text, start, group[-1].start)
        for quantity, name in zip(group, names, strict=True):
            status = status_of(cues, quantity, mode, attributive=_attributive(text, quantity))
            held = body_at < quantity.start
            if held and body and mode in ("open", "orders") and cues.last["done"] < 0:
                status = "target"
            if name and name.startswith("距"):
                status = "stated"  # a countdown
            yield TargetMention(
                span=document.span(quantity.start, quantity.end),
                text=text[quantity.start : quantity.end],
                rule=quantity.rule,
                kind=quantity.kind,
                amount=quantity.low,
                amount_max=quantity.high,
                unit=quantity.unit,
                comparator=quantity.comparator,
                object=name,
                status=status,
                redacted=quantity.redacted,
                responsible=body if held else None,
                notes=quantity.notes,
            )


def _with_object(target: TargetMention, counted: dict[str | None, str | None]) -> TargetMention:
    """A count with what the sentences before counted in its unit, where its own names nothing.

    实施项目156个。已开工|138个; people are too many things to share a noun.
    """
    if target.object is None and target.unit != "人":
        target = evolve(target, object=counted.get(target.unit))
    counted[target.unit] = target.object
    return target


def _responsible(text: str, start: int, end: int) -> tuple[str | None, int]:
    """The body that the sentence makes responsible, and where it ends."""
    match = RESPONSIBLE.search(text, start, end)
    name = BODY_START.search(text, max(start, match.end() - 15), match.end()) if match else None
    return (name[0], name.end()) if name else (None, end + 1)


def _orders(text: str, start: int, end: int) -> bool:
    """Whether the sentence opens with somebody's demand: 会议要求，."""
    order = ORDER.match(text, start, end)
    return order is not None and MEASURE_OF_ORDERS.search(order[0]) is None


class _Demands:
    """Whether an earlier sentence of the paragraph opens with a demand: 二要抓好产业。|新建基地2万亩."""

    def __init__(self) -> None:
        self.read_to = 0
        self.holds = False

    def hold(self, text: str, position: int) -> bool:
        """Read on to `position` and say whether a demand holds there, up to what reports."""
        line = text.rfind("\n", self.read_to, position)
        if line >= 0:
            self.holds, self.read_to = False, line
        while (hit := (REPORTED if self.holds else DEMAND).search(text, self.read_to, position)) is not None:
            self.holds, self.read_to = not self.holds, hit.end()
        self.read_to = max(self.read_to, position - 1)
        return self.holds


class _Orders:
    """Whether the speech before a sentence gives orders (会议强调，要…)."""

    def __init__(self) -> None:
        self.read_to = 0
        self.holds = False

    def hold(self, text: str, position: int) -> bool:
        """Read on to `position` and say whether orders hold there."""
        for match in ORDER_OR_REPORT.finditer(text, self.read_to, position):
            if match[0] not in ORDERED:
                self.holds = False
            elif (lead := ORDER_LEAD.search(text, max(0, match.start() - 21), match.start())) is not None:
                self.holds = self.holds or not MEASURE_OF_ORDERS.search(lead[0])
        self.read_to = max(self.read_to, position)
        return self.holds


DEMAND = lazy(
    r"[。！；\n\u3000](?:[一二三四五六七八九十]要(?![求素闻点地])|(?:[^，。；：、\n]{1,6}，)?(?:必须|务必))"
    r"|[，。；\n]要(?:抓好|做好|突出|着力|集中|重点|努力|切实)[^，。；：\n]{1,20}[：:](?=第?一|[（(]一|首先)"
)
"""一要…; 下半年，|必须抓好四件事; 要抓好以下工作：第一，…"""
REPORTED = lazy(
    "去年|上半年(?!要|必须|务必|力争|确保)|前三季度(?!要)|截至|今年以来|目前|已经|累计|据悉|据了解"
)
"""What ends a demand within its paragraph."""
ORDER = lazy(r"[^，。；：,;:\n]{2,22}(?=[，,：:])(?<=要求|强调)")
"""会议要求， at the beginning of a sentence."""
MEASURE_OF_ORDERS = lazy("按照|根据|落实|贯彻|对照|达")
"""What makes a yardstick of a demand: 按照上级要求，."""
ORDER_LEAD = lazy(r"(?:^|(?<=[。！；;!\n”]))[^，。；：,;:\n”！!]{0,20}\Z")
"""What may stand between the beginning of a sentence and its 要求: 会议|要求，."""
LOOKS_BACK = r"指出(?=[，,：:]从?(?:[今去]年|近年|过去|截[至止]|目前|当前|前|[1一]?[1-9一二三四]?(?:[-—至]\d{1,2}月|季度)|上半年))"
"""会议|指出，从前三季度情况看."""
REPORT = lazy(
    rf"[\s“]*(?:[^，。；：,;:\n]{{0,8}}{LOOKS_BACK}"
    r"|会议(?:还|并|随后)?(?:审议|研究|讨论|通过|原则|同意)|据悉|据了解|据统计|据介绍|数据显示|截至|截止|今年以来|去年|目前)"
)
"""据悉， at the beginning of a sentence; 会议审议."""
ORDER_OR_REPORT = lazy(
    r"要求(?=[，,：:])|强调(?=[，,：:])|提出(?=[，,：:])"
    rf"|{LOOKS_BACK}"
    r"|会议(?:还|并|随后)?(?:审议|研究|讨论|通过|原则|同意|传达|学习)|今年以来|(?<![^，。；：、\s“])去年(?![^，。；：]{0,8}的)|据了解|据悉|据统计|据介绍|数据显示|获悉|近年来|截至|截止|一年来|听取|通报了|汇报了|观摩|座谈"
)
"""What begins and ends orders: 会议要求，; 据统计."""
ORDERED = frozenset({"要求", "强调", "提出"})


def _by_sentence(
    document: Document, found: list[Quantity], start: int, end: int
) -> Iterator[tuple[int, int, list[Quantity]]]:
    """Each sentence of a segment that holds quantities: its bounds and they."""
    group: list[Quantity] = []
    begin, limit = document.sentence(found[0].start)
    for quantity in found:
        if quantity.start >= limit:
            yield max(begin, start), min(limit, end), group
            group = []
            begin, limit = document.sentence(quantity.start)
        group.append(quantity)
    yield max(begin, start), min(limit, end), group


DESCRIBING = frozenset({"rank", "money", "area", "length", "mass", "volume", "energy"})
"""Kinds that describe what they stand before: 投资680亿元的|项目; a count is of it: 30名以上的|人员."""
GOAL = lazy(r"的(?:[^，。；]{0,4}(?:目标|任务)|规模|水平|台阶|大关|要求)")


def _attributive(text: str, quantity: Quantity) -> bool:
    """Whether a number only describes what follows it: 投资超680亿元的|133个区重点项目; not 千亿元的|目标."""
    if quantity.kind not in DESCRIBING or not text.startswith("的", quantity.end):
        return False
    return GOAL.match(text, quantity.end) is None
