"""Gaps put together from what ends one chunk, the white space, and what begins the next."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from .layout import EMPTY

if TYPE_CHECKING:
    from .vocabulary import Vocabulary

_WHITE = (" ", "\n", "\n\n")  # no line end, one, more
_UNKNOWN = -1


class Joints:
    """Numbers of joined gaps; each different combination is put together once.

    Parameters
    ----------
    vocabulary : Vocabulary
        Whose gaps they are.
    """

    def __init__(self, vocabulary: Vocabulary) -> None:
        self._vocabulary = vocabulary
        # gap number + 1 (0: no marks), kind of white space → gap number
        self._with_white = np.full((1, len(_WHITE)), _UNKNOWN, dtype=np.int32)
        self._joined: dict[tuple[int, ...], int] = {}

    def _text(self, number: int) -> str:
        return "" if number == EMPTY else self._vocabulary.gaps[number]

    def with_white(self, left: np.ndarray, white: np.ndarray) -> np.ndarray:
        """Join marks and the white space after them.

        Parameters
        ----------
        left : int32 array
            Gap numbers, `EMPTY` where there are no marks.
        white : uint8 array
            0 no line end, 1 one, 2 more.

        Returns
        -------
        int32 array
        """
        n_more = len(self._vocabulary.gaps) + 1 - len(self._with_white)
        if n_more > 0:
            more = np.full((n_more, len(_WHITE)), _UNKNOWN, dtype=np.int32)
            self._with_white = np.concatenate([self._with_white, more])
        code = (left.astype(np.int64) + 1) * len(_WHITE) + white
        table = self._with_white.reshape(-1)
        joined = table.take(code)
        if (joined == _UNKNOWN).any():
            for c in np.unique(code[joined == _UNKNOWN]).tolist():
                number, kind = divmod(c, len(_WHITE))
                table[c] = self._vocabulary.gap_number(self._text(number - 1) + _WHITE[kind])
            joined = table.take(code)
        return joined

    def join(self, left: np.ndarray, right: np.ndarray) -> np.ndarray:
        """Join gaps in pairs.

        Parameters
        ----------
        left, right : int32 arrays
            Gap numbers; `right` may be `EMPTY`.

        Returns
        -------
        int32 array
        """
        joined = left.copy()
        pairs = np.flatnonzero(right != EMPTY)
        code = left[pairs].astype(np.int64) << 32 | right[pairs]
        different, back = np.unique(code, return_inverse=True)
        numbers = [self.join_all([c >> 32, c & 0xFFFFFFFF]) for c in different.tolist()]
        joined[pairs] = np.array(numbers, dtype=np.int32)[back]
        return joined

    def join_all(self, numbers: list[int]) -> int:
        """Join any number of gaps into one.

        Parameters
        ----------
        numbers : list of int

        Returns
        -------
        int
        """
        key = tuple(numbers)
        if key not in self._joined:
            self._joined[key] = self._vocabulary.gap_number("".join(map(self._text, numbers)))
        return self._joined[key]
