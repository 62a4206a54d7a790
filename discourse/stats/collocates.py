"""Which words stand near a word more often than chance has it."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Any

import numpy as np
import pandas as pd

from discourse.errors import UsageError, did_you_mean, listed
from discourse.stats.resampling import check_columns

__all__ = ["ASSOCIATIONS", "collocates"]

# Name here: name of the method of NLTK's BigramAssocMeasures.
ASSOCIATIONS = {
    "log_likelihood": "likelihood_ratio",
    "pmi": "pmi",
    "t_score": "student_t",
    "chi_squared": "chi_sq",
    "dice": "dice",
    "jaccard": "jaccard",
    "mi_like": "mi_like",
    "poisson_stirling": "poisson_stirling",
    "fisher": "fisher",
}


def collocates(
    tokens: pd.DataFrame,
    node: str | Sequence[str],
    *,
    left: int = 5,
    right: int = 5,
    measures: str | Sequence[str] = ("log_likelihood", "pmi", "t_score"),
    within: str = "sentence",
    n_min: int = 2,
) -> pd.DataFrame:
    """Find the collocates of a word.

    A position counts as near where a node stands at most `right` tokens before it or `left` tokens after it
    in the same sentence; it counts once, though two nodes are near. The association is that of the table of
    near / not near by this word / another, nodes themselves left away.

    Parameters
    ----------
    tokens : pandas.DataFrame
        The tokens table: doc_id, sentence, norm; rows marked left_out are passed over.
    node : str or sequence of str
        Norm or norms of the node.
    left, right : int
        Tokens before and after the node.
    measures : str or sequence of str
        Names of `ASSOCIATIONS`, computed by NLTK.
    within : str
        Column of the tokens table that a window does not leave: sentence, paragraph or doc_id.
    n_min : int
        Least number of occurrences near the node.

    Returns
    -------
    pandas.DataFrame
        type, n_near, n (in all), expected (near, by chance), then a column a measure (higher = more strongly
        associated, but for ``fisher``, a p-value); sorted by the first measure, strongest first.

    Raises
    ------
    UsageError
        Unknown measure or column, a window below 0, or a node that does not occur.

    References
    ----------
    Evert, S. (2008). Corpora and collocations. In A. Lüdeling & M. Kytö (eds.), Corpus linguistics: An
    international handbook, article 58 (surface co-occurrence). Bird, S., Klein, E., & Loper, E. (2009).
    Natural language processing with Python (NLTK's measures).

    Examples
    --------
    >>> words = "the naval blockade began and the naval blockade ended".split()
    >>> table = pd.DataFrame({"doc_id": "a", "sentence": 0, "norm": words})
    >>> collocates(table, "blockade", left=1, right=0)[["type", "n_near", "n"]].values.tolist()
    [['naval', 2, 2]]
    """
    chosen = [measures] if isinstance(measures, str) else list(measures)
    for name in chosen:
        if name not in ASSOCIATIONS:
            raise UsageError(
                f"Argument measures: '{name}' is no association; there are {listed(ASSOCIATIONS)}."
                f"{did_you_mean(name, ASSOCIATIONS)}"
            )
    if not chosen:
        raise UsageError(f"Argument measures: none given; there are {listed(ASSOCIATIONS)}.")
    check_columns(tokens, ("doc_id", "norm", within), "tokens")
    if left < 0 or right < 0:
        raise UsageError(
            f"Arguments left, right: a window of {left} and {right} tokens is not possible; give 0 or more."
        )
    kept = tokens[~tokens["left_out"].to_numpy(dtype=bool)] if "left_out" in tokens.columns else tokens
    code, types = pd.factorize(kept["norm"].to_numpy(dtype=object))
    nodes = [node] if isinstance(node, str) else list(node)
    is_node = np.isin(code, np.flatnonzero(np.isin(types.astype(str), nodes)))
    if not is_node.any():
        raise UsageError(
            f"Argument node: '{', '.join(nodes)}' does not occur; norms are lower case, without 's."
        )
    near = _near(kept, is_node, within, left, right) & ~is_node
    other = ~is_node
    n_near = np.bincount(code[near], minlength=len(types))
    n_all = np.bincount(code[other], minlength=len(types))
    return _associated(types, n_near, n_all, int(near.sum()), int(other.sum()), chosen, n_min)


def _near(kept: pd.DataFrame, is_node: np.ndarray, within: str, left: int, right: int) -> np.ndarray:
    """Return which positions lie in a node's window, not leaving the unit `within` of its document."""
    unit = (
        kept.groupby(["doc_id"] if within == "doc_id" else ["doc_id", within], sort=False).ngroup().to_numpy()
    )
    near = np.zeros(len(kept), dtype=bool)
    at = np.flatnonzero(is_node)
    for step in [*range(-left, 0), *range(1, right + 1)]:
        there = at + step
        inside = (there >= 0) & (there < len(kept))
        inside[inside] = unit[there[inside]] == unit[at[inside]]
        near[there[inside]] = True
    return near


def _associated(
    types: np.ndarray,
    n_near: np.ndarray,
    n_all: np.ndarray,
    near: int,
    total: int,
    chosen: list[str],
    n_min: int,
) -> pd.DataFrame:
    from nltk.metrics import BigramAssocMeasures

    found = np.flatnonzero(n_near >= max(n_min, 1))
    table: dict[str, Any] = {
        "type": types[found],
        "n_near": n_near[found].astype(np.int64),
        "n": n_all[found].astype(np.int64),
        "expected": near * n_all[found] / total if total else np.zeros(len(found)),
    }
    for name in chosen:
        function: Callable[..., float] = getattr(BigramAssocMeasures, ASSOCIATIONS[name])
        table[name] = np.array([_safely(function, int(n_near[i]), near, int(n_all[i]), total) for i in found])
    frame = pd.DataFrame(table)
    ascending = [chosen[0] == "fisher", True]
    return frame.sort_values([chosen[0], "type"], ascending=ascending, ignore_index=True)


def _safely(function: Callable[..., float], joint: int, near: int, own: int, total: int) -> float:
    """Return the association, missing where its formula divides by zero (every position is near, say)."""
    try:
        return float(function(joint, (near, own), total))
    except (ZeroDivisionError, ValueError):
        return float("nan")
