"""A sentence with a possible cue, unpacked from the columns; and what is found in it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from enum import IntEnum

import numpy as np

from ..tokens import Tokens

PAD = 4  # empty words on both sides, so that rules may look at neighbours without asking where the end is
REACH = 150  # tokens either side of a cue that are looked at in an overlong sentence


class Shape(IntEnum):
    """How a cue negates: what decides where its scope is looked for."""

    VERBAL = 0  # not, n't, never: the clause of its verb
    DETERMINER = 1  # no, nothing: the clause it stands in, or its phrase
    COORDINATE = 2  # nor, ni
    NEITHER = 3
    COMPLEMENT = 4  # without, avoid: what it governs
    PASSIVE = 5  # was averted: its subject
    INTERJECTION = 6  # No, …: the other speaker's words
    AFFIX = 7


@dataclass(slots=True)
class Found:
    """A cue, in places of its sentence; `inner` counts the characters of a cue at the end of its token."""

    first: int
    last: int
    kind: str
    shape: Shape
    inner: int = 0


@dataclass(slots=True)
class Sentence:
    """Words and tags of a sentence, or of a stretch of an overlong one, padded with `PAD` empty words.

    `low` and `high` are the places of its first word and behind its last; place + `offset` is the token.
    """

    words: list[str]
    tags: list[int]
    low: int
    high: int
    offset: int
    tokens: Tokens

    def is_capital(self, place: int) -> bool:
        """Say whether a word is written with a capital."""
        return self.tokens.text[int(self.tokens.start[place + self.offset])].isupper()


def sentences_with(tokens: Tokens, tags: np.ndarray, places: np.ndarray) -> Iterator[tuple[Sentence, list[int]]]:
    """Unpack each sentence that has candidates, with the candidates' places in it.

    Parameters
    ----------
    tokens : Tokens
    tags : int64 array
        See `Tagger.of`.
    places : int64 array
        Token indices of the candidates, ascending.

    Yields
    ------
    Sentence and list of places
    """
    norms = tokens.vocabulary.norms
    numbers = tokens.sentence[places]
    breaks = np.flatnonzero(numbers[1:] != numbers[:-1]) + 1
    starts = [0, *breaks.tolist(), len(places)]
    firsts = tokens.sentence_first[numbers].tolist()
    lasts = tokens.sentence_first[numbers + 1].tolist()
    listed = places.tolist()
    for a, b in zip(starts, starts[1:], strict=False):
        first, last = firsts[a], lasts[a]
        if last - first <= 2 * REACH:
            yield _unpack(tokens, tags, norms, first, last, listed[a:b])
        else:
            for place in listed[a:b]:
                yield _unpack(tokens, tags, norms, max(first, place - REACH), min(last, place + REACH), [place])


def _unpack(
    tokens: Tokens, tags: np.ndarray, norms: list[str], first: int, last: int, places: list[int]
) -> tuple[Sentence, list[int]]:
    words = ["", "", "", ""]
    words += map(norms.__getitem__, tokens.norm[first:last].tolist())
    words += ("", "", "", "")
    bits = [0, 0, 0, 0]
    bits += tags[first : last + 1].tolist()
    bits[-1] &= ~0xFFFFFFFF  # behind the last word stands a gap, not the next sentence's first word
    bits += (0, 0, 0)
    offset = first - PAD
    sentence = Sentence(words, bits, PAD, last - offset, offset, tokens)
    return sentence, [place - offset for place in places]
