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
    FINITE,
    OWNER,
    PAREN,
    PREPOSITION,
    RELATIVE,
    STOP,
    SUBJECT,
    SUBORDINATOR,
    TO,
    WH,
)
from .role_phrases import FIXED, GENERAL, OF_STATES, OF_STATES_BEGIN, PREFIXES
from .roles_es import DEMONYMS, REGIONS, demonym, people_of
from .sources import Document
from .wording import Wording

_ADJECTIVAL: Final = frozenset(
    """
        veteran military intelligence executive general militar policía ejecutivo
        """.split()
)
_COMMAND: Final = frozenset("el un este ese su al del teniente mayor mi señor joven viejo antiguo ex".split())
_UNION: Final = frozenset("ue europeo europea europeos".split())

_WOMENS: Final = ("ia", "ina", "ella", "etta", "anna", "enna", "ana", "lisa")  # how women's given names end
_PRESIDES: Final = frozenset("president presidents presidente presidenta presidentes".split())
_ACTING: Final = frozenset(
    "ejecutivo ejecutiva honorario honoraria interino interina fundador fundadora".split()
)
_FAR: Final = 17  # words from an office to the name behind its comma
_OF: Final = frozenset("of for from with de del".split())
_UNION_OF: Final = {"soviet": "executive", "european": "international", "african": "international"}
_OF_MEMBERS: Final = frozenset("union unions association associations federation".split())
_FIXED_ENDS: Final = frozenset(phrase.split()[-1] for phrase, _ in FIXED)
_PAIRS: Final = frozenset(phrase for phrase, _ in FIXED if phrase.count(" ") == 1)


class Titles(Wording):
    """Read what stands beside the names of a batch: former deputy minister | Name, a lawyer who …"""

    def __init__(self, tokens: Tokens, bits: np.ndarray, gaps: np.ndarray) -> None:
        super().__init__(tokens, bits, gaps)
        self._offices: dict[int, list[int]] = {}  # before a name at a token
        self._roles: dict[tuple[str, ...], str | None] = {}

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
            known = (
                word in self.words.titles
                or word in self.words.strong
                or word in self.words.weak
                or word in self.words.bodies
            )
            if not known:
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
            if gap & STOP and not (len(word) <= 4 and bits & CAPITAL):
                break
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
        given = next((k for k in range(a + 1, e - 1) if self._begins_given(k)), a)
        k = a - 1
        while k > max(a - 7, 0) and (self.bits[k] & (COORDINATOR | PREPOSITION) or self.bits[k] & CAPITAL):
            if self.word(k) in self.words.titles:
                return given
            k -= 1
        return given if self.word(k) in self.words.titles else a

    def _begins_given(self, k: int) -> bool:
        word = self.word(k)
        if word in self.words.female or word in self.words.male:
            return True
        first, hyphen, second = self.text(k, k + 1).partition("-")  # Man-kei Tam, Jae-in Moon
        asian = bool(hyphen) and first.istitle() and second.islower() and len(word) < 12
        return asian and first.lower() not in PREFIXES

    def _office_before(self, state: Document, a: int) -> list[int]:
        """The words of office in "the president of the board and member for Leeds," before a name."""
        if a <= state.first or not self.gaps[a] & COMMA:
            return []
        known = self._offices.get(a)
        if known is None:
            known = self._offices[a] = self._find_office(state, a)
        return known

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
        if k == a:
            k = next(iter(self._office_before(state, a)), a)
        told = [demonym(self.word(m)) for m in range(k, a) if self.word(m) in DEMONYMS]
        return told or [key for m in range(k + 1, a) if (key := people_of(self.word(m)))]

    def _office_at(self, k: int, a: int) -> int:
        """The noun of office at a word or behind one adjective: foreign | minister; 0 for none."""
        for m in range(k, min(k + 2, a)):
            word = self.word(m)
            if (word in self.words.strong or word in self.words.weak) and not self.bits[m] & OWNER:
                return m
            if self.bits[m] & (PREPOSITION | COORDINATOR | OWNER) or self.gaps[m + 1] & (BREAK | STOP):
                return 0
        return 0

    def _is_office(self, k: int) -> bool:
        """Say whether a word is a noun for persons, not for a body."""
        word = self.word(k)
        return (word in self.words.strong or word in self.words.weak) and word not in self.words.bodies

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
            for word in self._words(k + 1, a):
                if self.words.bodies.get(word):
                    return self.words.bodies[word]
        return role

    def _words(self, a: int, e: int) -> list[str]:
        return [self.word(k) for k in range(a, e)]

    def _role(self, span: range) -> str | None:
        """The role that a title or description tells: its last noun of office, else its body."""
        return self._role_held(span, [self.word(k) for k in span])

    def _role_held(self, span: range, words: list[str]) -> str | None:
        """The role of who presides a body, else of the words of an office."""
        role = self._presided(span)
        return self.role_of(words) if role is None else role or None

    def _presided(self, span: range) -> str | None:
        """The role of the body that somebody presides: la presidenta | del Senado, the president | of the bank.

        An empty word says that it is a body of which no list tells the role: el presidente | de Solmar.
        """
        k = span.stop
        if not len(span) or k >= len(self.gaps) - 1:
            return None
        if self.word(k - 1) in ("comisario", "comisaria", "comisarios") and self.word(k) in ("de", "del"):
            union = not _UNION.isdisjoint(self._words(k, min(k + 9, len(self.gaps) - 1)))
            return "international" if union else None
        head = k - 1
        if not self.english and self.word(head) in _ACTING:
            head -= 1  # la presidenta ejecutiva | del banco
        elif not self.english and self.word(k) in _ACTING:
            k += 1
        if self.word(head) not in _PRESIDES or self.word(k) not in ("of", "de", "del"):
            return None
        other = ""
        while k < min(span.stop + 6, len(self.gaps) - 1) and not self.gaps[k] & (BREAK | STOP):
            role = self.words.bodies.get(self.word(k))
            if role == "legislator" and self.word(k) == "assembly" and self.word(k - 1) == "general":
                return "international"
            if role:
                return None if self.word(k + 1) == "states" else role
            if self.word(k) == "comisión" and not self.bits[k] & CAPITAL:
                other = "legislator"
            if self.word(k) == "grupo" and self.bits[k + 1] & CAPITAL:
                other = other or ("" if self.word(k + 1) in self.words.not_names else "business")
            k += 1
        if not other and not self.english and self._names_company(head + 1):
            return ""
        return other or None

    def _names_company(self, k: int) -> bool:
        """Say whether *de* and a name follow that is no country's or state's: el presidente | de Solmar."""
        while self.word(k) not in ("de", "del"):
            k += 1
        k += 2 if self.bits[k + 1] & DETERMINER else 1
        word = self.word(k)
        return bool(self.bits[k] & CAPITAL) and not (
            word in self.words.places or word in self.words.not_names or word in REGIONS
        )

    def role_of(self, words: list[str]) -> str | None:
        """The role that the words of a title or description tell, the last telling one first."""
        key = tuple(words)
        if key not in self._roles:
            self._roles[key] = self._find_role(words)
        return self._roles[key]

    def _find_role(self, words: list[str]) -> str | None:
        lists = self.words
        joined = " ".join(words)
        fixed = FIXED if "-" in joined or not _FIXED_ENDS.isdisjoint(words) else ()
        for phrase, role in fixed:
            if joined.endswith(phrase) or phrase + " of " in joined or phrase + " for " in joined:
                return role
        if self.is_of_states(words):
            return "international"
        if "united states" in joined:
            words = [word for word in words if word not in ("united", "states")]
        if words and words[-1] in _OF_MEMBERS and _OF.isdisjoint(words):
            return "civil_society"  # the teachers’ union
        weak = used_as_adjective = None
        if not self.english:  # el director general: an adjective
            words = [w for k, w in enumerate(words) if w != "general" or not k or words[k - 1] in _COMMAND]
        elif "general" in words:  # the general secretary of the union
            words = [w for w, after in zip(words, [*words[1:], ""], strict=True) if (w, after) not in GENERAL]
        for word in reversed(words):
            word = word.removeprefix("ex-").removesuffix("'s")
            if word in lists.strong and not (word in _ADJECTIVAL and word != words[-1]):
                return lists.strong[word]
            used_as_adjective = used_as_adjective or lists.strong.get(word)
            if word in lists.weak:
                weak = lists.weak[word] if weak is None else weak
                break
        if "state department" in joined:
            return "diplomat"
        for k, word in enumerate(words):
            if word == "unión" and k + 1 < len(words) and words[k + 1] not in ("europea", "africana"):
                continue  # la unión comarcal
            if word == "union" and k and words[k - 1] in _UNION_OF:
                return _UNION_OF[words[k - 1]]  # the Soviet Union and other countries
            if word == "prensa" and weak is None and k and words[k - 1] == "de":
                continue  # En la conferencia de prensa | Juan Paz dijo
            of_body = lists.bodies.get(word) or (
                lists.strong.get(word) if weak is not None and word in _ADJECTIVAL else None
            )
            if of_body:
                return of_body
        return weak or (used_as_adjective if weak is None else None)

    def is_of_states(self, words: list[str]) -> bool:
        """Say whether some words name a body of states: the Group of 77, director of the International Monetary Fund."""
        if OF_STATES_BEGIN.isdisjoint(words):
            return False
        joined = " ".join(words)
        return any(name in joined for name in OF_STATES)

    def _given(self, name: tuple[str, ...]) -> str:
        """The given name; a name of one word may be a surname, whose ending tells no gender: Ortega."""
        known = name[0] in self.words.female or name[0] in self.words.male
        return name[0] if len(name) > 1 or (known and name[0] not in self.words.surnames_too) else ""

    def _gender(self, given: str, title: range) -> str:
        for k in title:
            word = self.word(k)
            if word in self.words.female:
                return "f"
        for k in title:
            if self.word(k) in ("mr", "sir", "lord", "king", "señor", "sr", "don"):
                return "m"
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
