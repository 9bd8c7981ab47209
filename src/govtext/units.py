"""Units: what stands behind a number, what it measures, and its codes in UCUM and ISO 4217."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING

from attrs import frozen

from .lexicon import Lexicon, read_rows

if TYPE_CHECKING:
    from .mentions import TargetKind

__all__ = ["Unit", "units"]


@frozen(slots=True)
class Unit:
    """A unit of measure, a currency or a measure word (量词).

    Attributes:
        name: as printed behind a number, without 万 and 亿.
        kind: the kind of target that it makes of a number.
        dimension: what is measured, such as area, power or currency.
        ucum: its code in UCUM, the Unified Code for Units of Measure (https://ucum.org), or None.
        currency: its ISO 4217 code, or None.
        form: how a mention writes it: 港币 and 港元 are both 港元; the name where nothing is given.
        digits_only: whether it counts only behind Arabic digits or a longer numeral; 两头 and 三层 are no amounts.
        part: whether it is a fraction that only stands behind its whole, such as 角 behind 元.

    >>> units()["平方公里"].ucum, units()["港币"].currency
    ('km2', 'HKD')
    """

    name: str
    kind: TargetKind
    dimension: str
    ucum: str | None = None
    currency: str | None = None
    form: str = ""
    digits_only: bool = False
    part: bool = False

    def __attrs_post_init__(self) -> None:
        if not self.form:
            object.__setattr__(self, "form", self.name)


@cache
def units() -> Lexicon[Unit]:
    """All units of `data/units.tsv`, read on first use; extend them with `|`."""
    table: dict[str, Unit] = {}
    for name, kind, dimension, ucum, currency, form, use in read_rows("units"):
        table[name] = Unit(
            name=name,
            kind=kind,  # type: ignore[arg-type]
            dimension=dimension,
            ucum=ucum or None,
            currency=currency or None,
            form=form,
            digits_only=use == "digits",
            part=use == "part",
        )
    return Lexicon(table)
