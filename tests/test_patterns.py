"""Lazy patterns: compiled once, on first use, and then like any other."""

import pickle
import re

import pytest

from govtext.patterns import lazy, lazy_regex


@pytest.mark.parametrize("make", [lazy, lazy_regex])
def test_it_works_like_the_compiled_one(make):
    pattern = make("(?P<year>[0-9]{4})年", re.VERBOSE)
    assert pattern.groupindex["year"] == 1
    assert pattern.sub("X", "到2025年底") == "到X底"
    assert [m["year"] for m in pattern.finditer("2025年2026年")] == ["2025", "2026"]
    assert pattern.match is pattern.match
    assert "[0-9]{4}" in repr(pattern)
    again = pickle.loads(pickle.dumps(pattern))
    assert (again.pattern, again.flags, again.findall("2025年")) == (pattern.pattern, pattern.flags, ["2025"])


def test_a_wrong_pattern_says_so_when_it_is_used():
    pattern = lazy("(")
    with pytest.raises(re.error):
        pattern.search("")


def test_it_has_no_other_attributes():
    with pytest.raises(AttributeError):
        lazy("a").nonsense  # noqa: B018
