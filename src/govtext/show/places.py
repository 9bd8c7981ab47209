"""From the page as printed back to the cleaned text: where an edit or a damaged stretch ended up."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from typing import TYPE_CHECKING

from attrs import field, frozen

if TYPE_CHECKING:
    from ..aligned import AlignedText

__all__ = ["Places"]


@frozen(slots=True)
class Places:
    """The stretches of a text that moved, to be asked from the side of the page.

    >>> from govtext import AlignedText
    >>> page = AlignedText.of("區(qū)長").replace("pinyin", [(0, 5, "區")])
    >>> places = Places.of(page)
    >>> places.find(0, 5), places.find(5, 6)
    ((0, 1), (1, 2))
    """

    blocks: list[tuple[int, int, int, int]]
    _raw_starts: list[int] = field(repr=False)
    _raw_ends: list[int] = field(repr=False)
    _length: int

    @classmethod
    def of(cls, aligned: AlignedText) -> Places:
        """The places of a text."""
        blocks = aligned.blocks
        return cls(blocks, [b[2] for b in blocks], [b[3] for b in blocks], len(aligned.text))

    def find(self, raw_start: int, raw_end: int) -> tuple[int, int]:
        """The stretch of the cleaned text that came from `raw[raw_start:raw_end]`; empty where it was deleted."""
        first = bisect_right(self._raw_ends, raw_start)  # the first stretch that reaches beyond raw_start
        last = bisect_left(self._raw_starts, raw_end) - 1  # the last one that begins before raw_end
        start = self._before(first, raw_start)
        end = self.blocks[last][1] if last >= first else start
        if last < 0 or self._raw_ends[last] < raw_end:
            behind = self._before(last + 1, raw_end)
            end = max(end, behind)
        return min(start, self._length), min(max(start, end), self._length)

    def _before(self, index: int, raw: int) -> int:
        """The text position of `raw`, which lies at or before block `index`: inside it, or one to one ahead of it."""
        if index < len(self.blocks) and self._raw_starts[index] <= raw:
            return self.blocks[index][0]
        if index == 0:
            return raw
        _, end, _, raw_end = self.blocks[index - 1]
        return end + raw - raw_end
