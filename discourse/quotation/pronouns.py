"""Whom a pronoun means, or a subject left out: the speaker or subject just before."""

from __future__ import annotations

from collections.abc import Callable
from typing import Final

from .bits import (
    COMMA,
    COORDINATOR,
    DETERMINER,
    FINITE,
    POSSESSIVE,
)
from .bodies_meant import BodiesMeant
from .offices import CALLINGS
from .sources import Document, Source
from .synonyms import KIN

_DEFINITE: Final = frozenset(("the", "el", "la"))
_WINDOW: Final = 4  # sentences a pronoun looks back
_FAR: Final = 6  # the same for it and they
_ITS: Final = {"he": "his", "she": "her"}
PRONOUNS: Final = {
    "he": "m",
    "she": "f",
    "him": "m",
    "her": "f",
    "it": "it",
    "they": "they",
    "them": "they",
    "who": "any",
    "himself": "m",
    "herself": "f",
    "él": "m",
    "ella": "f",
    "ellos": "they",
    "ellas": "they",
    "": "any",
    "he'd": "m",
    "she'd": "f",
    "they'd": "they",
    "he's": "m",
    "she's": "f",
    "they've": "they",
    "we": "any",
    "le": "any",
    "estos": "they",
    "estas": "they",
    "éstos": "they",
    "éstas": "they",
}

_ISSUED: Final = frozenset(
    "issued released sent posted published wrote emailed e-mailed put circulated delivered responded replied".split()
)


class Pronouns(BodiesMeant):
    """Resolve pronouns within a document."""

    def pronoun(
        self, number: int, word: str, place: int, answers: bool = False, alone: bool = False
    ) -> Source | None:
        """Say who a pronoun or left-out subject ("") means: the speaker or subject just before; no asker answers.

        With `alone` it is one who says "I", no body.
        """
        state = self.document(number)
        gender = PRONOUNS.get(word, "")
        if gender == "it":
            found = self._near_speaker(state, place, self._maybe_body, _FAR)
            if found is not None and found.kind == "named":
                found.kind = "institution"  # "it" says that the name is no person's
            return self._document_here(state, place) or found or self._body_before(state, place)
        if gender == "they":
            return (
                self._group(state, place)
                or self._pair(state, place)
                or self._near_speaker(
                    state, place, lambda s: s.plural or s.kind in ("institution", "document"), _FAR
                )
                or self._near_speaker(  # The former partner spoke. They added that
                    state, place, lambda s: self.english and s.kind == "anonymous" and not s.gender, 1
                )
            )

        def fits(source: Source) -> bool:
            if source is state.asker and answers:
                return False
            if source.plural and not word and not self.english:
                return False
            if source.plural and gender in ("m", "f"):
                return False  # was heckled by women who shouted. He said
            if alone and (source.plural or source.kind in ("institution", "document")):
                return False
            if gender == "any":
                return not (source.kind == "anonymous" and source.role == "media" and not word)
            if source.kind == "anonymous" and source.role == "media":
                return False  # A reporter asked … he said: seldom the reporter
            person = source.personal or (source.head in self.words.voices and not source.plural)
            return person and source.speaks and (not source.gender or source.gender == gender)

        sentence = before = self.at.sentence[place]
        begun = place
        spare: Source | None = None  # named near by, but in a phrase
        seen, a, e = 0, place, place  # sentences that go on about the same person do not count
        for back in range(2 * _WINDOW):
            same = self.english and word in ("he", "she") and word in self._words(a, min(a + 4, e))
            seen += not (back and same)
            if seen > _WINDOW:
                break
            s = self._sentence_back(place, back, whole=True)
            if s < 0 or (back and s >= before):
                break
            a = max(self.at.sentence_first[s], state.first)
            e = min(self.at.sentence_first[before if back else s + 1], place)
            before = s
            if e <= state.first:
                break
            if answers and not word and back == 1 and not self.english:
                asked = self._who_was_asked(state, a, e, place, fits)
                if asked is not None:
                    return asked
            spoke = [(at, source) for at, source in state.spoken[-8:] if a <= at < e and fits(source)]
            if spoke:
                if not word and (spoke[-1][1].kind == "document" or self._told_within(a, spoke[-1][0])):
                    # Ruiz leyó una nota que dice que …, en la que el Gobierno advertía que …
                    person = self._first_person(state, a, spoke[-1][0], fits)
                    if person is not None:
                        return person
                joined = self._joined_person(state, spoke[-1][0], e, fits)
                return self._settle(joined or spoke[-1][1], gender)
            goes_on = (
                back == 2 and not self.english and self.bits[begun] & FINITE
            )  # Él calló. Lleva un año aquí. «…», dice
            begun, beside = a, (back == 1 or goes_on) and not word
            subject = self._described_subject(state, a, e, place) if beside else None
            if subject is None and beside and not self.english:
                subject = self._introduced_behind(state, a, e, place)
            if subject is None and beside and not self.english:
                subject = self._body_subject(state, a, e, place)
            own = (
                (self._same_subject(word, a, e) if back else self._meant_before(state, word, a, e))
                if self.english
                else e
            )
            if back and self.word(a) == _ITS.get(word, ""):
                kin = self.word(a + 1) in KIN and self.nameable[a + 2] and not self.gaps[a + 2]
                if kin:  # His brother Vilas | came. He
                    subject = self._first_person(state, a, own, fits)
                    if subject is not None:
                        return self._settle(subject, gender)
                told = self._first_described(state, a, e, place)
                if told is None or not fits(told):
                    continue  # Her house fell in the siege of Lund. | She
            if not back and self._behind_fronted(word, a, place):
                own = a  # After meeting the envoy, Luis Paz, | he said
            if own == a and back:
                continue  # She was married to an actor called Hill. She said
            if back >= _WINDOW:  # so far back only whom a sentence begins with
                k = next((m for m in range(a, min(a + 6, own)) if self.nameable[m]), own)
                begins = k < own and self.title_span(state, k) == a
                subject = self._first_person(state, a, min(k + 5, own), fits) if begins else None
                if subject is not None:
                    return subject
                continue
            joined = self._joined_person(state, a, e, fits) if back and own == e else None
            if joined is not None and not any(joined is source for _, source in state.spoken):
                joined = None  # one, Ann Hill, thanked her, and Reed hid. “…,” she said: who has the word in this text
            acts = self.english and back > 0 and gender in ("m", "f") and self._acts_at_once(a, e)
            subject = (
                subject
                or joined
                or (self._first_described(state, a, e, place) if acts else None)
                or self._named_before(state, a, own, fits, back, word)
                or (self._subject_alone(state, a, e, place) if not back and not word else None)
                or (
                    self._first_described(state, a, e, place)
                    if gender in ("m", "f") and not (back and self._met(gender, a, e))
                    else None
                )
            )
            if subject is not None and fits(subject):
                return self._settle(subject, gender if back < 2 else "")
            if not word and not self.english and back in (1, 2) and spare is None:
                spare = self._first_person(state, a, own, fits)
            owner = self._first_owner(state, a, own, gender) if back and self.english else None
            if owner is not None and fits(owner):
                return self._settle(owner, gender)
        if spare is not None:
            return self._settle(spare, gender)
        if not word and not self.english:  # what a document says, nobody goes on with
            person = self._last_speaker(state, place, lambda s: s.kind != "document" and fits(s))
            last = self._last_speaker(state, place, fits)
            if person is not None and last is not None and last.kind == "document":
                return self._settle(person, gender)
        source = self._last_speaker(state, place, fits)
        if source is None and self.english and gender in ("m", "f"):  # Hill’s plan … his claim that
            for s in (sentence - 1, sentence - 2):
                a = max(self.at.sentence_first[max(s, 0)], state.first)
                source = source or self._first_person(state, a, place, fits, owners=True)
        if source is None and answers and word:
            return self.pronoun(number, word, place)  # Why are we here? He answered
        if source is None and alone:
            source = self._only_person_lately(state, place)
        if source is None and self.english and gender in ("m", "f"):
            source = self._of_unknown_gender(state, place, gender)
        return self._settle(source, gender) if source else None

    def _named_before(
        self,
        state: Document,
        a: int,
        e: int,
        fits: Callable[[Source], bool],
        back: int,
        word: str,
    ) -> Source | None:
        """Whom a stretch names: of a sentence before, where a Spanish subject is left out, only its subject."""
        if not word and not self.english and (back or self.is_verb(a)):
            return self._subject_named(state, a, e, fits)
        return self._first_person(state, a, e, fits, left_out=not back and not word)

    def _joined_person(
        self, state: Document, a: int, e: int, fits: Callable[[Source], bool]
    ) -> Source | None:
        """Who is the subject after "and": “…?” a farmer asked, and Senator Hill, who …, smiled."""
        for k in range(a + 1, e - 1):
            if self.bits[k] & COORDINATOR and self.gaps[k] & COMMA:
                run = next((m for m in range(k + 1, min(k + 4, e)) if self.nameable[m]), None)
                if run is not None and self.title_span(state, run) == k + 1:
                    return self._first_person(state, run, min(run + 4, e), fits)
        return None

    def what_reads(self, number: int, place: int, issued: bool = False) -> Source | None:
        """The document that the two sentences before spoke of last: They drafted a statement. It read: …

        With `issued` only one that the sentence before says was made or sent: She sent me a letter. It began
        """
        state, words = self.document(number), self.words
        if self.word(place) != "it":
            return None
        sentence = self.at.sentence[place]
        since = max(self.at.sentence_first[max(sentence - (1 if issued else 2), 0)], state.first)
        for k in range(place - 1, since, -1):
            if self.word(k) in words.documents and self.span_of[k] < 0 and not self._plural(self.word(k), k):
                begins = DETERMINER | POSSESSIVE
                a = next((m for m in range(k - 1, max(k - 4, since - 1), -1) if self.bits[m] & begins), -1)
                made = self.word(a) in ("a", "an") and any(self.word(m) in _ISSUED for m in range(since, a))
                if issued and (self.at.sentence[k] == sentence or not made):
                    return None
                return self._described(state, a, k + 1, k + 1, place) if a >= since else None
        return None

    def body_spoke(self, number: int, place: int) -> bool:
        """Say whether a body or document has just spoken: it also found that."""
        last = self._near_speaker(self.document(number), place, lambda s: True)
        return last is not None and not last.plural and last.kind in ("institution", "document")

    def who_goes_on(self, number: int, source: Source, place: int) -> Source:
        """Who is meant by “the American leader added”: who spoke just before, unless the role tells another."""
        if (
            source.kind in ("institution", "document")
            or source.plural
            or source.name.split(" ")[0].lower() not in _DEFINITE
        ):
            return source
        found = self._near_speaker(self.document(number), place, lambda s: s.personal)
        fits = (
            found is not None
            and found.kind == "named"
            and (not found.gender or not source.gender or found.gender == source.gender)
            and (found.role is None or source.role in (None, found.role) or source.role in CALLINGS)
        )
        return found if found is not None and fits else source
