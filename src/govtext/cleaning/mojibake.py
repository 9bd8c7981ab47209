"""GBK byte damage, restored exactly or reported.

A linear scan finds the places where a mark may have been cut out of two characters, or a reading been put inside two;
ordinary marks are told by the ordinary words that follow them. A search over the byte readings (`bytesearch`) then
looks for what stood there. A reading is accepted only if the simulator (`damage`) turns it back into exactly what is
printed, and if it is likelier than the runner-up and than the print by a clear margin. What is not accepted stays as
printed and is reported with the likeliest originals.
"""

from __future__ import annotations

import re
from functools import cache
from itertools import pairwise
from typing import TYPE_CHECKING, Literal, NamedTuple

from ..aligned import Candidate, Damage
from ..bytesearch import COUNTED, SYLLABLE, Page, Path, Search, guesses
from ..damage import Process, simulate
from ..lexicon import read_rows
from ..likelihood import Words, following, page_words
from ..patterns import lazy
from ..script import simplified_characters, simplify, traditional_characters

if TYPE_CHECKING:
    from collections.abc import Iterator

    from ..aligned import AlignedText
    from ..bytesearch import Reading

__all__ = ["fits", "mojibake"]

MARGIN = 5.5
"""How much likelier a reading must be than the next one, as a natural logarithm. `bench/repair.py` counts what is
read wrongly so, and what is only reported."""

TORN_MARGIN = 3.7
"""The same where a reading was put inside: the character it belongs to is known, which leaves little to guess."""

LOOSER = 2.5
"""How many times the margin is asked for on pages of simplified characters: whole clauses are out of step there."""

GENUINE_MARGIN = 6.0
"""How much likelier a reading must be than the print as it stands."""

STRAY_COST = 11.9
"""A character by itself that costs more is no evidence of a right reading: a coined `“引培留用”` may hide there."""

ABRUPT = 11.5
"""What a character of a reading costs at the most behind the two before it: 裕 behind 培優 costs more."""

TWICE_ABRUPT = 19.0
"""The same for two that follow each other: 、文虎衛 costs more."""

STRAY_LETTER = 8.0
"""What it costs that a single letter stands between ideographs."""

BEGINNING = 10.5
"""What each of the first three characters of ordinary prose costs at most, on the average."""

ORDINARY = 9.0
"""What each of the first seven costs at most. Of 4,600 ordinary clauses 3 % cost more, of 235 damaged ones 95 %; the
others of these begin with a stray letter."""

CONTEXT = 8
"""How many characters before the damage have a say in words."""

LINE = 40
"""How many have a say in quotation marks."""

WINDOW = 4000
"""How much of a long page is looked at at once for its own words and annotated characters."""

WORK = 150_000
"""How many characters the searches of a page may read, and six more for each of the page, up to `LONG` more; then
places are only reported. A real page takes a few thousand, a megabyte of `?!;` would take hours without an end to it."""

LONG = 100_000

CANDIDATES = 3

PLACE = lazy(
    rf"""
      \?(?P<torn>{SYLLABLE})\)               # 勇?lián)
    | (?<=[\u3400-\u9fff])\((?P<put>{SYLLABLE})\)(?=[\u3400-\u9fff])  # 勇(lián), of which 擔 is left
    | (?P<mark>\??[!;?])(?=[^\s!;:)])        # 確?!笆奈濉
    """,
    re.VERBOSE,
)

SIGNS = "?!;("
"""What each of them begins with."""

READING = lazy(rf"\({SYLLABLE}\)")
ANNOTATED = lazy(rf"([\u3400-\u9fff])\(({SYLLABLE})\)")
TORN = lazy(rf"({SYLLABLE})\)")

STRAY = lazy(r"[\u3400-\u9fff!?;”“。、][@-Z\[-`a-z{-~](?![A-Za-z0-9_])")
"""A letter, or what else has an ASCII second byte, between two ideographs: `半p過半`."""

CLAUSE = lazy(r"[^\s,，。!?;！？；:：]{1,7}")
LETTER = lazy(r"[^\W\d_]")

MARK_BYTES = {"!": 0xA1, "?": 0xBF, ";": 0xBB}
"""The second bytes of ！ (A3A1), ？ (A3BF) and ； (A3BB)."""

PROCESSES: tuple[tuple[Literal["", "?"], bool, str], ...] = (
    ("?", True, ""), ("", True, "，。,"), ("", True, ""), ("?", False, ""), ("", False, ""), ("?", True, "，。,"),
)  # fmt: skip
"""The ways of decoding: what is printed of a lone byte, whether it swallows, and which marks are borders."""

TONES = str.maketrans("āáǎàēéěèīíǐìōóǒòūúǔùüǖǘǚǜńňǹḿêɡ", "aaaaeeeeiiiioooouuuuvvvvvnnnmeg")


class _Place(NamedTuple):
    """A damaged place: where it begins, what it may have read, the likeliest first, and the cost of the print."""

    start: int
    readings: list[Reading]
    printed: float


def mojibake(page: AlignedText) -> AlignedText:
    """The page with its byte damage restored; what cannot be is on `page.damage`.

    >>> from govtext.aligned import AlignedText
    >>> mojibake(AlignedText.of("確?!笆奈濉遍_好局")).text
    '確保“十四五”開好局'
    >>> mojibake(AlignedText.of("同志們,加油干!全區上下要行動起來")).text
    '同志們,加油干!全區上下要行動起來'
    """
    text = page.text
    replacements: list[tuple[int, int, str]] = []
    damage: list[Damage] = []
    known: Page | None = None
    near = done = 0
    window = slice(0, 0)
    work = WORK + min(6 * len(text), LONG)
    for hit in _suspicious(text):
        at = hit.start()
        if at < done:
            continue
        if known is None or not near <= at < near + WINDOW:
            near = max(0, at - WINDOW // 4)
            window = slice(max(0, near - WINDOW // 2), near + WINDOW + WINDOW // 2)
            known = _page(text[window])
        if work < 0:  # no page but a hostile one comes here
            damage.append(_report(page, at, hit.end()))
            continue
        line = _restored_before(text, at, replacements)
        place, spent = _search(text, hit, known, line)
        work -= spent
        if place is None or not _damaged(text, place):
            continue
        if not known.words.page:  # the page's own words are gathered when there is damage, and weighed in
            known = known._replace(words=Words(page_words(simplify(READING.sub("", text[window])))))
            place, spent = _search(text, hit, known, line)
            work -= spent
            if place is None or not _damaged(text, place):
                continue
        best = place.readings[0]
        done = best.end
        if _accepted(text, place, known):
            replacements.append((at, best.end, best.text))
        else:
            candidates = [Candidate(r.text, -r.cost) for r in place.readings if r.end >= 0]
            damage.append(_report(page, at, best.end, tuple(candidates[:CANDIDATES])))
    return page.replace("mojibake", replacements).report(damage)


def _report(page: AlignedText, start: int, end: int, candidates: tuple[Candidate, ...] = ()) -> Damage:
    span = page.span(start, end)
    return Damage("gbk", span.raw_start, span.raw_end, page.text[start:end], candidates)


@cache
def _plain_words() -> Words:
    return Words()


@cache
def _readings() -> dict[str, tuple[str, ...]]:
    return {char: tuple(readings.split(" ")) for char, readings in read_rows("readings")}


@cache
def _with_reading(reading: str) -> tuple[str, ...]:
    return tuple(char for char in _readings() if fits(char, reading))


def fits(char: str, reading: str) -> bool:
    """Whether `reading` is one of the traditional character's; its tone mark may be missing.

    >>> fits("聯", "lián"), fits("聯", "lian"), fits("勇", "lián")
    (True, True, False)
    """
    known = _readings().get(char)
    if known is None:
        return reading.isascii()
    return reading in known or (reading.isascii() and reading in {each.translate(TONES) for each in known})


def _page(text: str) -> Page:
    """What there is to know of the page, gathered once something looks damaged."""
    bare = READING.sub("", text)
    plain = simplify(bare)
    changed = sum(a != b for a, b in zip(bare, plain, strict=True))
    annotated = {m[1]: m[2] for m in ANNOTATED.finditer(text) if fits(m[1], m[2])}
    return Page(Words(), changed * 50 > len(plain), annotated, fits)


def _before(text: str, start: int, size: int = CONTEXT) -> str:
    """The last characters before `start`, without readings."""
    return READING.sub("", text[max(0, start - 4 * size) : start])[-size:]


def _restored_before(text: str, start: int, replacements: list[tuple[int, int, str]]) -> str:
    """What stands before `start` on its line once the last restoration is made: 環保、醫 before the next damage."""
    first, last, new = replacements[-1] if replacements else (start, start, "")
    if not start - LINE < last <= start:
        first, last, new = start, start, ""
    near = text[max(0, first - 2 * LINE) : first] + new + text[last:start]
    return READING.sub("", near)[-LINE:].rpartition("\n")[2]


def _suspicious(text: str) -> Iterator[re.Match[str]]:
    """The places that look damaged, in order. Looking for single signs costs next to nothing."""
    places: list[int] = []
    for sign in SIGNS:
        at = text.find(sign)
        while at >= 0:
            places.append(at)
            at = text.find(sign, at + 1)
    done = 0
    for at in sorted(places):
        hit = PLACE.match(text, at) if at >= done else None
        if hit is not None:
            done = hit.end()
            if not _harmless(text, hit):
                yield hit


def _harmless(text: str, hit: re.Match[str]) -> bool:
    """Whether a mark is but a mark, or a reading that of the character before it."""
    if hit["put"]:
        char = text[hit.start() - 1]
        return char in traditional_characters() or fits(char, hit["put"])
    return hit["mark"] is not None and _ordinary(text, hit.end(), _plain_words())


def _ordinary(text: str, at: int, words: Words) -> bool:
    """Whether what follows a mark at `at` reads like ordinary prose, so that the mark is just a mark."""
    near = text[at - 1 : at + 8]
    if "(" in near:
        near = READING.sub("", text[at - 1 : at + 30])[:8]
    clause = CLAUSE.match(near, 1)
    if clause is None:
        return near[1:2] not in "?。、，,：；！？"
    if STRAY.search(near):
        return False
    table = simplified_characters()
    plain = "".join([table.get(char, char) for char in clause[0]])
    if plain[:2] in words.general and plain[2:4] in words.general:
        return True
    begin = words.read(plain[:3])
    return begin.cost < BEGINNING * min(len(plain), 3) and words.read(plain[3:], begin).cost < ORDINARY * len(
        plain
    )


def _search(text: str, hit: re.Match[str], known: Page, line: str) -> tuple[_Place | None, int]:
    """What the damage at `hit` behind `line` may have read, and the work done; None if there is no way back into step."""
    start, mark = hit.start(), hit["mark"]
    search = Search(known, simplified_characters(), line, mark=mark or "")
    state = known.words.read(simplify(line[-CONTEXT:]))
    paths = [
        search.read(
            Path(state, "", 0, -1, genuine=False), guess.char, guess.simple, guess.extra, MARK_BYTES[mark[-1]]
        )
        for guess in (guesses(known.traditional).by_second[0xA3] if mark else ())
    ]
    if mark:
        genuine = known.words.read(mark, state)
        if STRAY.match(text, hit.end() - 1):
            genuine = genuine._replace(cost=genuine.cost + STRAY_LETTER)
        paths.append(Path(genuine, "", -1, -1, genuine=True))
    else:
        paths += _torn(text, start, hit["torn"] or hit["put"], known, Path(state, "", 0, -1, genuine=False))
        if hit["put"]:
            paths.append(Path(state, "", -1, -1, genuine=True))
    readings = search.run(text, hit.end(), paths)
    if not readings:
        return None, search.work
    return _Place(start, readings, min((r.cost for r in readings if r.end < 0), default=1e9)), search.work


def _torn(text: str, start: int, reading: str, known: Page, path: Path) -> Iterator[Path]:
    """The paths from a character whose second byte and the next lead byte the annotator took for one of his."""
    code = _before(text, start, 1).encode("gbk", "ignore")
    for guess in guesses(known.traditional).by_lead.get(code[1], ()) if len(code) == 2 else ():
        if guess.char != guess.simple and guess.second > 0x80 and fits(guess.char, reading):
            yield path._replace(pending=guess.second)


def _damaged(text: str, place: _Place) -> bool:
    """Whether the likeliest reading is none of the print, and holds more than marks: `!?` is an exclamation."""
    best = place.readings[0]
    if best.end < 0 or place.printed - best.cost < GENUINE_MARGIN:
        return False
    return best.end - place.start > 2 or LETTER.search(text, place.start, best.end) is not None


def _accepted(text: str, place: _Place, known: Page) -> bool:
    """Whether the likeliest reading is beyond doubt."""
    best = place.readings[0]
    torn = text[place.start] == "(" or TORN.match(text, place.start + 1) is not None
    margin = TORN_MARGIN if torn else MARGIN
    if not known.traditional:
        margin *= LOOSER
    return (
        _runner_up(text, place) - best.cost >= margin
        and _plain(text, place.start, best, known)
        and (torn or _flowing(text, place.start, best))
        and _verified(text, place.start, best, known)
    )


def _runner_up(text: str, place: _Place) -> float:
    """The cost of the likeliest reading that would leave another text than the first."""
    best = place.readings[0]
    reach = max(reading.end for reading in place.readings)
    whole = best.text + READING.sub("", text[best.end : reach])
    for other in place.readings[1:]:
        if other.end < 0 or other.text + READING.sub("", text[other.end : reach]) != whole:
            return other.cost
    return 1e9


def _plain(text: str, start: int, reading: Reading, known: Page) -> bool:
    """Whether the reading, among what surrounds it, falls into words and common characters."""
    if text[reading.end - 1] == "?" and simplify(text[reading.end : reading.end + 1]) in COUNTED:
        return False  # a digit may have been swallowed: 863 came out ?63
    if not LETTER.search(text, start, reading.end):
        return False  # nothing is left but marks: `海。` and a line break came out `?!?`
    behind = READING.sub("", text[reading.end : reading.end + 24])[:4]
    restored = simplify(reading.text)
    if behind[:1] in MARK_BYTES:
        behind, restored = "", restored[:-1]  # the word may go on in the next damage: 環保、醫 before 保
    costs = known.words.general
    return all(
        costs.get(char, 99.0) <= STRAY_COST or char not in restored
        for char in known.words.strays(simplify(_before(text, start)) + restored + simplify(behind))
    )


def _flowing(text: str, start: int, reading: Reading) -> bool:
    """Whether each character of the reading may well stand behind the two before it."""
    behind = READING.sub("", text[reading.end : reading.end + 24])[:1]
    whole = simplify(_before(text, start, 2) + reading.text + behind)
    costs = [following(whole[i - 2 : i], whole[i]) for i in range(2, len(whole))]
    return max(costs) <= ABRUPT and all(a + b <= TWICE_ABRUPT for a, b in pairwise(costs))


def _verified(text: str, start: int, reading: Reading, known: Page) -> bool:
    """Whether the simulator, with the page's annotated characters, prints exactly this of the reading."""
    before = _before(text, start, 1)
    left = "" if before in known.readings else before
    right = text[reading.end : reading.end + 1]
    printed, original = left + text[start : reading.end] + right, left + reading.text + right
    annotated = dict(known.readings)
    for found in TORN.finditer(text, start, reading.end):
        annotated.update((char, found[1]) for char in _with_reading(found[1]))
    return any(
        simulate(original, Process(annotated, lone, swallows, borders, traditional=False)).text.startswith(
            printed
        )
        for lone, swallows, borders in PROCESSES
    )
