"""The pass that needs two kinds at once: who said what, who led, which number is due when."""

from __future__ import annotations

from typing import TYPE_CHECKING, TypeVar

from ..acts import find_acts
from ..findings import Findings
from ..mentions import DateMention, Mention, OfficialMention, SloganMention, TargetMention
from .attribution import with_speakers
from .deadlines import with_deadlines
from .people import gather
from .statements import find_statements

if TYPE_CHECKING:
    from collections.abc import Iterable

    from ..document import Document

__all__ = ["link"]

M = TypeVar("M", bound=Mention)


def link(document: Document, mentions: Iterable[Mention]) -> Findings:
    """The findings of a document: its mentions, completed by what only two kinds together tell, as new values.

    Args:
        document: what `govtext.read` returns.
        mentions: what `govtext.extract` returns, or any mentions of this document.

    >>> import govtext
    >>> document = govtext.read("区长陈一鸣强调，9月底前要完成投资12亿元。")
    >>> findings = govtext.link(document, govtext.extract(document))
    >>> findings.statements[0].speaker.name, findings.targets[0].deadline
    ('陈一鸣', 'XXXX-09-30')
    """
    every = tuple(mentions)

    def of(kind: type[M]) -> tuple[M, ...]:
        return tuple(m for m in every if isinstance(m, kind))

    dates = of(DateMention)
    named = of(OfficialMention)
    acts = find_acts(document, named)
    officials, people = gather(document, named, acts)
    statements = find_statements(document, people, acts)
    return Findings(
        document=document,
        dates=dates,
        officials=officials,
        targets=with_deadlines(document, of(TargetMention), dates),
        slogans=with_speakers(document, of(SloganMention), statements),
        people=people,
        statements=statements,
    )
