"""White-space chunks of a text as numbers: the first step, and the one that must be fast.

A text is mostly repetition. Cut at white space, a hundred megabytes of speeches hold sixteen million
chunks ("peace," "war." "the") but only some 150,000 different ones. So each chunk gets a number here,
with NumPy alone, and everything that needs thought happens once per *different* chunk.
"""

from __future__ import annotations

import re

import numpy as np

from .growing import Growing
from .keys import KeyTable, home

# The space, line ends, tabs and the other control characters up to it separate chunks. NUL does, too, so that
# padding with zeros keeps short keys exact.
_SPACE = 32
_SEPARATOR = re.compile(rb"[\x00-\x20]")
_PADDING = b"\n" * 16
_MASKS = np.array([(1 << (8 * n)) - 1 for n in range(9)], dtype=np.uint64)
_MIX_1, _MIX_2, _MIX_3 = (np.uint64(c) for c in (0x9E3779B97F4A7C15, 0xC2B2AE3D27D4EB4F, 0xFF51AFD7ED558CCD))
_NEVER_UTF8 = np.uint64(0xFF << 56)
_BLOCK = 1 << 19  # bytes looked at together: what fits the cache
_HOT_BITS = 16  # slots for the commonest chunks, few enough to stay in memory near the processor


def chunk_spans(raw: bytes | memoryview) -> tuple[np.ndarray, np.ndarray]:
    """Find the white-space chunks of UTF-8 bytes that begin and end with a separator.

    Parameters
    ----------
    raw : bytes or memoryview

    Returns
    -------
    (start, length) : two int64 arrays, in bytes
    """
    stop = np.flatnonzero(np.frombuffer(raw, dtype=np.uint8) <= _SPACE)
    length = np.diff(stop)
    length -= 1
    start = stop[:-1]
    if not length.all():
        some = np.flatnonzero(length)
        start, length = start[some], length[some]
    return start + 1, length


def hash_long(head: np.ndarray, tail: np.ndarray, length: np.ndarray) -> np.ndarray:
    """Hash chunks of more than eight bytes; equal chunks have equal hashes, and others rarely do.

    Parameters
    ----------
    head, tail : uint64 arrays
        The first and the last eight bytes.
    length : int64 array

    Returns
    -------
    uint64 array
    """
    mixed = tail * _MIX_1
    mixed ^= mixed >> np.uint64(29)
    mixed += length.view(np.uint64) * _MIX_2
    mixed ^= head
    mixed *= _MIX_3
    return mixed


class _Block:
    """A stretch of text between two separators, with its chunks and what tells them apart.

    `key` is the chunk itself, padded with zeros, up to eight bytes, else a hash; the last byte of a hash
    is one that UTF-8 never has, so that it is never taken for a short chunk. `long` are the chunks that
    have a hash, `head` and `tail` their first and last eight bytes, `n` how many they are.

    Parameters
    ----------
    raw : bytes
        Goes on for eight bytes behind the block.
    at, cut : int
        Where the two separators stand in it.
    """

    def __init__(self, raw: bytes, at: int, cut: int) -> None:
        self._raw, self._at = raw, at
        self.start, self.length = chunk_spans(memoryview(raw)[at : cut + 1])
        # every eight bytes in a row as one number, at every offset
        self._words = np.ndarray(shape=(cut + 1 - at,), dtype="<u8", buffer=raw, offset=at, strides=(1,))
        self.key = self._words[self.start]
        self.long = np.flatnonzero(self.length > 8)
        self.head, self.n = self.key[self.long], self.length[self.long]
        self.tail = self._words[self.start[self.long] + self.n - 8]
        self.key &= _MASKS.take(self.length, mode="clip")
        self.key[self.long] = hash_long(self.head, self.tail, self.n) | _NEVER_UTF8

    def parts(self, places: np.ndarray) -> tuple[np.ndarray, np.ndarray, np.ndarray]:
        """Give the first, the second and the last eight bytes of some chunks; anything for shorter ones."""
        start, length = self.start[places], self.length[places]
        words = self._words
        return words[start], words[start + np.minimum(length, 8)], words[start + np.maximum(length - 8, 0)]

    def chunks(self, places: np.ndarray) -> list[bytes]:
        """Give the bytes of some chunks."""
        begin = self.start[places] + self._at
        spans = zip(begin.tolist(), (begin + self.length[places]).tolist(), strict=True)
        return [self._raw[a:b] for a, b in spans]


class ChunkTable:
    """Number the different chunks of a run of texts; the numbers stay as texts go on.

    A hash table, searched for all chunks of a block at once, behind a small one of the commonest chunks. Keys
    of chunks up to eight bytes are the bytes themselves; longer ones are hashed and then compared with the
    stored chunk, so two chunks never share a number by accident.

    Attributes
    ----------
    chunks : list of bytes
        Chunk number → the chunk.
    """

    def __init__(self) -> None:
        self.chunks: list[bytes] = []
        self._numbers = KeyTable()  # no chunk has the key 0
        self._hot_key = np.zeros(1 << _HOT_BITS, dtype=np.uint64)
        self._hot_id = np.zeros(1 << _HOT_BITS, dtype=np.int32)
        # per chunk
        self._head_of, self._middle_of, self._tail_of = (Growing(np.uint64) for _ in range(3))
        self._length_of = Growing(np.int64)
        self._strange: dict[bytes, int] = {}  # chunks whose key another chunk already has

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
        parts = [(np.zeros(0, np.int32), np.zeros(0, np.int64))]
        padded = b"".join((b"\n", raw, _PADDING))
        at = 0
        while at < len(raw):
            cut = _next_separator(padded, min(at + _BLOCK, len(raw)) + 1)
            block = _Block(padded, at, cut)
            parts.append((self._look_up(block), block.start + (at - 1)))
            at = cut
        ids, start = (np.concatenate(column) for column in zip(*parts, strict=True))
        return ids, start

    def _look_up(self, block: _Block) -> np.ndarray:
        slot = home(block.key, _HOT_BITS)
        ids = self._hot_id.take(slot)
        missing = np.flatnonzero(self._hot_key.take(slot) != block.key)
        if len(missing):
            ids[missing] = self._search(block, missing)
        if len(block.long):
            self._verify(block, ids)
        return ids

    def _search(self, block: _Block, missing: np.ndarray) -> np.ndarray:
        """Find keys in the whole table; number those that are new."""
        key = block.key[missing]
        found = self._numbers.find(key)
        fresh = np.flatnonzero(found < 0)
        if len(fresh):
            different, example, back = np.unique(key[fresh], return_index=True, return_inverse=True)
            found[fresh] = self._enter(block, missing[fresh[example]], different)[back]
        return found

    def _enter(self, block: _Block, examples: np.ndarray, key: np.ndarray) -> np.ndarray:
        """Give new chunks their numbers, in order of appearance, and a slot each."""
        order = np.argsort(examples)
        numbers = np.empty(len(key), dtype=np.int32)
        numbers[order] = self._store(block, examples[order])
        self._numbers.add(key, numbers)
        # who comes first stays in the hot slots: common words come early
        slot = home(key[order], _HOT_BITS)[::-1]
        free = np.flatnonzero(self._hot_key[slot] == 0)
        self._hot_key[slot[free]] = key[order][::-1][free]
        self._hot_id[slot[free]] = numbers[order][::-1][free]
        return numbers

    def _store(self, block: _Block, examples: np.ndarray) -> np.ndarray:
        """Keep the chunks themselves; return their numbers."""
        first = len(self.chunks)
        self.chunks += block.chunks(examples)
        columns = (self._head_of, self._middle_of, self._tail_of)
        for column, part in zip(columns, block.parts(examples), strict=True):
            column.extend(part)
        self._length_of.extend(block.length[examples])
        return np.arange(first, len(self.chunks), dtype=np.int32)

    def _verify(self, block: _Block, ids: np.ndarray) -> None:
        """Compare long chunks with the stored ones; give those that only share a key their own number."""
        own = ids[block.long].astype(np.int64)
        differs = self._head_of.values.take(own) != block.head
        differs |= self._tail_of.values.take(own) != block.tail
        differs |= self._length_of.values.take(own) != block.n
        # head, tail and length are the whole of a chunk of up to sixteen bytes, with the middle one of 24
        longer = np.flatnonzero(block.n > 16)
        if len(longer):
            _, middle, _ = block.parts(block.long[longer])
            differs[longer] |= (self._middle_of.values[own[longer]] != middle) | (block.n[longer] > 24)
        doubtful = np.flatnonzero(differs)
        for i, chunk in zip(doubtful.tolist(), block.chunks(block.long[doubtful]), strict=True):
            at = block.long[i]
            if self.chunks[own[i]] != chunk:
                if chunk not in self._strange:
                    self._strange[chunk] = int(self._store(block, block.long[i : i + 1])[0])
                ids[at] = self._strange[chunk]


def _next_separator(raw: bytes, at: int) -> int:
    """The first separator at or after a position, so that no chunk is cut in two; there is one."""
    return next(_SEPARATOR.finditer(raw, at)).start()
