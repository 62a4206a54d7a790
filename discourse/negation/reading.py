"""Each candidate read in its sentence: is it a cue, and what does it reach."""

from __future__ import annotations

from collections.abc import Callable

import numpy as np

from ..tokens import Tokens
from .clauses import Parts
from .sentence import Found, Sentence, stretches
from .tags import HARD, Tagger


def read_candidates(
    tokens: Tokens,
    tagger: Tagger,
    candidates: np.ndarray,
    find_cue: Callable[[Sentence, int], Found | None],
    scope: Callable[[Sentence, Found], Parts],
) -> list[int]:
    """Read the candidates of a batch.

    Parameters
    ----------
    tokens : Tokens
    tagger : Tagger
    candidates : int64 array
        Token numbers, ascending.
    find_cue : callable
        (sentence, place) → the cue there, None where the word negates nothing.
    scope : callable
        (sentence, cue) → the parts of its scope.

    Returns
    -------
    list of int
        Six numbers for each part of a scope: the cue's first token and the one behind its last, its kind, its inner
        characters, the part's first token and the one behind its last. A cue without a scope has one empty part.
    """
    flat: list[int] = []
    s = Sentence(tagger.shown(tokens.vocabulary), tokens.norm.tobytes(), tagger.read(tokens).tobytes())
    places: list[int] = candidates.tolist()
    begin = 0
    for offset, last, gap, n in zip(*stretches(tokens, tagger, candidates), strict=True):
        s.turn_to(offset, last, gap)
        behind = 0
        for k in range(begin, begin + n):
            i = places[k] - offset
            if i < behind:
                continue
            found = find_cue(s, i)
            if found is None:
                continue
            behind = found.last
            # "never, never": the last one has the scope
            is_repeated = s.words[behind] == s.words[i] and not s.tags[behind] & HARD
            parts: Parts = [] if is_repeated else scope(s, found)
            parts = [(first, stop) for first, stop in parts if first < stop] or [(behind, behind)]
            for first, stop in parts:
                flat += (found.first + offset, behind + offset, found.kind, found.inner)
                flat += (first + offset, stop + offset)
        begin += n
    return flat
