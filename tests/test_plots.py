"""Figures are compared by their artists and texts, not by pixels."""

from __future__ import annotations

import itertools

import matplotlib as mpl
import matplotlib.pyplot as plt
import numpy as np
import pandas as pd
import pytest
from matplotlib.colors import to_hex
from test_measures_evidence import LEXICONS, Doc, Seg, made

from discourse import plots
from discourse.errors import FigureError
from discourse.measures import measure
from discourse.plots.pairs import paired, spaced
from discourse.plots.style import PALETTE, colour_of

EVIDENCE = made(
    Doc(
        "b",
        [
            [Seg(20, ["war.threat", "-war.threat:never"]), Seg(10, ["peace.negotiation"], "direct")],
            [Seg(30, ["war.enemy"], left_out=True), Seg(40)],
        ],
        meta={"title": "Second", "genre": "news"},
    ),
    Doc("a", [[Seg(50, ["peace.restraint"])], [Seg(10)]], meta={"title": "First", "genre": "essay"}),
)
FRAMING = measure(EVIDENCE, "framing")


@pytest.fixture(autouse=True)
def closed():
    yield
    plt.close("all")


def texts(ax) -> set[str]:
    """Return every word of a figure."""
    ax.figure.canvas.draw()
    found = [t.get_text() for t in ax.findobj(mpl.text.Text)]
    return {text for text in found if text}


def heads(ax) -> pd.DataFrame:
    """Return the notes of a score."""
    rows = []
    for collection in ax.collections:
        if isinstance(collection, mpl.collections.PathCollection):
            for x, y in collection.get_offsets():
                rows.append(
                    {
                        "x": float(x),
                        "y": float(y),
                        "face": to_hex(collection.get_facecolor()[0]),
                        "edge": to_hex(collection.get_edgecolor()[0]),
                    }
                )
    return pd.DataFrame(rows)


def test_score_table_by_hand():
    table = plots.score_table(EVIDENCE)
    b = table[table["doc_id"] == "b"]
    assert b["label"].unique().tolist() == ["Second"]
    assert b["mark"].tolist() == ["document", "left_out", "hit", "hit", "hit"]
    assert b["end"].tolist()[0] == 100.0
    assert (b["start"].tolist()[1], b["end"].tolist()[1]) == (30.0, 60.0)
    hits = b[b["mark"] == "hit"]
    assert hits["pole"].tolist() == ["war", "war", "peace"]
    np.testing.assert_allclose(hits["start"], [0.0, 1.0, 20.0], atol=0.1)
    assert hits["rejected"].tolist() == [False, True, False]
    assert hits["quoted"].tolist() == [False, False, True]


def test_score_puts_voice_above_or_below_and_rejection_hollow():
    ax = plots.score(EVIDENCE)
    notes = heads(ax)
    war, peace = PALETTE["vermilion"].lower(), PALETTE["blue"].lower()
    assert len(notes) == 4
    # document a is the upper line (1), b the lower (0)
    rejected = notes[notes["face"] == "#ffffff"]
    assert rejected["edge"].tolist() == [war]
    quoted = notes[notes["x"].between(19, 21)].iloc[0]
    assert quoted["edge"] == peace
    assert -0.5 < quoted["y"] < 0
    narrator = notes[notes["x"] < 0.5]
    assert (narrator["y"] > narrator["y"].round()).all()
    assert {
        "First",
        "Second",
        "war affirmed",
        "war rejected",
        "left out",
        "1 / 1",
        "1 / 0",
        "0 / 0",
    } <= texts(ax)


def test_the_legend_of_the_score_shows_a_note_on_its_line():
    handles = {h.get_label(): h for h in plots.score(EVIDENCE).get_legend().legend_handles}
    for label, side in (("above: narrator", 1), ("below: quoted", -1)):
        sign = handles[label].get_marker()  # no formula, which a report does not read
        heights = side * sign.vertices[:, 1]
        assert heights.min() == 0 and heights.max() > 0.5
        assert np.ptp(sign.vertices[heights == 0, 0]) == 2


def test_score_raises_notes_that_would_cover_each_other():
    ax = plots.score(made(Doc("a", [[Seg(900, ["war.threat", "war.enemy", "war.threat"])]])))
    assert heads(ax)["y"].nunique() == 3


def test_score_order_scale_and_given_axes():
    _, given = plt.subplots()
    ax = plots.score(plots.score_table(EVIDENCE), given, order=["b", "a"], scale="share")
    assert ax is given
    assert [t.get_text() for t in ax.get_yticklabels()] == ["Second", "First"]
    assert heads(ax)["x"].max() <= 1.0
    alone = plots.score(EVIDENCE, order=["a"])
    assert [t.get_text() for t in alone.get_yticklabels()] == ["First"]


@pytest.mark.parametrize("n", [2, 40])
def test_score_labels_do_not_overlap(n):
    docs = [
        Doc(f"d{i:02}", [[Seg(200, ["war.threat"])]], meta={"title": f"Title number {i}"}) for i in range(n)
    ]
    ax = plots.score(made(*docs))
    ax.figure.canvas.draw()
    boxes = [label.get_window_extent() for label in ax.get_yticklabels()]
    boxes.sort(key=lambda box: box.y0)
    assert all(lower.y1 <= upper.y0 for lower, upper in itertools.pairwise(boxes))
    assert len(boxes) == n


def test_empty_documents_are_lines_of_no_length():
    ax = plots.score(made(Doc("a", []), Doc("b", [[Seg(9, ["war.threat"])]])))
    assert "0 / 0" in texts(ax)


def test_forest_shows_values_intervals_and_what_is_undefined():
    frame = measure(made(Doc("a", []), Doc("b", [[Seg(9, ["war.threat"])], [Seg(9)]])), "framing")
    ax = plots.forest(frame, category="war")
    assert {
        "a",
        "b",
        "undefined",
        "1 hit / 18 words",
        "framing: war, hits per 1,000 words, 95 % interval",
    } <= texts(ax)
    line = next(
        c for c in ax.collections if len(c.get_segments()) and np.isfinite(c.get_segments()[-1]).all()
    )
    row = frame[(frame["doc_id"] == "b") & (frame["category"] == "war")].iloc[0]
    np.testing.assert_allclose(line.get_segments()[-1][:, 0], [row["ci_low"], row["ci_high"]])


def test_forest_of_a_balance_has_a_line_at_nought():
    ax = plots.forest(FRAMING, category="balance", labels={"a": "First text"})
    assert "First text" in texts(ax)
    assert any(list(line.get_xdata()) == [0.0, 0.0] for line in ax.lines)


def test_default_categories_are_top_ones_of_one_unit():
    ax = plots.forest(FRAMING)
    words = texts(ax)
    assert {"war", "peace"} <= words
    assert not {"salience", "balance", "war: threat"} & words


def test_categories_of_one_colour_differ_in_form():
    by_voice = measure(EVIDENCE, "voice")
    ax = plots.forest(by_voice, category=["war:narrator", "war:quoted"])
    faces = [handle.get_markerfacecolor() for handle in ax.get_legend().legend_handles]
    assert faces == [PALETTE["vermilion"], "white"]


def test_bars_reach_their_values():
    one = FRAMING[FRAMING["doc_id"] == "b"]
    ax = plots.bars(one)
    widths = {round(p.get_width(), 6) for p in ax.patches}
    expected = one[(one["unit"] == "per_1000") & (one["category"] != "salience")]["value"]
    assert widths == {round(v, 6) for v in expected}
    assert {"threat", "  n = 1", "b  (70 words)"} <= texts(ax)
    several = plots.bars(FRAMING)
    assert {"a (60 words)", "b (70 words)"} <= texts(several)


def test_pairs_of_with_and_without():
    left_out = measure(EVIDENCE, "left_out", measures=["framing"])
    rates = left_out[left_out["unit"] == "per_1000"]
    pairs = paired(rates)
    assert pairs.attrs["levels"] == ("without", "with")
    row = pairs[(pairs["label"] == "b") & (pairs["category"] == "framing.war")].iloc[0]
    assert (row["first"], row["second"]) == pytest.approx((1000 / 70, 2000 / 100))
    ax = plots.dumbbell(rates)
    assert {"without", "with", "b · framing: war", "+5.7", "no change"} <= texts(ax)


PAIRS = pd.DataFrame(
    {
        "person": ["Ardo", "Ardo", "Bela", "Bela", "Cano"],
        "setting": ["private", "public"] * 2 + ["private"],
        "measure": "hedging",
        "category": "density",
        "value": [4.0, 8.0, 5.0, 8.0, 1.0],
        "unit": "per_1000",
    }
)


def test_slope_names_pairs_apart_and_tells_incomplete_ones():
    ax = plots.slope(PAIRS, between="setting")
    places = [a.xyann[1] for a in ax.texts if isinstance(a, mpl.text.Annotation)]
    assert len(places) == 2
    assert abs(places[0] - places[1]) > 0.1
    assert {"Ardo", "Bela", "private", "public", "without a value on one side: Cano"} <= texts(ax)


def test_pair_errors():
    with pytest.raises(FigureError) as error:
        paired(PAIRS, "person")
    assert str(error.value) == (
        "Figure 'pairs': 3 levels (Ardo, Bela, Cano); a pair has two. Name them with levels=(first, second)."
    )
    with pytest.raises(FigureError) as error:
        paired(pd.concat([PAIRS, PAIRS]), "setting")
    assert str(error.value) == (
        "Figure 'pairs': 'Ardo' has 'private' more than once for density; say with pair= which rows belong "
        "together."
    )


def test_spaced_keeps_order_and_distance():
    places = np.array([5.0, 1.0, 1.1, 1.2, 4.9])
    moved = spaced(places, 0.5)
    assert (np.argsort(moved) == np.argsort(places)).all()
    assert (np.diff(np.sort(moved)) >= 0.5 - 1e-9).all()
    np.testing.assert_allclose(moved[[1, 2, 3]].mean(), 1.1)


def test_series_by_week_and_by_date():
    docs = [Doc(f"d{i}", [[Seg(100, ["war.threat"] * (i % 4))]], meta={"week": 1 + i % 4}) for i in range(12)]
    frame = measure(made(*docs), "framing", by="week")
    ax = plots.series(frame)
    # a week's three documents are alike, so that no week has an interval
    assert {"week (n = 1,200 words)", "framing, hits per 1,000 words"} <= texts(ax)
    war = next(line for line in ax.lines if line.get_color() == PALETTE["vermilion"])
    assert war.get_ydata().tolist() == pytest.approx([0.0, 10.0, 20.0, 30.0])
    dated = frame.rename(columns={"week": "month"}).assign(month=lambda t: "2026-0" + t["month"].astype(str))
    assert plots.series(dated).lines
    with pytest.raises(FigureError) as error:
        plots.series(frame.assign(week="soon"))
    assert str(error.value) == (
        "Figure 'series': column 'week' has 'soon', which is no time; times are numbers, YYYY, YYYY-MM or "
        "YYYY-MM-DD."
    )


def test_what_no_colour_tells_apart_is_refused():
    docs = [Doc(f"d{i}", [[Seg(100, ["war.threat"])]], meta={"week": 1 + i % 2}) for i in range(9)]
    by_text = measure(made(*docs), "framing")
    with pytest.raises(FigureError) as error:
        plots.bars(by_text)
    assert str(error.value) == "Figure 'bars': 9 groups, of which at most 8 can be told apart; choose some."
    assert plots.bars(by_text[by_text["doc_id"] != "d0"]).patches
    week = by_text.assign(week=1).drop(columns="doc_id")
    many = pd.concat([week[week["category"] == "war"].head(1).assign(category=f"c{n}") for n in range(49)])
    for figure, what in ((plots.series, "lines"), (plots.forest, "categories")):
        with pytest.raises(FigureError, match=f"49 {what}, of which at most"):
            figure(many)
        assert figure(many.head(8)).lines


def test_series_without_a_time_says_so():
    frame = measure(made(Doc("d", [[Seg(100, ["war.threat"])]])), "framing").assign(year=np.nan)
    with pytest.raises(FigureError) as error:
        plots.series(frame, time="year")
    assert str(error.value) == "Figure 'series': no row has a time in column 'year'."


@pytest.mark.filterwarnings("error")
def test_heatmap_has_room_for_long_names():
    week = measure(made(Doc("d", [[Seg(100, ["war.threat"])]])), "framing").head(1)
    names = [f"policy_frames.legality_constitutionality_{n}" for n in range(40)]
    ax = plots.heatmap(pd.concat([week.assign(category=name) for name in names]))
    ax.figure.canvas.draw()
    assert ax.get_window_extent().height > 20  # pixels


def test_recovered_puts_placebos_last():
    rows = [
        {"factor": f, "stage": s, "effect": e, "unit": "rate_ratio", "placebo": f == "empty"}
        for f in ("empty", "stance")
        for s, e in (("intended", 2.5), ("perceived", 2.0), ("measured", 1.5))
    ]
    ax = plots.recovered(pd.DataFrame(rows))
    assert [t.get_text() for t in ax.get_yticklabels()] == ["stance", "empty (placebo)"]
    assert ax.get_xscale() == "log"
    assert {"intended", "perceived", "measured"} <= texts(ax)
    with pytest.raises(FigureError) as error:
        plots.recovered(pd.DataFrame(rows).assign(stage="meant"))
    assert str(error.value) == (
        "Figure 'recovered': stage meant is unknown; stages are intended, perceived, measured."
    )


def test_heatmap_shows_leaves_and_crosses_out_what_is_missing():
    frame = measure(made(Doc("a", []), Doc("b", [[Seg(100, ["war.threat"])]])), "framing")
    ax = plots.heatmap(frame)
    grid = ax.images[0].get_array()
    assert grid.shape == (2, 5)
    words = texts(ax)
    assert {"war: threat", "×", "10", "framing, hits per 1,000 words"} <= words | texts(ax.figure.axes[1])
    two_way = plots.heatmap(FRAMING, category="balance").images[0]
    assert two_way.norm.vcenter == 0.0


def test_a_lexicon_of_ones_own_with_leaves_on_two_levels() -> None:
    lexicons = {
        **LEXICONS,
        ("harbour", "en"): {"categories": ["place", "vessel", "vessel.cargo", "vessel.navy"]},
    }
    hits = ["harbour/place", "harbour/vessel.cargo", "harbour/vessel.navy"]
    table = measure(made(Doc("a", [[Seg(50, hits)]]), lexicons=lexicons), "rates")
    ax = plots.heatmap(table)
    assert [label.get_text() for label in ax.get_xticklabels()] == ["place", "vessel: cargo", "vessel: navy"]
    bars = plots.bars(table)
    assert [label.get_text() for label in bars.get_yticklabels()] == ["navy", "cargo", "vessel", "place"]
    colours = [to_hex(patch.get_facecolor()) for patch in bars.patches]
    assert colours[1] == colours[2] == colours[3] != colours[0]


def test_errors_name_the_figure_and_what_is_there():
    with pytest.raises(FigureError) as error:
        plots.forest(FRAMING, category="wra")
    assert str(error.value) == (
        "Figure 'forest': the table has no category 'wra'; it has war, war.armed_force, war.threat, "
        "war.enemy, peace, peace.negotiation, peace.restraint, salience, balance. Did you mean 'war'?"
    )
    with pytest.raises(FigureError) as error:
        plots.forest(FRAMING, category=["war", "balance"])
    assert str(error.value) == (
        "Figure 'forest': the categories are in different units (per_1000, log_ratio), which one axis cannot "
        "show; choose categories of one unit, or rows of one unit."
    )
    with pytest.raises(FigureError) as error:
        plots.forest(FRAMING.head(0))
    assert str(error.value) == "Figure 'forest': the table has no rows, so there is nothing to draw."
    with pytest.raises(FigureError, match="Figure 'score': the table has no column 'label'"):
        plots.score(FRAMING)


def test_colours_can_be_told_apart_and_war_and_peace_keep_theirs():
    assert colour_of(["peace", "war"]) == {"peace": PALETTE["blue"], "war": PALETTE["vermilion"]}
    eight = colour_of([f"g{i}" for i in range(8)])
    assert len(set(eight.values())) == 8


def test_tables_are_not_modified():
    before = FRAMING.copy()
    for draw in (plots.forest, plots.bars, plots.heatmap):
        draw(FRAMING)
    pd.testing.assert_frame_equal(FRAMING, before)


def test_what_all_categories_are_kinds_of_is_said_once() -> None:
    table = pd.DataFrame(
        {
            "doc_id": "a",
            "measure": "sourcing",
            "category": ["kind:named", "kind:none"],
            "value": [0.75, 0.25],
            "unit": "share",
            "n_hits": [3, 1],
            "n_tokens": 40,
            "ci_low": [0.5, 0.1],
            "ci_high": [0.9, 0.5],
        }
    )
    ax = plots.bars(table)
    assert [label.get_text() for label in ax.get_yticklabels()] == ["none", "named"]
    assert ax.get_xlabel().startswith("sourcing: kind")
    mixed = plots.bars(table.assign(category=["kind:named", "stance:neutral"]))
    assert [label.get_text() for label in mixed.get_yticklabels()] == ["stance: neutral", "kind: named"]


def test_words_of_bars_that_rest_on_different_words_are_a_range() -> None:
    table = measure(EVIDENCE, "voice")
    table = table[table["category"].isin(["war:narrator", "peace:narrator", "peace:direct"])]
    drawn = texts(plots.bars(table, labels={"a": "First", "b": "Second"}))
    assert "Second (10–60 words)" in drawn  # ten words are quoted in it, the peace among them
    assert "10–60 words" in texts(plots.forest(table, category=["peace:narrator", "peace:direct"]))


def test_values_that_would_be_drawn_over_each_other_are_refused() -> None:
    docs = [Doc(f"{g}{t}", [[Seg(9, ["war.threat"])]], meta={"g": g, "t": t}) for g in "ab" for t in "12"]
    evidence = made(*docs)
    table = measure(evidence, "framing", by=["g", "t"])
    with pytest.raises(FigureError) as error:
        plots.series(table, time="t", category="war")
    assert str(error.value) == (
        "Figure 'series': several values of 'war' for t '1', which one line cannot show; give hue='g', or keep the rows"
        " of one g."
    )
    assert len(plots.series(table, time="t", category="war", hue="g").lines) == 2
    both = measure(evidence, ["framing", "rejection"], by="g")
    with pytest.raises(
        FigureError, match="category 'war' has several rows for 'a'; keep those of one measure"
    ):
        plots.forest(both[both["unit"] == "per_1000"], category="war")


def test_documents_of_one_title_are_told_apart() -> None:
    titles = {"a": "Editorial", "b": "Editorial"}
    ax = plots.forest(FRAMING, category="war", labels=titles)
    assert [label.get_text() for label in ax.get_yticklabels()] == ["a: Editorial", "b: Editorial"]
    assert plots.heatmap(FRAMING, labels=titles).images[0].get_array().shape[0] == 2
    long = {name: f"A title that goes on and on and ends only with its number {name}" for name in "ab"}
    legend = plots.bars(FRAMING, category="war", labels=long).get_legend().get_texts()
    assert [text.get_text()[:3] for text in legend] == ["a: ", "b: "]


def test_a_unit_that_the_category_names_is_said_once() -> None:
    table = pd.DataFrame(
        {
            "doc_id": ["a", "b"],
            "measure": "peace_journalism",
            "category": "index",
            "value": [0.5, -0.5],
            "unit": "index",
            "n_hits": 4,
            "n_tokens": 40,
            "ci_low": [0.2, -0.8],
            "ci_high": [0.8, -0.2],
        }
    )
    assert plots.forest(table).get_xlabel() == "peace journalism: index, 95 % interval"
