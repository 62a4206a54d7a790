"""Words around targets, counted by document and compared with the other documents."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, field
from typing import Any

import numpy as np

from discourse.measures.frame import joined_notes
from discourse.measures.intervals import interval_of_draws, seeded_generator
from discourse.measures.tables import Tables
from discourse.measures.tally import MIN_DOCUMENTS
from discourse.measures.units import Unit
from discourse.tokens import normalise

__all__ = [
    "Comparison",
    "WordCounts",
    "commonest_targets",
    "document_draws",
    "log_odds",
    "rows_counted",
    "word_row",
]

Statistic = Callable[[np.ndarray, np.ndarray], np.ndarray]


def document_draws(n: int, n_boot: int, seed: int, *names: str) -> np.ndarray:
    """Draw how often each of n documents occurs in each resample; depends on the seed and the names alone.

    Returns
    -------
    float64 array (n_boot, n)
        Rows sum to n.

    Examples
    --------
    >>> document_draws(3, 2, 0, "side=north", "naming").sum(axis=1).tolist()
    [3.0, 3.0]
    """
    generator = seeded_generator(seed, *names)
    if not n:
        return np.zeros((n_boot, 0))
    return generator.multinomial(n, np.full(n, 1 / n), size=n_boot).astype(np.float64)


def rows_counted(tables: Tables, relations: Iterable[str], include_left_out: bool) -> np.ndarray:
    """Give the rows of the table relations of some kinds that a measure counts.

    Parameters
    ----------
    tables : Tables
    relations : iterable of str
    include_left_out : bool
        Those in boilerplate too.

    Returns
    -------
    int64 array
    """
    tables.require("relations", "doc_id", "target", "relation", "norm", "start")
    kind = tables.relations["relation"].to_numpy(dtype=object)
    rows = np.flatnonzero(np.isin(kind.astype(str), list(relations)))
    if include_left_out or not len(rows):
        return rows
    found = tables.relations.iloc[rows]
    doc = tables.doc_codes(found, "relations")
    segment = tables.segment_at(doc, found["start"].to_numpy(dtype=np.int64))
    left_out = tables.segments["left_out"].to_numpy(dtype=bool)
    return rows[(segment < 0) | ~left_out[np.maximum(segment, 0)]] if len(left_out) else rows


def commonest_targets(
    tables: Tables, rows: np.ndarray, number: int, wanted: Sequence[str] | None
) -> list[str]:
    """Give the targets asked for, else those with most rows; ties in the order of the alphabet."""
    if wanted is not None:
        asked = [wanted] if isinstance(wanted, str) else wanted
        return list(dict.fromkeys(" ".join(normalise(word) for word in name.split()) for name in asked))
    targets = tables.relations["target"].to_numpy(dtype=object)[rows].astype(str)
    names, counts = np.unique(targets, return_counts=True)
    return [str(n) for n in names[np.lexsort((names, -counts))][:number]]


@dataclass(frozen=True)
class Comparison:
    """A unit's words against those of all other documents.

    Attributes
    ----------
    inside, outside : float64 arrays
        Counts of each word here and elsewhere.
    value, low, high : float64 arrays
        The statistic and its interval, NaN where undefined.
    note : str
    """

    inside: np.ndarray
    outside: np.ndarray
    value: np.ndarray
    low: np.ndarray
    high: np.ndarray
    note: str


@dataclass(frozen=True)
class WordCounts:
    """Counts of words by document for one target.

    Attributes
    ----------
    target : str
    words : list of str
        Commonest first; ties in the order of the alphabet.
    counts : float64 array (n_documents, n_words)
    language : object array
        Of each document.
    """

    target: str
    words: list[str]
    counts: np.ndarray
    language: np.ndarray
    _known: dict[frozenset[str], tuple[np.ndarray, np.ndarray]] = field(default_factory=dict, repr=False)

    @classmethod
    def of(cls, tables: Tables, rows: np.ndarray, target: str) -> WordCounts:
        """Count the norms of some rows of the table relations that belong to a target."""
        own = rows[tables.relations["target"].to_numpy(dtype=object)[rows] == target]
        norms = tables.relations["norm"].to_numpy(dtype=object)[own].astype(str)
        doc = tables.doc_codes(tables.relations.iloc[own], "relations")
        words, number = np.unique(norms, return_inverse=True)
        counts = np.zeros((len(tables.doc_ids), len(words)))
        np.add.at(counts, (doc, number), 1.0)
        order = np.lexsort((words, -counts.sum(axis=0)))
        return cls(target, [str(w) for w in words[order]], counts[:, order], tables.language)

    def _in_languages(self, languages: frozenset[str]) -> tuple[np.ndarray, np.ndarray]:
        """Bool per document: is it in one of the languages; and how often these documents have each word."""
        if languages not in self._known:
            like = np.isin(self.language.astype(str), sorted(languages))
            self._known[languages] = (like, self.counts[like].sum(axis=0))
        return self._known[languages]

    def compare(self, unit: Unit, statistic: Statistic, seed: int, n_boot: int, measure: str) -> Comparison:
        """Compare a unit's words with those of all other documents in its languages, resampling documents.

        Parameters
        ----------
        unit : Unit
        statistic : callable
            Counts here and elsewhere, words along the last axis, to a value a word.
        seed, n_boot : int
        measure : str
            Part of the seed.

        Returns
        -------
        Comparison
            Value missing where one side has no words; no interval where a side has fewer than three
            documents.
        """
        like, total = self._in_languages(unit.languages)
        ours = self.counts[unit.documents]
        inside = ours.sum(axis=0)
        # counts are whole numbers, so that the difference is exact
        outside = total - inside
        missing = np.full(len(self.words), np.nan)

        def without(value: np.ndarray, note: str) -> Comparison:
            return Comparison(inside, outside, value, missing, missing, note)

        if not inside.sum() or not outside.sum():
            side = "here" if not inside.sum() else "in the other documents"
            return without(missing, f"undefined: no such words {side}")
        value = statistic(inside, outside)
        if not n_boot:
            return without(value, "no interval asked for")
        n_others = int(like.sum()) - len(ours)
        if min(len(ours), n_others) < MIN_DOCUMENTS:
            return without(value, "fewer than three documents on a side: no interval")
        others = like.copy()
        others[unit.documents] = False
        theirs = self.counts[others]
        drawn = [
            document_draws(len(side), n_boot, seed, unit.name, measure, self.target, which) @ side
            for which, side in (("here", ours), ("elsewhere", theirs))
        ]
        draws = statistic(drawn[0], drawn[1])
        draws[(drawn[0].sum(axis=1) == 0) | (drawn[1].sum(axis=1) == 0)] = np.nan
        low, high, _ = interval_of_draws(draws.T, min(len(ours), len(theirs)))
        note = f"95 % interval: documents resampled on both sides {n_boot:,} times, expanded percentile"
        return Comparison(inside, outside, value, low, high, note)


def log_odds(ours: np.ndarray, theirs: np.ndarray, prior: float = 1.0) -> tuple[np.ndarray, np.ndarray]:
    """Log-odds ratio of words in two parts under an informative Dirichlet prior, and its z.

    Parameters
    ----------
    ours, theirs : float64 arrays (…, n_words)
        Counts of the same words.
    prior : float
        Weight of the prior per word counted in both parts together: α_w = prior × (count in both), at
        least .01.

    Returns
    -------
    (delta, z) : float64 arrays (…, n_words)
        Higher = more ours; NaN where there is one word only, for its odds have no limit.

    References
    ----------
    Monroe, B. L., Colaresi, M. P., & Quinn, K. M. (2008). Fightin' words: Lexical feature selection and
    evaluation for identifying the content of political conflict. Political Analysis 16(4), 372-403
    (the log-odds ratio with an informative Dirichlet prior, its approximate variance, and z).

    Examples
    --------
    >>> delta, z = log_odds(np.array([9.0, 1.0]), np.array([1.0, 9.0]))
    >>> bool(delta[0] > 0 > delta[1]), round(float(delta[0] + delta[1]), 6)
    (True, 0.0)
    """
    alpha = np.maximum(prior * (ours + theirs), 0.01)
    total = alpha.sum(axis=-1, keepdims=True)

    def logit(counts: np.ndarray) -> np.ndarray:
        rest = counts.sum(axis=-1, keepdims=True) + total - counts - alpha
        return np.log(counts + alpha) - np.log(np.where(rest > 1e-9, rest, np.nan))

    delta = logit(ours) - logit(theirs)
    return delta, delta / np.sqrt(1 / (ours + alpha) + 1 / (theirs + alpha))


def word_row(key: dict[str, Any], unit: str, value: float, *notes: str, **more: Any) -> dict[str, Any]:
    """Make a row of the measures' table."""
    return {**key, "unit": unit, "value": value, "note": joined_notes(*notes), **more}
