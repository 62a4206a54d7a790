from __future__ import annotations

import numpy as np
import pandas as pd
import pytest
from hypothesis import given
from hypothesis import strategies as st
from test_measures_evidence import Doc, Seg, made, values

from discourse.corpus import Corpus
from discourse.evidence import find
from discourse.measures import measure
from discourse.measures.rejection import TYPES, rejection_types
from discourse.readers import Document


def test_peace_yes_war_no():
    # “Peace, yes. War, no. Never, never war.”, all in voice direct
    evidence = made(
        Doc(
            "m",
            [
                [
                    Seg(2, ["peace.restraint"], "direct"),
                    Seg(2, ["-war.armed_force>no"], "direct"),
                    Seg(3, ["-war.armed_force:Never"], "direct"),
                    Seg(13),
                ]
            ],
        )
    )
    got = values(measure(evidence, "rejection"), doc_id="m")
    assert got["war", "share"] == 1.0
    assert got["war:refusal", "share"] == 1.0
    assert got["war:denial", "share"] == got["war:absence", "share"] == 0.0
    assert got["peace", "share"] == 0.0
    assert got["war", "per_1000"] == pytest.approx(1000 * 2 / 20)
    assert values(measure(evidence, "framing"), doc_id="m")["war"] == 0.0
    assert values(measure(evidence, "rejection", voice="narrator"))["war", "per_1000"] == 0.0


def test_shares_by_hand():
    hits = ["war.threat", "-war.threat:not", "-war.threat:no", "-war.enemy:never", "war.enemy"]
    frame = measure(made(Doc("a", [[Seg(50, hits)], [Seg(50)]])), "rejection")
    got = values(frame)
    assert got["war", "share"] == pytest.approx(3 / 5)
    assert got["war.threat", "share"] == pytest.approx(2 / 3)
    assert [got[f"war:{t}", "share"] for t in TYPES] == pytest.approx([0.2, 0.2, 0.2])
    row = frame[(frame["category"] == "war") & (frame["unit"] == "share")].iloc[0]
    assert (row["n_hits"], row["n_tokens"]) == (3, 100)
    peace = frame[(frame["category"] == "peace") & (frame["unit"] == "share")].iloc[0]
    assert np.isnan(peace["value"])
    assert peace["note"] == "undefined: no hits of peace"


@pytest.mark.parametrize(
    ("cue", "language", "follows", "expected"),
    [
        ("not", "en", False, "denial"),
        ("n't", "en", False, "denial"),
        ("n’t", "en", False, "denial"),
        ("cannot", "en", False, "denial"),
        ("denies", "en", False, "denial"),
        ("no longer", "en", False, "denial"),
        ("no", "en", False, "absence"),
        ("without", "en", False, "absence"),
        ("neither", "en", False, "absence"),
        ("Lack of", "en", False, "absence"),
        ("free from", "en", False, "absence"),
        ("Never", "en", False, "refusal"),
        ("never", "en", True, "refusal"),
        ("won't", "en", False, "refusal"),
        ("won’t", "en", False, "refusal"),
        ("refused to", "en", False, "refusal"),
        ("no more", "en", False, "refusal"),
        ("no", "en", True, "refusal"),
        ("no", "es", False, "denial"),
        ("no", "es", True, "refusal"),
        ("No a", "es", False, "refusal"),
        ("no más", "es", False, "refusal"),
        ("ya no", "es", False, "denial"),
        ("tampoco", "es", False, "denial"),
        ("desmintió", "es", False, "denial"),
        ("niega", "es", False, "denial"),
        ("niega a", "es", False, "refusal"),
        ("sin", "es", False, "absence"),
        ("ni", "es", False, "absence"),
        ("ausencia de", "es", False, "absence"),
        ("ningún", "es", False, "absence"),
        ("jamás", "es", False, "refusal"),
        ("nunca", "es", False, "refusal"),
        ("rechazó", "es", False, "refusal"),
        (None, "en", False, "denial"),
    ],
)
def test_types_by_cue_and_language(cue, language, follows, expected):
    place = np.array([follows]), np.array([False])
    assert rejection_types(pd.Series([cue], dtype=object), [language], *place).tolist() == [expected]


@pytest.mark.parametrize(
    ("text", "language", "types"),
    [
        ("War, no.", "en", {"war": "refusal"}),
        ("War is no answer.", "en", {"war": "denial"}),
        ("Guerra, no.", "es", {"war": "refusal"}),
        ("La guerra no es inevitable.", "es", {"war": "denial"}),
        ("El ejército no cruzará el río.", "es", {"war": "denial"}),
        ("La paz no llegará mañana.", "es", {"peace": "denial"}),
        ("Nunca habrá guerra.", "es", {"war": "refusal"}),
    ],
)
def test_a_no_behind_a_subject_denies(text, language, types):
    corpus = Corpus([Document("a", text, "0" * 64, language, {}, "a")])
    got = measure(find(corpus, "war_peace"), "rejection", n_boot=0)
    shares = got[got["category"].str.contains(":") & (got["value"] > 0)]
    assert dict(part.split(":") for part in shares["category"]) == types


def test_the_nearest_cue_decides_whether_it_follows():
    # a cue before and one after the hit, both with it in scope: the nearer stands before
    evidence = made(Doc("a", [[Seg(9, ["-war.threat:no"])]]))
    far = evidence.cues.iloc[0].to_dict() | {"start": 60, "end": 63}
    evidence.cues = pd.concat([evidence.cues, pd.DataFrame([far])], ignore_index=True)
    assert values(measure(evidence, "rejection"))["war:absence", "share"] == 1.0


hits = st.sampled_from(
    ["war.threat", "-war.threat:never", "-war.enemy:no", "-war.enemy>no", "-peace.restraint:not"]
)


@given(st.lists(st.lists(hits, max_size=4), min_size=1, max_size=6))
def test_types_add_up_to_the_share(paragraphs):
    frame = measure(made(Doc("a", [[Seg(9, found)] for found in paragraphs])), "rejection", n_boot=20)
    got = values(frame, unit="share")
    for top in ("war", "peace"):
        parts = [got[f"{top}:{name}"] for name in TYPES]
        np.testing.assert_allclose(sum(parts), got[top])
    shares = frame[(frame["unit"] == "share") & frame["value"].notna()]
    assert shares["value"].between(0, 1).all()
