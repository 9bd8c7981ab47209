"""Small whole numbers as dates write them: `12`, `０9`, `十二`, `二十`, `廿二`, `两`, and years digit by digit, `二〇三五`."""

from __future__ import annotations

__all__ = ["small_number", "year_number"]

VALUES = {digit: value for value, digit in enumerate("〇一二三四五六七八九")} | {
    "零": 0, "○": 0, "O": 0, "o": 0, "Ｏ": 0, "两": 2, "俩": 2, "仨": 3, "元": 1, "首": 1, "正": 1, "冬": 11, "腊": 12,
}  # fmt: skip
"""元 and 首 mean the first (元月, 首季), 正, 冬 and 腊 are months of the lunar year."""


def small_number(text: str) -> int | None:
    """The value of a number below 1,000, or None where the text is none.

    >>> [small_number(text) for text in ("12", "０9", "十二", "二十", "廿二", "三十一", "两", "一百二十", "第二", "")]
    [12, 9, 12, 20, 22, 31, 2, 120, None, None]
    """
    if text.isdecimal():
        return int(text)
    total = 0
    if "百" in text:
        hundreds, _, text = text.partition("百")
        head = VALUES.get(hundreds)
        if head is None:
            return None
        total, text = head * 100, text.lstrip("零〇")
        if not text:
            return total
    text = text.replace("廿", "二十").replace("卅", "三十")
    if "十" in text:
        tens, _, units = text.partition("十")
        high = VALUES.get(tens) if tens else 1
        low = VALUES.get(units) if units else 0
        return None if high is None or low is None else total + high * 10 + low
    value = VALUES.get(text)
    return None if value is None else total + value


def year_number(text: str) -> int | None:
    """The year that digits write one by one, of two or four: `２００９`, `二〇三五`, `九八`; None where they do not.

    Two digits from 30 up are of the twentieth century, below of the twenty-first (`九八年` 1998, `零七年` 2007).

    >>> [year_number(text) for text in ("2009", "二〇三五", "二OO八", "九八", "零七", "十五", "２００９")]
    [2009, 2035, 2008, 1998, 2007, None, 2009]
    """
    digits = [int(c) if c.isdecimal() else VALUES.get(c, 10) for c in text]
    if len(digits) not in (2, 4) or max(digits) > 9:
        return None
    value = int("".join(map(str, digits)))
    return value if len(digits) == 4 else value + (1900 if value >= 30 else 2000)
