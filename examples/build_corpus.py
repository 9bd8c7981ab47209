"""Build the example corpus: 56 invented pages of four invented places over seven years, in part damaged.

    python examples/build_corpus.py            write examples/corpus/ anew
    python examples/build_corpus.py --check    fail if what is committed differs

The prose stands in `templates.txt`; places, people and figures are fiction, and every run writes the same bytes. A
third of the pages goes through `govtext.damage`, the simulator of what happened to such pages: traditional characters,
inline pinyin, GBK byte damage. `corpus/index.tsv` says for each page where it is from, when it was published and what
was done to it. `sample_damaged.txt` is `sample.txt`, damaged.
"""

from __future__ import annotations

import argparse
import re
import sys
from dataclasses import dataclass
from datetime import date, timedelta
from hashlib import sha256
from pathlib import Path

from govtext.damage import HALF_WIDTH, Process, simulate
from govtext.script import traditional_characters

HERE = Path(__file__).parent
CORPUS = HERE / "corpus"
SLOT = re.compile(r"\{([a-z]+)\}|\{(\d+(?:\.\d)?)-(\d+(?:\.\d)?)\}")

CITY = "望澜市"


@dataclass(frozen=True)
class Place:
    """A place and who holds which post there, before and after the change of 2022."""

    name: str
    short: str
    kind: str  # 区 or 县
    code: str
    before: dict[str, str]
    after: dict[str, str]


POSTS = (
    "secretary",
    "mayor",
    "vice",
    "organiser",
    "safety",
    "farm",
    "finance",
    "trade",
    "congress",
    "council",
)
PRESS = ("reporter", "writer")


def _place(name: str, short: str, code: str, before: str, after: str) -> Place:
    posts = POSTS + PRESS
    return Place(
        name, short, name[-1], code,
        dict(zip(posts, before.split(), strict=True)), dict(zip(posts, after.split(), strict=True)),
    )  # fmt: skip


PLACES = (
    _place(
        "青岚区", "青岚", "qinglan",
        "陆远舟 顾清源 沈砚秋 祝云帆 乔志明 温叙白 孟怀瑾 叶承宇 裴国梁 程亦安 薛小满 江晓禾",
        "顾清源 沈砚秋 林知远 祝云帆 傅明澈 温叙白 秦朗 叶承宇 裴国梁 邵清晏 薛小满 何嘉树",
    ),
    _place(
        "石棠区", "石棠", "shitang",
        "褚文澜 魏行知 谢南乔 阮知夏 施望舒 骆星河 方既白 黎书衡 岑予安 姚振声 白露 汤小舟",
        "魏行知 谢南乔 唐启明 阮知夏 施望舒 贺兰亭 方既白 黎书衡 姚振声 岑予安 白露 康宁",
    ),
    _place(
        "溪禾县", "溪禾", "xihe",
        "罗天佑 高展鹏 梁慕云 宋怀远 袁大山 蒋春生 韩青 彭万里 曾广田 吕建章 田苗 杜若",
        "高展鹏 梁慕云 丁一鸣 宋怀远 袁大山 蒋春生 韩青 潘海平 曾广田 吕建章 田苗 苏禾",
    ),
    _place(
        "南屿区", "南屿", "nanyu",
        "钟嘉言 郑海生 冯立夏 曹景行 许长风 董文博 夏雨田 严守正 任重远 于得水 金小川 向晴",
        "郑海生 冯立夏 邓子初 曹景行 许长风 董文博 夏雨田 严守正 任重远 于得水 金小川 向晴",
    ),
)  # fmt: skip

EXTRA_TOPICS = (
    "economy",
    "projects",
    "safety",
    "petition",
    "people",
    "ecology",
    "city",
    "party",
    "trade",
    "rural",
)
PLANS = {
    # kind of page: (lead, topics that always come, how many more, close, the theme of a conference)
    "executive": ("lead.executive", ("projects",), 3, "close.meeting"),
    "committee": ("lead.committee", ("party",), 3, "close.meeting"),
    "inspection": ("lead.inspection", ("projects",), 2, "close.visit"),
    "conference": ("lead.conference", ("target.year",), 3, "close.meeting"),
    "figures": ("lead.figures", ("economy",), 2, ""),
    "plan": ("lead.committee", ("target.plan",), 2, "close.meeting"),
    "epidemic": ("lead.executive", ("epidemic",), 2, "close.meeting"),
    "poverty": ("lead.inspection", ("poverty",), 2, "close.visit"),
}
MONTHS = {"conference": (2, 3), "figures": (10, 10)}
"""When such a page is published, where not at any time of the year."""
TOLD_OF_VISITS = ("lead.inspection", "poverty")
THEMES = ("经济", "安全生产", "重点项目", "乡村振兴", "优化营商环境")
TITLES = {
    "executive": ("{q}政府召开第{11-79}次常务会议", "{mayor}主持召开{q}政府常务会议"),
    "committee": ("{secretary}主持召开{q}委常委会会议", "{place}召开{q}委常委会(扩大)会议"),
    "inspection": ("{secretary}督导重点项目建设", "{q}领导调研重点项目和民生工作"),
    "conference": ("全{q}{theme}工作会议召开", "{place}召开{theme}工作会议"),
    "figures": ("{place}经济运行总体平稳", "前三季度{place}经济稳中有进"),
    "plan": ("{place}审议“十四五”规划有关工作", "{q}委常委会研究“十四五”规划"),
    "epidemic": ("{place}部署疫情防控工作", "{mayor}主持召开{q}政府常务会议 研究疫情防控"),
    "poverty": ("{q}领导督导脱贫攻坚工作", "{place}全力冲刺脱贫攻坚"),
}
CALENDAR = (
    # two pages a year and place; the kinds follow the years
    (2019, ("poverty", "executive")),
    (2020, ("epidemic", "plan")),
    (2021, ("committee", "conference")),
    (2022, ("epidemic", "inspection")),
    (2023, ("executive", "conference")),
    (2024, ("figures", "committee")),
    (2025, ("plan", "inspection")),
)
DAMAGES = ("none", "none", "traditional+pinyin", "none", "none", "traditional+pinyin+gbk")


FULL_WIDTH = str.maketrans({",": "，", ";": "；", ":": "：", "(": "（", ")": "）", "!": "！", "?": "？"})
HALF = str.maketrans(HALF_WIDTH)
ANNOTATED = """
區=qū 縣=xiàn 長=zhǎng 會=huì 議=yì 開=kāi 經=jīng 濟=jì 業=yè 務=wù 實=shí 現=xiàn 產=chǎn 項=xiàng 點=diǎn 強=qiáng
調=diào 領=lǐng 導=dǎo 時=shí 間=jiān 當=dāng 戰=zhàn 質=zhì 農=nóng 問=wèn 題=tí 記=jì 書=shū 黨=dǎng 圍=wéi 環=huán
營=yíng 轉=zhuǎn 動=dòng 進=jìn 來=lái 過=guò 數=shù 驅=qū 聯=lián 億=yì 達=dá 標=biāo 執=zhí 風=fēng
"""
READINGS = dict(pair.split("=") for pair in ANNOTATED.split())
"""What the annotator of these pages knows: each printed character and the reading it puts behind it."""


class Dice:
    """Choices that depend on nothing but a key, so that every run and every Python gives the same corpus."""

    def __init__(self, key: str) -> None:
        self.key, self.count = key, 0

    def roll(self, low: int, high: int) -> int:
        """An integer from `low` to `high`."""
        self.count += 1
        digest = sha256(f"{self.key}/{self.count}".encode()).digest()
        return low + int.from_bytes(digest[:8], "big") % (high - low + 1)

    def pick(self, options: list[str]) -> str:
        """One of the options."""
        return options[self.roll(0, len(options) - 1)]


@dataclass(frozen=True)
class Block:
    """A paragraph with slots, and when it may be printed."""

    kind: str
    years: range
    months: range
    text: str

    def suits(self, kind: str, held: date, *, visit: bool) -> bool:
        """Whether a page of that day, a report of a visit or of a meeting, may print it."""
        if visit and kind not in TOLD_OF_VISITS and re.match("会议(?!强调|指出|要求)", self.text):
            return False
        return self.kind == kind and held.year in self.years and held.month in self.months


def _range(limit: str) -> range:
    first, _, last = limit.partition("-")
    return range(int(first), int(last) + 1)


def _range(limit: str) -> range:
    """The numbers of `2019-2025`."""
    first, _, last = limit.partition("-")
    return range(int(first), int(last) + 1)


def blocks() -> list[Block]:
    """The templates."""
    found: list[Block] = []
    text = (HERE / "templates.txt").read_text(encoding="utf-8")
    for block in re.split(r"^@ ", text, flags=re.MULTILINE)[1:]:
        head, _, prose = block.partition("\n")
        kind, *limits = head.split()
        years, months = (_range(limit) for limit in [*limits, "1-12"][:2])
        found.append(Block(kind, years, months, prose.strip()))
    return found


def fill(template: str, words: dict[str, str], dice: Dice) -> str:
    """A template with names and numbers in its slots."""

    def value(slot: re.Match[str]) -> str:
        name, low, high = slot.groups()
        if name:
            return fill(words[name], words, dice) if "{" in words[name] else words[name]
        if "." in low + high:
            return str(dice.roll(int(float(low) * 10), int(float(high) * 10)) / 10)
        return str(dice.roll(int(low), int(high)))

    return SLOT.sub(value, template)


def page(place: Place, year: int, kind: str, templates: list[Block]) -> tuple[date, str]:
    """One page: its day of publication and its text."""
    dice = Dice(f"{place.code}/{year}/{kind}")
    held = date(year, dice.roll(*MONTHS.get(kind, (2, 11))), dice.roll(3, 26))
    visit = PLANS[kind][0] == "lead.inspection"
    published = held + timedelta(days=1)
    people = place.before if (year, held.month) < (2022, 3) else place.after
    words = {
        **people,
        "place": place.name,
        "short": place.short,
        "q": place.kind,
        "city": CITY,
        "year": str(year),
        "next": str(year + 1),
        "last": str(year - 1),
        "month": str(held.month),
        "day": str(held.day),
        "yesterday": str(held.day),
        "nextday": str(held.day + 1),
        "monthword": str(max(held.month - 1, 2)),
        "theme": dice.pick(list(THEMES)),
        "published": published.isoformat(),
    }

    def draw(wanted: str) -> str:
        text = dice.pick([block.text for block in templates if block.suits(wanted, held, visit=visit)])
        if visit:
            text = re.sub("^会议(强调|指出|要求)", r"{secretary}\1", text)
        return fill(text, words, dice)

    lead, always, more, close = PLANS[kind]
    topics = [*always]
    while len(topics) < len(always) + more:
        topic = dice.pick([t for t in EXTRA_TOPICS if any(b.suits(t, held, visit=visit) for b in templates)])
        if topic not in topics:
            topics.append(topic)
    lines = [fill(dice.pick(list(TITLES[kind])), words, dice), draw("meta"), draw(lead)]
    lines += [draw(topic) for topic in topics]
    if close:
        lines.append(draw(close))
    if dice.roll(0, 1):
        lines.append(draw("credit"))
    if dice.roll(0, 2) == 0:
        lines = [draw("nav"), *lines, draw("foot")]
    return published, "\n".join(lines) + "\n"


def spoil(text: str, damage: str) -> str:
    """The text as a bad scraper would have saved it."""
    if damage == "none":
        return text
    full = text.translate(FULL_WIDTH)
    if "gbk" in damage:
        return simulate(full, Process(annotated=READINGS)).text
    printed = full.translate(str.maketrans(traditional_characters())).translate(HALF)
    return "".join(f"{char}({READINGS[char]})" if char in READINGS else char for char in printed)


def build() -> dict[str, str]:
    """Every file of the corpus: its name and its text."""
    templates, files, index = blocks(), {}, []
    number = 0
    for year, kinds in CALENDAR:
        for place in PLACES:
            for kind in kinds:
                damage = DAMAGES[number % len(DAMAGES)]
                published, text = page(place, year, kind, templates)
                name = f"{published.isoformat()}-{place.code}-{kind}.txt"
                files[name] = spoil(text, damage)
                index.append((name, published.isoformat(), CITY, place.name, kind, damage))
                number += 1
    header = "file\tpublished\tcity\tplace\tkind\tdamage"
    files["index.tsv"] = "\n".join([header, *("\t".join(row) for row in sorted(index))]) + "\n"
    return files


def main() -> int:
    """Write the corpus, or check it."""
    arguments = argparse.ArgumentParser(description=__doc__.partition("\n")[0])
    arguments.add_argument("--check", action="store_true", help="compare with what is there, write nothing")
    check = arguments.parse_args().check
    files = build()
    if check:
        wrong = [n for n, text in files.items() if (CORPUS / n).read_text(encoding="utf-8") != text]
        print("\n".join(f"differs: {name}" for name in wrong) or f"{len(files)} files as built")
        return bool(wrong)
    CORPUS.mkdir(exist_ok=True)
    sample = spoil((HERE / "sample.txt").read_text(encoding="utf-8"), "traditional+pinyin+gbk")
    (HERE / "sample_damaged.txt").write_text(sample, encoding="utf-8", newline="\n")
    for name, text in files.items():
        (CORPUS / name).write_text(text, encoding="utf-8", newline="\n")
    print(f"{len(files)} files written")
    return 0


if __name__ == "__main__":
    sys.exit(main())
