"""The people of a document: full names, each read once with the titles and roles that stand beside it."""

from __future__ import annotations

import unicodedata
from bisect import bisect_left, bisect_right
from functools import lru_cache
from typing import Final

import numpy as np

from discourse.tokens import Tokens

from .bits import BREAK, CAPITAL, COMMA, DETERMINER, NUMBER, OWNER, PAREN, STOP, THAT, TIME
from .nameable import PARTICLES, SAINTS, Nameable
from .roles_es import BEARERS
from .sources import Document, Person, Source

MEMBERS: Final = frozenset("mp mep msp mla td qc kc mbe obe".split())  # Ann Reed | MP
_LETTERS: Final = str.maketrans({"ł": "l", "ø": "o", "đ": "d", "ı": "i", "ß": "ss", "æ": "ae", "œ": "oe"})
_INSIDE: Final = frozenset("in at from of for near en de del desde".split())
_OF_PLACES: Final = tuple("saint st san santa fort mount lake new nueva port puerto la el los las".split())
_ABSTRACT: Final = ("ción", "sión", "dad", "miento", "encia", "ancia", "ismo")  # Convivencia Intercultural
_ARABIC: Final = frozenset("al el ad an ar as ash at az".split())
_LOOKS: Final = 8  # mentions read for a title
_NAMED: Final = frozenset(
    "radio canal grupo banco caja instituto fundación universidad hospital editorial".split()
)


@lru_cache(maxsize=4096)
def unaccented(word: str) -> str:
    """Give a name without its accents, as a text may write it too: erdoğan, erdogan.

    Examples
    --------
    >>> unaccented("erdoğan"), unaccented("müller")
    ('erdogan', 'muller')
    """
    if word.isascii():
        return word
    letters = unicodedata.normalize("NFD", word.translate(_LETTERS))
    return "".join(letter for letter in letters if not unicodedata.combining(letter))


_SECOND: Final = frozenset(  # given names that are other words, too: Luz Marina Gil
    """
        marina rosa esperanza salvador santiago norma catalina blanca victoria stella stela piedad flor dora clara aurora
    """.split()
)


class Names(Nameable):
    """Find the full names of a batch, document by document, and what is said of those who bear them."""

    def __init__(self, tokens: Tokens, bits: np.ndarray, gaps: np.ndarray, span_of: np.ndarray) -> None:
        super().__init__(tokens, bits, gaps, span_of)
        self.documents: dict[int, Document] = {}

    def document(self, number: int) -> Document:
        """Give the state of a document."""
        state = self.documents.get(number)
        if state is None:
            a, b = int(self.tokens.doc_first[number]), int(self.tokens.doc_first[number + 1])
            state = self.documents[number] = Document(a, b)
        return state

    def _read_names(self, state: Document) -> None:
        """Look up the full names of a document, once, at the first name or pronoun that needs them."""
        if not state.read:
            state.read = True
            self._find_people(state)

    def _find_people(self, state: Document) -> None:
        firsts, lasts = self._runs_of_names
        for k in range(bisect_left(firsts, state.first), bisect_left(firsts, state.last)):
            self._enter(state, firsts[k], lasts[k])

    def _particled(self, state: Document, a: int) -> int:
        """Where a surname begins that is written with its particle: De la Espriella, Del Castillo."""
        if a - 2 >= state.first and self.word(a - 1) in ("la", "las", "los") and self.word(a - 2) == "de":
            first = a - 2
        else:
            first = a - 1
        written = (
            first >= state.first
            and self.word(first) in ("de", "del")
            and self.bits[first] & CAPITAL
            and (a - first == 2 or not bool(self.tokens.sentence_start[first]))
            and not any(self.gaps[k] for k in range(first + 1, a + 1))
        )
        return first if written else a

    def _behind_place(self, state: Document, a: int, e: int) -> int:
        """Where a person begins behind a place: In Lund | Ann Reed; el alcalde de Lund | Luis Paz."""
        given = self.words.given
        begin = a  # la diputada de Ahora | Común | Ana Ruiz, el alcalde de Punta | Lara | Luis Paz
        while not self.english and begin > state.first and self.bits[begin - 1] & CAPITAL and a - begin < 3:
            if self.gaps[begin] or self.word(begin - 1) in self.words.titles:
                break
            begin -= 1
        apart = self.english or begin <= state.first or self.gaps[begin] & BREAK
        before = "" if apart else self.word(begin - 1)  # but: el gerente de la empresa, | Otto René Gil
        of = before in _INSIDE or before in self.words.bodies
        for k in range(a + 1, e - 1):
            place = self.word(k - 1)
            other = begin < a and place not in ("maría", "josé") and self._unlike(place, self.word(k))
            named = self.word(k) in given and place not in _OF_PLACES and (place not in given or other)
            if named and k - 2 >= state.first and self.word(k - 2) in _INSIDE:
                return k
            if named and of and (self.word(a) not in given or other) and not self.bits[begin - 1] & CAPITAL:
                return k  # la alcaldesa de Torre del Mar | Ana Ruiz, la inmobiliaria Cabo Norte | Luis Gil
        return a

    def _enter(self, state: Document, a: int, e: int) -> None:
        a = self._behind_letters(a, e)
        before = self.bits[a - 1] if a > state.first else 0
        plain_before = a > state.first and self.gap(a) == " "
        if (
            plain_before
            and before & DETERMINER
            and not before & THAT
            and not ((before & NUMBER or not self.english) and self._begins_given(a))
        ):
            return  # la Mesa Directiva
        if self._is_thing(state, a, e) if self.english else self._is_place(state, a, e):
            return
        if plain_before and self.bits[a - 1] & CAPITAL and self.word(a - 1) in SAINTS:
            return  # San | José Las Flores
        if not self.english and plain_before and before & CAPITAL and self.word(a - 1) in _NAMED:
            return  # Caja | Rural de Asturias
        if not self.english and plain_before and self._continues_body(state, a):
            return  # Corte | Interamericana de Derechos Humanos, Asamblea Nacional | Constituyente
        if e < state.last and self.gap(e) == " ":
            after = self.word(e)
            if (
                self.english
                and after in self.words.strong
                and self.bits[e] & CAPITAL
                and self.nameable[e + 1]
            ):
                return  # Velkarian | Finance | Minister Ann Reed
            if (after in self.words.bodies and self.bits[e] & CAPITAL) or (
                after in self.words.not_names and self.bits[e] & CAPITAL and not self.bits[e] & TIME
            ):
                return
        if e - a > 2 and not self.english:
            a = next((k for k in range(e - 2, a, -1) if self._behind_party(k)), a)
        a = self._behind_place(state, a, e)
        if self.english:
            a = self._past_calling(a, e)
        if e - a > 2 and (self._is_member(e - 1) or self._is_deed(e - 1)):
            e -= 1  # Ann Reed | MP, Ann Reed | Embarked on a Tour
        tokens = tuple(self.word(k) for k in range(a, e))
        if tokens in self.words.by_name or self._whole_quotation(a, e):
            return
        if (
            plain_before
            and self.word(a - 1) in ("in", "at", "near", "en")
            and not (tokens[0] in self.words.female or tokens[0] in self.words.male)
        ):
            return  # in El Paso
        for k, word in enumerate(tokens, a):
            if not word[0].isalpha() or (len(word) > 3 and self._shouted(k) and "." not in word):
                return
        if e - a == 2 and self.english and a - 2 >= state.first and self.word(a - 1) == "and":
            self._enter_partner(state, a)
        known = state.by_full.get(tokens)
        if known is None:
            known = self._longer(state, tokens)
            if known is None and not self.english and e - a == 2:
                known = self._surnames(state, tokens)
            if known is not None:
                state.by_full[tokens] = known
        if known is None:
            known = len(state.people)
            state.people.append(Person(None, a, tokens))
            state.by_full[tokens] = known
            plain = tuple(map(unaccented, tokens))
            if plain != tokens:
                state.by_full.setdefault(plain, known)
            parts = (tokens[-1], plain[-1], *reversed(tokens[:-1]), *reversed(plain[:-1]))
            article, _, bare = tokens[-1].partition("-")  # Walid al-Najar: Najar
            for part in dict.fromkeys((*parts, bare) if article in _ARABIC else parts):
                if len(part) > 1 and part not in PARTICLES:
                    state.by_name.setdefault(part, []).append(known)
        state.mentions.append((a, e, known))
        state.people[known].mentions.append((a, e))

    def _continues_body(self, state: Document, a: int) -> bool:
        """Say whether a run of capitals goes on with the name of a body: Guardia Nacional | Bolivariana."""
        if self.gap(a) != " ":
            return False  # Ante el Partido Popular, | Ruiz
        k = a - 1
        while k > max(a - 4, state.first) and self.word(k) not in self.words.bodies:
            if not self.bits[k] & CAPITAL or self.gap(k) != " ":
                return False
            k -= 1
        body = (
            self.word(k) in self.words.bodies
            and self.bits[k] & CAPITAL
            and self.word(k) not in self.words.strong
        )
        return bool(body) and k < a and not self._begins_given(a)

    def _is_thing(self, state: Document, a: int, e: int) -> bool:
        """Say whether a run of capitals is a body or thing: Economic Community, the African | Joint Declaration."""
        last = self.word(e - 1)
        if last in self.words.not_surnames or last.endswith(self.words.not_surname_ends):
            return True
        k = a - 1
        while k > state.first and self.bits[k] & CAPITAL and self.gap(k + 1) == " " and a - k < 4:
            if not (self.word(k) in self.words.not_names or self.word(k) in self.words.places):
                return False
            k -= 1
        the = k < a - 1 and self.gap(k + 1) == " " and self.word(k) in ("the", "this", "its", "our")
        return the and not self._begins_given(a)

    def _is_place(self, state: Document, a: int, e: int) -> bool:
        """Say whether a Spanish run of capitals is no person: Salón | Elíptico, calle Almirante | Tejada, Nueva Granada …"""
        given, before = self.words.given, a - 1
        while before > state.first and self.bits[before] & CAPITAL and self.word(before) in self.words.titles:
            before -= 1
        if before >= state.first and self.word(before) in BEARERS and not self.gaps[before + 1]:
            return self.word(before) != "ciudad" or e - a < 2 or not self._begins_given(a)
        words = [self.word(k) for k in range(a, e) if self.word(k) not in given]
        return words[:1] == [self.word(a)] and (
            words[0] in BEARERS or words[0] in ("nueva", "nuevo") or any(w.endswith(_ABSTRACT) for w in words)
        )

    def _is_member(self, k: int) -> bool:
        """Say whether letters behind a name tell an office or honour: Ann Reed | MP; but: a senior Labour MP"""
        before = self.word(k - 1)
        party = before in self.words.bodies or before in self.words.not_names
        return self.word(k) in MEMBERS and self._shouted(k) and not party

    def _longer(self, state: Document, tokens: tuple[str, ...], but: int | None = None) -> int | None:
        """The person whose full name has these words in a row: López Obrador, of an Andrés López Obrador."""
        n = len(tokens)
        for number in state.by_name.get(tokens[-1], ()):
            full = state.people[number].tokens
            if (
                number != but
                and len(full) > n
                and any(full[k : k + n] == tokens for k in range(len(full) - n + 1))
            ):
                return number
        return None

    def _first_surname(self, tokens: tuple[str, ...]) -> str:
        """The surname by which a person goes, in Spanish the first of two: Ana | Ruiz | Gil, Juan Carlos | Gil"""
        given = self.words.given
        two = not self.english and len(tokens) > 2 and tokens[-2] not in given and tokens[-2] not in _SECOND
        return tokens[-2] if two and tokens[-2] not in PARTICLES else tokens[-1]

    def _surnames(self, state: Document, tokens: tuple[str, ...]) -> int | None:
        """The person whose two surnames these are, of which the full name told the first: Ruiz Gil, of a Juan Ruiz."""
        if tokens[0] in self.words.female or tokens[0] in self.words.male:
            return None
        named = [
            number
            for number in state.by_name.get(tokens[0], ())
            if len(state.people[number].tokens) == 2 and state.people[number].tokens[1] == tokens[0]
        ]
        return named[0] if len(named) == 1 else None

    def _enter_partner(self, state: Document, a: int) -> None:
        """Ray and Della Toomey are a Ray Toomey too."""
        given, surname = self.word(a - 2), self.word(a + 1)
        if (
            (given, surname) in state.by_full
            or not (given in self.words.male or given in self.words.female)
            or not self.bits[a - 2] & CAPITAL
            or (a - 2 > state.first and self.nameable[a - 3] and self._adjacent(a - 3, a - 2))
        ):
            return
        known = len(state.people)
        name = f"{self.text(a - 2, a - 1)} {self.text(a + 1, a + 2)}"
        source = Source(name, "named", None, self._gender(given, range(0)))
        state.people.append(Person(source, a - 2, (given, surname)))
        state.by_full[(given, surname)] = known
        for part in (surname, given):
            state.by_name.setdefault(part, []).append(known)

    def _source_of(self, state: Document, number: int) -> Source:
        """The person behind a number, described at the first call from what stands beside the mentions."""
        person = state.people[number]
        if person.source is None:
            a, e = person.first, person.first + 1
            role, gender = None, ""
            for at, end in person.mentions[:_LOOKS]:
                title = self.title_span(state, at)
                role = (
                    role
                    or self._role(range(title, at))
                    or self._role_before(state, at)
                    or self._role_after(state, end)
                )
                gender = gender or self._gender(self._given(person.tokens), range(title, at))
                if at == a:
                    e = end
                if role and gender:
                    break
            person.source = Source(self.text(a, e), self._kind_of(state, a, e), role, gender)
        return person.source

    def _bearer(self, state: Document, known: list[int], place: int) -> int:
        """Whom a bare surname means: who has just spoken, else whom the text named first: Clinton, beside a Bill Clinton."""
        if len(known) > 1:
            sources = [self._source_of(state, number) for number in known]
            since = max(self.at.sentence_first[max(self.at.sentence[place] - 3, 0)], state.first)
            for at, spoke in reversed(state.spoken[-3:]):
                if since <= at <= place and any(spoke is source for source in sources):
                    return next(n for n, source in zip(known, sources, strict=True) if source is spoke)
            begun = self.at.sentence_first[max(self.at.sentence[place] - 1, 0)]
            for a, _, number in reversed(state.mentions):  # Ada Hill, a scout, smiled. “No,” | Hill | said
                if a < begun:
                    break
                if a < place and number in known and self.title_span(state, a) <= begun:
                    return number
        return min(known, key=lambda number: state.people[number].first)

    def _titles(self, state: Document) -> dict[str, list[tuple[int, int]]]:
        """Words of office → the people they were said of, at the first definite description that asks."""
        if state.by_title is None:
            state.by_title = {}
            for a, e, known in state.mentions:
                for k in [
                    *range(self.title_span(state, a), a),
                    *self._appositive(state, e),
                    *self._office_before(state, a),
                ]:
                    word = self.word(k)
                    if (self.english and self.bits[k] & OWNER) or self.word(k - 1) == "anterior":
                        continue  # the governor’s | brother, Frank Hill; Luis Vega, el anterior | técnico
                    if word in self.words.strong or word in self.words.weak:
                        state.by_title.setdefault(word, []).append((a, known))
                    elif (
                        self.english and self.bits[k] & CAPITAL
                    ):  # the Congress | leader, of Congress President X
                        state.by_title.setdefault(f"^{word}", []).append((a, known))
                for k in self._said_to_be(state, a, e):  # La ministra es | Ana Ruiz
                    state.by_title.setdefault(self.word(k), []).append((a, known))
                for word in self._countries(state, a):
                    state.by_title.setdefault(word, []).append((a, known))
            self._titled_alone(state)
        return state.by_title

    def _titled_alone(self, state: Document) -> None:
        """Enter those whom the text calls by title and surname alone: President Reed."""
        titles = state.by_title if state.by_title is not None else {}
        low, high = bisect_right(self._titled, state.first), bisect_left(self._titled, state.last)
        for k in self._titled[low:high]:
            if k + 1 < state.last and self.nameable[k + 1] and self._joins(k + 1):
                continue
            title = self.word(k - 1)
            options = state.by_name.get(self.word(k))
            if options is None:
                options = [len(state.people)]
                state.people.append(Person(None, k, (self.word(k),), [(k, k + 1)]))
                state.by_full[(self.word(k),)] = options[0]
                state.by_name[self.word(k)] = options
            titles.setdefault(title, []).append((k, options[-1]))
        for listed in titles.values():
            listed.sort()

    def names_from(self, a: int) -> tuple[int, int] | None:
        """The name that stands alone from a token on, but for what is added behind a comma."""
        last, e = len(self.tokens), a
        while e < min(a + 5, last) and (e == a or self.gap(e) in (" ", ". ")):
            particle = e > a and self.word(e) in PARTICLES
            if not particle and (not self.bits[e] & CAPITAL or self.bits[e] & (TIME | DETERMINER)):
                break
            e += 1
        closed = e >= last or bool(self.gaps[e] & (COMMA | STOP | PAREN)) or "\n" in self.gap(e)
        closed = closed or self.at.doc[e] != self.at.doc[a]
        return (a, e) if closed and e - a > 1 and self.word(a) not in self.words.places else None

    def _runs(self, a: int, e: int) -> list[tuple[int, int]]:
        runs, k = [], a
        while k < e:
            if self.nameable[k]:
                m = k
                while m + 1 < e and (self.nameable[m + 1] and self._adjacent(m, m + 1)):
                    m += 1
                while m + 2 < e and self.word(m + 1) in PARTICLES:
                    nxt = next((t for t in range(m + 2, min(m + 4, e)) if self.nameable[t]), None)
                    if nxt is None or not self._adjacent(m, nxt):
                        break
                    m = nxt
                    while m + 1 < e and self.nameable[m + 1] and self._adjacent(m, m + 1):
                        m += 1
                if not self._shouted(m):
                    k = self._behind_letters(k, m + 1)  # DCP | Ann Reed
                end = m if m - k > 1 and self._is_member(m) else m + 1
                runs.append((self._past_calling(k, end) if self.english else k, end))
                k = m + 1
            else:
                k += 1
        return runs
