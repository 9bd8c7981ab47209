"""A bar on the terminal while work is long; nothing where the error stream is no terminal."""

from __future__ import annotations

import time
from typing import TYPE_CHECKING

from attrs import define, field

if TYPE_CHECKING:
    from collections.abc import Callable
    from typing import TextIO

__all__ = ["Progress"]

PATIENCE = 1.0
"""Seconds before the bar appears: shorter work needs none."""

INTERVAL = 0.2
"""Seconds between two drawings."""

WIDTH = 24


@define(slots=True)
class Progress:
    """Draws how far the work has come.

    Attributes:
        stream: where to draw; nothing is drawn unless it is a terminal.
        total: bytes of all the work, or None where it is unknown.
        clock: gives seconds.
    """

    stream: TextIO
    total: int | None
    clock: Callable[[], float] = time.monotonic
    _begun: float = field(init=False)
    _drawn: float | None = field(init=False, default=None)
    _pages: int = field(init=False, default=0)
    _bytes: int = field(init=False, default=0)

    def __attrs_post_init__(self) -> None:
        self._begun = self.clock()

    def advance(self, size: int) -> None:
        """One more page of `size` bytes is done."""
        self._pages += 1
        self._bytes += size
        now = self.clock()
        finished = self.total is not None and self._bytes >= self.total
        if finished or now - self._begun < PATIENCE or not self.stream.isatty():
            return
        if self._drawn is None or now - self._drawn >= INTERVAL:
            self._drawn = now
            self.stream.write(f"\r{self._line(now - self._begun)}\x1b[K")
            self.stream.flush()

    def clear(self) -> None:
        """Takes the bar away."""
        if self._drawn is not None:
            self.stream.write("\r\x1b[K")
            self.stream.flush()
            self._drawn = None

    def _line(self, seconds: float) -> str:
        told = f"{self._pages} page{'s' * (self._pages > 1)}, {self._pages / seconds:.0f} a second"
        if not self.total:
            return told
        share = min(self._bytes / self.total, 1.0)
        bar = ("#" * round(share * WIDTH)).ljust(WIDTH, ".")
        left = seconds / share - seconds if share else 0.0
        return f"[{bar}] {share:4.0%}  {told}, {left:.0f} s left"
