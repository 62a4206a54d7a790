"""The role that words of an office or description tell: president of the bank, secretary-general, a union official."""

from __future__ import annotations

from typing import Final

import numpy as np

from discourse.tokens import Tokens

from .bits import (
    BREAK,
    CAPITAL,
    DETERMINER,
    ED,
    ING,
    POSSESSIVE,
    PREPOSITION,
    STOP,
)
from .role_phrases import FIXED, GENERAL, OF_STATES, OF_STATES_BEGIN
from .roles_es import REGIONS
from .sources import Document
from .wording import Wording

_ADJECTIVAL: Final = frozenset(
    """
        veteran military intelligence executive general militar policía ejecutivo
        """.split()
)
_COMMAND: Final = frozenset("el un este ese su al del teniente mayor mi señor joven viejo antiguo ex".split())
_UNION: Final = frozenset("ue europeo europea europeos".split())
_PRESIDES: Final = frozenset("president presidents presidente presidenta presidentes".split())
_ACTING: Final = frozenset(
    "ejecutivo ejecutiva honorario honoraria interino interina fundador fundadora".split()
)
_OF: Final = frozenset("of for from with de del".split())
_UNION_OF: Final = {"soviet": "executive", "european": "international", "african": "international"}
_OF_MEMBERS: Final = frozenset("union unions association associations federation".split())
_FIXED_ENDS: Final = frozenset(phrase.split()[-1] for phrase, _ in FIXED)
_IN_OFFICE: Final = (
    "acting",
    "outgoing",
    "incoming",
    "sitting",
    "departing",
    "retiring",
    "ruling",
    "leading",
    "reigning",
)


class HeldRoles(Wording):
    """Tell roles by words."""

    def __init__(self, tokens: Tokens, bits: np.ndarray, gaps: np.ndarray) -> None:
        super().__init__(tokens, bits, gaps)
        self._roles: dict[tuple[str, ...], str | None] = {}

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
        if words in (["the", "group"], ["this", "group"]):
            return None  # of rebels, of companies, of friends
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
            held = lists.strong.get(word) if weak is not None and word in _ADJECTIVAL else None
            of_body = lists.bodies.get(word) or held
            if of_body:
                return of_body
        return weak or (used_as_adjective if weak is None else None)

    def is_of_states(self, words: list[str]) -> bool:
        """Say whether some words name a body of states: the Group of 77, director of the International Monetary Fund."""
        if OF_STATES_BEGIN.isdisjoint(words):
            return False
        joined = " ".join(words)
        return any(name in joined for name in OF_STATES)

    def _takes_name(self, state: Document, k: int) -> bool:
        """Say whether a participle has the name behind it as its object, and is no title: citing | Ann Reed; not: acting"""
        bits, before = self.bits[k], k - 1
        if bits & ED:
            return before > state.first and not self.gaps[k] and self.word(before) in self.words.sources
        led = self.bits[k + 1] & (CAPITAL | PREPOSITION | DETERMINER | POSSESSIVE)
        return bool(bits & ING and led) and self.word(k) not in _IN_OFFICE and not bits & CAPITAL

    def _is_verb_behind_name(self, state: Document, k: int) -> bool:
        """Say whether a form in -ed stands right behind a name, whose verb it is."""
        before = k - 1
        name = before >= state.first and self.bits[before] & CAPITAL and not self.gaps[k]
        return (
            bool(name) and self.word(before) not in self.words.titles and not self.bits[before] & DETERMINER
        )
