"""What one side issued, and how much of it, and how far up, the others took over."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

import numpy as np
import pandas as pd

from discourse.measures.frame import count_of, joined_notes, tidy
from discourse.measures.tables import LAYER_LANGUAGES, EvidenceTables, Tables, as_tables
from discourse.measures.units import By, check_groups, grouping, units_of
from discourse.measures.words import seeded

__all__ = ["amplification"]


def amplification(
    evidence: EvidenceTables | Tables,
    by: By = None,
    *,
    seed: int = 0,
    n_boot: int = 1000,
    include_left_out: bool = False,
    lexicon: str = "war_peace",
    categories: Sequence[str] | None = None,
    side: str = "side",
    date: str = "date",
) -> pd.DataFrame:
    """Measure how much of what one side issues is taken over in quotation by the others, and how far up.

    Construct: of confrontation and diplomacy, what gets amplified? For each side and category: *issued*,
    the rate in the side's own documents; *taken over*, the rate in what later documents of other sides
    quote (their words of quotation are the base); amplification = ln((taken over)/(issued)), each with half
    a hit added. Higher = the category has more room in the others' quotations than in what was issued.
    `position` is the mean place of the hits taken over (0 = first word). A category is not a statement:
    that the same words travelled, only reading shows.

    Parameters
    ----------
    evidence : Evidence
        With metadata columns for sides and dates.
    by, seed, n_boot, include_left_out, lexicon
        As in `framing`; groups are computed apart, all documents together by default (doc_id is then
        missing).
    categories : sequence of str, optional
        The top categories by default.
    side, date : str
        Metadata columns; dates as YYYY, YYYY-MM or YYYY-MM-DD. A quotation in a document is set against
        what the others had issued up to its date.

    Returns
    -------
    pandas.DataFrame
        Category ``SIDE:war``: ``:issued`` and ``:taken_over`` (per_1000), the side's own ``SIDE:war``
        (log_ratio, interval by resampling documents), ``:position`` (position). Missing without sides,
        dates, or quotations.
    """
    tables = as_tables(evidence)
    keys = [] if by is None else grouping(by)
    check_groups(tables, keys)
    labels = keys or ["doc_id"]
    declared = tables.lexicon_categories(lexicon)
    chosen = list(categories) if categories is not None else [c for c in declared if "." not in c]
    rows: list[dict[str, Any]] = []
    for unit in units_of(tables, keys, LAYER_LANGUAGES):
        key = dict(zip(labels, unit.key or (None,), strict=True))
        documents = tables.documents_sorted.iloc[unit.documents]
        if side not in documents or date not in documents or documents[side].nunique() < 2:
            note = joined_notes(
                f"undefined: needs documents of two sides (columns '{side}' and '{date}')", unit.note
            )
            rows.append(
                {**key, "measure": "amplification", "category": "", "unit": "log_ratio", "note": note}
            )
            continue
        counts = _Counts(tables, unit.documents, lexicon, chosen, include_left_out)
        for name in sorted(documents[side].dropna().unique()):
            own = np.flatnonzero((documents[side] == name).to_numpy())
            first = documents[date].iloc[own].dropna().min()
            others = np.flatnonzero(
                ((documents[side] != name) & documents[side].notna() & (documents[date] >= first)).to_numpy()
            )
            rows += _side_rows(counts, key, str(name), own, others, unit, seed, n_boot)
    return tidy(labels, rows)


class _Counts:
    """Hits and words by document: in all of it, and in what it quotes."""

    def __init__(
        self, tables: Tables, documents: np.ndarray, lexicon: str, categories: Sequence[str], left_out: bool
    ) -> None:
        place = np.full(len(tables.doc_ids), -1, dtype=np.int64)
        place[documents] = np.arange(len(documents))
        self.categories = list(categories)
        segments, hits = tables.segments, tables.hits
        doc = place[tables.segment_doc]
        kept = (doc >= 0) & (left_out | ~segments["left_out"].to_numpy(dtype=bool))
        quoted = segments["voice"].to_numpy(dtype=object) != "narrator"
        words = segments["n_tokens"].to_numpy(dtype=np.float64)
        n = len(documents)
        self.words = np.bincount(doc[kept], words[kept], minlength=n)
        self.quoted_words = np.bincount(doc[kept & quoted], words[kept & quoted], minlength=n)
        hit_doc = place[tables.doc_codes(hits, "hits")]
        asserted = ~hits["negated"].to_numpy(dtype=bool) & (left_out | ~hits["left_out"].to_numpy(dtype=bool))
        in_quotes = hits["voice"].to_numpy(dtype=object) != "narrator"
        position = hits["position"].to_numpy(dtype=np.float64)
        names = hits["category"].to_numpy(dtype=object).astype(str)
        own = (hits["lexicon"].to_numpy(dtype=object) == lexicon) & asserted & (hit_doc >= 0)
        self.all = np.zeros((n, len(self.categories)))
        self.quoted, self.places = self.all.copy(), self.all.copy()
        for c, category in enumerate(self.categories):
            rows = own & ((names == category) | np.char.startswith(names.astype("U"), f"{category}."))
            spans = hits.loc[rows, ["doc_id", "start", "end"]].duplicated().to_numpy()
            rows[np.flatnonzero(rows)[spans]] = False
            self.all[:, c] = np.bincount(hit_doc[rows], minlength=n)
            rows &= in_quotes
            self.quoted[:, c] = np.bincount(hit_doc[rows], minlength=n)
            self.places[:, c] = np.bincount(hit_doc[rows], position[rows], minlength=n)


def _side_rows(
    counts: _Counts,
    key: dict[str, Any],
    name: str,
    own: np.ndarray,
    others: np.ndarray,
    unit: Any,
    seed: int,
    n_boot: int,
) -> list[dict[str, Any]]:
    rng = seeded(seed, unit.name, "amplification", name)
    draws = [
        rng.multinomial(len(x), np.full(len(x), 1 / len(x)), size=n_boot).astype(float)
        if len(x)
        else np.zeros((n_boot, 0))
        for x in (own, others)
    ]
    base = (
        f"{count_of(len(own), 'document')} issued, {count_of(len(others), 'later document')} of other sides"
    )
    rows: list[dict[str, Any]] = []
    for c, category in enumerate(counts.categories):
        issued, words = counts.all[own, c], counts.words[own]
        taken, quoted = counts.quoted[others, c], counts.quoted_words[others]
        common = {**key, "measure": "amplification", "n_tokens": int(quoted.sum())}
        defined = words.sum() > 0 and quoted.sum() > 0
        note = joined_notes(base, "" if defined else "undefined: nothing issued or nothing quoted", unit.note)
        value = _log_ratio(taken.sum(), quoted.sum(), issued.sum(), words.sum())
        low = high = np.nan
        if defined and min(len(own), len(others)) > 1:
            boot = _log_ratio(draws[1] @ taken, draws[1] @ quoted, draws[0] @ issued, draws[0] @ words)
            low, high = np.nanpercentile(boot, [2.5, 97.5])
            note = joined_notes(
                note, "95 % interval: documents resampled on both sides, percentile bootstrap"
            )
        label = f"{name}:{category}"
        rows.append(
            {
                **common,
                "category": f"{label}:issued",
                "unit": "per_1000",
                "n_hits": int(issued.sum()),
                "n_tokens": int(words.sum()),
                "note": note,
                "value": 1000 * issued.sum() / words.sum() if words.sum() else np.nan,
            }
        )
        rows.append(
            {
                **common,
                "category": f"{label}:taken_over",
                "unit": "per_1000",
                "n_hits": int(taken.sum()),
                "note": note,
                "value": 1000 * taken.sum() / quoted.sum() if quoted.sum() else np.nan,
            }
        )
        rows.append(
            {
                **common,
                "category": label,
                "unit": "log_ratio",
                "n_hits": int(taken.sum()),
                "note": note,
                "value": value if defined else np.nan,
                "ci_low": low,
                "ci_high": high,
            }
        )
        rows.append(
            {
                **common,
                "category": f"{label}:position",
                "unit": "position",
                "n_hits": int(taken.sum()),
                "note": note,
                "value": counts.places[others, c].sum() / taken.sum() if taken.sum() else np.nan,
            }
        )
    return rows


def _log_ratio(taken: Any, quoted: Any, issued: Any, words: Any) -> Any:
    with np.errstate(divide="ignore", invalid="ignore"):
        return np.log((taken + 0.5) / quoted) - np.log((issued + 0.5) / words)
