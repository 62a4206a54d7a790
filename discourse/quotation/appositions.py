"""Names beside what describes them: the newspaper “The Voice”, el ministro de Industria Luis Paz, La Casa Blanca."""

from __future__ import annotations

from typing import Final

from .bits import (
    BREAK,
    CAPITAL,
    COMMA,
    COORDINATOR,
    DETERMINER,
    FINITE,
    NUMBER,
    OWNER,
    PAREN,
    POSSESSIVE,
    PREPOSITION,
    QUOTED,
    STOP,
    THAT,
)
from .pronouns import Pronouns
from .sources import Document, Source
from .spanish import OPENERS

_NAMED_AFTER: Final = frozenset(  # what bears somebody's name: el director del Hospital Carlos Gil
    "hospital colegio estadio teatro premio editorial museo aeropuerto puerto san santa complejo parque".split()
)
_ANY_BODY: Final = frozenset(  # which a text may mean without having named it
    """
        government state party country nation republic organization organisation company house press media church army
        gobierno estado partido país república organización empresa policía prensa iglesia ejército justicia oposición
    """.split()
)
_PAGES: Final = 3000  # words
_IDENTIFIES: Final = frozenset("identified identifies gave gives identificó identifica".split())
_KNOWN_AS: Final = ("identificado", "identificada", "conocido", "conocida")
_ABOUT: Final = frozenset("sobre en para ante contra por".split())


class Appositions(Pronouns):
    """Tell bodies by their names, and names that stand behind a description of their bearer."""

    def _titled_body(self, a: int, e: int) -> Source | None:
        """The newspaper “The Voice”: a body or document with its name between marks."""
        for k in range(a + 1, e):
            if self.gaps[k] or not self.gap(k).endswith(("“", '"', "«", "‘")):
                continue
            before = self.word(k - 1)
            if before in self.words.bodies:
                return Source(self.text(k, e), "institution", self.words.bodies[before] or None)
            return Source(self.text(k, e), "document") if before in self.words.documents else None
        return None

    def _body_by_name(self, a: int, e: int) -> Source | None:
        """La Casa Blanca, Human Rights Watch: bodies that look like names of persons."""
        if not self.english and self.word(a) == "the" and e - a > 1 and self.bits[a] & CAPITAL:
            return Source(self.text(a, e), "institution", "media")  # titula The Daily Courier
        k = a + 1 if a + 1 < e and self.word(a) in ("the", "la", "el") else a
        if not self.bits[k] & CAPITAL or self.word(k) not in self.words.begin:
            return None
        for n in range(min(e - k, 6), 0, -1):
            role = self.words.by_name.get(tuple(self.word(m) for m in range(k, k + n)))
            if role is None:
                continue
            owns = k + n < e and self.bits[k + n - 1] & OWNER  # Google’s | Ann Hill
            joined = k + n < e and self.bits[k + n] & CAPITAL and not self.gaps[k + n]  # Harvard | Law School
            if owns or joined or (self.english and k + n < self._core(a, e)):
                return None  # White House | officials, White House | spokeswoman Ann Hill
            return Source(self.text(a, k + n), "institution", role)
        return None

    def _joined_names(self, state: Document, run: tuple[int, int], place: int) -> Source | None:
        """Two people known by the surnames that "y" joins, which may be one name: Ruiz y Gil, but Ortega y Gasset."""
        k = next((m for m in range(run[0] + 1, run[1] - 1) if self.word(m) == "y"), 0)
        if not k or self.english:
            return None
        whole = self._person(state, tuple(self.word(m) for m in range(*run)), place)
        if whole is not None and state.people[whole].first != run[0]:
            return None
        halves = [tuple(self.word(m) for m in range(*half)) for half in ((run[0], k), (k + 1, run[1]))]
        known = [self._person(state, half, place) for half in halves]
        known = [
            self._longer(state, half, whole) if number in (None, whole) else number
            for half, number in zip(halves, known, strict=True)
        ]
        if None in known or known[0] == known[1] or whole in known:
            return None
        names = [self._source_of(state, number).name for number in known if number is not None]
        return Source(" y ".join(names), "named", None, "", True)

    def _name_and_others(
        self, state: Document, runs: list[tuple[int, int]], a: int, core: int, place: int
    ) -> Source | None:
        """Somebody named together with somebody described: Landry and his allies, Ann Reed and the mayor."""
        first, last = runs[-1]
        if last < core - 1 and self.bits[last] & COORDINATOR and not self.gaps[last] & BREAK:
            others = self.bits[last + 1] & POSSESSIVE or (
                self.bits[last + 1] & DETERMINER and self._described_as_person(core)
            )
            if others:
                name = self._named(state, runs[-1], place, title=range(a, first)).name
                return Source(f"{name} {self.text(last, core)}", "named", None, "", True)
        joined = (
            first > a + 2 and last == core and self.bits[first - 1] & COORDINATOR and not self.gaps[first - 1]
        )
        if joined and self.bits[a] & DETERMINER and len(runs) == 1 and self._described_as_person(first - 1):
            name = self._named(state, runs[-1], place).name  # the mayor and | Ann Reed
            return Source(f"{self.text(a, first)} {name}", "named", None, "", True)
        return None

    def _office_over(self, a: int, e: int) -> int:
        """Behind an office whose fields end the phrase: the Director | of Public Health and Safety; 0 where a name does."""
        if not self.english or not self.bits[a] & DETERMINER:
            return 0
        for k in range(a + 1, min(a + 4, e - 3)):
            word = self.word(k)
            if word not in self.words.titles and not word.endswith("-general"):
                continue
            if self.word(k + 1) not in ("of", "for") or self.gaps[k + 1]:
                return 0
            over = range(k + 2, e)
            fields = all(
                (self.bits[m] & CAPITAL and not self._begins_given(m)) or self.word(m) in ("and", "of", "the")
                for m in over
            )
            joined = fields and any(self.bits[m] & COORDINATOR for m in over)
            return k + 1 if joined and not any(self.gaps[m] for m in over) else 0
        return 0

    def _past_field(self, e: int, last: int) -> int:
        """Behind what an office is about: la relatora | sobre tortura |, Ana Gil; not: dijo el juez al acusado, Luis Gil"""
        if self.word(e) not in _ABOUT or self.gaps[e]:
            return e
        for k in range(e + 1, min(e + 8, last - 1)):
            if self.gaps[k] & COMMA:
                return k if self.nameable[k] else e
            word = self.word(k)
            person = word in self.words.strong or word in self.words.weak or word in self.words.groups
            ends = self.gaps[k] & (BREAK | STOP) or self.bits[k] & (FINITE | THAT | QUOTED)
            if ends or person or self._starts_sentence(k):
                return e
        return e

    def _past_marks(self, e: int, last: int) -> int:
        """Behind the name of a body between marks that has a comma behind it: the head of the group “Open Lund”|, Tom Hill"""
        k = e
        if self.gaps[e] & (BREAK | STOP):
            return e  # said the head of the bank. | “We will go,” …
        while k < last and self.span_of[k] >= 0 and k - e < 7:
            k += 1
        named = k > e and (self.word(e - 1) in self.words.bodies or self.word(e - 1) in self.words.documents)
        return k if named and k < last and self.gaps[k] & COMMA else e

    def _bears_name(self, state: Document, a: int, core: int, run: tuple[int, int]) -> bool:
        """su rival, | Jorge Quispe; the one in charge, | Ann Reed: a name in apposition tells that the noun is a person's."""
        head = self._head(a, core)
        return (
            bool(self.bits[a] & (DETERMINER | POSSESSIVE))
            and head not in self.words.bodies
            and head not in self.words.documents
            and head not in self.words.groups
            and run[1] - run[0] > 1
            and self._is_name(state, run)
        )

    def _gives_name(self, state: Document, e: int) -> tuple[int, int] | None:
        """a man, who identified himself only as | Karl |, said; un pasajero, quien se identificó como | Marcelo |"""
        if e + 1 < state.last and self.word(e) in _KNOWN_AS and self.word(e + 1) == "como":
            runs = self._runs(e + 2, min(e + 6, state.last))  # la trabajadora, identificada como | Ana R.
            return runs[0] if runs and runs[0][0] == e + 2 else None
        who = e < state.last and self.word(e) in ("who", "quien", "que")
        if not who or not any(self.word(k) in _IDENTIFIES for k in range(e + 1, min(e + 4, state.last))):
            return None
        named = next(
            (k for k in range(e + 2, min(e + 8, state.last)) if self.word(k) in ("as", "como")), state.last
        )
        runs = self._runs(named + 1, min(named + 5, state.last))
        return runs[0] if runs and runs[0][0] == named + 1 else None

    def _full_name_of_body(self, state: Document, noun: int) -> tuple[int, int] | None:
        """Where a body has been named in full that is now told by one noun, if it is one body alone."""
        word = self.word(noun)
        if word not in self.words.bodies or word in _ANY_BODY or self._shouted(noun):
            return None
        found: dict[str, tuple[int, int]] = {}
        norm, number = self.at.norm, self.at.norm[noun]
        for k in range(max(state.first, noun - _PAGES), noun):
            if norm[k] != number or not self.bits[k] & CAPITAL or self.span_of[k] >= 0:
                continue
            a, e = self._capitals_around(state, k)
            if e - a > 1:
                name = " ".join(self.word(m) for m in range(a, e))
                found[name] = (a - bool(a > state.first and self.bits[a - 1] & DETERMINER), e)
        return next(iter(found.values())) if len(found) == 1 else None

    def _stands_behind_office(self, state: Document, run: tuple[int, int], a: int, e: int) -> bool:
        """el ministro de Industria Luis Croissier; but: el asesor de Luis Croissier."""
        return (
            not self.english
            and run[1] == e
            and run[1] - run[0] > 1
            and bool(self.bits[run[0] - 1] & CAPITAL)
            and (
                self.title_span(state, run[0]) <= a
                or (
                    self._begins_given(run[0])
                    and self.word(run[0] - 1) not in self.words.bodies
                    and self.word(run[0] - 1) not in _NAMED_AFTER
                )
            )
        )

    def _stands_behind_noun(self, state: Document, run: tuple[int, int], core: int, e: int) -> bool:
        """su compañera de filas Rosaura Infante; but: la portavoz de la ministra Ana Gil."""
        k = run[0] - 1
        return (
            not self.english
            and run[1] == e
            and run[1] - run[0] > 1
            and k >= core
            and not self.gaps[run[0]]
            and not self.bits[k] & (CAPITAL | DETERMINER | PREPOSITION | COORDINATOR)
            and (self.word(k) not in self.words.sources or self._of_body_unnamed(run[0]))
            and (
                self.word(k - 1) not in ("del", "de") or self._begins_given(run[0])
            )  # del modesto | Real Lugo
            and self._is_name(state, run)
        )

    def _of_body_unnamed(self, k: int) -> bool:
        """Say whether a person's name stands behind a body told by its noun: la portavoz del organismo | Ana Ruiz"""
        noun = self.word(k - 1)
        body = noun in self.words.bodies and noun not in self.words.strong and noun not in _NAMED_AFTER
        return body and self.word(k - 2) in ("del", "la", "el") and self._begins_given(k)

    def _past_departments(self, runs: list[tuple[int, int]], e: int) -> list[tuple[int, int]]:
        """The runs from the name on, behind what an office is for: la ministra de Obras, Agua y Montes, | Ana Gil"""
        for n, (a, b) in enumerate(runs):
            if n and b - a > 1 and self.gaps[a] & COMMA and self._lists_departments(e, a):
                return runs[n:]
        return runs

    def _lists_departments(self, e: int, a: int) -> bool:
        return all(self.bits[k] & (CAPITAL | COORDINATOR | PREPOSITION) for k in range(e, a)) and any(
            self.bits[k] & COORDINATOR for k in range(e, a)
        )

    def _tidy(self, state: Document, a: int, e: int) -> tuple[int, int]:
        while a + 1 < e and self._connects(a):
            a += 1
        if not self.english and self.word(a) in OPENERS and self._starts_sentence(a):
            begins = DETERMINER | POSSESSIVE | CAPITAL  # Entretanto | el Gobierno, No obstante | Ruiz
            nouns = (
                k for k in range(a + 1, e) if self.bits[k] & begins and not self.bits[k - 1] & PREPOSITION
            )
            a = next(nouns, a)
        for k in range(a + 1, e - 1):
            if self.gaps[k] & self.gaps[k + 1] & PAREN and self._shouted(k) and self.nameable[e - 1]:
                a = k + 1  # Bureau of Roads (BOR) | Director Ann Reed
                break
        if e - a > 2 and self._is_member(e - 1) and not self.bits[a] & (DETERMINER | NUMBER):
            e -= 1  # Ann Reed | MP; but: one Lund MP
        return max(a, state.first), min(e, state.last)

    def _titled_name(self, state: Document, a: int, core: int) -> bool:
        """Say whether titles stand before the name of a person of the document: Rep. | Banks, el Sr. | Peña Nieto"""
        if not self.english:
            k = a + 1 if self.bits[a] & DETERMINER else a
            first = k
            while k < core and self.word(k) in self.words.titles:
                k += 1
            named = all(self.bits[m] & CAPITAL for m in range(k, core))
            return first < k < core and named and self._known(state, core - 1)
        return (
            self.english
            and 1 < core - a <= 3
            and bool(self.bits[core - 1] & CAPITAL)
            and all(self.word(k) in self.words.titles for k in range(a, core - 1))
            and self.word(core - 2) not in self.words.keep_title
            and self._known(state, core - 1)
        )
