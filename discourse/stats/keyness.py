"""Which words set a target apart from a reference: keyness on tokens or on texts."""

from __future__ import annotations

import numpy as np
import pandas as pd

from discourse.errors import UsageError, listed
from discourse.stats.correction import correct
from discourse.stats.frequency import Counts, counted

__all__ = ["keyness", "log_likelihood"]


def log_likelihood(
    n_target: np.ndarray | float,
    n_reference: np.ndarray | float,
    size_target: float,
    size_reference: float,
    cells: int = 2,
) -> np.ndarray:
    """Return the log-likelihood G2 of a word's frequency in two corpora.

    With a, b the counts and c, d the sizes: E1 = c(a+b)/(c+d), E2 = d(a+b)/(c+d), and
    G2 = 2[a ln(a/E1) + b ln(b/E2)], where 0 ln 0 is 0. With ``cells=4`` the two cells of all other words
    are added, as in Dunning's original.

    Parameters
    ----------
    n_target, n_reference : array of float
        Counts of each word.
    size_target, size_reference : float
        Sizes of the corpora in the same unit.
    cells : {2, 4}
        Cells of the contingency table that enter the sum.

    Returns
    -------
    numpy.ndarray of float64
        0 or more; higher = the difference is less likely to be chance. NaN where a corpus is empty or the
        word occurs in neither. It grows with corpus size and is no effect size.

    Raises
    ------
    UsageError
        `cells` is neither 2 nor 4.

    References
    ----------
    Rayson, P., & Garside, R. (2000). Comparing corpora using frequency profiling. Proceedings of the
    Workshop on Comparing Corpora, 1-6 (two cells). Dunning, T. (1993). Accurate methods for the statistics
    of surprise and coincidence. Computational Linguistics 19(1), 61-74 (four cells).

    Examples
    --------
    >>> log_likelihood(20, 5, 1000, 1000).round(3).item()
    9.637
    """
    if cells not in (2, 4):
        raise UsageError(
            f"Argument cells: {cells!r} is not possible; give 2 (Rayson & Garside) or 4 (Dunning)."
        )
    a, b = np.asarray(n_target, dtype=np.float64), np.asarray(n_reference, dtype=np.float64)
    c, d = float(size_target), float(size_reference)
    if c <= 0 or d <= 0:
        return np.full(np.broadcast_shapes(a.shape, b.shape), np.nan)
    pairs = [(a, c * (a + b) / (c + d)), (b, d * (a + b) / (c + d))]
    if cells == 4:
        other = (c - a) + (d - b)
        pairs += [(c - a, c * other / (c + d)), (d - b, d * other / (c + d))]
    total = sum(_x_log_ratio(observed, expected) for observed, expected in pairs)
    # Rounding can leave a word of equal rates a hair below 0.
    return np.where(a + b > 0, np.maximum(2.0 * total, 0.0), np.nan)


def _x_log_ratio(observed: np.ndarray, expected: np.ndarray) -> np.ndarray:
    quotient = np.divide(
        observed, expected, out=np.ones_like(expected), where=(observed > 0) & (expected > 0)
    )
    return observed * np.log(quotient)


def keyness(
    target: Counts,
    reference: Counts,
    *,
    unit: str = "tokens",
    cells: int = 2,
    correction: str = "holm",
    prior: float = 1000.0,
    n_min: int = 1,
) -> pd.DataFrame:
    """Compare the words of a target with those of a reference.

    Parameters
    ----------
    target, reference : pandas.DataFrame, pandas.Series or mapping
        Tokens tables (left-out tokens do not count), tables of counts by document (doc_id, type, n), or
        counts.
    unit : {"tokens", "texts"}
        What is counted: tokens, or the texts a word occurs in. Counted on texts (text-dispersion keyness),
        one long text that repeats a word does not make it key.
    cells : {2, 4}
        Cells of the log-likelihood.
    correction : {"holm", "benjamini_hochberg", "none"}
        How p is corrected for as many tests as there are words.
    prior : float
        Strength of the prior of `z`, in words.
    n_min : int
        Least number of occurrences in both together; the others are not tested.

    Returns
    -------
    pandas.DataFrame
        type; n_target, n_reference; per_1000_target, per_1000_reference (of tokens or of texts);
        log_likelihood; log_ratio, the binary logarithm of the ratio of the rates, a count of 0 taken as .5
        (positive = more in the target); pct_diff, 100 (rate - reference rate) / reference rate, missing
        where the reference rate is 0; z, the log-odds ratio over its standard error under a Dirichlet prior
        proportional to both corpora together; p_value from the log-likelihood (chi-squared, 1 degree of
        freedom), p_corrected. Highest log-likelihood first. p on tokens takes words for independent, which
        they are not: read it as a ranking.

    Raises
    ------
    UsageError
        Unknown unit, an empty corpus, or texts asked of counts without documents.

    References
    ----------
    Rayson & Garside (2000), see `log_likelihood`. Log ratio: Hardie, A. (2014), as documented with the
    log-likelihood calculator of UCREL, Lancaster. %DIFF: Gabrielatos, C., & Marchi, A. (2012). Keyness:
    Appropriate metrics and practical issues. Texts: Egbert, J., & Biber, D. (2019). Incorporating text
    dispersion into keyword analyses. Corpora 14(1), 77-104. z: Monroe, B. L., Colaresi, M. P., & Quinn, K.
    M. (2008). Fightin' words: Lexical feature selection and evaluation for identifying the content of
    political conflict. Political Analysis 16(4), 372-403.

    Examples
    --------
    >>> table = keyness({"war": 20, "the": 980}, {"war": 5, "the": 995})
    >>> table[["type", "log_ratio"]].round(2).values.tolist()
    [['war', 2.0], ['the', -0.02]]
    """
    if unit not in ("tokens", "texts"):
        raise UsageError(f"Argument unit: '{unit}' cannot be counted; give {listed(['tokens', 'texts'])}.")
    if not prior > 0:
        raise UsageError(f"Argument prior: {prior!r} is not above 0; it is a number of words, e.g. 1000.")
    n_target, c = _sizes(target, unit, "target")
    n_reference, d = _sizes(reference, unit, "reference")
    table = pd.DataFrame({"n_target": n_target, "n_reference": n_reference}).fillna(0.0)
    table = table[table.sum(axis=1) >= max(n_min, 1)]
    a, b = table["n_target"].to_numpy(dtype=np.float64), table["n_reference"].to_numpy(dtype=np.float64)
    g2 = log_likelihood(a, b, c, d, cells)
    from scipy.special import chdtrc

    p_value = chdtrc(1, g2)
    rate, reference_rate = a / c, b / d
    result = pd.DataFrame(
        {
            "type": table.index.to_numpy(dtype=object),
            "n_target": a.astype(np.int64),
            "n_reference": b.astype(np.int64),
            "per_1000_target": 1000.0 * rate,
            "per_1000_reference": 1000.0 * reference_rate,
            "log_likelihood": g2,
            "log_ratio": np.log2((np.where(a > 0, a, 0.5) / c) / (np.where(b > 0, b, 0.5) / d)),
            "pct_diff": np.divide(
                100.0 * (rate - reference_rate), reference_rate, out=np.full(len(a), np.nan), where=b > 0
            ),
            "z": _z(a, b, c, d, prior),
            "p_value": p_value,
            "p_corrected": correct(p_value, correction),
        }
    )
    return result.sort_values(["log_likelihood", "type"], ascending=[False, True], ignore_index=True)


def _sizes(data: Counts, unit: str, argument: str) -> tuple[pd.Series, float]:
    """Return each type's count and the size of the corpus, in tokens or texts."""
    counts = counted(data, argument)
    if unit == "texts":
        if counts["doc_id"].isna().any():
            raise UsageError(f"Argument {argument}: counts without doc_id cannot be counted by texts.")
        present = counts[counts["n"] > 0]
        size = float(present["doc_id"].nunique())
        numbers = present.groupby("type")["doc_id"].nunique()
    else:
        size = float(counts["n"].sum())
        numbers = counts.groupby("type")["n"].sum()
    if size <= 0:
        raise UsageError(f"Argument {argument}: it has no words, so nothing can be compared with it.")
    return numbers, size


def _z(a: np.ndarray, b: np.ndarray, c: float, d: float, prior: float) -> np.ndarray:
    """Return Monroe, Colaresi & Quinn's z with a prior of `prior` words spread like both corpora together."""
    alpha = prior * (a + b) / (c + d)
    # Where there is one type only, nothing is left to set its odds against.
    others = (c + prior - a - alpha, d + prior - b - alpha)
    defined = (others[0] > 1e-9) & (others[1] > 1e-9)
    odds, reference_odds = (
        np.log((n + alpha) / np.where(defined, other, np.nan))
        for n, other in zip((a, b), others, strict=True)
    )
    return (odds - reference_odds) / np.sqrt(1.0 / (a + alpha) + 1.0 / (b + alpha))
