"""Which ids are taken: exact, in a few bytes each, for corpora of any number of documents."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass

import numpy as np

_RECENT = 1 << 15  # ids kept in a dict before they are sorted into an array
_BYTES = 16  # of a checksum; two of a thousand million ids share one with a chance below 10⁻²⁰


@dataclass(frozen=True)
class _Run:
    """Checksums in their order, and the place of each."""

    keys: np.ndarray
    places: np.ndarray

    def find(self, key: np.bytes_) -> int | None:
        at = int(self.keys.searchsorted(key))
        return int(self.places[at]) if at < len(self.keys) and self.keys[at] == key else None


class Ids:
    """The ids that documents have taken, each with a number that says where.

    Twenty bytes an id, however long it is.

    Examples
    --------
    >>> ids = Ids()
    >>> ids.take("speech-1", 7), ids.take("speech-2", 8), ids.take("speech-1", 9)
    (None, None, 7)
    """

    def __init__(self) -> None:
        self._recent: dict[np.bytes_, int] = {}
        self._runs: list[_Run] = []  # from the longest to the shortest

    def take(self, doc_id: str, place: int = 0) -> int | None:
        """Take an id.

        Parameters
        ----------
        doc_id : str
        place : int
            Given back where the id is asked for again.

        Returns
        -------
        int or None
            The place of the document that has the id already; None where it was free and is taken now.
        """
        digest = hashlib.blake2b(doc_id.encode("utf-8", "surrogatepass"), digest_size=_BYTES).digest()
        key = np.bytes_(digest.rstrip(b"\0"))  # as NumPy reads it from an array
        earlier = self._recent.get(key)
        for run in self._runs:
            if earlier is not None:
                return earlier
            earlier = run.find(key)
        if earlier is not None:
            return earlier
        self._recent[key] = place
        if len(self._recent) == _RECENT:
            self._sort_in()
        return None

    def _sort_in(self) -> None:
        """Make a run of the recent ids; two runs of a length become one, so that there are few."""
        run = _sorted(
            np.array(list(self._recent), dtype=f"S{_BYTES}"), np.array(list(self._recent.values()), np.int32)
        )
        self._recent.clear()
        while self._runs and len(self._runs[-1].keys) <= len(run.keys):
            other = self._runs.pop()
            run = _sorted(np.concatenate([other.keys, run.keys]), np.concatenate([other.places, run.places]))
        self._runs.append(run)


def _sorted(keys: np.ndarray, places: np.ndarray) -> _Run:
    order = np.argsort(keys, kind="stable")
    return _Run(keys[order], places[order])
