"""Deadlines: the date or period that governs a figure in its clause, sentence or heading.

A year, a period or a term (到2025年, 前三季度, 9月底前) governs the rest of its sentence, up to the next date; a day governs
its own clause. A heading such as 一、2025年工作回顾 governs the figures of its section that have no date of their own.
What a figure is compared with (比2020年) and a date inside a name or a quotation govern nothing.
"""

from __future__ import annotations

from bisect import bisect_right
from typing import TYPE_CHECKING

from attrs import evolve

from ..patterns import lazy

if TYPE_CHECKING:
    import datetime

    from ..document import Document
    from ..mentions import DateMention, TargetMention

__all__ = ["with_deadlines"]

CLAUSE_END = lazy(r"[，,；;：:。！？!?\n]")
COMPARISON = lazy(r"(?:比|较|与|和|同|超过|高于|低于)“?\Z")
PLAN_TIME = lazy(r"[”\"]?(?:规划)?(?:期间|时期|末|期末|以来|前|中后期|初期|头[两三]年)")
OF_PLAN = lazy(r"(?:预算|确定|定下|制定|下达|提出|部署|签订|计划的|安排的)|(?:的|目标)*(?:任务|目标)")
"""What a plan is dated by is not when its figures hold: 年初|预算的24.8%, 完成全年|任务的80%."""
ON_TOP_OF = lazy(r"[^，。；：]{0,30}基础上")
"""要在去年|全市第一的基础上: a comparison."""
OF_NAME = lazy(
    r"度?[^，。；：、]{0,16}?(?:会议|大会|全会|总结会|调度会|推进会|座谈会|例会|论坛|文件|通知|意见|方案|办法|行动计划|结果|名单|班|届)"
)
"""A date inside the name of a meeting or a paper: 2023年度|第5次常务会议."""
HEADING = lazy(
    r"""(?mx)^[ \u3000]*(?:
      (?:[一二三四五六七八九十]{1,3}、|第[一二三四五六七八九十]部分|[（(][一二三四五六七八九十]{1,2}[)）])[^\n。]{2,50}$
    | (?:各位代表[，：！、,:!]{1,2})?[刚]{1,2}过去的[^\n，。]{2,6}                                   # 刚刚过去的2025年
    )"""
)
"""一、2025年工作回顾; 各位代表，刚刚过去的2025年…"""
MAIN_HEADING = lazy(r"[ \u3000]*(?:[一二三四五六七八九十]{1,3}、|第)")
UP_TO = lazy(r"(?:[到至]|截至|截止)\Z")
LOOK_BACK = 12
"""How many dates, and how many parts between semicolons, a figure looks back over."""
CLAUSE = 200
"""Characters of a clause at most."""
DEMANDED = lazy(
    r"[^，。；：、,;:\n\d]{0,14}[，,](?:并|全力)?(?:要求|要|务必|必须|确保|力争|限)[^，。；：、,;:\n\d]{0,14}"
)
"""What may stand between a figure and its term: 36件民生实事|，确保|年底前完工."""
FINISHED = lazy(
    r"(?:要|务必|必须|力争|确保)?(?:全面|全部|基本|如期)?(?:完工|完成|竣工|建成|投用|投入使用|到位|见效|开工|通车|交付){1,2}(?=[，。；,;])"
)
"""What a term says of all that stands before it: 新建农田3万亩，整治山塘57口，明年3月底前|全面完工."""
REPORTED = lazy(r"[已了]|累计|截[至止]|目前|以来")
"""What shows that a figure was reached, whatever term follows it: 已开工8个，年底前全部完工."""
OPENERS, CLOSERS = "“《‘", "”》’"


def with_deadlines(
    document: Document, targets: tuple[TargetMention, ...], dates: tuple[DateMention, ...]
) -> tuple[TargetMention, ...]:
    """The targets, each with the deadline that the text gives it, as EDTF: resolved where it can be.

    A figure that is only stated for a day after the publication is a target (`到2025年，覆盖率60%`), and so is what
    years to come seem to report (`未来三年累计投资80亿元`).

    >>> import govtext
    >>> found = govtext.parse("区住建局要在9月底前完成30个小区的改造。").targets
    >>> found[0].deadline
    'XXXX-09-30'
    """
    if not targets or not dates:
        return targets
    by_sentence: dict[int, list[DateMention]] = {}
    for date in dates:
        if _may_govern(document.text, date):
            by_sentence.setdefault(document.sentence(date.start)[0], []).append(date)
    headings = _headings(document, dates)
    starts = [at for at, _ in headings]
    completed: list[TargetMention] = []
    for target in targets:
        start, end = document.sentence(target.start)
        if target.object and target.object.startswith(
            "距"
        ):  # a countdown is due on its event, not by another date
            completed.append(target)
            continue
        governing = _governing(document.text, target, by_sentence.get(start, []), end)
        if governing is None:
            governing = _across_semicolons(document, target, by_sentence, start)
        if governing is None and target.status != "stated" and (i := bisect_right(starts, target.start)):
            governing = headings[i - 1][1]
        completed.append(target if governing is None else _dated(document, target, governing))
    return tuple(completed)


def _dated(document: Document, target: TargetMention, date: DateMention) -> TargetMention:
    """The target with its deadline, and its status where only the date tells it."""
    ahead = document.published is not None and date.latest is not None and date.latest > document.published
    aimed = ahead and (
        date.kind == "deadline"
        or UP_TO.search(document.text, max(0, date.start - 2), date.start + 1)
        or (_begins_later(date, document.published) and not document.text.startswith("的", target.end))
    )
    due = ahead and date.kind == "deadline" and _is_due(document.text, target, date)
    to_come = target.status == "achieved" and (due or _is_to_come(date, document.published))
    status = "target" if to_come or (target.status == "stated" and aimed) else target.status
    return evolve(target, deadline=date.resolved or date.edtf, status=status)


def _is_due(text: str, target: TargetMention, date: DateMention) -> bool:
    """Whether the figure is what a term asks for: 11月底前，|完成60家网点授牌, or a term behind it."""
    if date.start >= target.end:
        return True
    signs = CLAUSE_END.findall(text, date.end, target.start)
    return date.text.endswith(("前", "内")) and len(signs) <= 1


def _begins_later(date: DateMention, published: datetime.date | None) -> bool:
    """Whether the time begins after the page: 明年出口创汇8000万美元."""
    return published is not None and date.earliest is not None and date.earliest > published


def _is_to_come(date: DateMention, published: datetime.date | None) -> bool:
    """Whether years govern the figure that begin with the page's own and go beyond it: 未来三年累计投资80亿元."""
    if published is None or date.earliest is None or date.latest is None:
        return False
    return date.earliest.year >= published.year < date.latest.year


def _may_govern(text: str, date: DateMention) -> bool:
    """Whether the date can say when a figure holds: not a name, not a comparison, not within a title."""
    if date.kind == "name" or COMPARISON.search(text, max(0, date.start - 2), date.start):
        return False
    if date.kind == "plan":
        return bool(PLAN_TIME.match(text, date.end) or PLAN_TIME.search(date.text))
    before = text[date.start - 1 : date.start]
    if before and before in OPENERS and text[date.end : date.end + 1] != CLOSERS[OPENERS.index(before)]:
        return False
    if date.text in ("年初", "全年") and OF_PLAN.match(text, date.end):
        return False
    return OF_NAME.match(text, date.end) is None and ON_TOP_OF.match(text, date.end) is None


COMPARED_WITH = lazy(r"(?:总和|之和|同期|全年|水平|末)?的")


def _governing(text: str, target: TargetMention, dates: list[DateMention], end: int) -> DateMention | None:
    """The date of a figure among those of its sentence: the nearest before it that reaches so far, or a term behind.

    A term in the figure's own clause goes before a time from another clause: 下半年：|7个项目9月底前开工.
    """
    i = bisect_right(dates, target.start, key=_end)
    end = min(end, target.end + CLAUSE)
    clause = CLAUSE_END.search(text, target.end, end)
    limit = clause.start() if clause else end
    term = _term_behind(text, target, dates[i : i + LOOK_BACK], limit)
    dated = False  # whether a clause between has a day of its own
    for date in reversed(dates[max(0, i - LOOK_BACK) : i]):
        if target.kind == "multiple" and COMPARED_WITH.fullmatch(text, date.end, target.start):
            continue  # 2020年达到80亿元，是2015年的1.5倍
        if dated and _is_day(date):
            continue  # 清明节前完成浸种，4月20日完成育秧，确保面积18万亩
        if _reaches(text, date, target.start):
            own = term is not None and term.start < limit and "、" not in text[target.end : term.start]
            apart = CLAUSE_END.search(text, date.end, target.start) or text[target.start - 1] == "的"
            return term if own and apart else date  # 上半年承诺的|37件实事|8月底前必须办结
        dated = dated or (_is_day(date) and _opens(text, date))
    return term


def _term_behind(
    text: str, target: TargetMention, dates: list[DateMention], limit: int
) -> DateMention | None:
    """The term behind a figure whose clause ends at `limit`: in that clause, or demanded in the next."""
    if target.status == "stated" and text.startswith("的", target.end):
        return None  # 总投资50亿元的|产业园项目年内开工
    first = next((date for date in dates if date.start >= target.end), None)
    for date in dates:
        if target.end <= date.start and date.kind == "deadline":
            if date.start < limit:
                return date
            finished = (
                date is first and text[date.start - 1] in "，," and FINISHED.match(text, date.end) is not None
            )
            if target.status == "achieved":  # 接种率为56%，要力争5月底前达到90%
                reported = REPORTED.search(text, max(0, target.start - CLAUSE), target.start)
                return date if finished and not reported else None
            demanded = finished or DEMANDED.fullmatch(text, target.end, date.start)
            return date if demanded else None
    return None


def _end(date: DateMention) -> int:
    return date.end


OF_THING = lazy(r"的|[^，。；：、\d]{1,8}的(?=[\d*]|[一二两三四五六七八九十]+[件个项])")
"""What makes a time say when one thing was told or made: 上半年承诺|的37件实事."""
LIST_OF_GOALS = lazy(r"[^，。；：\d]{2,30}(?:目标|任务|安排|打算)(?:任务)?(?:是|为)?[：:]")
"""提出了2012年|全县经济社会发展的主要预期目标：…；…"""


def _across_semicolons(
    document: Document, target: TargetMention, by_sentence: dict[int, list[DateMention]], start: int
) -> DateMention | None:
    """The period that governs a figure from before a semicolon: 一季度，投资增长5%；消费增长6%."""
    text = document.text
    for _ in range(LOOK_BACK):
        if start == 0 or text[start - 1] not in "；;":
            return None
        start = document.sentence(start - 1)[0]
        for date in reversed(by_sentence.get(start, [])[-LOOK_BACK:]):
            lasting = not _is_day(date) or UP_TO.search(text, max(0, date.start - 2), date.start)
            opens = _opens(text, date) or LIST_OF_GOALS.match(text, date.end)
            if lasting and opens and not OF_THING.match(text, date.end):
                return date if date.end <= target.start else None
    return None


def _opens(text: str, date: DateMention) -> bool:
    """Whether the date stands at the beginning of a clause, where it says when all that follows holds."""
    return date.start == 0 or text[date.start - 1] in "，。；、：,;:“\n 在到至于截自"


def _reaches(text: str, date: DateMention, position: int) -> bool:
    """Whether the date governs as far as `position`: a day its clause, 2020年的5% that figure, a longer time the sentence."""
    if NOW.search(text, date.end, position) or OVER.match(text, date.end, position):
        return False
    if text[date.start - 1 : date.start] in ("由", "从") and RISEN.search(text, date.end, position):
        return False
    sign = CLAUSE_END.search(text, date.end, min(position, date.end + CLAUSE))
    if text[date.end : date.end + 1] == "的" or sign is None or text[date.start - 1 : date.start] == "于":
        return sign is None  # 于今年6月开工，建筑面积2万平方米
    if (
        date.kind in ("deadline", "plan")
        or (not _is_day(date) and (not date.text.endswith("来") or _opens(text, date)))  # 水质30年来首次好转
        or UP_TO.search(text, max(0, date.start - 2), date.start)
    ):
        return True
    leads = CLAUSE_END.match(text, date.start - 1) is not None or date.start == 0  # 5月6日上午，会议通过…
    if not leads or sign.start() != date.end or position > sign.end() + CLAUSE:
        return False
    return CLAUSE_END.search(text, sign.end(), position) is None


RISEN = lazy(r"\d[^，。；：、,;]{0,16}[到至为]")
"""Where a rise arrives, which the time of its beginning does not date: 由去年同期的|21万人增加到|26万人."""
OVER = lazy(r"[^，。；：、,;]{0,6}结束[，,]")
"""What is all that a time says: 到11月底|基本结束，全区共有31个党委参加."""
NOW = lazy(r"[，。；：、,;](?:截至|截止)?(?:目前|现在?已|如今|现有)")
"""What ends the reach of a time: 去年10月动工，|目前已完成工程量的72%."""


def _is_day(date: DateMention) -> bool:
    """Whether the words fix a day or a span of days; 过去一年 and 近三年 are years, however they resolve."""
    if date.kind == "period" and date.edtf is None and RECKONED.search(date.text):
        return False
    value = date.edtf or date.resolved or ""
    ends = [end for end in value.split("/") if end not in ("", "..")]
    return bool(ends) and all(end.count("-") == 2 for end in ends) and "以来" not in date.text


RECKONED = lazy(r"[年月]")
"""What times that are counted in years or months hold."""


def _headings(document: Document, dates: tuple[DateMention, ...]) -> list[tuple[int, DateMention | None]]:
    """Where a section begins, and the year or period that its heading names; a sub-heading keeps its section's."""
    found: list[tuple[int, DateMention | None]] = []
    starts = [date.start for date in dates]
    for heading in HEADING.finditer(document.text):
        i = bisect_right(starts, heading.start() - 1)
        date = dates[i] if i < len(dates) and dates[i].end <= heading.end() else None
        if date is not None and document.text.find("《", heading.start(), date.start) >= 0:
            date = None  # 二、关于《…第十五个五年规划纲要（草案）》的说明
        if date is not None and not _is_day(date) and date.kind != "name":
            found.append((heading.end(), date))
        elif MAIN_HEADING.match(heading[0]):
            found.append((heading.end(), None))
    return found
