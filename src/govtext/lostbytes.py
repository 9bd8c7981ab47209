"""Characters that lost bytes may have been: by the byte that is left, by what stands before, by a gap between two others.

A character of GBK is two bytes. Where the stream fell out of step one of them is known, or none; which characters come
into question then is told by the table of GBK and by the prose of the page.
"""

from __future__ import annotations

from functools import cache, lru_cache
from typing import TYPE_CHECKING, NamedTuple

from .damage import gbk_pair, printed_forms
from .likelihood import common_words, commonest, is_ideograph
from .script import simplify

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping

    from .likelihood import Prose

__all__ = ["Guess", "Page", "form_cost", "guesses", "hidden_between", "unassigned"]

VARIANT = 2.5
"""What it costs to take another printed form than the usual one: `裏` where pages print `里`."""

UNUSUAL = 4.0
"""What it costs to take a form that no page of this script prints."""

STRANGE = 12.0
"""What it costs to take a sign that such prose does not have: `△`."""

HIDDEN = 11.5
"""What a word costs at the most that a gap may have swallowed whole."""

COMMON = 20
"""How many of the commonest characters are tried where a byte was lost, beside those known to follow."""

BETWEEN = 32
"""How many characters are tried of which both bytes were lost."""

DOUBLE = {"——": (0xA1, 0xAA), "……": (0xA1, 0xAD)}
"""Marks of two halves, which are lost together: the second byte of one and the lead byte of the next make no pair."""

MARKS = frozenset("、。，：；！？“”‘’《》（）·—〔〕％,.:;!?()%-")
"""What such prose has beside ideographs, digits and letters."""


class Guess(NamedTuple):
    """A character that lost bytes may have been: its bytes, as printed, as the model has it, and the cost of its form."""

    lead: int
    second: int
    char: str
    simple: str
    extra: float


class Page(NamedTuple):
    """What the search knows of the page.

    Attributes:
        prose: how likely its prose is.
        traditional: whether it is printed in traditional characters.
        readings: its annotated characters and the reading of each.
        fits: whether a reading is one of a character's.
        plain: each printed character that the model has otherwise: simplified, in half width.
        choices: the guesses made so far, by what stands before.
        ranked: the same by the byte that is known too, each with its cost behind one character, the likeliest first.
    """

    prose: Prose
    traditional: bool
    readings: Mapping[str, str]
    fits: Callable[[str, str], bool]
    plain: Mapping[str, str]
    choices: dict[tuple[str, str, int], list[Guess]]
    ranked: dict[tuple[str, str, int], list[tuple[float, Guess]]]

    def beginning(self, before: str, lead: int, most: float) -> Iterator[Guess]:
        """The likely characters behind `before` of which the lead byte is known, as far as they cost no more than `most`."""
        return self._choice(before, "lead", lead, guesses(self.traditional).by_lead, most)

    def dropping(self, before: str, lead: int, most: float) -> Iterator[Guess]:
        """The same whose second byte can be the first of an unassigned pair."""
        return self._choice(before, "dropping", lead, guesses(self.traditional).dropping, most)

    def ending(self, before: str, second: int, most: float) -> Iterator[Guess]:
        """The likely characters behind `before` of which the second byte is known."""
        return self._choice(before, "second", second, guesses(self.traditional).by_second, most)

    def reading_so(self, reading: str) -> list[Guess]:
        """The characters that are read so, of those that differ in traditional form: annotators mark no others."""
        key = (reading, "reading", 0)
        found = self.choices.get(key)
        if found is None:
            every = guesses(traditional=True).by_lead.values()
            differing = (guess for listed in every for guess in listed if guess.char != guess.simple)
            found = [guess for guess in differing if self.fits(guess.char, reading)]
            self.choices[key] = found
        return found

    def lost(self, tail: str) -> list[Guess]:
        """Those of which both bytes may have been dropped."""
        key = (tail[-2:], "lost", 0)
        found = self.choices.get(key)
        if found is None:
            found = self.choices[key] = [guess for guess in self.known(tail) if unassigned(guess.second)]
        return found

    def known(self, tail: str) -> list[Guess]:
        """Characters known to follow `tail`, whatever their bytes."""
        key = (tail[-2:], "known", 0)
        found = self.choices.get(key)
        if found is None:
            usual_forms = guesses(self.traditional).by_char
            found = [usual_forms[char] for char in self.prose.nearest(tail, BETWEEN) if char in usual_forms]
            self.choices[key] = found
        return found

    def _choice(
        self, before: str, kind: str, byte: int, by_byte: Mapping[int, list[Guess]], most: float
    ) -> Iterator[Guess]:
        key = (before, kind, byte)
        found = self.ranked.get(key)
        if found is None:
            known, step = self.prose.followers(before), self.prose.step
            listed = [g for n, g in enumerate(by_byte.get(byte, ())) if n < COMMON or g.simple[0] in known]
            costs = [step(before, guess.simple[0]) + guess.extra for guess in listed]
            order = sorted(range(len(listed)), key=costs.__getitem__)
            found = self.ranked[key] = [(costs[n], listed[n]) for n in order]
        for cost, guess in found:
            if cost > most:
                return
            yield guess


class _Guesses(NamedTuple):
    """Characters worth guessing, the commonest first.

    By lead byte, by second byte, by lead byte those whose second byte stands first in an unassigned pair, and in their
    usual form by the character that the model has.
    """

    by_lead: dict[int, list[Guess]]
    by_second: dict[int, list[Guess]]
    dropping: dict[int, list[Guess]]
    by_char: dict[str, Guess]


@cache
def guesses(traditional: bool) -> _Guesses:  # noqa: FBT001
    """The characters worth guessing on a traditional or a simplified page."""
    found = _Guesses({}, {}, {}, {})
    double = [Guess(lead, second, mark, mark, 0.0) for mark, (lead, second) in DOUBLE.items()]
    found.by_char.update((guess.char, guess) for guess in double)
    found.dropping[0xA1] = double
    for simple in commonest():
        for i, char in enumerate(printed_forms(simple) if traditional else (simple,)):
            code = char.encode("gbk", "ignore")
            if len(code) == 2:
                guess = Guess(code[0], code[1], char, simple, VARIANT if i else 0.0)
                if not usual(char):
                    continue
                found.by_lead.setdefault(guess.lead, []).append(guess)
                found.by_second.setdefault(guess.second, []).append(guess)
                found.by_char.setdefault(simple, guess)
                if unassigned(guess.second):
                    found.dropping.setdefault(guess.lead, []).append(guess)
    return found


def usual(char: str) -> bool:
    """Whether such prose has the character.

    >>> usual("保"), usual("“"), usual("△")
    (True, True, False)
    """
    return is_ideograph(char) or char in MARKS or char.isalnum()


@lru_cache(maxsize=256)
def unassigned(first: int) -> frozenset[int]:
    """The bytes with which `first` makes no pair, though it looks like one.

    >>> 0xCB in unassigned(0xAE), unassigned(0xB0)
    (True, frozenset())
    """
    if not 0x81 <= first <= 0xFE:
        return frozenset()
    return frozenset(byte for byte in range(0x80, 0xFF) if not gbk_pair(first, byte))


@lru_cache(maxsize=8192)
def form_cost(char: str, traditional: bool) -> float:  # noqa: FBT001
    """What it costs that a page of this script prints a character in this form."""
    simple = simplify(char)
    if not usual(char):
        return STRANGE
    if not traditional:
        return 0.0 if char == simple else UNUSUAL
    forms = printed_forms(simple)
    return 0.0 if char == forms[0] else VARIANT if char in forms else UNUSUAL


@cache
def hidden_words(traditional: bool) -> list[tuple[int, int, str, str]]:  # noqa: FBT001
    """Common words that a gap can have swallowed whole: their first and last byte, as printed, and simplified."""
    forms = guesses(traditional).by_char
    found: list[tuple[int, int, str, str]] = []
    for word in (*DOUBLE, *common_words(HIDDEN)):
        chars = [forms[word]] if word in DOUBLE else [forms[char] for char in word if char in forms]
        joined = len(chars) == 1 or (len(chars) == 2 and chars[1].lead in unassigned(chars[0].second))
        whole = "".join(guess.simple for guess in chars) == word
        if joined and whole and all(unassigned(char.second) for char in chars):
            found.append((chars[0].lead, chars[-1].second, "".join(c.char for c in chars), word))
    return found


@lru_cache(maxsize=16384)
def hidden_between(first: int, second: int, traditional: bool) -> list[tuple[str, str]]:  # noqa: FBT001
    """Those of them that leave no sign behind the byte `first` and before the byte `second`, as printed and simplified.

    Where the two are an unassigned pair, both pairs that take its place are. Where they are printed, one of the pairs is
    the same as they are: 政府 in 地方政府債務 begins with D5 as 債 does.
    """
    gaps = unassigned(first)
    found: list[tuple[str, str]] = []
    for lead, last, printed, word in hidden_words(traditional):
        begins, ends = lead in gaps, second in unassigned(last)
        if (begins and ends) if second in gaps else ((lead == second and ends) or (last == first and begins)):
            found.append((printed, word))
    return found
