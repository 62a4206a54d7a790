"""Tells the chunks of a text that a search need not look at, for machine code (see `walk`, which runs in no other form).

Such a chunk is one word of ASCII letters and digits, marks around it, that begins as no word does that is looked for.
"""

from __future__ import annotations

from typing import Final

from librt.vecs import append, vec
from mypy_extensions import i64, u8

from .beginnings import FOLDED, JOIN, LETTERS, LOWEST, MARK, SPREAD, STRANGE

_BEFORE: Final = 0  # any word
_IN: Final = 1
_JOINED: Final = 2  # behind what may join it to more
_BEHIND: Final = 3
_PLACES: Final = (1 << FOLDED) - 1


class Sieve:
    """Says of each chunk by its number whether it is to be told of.

    Parameters
    ----------
    kinds : bytes
        What each byte is, from `byte_kinds`.
    wanted : bytes
        How words begin that are looked for, from `beginnings`.

    Attributes
    ----------
    loud : vec of u8
        Chunk number → 1 if it is to be told of, else 0.
    """

    def __init__(self, kinds: bytes, wanted: bytes) -> None:
        self._kinds = kinds
        self._wanted = wanted
        self.loud = vec[u8]()

    def look(self, chunks: list[bytes]) -> None:
        """Judge the chunks that are new.

        Parameters
        ----------
        chunks : list of bytes
            All chunks so far.
        """
        number: i64 = len(self.loud)
        while number < len(chunks):
            self.loud = append(self.loud, u8(self._is_loud(chunks[number])))
            number += 1

    def silence(self, numbers: list[int]) -> None:
        """Tell no more of some chunks."""
        for number in numbers:
            self.loud[number] = 0

    def _is_loud(self, chunk: bytes) -> i64:
        kinds = self._kinds
        state: i64 = _BEFORE
        key: i64 = 0
        shift: i64 = 0
        at: i64 = 0
        stop: i64 = len(chunk)
        while at < stop:
            byte: i64 = chunk[at]
            kind: i64 = STRANGE
            if byte < 0x80:
                kind = kinds[byte]
            elif byte == 0xE2 and at + 2 < stop and chunk[at + 1] == 0x80:
                kind = kinds[chunk[at + 2]]
                at += 2
            at += 1
            if kind == STRANGE:
                return 1
            if kind == MARK:
                if state != _BEFORE:
                    state = _BEHIND
            elif kind == JOIN:
                if state != _BEFORE:
                    state = _JOINED if state == _IN else _BEHIND
                    shift = 5 * LETTERS
            elif state == _BEHIND:  # a second word
                return 1
            else:
                state = _IN
                if shift < 5 * LETTERS:
                    key |= kind << shift
                    shift += 5
        if state == _BEFORE:
            return 1
        wanted: i64 = self._wanted[((key * SPREAD) >> LOWEST) & _PLACES]
        return wanted
