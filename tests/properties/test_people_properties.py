"""Properties of people and statements: generated news says who did what, and the linking finds just that."""

from hypothesis import given
from hypothesis import strategies as st

from govtext import Findings, Person, link
from govtext.document import READABLE
from marked import marked

NAMES = ["陈一鸣", "李华", "赵文舟", "周子安", "吴远山", "林知秋", "王明远", "欧阳若兰"]

DEEDS = {
    "chairs": ["主持会议", "主持召开座谈会", "主持仪式"],
    "speaks": ["作动员讲话", "在会上发言", "致欢迎辞"],
    "reports": ["通报有关情况", "汇报工作进展", "宣读表彰文件"],
    "attends": ["出席会议", "参加活动", "列席会议", "陪同调研"],
    "mention": ["到社区调研", "实地察看河道", "看望环卫工人"],
}

SPEECHES = ["要守住底线。", "春耕不等人，农资要备足。", "河堤要天天看；值班要到人。", "要把“三夏”抓好。"]

names = st.lists(st.sampled_from(NAMES), min_size=1, max_size=6, unique=True)
roles = st.lists(st.sampled_from(sorted(DEEDS)), min_size=1, max_size=6)
noise = st.text(
    alphabet="会议指出强调要求说他她“”，。：；、\n（）区委政府党组{}|<>*1 ".replace("{", "").replace("}", ""),
    max_size=80,
)


def linked(text: str) -> Findings:
    """The findings of a marked text, people and statements only."""
    document, officials = marked(text)
    return link(document, officials)


@given(names, roles, st.sampled_from("，。；"), st.randoms(use_true_random=False))
def test_each_takes_the_role_of_the_own_verb(people, deeds, mark, random) -> None:
    """One person, one verb, clause by clause: each person has exactly that role."""
    pairs = list(zip(people, deeds, strict=False))
    clauses = [f"{{副区长|{name}}}{random.choice(DEEDS[role])}" for name, role in pairs]
    found = {person.name: person.roles for person in linked(mark.join(clauses) + "。").people}
    assert found == {name: (role,) for name, role in pairs}


@given(names, st.sampled_from(["、", "，"]), st.sampled_from(["", "等", "及各镇负责人", "，各镇主要负责人"]))
def test_a_list_shares_its_verb(people, mark, closing) -> None:
    """All of a list attend, however it is joined and closed."""
    text = "县领导" + mark.join(f"{{县领导>{name}}}" for name in people) + closing + "参加会议。"
    assert [person.roles for person in linked(text).people] == [("attends",)] * len(people)


@given(
    st.sampled_from(NAMES),
    st.sampled_from(["指出", "强调", "要求"]),
    st.sampled_from(SPEECHES),
    st.sampled_from(["，", "：", ""]),
)
def test_a_speech_is_what_follows(name, verb, speech, mark) -> None:
    """A speech is found with its speaker, its verb and its exact stretch; before its speaker too."""
    (statement,) = linked(f"{{区长|{name}}}{verb}{mark}{speech}\n会议结束。").statements
    assert isinstance(statement.speaker, Person)
    assert (statement.speaker.name, statement.verb) == (name, verb)
    findings = linked(f"“{speech}”{{区长|{name}}}{verb}，{speech}")
    spans = [findings.document.text[s.span.start : s.span.end] for s in findings.statements]
    assert spans == [f"“{speech}”", speech]


@given(noise, noise, st.sampled_from(NAMES))
def test_any_text_links(before, after, name) -> None:
    """Whatever stands around a name: nothing raises, spans lie in readable text, in order, people hold their mentions."""
    findings = linked(f"{before}{{区长|{name}}}{after}")
    text, document = findings.document.text, findings.document
    assert [p.name for p in findings.people] == [name]
    assert findings.people[0].mentions == findings.officials
    starts = [statement.span.start for statement in findings.statements]
    assert starts == sorted(starts)
    for statement in findings.statements:
        assert 0 <= statement.span.start < statement.span.end <= len(text)
        assert document.role(statement.span.start) in READABLE
        assert isinstance(statement.speaker, str) or statement.speaker in findings.people


@given(st.sampled_from(SPEECHES), st.integers(0, 30), st.sampled_from(NAMES))
def test_a_sentence_before_shifts_all(speech, number, name) -> None:
    """A neutral sentence before the text moves every statement by its length and changes no role."""
    text = f"{{区长|{name}}}主持会议并强调，{speech}"
    lead = "天气晴好。" * number
    plain, moved = linked(text), linked(lead + text)
    assert [p.roles for p in plain.people] == [p.roles for p in moved.people]
    assert [s.span.start + len(lead) for s in plain.statements] == [s.span.start for s in moved.statements]
