"""The grammatical subject of a Spanish sentence, as far as closed classes and commas tell it."""

from __future__ import annotations

from collections.abc import Callable
from typing import Final

from .bits import (
    ADVERB,
    BREAK,
    CAPITAL,
    COMMA,
    COORDINATOR,
    DETERMINER,
    FINITE,
    HAVE,
    POSSESSIVE,
    PREPOSITION,
    RELATIVE,
    SPEECH,
    SUBJECT,
    THAT,
)
from .offices import Offices
from .sources import Document, Source

_BACK: Final = 4  # sentences
_RECENT: Final = 400  # words
_NO_VERB: Final = CAPITAL | DETERMINER | PREPOSITION | SUBJECT
_OF: Final = ("de", "del")
_PAST: Final = ("ó", "aron", "ieron", "aba", "aban")
_EXPERIENCES: Final = ("a", "al", "para", "según")  # A | Ana Ruiz | le gusta
_CLITICS: Final = frozenset("la las le les lo los me nos te".split())
_AS: Final = ("como", "y", "e", "ni", "o")


class Subjects(Offices):
    """Tell the subject of a sentence from those whom its phrases name."""

    def _subject_named(
        self, state: Document, a: int, e: int, fits: Callable[[Source], bool]
    ) -> Source | None:
        """Whom a Spanish sentence names as its subject: not El velocista, entrenado por | Ana Gil |, no buscó excusas."""
        self._read_names(state)
        k = a
        while k < min(e, a + 60):
            if not self.nameable[k] or self.span_of[k] >= 0:
                k += 1
                continue
            run = self._runs(k, min(e, k + 6))[0]
            k = run[1]
            tokens = tuple(self.word(m) for m in range(*run))
            known = self._person(state, tokens, run[0])
            if known is None and len(tokens) == 1 and self._acts(state, a, run):
                self._named(state, run, run[0], range(self.title_span(state, run[0]), run[0]))
                known = state.by_full.get(tokens)
            if known is None or not self._may_be_subject(state, a, run[0]):
                continue
            source = self._source_of(state, known)
            if fits(source):
                return source
        return None

    def _may_be_subject(self, state: Document, a: int, k: int) -> bool:
        """Say whether a name in a sentence is its subject, before its verb or right behind it."""
        first = max(self.title_span(state, k), a)
        run = self._runs(k, min(k + 6, state.last))[0]
        joined = first > a + 1 and self.word(first - 1) in ("y", "e") and run[1] < state.last
        if joined and (self.is_verb(run[1]) or self.bits[run[1]] & HAVE):
            return True  # El barco sale y | Ana Gil | pasa lista
        if self._governed(state, a, k):
            return False
        verb = next((m for m in range(first - 1, a - 1, -1) if self.is_verb(m)), -1)
        if verb < 0:
            return not (first > a and self.word(first - 1) in _AS and not self.gaps[first] & COMMA)
        between = range(verb + 1, first)
        noun = verb + 2 if self.bits[verb + 1] & DETERMINER else verb
        apposed = (
            noun > verb
            and first < k
            and (self._tells_office(self.word(noun)) or self.tells_person(self.word(noun)))
        )
        if any(
            self.gaps[m] & BREAK
            for m in range(verb + 1, first + 1)
            if m != k and not (apposed and m == first)
        ):
            return False  # but: Más claro fue el autor del gol, | el gallego Luis Gil
        if any(self.bits[m] & (THAT | RELATIVE) for m in between):
            return False  # llega después de que | Luis Gil | advirtiera
        of = next((m for m in range(verb + 1, k) if self.word(m) in _OF), -1)
        held = self.bits[first] & DETERMINER and self._led_person(first - 1, False)
        if (
            of > verb + 2
            and not held
            and (first < k or not self.gaps[k] & COMMA)
            and not self._led_person(verb, False)
        ):
            return False  # citó un informe de | Luis Gil; but: El voto fue el de | Luis Gil
        if self.word(verb).endswith("n") or self.word(first - 1) in _AS:
            return False  # estaban sus hijos, | Luis Gil y Ana Gil
        begins = next((m for m in range(verb, a, -1) if self.gaps[m] & BREAK), a)
        if any(self.bits[m] & RELATIVE for m in range(begins + (self.word(a) == "quien"), verb)):
            return False  # la empresa, que preside | Luis Gil
        clitic = next((m for m in range(verb - 1, max(verb - 3, a - 1), -1) if self.word(m) in _CLITICS), -1)
        told = bool(self.bits[verb] & SPEECH) and self.word(clitic) in ("lo", "le", "les")
        told = told or (self.word(clitic) == "lo" and self.word(verb) in ("hizo", "hace", "hará", "hacía"))
        return clitic < 0 or told  # Lo confirmó | Ana Gil; not: La acompañaba | Luis Gil

    def is_verb(self, k: int) -> bool:
        """Say whether a word is a finite verb, by the lists or by an ending of the past."""
        bits = self.bits[k]
        if self.span_of[k] >= 0 or self.nameable[k]:
            return False
        if bits & CAPITAL and self._starts_sentence(k):
            bits &= ~CAPITAL  # Abandonó el partido
        return bool(bits & FINITE and not bits & _NO_VERB) or (not bits and self.word(k).endswith(_PAST))

    def _governed(self, state: Document, a: int, k: int) -> bool:
        """Say whether a preposition governs the phrase that a name ends: con su biógrafo, | Luis Gil |, por | Ana Gil"""
        m, crossed, inside = k, False, -1
        title = self.title_span(state, k)  # con su socio, el gallego | Luis Gil
        while m > a:
            if self.gaps[m] & BREAK:
                if (m != k and m != title) or crossed or not self.gaps[m] & COMMA:
                    break
                crossed = True
            m -= 1
            bits, word = self.bits[m], self.word(m)
            if bits & DETERMINER and m > a and not self.bits[m - 1] & PREPOSITION and not self.gaps[m]:
                if not crossed:
                    break
                acts = any(self.is_verb(x) for x in range(a + 1, m))  # cruzó el avión del enviado, | Luis Gil
                return not self._led_person(m - 1) and (self.is_verb(a) or not acts)
            if self.span_of[m] >= 0 or self.is_verb(m):
                m += 1
                return m < k and bool(self.bits[m] & PREPOSITION) and (not crossed or self._led_person(m))
            if not bits & PREPOSITION or (bits & CAPITAL and m > a):
                continue
            if word in _OF:
                inside = m
                continue
            if crossed and not self._led_person(m):  # Tras el acto en la plaza, | Luis Gil | habló
                # but: en un prado de su tío, | Luis Gil
                return inside > m and self._led_person(inside, False, k)
            if m == a or (m == a + 1 and self.bits[a] & (ADVERB | COORDINATOR)):
                return word not in _EXPERIENCES
            held = self._tells_office(self.word(m - 1)) or (
                m - 2 >= a and not self.gaps[m - 1] & BREAK and self._tells_office(self.word(m - 2))
            )
            if not held or self.word(m - 1) == "persona" or word in ("por", "con", "según"):
                return True  # but: la portavoz en el Senado, | Ana Gil
        if crossed:  # La imagen de una anciana, | Ana Gil; but: El abogado de la víctima, | Luis Gil
            return inside > m and self._led_person(inside, False, k) and not self._led_person(m - 1)
        first = max(self.title_span(state, k), m)
        bare = not self.bits[m] & (DETERMINER | POSSESSIVE) and not self.nameable[m]
        loose = first == m and inside >= m and bare  # Discípula de | Luis Gil |, prefiere
        return loose or (first > m and self.word(first - 1) in _OF and self._led_person(m - 1))

    def _led_person(self, m: int, bodies: bool = True, e: int = 0) -> bool:
        """Say whether the phrase behind a word is of a person, or a body: con | su biógrafo"""
        k = m + 1
        while self.bits[k] & (DETERMINER | POSSESSIVE) and not self.gaps[k + 1] & BREAK:
            k += 1
        return any(
            self._tells_office(w) or self.tells_person(w) or (bodies and w in self.words.bodies)
            for w in (self.word(x) for x in (k, k + 1) if not e or x < e)
        )

    def pronoun(
        self, number: int, word: str, place: int, answers: bool = False, alone: bool = False
    ) -> Source | None:
        """Say who a pronoun means; see `pronouns`."""
        raise NotImplementedError

    def _in_view(
        self, state: Document, place: int, fits: Callable[[Source], bool], back: int = _BACK
    ) -> Source | None:
        """Who has spoken, or been the subject, in the nearest of the sentences before that has such a person."""
        end = self.at.sentence_first[self._sentence_back(place, 0, whole=True)]
        for so_many in range(1, back + 1):
            a = max(self.at.sentence_first[self._sentence_back(place, so_many, whole=True)], state.first)
            if a >= end:
                return None
            spoke = next((s for at, s in reversed(state.spoken[-8:]) if a <= at < end and fits(s)), None)
            if spoke is None and self.english:
                he = next((k for k in range(a, min(a + 4, end)) if self.word(k) in ("he", "she")), -1)
                meant = self.pronoun(self.at.doc[a], self.word(he), he) if he >= 0 else None
                spoke = meant if meant is not None and fits(meant) else None
            about = spoke or (
                self._first_person(state, a, end, fits, asides=False)
                if self.english
                else self._subject_named(state, a, end, fits)
            )
            if about is not None:
                return about
            end = a
        return None

    def _sentence_back(self, place: int, back: int, whole: bool = False) -> int:
        """The number of the sentence so many before that of a place; in Spanish, or `whole`, a quotation is part of one."""
        s = self.at.sentence[place]
        if self.english and not whole:
            return max(s - back, 0)
        while s > 0 and self._goes_on(s):
            s -= 1
        for _ in range(back):
            s -= 1
            while s > 0 and self._goes_on(s):
                s -= 1
        return max(s, 0)

    def _goes_on(self, sentence: int) -> bool:
        """Say whether a sentence begins inside a quotation."""
        a = self.at.sentence_first[sentence]
        return bool(a and self.span_of[a] >= 0 and self.span_of[a - 1] == self.span_of[a])

    def _new_before(self, state: Document, head: str, a: int) -> bool:
        """Say whether the same noun has been said of somebody unnamed: un agente … el agente, con el técnico … el técnico"""
        return any(
            self.word(k) == head
            and self.span_of[k] < 0
            and not (self.nameable[k + 1] and not self.gaps[k + 1] & ~COMMA)
            and not (self.gaps[k] | self.gaps[max(k - 1, 0)]) & COMMA
            for k in range(max(state.first, a - _RECENT), a)
        )
