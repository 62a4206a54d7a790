"""What a report keeps or loses of the hedges, negations and conditions of the text it reports."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

import numpy as np
import pandas as pd

from discourse.measures.frame import count_of, joined_notes, tidy
from discourse.measures.intervals import interval_of_draws
from discourse.measures.tables import LAYER_LANGUAGES, EvidenceTables, Tables, as_tables
from discourse.measures.tally import MIN_DOCUMENTS, check_n_boot
from discourse.measures.units import By, check_groups, grouping, units_of
from discourse.measures.words import document_draws

__all__ = ["fidelity"]

CUES = {
    "hedge": ("hedging", ("epistemic", "doxastic", "approximator", "frequency")),
    "condition": ("hedging", ("condition",)),
    "negation": ("negation", ("syntactic", "lexical")),
}


def fidelity(
    evidence: EvidenceTables | Tables,
    by: By = None,
    *,
    seed: int = 0,
    n_boot: int = 1000,
    include_left_out: bool = False,
    lexicon: str = "war_peace",
    source: str = "source_id",
) -> pd.DataFrame:
    """Measure how a report's hedges, negations and conditions differ from those of its source text.

    Construct: “may strike” reported as “will strike” loses a hedge. Two views, both of whole texts, for no
    alignment of sentences is made: *density*, ln of the report's rate of cues over the source's (half a cue
    added to each); and *shared*: of the lexicon entries that stand in both texts, the share hedged (denied)
    in the report minus that in the source. Below 0 = the report keeps less than its source had.

    Parameters
    ----------
    evidence : Evidence
        Reports and sources together.
    by, seed, n_boot, include_left_out, lexicon
        As in `framing`; a row speaks of the reports of a document or group.
    source : str
        Metadata column that gives for each report the doc_id of its source.

    Returns
    -------
    pandas.DataFrame
        ``hedge``, ``condition``, ``negation`` (log_ratio; mean over reports), ``shared:hedged``,
        ``shared:negated`` (difference); n_hits counts cues, or hits of shared entries, in the reports.
        Intervals draw reports; fewer than three have none. Missing for documents that report nothing in the
        corpus, and for those whose source is in another language.

    References
    ----------
    Density on the log scale: as `framing` (Lowe, Benoit, Mikhaylov & Laver 2011). The comparison with a
    source text is this project's own.
    """
    check_n_boot(n_boot)
    tables = as_tables(evidence)
    keys = grouping(by)
    check_groups(tables, keys)
    pairs, foreign = _pairs(tables, source)
    values = {i: _pair(tables, i, j, lexicon, include_left_out) for i, j in pairs.items()}
    names = [*CUES, "shared:hedged", "shared:negated"]
    rows: list[dict[str, Any]] = []
    for unit in units_of(tables, keys, LAYER_LANGUAGES):
        key = {**dict(zip(keys, unit.key, strict=True)), "measure": "fidelity"}
        own = [values[i] for i in unit.documents.tolist() if i in values]
        other = "its source is in another language" if foreign & set(unit.documents.tolist()) else ""
        for name in names:
            column = np.array([pair.values[name] for pair in own if not np.isnan(pair.values[name])])
            low, high, about = _interval(column, n_boot, seed, unit.name, name)
            if not own:
                about = f"undefined: {other or f'no report with a source in the corpus (column {source!r})'}"
            elif not len(column):
                about = (
                    "undefined: no entry of the lexicon in both texts"
                    if ":" in name
                    else "undefined: no tokens"
                )
            row = {
                **key,
                "category": name,
                "unit": "difference" if ":" in name else "log_ratio",
                "value": column.mean() if len(column) else np.nan,
                "ci_low": low,
                "ci_high": high,
                "n_hits": sum(pair.hits[name] for pair in own),
                "n_tokens": sum(pair.n_tokens for pair in own),
                "note": joined_notes(count_of(len(own), "report") if own else "", about, unit.note),
            }
            rows.append(row)
    return tidy(keys, rows)


def _interval(column: np.ndarray, n_boot: int, seed: int, unit: str, name: str) -> tuple[float, float, str]:
    """Reports drawn again: low, high, and what to say of them."""
    if not n_boot:
        return np.nan, np.nan, "no interval asked for"
    if len(column) < MIN_DOCUMENTS:
        return np.nan, np.nan, "fewer than three reports: no interval"
    draws = document_draws(len(column), n_boot, seed, unit, "fidelity", name) @ column / len(column)
    low, high, _ = interval_of_draws(draws[None, :], len(column))
    note = f"95 % interval: reports resampled {n_boot:,} times, expanded percentile"
    return float(low[0]), float(high[0]), note


def _pairs(tables: Tables, source: str) -> tuple[dict[int, int], set[int]]:
    """Report number → source number; and the reports whose source is in another language."""
    documents = tables.documents_sorted
    if source not in documents:
        return {}, set()
    number = {str(doc_id): i for i, doc_id in enumerate(tables.doc_ids.tolist())}
    given = ["" if pd.isna(value) else str(value) for value in documents[source].tolist()]
    found = {i: number[s] for i, s in enumerate(given) if s in number and number[s] != i}
    foreign = {i for i, j in found.items() if tables.language[i] != tables.language[j]}
    return {i: j for i, j in found.items() if i not in foreign}, foreign


@dataclass(frozen=True)
class _Pair:
    """A report against its source: values and hits in the report by category, and the report's tokens."""

    values: dict[str, float]
    hits: dict[str, int]
    n_tokens: int


def _pair(tables: Tables, report: int, origin: int, lexicon: str, left_out: bool) -> _Pair:
    tokens = {doc: _tokens(tables, doc, left_out) for doc in (report, origin)}
    values: dict[str, float] = {}
    n_hits: dict[str, int] = {}
    cues = tables.placed_cues
    if not left_out:
        cues = cues[~cues["left_out"]]
    for name, (layer, kinds) in CUES.items():
        chosen = cues.loc[(cues["layer"] == layer) & cues["kind"].isin(kinds), "doc"]
        n = {doc: int((chosen == doc).sum()) for doc in (report, origin)}
        rates = [(n[doc] + 0.5) / tokens[doc] if tokens[doc] else np.nan for doc in (report, origin)]
        values[name], n_hits[name] = float(np.log(rates[0] / rates[1])), n[report]
    hits = {}
    for doc in (report, origin):
        rows = tables.in_category(lexicon)
        rows = rows[tables.hit_doc[rows] == doc]
        found = tables.hits.iloc[rows]
        hits[doc] = found if left_out else found[~found["left_out"]]
    shared = set(hits[report]["entry"].dropna()) & set(hits[origin]["entry"].dropna())
    both = {doc: found[found["entry"].isin(shared)] for doc, found in hits.items()}
    for name, column in (("shared:hedged", "hedged"), ("shared:negated", "negated")):
        gap = both[report][column].mean() - both[origin][column].mean() if shared else np.nan
        values[name], n_hits[name] = float(gap), len(both[report])
    return _Pair(values, n_hits, tokens[report])


def _tokens(tables: Tables, doc: int, left_out: bool) -> int:
    own = tables.segments[tables.segment_doc == doc]
    return int((own if left_out else own[~own["left_out"]])["n_tokens"].sum())
