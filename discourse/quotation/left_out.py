"""Whom a Spanish subject left out means, and este and esta: people whom the sentence before tells of, described."""

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
    ED,
    FINITE,
    HAVE,
    ING,
    NEGATIVE,
    OBJECT,
    OWNER,
    POSSESSIVE,
    PREPOSITION,
    RELATIVE,
)
from .descriptions import LATTER
from .epithets import Epithets
from .roles_es import is_demonym
from .sources import Document, Source
from .synonyms import KIN

_ONE: Final = ("un", "una")
_THEMSELVES: Final = ("él", "ella")
_THEM: Final = frozenset("ellos ellas nosotros ustedes vosotros estos estas esos esas cuales".split())
_SOMEONE: Final = ("uno", "una", "otro", "otra")
_ASKED: Final = ("consultad", "preguntad", "interrogad", "cuestionad", "acompañad", "rodead", "requerid")
AFTER_SUBJECT: Final = FINITE | ED | ING | PREPOSITION | RELATIVE | ADVERB


_HER: Final = ("la", "los", "las")
_ACTS: Final = FINITE | OBJECT | NEGATIVE
_CLITIC_OR_NOT: Final = ("se", "le", "les", "me", "nos", "no", "lo")


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
        a = a if self.english else self._past_fronted(a, e)  # En el pasillo, | un ujier miraba. «…», dijo
        if not self.english and self.word(a) == "para" and self.bits[a + 1] & DETERMINER:
            a += 1  # Para | una vecina, el plan llega tarde. «…», afirmó
        if not self.english and self.word(a).startswith(
            _ASKED
        ):  # Consultado sobre el plan, | el general sonrió
            a = next((k for k in range(a + 1, e) if self.gaps[k] & COMMA and self.bits[k] & DETERMINER), a)
        if not self.english and self.word(a) in _THEMSELVES and self.span_of[a] < 0:
            return self.pronoun(self.at.doc[a], self.word(a), a)  # Él se encoge de hombros. «…», dice
        if not self.english and self.word(a) in _SOMEONE and self.word(a + 1) in ("de", "del"):
            stop = next(
                (k for k in range(a + 2, min(a + 7, e)) if self.bits[k] & FINITE or self._parts(k)), e
            )
            noun = a + 3 if self.bits[a + 2] & (DETERMINER | POSSESSIVE) else a + 2
            if noun < stop and not self._described_as_person(noun + 1) and self.word(noun) not in _THEM:
                return None  # Uno de estos programas ayudó a Ruiz
            one = self._described(state, a, a + 1, stop, place)  # Uno de ellos
            one.speaks, one.plural = True, False
            return one if stop < e else None
        if self.english or not self.bits[a] & (DETERMINER | POSSESSIVE) or self.span_of[a] >= 0:
            return None
        if self.word(a) in LATTER and (self.gaps[a + 1] & COMMA or self.bits[a + 1] & (FINITE | OBJECT)):
            return self.latter(state, LATTER[self.word(a)], a)
        verb = next(
            (
                k
                for k in range(a + 1, min(a + 6, e))
                if self.bits[k] & FINITE or self._parts(k) or self._does(k)
            ),
            min(a + 6, e),
        )
        if verb <= a + 1:
            return None
        core = self._core(a, verb)
        head = self._head(a, core)
        body = head in self.words.bodies and self.bits[a] & DETERMINER
        from_there = core - a == 2 and is_demonym(head)  # El americano ganó. Escribió que …
        person = body or from_there or self._described_as_person(core)
        if not person or self._plural(head, a) or head == "crítica":
            return None
        stop = next(
            (k for k in range(core, e) if self.bits[k] & FINITE or self._parts(k) or self._does(k)), e
        )
        acts = stop < e and (self.bits[stop] & _ACTS or self.gaps[stop] & COMMA or self.word(stop) in _HER)
        if not (acts or (stop < e and self._does(stop))):
            return None
        behind = min(stop + 5, e) if self.gaps[stop] & COMMA else stop  # Su rival, Ana Ruiz, …
        if self.word(stop) == "llama":
            behind = min(stop + 2, e)  # El candidato se llama Ana Ruiz
        if any(
            self.nameable[k]
            and self.span_of[k] < 0
            and not self._behind_preposition(a, k)
            and (self.english or not self._governed(state, a, k))
            for k in range(a, behind)
        ):
            return None
        while stop > core and self.bits[stop - 1] & OBJECT:
            stop -= 1
        subject = self._described(state, a, core, stop, place if self.english else a)
        subject.speaks = True  # what it does, a person does
        return subject

    def _past_fronted(self, a: int, e: int) -> int:
        """Where a Spanish sentence goes on behind phrases in front: En Lugo, donde duermen muchos, | una vecina"""
        for _ in range(2):
            c = next((k for k in range(a + 1, min(a + 8, e)) if self.gaps[k] & COMMA), a)
            to = self.word(a) in ("a", "al") and any(self.nameable[k] for k in range(a, c))
            if not self.bits[a] & PREPOSITION or self.word(a) in ("para", "según") or to:
                break
            if (
                c > a
                and (self.word(c) in ("donde", "que") or self.bits[c] & ED)
                and not self.bits[c] & DETERMINER
            ):
                c = next((k for k in range(c + 1, min(c + 14, e)) if self.gaps[k] & COMMA), c)
            a = c
        return a

    def _body_subject(self, state: Document, a: int, e: int, place: int) -> Source | None:
        """The body by its name that a sentence begins with: | La Cruz Roja | alertó ayer. «…», advirtió"""
        a = self._past_fronted(a, e)
        if (
            self.word(a) not in ("el", "la")
            or a + 2 >= e
            or not self.bits[a + 1] & CAPITAL
            or self.span_of[a] >= 0
        ):
            return None
        end = self._capitals_around(state, a + 1)[1]
        acts = end + 1 < e and (self.is_verb(end) or self.bits[end] & (OBJECT | HAVE | NEGATIVE))
        source = self._described(state, a, end, end, place) if acts else None
        return source if source is not None and source.kind == "institution" else None

    def _subject_alone(self, state: Document, a: int, e: int, place: int) -> Source | None:
        """Whom a Spanish sentence begins with, where it names nobody: | La compañía |, en una nota, lo niega, y añade que"""
        if self.english:
            return None
        noun = self.word(a + 1) if a + 1 < e else ""
        somebody = (
            self._tells_office(noun)
            or self.tells_person(noun)
            or (len(noun) > 3 and noun in self.words.bodies)
        )
        source = self._described_subject(state, a, e, place) if somebody or is_demonym(noun) else None
        source = source or self._body_subject(state, a, e, place)
        unknown = source is not None and {"a", "al"} & set(source.name.lower().split())
        return None if unknown else source  # El banco cita a los jueces, a quienes acusó

    def _behind_preposition(self, a: int, k: int) -> bool:
        """Say whether a preposition or article stands before a name: el técnico de | Deportivo Mirasol"""
        while k - 1 > a and self.bits[k - 1] & CAPITAL and not self.gaps[k]:
            k -= 1
        return bool(self.bits[k - 1] & (PREPOSITION | DETERMINER))

    def _who_was_asked(
        self, state: Document, a: int, e: int, place: int, fits: Callable[[Source], bool]
    ) -> Source | None:
        """Who answers what a sentence asks: La letrada preguntó al acusado, | Luis Gil |, por el dinero; else None."""
        k = next((m for m in range(a, e) if self.word(m).startswith("pregunt") and self.bits[m] & FINITE), e)
        asker = self._first_person(state, a, k, fits) if k < e else None
        if asker is None:
            return None
        to = next((m for m in range(k + 1, e) if self.word(m) in ("a", "al")), e)
        asked = self._first_person(state, to + 1, min(to + 9, e), fits) if to + 1 < e else None
        if asked is not None:
            return asked if asked is not asker else None
        return self._last_speaker(state, place, lambda s: s.kind == "named" and s is not asker and fits(s))

    def _told_within(self, a: int, at: int) -> bool:
        """Say whether what is said at a token stands in a relative clause: una carta en la que | el Gobierno advertía"""
        return not self.english and any(
            self.word(k) in ("que", "cual", "cuales")
            and self.bits[k - 1] & DETERMINER
            and self.bits[k - 2] & PREPOSITION
            for k in range(a + 2, at)
        )

    def _only_person_lately(self, state: Document, place: int) -> Source | None:
        """The one person whom the sentence before names: … la moción contra la ministra, | Ana Gil |. «Me voy», dijo"""
        self._read_names(state)
        since = max(self.at.sentence_first[self._sentence_back(place, 1)], state.first)
        named = {known for at, _, known in state.mentions if since <= at < place and self.span_of[at] < 0}
        return self._source_of(state, named.pop()) if len(named) == 1 else None

    def _of_unknown_gender(self, state: Document, place: int, gender: str) -> Source | None:
        """The one person whom the sentence before names, if no list has the name and only its ending misled: Kobina."""
        only = self._only_person_lately(state, place)
        given = "" if only is None else only.name.split()[0].lower()
        if only is None or given in self.words.female or given in self.words.male or not only.personal:
            return None
        only.gender = gender
        return only

    def _name_follows(self, k: int, e: int) -> bool:
        """Say whether the next comma is before a name: of many years, | Tom Hill"""
        comma = next((m for m in range(k, min(k + 8, e)) if self.gaps[m] & BREAK), e)
        return comma < e and bool(self.gaps[comma] & COMMA) and bool(self.nameable[comma])

    def _maybe_body(self, source: Source) -> bool:
        """Say whether "it" may be somebody of whom is told."""
        if source.plural and source.role != "media":  # the Times
            return False
        return source.kind in ("institution", "document") or (
            source.kind == "named" and not source.gender and not source.role
        )

    def _is_body_alone(self, a: int) -> bool:
        """Say whether a sentence begins with a country or a body by its letters, which acts."""
        body = self.word(a) in self.words.places or (self._shouted(a) and len(self.word(a)) > 1)
        return body and not self.gaps[a + 1] and bool(self.bits[a + 1] & (FINITE | ED))

    def _behind_fronted(self, word: str, a: int, place: int) -> bool:
        """Say whether "he" is the subject behind a phrase in front, whose people are others."""
        k = next((m for m in range(place, a, -1) if self.word(m) == word and self.gaps[m] & COMMA), a)
        fronted = self.bits[a] & (PREPOSITION | ING) and self.word(a) not in ("according", "like", "for")
        fronted = fronted and not any(
            self.bits[m] & FINITE for m in range(a, k)
        )  # As Hill warned us, he said
        return self.english and word in ("he", "she") and k > a and place - k < 2 and bool(fronted)

    def _does(self, k: int) -> bool:
        """Say whether a word no list has may be a verb of who stands before it: El alcalde | escucha | el reproche"""
        word = self.word(k)
        like = word.endswith(("a", "e")) and not self.bits[k] and not self.gaps[k] and not is_demonym(word)
        behind = self.bits[k + 1] & (DETERMINER | POSSESSIVE | PREPOSITION | ADVERB)
        who = self.word(k - 1)
        return like and bool(behind) and (self._tells_office(who) or who in self.words.bodies)

    def _parts(self, k: int) -> bool:
        """Say whether a gap or a pronoun parts a subject from what follows: El Gobierno | se equivoca."""
        clitic = self.word(k) in _HER and not self.bits[k - 1] & (PREPOSITION | COORDINATOR)
        return bool(self.gaps[k] & BREAK) or clitic or self.word(k) in _CLITIC_OR_NOT

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
                if person is None and self.word(k - 1) == "a" and k > since and not self.gaps[k]:
                    person = self._named(state, (k, e), place)  # criticó a | Gore |, pero éste
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

    def _alone_lately(self, state: Document, place: int, gender: str) -> Source | None:
        """Whom the sentence before brings in without a name, else the one it names."""
        return self._newly_told(state, place, gender) or super()._alone_lately(state, place, gender)

    def _newly_told(self, state: Document, place: int, gender: str) -> Source | None:
        """Somebody unnamed whom the sentence before brings in: Declaró | una antigua administrativa |. La mujer contó"""
        s = self._sentence_back(place, 1)
        a, e = max(self.at.sentence_first[s], state.first), min(self.at.sentence_first[s + 1], place)
        article = "una" if gender == "f" else "un"
        k = next((k for k in range(a, e - 1) if self.word(k) == article and self.span_of[k] < 0), e)
        if not gender or k >= e or any(self.nameable[m] for m in range(a, e)):
            return None
        stop = next(
            (m for m in range(k + 1, e) if self.bits[m] & (PREPOSITION | RELATIVE) or self.gaps[m] & BREAK), e
        )
        core = self._core(k, stop)
        if not self._described_as_person(core):
            return None
        return self._described(state, k, core, min(self._description_end(k, e), e), place)

    def _first_owner(self, state: Document, a: int, e: int, gender: str) -> Source | None:
        """Whose what a sentence begins with is, if a man or woman: Actor Ann Reed’s | visit was short. She said"""
        run = next((r for r in self._runs(a, min(e, a + 6)) if self.bits[r[1] - 1] & OWNER), None)
        if gender not in ("m", "f") or run is None or self.title_span(state, run[0]) != a:
            return None
        return self._first_person(state, a, run[1], lambda s: s.personal and s.gender == gender, owners=True)

    def _same_subject(self, word: str, a: int, e: int) -> int:
        """Where a sentence has the same pronoun as its subject, behind which no name can be meant by it."""
        begins = a + 1 if self.bits[a] & (COORDINATOR | ADVERB) and a + 1 < e else a
        return a if word in ("he", "she") and self.word(begins) == word and self.span_of[begins] < 0 else e

    def _meant_before(self, state: Document, word: str, a: int, e: int) -> int:
        """Where the same pronoun stands before a name that is no subject: Asked whether | she trusted Lockhart, she said"""
        k = next((m for m in range(a, e) if self.word(m) == word and self.span_of[m] < 0), e)
        name = next((m for m in range(k, e) if self.nameable[m]), e)
        if word not in ("he", "she") or name >= e:
            return e
        return e if self.gaps[self.title_span(state, name)] & COMMA else k

    def _acts_at_once(self, a: int, e: int) -> bool:
        """Say whether a sentence begins with an office and its verb: The president | praised his pick, Tom Hill"""
        k = a + 1
        while k < min(a + 4, e) and not (
            self.word(k) in self.words.strong or self.word(k) in self.words.weak
        ):
            k += 1
        return k + 1 < e and self.word(a) == "the" and bool(self.bits[k + 1] & (FINITE | ED | ADVERB))

    def _first_described(self, state: Document, a: int, e: int, place: int) -> Source | None:
        """The one person whom a sentence begins with: A rebel spokesman denied it."""
        a = self._past_question(a, e)
        if self.word(a) == "what" or self.bits[a] & COORDINATOR:
            a += 1  # What the president believes is …
        if self.english and self.bits[a] & PREPOSITION:  # At the counter, | a woman in a cap wept
            comma = next((k for k in range(a + 1, min(a + 10, e)) if self.gaps[k] & COMMA), a)
            a = comma if not any(self.nameable[k] for k in range(a, comma)) else a
        if a >= e or self.span_of[a] >= 0:
            return None
        owner = next(
            (k for k in range(a, min(a + 3, e)) if not self.bits[k] & CAPITAL or self.bits[k] & OWNER), a
        )
        owned = self.english and self.bits[owner] & OWNER and self.word(owner) in self.words.places
        if not owned and not self.bits[a] & (DETERMINER | POSSESSIVE):
            return None
        if owned:
            a = owner
        if self.english and self._tells_people(a, a + 2) and self.bits[a + 1] & CAPITAL and a + 2 < e:
            acts = self.gaps[a + 2] & COMMA or self.bits[a + 2] & (FINITE | ED | ADVERB)
            return self._described(state, a, a + 2, a + 2, a) if acts else None  # The Dane | won
        for k in range(a + 1, min(e, a + 7)):
            word = self.word(k)
            if word in self.words.strong or word in self.words.weak or word in KIN or self.tells_person(word):
                if k + 1 < e and self.gaps[k + 1] & COMMA and self.nameable[k + 1]:
                    return None  # Her deputy, | Tom Hill |, quit. She said
                follows = k + 1 < e and (self.bits[k + 1] & AFTER_SUBJECT or self.gaps[k + 1])
                if follows and not self._plural(word, a):
                    if self.english and self.bits[k + 1] & PREPOSITION and self._name_follows(k + 2, e):
                        return None  # Her colleague of many years, | Tom Hill |, shrugged
                    return self._described(state, a, k + 1, k + 1, a if self.english else place)
            if self.bits[k] & (FINITE | PREPOSITION) or self.gaps[k] & BREAK:
                return None
        return None
