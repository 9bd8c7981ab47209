"""Whole stretches read in the wrong encoding, where that reverses exactly.

UTF-8 read as GBK (`鈥滃崄浜斾簲鈥`), UTF-8 read as Windows-1252 (`ä¸­å›½`) and GBK read as Latin-1 (`¡°Ê®ËÄÎå¡±`). The
bytes are all there, but for those that the wrong decoder could not read and dropped or printed `\ufffd` or `?`; what
stands around such a byte stays as printed and is reported.

>>> from govtext.aligned import AlignedText
>>> encodings(AlignedText.of("鈥滃崄浜斾簲鈥濇椂鏈�")).text
'“十五五”时鏈�'
"""

from __future__ import annotations

from typing import TYPE_CHECKING
from unicodedata import category

from ..aligned import Damage
from ..patterns import lazy

if TYPE_CHECKING:
    from collections.abc import Iterator

    from ..aligned import AlignedText

__all__ = ["encodings"]

SEEN_IN_GBK = ("锛", "銆", "鈥", "鐨", "涓", "瀹", "鍙")
"""First halves of `，：（`, `。、`, `“”`, `的` and of common ideographs, when UTF-8 is read as GBK."""

WRONG_GBK = lazy("[锛銆鈥鐨涓瀹鍙鍦鍏鍒浜鏄绋寮鎴闂瑕鏈€缁]")

SEEN_IN_WESTERN = ("ä", "å", "æ", "ç", "è", "é", "ï¼")
SEEN_IN_LATIN = ("£¬", "¡£", "µÄ", "¡¢", "¡°")

WESTERN = lazy(
    "[\u0080-\u00ff\u0152\u0153\u0160\u0161\u0178\u017d\u017e\u0192\u02c6\u02dc\u2013-\u2022\u2026\u2030\u2039\u203a\u20ac\u2122]{4,}"
)
"""Runs of what Windows-1252 makes of bytes from 80 up."""

DENSITY = 0.08
"""The share of a line's characters that must be telling; ordinary prose has next to none of them."""

TELLING = lazy(f"[{''.join((*SEEN_IN_GBK, *SEEN_IN_WESTERN, *SEEN_IN_LATIN))}]")
"""A first look for any of them."""

UNLIKELY = frozenset({"Cn", "Cc", "Zs"})
"""What prose does not hold: unassigned characters, controls, odd blanks."""

LEAST = 2
"""How many characters a stretch must read as to be taken."""


def encodings(page: AlignedText) -> AlignedText:
    r"""The page with what was read in the wrong encoding read in the right one.

    >>> from govtext.aligned import AlignedText
    >>> encodings(AlignedText.of("“十五”时期，".encode().decode("gbk", "replace"))).text
    '“十五”时期，'
    >>> encodings(AlignedText.of("“十五”时期，".encode("gbk").decode("latin-1"))).text
    '“十五”时期，'
    """
    text = page.text
    if TELLING.search(text) is None:
        return page
    replacements: list[tuple[int, int, str]] = []
    damage: list[Damage] = []
    if any(sign in text for sign in SEEN_IN_GBK):
        for start, end in _lines(text):
            stretches = list(_utf8_in_gbk(text, start, end))
            if 2 * sum(high - low for low, high, read in stretches if read) < end - start:
                continue  # 涓涓细流 is Chinese
            for low, high, read in stretches:
                if read is None:
                    span = page.span(low, high)
                    damage.append(Damage("encoding", span.raw_start, span.raw_end, text[low:high]))
                else:
                    replacements.append((low, high, read))
    elif any(sign in text for sign in SEEN_IN_WESTERN) or any(sign in text for sign in SEEN_IN_LATIN):
        replacements += _western(text)
    return page.replace("encodings", replacements).report(damage)


def _lines(text: str) -> Iterator[tuple[int, int]]:
    """The lines that hold enough telling characters."""
    start = 0
    for line in text.split("\n"):
        telling = len(WRONG_GBK.findall(line))
        if telling >= LEAST and telling >= DENSITY * len(line):
            yield start, start + len(line)
        start += len(line) + 1


def _utf8_in_gbk(text: str, start: int, end: int) -> Iterator[tuple[int, int, str | None]]:
    """The stretches of a line, each with what it reads as in UTF-8; None for what does not reverse."""
    codes: list[int] = []
    owners: list[int] = []
    for at in range(start, end):
        char = text[at]
        if char in "\ufffd€":  # 80 begins no pair of GBK; before ASCII or the end any lead byte was lost so
            code = b"\x80" if char == "€" or text[at + 1 : at + 2] > "\x7f" else b"\xff"
        else:
            code = char.encode("gbk", "ignore") or char.encode("gb18030", "ignore")
        codes += code
        owners += [at] * len(code)
    data = bytes(codes)
    good: list[tuple[int, int, str]] = []  # byte ranges that are one UTF-8 character each
    bad: set[int] = set()
    at = 0
    while at < len(data):
        lead = data[at]
        size = 1 if lead < 0x80 else 2 if 0xC2 <= lead < 0xE0 else 3 if 0xE0 <= lead < 0xF0 else 0
        char = data[at : at + size].decode("utf-8", "ignore") if size else ""
        if len(char) == 1 and (category(char) not in UNLIKELY or char in "\u3000 "):
            good.append((at, at + size, char))
            at += size
        else:
            bad.add(owners[at])
            at += 1
    yield from _stretches(good, owners, bad, start, end)


def _stretches(
    good: list[tuple[int, int, str]], owners: list[int], bad: set[int], start: int, end: int
) -> Iterator[tuple[int, int, str | None]]:
    """Runs of good characters whose ends are ends of printed characters too, and what lies between."""
    done = start
    for parted in _runs(good, owners, bad):
        run = _within_characters(parted, owners)
        if sum(ord(char) > 0x7F for _, _, char in run) < LEAST:
            continue
        low, high = owners[run[0][0]], owners[run[-1][1] - 1] + 1
        if low > done:
            yield done, low, None
        yield low, high, "".join(char for _, _, char in run)
        done = high
    if done > start and done < end:
        yield done, end, None


def _runs(
    good: list[tuple[int, int, str]], owners: list[int], bad: set[int]
) -> Iterator[list[tuple[int, int, str]]]:
    """The good characters, parted where bytes are missing between them or belong to a bad character."""
    run: list[tuple[int, int, str]] = []
    for item in good:
        if run and (item[0] != run[-1][1] or owners[item[0]] in bad):
            yield run
            run = []
        run.append(item)
    if run:
        yield run


def _within_characters(run: list[tuple[int, int, str]], owners: list[int]) -> list[tuple[int, int, str]]:
    """The run, cut back to where printed characters begin and end."""
    first, last = 0, len(run)
    while first < last and run[first][0] and owners[run[first][0] - 1] == owners[run[first][0]]:
        first += 1
    while (
        last > first
        and run[last - 1][1] < len(owners)
        and owners[run[last - 1][1] - 1] == owners[run[last - 1][1]]
    ):
        last -= 1
    return run[first:last]


def _western(text: str) -> Iterator[tuple[int, int, str]]:
    """Runs of Western letters that are UTF-8 or GBK, all of them."""
    for found in WESTERN.finditer(text):
        data = b"".join(_western_byte(char) for char in found[0])
        for name in ("utf-8", "gbk"):
            try:
                read = data.decode(name)
            except UnicodeDecodeError:
                continue
            if sum("\u3000" <= char <= "\u9fff" or char in "“”…—·，：（）；" for char in read) == len(read):
                yield found.start(), found.end(), read
                break


def _western_byte(char: str) -> bytes:
    return char.encode("latin-1", "ignore") or char.encode("cp1252", "ignore")
