"""Spanish sources: según X, de acuerdo con X, a su juicio, para X; subjects behind their verb."""

from __future__ import annotations

from typing import Final

from . import spanish
from .attribution import Attribution
from .bits import (
    ADVERB,
    BE,
    BREAK,
    CAPITAL,
    COLON,
    COMMA,
    COORDINATOR,
    DASH,
    DETERMINER,
    ED,
    FINITE,
    GERUND,
    HAVE,
    INFINITIVE,
    ING,
    LEMMA,
    OBJECT,
    PAREN,
    POSSESSIVE,
    PREPOSITION,
    QUOTED,
    RELATIVE,
    SEMICOLON,
    SPEECH,
    SUBJECT,
    SUBORDINATOR,
    THAT,
    TIME,
    VERB,
    WH,
)
from .roles_es import SPANISH
from .spanish_nominal import SpanishNominal
from .spanish_things import AGO, PARTS_OF_DAY, SPANS

_ACCOUNTS: Final = frozenset(
    """
        relato versión versiones testimonio testimonios declaraciones palabras declaración criterio opinión opiniones
        previsión previsiones estimación estimaciones cálculo cálculos relatos confesión denuncia teoría tesis
    """.split()
)
_STANDS: Final = frozenset("consta figura aparece constaba figuraba recoge recogía reza".split())


_THIS: Final = frozenset("esta este esa ese".split())
_LENGTHS: Final = frozenset("hora horas minuto minutos día días semanas meses años segundos".split())
_DAYS: Final = frozenset("madrugada mañana tarde noche mediodía semana mes año".split())
_AMOUNTS: Final = tuple("supuso supone supondrá suponía significó significa representó representa".split())
_MEASURES: Final = frozenset(
    """
        tipo grado nivel caso cantidad número tamaño edad momento forma manera modo criterio orden época zona siglas
        iniciales casos sistema origen reglas turno sexo altura peso distancia ritmo
    """.split()
)
_FINDING: Final = frozenset("comprobar constatar averiguar verificar".split())
_CIRCLES: Final = frozenset("entorno círculo filas casa palacio ferraz génova".split())
_ACTS: Final = QUOTED | FINITE | OBJECT  # aunque, puntualizó, su compañía | se hundió
_NOMINAL: Final = CAPITAL | DETERMINER | POSSESSIVE | SUBJECT | TIME | THAT | QUOTED


class SpanishSources(SpanishNominal):
    """Read Spanish source phrases and subjects that follow."""

    def source_phrase(self, k: int) -> int | None:
        after = super().source_phrase(k)
        if after is not None:
            if self.w[k] == "según" and self._has_clitic(after):
                after += 1  # según nos dijo la alcaldesa
            elif self.w[k] == "según" and any(w.startswith("cual") for w in self.w.listed(after, after + 2)):
                return None  # la idea según la cual todo vale
            elif self.w[k] == "según" and self.w[after] in ("nos", "me", "te", "lo", "le", "les"):
                return None  # según nos lo han descrito
            if self.w[k] == "para" and not (k == self.left and after < self.n and self._personal(after)):
                return None
            if (
                self.w[k] == "según"
                and after < self.n
                and self.b[after] & (FINITE | SUBORDINATOR)
                and not self.cue_at(after)[0] & VERB
                and self._told_in(after) == after
            ):
                return None
            if after >= self.n or self.g[after] & BREAK:
                return None
            unknown = self.w[k] == "según" and not self.b[after] and after + 1 < self.n
            if unknown and self.b[after + 1] & DETERMINER and not self.b[after + 1] & PREPOSITION:
                return None  # varía según | suba el petróleo
            if self.w[k] == "según" and any(w in _MEASURES for w in self.w.listed(after, after + 2)):
                return None  # según el tipo de virus: depending on
            if self.w[k] == "según" and self._is_measure(k, after):
                return None  # varía según la temperatura del agua
            return after
        if (
            self.w[k] == "a"
            and k + 2 < self.n
            and self.b[k + 1] & POSSESSIVE
            and self.w[k + 2] in spanish.OPINION_NOUNS
        ):
            return k + 1
        if (
            self.w[k] == "en"
            and k + 2 < self.n
            and self.b[k + 1] & POSSESSIVE
            and self.w[k + 2] in spanish.OPINION_NOUNS
        ):
            return k + 1
        return None

    def _has_clitic(self, k: int) -> bool:
        return (
            k + 1 < self.n
            and bool(self.b[k] & OBJECT and self.b[k + 1] & (VERB | HAVE) and self.b[k + 1] & FINITE)
            and self.w[k] != "se"
        )

    def _told_in(self, k: int) -> int:
        """The verb that tells in a group behind según: según ha | explicado | la ministra, según pudo | saber | EFE"""
        by = "por" in self.w.listed(k + 2, k + 4)  # según ha sido | confirmado | por la ministra
        for m in range(k + 1, min(k + 6, self.n)):
            if self.g[m] & BREAK:
                break
            bits, before = self.b[m], self.b[m - 1]
            perfect = bits & VERB and bits & ED and (before & HAVE or (by and before & BE))
            perfect = perfect and self.w[k] != "se"
            found = self.w[m] in _FINDING or (bits & VERB and bits & (LEMMA | GERUND))
            if perfect or (found and self._chained(m, True) <= k):
                return m
        return k

    def _is_measure(self, k: int, after: int) -> bool:
        """Say whether a thing decides, and nobody tells: según | el emplazamiento; but: según su versión."""
        of = after + 2 if self.b[after] & (DETERMINER | POSSESSIVE) else after + 1
        if not self.b[after] & (DETERMINER | POSSESSIVE) or self.w[of - 1] in _ACCOUNTS:
            return False
        return not self.g[k] & BREAK and self._is_topic((after, of))

    def _personal(self, k: int) -> bool:
        """Para el crítico Jorge Lamas, … against para la paz: a person or a body must stand there."""
        np = self.np_right(k)
        quoted = np is not None and np[1] < self.n and self.b[np[1]] & QUOTED
        if np is not None and quoted and self.is_full(np[1]) | self._told(np):
            return True  # Para el técnico | «ganar sería un paso»
        if np is None or np[1] >= self.n or not self.g[np[1]] & COMMA:
            return False
        if any(self.b[m] & QUOTED for m in range(np[1], self.n)):  # Para Ruiz, «todo ha ido bien»
            name = np[1] - np[0] == 1 and self.b[k] & CAPITAL and not self.b[k] & TIME
            if name or any(self.w[m] in SPANISH.sources for m in range(*np)):
                return True
        return (
            any(self.w[m] in spanish.PEOPLE for m in range(*np))
            or sum(bool(self.b[m] & CAPITAL) or self.w[m][:1].isdigit() for m in range(*np)) >= 2
        )

    def _quoted_before(self, e: int) -> bool:
        return any(
            self.b[k] & QUOTED and self.b[k + 1] & (VERB | OBJECT) and self.g[k + 1] & COMMA
            for k in range(e - 1)
        ) or any(self.g[k] & SEMICOLON for k in range(1, e))

    def _source(self, i: int, after: int) -> None:
        np, cue_end, text = self._source_np(i, after)
        if np is not None and self.is_author(np):
            return
        if self.w[i] == "para" and np is not None and self.w[self._past_appositive(np[1])] in _AMOUNTS:
            return  # Para el equipo, que perdió ayer, | supuso el descenso
        k = max(np[1] if np else cue_end, cue_end)
        clause = self._clause_within(np) if np is not None and i == self.left else 0
        if np is not None and clause:
            part = (clause, self.clause_end(clause, i))
            self.add(Attribution((i, cue_end), text, SPEECH, (np[0], clause), "np", [part]))
            return
        while k < self.n and not self.g[k] & (COMMA | COLON | DASH) and not self.b[k] & QUOTED:
            if self.b[k] & THAT and not text.startswith("según ") and not (np and k == np[1]):
                return  # but: según dos funcionarios | que pidieron el anonimato
            k += 1
        while np is not None and np[1] - np[0] > 1 and self.w[np[1] - 1] in ("lo", "le", "les", "se", "nos"):
            np = (np[0], np[1] - 1)  # según el informe | lo obligará
        if (
            np is not None
            and i
            and self.b[i - 1] & RELATIVE
            and np[1] < self.n
            and self.b[np[1]] & (FINITE | OBJECT)
        ):
            part = (np[1], self.clause_end(np[1], i, True))  # quien según un testigo | tiene vínculos
            self.add(Attribution((i, cue_end), text, SPEECH, np, "np", [part]))
            return
        left = self.left_content(i)
        parts = []
        initial = left is None or not self.g[i] & (COMMA | DASH | PAREN)
        if not initial and left is not None:
            joined = self.b[i - 1] & (RELATIVE | SUBORDINATOR | COORDINATOR)
            if not joined and (not self.found or self.finite_between(*left)):
                parts.append(left)  # but: «…», advirtió | nada más sentarse, según relatan
            if np is not None and np[1] == k:
                k = self._past_name(k)  # según el alcalde, Luis Gil, | está
            aside = (
                k < self.n
                and self.b[k] & (RELATIVE | PREPOSITION | ED | SUBORDINATOR)
                and not self.b[k] & FINITE
            )
            if not joined and aside:
                k = self._past_appositive(k)  # el plan es, según Ruiz, que lo vio, | «un peligro»
            if k < self.n and (joined or self._goes_on_behind(left, i, k)):
                parts.append((k, self.clause_end(k, i)))
        elif k < self.n:
            k = self._past_appositive(k)
            if self.w[i] == "según" and self._quotes_somebody(k):
                return  # según EFE, | Ana Ruiz dijo que «…»: her words
            alone = k < self.n and self.b[k] & QUOTED and (k + 1 >= self.n or self.g[k + 1] & BREAK)
            if alone and self.w[i] == "para":
                parts += self.quote_parts(k, i)
            elif k < self.n:
                parts.append((k, self.clause_end(k, i)))
        elif left is not None and self.finite_between(*left) and self.w[i] == "según":
            parts.append(left)
        mode = "np" if np else "none" if self.w[after] == "se" else "dropped"
        self.add(Attribution((i, cue_end), text, SPEECH, np, mode, parts))

    def _goes_on_behind(self, left: tuple[int, int], i: int, k: int) -> bool:
        """The same behind each finite verb: supone, según Ruiz, | un peligro; not: dimitió, según Ruiz, su socio"""
        if self.goes_on(left, i, k):
            return True
        verb = self.b[i - 1] & FINITE and not (i > 1 and self.b[i - 2] & (DETERMINER | POSSESSIVE))
        apart = self.b[k] & (COORDINATOR | RELATIVE | SUBORDINATOR | POSSESSIVE)
        definite = self.b[k] & DETERMINER and not self.w[k].startswith("un") and not self.b[i - 1] & BE
        return bool(verb and not apart and not definite)

    def _clause_within(self, np: tuple[int, int]) -> int:
        """Where the clause begins that no comma parts from its source: según la fiscalía | el alcalde cobró; 0 for none."""
        for k in range(np[0] + 1, np[1]):
            if (
                self.b[k] & (DETERMINER | POSSESSIVE)
                and not self.b[k - 1] & (PREPOSITION | COORDINATOR | DETERMINER | POSSESSIVE)
                and not self.g[k]
                and self.finite_between(k + 1, self.n)
            ):
                return k
        return 0

    def _past_name(self, k: int) -> int:
        """Behind a name between commas: según el alcalde, | Luis Gil, | está"""
        m = k
        while m < self.n and (m == k or not self.g[m]) and self.b[m] & CAPITAL and not self.b[m] & TIME:
            m += 1
        return m if m > k and m < self.n and self.g[k] & COMMA and self.g[m] & COMMA else k

    def _past_appositive(self, k: int) -> int:
        """Según Feld, profesor de la universidad, …"""
        if not self.g[k] & COMMA or self.b[k] & (DETERMINER | QUOTED | SUBJECT | POSSESSIVE):
            return k
        m = k if self.b[k] & FINITE else k + 1
        while m < self.n and not (self.g[m] & COMMA and m > k):
            if self.b[m] & FINITE and not self.b[k] & RELATIVE:
                return k
            m += 1
        return m if m < self.n else k

    def _from_body(self, v: int) -> tuple[int, int] | None:
        """Desde | el ministerio | aseguran que …, en | la Casa Rosada | creen: those of a body, in the plural."""
        a = self.left + 1
        e = next((k for k in range(a + 1, v) if self.g[k] & COMMA), v)  # En su entorno, no obstante, …
        said = next((k for k in range(v, min(v + 3, self.n)) if self.b[k] & VERB), v)
        group = [k for k in range(v, min(v + 2, self.n)) if self.b[k] & (FINITE | VERB)]
        if (
            not any(self.w[k].endswith("n") for k in group)
            or not self.b[a] & (DETERMINER | CAPITAL | POSSESSIVE)
            or any(self.b[k] & (FINITE | TIME | QUOTED) for k in range(a, v))
            or any(self.g[k] & BREAK & ~COMMA for k in range(a + 1, v))
            or (e < v and not self.g[v] & COMMA)
        ):
            return None
        if self.w[self.left] == "desde":
            return (a, e) if self._told((a, e)) else None
        body = any(self.w[k] in SPANISH.bodies or self.w[k] in _CIRCLES for k in range(a, min(a + 3, e)))
        body = body and self.w[a] not in ("un", "una")  # En una cadena de mensajes
        if not body or self._subject_right(said + 1, self.n) is not None:
            return None
        return a, e

    def _subject_right(self, k: int, limit: int) -> tuple[int, int] | None:
        """The subject behind its verb: dijo ayer | el ministro | que …"""
        m = k
        if k < limit and self.g[k] & COMMA:
            if self.w[k] == "eso":
                return None  # admiten, eso sí, que
            if self.b[k] & (ADVERB | PREPOSITION | SUBORDINATOR | ED) or not self.b[k] & _NOMINAL:
                return self._behind_parenthesis(k, limit)  # dijo, antes de salir; sentenció, palabras que
        while m < limit and not (self.g[m] & BREAK and m > k):
            here = self.b[m]
            if (here & (TIME | ADVERB) and not here & CAPITAL) or (
                here & DETERMINER
                and m + 1 < limit
                and (self.b[m + 1] & TIME or (self.w[m] in _THIS and self.w[m + 1] in _DAYS))
            ):
                m += 1 if here & (TIME | ADVERB) or self.b[m + 1] & TIME else 2
                continue
            if self.w[m] == "desde" and m == k and self.w[k - 1].endswith("n"):
                np = self.np_right(m + 1)  # explicaron desde | el ministerio
                if np is not None and any(
                    self.w[x] in SPANISH.sources or self.b[x] & CAPITAL for x in range(*np)
                ):
                    return np[0], min(np[1], limit)
            if here & PREPOSITION and self.w[m] == "por" and self.w[m + 2] in ("parte", "lado"):
                m += 3
                if m < limit and self.g[m] & COMMA and not self.b[m] & CAPITAL:
                    return None
                if m < limit and self.g[m] & COMMA:  # dijo por su lado, | Ana Gil
                    np = self.np_right(m)
                    return np if np is not None and self._nominal(np) else None
                continue
            if here & PREPOSITION:
                stop = next((x for x in range(m + 2, m + 6) if x >= self.n or self.g[x] & BREAK), m + 6)
                if self.b[m + 1] & INFINITIVE and any(w in ("a", "al") for w in self.w.listed(m + 2, stop)):
                    return None  # dijo antes de llamar al orden al diputado Ana Gil
                a = self._behind_infinitive(m)  # dijo al abrir la sesión | el presidente
                if a:
                    np = self.np_right(a) if a < limit and self.b[a] & (DETERMINER | CAPITAL) else None
                    return np if np is not None else self._subject_right(a, limit) if a < limit else None
                m = self._past_prepositional(m, limit)
                continue
            if here & DETERMINER and m + 2 < limit and self.w[m + 1] in SPANS and self.w[m + 2] in AGO:
                m += 3  # afirmó | la semana pasada
                continue
            if here & DETERMINER and self.w[m + 1] in PARTS_OF_DAY and m + 1 < limit:
                m += 2  # publicó | la noche del domingo
                continue
            past = self._past_adverbial(m)
            if past > m:
                m = past
                continue
            if here & (THAT | QUOTED | WH | COORDINATOR | FINITE) and not here & SUBJECT:
                return None
            np = self.np_right(m)
            if np is None or (self.w[np[1] - 1] in _LENGTHS and not self._is_aged(*np)):
                return None  # explicó durante casi | una hora
            np = (np[0], min(np[1], limit))
            e = np[1]
            if np[0] == k and self.g[k] & COMMA and e < self.n and self.b[e] & _ACTS and not self.g[e]:
                return None  # aunque, puntualizó, su compañía | «sólo tiene hoy esa salida»
            object_ = e < self.n and self.b[e] & QUOTED and not self.g[e]
            if object_ and not self._told(np) and not any(self.w[x] in SPANISH.sources for x in range(*np)):
                return None  # destacó | el poco | «trabajo» de Ruiz
            return np if np[0] < np[1] and self._nominal(np) else None
        parted = (
            k < m < limit and self.g[m] & COMMA and self.b[m] & (ADVERB | PREPOSITION | SUBORDINATOR | ED)
        )
        late = self.np_right(m) if k < m < limit and self._comes_late(k, m) else None
        if late is not None and late[1] <= limit and (late[1] >= self.n or self.g[late[1]] & BREAK):
            return late  # declaró hoy, | Ana Ruiz, portavoz
        return self._behind_parenthesis(m, limit) if parted else None  # dijo ayer, en su casa, | Ana Ruiz

    def subject_behind(self, verb: int, limit: int) -> tuple[int, int] | None:
        """The subject behind its verb: se pronunció | la profesora Adela Roig."""
        return self._subject_right(verb + 1, limit)

    def _source_np(self, i: int, after: int) -> tuple[tuple[int, int] | None, int, str]:
        """The source of según, also with a verb: según dijo el ministro."""
        said = self._told_in(after)
        if self.w[after] == "se" and said == after:  # según se ha sabido, según se desprende del informe
            said = next((k for k in range(after + 1, min(after + 4, self.n)) if self.b[k] & VERB), after + 1)
            drawn = said + 2 < self.n and self.w[said + 1] in ("de", "del") and not self.g[said + 1]
            np = self.np_right(said + 2) if drawn else self._read_in(said + 1)
            return np, said + 1, f"{self.w[i]} se {self.w[said]}"
        if self.w[after] in _STANDS and self.w[after + 1] in ("en", "el") and after + 2 < self.n:
            return (
                self.np_right(after + 2),
                after + 1,
                f"{self.w[i]} {self.w[after]}",
            )  # según consta en | el acta
        bits, end, text = self.cue_at(said)
        text = " ".join((*self.w.listed(after, said), text))
        if said > after or (bits & VERB and bits & FINITE):
            if end + 1 < self.n and self.b[end] & ING:
                end += 1  # según siguen diciendo los vecinos
            if said > after and end + 1 < self.n and self.w[end] == "por" and self.b[end - 1] & ED:
                return self.np_right(end + 1), end, f"{self.w[i]} {text}"
            parted = end < self.n and self.g[end] & COMMA and not self.g[end] & PAREN
            np = (
                None if parted else self._past_day(self._subject_right(end, self.n))
            )  # Según dijo, las protestas siguen
            return np, end, f"{self.w[i]} {text}"
        told = self.b[after] & POSSESSIVE and after + 1 < self.n
        if told and (self.w[after + 1] in spanish.OPINION_NOUNS or self.w[after + 1] in _ACCOUNTS):
            return (after, after + 1), after + 2, " ".join(self.w.listed(i, after + 2))
        by = after + 2 if self.w[after] == "lo" and self.b[after + 1] & ED else self.n
        if by + 1 < self.n and self.w[by] == "por":
            text = " ".join(self.w.listed(i, by + 1))
            return self.np_right(by + 1), by + 1, text  # según lo dicho por | Ruiz
        of = after + 2 if self.b[after] & DETERMINER else after + 1
        if of < self.n and self.w[of - 1] in _ACCOUNTS and self.w[of] in ("de", "del"):
            np = self.np_right(of + 1)  # de acuerdo con el relato de | la hermana
            if np is not None and (self._told(np) or self.w[np[1] - 1] in SPANISH.strong):
                return np, after, " ".join(self.w.listed(i, after))
        return self.np_right(after), after, " ".join(self.w.listed(i, after))
