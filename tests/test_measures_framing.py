from __future__ import annotations

import math

import numpy as np
import pandas as pd
import pytest
from hypothesis import given
from hypothesis import strategies as st
from test_measures_evidence import LEXICONS, WAR_PEACE, Doc, Seg, made, values

from discourse.errors import MeasureError, UsageError
from discourse.measures import measure
from discourse.measures.frame import COLUMNS

TWO = made(
    Doc(
        "b",
        [
            [Seg(100, ["war.threat", "war.threat", "war.enemy"])],
            [Seg(60, ["peace.negotiation"]), Seg(40, ["-war.threat:never"], voice="direct")],
            [Seg(50, ["war.armed_force"], left_out=True)],
        ],
        meta={"genre": "news"},
    ),
    Doc("a", [[Seg(50)], [Seg(50)]], meta={"genre": "essay"}),
)


def test_groups_that_are_numbers_stand_in_their_order():
    docs = [
        Doc(f"d{week}{side}", [[Seg(9)]], meta={"week": week, "side": side})
        for week, side in (("10", "b"), ("2", "b"), ("2", "a"), (None, "a"), ("1", "b"))
    ]
    frame = measure(made(*docs), "framing", by=["week", "side"], n_boot=0).drop_duplicates(["week", "side"])
    assert frame["week"].fillna("").tolist() == ["1", "2", "2", "10", ""]
    assert frame["side"].tolist() == ["b", "a", "b", "b", "a"]


def test_rates_salience_and_balance_by_hand():
    frame = measure(TWO, "framing")
    got = values(frame, doc_id="b")
    # 200 tokens that are not left out; W = 3 (the negated and the left-out hit are not counted), P = 1
    assert got["war"] == pytest.approx(15.0)
    assert got["war.threat"] == pytest.approx(10.0)
    assert got["war.enemy"] == pytest.approx(5.0)
    assert got["war.armed_force"] == 0.0
    assert got["peace"] == pytest.approx(5.0)
    assert got["salience"] == pytest.approx(20.0)
    assert got["balance"] == pytest.approx(math.log(3.5 / 1.5))
    row = frame[(frame["doc_id"] == "b") & (frame["category"] == "salience")].iloc[0]
    assert (row["n_hits"], row["n_tokens"], row["unit"]) == (4, 200, "per_1000")


def test_columns_order_and_types():
    frame = measure(TWO, "framing")
    assert list(frame.columns) == ["doc_id", *COLUMNS]
    assert frame["doc_id"].unique().tolist() == ["a", "b"]
    assert frame["category"].tolist()[: 7 + 2] == [
        "war",
        "war.armed_force",
        "war.threat",
        "war.enemy",
        "peace",
        "peace.negotiation",
        "peace.restraint",
        "salience",
        "balance",
    ]
    assert frame["value"].dtype == frame["ci_low"].dtype == np.float64
    assert frame["n_hits"].dtype == np.int64
    assert set(frame["unit"]) == {"per_1000", "log_ratio"}


def test_left_out_and_voice_are_counted_on_request():
    with_all = values(measure(TWO, "framing", include_left_out=True), doc_id="b")
    assert with_all["war"] == pytest.approx(1000 * 4 / 250)
    narrator = values(measure(TWO, "framing", voice="narrator"), doc_id="b")
    assert narrator["war"] == pytest.approx(1000 * 3 / 160)
    quoted = measure(TWO, "framing", voice="quoted")
    assert values(quoted, doc_id="b")["war"] == 0.0
    nobody = quoted[quoted["doc_id"] == "a"]
    assert nobody["value"].isna().all()
    assert nobody["note"].unique().tolist() == ["no tokens: undefined"]


def test_a_span_in_two_categories_counts_once_in_their_parent():
    evidence = made(Doc("a", [[Seg(100, ["war.threat+war.enemy"])]]))
    got = values(measure(evidence, "framing"))
    assert (got["war.threat"], got["war.enemy"], got["war"]) == (10.0, 10.0, 10.0)


def test_groups_pool_their_documents():
    evidence = made(
        *(Doc(f"{g}{i}", [[Seg(100, ["war.threat"] * i)]], meta={"genre": g}) for g in "xy" for i in range(4))
    )
    frame = measure(evidence, "framing", by="genre")
    assert list(frame.columns) == ["genre", *COLUMNS]
    assert values(frame, genre="x")["war"] == pytest.approx(1000 * 6 / 400)
    war = frame[(frame["genre"] == "x") & (frame["category"] == "war")].iloc[0]
    assert war["ci_low"] < war["value"] < war["ci_high"]
    assert war["note"] == (
        "95 % interval: four documents resampled 1,000 times, expanded percentile; few documents: rough, "
        "likely too narrow"
    )


def test_notes_say_what_was_resampled():
    frame = measure(TWO, "framing")
    notes = frame.set_index(["doc_id", "category"])["note"]
    assert notes["b", "war"] == (
        "95 % interval: two paragraphs of this text resampled 1,000 times, expanded percentile; speaks for "
        "this text only; few paragraphs: rough, likely too narrow"
    )
    assert notes["a", "war"] == "no hits: no interval"
    one = measure(made(Doc("a", [[Seg(50, ["war.threat"])]])), "framing")
    assert one["note"].unique().tolist() == ["one paragraph only: no interval"]
    assert one["ci_low"].isna().all()
    groups = measure(TWO, "framing", by="genre")
    assert groups["note"].unique().tolist() == ["one document speaks for itself only: no interval"]
    two = measure(made(*(Doc(i, [[Seg(9, ["war.threat"])]], meta={"g": 1}) for i in "ab")), "framing", by="g")
    assert two["note"].unique().tolist() == ["two documents speak for themselves only: no interval"]
    assert measure(TWO, "framing", n_boot=0)["note"].unique().tolist() == ["no interval asked for"]


def test_empty_text_is_undefined_not_zero():
    frame = measure(made(Doc("a", []), Doc("b", [[Seg(9)], [Seg(8)]])), "framing")
    empty = frame[frame["doc_id"] == "a"]
    assert empty["value"].isna().all()
    assert empty["note"].unique().tolist() == ["no tokens: undefined"]
    assert values(frame, doc_id="b")["war"] == 0.0


def test_no_documents_gives_no_rows():
    frame = measure(made(), "framing")
    assert frame.empty
    assert list(frame.columns) == ["doc_id", *COLUMNS]


def test_unsupported_language_is_missing_with_a_note():
    evidence = made(Doc("a", [[Seg(9, ["war.threat"])]]), Doc("f", [[Seg(9)]], "fr"))
    frame = measure(evidence, "framing")
    french = frame[frame["doc_id"] == "f"]
    assert french["value"].isna().all()
    assert french["note"].unique().tolist() == ["language 'fr' is not in this measure's lexicons"]
    grouped = measure(evidence, "framing", by=[])
    assert values(grouped)["war"] == pytest.approx(1000 / 9)
    assert (
        grouped["note"]
        .iloc[0]
        .startswith("not counted: one document in a language that this measure's lexicons lack (fr)")
    )


def test_a_category_one_language_lacks_is_missing_there():
    lexicons = {
        ("war_peace", "en"): {"categories": WAR_PEACE},
        ("war_peace", "es"): {"categories": [c for c in WAR_PEACE if c != "war.enemy"]},
    }
    evidence = made(Doc("a", [[Seg(9)]]), Doc("s", [[Seg(9)]], "es"), lexicons=lexicons)
    frame = measure(evidence, "framing")
    assert values(frame, doc_id="a")["war.enemy"] == 0.0
    row = frame[(frame["doc_id"] == "s") & (frame["category"] == "war.enemy")].iloc[0]
    assert math.isnan(row["value"])
    assert row["note"] == "category 'war.enemy' is not declared for language es"


def test_pooling_languages_is_said():
    evidence = made(Doc("a", [[Seg(9)]]), Doc("s", [[Seg(9)]], "es"))
    assert (
        measure(evidence, "framing", by=[])["note"]
        .iloc[0]
        .startswith("pools en, es: levels are not comparable between languages")
    )


def test_balance_against_a_reference():
    reference = made(*(Doc(f"r{i}", [[Seg(100, ["peace.restraint"] * (i + 1))]]) for i in range(5)))
    frame = measure(TWO, "framing", reference=reference)
    row = frame[(frame["doc_id"] == "b") & (frame["category"] == "balance_vs_reference")].iloc[0]
    assert row["value"] == pytest.approx(math.log(3.5 / 1.5) - math.log(0.5 / 15.5))
    assert row["note"].startswith(
        "reference balance -3.434 over five documents, resampled too; 95 % interval"
    )
    plain = frame[(frame["doc_id"] == "b") & (frame["category"] == "balance")].iloc[0]
    assert row["ci_high"] - row["ci_low"] > plain["ci_high"] - plain["ci_low"]


def test_missing_group_value_is_a_group_of_its_own():
    evidence = made(Doc("a", [[Seg(9)]], meta={"g": "x"}), Doc("b", [[Seg(9)]], meta={"g": None}))
    frame = measure(evidence, "framing", by="g")
    assert frame["g"].drop_duplicates().isna().tolist() == [False, True]


def test_errors_say_what_to_do():
    with pytest.raises(MeasureError) as error:
        measure(TWO, "framing", by="genr")
    assert str(error.value) == (
        "Argument by: the documents have no column 'genr'; they have doc_id, sha256, language, n_tokens, "
        "genre. Did you mean 'genre'?"
    )
    with pytest.raises(MeasureError) as error:
        measure(TWO, "framing", poles=("war", "piece"))
    assert str(error.value) == (
        "Lexicon 'war_peace' has no category 'piece'; it has war, war.armed_force, war.threat, war.enemy, "
        "peace, peace.negotiation, peace.restraint. Did you mean 'peace'?"
    )
    with pytest.raises(UsageError) as error:
        measure(TWO, "framing", voice="narator")
    assert str(error.value) == (
        "Argument voice: 'narator' is no voice; allowed are narrator, direct, indirect, quoted. "
        "Did you mean 'narrator'?"
    )
    with pytest.raises(UsageError) as error:
        measure(TWO, "framing", n_boot=-1)
    assert str(error.value) == (
        "Argument n_boot: -1 is no number of resamples; give 0 (no intervals) or e.g. 1000."
    )
    bare = made(Doc("a", [[Seg(9)]]), lexicons={("hedging", "en"): {"categories": ["epistemic"]}})
    with pytest.raises(MeasureError) as error:
        measure(bare, "framing")
    assert str(error.value) == (
        "Lexicon 'war_peace' was not used in making this evidence; used were hedging. "
        "Make the evidence again with find(corpus, 'war_peace')."
    )


segments = st.builds(
    Seg,
    n=st.integers(3, 30),
    hits=st.lists(st.sampled_from([*WAR_PEACE, "-war.threat:never", "-peace.restraint:no"]), max_size=3),
    voice=st.sampled_from(["narrator", "direct", "indirect"]),
    left_out=st.booleans(),
)
corpora = st.lists(st.lists(st.lists(segments, min_size=1, max_size=3), max_size=4), min_size=1, max_size=5)


@given(corpora, st.randoms())
def test_order_of_documents_and_rows_changes_nothing(paragraphs, random):
    docs = [Doc(f"d{i}", p, meta={"g": i % 2}) for i, p in enumerate(paragraphs)]
    evidence = made(*docs)
    random.shuffle(docs)
    shuffled = made(*docs)
    shuffled.segments = shuffled.segments.sample(frac=1, random_state=1)
    shuffled.hits = shuffled.hits.sample(frac=1, random_state=2)
    for by in (None, "g"):
        one = measure(evidence, "framing", by=by, n_boot=50)
        other = measure(shuffled, "framing", by=by, n_boot=50)
        pd.testing.assert_frame_equal(one, other, check_exact=True)


@given(corpora)
def test_swapping_the_poles_flips_the_balance(paragraphs):
    evidence = made(*(Doc(f"d{i}", p) for i, p in enumerate(paragraphs)))
    one = measure(evidence, "framing", n_boot=50)
    other = measure(evidence, "framing", poles=("peace", "war"), n_boot=50)
    ours, theirs = (f[f["category"] == "balance"] for f in (one, other))
    np.testing.assert_allclose(ours["value"], -theirs["value"])
    np.testing.assert_allclose(ours["ci_low"], -theirs["ci_high"])


@given(corpora)
def test_values_follow_from_n_hits_and_n_tokens(paragraphs):
    frame = measure(made(*(Doc(f"d{i}", p) for i, p in enumerate(paragraphs))), "framing", n_boot=0)
    rates = frame[(frame["unit"] == "per_1000") & frame["value"].notna()]
    np.testing.assert_allclose(rates["value"], 1000 * rates["n_hits"] / rates["n_tokens"])
    inside = frame[frame["category"].isin(["war", "peace", "salience"])].pivot(
        index="doc_id", columns="category", values="n_hits"
    )
    assert (inside["war"] + inside["peace"] == inside["salience"]).all()


def test_the_input_is_not_modified():
    evidence = made(Doc("a", [[Seg(9, ["war.threat"])], [Seg(4)]]))
    before = {name: getattr(evidence, name).copy() for name in ("hits", "segments", "documents", "cues")}
    measure(evidence, "framing")
    for name, table in before.items():
        pd.testing.assert_frame_equal(getattr(evidence, name), table)


def test_the_seed_changes_the_interval_and_nothing_else():
    evidence = made(Doc("a", [[Seg(10 + i, ["war.threat"] * (i % 3))] for i in range(12)]), lexicons=LEXICONS)
    one, again, other = (measure(evidence, "framing", seed=s, n_boot=200) for s in (1, 1, 2))
    pd.testing.assert_frame_equal(one, again)
    assert (one["value"] == other["value"]).all()
    war = one["category"] == "war"
    assert one.loc[war, "ci_low"].item() != other.loc[war, "ci_low"].item()
