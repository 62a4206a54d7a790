"""From rows of evidence to a tidy table: count by paragraph, sum by unit, draw whole blocks again.

A measure makes a `Tally`, adds columns of counts, and asks for the table of its quantities. Within a
document the blocks are its paragraphs, within a group its documents; an interval speaks for texts, or
groups, like those drawn from.
"""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
import pandas as pd

from discourse.errors import UsageError
from discourse.measures.blocks import Blocks, Column
from discourse.measures.frame import tidy_columns
from discourse.measures.intervals import interval_of_draws
from discourse.measures.notes import Intervals, notes
from discourse.measures.quantities import Quantity
from discourse.measures.ratio_intervals import interval_of_ratios
from discourse.measures.tables import LAYER_LANGUAGES, EvidenceTables, Tables, as_tables
from discourse.measures.units import By, check_groups, grouping, keys_of_units, units_of, voices_of

__all__ = ["Tally", "check_n_boot"]

MIN_PARAGRAPHS = 2
MIN_DOCUMENTS = 3


def check_n_boot(n_boot: object) -> int:
    """Return the number of resamples, or raise `UsageError`."""
    if isinstance(n_boot, bool) or not isinstance(n_boot, int) or n_boot < 0:
        raise UsageError(
            f"Argument n_boot: {n_boot!r} is no number of resamples; give 0 (no intervals) or e.g. 1000."
        )
    return n_boot


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
        self._columns: dict[str, Column] = {}
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
        counts = np.bincount(block, weights=weights, minlength=len(self.tables.block_doc))
        self._columns[name] = Column(counts.astype(np.float64))

    def add_hits(self, name: str, rows: np.ndarray) -> None:
        """Add a column that counts those of the given rows of `hits` that are counted."""
        self.add(name, self.tables.hit_block[self.counted_hits(rows)])

    def add_sum(self, name: str, parts: Sequence[str]) -> None:
        """Add a column that is the sum of columns added before."""
        self._columns[name] = Column(
            np.sum([self.column(part) for part in parts] or [np.zeros(len(self.tables.block_doc))], axis=0)
        )

    def column(self, name: str) -> np.ndarray:
        """Return a column's counts by block."""
        return self._columns[name].dense()

    def by_document(self, name: str) -> np.ndarray:
        """Return a column's counts by document."""
        return self._columns[name].by(self.tables.block_doc, len(self.tables.doc_ids))

    def homes(self, doc: np.ndarray) -> np.ndarray:
        """Return the block at which to count what belongs to a document as a whole: its first counted one."""
        tables = self.tables
        filled = self._columns["n_tokens"].block
        at = np.searchsorted(filled, tables.block_first[doc])
        found = filled[np.minimum(at, len(filled) - 1)] if len(filled) else tables.block_first[doc]
        return np.where(tables.block_doc[found] == doc, found, tables.block_first[doc])

    @property
    def per_document(self) -> bool:
        return self.keys == ["doc_id"]

    def blocks(self) -> Blocks:
        """Return the units with what each of their blocks holds."""
        tables = self.tables
        units = units_of(tables, self.keys, self.languages)
        if self.per_document:
            return Blocks(units, self._columns, tables.block_doc)
        unit_of_doc = np.full(len(tables.doc_ids), -1, dtype=np.int64)
        for number, unit in enumerate(units):
            unit_of_doc[unit.documents] = number
        return Blocks(units, {name: Column(self.by_document(name)) for name in self._columns}, unit_of_doc)

    def table(self, quantities: Sequence[Quantity]) -> pd.DataFrame:
        """Compute the quantities of every unit.

        Returns
        -------
        pandas.DataFrame
            The columns of the contract; units sorted by key, quantities in the order given.
        """
        blocks = self.blocks()
        shape = (len(blocks.units), len(quantities))
        points = blocks.points()
        values = np.array([q.value(points)[:, 0] for q in quantities]).reshape(shape[::-1]).T.copy()
        low, high, defined = self._intervals(blocks, quantities, values)
        about = Intervals(self.per_document, self.n_boot, self._fewest, np.isnan(low), defined)
        text, missing = notes(blocks, quantities, np.isnan(values), about)
        # A value that has no business in the table, though it could be computed, is missing with its
        # interval.
        for frame in (values, low, high):
            frame[missing] = np.nan
        return self._assembled(blocks, quantities, values, low, high, text)

    def _assembled(
        self,
        blocks: Blocks,
        quantities: Sequence[Quantity],
        values: np.ndarray,
        low: np.ndarray,
        high: np.ndarray,
        text: np.ndarray,
    ) -> pd.DataFrame:
        """Return the table, a row a unit and quantity, from arrays of that shape."""
        n_units, n_quantities = values.shape

        def counts(columns: Sequence[str | None]) -> np.ndarray:
            found = np.zeros((n_units, n_quantities), dtype=np.int64)
            for q, column in enumerate(columns):
                if column is not None:
                    found[:, q] = blocks.sums[:, blocks.index[column]].round()
            return found.ravel()

        def each(texts: list[str]) -> np.ndarray:
            return np.tile(np.array(texts, dtype=object), n_units)

        return tidy_columns(
            keys_of_units(self.keys, blocks.units, n_quantities),
            measure=np.full(n_units * n_quantities, self.measure, dtype=object),
            category=each([q.category for q in quantities]),
            unit=each([q.unit for q in quantities]),
            value=values.ravel(),
            ci_low=low.ravel(),
            ci_high=high.ravel(),
            n_hits=counts([q.hits for q in quantities]),
            n_tokens=counts([q.tokens for q in quantities]),
            note=text.ravel(),
        )

    def draws_of(self, quantity: Quantity) -> tuple[float, np.ndarray]:
        """Return one quantity of all documents together, and its value in each resample of the documents.

        For a tally made with ``by=[]``. With fewer documents than an interval needs, no resamples (all NaN).
        """
        blocks = self.blocks()
        point = float(quantity.value(blocks.points())[0, 0])
        if self.n_boot:
            for sums in blocks.resampled(self.n_boot, self.seed, self.measure, self._fewest):
                return point, quantity.value(sums)[0]
        return point, np.full(max(self.n_boot, 1), np.nan)

    def _intervals(
        self, blocks: Blocks, quantities: Sequence[Quantity], points: np.ndarray
    ) -> tuple[np.ndarray, np.ndarray, np.ndarray]:
        """Return low, high and share of defined resamples, each (n_units, n_quantities)."""
        low, high, defined = (
            np.full(points.shape, np.nan),
            np.full(points.shape, np.nan),
            np.zeros(points.shape),
        )
        drawn = [
            (q, quantity)
            for q, quantity in enumerate(quantities)
            if not (quantity.whole and self.per_document)
        ]
        if not self.n_boot or not drawn:
            return low, high, defined
        others = [(q, quantity) for q, quantity in drawn if quantity.divided is None]
        ratios = [(q, *quantity.divided) for q, quantity in drawn if quantity.divided is not None]
        which = np.array([q for q, _, _, _ in ratios], dtype=np.int64)
        tops = np.array([blocks.index[top] for _, top, _, _ in ratios], dtype=np.int64)
        bottoms = np.array([blocks.index[bottom] for _, _, bottom, _ in ratios], dtype=np.int64)
        scales = np.array([scale for _, _, _, scale in ratios])
        for sums in blocks.resampled(self.n_boot, self.seed, self.measure, self._fewest):
            some = sums.members
            # Where there is nothing to divide, all resamples agree and tell no interval.
            something = blocks.sums[some[:, None], tops[None]] > 0
            defined[np.ix_(some, which)] = ~something
            unit, ratio = np.nonzero(something)
            if len(unit):
                cell = some[unit], which[ratio]
                low[cell], high[cell], defined[cell] = interval_of_ratios(
                    sums.of(unit, tops[ratio]),
                    sums.of(unit, bottoms[ratio]),
                    scales[ratio],
                    blocks.n_blocks[cell[0]],
                )
            for q, quantity in others:
                values = np.broadcast_to(quantity.value(sums), (len(some), self.n_boot))
                if quantity.centred:
                    known = np.maximum((~np.isnan(values)).sum(axis=-1), 1)
                    values = values + (points[some, q] - np.nansum(values, axis=-1) / known)[:, None]
                    values = np.clip(values, 0.0, quantity.most)
                low[some, q], high[some, q], defined[some, q] = interval_of_draws(
                    values, blocks.n_blocks[some]
                )
        return low, high, defined

    @property
    def _fewest(self) -> int:
        return MIN_PARAGRAPHS if self.per_document else MIN_DOCUMENTS
