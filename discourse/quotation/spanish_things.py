"""Spanish noun phrases that speak of things: what a verb has for its object, not for who says something."""

from __future__ import annotations

from typing import ClassVar, Final

from . import spanish
from .bits import (
    BREAK,
    CAPITAL,
    COLON,
    COMMA,
    COORDINATOR,
    DETERMINER,
    ED,
    NOUN,
    OBJECT,
    POSSESSIVE,
    PREPOSITION,
    QUOTED,
    RELATIVE,
    SHOUTED,
    SUBJECT,
    TIME,
)
from .clauses import Reader
from .phrase_edges import PLATFORMS
from .roles_es import BEARERS, KINDRED, SPANISH

_CLITIC: Final = tuple(
    verb + pronoun for verb in ("ar", "er", "ir") for pronoun in ("le", "les", "se", "lo", "la")
)
PARTS_OF_DAY: Final = ("madrugada", "mañana", "tarde", "noche", "jornada")
AGO: Final = ("pasada", "pasado", "próxima", "próximo", "anterior", "siguiente")
SPANS: Final = ("semana", "mes", "año", "noche", "tarde", "jornada", "legislatura")
_TOPICS: Final = frozenset(
    """
        hecho hechos motivo motivos razón razones plan planes detalle detalles medida medidas idea ideas problema
        problemas caso casos causa causas asunto tema temas papel postura fecha fechas cambio cambios
        apoyo rechazo respaldo poder poderes plaza plazas clave claves mecanismo mecanismos sistema sistemas interés
        intereses deseo deseos temor temores confianza esperanza esperanzas propósito objetivo objetivos riesgo riesgos
        peligro peligros éxito éxitos fracaso fracasos error errores cosa cosas algo nada nombre nombres precio precios
        ayuda ayudas obra obras trabajo trabajos esfuerzo esfuerzos compromiso compromisos proyecto proyectos propuesta
        propuestas oferta ofertas iniciativa iniciativas paso pasos camino falta faltas daño daños efecto efectos
        victoria derrota resultado resultados dinero cantidad número números puesto puestos agenda calendario modelo
        retraso retrasos ejemplo ejemplos punto puntos salida entrada subida bajada caída pérdida pérdidas mejora
        mejoras ataque ataques crisis guerra paz amenaza amenazas queja quejas duda dudas alegría tristeza miedo
        malestar orgullo pesar sorpresa enfado actitud gesto gestos condena boicot frase frases palabra palabras historia
        época épocas etapa etapas momento momentos tiempo tiempos escena escenas gol goles infancia
        historias anécdota anécdotas poema poemas verso versos micrófono micrófonos
    """.split()
)
_ABSTRACT: Final = (
    "ción",
    "cion",
    "sión",
    "sion",
    "miento",
    "dad",
    "eza",
    "encia",
    "ancia",
    "ura",
    "ismo",
    "tud",
)
TELLERS: Final = frozenset(  # nouns with such endings that stand for who tells something
    """
        versión información declaración investigación publicación estimación interpretación acusación explicación
        previsión opinión descripción narración tradición definición conclusión comunicación resolución agencia
        escritura audiencia organización asociación institución fundación federación confederación delegación
        administración comisión autoridad comunidad universidad entidad sociedad televisión dirección oposición
        gerencia presidencia legislación constitución documentación literatura ciencia
        coalición corporación coordinación redacción población formación nación selección expedición embarcación
        regencia vicepresidencia intendencia agrupación congregación concentración multitud juventud ciudad prefectura
        jefatura judicatura legislatura magistratura dictadura
    """.split()
)


class SpanishThings(Reader):
    """Tell things from those who speak."""

    english: ClassVar[bool] = False

    def _told(self, np: tuple[int, int]) -> bool:
        """Say whether a noun phrase has a name or a noun for people in it."""
        return any(self.b[k] & CAPITAL or self.w[k] in spanish.PEOPLE for k in range(*np))

    def _may_tell(self, np: tuple[int, int]) -> bool:
        """The same, or a noun for a body or a document."""
        return self._told(np) or any(w in SPANISH.sources for w in self.w.listed(*np))

    def _is_topic(self, np: tuple[int, int]) -> bool:
        """Say whether a thing is spoken of, which does not speak: explican | la situación: «…»

        What counts are the words before the first preposition: el apoyo de los senadores is a thing.
        """
        thing = False
        for k in range(*np):
            bits, word = self.b[k], self.w[k]
            if k > np[0] and bits & (PREPOSITION | RELATIVE | COORDINATOR):
                break
            if bits & (CAPITAL | TIME) or word in spanish.PEOPLE or word in SPANISH.sources:
                return False
            if bits & (DETERMINER | POSSESSIVE) or (bits & ED and thing) or word in ("mismo", "misma"):
                continue
            one = word.removesuffix("s")
            thing = thing or (
                word in _TOPICS or (one.removesuffix("e").endswith(_ABSTRACT) and not self._tells(one))
            )
        return thing

    def _tells(self, word: str) -> bool:
        """Say whether a noun stands for who tells something: la acusación, las delegaciones."""
        return word in TELLERS or (word.endswith("ne") and word[:-3] + "ón" in TELLERS)

    def _behind_reflexive(self, np: tuple[int, int] | None, e: int) -> tuple[int, int] | None:
        """la oposición se origina en | los sectores | que temen: *se* begins a verb that no list has."""
        if np is None or np[1] - np[0] < 5:
            return np
        a = -1
        for x in range(np[1] - 1, np[0], -1):
            if self.b[x] & OBJECT and self.w[x] == "se" and self.w[x - 1] != "que":
                a = x
                break
        if a < 0:
            return np
        if e >= self.n or not self.b[e] & RELATIVE:
            return None
        return self._last_governed((a, np[1]))

    def _last_governed(self, np: tuple[int, int]) -> tuple[int, int] | None:
        """The last noun phrase behind a preposition: en casa de | la abuela."""
        last = (x for x in range(np[1] - 1, np[0], -1) if self.b[x] & (DETERMINER | POSSESSIVE))
        a = next((x for x in last if self.b[x - 1] & PREPOSITION), -1)
        return (a, np[1]) if a > 0 else None

    def _names_people(self, np: tuple[int, int]) -> bool:
        return any(
            self.w[k] in SPANISH.strong or self.w[k] in SPANISH.weak or self.w[k].endswith("ista")
            for k in range(*np)
        )

    def np_left(self, e: int) -> tuple[int, int] | None:
        if (
            e > self.left + 1
            and self.b[e - 1] & SUBJECT
            and self.w[e - 1] in ("él", "ella")
            and not self.w[e].endswith("n")
        ):
            return e - 1, e  # ella lo recibía y | él | recordaba
        np = self._behind_reflexive(super().np_left(e), e)
        if np is not None and self.w[np[0]] == "que":
            np = self._last_governed(np)  # ya que espera la decisión sobre | la demanda | que pide
        if np is None:
            return None
        a = np[0]
        if a - 1 > self.left and self.w[a - 1] == "que" and not self.b[a] and not self.g[a - 1] & BREAK:
            before = super().np_left(
                a - 1
            )  # el médico | que ejerce en el puerto | dijo: a verb that no list has
            if before and self.b[before[0]] & DETERMINER and self._names_people(before):
                np, a = (before[0], np[1]), before[0]
        # the object pronoun and prepositional objects are no subjects: a los periodistas dijo
        return None if self.w[a] in ("a", "al") else np

    def _name_begins(self, m: int) -> bool:
        """dijo a EFE | Doris Mena, dijo a La Nación | Ana Ruiz; but: en CNN Chile, a José Luis Ruiz."""
        if (self.w[m - 1] == "efe" or self.w[m - 1] in PLATFORMS) and m < self.n and not self.g[m]:
            return True  # dijeron a EFE | fuentes oficiales
        if m + 1 >= self.n or self.g[m] or self.g[m + 1] or not self.b[m] & self.b[m + 1] & CAPITAL:
            return False
        if self.b[m - 1] & SHOUTED:
            return not self.b[m] & SHOUTED
        if not self.b[m - 1] & (
            CAPITAL | PREPOSITION | DETERMINER | POSSESSIVE
        ):  # dijo en un comunicado | Ana Ruiz
            before = self.w[m - 1]
            bears = (
                before in BEARERS
                or before in KINDRED
                or (before in SPANISH.sources and not self._of_the_state(before))
            )
            noun = self.w[m - 2]
            bears = bears or (
                not self.b[m - 1] and noun in SPANISH.strong and noun != "portavoz"
            )  # a la diputada popular
            apart = before.endswith("s") or self.w[m - 2] in ("este", "esta")  # a los periodistas | Ana Ruiz
            timed = before in PARTS_OF_DAY and self.b[m] & ~CAPITAL == 0  # al final de la tarde | Norma Gil
            return bool((apart or not bears) and (timed or self.w[m] in SPANISH.given))
        return (
            bool(self.b[m - 1] & CAPITAL)
            and self.w[m] in SPANISH.given
            and self.w[m - 1] not in SPANISH.given
        )

    def _of_the_state(self, word: str) -> bool:
        """Say whether a body bears nobody's name: en la sede del partido | Ana Ruiz; but: en el hospital Luis Gil"""
        person = word in SPANISH.strong or word in SPANISH.weak
        return not person and SPANISH.bodies.get(word) in ("executive", "legislator", "judiciary", "party")

    def _commas(self, a: int, e: int) -> bool:
        return any(self.g[k] & COMMA for k in range(a + 1, e))

    def _by_whom(self, np: tuple[int, int] | None) -> tuple[int, int] | None:
        """Whom a passive names last: fue sacada en 2019 por | el presidente Juan Paz |, quien dijo"""
        if np is None or not self.b[np[0]] & ED or self.b[np[0]] & (CAPITAL | DETERMINER):
            return np
        by = next((k for k in range(np[1] - 1, np[0], -1) if self.w[k] == "por"), np[0])
        return (by + 1, np[1]) if np[0] < by < np[1] - 1 else np

    def _to_whom(self, np: tuple[int, int] | None) -> tuple[int, int] | None:
        """Whom an infinitive with its pronoun names: no pareció sentarle bien a | la alcaldesa |, que dijo"""
        if np is None or not self.w[np[0]].endswith(_CLITIC) or self.b[np[0]] & (CAPITAL | DETERMINER):
            return np
        to = next((k for k in range(np[1] - 1, np[0], -1) if self.w[k] in ("a", "al")), np[0])
        return (to + 1, np[1]) if np[0] < to < np[1] - 1 else np

    def _is_rejected(self, k: int) -> bool:
        """Say whether a report's noun is rejected in the words behind a colon: rechazó | las acusaciones de que …: «…»"""
        q, noun = self.n - 1, k + 1 if k < self.n and self.b[k] & DETERMINER else k
        if noun + 1 >= q or not (self.b[noun] & NOUN and self.b[q] & QUOTED and self.g[q] & COLON):
            return False
        return "que" in self.w.listed(noun + 1, noun + 3)

    def _titled(self, q: int) -> bool:
        """Say whether a marked span is the name of a body or document: el diario | «La Voz» | dijo."""
        noun = self.w[q - 1] if q - 2 >= self.left else ""
        return (
            (noun in SPANISH.bodies or noun in SPANISH.documents)
            and not self.g[q] & BREAK
            and bool(self.b[q - 2] & DETERMINER)
            and not self.is_full(q)
        )

    def _past_day(self, np: tuple[int, int] | None) -> tuple[int, int] | None:
        """The subject behind an expression of time: el lunes | el Tribunal Supremo | advirtió."""
        if np is None or np[1] - np[0] < 4:
            return np
        a = np[0]
        if self.w[a + 1] in SPANS and self.w[a + 2] in AGO:
            return (a + 3, np[1]) if self.b[a + 3] & DETERMINER else np  # la semana pasada | el alcalde
        day = a + 1 + (self.w[a + 1] in ("pasado", "próximo"))
        timed = self.b[a] & DETERMINER and self.b[day] & TIME and self.b[day + 1] & DETERMINER
        return (day + 1, np[1]) if timed else np
