"""From rows of evidence to a tidy table: count by paragraph, sum by unit, draw whole blocks again.

A measure makes a `Tally`, adds columns of counts, and asks for the table of its quantities. Within a
document the blocks are its paragraphs, within a group its documents; an interval speaks for texts, or
groups, like those drawn from.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any, NamedTuple

import numpy as np
import pandas as pd

from discourse.errors import UsageError
from discourse.measures.frame import count_of, joined_notes, tidy_columns
from discourse.measures.intervals import block_order, bootstrap_sums, interval_of_draws, resample_counts
from discourse.measures.quantities import Quantity, Sums
from discourse.measures.tables import LAYER_LANGUAGES, EvidenceTables, Tables, as_tables
from discourse.measures.units import By, Unit, check_groups, grouping, units_of, voices_of

__all__ = ["Tally", "check_n_boot"]

# With fewer blocks the interval covers clearly less than it says (in simulation .90 with eight, .83 with
# four).
FEW_BLOCKS = 8
MIN_PARAGRAPHS = 2
MIN_DOCUMENTS = 3
# Numbers in one block of resampled sums: little enough to stay in the processor's cache.
CHUNK = 300_000


def check_n_boot(n_boot: object) -> int:
    """Return the number of resamples, or raise `UsageError`."""
    if isinstance(n_boot, bool) or not isinstance(n_boot, int) or n_boot < 0:
        raise UsageError(
            f"Argument n_boot: {n_boot!r} is no number of resamples; give 0 (no intervals) or e.g. 1000."
        )
    return n_boot


class Notes(NamedTuple):
    """What each row says, and whether its value is missing; shape (n_units, n_quantities)."""

    text: np.ndarray
    missing: np.ndarray


class Tally:
    """Count columns by paragraph and turn them into a measure's table.

    Parameters
    ----------
    evidence : object with the evidence tables
    measure : str
        Name in the result and in the seed.
    by : str, sequence of str or None
        Metadata columns to group documents by; None for each document by itself.
    languages : frozenset of str
        Languages in which the measure is defined; other documents get a missing value with a note.
    seed, n_boot : int
        Seed and number of resamples; ``n_boot=0`` asks for no intervals.
    include_left_out : bool
        Count what is marked as left out too.
    voice : str, sequence of str or None
        Count only in these voices, over their own tokens.

    Raises
    ------
    MeasureError, UsageError
        Unknown grouping column, voice or number of resamples.
    """

    def __init__(
        self,
        evidence: EvidenceTables | Tables,
        measure: str,
        by: By = None,
        *,
        languages: frozenset[str] = LAYER_LANGUAGES,
        seed: int = 0,
        n_boot: int = 1000,
        include_left_out: bool = False,
        voice: str | Sequence[str] | None = None,
    ) -> None:
        self.tables = as_tables(evidence)
        self.measure = measure
        self.keys = grouping(by)
        check_groups(self.tables, self.keys)
        self.languages = languages
        self.seed = seed
        self.n_boot = check_n_boot(n_boot)
        self.include_left_out = include_left_out
        self.voices = voices_of(voice)
        self._columns: dict[str, np.ndarray] = {}
        self._hit_counted = self.counted(self.tables.hits)
        self.segment_counted = self.counted(self.tables.segments)
        tokens = self.tables.segments["n_tokens"].to_numpy()
        self.add("n_tokens", self.tables.segment_block, self.segment_counted, tokens)

    def counted(self, frame: pd.DataFrame) -> np.ndarray:
        """Return which rows of a table with left_out (and voice) are counted, as booleans."""
        keep = np.ones(len(frame), dtype=bool)
        if not self.include_left_out:
            keep &= ~frame["left_out"].to_numpy(dtype=bool)
        if self.voices is not None:
            keep &= frame["voice"].isin(self.voices).to_numpy()
        return keep

    def counted_hits(self, rows: np.ndarray) -> np.ndarray:
        """Return those of the given rows of `hits` that are counted."""
        return rows[self._hit_counted[rows]]

    def add(
        self, name: str, block: np.ndarray, keep: np.ndarray | None = None, weights: np.ndarray | None = None
    ) -> None:
        """Add a column of counts.

        Parameters
        ----------
        name : str
            The column.
        block : numpy.ndarray of int64
            Block of each row.
        keep : numpy.ndarray of bool, optional
            Rows to count.
        weights : numpy.ndarray, optional
            What each row counts for, 1 by default.
        """
        if keep is not None:
            block = block[keep]
            weights = weights[keep] if weights is not None else None
        column = np.bincount(block, weights=weights, minlength=len(self.tables.block_doc))
        self._columns[name] = column.astype(np.float64)

    def add_hits(self, name: str, rows: np.ndarray) -> None:
        """Add a column that counts those of the given rows of `hits` that are counted."""
        self.add(name, self.tables.hit_block[self.counted_hits(rows)])

    def add_sum(self, name: str, parts: Sequence[str]) -> None:
        """Add a column that is the sum of columns added before."""
        self._columns[name] = np.sum([self._columns[part] for part in parts], axis=0)

    def column(self, name: str) -> np.ndarray:
        """Return a column's counts by block."""
        return self._columns[name]

    def homes(self, doc: np.ndarray) -> np.ndarray:
        """Return the block at which to count what belongs to a document as a whole: its first counted one."""
        tables = self.tables
        filled = np.flatnonzero(self._columns["n_tokens"] > 0)
        at = np.searchsorted(filled, tables.block_first[doc])
        found = filled[np.minimum(at, len(filled) - 1)] if len(filled) else tables.block_first[doc]
        return np.where(tables.block_doc[found] == doc, found, tables.block_first[doc])

    @property
    def per_document(self) -> bool:
        return self.keys == ["doc_id"]

    def sampled(self) -> tuple[list[Unit], list[np.ndarray], dict[str, int]]:
        """Return the units, what each of their blocks holds, and the place of each column.

        A block in which nothing is counted is no block: it is not drawn.
        """
        tables = self.tables
        units = units_of(tables, self.keys, self.languages)
        index = {name: i for i, name in enumerate(self._columns)}
        blocks = np.stack(list(self._columns.values()), axis=1)
        if self.per_document:
            held = [
                blocks[tables.block_first[u.documents[0]] : tables.block_first[u.documents[0] + 1]]
                for u in units
            ]
        else:
            by_document = np.zeros((len(tables.doc_ids), len(index)))
            np.add.at(by_document, tables.block_doc, blocks)
            held = [by_document[u.documents] for u in units]
        return units, [rows[rows.any(axis=1)] for rows in held], index

    def table(self, quantities: Sequence[Quantity]) -> pd.DataFrame:
        """Compute the quantities of every unit.

        Returns
        -------
        pandas.DataFrame
            The columns of the contract; units sorted by key, quantities in the order given.
        """
        units, held, index = self.sampled()
        sums = np.array([rows.sum(axis=0) for rows in held]).reshape(len(units), len(index))
        points = Sums(sums[:, :, None], index, resampled=False)
        values = np.array([q.value(points)[:, 0] for q in quantities]).reshape(len(quantities), len(units)).T
        low, high, defined = self._intervals(units, held, index, quantities, values)
        notes = self._notes(units, held, quantities, values, low, high, defined, sums, index)
        # A value that has no business in the table, though it could be computed, is missing with its
        # interval.
        for frame in (values, low, high):
            frame[notes.missing] = np.nan
        return self._assembled(units, quantities, sums, index, values, low, high, notes.text)

    def _assembled(
        self,
        units: Sequence[Unit],
        quantities: Sequence[Quantity],
        sums: np.ndarray,
        index: dict[str, int],
        values: np.ndarray,
        low: np.ndarray,
        high: np.ndarray,
        notes: np.ndarray,
    ) -> pd.DataFrame:
        """Return the table, a row a unit and quantity, from arrays of that shape."""
        shape = (len(units), len(quantities))
        counts = {
            kind: np.stack(
                [np.zeros(len(units)) if c is None else sums[:, index[c]] for c in columns], axis=1
            )
            .round()
            .astype(np.int64)
            if quantities
            else np.zeros(shape, dtype=np.int64)
            for kind, columns in (
                ("n_hits", [q.hits for q in quantities]),
                ("n_tokens", [q.tokens for q in quantities]),
            )
        }
        keys = {key: [unit.key[k] for unit in units for _ in quantities] for k, key in enumerate(self.keys)}
        return tidy_columns(
            keys,
            measure=[self.measure] * (shape[0] * shape[1]),
            category=[q.category for _ in units for q in quantities],
            unit=[q.unit for _ in units for q in quantities],
            value=values.ravel(),
            ci_low=low.ravel(),
            ci_high=high.ravel(),
            n_hits=counts["n_hits"].ravel(),
            n_tokens=counts["n_tokens"].ravel(),
            note=notes.ravel(),
        )

    def _notes(
        self,
        units: Sequence[Unit],
        held: Sequence[np.ndarray],
        quantities: Sequence[Quantity],
        values: np.ndarray,
        low: np.ndarray,
        high: np.ndarray,
        defined: np.ndarray,
        sums: np.ndarray,
        index: dict[str, int],
    ) -> Notes:
        """Return what each row must say, and which rows have no value."""
        text = np.full(values.shape, "", dtype=object)
        missing = np.isnan(values)
        said: dict[tuple[Any, ...], str] = {}
        unknown = np.isnan(low)
        for u, unit in enumerate(units):
            tokens, n_blocks = sums[u, index["n_tokens"]], len(held[u])
            for q, quantity in enumerate(quantities):
                note = quantity.note
                if not isinstance(note, str):
                    note = note[int(unit.documents[0])] if self.per_document and len(unit.documents) else ""
                reason = self._why_missing(unit, quantity, bool(missing[u, q]), tokens)
                if reason:
                    missing[u, q] = True
                    text[u, q] = joined_notes(reason, note, unit.note if unit.supported else "")
                    continue
                nothing = quantity.hits is not None and not sums[u, index[quantity.hits]]
                key = (n_blocks, unknown[u, q], defined[u, q], nothing, quantity.whole, note, unit.note)
                if key not in said:
                    about = self._about_interval(n_blocks, bool(unknown[u, q]), defined[u, q], nothing)
                    if quantity.whole and self.per_document and self.n_boot:
                        about = "of the text as a whole: no interval"
                    said[key] = joined_notes(note, unit.note, about)
                text[u, q] = said[key]
        return Notes(text, missing)

    def draws_of(self, quantity: Quantity) -> tuple[float, np.ndarray]:
        """Return one quantity of all documents together, and its value in each resample of the documents.

        For a tally made with ``by=[]``. With fewer documents than an interval needs, no resamples (all NaN).
        """
        units, held, index = self.sampled()
        rows = held[0]
        point = quantity.value(Sums(rows.sum(axis=0)[None, :, None], index, resampled=False))[0, 0]
        if not self.n_boot or len(rows) < self._fewest:
            return float(point), np.full(max(self.n_boot, 1), np.nan)
        counts = resample_counts(len(rows), self.n_boot, self.seed, self.measure)
        order = block_order(len(rows), self.seed, units[0].name, self.measure)
        sums = Sums(bootstrap_sums(rows[None], order[None], counts), index, resampled=True)
        return float(point), quantity.value(sums)[0]

    def _intervals(
        self,
        units: Sequence[Unit],
        held: Sequence[np.ndarray],
        index: dict[str, int],
        quantities: Sequence[Quantity],
        points: np.ndarray,
    ) -> tuple[np.ndarray, np.ndarray, np.ndarray]:
        """Return low, high and share of defined resamples, each (n_units, n_quantities)."""
        shape = (len(units), len(quantities))
        low, high, defined = np.full(shape, np.nan), np.full(shape, np.nan), np.zeros(shape)
        by_size: dict[int, list[int]] = {}
        for u, rows in enumerate(held):
            if self.n_boot and len(rows) >= self._fewest:
                by_size.setdefault(len(rows), []).append(u)
        for n_blocks, members in by_size.items():
            counts = resample_counts(n_blocks, self.n_boot, self.seed, self.measure)
            step = max(1, CHUNK // (self.n_boot * len(index)))
            for first in range(0, len(members), step):
                some = members[first : first + step]
                orders = np.stack(
                    [block_order(n_blocks, self.seed, units[u].name, self.measure) for u in some]
                )
                drawn = bootstrap_sums(np.stack([held[u] for u in some]), orders, counts)
                sums = Sums(drawn, index, True, some)
                resampled, where = [], []
                for q, quantity in enumerate(quantities):
                    if quantity.whole and self.per_document:
                        continue
                    draws = np.broadcast_to(quantity.value(sums), (len(some), self.n_boot))
                    if quantity.centred:
                        known = np.maximum((~np.isnan(draws)).sum(axis=-1), 1)
                        draws = draws + (points[some, q] - np.nansum(draws, axis=-1) / known)[:, None]
                    resampled.append(draws)
                    where.append(q)
                if where:
                    cells = np.ix_(some, where)
                    found = interval_of_draws(np.stack(resampled, axis=1), n_blocks)
                    low[cells], high[cells], defined[cells] = found
        return low, high, defined

    @property
    def _fewest(self) -> int:
        return MIN_PARAGRAPHS if self.per_document else MIN_DOCUMENTS

    @staticmethod
    def _why_missing(unit: Unit, quantity: Quantity, undefined: bool, tokens: float) -> str:
        """Return why the value is missing, nothing where it is not."""
        if not unit.supported:
            return unit.note or "no documents"
        lacking = unit.languages - quantity.languages if quantity.languages is not None else frozenset()
        if lacking:
            return f"category '{quantity.category}' is not declared for language {', '.join(sorted(lacking))}"
        if not tokens:
            return "no tokens: undefined"
        return quantity.undefined if undefined else ""

    def _about_interval(self, n_blocks: int, unknown: bool, defined: float, nothing: bool) -> str:
        """Return what a reader must know of the interval: what was drawn, for what it speaks."""
        if not self.n_boot:
            return "no interval asked for"
        noun = "paragraph" if self.per_document else "document"
        if n_blocks < self._fewest:
            if self.per_document:
                return "one paragraph only: no interval"
            pronoun = "speaks for itself only" if n_blocks == 1 else "speak for themselves only"
            return f"{count_of(n_blocks, noun)} {pronoun}: no interval"
        if nothing:
            return "no hits: no interval"
        if unknown:
            return (
                "the same in every resample: no interval"
                if defined > 0.5
                else "undefined in most resamples: no interval"
            )
        where = " of this text" if self.per_document else ""
        drawn = f"95 % interval: {count_of(n_blocks, noun)}{where} resampled {self.n_boot:,} times"
        scope = "speaks for this text only" if self.per_document else ""
        rough = f"few {noun}s: rough, likely too narrow" if n_blocks < FEW_BLOCKS else ""
        partly = f"undefined in {1 - defined:.0%} of resamples" if defined < 1 else ""
        return joined_notes(f"{drawn}, expanded percentile", scope, rough, partly)
