"""Prominence and dual track: where things stand, and what stands together."""

from __future__ import annotations

import math

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from test_measures_evidence import LEXICONS, Doc, Seg, made, values

from discourse.measures import measure
from discourse.measures.dual_track import expected_together
from discourse.measures.prominence import permuted_precedence, precedence

TRACKS = {
    **LEXICONS,
    ("tracks", "en"): {"categories": ["threat", "opening"], "version": "1", "sha256": "c" * 64},
}


def test_prominence_by_hand():
    evidence = made(
        Doc(
            "a",
            [
                [Seg(10, role="headline")],
                [Seg(30, ["peace.restraint"], role="lead")],
                [Seg(40, ["war.threat"], left_out=True)],
                [Seg(60, ["war.threat", "-war.threat:not", "war.enemy"]), Seg(60, ["peace.negotiation"])],
            ],
        )
    )
    got = values(measure(evidence, "prominence"))
    assert got["peace:first"] == 2.0
    assert got["war:first"] == 3.0  # the left-out paragraph has no number
    # 200 tokens; war at 80 and 82, peace at 10 and 140
    assert got["war:position"] == pytest.approx((80 / 200 + 82 / 200) / 2)
    assert got["war:front"] == 0.0
    assert got["peace:front"] == pytest.approx(0.5)
    assert got["tokens:front"] == pytest.approx(40 / 160)
    # of the four pairs two have war first
    assert got["precedence"] == pytest.approx(0.5)


def test_precedence_notes_and_groups():
    docs = [
        Doc(
            f"d{i}",
            [
                [Seg(20, ["war.threat"])],
                [Seg(20, ["war.enemy"])],
                [Seg(20)],
                [Seg(20, ["peace.restraint"] * (i > 0))],
            ],
            meta={"g": "x"},
        )
        for i in range(4)
    ]
    frame = measure(made(*docs), "prominence")
    row = frame[(frame["doc_id"] == "d1") & (frame["category"] == "precedence")].iloc[0]
    assert row["value"] == 1.0
    assert row["note"].startswith("paragraphs permuted 499 times: p = 0.")
    assert row["note"].endswith("of the text as a whole: no interval")
    # peace is last or first with the two others on one side: in half of all orders
    assert 0.4 < float(row["note"].split("p = ")[1].split(";")[0]) < 0.9
    none = frame[(frame["doc_id"] == "d0") & (frame["category"] == "precedence")].iloc[0]
    assert math.isnan(none["value"])
    assert none["note"] == "undefined: no text has hits of both war and peace"
    grouped = measure(made(*docs), "prominence", by="g").set_index("category")
    assert grouped.loc["precedence", "value"] == 1.0
    assert grouped.loc["war:first", "value"] == 1.0


def test_whole_text_values_do_not_add_a_paragraph_to_draw():
    evidence = made(
        Doc("a", [[Seg(9, left_out=True)], [Seg(9, ["war.threat"])], [Seg(9, ["peace.restraint"])], [Seg(9)]])
    )
    row = measure(evidence, "prominence").set_index("category").loc["war:position"]
    assert "three paragraphs" in row["note"] or row["note"] == "the same in every resample: no interval"


places = st.lists(st.integers(0, 30), max_size=8)


@given(places, places)
def test_precedence_is_the_share_of_pairs(first, second):
    a, b = np.array(first), np.array(second)
    plain = [1.0 if x < y else 0.5 if x == y else 0.0 for x in first for y in second]
    got = precedence(a, b)
    assert math.isnan(got) if not plain else got == pytest.approx(np.mean(plain))
    if plain:
        assert precedence(b, a) == pytest.approx(1 - got)


def test_permuted_pairs_by_hand():
    first, second = np.array([2.0, 0.0, 1.0]), np.array([0.0, 3.0, 1.0])
    orders = np.array([[0, 1, 2], [2, 1, 0], [1, 0, 2]])
    # order 1: 2 before 3 and 1: 8; order 2: 1 before 3, none after: 3; order 3: 2 before 1: 2
    assert permuted_precedence(first, second, 0.5, orders).tolist() == [8.5, 3.5, 2.5]


def tracks(*paragraphs: list[Seg], **more) -> Doc:
    return Doc("a", paragraphs, **more)


def test_dual_track_by_hand():
    evidence = made(
        tracks(
            [Seg(10, ["tracks/threat", "tracks/opening"]), Seg(30)],
            [Seg(20, ["tracks/threat"]), Seg(20, ["tracks/opening"])],
            [Seg(20, ["-tracks/opening:no", "tracks/threat"])],
        ),
        lexicons=TRACKS,
    )
    frame = measure(evidence, "dual_track").set_index("category")
    # sentences of 10, 30, 20, 20, 20 words, threats in those of 10, 20, 20; two openings
    expected = sum(1 - (1 - w / 100) ** 2 for w in (10, 20, 20))
    assert frame.loc["sentence", "value"] == pytest.approx(1 / expected)
    assert frame.loc["sentence", "n_hits"] == 1
    # paragraphs of 40, 40, 20, all with threats
    expected = sum(1 - (1 - w / 100) ** 2 for w in (40, 40, 20))
    assert frame.loc["paragraph", "value"] == pytest.approx(2 / expected)
    assert frame.loc["sentence", "note"].startswith("expected 0.91, dealt 499 times: p = 0.")
    assert frame.loc["threat", "value"] == pytest.approx(30.0)
    assert frame.loc["opening", "n_hits"] == 2
    assert frame.loc["order", "value"] == 1.0
    assert math.isnan(frame.loc["turn", "value"])


def test_turns_keep_speakers_apart():
    quoted = {"voice": "direct"}
    evidence = made(
        tracks(
            [
                Seg(10, ["tracks/threat"], speaker="A", **quoted),
                Seg(10, ["tracks/opening"], speaker="A", **quoted),
                Seg(10, ["tracks/opening"], speaker="B", **quoted),
            ],
            [Seg(10, ["tracks/threat"], speaker="B", **quoted)],
            [Seg(10), Seg(10, ["tracks/opening"], speaker="B", **quoted)],
        ),
        lexicons=TRACKS,
    )
    row = measure(evidence, "dual_track").set_index("category").loc["turn"]
    # turns: A (20 words), B (20, over the end of a paragraph), B again after the narrator (10)
    expected = 2 * (1 - (1 - 20 / 50) ** 3)
    assert row["n_hits"] == 2
    assert row["value"] == pytest.approx(2 / expected)


def test_dual_track_of_a_text_without_openings_is_undefined():
    row = measure(made(tracks([Seg(10, ["tracks/threat"])]), lexicons=TRACKS), "dual_track").set_index(
        "category"
    )
    assert math.isnan(row.loc["sentence", "value"])
    assert row.loc["sentence", "note"] == "undefined: threat and opening cannot meet in a sentence"
    assert row.loc["order", "note"].startswith("undefined: no sentence holds both threat and opening")


def test_expected_together_is_the_mean_of_dealing():
    weights, has = np.array([5.0, 1.0, 2.0, 2.0]), np.array([False, True, True, False])
    dealt = np.random.default_rng(0).multinomial(3, weights / 10, size=20_000)
    assert expected_together(weights, has, 3) == pytest.approx(((dealt > 0) & has).sum(1).mean(), abs=0.02)


def test_groups_sum_observed_and_expected():
    docs = [
        Doc(
            f"d{i}",
            [[Seg(10, ["tracks/threat"] + ["tracks/opening"] * (i % 2)), Seg(10, ["tracks/opening"])]],
            meta={"g": 1},
        )
        for i in range(4)
    ]
    frame = measure(made(*docs, lexicons=TRACKS), "dual_track", by="g").set_index("category")
    expected = 2 * 0.5 + 2 * 0.75
    assert frame.loc["sentence", "value"] == pytest.approx(2 / expected)
    assert not math.isnan(frame.loc["sentence", "ci_low"])
