"""White-space chunks as numbers, found by walking along the bytes: what `chunks` does, for machine code.

Written for mypyc (`discourse.compiled`), which makes a few instructions of each line, and runs in no other form:
its numbers wrap around at 64 bits. Eight bytes are looked at together: most chunks are shorter, and the bytes up to
the separator are then their key.
"""

from __future__ import annotations

from typing import Final

from librt.strings import read_i64_le
from librt.vecs import append, vec
from mypy_extensions import i32, i64

AHEAD: Final = 16  # separators that must stand behind a text, so that no reading goes beyond its end
ROOM: Final = 1 << 15  # chunks numbered in one go
_FIRST_BITS: Final = 12
# Small enough to be numbers of the machine, not Python's: below 2 ** 62.
_EACH: Final = 0x0101010101010101  # times a byte: that byte eight times
_ABOVE: Final = 0x2121212121212121  # the first byte that is no separator, the one after the space
_ORDER: Final = 0x0001020304050607  # times 256 ** n: n in the highest byte
_MIX: Final = 0x1E3779B97F4A7C15
_MIX_LONG: Final = 0x22B2AE3D27D4EB4F
_NEVER_UTF8: Final = -(1 << 56)  # the highest byte 255: no key of a short chunk


class ChunkWalker:
    """Numbers the different chunks of a run of texts, in order of appearance.

    Keys of up to eight bytes are the chunk itself, longer ones a hash, behind which the chunks are compared. They
    stand in a table of slots, two numbers each: the key, and the number of the chunk.

    Attributes
    ----------
    chunks : list of bytes
        Chunk number → the chunk.
    ids, starts : vec of i32, vec of i64
        Of the chunks of the last `walk`, the number and where each begins, in bytes; `n` of them.
    """

    def __init__(self) -> None:
        self.chunks: list[bytes] = []
        self.ids = vec[i32]([0] * ROOM)
        self.starts = vec[i64]([0] * ROOM)
        self.n: i64 = 0
        self._bits: i64 = _FIRST_BITS
        self._slots = vec[i64]([0] * (2 << _FIRST_BITS))
        # per chunk its length and where its words begin, if it is long: its bytes, eight by eight
        self._length = vec[i64]()
        self._first = vec[i64]()
        self._words = vec[i64]()

    def walk(self, raw: bytes, begin: int, end: int) -> int:
        """Number the chunks from a place on, as many as there is room for.

        Parameters
        ----------
        raw : bytes
            UTF-8, with `AHEAD` separators behind `end`.
        begin, end : int

        Returns
        -------
        int
            Where to go on; `end` or more when there is nothing left.
        """
        at: i64 = begin
        stop: i64 = end
        n: i64 = 0
        each: i64 = _EACH
        high = each << 7
        ids, starts, slots = self.ids, self.starts, self._slots
        shift: i64 = 64 - self._bits
        mask: i64 = (i64(1) << self._bits) - 1
        while at < stop and n < ROOM:
            key = read_i64_le(raw, at)
            after = at
            # the high bit of each byte that is a separator, and perhaps of some behind it
            found = (key - _ABOVE) & ~key & high
            while found == 0:
                after += 8
                word = read_i64_le(raw, after)
                found = (word - _ABOVE) & ~word & high
                if found != 0:
                    word &= (((found & -found) >> 7) & each) - 1
                if word != 0:
                    key = (key ^ (key >> 29)) * _MIX_LONG + word
            first = ((found & -found) >> 7) & each
            after += (first * _ORDER) >> 56
            if after == at:
                at += 1
                continue
            long = after - at > 8
            if long:
                key |= _NEVER_UTF8
            elif after - at < 8:
                key &= first - 1
            slot = ((key * _MIX) >> shift) & mask
            number: i64 = -1
            while number < 0:
                there = slots[2 * slot]
                if there == 0:
                    number = self._enter(raw, at, after, slot, key)
                    slots = self._slots
                    shift = 64 - self._bits
                    mask = (i64(1) << self._bits) - 1
                elif there == key:
                    number = slots[2 * slot + 1]
                    if long and not self._same(number, raw, at, after):
                        number = -1
                slot = (slot + 1) & mask
            ids[n] = i32(number)
            starts[n] = at
            n += 1
            at = after + 1
        self.n = n
        return at

    def _enter(self, raw: bytes, start: i64, after: i64, slot: i64, key: i64) -> i64:
        """Give a new chunk its number, in a free slot."""
        number: i64 = len(self.chunks)
        self.chunks.append(raw[start:after])
        self._length = append(self._length, after - start)
        self._first = append(self._first, len(self._words))
        if after - start > 8:
            at = start
            while at < after:
                self._words = append(self._words, _word(raw, at, after))
                at += 8
        self._slots[2 * slot] = key
        self._slots[2 * slot + 1] = number
        if 3 * number > len(self._slots) >> 1:
            self._grow()
        return number

    def _same(self, number: i64, raw: bytes, start: i64, after: i64) -> bool:
        """Say whether a long chunk is the one with that number, byte for byte."""
        if self._length[number] != after - start:
            return False
        row = self._first[number]
        at = start
        while at < after:
            if self._words[row] != _word(raw, at, after):
                return False
            row += 1
            at += 8
        return True

    def _grow(self) -> None:
        """Make the table four times as large."""
        old = self._slots
        self._bits += 2
        shift = 64 - self._bits
        mask = (i64(1) << self._bits) - 1
        slots = vec[i64]([0] * (4 * len(old)))
        i: i64 = 0
        while i < len(old):
            key = old[i]
            if key != 0:
                slot = ((key * _MIX) >> shift) & mask
                while slots[2 * slot] != 0:
                    slot = (slot + 1) & mask
                slots[2 * slot] = key
                slots[2 * slot + 1] = old[i + 1]
            i += 2
        self._slots = slots


def _word(raw: bytes, at: i64, after: i64) -> i64:
    """The bytes from a place on, eight at the most, as a number."""
    word = read_i64_le(raw, at)
    return word if after - at >= 8 else word & ((i64(1) << (8 * (after - at))) - 1)
