"""Where an English clause without "that" may begin: what stands there, and whether a verb follows."""

from __future__ import annotations

from typing import Final

from . import english
from .bits import (
    ADVERB,
    AUXILIARY,
    BREAK,
    BY,
    CAPITAL,
    COMMA,
    COORDINATOR,
    DETERMINER,
    ED,
    FINITE,
    ING,
    LEMMA,
    NOUN,
    NUMBER,
    OBJECT,
    PLURAL,
    POSSESSIVE,
    PREPOSITION,
    QUOTED,
    SEMICOLON,
    SUBJECT,
    THAT,
    TIME,
    TO,
    VERB,
    WH,
)
from .clauses import Reader

_OBJECT_BEGINS: Final = (
    DETERMINER | POSSESSIVE | PREPOSITION | ADVERB | CAPITAL | NUMBER | PLURAL | TO | OBJECT
)
_CLAUSAL: Final = english.SAY_FORMS | frozenset(
    ("points out", "pointed out", "point out", "alleged", "alleges")
)
SAY: Final = frozenset("say says said saying".split())
_AMOUNTS: Final = ("nothing", "anything", "everything", "something", "little", "much", "more")


class EnglishClauseStarts(Reader):
    """Tell clauses from objects behind a cue."""

    def _clause_starts(self, m: int, text: str) -> bool:
        here = self.b[m]
        if self.lemma.get(text, text) not in english.BARE_CLAUSE:
            return False
        bare = not here & (SUBJECT | DETERMINER | POSSESSIVE | CAPITAL | NUMBER) and text not in SAY
        if here & (PREPOSITION | TO | COORDINATOR) and not here & SUBJECT and not self._quantifies(m):
            return False
        if self.w[m] == "her" and self.b[m + 1] & VERB & ~NOUN and self.b[m + 1] & FINITE:
            return False  # a man who knew her | said
        if self.w[m] in _AMOUNTS and text not in SAY and self.b[m + 1] & (PREPOSITION | TIME):
            return False  # knew nothing at the time
        if "ago" in self.w.listed(m + 1, m + 5) or (self.w[m] == "much" and self.b[m + 1] & PREPOSITION):
            return False  # said some 70 years ago, says much for
        if here & SUBJECT and not here & DETERMINER and m + 1 < self.n:
            if (
                here & OBJECT
                and self.b[m + 1] & (PREPOSITION | TIME)
                and not self.finite_between(m + 1, min(m + 4, self.n))
            ):
                return False  # denied it on Twitter
            if here & OBJECT and self.b[m + 1] & COORDINATOR and self.b[min(m + 2, self.n - 1)] & VERB:
                return False  # denied it and called for a recount
            too = self.w[m + 1] in ("too", "also") and m + 2 < self.n and self.b[m + 2] & FINITE
            return bool(too) or not self.g[m + 1] & BREAK  # said | he, too, was late
        stop, commas = m + 1, 0
        while (
            stop < self.n
            and not self.g[stop] & SEMICOLON
            and stop < m + (5 if bare else 40 if text in english.SAY_FORMS else 9)
        ):
            commas += bool(self.g[stop] & COMMA)
            if self.w[stop] == "than" and text not in SAY:
                return False  # know a better life | than they have known
            if text not in SAY and self.g[stop] & COMMA and self.b[stop] & FINITE:
                return (
                    commas == 2
                )  # thinks the war, now in its third year, is lost; but: he, who announced it, denies
            if stop == m + 1 and self.w[stop] == "who" and self._acts_behind_who(stop):
                return True  # believes | those who left were wrong
            if self.g[stop] & COMMA and self.b[stop] & WH and self._acts_behind_aside(stop):
                return True  # believes | the firm, which makes cars, was late
            if text not in SAY and (self.b[stop] & WH or (self.g[stop] & COMMA and self.b[stop] & ING)):
                return False
            if self.b[stop] & FINITE and not self.b[stop] & DETERMINER and not self._is_plural(stop):
                return text in SAY or commas != 1  # announced her bid, | Reed now is
            if (
                self.b[stop] & ED
                and (text in _CLAUSAL or text == "saying")
                and not self.b[min(stop + 1, self.n - 1)] & BY
            ):
                return True  # points out the council voted for it
            if self.b[stop] & COORDINATOR and text not in SAY and self.b[min(stop + 1, self.n - 1)] & VERB:
                return False
            if text not in SAY and (
                (self.w[stop] == "so" and self.b[min(stop + 1, self.n - 1)] & (SUBJECT | CAPITAL))
                or (self.b[stop] & COORDINATOR and self.b[min(stop + 1, self.n - 1)] & FINITE)
            ):
                return (
                    False  # wrote the number down so Reed could call; denied it all | and was found innocent
                )
            if self.b[stop] & QUOTED:
                return text in SAY and stop - m <= 6
            if self.b[stop] & THAT and text not in SAY:
                return False
            stop += 1
        return text in SAY and self._acts_unlisted(m, stop)

    def _acts_behind_who(self, k: int) -> bool:
        """Say whether a second verb follows that of a relative clause, without a break: those | who left were wrong"""
        verbs = 0
        for m in range(k + 1, min(k + 14, self.n)):
            if self.g[m] & BREAK or self.b[m] & (COORDINATOR | THAT | QUOTED):
                return False
            acts = self.b[m] & FINITE and not self.b[m] & SUBJECT and not self.b[m - 1] & AUXILIARY
            verbs += bool(acts or (verbs == 0 and self.b[m] & ED))
            if verbs == 2:
                return True
        return False

    def _acts_behind_aside(self, k: int) -> bool:
        """Say whether the verb of a clause follows a relative clause between commas: the firm, | which makes cars, was"""
        c = next(
            (m for m in range(k + 1, min(k + 14, self.n)) if self.g[m] & BREAK or self.b[m] & QUOTED), self.n
        )
        return c < self.n and bool(self.g[c] & COMMA and self.b[c] & FINITE) and self.finite_between(k, c)

    def _acts_unlisted(self, m: int, stop: int) -> bool:
        """Say whether a plural does something that no list has: says | the vetoes | shave | dollars off the budget"""
        for t in range(m + 1, stop - 1):
            plain = not self.b[t] & ~(LEMMA | VERB) and not self.g[t] & BREAK and not self.g[t + 1] & BREAK
            if plain and self.w[t] == "need" and self.b[t + 1] & TO:
                return True
            if plain and self.b[t - 1] & PLURAL and self.b[t + 1] & _OBJECT_BEGINS:
                return True
        return False

    def _is_plural(self, k: int) -> bool:
        """Say whether what looks like a verb is a noun behind its article: claimed | the lives | of many."""
        before = self.b[k - 1]
        return (
            bool(before & (DETERMINER | POSSESSIVE))
            and not before & SUBJECT
            and self.w[k].endswith("s")
            and not self.b[k] & AUXILIARY
        )

    def _quantifies(self, m: int) -> bool:
        """Say whether a preposition belongs to a number: said | at least 25 people would come."""
        if m + 1 >= self.n or self.g[m + 1] & BREAK:
            return False
        word, after = self.w[m], self.w[m + 1]
        if word == "at":
            return after in ("least", "most")
        number = after[:1].isdigit() or after == "half" or (bool(self.b[m + 1] & NUMBER) and after != "one")
        return word in ("about", "around", "over", "under", "up") and (
            number or (word == "up" and after == "to" and self.w[min(m + 2, self.n - 1)][:1].isdigit())
        )
