"""The pass that needs two kinds at once: who said what, who led, which number is due when."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING, TypeVar

from attrs import field, frozen

from ..acts import find_acts
from ..bodies import Bodies, last_words
from ..divisions import Divisions, divisions
from ..findings import Findings
from ..mentions import DateMention, Mention, OfficialMention, SloganMention, TargetMention
from ..verbs import Verbs, verbs
from .attribution import with_speakers
from .deadlines import with_deadlines
from .people import gather
from .statements import find_statements

if TYPE_CHECKING:
    from collections.abc import Iterable

    from ..document import Document

__all__ = ["Linker", "link"]

M = TypeVar("M", bound=Mention)


@frozen
class Linker:
    """Links the mentions of a document, with word tables that can be extended; called like `link`.

    It holds nothing else, so that one linker serves many documents and threads, and pickles.

    Attributes:
        verbs: verbs of meetings and of speech, with what each makes its subject (`govtext.verbs.Verb`).
        bodies: last words of the names of bodies, meetings and papers that speak, each with its kind: meeting, paper,
            organ, people, or authority for organs whose orders are statements of their own (区政府党组要…).
        divisions: administrative divisions (`govtext.divisions.Division`) by name.

    >>> import govtext
    >>> from govtext.bodies import last_words
    >>> linker = Linker(bodies=last_words() | {"议事团": "meeting"})
    >>> document = govtext.read("村民议事团指出，要修好水渠。")
    >>> [statement.speaker for statement in linker(document, govtext.extract(document)).statements]
    ['村民议事团']
    """

    verbs: Verbs = field(factory=verbs, repr=False)
    bodies: Bodies = field(factory=last_words, repr=False)
    divisions: Divisions = field(factory=divisions, repr=False)

    def __call__(self, document: Document, mentions: Iterable[Mention]) -> Findings:
        """The findings of a document; see `link`."""
        every = tuple(mentions)

        def of(kind: type[M]) -> tuple[M, ...]:
            return tuple([m for m in every if isinstance(m, kind)])

        dates = of(DateMention)
        named = of(OfficialMention)
        acts = find_acts(document, named, self.verbs, self.bodies)
        officials, people = gather(document, named, acts, self.divisions)
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


@cache
def _default() -> Linker:
    return Linker()


def link(document: Document, mentions: Iterable[Mention]) -> Findings:
    """The findings of a document: its mentions, completed by what only two kinds together tell, as new values.

    Args:
        document: what `govtext.read` returns.
        mentions: what `govtext.extract` returns, or any mentions of this document.

    With word tables of your own, call a `Linker` instead.

    >>> import govtext
    >>> document = govtext.read("区长陈一鸣强调，9月底前要完成投资12亿元。")
    >>> findings = govtext.link(document, govtext.extract(document))
    >>> findings.statements[0].speaker.name, findings.targets[0].deadline
    ('陈一鸣', 'XXXX-09-30')
    """
    return _default()(document, mentions)
