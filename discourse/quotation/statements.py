"""Whether a conjunction leads to a statement of its own: said it was late, | and Reed denied it."""

from __future__ import annotations

from typing import Final

from .bits import (
    ACCUSING,
    ADVERB,
    ASKING,
    AUXILIARY,
    BELIEF,
    BREAK,
    CAPITAL,
    COLON,
    COMMA,
    COORDINATOR,
    DETERMINER,
    ED,
    EVALUATION,
    FINITE,
    GERUND,
    INTENTION,
    MANNER,
    PAST,
    PLURAL,
    POSSESSIVE,
    PRESENT,
    QUOTED,
    REQUEST,
    SPEECH,
    SUBJECT,
    TELLING,
    THAT,
    TO,
    VERB,
    WH,
)
from .phrases import Phrases

SAYING: Final = SPEECH | TELLING | ASKING | MANNER
_ACTS: Final = SPEECH | TELLING | ASKING | REQUEST | EVALUATION | MANNER  # what coordination may go on with


class Statements(Phrases):
    """Tell clauses that go on with what is said from those that begin anew."""

    def new_statement(self, k: int, tense: int, comma: bool) -> bool:
        """Say whether "and"/"but" at a word begins a statement of its own: and vowed to, but Smith said."""
        m = k + 1
        while m < self.n and self.b[m] & (ADVERB | AUXILIARY) and not self.b[m] & SUBJECT:
            m += 1
        if m >= self.n:
            return False
        bits, end, _ = self.cue_at(m)
        finite = FINITE | PRESENT | (GERUND if tense & GERUND else 0)
        thought = BELIEF | INTENTION if tense & (BELIEF | INTENTION) else 0
        if comma and self._that(end):
            thought |= BELIEF
        if m > k + 1 and self.b[m - 1] & AUXILIARY:
            finite |= PAST  # y ha pedido que
        if self._that(k + 1):
            return False  # said that A, but that B
        if self.w[k + 1] == "had" and not comma:
            return False  # said he was tired and had asked whether: within what is said
        if not tense & VERB and not comma:
            return False  # according to X, A did this and said that: all X's
        if (
            bits & (_ACTS | thought)
            and bits & finite
            and self.same_tense(bits, tense)
            and self.takes_content(end, bits)
        ):
            return True
        own = self.b[k + 1] & SUBJECT and not self.b[k + 1] & DETERMINER and k + 3 < self.n
        if own and self.b[k + 2] & SPEECH and self.b[k + 3] & QUOTED and self.g[k + 3] & COLON:
            return True  # he asks whether to print it and | she answers: “…”
        if not comma:
            return self._said_that(k)
        apposed = bool(self.b[k + 1] & (DETERMINER | CAPITAL | SUBJECT)) if k + 1 < self.n else False
        for c in range(k + 2, min(k + (15 if apposed else 9), self.n)):
            bits, end, _ = self.cue_at(c)
            if bits & VERB and bits & (FINITE | PRESENT) and not self.b[c - 1] & (DETERMINER | POSSESSIVE):
                return self.takes_content(end, bits)
            if (self.b[c] & FINITE and not self.b[c] & AUXILIARY) or self.b[c] & QUOTED:
                return False
            if self.g[c] & BREAK and not (apposed and self.g[c] & COMMA):
                return False
        return False

    def _that(self, k: int) -> bool:
        return k < self.n and bool(self.b[k] & THAT)

    def _quotes_another(self, k: int) -> bool:
        """Say whether somebody else is quoted next: said it was “dead” | and Hill, the mayor, called it “late”"""
        for c in range(k + 2, min(k + 16, self.n - 1)):
            bits, end, _ = self.cue_at(c)
            if bits & VERB and bits & (FINITE | PRESENT) and not self.b[c - 1] & (DETERMINER | POSSESSIVE):
                return any(self.b[m] & QUOTED for m in range(end, min(end + 14, self.n)))
            if self.b[c] & (QUOTED | FINITE) and not self.b[c] & ED:
                return False
        return False

    def _said_that(self, k: int) -> bool:
        """Say whether "and Y said that" follows, which needs no comma."""
        if k + 1 >= self.n or not self.b[k + 1] & (SUBJECT | DETERMINER | CAPITAL):
            return False
        if self.b[k - 1] & QUOTED and not self.b[k] & CAPITAL:
            return self._quotes_another(k)
        for c in range(k + 2, min(k + 6, self.n - 1)):
            bits, end, _ = self.cue_at(c)
            if bits & (SPEECH | TELLING) and bits & FINITE:
                return end < self.n and bool(self.b[end] & THAT)
            if self.b[c] & FINITE or self.g[c] & BREAK or self.b[c] & QUOTED:
                return False
        return False

    def _new_clause(self, k: int) -> bool:
        """Say whether a subject and a finite verb follow "and": an infinitive cannot be joined with them."""
        for m in range(k + 1, min(k + 8, self.n)):
            if self.b[m] & FINITE and m > k + 1:
                return True
            if (self.g[m] & BREAK and m > k + 1) or self.b[m] & (QUOTED | TO):
                return False
        return False

    def same_tense(self, one: int, other: int) -> bool:
        return True

    def takes_content(self, k: int, bits: int) -> bool:
        """Say whether something a cue can introduce stands after it."""
        if k >= self.n:
            return False
        if self.b[k] & (THAT | QUOTED) or (
            self.b[k] & TO and bits & REQUEST | (bits & VERB and self.b[k] & TO)
        ):
            return True
        if bits & EVALUATION and bits & ACCUSING and not self.b[k] & (WH | COORDINATOR):
            return any(
                self.b[m] & QUOTED or self.w[m] in ("of", "for", "as") for m in range(k, min(k + 8, self.n))
            )
        if self.b[k] & (SUBJECT | DETERMINER | POSSESSIVE | CAPITAL | WH | PLURAL):
            return bool(bits & SAYING or (bits & BELIEF and self.b[k] & SUBJECT)) or any(
                self.b[m] & (QUOTED | TO | THAT) for m in range(k, min(k + 8, self.n))
            )
        return bool(bits & EVALUATION) and any(
            self.b[m] & QUOTED or self.w[m] in ("as", "of", "for", "de") for m in range(k, min(k + 8, self.n))
        )
