"""Administrative divisions: the table, and where texts name them."""

import re

import pytest

from govtext.divisions import Division, divisions, find_divisions, find_townships, find_zones, kind_of
from govtext.lexicon import read_rows


def test_the_table_is_well_formed() -> None:
    """Six digits, a name, years in order, no line twice, a known ending."""
    rows = read_rows("divisions")
    assert len(rows) == len(set(rows)) > 7000
    for code, name, since, until in rows:
        assert re.fullmatch(r"[1-8]\d{5}", code), name
        assert re.fullmatch(r"[\u4e00-\u9fff]{2,18}", name), code
        assert not (since and until) or int(since) <= int(until), (code, name)
        assert all(not year or 1980 <= int(year) <= 2023 for year in (since, until))


def test_provinces_stand_today() -> None:
    """34 of province level, of which none has ended; 港澳台 among them."""
    provinces = {
        d.name
        for found in divisions().words.values()
        for d in found
        if d.level == "province" and d.until is None
    }
    assert len(provinces) == 34
    assert {"北京市", "台湾省", "香港特别行政区", "新疆维吾尔自治区"} <= provinces


@pytest.mark.parametrize(
    ("name", "codes"),
    [
        ("大观区", {"340803"}),
        ("沙县区", {"350405"}),
        ("崇文区", {"110103"}),
        ("澄海市", {"440583"}),
        ("朝阳区", {"110105", "220104"}),
    ],
)
def test_names_old_and_new(name: str, codes: set[str]) -> None:
    """Present, renamed and abolished names, and one that two cities share."""
    assert codes <= {division.code for division in divisions()[name]}


def test_years() -> None:
    """A county that became a district is two lines."""
    (county,), (district,) = divisions()["宁河县"][-1:], divisions()["宁河区"]
    assert (county.until, district.since) == (2014, 2015)


def test_levels_and_parents() -> None:
    """The code says the level and what lies in what."""
    province, city, district = (Division(code, "") for code in ("340000", "340800", "340803"))
    assert [d.level for d in (province, city, district)] == ["province", "prefecture", "county"]
    assert district.lies_in(city)
    assert district.lies_in(province)
    assert not city.lies_in(district)
    assert not district.lies_in(Division("340100", ""))


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("安徽省安庆市大观区", ["安徽省", "安庆市", "大观区"]),
        ("徐州市民来到贾汪区委", ["徐州市", "贾汪区"]),
        ("盐城市委书记", ["盐城市"]),
        ("大同市应县", ["大同市", "应县"]),
        ("应县县委", ["应县"]),
        ("双江拉祜族佤族布朗族傣族自治县召开会议", ["双江拉祜族佤族布朗族傣族自治县"]),
        ("全区各区县市和县级部门", []),
        ("新增城市绿地，供应城市蔬菜", []),
        ("城区道路、郊区公路、矿区改造", []),
        ("大观区域发展", []),
        ("代县长主持，副县长参加", []),
        ("省、市和县三级", []),
    ],
)
def test_finding(text: str, names: list[str]) -> None:
    """Names in full; no common nouns, no longer words, no titles."""
    assert [text[start:end] for start, end, _ in find_divisions(text)] == names


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("萧山区宁围街道党工委", ["宁围街道"]),
        ("海口镇人民政府", ["海口镇"]),
        ("新市镇召开大会", ["新市镇"]),
        ("共和乡党委", ["共和乡"]),
        ("各乡镇党委，全镇召开，乡镇人民政府，城镇人大", []),
        ("要求乡党委、听取镇党委汇报，督促街道办事处", []),
        ("听取石桥镇党委汇报，会同白鹭乡政府，县城关镇召开会议", ["石桥镇", "白鹭乡", "城关镇"]),
        ("和平镇党委、三星镇党委、向阳镇政府", ["和平镇", "三星镇", "向阳镇"]),
        ("两个镇党委，人口大镇政府，县级镇政府，部分乡镇党委", []),
    ],
)
def test_townships(text: str, names: list[str]) -> None:
    """Towns, townships and streets before their bodies; none in general."""
    assert [name for *_, name in find_townships(text)] == names


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("两江新区管委会", ["两江新区"]),
        ("合肥高新区党工委", ["合肥高新区"]),
        ("各开发区管委会，经开区管委会", []),
    ],
)
def test_zones(text: str, names: list[str]) -> None:
    """Zones by their full names; none by their sort alone."""
    assert [name for *_, name in find_zones(text)] == names


@pytest.mark.parametrize(
    ("name", "kind"),
    [
        ("广西壮族自治区", "省"),
        ("澳门特别行政区", "省"),
        ("阿克苏地区", "地"),
        ("神农架林区", "区"),
        ("科尔沁左翼中旗", "旗"),
        ("五马街道", "街道"),
    ],
)
def test_kinds(name: str, kind: str) -> None:
    """The character of the titles: 自治区主席 leads a 省."""
    assert kind_of(name) == kind
