"""Intervals for a rate or a mean over documents, by drawing whole documents again."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
import pandas as pd

from discourse.errors import UsageError
from discourse.measures.intervals import bootstrap_sums, interval_of_draws, resample_counts
from discourse.measures.quantities import ratio

__all__ = ["mean_interval", "rate_interval"]


def rate_interval(
    hits: Sequence[float] | np.ndarray,
    tokens: Sequence[float] | np.ndarray,
    *,
    confidence: float = 0.95,
    n_boot: int = 2000,
    seed: int = 0,
) -> pd.DataFrame:
    """Compute a pooled rate per 1,000 tokens with an interval over documents.

    Parameters
    ----------
    hits, tokens : sequence of float
        One a document.
    confidence : float
        Nominal coverage.
    n_boot, seed : int
        Number of resamples of the documents, and seed.

    Returns
    -------
    pandas.DataFrame
        One row: value, unit (per_1000), ci_low, ci_high, n_documents, n_hits, n_tokens. The interval
        (expanded percentile) is missing with fewer than three documents or where all resamples agree.

    Raises
    ------
    UsageError
        Unequal lengths, or negative numbers.

    References
    ----------
    Hesterberg (2015), see `discourse.measures.intervals.expanded_levels`.

    Examples
    --------
    >>> rate_interval([1, 4, 2, 3], [500, 500, 500, 500]).round(2)["value"].item()
    5.0
    """
    x, n = _documents(hits, tokens)
    value, low, high = _pooled(x, n, 1000.0, confidence, n_boot, seed)
    return pd.DataFrame(
        {
            "value": [value],
            "unit": ["per_1000"],
            "ci_low": [low],
            "ci_high": [high],
            "n_documents": [len(x)],
            "n_hits": [int(x.sum())],
            "n_tokens": [int(n.sum())],
        }
    )


def mean_interval(
    values: Sequence[float] | np.ndarray, *, confidence: float = 0.95, n_boot: int = 2000, seed: int = 0
) -> pd.DataFrame:
    """Compute the mean of one value a document with an interval over documents.

    Parameters
    ----------
    values : sequence of float
        One a document; missing ones are left away.
    confidence, n_boot, seed
        As in `rate_interval`.

    Returns
    -------
    pandas.DataFrame
        One row: value, ci_low, ci_high, n_documents.

    Examples
    --------
    >>> mean_interval([1.0, 2.0, 3.0, float("nan")])[["value", "n_documents"]].values.tolist()
    [[2.0, 3.0]]
    """
    x = np.asarray(values, dtype=np.float64)
    x = x[~np.isnan(x)]
    value, low, high = _pooled(x, np.ones(len(x)), 1.0, confidence, n_boot, seed)
    return pd.DataFrame({"value": [value], "ci_low": [low], "ci_high": [high], "n_documents": [len(x)]})


def _documents(
    hits: Sequence[float] | np.ndarray, tokens: Sequence[float] | np.ndarray
) -> tuple[np.ndarray, np.ndarray]:
    x, n = np.asarray(hits, dtype=np.float64), np.asarray(tokens, dtype=np.float64)
    if x.shape != n.shape or x.ndim != 1:
        raise UsageError(
            f"Arguments hits, tokens: {x.size} and {n.size} numbers; give one of each for every document."
        )
    if (x < 0).any() or (n < 0).any():
        raise UsageError("Arguments hits, tokens: counts below 0; counts are 0 or more.")
    return x, n


def _pooled(
    top: np.ndarray, bottom: np.ndarray, scale: float, confidence: float, n_boot: int, seed: int
) -> tuple[float, float, float]:
    value = float(ratio(np.array([top.sum()]), np.array([bottom.sum()]), scale)[0])
    if len(top) < 3:
        return value, float("nan"), float("nan")
    counts = resample_counts(len(top), n_boot, seed, "stats.intervals")
    sums = bootstrap_sums(np.stack([top, bottom], axis=1)[None], np.arange(len(top))[None], counts)
    low, high, _ = interval_of_draws(ratio(sums[0, 0], sums[0, 1], scale), len(top), confidence)
    return value, float(low), float(high)
