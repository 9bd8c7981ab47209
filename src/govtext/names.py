"""Chinese person names: how likely a stretch of text is one, and where it ends.

A name is a surname of one or two characters and a given name of one or two. Where it ends is the hard part
(`金玉在讲话中` holds 金玉, not 金玉在), so every reading is scored: by the surname's share of the people, by how much
oftener each character stands in given names than in running text, by what follows, and against the ordinary words that
begin as a name would (`区长高度重视`). Scores are natural logarithms of odds.
"""

from __future__ import annotations

from functools import cache, cached_property
from math import log
from operator import attrgetter
from typing import NamedTuple, TypeVar

from attrs import field, frozen

from .lexicon import Lexicon, read_columns, read_rows
from .patterns import lazy

__all__ = ["Names", "Reading"]

V = TypeVar("V")

Given = tuple[int, int, int, int]
"""A character's share, in a million, of the first, last and single places of given names, and of running text."""

DOTTED = lazy(
    r"([㐀-䶿一-鿿]{1,8})(?:[·•・‧∙⋅．.?？]([㐀-䶿一-鿿]{1,9}))(?:[·•・‧∙⋅．.]([㐀-䶿一-鿿]{1,9})){0,3}"
)
"""A name with its dots, as printed or damaged: 阿不都·热合曼, 买买提?艾山."""

ANY_DOT = lazy(r"[·•・‧∙⋅．.?？]")

DOTS = frozenset("·•・‧∙⋅．.?？")
"""What ANY_DOT finds."""

TRUE_DOTS = frozenset("·•・‧∙⋅")

JAPANESE = lazy(r"[㐀-䶿一-鿿々]{3,5}")

BLANKS = frozenset(" \u3000\xa0")

PADDING = lazy(r"[ \u3000\xa0]{1,3}")
"""What pads a two-character name to the width of three: 王 灿."""

ONE_GIVEN, TWO_GIVEN = log(0.2), log(0.8)
"""One-character given names are about a fifth of those in such news."""

COMPOUND = 3.0
"""For a compound surname, which is hardly ever anything else."""

LONGEST = 4
"""Characters of a Chinese name: 欧阳明月, 陈方安生."""

DOUBLE_SURNAME = -3.0
"""A name of two surnames and two given characters (陈方安生) is rare."""

BOUNDARY, WORD, GENERAL, PARTICLE, UNKNOWN = 3.0, 2.5, 2.1, 1.0, -2.0
"""What follows a name: punctuation, what officials do (强调), any verb or adverb, one character, something else."""

CLEAR = frozenset("等在说要与和还也")
"""Single characters that hardly ever end a name."""

CLEAR_PARTICLE = 2.0

PARTICLES = frozenset("在说要向对与和及等从还也到的就为将率赴并于是被把了则第每又再已此")
"""Characters that oftener follow a name than end it: 李鹏程向大会报告."""

LEADS_ON = frozenset("和与及向对将把被由从")
STOPS = frozenset("、，,。；;：:！？!?\n")
"""Marks before which none of these words can stand: 白音孟和、李旭 names no 白音孟."""

PARTICLE_SURNAMES = frozenset("都才来能并于任从由时向和应为以后对当经将同随")
"""Surnames that are oftener prepositions: 区长于近日, 书记任组长."""

MOST_PARTS = 3
"""Parts of a composed name at most: 索朗 | 次仁 | 多吉."""

NAME_SUFFIXES = frozenset("加太措吉本毛才杰先布图夫江汗")
"""Last parts of one character: 更登|加, 色登|夫, 艾山|江."""

LONGEST_COMPOSED = 8
"""Characters behind which no further part is looked for."""

LONGEST_PART = 6
"""Characters of such a part at most."""

MOST_TRANSCRIBED = 6
"""Characters of a transcribed name without a dot at most."""

RUN = 40
"""Characters that names with nothing between them may fill."""

CROSSES = 3.5
"""Against a reading whose last character begins a word that officials do: 李旭要 | 求, 岑明同 | 志."""

CROSSES_WORD = 3.5
"""Against a reading that nothing known follows and whose last character begins a common word: 市长严明纪 | 律."""

COMMON_WORD = 20
"""Occurrences in a million words of such a word."""

WHOLE_WORD = 6.0
"""Against three characters that are a common word: 市长 | 马拉松."""

AT = 6.0
"""Against a given name that ends in 在 before more of the sentence: 易行 | 在调研时."""

ADVERBIAL = 4.0
"""Against a given name that ends in 地, which makes an adverb of a word: 高兴地说."""

KNOWN = 6.0
"""For the name of a national leader, however rare its characters."""

RARE = (-1.8, -1.8, -1.8)
"""For a character that the tables lack; what is too rare for them is oftener part of a name than of a word."""

COMMON_SURNAME = 1500
"""Bearers in a million above which a surname alone may stand before a title: 李局长."""


class Reading(NamedTuple):
    """A stretch read as a name.

    Attributes:
        start: its first character.
        end: one past its last character.
        name: the name, without the blank that pads it.
        score: how likely it is, as a natural logarithm of odds, with what follows.
        bounded: whether punctuation or a known word follows.
    """

    start: int
    end: int
    name: str
    score: float
    bounded: bool


BY_SCORE = attrgetter("score")


def _ideograph(char: str) -> bool:
    """Whether a character is an ideograph, rare ones too."""
    return "\u3400" <= char <= "\u9fff" or char == "〇" or "\U00020000" <= char <= "\U0003ffff"


@cache
def _surnames() -> Lexicon[int]:
    return Lexicon({name: int(share) for name, share in read_rows("surnames")})


@cache
def _given() -> Lexicon[Given]:
    characters, *shares = read_columns("given_characters")
    first, last, single, text = (map(int, column) for column in shares)
    return Lexicon(dict(zip(characters, zip(first, last, single, text, strict=True), strict=True)))


@cache
def _lookalikes() -> Lexicon[int]:
    words, shares = read_columns("name_lookalikes")
    return Lexicon(dict(zip(words, map(int, shares), strict=True)))


@cache
def _after() -> Lexicon[str]:
    return Lexicon(dict(zip(*read_columns("after_names"), strict=True)))


@cache
def _transliteration() -> Lexicon[str]:
    return Lexicon(
        {char: strength for strength, characters in read_rows("transliteration")[::-1] for char in characters}
    )


@cache
def _part_words() -> Lexicon[str]:
    return Lexicon({row[0]: row[1] for row in read_rows("name_parts")})


@cache
def _known() -> Lexicon[str]:
    return Lexicon({row[0]: row[0] for row in read_rows("known_names")})


class _Places(dict[str, tuple[float, float, float]]):
    """For each character, how much oftener it is the first, last and single one of given names than it is in text.

    Worked out for the characters that are asked for.
    """

    def __init__(self, given: Lexicon[Given]) -> None:
        super().__init__()
        self.given = given

    def __missing__(self, char: str) -> tuple[float, float, float]:
        shares = self.given.get(char)
        if shares is None:
            return RARE
        a, b, c, text = shares
        odds = log((a + 10) / (text + 60)), log((b + 10) / (text + 60)), log((c + 10) / (text + 60))
        self[char] = odds
        return odds


def _room(text: str, start: int, limit: int, most: int = LONGEST) -> int:
    """How many ideographs stand at `start`, counting no more than a name has."""
    end = min(limit, start + most)
    for at in range(start + 1, end):
        if not ("一" <= text[at] <= "鿿" or _ideograph(text[at])):
            return at - start
    return end - start


@frozen
class Names:
    """Reads person names by the tables it is given, each of which can be extended.

    Attributes:
        surnames: with their bearers in a million people.
        given: given-name characters with their shares.
        lookalikes: ordinary words that begin as a name would, with occurrences in a million words.
        after: words that follow a name.
        transliteration: characters of foreign and minority names, strong or weak.
        known: names of national leaders, read whole.
        parts: what Tibetan, Mongolian, Uyghur and Kazakh names are composed of.

    >>> text = "金玉在讲话中强调"
    >>> Names().read(text, 0, len(text)).name
    '金玉'
    """

    surnames: Lexicon[int] = field(factory=_surnames)
    given: Lexicon[Given] = field(factory=_given)
    lookalikes: Lexicon[int] = field(factory=_lookalikes)
    after: Lexicon[str] = field(factory=_after)
    transliteration: Lexicon[str] = field(factory=_transliteration)
    known: Lexicon[str] = field(factory=_known)
    parts: Lexicon[str] = field(factory=_part_words)

    @cached_property
    def surname_starts(self) -> frozenset[str]:
        """The characters that a surname begins with."""
        return frozenset(name[0] for name in self.surnames.words)

    @cached_property
    def starts(self) -> frozenset[str]:
        """The characters that any name may begin with."""
        parts = frozenset(part[0] for part in self.parts.words)
        return self.surname_starts | parts | frozenset(self.transliteration.words)

    @cached_property
    def _places(self) -> _Places:
        """How much oftener each character is the first, last and single one of given names than it is in text."""
        return _Places(self.given)

    @cached_property
    def _heads(self) -> dict[str, float]:
        """How much oftener each surname is one than a word."""

        def odds(name: str, share: int) -> float:
            row = self.given.get(name)
            return log((share + 1) / ((row[3] if row else 0) + 60)) if len(name) == 1 else COMPOUND

        return {name: odds(name, share) for name, share in self.surnames.words.items()}

    @cached_property
    def _before_acts(self) -> frozenset[str]:
        """The characters that words for what officials do begin with."""
        return frozenset(
            word[0] for word, origin in self.after.words.items() if origin == "govtext" and len(word) > 1
        )

    @cached_property
    def _before_words(self) -> frozenset[str]:
        """The characters that common words begin with."""
        return frozenset(word[0] for word, share in self.lookalikes.words.items() if share >= COMMON_WORD)

    def readings(self, text: str, start: int, limit: int) -> list[Reading]:
        """The readings of a name that begins at `start`, within `text[:limit]`, in no order."""
        found: list[Reading] = []
        if text[start + 1 : start + 2] in BLANKS and (padded := self._padded(text, start, limit)) is not None:
            found.append(padded)
        sizes = [size for size in (2, 1) if text[start : start + size] in self._heads]
        room = _room(text, start, limit) if sizes else 0
        if room < 2:
            return found
        word = self.lookalikes.match(text, start, min(limit, start + 4))
        found += [
            self._scored(text, start, start + size, start + size + given, limit, word)
            for size in sizes
            for given in (1, 2)
            if size + given <= room
        ]
        if (
            room == LONGEST
            and sizes[-1] == 1
            and self.surnames.words.get(text[start + 1], 0) >= COMMON_SURNAME
        ):
            found.append(self._scored(text, start, start + 1, start + LONGEST, limit, word))
        return found

    def read(self, text: str, start: int, limit: int) -> Reading | None:
        """The likeliest reading of a name that begins at `start`, or None where none can begin."""
        return max(self.readings(text, start, limit), key=BY_SCORE, default=None)

    def given_score(self, given: str) -> float:
        """How much likelier two characters are a given name than text: 建华 in 建华同志."""
        if self.lookalikes.get(given) is not None or given in self.after:
            return UNKNOWN
        return self._places[given[0]][0] + self._places[given[1]][1]

    def run(self, text: str, start: int, limit: int, least: float) -> list[Reading]:
        """The likeliest names that fill the text from `start` to a boundary with nothing between them: 陈一鸣王灿李旭.

        Empty where no such names do. A run has 40 characters at most.
        """
        farthest = min(limit, start + RUN)
        best: dict[int, tuple[float, list[Reading]]] = {start: (0.0, [])}
        whole: tuple[float, list[Reading]] = (0.0, [])
        for at in range(start, farthest):
            if at not in best:
                continue
            score, before = best[at]
            for reading in self.readings(text, at, limit):
                if reading.score < least:
                    continue
                total = (score + reading.score, [*before, reading])
                if reading.bounded and total[0] > whole[0]:
                    whole = total
                if not reading.bounded and total[0] > best.get(reading.end, (0.0, []))[0]:
                    best[reading.end] = total
        return whole[1]

    def _scored(  # noqa: PLR0913, PLR0917
        self, text: str, start: int, given: int, end: int, limit: int, word: int | None
    ) -> Reading:
        """The reading of `text[start:end]` whose given name begins at `given`; `word` ends the ordinary word at `start`."""
        after = self.follows(text, end, limit)
        name = text[start:end]
        last = text[end - 1]
        places = self._places
        score = self._heads[text[start:given]] + after - self._likeness(text, start, end, word)
        size = end - given
        if size == 1:
            score += places[last][2] + ONE_GIVEN
        else:
            score += places[text[end - 2]][0] + places[last][1] + TWO_GIVEN
        if size == 3:
            score += DOUBLE_SURNAME - (6.0 if after < WORD else 0.0)
        if after == GENERAL and name in self.lookalikes.words:
            score -= 2.5
        if word == end and end - start == 3 and self.lookalikes.words[name] >= COMMON_WORD:
            score -= WHOLE_WORD
        if name in self.known.words:
            score += KNOWN if end - start > 2 else 1.0
        score -= self._against_end(text, end, limit, after)
        return Reading(start, end, name, score, after > 0)

    def _against_end(self, text: str, end: int, limit: int, after: float) -> float:
        """How much the last character before `end` speaks against a name that ends there."""
        last = text[end - 1]
        against = 0.0
        if last in self._before_acts and self._crossed(self.after, text, end, limit) == "govtext":
            against += CROSSES
        if (
            after == UNKNOWN
            and last in self._before_words
            and (self._crossed(self.lookalikes, text, end, limit) or 0) >= COMMON_WORD
        ):
            against += CROSSES_WORD
        if last == "地":
            against += ADVERBIAL
        if last in PARTICLES:
            against += 2.0 if last != "在" or after == BOUNDARY else AT
        return against

    @staticmethod
    def _crossed(words: Lexicon[V], text: str, end: int, limit: int) -> V | None:
        """What the table says of the word that begins with the last character before `end` and goes on behind it."""
        word = words.match(text, end - 1, limit)
        return words.words[text[end - 1 : word]] if word is not None and word > end else None

    def follows(self, text: str, end: int, limit: int) -> float:
        """How well a name ends at `end`, by what follows it."""
        if end >= limit or not ("一" <= text[end] <= "鿿" or _ideograph(text[end])):
            return BOUNDARY if end >= limit or text[end] not in TRUE_DOTS else UNKNOWN
        after = self.after.match(text, end, limit)
        if after is None or (text[end] in LEADS_ON and (end + 1 == limit or text[end + 1] in STOPS)):
            return UNKNOWN
        if after - end > 1:
            return WORD if self.after.words[text[end:after]] == "govtext" else GENERAL
        return CLEAR_PARTICLE if text[end] in CLEAR else PARTICLE

    def _likeness(self, text: str, start: int, end: int, word: int | None) -> float:
        """How much speaks for the ordinary word that begins at `start`, if one does: 高度 in 区长高度重视."""
        penalty = 0.0
        if word is not None:
            penalty = 1.3 + 1.2 * log(self.lookalikes.words[text[start:word]] + 1)
            if word > end:
                penalty += 2.0
            elif word < end:
                penalty *= 0.6
        if text[start] in PARTICLE_SURNAMES and text[start + 1 : end] in self.after.words:
            penalty += 6.0
        return penalty

    def _padded(self, text: str, start: int, limit: int) -> Reading | None:
        """The reading of 王 灿: surname, blank, one given character, and then no more of a word."""
        surname = text[start]
        pad = PADDING.match(text, start + 1, limit)
        if pad is None or surname not in self._heads:
            return None
        given = pad.end()
        if given >= limit or not _ideograph(text[given]):
            return None
        after = self.follows(text, given + 1, limit)
        closed = given + 1 >= limit or text[given + 1] in "\n)）"  # 区长 商 羽, in a line of its own
        if after < CLEAR_PARTICLE or (self.surnames.words[surname] < 100 and not closed):
            return None
        score = self._heads[surname] + self._places[text[given]][2] + ONE_GIVEN + after - (not closed)
        return Reading(start, given + 1, surname + text[given], score, bounded=True)

    def foreign(self, text: str, start: int, limit: int) -> Reading | None:
        """A foreign or minority name that begins at `start`: 叶利钦, 阿不都·热合曼, 买买提?艾山."""
        dots = not DOTS.isdisjoint(text[start + 1 : start + 9])
        dotted = DOTTED.match(text, start, min(limit, start + 40)) if dots else None
        if dotted is not None:
            return self._dotted(text, start, limit, dotted[0])
        composed = self.composed(text, start, limit)
        if composed is not None:
            return composed
        strength = self.transliteration.words
        end = self._transcribed(text, start, limit)
        if (
            end is None
            or end - start < 2
            or (end - start == 2 and self.follows(text, end, limit) < CLEAR_PARTICLE)
        ):
            return None
        name = text[start:end]
        if name in self.lookalikes:
            return None  # 市长 | 马拉松
        strong = sum(strength[char] == "strong" for char in name)
        if strong * 2 < len(name) or strong < 2:
            return None
        return Reading(start, end, name, 1.0 + strong - (len(name) == 2), bounded=True)

    def transcribed(self, text: str, start: int, limit: int) -> Reading | None:
        """A foreign name of two to six characters that all transcribe, behind a title of foreigners: 首相约翰逊."""
        end = self._transcribed(text, start, limit)
        if (
            end is None
            or not 2 <= end - start <= MOST_TRANSCRIBED
            or self.follows(text, end, limit) < GENERAL
        ):
            return None
        return Reading(start, end, text[start:end], 2.0, bounded=True)

    def japanese(self, text: str, start: int, limit: int) -> Reading | None:
        """A Japanese name of three to five characters, which only its title tells from a Chinese one: 首相佐藤健二."""
        run = JAPANESE.match(text, start, limit)
        if run is None:
            return None
        ends = (end for end in range(start + 3, run.end() + 1) if self.follows(text, end, limit) >= GENERAL)
        end = next(ends, None)
        return None if end is None else Reading(start, end, text[start:end], 3.0, bounded=True)

    def composed(self, text: str, start: int, limit: int) -> Reading | None:
        """A name of one to three known parts, Mongolian ones perhaps behind a surname: 次仁多吉, 陈|巴特尔."""
        at = first = start
        if text[start : start + 1] in self._heads and self.parts.match(text, start, limit) is None:
            at = first = start + 1
        while at - start < LONGEST_COMPOSED and (after := self.parts.match(text, at, limit)) is not None:
            at = after
        if at == first:
            return None
        if self.follows(text, at, limit) <= 0 and text[at : at + 1] in NAME_SUFFIXES:
            at += 1
        if self.follows(text, at, limit) <= 0:
            return None
        return Reading(start, at, text[start:at], 3.0, bounded=True)

    def composed_before(self, text: str, end: int, floor: int) -> Reading | None:
        """A Tibetan or Mongolian name of known parts, four characters or more, that ends at `end`: 次仁多吉 | 副县长."""
        at, parts = end, 0
        while parts < MOST_PARTS and (before := self.parts.match_back(text, at, floor)) is not None:
            at, parts = before, parts + 1
        return Reading(at, end, text[at:end], 3.0, bounded=True) if end - at > 3 else None

    def _dotted(self, text: str, start: int, limit: int, whole: str) -> Reading | None:
        """The reading of a name with dots: all its parts but the last are transcription."""
        strength = self.transliteration.words
        true = not TRUE_DOTS.isdisjoint(whole)
        least = 0.5 if true else 0.8
        at = start
        parts = ANY_DOT.split(whole)
        if text[start] not in strength and whole[1] not in TRUE_DOTS and parts[0] not in self.parts:
            return None  # 镇长 | 买买提·艾山
        for index, part in enumerate(parts):
            known = len(part) if part in self.parts else sum(char in strength for char in part)
            last = index == len(parts) - 1
            if last or (known < least * len(part) and not (true and len(part) == 1)):
                if index == 0:
                    return None
                end = self._transcribed(text, at, limit, anything=true)
                if end is None and true:
                    end = self._bounded_part(text, at, limit)
                return None if end is None else Reading(start, end, text[start:end], 5.0, bounded=True)
            at += len(part) + 1
        return None

    def _bounded_part(self, text: str, start: int, limit: int) -> int | None:
        """Where the last part of a name with dots ends: before a mark or what officials do: 阿卜杜拉, 牙生|主持."""
        size = _room(text, start, limit, LONGEST_PART)
        ends = (
            end
            for end in range(start + 2, start + size + 1)
            if self.follows(text, end, limit) >= CLEAR_PARTICLE
        )
        return next(ends, None)

    def _transcribed(self, text: str, start: int, limit: int, *, anything: bool = False) -> int | None:
        """Where a run of transcription that begins at `start` ends: before a boundary or a known word."""
        strength = self.transliteration.words
        end = start
        best = None
        while end < limit and end - start < 9 and _ideograph(text[end]):
            if text[end] not in strength and not (anything and end == start):
                break
            end += 1
            if self.follows(text, end, limit) >= GENERAL:
                best = end
                if not (end < limit and text[end] in strength):
                    break
        if best is None and end > start + 1 and self.follows(text, end, limit) > 0:
            best = end
        return best
