"""Sourcing and diversity."""

from __future__ import annotations

import math

import numpy as np
import pandas as pd
import pytest
from hypothesis import given
from hypothesis import strategies as st
from test_measures_evidence import LEXICONS, WAR_PEACE, Doc, Seg, made, values

from discourse.errors import UsageError
from discourse.measures import measure
from discourse.measures.diversity import expected_entropy, shannon

REPORTING = {
    **LEXICONS,
    ("reporting", "en"): {"categories": ["neutral.speech", "doubting.speech", "endorsing"]},
}


def quote(doc_id, start, speaker=None, kind=None, role=None, form="direct", cue=None):
    return {
        "quote_id": f"{doc_id}-{start}",
        "doc_id": doc_id,
        "start": start,
        "end": start + 50,
        "text": "x",
        "type": form,
        "cue": None if cue is None else "said",
        "cue_start": cue,
        "cue_end": None if cue is None else cue + 9,
        "speaker": speaker,
        "source_kind": kind,
        "source_role": role,
    }


QUOTES = [
    quote("a", 0, "Ina Falk", "named", "executive", cue=100),
    quote("a", 60, "Ina Falk", "named", "executive", form="indirect", cue=110),
    quote("a", 120, "an official", "anonymous", "executive"),
    quote("a", 400, "the ministry", "institution"),
    quote("a", 900, "Bo Tal", "named", "expert"),  # in a paragraph that is left out
]
EVIDENCE = made(
    Doc(
        "a",
        [[Seg(20, ["x"] * 0), Seg(30, ["reporting/doubting.speech"])], [Seg(30)], [Seg(20, left_out=True)]],
    ),
    Doc("b", [[Seg(10)], [Seg(10)]]),
    quotes=QUOTES,
    lexicons=REPORTING,
)


def test_sources_by_hand():
    evidence = EVIDENCE
    # the cue at 200 is the verb that the lexicon calls doubting
    evidence.quotes.loc[0, "cue_start"] = 200.0
    frame = measure(evidence, "sourcing")
    got = values(frame, doc_id="a")
    assert got["quotations"] == pytest.approx(1000 * 4 / 80)
    assert got["kind:named"] == pytest.approx(0.5)
    assert got["kind:anonymous"] == got["kind:institution"] == pytest.approx(0.25)
    assert got["kind:none"] == 0.0
    assert got["role:executive"] == 1.0
    assert got["role:expert"] == 0.0
    assert got["type:indirect"] == pytest.approx(0.25)
    assert got["stance:doubting"] == 1.0
    assert got["speakers"] == 3.0
    assert got["concentration"] == pytest.approx(0.5**2 + 0.25**2 + 0.25**2)


def test_a_text_without_quotations():
    frame = measure(EVIDENCE, "sourcing").set_index(["doc_id", "category"])
    assert frame.loc[("b", "quotations"), "value"] == 0.0
    assert frame.loc[("b", "kind:named"), "note"] == "undefined: no quotations"
    assert frame.loc[("b", "concentration"), "note"] == "undefined: no quotation has a speaker"
    assert math.isnan(frame.loc[("b", "role:executive"), "value"])


def test_kinds_add_up_and_left_out_counts_on_request():
    frame = measure(EVIDENCE, "sourcing", include_left_out=True)
    got = values(frame, doc_id="a")
    assert sum(v for c, v in got.items() if c.startswith("kind:")) == pytest.approx(1.0)
    assert got["role:expert"] == pytest.approx(0.25)


def test_a_missing_kind_is_none():
    evidence = made(Doc("a", [[Seg(10)]]), quotes=[quote("a", 0)], lexicons=REPORTING)
    assert values(measure(evidence, "sourcing"))["kind:none"] == 1.0


def test_diversity_by_hand():
    evidence = made(
        Doc("a", [[Seg(40, ["war.threat"] * 2 + ["peace.restraint"] * 2 + ["-war.enemy:no"])]]),
        Doc("b", [[Seg(40, ["war.threat"] * 12)]]),
        Doc("c", [[Seg(9)]]),
    )
    frame = measure(evidence, "diversity", lexicon="war_peace")
    assert frame["category"].tolist()[:4] == ["entropy", "normalised", "equal_size", "categories"]
    got = values(frame, doc_id="a")
    assert got["entropy"] == pytest.approx(math.log(2))
    assert got["normalised"] == pytest.approx(math.log(2) / math.log(5))
    assert got["categories"] == 2.0
    assert math.isnan(got["equal_size"])
    assert values(frame, doc_id="b")["equal_size"] == 0.0
    empty = frame[(frame["doc_id"] == "c") & (frame["category"] == "entropy")].iloc[0]
    assert math.isnan(empty["value"])
    assert empty["note"] == "undefined: no hits"
    sized = values(measure(evidence, "diversity", lexicon="war_peace", size=2), doc_id="a")
    # two of four hits: alike in 2 of 6 draws, else ln 2
    assert sized["equal_size"] == pytest.approx(4 / 6 * math.log(2))
    with pytest.raises(UsageError) as error:
        measure(evidence, "diversity", lexicon="war_peace", categories=["war"])
    assert str(error.value) == "Argument categories: diversity needs two categories or more."


def test_intervals_of_entropy_hold_the_value():
    hits = [list(np.random.default_rng(i).choice(WAR_PEACE, 3)) for i in range(12)]
    frame = measure(made(Doc("a", [[Seg(30, h)] for h in hits])), "diversity", lexicon="war_peace")
    row = frame[frame["category"] == "entropy"].iloc[0]
    assert row["ci_low"] < row["value"] < row["ci_high"]


def test_intervals_of_diversity_stay_within_what_is_possible():
    # every category as often as any other: H is at its highest, and centring would move the bounds beyond it
    hits = [WAR_PEACE[i % len(WAR_PEACE)] for i in range(40)]
    frame = measure(made(Doc("a", [[Seg(30, [h])] for h in hits])), "diversity", lexicon="war_peace")
    for category, most in {"entropy": math.log(5), "normalised": 1.0, "categories": 5.0}.items():
        row = frame[frame["category"] == category].iloc[0]
        assert row["value"] == pytest.approx(most)
        assert not row["ci_high"] > most, category


counts = st.lists(st.integers(0, 6), min_size=2, max_size=4)


@given(counts, st.integers(1, 6))
def test_expected_entropy_is_that_of_drawing(held, size):
    total = sum(held)
    got = expected_entropy(held, size)
    if total < size:
        assert math.isnan(got)
        return
    whole = shannon(np.array([held], dtype=float))[0]
    assert got <= whole + 1e-9
    assert expected_entropy(held, total) == pytest.approx(whole)
    assert expected_entropy(held, 1) == pytest.approx(0.0)


def test_expected_entropy_against_random_draws():
    items = np.repeat(np.arange(3), [5, 3, 1])
    random = np.random.default_rng(1)
    drawn = [
        pd.Series(random.choice(items, 4, replace=False)).value_counts(normalize=True) for _ in range(4000)
    ]
    assert expected_entropy([5, 3, 1], 4) == pytest.approx(
        np.mean([-(p * np.log(p)).sum() for p in drawn]), abs=0.01
    )
