"""The noun that a slogan qualifies: 战略 in `“六大战略”`, 行动计划 in `“14610”行动计划`, 重点车辆 in `“三客一危”等重点车辆`."""

from __future__ import annotations

from functools import cache, lru_cache

from .lexicon import Lexicon
from .patterns import lazy
from .slogan_words import ends_with, words

__all__ = ["head_of", "noun_phrase"]

COUNTED_NOUN = lazy(r"[一二两三四五六七八九十\d]+大(..+)")
"""`六大战略` has its noun inside; 四大家 counts no 家."""

SKIPPED = lazy(
    r"(?:[_＿*＊×□■]+|[的之]|等一?系列|等|这一|这个|这项|这些|这|该项|此项|一系列"
    r"|[一二两三四五六七八九十\d]+(?:个方面|[个项大条种类套批级支名座家])|各项|各类)*"
)
"""What stands between the mark and the noun: “三客一危”等重点车辆, “快、准、狠、净”四个具体要求, “五包一”_措施."""

BRACKET = lazy(r"[（(][^（()）\n]{1,120}[)）]")

RUN = lazy(r"(?!原(?![材料则创油产])|时任|现任)[^\W_]{1,24}")
"""Letters up to the next sign; who is named there is qualified by no slogan: “千里马”的原乡党委书记."""

TURNED = lazy(r"化(?![解验工妆肥学石])")
"""What makes a modifier of a noun: 制度化; not 问题化解."""

CLOSE_WORDS = frozenset("网库法班组岗点站县令状队团室厅榜课线圈带链群池")
"""Nouns of one letter that close a longer one: “四早”防控|网; “加减乘除”法 is no head."""

UNKNOWN_AT_MOST = 6
"""Letters of unknown words before the first noun: 骑巡小 in 骑巡小分队."""


def head_of(form: str, text: str, outer_end: int) -> str | None:
    """The head of a slogan: its own last noun, or the noun phrase behind its closing mark, or None.

    Args:
        form: the slogan.
        text: the cleaned text.
        outer_end: one past the closing mark, or one past the slogan where it has no marks.

    >>> text = "大力实施“14610”行动计划，全力做好"
    >>> head_of("14610", text, 11)
    '行动计划'
    """
    own = _own_noun(form)
    if own is not None:
        return own
    at = outer_end
    if (bracket := BRACKET.match(text, at)) and noun_phrase(text, bracket.end()):
        at = bracket.end()
    skipped = SKIPPED.match(text, at)
    return noun_phrase(text, skipped.end() if skipped else at)


@lru_cache(maxsize=4096)
def _own_noun(form: str) -> str | None:
    """The noun that closes a form itself: 战略 in 六大战略, 行动 in 三年行动; None where none does."""
    if counted := COUNTED_NOUN.fullmatch(form):
        return counted[1]
    own = ends_with(form, "own", 1)
    return form[own:] if own is not None and not set("、，,；;") & set(form) else None


@cache
def _phrase_words() -> Lexicon[str]:
    """Nouns (n), modifiers (m) and stops (s) in one table; a word of several classes has the letters of all."""
    table: dict[str, str] = {}
    for letter, kind in (("n", "head"), ("m", "modifier"), ("s", "stop")):
        for word in words(kind).words:
            table[word] = table.get(word, "") + letter
    return Lexicon(table)


def noun_phrase(text: str, at: int) -> str | None:
    """The noun phrase that begins at `at`, closed by a noun that slogans qualify; None where there is none.

    Nouns and what modifies them are taken as long as they follow on each other (专项整治行动); before the first noun a few
    unknown letters may stand (骑巡小分队).

    >>> noun_phrase("领导全力包保", 0), noun_phrase("要把责任扛在肩上", 0)
    ('领导', None)
    """
    run = RUN.match(text, at)
    if not run:
        return None
    lexicon = _phrase_words()
    place, unknown, limit = at, 0, run.end()
    closed: int | None = None
    while place < limit:
        word_end = lexicon.match(text, place, limit) or place
        classes = lexicon[text[place:word_end]] if word_end > place else ""
        # 车 ends the run of “三无”车; it does not end that of “五天四夜”驻村
        if word_end == place + 1 and (
            word_end < limit
            or (unknown and text[place] not in "会奖")
            or (place == at and text[place] in CLOSE_WORDS)
        ):
            classes = classes.replace("n", "")
        if "n" in classes and TURNED.match(text, word_end, limit):
            place = word_end + 1
        elif "n" in classes:
            place = closed = word_end
        elif "m" in classes:
            place = word_end
        elif classes:
            break
        else:
            unknown += 1
            if closed is not None or unknown > UNKNOWN_AT_MOST:
                break
            place += 1
    return text[at:closed] if closed is not None else None
