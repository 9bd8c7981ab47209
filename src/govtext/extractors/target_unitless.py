"""Amounts that have no unit behind them: ranks, digits of growth, ratios, index values, 百亿, and lost digits.

Used by the modules of `targets` alone.
"""

from __future__ import annotations

from decimal import Decimal
from typing import TYPE_CHECKING

from ..numerals import Token
from ..patterns import lazy
from ..units import units
from .target_bounds import Quantity, Sight, goes_on, quantity

if TYPE_CHECKING:
    from collections.abc import Iterator

__all__ = [
    "RANK_SIGNS", "digits_of_growth", "first_places", "rank", "ranks_here", "without_digits", "without_unit",
]  # fmt: skip

# --- ranks ---

RANK_SIGNS = ("第", "前")
LAST_PLACES = lazy(r"(?:[排列居]名?|名次?|位次?|[市县区省镇国州]|最|考核|进度|成绩|序|的)后\Z")
"""排名|后|3位, 全市|后|三名; not 会后, 此后."""
PLACE = ("位", "名")
TERM = lazy(r"[底月日年之以目会节提当事度末初期]前\Z")
"""A term that ends in 前 and is no rank: 4月底前|100%开工."""
SCOPE = lazy(
    r"""(?x)
    (?: [全我本][国省市县区州盟旗镇球] | 世界|国际|国内|行业 | 同类[^，。；、]{0,6}          # 全省|第3位
      | [居列排处] | 倒数 | 名次|排名|位次|序列|排序|位居|位列|前列|排在|稳居|保持               # 排名|第二
      | 进入|跻身|挤进|冲进|迈进                                                    # 跻身|前十
      | 总量|增速|增幅|同比|绩效|考核|指标                                            # 增速|第一
      | 地区|城市|县市 | [县市区]中 | 百强[县区市] | [省市县区州]级?                       # 百强县|前50位
    )第?\Z"""
)
RANK_END = lazy(r"(?=[，。；、：:,;.!！?？）)”\s]|$|的(?!一)|和|且|以内|行列|方阵|水平|左右)")
FIRST_PLACE = lazy(
    r"""(?x)
    (?: 居|列|排名|排在|稳居|位居|位列|跃居|名列|保持|跃升|升至|上升到|升到|进位到|跃升至 )(?:在|至|到)?
    (?: [全我][国省市县区州] | 世界|全球|国内|中部|西部|东部|东北|西南|西北|华东 | [^，。；、\d]{1,8}? )?
    (?P<place>首位)\Z                                                              # 居全省|首位; not 摆在首位
    """
)
UNIMPORTANT = ("摆在", "放在", "置于", "列为", "作为")
"""摆在|第一位 is no rank."""
LARGEST_RANK = 1000
"""A larger number behind 第 is a number of a paper."""


def ranks_here(sight: Sight) -> bool:
    """Whether 第 or 前 before the numeral asks for a rank: 第3位, 前50强."""
    if sight.last == "后":
        return (
            LAST_PLACES.search(sight.before) is not None
            and sight.text[sight.token.end : sight.token.end + 1] in PLACE
        )
    return (
        sight.last in RANK_SIGNS
        and sight.token.form in ("plain", "redacted")
        and not TERM.search(sight.before)
    )


def rank(sight: Sight) -> Quantity | None:
    """第3位, 前50强, 全省第一: a place in an order, as opposed to an ordinal (第15次, 前两批)."""
    text, token, ahead = sight.text, sight.token, sight.last in "前后"
    following = text[token.end : token.end + 1]
    scoped = SCOPE.search(sight.before[:-1])
    if following in PLACE or (ahead and following in ("强", "列")):
        unit, end = "位" if following == "列" else following, token.end + 1
        first_of_all = not ahead and token.low == 1 and not scoped
        if (following == "位" and sight.before[:-1].endswith(UNIMPORTANT)) or (
            following == "名" and first_of_all
        ):
            return None
    elif ahead and following in ("%", "％") and scoped:
        unit, end = "%", token.end + 1
    elif scoped and RANK_END.match(text, token.end) and (token.low or 0) <= LARGEST_RANK:
        unit, end = "位", token.end
    else:
        return None
    start = token.start - 1
    return Quantity(
        start,
        end,
        start,
        token.low,
        token.high,
        unit,
        "rank",
        "<=" if ahead else "=",
        "rank",
        token.form == "redacted",
    )


def first_places(text: str, start: int, end: int) -> Iterator[Quantity]:
    """居全省首位: a rank that has no numeral."""
    at = text.find("首位", start, end)
    while at >= 0:
        if match := FIRST_PLACE.search(text, max(start, at - 16), at + 2):
            begin, finish = match.span("place")
            yield Quantity(begin, finish, begin, Decimal(1), None, "位", "rank", "=", "first place")
        at = text.find("首位", at + 2, end)


# --- other numbers without a unit ---

GROWTH = lazy(r"增长|增幅|增速|上升|提升|下降|降幅|涨幅|增势")


def digits_of_growth(sight: Sight) -> Quantity | None:
    """两位数 of growth is 10 % or more; of anything else it is no amount."""
    end = sight.token.end
    if GROWTH.search(sight.before) or GROWTH.search(sight.text, end, min(sight.limit, end + 8)):
        return quantity(sight, end, "%", "percent", "number of digits")
    return None


RATIO = lazy(r"[ ]?[:：∶][ ]?1(?![0-9.:：])")
RATIO_SIGNS = frozenset(" :：∶")
RATIO_NOUN = lazy(r"比[^，。；]{0,8}\Z")
"""收入|比缩小到2.1:1."""
INCOME_RATIO = lazy(
    r"(?:收入之?比|收入倍差|比值)(?:由[\d.]{1,5})?(?:进一步|再)?(?:缩小|降低|下降|降|收窄|扩大|控制|保持|稳定)?(?:到|至|在|为|由)\Z"
)
"""城乡居民收入比由|1.86缩小至|1.71."""
MONEY_BEHIND = lazy(
    r"级|元|产业|企业|园区|集群|项目|大关|市值|俱乐部|规模|投资|目标|台阶|强县|工程|资金|市场|赛道|能级|镇|以上(?=[的项企产工园])"
)
"""What makes 百亿 and 1000亿 money without 元: 百亿|级产业, 突破1000亿|大关."""
MONEY_BEFORE = lazy(
    r"""(?x)
    (?: 值|额|款|收入|投资|引资|外资|资金|资产|规模|营收|税收|余额|市值|GDP|总量|融资|利润|消费|债券|基金|贷 )
    (?: 超|突破|达到?|过|近|约|完成|实现|增至|增加到|首次 )*了?\Z                          # 产值突破|1000亿
    """
)
PEOPLE_BEHIND = lazy(
    r"""(?x)[^，。；、：\d万亿]{0,6}?
    (?: 居民|群众|农民|学生|用户|职工|党员|干部|老人|老年人|儿童|家庭|农户|劳动力|毕业生|员工|消费者|参保者   # 2235万|城市居民
      | 市民|村民|游客|师生|劳动者|志愿者|脱贫户|贫困户|监测对象|人口 )"""
)
PEOPLE_BEFORE = lazy(
    r"(?:人数|人次|人口|户数|用户|粉丝|游客|数量|总数|次数)(?:突破|超过|超|达到?|近|约|逾|增至|增加到)*了?\Z"
)
"""旅居人数超|550万."""
INDEX = lazy(
    r"""(?x)
    (?: 指数|得分|评分|分值|系数 )(?:值|均值)?(?:平均|分别)?
    (?: 控制在|保持在|达到|达|为|是|升至|提升到|提高到|降至|[:：] )\Z                         # 指数达到|95.3
    """
)


INDEX_ENDS = frozenset("在到达为是至:：")
"""The last characters of what `INDEX` matches."""


def _ratio(sight: Sight) -> Quantity | None:
    """收入比缩小到|2.1:1, 收入比由|1.86|缩小至|1.71."""
    end = sight.token.end
    if sight.text[end : end + 1] in RATIO_SIGNS:
        ratio = RATIO.match(sight.text, end, sight.limit)
        if ratio and RATIO_NOUN.search(sight.before):
            return quantity(sight, ratio.end(), ":1", "ratio", "ratio")
    if INCOME_RATIO.search(sight.before):
        return quantity(sight, end, None, "ratio", "ratio without its one")
    return None


def without_unit(sight: Sight) -> Quantity | None:
    """Numbers that need no unit: 百亿级, 突破1000亿大关, 2235万居民, 2.1:1, 指数达到95.3, **万市民."""
    text, token, written = sight.text, sight.token, sight.written
    if token.form == "redacted" and not written.endswith("万"):
        return None
    if token.arabic and (ratio := _ratio(sight)) is not None:
        return ratio
    if token.arabic and token.scale == 1:
        index = not goes_on(text, token.end) and (
            (sight.last in INDEX_ENDS and INDEX.search(sight.before))
            or ("." in written and sight.before.endswith("指数"))  # 居民消费价格指数|102.6
        )
        return quantity(sight, token.end, None, "other", "index value") if index else None
    ends = not goes_on(text, token.end)
    if "亿" in written and written[-1] in "亿多余":
        money = MONEY_BEHIND.match(text, token.end, sight.limit) or (
            ends and MONEY_BEFORE.search(sight.before)
        )
        if money and (written != "亿" or sight.last in "过超破"):
            return quantity(sight, token.end, "元", "money", "hundreds of millions without 元")
    if "万" not in written or written[-1] not in "万多余":
        return None
    people = PEOPLE_BEHIND.match(text, token.end) or (ends and PEOPLE_BEFORE.search(sight.before))
    return quantity(sight, token.end, None, "count", "tens of thousands without a unit") if people else None


# --- lost digits ---

LOST_DIGITS = lazy(r"\.(?=%|个百分点|[万亿]{1,2}[元吨])(?<![0-9a-zA-Z.*]\.)")
"""All digits lost: 提高了|.个百分点."""
BLANK = lazy(
    r"""(?x)
    [ ](?<=[\u4e00-\u9fff][ ]) (?=(?:[万亿]{1,2}[元吨亩]|个百分点|%))                             # 达到| 亿元
    (?=[^，。；、,;]{1,5}(?:[，。；、,;）)]|以上|左右))
    """
)
MYRIADS = lazy(r"[万亿]*")


def without_digits(text: str, start: int, end: int) -> Iterator[Quantity]:
    """Amounts whose digits were lost: `.个百分点`, `达到 亿元`; reported without an amount."""
    for pattern, note in ((LOST_DIGITS, "digits lost"), (BLANK, "number left blank")):
        for match in pattern.finditer(text, start, end):
            scale = MYRIADS.match(text, match.end())
            at = scale.end() if scale else match.end()
            unit_end = units().match(text, at, end)
            if unit_end is None:
                continue
            unit = units()[text[at:unit_end]]
            begin = match.start() if pattern is LOST_DIGITS else match.end()
            sight = Sight.of(text, Token(begin, at, None, form="redacted"), end)
            found = quantity(sight, unit_end, unit.form, unit.kind, "number without digits")
            yield found._replace(notes=(note,))
