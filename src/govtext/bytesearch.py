"""The search for what damaged GBK bytes read before: a beam over the ways in which a decoder can have lost its step.

Printed characters give their bytes back, so only the lost ones must be guessed: the lead byte before a mark, the
second byte and the lead of two characters whose shared pair was unassigned, a lone byte dropped before a border. The
process is deterministic, so the likeliest original among those that print exactly so is the answer; `likelihood` says
how likely, and `damage.simulate` whether it prints so.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from .damage import gbk_pair
from .likelihood import CONTEXT, folded, words_cost
from .lostbytes import Guess, form_cost, hidden_between, unassigned
from .printsigns import READING, signs
from .script import simplify

if TYPE_CHECKING:
    from collections.abc import Iterator

    from .lostbytes import Page
    from .printsigns import Sign

__all__ = ["COUNTED", "CUT_BYTES", "LINE", "Path", "Reading", "Search", "is_opened", "with_hidden_words"]

NEVER = 1e6

BEGINNINGS = 28
"""How many characters a reading may begin with: 危 of 危化品 is none of the likeliest."""

BEAM = 14
"""How many partial readings go on from one printed sign to the next."""

GAPS = 5
"""For how many of the likeliest of them a gap is looked for before the next sign."""

WEIGHED = 10
"""How many of the likeliest readings are weighed by their words as well."""

WORDS = 0.7
"""How much the costs of words count beside those of characters."""

WORD = 3
"""How many characters beside the reading have a say in its words."""

NEAR = 8.0
"""How much more than the reading without it the characters of such a one may cost."""

RIVALS = 6
"""How many other beginnings a path remembers that have come to the same."""

CLOSE = 4.5
"""What one of them costs at the most behind the character before it."""

UNOPENED = 10.0
"""What a single quotation mark costs outside a quotation."""

QUOTES = frozenset("“”‘’")

UNPAIRED = 5.0
"""What a quotation mark costs that pairs with no other: one that opens within a quotation, one that closes outside."""

LINE = 40
"""How many characters on either side have a say in quotation marks."""

UNCLOSED = 4.0
"""What it costs that a quotation opened by a reading is not closed on its line."""

EASY = 2.5
"""A character that costs no more to go on with is taken to be right, and no gap is looked for before it."""

HOPELESS = 8.5
"""How much worse than the best a path may be and still go on."""

BETTER = 4.5
"""How much less a character may cost behind three others than behind the last of them alone. Few save more."""

LONGEST = 120
"""How many printed signs a damaged stretch may take. On simplified pages a whole clause is out of step."""

SURE = 3
"""After how many printed signs the search may give up, because the print is likelier as it stands."""

AHEAD = 2.0
"""How much likelier than the print the best reading must be by then."""

ROOM = 6.0
"""How much less likely than the print a path may be on the way."""

MOST = 25_000
"""How many characters one search reads at the most; one of a real page reads 500 to 10,000."""

SETUP = 20
"""What a search costs by itself, counted as characters read."""

SETTLED = 4
"""How many characters are read on after the stream is back in step, so that what follows has its say."""

SWALLOWED = ",():\n"
"""What a lead byte can have swallowed: ASCII that is no second byte. A comma most often."""

BORDERS = frozenset(["", *map(chr, range(0x7F)), "。", "，", "！", "？", "；"])
"""Before what a lone lead byte is printed by itself."""

DIGIT = 4.5
"""What it costs to take a `?` before a digit for a lone byte only: as likely, a digit was swallowed."""

UNLIKE_COMMA = 1.5
"""What another one than a comma costs: nearly all that stood before an ASCII sign stood before a comma."""

COUNTED = frozenset("（(一二三四五六七八九十0123456789.%年月日时点个项家名人次条件亩米吨元万亿千百多余·-~")
"""What stands behind a digit. Which digit was swallowed before it, none can say: two are tried, and tie."""

CUT_BYTES = {"!": 0xA1, "?": 0xBF, ";": 0xBB}
"""The second bytes of ！ (A3A1), ？ (A3BF) and ； (A3BB)."""


class Rival(NamedTuple):
    """Another beginning that has come to the same: how much less likely it was, and what it read up to which length."""

    behind: float
    text: str
    length: int

    def among(self, path: Path, behind: float, length: int) -> Rival:
        """What this rival of `path` is to the path that `path` itself is now `behind`."""
        return Rival(self.behind + behind, self.text + path.text[self.length :], length)


class Path(NamedTuple):
    """A partial reading.

    Attributes:
        cost: of all that was read.
        tail: the last three characters, simplified.
        text: what was read, as printed.
        pending: the byte that waits for its second; -1 in step.
        end: where the damage ends in the print; -1 before that.
        opened: whether a quotation is open.
        genuine: whether the print is taken at its word.
        rivals: what else has come to the same, the likeliest first.
    """

    cost: float
    tail: str
    text: str = ""
    pending: int = -1
    end: int = -1
    opened: bool = False
    genuine: bool = False
    rivals: tuple[Rival, ...] = ()


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


def with_hidden_words(page: Page, before: str, reading: Reading, behind: str) -> Iterator[Reading]:
    """The same reading with one more word somewhere, for what is lost wholly leaves no sign.

    開展科技成果專項行動 prints as 開展科技成果轉化專項行動 does: all of 轉化 falls into unassigned pairs. What costs much
    more than the reading is left out. `before` and `behind` are what stands beside it, as printed.
    """
    run, followers = page.prose.run, page.prose.followers
    left = folded(simplify(before[-CONTEXT:]))
    plain = folded(simplify(reading.text))
    right = folded(simplify(behind[:CONTEXT]))
    for i in range(len(reading.text) - 1 if len(plain) == len(reading.text) else 0):
        one, two = reading.text[i].encode("gbk", "ignore"), reading.text[i + 1].encode("gbk", "ignore")
        hidden = hidden_between(one[1], two[0], page.traditional) if len(one) == len(two) == 2 else ()
        if not hidden:
            continue
        head, rest = (left + plain[: i + 1])[-CONTEXT:], (plain[i + 1 :] + right)[:CONTEXT]
        plainly = run(head, rest)
        for printed, word in hidden:
            if rest[0] not in followers(word[-1]):
                continue
            more = run(head, word + rest, plainly + NEAR) - plainly
            if more < NEAR:
                text = reading.text[: i + 1] + printed + reading.text[i + 1 :]
                whole, bare = left + plain[: i + 1] + word + plain[i + 1 :] + right, left + plain + right
                more += WORDS * (words_cost(whole) - words_cost(bare))
                yield Reading(reading.cost + more, text, reading.end)


def quoted(mark: str, opened: bool) -> tuple[float, bool]:  # noqa: FBT001
    """What it costs that a quotation mark stands within a quotation or outside, and whether one is open behind it.

    >>> quoted("“", opened=False), quoted("”", opened=False)
    ((0.0, True), (5.0, False))
    """
    if mark in "‘’":
        return (0.0 if opened else UNOPENED), opened
    opens = mark == "“"
    return (UNPAIRED if opened == opens else 0.0), opens


def is_opened(line: str) -> bool:
    """Whether a quotation is open at the end of a line.

    >>> is_opened("推进“三保"), is_opened("推进“三保”")
    (True, False)
    """
    return line.rfind("“") > line.rfind("”")


class Search:
    """One search, from the place where the stream fell out of step.

    Attributes:
        page: what is known of the page.
        before: what stands before on the line.
        torn: whether it was a reading put inside a character that broke it, and not a mark.
        work: how many characters were read.
    """

    def __init__(self, page: Page, before: str, *, torn: bool) -> None:
        self.page = page
        self.before = before
        self.torn = torn
        self.work = SETUP
        self.limit = NEVER
        self.found: dict[tuple[str, int, int, bool, bool], Path] = {}
        self.step = page.prose.step

    def begin(self, path: Path, guess: Guess, pending: int) -> None:
        """Let a reading begin with `guess` behind `path`; its second byte went into the mark, so it has no reading."""
        self.add(path, guess.char, guess.simple, guess.extra, pending)

    def room(self, path: Path) -> float:
        """What a character may cost behind the last of a path, so that it may yet be likely behind the last three."""
        return self.limit - path.cost + BETTER

    def price(self, tail: str, simple: str) -> float:
        """What a character costs, or a mark of two."""
        cost = self.step(tail, simple[0])
        return cost if len(simple) == 1 else cost + self.step((tail + simple[0])[-CONTEXT:], simple[1])

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

    def add(  # noqa: PLR0913, PLR0917 - one call for each character read
        self, path: Path, char: str, simple: str, extra: float, pending: int, end: int = -1
    ) -> None:
        """Let `path` go on with one more character, unless that is hopeless."""
        self.work += 1
        tail = path.tail
        cost = path.cost + extra + self.step(tail, simple)
        opened = path.opened
        if simple in QUOTES:
            more, opened = quoted(simple, opened)
            cost += more
        if cost > self.limit:
            return
        self.limit = min(self.limit, cost + HOPELESS)
        tail = (tail + simple)[-CONTEXT:]
        self.keep(Path(cost, tail, path.text + char, pending, end, opened, rivals=path.rivals))

    def keep(self, path: Path) -> None:
        """Keep a path; the likelier one of two that will go on alike, which remembers the other."""
        key = (path.tail, path.pending, path.end, path.opened, path.genuine)
        old = self.found.get(key)
        if old is None:
            self.found[key] = path
        elif old.text == path.text:
            self.found[key] = old if old.cost <= path.cost else path
        else:
            best, other = (path, old) if path.cost < old.cost else (old, path)
            behind = other.cost - best.cost
            rivals = [
                *best.rivals,
                Rival(behind, other.text, len(best.text)),
                *(each.among(other, behind, len(best.text)) for each in other.rivals),
            ]
            self.found[key] = best._replace(rivals=tuple(sorted(rivals)[:RIVALS]))

    def grown(self, path: Path, guess: Guess, reading: str = "") -> Path | None:
        """The path with one more character, whatever comes next; None if that is hopeless."""
        self.work += 1
        cost = path.cost + guess.extra + self.price(path.tail, guess.simple)
        if cost > self.limit or not self.printable(path, guess.char, reading):
            return None
        opened = path.opened
        if guess.simple in QUOTES:
            more, opened = quoted(guess.simple, opened)
            cost += more
        return path._replace(
            cost=cost, tail=(path.tail + guess.simple)[-CONTEXT:], text=path.text + guess.char, opened=opened
        )

    def paired(self, path: Path, second: int, pending: int, end: int = -1, reading: str = "") -> None:
        """Let the waiting byte be followed by `second`."""
        char = gbk_pair(path.pending, second)
        if not char or not self.printable(path, char, reading):
            return
        simple = self.page.plain.get(char, char)
        self.add(path, char, simple, form_cost(char, self.page.traditional), pending, end)

    def ended(self, path: Path, end: int, reading: str = "") -> Iterator[Path]:
        """The paths of which the waiting byte lost its second, so that the stream is in step from `end` on."""
        if reading:
            listed = [g for g in self.page.reading_so(reading) if g.lead == path.pending and g.second >= 0x80]
        else:
            likely = self.page.beginning(path.tail[-1:], path.pending, self.room(path))
            listed = [guess for guess in likely if guess.second > 0x80]
        for guess in listed:
            there = self.grown(path, guess, reading)
            if there is not None:
                yield there._replace(pending=-1, end=end)

    def over_gap(self, path: Path, sign: Sign, at: int, following: str) -> None:
        """Let an unassigned pair have been dropped before `sign`: the second byte of one character, the lead of the next.

        So `十四`, of which `AE CB` was unassigned. Between the two one more can have been lost wholly: the 公 in
        跨國公司, for `F8 B9` and `AB CB` are unassigned.
        """
        if sign.kind == "pair" and sign.second >= 0x81:
            char = gbk_pair(path.pending, sign.first)
            if char and self.step(path.tail, self.page.plain.get(char, char)) <= EASY:
                return
        for first in self.page.dropping(path.tail[-1:], path.pending, self.room(path)):
            begun = self.grown(path, first)
            if begun is None:
                continue
            self.across(begun, first.second, sign, at, following)
            leads = unassigned(first.second)
            for middle in self.page.lost(begun.tail):
                if middle.lead in leads:
                    between = self.grown(begun, middle)
                    if between is not None:
                        self.across(between, middle.second, sign, at, following)

    def across(self, path: Path, first: int, sign: Sign, at: int, following: str) -> None:
        """Let `first` and the lead byte of the next character have been dropped together, of which `sign` has the rest."""
        leads = unassigned(first)
        if sign.kind == "torn":
            for guess in self.page.reading_so(sign.reading):
                if guess.lead in leads:
                    self.add(path, guess.char, guess.simple, guess.extra, -1, sign.end)
        elif sign.kind == "letter":
            self.ending(path, leads, sign.second, -1, sign.end, sign.reading)
        elif sign.kind == "pair" and sign.second >= 0x81:
            self.ending(path, leads, sign.first, sign.second)
        if sign.kind in {"query", "mark"}:
            self.ending(path, leads, 0xA3, CUT_BYTES[sign.text])
        if sign.kind in {"query", "mark", "other"} or sign.text in "。，":
            for there in self.wholly_lost(path, leads, at):
                self.resumed(there, sign, following)

    def wholly_lost(self, path: Path, leads: frozenset[int], end: int) -> Iterator[Path]:
        """The paths with one more character that begins with one of `leads`, its second byte lost as well."""
        for guess in self.page.known(path.tail):
            if guess.lead in leads and guess.second > 0x80:
                there = self.grown(path, guess)
                if there is not None:
                    yield there._replace(pending=-1, end=end)

    def ending(  # noqa: PLR0913, PLR0917
        self, path: Path, leads: frozenset[int], second: int, pending: int, end: int = -1, reading: str = ""
    ) -> None:
        """Let one of `leads` be followed by `second`."""
        for guess in self.page.ending(path.tail[-1:], second, self.room(path)):
            if guess.lead in leads and self.printable(path, guess.char, reading):
                self.add(path, guess.char, guess.simple, guess.extra, pending, end)

    def over(self, path: Path, sign: Sign, at: int, following: str) -> None:
        """Let a path that is out of step go on over the sign printed at `at`."""
        if sign.kind != "torn":
            self.over_lone_80(path, sign, at)
        if sign.kind == "pair":
            self.over_pair(path, sign, at)
        elif sign.kind == "letter":
            self.paired(path, sign.second, -1, sign.end, sign.reading)
        elif sign.kind == "torn":
            for there in self.ended(path, sign.end, sign.reading):
                self.keep(there)
        elif sign.kind == "query":
            self.paired(path, 0xA3, CUT_BYTES["?"])
            for there in self.ended(path, at):
                self.resumed(there, sign, following)
        else:
            if sign.kind == "mark":
                self.paired(path, 0xA3, CUT_BYTES[sign.text])
            for there in self.ended(path, at):
                self.resumed(there, sign, following)

    def over_lone_80(self, path: Path, sign: Sign, at: int) -> None:
        """個 and 穩 end in 80, which no pair begins with: it is a lone byte, and the stream is in step behind it."""
        char = gbk_pair(path.pending, 0x80)
        if char and self.printable(path, char, ""):
            simple = self.page.plain.get(char, char)
            there = self.grown(path, Guess(path.pending, 0x80, char, simple, 0.0))
            if there is not None:
                there = there._replace(pending=-1, end=sign.end if sign.kind == "query" else at)
                if sign.kind == "query":
                    self.keep(there)
                else:
                    self.on(there, sign)

    def over_pair(self, path: Path, sign: Sign, at: int) -> None:
        """Let a path go on over a printed character of two bytes: the first of them was a second byte."""
        if sign.second >= 0x81:
            self.paired(path, sign.first, sign.second)
        elif chr(sign.second).isalpha():  # a letter of the text took the place of a second byte: `的GDP`
            char = gbk_pair(path.pending, sign.first)
            if char and self.printable(path, char, ""):
                simple = self.page.plain.get(char, char)
                there = self.grown(path, Guess(path.pending, sign.first, char, simple, 0.0))
                if there is not None:
                    self.add(there, chr(sign.second), folded(chr(sign.second)), 0.0, -1, sign.end)
        if sign.text in "。，":
            for there in self.ended(path, at):
                self.resumed(there, sign, "")

    def resumed(self, path: Path, sign: Sign, following: str) -> None:
        """Let a path that is back in step go on over `sign`.

        A `?` is a lone byte before a border, or one that has swallowed what was ASCII.
        """
        if sign.kind != "query":
            self.on(path, sign)
            return
        counted = self.page.plain.get(following, following) in COUNTED
        if following in BORDERS:
            self.keep(path._replace(cost=path.cost + counted * DIGIT, end=sign.end))
        for char in SWALLOWED + ("12" if counted else ""):
            self.add(path, char, folded(char), 0.0 if char in ",\n" else UNLIKE_COMMA, -1, sign.end)

    def on(self, path: Path, sign: Sign) -> None:
        """Let a path go on over a sign that is as it was."""
        simple = self.page.plain.get(sign.text[0], sign.text[0])
        tail, opened = path.tail, path.opened
        cost = path.cost + self.step(tail, simple)
        tail = (tail + simple)[-CONTEXT:]
        if simple in QUOTES:
            more, opened = quoted(simple, opened)
            cost += more
        if path.genuine or cost <= self.limit:
            self.limit = min(self.limit, cost + (ROOM if path.genuine else HOPELESS))
            self.keep(path._replace(cost=cost, tail=tail, opened=opened))

    def run(self, text: str, start: int, genuine: Path) -> list[Reading]:
        """The readings of the print from `start` on, the likeliest first; none where the beam finds no way back.

        The paths begun are in `found`; `genuine` is the print as it stands.
        """
        self.keep(genuine)
        paths, gaps = self.best(BEGINNINGS), BEGINNINGS
        settled, at = 0, start
        for count, (sign, following) in enumerate(signs(text, start, self.page.fits)):
            if count == LONGEST or self.work > MOST:
                return []
            paths, gaps = self.onwards(paths, sign, at, following, gaps), GAPS
            at = sign.end
            if count >= SURE and self.is_genuine(paths):
                return []
            settled = 0 if any(path.pending >= 0 for path in paths) else settled + 1
            if settled >= SETTLED or (settled and sign.text in "\n。"):
                break
        else:
            paths = [p for path in paths for p in (self.ended(path, at) if path.pending >= 0 else (path,))]
        return self.readings(paths, text, at)

    def onwards(self, paths: list[Path], sign: Sign, at: int, following: str, gaps: int) -> list[Path]:
        """The paths that go on over one more sign; `following` is printed behind it, before it `gaps` may have a gap."""
        self.found, self.limit = {}, NEVER
        for path in paths:
            self.work += 1
            if path.pending < 0:
                self.on(path, sign)
            else:
                self.over(path, sign, at, following)
        for path in [path for path in paths if path.pending >= 0][:gaps]:
            if path.cost + CLOSE <= self.limit:
                self.over_gap(path, sign, at, following)
        return self.best(BEAM)

    def readings(self, paths: list[Path], text: str, reach: int) -> list[Reading]:
        """What the paths that are in step read as, up to `reach` in the print."""
        found: list[Reading] = []
        line = text[reach : reach + LINE].partition("\n")[0]
        for path in paths:
            if path.pending >= 0:
                continue
            cost = path.cost
            close, open_ = line.find("”"), line.find("“")
            closes = close >= 0 and not 0 <= open_ < close
            if path.opened != closes and (closes or len(line) < LINE):
                cost += UNCLOSED
            found.append(Reading(cost, path.text, path.end))
            found += [
                Reading(cost + rival.behind, rival.text + path.text[rival.length :], path.end)
                for rival in path.rivals
            ]
        found.sort()
        before = simplify(self.before[-2 * WORD :])
        given = words_cost(before)

        def words(reading: Reading) -> float:
            behind = READING.sub("", text[reading.end : reading.end + 24])[:WORD]
            return WORDS * (words_cost(before + simplify(reading.text + behind)) - given)

        weighed = sorted(
            reading._replace(cost=reading.cost + words(reading))
            for reading in found[:WEIGHED]
            if reading.end >= 0
        )
        more = words(weighed[0]) if weighed else 0.0  # the print is judged by its characters alone
        return sorted([*weighed, *(each._replace(cost=each.cost + more) for each in found if each.end < 0)])

    def is_genuine(self, paths: list[Path]) -> bool:
        """Whether the print as it stands is likelier than all that it might have been."""
        printed = min((path.cost for path in paths if path.genuine), default=NEVER)
        return all(path.genuine or path.cost > printed - AHEAD for path in paths)

    def best(self, size: int) -> list[Path]:
        """The likeliest paths, and the print as it stands."""
        ranked = sorted(self.found.values())
        kept = [path for path in ranked[:size] if path.cost <= self.limit or path.genuine]
        return kept + [path for path in ranked[size:] if path.genuine]
