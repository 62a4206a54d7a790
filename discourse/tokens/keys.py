"""Numbers found by 64-bit keys, many at once: a hash table in NumPy alone."""

from __future__ import annotations

import numpy as np

_FIRST_BITS = 12
_ROOM = 3  # slots that each key must have, or the table grows
_MIX = np.uint64(0x9E3779B97F4A7C15)


def home(key: np.ndarray, bits: int) -> np.ndarray:
    """Give the slot in a table of 2 ** bits where the search for each key begins.

    Parameters
    ----------
    key : uint64 array
    bits : int

    Returns
    -------
    int64 array
    """
    slot = key * _MIX
    slot >>= np.uint64(64 - bits)
    return slot.view(np.int64)


class KeyTable:
    """An open-addressing table from keys to numbers, searched for many keys together.

    Examples
    --------
    >>> table = KeyTable()
    >>> table.add(np.array([7, 9], dtype=np.uint64), np.array([0, 1]))
    >>> table.find(np.array([9, 8, 7], dtype=np.uint64))
    array([ 1, -1,  0], dtype=int32)
    """

    def __init__(self) -> None:
        self._n = 0
        self._empty(_FIRST_BITS)

    def _empty(self, bits: int) -> None:
        self._bits = bits
        self._key = np.zeros(1 << bits, dtype=np.uint64)  # 0: a free slot
        self._number = np.full(1 << bits, -1, dtype=np.int32)

    def __len__(self) -> int:
        return self._n

    def find(self, key: np.ndarray) -> np.ndarray:
        """Find the number of each key.

        Parameters
        ----------
        key : uint64 array
            None is 0.

        Returns
        -------
        int32 array
            -1 where the table does not have the key.
        """
        slot = home(key, self._bits)
        found = self._number.take(slot)
        there = self._key.take(slot)
        # a free slot says -1, which stands
        live = np.flatnonzero(there != key)
        live = live[there[live] != 0]
        while len(live):
            at = slot[live] + 1
            at &= len(self._key) - 1
            slot[live] = at
            there = self._key[at]
            found[live] = self._number[at]
            live = live[(there != key[live]) & (there != 0)]
        return found

    def add(self, key: np.ndarray, number: np.ndarray) -> None:
        """Enter keys with their numbers.

        Parameters
        ----------
        key : uint64 array
            All different, none of them 0 or in the table.
        number : int array
            From 0.
        """
        self._n += len(key)
        if _ROOM * self._n > len(self._key):
            old = np.flatnonzero(self._key)
            key = np.concatenate([self._key[old], key])
            number = np.concatenate([self._number[old], number])
            self._empty((_ROOM * self._n).bit_length() + 1)
        slot = home(key, self._bits)
        live = np.arange(len(key))
        while len(live):
            free = live[self._key[slot[live]] == 0]
            self._key[slot[free]] = key[free]  # of several that want one slot the last gets it
            self._number[slot[free]] = number[free]
            live = live[self._key[slot[live]] != key[live]]
            slot[live] = (slot[live] + 1) & (len(self._key) - 1)
