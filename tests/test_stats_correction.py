from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from discourse.errors import UsageError
from discourse.stats import correct

P = [0.01, 0.02, 0.03, 0.04, 0.05]


def test_holm_by_hand():
    assert correct(P).tolist() == pytest.approx([0.05, 0.08, 0.09, 0.09, 0.09])


def test_benjamini_hochberg_by_hand():
    assert correct(P, "benjamini_hochberg").tolist() == pytest.approx([0.05] * 5)
    assert correct([0.001, 0.2, 0.03], "benjamini_hochberg").tolist() == pytest.approx([0.003, 0.2, 0.045])


def test_missing_is_no_test():
    assert correct([0.02, np.nan, 0.04]).tolist() == pytest.approx([0.04, np.nan, 0.04], nan_ok=True)
    assert correct([]).tolist() == []
    assert correct(P, "none").tolist() == P


def test_errors():
    with pytest.raises(UsageError) as error:
        correct(P, "hom")
    assert str(error.value) == (
        "Argument method: 'hom' is no correction; allowed are holm, benjamini_hochberg, none. "
        "Did you mean 'holm'?"
    )
    with pytest.raises(UsageError) as error:
        correct([0.5, 1.5])
    assert str(error.value) == "Argument p_values: 1.5 at 1 is no probability between 0 and 1."


@given(st.lists(st.floats(0, 1), min_size=1, max_size=20), st.sampled_from(["holm", "benjamini_hochberg"]))
def test_never_smaller_never_above_one_and_in_the_same_order(p_values, method):
    corrected = correct(p_values, method)
    assert (corrected >= np.array(p_values) - 1e-12).all()
    assert (corrected <= 1).all()
    order = np.argsort(p_values, kind="stable")
    assert (np.diff(corrected[order]) >= -1e-12).all()
    assert (correct(p_values, "holm") >= correct(p_values, "benjamini_hochberg") - 1e-12).all()
