"""Words around targets, counted by document and compared with the other documents."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass

import numpy as np

from discourse.measures.intervals import interval_of_draws, seeded_generator
from discourse.measures.tables import Tables
from discourse.measures.tally import MIN_DOCUMENTS
from discourse.measures.units import Unit
from discourse.tokens import normalise

__all__ = [
    "LEAST_PRIOR",
    "Comparison",
    "WordCounts",
    "commonest_targets",
    "document_draws",
    "log_odds",
    "rows_counted",
]

Statistic = Callable[[np.ndarray, np.ndarray], np.ndarray]

DRAWN = "95 % interval: documents resampled on both sides {:,} times, expanded percentile"
# Weight of the prior of a word that has none.
LEAST_PRIOR = 0.01
# Numbers in one piece of a matrix of units and words.
CELLS = 4_000_000


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
    rows = np.flatnonzero(tables.relations["relation"].isin(list(relations)).to_numpy(dtype=bool))
    left_out = tables.segments["left_out"].to_numpy(dtype=bool)
    if include_left_out or not len(rows) or not len(left_out):
        return rows
    segment = tables.relation_segment[rows]
    return rows[(segment < 0) | ~left_out[np.maximum(segment, 0)]]


def commonest_targets(
    tables: Tables, rows: np.ndarray, number: int, wanted: Sequence[str] | None
) -> list[str]:
    """Give the targets asked for, else those with most rows; ties in the order of the alphabet."""
    if wanted is not None:
        asked = [wanted] if isinstance(wanted, str) else wanted
        return list(dict.fromkeys(" ".join(normalise(word) for word in name.split()) for name in asked))
    names, counts = np.unique(tables.relation_target[rows].astype(str), return_counts=True)
    return [str(n) for n in names[np.lexsort((names, -counts))][:number]]


@dataclass(frozen=True)
class Comparison:
    """The words of units, each against those of all other documents.

    Attributes
    ----------
    inside, outside : float64 arrays (n_units, n_words)
        Counts of the commonest words here and elsewhere.
    n_inside, n_outside : float64 arrays (n_units,)
        Counts of all words.
    values : list of float64 arrays (n_units, n_words)
        One a statistic, NaN where undefined.
    low, high : float64 arrays (n_units, n_words)
        Interval of the first statistic, NaN where there is none.
    notes : list of str
        One a unit.
    """

    inside: np.ndarray
    outside: np.ndarray
    n_inside: np.ndarray
    n_outside: np.ndarray
    values: list[np.ndarray]
    low: np.ndarray
    high: np.ndarray
    notes: list[str]


@dataclass(frozen=True)
class WordCounts:
    """Counts of words by document for one target.

    Attributes
    ----------
    target : str
    words : list of str
        Commonest first; ties in the order of the alphabet.
    doc, word, count : arrays
        How often a document has a word (its place among the words), where it has it.
    language : object array
        Of each document.
    """

    target: str
    words: list[str]
    doc: np.ndarray
    word: np.ndarray
    count: np.ndarray
    language: np.ndarray

    @classmethod
    def of(cls, tables: Tables, rows: np.ndarray, target: str) -> WordCounts:
        """Count the norms of some rows of the table relations that belong to a target."""
        own = rows[tables.relation_target[rows] == target]
        words, number = np.unique(tables.relation_norm[own], return_inverse=True)
        order = np.lexsort((words, -np.bincount(number, minlength=len(words))))
        rank = np.empty(len(words), dtype=np.int64)
        rank[order] = np.arange(len(words))
        cells, count = np.unique(tables.relation_doc[own] * len(words) + rank[number], return_counts=True)
        doc, word = np.divmod(cells, max(len(words), 1))
        return cls(target, [str(w) for w in words[order]], doc, word, count.astype(float), tables.language)

    def compare(
        self,
        units: Sequence[Unit],
        statistics: Sequence[Statistic],
        seed: int,
        n_boot: int,
        measure: str,
        n_words: int,
        rarest: float = 0.0,
    ) -> Comparison:
        """Compare units' words with those of all other documents in their languages, resampling documents.

        Parameters
        ----------
        units : sequence of Unit
        statistics : sequence of callable
            Counts here and elsewhere, words along the last axis, to a value a word.
        seed, n_boot : int
        measure : str
            Part of the seed.
        n_words : int
            How many words are compared, the commonest.
        rarest : float
            Words that are no rarer than this in both parts together may be counted as one: it does not
            change the other words' statistics.

        Returns
        -------
        Comparison
            Values missing where one side has no words; no interval where a side has fewer than three
            documents.
        """
        shown = min(n_words, len(self.words))
        shape = (len(units), shown)
        inside, outside = np.zeros(shape), np.zeros(shape)
        n_inside, n_outside = np.zeros(len(units)), np.zeros(len(units))
        values = [np.full(shape, np.nan) for _ in statistics]
        low, high = np.full(shape, np.nan), np.full(shape, np.nan)
        notes = [""] * len(units)
        by_languages: dict[frozenset[str], list[int]] = {}
        for u, unit in enumerate(units):
            by_languages.setdefault(unit.languages, []).append(u)
        for languages, numbers in by_languages.items():
            like = np.isin(self.language.astype(str), sorted(languages))
            known = like[self.doc]
            total = np.bincount(self.word[known], weights=self.count[known], minlength=len(self.words))
            # One column for the words that are not shown, if they may stand together.
            together = bool((total[shown:] >= rarest).all())
            width = min(shown + 1, len(self.words)) if together else len(self.words)
            step = len(numbers) if together else max(1, CELLS // len(self.words))
            for first in range(0, len(numbers), step):
                some = np.array(numbers[first : first + step])
                ours = self._of_units([units[u] for u in some], width)
                whole = np.append(total[: width - 1], total[width - 1 :].sum())
                # Counts are whole numbers, so that the difference is exact.
                theirs = whole - ours
                inside[some], outside[some] = ours[:, :shown], theirs[:, :shown]
                n_inside[some], n_outside[some] = ours.sum(axis=1), theirs.sum(axis=1)
                both = (n_inside[some] > 0) & (n_outside[some] > 0)
                for value, statistic in zip(values, statistics, strict=True):
                    value[some[both]] = statistic(ours[both], theirs[both])[:, :shown]
            for u in numbers:
                notes[u] = self._note(units[u], n_inside[u], n_outside[u], int(like.sum()), n_boot)
                if notes[u] == DRAWN.format(n_boot):
                    bounds = self._interval(units[u], like, statistics[0], seed, n_boot, measure)
                    low[u], high[u] = bounds[0][:shown], bounds[1][:shown]
        return Comparison(inside, outside, n_inside, n_outside, values, low, high, notes)

    def _of_units(self, units: Sequence[Unit], width: int) -> np.ndarray:
        """Counts of units; the last of the columns holds all words from there on."""
        unit_of = np.full(len(self.language), -1, dtype=np.int64)
        for u, unit in enumerate(units):
            unit_of[unit.documents] = u
        own = unit_of[self.doc]
        kept = own >= 0
        cell = own[kept] * width + np.minimum(self.word[kept], width - 1)
        counts = np.bincount(cell, weights=self.count[kept], minlength=len(units) * width)
        return counts.reshape(len(units), width)

    @staticmethod
    def _note(unit: Unit, n_inside: float, n_outside: float, n_like: int, n_boot: int) -> str:
        if not n_inside or not n_outside:
            side = "here" if not n_inside else "in the other documents"
            return f"undefined: no such words {side}"
        if not n_boot:
            return "no interval asked for"
        if min(len(unit.documents), n_like - len(unit.documents)) < MIN_DOCUMENTS:
            return "fewer than three documents on a side: no interval"
        return DRAWN.format(n_boot)

    def _interval(
        self, unit: Unit, like: np.ndarray, statistic: Statistic, seed: int, n_boot: int, measure: str
    ) -> tuple[np.ndarray, np.ndarray]:
        """Draw the documents of both sides again."""
        from scipy.sparse import csr_array

        counts = csr_array((self.count, (self.doc, self.word)), shape=(len(like), len(self.words)))
        others = like.copy()
        others[unit.documents] = False
        sides = (("here", unit.documents), ("elsewhere", np.flatnonzero(others)))
        drawn = []
        for which, docs in sides:
            times = document_draws(len(docs), n_boot, seed, unit.name, measure, self.target, which)
            drawn.append((counts[docs].T @ times.T).T)
        draws = statistic(drawn[0], drawn[1])
        draws[(drawn[0].sum(axis=1) == 0) | (drawn[1].sum(axis=1) == 0)] = np.nan
        low, high, _ = interval_of_draws(draws.T, min(len(docs) for _, docs in sides))
        return low, high


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
    alpha = np.maximum(prior * (ours + theirs), LEAST_PRIOR)
    total = alpha.sum(axis=-1, keepdims=True)

    def logit(counts: np.ndarray) -> np.ndarray:
        rest = counts.sum(axis=-1, keepdims=True) + total - counts - alpha
        return np.log(counts + alpha) - np.log(np.where(rest > 1e-9, rest, np.nan))

    delta = logit(ours) - logit(theirs)
    return delta, delta / np.sqrt(1 / (ours + alpha) + 1 / (theirs + alpha))
