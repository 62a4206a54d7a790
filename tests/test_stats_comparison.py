from __future__ import annotations

import math

import numpy as np
import pandas as pd
import pytest
from hypothesis import given
from hypothesis import strategies as st

from discourse.errors import UsageError
from discourse.stats import compare_rates, compare_values, mean_interval, rate_interval

DATA = pd.DataFrame({"side": list("aaabbb"), "n_hits": [6, 4, 5, 1, 2, 3], "n_tokens": [500] * 6})


def test_rates_by_hand():
    row = compare_rates(DATA, "side").iloc[0]
    assert (row["target"], row["reference"], row["n_target"], row["n_reference"]) == ("a", "b", 3, 3)
    assert (row["rate_target"], row["rate_reference"]) == pytest.approx((10.0, 4.0))
    assert (row["difference"], row["rate_ratio"]) == pytest.approx((6.0, 2.5))
    # of the 20 divisions only the observed one and its mirror are as extreme
    assert row["p_value"] == pytest.approx(2 / 20)
    assert row["note"].startswith("p: all 20 divisions of the documents; 95 % intervals: documents resampled")
    assert row["diff_low"] < 6.0 < row["diff_high"]
    assert row["ratio_low"] < 2.5 < row["ratio_high"]


def test_random_divisions_agree_with_all():
    random = np.random.default_rng(0)
    table = pd.DataFrame(
        {
            "g": ["x"] * 7 + ["y"] * 7,
            "n_hits": random.poisson(5, 14),
            "n_tokens": random.integers(300, 700, 14),
        }
    )
    exact = compare_rates(table, "g", n_permutations=5000).iloc[0]
    drawn = compare_rates(table, "g", n_permutations=3000).iloc[0]
    assert exact["note"].startswith("p: all 3,432 divisions")
    assert drawn["note"].startswith("p: 3,000 random divisions")
    assert drawn["p_value"] == pytest.approx(exact["p_value"], abs=0.03)


def test_strata_divide_within_their_values():
    table = DATA.assign(language=["en", "en", "es", "en", "es", "es"])
    row = compare_rates(table, "side", strata="language").iloc[0]
    # en: two of three in the target, es: one of three
    assert row["note"].startswith("p: all 9 divisions")
    assert row["note"].endswith("both within strata")


def test_a_group_without_hits():
    table = DATA.assign(n_hits=[6, 4, 5, 0, 0, 0])
    row = compare_rates(table, "side").iloc[0]
    assert row["rate_reference"] == 0.0
    assert row["rate_ratio"] == pytest.approx(15.5 / 0.5)
    assert row["note"].endswith("a group has no hits: .5 added to both counts for the ratio")
    none = compare_rates(DATA.assign(n_hits=0), "side").iloc[0]
    assert math.isnan(none["rate_ratio"])
    assert none["p_value"] == 1.0


def test_few_documents_have_no_interval():
    row = compare_rates(DATA.iloc[[0, 1, 3, 4]], "side").iloc[0]
    assert math.isnan(row["diff_low"])
    assert math.isnan(row["ratio_high"])
    assert "fewer than three documents in a group: no interval" in row["note"]


def test_values_by_hand():
    table = pd.DataFrame({"side": list("aaabbbb"), "value": [3.0, 4, 5, 1, 2, 3, np.nan]})
    row = compare_values(table, "side").iloc[0]
    assert (row["mean_target"], row["mean_reference"], row["difference"]) == (4.0, 2.0, 2.0)
    assert row["n_reference"] == 3
    # 4 of 20 divisions differ by 2 or more: {3,4,5} and {4,5,3'} twice each way
    assert row["p_value"] == pytest.approx(4 / 20)
    assert row["note"].endswith("1 without a value left away")


def test_naming_the_groups():
    table = pd.concat([DATA, DATA.assign(side="c")])
    row = compare_rates(table, "side", target="c", reference="b").iloc[0]
    assert (row["target"], row["reference"]) == ("c", "b")
    booleans = compare_rates(DATA.assign(side=DATA["side"] == "b"), "side", target=False).iloc[0]
    assert (booleans["target"], booleans["reference"]) == (False, True)
    for call, message in (
        (
            lambda: compare_rates(table, "side"),
            "Column 'side' has the groups 'a', 'b', 'c'; name two of them as target and reference.",
        ),
        (
            lambda: compare_rates(DATA, "side", target="z"),
            "Column 'side' has no group 'z'; it has 'a', 'b'.",
        ),
        (
            lambda: compare_rates(DATA, "sid"),
            "Argument data: the table has no column 'sid'; it has side, n_hits, n_tokens. "
            "Did you mean 'side'?",
        ),
    ):
        with pytest.raises(UsageError) as error:
            call()
        assert str(error.value) == message


@given(st.randoms())
def test_order_of_rows_changes_nothing_and_swapping_flips(random):
    order = list(range(6))
    random.shuffle(order)
    one = compare_rates(DATA, "side", n_boot=200)
    pd.testing.assert_frame_equal(one, compare_rates(DATA.iloc[order], "side", n_boot=200))
    other = compare_rates(DATA, "side", target="b", reference="a", n_boot=200).iloc[0]
    assert other["difference"] == -one["difference"].item()
    assert other["rate_ratio"] == pytest.approx(1 / one["rate_ratio"].item())
    assert other["p_value"] == one["p_value"].item()


def test_null_p_values_are_even():
    random = np.random.default_rng(3)
    p_values = []
    for seed in range(120):
        table = pd.DataFrame(
            {"g": ["x", "y"] * 6, "n_hits": random.poisson(random.gamma(2, 3, 12)), "n_tokens": 500}
        )
        p_values.append(compare_rates(table, "g", n_permutations=199, n_boot=20, seed=seed)["p_value"].item())
    assert 0.01 <= np.mean(np.array(p_values) <= 0.1) <= 0.2
    assert 0.4 <= np.mean(p_values) <= 0.6


def test_intervals_over_documents():
    row = rate_interval([1, 4, 2, 3], [500] * 4).iloc[0]
    assert row["value"] == pytest.approx(5.0)
    assert row["ci_low"] < 5.0 < row["ci_high"]
    assert rate_interval([1, 2], [10, 10])["ci_low"].isna().all()
    assert rate_interval([], [])["value"].isna().all()
    assert rate_interval([0, 0, 0], [10, 10, 10])["ci_low"].isna().all()
    wide = mean_interval([1.0, 2.0, 3.0, 4.0], confidence=0.95).iloc[0]
    narrow = mean_interval([1.0, 2.0, 3.0, 4.0], confidence=0.5).iloc[0]
    assert wide["ci_low"] < narrow["ci_low"] < 2.5 < narrow["ci_high"] < wide["ci_high"]
    with pytest.raises(UsageError) as error:
        rate_interval([1, 2], [10])
    assert str(error.value) == "Arguments hits, tokens: 2 and 1 numbers; give one of each for every document."
    with pytest.raises(UsageError, match="counts below 0"):
        rate_interval([-1, 2], [10, 10])
