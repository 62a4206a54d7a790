"""Noun phrases that name a source: names, titles, bodies, and how far a description goes."""

from __future__ import annotations

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
    ING,
    NEGATIVE,
    NUMBER,
    OWNER,
    PLURAL,
    POSSESSIVE,
    PREPOSITION,
    RELATIVE,
    SUBJECT,
    THAT,
    TIME,
    TO,
)
from .callings import ISSUED
from .people import PARTICLES, Names, unaccented
from .roles_es import SHARES, is_demonym
from .sources import Document, Person, Source
from .synonyms import KIN, PERSON_NOUNS

CAPITALISED: Final = ("times", "post")  # newspapers, where they have a capital
_BESIDE: Final = ("frente", "cerca", "junto", "alrededor")
_ARTICLES: Final = frozenset("the a an el la los las un una unos unas".split())
LATTER: Final = {"este": "m", "esta": "f", "éste": "m", "ésta": "f"}

_SEVERAL: Final = frozenset("people staff police troops fuentes women men children".split())
_SOMEBODY: Final = ("another", "others", "second", "third", "fourth")  # | A second | called it late


class Descriptions(Names):
    """Read noun phrases as names or descriptions."""

    _last_core = (-1, -1, -1)

    def _connects(self, k: int) -> bool:
        bits = self.bits[k]
        if bits & (DETERMINER | SUBJECT):
            return False
        return bool(bits & COORDINATOR) or (
            bool(bits & ADVERB) and not self.bits[k + 1] & ED and self.word(k + 1) != "available"
        )

    def can_speak(self, a: int, e: int) -> bool:
        """Say whether a noun phrase names a person, body or document, as far as its words tell."""
        while a + 1 < e and self._connects(a):
            a += 1
        if self.english and e - a == 1 and self.bits[a] & (OWNER | CAPITAL) == OWNER | CAPITAL:
            return not self.bits[a] & TIME  # Labor’s | plan to
        core, words = self._core(a, e), self.words
        if self.bits[a] & CAPITAL and tuple(self.word(k) for k in range(a, core)) in words.by_name:
            return True  # Vox
        for k in range(a, core):
            if self.nameable[k] and not self.bits[k] & OWNER and (k > a or not self._starts_sentence(k)):
                return True
        head = self._head(a, core)
        if head in CAPITALISED and not self.bits[core - 1] & CAPITAL:
            return False  # difficult times
        if head in words.sources or head in KIN or self.word(a) in words.groups or head in PERSON_NOUNS:
            return True
        if self.tells_person(head) and not self.bits[core - 1] & (PREPOSITION | ADVERB | DETERMINER):
            return True
        if self.english and e - a < 3 and self.word(e - 1) in _SOMEBODY:
            return True
        if is_demonym(head) and self.bits[a] & DETERMINER and core - a == 2:
            return True  # el turco
        if e - a == 1 and head in LATTER:
            return True  # Este respondió que
        if e - a == 1 and not self.nameable[a] and self.bits[a] & CAPITAL:
            return self._known(self.document(self.at.doc[a]), a)  # of a headline
        if self.nameable[a] and core - a == 1:
            return not head.endswith("s") or self._known(self.document(self.at.doc[a]), a)
        return any(self.bits[k] & CAPITAL and k > a for k in range(a, core)) or any(
            self.nameable[k] and not self.bits[k] & OWNER for k in range(core, e) if self.gaps[core] & COMMA
        )

    def _is_paper(self, a: int, core: int) -> bool:
        """Say whether a noun phrase in capitals is a document: the Cotonou Agreement, its Economic Survey."""
        last = core - 1
        if last > a and self.word(last).isdigit():
            last -= 1
        return (
            last > a
            and bool(self.bits[a] & (DETERMINER | POSSESSIVE))
            and bool(self.bits[last] & CAPITAL)
            and self.word(last) in self.words.documents
        )

    def _are_many(self, state: Document, run: tuple[int, int], a: int) -> bool:
        """Say whether a plural with a capital is no name: the great Powers."""
        k, e = run
        return (
            e - k == 1
            and k > a
            and bool(self.bits[k] & PLURAL and self.bits[a] & DETERMINER)
            and not self.bits[k - 1] & CAPITAL
            and not self._known(state, k)
        )

    def _known(self, state: Document, token: int) -> bool:
        """Say whether a word is part of a full name of the document: Hughes, of a Karen Hughes."""
        self._read_names(state)
        return self.word(token) in state.by_name

    def _starts_sentence(self, token: int) -> bool:
        return bool(self.at.starts_sentence[token])

    def _core(self, a: int, e: int) -> int:
        """Where the head of a noun phrase ends: before its first preposition, participle or comma."""
        if self._last_core[:2] != (a, e):  # asked first whether it can speak, then who it is
            self._last_core = (a, e, self._find_core(a, e))
        return self._last_core[2]

    def _find_core(self, a: int, e: int) -> int:
        k = self._past_share(a, e) + 1
        if self.english and e - a == 2 and self.word(a) in _ARTICLES:
            return e  # the warning
        while k < e:
            bits = self.bits[k]
            if self.gaps[k] & BREAK:
                break
            if (
                (bits & (RELATIVE | TO) and not bits & CAPITAL)
                or bits & THAT
                or (bits & ING and self._acts_on(k, e))
            ):
                break
            if (
                bits & PREPOSITION
                and not (
                    self.word(k) in PARTICLES
                    and k + 1 < e
                    and self.nameable[k - 1]
                    and (self.nameable[k + 1] or (self.word(k + 1) in PARTICLES and self.nameable[k + 2]))
                )
                and not (
                    self.word(k) == "of"
                    and k + 2 < e
                    and not (k == a + 2 and any(self.gaps[m] & BREAK for m in range(k + 1, e)))
                    and self.nameable[e - 1]
                    and not self.bits[e - 1] & OWNER  # a friend | of Tom Hill’s
                    and self.bits[k - 1] & CAPITAL
                    and not self.bits[k - 1] & PLURAL  # Supporters | of Tom Hill
                    and not (self.nameable[k - 1] and k - 1 > a and self.nameable[k - 2])
                )
                and not (self.word(k) in ("for", "of") and self._named_behind(k, e))
            ):
                break
            led_by = self.english and bits & FINITE and k > a + 1 and k + 1 < e and self.word(k + 1) == "by"
            acted = bits & ED and k + 1 < e and self.bits[k + 1] & (PREPOSITION | TIME)
            if led_by or (acted and not self._headed(a, k)):
                break  # an inquiry | led by Ann Reed
            if (
                not self.english
                and self.word(k).endswith(("aba", "ía"))
                and k + 1 < e
                and self.bits[k + 1] & DETERMINER
            ):
                break  # su marido | ponía la nota
            if k > a + 1 and (self.word(k) == "familiar" or (bits & TIME and not bits & CAPITAL)):
                break
            k += 1
        while k > a + 1 and self.bits[k - 1] & ADVERB:
            k -= 1
        return k

    def _named_behind(self, k: int, e: int) -> bool:
        """Say whether a name ends what an office is for: Minister | for Health Ann Reed, chief | of staff Ann Reed."""
        if not self.bits[k - 1] & CAPITAL or self.word(k) == "of":
            given = next((m for m in range(k + 2, e - 1) if self._begins_given(m)), e)
            body = range(k + 1, given + 1)  # director | of Amnesty International Ann Reed
            joined = all(self.bits[m] & CAPITAL and not self.gaps[m] for m in body) if given < e else False
            titled = any(self.word(m) in self.words.offices for m in range(k + 1, min(given + 1, e)))
            if joined and not titled and self.word(given) not in self.words.titles:
                return self._tells_office(self.word(k - 1))  # but: a spokesman for Minister Ann Reed
            name = next((m for m in range(k + 2, e - 1) if self.nameable[m]), e)
            plain = not any(
                self.bits[m] & (PREPOSITION | DETERMINER | CAPITAL | OWNER) for m in range(k + 1, name)
            )
            return name < e and plain and self._tells_office(self.word(k - 1))
        if self.word(k - 1) not in self.words.titles:
            return False
        name = next((m for m in range(k + 2, e - 1) if self.nameable[m] and self._begins_given(m)), e)
        return name < e and all(self.bits[m] & (CAPITAL | COORDINATOR) for m in range(k + 1, e))

    def _past_share(self, a: int, e: int) -> int:
        """Where those begin of whom a share is told: Más de | veinte alcaldes, la mitad de | los vecinos."""
        if self.english:
            return a
        k = a + 2 if self.word(a) in ("más", "menos") and self.word(a + 1) == "de" else a
        if k + 2 < e and self.word(k + 1) in SHARES and self.word(k + 2) in ("de", "del"):
            k += 3
        return k if k < e else a

    def _headed(self, a: int, k: int) -> bool:
        """Say whether a form like a participle is the noun itself: el comunicado de, los detenidos en."""
        return k > a and self.word(k - 1) in _ARTICLES

    def _acts_on(self, k: int, e: int) -> bool:
        """Say whether a form in -ing is a participle (looking at), not in a compound (planning office)."""
        if self.word(k) in self.words.documents and k + 1 >= e:
            return False  # a court ruling
        if self.english and self.word(k - 1) in _ARTICLES and k + 1 < e and self.nameable[k + 1]:
            return False  # a smiling Reed
        if self.english and self.bits[k - 1] & OWNER:
            return False  # the governor’s thinking
        return not self.bits[k] & CAPITAL and (
            k + 1 >= e
            or bool(
                self.bits[k + 1] & (PREPOSITION | DETERMINER | POSSESSIVE | SUBJECT | TO | THAT | CAPITAL)
            )
        )

    def _described_as_person(self, core: int) -> bool:
        word = self.word(core - 1)
        if self._tells_office(word) or (self.english and word in ("republican", "democrat")):
            return True  # the panel's top Republican, Ann Lee
        if not self.english and core > 1 and self._tells_office(self.word(core - 2)):
            return True  # su vocera alterna
        return self.tells_person(word)

    def _tells_office(self, word: str) -> bool:
        return word in self.words.strong or word in self.words.weak or word in KIN

    def _is_name(self, state: Document, run: tuple[int, int]) -> bool:
        self._read_names(state)
        tokens = tuple(self.word(k) for k in range(*run))
        return tokens in state.by_full or (len(tokens) == 1 and tokens[0] in state.by_name)

    def _is_body(self, run: tuple[int, int], a: int, core: int, state: Document) -> bool:
        """Say whether a run of capitals belongs to a body: The Daily Courier, Voter Access Project, NATO."""
        if run[1] < core and self.bits[run[1]] & CAPITAL:
            return True
        text = self.tokens.text[self.at.start[run[0]] : self.at.end[run[1] - 1]]
        if text.isupper() and run[1] - run[0] == 1 and len(text) > 1:
            return True
        if not self.english and run[0] > state.first and self._continues_body(state, run[0]):
            return True
        if not self.bits[a] & DETERMINER or self._is_name(state, run):
            return False
        if not self.english:  # la Mesa Directiva
            if run[0] == a + 2 and self.bits[a + 1] & CAPITAL and self.word(a + 1) in self.words.bodies:
                return not self._begins_given(run[0])  # la Organización | Internacional del Trabajo
            return run[0] == a + 1 and not self._begins_given(run[0])  # el Medef
        office = self.words
        return run[1] == core and all(  # the Harvest Workers Alliance
            self.bits[k] & CAPITAL
            and not (
                self.word(k) in office.titles or self.word(k) in office.strong or self.word(k) in office.weak
            )
            for k in range(a + 1, run[0])
        )

    def _named(self, state: Document, run: tuple[int, int], place: int, title: range = range(0)) -> Source:
        tokens = tuple(self.word(k) for k in range(*run))
        known = self._person(state, tokens, place, self._gender("", title))
        if known is not None:
            person = self._source_of(state, known)
            if person.role is None:
                person.role = self._role(title) or self._role_after(state, run[1])
            if not person.gender:
                person.gender = self._gender("", title)
            return person
        a = run[0]
        if len(tokens) == 1 and title and self.word(a - 1) in self.words.keep_title:
            a -= 1
        elif len(tokens) == 1 and not self.english:
            a = self._particled(state, a)
        person = Source(
            self.text(a, run[1]),
            self._kind_of(state, *run),
            self._role(title) or self._role_after(state, run[1]),
            self._gender(self._given(tokens), title),
        )
        number = len(state.people)
        state.people.append(Person(person, run[0], tokens))
        state.by_full[tokens] = number
        for part in dict.fromkeys((tokens[-1], *tokens[:-1])):
            state.by_name.setdefault(part, []).append(number)
        titles = self._titles(state)
        for k in title:
            titles.setdefault(self.word(k), []).append((run[0], number))
        return person

    def _person(self, state: Document, tokens: tuple[str, ...], place: int, gender: str = "") -> int | None:
        self._read_names(state)
        if tokens[-1] not in state.by_name:
            tokens = tuple(map(unaccented, tokens))
        known = state.by_full.get(tokens)
        candidates = state.by_name.get(tokens[-1], [])
        if len(tokens) > 1 and tokens[0] not in self.words.given:  # Peña Nieto, of an Enrique Peña Nieto
            n = len(tokens)
            named = ((c, state.people[c].tokens) for c in candidates)
            whole = [c for c, t in named if len(t) > n and t[-n:] == tokens and t[0] in self.words.given]
            if whole:
                return self._bearer(state, whole, place)
        if known is not None and len(tokens) > 1:
            return known
        if len(tokens) > 1:
            fits = [
                c
                for c in candidates
                if state.people[c].tokens[0] == tokens[0] and set(tokens) <= set(state.people[c].tokens)
            ]
            return fits[-1] if fits else None
        longer = [c for c in candidates if len(state.people[c].tokens) > 1]
        surname = (
            [c for c in longer if self._first_surname(state.people[c].tokens) == tokens[0]]
            or [c for c in longer if state.people[c].tokens[-1] == tokens[0]]
            or [c for c in longer if state.people[c].tokens[0] != tokens[0]]
            or longer
        )
        if gender and len(surname) > 1:  # Mr. Toomey, where there is a Ms. Toomey
            told = {c: self._source_of(state, c).gender for c in surname}
            surname = (
                [c for c in surname if told[c] == gender] or [c for c in surname if not told[c]] or surname
            )
        before = [c for c in surname if state.people[c].first <= place]
        if before:
            return self._bearer(state, before, place)
        if surname:
            return min(surname, key=lambda c: state.people[c].first)
        return known

    def _head(self, a: int, core: int) -> str:
        """The noun a description is built on: in English its last word, in Spanish the first listed one."""
        if not self.english:
            lists = self.words
            for k in range(a, core):
                word = self.word(k)
                if word == "general" and k > a + 1:
                    continue  # la Confederación General
                if (
                    word in lists.strong
                    or word in lists.weak
                    or word in lists.documents
                    or word in lists.bodies
                ):
                    return word
        elif core - a > 1 and self.word(core - 1).isdigit():
            return self.word(core - 2)  # Article 62
        if not self.english and core - a > 2 and self.word(core - 1) == "general":
            return self.word(core - 2)
        return self.word(core - 1)

    def _description_end(self, a: int, e: int) -> int:
        k = a + 1
        while k < e:
            if self.gaps[k] & BREAK or (
                self.bits[k] & RELATIVE and not self.bits[k] & (CAPITAL | DETERMINER)
            ):
                break
            if self.bits[k] & ING and not (k == a + 1 and self.word(a) in _ARTICLES) and self._acts_on(k, e):
                break
            if (
                self.bits[k] & ED
                and k + 1 < e
                and (self.bits[k + 1] & (PREPOSITION | TIME) or self.word(k + 1) in _BESIDE)
                and not self._headed(a, k)
            ):
                break
            k += 1
        while (
            k > a + 1
            and self.bits[k - 1] & (PREPOSITION | COORDINATOR | DETERMINER | TO | NEGATIVE)
            and self.word(k - 1) not in ("other", "others", "another", "one")
        ):
            k -= 1
        if not self.english and k > a + 1 and self.word(k - 1).startswith("consultad"):
            k -= 1  # fuentes del partido | consultadas
        acted = k > a + 2 and k == e and self.bits[k - 1] & ED and not self.bits[k - 1] & CAPITAL
        if acted and (self.english or self.word(k - 1).startswith(ISSUED)):
            k -= 1  # a poll [released] on Tuesday, un sondeo [difundido] ayer
        return k

    def _plural(self, head: str, a: int) -> bool:
        if head == self.word(a) and head in ("one", "uno", "una") and self.word(a + 1) in ("of", "de"):
            return False  # one of them
        if head in self.words.groups or head in _SEVERAL:
            return True
        first = self.word(a)
        if first in ("the", "a", "an", "one", "this", "that", "el", "la", "un", "una", "another"):
            return (
                head.endswith("s")
                and not head.endswith(("ss", "us", "is"))
                and first not in ("a", "an", "one", "el", "la", "un", "una")
            )
        return (head.endswith("s") and not head.endswith("ss")) or bool(self.bits[a] & NUMBER)
