"""Who stands before a Spanish verb where commas part it: behind offices, before relative clauses and asides."""

from __future__ import annotations

from typing import Final

from .bits import (
    ADVERB,
    AUXILIARY,
    BREAK,
    CAPITAL,
    COLON,
    COMMA,
    COORDINATOR,
    DETERMINER,
    ED,
    FINITE,
    OBJECT,
    PAREN,
    PREPOSITION,
    QUOTED,
    SEMICOLON,
    STOP,
    SUBJECT,
    SUBORDINATOR,
    THAT,
    TIME,
)
from .roles_es import SPANISH
from .spanish import ASKED, OPENERS
from .spanish_nominal import JOINTS
from .spanish_sources import SpanishSources
from .statements import SAYING

_WHO: Final = frozenset("que quien quienes".split())
_IN_REPLY: Final = ("a preguntas", "en respuesta")
_NOT_FIRST: Final = TIME | PREPOSITION | QUOTED | ADVERB | SUBORDINATOR
_BESIDE: Final = frozenset(
    "con escrito escrita visto vista puesto puesta junto cuyo cuya cuyos cuyas".split()
)
_OPENS: Final = frozenset(
    "que quien quienes cual cuales donde cuando si porque mientras como aunque cuyo cuya cuyos cuyas".split()
)


class SpanishBefore(SpanishSources):
    """Find the subject before a Spanish verb that something parts from it."""

    def _whose_relative(self, np: tuple[int, int] | None) -> tuple[int, int] | None:
        """| Ana Gil |, que ganó la plata | dijo que: whose relative clause no comma ends; else None."""
        if np is None or np[0] - 2 <= self.left or self._told(np) or self.g[np[0]]:
            return None
        v = self.verb_group(np[0] - 1)
        if not self.b[np[0] - 1] & FINITE or not self.g[v - 1] & COMMA or self.w[v - 1] not in _WHO:
            return None
        who = self.np_left(v - 1)
        return who if who is not None and self._told(who) else None

    def _who(self, np: tuple[int, int] | None, v: int) -> tuple[int, int] | None:
        """Ana Gil, presidenta de la Junta, quien | dijo; las palabras del presidente | Juan Gil, quien | dijo"""
        who = v - 1
        while who > 0 and self.b[who] & OBJECT:
            who -= 1  # el fiscal, Luis Gil, quien | le ha replicado
        if np is None or self.w[who] not in ("quien", "que") or not self.g[who] & COMMA:
            return np
        named = self._named_before_office(np)
        if named is not None and named != np:
            return named
        member = self._member(who)
        if member:
            return member, who
        person = self.b[np[0]] & CAPITAL or any(
            w in SPANISH.strong or w in SPANISH.weak for w in self.w.listed(np[0], np[0] + 2)
        )
        if not self.b[np[1] - 1] & CAPITAL or person:
            return np
        if self.w[who] == "que" and any(w in SPANISH.sources for w in self.w.listed(np[0], np[0] + 2)):
            return np
        of = (k for k in range(np[1] - 2, np[0], -1) if self.b[k] & PREPOSITION and not self.b[k] & CAPITAL)
        return next(of, np[0] - 1) + 1, np[1]

    def _named_before_office(self, np: tuple[int, int] | None) -> tuple[int, int] | None:
        """The name before an office that no comma ends: | Ana Gil |, directora del Comité de Lugo anunció."""
        if np is None or not self.g[np[0]] & COMMA or self.b[np[0]] & (CAPITAL | DETERMINER):
            return np
        if self.w[np[0]] not in SPANISH.strong and self.w[np[0]] not in SPANISH.weak:
            return np
        a = np[0]
        while a > self.begin and self.b[a - 1] & CAPITAL and not self.b[a - 1] & TIME and np[0] - a < 4:
            a -= 1
            if self.g[a]:
                break
        return (a, np[0]) if np[0] - a > 1 else np

    def _before_appositive(self, v: int) -> tuple[int, int] | None:
        """El gerente de Solmar, de Vigo, que creó esa marca, | dijo: not the object in the relative clause."""
        np = super()._before_appositive(v)
        c = next((m for m in range(v - 1, self.left, -1) if self.g[m] & BREAK), self.left)
        if self.g[c] & COMMA and self.g[c] & PAREN and v - c > 1 and self._all_capitals(c, v):
            return np[0] if np else c, v  # el delegado ante los Puertos (OP), Luis Gil, | dijo
        if np is None or c <= self.left or np[0] <= c or not self.g[c] & COMMA or self.w[c] not in _WHO:
            return np
        p = next((m for m in range(c - 1, self.left, -1) if self.g[m] & BREAK), self.left)
        home = p > self.left and self.g[p] & COMMA and self.w[p] in ("de", "del")
        return self.np_left(p if home else c) or np

    def _behind_departments(self, v: int) -> tuple[int, int] | None:
        """El ministro de Obras, Agua y Montes, | Luis Gil, dijo: the name behind all that an office is for."""
        if not self.g[v] & COMMA:
            return None
        c = v - 1
        while c > self.left and not self.g[c]:
            c -= 1
        if (
            v - c < 2
            or not self.g[c] & COMMA
            or not all(self.b[k] & CAPITAL or self.w[k] in JOINTS for k in range(c, v))
        ):
            return None
        commas = 0
        for k in range(c - 1, max(c - 16, self.left), -1):
            if self.w[k] in SPANISH.sources and not self.b[k] & CAPITAL:
                return (c, v) if commas and self.w[k + 1] in ("de", "del") else None
            if not self.b[k] & CAPITAL and self.w[k] not in JOINTS:
                return None
            if self.g[k] & BREAK:
                if not self.g[k] & COMMA:
                    return None
                commas += 1
        return None

    def _without_verb(self, v: int) -> tuple[int, int] | None:
        """The subject whose verb is yet to come: | Gil |, que fue a Lugo con el alcalde, Luis Paz, a ver las obras, | dijo

        A name or noun for people before a relative clause or a participle, with no more verbs behind it than
        conjunctions that open clauses; else None.
        """
        free = 0  # verbs less conjunctions, from the right
        for k in range(v - 1, self.left - 1, -1):
            bits = self.b[k]
            if bits & QUOTED or self.g[k] & SEMICOLON:
                return None
            past = self.w[k].endswith("ó") and not bits & CAPITAL  # a verb that no list has
            if past or (bits & FINITE and not bits & (SUBJECT | DETERMINER) and not self._in_group(k)):
                free += 1
            elif self.w[k] in _OPENS:
                free -= 1
            parted = k == self.left or self.g[k] & COMMA
            if free > 0 or not parted or not bits & (CAPITAL | DETERMINER) or bits & TIME:
                continue
            np = self.np_right(k)
            if np is None or np[1] >= v or not self.g[np[1]] & COMMA or not self._told(np):
                continue
            e = np[1]
            asked = self.w[e] in ASKED or " ".join(self.w.listed(e, e + 2)) in _IN_REPLY
            if asked or self.w[e] in _WHO:
                return np
        return None

    def _opens_far(self, v: int) -> tuple[int, int] | None:
        """Who a sentence opens with, before a participle or the like: | La edil |, acompañada por Gil, el alcalde, dijo"""
        a = self.left
        np = self.np_right(a) if self.b[a] & (DETERMINER | CAPITAL) and not self.b[a] & _NOT_FIRST else None
        if np is None or np[0] != a or np[1] >= v or not self.g[np[1]] & COMMA or self.w[a] in OPENERS:
            return None
        held = any(w in SPANISH.sources for w in self.w.listed(*np))
        named = np[1] - a > 1 and bool(self.b[a] & self.b[a + 1] & CAPITAL)  # not: Después
        if not named and not (held and self.b[a] & DETERMINER):
            return None
        e = np[1]
        while e < v and self.b[e] & CAPITAL and not (e > np[1] and self.g[e]):
            e += 1  # La alcaldesa de Vigo, Ana Ruiz, flanqueada por …
        if e > np[1] and (e >= v or not self.g[e] & COMMA):
            return None
        beside = self.b[e] & ED or self.w[e] in _BESIDE or self.w[e].endswith(("ada", "ado", "ida", "ido"))
        begins = e
        for k in range(e, v):
            begins = k if self.g[k] & BREAK else begins
            inside = self.w[begins] in _OPENS or self.w[begins + 1] in _OPENS
            if self.b[k] & QUOTED or self.g[k] & SEMICOLON or (self.b[k] & FINITE and not inside and k > e):
                return None
        return (a, e) if beside else None

    def _behind_circumstances(self, k: int) -> tuple[int, int] | None:
        """«…», advirtió ayer, en una visita a Lugo, | el ministro, Luis Gil; not: dijo al alcalde, Luis Gil, ayer"""
        for c in range(k + 1, self.n):
            if (
                self.b[c] & QUOTED
                or self.g[c] & (SEMICOLON | COLON)
                or (self.b[c] & COORDINATOR and self.g[c])
            ):
                return None
            if not self.g[c] & COMMA or not self.b[c] & (DETERMINER | CAPITAL) or self.b[c] & TIME:
                continue
            np, before = self.np_right(c), self.np_left(c)
            if (
                np is None
                or not self._told(np)
                or not (np[1] >= self.n or self.g[np[1]] & (COMMA | PAREN | STOP))
            ):
                continue
            held = before is not None and before[0] >= k and self._told(before)
            if not held or (self.b[c] & DETERMINER and self.w[c + 1] in SPANISH.strong):
                return np
        return None

    def _behind_chain(self, i: int, end: int) -> tuple[int, int] | None:
        """Who speaks behind a chain of verbs and before what is said: Ayer volvió a decir | Ana Ruiz | que …"""
        if self._chained(i, True) == i:
            return None
        np = self._past_day(self._subject_right(end, self.n))
        if np is None or np[1] >= self.n or not self._told(np):
            return None
        return np if self.b[np[1]] & THAT and not self.g[np[1]] & BREAK else None

    def _in_group(self, k: int) -> bool:
        """Say whether a finite verb goes on with another: puede | ser, ha | sido."""
        return k + 1 < self.n and not self.g[k + 1] and bool(self.b[k] & AUXILIARY and self.b[k + 1] & FINITE)

    def _follows_remark(self, v: int) -> bool:
        """…, rodeado de fieles, | pidió: a participle or preposition opens what the last commas part."""
        k = next((m for m in range(v - 1, max(v - 10, self.left), -1) if self.g[m] & BREAK), -1)
        return k > 0 and bool(self.g[k] & COMMA) and bool(self.b[k] & (ED | PREPOSITION))

    def _bare_name_before(self, v: int) -> tuple[int, int] | None:
        """En un vídeo de la cadena, | Ruiz |, rodeado de fieles, pidió: the name alone between commas."""
        e = v
        for k in range(v - 1, max(v - 12, self.left), -1):
            if not self.g[k] & (COMMA | PAREN):
                continue
            if (
                self.g[k] & COMMA
                and e - k <= 3
                and all(self.b[m] & CAPITAL and not self.b[m] & TIME for m in range(k, e))
            ):
                return k, e
            e = k
        return None

    def _clause_begins(self, v: int) -> int:
        """Where the words before a verb begin that are parted from the rest: …; …, mientras que | Ana Gil, …"""
        for k in range(v - 1, self.left, -1):
            while_ = self.w.listed(k, k + 2) == ["mientras", "que"]
            if self.g[k] & SEMICOLON or (while_ and self.g[k] & COMMA):
                return k + 2 if while_ else k
        return self.left

    def _says_behind_chain(self, i: int) -> bool:
        """Say whether an infinitive that tells has its subject behind: quiso | subrayar Ana Ruiz que"""
        bits, end, _ = self.cue_at(i)
        who = self._subject_right(end, self.n) if bits & SAYING else None
        if who is None or not self._told(who):
            return False
        ends = who[1] >= self.n or bool(self.g[who[1]] & (BREAK | STOP))
        return self._behind_chain(i, end) is not None or (ends and self._chained(i, True) < i)
