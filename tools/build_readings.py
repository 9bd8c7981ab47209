"""Build the readings of annotated characters: `src/govtext/data/readings.tsv`.

    pip install pypinyin==0.55.0
    PYTHONPATH=src python tools/build_readings.py

The source is pypinyin's dictionary (MIT). Kept are the characters that an annotator of traditional pages marks: those
that differ from their simplified form, are in GBK, and are not too rare.
"""

from __future__ import annotations

from pathlib import Path

from govtext.damage import printed_forms
from govtext.likelihood import commonest

TARGET = Path(__file__).parent.parent / "src" / "govtext" / "data" / "readings.tsv"
COMMON = 6000
"""How many of the characters of the model are looked up, the commonest."""

HEAD = """\
# source: pypinyin 0.55.0, pinyin_dict (https://pypi.org/project/pypinyin/)
# licence: MIT, Copyright (c) 2016 mozillazg
# date: 2025-07-20, the day of that release
# built by: tools/build_readings.py
# character: a traditional form that differs from the simplified one; readings: all of it, between blanks
character\treadings
"""


def main() -> None:
    """Write the table."""
    from pypinyin.pinyin_dict import pinyin_dict  # noqa: PLC0415

    kept = {
        form
        for char in commonest()[:COMMON]
        for form in printed_forms(char)
        if form != char and len(form.encode("gbk", "ignore")) == 2
    }
    rows = [
        f"{char}\t{' '.join(pinyin_dict[ord(char)].split(','))}\n"
        for char in sorted(kept)
        if ord(char) in pinyin_dict
    ]
    TARGET.write_text(HEAD + "".join(rows), encoding="utf-8")
    print(f"{TARGET.name}: {len(rows)} characters, {TARGET.stat().st_size} bytes")


if __name__ == "__main__":
    main()
