"""Correction of p-values for many tests."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np

from discourse.errors import UsageError, did_you_mean, listed

__all__ = ["METHODS", "correct"]

METHODS = ("holm", "benjamini_hochberg", "none")


def correct(p_values: Sequence[float] | np.ndarray, method: str = "holm") -> np.ndarray:
    """Return p-values corrected for the number of tests.

    Parameters
    ----------
    p_values : sequence of float
        Missing values stay missing and count as no test.
    method : {"holm", "benjamini_hochberg", "none"}
        ``holm`` controls the chance of any false discovery, ``benjamini_hochberg`` the share of false
        discoveries (for independent or positively dependent tests).

    Returns
    -------
    numpy.ndarray of float64
        As long as `p_values`, never below them, at most 1.

    Raises
    ------
    UsageError
        Unknown method, or a p-value outside 0 to 1.

    References
    ----------
    Holm, S. (1979). A simple sequentially rejective multiple test procedure. Scandinavian Journal of
    Statistics 6(2), 65-70. Benjamini, Y., & Hochberg, Y. (1995). Controlling the false discovery rate.
    Journal of the Royal Statistical Society B 57(1), 289-300.

    Examples
    --------
    >>> correct([0.01, 0.04, 0.03]).round(3).tolist()
    [0.03, 0.06, 0.06]
    >>> correct([0.01, 0.04, 0.03], "benjamini_hochberg").round(3).tolist()
    [0.03, 0.04, 0.04]
    """
    if method not in METHODS:
        raise UsageError(
            f"Argument method: '{method}' is no correction; allowed are {listed(METHODS)}."
            f"{did_you_mean(method, METHODS)}"
        )
    values = np.asarray(p_values, dtype=np.float64)
    tested = np.flatnonzero(~np.isnan(values))
    wrong = tested[(values[tested] < 0) | (values[tested] > 1)]
    if len(wrong):
        raise UsageError(
            f"Argument p_values: {values[wrong[0]]:g} at {wrong[0]} is no probability between 0 and 1."
        )
    result = values.copy()
    n = len(tested)
    if method == "none" or not n:
        return result
    order = tested[np.argsort(values[tested], kind="stable")]
    ranks = np.arange(1, n + 1)
    if method == "holm":
        stepped = np.maximum.accumulate(values[order] * (n - ranks + 1))
    else:
        stepped = np.minimum.accumulate((values[order] * n / ranks)[::-1])[::-1]
    result[order] = np.minimum(stepped, 1.0)
    return result
