"""Which verbs take an object here, and which elsewhere: addressing a crisis, ending a crisis."""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache

import numpy as np
import pandas as pd

from discourse.measures.frame import joined_notes
from discourse.measures.tables import LAYER_LANGUAGES, EvidenceTables, Tables, as_tables
from discourse.measures.tally import check_n_boot
from discourse.measures.units import By, Unit, check_groups, grouping, units_of
from discourse.measures.word_rows import (
    NO_TARGET,
    WordRows,
    each_language,
    word_missing,
    word_rows,
    word_table,
)
from discourse.measures.words import WordCounts, commonest_targets, rows_counted

__all__ = ["log_share_ratio", "verb_swap"]

# What is done to the target: it is the object of an active verb or the subject of a passive one.
DONE = ("object", "passive")
EXACT = "Fisher's exact test, two-sided, not corrected"


def verb_swap(
    evidence: EvidenceTables | Tables,
    by: By = None,
    *,
    seed: int = 0,
    n_boot: int = 500,
    include_left_out: bool = False,
    objects: Sequence[str] | None = None,
    n_objects: int = 5,
    n_verbs: int = 8,
) -> pd.DataFrame:
    """Measure the verbs that take an object as distinctive collexemes of a group.

    Construct: to address a crisis and to end one ask for different acts. For each object the verbs it is
    the object of (or, in the passive, the subject) are counted in this group and in all other documents of
    its language. Value: counts, and ln of the ratio of the verb's smoothed shares,
    ((a + .5)/(n + 1)) / ((b + .5)/(m + 1)); higher = more typical of the group. Fisher's exact test is
    two-sided and not corrected for many verbs.

    Parameters
    ----------
    evidence : Evidence
        Made with `targets`, or with a lexicon of actors.
    by, seed, n_boot, include_left_out
        As in `framing`.
    objects : sequence of str, optional
        Targets; those with most verbs by default.
    n_objects, n_verbs : int
        How many objects, and verbs an object (the commonest in all documents in the unit's language).

    Returns
    -------
    pandas.DataFrame
        Category ``object.verb``; unit ``count``, ``log_ratio`` (with interval) and ``p_value``; n_tokens
        counts all verbs that take this object. An object that was asked for and has no verbs has a missing
        value; where no target is an object there is one such row.

    References
    ----------
    Gries, S. T., & Stefanowitsch, A. (2004). Extending collostructional analysis: A corpus-based
    perspective on "alternations". International Journal of Corpus Linguistics 9(1), 97-129.
    """
    check_n_boot(n_boot)
    tables = as_tables(evidence)
    keys = grouping(by)
    check_groups(tables, keys)
    units = units_of(tables, keys, LAYER_LANGUAGES)

    def table(some: Sequence[Unit], supported: bool, rows: np.ndarray) -> pd.DataFrame:
        parts = [
            _rows(WordCounts.of(tables, rows, target), some, supported, seed, n_boot, n_verbs)
            for target in commonest_targets(tables, rows, n_objects, objects)
        ]
        if not parts:
            parts = [word_missing("", some, NO_TARGET.format("stands as an object"))]
        return word_table("verb_swap", keys, some, parts)

    return each_language(table, tables, rows_counted(tables, DONE, include_left_out), keys, units)


def _rows(
    counts: WordCounts, units: Sequence[Unit], supported: bool, seed: int, n_boot: int, n_verbs: int
) -> WordRows:
    if not counts.words or not supported:
        note = "" if counts.words else "undefined: no verb takes this object"
        return word_missing(counts.target, units, note)
    found = counts.compare(units, [log_share_ratio], seed, n_boot, "verb_swap", n_verbs)
    shape = found.inside.shape
    said = pd.factorize(pd.Series(list(zip(found.notes, (unit.note for unit in units), strict=True))))
    cells = pd.DataFrame(
        {
            "a": found.inside.astype(np.int64).ravel(),
            "n": found.n_inside.astype(np.int64).repeat(shape[1]),
            "b": found.outside.astype(np.int64).ravel(),
            "m": found.n_outside.astype(np.int64).repeat(shape[1]),
            "said": said[0].repeat(shape[1]),
        }
    )
    # The same few numbers come up in many units: each table is tested and told once.
    alike = cells.groupby(list(cells.columns), sort=False).ngroup().to_numpy()
    different = cells[~pd.Series(alike).duplicated()]
    p_values, notes = np.full(len(different), np.nan), np.empty((len(different), 3), dtype=object)
    for row, (a, n, b, m, kind) in enumerate(different.itertuples(index=False)):
        about, of_unit = said[1][kind]
        exact = about
        if n and m:
            p_values[row], exact = _exact_p(a, n - a, b, m - b), EXACT
        numbers = f"{a} of {n} here, {b} of {m} elsewhere"
        notes[row] = (
            of_unit,
            joined_notes(numbers, about, of_unit),
            joined_notes(numbers, exact, of_unit),
        )
    p_value, all_notes = p_values[alike].reshape(shape), notes[alike].reshape(*shape, 3)
    names = [f"{counts.target}.{verb}" for verb in counts.words[:n_verbs]]
    values = (found.inside, found.values[0], p_value)
    return word_rows(names, ("count", "log_ratio", "p_value"), found, values, all_notes)


@lru_cache(maxsize=100_000)
def _exact_p(a: int, b: int, c: int, d: int) -> float:
    """Two-sided p of Fisher's exact test; few different tables come up again and again."""
    from scipy.stats import fisher_exact

    return float(fisher_exact([[a, b], [c, d]])[1])


def log_share_ratio(ours: np.ndarray, theirs: np.ndarray) -> np.ndarray:
    """Return ln of the ratio of smoothed shares, words along the last axis; higher = more ours.

    Examples
    --------
    >>> log_share_ratio(np.array([3.0, 1.0]), np.array([1.0, 3.0])).round(4).tolist()
    [0.8473, -0.8473]
    """
    here = (ours + 0.5) / (ours.sum(axis=-1, keepdims=True) + 1)
    there = (theirs + 0.5) / (theirs.sum(axis=-1, keepdims=True) + 1)
    return np.log(here / there)
