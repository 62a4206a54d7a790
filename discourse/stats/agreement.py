"""How far coders agree: Krippendorff's alpha with an interval."""

from __future__ import annotations

import math
from collections.abc import Hashable

import numpy as np
import pandas as pd

from discourse.errors import UsageError, did_you_mean, listed
from discourse.measures.intervals import expanded_levels, resample_counts
from discourse.stats.resampling import check_columns

__all__ = ["LEVELS", "krippendorff_alpha"]

LEVELS = ("nominal", "ordinal", "interval", "ratio")
FEWEST_ITEMS = 3


def krippendorff_alpha(
    data: pd.DataFrame,
    *,
    item: str = "item",
    coder: str = "coder",
    label: str = "label",
    level: str = "nominal",
    confidence: float = 0.95,
    n_boot: int = 2000,
    seed: int = 0,
) -> pd.DataFrame:
    """Compute Krippendorff's alpha, the agreement of any number of coders beyond chance.

    alpha = 1 - D_o / D_e: D_o is the mean squared difference between labels of one item, D_e that between
    labels of any two items. 1 = all agree, 0 = as if labels were dealt at random, below 0 = worse. Items
    with one label do not count.

    Parameters
    ----------
    data : pandas.DataFrame
        One row a coding; missing labels are left away.
    item, coder, label : str
        Its columns.
    level : {"nominal", "ordinal", "interval", "ratio"}
        What a difference between two labels means. Labels of all but nominal level are numbers.
    confidence, n_boot, seed
        Of the interval, which draws items (expanded percentile).

    Returns
    -------
    pandas.DataFrame
        One row: coefficient, level, value, ci_low, ci_high, n_items, n_coders, n_labels (pairable), note.
        Missing where no item has two labels or all labels are the same: then nothing shows that the coders
        can tell labels apart.

    Raises
    ------
    UsageError
        Missing column, unknown level, words where numbers are needed, or a coder with two labels for an item.

    References
    ----------
    Hayes, A. F., & Krippendorff, K. (2007). Answering the call for a standard reliability measure for
    coding data. Communication Methods and Measures 1(1), 77-89. Interval by drawing items: Zapf, A.,
    Castell, S., Morawietz, L., & Karch, A. (2016). Measuring inter-rater reliability for nominal data. BMC
    Medical Research Methodology 16, 93. doi:10.1186/s12874-016-0200-9

    Examples
    --------
    >>> codings = pd.DataFrame({"item": [1, 1, 2, 2, 3, 3], "coder": list("ababab"), "label": list("wwppwp")})
    >>> krippendorff_alpha(codings)["value"].round(3).item()
    0.444
    """
    if level not in LEVELS:
        raise UsageError(
            f"Argument level: '{level}' is no level of measurement; there are {listed(LEVELS)}."
            f"{did_you_mean(level, LEVELS)}"
        )
    table = _labels_by_item(data, item, coder, label)
    values = sorted(set(table["label"]), key=lambda v: (str(type(v)), v))
    if level != "nominal" and not all(isinstance(v, (int, float, np.number)) for v in values):
        raise UsageError(
            f"Argument level: labels of {level} level are numbers; found {listed(map(repr, values))}."
        )
    counts = (
        table.groupby(["item", "label"], sort=True)
        .size()
        .unstack(fill_value=0)[values]
        .to_numpy(dtype=np.float64)
    )
    alpha = _alphas(counts, np.ones((1, len(counts))), values, level)[0]
    low, high, note = math.nan, math.nan, ""
    if not len(counts):
        note = "no item has two labels: undefined"
    elif math.isnan(alpha):
        note = "all labels are the same: undefined"
    elif len(counts) < FEWEST_ITEMS:
        note = "fewer than three items: no interval"
    else:
        weights = resample_counts(len(counts), n_boot, seed, "krippendorff_alpha").T.astype(np.float64)
        draws = np.sort(_alphas(counts, weights, values, level))
        draws = draws[~np.isnan(draws)]
        if len(draws) * 2 <= n_boot or draws[0] == draws[-1]:
            note = "the same in every resample: no interval"
        else:
            low, high = (float(q) for q in np.quantile(draws, expanded_levels(len(counts), confidence)))
            note = f"{confidence:.0%} interval: items resampled {n_boot:,} times, expanded percentile"
    return pd.DataFrame(
        {
            "coefficient": ["krippendorff_alpha"],
            "level": [level],
            "value": [alpha],
            "ci_low": [low],
            "ci_high": [high],
            "n_items": [len(counts)],
            "n_coders": [int(table["coder"].nunique())],
            "n_labels": [len(table)],
            "note": [note],
        }
    )


def _labels_by_item(data: pd.DataFrame, item: str, coder: str, label: str) -> pd.DataFrame:
    """Return the labels of items that have at least two, as columns item, coder, label."""
    check_columns(data, (item, coder, label))
    table = pd.DataFrame({"item": data[item], "coder": data[coder], "label": data[label]}).dropna()
    twice = table.duplicated(["item", "coder"])
    if twice.any():
        row = table[twice].iloc[0]
        raise UsageError(
            f"Item '{row['item']}' has two labels by coder '{row['coder']}'; a coder labels an item once."
        )
    return table[table.groupby("item")["label"].transform("size") >= 2]


def _alphas(counts: np.ndarray, weights: np.ndarray, values: list[Hashable], level: str) -> np.ndarray:
    """Return alpha of each resample.

    Parameters
    ----------
    counts : numpy.ndarray
        Shape (n_items, n_values): how many coders gave the item each label.
    weights : numpy.ndarray
        Shape (n_boot, n_items).
    """
    n_items, n_values = counts.shape
    if not n_items:
        return np.full(len(weights), np.nan)
    labels = counts.sum(axis=1)
    totals = weights @ counts
    # Pairs of labels within an item, each item weighing as many labels as it has.
    pairs = counts[:, :, None] * counts[:, None, :] - np.eye(n_values) * counts[:, :, None]
    coincidences = (weights / (labels - 1.0)) @ pairs.reshape(n_items, -1)
    coincidences = coincidences.reshape(-1, n_values, n_values)
    n = totals.sum(axis=1)
    distance = _squared_distances(totals, values, level)
    observed = (coincidences * distance).sum(axis=(1, 2)) / n
    expected = (totals[:, :, None] * totals[:, None, :] * distance).sum(axis=(1, 2)) / (n * (n - 1.0))
    return np.where(
        expected > 0, 1.0 - np.divide(observed, expected, where=expected > 0, out=np.zeros_like(n)), np.nan
    )


def _squared_distances(totals: np.ndarray, values: list[Hashable], level: str) -> np.ndarray:
    """Return the squared difference of each two labels, shape (n_boot or 1, n_values, n_values)."""
    n_values = len(values)
    if level == "nominal":
        return (1.0 - np.eye(n_values))[None]
    if level == "ordinal":
        # Between two ranks lie all labels from one to the other, half of the two themselves.
        reach = np.cumsum(totals, axis=1) - totals / 2.0
        return (reach[:, :, None] - reach[:, None, :]) ** 2
    numbers = np.array(values, dtype=np.float64)
    gaps = (numbers[:, None] - numbers[None, :]) ** 2
    if level == "interval":
        return gaps[None]
    sums = (numbers[:, None] + numbers[None, :]) ** 2
    return np.divide(gaps, sums, out=np.zeros_like(gaps), where=sums > 0)[None]
