"""Names behind titles, the lists that they begin, and lists that a collective title closes."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from ..names import BOUNDARY, LONGEST, Reading
from ..patterns import lazy
from .official_forms import name_and_title
from .official_homonyms import homonym
from .official_page import BODY_TAILS, LIKELY, LISTED

if TYPE_CHECKING:
    from ..titles import Office
    from .official_page import Page

__all__ = ["titled"]

BEHIND_WEAK = 3.0
"""The least score behind an office that is oftener a mere noun (代表, 专家)."""

BETWEEN = -3.5
"""The least score of a rare name that stands alone between the separators of a list."""

WORD_BETWEEN = -7.0
"""The least score of a piece of a list before another name: 万象 -4.3."""

UNUSUAL = 1.0
"""The least score of the given name of one whose surname the tables lack: 镇|方松."""

CROSSED = 0.5
"""The least score where a word crosses the border of title and name: 市长 | 江."""

MOST_LISTED = 60
"""Names of one list at most."""

MAY_FOLLOW = frozenset(" \u3000\xa0:：\n*(（有是为还包分×xX")
"""What may follow a title whose name comes yet, beside the name."""

GAP = lazy(r"[ \u3000\xa0]{0,4}(?:[:：][ \u3000\xa0]{0,4}|\n[ \u3000\xa0]{0,8}|[“\"](?=[*×某]))?")
"""What may stand between a title and its name: `局长：王一川`, a blank, a line break."""

GAP_BEGINS = frozenset(' \u3000\xa0:：\n“"')

GROUP_GAP = lazy(r"(?:还?有|是|为|包括|分别是)?[ \u3000\xa0]{0,4}[:：]?[ \u3000\xa0\n]{0,8}")
"""What may stand between a collective title and its names: 参加会议的区领导有：."""

GROUP_GAP_BEGINS = frozenset(" \u3000\xa0:：\n还有是为包分")

BRACKETS = frozenset("(（")

ASIDE = lazy(
    r"""[(（](?:
        [^()（）\n]{0,6}(?:长|任|书记|理|裁)      # 局长（总经理）
        |挂职|挂任|兼任?|代|主持工作|党外|试用期   # 副区长（挂职）
        |[正副][省厅处县科部]级
    )[^()（）\n]{0,8}[)）]""",
    re.VERBOSE,
)
"""What a title may say in parentheses."""

TITLES_ASIDE = lazy(r"[(（](?P<titles>[^\W\x00-\xff]{1,30}(?:、[^\W\x00-\xff]{1,30}){0,5})[)）]")
"""What may be titles behind a name."""

ALONE_IN_LIST = lazy(r"[\u3400-\u9fff]{2,3}(?=[、，,。；;等\n]|以?及)")
"""A piece of a list that nothing follows before the next separator."""

REDACTED = lazy(r"\*{1,4}|[某×]{2,3}|[xX]{2,3}(?![a-zA-Z0-9])")
"""A hidden name: 区长**."""

REDACTED_NAME = lazy(r"[^\W\x00-\xff](?:某某|某[甲乙丙丁]?|[×*]{1,3}|[xX]{1,2}(?![a-zA-Z0-9]))")
"""A surname with a hidden given name: 王某某, 张××, 李某."""

MEASURE = frozenset("个名位人件项次天年月日亿万元%场家条处所座期届号")
"""What follows a hidden number rather than a hidden name: 副书记**名."""

REPRESENTED = tuple("家大党协省市州县区盟旗镇乡村团众工业民师生员国长队会方部院校司事界人厂军列席")
"""Ends of those whose representative a person is: 人大代表, 群众代表, 企业代表; not 我代表."""

FOREIGN = frozenset(
    (
        "总统",
        "副总统",
        "首相",
        "副首相",
        "国务卿",
        "外长",
        "外交大臣",
        "大臣",
        "总理",
        "大使",
        "驻华大使",
        "总领事",
        "国王",
    )
)
"""Offices of foreigners, whose names need less to show that they are transcribed: 英国首相约翰逊."""

JAPANESE = lazy(
    r"""(?x) 佐藤|铃木|高桥|田中|渡边|伊藤|山本|中村|小林|加藤|吉田|山田|佐佐木|山口|松本|井上|木村|清水|斋藤|山崎|池田
    | 桥本|阿部|石川|前田|藤田|小川|冈田|后藤|长谷川|村上|近藤|石井|坂本|远藤|青木|藤井|西村|福田|太田|三浦|藤原|冈本
    | 松田|中岛|中川|原田|小野|竹内|和田|中野|安倍|岸田|石破|野田|鸠山|小泉|宫泽|中曾根|羽田|村山|大平|竹下|细川|麻生
    | 上田|森田|横山|宫崎|内田|高木|安藤|谷口|大野|丸山|今井|河野|藤本|武田|上野|杉山|千叶|增田|小岛|平野|大塚|久保
    """
)
"""The commonest surnames of Japan, which tell a name behind a foreign office that names no country: 首相|佐藤健二."""

CLOSING = 24
"""Characters within which 等 stands before the end of a collective title that closes a list."""

COUNTED = lazy(
    r"(?P<count>[两二三四五六七八九几]位)(?:[省市县区州旗镇乡街道党委政府]{0,4}|[一-鿿]{0,6}(?:局|委|办|院))\Z"
)
"""How many hold the title that closes their list: 陈一鸣、王灿|两位|副区长, |三位市|领导."""

ONLY_BEHIND_OTHERS = frozenset({"干部"})
"""Words that make a title only behind another: 县委副书记、援藏干部陈一鸣, but 驻村干部."""

SCOPE = frozenset("全我各本该两跨沿")
"""Before a place's word that only looks like a title: 全市 | 长江."""

BODY_ENDS = frozenset(
    "省市县区州盟旗镇乡村道社委府会协大级班子局办院校厂司团军企业关部门位站所处科室组队央国中级届位屯场行馆台园"
)
"""Ends of bodies whose leaders are named together: 县领导, 区政府领导, 有关部门负责人."""

JOINED = frozenset("委府大协省市县区镇乡")
"""Ends of bodies that share a collective title: 县委、县政府领导."""


def titled(page: Page, start: int, end: int) -> None:
    """Names behind a title, and the lists they begin: 区委副书记、区长陈一鸣; 区领导陈一鸣、王灿."""
    text, floor, titles = page.text, start, page.titles
    begins = page.names.starts
    pairs = titles.pairs
    for hit in titles.anchor.finditer(text, start, end):
        tail = hit.start() + 2
        office = (
            titles.office_before(text, tail, floor)
            if tail > floor and text[tail - 2 : tail] in pairs
            else None
        )
        if office is None:
            continue
        last = None
        if tail < end and (text[tail] in begins or text[tail] in MAY_FOLLOW):
            last = _title_and_names(page, office, tail, floor=floor, limit=end)
        if last is None:
            last = name_and_title(page, office, tail, floor=floor, limit=end)
        if last is None and _closed_list(page, office, tail, floor):
            last = tail
        floor = floor if last is None else last


def _title_and_names(page: Page, office: Office, tail: int, *, floor: int, limit: int) -> int | None:
    """The mentions of the title that ends at `tail` and the names behind it; where the last of them ends."""
    text, titles = page.text, page.titles
    alone = text[office.start : tail] in ONLY_BEHIND_OTHERS and not _goes_on_title(page, office, floor)
    if alone or (titles.heads.match(text, office.start, limit) or tail) > tail:
        return None
    if text[tail] in ":：" and _is_label(page, office, tail, floor):
        return None
    aside = ASIDE.match(text, tail, limit) if text[tail] in BRACKETS else None
    ends = aside.end() if aside else tail
    at = _behind_gap(text, ends, limit, group=office.collective)
    name = _name_behind(page, office, tail, at, floor=floor, limit=limit) if at < limit else None
    if name is None:
        return None
    tail = ends
    first = titles.start(text, office.start, floor)
    if office.collective and not _has_body(text, first, office.start):
        return None
    if not office.collective:
        first, stated = titles.chain(text, first, tail, floor)
        names = [name]
    else:
        first = _joined_bodies(page, first, floor)
        stated = ("".join(text[first:tail].split()),)
        names = [name] if name.bounded else page.names.run(text, at, limit, LISTED) or [name]
    names += _others(page, names[-1].end, limit, group=office.collective)
    if office.collective or len(names) > 1:
        for each in names:
            page.add("names of a list behind one title", each, stated, collective=stated[-1])
    else:
        more, end = _titles_behind(page, name.end, limit)
        page.add("name behind its titles", name, (*stated, *more), start=first, end=end)
        return end
    return names[-1].end


def _is_label(page: Page, office: Office, tail: int, floor: int) -> bool:
    """Whether the title that ends at `tail` is a label of the credits: 值班主任：陈一鸣."""
    label = page.titles.labels.match_back(page.text, tail, floor)
    return label is not None and label <= page.titles.start(page.text, office.start, floor)


def _behind_gap(text: str, at: int, limit: int, *, group: bool) -> int:
    """Where what stands between a title and its name ends, if anything stands there."""
    if text[at : at + 1] not in (GROUP_GAP_BEGINS if group else GAP_BEGINS):
        return at
    gap = (GROUP_GAP if group else GAP).match(text, at, limit)
    return gap.end() if gap else at


def _titles_behind(page: Page, at: int, limit: int) -> tuple[tuple[str, ...], int]:
    """The titles in parentheses behind a name, and where they end: 组长：陈一鸣（县委书记）."""
    aside = TITLES_ASIDE.match(page.text, at, limit) if page.text[at : at + 1] in BRACKETS else None
    stated = tuple(aside["titles"].split("、")) if aside else ()
    if aside is None or any(page.titles.offices.match_back(title, len(title)) is None for title in stated):
        return (), at
    return stated, aside.end()


def _name_behind(page: Page, office: Office, tail: int, at: int, *, floor: int, limit: int) -> Reading | None:  # noqa: PLR0913
    """The name at `at`, behind the title whose office ends at `tail`."""
    text, titles = page.text, page.titles
    weak = text[office.start : tail] in titles.weak.words and not _goes_on_title(page, office, floor)
    least = BEHIND_WEAK if weak else LIKELY
    if text[at - 1 : at + 1] in titles.crossings.words:
        if text[max(office.start - 1, 0)] in SCOPE:
            return None
        least = CROSSED
    name = page.name_at(at, limit, least, broken="\n" in text[tail:at]) or _hidden_at(page, at, limit)
    if name is None and text[office.start : tail] in FOREIGN:
        name = page.names.transcribed(text, at, limit)
    if name is None and not weak and at <= tail:
        name = _between_names(page, at, limit)  # 副局长 | 全椿年、张家齐
    if name is None and (at > tail or office.collective):
        return None
    first = titles.start(text, office.start, floor)
    if weak and not _is_post(text, first, tail):
        return None
    of_japan = text[office.start : tail] in FOREIGN and JAPANESE.match(text, at, limit)
    if of_japan or text.find("日本", first, tail) >= 0:
        return page.names.japanese(text, at, limit) or name
    if name is not None or (weak and first == office.start):
        return name
    return homonym(page, at, limit, listed=_goes_on_list(page, first, tail, floor))


def _goes_on_title(page: Page, office: Office, floor: int) -> bool:
    """Whether the title of an office goes on one that is no mere noun: 副市长、|市信访联席会议召集人."""
    titles, text = page.titles, page.text
    first = titles.start(text, office.start, floor)
    if first - 1 <= floor or text[first - 1] != "、":
        return False
    before = titles.office_before(text, first - 1, floor)
    if before is None or before.collective:
        return False
    return text[before.start : first - 1] not in titles.weak.words and before.start > floor


def _is_post(text: str, first: int, tail: int) -> bool:
    """Whether the weak title at `first:tail` is a post: 人大代表, but 我代表 | **县委."""
    return not text.endswith("代表", first, tail) or text.endswith(REPRESENTED, first, tail - 2)


def _has_body(text: str, first: int, word: int) -> bool:
    """Whether the body of a collective title is one, or missing at a clause's start: 县领导, not 实行领导责任制."""
    if first < word:
        return text[word - 1] in BODY_ENDS
    return word == 0 or text[word - 1] in "、，,。；：:（(“ \u3000\n的等家"


def _joined_bodies(page: Page, first: int, floor: int) -> int:
    """Where a collective title begins with the bodies joined to it: 县委、县政府领导, 市、区领导."""
    text = page.text
    while first - 1 > floor and text[first - 1] == "、" and text[first - 2] in JOINED:
        before = page.titles.start(text, first - 1, floor)
        if before >= first - 1:
            break
        first = before
    return first


def _hidden_at(page: Page, at: int, limit: int) -> Reading | None:
    """A hidden name behind its title: 区长**主持, 副区长王某某."""
    text = page.text
    hidden = REDACTED_NAME.match(text, at, limit)
    if hidden is None or text[at] not in page.names.surname_starts:
        hidden = REDACTED.match(text, at, limit)
    if hidden is None or (hidden.end() < limit and text[hidden.end()] in MEASURE):
        return None
    return Reading(at, hidden.end(), hidden[0], 0.0, bounded=True)


def _others(page: Page, at: int, limit: int, *, group: bool) -> list[Reading]:
    """The further names of a list whose first name ends at `at`."""
    text = page.text
    names: list[Reading] = []
    while len(names) < MOST_LISTED and (separator := page.separator(at, limit)):
        start, mark = separator.end(), separator[0].strip()
        if start >= limit or "\n" in separator[0] or (mark in {",", "，", ";", "；"} and not group):
            break
        if page.label_at(start, limit) is not None:
            break
        name = page.name_at(start, limit, LISTED)
        if name is None and mark == "、" and ALONE_IN_LIST.match(text, start, limit):
            name = page.name_at(start, limit, BETWEEN) or _between_names(page, start, limit)
        if name is None or not name.bounded or not page.goes_on(name.end, limit, mark):
            break
        if not mark and not group and page.names.follows(text, name.end, limit) < BOUNDARY:
            break
        if _is_title(page, name, limit) or _is_body(page, name, limit):
            break
        names.append(name)
        at = name.end
    return names


def _is_body(page: Page, name: Reading, limit: int) -> bool:
    """Whether an office stands right behind what was read as a name: 、巴基斯坦 | 驻华大使, 和马卫生 | 部长."""
    text = page.text
    return (
        text.startswith("驻", name.end, limit) or page.titles.offices.match(text, name.end, limit) is not None
    )


def _between_names(page: Page, start: int, limit: int) -> Reading | None:
    """The piece of a list that is a word, and whose next piece is clearly a name: 陈一鸣、万象、李旭."""
    text, names = page.text, page.names
    piece = ALONE_IN_LIST.match(text, start, limit)
    if piece is None or text[piece.end()] not in "、等" or text[piece.end() - 1] in BODY_TAILS:
        return None
    name = page.name_at(start, limit, WORD_BETWEEN) or _unusual(page, start, piece.end())
    if name is None or name.end != piece.end() or name.name in names.after:
        return None
    following = page.name_at(name.end + 1, limit, LIKELY)
    return name if following is not None and following.bounded else None


def _unusual(page: Page, start: int, end: int) -> Reading | None:
    """The piece of a list that has no known surname and ends as a given name does: 陈一鸣、镇方松、李旭."""
    text = page.text
    if end - start != 3 or text[start] in page.names.surname_starts:
        return None
    score = page.names.given_score(text[start + 1 : end])
    return Reading(start, end, text[start:end], score, bounded=True) if score >= UNUSUAL else None


def _goes_on_list(page: Page, first: int, tail: int, floor: int) -> bool:
    """Whether the titles that end with the one at `first:tail` stand behind an official and a separator."""
    begin, _ = page.titles.chain(page.text, first, tail, floor)
    return begin - 2 in page.taken and page.text[begin - 1] in "、，,和及与"


def _is_title(page: Page, name: Reading, limit: int) -> bool:
    """Whether what was read as a name begins or holds a title: 、江北区区长, 、乌兰嘎查|嘎查达|苏和."""
    if len(name.name) > LONGEST and next(page.titles.offices.find(page.text, name.start, name.end), None):
        return True
    for end in range(name.end, min(limit, name.end + 3) + 1):
        office = page.titles.heads.match_back(page.text, end, name.start)
        if office is not None and office < name.end:
            return True
    return False


def _closed_list(page: Page, office: Office, tail: int, floor: int) -> bool:
    """Whether the title that ends at `tail` closes a list, whose mentions it adds: 陈一鸣、王灿|等区领导, |两位副区长."""
    text = page.text
    counted = COUNTED.search(text, max(floor, office.start - CLOSING), office.start)
    if counted is not None:
        first, end = counted.end("count"), counted.start()
    elif office.collective and text.find("等", max(floor, tail - CLOSING), tail) >= 0:
        first = page.titles.start(text, office.start, floor)
        end = first - 1 if text.startswith("等", first - 1) else floor
    else:
        return False
    if end <= floor + 1:
        return False
    names: list[Reading] = []
    while len(names) < MOST_LISTED and end > floor:
        name = page.name_before(end, floor, LISTED)
        if name is None or name.start in page.taken:
            break
        names.insert(0, name)
        if name.start <= floor or text[name.start - 1] != "、":
            break
        end = name.start - 1
    if len(names) < 2 and not (names and page.precedes(names[0].start, floor) > 2):
        return False
    title = text[first:tail]
    for name in names:
        page.add("name of a list that its title closes", name, (title,), collective=title)
    return True
