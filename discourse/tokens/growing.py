"""Arrays that grow at the end: what is known of each chunk, form or gap, as a run meets new ones."""

from __future__ import annotations

import numpy as np
from numpy.typing import ArrayLike, DTypeLike


class Growing:
    """A NumPy array with room at its end, so that adding to it copies it only now and then.

    Parameters
    ----------
    dtype : dtype

    Examples
    --------
    >>> column = Growing("int32")
    >>> column.extend([3, 1]); column.extend([4])
    >>> column.values
    array([3, 1, 4], dtype=int32)
    """

    def __init__(self, dtype: DTypeLike) -> None:
        self._room = np.zeros(1024, dtype=dtype)
        self._n = 0

    def __len__(self) -> int:
        return self._n

    @property
    def values(self) -> np.ndarray:
        """The array as it is now (a view; do not change it)."""
        return self._room[: self._n]

    def append(self, value: int) -> None:
        """Add one value at the end."""
        if self._n == len(self._room):
            self._make_room(self._n + 1)
        self._room[self._n] = value
        self._n += 1

    def extend(self, values: ArrayLike) -> None:
        """Add values at the end.

        Parameters
        ----------
        values : array-like of one dimension
        """
        new = np.asarray(values, dtype=self._room.dtype)
        end = self._n + len(new)
        if end > len(self._room):
            self._make_room(end)
        self._room[self._n : end] = new
        self._n = end

    def _make_room(self, n: int) -> None:
        room = np.zeros(max(2 * len(self._room), n), dtype=self._room.dtype)
        room[: self._n] = self.values
        self._room = room


class GrowingLists:
    """Lists of numbers, one for each of the keys 0, 1, 2 …, kept in one array.

    Examples
    --------
    >>> lists = GrowingLists()
    >>> lists.append([7, 8]); lists.append([]); lists.append([9])
    >>> lists.of(np.array([2, 1, 0]))
    (array([0, 2, 2]), array([9, 7, 8]))
    """

    def __init__(self) -> None:
        self._values, self._first = Growing(np.int64), Growing(np.int64)
        self._first.append(0)

    def __len__(self) -> int:
        return len(self._first) - 1

    def append(self, values: ArrayLike) -> None:
        """Add the list of the next key."""
        self._values.extend(values)
        self._first.append(len(self._values))

    def extend(self, n: int, row: np.ndarray, values: np.ndarray) -> None:
        """Add the lists of the next n keys.

        Parameters
        ----------
        n : int
        row : int array, in order
            Which of the n lists each value belongs to.
        values : int array
        """
        self._first.extend(len(self._values) + np.cumsum(np.bincount(row, minlength=n)))
        self._values.extend(values)

    def of(self, keys: np.ndarray) -> tuple[np.ndarray, np.ndarray]:
        """Give the lists of some keys, one after the other.

        Parameters
        ----------
        keys : int array

        Returns
        -------
        (row, value) : two int64 arrays
            A row for each number: the index of its key among those given, and the number.
        """
        first = self._first.values[keys]
        counts = self._first.values[keys + 1] - first
        row = np.repeat(np.arange(len(keys)), counts)
        within = np.arange(len(row)) - np.repeat(np.cumsum(counts) - counts, counts)
        return row, self._values.values[np.repeat(first, counts) + within]
