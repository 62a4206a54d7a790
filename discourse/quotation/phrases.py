"""Subjects of one sentence, and what kind of stretch its words are, by closed classes alone."""

from __future__ import annotations

from typing import Final

from . import english
from .antecedents import PERSONS
from .bits import (
    ADVERB,
    AUXILIARY,
    BREAK,
    CAPITAL,
    COMMA,
    COORDINATOR,
    DASH,
    DETERMINER,
    ED,
    FINITE,
    FIRST,
    ING,
    LEMMA,
    MODAL,
    NUMBER,
    OBJECT,
    OURS,
    PAREN,
    PAST,
    PLURAL,
    POSSESSIVE,
    PREPOSITION,
    QUOTED,
    RELATIVE,
    SUBJECT,
    SUBORDINATOR,
    THAT,
    TIME,
    TO,
    VERB,
)
from .parted import Parted
from .roles_en import ENGLISH

_ALSO_CONJUNCTIONS: Final = frozenset(("after", "before", "since", "until", "as"))  # and prepositions
_PLAIN_PASTS: Final = frozenset(
    ("put", "cut", "set", "hit", "let", "shut", "quit", "cast", "spread", "split")
)
_LIKE_INFINITIVES: Final = frozenset(
    "put cut set hit let shut quit cost hurt read bet spread split cast do have can may will must".split()
)


class Phrases(Parted):
    """Find who a verb is said of, and tell clauses from what stands beside them."""

    def subject(self, v: int) -> tuple[tuple[int, int] | None, bool]:
        """The subject of the verb group that begins at a word, and whether it is a relative clause's."""
        if v <= self.left:
            return None, False
        if self.b[v] & SUBJECT and self.b[v] & AUXILIARY:
            return (v, v + 1), False
        v = self._before_time(v)
        if self.b[v - 1] & SUBJECT and self.w[v - 1] == "neither" and v - 1 > self.left:
            nor = any(self.w[k] == "nor" for k in range(v + 1, min(v + 16, self.n)))
            v -= nor  # the rebels | neither agree nor; but: an end that neither intended
        if self.g[v] & (COMMA | DASH | PAREN):
            return self._before_appositive(v), False
        if self.b[v - 1] & QUOTED and self.w[v - 2] in english.BEARS_TITLE:
            np = self.np_left(v - 1)
            return (
                ((np[0], v), False) if np is not None else (None, False)
            )  # the newspaper “The Voice” | said
        k = v
        while k - 1 > self.left and self.b[k - 1] & TIME and not self.g[k] & BREAK:
            k -= 1
        k -= k < v and self.w[k - 1] == "on"
        if k < v and k - 1 > self.left and self.w[k - 1] == "who" and not self.g[k] & BREAK:
            v = k  # Reed, who | yesterday called it
        if self.b[v - 1] & RELATIVE and not (self.b[v - 1] & THAT and v - 1 == self.left):
            end = v - 1
            if end <= self.left:
                return None, True
            if self.g[end] & PAREN:
                end = self._bracket_before(end) or end  # Ann Hill (D-N.Y.), | who said
            if self.b[end - 1] & FINITE and not self.b[end - 1] & VERB:
                return None, True
            return self._antecedent(self.np_left(end), end), True
        np = self._own_clause(self.np_left(v), v)
        if np is not None and self._begins_relative(np):
            return self.subject(np[0])[0], False
        long = np is not None and np[1] - np[0] > 2
        if np is not None and long and self.w[np[0]] in PERSONS and not self.b[np[0] + 1] & COORDINATOR:
            return None, False  # he reports that it begins to take | hold
        return np, False

    def _before_time(self, v: int) -> int:
        """Where an expression of time begins between a comma and a verb: Ruiz, the mayor, | on Monday said."""
        k = v
        while k - 1 > self.left and self.b[k - 1] & TIME and not self.g[k] & BREAK:
            k -= 1
        if (
            k < v
            and k - 1 > self.left
            and self.w[k - 1] in ("on", "in", "this", "last")
            and not self.g[k] & BREAK
        ):
            k -= 1
        parted = k < v and self.g[k] & (COMMA | PAREN) and not self.b[k - 1] & QUOTED  # “…,” | May said
        return k if parted else v

    def _own_clause(self, np: tuple[int, int] | None, v: int) -> tuple[int, int] | None:
        """She resigned after | the paper said; but: officials briefed before the talks | said."""
        if self.b[v - 1] & COORDINATOR:
            return np
        for k in range(v - 2, self.left, -1):
            if self.g[k + 1] & BREAK or self.b[k] & (QUOTED | RELATIVE):
                break
            if self.w[k] in _ALSO_CONJUNCTIONS and not self.b[k + 1] & ING:
                if (
                    self.b[k - 1] & TIME
                    and self.w[k] in ("after", "before")
                    and not self.finite_between(self.left, k)
                ):
                    return k + 1, v  # Hours before | Reed threatened to
                if np is not None and np[0] > k:
                    a = np[0]
                    while a - 1 > k and self.b[a - 1] & NUMBER:
                        a -= 1
                    return a, np[1]
                people = self._people(k + 1, v)
                if self.w[k] == "as" and not people:
                    break
                return (k + 1, v) if self._clause_before(k, people) else np
            if self.b[k] & FINITE:
                break
        return np

    def _begins_relative(self, np: tuple[int, int]) -> bool:
        """Say whether what seems a subject is a relative clause: Chad, which | enjoys good relations | believes"""
        a, e = np
        return (
            e - a > 1
            and a - 1 > self.left
            and bool(self.b[a - 1] & RELATIVE and self.b[a] & PLURAL)
            and not self.g[a] & BREAK
            and not self.b[a] & ~PLURAL
            and self.w[a - 1] in ("which", "who")
        )

    def _people(self, a: int, e: int) -> bool:
        """Say whether a stretch has a pronoun, a name or a word for a source in it."""
        return any(
            self.b[k] & SUBJECT
            or (self.b[k] & CAPITAL and not self.b[k] & TIME)
            or self.w[k] in ENGLISH.sources
            for k in range(a, e)
        )

    def _clause_before(self, k: int, people: bool) -> bool:
        """Say whether a verb of the main clause stands before a conjunction, as a participle or relative does not."""
        for m in range(k - 1, self.left - 1, -1):
            bits = self.b[m]
            plain = self.w[m] in _PLAIN_PASTS and m > self.left and not self.b[m - 1] & (TO | AUXILIARY)
            if plain or (bits & FINITE and not bits & ED):
                return self._relative_before(m) is None
            if bits & (FINITE | ED) and m > self.left and not self.g[m] & BREAK:
                if self._relative_before(m) is not None:
                    return False
                if not self._modifies(m) or people:
                    return not self.b[m - 1] & (DETERMINER | POSSESSIVE) or bool(self.b[m - 1] & SUBJECT)
            if self.g[m] & BREAK:
                return False
        return False

    def first_verb(self, limit: int, start: int = 0) -> int | None:
        """The first finite verb before a word: the main verb, if no clause stands before it."""
        fronted = self.english and bool(self.b[start] & PREPOSITION)
        maybe = None
        for k in range(start + 1, min(limit, self.n)):
            fronted &= not self.g[k] & COMMA
            bits = self.b[k]
            agree = (
                self.english and k == start + 2 and bits & VERB and bits & LEMMA and self.b[k - 1] & PLURAL
            )
            if agree and not bits & (DETERMINER | SUBJECT) and self.b[start] & DETERMINER:
                return k  # The authors | concede as much, writing that
            if not bits & (FINITE | ED) or bits & (DETERMINER | SUBJECT):
                continue
            participle = fronted and bits & ED and bits & PAST  # In a message posted to reporters, Reed …
            if not self.english or (bits & FINITE and not participle):
                return maybe if fronted and maybe is not None else k
            if self.b[k - 1] & (DETERMINER | POSSESSIVE):
                continue  # a related statement
            if not fronted:
                return k
            maybe = k if maybe is None else maybe  # In a statement issued on Monday, the ministry …
        return maybe

    def subject_before(self, verb: int, start: int = 0) -> tuple[int, int] | None:
        """The noun phrase before a verb, from a word on (the sentence's first)."""
        left, self.left = self.left, start
        found, _ = self.subject(self.verb_group(verb))
        if found is None and self.english and self.g[verb] & COMMA and self.b[verb] & ED:
            found = self.np_left(verb)  # Another senator, | asked whether it was over, laughed
        self.left = left
        return found

    def subject_behind(self, verb: int, limit: int) -> tuple[int, int] | None:
        """The noun phrase behind a verb that is its subject: none in English."""
        return None

    def last_clause(self, limit: int, start: int) -> int:
        """Where the last clause with a subject of its own begins: The crowd left, | but some stayed and chanted"""
        for k in range(limit - 1, start, -1):
            if self.g[k] & COMMA and self.w[k] in ("and", "but"):
                verb = self.first_verb(limit, k + 1)
                np_ = self.subject_before(verb, k + 1) if verb is not None else None
                if np_ is not None and np_[0] == k + 1:
                    return k + 1
        return start

    def is_author(self, source: tuple[int, int] | None) -> bool:
        """The author of a text is its narrator: what he says of himself is no quotation."""
        return source is not None and (
            (self.w[source[0]] in ("me", "us") and not self.b[source[0]] & CAPITAL)
            or bool(self.b[source[1] - 1] & FIRST or self.b[source[0]] & FIRST or self.b[source[0]] & OURS)
            or (
                source[1] - source[0] == 1
                and (
                    self.w[source[0]] in ("you", "me", "us")
                    or (self.w[source[0]] == "one" and source[1] < self.n and bool(self.b[source[1]] & MODAL))
                )
            )
        )

    def clause_like(self, a: int, e: int) -> bool:
        """Say whether a stretch may be a clause: a finite verb, a form in -ed, or a few words."""
        return any(self.b[k] & (FINITE | ED) for k in range(a, e)) or (
            e - a >= 4 and not self.b[a] & (PREPOSITION | SUBORDINATOR | TIME | ING)
        )

    def is_full(self, q: int) -> bool:
        """Say whether a marked span is a whole sentence or breaks off for its speaker."""
        span = self.block.quote[q]
        return span >= 0 and self.full[span]

    def _inside_relative(self, m: int) -> bool:
        return any(self.b[p] & RELATIVE for p in range(max(m - 3, 0), m))

    def tail_is_adverbial(self, k: int) -> bool:
        """Say whether only time, place and circumstance follow: … on Tuesday, in a statement, as he left."""
        if k >= self.n:
            return True
        bits = self.b[k]
        if bits & ING and self.g[k] & COMMA:
            return not any(self.b[m] & QUOTED for m in range(k, self.n))  # …, contradicting the ministry
        if not bits & (PREPOSITION | TIME | ADVERB | SUBORDINATOR | TO) and not (
            bits & DETERMINER and k + 1 < self.n and self.b[k + 1] & TIME
        ):
            return False
        free = bool(bits & SUBORDINATOR and not bits & TIME)
        for m in range(k, self.n):
            if self.b[m] & QUOTED:
                return False
            if self.b[m] & THAT and not free:
                return False
            if m > k and (
                self.b[m] & SUBORDINATOR or (self.b[m] & (RELATIVE | ING) and not self.b[m] & PREPOSITION)
            ):
                free = True
            if self.b[m] & FINITE and not free:
                return False
            if (
                self.b[m] & SUBJECT
                and self.w[m] not in ("this", "that", "these", "those", "one")
                and not free
            ):
                return False
        return True

    def _past_behind_dash(self, k: int) -> bool:
        """Say whether the words between two dashes are followed by "and" with a finite verb."""
        other = next((m for m in range(k + 1, min(k + 16, self.n)) if self.g[m] & DASH), 0)
        return other > 0 and bool(self.b[other] & COORDINATOR) and self._past_behind(other)

    def _past_behind(self, k: int) -> bool:
        """Say whether a finite verb stands behind "and", as no infinitive goes on: to fire him | and released a letter."""
        if k + 1 >= self.n or self.w[k] not in ("and", "or", "but"):
            return False
        bits, word = self.b[k + 1], self.w[k + 1]
        if bits & (SUBJECT | DETERMINER | POSSESSIVE | CAPITAL | LEMMA) or word in _LIKE_INFINITIVES:
            return False
        if bits & FINITE and not bits & ED:
            return True
        return (
            bool(bits & ED)
            and k + 2 < self.n
            and bool(self.b[k + 2] & (DETERMINER | POSSESSIVE | OBJECT | THAT) and not self.g[k + 2] & BREAK)
        )
