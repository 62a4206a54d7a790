from __future__ import annotations

import math

import numpy as np
import pandas as pd
import pytest
from hypothesis import assume, given
from hypothesis import strategies as st
from nltk.metrics.agreement import AnnotationTask

from discourse.errors import UsageError
from discourse.stats import compare_rates, krippendorff_alpha


def codings(*by_coder: str) -> pd.DataFrame:
    """One string a coder, a character an item, a space where the coder did not code it."""
    return pd.DataFrame(
        [
            {"item": i, "coder": c, "label": int(label) if label.isdigit() else label}
            for c, labels in enumerate(by_coder)
            for i, label in enumerate(labels)
            if label != " "
        ],
        columns=["item", "coder", "label"],
    )


# Four coders, twelve items with gaps: the example of Krippendorff's own introduction to computing alpha.
EXAMPLE = codings("1233214123  ", "12332241255 3"[:12], " 3332322 51 3"[:12], "12332441251 "[:12])


def test_codings_are_a_table():
    with pytest.raises(UsageError, match="Argument data: a table is needed, not list"):
        krippendorff_alpha([[1, 1, 0], [1, 0, 0]])
    with pytest.raises(UsageError, match="Argument data: a table is needed, not dict"):
        compare_rates({"n_hits": [1]}, "genre")


def test_two_coders_by_hand():
    # labels w 4, p 2 of 6; one of three items disagrees: D_o = 2/6, D_e = 2*4*2/(6*5) = 16/30
    row = krippendorff_alpha(codings("wpw", "wpp")).iloc[0]
    # labels are w 3, p 3: D_e = 2*3*3/30 = 18/30
    assert row["value"] == pytest.approx(1 - (2 / 6) / (18 / 30))
    assert (row["n_items"], row["n_coders"], row["n_labels"]) == (3, 2, 6)


def test_interval_level_by_hand():
    # items (1,1), (2,3), (3,3): D_o = 2*1/6; D_e over labels 1,1,2,3,3,3
    labels = np.array([1, 1, 2, 3, 3, 3])
    expected = ((labels[:, None] - labels[None, :]) ** 2).sum() / (6 * 5)
    row = krippendorff_alpha(codings("123", "133"), level="interval").iloc[0]
    assert row["value"] == pytest.approx(1 - (2 / 6) / expected)


def test_ordinal_level_by_hand():
    # labels 1 x2, 2 x1, 3 x3; between ranks: half of the two ends and all between
    reach = {1: 1.0, 2: 2.5, 3: 4.5}
    labels = [1, 1, 2, 3, 3, 3]
    expected = sum((reach[a] - reach[b]) ** 2 for a in labels for b in labels) / 30
    observed = 2 * (reach[2] - reach[3]) ** 2 / 6
    row = krippendorff_alpha(codings("123", "133"), level="ordinal").iloc[0]
    assert row["value"] == pytest.approx(1 - observed / expected)


def test_ratio_level_by_hand():
    labels = np.array([1.0, 1, 2, 3, 3, 3])
    pairs = ((labels[:, None] - labels) / (labels[:, None] + labels)) ** 2
    row = krippendorff_alpha(codings("123", "133"), level="ratio").iloc[0]
    assert row["value"] == pytest.approx(1 - (2 * (1 / 5) ** 2 / 6) / (pairs.sum() / 30))


def test_items_with_one_label_do_not_count():
    assert krippendorff_alpha(codings("wpww", "wpp "))["value"].item() == pytest.approx(
        krippendorff_alpha(codings("wpw", "wpp"))["value"].item()
    )


labels = st.lists(st.text("wpn ", min_size=6, max_size=6), min_size=2, max_size=4)


@given(labels)
def test_nominal_alpha_is_that_of_nltk(by_coder):
    table = codings(*by_coder)
    pairable = table[table.groupby("item")["label"].transform("size") >= 2] if len(table) else table
    assume(pairable["label"].nunique() > 1)
    task = AnnotationTask(data=[(str(c), str(i), str(v)) for i, c, v in pairable.itertuples(index=False)])
    value = krippendorff_alpha(table, n_boot=10)["value"].item()
    assert value == pytest.approx(task.alpha())


def test_example_with_gaps_agrees_with_nltk():
    table = EXAMPLE.astype({"label": str})
    pairable = table[table.groupby("item")["label"].transform("size") >= 2]
    task = AnnotationTask(data=[(str(c), str(i), v) for i, c, v in pairable.itertuples(index=False)])
    row = krippendorff_alpha(table).iloc[0]
    assert row["value"] == pytest.approx(task.alpha())
    assert row["ci_low"] < row["value"] < row["ci_high"] <= 1.0


def test_undefined_cases_say_why():
    same = krippendorff_alpha(codings("wwww", "wwww")).iloc[0]
    assert math.isnan(same["value"])
    assert same["note"] == "all labels are the same: undefined"
    alone = krippendorff_alpha(codings("wp")).iloc[0]
    assert math.isnan(alone["value"])
    assert alone["note"] == "no item has two labels: undefined"
    two = krippendorff_alpha(codings("wp", "wp")).iloc[0]
    assert two["value"] == 1.0
    assert two["note"] == "fewer than three items: no interval"
    perfect = krippendorff_alpha(codings("wpwp", "wpwp")).iloc[0]
    assert perfect["value"] == 1.0
    assert perfect["note"] == "the same in every resample: no interval"


def test_errors():
    table = codings("wp", "wp")
    for call, message in (
        (
            lambda: krippendorff_alpha(table, level="nominl"),
            "Argument level: 'nominl' is no level of measurement; there are nominal, ordinal, interval, "
            "ratio. Did you mean 'nominal'?",
        ),
        (
            lambda: krippendorff_alpha(table, level="interval"),
            "Argument level: labels of interval level are numbers; found 'p', 'w'.",
        ),
        (
            lambda: krippendorff_alpha(table, coder="codr"),
            "Argument data: the table has no column 'codr'; it has item, coder, label. Did you mean 'coder'?",
        ),
        (
            lambda: krippendorff_alpha(pd.concat([table, table])),
            "Item '0' has two labels by coder '0'; a coder labels an item once.",
        ),
    ):
        with pytest.raises(UsageError) as error:
            call()
        assert str(error.value) == message
