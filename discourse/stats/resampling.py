"""Documents of two groups, divided anew (permutation) and drawn anew (bootstrap), within strata."""

from __future__ import annotations

import itertools
import math
from collections.abc import Callable, Hashable, Iterable, Sequence
from dataclasses import dataclass

import numpy as np
import pandas as pd

from discourse.errors import UsageError, did_you_mean, listed
from discourse.measures.intervals import expanded_levels, resample_counts, seeded_generator

__all__ = ["TwoGroups", "bootstrap_weights", "check_columns", "interval", "permutation_p", "two_groups"]

FEWEST_DOCUMENTS = 3


@dataclass(frozen=True)
class TwoGroups:
    """Documents of two groups in a fixed order, with the strata within which they are exchangeable.

    Attributes
    ----------
    target, reference : hashable
        The groups' names.
    frame : pandas.DataFrame
        The documents.
    is_target : numpy.ndarray of bool
    stratum : numpy.ndarray of int64
    """

    target: Hashable
    reference: Hashable
    frame: pd.DataFrame
    is_target: np.ndarray
    stratum: np.ndarray

    def keep(self, rows: np.ndarray) -> TwoGroups:
        """Return the groups with only the given rows (booleans)."""
        return TwoGroups(
            self.target, self.reference, self.frame[rows], self.is_target[rows], self.stratum[rows]
        )

    def cells(self) -> list[np.ndarray]:
        """Return the rows of each group in each stratum."""
        return [
            rows
            for side in (True, False)
            for stratum in np.unique(self.stratum)
            if len(rows := np.flatnonzero((self.stratum == stratum) & (self.is_target == side)))
        ]

    @property
    def smallest(self) -> int:
        """Number of documents of the smaller group."""
        return int(min(self.is_target.sum(), (~self.is_target).sum()))


def check_columns(data: pd.DataFrame, columns: Iterable[str], argument: str = "data") -> None:
    """Raise UsageError where this is no table, or a column is missing in it."""
    if not hasattr(data, "columns"):
        raise UsageError(f"Argument {argument}: a table is needed, not {type(data).__name__}.")
    have = [str(column) for column in data.columns]
    for column in columns:
        if column not in have:
            raise UsageError(
                f"Argument {argument}: the table has no column '{column}'; it has {listed(have)}."
                f"{did_you_mean(column, have)}"
            )


def two_groups(
    data: pd.DataFrame,
    group: str,
    columns: Sequence[str],
    target: Hashable = None,
    reference: Hashable = None,
    strata: str | Sequence[str] | None = None,
) -> TwoGroups:
    """Return the documents of a target and a reference group.

    Raises
    ------
    UsageError
        Missing column, or groups that cannot be told.
    """
    layers = [strata] if isinstance(strata, str) else list(strata or [])
    check_columns(data, (group, *columns, *layers))
    levels = sorted(data[group].dropna().unique().tolist(), key=lambda level: (str(type(level)), level))
    first, second = _pair(group, levels, target, reference)
    frame = data[data[group].isin([first, second])]
    # Sorted, so that the order of rows in the table changes no draw.
    frame = frame.sort_values([*layers, group, *columns], kind="stable")
    stratum = (
        frame.groupby(layers, dropna=False).ngroup().to_numpy() if layers else np.zeros(len(frame), np.int64)
    )
    return TwoGroups(first, second, frame, (frame[group] == first).to_numpy(dtype=bool), stratum)


def _pair(
    group: str, levels: list[Hashable], target: Hashable, reference: Hashable
) -> tuple[Hashable, Hashable]:
    for asked in (target, reference):
        if asked is not None and asked not in levels:
            raise UsageError(f"Column '{group}' has no group {asked!r}; it has {listed(map(repr, levels))}.")
    rest = [level for level in levels if level not in (target, reference)]
    if target is None and reference is None and len(levels) == 2:
        return levels[0], levels[1]
    if target is not None and reference is None and len(rest) == 1:
        return target, rest[0]
    if target is None and reference is not None and len(rest) == 1:
        return rest[0], reference
    if target is None or reference is None or target == reference:
        raise UsageError(
            f"Column '{group}' has the groups {listed(map(repr, levels))}; "
            "name two of them as target and reference."
        )
    return target, reference


def permutation_p(
    groups: TwoGroups,
    difference: Callable[[np.ndarray], np.ndarray],
    n_permutations: int,
    seed: int,
    name: str,
) -> tuple[float, str]:
    """Return the two-sided p-value of a difference under exchange of documents within strata.

    Parameters
    ----------
    groups : TwoGroups
    difference : callable
        Memberships (n, n_documents) of 0 and 1 to n differences.
    n_permutations : int
        All divisions are tried where they are no more than this, else as many are drawn.
    seed : int
    name : str
        What the draws are for.

    Returns
    -------
    p_value : float
        Missing where a group has no document. Drawn divisions count the observed one among them.
    how : str
        In words, for the note.
    """
    if not groups.smallest:
        return math.nan, "one group has no documents: no test"
    observed = abs(difference(groups.is_target[None].astype(np.float64))[0])
    strata = [np.flatnonzero(groups.stratum == s) for s in np.unique(groups.stratum)]
    chosen = [int(groups.is_target[rows].sum()) for rows in strata]
    divisions = math.prod(math.comb(len(rows), k) for rows, k in zip(strata, chosen, strict=True))
    if divisions <= max(n_permutations, 1):
        picks = itertools.product(
            *(itertools.combinations(rows, k) for rows, k in zip(strata, chosen, strict=True))
        )
        members = np.zeros((divisions, len(groups.frame)))
        for i, pick in enumerate(picks):
            members[i, [row for part in pick for row in part]] = 1.0
        how = f"all {divisions:,} divisions of the documents"
    else:
        generator = seeded_generator(seed, name, "permutation", len(groups.frame))
        keys = generator.random((n_permutations, len(groups.frame)))
        members = np.zeros_like(keys)
        for rows, k in zip(strata, chosen, strict=True):
            first = np.argsort(keys[:, rows], axis=1, kind="stable")[:, :k]
            np.put_along_axis(members, rows[first], 1.0, axis=1)
        how = f"{n_permutations:,} random divisions of the documents"
    values = np.abs(difference(members))
    # Sums of the same numbers in another order may differ in the last digit.
    extreme = int(np.count_nonzero(values >= observed - 1e-9 * max(observed, 1e-300)))
    if divisions <= max(n_permutations, 1):
        return extreme / divisions, how
    return (extreme + 1) / (n_permutations + 1), how


def bootstrap_weights(groups: TwoGroups, n_boot: int, seed: int, name: str) -> np.ndarray:
    """Return how often each document is drawn in each resample, within its group and stratum.

    Returns
    -------
    numpy.ndarray of float64
        Shape (n_boot, n_documents).
    """
    weights = np.zeros((n_boot, len(groups.frame)))
    for i, rows in enumerate(groups.cells()):
        weights[:, rows] = resample_counts(len(rows), n_boot, seed, f"{name} cell {i}").T
    return weights


def interval(draws: np.ndarray, groups: TwoGroups, confidence: float = 0.95) -> tuple[float, float]:
    """Return the expanded percentile interval of drawn values.

    Missing with fewer than three documents in a group, or where all draws agree. The level is that of the
    smallest cell that was drawn from, which errs on the wide side.
    """
    finite = np.sort(draws[np.isfinite(draws)])
    if groups.smallest < FEWEST_DOCUMENTS or len(finite) * 2 <= len(draws) or finite[0] == finite[-1]:
        return math.nan, math.nan
    size = max(min(len(rows) for rows in groups.cells()), 2)
    low, high = np.quantile(finite, expanded_levels(size, confidence))
    return float(low), float(high)
