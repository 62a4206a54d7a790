"""Whom a Spanish subject left out means, and este and esta: people whom the sentence before tells of, described."""

from __future__ import annotations

from typing import Final

from .bits import (
    ADVERB,
    BREAK,
    COMMA,
    COORDINATOR,
    DETERMINER,
    FINITE,
    NEGATIVE,
    OBJECT,
    POSSESSIVE,
    PREPOSITION,
    RELATIVE,
)
from .descriptions import LATTER
from .epithets import Epithets
from .sources import Document, Source

_ONE: Final = ("un", "una")
_ASKED: Final = ("consultad", "preguntad", "interrogad", "cuestionad", "acompañad", "rodead", "requerid")


class LeftOut(Epithets):
    """Find the people described whom a sentence goes on about."""

    def _described_subject(self, state: Document, a: int, e: int, place: int) -> Source | None:
        """The one person or body that the sentence before begins with, meant by a subject left out: Un contable …"""
        while (
            not self.english
            and a + 1 < e
            and self.bits[a] & (ADVERB | COORDINATOR)
            and not self.bits[a] & DETERMINER
        ):
            a += 1  # Precisamente | el edil ha dimitido
        if not self.english and self.word(a).startswith(
            _ASKED
        ):  # Consultado sobre el plan, | el general sonrió
            a = next((k for k in range(a + 1, e) if self.gaps[k] & COMMA and self.bits[k] & DETERMINER), a)
        if self.english or not self.bits[a] & (DETERMINER | POSSESSIVE) or self.span_of[a] >= 0:
            return None
        if self.word(a) in LATTER and (self.gaps[a + 1] & COMMA or self.bits[a + 1] & (FINITE | OBJECT)):
            return self.latter(state, LATTER[self.word(a)], a)
        verb = next(
            (k for k in range(a + 1, min(a + 6, e)) if self.bits[k] & FINITE or self._parts(k)), min(a + 6, e)
        )
        if verb <= a + 1:
            return None
        core = self._core(a, verb)
        head = self._head(a, core)
        body = head in self.words.bodies and self.bits[a] & DETERMINER
        if not (body or self._described_as_person(core)) or self._plural(head, a):
            return None
        stop = next((k for k in range(core, e) if self.bits[k] & FINITE or self._parts(k)), e)
        if stop == e or not (self.bits[stop] & (FINITE | OBJECT | NEGATIVE) or self.gaps[stop] & COMMA):
            return None
        behind = min(stop + 5, e) if self.gaps[stop] & COMMA else stop  # Su rival, Ana Ruiz, …
        if self.word(stop) == "llama":
            behind = min(stop + 2, e)  # El candidato se llama Ana Ruiz
        if any(
            self.nameable[k] and not self.bits[k - 1] & (PREPOSITION | DETERMINER) for k in range(a, behind)
        ):
            return None
        while stop > core and self.bits[stop - 1] & OBJECT:
            stop -= 1
        return self._described(state, a, core, stop, place)

    def _parts(self, k: int) -> bool:
        """Say whether a gap or a pronoun parts a subject from what follows: El Gobierno | se equivoca."""
        return bool(self.gaps[k] & BREAK) or self.word(k) in ("se", "le", "les", "me", "nos", "no")

    def latter(self, state: Document, gender: str, place: int) -> Source | None:
        """Whom este or esta means: the person named last, in this sentence or the one before."""
        self._read_names(state)
        since = max(self.at.sentence_first[max(self.at.sentence[place] - 1, 0)], state.first)
        k = place - 1
        while k >= since:
            if self.span_of[k] >= 0:
                k -= 1
                continue
            if self.nameable[k]:
                e = k + 1
                while k > since and self.nameable[k - 1] and self._adjacent(k - 1, k):
                    k -= 1
                known = self._person(state, tuple(self.word(m) for m in range(k, e)), place)
                person = self._source_of(state, known) if known is not None else None
                if person is not None and person.gender in ("", gender):
                    return self._settle(person, gender)
            elif self.word(k) in self.words.strong and not self._plural(self.word(k), k):
                told = self._gender(self.word(k), range(0))
                if told in ("", gender) and k > since and self.bits[k - 1] & (DETERMINER | PREPOSITION):
                    a = k - 1 if self.bits[k - 1] & DETERMINER else k
                    return self._definite(state, self.word(k), k, gender) or self._described(
                        state, a, k + 1, k + 1, place
                    )
            k -= 1
        return None

    def _settle(self, source: Source, gender: str) -> Source:
        if source.personal and not source.gender and gender in ("m", "f"):
            source.gender = gender
        return source

    def _introduced_behind(self, state: Document, a: int, e: int, place: int) -> Source | None:
        """The person whom a sentence brings in behind its verb: También declaró | una vecina del cuarto, que lo vio."""
        v = next((k for k in range(a, min(a + 8, e)) if self.bits[k] & FINITE), e)
        if v + 2 >= e or self.word(v + 1) not in _ONE or any(self.nameable[k] for k in range(a, v)):
            return None
        stop = next(
            (k for k in range(v + 2, e) if self.gaps[k] & BREAK or self.bits[k] & (PREPOSITION | RELATIVE)), e
        )
        core = self._core(v + 1, stop)
        if any(self.gaps[k] & BREAK or self.bits[k] & PREPOSITION for k in range(a, v)):
            return None  # En la puerta esperaba un guardia
        if not self._described_as_person(core) or self._plural(self._head(v + 1, core), v + 1):
            return None
        return self._described(state, v + 1, core, min(self._description_end(v + 1, e), e), place)
