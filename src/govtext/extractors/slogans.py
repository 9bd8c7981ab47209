"""Slogans: quoted shorthand, campaigns, mottos, nicknames, speech and titles, and shorthand that needs no marks."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import TYPE_CHECKING, NamedTuple

from attrs import Factory, field, frozen

from ..expansions import expand
from ..glossary import Glossary, default_glossary, normal_form
from ..mentions import SloganMention
from ..patterns import lazy
from ..quotations import find_quotations
from ..shorthand import is_bare_number, is_code, is_counting, is_plan_period, names_its_day
from ..slogan_heads import head_of
from ..slogan_kinds import Candidate, classify
from ..slogan_words import ends_with, words

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from ..document import Document
    from ..glossary import Entry
    from ..mentions import SloganKind

__all__ = ["Slogans"]

WRECKED = "between question marks"
"""The rule for quotation marks that were lost and printed as ?."""

LATER = 3
"""How many later occurrences of a form are asked for what it stands for."""

BEFORE, AFTER = 24, 40
"""Characters of context that a kind may hang on."""

NUMBERED_HEADS = lazy(
    r"(?:计划|行动|活动|工程|战略|规划|体系|机制|模式|目标|方案|政策|布局|格局|攻坚|工作法|思路|举措|部署|任务|工作|经验|要求)$"
)
"""What a programme with a number for its name is: “14610”行动计划, “863”计划; no hotline (“12345”热线)."""

CLASS = lazy(r"[A-Za-zⅠ-Ⅻ甲乙丙丁\d]{1,3}\+?[类级档等型]")
"""A class or a level: “D类”企业, “Ⅲ级”响应."""

HOTLINE = lazy(r"1(?:1\d|2[0-2])|12\d{3}|9\d{4}|95\d{3}|400\d+|\d{7,}")
"""Telephone numbers: “110”联动机制, “12345”热线; “123”预警机制 is a programme."""

BRAND_AFTER = lazy(
    r"(?:牌|商标|注册商标|(?:区域)?公用品牌|公共品牌|(?:系列)?(?:APP|App|app|软件|客户端|小程序|网站)|(?:微信)?公众号|微信号|抖音号|视频号|微博"
    r"|(?:股份|有限|责任)+公司|公司|集团(?!军)|酒店|酒楼|饭店|餐厅|面馆|宾馆|幼儿园|药店|大药房|便利店|门市部|网吧|超市|商场|影院|系列?(?:白酒|茶叶|大米|酸奶|饮料|飞船|卫星|火箭|客机|车型)|号?(?:货轮|渔船|轮船|游轮|客轮|卫星|飞船|火箭|试验船|列车|动车|专列)|号(?![召称角码令外]))"
)
"""What makes a quoted name a brand, a firm, a ship or an app."""

DEFINED = lazy(r"(?:以下简称|下称|简称为?|以下统称|英文名|原名|又名|化名|网名|绰号)[:：]?$")

BODY_ENDS = (
    "公司",
    "中心",
    "指挥部",
    "委员会",
    "办公室",
    "局",
    "厅",
    "部",
    "院",
    "会",
    "条例",
    "办法",
    "方案",
    "意见",
    "项目",
    "协议",
    "规定",
)
"""What is defined for the rest of a page, as in (以下简称“指挥部”), is no slogan."""

IDEOGRAPH = lazy(r"[\u3400-\u9fff]")


def _is_single(form: str) -> bool:
    """A single character, or letters without an ideograph: “严”字当头, “OTC”."""
    return len(form.rstrip("。！？!?…")) <= 1 or not (
        IDEOGRAPH.search(form) or is_code(form) or is_bare_number(form)
    )


def _is_event(form: str) -> bool:
    """A day, or a holiday: the dates of a page, not its slogans."""
    return names_its_day(form) or form in words("holiday")


def _is_class(form: str) -> bool:
    return CLASS.fullmatch(form) is not None


def _is_crime(form: str) -> bool:
    return len(form) > 3 and form.endswith("罪")


def _is_firm(form: str) -> bool:
    return ends_with(form, "firm", 1) is not None


def _is_produce(form: str) -> bool:
    """A place and what it grows or makes: “石桥大米”; with a verb or a number in front it is a slogan."""
    named = ends_with(form, "produce", 2)
    return named is not None and named <= 3 and not is_counting(form)


EXCLUDED: tuple[tuple[str, Callable[[str], bool]], ...] = (
    ("single", _is_single),
    ("event", _is_event),
    ("class", _is_class),
    ("crime", _is_crime),
    ("firm", _is_firm),
    ("produce", _is_produce),
)
"""What stands in quotation marks and is no slogan, wherever it stands: a name, and a test of the form."""


EXCLUDED_HERE: tuple[tuple[str, Callable[[str, str, str], bool]], ...] = (
    ("class", lambda form, before, after: after.startswith(("等次", "等级", "档次", "格次"))),  # noqa: ARG005
    ("brand", lambda form, before, after: BRAND_AFTER.match(after) is not None),  # noqa: ARG005
    ("storm", lambda form, before, after: before.endswith("台风") and not is_counting(form)),  # noqa: ARG005
    ("defined", lambda form, before, after: form.endswith(BODY_ENDS) and DEFINED.search(before) is not None),  # noqa: ARG005
)
"""The same by what stands before and behind it."""

EQUAL_PAIR = r"(?P<n>[双两三四五六七八九])(?P<a>[^\W\d_])(?:(?P=n)[^\W\d_]){1,4}"

POLICY = r"(?:攻坚战|保卫战|战役|战略|行动|工程|会战|专项行动|提升行动|攻坚行动|行动计划)"


def _is_excluded(form: str, before: str, after: str) -> bool:
    """Whether one of the tests holds."""
    return _is_excluded_form(form) or any(holds(form, before, after) for _, holds in EXCLUDED_HERE)


@lru_cache(maxsize=4096)
def _is_excluded_form(form: str) -> bool:
    return any(holds(form) for _, holds in EXCLUDED)


NOT_AFTER = "一二两三四五六七八九十百千万双几第\\d"
"""Before a number, what makes it a longer one or an ordinal."""

BARE_SHAPES = lazy(
    rf"""
    (?<![{NOT_AFTER}])(?P<pair>{EQUAL_PAIR})             # 双招双引, 三看三比三促
      | (?<![{NOT_AFTER}])(?P<great>[三四五六七八九十]大{POLICY})  # 三大攻坚战, 六大战略
      | (?<![\dA-Za-z+＋.])(?P<code>\d{{1,2}}(?:[+＋]\d{{1,3}}){{0,5}}[+＋][NXn](?![\dA-Za-z]))  # 1+3+N
      | (?<![\dA-Za-z+＋.])(?P<sum>\d{{1,2}}(?:[+＋]\d{{1,2}}){{2,4}}(?![\dA-Za-z%+＋.])(?=[^\W\d]))  # 1+2+3工作体系
      | (?<![{NOT_AFTER}])(?P<plan>十[一二三四五]五(?![一二三四五六七八九十年岁月日号点分元个人名次天层位章条])
    |(?:[七八九]五|十五)(?=计划|规划|时期|期间))
      | (?<![\d.])(?P<done>\d{{1,2}}(?:天|日|小时|分钟)办结)    # 3天办结
      | (?P<wreck>[?？](?P<inside>[\u4e00-\u9fff\d+]{{2,10}})[?？])   # ?三个代表?
    """,
    re.VERBOSE,
)
"""Shorthand that its shape alone tells, without marks."""

SHAPE_HINTS = lazy(
    r"(?P<n>[双两三四五六七八九十\d?？])"
    r"(?:(?=[^\W\d_](?P=n))(?<=[双两三四五六七八九])"  # 双招双引
    r"|(?=大[攻保战行工会专提])|(?=[一二三四]?五)(?<=[七八九十])"  # 三大攻坚战, 十四五
    r"|(?=\d?(?:[+＋]|[天日小分].{0,2}办结))(?<=\d)"  # 1+3+N, 3天办结
    r"|(?=[\u4e00-\u9fff\d])(?<=[?？]))"
)
"""A quick look for what `BARE_SHAPES` could match."""


def _openings_of_bare_forms(slogans: Slogans) -> frozenset[str]:
    """The first two characters of each glossary form that needs no marks."""
    return frozenset(form[:2] for form in slogans.glossary.bare.words)


def _hints_of_bare_forms(slogans: Slogans) -> re.Pattern[str]:
    """One quick look for them: a first character before a second one."""
    openings = _openings_of_bare_forms(slogans)
    firsts, seconds = ("".join(sorted({pair[i : i + 1] for pair in openings})) for i in (0, 1))
    return lazy(f"[{re.escape(firsts)}](?=[{re.escape(seconds)}])" if openings else r"(?!)")


class _Place(NamedTuple):
    """Where a slogan may stand, without its marks and with them; `rule` names what found it without marks."""

    start: int
    end: int
    outer_start: int
    outer_end: int
    depth: int = 0
    title: bool = False
    rule: str = ""


@frozen
class Slogans:
    """Finds slogans: every distinct form, at its first occurrence.

    Attributes:
        glossary: what is known of forms; extend it with `default_glossary() | [Entry(...)]`.

    >>> import govtext
    >>> document = govtext.read("坚持“人民至上、生命至上”原则，做好“六稳”工作，打好三大攻坚战。")
    >>> [(s.text, s.kind, s.head, s.quoted) for s in Slogans()(document)]
    [('人民至上、生命至上', 'motto', '原则', True), ('六稳', 'abbreviation', '工作', True), ('三大攻坚战', 'abbreviation', '攻坚战', False)]
    """

    glossary: Glossary = field(factory=default_glossary)
    _bare_hints: re.Pattern[str] = field(
        init=False, repr=False, eq=False, default=Factory(_hints_of_bare_forms, takes_self=True)
    )
    _openings: frozenset[str] = field(
        init=False, repr=False, eq=False, default=Factory(_openings_of_bare_forms, takes_self=True)
    )

    def __call__(self, document: Document) -> Iterator[SloganMention]:
        """The slogans of a document, in order."""
        text = document.text
        own = {normal_form(text[start:end]) for start, end, _ in document.readable("title")}
        seen: dict[str, SloganMention | None] = {form: None for form in own if len(form) > 6}
        for start, end, _ in document.readable():
            covered = start
            for place in self._places(text, start, end):
                form = normal_form(text[place.start : place.end])
                if place.rule and place.start < covered:
                    continue
                if form in seen:
                    mention = seen[form]
                else:
                    mention = (
                        self._unmarked(document, place)
                        if place.rule
                        else self._quoted(document, place, start)
                    )
                    if mention is not None:
                        seen[form] = mention
                        yield mention
                if mention is None or mention.kind != "quote":
                    covered = max(covered, place.end)

    def _places(self, text: str, start: int, end: int) -> list[_Place]:
        """What may be a slogan in a stretch, in order: quotations, then what stands there without marks."""
        quoted = [
            _Place(begun, until, outer, outer_end, depth, kind == "title")
            for begun, until, outer, outer_end, kind, depth, _ in find_quotations(text, start, end)
        ]
        bare = [
            _Place(at, until, at, until + (rule == WRECKED), rule=rule)
            for at, until, rule in self._bare_places(text, start, end)
        ]
        return sorted(quoted + bare, key=_in_order) if bare else quoted

    def _quoted(self, document: Document, place: _Place, border: int) -> SloganMention | None:
        """The slogan between two marks, or None where what stands there is none."""
        text, form = document.text, document.text[place.start : place.end]
        if place.title:
            return _mention(document, place, ("title in book marks", "title"))
        before = text[max(border, place.outer_start - BEFORE) : place.outer_start].rpartition("\n")[2]
        after = text[place.outer_end : place.outer_end + AFTER].partition("\n")[0]
        entry = self.glossary.get(form)
        if entry is None and _is_excluded(form, before, after):
            return None
        head = _head(document, place)
        if entry is None and is_bare_number(form) and not is_plan_period(form):
            if len(form) < 2 or HOTLINE.fullmatch(form) or not (head and NUMBERED_HEADS.search(head)):
                return None
            numbered = form.isascii() or head.endswith(("计划", "规划"))
            kind: SloganKind = "plan" if numbered else "abbreviation"  # “百千万”工程 counts nothing
            return _mention(document, place, ("numbered programme", kind), head)
        verdict = classify(Candidate(form, before, after, head, entry, place.depth))
        return _mention(document, place, verdict, None if verdict[1] == "quote" else head, entry)

    def _unmarked(self, document: Document, place: _Place) -> SloganMention:
        """The shorthand without marks at a place."""
        form = document.text[place.start : place.end]
        head, entry = _head(document, place), self.glossary.get(form)
        _, kind = classify(Candidate(form, head=head, entry=entry))
        return _mention(document, place, (place.rule, kind), head, entry)

    def _bare_places(self, text: str, start: int, end: int) -> Iterator[tuple[int, int, str]]:
        """Where shorthand without marks stands: `(start, end, rule)`."""
        lexicon = self.glossary.bare
        done = start
        for hint in self._bare_hints.finditer(text, start, end):
            at = hint.start()
            if at < done or text[at : at + 2] not in self._openings:
                continue
            if (until := lexicon.match(text, at, end)) is None or _within_other(text, at, until):
                continue
            done = until
            yield at, until, "glossary form without marks"
        for hint in SHAPE_HINTS.finditer(text, start, end):
            shape = BARE_SHAPES.match(text, hint.start(), end)
            if shape is None:
                continue
            if shape["wreck"]:
                inside = shape["inside"]
                if inside in self.glossary:
                    yield *shape.span("inside"), WRECKED
                continue
            if shape["pair"] and _is_measured(shape[0]):
                continue
            yield shape.start(), shape.end(), "plan period" if shape["plan"] else "shape without marks"


def _head(document: Document, place: _Place) -> str | None:
    """The noun that the slogan at a place qualifies; of a plan period only its plan (“十四五”规划)."""
    text, form = document.text, document.text[place.start : place.end]
    head = head_of(form, text, place.outer_end)
    if (
        head
        and is_plan_period(form)
        and not head.startswith(("规划", "计划", "纲要", "发展规划", "普法规划"))
    ):
        return None
    return head


def _mention(
    document: Document,
    place: _Place,
    verdict: tuple[str, SloganKind],
    head: str | None = None,
    entry: Entry | None = None,
) -> SloganMention:
    """The mention at a place, with what it stands for: as the text spells it out, else as the glossary knows it."""
    text = document.text
    rule, kind = verdict
    spelled: tuple[str, ...] = ()
    if kind in ("abbreviation", "plan", "campaign", "nickname"):
        spelled = expand(text, place.start, place.end, place.outer_start, place.outer_end) or _spelled_later(
            text, place
        )
    known = entry.expansion if entry and not _before_its_time(document, entry) else ()
    return SloganMention(
        span=document.span(place.start, place.end),
        text=text[place.start : place.end],
        rule=rule,
        kind=kind,
        head=head,
        expansion=spelled or known,
        expansion_source="text" if spelled else "glossary" if known else None,
        quoted=not place.title and place.rule in ("", WRECKED),
    )


def _spelled_later(text: str, place: _Place) -> tuple[str, ...]:
    """What a form that counts its parts stands for where the page says it again, in marks: 开展“四大行动”，即…."""
    form = text[place.start : place.end]
    if not is_counting(form):
        return ()
    at = place.outer_end
    for _ in range(LATER):
        at = text.find(f"“{form}”", at)
        if at < 0:
            break
        end = at + len(form) + 1
        if spelled := expand(text, at + 1, end, at, end + 1):
            return spelled
        at = end
    return ()


def _before_its_time(document: Document, entry: Entry) -> bool:
    """Whether a page is older than the sense that the glossary knows: 两个大局 in 1999."""
    return document.published is not None and (entry.since or 0) > document.published.year + 1


def _in_order(place: _Place) -> tuple[int, bool, int, bool]:
    """The order of places: the earlier, of those the quoted, of those the longer, of those the one between damaged marks."""
    return place.start, place.rule != "", -place.end, place.rule != WRECKED


NUMERAL = frozenset("一二两三四五六七八九十百千万零第0123456789.")


LONGER_WORDS = frozenset(
    (
        "公里",
        "公斤",
        "公顷",
        "公分",
        "公司",
        "公共",
        "农场",
        "农机",
        "通道",
        "通过",
        "会场",
        "保险",
        "创新",
        "违法",
        "委员",
    )
)
"""Words that begin where a short form seems to end: 三公里, 两委员."""


def _within_other(text: str, at: int, until: int) -> bool:
    """Whether a form is a part of something longer: 三农 in 十三农, 三公 in 三公里."""
    if text[at] in NUMERAL and at > 0 and text[at - 1] in NUMERAL:
        return True
    return until - at == 2 and text[until - 1 : until + 1] in LONGER_WORDS


def _is_measured(form: str) -> bool:
    """Whether a pair counts measures: 三天三夜, 两年两次."""
    measures = words("measure")
    return (
        all(char in measures for char in form[1::2]) or form[1] in "个级类种年月日天" or form[1] == form[3:4]
    )
