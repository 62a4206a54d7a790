"""Which of several overlapping matches count: the longest, and each token once."""

from __future__ import annotations

import numpy as np


def longest_first(
    first: np.ndarray, length: np.ndarray, rank: np.ndarray, category: np.ndarray
) -> np.ndarray:
    """Choose among candidates: longest first, then leftmost, each token used once.

    Candidates of several categories may share one span; within a category the one of lowest rank stays.

    Parameters
    ----------
    first, length, rank : int64 arrays
        Of the candidates: first token, how many tokens, place of the entry in the order of preference.
    category : int array over ranks

    Returns
    -------
    int64 array
        Indices of the candidates that count, in order of position, then category.
    """
    if not len(first):
        return np.zeros(0, dtype=np.int64)
    n_lengths, n_ranks = int(length.max()) + 1, len(category)
    # candidates come in few sorted runs, one a length, which a stable sort merges
    order = np.argsort((first * n_lengths + (n_lengths - length)) * n_ranks + rank, kind="stable")
    f, n, c = first[order], length[order], category[rank[order]]
    new_span = np.append(True, (f[1:] != f[:-1]) | (n[1:] != n[:-1]))
    wanted = new_span | np.append(True, c[1:] != c[:-1])
    span = np.cumsum(new_span) - 1
    keep = _spans_to_keep(f[new_span], n[new_span])
    return order[wanted & keep[span]]


def _spans_to_keep(first: np.ndarray, length: np.ndarray) -> np.ndarray:
    """Bool per span; the spans are different, in order of first token, then longest first."""
    end = first + length
    reach = np.maximum.accumulate(end)
    begins = np.flatnonzero(
        np.append(True, first[1:] >= reach[:-1])
    )  # where a cluster of overlapping spans does
    size = np.diff(np.append(begins, len(first)))
    keep = np.ones(len(first), dtype=bool)
    crowded = size > 1
    if not crowded.any():
        return keep
    # mostly the first span of a cluster covers all others
    covered = reach[np.append(begins[1:], len(first)) - 1] == end[begins]
    in_covered = np.repeat(crowded & covered, size)
    keep[in_covered] = False
    keep[begins] = True
    tangled = np.flatnonzero(np.repeat(crowded & ~covered, size))
    taken: set[int] = set()
    for i in tangled[np.lexsort((first[tangled], -length[tangled]))].tolist():
        cells = range(int(first[i]), int(end[i]))
        keep[i] = taken.isdisjoint(cells)
        if keep[i]:
            taken.update(cells)
    return keep
