"""Traditional to simplified: the same as OpenCC's own converter, which is the oracle."""

import sys
from functools import cache
from importlib import import_module
from types import ModuleType
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from govtext import script
from govtext.errors import MissingExtraError


@cache
def oracle() -> Any:
    return import_module("opencc").OpenCC("t2s")


@cache
def alphabet() -> str:
    phrases, _ = script._phrases()
    return (
        "".join(sorted(set("".join(phrases))))
        + "，。的一是了a1 \n"
        + "".join(script.simplified_characters())[:800]
    )


@given(
    st.lists(
        st.one_of(st.sampled_from(sorted(script._phrases()[0])), st.sampled_from(alphabet())), max_size=30
    )
)
def test_it_agrees_with_opencc(parts):
    text = "".join(parts)
    assert script.simplify(text) == oracle().convert(text)


@given(st.text(max_size=50))
def test_it_keeps_the_length_of_any_text(text):
    assert len(script.simplify(text)) == len(text)


def test_overlapping_phrases_go_to_the_longest():
    text = "乾隆皇帝乾坤大挪移不瞭解反反覆覆"
    assert script.simplify(text) == oracle().convert(text) == "乾隆皇帝乾坤大挪移不了解反反复复"


def test_characters_beyond_the_basic_plane():
    beyond = next(char for char in script.simplified_characters() if ord(char) > 0xFFFF)
    assert script.simplify(beyond) == oracle().convert(beyond)


def test_another_opencc_is_named(monkeypatch, tmp_path):
    other = ModuleType("opencc")
    other.__file__ = str(tmp_path / "__init__.py")
    monkeypatch.setitem(sys.modules, "opencc", other)
    with pytest.raises(MissingExtraError, match="uninstall opencc"):
        script._table("TSCharacters")
