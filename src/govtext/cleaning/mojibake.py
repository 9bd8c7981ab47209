"""GBK byte damage, restored exactly or reported.

A linear scan finds the places where a mark may have been cut out of two characters, or a reading been put inside two;
ordinary marks are told by the ordinary prose that follows them. A search over the byte readings (`bytesearch`) then
looks for what stood there. A reading is accepted only if the simulator (`damage`) turns it back into exactly what is
printed, and if it is likelier than the runner-up and than the print by a clear margin. What is not accepted stays as
printed and is reported with the likeliest originals.
"""

from __future__ import annotations

import re
from functools import cache
from operator import ne
from typing import TYPE_CHECKING, Literal, NamedTuple

from ..aligned import Candidate, Damage
from ..bytesearch import COUNTED, CUT_BYTES, LINE, Path, Search, is_opened, with_hidden_words
from ..damage import Process, simulate
from ..lexicon import read_rows
from ..likelihood import CONTEXT, FOLDED, Prose, folded, following, plain_cost
from ..lostbytes import Page, guesses
from ..patterns import lazy
from ..printsigns import READING, SYLLABLE
from ..script import simplified_characters, simplify, traditional_characters

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from ..aligned import AlignedText
    from ..bytesearch import Reading

__all__ = ["fits", "mojibake"]

MARGIN = 5.0
"""How much likelier a reading must be than the next one, as a natural logarithm, where it reads like everyday prose.
`bench/repair.py` counts what is read wrongly so, and what is only reported."""

TORN_MARGIN = 3.0
"""The same where a reading was put inside, however strange: the character it belongs to is known."""

SIMPLIFIED_MARGIN = 7.0
"""The same on pages of simplified characters, where whole clauses are out of step."""

EVERYDAY = 2.8
"""What each character of everyday prose costs at the most behind those before it, on the average."""

STRANGENESS = 3.0
"""How much wider the margin is for what each character costs beyond that: what is stranger may well be wrong."""

TYPICAL = (2, 2.2)
"""So many characters of such a cost are taken into the average, so that a reading of two characters has one too."""

GENUINE_MARGIN = 12.0
"""How much likelier a reading must be than the print as it stands, for there to be damage: `應用!A股` is none."""

UNLIKELY = 12.0
"""What the character costs at the most behind which a reading was put inside the next: 勇 in `勇?lián)`."""

STRAY_LETTER = 8.0
"""What it costs that a single letter stands between ideographs."""

LETTERED = 5.0
"""What the character behind it costs at the most where it belongs to it: `A股`."""

BEGINNING = 8.0
"""What each of the first three characters of ordinary prose costs at most, on the average."""

ORDINARY = 6.6
"""What each of the first seven costs at most."""

NOISE = 10.5
"""What each character of a clause costs at least, on the average, that is reported though no reading of it was found."""

LEAST_NOISE = 4

TORN_PRINT = 40.0
"""What `?lián)` costs as it stands: nobody prints it so."""

MISREAD = 12.0
"""What a reading costs as it stands behind a character that is not read so: `教(chù)`, of which 師 is left."""

WINDOW = 4000
"""How much of a long page is looked at at once for its own words and annotated characters."""

WORK = 250_000
"""How many characters the searches of a page may read, and six more for each of the page, up to `LONG` more; then
places are only reported. A real page takes 10,000 to 100,000, a megabyte of `?!;` would take hours without an end to it."""

LONG = 100_000

CANDIDATES = 3

LIKELIEST = 4
"""For how many of the likeliest readings it is asked whether a word was lost in them that left no sign."""

PLACE = lazy(
    rf"""
      \?(?P<torn>{SYLLABLE})\)               # 勇?lián)
    | (?<=[\u3400-\u9fff])\((?P<put>{SYLLABLE})\)(?=[\u3400-\u9fff])  # 勇(lián), of which 擔 is left
    | (?P<mark> \??[!;?](?=[!?;]?[^\s!;:?)])     # 確?!笆奈濉
              | \?[!;](?=\?) )                    # 富?!?, which read 富裕。 and a line break
    """,
    re.VERBOSE,
)

SIGNS = "?!;("
"""What each of them begins with."""

DAMAGED = lazy(r".?\??[!?;]\S{1,12}")
"""What may be damaged: no evidence of what stands elsewhere."""

ANNOTATED = lazy(rf"([\u3400-\u9fff])\(({SYLLABLE})\)")
TORN = lazy(rf"({SYLLABLE})\)")

STRAY = lazy(
    r"[\u3400-\u9fff!?;”“。、](?:[@-Z\[-`a-z{-~](?![A-Za-z0-9_])|[Ａ-Ｚａ-ｚàáèéêìíòóùúüāēěīńňōūǎǐǒǔǖǘǚǜɡ])"
)
"""A letter, or what else has an ASCII second byte, between two ideographs: `半p過半`. And one of two bytes that stands
outside a reading: `學!Ｐl生`, `社??òl放`."""

CLAUSE = lazy(r"[^\s,，。!?;！？；:：]{1,7}")
NUMBER = lazy("[０-９]{2}")

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
        if place is None or not _damaged(place):
            noise = _noise(text, hit)
            if noise:
                done = noise
                damage.append(_report(page, at, noise))
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
def plain_forms() -> Mapping[str, str]:
    """Each character that the model has otherwise than it is printed."""
    same = {chr(code): folded(chr(code)) for code in FOLDED}
    return {**simplified_characters(), **same}


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
    """What there is to know of the page, gathered once something looks damaged.

    What stands behind a suspicious mark may itself be damaged, and is no evidence.
    """
    bare = READING.sub("", text)
    plain = simplify(bare)
    changed = sum(map(ne, bare, plain))
    whole = DAMAGED.sub("\n", plain)
    annotated = {m[1]: m[2] for m in ANNOTATED.finditer(text) if fits(m[1], m[2])}
    return Page(Prose(whole), changed * 50 > len(plain), annotated, fits, plain_forms(), {}, {})


def _before(text: str, start: int, size: int = 8) -> str:
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
    return hit["mark"] is not None and _ordinary(text, hit.end())


def _ordinary(text: str, at: int) -> bool:
    """Whether what follows a mark at `at` reads like ordinary prose, so that the mark is just a mark."""
    near = text[at - 1 : at + 8]
    if "(" in near:
        near = READING.sub("", text[at - 1 : at + 30])[:8]
    clause = CLAUSE.match(near, 1)
    if clause is None:
        return near[1:2] not in "?;。、，,：；！？"
    if STRAY.search(near):
        return False
    table = simplified_characters()
    plain = "".join([table.get(char, char) for char in clause[0]])
    begin = plain_cost(plain[:3], near[0])
    if begin >= BEGINNING * min(len(plain), 3):
        return False
    return begin + plain_cost(plain[3:], plain[:3]) < ORDINARY * len(plain)


def _noise(text: str, hit: re.Match[str]) -> int:
    """Where the clause behind a mark ends if it is none that anybody wrote, though nothing else can be made of it; else 0."""
    clause = CLAUSE.match(text, hit.end())
    if hit["mark"] is None or clause is None or len(clause[0]) < LEAST_NOISE or "(" in clause[0]:
        return 0
    cost = plain_cost(simplify(clause[0]), text[hit.end() - 1])
    return clause.end() if cost >= NOISE * len(clause[0]) else 0


def _search(text: str, hit: re.Match[str], known: Page, line: str) -> tuple[_Place | None, int]:
    """What the damage at `hit` behind `line` may have read, and the work done; None if there is no way back into step."""
    start, mark = hit.start(), hit["mark"]
    search = Search(known, line, torn=not mark)
    before = Path(0.0, folded(simplify(line[-CONTEXT:])), opened=is_opened(line))
    genuine = before._replace(genuine=True)
    if mark:
        for guess in guesses(known.traditional).by_second[0xA3]:
            search.begin(before, guess, CUT_BYTES[mark[-1]])
        printed = known.prose.run(before.tail, mark)
        if STRAY.match(text, hit.end() - 1):
            behind = folded(simplify(text[hit.end() : hit.end() + 2]))
            printed += STRAY_LETTER if following(behind[:1], behind[1:]) > LETTERED else 0.0
        genuine = genuine._replace(cost=printed, tail=(before.tail + mark)[-CONTEXT:])
    else:
        for path in _torn(text, start, hit["torn"] or hit["put"], known, before):
            search.keep(path)
        genuine = genuine._replace(cost=TORN_PRINT if hit["torn"] else MISREAD)
    readings = search.run(text, hit.end(), genuine)
    if not readings:
        return None, search.work
    more: list[Reading] = []
    for reading in readings[:LIKELIEST]:
        if reading.end >= 0 and reading.cost <= readings[0].cost + 2 * MARGIN:
            behind = READING.sub("", text[reading.end : reading.end + 24])
            more += with_hidden_words(known, line, reading, behind)
    readings = sorted([*readings, *more])
    return _Place(start, readings, min((r.cost for r in readings if r.end < 0), default=1e9)), search.work


def _torn(text: str, start: int, reading: str, known: Page, path: Path) -> Iterator[Path]:
    """The paths from a character whose second byte and the next lead byte the annotator took for one of his.

    One that nobody would write there is itself what damage left: 覀 in `?!Ｎ覀?men)`, which read 。我們.
    """
    before = _before(text, start, CONTEXT + 1)
    plain = folded(simplify(before))
    if known.prose.step(plain[:-1], plain[-1:]) > UNLIKELY:
        return
    code = before[-1:].encode("gbk", "ignore")
    for guess in guesses(known.traditional).by_lead.get(code[1], ()) if len(code) == 2 else ():
        if guess.char != guess.simple and guess.second > 0x80 and fits(guess.char, reading):
            yield path._replace(pending=guess.second)


def _damaged(place: _Place) -> bool:
    """Whether the likeliest reading is none of the print, and by far the likelier: `!?` is an exclamation."""
    best = place.readings[0]
    return best.end >= 0 and place.printed - best.cost >= GENUINE_MARGIN


def _accepted(text: str, place: _Place, known: Page) -> bool:
    """Whether the likeliest reading is beyond doubt."""
    best = place.readings[0]
    return (
        _runner_up(text, place) - best.cost >= _margin(text, place, known)
        and _knowable(text, best)
        and _verified(text, place.start, best, known)
    )


def _margin(text: str, place: _Place, known: Page) -> float:
    """How much likelier than the next one the likeliest reading must be."""
    best = place.readings[0]
    if text[place.start] == "(" or TORN.match(text, place.start + 1) is not None:
        return TORN_MARGIN
    least = MARGIN if known.traditional else SIMPLIFIED_MARGIN
    before = folded(simplify(_before(text, place.start, CONTEXT)))
    behind = READING.sub("", text[best.end : best.end + 24])[:1]
    read = folded(simplify(best.text + behind))
    count, cost = TYPICAL
    each = (known.prose.run(before, read) + count * cost) / (len(read) + count)
    return least + STRANGENESS * max(each - EVERYDAY, 0.0)


def _runner_up(text: str, place: _Place) -> float:
    """The cost of the likeliest reading that would leave another text than the first."""
    best = place.readings[0]
    reach = max(reading.end for reading in place.readings)
    whole = best.text + READING.sub("", text[best.end : reach])
    for other in place.readings[1:]:
        if other.end < 0 or other.text + READING.sub("", text[other.end : reach]) != whole:
            return other.cost
    return 1e9


def _knowable(text: str, reading: Reading) -> bool:
    """Whether what is left of the print tells what was lost."""
    if "\u3000" in reading.text:
        return False  # 。—— and a word that was lost wholly print as 。 and a blank do
    if NUMBER.search(reading.text):
        return False  # a digit or a point may have been lost wholly: ７．４ prints as ７４ does
    # a digit may have been swallowed: 863 came out ?63
    return text[reading.end - 1] != "?" or simplify(text[reading.end : reading.end + 1]) not in COUNTED


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
