"""White-space chunks as numbers, found by walking along the bytes: what `chunks` does, for machine code.

Written for mypyc (`discourse.compiled`), which makes a few instructions of each line, and runs in no other form:
its numbers wrap around at 64 bits. Eight bytes are looked at together: most chunks are shorter, and the bytes up to
the separator are then their key.
"""

from __future__ import annotations

from typing import Final

from librt.strings import read_i64_le
from librt.vecs import append, vec
from mypy_extensions import i32, i64, u8

from .sieve import Sieve

AHEAD: Final = 16  # separators that must stand behind a text, so that no reading goes beyond its end
ROOM: Final = 1 << 15  # chunks numbered in one go
_FIRST_BITS: Final = 13
# Small enough to be numbers of the machine, not Python's: below 2 ** 62.
_EACH: Final = 0x0101010101010101  # times a byte: that byte eight times
_ABOVE: Final = 0x2121212121212121  # the first byte that is no separator, the one after the space
_ORDER: Final = 0x0001020304050607  # times 256 ** n: n in the highest byte
_MIX: Final = 0x1E3779B97F4A7C15
_MIX_LONG: Final = 0x22B2AE3D27D4EB4F
_NUMBER: Final = 0xFFFFFFFF  # the part of a value that is the chunk's number
_BEHIND: Final = "\n" * AHEAD


class ChunkWalker:
    """Numbers the different chunks of a run of texts, in order of appearance.

    Keys of up to eight bytes are the chunk itself, longer ones a hash, behind which the chunks are compared. They
    stand in a table of slots, two numbers each: the key, and a value, the number of the chunk; of a long chunk it also
    says where its words of eight bytes are. The table is no larger than need be: what the processor's cache does not
    hold is slow.

    Attributes
    ----------
    chunks : list of bytes
        Chunk number → the chunk.
    ids, starts : vec of i32, vec of i64
        Of the chunks of the last `walk`, the number and where each begins, in bytes; `n` of them. After `sift`, only of
        those told of, and where each begins in its own text.
    n_chunks, n_told : vec of i64
        How many chunks each text of the last `sift` has, and how many were told of.
    """

    def __init__(self) -> None:
        self.chunks: list[bytes] = []
        self.ids = vec[i32]([0] * ROOM)
        self.starts = vec[i64]([0] * ROOM)
        self.n: i64 = 0
        self.n_chunks = vec[i64]()
        self.n_told = vec[i64]()
        self._passed: i64 = 0
        self._bits: i64 = _FIRST_BITS
        self._slots = vec[i64]([0] * (2 << _FIRST_BITS))
        # per chunk
        self._keys = vec[i64]()
        self._values = vec[i64]()
        # of each long chunk its length, then its words: the last, the first, those between
        self._words = vec[i64]([0])

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
        self.n = 0
        return self._walk(raw, begin, end, None)

    def sift(self, texts: list[str], sieve: Sieve) -> None:
        """Number the chunks of texts; keep those that the sieve tells of, and count all.

        Parameters
        ----------
        texts : list of str
        sieve : Sieve
        """
        self.n = 0
        self.n_chunks = vec[i64]([0] * len(texts))
        self.n_told = vec[i64]([0] * len(texts))
        sieve.look(self.chunks)
        row: i64 = 0
        while row < len(texts):
            raw = (texts[row] + _BEHIND).encode("utf-8", "surrogatepass")
            end: i64 = len(raw) - AHEAD
            at: i64 = 0
            before = self.n
            self._passed = 0
            while at < end:
                at = self._walk(raw, at, end, sieve)
                if self.n == len(self.ids):
                    self._make_room()
            self.n_chunks[row] = self._passed
            self.n_told[row] = self.n - before
            row += 1

    def _make_room(self) -> None:
        ids, starts = self.ids, self.starts
        self.ids = vec[i32]([0] * (2 * len(ids)))
        self.starts = vec[i64]([0] * (2 * len(ids)))
        n: i64 = 0
        while n < len(ids):
            self.ids[n] = ids[n]
            self.starts[n] = starts[n]
            n += 1

    def _walk(self, raw: bytes, begin: i64, stop: i64, sieve: Sieve | None) -> i64:
        """Go on as far as there is room; keep all chunks, or those that the sieve tells of."""
        at = begin
        n, passed = self.n, self._passed
        each: i64 = _EACH
        high = each << 7
        ids, starts, slots, words = self.ids, self.starts, self._slots, self._words
        loud = vec[u8]() if sieve is None else sieve.loud
        n_judged: i64 = len(loud)
        room: i64 = len(ids)
        shift: i64 = 64 - self._bits
        mask: i64 = (i64(1) << self._bits) - 1
        last: i64 = 0  # word of a long chunk
        while at < stop and n < room:
            head = read_i64_le(raw, at)
            key = head
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
                    last = word
            first = ((found & -found) >> 7) & each
            after += (first * _ORDER) >> 56
            if after == at:
                at += 1
                continue
            length = after - at
            if length < 8:
                key &= first - 1
            elif key == 0:  # which means a free slot
                key = _MIX
            slot = ((key * _MIX) >> shift) & mask
            number: i64 = -1
            while number < 0:
                there = slots[2 * slot]
                if there == key:
                    value = slots[2 * slot + 1]
                    record = value >> 32
                    if length <= 8:
                        if record == 0:
                            number = value
                    elif (
                        words[record] == length
                        and words[record + 1] == last
                        and words[record + 2] == head
                        and (length <= 16 or self._same(record + 3, raw, at, after))
                    ):
                        number = value & _NUMBER
                elif there == 0:
                    number = self._enter(raw, at, after, slot, key)
                    slots, words = self._slots, self._words
                    shift = 64 - self._bits
                    mask = (i64(1) << self._bits) - 1
                    if sieve is not None:
                        sieve.look(self.chunks)
                        loud = sieve.loud
                        n_judged = len(loud)
                slot = (slot + 1) & mask
            ids[n] = i32(number)
            starts[n] = at
            if number >= n_judged or loud[number] != 0:
                n += 1
            passed += 1
            at = after + 1
        self.n, self._passed = n, passed
        return at

    def _enter(self, raw: bytes, start: i64, after: i64, slot: i64, key: i64) -> i64:
        """Give a new chunk its number, in a free slot."""
        number: i64 = len(self.chunks)
        self.chunks.append(raw[start:after])
        value = number
        if after - start > 8:
            value |= i64(len(self._words)) << 32
            self._words = append(self._words, after - start)
            self._words = append(self._words, _last_word(raw, start, after))
            at = start
            while at == start or at + 8 < after:
                self._words = append(self._words, read_i64_le(raw, at))
                at += 8
        self._keys = append(self._keys, key)
        self._values = append(self._values, value)
        self._slots[2 * slot] = key
        self._slots[2 * slot + 1] = value
        if 4 * number > len(self._slots):
            self._grow()
        return number

    def _same(self, place: i64, raw: bytes, start: i64, after: i64) -> bool:
        """Say whether a chunk has the words that stand at a place between its first and its last."""
        at = start + 8
        while at + 8 < after:
            if self._words[place] != read_i64_le(raw, at):
                return False
            place += 1
            at += 8
        return True

    def _grow(self) -> None:
        """Make the table twice as large; what came first, and is common, has its slot where it is looked for."""
        self._bits += 1
        shift = 64 - self._bits
        mask = (i64(1) << self._bits) - 1
        slots = vec[i64]([0] * (2 << self._bits))
        number: i64 = 0
        while number < len(self._keys):
            key = self._keys[number]
            slot = ((key * _MIX) >> shift) & mask
            while slots[2 * slot] != 0:
                slot = (slot + 1) & mask
            slots[2 * slot] = key
            slots[2 * slot + 1] = self._values[number]
            number += 1
        self._slots = slots


def _last_word(raw: bytes, start: i64, after: i64) -> i64:
    """The last one to eight bytes of a chunk, as many as are left of it behind whole words, as a number."""
    at = start + ((after - start - 1) & ~7)
    word = read_i64_le(raw, at)
    if after - at == 8:
        return word
    # all ones, but not as a literal, which C would shift in 32 bits
    ones = word | ~word
    return word & ~(ones << (8 * (after - at)))
