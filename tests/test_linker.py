"""The linker: each of its tables can be extended, and it can be shared and sent."""

import pickle

import pytest

from govtext import Lexicon, Linker, link
from govtext.bodies import last_words
from govtext.divisions import Division, divisions
from govtext.posts import post_of
from govtext.verbs import Verb, verbs
from marked import marked


def test_more_verbs() -> None:
    """A verb of the user's gives a role and governs speech; without it there is neither."""
    document, officials = marked("{区长|何嘉树}领学文件，并期勉青年，青春正当时。")
    linker = Linker(verbs=verbs() | {"领学": Verb("reports"), "期勉": Verb("speaks", "whom")})
    findings = linker(document, officials)
    assert findings.people[0].roles == ("speaks", "reports")
    assert [s.verb for s in findings.statements] == ["期勉"]
    assert link(document, officials).people[0].roles == ("mention",)


def test_a_table_of_verbs_without_the_built_in_ones() -> None:
    """A table may lack every built-in verb; what labels say (主持：…) stays."""
    document, officials = marked("主持：{何嘉树}。{区长|方若谷}强调，要落实。{方若谷}领学文件。")
    people = Linker(verbs=Lexicon({"领学": Verb("reports")}))(document, officials).people
    assert [person.roles for person in people] == [("chairs",), ("reports",)]


def test_more_bodies() -> None:
    """A body speaks by its last word, and an authority where it is told to act."""
    document, officials = marked("村民议事团指出，水渠要修好。镇议事团要带头。")
    assert link(document, officials).statements == ()
    for kind, verbs_found in (("organ", ["指出"]), ("authority", ["指出", "要"])):
        statements = Linker(bodies=last_words() | {"议事团": kind})(document, officials).statements
        assert [s.verb for s in statements] == verbs_found


def test_more_divisions() -> None:
    """A place of the user's is the document's own, and ends a place that a title spells out."""
    table = divisions() | {name: (Division("999900", name, since=2025),) for name in ("青岚区", "东泽州")}
    document, officials = marked("{区长|何嘉树}主持会议，{东泽州州长|方若谷}出席。青岚区变化很大。")
    assert [p.organisation for p in link(document, officials).people] == [None, None]
    assert [p.organisation for p in Linker(divisions=table)(document, officials).people] == [
        "青岚区",
        "东泽州",
    ]
    post = post_of("东泽州州长", table)
    assert post is not None
    assert post.name == "东泽州"


def test_it_pickles() -> None:
    """A linker with tables of its own comes back the same and finds the same."""
    linker = Linker(bodies=last_words() | {"议事团": "meeting"})
    again = pickle.loads(pickle.dumps(linker))  # our own bytes
    document, officials = marked("{区长|何嘉树}主持会议。议事团强调，要守住底线。")
    assert again == linker
    assert again(document, officials) == linker(document, officials)


def test_it_is_frozen() -> None:
    """Tables are exchanged by making another linker."""
    with pytest.raises(AttributeError):
        Linker().verbs = verbs()  # type: ignore[misc]
