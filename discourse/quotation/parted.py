"""Subjects that commas part from their verb: Last week | Ann Reed, the mayor, said."""

from __future__ import annotations

from typing import Final

from . import english
from .antecedents import Antecedents
from .attribution import Attribution
from .bits import (
    ADVERB,
    BREAK,
    CAPITAL,
    COLON,
    COMMA,
    COORDINATOR,
    DASH,
    DETERMINER,
    ED,
    FINITE,
    ING,
    LEMMA,
    NUMBER,
    PAREN,
    PLURAL,
    POSSESSIVE,
    PREPOSITION,
    QUOTED,
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

_ALONG: Final = ("along", "together", "alongside", "unlike", "including")
_STATES: Final = frozenset(
    """
        ala ariz ark calif colo conn del fla ga ill ind kan ky la md mass mich minn miss mo mont neb nev okla ore pa tenn
        tex va vt wash wis wyo d.c. n.y. n.j. n.c. s.c. n.d. s.d. n.h. n.m. w.va r.i. b.c. ont
    """.split()
)
_WHICH: Final = frozenset("late early next last this".split())
_AFTERWARDS: Final = frozenset("antes después tarde atrás siguiente".split())
_BESIDE: Final = frozenset(  # what follows a subject behind a comma and ends before its verb
    "like unlike one along together whose written led made sent drawn shown given held known seen".split()
)
_INSIDE: Final = frozenset(
    "who whose which whom where when while as after before since until if although though".split()
)

_DONE: Final = frozenset(  # participles like their past
    """
        left hung sent held made built paid told found brought kept put set led met shot cut read thrown sold bought
        taught caught drawn seen known shown given taken written hidden spread cast
    """.split()
)

_WHERE: Final = frozenset("on in at from to for with under near outside inside by during".split())


class Parted(Antecedents):
    """Find whom a verb behind a comma is said of."""

    def _before_appositive(self, v: int) -> tuple[int, int] | None:
        end = v
        if self.g[v] & PAREN:
            inside = self._bracket_before(v)
            if inside is not None and inside > self.left and any(self.g[k] for k in range(inside + 1, v)):
                return self.np_left(inside)  # Ana Ruiz (PSOE, Lugo) | dijo
        while True:
            c = end - 1
            while c > self.left and not self.g[c] & (COMMA | DASH | PAREN):
                c -= 1
            if c <= self.left:
                return self.np_left(end) if end != v else None
            if end == v and self.b[c] & COORDINATOR and self.b[c + 1] & SUBORDINATOR & ~PREPOSITION:
                return None  # denied it, and when they asked, | attacked
            if end == v and self.g[v] & COMMA and self.w[c] in _ALONG:
                end = c  # She, along with Ann Reed, called for
                continue
            if end == v and self.g[v] & COMMA and self._is_aside(c, v):
                end = c  # Reed, just a week before the vote, said
                continue
            if self.g[c] & PAREN:
                end = c
                continue
            if self.b[c - 1] & QUOTED and end != v:
                return self.np_left(end)  # “…,” Reed, a lawyer, said
            if end - c == 1 and self.w[c] in _STATES and self.b[c - 1] & CAPITAL:
                end = c  # president of the bank of Richmond|, Va., noted
                continue
            home = self._home_before(c)
            if home:
                end = home  # John Hill, 43, | of Mill Lane, Lund, said
                continue
            p = c - 1  # the segment before
            while p > self.left and not self.g[p] & (COMMA | DASH | PAREN | SEMICOLON):
                p -= 1
            head = self.b[p]
            if head & COORDINATOR and not head & CAPITAL and p + 1 < c and self._bare_name(p + 1, c):
                return p + 1, c  # … and | Reed, the mayor, said
            if end == v and self.g[v] & COMMA and self._opens_clause(p, c):
                return p + 1, c  # After | the senator, a socialist, derided
            if self._opens_adverbial(p, c):
                behind = self._behind_adverbial(p, c)
                if behind is not None:
                    return behind
                if p > self.left and self.g[p] & COMMA and self._bare_name(self.left, p):
                    return self.left, p  # Reed, in a statement by his aide, Tom Hill, on Monday noted
                return self.np_left(end)
            if self._bare_name(c, end):
                if end != v and self._has_own_verb(p, c):
                    return self.np_left(end)  # The bridge was safe, | Reed, the mayor, said
                before = self.np_left(c)
                if before and end != v and self._ends_circumstance(before[0], c):
                    return c, end  # During a visit to the Bank, | Reed, who had come, said
                if before and self.b[before[0]] & (DETERMINER | POSSESSIVE) | (not self.b[c - 1] & CAPITAL):
                    return before[0], end
                if end != v:
                    return self.np_left(end)
                return self.np_left(c) if before and head & (CAPITAL | SUBJECT) else self.np_left(end)
            end = c

    def _is_named_and_told(self, a: int, e: int) -> bool:
        """Say whether a name and what it is stand there, no clause: Reed, a former commander, | said the firm, …, had"""
        c = next((k for k in range(a + 1, e) if self.g[k] & BREAK), e)
        told = c < e and self.g[c] & COMMA and self.w[c] in ("a", "an", "the", "who")
        linked = c - a == 1 and (
            self.b[a] & ADVERB or self.w[a] in ("so", "and", "but")
        )  # Meanwhile, the plan, | said Reed, is dead
        return bool(told) and not linked and self._bare_name(a, c)

    def _ends_circumstance(self, a: int, c: int) -> bool:
        """Say whether a noun phrase ends what a preposition opens the sentence with, up to its first comma."""
        opens = self.b[self.left] & PREPOSITION and not self.b[self.left] & DETERMINER
        governed = a > self.left and self.b[a - 1] & PREPOSITION and not self.g[a]
        return bool(opens and governed) and not any(self.g[k] & BREAK for k in range(self.left + 1, c))

    def _home_before(self, c: int) -> int:
        """Where an address begins whose last part is at a comma: of | Mill Lane, Lund, said; 0 where none does."""
        k = c
        for _ in range(3):
            k -= 1
            while k > self.left and not self.g[k] & BREAK:
                k -= 1
            told = k > self.left and self.g[k] & COMMA
            places = all(self.b[m] & (CAPITAL | DETERMINER) or self.w[m].isdigit() for m in range(k + 1, c))
            if not told or not places:
                return 0
            if self.w[k] == "of":
                return k
            if not self.b[k] & CAPITAL:
                return 0
        return 0

    def _is_aside(self, c: int, e: int) -> bool:
        """Say whether a stretch between commas tells time or circumstance, and a name stands before it."""
        if not self.b[c] & (ADVERB | TIME | PREPOSITION) or self.b[c] & (DETERMINER | CAPITAL):
            return False
        return not any(self.b[k] & (FINITE | CAPITAL) for k in range(c, e)) and bool(self.b[c - 1] & CAPITAL)

    def _opens_clause(self, p: int, c: int) -> bool:
        """Say whether a conjunction and a subject stand before an apposition: after | the senator, a socialist, derided"""
        return (
            bool(self.b[p] & SUBORDINATOR and self.b[p + 1] & (DETERMINER | POSSESSIVE | CAPITAL))
            and self.w[c] in ("a", "an", "the")
            and 2 < c - p + 1 < 7
            and not any(self.b[k] & (FINITE | ED | ING | PREPOSITION) for k in range(p + 1, c))
        )

    def _opens_adverbial(self, p: int, c: int) -> bool:
        bits = self.b[p]
        if bits & (PREPOSITION | SUBORDINATOR | TIME) and not bits & DETERMINER:
            return True
        if self.w[c - 1] in _AFTERWARDS:
            return True  # Poco después, Ana Ruiz, la alcaldesa, dijo
        if bits & (DETERMINER | NUMBER) and (self._is_time(p + 1) or self._is_time(p + 2)):
            return True  # The day after the vote, Two days later, Reed, the mayor, said
        if p == self.left and self.w[p] in english.FRONTED and self.b[p + 1] & (PREPOSITION | TO | THAT):
            return True  # Faithful to its promise, Chile, …
        return (bits & (ING | ED | ADVERB | COORDINATOR) != 0 and not bits & CAPITAL) or (
            p == self.left
            and bits & (ING | ED | ADVERB) != 0
            and c - p <= 8
            and not bits & SUBJECT
            and not self._may_be_name(p, c)
        )

    def _behind_adverbial(self, p: int, c: int) -> tuple[int, int] | None:
        """Whom no comma parts from a time or place: Last week | Reed, the mayor, said; In Lund | the mayor, Reed, said."""
        np = self.np_left(c)
        if np is not None and np[0] == p and self.b[p] & DETERMINER and self._is_time(p + 1):
            np = (p + 2, np[1]) if np[1] > p + 2 else None  # El lunes | Ruiz, la alcaldesa, dijo
        if np is None or np[0] <= p or any(self.b[k] & (FINITE | QUOTED) for k in range(p, c)):
            return None
        a = np[0]
        if self.b[a - 1] & (PREPOSITION | SUBORDINATOR | TO) and not self.b[a - 1] & TIME:
            return None  # After the vote, | Reed, the mayor, said
        timed = self.b[a - 1] & (TIME | ADVERB) or self.w[a - 1] == "ago" or self.w[a - 1][:1].isdigit()
        if self.b[np[1] - 1] & TIME or any(self._is_time(k) for k in range(a, np[1])):
            return None  # In Ohio | the next day, Reed, the mayor, said
        return np if self.b[a] & (DETERMINER | POSSESSIVE) or (timed and self.b[a] & CAPITAL) else None

    def _has_own_verb(self, p: int, c: int) -> bool:
        """Say whether a stretch has a verb of its own: The bridge was safe; but: the man who lost the vote."""
        for k in range(p, c):
            if self.b[k] & RELATIVE:
                return False
            if self.b[k] & FINITE and not self.b[k] & ED:
                return True
        return False

    def _is_time(self, k: int) -> bool:
        """Say whether a noun of time stands at a word: not "late", of the late mayor."""
        return self.w[k] == "day" or (self.b[k] & (TIME | CAPITAL) == TIME and self.w[k] not in _WHICH)

    def _may_be_name(self, p: int, c: int) -> bool:
        """Ahmed, acting for the union, said; Retired teacher Ann Reed, who …, said; but: Asked on Monday, she said."""
        named = c - p == 2 and self.b[p + 1] & (CAPITAL | TIME) == CAPITAL  # Saeed Khan
        named |= c - p > 2 and self.w[p + 1] in ENGLISH.sources and self._bare_name(p + 2, c)
        return bool(self.b[p] & ED) and (c - p == 1 or named)

    def _bare_name(self, a: int, e: int) -> bool:
        return (
            e - a <= 4
            and not (e - a == 1 and self.w[a][:2] in ("r-", "d-", "i-"))  # R-Tex.
            and all(
                self.b[k] & CAPITAL or self.w[k] in ("de", "von", "van", "al", "bin") for k in range(a, e)
            )
            and not any(self.b[k] & (TIME | PREPOSITION) for k in range(a, e) if self.b[k] & CAPITAL)
        )

    def _past_when(self, k: int) -> int:
        """Behind when and where something is said inside the report: the plan, Reed said on Monday|, is dead."""
        day = (
            k + 1 < self.n and self.b[k] & DETERMINER and self.b[k + 1] & TIME
        )  # dijo Ruiz | el lunes |, es malo
        if (
            k >= self.n
            or self.g[k] & (BREAK | STOP)
            or not (day or self.b[k] & (PREPOSITION | TIME | ADVERB))
        ):
            return k
        for c in range(k + 1, min(k + 12, self.n - 1)):
            if self.b[c - 1] & (FINITE | QUOTED | THAT | TO | WH | SUBJECT & ~DETERMINER):
                return k
            if self.g[c] & BREAK:
                goes_on = self.b[c] & (FINITE | ED | LEMMA) or (
                    self.b[c] & (SUBJECT | DETERMINER | POSSESSIVE | CAPITAL | NUMBER | PLURAL)
                    and not self.b[c] & (PREPOSITION | ING)
                    and self.finite_between(c + 1, min(c + 12, self.n))
                    and not any(self.b[m] & THAT for m in range(c, min(c + 8, self.n)))
                )
                return c if goes_on and self.g[c] & (COMMA | DASH) else k
        return k

    def _past_occasion(self, k: int) -> int:
        """Past when or where something was said, to the comma behind it: As X said | in her report, | …; 0 for none."""
        if self.w[k] in ("when", "while"):
            return next((m for m in range(k + 1, min(k + 16, self.n)) if self.g[m] & COMMA), 0)
        if not self.b[k] & (PREPOSITION | TIME | ADVERB | TO) and not self.b[k - 1] & TO:
            return 0
        for m in range(k + 1, min(k + 16, self.n)):
            if self.g[m] & (COMMA | COLON):
                return m
            if self.b[m] & (FINITE | QUOTED | THAT | RELATIVE | SUBORDINATOR) and not self.b[m] & PREPOSITION:
                return 0
        return 0

    def _opens_with(self, v: int) -> tuple[int, int] | None:
        """Who a sentence opens with, whatever commas part from the verb: | The mayor |, flanked by Hill, the sheriff, said"""
        a = self.left
        nominal = self.b[a] & (DETERMINER | CAPITAL) and not self.b[a] & (
            TIME | PREPOSITION | ADVERB | SUBORDINATOR
        )
        np = self.np_right(a) if nominal else None
        if np is None or np[0] != a or np[1] >= v or not self.g[np[1]] & COMMA or self.b[np[1]] & COORDINATOR:
            return None
        named = self._bare_name(*np)
        if not named and not any(w in ENGLISH.sources or w in ENGLISH.documents for w in self.w.listed(*np)):
            return None
        begins = np[1]
        if self.w[begins] in ("through", "via"):
            return None  # The commission, through its spokesman, | Tom Hill |, urged
        beside = self.b[begins] & (ED | ING) or self.w[begins] in _BESIDE
        if not beside and (named or self.b[begins] & CAPITAL):
            return None  # The mayor, | Ann Reed |, said
        for k in range(np[1], v):
            begins = k if self.g[k] & BREAK else begins
            main = self.b[k] & FINITE and not self.b[k] & (ED | ING | PREPOSITION) and k > np[1]
            if main and not self.b[begins] & (RELATIVE | WH) and self.w[begins] not in _INSIDE:
                return None
            if self.b[k] & QUOTED or self.g[k] & SEMICOLON:
                return None
        return np

    def _with_place(self, np: tuple[int, int] | None) -> tuple[int, int] | None:
        """Somebody with where he is from, if that alone was found: | a pharmacist from Joliet |, who … said"""
        if np is None or np[1] - np[0] > 1 or np[0] - 2 <= self.left or self.g[np[0]]:
            return np
        if self.w[np[0] - 1] not in ("from", "near", "outside") or not self.b[np[0]] & CAPITAL:
            return np
        whole = self.np_left(np[0] - 1)
        return np if whole is None or not self.b[whole[0]] & (DETERMINER | NUMBER) else (whole[0], np[1])

    def _described_by(self, i: int, bits: int, end: int, text: str) -> None:
        """The plan, denounced by | Reed | as “dead”, failed: a participle behind its noun, with who says it."""
        np = self.np_right(end + 1)
        k = np[1] if np is not None else self.n
        if k + 1 >= self.n or self.w[k] != "as" or self.g[k] & BREAK:
            return
        q = k + 2 if self.b[k + 1] & (DETERMINER | POSSESSIVE) and k + 2 < self.n else k + 1
        if self.b[q] & QUOTED:
            self.add(Attribution((i, end), text, bits, np, "np", [(q, q + 1)]))

    def add(self, attribution: Attribution) -> None:
        """Keep an attribution; see `clauses`."""
        raise NotImplementedError

    def _stays_unnamed(self, k: int) -> bool:
        """Say whether somebody asks for nothing but not to be named: (asked) that her name not be used"""
        words = self.w.listed(k, min(k + 7, self.n))
        named = "be" in words and any(w in ("named", "identified", "quoted") for w in words)
        return named or (
            "name" in words and any(w in ("used", "published", "printed", "revealed") for w in words)
        )

    def _with_participle(self, np: tuple[int, int]) -> tuple[int, int]:
        """A subject with its irregular participle: | the firm paid to run it | told, | a note left on the door | read"""
        f = np[0] - 1
        while f > self.left and not self.b[f] & (FINITE | ED):
            if self.g[f + 1] & BREAK or self.b[f] & (THAT | RELATIVE | COORDINATOR | QUOTED | WH):
                return np
            f -= 1
        if f <= self.left or self.g[f + 1] & BREAK or self.w[f] not in _DONE:
            return np
        behind = next((k for k in range(f + 1, np[1]) if not self.b[k] & (ADVERB | TIME)), f)
        if not self.b[behind] & TO and self.w[behind] not in _WHERE:
            return np
        whole = self.np_left(f)
        pronoun = whole is not None and self.b[whole[0]] & (RELATIVE | SUBJECT & ~DETERMINER)
        return np if whole is None or pronoun else (whole[0], np[1])
