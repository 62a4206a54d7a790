"""Titles and offices beside a name, and the role and gender that they tell."""

from __future__ import annotations

from typing import Final

import numpy as np

from discourse.tokens import Tokens

from .bits import (
    BREAK,
    CAPITAL,
    COMMA,
    COORDINATOR,
    DETERMINER,
    ED,
    FINITE,
    OWNER,
    PAREN,
    POSSESSIVE,
    PREPOSITION,
    RELATIVE,
    STOP,
    SUBJECT,
    SUBORDINATOR,
    TO,
    WH,
)
from .callings import CALLINGS, PEOPLES
from .held_roles import HeldRoles
from .role_phrases import FIXED, PREFIXES
from .roles_es import DEMONYMS, demonym, is_demonym, people_of
from .sources import Document
from .synonyms import KIN, KINSMEN, KINSWOMEN

_WOMENS: Final = ("ia", "ina", "ella", "etta", "anna", "enna", "ana", "lisa")  # how women's given names end
_IS: Final = ("es", "era", "fue", "is", "was")
_SERVES: Final = frozenset(  # who works for somebody
    "spokesman spokeswoman spokesperson aide adviser advisor assistant lawyer attorney counsel deputy press".split()
)
_PARTIES: Final = frozenset(
    "conservador conservadora laborista liberal popular democristiano democristiana socialdemócrata demócrata"
    " republicano republicana independiente nacionalista comunista ecologista verde radical centrista".split()
)
_THAT: Final = ("que", "of", "for", "that", "which", "de", "del")
_FIELDS: Final = frozenset(
    "housing health justice education finance defence defense transport trade energy environment agriculture children"
    " culture labour labor tourism sport sports fisheries water".split()
)
_FAR: Final = 17  # words from an office to the name behind its comma
_OF: Final = frozenset("of for from with de del".split())
_PAIRS: Final = frozenset(phrase for phrase, _ in FIXED if phrase.count(" ") == 1)


class Titles(HeldRoles):
    """Read what stands beside the names of a batch: former deputy minister | Name, a lawyer who …"""

    def __init__(self, tokens: Tokens, bits: np.ndarray, gaps: np.ndarray) -> None:
        super().__init__(tokens, bits, gaps)
        self._offices: dict[int, list[int]] = {}  # before a name at a token

    def title_span(self, state: Document, a: int) -> int:
        """Where the words before a name begin that say what the person is: former deputy minister | Name."""
        k = a
        while k > state.first and a - k < 9:
            gap = self.gaps[k]
            if gap & BREAK or "\n" in self.gap(k) or "“" in self.gap(k):
                break
            bits = self.bits[k - 1]
            word = self.word(k - 1)
            if bits & OWNER or (k == a and word in _OF):
                break  # the lawyer for | Ann Lee
            if word == "del" and self._is_office(k) and self._is_office(k - 2):
                break  # la esposa del | dirigente Juan Paz
            voice = word in ("of", "for") and k - 2 >= state.first and self.word(k - 2) in _SERVES
            if voice and any(self.word(m) in self.words.offices for m in range(k, a)):
                break  # a spokeswoman for | Property Minister Ann Reed
            known = (
                word in self.words.titles
                or word in self.words.strong
                or word in self.words.weak
                or word in self.words.bodies
            )
            if not known:
                if self.english and bits & ED and k < a and self._is_verb_behind_name(state, k - 1):
                    break  # Ann Reed sacked | Defence Minister Tom Hill
                if self.english and self._takes_name(state, k - 1):
                    break  # The mayor interrupted | Tom Hill, standing | beside Tom Hill
                if (
                    bits & (FINITE | SUBJECT | WH | SUBORDINATOR | TO | COORDINATOR)
                    and not bits & PREPOSITION
                ):
                    break
                stands_for = (
                    word == "por" and k < a and (self._is_office(k - 2) or self._is_office(k - 4))
                )  # diputado del PP por Lugo | Name
                if bits & PREPOSITION and word not in ("of", "for", "de", "del") and not stands_for:
                    break
            if gap & STOP and (not (len(word) <= 4 and bits & CAPITAL) or self.at.starts_sentence[k]):
                break  # … told CNN. | Bob Lee; not: Gen. | Bob Lee
            k -= 1
            if bits & DETERMINER:
                break
        return k

    def _past_department(self, a: int, e: int) -> int:
        """Where a name begins behind what an office is for: Minister for Information and Broadcasting | Omar Reed"""
        if e - a > 3 and not self._begins_given(a) and not self._begins_given(a + 1):
            return next(
                (k for k in range(a + 2, e - 1) if self._begins_given(k)), a
            )  # Halmira Sheriffdom | Ann Reed
        if e - a < 3 or self.word(a - 1) not in ("and", "for", "of") or self._begins_given(a):
            return a
        if e - a == 3 and self.word(a) in _FIELDS:
            return a + 1  # Minister for Housing | Fiachra Moloney
        given = next((k for k in range(a + 1, e - 1) if self._begins_given(k)), a)
        k = a - 1
        while k > max(a - 7, 0) and (self.bits[k] & (COORDINATOR | PREPOSITION) or self.bits[k] & CAPITAL):
            if self.word(k) in self.words.titles:
                return given
            k -= 1
        return given if self.word(k) in self.words.titles else a

    def _past_calling(self, a: int, e: int) -> int:
        """Where a name begins behind what its bearer does: Forecaster | Ann Reed, Mum-of-three | Ann Reed"""
        a = self._past_department(a, e)
        word = self.word(a)
        if e - a < 3 or self.bits[a] & OWNER:
            return a
        agent = len(word) > 6 and word.endswith(self.words.agents) and word not in self.words.not_agents
        told = (
            word in CALLINGS
            or "-of-" in word
            or (word in PEOPLES and self._begins_given(a + 1))
            or (word == "con" and self.word(a - 1) == "det")
        )
        opens = bool(self.tokens.sentence_start[a])  # Trumpeter | Ebo Mensah
        told = told or (agent and not self._begins_given(a) and (opens or self._begins_given(a + 1)))
        return a + 1 if told and self.gap(a + 1) == " " else a

    def _begins_given(self, k: int) -> bool:
        word = self.word(k)
        if word in self.words.female or word in self.words.male:
            return True
        first, hyphen, second = self.text(k, k + 1).partition("-")  # Man-kei Tam, Jae-in Moon
        asian = bool(hyphen) and first.istitle() and second.islower() and len(word) < 12
        return asian and first.lower() not in PREFIXES

    def _unlike(self, one: str, other: str) -> bool:
        """Say whether of two given names one is a woman's and one a man's."""
        female, male = self.words.female, self.words.male
        return (one in female and other in male) or (one in male and other in female)

    def _office_before(self, state: Document, a: int) -> list[int]:
        """The words of office in "the president of the board and member for Leeds," before a name."""
        a = self._before_trait(state, a)
        if a <= state.first or not self.gaps[a] & COMMA:
            return []
        known = self._offices.get(a)
        if known is None:
            known = self._offices[a] = self._find_office(state, a)
        return known

    def _is_premier(self, state: Document, at: int) -> bool:
        """Say whether the minister named at a mention is the prime minister."""
        e = next((e for a, e, _ in state.mentions if a == at), at + 1)
        told = (*range(self.title_span(state, at), at), *self._office_before(state, at))
        return any(
            self.word(k) in ("ministro", "ministra") and self.word(k - 1) in ("primer", "primera")
            for k in (*told, *self._appositive(state, e))
        )

    def _before_trait(self, state: Document, a: int) -> int:
        """Where what tells a party or home of somebody begins: el primer ministro, | el socialista | Luis Gil"""
        if self.english or a - 2 <= state.first or self.word(a - 2) not in ("el", "la"):
            return a
        word = self.word(a - 1)
        trait = (
            word.endswith(("ista", "ín", "ina", "ino", "és", "esa")) or word in _PARTIES or is_demonym(word)
        )
        trait = trait and not self._is_office(a - 1) and not self.bits[a - 1] & CAPITAL
        return a - 2 if trait and self.gaps[a - 2] & COMMA and not self.gaps[a - 1] | self.gaps[a] else a

    def _find_office(self, state: Document, a: int) -> list[int]:
        second = [
            m
            for m in range(max(a - 8, state.first + 1), a)
            if self.bits[m - 1] & COORDINATOR and self.word(m) in self.words.strong
        ]
        k = a - 1
        while (
            k > max(a - _FAR, state.first)
            and not (self.gaps[k] & (BREAK | STOP) and not self._departments(k, a) and not self._bracketed(k))
            and not self.bits[k] & FINITE
        ):
            office = self._office_at(k + 1, a)
            if (
                (
                    self.word(k) in ("the", "el", "la", "al")
                    or (self.english and self.bits[k] & (OWNER | POSSESSIVE))  # the union’s | secretary, …
                    or (self.word(k) == "del" and not self._is_office(k - 1))
                )  # una carta | del presidente turco, …
                and office
                and not (k > state.first and self.word(k - 1) in ("of", "for", "de", "del"))
            ):
                return [office, *(m for m in second if m > office)]
            k -= 1
        is_opened = self.word(k) in ("the", "el", "la") and not self.bits[k - 1] & PREPOSITION
        office = self._office_at(k + 1, a) or k + 1
        return [office, *(m for m in second if m > office)] if is_opened else []

    def _bracketed(self, k: int) -> bool:
        """Say whether a bracket holds one word: el candidato del Partido Verde | (PV) | a la alcaldía, Luis Gil"""
        other = k + 1 if self.gaps[k + 1] & PAREN else k - 1
        return bool(self.gaps[k] & self.gaps[other] & PAREN) and not self.gaps[k] & (COMMA | STOP)

    def _departments(self, k: int, a: int) -> bool:
        """Say whether a comma stands in a list of departments: la consejera de Obras, | Agua y Montes, Ana Gil."""
        return (
            not self.english
            and bool(self.gaps[k] & COMMA)
            and k < a
            and all(self.bits[m] & (CAPITAL | COORDINATOR | PREPOSITION) for m in range(k - 1, a))
            and any(self.bits[m] & COORDINATOR for m in range(k, a))
        )

    def _countries(self, state: Document, a: int) -> list[str]:
        """The nationalities in the office before a name, alike for both genders: el presidente | ruso, Ivan Orlov"""
        if self.english:
            return []
        k = self.title_span(state, a)
        if k in (a, self._before_trait(state, a)):
            k = next(iter(self._office_before(state, a)), a)
        told = [demonym(self.word(m)) for m in range(k, a) if self.word(m) in DEMONYMS]
        return told or [key for m in range(k + 1, a) if (key := people_of(self.word(m)))]

    def _office_at(self, k: int, a: int) -> int:
        """The noun of office at a word or behind one adjective: foreign | minister; 0 for none."""
        for m in range(k, min(k + 2, a)):
            word = self.word(m)
            if word == "general" and m + 1 < a and self._is_office(m + 1):
                continue  # the general | secretary
            if (word in self.words.strong or word in self.words.weak) and not self.bits[m] & OWNER:
                return m
            if self.bits[m] & (PREPOSITION | COORDINATOR | OWNER) or self.gaps[m + 1] & (BREAK | STOP):
                return 0
        return 0

    def _is_office(self, k: int) -> bool:
        """Say whether a word is a noun for persons, not for a body."""
        word = self.word(k)
        return (word in self.words.strong or word in self.words.weak) and word not in self.words.bodies

    def _kind_of(self, state: Document, a: int, e: int) -> str:
        """A name's kind: "institution" where what stands behind says so: AguaSur, | el gremio que …; Swift, a bank"""
        if (
            e + 2 >= state.last
            or not self.gaps[e] & COMMA
            or not self.bits[e] & DETERMINER
            or self._begins_given(a)
        ):
            return "named"
        noun = e + 1 if self.bits[e + 1] & ~CAPITAL == 0 and self.word(e + 1) in self.words.bodies else e + 2
        word = self.word(noun)
        body = word in self.words.bodies and word not in self.words.strong and word not in self.words.weak
        parted = any(self.gaps[k] & BREAK for k in range(e + 1, noun + 1))
        goes_on = noun + 1 < state.last and self.word(noun + 1) in _THAT
        return "institution" if body and goes_on and not parted else "named"

    def _said_to_be(self, state: Document, a: int, e: int) -> list[int]:
        """The office that a sentence says somebody has: La ministra es | Ana Ruiz |, Ann Reed | is the mayor"""
        found = []
        if a - 3 >= state.first and self.word(a - 1) in _IS and self.bits[a - 3] & DETERMINER:
            found.append(a - 2)
        if e + 2 < state.last and self.word(e) in _IS and self.bits[e + 1] & DETERMINER:
            found.append(e + 2)
        return [k for k in found if self._is_office(k)]

    def _office_end(self, core: int, e: int) -> int:
        """Where an office ends that a department belongs to: la ministra | de Asuntos Exteriores."""
        for k in range(core, min(core + 3, e)):
            if (
                k == core
                and self.word(k) == "de"
                and self.word(k + 1) in ("alcalde", "alcaldesa", "alcaldía")
            ):
                return k + 2  # la teniente | de alcalde
            if self.word(k) == "exteriores" or (self.word(k) == "affairs" and self.word(k - 1) == "foreign"):
                return k + 1
        return core

    def _appositive(self, state: Document, e: int) -> range:
        """The words of ", a lawyer who …" behind a name."""
        if e >= state.last or not self.gaps[e] & COMMA or self.gaps[e] & STOP:
            return range(0)
        if self.bits[e] & PREPOSITION and self.word(e) not in _OF:
            return range(0)  # dijo Ruiz, en una rueda de prensa
        k = e
        while k < min(e + 12, state.last):
            if k > e and self.gaps[k] & (BREAK | STOP):
                break
            if (
                not self.english
                and k > e + 1
                and self.word(k) == "del"
                and self.word(k + 1) in self.words.strong
            ):
                break  # el alcalde, Luis Gil, rival | del presidente
            if self.bits[k] & (RELATIVE | FINITE) and not self.bits[k] & DETERMINER:
                if not self.bits[k] & RELATIVE:
                    return range(0)  # According to Reed, the mayor lied
                break
            k += 1
        return range(e, k)

    def _role_after(self, state: Document, e: int) -> str | None:
        span = self._appositive(state, e)
        if not len(span):
            return None
        stop = next((k for k in span if k > span.start and self.bits[k] & PREPOSITION), span.stop)
        role = self._role(range(span.start, stop)) or self._role(range(stop, span.stop))
        if role == "party" and not self.english:  # Ana Gil, secretaria general de la Federación Obrera
            return next(
                (told for w in self._words(stop, span.stop) if (told := self.words.bodies.get(w))), role
            )
        return role

    def _role_before(self, state: Document, a: int) -> str | None:
        """The role that an office before a name and a comma tells: el ministro de Economía, | Luis Rey"""
        offices = self._office_before(state, a)
        if not offices:
            return None
        k = offices[0]
        if self.english and " ".join(self._words(k - 1, k + 1)) in _PAIRS:
            return self.role_of(self._words(k - 1, k + 1))
        pair = " ".join(self._words(k, k + 2)) in _PAIRS
        end = k + 2 if pair else self._office_end(k + 1, a)
        role = self._role_held(range(k, k + 1), self._words(k, end))
        if pair and role != "party":
            return role
        if (
            pair
            or role is None
            or (self.word(k) in self.words.weak and self.word(k) not in self.words.strong)
        ):
            for m in range(k + 1, a):
                union = self.word(m) == "unión" and self.word(m + 1) not in ("europea", "africana")
                if self.words.bodies.get(self.word(m)) and not union:
                    return self.words.bodies[self.word(m)]
        return role

    def _given(self, name: tuple[str, ...]) -> str:
        """The given name; a name of one word may be a surname, whose ending tells no gender: Ortega."""
        known = name[0] in self.words.female or name[0] in self.words.male
        return name[0] if len(name) > 1 or (known and name[0] not in self.words.surnames_too) else ""

    def _gender(self, given: str, title: range) -> str:
        for k in title:  # not that of another: Mr Hill’s neighbour | Robyn Reed
            if self.english and self.bits[k] & OWNER:
                title = range(k + 1, title.stop)
        for k in title:
            word = self.word(k)
            if word in self.words.female:
                return "f"
        for k in title:
            if self.word(k) in ("mr", "sir", "lord", "king", "señor", "sr", "don"):
                return "m"
        kin = given
        if given not in KIN and self.english and title.stop:
            kin = self.word((title.stop if len(title) else title.start) - 1).removeprefix("ex-")
        if not self.english and given not in KIN and title.start > 1 and self.gaps[title.start] & COMMA:
            kin = (
                self.word(title.start - 1) if self.bits[title.start - 2] & POSSESSIVE else given
            )  # su marido, | Hovik
        if kin in KINSMEN or kin in KINSWOMEN:
            return "m" if kin in KINSMEN else "f"  # her grandson; his son | Tyler
        if given in self.words.unisex:
            return ""
        if given in self.words.female:
            return "f"
        if given in self.words.male:
            return "m"
        if self.english:  # Joshua, Vasudeva, Mustafa are men
            return "f" if given.endswith(_WOMENS) else ""
        if given.endswith("a") and len(given) > 2:
            return "f"
        return "m" if given.endswith("o") else ""
