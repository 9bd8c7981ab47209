"""The words that dates are made of, each with a letter; `date_grammar` reads the letters.

Part of the dates extractor. A text is read left to right: a word that can begin a date begins a run, and what follows
without a gap (`2024年` `5月` `6日` `上午`, letters `YMDP`) goes on with it. A word's pattern says only how it looks; whether
it is a date is for `accept` (what stands around it) and for the grammar (what stands beside it).
"""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING, NamedTuple

from ..calendars import festivals
from ..patterns import lazy
from .date_patterns import AFTER_DIGIT, CN, SECOND, WORDS, DateWord, compiled

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

__all__ = ["Atom", "Lexer", "lexer_of", "runs"]

MAX_RUN = 48
"""Words of one run: `1日、2日、3日…` goes on in the next one. The longest seen in print has 14."""


class Atom(NamedTuple):
    """One word of a date: its letter and its place."""

    letter: str
    start: int
    end: int
    text: str


DIGITS = "0123456789"
NUMBER = lazy("[0-9]+ ?")


def _spelled_out(chars: str) -> str:
    """Characters as a `DateWord` lists them, with the digits and the numerals that 0 and 一 stand for."""
    return chars.replace("0", DIGITS).replace("一", CN)


class _Fitting(dict[str, "re.Pattern[str] | None"]):
    """The words that fit what stands at a place, as one pattern, by the first character and the one that follows."""

    def __init__(self, words: Iterable[DateWord], names: Iterable[str]) -> None:
        super().__init__()
        self.words = [
            (frozenset(_spelled_out(w.firsts)), frozenset(_spelled_out(w.then)), f"(?P<{w.name}>{w.pattern})")
            for w in words
        ]
        self.names = sorted(names, key=len, reverse=True)  # the longest that fits is taken
        self.firsts = {char for firsts, _, _ in self.words for char in firsts} | {
            name[0] for name in self.names
        }
        self.seconds = {char for _, then, _ in self.words for char in then} | {
            name[1:2] for name in self.names
        }
        self.patterns: dict[str, re.Pattern[str]] = {}

    def at(self, text: str, place: int) -> re.Pattern[str] | None:
        """The pattern for a place in a text; None where no word fits."""
        first = text[place : place + 1]
        if first not in self.firsts:
            return None
        number = NUMBER.match(text, place) if first in DIGITS else None
        behind = number.end() if number else place + 1
        second = text[behind : behind + 1]
        return self[("0" if number else first) + (second if second in self.seconds else "")]

    def _named(self, name: str) -> str:
        """The name of a festival; 国庆节 ends before its 节 in 国庆节日, but not in 国庆节日均客流."""
        shorter = name.endswith("节") and name[:-1] in self.names
        return re.escape(name) + ("(?!日(?![常均夜程]))" if shorter else "")

    def __missing__(self, key: str) -> re.Pattern[str] | None:
        first, second = key[0], key[1:]
        parts = [
            pattern
            for firsts, then, pattern in self.words
            if first in firsts and (not then or second in then)
        ]
        names = [self._named(name) for name in self.names if name[0] == first and name[1:2] in ("", second)]
        if names:
            parts.append(f"(?P<festival>{'|'.join(names)})")
        source = "|".join(parts)
        self[key] = self.patterns.setdefault(source, lazy(source, re.VERBOSE)) if parts else None
        return self[key]


class Lexer(NamedTuple):
    """The patterns: where a run may begin, the words that begin one, and those that go on with it."""

    candidate: re.Pattern[str]
    starts: _Fitting
    nexts: _Fitting


@cache
def lexer_of(names: tuple[str, ...]) -> Lexer:
    """The patterns, with these names of festivals."""
    starts = _Fitting([word for word in WORDS if word.begins], names)
    seconds = "".join(sorted({name[1:2] for name in names}))
    firsts = re.escape("".join(sorted(starts.firsts)))
    candidate = (
        f"[{firsts}](?:(?<![0-9])(?=[{SECOND}{seconds}])|(?<=[0-9])(?<![0-9.·][0-9])(?={AFTER_DIGIT}))"
    )
    return Lexer(lazy(candidate), starts, _Fitting(WORDS, names))


LETTERS = {word.name: word.letter for word in WORDS} | {"festival": "F"}


def runs(text: str, start: int, end: int, lexer: Lexer) -> Iterator[list[Atom]]:
    """The runs of date words in `text[start:end]`, left to right.

    >>> text = "于2024年5月6日上午召开，9月底前完成"
    >>> [[(a.letter, a.text) for a in run] for run in runs(text, 0, len(text), lexer_of(()))]
    [[('Y', '2024年'), ('M', '5月'), ('D', '6日'), ('P', '上午')], [('M', '9月'), ('E', '底'), ('<', '前')]]
    """
    starts, nexts = lexer.starts, lexer.nexts
    done = start
    for hit in lexer.candidate.finditer(text, start, end):
        at = hit.start()
        if at < done:
            continue
        fitting = starts.at(text, at)
        word = fitting.match(text, at, end) if fitting is not None else None
        if word is None:
            continue
        meant = accept(word, text)
        if not meant and not _stands_behind_every(text, at):
            continue
        run: list[Atom] = []
        while word is not None and len(run) < MAX_RUN:
            run.append(Atom(LETTERS[word.lastgroup or ""], word.start(), word.end(), word[0]))
            done = word.end()
            word = _next(nexts, text, done, end)
            if word is not None and not accept(word, text):
                word = None
        if meant:  # of 每年10月至次年3月 the rest goes with its beginning
            yield run


def _next(nexts: _Fitting, text: str, at: int, end: int) -> re.Match[str] | None:
    """The word that goes on with a run at `at`, or behind a blank there."""
    fitting = nexts.at(text, at)
    word = fitting.match(text, at, end) if fitting is not None else None
    if word is None and text[at : at + 1] == " ":
        fitting = nexts.at(text, at + 1)
        word = fitting.match(text, at + 1, end) if fitting is not None else None
    return word


MARKS = "”’\"'」』"
OPENING = "“‘\"'「『"
PLAN_NOUN = r"(?:计划|规划|期间|时期|末|初|以来|以前|目标|纲要|发展|建设|后[一二三]年|前[一二三四]年|开局|收官|中期|头[一二]年|重点)"
NO_PLAN = r"(?:[个岁年月日天名条项米里亩%倍层届次家座人只块元分种类万亿、位多]|公[里斤顷]|普法|环境|世界|大[以的报精召胜]|[届中]|左右)"
FESTIVAL_WORD = (
    r"节?(?:前夕|前后|[之以]?前|后|期间|假期|小长假|长假|黄金周|当[天日]|时节|节气|来临|之际|以来|至|到来|[、和]“?(?:元旦|春节|清明|五一|端午|中秋|国庆|"
    r"十一)|两[个大]“?(?:黄金周|长假|假期|节日|小长假)|“黄金周)"
)
NO_FESTIVAL = (
    r"(?:联欢|晚会|团拜|茶话|文化|习俗|民俗|元素|主题|档|诗会|灯会|奖章|奖状|勋章|红旗手|精神|运动会|讲话|[路街村镇乡湖山厂桥]|小学|中学|学校|公园|广场|"
    r"礼堂|月饼|粽|上河图)"
)
EVENT = (
    r"[^，。；、,;“”]{0,16}(?:火灾|山火|事故|地震|暴雨|爆炸|洪[灾水涝]|灾害|坍塌|泥石流|滑坡|专案|案件|大案|惨案|沉船|空难|矿难|透水|疫情|事件|"
    r"精神|宣传|晚会|消费者|禁毒|国家宪法)"
)
NOT_ITS_NAME = r"(?:工程|战略|计划|功能|模式|体系|布局|个|格局|产业|行动)"
DATE_LABEL = r"(?:时间|日期|发布|更新|编辑|[:：]|\n|\s)\s*$"
CLAUSE = r"[\s，。；：、,.;:!?！？“”‘’()（）《》—在到于早约将至]$"
LENGTH_BEFORE = r"(?:起|后|连续|累计|历时|为期|长达|经过|[用花]了?|提前|时[长间]|期限|[满需约达超共])$"
LENGTH_BEHIND = (
    r"(?:时间|历史|的?(?:努力|建设|奋斗|历程|发展历史|工作经验)|(?:以上|以下)?的?(?:工龄|刑|租期|经验))"
)
EVERY = r"(?:每(?:年|月|周|个月|季度)?的?|历年|逐年|常年|〕|］|\]|第|周)$"
EVERY_ENDS = frozenset("每年月周度的〕］]第")


def accept(word: re.Match[str], text: str) -> bool:
    """Whether a word is what it looks like, by what stands around it."""
    check = CHECKS.get(word.lastgroup or "")
    return check is None or check(word, text)


def _a_day(word: re.Match[str], text: str) -> bool:
    """Not 每月5日, 〔2021〕12号, 第12号."""
    return not _stands_behind_every(text, word.start())


def _stands_behind_every(text: str, at: int) -> bool:
    return text[at - 1 : at] in EVERY_ENDS and compiled(EVERY).search(text, max(0, at - 5), at) is not None


def _a_plan(word: re.Match[str], text: str) -> bool:
    """“九五”计划, 十四五; not 十四五岁, “八五”普法, “十五大”."""
    end = word.end()
    quoted = text[end : end + 1] in MARKS and text[end : end + 1] != ""
    behind = end + 1 if quoted else end
    if compiled(NO_PLAN).match(text, behind) and not (
        quoted and not text.startswith(("普法", "环境"), behind)
    ):
        return False
    return (len(word[0]) == 3 and word[0][0] == "十") or compiled(PLAN_NOUN).match(text, behind) is not None


def _a_festival(word: re.Match[str], text: str) -> bool:
    """国庆, “五一”假期, 2024年冬至; not 五一路, 春节联欢晚会."""
    name, end = word[0], word.end()
    if compiled(NO_FESTIVAL).match(text, end):
        return False
    if text[end : end + 1] and text[end] in MARKS:
        end += 1
    followed = compiled(FESTIVAL_WORD).match(text, end) is not None
    before = text[max(0, word.start() - 2) : word.start()]
    if followed or before[-1:] == "年" or (before[:1] == "年" and before[1:] in OPENING):
        return True
    festival = festivals().get(name)
    return festival is None or festival.bare


def _behind_a_quoted_day(word: re.Match[str], text: str) -> bool:
    """“五一”前; not “十四五”前."""
    end = word.start()
    start = festivals().match_back(text, end, max(0, end - 6))
    return start is not None and start > 0 and text[start - 1] in OPENING


def _not_of_a_holiday(word: re.Match[str], text: str) -> bool:
    """当天 of a day told before; not 重阳节|当天."""
    if word[0] not in ("当天", "当日"):
        return True
    return festivals().match_back(text, word.start(), max(0, word.start() - 6)) is None


def _an_event(word: re.Match[str], text: str) -> bool:
    """“11·4”山火, “5.12”地震; not 19·5%, 4·2, “3.5”."""
    month, day = map(int, re.split(r"\D", word[0]))
    if not (1 <= month <= 12 and 1 <= day <= 31):
        return False
    start, end = word.span()
    quoted = start > 0 and text[start - 1] in OPENING and text[end : end + 1] in MARKS and end < len(text)
    if (quoted or "." not in word[0]) and compiled(EVENT).match(text, end + quoted):
        return True
    return quoted and "." not in word[0] and compiled(NOT_ITS_NAME).match(text, end + 1) is None


def _a_numeric_date(word: re.Match[str], text: str) -> bool:
    """20240506 only behind a label or a blank, or with 日."""
    if not word[0].isdigit():
        return True
    start = word.start()
    return start == 0 or compiled(DATE_LABEL).search(text, max(0, start - 6), start) is not None


def _not_a_length(word: re.Match[str], text: str) -> bool:
    """未来五年, 三年内, ，三年后; not 享受失业保险两年后, 收到之日起15日内, 用近三年时间."""
    if compiled(LENGTH_BEHIND).match(text, word.end()):
        return False
    start = word.start()
    if (
        word.lastgroup == "counted"
        and word[0][-1] in "前后"
        and not compiled(CLAUSE).search(text, max(0, start - 1), start)
    ):
        return start == 0
    return compiled(LENGTH_BEFORE).search(text, max(0, word.start() - 3), word.start()) is None


def _a_year_of_the_nineties(word: re.Match[str], text: str) -> bool:
    """比98年增长, ，97年底; not 建校80年, nor 80年，弹指一挥间."""
    start, end = word.span()
    before, behind = text[start - 1 : start], text[end : end + 1]
    if before and before in "比从由自在到至于较按":
        return True
    return (not before or before in "\n \u3000，。；：、“（(") and not (
        word[0][1] == "0" and behind in "，,。的、"
    )


def _not_a_heading(word: re.Match[str], text: str) -> bool:
    """九、十月份; not the 三 of a heading, 三、十月份, at the start of a line."""
    start, end = word.span()
    if (
        text[end : end + 1] == "、"
        and not word[0].isdigit()
        and (start == 0 or text[start - 1] in "\n\u3000 ")
    ):
        first, second = CN.find(word[0]), CN.find(text[end + 1 : end + 2])
        return second == first + 1
    return _a_day(word, text)


CHECKS = {
    "plan": _a_plan,
    "festival": _a_festival,
    "before_quoted": _behind_a_quoted_day,
    "relative_day": _not_of_a_holiday,
    "name": _an_event,
    "numeric": _a_numeric_date,
    "day": _a_day,
    "other_day": _a_day,
    "month": _a_day,
    "year_of_the_nineties": _a_year_of_the_nineties,
    "number": _not_a_heading,
    "quarter": _a_day,
    "counted": _not_a_length,
    "counted_back": _not_a_length,
    "within_year": _a_day,
    "end_of_year": _a_day,
    "half_year": _a_day,
}
