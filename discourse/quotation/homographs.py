"""Words that look like others: Spanish nouns like verbs (la sentencia, la denuncia), names like auxiliaries (Will, May)."""

from __future__ import annotations

from functools import lru_cache
from typing import Final

import numpy as np

from discourse.tokens import Tokens
from discourse.tokens.structure import HEADING

from .bits import (
    ADVERB,
    AUXILIARY,
    BE,
    BREAK,
    CAPITAL,
    COMMA,
    COORDINATOR,
    DETERMINER,
    ED,
    FINITE,
    GERUND,
    MODAL,
    NOUN,
    OWNER,
    PAREN,
    PAST,
    PLURAL,
    POSSESSIVE,
    PREPOSITION,
    PRESENT,
    SHOUTED,
    STOP,
    SUBJECT,
    SUBORDINATOR,
    TIME,
    VERB,
)
from .cues import cue_table
from .roles_en import ENGLISH

_KEEPS: Final = frozenset("keep keeps kept".split())
_ARTICLES: Final = frozenset(("el", "la", "un", "una", "su"))
_BEFORE_SAYINGS: Final = frozenset(  # adjectives that stand before a noun in Spanish: la reiterada denuncia
    """
        última primera segunda tercera enésima nueva misma propia única reiterada repetida insistente constante continua
        permanente creciente habitual reciente inmediata posterior presunta supuesta falsa grave dura firme clara seria severa
        contundente rotunda rotundo histórica gran vieja antigua simple mera pura verdadera posible eventual amplia sonora
        airada enérgica tajante velada temprana tardía pública nuevo último primer
    """.split()
)
_FINITE_NOUNS: Final = frozenset(
    """
        will might must needs means works lives faces leads looks stands lies helps runs costs matters leaves wants
        supports cost cut set hit
    """.split()
)
_BEFORE_NOUNS: Final = frozenset(
    """
        the a an his its their our my your no such political popular own free good collective common necessary basic
        special daily young human
    """.split()
)
_MODAL_NAMES: Final = ("will", "may")
MAY: Final = frozenset(("may",))
_HONORIFICS: Final = ("mr", "mrs", "ms", "miss")
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
    places = places[(places > 0) & (tokens.plain_gap.take(places) == 0)]
    articles = vocabulary.norm_flags(_ARTICLES)
    behind = articles.take(tokens.norm.take(places - 1))
    before = np.maximum(places - 2, 0)  # la reiterada | denuncia
    described = vocabulary.norm_flags(_BEFORE_SAYINGS).take(tokens.norm.take(places - 1)) & (places > 1)
    described &= (tokens.plain_gap.take(places - 1) == 0) & articles.take(tokens.norm.take(before))
    article = np.where(behind, places - 1, before)[behind | described]
    places = places[behind | described]
    begins = tokens.sentence_start.take(article) | (gaps.take(article) & BREAK != 0)
    begins |= bits.take(np.maximum(article - 1, 0)) & _BEFORE != 0
    places = places[begins & (bits.take(places) & CAPITAL == 0)]
    bits[places] &= ~(VERB | FINITE | PRESENT)


def correct_finite_nouns(tokens: Tokens, bits: np.ndarray) -> None:
    """Take the verb from the bits of nouns behind an article or possessive: the will of, their needs.

    Parameters
    ----------
    tokens : Tokens
        In English.
    bits : int64 array
        Of all tokens; changed in place.
    """
    flags = tokens.vocabulary.norm_flags
    places = np.flatnonzero(flags(_FINITE_NOUNS).take(tokens.norm))
    places = places[(places > 0) & (tokens.plain_gap.take(places) == 0)]
    places = places[flags(_BEFORE_NOUNS).take(tokens.norm.take(places - 1))]
    bits[places] &= ~(AUXILIARY | MODAL | FINITE)
    _correct_surnames(tokens, bits)


def correct_participles(tokens: Tokens, bits: np.ndarray, gaps: np.ndarray) -> None:
    """Take the verb from a participle between an owner and what is said: Reed’s widely | mocked | claim, her stated hope.

    Parameters
    ----------
    tokens : Tokens
        In English.
    bits : int64 array
        Of all tokens; changed in place.
    gaps : int8 array
        The bits of the gaps.
    """
    places = np.flatnonzero((bits & (ED | PAST) != 0) & (bits & FINITE != 0))
    places = places[(places > 1) & (places < len(tokens) - 1)]
    places = places[(gaps.take(places) | gaps.take(places + 1)) & (BREAK | STOP) == 0]
    places = places[bits.take(places + 1) & (NOUN | GERUND) != 0]
    before = bits.take(places - 1)
    adverb = (before & ADVERB != 0) & (gaps.take(places - 1) & (BREAK | STOP) == 0)
    owned = np.where(adverb, bits.take(places - 2), before) & (OWNER | POSSESSIVE) != 0
    bits[places[owned]] &= ~(VERB | FINITE | PAST)


def mark_owners(tokens: Tokens, bits: np.ndarray) -> None:
    """Plurals before an apostrophe are possessors too: the workers’ leader.

    Parameters
    ----------
    tokens : Tokens
        In English.
    bits : int64 array
        Of all tokens; changed in place.
    """
    vocabulary = tokens.vocabulary
    apostrophe = vocabulary.gap_test("begins with an apostrophe", lambda g: g[:1] in "'’" and g[1:2] == " ")
    places = np.flatnonzero(apostrophe.take(tokens.plain_gap[1:]))
    plural = vocabulary.form_test("plural in s", lambda f: f[-1] == "s" and len(f) > 3)
    bits[places[plural[tokens.form[places]]]] |= OWNER


def mark_progressives(tokens: Tokens, bits: np.ndarray) -> None:
    """Let "kept" before what is said again and again be read as "was": Reed kept saying that, critics keep asking why.

    Parameters
    ----------
    tokens : Tokens
        In English.
    bits : int64 array
        Of all tokens; changed in place.
    """
    places = np.flatnonzero(tokens.vocabulary.norm_flags(_KEEPS).take(tokens.norm))
    places = places[(places > 0) & (places < len(tokens) - 1)]
    places = places[(tokens.plain_gap.take(places + 1) == 0) & (bits.take(places + 1) & GERUND != 0)]
    finite = bits.take(places) & FINITE | bits.take(places - 1) & (SUBJECT | PLURAL)
    bits[places[finite != 0]] |= BE | FINITE


def correct_modal_names(tokens: Tokens, bits: np.ndarray, gaps: np.ndarray, places: np.ndarray) -> None:
    """Take the auxiliary from the bits of names: Will Hurd said, Rep. Will Hurd; May said.

    Parameters
    ----------
    tokens : Tokens
        In English.
    bits : int64 array
        Of all tokens; changed in place.
    gaps : int8 array
        The bits of the gaps.
    places : int64 array
        The auxiliaries that are written with a capital.
    """
    norms, last = tokens.vocabulary.norms, len(tokens) - 1
    for place in places.tolist():
        word = norms[int(tokens.norm[place])]
        if word not in _MODAL_NAMES or place >= last or gaps[place + 1]:
            continue
        after, behind = int(bits[place + 1]), int(bits[min(place + 2, last)])
        if word == "may":
            named = bool(int(bits[place]) & MODAL and after & (FINITE | ED)) and not after & CAPITAL
            named |= place > 0 and norms[int(tokens.norm[place - 1])] in _HONORIFICS  # Mrs May told
        elif not after & CAPITAL or after & (SUBJECT | DETERMINER | TIME | POSSESSIVE):
            named = False
        elif tokens.sentence_start[place]:
            named = bool(behind & (FINITE | ED) or int(gaps[min(place + 2, last)]) & (COMMA | PAREN))
        else:
            named = bool(tokens.paragraph_role[tokens.paragraph[place]] > HEADING)
        if named:
            bits[place] &= ~(MODAL | FINITE | TIME)


def are_initials(tokens: Tokens, places: np.ndarray) -> np.ndarray:
    """Say which capitalised words are initials of names: Susan A. Hill, I. Reed.

    Parameters
    ----------
    tokens : Tokens
    places : int64 array
        Tokens with a capital, in order.

    Returns
    -------
    bool array, one element per place
    """
    vocabulary, behind = tokens.vocabulary, np.minimum(places + 1, len(tokens) - 1)
    letter = vocabulary.form_test("one letter", _is_letter).take(tokens.form.take(places))
    stop = vocabulary.gap_test("stop and space", ". ".__eq__).take(tokens.plain_gap.take(behind))
    return letter & stop & tokens.written("capital").take(behind)


def _is_letter(form: str) -> bool:
    return len(form) == 1


def is_mente(form: str) -> bool:
    """Whether a Spanish word has the form of an adverb (*Finalmente*)."""
    return len(form) > 6 and form.endswith("mente")


def _correct_surnames(tokens: Tokens, bits: np.ndarray) -> None:
    """Leave nothing but a name of a word behind a given name that is a surname too: Ann Long, Carl Weeks."""
    flags = tokens.vocabulary.norm_flags
    places = np.flatnonzero(flags(ENGLISH.surnames).take(tokens.norm))
    places = places[(places > 0) & (tokens.plain_gap.take(places) == 0) & (bits.take(places) & CAPITAL != 0)]
    before = places - 1
    given = flags(ENGLISH.given).take(tokens.norm.take(before)) & (bits.take(before) & CAPITAL != 0)
    plain = (bits.take(before) & ~SHOUTED == CAPITAL) & ~flags(ENGLISH.apart).take(tokens.norm.take(before))
    named = places[given | plain]
    bits[named] = CAPITAL | (bits[named] & OWNER)
