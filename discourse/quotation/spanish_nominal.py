"""What can be a subject in Spanish: no time, place or manner."""

from __future__ import annotations

from typing import Final

from . import spanish
from .bits import (
    ADVERB,
    BREAK,
    CAPITAL,
    COMMA,
    DETERMINER,
    ED,
    FINITE,
    ING,
    OBJECT,
    POSSESSIVE,
    PREPOSITION,
    QUOTED,
    RELATIVE,
    SPEECH,
    SUBJECT,
    SUBORDINATOR,
    THAT,
    TIME,
    VERB,
)
from .callings import PERSONS_ES
from .roles_es import SPANISH
from .spanish_nouns import SpanishNouns
from .synonyms import PERSON_NOUNS

_DEGREES: Final = frozenset(("más", "menos", "muy", "tan"))
_UNITS: Final = frozenset(
    "segundos minutos horas días semanas meses años hora día semana mes año rato".split()
)
_THOSE: Final = frozenset(
    "esta este esa ese estas estos esas esos idéntica idéntico misma mismo parecida".split()
)
_SAYINGS: Final = frozenset("respuesta pregunta argumento frase palabras razones motivo motivos lema".split())
_TIMES: Final = frozenset("vez mismo misma semana mes año día noche tarde mañana jornada".split())
_WHICH: Final = frozenset("más pasada pasado siguiente anterior día tarde noche jornada".split())
_WHEN: Final = ("primero", "tercero", "mañana")
_LATER: Final = frozenset("antes después más atrás luego".split())
_OF_A_BODY: Final = frozenset("de del la el los las".split())
_THE: Final = frozenset("el la los las un una este esta".split())
_AFTERWARDS: Final = ("después", "antes", "tarde", "atrás")
_TOWARDS: Final = ("respecto", "acerca", "frente", "luego", "cerca")
JOINTS: Final = frozenset("de del la las los el y e con para".split())

_ALONE: Final = (
    "uno",
    "una",
    "fuentes",
    "algunos",
    "varios",
    "otros",
    "vecinos",
    "testigos",
)  # dijo en Lugo | uno de ellos


class SpanishNominal(SpanishNouns):
    """Tell subjects from what else stands before a verb."""

    def _nominal(self, np: tuple[int, int]) -> bool:
        """Say whether a stretch can be a subject: not “En una rueda de prensa”, “Ayer”, “También”."""
        a, e = np
        bits, word, last = self.b[a], self.w[a], self.w[e - 1]
        if (last in _UNITS and self.w[e] in _LATER) or (last in _LATER and self.w[e - 2] in _UNITS):
            return False  # Dos horas después dijo que
        if self.w[e - 1] in _WHEN or (e - a > 1 and self.w[e - 2] in _TIMES and last in _WHICH):
            return False  # Una vez más, La semana pasada, El mismo día dijo
        if bits & ING or (word == "el" and self.w[a + 1].isdigit() and self.w[a + 2] != "por"):
            return False  # el 3 de abril dictaminó, Refiriéndose al partido dijo
        if e - a == 1 and not bits & (CAPITAL | SUBJECT) and self._behind_noun(a):
            return False  # En cuanto a las situaciones nuevas señaló
        if bits & ED and not bits & (CAPITAL | FINITE) and e - a > 1:
            return False  # y recogidas por la agencia
        if word in _THOSE and any(self.w[k] in _SAYINGS for k in range(a, e)):
            return False  # Esa misma respuesta dio el técnico
        if word in _DEGREES and self.w[a + 1] != "de":
            return False  # Menos optimista se mostró Ruiz
        if bits & (PREPOSITION | ADVERB | SUBORDINATOR | TIME) and not bits & (DETERMINER | SUBJECT):
            return False
        before = self.b[a - 1] if a > 0 else 0
        if before & PREPOSITION and not self.g[a] & BREAK:
            return False
        if (
            before & (DETERMINER | POSSESSIVE)
            and a > 1
            and self.b[a - 2] & PREPOSITION
            and not self.g[a - 1] & BREAK
        ):
            return False  # Con estas palabras resumió la alcaldesa …
        return (
            bool(bits & (DETERMINER | SUBJECT | CAPITAL | POSSESSIVE))
            or word in spanish.PEOPLE
            or word in ("don", "doña")
            or word.endswith("s")
        )

    def _is_aged(self, a: int, e: int) -> bool:
        """Say whether a length at the end of a phrase is somebody's age: una mujer de 40 años; not: más de una hora"""
        of = next((k for k in range(a + 1, e) if self.w[k] == "de"), a)
        return of > a and any(
            w in SPANISH.sources
            or w in PERSON_NOUNS
            or w in PERSONS_ES
            or (w.endswith(SPANISH.agents) and w not in SPANISH.not_agents)
            for w in self.w.listed(a, of)
        )

    def _behind_noun(self, a: int) -> bool:
        """Say whether a bare word is the adjective of a noun before it."""
        known = self.w[a] in SPANISH.sources or self.w[a] in spanish.PEOPLE
        return a > self.left and not self.g[a] and not known and not self.b[a - 1] & ~CAPITAL

    def _member(self, e: int) -> int:
        """Where somebody begins whose body ends before e: Llamaron a | un perito de la Agencia Tributaria |, quien; else 0"""
        k = e - 1
        while k > self.left and (self.b[k] & CAPITAL or self.w[k] in _OF_A_BODY):
            k -= 1
        bodies = any(w in SPANISH.bodies or w in SPANISH.places for w in self.w.listed(k + 1, e))
        person = self.w[k] in SPANISH.strong or self.w[k] in SPANISH.weak
        linked = k + 2 < e and self.w[k + 1] in _OF_A_BODY and self.b[k - 1] & (DETERMINER | POSSESSIVE)
        return k - 1 if bodies and person and linked else 0

    def _that_leads(self, np: tuple[int, int] | None, v: int) -> tuple[int, int] | None:
        """The whole of a subject whose relative clause ends in a name: | el departamento que dirige Ana Gil | aseguró"""
        if np is None or self.g[v]:
            return np
        q = np[0] - 1 if self.w[np[0] - 1] == "que" else np[0] - 2
        if q <= self.left or self.w[q] != "que" or any(self.g[k] for k in range(q, v)):
            return np
        if self.b[q + 1] & (PREPOSITION | DETERMINER | CAPITAL | OBJECT) or not self.b[v - 1] & CAPITAL:
            return np
        whole = self.np_left(q)
        return (whole[0], v) if whole is not None and self._nominal(whole) else np

    def _all_capitals(self, a: int, e: int) -> bool:
        return self.b[a] & CAPITAL > 0 and all(
            (self.b[k] & CAPITAL and not self.b[k] & TIME) or self.w[k] in JOINTS for k in range(a, e)
        )

    def _with_relative(self, v: int) -> tuple[int, int] | None:
        """Who a sentence begins with, its relative clause included: Un agente que habla con él a diario | reconoció"""
        a = self.left
        who = next((k for k in range(a + 1, v - 1) if self.b[k] & RELATIVE), 0)
        person = self.b[a] & DETERMINER and any(
            self.w[k] in SPANISH.strong or self.w[k] in SPANISH.weak for k in range(a + 1, min(who, a + 4))
        )
        if not person or v - a > 24 or any(self.b[k] & (FINITE | QUOTED) for k in range(a, who)):
            return None
        whole = not any(
            self.g[k] & BREAK or self.b[k] & (QUOTED | SUBORDINATOR) & ~PREPOSITION
            for k in range(a + 1, v + 1)
        )
        return (a, v) if whole and not any(self.b[k] & (THAT | RELATIVE) for k in range(who + 1, v)) else None

    def _behind_infinitive(self, m: int) -> int:
        """Where it goes on behind "al", an infinitive and its object, else 0: al abrir la sesión | el presidente"""
        acts = self.w[m + 1].removesuffix("se").endswith(("ar", "er", "ir")) and not self.b[m + 1] & CAPITAL
        if acts and self.w[m] == "sin" and m + 2 < self.n and self.b[m + 2] & CAPITAL:
            return m + 2  # dice sin inmutarse | Ruiz
        if acts and self.w[m] in ("sin", "tras", "para") and m + 2 < self.n and self.b[m + 2] & DETERMINER:
            object_ = self.np_right(m + 2)  # decía sin levantar | la voz; but: dijo sin dudar | el alcalde
            return 0 if object_ is None else m + 2 if self._told(object_) else object_[1]
        acts = acts and self.w[m] == "al"
        np = self.np_right(m + 2) if acts and self.w[m + 1] not in SPANISH.sources else None
        if np is None or self.b[np[0]] & CAPITAL:
            return 0
        inside = range(np[0] + 1, np[1])
        return next((x for x in inside if self.b[x] & DETERMINER or self.w[x] in SPANISH.given), np[1])

    def _after_event(self, m: int) -> bool:
        """Say whether a name behind an event is no part of it: en el foro | Ana Ruiz; but: del Foro Económico"""
        return not self.b[m - 1] & CAPITAL or self.w[m] in SPANISH.given

    def _comes_late(self, k: int, m: int) -> bool:
        """Say whether a name behind a comma is the subject: declaró hoy, | Ana Ruiz; not: aludió al fundador, Ana Ruiz"""
        if not self.g[m] & COMMA or not self.b[m] & CAPITAL:
            return False
        governed = any(self.b[x] & PREPOSITION for x in range(k, m))
        held = (
            w
            for w in self.w.listed(k, m)
            if w in SPANISH.strong or w in SPANISH.weak or w.endswith(SPANISH.agents)
        )
        return not governed or not any(w not in SPANISH.not_agents for w in held)

    def _behind_parenthesis(self, k: int, limit: int) -> tuple[int, int] | None:
        """dijo, visiblemente molesto, | el ministro; but: dijo, en su casa, | que"""
        c = next((m for m in range(k + 1, min(k + 9, limit)) if self.g[m] & BREAK), limit)
        if c >= limit or not self.g[c] & COMMA or not self.b[c] & (DETERMINER | CAPITAL | POSSESSIVE):
            return None
        np = self.np_right(c)
        if np is None or np[1] > limit or not self._told(np) or self.b[c] & TIME:
            return None
        ends = (
            np[1] >= limit or self.g[np[1]] or self.b[np[1]] & (THAT | QUOTED | PREPOSITION | TIME | ADVERB)
        )
        return np if ends else None

    def _quotes_somebody(self, k: int) -> bool:
        """Say whether a clause gives somebody's own words, with who says them before the verb."""
        if k >= self.n or not self.b[k] & (DETERMINER | CAPITAL):
            return False
        for m in range(k + 1, self.n - 1):
            bits, end, _ = self.cue_at(m)
            if self.b[m] & QUOTED:
                return False
            if bits & VERB and bits & SPEECH and self.b[m] & FINITE and end < self.n:
                at = end + 1 if self.b[end] & THAT and end + 1 < self.n else end
                return bool(self.b[at] & QUOTED)
        return False

    def _read_in(self, k: int) -> tuple[int, int] | None:
        """Where something is read: según se lee | en la carta; not: según se dijo en la reunión"""
        np = self.np_right(k + 1) if k + 1 < self.n and self.w[k] == "en" else None
        if np is None and self.w[k] == "en" and self.w[k + 2] == "informe":
            np = k + 1, k + 3  # not the verb
        words = self.w.listed(*np) if np is not None else []
        return np if any(w in SPANISH.documents or SPANISH.bodies.get(w) == "media" for w in words) else None

    def _past_adverbial(self, m: int) -> int:
        """dijo | poco después | Ruiz, | horas más tarde | Ruiz, | respecto al plan | Ruiz, visiblemente | molesta | Ruiz"""
        person = self.b[m] & (CAPITAL | POSSESSIVE) or self.w[m] in _THE  # dijo | el alcalde | antes de salir
        for k in (m + 1, m + 2) if not person else ():
            if k < self.n and self.w[k] in _AFTERWARDS and not any(self.g[x] for x in range(m + 1, k + 1)):
                return k + 1
        often = next((k for k in (m + 1, m + 3) if self.w[k] in ("vez", "veces")), m)
        if often == m + 1 or self.w.listed(m, often) == ["una", "y", "otra"]:
            return often + 1 + (self.w[often + 1] == "más")  # repitió | una y otra vez, una vez más
        if self.w[m] == "vía" and m + 1 < self.n and not self.g[m + 1]:
            return m + 2  # confirmó | vía telefónica | el director
        if self.w[m] in _TOWARDS and m + 1 < self.n and self.b[m + 1] & PREPOSITION:
            return self._past_prepositional(m + 1, self.n)
        says = (
            m + 1 < self.n and self.b[m - 1] & VERB and self.b[m + 1] & CAPITAL
        )  # dijo | decidido | Juan Gil
        moved = (
            (says or self.w[m - 1].endswith("mente")) and spanish.may_describe(self.w[m]) and not self.g[m]
        )
        return m + 1 if moved else m

    def _past_prepositional(self, m: int, limit: int) -> int:
        m += 1
        while m < limit and self.b[m] & (DETERMINER | POSSESSIVE) and not self.g[m] & BREAK:
            m += 1  # en | el otro | vestuario
        while (
            m < limit
            and not self.g[m] & BREAK
            and (
                not self.b[m] & (DETERMINER | POSSESSIVE | PREPOSITION | THAT | QUOTED | FINITE)
                or (self.b[m] & CAPITAL and self.b[m - 1] & CAPITAL)  # en Canal Nueve
            )
            and not self._name_begins(m)
            and self.w[m] not in _ALONE
            and not (self.b[m] & CAPITAL and self.w[m - 1] in spanish.EVENTS and self._after_event(m))
        ):
            m += 1
        return m
