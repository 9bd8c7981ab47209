"""Slogans over a corpus: how many documents use each, period by period, how hot that is, and each use in its context.

Counts are of documents, not of hits: a report that says 乡村振兴 forty times is one document that uses it, and the share of
documents can be compared between years of different size. Variants count as one slogan, through the glossary.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from typing import TYPE_CHECKING, Literal, TypeVar

from attrs import field, frozen

from .glossary import Glossary, default_glossary

if TYPE_CHECKING:
    import datetime
    from collections.abc import Iterable, Iterator, Mapping, Sequence

    from .findings import Findings
    from .mentions import SloganKind
    from .spans import Span

__all__ = ["HEAT_GRADES", "Concordance", "Grade", "Line", "Use", "grade_of", "keyword_in_context"]

Period = Literal["year", "half", "quarter", "month"]

PERIODS = ("year", "half", "quarter", "month")

UNDATED = "undated"


@frozen(slots=True)
class Grade:
    """A grade of heat.

    Attributes:
        name: in Chinese, as China Media Project names it.
        meaning: in English.
        least: the share of documents from which it holds.
    """

    name: str
    meaning: str
    least: float


HEAT_GRADES: tuple[Grade, ...] = (
    Grade("沸", "boiling", 0.0518),
    Grade("烫", "scalding", 0.0129),
    Grade("热", "hot", 0.0032),
    Grade("暖", "warm", 0.0008),
    Grade("温", "tepid", 0.0002),
    Grade("冷", "cold", 0.0),
)
"""The six grades of China Media Project, hottest first, as shares of articles.

Published are the names and the two upper lines: 2,000 and 500 articles a year in the People's Daily, 0.0518 and 0.0129
of its articles (Qian Gang, first half of 2017). The lower lines go on by the same step, a quarter each; they are this
library's and not the project's. The scale was made for a national daily of some 38,600 articles a year.
"""


def grade_of(share: float, grades: Sequence[Grade] = HEAT_GRADES) -> Grade:
    """The grade of a share of documents: the first whose line it reaches.

    Raises:
        ValueError: there is no grade that low.

    >>> grade_of(0.02).name
    '烫'
    """
    for grade in grades:
        if share >= grade.least:
            return grade
    raise ValueError(
        f"expected a grade for every share, found none for {share}; let the last one begin at 0.0"
    )


@frozen(slots=True)
class Use:
    """How a corpus, or a period of it, uses one slogan.

    Attributes:
        form: the usual form, which its variants share.
        documents: how many documents use it.
        share: of the documents of the corpus or the period, from 0 to 1.
        variants: the forms as printed, with the documents of each.
        kinds: the kinds it was read as, with the documents of each.
    """

    form: str
    documents: int
    share: float
    variants: Mapping[str, int]
    kinds: Mapping[SloganKind, int]


@frozen(slots=True)
class Line:
    """One use in its context, as a concordance prints it.

    Attributes:
        document: the document's id, or its number in the corpus.
        published: its day, or None.
        left: what stands before.
        form: the form as printed, cleaned.
        right: what stands behind.
        span: where it stands.
    """

    document: str
    published: datetime.date | None
    left: str
    form: str
    right: str
    span: Span

    def __str__(self) -> str:
        return f"{self.left}【{self.form}】{self.right}"


@frozen
class Concordance:
    """The slogans of a corpus, counted by document. Make one with `Concordance.of`.

    Attributes:
        days: the day of each document, in the order of the corpus; None where it has none.
        uses: each slogan's usual form, with `(number of the document, form as printed, kind)` of its first use in each.

    >>> import datetime, govtext
    >>> pages = ["做好“六稳”工作。", "做好“六稳”工作，落实“六保”任务。"]
    >>> days = [datetime.date(2019, 1, 8), datetime.date(2020, 6, 2)]
    >>> corpus = Concordance.of(govtext.parse(page, day) for page, day in zip(pages, days))
    >>> [(use.form, use.documents, use.share) for use in corpus.counts()]
    [('六稳', 2, 1.0), ('六保', 1, 0.5)]
    >>> {period: [use.form for use in uses] for period, uses in corpus.by_period().items()}
    {'2019': ['六稳'], '2020': ['六保', '六稳']}
    """

    days: tuple[datetime.date | None, ...]
    uses: Mapping[str, tuple[tuple[int, str, SloganKind], ...]] = field(repr=False)

    @classmethod
    def of(cls, corpus: Iterable[Findings], glossary: Glossary | None = None) -> Concordance:
        """The concordance of a corpus, which is read once and not kept.

        Args:
            corpus: findings, as `govtext.parse_many` yields them.
            glossary: which variants are one slogan; by default the one that comes with govtext.
        """
        known = default_glossary() if glossary is None else glossary
        days: list[datetime.date | None] = []
        uses: dict[str, list[tuple[int, str, SloganKind]]] = defaultdict(list)
        for number, findings in enumerate(corpus):
            days.append(findings.document.published)
            for slogan in findings.slogans:
                uses[known.canonical(slogan.text)].append((number, slogan.text, slogan.kind))
        return cls(tuple(days), {form: tuple(every) for form, every in uses.items()})

    def counts(self, kind: SloganKind | None = None) -> tuple[Use, ...]:
        """Each slogan with its documents, the most used first; of one kind where one is asked for."""
        return self._counted(range(len(self.days)), kind)

    def by_period(
        self, period: Period = "year", kind: SloganKind | None = None
    ) -> dict[str, tuple[Use, ...]]:
        """The counts of each period, in order; shares are of the period's documents.

        Periods are named `2024`, `2024-H1`, `2024-Q2`, `2024-05`; documents without a day come last, as `undated`.

        Raises:
            ValueError: `period` is not year, half, quarter or month.
        """
        documents: dict[str, list[int]] = defaultdict(list)
        for number, day in enumerate(self.days):
            documents[_period(day, period)].append(number)
        names = sorted(documents, key=lambda name: (name == UNDATED, name))
        return {name: self._counted(documents[name], kind) for name in names}

    def grades(self, grades: Sequence[Grade] = HEAT_GRADES) -> dict[str, Grade]:
        """The grade of heat of each slogan, by its share of all documents, the hottest first."""
        return {use.form: grade_of(use.share, grades) for use in self.counts()}

    def _counted(self, numbers: Sequence[int], kind: SloganKind | None) -> tuple[Use, ...]:
        wanted = set(numbers)
        found: list[Use] = []
        for form, every in self.uses.items():
            here = [use for use in every if use[0] in wanted and kind in (None, use[2])]
            if not here:
                continue
            documents = len({number for number, _, _ in here})
            found.append(
                Use(
                    form,
                    documents,
                    documents / len(wanted),
                    _by_document((number, text) for number, text, _ in here),
                    _by_document((number, read_as) for number, _, read_as in here),
                )
            )
        return tuple(sorted(found, key=lambda use: (-use.documents, use.form)))


V = TypeVar("V", bound=str)


def _by_document(pairs: Iterable[tuple[int, V]]) -> dict[V, int]:
    """How many documents have each value, the most frequent first."""
    return dict(Counter(value for _, value in sorted(set(pairs))).most_common())


def _period(day: datetime.date | None, period: Period) -> str:
    """The name of the period that a day belongs to.

    Raises:
        ValueError: there is no such period.
    """
    if period not in PERIODS:
        raise ValueError(f"expected a period out of {', '.join(PERIODS)}, got {period!r}")
    if day is None:
        return UNDATED
    parts = {
        "half": f"-H{(day.month + 5) // 6}",
        "quarter": f"-Q{(day.month + 2) // 3}",
        "month": f"-{day.month:02}",
    }
    return f"{day.year}{parts.get(period, '')}"


def keyword_in_context(
    corpus: Iterable[Findings], form: str, *, width: int = 20, glossary: Glossary | None = None
) -> Iterator[Line]:
    r"""Every use of a slogan, not the first of each document alone, in its context; variants included.

    Args:
        corpus: findings, read once.
        form: any form of the slogan.
        width: characters of context on either side; line breaks show as blanks.
        glossary: which variants are one slogan; by default the one that comes with govtext.

    >>> import govtext
    >>> print(*keyword_in_context([govtext.parse("深化“放管服”改革，推进放管服。")], "放管服", width=4), sep="\n")
    深化“【放管服】”改革，
    革，推进【放管服】。
    """
    known = default_glossary() if glossary is None else glossary
    wanted = known.canonical(form)
    for number, findings in enumerate(corpus):
        document = findings.document
        forms = sorted(
            {s.text for s in findings.slogans if known.canonical(s.text) == wanted}, key=len, reverse=True
        )
        name = str(number) if document.id is None else document.id
        for start, end in _places(document.text, forms):
            if document.role(start) not in ("title", "metadata", "body", "credit"):
                continue
            left = document.text[max(0, start - width) : start].replace("\n", " ")
            right = document.text[end : end + width].replace("\n", " ")
            yield Line(
                name, document.published, left, document.text[start:end], right, document.span(start, end)
            )


def _places(text: str, forms: Sequence[str]) -> list[tuple[int, int]]:
    """Where the forms stand in a text, in order; where one holds another, the longer."""
    taken: dict[int, int] = {}
    covered = 0
    places: list[tuple[int, int]] = []
    for form in forms:
        at = text.find(form)
        while at >= 0:
            taken.setdefault(at, at + len(form))
            at = text.find(form, at + len(form))
    for start, end in sorted(taken.items()):
        if start >= covered:
            places.append((start, end))
            covered = end
    return places
