"""Effects of two-level factors in a planned corpus: a Plackett-Burman design, and what came out of it."""

from __future__ import annotations

from collections.abc import Hashable, Mapping, Sequence

import numpy as np
import pandas as pd

from discourse.errors import UsageError, listed
from discourse.stats.comparison import compare_rates, compare_values
from discourse.stats.correction import correct

__all__ = ["design_effects", "factor_effect", "plackett_burman"]

# First row of the cyclic designs as Plackett and Burman printed them.
GENERATORS = {
    8: "+++-+--",
    12: "++-+++---+-",
    20: "++--++++-+-+----++-",
}


def plackett_burman(n_runs: int = 12) -> pd.DataFrame:
    """Return a Plackett-Burman design.

    Every factor is high in half the runs and low in the other, and in the runs in which one factor is high
    every other one is high in half, so main effects do not confuse each other (they may be confused with
    interactions).

    Parameters
    ----------
    n_runs : {8, 12, 20}
        Number of runs; up to one factor less can be studied.

    Returns
    -------
    pandas.DataFrame
        `n_runs` rows, columns f1, f2, …, values -1 and 1; the last row is all low.

    Raises
    ------
    UsageError
        Another number of runs.

    References
    ----------
    Plackett, R. L., & Burman, J. P. (1946). The design of optimum multifactorial experiments. Biometrika
    33(4), 305-325. doi:10.1093/biomet/33.4.305

    Examples
    --------
    >>> design = plackett_burman(12)
    >>> design.shape, int(abs(design.T @ design - 12 * np.eye(11)).to_numpy().max())
    ((12, 11), 0)
    """
    if n_runs not in GENERATORS:
        raise UsageError(
            f"Argument n_runs: no design with {n_runs!r} runs; there are {listed(map(str, GENERATORS))}."
        )
    first = np.array([1 if sign == "+" else -1 for sign in GENERATORS[n_runs]], dtype=np.int64)
    rows = [np.roll(first, shift) for shift in range(n_runs - 1)]
    rows.append(np.full(n_runs - 1, -1, dtype=np.int64))
    return pd.DataFrame(np.array(rows), columns=[f"f{i + 1}" for i in range(n_runs - 1)])


def factor_effect(
    data: pd.DataFrame,
    factor: str,
    *,
    value: str | None = None,
    hits: str = "n_hits",
    tokens: str = "n_tokens",
    high: Hashable = None,
    low: Hashable = None,
    strata: str | Sequence[str] | None = None,
    n_permutations: int = 4999,
    n_boot: int = 2000,
    seed: int = 0,
) -> pd.DataFrame:
    """Compute the effect of one two-level factor on what was measured.

    In a balanced design the contrast of the two levels is the factor's main effect. Documents are exchanged
    and drawn within `strata` (e.g. the two languages of a design that was run once in each).

    Parameters
    ----------
    data : pandas.DataFrame
        One row a document.
    factor : str
        Column with the two levels.
    value : str, optional
        Column with one value a document, whose means are compared; without it the rates hits / tokens are.
    hits, tokens : str
        Columns with counts.
    high, low : optional
        The levels; the effect is high against low.
    strata, n_permutations, n_boot, seed
        As in `compare_rates`.

    Returns
    -------
    pandas.DataFrame
        One row: factor, high, low, n_high, n_low, effect, unit (difference, or rate_ratio), ci_low,
        ci_high, p_value, note.

    Examples
    --------
    >>> table = pd.DataFrame({"stance": ["war", "peace"] * 3, "n_hits": [9, 3, 8, 2, 9, 4], "n_tokens": 500})
    >>> effect = factor_effect(table, "stance", high="war", low="peace")
    >>> effect[["effect", "unit"]].round(2).values.tolist()
    [[2.89, 'rate_ratio']]
    """
    shared = {
        "target": high,
        "reference": low,
        "strata": strata,
        "n_permutations": n_permutations,
        "n_boot": n_boot,
        "seed": seed,
    }
    if value is None:
        row = compare_rates(data, factor, hits=hits, tokens=tokens, **shared).iloc[0]  # type: ignore[arg-type]
        effect, ends, unit = row["rate_ratio"], (row["ratio_low"], row["ratio_high"]), "rate_ratio"
    else:
        row = compare_values(data, factor, value, **shared).iloc[0]  # type: ignore[arg-type]
        effect, ends, unit = row["difference"], (row["diff_low"], row["diff_high"]), "difference"
    return pd.DataFrame(
        {
            "factor": [factor],
            "high": [row["target"]],
            "low": [row["reference"]],
            "n_high": [row["n_target"]],
            "n_low": [row["n_reference"]],
            "effect": [float(effect)],
            "unit": [unit],
            "ci_low": [float(ends[0])],
            "ci_high": [float(ends[1])],
            "p_value": [float(row["p_value"])],
            "note": [row["note"]],
        }
    )


def design_effects(
    data: pd.DataFrame,
    factors: Sequence[str] | Mapping[str, tuple[Hashable, Hashable]],
    *,
    value: str | None = None,
    hits: str = "n_hits",
    tokens: str = "n_tokens",
    strata: str | Sequence[str] | None = None,
    correction: str = "holm",
    n_permutations: int = 4999,
    n_boot: int = 2000,
    seed: int = 0,
) -> pd.DataFrame:
    """Compute the effects of all factors of a design, placebos included, on one thing measured.

    Parameters
    ----------
    data : pandas.DataFrame
        One row a document.
    factors : sequence of str, or mapping of str to (high, low)
        The factors' columns; without levels the first in order is high.
    value, hits, tokens, strata, n_permutations, n_boot, seed
        As in `factor_effect`.
    correction : str
        How p is corrected for the number of factors, see `correct`.

    Returns
    -------
    pandas.DataFrame
        The columns of `factor_effect` and p_corrected, one row a factor in the order given.

    Examples
    --------
    >>> design = plackett_burman(12).assign(n_hits=lambda d: 6 + 3 * d["f1"], n_tokens=500)
    >>> effects = design_effects(design, {"f1": (1, -1), "f2": (1, -1)}, n_permutations=200, n_boot=200)
    >>> effects["effect"].round(3).tolist()
    [3.0, 1.0]
    """
    levels = dict(factors) if isinstance(factors, Mapping) else dict.fromkeys(factors, (None, None))
    if not levels:
        raise UsageError("Argument factors: none given; name the columns of the design's factors.")
    frames = [
        factor_effect(
            data,
            factor,
            value=value,
            hits=hits,
            tokens=tokens,
            high=high,
            low=low,
            strata=strata,
            n_permutations=n_permutations,
            n_boot=n_boot,
            seed=seed,
        )
        for factor, (high, low) in levels.items()
    ]
    table = pd.concat(frames, ignore_index=True)
    table["p_corrected"] = correct(table["p_value"].to_numpy(), correction)
    return table
