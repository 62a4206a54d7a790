"""Voice, hedged frames and questions."""

from __future__ import annotations

import math

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from test_measures_evidence import WAR_PEACE, Doc, Seg, made, values

from discourse.measures import measure

EVIDENCE = made(
    Doc(
        "a",
        [
            [
                Seg(60, ["war.threat"]),
                Seg(20, ["war.threat", "-war.enemy:not"], "direct", speaker="Ina Falk"),
            ],
            [
                Seg(10, ["peace.restraint"], "indirect", speaker="Ina Falk"),
                Seg(10, [], "direct", speaker="Jo Wirt"),
            ],
        ],
    ),
    Doc("b", [[Seg(50)], [Seg(50)]]),
)


def test_rates_over_each_voice_s_own_tokens():
    frame = measure(EVIDENCE, "voice")
    got = values(frame, doc_id="a")
    assert got["tokens:narrator"] == pytest.approx(0.6)
    assert got["tokens:quoted"] == pytest.approx(0.4)
    assert got["war:narrator"] == pytest.approx(1000 / 60)
    assert got["war:direct"] == pytest.approx(1000 / 30)
    assert got["peace:indirect"] == pytest.approx(100.0)
    assert got["war:quoted"] == pytest.approx(1000 / 40)
    row = frame[(frame["doc_id"] == "a") & (frame["category"] == "war:direct")].iloc[0]
    assert (row["n_hits"], row["n_tokens"]) == (1, 30)


def test_speakers_have_rows_where_they_speak():
    frame = measure(EVIDENCE, "voice")
    got = values(frame, doc_id="a")
    assert got["war:Ina Falk"] == pytest.approx(1000 / 30)
    assert got["tokens:Jo Wirt"] == pytest.approx(0.1)
    assert not [c for c in frame[frame["doc_id"] == "b"]["category"] if "Falk" in c]
    assert "war:Jo Wirt" not in values(measure(EVIDENCE, "voice", speakers=1), doc_id="a")


def test_a_silent_voice_is_undefined():
    frame = measure(EVIDENCE, "voice")
    row = frame[(frame["doc_id"] == "b") & (frame["category"] == "war:direct")].iloc[0]
    assert math.isnan(row["value"])
    assert row["note"] == "undefined: no words in voice direct"
    assert values(frame, doc_id="b")["tokens:direct"] == 0.0


voices = st.sampled_from(["narrator", "direct", "indirect"])
segments = st.builds(
    Seg, n=st.integers(2, 20), hits=st.lists(st.sampled_from(WAR_PEACE), max_size=2), voice=voices
)


@given(st.lists(st.lists(segments, min_size=1, max_size=3), min_size=1, max_size=4))
def test_voices_add_up_to_framing(paragraphs):
    evidence = made(Doc("a", paragraphs))
    by_voice = measure(evidence, "voice", n_boot=0)
    whole = measure(evidence, "framing", n_boot=0)
    for pole in ("war", "peace"):
        parts = by_voice[
            by_voice["category"].isin([f"{pole}:narrator", f"{pole}:direct", f"{pole}:indirect"])
        ]
        assert parts["n_hits"].sum() == whole[whole["category"] == pole]["n_hits"].item()
    room = values(by_voice)
    assert sum(room[f"tokens:{v}"] for v in ("narrator", "direct", "indirect")) == pytest.approx(1.0)


def test_hedged_shares_by_hand():
    evidence = made(
        Doc(
            "a",
            [
                [Seg(20, ["war.threat", "~war.threat", "war.enemy", "-~war.enemy:not"])],
                [Seg(20, ["~peace.restraint"], "direct"), Seg(5, ["~war.threat"], "direct")],
            ],
        )
    )
    got = values(measure(evidence, "hedged_frames"))
    assert got["war"] == pytest.approx(2 / 4)
    assert got["war.threat"] == pytest.approx(2 / 3)
    assert got["war:narrator"] == pytest.approx(1 / 3)
    assert got["war:quoted"] == 1.0
    assert got["peace"] == 1.0
    assert got["contrast"] == pytest.approx(-0.5)
    frame = measure(evidence, "hedged_frames")
    row = frame[frame["category"] == "peace:narrator"].iloc[0]
    assert math.isnan(row["value"])
    assert row["note"] == "undefined: no hits of peace:narrator"


def test_a_contrast_without_one_side_is_undefined():
    evidence = made(Doc("a", [[Seg(9, ["war.threat"])]]))
    row = measure(evidence, "hedged_frames").set_index("category").loc["contrast"]
    assert math.isnan(row["value"])
    assert row["note"] == "undefined: no hits of war or of peace; war minus peace"


def test_questions_by_hand():
    evidence = made(
        Doc(
            "a",
            [
                [Seg(10, ["war.threat"], question=True), Seg(10)],
                [Seg(10, ["-war.threat:not"], "direct", question=True), Seg(10, ["war.enemy"])],
                [Seg(3, voice="direct"), Seg(9, same_sentence=True)],
            ],
        )
    )
    got = values(measure(evidence, "questions"))
    assert got["questions"] == pytest.approx(2 / 5)
    assert got["questions:direct"] == 1.0
    # the last sentence is the narrator's, who has most of its words
    assert got["questions:narrator"] == pytest.approx(1 / 4)
    assert math.isnan(got["questions:indirect"])
    assert got["war:questions"] == 1.0
    assert got["war:statements"] == pytest.approx(1 / 3)
    assert got["war:difference"] == pytest.approx(2 / 3)
    assert got["peace:questions"] == 0.0


def test_questions_without_the_lexicon_and_without_questions():
    evidence = made(Doc("a", [[Seg(9)], [Seg(9)]]), lexicons={})
    frame = measure(evidence, "questions")
    assert frame["category"].tolist() == [
        "questions",
        "questions:narrator",
        "questions:direct",
        "questions:indirect",
    ]
    assert values(frame)["questions"] == 0.0
    none = measure(made(Doc("a", [[Seg(9, ["war.threat"])]])), "questions").set_index("category")
    assert none.loc["war:questions", "note"] == "undefined: no questions"
    assert np.isnan(none.loc["war:questions", "value"])
