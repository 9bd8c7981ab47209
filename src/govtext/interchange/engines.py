"""One callable for every engine: an iterator of Arrow record batches in, one of record batches out.

It pickles, keeps no state, and holds a bounded number of documents in memory. Spark's `mapInArrow` is the engine it
was shaped for; plain pyarrow, Polars, DuckDB, Hugging Face datasets, Ray Data and Dask take it as well: see the how-to
on engines.
"""

from __future__ import annotations

from datetime import date, datetime
from typing import TYPE_CHECKING, Any

from attrs import frozen

from ..errors import FormatError
from ..pipeline import parse

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from ..extractors import Extractor

__all__ = ["ExtractBatches"]

ROWS = 64
"""Documents of one record batch that is given out: a few megabytes, and few enough that a slow page holds up little."""


@frozen(slots=True)
class ExtractBatches:
    """Parses the pages of record batches: one output row per document, of `arrow.SCHEMA`, in the same order.

    A page that cannot be parsed (its text is null, its day is no day) gives a row with its `error`, never an exception.

    Attributes:
        text: the column that has the page's text.
        published: the column that has the day of publication, as a date, a time or an ISO string; None for no column.
        id: the column that has a name for the page; None for no column.
        using: extractors in place of the default four; they must pickle where the engine has workers.
        rows: documents in a batch that is given out.

    >>> import pickle
    >>> pickle.loads(pickle.dumps(ExtractBatches(text="body", id="url")))
    ExtractBatches(text='body', published=None, id='url', using=None, rows=64)
    """

    text: str = "text"
    published: str | None = None
    id: str | None = None
    using: tuple[Extractor, ...] | None = None
    rows: int = ROWS

    def __call__(self, batches: Iterable[Any]) -> Iterator[Any]:
        """The record batches with the findings.

        Raises:
            FormatError: a batch lacks a column that was named.
            MissingExtraError: pyarrow is not installed.
        """
        from . import arrow  # noqa: PLC0415  # it imports pyarrow, which must not be imported before it is asked for

        for batch in batches:
            self._check(batch.schema.names)
            for start in range(0, batch.num_rows, self.rows):
                pages = batch.slice(start, self.rows).to_pylist()
                yield arrow.pa.RecordBatch.from_pylist(
                    [self._row(page) for page in pages], schema=arrow.SCHEMA
                )

    def _check(self, columns: list[str]) -> None:
        """Raises a `FormatError` where a named column is missing."""
        missing = [
            name for name in (self.text, self.published, self.id) if name is not None and name not in columns
        ]
        if missing:
            raise FormatError(
                f"expected the columns {', '.join(map(repr, missing))}, got {', '.join(map(repr, columns))}; "
                "name yours: ExtractBatches(text=…, published=…, id=…)"
            )

    def _row(self, page: dict[str, Any]) -> dict[str, Any]:
        """The row of one page."""
        from . import arrow  # noqa: PLC0415  # as above

        given = page[self.id] if self.id is not None else None
        name = None if given is None else str(given)
        try:
            published = _day(page[self.published]) if self.published is not None else None
            return arrow.row(parse(page[self.text], published, id=name, using=self.using))
        except Exception as error:  # noqa: BLE001  # one bad page, or a user's own extractor, must not stop the rest
            return arrow.failed_row(name, error)


def _day(value: Any) -> date | None:
    """A day out of what a column may hold.

    Raises:
        ValueError: a string is no ISO day.
    """
    if value is None or value == "":
        return None
    return datetime.fromisoformat(value[:10]).date() if isinstance(value, str) else value
