"""What the notebooks share: the corpus, a Chinese font, colours that do not depend on seeing red and green."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

import matplotlib as mpl
from matplotlib import font_manager

import govtext

if TYPE_CHECKING:
    from collections.abc import Iterator

HERE = Path(__file__).parent

FONTS = (
    "Noto Sans CJK SC", "Noto Sans SC", "Source Han Sans SC", "PingFang SC", "Microsoft YaHei", "WenQuanYi Zen Hei",
    "WenQuanYi Micro Hei", "Heiti SC", "SimHei", "Arial Unicode MS",
)  # fmt: skip
"""Fonts with simplified Chinese, the first one that is installed is used."""

TONES = {"target": "#0072B2", "achieved": "#E69F00", "stated": "#BBBBBB"}
"""Aimed at, reported, stated; blue, orange and grey stay apart for every kind of sight."""


class Page(NamedTuple):
    """One page of the corpus with what its index says."""

    file: str
    published: date
    city: str
    place: str
    kind: str
    damage: str
    findings: govtext.Findings


def pages() -> Iterator[Page]:
    """The pages of the corpus, parsed, in order of publication."""
    for row in (HERE / "corpus" / "index.tsv").read_text(encoding="utf-8").splitlines()[1:]:
        file, published, *rest = row.split("\t")
        raw = (HERE / "corpus" / file).read_text(encoding="utf-8")
        city, place, kind, damage = rest
        yield Page(file, date.fromisoformat(published), city, place, kind, damage, govtext.parse(raw))


def use_chinese_font() -> str:
    """Make plots use an installed Chinese font, and say which.

    Raises:
        RuntimeError: none is installed; Chinese would come out as empty boxes.
    """
    installed = {font.name for font in font_manager.fontManager.ttflist}
    for name in FONTS:
        if name in installed:
            mpl.rcParams["font.sans-serif"] = [name, "DejaVu Sans"]
            mpl.rcParams["axes.unicode_minus"] = False
            return name
    raise RuntimeError(
        f"expected a font with Chinese, one of {', '.join(FONTS)}, found none; on Debian and Ubuntu run: "
        "apt-get install fonts-noto-cjk"
    )
