"""Who speaks: what a noun phrase, a short name or a pronoun stands for, within one document."""

from __future__ import annotations

from bisect import bisect_left
from typing import Final

from .acronyms import Acronyms
from .bits import (
    ADVERB,
    CAPITAL,
    COLON,
    COMMA,
    COORDINATOR,
    DASH,
    DETERMINER,
    FINITE,
    OWNER,
    PAREN,
    POSSESSIVE,
    PREPOSITION,
    SEMICOLON,
    STOP,
    SUBJECT,
    SUBORDINATOR,
    TIME,
)
from .descriptions import LATTER
from .pronouns import PRONOUNS
from .sources import Document, Source

_BREAKS: Final = COMMA | DASH | PAREN | SEMICOLON | COLON
_CLOSED: Final = SUBORDINATOR | PREPOSITION | COORDINATOR
_OWN: Final = {"his": "he", "her": "she", "its": "it", "their": "they", "su": "", "sus": ""}
_ONE_OF_THEM: Final = frozenset("one another uno una otro otra".split())
_UNITS: Final = frozenset("frente bloque batallón brigada comando regimiento".split())
_STATIONS: Final = frozenset("radio canal televisión diario grupo banco caja".split())  # Radio Fiyi
_CHARGES: Final = (("a", "cargo"), ("al", "cargo"), ("al", "frente"), ("al", "mando"))
_SELFSAME: Final = frozenset("mismo misma mismos mismas".split())
_THE_SAME: Final = {"el": "él", "la": "ella", "los": "ellos", "las": "ellas"}
_ALSO: Final = _SELFSAME | frozenset(("sí", "también", "tampoco", "solo", "sólo"))


class Speakers(Acronyms):
    """Resolve the sources of a batch, document by document."""

    def resolve(
        self, number: int, span: tuple[int, int] | None, place: int, answers: bool = False
    ) -> Source | None:
        """Say who a noun phrase (tokens, half open) stands for at a place; None for nobody told."""
        state = self.document(number)
        if span is None:
            return None
        a, e = self._tidy(state, *span)
        if a >= e:
            return None
        if e - a == 2 and self.word(a + 1) in _SELFSAME and self.word(a) in _THE_SAME:
            return self.pronoun(number, _THE_SAME[self.word(a)], place)  # Los mismos aseguran que
        also = self.bits[a + 1] & ADVERB or self.word(a + 1) in _ALSO
        if e - a == 1 or (e - a == 2 and self.bits[a] & SUBJECT and also):
            pronoun = self.word(a).partition("'")[0]  # they're
            if pronoun in PRONOUNS:
                return self.pronoun(number, pronoun, place, answers)
        if (
            self.english
            and e - a == 2
            and self.word(a) == "the"
            and self.word(a + 1) in ("two", "pair", "duo")
        ):
            return self._pair(state, place)
        if e - a == 1 and self.word(a) in ("both", "ambos", "ambas"):
            pair = self._pair(state, place)
            if pair is not None:
                return pair
        body = self._body_of_place(state, a, e)
        if body is not None:
            return body
        if e - a == 1 and self.bits[a] & _CLOSED and not self.bits[a] & (SUBJECT | DETERMINER | TIME):
            return None  # As …], once said
        if self.word(a) in LATTER and (e - a == 1 or (e - a == 2 and self.word(a + 1).startswith("últim"))):
            return self.latter(state, LATTER[self.word(a)], a)
        if (
            self.english
            and e - a == 2
            and self.word(a) in ("his", "her")
            and self.word(a + 1) in ("majesty", "highness", "excellency", "holiness", "honor", "honour")
        ):
            spoken_of = self.pronoun(number, "he" if self.word(a) == "his" else "she", place)
            if spoken_of is not None:
                return spoken_of  # His Highness wrote
        if self.bits[a] & POSSESSIVE and e - a == 1:
            if self.word(a) not in _OWN:
                return None  # your commitment to
            here = self._subject_here(state, place) if self.word(a) == "its" else None
            return here or self.pronoun(number, _OWN[self.word(a)], place)
        if self.word(a) in ("he", "she", "él", "ella") and self.bits[a + 1] & COORDINATOR:
            return self.pronoun(number, self.word(a), place)
        if (
            self.word(a) in ("a", "an", "un", "una")
            and a > state.first
            and (
                e >= state.last
                or self.word(e) in ("who", "that", "que", "quien")
                or self.gaps[e] & COMMA
                or self._behind_age(a) < a
            )
            and self.gaps[a] & COMMA
            and (self.nameable[a - 1] or self._behind_age(a) < a)
        ):
            name = self._run_before(state, self._behind_age(a))
            if name is not None:
                return name  # Abdul Rahim, a teacher who said
        if self.english and self.bits[e - 1] & OWNER and self._body_by_name(a, e) is None:
            owners = self._runs(a, e)
            if owners and owners[-1][1] == e:  # Reed’s | answer was blunt
                return self._named(state, owners[-1], place, title=range(a, owners[-1][0]))
        return self._noun_phrase(state, a, e, place)

    def _noun_phrase(self, state: Document, a: int, e: int, place: int) -> Source:
        known_body = self._spelt_out(state, a, e) or self._body_by_name(a, e)
        if known_body is not None:
            return known_body
        titled = self._titled_body(a, e)
        if titled is not None:
            return titled
        listed = self._last_listed(a, e) if self.english else 0
        if listed:
            last = self._noun_phrase(state, listed, e, place)
            first = [r for r in self._runs(a, listed) if self.gaps[r[1]] & COMMA]
            names = [self._named(state, r, place).name for r in first if r[0] == a or self.gaps[r[0]] & COMMA]
            whole = sum(bool(self.gaps[k] & COMMA) for k in range(a + 1, listed + 1)) == len(names)
            name = ", ".join((*names, last.name)) if whole else self.text(a, e)
            kind = "anonymous" if self.word(e - 1) == "others" else last.kind
            return Source(name, kind, last.role, "", True)
        core = self._core(a, e)
        again = self._body_called(state, a, core, place) if core == e else None
        if again is not None:
            return again
        office = self._office_over(a, e)
        if office:
            return self._described(state, a, office, e, place)
        of = self._body_of(a, e) if self.english else 0
        if of:
            return self._described(state, a, of, e, place)  # the Organization of African Unity
        if self.english and self._is_paper(a, core):
            return self._described(state, a, core, e, place)  # the Human Development Report
        if self.english and self._is_household(a, core):
            return Source(self.text(a, core), "anonymous", "civilian", plural=True)  # the Reed family
        begins = self._called_body(a, e) if self.english else a
        if begins > a or (self.english and self._is_slogan(a, e)):  # the group | People for a Better Lund
            called = self.word(begins - 1)
            role = None if called == "group" else self.words.bodies.get(called)
            return Source(self.text(begins, e), "institution", role or None)
        runs = [r for r in self._runs(a, e) if not self.bits[r[1] - 1] & OWNER]
        if not self.english:
            runs = [r for r in runs if self.word(r[0] - 1) != "of"]  # College of | Emergency Medicine
        inside = [r for r in runs if r[1] <= core]
        if self.english and core < e and self._named_at_end(a, core, e, runs):
            return self._named(state, runs[-1], place, title=range(a, runs[-1][0]))
        if not self.english and runs and runs[-1][1] == e > core and self._described_as_person(core):
            begun = self._behind_place(state, *runs[-1])  # el profesor de la Universidad de Lund | Ana Ruiz
            if begun > runs[-1][0]:
                return self._named(state, (begun, e), place, title=range(a, core))
        if self.english and e - a > 1 and len(runs) == 1 and self._are_many(state, runs[0], a):
            return self._described(state, a, core, e, place)  # the great Powers
        if e - a == 1 and not runs and self.bits[a] & CAPITAL and self._known(state, a):  # a David Pope’s
            return self._named(state, (a, e), place)
        if e - a == 1 and self.word(a) in self.words.also_places and not self._known(state, a):
            return Source(self.text(a, e), "institution", "executive")  # Chad believes that
        short = self._short_for(state, a) if e - a == 1 and self.nameable[a] else None
        if short is not None:  # Ford, of a Ford Motor Company
            return short
        if e - a == 1 and runs and self._is_common(state, a):  # Experience has shown
            return self._described(state, a, core, e, place)
        if core - a > 1 and self._shouted(core - 1) and self._titles_person(core - 2):  # Mr. PEARSON
            return self._named(state, (core - 1, core), place, title=range(a, core - 1))
        if self._titled_name(state, a, core) and not runs:  # Rep. Banks, of an Otto Banks
            return self._named(state, (core - 1, core), place, title=range(a, core - 1))
        if (inside and inside[-1][1] == core) or (
            inside
            and self._is_name(state, inside[-1])
            and not (self.word(core - 1) in self.words.bodies or self.word(core - 1) in self.words.documents)
            and not (self.english and self._before_noun(inside[-1][1], a, core))  # a Donald Trump | aide
        ):
            both = (
                len(inside) > 1
                and any(self.bits[k] & COORDINATOR for k in range(inside[0][1], inside[-1][0]))
                and not (self.english and self._tells_department(inside[0], inside[-1][0]))
            )
            joint = self._joined_names(state, inside[0], place) if len(inside) == 1 else None
            if joint is not None:
                return joint
            if both:  # Board Chair | Ann Reed | and Council Chair | Tom Hill
                ends = [
                    r
                    for r in inside
                    if r[1] == core or self.gaps[r[1]] & COMMA or self.bits[r[1]] & COORDINATOR
                ]
                inside = ends or inside
                names = [self._named(state, r, place).name for r in inside]
                return Source(
                    " and ".join(names) if self.english else " y ".join(names), "named", None, "", True
                )
            beside = self._name_and_others(state, inside, a, core, place)
            if beside is not None:
                return beside
            kind = self.word(inside[-1][0] - 1) if inside[-1][0] > a else ""
            body = self.word(a + 1) if a + 1 < core and self.bits[a] & DETERMINER else ""
            if body in self.words.bodies and not self.bits[a + 1] & CAPITAL and a + 2 < inside[-1][0]:
                kind = kind if self.english else body  # la organización ecologista Agua Clara
            if (
                kind in self.words.bodies
                and kind not in self.words.strong
                and self.word(inside[-1][0] - 2) != "of"  # chief of staff | Ann Reed
                and not self.bits[inside[-1][0] - 1] & CAPITAL
            ):
                return Source(
                    self.text(inside[-1][0], e), "institution", self.words.bodies[kind] or None
                )  # rights group Open Watch
            if kind in _UNITS and not self.english:
                return Source(
                    self.text(inside[-1][0] - 1, e), "institution", "military"
                )  # el frente | Luis Gil
            if kind in _STATIONS and not self.english and self.bits[inside[-1][0] - 1] & CAPITAL:
                return Source(self.text(inside[-1][0] - 1, e), "institution", self.words.bodies.get(kind))
            if (
                kind in self.words.documents
                and not self.bits[inside[-1][0] - 1] & CAPITAL
                and not self.english
            ):
                return self._described(state, a, core, e, place)  # la última encuesta Cadem
            known_role = self.words.by_name.get(tuple(self.word(k) for k in range(*inside[-1])))
            if known_role is not None:  # the Republic of San Marino
                return Source(self.text(a, inside[-1][1]), "institution", known_role)
            if not self._is_body(inside[-1], a, core, state):
                return self._named(state, inside[-1], place, title=range(a, inside[-1][0]))
        for r in runs:  # the envoy, Michael Trent
            if (
                r[0] >= core
                and (self._described_as_person(core) or self._bears_name(state, a, core, r))
                and (
                    any(
                        self.gaps[k] & COMMA
                        for k in range(max(self.title_span(state, r[0]), a + 1), r[0] + 1)
                    )
                    or self.word(r[0] - 1) == "named"
                    or self._stands_behind_office(state, r, a, e)
                    or self._stands_behind_noun(state, r, core, e)
                )
            ):
                partner = next((p for p in runs if p[0] > r[1] and p[1] == e), None)
                if partner and self.bits[r[1]] & COORDINATOR and self._is_name(state, partner):
                    names = [self._named(state, p, place).name for p in (r, partner)]
                    return Source(
                        " and ".join(names) if self.english else " y ".join(names), "named", None, "", True
                    )
                return self._named(state, r, place, title=range(a, self._office_end(core, e)))
            if (
                r[0] >= core
                and self.gaps[r[0]] & COMMA
                and self.word(core - 1) in self.words.bodies
                and r[1] == e
            ):
                return self._described(state, r[0], r[1], r[1], place, body=True)  # the group, Open Ledger
        if not self.english and self.words_at(e, state.last) in _CHARGES and self.gaps[e + 2] & COMMA:
            e += 2  # el ingeniero a cargo, Juan Páez
        e = self._past_field(e, state.last) if not self.english and not runs else e
        if (
            not self.english
            and e + 1 < state.last
            and self.bits[e] & CAPITAL
            and self.gaps[e] & PAREN
            and self.gaps[e + 1] & PAREN
            and self.gaps[e + 1] & COMMA
        ):
            e += 1  # el presidente de la Unión del Mar (Umar), Juan Páez
        given = None if runs else self._gives_name(state, e)
        if given is not None:
            named = state.described[self._head(a, core)] = self._named(
                state, given, place, title=range(a, core)
            )
            return named
        person = self._described_as_person(core) or self.word(a) in _ONE_OF_THEM
        unnamed = not runs or runs[0][0] > core  # the spokesman on Home Affairs, Tom Hill
        if person and unnamed:
            e = (
                self._past_bracket(e, state.last) if self.english else e
            )  # of the union (National Union), Tom Hill
            e = self._past_marks(e, state.last)  # del diario «La Voz»|, Luis Paz
        if unnamed and e < state.last and self.gaps[e] & COMMA:
            after = self._runs(e, min(e + 8, state.last))
            if not self.english and len(after) > 1:
                after = self._past_departments(after, e)
            if (
                after
                and (person or self._bears_name(state, a, core, after[0]))
                and (
                    after[0][0] == e
                    or (not self.english and after[0][0] > e and self._lists_departments(e, after[0][0]))
                    or self.word(after[0][0] - 1) == "named"
                    or self.title_span(state, after[0][0]) == e
                )
                and self._stops_behind(state, after[0][1])
            ):
                return self._named(state, after[0], place, title=range(a, self._office_end(core, e)))
        lone = e - a == 2 and self.word(a) in ("the", "el", "la") and self.word(a + 1) not in state.described
        full = self._full_name_of_body(state, a + 1) if lone else None
        if full is not None:  # The Ministry of Health acted. The ministry said
            named = self._noun_phrase(state, full[0], full[1], place)
            if named.kind == "institution":
                state.described[self.word(a + 1)] = named
                return named
        return self._described(state, a, core, e, place)

    def _last_listed(self, a: int, e: int) -> int:
        """Where the last two of a list begin: the pope, | the king and others; 0 where there is no list."""
        k = next((k for k in range(e - 1, a, -1) if self.gaps[k] & COMMA), 0)
        if k and self.bits[k] & COORDINATOR:  # the pope, the king, | and others
            k = next((m for m in range(k - 1, a, -1) if self.gaps[m] & COMMA), 0)
        if not k or self.gaps[e] & (COMMA | DASH) or self.word(k) in ("a", "an"):
            return 0
        if not self.bits[k] & (CAPITAL | DETERMINER | POSSESSIVE) or any(
            self.bits[m] & (PREPOSITION | FINITE) and not self.bits[m] & CAPITAL for m in range(a, e)
        ):
            return 0
        return k if any(self.bits[m] & COORDINATOR for m in range(k + 1, e - 1)) else 0

    def _is_common(self, state: Document, k: int) -> bool:
        """Say whether a sentence's first word, which bears no name the text tells in full, is written small near it."""
        if not self._starts_sentence(k) or self._known(state, k):
            return False
        if self.word(k) in self.words.openers:
            return True
        norm, bits = self.at.norm[k], self.bits
        around = range(max(k - 2000, state.first), min(k + 2000, state.last))
        return any(self.at.norm[m] == norm and not bits[m] & CAPITAL for m in around)

    def _titles_person(self, k: int) -> bool:
        """Say whether a word before a name says that it is a person's: Mr., Senator."""
        word = self.word(k)
        return bool(self.bits[k] & CAPITAL) and (word in self.words.titles or word in self.words.strong)

    def _stops_behind(self, state: Document, e: int) -> bool:
        """Say whether a name in apposition is all there is, but for where it is from: Ann Lee of Ohio, said"""
        if self.english and e + 1 < state.last and self.word(e) == "of" and self.bits[e + 1] & CAPITAL:
            e += 2 if not (e + 2 < state.last and self.bits[e + 2] & CAPITAL) else 3
        if (
            self.english
            and self.word(e) in ("from", "at", "with")
            and self.bits[e + 1] & (CAPITAL | DETERMINER)
        ):
            e = next(
                (k for k in range(e + 2, min(e + 9, state.last)) if self.gaps[k]), e
            )  # Ann Lee from the institute,
        if e < state.last and self.word(e) in ("quien", "quienes"):
            return True  # el portavoz, Borja Ortiz | quien …
        return e >= state.last or bool(self.gaps[e] & (_BREAKS | STOP))

    def words_at(self, k: int, last: int) -> tuple[str, str] | None:
        """Two words from a token on, with a third behind them."""
        return (self.word(k), self.word(k + 1)) if k + 2 < last else None

    def begins_with_verb(self, number: int, a: int) -> bool:
        """Say whether a headline begins with its verb: Revira | Sandoval a Cárdenas, the text naming an Ana Sandoval."""
        state = self.document(number)
        if (
            self.english
            or self.bits[a] & (DETERMINER | POSSESSIVE | PREPOSITION)
            or not self.bits[a + 1] & CAPITAL
        ):
            return False
        first, second = self.word(a), self.word(a + 1)
        known = self._known(state, a + 1) and (first, second) not in state.by_full
        return known and not any(first in state.people[p].tokens for p in state.by_name[second])

    def only_person(self, number: int, e: int) -> Source | None:
        """The one person whom a document names in full before a token."""
        state = self.document(number)
        self._read_names(state)
        named = {known for a, _, known in state.mentions if a < e}
        return self._source_of(state, named.pop()) if len(named) == 1 else None

    def subject_of(self, number: int, a: int, e: int, asides: bool = True) -> Source | None:
        """The person that a stretch of text is about: the first one it names, in a phrase only with `asides`."""
        if not self.english:  # Respondió a su abogado, Luis Gil, y negó haber cobrado
            found = self._subject_named(self.document(number), a, e, lambda s: True)
            if found is not None or self.is_verb(a):
                return found
            return self._first_person(
                self.document(number), a, e, lambda s: True, left_out=True, asides=asides
            )
        return self._first_person(self.document(number), a, e, lambda s: True, asides=asides)

    def spoke(self, number: int, place: int, source: Source) -> None:
        """Remember that a source spoke at a place."""
        spoken = self.document(number).spoken
        spoken.append((place, source))
        if len(spoken) > 1 and spoken[-2][0] > place:
            spoken.insert(bisect_left([p for p, _ in spoken[:-1]], place), spoken.pop())
