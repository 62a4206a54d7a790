"""Words around targets counted by unit and compared with the other units: shared by naming and verb_swap."""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Sequence
from dataclasses import dataclass

import numpy as np

from discourse.measures.frame import joined_notes
from discourse.measures.tables import Tables
from discourse.measures.units import Unit

__all__ = ["WordCounts", "log_odds", "seeded"]


def seeded(seed: int, *names: str) -> np.random.Generator:
    """Give a generator that depends on the seed and the names alone."""
    digest = hashlib.sha256("\x1f".join([str(seed), *names]).encode()).digest()
    return np.random.default_rng(int.from_bytes(digest[:8], "big"))


@dataclass(frozen=True)
class WordCounts:
    """Counts of words by document for one target.

    Attributes
    ----------
    target : str
    words : list of str
        Commonest first.
    counts : float64 array (n_documents, n_words)
    """

    target: str
    words: list[str]
    counts: np.ndarray

    @classmethod
    def of(cls, tables: Tables, rows: np.ndarray, target: str) -> WordCounts:
        """Count the norms of some rows of the table relations that belong to a target."""
        own = rows[(tables.relations["target"].to_numpy(dtype=object)[rows] == target)]
        norms = tables.relations["norm"].to_numpy(dtype=object)[own].astype(str)
        doc = tables.doc_codes(tables.relations.iloc[own], "relations")
        words, number = np.unique(norms, return_inverse=True)
        counts = np.zeros((len(tables.doc_ids), len(words)))
        np.add.at(counts, (doc, number), 1.0)
        order = np.lexsort((words, -counts.sum(axis=0)))
        return cls(target, [str(w) for w in words[order]], counts[:, order])

    def compare(
        self,
        unit: Unit,
        statistic: Callable[[np.ndarray, np.ndarray], np.ndarray],
        seed: int,
        n_boot: int,
        measure: str,
    ) -> tuple[np.ndarray, np.ndarray, np.ndarray, str]:
        """Compare a unit's words with those of all other documents, documents resampled on both sides.

        Returns
        -------
        (value, ci_low, ci_high, note)
            Missing where there is nothing to compare with; no interval where one side is a single document.
        """
        inside = np.isin(np.arange(len(self.counts)), unit.documents)
        ours, theirs = self.counts[inside], self.counts[~inside]
        missing = np.full(len(self.words), np.nan)
        if not ours.sum() or not theirs.sum():
            return missing, missing, missing, "undefined: no such words on one side"
        value = statistic(ours.sum(axis=0), theirs.sum(axis=0))
        if len(ours) < 2 or len(theirs) < 2:
            return value, missing, missing, "one document on a side: no interval"
        rng = seeded(seed, unit.name, measure, self.target)
        weights = [
            rng.multinomial(n, np.full(n, 1 / n), size=n_boot).astype(float) for n in (len(ours), len(theirs))
        ]
        drawn = [w @ side for w, side in zip(weights, (ours, theirs), strict=True)]
        boot = np.stack([statistic(a, b) for a, b in zip(*drawn, strict=True)])
        low, high = (
            np.nanpercentile(boot, [2.5, 97.5], axis=0) if np.isfinite(boot).any() else (missing, missing)
        )
        return (
            value,
            low,
            high,
            joined_notes("95 % interval: documents resampled on both sides, percentile bootstrap"),
        )


def log_odds(ours: np.ndarray, theirs: np.ndarray, prior: float = 1.0) -> tuple[np.ndarray, np.ndarray]:
    """Log-odds ratio of words in two parts under an informative Dirichlet prior, and its z.

    Parameters
    ----------
    ours, theirs : float64 arrays
        Counts of the same words.
    prior : float
        Weight of the prior per word counted in both parts together: α_w = prior × (count in both), at
        least .01.

    Returns
    -------
    (delta, z)
        Higher = more ours.

    References
    ----------
    Monroe, B. L., Colaresi, M. P., & Quinn, K. M. (2008). Fightin' words: Lexical feature selection and
    evaluation for identifying the content of political conflict. Political Analysis 16(4), 372-403,
    equations 15, 16 and 22.

    Examples
    --------
    >>> delta, z = log_odds(np.array([9.0, 1.0]), np.array([1.0, 9.0]))
    >>> bool(delta[0] > 0 > delta[1]), round(float(delta[0] + delta[1]), 6)
    (True, 0.0)
    """
    alpha = np.maximum(prior * (ours + theirs), 0.01)
    total = alpha.sum()

    def logit(counts: np.ndarray) -> np.ndarray:
        return np.log(counts + alpha) - np.log(counts.sum() + total - counts - alpha)

    with np.errstate(divide="ignore", invalid="ignore"):
        delta = logit(ours) - logit(theirs)
        z = delta / np.sqrt(1 / (ours + alpha) + 1 / (theirs + alpha))
    return delta, z


def commonest_targets(
    tables: Tables, rows: np.ndarray, number: int, wanted: Sequence[str] | None
) -> list[str]:
    """The targets asked for, else those with most rows."""
    targets = tables.relations["target"].to_numpy(dtype=object)[rows].astype(str)
    names, counts = np.unique(targets, return_counts=True)
    if wanted is not None:
        return [name for name in wanted if name in set(names)]
    return [str(n) for n in names[np.lexsort((names, -counts))][:number]]
