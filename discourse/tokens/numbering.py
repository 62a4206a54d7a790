"""The chunks of a text as numbers: by machine code where there is some, else on whole arrays."""

from __future__ import annotations

from typing import TYPE_CHECKING, Protocol

import numpy as np

from ..compiled import in_use
from .chunks import ChunkTable

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

        self._walker = walker
        self._behind = b"\n" * AHEAD
        self.chunks = walker.chunks
        # the walker writes into these two
        self._ids = np.frombuffer(memoryview(walker.ids), dtype=np.int32)
        self._starts = np.frombuffer(memoryview(walker.starts), dtype=np.int64)

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
            at = self._walker.walk(padded, at, len(raw))
            ids.append(self._ids[: self._walker.n].copy())
            starts.append(self._starts[: self._walker.n].copy())
        return np.concatenate(ids), np.concatenate(starts)


def new_numbering() -> Numbering:
    """Give an empty table of chunks."""
    if not in_use():
        return ChunkTable()
    try:
        from .walk import ChunkWalker
    except ImportError:  # compiled, but librt, which it then needs, has been taken away
        return ChunkTable()
    return WalkedTable(ChunkWalker())
