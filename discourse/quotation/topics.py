"""Whom a text goes on about: who spoke or was the subject in the sentences before, now called by what he is."""

from __future__ import annotations

from typing import Final

from .bits import (
    CAPITAL,
)
from .nearby import Nearby
from .roles_es import is_demonym
from .sources import Document, Source
from .synonyms import KIN, PERSON_NOUNS

_LONG_SINCE: Final = frozenset(
    "new veteran longtime young old retired former self-described self-made".split()
)
_LATELY: Final = 6  # sentences
_NEAR: Final = 3
_ARTICLE: Final = {"el": "m", "la": "f", "este": "m", "esta": "f"}
_APART: Final = ("judiciary", "media", "police", "religious", "diplomat")  # one may be on the spot
_POSITIONS: Final = frozenset("central lateral extremo base ala punta escolta defensa guardia".split())
_HELD: Final = ("executive", "legislator")  # a text tells of whom
_ALIKE: Final = (("party", "executive"), ("party", "legislator"), ("legislator", "party"))
_SCENE: Final = frozenset(  # who comes in without having been named, and who is somebody else's
    """
        driver witness passenger bystander neighbor neighbour resident victim survivor friend relative supporter protester
        person people source man gunman attacker shooter caller robber killer interviewer stranger intruder owner
        rival adversary ally colleague counterpart predecessor successor partner adviser advisor aide boss opponent critic
        member author editor host moderator speaker translator interpreter passer-by lady child boy girl
        conductor testigo pasajero pasajera víctima superviviente amigo amiga familiar manifestante persona fuente
        atacante agresor desconocido rival adversario adversaria aliado aliada colega compañero compañera antecesor
        antecesora predecesor sucesor sucesora socio socia asesor asesora jefe jefa oponente contrincante autor autora
        miembro presentador presentadora moderador moderadora intérprete público niño niña chico chica menor dueño dueña
        acusado acusada detenido detenida paciente cliente usuario usuaria empleado empleada
    """.split()
)


class Topics(Nearby):
    """Keep in view who stays from one sentence to the next."""

    def _same_paragraph_before(self, state: Document, place: int) -> bool:
        """Say whether the sentence before that of a place stands in its paragraph."""
        a, before = (self.at.sentence_first[self._sentence_back(place, back, whole=True)] for back in (0, 1))
        return self.at.paragraph[a] == self.at.paragraph[before] and before >= state.first

    def _stays(self, state: Document, head: str, a: int, core: int, place: int) -> Source | None:
        """Whom a description means that the text has given nobody: Ana Gil llegó ayer. «Ganamos», dijo | la defensora"""
        words = self.words
        if self._plural(head, a) or head in KIN or head in _SCENE or head in words.voices:
            return None
        if head in words.bodies or head in words.documents or head in words.groups or head in words.places:
            return None
        if any(self.bits[k] & CAPITAL and not self._nationality(k) for k in range(a + 1, core)):
            return None
        role = words.strong.get(head) or words.weak.get(head) or ""
        person = role or head in words.weak or self.tells_person(head)
        if self.english and not all(
            self.word(k) in _LONG_SINCE or self.word(k).endswith("-year-old") for k in range(a + 1, core - 1)
        ):
            return None  # the pre-Socratic philosopher
        if not self.english and core < state.last and self.word(core) == "que" and not self.gaps[core]:
            return None  # el hombre que lo derrotó
        person = person or (not self.english and core - a == 2 and is_demonym(head))
        parent = head.partition("-of-")[0] if self.english else ""  # the father-of-four
        person = (
            person
            or parent in KIN
            or head in PERSON_NOUNS
            or (core - a == 2 and head in _POSITIONS and not self.english)
        )
        if not person or role in _APART or self._new_before(state, head, a):
            return None
        gender = "" if self.english else _ARTICLE.get(self.word(a), "")

        def fits(source: Source) -> bool:
            told = source.role or ""
            same = not role or role == told or (role, told) in _ALIKE
            same = same or (role not in _HELD and told in ("", "civilian"))
            same = same and not (
                head in words.weak and head not in PERSON_NOUNS and told in ("", "civilian")
            )  # el delegado: somebody with an office
            return (
                same
                and source.kind == "named"
                and source.personal
                and source.gender in ("", gender or source.gender)
                and not self._holds_another(state, source, head)
            )

        def equals(source: Source) -> bool:
            return fits(source) and source.role == role

        known = self._near_speaker(state, place, equals, _LATELY) if role else None
        beside = self._same_paragraph_before(state, place)
        return (
            known
            or (self._in_view(state, place, fits, 1) if beside else None)
            or self._near_speaker(state, place, fits, _NEAR)
            or self._in_view(state, place, fits)
        )

    def _man_or_woman(self, state: Document, head: str, place: int, told: str) -> Source | None:
        """Who is meant by a noun that tells no more than a sex: la mujer, the man"""
        gender = PERSON_NOUNS[head] or told
        back = 3 if head in ("anciano", "anciana", "joven") else self.at.sentence[place]
        beside = not self.english and self._same_paragraph_before(state, place)
        near = None if self.english else self._alone_lately(state, place, gender)
        if near is None and beside:  # Entre ellas iba Ana Gil. «…», dijo la mujer
            near = self._in_view(
                state, place, lambda s: s.personal and s.gender in ("", gender) and s.kind == "named", 1
            )
        near = near or self._near_speaker(
            state,
            place,
            lambda s: s.personal and s.gender in ("", gender) and s.kind != "institution",
            back,
        )
        return near or (None if self.english else self._subject_before(state, place, gender, any_role=True))

    def _partisan(self, state: Document, female: bool, place: int) -> Source | None:
        """Who spoke just before and is now called la morenista: an epithet that no list has."""
        gender = "f" if female else "m"

        def fits(source: Source) -> bool:
            return source.kind == "named" and source.personal and source.gender in ("", gender)

        a = max(self.at.sentence_first[max(self.at.sentence[place] - 1, 0)], state.first)
        return self._near_speaker(state, place, fits, 3) or self._first_person(
            state, a, self.at.sentence_first[self.at.sentence[place]], fits
        )
