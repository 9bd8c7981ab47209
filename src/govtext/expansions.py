"""What a slogan stands for, where the text spells it out beside it: before, after, in brackets, or as a list of points.

A number must agree with the count of phrases (`“四早”` with four); a contraction must have a character of each
(`放管服` with 简政放权、放管结合、优化服务). Everything is looked for within a fixed reach, so the cost does not grow with the page.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from .patterns import lazy
from .shorthand import counted, is_code, is_counting, stem
from .slogan_words import words

if TYPE_CHECKING:
    import re
    from collections.abc import Iterator, Sequence

__all__ = ["expand"]

REACH = 400
"""Characters looked at on either side: six clauses of policy prose hold some 150."""

BARE_REACH = 200
"""Characters over which a list without marks may run."""

LINK_REACH = 24
"""Characters in which what links a list and its shorthand stands."""

POINTS_REACH = 3000
"""Characters over which points (一是…。二是…) may run: each is a paragraph in a speech."""

LONGEST_PHRASE = 30

CLOSERS = '”’」』"＂'
OPENERS = '“‘「『"＂'

CLOSER = lazy(f"[{CLOSERS}]")

LINK_BEFORE = lazy(
    r"(?:的新?|等|这|等?为(?:主要|核心|基本|重点|具体)?内容的|为(?:主体|重点|核心|目标|抓手|主线|代表|特色|引领|支撑)的"
    r"|(?:构成|组成|在内|一体)的|相结合的|[（(](?:简称|即|以下简称|统称)?|[,，]?(?:即|简称|统称|实现|做到|落实|形成)|——|[,，])?"
)
"""What may stand between a list and the shorthand for it: …、早治疗”的“四早”."""

LINK_AFTER = lazy(
    r"(?:[,，。:：;；—\s]|——){0,2}(?:即|就是指?|也就是|具体(?:来说|而言)?[是为指]?|所谓.{1,8}[,，]?(?:是指|就是)|是指|指的?是?|包括|分别[是为]|主要[是指]|具体包括|主要包括)"
    r"[:：,，]?"
)
"""What leads from shorthand to its meaning: “三访”活动。即“开门接访、…”."""

JOINT = lazy(
    r"以及|(?<![缓温共总饱中调柔])和(?!谐|美|平|睦|顺|气|解|善)|(?<![普涉波顾推触])及(?!时|早|格)"
    r"|(?<![参给])与(?!时|会|日)|(?<![合兼一吞])并(?!联|网|购|轨|重)"
)
"""What joins the last two items of a list; 和谐石桥 holds none."""

BESIDE = lazy(r"[、(（：:]|即|是指|就是|包括|——")
"""What a list beside a contraction has about it."""

MEANS = lazy(r"即|是指|就是|包括")
"""What leads to a meaning, within a run of letters: “三清”行动即清河、….."""

QUOTED = lazy(r"\s*[“「『‘\"]([^“”「」『』‘’\"]+)[”」』’\"]")

CHAIN = lazy(r"\s*(?:[“「『‘\"][^“”「」『』‘’\"]{1,30}[”」』’\"](?:[、,，;；]|和|与|以及|及)?)+")
"""Quotations, one behind the other: “清垃圾”“清塘沟”和“清粪污”."""

SEMICOLON, COMMA, MIXED, GAP = lazy("[;；]"), lazy("[,，]"), lazy("[,，、]"), lazy("[ \u3000]+")

CHAIN_JOINT = lazy(r"(?:[、,，]|和|与|以及|及)$")

COLON = lazy(r"\s*(?:[:：]|——|—)\s*")

HEAD = lazy(r"[^\s,，。:：;；!！?？、（()）“”‘’「」『』\"《》]{0,12}")
"""The noun phrase between a slogan and what spells it out."""

BRACKET = lazy(r"[（(]\s*(?:即|是指|指|包括)?[:：]?([^（()）]{3,200})[)）]")

CLAUSE_BORDER = lazy(r"[,，。:：;；!！?？\n（()）“”‘’「」『』\"]")

LAST_CLAUSE_BORDER = lazy(r"(?s:.*)[,，。:：;；!！?？\n（()）“”‘’「」『』\"]")
"""Everything up to the last border of a clause; matching it is the quickest way to find it."""

LAST_SENTENCE_BORDER = lazy(r"(?s:.*)[。；;!！?？\n:：]")

SENTENCE_BORDER = lazy(r"[。!！?？\n]")

AMOUNT = lazy(r"[\d一二两三四五六七八九十百]+[个项家座名]?")

NUMBERING = lazy(
    r"^\s*(?:[一二三四五六七八九十]+[是要]|第?[一二三四五六七八九十]+[、,，]|[（(]?[\d一二三四五六七八九十]+[)）.．、]|[①-⑳])\s*"
)

POINT = lazy(r"(?<![一二三四五六七八九十第统合归如])([一二三四五六七八九十])(?:是|要)(?=[^\s，,。])")
"""`一是要切实开展…`: a point in a list, with its number."""

POINT_VALUES = {char: value for value, char in enumerate("一二三四五六七八九十", 1)}

FIRST_POINT = lazy(r"[^。:：;；\n“「『]{0,40}[。:：;；\n]\s*(?=一[是要])")
"""What stands between shorthand and the first of its points: the end of its sentence, and no other shorthand: of
`推进“三变改革”,打好“三大战役”:一是…` the points are the battles."""

AGAIN = lazy(r"[”」』]?[,，:：]?(?:就是|即|是指|分别是|指的是|是)[:：,，]?")
"""What leads from shorthand that is said again to what it stands for."""

AGAIN_BEHIND = frozenset("。；;，,\n：:“「『")
AGAIN_ENDS = lazy(r"[。；;！!？?\n]")

POINT_END = lazy(r"[,，。;；:：\n]")

POINT_LEAD = lazy(r"^(?:要|必须|着力|坚持要|应当?|须)+")


def expand(text: str, start: int, end: int, outer_start: int, outer_end: int) -> tuple[str, ...]:
    """The phrases that `text[start:end]` stands for, as the text around it spells them out; empty where it does not.

    Args:
        text: the cleaned text.
        start: first character of the slogan.
        end: one past its last.
        outer_start: its opening mark, or `start` where it has none.
        outer_end: one past its closing mark, or `end`.

    >>> text = "落实“早发现、早报告、早隔离、早治疗”的“四早”要求"
    >>> expand(text, 21, 23, 20, 24)
    ('早发现', '早报告', '早隔离', '早治疗')
    >>> expand("推行“三定”办法(定人、定责、定时)。", 3, 5, 2, 6)
    ('定人', '定责', '定时')
    """
    form = text[start:end]
    numbers = counted(form)
    letters = "" if numbers else _letters(form)
    if not numbers and not letters:
        return ()
    if letters and not BESIDE.search(text, max(0, outer_start - LINK_REACH), outer_end + LINK_REACH):
        return ()  # most quoted words stand for no list, and nothing beside them looks like one
    for phrases in _candidates(text, outer_start, outer_end, form, numbers or (len(letters),)):
        if len(phrases) in (numbers or (len(letters),)) and _agrees(phrases, letters) and form not in phrases:
            return tuple(phrases)
    return ()


def _letters(form: str) -> str:
    """The characters of which each phrase of a form has one: 放管服; 5521 of 5个园区、5个产业、2个企业、1个城区; else nothing."""
    if is_code(form):
        return "".join(char for char in form if char.isascii() and char.isalnum())
    return form if 2 <= len(form) <= 6 and form.isalpha() and not form.isascii() else ""


def _agrees(phrases: Sequence[str], letters: str) -> bool:
    """Whether phrases are such as shorthand stands for; those of a contraction hold its characters, in order."""
    if not all(1 <= len(phrase) <= LONGEST_PHRASE for phrase in phrases) or len(set(phrases)) < len(phrases):
        return False
    if any(AMOUNT.fullmatch(phrase) for phrase in phrases):
        return False  # 新增示范区12个、4个“两山”基地
    return all(letter in phrase for letter, phrase in zip(letters, phrases, strict=False))


def _candidates(
    text: str, outer_start: int, outer_end: int, form: str, numbers: Sequence[int]
) -> Iterator[Sequence[str]]:
    """Every way in which the text may spell a form out, the surest first."""
    yield from _in_brackets(text, outer_end, numbers)
    # before the quotations: 打击“保护伞”“关系网”，做到“两个一律”，即…
    yield from _after(text, outer_end, numbers)
    yield from _quoted_before(text, outer_start, numbers)
    if "、" in text[max(0, outer_start - 60) : outer_start] or form[0] in "双三四五六":
        yield from _bare_before(text, outer_start, form, numbers)
    if is_counting(form):
        yield from _points(text, outer_end, form, numbers)
        yield from _said_again(text, outer_end, form, numbers)


def _said_again(text: str, at: int, form: str, numbers: Sequence[int]) -> Iterator[Sequence[str]]:
    """`抓住“两个关键”，实现“三个突破”。两个关键，就是项目建设和作风建设；三个突破，就是…`."""
    again = text.find(form, at, at + REACH)
    if again < 0 or text[again - 1] not in AGAIN_BEHIND:
        return
    if link := AGAIN.match(text, again + len(form)):
        begin = link.end()
        border = AGAIN_ENDS.search(text, begin, begin + REACH)
        yield from _splits(text[begin : border.start() if border else begin + REACH], numbers)


def _in_brackets(text: str, at: int, numbers: Sequence[int]) -> Iterator[Sequence[str]]:
    """`“三定”办法(定人、定责、定时)` and `“三定”(定人、定责、定时)办法`."""
    for place in _beside(text, at):
        if bracket := BRACKET.match(text, place):
            yield from _splits(bracket[1], numbers)


def _beside(text: str, at: int) -> tuple[int, ...]:
    """Where what spells a slogan out may begin: at its end, or behind the noun phrase there."""
    head = HEAD.match(text, at)
    return (at,) if head is None or head.end() == at else (at, head.end())


def _quoted_before(text: str, outer_start: int, numbers: Sequence[int]) -> Iterator[Sequence[str]]:
    """`“早发现、早报告、早隔离、早治疗”的“四早”`, and one pair of marks for each phrase."""
    begin = max(0, outer_start - REACH)
    if CLOSER.search(text, max(begin, outer_start - LINK_REACH), outer_start) is None:
        return
    window = text[begin:outer_start]
    close = max(window.rfind(mark) for mark in CLOSERS)
    if close < 0 or not LINK_BEFORE.fullmatch(window, close + 1):
        return
    openers = [window.rfind(mark, 0, close) for mark in OPENERS]
    opened = max(openers)
    linked = close + 1 < len(window)
    if opened >= 0 and (linked or "、" in window[opened:close]):
        yield from _splits(window[opened + 1 : close], numbers)
    if linked or max(numbers) > 2:
        yield _chain_back(window[: close + 1])


def _chain_back(window: str) -> list[str]:
    """The quotations, one behind the other, that close a window: `“清垃圾”“清塘沟”和“清畜禽粪污”`."""
    phrases: list[str] = []
    end = len(window)
    while end and window[end - 1] in CLOSERS:
        opened = max(window.rfind(mark, max(0, end - LONGEST_PHRASE - 2), end - 1) for mark in OPENERS)
        if opened < 0:
            break
        phrases.append(window[opened + 1 : end - 1])
        joint = CHAIN_JOINT.search(window, max(0, opened - 2), opened)
        end = joint.start() if joint else opened
    return phrases[::-1]


def _after(text: str, at: int, numbers: Sequence[int]) -> Iterator[Sequence[str]]:
    """`“三访”活动。即“开门接访、带案下访、入户走访”`, `“三个一”制度，即一周一调度、…`, `“三清”：清垃圾、…`."""
    places = _beside(text, at)
    # 即 may have been taken for a part of the noun phrase: “三清”即清垃圾、…
    if len(places) > 1 and (inner := MEANS.search(text, *places)) is not None:
        places = (*places, inner.start())
    links = (LINK_AFTER.match(text, p) or COLON.match(text, p) for p in places if LINK_FIRST.match(text, p))
    link = next(filter(None, links), None)
    if link is None:
        return
    begin = link.end()
    stretch = text[begin : begin + REACH]
    quoted = QUOTED.match(stretch)
    if quoted:
        yield from _splits(quoted[1], numbers)
        chain = CHAIN.match(stretch)
        if chain:
            yield QUOTED.findall(chain[0])
    border = SENTENCE_BORDER.search(stretch)
    sentence = stretch[: border.start()] if border else stretch
    yield from _splits(sentence, numbers)


def _splits(stretch: str, numbers: Sequence[int]) -> Iterator[list[str]]:
    """A list read with each separator in turn: `；`, then `，` where the phrases are parallel, `、` within one clause, `，`."""
    stretch = stretch.strip()
    parts = SEMICOLON.split(stretch)
    if len(parts) in numbers:
        numbered = all(NUMBERING.match(part) for part in parts)
        yield [_clause(part) if numbered else _item(part) for part in parts]
    parts = GAP.split(stretch)
    if len(parts) in numbers and len(parts) > 2:
        yield [_item(part) for part in parts]
    if ";" in stretch or "；" in stretch:
        return  # each item has clauses of its own
    if len(numbers) > 1 and len(parts := MIXED.split(stretch)) == numbers[0]:
        yield [_item(part) for part in parts]  # 清垃圾、清塘沟、清粪污，改陋习，提村貌
    commas = [_item(part) for part in COMMA.split(stretch)]
    if len(commas) in numbers and (
        len({part[:1] for part in commas}) == 1 or len({len(part) for part in commas}) == 1
    ):
        yield commas
    for parts in _joined(CLAUSE_BORDER.split(stretch, maxsplit=1)[0], numbers):
        yield _without_shared_verb(parts)
    if len(commas) in numbers:
        yield commas


def _clause(point: str) -> str:
    """The first clause of a numbered point: of `一是认识不够到位，少数干部…`, 认识不够到位."""
    return POINT_LEAD.sub("", POINT_END.split(_item(point), maxsplit=1)[0])


def _without_shared_verb(parts: list[str]) -> list[str]:
    """A list without the verb that all its items share: 创建卫生城市、园林城市、文明城市."""
    first, others = _without_lead(parts[0]), parts[1:]
    leads = words("lead")
    if first == parts[0] or any(leads.match(other, 0) is not None for other in others):
        return parts
    counts = all(part[0].isdecimal() for part in (first, *others) if part)
    alike = counts or all(other[-2:] == first[-2:] for other in others)
    return [first, *others] if alike and len(first) >= 4 else parts


def _joined(clause: str, numbers: Sequence[int]) -> Iterator[list[str]]:
    """A clause as a list with 、 whose last two may be joined by 和: `A、B和C`."""
    parts = clause.split("、")
    for number in numbers:
        if len(parts) == number:
            yield [_item(part) for part in parts]
        if len(parts) == number - 1:
            last = JOINT.split(parts[-1], maxsplit=1)
            if len(last) == 2 and min(map(len, last)) > 1:  # 五育 | 并 | 举 is none
                yield [_item(part) for part in (*parts[:-1], *last)]


def _item(part: str) -> str:
    """A phrase of a list, without its number, its marks and the end of its sentence."""
    part = NUMBERING.sub("", part.strip())
    joint = JOINT.match(part)
    if joint and len(part) - joint.end() > 1:
        part = part[joint.end() :]
    return part.strip(' \u3000、,，。；;:：等“”‘’「」『』"')


LINK_FIRST = lazy(r"[,，。:：;；—\s即就也具所是指包分主]")
"""How what leads to a meaning begins."""

BEFORE_LINK = lazy(
    r"(?:(?P<joined>的新?|等|这|等?为(?:主要|核心|重点)?内容的|——|[（(](?:简称|即|统称)?|[,，])"
    r"|(?P<verb>[,，]?(?:全面|基本|首次|连续[\d一二三四五六七八九十]+年|均|都|同步|双双)*(?:实现了?|取得|达到|迎来)?))$"
)
"""What stands between a list without marks and its shorthand; of verbs those that have the list for their subject."""

ADVERBIAL = lazy(r"(?:连续[\d一二三四五六七八九十]+年|同比|较上年|持续|均|都|全面|首次|双双|全部|分别)+$")
"""What stands behind a list and is no part of it: 满意度连续13年实现“双提升”."""


VALUE = lazy(r"(?<=...)(?:达到?|突破|增至|超过?|均超)[\d.]+[亿万%个户家元].*$")
"""A figure behind what it measures: 进出口总额达到120亿元、实绩企业达到320家，实现“双过百”."""


def _bare_before(text: str, outer_start: int, form: str, numbers: Sequence[int]) -> Iterator[list[str]]:
    """`推进生态立区、产业强区、…、融入主城“六大战略”`: a list without marks, whose first phrase has verbs before it."""
    if form.startswith("一"):
        return  # 共建“一带一路”, 推行“一业一证”: these count nothing
    begin = max(0, outer_start - BARE_REACH)
    sentence = _after_last(LAST_SENTENCE_BORDER, text, begin, outer_start)
    before = text[sentence:outer_start]
    if "、" not in before and form[0] != "双" and before.count("，") + before.count(",") < 2:
        return
    near = max(begin, outer_start - LINK_REACH)
    link = BEFORE_LINK.search(text, near, outer_start)
    end = link.start() if link else outer_start
    if (adverbial := ADVERBIAL.search(text, max(near, end - LINK_REACH), end)) is not None:
        end = adverbial.start()
    clause = text[_after_last(LAST_CLAUSE_BORDER, text, begin, end) : end]
    if words("takes").match_back(clause, len(clause)) is not None:
        return  # 决定性意义、自觉做到“两个维护”: a verb takes the shorthand, not the list
    # without a list mark, 和 alone joins two: 疫情防控和经济社会发展“双胜利”
    pair = form[0] == "双" and not (link and link["joined"])
    listed = [number for number in numbers if (pair if number == 2 else "、" in clause)]
    for parts in _joined(clause, listed):
        names = [VALUE.sub("", part) for part in parts]
        yield [_first_of_list(names, stem(form)), *names[1:]]
    yield from _parallel_clauses(COMMA.split(text[sentence:end]), form, numbers)


def _parallel_clauses(clauses: Sequence[str], form: str, numbers: Sequence[int]) -> Iterator[list[str]]:
    """Clauses of one length that end a sentence: `强基础，补短板，促提升，实现“三个突破”`."""
    for number in numbers:
        if number < 3 or len(clauses) < number:
            continue
        parts = [_item(clause) for clause in clauses[-number:]]
        if len(set(map(len, parts[1:]))) > 1:
            continue
        first = _first_of_list(parts, stem(form))
        if len(first) == len(parts[1]) <= 12:
            yield [first, *parts[1:]]


def _after_last(border: re.Pattern[str], text: str, begin: int, end: int) -> int:
    """One past the last border in `text[begin:end]`, or `begin`."""
    found = border.match(text, begin, end)
    return found.end() if found else begin


def _first_of_list(parts: Sequence[str], shared: str) -> str:
    """The first phrase without the verbs that lead into the list: of 深入推进生态立区, 生态立区."""
    first, others = parts[0], parts[1:]
    sizes = {len(other) for other in others}
    if len(others) >= 2 and len(sizes) == 1 and len(first) > (size := sizes.pop()) >= 2:
        return first[-size:]
    if len(others) == 1 and len(first) > (size := len(others[0])) >= 4:
        tail = first[-size:]
        if sum(a == b for a, b in zip(tail, others[0], strict=True)) >= 1:
            return tail
    openings = {other[:1] for other in others}
    if len(others) >= 2 and len(openings) == 1 and (mark := openings.pop()) in first:
        return (
            first[first.rfind(mark) :] if len(first) - first.rfind(mark) >= 2 else first[first.find(mark) :]
        )
    if shared and all(other.startswith(shared) for other in others) and shared in first:
        return first[first.rfind(shared) :]
    return _without_lead(first)


def _without_lead(phrase: str) -> str:
    """A phrase without the verbs and adverbs in front: of 努力实现疫情防控, 疫情防控."""
    leads = words("lead")
    at = 0
    while (after := leads.match(phrase, at)) is not None and len(phrase) - after >= 2:
        at = after
    return phrase[at:]


def _points(text: str, at: int, form: str, numbers: Sequence[int]) -> Iterator[list[str]]:
    """The points that follow: `要做到“三个切实”。一是要切实开展…。二是要切实加强…。三是要切实做好…。`."""
    if not (opened := FIRST_POINT.match(text, at)):
        return
    points: list[str] = []
    for point in POINT.finditer(text, opened.end(), at + POINTS_REACH):
        value = POINT_VALUES[point[1]]
        if value == len(points) + 1:
            clause = POINT_END.split(text[point.end() : point.end() + 60], maxsplit=1)[0]
            points.append(POINT_LEAD.sub("", clause))
            if len(points) > max(numbers):
                return
        elif value == 1:
            break
    shared = stem(form)
    for number in numbers:
        if len(points) == number and (
            not shared or all(shared in point for point in points) or len(shared) > 2
        ):
            yield points
