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
        words = [text.strip(_AROUND_WORDS) for text in texts]
        bare = [word.isalnum() or _is_joined(word) for word in words]
        forms = iter(
            self._vocabulary.form_numbers([w for w, is_bare in zip(words, bare, strict=True) if is_bare])
        )
        # one row per chunk: form, start, end, lead, tail, count
        rows: list[tuple[int, int, int, int, int, int]] = []
        for text, word, is_bare in zip(texts, words, bare, strict=True):
            if not is_bare:
                rows.append(self._read(text))
            elif len(word) == len(text):
                rows.append((next(forms), 0, len(text), EMPTY, EMPTY, 1))
            else:
                start = text.index(word)
                end = start + len(word)
                rows.append((next(forms), start, end, *self._around(text, start, end), 1))
        form, start, end, lead, tail, count = np.array(rows, dtype=np.int32).T
        columns = (self.form, self.start, self.end, self.lead, self.tail, self.count)
        for column, values in zip(columns, (form, start, end, lead, tail, count), strict=True):
            column.extend(values)
        n_later = np.maximum(count - 1, 0)
        self.first_later.extend(len(self.later_form) - n_later.sum() + np.cumsum(n_later) - n_later)
        self.odd.extend(LEAD * (lead != EMPTY) + TAIL * (tail != EMPTY) + UNEVEN * (count != 1))

    def _around(self, text: str, start: int, end: int) -> tuple[int, int]:
        """Number the marks before and after the words of a chunk."""
        gap_number = self._vocabulary.gap_number
        lead = gap_number(text[:start]) if start else EMPTY
        return lead, gap_number(text[end:]) if end < len(text) else EMPTY

    def _read(self, text: str) -> tuple[int, int, int, int, int, int]:
        """Give the row of any chunk; keep its later tokens."""
        gap_number, form_number = self._vocabulary.gap_number, self._vocabulary.form_number
        tokens = list(TOKEN.finditer(text))
        if not tokens:
            return 0, 0, 0, gap_number(text), EMPTY, 0
        first, *later = tokens
        start, end = first.span()
        form = form_number(first[0])
        at = end
        for token in later:
            self.later_form.append(form_number(token[0]))
            self.later_start.append(token.start())
            self.later_end.append(token.end())
            self.later_gap.append(gap_number(text[at : token.start()]))
            at = token.end()
        return form, start, end, *self._around(text, start, at), len(tokens)


def _is_joined(word: str) -> bool:
    """Is it letters and digits, joined inside by hyphens and apostrophes: one token whatever the details."""
    return all(map(str.isalnum, word.translate(_JOINS).split("-")))
