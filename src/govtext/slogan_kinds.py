"""What sort of slogan a form is: by its shape, by what stands around it, and by the glossary.

The rules stand in one table, `RULES`, tried in order; each is a name and a test. See `docs/explanation/slogans.md`.
"""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING, NamedTuple

from .patterns import lazy
from .shorthand import is_code, is_counting, is_plan_period
from .slogan_words import ends_with, words

if TYPE_CHECKING:
    from collections.abc import Callable

    from .glossary import Entry
    from .mentions import SloganKind

__all__ = ["Candidate", "classify", "is_speech"]


class Candidate(NamedTuple):
    """A form with what its kind hangs on.

    Attributes:
        form: the text between the marks, or the bare form.
        before: the text before the opening mark, up to 24 characters of its line.
        after: the text behind the closing mark, up to 40 characters of its line.
        head: the noun it qualifies, or None.
        entry: what the glossary knows of it, or None.
        depth: how many quotations stand around it.
    """

    form: str
    before: str = ""
    after: str = ""
    head: str | None = None
    entry: Entry | None = None
    depth: int = 0


SENTENCE_END = "。！？!?…"

VERSE_MARKS = lazy(r"[，,。；;！!？?、]")

SPEECH_SAID_AFTER = lazy(r"^\s*(?:[^\W_]{0,10}[日天前上午晚][，,])?[,，]?[^\n，,。；;:：“”《》]{1,30}")
"""What may stand behind a quotation up to who said it: ”昨日，|区委书记陈一鸣强调."""

FIRST_PERSON = lazy(
    r"^(?:我|咱|你们|大家|同志们|希望|感谢|我们|这是|这次|以前|过去|现在|现在的|如今|有了|没想到|真的?)"
)

AWARDED_SINCE = lazy(r"(?:[\s\d]+年?|年度|全国|全省|国家|首批|第[一二三四五六七八九十\d]+批|世界|为|了)+$")
"""What stands between an award and its name: 入选年度“…”, 获评首批“…”."""

CHAIN_BEFORE = lazy(r"(?:“[^“”]{1,20}”[、，和及与]?)+$")
"""Other quotations right before: 表彰“三八红旗手”“巾帼建功标兵”."""

CHAINED = frozenset("”、，和及与")
"""How a chain of them ends."""

COUNTED_DRIVES = lazy(r"[一二两三四五六七八九十\d]+[大个项条]")

CHEER = lazy(r"(?:开门|半年|全年|首季|首月|月月|季季|年年|全程|满堂|全域)(?:红|稳|好|胜|旺)")
"""The cry of a drive for figures: 开门红, 半年红, 全年胜."""

PARTS = lazy(r"[、，,；;/—－]|(?<=...)[·•](?=...)|(?<=[^\W\da-zA-Z])\s+(?=[^\W\da-zA-Z])")
"""What parts the phrases of a motto: 人民至上、生命至上; 好客山东 好品山东."""

SMALL_COUNT = lazy(r"[一二两三四五六七八九十\d]{1,2}(?![要是不靠])[^\W\d_]{1,4}")

COUNTED_AGAIN = lazy(r".[一二两三四五六七八九十双]")
"""一核一带 counts twice."""

TURNING = lazy(r"[^\W\d_][改转变换替][^\W\d_]")
"""Three characters for a change: 白改黑, 煤改气."""

PLACED = lazy(r"[^\W\d_]{1,3}[上里]的[^\W\d_]{2,6}")
"""A figure of speech by its place: 舌尖上的安全, 指尖上的形式主义."""

CHIEFS = lazy(r"[^\W\d_]{1,2}长制")
"""A system of chiefs: 路长制, 楼长制; 挂号制 is a figure."""

COLOURS = lazy(r"[红橙黄绿青蓝紫黑白]{2,5}")

NAMED_DAY = lazy(r"(?!纪念|节假|工作|休息|双休)[^\W\d_]{2}[日节周]")

NO_DRIVES = (
    "脱节", "环节", "关节", "细节", "情节", "末日", "生日", "往日", "明日", "今日", "周年", "成年", "青年", "少年", "老年", "岁月", "四季"
)  # fmt: skip
"""Words that end as drives do and are none: 学用脱节."""

NAMES = ("窗口", "平台", "中心", "机制", "模式", "体系", "系统", "清单", "专窗", "小组", "工作站")
"""How a name ends that may hold a verb: “办不成事”反映窗口 is a cry, “办不成事反映窗口” is none."""

YEARS = lazy(r"[一两三四五六七八九十]年(?=..)(?!.{0,2}[一两三四五六七八九十])")
"""A length of time before what is to happen in it: 三年初见成效; 三年行动 closes with its own noun."""

VERBAL = lazy(
    r"^(?:谁|不|要|进入|走|让|把|做|当|为|以|向|与|有|没|敢|能|会|守|保|抓|促|建|创|争|学|讲|比|干|办|推|强|拓|跟着|奋进|建设|实现|打造|开展|强化|深化|推进|坚持)"
    r"|[不要就必让把为是向]|..者...|到底|起来|下去|出来|至上|先行|优先|第一$|在路上|进行时"
)
"""What makes a longer form a cry or a principle: 进入新时代, 绿水青山就是金山银山."""


def is_speech(candidate: Candidate) -> bool:
    """Whether a quotation is somebody's speech: a verb of speech stands by it and it reads as a sentence.

    >>> is_speech(Candidate("要统一思想、凝聚合力。", after="陈一鸣指出，要抓好落实"))
    True
    >>> is_speech(Candidate("四早", before="会议强调，落实", after="要求"))
    False
    """
    form, before = candidate.form, candidate.before.rstrip()
    if candidate.depth:
        return False
    if len(form) >= 60 and "。" in form:
        return True
    # the last: a line that begins with it: “现在一次就办好了！”近日，…
    if _said_ahead(form, before) or _said_behind(form, candidate.after):
        return True
    if len(form) >= 8 and (form[-1] == "。" or (form[-1] in SENTENCE_END and not before)):
        return not _is_verse(form)
    # 希望他们“着力抓好政企分开，加快体制改革”。 A principle would qualify a noun: “…”的总要求
    if len(form) < 25 or not ("，" in form or "," in form) or candidate.head is not None:
        return False
    clause = before[max(before.rfind(mark) for mark in "。；;！？!?") + 1 :]
    return next(words("speech").find(clause), None) is not None


def _is_verse(form: str) -> bool:
    """Whether a sentence has clauses of one length, as lines of verse have: 雄关漫道真如铁，而今迈步从头越."""
    lines = [line for line in VERSE_MARKS.split(form) if line]
    return len(lines) > 1 and len(set(map(len, lines))) == 1 and 3 < len(lines[0]) < 9


def _said_ahead(form: str, before: str) -> bool:
    """Whether a verb of speech leads into a quotation: `陈一鸣说：“…`, `陈一鸣说，“…`, `陈一鸣强调“要…`."""
    speech = words("speech")
    finished = form[-1] in SENTENCE_END
    if before.endswith((":", "：")):
        if finished and len(form) >= 8:
            return True  # 双眼含泪：“大家的恩情永远还不清。”
        return (finished or len(form) >= 6) and sentence_like(form) and said_before(before[:-1])
    if before.endswith(("，", ",")) and speech.match_back(before, len(before) - 1) is not None:
        claused = finished or "，" in form or "," in form or len(form) >= 15
        return claused and sentence_like(form)
    demand = finished or form.startswith(("要", "必须", "我们", "希望"))
    return demand and len(form) >= 10 and speech.match_back(before, len(before)) is not None


def _said_behind(form: str, after: str) -> bool:
    """Whether a verb of speech stands behind a quotation that ends as a sentence or a clause does: `…。”陈一鸣说`."""
    if form[-1] not in SENTENCE_END + "，," or after.startswith(("的", "等", "是", "这")):
        return False
    said = SPEECH_SAID_AFTER.match(after)
    return said is not None and ends_with(said[0].rstrip(), "speech") is not None


def said_before(before: str) -> bool:
    """Whether a stretch that ends before a colon tells of somebody speaking: `陈一鸣说`, `对记者说道`, `会议指出`."""
    return words("speech").match_back(before, len(before)) is not None or before.endswith(
        ("时", "如是说", "名言", "话")
    )


def sentence_like(form: str) -> bool:
    """Whether a form reads as a sentence rather than as a name: it has a clause mark, an end, or nine letters."""
    return form[-1] in SENTENCE_END or len(form) >= 9 or FIRST_PERSON.match(form) is not None


def _is_plan(c: Candidate) -> bool:
    return is_plan_period(c.form) or is_code(c.form)


def _is_named_title(c: Candidate) -> bool:
    """The title of a speech or an article: 作了题为“…”的报告."""
    return c.before.rstrip().endswith(("题为", "标题为", "书名为", "片名为"))


def _is_honour(c: Candidate) -> bool:
    if c.head and words("honour_after").match(c.head, 0) == len(c.head):
        return True
    named = _names_honour(c.form)
    if not named and len(c.form) < 4:
        return False
    before = AWARDED_SINCE.sub("", CHAIN_BEFORE.sub("", c.before) if c.before[-1:] in CHAINED else c.before)
    awarded = ends_with(before, "honour_before") is not None or before.endswith(
        ("获", "被授")
    ) > before.endswith("收获")
    if awarded and named:
        return True
    if named and (c.head == "评选" or ends_with(before, "honour_picked") is not None):
        return True  # 选树“最美家庭”20户
    counting = is_counting(c.form) and not c.form.startswith(("十佳", "十大", "五一", "三八"))
    return (awarded and len(c.form) >= 4 and not counting) or (
        named and c.form.startswith(("全国", "国家", "全省", "中国"))
    )


@lru_cache(maxsize=4096)
def _names_honour(form: str) -> bool:
    return ends_with(form, "honour") is not None or (form.startswith("最美") and len(form) > 3)


@lru_cache(maxsize=4096)
def _parts(form: str) -> tuple[str, ...]:
    return tuple(part for part in PARTS.split(form) if part)


def _is_driven(c: Candidate) -> bool:
    """A list of phrases that names a drive: “千村示范、万村整治”工程."""
    if len(_parts(c.form)) < 2:
        return False
    return c.form.endswith("下乡") or (c.head or "").endswith(("活动", "行动", "工程", "竞赛", "大赛"))


def _is_count_list(c: Candidate) -> bool:
    """“一枢纽、四中心”; “一天两点名、一天两见面” is a motto."""
    parts = _parts(c.form)
    if all(part[0] == "一" and not COUNTED_AGAIN.search(part) for part in parts):
        return False  # 一窗受理、一网通办: a parallel
    if all(part[1:2] == "分" for part in parts):
        return False  # 一分部署、九分落实: shares
    return len(parts) > 1 and all(
        SMALL_COUNT.fullmatch(part) and len(part) <= 4 and is_counting(part) for part in parts
    )


def _is_parallel(c: Candidate) -> bool:
    return len(_parts(c.form)) > 1


def _is_named_drive(c: Candidate) -> bool:
    """“第三产业提升年”, “五五购物节”; what counts its drives (“三大行动”) is shorthand."""
    form = c.form
    if COUNTED_DRIVES.match(form):
        return False
    if len(form) < 4:
        return CHEER.fullmatch(form) is not None or NAMED_DAY.fullmatch(form) is not None
    if form.endswith(NO_DRIVES):
        return False
    return CHEER.fullmatch(form) is not None or ends_with(form, "campaign", 2) is not None


def _is_counting(c: Candidate) -> bool:
    return _counts(c.form)


@lru_cache(maxsize=4096)
def _counts(form: str) -> bool:
    if YEARS.match(form):
        return False
    if form.startswith("一"):
        return sum(char in "一二两三四五六七八九十双" for char in form) > 1 or len(form) == 2
    return is_counting(form) or form.startswith("零")


def _is_drive(c: Candidate) -> bool:
    if c.form.endswith("杯") and (c.head or "").startswith(("竞赛", "大赛", "比赛", "评比", "联赛", "杯赛")):
        return True  # “大禹杯”竞赛先进单位
    if c.head is not None and c.head.startswith(("培养", "打通")):
        return False  # “断头路”打通工程: what is dealt with, not a name
    return c.head is not None and c.head.endswith(
        ("活动", "行动", "竞赛", "大赛", "攻坚战", "大会战", "主题教育", "工程", "计划")
    )


def _is_principle(c: Candidate) -> bool:
    if len(c.form) < 4 or "+" in c.form:
        return False
    if c.head and ends_with(c.head, "motto") is not None:
        return True
    return ends_with(c.before.rstrip(), "motto_before") is not None and ends_with(c.form, "nickname") is None


def _is_equation(c: Candidate) -> bool:
    """“互联网+”, “信用+风险”; with people it is a pet name: “摩托车+小红旗”骑巡小分队."""
    return "+" in c.form or "＋" in c.form or c.form.endswith("×")


def _is_nickname(c: Candidate) -> bool:
    return _is_figure(c.form) or PLACED.fullmatch(c.form) is not None


@lru_cache(maxsize=4096)
def _is_figure(form: str) -> bool:
    size = len(form)
    closing = ends_with(form, "nickname")
    if closing is not None and (
        size <= 12 if size - closing > 1 else size == 4 and form[-1] in "手员器牌石兵"
    ):
        return True
    if closing is not None and size == 2:
        return True
    return size == 3


def _is_cry(c: Candidate) -> bool:
    if len(c.form) <= 4 or c.form.endswith(NAMES):
        return False
    if VERBAL.search(c.form) is not None or YEARS.match(c.form) is not None:
        return True
    return len(c.form) >= 8 and ends_with(c.form, "head") is None


RULES: tuple[tuple[str, SloganKind, Callable[[Candidate], bool]], ...] = (
    ("attributed speech", "quote", is_speech),
    ("in the glossary", "abbreviation", lambda c: c.entry is not None),
    ("plan period or numbered programme", "plan", _is_plan),
    ("title behind its word", "title", _is_named_title),
    ("honour", "title", _is_honour),
    ("list of counts", "abbreviation", _is_count_list),
    ("parallel phrases of a drive", "campaign", _is_driven),
    ("parallel phrases", "motto", _is_parallel),
    ("name of a drive", "campaign", _is_named_drive),
    ("counts its parts", "abbreviation", _is_counting),
    (
        "equation with people",
        "nickname",
        lambda c: _is_equation(c) and (c.head or "-")[-1] in "队员兵车站",
    ),
    ("equation", "abbreviation", _is_equation),
    ("change", "abbreviation", lambda c: TURNING.fullmatch(c.form) is not None),
    ("system of chiefs", "abbreviation", lambda c: CHIEFS.fullmatch(c.form) is not None),
    ("colours", "abbreviation", lambda c: COLOURS.fullmatch(c.form) is not None),
    ("qualifies a drive", "campaign", _is_drive),
    ("principle", "motto", _is_principle),
    ("figure of speech", "nickname", _is_nickname),
    ("cry", "motto", _is_cry),
    ("shorthand", "abbreviation", lambda _: True),
)
"""The kinds in order: a name for `mention.rule`, the kind, and the test."""


def classify(candidate: Candidate) -> tuple[str, SloganKind]:
    """The name of the first rule that holds, and the kind it tells.

    >>> classify(Candidate("第三产业提升年"))
    ('name of a drive', 'campaign')
    >>> classify(Candidate("人民至上、生命至上", head="原则"))
    ('parallel phrases', 'motto')
    """
    for name, kind, holds in RULES:
        if holds(candidate):
            return name, candidate.entry.kind if candidate.entry and name == "in the glossary" else kind
    raise AssertionError("the last rule always holds")
