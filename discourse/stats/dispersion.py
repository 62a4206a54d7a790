"""How evenly a word is spread over texts."""

from __future__ import annotations

import numpy as np
import pandas as pd

from discourse.errors import UsageError
from discourse.stats.frequency import Counts, counted

__all__ = ["dispersion"]


def dispersion(tokens: Counts) -> pd.DataFrame:
    """Compute the deviation of proportions of each word over texts.

    With s the share of each text in all tokens and v the share of each text in the word's occurrences,
    DP = sum |v - s| / 2. 0 = spread as the texts' sizes would have it, near 1 = all in one small text. DP
    cannot reach 1, so dp_norm divides it by its maximum, 1 - min(s).

    Parameters
    ----------
    tokens : pandas.DataFrame
        The tokens table (left-out tokens do not count), or counts with doc_id, type, n.

    Returns
    -------
    pandas.DataFrame
        type, n, n_texts (texts it occurs in), dp, dp_norm (missing with one text); most frequent first.

    Raises
    ------
    UsageError
        Counts without documents.

    References
    ----------
    Gries, S. Th. (2008). Dispersions and adjusted frequencies in corpora. International Journal of Corpus
    Linguistics 13(4), 403-437. Normalised: Lijffijt, J., & Gries, S. Th. (2012). Correction to the former.
    International Journal of Corpus Linguistics 17(1), 147-149.

    Examples
    --------
    >>> counts = {"doc_id": ["a", "b", "a", "b"], "type": ["war", "war", "the", "the"], "n": [1, 3, 49, 47]}
    >>> dispersion(pd.DataFrame(counts))[["type", "dp"]].round(4).values.tolist()
    [['the', 0.0104], ['war', 0.25]]
    """
    counts = counted(tokens, "tokens")
    counts = counts[counts["n"] > 0]
    if counts["doc_id"].isna().any():
        raise UsageError(
            "Argument tokens: counts without doc_id have no dispersion; give a table with doc_id."
        )
    sizes = counts.groupby("doc_id")["n"].sum()
    share = sizes / sizes.sum() if len(sizes) else sizes.astype(np.float64)
    total = counts.groupby("type")["n"].transform("sum")
    s = counts["doc_id"].map(share).to_numpy(dtype=np.float64)
    v = (counts["n"] / total).to_numpy(dtype=np.float64)
    # A text without the word adds its s; over all texts these are 1 minus the s of those that have it.
    excess = np.abs(v - s) - s
    grouped = counts.assign(excess=excess).groupby("type", as_index=False)
    table = grouped.agg(n=("n", "sum"), n_texts=("doc_id", "nunique"), dp=("excess", "sum"))
    table["dp"] = np.maximum((table["dp"] + 1.0) / 2.0, 0.0)
    widest = 1.0 - share.min() if len(share) > 1 else np.nan
    table["dp_norm"] = table["dp"] / widest
    table["n"] = table["n"].astype(np.int64)
    return table.sort_values(["n", "type"], ascending=[False, True], ignore_index=True)
