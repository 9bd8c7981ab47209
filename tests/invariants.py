"""What must hold of findings of any text at all; the property tests and the fuzzer share it."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import govtext

__all__ = ["PIECES", "check"]

PIECES = (
    "区委书记", "区长", "区领导", "陈一鸣", "、", "，", "。", "；", "：", "\n", " ", "\u3000", "(", ")",
    "（", "）", "“", "”", "‘", "’", "《", "》", "9月底前", "2024年", "一季度", "昨天(24日)", "十四五", "第",
    "前", "超", "约", "680亿元", "3.1%", "１２", "三百二十", "翻一番", "万", "个", "**", "*", "_", "xx.x",
    "X月X日", "?", "!", "?!", "區(qū)", "長(zhǎng)", "笆奈濉遍_", "強調", "强调", "指出", "：“", "。”",
    "会议", "他", "即", "来源：", "发布时间：2024-05-06", "上一篇：", "(记者 白露)", "&ldquo;", "<p>", "\x00",
    "\ud800", "👩‍👧", "é́", "\u200b", "\ufeff", "𠮷",
)  # fmt: skip
"""Scraps of the prose and of what breaks it; what falls between two of them is where mistakes live."""


def check(findings: govtext.Findings) -> None:
    """What must hold of findings of any text at all."""
    document = findings.document
    raw, text = document.raw, document.text
    for mention in findings.mentions:
        span = mention.span
        assert 0 <= span.start < span.end <= len(text)
        assert 0 <= span.raw_start < span.raw_end <= len(raw)
        assert text[span.start : span.end] == mention.text
        assert mention.rule
    for official in findings.officials:
        assert official.span.covers(official.name_span)
    for found in findings.dates:
        if found.earliest and found.latest:
            assert found.earliest <= found.latest
    ends = [0]
    for segment in document.segments:
        assert ends[-1] <= segment.span.start <= segment.span.end <= len(text)
        ends.append(segment.span.end)
    for edit in document.edits:
        assert 0 <= edit.raw_start <= edit.raw_end <= len(raw)
    for statement in findings.statements:
        assert 0 <= statement.span.start <= statement.span.end <= len(text)
