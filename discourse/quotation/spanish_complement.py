"""What a Spanish cue takes: que and a clause, an infinitive, a quotation; nouns with de que."""

from __future__ import annotations

from typing import ClassVar, Final

from . import spanish
from .bits import (
    ADVERB,
    ASKING,
    BELIEF,
    BREAK,
    CAPITAL,
    COLON,
    COMMA,
    COORDINATOR,
    DETERMINER,
    EVALUATION,
    FINITE,
    INFINITIVE,
    INTENTION,
    LEMMA,
    MANNER,
    NEGATIVE,
    NOUN,
    POSSESSIVE,
    PREPOSITION,
    QUOTED,
    REQUEST,
    SEMICOLON,
    SPEECH,
    STOP,
    SUBJECT,
    THAT,
    TIME,
    VERB,
    WH,
)
from .homographs import noun_forms
from .roles_es import SPANISH
from .spanish_ends import SpanishEnds
from .statements import SAYING

_CALL: Final = frozenset("de como".split())
_BLAMES: Final = ("reproch", "recrimin", "achac", "agradec")  # reprochó a Ruiz haber mentido
_COUNTS: Final = ("cont", "cuent")
_WHICH: Final = frozenset("el la los las".split())
_DAY: Final = frozenset("madrugada mañana tarde noche mediodía".split())
_ONLY_AS: Final = ("present", "valor", "dibuj", "pint", "salud", "interpret", "percib")
_SEES: Final = frozenset("ve ven vio vieron veía veían viendo ver".split())
_AS_VERBS: Final = ("describ", "defin", "consider", "caracteri", "retrat", *_ONLY_AS)  # but: calificó de
_OF_SOMETHING: Final = ("habl", "aplaud", "agradec", "repudi", "ensalz")
_ONLY_MARKED: Final = ("conden", "llam", "elogi", "alab", "compar", "atribu", "invoc")
_WHILE: Final = ("al", "tras", "sin", "para", "por")  # dijo | al abandonar la sala
_REACH: Final = 25
# ya | que: a conjunction
_JOINED: Final = frozenset("más menos mejor peor mientras igual ya puesto dado sino".split())
_WARNS: Final = ("advert", "advirt", "adviert", "alert", "inform", "avis")  # advirtió del éxito que tendría
_MEETS: Final = ("respond", "contest", "replic", "esper", "apunt")
_DEGREES: Final = frozenset("más menos mejor peor tan tanto".split())
_NOTED: Final = QUOTED | THAT | WH | FINITE | INFINITIVE | LEMMA
_GOVERNING: Final = EVALUATION | REQUEST
_REFERS: Final = ("refer", "refir", "refier")
_AVOID: Final = frozenset("evitó evita evitaron rehusó rehúsa rehusaron declinó declina declinaron".split())
_WISHES: Final = frozenset(
    """
        quiere quieren quiso quisieron quería querían querrá querría desea desean deseaba prefiere prefieren prefería
        pretende pretenden pretendía decidió decidieron acordó acordaron acepta aceptan aceptó aceptaron
    """.split()
)


class SpanishComplement(SpanishEnds):
    """Find what stands after a Spanish cue."""

    report_nouns: ClassVar[frozenset[str]] = spanish.REPORT_NOUNS
    source_phrases: ClassVar[dict[str, tuple[tuple[str, ...], ...]]] = spanish.SOURCE_PHRASES
    links: ClassVar[frozenset[str]] = frozenset("de del para en".split())

    def _complement(
        self, i: int, bits: int, end: int, text: str, subject: bool = False
    ) -> tuple[int, int] | None:
        """Find what the cue introduces, and where the search for a subject behind the verb must stop.

        With a subject before the verb, *que* behind another noun opens a relative clause.
        """
        k = end
        if self.b[k] & PREPOSITION and self._is_governed(k, text):
            return None
        if self.g[k] & SEMICOLON and not self.b[k] & QUOTED:
            return None
        if text.startswith(("sabe", "sabí", "sabi", "supo")) and self._infinitive(k):
            return None  # sabiendo defender: a skill
        at = k + 1 if k + 1 < self.n and self.b[k] & TIME else k
        if text.startswith(("calcul", "estim", "cifr")) and self.w[at] == "en":
            return None  # calculan hoy en un millón los que se fueron
        if text.startswith("precis") and self._infinitive(k) and self.w[k] != "haber":
            return None  # precisan pasar desapercibidos: they need to
        if k < self.n and self.g[k] & COLON:
            return k, k
        if bits & (SPEECH | EVALUATION) and self._is_rejected(k):
            return self.n - 1, self.n - 1
        commas = 0
        for m in range(k, min(k + _REACH, self.n)):
            here = self.b[m]
            if m > k + 1 and not (here & _NOTED or bits & _GOVERNING or self.g[m] or self.b[m - 1] & TIME):
                continue  # most words open nothing
            if self.g[m] & (SEMICOLON | STOP) and m > k and not here & QUOTED and not self.g[m] & STOP:
                return None
            if here & QUOTED:
                if (text.startswith(_ONLY_AS) or text in _SEES) and self.w[m - 1] != "como":
                    return None  # presentó | «El amor»
                if m > k and self._is_nickname(m):
                    continue  # sentenciará a Juan Paz, «Tato»
                if (
                    m > k
                    and not self.g[m] & BREAK
                    and (self._named_then_that(k, m) or self._names_paper(k, m))
                ):
                    continue
                if bits & REQUEST and m > k + 1 and self.w[m - 2] in ("a", "con") and not self.is_full(m):
                    continue  # exhortó a los «leales» a redoblar
                if self.g[m] & COLON or m == k or bits & ~INTENTION & ~MANNER & VERB or self.is_full(m):
                    return m, m
                if text.startswith(_OF_SOMETHING):
                    return m, m  # habló de una campaña | «orquestada desde fuera»
                return None
            if self.g[m] & COLON and m > k:
                return (m, m) if bits & (SPEECH | ASKING) else None
            if here & THAT and m > k and self.w[m - 1] in _WHICH and self.b[m - 2] & PREPOSITION:
                continue  # polímeros a los que se somete, una cena en la que advirtió
            if (
                here & THAT
                and m > k
                and self.w[m - 1] in _JOINED
                and not (self.w[m - 1] == "ya" and not self.g[m - 1])
            ):
                return None  # parece contar más | que el anterior, … mientras | que Repsol sigue
            if here & THAT and m > k and self.w[m - 1] == "lo":
                return (
                    (m - 1, m - 1) if m == k + 1 and bits & (SPEECH | ASKING) else None
                )  # contó | lo que vio
            if (
                here & THAT
                and (m == k or not self.b[m - 1] & PREPOSITION or self._governed(k, m, bits))
                and bits & ~EVALUATION & VERB
                and (bits & ~INTENTION & ~EVALUATION & VERB or self.w[k - 1] in _WISHES)
                and (m == k or bits & VERB & ~MANNER or self._dated(k, m))  # sumó diez goles que
            ):
                if commas % 2 and not self.g[m] & COMMA:
                    continue
                if i and self.w[i - 1] == "lo":
                    return None  # lo dice un ministro | que lo trató
                if self._compares(k, m) or self._is_relative(k, m, subject, text):
                    return None
                return m, m
            if (
                here & WH
                and bits & (ASKING | SPEECH)
                and m <= k + 8
                and not (self.w[m] == "si" and not bits & ASKING and not self._denied(i))
            ):
                return m, m
            if m == k and self._infinitive(m) and bits & INTENTION and self.b[m] & SAYING and self._denied(i):
                return None
            if (
                bits & (INTENTION | SPEECH)
                and m == k
                and self.w[m] in ("a", "con", "en")
                and m + 1 < self.n
                and (self._infinitive(m + 1) or (self.w[m + 1] == "no" and self._infinitive(m + 2)))
            ):
                return m, m
            later = (
                m > k + 1
                and bool(self.b[m - 1] & TIME)
                and all(
                    self.b[x] & (TIME | DETERMINER | PREPOSITION) or self.w[x] in _DAY for x in range(k, m)
                )
            )
            if (
                (
                    m <= k + 1 or later or (self.w[m] == "haber" and text.startswith(_BLAMES))
                )  # rechazó el jueves dimitir
                and self._infinitive(m)
                and bits & (INTENTION | SPEECH | BELIEF | REQUEST)
                and not (m == k + 1 and (self.b[k] & DETERMINER or self.w[k] in _WHILE))
            ):
                whole = m > k and (self.w[m - 1] == "a" or bool(self.b[m - 1] & NEGATIVE))
                start = m - 1 if whole else m  # prometió | no subir, llamó | a votar
                return start, start
            if (
                bits & (REQUEST | INTENTION)
                and m > k + 1
                and here & (INFINITIVE | LEMMA)
                and self._told_to(k, m)
            ):
                start = m - 1 if self.b[m - 1] & NEGATIVE else m
                return start, start  # pidió a los vecinos | no avisar
            if bits & REQUEST and m > k and self.w[m] == "a" and m + 1 < self.n and self._infinitive(m + 1):
                return m, m
            if self.g[m] & COMMA:
                commas += 1
            if (
                bits & EVALUATION
                and not text.startswith(_ONLY_MARKED)
                and self.w[m] in (("como",) if text.startswith(_AS_VERBS) or text in _SEES else _CALL)
                and m < k + 10
                and not bits & SPEECH
            ):
                if self.w[m] == "de" and self._infinitive(m + 1):
                    return m, m  # acusó al alcalde de actuar como un «déspota»
                quoted = next((q for q in range(m, min(m + 6, self.n)) if self.b[q] & QUOTED), None)
                if quoted is None:
                    return None if text.startswith(_ONLY_AS) or text in _SEES else (m, m)
                return quoted, m
            if here & FINITE and not here & (SUBJECT | DETERMINER):
                if m > k and bits & EVALUATION and self.b[m - 1] & (DETERMINER | POSSESSIVE):
                    continue  # calificó | la protesta | de «…»
                return None
        return None

    def _is_governed(self, k: int, text: str) -> bool:
        """Say whether a preposition gives the verb another sense than that of a report."""
        word = self.w[k]
        if word == "a" and text.removeprefix("se ").startswith(("neg", "nieg", "conden")):
            return True  # se negó a firmar, condenó a nueve años
        if word in ("a", "al"):
            return text.startswith(_REFERS) and not self._quoted_within(k)  # se refirió a los problemas que
        if word == "en":
            return text.startswith("dud")  # no dudó en subir
        return word == "con" and text.startswith(_COUNTS) and self._counts_on(k + 1)  # contar con su portero

    def _is_nickname(self, m: int) -> bool:
        """Say whether a word or two between marks and a comma follow a name."""
        a, e = self.block.tokens((m, m + 1))
        return e - a <= 2 and bool(self.g[m] & COMMA and self.b[m - 1] & CAPITAL) and not self.is_full(m)

    def _quoted_within(self, k: int) -> bool:
        return any(self.b[m] & QUOTED for m in range(k, min(k + _REACH, self.n)))

    def _told_to(self, k: int, m: int) -> bool:
        """pidió | a los vecinos | avisar, propuso sin éxito | al general | formar un gobierno"""
        free = PREPOSITION | COORDINATOR | DETERMINER | POSSESSIVE
        return (
            not self.b[m - 1] & free
            and any(self.w[x] in ("a", "al") for x in range(k, m - 1))
            and not any(self.g[x] & BREAK or self.b[x] & QUOTED for x in range(k, m + 1))
        )

    def _counts_on(self, k: int) -> bool:
        """contará con | su portero; but: contó con | todo detalle que"""
        return (
            bool(self.b[k] & (DETERMINER | POSSESSIVE)) and self.w[k] not in ("todo", "toda", "mucho")
        ) or (self.w[k] in ("uno", "una") and self.w[k + 1] == "de")

    def _dated(self, k: int, m: int) -> bool:
        """avanzó | este lunes | que …"""
        return (
            m > k and bool(self.b[m - 1] & TIME) and all(self.b[x] & (TIME | DETERMINER) for x in range(k, m))
        )

    def _governed(self, k: int, m: int, bits: int) -> bool:
        """insistió | en que …, advirtió, sin embargo, | de que …"""
        if self.w[m - 1] == "de" and m > k + 1 and self.w[m - 2] in ("después", "antes", "luego", "pese"):
            return False  # denunció en mayo después | de que
        if bits & REQUEST and self.w[m - 1] == "a":
            return m == k + 1 or self.w[k] in ("a", "al")  # instó | a que …, animó | a los vecinos a que …
        return self.w[m - 1] in ("en", "de") and (
            m == k + 1
            or bool(self.g[m - 1] & COMMA)
            or all(self.b[x] & (TIME | ADVERB | DETERMINER) for x in range(k, m - 1))  # advirtió ayer de que
            or (self.w[m - 1] == "de" and self.w[k] in ("a", "al", "en"))  # informó a la prensa de que
        )

    def _compares(self, k: int, m: int) -> bool:
        """se entendió mejor con los nobles | que con sus capataces"""
        if m + 1 >= self.n or not self.b[m + 1] & PREPOSITION or self.g[m] or m <= k:
            return False
        between = self.w.listed(k, m)
        return self.w[m + 1] in between and any(word in _DEGREES for word in between)

    def _is_relative(self, k: int, m: int, subject: bool, text: str) -> bool:
        """quieren a alguien | que dé rodeos, advirtió los riesgos | que corrían, revisó la lista, | que crece"""
        before = self.b[m - 1]
        if text.startswith(("llam", "convoc")) and self.w[k] in ("a", "al") and m > k + 1:
            return True  # llaman a una huelga | que durará dos días
        bare = not self.b[k] and not self.g[k]  # mantiene | negociaciones con los vecinos | que
        if m > k + 1 and (bare or self.b[k] & (DETERMINER | POSSESSIVE)) and self._is_topic((k, m)):
            return True  # mostró | su apoyo a las medidas | que, denunció | el excesivo poder | que
        if m > k + 1 and self.w[k] in ("a", "al") and text.startswith(_MEETS) and self._is_topic((k + 1, m)):
            return True  # para responder a | la iniciativa | que
        if self.b[k] & PREPOSITION and self._has_topic_before(k, m):
            return True  # mostraban en su rostro | los efectos de la pelea | que
        if self.w[k] in ("de", "del", "por", "sobre") and m > k + 1 and text.startswith(_WARNS):
            return (
                not self.b[m - 1] & PREPOSITION and not self.g[k + 1] & BREAK and self._is_topic((k + 1, m))
            )
        if (
            self.w[k] in ("a", "al")
            and m > k
            and self.g[m] & COMMA
            and before & CAPITAL
            and not self.g[k] & COMMA
        ):
            return True  # respondió a Ruiz, | que no había venido
        if (
            self.w[k] in ("a", "al")
            and m > k
            and (before & NOUN or self.w[m - 1] in noun_forms())
            and not before & VERB
        ):
            return True  # respondió a la demanda | que presentaron
        noun = bool(self.b[k] & DETERMINER) and not any(self.b[x] & TIME for x in range(k, m))
        if noun and self.g[m] & COMMA and not any(self.g[x] & BREAK for x in range(k, m)):
            return subject
        if any(self.b[x] & TIME or self.g[x + 1] & BREAK for x in range(k, m)):
            return False
        if self.w[k - 1] in _WISHES and self.w.listed(k, m) != ["sin", "embargo"]:
            return any(not self.b[x] & ADVERB for x in range(k, m))
        return subject and m > k and bool(self.b[k] & DETERMINER) and self.w[k] != "lo"

    def _has_topic_before(self, k: int, m: int) -> bool:
        """Say whether a thing stands behind a circumstance: explicó en Lugo | las medidas | que"""
        for x in range(k + 2, m - 1):
            if self.b[x] & (DETERMINER | POSSESSIVE) and not self.b[x - 1] & (
                PREPOSITION | DETERMINER | POSSESSIVE
            ):
                return not self.g[x] & BREAK and self._is_topic((x, m))
        return False

    def _named_then_that(self, k: int, m: int) -> bool:
        """Say whether a marked span is a name on the way to the clause: dijo al diario «X» que …"""
        return (
            bool(self.b[k] & (PREPOSITION | TIME))
            and (bool(self.b[m - 1] & (PREPOSITION | CAPITAL)) or self.w[m - 1] in SPANISH.sources)
            and m + 1 < self.n
            and bool(self.b[m + 1] & THAT)
            and not self.is_full(m)
        )

    def _names_paper(self, k: int, m: int) -> bool:
        """Say whether a marked span names the paper before it: publica hoy | el diario egipcio | «X»"""
        noun = any(SPANISH.bodies.get(self.w[x]) == "media" for x in range(max(k, m - 2), m))
        return noun and bool(self.b[m - 2] & DETERMINER or self.b[m - 3] & DETERMINER) and not self.is_full(m)

    def _denied(self, i: int) -> bool:
        return any(self.b[m] & NEGATIVE or self.w[m] in _AVOID for m in range(max(i - 3, 0), i))

    def takes_content(self, k: int, bits: int) -> bool:
        for m in range(k, min(k + 12, self.n)):
            if self.b[m] & (THAT | QUOTED) or (
                m == k and self._infinitive(m) and bits & (INTENTION | SPEECH)
            ):
                return True
            governs = "a" if bits & REQUEST else "de" if bits & EVALUATION else ""
            if self.w[m] == governs and self._infinitive(m + 1):
                return True
            if self.b[m] & FINITE or (self.g[m] & BREAK and m > k):
                return False
        return False
