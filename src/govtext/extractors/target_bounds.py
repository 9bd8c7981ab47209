"""A numeral in its surroundings, the quantity that comes of it, and the bounds on both of its sides.

Used by the modules of `targets` alone.
"""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING, NamedTuple, cast

from ..lexicon import Lexicon, read_rows
from ..patterns import lazy

if TYPE_CHECKING:
    from decimal import Decimal

    from ..mentions import Comparator, TargetKind
    from ..numerals import Token

__all__ = ["BACK", "Quantity", "Sight", "bounds_after", "bounds_before", "goes_on", "quantity"]


class Quantity(NamedTuple):
    """A number with its unit.

    Attributes:
        start: first character of the mention.
        end: one past the last, a following approximator included.
        before: where the bound that stands before the number begins; `start` where there is none.
        low: the amount; None if hidden.
        high: the upper end of a range, or None.
        unit: as mentions write it; None for an index value.
        kind: what the unit measures.
        comparator: from both sides.
        rule: the name of the rule that made it.
        redacted: whether digits are hidden.
        notes: what is odd about it.
        approximated: whether an approximator follows, so that no range can go on behind it.
    """

    start: int
    end: int
    before: int
    low: Decimal | None
    high: Decimal | None
    unit: str | None
    kind: TargetKind
    comparator: Comparator
    rule: str
    redacted: bool = False
    notes: tuple[str, ...] = ()
    approximated: bool = False


BACK = 12
"""How many characters before a numeral its readers may look at."""


class Sight(NamedTuple):
    """A numeral where it stands.

    Attributes:
        text: the whole text.
        token: the numeral.
        limit: where the segment ends; nothing beyond is read.
        before: the characters before the numeral, at most `BACK`.
        last: the last one of them; empty at the beginning of the text.
    """

    text: str
    token: Token
    limit: int
    before: str
    last: str

    @classmethod
    def of(cls, text: str, token: Token, limit: int) -> Sight:
        """A numeral where it stands in `text[:limit]`."""
        start = token.start
        before = text[start - BACK : start] if start > BACK else text[:start]
        return cls(text, token, limit, before, before[-1:])

    @property
    def written(self) -> str:
        """The numeral as printed."""
        return self.text[self.token.start : self.token.end]

    @property
    def one_character(self) -> bool:
        """Whether it is a single Chinese digit, which is mostly part of a word."""
        return self.token.end - self.token.start == 1 and not self.token.arabic and self.token.form == "plain"


@cache
def bounds_before() -> Lexicon[str]:
    """Bounds that stand right before an amount (超过, 近); an empty value for words that only end like one (节约)."""
    return Lexicon({word: sign for word, place, sign in read_rows("bounds") if place == "before"})


@cache
def bounds_after() -> Lexicon[str]:
    """Approximators that stand right behind an amount: 以上, 左右, 余."""
    return Lexicon({word: sign for word, place, sign in read_rows("bounds") if place == "after"})


ONLY_SCALES = frozenset({"上", "过"})
"""Bounds of a bare scale alone: 上百, 过亿; not 以上5个, 看过3部."""
KEPT_WITHIN = frozenset({"控制在", "严控在", "控制到"})
"""Bounds that give way to the one behind: 控制在3%左右 is about 3 %."""


def quantity(sight: Sight, end: int, unit: str | None, kind: TargetKind, rule: str) -> Quantity:
    """The quantity that ends at `end`, with its bounds from both sides; where they disagree, a note says so."""
    token = sight.token
    comparator: Comparator = token.comparator
    behind, after = _behind(sight, end)
    ahead, before = _ahead(sight)
    ahead = ahead or _apart(sight, kind)
    if kind == "duration" and not behind and sight.text[end : end + 1] == "内":
        behind = "<="  # 15个工作日|内
    notes: tuple[str, ...] = ()
    if ahead or behind:
        comparator, disagree = _agreed(ahead, comparator, behind)
        notes = (f"bounds disagree: {sight.text[before:after]}",) if disagree else ()
    return Quantity(
        token.start,
        after,
        before,
        token.low,
        token.high,
        unit,
        kind,
        comparator,
        rule,
        token.form == "redacted",
        notes,
        after > end or token.comparator != "=",
    )


def _agreed(ahead: str, own: Comparator, behind: str) -> tuple[Comparator, bool]:
    """What the bounds before, in and behind a numeral say together, and whether they disagree."""
    sign = bounds_before()[ahead] if ahead and not (behind and ahead in KEPT_WITHIN) else ""
    said = [bound for bound in (sign, "" if own == "=" else own, behind) if bound]
    disagree = len({bound[0] for bound in said}) > 1
    strict = next((bound for bound in said if bound in ("<", ">")), said[-1])
    return cast("Comparator", said[-1] if disagree else strict), disagree


def _behind(sight: Sight, end: int) -> tuple[str, int]:
    """The comparator of the approximator at `end`, and where it ends."""
    after = bounds_after().match(sight.text, end, sight.limit)
    if after is None or _begins_a_word(sight.text, end, after):
        return "", end
    return bounds_after()[sight.text[end:after]], after


STEPS = lazy(r"个(?=[十百千万亿]+元?(?:台阶|大关|关口))")
"""What is crossed is steps, so many, not more: 跨过两|个百亿元台阶."""


def _ahead(sight: Sight) -> tuple[str, int]:
    """The bound that stands right before the numeral, and where it begins."""
    start = sight.token.start
    lead = start - 1 if sight.text[start - 1 : start] == " " else start
    at = bounds_before().match_back(sight.text, lead, max(0, lead - 8))
    word = "" if at is None else sight.text[at:lead]
    if at is None or not bounds_before()[word] or (word in ONLY_SCALES and sight.token.form != "bare"):
        return "", start
    if sight.one_character and STEPS.match(sight.text, sight.token.end):
        return "", start
    return word, at


BOUND_APART = lazy(
    r"""(?x)
    (?: (?P<least>至少|最多) (?:有|[\u4e00-\u9fff]{2})            # 每人至少|联系|5家企业
      | (?P<share>不到|不足|超过) [\u4e00-\u9fff]{2,8}的          # 不到|全年目标的|一半
    )\Z"""
)
"""A bound with a verb, or the whole of a share, between it and the numeral."""


def _apart(sight: Sight, kind: TargetKind) -> str:
    """The bound that stands apart from its number; empty where there is none."""
    bound = BOUND_APART.search(sight.before)
    if bound is None or (bound["share"] and kind not in ("ratio", "percent")):
        return ""  # 超过去年的5亿元
    return bound["least"] or bound["share"]


WORDS_BEHIND = {"以上": "海级党", "余": "额热粮量杭姚江", "上下": "联一游", "以外": "的"}
"""What makes a word of an approximator: 以上海, 余额, 上下联动."""


def _begins_a_word(text: str, start: int, end: int) -> bool:
    """Whether what looks like an approximator begins a word; 多 does before all but signs and 元: 5种|多样."""
    word, following = text[start:end], text[end : end + 1]
    if word == "多":
        return not following or following not in "的，。；、：,;)） 资元"
    return bool(following) and following in WORDS_BEHIND.get(word, "")


def goes_on(text: str, at: int) -> bool:
    """Whether the phrase goes on at `at` with a character that begins no approximator."""
    return "\u4e00" <= text[at : at + 1] <= "\u9fff" and bounds_after().match(text, at) is None
