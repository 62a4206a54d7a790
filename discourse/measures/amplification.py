"""What one side issued, and how much of it, and how far up, the others took over."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

import numpy as np
import pandas as pd

from discourse.measures.frame import count_of, joined_notes, tidy
from discourse.measures.intervals import interval_of_draws
from discourse.measures.tables import LAYER_LANGUAGES, EvidenceTables, Tables, as_tables
from discourse.measures.tally import MIN_DOCUMENTS, check_n_boot
from discourse.measures.units import By, Unit, check_groups, grouping, units_of
from discourse.measures.words import document_draws

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
    speaker: str = "speaker",
) -> pd.DataFrame:
    """Measure how much of what one side issues is taken over in quotation by the others, and how far up.

    Construct: of confrontation and diplomacy, what gets amplified? For each side and category: *issued*,
    the rate in the side's own documents; *taken over*, the rate in what documents of other sides quote
    (their words of quotation are the base); amplification = ln((taken over)/(issued)), each with half a hit
    added. Higher = the category has more room in the others' quotations than in what was issued.
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
        Metadata columns; dates as YYYY, YYYY-MM or YYYY-MM-DD. Documents of other sides count from the
        side's first date on, the side's own up to the last date of those; without a date, neither.
    speaker : str
        Metadata column of who speaks in a document. Where a side's documents have it, only quotations of
        these speakers (by the last word of their names) count as taken over, else all quotations: the note
        says which.

    Returns
    -------
    pandas.DataFrame
        Category ``SIDE:war:issued`` and ``:taken_over`` (per_1000), ``SIDE:war`` (log_ratio, interval by
        resampling documents on both sides), ``:position`` (position). Missing without sides, dates, or
        quotations.

    References
    ----------
    This project's own; the half hit as in `framing` (Lowe, Benoit, Mikhaylov & Laver 2011).
    """
    check_n_boot(n_boot)
    tables = as_tables(evidence)
    keys = [] if by is None else grouping(by)
    check_groups(tables, keys)
    labels = keys or ["doc_id"]
    declared = tables.lexicon_categories(lexicon)
    chosen = list(categories) if categories is not None else [c for c in declared if "." not in c]
    rows: list[dict[str, Any]] = []
    for unit in units_of(tables, keys, LAYER_LANGUAGES):
        key = {**dict(zip(labels, unit.key or (None,), strict=True)), "measure": "amplification"}
        documents = tables.documents_sorted.iloc[unit.documents]
        if side not in documents or date not in documents or documents[side].nunique() < 2:
            note = f"undefined: needs documents of two sides (columns '{side}' and '{date}')"
            note = joined_notes(note, unit.note)
            rows.append({**key, "category": "", "unit": "log_ratio", "note": note})
            continue
        counts = _Counts(tables, unit.documents, lexicon, chosen, include_left_out)
        for name in sorted(documents[side].dropna().unique()):
            own, others = _in_time(documents, side, date, name)
            names = _last_names(documents.iloc[own][speaker]) if speaker in documents else frozenset()
            rows += _side_rows(counts, key, str(name), own, others, names, unit, seed, n_boot)
    return tidy(labels, rows)


def _in_time(documents: pd.DataFrame, side: str, date: str, name: object) -> tuple[np.ndarray, np.ndarray]:
    """A side's documents that could be taken over, and those of others that could do so."""
    dates = ["" if pd.isna(value) else str(value) for value in documents[date]]
    known = [(i, s) for i, s in enumerate(documents[side].tolist()) if dates[i] and not pd.isna(s)]
    mine = [i for i, s in known if s == name]
    others = [i for i, s in known if s != name and any(_not_after(dates[j], dates[i]) for j in mine)]
    own = [i for i in mine if any(_not_after(dates[i], dates[j]) for j in others)]
    return np.array(own or mine, dtype=np.int64), np.array(others, dtype=np.int64)


def _not_after(first: str, second: str) -> bool:
    """Compare two dates as far as both are known: 2020-03 is not after 2020-03-05, nor before."""
    length = min(len(first), len(second))
    return first[:length] <= second[:length]


def _last_names(values: pd.Series) -> frozenset[str]:
    return frozenset(str(v).split()[-1].casefold() for v in values if not pd.isna(v) and str(v).split())


class _Counts:
    """Hits and words by document: in all of it, and in what it quotes."""

    def __init__(
        self, tables: Tables, documents: np.ndarray, lexicon: str, categories: Sequence[str], left_out: bool
    ) -> None:
        self.categories, self.n = list(categories), len(documents)
        self._tables, self._lexicon = tables, lexicon
        self._place = np.full(len(tables.doc_ids), -1, dtype=np.int64)
        self._place[documents] = np.arange(len(documents))
        segments, hits = tables.segments, tables.hits
        self._doc = self._place[tables.segment_doc]
        self._kept = (self._doc >= 0) & (left_out | ~segments["left_out"].to_numpy(dtype=bool))
        self._words = segments["n_tokens"].to_numpy(dtype=np.float64)
        asserted = ~hits["negated"].to_numpy(dtype=bool)
        self._asserted = asserted & (left_out | ~hits["left_out"].to_numpy(dtype=bool))
        self.words = self._sum(self._kept)

    def _sum(self, rows: np.ndarray) -> np.ndarray:
        return np.bincount(self._doc[rows], self._words[rows], minlength=self.n)

    @staticmethod
    def _quoted(table: pd.DataFrame, names: frozenset[str]) -> np.ndarray:
        quoted = table["voice"].to_numpy(dtype=object) != "narrator"
        if names:
            last = ["" if pd.isna(s) or not str(s).split() else str(s).split()[-1] for s in table["speaker"]]
            quoted &= np.array([word.casefold() in names for word in last], dtype=bool)
        return quoted

    def quoted_words(self, names: frozenset[str]) -> np.ndarray:
        """Words of quotations, of some speakers where there are names."""
        return self._sum(self._kept & self._quoted(self._tables.segments, names))

    def hits(self, category: str) -> np.ndarray:
        """Hits of a category by document."""
        return np.bincount(self._hit_doc(self._rows(category)), minlength=self.n)

    def quoted_hits(self, category: str, names: frozenset[str]) -> tuple[np.ndarray, np.ndarray]:
        """Hits of a category in quotations by document, and the sum of their positions."""
        rows = self._rows(category)
        rows = rows[self._quoted(self._tables.hits.iloc[rows], names)]
        doc = self._hit_doc(rows)
        position = self._tables.hits["position"].to_numpy(dtype=np.float64)[rows]
        return np.bincount(doc, minlength=self.n), np.bincount(doc, position, minlength=self.n)

    def _rows(self, category: str) -> np.ndarray:
        rows = self._tables.in_category(self._lexicon, category)
        return rows[self._asserted[rows] & (self._hit_doc(rows) >= 0)]

    def _hit_doc(self, rows: np.ndarray) -> np.ndarray:
        return self._place[self._tables.hit_doc[rows]]


def _side_rows(
    counts: _Counts, key: dict[str, Any], name: str, own: np.ndarray, others: np.ndarray,
    speakers: frozenset[str], unit: Unit, seed: int, n_boot: int,
) -> list[dict[str, Any]]:  # fmt: skip
    draws = [
        document_draws(len(x), n_boot, seed, unit.name, "amplification", name, which)
        for x, which in ((own, "own"), (others, "others"))
    ]
    whose = f"{count_of(len(speakers), 'speaker')} of the side" if speakers else "anybody"
    base = (
        f"{count_of(len(own), 'document')} issued, quotations of {whose} in"
        f" {count_of(len(others), 'document')} of other sides"
    )
    quoted = counts.quoted_words(speakers)[others]
    words = counts.words[own]
    enough = min(len(own), len(others)) >= MIN_DOCUMENTS
    rows: list[dict[str, Any]] = []
    for category in counts.categories:
        issued = counts.hits(category)[own]
        taken, places = (column[others] for column in counts.quoted_hits(category, speakers))
        value = _log_ratio(taken.sum(), quoted.sum(), issued.sum(), words.sum())
        low = high = np.nan
        if np.isnan(value):
            about = "undefined: nothing issued or nothing quoted"
        elif not n_boot:
            about = "no interval asked for"
        elif not enough:
            about = "fewer than three documents on a side: no interval"
        else:
            boot = _log_ratio(draws[1] @ taken, draws[1] @ quoted, draws[0] @ issued, draws[0] @ words)
            bounds = interval_of_draws(boot[None, :], min(len(own), len(others)))
            low, high = float(bounds[0][0]), float(bounds[1][0])
            about = f"95 % interval: documents resampled on both sides {n_boot:,} times, expanded percentile"
        n_issued, n_taken = int(issued.sum()), int(taken.sum())
        place = places.sum() / n_taken if n_taken else np.nan
        label, quoted_all = f"{name}:{category}", int(quoted.sum())
        for ending, kind, result, n_hits, n_tokens, note in (
            (":issued", "per_1000", _rate(issued, words), n_issued, int(words.sum()), "no tokens"),
            (":taken_over", "per_1000", _rate(taken, quoted), n_taken, quoted_all, "nothing quoted"),
            ("", "log_ratio", value, n_taken, quoted_all, about),
            (":position", "position", place, n_taken, quoted_all, "nothing taken over"),
        ):
            missing = f"undefined: {note}" if np.isnan(result) else ""
            row = {**key, "category": label + ending, "unit": kind, "value": result}
            row |= {"n_hits": n_hits, "n_tokens": n_tokens}
            if not ending:
                row |= {"ci_low": low, "ci_high": high}
                missing = about
            rows.append({**row, "note": joined_notes(missing, base, unit.note)})
    return rows


def _rate(hits: np.ndarray, words: np.ndarray) -> float:
    return float(1000 * hits.sum() / words.sum()) if words.sum() else np.nan


def _log_ratio(taken: Any, quoted: Any, issued: Any, words: Any) -> Any:
    defined = (np.asarray(quoted) > 0) & (np.asarray(words) > 0)
    with np.errstate(divide="ignore", invalid="ignore"):
        ratio = np.log((np.asarray(taken) + 0.5) / quoted) - np.log((np.asarray(issued) + 0.5) / words)
    return np.where(defined, ratio, np.nan)[()]
