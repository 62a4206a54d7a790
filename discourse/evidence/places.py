"""A batch's tokens as plain lists of bits: what the reading of phrases asks of a word and its neighbours."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

import numpy as np

from ..match.symbols import NUMBER_WORDS
from ..negation.english import TAGGER as ENGLISH
from ..negation.spanish import TAGGER as SPANISH
from ..negation.tags import (
    ADVERB,
    ARTICLE,
    BE,
    CAPITAL,
    COORDINATOR,
    DETERMINER,
    FINITE,
    GERUND,
    INFINITIVE,
    MAYBE_SUBJECT,
    NEGATIVE,
    NUMBER,
    OBJECT,
    PARTICIPLE,
    PREPOSITION,
    QUESTION,
    RELATIVE,
    SUBJECT,
    SUBORDINATOR,
    THAT,
    TO,
    VERB,
)
from ..tokens import Tokens
from .forms import can_be_participle, can_be_verb, lemma_of

# beside the bits of `negation.tags`
BREAK: Final = 1 << 60  # a mark or the end of a sentence parts the word from the one before
DIGIT: Final = 1 << 61
GENITIVE: Final = 1 << 59  # Keldmark's
_BEYOND: Final = 64  # places behind the last token that may be asked for
BREAKS: Final = ",;:.!?()[]—–"
CLOSED: Final = (
    SUBJECT | MAYBE_SUBJECT | FINITE | BE | SUBORDINATOR | THAT | RELATIVE | QUESTION | COORDINATOR
) | (PREPOSITION | DETERMINER | ARTICLE | TO | NEGATIVE | OBJECT | NUMBER | ADVERB | DIGIT)
VERBAL: Final = VERB | PARTICIPLE | GERUND | INFINITIVE
DETERMINERS: Final = DETERMINER | ARTICLE
_TIME: Final = {
    "en": "today yesterday tomorrow tonight last next week month year monday tuesday wednesday thursday"
    " friday saturday sunday ago according due",
    "es": "hoy ayer mañana lunes martes miércoles jueves viernes sábado domingo debido",
}
_HAVE: Final = {
    "en": "has have had having 've",
    "es": "ha han he hemos había habían habíamos hubo hubieron habrá habrán habría habrían haya hayan hayamos"
    " hubiera hubieran hubiese hubiesen haber",
}
_BEEN: Final = {"en": "be been being", "es": "ser sido siendo estar estado estando"}
# of all words that can deny only these are closed: "end" and "deny" are verbs like others
_NOT: Final = "no not never nor neither none nothing nobody nunca jamás tampoco ni nada nadie ningún ninguna"
_PRO_FORMS: Final = MAYBE_SUBJECT & ~SUBJECT


class Places:
    """Questions about single tokens of a batch, by number.

    Parameters
    ----------
    tokens : Tokens
        English or Spanish.

    Attributes
    ----------
    bits : list of int
        The tags of each token.
    comma : list of bool
        Does a comma alone stand before it.
    """

    def __init__(self, tokens: Tokens) -> None:
        self.language = tokens.language
        self.spanish = tokens.language == "es"
        tags = (SPANISH if self.spanish else ENGLISH).read(tokens) & ~NEGATIVE
        genitive = tokens.vocabulary.form_test("genitive", lambda f: f[-2:].lower() in ("'s", "’s"))
        for bit, flags in (
            (NEGATIVE, tokens.has(_NOT.split())),
            (BREAK, tokens.gap_has(BREAKS)[:-1] | tokens.sentence_start),
            (DIGIT, tokens.written("digit") | tokens.has(NUMBER_WORDS[self.language].split())),
            (GENITIVE, genitive.take(tokens.form) if not self.spanish else np.zeros(len(tokens), dtype=bool)),
            (BE | FINITE, tokens.has(_BEEN[self.language].split())),
        ):
            tags = tags | np.where(flags, bit, 0)
        self._tokens, self._tags = tokens, tags
        self.bits: list[int] = tags.tolist()
        tied = tags & BREAK == 0
        tied[:1] = False
        self._tied: bytes = tied.tobytes() + bytes(_BEYOND)
        self._comma = (
            tokens.gap_has(",") & ~tokens.gap_has(BREAKS[1:]) if len(tokens) else np.zeros(1, dtype=bool)
        )
        self.comma: list[bool] = self._comma.tolist()
        self._norm: list[int] = tokens.norm.tolist()
        self._norms: list[str] = tokens.vocabulary.norms
        self._time = frozenset(_TIME[self.language].split())
        self._have = frozenset(_HAVE[self.language].split())

    def places_of(self, tags: int, but_commas: bool = False) -> np.ndarray:
        """Give the tokens with one of some tags, in order; but_commas: not those behind a comma alone."""
        found = self._tags & tags != 0
        return np.flatnonzero(found & ~self._comma[: len(found)] if but_commas else found)

    def places_of_words(self, words: Sequence[str]) -> np.ndarray:
        """Give the tokens that are one of some words, in order."""
        return np.flatnonzero(self._tokens.has(list(words)))

    def joined(self, token: int) -> int:
        """Say whether nothing parts a token from the one before: 1, or 0, also where one of the two is not there."""
        return self._tied[token]

    def word(self, token: int) -> str:
        """Give a token's norm."""
        return self._norms[self._norm[token]]

    def starts_sentence(self, token: int) -> bool:
        """Does a mark or a sentence's start stand before."""
        return token < len(self.bits) and bool(self.bits[token] & BREAK)

    def is_a(self, token: int, tags: int) -> bool:
        """Has the token one of some tags."""
        return bool(self.bits[token] & tags)

    def before(self, token: int) -> int:
        """Give the tags of the word before, 0 across a break."""
        return self.bits[token - 1] if self.joined(token) else 0

    def behind(self, token: int) -> int:
        """Give the tags of the word after, 0 across a break."""
        return self.bits[token + 1] if self.joined(token + 1) else 0

    def content(self, token: int) -> bool:
        """Is it a word of an open class that is not an expression of time."""
        return not self.bits[token] & CLOSED and self.word(token) not in self._time

    def has_have(self, token: int) -> bool:
        """Is it a form of the auxiliary of the perfect."""
        return self.word(token) in self._have

    def participle(self, token: int) -> bool:
        """Can it be a past participle."""
        return self.is_a(token, PARTICIPLE) or can_be_participle(self.word(token), self.language)

    def attributive(self, token: int) -> bool:
        """Is a verb form an adjective here, by the determiner before: the (rapidly) escalating crisis."""
        before = self.before(token)
        if before & ADVERB and not before & DETERMINERS:
            before = self.before(token - 1)
        return bool(before & (DETERMINERS | GENITIVE))

    def verb_before(self, token: int, determined: bool, name: bool) -> bool:
        """Is the word before a noun phrase a verb that takes it as object.

        Parameters
        ----------
        token : int
        determined : bool
            A determiner stands between the two: a noun cannot.
        name : bool
            The phrase is written with a capital.
        """
        tags, before, word = self.bits[token], self.before(token), self.word(token)
        if tags & (FINITE | BE) or (tags & CLOSED and not tags & VERBAL):
            return False
        if self.spanish and self.participle(token) and not tags & VERB:
            return bool(before & FINITE) and not before & BE
        if tags & VERBAL:
            return not self.attributive(token)
        if not can_be_verb(word, self.language):
            return False
        if before & (DETERMINERS | GENITIVE | NUMBER | DIGIT) or (before & PREPOSITION and not before & TO):
            return False
        if determined or before & (TO | SUBJECT | _PRO_FORMS | OBJECT):
            return True
        if before & FINITE:
            return not before & BE or self.participle(token)
        if not self.joined(token):  # Sanction Keldmark; not after a comma, where lists go on
            return name and not self.comma[token] and not tags & GENITIVE
        if self.spanish or before & COORDINATOR:
            return name and not tags & GENITIVE
        subject = self.word(token - 1)
        if before & CLOSED:
            return bool(before & (ADVERB | NEGATIVE)) and name
        return word.endswith("s") or self.participle(token) or (subject.endswith("s") and name)

    def verb_after(self, token: int, determined: bool, name: bool) -> bool:
        """Is the word after a noun phrase the verb whose subject it is, and not a further noun or adjective.

        Parameters
        ----------
        token : int
        determined, name : bool
            Of the noun phrase: does it have a determiner, is it written with a capital.
        """
        tags, behind, word = self.bits[token], self.behind(token), self.word(token)
        if self.spanish:
            if tags & (VERB | GERUND):
                return True
            if not can_be_verb(word, "es") or self.participle(token):
                return False
            sure = lemma_of(word, "es").endswith(("ar", "er", "ir"))
            return (
                sure
                or bool(behind & DETERMINERS)
                or (self.joined(token + 1) == 1 and self.word(token + 1) == "a")
            )
        if tags & (VERB | PARTICIPLE):
            return True
        takes = behind & (DETERMINERS | OBJECT | THAT | TO | QUESTION)
        takes |= behind & CAPITAL if not behind & (VERBAL | CLOSED) else 0
        if tags & GERUND:
            return bool(takes)
        if not can_be_verb(word, "en"):
            return False
        if word.endswith("s") and not word.endswith("ss"):
            if behind & (FINITE | VERB | PARTICIPLE) and not behind & DETERMINERS:
                return False  # the talks began
            return bool(takes) if name and determined else True
        if self.participle(token):
            return True
        return self.word(token - 1).endswith("s") and bool(takes)

    def capital(self, token: int) -> bool:
        """Is it written with a capital."""
        return self.is_a(token, CAPITAL)
