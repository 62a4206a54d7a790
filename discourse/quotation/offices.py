"""Who bears an office: the president of the Senate is not that of the bank, el presidente ruso not the Turkish one."""

from __future__ import annotations

from typing import Final

from .bits import CAPITAL, COMMA, COORDINATOR, DETERMINER, OWNER, PAREN, PREPOSITION
from .persons import Persons
from .roles_es import DEMONYMS
from .sources import Document, Source
from .synonyms import COACHES

SAME: Final = {
    "pontífice": "papa",
    "abanderado": "candidato",
    "abanderada": "candidata",
    "exmandatario": "expresidente",
    "exmandataria": "expresidenta",
    "mandatario": "presidente",
    "gobernante": "presidente",
    "mandataria": "presidenta",
    "defensor": "abogado",
    "defensora": "abogada",
    "letrado": "abogado",
    "letrada": "abogada",
    "intendente": "alcalde",
    "intendenta": "alcaldesa",
    "burgomaestre": "alcalde",
    "regidor": "alcalde",
    "regidora": "alcaldesa",
    "entrenador": "técnico",
    "entrenadora": "técnica",
    "seleccionador": "técnico",
    "seleccionadora": "técnica",
    "preparador": "técnico",
    "preparadora": "técnica",
    "dt": "técnico",
    "premier": "minister",
    "pm": "minister",
    "congressman": "rep",
    "senator": "sen",
    "governor": "gov",
    "general": "gen",
    "colonel": "col",
    "official": "director",
    "representative": "rep",
}
_GOVERNS: Final = ("gobernador", "gobernadora", "alcalde", "alcaldesa")
_HEADS: Final = frozenset("presidente presidenta mandatario mandataria gobernante".split())
_LEADERS: Final = frozenset(
    "líder lideresa dirigente gobernante mandatario mandataria jefe jefa político política".split()
)
_NATION: Final = frozenset(
    "gobierno ejecutivo república nación país estado gabinete selección seleccionado".split()
)
_PARLIAMENT: Final = frozenset("asamblea congreso parlamento legislativo legislatura cortes poder".split())
_GENERIC: Final = frozenset(  # what a body is called when it has been named: la portavoz de la formación
    """
        ejecutivo formación partido organización entidad organismo institución empresa compañía grupo club cámara
        cartera ministerio departamento
        equipo conjunto bancada comisión coalición plataforma colectivo sindicato asociación corporación consistorio populares
        socialistas conservadores
    """.split()
)
DEPARTMENTS: Final = frozenset(
    """
        foreign finance defense defence interior justice health education economy trade energy labor labour culture
        environment treasury agriculture transport commerce home homeland prime housing veterans tourism development
        planning sport infrastructure industry information communications science technology
        aviation railways mining fisheries water women youth immigration migration security police
    """.split()
)
_MINISTERS: Final = tuple("ministro ministra secretario secretaria consejero consejera conseller".split())
_LEADING: Final = ("executive", "legislator", "party")
_LED: Final = frozenset("leader chief boss politician head republican democrat".split())
_PRIME: Final = ("premier", "pm")
_RANKS: Final = frozenset("vice deputy assistant shadow".split())  # the vice president is not the president
_PAST: Final = frozenset("former ex ex-president ex-minister".split())
_TOLD: Final = DEPARTMENTS | _RANKS | _PAST

SIDES: Final = {  # those who face each other in a court, and members of different chambers: group, side
    word: (side // 3, side)
    for side, listed in enumerate(
        (
            "prosecutor fiscal fiscala",
            "judge magistrate juez jueza magistrado magistrada instructor instructora",
            "lawyer attorney counsel abogado abogada letrado letrada",
            "senador senadora",
            "diputado diputada",
            "concejal concejala edil edila",
        )
    )
    for word in listed.split()
}

CALLINGS: Final = frozenset(("expert", "civil_society", "business"))  # a minister may be el economista
_ALSO: Final = {  # the roles that a politician may have who is now called so: ministers are members of parliament
    "mp": ("party", "executive"),
    "lawmaker": ("party",),
    "politician": ("party", "executive", "legislator"),
}
_HEADS_OF: Final = ("chief", "boss", "head")
_CHIEFS: Final = ("secretary-general", "director-general")


class Offices(Persons):
    """Find the bearers of an office within a document."""

    def _bearers(
        self, state: Document, head: str, told: str, country: str, field: list[int], rank: set[str]
    ) -> tuple[list[tuple[int, int]], bool]:
        """Those whom an office was said of, mention and person, and whether others bear it elsewhere.

        `country` is the key of a nationality, `field` the tokens of what the office is for, `rank` what says that
        it is that of a deputy or was held formerly.
        """
        titles = self._titles(state)
        options, others = titles.get(head, []), titles.get(SAME.get(head, ""), [])
        options = sorted(options + others) if country else options or others
        if not options and not self.english and head.startswith("ex"):
            options = titles.get(head.removeprefix("ex").removeprefix("-"), [])  # candidato … el excandidato
        for office in _PRIME if head == "minister" and any(self.word(k) == "prime" for k in field) else ():
            options = options + titles.get(office, [])
        for office in _GOVERNS if head in ("mandatario", "mandataria") else ():
            options = options or titles.get(office, [])
        for office in _MINISTERS if head == "titular" else ():  # el titular de Sanidad
            options = options + [
                p for p in titles.get(office, ()) if self._source_of(state, p[1]).gender in ("", told)
            ]
        if head in _MINISTERS and not self.english:  # el titular de Exteriores … el ministro
            options = sorted(options + titles.get("titular", []))
        if not options and head in _HEADS:
            options = self._governing(state)
        all_of_them = len(options)
        if country:
            here = {known for _, known in titles.get(country, ())}
            if head in DEMONYMS:
                return [
                    p for p in titles.get(country, ()) if self._source_of(state, p[1]).gender in ("", told)
                ], False
            away = {known for word in titles if word[:1] == "~" for _, known in titles[word]} - here
            options = [p for p in options if p[1] in here] or [p for p in options if p[1] not in away]
            if not options and head in _LEADERS:
                options = [
                    p for p in titles.get(country, ()) if self._source_of(state, p[1]).gender in ("", told)
                ]
        if not self.english and "primer" in rank:  # el primer ministro: no other minister
            options = [p for p in options if self._is_premier(state, p[0])]
        if self.english and options:
            options = self._of_rank(state, head, options, field, rank)
        elif field and options:
            options = [p for p in options if self._same_field(state, field, p[0])]
        if told and not self.english and len(options) > 1:  # el canciller, where there is la canciller, too
            options = [p for p in options if self._source_of(state, p[1]).gender in ("", told)] or options
        return options, all_of_them > len(options) == 0

    def _of_body(self, state: Document, a: int, core: int, head: str, place: int) -> Source | None:
        """Who is meant by the Vermont senator, the Congress leader: whose office names that place or body, too."""
        words = self.words
        role = words.strong.get(head)
        if role not in _LEADING and head not in _LED:
            return None
        wanted = [
            f"^{self.word(k)}"
            for k in range(a + 1, core - 1)
            if self.bits[k] & CAPITAL and self.word(k) not in words.strong and self.word(k) not in words.weak
        ]
        before = state.described.get(head)
        if before is not None and any(word[1:] not in before.name.lower().split() for word in wanted):
            del state.described[head]  # the Texas senator is not the Vermont senator
        self._read_names(state)
        titles = self._titles(state)
        if (
            wanted and head in _HEADS_OF and self._shouted(core - 2)
        ):  # Secretary-General Ann Reed … the UN chief
            offices = _CHIEFS[:1] if wanted[-1] == "^un" else _CHIEFS
            chiefs = {known for word in offices for _, known in titles.get(word, ())}
            if len(chiefs) == 1 and wanted[0] not in titles:
                return self._source_of(state, chiefs.pop())
        if not wanted or any(word not in titles for word in wanted):
            return None
        here = {known for _, known in titles[wanted[0]]}
        for word in wanted[1:]:
            here &= {known for _, known in titles[word]}
        voices = {known for word in words.voices for _, known in titles.get(word, ())}
        bearers = {known for word in (head, SAME.get(head, "")) for _, known in titles.get(word, ())}
        options = [
            (at, known)
            for at, known in titles[wanted[-1]]
            if known in here - voices and self._may_lead(self._source_of(state, known).role, role)
        ]
        return self._choose(state, [p for p in options if p[1] in bearers] or options, place)

    def _may_lead(self, held: str | None, role: str | None) -> bool:
        return held is None or held == role or held in _LEADING

    def _of_rank(
        self, state: Document, head: str, options: list[tuple[int, int]], field: list[int], rank: set[str]
    ) -> list[tuple[int, int]]:
        """Those of one rank and field: no vice president for a president, no foreign minister for a premier."""
        wanted = {self.word(k) for k in field} | ({"prime"} if head in _PRIME else set())
        kept, past = [], set()
        for option in options:
            held = self._field_before(state, option[0])
            if held & _PAST:
                past.add(option[1])
            fields = held & DEPARTMENTS
            if (held ^ rank) & _RANKS or (wanted and fields and not wanted & fields):
                continue
            kept.append(option)
        former = bool(rank & _PAST)
        return [p for p in kept if (p[1] in past) == former] or kept

    def _tells_department(self, run: tuple[int, int], e: int) -> bool:
        """Say whether capitals before a name are what an office is for: Health and Education Secretary | Ann Reed."""
        if self.word(run[0] - 1) in ("for", "of"):
            return self.word(run[0] - 2) in self.words.titles
        return self.word(e - 1) in self.words.titles and self.word(run[0]) in DEPARTMENTS

    def _is_household(self, a: int, core: int) -> bool:
        """Say whether a family is called by its name."""
        return self.word(core - 1) in ("family", "families") and any(
            self.nameable[k] for k in range(a + 1, core - 1)
        )

    def _body_of(self, a: int, e: int) -> int:
        """The "of" in the name of a body: the US Department | of | Homeland Security; 0 where a person's name follows."""
        k = a + 1 if a + 1 < e and self.bits[a] & DETERMINER else a
        first = k
        while k + 2 < e and k - first < 4 and self.bits[k] & CAPITAL and not self._begins_of(k):
            k += 1
        body = k + 2 < e and self.bits[k] & CAPITAL and not self._tells_office(self.word(k))
        if not body or not self._begins_of(k):
            return 0
        named = any(self._begins_given(m) or self.word(m) in self.words.titles for m in range(k + 2, e))
        if k == first and self.word(k + 1) == "of":
            return 0 if named and self.nameable[e - 1] and e - k > 4 else k + 1
        joined = CAPITAL | PREPOSITION | DETERMINER | COORDINATOR
        return 0 if named or not all(self.bits[m] & joined for m in range(k + 2, e)) else k + 1

    def _past_bracket(self, e: int, last: int) -> int:
        """Where a bracket closes that opens at a token and has a comma behind it."""
        if e >= last or not self.gaps[e] & PAREN:
            return e
        close = next((k for k in range(e + 1, min(e + 14, last)) if self.gaps[k] & PAREN), e)
        return close if self.gaps[close] & COMMA else e

    def _begins_of(self, k: int) -> bool:
        return self.word(k) in self.words.bodies and self.word(k + 1) in ("of", "for", "on")

    def _called_body(self, a: int, e: int) -> int:
        """Where the name of a body begins behind what it is: the rights group | People for a Better Lund; a for nowhere."""
        for k in range(a, min(a + 4, e - 2)):
            if self.bits[k] & (CAPITAL | PREPOSITION):
                return a
            if self.word(k) in self.words.bodies and self.bits[k + 1] & CAPITAL:
                person = self.word(k + 1) in self.words.titles or self._begins_given(k + 1)
                several = any(self.bits[m] & (PREPOSITION | DETERMINER) for m in range(k + 2, e))
                return k + 1 if several and not person and not self._begins_given(k + 2) else a
        return a

    def _is_slogan(self, a: int, e: int) -> bool:
        """Say whether a body is called by what it does: according to | Breaking the Silence."""
        return (
            e - a > 2
            and self.word(a).endswith("ing")
            and bool(self.bits[a] & self.bits[e - 1] & CAPITAL)
            and bool(self.bits[a + 1] & DETERMINER)
            and not self._starts_sentence(a)
        )

    def _of_the_state(self, state: Document, head: str, core: int) -> bool:
        """Say whether a capital tells that the head of state is meant, whom the text does not name: El | Presidente"""
        if self.english or head not in ("presidente", "presidenta") or not self.bits[core - 1] & CAPITAL:
            return False
        return not self._titles(state).get(head)

    def _speaks_for_person(self, state: Document, a: int, e: int) -> bool:
        """Say whether a spokesman is a person's, not a body's: Ann Reed's | spokesman, el portavoz de | Paz"""
        runs = [r for r in self._runs(a, e) if not self.english or r[1] == e or self.bits[r[1] - 1] & OWNER]
        return any(
            self._is_name(state, run) or self.word(run[0] - 1) in self.words.titles for run in runs
        ) and not any(self.word(k) in self.words.bodies for k in range(a, e))

    def _governing(self, state: Document) -> list[tuple[int, int]]:
        """Those whose government is spoken of: el Gobierno de Ana Ruiz … la mandataria."""
        return [
            (a, known)
            for a, _, known in state.mentions
            if a - 2 >= state.first
            and self.word(a - 1) in ("de", "del")
            and self.word(a - 2) in ("gobierno", "administración", "ejecutivo")
        ]

    def _foreigners(self, state: Document) -> list[Source]:
        """Those whose nationality is told, who are not meant by another."""
        titles = self._titles(state)
        return [
            self._source_of(state, known) for word in titles if word[:1] == "~" for _, known in titles[word]
        ]

    def _field(self, a: int, core: int, end: int) -> list[int]:
        """What an office is for: el presidente | del Senado, the | finance | minister."""
        if self.english:
            return [k for k in range(a, core) if self.word(k) in DEPARTMENTS]
        if core >= end or self.word(core) not in ("de", "del") or self.word(core + 2) == "años":
            return []  # el mandatario de 72 años
        return [k for k in range(core, end) if not self.bits[k] & (PREPOSITION | DETERMINER)]

    def _generic(self, field: list[int]) -> bool:
        """Say whether an office is that of a body named before: el edil | de la formación morada."""
        return any(self.word(k) in _GENERIC and not self.bits[k] & CAPITAL for k in field)

    def _rank(self, a: int, core: int) -> set[str]:
        """What says of an office that it is a deputy's or was held before: the | former vice | president."""
        if not self.english:
            return {"primer"} if self.word(a + 1) in ("primer", "primera") else set()
        if self.word(core - 1).startswith("ex-"):
            return {"former"}
        return {word for word in (self.word(k) for k in range(a, core)) if word in _RANKS or word in _PAST}

    def _same_field(self, state: Document, field: list[int], at: int) -> bool:
        """Say whether an office of a field can be the one said of a person at a mention."""
        words = {self.word(k) for k in field}
        held = self._field_before(state, at)
        if not held or words & held or (words & _PARLIAMENT and held & _PARLIAMENT):
            return True
        if self._generic(field):
            return True
        national = words & _NATION or words & self.words.places
        return bool(national and (held & _NATION or held & self.words.places))

    def _field_before(self, state: Document, at: int) -> set[str]:
        """What the office beside a mention of a person is for; empty where that is not told."""
        k = self.title_span(state, at)
        if k in (at, self._before_trait(state, at)):
            k = next(iter(self._office_before(state, at)), at)
            if self.english and k < at:
                k -= 1
        stretch = list(range(k, at))
        if not self.english and not any(self._is_office(m) for m in stretch):
            stretch = []  # Habló | Luis Paz, presidente del Senado
        stretch = stretch or list(self._appositive(state, self._name_end(state, at)))
        if self.english:
            return {word for word in (self.word(m) for m in stretch) if word in _TOLD}
        begins = next((m for m in stretch if self.word(m) in ("de", "del")), -1)
        return {
            self.word(m)
            for m in stretch
            if m > begins >= 0 and not self.bits[m] & (PREPOSITION | DETERMINER | OWNER)
        }

    def _name_end(self, state: Document, at: int) -> int:
        return next((e for a, e, _ in state.mentions if a == at), at + 1)

    def _choose(self, state: Document, options: list[tuple[int, int]], place: int) -> Source | None:
        """Of several bearers of an office the one who spoke in the sentences before, else who was named last."""
        before = [known for at, known in options if at <= place]
        if not before:
            return None
        if len(set(before)) > 1:
            bearers = [self._source_of(state, known) for known in dict.fromkeys(before)]
            since = self.at.sentence_first[max(self.at.sentence[place] - 2, 0)]
            for at, source in reversed(state.spoken[-6:]):
                if at < since:
                    break
                if at <= place and any(source is bearer for bearer in bearers):
                    return source
        return self._source_of(state, before[-1])

    def _opposed(self, state: Document, head: str, source: Source) -> bool:
        """Say whether somebody holds an office that another one faces: the prosecutor is no defence lawyer."""
        side = SIDES.get(head)
        if side is None:
            return False
        held = {
            SIDES[word]
            for word, bearers in self._titles(state).items()
            if word in SIDES
            and SIDES[word][0] == side[0]
            and any(state.people[known].source is source for _, known in bearers)
        }
        return bool(held) and side not in held

    def _may_be(self, state: Document, source: Source, head: str, role: str | None, gender: str) -> bool:
        """Say whether a named speaker can be meant by a noun for persons: the lawmaker, el abogado."""
        if source.kind == "named" and head.startswith("ex") and not self.english:
            return not (source.gender and gender and source.gender != gender)  # she has been it before
        if source.kind != "named" or (source.role is not None and head in COACHES):
            return False
        if self._opposed(state, head, source) or (source.gender and gender and source.gender != gender):
            return False
        return (
            source.role in (None, "civilian")
            or role is None
            or source.role == role
            or source.role in _ALSO.get(head, ())
            or (role in CALLINGS and source.gender in ("", gender) and not self.english)
            or (role == "diplomat" and source.role in ("international", "executive"))
        )
