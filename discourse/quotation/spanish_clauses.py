"""Spanish sentences: subjects before, behind or left out; sources with según."""

from __future__ import annotations

from typing import Final

from .attribution import Attribution
from .bits import (
    ADJECTIVE,
    ADVERB,
    BE,
    BELIEF,
    BREAK,
    CAPITAL,
    COLON,
    COMMA,
    COORDINATOR,
    DETERMINER,
    ED,
    EVALUATION,
    FINITE,
    GERUND,
    HAVE,
    INFINITIVE,
    ING,
    INTENTION,
    LEMMA,
    NOUN,
    PAST,
    POSSESSIVE,
    PREPOSITION,
    PRESENT,
    QUOTED,
    RELATIVE,
    REQUEST,
    SPEECH,
    SUBORDINATOR,
    THAT,
    TIME,
    VERB,
)
from .roles_es import SPANISH
from .spanish_asides import UNNAMED, SpanishAsides
from .statements import SAYING

_EXIST: Final = frozenset(
    "cabe cabía cabrá hay hubo había habrá haya existe existen existía queda quedan sin".split()
)
_OF_ONESELF: Final = ("expres", "refer", "refir", "refier", "pronunci", "manif", "repet", "repit", "prepar")
_OF_THEMSELVES: Final = (
    "aventur",
    "manten",
    "mantien",
    "mantuv",
    "celebr",
    "precis",
    "completa",
)  # se mantiene, se celebra
_IDIOMS: Final = {
    "cuenta": frozenset(
        "da dan dio dieron daba daban dado dar darse dando en di das doy damos dimos dará darán".split()
    ),
    "culpa": frozenset("por tiene tienen tuvo tuvieron sin".split()),
    "decir": frozenset("quiere quieren quería querían querrá querría".split()),
}
_EASE: Final = frozenset(
    "fácil fáciles difícil difíciles imposible imposibles capaz capaces incapaz incapaces".split()
)
_WHICHEVER: Final = frozenset("otra ningún ninguna algún alguna cada cualquier mucha poca".split())
_ARTICLES: Final = frozenset("el un una este esta ese esa aquel del al".split())

_SHOWN: Final = frozenset(
    """
        mostró muestra mostraron muestran mostraba mostraban mostrado declaró declara declararon declaran declarado confesó
        manifestó dijo
    """.split()
)


class SpanishReader(SpanishAsides):
    """Read one Spanish sentence."""

    def read(self) -> list[Attribution]:
        """Find the attributions of the sentence, from left to right."""
        self._final_parenthesis()
        self.read_places()
        return self.found

    def read_places(self) -> None:
        """Read the words that may be cues, from what stands left of them on."""
        for i in self.block.places:
            if i >= self.n:
                return
            if i < self.left:
                continue
            after = self.source_phrase(i)
            if after is not None:
                self._source(i, after)
                continue
            if self.w[i] == "para" and self.w[i + 1] == "quien" and self.g[i] & COMMA:
                if i + 2 < self.n and self.finite_between(i + 2, self.n) | (self.b[i + 2] & QUOTED > 0):
                    part = (i + 2, self.clause_end(i + 2, i))
                    self.add(Attribution((i, i + 2), "para quien", SPEECH, self.np_left(i), "same", [part]))
                continue
            bits, end, text = self.cue_at(i)
            shown = i and self.w[i - 1] in _SHOWN  # se mostró convencida de que
            if bits & ADJECTIVE and (shown or any(b & BE for b in self.b.listed(self.verb_group(i), i))):
                self._adjective(i)
            elif bits & VERB:
                if not self._as_said(i, bits, end, text):
                    self._verb(i, bits, end, text)
            elif bits & NOUN:
                self._noun(i)
            elif bits & ADJECTIVE:
                self._adjective(i)

    def add(self, attribution: Attribution) -> None:
        """Keep what is quoted where a thing seems to speak, as nobody's: ni pintura, teatro y cine, | dicen que «…»."""
        found = len(self.found)
        super().add(attribution)
        if len(self.found) > found or not attribution.source or not attribution.bits & SPEECH:
            return
        if any(self.b[k] & QUOTED for a, e in attribution.parts for k in range(a, e)):
            attribution.source, attribution.mode = None, "none"
            super().add(attribution)

    def _verb(self, i: int, bits: int, end: int, text: str) -> None:
        v = self.verb_group(i)
        chain = self.b.listed(v, i)
        joined = i > 1 and self.w[i - 1] in ("y", "e") and end < self.n and self.b[end] & THAT
        joined = joined and any(
            b & HAVE for b in self.b.listed(max(i - 14, 0), i - 1)
        )  # ha pedido calma y | recordado que
        if bits & PAST and not joined and not any(b & HAVE for b in chain):
            if bits & NOUN and i and (self.w[i - 1] in _ARTICLES or self.b[i - 1] & POSSESSIVE):
                self._noun(i)  # el | desmentido | de Ana Ruiz de que
                return
            self._verdict_by(i, bits, end, text)
            self._told_by(v, i, bits, end, text)
            return  # a participle
        if bits & PAST and v < i and self._told_by(v, i, bits, end, text):
            return  # ha sido denunciado por
        if self._what_was_said(v, i, bits, end, text):
            return
        named = i > 0 and not self.g[i] & BREAK and not self.w[i].endswith("ó")  # but: Este respondió
        when = self.w[i - 1] == "al" and bits & LEMMA  # al considerar que
        if named and not when and (self.w[i - 1] in _ARTICLES or self.b[i - 1] & POSSESSIVE):
            return  # el informe, su cuenta
        if named and i > 1 and self.w[i - 1] in _WHICHEVER and self.b[i - 2] & PREPOSITION:
            return  # sin otra carga que
        if i and self.w[i - 1] in ("de", "con", "sin") and bits & FINITE and not self.g[i] & BREAK:
            return  # una moción de censura, que
        if i and self.w[i - 1] in _EXIST and bits & NOUN:
            return  # no cabe duda, no hay queja
        if (
            i
            and self.w[i - 1] == "la"
            and (i == 1 or self.b[i - 2] & PREPOSITION)
            and bits & PRESENT
            and text.endswith("a")
        ):
            return  # a la demanda que presentaron
        if bits & LEMMA and i and self.w[i - 1] in ("es", "sin"):
            return  # es decir, sigue sin desvelar
        if bits & LEMMA and i > 1 and self.w[i - 1] == "de" and self.w[i - 2] in _EASE:
            return  # difíciles de prever
        if bits & LEMMA and i and self._is_due(i - 1):
            return  # hay que advertir que, conviene recordar que
        if bits & EVALUATION and v > 1 and self.b[v - 1] & QUOTED and self.w[v - 2] in ("como", "de"):
            who = self._subject_right(end, self.n)  # Como «lamentable» calificó | el alcalde | la decisión
            if v - 2 == self.left and who is not None and self._told(who):
                behind = (
                    k for k in range(who[0] + 2, who[1]) if self.b[k] & DETERMINER and self.b[k - 1] & CAPITAL
                )
                who = who[0], next(behind, who[1])  # el ministro Luis Gil | el acuerdo
                self.add(Attribution((v, end), text, bits, who, "np", [(v - 1, v)]))
            return
        if self._as_if(v):
            return  # como si quisiera llevarle a la orilla
        if v > 1 and text.startswith("sup") and self.w.listed(v - 2, v) == ["lo", "que"]:
            return  # lo que ha supuesto que el alcalde dimita
        if i and self.w[i] in _IDIOMS and self.w[i - 1] in _IDIOMS[self.w[i]]:
            return  # se da cuenta de que, lo que quiere decir que
        if bits & REQUEST and self._asks_not_to_be_named(end):
            return  # un funcionario que pidió no ser identificado | reconoció que
        wants = bits & INTENTION and bits & FINITE | (v < i) and v > self.left and self.g[v] & COMMA
        if (
            wants
            and self.b[v - 1] & QUOTED
            and self.b[end] & (LEMMA | INFINITIVE)
            and self.cue_at(end)[0] & SAYING
        ):
            return  # «…», quiso | subrayar Ana Ruiz
        if bits & INTENTION and self.b[end] & (LEMMA | INFINITIVE) and self._says_behind_chain(end):
            return  # Ayer quiso | dejar claro Ana Ruiz que
        if self._beside_quote(i, v, bits, end, text):
            return
        source: tuple[int, int] | None = None
        mode = "np"
        relative = False
        told: tuple[int, int] | None = None
        if bits & GERUND and not any(b & BE for b in chain):
            if i > 1 and not self.g[i] and self.b[i - 1] & FINITE and self.w[i - 2] == "se":
                return  # los fichajes que se empezaron anunciando
            source = self._with_whom(i)
            if (
                source is None
                and i
                and not self.g[i]
                and (self.b[i - 1] & FINITE or self.w[i - 1].endswith("ó"))
            ):
                # Ruiz, que …, acabó | admitiendo que
                source, relative = self._subject_left(self.verb_group(i - 1))
            told = self._behind_chain(i, end) if source is None else None
            source = source or told
            mode = "same" if source is None else "np"  # con diputados | asegurando que
        elif bits & LEMMA:
            source, mode, relative = self._controller(i)
            told = self._behind_chain(i, end) if source is None else None
            begins = self._chained(i, True) if mode == "none" and told is None else i
            if told is not None:
                source, mode = told, "np"
            elif begins < i and not any(b & FINITE for b in self.b.listed(begins, i)):  # Ruiz osó | decir que
                source, relative = self._subject_left(begins)
                mode = "np" if source else "dropped"
            if mode == "none":
                if not self._goes_along(i):
                    return
                mode = "same"
        else:
            source, relative = self._subject_left(v)
        found = (told[1], told[1]) if told is not None else None
        found = found or self._complement(i, bits, end, text, subject=source is not None and not relative)
        if found is None:
            return
        k, inner = found
        if bits & LEMMA and i and self.w[i - 1] == "para" and not self.b[k] & THAT and mode == "same":
            return  # acudió para | lanzar un mensaje, a un «programa especial»
        if text.startswith(("quier", "querí")) and self.w.listed(end, end + 2) == ["decir", "que"]:
            return  # Esto quiere decir que
        called = relative and bits & EVALUATION and not bits & SPEECH and self.w[end] in ("como", "de")
        if called and self.b[end + 1] & QUOTED:  # Marruecos, que (él) ha calificado | como «socio»
            source, relative, mode = None, False, "same"
        if relative and self._object_relative(source, end, k):
            return  # los motivos | que alega el Gobierno | se basan en el riesgo que
        if self.b[k] & THAT and k > end and "lo" in self.w.listed(v, i):
            return  # así lo ha destacado el banquero en su discurso, | que tuvo lugar ayer
        goes_on = text.startswith(("contin", "sig", "sigu"))
        if goes_on and end < self.n and (self.b[end] & ING or (k > end and not self.g[k] & COLON)):
            return  # continúa tomando pastillas por lo | que arrastra, continuarán en paz «porque hay interés»
        if "se" in self.w.listed(v, i) and text.startswith(("repit", "repet")):
            return  # una huelga que se repetirá «mientras haga falta»
        if text.startswith("titul") and k > end and self.b[end] & (DETERMINER | POSSESSIVE):
            return  # tituló | su película | «El amor de siempre»
        if text.startswith(_OF_THEMSELVES) and "se" in self.w.listed(v, i) and not self.b[end] & THAT:
            return
        if "se" in self.w.listed(v, i) and k > end and text.startswith(_OF_ONESELF) and not self._marked(k):
            return  # así se ha expresado al hablar de la queja que …
        if mode == "same" and bits & GERUND and self._has_object(end, k):
            return  # recogiendo dinero para un ataque que …
        noun = bits & (GERUND | LEMMA) and told is None
        if noun and self._takes_noun(end, k, text.startswith(("public", "escrib"))):
            return  # iba recogiendo luego las plumas | que, mantener su título en la pelea | que
        read = text.startswith(("se le", "se pued", "se pod", "puede leerse", "podía leerse"))
        unsaid = v < i and k == end and self._impersonal(v, i, end, k, text)
        written = self._read_in(self.left) if read or "se" in self.w.listed(v, i) else None
        if (read or unsaid or written is not None) and not relative:
            source, mode = written, "none" if written is None else "np"  # En la carta | se afirma que
        if source is None and mode == "np":
            source = self._subject_right(end, inner)
            if source is not None and v < i and self.w[v] == "se" and not self._determined(source):
                source = None  # se dijo | víctima de una «persecución»
            if source is not None and self._undergoes(v, i, source):
                return  # se sienten | las protestas | que
            if source is not None and source[1] == k and self.g[k] & COMMA and self.b[k] & THAT:
                return  # ha declarado la víctima, | que tenía once años
            if source is not None and self._is_topic(source):
                if (
                    self.b[k] & THAT and source[1] == k and not self.g[k]
                ):  # explican el lugar | que ocupan: «…»
                    k = next((m for m in range(k, self.n) if self.b[m] & QUOTED and self.g[m] & COLON), -1)
                if k < 0:
                    return
                if self.b[k] & QUOTED or bits & EVALUATION:
                    source = None  # reconoce | la cultura | como fuente
            if source is not None and (self._is_object(v, i, source) or self._is_own(source, v, k)):
                source = None
            verdict = bool(bits & EVALUATION and not bits & SPEECH and self.b[k] & QUOTED)
            if source is not None and verdict and not self._told(source):
                source = None  # calificó | el fallo | de «aberrante»: the object
            if source is None:
                coordinated = v > 1 and bool(self.b[v - 1] & COORDINATOR)  # but: Y remachó: «…»
                impersonal = v < i and "se" in (self.w[v], self.w[i - 1]) and not text.startswith("se ")
                impersonal = impersonal and not (
                    end < self.n and self.b[end] & (ED | ADJECTIVE)
                )  # se dijo confiado
                mode = "same" if coordinated or relative else "none" if impersonal else "dropped"
        if source and (self.is_author(source) or (self.w[source[0]] == "nadie" and self.b[k] & QUOTED)):
            return  # dice que nadie le ha llamado: «…»
        if self.b[k] & QUOTED:
            named = relative or (source is not None and bool(self.b[source[0] - 1] & RELATIVE))
            parts = self.quote_parts(k, i, relative, not (named and bits & EVALUATION))
        else:
            opens = v > 0 and (self.b[v - 1] & SUBORDINATOR or self.w[v - 1] == "al")
            opening = bool(opens) and v - 1 <= self.left
            if source is not None and not relative and 0 < source[0] <= self.left + 1:
                opening = opening or bool(
                    self.b[source[0] - 1] & SUBORDINATOR
                )  # Cuando una mujer quiso saber si …, cortó
            inside = relative or self._in_object_relative(source)
            parts = [(k, self.clause_end(k, i, inside, opening))]
            if source is None and mode == "same" and i - 1 == self.left:
                source = self._main_behind(parts[0][1])
        self.add(
            Attribution(
                (v if (v < i and not source) or (source and source[1] <= v) else i, end),
                text,
                bits,
                source,
                mode if not source else "np",
                parts,
            )
        )

    def _is_own(self, source: tuple[int, int], v: int, k: int) -> bool:
        """Say whether what seems a subject is an object: zanjó | su declaración | asegurando que, y defendió | el plan: «»"""
        if self.b[source[0]] & POSSESSIVE and (
            self.w[source[0] + 1] in SPANISH.documents or not self._may_tell(source)
        ):
            return True  # ordenó | su libertad | al estimar que
        shared = v > self.left and self.w[v - 1] == "y" and not self.g[v]
        shared = shared or self.w[source[0]] in ("un", "una")  # deslizó | una pista: «…»
        return bool(shared and self.b[k] & QUOTED and self.g[k] & COLON) and not self._told(source)

    def _object_relative(self, source: tuple[int, int] | None, end: int, k: int) -> bool:
        """Say whether a verb has its subject behind it, its object being the noun before: las dudas | que plantea Ruiz."""
        if source is None or k <= end or not self.b[k] & THAT or not self._is_topic(source):
            return False
        return self._subject_right(end, k) is not None

    def _in_object_relative(self, source: tuple[int, int] | None) -> bool:
        """el reloj | que el futbolista | asegura haber comprado; but: dijo que el futbolista asegura"""
        if source is None or source[0] < 2 or self.w[source[0] - 1] not in ("que", "quien", "quienes"):
            return False
        if self.w[source[0] - 1] != "que":
            return True  # el alcalde, a quien los vecinos | acusan de mentir, respondió
        before = self.b[source[0] - 2]
        return (
            not before & (VERB | PREPOSITION | ADVERB | TIME | DETERMINER)
            and not self.g[source[0] - 1] & BREAK
        )

    def _verdict_by(self, i: int, bits: int, end: int, text: str) -> None:
        """fue tachado por | el ministro, Luis Gil, | de «…»; calificada de «…» por | los vecinos"""
        if not bits & EVALUATION or bits & SPEECH:
            return
        q = next((k for k in range(end, min(end + 14, self.n)) if self.b[k] & QUOTED), -1)
        by = next((k for k in range(end, min(q + 3, self.n)) if self.w[k] == "por"), -1)
        np = self.np_right(by + 1) if q > 0 and by > 0 else None
        if np is None or np[0] < q < np[1] or not self._may_tell(np):
            return
        if not any(self.w[k] in ("de", "como") for k in range(np[1] if by < q else end, q)):
            return
        self.add(Attribution((i, end), text, bits, np, "np", self.quote_parts(q, i, False, False)))

    def _marked(self, k: int) -> bool:
        return bool(self.b[k] & QUOTED or self.g[k] & COLON)

    def _asks_not_to_be_named(self, end: int) -> bool:
        """Say whether a source asks that, and a verb follows with what it says."""
        unnamed = next((m for m in range(end, min(end + 5, self.n)) if self.w[m] in UNNAMED), None)
        return unnamed is not None and any(
            self.b[m] & VERB and self.b[m] & FINITE and self.b[m] & SAYING for m in range(unnamed + 1, self.n)
        )

    def _adjective(self, i: int) -> None:
        """está convencido de que …"""
        v = self.verb_group(i - 1 if i and self.w[i - 1] in _SHOWN else i)
        v -= bool(v and self.w[v - 1] == "se")
        if v == i or i + 2 >= self.n or self.w[i + 1] not in ("de", "en") or not self.b[i + 2] & THAT:
            return
        source, relative = self._subject_left(v)
        if source is not None and self.is_author(source):
            return
        self.add(
            Attribution(
                (i, i + 1),
                self.w[i],
                BELIEF,
                source,
                "np" if source else "dropped",
                [(i + 2, self.clause_end(i + 2, i, relative))],
            )
        )
