"""The three verbs at once: one page, or many."""

from __future__ import annotations

import pickle
from collections import deque
from collections.abc import Iterable, Sized
from functools import partial
from itertools import islice
from typing import TYPE_CHECKING, Any, TypeAlias

from .errors import BatchError, Failure, GovtextError, InputTypeError
from .extractors import extract
from .linking import link
from .reading import read

if TYPE_CHECKING:
    import datetime
    from collections.abc import Callable, Generator
    from concurrent.futures import Future
    from multiprocessing.context import BaseContext

    from .extractors import Extractor
    from .findings import Findings

    Chunk: TypeAlias = list[tuple[int, object]]
    Results: TypeAlias = Generator[Findings | Failure, None, None]

__all__ = ["parse", "parse_many"]

CHUNK = 16
"""Pages that go to a worker at a time: enough that sending them costs little beside parsing."""

AHEAD = 3
"""Chunks under way for each worker: one in work, one waiting, one done and not yet asked for."""


def parse(
    raw: str,
    published: datetime.date | None = None,
    *,
    id: str | None = None,  # noqa: A002
    using: Iterable[Extractor] | None = None,
) -> Findings:
    """A raw page in, linked findings out: `read`, `extract` and `link`.

    Args:
        raw: the page's text as scraped.
        published: the day of publication; where None, it is looked for in the metadata line.
        id: the caller's name for the page.
        using: extractors in place of the default four.

    Raises:
        InputTypeError: `raw` is not a `str`, or `published` not a date.
    """
    document = read(raw, published, id=id)
    return link(document, extract(document, using))


def parse_many(  # noqa: PLR0913  # each is named at the call
    items: Iterable[object],
    workers: int | None = None,
    *,
    using: Iterable[Extractor] | None = None,
    on_error: Callable[[Failure], object] | None = None,
    progress: Callable[[int, int | None], object] | None = None,
    context: BaseContext | None = None,
) -> Generator[Findings, None, None]:
    """Findings of many pages, in the order of the items, as they are asked for.

    An item that cannot be parsed (it is no text, say) yields nothing and stops nothing. It is passed to
    `on_error` in its turn; where that is None, a `BatchError` that holds every failure is raised after the
    last item was done.

    Items are taken from the iterable a bounded number ahead, so it may be endless. Closing the iterator, an
    interrupt, or dropping it with the loop that is left, cancels what is not yet begun and ends the workers.

    Args:
        items: each a text or `(text, published, id)`; an id that is no `str`, such as a number, becomes one.
        workers: processes that work; None or 1 for this one alone. A script that asks for more keeps the call
            under `if __name__ == "__main__":`, as `multiprocessing` demands where processes are not forked.
        using: extractors in place of the default four; with workers they must pickle.
        on_error: called with a `Failure` for each item that cannot be parsed.
        progress: called after each item with the number done and that of all, None where it is unknown.
        context: how processes are started (`multiprocessing.get_context`); None is the platform's way.

    Raises:
        InputTypeError: `items` is one text or cannot be iterated over, or the extractors do not pickle.
        ValueError: `workers` is less than 1.
        BatchError: items failed and no `on_error` was given.

    >>> pages = ["9月底前完成投资12亿元。", ("力争年内建成。", None, "page 2")]
    >>> [findings.document.id for findings in parse_many(pages)]
    [None, 'page 2']
    """
    _check(items, workers)
    total = len(items) if isinstance(items, Sized) else None
    chosen = None if using is None else tuple(using)
    if workers is None or workers == 1:
        return _delivered(_here(items, chosen), total, on_error, progress)
    _must_pickle(chosen)
    return _delivered(_pooled(items, chosen, workers, context), total, on_error, progress)


def _check(items: object, workers: object) -> None:
    """Refuses at once what only the first page would bring to light."""
    if isinstance(items, (str, bytes)) or not isinstance(items, Iterable):
        raise InputTypeError(
            f"expected an iterable of texts or of (text, published, id), got {type(items).__name__}; "
            "for one page call govtext.parse"
        )
    if workers is not None and (not isinstance(workers, int) or workers < 1):
        raise ValueError(
            f"expected workers to be None or a whole number of at least 1, got {workers!r}; "
            "os.cpu_count() is a good one"
        )


def _must_pickle(using: tuple[Extractor, ...] | None) -> None:
    try:
        pickle.dumps(using)
    except Exception as error:
        raise InputTypeError(
            f"expected extractors that pickle, got one that does not ({error}); "
            "define it at the top level of a module, or leave workers out"
        ) from error


def _delivered(
    results: Results,
    total: int | None,
    on_error: Callable[[Failure], object] | None,
    progress: Callable[[int, int | None], object] | None,
) -> Generator[Findings, None, None]:
    """The findings among the results; the failures go where they are wanted."""
    failures: list[Failure] = []
    report = failures.append if on_error is None else on_error
    try:
        for done, result in enumerate(results, 1):
            if progress is not None:
                progress(done, total)
            if isinstance(result, Failure):
                report(result)
            else:
                yield result
    finally:
        results.close()
    if failures:
        raise BatchError(tuple(failures)) from failures[0].error


def _here(items: Iterable[object], using: tuple[Extractor, ...] | None) -> Results:
    """The results, made in this process."""
    for index, item in enumerate(items):
        yield _attempt(index, item, using)


def _pooled(
    items: Iterable[object], using: tuple[Extractor, ...] | None, workers: int, context: BaseContext | None
) -> Results:
    """The results of a process pool, in order, with a bounded number of chunks under way."""
    from concurrent.futures import ProcessPoolExecutor  # noqa: PLC0415  # importing it costs more than all of govtext

    numbered = enumerate(items)
    pending: deque[tuple[Chunk, Future[list[Findings | Failure]]]] = deque()
    pool = ProcessPoolExecutor(workers, mp_context=context)
    work = partial(_attempt_all, using=using)
    try:
        while True:
            while len(pending) < workers * AHEAD and (chunk := list(islice(numbered, CHUNK))):
                pending.append((chunk, pool.submit(work, chunk)))
            if not pending:
                return
            chunk, future = pending.popleft()
            yield from _collected(chunk, future, using)
    finally:
        pool.shutdown(wait=True, cancel_futures=True)


def _collected(
    chunk: Chunk, future: Future[list[Findings | Failure]], using: tuple[Extractor, ...] | None
) -> list[Findings | Failure]:
    """A chunk's results.

    Raises:
        GovtextError: the worker died.
    """
    from concurrent.futures.process import BrokenProcessPool  # noqa: PLC0415

    try:
        return future.result()
    except BrokenProcessPool as error:
        raise GovtextError(
            f"expected workers that live, got one that ended by itself near item {chunk[0][0]}; "
            "use fewer workers if memory ran out, and keep the call under `if __name__ == '__main__':` "
            "if this happens at once"
        ) from error
    except Exception:  # noqa: BLE001  # an item that does not pickle fails its whole chunk, each time in another way
        return _attempt_all(chunk, using)


def _attempt_all(chunk: Chunk, using: tuple[Extractor, ...] | None) -> list[Findings | Failure]:
    """What a worker does with its chunk."""
    return [_sendable(_attempt(index, item, using)) for index, item in chunk]


def _attempt(index: int, item: object, using: tuple[Extractor, ...] | None) -> Findings | Failure:
    """The findings of an item, or why there are none."""
    try:
        text, published, name = _parts(item)
        return parse(text, published, id=name, using=using)
    except Exception as error:  # noqa: BLE001  # one bad item, or a user's own extractor, must not stop the rest
        return Failure(index, _name(item), error)


def _parts(item: object) -> tuple[Any, Any, Any]:
    """Text, day of publication and name of an item; `parse` looks at their types."""
    parts = _tuple(item)
    if parts is None:
        return item, None, None
    if len(parts) != 3:
        raise InputTypeError(
            f"expected an item to be a text or (text, published, id), got a tuple of {len(parts)}; "
            "write None for what you do not have"
        )
    return parts[0], parts[1], _name(item)


def _name(item: object) -> str | None:
    """The caller's name for an item, where it has one."""
    parts = _tuple(item)
    return str(parts[2]) if parts and len(parts) == 3 and parts[2] is not None else None


def _tuple(item: object) -> tuple[Any, ...] | None:
    return item if isinstance(item, tuple) else None  # pyright: ignore[reportUnknownVariableType]


def _sendable(result: Findings | Failure) -> Findings | Failure:
    """A failure whose error survives the way back to the parent process."""
    if isinstance(result, Failure):
        try:
            pickle.loads(pickle.dumps(result.error))  # noqa: S301  # our own bytes, made in this line
        except Exception:  # noqa: BLE001  # whatever a foreign exception class does here
            return Failure(
                result.index, result.id, GovtextError(f"{type(result.error).__name__}: {result.error}")
            )
    return result
