"""The glossary of policy shorthand: what a form stands for, since when, and who coined it.

The table is `data/glossary.tsv`; `docs/reference/slogan-glossary.md` documents it. Users extend it with `|` or read their own.
"""

from __future__ import annotations

from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, Literal, cast, get_args

from attrs import field, frozen

from .errors import LexiconError
from .lexicon import Lexicon, parse_rows, read_rows

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from .mentions import SloganKind

__all__ = ["Certainty", "Entry", "Glossary", "default_glossary", "normal_form"]

Certainty = Literal["sure", "likely", "local"]
"""sure: official wording. likely: widely used, a detail such as the year may be off. local: places use it in several senses."""

SIGNS: dict[int, str | None] = (
    {ord(mark): None for mark in "“”‘’「」『』\"'"}
    | {ord(a): b for a, b in zip("，,;；：:＋（）", "、、、、、、+()", strict=True)}
    | {code: chr(code - 0xFEE0) for code in range(0xFF10, 0xFF5B) if chr(code).isalnum()}
)

KINDS = ("abbreviation", "plan", "campaign", "motto", "nickname", "quote", "title")
"""As in `SloganMention.kind`."""

COLUMNS = 8


@frozen(slots=True)
class Entry:
    """One slogan and what is known of it.

    Attributes:
        form: the usual form.
        variants: other forms of the same slogan.
        expansion: the phrases it stands for, in official order; empty where it stands for no list.
        kind: what sort of slogan, as in `SloganMention.kind`.
        since: first year of use, or None where it is not known.
        issuer: the issuing body or the occasion.
        certainty: how sure the entry is, see `Certainty`.
        bare: whether it is read without quotation marks too, since the letters mean nothing else.
    """

    form: str
    variants: tuple[str, ...] = ()
    expansion: tuple[str, ...] = ()
    kind: SloganKind = "abbreviation"
    since: int | None = None
    issuer: str = ""
    certainty: Certainty = "likely"
    bare: bool = False

    @property
    def forms(self) -> tuple[str, ...]:
        """The usual form and the variants."""
        return (self.form, *self.variants)


def normal_form(form: str) -> str:
    """A form without quotation marks and differences of width, blanks and list marks, so that variants of print compare equal.

    >>> normal_form("外防输入,内防反弹") == normal_form("外防输入、 内防反弹")
    True
    """
    return "".join(form.translate(SIGNS).split())


@frozen(slots=True, init=False)
class Glossary:
    """An immutable table of slogans, found by any of their forms.

    >>> glossary = default_glossary()
    >>> glossary["六稳"].expansion[0], glossary.canonical("两个一百年奋斗目标")
    ('稳就业', '两个一百年')
    >>> mine = glossary | [Entry("三抓三促", ("三抓三促行动",), ("抓学习促提升", "抓执行促落实", "抓效能促发展"))]
    >>> mine.canonical("三抓三促行动")
    '三抓三促'
    """

    entries: tuple[Entry, ...]
    _known: dict[str, Entry] = field(repr=False, eq=False)
    _bare: Lexicon[Entry] = field(repr=False, eq=False)

    def __init__(self, entries: Iterable[Entry] = ()) -> None:
        table = tuple(entries)
        # 放管服改革 without marks is 放管服 with its head, so a variant that goes on with the form is not read bare
        bare = {
            form: entry
            for entry in table
            if entry.bare
            for form in entry.forms
            if len(form) > 1 and (form == entry.form or not form.startswith(entry.form))
        }
        self.__attrs_init__(  # pyright: ignore[reportUnknownMemberType, reportAttributeAccessIssue]
            entries=table,
            known={normal_form(form): entry for entry in table for form in entry.forms},
            bare=Lexicon(bare),
        )

    @property
    def bare(self) -> Lexicon[Entry]:
        """The forms that are read without quotation marks."""
        return self._bare

    def __or__(self, more: Glossary | Iterable[Entry]) -> Glossary:
        """This glossary and `more`; where both know a form, `more` holds."""
        return Glossary((*self.entries, *(more.entries if isinstance(more, Glossary) else more)))

    def __len__(self) -> int:
        return len(self.entries)

    def __iter__(self) -> Iterator[Entry]:
        return iter(self.entries)

    def __contains__(self, form: object) -> bool:
        return isinstance(form, str) and normal_form(form) in self._known

    def __getitem__(self, form: str) -> Entry:
        return self._known[normal_form(form)]

    def get(self, form: str) -> Entry | None:
        """The entry of a form or of one of its variants; None where there is none."""
        return self._known.get(normal_form(form))

    def canonical(self, form: str) -> str:
        """The usual form of a slogan: variants of one slogan share it; an unknown form is its own."""
        entry = self.get(form)
        return entry.form if entry else normal_form(form)

    @classmethod
    def read(cls, path: str | Path) -> Glossary:
        """A glossary from a table of the user's, in the format of `docs/reference/slogan-glossary.md`.

        Raises:
            LexiconError: a row is malformed; the file and the row are named.
        """
        source = Path(path)
        return cls(_entries(parse_rows(source.read_text(encoding="utf-8"), source.name), source.name))


@cache
def default_glossary() -> Glossary:
    """The glossary that comes with govtext, read on first use."""
    return Glossary(_entries(read_rows("glossary"), "glossary.tsv"))


def _entries(rows: Iterable[Sequence[str]], name: str) -> Iterator[Entry]:
    """The entries of a table's rows.

    Raises:
        LexiconError: a kind, a year, a certainty or the last column is none.
    """
    for row in rows:
        if len(row) != COLUMNS:
            raise LexiconError(
                f"{name}: expected {COLUMNS} columns, got {len(row)} in {row[0]!r}; see docs/reference/slogan-glossary.md"
            )
        form, variants, expansion, kind, since, issuer, certainty, bare = row
        wrong = (
            f"a kind of {KINDS}, got {kind!r}" if kind not in KINDS
            else f"a year or nothing, got {since!r}" if since and not (since.isdecimal() and len(since) == 4)
            else f"a certainty of {get_args(Certainty)}, got {certainty!r}" if certainty not in get_args(Certainty)
            else f"bare to be yes or nothing, got {bare!r}" if bare not in ("yes", "")
            else ""
        )  # fmt: skip
        if wrong:
            raise LexiconError(
                f"{name}, entry {form!r}: expected {wrong}; see docs/reference/slogan-glossary.md"
            )
        yield Entry(
            form,
            tuple(variants.split("|")) if variants else (),
            tuple(expansion.split("|")) if expansion else (),
            cast("SloganKind", kind),
            int(since) if since else None,
            issuer,
            cast("Certainty", certainty),
            bare == "yes",
        )
