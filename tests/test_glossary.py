"""The glossary: its table is sound, its numbers agree with its expansions, users extend it."""

import pickle
import re
from collections import Counter

import pytest

from govtext.errors import LexiconError
from govtext.glossary import KINDS, Entry, Glossary, default_glossary, normal_form
from govtext.lexicon import read_rows
from govtext.shorthand import counted

HEADER = "form\tvariants\texpansion\tkind\tsince\tissuer\tcertainty\tbare\n"


def test_it_has_at_least_600_entries():
    assert len(default_glossary()) >= 600


def test_no_form_and_no_variant_stands_twice():
    forms = Counter(normal_form(form) for entry in default_glossary() for form in entry.forms)
    assert [form for form, count in forms.items() if count > 1] == []


@pytest.mark.parametrize("entry", [e for e in default_glossary() if e.expansion], ids=lambda e: e.form)
def test_the_number_agrees_with_the_expansion(entry):
    assert not counted(entry.form) or len(entry.expansion) in counted(entry.form)
    assert len(set(entry.expansion)) == len(entry.expansion)
    assert all(phrase == phrase.strip() != "" for phrase in entry.expansion)


def test_a_contraction_has_a_character_of_every_phrase():
    """放管服: 简政放权, 放管结合, 优化服务: one character of each."""
    entry = default_glossary()["放管服"]
    assert all(letter in phrase for letter, phrase in zip(entry.form, entry.expansion, strict=True))


@pytest.mark.parametrize("entry", default_glossary(), ids=lambda e: e.form)
def test_entries_are_sound(entry):
    assert entry.kind in KINDS
    assert entry.since is None or 1920 <= entry.since <= 2026
    assert entry.certainty in ("sure", "likely", "local")
    assert not (entry.certainty == "local" and entry.expansion)
    assert not re.search(r"[“”\s|]", "".join(entry.forms))
    assert len(entry.form) >= 2


def test_rows_are_sorted_so_that_a_new_one_has_one_place():
    forms = [row[0] for row in read_rows("glossary")]
    assert forms == sorted(forms)


def test_plan_periods_are_all_known_with_their_first_year():
    periods = [
        "一五",
        "二五",
        "三五",
        "四五",
        "五五",
        "六五",
        "七五",
        "八五",
        "九五",
        "十五",
        "十一五",
        "十二五",
        "十三五",
        "十四五",
        "十五五",
    ]
    glossary = default_glossary()
    assert [glossary[form].kind for form in periods] == ["plan"] * len(periods)
    years = [glossary[form].since for form in periods]
    assert years == sorted(years)
    assert years[-1] == 2026


def test_variants_share_one_form():
    glossary = default_glossary()
    assert (
        glossary.canonical("外防输入内防反弹")
        == glossary.canonical("外防输入,内防反弹")
        == "外防输入、内防反弹"
    )
    assert glossary.canonical("石桥模式") == "石桥模式"
    assert glossary.get("石桥模式") is None
    assert "三旧改造" in glossary
    assert 3 not in glossary


def test_a_users_glossary_is_read_and_added(tmp_path):
    path = tmp_path / "mine.tsv"
    path.write_text(
        "# source: mine\n" + HEADER + "石桥模式\t石桥经验\t建桥|修路\tnickname\t2024\t石桥县\tsure\tyes\n"
        "六稳\t\t甲|乙|丙|丁|戊|己\tabbreviation\t\t\tlocal\t\n",
        encoding="utf-8",
    )
    mine = Glossary.read(path)
    both = default_glossary() | mine
    assert both.canonical("石桥经验") == "石桥模式"
    assert both["六稳"].expansion[0] == "甲"
    assert default_glossary()["六稳"].expansion[0] == "稳就业"
    assert both["石桥模式"].since == 2024
    assert len(both) == len(default_glossary()) + 2


def test_a_variant_that_goes_on_with_its_form_is_not_read_bare():
    glossary = Glossary([Entry("放管服", ("放管服改革", "放管"), bare=True)])
    assert set(glossary.bare.words) == {"放管服", "放管"}


@pytest.mark.parametrize(
    ("row", "says"),
    [
        ("甲\t\t\tslogan\t\t\tsure\t", "a kind"),
        ("甲\t\t\tplan\t98\t\tsure\t", "a year"),
        ("甲\t\t\tplan\t\t\tcertain\t", "a certainty"),
        ("甲\t\t\tplan\t\t\tsure\tno", "bare"),
        ("甲\t\tplan", "cells"),
    ],
)
def test_a_malformed_row_is_named(tmp_path, row, says):
    path = tmp_path / "wrong.tsv"
    path.write_text(HEADER + row + "\n", encoding="utf-8")
    with pytest.raises(LexiconError, match=says) as raised:
        Glossary.read(path)
    assert "wrong.tsv" in str(raised.value)


def test_a_table_with_other_columns_is_refused(tmp_path):
    path = tmp_path / "short.tsv"
    path.write_text("form\tkind\n六稳\tabbreviation\n", encoding="utf-8")
    with pytest.raises(LexiconError, match="8 columns"):
        Glossary.read(path)


def test_it_pickles_and_iterates():
    glossary = default_glossary()
    again = pickle.loads(pickle.dumps(glossary))
    assert again == glossary
    assert list(again) == list(glossary.entries)
