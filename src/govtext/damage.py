"""GBK byte damage: what happens to a page, forwards.

The pages went from simplified to traditional character by character, to GBK bytes, through byte-wise string
replacement that did not respect character borders, and back to text through a decoder that loses what it cannot
read. `simulate` does the same to any text and tells what became of each character, so that a repair can be checked
against it and a pipeline be tested with it. The process is deterministic; which one a page met, `Process` says.

In GBK (https://encoding.spec.whatwg.org/#gbk) a character is one ASCII byte, or a lead byte 81-FE and a second byte
40-7E or 80-FE. Not every such pair is assigned: `AECB` is not.

>>> simulate("确保“十四五”开好局", Process(annotated={"開": "kāi"})).text
'確?!笆奈濉遍_(kāi)好局'
>>> simulate("一危”等重点车辆", Process(lone="")).text
'一!钡戎攸c車輛'
>>> simulate("在靶向对接”上下功夫，力争", Process(annotated={"驅": "qū"})).text
'在靶向?qū)印鄙舷鹿Ψ?力爭'
"""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING, Literal, NamedTuple

from attrs import Factory, frozen

from .script import simplified_characters, traditional_characters

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

__all__ = ["HALF_WIDTH", "Printed", "Process", "gbk_pair", "printed_forms", "simulate"]

CUT_MARKS = "！？；"
"""The marks whose bytes (A3A1, A3BF, A3BB) were replaced wherever they stood, across a border too."""

HALF_WIDTH: dict[str, str] = {char: chr(ord(char) - 0xFEE0) for char in "！？；，：（）％"}
"""Punctuation that these pages print in half width; 。、“”《》 stay as they are."""

STAYING = frozenset("干并游后于范筑余杰采托征里志松制系只台云谷斗舍丑向占升布回困面表克朱秘症沖")
"""Characters that the pages leave as they are, though a careful conversion would not: `于`, `干凈`, `采取`."""

COMMON_FORMS: dict[str, str] = {
    "为": "為", "众": "眾", "群": "群", "启": "啟", "净": "凈", "签": "簽", "冲": "沖", "鉴": "鑒", "冢": "塚", "吃": "吃",
    "线": "線", "说": "說", "着": "著", "峰": "峰", "床": "床", "核": "核", "污": "污", "泄": "泄", "台": "臺", "脉": "脈",
    "据": "據", "悦": "悅", "柜": "櫃", "雇": "雇", "岩": "岩", "参": "參", "咨": "咨", "凶": "凶", "哗": "嘩", "炼": "煉",
    "艳": "艷", "闲": "閑", "烟": "煙", "唇": "唇", "迹": "跡", "针": "針", "绷": "繃", "叹": "嘆", "伪": "偽", "钩": "鉤",
}  # fmt: skip
"""Where the pages print another traditional form than OpenCC's first: `為`, not `爲`."""


@frozen
class Process:
    """One way in which a page was damaged; each field is a variant that was seen.

    Attributes:
        annotated: each printed character that the annotator knows, to its reading, such as `{"開": "kāi"}`.
        lone: what the decoder prints for a lead byte that lost its second byte: `?`, or nothing.
        swallows: whether a lead byte before an ASCII character takes it along, and both are printed `?`
            (`功夫,力爭` as `Ψ?力爭`). Otherwise the lead byte is a lone one and the ASCII character stays.
        borders: marks, beside those cut, before which the stream always comes back into step: `，。` on some pages.
        cut: the full-width marks that the byte-wise replacement looked for.
        traditional: whether the text is converted to traditional characters first.
        half_width: whether punctuation is printed in half width.
    """

    annotated: Mapping[str, str] = Factory(dict[str, str])
    lone: Literal["", "?"] = "?"
    swallows: bool = True
    borders: str = ""
    cut: str = CUT_MARKS
    traditional: bool = True
    half_width: bool = True


@frozen
class Printed:
    """A text as a damaged page prints it.

    Attributes:
        original: the text before.
        text: the text as printed.
        places: for each character of `original`, the start and end of what is printed of it in `text`, its reading
            included; the two are equal where nothing is. Neighbours share a character that holds bytes of both.
        damaged: for each character of `original`, whether its bytes were torn apart or lost.
    """

    original: str
    text: str
    places: tuple[tuple[int, int], ...]
    damaged: tuple[bool, ...]

    def stretches(self) -> list[tuple[int, int, int, int]]:
        """The damaged runs: start and end in `original`, start and end in `text`.

        >>> simulate("确保“双过半”。", Process()).stretches()
        [(1, 4, 1, 5)]
        """
        found: list[tuple[int, int, int, int]] = []
        start = -1
        for i, torn in enumerate((*self.damaged, False)):
            if torn and start < 0:
                start = i
            elif not torn and start >= 0:
                found.append((start, i, self.places[start][0], max(end for _, end in self.places[start:i])))
                start = -1
        return found


class _Piece(NamedTuple):
    """A part of the stream: a byte, or text that no byte can be joined to (`byte` is then -1)."""

    byte: int
    owner: int
    text: str = ""


@cache
def gbk_pair(lead: int, second: int) -> str:
    """The character of a pair of GBK bytes; empty where the pair is unassigned or no pair.

    >>> gbk_pair(0xB1, 0xA3), gbk_pair(0xAE, 0xCB)
    ('保', '')
    """
    char = bytes((lead, second)).decode("gbk", "ignore")
    return char if len(char) == 1 and ord(char) > 0x7F else ""


@cache
def _rendering() -> dict[str, str]:
    """Each simplified character that the pages print otherwise, to the form they print."""
    table = {key: value for key, value in traditional_characters().items() if key not in STAYING}
    return {key: value for key, value in {**table, **COMMON_FORMS}.items() if key != value}


@cache
def _all_forms() -> dict[str, tuple[str, ...]]:
    """Each simplified character to all traditional characters that it stands for."""
    forms: dict[str, tuple[str, ...]] = {}
    for form, char in simplified_characters().items():
        forms[char] = (*forms.get(char, ()), form)
    return forms


def printed_forms(char: str) -> tuple[str, ...]:
    """What a traditional page may print for a simplified character, the likeliest first.

    >>> printed_forms("为"), printed_forms("保"), printed_forms("干")[0]
    (('為', '爲'), ('保',), '干')
    """
    likeliest = _rendering().get(char, char)
    others = _all_forms().get(char, ())
    kept = (char,) if char not in traditional_characters() else ()
    return tuple(dict.fromkeys((likeliest, *others, *kept)))


def simulate(text: str, process: Process) -> Printed:
    """The text as a page prints it that met `process`.

    Nothing in it is random: draw the process, or the set of annotated characters, from a seeded generator of your
    own. A character that GBK lacks is printed `?`, as a no-break space was.

    >>> simulate("在当地。三是", Process({"數": "shù"}, lone="", borders="，。")).text
    '在當?shù)。三是'
    """
    stream = _cut(_bytes(text, process), process)
    stream = _borders(stream, text, process)
    if process.annotated:
        stream = _annotate(stream, process.annotated)
    return _decode(text, stream, process)


def _bytes(text: str, process: Process) -> list[_Piece]:
    """The bytes of the page, each with the index of the character it belongs to."""
    table = _rendering() if process.traditional else {}
    stream: list[_Piece] = []
    for owner, char in enumerate(text):
        printed = table.get(char, char)
        if process.half_width and printed not in process.cut:
            printed = HALF_WIDTH.get(printed, printed)
        code = printed.encode("gbk", "replace")
        stream += (_Piece(byte, owner) for byte in code)
    return stream


def _cut(stream: list[_Piece], process: Process) -> list[_Piece]:
    """The stream after the marks were replaced wherever their bytes stood: `保“` loses A3 and A1."""
    marks = {
        mark.encode("gbk"): HALF_WIDTH.get(mark, mark) if process.half_width else mark for mark in process.cut
    }
    found: list[_Piece] = []
    i = 0
    while i < len(stream):
        here = stream[i]
        mark = marks.get(bytes((here.byte, stream[i + 1].byte))) if i + 1 < len(stream) else None
        if mark is None:
            found.append(here)
            i += 1
        else:
            second = stream[i + 1].owner
            if here.owner != second:  # both characters have lost a byte to the mark
                found.append(_Piece(-1, here.owner))
            found.append(_Piece(-1, second, mark))
            i += 2
    return found


def _borders(stream: list[_Piece], text: str, process: Process) -> list[_Piece]:
    """The stream with the border marks that are still whole taken out of the bytes."""
    if not process.borders:
        return stream
    found: list[_Piece] = []
    for i, piece in enumerate(stream):
        char = text[piece.owner]
        if piece.byte < 0 or char not in process.borders:
            found.append(piece)
            continue
        size = sum(other.owner == piece.owner and other.byte >= 0 for other in stream[max(i - 1, 0) : i + 2])
        printed = HALF_WIDTH.get(char, char) if process.half_width else char
        whole = size == len(printed.encode("gbk"))
        first = i == 0 or stream[i - 1].owner != piece.owner
        if not whole:
            found.append(piece)
        elif first:
            found.append(_Piece(-1, piece.owner, printed))
    return found


def _annotate(stream: list[_Piece], annotated: Mapping[str, str]) -> list[_Piece]:
    """The stream with a reading behind the bytes of each annotated character, wherever they stand."""
    readings = {char.encode("gbk", "replace"): reading for char, reading in annotated.items()}
    found: list[_Piece] = []
    i = 0
    while i < len(stream):
        here = stream[i]
        found.append(here)
        i += 1
        if here.byte < 0x81 or i == len(stream) or stream[i].byte < 0x40:
            continue
        reading = readings.get(bytes((here.byte, stream[i].byte)))
        if reading is not None:
            owner = stream[i].owner
            found += (stream[i], _Piece(0x28, owner), _Piece(-1, owner, f"{reading})"))
            i += 1
    return found


def _decode(text: str, stream: Sequence[_Piece], process: Process) -> Printed:  # noqa: C901 - one step a byte
    """What the lossy decoder prints of the stream, and of each character."""
    pieces: list[str] = []
    length = 0
    starts, ends = [-1] * len(text), [-1] * len(text)
    damaged = [False] * len(text)

    def put(printed: str, *owners: int) -> None:
        nonlocal length
        for owner in owners:
            if starts[owner] < 0:
                starts[owner] = length
            ends[owner] = length + len(printed)
        pieces.append(printed)
        length += len(printed)

    i = 0
    while i < len(stream):
        byte, owner, literal = stream[i]
        following = stream[i + 1] if i + 1 < len(stream) else _Piece(-1, owner)
        i += 1
        if byte < 0:
            if not literal:
                damaged[owner] = damaged[following.owner] = True
            put(literal, owner)
        elif byte < 0x80:
            put(chr(byte), owner)
        elif byte == 0x80 or following.byte < 0 or (following.byte < 0x40 and not process.swallows):
            damaged[owner] = True
            put(process.lone, owner)
        else:
            i += 1
            valid = following.byte >= 0x40 and following.byte != 0x7F
            char = gbk_pair(byte, following.byte) if valid else "?"
            if owner != following.owner or not valid:
                damaged[owner] = damaged[following.owner] = True
            if char:
                put(char, owner, following.owner)
    done = 0
    for owner, start in enumerate(starts):
        if start < 0:
            starts[owner] = ends[owner] = done
        done = max(done, ends[owner])
    return Printed(text, "".join(pieces), tuple(zip(starts, ends, strict=True)), tuple(damaged))
