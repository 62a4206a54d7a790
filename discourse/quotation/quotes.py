"""The rows that quotations become, as parallel lists, and the voice of each token."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Final

import numpy as np

NARRATOR: Final = 0
DIRECT: Final = 1
INDIRECT: Final = 2
VOICES: Final = ("narrator", "direct", "indirect")


def stretches(first: Sequence[int], last: Sequence[int]) -> tuple[np.ndarray, np.ndarray]:
    """Give the tokens of some stretches (half open), and of which stretch each is.

    Examples
    --------
    >>> [column.tolist() for column in stretches([2, 7], [5, 8])]
    [[2, 3, 4, 7], [0, 0, 0, 1]]
    """
    begins = np.array(first, dtype=np.int64)
    lengths = np.array(last, dtype=np.int64) - begins
    number = np.repeat(np.arange(len(begins)), lengths)
    return np.arange(len(number)) + (begins - np.cumsum(lengths) + lengths)[number], number


@dataclass
class Quotes:
    """The quotations of a batch as parallel lists, sorted by position; see `find_quotations`.

    Attributes
    ----------
    doc : list of int
        Document number in the batch.
    start, end : list of int
        Characters in the batch's text, half open, marks included.
    first, last : list of int
        Tokens, half open.
    type : list of str
        "direct", "indirect" or "mixed" (a clause with a quotation in it).
    cue : list of str or None
        As written.
    cue_start, cue_end : list of int
        -1 where there is no cue.
    stance : list of str or None
        "neutral", "doubting" or "endorsing": the reporter's, by the choice of the cue.
    speaker : list of str or None
        Full name or description.
    speaker_start, speaker_end : list of int
        The mention beside the quotation, a pronoun too; -1 where there is none.
    source_kind : list of str
        "named", "anonymous", "institution", "document" or "none".
    source_role : list of str or None
        One of `roles.ROLES`.
    group : list of int
        Parts of one quotation share a number.
    warnings : list of (int, int, str)
        Document, character and what is wrong with a quotation mark there.
    voice : int8 array, one element per token
        0 narrator, 1 direct, 2 indirect.
    quote : int32 array, one element per token
        The row that a token lies in, -1 for none.
    """

    doc: list[int] = field(default_factory=list)
    start: list[int] = field(default_factory=list)
    end: list[int] = field(default_factory=list)
    first: list[int] = field(default_factory=list)
    last: list[int] = field(default_factory=list)
    type: list[str] = field(default_factory=list)
    cue: list[str | None] = field(default_factory=list)
    cue_start: list[int] = field(default_factory=list)
    cue_end: list[int] = field(default_factory=list)
    stance: list[str | None] = field(default_factory=list)
    speaker: list[str | None] = field(default_factory=list)
    speaker_start: list[int] = field(default_factory=list)
    speaker_end: list[int] = field(default_factory=list)
    source_kind: list[str] = field(default_factory=list)
    source_role: list[str | None] = field(default_factory=list)
    group: list[int] = field(default_factory=list)
    warnings: list[tuple[int, int, str]] = field(default_factory=list)
    voice: np.ndarray = field(default_factory=lambda: np.zeros(0, dtype=np.int8))
    quote: np.ndarray = field(default_factory=lambda: np.zeros(0, dtype=np.int32))

    def __len__(self) -> int:
        return len(self.start)
