"""People: one record for each person of a document, with all titles, the organisation and the roles."""

from __future__ import annotations

from collections import Counter
from itertools import pairwise
from typing import TYPE_CHECKING, get_args

from attrs import evolve

from ..findings import Person, PersonRole
from ..places import Places
from ..posts import is_authorship, is_generic_zone, post_of

if TYPE_CHECKING:
    from collections.abc import Iterable

    from ..acts import Act
    from ..divisions import Divisions
    from ..document import Document
    from ..mentions import OfficialMention
    from ..posts import Post

__all__ = ["gather"]

DEPTH = {
    "省": 0,
    "市": 1,
    "州": 1,
    "盟": 1,
    "地": 1,
    "镇": 3,
    "乡": 3,
    "街道": 3,
    "工委": 3,
    "村": 4,
    "社区": 4,
}
"""How far down a kind of place is; districts, counties, banners and zones are 2."""

BRANCH = "工委"
"""The level of posts in bodies that only streets and zones have, where the title does not say which."""

MOST_BEARERS = 20
"""People of one surname among whom the bearer of a title is looked for."""

ROLES: tuple[PersonRole, ...] = get_args(PersonRole)
"""What a person may do, in the order of a record."""

CENTRAL = ("中央", "国务院", "全国", "国家", "总书记")
"""Words in the titles of those who come from above every province."""


def gather(
    document: Document,
    officials: tuple[OfficialMention, ...],
    acts: Iterable[Act] = (),
    divisions: Divisions | None = None,
) -> tuple[tuple[OfficialMention, ...], tuple[Person, ...]]:
    """The mentions with their organisation, and the people they name, in the order of their first mention.

    A person is all mentions of one name; a surname with a title (`李局长`) joins the one person of that surname, or of
    that surname and title, and a part of a name with dots the one person of it; hidden names join where their titles
    agree. The organisation is the lowest place that one of the posts leads, if the document names it; None if it does
    not; and the office of the first post where none leads a place.

    Args:
        document: what `govtext.read` returns.
        officials: the mentions of people, in the order of the text.
        acts: what `govtext.acts.find_acts` finds.
        divisions: the administrative divisions; None for the built-in ones.
    """
    if not officials:
        return (), ()
    organisations = _Organisations(document, officials, divisions)
    roles: dict[tuple[str, ...], set[PersonRole]] = {}
    keys = _keys(officials)
    by_span = {mention.span: key for mention, key in zip(officials, keys, strict=True)}
    for act in acts:
        for mention in act.people:
            roles.setdefault(by_span[mention.span], set()).add(act.role)
    carried = _carried(document, officials, keys, organisations)
    together: dict[tuple[str, ...], list[OfficialMention]] = {}
    for mention, key in zip(officials, keys, strict=True):
        together.setdefault(key, []).append(mention)
        if document.role(mention.start) == "credit" or any(map(is_authorship, mention.titles)):
            roles.setdefault(key, set()).add("author")
    completed: dict[int, OfficialMention] = {}
    people: list[Person] = []
    for key, mentions in together.items():
        titles = tuple(dict.fromkeys(title for mention in mentions for title in mention.titles))
        organisation = organisations.of(titles) or carried.get(key)
        linked = tuple(_placed(m, organisations.of(m.titles) or organisation) for m in mentions)
        completed.update((id(old), new) for old, new in zip(mentions, linked, strict=True))
        name = max((mention.name for mention in mentions), key=len)
        people.append(Person(name, titles, organisation, _in_order(roles.get(key, set())), linked))
    return tuple(completed[id(mention)] for mention in officials), tuple(people)


def _carried(
    document: Document,
    officials: tuple[OfficialMention, ...],
    keys: list[tuple[str, ...]],
    organisations: _Organisations,
) -> dict[tuple[str, ...], str]:
    """The organisations that titles without a body take from the person before: 县政协主席苏文杰，副主席|杨梅、龙腾."""
    carried: dict[tuple[str, ...], str] = {}
    for (before, mention), (key_before, key) in zip(pairwise(officials), pairwise(keys), strict=True):
        if not mention.titles or not before.titles or organisations.tells(mention.titles):
            continue
        if document.sentence(before.start) != document.sentence(mention.start):
            continue
        deputy = any(
            title in (other, "秘书长")  # 县政协副主席杨梅，秘书长|龙腾
            or (title.startswith(("副", "常务副", "党组副")) and other.endswith(title.rpartition("副")[2]))
            for title in mention.titles
            for other in before.titles
        )
        organisation = organisations.of(before.titles) or carried.get(key_before)
        if deputy and organisation:
            carried.setdefault(key, organisation)
    return carried


def _placed(mention: OfficialMention, organisation: str | None) -> OfficialMention:
    return mention if mention.organisation == organisation else evolve(mention, organisation=organisation)


def _in_order(roles: set[PersonRole]) -> tuple[PersonRole, ...]:
    return tuple([role for role in ROLES if role in roles]) or ("mention",)


def _keys(officials: tuple[OfficialMention, ...]) -> list[tuple[str, ...]]:
    """For each mention, what tells its person from others."""
    bearers = _Bearers(officials)
    return [
        (mention.name, *mention.titles) if mention.redacted else (bearers.of(mention),)
        for mention in officials
    ]


class _Bearers:
    """The full names of a document, by what stands for them: a surname before a title, a part between dots."""

    def __init__(self, officials: tuple[OfficialMention, ...]) -> None:
        self.titles: dict[str, set[str]] = {}
        for mention in officials:
            if not mention.redacted and len(mention.name) > 1:
                self.titles.setdefault(mention.name, set()).update(mention.titles)
        self.short: dict[str, list[str]] = {}
        for name in self.titles:
            for part in {name[0], *(name.split("·") if "·" in name else ())} - {name}:
                self.short.setdefault(part, []).append(name)

    def of(self, mention: OfficialMention) -> str:
        """The full name that a mention stands for where only one fits, else its own."""
        full = self.short.get(mention.name, [])
        if 1 < len(full) <= MOST_BEARERS and len(mention.name) == 1:  # 李局长: which 李 is 局长?
            full = [name for name in full if any(t.endswith(mention.titles) for t in self.titles[name])]
        return full[0] if len(full) == 1 else mention.name


class _Organisations:
    """What the titles of a document say about organisations, place by place as they are asked for."""

    def __init__(
        self, document: Document, officials: tuple[OfficialMention, ...], table: Divisions | None
    ) -> None:
        self.table = table
        self.places = Places(document) if table is None else Places(document, table)
        self.known: dict[str, str | None] = {}
        self.told: dict[tuple[str, ...], str | None] = {}
        titles = dict.fromkeys(title for mention in officials for title in mention.titles)
        posts = {title: post for title in titles if (post := post_of(title, table)) and post.leads_place}
        told = (posts.get(title) for mention in officials for title in mention.titles)
        levels = Counter(post.level for post in told if post and post.level not in (None, BRANCH))
        self.main = levels.most_common(1)[0][0] if levels else None
        self.top = min((DEPTH.get(level, 2) for level in levels), default=2)
        if any(word in title for title in titles for word in CENTRAL):
            self.top = -1
        self.posts = tuple(posts.values())

    def tells(self, titles: tuple[str, ...]) -> bool:
        """Whether one of the titles names a body, or a sort of place."""
        return any(post_of(title, self.table) for title in titles)

    def of(self, titles: tuple[str, ...]) -> str | None:
        """What titles tell together, or None: the lowest place (市委常委、区委书记 lead the district), else an office."""
        if titles not in self.told:
            self.told[titles] = self._of(titles)
        return self.told[titles]

    def _of(self, titles: tuple[str, ...]) -> str | None:
        posts = [post for title in titles if (post := post_of(title, self.table))]
        places = [
            (DEPTH.get(post.level or self.main or "", 2), place)
            for post in posts
            if (place := self._place(post))
        ]
        if places:
            deepest = max(depth for depth, _ in places)
            return next(place for depth, place in places if depth == deepest)
        if any(post.leads_place for post in posts):  # 区委副书记、政法委书记: of a district that nobody names
            return None
        return next((post.name for post in posts), None)

    def _place(self, post: Post) -> str | None:
        """The place that a post leads, where the title or the document names it."""
        if not post.leads_place:
            return None
        if post.name:
            return self.places.zone(post.name) if is_generic_zone(post.name) else post.name
        if post.level == BRANCH:
            return self._branch()
        level = post.level or self.main
        if level is None:
            return None
        if level not in self.known:
            spelled = {other.name for other in self.posts if other.level == level and other.name}
            self.known[level] = self.places.of(
                level,
                hosts=self.top < DEPTH.get(level, 2),
                titled=spelled.pop() if len(spelled) == 1 else None,
            )
        return self.known[level]

    def _branch(self) -> str | None:
        """The one street or zone of the document, for 党工委书记 and 管委会主任 who do not say which."""
        if BRANCH not in self.known:
            found = {
                self._place(post)
                for post in self.posts
                if post.level == "街道" or (post.level and is_generic_zone(post.level))
            } or {self.places.of("街道"), *self.places.zones()}
            found.discard(None)
            self.known[BRANCH] = found.pop() if len(found) == 1 else None
        return self.known[BRANCH]
