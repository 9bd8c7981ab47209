"""Exact, typed, traceable data from the raw text of Chinese local-government news.

>>> import govtext
>>> findings = govtext.parse("区长陈一鸣主持会议，要求9月底前完成投资12亿元。")
>>> [mention.text for mention in findings.mentions]
['区长陈一鸣', '9月底前', '12亿元']
"""

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
