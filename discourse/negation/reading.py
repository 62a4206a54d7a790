"""Each candidate of the unpacked sentences read in its context: is it a cue, and what does it reach."""

from __future__ import annotations

from collections.abc import Callable

from .clauses import Parts
from .sentence import Found, Sentence, Unpacked
from .tags import HARD


def read_candidates(
    unpacked: Unpacked,
    find_cue: Callable[[Sentence, int], Found | None],
    scope: Callable[[Sentence, Found], Parts],
) -> list[int]:
    """Read the candidates of a batch.

    Parameters
    ----------
    unpacked : Unpacked
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
    s, candidates, begin = unpacked.view, unpacked.candidates, 0
    for low, high, offset, stop in zip(
        unpacked.low, unpacked.high, unpacked.offset, unpacked.behind, strict=True
    ):
        s.low, s.high, behind = low, high, 0
        for k in range(begin, stop):
            i = candidates[k]
            if i < behind:
                continue
            found = find_cue(s, i)
            if found is None:
                continue
            behind = found.last
            # "never, never": the last one has the scope
            is_repeated = s.words[behind] == s.words[i] and not s.tags[behind] & HARD
            parts: Parts = [] if is_repeated else scope(s, found)
            parts = [(first, last) for first, last in parts if first < last] or [(behind, behind)]
            for first, last in parts:
                flat += (found.first + offset, behind + offset, found.kind, found.inner)
                flat += (first + offset, last + offset)
        begin = stop
    return flat
