"""Whether two groups of documents differ, and by how much: documents, not words, are the units."""

from __future__ import annotations

import math
from collections.abc import Hashable, Sequence

import numpy as np
import pandas as pd

from discourse.stats.resampling import TwoGroups, bootstrap_weights, interval, permutation_p, two_groups

__all__ = ["compare_rates", "compare_values", "rate_ratio"]


def compare_rates(
    data: pd.DataFrame,
    group: str,
    *,
    hits: str = "n_hits",
    tokens: str = "n_tokens",
    target: Hashable = None,
    reference: Hashable = None,
    strata: str | Sequence[str] | None = None,
    n_permutations: int = 4999,
    n_boot: int = 2000,
    seed: int = 0,
) -> pd.DataFrame:
    """Compare the rate of hits between two groups of documents.

    Parameters
    ----------
    data : pandas.DataFrame
        One row a document: the columns `group`, `hits`, `tokens`, and those of `strata`.
    group : str
        Column with the two groups.
    hits, tokens : str
        Columns with the counts.
    target, reference : optional
        The groups; may be left away where the column holds just two (target is then the first in order).
    strata : str or sequence of str, optional
        Columns within whose values documents are exchanged and drawn, e.g. ``language``.
    n_permutations, n_boot, seed : int
        Number of random divisions (all of them where they are fewer), of resamples, and seed.

    Returns
    -------
    pandas.DataFrame
        One row: target, reference, n_target, n_reference (documents), rate_target, rate_reference (per
        1,000 tokens, pooled), difference with diff_low, diff_high, rate_ratio with ratio_low, ratio_high
        (positive difference, ratio above 1 = more in the target), p_value (two-sided, of no difference),
        note. The intervals draw documents within each group and stratum (expanded percentile). Where a
        group has no hits, .5 is added to both counts for the ratio.

    Raises
    ------
    UsageError
        Missing column, or groups that cannot be told.

    References
    ----------
    Permutation test: Good, P. (2005). Permutation, parametric, and bootstrap tests of hypotheses, 3rd
    edition. The p-value counts the observed division among the random ones: Phipson, B., & Smyth, G. K.
    (2010). Permutation p-values should never be zero. Statistical Applications in Genetics and Molecular
    Biology 9(1), 39.

    Examples
    --------
    >>> table = pd.DataFrame({"side": list("aaaabbbb"), "n_hits": [9, 8, 9, 8, 2, 3, 2, 1], "n_tokens": 500})
    >>> compare_rates(table, "side").round(3)[["rate_ratio", "p_value"]].values.tolist()
    [[4.25, 0.029]]
    """
    groups = two_groups(data, group, [hits, tokens], target, reference, strata)
    x = groups.frame[hits].to_numpy(dtype=np.float64)
    n = groups.frame[tokens].to_numpy(dtype=np.float64)

    def sums(weights: np.ndarray) -> tuple[np.ndarray, np.ndarray, np.ndarray, np.ndarray]:
        inside, outside = weights * groups.is_target, weights * ~groups.is_target
        return inside @ x, inside @ n, outside @ x, outside @ n

    def differences(members: np.ndarray) -> np.ndarray:
        a, c = members @ x, members @ n
        with np.errstate(divide="ignore", invalid="ignore"):
            return 1000.0 * (a / c - (x.sum() - a) / (n.sum() - c))

    a, c, b, d = (float(part) for part in sums(np.ones(len(x))))
    rate, reference_rate = (1000.0 * a / c if c else math.nan), (1000.0 * b / d if d else math.nan)
    p_value, how = permutation_p(groups, differences, n_permutations, seed, "compare_rates")
    drawn = sums(bootstrap_weights(groups, n_boot, seed, "compare_rates"))
    with np.errstate(divide="ignore", invalid="ignore"):
        diff = 1000.0 * (drawn[0] / drawn[1] - drawn[2] / drawn[3])
    low, high = interval(diff, groups)
    ratio_low, ratio_high = interval(np.log(rate_ratio(*drawn)), groups)
    ratio = float(rate_ratio(*(np.array([part]) for part in (a, c, b, d)))[0])
    return pd.DataFrame(
        {
            **_heads(groups),
            "rate_target": [rate],
            "rate_reference": [reference_rate],
            "difference": [rate - reference_rate],
            "diff_low": [low],
            "diff_high": [high],
            "rate_ratio": [ratio],
            "ratio_low": [math.exp(ratio_low)],
            "ratio_high": [math.exp(ratio_high)],
            "p_value": [p_value],
            "note": [_note(groups, how, n_boot, 0.0 in (a, b))],
        }
    )


def compare_values(
    data: pd.DataFrame,
    group: str,
    value: str = "value",
    *,
    target: Hashable = None,
    reference: Hashable = None,
    strata: str | Sequence[str] | None = None,
    n_permutations: int = 4999,
    n_boot: int = 2000,
    seed: int = 0,
) -> pd.DataFrame:
    """Compare the mean of one value a document between two groups.

    Parameters
    ----------
    data, group, target, reference, strata, n_permutations, n_boot, seed
        As in `compare_rates`.
    value : str
        Column with the values; documents where it is missing are left away, and the note says how many.

    Returns
    -------
    pandas.DataFrame
        One row: target, reference, n_target, n_reference, mean_target, mean_reference, difference with
        diff_low, diff_high, p_value, note.

    Examples
    --------
    >>> table = pd.DataFrame({"side": list("aaaabbbb"), "value": [3, 4, 5, 4, 1, 2, 1, 2]})
    >>> compare_values(table, "side").round(3)[["difference", "p_value"]].values.tolist()
    [[2.5, 0.029]]
    """
    groups = two_groups(data, group, [value], target, reference, strata)
    present = groups.frame[value].notna().to_numpy()
    n_missing = int((~present).sum())
    kept = groups.keep(present)
    y = kept.frame[value].to_numpy(dtype=np.float64)

    def means(weights: np.ndarray) -> tuple[np.ndarray, np.ndarray]:
        inside, outside = weights * kept.is_target, weights * ~kept.is_target
        with np.errstate(divide="ignore", invalid="ignore"):
            return inside @ y / inside.sum(axis=-1), outside @ y / outside.sum(axis=-1)

    def differences(members: np.ndarray) -> np.ndarray:
        return members @ y / members.sum(axis=-1) - (y.sum() - members @ y) / (len(y) - members.sum(axis=-1))

    mean, reference_mean = (float(part) for part in means(np.ones(len(y))))
    p_value, how = permutation_p(kept, differences, n_permutations, seed, "compare_values")
    drawn = means(bootstrap_weights(kept, n_boot, seed, "compare_values"))
    low, high = interval(drawn[0] - drawn[1], kept)
    note = _note(kept, how, n_boot, False)
    if n_missing:
        note += f"; {n_missing} without a value left away"
    return pd.DataFrame(
        {
            **_heads(kept),
            "mean_target": [mean],
            "mean_reference": [reference_mean],
            "difference": [mean - reference_mean],
            "diff_low": [low],
            "diff_high": [high],
            "p_value": [p_value],
            "note": [note],
        }
    )


def rate_ratio(a: np.ndarray, c: np.ndarray, b: np.ndarray, d: np.ndarray) -> np.ndarray:
    """Return (a/c) / (b/d), with .5 added to both counts where one of them is 0.

    Parameters
    ----------
    a, c : numpy.ndarray
        Hits and tokens of the target.
    b, d : numpy.ndarray
        Hits and tokens of the reference.

    Returns
    -------
    numpy.ndarray
        NaN where a group has no tokens, or neither has hits.

    Examples
    --------
    >>> one = np.ones(2)
    >>> rate_ratio(np.array([6.0, 6.0]), 1000 * one, np.array([2.0, 0.0]), 1000 * one).tolist()
    [3.0, 13.0]
    """
    half = np.where((a == 0) | (b == 0), 0.5, 0.0)
    with np.errstate(divide="ignore", invalid="ignore"):
        result = ((a + half) / c) / ((b + half) / d)
    return np.where((c > 0) & (d > 0) & (a + b > 0), result, np.nan)


def _heads(groups: TwoGroups) -> dict[str, list[object]]:
    return {
        "target": [groups.target],
        "reference": [groups.reference],
        "n_target": [int(groups.is_target.sum())],
        "n_reference": [int((~groups.is_target).sum())],
    }


def _note(groups: TwoGroups, how: str, n_boot: int, no_hits: bool) -> str:
    notes = [f"p: {how}"]
    if groups.smallest < 3:
        notes.append("fewer than three documents in a group: no interval")
    else:
        notes.append(
            f"95 % intervals: documents resampled {n_boot:,} times within groups, expanded percentile"
        )
    if len(np.unique(groups.stratum)) > 1:
        notes.append("both within strata")
    if no_hits:
        notes.append("a group has no hits: .5 added to both counts for the ratio")
    return "; ".join(notes)
