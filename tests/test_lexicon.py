"""Lexicons: longest match, extended with |, and tables that name their wrong line."""

import pickle

import pytest
from hypothesis import given
from hypothesis import strategies as st

from govtext import Lexicon
from govtext.errors import LexiconError
from govtext.lexicon import parse_rows, read_rows

words = st.dictionaries(st.text("甲乙丙丁", min_size=1, max_size=4), st.integers(), max_size=12)


@given(words, st.text("甲乙丙丁戊", max_size=40))
def test_find_agrees_with_the_slow_way(table, text):
    expected, i = [], 0
    while i < len(text):
        longest = max((w for w in table if text.startswith(w, i)), key=len, default="")
        if longest:
            expected.append((i, i + len(longest), table[longest]))
        i += len(longest) or 1
    assert list(Lexicon(table).find(text)) == expected


@given(words, st.text("甲乙丙丁戊", max_size=20), st.integers(0, 20))
def test_match_both_ways_agrees_with_the_slow_way(table, text, at):
    lexicon = Lexicon(table)
    at = min(at, len(text))
    forward = max((len(w) for w in table if text.startswith(w, at)), default=0)
    back = max((len(w) for w in table if text[:at].endswith(w)), default=0)
    assert lexicon.match(text, at) == (at + forward if forward else None)
    assert lexicon.match_back(text, at) == (at - back if back else None)


def test_bounds_hold():
    lexicon = Lexicon({"副主任": 1})
    assert lexicon.match("副主任", 0, 2) is None
    assert lexicon.match_back("副主任", 3, 1) is None
    assert list(lexicon.find("副主任", 0, 2)) == []
    assert list(lexicon.find("副主任副主任", 3)) == [(3, 6, 1)]
    assert list(Lexicon({}).find("副主任")) == []


def test_extension_leaves_the_old_one_alone():
    old = Lexicon({"主任": 1})
    new = old | {"科长": 2} | Lexicon({"主任": 3})
    assert (len(old), len(new), new["主任"], old["主任"], new.get("处长"), "科长" in old) == (
        1,
        2,
        3,
        1,
        None,
        False,
    )
    assert pickle.loads(pickle.dumps(new)) == new


def test_empty_words_are_refused():
    with pytest.raises(LexiconError, match="at least one character"):
        Lexicon({"": 1})


@pytest.mark.parametrize("line", ["a", "a\tb\tc", "\tb"])
def test_a_malformed_line_is_named(line):
    with pytest.raises(LexiconError, match="table.tsv, line 4"):
        parse_rows(f"# source: x\nword\tvalue\nok\tfine\n{line}\n", "table.tsv")


def test_tables_say_where_they_come_from():
    from importlib.resources import files

    import govtext

    tables = [p for p in files(govtext).joinpath("data").iterdir() if p.name.endswith(".tsv")]
    assert tables
    for table in tables:
        head = table.read_text(encoding="utf-8")[:3000]
        for label in ("# source:", "# licence:", "# date:"):
            assert label in head, f"{table.name} lacks {label}"
        assert read_rows(table.name.removesuffix(".tsv"))
