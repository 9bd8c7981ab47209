"""What govtext raises. Each message says what was expected, what came, and what to do.

No text input raises: these are for wrong types, wrong edits, wrong lexicons and missing extras.
"""

from __future__ import annotations

from attrs import frozen

__all__ = [
    "BatchError",
    "EditError",
    "EncodingError",
    "Failure",
    "FormatError",
    "GovtextError",
    "InputTypeError",
    "LexiconError",
    "MissingExtraError",
]


class GovtextError(Exception):
    """The root of what govtext raises on purpose."""


class InputTypeError(GovtextError, TypeError):
    """Something that is not text was passed for text, or not a date for a date."""

    @classmethod
    def for_text(cls, value: object) -> InputTypeError:
        """The error for `value` where a page's text was expected."""
        came = type(value).__name__
        advice = {
            "bytes": "decode it first: raw.decode('utf-8'), or raw.decode('gb18030') for older pages",
            "bytearray": "decode it first: bytes(raw).decode('utf-8')",
            "NoneType": "skip the pages that have no text",
            "list": "pass one page at a time, or the list to govtext.parse_many",
            "tuple": "pass one page at a time, or the items to govtext.parse_many",
            "Document": "it has been read already; pass it to govtext.extract",
        }.get(came, "pass the page's text")
        return cls(f"expected the text of a page as str, got {came}; {advice}")


class EditError(GovtextError, ValueError):
    """A cleaning step asked for replacements that are out of order, out of bounds, or empty."""


class LexiconError(GovtextError, ValueError):
    """A lexicon table is malformed; the message names the table and the line."""


class FormatError(GovtextError, ValueError):
    """Data given to `from_dict` is not what `to_dict` writes."""


class EncodingError(GovtextError, ValueError):
    """A file's bytes are not in the encoding that was named; the message names the file and the byte."""


class MissingExtraError(GovtextError, ImportError):
    """An optional package is needed and not installed; the message names the extra."""

    @classmethod
    def for_extra(cls, extra: str, package: str) -> MissingExtraError:
        """The error for a `package` that the extra `extra` would install."""
        return cls(
            f"expected {package} to be installed, found none; install it with: pip install 'govtext[{extra}]'"
        )


@frozen(slots=True)
class Failure:
    """One item of many that could not be done.

    Attributes:
        index: its place among the items, counted from 0.
        id: the caller's name for it, or None.
        error: what went wrong.
    """

    index: int
    id: str | None
    error: Exception


class BatchError(GovtextError):
    """Some of many items could not be done; it is raised after all the others were.

    Attributes:
        failures: each item that failed, in order.
    """

    failures: tuple[Failure, ...]

    def __init__(self, failures: tuple[Failure, ...]) -> None:
        first = failures[0]
        named = f" ({first.id!r})" if first.id is not None else ""
        super().__init__(
            f"expected items that can be parsed, got {len(failures)} that cannot, "
            f"the first at index {first.index}{named}: {first.error}; "
            "the other items were done; pass on_error to be told of each in its turn"
        )
        self.failures = failures

    def __reduce__(self) -> tuple[type[BatchError], tuple[tuple[Failure, ...]]]:
        return type(self), (self.failures,)
