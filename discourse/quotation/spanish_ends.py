"""Where what is said ends in Spanish: before what its speaker did besides, and before the main clause."""

from __future__ import annotations

from typing import ClassVar, Final

from .bits import (
    BREAK,
    CAPITAL,
    COMMA,
    COORDINATOR,
    DETERMINER,
    FINITE,
    INFINITIVE,
    LEMMA,
    OBJECT,
    POSSESSIVE,
    PREPOSITION,
    QUOTED,
    RELATIVE,
    SUBJECT,
    SUBORDINATOR,
    THAT,
    VERB,
    WH,
)
from .spanish_things import SpanishThings

_PASTS: Final = ("ó", "aron", "ieron")
_IRREGULAR: Final = frozenset(
    """
        fue fueron tuvo estuvo mantuvo obtuvo contuvo sostuvo detuvo retuvo hizo dijo pudo puso propuso supuso expuso quiso
        vino supo trajo produjo condujo dio vio hubo anduvo
    """.split()
)
_SHORT: Final = frozenset("ser ir dar ver haber estar hacer tener poder deber".split())


class SpanishEnds(SpanishThings):
    """Find the ends of what a Spanish cue introduces."""

    turns: ClassVar[frozenset[str]] = frozenset[str]()
    contrast: ClassVar[frozenset[str]] = frozenset("aunque mientras sino por".split())

    def acts_besides(self, start: int, k: int, cue: int) -> bool:
        """Say whether "and" leads back to what a speaker did besides: dijo que irá | y elogió la obra."""
        if self._infinitive(start):
            return k > start + 1 and self._other_acts(k)
        return (
            k > start + 1
            and self.w[k] in ("y", "e")
            and self.w[cue].endswith(_PASTS)
            and self._did(k + 1)
            and not any(self._past(m) for m in range(start + 2, k))
        )

    def _other_acts(self, k: int) -> bool:
        """Say whether "and" with a subject and verb follow, which no infinitive goes on with: y | Ana Gil ha pedido"""
        if k + 2 >= self.n or not self.b[k + 1] & (DETERMINER | CAPITAL):
            return False
        for m in range(k + 2, min(k + 12, self.n)):
            bits = self.b[m]
            if bits & (QUOTED | RELATIVE | WH | SUBORDINATOR) and not bits & PREPOSITION:
                return False
            if bits & FINITE and not bits & SUBJECT:
                return not self.b[m - 1] & (DETERMINER | POSSESSIVE | PREPOSITION)
        return False

    def _past(self, k: int) -> bool:
        return bool(self.b[k] & FINITE) and (self.w[k].endswith(_PASTS) or self.w[k] in _IRREGULAR)

    def _did(self, k: int) -> bool:
        bits = self.b[k]
        return bool(bits & FINITE) and not bits & CAPITAL and self.w[k].endswith(_PASTS)

    def main_verb_begins(self, start: int, k: int, opening: bool, gapped: bool) -> bool:
        """Tras opinar que llueve, | indicó que; ordenó regar los campos, | al considerar que"""
        if opening and self.b[k] & FINITE and not self.b[k] & SUBJECT:
            return bool(self.cue_at(k)[0] & VERB) or self.w[k].endswith("ó")
        if gapped and self.b[k] & OBJECT and k + 1 < self.n and self.b[k + 1] & FINITE:
            before = next((m for m in range(k - 1, start, -1) if self.g[m] & COMMA), start)
            return self.w[k] in ("se", "le", "les") and not self.b[before - 1] & RELATIVE  # …, | se refirió
        if self.w[k] == "pero" and self._infinitive(start):
            return self.finite_between(k + 1, min(k + 8, self.n))  # esperaba ganar, | pero no le han dejado
        return (
            self.w[k] in ("al", "tras")
            and k + 1 < self.n
            and bool(self.b[k + 1] & LEMMA)
            and self._infinitive(start)
        )

    def _contrasts(self, k: int) -> bool:
        """Say whether ", aunque" and its like lead back to the author; *por lo que* only where somebody is quoted."""
        if self.w.listed(k, k + 2) == ["mientras", "que"]:
            return self._says_within(k + 2)
        if self.w[k] != "por":
            return super()._contrasts(k)
        if self.w.listed(k + 1, k + 3) != ["lo", "que"]:
            return False
        quoted = next((m for m in range(k + 3, min(k + 20, self.n)) if self.b[m] & QUOTED), 0)
        return any(self.cue_at(m)[0] & VERB and self.b[m] & FINITE for m in range(k + 3, quoted))

    def _main_verb(self, start: int, end: int) -> int:
        """Where the verb stands whose subject is the noun with its clause: la afirmación de que hay agua | es falsa."""
        verbs = [k for k in range(start + 1, end) if self.b[k] & FINITE and not self.b[k] & SUBJECT]
        if len(verbs) < 2:
            return end
        last = self.verb_group(verbs[-1])
        between = range(verbs[-2] + 1, verbs[-1])
        joined = any(self.b[k] & (THAT | WH | COORDINATOR | SUBORDINATOR) for k in between)
        return end if joined or last <= verbs[-2] or self.g[last] & BREAK else last

    def _infinitive(self, m: int) -> bool:
        return (
            m < self.n
            and not self.b[m] & CAPITAL
            and (bool(self.b[m] & (INFINITIVE | LEMMA)) or self.w[m] in _SHORT)
            and not (self.w[m] == "partir" and m > 0 and self.w[m - 1] == "a")
        )
