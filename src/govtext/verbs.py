"""The verbs of meetings and of speech, as the tables list them, and where the speech behind one begins."""

from __future__ import annotations

from functools import cache
from typing import Literal, TypeAlias, cast

from attrs import frozen

from .lexicon import Lexicon, read_rows
from .patterns import lazy

__all__ = ["ActRole", "Takes", "Verb", "Verbs", "speaks_of", "speech_start", "verbs"]

ActRole = Literal["chairs", "speaks", "reports", "attends"]
"""What a verb makes its subject."""

Takes = Literal["free", "mark", "whom", "body"]
"""What speech must stand behind: nothing (会议指出当前…); a comma, a colon or a quotation mark (介绍，…); the same behind
those spoken to (告诉记者，…); the same, and the speaker is a body (会议决定，…)."""


@frozen(slots=True)
class Verb:
    """A verb of meetings or of speech.

    Attributes:
        role: what it makes its subject.
        speech: what speech behind it takes, or None where it reports no speech.
        not_before: what follows where the word is no such verb (主持人).
        not_after: what precedes there (听取汇报).
        needs_after: what must precede (作…报告); nothing where it is empty.
    """

    role: ActRole
    speech: Takes | None = None
    not_before: tuple[str, ...] = ()
    not_after: tuple[str, ...] = ()
    needs_after: tuple[str, ...] = ()


Verbs: TypeAlias = Lexicon[Verb]
"""Verbs of meetings and of speech."""


@cache
def verbs() -> Verbs:
    """The verbs of `data/meeting_verbs.tsv` and `data/speech_verbs.tsv`, read on first use.

    >>> verbs()["宣读"].role, verbs()["指出"].speech
    ('reports', 'free')
    """

    def words(cell: str) -> tuple[str, ...]:
        return tuple(filter(None, cell.split("|")))

    table: dict[str, Verb] = {}
    for verb, role, not_before, not_after, needs_after in read_rows("meeting_verbs"):
        table[verb] = Verb(
            cast("ActRole", role), None, words(not_before), words(not_after), words(needs_after)
        )
    for verb, _, takes, not_before, not_after in read_rows("speech_verbs"):
        table[verb] = Verb("speaks", cast("Takes", takes), words(not_before), words(not_after))
    return Lexicon(table)


PERFORMS = lazy(
    r"[^，,。：:；“”\n]{0,14}(?:感谢|谢意|祝贺|祝福|慰问|问候|哀悼|敬意|欢迎|不满|满意|赞赏|赞同|支持|肯定|关切|歉意|认可)(?=[，,。；、！!？\n和并]|$)"
)
"""What is done by saying it and has no words of its own: 表示|衷心感谢."""

PERFORMED = frozenset("谢意贺福问候悼迎满赏同持定切可")
"""The last characters of what is so done."""

ANNOUNCED = (
    r"(?:了)?(?:[一二三四五六七八九十几\d]+[点条个项方面]{1,3}(?:[^\W\d_]{2,4}(?=要求|意见|希望|建议))?|具体|明确|殷切|更高|以下|如下|下列)*"
    r"(?:要求|意见|希望|建议|看法|观点|期望|事项)"
)

LEADS_INTO = lazy(
    rf"(?:了)?[一二两三四五六七八九十几\d]+[点条个项]\s*[：:]\s*|{ANNOUNCED}\s*"
    r"(?:[：:，,；;]\s*|。\s*(?=要|各|必须|首先|第?一|[（(]一|[1１①]))"
)
"""What a speech is announced with: 提出|三点要求:."""

SPOKEN_OF = lazy(rf"{ANNOUNCED}。")
"""What tells of a speech without its words: 提出|要求。"""

SPEECH_MARK = lazy(
    r"[说道]?\s*(?:[，,：:]\s*|(?=[“「](?![^“”「」。！？!?，,\n]{1,20}[”」](?:[的等]|[^\W\d_]{2})))|[ \u3000]+)"
)
"""What must stand between a verb like 介绍 and the speech: 介绍|说，; 说|:“; not 提出“五个持续”的意见."""

TOLD = lazy(r"[^，。；：:“”\n]{1,10}[，,：:]\s*")
"""The same with those spoken to: 告诉|记者，."""

MARKS = lazy(r"[ \t\u3000，,、]*(?:[：:]\s*)?")
"""What parts a verb from its speech; behind a colon that may stand in the next paragraph."""

SAID = lazy("[说道了]?")


def speaks_of(text: str, until: int) -> bool:
    """Whether a verb that ends at `until` tells of a speech without its words.

    >>> speaks_of("就整改工作提出明确要求。会议还传达了讲话精神。", 7)
    True
    """
    return SPOKEN_OF.match(text, until) is not None


def speech_start(text: str, until: int, verb: Verb) -> int | None:
    """Where the speech behind a verb that ends at `until` begins, or None where the verb governs none here.

    >>> speech_start("提出三点要求：一是快", 2, verbs()["提出"]), speech_start("介绍情况", 2, verbs()["介绍"])
    (7, None)
    """
    if verb.speech is None:
        return None
    if not PERFORMED.isdisjoint(text[until : until + 18]) and PERFORMS.match(text, until):
        return None
    announced = LEADS_INTO.match(text, until)
    if announced is None and verb.speech != "free":
        announced = SPEECH_MARK.match(text, until)
        if announced is None and verb.speech == "whom":
            announced = TOLD.match(text, until)
        return announced.end() if announced else None
    if announced is None:
        said = SAID.match(text, until)
        announced = MARKS.match(text, said.end() if said else until)
    return announced.end() if announced else until
