"""Properties of slogans: generated shorthand is resolved to its phrases wherever the text spells them out."""

from attrs import evolve
from hypothesis import given
from hypothesis import strategies as st

import govtext
from govtext.document import Document, Segment
from govtext.expansions import expand
from govtext.extractors.slogans import Slogans
from govtext.quotations import find_quotations

NUMERALS = "零一两三四五六七八九"

VERBS = "清查改治防控建拆绿美"
OBJECTS = ("河道", "路障", "园区", "垃圾", "违建", "污水", "扬尘", "线缆", "岸线", "农房")
HEADS = ("行动", "工作", "活动", "制度", "机制", "要求")
SUBJECTS = ("县委", "各乡镇", "全体干部", "相关部门")


@st.composite
def shorthand(draw: st.DrawFn) -> tuple[str, tuple[str, ...]]:
    """A form such as 三清, and as many parallel phrases: 清河道, 清路障, 清园区."""
    number = draw(st.integers(3, 9))
    verb = draw(st.sampled_from(VERBS))
    objects = draw(st.permutations(OBJECTS))[:number]
    return NUMERALS[number] + verb, tuple(verb + what for what in objects)


def body(text: str) -> Document:
    document = govtext.read(text)
    return evolve(document, segments=(Segment("body", document.span(0, len(document.text))),))


def expansion_of(text: str, form: str) -> tuple[str, ...]:
    return next(s.expansion for s in Slogans()(body(text)) if s.text == form and s.expansion_source == "text")


LEADS = ("", "深入推进", "认真落实", "大力实施")


@given(shorthand(), st.sampled_from(HEADS), st.sampled_from(LEADS), st.sampled_from(SUBJECTS))
def test_before_in_marks(made, head, lead, subject):
    form, phrases = made
    assert expansion_of(f"{subject}要{lead}“{'、'.join(phrases)}”的“{form}”{head}。", form) == phrases


@given(shorthand(), st.sampled_from(HEADS), st.sampled_from(LEADS), st.sampled_from(SUBJECTS))
def test_before_without_marks(made, head, lead, subject):
    form, phrases = made
    assert expansion_of(f"{subject}，{lead}{'、'.join(phrases)}“{form}”{head}。", form) == phrases


@given(
    shorthand(),
    st.sampled_from(HEADS),
    st.sampled_from(("，即", "。即", "：", "，就是", "，是指", "，具体为")),
)
def test_after(made, head, link):
    form, phrases = made
    assert expansion_of(f"开展“{form}”{head}{link}{'、'.join(phrases)}，确保见效。", form) == phrases


@given(shorthand(), st.sampled_from(HEADS))
def test_after_in_marks(made, head):
    form, phrases = made
    assert expansion_of(f"开展“{form}”{head}，即“{'、'.join(phrases)}”。", form) == phrases


@given(shorthand(), st.sampled_from(HEADS), st.booleans(), st.sampled_from(("（）", "()")))
def test_in_brackets(made, head, inside, marks):
    form, phrases = made
    bracket = marks[0] + "、".join(phrases) + marks[1]
    text = f"开展“{form}”{bracket}{head}。" if inside else f"开展“{form}”{head}{bracket}。"
    assert expansion_of(text, form) == phrases


@given(shorthand(), st.sampled_from(HEADS))
def test_as_points(made, head):
    form, phrases = made
    points = "。".join(f"{'一二三四五六七八九'[i]}是要{phrase}，压实责任" for i, phrase in enumerate(phrases))
    assert expansion_of(f"开展“{form}”{head}。{points}。", form) == phrases


@given(shorthand(), st.sampled_from(HEADS), st.booleans())
def test_a_list_of_another_length_is_no_expansion(made, head, longer):
    form, phrases = made
    phrases = (*phrases, form[1] + "村庄") if longer else phrases[1:]
    listed = "、".join(phrases)
    for text in (
        f"推进“{listed}”的“{form}”{head}。",
        f"开展“{form}”{head}，即{listed}。",
        f"开展“{form}”{head}（{listed}）。",
    ):
        mentions = [s for s in Slogans()(body(text)) if s.text == form]
        assert all(s.expansion_source != "text" for s in mentions)


PROSE = st.text(alphabet='“”‘’「」『』《》"?三四双大清、，。：即（）()+1N的\n 甲乙', max_size=60)


@given(PROSE)
def test_any_text_is_read_without_complaint(text):
    document = body(text)
    for slogan in Slogans()(document):
        assert document.text[slogan.start : slogan.end] == slogan.text
        assert slogan.text.strip() == slogan.text != ""
        assert len(set(slogan.expansion)) == len(slogan.expansion)
        assert bool(slogan.expansion) == (slogan.expansion_source is not None)


@given(PROSE)
def test_quotations_nest_and_never_cross(text):
    quotations = find_quotations(text)
    for quotation in quotations:
        assert (
            0 <= quotation.outer_start < quotation.start < quotation.end <= quotation.outer_end <= len(text)
        )
    for one in quotations:
        for other in quotations:
            crossing = one.outer_start < other.outer_start < one.outer_end < other.outer_end
            assert not crossing


@given(PROSE, st.integers(0, 60), st.integers(0, 60))
def test_expand_takes_any_place(text, start, length):
    start = min(start, len(text))
    end = min(start + length, len(text))
    assert all(expand(text, start, end, start, end))
