"""The table of the prose: it unpacks to what it should hold, whatever it is asked for."""

from itertools import islice
from math import exp

import pytest

from govtext.likelihood import commonest, following, plain_cost
from govtext.prosemodel import THIRD, characters, followers, word_costs


def contexts():
    """Contexts of one, two and three characters: those of the two hundred commonest and of the likeliest behind them."""
    for one in commonest()[:200]:
        yield one
        for two in islice(followers(one).chars, 6):
            yield one + two
            known = followers(one + two)
            yield from (one + two + three for three in (known.chars[:3] if known else ""))


def test_characters_are_listed_once_the_commonest_first():
    chars, costs = characters()
    assert len(set(chars)) == len(chars) == len(costs) > 5000
    assert list(costs) == sorted(costs)
    assert set("，、的县区“¶0A").issubset(chars.replace(",", "，"))


def test_followers_are_listed_once_with_their_costs():
    lengths = set()
    for context in contexts():
        known = followers(context)
        if known is None:
            continue
        lengths.add(len(context))
        assert len(set(known.chars)) == len(known.chars) == len(known.costs) > 0
        assert set(known.chars).issubset(commonest())
    assert lengths == {1, 2, 3}


def test_probabilities_of_followers_come_to_no_more_than_one():
    for context in contexts():
        known = followers(context)
        if known is not None:
            assert sum(exp(-cost * THIRD) for cost in known.costs) <= 1.2, context  # rounded to thirds


@pytest.mark.parametrize("context", ["龘", "龘龘", "的龘", "龘的", "a", "\ud800", "的的龘"])
def test_of_what_the_table_has_not_nothing_is_known(context):
    assert followers(context) is None
    assert 0 <= following(context, "的") < 30


def test_what_is_usual_costs_less():
    assert followers("经济社").chars == "会"
    assert following("科技创", "新") + 5 < following("科技创", "饭")
    assert plain_cost("会议强调，要压实责任。") < plain_cost("会强议调，要实压任责。")
    assert word_costs()["工作"] < word_costs()["玻璃"]
