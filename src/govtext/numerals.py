"""Numerals: every way in which this prose writes a number, as exact decimals."""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal

from attrs import frozen

if TYPE_CHECKING:
    from collections.abc import Iterator
    from decimal import Decimal

__all__ = ["Numeral", "find"]


@frozen(slots=True)
class Numeral:
    """A numeral in a text, without its unit."""

    start: int
    end: int
    amount: Decimal | None
    amount_max: Decimal | None = None
    comparator: Literal["=", ">=", ">", "<=", "<", "~"] = "="
    redacted: bool = False


def find(text: str) -> Iterator[Numeral]:
    """Every numeral of a text, left to right, without units."""
    yield from ()
