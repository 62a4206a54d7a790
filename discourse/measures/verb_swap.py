"""Which verbs take an object here, and which elsewhere: addressing a crisis, ending a crisis."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

import numpy as np
import pandas as pd

from discourse.measures.frame import joined_notes, tidy
from discourse.measures.tables import LAYER_LANGUAGES, EvidenceTables, Tables, as_tables
from discourse.measures.units import By, check_groups, grouping, units_of
from discourse.measures.words import WordCounts, commonest_targets

__all__ = ["verb_swap"]


def verb_swap(
    evidence: EvidenceTables | Tables,
    by: By = None,
    *,
    seed: int = 0,
    n_boot: int = 500,
    objects: Sequence[str] | None = None,
    n_objects: int = 5,
    n_verbs: int = 8,
) -> pd.DataFrame:
    """Measure the verbs that take an object as distinctive collexemes of a group.

    Construct: to address a crisis and to end one ask for different acts. For each object the verbs it
    stands after are counted in this group and in all other documents. Value: counts, and ln of the smoothed
    ratio of the verb's shares ((a + .5)/(n + 1)) / ((b + .5)/(m + 1)); higher = more typical of the group.
    The p of Fisher's exact test (two-sided) stands in the note, not corrected.

    Parameters
    ----------
    evidence : Evidence
        Made with `targets`, or with a lexicon of actors.
    by, seed, n_boot
        As in `framing`.
    objects : sequence of str, optional
        Targets; those with most verbs by default.
    n_objects, n_verbs : int
        How many objects, and verbs an object (the commonest in all documents).

    Returns
    -------
    pandas.DataFrame
        Category ``object.verb``; unit ``count`` and ``log_ratio`` (with interval). One row with a missing
        value where no target is an object.

    References
    ----------
    Gries, S. T., & Stefanowitsch, A. (2004). Extending collostructional analysis: A corpus-based
    perspective on "alternations". International Journal of Corpus Linguistics 9(1), 97-129.
    """
    from scipy.stats import fisher_exact

    tables = as_tables(evidence)
    keys = grouping(by)
    check_groups(tables, keys)
    own = np.flatnonzero(tables.relations["relation"].to_numpy(dtype=object).astype(str) == "object")
    rows: list[dict[str, Any]] = []
    for unit in units_of(tables, keys, LAYER_LANGUAGES):
        key = dict(zip(keys, unit.key, strict=True))
        before = len(rows)
        for target in commonest_targets(tables, own, n_objects, objects):
            counts = WordCounts.of(tables, own, target)
            inside = (
                counts.counts[unit.documents].sum(axis=0)
                if len(unit.documents)
                else np.zeros(len(counts.words))
            )
            outside = counts.counts.sum(axis=0) - inside
            value, low, high, how = counts.compare(unit, _ratio, seed, n_boot, "verb_swap")
            n, m = int(inside.sum()), int(outside.sum())
            for i, verb in enumerate(counts.words[:n_verbs]):
                a, b = int(inside[i]), int(outside[i])
                p = fisher_exact([[a, n - a], [b, m - b]])[1] if n and m else np.nan
                exact = (
                    f"Fisher's exact p = {p:.3g} ({a} of {n} here, {b} of {m} elsewhere)" if n and m else ""
                )
                common = {
                    **key,
                    "measure": "verb_swap",
                    "category": f"{target}.{verb}",
                    "n_hits": a,
                    "n_tokens": n,
                }
                base = "n_tokens: verbs that take this object"
                rows.append(
                    {**common, "unit": "count", "value": float(a), "note": joined_notes(base, unit.note)}
                )
                rows.append(
                    {
                        **common,
                        "unit": "log_ratio",
                        "value": value[i],
                        "ci_low": low[i],
                        "ci_high": high[i],
                        "note": joined_notes(exact, how, unit.note),
                    }
                )
        if len(rows) == before:
            note = joined_notes("undefined: no target stands as an object (find with targets=…)", unit.note)
            rows.append({**key, "measure": "verb_swap", "category": "", "unit": "count", "note": note})
    return tidy(keys, rows)


def _ratio(ours: np.ndarray, theirs: np.ndarray) -> np.ndarray:
    here, there = (ours + 0.5) / (ours.sum() + 1), (theirs + 0.5) / (theirs.sum() + 1)
    return np.log(here / there)
