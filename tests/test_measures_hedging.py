from __future__ import annotations

import pandas as pd
import pytest
from test_measures_evidence import Doc, Seg, made, values

from discourse.errors import EvidenceError, UsageError
from discourse.measures import measure
from discourse.measures.hedging import KINDS

EVIDENCE = made(
    Doc(
        "a",
        [
            [Seg(40, cues=[("hedging", "epistemic"), ("hedging", "epistemic"), ("boosting", "certainty")])],
            [Seg(40, cues=[("hedging", "shield"), ("hedging", "approximator")], voice="direct")],
            [Seg(20, cues=[("hedging", "condition"), ("negation", "syntactic")])],
            [Seg(50, cues=[("hedging", "epistemic")], left_out=True)],
        ],
    )
)


def test_density_kinds_and_boosters_by_hand():
    frame = measure(EVIDENCE, "hedging")
    assert frame["category"].tolist() == ["density", *KINDS, "boosters"]
    got = values(frame)
    assert got["epistemic"] == pytest.approx(20.0)
    assert got["shield"] == got["approximator"] == got["condition"] == got["boosters"] == pytest.approx(10.0)
    assert got["density"] == pytest.approx(
        30.0
    )  # two epistemic, one approximator; shield and condition outside
    assert got["frequency"] == 0.0


def test_density_of_other_kinds():
    assert values(measure(EVIDENCE, "hedging", kinds=["condition", "shield"]))["density"] == pytest.approx(
        20.0
    )
    with pytest.raises(UsageError) as error:
        measure(EVIDENCE, "hedging", kinds=["epistemc"])
    assert str(error.value) == (
        "Argument kinds: 'epistemc' is no kind of hedge; kinds are epistemic, doxastic, investigation, "
        "condition, approximator, frequency, shield. Did you mean 'epistemic'?"
    )


def test_voice_and_left_out():
    direct = values(measure(EVIDENCE, "hedging", voice="direct"))
    assert direct["density"] == pytest.approx(1000 * 1 / 40)
    everything = values(measure(EVIDENCE, "hedging", include_left_out=True))
    assert everything["epistemic"] == pytest.approx(1000 * 3 / 150)


def test_a_cue_with_two_scope_parts_counts_once():
    evidence = made(Doc("a", [[Seg(10, cues=[("hedging", "epistemic")])], [Seg(10)]]))
    second = evidence.cues.iloc[0].to_dict() | {"scope_start": 50, "scope_end": 60}
    evidence.cues = pd.concat([evidence.cues, pd.DataFrame([second])], ignore_index=True)
    assert values(measure(evidence, "hedging"))["epistemic"] == pytest.approx(50.0)


def test_a_kind_not_known_beforehand_has_a_row():
    evidence = made(Doc("a", [[Seg(10, cues=[("hedging", "rumour")])]]))
    assert values(measure(evidence, "hedging"))["rumour"] == pytest.approx(100.0)


def test_an_unannotated_language_is_missing():
    frame = measure(made(Doc("f", [[Seg(9)]], "fr")), "hedging")
    assert frame["value"].isna().all()


def test_a_cue_outside_every_segment_is_an_error():
    evidence = made(Doc("a", [[Seg(10, cues=[("hedging", "epistemic")])]]))
    evidence.segments["start"] += 1000
    with pytest.raises(EvidenceError) as error:
        measure(evidence, "hedging")
    assert str(error.value) == "Table cues, document 'a': a cue at 90 lies before the first segment."
