"""Policy shorthand by its shape: `六稳`, `三大攻坚战`, `双招双引`, `三超一疲劳`, `1+3+N`, `14610`.

What counts its parts says how many phrases it stands for, which is how an expansion beside it is known for one.
"""

from __future__ import annotations

from functools import lru_cache

from .patterns import lazy

__all__ = ["counted", "is_bare_number", "is_code", "is_counting", "is_plan_period", "names_its_day", "stem"]

kept = lru_cache(maxsize=4096)
"""Most forms of a corpus come again and again."""

DIGITS = {char: value for value, char in enumerate("零一二三四五六七八九")} | {
    "两": 2,
    "双": 2,
    "〇": 0,
    "○": 0,
}

PLAN_PERIOD = r"(?:十[一二三四五六七八九]五|十五|[一二三四五六七八九]五)"
"""A five-year plan: `十四五`, `九五`, `十五`."""

PLAN = lazy(PLAN_PERIOD)

NUMBER = r"(?:[一二两三四五六七八九双]?十[一二三四五六七八九]?|[一二两三四五六七八九双]|\d{1,2})"

COUNTING = lazy(
    rf"{NUMBER}(?!分之)[^\d\W一二两三四五六七八九十双零百千万]"
    r"|[双两三四五六七八九][百千万]亿?(?![\d一二两三四五六七八九十百千万亿多余元个])"
)
"""`三旧`, `十个坚持`, `6个一`: what begins with a number and goes on with what it counts; `双百`, `三百工程`, which count hundreds."""

GROUP = lazy(rf"({NUMBER})(?=[^\d\W])")
"""One number with what it counts behind it: two in `三超一疲劳`."""

CODE = lazy(r"\d{3,8}|\d{1,4}(?:[+＋×\-]\d{1,4}){0,6}[+＋×\-](?:[NXnx]|\d{1,4})(?:[+＋][NXnx]){0,2}")
"""`14610`, `1+3+N`, `2+26`."""

BARE = lazy(r"[零〇○一二两三四五六七八九十百千万亿\d,.，．%％‰°℃第\s]+")

DAY = lazy(
    r"\d{1,2}\s*[·・•‧∙.．]\s*\d{1,2}|[一二三四五六七八九十]+[·・•‧∙][一二三四五六七八九十]+|\d{1,2}月\d{1,2}日"
)


def _value(number: str) -> int:
    """The value of a number below a hundred: `十二` is 12."""
    if number.isdigit():
        return int(number)
    tens, ten, ones = number.rpartition("十")
    if not ten:
        return DIGITS[ones]
    return (DIGITS[tens] if tens else 1) * 10 + (DIGITS[ones] if ones else 0)


@kept
def is_plan_period(form: str) -> bool:
    """Whether a form is a five-year plan.

    >>> is_plan_period("十四五"), is_plan_period("九五"), is_plan_period("四十五")
    (True, True, False)
    """
    return PLAN.fullmatch(form) is not None


@kept
def is_bare_number(form: str) -> bool:
    """Whether a form is a number and nothing else, as “零” and “100%” are; a code such as 14610 is one too.

    >>> is_bare_number("零"), is_bare_number("零报告")
    (True, False)
    """
    return BARE.fullmatch(form) is not None


@kept
def names_its_day(form: str) -> bool:
    """Whether a form is the day of an event: `11·4`, which is a date and no slogan.

    >>> names_its_day("12·16"), names_its_day("2+26")
    (True, False)
    """
    return DAY.fullmatch(form) is not None


@kept
def is_code(form: str) -> bool:
    """Whether a form is a numbered programme: digits, or digits and letters with plus signs.

    >>> is_code("14610"), is_code("1+3+N"), is_code("6个一")
    (True, True, False)
    """
    return len(form) >= 3 and CODE.fullmatch(form) is not None


@kept
def is_counting(form: str) -> bool:
    """Whether a form begins by counting its parts.

    >>> is_counting("三旧"), is_counting("双过半"), is_counting("零报告"), is_counting("十四五")
    (True, True, False, False)
    """
    return COUNTING.match(form) is not None and not is_plan_period(form)


@kept
def counted(form: str) -> tuple[int, ...]:
    """How many phrases a form may stand for, the likeliest first; empty where it counts nothing.

    >>> counted("六大战略"), counted("双胜利"), counted("三重一大"), counted("放管服")
    ((6,), (2,), (4, 3), ())
    """
    if not is_counting(form):
        return ()
    values = [_value(number) for number in GROUP.findall(form)]
    several = [sum(values), values[0]] if len(values) > 1 else values
    return tuple(dict.fromkeys(n for n in several if 2 <= n <= 20))


STEM = lazy(rf"{NUMBER}(?:[个项条大种]|有所|要|不)?(.+)")


@kept
def stem(form: str) -> str:
    """What a form counts: the word that its phrases are likely to share.

    >>> stem("三个切实"), stem("四早"), stem("六大战略")
    ('切实', '早', '战略')
    """
    found = STEM.match(form)
    return found[1] if found else ""
