"""What each row of a measure says beside its value: why it is missing, what its interval speaks for."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from functools import lru_cache
from typing import NamedTuple

import numpy as np
import pandas as pd

from discourse.measures.blocks import Blocks
from discourse.measures.frame import count_of, joined_notes
from discourse.measures.quantities import Quantity
from discourse.measures.units import Unit

__all__ = ["Intervals", "notes"]

# With fewer blocks the interval covers clearly less than it says (in simulation .90 with eight, .83 with
# four).
FEW_BLOCKS = 8


class Intervals(NamedTuple):
    """What was drawn for the intervals of a table, and what came of it.

    Attributes
    ----------
    per_document : bool
        Paragraphs of documents, not documents of groups, are drawn.
    n_boot : int
        Number of resamples.
    fewest : int
        Blocks that an interval needs.
    unknown : numpy.ndarray of bool
        Shape (n_units, n_quantities): there is no interval.
    defined : numpy.ndarray of float64
        Same shape: share of resamples in which the value is defined.
    """

    per_document: bool
    n_boot: int
    fewest: int
    unknown: np.ndarray
    defined: np.ndarray


def notes(
    blocks: Blocks, quantities: Sequence[Quantity], undefined: np.ndarray, intervals: Intervals
) -> tuple[np.ndarray, np.ndarray]:
    """Return what each row must say, and which rows have no value.

    Parameters
    ----------
    blocks : Blocks
    quantities : sequence of Quantity
    undefined : numpy.ndarray of bool
        Shape (n_units, n_quantities): there is no value.
    intervals : Intervals

    Returns
    -------
    text : numpy.ndarray of object
    missing : numpy.ndarray of bool
        Of the same shape; missing are also values that have no business in the table.
    """
    units = blocks.units
    tokens = blocks.sums[:, blocks.index["n_tokens"]] > 0
    # Units that differ in nothing a note speaks of say the same.
    kinds = [(unit.supported, unit.languages, unit.note) for unit in units]
    alike: dict[tuple[object, ...], int] = {}
    kind = np.array([alike.setdefault(key, len(alike)) for key in kinds], dtype=np.int64)
    kind, _ = pd.factorize((kind * 2 + tokens) * (int(blocks.n_blocks.max(initial=0)) + 1) + blocks.n_blocks)
    text = np.full(undefined.shape, "", dtype=object)
    missing = undefined.copy()
    for alike_too in _that_say_alike(quantities, units, intervals.per_document):
        quantity, shape = quantities[alike_too[0]], (len(units), len(alike_too))
        nothing = np.zeros(shape, dtype=bool)
        for column, q in enumerate(alike_too):
            hits = quantities[q].hits
            if hits is not None:
                nothing[:, column] = blocks.sums[:, blocks.index[hits]] == 0
        unknown, lacking = intervals.unknown[:, alike_too], undefined[:, alike_too]
        defined = intervals.defined[:, alike_too].ravel()
        share, shares = pd.factorize(defined)
        key = ((kind[:, None] * len(shares) + share.reshape(shape)) * 2 + lacking) * 2 + nothing
        key = (key * 2 + unknown).ravel()
        if not isinstance(quantity.note, str) and intervals.per_document:
            key = np.arange(len(units))
        said, first = np.unique(key, return_index=True)
        unit = first // shape[1]
        facts = (
            lacking.ravel()[first],
            tokens[unit],
            nothing.ravel()[first],
            blocks.n_blocks[unit],
            unknown.ravel()[first],
            defined[first],
        )
        each = zip(unit.tolist(), *(fact.tolist() for fact in facts), strict=True)
        rows = [_row(units[u], quantity, intervals, *said_of) for u, *said_of in each]
        back = np.searchsorted(said, key).reshape(shape)
        text[:, alike_too] = np.array([row[0] for row in rows], dtype=object)[back]
        missing[:, alike_too] |= np.array([row[1] for row in rows], dtype=bool)[back]
    return text, missing


def _that_say_alike(
    quantities: Sequence[Quantity], units: Sequence[Unit], per_document: bool
) -> Iterable[list[int]]:
    """Group quantities whose rows say the same where the facts are the same; places, in each group in order."""
    spoken = {unit.languages for unit in units}
    groups: dict[tuple[object, ...], list[int]] = {}
    for q, quantity in enumerate(quantities):
        declared = quantity.languages
        # then rows name the category
        named = declared is not None and any(languages - declared for languages in spoken)
        note = quantity.note if isinstance(quantity.note, str) else (q if per_document else "")
        key = (note, quantity.undefined, quantity.whole, declared, quantity.category if named else None)
        groups.setdefault(key, []).append(q)
    return groups.values()


def _row(
    unit: Unit,
    quantity: Quantity,
    intervals: Intervals,
    undefined: bool,
    tokens: bool,
    nothing: bool,
    n_blocks: int,
    unknown: bool,
    defined: float,
) -> tuple[str, bool]:
    """Return what one row says, and whether its value is missing."""
    note = quantity.note
    if not isinstance(note, str):
        note = note[int(unit.documents[0])] if intervals.per_document and len(unit.documents) else ""
    reason = _why_missing(unit, quantity, undefined, tokens)
    if reason:
        return joined_notes(reason, note, unit.note if unit.supported else ""), True
    if quantity.whole and intervals.per_document and intervals.n_boot:
        about = "of the text as a whole: no interval"
    else:
        about = _about_interval(
            intervals.per_document, intervals.n_boot, intervals.fewest, n_blocks, unknown, defined, nothing
        )
    return joined_notes(note, unit.note, about), False


def _why_missing(unit: Unit, quantity: Quantity, undefined: bool, tokens: bool) -> str:
    """Return why the value is missing, nothing where it is not."""
    if not unit.supported:
        return unit.note or "no documents"
    lacking = unit.languages - quantity.languages if quantity.languages is not None else frozenset()
    if lacking:
        return f"category '{quantity.category}' is not declared for language {', '.join(sorted(lacking))}"
    if not tokens:
        return "no tokens: undefined"
    return quantity.undefined if undefined else ""


@lru_cache(maxsize=10_000)
def _about_interval(
    per_document: bool, n_boot: int, fewest: int, n_blocks: int, unknown: bool, defined: float, nothing: bool
) -> str:
    """Return what a reader must know of the interval: what was drawn, for what it speaks."""
    if not n_boot:
        return "no interval asked for"
    noun = "paragraph" if per_document else "document"
    if n_blocks < fewest:
        if per_document:
            return "one paragraph only: no interval"
        pronoun = "speaks for itself only" if n_blocks == 1 else "speak for themselves only"
        return f"{count_of(n_blocks, noun)} {pronoun}: no interval"
    if unknown and nothing:
        return "no hits: no interval"
    if unknown:
        return (
            "the same in every resample: no interval"
            if defined > 0.5
            else "undefined in most resamples: no interval"
        )
    where = " of this text" if per_document else ""
    drawn = f"95 % interval: {count_of(n_blocks, noun)}{where} resampled {n_boot:,} times"
    scope = "speaks for this text only" if per_document else ""
    rough = f"few {noun}s: rough, likely too narrow" if n_blocks < FEW_BLOCKS else ""
    partly = f"undefined in {1 - defined:.0%} of resamples" if defined < 1 else ""
    return joined_notes(f"{drawn}, expanded percentile", scope, rough, partly)
