"""What Spanish nouns introduce, and whose it is: la advertencia pública de Ana Ruiz de que …, su promesa de bajar …"""

from __future__ import annotations

from typing import Final

from .attribution import Attribution
from .bits import (
    ADVERB,
    BE,
    BREAK,
    CAPITAL,
    COMMA,
    DETERMINER,
    FINITE,
    NOUN,
    POSSESSIVE,
    PREPOSITION,
    QUOTED,
    SUBORDINATOR,
    THAT,
    WH,
)
from .spanish_complement import SpanishComplement

_WHICH: Final = ("el", "la", "los", "las")
_FAR: Final = 8  # words to *de que* across where and when something was said
_HOLDING: Final = (  # verbs by which somebody shows what is his own
    "abandon", "anunci", "concret", "confirm", "defend", "defiend", "esconde", "escond", "expres", "expus", "exterioriz",
    "hizo", "hace", "incumpl", "lanz", "manifest", "mantien", "manten", "mantuv", "mostr", "muestr", "ocult", "plante",
    "present", "reafirm", "reiter", "renov", "renuev", "repiti", "repit", "retir", "ratific", "sostien", "sostuv",
    "transmit", "traslad", "verti", "viert",
)  # fmt: skip
_NO_ADJECTIVE: Final = FINITE | DETERMINER | POSSESSIVE | PREPOSITION | QUOTED | THAT | WH | SUBORDINATOR


class SpanishNouns(SpanishComplement):
    """Read what Spanish nouns introduce."""

    def _noun(self, i: int) -> None:
        """la afirmación de que …, su promesa de bajar …, la denuncia de Ruiz según la cual …"""
        if self.b[i] & CAPITAL and i > self.begin:
            return  # el Consejo Permanente
        k = i + 1
        source = self._possessor(i)
        k = self._past_adjectives(k)
        by = self.w[k] == "por"
        if self.w.listed(k, k + 2) == ["por", "parte"] and k + 3 < self.n:
            k, by = k + 2, False  # el reconocimiento por parte | del alcalde de que
        if (by or self.w[k] in ("de", "del")) and k + 1 < self.n and not self._begins_content(k):
            np = self.np_right(k + 1)
            if np is None:
                return
            stop = (
                next((m for m in range(k + 1, np[1]) if self._that_at(m)), np[1]) if np[1] < self.n else np[1]
            )
            source, k = (k + 1, stop), stop
            if k < self.n and self.g[k] & COMMA:  # la confesión de Luis Gil, su socio, | de que
                then = next((m for m in range(k + 1, min(k + 12, self.n)) if self.g[m] & BREAK), k)
                k = then if self._that_at(then) else k
            elif not self._that_at(k):
                k = self._past_circumstance(k)
        parted = self.g[k] & BREAK and source and k == source[1]
        if k + 1 >= self.n or parted or (source and self.is_author(source)):
            return
        takes = self._that_at(k) or (self.b[k] & BE and self.b[k + 1] & THAT)
        if takes or (self.w[k] == "de" and source and self._infinitive(k + 1)):
            start = k + 1
        elif self.w[k] == "según" and self.w[k + 1] in _WHICH and self.w[k + 2] in ("cual", "cuales"):
            start = k + 3  # according to which
        else:
            return
        source = source or self._whose_hope(i)
        if source and self.is_author(source):
            return
        fronted = self.b[self.left] & (PREPOSITION | SUBORDINATOR | ADVERB) and i - self.left < 6
        fronted = fronted and not any(
            self.b[m] & FINITE or self.g[m] & BREAK for m in range(self.left + 1, i)
        )
        end = self.clause_end(start, i, opening=bool(fronted))
        begins = i - self.begin in (1, 2) and self.b[self.begin] & (DETERMINER | POSSESSIVE)
        if begins and not self._infinitive(start):
            end = self._main_verb(start, end)
        self.add(Attribution((i, i + 1), self.w[i], NOUN, source, "np" if source else "none", [(start, end)]))

    def _possessor(self, i: int) -> tuple[int, int] | None:
        """Whose it is by the word before: | su | promesa, | su | reiterada promesa"""
        for m in (i - 1, i - 2):
            if m < self.left or self.g[m + 1] & BREAK:
                return None
            if self.b[m] & POSSESSIVE:
                return self._holder(m) or (m, m + 1)
            if self.b[m] & _NO_ADJECTIVE:
                return None
        return None

    def _holder(self, m: int) -> tuple[int, int] | None:
        """Whose it is by the verb before: | Los vecinos | mantienen su exigencia, sorprendieron con su anuncio."""
        verb = self.first_verb(m, self.left)
        if verb is None or not (
            self.w[m - 1] == "con" or (verb == m - 1 and self.w[verb].startswith(_HOLDING))
        ):
            return None
        np = self.subject_before(verb, self.left)
        if np is None or np[0] != self.left or self.is_author(np):
            return None
        return np if self._may_tell(np) else None

    def _whose_hope(self, i: int) -> tuple[int, int] | None:
        """Who acts with it: | Ana Ruiz | se fue con la esperanza de que, votó bajo el argumento de que."""
        if self.w[i - 1] not in ("el", "la") or self.w[i - 2] not in ("con", "bajo", "en", "ante", "de"):
            return None
        verb = self.first_verb(i, self.left)
        if verb is None or (self.w[i - 2] == "de" and not self.b[verb] & BE):
            return None
        np = self.subject_before(verb, self.left)
        if np is None or np[0] != self.left:
            return None
        return np if self._may_tell(np) else None

    def _past_adjectives(self, k: int) -> int:
        """Past what describes a noun: la advertencia | pública | de, la denuncia | hecha | por; nowhere else."""
        m = k
        while m < min(k + 3, self.n) and not self.g[m] & BREAK and not self.b[m] & _NO_ADJECTIVE:
            m += 1
        told = m < self.n and not self.g[m] & BREAK and self.w[m] in ("de", "del", "por", "según")
        return m if told else k

    def _past_circumstance(self, k: int) -> int:
        """Past when and where something was said: la denuncia de Ruiz | el lunes en Soria | de que"""
        for m in range(k, min(k + _FAR, self.n - 1)):
            if self._that_at(m) or (self.w[m] == "según" and self.w[m + 2] in ("cual", "cuales")):
                return m
            if self.g[m] & BREAK or self.b[m] & (FINITE | QUOTED | THAT):
                return k
        return k

    def _that_at(self, k: int) -> bool:
        return k + 1 < self.n and self.w[k] == "de" and bool(self.b[k + 1] & THAT)

    def _begins_content(self, k: int) -> bool:
        """Say whether "de" leads to what is said, not to who says it: la promesa | de que, de bajar"""
        return self.w[k] == "de" and bool(self.b[k + 1] & THAT or self._infinitive(k + 1))
