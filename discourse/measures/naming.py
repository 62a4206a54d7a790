"""What a target is called and what is said of it, here against elsewhere."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

import numpy as np
import pandas as pd

from discourse.measures.frame import joined_notes, tidy
from discourse.measures.tables import LAYER_LANGUAGES, EvidenceTables, Tables, as_tables
from discourse.measures.units import By, check_groups, grouping, units_of
from discourse.measures.words import WordCounts, commonest_targets, log_odds

__all__ = ["naming"]

# Nomination and predication are kept apart (Reisigl & Wodak): what it is called, what is said of it.
STRATEGIES = {"nomination": ("noun", "modifier"), "predication": ("predicate", "verb", "passive")}


def naming(
    evidence: EvidenceTables | Tables,
    by: By = None,
    *,
    seed: int = 0,
    n_boot: int = 500,
    targets: Sequence[str] | None = None,
    n_targets: int = 5,
    n_words: int = 8,
    prior: float = 1.0,
) -> pd.DataFrame:
    """Measure nomination and predication: the words for a target and about it, against the other documents.

    Construct: what a target is called (nouns and modifiers) and what is said of it (predicates, and verbs
    it is the subject of) are two strategies, counted apart. The words come from word classes, not from a
    parser: read the lines. Value: counts, and the log-odds ratio of a word in this group against all other
    documents, shrunk by a Dirichlet prior; higher = more typical of the group.

    Parameters
    ----------
    evidence : Evidence
        Made with `targets`, or with a lexicon of actors.
    by, seed, n_boot
        As in `framing`.
    targets : sequence of str, optional
        Those with most words by default.
    n_targets, n_words : int
        How many targets, and words a target and strategy (the commonest in all documents).
    prior : float
        Weight of the prior per word counted in both parts together: the higher, the more rare words are
        shrunk.

    Returns
    -------
    pandas.DataFrame
        Category ``target.word``; unit ``count``, ``log_ratio`` (with interval) and ``z``; the note begins
        with the strategy. One row with a missing value where no target has words.

    References
    ----------
    Monroe, B. L., Colaresi, M. P., & Quinn, K. M. (2008). Fightin' words. Political Analysis 16(4), 372-403.
    Reisigl, M., & Wodak, R. (2001). Discourse and discrimination. Routledge (nomination and predication).
    """
    tables = as_tables(evidence)
    keys = grouping(by)
    check_groups(tables, keys)
    relation = tables.relations["relation"].to_numpy(dtype=object).astype(str)
    rows: list[dict[str, Any]] = []
    for unit in units_of(tables, keys, LAYER_LANGUAGES):
        key = dict(zip(keys, unit.key, strict=True))
        before = len(rows)
        for strategy, kinds in STRATEGIES.items():
            own = np.flatnonzero(np.isin(relation, kinds))
            for target in commonest_targets(tables, own, n_targets, targets):
                rows += _rows(tables, own, target, strategy, unit, key, seed, n_boot, n_words, prior)
        if len(rows) == before:
            note = joined_notes("undefined: no target has words (find with targets=…)", unit.note)
            rows.append({**key, "measure": "naming", "category": "", "unit": "count", "note": note})
    return tidy(keys, rows)


def _rows(
    tables: Tables,
    own: np.ndarray,
    target: str,
    strategy: str,
    unit: Any,
    key: dict[str, Any],
    seed: int,
    n_boot: int,
    n_words: int,
    prior: float,
) -> list[dict[str, Any]]:
    counts = WordCounts.of(tables, own, target)
    inside = counts.counts[unit.documents].sum(axis=0) if len(unit.documents) else np.zeros(len(counts.words))
    delta, low, high, how = counts.compare(
        unit, lambda a, b: log_odds(a, b, prior)[0], seed, n_boot, f"naming {strategy}"
    )
    outside = counts.counts.sum(axis=0) - inside
    z = log_odds(inside, outside, prior)[1] if np.isfinite(delta).any() else np.full(len(delta), np.nan)
    rows = []
    for i, word in enumerate(counts.words[:n_words]):
        common = {
            **key,
            "measure": "naming",
            "category": f"{target}.{word}",
            "n_hits": int(inside[i]),
            "n_tokens": int(inside.sum()),
        }
        rows.append(
            {
                **common,
                "unit": "count",
                "value": inside[i],
                "note": joined_notes(strategy, f"n_tokens: words of {strategy} for this target", unit.note),
            }
        )
        rows.append(
            {
                **common,
                "unit": "log_ratio",
                "value": delta[i],
                "ci_low": low[i],
                "ci_high": high[i],
                "note": joined_notes(strategy, f"Dirichlet prior {prior:g} per word", how, unit.note),
            }
        )
        rows.append({**common, "unit": "z", "value": z[i], "note": joined_notes(strategy, unit.note)})
    return rows
