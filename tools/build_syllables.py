"""Rebuild src/govtext/data/syllables.tsv: the toneless readings of the characters that pages annotate.

Source: the single-character table of the PyPI package pypinyin (MIT), itself from Unihan's kMandarin and the
GB dictionaries. Needs: pip install pypinyin. Run: python tools/build_syllables.py
"""

from __future__ import annotations

import datetime
import unicodedata
from importlib import import_module
from importlib.metadata import version
from pathlib import Path

TARGET = Path(__file__).parents[1] / "src/govtext/data/syllables.tsv"


def toneless(reading: str) -> str:
    """The syllable without its tone mark; ü is written v.

    >>> toneless("lǜ"), toneless("qū")
    ('lv', 'qu')
    """
    marked = unicodedata.normalize("NFD", reading.replace("ɡ", "g"))
    plain = "".join(c for c in marked if not unicodedata.combining(c) or c == "\u0308")
    return unicodedata.normalize("NFC", plain).replace("ü", "v")


def in_gbk(char: str) -> bool:
    """Whether GBK can write the character: pages of this kind were GBK once."""
    try:
        char.encode("gbk")
    except UnicodeEncodeError:
        return False
    return True


def main() -> None:
    """Write the table."""
    table: dict[int, str] = import_module("pypinyin.pinyin_dict").pinyin_dict
    by_syllable: dict[str, list[str]] = {}
    for code, readings in sorted(table.items()):
        if in_gbk(chr(code)):
            for syllable in sorted({toneless(reading) for reading in readings.split(",")}):
                if syllable.isascii() and syllable.isalpha():
                    by_syllable.setdefault(syllable, []).append(chr(code))
    lines = [
        "# Toneless Mandarin readings, ü written v, of the characters of GBK; one row a syllable.",
        f"# source: pypinyin {version('pypinyin')}, module pinyin_dict, by tools/build_syllables.py",
        "# licence: MIT (Copyright (c) 2016 mozillazg and contributors)",
        f"# date: {datetime.datetime.now(tz=datetime.timezone.utc).date().isoformat()}",
        "syllable\tcharacters",
        *(f"{syllable}\t{''.join(chars)}" for syllable, chars in sorted(by_syllable.items())),
    ]
    TARGET.write_text("\n".join(lines) + "\n", encoding="utf-8")
    print(f"{TARGET.name}: {len(by_syllable)} syllables, {TARGET.stat().st_size} bytes")


if __name__ == "__main__":
    main()
