"""The chunks of a batch laid out as tokens: arrays only, with Python work for what is rare."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from .layout import EMPTY, LEAD, TAIL, UNEVEN

if TYPE_CHECKING:
    from .vocabulary import Vocabulary

_LINE_FEED, _RETURN = 10, 13


class Batch:
    """Where the tokens of a text stand, and what stands between them.

    Nearly all chunks are one token; `_uneven` are the others, `_later` the tokens that are not the first
    of their chunk.

    Parameters
    ----------
    vocabulary : Vocabulary
    raw : bytes
        The text in UTF-8.
    """

    def __init__(self, vocabulary: Vocabulary, raw: bytes) -> None:
        self._vocabulary, self._layout, self._raw = vocabulary, vocabulary.layout, raw
        self._ids, self._byte_start = vocabulary.table.number(raw)
        layout = self._layout
        layout.update()
        self._odd = layout.odd.values.take(self._ids)
        self._uneven = np.flatnonzero(self._odd & UNEVEN != 0)
        count = layout.count.values[self._ids[self._uneven]]
        counts = np.ones(len(self._ids), dtype=np.int64)
        counts[self._uneven] = count
        self._token_first = np.zeros(len(counts) + 1, dtype=np.int64)  # the token each chunk begins with
        np.cumsum(counts, out=self._token_first[1:])
        n_later = np.maximum(count - 1, 0)
        within = np.arange(n_later.sum()) - np.repeat(np.cumsum(n_later) - n_later, n_later)
        self._later = np.repeat(self._token_first[self._uneven] + 1, n_later) + within
        self._later_row = np.repeat(layout.first_later.values[self._ids[self._uneven]], n_later) + within
        self._later_chunk = np.repeat(self._uneven, n_later)
        self._wordless = self._uneven[count == 0]

    def __len__(self) -> int:
        return int(self._token_first[-1])

    def _spread(self, per_chunk: np.ndarray, later: np.ndarray) -> np.ndarray:
        """Give a column over tokens from one over chunks and one over the later tokens."""
        if not len(self._uneven):
            return per_chunk
        column = np.empty(len(self) + 1, dtype=per_chunk.dtype)
        column[self._token_first[:-1]] = per_chunk  # what a wordless chunk writes, the next one overwrites
        column[self._later] = later
        return column[:-1]

    def forms(self) -> np.ndarray:
        """Give the form of each token.

        Returns
        -------
        int32 array
        """
        layout = self._layout
        return self._spread(layout.form.values.take(self._ids), layout.later_form.values[self._later_row])

    def token_at(self, byte: np.ndarray) -> np.ndarray:
        """Give the first token at or after each of some places in the text that lie outside chunks.

        Parameters
        ----------
        byte : int64 array

        Returns
        -------
        int64 array
        """
        return self._token_first[np.searchsorted(self._byte_start, byte)]

    def offsets(self) -> tuple[np.ndarray, np.ndarray]:
        """Give where each token starts and ends, in characters.

        Returns
        -------
        (start, end) : two int64 arrays
        """
        layout, row, at = self._layout, self._later_row, self._byte_start
        if layout.extra.values.any():
            # white space is ASCII, so only chunks have characters of several bytes
            extra = layout.extra.values.take(self._ids)
            before = np.cumsum(extra)
            before -= extra
            at = at - before
        later_at = at[self._later_chunk]
        start = self._spread(
            at + layout.start.values.take(self._ids), later_at + layout.later_start.values[row]
        )
        end = self._spread(at + layout.end.values.take(self._ids), later_at + layout.later_end.values[row])
        return start, end

    def gaps(self) -> np.ndarray:
        """Number what stands before each token, and after the last.

        The text counts as if a blank line stood around it, as it does between documents.

        Returns
        -------
        int32 array, one element per token and one more
        """
        layout, joints = self._layout, self._vocabulary.joints
        gap = np.zeros(len(self) + 1, dtype=np.int32)
        gap[self._later] = layout.later_gap.values[self._later_row]
        white = self._white()
        marked = white != 0
        marked[:-1] |= self._odd & LEAD != 0
        marked[1:] |= self._odd & TAIL != 0
        marked[self._wordless + 1] = True
        place = np.flatnonzero(marked)  # before which chunk; the last place is after all of them
        tail, lead = (np.full(len(place), EMPTY, dtype=np.int32) for _ in range(2))
        begins, ends = int(np.searchsorted(place, 1)), int(np.searchsorted(place, len(self._ids)))
        tail[begins:] = layout.tail.values[self._ids[place[begins:] - 1]]
        lead[:ends] = layout.lead.values[self._ids[place[:ends]]]
        number = joints.join(joints.with_white(tail, white[place]), lead)
        token = self._token_first[place]
        gap[token] = number
        if len(self._wordless):
            # marks that stand alone (a dash, a bullet) are part of the one gap between two words
            last = np.flatnonzero(np.append(token[1:] != token[:-1], True))
            first = np.append(0, last[:-1] + 1)
            two = last == first + 1
            gap[token[last[two]]] = joints.join(number[first[two]], number[last[two]])
            for i in np.flatnonzero(last > first + 1).tolist():
                gap[token[last[i]]] = joints.join_all(number[first[i] : last[i] + 1].tolist())
        return gap

    def _white(self) -> np.ndarray:
        """Uint8 per place between chunks (n + 1): 0 no line end, 1 one, 2 more."""
        place = np.searchsorted(self._byte_start, _line_ends(self._raw))
        white = np.zeros(len(self._ids) + 1, dtype=np.uint8)
        white[place] = 1
        white[place[1:][place[1:] == place[:-1]]] = 2
        white[[0, -1]] = 2
        return white


def _line_ends(raw: bytes) -> np.ndarray:
    """Where the line ends of a text are: each line feed, and each carriage return without one."""
    byte = np.frombuffer(raw, dtype=np.uint8)
    feeds = np.flatnonzero(byte == _LINE_FEED)
    if b"\r" not in raw:
        return feeds
    returns = np.flatnonzero(byte == _RETURN)
    alone = returns[np.append(byte, 0)[returns + 1] != _LINE_FEED]
    return np.sort(np.concatenate([feeds, alone]))
