"""The word rule, once per different chunk: which tokens it has, where they stand, what is around them."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from .growing import Growing
from .plain import code_points, plain_words
from .words import TOKEN

if TYPE_CHECKING:
    from .vocabulary import Vocabulary

EMPTY = -1  # no punctuation on this side of a chunk
LEAD, TAIL, UNEVEN = 1, 2, 4  # what is odd about a chunk: marks before or after its words, or not one word
_LINE_END = 10


class ChunkWords:
    """The words of some chunks, by the word rule.

    Parameters
    ----------
    chunks : list of bytes

    Attributes
    ----------
    text : str
        All the chunks, a line end behind each.
    begin, stop : int64 arrays
        Where each chunk stands in it.
    extra : int64 array
        How many bytes each has more than characters.
    chunk, start, end : int64 arrays
        A row for each word, in order: the chunk it is of, and where it stands in the text.
    """

    def __init__(self, chunks: list[bytes]) -> None:
        raw = b"\n".join((*chunks, b""))
        self.text = raw.decode("utf-8", "surrogatepass")
        points = code_points(self.text)
        self.stop = np.flatnonzero(points == _LINE_END)
        self.begin = np.append(0, self.stop + 1)[:-1]
        raw_stop = np.flatnonzero(np.frombuffer(raw, dtype=np.uint8) == _LINE_END)
        self.extra = np.diff(raw_stop, prepend=-1) - np.diff(self.stop, prepend=-1)
        self.chunk, self.start, self.end = _cut(self.text, points, self.begin, self.stop)

    def words(self) -> list[str]:
        """Give the words as they are written."""
        text = self.text
        return [text[a:b] for a, b in zip(self.start.tolist(), self.end.tolist(), strict=True)]


class ChunkLayout:
    """What the word rule says of each different chunk, as arrays over chunk numbers.

    Parameters
    ----------
    vocabulary : Vocabulary

    Attributes
    ----------
    form, start, end : Growing
        The first token's form and place (characters from the chunk's beginning).
    count : Growing
        How many tokens the chunk has.
    lead, tail : Growing
        The gap text before its first and after its last token, or `EMPTY`. A chunk without tokens is all
        lead.
    extra : Growing
        How many bytes it has more than characters.
    odd : Growing
        `LEAD` + `TAIL` + `UNEVEN` as they hold; 0 for a bare word.
    first_later : Growing
        Where its further tokens begin in the columns that follow.
    later_form, later_start, later_end, later_gap : Growing
        A row for each token that is not the first of its chunk; `later_gap` stands before it.
    """

    def __init__(self, vocabulary: Vocabulary) -> None:
        self._vocabulary = vocabulary
        self.form, self.start, self.end, self.lead, self.tail = (Growing(np.int32) for _ in range(5))
        self.count, self.extra, self.first_later = (Growing(np.int64) for _ in range(3))
        self.odd = Growing(np.uint8)
        self.later_form, self.later_start, self.later_end, self.later_gap = (
            Growing(np.int32) for _ in range(4)
        )

    def update(self) -> None:
        """Apply the word rule to the chunks that are new."""
        chunks = self._vocabulary.table.chunks[len(self.count) :]
        if not chunks:
            return
        found = ChunkWords(chunks)
        self.extra.extend(found.extra)
        self._keep(found)

    def _keep(self, found: ChunkWords) -> None:
        """Enter the columns: the first word of each chunk, and apart from it the later ones."""
        text, begin, stop = found.text, found.begin, found.stop
        chunk, start, end = found.chunk, found.start, found.end
        form = np.array(self._vocabulary.form_numbers(found.words()), dtype=np.int32)
        count = np.bincount(chunk, minlength=len(stop))
        first = np.cumsum(count) - count
        is_later = np.append(False, chunk[1:] == chunk[:-1])[: len(chunk)]
        later = np.flatnonzero(is_later)
        # a chunk without words has the columns of whatever word comes next, which nobody asks for
        own_form, own_start, own_end = (np.append(column, 0)[first] for column in (form, start, end))
        has_words = count > 0
        lead = self._gaps(text, begin, np.where(has_words, own_start, stop))
        tail = self._gaps(text, np.where(has_words, np.append(end, 0)[first + count - 1], stop), stop)
        columns = (self.form, self.start, self.end, self.lead, self.tail, self.count)
        own = (own_form, own_start - begin, own_end - begin, lead, tail, count)
        for column, values in zip(columns, own, strict=True):
            column.extend(values)
        self.odd.extend(LEAD * (lead != EMPTY) + TAIL * (tail != EMPTY) + UNEVEN * (count != 1))
        n_later = np.maximum(count - 1, 0)
        self.first_later.extend(len(self.later_form) + np.cumsum(n_later) - n_later)
        inner = self._gaps(text, end[later - 1], start[later])
        # nothing at all stands between the two words of “H.R.It”
        inner[inner == EMPTY] = self._vocabulary.gap_number("")
        later_columns = (self.later_form, self.later_start, self.later_end, self.later_gap)
        at = begin[chunk[later]]
        for column, values in zip(
            later_columns, (form[later], start[later] - at, end[later] - at, inner), strict=True
        ):
            column.extend(values)

    def _gaps(self, text: str, start: np.ndarray, end: np.ndarray) -> np.ndarray:
        """Number what stands in some places; `EMPTY` where nothing does."""
        numbers = np.full(len(start), EMPTY, dtype=np.int32)
        some = np.flatnonzero(end > start)
        gaps = [text[a:b] for a, b in zip(start[some].tolist(), end[some].tolist(), strict=True)]
        different = {gap: self._vocabulary.gap_number(gap) for gap in dict.fromkeys(gaps)}
        numbers[some] = list(map(different.__getitem__, gaps))
        return numbers


def _cut(
    text: str, points: np.ndarray, begin: np.ndarray, stop: np.ndarray
) -> tuple[np.ndarray, np.ndarray, np.ndarray]:
    """Find the words of all chunks, in order: which chunk each is of, where it starts and ends."""
    chunk, start, end = plain_words(points, stop)
    other = np.ones(len(stop), dtype=bool)
    other[chunk] = False
    spans = [
        token.span()
        for a, b in zip(begin[other].tolist(), stop[other].tolist(), strict=True)
        for token in TOKEN.finditer(text, a, b)
    ]
    other_start, other_end = np.array(spans, dtype=np.int64).reshape(-1, 2).T
    start, end = np.append(start, other_start), np.append(end, other_end)
    order = np.argsort(start, kind="stable")
    start, end = start[order], end[order]
    return np.searchsorted(stop, start), start, end
