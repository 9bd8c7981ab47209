"""Quantities: numerals with their unit and their bounds, before anything is known of what they measure.

Used by `targets` alone. What looks like an amount and is none is left out by what stands right beside the number
(`target_exclusions`); what needs no unit is read in `target_unitless`.
"""

from __future__ import annotations

from decimal import Decimal
from typing import TYPE_CHECKING

from attrs import field, frozen

from ..numerals import scan
from ..patterns import lazy
from ..units import Unit, units
from .target_bounds import BACK, Quantity, Sight, goes_on, quantity
from .target_exclusions import (
    YEAR,
    counts,
    is_counter,
    is_word,
    labels,
    shorthand_stretches,
    stands_in_a_code,
)
from .target_unitless import (
    RANK_SIGNS,
    digits_of_growth,
    first_places,
    rank,
    ranks_here,
    without_digits,
    without_unit,
)

if TYPE_CHECKING:
    import re
    from collections.abc import Iterator

    from ..lexicon import Lexicon
    from ..numerals import Token

__all__ = ["Quantity", "QuantityReader"]

BLANKS = (" ", "\u3000")
CALENDAR = frozenset("年月日")
WAITING = 8
"""How many numbers without a unit a list may hold before the one that has it."""
LIST_SIGN = lazy(r"[ ]?(?:[、和与及]|以及)[ ]?")
TO = lazy(r"[ ]?(?:[到至]|[-－—–~～]{1,2})[ ]?\Z")
JOIN = 4
"""Characters between the ends of a range at most."""
MONTHS_AND_MORE = lazy(r"[多半](?=(月|小时|星期|工作日))")
"""两个|多月, 三个|半月."""
HALF = Decimal("0.5")
RATE = lazy(r"(?:/[ ]?|每)(?:[万亿]|百|千)?")
"""元|/平方米, 微克|每立方米."""
RATE_NOUNS = frozenset("人天日月年亩户")
"""What a rate may be per, beside a unit."""
JIAO_FEN = lazy(r"(?:(?P<jiao>[0-9一二两三四五六七八九])[角毛])?(?:(?P<fen>[0-9一二三四五六七八九])分)?")
"""123元|1角1分."""
DIGITS = (
    {char: value for value, char in enumerate("零一二三四五六七八九")}
    | {"两": 2}
    | {str(value): value for value in range(10)}
)
CURRENCY_BEFORE = lazy(r"(?:人民币|新台币|港币|美金|台币|日币|美元|欧元|韩币)(?=[ ]?\Z)")
"""港币|2960元."""
CURRENCY_ENDS = frozenset("币元 ")


@frozen(slots=True)
class QuantityReader:
    """Reads the quantities of a text.

    Attributes:
        units: what may stand behind a number; extend with `|`.
        labels: names that begin like a quantity; extend with `|`.

    >>> text = "投资超680亿元，由5%提高到8%"
    >>> [(text[q.start:q.end], q.comparator) for q in QuantityReader().read(text, 0, len(text))]
    [('680亿元', '>'), ('5%', '='), ('8%', '=')]
    """

    units: Lexicon[Unit] = field(factory=units)
    labels: Lexicon[None] = field(factory=labels)

    def read(self, text: str, start: int, end: int) -> list[Quantity]:
        """The quantities of `text[start:end]`, in order, ranges joined: 5%-6% is one."""
        closed = iter([*shorthand_stretches(text, start, end), (len(text), len(text))])
        skip_from, skip_to = next(closed)
        found: list[Quantity] = []
        waiting: list[Token] = []
        done = start
        for token in scan(text, start, end):
            at = token.start
            while at >= skip_to:
                skip_from, skip_to = next(closed)
            if at < done or at >= skip_from or self._is_no_amount(text, token):
                continue
            read = self._quantity(Sight.of(text, token, end))
            if read is None:
                listed = token.arabic and LIST_SIGN.match(text, token.end)
                waiting = [*waiting[1 - WAITING :], token] if listed else []
                continue
            if waiting:
                found += _listed(text, waiting, token, read)
                waiting = []
            if read.kind == "points" and found and _cut_short(text, found[-1], read):
                found[-1] = found[-1]._replace(unit=read.unit, kind=read.kind, rule=read.rule)
            if found and read.before - found[-1].end <= JOIN and (joined := _joined(text, found[-1], read)):
                found[-1] = read = joined
            else:
                found.append(read)
            done = read.end
        found += without_digits(text, start, end)
        found += first_places(text, start, end)
        return sorted(found, key=lambda q: q.start)

    def _is_no_amount(self, text: str, token: Token) -> bool:
        """The quick way out: a year, a month, a day (2025|年), or a single Chinese digit without a unit, as 一 mostly."""
        start, end = token.start, token.end
        if token.arabic:
            if (sign := text[end : end + 1]) not in CALENDAR or token.low is None:
                return False
            return self.units.match(text, end) == (end + 1 if sign == "年" and token.low >= YEAR else None)
        if end - start > 1 or token.form != "plain":
            return False
        return self.units.match(text, end) is None and text[start - 1 : start] not in RANK_SIGNS

    def _quantity(self, sight: Sight) -> Quantity | None:  # noqa: PLR0911 - one return per form of numeral
        """The quantity that a numeral begins, or None."""
        text, token = sight.text, sight.token
        if stands_in_a_code(sight) and not _currency_before(sight):
            return None
        if self.labels.match(text, token.start) is not None:
            return None
        if ranks_here(sight):
            return rank(sight)
        if token.unit:
            return quantity(sight, token.end, token.unit, "percent", "numeral that names a share")
        if token.form == "digits":
            return digits_of_growth(sight)
        if token.form == "fraction":
            return quantity(sight, token.end, None, "ratio", "fraction")
        at = token.end + 1 if text[token.end : token.end + 1] in BLANKS else token.end
        unit_end = self.units.match(text, at, sight.limit)
        if unit_end is None:
            return without_unit(sight)
        return self._measured(sight, at, unit_end)

    def _measured(self, sight: Sight, at: int, end: int) -> Quantity | None:
        """The quantity of a numeral whose unit is `text[at:end]`, or None where the two are no amount."""
        unit = self.units[sight.text[at:end]]
        if is_word(sight.text, at, end, sight.limit):
            return None
        if unit.name == "个" and (longer := MONTHS_AND_MORE.match(sight.text, end)):
            unit, end = self.units["个" + longer[1]], longer.end(1)
            sight = sight._replace(token=_and_more(sight.token, longer[0]))
        if unit.part or is_counter(sight, unit) or not counts(sight, unit, end):
            return None
        if unit.name == "块" and sight.token.scale >= 10**4 and not goes_on(sight.text, end):
            return quantity(sight, end, "元", "money", "tens of thousands of 块")
        if sight.text.startswith(("/", "每"), end) and (rate_end := self._rate_end(sight, end)) is not None:
            form = unit.form + sight.text[end:rate_end]
            return quantity(sight, rate_end, form, unit.kind if unit.currency else "other", "rate")
        if unit.currency:
            return self._money(sight, unit, end)
        return quantity(sight, end, unit.form, unit.kind, f"number with a unit of {unit.dimension}")

    def _rate_end(self, sight: Sight, end: int) -> int | None:
        """Where what a unit is per ends: 元|/平方米; None for no rate."""
        per = RATE.match(sight.text, end, sight.limit)
        if per is None:
            return None
        per_end = self.units.match(sight.text, per.end(), sight.limit)
        if per_end is None and sight.text[per.end() : per.end() + 1] in RATE_NOUNS:
            per_end = per.end() + 1
        return per_end

    def _money(self, sight: Sight, unit: Unit, end: int) -> Quantity:
        """A sum, with 角 and 分 behind it and the name of the currency before it: 港币2960元, 123元1角1分."""
        token, form = sight.token, unit.form
        if unit.name == "元" and token.low is not None and sight.text[end : end + 1] in DIGITS:
            cents = JIAO_FEN.match(sight.text, end, sight.limit)
            if cents and cents[0]:
                token, end = token._replace(low=token.low + _cents(cents)), cents.end()
                sight = sight._replace(token=token)
        named = _currency_before(sight)
        if named and form in ("元", self.units[named[0]].form):
            form = self.units[named[0]].form
            start = token.start - len(sight.before) + named.start()
            sight = sight._replace(token=token._replace(start=start))
        return quantity(sight, end, form, "money", "number with a unit of currency")


def _and_more(token: Token, sign: str) -> Token:
    """The number of months with what stands before 月: more than 2 in 两个|多月, 1.5 in 一个|半月, no mere 一."""
    if sign == "多":
        return token._replace(comparator=">")
    return token if token.low is None else token._replace(low=token.low + HALF, arabic=True)


def _currency_before(sight: Sight) -> re.Match[str] | None:
    """The name of a currency right before a numeral: 港币|2960元."""
    return CURRENCY_BEFORE.search(sight.before) if sight.last in CURRENCY_ENDS else None


def _cents(match: re.Match[str]) -> Decimal:
    """Jiao and fen behind a sum in yuan: 1角1分 is 0.11."""
    jiao, fen = (0 if digit is None else DIGITS[digit] for digit in (match["jiao"], match["fen"]))
    return Decimal(jiao) / 10 + Decimal(fen) / 100


def _listed(text: str, waiting: list[Token], last: Token, read: Quantity) -> Iterator[Quantity]:
    """The numbers before `read` that share its unit: 分别提高15、|22个百分点."""
    run: list[Token] = []
    following = read.before
    for token in reversed(waiting):
        if not LIST_SIGN.fullmatch(text, token.end, following) or token.form != "plain":
            break
        run.insert(0, token)
        following = token.start
    shares = read.kind in ("points", "percent") or "分别" in text[max(0, following - BACK) : following]
    for token in run if shares else ():
        factor = last.scale if token.scale == 1 and last.scale >= 10**4 else 1
        yield read._replace(
            start=token.start,
            end=token.end,
            before=token.start,
            low=None if token.low is None else token.low * factor,
            high=token.high,
            comparator="=",
            rule="number of a list with one unit",
            notes=(),
            approximated=False,
        )


def _cut_short(text: str, short: Quantity, points: Quantity) -> bool:
    """Whether a 个 is the beginning of the unit behind it: 1.6|个、0.1个百分点."""
    if short.unit != "个" or points.unit != "个百分点":
        return False
    return LIST_SIGN.fullmatch(text, short.end, points.before) is not None


def _joined(text: str, low: Quantity, high: Quantity) -> Quantity | None:
    """Two quantities in one unit as a range: 5%-6%, 1万元至5万元; but 由5%到6% is two."""
    if low.unit != high.unit or low.approximated or low.high is not None or high.high is not None:
        return None
    if not low.end < high.before or not TO.fullmatch(text, low.end, high.before):
        return None
    if low.low is None or high.low is None or not low.low < high.low:
        return None
    if text[low.end] in "到至" and text[low.before - 1 : low.before] in ("由", "从"):
        return None
    comparator = high.comparator if low.comparator == "=" else low.comparator
    return low._replace(end=high.end, high=high.low, comparator=comparator)
