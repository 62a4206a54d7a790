"""The person that a stretch of text is likely to be about: the first one it names who may act."""

from __future__ import annotations

from collections.abc import Callable
from typing import Final

from .bits import (
    ADVERB,
    CAPITAL,
    COMMA,
    DETERMINER,
    ED,
    FINITE,
    ING,
    NEGATIVE,
    OBJECT,
    OWNER,
    PREPOSITION,
    STOP,
    TIME,
)
from .descriptions import Descriptions
from .sources import Document, Source
from .spanish import OPENERS, may_describe

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
_AWAY: Final = frozenset(
    "por con contra sobre ante hacia tras sin".split()
)  # whom they lead to is not the subject


class Persons(Descriptions):
    """Find who a sentence is about."""

    def _first_person(
        self, state: Document, a: int, e: int, fits: Callable[[Source], bool], owners: bool = False
    ) -> Source | None:
        """The first person that a stretch names: its likely subject, not Hill’s unless `owners` is set."""
        self._read_names(state)
        k = a
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
                owner = owners and self.bits[run[1] - 1] & OWNER  # Hill’s | lawyer filed … she said
                if self.english and not owner and self._before_office(run[1], e):
                    k = run[1]
                    continue
                tokens = tuple(self.word(m) for m in range(*run))
                known = state.by_full.get(tokens)
                if known is None and len(tokens) == 1 and tokens[0] in state.by_name:
                    known = self._person(state, tokens, k)
                if known is None and len(tokens) == 1 and self._acts(state, a, run):
                    self._named(state, run, k, range(self.title_span(state, k), k))
                    known = state.by_full.get(tokens)
                if (
                    known is not None
                    and (owners or not self.bits[run[1] - 1] & OWNER)
                    and fits(self._source_of(state, known))
                ):
                    return self._source_of(state, known)
                k = run[1]
            else:
                k += 1
        return None

    def person_called(self, number: int, a: int, e: int) -> Source | None:
        """The person of a document whose names some words are, where no name is looked for: in a headline."""
        state = self.document(number)
        known = self._person(state, tuple(self.word(k) for k in range(a, e)), a)
        return self._source_of(state, known) if known is not None else None

    def _before_office(self, k: int, e: int) -> bool:
        """Say whether a name belongs to the noun of office behind it: Opinion Page | contributor, Reed | supporters."""
        return k < e and not self.gaps[k] and not self.bits[k] & CAPITAL and self._tells_office(self.word(k))

    def _acts(self, state: Document, a: int, run: tuple[int, int]) -> bool:
        """Say whether a lone capitalised word can be a person: a verb or an apposition follows."""
        k, e = run
        word = self.word(k)
        if e >= state.last or len(word) < 3 or self._shouted(k):
            return False
        if self.english and k > state.first and self.word(k - 1)[:1].isdigit() and self.gap(k) == " ":
            return False  # the 20th Ward
        if self.english and k > state.first and self.bits[k - 1] & OWNER and word.endswith("s"):
            return False  # First Minister’s | Questions
        if self.english and word.endswith("ing") and self._starts_sentence(k) and not self.gaps[e]:
            return False  # Replying to
        if k > a and self.bits[k - 1] & CAPITAL and self.gap(k) == " ":
            before = self.word(k - 1)
            if not (before in self.words.titles or before in self.words.strong or before in self.words.weak):
                return False  # the Commission on Presidential Debates
        if self.english and (word in self.words.openers or self.bits[k] & (ING | ADVERB)):
            return False
        if (k == a and word.endswith("s")) or (
            self.english
            and k > a
            and self.bits[k - 1] & (DETERMINER | PREPOSITION)
            and not self.gaps[k] & COMMA
        ):
            return False
        if not self.english and k > a and self.bits[k - 1] & PREPOSITION and self.gaps[e] & COMMA:
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
        if not self._starts_sentence(a):
            return False
        word, state = self.word(a), self.document(number)
        if word in OPENERS:
            nominal = DETERMINER | CAPITAL  # but: No obstante | el Gobierno
            told = any(self.bits[k] & nominal and not self.bits[k - 1] & PREPOSITION for k in range(a + 1, e))
            return not told and not self._known(state, a)
        like = may_describe(word) and word not in self.words.given and word not in self.words.sources
        alone = e - a == 1 or bool(self.bits[a + 1] & PREPOSITION)  # Preguntada por el plan
        return like and alone and not self._known(state, a) and not self._recurs(state, a)

    def knows(self, number: int, token: int) -> bool:
        """Say whether a word is part of a full name of the document."""
        return self._known(self.document(number), token)

    def is_person(self, number: int, source: Source) -> bool:
        """Say whether a source is one whom the document names in full."""
        return any(person.source is source and person.mentions for person in self.document(number).people)
