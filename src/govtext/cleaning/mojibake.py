"""GBK byte damage, restored exactly or reported.

A linear scan finds the places where a mark may have been cut out of two characters, or a reading been put inside two;
ordinary marks are told by the ordinary words that follow them. A search over the byte readings (`bytesearch`) then
looks for what stood there. A reading is accepted only if the simulator (`damage`) turns it back into exactly what is
printed, and if it is likelier than the runner-up and than the print by a clear margin. What is not accepted stays as
printed and is reported with the likeliest originals.

>>> from govtext.aligned import AlignedText
>>> mojibake(AlignedText.of("確?!笆奈濉遍_好局")).text
'確保“十四五”開好局'
>>> mojibake(AlignedText.of("同志們,加油干!全區上下要行動起來")).text
'同志們,加油干!全區上下要行動起來'
"""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING, Literal, NamedTuple

from ..aligned import Candidate, Damage
from ..bytesearch import COUNTED, SYLLABLE, Page, Path, Reading, Search, guesses
from ..damage import Process, simulate
from ..lexicon import read_rows
from ..likelihood import START, Words, page_words
from ..script import simplified_characters, simplify

if TYPE_CHECKING:
    from collections.abc import Iterator

    from ..aligned import AlignedText

__all__ = ["mojibake"]

MARGIN = 3.6
"""How much likelier a reading must be than the next one, as a natural logarithm."""

GENUINE_MARGIN = 6.0
"""How much likelier a reading must be than the print as it stands."""

WINDOW = 4000
"""How much of a long page is looked at at once for its own words and annotated characters."""

CONTEXT = 8
"""How many characters before the damage have a say."""

PLACE = re.compile(
    rf"""
    \?(?P<torn>{SYLLABLE})\)            # 勇?lián)
    | (?P<mark>\??[!;?])(?=[^\s!;:)])  # 確?!笆奈濉
    """,
    re.VERBOSE,
)

READING = re.compile(rf"\({SYLLABLE}\)")
TORN = re.compile(rf"({SYLLABLE})\)")
PROCESSES: list[tuple[Literal["", "?"], bool, str]] = [
    ("?", True, ""), ("", True, "，。,"), ("", True, ""), ("?", False, ""), ("", False, ""), ("?", True, "，。,")
]
"""The ways of decoding that were seen: what is printed of a lone byte, whether it swallows, and the borders."""

ANNOTATED = re.compile(rf"([\u3400-\u9fff])\(({SYLLABLE})\)")
MARK_BYTES = {"!": 0xA1, "?": 0xBF, ";": 0xBB}

TONES = str.maketrans("āáǎàēéěèīíǐìōóǒòūúǔùüǖǘǚǜńňǹḿêɡ", "aaaaeeeeiiiioooouuuuvvvvvnnnmeg")


@cache
def _readings() -> dict[str, tuple[str, ...]]:
    return {char: tuple(readings.split(" ")) for char, readings in read_rows("readings")}


@cache
def _with_reading(reading: str) -> tuple[str, ...]:
    return tuple(char for char in _readings() if fits(char, reading))


def fits(char: str, reading: str) -> bool:
    """Whether `reading` is one of the traditional character's; tone marks may be missing.

    >>> fits("聯", "lián"), fits("聯", "lian"), fits("勇", "lián")
    (True, True, False)
    """
    known = _readings().get(char)
    if known is None:
        return reading.isascii()
    return reading in known or reading.translate(TONES) in {r.translate(TONES) for r in known} and reading.isascii()


class Found(NamedTuple):
    """A damaged place: where it begins and ends, and the readings, the likeliest first."""

    start: int
    end: int
    readings: list[Reading]
    genuine: float


def _page(text: str) -> Page:
    """What there is to know of the page, gathered once something looks damaged."""
    readings = {m[1]: m[2] for m in ANNOTATED.finditer(text) if fits(m[1], m[2])}
    plain = simplify(READING.sub("", text))
    changed = sum(a != b for a, b in zip(READING.sub("", text), plain, strict=True))
    return Page(Words(page_words(plain)), changed * 50 > len(plain), readings, fits)


def _before(text: str, start: int) -> str:
    """The last characters before `start`, simplified, without readings."""
    return simplify(READING.sub("", text[max(0, start - 4 * CONTEXT) : start])[-CONTEXT:])


def mojibake(page: AlignedText) -> AlignedText:
    """The page with its byte damage restored; what cannot be is on `page.damage`."""
    text = page.text
    replacements: list[tuple[int, int, str]] = []
    damage: list[Damage] = []
    known: Page | None = None
    general = Words()
    near = done = 0
    for place in PLACE.finditer(text):
        if place.start() < done:
            continue
        if place["mark"] and _ordinary(text, place.end(), general):
            continue
        if known is None or not near <= place.start() < near + WINDOW:
            near = max(0, place.start() - WINDOW // 4)
            known = _page(text[max(0, near - WINDOW // 2) : near + WINDOW + WINDOW // 2])
        found = _search(text, place, known)
        if not found: continue
        best = found.readings[0]
        second = _runner_up(text, found)
        if best.end >= 0 and found.genuine - best.cost >= GENUINE_MARGIN:
            if (second - best.cost >= MARGIN and _plain(text, found.start, best, known)
                and _verified(text, found.start, best, known)):
                replacements.append((found.start, best.end, best.text))
                done = best.end
            else:
                span = page.span(found.start, best.end)
                cands = tuple(Candidate(r.text, -r.cost) for r in found.readings if r.end >= 0)[:3]
                damage.append(Damage("gbk", span.raw_start, span.raw_end, text[found.start:best.end], cands))
                done = best.end
    return page.replace("mojibake", replacements).report(damage)


BEGINNING = 10.5
"""What each of the first three characters of ordinary prose costs at most, on the average."""

ORDINARY = 9.0
"""What each of the first seven costs at most. Of 4,600 ordinary clauses 3 % cost more, of 235 damaged ones 95 %; the
others of these begin with a stray letter."""

STRAY = re.compile(r"[\u3400-\u9fff!?;”“。、][@-Z\[-`a-z{-~](?![A-Za-z0-9_])")
"""A letter, or what else has an ASCII second byte, between two ideographs: `半p過半`."""

LETTER = re.compile(r"[^\W\d_]")

CLAUSE = re.compile(r"[^\s,，。!?;！？；:：]{1,7}")


def _ordinary(text: str, at: int, words: Words) -> bool:
    """Whether what follows a mark at `at` reads like ordinary prose, so that the mark is just a mark."""
    near = text[at - 1 : at + 8]
    if "(" in near:
        near = READING.sub("", text[at - 1 : at + 30])[:8]
    clause = CLAUSE.match(near, 1)
    if clause is None:
        return near[1:2] not in "?。、，,"
    if STRAY.search(near):
        return False
    table = simplified_characters()
    plain = "".join([table.get(char, char) for char in clause[0]])
    if plain[:2] in words.general and plain[2:4] in words.general:
        return True
    begin = words.read(plain[:3])
    return begin.cost < BEGINNING * min(len(plain), 3) and words.read(plain[3:], begin).cost < ORDINARY * len(plain)


def _runner_up(text: str, found: Found) -> float:
    best = found.readings[0]
    reach = max(r.end for r in found.readings)
    full = best.text + READING.sub("", text[best.end:reach])
    for r in found.readings[1:]:
        if r.end < 0 or r.text + READING.sub("", text[r.end:reach]) != full:
            return r.cost
    return 1e9


def _search(text, place, known) -> Found | None:
    before = READING.sub('', text[max(0, place.start() - 80) : place.start()])[-40:].rpartition('\n')[2]
    search = Search(known, simplified_characters(), before, torn=not place["mark"])
    if place["mark"]:
        mark = place["mark"]
        start, at = place.start(), place.end()
        state = known.words.read(_before(text, start), START)
        paths = []
        for guess in guesses(known.traditional).by_second[0xA3]:
            paths.append(search.read(Path(state, "", 0, -1, False), guess.char, guess.simple, guess.extra, MARK_BYTES[mark[-1]]))
        paths.append(Path(known.words.read(mark, state), "", -1, -1, True))
    else:
        start, at = place.start(), place.end()
        before = READING.sub("", text[max(0, start - 20):start])[-1:].encode("gbk", "ignore")
        if len(before) < 2: return None
        state = known.words.read(_before(text, start), START)
        paths = [Path(state, "", g.second, -1, False) for g in guesses(known.traditional).by_lead.get(before[1], ()) if g.char != g.simple and g.second > 0x80 and fits(g.char, place["torn"])]
    readings = search.run(text, at, paths)
    if not readings: return None
    genuine = min((r.cost for r in readings if r.end < 0), default=1e9)
    return Found(start, readings[0].end, readings, genuine)


STRAY_COST = 12.5
"""A character by itself that costs more is no evidence of a right reading: a coined `“引培留用”` may hide there."""


def _plain(text: str, start: int, reading: Reading, known: Page) -> bool:
    """Whether the reading, among what surrounds it, falls into words and common characters."""
    if reading.end - start < 3 and not LETTER.search(text, start, reading.end):
        return False  # nothing but marks: an exclamation and a question, rather
    if text[reading.end - 1] == "?" and simplify(text[reading.end : reading.end + 1]) in COUNTED:
        return False  # a digit may have been swallowed: 863 came out ?63
    before = _before(text, start)
    behind = simplify(READING.sub("", text[reading.end : reading.end + 24])[:4])
    restored = simplify(reading.text)
    costs = known.words.general
    return all(
        costs.get(char, 99.0) <= STRAY_COST or char not in restored for char in known.words.strays(before + restored + behind)
    )


def _verified(text: str, start: int, reading: Reading, known: Page) -> bool:
    """Whether the simulator, with the page's annotated characters, prints exactly this of the reading."""
    before = READING.sub("", text[max(0, start - 20) : start])[-1:]
    left = "" if before in known.readings else before
    printed = left + text[start : reading.end] + text[reading.end : reading.end + 1]
    original = left + reading.text + text[reading.end : reading.end + 1]
    annotated = dict(known.readings)
    for found in TORN.finditer(text, start, reading.end):
        annotated.update(dict.fromkeys(_with_reading(found[1]), found[1]))
    for char in set(original) & annotated.keys() - known.readings.keys():
        if f"({annotated[char]})" not in printed and f"{annotated[char]})" not in printed:
            del annotated[char]
    return any(
        simulate(original, Process(annotated, lone, swallows, borders, traditional=False)).text.startswith(printed)
        for lone, swallows, borders in PROCESSES
    )
