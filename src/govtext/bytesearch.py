"""The search for what damaged GBK bytes read before: a beam over the ways in which a decoder can have lost its step.

Printed characters give their bytes back, so only the lost ones must be guessed: the lead byte before a mark, the
second byte and the lead of two characters whose shared pair was unassigned, a lone byte dropped before a border. The
process is deterministic, so the likeliest original among those that print exactly so is the answer; `likelihood` says
how likely, and `damage.simulate` whether it prints so.
"""

from __future__ import annotations

import re
from functools import cache, lru_cache
from itertools import islice
from typing import TYPE_CHECKING, NamedTuple

from .damage import gbk_pair, printed_forms
from .likelihood import NEVER, beginnings, flow, word_costs
from .script import simplify

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping

    from .likelihood import State, Words

__all__ = ["Page", "Path", "Reading", "Search", "guesses"]

RARE = 18.0
"""A character that costs more than this is not guessed: jieba counted it fewer than five times."""

VARIANT = 2.5
"""What it costs to take another printed form than the usual one: `裏` where pages print `里`."""

FLOW = 0.6
"""How much what a character costs behind the two before it counts beside the costs of words."""

BEAM = 12
"""How many partial readings go on from one printed sign to the next."""

COMMON = 24
"""How many of the commonest characters are tried behind a gap where they make no word with the one before."""

COMMON_WORD = 11.0
"""What a word costs at the most that is tried where all but its last byte was lost."""

UNPAIRED = 5.0
SHORT_SENTENCE = 6.0

EASY = 4.5
"""A character that costs no more to go on with is taken to be right, and no gap is looked for before it."""

HOPELESS = 11.0
"""How much worse than the best a path may be and still go on."""

LONGEST = 48
"""How many printed signs a damaged stretch may take; a clause between two commas has seldom more."""

SURE = 3
"""After how many printed signs the search may give up, because the print is likelier as it stands."""

AHEAD = 2.0
"""How much likelier than the print the best reading must be by then."""

ROOM = 4.0
"""How much less likely than the print a path may be on the way."""

MOST = 8000
"""How many characters one search reads at the most; one of a real page reads 300 to 3,000."""

SETTLED = 4
"""How many characters are read on after the stream is back in step, so that what follows has its say."""

SYLLABLE = "[a-zāáǎàēéěèīíǐìōóǒòūúǔùüǖǘǚǜńňǹḿêɡ]{1,6}"
READING = re.compile(rf"\({SYLLABLE}\)")
SIGN = re.compile(rf"(?P<mark>\?)?(?P<open>\()?(?P<reading>{SYLLABLE})\)|(?P<one>.)", re.DOTALL)

SWALLOWED = ",():"
"""What a lead byte can have swallowed: ASCII that is no second byte. A comma most often."""

BORDERS = frozenset(["", *map(chr, range(0x7F)), "。", "，", "！", "？", "；"])
"""Before what a lone lead byte is printed by itself."""

DIGIT = 4.5
"""What it costs to take a `?` before a digit for a lone byte only: as likely, a digit was swallowed."""

UNLIKE_COMMA = 3.0
"""What another one than a comma costs: nearly all that stood before an ASCII sign stood before a comma."""

COUNTED = frozenset("（(一二三四五六七八九十0123456789.%年月日时点个项家名人次条件亩米吨元万亿千百多余·-~")
"""What stands behind a digit. Which digit was swallowed before it, none can say: two are tried, and tie."""


class Guess(NamedTuple):
    """A character that lost bytes may have been: its bytes, as printed, simplified, and the cost of its form."""

    lead: int
    second: int
    char: str
    simple: str
    extra: float
    cost: float


class Reading(NamedTuple):
    """A possible original.

    Attributes:
        cost: of the text with what follows it.
        text: as it would be printed undamaged, without the readings inside it.
        end: how far into the print the damage reaches; -1 where the print is taken at its word.
    """

    cost: float
    text: str
    end: int


class Path(NamedTuple):
    """A partial reading.

    Attributes:
        state: how far what was read has been cut into words.
        text: what was read.
        pending: the byte that waits for its second; -1 in step.
        end: where the damage ends in the print; -1 before that.
        genuine: whether the print is taken at its word.
        lead: how much less likely the likeliest other beginning was that has come to the same.
        other: what that one read.
    """

    state: State
    text: str
    pending: int
    end: int
    genuine: bool
    lead: float = NEVER
    other: str = ""


class _Sign(NamedTuple):
    """One printed sign.

    `kind` is pair (two bytes), letter (an ASCII second byte), torn (a reading that a damaged character left behind,
    such as `?lián)`), query (`?`), mark (`!`, `;`), or other (a single byte, or none).
    """

    kind: str
    text: str
    end: int
    first: int = 0
    second: int = 0
    reading: str = ""


class Page(NamedTuple):
    """What the search knows of the page.

    Attributes:
        words: the costs of words, its own among them.
        traditional: whether it is printed in traditional characters.
        readings: its annotated characters and the reading of each.
        fits: whether a reading is one of a character's.
    """

    words: Words
    traditional: bool
    readings: Mapping[str, str]
    fits: Callable[[str, str], bool]


class _Guesses(NamedTuple):
    """Characters worth guessing, the commonest first.

    By lead byte, by second byte, and by lead byte those whose second byte stands first in an unassigned pair.
    """

    by_lead: dict[int, list[Guess]]
    by_second: dict[int, list[Guess]]
    dropping: dict[int, list[Guess]]


@cache
def guesses(traditional: bool) -> _Guesses:  # noqa: FBT001
    """The characters worth guessing on a traditional or a simplified page."""
    loose = {lead for lead in range(0xA1, 0xFF) if not gbk_pair(lead, 0xFE) or not gbk_pair(lead, 0x80)}
    loose |= {0xD7}
    found = _Guesses({}, {}, {})
    singles = sorted((cost, word) for word, cost in word_costs().items() if len(word) == 1 and cost <= RARE)
    for cost, simple in singles:
        for i, char in enumerate(printed_forms(simple) if traditional else (simple,)):
            code = char.encode("gbk", "ignore")
            if len(code) == 2:
                guess = Guess(code[0], code[1], char, simple, VARIANT if i else 0.0, cost)
                found.by_lead.setdefault(guess.lead, []).append(guess)
                found.by_second.setdefault(guess.second, []).append(guess)
                if guess.second in loose:
                    found.dropping.setdefault(guess.lead, []).append(guess)
    return found


DASHES = Guess(0xA1, 0xAA, "——", "——", 0.0, 0.0)
"""A dash is two characters; the byte search takes them as one."""


@lru_cache(maxsize=8192)
def pairs_over_gap(
    lead: int,
    second: int,
    traditional: bool,  # noqa: FBT001
) -> list[tuple[Guess, list[Guess], list[tuple[float, Guess]]]]:
    """Characters that begin with `lead`, each with those that can follow it over an unassigned pair of bytes.

    These end in `second` (0: any): first those that make a word with it, then the commonest.
    """
    known, words = guesses(traditional), word_costs()
    found: list[tuple[Guess, list[Guess], list[tuple[float, Guess]]]] = []
    begin = beginnings()
    for first in known.dropping.get(lead, ()):
        if second:
            follow = [g for g in known.by_second.get(second, ()) if not gbk_pair(first.second, g.lead)]
        else:
            leads = [b for b in range(0x81, 0xFF) if not gbk_pair(first.second, b)]
            follow = [g for b in leads for g in known.by_lead.get(b, ())]
        worded = [g for g in follow if first.simple + g.simple in words]
        common = sorted((begin.get(g.simple, g.cost), g) for g in follow if g not in worded)[:COMMON]
        common = sorted(common + _wholly_lost(first.second, second, traditional))
        if worded or common:
            found.append((first, worded, common))
        if second and not gbk_pair(first.second, 0xA1):
            # 市場化、產業: 、 (A1A2) went too where A2 makes no pair with the lead byte behind it
            listed = [g for g in known.by_second.get(second, ()) if not gbk_pair(0xA2, g.lead)]
            if listed:
                both = first._replace(char=first.char + "、", simple=first.simple + "、")
                found.append((both, [], sorted((begin.get(g.simple, g.cost), g) for g in listed)[:COMMON]))
    if lead == 0xA1:  # 。—— : A1AA A1AA, of which AAA1 is unassigned, and so is AA with most of what follows
        follow = [g for g in known.by_second.get(second, ()) if not gbk_pair(0xAA, g.lead)]
        lost = _wholly_lost(0xAA, second, traditional)
        if follow or lost:
            found.append((DASHES, follow, lost))
    return found


def _wholly_lost(before: int, second: int, traditional: bool) -> list[tuple[float, Guess]]:  # noqa: FBT001
    """Words of two characters that can follow a lost byte, both bytes of the first one lost as well.

    So 公司 in 跨國公司: `F8 B9` and `AB CB` are unassigned. The other character ends in `second`.
    """
    worded = _words_half_lost(traditional).get(second, ())
    return [pair for pair in worded if not gbk_pair(before, pair[1].lead)]


@cache
def _words_half_lost(traditional: bool) -> dict[int, list[tuple[float, Guess]]]:  # noqa: FBT001
    """By last byte the common words of two characters between which the pair is unassigned, the commonest first."""
    codes: dict[str, Guess] = {}
    for listed in guesses(traditional).by_lead.values():
        for guess in listed:
            if not guess.extra:
                codes.setdefault(guess.simple, guess)
    found: dict[int, list[tuple[float, Guess]]] = {}
    for word, cost in word_costs().items():
        if len(word) == 2 and cost < COMMON_WORD and word[0] in codes and word[1] in codes:
            one, two = codes[word[0]], codes[word[1]]
            if not gbk_pair(one.second, two.lead):
                both = Guess(one.lead, two.second, one.char + two.char, word, 0.0, cost)
                found.setdefault(two.second, []).append((cost, both))
    return {second: sorted(listed)[:COMMON] for second, listed in found.items()}


def _signs(text: str, start: int, fits: Callable[[str, str], bool]) -> Iterator[_Sign]:
    """The print from `start` on, sign by sign; a reading that fits its character is passed over."""
    at, last = start, ""
    while at < len(text):
        found = SIGN.match(text, at)
        if found is None:
            return
        reading = found["reading"]
        if reading and found["open"] and not found["mark"] and last and fits(last, reading):
            at = found.end()
            continue
        if reading and (found["open"] or found["mark"]):
            at, last = found.end(), ""
            yield _Sign("torn", found[0], at, reading=reading)
            continue
        char = last = text[at]
        at += 1
        code = char.encode("gbk", "ignore")
        if len(code) == 2:
            yield _Sign("pair", char, at, code[0], code[1])
        elif char == "?":
            yield _Sign("query", char, at)
        elif char in "!;":
            yield _Sign("mark", char, at)
        elif "@" <= char <= "~":
            behind = SIGN.match(text, at)
            own = behind["reading"] if behind and behind["open"] and not behind["mark"] else None
            if behind and own:
                at = behind.end()
            yield _Sign("letter", char, at, second=ord(char), reading=own or "")
        else:
            yield _Sign("other", char, at)


Ranked = tuple[float, Path]

CUT_BYTES = {"!": 0xA1, "?": 0xBF, ";": 0xBB}
"""The second bytes of ！ (A3A1), ？ (A3BF) and ； (A3BB)."""


def rank(path: Path) -> float:
    """What a path costs at the least: its last character may yet begin a word."""
    state = path.state
    return min(state.cost, state.before + beginnings().get(state.tail[-1:], NEVER))


def merged(one: Ranked, other: Ranked) -> Ranked:
    """The likelier of two paths that will go on alike, with the lead that it has over the other."""
    (rank, best), (_, second) = sorted((one, other), key=lambda pair: pair[0])
    lead = second.state.cost - best.state.cost
    return rank, best if lead >= best.lead else best._replace(lead=lead, other=second.text)


def quotation_cost(before: str, text: str, behind: str) -> float:
    """What it costs if the quotation marks of a reading do not pair with those before and behind it.

    A sentence does not end within a short quotation either: no page quotes `“惠民。”`, but `“惠民保”`.
    """
    opened = before.rfind("“")
    opened = -1 if before.rfind("”") > opened else opened
    cost = 0.0
    whole = before + text
    for i in range(len(before), len(whole)):
        char = whole[i]
        if char == "“":
            cost += UNPAIRED if opened >= 0 else 0.0
            opened = i
        elif char == "”":
            cost += UNPAIRED if opened < 0 else 0.0
            opened = -1
        elif char == "—" and "—" not in whole[max(0, i - 1) : i] + whole[i + 1 : i + 2]:
            cost += UNPAIRED
        elif char == "。" and 0 <= i - opened < 12 and opened >= 0:
            cost += SHORT_SENTENCE
    if opened >= len(before) and "”" not in behind and "\n" in behind:
        cost += UNPAIRED
    return cost


class Search:
    """One search, from the place where the stream fell out of step."""

    def __init__(
        self, page: Page, simplified: Mapping[str, str], before: str = "", *, mark: str = ""
    ) -> None:
        self.page = page
        self.simplified = simplified
        self.before = before
        self.mark = mark
        self.torn = not mark
        self.limit = NEVER
        self.work = 0
        self.guesses = guesses(page.traditional)
        self.extend = page.words.extend

    def printable(self, path: Path, char: str, reading: str) -> bool:
        """Whether the annotator can have left the character with this reading, or with none.

        He marks each of his characters, but for one that is torn: 個 by a reading put inside it in `每?zǒng)?`, 總 by a
        mark in `出?偛`.
        """
        if reading:
            return self.page.fits(char[-1], reading)
        if char == "’" and "‘" not in self.before + path.text:
            return False
        if char not in self.page.readings:
            return True
        return not path.text if self.torn else len(path.text) == 1

    def one(self, path: Path, second: int, reading: str = "") -> tuple[str, str, float] | None:
        """The character of the waiting byte and a known one: as printed, simplified, and the cost of its form."""
        char = gbk_pair(path.pending, second)
        if not char or not self.printable(path, char, reading):
            return None
        simple = self.simplified.get(char, char)
        if not self.page.traditional:
            return (char, simple, 0.0 if char == simple else 4.0)
        forms = printed_forms(simple)
        return (char, simple, 0.0 if char == forms[0] else VARIANT if char in forms else 4.0)

    def read(  # noqa: PLR0913, PLR0917
        self, path: Path, char: str, simple: str, extra: float, pending: int, end: int = -1
    ) -> Path:
        """The path with one more character."""
        self.work += 1
        state = (
            self.extend(path.state, simple[-1])
            if len(simple) == 1
            else self.page.words.read(simple, path.state)
        )
        if extra:
            state = state._replace(cost=state.cost + extra)
        return Path(
            state,
            path.text + char,
            pending,
            end,
            genuine=False,
            lead=path.lead,
            other=path.other + char if path.other else "",
        )

    def second(
        self, path: Path, second: int, pending: int, end: int = -1, reading: str = ""
    ) -> Iterator[Path]:
        """The waiting byte with its second."""
        found = self.one(path, second, reading)
        if found:
            yield self.read(path, *found, pending, end)

    def any_second(self, path: Path, end: int, reading: str = "") -> Iterator[Path]:
        """The waiting byte with a second byte that was lost before the stream came back into step."""
        state, words, page = path.state, self.page.words.general, self.page.words.page
        if min(state.before + 5.0, state.cost + 3.0) > self.limit:
            return
        tail, tail2, tail3 = state.tail[-1:], state.tail[-2:], state.tail
        for n, guess in enumerate(self.guesses.by_lead.get(path.pending, ())):
            if guess.second < (0x80 if reading else 0x81):
                continue
            char = guess.simple
            if n >= COMMON and not (
                tail + char in words
                or tail2 + char in words
                or tail3 + char in words
                or tail + char in page
                or reading
            ):
                continue
            if self.printable(path, guess.char, reading):
                yield self.read(path, guess.char, guess.simple, guess.extra, -1, end)

    def dropped(
        self, path: Path, second: int, pending: int, end: int = -1, reading: str = ""
    ) -> Iterator[Path]:
        """The waiting byte with the first byte of a dropped pair, and the second of that with `second` (0: any).

        So `十四`, of which `AE CB` was unassigned. One of the two must make a word, lest the guess be free.
        """
        words, page = self.page.words.general, self.page.words.page
        tail = path.state.tail
        begin = beginnings()
        for first, worded, common in pairs_over_gap(path.pending, second, self.page.traditional):
            if not self.printable(path, first.char, ""):
                continue
            free = (
                first.cost < 8.0
                or len(first.simple) > 1
                or tail[-1:] + first.simple in words
                or tail[-2:] + first.simple in words
                or tail[-1:] + first.simple in page
            )
            if path.state.before + begin.get(first.simple[0], 0.0) > self.limit:
                continue
            begun = self.read(path, first.char, first.simple, first.extra, 0)
            for guess in worded:
                if self.printable(begun, guess.char, reading):
                    yield self.read(begun, guess.char, guess.simple, guess.extra, pending, end)
            if not free:
                continue
            for least, guess in common:
                if begun.state.cost + least > self.limit:
                    break
                if self.printable(begun, guess.char, reading):
                    yield self.read(begun, guess.char, guess.simple, guess.extra, pending, end)

    def step(self, path: Path, sign: _Sign, at: int, following: str) -> Iterator[Path]:
        """The paths that go on from one of which the stream is out of step, by the sign printed at `at`."""
        # 個 and 穩 end in 80, which no pair begins with: it is a lone byte, and the stream is in step behind it
        end = sign.end if sign.kind == "query" else at
        for there in (
            ()
            if sign.kind == "torn"
            else (*self.second(path, 0x80, -1, end), *self.dropped(path, 0x80, -1, end))
        ):
            if sign.kind == "query":
                yield there
            else:
                yield from self.on(there, sign)
        if sign.kind == "pair":
            yield from self.over_pair(path, sign, at)
        elif sign.kind == "letter":
            yield from self.second(path, sign.second, -1, sign.end, sign.reading)
            yield from self.dropped(path, sign.second, -1, sign.end, sign.reading)
        elif sign.kind == "torn":
            yield from self.any_second(path, sign.end, sign.reading)
            yield from self.dropped(path, 0, -1, sign.end, sign.reading)
        elif sign.kind == "query":
            yield from self.second(path, 0xA3, CUT_BYTES["?"])
            yield from self.over_query(path, sign, following)
        else:
            if sign.kind == "mark":
                yield from self.second(path, 0xA3, CUT_BYTES[sign.text])
            for there in self.any_second(path, at):
                yield from self.on(there, sign)

    def over_pair(self, path: Path, sign: _Sign, at: int) -> Iterator[Path]:
        """The paths over a printed character of two bytes: the first of them was a second byte."""
        if sign.second >= 0x81:
            easy = False
            for there in self.second(path, sign.first, sign.second):
                easy = there.state.cost - path.state.cost < EASY
                yield there
            if not easy:
                yield from self.dropped(path, sign.first, sign.second)
        elif chr(sign.second).isalpha():  # a letter of the text took the place of a second byte: `的GDP`
            for there in self.second(path, sign.first, -1, sign.end):
                yield self.read(there, chr(sign.second), chr(sign.second), 0.0, -1, sign.end)
        if sign.text in "。，":
            for there in self.any_second(path, at):
                yield from self.on(there, sign)

    def over_query(self, path: Path, sign: _Sign, following: str) -> Iterator[Path]:
        """The paths over a printed `?`: a lone byte before a border, or one that has swallowed what was ASCII."""
        counted = self.simplified.get(following, following) in COUNTED
        for there in self.any_second(path, sign.end):
            if following in BORDERS:
                yield there._replace(state=there.state._replace(cost=there.state.cost + counted * DIGIT))
            for char in SWALLOWED + ("12" if counted else ""):
                yield self.read(there, char, char, 0.0 if char == "," else UNLIKE_COMMA, -1, sign.end)

    def on(self, path: Path, sign: _Sign) -> Iterator[Path]:
        """The path over a sign that is as it was."""
        simple = self.simplified.get(sign.text, sign.text)
        yield path._replace(state=self.extend(path.state, simple))

    def run(self, text: str, start: int, paths: list[Path]) -> list[Reading]:
        """The readings of the print from `start` on, the likeliest first; none where the beam finds no way back."""
        ranked = [(rank(path), path) for path in paths]
        self.limit = min((cost for cost, path in ranked if not path.genuine), default=0.0) + HOPELESS
        paths = self.best(ranked)
        signs = list(islice(_signs(text, start, self.page.fits), LONGEST + 1))
        settled, at = 0, start
        for count, sign in enumerate(signs[:LONGEST]):
            following = signs[count + 1].text[0] if count + 1 < len(signs) else ""
            paths = self.over(paths, sign, at, following)
            at = sign.end
            if (count >= SURE and self.genuine(paths)) or self.work > MOST:
                return []
            settled = 0 if any(path.pending >= 0 for path in paths) else settled + 1
            if settled >= SETTLED or (settled and sign.text in "\n。"):
                break
        else:
            if len(signs) > LONGEST:
                return []
            paths = [
                p for path in paths for p in (self.any_second(path, at) if path.pending >= 0 else (path,))
            ]
        return self.found(paths, text, start, at)

    def over(self, paths: list[Path], sign: _Sign, at: int, following: str) -> list[Path]:
        """The paths over one more sign, those that will go on alike merged."""
        found: dict[tuple[str, int, int, bool], Ranked] = {}
        self.limit = NEVER
        for path in sorted(paths, key=lambda path: not path.genuine):
            if self.work > MOST:
                return []
            for way in self.on(path, sign) if path.pending < 0 else self.step(path, sign, at, following):
                new = (rank(way), way)
                self.limit = min(self.limit, way.state.cost + ROOM if way.genuine else new[0] + HOPELESS)
                if new[0] > self.limit and not way.genuine:
                    continue
                key = (way.state.tail, way.pending, way.end, way.genuine)
                old = found.get(key)
                if old is None or (old[1].text == way.text and new[0] < old[0]):
                    found[key] = new
                elif old[1].text != way.text:
                    found[key] = merged(old, new)
        return self.best(list(found.values()))

    def found(self, paths: list[Path], text: str, start: int, reach: int) -> list[Reading]:
        """What the paths that are in step read as, up to `reach` in the print; what follows what has its say now."""
        before = simplify(self.before[-2:])
        readings: list[Reading] = []
        for path in paths:
            for made, more in ((path.text, 0.0), (path.other, path.lead)):
                if path.pending >= 0 or more >= NEVER:
                    continue
                end = max(path.end, start)
                cost = path.state.cost + more + quotation_cost(self.before, made, text[end : reach + 12])
                mark = self.mark if path.end < 0 else ""
                behind = READING.sub("", text[end:reach])
                if (
                    not self.torn
                ):  # a torn character is known by its reading, and rare words are all there is to tell
                    cost += FLOW * flow(before, simplify(mark + made + behind))
                readings.append(Reading(cost, made, path.end))
        return sorted(readings)

    def genuine(self, paths: list[Path]) -> bool:
        """Whether the print as it stands is likelier than all that it might have been."""
        printed = min((path.state.cost for path in paths if path.genuine), default=NEVER)
        return all(path.genuine or path.state.cost > printed - AHEAD for path in paths)

    def best(self, ranked: list[Ranked]) -> list[Path]:
        """The likeliest paths, and the print as it stands."""
        ranked.sort(key=lambda pair: pair[0])
        kept = [path for rank, path in ranked[:BEAM] if rank <= self.limit or path.genuine]
        return kept + [path for _, path in ranked[BEAM:] if path.genuine]
