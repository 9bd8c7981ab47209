"""Exact, typed, traceable data from the raw text of Chinese local-government news.

>>> import govtext
>>> findings = govtext.parse("区长陈一鸣主持会议，要求9月底前完成投资12亿元。")
>>> [mention.text for mention in findings.mentions]
['区长陈一鸣', '9月底前', '12亿元']
"""

from typing import TYPE_CHECKING, Any

from .submodules import submodule

if TYPE_CHECKING:
    from . import numerals
    from .aligned import AlignedText, Candidate, Damage, Edit
    from .document import Document, Redaction, Segment
    from .errors import GovtextError
    from .extractors import Dates, Extractor, Officials, Rule, Slogans, Targets, extract
    from .findings import Findings, Person, Statement
    from .interchange.dicts import from_dict
    from .lexicon import Lexicon
    from .linking import Linker, link
    from .mentions import DateMention, Mention, OfficialMention, SloganMention, TargetMention
    from .pipeline import parse, parse_many
    from .reading import read
    from .spans import Span

__version__ = "0.1.0"

__all__ = [
    "AlignedText",
    "Candidate",
    "Damage",
    "DateMention",
    "Dates",
    "Document",
    "Edit",
    "Extractor",
    "Findings",
    "GovtextError",
    "Lexicon",
    "Linker",
    "Mention",
    "OfficialMention",
    "Officials",
    "Person",
    "Redaction",
    "Rule",
    "Segment",
    "SloganMention",
    "Slogans",
    "Span",
    "Statement",
    "TargetMention",
    "Targets",
    "extract",
    "from_dict",
    "link",
    "numerals",
    "parse",
    "parse_many",
    "read",
]

_HOMES = {
    "AlignedText": "aligned",
    "Candidate": "aligned",
    "Damage": "aligned",
    "DateMention": "mentions",
    "Dates": "extractors",
    "Document": "document",
    "Edit": "aligned",
    "Extractor": "extractors",
    "Findings": "findings",
    "GovtextError": "errors",
    "Lexicon": "lexicon",
    "Linker": "linking",
    "Mention": "mentions",
    "OfficialMention": "mentions",
    "Officials": "extractors",
    "Person": "findings",
    "Redaction": "document",
    "Rule": "extractors",
    "Segment": "document",
    "SloganMention": "mentions",
    "Slogans": "extractors",
    "Span": "spans",
    "Statement": "findings",
    "TargetMention": "mentions",
    "Targets": "extractors",
    "extract": "extractors",
    "from_dict": "interchange.dicts",
    "link": "linking",
    "numerals": "numerals",
    "parse": "pipeline",
    "parse_many": "pipeline",
    "read": "reading",
}
"""The module of each public name. It is imported when the name is first used, so that `import govtext` costs little."""


def __getattr__(name: str) -> Any:
    """A public name, or a module such as `govtext.damage`, imported now."""
    home = _HOMES.get(name, name)
    *packages, last = home.split(".")
    module = submodule(".".join((__name__, *packages)), last)
    value = module if home == name else getattr(module, name)
    globals()[name] = value
    return value


def __dir__() -> list[str]:
    return sorted({*globals(), *__all__})
