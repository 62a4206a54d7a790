"""What a target is called and what is said of it, here against elsewhere."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

import numpy as np
import pandas as pd

from discourse.errors import UsageError
from discourse.measures.frame import tidy
from discourse.measures.tables import LAYER_LANGUAGES, EvidenceTables, Tables, as_tables
from discourse.measures.tally import check_n_boot
from discourse.measures.units import By, Unit, check_groups, grouping, units_of
from discourse.measures.words import WordCounts, commonest_targets, log_odds, rows_counted, word_row

__all__ = ["STRATEGIES", "naming"]

# Nomination and predication are kept apart (Reisigl & Wodak): what it is called, what is said of it.
STRATEGIES = {"nomination": ("noun", "modifier"), "predication": ("predicate", "verb", "passive")}


def naming(
    evidence: EvidenceTables | Tables,
    by: By = None,
    *,
    seed: int = 0,
    n_boot: int = 500,
    include_left_out: bool = False,
    targets: Sequence[str] | None = None,
    n_targets: int = 5,
    n_words: int = 8,
    prior: float = 1.0,
) -> pd.DataFrame:
    """Measure nomination and predication: the words for a target and about it, against the other documents.

    Construct: what a target is called (nouns and modifiers) and what is said of it (predicates, and verbs
    it is the subject of) are two strategies, counted apart. The words come from word classes, not from a
    parser: read the lines. Value: counts, and the log-odds ratio of a word in this group against all other
    documents in its language, shrunk by a Dirichlet prior; higher = more typical of the group.

    Parameters
    ----------
    evidence : Evidence
        Made with `targets`, or with a lexicon of actors.
    by, seed, n_boot, include_left_out
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
        with the strategy; n_tokens counts the words of that strategy for this target. A target that was
        asked for and has no words has a missing value; where no target has words there is one such row.

    Raises
    ------
    UsageError
        A prior that is not above 0.

    References
    ----------
    Monroe, B. L., Colaresi, M. P., & Quinn, K. M. (2008). Fightin' words: Lexical feature selection and
    evaluation for identifying the content of political conflict. Political Analysis 16(4), 372-403.
    Reisigl, M., & Wodak, R. (2001). Discourse and discrimination. Routledge (nomination and predication).
    """
    if not prior > 0:
        raise UsageError(f"Argument prior: {prior!r}; the weight of the prior is above 0, e.g. 1.")
    check_n_boot(n_boot)
    tables = as_tables(evidence)
    keys = grouping(by)
    check_groups(tables, keys)
    counted: list[tuple[str, WordCounts]] = []
    for strategy, kinds in STRATEGIES.items():
        own = rows_counted(tables, kinds, include_left_out)
        for target in commonest_targets(tables, own, n_targets, targets):
            counted.append((strategy, WordCounts.of(tables, own, target)))
    rows: list[dict[str, Any]] = []
    for unit in units_of(tables, keys, LAYER_LANGUAGES):
        key = {**dict(zip(keys, unit.key, strict=True)), "measure": "naming"}
        for strategy, counts in counted:
            rows += _rows(counts, strategy, unit, key, seed, n_boot, n_words, prior)
        if not counted:
            note = "undefined: no target has words (find with targets=…)"
            rows.append(word_row({**key, "category": ""}, "count", np.nan, note, unit.note))
    return tidy(keys, rows)


def _rows(
    counts: WordCounts,
    strategy: str,
    unit: Unit,
    key: dict[str, Any],
    seed: int,
    n_boot: int,
    n_words: int,
    prior: float,
) -> list[dict[str, Any]]:
    if not counts.words or not unit.supported:
        note = "" if counts.words else f"undefined: no words of {strategy} for this target"
        return [word_row({**key, "category": counts.target}, "count", np.nan, strategy, note, unit.note)]
    found = counts.compare(
        unit, lambda ours, theirs: log_odds(ours, theirs, prior)[0], seed, n_boot, f"naming {strategy}"
    )
    z = np.where(np.isnan(found.value), np.nan, log_odds(found.inside, found.outside, prior)[1])
    alone = "undefined: the only word" if len(counts.words) == 1 and not found.note.startswith("und") else ""
    total = int(found.inside.sum())
    rows = []
    for i, word in enumerate(counts.words[:n_words]):
        n = int(found.inside[i])
        common = {**key, "category": f"{counts.target}.{word}", "n_hits": n, "n_tokens": total}
        shrunk = "" if np.isnan(found.value[i]) else f"Dirichlet prior {prior:g} per word"
        interval = {"ci_low": found.low[i], "ci_high": found.high[i]}
        how = alone or found.note
        undefined = how if np.isnan(z[i]) else ""
        rows += [
            word_row(common, "count", float(n), strategy, unit.note),
            word_row(common, "log_ratio", found.value[i], strategy, shrunk, how, unit.note, **interval),
            word_row(common, "z", z[i], strategy, undefined, unit.note),
        ]
    return rows
