from __future__ import annotations

import math

import numpy as np
import pandas as pd
import pytest
from hypothesis import given
from hypothesis import strategies as st
from scipy.stats import chi2, power_divergence

from discourse.errors import UsageError
from discourse.stats import keyness, log_likelihood

TARGET = {"war": 30, "the": 970}
REFERENCE = {"war": 10, "the": 1980, "peace": 10}


def test_log_likelihood_two_cells_by_hand():
    # E1 = 1000*40/3000 = 13.333, E2 = 26.667; 2(30 ln 2.25 + 10 ln .375)
    expected = 2 * (30 * math.log(2.25) + 10 * math.log(0.375))
    assert log_likelihood(30, 10, 1000, 2000).item() == pytest.approx(expected)
    assert log_likelihood(0, 10, 1000, 1000).item() == pytest.approx(20 * math.log(2))


def test_log_likelihood_four_cells_is_the_g_test_of_the_table():
    table = np.array([[30, 10], [970, 1990]])
    rows, columns = table.sum(1, keepdims=True), table.sum(0, keepdims=True)
    expected = power_divergence(table.ravel(), (rows * columns / table.sum()).ravel(), lambda_=0).statistic
    assert log_likelihood(30, 10, 1000, 2000, cells=4).item() == pytest.approx(expected)


def test_columns_and_effect_sizes_by_hand():
    table = keyness(TARGET, REFERENCE)
    assert list(table.columns) == [
        "type",
        "n_target",
        "n_reference",
        "per_1000_target",
        "per_1000_reference",
        "log_likelihood",
        "log_ratio",
        "pct_diff",
        "z",
        "p_value",
        "p_corrected",
    ]
    rows = table.set_index("type")
    assert rows.loc["war", "log_ratio"] == pytest.approx(math.log2(0.03 / 0.005))
    assert rows.loc["war", "pct_diff"] == pytest.approx(500.0)
    assert rows.loc["peace", "log_ratio"] == pytest.approx(math.log2((0.5 / 1000) / (10 / 2000)))
    assert rows.loc["peace", "pct_diff"] == pytest.approx(-100.0)
    g2 = rows.loc["war", "log_likelihood"]
    assert rows.loc["war", "p_value"] == pytest.approx(chi2.sf(g2, 1))
    assert rows.loc["war", "p_corrected"] == pytest.approx(3 * chi2.sf(g2, 1))
    assert table["type"].iloc[0] == "war"


def test_z_by_hand():
    # prior of 300 words spread like both corpora together: alpha = 300 * 40 / 3000 = 4
    z = keyness(TARGET, REFERENCE, prior=300.0).set_index("type").loc["war", "z"]
    target = math.log(34 / (1000 + 300 - 34))
    reference = math.log(14 / (2000 + 300 - 14))
    assert z == pytest.approx((target - reference) / math.sqrt(1 / 34 + 1 / 14))


def test_a_word_new_to_the_reference_has_no_percentage():
    row = keyness({"war": 5, "the": 5}, {"the": 10}).set_index("type").loc["war"]
    assert math.isnan(row["pct_diff"])
    assert row["log_ratio"] == pytest.approx(math.log2(0.5 / 0.05))


TOKENS = pd.DataFrame(
    {
        "doc_id": list("aaaaabbc"),
        "norm": "war war war war the the peace the".split(),
        "left_out": [False] * 7 + [True],
    }
)


def test_texts_count_a_word_once_a_text():
    reference = pd.DataFrame({"doc_id": list("xyz"), "norm": ["the", "the", "peace"]})
    table = keyness(TOKENS, reference, unit="texts").set_index("type")
    # of the target's texts a and b (c is left out) one has war
    assert table.loc["war", ["n_target", "n_reference"]].tolist() == [1, 0]
    assert table.loc["the", ["n_target", "n_reference"]].tolist() == [2, 2]
    assert table.loc["the", "per_1000_reference"] == pytest.approx(2000 / 3)
    expected = log_likelihood(2, 2, 2, 3).item()
    assert table.loc["the", "log_likelihood"] == pytest.approx(expected)


def test_rare_words_are_left_away_before_correction():
    table = keyness(TARGET, REFERENCE, n_min=20)
    assert table["type"].tolist() == ["war", "the"]
    assert table["p_corrected"].iloc[0] == pytest.approx(2 * table["p_value"].iloc[0])


counts = st.dictionaries(st.sampled_from("abcdef"), st.integers(1, 50), min_size=1)


@given(counts, counts)
def test_swapping_target_and_reference_flips_the_sign(target, reference):
    one = keyness(target, reference).set_index("type")
    other = keyness(reference, target).set_index("type").loc[one.index]
    np.testing.assert_allclose(one["log_likelihood"], other["log_likelihood"], atol=1e-9)
    np.testing.assert_allclose(one["log_ratio"], -other["log_ratio"], atol=1e-9)
    np.testing.assert_allclose(one["z"], -other["z"], atol=1e-9)
    assert (one["log_likelihood"] >= 0).all()


def test_errors():
    for call, message in (
        (
            lambda: keyness(TARGET, REFERENCE, unit="lines"),
            "Argument unit: 'lines' cannot be counted; give tokens, texts.",
        ),
        (
            lambda: keyness(TARGET, {}),
            "Argument reference: it has no words, so nothing can be compared with it.",
        ),
        (
            lambda: keyness(TARGET, REFERENCE, unit="texts"),
            "Argument target: counts without doc_id cannot be counted by texts.",
        ),
        (
            lambda: keyness(TARGET, REFERENCE, cells=3),
            "Argument cells: 3 is not possible; give 2 (Rayson & Garside) or 4 (Dunning).",
        ),
        (
            lambda: keyness(TARGET, REFERENCE, prior=0),
            "Argument prior: 0 is not above 0; it is a number of words, e.g. 1000.",
        ),
        (
            lambda: keyness({"war": -1}, REFERENCE),
            "Argument target: type 'war' has the count -1; counts are 0 or more.",
        ),
        (
            lambda: keyness(pd.DataFrame({"word": ["a"]}), REFERENCE),
            "Argument target: the table has no column norm or type; it has word.",
        ),
    ):
        with pytest.raises(UsageError) as error:
            call()
        assert str(error.value) == message
