"""Cues with their reach: what the negation and hedging layers give."""

from __future__ import annotations

from dataclasses import dataclass, fields

import numpy as np


@dataclass(frozen=True)
class Cues:
    """Cues of one layer in a batch, one row per cue and part of its scope, in order of position.

    Attributes
    ----------
    cue : int32 array
        Number of the cue; the rows of one cue share it.
    start, end : int64 arrays
        Characters of the cue in `Tokens.text`; a cue may be part of a token (n't).
    first, last : int64 arrays
        Tokens the cue touches, half open.
    kind : object array of str
        Of negation: syntactic, lexical, affixal. Of hedging and boosting: the category.
    scope_first, scope_last : int64 arrays
        Token span of this part of the scope, half open; equal where there is none.
    scope_start, scope_end : int64 arrays
        The same in characters.
    """

    cue: np.ndarray
    start: np.ndarray
    end: np.ndarray
    first: np.ndarray
    last: np.ndarray
    kind: np.ndarray
    scope_first: np.ndarray
    scope_last: np.ndarray
    scope_start: np.ndarray
    scope_end: np.ndarray

    def __len__(self) -> int:
        return len(self.cue)

    def select(self, rows: np.ndarray) -> Cues:
        """Give some of the rows (indices or a bool array)."""
        return Cues(**{f.name: getattr(self, f.name)[rows] for f in fields(self)})

    @classmethod
    def empty(cls) -> Cues:
        """Give a table without rows."""
        none = np.zeros(0, dtype=np.int64)
        return cls(
            none.astype(np.int32), none, none, none, none, np.zeros(0, dtype=object), none, none, none, none
        )
