"""Whatever a page holds, its findings go out in every form, and come back the same."""

import json

from hypothesis import given
from hypothesis import strategies as st

import govtext
from govtext.interchange.annotation import Utf16, to_brat, to_doccano, to_label_studio, to_spacy
from govtext.interchange.rows import KINDS, flat_rows
from govtext.show import findings_html, summary, to_html, underlined

PIECES = (
    *"区县委书记长主持会议指出要“”‘’（）()《》、，。；！？?!*_%０１25亿万元个项日\n\t\r \x00\ud800🚀<&>\"'",
    "区(qū)", "9月底前", "2024年5月6日", "十四五", "六稳", "12.5亿元", "**亿元", "50个项目", "区委书记陈一鸣",
    "来源:云溪区融媒体中心 发布时间:2023-03-07", "(撰稿人:林知秋)", "&nbsp;", "确?!半p過半",
)  # fmt: skip

pages = st.lists(st.sampled_from(PIECES), max_size=40).map("".join)


@given(pages)
def test_findings_come_back_from_json_the_same(raw):
    findings = govtext.parse(raw, id="page")
    data = json.loads(json.dumps(findings.to_dict()))
    back = govtext.from_dict(data)
    assert back == findings
    assert json.loads(json.dumps(back.to_dict())) == data


@given(pages)
def test_offsets_of_every_tool_cut_out_the_same_words(raw):
    findings = govtext.parse(raw)
    text = findings.document.text
    words = [mention.text for mention in findings.mentions]
    assert [text[start:end] for start, end, _ in to_spacy(findings)] == words
    units = Utf16.of(text)
    places = [(units.position(m.start), units.position(m.end)) for m in findings.mentions]
    assert [(start, end) for start, end, _ in to_doccano(findings)["label"]] == places
    values = [region["value"] for region in to_label_studio(findings)["predictions"][0]["result"]]
    assert [text[value["start"] : value["end"]] for value in values] == words
    assert to_brat(findings).text == text


@given(pages)
def test_every_page_has_its_views_and_rows(raw):
    findings = govtext.parse(raw)
    assert findings_html(findings) == findings_html(findings)
    to_html(findings).encode("utf-8")
    summary(findings).encode("utf-8")
    underlined(findings, width=30).encode("utf-8")
    for kind in KINDS:
        assert len(list(flat_rows(findings, kind))) == len(getattr(findings, kind))
