"""Quantities: numerals with their unit and their bounds, before anything is known of what they measure.

Used by `targets` alone. What looks like an amount and is none (dates, ordinals, levels, fixed labels) is left out
here, by what stands right beside the number; see `docs/explanation/targets.md` for the list.
"""

from __future__ import annotations

import re
from decimal import Decimal
from functools import cache
from typing import TYPE_CHECKING

from attrs import evolve, field, frozen

from ..lexicon import Lexicon, read_rows
from ..patterns import lazy
from ..numerals import Token, scan
from ..units import Unit, units

if TYPE_CHECKING:
    from collections.abc import Iterator
    from typing import Any

    from ..mentions import Comparator, TargetKind

__all__ = ["Quantity", "QuantityReader"]


@frozen(slots=True)
class Quantity:
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


# --- words ---


@cache
def bounds_before() -> Lexicon[str]:
    """Bounds that stand right before an amount (超过, 近); an empty value for words that only end like one (节约)."""
    return Lexicon({word: sign for word, place, sign in read_rows("bounds") if place == "before"})


@cache
def bounds_after() -> Lexicon[str]:
    """Approximators that stand right behind an amount: 以上, 左右, 余."""
    return Lexicon({word: sign for word, place, sign in read_rows("bounds") if place == "after"})


@cache
def labels() -> Lexicon[None]:
    """Fixed names that begins with a numeral: 三次产业, 四套班子, 三门峡."""
    return Lexicon({word: None for (word,) in read_rows("target_labels")})


@cache
def unit_words() -> Lexicon[bool]:
    """Words that begin like a unit, and whether the unit is meant after all (5项目标)."""
    return Lexicon({word: reading == "unit" for word, reading in read_rows("unit_words")})


# --- what stands beside a number ---

TIME_UNITS = frozenset({"年", "天", "个月", "小时", "个小时", "周", "个星期", "星期", "个季度", "个工作日", "工作日", "个年头"})
ANCHORED_BEFORE = lazy(r"(?:未来|今后|最近|近|过去|(?<!提)前|后|这|那|上|第|头|往后|此后|接下来|下一个|以后|随后|届满|每|建[国党军州]|同期|去|本)的?\Z")
"""What makes a length of time a date: 未来五年, 近3个月, 过去的五年."""
ANCHORED_AFTER = lazy(r"(?:的?时间)?(?:[之以]?内|[之以]?前|以?来|间|之间|以?间|期间|年均)")
"""三年内, 五年来, 3个月前."""
SHORTENED = lazy(r"(?:压缩|缩短|控制|减少|压减|降低|限制|缩减|提速)(?:到|至|在|为)了?\Z")
"""A time taken, not a term: 开办时间压缩到|1天以内."""
NAMED_PERIOD = lazy(
    r"(?:期|滚动)?(?:规划|计划|行动|攻坚|倍增|大庆|制|度|级|生|禁渔|目标|提升|整治|跨越|翻番|大变|大见|任期|方案|工程|建设|改革|任务|[Ii]|振兴|会战|突破|改造|发展|过渡期|免费|义务)"
)
"""A length of time inside a name: 三年行动, 五年规划, 十年禁渔."""
COUNTER = lazy(r"(?:浏览|阅读|点击|访问|查看|播放|人气|点赞|评论|围观|下载)(?:次数|总数|人数|量|数)?(?:为|达)?[：:]?\s*\Z|(?:省略|全文共?|显示|字数[：:]?)\Z")
"""Counters of views and paywalls: 浏览次数：150次, 全文共7174字."""
LATIN_BEFORE = lazy(r"[A-Za-z][.\-]?\Z|(?<=\d)[:：]\Z|[〔\[]\Z|\d[·•]\Z")
SPEECH_POINTS = lazy(r"点(?:具体|明确|工作|重要|希望|初步|基本)?(?:要求|意见|建议|希望|看法|体会|启示|措施|内容|共识|指示|倡议|想法|认识|期望|安排)")
"""三点要求; a bare 三点 is an hour."""
SCORE_END = lazy(r"(?=[，。；、：:,;.!！）)\s的]|以上|以下|左右|$)")
RANK_SCOPE = lazy(
    r"(?:[全我本][国省市县区州盟旗镇球]|世界|国际|国内|行业|同类[^，。；、]{0,6}|[居列排处]|名次|排名|位次|序列|进入|跻身|挤进|保持|稳居|总量|增速|增幅|[省市县区州]级?|位居|位列|前列|排在|地区|城市|同比|排序|冲进|迈进|县市|[县市区]中|百强[县区市]|绩效|考核|指标)(?:第)?\Z"
)
TERM = lazy(r"[底月日年之以目会节提当事度末初期]前\Z")
"""A term that ends in 前 and is no rank: 4月底前|100%开工."""
RANK_END = lazy(r"(?=[，。；、：:,;.!！?？）)”\s]|$|的(?!一)|和|且|以内|行列|方阵|水平|左右)")
FIRST_PLACE = lazy(
    r"(?:居|列|排名|排在|稳居|位居|位列|跃居|名列|保持|跃升|升至|上升到|升到|进位到|跃升至)(?:在|至|到)?(?:[全我][国省市县区州]|世界|全球|国内|中部|西部|东部|东北|西南|西北|华东|[^，。；、\d]{1,8}?)?(?P<place>首位)\Z"
)
"""居全省首位 is a rank; 摆在首位 is none."""
BARE_MONEY_BEHIND = lazy(r"级|元|产业|企业|园区|集群|项目|大关|市值|俱乐部|规模|投资|目标|台阶|强县|工程|资金|市场|赛道|能级|镇|以上(?=[的项企产工园])")
"""What makes 百亿 and 1000亿 money without 元: 百亿级产业, 突破1000亿大关."""
MONEY_NOUN = lazy(r"(?:值|额|款|收入|投资|资金|资产|规模|营收|税收|余额|市值|GDP|总量|融资|利润|消费|债券|基金|贷)(?:超|突破|达到?|过|近|约|完成|实现|增至|增加到|首次)*了?\Z")
PEOPLE = lazy(
    r"(?:[^，。；、：\d万亿]{0,6}?(?:居民|群众|农民|学生|用户|职工|党员|干部|老人|老年人|儿童|家庭|农户|劳动力|毕业生|员工|消费者|参保者|市民|村民|游客|师生|劳动者|志愿者|脱贫户|贫困户|监测对象))"
)
"""Whom a number in 万 counts without a measure word: 2235万城市居民."""
PEOPLE_NOUN = lazy(r"(?:人数|人次|人口|户数|用户|粉丝|游客|数量|总数|次数)(?:突破|超过|超|达到?|近|约|逾|增至|增加到)*了?\Z")
"""What a number in 万 counts without a unit: 旅居人数超550万."""
INDEX = lazy(r"(?:指数|得分|评分|分值|系数|GDP平减)(?:值|均值)?(?:平均|分别)?(?:控制在|保持在|达到|达|为|是|升至|提升到|提高到|降至|[:：])\Z")
"""An index value has no unit: 指数达到95.3."""
RATE = lazy(r"(?:/[ ]?|每)(?:[万亿]|百|千)?")
"""元/平方米, 微克每立方米."""
JIAO_FEN = lazy(r"(?:(?P<jiao>[0-9一二两三四五六七八九])[角毛])?(?:(?P<fen>[0-9一二三四五六七八九])分)?")
RATIO = lazy(r"[ ]?[:：∶][ ]?1(?![0-9.:：])")
TO = lazy(r"[ ]?(?:[到至]|[-－—–~～]{1,2})[ ]?\Z")
MONTHS_AND_MORE = lazy(r"多(?=(月|小时|星期|工作日))")
"""两个多月."""
SESSION = lazy(r"[一二三四五六七八九十]中|全会|人大|政协|历次|委员会|全国|中央")
RATIO_NOUN = lazy(r"比[^，。；]{0,8}\Z")
MYRIADS = lazy(r"[万亿]*")
LIST_SIGN = lazy(r"[ ]?(?:[、和与及]|以及)[ ]?")
PER = lazy(r"每(?:[^，。；、\d]{0,3})\Z")
GROWTH = lazy(r"增长|增幅|增速|上升|提升|下降|降幅|涨幅|增势")
CURRENCY_PREFIX = lazy(r"(?P<name>人民币|新台币|港币|美金|台币|日币|美元|欧元|韩币)[ ]?\Z")
QUOTED = lazy(r"“(?P<words>[^“”\n]{1,60})”|《[^《》\n]{1,80}》|‘(?P<inner>[^‘’\n]{1,40})’")
LOST_DIGITS = lazy(r"\.(?=%|个百分点|[万亿]{1,2}[元吨])(?<![0-9a-zA-Z.*]\.)")
"""All digits lost: `提高了.个百分点`."""
BLANK = lazy(r" +(?=(?:[万亿]{1,2}[元吨亩]|个百分点|%))(?<=[\u4e00-\u9fff] )(?=[^，。；、,;]{1,5}(?:[，。；、,;）)]|以上|左右))")
"""The number blanked out: `达到 亿元`."""


def shorthand_stretches(text: str, start: int, end: int) -> list[tuple[int, int]]:
    """Quoted shorthand and titles, whose numbers are no amounts: “五包一”, 《…三年行动计划》.

    A longer quotation with a sentence in it is speech, and its amounts count.
    """
    found: list[tuple[int, int]] = []
    for match in QUOTED.finditer(text, start, end):
        words = match["words"] or match["inner"]
        if words is None or _is_shorthand(words):
            found.append(match.span())
    return found


def _is_shorthand(words: str) -> bool:
    """Whether a quotation is a catchword or a row of them rather than a sentence: each piece is short."""
    return "。" not in words and all(len(piece) <= 15 for piece in re.split(r"[、，,；;]", words))


@frozen(slots=True)
class QuantityReader:
    """Reads the quantities of a text.

    Attributes:
        units: what may stand behind a number; extend with `|`.
        labels: names that begin like a quantity; extend with `|`.
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
            while token.start >= skip_to:
                skip_from, skip_to = next(closed)
            if token.start < done or token.start >= skip_from:
                continue
            quantity = self._quantity(text, token, end)
            if quantity is None:
                waiting = [*waiting[-7:], token] if token.arabic and LIST_SIGN.match(text, token.end) else []
                continue
            found += _listed(text, waiting, token, quantity)
            waiting = []
            if found and (joined := _joined(text, found[-1], quantity)):
                found[-1] = quantity = joined
            else:
                found.append(quantity)
            done = quantity.end
        found += _without_digits(text, start, end)
        found += _first_places(text, start, end)
        return sorted(found, key=lambda q: q.start)

    def _quantity(self, text: str, token: Token, limit: int) -> Quantity | None:
        """The quantity that a numeral begins, or None."""
        before = text[max(0, token.start - 12) : token.start]
        if before and before[-1].isascii() and LATIN_BEFORE.search(before) and not CURRENCY_PREFIX.search(before):
            return None
        if self.labels.match(text, token.start) is not None:
            return None
        if before.endswith("×"):
            return None
        if before.endswith(("第", "前")) and token.form == "plain" and not TERM.search(before):
            return self._rank(text, token, before, limit)
        if token.unit:
            return _close(text, token, token.end, token.unit, "percent", "numeral that names a share", limit)
        if token.form == "digits":
            return _digits(text, token, before, limit)
        if token.form == "fraction":
            return _close(text, token, token.end, None, "ratio", "fraction", limit)
        at = token.end + 1 if text[token.end : token.end + 1] in (" ", "\u3000") else token.end
        unit_end = self.units.match(text, at, limit)
        if unit_end is None:
            return _without_unit(text, token, before, limit)
        return self._measured(text, token, before, at, unit_end, limit)

    def _measured(self, text: str, token: Token, before: str, at: int, unit_end: int, limit: int) -> Quantity | None:
        """A numeral with a unit behind it."""
        unit = self.units[text[at:unit_end]]
        word_end = unit_words().match(text, at, limit)
        if word_end is not None and word_end > unit_end and not unit_words()[text[at:word_end]]:
            return None
        if unit.name in ("次", "人", "人次", "字", "个") and COUNTER.search(before):
            return None
        if unit.part or not _countable(text, token, unit, before, unit_end):
            return None
        rule, form, end = f"number with a unit of {unit.dimension}", unit.form, unit_end
        if unit.name == "个" and (longer := MONTHS_AND_MORE.match(text, end)):
            token = evolve(token, comparator=">")  # 两个多月
            form, end = "个" + longer[1], longer.end() + len(longer[1])
            unit = self.units[form]
            if not _countable(text, token, unit, before, end):
                return None
        if rate := RATE.match(text, end, limit):
            per_end = self.units.match(text, rate.end(), limit)
            if per_end is None and text[rate.end() : rate.end() + 1] in ("人", "天", "日", "月", "年", "亩", "户"):
                per_end = rate.end() + 1
            if per_end is not None:  # 元/平方米
                form, end, rule = form + text[end:per_end], per_end, "rate"
        low, high = token.low, token.high
        kind: TargetKind = "other" if rule == "rate" and not unit.currency else unit.kind
        if unit.name == "块" and token.scale >= 10**4 and not _more_han(text, end):  # 几十万块
            unit, form, kind = self.units["元"], "元", "money"
        if unit.currency:
            if form == "元" and unit.name == "元" and low is not None and (cents := JIAO_FEN.match(text, end, limit)) and cents[0]:
                low += _cents(cents)
                end = cents.end()
            if prefix := CURRENCY_PREFIX.search(before):
                code = self.units[prefix["name"]]
                if form == "元" or code.form == form:
                    form = code.form
                    token = evolve(token, start=token.start - len(prefix[0]))
        return _close(text, evolve(token, low=low, high=high), end, form, kind, rule, limit)

    def _rank(self, text: str, token: Token, before: str, limit: int) -> Quantity | None:
        """第3位, 前50强, 全省第一: a place in an order, as opposed to an ordinal (第15次, 前两批)."""
        ahead = before.endswith("前")
        end, unit = token.end, "位"
        following = text[end : end + 1]
        scoped = RANK_SCOPE.search(before[:-1])
        if following in ("位", "名") or (ahead and following in ("强", "列")):
            if following == "位" and before[:-1].endswith(("摆在", "放在", "置于", "列为", "作为")):
                return None
            unit, end = ("位" if following == "列" else following), end + 1
            if not ahead and token.low == 1 and not scoped and following == "名":
                return None  # 第一名 of a race, 第一名同志
        elif ahead and following in ("%", "％") and scoped:
            unit, end = "%", end + 1
        elif not scoped or not RANK_END.match(text, end) or (token.low or 0) > 1000:
            return None
        start = token.start - 1
        return Quantity(
            start, end, start, token.low, token.high, unit, "rank", "<=" if ahead else "=", "rank",
        )  # fmt: skip


# --- building ---


def _close(
    text: str, token: Token, end: int, unit: str | None, kind: TargetKind, rule: str, limit: int
) -> Quantity:  # fmt: skip
    """The quantity, with its bounds from both sides; where they disagree, a note says so."""
    sign: Comparator = token.comparator
    notes: tuple[str, ...] = ()
    after = bounds_after().match(text, end, limit)
    behind = ""
    if after is not None and not _is_word_behind(text, end, after):
        behind = bounds_after()[text[end:after]]
        end = after
    approximated = bool(behind) or token.comparator != "="
    lead = token.start - 1 if text[token.start - 1 : token.start] == " " else token.start
    before_start = bounds_before().match_back(text, lead, max(0, lead - 8))
    ahead = ""
    before = token.start
    if before_start is not None:
        word = text[before_start:lead]
        sign_word = bounds_before()[word]
        if sign_word and (word not in ("上", "过") or token.form == "bare"):
            ahead, before = sign_word, before_start
            if word in ("控制在", "严控在", "控制到") and behind:
                ahead = ""
    if not behind and kind == "duration" and text[end : end + 1] == "内":
        behind = "<="  # 15个工作日|内
    said = [bound for bound in (ahead, sign if sign != "=" else "", behind) if bound]
    if said:
        sign = said[-1]  # type: ignore[assignment]
        if len({bound[0] for bound in said}) > 1:
            notes = (f"bounds disagree: {text[before:end]}",)
        elif ">" in said or "<" in said:
            sign = said[0][0]  # type: ignore[assignment]
    redacted = token.form == "redacted"
    return Quantity(
        token.start, end, before, token.low, token.high, unit, kind, sign, rule,
        redacted=redacted, notes=notes, approximated=approximated,
    )  # fmt: skip


def _is_word_behind(text: str, start: int, end: int) -> bool:
    """Whether what looks like an approximator begins a word: 以上海, 多种, 余额, 上下联动."""
    word, following = text[start:end], text[end : end + 1]
    if word == "以上":
        return following in "海级党" and following != ""
    if word == "多":
        return following not in "的，。；、：,;)） 资元" or following == ""
    if word == "余":
        return following in "额热粮量杭姚江"
    if word == "上下":
        return following in "联一游"
    if word in ("以外", "之上"):
        return word == "以外" and following == "的"
    return False


def _cents(match: re.Match[str]) -> Decimal:
    """Jiao and fen behind a sum in yuan: 1角1分 is 0.11."""
    digits = {c: i for i, c in enumerate("零一二三四五六七八九")} | {"两": 2}
    values = (match["jiao"], match["fen"])
    jiao, fen = (0 if v is None else int(v) if v.isascii() else digits[v] for v in values)
    return Decimal(jiao) / 10 + Decimal(fen) / 100


def _countable(text: str, token: Token, unit: Unit, before: str, end: int) -> bool:
    """Whether a numeral and the unit behind it are an amount, not a date, an ordinal, a level or a rhetorical 一."""
    single = token.end - token.start == 1 and not token.arabic and token.form == "plain"
    if token.form == "bare" and not _bare_counts(text, token, unit, before, end):
        return False
    if single and text[token.start] == "一" and unit.kind not in ("multiple", "percent", "points"):
        return False
    if single and text[token.start] == "二" and unit.kind == "count":
        return False
    if unit.name == "次" and before.endswith("届"):  # 十二届八次全会
        return False
    if unit.kind == "count" and text[token.start : token.end] in ("一两", "一二"):
        return False
    if unit.digits_only and single:
        return unit.name == "点" and SPEECH_POINTS.match(text, end - 1) is not None
    if unit.name == "点" and not SPEECH_POINTS.match(text, end - 1):
        return False
    if unit.name == "分":
        return SCORE_END.match(text, end) is not None and not before.endswith(("时", "点", ":", "："))
    if unit.name == "届":
        return _counts_sessions(token, before, text, end)
    if unit.kind == "duration":
        return _is_length_of_time(text, token, unit, before, end)
    if text[token.start : token.end] in ("三", "两", "四") and unit.name in ("套", "条") and text[end : end + 2] in ("班子", "腿走"):
        return False
    return True


def _counts_sessions(token: Token, before: str, text: str, end: int) -> bool:
    """连续举办5届 counts; 二十届四中全会 and 十四届人大 are ordinals."""
    if before.endswith(("连续", "举办", "承办", "举办了", "召开", "承办了", "已举办", "办了")):
        return True
    return token.arabic and not SESSION.match(text, end)


def _bare_counts(text: str, token: Token, unit: Unit, before: str, end: int) -> bool:
    """Whether a scale without a digit is an amount: 百亿元, 上百人, 千万元以上; not 千名干部, 每千人口, 万元."""
    if PER.search(before):
        return False
    word = text[token.start : token.end]
    if len(word) > 1:
        return word[-1] in "亿万" or unit.kind != "count"
    if word == "亿" and unit.currency is not None and bounds_after().match(text, end) is not None:
        return True
    at = bounds_before().match_back(text, token.start, max(0, token.start - 4))
    return at is not None and bool(bounds_before()[text[at : token.start]])


def _is_length_of_time(text: str, token: Token, unit: Unit, before: str, end: int) -> bool:
    """Whether it is a bare length of time (3年, 5天); anchored on now or on a date it is a date."""
    if unit.name in ("岁", "周岁") or unit.name not in TIME_UNITS:
        return True
    working = "工作日" in unit.name or unit.name in ("小时", "个小时") or bool(SHORTENED.search(before))
    if not working and (ANCHORED_BEFORE.search(before) or ANCHORED_AFTER.match(text, end)):
        return False
    if before.endswith(("第", "每")):
        return False
    if unit.name == "年":
        digits = text[token.start : token.end]
        if token.low is not None and (token.low >= 1000 or (token.arabic and (70 <= token.low < 100 or digits[0] == "0"))):
            return False
        if not token.arabic and len(digits) >= 2 and not any(c in "十百千万亿" for c in digits) and token.high is None:
            return False  # 二〇二一年
        if text[end : end + 1] in "0123456789一二三四五六七八九十上下初末底春夏秋冬" and text[end : end + 1]:
            return False  # 21年3月, 十五年底
    if text[end : end + 1] == "第":
        return False
    return NAMED_PERIOD.match(text, end) is None


def _digits(text: str, token: Token, before: str, limit: int) -> Quantity | None:
    """两位数 of growth is 10 % or more; of anything else a bare number."""
    end = limit if limit < token.end + 8 else token.end + 8
    if GROWTH.search(before) or GROWTH.search(text, token.end, end):
        return _close(text, token, token.end, "%", "percent", "number of digits", limit)
    return None


def _without_unit(text: str, token: Token, before: str, limit: int) -> Quantity | None:
    """Numbers that need no unit: 百亿级, 突破1000亿大关, 2.1:1, 指数达到95.3."""
    if token.form == "redacted":
        return None
    if (ratio := RATIO.match(text, token.end, limit)) and RATIO_NOUN.search(before):
        return _close(text, token, ratio.end(), ":1", "ratio", "ratio", limit)
    last = text[token.end - 1]
    if last == "亿" or (token.comparator == ">" and "亿" in text[token.start : token.end]):
        named = BARE_MONEY_BEHIND.match(text, token.end, limit)
        if named or (MONEY_NOUN.search(before) and not _more_han(text, token.end)):
            if text[token.start : token.end] == "亿" and not named:
                return None
            if text[token.start : token.end] == "亿":
                return None
            return _close(text, token, token.end, "元", "money", "hundreds of millions without 元", limit)
        return None
    if last in "万亿多余" and "万" in text[token.start : token.end] and PEOPLE.match(text, token.end):
        return _close(text, token, token.end, None, "count", "tens of thousands of people", limit)
    if last in "万亿" and PEOPLE_NOUN.search(before) and not _more_han(text, token.end):
        return _close(text, token, token.end, None, "count", "tens of thousands without a unit", limit)
    if token.form == "plain" and token.arabic and INDEX.search(before) and not _more_han(text, token.end):
        return _close(text, token, token.end, None, "other", "index value", limit)
    return None


def _more_han(text: str, at: int) -> bool:
    """Whether the phrase goes on behind the number."""
    return "\u4e00" <= text[at : at + 1] <= "\u9fff" and bounds_after().match(text, at) is None


def _listed(text: str, waiting: list[Token], last: Token, quantity: Quantity) -> Iterator[Quantity]:
    """The numbers before `quantity` that share its unit: 分别提高15、|22个百分点."""
    run: list[Token] = []
    following = quantity.before
    for token in reversed(waiting):
        if not LIST_SIGN.fullmatch(text, token.end, following) or token.form != "plain":
            break
        run.insert(0, token)
        following = token.start
    if not run or (quantity.kind not in ("points", "percent") and "分别" not in text[max(0, following - 12) : following]):
        return
    for token in run:
        factor = last.scale if token.scale == 1 and last.scale >= 10**4 else 1
        low = None if token.low is None else token.low * factor
        yield evolve(
            quantity, start=token.start, end=token.end, before=token.start, low=low, high=token.high,
            comparator="=", rule="number of a list with one unit", notes=(), approximated=False,
        )  # fmt: skip


def _joined(text: str, low: Quantity, high: Quantity) -> Quantity | None:
    """Two quantities in one unit as a range: 5%-6%, 1万元至5万元; but 由5%到6% is two."""
    gap = high.before - low.end
    if not 0 < gap <= 4 or low.unit != high.unit or low.approximated or low.high is not None or high.high is not None:
        return None
    if low.low is None or high.low is None or not low.low < high.low or not TO.fullmatch(text, low.end, high.before):
        return None
    if text[low.end] in "到至" and text[low.before - 1 : low.before] in ("由", "从"):
        return None
    return evolve(low, end=high.end, high=high.low, comparator=high.comparator if low.comparator == "=" else low.comparator)


def _without_digits(text: str, start: int, end: int) -> Iterator[Quantity]:
    """Amounts whose digits were lost: `.个百分点`, `达到 亿元`; reported without an amount."""
    for pattern, note in ((LOST_DIGITS, "digits lost"), (BLANK, "number left blank")):
        for match in pattern.finditer(text, start, end):
            at = MYRIADS.match(text, match.end()).end()  # type: ignore[union-attr]
            unit_end = units().match(text, at, end)
            if unit_end is None:
                continue
            unit = units()[text[at:unit_end]]
            begin = match.start() if pattern is LOST_DIGITS else match.end()
            token = Token(begin, at, None, form="redacted")
            yield evolve(_close(text, token, unit_end, unit.form, unit.kind, "number without digits", end), notes=(note,))


def _first_places(text: str, start: int, end: int) -> Iterator[Quantity]:
    """居全省首位."""
    at = text.find("首位", start, end)
    while at >= 0:
        match = FIRST_PLACE.search(text, max(start, at - 16), at + 2)
        at = text.find("首位", at + 2, end)
        if match is None:
            continue
        yield Quantity(
            match.start("place"), match.end("place"), match.start("place"), Decimal(1), None, "位", "rank", "=", "first place",
        )  # fmt: skip
