"""People: roles, organisations and titles, on marked texts, and on the corpus with the gold's own mentions."""

import json
from bisect import bisect_left
from pathlib import Path
from typing import Any

import pytest

from case_files import read_cases
from govtext import Document, OfficialMention, Person, link, parse, read
from govtext.groups import find_groups
from govtext.posts import post_of
from marked import marked

CASES = [
    case for provenance in ("wild", "synthetic", "negative") for case in read_cases("people", provenance)
]


def check(case: dict[str, Any]) -> None:
    """What the case says of its people holds, and its mentions carry the organisation of their titles or person."""
    document, officials = marked(case["text"])
    findings = link(document, officials)
    people = {person.name: person for person in findings.people}
    for name, roles in case.get("roles", {}).items():
        assert sorted(people[name].roles) == sorted(roles), name
    for name, organisation in case.get("organisations", {}).items():
        assert people[name].organisation == organisation, name
        assert {m.organisation for m in people[name].mentions} == {organisation}, name
    for name, titles in case.get("titles", {}).items():
        assert list(people[name].titles) == titles
    assert [m.span for m in findings.officials] == [m.span for m in officials]


@pytest.mark.parametrize("case", CASES, ids=lambda case: case["label"])
def test_people(case: dict[str, Any]) -> None:
    """Each case's roles, organisations and titles."""
    check(case)


@pytest.mark.xfail(strict=True, reason="not read yet")
@pytest.mark.parametrize("case", read_cases("people", "known_failures"), ids=lambda case: case["label"])
def test_known_failures(case: dict[str, Any]) -> None:
    """Cases that are known to fail; one that passes is moved to the others."""
    check(case)


def test_no_officials_no_people() -> None:
    """A page that names nobody has no people, and a speaking body all the same."""
    document, officials = marked("会议强调，要守住底线。")
    findings = link(document, officials)
    assert (findings.officials, findings.people) == ((), ())
    assert findings.statements[0].speaker == "会议"


def test_roles_stand_in_order() -> None:
    """Roles come in the order of the definition, whatever the order of the text."""
    document, officials = marked("{陈一鸣}出席会议，并作了汇报。{陈一鸣}强调，要落实。会议由{陈一鸣}主持。")
    (person,) = link(document, officials).people
    assert person.roles == ("chairs", "speaks", "reports", "attends")


@pytest.mark.parametrize(
    ("owners", "organisation"),
    [
        ("主办：云陂县人民政府 承办：云陂县政府办公室", "云陂县"),
        ("欢迎访问云陂县人民政府网站", "云陂县"),
        ("主办：云陂县人民政府\n版权所有：石桥县人民政府", None),
        ("上一篇：云陂县人民政府召开会议", None),
    ],
)
def test_the_owner_of_the_site(owners: str, organisation: str | None) -> None:
    """A place that only the lines around the article name as the owner of the site, if it is the only one."""
    page = (
        "首页 > 要闻\n县政府召开常务会议\n2013-11-06 来源：县政府办\n"
        f"11月5日，县长李华主持召开常务会议，研究部署农业工作。\n【打印】【关闭】\n{owners}"
    )
    (person,) = parse(page).people
    assert person.organisation == organisation


def test_the_site_of_a_newspaper() -> None:
    """A source line that names the place without its ending, and the site before the paper."""
    page = "我市召开农业会议\n2023-07-19 来源：安庆云网-安庆日报\n7月18日，市长李华主持会议，研究农业工作。"
    assert [person.organisation for person in parse(page).people] == ["安庆市"]


def test_hidden_names_join_by_title() -> None:
    """Two hidden names with one title are one record; another title is another person."""
    document, officials = marked("{**<同志}宣读通报。{**<同志}参加。{**<书记}讲话。")
    people = link(document, officials).people
    assert [(p.titles, p.roles) for p in people] == [
        (("同志",), ("reports", "attends")),
        (("书记",), ("speaks",)),
    ]


def test_a_surname_joins_only_one_person() -> None:
    """李局长 is the only 李 named, or the only one with that title, and nobody in particular where two fit."""
    document, officials = marked("{局长|李华}汇报。{李<局长}表态。")
    assert [p.name for p in link(document, officials).people] == ["李华"]
    document, officials = marked("{局长|李华}、{处长|李明}汇报。{李<局长}表态。")
    assert [p.name for p in link(document, officials).people] == ["李华", "李明"]
    document, officials = marked("{局长|李华}、{副局长|李明}汇报。{李<局长}表态。")
    assert [p.name for p in link(document, officials).people] == ["李华", "李明", "李"]


def test_groups_are_cut_by_verbs() -> None:
    """A list is one group; a verb between two people makes two."""
    document, officials = marked("区领导{区领导>李华}、{区领导>赵文舟}等出席，{区长|陈一鸣}主持。")
    groups = find_groups(document, officials).all
    assert [[m.name for m in group.members] for group in groups] == [["李华", "赵文舟"], ["陈一鸣"]]
    assert document.text[groups[0].start : groups[0].tail] == "区领导李华、赵文舟等"


@pytest.mark.parametrize(
    ("title", "level", "name", "leads"),
    [
        ("区委书记", "区", None, True),
        ("常务副区长", "区", None, True),
        ("代县长", "县", None, True),
        ("政府常务副旗长", "旗", None, True),
        ("县人大常委会党组书记", "县", None, True),
        ("市政府副秘书长", "市", None, True),
        ("县四套班子领导", "县", None, True),
        ("县人大、县政府、县政协有关领导", "县", None, True),
        ("大观区委区政府分管领导", "区", "大观区", True),
        ("县委常委班子成员", "县", None, True),
        ("行署专员", "地", None, True),
        ("地委书记", "地", None, True),
        ("政协主席", None, None, True),
        ("徐州市长", "市", "徐州市", True),
        ("大观区长", "区", "大观区", True),
        ("上海市浦东新区区委书记", "区", "浦东新区", True),
        ("安庆经济技术开发区管委会主任", "开发区", "安庆经济技术开发区", True),
        ("区委宣传部部长", None, "区委宣传部", False),
        ("团区委书记", None, "团区委", False),
        ("市公安局大观分局局长", None, "市公安局大观分局", False),
        ("区政府办公室党组成员", None, "区政府办公室", False),
        ("石桥村驻村工作队队长", None, "石桥村驻村工作队", False),
        ("原冶金部副部长", None, "冶金部", False),
    ],
)
def test_posts(title: str, level: str | None, name: str | None, *, leads: bool) -> None:
    """What titles say about their bodies."""
    post = post_of(title)
    assert post is not None
    assert (post.level, post.name, post.leads_place) == (level, name, leads)


@pytest.mark.parametrize(
    "title", ["书记", "局长", "党委书记", "同志", "记者", "撰稿人", "一级调研员", "省市领导", "国家主席"]
)
def test_titles_that_tell_no_body(title: str) -> None:
    """Ranks alone, forms of address, labels and leaders of two levels."""
    post = post_of(title)
    assert post is None or (post.level, post.name) == (None, None)


def gold_mentions(document: Document, officials: list[dict[str, Any]]) -> tuple[OfficialMention, ...]:
    """The gold's mentions on a document: each placed by its text from its place in the print on."""
    starts = [document.span(i, i + 1).raw_start for i in range(len(document.text))]

    def mention(gold: dict[str, Any]) -> OfficialMention:
        start = document.text.index(gold["clean"], max(0, bisect_left(starts, gold["start"]) - 3))
        name = document.text.index(gold["name"], start)
        return OfficialMention(
            span=document.span(start, start + len(gold["clean"])), text=gold["clean"], rule="gold", name=gold["name"],
            name_span=document.span(name, name + len(gold["name"])), titles=tuple(gold["titles"]),
            collective=gold["collective"], redacted="*" in gold["name"],
        )  # fmt: skip

    return tuple(mention(gold) for gold in officials)


def as_gold(person: Person) -> dict[str, Any]:
    """A person as the gold writes one."""
    return {"name": person.name, "titles": list(person.titles), "organisation": person.organisation,
            "roles": sorted(person.roles)}  # fmt: skip


@pytest.mark.corpus
@pytest.mark.parametrize("number", ["000", "001", "002", "003", "004"])
def test_seeds_from_gold_mentions(corpus: Path, number: str) -> None:
    """With the gold's mentions, the people of the seeds and every mention's organisation are the gold's."""
    gold = json.loads((corpus / "gold" / "seeds" / f"{number}.json").read_text(encoding="utf-8"))
    document = read((corpus / gold["file"]).read_bytes().decode("utf-8"))
    findings = link(document, gold_mentions(document, gold["officials"]))
    assert [as_gold(p) for p in findings.people] == [
        {**p, "roles": sorted(p["roles"])} for p in gold["people"]
    ]
    assert [m.organisation for m in findings.officials] == [m["organisation"] for m in gold["officials"]]
