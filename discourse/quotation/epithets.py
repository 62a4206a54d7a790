"""What a description stands for: the bearer of an office, who spoke just before, or somebody new."""

from __future__ import annotations

from typing import Final

from .bits import (
    CAPITAL,
    NUMBER,
    OWNER,
    RELATIVE,
    THAT,
)
from .definites import FAR, PARTISANS, Definites
from .descriptions import CAPITALISED
from .origins import OFFICES
from .roles_es import CITIES, DEMONYMS, demonym, is_demonym
from .sources import Document, Source
from .synonyms import INTRODUCED_AS, KIN

_KNOWN_TO_ALL: Final = frozenset("president premier pm chancellor pope".split())
_HELD: Final = ("secretary", "minister", "chancellor", "governor", "commissioner")
_ARTICLE_GENDER: Final = {"el": "m", "la": "f"}
_ONE: Final = frozenset(("the", "el", "la", "este", "esta"))
_PART_OF: Final = frozenset(
    """
        one another two three four five some several many most both
        uno una dos tres varios varias algunos algunas otro otra
    """.split()
)
_GENDERS: Final = {"el": "m", "un": "m", "este": "m", "la": "f", "una": "f", "esta": "f"}
_NO_GENDER: Final = frozenset(
    "persona víctima figura autoridad fuente estrella celebridad voz alteza majestad".split()
)


class Epithets(Definites):
    """Resolve descriptions within a document: the minister, la alemana, el texto."""

    def _described(
        self, state: Document, a: int, core: int, e: int, place: int, body: bool = False
    ) -> Source:
        words = self.words
        if body:
            return Source(self.text(a, core), "institution")
        end = self._description_end(a, e)
        name = self.text(a, end)
        head = self._head(a, core)
        if head == "jefe" and self.word(core - 1) == "comunal":
            head = "intendente"
        as_body = head in words.bodies and any(
            self.word(k) == head and self.bits[k] & CAPITAL for k in range(a + 1, core)
        )  # el Ejecutivo, la Policía
        told = "m" if a and self.word(a - 1) in ("del", "al") else _ARTICLE_GENDER.get(self.word(a), "")
        definite = (
            not (as_body and head in words.strong)
            and (
                self.word(a) in ("the", "el", "la", "los", "las", "this", "este", "esta")
                or (a > state.first and self.word(a - 1) in ("del", "al") and not self.bits[a] & CAPITAL)
            )
            and core - a <= 4 + (self.word(a + 1) == "former") + 2 * (self.word(a + 1)[-5:] == "-time")
            and not (head in KIN and self.bits[core - 2] & OWNER)  # the man’s | niece
            and not (end == core and self._of_the_state(state, head, core))
            and not (
                head in words.bodies
                and head not in PARTISANS
                and any(self.bits[k] & CAPITAL for k in range(a + 1, core - 1))
            )
        )
        if definite:
            if any(self.bits[k] & (RELATIVE | THAT) for k in range(core, e)):
                place = min(place, a)  # el vecino que golpeó a Juan Paz: not he
            also = self.word(a + 1) == "también"  # la también diputada: who was just spoken of
            known = self._also(state, place, "f" if self.word(a) == "la" else "m") if also else None
            if also and known is None:
                known = self._in_view(state, place, lambda s: s.kind == "named" and s.personal)
            last = self.word(core - 1)
            country = demonym(last) if not self.english and last in DEMONYMS else ""
            if known is None and self.english and core - a > 2:
                known = self._of_body(state, a, core, head, place)
            second = self._another(state, head, place) if core - a == 2 else None
            if second is not None:
                return self._described(state, *second, second[1], place)
            if known is None and self.english and core - a == 2 and self.word(a) in ("the", "this"):
                first = self._told_of(state, head, place)  # A young official left … the official
                if (
                    first is not None and not self.nameable[first[0]]
                ):  # but: sentenced by a judge … Judge Reed
                    bearers, _ = self._bearers(state, head, "", "", [], set())
                    first = None if any(first[0] < at < place for at, _ in bearers) else first
                if first is not None and self.nameable[first[0]]:
                    return self._named(state, first[:2], place)
                known = first and self._described(state, *first, place)
            known = known or self._definite(
                state,
                head.removeprefix("ex-"),
                place,
                told,
                country,
                self._field(a, core, end),
                self._rank(a, core),
            )
            if (
                known is None
                and core - a == 3
                and not self.english
                and last in words.sources
                and self._is_person(head)
            ):
                other = self.word(a + 1) if head == last else last  # la ministra portavoz
                known = self._definite(state, other, place, told)
            if known is None and core - a == 2 and head.endswith("ista") and not self.english:
                known = self._partisan(state, self.word(a) == "la", place)
            if known is None and core - a in (2, 3) and is_demonym(self.word(core - 1)):
                known = self._from_there(state, head, self.word(a) == "la", place, core - a == 2)
            titled = core - a > 2 and bool(self.bits[core - 1] & self.bits[a + 1] & CAPITAL)
            if known is None and self.english and titled and head in _HELD:
                known = self._protagonist(state, place)  # the Home Secretary, of a text on Ann Reed
            if known is None and self.english and head in _KNOWN_TO_ALL:
                known = self._known_to_all(state, head, place) if self._plain(a, core) else None
            if known is None and any(
                self.word(k) == "veces" or self.word(k)[-5:] == "-time" for k in range(a, core)
            ):
                known = self._subject_before(state, place, "", any_role=True) or self._near_speaker(
                    state, place, lambda s: s.kind == "named" and s.personal, FAR
                )  # the three-time champion, el cinco veces ganador del premio
            noun = head if self.english or self.word(a + 1) == "alto" else self.word(a + 1)  # el alto | cargo
            one = (
                self.word(a) in _ONE
                and (not self.bits[a + 1] & CAPITAL or self._tells_people(a, core))
                and noun not in ("ex", "propio", "joven")
            )
            if known is None and one and core - a in (2, 3):
                gender = "" if noun in _NO_GENDER else told
                known = self._introduced_as(state, noun, place)
                known = known or self._called_otherwise(
                    state, noun, place, gender, country, self._field(a, core, end)
                )
                for other in INTRODUCED_AS.get(noun, ()) if known is None else ():
                    known = known or self._introduced_as(state, other, place)  # el portero … el guardameta
            office = head in words.strong or head in words.weak
            aged = end > core and not self.english and self.word(end - 1) == "años"  # el delantero de 19 años
            if known is None and one and (end == core or aged) and not (self.english and office):
                known = self._epithet(state, head, a, core, place)
                known = known or self._stays(state, head, a, core, place)
            if known is not None and head in words.documents and self._other_document(known, a, core):
                known = None  # A UN report came. | The World Bank report
            if known is not None and known.kind == "institution" and self._is_person(head):
                known = None  # AguaSur protestó. | La científica
            if known is not None:
                if (
                    known.personal
                    and not known.gender
                    and not self._plural(head, a)
                    and head not in _NO_GENDER
                ):
                    known.gender = _GENDERS.get(self.word(a), "")  # la mandataria: a woman
                return known
        listed = [self.word(k) for k in range(a, self._office_end(core, e))]
        role = self._role_held(range(a, core), listed)
        plural = self._plural(head, a)
        if role is None or head in words.weak:
            rest = [self.word(k) for k in range(core, end)]
            if "unión" in rest and "europea" not in rest and rest[-1] != "unión":
                rest.remove("unión")  # fuentes de la unión comarcal
            bodies = [words.bodies[w] for w in rest if words.bodies.get(w)]
            if bodies and (role in (None, words.weak.get(head)) or (role == "party" and not self.english)):
                role = bodies[0]
            if role is None and core - a == 1 and head in _PART_OF and self.word(core) in ("of", "de", "del"):
                role = self.role_of(rest)  # one | of the diplomats
        if self.english and end > core and self.is_of_states([self.word(k) for k in range(a, end)]):
            role = "international"
        speaks = True
        plainly = head in CAPITALISED and not self.bits[core - 1] & CAPITAL  # difficult times
        role = None if plainly else role
        if as_body and head in words.strong:
            kind, role = "institution", words.bodies[head] or None
        elif head in words.voices:
            person = self._speaks_for_person(state, a, end)
            kind = "institution" if (end > core or core - a > 2) and not person else "anonymous"
        elif head in words.strong or head in words.weak:
            the = self.word(a) in ("the", "el", "la") or self.word(a - 1) in ("del", "al")
            unique = the and head in OFFICES and not plural
            kind = "named" if unique else "anonymous"
        elif head in words.documents:
            kind, role = "document", role if head not in words.strong else None
        elif (head in words.bodies and not plainly) or any(
            self.word(k) in words.bodies and self.bits[k] & CAPITAL for k in range(a, core)
        ):
            kind = "institution"
        elif head in words.groups or (self.word(a) in words.groups and not self.bits[core - 1] & CAPITAL):
            kind = "anonymous"
        elif head in words.places:
            club = head in CITIES and (
                self.word(a) == "el" or (core - a > 1 and bool(self.nameable[core - 1]))
            )
            kind, role = "institution", role or (None if club else "executive")  # el Madrid
        elif self.bits[core - 1] & CAPITAL and (core - 1 > a or self._shouted(a)):
            kind = "institution"
        else:
            kind = "anonymous"
            listed_noun = (
                self.word(a) in ("one", "uno", "una")
                or self.word(a) in words.groups
                or head in KIN
                or head.startswith(("ex-", "co-"))
            )
            agent = self.tells_person(head)
            speaks = listed_noun or agent or bool(self.bits[a] & NUMBER)
        one = kind in ("named", "anonymous") and not plural and head not in _NO_GENDER
        gender = _GENDERS.get(self.word(a), "") if one else ""  # el transportista, la portavoz
        if not gender and kind != "institution":
            gender = self._gender(head, range(a, core))
        source = Source(name, kind, role, gender, plural, head, speaks)
        if kind in ("institution", "document"):
            source.plural = plural
        if plainly:
            return source
        if kind != "institution" or any(self.bits[k] & CAPITAL for k in range(a + 1, core)):
            state.described[head] = source
        return source
