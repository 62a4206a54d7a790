"""Measures that count the categories of a lexicon of their own."""

from __future__ import annotations

import math

import pytest
from test_measures_evidence import LEXICONS, Doc, Seg, made, values

from discourse.errors import MeasureError
from discourse.measures import BUILT_IN, find_measure, measure
from discourse.measures.registry import WRITTEN


def with_lexicon(*docs, **lexicons):
    added = {(name, "en"): {"categories": categories} for name, categories in lexicons.items()}
    return made(*docs, lexicons={**LEXICONS, **added})


def test_urgency_by_hand():
    hits = ["urgency/temporal", "urgency/temporal", "urgency/spatial", "-urgency/spatial:not"]
    evidence = with_lexicon(
        Doc("a", [[Seg(50, hits)], [Seg(50, ["urgency/temporal"], "direct")]]),
        urgency=["spatial", "temporal", "axiological"],
    )
    got = values(measure(evidence, "urgency"))
    assert got == pytest.approx({"density": 40.0, "spatial": 10.0, "temporal": 30.0, "axiological": 0.0})
    assert values(measure(evidence, "urgency", voice="direct"))["temporal"] == pytest.approx(20.0)


def test_rates_of_any_lexicon_by_hand():
    hits = [
        "harbour/vessel.cargo",
        "harbour/vessel.cargo",
        "harbour/place",
        "-harbour/place:no",
        "war.threat",
    ]
    evidence = with_lexicon(
        Doc("a", [[Seg(50, hits)], [Seg(50, ["harbour/place"], "direct")]]),
        harbour=["place", "vessel", "vessel.cargo"],
    )
    got = values(measure(evidence, "rates"))  # of the lexicon that is not built in
    assert got == pytest.approx({"all": 40.0, "place": 20.0, "vessel": 20.0, "vessel.cargo": 20.0})
    assert values(measure(evidence, "rates", voice="direct"))["place"] == pytest.approx(20.0)
    assert values(measure(evidence, "rates", negated=True))["place"] == pytest.approx(30.0)
    both = values(measure(evidence, "rates", lexicon=["harbour", "war_peace"]))
    assert (both["harbour.vessel"], both["war_peace.all"], both["war_peace.war"]) == pytest.approx(
        (20, 10, 10)
    )
    built_in = values(measure(made(Doc("a", [[Seg(10, ["war.threat"])]])), "rates"))
    assert built_in["war.threat"] == pytest.approx(100.0)
    spanish = with_lexicon(Doc("a", [[Seg(9)]], language="es"), harbour=["place"])
    assert math.isnan(measure(spanish, "rates")["value"].iloc[0])
    with pytest.raises(MeasureError, match="Measure 'rates' counts a lexicon's hits; name one in find"):
        measure(made(Doc("a", [[Seg(9)]]), lexicons={}), "rates")


def test_history_near_threats_by_hand():
    evidence = with_lexicon(
        Doc(
            "a",
            [
                [Seg(40, ["history/precedent", "-history/precedent:no", "war.threat"])],
                [Seg(60, ["history/comparison"])],
            ],
        ),
        history=["precedent", "comparison"],
    )
    frame = measure(evidence, "history_cues").set_index("category")
    assert frame.loc["density", "value"] == pytest.approx(30.0)
    # two of three cues in 40 of 100 words
    assert frame.loc["near_threat", "value"] == pytest.approx((2 / 3) / 0.4)
    assert frame.loc["near_threat", "n_hits"] == 2
    none = with_lexicon(Doc("a", [[Seg(9, ["history/precedent"])]]), history=["precedent"])
    row = measure(none, "history_cues").set_index("category").loc["near_threat"]
    assert math.isnan(row["value"])
    assert row["note"] == "undefined: no cues or no threats"


def test_metaphor_candidates_count_denied_ones_too():
    evidence = with_lexicon(
        Doc("a", [[Seg(100, ["metaphor/game", "-metaphor/game:no", "metaphor/journey"])]]),
        metaphor=["game", "journey"],
    )
    assert values(measure(evidence, "metaphor_candidates")) == pytest.approx(
        {"density": 30.0, "game": 20.0, "journey": 10.0}
    )


def test_peace_journalism_index_by_hand():
    evidence = with_lexicon(
        Doc(
            "a", [[Seg(100, [f"peace_journalism/{c}" for c in ("war.elite", "peace.elite", "peace.elite")])]]
        ),
        Doc("b", [[Seg(9)]]),
        peace_journalism=["war.elite", "war.blame", "peace.elite"],
    )
    frame = measure(evidence, "peace_journalism")
    got = values(frame, doc_id="a")
    assert got["index"] == pytest.approx(1 / 3)
    assert got["index:elite"] == pytest.approx(1 / 3)
    assert "index:blame" not in got
    assert got["war.elite"] == pytest.approx(10.0)
    row = frame[(frame["doc_id"] == "b") & (frame["category"] == "index")].iloc[0]
    assert row["note"] == "undefined: no hits of war or peace"


def test_a_peace_journalism_lexicon_without_a_side_is_refused():
    evidence = with_lexicon(Doc("a", [[Seg(9)]]), peace_journalism=["war.elite"])
    with pytest.raises(MeasureError, match="Lexicon 'peace_journalism' has no category 'peace'; it has war"):
        measure(evidence, "peace_journalism")


def test_frames_stand_under_the_names_of_their_lexicons():
    hits = [
        "policy_frames/economic",
        "policy_frames/economic",
        "policy_frames/morality",
        "news_frames/economic",
    ]
    evidence = with_lexicon(
        Doc("a", [[Seg(50, hits)], [Seg(50)]]),
        policy_frames=["economic", "morality"],
        news_frames=["economic"],
    )
    got = values(measure(evidence, "frames"))
    assert got["policy_frames.economic"] == pytest.approx(20.0)
    assert got["policy_frames.economic:share"] == pytest.approx(2 / 3)
    assert got["policy_frames.economic:reach"] == pytest.approx(0.5)
    assert got["news_frames.all"] == pytest.approx(10.0)
    assert got["news_frames.economic:share"] == 1.0


def test_actors_and_what_stands_with_them():
    evidence = with_lexicon(
        Doc(
            "a",
            [
                [Seg(10, ["actors/state.keldmark", "war.threat"]), Seg(10, ["actors/state.keldmark"])],
                [Seg(10, ["actors/state.orvessa", "-war.threat:not"]), Seg(10, ["war.enemy"])],
            ],
        ),
        actors=["state.keldmark", "state.orvessa", "state.thule"],
    )
    frame = measure(evidence, "actors")
    got = values(frame)
    assert got["mentions"] == pytest.approx(75.0)
    assert got["state.keldmark"] == pytest.approx(50.0)
    assert got["state.keldmark:war"] == pytest.approx(0.5)
    assert got["state.orvessa:war"] == 0.0
    assert got["all:war"] == pytest.approx(0.5)
    assert not [c for c in got if "thule" in c]
    few = values(measure(evidence, "actors", number=1))
    assert "state.orvessa" not in few


def test_a_measure_whose_lexicon_is_the_user_s_is_found_by_name():
    for name, entry in WRITTEN.items():
        assert find_measure(name) is entry
        assert entry.function.__name__ == name
    assert {"framing", "rejection", "hedging", "left_out"} <= set(BUILT_IN) <= set(WRITTEN)
