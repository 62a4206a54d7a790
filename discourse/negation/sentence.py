"""The sentences with a possible cue, unpacked from the columns; and what is found in them."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

import numpy as np

from ..tokens import Tokens
from .tags import Tagger

PAD: Final = (
    4  # empty words between sentences, so that rules may look at neighbours without asking where the end is
)
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


@dataclass
class Sentence:
    """A view that moves from sentence to sentence over the unpacked words.

    Attributes
    ----------
    words : list of str
        The words of all sentences unpacked, as far as rules know them by name, else "_"; `PAD` empty ones
        stand around each sentence.
    tags : list of int
        Their tags; behind a sentence's last word stand those of the gap there, with END.
    low, high : int
        Places of the sentence's first word and behind its last.
    """

    words: list[str]
    tags: list[int]
    low: int = 0
    high: int = 0


@dataclass
class Unpacked:
    """The sentences with candidates.

    Attributes
    ----------
    view : Sentence
        To be moved to each sentence by `low` and `high`, one number per sentence.
    offset : list of int
        Token number minus place, per sentence.
    candidates : list of int
        Places of all candidates.
    behind : list of int
        Per sentence, where its candidates end in `candidates`.
    """

    view: Sentence
    low: list[int]
    high: list[int]
    offset: list[int]
    candidates: list[int]
    behind: list[int]


def unpack(tokens: Tokens, tagger: Tagger, candidates: np.ndarray) -> Unpacked:
    """Unpack each sentence that has candidates; an overlong one in stretches.

    Parameters
    ----------
    tokens : Tokens
    tagger : Tagger
    candidates : int64 array
        Token numbers, ascending.

    Returns
    -------
    Unpacked
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

    lengths = last - first
    behind = np.cumsum(lengths + PAD)
    low = behind - lengths
    places = np.repeat(low - (np.cumsum(lengths) - lengths), lengths) + np.arange(lengths.sum())
    source = places - np.repeat(low - first, lengths)
    total = int(behind[-1]) + PAD
    forms, tags, names = (np.zeros(total, dtype=np.int64) for _ in range(3))
    forms[places], tags[places] = tokens.form.take(source), tagger.read(tokens).take(source)
    names[places] = tagger.names(tokens, source)
    tags[behind] = tagger.gaps_behind(tokens, last)

    per_sentence = np.diff(np.append(heads, len(candidates)))
    return Unpacked(
        view=Sentence(tagger.known.take(names).tolist(), tagger.listed(tokens, forms, tags)),
        low=low.tolist(),
        high=behind.tolist(),
        offset=(first - low).tolist(),
        candidates=(candidates - np.repeat(first - low, per_sentence)).tolist(),
        behind=np.cumsum(per_sentence).tolist(),
    )
