"""Bodies, meetings and papers that speak: `会议指出`, `市委、市政府要求`, `区政府党组要…`.

Their names are composed (区委 + 常委会 + 会议), so only the last words are listed (`data/speaking_bodies.tsv`), and a
name is what stands before them from the border of its clause on, unless the words there make it an object
(落实会议要求, 按照市委要求).
"""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING, TypeAlias

from .lexicon import Lexicon, read_rows
from .patterns import lazy

if TYPE_CHECKING:
    from collections.abc import Iterator

__all__ = ["Bodies", "body_at", "body_before", "find_demands", "last_words"]

Bodies: TypeAlias = Lexicon[str]
"""Last words of the names of bodies that speak, with their kind."""


@cache
def last_words() -> Bodies:
    """The last words of the names of bodies that speak, with their kind, read on first use.

    >>> last_words()["通知"], last_words()["党组"]
    ('paper', 'authority')
    """
    return Lexicon({row[0]: row[1] for row in read_rows("speaking_bodies")})


LONGEST = 30
"""The longest name that is read, in characters: 中共贾汪区委常委会(扩大)会议 has 15."""

LEAD = lazy(
    r"""
    (?: \s | [一二三四五六七八九十]{1,3}、 | [（(][一二三四五六七八九十\d]{1,3}[)）]
      | (?:[\dX*]{1,4}年)?(?:[\dX*]{1,2}月)?[\dX*]{1,2}日(?:上午|下午|晚上|晚)? | 今[天日] | 昨[天日] | 近日 | 日前 | 会上 | 同时
      | 此外 | 另外 | 随后 | 最后 | 对此 | 为此 | 因此 | 据悉 | 据了解 | 其中 | 此次 | 本次 | 这次 | 该 | [“”"]
      | 据(?=[^\W\x00-\xff]{4})
    )*
    """,
    re.VERBOSE,
)
"""What may stand before a name at the head of a clause: 11日上午|区政府…, 此次|会议."""

OBJECT = lazy(
    r"(?!经开|经济|遵义|遵化|如皋|如东|从江|从化|和平|和县|和顺|和田|和静|和政|和龙|于都|于田|于洪|将乐|当涂|当阳|依兰|依安|若羌|有关|与会)"
    r"(?:按|依|遵|根据|落实|贯彻|对照|学习|传达|参加|出席|列席|召开|举行|举办|符合|达到|结合|围绕|响应|执行|完成|听取|研究|审议|通过|印发|制定"
    r"|出台|下发|要|把|将|在|以|从|对|向|为|与|和|让|使|被|给|由|经|是|有|等|我|他|她|它|其|并|加强|推动|坚持|服从|接受|配合|支持|做好|紧"
    r"|认真|严格|切实|积极|主动|提高|全面|深入|组织|严|确保|各|不|没|所|如|若|因|当|凡|了|于|作|做|提交|报送|报请|请|成立|设立|建立|明确|宣布|必须|坚决|坚定|维护|拥护)"
)
"""How words begin that make the name behind them an object, or no name: 落实|会议要求, 各级|党委; places
that begin like them are let through (遵义市委, 从化区政府)."""

ASIDE = lazy(
    r"(?:还|也|又|同时|一致|普遍|纷纷|明确|进一步|再次|反复|特别|着重|重点|均|都|分别|曾|已|多次|郑重|则|中|上|里|最后|随后|要|强调|指出"
    r"|(?:就|对|在|从|向|为|围绕|针对|结合|以)[^，。]*)*\Z"
)
"""What may part a name from its verb: 通知|中|指出, 会议|还|要求, 区委|就做好防汛工作|提出."""

NO_MEETING = frozenset(
    {
        "社会",
        "机会",
        "都会",
        "不会",
        "只会",
        "才会",
        "将会",
        "就会",
        "体会",
        "领会",
        "聚会",
        "也会",
        "能会",
        "理会",
    }
)

NAME = lazy(r"[\u4e00-\u9fff()（）、“”·\dA-Za-z—-]+")

WITHIN = lazy(r".+(?:让|(?<!大)使(?!馆|领|用)|在(?!职|线|校)|就(?!业)|对(?!外|口|台)|向(?!阳))")
"""What parts a name into what is no name: 省委书记|在|全省教育大会."""

DEMAND = lazy(r"要(?![求闻素点紧么领约])")
"""What a body is told to do follows this, where it is no part of a word: 区政府党组|要|, not 要求."""

TOO = "还也都均"
"""What may stand between the body and 要."""

VAGUE = lazy("各|级|地方|今年|当地|有关|相关|所有|全")
"""What makes a name mean bodies in general: 地方各级政府要…."""

BORDER = "，,。；;：:！？!?\n\u3000 “”"


def body_before(text: str, start: int, end: int, table: Bodies | None = None) -> tuple[int, str] | None:
    """The body that is the subject of a verb at `end`, in the clause `text[start:end]`: where it begins, and its name.

    Args:
        text: a document's text.
        start: where the clause begins.
        end: where the verb begins.
        table: the last words of names of bodies; None for the built-in ones.

    >>> body_before("会议还要求", 0, 3), body_before("按照会议要求", 0, 4)
    ((0, '会议'), None)
    """
    first = LEAD.match(text, start, end)
    begin = first.end() if first else start
    if end - begin > 2 * LONGEST or begin >= end:
        return None
    reached = None
    for _, until in _runs(text, begin, end, table):
        if ASIDE.match(text, until, end):
            reached = until
            break
    if reached is None and text[end - 1] == "会" and text[end - 2 : end] not in NO_MEETING:
        reached = end  # 学习会指出
    return None if reached is None else _named(text, begin, reached)


def body_at(text: str, start: int, end: int, table: Bodies | None = None) -> tuple[int, str] | None:
    """The body that opens the clause `text[start:end]` and rules what follows: `会议研究水环境工作，|指出`.

    >>> body_at("会议研究水环境工作", 0, 9)
    (0, '会议')
    """
    first = LEAD.match(text, start, end)
    begin = first.end() if first else start
    for at, until in _runs(text, begin, min(end, begin + LONGEST), table):
        return _named(text, begin, until) if at - begin <= LONGEST // 2 else None
    return None


def find_demands(
    text: str, start: int, end: int, table: Bodies | None = None
) -> Iterator[tuple[int, int, str]]:
    """Where a definite body of the kind `authority` is told what to do: `(start of its name, end of 要, its name)`.

    >>> list(find_demands("各级政府要落实；区政府党组要带头。", 0, 16))
    [(8, 14, '区政府党组')]
    """
    table = last_words() if table is None else table
    for hit in DEMAND.finditer(text, start, end):
        until = hit.start()
        if until > start and text[until - 1] in TOO:
            until -= 1
        last = table.match_back(text, until, start)
        if last is None or table[text[last:until]] != "authority":
            continue
        floor = max(start, last - LONGEST)
        begin = 1 + max(text.rfind(mark, floor, hit.start()) for mark in BORDER)
        begin = max(begin, floor)
        found = _named(text, begin, until)
        if found and len(found[1]) > 2 and not VAGUE.search(found[1]):  # 区政府要…, not 政府要…
            yield found[0], hit.end(), found[1]


def _runs(text: str, start: int, end: int, table: Bodies | None) -> Iterator[tuple[int, int]]:
    """Last words that stand one behind the other, as one: 区委|常委会|会议."""
    at = until = -1
    for a, b, _ in (last_words() if table is None else table).find(text, start, end):
        if a == until:
            until = b
            continue
        if at >= 0:
            yield at, until
        at, until = a, b
    if at >= 0:
        yield at, until


def _named(text: str, start: int, end: int) -> tuple[int, str] | None:
    """The name in `text[start:end]`, unless it is none."""
    name = text[start:end]
    if (
        not 2 <= len(name) <= LONGEST
        or OBJECT.match(name)
        or not NAME.fullmatch(name)
        or "的" in name
        or WITHIN.match(name)
    ):
        return None
    return start, name
