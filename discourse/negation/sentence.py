"""The sentences with a possible cue, as windows on the columns; and what is found in them."""

from __future__ import annotations

from typing import Final, NamedTuple

import numpy as np

from ..tokens import Tokens
from ..tokens.packed import Numbers, Words
from .tags import Tagger

LONG: Final = 300  # tokens; a sentence of more is read in stretches
STRETCH: Final = 200  # so long is each …
MARGIN: Final = 50  # … and so much on both sides of it is seen


# How a cue negates decides where its scope is looked for.
VERBAL: Final = 0  # not, n't, never: the clause of its verb
PHRASAL: Final = 1  # no, nothing: the clause its phrase stands in, or the phrase alone
COORDINATE: Final = 2  # nor, ni
COMPLEMENT: Final = 3  # without, avoid: what it governs
PASSIVE: Final = 4  # was averted: its subject
INTERJECTION: Final = 5  # No, …: the other speaker's words
LEXICALISED: Final = 6  # no proliferación: the word after it
EMPTY: Final = 7  # on the contrary

# kinds, in the order of their numbers
KINDS: Final = ("syntactic", "lexical", "affixal")
SYNTACTIC: Final = 0
LEXICAL: Final = 1
AFFIXAL: Final = 2


class Found:
    """A cue: its places in the sentence, its kind and shape, and how many characters at its token's end."""

    def __init__(self, first: int, last: int, kind: int, shape: int, inner: int = 0) -> None:
        self.first, self.last, self.kind, self.shape, self.inner = first, last, kind, shape, inner


class Sentence:
    """A view that moves from sentence to sentence; its places are counted from where the sentence begins.

    Attributes
    ----------
    words : Words
        Words as far as rules know them by name, else "_"; beyond the sentence empty.
    tags : Numbers
        Their tags; behind the last word stand those of the gap there, with END, beyond it none.
    low, high : int
        Places of the first word, always 0, and behind the last.
    """

    def __init__(self, shown: list[str], norms: bytes, tags: bytes) -> None:
        self._shown, self._norms, self._tags = shown, norms, tags
        self.low, self.high = 0, 0
        self.turn_to(0, 0, 0)

    def turn_to(self, first: int, last: int, behind: int) -> None:
        """Move to some tokens, half open, with the tags of the gap behind them."""
        self.high = last - first
        self.words = Words(self._shown, self._norms, first, self.high)
        self.tags = Numbers(self._tags, False, first, self.high, behind)


class Stretches(NamedTuple):
    """The sentences with candidates, or parts of overlong ones.

    Attributes
    ----------
    first, last : list of int
        Tokens of each, half open.
    behind : list of int
        Tags of the gap behind each.
    n_candidates : list of int
        How many candidates each has.
    """

    first: list[int]
    last: list[int]
    behind: list[int]
    n_candidates: list[int]


def stretches(tokens: Tokens, tagger: Tagger, candidates: np.ndarray) -> Stretches:
    """Find the sentence of each candidate; an overlong one is read in stretches.

    Parameters
    ----------
    tokens : Tokens
    tagger : Tagger
    candidates : int64 array
        Token numbers, ascending.

    Returns
    -------
    Stretches
    """
    numbers = tokens.sentence[candidates]
    first, last = tokens.sentence_first[numbers], tokens.sentence_first[numbers + 1]
    is_long = last - first > LONG
    stretch = np.where(is_long, (candidates - first) // STRETCH, 0)
    begin = first + stretch * STRETCH
    first = np.where(is_long, np.maximum(first, begin - MARGIN), first)
    last = np.where(is_long, np.minimum(last, begin + STRETCH + MARGIN), last)
    is_new = np.append(True, (numbers[1:] != numbers[:-1]) | (stretch[1:] != stretch[:-1]))
    heads = np.flatnonzero(is_new)
    first, last = first[heads], last[heads]
    return Stretches(
        first.tolist(),
        last.tolist(),
        tagger.gaps_behind(tokens, last).tolist(),
        np.diff(np.append(heads, len(candidates))).tolist(),
    )
