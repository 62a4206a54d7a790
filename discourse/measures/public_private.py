"""In public and behind closed doors: what a person says in both, and what texts say of both."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

import numpy as np
import pandas as pd

from discourse.measures.frame import count_of, joined_notes, tidy
from discourse.measures.intervals import block_order, interval_of_draws, resample_counts
from discourse.measures.quantities import Quantity
from discourse.measures.tables import EvidenceTables, Tables, as_tables
from discourse.measures.tally import MIN_DOCUMENTS, Tally
from discourse.measures.units import By, units_of

__all__ = ["public_private"]

DENSITY_KINDS = ("epistemic", "doxastic", "approximator", "frequency")


def public_private(
    evidence: EvidenceTables | Tables,
    by: By = None,
    *,
    seed: int = 0,
    n_boot: int = 1000,
    include_left_out: bool = False,
    lexicon: str = "war_peace",
    categories: Sequence[str] | None = None,
    person: str = "person",
    setting: str = "setting",
    public: Sequence[str] = ("public",),
    private: Sequence[str] = ("private", "memo", "internal"),
    cue_lexicon: str = "public_private",
) -> pd.DataFrame:
    """Measure what persons say in public against in private, and cues that report such a difference.

    Construct: two things that are never pooled. *Observed*: for persons of whom there are public and
    private documents, the rate (per 1,000 tokens, hits not negated, not left out) in public minus that in
    private, averaged over persons; higher = more of it in public. *Reported*: rates of phrases by which a
    text says that something was said publicly or privately. The first needs metadata, the second a lexicon;
    the one is no substitute for the other.

    Parameters
    ----------
    evidence : Evidence
    by : str, sequence of str, optional
        Groups whose persons are averaged apart, e.g. ``person`` for each by itself; all persons by default
        (doc_id is then missing).
    seed, n_boot, include_left_out, lexicon
        As in `framing`.
    categories : sequence of str, optional
        What is counted; the top categories by default. The density of hedges is always added.
    person, setting : str
        Metadata columns.
    public, private : sequence of str
        Values of `setting`.
    cue_lexicon : str
        Construct with the categories public and private; without it no reported rows.

    Returns
    -------
    pandas.DataFrame
        ``observed.war``, …, ``observed.hedging`` (difference; n_hits those of both settings);
        ``reported.public``, ``reported.private`` (per_1000). Intervals draw persons. Missing without such
        persons or columns.

    References
    ----------
    Goffman, E. (1959). The presentation of self in everyday life. Doubleday (front and back regions). The
    difference within persons is this project's own.
    """
    tables = as_tables(evidence)
    declared = tables.lexicon_categories(lexicon)
    chosen = [c for c in declared if "." not in c] if categories is None else list(categories)
    tally = Tally(
        tables,
        "public_private",
        [] if by is None else by,
        languages=tables.lexicon_languages(lexicon),
        seed=seed,
        n_boot=n_boot,
        include_left_out=include_left_out,
    )
    asserted = tables.hit_asserted
    for category in chosen:
        rows = tables.in_category(lexicon, category)
        tally.add_hits(category, rows[asserted[rows]])
    cues = tables.placed_cues
    dense = (cues["layer"] == "hedging").to_numpy() & cues["kind"].isin(DENSITY_KINDS).to_numpy()
    tally.add("hedging", cues["block"].to_numpy(dtype=np.int64), tally.counted(cues) & dense)
    observed = _observed(tally, by, [*chosen, "hedging"], person, setting, public, private)
    if not any(name == cue_lexicon for name, _ in tables.lexicons):
        return observed
    return pd.concat([observed, _reported(tally, by, cue_lexicon)], ignore_index=True)


def _observed(
    tally: Tally,
    by: By,
    names: Sequence[str],
    person: str,
    setting: str,
    public: Sequence[str],
    private: Sequence[str],
) -> pd.DataFrame:
    tables = tally.tables
    documents = tables.documents_sorted
    units = units_of(tables, tally.keys, tally.languages)
    index = {name: i for i, name in enumerate(["n_tokens", *names])}
    keys = ["doc_id"] if by is None else tally.keys
    known = person in documents.columns and setting in documents.columns
    totals = np.stack([tally.by_document(name) for name in index], axis=1)
    rows: list[dict[str, Any]] = []
    for unit in units:
        head = {"doc_id": None} if by is None else dict(zip(tally.keys, unit.key, strict=True))
        pairs = (
            _pairs(documents.iloc[unit.documents], unit.documents, person, setting, public, private)
            if known
            else []
        )
        sides = np.array([[totals[a].sum(axis=0), totals[b].sum(axis=0)] for a, b in pairs]).reshape(
            -1, 2, len(index)
        )
        sides = sides[(sides[:, :, index["n_tokens"]] > 0).all(axis=1)]
        for name in names:
            rates = 1000.0 * sides[:, :, index[name]] / sides[:, :, index["n_tokens"]]
            differences = rates[:, 0] - rates[:, 1]
            row = {
                **head,
                "measure": "public_private",
                "category": f"observed.{name}",
                "unit": "difference",
                "n_hits": round(sides[:, :, index[name]].sum()),
                "n_tokens": round(sides[:, :, index["n_tokens"]].sum()),
            }
            if not len(differences):
                missing = f"undefined: nobody has both {listed_or(public)} and {listed_or(private)} documents"
                row["note"] = (
                    missing if known else f"undefined: the documents have no columns {person} and {setting}"
                )
            else:
                row["value"] = float(differences.mean())
                row["ci_low"], row["ci_high"], about = _over_persons(tally, unit.name, differences)
                said = f"public minus private per 1,000 words, mean of {count_of(len(differences), 'person')}"
                row["note"] = joined_notes(said, unit.note, about)
            rows.append(row)
    return tidy(keys, rows)


def listed_or(words: Sequence[str]) -> str:
    """Return words joined by *or*.

    Examples
    --------
    >>> listed_or(["private", "memo"])
    'private or memo'
    """
    return " or ".join(words)


def _pairs(
    documents: pd.DataFrame,
    numbers: np.ndarray,
    person: str,
    setting: str,
    public: Sequence[str],
    private: Sequence[str],
) -> list[tuple[np.ndarray, np.ndarray]]:
    """Return the public and the private documents of each person who has both, persons sorted."""
    found = []
    for _, members in sorted(
        documents.reset_index(drop=True).groupby(person).indices.items(), key=lambda i: str(i[0])
    ):
        settings = documents[setting].iloc[members].astype(str).to_numpy()
        open_, closed = np.isin(settings, list(public)), np.isin(settings, list(private))
        if open_.any() and closed.any():
            found.append((numbers[members[open_]], numbers[members[closed]]))
    return found


def _over_persons(tally: Tally, unit: str, differences: np.ndarray) -> tuple[float, float, str]:
    n = len(differences)
    if not tally.n_boot:
        return np.nan, np.nan, "no interval asked for"
    if n < MIN_DOCUMENTS:
        return np.nan, np.nan, "fewer than three persons: no interval"
    counts = resample_counts(n, tally.n_boot, tally.seed, tally.measure)
    order = block_order(n, tally.seed, unit, tally.measure)
    low, high, _ = interval_of_draws(differences[order] @ counts.astype(np.float64) / n, n)
    if np.isnan(low):
        return np.nan, np.nan, "the same in every resample: no interval"
    return (
        float(low),
        float(high),
        f"95 % interval: {n} persons resampled {tally.n_boot:,} times, expanded percentile",
    )


def _reported(tally: Tally, by: By, lexicon: str) -> pd.DataFrame:
    tables = tally.tables
    quantities = []
    for category, languages in tables.lexicon_categories(lexicon).items():
        name = f"reported.{category}"
        tally.add_hits(name, tables.in_category(lexicon, category))
        quantities.append(Quantity.rate(name, name, languages=languages))
    table = tally.table(quantities)
    if by is None:
        table.insert(0, "doc_id", pd.Series([None] * len(table), dtype=object))
    return table
