"""Between an English verb of saying and its clause: time, place, occasion, and where the clause begins."""

from __future__ import annotations

from typing import Final

from .bits import (
    ADVERB,
    ASKING,
    AUXILIARY,
    BELIEF,
    BREAK,
    CAPITAL,
    COLON,
    COMMA,
    COORDINATOR,
    DASH,
    DETERMINER,
    ED,
    FINITE,
    GERUND,
    NEGATIVE,
    NOUN,
    NUMBER,
    OBJECT,
    OWNER,
    PAREN,
    PLURAL,
    POSSESSIVE,
    PREPOSITION,
    QUOTED,
    RELATIVE,
    SEMICOLON,
    SPEECH,
    STOP,
    SUBJECT,
    SUBORDINATOR,
    TELLING,
    THAT,
    TIME,
    TO,
    VERB,
    WH,
)
from .english_clause_starts import EnglishClauseStarts

_WHEN: Final = ("before", "after", "since", "until", "as")


_TAKE_TO: Final = frozenset(  # whose "to" says to what, not to whom
    "add adds added respond responds responded responding reply replies replied object objected agree agrees agreed".split()
)
_NO_NOUN: Final = (
    PREPOSITION | COORDINATOR | ADVERB | TO | THAT | WH | TIME | ED | FINITE | SUBORDINATOR | QUOTED
)


class EnglishCircumstance(EnglishClauseStarts):
    """Find where a clause begins behind its cue."""

    def _after_circumstance(self, k: int, bits: int, text: str, strict: bool) -> int | None:
        """Where the clause or quotation begins: said | on Tuesday in a statement | that …

        Without "that" only a word which begins a noun phrase will do, and for verbs other than "say" a finite
        verb must follow.
        """
        m = k
        if bits & SPEECH and self.w[k] in ("more", "many", "several", "once", "twice", "time"):
            k = next((t for t in range(k, min(k + 6, self.n)) if self.b[t] & THAT), k)
            m = k
        for _ in range(6):
            if m >= self.n:
                return None
            here = self.b[m]
            if here & QUOTED:
                return m
            if m > k and here & THAT:
                return m
            if self.g[m] & (SEMICOLON | DASH):
                return None
            if self.g[m] & COLON:
                return m
            that = self._that_behind_time(m)
            if that is not None:
                return that
            if self.g[m] & COMMA:
                q = self._quote_behind_comma(m)
                if q is not None:
                    return q
                return m if m > k and here & THAT else self._that_behind_commas(m)
            if (
                here & TO
                and m + 1 < self.n
                and not self.b[m + 1] & (DETERMINER | POSSESSIVE | CAPITAL | OBJECT)
                and not self.w[m + 1].endswith("s")
            ):
                return None
            if here & TO and m == k and text in _TAKE_TO:
                return None  # respond to any attacks that may come
            if self._quantifies(m):
                break
            if here & (PREPOSITION | TO) and not here & SUBJECT:
                if strict and bits & BELIEF and m == k:
                    return None
                nxt = self._past_phrase(m)
                if nxt is None:
                    return None
                m = nxt
                continue
            if (here & ADVERB and not here & (DETERMINER | SUBJECT)) or (
                here & TIME and bits & (SPEECH | TELLING) and self._circumstance(m)
            ):
                m += 1
                continue
            break
        if (
            m >= self.n
            or self.b[m] & (COORDINATOR | GERUND)
            or (self.b[m] & FINITE and not self.b[m] & SUBJECT and (m > k or self.b[m] & AUXILIARY))
        ):
            return None
        return m if self._clause_starts(m, text) else None

    def fronted_clause(self, a: int, e: int) -> bool:
        """Say whether a stretch is one clause with a conjunction of time or condition: Indeed, as soon as X left"""
        k = a
        while k + 1 < e and self.b[k] & (ADVERB | COORDINATOR) and not self.b[k] & (SUBORDINATOR | TIME):
            k += 1
        as_soon = self.w[k] == "as" and "as" in self.w.listed(k + 2, k + 3)
        opens = as_soon or self.b[k] & SUBORDINATOR
        whole = as_soon or not self.b[k] & PREPOSITION or self.finite_between(k, e)
        return bool(opens) and whole and not any(self.g[m] & COMMA for m in range(k + 1, e))

    def whole_clause(self, k: int, cue: int) -> int:
        """Where a clause ends that may begin with a subordinate one: according to Reed, | as he comes and goes, they see …"""
        end = self.clause_end(k, cue)
        if self.b[k] & SUBORDINATOR and not any(self.g[m] & COMMA for m in range(k + 1, end)):
            main = next((m for m in range(end, self.n) if self.g[m] & COMMA), self.n)
            if main < self.n and self.finite_between(main, self.n):
                return self.clause_end(main, cue)
        return end

    def _that_behind_commas(self, m: int) -> int | None:
        """The "that" behind what commas part from its cue: said at a rally in Dayton, Ohio, on Monday | that …"""
        begins = m
        for t in range(m, min(m + 28, self.n - 1)):
            bits = self.b[t]
            if bits & QUOTED or self.g[t] & (SEMICOLON | COLON | STOP):
                return None
            begins = t if self.g[t] & COMMA else begins
            if t > m and bits & THAT:
                if self.b[t - 1] & VERB and self.b[t - 1] & (SPEECH | BELIEF):
                    return None  # said no, adding that
                if begins == t or self.b[t - 1] & TIME:  # but: in a podcast that he hosts
                    return t if self.finite_between(t + 1, self.n) else None
                continue
            inside = self.b[begins] & (RELATIVE | SUBORDINATOR | WH) or self.w[begins] in _WHEN
            if bits & FINITE and not bits & ED and not inside:
                return None
        return None

    def _that_behind_time(self, m: int) -> int | None:
        """The "that" behind a day or a bracket: said | the other day | that, said last year | [3rd meeting] | that."""
        timed = self.b[m] & DETERMINER and (self._is_time(m + 1) or self._is_time(m + 2))
        if not timed and not self.g[m] & PAREN:
            return None
        for k in range(m + 1, min(m + 6, self.n)):
            if self.b[k] & THAT:
                return k
            if self.b[k] & (FINITE | QUOTED) or self.g[k] & (BREAK & ~PAREN):
                return None
        return None

    def _circumstance(self, m: int) -> bool:
        """A day or an hour as circumstance, not the subject of the clause: said Tuesday | he would."""
        if (
            self.w[m] in ("this", "last", "next", "early", "late")
            and not self.b[min(m + 1, self.n - 1)] & TIME
        ):
            return False  # said | this country would wait
        if m + 1 < self.n and self.b[m + 1] & OWNER:
            return False  # said | last week's visit made her go
        return m + 1 < self.n and not self.b[m + 1] & FINITE and not self.b[m] & OWNER

    def _past_phrase(self, m: int) -> int | None:
        """Past a prepositional phrase: to that, a quotation or the noun phrase of the clause that follows."""
        for t in range(m + 1, min(m + 16, self.n)):
            here = self.b[t]
            if here & THAT and t > m + 1 and self.b[t + 1] & AUXILIARY and self.b[t + 1] & FINITE:
                return None  # wrote for the majority opinion | that was signed by
            if (here & THAT and not self.b[t - 1] & PREPOSITION) or here & QUOTED:
                return t
            if self.g[t] & (COMMA | SEMICOLON):
                return t
            if (
                t > m + 1
                and here & (DETERMINER | POSSESSIVE)
                and self.b[t - 1] & TIME
                and not self._is_time(t + 1)
            ):
                return t  # said on Monday | the mayor, Ann Reed, was late
            if here & FINITE and not here & SUBJECT:
                break
            if t > m + 1 and here & SUBJECT and not here & DETERMINER and not self.b[t - 1] & PREPOSITION:
                return t
        k = m + 1
        if k < self.n and self.b[k] & (DETERMINER | POSSESSIVE | NUMBER):
            k += 1
        if k < self.n and self.b[k] & CAPITAL:
            while k + 1 < self.n and self.b[k + 1] & CAPITAL and not self.b[k] & TIME:
                k += 1
        k += 1
        while k < self.n:
            here = self.b[k]
            if here & (DETERMINER | POSSESSIVE | PREPOSITION | SUBJECT | TIME | QUOTED | THAT):
                return k
            year = here & ~NUMBER == 0 and len(self.w[k]) == 4 and self.w[k].isdigit()
            if (self.b[k - 1] & TIME and not year) or self.g[k] & BREAK:
                return k
            if here & CAPITAL and not self.b[k - 1] & CAPITAL:
                return k
            if here & FINITE:
                return k - 1 if k - 1 > m else None
            k += 1
        return None

    def _quote_behind_comma(self, k: int) -> int | None:
        """said, “…”   said, in a speech on Monday, “…”   told reporters, “…”"""
        for m in range(k, min(k + 16, self.n)):
            if self.b[m] & QUOTED:
                return m if self.g[m] & (COMMA | COLON) or m == k else None
            if self.b[m] & VERB and self.b[m] & FINITE and not self.b[m] & NOUN:
                return None
        return None

    def _told_several(self, k: int, verb: int) -> bool:
        """Say whether people are told a clause that begins with a bare noun: told reporters | climate change was real."""
        if not self.b[k] & PLURAL or self.b[k] & CAPITAL or not 1 < verb - k < 7:
            return False
        acts = self.b[verb] & FINITE and not self.b[verb] & (SUBJECT | TO)
        begins = not self.b[k + 1] & _NO_NOUN and not any(self.g[m] for m in range(k + 1, verb + 1))
        return bool(acts) and begins

    def _is_what_was_said(self, source: tuple[int, int], k: int) -> bool:
        """Say whether "was" and what is said follow: What Reed said | was that, All she would say | was “…”"""
        whole = source[0] > 0 and self.w[source[0] - 1] in ("what", "all")
        return whole and k + 1 < self.n and bool(self.b[k + 1] & (QUOTED | THAT))

    def _past_who(self, k: int) -> int:
        """The "that" behind a relative clause: told | farmers who had come by bus | that; 0 where "who" asks."""
        if self.w[k] != "who" or not self.b[k + 1] & (FINITE | ED):
            return 0
        for m in range(k + 2, min(k + 14, self.n - 1)):
            if self.b[m] & THAT and not self.g[m] & BREAK:
                taken = self.b[m - 1] & (VERB | NOUN | PREPOSITION)  # who had said | that
                return 0 if taken or self.b[m + 1] & FINITE & ~SUBJECT else m
            if self.g[m] & BREAK or self.b[m] & (QUOTED | WH):
                return 0
        return 0

    def _asks(self, bits: int, word: str, k: int) -> bool:
        if word in ("whether", "how", "why"):
            return True
        if word == "if":
            return bool(bits & ASKING)
        if word == "what":
            return not bits & BELIEF or bool(self.b[k] & WH)
        return bool(bits & (ASKING | TELLING)) or (
            word in ("which", "who", "where", "when") and bool(bits & SPEECH) and self._denied(k)
        )

    def _denied(self, k: int) -> bool:
        return any(
            self.b[m] & NEGATIVE or self.w[m] in ("didn't", "wouldn't", "declined", "refused")
            for m in range(max(k - 4, 0), k)
        )
