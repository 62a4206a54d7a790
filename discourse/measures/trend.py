"""Counts over time: a trend that allows for overdispersion and autocorrelation, and a change point."""

from __future__ import annotations

import math
import warnings

import numpy as np

__all__ = ["FEWEST_PERIODS", "change_point", "log_linear_trend"]

FEWEST_PERIODS = 5
MIN_SIDE = 2


def log_linear_trend(
    hits: np.ndarray, tokens: np.ndarray, times: np.ndarray
) -> tuple[float, float, float, str]:
    """Estimate the change of the log rate per unit of time.

    A generalised linear model of the negative binomial family with log link and tokens as exposure. Its
    dispersion is estimated from a Poisson fit by the regression of Cameron and Trivedi. The standard error
    sums scores by time and weighs neighbouring times by Bartlett's kernel (Driscoll and Kraay), with lag 4
    (T/100)^(2/9); the interval takes Student's t with T - 2 degrees of freedom, T the number of times.

    Parameters
    ----------
    hits, tokens, times : numpy.ndarray
        One a document; at least five different times, tokens above 0, some hits.

    Returns
    -------
    slope, low, high : float
        Log rate ratio per unit of time with its 95 % interval; the interval is NaN where the model gives
        none.
    how : str
        In words, for the note.

    References
    ----------
    Cameron, A. C., & Trivedi, P. K. (2013), Driscoll, J. C., & Kraay, A. C. (1998), see
    `discourse.measures.shift`.
    """
    from scipy.special import stdtrit
    from statsmodels.genmod import families
    from statsmodels.genmod.generalized_linear_model import GLM
    from statsmodels.tools.sm_exceptions import ConvergenceWarning

    order = np.argsort(times, kind="stable")
    hits, tokens, times = hits[order], tokens[order], times[order]
    periods, period = np.unique(times, return_inverse=True)
    centred = times - times.mean()
    design = np.column_stack([np.ones(len(hits)), centred])
    offset = np.log(tokens)
    lag = int(4.0 * (len(periods) / 100.0) ** (2.0 / 9.0))
    with warnings.catch_warnings(record=True) as caught:
        warnings.simplefilter("always")
        poisson = GLM(hits, design, family=families.Poisson(), offset=offset).fit()
        fitted = poisson.fittedvalues
        excess = ((hits - fitted) ** 2 - hits) / fitted
        dispersion = max(float((excess * fitted).sum() / (fitted**2).sum()), 0.0)
        overdispersed = dispersion > 1e-8
        family = families.NegativeBinomial(alpha=dispersion) if overdispersed else families.Poisson()
        model = GLM(hits, design, family=family, offset=offset)
        fit = model.fit(cov_type="hac-groupsum", cov_kwds={"time": period, "maxlags": lag})
    slope, error = float(fit.params[1]), float(fit.bse[1])
    name = "negative binomial" if overdispersed else "Poisson (no overdispersion found)"
    how = f"{name} regression over {len(periods)} times"
    if any(issubclass(warning.category, ConvergenceWarning) for warning in caught):
        return math.nan, math.nan, math.nan, f"undefined: the {name} regression did not converge"
    if not math.isfinite(error) or error <= 0:
        return slope, math.nan, math.nan, f"{how}; no standard error"
    reach = float(stdtrit(len(periods) - 2, 0.975)) * error
    return slope, slope - reach, slope + reach, f"{how}; 95 % interval robust to autocorrelation (lag {lag})"


def change_point(
    hits: np.ndarray,
    tokens: np.ndarray,
    times: np.ndarray,
    generator: np.random.Generator,
    n_permutations: int,
) -> tuple[float, float]:
    """Find the time from which on another rate fits best.

    Every division of the times with at least two on each side is tried; the statistic is the Poisson
    log-likelihood ratio of two rates against one. Its p-value comes from giving the documents each other's
    times, for counts are no Poisson draws.

    Parameters
    ----------
    hits, tokens, times : numpy.ndarray
        One a document; at least four different times.
    generator : numpy.random.Generator
    n_permutations : int

    Returns
    -------
    at : float
        First time of the later part.
    p_value : float
        Of no change at any time, the observed order counted in.

    Examples
    --------
    >>> hits, tokens, times = np.array([1.0, 1, 1, 9, 9, 9]), np.full(6, 100.0), np.arange(6.0)
    >>> change_point(hits, tokens, times, np.random.default_rng(0), 99)[0]
    3.0
    """
    periods, period = np.unique(times, return_inverse=True)

    def ratios(x: np.ndarray, n: np.ndarray) -> np.ndarray:
        """Return the statistic of each division, for counts by period in the last axis."""
        a, c = (
            np.cumsum(x, axis=-1)[..., MIN_SIDE - 1 : -MIN_SIDE],
            np.cumsum(n, axis=-1)[..., MIN_SIDE - 1 : -MIN_SIDE],
        )
        b, d = x.sum(axis=-1, keepdims=True) - a, n.sum(axis=-1, keepdims=True) - c
        rate = x.sum(axis=-1, keepdims=True) / n.sum(axis=-1, keepdims=True)
        with np.errstate(divide="ignore", invalid="ignore"):
            parts = [np.where(k > 0, k * np.log(k / (m * rate)), 0.0) for k, m in ((a, c), (b, d))]
        return parts[0] + parts[1]

    def by_period(order: np.ndarray) -> tuple[np.ndarray, np.ndarray]:
        return (
            np.bincount(period, weights=hits[order], minlength=len(periods)),
            np.bincount(period, weights=tokens[order], minlength=len(periods)),
        )

    observed = ratios(*by_period(np.arange(len(hits))))
    best = int(np.argmax(observed))
    drawn = [ratios(*by_period(generator.permutation(len(hits)))).max() for _ in range(n_permutations)]
    extreme = int(np.count_nonzero(np.array(drawn) >= observed[best] - 1e-9))
    return float(periods[best + MIN_SIDE]), (extreme + 1) / (n_permutations + 1)
