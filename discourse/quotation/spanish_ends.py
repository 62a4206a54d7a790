"""Where what is said ends in Spanish: before what its speaker did besides, and before the main clause."""

from __future__ import annotations

from typing import ClassVar, Final

from .bits import (
    ADVERB,
    BREAK,
    CAPITAL,
    COMMA,
    COORDINATOR,
    DETERMINER,
    ED,
    FINITE,
    HAVE,
    INFINITIVE,
    LEMMA,
    NEGATIVE,
    OBJECT,
    POSSESSIVE,
    PREPOSITION,
    QUOTED,
    RELATIVE,
    SUBJECT,
    SUBORDINATOR,
    THAT,
    TIME,
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
_LINKS: Final = frozenset("a de por en con que".split())
_GOES: Final = frozenset(  # what is in such chains and in no list of verbs
    "suele suelen solía solían iba iban va van cansa cansan cansó cansaron cansado vuelto hartó harta".split()
)
_ENDINGS: Final = ("a", "an", "ó", "aron", "e", "en", "ía", "ían", "ieron")
_PAST: Final = ("ó", "aron", "ieron")
_NO_VERB: Final = CAPITAL | DETERMINER | PREPOSITION
_CHAIN: Final = ADVERB | ED | HAVE | INFINITIVE | LEMMA | NEGATIVE | OBJECT


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

    def _chained(self, i: int, anywhere: bool = False) -> int:
        """Where a chain of verbs begins that ends in this one: «…», | ha vuelto a | decir; itself if it is none."""
        k, finite = i, False
        while k > self.left and i - k < 7 and not self.g[k] & BREAK:
            bits = self.b[k - 1]
            word = self.w[k - 1]
            first = k - 2 if k - 2 > self.left and self.b[k - 2] & OBJECT else k - 1  # se | apresura
            unknown = (
                not bits and first > self.left and bool(self.g[first] & COMMA) and word.endswith(_ENDINGS)
            )
            unknown |= anywhere and not bits and word.endswith(_PAST)
            if unknown or word in _GOES or (bits & FINITE and not bits & _NO_VERB):
                finite = True  # acostumbra a | repetir
            elif not bits & _CHAIN and word not in _LINKS and word != "se":
                if anywhere and finite:
                    break  # Ayer | volvió a decir
                return i
            k -= 1
        while anywhere and finite and k < i and self.b[k] & (ADVERB | TIME) and not self.b[k] & FINITE:
            k += 1
        begins = anywhere or (k > self.left and bool(self.g[k] & COMMA))
        return k if finite and begins and self.w[k] not in _LINKS else i
