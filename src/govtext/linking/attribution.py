"""Attribution: who said a quotation, and which statement covers a slogan."""

from __future__ import annotations

from bisect import bisect_right
from functools import cache
from typing import TYPE_CHECKING

from attrs import evolve

from ..names import Names
from ..patterns import lazy
from ..slogan_words import words

if TYPE_CHECKING:
    from ..document import Document
    from ..findings import Statement
    from ..mentions import Mention, SloganMention

__all__ = ["covering_statement", "with_speakers"]

MARKS = ' \n\t\u3000“”‘’「」『』"：:，,'
"""What stands between a verb and the speech it governs."""

BESIDE = lazy(r"[”」』’\"＂]?\s*[，,]?([^\n，,。；;：:！!？?“”（()）]{2,24})")
"""What follows a quotation up to the next mark: `”石桥村村民周小满高兴地说`."""

AHEAD = lazy(
    r"(?:^|[\n，,。；;！!？?”（()）])([^\n，,。；;：:！!？?“”（()）]{2,24})(?P<mark>[：:，,])?\s*[“「『\"＂]?$"
)
"""What precedes one: `村民周小满说：“`, `陈一鸣强调“`."""

OPENERS = '“‘「『"＂'

COLONS = frozenset({":", "："})
"""What gives a quotation to the verb before it."""

TO = lazy(r"(?<=..)[对向跟](?=..)")
"""What stands before those spoken to: 陈一鸣|对班主任李老师说."""

PRECEDING = 30
"""Characters in which the clause that leads into a quotation stands."""

WISHES = ("祝福", "祝愿", "祝贺", "问候", "慰问", "感谢", "号召", "嘱托", "承诺", "心声")
"""What leads into speech and reads like a name: 送上新春祝福：“大家辛苦了！”"""

LEAST = 0.5
"""The score that a name needs; `govtext.names` gives natural logarithms of odds."""

PAST = 12
"""How many of the statements that began before a slogan are asked: speech in speech is two or three deep."""


def with_speakers(
    document: Document, slogans: tuple[SloganMention, ...], statements: tuple[Statement, ...]
) -> tuple[SloganMention, ...]:
    """The slogans, attributed speech (kind `quote`) with its speaker; the others unchanged.

    A quotation belongs to the statement that governs it alone; else to whoever is named with a verb of speech beside it,
    official or not (`”村民周小满说`); else to the statement around it.

    Args:
        document: what `govtext.read` returns.
        slogans: its slogans.
        statements: its statements, in order.
    """
    return tuple(
        evolve(slogan, speaker=_speaker(document, slogan, statements)) if slogan.kind == "quote" else slogan
        for slogan in slogans
    )


def covering_statement(mention: Mention, statements: tuple[Statement, ...]) -> Statement | None:
    """The statement in which a mention stands: the innermost that covers its middle; None outside of any speech.

    >>> import govtext
    >>> findings = govtext.parse("区长陈一鸣强调，要做好“六稳”工作。")
    >>> covering_statement(findings.slogans[0], findings.statements).verb
    '强调'
    """
    middle = (mention.span.start + mention.span.end) // 2
    last = bisect_right([statement.span.start for statement in statements], middle)
    around = (s for s in reversed(statements[max(0, last - PAST) : last]) if middle < s.span.end)
    return min(around, key=lambda s: len(s.span), default=None)


def _speaker(document: Document, quote: SloganMention, statements: tuple[Statement, ...]) -> str | None:
    """The name of the person or body that said a quotation, or None."""
    text = document.text
    statement = covering_statement(quote, statements)
    if statement is not None and _governs(text, statement, quote):
        return _name(statement)
    beside = _person_beside(text, quote.span.start, quote.span.end)
    if beside is not None or text[max(0, quote.span.start - 3) : quote.span.start].rstrip(OPENERS).endswith(
        (":", "：")
    ):
        return beside  # 老百姓有句话：“…”
    return _name(statement) if statement is not None else None


def _name(statement: Statement) -> str:
    """The speaker of a statement, in a word."""
    return statement.speaker if isinstance(statement.speaker, str) else statement.speaker.name


def _governs(text: str, statement: Statement, quote: SloganMention) -> bool:
    """Whether a statement begins with the quotation: nothing but marks stands between the two."""
    low, high = sorted((statement.span.start, quote.span.start))
    return high - low <= len(MARKS) and not text[low:high].strip(MARKS)


def _person_beside(text: str, start: int, end: int) -> str | None:
    """The person who is named with a verb of speech right behind or right before a quotation."""
    speech = words("speech")
    line = text[max(0, start - PRECEDING) : start].rpartition("\n")[2]
    ahead = AHEAD.search(line)
    clause = ahead[1] if ahead else ""
    verb = speech.match_back(clause, len(clause)) if clause else None
    led = ahead is not None and ahead["mark"] in COLONS and verb is not None
    behind = None if led else BESIDE.match(text, end)  # 群众常说：“…。”|陈一鸣强调
    if behind is not None:
        said = behind[1]
        for place in range(2, len(said)):
            if speech.match(said, place) is not None:
                return _name_before(said[:place])
    if ahead is None or clause.endswith(WISHES) or (verb is None and ahead["mark"] is None):
        return None  # 村民周小满家的|“小院子”
    return _name_before(clause[:verb] if verb else clause)


@cache
def _names() -> Names:
    """The reader of names, made on first use."""
    return Names()


def _name_before(clause: str) -> str | None:
    """The likeliest name in what stands before a verb of speech: 周小满 in 石桥村村民周小满高兴地."""
    names = _names()
    if addressed := TO.search(clause):
        clause = clause[: addressed.start()]
    best: tuple[float, str] | None = None
    for at in range(len(clause) - 1):
        if clause[at] not in names.surname_starts:
            continue
        reading = names.read(clause, at, len(clause))
        if reading is not None and reading.score >= LEAST and (best is None or reading.score > best[0]):
            best = (reading.score, reading.name)
    return best[1] if best else None
