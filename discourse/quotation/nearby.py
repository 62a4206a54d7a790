"""Who spoke or was spoken of in the sentences before, whom a description may mean."""

from __future__ import annotations

from collections.abc import Callable
from typing import Final

from .bits import COMMA, FINITE
from .offices import SAME, Offices
from .sources import Document, Source

_ARTICLES: Final = frozenset(("a", "an", "the", "un", "una", "el", "la"))
_OFFICE: Final = 12  # words between an office and the name behind its comma


class Nearby(Offices):
    """Look back from a place of a document."""

    def _opening(self, state: Document, place: int, gender: str, any_role: bool = False) -> Source | None:
        """Whose name, no office told, the sentence before begins with: Ana Gil llegó. «…», dijo la jefa del grupo."""
        a = self.at.sentence_first[self._sentence_back(place, 1)]
        beside = self.at.paragraph[place] - self.at.paragraph[a] <= any_role
        near = state.first <= a and beside and self.nameable[a]
        return self._subject_before(state, place, gender, any_role) if near else None

    def _subject_before(
        self, state: Document, place: int, gender: str, any_role: bool = False
    ) -> Source | None:
        """Whom the sentence before begins with: Rajoy declaró ayer. El expresidente dijo que …"""
        a = max(self.at.sentence_first[self._sentence_back(place, 1)], state.first)
        e = self.at.sentence_first[self._sentence_back(place, 0)]
        return self._first_person(
            state,
            a,
            e,
            lambda s: (any_role or s.role is None) and (not s.gender or not gender or s.gender == gender),
        )

    def _introduced_as(self, state: Document, noun: str, place: int) -> Source | None:
        """The person introduced by a noun that no list has: Ana Gil, bióloga, habló. La bióloga …"""
        words = self.words
        if any(noun in listed for listed in (words.sources, words.documents, words.groups)):
            return None
        self._read_names(state)
        for a, e, known in reversed(state.mentions):
            if a >= place:
                continue
            behind = e + (e + 1 < state.last and self.word(e) in _ARTICLES)
            if e < state.last and self.gaps[e] & COMMA and self.word(behind) == noun:
                return self._source_of(state, known)
            first = max(
                a - _OFFICE if self.gaps[a] & COMMA else a - 1, self.at.sentence_first[self.at.sentence[a]]
            )
            before = next((k for k in range(a - 1, first - 1, -1) if self.word(k) == noun), -1)
            if before >= 0 and not any(self.bits[k] & FINITE for k in range(before, a)):
                return self._source_of(state, known)
        return None

    def _also(self, state: Document, place: int, gender: str) -> Source | None:
        """Who spoke just before and can be meant by la también ministra, further back if the gender is told."""
        near = self._near_speaker(state, place, lambda s: s.personal and s.gender in ("", gender))
        return near or self._last_speaker(state, place, lambda s: s.personal and s.gender == gender)

    def _plain(self, a: int, core: int) -> bool:
        """Say whether an office is told without its country: the president, the prime minister."""
        return core - a == 2 or (core - a == 3 and self.word(a + 1) == "prime")

    def _known_to_all(self, state: Document, head: str, place: int) -> Source | None:
        """Whose office the text tells nowhere, as all know it: Reed laughed. The president said"""
        titles = self._titles(state)
        if titles.get(head) or titles.get(SAME.get(head, "")):
            return None
        return self._subject_before(state, place, "") or self._near_speaker(
            state, place, lambda s: s.kind == "named" and s.personal and s.role is None
        )

    def _near_speaker(
        self, state: Document, place: int, fits: Callable[[Source], bool], back: int = 2
    ) -> Source | None:
        """The last speaker of the sentences before, whom the text now calls the lawmaker, la diputada."""
        since = max(self.at.sentence_first[self._sentence_back(place, back)], state.first)
        return self._last_speaker(state, place, fits, since)

    def _sentence_back(self, place: int, back: int) -> int:
        """The number of the sentence so many before that of a place; in Spanish a quotation is part of one."""
        s = self.at.sentence[place]
        if self.english:
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

    def _last_speaker(
        self, state: Document, place: int, fits: Callable[[Source], bool], since: int = 0
    ) -> Source | None:
        for at, source in reversed(state.spoken[-12:]):
            if at < since:
                return None
            if at <= place and fits(source):
                return source
        return None
