"""White-space chunks of a text as numbers: the first step, and the one that must be fast.

A text is mostly repetition. Cut at white space, a hundred megabytes of speeches hold sixteen million
chunks ("peace," "war." "the") but only some 150,000 different ones. So each chunk gets a number here,
with NumPy alone, and everything that needs thought happens once per *different* chunk.
"""

from __future__ import annotations

import numpy as np

# Bytes that separate chunks. NUL counts as one, so that padding with zeros keeps short keys exact.
_SEPARATORS = b" \t\n\r\x0b\x0c\x1c\x1d\x1e\x1f\x00"
_IS_CHUNK = bytes(0 if byte in _SEPARATORS else 1 for byte in range(256))
_PADDING = b"\n" * 24
_MASKS = np.array([(1 << (8 * n)) - 1 for n in range(9)], dtype=np.uint64)
_MIX_1, _MIX_2, _MIX_3 = (np.uint64(c) for c in (0x9E3779B97F4A7C15, 0xC2B2AE3D27D4EB4F, 0xFF51AFD7ED558CCD))
_NEVER_UTF8 = np.uint64(0xFF << 56)
_BLOCK = 1 << 19  # bytes looked at together: what fits the cache; fresh memory is dear


def chunk_spans(raw: bytes) -> tuple[np.ndarray, np.ndarray]:
    """Find the white-space chunks of UTF-8 bytes that begin and end with a separator.

    Parameters
    ----------
    raw : bytes

    Returns
    -------
    (start, length) : two int64 arrays, in bytes
    """
    inside = np.frombuffer(raw.translate(_IS_CHUNK), dtype=np.bool_)
    edges = np.flatnonzero(inside[1:] != inside[:-1])
    edges += 1
    start = edges[0::2]
    return start, edges[1::2] - start


class _Keys:
    """What tells the chunks of a block apart.

    `key` is the chunk itself, padded with zeros, up to eight bytes, else a hash; the last byte of a hash
    is one that UTF-8 never has, so that it is never taken for a short chunk. `head` and `tail` are the
    first and the last eight bytes of the long chunks (the tail hashed with the middle past sixteen).
    """

    def __init__(self, words: np.ndarray, start: np.ndarray, length: np.ndarray) -> None:
        self.key = words[start]
        self.key &= _MASKS[np.minimum(length, 8)]
        self.long = np.flatnonzero(length > 8)
        first, n = start[self.long], length[self.long]
        self.head, self.tail = self.key[self.long], words[first + n - 8]
        very = np.flatnonzero(n > 16)
        if len(very):
            self.tail[very] ^= _hash_middle(words, first[very], n[very])
        mixed = self.tail * _MIX_1
        mixed ^= mixed >> np.uint64(29)
        mixed += n.astype(np.uint64) * _MIX_2
        self.key[self.long] = ((self.head ^ mixed) * _MIX_3) | _NEVER_UTF8


def _hash_middle(words: np.ndarray, first: np.ndarray, n: np.ndarray) -> np.ndarray:
    result = np.zeros(len(first), dtype=np.uint64)
    live, at = np.arange(len(first)), 8
    while len(live):
        piece = words[first[live] + at]
        piece = piece & _MASKS[np.minimum(n[live] - at, 8)]
        result[live] = (result[live] ^ piece) * _MIX_2
        result[live] ^= result[live] >> np.uint64(31)
        at += 8
        live = live[n[live] > at]
    return result


class ChunkTable:
    """Number the different chunks in order of first appearance; the numbers stay as texts go on.

    An open-addressing table in two NumPy arrays. Keys of chunks up to eight bytes are the bytes
    themselves; longer ones are hashed and then compared with the stored chunk (to the byte), so two
    chunks never share a number by accident.
    """

    def __init__(self) -> None:
        self._bits = 16
        self._slot_key = np.zeros(1 << self._bits, dtype=np.uint64)
        self._slot_id = np.full(1 << self._bits, -1, dtype=np.int32)
        self._keys = np.zeros(1024, dtype=np.uint64)
        self._heads = np.zeros(1024, dtype=np.uint64)
        self._tails = np.zeros(1024, dtype=np.uint64)
        self._lengths = np.zeros(1024, dtype=np.int64)
        self._strange: dict[bytes, int] = {}  # chunks whose key another chunk already has
        self.chunks: list[bytes] = []

    def __len__(self) -> int:
        return len(self.chunks)

    def number(self, raw: bytes) -> tuple[np.ndarray, np.ndarray, np.ndarray]:
        """Number the chunks of a text.

        Parameters
        ----------
        raw : bytes
            UTF-8.

        Returns
        -------
        (ids, start, length) : int32, int64, int64 arrays, one element per chunk; start in bytes
        """
        parts = []
        at, size = 0, len(raw)
        while at < size:
            cut = size if size - at <= _BLOCK else _next_separator(raw, at + _BLOCK)
            block = b"\n" + raw[at:cut] + _PADDING
            start, length = chunk_spans(block)
            if len(start):
                ids = self._look_up(block, start, length)
                start += at - 1
                parts.append((ids, start, length))
            at = cut
        if not parts:
            none = np.zeros(0, dtype=np.int64)
            return none.astype(np.int32), none, none
        ids, starts, lengths = zip(*parts, strict=True)
        return np.concatenate(ids), np.concatenate(starts), np.concatenate(lengths)

    def _look_up(self, block: bytes, start: np.ndarray, length: np.ndarray) -> np.ndarray:
        words = np.ndarray(shape=(len(block) - 7,), dtype="<u8", buffer=block, strides=(1,))
        keys = _Keys(words, start, length)
        slot = (keys.key * _MIX_1 >> np.uint64(64 - self._bits)).view(np.int64)
        ids = self._slot_id.take(slot)
        missing = np.flatnonzero((self._slot_key.take(slot) != keys.key) | (ids < 0))
        if len(missing):
            ids[missing] = self._probe(block, start, length, keys, missing)
        if len(keys.long):
            self._verify(block, start, length, keys, ids)
        return ids

    def _probe(
        self, block: bytes, start: np.ndarray, length: np.ndarray, keys: _Keys, missing: np.ndarray
    ) -> np.ndarray:
        """Walk on from an occupied slot; enter the keys that are new, in order of appearance."""
        wanted, back = np.unique(keys.key[missing], return_inverse=True)
        example = np.zeros(len(wanted), dtype=np.int64)
        example[back[::-1]] = missing[::-1]
        found = np.full(len(wanted), -1, dtype=np.int32)
        for i in np.argsort(example, kind="stable").tolist():
            at = example[i]
            found[i] = self._enter(int(wanted[i]), block[start[at] : start[at] + length[at]], keys, at)
        return found[back]

    def _enter(self, key: int, chunk: bytes, keys: _Keys, at: int) -> int:
        mask = (1 << self._bits) - 1
        slot = ((key * int(_MIX_1)) & 0xFFFFFFFFFFFFFFFF) >> (64 - self._bits)
        while self._slot_id[slot] >= 0:
            if int(self._slot_key[slot]) == key:
                return int(self._slot_id[slot])
            slot = (slot + 1) & mask
        number = self._new(chunk, key, keys, at)
        self._slot_key[slot], self._slot_id[slot] = key, number
        if 3 * len(self.chunks) > (1 << self._bits):
            self._grow()
        return number

    def _new(self, chunk: bytes, key: int, keys: _Keys, at: int) -> int:
        number = len(self.chunks)
        if number >= len(self._keys):
            self._keys, self._heads, self._tails, self._lengths = (
                np.concatenate([a, np.zeros_like(a)])
                for a in (self._keys, self._heads, self._tails, self._lengths)
            )
        self._keys[number], self._lengths[number] = key, len(chunk)
        if len(chunk) > 8:
            i = np.searchsorted(keys.long, at)
            self._heads[number], self._tails[number] = keys.head[i], keys.tail[i]
        self.chunks.append(chunk)
        return number

    def _verify(
        self, block: bytes, start: np.ndarray, length: np.ndarray, keys: _Keys, ids: np.ndarray
    ) -> None:
        """Compare long chunks with the stored ones; give those that only share a key their own number."""
        own, n = ids[keys.long], length[keys.long]
        differs = (
            (self._heads[own] != keys.head) | (self._tails[own] != keys.tail) | (self._lengths[own] != n)
        )
        # head, tail and length are the whole of a chunk of up to sixteen bytes; past that, look
        for i in np.flatnonzero(differs | (n > 16)).tolist():
            at = keys.long[i]
            chunk = block[start[at] : start[at] + length[at]]
            if self.chunks[own[i]] != chunk:
                number = self._strange.get(chunk)
                if number is None:
                    number = self._strange[chunk] = self._new(chunk, 0, keys, at)
                ids[at] = number

    def _grow(self) -> None:
        self._bits += 2
        self._slot_key = np.zeros(1 << self._bits, dtype=np.uint64)
        self._slot_id = np.full(1 << self._bits, -1, dtype=np.int32)
        mask = (1 << self._bits) - 1
        strange = set(self._strange.values())
        for number in range(len(self.chunks)):
            if number in strange:
                continue
            key = int(self._keys[number])
            slot = ((key * int(_MIX_1)) & 0xFFFFFFFFFFFFFFFF) >> (64 - self._bits)
            while self._slot_id[slot] >= 0:
                slot = (slot + 1) & mask
            self._slot_key[slot], self._slot_id[slot] = key, number


def _next_separator(raw: bytes, at: int) -> int:
    """The first separator at or after a position, so that no chunk is cut in two."""
    while at < len(raw):
        window = raw[at : at + 4096].translate(_IS_CHUNK).find(0)
        if window >= 0:
            return at + window
        at += 4096
    return len(raw)
