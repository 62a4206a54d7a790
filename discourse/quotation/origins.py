"""Who is called by where he is from, or by an office whose bearer the text takes as known."""

from __future__ import annotations

from collections import Counter
from itertools import pairwise
from typing import Final

from discourse.tokens.structure import HEADING

from .bits import CAPITAL, COORDINATOR, FINITE, PREPOSITION
from .holders import HELD, held_office, holds_another
from .offices import SAME
from .roles_es import DEMONYMS, is_demonym
from .sources import Document, Source
from .topics import Topics

OFFICES: Final = frozenset(
    """
        president premier pm governor mayor king queen pope chancellor minister lady presidente presidenta
        ministro ministra papa rey canciller gobernador gobernadora alcalde alcaldesa ambassador senator
        embajador mandatario mandataria
        """.split()
)
_PRIME: Final = frozenset(("prime", "primer", "primera"))


class Origins(Topics):
    """Resolve la alemana, el presidente ucraniano, the former president, the Home Secretary."""

    def _first_without_office(self, state: Document, head: str, place: int, gender: str) -> Source | None:
        """The first person named of whom no office is told, whom all know for the former president."""
        named = (self._source_of(state, known) for a, _, known in state.mentions if a < place)
        if head not in OFFICES:
            return None
        return next((s for s in named if s.role is None and (not gender or s.gender == gender)), None)

    def _from_there(self, state: Document, head: str, female: bool, place: int, alone: bool) -> Source | None:
        """Who spoke just before and is now called la alemana, or el presidente ucraniano, no office being told."""
        if head not in OFFICES and not is_demonym(head):
            return None
        gender = "f" if female else "m"
        foreign = self._foreigners(state) if is_demonym(head) else []

        def fits(source: Source) -> bool:
            return (
                source.kind == "named"
                and source.personal
                and source.gender in ("", gender)
                and (source.role is None or is_demonym(head))
                and not any(source is other for other in foreign)
            )

        beside = not self.english and is_demonym(head) and self._same_paragraph_before(state, place)
        found = self._in_view(state, place, fits, 1) if beside else None
        found = found or self._near_speaker(state, place, fits)
        before = (
            self._subject_before(state, place, gender, any_role=True) if found is None and alone else None
        )
        if before is not None and is_demonym(head) and not any(before is other for other in foreign):
            found = before  # Basualdo lo asumió. «…», dijo el argentino
        if found is None and head not in DEMONYMS and head not in OFFICES:  # la guanajuatense
            found = self._subject_before(state, place, gender, any_role=True)
            found = found or self._last_speaker(state, place, lambda s: s.gender == gender and fits(s))
        if found is None and foreign:  # Brandt and Vandamme met. La belga …
            since = max(self.at.sentence_first[max(self.at.sentence[place] - 3, 0)], state.first)
            near = [known for a, _, known in state.mentions if since <= a < place and self.span_of[a] < 0]
            found = next(
                (s for s in (self._source_of(state, known) for known in reversed(near)) if fits(s)), None
            )
        if found is not None and head in OFFICES:
            state.described[head] = found
        return found

    def _protagonist(self, state: Document, place: int) -> Source | None:
        """Whom the first paragraph begins with and alone names, no office being told: all know whose it is."""
        paragraph = self.at.paragraph[state.first]
        while self.at.paragraph_role[paragraph] <= HEADING and self.at.paragraph_first[paragraph + 1] < place:
            paragraph += 1
        a, e = self.at.paragraph_first[paragraph], self.at.paragraph_first[paragraph + 1]
        named = [(at, known) for at, _, known in state.mentions if a <= at < e]
        if not named or named[0][0] != a or len({known for _, known in named}) > 1:
            return None
        person = self._source_of(state, named[0][1])
        return person if person.role is None else None

    def _pair(self, state: Document, place: int) -> Source | None:
        """The two people whom a sentence before begins with: Ann Reed and Sen. Tom Hill wrote it. They said"""
        self._read_names(state)
        sentence = self.at.sentence[place]
        since = max(self.at.sentence_first[max(sentence - 2, 0)], state.first)
        near = [m for m in state.mentions if since <= m[0] < place and self.span_of[m[0]] < 0]
        for one, other in pairwise(near):
            between = range(one[1], other[0])
            joined = len(between) < 9 and any(self.bits[k] & COORDINATOR for k in between)
            begins = self.title_span(state, one[0]) - self.at.sentence_first[self.at.sentence[one[0]]] < 3
            plain = not any(self.bits[k] & (FINITE | PREPOSITION) for k in between)
            if joined and begins and plain and one[2] != other[2] and not self.bits[one[0] - 1] & PREPOSITION:
                names = [self._source_of(state, known).name for known in (one[2], other[2])]
                return Source((" and " if self.english else " y ").join(names), "named", None, "", True)
        return None

    def _known_to_all(self, state: Document, head: str, place: int) -> Source | None:
        """Whose office the text tells nowhere, as all know it: Reed laughed. The president said"""
        titles = self._titles(state)
        if titles.get(head) or titles.get(SAME.get(head, "")):
            return None
        found = self._subject_before(state, place, "") or self._near_speaker(
            state, place, lambda s: s.kind == "named" and s.personal and s.role is None
        )
        return None if found is not None and holds_another(found.name, head) else found

    def _known_holder(self, state: Document, head: str, beside: set[str]) -> Source | None:
        """Whom the text names and all know to hold an office: Trump laughed. His rival left. | The president | said"""
        if head in ("minister", "ministro", "ministra"):
            head = "premier" if beside & _PRIME else ""
        if head not in HELD or not beside <= _PRIME:
            return None
        self._read_names(state)
        holders = [
            self._source_of(state, n) for n, p in enumerate(state.people) if held_office(p.tokens, head)
        ]
        alone = -1 if holders else self._surname_of_holder(state, head)
        if alone >= 0:
            return self._named(state, (alone, alone + 1), alone)
        said = Counter(id(source) for _, source in state.spoken)
        said.update(id(self._source_of(state, n)) for _, _, n in state.mentions)
        return max(holders, key=lambda s: said[id(s)]) if holders else None

    def _surname_of_holder(self, state: Document, head: str) -> int:
        """Where such a one is called by surname alone, be it further on; -1 for nowhere."""
        if head not in state.held:  # a long text is searched but once
            places = (k for k in range(state.first, state.last) if self.nameable[k])
            state.held[head] = next((k for k in places if held_office((self.word(k),), head)), -1)
        return state.held[head]

    def _is_person(self, noun: str) -> bool:
        """Say whether a noun can only be a person's: la científica; but: el portavoz, el Ejecutivo."""
        words = self.words
        told = (noun in words.strong or noun in words.weak or self.tells_person(noun)) and noun != "fuente"
        return told and noun not in words.bodies and noun not in words.voices and noun not in words.groups

    def _other_document(self, known: Source, a: int, core: int) -> bool:
        """Say whether a text is named after somebody of whom the one known is not: the | World Bank | report"""
        said = known.name.lower()
        return any(self.bits[k] & CAPITAL and self.word(k) not in said for k in range(a + 1, core - 1))
