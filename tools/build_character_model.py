"""Build the word costs by which a repair judges readings: `src/govtext/data/word_costs.tsv`.

    pip install jieba==0.42.1
    python tools/build_character_model.py

The source is the dictionary of jieba (MIT): words with their counts in newspaper text. Kept are the words of one to
four ideographs that occur often enough for the file to stay under 1 MB; rare person names are left out, since a name
is no evidence that bytes were read rightly. A cost is a negative natural logarithm of a share, in steps of a quarter.
"""

from __future__ import annotations

import math
import re
from importlib.util import find_spec
from pathlib import Path

TARGET = Path(__file__).parent.parent / "src" / "govtext" / "data" / "word_costs.tsv"
IDEOGRAPHS = re.compile(r"[\u4e00-\u9fff]{1,4}")
LEAST = {1: 1, 2: 6, 3: 10, 4: 10}
"""The least count of a word that is kept, by its length: a character is kept however rare."""
PLACES = {"ns", "nt", "nz"}
LEAST_PLACE = 3
NAMES = {"nr", "nrt", "nrfg"}
LEAST_NAME = 100

HEAD = """\
# source: jieba 0.42.1, dict.txt (https://pypi.org/project/jieba/), counted by its author in newspaper text
# licence: MIT, Copyright (c) 2013 Sun Junyi
# date: 2020-01-20, the day of that release
# built by: tools/build_character_model.py
# cost: -ln of the share of the words in the text, times 4, rounded; words: those of that cost, between blanks
cost\twords
"""


def counts() -> dict[str, int]:
    """The words to keep, with their counts.

    Raises:
        SystemExit: jieba is not installed.
    """
    spec = find_spec("jieba")
    if spec is None or spec.origin is None:
        raise SystemExit("expected jieba to be installed, found none; install it with: pip install jieba==0.42.1")
    lines = Path(spec.origin).with_name("dict.txt").read_text(encoding="utf-8").splitlines()
    kept: dict[str, int] = {}
    for word, count, tag in (line.split() for line in lines if len(line.split()) == 3):
        least = LEAST_NAME if tag in NAMES else LEAST_PLACE if tag in PLACES else LEAST.get(len(word), 0)
        if IDEOGRAPHS.fullmatch(word) and (int(count) >= least or len(word) == 1):
            kept[word] = int(count)
    return kept


def main() -> None:
    """Write the table."""
    words = counts()
    total = sum(words.values())
    rows: dict[int, list[str]] = {}
    for word in sorted(words):
        rows.setdefault(round(4 * math.log(total / max(words[word], 1))), []).append(word)
    lines = [f"{cost}\t{' '.join(rows[cost])}\n" for cost in sorted(rows)]
    TARGET.write_text(HEAD + "".join(lines), encoding="utf-8")
    print(f"{TARGET.name}: {len(words)} words, {TARGET.stat().st_size} bytes")


if __name__ == "__main__":
    main()
