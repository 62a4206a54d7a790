"""What a report keeps or loses of the hedges, negations and conditions of the text it reports."""

from __future__ import annotations

from typing import Any

import numpy as np
import pandas as pd

from discourse.measures.frame import count_of, joined_notes, tidy
from discourse.measures.tables import LAYER_LANGUAGES, EvidenceTables, Tables, as_tables
from discourse.measures.units import By, check_groups, grouping, units_of
from discourse.measures.words import seeded

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
        ``shared:negated`` (difference). Intervals draw reports; one report has none. Missing for documents
        that report nothing in the corpus.
    """
    tables = as_tables(evidence)
    keys = grouping(by)
    check_groups(tables, keys)
    pairs = _pairs(tables, source)
    values = {i: _pair(tables, i, j, lexicon, include_left_out) for i, j in pairs.items()}
    names = [*CUES, "shared:hedged", "shared:negated"]
    rows: list[dict[str, Any]] = []
    for unit in units_of(tables, keys, LAYER_LANGUAGES):
        key = dict(zip(keys, unit.key, strict=True))
        own = [i for i in unit.documents.tolist() if i in values]
        table = np.array([[values[i][0][name] for name in names] for i in own]).reshape(-1, len(names))
        tokens = sum(values[i][1] for i in own)
        for c, name in enumerate(names):
            column = table[:, c][~np.isnan(table[:, c])]
            low = high = np.nan
            how = ""
            if len(column) > 1:
                rng = seeded(seed, unit.name, "fidelity", name)
                draws = rng.integers(0, len(column), size=(n_boot, len(column)))
                low, high = np.percentile(column[draws].mean(axis=1), [2.5, 97.5])
                how = "95 % interval: reports resampled, percentile bootstrap"
            missing = (
                f"undefined: no report with a source in the corpus (column '{source}')"
                if not own
                else ("undefined: no shared entries" if not len(column) else "")
            )
            rows.append(
                {
                    **key,
                    "measure": "fidelity",
                    "category": name,
                    "unit": "difference" if ":" in name else "log_ratio",
                    "value": column.mean() if len(column) else np.nan,
                    "ci_low": low,
                    "ci_high": high,
                    "n_hits": len(column),
                    "n_tokens": tokens,
                    "note": joined_notes(
                        missing, count_of(len(own), "report") if own else "", how, unit.note
                    ),
                }
            )
    return tidy(keys, rows)


def _pairs(tables: Tables, source: str) -> dict[int, int]:
    """Report number → source number."""
    documents = tables.documents_sorted
    if source not in documents:
        return {}
    number = {doc_id: i for i, doc_id in enumerate(tables.doc_ids.tolist())}
    return {
        i: number[s]
        for i, s in enumerate(documents[source].tolist())
        if isinstance(s, str) and s in number and number[s] != i
    }


def _pair(
    tables: Tables, report: int, origin: int, lexicon: str, left_out: bool
) -> tuple[dict[str, float], int]:
    words, cues, hits = {}, {}, {}
    for doc in (report, origin):
        segments = tables.segments[tables.segment_doc == doc]
        segments = segments if left_out else segments[~segments["left_out"]]
        words[doc] = int(segments["n_tokens"].sum())
        own = tables.cues[tables.cues["doc_id"] == tables.doc_ids[doc]].drop_duplicates(
            ["layer", "start", "end"]
        )
        cues[doc] = own if left_out else own[own["sentence"].isin(segments["sentence"])]
        found = tables.hits[
            (tables.hits["doc_id"] == tables.doc_ids[doc]) & (tables.hits["lexicon"] == lexicon)
        ]
        hits[doc] = found if left_out else found[~found["left_out"]]
    values: dict[str, float] = {}
    for name, (layer, kinds) in CUES.items():
        n = {
            doc: int(((cues[doc]["layer"] == layer) & cues[doc]["kind"].isin(kinds)).sum())
            for doc in (report, origin)
        }
        defined = words[report] > 0 and words[origin] > 0
        values[name] = (
            float(np.log((n[report] + 0.5) / words[report]) - np.log((n[origin] + 0.5) / words[origin]))
            if defined
            else np.nan
        )
    shared = set(hits[report]["entry"].dropna()) & set(hits[origin]["entry"].dropna())
    for name, column in (("shared:hedged", "hedged"), ("shared:negated", "negated")):
        shares = [hits[doc].loc[hits[doc]["entry"].isin(shared), column].mean() for doc in (report, origin)]
        values[name] = float(shares[0] - shares[1]) if shared else np.nan
    return values, words[report]
