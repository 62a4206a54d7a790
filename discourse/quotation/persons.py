"""The person that a stretch of text is likely to be about: the first one it names who may act."""

from __future__ import annotations

from collections.abc import Callable
from typing import Final

from .bits import (
    ADVERB,
    CAPITAL,
    COMMA,
    COORDINATOR,
    DETERMINER,
    ED,
    FINITE,
    ING,
    NEGATIVE,
    NUMBER,
    OBJECT,
    OWNER,
    POSSESSIVE,
    PREPOSITION,
    STOP,
    SUBJECT,
    SUBORDINATOR,
    TIME,
    TO,
)
from .descriptions import Descriptions
from .sources import Document, Source
from .spanish import OPENERS, may_describe
from .synonyms import KIN

_DONE: Final = (
    "ado",
    "ada",
    "ados",
    "adas",
    "ido",
    "ida",
    "idos",
    "idas",
    "cho",
    "cha",
    "sto",
    "sta",
    "rto",
    "rta",
)
_GOVERNED: Final = frozenset(
    "by with against from as like including alongside behind under for of to about over than between in at into via".split()
)
_ASKED: Final = frozenset("asked pressed questioned quizzed told challenged grilled".split())
_WHEN: Final = ("cuando", "mientras", "aunque", "tras", "si")
_CONSULTED: Final = ("consultad", "preguntad", "interrogad", "cuestionad")
_PLACED: Final = ("in", "at", "into", "via")
_JOIN: Final = frozenset("of for on against to and the de del la las los el para y e contra".split())
_NOTHING_SAID: Final = frozenset(
    {
        ("otra", "cosa"),
        ("otra", "vez"),
        ("lo", "mismo"),
        ("lo", "contrario"),
        ("lo", "siguiente"),
        ("algo",),
        ("eso",),
        ("esto",),
        ("todo",),
    }
)
_COMMON_ENDS: Final = ("ion", "ness", "ment", "ity", "ism", "ance", "ence", "ship", "ure", "ry")
_AWAY: Final = frozenset(
    "por con contra sobre ante hacia tras sin".split()
)  # whom they lead to is not the subject

_THERE: Final = ("from", "in", "near", "outside")
_ABOUT: Final = ("de", "del", "sobre", "contra")
_FRONTS: Final = PREPOSITION | SUBORDINATOR


class Persons(Descriptions):
    """Find who a sentence is about."""

    def _names_noun(self, state: Document, run: tuple[int, int]) -> bool:
        """Say whether a capitalised word is what a noun before it is called: la época | Moche; but: el alcalde | Gil"""
        k = run[0] - 1
        return (
            run[1] - run[0] == 1
            and k - 1 > state.first
            and self.bits[k] == 0
            and self.gap(run[0]) == " "
            and bool(self.bits[k - 1] & DETERMINER)
            and self.title_span(state, run[0]) in (run[0], k - 1, k)
            and not (self._is_office(k) or self.tells_person(self.word(k)))
        )

    def _past_question(self, a: int, e: int) -> int:
        """Where the main clause begins behind what somebody was asked: Asked by Hill if he would, | Reed laughed"""
        if not self.english:
            return self._past_subordinate(a, e)
        if self.word(a) not in _ASKED or not self.bits[a] & ED:
            return a
        subject = DETERMINER | POSSESSIVE | SUBJECT
        return next(
            (
                k
                for k in range(a + 2, e)
                if self.gaps[k] & COMMA and (self.nameable[k] or self.bits[k] & subject)
            ),
            a,
        )

    def _past_subordinate(self, a: int, e: int) -> int:
        """Where a main clause without a subject begins: Pero cuando Ruiz insistió, | cambió de tono; a where none does."""
        k = a
        while k + 1 < e and k < a + 4 and (self.bits[k] & (COORDINATOR | ADVERB) or self.word(k) in OPENERS):
            k += 1
        if self.word(k) not in _WHEN and not self.word(k).startswith(_CONSULTED):
            return a
        acts = FINITE | OBJECT | NEGATIVE
        return next(
            (
                m
                for m in range(k + 2, e)
                if self.gaps[m] & COMMA and self.bits[m] & acts and not self.bits[m] & DETERMINER
            ),
            a,
        )

    def _first_person(
        self,
        state: Document,
        a: int,
        e: int,
        fits: Callable[[Source], bool],
        owners: bool = False,
        left_out: bool = False,
        asides: bool = True,
    ) -> Source | None:
        """The first person that a stretch names: its likely subject, not Hill’s unless `owners` is set.

        Where the subject is left out (in Spanish), names behind a preposition are not it; in English they are
        taken where there is no other, places (in the journal | Physical Review) only with `asides`.
        """
        self._read_names(state)
        a = self._past_question(a, e)
        k, aside = a, None
        goes_on = not self.english and (left_out or bool(self.bits[a] & FINITE)) and not self.nameable[a]
        while k < min(e, a + 60):
            if (
                not self.english
                and self.word(k) in _AWAY
                and k + 1 < e
                and not self.word(k - 1).endswith(_DONE)
            ):
                named = next((m for m in range(k + 1, min(k + 5, e)) if self.nameable[m]), e)
                if named < e and self.title_span(state, named) <= k + 1:
                    k = self._runs(named, min(e, named + 6))[0][1]
                    continue  # le preguntaron por | Juan Ruiz
            if self.nameable[k] and (owners or not self.bits[k] & OWNER) and self.span_of[k] < 0:
                run = self._runs(k, min(e, k + 6))[0]
                run = self._behind_place(state, *run), run[1]
                before = self._particled(state, self.title_span(state, run[0])) - 1
                behind = (
                    self.bits[before - 1 if self.bits[before] & DETERMINER else before] if before >= a else 0
                )
                about = before == run[0] - 1 and self.word(before) in _ABOUT  # De Ruiz | dijo que
                if goes_on and (
                    (behind & PREPOSITION and (not behind & CAPITAL or about)) or self._names_noun(state, run)
                ):
                    k = run[1]
                    continue  # Abandonó el grupo de | Galdeano, un taller de la época | Moche
                if behind & PREPOSITION and not behind & CAPITAL and self._before_appositive_name(run[1], e):
                    k = run[1]
                    continue  # La portavoz de Luis Paz, | Ana Gil, | llegó
                if self.english and self.bits[a] & _FRONTS and self._leads_to_subject(a, run, e):
                    k = run[1]
                    continue  # After meeting Tom Hill, | Ann Reed | smiled
                owner = owners and self.bits[run[1] - 1] & OWNER  # Hill’s | lawyer filed … she said
                if self.english and not owner and self._before_office(run[1], e):
                    k = run[1]
                    continue
                tokens = tuple(self.word(m) for m in range(*run))
                known = state.by_full.get(tokens)
                if known is None and len(tokens) == 1 and tokens[0] in state.by_name:
                    title = range(self.title_span(state, k), k)
                    known = self._person(state, tokens, k, self._gender("", title))
                titled = (
                    self.english and self.title_span(state, k) < k and self.word(k - 1) in self.words.offices
                )
                if known is None and len(tokens) == 1 and (titled or self._acts(state, a, run)):
                    self._named(state, run, k, range(self.title_span(state, k), k))
                    known = state.by_full.get(tokens)
                if (
                    known is not None
                    and (owners or not self.bits[run[1] - 1] & OWNER)
                    and fits(self._source_of(state, known))
                ):
                    if not (self.english and self._is_aside(state, a, run[0])):
                        return self._source_of(state, known)
                    if asides or self.word(self.title_span(state, run[0]) - 1) not in _PLACED:
                        aside = aside or self._source_of(state, known)
                k = run[1]
            else:
                k += 1
        return aside

    def _before_appositive_name(self, k: int, e: int) -> bool:
        """Say whether another name follows a comma, and a comma or verb follows it: of Hill, | Ann Reed, | left"""
        if k >= e or not self.gaps[k] & COMMA or not self.nameable[k]:
            return False
        end = self._runs(k, min(e, k + 6))[0][1]
        follows = end < len(self.gaps) and (self.gaps[end] & COMMA or self.bits[end] & (FINITE | ED))
        return bool(follows) and not self.bits[end - 1] & OWNER

    def _capitals_around(self, state: Document, k: int) -> tuple[int, int]:
        """The name of a body around its noun: the | Federal Trade Commission |, la | Agencia Estatal de Meteorología |"""
        a = e = k
        while self.english and a > state.first and self.bits[a - 1] & CAPITAL and not self.gaps[a]:
            a -= 1
        m = k + 1
        while m < min(k + 12, state.last) and not self.gaps[m]:
            if self.bits[m] & CAPITAL and not self.bits[m] & (TIME | FINITE):
                e = m
            elif self.word(m) not in _JOIN or m - e > 3 or self.bits[m - 1] & COORDINATOR:
                break
            m += 1
        while a < k and self.bits[a] & (DETERMINER | TIME | PREPOSITION):
            a += 1
        return a, e + 1

    def _is_aside(self, state: Document, a: int, k: int) -> bool:
        """Say whether a name stands in a phrase: asked by the mayor and by | Hill |, alumni such as | Ann Reed |."""
        first = max(self.title_span(state, k), a)
        before = self.word(first - 1) if first > a else ""
        if before in _GOVERNED:
            return True
        listed = first > a and (self.bits[first - 1] & COORDINATOR or self.gaps[first] & COMMA)
        if not listed:
            return False
        for m in range(first - 1, max(first - 12, a) - 1, -1):
            if self.bits[m] & FINITE or self.gaps[m] & ~COMMA:
                return False
            if self.word(m) in ("as", "like", "including"):
                return self.word(m) != "as" or self.word(m - 1) == "such"
        return False

    def person_called(self, number: int, a: int, e: int) -> Source | None:
        """The person of a document whose names some words are, where no name is looked for: in a headline."""
        state = self.document(number)
        known = self._person(state, tuple(self.word(k) for k in range(a, e)), a)
        return self._source_of(state, known) if known is not None else None

    def signatory(self, number: int, a: int, e: int) -> Source:
        """Who is meant by a name that stands below a quotation, where no other names are looked for."""
        return self.person_called(number, a, e) or Source(self.text(a, e), "named")

    def _before_office(self, k: int, e: int) -> bool:
        """Say whether a name belongs to the noun of office behind it: Opinion Page | contributor, Reed | supporters."""
        return k < e and not self.gaps[k] and not self.bits[k] & CAPITAL and self._tells_office(self.word(k))

    def _named_at_end(self, a: int, core: int, e: int, runs: list[tuple[int, int]]) -> bool:
        """Say whether a name closes what a person is: Lund Center for Health Security anthropologist | Ann Reed"""
        if not runs or runs[-1][1] != e or e - runs[-1][0] < 2:
            return False
        k = runs[-1][0]
        if self._described_as_person(
            core
        ):  # speaker of the parliament | Ann Reed; but: a friend of the victim Ann Reed
            before = self.word(k - 1)
            body = before in self.words.bodies or (before in self.words.places and self.word(core) == "to")
            body = body and not self.bits[k - 1] & OWNER
            return body and not self.gaps[k] and self._begins_given(k)
        plain = k > core and not self.bits[k - 1] & CAPITAL and not self.gaps[k]
        return plain and self._described_as_person(k) and not any(self.bits[m] & OWNER for m in range(a, k))

    def _before_noun(self, k: int, a: int, core: int) -> bool:
        """Say whether a name is said of a noun behind it: a former UC Global | employee, Reed | supporters."""
        if self._before_office(k, core):
            return True
        begun = self.bits[a] & (DETERMINER | POSSESSIVE | NUMBER) and not self.gaps[k] & ~STOP
        return bool(begun) and not any(self.bits[m] & (CAPITAL | OBJECT) for m in range(k, core))

    def _acts(self, state: Document, a: int, run: tuple[int, int]) -> bool:
        """Say whether a lone capitalised word can be a person: a verb or an apposition follows."""
        k, e = run
        word = self.word(k)
        if e >= state.last or len(word) < 3 or self._shouted(k):
            return False
        if self.english and k > a and self.gaps[k] & COMMA and self.word(k - 1) in KIN:
            return True  # was confirmed by her son, | Daniel.
        if self.english and k > state.first and self.word(k - 1)[:1].isdigit() and self.gap(k) == " ":
            return False  # the 20th Ward
        if self.english and k > a and self.word(k - 1) in _THERE and not self.gaps[e] & COMMA:
            return False  # a pharmacist from | Joliet | who
        if self.english and k > state.first and self.bits[k - 1] & OWNER and word.endswith("s"):
            return False  # First Minister’s | Questions
        if self.english and word.endswith("ing") and self._starts_sentence(k) and not self.gaps[e]:
            return False  # Replying to
        if k > a and self.bits[k - 1] & CAPITAL and self.gap(k) == " ":
            before = self.word(k - 1)
            if not (before in self.words.titles or before in self.words.strong or before in self.words.weak):
                return False  # the Commission on Presidential Debates
        if not self.english and k > a and self.gaps[k] & COMMA and word in self.words.given:
            return True  # Ya en la puerta, Leidy enseña
        if not self.english and self._is_infinitive(k):
            return False  # Reordenar, para ella, significa
        if self.english and (word in self.words.openers or self.bits[k] & (ING | ADVERB)):
            return False
        if self.english and self._starts_sentence(k) and word.endswith(_COMMON_ENDS):
            return False  # Suspicion turned to rage
        if (k == a and word.endswith("s")) or (
            self.english
            and k > a
            and self.bits[k - 1] & (DETERMINER | PREPOSITION | TO)
            and not self.gaps[k] & COMMA
        ):
            return False
        if (
            not self.english
            and k > a
            and self.bits[k - 1] & (PREPOSITION | DETERMINER)
            and self.gaps[e] & COMMA
        ):
            return False  # el secretario de la Federación de Municipios, Tomás Ledesma; el agua en Marte, …
        if self.bits[e] & (OBJECT | NEGATIVE) and not self.gaps[e] and e + 1 < state.last:
            governed = k > a and self.bits[k - 1] & PREPOSITION
            if governed or not self.bits[e + 1] & FINITE:
                return False
            return not word.endswith(("o", "a")) or self._recurs(
                state, k
            )  # Macron se mostró; but: Molesto se vio
        if (
            self.english and not self.gaps[e] and e + 3 < state.last
        ):  # Hill on Monday appeared, Hill Monday said
            day = e + 1 if self.word(e) == "on" else e
            if self.bits[day] & TIME and self.bits[day + 1] & (FINITE | ED):
                return True
        return bool(self.gaps[e] & COMMA or self.bits[e] & (FINITE | ED | OWNER)) and not self.gaps[e] & STOP

    def _recurs(self, state: Document, k: int) -> bool:
        """Say whether a name stands elsewhere in the document too, as far as a page or two."""
        norm = self.at.norm[k]
        around = range(max(k - 500, state.first), min(k + 500, state.last))
        return any(m != k and self.at.norm[m] == norm and self.nameable[m] for m in around)

    def names_nobody(self, number: int, a: int, e: int) -> bool:
        """Say whether what stands before a verb is no subject: having said; Acto seguido, Emocionada | dijo que"""
        if self.english:
            return e - a == 1 and self.word(a) == "having"
        if tuple(self.word(k) for k in range(a, e)) in _NOTHING_SAID:
            return True  # recuerda otra cosa: …
        if not self._starts_sentence(a):
            return False
        word, state = self.word(a), self.document(number)
        if word in OPENERS:
            nominal = DETERMINER | CAPITAL  # but: No obstante | el Gobierno
            told = any(self.bits[k] & nominal and not self.bits[k - 1] & PREPOSITION for k in range(a + 1, e))
            return not told and not self._known(state, a)
        if e - a == 1 and self._is_infinitive(a) and not self._known(state, a):
            return True  # Reordenar significa que
        like = may_describe(word) and word not in self.words.given and word not in self.words.sources
        alone = e - a == 1 or bool(self.bits[a + 1] & PREPOSITION)  # Preguntada por el plan
        return like and alone and not self._known(state, a) and not self._recurs(state, a)

    def _is_infinitive(self, k: int) -> bool:
        """Say whether a Spanish word is an infinitive, which has its capital from the sentence: | Reordenar | significa"""
        word = self.word(k)
        like = len(word) > 7 and word.endswith(("ar", "er", "ir"))  # shorter ones are surnames, too: Aznar
        return like and word not in self.words.given and self._starts_sentence(k)

    def knows(self, number: int, token: int) -> bool:
        """Say whether a word is part of a full name of the document."""
        return self._known(self.document(number), token)

    def is_person(self, number: int, source: Source) -> bool:
        """Say whether a source is one whom the document names in full."""
        return any(person.source is source and person.mentions for person in self.document(number).people)

    def _leads_to_subject(self, a: int, run: tuple[int, int], e: int) -> bool:
        """Say whether a name ends a phrase that opens a sentence before its subject: After meeting | Tom Hill |, Ann Reed"""
        if not self.gaps[run[1]] & COMMA or run[0] - a > 4:
            return False
        if any(self.bits[k] & FINITE for k in range(a + 1, run[0])):
            return False
        after = self._runs(run[1], min(e, run[1] + 6))
        return bool(after) and after[0][0] - run[1] < 4 and bool(self.bits[after[0][1]] & (FINITE | ED))
