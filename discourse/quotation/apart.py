"""Who cannot be meant by a description, since a sentence has both: While Reed smiled, the mayor said."""

from __future__ import annotations

from bisect import bisect_left
from typing import Final

from .bits import (
    DETERMINER,
    ED,
    FINITE,
    PREPOSITION,
)
from .sources import Document, Source
from .subjects import Subjects
from .synonyms import INTRODUCED_AS

_PARTICULAR: Final = frozenset(
    """
        mayor governor secretary director minister president premier chairman chairwoman bishop archbishop general
        colonel judge prosecutor principal superintendent sheriff ambassador treasurer dean rector
        alcalde alcaldesa secretario secretaria director directora consejero consejera conseller consellera ministro
        ministra presidente presidenta rector rectora decano decana tesorero tesorera fiscal juez jueza obispo arzobispo
        gobernador gobernadora general coronel comisario comisaria embajador embajadora párroco gerente
    """.split()
)


class Apart(Subjects):
    """Tell people apart whom the same sentence names and describes."""

    def _told_apart(self, state: Document, source: Source, head: str, place: int) -> bool:
        """Say whether one sentence has both, as two people: While Reed smiled, the mayor said; The mayor thanked Reed."""
        self._read_names(state)
        here = self.at.sentence[place]
        for sentence in range(here, max(here - 3, -1), -1):
            first = max(self.at.sentence_first[sentence], state.first)
            end = min(self.at.sentence_first[sentence + 1], place)
            named = next(
                (a for a, _, n in self._mentions(state, first, end) if self._source_of(state, n) is source),
                -1,
            )
            if named < 0:
                continue
            heads = [
                k for k in range(first + 1, end) if self.word(k) == head and self.bits[k - 1] & DETERMINER
            ]
            if sentence == here and not heads:
                heads = [place]
            for k in heads:
                first_word = self.title_span(state, named)
                if (
                    k > named
                    and first_word > first
                    and self.bits[first_word - 1] & PREPOSITION
                    and not self.gaps[first_word]
                ):
                    return True  # A preguntas de Luis Gil, | el alcalde | dijo
                if any(self.bits[m] & (FINITE | ED) for m in range(min(k, named), max(k, named))):
                    return True
        return False

    def _holds_another(self, state: Document, source: Source, head: str) -> bool:
        """Say whether the text tells another particular office of somebody: the mayor is not the secretary."""
        if head not in _PARTICULAR:
            return False
        known = {
            word
            for word, bearers in self._titles(state).items()
            if word in _PARTICULAR and any(self._source_of(state, n) is source for _, n in bearers)
        }
        return bool(known) and head not in known and not known & set(INTRODUCED_AS.get(head, ()))

    def _mentions(self, state: Document, first: int, end: int) -> list[tuple[int, int, int]]:
        """The full and short names between two words, outside marks."""
        k, found = bisect_left(state.mentions, (first, 0, 0)), list[tuple[int, int, int]]()
        while k < len(state.mentions) and state.mentions[k][0] < end:
            if self.span_of[state.mentions[k][0]] < 0:
                found.append(state.mentions[k])
            k += 1
        return found
