"""People of appointments, whose title stands behind them: 任命陈一鸣为区教育局局长."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from ..names import BY_SCORE
from ..patterns import lazy

if TYPE_CHECKING:
    from ..names import Reading
    from .official_page import Page

__all__ = ["appointed"]

APPOINTED = -3.0
"""The least score of a name between 任命 and 为."""

MOST_APPOINTED = 60
"""Names of one appointment at most."""

TAKING_OFFICE = 4.0
"""The least score of a name before 任, which is oftener something else."""

APPOINTING = lazy(r"(?:任命|免去|提名|推选|补选|选举|聘任|推荐|增补|罢免|撤销|同意|决定|接受|提请任命)[:：]?")
"""What stands before the name of an appointment."""

TAKING = lazy(r"(?:当选|担任|出任|兼任|任(?<![主责]任))(?![务何期职免命])")
"""What stands behind the name of an appointment: 陈一鸣任区委书记; not 主任, 责任."""

TAKES = lazy(
    r"""(?:[(（][男女][，,、\u4e00-\u9fff]{0,12}[)）])?      # 陈一鸣（女，壮族）为…
    (?:等?同志)?(?:为|担任|出任|兼任|当选为?|不再担任|不再兼任|任命为|辞去|任|的
        |同志(?=[\u4e00-\u9fff（）()、]{3,60}职务))          # 免去陈一鸣同志|区教育局局长职务""",
    re.VERBOSE,
)
"""What links the name of an appointment to the title behind it."""

NAMED_FOR = r"(?:[^\n]{2,7}为|[^\W\x00-\xff]{2,4}(?:、[^\W\x00-\xff]{2,4}){1,9}为|[^\W\x00-\xff]{2,6}的[^\n]{4,40}职务)"
"""How a line of a list of appointments begins, 同志 and all: |陈一鸣同志为…, |陈一鸣、王灿为…, |陈一鸣的区审计局局长职务."""

RELIEVED = lazy(r"(?:同志)?的(?=[\u4e00-\u9fff（）()、]{4,60}职务)")
"""What stands behind the name of a line behind 免去：."""

FIRST_LINE = lazy(NAMED_FOR)

LINE = lazy(rf"[\n:：；;][ \u3000]{{0,8}}(?={NAMED_FOR})")
"""Where another such line begins."""

CLAUSE_BEGIN = lazy(rf"[\n:：；;，,][ \u3000]{{0,8}}(?={NAMED_FOR})")
"""The same where the sentence appoints somebody: 任命陈一鸣为副区长，|王灿为区教育局局长."""

APPOINTS = ("任命", "免去", "选举", "聘任")

BECOMES = lazy(r"(?:同志)?为(?!同志)(?=[\u4e00-\u9fff（）()、]{2,60}[；;。\n]|[^\W\x00-\xff]{2,60}\Z)")
"""What makes a line an appointment: 陈一鸣为县人民法院副院长；"""

SEXES = ("男，", "女，", "男,", "女,")

RESUME = lazy(r"[男女][，,]")
"""What stands behind the name of a resume: 陈一鸣，男，汉族."""

NOW = lazy(r"(?:现任|历任|曾任)[:：]?")
"""What stands before the titles of a resume."""

RESUME_REACH = 200
"""Characters within which a resume says what the person is now."""

CLAUSE = lazy(r"[\u4e00-\u9fff()（）、]{1,60}")

CANDIDATE = "候选人"
"""What goes on a title that nobody holds yet."""

TITLE_ENDS = frozenset("、,，;；。 职人候)）(（")
"""What follows an office that ends a title: 区长、, 区长职务."""


def appointed(page: Page, start: int, end: int) -> None:
    """People of appointments: 任命陈一鸣为…, 免去陈一鸣的…职务, 陈一鸣任区委书记."""
    text = page.text
    for hit in APPOINTING.finditer(text, start, end):
        if hit.end() < end and text[hit.end()] in page.names.surname_starts:
            names = page.names.readings(text, hit.end(), end)
            taking = [name for name in names if name.score > APPOINTED and TAKES.match(text, name.end, end)]
            if taking:
                _with_title(page, max(taking, key=BY_SCORE), end)
            else:
                _several(page, hit.end(), end)
    if text.find("任", start, end) >= 0 or text.find("当选", start, end) >= 0:
        _taking(page, start, end)
    if text.find("为", start, end) >= 0 or text.find("职务", start, end) >= 0:
        _lines(page, start, end)
    if page.holds(SEXES):
        _resumes(page, start, end)


def _taking(page: Page, start: int, end: int) -> None:
    """People who take an office or leave it: 陈一鸣任区委书记, 陈一鸣同志不再担任…."""
    text = page.text
    for hit in TAKING.finditer(text, start, end):
        taken = _without(text, start, hit.start(), "不再")
        last = _without(text, start, taken, "同志")
        name = page.name_before(last, start, TAKING_OFFICE, linked=last == taken) if last > start else None
        if name is not None and page.titles.office_before(text, name.start, start) is None:
            _with_title(page, name, end)


def _lines(page: Page, start: int, end: int) -> None:
    """The lines of a list of appointments: 陈一鸣为县人民法院副院长."""
    text = page.text
    appoints = any(text.find(word, start, end) >= 0 for word in APPOINTS)
    begins = [line.end() for line in (CLAUSE_BEGIN if appoints else LINE).finditer(text, start, end)]
    for at in (start, *begins) if FIRST_LINE.match(text, start, end) else begins:
        if text[at] in page.names.surname_starts:
            names = page.names.readings(text, at, end)
            lines = [name for name in names if name.score > APPOINTED and _becomes(text, name.end, end)]
            if lines:
                _with_title(page, max(lines, key=BY_SCORE), end)
            else:
                _several(page, at, end)


def _becomes(text: str, at: int, limit: int) -> bool:
    """Whether an office is given or taken at `at`, behind a name: |为县人民法院副院长；, |的区审计局局长职务."""
    return BECOMES.match(text, at, limit) is not None or RELIEVED.match(text, at, limit) is not None


def _resumes(page: Page, start: int, end: int) -> None:
    """Resumes, as notices before an appointment have them: 陈一鸣，男，汉族，…现任区委书记."""
    text = page.text
    for hit in RESUME.finditer(text, start, end):
        comma = hit.start() - 1
        if comma <= start or text[comma] not in "，,":
            continue
        name = page.name_before(_without(text, start, comma, "同志"), start, TAKING_OFFICE)
        now = NOW.search(text, hit.end(), min(end, hit.end() + RESUME_REACH))
        if name is not None and now is not None and "\n" not in text[hit.end() : now.start()]:
            _titled_in_clause(page, name, now.end(), end)


def _without(text: str, start: int, end: int, word: str) -> int:
    """Where the text that ends at `end` ends without `word`, if it ends with it."""
    return end - len(word) if text.endswith(word, start, end) else end


def _several(page: Page, at: int, limit: int) -> None:
    """Several people of one appointment: 选举陈一鸣、王灿、李旭为副县长."""
    names: list[Reading] = []
    while len(names) < MOST_APPOINTED:
        name = page.name_at(at, limit, APPOINTED)
        if name is None:
            return
        names.append(name)
        if not page.text.startswith("、", name.end, limit):
            break
        at = name.end + 1
    link = TAKES.match(page.text, names[-1].end, limit) if len(names) > 1 else None
    if link is not None:
        for name in names:
            _titled_in_clause(page, name, link.end(), limit)


def _with_title(page: Page, name: Reading | None, limit: int) -> None:
    """The mention of a person whose titles follow in the clause: …为区教育局局长, …的副区长职务."""
    link = TAKES.match(page.text, name.end, limit) if name is not None else None
    if name is not None and link is not None:
        _titled_in_clause(page, name, link.end(), limit)


def _titled_in_clause(page: Page, name: Reading, at: int, limit: int) -> None:
    """The mention of a person whose titles begin at `at`."""
    clause = CLAUSE.match(page.text, at, limit)
    if clause is None:
        return
    titles: list[str] = []
    at, last = clause.span()
    for hit in page.titles.anchor.finditer(page.text, at, last):
        tail = hit.end() + 1
        if page.text.startswith(CANDIDATE, tail, last):  # 区长 | 候选人
            continue
        office = page.titles.offices.match_back(page.text, tail, at)
        if tail > last or office is None or page.text[office:tail] in page.titles.weak:
            continue
        if tail < last and page.text[tail] not in TITLE_ENDS:
            if page.name_at(tail, limit) is None:
                continue  # 检察 | 委员 | 会委员
            last = tail
        titles.append(page.text[at:tail].lstrip("、"))
        at = tail
        if at == last:
            break
    if titles:
        page.add("name of an appointment", name, tuple(titles))
