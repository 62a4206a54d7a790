"""Columns that compiled rules read element by element: numbers of the machine, no Python object for each."""

from __future__ import annotations

from typing import final

import numpy as np

try:  # compiled to a few instructions each
    from librt.strings import read_i32_le, read_i64_le
    from mypy_extensions import i64
except ImportError:  # plain Python can do without
    from .unpacked import i64, read_i32_le, read_i64_le


@final
class Numbers:
    """A stretch of a column of whole numbers; beyond its ends all are 0, but for the one behind the last.

    Parameters
    ----------
    column : bytes
        The elements one after the other, as an array gives them.
    narrow : bool
        Elements of four bytes, not eight.
    first : int
        Where in the column the stretch begins.
    n : int
        How long it is.
    behind : int
        What stands behind its last element.
    """

    def __init__(self, column: bytes, narrow: bool, first: int, n: int, behind: int = 0) -> None:
        self.column, self.narrow, self.behind = column, narrow, behind
        self.first: i64 = first
        self.n: i64 = n

    def __len__(self) -> int:
        return self.n

    def __getitem__(self, k: int) -> int:
        at: i64 = k
        if at < 0 or at >= self.n:
            return self.behind if at == self.n else 0
        at += self.first
        if self.narrow:  # in one expression the two would become objects
            return read_i32_le(self.column, at * 4)
        return read_i64_le(self.column, at * 8)

    def at_or_above(self, value: int) -> int:
        """Give the first place of a sorted column whose element is not below a value; its length where all are."""
        low: i64 = 0
        high: i64 = self.n
        while low < high:
            middle = (low + high) // 2
            if self[middle] < value:
                low = middle + 1
            else:
                high = middle
        return low

    def listed(self, first: int, last: int) -> list[int]:
        """Give the elements of a stretch, half open, as a list."""
        return [self[k] for k in range(max(first, 0), min(last, len(self)))]


@final
class Words:
    """The words of a stretch of tokens by their numbers; beyond its ends all are empty.

    Parameters
    ----------
    known : list of str
        What each number stands for.
    column : bytes
        The numbers of tokens one after the other, four bytes each; a negative one stands for `other`.
    first, n : int
        Where the stretch begins, and how long it is.
    other : str
    """

    def __init__(self, known: list[str], column: bytes, first: int, n: int, other: str = "") -> None:
        self.known, self.column, self.other = known, column, other
        self.first: i64 = first
        self.n: i64 = n

    def __len__(self) -> int:
        return self.n

    def __getitem__(self, k: int) -> str:
        at: i64 = k
        if at < 0 or at >= self.n:
            return ""
        number: int = read_i32_le(self.column, (self.first + at) * 4)
        return self.known[number] if number >= 0 else self.other

    def listed(self, first: int, last: int) -> list[str]:
        """Give the words of a stretch, half open, as a list."""
        return [self[k] for k in range(max(first, 0), min(last, len(self)))]


def numbers(column: np.ndarray) -> Numbers:
    """Give a column (int32 or int64) to be read element by element.

    Parameters
    ----------
    column : int array

    Returns
    -------
    Numbers

    Examples
    --------
    >>> column = numbers(np.array([3, -1]))
    >>> column[0], column[1], column[2]
    (3, -1, 0)
    """
    narrow = column.dtype.itemsize == 4
    if not narrow:
        column = column.astype(np.int64, copy=False)
    return Numbers(column.tobytes(), narrow, 0, len(column))
