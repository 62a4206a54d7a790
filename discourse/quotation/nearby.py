"""Who spoke or was spoken of in the sentences before, whom a description may mean."""

from __future__ import annotations

from collections.abc import Callable
from typing import Final

from .apart import Apart
from .bits import (
    ADVERB,
    BREAK,
    CAPITAL,
    COMMA,
    DETERMINER,
    ED,
    FINITE,
    MIDDLE,
    NUMBER,
    OBJECT,
    OWNER,
    PLURAL,
    POSSESSIVE,
    PREPOSITION,
    RELATIVE,
    SECOND,
    STOP,
    SUBJECT,
    WH,
)
from .offices import SIDES
from .roles_es import DEMONYMS
from .sources import Document, Source
from .synonyms import INTRODUCED_AS

_BEFORE_NOUN: Final = (
    DETERMINER | POSSESSIVE | OWNER | PLURAL | CAPITAL | NUMBER | OBJECT | SUBJECT | MIDDLE | SECOND
)  # a young beekeeper
_ACTED: Final = frozenset(
    """
        acusado acusada imputado imputada procesado procesada investigado investigada condenado condenada encausado encausada
        denunciante demandante declarante compareciente entrevistado entrevistada joven detenido detenida
    """.split()
)
_STRANGERS: Final = frozenset(  # who comes in without having been named
    "gunman attacker shooter caller robber killer interviewer questioner moderator stranger intruder computer owner".split()
)
_FAMED: Final = frozenset(  # what a text calls whom it is about, and seldom anybody new
    """
        champion winner medallist medalist player striker forward midfielder goalkeeper skipper star superstar icon olympian
        singer vocalist frontman rapper actor actress comedian novelist sprinter golfer boxer billionaire tycoon
    """.split()
)
_NO_OFFICE: Final = (None, "", "civilian", "business", "media")
_ENDS: Final = FINITE | RELATIVE | WH | ADVERB | ED  # what ends a description
_OF_A_STATE: Final = ("estado", "gobierno", "ejecutivo", "diplomacia", "cartera")
_RECENT: Final = 400  # words within which a noun stands for whom it was said of
_BYGONE: Final = ("anterior", "antiguo", "antigua", "entonces", "ex", "former", "previous", "then")
_OFFICE: Final = 12  # words between an office and the name behind its comma
_FOREIGN: Final = ("exteriores", "externas", "exterior")  # el ministro de Exteriores … el canciller


class Nearby(Apart):
    """Look back from a place of a document."""

    def _opening(self, state: Document, place: int, gender: str, any_role: bool = False) -> Source | None:
        """Whose name, no office told, the sentence before begins with: Ana Gil llegó. «…», dijo la jefa del grupo."""
        a = self.at.sentence_first[self._sentence_back(place, 1)]
        beside = self.at.paragraph[place] - self.at.paragraph[a] <= any_role
        near = state.first <= a and beside and self.nameable[a]
        return self._subject_before(state, place, gender, any_role) if near else None

    def _begun(self, state: Document, place: int, fits: Callable[[Source], bool]) -> Source | None:
        """Whose name the sentence before begins with, nobody having spoken since: Ruiz reaccionó. «…», dijo el empresario"""
        a = max(self.at.sentence_first[self._sentence_back(place, 1)], state.first)
        if (
            not self._opens_named(state, a)
            or self.span_of[a] >= 0
            or any(at >= a for at, _ in state.spoken[-2:])
        ):
            return None
        return self._first_person(state, a, self.at.sentence_first[self._sentence_back(place, 0)], fits)

    def _subject_before(
        self, state: Document, place: int, gender: str, any_role: bool = False
    ) -> Source | None:
        """Whom the sentence before begins with: Rajoy declaró ayer. El expresidente dijo que …"""
        a = max(self.at.sentence_first[self._sentence_back(place, 1, whole=True)], state.first)
        e = self.at.sentence_first[self._sentence_back(place, 0, whole=True)]

        def fits(s: Source) -> bool:
            return (any_role or s.role is None) and (not s.gender or not gender or s.gender == gender)

        subject = None if self.english else self._subject_named(state, a, e, fits)
        return subject or self._first_person(state, a, e, fits)

    def _introduced_as(self, state: Document, noun: str, place: int) -> Source | None:
        """The person introduced by a noun that no list has: Ana Gil, bióloga, habló. La bióloga …"""
        words = self.words
        if any(noun in listed for listed in (words.sources, words.documents, words.groups)):
            return None
        self._read_names(state)
        for a, e, known in reversed(state.mentions):
            if a >= place or self.span_of[a] >= 0:
                continue
            if e < state.last and self.gaps[e] & COMMA and self._appositive_noun(state, e, noun):
                return self._source_of(state, known)
            first = max(
                a - _OFFICE if self.gaps[a] & COMMA else a - 1, self.at.sentence_first[self.at.sentence[a]]
            )
            before = next((k for k in range(a - 1, first - 1, -1) if self.word(k) == noun), -1)
            if (
                before >= 0
                and self.word(before - 1) not in _BYGONE
                and not any(self.bits[k] & FINITE for k in range(before, a))
            ):
                return self._source_of(state, known)
        return None

    def _called_otherwise(
        self, state: Document, noun: str, place: int, gender: str, country: str, field: list[int]
    ) -> Source | None:
        """The person introduced by another noun that says the same: Senator Ann Reed … the lawmaker"""
        if field and self._generic(field):
            return None  # el edil de la formación: who has just spoken of it
        if noun in ("jefe", "jefa") and not (field and self.word(field[0]) in _OF_A_STATE):
            return None
        self._read_names(state)  # before any title is looked up
        titles = self._titles(state)
        bearers = {
            known
            for word in INTRODUCED_AS.get(noun, ())
            for at, known in titles.get(word, ())
            if at < place
            and self._source_of(state, known).gender in ("", gender or self._source_of(state, known).gender)
            and (not field or self._held_there(state, field, at))
            and (noun != "canciller" or any(self.word(k) in _FOREIGN for k in range(max(at - 9, 0), at)))
        }
        if country:
            here = {known for _, known in titles.get(country, ())}
            away = {known for word in titles if word[:1] == "~" for _, known in titles[word]} - here
            bearers = bearers & here or bearers - away
        sources = [self._source_of(state, known) for known in bearers]
        if len(sources) < 2:
            return sources[0] if sources else None

        def one_of_them(source: Source) -> bool:
            return any(source is other for other in sources)

        return self._begun(state, place, one_of_them) or self._last_speaker(state, place, one_of_them)

    def _held_there(self, state: Document, field: list[int], at: int) -> bool:
        """Say whether an office beside a mention is that of a field: la ministra de Sanidad … la responsable | de Sanidad"""
        held = self._field_before(state, at)
        return bool(held and {self.word(k) for k in field} & held) or self.word(field[0]) in _OF_A_STATE

    def _appositive_noun(self, state: Document, e: int, noun: str) -> bool:
        """Say whether a noun heads what stands behind a name: a young | beekeeper | from Lund, the school’s | principal"""
        if self.word(e).isdigit() and self.gaps[e + 1] & COMMA:
            e += 1  # Ann Reed, 54, a | farmer
        for k in range(e, min(e + 5, state.last)):
            if k > e and self.gaps[k] & BREAK:
                return False
            if self.word(k) == noun:
                return self.word(k - 1) not in _BYGONE
            if self.bits[k] & ~_BEFORE_NOUN:
                return False
        return False

    def _of_party(self, state: Document, party: str, place: int) -> Source | None:
        """The last speaker of whom a party is told: Senator Ann Reed (D-Ohio) … the Democrat"""
        letter = f"{party[0]}-"
        self._read_names(state)
        told = {
            known
            for a, e, known in state.mentions
            if a < place
            and any(
                self.word(k).startswith((party, letter))
                for k in (*range(self.title_span(state, a), a), *range(e, min(e + 3, state.last)))
            )
        }
        members = [self._source_of(state, known) for known in told]
        return self._last_speaker(state, place, lambda s: any(s is member for member in members))

    def _epithet(self, state: Document, head: str, a: int, core: int, place: int) -> Source | None:
        """Whom the sentence before is about, now called by what he is: Doug Hill left. The retired machinist said"""
        words = self.words
        if not self.english:
            return self._last_named(state, head, a, core, place)
        if head in _FAMED and not self._plural(head, a):
            since = self.at.paragraph_first[max(self.at.paragraph[place] - 1, 0)]
            return self._subject_before(state, place, "", any_role=True) or self._last_speaker(
                state, place, lambda s: s.kind == "named" and s.personal and s.role in _NO_OFFICE, since
            )
        person = self.tells_person(head) and head not in _STRANGERS
        abroad = core - a == 2 and bool(self.bits[core - 1] & CAPITAL) and self._is_from_abroad(head)
        person = person or abroad or head == "native" or head.endswith("-year-old")
        plain = abroad or not any(
            self.bits[k] & CAPITAL and not self._nationality(k) for k in range(a + 1, core)
        )
        if (
            not person
            or not plain
            or self._plural(head, a)
            or head in words.bodies
            or head in words.documents
        ):
            return None
        start = max(self.at.sentence_first[self._sentence_back(place, 1, whole=True)], state.first)
        new = not any(self.word(k) == head for k in range(max(state.first, a - _RECENT), a - 1))
        free = new and self._opens_named(state, start) and self.words.strong.get(head) is None
        free = free or abroad or head.endswith("-year-old")
        about = self._subject_before(state, place, "", any_role=free)
        return about or (self._last_speaker(state, place, lambda s: s.kind == "named") if abroad else None)

    def _near_bearer(
        self, state: Document, place: int, role: str | None, gender: str, head: str
    ) -> Source | None:
        """The person of a role whom the sentences before name last: Senator Ruiz … the lawmaker."""
        sentence = self.at.sentence[place]
        since = max(self.at.sentence_first[max(sentence - 2, 0)], state.first)
        near = [
            self._source_of(state, known)
            for a, _, known in reversed(state.mentions if role else ())
            if since <= a < place and self.span_of[a] < 0
        ]
        for told in (
            role,
            "party" if role == "legislator" else role,
        ):  # el portavoz del partido … el diputado
            for source in near:
                fits = not source.gender or not gender or source.gender == gender
                if source.role == told and fits and not self._opposed(state, head, source):
                    return source
        return None

    def _last_named(self, state: Document, head: str, a: int, core: int, place: int) -> Source | None:
        """Whom the two sentences before name last, of the gender told: Ana Gil esperaba. «…», recuerda la maestra"""
        if head in _ACTED and self.word(a) in ("el", "la"):  # el acusado: who the sentence before is about
            about = self._subject_before(state, place, "f" if self.word(a) == "la" else "m", any_role=True)
            told_of = "f" if self.word(a) == "la" else "m"
            about = about or self._last_speaker(
                state, place, lambda s: s.kind == "named" and s.gender == told_of and s.role != "judiciary"
            )
            if about is not None:
                return about
        role, told = (
            self.words.strong.get(head),
            {"la": "f", "esta": "f", "el": "m", "este": "m"}.get(self.word(a)),
        )
        person = role is not None or self.tells_person(head) or head in self.words.weak
        person = person or head in _ACTED
        abroad = self.word(core - 1) in DEMONYMS or self.word(a + 1) == "primer"
        abroad = core - a == 3 and abroad and head in self.words.titles
        if not person or told is None or abroad or any(self.bits[k] & CAPITAL for k in range(a + 1, core)):
            return None
        if head in self.words.bodies or head in self.words.documents or head in self.words.groups:
            return None
        if self._new_before(state, head, a):
            return None  # comió con un técnico. El técnico
        self._read_names(state)
        roles = (role,) if head in SIDES else (None, "civilian", role)  # la jueza: a judge
        this = self.word(a) in ("este", "esta")
        since = max(self.at.sentence_first[self._sentence_back(place, 2)], state.first)

        def apart(source: Source) -> bool:
            another = self._holds_another(state, source, head)
            return another or self._told_apart(state, source, head, place)

        def may_be(source: Source) -> bool:
            fits = source.kind == "named" and source.gender == told and source.role in roles
            return fits and not apart(source)

        spoke = None if this else self._near_speaker(state, place, may_be, 1)
        if spoke is not None:
            return spoke
        spare: Source | None = None
        for at, _, known in reversed(state.mentions):
            if at < since:
                break
            source = self._source_of(state, known)
            fits = source.gender == told or (this and not source.gender)
            fits = fits and source.role in roles and not apart(source)
            if at < min(a, place) and self.span_of[at] < 0 and fits:
                if self._may_be_subject(state, self.at.sentence_first[self.at.sentence[at]], at):
                    return source
                spare = spare or source  # named in a phrase
        if spare is not None:
            return self._in_view(state, place, may_be) or spare
        begun = self._subject_before(state, place, told, any_role=True)
        start = max(self.at.sentence_first[self._sentence_back(place, 1)], state.first)
        alone = (
            role is None and self.tells_person(head) and self._opens_named(state, start)
        )  # Leiva sonrió. El delantero
        if begun is None or begun.gender not in (("", told) if alone else (told,)):
            return None
        if apart(begun):
            return None
        free = alone and not any(self.word(k) == head for k in range(max(state.first, a - _RECENT), a - 1))
        return begun if free or begun.role in roles else None  # El obispo, Luis Gil, calló. El clérigo

    def _alone_lately(self, state: Document, place: int, gender: str) -> Source | None:
        """The one woman or man whom the sentence before names: En la sala esperaba la viuda, Ana Gil. «…», dijo la mujer"""
        self._read_names(state)
        since = max(self.at.sentence_first[self._sentence_back(place, 1)], state.first)
        named = {known for at, _, known in state.mentions if since <= at < place and self.span_of[at] < 0}
        fit = [s for s in (self._source_of(state, known) for known in named) if gender and s.gender == gender]
        return fit[0] if len(fit) == 1 else None

    def _another(self, state: Document, head: str, place: int) -> tuple[int, int] | None:
        """Where the sentence before begins with somebody else of the same noun: Another senator was blunter. The senator …"""
        a = max(self.at.sentence_first[max(self.at.sentence[place] - 1, 0)], state.first)
        while a < place and (self.span_of[a] >= 0 or self.at.sentence[a] == self.at.sentence[place]):
            a -= 1
            if a <= state.first or self.at.sentence[place] - self.at.sentence[a] > 3:
                return None
        a = max(self.at.sentence_first[self.at.sentence[a]], state.first)
        other = self.word(a) in ("another", "otro", "otra")
        k = next((k for k in range(a + 1, min(a + 4, place)) if self.word(k) == head), -1) if other else -1
        return (a, k + 1) if k > 0 else None

    def _named_in_apposition(self, k: int, last: int) -> tuple[int, int] | None:
        """The name behind a description and its phrase: A lawyer | for the family, Ann Reed, left."""
        for m in range(k, min(k + 9, last)):
            if self.nameable[m] and self.gaps[m] & COMMA:
                run = self._runs(m, min(m + 5, last))[0]
                return run if run[0] == m and run[1] - m > 1 else None
            if self.bits[m] & FINITE or self.gaps[m] & STOP:
                return None
        return None

    def _told_of(self, state: Document, head: str, place: int) -> tuple[int, int, int] | None:
        """Where the three sentences before introduce somebody by the same noun: A young official left … the official

        Gives where the description or name begins, where its noun ends, and where all of it does.
        """
        if not self._tells_office(head) or self._plural(head, place):
            return None
        since = max(self.at.sentence_first[max(self.at.sentence[place] - 3, 0)], state.first, place - _RECENT)
        for k in range(place - 2, since, -1):
            if self.word(k) != head or self.span_of[k] >= 0 or self.bits[k + 1] & CAPITAL:
                continue
            for m in range(k - 1, max(k - 6, since - 1), -1):
                if self.gaps[m] & COMMA and (self.nameable[m - 1] or self._behind_age(m) < m):
                    return None  # Ann Reed, an attorney, said it. The attorney …
                if self.word(m) in ("a", "an", "one"):
                    named = self._named_in_apposition(k + 1, place)
                    end = next(
                        (
                            t
                            for t in range(k + 1, k + 8)
                            if self.bits[t] & _ENDS or self.gaps[t] & (BREAK | STOP)
                        ),
                        k + 1,
                    )
                    return (*named, named[1]) if named is not None else (m, k + 1, end)
                if self.bits[m] & (FINITE | PREPOSITION | DETERMINER) or self.gaps[m + 1] & BREAK:
                    break
        return None

    def _also(self, state: Document, place: int, gender: str) -> Source | None:
        """Who spoke just before and can be meant by la también ministra, further back if the gender is told."""
        near = self._near_speaker(state, place, lambda s: s.personal and s.gender in ("", gender))
        return near or self._last_speaker(state, place, lambda s: s.personal and s.gender == gender)

    def _plain(self, a: int, core: int) -> bool:
        """Say whether an office is told without its country: the president, the prime minister."""
        return core - a == 2 or (core - a == 3 and self.word(a + 1) == "prime")

    def _near_speaker(
        self, state: Document, place: int, fits: Callable[[Source], bool], back: int = 2
    ) -> Source | None:
        """The last speaker of the sentences before, whom the text now calls the lawmaker, la diputada."""
        since = max(self.at.sentence_first[self._sentence_back(place, back)], state.first)
        return self._last_speaker(state, place, fits, since)

    def _last_speaker(
        self, state: Document, place: int, fits: Callable[[Source], bool], since: int = 0
    ) -> Source | None:
        for at, source in reversed(state.spoken[-12:]):
            if at < since:
                return None
            if at <= place and fits(source):
                return source
        return None

    def _run_before(self, state: Document, e: int) -> Source | None:
        a = e - 1
        while a > state.first and self.nameable[a - 1] and self._adjacent(a - 1, a):
            a -= 1
        known = self._person(state, tuple(self.word(k) for k in range(a, e)), e)
        return self._source_of(state, known) if known is not None else None
