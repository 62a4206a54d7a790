"""Which verbs take an object here, and which elsewhere: addressing a crisis, ending a crisis."""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache
from typing import Any

import numpy as np
import pandas as pd

from discourse.measures.frame import tidy
from discourse.measures.tables import LAYER_LANGUAGES, EvidenceTables, Tables, as_tables
from discourse.measures.tally import check_n_boot
from discourse.measures.units import By, Unit, check_groups, grouping, units_of
from discourse.measures.words import WordCounts, commonest_targets, rows_counted, word_row

__all__ = ["log_share_ratio", "verb_swap"]

# What is done to the target: it is the object of an active verb or the subject of a passive one.
DONE = ("object", "passive")


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
        How many objects, and verbs an object (the commonest in all documents).

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
    own = rows_counted(tables, DONE, include_left_out)
    counted = [WordCounts.of(tables, own, t) for t in commonest_targets(tables, own, n_objects, objects)]
    rows: list[dict[str, Any]] = []
    for unit in units_of(tables, keys, LAYER_LANGUAGES):
        key = {**dict(zip(keys, unit.key, strict=True)), "measure": "verb_swap"}
        for counts in counted:
            rows += _rows(counts, unit, key, seed, n_boot, n_verbs)
        if not counted:
            note = "undefined: no target stands as an object (find with targets=…)"
            rows.append(word_row({**key, "category": ""}, "count", np.nan, note, unit.note))
    return tidy(keys, rows)


def _rows(
    counts: WordCounts, unit: Unit, key: dict[str, Any], seed: int, n_boot: int, n_verbs: int
) -> list[dict[str, Any]]:
    if not counts.words or not unit.supported:
        note = "" if counts.words else "undefined: no verb takes this object"
        return [word_row({**key, "category": counts.target}, "count", np.nan, note, unit.note)]
    found = counts.compare(unit, log_share_ratio, seed, n_boot, "verb_swap")
    n, m = int(found.inside.sum()), int(found.outside.sum())
    rows = []
    for i, verb in enumerate(counts.words[:n_verbs]):
        a, b = int(found.inside[i]), int(found.outside[i])
        common = {**key, "category": f"{counts.target}.{verb}", "n_hits": a, "n_tokens": n}
        p = _exact_p(a, n - a, b, m - b) if n and m else np.nan
        cells = f"{a} of {n} here, {b} of {m} elsewhere"
        exact = "Fisher's exact test, two-sided, not corrected" if n and m else found.note
        interval = {"ci_low": found.low[i], "ci_high": found.high[i]}
        rows += [
            word_row(common, "count", float(a), unit.note),
            word_row(common, "log_ratio", found.value[i], cells, found.note, unit.note, **interval),
            word_row(common, "p_value", p, cells, exact, unit.note),
        ]
    return rows


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
