"""Which tokens are negated: repeated cues count once, a true double negation cancels itself."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

import numpy as np

from ..match import Cues
from ..tokens import Tokens
from .affixes import NOT_GRADABLE
from .find import language_of
from .tags import (
    ADVERB,
    BE,
    COORDINATOR,
    DETERMINER,
    FINITE,
    MAYBE_SUBJECT,
    MENTAL,
    OPENER,
    PREDICATE,
    PREPOSITION,
    SPEECH,
    SUBORDINATOR,
    THAT,
    VERB,
)

# Spanish: after a negation these repeat it, and "en" of "en absoluto"
_CONCORD: Final = frozenset(
    "nada nadie ningún ninguno ninguna ningunos ningunas nunca jamás tampoco ni en".split()
)
# "nobody who did not suffer": everybody suffered
_ABSOLUTE: Final = {
    "en": frozenset("no nobody none nothing never".split()),
    "es": frozenset("nadie ningún ninguno ninguna nada".split()),
}
# what is not doubted is so, and what it is no secret that
_DOUBT: Final = frozenset("doubt doubts doubted duda dudas dudo dudamos dudan dudar".split())
_SECRET: Final = frozenset("secret question secreto".split())
_CLAUSE: Final = frozenset(("that", "que"))
# what is denied of "that …" is denied of what follows: "I do not think that …", "it is not true that …"
_TRANSPARENT: Final = frozenset(
    "think thinks thought believe believes believed suppose imagine expect true false case mean means fact"
    " creo creemos cree creen pienso pensamos piensa cierto verdad significa es era".split()
)
_AGAIN: Final = frozenset(("not", "never"))
_WITHOUT: Final = frozenset(("without", "sin"))
# under a bare "no" only these cancel it: "no insignificant role"; but "no undeclared war" is no war
_SLIGHT: Final = frozenset("unimportant insignificant inconsiderable uncertain incidental".split())
_BETWEEN: Final = ADVERB | DETERMINER | BE | FINITE
_NEAR: Final = 4  # words between a negation and the adjective that cancels it: "not (at all an) impossible"


def negated(tokens: Tokens, cues: Cues) -> np.ndarray:
    """Say for each token whether it is, or lies in the scope of, a syntactic or lexical negation cue.

    Parameters
    ----------
    tokens : Tokens
    cues : Cues
        What `find_negation` gave for these tokens.

    Returns
    -------
    bool array, one element per token
        Cues that repeat one another (*never, never*; *no … nada*) count once. Where one negation lies under
        another of the same statement (*not without hope*, *cannot prevent war*, *not impossible*, *no doubt
        that*), what both reach is not negated.

    Examples
    --------
    >>> from discourse.negation import find_negation
    >>> from discourse.tokens import tokenize
    >>> tokens = tokenize(["Peace, yes. War, no. Never, never war. He never fails to negotiate."])
    >>> flags = negated(tokens, find_negation(tokens))
    >>> [tokens.word(i) for i in np.flatnonzero(flags)]
    ['war', 'no', 'never', 'never', 'war', 'he', 'never', 'fails']
    """
    own = cues.kind != "affixal"
    flags = _covered(len(tokens), cues.scope_first[own], cues.scope_last[own])
    for begin, end, is_negated in _nested(tokens, cues, own):
        flags[begin:end] = is_negated
    first, last = cues.first[own], cues.last[own]
    for k in range(int((last - first).max(initial=0))):
        flags[(first + k)[first + k < last]] = True
    return flags


def _covered(n: int, first: np.ndarray, last: np.ndarray) -> np.ndarray:
    """Say for each of `n` tokens whether a span covers it."""
    change = np.bincount(first, minlength=n + 1) - np.bincount(last, minlength=n + 1)
    return np.cumsum(change[:n]) > 0


def _nested(tokens: Tokens, cues: Cues, own: np.ndarray) -> Iterator[tuple[int, int, bool]]:
    """Give the spans that lie under two negations or more, and whether what is in them is negated."""
    rows = np.flatnonzero(own)
    if not len(rows):
        return
    is_new = np.diff(cues.cue[rows]) != 0
    head, tail = (
        rows[np.append(True, is_new)],
        rows[np.append(is_new, True)],
    )  # first and last row of each cue
    first, last = cues.first[head], cues.last[head]
    reach = np.where(cues.scope_first[tail] >= last, cues.scope_last[tail], last)
    grammar = _Between(tokens)
    level = np.ones(len(head), dtype=np.int64)
    is_inner = np.append(False, first[1:] < np.maximum.accumulate(reach)[:-1])
    for inner in np.flatnonzero(is_inner).tolist():
        outer = inner - 1
        while reach[outer] <= first[inner]:
            outer -= 1
        kind = cues.kind[head[inner]]
        relation = grammar.relation(int(first[outer]), int(last[outer]), int(first[inner]), kind)
        level[inner] = level[outer] + relation if relation >= 0 else 1
        if relation:
            for row in range(int(head[inner]), int(tail[inner]) + 1):
                yield int(cues.scope_first[row]), int(cues.scope_last[row]), bool(level[inner] % 2)
    yield from grammar.cancelled(cues, last, reach, level)


class _Between:
    """What stands between two negations says how they relate."""

    def __init__(self, tokens: Tokens) -> None:
        self._tokens = tokens
        self._norm = tokens.norm.data
        self._tags = language_of(tokens).tagger.by_norm(tokens.vocabulary).data
        self._norms = tokens.vocabulary.norms

    def _words(self, first: int, last: int) -> tuple[list[str], list[int]]:
        norms: list[int] = self._norm[first:last].tolist()
        return [self._norms[n] for n in norms], [self._tags[n] for n in norms]

    def relation(self, outer: int, first: int, last: int, kind: str) -> int:
        """Say whether the cue at `last` repeats (0) or cancels (1) that at `outer`, or stands alone (-1)."""
        words, tags = self._words(first, last + 1)
        word = words.pop()
        tags.pop()
        if tags and (tags[0] & COORDINATOR or (len(tags) == 1 and tags[0] & FINITE and word in _AGAIN)):
            return 0  # "cannot and will not yield", "would not, could not yield"
        openers = [k for k, tag in enumerate(tags) if tag & OPENER and not tag & PREPOSITION]
        if not openers:
            if kind == "lexical" or word in _WITHOUT:
                return 1
            if word in _CONCORD:
                return 0
            if any(t & (MENTAL | SPEECH) and w not in _TRANSPARENT for w, t in zip(words, tags, strict=True)):
                return -1  # "did not say they would not come"
            return 1 if any(tag & (PREDICATE | BE) for tag in tags) else 0
        opener = openers[0]
        if kind == "lexical" or word in _WITHOUT or tags[opener] & SUBORDINATOR:
            return -1
        if self._tokens.word(outer) in _ABSOLUTE[self._tokens.language] and opener <= 6:
            return 1
        # "it is not that we do not want it"
        is_transparent = words[opener - 1] in _TRANSPARENT if opener else self._tokens.word(outer) in _AGAIN
        return 1 if tags[opener] & THAT and is_transparent else -1

    def cancelled(
        self, cues: Cues, last: np.ndarray, reach: np.ndarray, level: np.ndarray
    ) -> Iterator[tuple[int, int, bool]]:
        """Find "not impossible", "no doubt that": from there to the end of the scope nothing is negated."""
        norm, flags = self._tokens.norm, self._tokens.vocabulary.norm_flags
        affixed = cues.first[cues.kind == "affixal"]
        has_affix = np.zeros(len(norm), dtype=bool)
        has_affix[affixed] = ~flags(NOT_GRADABLE)[norm[affixed]]
        # one row per cue: the few words behind it
        behind = last[:, None] + np.arange(_NEAR + 1)
        is_within, behind = behind < reach[:, None], np.minimum(behind, len(norm) - 1)
        words = norm[behind]
        doubt = flags(_DOUBT)[words[:, :-1]] | (flags(_SECRET)[words[:, :-1]] & flags(_CLAUSE)[words[:, 1:]])
        cancels = (doubt | has_affix[behind[:, :-1]]) & is_within[:, :-1]
        for k in np.flatnonzero(cancels.any(axis=1)).tolist():
            step = int(cancels[k].argmax())
            near = int(last[k]) + step
            if not step and not doubt[k, 0] and self._is_bare(int(last[k]) - 1, near):
                continue
            tags = self._words(int(last[k]), near)[1]
            may_stand = _BETWEEN | (VERB | MAYBE_SUBJECT) * bool(doubt[k, step])  # no cabe, no one
            if all(tag & may_stand for tag in tags):
                yield near, int(reach[k]), bool((level[k] + 1) % 2)

    def _is_bare(self, cue: int, adjective: int) -> bool:
        """A determiner right before an adjective that is not about how much: "no undeclared war"."""
        words = self._words(cue, adjective + 1)[0]
        return words[0] == "no" and self._tokens.language == "en" and words[-1] not in _SLIGHT
