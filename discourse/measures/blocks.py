"""What the blocks of each unit hold, and what resamples of them hold in sum.

A column is 0 in most paragraphs and most columns are 0 in a given text, so only what is not 0 is kept, and a
resample costs as much as there is to count.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

import numpy as np

from discourse.measures.intervals import LARGEST_SMALL, block_order, stacked_counts
from discourse.measures.quantities import Sums
from discourse.measures.units import Unit

__all__ = ["Blocks", "Column"]

# Numbers in one piece of resampled sums: enough to repay the calls, and less than the four megabytes from which NumPy
# asks for huge pages, that the system clears each time.
PIECE = 800_000


class Column:
    """Counts by block, those that are not 0.

    Parameters
    ----------
    counts : numpy.ndarray of float64
        One a block.
    """

    def __init__(self, counts: np.ndarray) -> None:
        self.n_blocks = len(counts)
        self.block = np.flatnonzero(counts)
        self.count = counts[self.block]

    def dense(self) -> np.ndarray:
        """Return the counts of all blocks."""
        result = np.zeros(self.n_blocks)
        result[self.block] = self.count
        return result

    def by(self, group: np.ndarray, n_groups: int) -> np.ndarray:
        """Return sums over groups of blocks, given the group of each block."""
        return np.bincount(group[self.block], weights=self.count, minlength=n_groups)


class Blocks:
    """The blocks of units: paragraphs of documents, or documents of groups.

    A block in which nothing is counted is no block: it is not drawn.

    Parameters
    ----------
    units : sequence of Unit
    columns : mapping of str to Column
    unit_of_block : numpy.ndarray of int64
        Unit that each block belongs to, -1 for none.

    Attributes
    ----------
    units : sequence of Unit
    index : dict of str to int
        Place of each column.
    sums : numpy.ndarray of float64
        Shape (n_units, n_columns).
    n_blocks : numpy.ndarray of int64
        Blocks of each unit in which something is counted.
    """

    def __init__(
        self, units: Sequence[Unit], columns: Mapping[str, Column], unit_of_block: np.ndarray
    ) -> None:
        self.units = units
        self.index = {name: i for i, name in enumerate(columns)}
        block = np.concatenate([column.block for column in columns.values()])
        number = np.repeat(np.arange(len(columns)), [len(column.block) for column in columns.values()])
        value = np.concatenate([column.count for column in columns.values()])
        unit = unit_of_block[block]
        if (unit < 0).any():
            known = unit >= 0
            block, number, value, unit = block[known], number[known], value[known], unit[known]
        shape = (len(units), len(columns))
        cell = unit * shape[1] + number
        self.sums = np.bincount(cell, weights=value, minlength=shape[0] * shape[1]).reshape(shape)
        filled = np.zeros(len(unit_of_block), dtype=bool)
        filled[block] = True
        blocks = np.flatnonzero(filled)
        blocks = blocks[np.argsort(unit_of_block[blocks], kind="stable")]
        self.n_blocks = np.bincount(unit_of_block[blocks], minlength=len(units))
        first = np.cumsum(self.n_blocks) - self.n_blocks
        place = np.zeros(len(unit_of_block), dtype=np.int64)
        place[blocks] = np.arange(len(blocks)) - np.repeat(first, self.n_blocks)
        # Units with as many blocks meet the same draws, so they stand side by side.
        self._by_size = np.argsort(self.n_blocks, kind="stable")
        rank = np.empty(len(units), dtype=np.int64)
        rank[self._by_size] = np.arange(len(units))
        cell = rank[unit] * shape[1] + number
        order = np.argsort(cell, kind="stable")
        self._value, self._place = value[order], place[block][order]
        most = np.abs(value).max(initial=0) * self.n_blocks.max(initial=0)
        self._small = bool(most < LARGEST_SMALL and (value == np.rint(value)).all())
        # One row of sums for each unit and column that is not 0.
        self._row_first = np.flatnonzero(np.diff(cell[order], prepend=-1, append=-1))
        self._row = cell[order][self._row_first[:-1]] if len(order) else cell
        self._rows_first = np.searchsorted(self._row, np.arange(len(units) + 1) * shape[1])

    def points(self) -> Sums:
        """Return the sums of the units as they are."""
        n_units, n_columns = self.sums.shape
        at = np.arange(n_units * n_columns).reshape(n_units, n_columns)
        return Sums(self.sums.reshape(-1, 1), at, self.index, resampled=False, members=np.arange(n_units))

    def of(self, unit: int) -> np.ndarray:
        """Return what each block of a unit holds, shape (n_blocks, n_columns)."""
        held = np.zeros((int(self.n_blocks[unit]), self.sums.shape[1]))
        rank = int(np.flatnonzero(self._by_size == unit)[0])
        rows = slice(self._rows_first[rank], self._rows_first[rank + 1])
        first = self._row_first[rows.start : rows.stop + 1]
        column = np.repeat(self._row[rows] % self.sums.shape[1], np.diff(first))
        entries = slice(first[0], first[-1])
        held[self._place[entries], column] = self._value[entries]
        return held

    def resampled(self, n_boot: int, seed: int, measure: str, fewest: int) -> Iterator[Sums]:
        """Draw the blocks of each unit again and give the sums, some units of about one size at a time.

        Parameters
        ----------
        n_boot, seed : int
        measure : str
            Part of the seed.
        fewest : int
            Units with fewer blocks are passed over.

        Yields
        ------
        Sums
        """
        sizes = self.n_blocks[self._by_size]
        begin, end = int(np.searchsorted(sizes, fewest)), len(sizes)
        drawn = np.cumsum(np.where(np.diff(sizes, prepend=-1) > 0, sizes, 0))
        while begin < end:
            row, draw = self._rows_first[begin], drawn[begin] - sizes[begin]
            full = np.searchsorted(self._rows_first, row + PIECE // n_boot, side="right") - 1
            wide = np.searchsorted(drawn, draw + 2 * PIECE // n_boot, side="right")
            until = min(max(int(min(full, wide)), begin + 1), end)
            yield self._drawn(begin, until, n_boot, seed, measure)
            begin = until

    def _drawn(self, begin: int, end: int, n_boot: int, seed: int, measure: str) -> Sums:
        """Return the resampled sums of units, numbered by size."""
        from scipy.sparse import csr_array

        members = self._by_size[begin:end]
        sizes = self.n_blocks[members]
        different, which = np.unique(sizes, return_inverse=True)
        counts, first_draw = stacked_counts(n_boot, seed, "blocks").of(different.tolist(), self._small)
        # A block meets the draws of its unit's size that stand where the unit's own order puts it.
        first_draw = first_draw[which]
        ends = np.cumsum(sizes)
        meets = np.empty(int(ends[-1]), dtype=np.int64)
        for unit, size, last, draw in zip(
            members.tolist(), sizes.tolist(), ends.tolist(), first_draw.tolist(), strict=True
        ):
            order = block_order(size, seed, self.units[unit].name, measure)
            meets[last - size : last][order] = np.arange(draw, draw + size)
        n_columns = self.sums.shape[1]
        rows = slice(self._rows_first[begin], self._rows_first[end])
        first = self._row_first[rows.start : rows.stop + 1]
        entries = slice(first[0], first[-1])
        local = np.repeat(self._row[rows] // n_columns - begin, np.diff(first))
        drawn = meets[(ends - sizes)[local] + self._place[entries]]
        # What a unit does not have stands in the last row, which is 0.
        bounds = np.append(first, first[-1]) - first[0]
        values = self._value[entries].astype(counts.dtype)
        held = csr_array((values, drawn, bounds), shape=(len(first), len(counts)))
        at = np.full((end - begin, n_columns), len(first) - 1)
        at.ravel()[self._row[rows] - begin * n_columns] = np.arange(len(first) - 1)
        return Sums(held @ counts, at, self.index, resampled=True, members=members)
