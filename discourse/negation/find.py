"""Negation cues and their scopes on token columns."""

from __future__ import annotations

from collections.abc import Callable
from functools import lru_cache
from typing import Final, NamedTuple

import numpy as np

from ..collector import resting
from ..errors import UsageError
from ..match import Cues
from ..tokens import Tokens
from . import english, english_cues, english_scope, spanish, spanish_cues, spanish_scope
from .affixes import english_affix, spanish_affix
from .clauses import Parts
from .reading import read_candidates
from .sentence import AFFIXAL, KINDS, Found, Sentence
from .tags import AFFIXED, CUE, Tagger


class Language(NamedTuple):
    """What finding negation needs of a language."""

    tagger: Tagger
    find_cue: Callable[[Sentence, int], Found | None]
    scope: Callable[[Sentence, Found], Parts]
    affix: Callable[[str], tuple[int, int] | None]


LANGUAGES: Final = {
    "en": Language(
        english.TAGGER, english_cues.find_cue, english_scope.scope, lru_cache(maxsize=1 << 14)(english_affix)
    ),
    "es": Language(
        spanish.TAGGER, spanish_cues.find_cue, spanish_scope.scope, lru_cache(maxsize=1 << 14)(spanish_affix)
    ),
}


def language_of(tokens: Tokens) -> Language:
    """Give what is known of the language of a batch."""
    if tokens.language not in LANGUAGES:
        raise UsageError(f"Negation: language '{tokens.language}' is not supported; supported are en, es.")
    return LANGUAGES[tokens.language]


def find_negation(tokens: Tokens, sentences: np.ndarray | None = None) -> Cues:
    """Find the negation cues of a batch and what they negate.

    Parameters
    ----------
    tokens : Tokens
    sentences : bool array, one element per sentence, optional
        Those that are wanted; all where None.

    Returns
    -------
    Cues
        One row per cue and part of its scope, kinds syntactic, lexical, affixal. A cue that negates nothing
        in its sentence (*No, sir*) has one row with an empty scope.

    Examples
    --------
    >>> from discourse.tokens import tokenize
    >>> tokens = tokenize(["We do not want war, and he refused to fight."])
    >>> cues = find_negation(tokens)
    >>> [tokens.text[a:b] for a, b in zip(cues.start, cues.end)]
    ['not', 'not', 'refused']
    >>> [tokens.text[a:b] for a, b in zip(cues.scope_start, cues.scope_end)]
    ['We do', 'want war', 'to fight']

    References
    ----------
    Morante, R. & Daelemans, W. (2012). ConanDoyle-neg: Annotation of negation in Conan Doyle stories.
    Proceedings of LREC 2012.
    """
    language = language_of(tokens)
    with resting():
        rows = _cue_rows(tokens, language, sentences)
    affixal = _affix_rows(tokens, language, sentences)
    if len(affixal):
        rows = np.concatenate([rows, affixal]) if len(rows) else affixal
        rows = rows[np.lexsort((rows[:, 6], rows[:, 1], rows[:, 0]))]
    if not len(rows):
        return Cues.empty()
    start, end, first, last, kind, scope_first, scope_last, scope_start, scope_end = rows.T
    is_new = np.ones(len(rows), dtype=bool)
    is_new[1:] = (start[1:] != start[:-1]) | (end[1:] != end[:-1])
    return Cues(
        cue=(np.cumsum(is_new) - 1).astype(np.int32),
        start=start,
        end=end,
        first=first,
        last=last,
        kind=np.array(KINDS, dtype=object)[kind],
        scope_first=scope_first,
        scope_last=scope_last,
        scope_start=scope_start,
        scope_end=scope_end,
    )


def _cue_rows(tokens: Tokens, language: Language, sentences: np.ndarray | None) -> np.ndarray:
    """One row per cue and scope part: start, end, first, last, kind, scope tokens, scope characters."""
    candidates = _within(tokens, sentences, language.tagger.places(tokens, CUE))
    if not len(candidates):
        return np.zeros((0, 9), dtype=np.int64)
    flat = read_candidates(tokens, language.tagger, candidates, language.find_cue, language.scope)
    if not flat:
        return np.zeros((0, 9), dtype=np.int64)
    first, last, kind, inner, scope_first, scope_last = np.array(flat, dtype=np.int64).reshape(-1, 6).T
    end = tokens.end[last - 1]
    start = np.where(inner > 0, end - inner, tokens.start[first])
    is_empty = scope_first == scope_last
    scope_start = np.where(is_empty, end, tokens.start[np.minimum(scope_first, len(tokens) - 1)])
    scope_end = np.where(is_empty, end, tokens.end[np.maximum(scope_last - 1, 0)])
    # a scope that ends in the cue's own token ends where the cue begins: do|n't
    scope_end = np.where((inner > 0) & (scope_last == last) & ~is_empty, start, scope_end)
    return np.stack([start, end, first, last, kind, scope_first, scope_last, scope_start, scope_end], axis=1)


def _within(tokens: Tokens, sentences: np.ndarray | None, places: np.ndarray) -> np.ndarray:
    """The places that lie in wanted sentences."""
    return places if sentences is None else places[sentences[tokens.sentence[places]]]


def _affix_rows(tokens: Tokens, language: Language, sentences: np.ndarray | None) -> np.ndarray:
    """One row per negative affix; its scope is the rest of its word."""
    places = _within(tokens, sentences, language.tagger.places(tokens, AFFIXED, without=CUE))
    different, back = np.unique(tokens.norm[places], return_inverse=True)
    norms = tokens.vocabulary.norms
    found = [language.affix(norms[n]) for n in different.tolist()]
    spans = np.array(found, dtype=np.int64).reshape(-1, 2)[back]
    # a norm may be shorter than its word (possessive 's), never shifted
    start, end = tokens.start[places], tokens.end[places]
    is_prefix = spans[:, 0] == 0
    cue_start, cue_end = start + spans[:, 0], start + spans[:, 1]
    scope_start, scope_end = np.where(is_prefix, cue_end, start), np.where(is_prefix, end, cue_start)
    columns = (cue_start, cue_end, places, places + 1, np.full(len(places), AFFIXAL), places, places + 1)
    return np.stack([*columns, scope_start, scope_end], axis=1)
