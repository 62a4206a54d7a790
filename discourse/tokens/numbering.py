"""The chunks of a text as numbers: by machine code where there is some, else on whole arrays."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING, Protocol

import numpy as np

from ..compiled import in_use
from .beginnings import beginnings, byte_kinds
from .chunks import ChunkTable
from .growing import Growing

SEPARATOR = "\n\n"  # between the documents of a batch

if TYPE_CHECKING:
    from .walk import ChunkWalker


class Numbering(Protocol):
    """What numbers the different white-space chunks of a run of texts; the numbers stay as texts go on."""

    @property
    def chunks(self) -> list[bytes]:
        """Chunk number → the chunk."""

    def __len__(self) -> int: ...

    def number(self, raw: bytes) -> tuple[np.ndarray, np.ndarray]:
        """Give the number and the beginning (in bytes) of each chunk: int32 and int64 arrays."""


class WalkedTable:
    """The numbering of a walker, as arrays.

    Parameters
    ----------
    walker : ChunkWalker
    """

    def __init__(self, walker: ChunkWalker) -> None:
        from .walk import AHEAD

        self.walker = walker
        self._behind = b"\n" * AHEAD
        self.chunks = walker.chunks

    def __len__(self) -> int:
        return len(self.chunks)

    def number(self, raw: bytes) -> tuple[np.ndarray, np.ndarray]:
        """Number the chunks of a text.

        Parameters
        ----------
        raw : bytes
            UTF-8.

        Returns
        -------
        (ids, start) : int32 and int64 arrays, one element per chunk; start in bytes
        """
        ids, starts = [np.zeros(0, np.int32)], [np.zeros(0, np.int64)]
        padded, at = raw + self._behind, 0
        while at < len(raw):
            at = self.walker.walk(padded, at, len(raw))
            ids.append(np.frombuffer(memoryview(self.walker.ids), np.int32, self.walker.n).copy())
            starts.append(np.frombuffer(memoryview(self.walker.starts), np.int64, self.walker.n).copy())
        return np.concatenate(ids), np.concatenate(starts)


def new_numbering() -> Numbering:
    """Give an empty table of chunks."""
    if not in_use():
        return ChunkTable()
    from .walk import ChunkWalker

    return WalkedTable(ChunkWalker())


class Sifting(Protocol):
    """What goes through texts and tells only of the chunks of which something is to be said."""

    def sift(self, texts: Sequence[str]) -> tuple[np.ndarray, np.ndarray, np.ndarray]:
        """Give how many chunks each text has, and the text and the number of each chunk told of."""

    def new(self, seen: int) -> np.ndarray:
        """Give the numbers of the chunks told of that came after the first `seen` chunks."""

    def silence(self, numbers: np.ndarray) -> None:
        """Tell no more of some chunks."""


class WalkedSifting:
    """Sifting by a walker: of a chunk that is plainly one word, and not one of those looked for, it never tells.

    Parameters
    ----------
    walker : ChunkWalker
    patterns : iterable of str
        What is looked for: norms and globs.
    """

    def __init__(self, walker: ChunkWalker, patterns: Iterable[str]) -> None:
        from .sieve import Sieve

        self._walker = walker
        self._sieve = Sieve(byte_kinds(), beginnings(patterns))

    def sift(self, texts: Sequence[str]) -> tuple[np.ndarray, np.ndarray, np.ndarray]:
        """Give how many chunks each text has, and the text and the number of each chunk told of."""
        walker = self._walker
        walker.sift(list(texts), self._sieve)
        n_chunks = np.frombuffer(memoryview(walker.n_chunks), np.int64).copy()
        text = np.repeat(np.arange(len(texts)), np.frombuffer(memoryview(walker.n_told), np.int64))
        return n_chunks, text, np.frombuffer(memoryview(walker.ids), np.int32, walker.n).copy()

    def new(self, seen: int) -> np.ndarray:
        """Give the numbers of the chunks told of that came after the first `seen` chunks."""
        return seen + np.flatnonzero(np.frombuffer(memoryview(self._sieve.loud), np.uint8)[seen:])

    def silence(self, numbers: np.ndarray) -> None:
        """Tell no more of some chunks."""
        self._sieve.silence(numbers.tolist())


class ArraySifting:
    """Sifting on whole arrays: it tells of each chunk until it is told not to.

    Parameters
    ----------
    table : Numbering
    """

    def __init__(self, table: Numbering) -> None:
        self._table = table
        self._loud = Growing(np.bool_)

    def sift(self, texts: Sequence[str]) -> tuple[np.ndarray, np.ndarray, np.ndarray]:
        """Give how many chunks each text has, and the text and the number of each chunk told of."""
        encoded = [text.encode("utf-8", "surrogatepass") for text in texts]
        begins = np.cumsum([0, *(len(text) + len(SEPARATOR) for text in encoded)])
        chunk, start = self._table.number(SEPARATOR.encode().join(encoded))
        self._loud.extend(np.ones(len(self._table) - len(self._loud), dtype=bool))
        first = np.searchsorted(start, begins)  # the chunk each text begins with
        told = np.flatnonzero(self._loud.values.take(chunk))
        return np.diff(first), np.searchsorted(first, told, side="right") - 1, chunk[told]

    def new(self, seen: int) -> np.ndarray:
        """Give the numbers of the chunks told of that came after the first `seen` chunks."""
        return seen + np.flatnonzero(self._loud.values[seen:])

    def silence(self, numbers: np.ndarray) -> None:
        """Tell no more of some chunks."""
        self._loud.values[numbers] = False


def new_sifting(table: Numbering, patterns: Iterable[str]) -> Sifting:
    """Give what sifts the chunks that a table numbers, for patterns (norms and globs)."""
    return WalkedSifting(table.walker, patterns) if isinstance(table, WalkedTable) else ArraySifting(table)
