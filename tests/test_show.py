"""The terminal view keeps to double width; the HTML is escaped, whole, deterministic, and works in a real browser."""

import json
import re
import shutil
import subprocess
import time
from decimal import Decimal
from html.parser import HTMLParser
from pathlib import Path

import pytest
from attrs import evolve
from hypothesis import given
from hypothesis import strategies as st

import govtext
from govtext.show import document_html, findings_html, summary, to_html, underlined
from govtext.show.places import Places
from govtext.show.values import kind_of, measure, row, value
from govtext.show.weave import Stretch, weave
from govtext.show.widths import columns, printable, shorten, wrap
from handmade import page, sample

VOID = {"input", "meta"}


class Tree(HTMLParser):
    """Reads HTML strictly: every element closed in order, every id once; gathers text by class."""

    def __init__(self, html):
        super().__init__()
        self.open = []
        self.ids = []
        self.links = []
        self.texts = {}
        self.marks = []
        self.feed(html)
        self.close()
        assert not self.open

    def handle_starttag(self, tag, attrs):
        attributes = dict(attrs)
        if "id" in attributes:
            self.ids.append(attributes["id"])
        if "href" in attributes:
            self.links.append(attributes["href"])
        if tag not in VOID:
            self.open.append((tag, set((attributes.get("class") or "").split()), attributes))
        if tag == "mark" and "id" in attributes:
            self.marks.append(attributes)

    def handle_endtag(self, tag):
        assert self.open.pop()[0] == tag

    def handle_data(self, data):
        for tag, classes, attributes in self.open:
            for name in classes | {tag}:
                self.texts[name] = self.texts.get(name, "") + data
            if "data-tip" in attributes and tag == "mark":
                key = (attributes["data-tip"], self.side())
                self.texts[key] = self.texts.get(key, "") + data

    def side(self):
        return next(
            (name for _, classes, _ in self.open for name in ("clean", "printed") if name in classes), None
        )


def test_a_summary_names_everything():
    text = summary(sample(), width=120)
    lines = text.splitlines()
    assert lines[0] == "page-1  126 characters, published 2023-03-07, edits: 5, places unrepaired: 1"
    assert lines[1] == "  云溪区召开“双百攻坚”行动推进会"
    for told in (
        "dates (2)",
        "72-76  9月底前",
        "> 12,000,000,000 元",
        "项目总投资",
        "主要负责人",
        "chairs, speaks",
        "保 or <b>",
    ):
        assert told in text
    assert "\x1b" not in text


@pytest.mark.parametrize("width", [1, 20, 40, 70, 80, 200])
@pytest.mark.parametrize(("view", "narrowest"), [(summary, 60), (underlined, 20)])
def test_no_line_of_a_view_is_wider_than_the_terminal(width, view, narrowest):
    lines = view(sample("很长的名字" * 9), width=width).splitlines()[1:]  # the first names the page
    assert max(map(columns, lines)) <= max(width, narrowest)


def test_underlines_are_as_wide_as_what_they_underline():
    findings = sample()
    lines = underlined(findings, width=60).splitlines()
    at = next(i for i, line in enumerate(lines) if line.startswith("3月6日上午"))
    assert lines[at + 1] == "D~~~~~~~~~ O=============              S^^^^^^^^^^^^^^^^^^^"
    assert lines[at + 2] == "                                       D~~~~~~    T---"
    assert lines[at + 3].startswith("总投资超120亿元🚀”")
    assert lines[at + 4] == "^^^^^^^^^^^^^^^^^           S^^^^^"


@pytest.mark.parametrize(
    ("change", "shown"),
    [
        ({"amount_max": Decimal(60)}, "50 to 60 个"),
        ({"amount": None, "redacted": True}, "redacted 个"),
        ({"amount": None}, "个"),
        ({"comparator": "~", "unit": None}, "~ 50"),
    ],
)
def test_a_measure_says_its_bound_and_its_range(change, shown):
    assert measure(evolve(sample().targets[0], **change)) == shown


def test_a_mention_of_a_users_own_class_is_shown_too():
    findings = sample()
    own = govtext.Mention(span=findings.document.span(0, 2), text="云溪", rule="mine")
    assert (kind_of(own), row(own), value(own)) == ("mention", ("云溪",), "")


def test_the_prompt_shows_little_and_print_shows_the_summary():
    findings = sample()
    assert repr(findings.document) == "<Document 'page-1': 126 characters, published 2023-03-07>"
    assert repr(findings).startswith("<Findings of <Document 'page-1'")
    assert repr(findings).endswith("2 dates, 2 officials, 2 targets, 3 slogans, 2 people, 2 statements>")
    assert str(findings) == summary(findings)


def test_colour_only_where_it_is_asked_for():
    plain, coloured = underlined(sample()), underlined(sample(), colour=True)
    assert re.sub(r"\x1b\[[0-9;]*m", "", coloured) == plain != coloured
    assert re.sub(r"\x1b\[[0-9;]*m", "", summary(sample(), colour=True)) == summary(sample())


@given(st.text(max_size=60), st.integers(1, 30))
def test_wrapped_lines_are_the_text_and_fit(text, width):
    lines = list(wrap(text, 0, len(text), width))
    assert "".join(text[a:b] for a, b in lines) == text
    assert all(columns(text[a:b]) <= max(width, 2) for a, b in lines)


@given(st.text(max_size=60), st.integers(2, 30))
def test_what_is_printed_obeys_no_escape(text, width):
    shown = printable(text)
    assert len(shown) == len(text)
    assert not any(
        ord(char) < 32 or 0x7F <= ord(char) < 0xA0 or 0xD800 <= ord(char) < 0xE000 for char in shown
    )
    assert columns(shorten(shown, width)) <= width


@given(
    st.text("ab<&\n", max_size=12), st.lists(st.tuples(st.integers(0, 12), st.integers(0, 12)), max_size=6)
)
def test_woven_tags_are_closed_in_order_and_hold_their_text(text, ends):
    places = [(min(a, b, len(text)), min(max(a, b), len(text))) for a, b in ends]
    stretches = [Stretch(a, b, "mark", {"class": f"n{i}", "id": f"i{i}"}) for i, (a, b) in enumerate(places)]
    html = weave(text, 0, len(text), stretches)
    tree = Tree(f"<p>{html}</p>")
    assert tree.texts.get("p", "") == text
    assert sorted(tree.ids) == [f"i{i}" for i in range(len(places))]
    for i, (a, b) in enumerate(places):
        assert tree.texts.get(f"n{i}", "") == text[a:b]


@given(st.data())
def test_places_lead_back_from_the_page(data):
    raw = data.draw(st.text("abc(d)", min_size=1, max_size=20))
    text = govtext.AlignedText.of(raw)
    for step in ("one", "two"):
        cuts = sorted(data.draw(st.sets(st.integers(0, len(text.text)), max_size=6)))
        pairs = list(zip(cuts[::2], cuts[1::2], strict=False))
        text = text.replace(step, [(a, b, data.draw(st.sampled_from(["", "x", "yz"]))) for a, b in pairs])
    places = Places.of(text)
    for start in range(len(text.text)):
        span = text.span(start, start + 1)
        first, last = places.find(span.raw_start, span.raw_end)
        assert first <= start < last
    for start in range(len(raw)):
        first, last = places.find(start, start + 1)
        assert 0 <= first <= last <= len(text.text)


def test_the_fragment_is_whole_and_escaped():
    findings = sample()
    html = findings_html(findings)
    tree = Tree(html)
    assert tree.texts["clean"].replace("\n", "") == findings.document.text.replace("\n", "")
    assert tree.texts["printed"].replace("\n", "") == findings.document.raw.replace("\n", "")
    assert "<b>" not in html
    assert "<script" not in html
    assert len(set(tree.ids)) == len(tree.ids)
    assert {link.removeprefix("#") for link in tree.links} <= set(tree.ids)
    assert len(tree.marks) == 2 * len(findings.mentions)


def test_every_mark_holds_its_mention():
    findings = sample()
    tree = Tree(findings_html(findings))
    for found in findings.mentions:
        texts = {key: text for key, text in tree.texts.items() if isinstance(key, tuple)}
        assert found.text in [text for (_, side), text in texts.items() if side == "clean"]
        raw = findings.document.raw[found.span.raw_start : found.span.raw_end]
        assert raw in [text for (_, side), text in texts.items() if side == "printed"]


def test_edits_and_damage_stand_at_their_places():
    tree = Tree(findings_html(sample()))
    assert "(qū)" in tree.texts["edit"]
    assert "?!p" in tree.texts["damage"]
    assert "perhaps" in findings_html(sample())


def test_the_page_has_one_filter_and_all_documents(tmp_path):
    path = tmp_path / "page.html"
    html = to_html([sample("a"), sample("b"), sample("b")], path, title="<Findings>")
    assert path.read_text(encoding="utf-8") == html
    tree = Tree(html)
    assert html.count("<fieldset>") == 1
    assert html.count("<article") == 3
    assert len(set(tree.ids)) == len(tree.ids)
    assert {link.removeprefix("#") for link in tree.links} <= set(tree.ids)
    assert "&lt;Findings&gt;" in html
    assert "http" not in html, "the page must be self-contained"


def test_the_same_findings_give_the_same_page():
    assert to_html([sample()]) == to_html([sample()])
    assert sample()._repr_html_() == findings_html(sample())


def test_a_document_shows_itself_without_kinds():
    html = page("x")._repr_html_()
    assert html == document_html(page("x"))
    assert "show-dates" not in html.split("</style>")[1]
    assert "show-printed" in html


@pytest.mark.parametrize("text", ["", "一", "\x00\ud800\u202e<", "🚀" * 3, "\n\n", "区(qū)", "a\r\nb"])
def test_any_text_has_its_views(text):
    findings = govtext.parse(text)
    Tree(findings_html(findings)).texts.get("clean")
    to_html([findings]).encode("utf-8")
    assert summary(findings)
    assert underlined(findings)


CHROMIUM = next(filter(None, map(shutil.which, ("chromium", "chromium-browser", "google-chrome"))), None)

PROBE = """
<script>
const seen = {};
const all = selector => [...document.querySelectorAll(selector)];
const shown = selector => all(selector).some(e => e.getClientRects().length > 0);
const line = selector => getComputedStyle(document.querySelector(selector)).textDecorationStyle;
const box = name => document.querySelector('.show-' + name);
const flip = name => box(name).click();
seen.has = CSS.supports('selector(:has(a))');
seen.start = [shown('.clean'), shown('.printed')];
seen.lines = ['date', 'official', 'target', 'slogan'].map(k => line('.clean mark.' + k));
flip('printed'); seen.printed = [shown('.clean'), shown('.printed')]; flip('printed');
flip('dates');
seen.filtered = [getComputedStyle(document.querySelector('.clean mark.date')).textDecorationLine,
                 shown('details.date'), shown('details.target'),
                 getComputedStyle(document.querySelector('.clean mark.target')).textDecorationLine];
flip('dates');
const outline = () => getComputedStyle(document.querySelector('.clean .damage')).outlineStyle;
seen.damage = [outline()]; flip('damage'); seen.damage.push(outline()); flip('damage');
const edit = () => getComputedStyle(document.querySelector('.printed .edit')).outlineStyle;
flip('printed'); seen.edits = [edit()]; flip('edits'); seen.edits.push(edit()); flip('edits'); flip('printed');
document.querySelector('details.target').open = true;
const link = document.querySelector('details.target a.to-clean'); link.click();
seen.target = document.querySelector(':target').textContent;
seen.focusable = all('input, summary').every(e => { e.focus(); return document.activeElement === e; });
seen.named = all('input').every(e => e.labels.length === 1 && e.labels[0].textContent.trim());
seen.wide = document.documentElement.scrollWidth <= window.innerWidth;
const rgb = name => getComputedStyle(document.querySelector('.govtext'))[name];
seen.colours = [rgb('color'), rgb('backgroundColor')];
document.documentElement.dataset.seen = JSON.stringify(seen);
</script>
"""


def browse(path, *options):
    """What the probe saw of a page in headless Chromium."""
    command = [CHROMIUM, "--headless", "--no-sandbox", "--disable-gpu", *options, "--dump-dom", path.as_uri()]
    done = subprocess.run(command, capture_output=True, timeout=90, check=True)
    told = re.search(r'data-seen="([^"]*)"', done.stdout.decode("utf-8"))
    assert told, "the probe did not run to its end"
    return json.loads(told[1].replace("&quot;", '"'))


@pytest.mark.skipif(CHROMIUM is None, reason="no chromium here; install it to look at the HTML view")
@pytest.mark.parametrize("width", [360, 1200])
@pytest.mark.parametrize("dark", [False, True])
def test_the_view_works_in_a_browser(tmp_path, width, dark):
    path = tmp_path / "page.html"
    path.write_text(to_html([sample("a"), sample("b")]) + PROBE, encoding="utf-8")
    options = [f"--window-size={width},900", f"--user-data-dir={tmp_path}/profile"]
    if dark:
        options.append("--blink-settings=preferredColorScheme=0")
    seen = browse(path, *options)
    assert seen["has"]
    assert seen["start"] == [True, False]
    assert seen["lines"] == ["dotted", "solid", "double", "wavy"], "each kind has a line of its own shape"
    assert seen["printed"] == [False, True]
    assert seen["filtered"] == ["none", False, True, "underline"]
    assert seen["damage"] == ["none", "dashed"]
    assert seen["edits"] == ["none", "solid"]
    assert seen["target"] == "50个"
    assert seen["focusable"]
    assert seen["named"]
    assert seen["wide"], "nothing runs out of the window"
    ink, paper = (sum(map(int, re.findall(r"\d+", colour)[:3])) for colour in seen["colours"])
    assert (ink > paper) == dark


def test_the_style_is_in_the_package():
    style = Path(govtext.__file__).parent / "show" / "page.css"
    rules = re.sub(r"/\*.*?\*/|@media[^{]*", "", style.read_text(encoding="utf-8"), flags=re.DOTALL)
    selectors = re.findall(r"([^{}]+)\{", rules)
    assert all(".govtext" in selector for selector in selectors if selector.strip()), (
        "a notebook's own elements must be left alone"
    )


def one_long_line(times):
    """A page without a line break whose one quotation holds many dates."""
    document = govtext.Document(govtext.AlignedText.of("要求9月底前建成50个项目，" * times))
    dates = tuple(
        govtext.DateMention(span=document.span(at, at + 4), text="9月底前", rule="r")
        for at in range(2, len(document.text), 15)
    )
    whole = document.span(0, len(document.text))
    quote = govtext.SloganMention(span=whole, text=document.text, rule="q", kind="quote")
    return govtext.Findings(document, dates=dates, slogans=(quote,))


@pytest.mark.parametrize("view", [findings_html, summary, underlined])
def test_four_times_the_page_is_about_four_times_the_work(view):
    def least(findings):
        times = []
        for _ in range(3):
            begun = time.process_time()
            view(findings)
            times.append(time.process_time() - begun)
        return min(times)

    view(one_long_line(10))
    small, large = least(one_long_line(500)), least(one_long_line(2000))
    assert large < 9 * small, "sixteen times would be quadratic"


def luminance(colour):
    """Relative luminance of a hexadecimal colour; source: WCAG 2.2."""
    digits = colour.lstrip("#")
    digits = "".join(2 * digit for digit in digits) if len(digits) == 3 else digits
    parts = [int(digits[at : at + 2], 16) / 255 for at in (0, 2, 4)]
    red, green, blue = (
        part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts
    )
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def contrast(one, other):
    lighter, darker = sorted((luminance(one), luminance(other)), reverse=True)
    return (lighter + 0.05) / (darker + 0.05)


def test_colours_stand_out_in_light_and_in_dark():
    style = (Path(govtext.__file__).parent / "show" / "page.css").read_text(encoding="utf-8")
    palettes = [
        dict(re.findall(r"--(\w+): (#\w+)", block))
        for block in re.findall(r"\{([^{}]*--paper:[^{}]*)\}", style)
    ]
    assert len(palettes) == 4
    for palette in palettes:
        paper = palette["paper"]
        assert contrast(palette["ink"], paper) >= 7
        assert all(contrast(palette[name], paper) >= 4.5 for name in ("faint", "link", "edit"))
        lines = ("date", "official", "target", "slogan", "damage")
        assert all(contrast(palette[name], paper) >= 3 for name in lines), "WCAG 1.4.11, what is no text"
