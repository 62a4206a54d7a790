"""Whom a description means: the bearer of an office, who was described before, who spoke or is in view."""

from __future__ import annotations

from typing import Final

from .offices import SAME, SIDES
from .origins import OFFICES, Origins
from .roles_es import demonym
from .sources import Document, Source
from .synonyms import HOLDERS, PERSON_NOUNS

FAR: Final = 6  # sentences in which it and they are looked for
_RUNNING: Final = tuple("candidato candidata aspirante abanderado abanderada postulante candidate".split())
_SHARED: Final = frozenset(  # offices that many hold, whose bearer a text may name by surname alone
    """
        senator governor mayor ambassador mandatario mandataria gobernante
        embajador embajadora gobernador gobernadora alcalde alcaldesa
    """.split()
)
_POLITICIANS: Final = tuple(
    "dirigente político política líder lideresa jerarca funcionario funcionaria".split()
)
_OF_TEAMS: Final = tuple("boss manager coach captain skipper striker defender midfielder goalkeeper".split())
_ANYBODY: Final = frozenset(("person", "persona", "source"))
_INFORMANTS: Final = frozenset(("fuente", "fuentes"))
_APART: Final = ("judiciary", "media", "religious", "military")  # no director of a bank
_PAPERS: Final = frozenset("diario periódico rotativo newspaper paper".split())
_TEXTS: Final = frozenset("text document texto documento escrito misiva".split())
PARTISANS: Final = tuple(
    "democrat republican conservative liberal socialista conservador conservadora".split()
)


class Definites(Origins):
    """Find the people that descriptions with an article stand for."""

    def _definite(
        self,
        state: Document,
        head: str,
        place: int,
        told: str = "",
        country: str = "",
        field: list[int] | None = None,
        rank: set[str] | None = None,
    ) -> Source | None:
        """the minister → the person introduced as one; the adviser → the one described before."""
        if head in _ANYBODY and not self._plural(head, place):  # the person said
            return self._near_speaker(state, place, lambda s: s.kind == "anonymous" and not s.plural, 5)
        if head in PARTISANS:
            member = self._of_party(state, head, place) if self.english else None
            member = member or self._near_speaker(state, place, lambda s: s.kind == "named", 3)
            member = member or (
                self._subject_before(state, place, "", any_role=True) if self.english else None
            )
            return member or self._in_view(
                state,
                place,
                lambda s: s.kind == "named" and s.personal and s.gender in ("", told or s.gender),
            )
        options: list[tuple[int, int]] = []
        if country or head in self.words.strong or head in self.words.weak:
            self._read_names(state)  # before any title is looked up
            options, elsewhere = self._bearers(state, head, told, country, field or [], rank or set())
            found = self._choose(state, options, place)
            if found is not None or elsewhere:
                return found
            if not (options or country or self._plural(head, place)):
                said = (rank or set()).union(self.word(k) for k in field or ())
                holder = self._known_holder(state, head, said)
                if holder is not None:
                    return holder
        known = state.described.get(head) or state.described.get(SAME.get(head, ""))
        if (
            known is not None and country and known.kind != "institution"
        ):  # El presidente del club … El presidente francés
            told_there = any(demonym(w) == country for w in known.name.lower().split())
            known = known if told_there or len(known.name.split()) < 3 else None
        if known is not None:
            return known
        if (
            rank and "former" in rank and not self._plural(head, place)
        ):  # Hill spoke. The former president said
            gender = "f" if head == "lady" else ""
            if head in _OF_TEAMS:  # Lund boss Jack Ross … The former Bonn boss
                return self._subject_before(state, place, "", any_role=True) or self._near_speaker(
                    state, place, lambda s: s.kind == "named" and s.personal, 4
                )
            near = self._near_speaker(
                state,
                place,
                lambda s: (
                    s.kind == "named"
                    and s.personal
                    and s.role is None
                    and (not gender or s.gender in ("", gender))
                ),
            )
            return (
                near
                or self._subject_before(state, place, gender)
                or self._first_without_office(state, head, place, gender)
                or (
                    None
                    if head in OFFICES
                    else self._near_speaker(state, place, lambda s: s.kind == "named" and s.personal)
                )
            )
        if options and head in self.words.strong:
            return self._source_of(state, options[0][1])
        if (
            not self.english
            and head in OFFICES
            and not field
            and not country
            and not self._plural(head, place)
        ):
            gender = told or self._gender(head, range(0))  # Maduro lo negó. «…», planteó el presidente
            known = self._near_speaker(
                state,
                place,
                lambda s: (
                    (s.kind == "named" and s.personal and s.role is None and s.gender in ("", gender))
                    and not self._told_apart(state, s, head, place)
                ),
            )
            if known is None and head in ("mandatario", "mandataria"):
                known = self._subject_before(state, place, gender)
            if known is not None:
                state.described[head] = known
                return known
        told_of = field and not self._generic(field)
        if (told_of and head in SIDES) or (field and head in _INFORMANTS):
            return None  # el abogado del Estado: nobody who spoke before
        person = (head in self.words.strong or head in self.words.weak) and head not in _INFORMANTS
        if person and not self._plural(head, place) and head not in OFFICES:
            role = self.words.strong.get(head) or None
            gender = told or self._gender(head, range(0))
            former = self._subject_before(state, place, gender) if head.startswith("ex") else None
            if former is None and head in HOLDERS and not self.english:
                former = self._opening(state, place, gender)
            if former is None and head in _POLITICIANS and not self.english and not field:
                former = self._opening(
                    state, place, gender, True
                )  # Ruiz lo rechazó. «…», dijo el líder indígena
            found = self._called_otherwise(state, head, place, gender, country, field or [])
            bearer = self._near_bearer(state, place, role, gender, head) if found is None else None
            if bearer is not None and self._holds_another(state, bearer, head):
                bearer = None  # the minority leader … the minority | whip
            found = found or bearer or former

            def may_be(source: Source) -> bool:
                elsewhere = told_of and head in HOLDERS and source.role in _APART and not role
                may = not elsewhere and not self._holds_another(state, source, head)
                may = may and self._may_be(state, source, head, role, gender)
                return may and not self._told_apart(state, source, head, place)

            if found is None and not self.english and self._same_paragraph_before(state, place):
                found = self._in_view(state, place, may_be, 1)  # Entre ellas iba Ana Gil. «…», dijo la mujer
            found = found or self._begun(state, place, may_be) or self._near_speaker(state, place, may_be)
            if (found is None or found.role is None) and role is not None and not former:
                # who spoke last is no senator, as far as the text tells, and another is
                found = (
                    self._last_speaker(
                        state,
                        place,
                        lambda s: (
                            s.role == role and s.personal and self._may_be(state, s, head, role, gender)
                        ),
                    )
                    or found
                )
            if found is None and head in _RUNNING:
                found = self._subject_before(state, place, gender, any_role=True)
            if found is None and head in _POLITICIANS and not field and (not country or not self.english):
                found = self._subject_before(state, place, gender, any_role=True)
            if found is not None or self.english or head not in PERSON_NOUNS:
                return found
        if head in _INFORMANTS and not self.english:
            return self._near_speaker(
                state,
                place,
                lambda s: (
                    s.kind in ("institution", "document")
                    or s.head in _INFORMANTS
                    or (
                        s.kind == "anonymous" and not s.plural and head == "fuente"
                    )  # un diplomático … esta fuente
                ),
                FAR,
            )
        if head in _TEXTS:
            return self._near_speaker(state, place, lambda s: s.kind == "document")
        if person and head in _SHARED and not self._plural(head, place):
            same = told or self._gender(head, range(0))
            return self._near_speaker(
                state,
                place,
                lambda s: (
                    (s.kind == "named" and s.personal and s.role is None)
                    and s.gender in ("", same or s.gender)
                    and not self._told_apart(state, s, head, place)
                ),
            )
        if head in _PAPERS:
            return self._near_speaker(
                state, place, lambda s: s.kind in ("named", "institution") and s.role == "media", FAR
            )
        return self._man_or_woman(state, head, place, told) if head in PERSON_NOUNS else None
