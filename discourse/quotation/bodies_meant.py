"""Whom "it" and "they" mean: bodies, documents and groups of people told before."""

from __future__ import annotations

from .bits import (
    ADVERB,
    BREAK,
    CAPITAL,
    COMMA,
    COORDINATOR,
    DETERMINER,
    ED,
    FINITE,
    NEGATIVE,
    NUMBER,
    OWNER,
    POSSESSIVE,
    PREPOSITION,
    RELATIVE,
    STOP,
    SUBJECT,
    TIME,
    TO,
)
from .left_out import AFTER_SUBJECT, LeftOut
from .sources import Document, Source


class BodiesMeant(LeftOut):
    """Find the bodies, documents and groups that a pronoun may mean."""

    def _group(self, state: Document, place: int) -> Source | None:
        """The people whom one of the two sentences before begins with: Human rights investigators have …"""
        sentence = self.at.sentence[place]
        for s in (sentence, sentence - 1, sentence - 2):
            if s < 0:
                break
            a, e = (
                max(self.at.sentence_first[s], state.first),
                min(self.at.sentence_first[s + 1], place),
            )
            spoke = [source for at, source in state.spoken[-6:] if a <= at < e]
            if spoke:
                if spoke[-1].plural or spoke[-1].kind in ("institution", "document"):
                    return spoke[-1]
                break
            while a + 1 < e and (
                self.word(a).isdigit()
                or (self.english and self.bits[a] & (COORDINATOR | TIME) and not self.bits[a] & DETERMINER)
            ):
                a += 1  # 62. These states …   Today the states …
            if self.span_of[a] >= 0:
                continue  # «Nos vamos todos», añadieron
            if self.english and self.bits[a] & (SUBJECT | PREPOSITION | TO) and not self.bits[a] & DETERMINER:
                continue  # We remind its allies
            for k in range(a, min(e, a + 8)):
                word = self.word(k)
                if self.span_of[k] >= 0:
                    break
                people = word in self.words.strong or word in self.words.weak or word in self.words.groups
                together = word == "people" and not any(self.bits[m] & PREPOSITION for m in range(a, k))
                if people and self._plural(word, a) and (word.endswith("s") or together):
                    if not self.english and self.bits[a] & PREPOSITION:
                        if self.bits[k - 1] & PREPOSITION:
                            continue  # A diferencia de otras organizaciones, …
                        return self._described(state, k, k + 1, k + 1, place)  # Desde ayer | fuentes
                    ends = FINITE | ED | RELATIVE | ADVERB | NEGATIVE
                    end = next(
                        (
                            t
                            for t in range(k + 1, min(k + 9, e))
                            if self.bits[t] & ends
                            or self.gaps[t] & BREAK
                            or self.word(t) in ("lo", "le", "se")
                        ),
                        k + 1,
                    )
                    return self._described(state, a, k + 1, end, place)  # Fuentes del Ejecutivo
                if self.bits[k] & FINITE or (self.gaps[k] & BREAK and k > a):
                    break
        return self._people_before(state, place)

    def _people_before(self, state: Document, place: int) -> Source | None:
        """The last people that this sentence or the one before speaks of: what his advisers had hoped for."""
        words, sentence = self.words, self.at.sentence[place]
        since = max(self.at.sentence_first[max(sentence - 2, 0)], state.first)
        for k in range(place - 1, since, -1):
            word = self.word(k)
            if (
                word.endswith("s")
                and (word in words.strong or word in words.weak)
                and self.span_of[k] < 0
                and not self.bits[k] & (CAPITAL | OWNER)
                and self._plural(word, k)
            ):
                a = k
                while (
                    a > since
                    and (not self.gaps[a] & (BREAK | STOP) or self.word(a - 1) in words.titles)
                    and (
                        (self.bits[a - 1] == 0 or self.bits[a - 1] & (CAPITAL | OWNER | POSSESSIVE | NUMBER))
                        and not self.bits[a - 1] & PREPOSITION
                    )
                ):
                    a -= 1
                    if self.bits[a] & POSSESSIVE:
                        break
                return self._described(state, a, k + 1, k + 1, place)
        return None

    def _met(self, gender: str, a: int, e: int) -> bool:
        """Say whether a sentence has somebody else of the same sex as its object: An aide met | her | on the stairs. She"""
        other = "her" if gender == "f" else "him"
        return self.english and any(
            self.word(k) == other
            and bool(self.bits[k - 1] & (FINITE | ED) or self.bits[k + 1] & PREPOSITION)
            and not self.bits[k - 1] & PREPOSITION
            for k in range(a + 2, e - 1)
        )

    def _document_here(self, state: Document, place: int) -> Source | None:
        """The document that a sentence begins with: | A briefing note signed by Hill | dealt with what it called “…”"""
        a = max(self.at.sentence_first[self.at.sentence[place]], state.first)
        if not self.english or not self.bits[a] & DETERMINER or self.span_of[a] >= 0 or place - a < 4:
            return None
        said, bodies = self.words.documents, self.words.bodies
        near = range(a + 1, min(a + 5, place))
        k = next((k for k in near if self.word(k) in said or self.word(k) in bodies), a)
        plain = k > a and not any(
            self.bits[m] & (FINITE | PREPOSITION) or self.gaps[m] for m in range(a + 1, k)
        )
        return (
            self._described(state, a, k + 1, k + 1, place)
            if plain and not self._plural(self.word(k), a)
            else None
        )

    def _body_before(self, state: Document, place: int) -> Source | None:
        """The body or document that the sentence before begins with: The agency has nothing to add."""
        words, sentence = self.words, self.at.sentence[place]
        for s in range(sentence - 1, max(sentence - 3, -1), -1):
            a = max(self.at.sentence_first[s], state.first)
            if self.span_of[a] < 0 and self.english and self._is_body_alone(a):
                return self._described(state, a, a + 1, a + 1, place)  # NATO denied it. It said
            owned = (
                self.english and self.bits[a] & OWNER and self.bits[a] & CAPITAL
            )  # Oristan’s | General Staff
            if not (self.bits[a] & DETERMINER or owned) or self.span_of[a] >= 0:
                continue
            for k in range(a + 1, min(a + 8, place)):
                word = self.word(k)
                if (
                    (word in words.bodies or word in words.documents or (self._shouted(k) and len(word) > 1))
                    and not self._plural(word, a)
                    and (self.gaps[k + 1] or self.bits[k + 1] & (AFTER_SUBJECT | PREPOSITION))
                ):
                    return self._whole_body(state, a, k, place)
                if self.bits[k] & (FINITE | PREPOSITION) or self.gaps[k] & BREAK:
                    break
        return None

    def _whole_body(self, state: Document, a: int, k: int, place: int) -> Source:
        """The body around its noun, by its name: The Group | for the Support of the Faith; The company, | Grupo Altamira,"""
        if self.bits[k] & CAPITAL:
            e = self._capitals_around(state, k)[1]
            return self._described(state, a, e, e, place)
        e = k + 1
        while self.gaps[k + 1] & COMMA and self.bits[e] & CAPITAL and (e == k + 1 or not self.gaps[e]):
            e += 1
        if e > k + 2 and self.gaps[e] & COMMA:
            role = self.words.bodies.get(self.word(k))
            return Source(self.text(k + 1, e), "institution", role or None)
        return self._described(state, a, k + 1, k + 1, place)

    def _subject_here(self, state: Document, place: int) -> Source | None:
        """The country or body that a sentence begins with, whose something in it is: Chad has kept its | promise to"""
        a = max(self.at.sentence_first[self.at.sentence[place]], state.first)
        k = a + 1 if self.word(a) == "the" else a
        if k + 2 >= place or not self.bits[k] & CAPITAL or self.span_of[k] >= 0:
            return None
        if self.word(k) not in self.words.places and self.word(k) not in self.words.bodies:
            return None
        if self.gaps[k + 1] or not self.bits[k + 1] & (FINITE | ED):
            return None
        return self._described(state, a, k + 1, k + 1, place)
