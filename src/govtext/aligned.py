"""Text that remembers its source: the one way in which cleaning changes a page.

A replacement is recorded where it is made, so nothing is ever recovered by comparing texts afterwards. What one
replacement writes maps, all of it, to all of what it replaces: `區(qū)` → `区` maps 区 to four printed characters.
One-to-one substitutions (traditional to simplified, width folding) move nothing and cost no more than a
`str.translate`: the two characters stand at the two ends of the alignment.
"""

from __future__ import annotations

from array import array
from bisect import bisect_right
from typing import TYPE_CHECKING, NamedTuple

from attrs import field, frozen

from .errors import EditError, InputTypeError
from .spans import Span

if TYPE_CHECKING:
    from collections.abc import Iterable

__all__ = ["AlignedText", "Candidate", "Damage", "Edit"]


@frozen(slots=True)
class Edit:
    """One recorded change: what a cleaning step replaced, and where.

    Attributes:
        step: the name of the cleaning step, such as `pinyin`.
        raw_start: first character of the page as printed that the change concerns.
        raw_end: one past the last.
        before: what stood there when the step met it.
        after: what the step wrote.
    """

    step: str
    raw_start: int
    raw_end: int
    before: str
    after: str


@frozen(slots=True)
class Candidate:
    """A possible original of a damaged stretch, with its score (higher is likelier; natural logarithm)."""

    text: str
    score: float


@frozen(slots=True)
class Damage:
    """Damage that was seen and could not be restored with confidence.

    Attributes:
        kind: what sort of damage, such as `gbk`.
        raw_start: first damaged character of the page as printed.
        raw_end: one past the last.
        printed: what stands there.
        candidates: the likeliest originals, best first; empty where none was found.
    """

    kind: str
    raw_start: int
    raw_end: int
    printed: str
    candidates: tuple[Candidate, ...] = ()


class _Blocks(NamedTuple):
    """The replaced stretches, in order: text range and raw range of each. Between blocks characters map one to one."""

    start: array[int]
    end: array[int]
    raw_start: array[int]
    raw_end: array[int]

    @classmethod
    def none(cls) -> _Blocks:
        """A table without blocks, to add to."""
        return cls(array("i"), array("i"), array("i"), array("i"))

    def add(self, start: int, end: int, raw_start: int, raw_end: int) -> None:
        self.start.append(start)
        self.end.append(end)
        self.raw_start.append(raw_start)
        self.raw_end.append(raw_end)

    def raw_range(self, position: int) -> tuple[int, int]:
        """The raw range of the character at `position`, or of the gap there."""
        i = bisect_right(self.start, position) - 1
        if i < 0:
            return position, position + 1
        if position < self.end[i]:
            return self.raw_start[i], self.raw_end[i]
        raw = self.raw_end[i] + position - self.end[i]
        return raw, raw + 1


@frozen(slots=True)
class AlignedText:
    """A cleaned text over the page it came from.

    Make one with `AlignedText.of(raw)`; change it with `replace` and `substitute`, which return new values.

    Attributes:
        raw: the page as printed.
        text: the cleaned text.
        damage: what was seen and could not be restored, in the order of the page.

    >>> page = AlignedText.of("區(qū)長(zhǎng)說")
    >>> clean = page.replace("pinyin", [(0, 5, "區"), (5, 13, "長")]).substitute("区长说")
    >>> clean.span(0, 2)
    Span(start=0, end=2, raw_start=0, raw_end=13)
    >>> [edit.after for edit in clean.edits]
    ['區', '長']
    """

    raw: str
    text: str
    damage: tuple[Damage, ...] = ()
    _blocks: _Blocks = field(factory=_Blocks.none, repr=False, eq=False)
    _edits: tuple[tuple[str, int, int, str, str], ...] = field(default=(), repr=False)

    @classmethod
    def of(cls, raw: str) -> AlignedText:
        """A page before any cleaning: every character maps to itself.

        Raises:
            InputTypeError: `raw` is not a `str`.
        """
        if not isinstance(raw, str):
            raise InputTypeError.for_text(raw)
        return cls(raw, raw)

    @classmethod
    def restore(
        cls,
        raw: str,
        text: str,
        blocks: Iterable[tuple[int, int, int, int]],
        edits: Iterable[Edit],
        damage: Iterable[Damage],
    ) -> AlignedText:
        """An aligned text put together from its parts, as `blocks` and the attributes give them."""
        table = _Blocks.none()
        for block in blocks:
            table.add(*block)
        told = tuple((e.step, e.raw_start, e.raw_end, e.before, e.after) for e in edits)
        return cls(raw, text, tuple(damage), table, told)

    @property
    def blocks(self) -> list[tuple[int, int, int, int]]:
        """The stretches that moved, in order: text start and end, raw start and end; between them one to one."""
        b = self._blocks
        return list(zip(b.start, b.end, b.raw_start, b.raw_end, strict=True))

    @property
    def edits(self) -> tuple[Edit, ...]:
        """Every recorded change, step by step, each in the order of the page."""
        return tuple(Edit(*edit) for edit in self._edits)

    def replace(self, step: str, replacements: Iterable[tuple[int, int, str]]) -> AlignedText:
        """The text with stretches of it replaced, and each change recorded.

        Args:
            step: the name of the cleaning step, for the record.
            replacements: `(start, end, new)` in the current text: in order, not overlapping, each stretch at
                least one character long. An empty `new` deletes.

        Raises:
            EditError: the replacements are not so.
        """
        made = tuple(replacements)
        if not made:
            return self
        old, new, text = self._blocks, _Blocks.none(), self.text
        pieces: list[str] = []
        edits = list(self._edits)
        i, count = 0, len(old.start)
        cut = 0  # how far into the text the current old block has been used up
        done, shift = 0, 0
        for start, end, after in made:
            if not done <= start < end <= len(text):
                raise _edit_error(step, start, end, done, len(text))
            before = text[start:end]
            pieces += (text[done:start], after)
            while i < count and old.end[i] <= start:
                if old.end[i] > cut or old.start[i] == old.end[i]:
                    new.add(
                        max(old.start[i], cut) + shift, old.end[i] + shift, old.raw_start[i], old.raw_end[i]
                    )
                i += 1
            if i < count and max(old.start[i], cut) < start:
                new.add(max(old.start[i], cut) + shift, start + shift, old.raw_start[i], old.raw_end[i])
            raw_start, raw_end = old.raw_range(start)[0], old.raw_range(end - 1)[1]
            while i < count and old.end[i] <= end and old.start[i] < end:
                i += 1
            new.add(start + shift, start + shift + len(after), raw_start, raw_end)
            edits.append((step, raw_start, raw_end, before, after))
            shift += len(after) - (end - start)
            done = cut = end
        pieces.append(text[done:])
        for j in range(i, count):
            new.add(max(old.start[j], cut) + shift, old.end[j] + shift, old.raw_start[j], old.raw_end[j])
        return AlignedText(self.raw, "".join(pieces), self.damage, new, tuple(edits))

    def substitute(self, text: str) -> AlignedText:
        """The text with characters changed one to one, as by `str.translate`; nothing moves, nothing is recorded.

        Raises:
            EditError: `text` has another length.
        """
        if len(text) != len(self.text):
            raise EditError(
                f"expected a text of {len(self.text)} characters, one for each, got {len(text)}; "
                "use replace() for what changes length"
            )
        if text == self.text:
            return self
        return AlignedText(self.raw, text, self.damage, self._blocks, self._edits)

    def report(self, damage: Iterable[Damage]) -> AlignedText:
        """The same text with more damage on record that could not be restored."""
        found = tuple(damage)
        if not found:
            return self
        every = tuple(sorted((*self.damage, *found), key=lambda d: (d.raw_start, d.raw_end)))
        return AlignedText(self.raw, self.text, every, self._blocks, self._edits)

    def span(self, start: int, end: int) -> Span:
        """The stretch `start:end` of the text with its place in the page as printed.

        >>> AlignedText.of("區(qū)長").replace("pinyin", [(0, 5, "區")]).span(0, 2)
        Span(start=0, end=2, raw_start=0, raw_end=6)
        """
        end = max(start, end)
        blocks = self._blocks
        if not blocks.start:  # nothing moved
            return Span(start, end, start, end)
        raw_start = blocks.raw_range(start)[0]
        return Span(start, end, raw_start, blocks.raw_range(end - 1)[1] if end > start else raw_start)


def _edit_error(step: str, start: int, end: int, done: int, length: int) -> EditError:
    wrong = (
        "in order and not overlapping"
        if 0 <= start < done
        else "of at least one character"
        if end <= start
        else f"within the text of {length} characters"
    )
    return EditError(
        f"step {step}: expected replacements {wrong}, got {start}:{end}; sort them, merge those that touch the same characters"
    )
