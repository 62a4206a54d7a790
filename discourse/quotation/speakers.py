"""Who speaks: full names, titles and roles, what pronouns and short names stand for, within one document."""

from __future__ import annotations

from bisect import bisect_left
from dataclasses import dataclass, field

import numpy as np

from discourse.tokens import Tokens
from discourse.tokens.structure import HEADING

from .bits import (
    ADVERB, CAPITAL, COMMA, COORDINATOR, DASH, DETERMINER, ED, FINITE, ING, NUMBER, OWNER, PAREN, POSSESSIVE, PREPOSITION,
    RELATIVE, SUBJECT, SUBORDINATOR, THAT, TIME, TO, WH,
)
from .roles_en import ENGLISH
from .roles_es import SPANISH

_CLOSED = (DETERMINER | POSSESSIVE | PREPOSITION | COORDINATOR | SUBORDINATOR | TO | THAT | WH | SUBJECT | TIME | FINITE | ADVERB)
_BREAKS = COMMA | DASH | PAREN | 2 | 4
_WINDOW = 4  # sentences a pronoun looks back


@dataclass(slots=True)
class Source:
    """Somebody or something that content is attributed to.

    Attributes
    ----------
    name : str
        Full name, or the description where no name is given.
    kind : str
        "named", "anonymous", "institution", "document" or "none".
    role : str or None
    gender : str
        "f", "m" or "" where nothing tells.
    plural : bool
    head : str
        The noun of a description.
    speaks : bool
        False for a description whose noun no list has: it may be no person or body at all.
    """

    name: str
    kind: str
    role: str | None = None
    gender: str = ""
    plural: bool = False
    head: str = ""
    speaks: bool = True

    @property
    def personal(self) -> bool:
        """A single human being, as he or she may mean."""
        return self.kind in ("named", "anonymous") and not self.plural


@dataclass
class _Person:
    source: Source | None  # made when first asked for
    first: int  # token of the first full mention
    tokens: tuple[str, ...]


@dataclass(slots=True)
class Document:
    """What is known of the sources of one document, in the order of reading."""

    first: int
    last: int
    people: list[_Person] = field(default_factory=list)
    by_name: dict[str, list[int]] = field(default_factory=dict)
    by_full: dict[tuple[str, ...], int] = field(default_factory=dict)
    by_title: dict[str, list[tuple[int, int]]] | None = None
    mentions: list[tuple[int, int, int]] = field(default_factory=list)  # tokens, person
    spoken: list[tuple[int, Source]] = field(default_factory=list)  # token of the cue, source
    described: dict[str, Source] = field(default_factory=dict)
    read: bool = False


class Speakers:
    """Resolve the sources of a batch, document by document."""

    def __init__(self, tokens: Tokens, bits: np.ndarray, gaps: np.ndarray) -> None:
        self.tokens, self.bits, self.gaps = tokens, bits, gaps
        self.words = ENGLISH if tokens.language == "en" else SPANISH
        self.english = tokens.language == "en"
        vocabulary = tokens.vocabulary
        excluded = vocabulary.norm_flags(frozenset(
            self.words.titles | self.words.not_names | self.words.places | set(self.words.bodies)
            | self.words.groups | set(self.words.weak) | set(self.words.strong)
        ))
        closed = (bits & (_CLOSED if self.english else _CLOSED & ~TIME)) != 0
        self.nameable = ((bits & CAPITAL) != 0) & ~excluded[tokens.norm] & ~closed if len(tokens) else np.zeros(0, dtype=bool)
        if len(tokens) and tokens.n_docs:
            self.nameable &= tokens.paragraph_role[tokens.paragraph] > HEADING
        self.linking = np.zeros(len(tokens), dtype=bool)  # beside "de", "von": Juan de la Cruz
        if len(tokens):
            particle = vocabulary.norm_flags(_PARTICLES)[tokens.norm]
            self.linking[1:] |= particle[:-1]
            self.linking[:-1] |= particle[1:]
        self.norms = vocabulary.norms
        self.documents: dict[int, Document] = {}

    def word(self, token: int) -> str:
        return self.norms[int(self.tokens.norm[token])]

    def text(self, first: int, last: int) -> str:
        """The words from a token to before another, on one line, without a possessive at the end."""
        tokens = self.tokens
        text = tokens.text[int(tokens.start[first]) : int(tokens.end[last - 1])]
        for mark in ("'s", "’s"):
            text = text.removesuffix(mark)
        return " ".join(text.split())

    # -- names ------------------------------------------------------------------------------------------------
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
        gap = self.tokens.gap_text(token)
        if gap == " " or gap == "\n":
            return True
        return gap in (". ", ".\n") and len(self.word(token - 1)) <= 2

    def _find_people(self, state: Document) -> None:
        able = self.nameable[state.first : state.last]
        near = able.copy()
        near[1:] &= able[:-1]
        wider = near.copy()
        wider[:-1] |= near[1:]
        linked = able & self.linking[state.first : state.last]
        wider |= linked
        able = np.flatnonzero(wider & able) + state.first
        n = len(able)
        k = 0
        able_list = able.tolist()
        while k < n:
            m = k
            while m + 1 < n and self._adjacent(able_list[m], able_list[m + 1]):
                m += 1
            if m > k and m - k <= 4:
                self._enter(state, able_list[k], able_list[m] + 1)
            k = m + 1

    def _adjacent(self, one: int, other: int) -> bool:
        if other == one + 1:
            return self._joins(other) and not self.bits[one] & OWNER
        if other - one in (2, 3) and not self.bits[one] & OWNER:  # Juan de la Cruz
            between = [self.word(k) for k in range(one + 1, other)]
            return all(w in _PARTICLES for w in between) and all(self.tokens.gap_text(k) == " " for k in range(one + 1, other + 1))
        return False

    def _enter(self, state: Document, a: int, e: int) -> None:
        before = self.bits[a - 1] if a > state.first else 0
        plain_before = a > state.first and self.tokens.gap_text(a) == " "
        if plain_before and before & DETERMINER and self.english:
            return
        if e < state.last and self.tokens.gap_text(e) == " ":
            after = self.word(e)
            if after in self.words.bodies and self.bits[e] & CAPITAL or after in self.words.not_names and self.bits[e] & CAPITAL and not self.bits[e] & TIME:
                return
        tokens = tuple(self.word(k) for k in range(a, e))
        if self._whole_quotation(a, e):
            return
        if any(not t[0].isalpha() or len(t) > 3 and self._shouted(k) for t, k in zip(tokens, range(a, e))):
            return
        known = state.by_full.get(tokens)
        if known is None:
            known = len(state.people)
            state.people.append(_Person(None, a, tokens))
            state.by_full[tokens] = known
            for part in dict.fromkeys((tokens[-1], *reversed(tokens[:-1]))):
                if len(part) > 1 and part not in _PARTICLES:
                    state.by_name.setdefault(part, []).append(known)
        state.mentions.append((a, e, known))

    def _source_of(self, state: Document, number: int) -> Source:
        """The person behind a number, described at the first call from what stands beside the mentions."""
        person = state.people[number]
        if person.source is None:
            a, e = person.first, person.first + 1
            role, gender = None, ""
            for at, end, known in state.mentions:
                if known == number:
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
                for k in [*range(self.title_span(state, a), a), *self._appositive(state, e), *self._office_before(state, a)]:
                    word = self.word(k)
                    if word in self.words.strong or word in self.words.weak:
                        state.by_title.setdefault(word, []).append((a, known))
        return state.by_title

    def _whole_quotation(self, a: int, e: int) -> bool:
        """A name that is all there is between marks is a nickname or a title."""
        tokens = self.tokens
        after = tokens.vocabulary.gaps[int(tokens.gap[e])]
        return tokens.gap_text(a)[-1:] in "“\"«‘" and any(c in after[:2] for c in "”\"»’")

    def _shouted(self, k: int) -> bool:
        start, end = int(self.tokens.start[k]), int(self.tokens.end[k])
        return self.tokens.text[start:end].isupper()

    def title_span(self, state: Document, a: int) -> int:
        """Where the words before a name begin that say what the person is: former deputy minister | Name."""
        k = a
        while k > state.first and a - k < 9:
            gap = self.gaps[k]
            if gap & _BREAKS or "\n" in self.tokens.gap_text(k) or "“" in self.tokens.gap_text(k):
                break
            bits = int(self.bits[k - 1])
            word = self.word(k - 1)
            if bits & OWNER:
                break
            known = word in self.words.titles or word in self.words.strong or word in self.words.weak or word in self.words.bodies
            if not known:
                if bits & (FINITE | SUBJECT | WH | SUBORDINATOR | TO | COORDINATOR) and not bits & PREPOSITION:
                    break
                if bits & PREPOSITION and word not in ("of", "for", "de", "del"):
                    break
            if gap & 32 and not (len(word) <= 4 and bits & CAPITAL):
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
        while k > max(a - 8, state.first) and not self.gaps[k] & (_BREAKS | 32) and not self.bits[k] & FINITE:
            if self.word(k) in ("the", "el", "la") and (
                self.word(k + 1) in self.words.strong or self.word(k + 1) in self.words.weak
            ) and not (k > state.first and self.bits[k - 1] & PREPOSITION):
                return range(k + 1, k + 2)
            k -= 1
        return range(k + 1, k + 2) if self.word(k) in ("the", "el", "la") and not self.bits[k - 1] & PREPOSITION else range(0)

    def _appositive(self, state: Document, e: int) -> range:
        """The words of ", a lawyer who …" behind a name."""
        if e >= state.last or not self.gaps[e] & COMMA or self.gaps[e] & 32:
            return range(0)
        k = e
        while k < min(e + 12, state.last):
            if k > e and self.gaps[k] & (_BREAKS | 32):
                break
            if self.bits[k] & (RELATIVE | FINITE) and not self.bits[k] & DETERMINER:
                break
            k += 1
        return range(e, k)

    def _role_after(self, state: Document, e: int) -> str | None:
        span = self._appositive(state, e)
        if not len(span):
            return None
        stop = next((k for k in span if k > span.start and self.bits[k] & PREPOSITION), span.stop)
        return self._role(range(span.start, stop), from_end=True) or self._role(range(stop, span.stop), from_end=False)

    def _role(self, span: range, from_end: bool) -> str | None:
        """The role that a title or description tells: its last noun of office, else the body it belongs to."""
        return self.role_of([self.word(k) for k in span])

    def role_of(self, words: list[str]) -> str | None:
        """The role that the words of a title or description tell, the last telling one first."""
        lists = self.words
        joined = " ".join(words)
        for phrase, role in _FIXED:
            if joined.endswith(phrase) or phrase + " of " in joined or phrase + " for " in joined:
                return role
        weak = None
        for word in reversed(words):
            word = word.removeprefix("ex-").removesuffix("'s")
            if word in lists.strong and not (word in _ADJECTIVAL and word != words[-1]):
                return lists.strong[word]
            if word in lists.weak:
                weak = lists.weak[word] if weak is None else weak
                break
        if "state department" in joined:
            return "diplomat"
        for word in words:
            role = lists.bodies.get(word) or (lists.strong.get(word) if weak is not None and word in _ADJECTIVAL else None)
            if role:
                return role
        return weak or None

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

    # -- mentions ---------------------------------------------------------------------------------------------
    def resolve(self, number: int, span: tuple[int, int] | None, place: int) -> Source | None:
        """Say who a noun phrase (tokens, half open) stands for at a place; None for nobody told."""
        state = self.document(number)
        if span is None:
            return None
        a, e = self._tidy(state, *span)
        if a >= e:
            return None
        if e - a == 1 or e - a == 2 and self.bits[a] & SUBJECT and self.bits[a + 1] & ADVERB:
            pronoun = self.word(a)
            if pronoun in _PRONOUNS:
                return self.pronoun(number, pronoun, place)
        if self.bits[a] & POSSESSIVE and e - a == 1:
            return self.pronoun(number, _OWN.get(self.word(a), "he"), place)
        if self.word(a) in ("he", "she", "él", "ella") and self.bits[a + 1] & COORDINATOR:
            return self.pronoun(number, self.word(a), place)
        if self.word(a) in ("a", "an", "un", "una") and a > state.first and self.gaps[a] & COMMA and self.nameable[a - 1]:
            name = self._run_before(state, a)
            if name is not None:
                return name  # Abdul Rahim, a teacher who said
        return self._noun_phrase(state, a, e, place)

    def _connects(self, k: int) -> bool:
        bits = self.bits[k]
        if bits & (DETERMINER | SUBJECT):
            return False
        return bool(bits & COORDINATOR) or bool(bits & ADVERB) and not self.bits[k + 1] & ED and self.word(k + 1) != "available"

    def can_speak(self, a: int, e: int) -> bool:
        """Say whether a noun phrase names a person, body or document, as far as its words tell."""
        while a + 1 < e and self._connects(a):
            a += 1
        core, words = self._core(a, e), self.words
        if any(self.nameable[k] and not self.bits[k] & OWNER and (k > a or not self._starts_sentence(k)) for k in range(a, core)):
            return True
        head = self.word(core - 1)
        lists = (words.strong, words.weak, words.bodies, words.documents, words.groups, words.places)
        if any(head in known for known in lists) or head in _KIN or self.word(a) in words.groups or head in _PERSON_NOUNS:
            return True
        if head.endswith(words.agents) and head not in words.not_agents and not self.bits[core - 1] & (PREPOSITION | ADVERB | DETERMINER):
            return True
        if self.nameable[a] and core - a == 1:
            return not head.endswith("s")
        return any(self.bits[k] & CAPITAL and k > a for k in range(a, core)) or any(
            self.nameable[k] and not self.bits[k] & OWNER for k in range(core, e) if self.gaps[core] & COMMA)

    def _starts_sentence(self, token: int) -> bool:
        return bool(self.tokens.sentence_start[token])

    def _run_before(self, state: Document, e: int) -> Source | None:
        a = e - 1
        while a > state.first and self.nameable[a - 1] and self._adjacent(a - 1, a):
            a -= 1
        known = self._person(state, tuple(self.word(k) for k in range(a, e)), e)
        return self._source_of(state, known) if known is not None else None

    def _tidy(self, state: Document, a: int, e: int) -> tuple[int, int]:
        while a + 1 < e and self._connects(a):
            a += 1
        return max(a, state.first), min(e, state.last)

    def _runs(self, a: int, e: int) -> list[tuple[int, int]]:
        runs, k = [], a
        while k < e:
            if self.nameable[k]:
                m = k
                while m + 1 < e and (self.nameable[m + 1] and self._adjacent(m, m + 1)):
                    m += 1
                while m + 2 < e and self.word(m + 1) in _PARTICLES:
                    nxt = next((t for t in range(m + 2, min(m + 4, e)) if self.nameable[t]), None)
                    if nxt is None or not self._adjacent(m, nxt):
                        break
                    m = nxt
                    while m + 1 < e and self.nameable[m + 1] and self._adjacent(m, m + 1):
                        m += 1
                runs.append((k, m + 1))
                k = m + 1
            else:
                k += 1
        return runs

    def _noun_phrase(self, state: Document, a: int, e: int, place: int) -> Source:
        core = self._core(a, e)
        runs = [r for r in self._runs(a, e) if not self.bits[r[1] - 1] & OWNER]
        inside = [r for r in runs if r[1] <= core]
        if inside and inside[-1][1] == core or inside and self._is_name(state, inside[-1]):
            both = len(inside) > 1 and any(self.bits[k] & COORDINATOR for k in range(inside[0][1], inside[-1][0]))
            if both:
                names = [self._named(state, r, place).name for r in inside]
                return Source(" and ".join(names) if self.english else " y ".join(names), "named", None, "", True)
            if not self._is_body(inside[-1], a, core, state):
                return self._named(state, inside[-1], place, title=range(a, inside[-1][0]))
        for r in runs:  # the envoy, Michael Trent
            if r[0] >= core and self._described_as_person(a, core) and (
                any(self.gaps[k] & COMMA for k in range(self.title_span(state, r[0]), r[0] + 1)) or self.word(r[0] - 1) == "named"
            ):
                return self._named(state, r, place, title=range(a, core))
            if r[0] >= core and self.gaps[r[0]] & COMMA and self.word(core - 1) in self.words.bodies and r[1] == e:
                return self._described(state, r[0], r[1], r[1], place, body=True)  # the group, Open Ledger
        if not runs and e < state.last and self.gaps[e] & COMMA and self._described_as_person(a, core):
            after = self._runs(e, min(e + 8, state.last))
            if after and (after[0][0] == e or self.word(after[0][0] - 1) == "named" or self.title_span(state, after[0][0]) == e) and (after[0][1] >= state.last or self.gaps[after[0][1]] & (_BREAKS | 32)):
                return self._named(state, after[0], place, title=range(a, core))
        return self._described(state, a, core, e, place)

    def _core(self, a: int, e: int) -> int:
        """Where the head of a noun phrase ends: before its first preposition, participle or comma."""
        k = a + 1
        while k < e:
            bits = int(self.bits[k])
            if self.gaps[k] & _BREAKS:
                break
            if bits & (RELATIVE | TO) and not bits & CAPITAL or bits & THAT or bits & ING and self._acts_on(k, e):
                break
            if bits & PREPOSITION and not (self.word(k) in _PARTICLES and k + 1 < e and self.nameable[k + 1] and self.nameable[k - 1]):
                if not (self.word(k) == "of" and k + 2 < e and self.nameable[e - 1] and self.bits[k - 1] & CAPITAL):
                    break
            if bits & ED and k + 1 < e and self.bits[k + 1] & PREPOSITION:
                break
            if self.word(k) == "familiar":
                break
            k += 1
        while k > a + 1 and self.bits[k - 1] & ADVERB:
            k -= 1
        return k

    def _acts_on(self, k: int, e: int) -> bool:
        """Say whether a form in -ing is a participle (looking at), not part of a compound (planning documents)."""
        return not self.bits[k] & CAPITAL and (
            k + 1 >= e or bool(self.bits[k + 1] & (PREPOSITION | DETERMINER | POSSESSIVE | SUBJECT | TO | THAT | CAPITAL)))

    def _described_as_person(self, a: int, core: int) -> bool:
        word = self.word(core - 1)
        return word in self.words.strong or word in self.words.weak or word in _KIN

    def _is_name(self, state: Document, run: tuple[int, int]) -> bool:
        self._read_names(state)
        tokens = tuple(self.word(k) for k in range(*run))
        return tokens in state.by_full or len(tokens) == 1 and tokens[0] in state.by_name

    def _is_body(self, run: tuple[int, int], a: int, core: int, state: Document) -> bool:
        """Say whether a run of capitals belongs to a body: The Daily Courier, Voter Access Project, NATO."""
        if run[1] < core and self.bits[run[1]] & CAPITAL:
            return True
        text = self.tokens.text[int(self.tokens.start[run[0]]) : int(self.tokens.end[run[1] - 1])]
        if text.isupper() and run[1] - run[0] == 1 and len(text) > 1:
            return True
        return bool(run[0] == a + 1 and self.bits[a] & DETERMINER and self.english and not self._is_name(state, run))

    def _named(self, state: Document, run: tuple[int, int], place: int, title: range = range(0)) -> Source:
        tokens = tuple(self.word(k) for k in range(*run))
        known = self._person(state, tokens, place)
        if known is not None:
            person = self._source_of(state, known)
            if person.role is None:
                person.role = self._role(title, True) or self._role_after(state, run[1])
            if not person.gender:
                person.gender = self._gender("", title)
            return person
        a = run[0]
        if len(tokens) == 1 and title and self.word(a - 1) in self.words.keep_title:
            a -= 1
        person = Source(self.text(a, run[1]), "named", self._role(title, True) or self._role_after(state, run[1]),
                        self._gender(tokens[0], title))
        number = len(state.people)
        state.people.append(_Person(person, run[0], tokens))
        state.by_full[tokens] = number
        for part in dict.fromkeys((tokens[-1], *tokens[:-1])):
            state.by_name.setdefault(part, []).append(number)
        titles = self._titles(state)
        for k in title:
            titles.setdefault(self.word(k), []).append((run[0], number))
        return person

    def _person(self, state: Document, tokens: tuple[str, ...], place: int) -> int | None:
        self._read_names(state)
        known = state.by_full.get(tokens)
        if known is not None and len(tokens) > 1:
            return known
        candidates = state.by_name.get(tokens[-1], [])
        if len(tokens) > 1:
            fits = [c for c in candidates if state.people[c].tokens[0] == tokens[0] and set(tokens) <= set(state.people[c].tokens)]
            return fits[-1] if fits else None
        longer = [c for c in candidates if len(state.people[c].tokens) > 1]
        surname = [c for c in longer if state.people[c].tokens[-1] == tokens[0]] or [
            c for c in longer if state.people[c].tokens[0] != tokens[0]] or longer
        before = [c for c in surname if state.people[c].first <= place]
        if before:
            return max(before, key=lambda c: state.people[c].first)
        if surname:
            return min(surname, key=lambda c: state.people[c].first)
        return known

    def _described(self, state: Document, a: int, core: int, e: int, place: int, body: bool = False) -> Source:
        words = self.words
        if body:
            return Source(self.text(a, core), "institution")
        end = self._description_end(a, e)
        name = self.text(a, end)
        head = self.word(core - 1)
        definite = self.word(a) in ("the", "el", "la", "los", "las") and core - a <= 3
        if definite:
            known = self._definite(state, head, place)
            if known is not None:
                return known
        listed = [self.word(k) for k in range(a, core)]
        role = self.role_of(listed)
        plural = self._plural(head, a)
        if role is None or head in words.weak:
            rest = [self.word(k) for k in range(core, end)]
            bodies = [words.bodies[w] for w in rest if words.bodies.get(w)]
            if bodies and (role is None or words.weak.get(head) == role):
                role = bodies[0]
        speaks = True
        if head in words.voices:
            kind = "institution" if end > core or core - a > 2 else "anonymous"
        elif head in words.strong or head in words.weak:
            unique = self.word(a) in ("the", "el", "la") and head in _OFFICES and not plural
            kind = "named" if unique else "anonymous"
        elif head in words.documents:
            kind, role = "document", role if head not in words.strong else None
        elif head in words.bodies or any(self.word(k) in words.bodies and self.bits[k] & CAPITAL for k in range(a, core)):
            kind = "institution"
        elif head in words.groups or self.word(a) in words.groups and not self.bits[core - 1] & CAPITAL:
            kind = "anonymous"
        elif head in words.places:
            kind, role = "institution", role or "executive"
        elif self.bits[core - 1] & CAPITAL and core - 1 > a:
            kind = "institution"
        else:
            kind = "anonymous"
            speaks = bool(self.bits[a] & NUMBER) or self.word(a) in words.groups
        source = Source(name, kind, role, self._gender(head, range(a, core)) if kind != "institution" else "", plural, head, speaks)
        if kind in ("institution", "document"):
            source.plural = plural
        if kind != "institution" or any(self.bits[k] & CAPITAL for k in range(a + 1, core)):
            state.described[head] = source
        return source

    def _description_end(self, a: int, e: int) -> int:
        k = a + 1
        while k < e:
            if self.gaps[k] & _BREAKS or self.bits[k] & RELATIVE and not self.bits[k] & (CAPITAL | DETERMINER):
                break
            if self.bits[k] & ING and self._acts_on(k, e):
                break
            if self.bits[k] & ED and k + 1 < e and self.bits[k + 1] & PREPOSITION:
                break
            k += 1
        while k > a + 1 and self.bits[k - 1] & (PREPOSITION | COORDINATOR | DETERMINER | TO):
            k -= 1
        return k

    def _plural(self, head: str, a: int) -> bool:
        if head in self.words.groups or head in ("people", "staff", "police", "troops", "fuentes"):
            return True
        first = self.word(a)
        if first in ("the", "a", "an", "one", "this", "that", "el", "la", "un", "una", "another"):
            return head.endswith("s") and not head.endswith(("ss", "us", "is")) and first not in ("a", "an", "one", "el", "la", "un", "una")
        return head.endswith("s") and not head.endswith("ss") or bool(self.bits[a] & NUMBER)

    def _definite(self, state: Document, head: str, place: int) -> Source | None:
        """the minister → the person introduced as one; the adviser → the one described before."""
        if head in self.words.strong or head in self.words.weak:
            self._read_names(state)
        titles = self._titles(state)
        options = titles.get(head, []) or titles.get(_SAME.get(head, ""), [])
        before = [p for at, p in options if at <= place]
        if before:
            return self._source_of(state, before[-1])
        known = state.described.get(head)
        if known is not None:
            return known
        if options and head in self.words.strong:
            return self._source_of(state, options[0][1])
        person = head in self.words.strong or head in self.words.weak
        if person and not self._plural(head, place) and head not in _OFFICES:
            role = self.words.strong.get(head) or None
            gender = self._gender(head, range(0))
            return self._near_speaker(state, place, lambda s: s.kind == "named" and (not s.gender or not gender or s.gender == gender)
                                      and (s.role is None or role is None or s.role == role))
        if head in _PERSON_NOUNS:
            return self._last_speaker(state, place, lambda s: s.personal and s.gender in ("", _PERSON_NOUNS[head]))
        return None

    def _near_speaker(self, state: Document, place: int, fits) -> Source | None:  # type: ignore[no-untyped-def]
        """The last speaker of the sentence before, whom the text now calls the lawmaker, la diputada."""
        sentence = int(self.tokens.sentence[place])
        since = max(int(self.tokens.sentence_first[max(sentence - 2, 0)]), state.first)
        return self._last_speaker(state, place, fits, since)

    # -- pronouns ---------------------------------------------------------------------------------------------
    def _last_speaker(self, state: Document, place: int, fits, since: int = 0) -> Source | None:  # type: ignore[no-untyped-def]
        for at, source in reversed(state.spoken[-12:]):
            if at < since:
                return None
            if at <= place and fits(source):
                return source
        return None

    def pronoun(self, number: int, word: str, place: int) -> Source | None:
        """Say who a pronoun means, or a subject left out (""): the speaker or subject of the sentences just before."""
        state = self.document(number)
        tokens = self.tokens
        gender = _PRONOUNS.get(word, "")
        if gender == "it":
            return self._last_speaker(state, place, lambda s: s.kind in ("institution", "document") and not s.plural)
        if gender == "they":
            return self._group(state, place) or self._last_speaker(
                state, place, lambda s: s.plural or s.kind in ("institution", "document"))

        def fits(source: Source) -> bool:
            if gender == "any":
                return True
            return source.personal and (not source.gender or source.gender == gender)

        sentence = int(tokens.sentence[place])
        for back in range(_WINDOW):
            s = sentence - back
            if s < 0:
                break
            a = max(int(tokens.sentence_first[s]), state.first)
            e = min(int(tokens.sentence_first[s + 1]), place)
            if e <= state.first:
                break
            spoke = [source for at, source in state.spoken[-8:] if a <= at < e and fits(source)]
            if spoke:
                return self._settle(spoke[-1], gender)
            subject = self._first_person(state, a, e, fits)
            if subject is not None:
                return self._settle(subject, gender)
        source = self._last_speaker(state, place, fits)
        return self._settle(source, gender) if source else None

    def _group(self, state: Document, place: int) -> Source | None:
        """The people whom one of the two sentences before begins with: Human rights investigators have …"""
        tokens = self.tokens
        sentence = int(tokens.sentence[place])
        for s in (sentence, sentence - 1, sentence - 2):
            if s < 0:
                return None
            a, e = max(int(tokens.sentence_first[s]), state.first), min(int(tokens.sentence_first[s + 1]), place)
            spoke = [source for at, source in state.spoken[-6:] if a <= at < e]
            if spoke:
                return spoke[-1] if spoke[-1].plural or spoke[-1].kind in ("institution", "document") else None
            for k in range(a, min(e, a + 8)):
                word = self.word(k)
                people = word in self.words.strong or word in self.words.weak or word in self.words.groups
                if people and self._plural(word, a) and word.endswith("s"):
                    return self._described(state, a, k + 1, k + 1, place)
                if self.bits[k] & FINITE or self.gaps[k] & _BREAKS and k > a:
                    break
        return None

    def _settle(self, source: Source, gender: str) -> Source:
        if source.personal and not source.gender and gender in ("m", "f"):
            source.gender = gender
        return source

    def _first_person(self, state: Document, a: int, e: int, fits) -> Source | None:  # type: ignore[no-untyped-def]
        """The first person that a stretch names: its likely subject."""
        self._read_names(state)
        k = a
        while k < min(e, a + 60):
            if self.nameable[k] and not self.bits[k] & OWNER:
                run = self._runs(k, min(e, k + 6))[0]
                tokens = tuple(self.word(m) for m in range(*run))
                known = state.by_full.get(tokens)
                if known is None and len(tokens) == 1 and tokens[0] in state.by_name:
                    known = self._person(state, tokens, k)
                if known is None and len(tokens) == 1 and self._acts(state, a, run):
                    self._named(state, run, k, range(self.title_span(state, k), k))
                    known = state.by_full.get(tokens)
                if known is not None and not self.bits[run[1] - 1] & OWNER and fits(self._source_of(state, known)):
                    return self._source_of(state, known)
                k = run[1]
            else:
                k += 1
        return None

    def _acts(self, state: Document, a: int, run: tuple[int, int]) -> bool:
        """Say whether a lone capitalised word can be a person: a verb or an apposition follows."""
        k, e = run
        word = self.word(k)
        if e >= state.last or len(word) < 3 or self._shouted(k):
            return False
        if k == a and word.endswith("s") or self.english and k > a and self.bits[k - 1] & (DETERMINER | PREPOSITION) and not self.gaps[k] & COMMA:
            return False
        return bool(self.gaps[e] & COMMA or self.bits[e] & (FINITE | ED | OWNER)) and not self.gaps[e] & 32

    def subject_of(self, number: int, a: int, e: int) -> Source | None:
        """The person that a stretch of text is about: the first one it names."""
        return self._first_person(self.document(number), a, e, lambda s: True)

    def spoke(self, number: int, place: int, source: Source) -> None:
        """Remember that a source spoke at a place."""
        spoken = self.document(number).spoken
        spoken.append((place, source))
        if len(spoken) > 1 and spoken[-2][0] > place:
            spoken.insert(bisect_left([p for p, _ in spoken[:-1]], place), spoken.pop())


_PARTICLES = frozenset("de la del los las von van der den bin al el da dos di ibn y".split())
_PRONOUNS = {
    "he": "m", "she": "f", "him": "m", "her": "f", "it": "it", "they": "they", "them": "they", "who": "any", "himself": "m",
    "herself": "f", "él": "m", "ella": "f", "ellos": "they", "ellas": "they", "": "any", "he'd": "m", "she'd": "f",
    "they'd": "they", "he's": "m", "she's": "f", "they've": "they", "we": "any", "le": "any",
}
_OWN = {"his": "he", "her": "she", "its": "it", "their": "they", "su": "", "sus": ""}
_ADJECTIVAL = frozenset("veteran military intelligence executive general militar policía ejecutivo".split())
_FIXED = (
    ("secretary of state", "executive"), ("attorney general", "executive"), ("secretary general", "international"),
    ("secretary-general", "international"), ("foreign minister", "diplomat"), ("foreign secretary", "diplomat"),
    ("general counsel", "judiciary"), ("inspector general", "executive"), ("police chief", "police"),
    ("chief executive", "business"), ("chief of staff", "executive"), ("public affairs officer", "executive"),
    ("ministro de exteriores", "diplomat"), ("ministra de exteriores", "diplomat"), ("secretario general", "party"),
    ("secretaria general", "party"), ("press secretary", "executive"),
    ("majority leader", "legislator"), ("minority leader", "legislator"),
)
_KIN = frozenset("son daughter wife husband brother sister mother father hijo hija esposa marido hermano hermana".split())
_OFFICES = frozenset(
    "president premier governor mayor king queen pope chancellor minister presidente presidenta ministro ministra papa rey"
    " canciller gobernador gobernadora alcalde alcaldesa ambassador senator embajador mandatario mandataria".split())
_SAME = {"mandatario": "presidente", "mandataria": "presidenta", "premier": "minister", "congressman": "rep", "senator": "sen",
         "governor": "gov", "general": "gen", "colonel": "col", "official": "director", "representative": "rep"}
_PERSON_NOUNS = {"man": "m", "woman": "f", "hombre": "m", "mujer": "f"}
