"""What looks like an amount and is none: dates, ordinals, levels, fixed names, quoted shorthand, counters.

Used by the modules of `targets` alone; `docs/explanation/targets.md` lists what is in and what is out.
"""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING

from ..lexicon import Lexicon, read_rows
from ..patterns import lazy
from .target_bounds import bounds_after, bounds_before

if TYPE_CHECKING:
    from ..units import Unit
    from .target_bounds import Sight

__all__ = ["YEAR", "counts", "is_counter", "is_word", "labels", "shorthand_stretches", "stands_in_a_code"]


@cache
def labels() -> Lexicon[None]:
    """Fixed names that begin with a numeral: 三次产业, 四套班子, 三门峡."""
    return Lexicon({word: None for (word,) in read_rows("target_labels")})


@cache
def unit_words() -> Lexicon[bool]:
    """Words that begin like a unit, and whether the unit is meant after all (5项目标)."""
    return Lexicon({word: reading == "unit" for word, reading in read_rows("unit_words")})


@cache
def _inner_characters() -> frozenset[str]:
    """What stands inside those words."""
    return frozenset(char for word in unit_words().words for char in word[1:])


def is_word(text: str, start: int, end: int, limit: int) -> bool:
    """Whether the unit `text[start:end]` is the beginning of a longer word that is none: 5|项目, 3|家庭."""
    if text[end : end + 1] not in _inner_characters():
        return False
    word_end = unit_words().match(text, start, limit)
    return word_end is not None and word_end > end and not unit_words()[text[start:word_end]]


# --- stretches ---

QUOTED = lazy(r"“(?P<words>[^“”\n]{1,60})”|《[^《》\n]{1,80}》|‘(?P<inner>[^‘’\n]{1,40})’")
PIECES = lazy(r"[、，,；;]")
LONGEST_CATCHWORD = 15
"""Characters of the longest quoted piece that is a catchword rather than a clause."""


def shorthand_stretches(text: str, start: int, end: int) -> list[tuple[int, int]]:
    """Quoted shorthand and titles, whose numbers are no amounts: “五包一”, 《…三年行动计划》.

    A longer quotation with a sentence in it is speech, and its amounts count.

    >>> shorthand_stretches("落实“五包一”措施", 0, 8)
    [(2, 7)]
    """
    found: list[tuple[int, int]] = []
    for match in QUOTED.finditer(text, start, end):
        words = match["words"] or match["inner"]
        if words is None or ("。" not in words and max(map(len, PIECES.split(words))) <= LONGEST_CATCHWORD):
            found.append(match.span())
    return found


# --- what stands before ---

CODE = lazy(r"(?:[A-Za-z][.\-]?|(?<=\d)[:：]|[〔\[]|\d[·•]|×)\Z")
"""Part of a code, a clock time, a document number, a date: G|20, 9:|30, 〔|2021, 11·|4, 7×|24."""
COUNTER = lazy(
    r"""(?x)
    (?: (?:浏览|阅读|点击|访问|查看|播放|人气|点赞|评论|围观|下载)(?:次数|总数|人数|量|数)?(?:为|达)?[：:]?\s*   # 浏览次数：|150次
      | 省略 | 全文共? | 显示 | 字数[：:]?                                                          # 全文共|7174字
    )\Z"""
)
COUNTED_BY_SITES = frozenset({"次", "人", "人次", "字", "个"})


def stands_in_a_code(sight: Sight) -> bool:
    """Whether what stands before makes the numeral part of a code or a clock time."""
    last = sight.last
    return (last.isascii() or last in "：〔·•×") and CODE.search(sight.before) is not None


def is_counter(sight: Sight, unit: Unit) -> bool:
    """Whether it is a site's counter of views or words: 浏览次数：150次."""
    return unit.name in COUNTED_BY_SITES and COUNTER.search(sight.before) is not None


# --- a numeral and its unit ---

SPEECH_POINTS = lazy(
    r"""(?x) 点(?:具体|明确|工作|重要|希望|初步|基本)?
    (?:要求|意见|建议|希望|看法|体会|启示|措施|内容|共识|指示|倡议|想法|认识|期望|安排)   # 三点要求; a bare 三点 is an hour
    """
)
SCORE_END = lazy(r"(?=[，。；、：:,;.!！）)\s的]|以上|以下|左右|$)")
SESSION = lazy(
    r"[一二三四五六七八九十](?:中|次)|全会|人大|政协|历次|委员会|全国|中央|[省市县区旗州]?(?:人民政府|政府|党?委|纪委|党代|常委)"
)
"""二十届|四中全会, 十届|三次全会, 14届|人大, 九届|区政府: ordinals."""
GRADUATES = lazy(r"[^，。；：、\d]{0,6}?(?:毕业|学生|高校|新生)")
"""2022届|高校毕业生."""
MEETING = lazy(r"(?:全体|常务|常委|代表)?(?:会议|全会|大会|扩大会议)")
HELD = lazy(r"(?:召开|组织|主持|召集|举行|举办|累计|先后|共|了)\Z")
"""先后召开|六次会议."""
PER = lazy(r"每(?:[^，。；、\d]{0,3})\Z")
"""每|千人口, 每|百户."""


SIGNS_OF_ITEMS = frozenset("，；。：,;")
"""What stands before an item of a list."""


def counts(sight: Sight, unit: Unit, end: int) -> bool:
    """Whether a numeral and the unit behind it, which ends at `end`, are an amount.

    Not a date, an ordinal, a level, a rhetorical 一 (一个, 一批), nor a scale in a word (千名干部).
    """
    special = SPECIAL.get(unit.name)
    if not sight.token.arabic:
        if sight.token.form == "bare" and not _bare_counts(sight, unit, end):
            return False
        one = sight.one_character
        if one and sight.last in SIGNS_OF_ITEMS and sight.text.startswith("是", end):
            return False  # 一类是企业，二类是园区，三类|是
        if one and (not _digit_counts(sight.written, unit) or (unit.digits_only and special is None)):
            return False
        if unit.kind == "count" and special is None and sight.written in ("一两", "一二"):
            return False
    if special is not None:
        return special(sight, end)
    return unit.kind != "duration" or _is_length_of_time(sight, unit, end)


def _digit_counts(digit: str, unit: Unit) -> bool:
    """Whether a single Chinese digit may count: 一 only multiplies (一倍), 二 counts nothing but measures."""
    if digit == "一":
        return unit.kind in ("multiple", "percent", "points")
    return digit != "二" or unit.kind != "count"


def _points_count(sight: Sight, end: int) -> bool:
    """三点要求."""
    return SPEECH_POINTS.match(sight.text, end - 1) is not None


def _scores_count(sight: Sight, end: int) -> bool:
    """得分95分, not 10时30分."""
    clock = sight.before.endswith(("时", "点", ":", "：")) or "点" in sight.written  # 2点40分
    return not clock and not sight.one_character and SCORE_END.match(sight.text, end) is not None


def _sessions_count(sight: Sight, end: int) -> bool:
    """连续举办5届; 二十届四中全会 and 十四届人大 are ordinals."""
    if (sight.token.low or 0) >= YEAR and GRADUATES.match(sight.text, end):
        return False
    ordinal = SESSION.match(sight.text, end) is not None
    if sight.before.endswith(("连续", "举办", "承办", "举办了", "召开", "承办了", "已举办", "办了")):
        return not ordinal
    return sight.token.arabic and not ordinal


def _times_count(sight: Sight, end: int) -> bool:
    """督查10次; 十二届|八次全会 and 五届人大|六次会议 are ordinals."""
    if sight.before.endswith("届"):
        return False
    held = sight.token.arabic or sight.token.form == "redacted" or HELD.search(sight.before)
    return bool(held) or MEETING.match(sight.text, end) is None


SPECIAL = {"点": _points_count, "分": _scores_count, "届": _sessions_count, "次": _times_count}
"""Units with rules of their own."""


def _bare_counts(sight: Sight, unit: Unit, end: int) -> bool:
    """Whether a scale without a digit is an amount: 百亿元, 上百人, 千万元以上; not 千名干部, 每千人口, 万元."""
    if PER.search(sight.before):
        return False
    word = sight.written
    if len(word) > 1:
        return word[-1] in "亿万" or unit.kind != "count"
    if word == "亿" and unit.currency is not None and bounds_after().match(sight.text, end) is not None:
        return True
    start = sight.token.start
    at = bounds_before().match_back(sight.text, start, max(0, start - 4))
    return at is not None and bool(bounds_before()[sight.text[at:start]])


# --- lengths of time ---

TIME_UNITS = frozenset(
    {"年", "天", "个月", "小时", "个小时", "周", "个星期", "星期", "个季度", "个工作日", "工作日", "个年头"}
)
WORKING_TIMES = frozenset({"个工作日", "工作日", "小时", "个小时"})
"""Terms that are lengths even with 内: 15个工作日内."""
ANCHORED_BEFORE = lazy(
    r"""(?x)
    (?: 未来|今后|最近|近|过去|往后|此后|接下来|下一个|以后|随后|届满   # 未来|五年, 近|3个月; not 滞后|15天
      | (?<!提)前|(?<![滞落延推])后|这|那|上|第|头|每|去|本|今明|同期|建[国党军州]          # 前|三天; not 提前|两个月
    )的?\Z"""
)
ANCHORED_AFTER = lazy(r"半?(?:的?时间)?(?:[之以]?内|[之以]?前|以?来|间|之间|以?间|期间|年均|平均)")
"""三年|内, 五年|来, 3个月|前, 五天|半内, 两年|平均增长."""
LATER = lazy(r"半?[之以]?后(?!续)")
"""两年|后 is a point in time; a hidden length stays one: **天之后."""
SHORTENED = lazy(r"(?:压缩|缩短|控制|减少|压减|降低|限制|缩减|提速)(?:到|至|在|为)了?\Z")
"""A time taken, not a term: 开办时间压缩到|1天以内."""
NAMED_PERIOD = lazy(
    r"""(?x)(?:期|滚动)?
    (?: 规划|计划|行动|攻坚|倍增|目标|提升|整治|跨越|翻番|大变|大见|方案|工程|建设|改革|任务|振兴|会战|突破|改造|发展   # 三年|行动
      | 出(?:形象|成效)|[初大]?见(?:成)?效|上台阶|成规模|大跨越|大变样|打基础|再造                                    # 三年|出形象
      | 大庆|制|度|级|生|禁渔|任期|过渡期|免费|义务|第                                                  # 十年|禁渔, 九年|义务
    )"""
)
YEAR = 1000
"""A number of years from which on it is the name of one: 2025年."""
DATE_GOES_ON = frozenset("0123456789一二三四五六七八九十上下初末底春夏秋冬")
"""What makes a year of a number and 年: 21年|3月, 十五年|底."""


def _is_length_of_time(sight: Sight, unit: Unit, end: int) -> bool:
    """Whether it is a bare length of time (3年, 5天); anchored on now or on a date it is a date."""
    if unit.name not in TIME_UNITS:
        return True  # 60岁
    if unit.name == "年" and _is_year(sight, end):
        return False
    taken = unit.name in WORKING_TIMES or SHORTENED.search(sight.before) or _is_hidden_term(sight, end)
    if not taken and (ANCHORED_BEFORE.search(sight.before) or ANCHORED_AFTER.match(sight.text, end)):
        return False
    if sight.token.form != "redacted" and LATER.match(sight.text, end):
        return False
    if sight.before.endswith(("第", "每")):
        return False
    return NAMED_PERIOD.match(sight.text, end) is None


def _is_hidden_term(sight: Sight, end: int) -> bool:
    """Whether it is a term whose length is hidden, which fixes no date: 手续要在|**天|内办结; not 近**年内."""
    return (
        sight.token.form == "redacted"
        and sight.text.startswith("内", end)
        and ANCHORED_BEFORE.search(sight.before) is None
    )


def _is_year(sight: Sight, end: int) -> bool:
    """Whether a number before 年 names a year: 2021年, 98年, 二〇二一年, 21年3月."""
    token, written = sight.token, sight.written
    if token.low is None:
        return written.startswith(("19", "20"))  # 20**年
    if token.low >= YEAR or (token.arabic and (70 <= token.low < 100 or written[0] == "0")):
        return True
    one_after_another = len(written) > 1 and not any(char in "十百千万亿" for char in written)
    return (not token.arabic and one_after_another and token.high is None) or sight.text[
        end : end + 1
    ] in DATE_GOES_ON
