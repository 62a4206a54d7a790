"""The word rule, once per different chunk: which tokens it has, where they stand, what is around them."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from .growing import Growing
from .words import APOSTROPHES, HYPHENS, TOKEN

if TYPE_CHECKING:
    from .vocabulary import Vocabulary

EMPTY = -1  # no punctuation on this side of a chunk
LEAD, TAIL, UNEVEN = 1, 2, 4  # what is odd about a chunk: marks before or after its words, or not one word
# Marks that never begin or end a word; one bare word between them needs no regular expression.
_AROUND_WORDS = ",.;:!?()[]{}<>\"'“”‘’«»„…¿¡—–-/*_"
_JOINS = str.maketrans(dict.fromkeys(APOSTROPHES + HYPHENS, "-"))


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
        texts = b"\n".join(chunks).decode("utf-8", "surrogatepass").split("\n")
        self.extra.extend([len(c) - len(t) for c, t in zip(chunks, texts, strict=True)])
        words: list[str] = []  # of all the chunks, in order
        starts: list[int] = []
        gaps: list[str] = []  # before each word inside its chunk, and after each chunk's last word
        counts: list[int] = []
        for text in texts:
            word = text.strip(_AROUND_WORDS)
            if word.isalnum() or _is_joined(word):  # nearly always: one plain word between marks
                start = 0 if len(word) == len(text) else text.index(word)
                words.append(word)
                starts.append(start)
                gaps += (text[:start], text[start + len(word) :])
                counts.append(1)
            else:
                counts.append(_cut(text, words, starts, gaps))
        self._keep(np.array(counts), words, np.array(starts, dtype=np.int32), self._number_gaps(gaps))

    def _number_gaps(self, gaps: list[str]) -> np.ndarray:
        different = {gap: self._vocabulary.gap_number(gap) if gap else EMPTY for gap in dict.fromkeys(gaps)}
        return np.array([different[gap] for gap in gaps], dtype=np.int32)

    def _keep(self, count: np.ndarray, words: list[str], start: np.ndarray, gap: np.ndarray) -> None:
        """Enter the columns: the first word of each chunk, and apart from it the later ones."""
        form = np.array(self._vocabulary.form_numbers(words), dtype=np.int32)
        end = start + np.array([len(word) for word in words], dtype=np.int32)
        last_gap = np.cumsum(count + 1) - 1
        lead, tail = gap[last_gap - count], np.where(count > 0, gap[last_gap], EMPTY)
        # a chunk without words has the columns of whatever word comes next, which nobody asks for
        first = np.cumsum(count) - count
        form, start, end = (np.append(column, 0) for column in (form, start, end))
        columns = (self.form, self.start, self.end, self.lead, self.tail, self.count)
        for column, values in zip(
            columns, (form[first], start[first], end[first], lead, tail, count), strict=True
        ):
            column.extend(values)
        later = np.ones(len(words), dtype=bool)
        later[first[count > 0]] = False
        row = np.flatnonzero(later)
        chunk = np.repeat(np.arange(len(count)), count)[row]
        n_later = np.maximum(count - 1, 0)
        self.first_later.extend(len(self.later_form) + np.cumsum(n_later) - n_later)
        inner = gap[row + chunk]
        # nothing at all stands between the two words of “H.R.It”
        inner[inner == EMPTY] = self._vocabulary.gap_number("")
        later_columns = (self.later_form, self.later_start, self.later_end, self.later_gap)
        for column, values in zip(later_columns, (form[row], start[row], end[row], inner), strict=True):
            column.extend(values)
        self.odd.extend(LEAD * (lead != EMPTY) + TAIL * (tail != EMPTY) + UNEVEN * (count != 1))


def _is_joined(word: str) -> bool:
    """Is it letters and digits, joined inside by hyphens and apostrophes: one token whatever the details."""
    return all(map(str.isalnum, word.translate(_JOINS).split("-")))


def _cut(text: str, words: list[str], starts: list[int], gaps: list[str]) -> int:
    """Cut any chunk by the word rule; add to the lists, and return how many words it has."""
    at, count = 0, 0
    for token in TOKEN.finditer(text):
        start, end = token.span()
        words.append(text[start:end])
        starts.append(start)
        gaps.append(text[at:start])
        at, count = end, count + 1
    gaps.append(text[at:])
    return count
