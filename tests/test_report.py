"""The standalone pages: well-formed, everything escaped, nothing loaded, every layer there."""

from __future__ import annotations

import base64
import hashlib
import re
import shutil
from html.parser import HTMLParser

import pytest
from hypothesis import given
from hypothesis import strategies as st

from discourse.cli import main
from discourse.corpus import Corpus
from discourse.errors import FigureError, LexiconError, MeasureError
from discourse.evidence import TABLES, Evidence, frame
from discourse.readers import Document
from discourse.report import annotated_page, report
from discourse.report.drawn import drawn
from discourse.report.html import cut, escaped, number, page, table
from discourse.report.spans import Sign, Span, marked_up
from discourse.report.style import ANNOTATION_STYLE

VOID = {"meta", "input", "br"}
ATTACK = "<script>alert('x')</script> & <img src=http://elsewhere.example/x onerror=alert(1)>"
TEXT = (
    "Talks at the ford\n\n"
    "The minister may not sign. “We will never attack the port,” said Ana Ruiz, the defence minister. "
    "She added that the talks were clearly useful. Subscribe to our newsletter today.\n\n"
    "It was unhappily unknown whether troops would leave.\n"
)


class Reader(HTMLParser):
    """Reads a page: its tags must nest; words are kept with the styles around them."""

    def __init__(self):
        super().__init__(convert_charrefs=True)
        self.stack, self.attributes, self.words, self.scripts = [], [], [], []

    def handle_starttag(self, tag, attrs):
        self.attributes += [(tag, name, value or "") for name, value in attrs]
        styles = dict(attrs).get("class") or ""
        if "text" in styles.split():
            self.words.append(("\n", {"text"}))  # a paragraph begins
        if tag not in VOID:
            self.stack.append((tag, styles))

    def handle_startendtag(self, tag, attrs):
        self.attributes += [(tag, name, value or "") for name, value in attrs]

    def handle_endtag(self, tag):
        assert self.stack, f"</{tag}> closes nothing"
        assert self.stack[-1][0] == tag, f"</{tag}> closes <{self.stack[-1][0]}>"
        self.stack.pop()

    def handle_data(self, data):
        styles = {style for _, styles in self.stack for style in styles.split()}
        tags = [tag for tag, _ in self.stack]
        if "script" in tags:
            self.scripts.append(data)
        elif "style" not in tags:
            self.words.append((data, styles))

    def shown(self, style):
        """The words of a style, stretches that touch joined."""
        return [data for data, styles in self.words if style in styles]


def read(html):
    reader = Reader()
    reader.feed(html)
    reader.close()
    assert not reader.stack, f"not closed: {reader.stack}"
    return reader


def corpus_of(*texts, language="en", **metadata):
    return Corpus(
        tuple(
            Document(f"d{n}", text, hashlib.sha256(text.encode()).hexdigest(), language, dict(metadata))
            for n, text in enumerate(texts, start=1)
        )
    )


def evidence_of(text, doc_id="d1", hits=(), segments=(), cues=(), quotes=(), lexicons=None, **metadata):
    """Evidence by hand; what a row leaves out is missing, zero or false."""
    blank = {"s": None, "i": 0, "n": None, "f": 0.0, "b": False}
    given = {"hits": hits, "segments": segments, "cues": cues, "quotes": quotes, "relations": ()}
    tables = {}
    for name, rows in given.items():
        columns = {c: [row.get(c, blank[kind]) for row in rows] for c, kind in TABLES[name].items()}
        columns["doc_id"] = [doc_id] * len(rows)
        tables[name] = frame(name, columns)
    documents = {"doc_id": [doc_id], "sha256": ["0" * 64], "language": ["en"]}
    documents["n_tokens"] = [sum(row["n_tokens"] for row in segments)]
    tables["documents"] = frame("documents", {**documents, **{k: [v] for k, v in metadata.items()}})
    return Evidence(**tables, lexicons=lexicons or {}, texts={} if text is None else {doc_id: text})


@pytest.fixture(scope="module")
def annotated():
    return annotated_page(corpus_of(TEXT, "A second text.", title="A ford"), ["war_peace"])


@pytest.fixture(scope="module")
def reported():
    return report(corpus_of(TEXT, "No war, no troops.", genre="news"), n_boot=50)


@pytest.mark.parametrize("name", ["annotated", "reported"])
def test_a_page_is_well_formed_and_loads_nothing(name, request):
    html = request.getfixturevalue(name)
    reader = read(html)
    assert html.startswith("<!DOCTYPE html>\n")
    for tag, attribute, value in reader.attributes:
        assert tag not in {"link", "iframe", "object", "embed", "base", "img"}
        assert not attribute.startswith("on"), f"<{tag}> carries a script in {attribute}"
        if attribute in {"href", "src", "action", "data", "srcset", "poster"} or attribute.endswith(":href"):
            assert value.startswith("#"), f"<{tag} {attribute}={value}>"
    assert all(target.startswith("#") for target in re.findall(r"url\(([^)]*)\)", html))
    assert "@import" not in html
    assert "http:" not in html
    assert "https:" not in html


@pytest.mark.parametrize("name", ["annotated", "reported"])
def test_links_lead_to_one_place_each(name, request):
    attributes = read(request.getfixturevalue(name)).attributes
    ids = [value for _, attribute, value in attributes if attribute == "id"]
    assert len(ids) == len(set(ids)), "an id stands twice"
    targets = {value[1:] for _, attribute, value in attributes if attribute == "href"}
    assert targets
    assert targets <= set(ids)


def test_a_browser_may_run_the_page_s_own_script_only(annotated):
    reader = read(annotated)
    digest = base64.b64encode(hashlib.sha256(reader.scripts[0].encode()).digest()).decode()
    policy = next(
        value for _, name, value in reader.attributes if name == "content" and "default-src" in value
    )
    assert policy.startswith("default-src 'none'; ")
    assert f"script-src 'sha256-{digest}';" in policy
    assert "script-src 'none';" in page("t", "no script here")


def test_what_a_text_says_stays_text():
    text = f"{ATTACK} said that no war “{ATTACK}” came.\n\n{ATTACK}"
    metadata = {"title": ATTACK, "genre": ATTACK, "author": ATTACK}
    given = Corpus((Document(f"id {ATTACK}", text, "0", "en", metadata),), (f"problem {ATTACK}",))
    plain = annotated_page(corpus_of("Nothing here."), ["war_peace"]).count("<script")
    html = annotated_page(given, ["war_peace"])
    assert html.count("<script") == plain
    assert plain == 1
    read(html)
    html = report(given, by="genre", n_boot=20)
    assert "<script" not in html
    assert "<img" not in html
    assert "&lt;script&gt;alert(&#39;x&#39;)&lt;/script&gt; &amp; &lt;img" in html
    read(html)


def test_each_layer_is_on_the_page(annotated):
    reader = read(annotated)
    article = Reader()
    article.feed(annotated[annotated.index("<article") : annotated.index("</article>")] + "</article>")
    assert "headline" in {style for _, styles in article.words for style in styles}
    assert "".join(article.shown("direct")) == "“We will never attack the port,”"
    assert "the talks were clearly useful" in "".join(article.shown("indirect"))
    assert "never" in "".join(article.shown("negation"))
    assert "un" in "".join(article.shown("negation-affixal"))
    assert "attack" in "".join(article.shown("scope"))
    assert "may" in article.shown("hedge")
    assert "whether" in article.shown("hedging-investigation")
    assert "clearly" in "".join(article.shown("boost"))
    assert "".join(article.shown("left")).startswith("Subscribe to our newsletter")
    assert {"attack", "Talks"} <= set(article.shown("hit"))
    assert "attack" in article.shown("rejected")
    signs = {(value, tag) for tag, name, value in article.attributes if name == "class" and tag == "i"}
    assert {("tick", "i"), ("quote", "i"), ("quote-end", "i"), ("kind", "i"), ("plus", "i")} <= signs
    assert any("Ana Ruiz" in data and "notes" in styles for data, styles in reader.words), (
        "no speaker in the margin"
    )
    titles = [value for _, name, value in article.attributes if name == "title"]
    assert any(title.startswith("direct: Ana Ruiz") for title in titles)


def test_every_box_of_the_legend_switches_something(annotated):
    values = [value for tag, name, value in read(annotated).attributes if tag == "input" and name == "value"]
    assert len(values) == len(set(values)) == 12
    for value in values:
        assert f".no-{value}" in ANNOTATION_STYLE, value
    switched = set(re.findall(r"\.no-([a-z]+)", ANNOTATION_STYLE))
    assert switched == set(values)


def test_the_words_of_the_text_are_all_there_in_order(annotated):
    shown = "".join(read(annotated).shown("text"))
    assert shown.split() == [*TEXT.split(), "A", "second", "text."]


def test_without_a_lexicon_no_hits_are_offered():
    assert 'value="hits"' not in annotated_page(corpus_of("They attacked."))
    with pytest.raises(LexiconError):
        annotated_page(corpus_of("They attacked."), ["war_and_peace"])


def test_what_does_not_fit_on_a_page_is_named():
    html = annotated_page(corpus_of("First text here.", "Second <text>.", "Third."), max_characters=20)
    assert "First" in html
    assert "Second &lt;text&gt;" not in html
    assert "2 more documents are not on it" in html
    assert "<p>d2, d3</p>" in html


def test_documents_without_text_are_named_not_dropped():
    given = Corpus((Document("here", "A text.", "0", "en"), Document("away", None, "1", "en")), ("'x': no.",))
    words = " ".join(data for data, _ in read(annotated_page(given)).words)
    assert "'x': no." in words
    assert "'away'" in words


def test_texts_without_words_and_unknown_languages_are_shown():
    given = Corpus((Document("marks", "— … —", "0", "en"), Document("de", "Kein Krieg.", "1", "de")))
    shown = read(annotated_page(given)).shown("text")
    assert "".join(shown).split() == ["—", "…", "—", "Kein", "Krieg."]
    read(report(given, n_boot=20))


def test_marks_belong_to_the_direct_part_of_a_mixed_quotation():
    text = "He said that “war is over” for good."
    place = {"paragraph": 0, "sentence": 0, "role": "lead", "quote_id": "d1#q1", "speaker": "He"}
    segments = [
        {
            **place,
            "start": 0,
            "end": 7,
            "n_tokens": 2,
            "voice": "narrator",
            "quote_id": None,
            "speaker": None,
        },
        {**place, "start": 8, "end": 12, "n_tokens": 1, "voice": "indirect"},
        {**place, "start": 14, "end": 25, "n_tokens": 3, "voice": "direct"},
        {**place, "start": 27, "end": 35, "n_tokens": 2, "voice": "indirect"},
    ]
    quotes = [
        {
            "quote_id": "d1#q1",
            "start": 8,
            "end": 35,
            "text": text[8:35],
            "type": "mixed",
            "speaker": "He",
            "cue": "said",
            "cue_start": 3,
            "cue_end": 7,
            "speaker_start": 0,
            "speaker_end": 2,
        }
    ]
    reader = read(annotated_page(evidence_of(text, segments=segments, quotes=quotes)))
    assert "".join(reader.shown("direct")[1:]) == "“war is over”"  # the first is the legend's sample
    assert "".join(reader.shown("indirect")[1:]) == "that  for good"
    assert reader.shown("reporting")[1:] == ["said"]


def test_a_sentence_begins_with_its_opening_mark():
    segments = [
        {"start": 2, "end": 4, "n_tokens": 1, "role": "lead", "voice": "narrator", "sentence": 0},
        {"start": 7, "end": 9, "n_tokens": 1, "role": "lead", "voice": "narrator", "sentence": 1},
    ]
    html = annotated_page(evidence_of("\n«Sí. ¡No!", segments=segments))
    tick = '<i class="tick" data-is="" title="sentence {}"></i>'
    assert f"{tick.format(0)}«Sí. {tick.format(1)}¡No!" in html


def test_a_quotation_inside_another_is_told_apart():
    text = "“She said ‘no’,” he said."
    place = {"paragraph": 0, "sentence": 0, "role": "lead"}
    segments = [
        {**place, "start": 1, "end": 13, "n_tokens": 3, "voice": "direct", "quote_id": "d1#q1"},
        {**place, "start": 17, "end": 24, "n_tokens": 2, "voice": "narrator"},
    ]
    quotes = [
        {"quote_id": "d1#q1", "start": 0, "end": 16, "type": "direct"},
        {"quote_id": "d1#q2", "start": 10, "end": 14, "type": "direct"},
    ]
    reader = read(annotated_page(evidence_of(text, segments=segments, quotes=quotes)))
    assert "".join(reader.shown("nested")) == "‘no’"
    assert "".join(reader.shown("direct")[1:]) == "“She said ‘no’,”"


def as_shown(text):
    return "".join(data for data, _ in read(escaped(text)).words)


@given(
    st.text(min_size=0, max_size=60),
    st.lists(st.tuples(st.integers(0, 60), st.integers(0, 60), st.sampled_from("abc")), max_size=8),
    st.lists(st.integers(0, 60), max_size=5),
)
def test_marking_up_loses_and_adds_no_word(text, spans, places):
    html = marked_up(
        text,
        0,
        len(text),
        [Span(a, b, style, "<t>") for a, b, style in spans],
        [Sign(p, "s", "x") for p in places],
    )
    reader = read(html)
    assert "".join(data for data, _ in reader.words) == as_shown(text)
    covered = {
        style: "".join(
            text[i] for i in range(len(text)) if any(a <= i < b for a, b, s in spans if s == style)
        )
        for style in "abc"
    }
    for style, expected in covered.items():
        assert "".join(reader.shown(style)) == as_shown(expected)


def test_a_stretch_shows_only_its_part_of_a_span():
    assert marked_up("abcdef", 2, 4, [Span(0, 3, "x"), Span(4, 6, "y")]) == '<span class="x">c</span>d'
    assert marked_up("ab", 0, 2, [Span(0, 2, "x"), Span(0, 1, "x")]) == (
        '<span class="x x-twice">a</span><span class="x">b</span>'
    )


def test_signs_stand_before_what_begins_and_after_what_ends():
    html = marked_up("ab", 0, 2, [Span(1, 2, "x")], [Sign(1, "s", "2"), Sign(1, "e", "1", after=True)])
    assert html == 'a<i class="e" data-is="1"></i><i class="s" data-is="2"></i><span class="x">b</span>'


def test_controls_and_surrogates_do_not_reach_the_page():
    assert escaped("a\x00b\x1b\x7f\ud800\n") == "a␀b␛␡\ufffd\n"
    lone = Corpus((Document("d1", "A \ud83d text.", "0", "en"),))
    assert "A \ufffd text." in "".join(data for data, _ in read(annotated_page(lone)).words)
    assert escaped("<'") == "&lt;&#39;"


def test_numbers_are_for_reading():
    assert number(0.0) == "0.00"
    assert number(float("nan")) == "–"
    assert number(1234567) == "1,234,567"
    assert number(-1.005, 1) == "−1.0"


def test_a_table_sets_units_under_names():
    html = table(["a", "b\nper 1,000 words"], [["<b>x</b>", "1"]], [1])
    assert '<th scope="col" class="n">b<span class="ci">per 1,000 words</span></th>' in html
    assert '<td><b>x</b></td><td class="n">1</td>' in html


def test_tables_that_are_cut_say_so():
    many = corpus_of(*(f"Troops attacked town {n}." for n in range(7)), genre="news")
    html = report(many, n_boot=20, max_rows=3, max_lines=2)
    how = "discourse corpus list INPUT --output documents.csv"
    assert f"Shown: 3 of 7 documents. All of them: <code>{how}</code>" in html
    assert re.search(r"Shown: 2 of \d+ lines, evenly spaced\. All of them: <code>discourse kwic INPUT", html)
    assert re.search(
        r"Shown: 3 of 7 rows\. All of them: <code>discourse measure INPUT --measure hedging", html
    )
    assert cut(3, 3, "rows", "x") == ""
    assert "Shown:" not in report(corpus_of("Troops attacked."), n_boot=20)


def test_a_report_has_every_section(reported):
    words = " ".join(data for data, _ in read(reported).words)
    for section in (
        "Documents",
        "Figures",
        "Hits by category",
        "The lines behind the numbers",
        "Provenance",
        "Quotations by speaker",
        "What this does not show",
        *(f"Measure: {m}" for m in ("framing", "rejection", "hedging", "left_out")),
    ):
        assert section in words
    assert hashlib.sha256(TEXT.encode()).hexdigest() in reported
    assert reported.count("<svg") == 2
    assert "Ana Ruiz" in words


def test_the_same_evidence_gives_the_same_bytes():
    given = corpus_of(TEXT)
    assert report(given, n_boot=50) == report(given, n_boot=50)
    assert report(given, n_boot=50, seed=1) != report(given, n_boot=50, seed=2)


def test_a_report_can_be_grouped():
    given = Corpus(
        tuple(
            Document(
                f"d{n}", "Troops attacked. Talks began.", str(n), "en", {"genre": "news" if n % 2 else ""}
            )
            for n in range(4)
        )
    )
    html = report(given, by="genre", n_boot=20)
    assert '<th scope="col">genre</th>' in html
    assert "(none)" in html
    with pytest.raises(MeasureError, match="no column 'gender'"):
        report(given, by="gender", n_boot=20)


def test_an_unknown_measure_is_refused_before_anything_is_read():
    with pytest.raises(MeasureError, match="There is no measure 'framings'"):
        report(corpus_of("Text."), measures=["framings"])


def test_a_measure_whose_lexicon_was_not_used_says_so():
    html = report(corpus_of("They may come."), lexicons=[], n_boot=20)
    assert "Not computed: framing needs the lexicon war_peace, which was not used here." in html
    assert "<svg" not in html
    assert "No hits, so no lines." in html
    read(html)


def test_a_lexicon_that_no_measure_counts_has_its_rates(tmp_path):
    own = tmp_path / "boats.yaml"
    own.write_text(
        "name: boats\nversion: 0.1.0\nlanguage: en\nmeasures: boats\ncategories: {boat: Boats.}\n"
        "entries: {boat: [ferry, ferries]}\n",
        encoding="utf-8",
    )
    html = report(corpus_of("A ferry left. Two ferries came."), lexicons=[own], n_boot=20)
    section = html[html.index("<h2>Measure: rates</h2>") :]
    assert "333.33" in section[: section.index("</table>")]  # two of six words
    assert html.index("Measure: rates") < html.index("Measure: framing")
    assert html.count("<svg") == 1
    assert "Measure: rates" not in report(corpus_of("War came."), n_boot=20)
    read(html)


def hit(start, end, text, **more):
    row = {
        "hit_id": "d1#1",
        "start": start,
        "end": end,
        "text": text,
        "lexicon": "war_peace",
        "entry": text,
        "category": "war.warfare",
        "voice": "narrator",
    }
    return {**row, **more}


LEXICONS = {
    ("war_peace", "en"): {
        "version": "1",
        "sha256": "f" * 64,
        "categories": ["war", "war.warfare", "peace", "peace.state_of_peace"],
    }
}
SEGMENT = {"start": 0, "end": 8, "n_tokens": 2, "role": "lead", "voice": "narrator"}


def test_lines_of_a_text_that_is_not_here_are_locators():
    html = report(
        evidence_of(None, hits=[hit(3, 6, "war")], segments=[SEGMENT], lexicons=LEXICONS), n_boot=20
    )
    assert "(text not on this machine: characters 3–6)" in html
    assert "restricted" not in html


def test_a_page_that_quotes_a_restricted_text_says_so():
    given = evidence_of(
        "No war.",
        hits=[hit(3, 6, "war", negated=True, negation="No")],
        segments=[SEGMENT],
        lexicons=LEXICONS,
        file=None,
        rights="all rights reserved",
    )
    html = report(given, n_boot=20)
    assert "This page quotes restricted texts; it may not be passed on with their lines: d1." in html
    open_text = evidence_of(
        "No war.", segments=[SEGMENT], lexicons=LEXICONS, file="texts/a.txt", rights="CC0"
    )
    assert "restricted" not in report(open_text, n_boot=20)


def test_categories_are_counted_by_state_and_voice():
    hits = [
        hit(0, 3, "war"),
        hit(4, 7, "War", negated=True),
        hit(8, 11, "war", voice="direct", speaker="Ana"),
        hit(12, 15, "war", negated=True, left_out=True),
    ]
    html = report(evidence_of("war War war war", hits=hits, segments=[SEGMENT], lexicons=LEXICONS), n_boot=20)
    row = re.search(r"war\.warfare</a></td>(.*?)</tr>", html)[1]
    cells = re.findall(r"<td[^>]*>([^<]*)</td>", row)
    # hits, documents, rejected (not left out), hedged, narrator, direct, indirect, left out, words
    assert cells == ["4", "1", "1", "0", "3", "1", "0", "1", "war 4"]


def test_speakers_are_ordered_by_how_often_they_are_quoted():
    quotes = [
        {
            "quote_id": f"d1#q{n}",
            "start": n,
            "end": n + 1,
            "text": f"<q{n}>",
            "type": "direct",
            "speaker": who,
            "source_kind": "named" if who else "none",
            "cue": "said",
        }
        for n, who in enumerate(["Ana", "Bo", "Ana", None, None, None])
    ]
    html = report(evidence_of("x" * 9, segments=[SEGMENT], quotes=quotes, lexicons=LEXICONS), n_boot=20)
    section = html[html.index("Quotations by speaker</h2>") :]
    names = re.findall(r"<tr><td>([^<]*)</td>", section)[:3]
    assert names == ["Ana", "Bo", "(no speaker)"]
    assert "&lt;q2&gt;" in section


def test_a_figure_takes_any_title_and_keeps_its_names_to_itself():
    import matplotlib.pyplot as plt

    def draw():
        ax = plt.subplots()[1]
        ax.set_title("$5 <b> \\frac $6 -- > --")
        ax.plot([0, 1], [0, 1], clip_path=None)
        return ax

    before = plt.get_fignums()  # another test's
    one, two = drawn("one", "a <line>", draw), drawn("two", "a line", draw)
    assert one.startswith('<svg role="img" aria-label="a &lt;line&gt;" viewBox="')
    assert not re.search("<!--|xmlns|metadata", one)
    ids = [set(re.findall(r'\bid="([^"]*)"', svg)) for svg in (one, two)]
    assert ids[0]
    assert not ids[0] & ids[1]
    assert set(re.findall(r'href="#([^"]*)"', one)) <= ids[0]
    assert drawn("one", "a <line>", draw) == one
    assert plt.get_fignums() == before, "a figure was left open"


def test_axes_without_a_figure_are_refused():
    class Loose:
        def get_figure(self, root):
            return None

    with pytest.raises(FigureError, match="Figure 'loose': the axes belong to no figure\\."):
        drawn("loose", "", Loose)


def test_the_command_line_writes_both_pages(tmp_path, capsys):
    text = tmp_path / "a.txt"
    text.write_text(TEXT, encoding="utf-8")
    out = tmp_path / "report.html"
    assert main(["report", str(text), "--language", "en", "--output", str(out)]) == 0
    assert "Measure: framing" in out.read_text(encoding="utf-8")
    assert main(["annotate", str(text), "--language", "en", "--format", "html"]) == 0
    assert capsys.readouterr().out.startswith("<!DOCTYPE html>")


def test_the_command_line_refuses_what_is_no_page(tmp_path, capsys):
    text = tmp_path / "a.txt"
    text.write_text(TEXT, encoding="utf-8")
    assert main(["report", str(text), "--output", str(tmp_path / "r.pdf")]) == 2
    message = f"discourse: --output '{tmp_path / 'r.pdf'}': a report is a page; let the name end in .html.\n"
    assert capsys.readouterr().err == message
    assert main(["report", str(text), "--output", str(tmp_path / "no" / "r.html")]) == 2
    message = f"'{tmp_path / 'no' / 'r.html'}': there is no folder '{tmp_path / 'no'}'; make it first.\n"
    assert capsys.readouterr().err == f"discourse: --output {message}"


def test_without_input_the_report_reads_the_folder_corpus(tmp_path, monkeypatch, capsys):
    monkeypatch.chdir(tmp_path)
    assert main(["report", "--output", "r.html"]) == 2
    assert capsys.readouterr().err == "discourse: 'corpus': there is no such file or folder.\n"
    (tmp_path / "corpus").mkdir()
    (tmp_path / "corpus" / "a.txt").write_text(TEXT, encoding="utf-8")
    assert main(["report", "--language", "en", "--output", "r.html"]) == 0
    assert "a.txt" in (tmp_path / "r.html").read_text(encoding="utf-8")


@pytest.fixture(scope="module")
def browser():
    sync_api = pytest.importorskip("playwright.sync_api", reason="playwright is not installed")
    executable = shutil.which("chromium") or shutil.which("chromium-browser") or shutil.which("google-chrome")
    if executable is None:
        pytest.skip("no Chromium found; install it (Debian: apt-get install chromium)")
    with sync_api.sync_playwright() as playwright:
        chromium = playwright.chromium.launch(
            executable_path=executable, args=["--no-sandbox", "--disable-gpu"]
        )
        yield chromium
        chromium.close()


@pytest.fixture
def opened(browser, tmp_path):
    """Opens a page from the disk; what it asks for and what it complains of is kept."""
    context = browser.new_context(viewport={"width": 1200, "height": 900})

    def open_page(html):
        path = tmp_path / "page.html"
        path.write_text(html, encoding="utf-8", newline="\n")
        view = context.new_page()
        view.asked, view.said = [], []
        view.on("request", lambda request: view.asked.append(request.url))
        view.on("console", lambda message: view.said.append(message.text))
        view.on("pageerror", lambda error: view.said.append(str(error)))
        view.goto(path.as_uri())
        assert view.asked == [path.as_uri()]
        assert not view.said
        return view

    yield open_page
    context.close()


@pytest.mark.xdist_group("jupyterlab")
def test_in_a_browser_the_boxes_switch_layers(opened, annotated):
    view = opened(annotated)
    background = "e => getComputedStyle(e).backgroundColor"
    direct = view.locator("article .direct").first
    shown = direct.evaluate(background)
    assert shown not in ("rgba(0, 0, 0, 0)", "rgb(255, 255, 255)")
    view.locator("#legend input[value=voice]").uncheck()
    assert direct.evaluate(background) == "rgba(0, 0, 0, 0)"
    view.locator("#legend input[value=voice]").check()
    assert direct.evaluate(background) == shown
    reach = view.locator("article .reach:not(.hedge)").first
    assert reach.evaluate("e => getComputedStyle(e).boxShadow") == "none"
    view.locator("#legend input[value=reach]").check()
    assert reach.evaluate("e => getComputedStyle(e).boxShadow") != "none"
    assert not view.said


@pytest.mark.xdist_group("jupyterlab")
def test_in_a_browser_no_foreign_script_runs(opened, annotated):
    # as if markup of a text had come through unescaped
    view = opened(annotated.replace("</article>", "<p id='late'></p></article>", 1))
    view.said.clear()
    view.evaluate("document.getElementById('late').innerHTML = '<img src=x onerror=\"document.title=1\">'")
    view.wait_for_function("() => document.querySelector('#late img').complete")
    assert view.title() == "Annotated texts"
    assert any("Content Security Policy" in line for line in view.said)


@pytest.mark.xdist_group("jupyterlab")
def test_in_a_browser_a_category_leads_to_its_lines(opened, reported):
    view = opened(reported)
    row = view.locator("table.kwic tr").first
    assert not row.is_visible()
    view.locator("a[href='#lines-1']").click()
    assert row.is_visible()
    overflow = view.evaluate("document.documentElement.scrollWidth - document.documentElement.clientWidth")
    assert overflow <= 0, "the page is wider than the window"


def test_levels_of_two_languages_share_no_axis():
    texts = {
        "en": "Troops attacked. Talks began.",
        "es": "Las tropas atacaron. Empezaron las negociaciones de paz.",
    }
    given = Corpus(
        tuple(
            Document(f"{language}{n}", text, f"{language}{n}", language, {"genre": "news" if n else "speech"})
            for language, text in texts.items()
            for n in range(2)
        )
    )
    for by in (None, "genre"):
        html = report(given, by=by, n_boot=20)
        drawings = re.findall(r'<svg role="img" aria-label="([^"]*)"', html)
        assert [label.partition(".")[0] for label in drawings] == ["The score", "English", "Spanish"]
        assert ('<th scope="col">language</th><th scope="col">genre</th>' in html) == (by is not None)
    one = report(Corpus(given.documents[:2]), by="genre", n_boot=20)
    assert len(re.findall(r'<svg role="img"', one)) == 2
    assert "English. Balance" not in one
