"""Tags woven into text: stretches may nest, touch and cross, and every element comes out closed in order."""

from __future__ import annotations

from html import escape
from typing import TYPE_CHECKING

from attrs import frozen

from .widths import BIDIRECTIONAL

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

__all__ = ["Stretch", "element", "safe", "weave"]

UNSHOWABLE = {
    **{code: 0x2400 + code for code in range(0x20) if chr(code) not in "\t\n\r"},
    **dict.fromkeys(range(0x7F, 0xA0), 0xFFFD),
    **dict.fromkeys(range(0xD800, 0xE000), 0xFFFD),
    **dict.fromkeys(map(ord, BIDIRECTIONAL), 0xFFFD),
    0xD: 0x240D,
}
"""Characters that HTML forbids, that a browser would obey, or that UTF-8 cannot write: shown as pictures."""


@frozen(slots=True)
class Stretch:
    """A stretch of text that gets an element of its own.

    Attributes:
        start: its first character.
        end: one past its last; where the two are the same, an empty element stands there.
        tag: the element's name.
        attributes: the element's attributes.
    """

    start: int
    end: int
    tag: str
    attributes: Mapping[str, str]


def safe(text: str) -> str:
    r"""`text` for the inside of an element or an attribute.

    >>> safe('<b>"\x00')
    '&lt;b&gt;&quot;␀'
    """
    return escape(text.translate(UNSHOWABLE))


def element(tag: str, attributes: Mapping[str, str], inner: str = "") -> str:
    """An element; `inner` is HTML already.

    >>> element("a", {"href": "#x"}, "y")
    '<a href="#x">y</a>'
    """
    told = "".join(f' {name}="{safe(value)}"' for name, value in attributes.items())
    return f"<{tag}{told}>{inner}</{tag}>"


def weave(text: str, start: int, end: int, stretches: Iterable[Stretch]) -> str:
    """The HTML of `text[start:end]` with an element around each stretch, cut to this part of the text.

    A stretch that crosses another is cut where the other ends, and goes on behind it without its `id`.

    >>> weave("abcd", 0, 4, [Stretch(0, 3, "i", {"id": "x"}), Stretch(2, 4, "b", {})])
    '<i id="x">ab<b>c</b></i><b>d</b>'
    """
    inside = [s for s in stretches if (s.start < end and s.end > start) or start <= s.start == s.end <= end]
    inside.sort(key=lambda s: (max(s.start, start), -s.end))
    pieces: list[str] = []
    stack: list[Stretch] = []
    done = start

    def close_until(position: int) -> None:
        nonlocal done
        while stack and (at := min(s.end for s in stack)) <= position:
            pieces.append(safe(text[done:at]))
            done = at
            deepest = next(i for i, s in enumerate(stack) if s.end == at)
            crossed = [s for s in stack[deepest:] if s.end > at]
            pieces.extend(f"</{s.tag}>" for s in reversed(stack[deepest:]))
            del stack[deepest:]
            for s in crossed:
                pieces.append(_opened(s, again=True))
                stack.append(s)

    for stretch in inside:
        begin = max(stretch.start, start)
        close_until(begin if stretch.end > stretch.start else begin - 1)
        pieces.append(safe(text[done:begin]))
        done = begin
        if stretch.end == stretch.start:
            pieces.append(element(stretch.tag, stretch.attributes))
            continue
        pieces.append(_opened(stretch, again=stretch.start < start))
        stack.append(Stretch(begin, min(stretch.end, end), stretch.tag, stretch.attributes))
    close_until(end)
    pieces.append(safe(text[done:end]))
    return "".join(pieces)


def _opened(stretch: Stretch, *, again: bool) -> str:
    """The start tag; `again` where the element goes on, and its id and labels have been told."""
    attributes = {n: v for n, v in stretch.attributes.items() if not (again and n in ("id", "data-label"))}
    return element(stretch.tag, attributes).removesuffix(f"</{stretch.tag}>")
