"""Who is the subject of a Spanish verb: before it, behind it, as its object or not told at all."""

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
    DASH,
    DETERMINER,
    ED,
    FINITE,
    LEMMA,
    MODAL,
    NEGATIVE,
    OBJECT,
    PAREN,
    POSSESSIVE,
    PREPOSITION,
    QUOTED,
    RELATIVE,
    SEMICOLON,
    SUBORDINATOR,
    THAT,
    TIME,
    VERB,
)
from .descriptions import SHARES
from .roles_es import SPANISH
from .spanish_before import SpanishBefore

_BEHIND: Final = ("lo", "la", "le", "os", "as", "es")
_NEEDED: Final = frozenset("preciso necesario justo importante obligado menester".split())
_SEEMLY: Final = frozenset("cabe conviene convendría cabría procede urge".split())
_THERE_IS: Final = frozenset("hay habrá habría había hubo".split())
_WERE_TO: Final = frozenset("haya hayan hubiera hubieran hubiese hubiesen".split())
_PRESENTS: Final = frozenset("declara aclara prepara compara dispara repara separa ampara".split())
_TO_ONESELF: Final = (
    "dij",
    "dic",
    "dec",
    "quej",
    "lament",
    "jur",
    "promet",
    "propus",
    "imagin",
    "repet",
    "repit",
)
_TOGETHER: Final = (
    "decid",
    "acord",
    "acuerd",
    "esper",
    "prev",
    "pretend",
    "intent",
    "plane",
    "prohib",
    "permit",
)
_AT_ONCE: Final = frozenset("lo vez tiempo medida par".split())
_MINE: Final = frozenset("mi mis nuestro nuestra nuestros nuestras".split())
_KIN: Final = frozenset(
    """
        madre padre mamá papá esposa esposo mujer marido hijo hija hijos hijas hermano hermana hermanos abuelo abuela
        abuelos tío tía primo prima sobrino sobrina suegro suegra cuñado cuñada novio novia amigo amiga amigos vecino
        vecina compañero compañera guía maestro maestra
    """.split()
)
_ONE: Final = frozenset("el la un una este esta ese esa su mi nuestro nuestra".split())
_MANY: Final = frozenset("los las unos unas estos estas esos esas sus mis nuestros nuestras".split())
_HAVE: Final = frozenset("ha han había habían".split())

_ABOUT: Final = ("de", "del", "sobre", "contra")


class SpanishSubjects(SpanishBefore):
    """Find the subjects of Spanish verbs, and what looks like one."""

    def verb_group(self, i: int) -> int:
        k = i
        while (
            k > self.left
            and not self.g[k] & BREAK
            and self.b[k - 1] & (AUXILIARY | NEGATIVE | OBJECT | ADVERB)
        ):
            if self.w[k - 1] == "estado" and k > 1 and self.w[k - 2] in ("de", "del", "el"):
                break  # el jefe de Estado | dijo
            if (
                self.b[k - 1] & OBJECT
                and self.b[k - 1] & DETERMINER
                and k != i
                and not self.b[k] & (AUXILIARY | VERB)
            ):
                break
            k -= 1
        return k

    def _controller(self, i: int) -> tuple[tuple[int, int] | None, str, bool]:
        """The subject of the verb that an infinitive hangs on: no quiso decir, volvió a decir."""
        for k in range(i - 1, max(i - 5, self.left) - 1, -1):
            if self.g[k + 1] & BREAK:
                break
            if self.b[k] & (FINITE | MODAL):
                source, relative = self._subject_left(self.verb_group(k))
                if source is not None and self.w[source[0]] in ("eso", "esto", "ello"):
                    if not any(self.b[m] & OBJECT for m in range(source[1], k)):
                        return None, "none", False  # Esto lleva a pensar que
                    source = None  # Eso le ha llevado a decir que
                return source, "np" if source else "dropped", relative
        return None, "none", False

    def _subject_left(self, v: int) -> tuple[tuple[int, int] | None, bool]:
        if v <= self.left:
            return None, False
        if self.g[v] & (COLON | SEMICOLON) and not self.b[v - 1] & QUOTED:
            return None, False  # no ocultó su malestar: | recordó que
        if self._told_to_fronted(v) or self._is_about(v):
            return None, False
        if self.b[v - 1] & QUOTED and not self.g[v] & BREAK and self._titled(v - 1):
            return (v - 3, v), False
        if self.b[v - 1] & (COORDINATOR | SUBORDINATOR) and not self.g[v] & BREAK:
            return None, False
        if self.b[v - 1] & RELATIVE and not self.g[v] & BREAK:
            if v > 1 and self.w[v - 2] == "sí":
                return None, False  # sí que ha dicho
            if v > 1 and (self.w[v - 2] in _AT_ONCE or self._by_which(v - 2)):
                return None, True  # por lo que insistió, a la vez que recuerda, con la que pretendía
            if v > 1 and self.w[v - 1] in ("quien", "quienes") and self.b[v - 2] & PREPOSITION:
                return None, True  # los fiscales, a quienes acusó
            if v > 2 and self.w[v - 2] in ("las", "los", "la", "el") and self.w[v - 3] == "en":
                owner = self._owner(v - 3) if self.w[v] != "se" else None
                np = self.np_left(v - 3)
                document = np is not None and any(self.w[k] in SPANISH.documents for k in range(*np))
                if np is not None and document and self.w[np[0] - 1] in _ONE:
                    np = np[0] - 1, np[1]  # se remiten a | un comunicado en el que
                many = self.w[v] == "se" or self.w[v].endswith("n")  # una nota en la que se afirma, aseguran
                if (
                    many and np is not None and self.w[v] != "se"
                ):  # | los vecinos | emitieron una nota en la que afirman
                    issued = self.first_verb(np[0], self.left)
                    many = issued is None or not self.w[issued].endswith("n")
                return owner or (np if document and many else None), True
            np = self.np_left(v - 1)
            if np is not None and np[1] - np[0] > 1 and self.b[np[0]] & ED and self.w[np[0] - 1] in _HAVE:
                np = np[0] + 1, np[1]  # lo han | confirmado | fuentes, que
            return self._of_whom(self._who(self._by_whom(self._to_whom(np)), v), v), True
        if self.w[self.left] in ("desde", "en"):
            source = self._from_body(v)
            if source is not None:
                return source, False
        far = self._opens_far(v) if self.g[v] & COMMA else None
        if far is not None:
            return far, False
        if self.g[v] & (COMMA | DASH | PAREN):
            left = self.left
            self.left = self._clause_begins(v)
            source = self._behind_departments(v)
            if source is None and self._follows_remark(v):
                source = self._bare_name_before(v)
            source = self._without_verb(v) or source or self._before_appositive(v)
            opens = self.b[self.left] & DETERMINER or self.w[self.left] in ("uno", "una")
            alone = source is None and self.g[v] & COMMA and opens
            if alone and not any(self.g[k] & BREAK for k in range(self.left + 1, v)):
                source = self.np_left(v)  # Una nota de la embajada, | afirma que
            source = None if source is not None and self._cut_name(source) else self._past_day(source)
            self.left = left
        else:
            source = self._past_day(self.np_left(v))
            source = None if source is not None and self._cut_name(source) else source
            source = self._named_before_office(source)
            source = self._whose_relative(source) or source
            if source is None or not self._nominal(source):
                source = self._with_relative(v) or source
        source = self._that_leads(source, v)
        if source is not None and not self._nominal(source):
            if self.w[source[0] + 1].isdigit() and self.b[source[0] - 1] & RELATIVE and source[0] > 1:
                return self._of_whom(
                    self.np_left(source[0] - 1), v
                ), True  # el juez, que el 3 de abril | dijo
            source = self._bare_name_before(v) if self.g[v] & COMMA else None
        return source, False

    def _is_about(self, v: int) -> bool:
        """Say whether a whole name stands in front of whom something is said: De Luis Gil | dijo que; not: De Gaulle dijo"""
        name = range(self.left + 1, v)
        return self.w[self.left] in _ABOUT and 2 <= len(name) < 5 and all(self.b[k] & CAPITAL for k in name)

    def _told_to_fronted(self, v: int) -> bool:
        """Say whether those in front are told, with a clause of their own: A los agentes que lo pararon | les recordó"""
        if self.w[self.left] not in ("a", "al") or self.w[v] not in ("le", "les"):
            return False
        relative = next((k for k in range(self.left + 1, v) if self.w[k] in ("que", "quienes", "quien")), 0)
        return relative > 0 and not any(self.g[k] & BREAK for k in range(relative, v + 1))

    def _determined(self, np: tuple[int, int]) -> bool:
        """Say whether a noun phrase has an article or name, or is of many: la víctima, Ruiz, vecinos; not: víctima"""
        first = self.b[np[0]] & (DETERMINER | POSSESSIVE | CAPITAL | OBJECT)
        return bool(first) or self.w[np[0]].endswith("s") or self.w[np[0]] in ("alguien", "nadie", "quien")

    def _cut_name(self, np: tuple[int, int]) -> bool:
        """Say whether one word is the end of a longer name: el Impuesto de Actividades | Económicas |, señaló"""
        a, e = np
        k = a - 1
        while k > self.left and self.b[k] & CAPITAL and not self.g[k]:
            k -= 1
        governed = self.b[k] & (PREPOSITION | DETERMINER) and not self.b[k] & CAPITAL
        return (
            e - a == 1
            and bool(governed)
            and a > self.left
            and bool(self.b[a] & self.b[a - 1] & CAPITAL)
            and not self.g[a]
        )

    def subject(self, v: int) -> tuple[tuple[int, int] | None, bool]:
        np, relative = super().subject(v)
        np = self._past_day(np)
        return (np if np is None or self._nominal(np) else None), relative

    def _of_whom(self, np: tuple[int, int] | None, v: int) -> tuple[int, int] | None:
        """Who agrees with the verb: el apoyo de | los senadores |, que admitieron; but: la mitad de los senadores."""
        verb = next((k for k in range(v, min(v + 4, self.n)) if self.b[k] & (FINITE | AUXILIARY)), -1)
        if np is None or verb < 0 or self.w[np[0] + 1] in SHARES:
            return np
        many = self.w[verb].endswith("n")
        if self._is_topic(np):  # su apoyo a | Ana Gil |, que aseguró
            a = next((k for k in range(np[0] + 1, np[1]) if self.b[k] & PREPOSITION), np[1] - 1) + 1
            if all(self.b[k] & CAPITAL for k in range(a, np[1])) and a < np[1] and not many:
                return a, np[1]
        joined = any(self.b[k] & COORDINATOR for k in range(*np))
        if joined or self.w[np[0]] not in (_ONE if many else _MANY):
            return np
        behind = (k for k in range(np[1] - 1, np[0], -1) if self.w[k] in (_MANY if many else _ONE))
        a = next((k for k in behind if self.b[k - 1] & PREPOSITION), np[0])
        return a, np[1]

    def is_author(self, source: tuple[int, int] | None) -> bool:
        """The narrator of a text; but: mi madre, nuestro guía."""
        if source is not None and self.w[source[0]] in _MINE and self.w[source[0] + 1] in _KIN:
            return False
        return super().is_author(source)

    def _owner(self, k: int) -> tuple[int, int] | None:
        """Whose words those are in which something is said: unas declaraciones de | Ruiz | en las que indicó."""
        of = next((m for m in range(k - 1, max(k - 6, self.left), -1) if self.w[m] in ("de", "del")), -1)
        if of < 0 or of + 1 >= k or not self.b[of + 1] & (CAPITAL | DETERMINER | POSSESSIVE):
            return None
        return (of + 1, k) if self._told((of + 1, k)) else None

    def _by_which(self, k: int) -> bool:
        """con | la que pretendía: not the subject; but: una nota en | la que se afirma."""
        return (
            self.w[k] in ("el", "la", "los", "las")
            and k > 0
            and bool(self.b[k - 1] & PREPOSITION)
            and self.w[k - 1] != "en"
        )

    def _is_object(self, v: int, i: int, np: tuple[int, int]) -> bool:
        """Say whether what stands behind a verb differs from it in number: denunciaron | la detención."""
        many = any(self.w[k].endswith("n") and self.b[k] & (FINITE | AUXILIARY) for k in range(v, i + 1))
        first = self.w[np[0]]
        if np[0] and self.w[np[0] - 1] == "desde":
            return False  # explicaron desde | el ministerio
        joined = any(self.b[k] & COORDINATOR for k in range(*np)) or (
            np[1] < self.n and bool(self.b[np[1]] & COORDINATOR)
        )
        return (many and first in _ONE and not joined) or (not many and first in _MANY)

    def _undergoes(self, v: int, i: int, np: tuple[int, int]) -> bool:
        """Say whether a thing stands behind a verb with *se*: se repitió | el plato principal."""
        return (
            v < i
            and self.w[i - 1] == "se"
            and (self.w[np[0]] in _ONE or self.w[np[0]] in _MANY)
            and not self._told(np)
            and not any(self.w[k] in SPANISH.sources for k in range(*np))
        )

    def _impersonal(self, v: int, i: int, end: int, k: int, text: str) -> bool:
        """Say whether *se* leaves out who it is: los papeles | se espera que | lleguen, se ha decidido aplazar."""
        if end >= self.n or "se" not in self.w.listed(v, i) or text.startswith("se "):
            return False
        if any(self.w[m].endswith("n") and self.b[m] & (FINITE | AUXILIARY) for m in range(v, i + 1)):
            return False
        if self.b[k] & THAT:
            return not text.startswith(_TO_ONESELF)
        return text.startswith(_TOGETHER) and not self.b[k] & (PREPOSITION | QUOTED)

    def _has_object(self, end: int, k: int) -> bool:
        """Say whether a gerund has taken a noun before *que*: recogiendo | dinero | que; not: diciendo ayer | que."""
        if k > end and self.b[end] & (DETERMINER | POSSESSIVE) and self._is_topic((end, k)):
            return True  # estableciendo | unos mecanismos, las leyes, | que
        return (
            k > end
            and bool(self.b[k] & THAT)
            and not self.g[k] & COMMA
            and not self.b[end] & (ADVERB | PREPOSITION | TIME)
            and not self.g[end] & BREAK
        )

    def _takes_noun(self, end: int, k: int, written: bool = False) -> bool:
        """Say whether a thing is the object before *que*: recoger | las plumas | que; not: decir el juez | que."""
        m = end
        while m < k and self.b[m] & ADVERB and not self.b[m] & DETERMINER:
            m += 1
        return (
            m < k
            and bool(self.b[k] & THAT)
            and bool(self.b[m] & (DETERMINER | POSSESSIVE))
            and not any(self.b[x] & TIME or self.g[x] & BREAK for x in range(m, k + 1))
            and not self._told((m, k))
            and not any(
                self.w[x] in SPANISH.sources and not (written and self.w[x] in SPANISH.documents)
                for x in range(m, k)
            )
        )

    def _as_if(self, v: int) -> bool:
        """como si | quisieran, como si nadie | dijera: what is only likened."""
        for m in range(v - 1, max(v - 4, 1) - 1, -1):
            if self.g[m + 1] & BREAK:
                return False
            if self.w[m] == "si" and self.w[m - 1] == "como":
                return True
        return False

    def _wished(self, v: int, i: int) -> bool:
        """Say whether a verb is in the subjunctive, which tells no quotation: lo que llevó a que haya amenazado."""
        word = self.w[i]
        if any(self.w[k] in _WERE_TO for k in range(v, i)):
            return True
        return word.endswith(("iera", "ieran", "iese", "iesen")) or (
            word.endswith(("ara", "aran")) and word.rstrip("n") not in _PRESENTS
        )

    def _person_first(self, a: int, e: int) -> bool:
        return any(self.w[k] in SPANISH.sources for k in range(a, min(a + 3, e)))

    def _main_behind(self, k: int) -> tuple[int, int] | None:
        """Tras señalar que la ley es mala, | Ana Gil | salió: the subject of the main clause."""
        if k >= self.n or not self.g[k] & COMMA:
            return None
        np = self.np_right(k)
        return np if np is not None and self._told(np) and self._nominal(np) else None

    def _is_due(self, k: int) -> bool:
        """Say whether it is the author who thinks that something should be said: hay | que, cabe."""
        if self.w[k] == "que":
            return k > 0 and self.w[k - 1] in _THERE_IS
        return self.w[k] in _SEEMLY or (k > 0 and self.w[k - 1] == "es" and self.w[k] in _NEEDED)

    def _goes_along(self, i: int) -> bool:
        """…, advirtió, antes de | señalar que; tras | señalar que, al | señalar que: whose subject is the sentence's."""
        if i < 1 or self.g[i]:
            return False
        if self.w[i - 1] in ("tras", "al") or (self.w[i - 1] == "por" and self.w[i][-2:] in _BEHIND):
            return True  # por considerarlo
        if self.w[i - 1] == "para":  # acudió al tribunal para | pedir que
            acted = any(self.w[m].endswith("ó") for m in range(max(self.left, 0), i - 1))
            return i > 1 and (acted or self.finite_between(max(self.left, 0), i - 1))
        if self.b[i - 1] & COORDINATOR:  # para pedir que …, y | exigir que
            return bool(self.found) and bool(self.b[self.found[-1].cue[0]] & LEMMA)
        return i > 1 and self.w[i - 1] == "de" and self.w[i - 2] in ("antes", "después", "luego", "además")
