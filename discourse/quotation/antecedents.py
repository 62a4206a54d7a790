"""Who a relative clause is said of, which words before it belong to another verb, and how far left a subject reaches."""

from __future__ import annotations

from typing import Final

from .bits import (
    ADVERB,
    AUXILIARY,
    BE,
    BREAK,
    CAPITAL,
    COMMA,
    COORDINATOR,
    DETERMINER,
    ED,
    FINITE,
    ING,
    MODAL,
    NUMBER,
    OBJECT,
    PLURAL,
    POSSESSIVE,
    PREPOSITION,
    QUOTED,
    RELATIVE,
    SUBJECT,
    SUBORDINATOR,
    TIME,
    TO,
)
from .noun_phrases import NounPhrases
from .roles_en import ENGLISH

BEGINS_PHRASE: Final = DETERMINER | POSSESSIVE | CAPITAL | NUMBER | PLURAL | SUBJECT | OBJECT
_BEFORE_NOUN: Final = PREPOSITION | COORDINATOR | DETERMINER | ADVERB | TO
_NO_MEMBER: Final = FINITE | ED | ING | ADVERB | PREPOSITION | SUBORDINATOR | COORDINATOR | SUBJECT | TO
_PARTS: Final = ("greater", "county")  # of a country
_ALONE: Final = DETERMINER | POSSESSIVE | SUBJECT | NUMBER  # what begins a noun phrase
_PLAIN_NAME: Final = (
    CAPITAL
    | TIME
    | FINITE
    | COORDINATOR
    | PREPOSITION
    | TO
    | DETERMINER
    | SUBJECT
    | ADVERB
    | SUBORDINATOR
    | ING
)
PERSONS: Final = frozenset(("he", "she", "it", "they", "we", "i"))


class Antecedents(NounPhrases):
    """Find the antecedents of English relative clauses, and where subjects begin that have commas inside."""

    def _antecedent(self, np: tuple[int, int] | None, end: int) -> tuple[int, int] | None:
        """Who ", who" is said of: dealt a blow to | Senator Ana Ruiz, who …"""
        if np is None:
            return None
        for k in range(
            np[0] - 1, max(np[0] - 5, self.left - 1), -1
        ):  # by | a Colombian presidential aide, who
            if self.g[k + 1] & BREAK or self.b[k] & (PREPOSITION | COORDINATOR | AUXILIARY | TO | ED):
                break
            if self.b[k] & DETERMINER and not self.b[k] & SUBJECT:
                np = k, np[1]
                break
        a = np[0]
        while (
            not self.b[np[0]] & _ALONE
            and a > self.left
            and not self.g[a]
            and self.b[a - 1] & _PLAIN_NAME == CAPITAL
        ):
            a -= 1  # by | Lund police, who
        np = a, np[1]
        while a > self.left and not self.g[a] and not self.b[a - 1]:
            a -= 1
        if a < np[0] and a > self.left and self.b[a - 1] & POSSESSIVE:
            np = a - 1, np[1]  # hit back with | its own film, which
        np = self._behind_verb(np)
        if np[1] - np[0] > 1 and self.b[np[0]] & (TO | PREPOSITION):
            np = np[0] + 1, np[1]  # listen | to | the people, who
        if not self.b[np[0]] & BEGINS_PHRASE:
            np = self._behind_predicate(np)
        for k in range(np[1] - 1, max(np[1] - 4, np[0]), -1):
            if self.w[k] == "those" and self.b[k - 1] & PREPOSITION:
                return k, np[1]  # the view of | those who maintain
        for k in range(np[1] - 1, np[0], -1):  # critics see | a politician who …
            if self.w[k] in ("a", "an") and not self.b[k - 1] & _BEFORE_NOUN and not self.g[k] & BREAK:
                return k, np[1]
        for k in range(np[1] - 3, np[0] - 1, -1):
            if (
                self.b[k] & TO
                and k + 2 < np[1]
                and not self.b[k + 1] & (DETERMINER | POSSESSIVE | CAPITAL | PLURAL | NUMBER)
                and not (
                    self.w[k - 1] in ENGLISH.strong
                    or self.w[k - 1] in ENGLISH.weak
                    or self.w[k - 1] == "close"
                )
            ):
                return k + 2, np[1]  # to overcome | holdouts who want
        if self.w[end] == "which" and any(self.b[k] & ED for k in range(*np)):
            for k in range(np[1] - 2, np[0], -1):  # fired back with | its own ad, which said
                if self.b[k] & (DETERMINER | POSSESSIVE):
                    return k, np[1]
        if self.w[np[1] - 1] in ENGLISH.documents:
            for k in range(np[1] - 2, np[0], -1):  # exploded over | a recent report that argues
                if self.b[k] & DETERMINER and not self.b[k] & PREPOSITION:
                    return k, np[1]
        if self.w[end] == "who" and not self.g[end] & COMMA:
            for k in range(np[1] - 2, np[0], -1):  # criticism from | rivals who said
                if self.b[k] & PREPOSITION and self.w[k] not in self.links:
                    return k + 1, np[1]
        if self.w[end] == "who" and self.w[np[1] - 1] in ENGLISH.groups:
            for k in range(np[1] - 2, np[0], -1):  # the trust of | the people, who
                if self.w[k] == "of" and self.w[k - 1] not in ENGLISH.sources:
                    return k + 1, np[1]
        if not self.g[end] & COMMA or not self.b[np[1] - 1] & CAPITAL:
            return np
        for k in range(np[1] - 2, np[0], -1):
            if self.b[k] & (TO | PREPOSITION) and self.w[k] not in self.links:
                return k + 1, np[1]
            if self.w[k] in self.links and not self.b[k - 1] & CAPITAL:
                person = self.w[k - 1] in ENGLISH.strong or self.w[k - 1] in ENGLISH.weak
                return np if person or self.w[k] == "of" else (k + 1, np[1])
        return np

    def _behind_predicate(self, np: tuple[int, int]) -> tuple[int, int]:
        """The noun phrase behind a verb or adjective with its preposition: be generous to | the countries that"""
        a, e = np
        acts = a > self.left and bool(self.b[a - 1] & (TO | MODAL | BE) and not self.g[a] & BREAK)
        acts = acts or bool(self.b[a] & (ING | BE)) or self.w[a] in ("be", "been")
        acts = acts or (a > self.left and self.w[a - 1] == "not")
        for k in range(e - 2, a, -1):
            linked = self.w[k] in self.links and not acts
            linked = linked or (
                self.w[k] in self.links and any(self.b[m] & BEGINS_PHRASE for m in range(a, k))
            )
            if self.b[k] & (TO | PREPOSITION) and not linked:  # sit well with | the mayor, who
                return (k + 1, e) if acts or not any(self.b[m] & PLURAL for m in range(a, k)) else np
        return (a + 1, e) if e - a > 1 and a > self.left and self.b[a - 1] & (TO | MODAL) else np

    def _behind_verb(self, np: tuple[int, int]) -> tuple[int, int]:
        """The object of a verb behind its auxiliary: may trust | the minister, who …; has been | the old who …"""
        a, e = np
        if self.w[a] in PERSONS and e - a > 1 and not self.b[a + 1] & (COORDINATOR | RELATIVE):
            k = next((k for k in range(a + 1, min(a + 5, e)) if self.b[k] & BEGINS_PHRASE), a)
            return k, e  # they listen to | the pilots, who
        v = a
        while v > self.left and self.b[v - 1] & ADVERB and not self.g[v] & BREAK:
            v -= 1
        if v <= self.left or not self.b[v - 1] & AUXILIARY or self.g[v] & BREAK:
            return np
        for k in range(a, min(a + 4, e)):
            if self.b[k] & BEGINS_PHRASE:
                return (k, e) if k > a else np
        return np

    def _from_there(self, np: tuple[int, int]) -> tuple[int, int] | None:
        """The subject whose place ends with a part that no second comma closes: | One teacher in Lund |, Ohio said"""
        a, e = np
        first = self.b[self.left]
        if (
            a - 3 < self.left
            or not self.g[a] & COMMA
            or first & (PREPOSITION | ING | SUBORDINATOR | ADVERB | TIME)
        ):
            return None
        place = self.w[a] in _PARTS or " ".join(self.w.listed(a, e)) in ENGLISH.places
        k = a - 1
        while k > self.left and self.b[k] & CAPITAL and not self.g[k] & BREAK:
            k -= 1
        there = (
            place and k < a - 1 and self.w[k] in ("in", "from", "of", "near") and not self.g[k + 1] & BREAK
        )
        if not there or self.finite_between(self.left, k):
            return None
        whole = self.np_left(k)
        return (whole[0], a) if whole is not None and whole[0] == self.left else None

    def _with_others(self, np: tuple[int, int] | None) -> tuple[int, int] | None:
        """The whole of a list that opens the sentence: | The pope, | the king and others."""
        if np is None or np[0] <= self.left:
            return np
        a = np[0]
        if self.b[a - 1] & COORDINATOR and self.g[a - 1] & COMMA:
            a -= 1  # the pope, the king, | and others
        elif self.w[a] in ("a", "an") or not any(self.b[k] & COORDINATOR for k in range(a + 1, np[1] - 1)):
            return np
        parts = 0
        while a > self.left and self.g[a] & COMMA:
            k = a - 1
            while k > self.left and not self.g[k] & BREAK:
                k -= 1
            plain = self.b[k] & (DETERMINER | POSSESSIVE | CAPITAL) and not any(
                (
                    self.b[m] & _NO_MEMBER
                    and not self.b[m] & (DETERMINER if m == self.left else DETERMINER | CAPITAL)
                )
                or self.b[m] & (TIME | QUOTED)
                for m in range(k, a)
            )
            if not plain or a - k > 5:
                return np
            a, parts = k, parts + 1
        listed = a == self.left and parts > int(self.b[np[0] - 1] & COORDINATOR != 0)
        return (a, np[1]) if listed else np
