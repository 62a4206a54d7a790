"""Whose an English noun of saying is: Reed’s claim, the mayor’s lawyer’s, reaffirms its | commitment."""

from __future__ import annotations

from typing import Final

from .bits import (
    ADVERB,
    AUXILIARY,
    BE,
    BREAK,
    CAPITAL,
    COORDINATOR,
    DETERMINER,
    DOCUMENT,
    ED,
    FINITE,
    ING,
    LEMMA,
    NEGATIVE,
    NUMBER,
    OWNER,
    PLURAL,
    POSSESSIVE,
    PREPOSITION,
    QUOTED,
    SUBJECT,
    THAT,
    TIME,
    TO,
    WH,
)
from .english_adjectives import describes
from .english_complement import EnglishComplement

_HOLDING: Final = (  # verbs by which somebody shows what is his own
    "reaffirm",
    "reiterat",
    "renew",
    "express",
    "restat",
    "repeat",
    "declar",
    "announc",
    "confirm",
    "voic",
    "stat",
    "stress",
    "underlin",
    "underscor",
    "emphasi",
    "surpass",
    "fulfil",
    "honour",
    "honor",
    "kept",
    "keep",
    "show",
    "demonstrat",
    "maintain",
    "abandon",
    "dropp",
    "revers",
    "renounc",
    "broke",
    "break",
    "withdr",
    "pledg",
    "manifest",
    "convey",
)
LEADS: Final = frozenset(  # what a sentence may begin with before an owner: Citing | Reed’s claim
    """
        given citing quoting following recalling echoing noting dismissing rejecting ignoring repeating using invoking
        answering countering rebutting disputing contradicting confirming
    """.split()
)
_AIRED: Final = frozenset(  # what is done with something said, passive or by itself
    """
        made raised expressed voiced aired levelled leveled issued given repeated circulated spread shared posted published
        echoed reiterated emerged surfaced persisted grew mounted spreading circulating
    """.split()
)
_BEGINS: Final = DETERMINER | POSSESSIVE | CAPITAL | NUMBER | PLURAL  # what a noun phrase begins with


class EnglishOwners(EnglishComplement):
    """Find the owners of English nouns."""

    def _holder(self, a: int) -> tuple[int, int] | None:
        """Whose it is by the verb before "its": | Uganda | reaffirms its commitment to; but: Chad rejects its claim"""
        if self.w[a - 1] == "with":  # | A spokesman | stunned them with his warning
            verb_before = self.first_verb(a, self.left)
            np = self.subject_before(verb_before, self.left) if verb_before is not None else None
            return np if np is not None and np[0] == self.left else None
        verb = a - 1
        while verb > self.left and self.b[verb] & ADVERB and not self.g[verb + 1] & BREAK:
            verb -= 1
        if verb <= self.left or not self.w[verb].startswith(_HOLDING):
            return None
        v = self.verb_group(verb)
        return self.subject(v)[0] if not self.b[v - 1] & (COORDINATOR | TO) else None

    def _is_of(self, i: int) -> bool:
        """Say whether somebody is of a view: Iceland is firmly of the | view that"""
        if i - 3 < self.left or self.w[i - 2] != "of" or self.w[i - 1] not in ("the", "that", "this"):
            return False
        return any(self.b[m] & BE for m in range(self.verb_group(i - 2), i - 2))

    def _far_owner(self, i: int) -> tuple[int, int] | None:
        """Who owns a noun behind its adjectives: | his | often-repeated false | claim that."""
        near = self._owner_described(i)
        if near >= 0:
            return (near, near + 1) if self.b[near] & POSSESSIVE else self._owner(near + 1)
        for m in range(i - 1, max(i - 5, self.left - 1), -1):
            if self.g[m + 1] & BREAK or self.b[m] & (DETERMINER | PREPOSITION | FINITE | COORDINATOR | TO):
                return None
            if self.b[m] & ED and not self.b[m - 1] & (POSSESSIVE | OWNER | ADVERB):
                return None  # his speech | contained constructive proposals
            if self.b[m] & POSSESSIVE:
                return m, m + 1
            if self.b[m] & OWNER:
                return self._owner(m + 1)
        return None

    def _owner_described(self, i: int) -> int:
        """Where the owner of a noun ends that only describing words part from it: Reed’s | widely mocked warning; else -1."""
        m = i - 1
        while m >= self.left and not self.g[m + 1] & BREAK:
            if self.b[m] & (OWNER | POSSESSIVE):
                return m if m < i - 1 else -1
            if not (describes(self.w[m]) or self.b[m] & (ED | ADVERB | NUMBER)):
                return -1
            m -= 1
        return -1

    def _owner(self, e: int) -> tuple[int, int] | None:
        """Who owns a noun: responding to | the Guardian’s | report that."""
        np = self.np_left(e)
        if np is None:
            return None
        if np[0] > self.left and self.b[np[0] - 1] & OWNER and not self.g[np[0]] & BREAK:
            first = self._owner(np[0])  # Hill’s | lawyer’s claim
            return (first[0], e) if first is not None else np
        for k in range(e - 1, max(e - 6, self.left - 1), -1):  # amid | the spy agency’s | finding
            if self.b[k] & DETERMINER and not self.b[k] & SUBJECT:
                return k, e
            if self.b[k] & (PREPOSITION | TO | FINITE | COORDINATOR) or self.g[k] & BREAK:
                break
        for k in range(e - 1, np[0], -1):
            if self.b[k] & DETERMINER or self.g[k] & BREAK:
                return k, e
            if (
                self.b[k - 1] & (PREPOSITION | TO | ING | LEMMA)
                and not self.b[k - 1] & CAPITAL
                and self.w[k - 1] != "of"
            ):
                return k, e
        a = np[0]
        if a == self.left and self.w[a] in LEADS and a + 1 < e:
            return a + 1, e
        while a < e and self.w[a] != "of" and not self.b[a] & _BEGINS:
            a += 1
        return (a + 1, e) if a + 1 < e and self.w[a] == "of" else np  # It has heard of | Reed’s | claim

    def _behind_when(self, k: int, owned: bool) -> int:
        """Past when or where something was said: Reed’s claim | on Monday in Lund | that, her vow | last week | to go.

        The same word if that is not told.
        """
        if k >= self.n or not self.b[k] & (PREPOSITION | TIME | ADVERB | DETERMINER) or self.b[k] & THAT:
            return k
        for m in range(k, min(k + 10, self.n)):
            here = self.b[m]
            if self.g[m] & BREAK or (here & (FINITE | POSSESSIVE | QUOTED | WH) and not here & THAT):
                return k
            if here & (THAT | TO) and m > k:
                when = self._is_time(m - 1) or self.w[m - 1] == "ago"
                where = owned and self.b[m - 1] & (CAPITAL | OWNER) == CAPITAL
                return m if when or where else k
        return k

    def _past_airing(self, k: int) -> int:
        """Past the verb of a noun that somebody voices: Concerns | have been raised | by Reed that; the same word if none."""
        m = k
        while (
            m < min(k + 4, self.n) and not self.g[m] & BREAK and self.b[m] & (AUXILIARY | ADVERB | NEGATIVE)
        ):
            m += 1
        if m >= self.n or self.g[m] & BREAK or self.w[m] not in _AIRED:
            return k
        return m + 1

    def _whose_hope(self, i: int) -> tuple[int, int] | None:
        """Who acts as he does for what he thinks: | Reed | left in the belief that, for fear that"""
        within = self.w[i - 1] == "the" and self.w[i - 2] in ("in", "on", "with")
        if not within and not (self.w[i - 1] in ("for", "of") and self.w[i] in ("fear", "fears")):
            return None
        verb = self.first_verb(i, self.left)
        np = self.subject_before(verb, self.left) if verb is not None else None
        passive = verb is not None and self.b[verb] & BE
        if np is None or np[0] != self.left or passive:
            return None
        head = next((m for m in range(np[0] + 1, np[1]) if self.b[m] & PREPOSITION), np[1]) - 1
        thing = self.b[head] & (DOCUMENT | OWNER | POSSESSIVE)
        return np if self._may_be_source((head, head + 1)) and not thing else None
