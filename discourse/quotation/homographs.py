"""Spanish nouns that look like verbs of saying behind their article: la sentencia, la denuncia."""

from __future__ import annotations

from functools import lru_cache
from typing import Final

import numpy as np

from discourse.tokens import Tokens

from .bits import BREAK, CAPITAL, COORDINATOR, FINITE, PREPOSITION, PRESENT, SUBORDINATOR, VERB
from .cues import cue_table

_ARTICLES: Final = frozenset(("el", "la", "un", "una", "su"))
_BEFORE: Final = PREPOSITION | COORDINATOR | SUBORDINATOR | FINITE


@lru_cache(maxsize=1)
def noun_forms() -> frozenset[str]:
    """Give the forms of Spanish cues that may be nouns: in the present, in -a or -e."""
    return frozenset(
        word
        for word, bits in cue_table("es").words.items()
        if bits & VERB and bits & FINITE and word[-1] in "ae" and not word.endswith(("aba", "ara", "era"))
    )


def correct_nouns(tokens: Tokens, bits: np.ndarray, gaps: np.ndarray) -> None:
    """Take the verb from the bits of words behind an article that begins a noun phrase.

    Parameters
    ----------
    tokens : Tokens
        In Spanish.
    bits : int64 array
        Of all tokens; changed in place.
    gaps : int8 array
        The bits of the gaps.
    """
    vocabulary = tokens.vocabulary
    places = np.flatnonzero(vocabulary.norm_flags(noun_forms()).take(tokens.norm))
    places = places[(places > 0) & (tokens.gap.take(places) == 0)]
    article = places - 1
    places = places[vocabulary.norm_flags(_ARTICLES).take(tokens.norm.take(article))]
    article = places - 1
    begins = tokens.sentence_start.take(article) | (gaps.take(article) & BREAK != 0)
    begins |= bits.take(np.maximum(article - 1, 0)) & _BEFORE != 0
    places = places[begins & (bits.take(places) & CAPITAL == 0)]
    bits[places] &= ~(VERB | FINITE | PRESENT)
