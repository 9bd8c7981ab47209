"""People named together, and what the words before them make of them: subject, agent or object.

`区领导曾旭、吴锡钿参加会议` names one group, the subject; `会议由区长张广贤主持` an agent; in `听取了李华的汇报` and
`在李华的陪同下` the person is an object, whom only the verb behind can tell a role.
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from typing import TYPE_CHECKING, Literal, NamedTuple

from attrs import frozen

from .patterns import lazy
from .posts import is_authorship
from .verbs import verbs

if TYPE_CHECKING:
    from collections.abc import Iterable

    from .document import Document
    from .mentions import OfficialMention

__all__ = ["Group", "Groups", "Stance", "find_groups"]

Stance = Literal["subject", "agent", "object", "heard", "company", "source"]
"""subject; agent (由X主持); object (陪同X); heard (听取X汇报); company (在X陪同下); source (据X介绍)."""

SAME_LIST = lazy(
    r"""
    \s*(?:同志)?(?:[（(][^（）()\n]{1,14}[)）])?          # 陈一鸣(女)、…
    (?:等(?:[省市区县州]?领导(?:同志|干部)?|老同志)?(?:同志)?)?   # 赵明等市领导,区领导…
    (?P<mark>\s*[、，,/](?:\s*(?:以及|和|及))?|\s*(?:以及|会同|[和与及同])|[ \u3000]+)?\s*(?:有关|相关)?
    """,
    re.VERBOSE,
)
"""What may stand between two people of one list."""

BEFORE_TITLE = lazy(
    r"\s*[、，,](?:\s*(?:以及|和|及))?\s*(?:[^\W\x00-\xff]{0,10}(?:军|部队|公司|集团|大学|学院|银行|[省市区县州]|某+|原|协会|党组|中心|[局委院部办处社厅科会])\s*)"
)
"""The same where a title does not take in its whole body: 李华，中国人民解放军|军分区司令员…, 李华，市监察局 |赵文舟."""

LONGEST_GAP = 60
"""More characters than stand between two people of one list."""

UNREAD = lazy(
    r"\s*[、，,](?P<person>[\u4e00-\u9fff、]{1,24}?(?:长|书记|主席|主任|委员|代表|同志|经理|政委|司令员|专员|调研员|巡视员|成员)[^\W\x00-\xff]{2,3}(?:、[^\W\x00-\xff]{2,3})*)[、，,]\s*"
)
"""The same with people between whose names are not read: 李华，|市工信局局长禤达明|，赵文舟."""

UNTITLED = lazy(
    r"(?:、|[ \u3000]+)(?P<person>[^\W\x00-\xff]{2,4}(?:(?:、|[ \u3000]+)[^\W\x00-\xff]{2,4}){0,5})(?:、|[ \u3000]+)"
)
"""The same with people who have no title: 出席：李华|、黎明霞、|赵文舟."""

TAIL = lazy(
    r"\s*(?:同志)?(?:[（(][^（）()\n]{1,14}[)）])?"
    r"(?:一行|等(?:[\u4e00-\u9fff\d]{0,10}?(?:领导同志|领导干部|领导|同志|负责人|代表|委员|专家|多人|余人|人))?(?:一行)?)?"
)
"""What closes a list: 等, 等区领导, 一行."""

TAIL_BEGINS = frozenset(" \u3000\xa0\t\n同（(一等")

STANCES: tuple[tuple[Stance, re.Pattern[str]], ...] = (
    ("agent", lazy(r"由(?:来自)?\Z")),
    ("heard", lazy(r"(?:听取|听|审议|听取和审议|审阅)(?:并审议)?了?(?:由)?\Z")),
    ("source", lazy(r"(?:^|[\s，。；：,;:“])据\Z")),
    ("object", lazy(r"(?:^|[^面导方动取转意志])[向给][^，,。；;：:、\n“”]{1,14}的\Z")),
    ("company", lazy(r"(?:^|[^现存所正好实潜内旨])在\Z")),
    (
        "object",
        lazy(
            r"(?:受|陪同|随同|陪|会见|接见|与|向|对|为|给|请|邀请|(?<![大党会议业人])代表|学习|贯彻|落实|传达|按照|根据|遵照|按|看望|慰问|接待|拜访|"
            r"选举|选举产生|任命|推选|免去|决定|接受|围绕|以|关于|让|使|被|把|将|到|随|跟随|缅怀|纪念|感谢|通过|包括|如|像|因|经|"
            r"同意|指定|委托|授权|推荐|提名|补选|当选|罢免|追授|授予|表彰|调查|查处|双开|撤销|协助|配合|参观|宣读了?|转达了?)"
            r"(?:了|过)?\s*\Z"
        ),
    ),
)
"""What stands before a group and takes the part of subject from it, with a phrase for each: 会议由|陈一鸣主持,
听取了|陈一鸣汇报, 据|陈一鸣介绍, 向关心我的|陈一鸣致谢, 在|陈一鸣陪同下, 陪同|陈一鸣调研."""

STANCE_ENDS = frozenset(
    "由自听取议阅据在受同陪见与向对为给请邀表习彻实达照按望问接待访举生命选去定围绕以于让使被把将到随跟怀念谢过括如像因经"
    "意托权荐名当免授予彰查处开销助合观读了的"
)
"""The last characters of all that these patterns find, beside blanks; other words before a group leave it the subject."""

BEFORE = 14
"""How many characters before a group are read for its stance."""


class Group(NamedTuple):
    """People named together.

    Attributes:
        members: their mentions, in order.
        start: where the group begins, with the title that covers it (区领导).
        end: where the last name ends.
        tail: where its closing words end (等区领导).
        stance: what the words before make of it.
        last_part: the members behind the last comma (`…出席，陈一鸣主持` may be printed as one list).
    """

    members: tuple[OfficialMention, ...]
    start: int
    end: int
    tail: int
    stance: Stance
    last_part: tuple[OfficialMention, ...]


@frozen(slots=True)
class Groups:
    """The groups of a document, in order, found by place."""

    all: tuple[Group, ...]
    starts: tuple[int, ...]

    def before(self, position: int) -> int:
        """The index of the last group that begins before `position`; -1 where none does."""
        return bisect_left(self.starts, position) - 1

    def between(self, start: int, end: int) -> tuple[Group, ...]:
        """The groups that begin in `text[start:end]`."""
        return self.all[bisect_left(self.starts, start) : bisect_left(self.starts, end)]

    def begins(self, start: int, end: int) -> bool:
        """Whether a group begins in `text[start:end]`."""
        return bisect_right(self.starts, end - 1) > bisect_left(self.starts, start)


def find_groups(document: Document, officials: Iterable[OfficialMention]) -> Groups:
    """The groups of the people named in a document's title and body; those who wrote it (记者) are in none.

    >>> import govtext
    >>> text = "区领导陈一鸣、李华参加。"
    >>> from govtext.mentions import OfficialMention
    >>> document = govtext.read(text)
    >>> def named(name):
    ...     span = document.span(text.index(name), text.index(name) + len(name))
    ...     return OfficialMention(span=span, text=name, rule="", name=name, name_span=span, collective="区领导")
    >>> group = find_groups(document, [named("陈一鸣"), named("李华")]).all[0]
    >>> document.text[group.start:group.end]
    '区领导陈一鸣、李华'
    """
    text = document.text
    acting = (
        m for m in officials if document.role(m.start) != "credit" and not any(map(is_authorship, m.titles))
    )
    people = sorted(acting, key=lambda m: m.start)
    lists: list[list[OfficialMention]] = []
    parts: list[int] = []  # where the last part of each list begins, by index
    by_comma = False
    for mention in people:
        start = _start(text, mention)
        gap = _gap(text, lists[-1][-1].end, start) if lists else None
        mark = "" if gap is None else gap.strip()
        comma = mark[:1] in {"，", ","}
        if gap is not None and (
            not comma or by_comma or len(mark) > 3 or mention.titles or mention.collective
        ):
            by_comma = by_comma or comma
            if comma:
                parts[-1] = len(lists[-1])
            lists[-1].append(mention)
        else:
            lists.append([mention])
            parts.append(0)
            by_comma = False
    found = tuple(_group(text, members, part) for members, part in zip(lists, parts, strict=True))
    return Groups(found, tuple(group.start for group in found))


def _gap(text: str, end: int, start: int) -> str | None:
    """The mark that joins two people of one list, or None where what stands between parts them."""
    if start < end:
        return None
    if start - end > LONGEST_GAP:
        return None
    same = SAME_LIST.fullmatch(text, end, start)
    if same:
        return same["mark"] or ""
    if BEFORE_TITLE.fullmatch(text, end, start):
        return text[end:start]
    untitled = UNTITLED.fullmatch(text, end, start) if text.startswith(("、", " ", "\u3000"), end) else None
    unread = untitled or UNREAD.fullmatch(text, end, start)
    return text[end:start] if unread and next(verbs().find(unread["person"]), None) is None else None


def _start(text: str, mention: OfficialMention) -> int:
    """Where a mention begins with the collective title that stands before it: 区领导|曾旭."""
    covering, start = mention.collective, mention.start
    if not covering:
        return start
    begin = len(text[:start].rstrip(" \u3000")) if text[start - 1 : start] in {" ", "\u3000"} else start
    return begin - len(covering) if text.endswith(covering, 0, begin) else start


def _group(text: str, members: list[OfficialMention], part: int) -> Group:
    start, end = _start(text, members[0]), members[-1].end
    before = text[max(0, start - BEFORE) : start]
    stances: list[Stance] = []
    if before and (before[-1] in STANCE_ENDS or before[-1].isspace()):
        stances = [stance for stance, pattern in STANCES if pattern.search(before)]
    tail = TAIL.match(text, end) if text[end : end + 1] in TAIL_BEGINS else None
    return Group(
        tuple(members),
        start,
        end,
        tail.end() if tail else end,
        stances[0] if stances else "subject",
        tuple(members[part:]),
    )
