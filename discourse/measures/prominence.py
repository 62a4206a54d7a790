"""What stands first and what is buried: where in a text war and peace are spoken of."""

from __future__ import annotations

from functools import lru_cache

import numpy as np
import pandas as pd

from discourse.measures.intervals import block_order, seeded_generator
from discourse.measures.quantities import Quantity
from discourse.measures.tables import EvidenceTables, Tables, as_tables
from discourse.measures.tally import Tally
from discourse.measures.units import By

__all__ = ["permuted_precedence", "precedence", "prominence"]

FRONT = ("headline", "lead")


def prominence(
    evidence: EvidenceTables | Tables,
    by: By = None,
    *,
    seed: int = 0,
    n_boot: int = 1000,
    include_left_out: bool = False,
    lexicon: str = "war_peace",
    poles: tuple[str, str] = ("war", "peace"),
    n_permutations: int = 499,
) -> pd.DataFrame:
    """Measure how far up war and peace stand in a text.

    Construct: what comes first is read first. For each pole, of hits not negated and not left out:
    ``war:first``, the number of the first paragraph that has it (1 = the first; lower = more prominent);
    ``war:position``, the mean position of its hits (0 = first word, 1 = last); ``war:front``, the share of
    its hits in headline and lead, to be held against ``tokens:front``, the share of words there.
    ``precedence`` is P(war precedes peace): of all pairs of a war hit and a peace hit of one text the share
    in which war comes first, ties half; higher = war first, .5 = neither. That news puts the weightiest
    first (the inverted pyramid) holds for news: compare within a genre.

    Parameters
    ----------
    evidence : Evidence
    by, seed, n_boot, include_left_out, lexicon
        As in `framing`.
    poles : (str, str)
        Two categories.
    n_permutations : int
        For one text: how often its paragraphs are put in random order, to see whether precedence could be
        chance.

    Returns
    -------
    pandas.DataFrame
        Per pole ``:first`` (unit paragraph), ``:position`` (position), ``:front`` (share);
        ``tokens:front``; ``precedence`` (probability; n_hits hits of both). In groups first and precedence
        are means over the documents that have them. Precedence of one text has no interval, but its note
        tells the two-sided p of the permutation. Missing without hits.

    References
    ----------
    Precedence is the probability of superiority (the Mann-Whitney statistic over the number of pairs):
    Grissom, R. J. (1994). Probability of the superior outcome of one treatment over another. Journal of
    Applied Psychology 79(2), 314-316.
    """
    tables = as_tables(evidence)
    tables.require("segments", "role")
    declared = tables.lexicon_categories(lexicon)
    tally = Tally(
        tables,
        "prominence",
        by,
        languages=tables.lexicon_languages(lexicon),
        seed=seed,
        n_boot=n_boot,
        include_left_out=include_left_out,
    )
    front = np.isin(tables.segments["role"].to_numpy(dtype=object), FRONT)
    tokens = tables.segments["n_tokens"].to_numpy()
    tally.add("tokens front", tables.segment_block, tally.segment_counted & front, tokens)
    asserted = tables.hit_asserted
    position = tables.hits["position"].to_numpy(dtype=np.float64)
    quantities: list[Quantity] = []
    found: dict[str, np.ndarray] = {}
    for pole in poles:
        rows = tally.counted_hits(tables.in_category(lexicon, pole))
        rows = rows[asserted[rows]]
        found[pole] = rows
        in_front = front[tables.segment_at(tables.hit_doc[rows], tables.hits["start"].to_numpy()[rows])]
        tally.add_hits(f"{pole} hits", rows)
        tally.add_hits(f"{pole} front", rows[in_front])
        tally.add(f"{pole} position", tables.hit_block[rows], weights=position[rows])
        _add_first(tally, f"{pole} first", rows)
        undefined = f"undefined: no hits of {pole}"
        more = {"undefined": undefined, "languages": declared.get(pole)}
        quantities += [
            Quantity.mean(
                f"{pole}:first",
                "paragraph",
                f"{pole} first",
                f"{pole} first n",
                hits=f"{pole} hits",
                whole=True,
                **more,
            ),
            Quantity.mean(
                f"{pole}:position",
                "position",
                f"{pole} position",
                f"{pole} hits",
                hits=f"{pole} hits",
                **more,
            ),
            Quantity.share(f"{pole}:front", f"{pole} front", f"{pole} hits", **more),
        ]
    quantities.append(Quantity.share("tokens:front", "tokens front", "n_tokens", hits=None))
    notes = _add_precedence(tally, found[poles[0]], found[poles[1]], n_permutations)
    tally.add_sum("both", [f"{pole} hits" for pole in poles])
    quantities.append(
        Quantity.mean(
            "precedence",
            "probability",
            "precedence",
            "precedence n",
            hits="both",
            whole=True,
            note=notes,
            undefined=f"undefined: no text has hits of both {poles[0]} and {poles[1]}",
            languages=declared.get(poles[0]),
        )
    )
    return tally.table(quantities)


def _add_first(tally: Tally, name: str, rows: np.ndarray) -> None:
    """Add each document's first paragraph with such a hit, and 1 for each document that has one.

    Paragraphs are numbered from 1 among those in which something is counted.
    """
    tables = tally.tables
    counted = np.unique(tables.segment_block[tally.segment_counted])
    blocks = np.unique(tables.hit_block[rows])
    firsts = blocks[np.unique(tables.block_doc[blocks], return_index=True)[1]]
    begins = np.searchsorted(counted, tables.block_first[tables.block_doc[firsts]])
    number = np.searchsorted(counted, firsts) - begins + 1
    tally.add(name, firsts, weights=number.astype(np.float64))
    tally.add(f"{name} n", firsts)


def precedence(first: np.ndarray, second: np.ndarray) -> float:
    """Return the share of pairs in which the first comes before the second, ties half.

    Parameters
    ----------
    first, second : numpy.ndarray
        Places of two kinds of hits in one text.

    Returns
    -------
    float
        0 to 1; NaN where there is no pair.

    Examples
    --------
    >>> precedence(np.array([1, 2]), np.array([2, 5]))
    0.875
    """
    if not len(first) or not len(second):
        return float("nan")
    ordered = np.sort(second)
    after = len(ordered) - np.searchsorted(ordered, first, side="right")
    ties = len(ordered) - np.searchsorted(ordered, first, side="left") - after
    return float((after + ties / 2.0).sum() / (len(first) * len(second)))


def permuted_precedence(
    first: np.ndarray, second: np.ndarray, within: float, orders: np.ndarray
) -> np.ndarray:
    """Return the number of pairs, first before second, with paragraphs in other orders.

    Parameters
    ----------
    first, second : numpy.ndarray
        Number of hits of each kind in each paragraph.
    within : float
        Pairs within paragraphs, which no order changes.
    orders : numpy.ndarray of int
        Shape (n_permutations, n_paragraphs).
    """
    # Of all pairs, those in which the second does not come later.
    until = np.cumsum(second.take(orders), axis=1)
    others = np.einsum("ij,ij->i", first.take(orders), until)
    pairs: np.ndarray = first.sum() * second.sum() - others + within
    return pairs


def _add_precedence(tally: Tally, first: np.ndarray, second: np.ndarray, n_permutations: int) -> list[str]:
    """Add each document's precedence, and return what its note says of chance."""
    tables = tally.tables
    n_docs = len(tables.doc_ids)
    start = tables.hits["start"].to_numpy(dtype=np.int64)
    notes = [""] * n_docs
    values, docs = [], []
    ends = np.arange(n_docs + 1)
    bounds = [np.searchsorted(np.sort(tables.hit_doc[rows]), ends) for rows in (first, second)]
    sorted_rows = [rows[np.argsort(tables.hit_doc[rows], kind="stable")] for rows in (first, second)]
    for doc in range(n_docs):
        ones, others = (
            rows[bound[doc] : bound[doc + 1]] for rows, bound in zip(sorted_rows, bounds, strict=True)
        )
        value = precedence(start[ones], start[others])
        if np.isnan(value):
            continue
        values.append(value)
        docs.append(doc)
        if tally.per_document and tally.n_boot and n_permutations:
            notes[doc] = _chance(tally, doc, ones, others, value, n_permutations)
    at = tally.homes(np.array(docs, dtype=np.int64))
    tally.add("precedence", at, weights=np.array(values, dtype=np.float64))
    tally.add("precedence n", at)
    return notes


def _chance(
    tally: Tally, doc: int, ones: np.ndarray, others: np.ndarray, value: float, n_permutations: int
) -> str:
    tables = tally.tables
    begin, end = tables.block_first[doc], tables.block_first[doc + 1]
    n_paragraphs = int(end - begin)
    if n_paragraphs < 2:
        return "one paragraph: no permutation"
    counts = [
        np.bincount(tables.hit_block[rows] - begin, minlength=n_paragraphs).astype(np.float64)
        for rows in (ones, others)
    ]
    ahead, behind = counts
    pairs = len(ones) * len(others)
    fixed = permuted_precedence(ahead, behind, 0.0, np.arange(n_paragraphs)[None])[0]
    within = value * pairs - fixed
    # One set of random orders for all texts as long; each text has its paragraphs numbered in an order of
    # its own.
    relabel = block_order(n_paragraphs, tally.seed, f"doc_id={tables.doc_ids[doc]}", tally.measure)
    orders = _random_orders(n_paragraphs, n_permutations, tally.seed)
    drawn = permuted_precedence(ahead[relabel], behind[relabel], within, orders) / pairs
    extreme = np.count_nonzero(np.abs(drawn - 0.5) >= abs(value - 0.5) - 1e-12)
    return f"paragraphs permuted {n_permutations:,} times: p = {(extreme + 1) / (n_permutations + 1):.3f}"


@lru_cache(maxsize=64)
def _random_orders(n_paragraphs: int, n_permutations: int, seed: int) -> np.ndarray:
    generator = seeded_generator(seed, "prominence", "orders", n_paragraphs)
    return np.argsort(generator.random((n_permutations, n_paragraphs)), axis=1, kind="stable")
