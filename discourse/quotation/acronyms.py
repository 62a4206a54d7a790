"""Bodies by their letters or first word: the FTC, of a Federal Trade Commission; Ford, of a Ford Motor Company."""

from __future__ import annotations

import itertools
from typing import Final

from .bits import CAPITAL, DETERMINER, PAREN
from .body_nouns import BodyNouns
from .sources import Document, Source

_LINKS: Final = frozenset("of for the and on in to de del la las los y e para &".split())
_PAGES: Final = 3000  # words within which a name is looked for
_LONGEST: Final = 12  # words of a name
_COMPANIES: Final = frozenset(
    """
        company corporation corp inc ltd plc motor motors airlines airways university institute bank energy pharmaceuticals
        technologies group holdings industries foods studios systems records entertainment petroleum oil electric
        compañía corporación universidad instituto banco grupo petróleos industrias laboratorios seguros
    """.split()
)


class Acronyms(BodyNouns):
    """Give bodies that are called by letters or by one word the full name that the text has told."""

    def _body_of_place(self, state: Document, a: int, e: int) -> Source | None:
        """A body called by its place and one word more: Ohio Power, Southern California Edison"""
        words, last = self.words, self.word(e - 1)
        if not self.english or e - a < 2 or any(not self.bits[k] & CAPITAL for k in range(a, e)):
            return None
        place = self.word(e - 2) in words.places or f"{self.word(e - 3)} {self.word(e - 2)}" in words.places
        named = (
            last in words.given or last in words.surnames or (last,) in state.by_full or last in state.by_name
        )
        office = any(
            w in words.titles or w in words.offices or w in words.strong or w in words.weak
            for w in (self.word(k) for k in range(a, e))
        )
        if not place or named or office or not self.nameable[e - 1] or self.nameable[e - 2]:
            return None
        return Source(self.text(a, e), "institution", None, "", False, last, True)

    def _spelt_out(self, state: Document, a: int, e: int) -> Source | None:
        """The body whose full name a text told before its letters: the Federal Trade Commission (FTC) … | the FTC | said"""
        k = a + 1 if e - a == 2 and self.bits[a] & DETERMINER else a
        if e - k != 1 or not 2 <= len(self.word(k)) <= 8 or not self._shouted(k):
            return None
        letters = self.word(k).replace(".", "").replace("-", "")
        if letters not in state.spelt:
            state.spelt[letters] = self._find_spelt(state, letters, k)
        return state.spelt[letters]

    def _find_spelt(self, state: Document, letters: str, place: int) -> Source | None:
        """The name with these initials, before a bracket with its letters or anywhere before a place."""
        norm, number, first = self.at.norm, self.at.norm[place], letters[0]
        before = range(max(state.first, place - _PAGES), place)
        bracketed = (k for k in before if norm[k] == number and self.gaps[k] & self.gaps[k + 1] & PAREN)
        begun = (
            k
            for k in before
            if self.bits[k] & CAPITAL and self.word(k)[0] == first and not self.bits[k] & DETERMINER
        )
        names = (self._name_before(state, k, letters) for k in bracketed)
        spelt = (self._name_from(state, k, place, letters) for k in begun)
        for found in itertools.chain(names, spelt):
            if found is not None:
                known = self._body_by_name(place, place + 1) or self._body_by_name(*found)
                told = self.role_of([self.word(m) for m in range(*found)])
                role = known.role if known is not None and known.role else told
                return Source(self.text(*found), "institution", role)
        return None

    def _name_before(self, state: Document, k: int, letters: str) -> tuple[int, int] | None:
        """The words before a bracket whose initials are its letters, some left out: Oficina de Asuntos (OCHA)"""
        for a in range(k - 2, max(k - _LONGEST, state.first - 1), -1):
            if self.gaps[a + 1] or not (self.bits[a] & CAPITAL or self.word(a) in _LINKS):
                return None
            initials = "".join(self.word(m)[0] for m in range(a, k) if self.bits[m] & CAPITAL)
            if self.bits[a] & CAPITAL and initials[:1] == letters[:1] and len(initials) >= len(letters) - 1:
                while a > state.first and self.bits[a - 1] & CAPITAL and not self.gaps[a]:
                    a -= 1  # the | UN | Office for …
                return self._with_article(state, a), k
        return None

    def _name_from(self, state: Document, a: int, place: int, letters: str) -> tuple[int, int] | None:
        """The words from a capital on whose initials are exactly some letters, three at least."""
        m, n = a, 0
        while len(letters) > 2 and m < min(a + _LONGEST, place) and n < len(letters):
            if m > a and self.gaps[m]:
                return None
            if self.bits[m] & CAPITAL and self.word(m)[0] == letters[n] and len(self.word(m)) > 1:
                n += 1
            elif self.word(m) not in _LINKS:
                return None
            m += 1
        ends = n == len(letters) and (self.gaps[m] or not self.bits[m] & CAPITAL)
        return (self._with_article(state, a), m) if ends and not self._shouted(a) else None

    def _with_article(self, state: Document, a: int) -> int:
        the = a > state.first and self.bits[a - 1] & DETERMINER and not self.gaps[a]
        return a - 1 if the else a

    def _short_for(self, state: Document, k: int) -> Source | None:
        """The company or school that a text calls by the first word of its name: Ford Motor Company … | Ford | said"""
        self._read_names(state)
        norm, number = self.at.norm, self.at.norm[k]
        if self.word(k) in state.by_name and any(
            len(state.people[p].tokens) > 1 for p in state.by_name[self.word(k)]
        ):
            return None
        for a in range(max(state.first, k - _PAGES), k):
            if norm[a] != number or not self.bits[a] & CAPITAL:
                continue
            e = a + 1
            while e < min(a + 5, state.last) and self.bits[e] & CAPITAL and not self.gaps[e]:
                e += 1
            if e - a > 1 and any(self.word(m) in _COMPANIES for m in range(a + 1, e)):
                role = self.role_of([self.word(m) for m in range(a, e)])
                return Source(self.text(a, e), "institution", role)
        return None
