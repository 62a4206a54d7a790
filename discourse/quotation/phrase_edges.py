"""Where a noun phrase begins and ends: what stands before it, and the clauses inside it."""

from __future__ import annotations

from typing import ClassVar, Final

from .bits import (
    ADJECTIVE,
    ADVERB,
    AUXILIARY,
    BELIEF,
    BREAK,
    CAPITAL,
    COORDINATOR,
    DETERMINER,
    ED,
    FINITE,
    FIRST,
    ING,
    NUMBER,
    OBJECT,
    OWNER,
    PLURAL,
    POSSESSIVE,
    PREPOSITION,
    QUOTED,
    RELATIVE,
    SPEECH,
    SUBJECT,
    SUBORDINATOR,
    TIME,
    TO,
    VERB,
)
from .verb_groups import VerbGroups

_EXPERTS: Final = (
    "expert",
    "especialist",
    "analist",
    "catedrátic",
    "profesor",
    "doctor",
    "asesor",
)  # en derecho
_GOVERNS: Final = (  # what a noun phrase may follow inside another
    PREPOSITION
    | COORDINATOR
    | TO
    | DETERMINER
    | OWNER
    | ING
    | ED
    | FINITE
    | VERB
    | RELATIVE
    | ADVERB
    | OBJECT
)
_PREDETERMINERS: Final = ("all", "both", "half", "such", "many", "what", "quite", "rather", "whose", "twice")
_ONE_PHRASE: Final = DETERMINER | POSSESSIVE | OWNER | ING | ED | ADVERB | SUBJECT  # her work | as mayor
_THINGS: Final = ("something", "anything", "everything", "nothing")
_SO: Final = ("as", "such", "same")  # workers | as young as
PLATFORMS: Final = (
    "linkedin",
    "threads",
    "bluesky",
    "whatsapp",
    "telegram",
    "twitter",
    "x",
    "facebook",
    "instagram",
    "tiktok",
    "youtube",
)
_OFFICES: Final = ("funciones", "jefe", "ejercicio", "retiro", "activo")  # el ministro en funciones
_QUANTIFIERS: Final = frozenset("many some most several few others".split())
_ALWAYS_PASSIVE: Final = frozenset(
    (
        ("accused", "of"),
        ("suspected", "of"),
        ("convicted", "of"),
        ("charged", "with"),
        ("known", "for"),
        ("known", "as"),
        ("believed", "to"),
    )
)
_RELATIVES: Final = ("who", "which", "that")


class PhraseEdges(VerbGroups):
    """Find the edges of noun phrases."""

    english: ClassVar[bool] = True

    def _past_another(self, a: int, e: int) -> int:
        """Where the subject begins behind words that are no part of it: she entered her 20s | her parents said"""
        acts = any(self.b[k] & (TO | FIRST | VERB | SUBJECT & ~DETERMINER) for k in range(a, e - 1))
        acts = acts or bool(self.b[e - 1] & PREPOSITION)
        for k in range(e - 1, a, -1) if not acts else ():
            if self.w[k] in _QUANTIFIERS and not self.g[k] and self._may_be_noun(k - 1):
                return k  # a position | many voters would call
            if (
                self.b[k] & (DETERMINER | POSSESSIVE)
                and (self.b[k] & POSSESSIVE or self.w[k] in ("the", "a", "an"))
                and not self.g[k]
                and not self.b[k - 1] & (_GOVERNS | CAPITAL)
                and self.w[k - 1] not in _PREDETERMINERS
                and not (self.w[k - 1].endswith("ing") and self.b[k - 2] & PREPOSITION)
                and not any(
                    w in _RELATIVES for w in self.w.listed(max(k - 4, a + 1), k - 1)
                )  # who shot | the boy
            ):
                return k
        return a

    def _past_as(self, a: int, e: int) -> int:
        """Where the subject begins behind a verb that no list has: Talks collapse as | union says the deal is dead"""
        for k in range(e - 2, a + 1, -1):
            if self.w[k] == "as" and self.w[k + 2] != "whole":
                one = any(self.b[m] & _ONE_PHRASE or self.w[m] in _SO for m in range(a, k))
                return a if one or self.b[k + 1] & (ED | PREPOSITION) else k + 1
        return a

    def _is_object_in(self, k: int) -> bool:
        """Say whether a pronoun is the object of a relative clause before the verb: officials who saw | it | said"""
        acts = self.b[k - 1] & (FINITE | ED) or self.w[max(k - 2, 0)] == "who"
        acted = k > self.left and self.w[k] in ("it", "her", "you") and acts
        return bool(acted) and self._relative_before(k - 1) is not None

    def _relative_before(self, k: int) -> int | None:
        """Where the relative clause of a finite verb begins: officials [who] have read it said."""
        for r in range(k - 1, max(k - 7, self.left), -1):
            if self.g[r + 1] & BREAK or self.b[r] & QUOTED:
                return None
            if (
                self.w[r] in ("who", "which", "that", "que", "quienes")
                and not (self.w[r] == "that" and self.w[r + 1] == "there")  # it is clear that there are
                and r > self.left
                and not self.g[r] & BREAK
            ):
                return r
            if self.b[r] & FINITE and not self.b[r] & AUXILIARY:
                return None
        return None

    def _modifies(self, k: int) -> bool:
        """A participle behind its noun: witnesses [interviewed] by phone, people [briefed] on the talks."""
        if (self.w[k], self.w[k + 1]) in _ALWAYS_PASSIVE:
            return True
        return (
            k > 0
            and bool(self.b[k + 1] & (PREPOSITION | TIME))
            and (not self.b[k] & VERB or (bool(self.b[k - 1] & PLURAL) and not self.b[k] & (SPEECH | BELIEF)))
        )

    def _trim(self, a: int, e: int) -> int:
        """Skip what stands before the noun phrase proper: But, On Monday, In a statement."""
        while a < e:
            bits = self.b[a]
            if (
                bits & COORDINATOR
                or (
                    bits & ADVERB
                    and not bits & (DETERMINER | SUBJECT)
                    and not (a + 1 < e and (self.b[a + 1] & ED or self.w[a + 1] == "available"))
                )
                or (bits & SUBORDINATOR and not bits & DETERMINER and a + 1 < e and self.w[a] != "tras")
            ):
                a += 1
            elif bits & ING and not bits & CAPITAL and a + 2 < e and self.b[a + 1] & DETERMINER:
                a += 1  # releasing | a statement that said
            elif self.english and a == self.left and bits & ING and bits & CAPITAL and self._speaking(a, e):
                a += 1  # Speaking | on Monday Ann Reed, Tweeting | this morning Mr Hill
            elif a + 3 < e and (
                (self.b[a + 2] & TIME and self.w[a + 2] == "ago")
                or (not bits & ~CAPITAL and self.w[a] == "time" and self.w[a + 1] == "and")
            ):
                a += 3  # ten years ago | the council, time and again | the council
            elif a + 1 < e and self.w[a] in _THINGS and self.b[a + 1] & (PLURAL | CAPITAL | DETERMINER):
                a += 1  # It is something | supporters have said
            elif bits & ADJECTIVE and a + 1 < e and self.w[a] == "sure":
                a += 1  # I am sure | the council agrees
            elif bits & PREPOSITION and a + 1 < e:
                a = self._after_phrase(a, e)
            elif self.w[a] == "this" and a + 1 < e and not self.b[a + 1] & (TIME | NUMBER):
                return a  # this adviser, not: this week the adviser
            elif bits & TIME and a + 1 < e and not self.b[a + 1] & PREPOSITION:
                a += 1
                while a + 1 < e and self.b[a] & (TIME | NUMBER) and not self.b[a] & DETERMINER:
                    a += 1
            else:
                return a
        return a

    def _after_phrase(self, a: int, e: int) -> int:
        """Where a noun phrase begins that no comma parts from what precedes: On Monday | Smith."""
        k = a + 1
        if k < e and self.b[k] & (DETERMINER | POSSESSIVE):
            k += 1
        k += 1
        while k < e:
            if self.b[k] & (DETERMINER | POSSESSIVE | SUBJECT) and not self.b[k - 1] & PREPOSITION:
                return k
            if (
                self.b[k] & CAPITAL
                and not self.b[k] & TIME
                and self.w[k] not in ("am", "pm")
                and (not self.b[k - 1] & CAPITAL or self.b[k - 1] & TIME)
            ) and not self.b[k - 1] & (PREPOSITION | DETERMINER):
                return k
            if (
                self.b[k - 1] & TIME
                and not self.b[k] & (TIME | PREPOSITION | NUMBER)
                and not self.w[k].isdigit()
            ):
                return k
            k += 1
        return e - 1

    def _is_circumstance(self, k: int) -> bool:
        """dijo el ministro | en un mensaje; but: el embajador en Londres, el portavoz en el Congreso."""
        if self.w[k] != "en" or self.w[k - 1].startswith(_EXPERTS) or self.w[k + 1] in _OFFICES:
            return False
        if self.w[k + 1] in PLATFORMS:
            return True
        m = k + 2 if k + 1 < self.n and self.b[k + 1] & DETERMINER else k + 1
        return m < self.n and not self.b[m] & CAPITAL

    def _short(self, k: int) -> bool:
        """An abbreviation or initial: its stop is no break."""
        return len(self.w[k]) <= 4 and bool(self.b[k] & CAPITAL)
