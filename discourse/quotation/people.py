"""The people of a document: full names with the titles and roles that stand beside them."""

from __future__ import annotations

from bisect import bisect_left, bisect_right

import numpy as np

from discourse.tokens import Tokens
from discourse.tokens.structure import HEADING

from .bits import (
    ADVERB,
    CAPITAL,
    COLON,
    COMMA,
    COORDINATOR,
    DASH,
    DETERMINER,
    FINITE,
    OWNER,
    PAREN,
    POSSESSIVE,
    PREPOSITION,
    RELATIVE,
    SEMICOLON,
    STOP,
    SUBJECT,
    SUBORDINATOR,
    THAT,
    TIME,
    TO,
    WH,
)
from .roles_en import ENGLISH
from .roles_es import SPANISH
from .sources import Document, Person, Source
from .views import Views

_CLOSED = (
    DETERMINER
    | POSSESSIVE
    | PREPOSITION
    | COORDINATOR
    | SUBORDINATOR
    | TO
    | THAT
    | WH
    | SUBJECT
    | TIME
    | FINITE
    | ADVERB
)
_BREAKS = COMMA | DASH | PAREN | SEMICOLON | COLON
_LOOKS = 8  # mentions read for a title
PARTICLES = frozenset("de la del los las von van der den bin al el da dos di ibn y".split())
_ADJECTIVAL = frozenset(
    """
        veteran military intelligence executive general militar policía ejecutivo
        """.split()
)
_FIXED = (
    ("secretary of state", "executive"),
    ("attorney general", "executive"),
    ("secretary general", "international"),
    ("secretary-general", "international"),
    ("foreign minister", "diplomat"),
    ("foreign secretary", "diplomat"),
    ("general counsel", "judiciary"),
    ("inspector general", "executive"),
    ("police chief", "police"),
    ("chief executive", "business"),
    ("chief of staff", "executive"),
    ("public affairs officer", "executive"),
    ("ministro de exteriores", "diplomat"),
    ("ministra de exteriores", "diplomat"),
    ("secretario general", "party"),
    ("secretaria general", "party"),
    ("press secretary", "executive"),
    ("majority leader", "legislator"),
    ("minority leader", "legislator"),
)

_FIXED_ENDS = frozenset(phrase.split()[-1] for phrase, _ in _FIXED)


class Names:
    """Find the full names of a batch, document by document, and what is said of those who bear them."""

    def __init__(self, tokens: Tokens, bits: np.ndarray, gaps: np.ndarray, span_of: np.ndarray) -> None:
        self.tokens, self.span_of = tokens, span_of
        self.at = Views(tokens)
        self.bits, self.gaps, self._bit_column = bits.data, gaps.data, bits
        self.norms, self._gap_texts = tokens.vocabulary.norms, tokens.vocabulary.gaps
        self.words = ENGLISH if tokens.language == "en" else SPANISH
        self.english = tokens.language == "en"
        able = self._find_nameable(bits, gaps) if len(tokens) else np.zeros(0, dtype=bool)
        self.nameable = able.data
        self._runs_of_names = self._join_names(np.flatnonzero(able))
        self._titled = self._find_titled(np.flatnonzero(able), bits, gaps)
        self._roles: dict[tuple[str, ...], str | None] = {}
        self.documents: dict[int, Document] = {}

    def _find_nameable(self, bits: np.ndarray, gaps: np.ndarray) -> np.ndarray:
        """Bool per token: a capitalised word that may be part of a person's name."""
        tokens, words, flags = self.tokens, self.words, self.tokens.vocabulary.norm_flags
        places = np.flatnonzero(bits & CAPITAL)  # all that follows looks at capitalised words alone
        norm = tokens.norm[places]
        offices = words.titles | words.not_names | words.places | set(words.bodies) | words.groups
        excluded = flags(frozenset(offices | set(words.weak) | set(words.strong)))[norm]
        open_ = (bits[places] & (_CLOSED if self.english else _CLOSED & ~TIME)) == 0
        able = np.zeros(len(tokens), dtype=bool)
        able[places[~excluded & open_]] = True
        if tokens.n_docs:
            able[places] &= tokens.paragraph_role[tokens.paragraph[places]] > HEADING
        # David Pope, Stephen King, John Banks
        given = flags(frozenset((words.female | words.male) - words.titles))
        body = flags(frozenset(words.bodies) | words.not_names)
        before = np.maximum(places - 1, 0)
        surname = excluded & open_ & (places > 0) & (tokens.gap[places] == 0) & ~body[norm]
        able[places[surname & given[tokens.norm[before]] & able[before]]] = True
        if self.english:  # June Pratt, April Hall: months that are names too
            month = places[flags(frozenset(("april", "may", "june", "august")))[norm]]
            month = month[month < len(tokens) - 1]
            joined = ~tokens.vocabulary.gap_flags(".,;:—(\n")[tokens.gap[month + 1]]
            able[month[able[month + 1] & joined]] = True
        return able

    def _join_names(self, places: np.ndarray) -> tuple[list[int], list[int]]:
        """The runs of two to five words of a name: tokens, half open."""
        tokens, test = self.tokens, self.tokens.vocabulary.gap_test
        near = np.flatnonzero(np.diff(places) <= 3)
        one, other = places[near], places[near + 1]
        gap, beside = tokens.gap[other], other == one + 1
        space = beside & test("joins a name", lambda g: g in (" ", "\n"))[gap]
        maybe = np.where(
            beside,
            test("stop of an initial", lambda g: g in (". ", ".\n"))[gap],
            tokens.vocabulary.norm_flags(PARTICLES)[tokens.norm[one + 1]],
        )
        space[maybe] = [
            self._adjacent(a, e) for a, e in zip(one[maybe].tolist(), other[maybe].tolist(), strict=True)
        ]
        joined = np.zeros(max(len(places) - 1, 0), dtype=bool)
        joined[near] = space & (tokens.doc[one] == tokens.doc[other]) & (self._bit_column[one] & OWNER == 0)
        apart = np.flatnonzero(np.concatenate([[True], ~joined, [True]]))
        long = (np.diff(apart) > 1) & (np.diff(apart) <= 5)
        return places[apart[:-1][long]].tolist(), (places[apart[1:][long] - 1] + 1).tolist()

    def _find_titled(self, places: np.ndarray, bits: np.ndarray, gaps: np.ndarray) -> list[int]:
        """The single names behind a title that is an office too: President Reed."""
        words, norm = self.words, self.tokens.norm
        places = places[1:] if len(places) and places[0] == 0 else places
        office = self.tokens.vocabulary.norm_flags(
            frozenset(words.titles & (set(words.strong) | set(words.weak)))
        )
        titled = office[norm[places - 1]] & (bits[places - 1] & CAPITAL != 0) & (gaps[places] & ~STOP == 0)
        return [k for k in places[titled].tolist() if not self.nameable[k - 1]]

    def word(self, token: int) -> str:
        """Give a token's norm."""
        return self.norms[self.at.norm[token]]

    def gap(self, token: int) -> str:
        """Give what stands before a token, white space folded."""
        return self._gap_texts[self.at.gap[token]]

    def text(self, first: int, last: int) -> str:
        """The words from a token to before another, on one line, without a possessive at the end."""
        tokens = self.tokens
        text = tokens.text[self.at.start[first] : self.at.end[last - 1]]
        for mark in ("'s", "’s"):
            text = text.removesuffix(mark)
        return " ".join(text.split())

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

    def _joins(self, token: int) -> bool:
        """Say whether a word goes on with the name before it: plain space, or the stop of an initial."""
        gap = self.gap(token)
        if gap == " " or gap == "\n":
            return True
        if gap not in (". ", ".\n") or len(self.word(token - 1)) > 2:
            return False
        return len(self.word(token - 1)) == 1 or not self._shouted(token - 1)

    def _find_people(self, state: Document) -> None:
        firsts, lasts = self._runs_of_names
        for k in range(bisect_left(firsts, state.first), bisect_left(firsts, state.last)):
            self._enter(state, firsts[k], lasts[k])

    def _adjacent(self, one: int, other: int) -> bool:
        if other == one + 1:
            return self._joins(other) and not self.bits[one] & OWNER
        if other - one in (2, 3) and not self.bits[one] & OWNER:  # Juan de la Cruz
            between = [self.word(k) for k in range(one + 1, other)]
            return all(w in PARTICLES for w in between) and all(
                self.gap(k) == " " for k in range(one + 1, other + 1)
            )
        return False

    def _enter(self, state: Document, a: int, e: int) -> None:
        before = self.bits[a - 1] if a > state.first else 0
        plain_before = a > state.first and self.gap(a) == " "
        if plain_before and before & DETERMINER and not before & THAT and self.english:
            return
        if e < state.last and self.gap(e) == " ":
            after = self.word(e)
            if (after in self.words.bodies and self.bits[e] & CAPITAL) or (
                after in self.words.not_names and self.bits[e] & CAPITAL and not self.bits[e] & TIME
            ):
                return
        tokens = tuple(self.word(k) for k in range(a, e))
        if self._whole_quotation(a, e):
            return
        if (
            plain_before
            and self.word(a - 1) in ("in", "at", "near", "en")
            and not (tokens[0] in self.words.female or tokens[0] in self.words.male)
        ):
            return  # in El Paso
        for k, word in enumerate(tokens, a):
            if not word[0].isalpha() or (len(word) > 3 and self._shouted(k)):
                return
        if e - a == 2 and self.english and a - 2 >= state.first and self.word(a - 1) == "and":
            self._enter_partner(state, a)
        known = state.by_full.get(tokens)
        if known is None:
            known = self._longer(state, tokens)
            if known is not None:
                state.by_full[tokens] = known
        if known is None:
            known = len(state.people)
            state.people.append(Person(None, a, tokens))
            state.by_full[tokens] = known
            for part in dict.fromkeys((tokens[-1], *reversed(tokens[:-1]))):
                if len(part) > 1 and part not in PARTICLES:
                    state.by_name.setdefault(part, []).append(known)
        state.mentions.append((a, e, known))
        state.people[known].mentions.append((a, e))

    def _longer(self, state: Document, tokens: tuple[str, ...]) -> int | None:
        """The person whose full name has these words in a row: López Obrador, of an Andrés López Obrador."""
        n = len(tokens)
        for number in state.by_name.get(tokens[-1], ()):
            full = state.people[number].tokens
            if len(full) > n and any(full[k : k + n] == tokens for k in range(len(full) - n + 1)):
                return number
        return None

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
                role = role or self._role(range(title, at), from_end=True) or self._role_after(state, end)
                gender = gender or self._gender(person.tokens[0], range(title, at))
                if at == a:
                    e = end
                if role and gender:
                    break
            person.source = Source(self.text(a, e), "named", role, gender)
        return person.source

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
                    if word in self.words.strong or word in self.words.weak:
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

    def _whole_quotation(self, a: int, e: int) -> bool:
        """A name that is all there is between marks is a nickname or a title."""
        after = self.gap(e)
        return self.gap(a)[-1:] in '“"«‘' and any(c in after[:2] for c in '”"»’')

    def _shouted(self, k: int) -> bool:
        start, end = self.at.start[k], self.at.end[k]
        return self.tokens.text[start:end].isupper()

    def title_span(self, state: Document, a: int) -> int:
        """Where the words before a name begin that say what the person is: former deputy minister | Name."""
        k = a
        while k > state.first and a - k < 9:
            gap = self.gaps[k]
            if gap & _BREAKS or "\n" in self.gap(k) or "“" in self.gap(k):
                break
            bits = self.bits[k - 1]
            word = self.word(k - 1)
            if bits & OWNER:
                break
            known = (
                word in self.words.titles
                or word in self.words.strong
                or word in self.words.weak
                or word in self.words.bodies
            )
            if not known:
                if (
                    bits & (FINITE | SUBJECT | WH | SUBORDINATOR | TO | COORDINATOR)
                    and not bits & PREPOSITION
                ):
                    break
                if bits & PREPOSITION and word not in ("of", "for", "de", "del"):
                    break
            if gap & STOP and not (len(word) <= 4 and bits & CAPITAL):
                break
            k -= 1
            if bits & DETERMINER:
                break
        return k

    def _office_before(self, state: Document, a: int) -> range:
        """The words of "the president of the board," before a name."""
        if a <= state.first or not self.gaps[a] & COMMA:
            return range(0)
        k = a - 1
        while (
            k > max(a - 8, state.first) and not self.gaps[k] & (_BREAKS | STOP) and not self.bits[k] & FINITE
        ):
            if (
                self.word(k) in ("the", "el", "la")
                and (self.word(k + 1) in self.words.strong or self.word(k + 1) in self.words.weak)
                and not (k > state.first and self.bits[k - 1] & PREPOSITION)
            ):
                return range(k + 1, k + 2)
            k -= 1
        return (
            range(k + 1, k + 2)
            if self.word(k) in ("the", "el", "la") and not self.bits[k - 1] & PREPOSITION
            else range(0)
        )

    def _appositive(self, state: Document, e: int) -> range:
        """The words of ", a lawyer who …" behind a name."""
        if e >= state.last or not self.gaps[e] & COMMA or self.gaps[e] & STOP:
            return range(0)
        k = e
        while k < min(e + 12, state.last):
            if k > e and self.gaps[k] & (_BREAKS | STOP):
                break
            if self.bits[k] & (RELATIVE | FINITE) and not self.bits[k] & DETERMINER:
                if not self.bits[k] & RELATIVE:
                    return range(0)  # According to Reed, the mayor lied
                break
            k += 1
        return range(e, k)

    def _role_after(self, state: Document, e: int) -> str | None:
        span = self._appositive(state, e)
        if not len(span):
            return None
        stop = next((k for k in span if k > span.start and self.bits[k] & PREPOSITION), span.stop)
        return self._role(range(span.start, stop), from_end=True) or self._role(
            range(stop, span.stop), from_end=False
        )

    def _role(self, span: range, from_end: bool) -> str | None:
        """The role that a title or description tells: its last noun of office, else its body."""
        return self.role_of([self.word(k) for k in span])

    def role_of(self, words: list[str]) -> str | None:
        """The role that the words of a title or description tell, the last telling one first."""
        key = tuple(words)
        if key not in self._roles:
            self._roles[key] = self._find_role(words)
        return self._roles[key]

    def _find_role(self, words: list[str]) -> str | None:
        lists = self.words
        joined = " ".join(words)
        fixed = _FIXED if "-" in joined or not _FIXED_ENDS.isdisjoint(words) else ()
        for phrase, role in fixed:
            if joined.endswith(phrase) or phrase + " of " in joined or phrase + " for " in joined:
                return role
        weak = used_as_adjective = None
        for word in reversed(words):
            word = word.removeprefix("ex-").removesuffix("'s")
            if word in lists.strong and not (word in _ADJECTIVAL and word != words[-1]):
                return lists.strong[word]
            used_as_adjective = used_as_adjective or lists.strong.get(word)
            if word in lists.weak:
                weak = lists.weak[word] if weak is None else weak
                break
        if "state department" in joined:
            return "diplomat"
        for word in words:
            of_body = lists.bodies.get(word) or (
                lists.strong.get(word) if weak is not None and word in _ADJECTIVAL else None
            )
            if of_body:
                return of_body
        return weak or (used_as_adjective if weak is None else None)

    def _gender(self, given: str, title: range) -> str:
        for k in title:
            word = self.word(k)
            if word in self.words.female:
                return "f"
        for k in title:
            if self.word(k) in ("mr", "sir", "lord", "king", "señor", "sr", "don"):
                return "m"
        if given in self.words.female:
            return "f"
        if given in self.words.male:
            return "m"
        if given.endswith("a") and len(given) > 2:
            return "f"
        return "m" if given.endswith("o") and not self.english else ""
