"""Many pages: in order, lazily, cancelled cleanly; a bad one is reported and the rest done."""

import itertools
import multiprocessing
import os
import pickle
from datetime import date

import pytest

import govtext
from govtext.errors import BatchError, Failure, InputTypeError
from govtext.pipeline import AHEAD, CHUNK

PAGES = [(f"第{n}页:9月底前建成{n}个项目。", date(2023, 3, 1 + n % 28), f"page {n}") for n in range(70)]


class NeedsAnArgument(Exception):  # noqa: N818  # an exception that pickles and cannot be unpickled, as many do
    def __init__(self, first, second):
        super().__init__(f"{first}, {second}")


def fails_on_threes(document):
    """An extractor of a user's own that breaks on some pages."""
    if document.id and document.id.endswith("3"):
        raise NeedsAnArgument("three", document.id)
    return ()


def names(findings):
    return [one.document.id for one in findings]


@pytest.mark.parametrize("workers", [None, 1, 2])
def test_findings_come_in_the_order_of_the_items(workers):
    found = list(govtext.parse_many(PAGES, workers))
    assert names(found) == [name for _, _, name in PAGES]
    assert [one.document.published for one in found] == [day for _, day, _ in PAGES]
    assert found == [govtext.parse(text, day, id=name) for text, day, name in PAGES]


def test_an_item_may_be_a_bare_text_and_an_id_a_number():
    assert names(govtext.parse_many(["一", ("二", None, "b"), ("三", None, 7)])) == [None, "b", "7"]


@pytest.mark.parametrize("workers", [None, 2])
def test_a_bad_item_is_told_at_the_end_and_the_rest_is_done(workers):
    items = [*PAGES[:20], None, ("文", "2023-03-01", "bad day"), (1, 2), *PAGES[20:40]]
    found = []
    with pytest.raises(BatchError, match="3 that cannot, the first at index 20") as caught:
        found.extend(govtext.parse_many(items, workers))
    assert names(found) == [name for _, _, name in PAGES[:40]]
    assert [(f.index, f.id) for f in caught.value.failures] == [(20, None), (21, "bad day"), (22, None)]
    assert all(isinstance(f.error, InputTypeError) for f in caught.value.failures)
    assert str(pickle.loads(pickle.dumps(caught.value))) == str(caught.value)


@pytest.mark.parametrize("workers", [None, 2])
def test_on_error_is_told_in_turn_and_nothing_is_raised(workers):
    told = []
    found = govtext.parse_many(["一", None, "二", b"x", "三"], workers, on_error=told.append)
    seen = [(one.document.raw, [failure.index for failure in told]) for one in found]
    assert seen == [("一", []), ("二", [1]), ("三", [1, 3])]
    assert all(isinstance(failure, Failure) for failure in told)


@pytest.mark.parametrize("workers", [None, 2])
def test_an_extractor_that_breaks_fails_its_page_alone(workers):
    told = []
    found = list(govtext.parse_many(PAGES[:20], workers, using=[fails_on_threes], on_error=told.append))
    assert [failure.id for failure in told] == ["page 3", "page 13"]
    assert "three, page 13" in str(told[1].error)
    assert len(found) == 18


def test_an_item_that_does_not_pickle_fails_alone():
    told = []
    items = ["一", lambda: None, "二"]
    assert [one.document.raw for one in govtext.parse_many(items, 2, on_error=told.append)] == ["一", "二"]
    assert [failure.index for failure in told] == [1]


def test_extractors_that_do_not_pickle_are_refused_at_once():
    with pytest.raises(InputTypeError, match="top level of a module"):
        govtext.parse_many(["一"], 2, using=[lambda document: ()])


@pytest.mark.parametrize("workers", [None, 2])
def test_items_are_taken_a_bounded_number_ahead(workers):
    taken = itertools.count()
    last = 0

    def endless():
        nonlocal last
        for last in taken:
            yield f"第{last}页"

    found = govtext.parse_many(endless(), workers)
    first = [next(found).document.raw for _ in range(5)]
    found.close()
    assert first == [f"第{n}页" for n in range(5)]
    assert last <= 5 + (0 if workers is None else workers * AHEAD * CHUNK)
    assert not multiprocessing.active_children()


def test_nothing_is_taken_before_it_is_asked_for():
    taken = []
    govtext.parse_many(taken.append(n) or "文" for n in range(3))
    assert taken == []


def test_progress_counts_every_item():
    told = []
    list(
        govtext.parse_many(
            ["一", None, "二"], on_error=lambda failure: None, progress=lambda *t: told.append(t)
        )
    )
    assert told == [(1, 3), (2, 3), (3, 3)]
    told.clear()
    list(govtext.parse_many(iter(["一"]), progress=lambda *t: told.append(t)))
    assert told == [(1, None)]


def test_processes_may_be_spawned():
    found = list(govtext.parse_many(PAGES[:3], 2, context=multiprocessing.get_context("spawn")))
    assert names(found) == ["page 0", "page 1", "page 2"]


def dies(document):
    os._exit(3)


def test_a_worker_that_dies_is_named():
    with pytest.raises(govtext.GovtextError, match="ended by itself near item 0"):
        list(govtext.parse_many(["一"], 2, using=[dies]))


@pytest.mark.parametrize("items", ["一页", b"x", None, 7])
def test_what_is_no_iterable_of_pages_is_refused_at_once(items):
    with pytest.raises(TypeError, match="for one page call govtext.parse"):
        govtext.parse_many(items)


@pytest.mark.parametrize("workers", [0, -1, 1.5, "2"])
def test_wrong_numbers_of_workers_are_refused_at_once(workers):
    with pytest.raises(ValueError, match="whole number of at least 1"):
        govtext.parse_many(["一"], workers)
