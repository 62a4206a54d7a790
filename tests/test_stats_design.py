from __future__ import annotations

import numpy as np
import pandas as pd
import pytest

from discourse.errors import UsageError
from discourse.stats import design_effects, factor_effect, plackett_burman


@pytest.mark.parametrize("n_runs", [8, 12, 20])
def test_designs_are_balanced_and_orthogonal(n_runs):
    design = plackett_burman(n_runs)
    assert (design.sum() == 0).all()
    assert (design.T @ design == n_runs * np.eye(n_runs - 1)).to_numpy().all()
    with pytest.raises(UsageError) as error:
        plackett_burman(10)
    assert str(error.value) == "Argument n_runs: no design with 10 runs; there are 8, 12, 20."


def planted() -> pd.DataFrame:
    """Two languages of twelve runs; f1 multiplies the rate by 3, f2 adds 1 to a value, f3 does nothing."""
    random = np.random.default_rng(1)
    runs = [plackett_burman(12).assign(language=language) for language in ("en", "es")]
    table = pd.concat(runs, ignore_index=True)
    rate = 0.01 * np.where(table["f1"] == 1, 3.0, 1.0) * np.where(table["language"] == "es", 1.5, 1.0)
    return table.assign(
        n_tokens=500,
        n_hits=random.poisson(500 * rate),
        value=np.where(table["f2"] == 1, 1.0, 0.0) + random.normal(0, 0.3, 24),
    )


def test_planted_effects_are_found_and_placebos_are_not():
    levels = dict.fromkeys(("f1", "f2", "f3", "f4"), (1, -1))
    rates = design_effects(planted(), levels, strata="language").set_index("factor")
    assert rates["unit"].unique().tolist() == ["rate_ratio"]
    assert rates.loc["f1", "ci_low"] < 3.0 < rates.loc["f1", "ci_high"]
    assert rates.loc["f1", "p_corrected"] < 0.01
    for placebo in ("f2", "f3", "f4"):
        assert rates.loc[placebo, "ci_low"] < 1.0 < rates.loc[placebo, "ci_high"]
        assert rates.loc[placebo, "p_corrected"] > 0.05
    values = design_effects(planted(), levels, value="value", strata="language").set_index("factor")
    assert values.loc["f2", "effect"] == pytest.approx(1.0, abs=0.3)
    assert values.loc["f2", "p_corrected"] < 0.01
    assert values["unit"].unique().tolist() == ["difference"]


def test_levels_may_be_words():
    table = pd.DataFrame({"stance": ["war", "peace"] * 3, "n_hits": [6, 2] * 3, "n_tokens": 100})
    row = factor_effect(table, "stance", high="war", low="peace").iloc[0]
    assert (row["high"], row["low"], row["n_high"], row["n_low"]) == ("war", "peace", 3, 3)
    assert row["effect"] == pytest.approx(3.0)
    turned = factor_effect(table, "stance", high="peace").iloc[0]
    assert turned["effect"] == pytest.approx(1 / 3)


def test_no_factors():
    with pytest.raises(UsageError) as error:
        design_effects(planted(), [])
    assert str(error.value) == "Argument factors: none given; name the columns of the design's factors."
