"""What a target is called and what is said of it, here against elsewhere."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
import pandas as pd

from discourse.errors import UsageError
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
from discourse.measures.words import LEAST_PRIOR, WordCounts, commonest_targets, log_odds, rows_counted

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
        How many targets, and words a target and strategy (the commonest in all documents in the unit's language).
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
    units = units_of(tables, keys, LAYER_LANGUAGES)
    every = rows_counted(tables, [kind for kinds in STRATEGIES.values() for kind in kinds], include_left_out)
    relation = tables.relations["relation"]

    def table(some: Sequence[Unit], supported: bool, rows: np.ndarray) -> pd.DataFrame:
        parts = []
        for strategy, kinds in STRATEGIES.items():
            own = rows[relation.iloc[rows].isin(kinds).to_numpy(dtype=bool)]
            for target in commonest_targets(tables, own, n_targets, targets):
                counts = WordCounts.of(tables, own, target)
                parts.append(_rows(strategy, counts, some, supported, seed, n_boot, n_words, prior))
        if not parts:
            parts = [word_missing("", some, NO_TARGET.format("has words"))]
        return word_table("naming", keys, some, parts)

    return each_language(table, tables, every, keys, units)


def _rows(
    strategy: str,
    counts: WordCounts,
    units: Sequence[Unit],
    supported: bool,
    seed: int,
    n_boot: int,
    n_words: int,
    prior: float,
) -> WordRows:
    if not counts.words or not supported:
        note = "" if counts.words else f"undefined: no words of {strategy} for this target"
        return word_missing(counts.target, units, strategy, note)
    found = counts.compare(
        units,
        [
            lambda ours, theirs: log_odds(ours, theirs, prior)[0],
            lambda ours, theirs: log_odds(ours, theirs, prior)[1],
        ],
        seed,
        n_boot,
        f"naming {strategy}",
        n_words,
        rarest=LEAST_PRIOR / prior,
    )
    ratio, z = found.values
    alone = "undefined: the only word" if len(counts.words) == 1 else ""
    notes = np.empty((len(units), 3), dtype=object)
    said: dict[tuple[str, str, bool, bool], tuple[str, str, str]] = {}  # units that differ in nothing told
    unknown = (np.isnan(column[:, 0]).tolist() for column in (ratio, z))
    for u, (unit, note, no_ratio, no_z) in enumerate(zip(units, found.notes, *unknown, strict=True)):
        key = (unit.note, note, no_ratio, no_z)
        if key not in said:
            how = note if note.startswith("und") else alone or note
            shrunk = "" if no_ratio else f"Dirichlet prior {prior:g} per word"
            said[key] = (
                joined_notes(strategy, unit.note),
                joined_notes(strategy, shrunk, how, unit.note),
                joined_notes(strategy, how if no_z else "", unit.note),
            )
        notes[u] = said[key]
    names = [f"{counts.target}.{word}" for word in counts.words[:n_words]]
    return word_rows(names, ("count", "log_ratio", "z"), found, (found.inside, ratio, z), notes)
