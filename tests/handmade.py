"""Findings made by hand, so that what shows and sends them is tested apart from what finds them."""

from __future__ import annotations

import re
from datetime import date
from decimal import Decimal
from typing import TYPE_CHECKING, TypeVar

from govtext import (
    AlignedText,
    Candidate,
    Damage,
    DateMention,
    Document,
    Findings,
    Mention,
    OfficialMention,
    Person,
    Redaction,
    Segment,
    SloganMention,
    Span,
    Statement,
    TargetMention,
)

if TYPE_CHECKING:
    from govtext.document import Role

M = TypeVar("M", bound=Mention)

PAGE = """\
云溪区召开“双百攻坚”行动推进会
来源:区融媒体中心 发布时间:2023-03-07 浏览:12次
3月6日上午,区(qū)委书记陈一鸣主持会议,要(yào)求“9月底前建成50个项目,总投资超(chao)120亿元🚀”。他指出,“一把手”要带头,<b>确?!p标</b>。
(撰稿人:林知秋)
"""
"""A page of our own: readings, markup to be escaped, a rocket outside the basic plane, damage, overlaps."""


READING = re.compile(r"(?<=\w)\([a-zàáèéìíòóùúǎěǐǒǔāēīōū]+\)|</?b>")

ROLES: tuple[Role, ...] = ("title", "metadata", "body", "credit")
"""Of the page's lines, in order."""


def page(name: str | None) -> Document:
    """The page, cleaned by hand of readings and markup."""
    aligned = AlignedText.of(PAGE)
    aligned = aligned.replace("pinyin", ((m.start(), m.end(), "") for m in READING.finditer(PAGE)))
    at = PAGE.index("?!p")
    aligned = aligned.report(
        [Damage("gbk", at, at + 3, "?!p", (Candidate("保", -1.5), Candidate("<b>", -9.0)))]
    )
    segments: list[Segment] = []
    start = 0
    for role, line in zip(ROLES, aligned.text.split("\n"), strict=False):
        segments.append(Segment(role, aligned.span(start, start + len(line))))
        start += len(line) + 1
    at = aligned.text.index("12次")
    hidden = Redaction("number", aligned.span(at, at + 2))
    return Document(aligned, date(2023, 3, 7), tuple(segments), (hidden,), name)


def place(document: Document, phrase: str, start: int = 0) -> Span:
    """Where `phrase` stands in the cleaned text."""
    at = document.text.index(phrase, start)
    return document.span(at, at + len(phrase))


def mention(of: type[M], document: Document, phrase: str, **values: object) -> M:
    """A mention of the first `phrase` of the document."""
    return of(span=place(document, phrase), text=phrase, rule="made by hand", **values)  # type: ignore[arg-type]


def sample(name: str | None = "page-1") -> Findings:
    """Findings of every kind: some within others, two that cross, one beyond the basic plane."""
    document = page(name)
    day = date(2023, 9, 30)
    dates = (
        mention(DateMention, document, "3月6日上午", edtf="XXXX-03-06", resolved="2023-03-06", part_of_day="morning",
                earliest=date(2023, 3, 6), latest=date(2023, 3, 6)),
        mention(DateMention, document, "9月底前", edtf="XXXX-09", resolved="2023-09-30", earliest=day, latest=day,
                kind="deadline"),
    )  # fmt: skip
    officials = (
        mention(OfficialMention, document, "区委书记陈一鸣", name="陈一鸣", name_span=place(document, "陈一鸣"),
                titles=("区委书记",), organisation="云溪区"),
        mention(OfficialMention, document, "林知秋", name="林知秋", name_span=place(document, "林知秋"),
                titles=("撰稿人",)),
    )  # fmt: skip
    targets = (
        mention(TargetMention, document, "50个", kind="count", amount=Decimal(50), unit="个", object="项目",
                status="target", deadline="2023-09-30"),
        mention(TargetMention, document, "120亿元", kind="money", amount=Decimal(12_000_000_000), unit="元",
                comparator=">", object="项目总投资", status="target", deadline="2023-09-30"),
    )  # fmt: skip
    speech = document.text[document.text.index("9月底前") : document.text.index("🚀") + 1]
    slogans = (
        mention(SloganMention, document, "双百攻坚", kind="campaign", head="行动", quoted=True),
        mention(SloganMention, document, speech, kind="quote", speaker="陈一鸣", quoted=True),
        mention(SloganMention, document, "一把手", kind="nickname", quoted=True, expansion=("主要负责人",),
                expansion_source="glossary"),
    )  # fmt: skip
    chair = Person("陈一鸣", ("区委书记",), "云溪区", ("chairs", "speaks"), (officials[0],))
    writer = Person("林知秋", ("撰稿人",), None, ("author",), (officials[1],))
    return Findings(
        document=document, dates=dates, officials=officials, targets=targets, slogans=slogans, people=(chair, writer),
        statements=(Statement(chair, "要求", place(document, speech)), Statement("会议", "指出", place(document, "带头"))),
    )  # fmt: skip
