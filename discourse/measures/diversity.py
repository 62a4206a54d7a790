"""How wide the range is: the diversity of options, or of any lexicon's categories."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

import numpy as np
import pandas as pd

from discourse.errors import UsageError
from discourse.measures.quantities import Quantity, Sums
from discourse.measures.tables import EvidenceTables, Tables, as_tables
from discourse.measures.tally import Tally
from discourse.measures.units import By

__all__ = ["diversity", "expected_entropy", "shannon"]

FEWEST_HITS = 10


def shannon(counts: np.ndarray) -> np.ndarray:
    """Return the Shannon entropy of counts along the second axis, in nats.

    Parameters
    ----------
    counts : numpy.ndarray
        Shape (n_units, n_categories, ...).

    Returns
    -------
    numpy.ndarray
        0 = all in one category, ln K = even over K; NaN without counts.

    Examples
    --------
    >>> shannon(np.array([[2.0, 2.0], [4.0, 0.0]])).round(4).tolist()
    [0.6931, 0.0]
    """
    total = counts.sum(axis=1, keepdims=True)
    share = np.divide(counts, total, out=np.zeros_like(counts, dtype=np.float64), where=total > 0)
    logs = np.log(share, out=np.zeros_like(share), where=share > 0)
    entropy = np.maximum(-(share * logs).sum(axis=1), 0.0)
    return np.where(total[:, 0] > 0, entropy, np.nan)


def expected_entropy(counts: Sequence[float] | np.ndarray, size: int) -> float:
    """Return the entropy to be expected of `size` hits drawn without replacement, exactly.

    Units with more hits show more categories; at equal size they can be compared.

    Parameters
    ----------
    counts : sequence of float
        Hits of each category.
    size : int
        Hits drawn.

    Returns
    -------
    float
        Nats; NaN where there are fewer hits than `size`.

    References
    ----------
    The rarefaction of Hurlbert, S. H. (1971). The nonconcept of species diversity: A critique and alternative
    parameters. Ecology 52(4), 577-586, applied to entropy: each category's part is summed over its
    hypergeometric distribution.

    Examples
    --------
    >>> round(expected_entropy([2, 2], 2), 4)
    0.4621
    """
    return float(expected_entropies(np.asarray(counts)[None], size)[0])


def expected_entropies(counts: np.ndarray, size: int) -> np.ndarray:
    """Return `expected_entropy` of each row of counts, shape (n_units, n_categories)."""
    from scipy.special import gammaln

    total = np.repeat(counts.sum(axis=1, keepdims=True), counts.shape[1], axis=1)
    enough = (total >= size) & (size > 0)
    # Few different pairs of a category's hits and all hits come up.
    pairs, back = np.unique(np.stack([counts[enough], total[enough]]), axis=1, return_inverse=True)
    held, whole = pairs[:, :, None]
    drawn = np.arange(1, max(size, 1) + 1)
    rest = size - drawn
    possible = (drawn <= held) & (rest <= whole - held)

    def log_choices(n: np.ndarray, k: np.ndarray) -> np.ndarray:
        ways: np.ndarray = gammaln(n + 1) - gammaln(k + 1) - gammaln(np.maximum(n - k, 0) + 1)
        return ways

    logs = log_choices(held, drawn) + log_choices(whole - held, rest) - log_choices(whole, np.array(size))
    part = np.where(possible, np.exp(logs), 0.0) @ -(drawn / max(size, 1) * np.log(drawn / max(size, 1)))
    parts = np.zeros(counts.shape)
    parts[enough] = part[back]
    return np.where(enough[:, 0], parts.sum(axis=1), np.nan)


def diversity(
    evidence: EvidenceTables | Tables,
    by: By = None,
    *,
    seed: int = 0,
    n_boot: int = 1000,
    include_left_out: bool = False,
    lexicon: str = "options",
    categories: Sequence[str] | None = None,
    size: int | None = None,
) -> pd.DataFrame:
    """Measure how evenly a text's hits spread over policy options, or the categories of any lexicon.

    Construct: talk of one option only narrows what seems possible. Of hits not negated and not left out: H
    = -sum p ln p over the leaf categories, higher = more diverse; normalised H / ln K, 0 to 1, with K all
    categories that the lexicon declares; and H expected of an equal number of hits in every unit, which
    alone compares short with long. A category not mentioned may still be meant.

    Parameters
    ----------
    evidence : Evidence
    by, seed, n_boot, include_left_out
        As in `framing`.
    lexicon : str
        Construct whose categories are spread over; policy options by default.
    categories : sequence of str, optional
        Categories to spread over; by default the leaves.
    size : int, optional
        Hits drawn for the comparison at equal size; by default the smallest number of hits of a unit that
        has at least ten.

    Returns
    -------
    pandas.DataFrame
        ``entropy`` (nats), ``normalised`` (share), ``equal_size`` (nats), ``categories`` (count of those
        with hits); n_hits all hits. Missing without hits; equal_size without `size` hits. Intervals are
        centred, since entropy is too low in resamples, and stay within what is possible.

    Raises
    ------
    UsageError
        Fewer than two categories.

    References
    ----------
    Shannon, C. E. (1948). A mathematical theory of communication. Bell System Technical Journal 27(3),
    379-423. Normalised as in Boydstun, A. E., Bevan, S., & Thomas, H. F. (2014). The importance of
    attention diversity and how to measure it. Policy Studies Journal 42(2), 173-196.
    """
    tables = as_tables(evidence)
    declared = tables.lexicon_categories(lexicon)
    leaves = [c for c in declared if not any(other.startswith(c + ".") for other in declared)]
    chosen = leaves if categories is None else list(categories)
    if len(chosen) < 2:
        raise UsageError("Argument categories: diversity needs two categories or more.")
    tally = Tally(
        tables,
        "diversity",
        by,
        languages=tables.lexicon_languages(lexicon),
        seed=seed,
        n_boot=n_boot,
        include_left_out=include_left_out,
    )
    asserted = tables.hit_asserted
    for category in chosen:
        rows = tables.in_category(lexicon, category)
        tally.add_hits(category, rows[asserted[rows]])
    tally.add_sum("hits", chosen)
    blocks = tally.blocks()
    drawn = size if size is not None else _equal_size(blocks.sums[:, blocks.index["hits"]])

    last: list[tuple[Sums, np.ndarray]] = []

    def entropy(s: Sums) -> np.ndarray:
        if not last or last[0][0] is not s:  # asked for twice, one time after the other
            last[:] = [(s, shannon(s.stack(chosen)))]
        return last[0][1]

    def equal(s: Sums) -> np.ndarray:
        return expected_entropies(s.stack(chosen)[:, :, 0], drawn)[:, None]

    def mentioned(s: Sums) -> np.ndarray:
        present = (s.stack(chosen) > 0).sum(axis=1).astype(np.float64)
        return np.where(s["hits"] > 0, present, np.nan)

    shared: dict[str, Any] = {"hits": "hits", "undefined": "undefined: no hits", "centred": True}
    highest = float(np.log(len(chosen)))
    few = f"undefined: fewer than {drawn} hits" if drawn else f"undefined: no unit has {FEWEST_HITS} hits"
    quantities = [
        Quantity("entropy", "nats", entropy, most=highest, **shared),
        Quantity("normalised", "share", lambda s: entropy(s) / highest, most=1.0, **shared),
        Quantity("categories", "count", mentioned, note=f"of {len(chosen)}", most=len(chosen), **shared),
    ]
    table = tally.table(quantities)
    tally.n_boot = 0
    at_size = Quantity(
        "equal_size", "nats", equal, hits="hits", note=f"expected of {drawn} hits", undefined=few
    )
    extra = tally.table([at_size])
    extra["note"] = extra["note"].str.replace("no interval asked for", "exact, no interval", regex=False)
    both = pd.concat([table, extra])
    order = np.concatenate([np.arange(len(table)), np.arange(len(extra)) * len(quantities) + 1.5])
    return both.iloc[np.argsort(order, kind="stable")].reset_index(drop=True)


def _equal_size(hits: np.ndarray) -> int:
    """Return the smallest number of hits among units that have enough, 0 where none has."""
    enough = hits[hits >= FEWEST_HITS]
    return int(enough.min()) if len(enough) else 0
