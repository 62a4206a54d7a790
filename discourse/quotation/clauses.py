"""Where what is said begins: clauses, quotations after a cue, what stands before a source."""

from __future__ import annotations

from abc import ABC, abstractmethod
from typing import Final

from .attribution import Attribution
from .bits import (
    ADVERB,
    BREAK,
    COLON,
    COMMA,
    COORDINATOR,
    DASH,
    EVALUATION,
    FINITE,
    FIRST,
    GERUND,
    HAVE,
    MANNER,
    QUOTED,
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
)
from .clause_ends import ClauseEnds

_LEADS: Final = frozenset("a an the as who that un una el la como que".split())  # to the next of a list
_SPEAKS: Final = SPEECH | TELLING | EVALUATION


class Reader(ClauseEnds, ABC):
    """Read one block; what follows a cue differs: see `english_clauses`, `spanish_clauses`."""

    @abstractmethod
    def read(self) -> list[Attribution]:
        """Find the attributions of the block."""

    @abstractmethod
    def read_places(self) -> None:
        """Add what words between `left` and `n` introduce."""

    def quote_parts(
        self, q: int, cue: int, relative: bool = False, extend: bool = True
    ) -> list[tuple[int, int]]:
        """What a marked span after a cue makes: itself, its fellows (“a” and “b”), or a clause."""
        nxt = q + 1
        if extend and nxt < self.n and not self.is_full(q) and not self.g[nxt] & (BREAK | STOP):
            bits = (
                self.b[nxt] if not (self.b[cue] & GERUND and self.b[cue] & MANNER) else 0
            )  # fans shouting “…” threw
            if (bits & FINITE and not bits & VERB) or (bits & FINITE and not bits & COORDINATOR):
                return [(q, self.clause_end(q, cue, relative))]
        parts = [(q, q + 1)]
        while nxt < self.n:
            step = nxt + 1 if self.b[nxt] & COORDINATOR and nxt + 1 < self.n else nxt
            if nxt + 3 < self.n and self.w.listed(nxt, nxt + 3) == ["as", "well", "as"]:
                step = nxt + 3
            elif step > nxt and step + 1 < self.n and self.w[step] == "de" == self.w[q - 1]:
                step += 1  # acusó a Ruiz de «…» y de «…»
            elif self.w[nxt] in ("for", "por") and self.b[cue] & EVALUATION and nxt + 1 < self.n:
                step = nxt + 1  # blamed “some countries” for “irrational fears”
            elif step + 1 < self.n and self.w[step] in _LEADS and not self.g[step + 1] & BREAK:
                step += 1  # “fun” and a | “great mum” who | “adores” them
            if self.b[step] & QUOTED:
                parts.append((step, step + 1))
                nxt = step + 1
            else:
                break
        return parts

    def later_quote(self, k: int) -> int | None:
        """The marked span that goes on after a parenthesis: “…,” said X, a lawyer, “…”."""
        for m in range(k, self.n):
            if self.b[m] & QUOTED:
                return m if self.g[m] & (COMMA | COLON | DASH) else None
            bits, end, _ = self.cue_at(m)
            if bits & VERB and bits & FINITE and m > k and not self._inside_relative(m):
                return None
            tensed = bits & FINITE or self.b[m - 1] & HAVE
            if bits & SPEECH and tensed and m > k and self._quotes_at(end):
                return None  # “…,” said X to Reed, who replied: “…”
            if bits & GERUND and bits & SPEECH and m + 1 < self.n and self.b[m + 1] & THAT:
                return None  # he said, adding that it was over, “…”
        return None

    def speaks_inside(self, a: int, e: int) -> bool:
        """Say whether words in marks have a speaker of their own there: Reed said the plan was “dead”."""
        said = [m for m in self.block.places if a < m < e and self.b[m] & FINITE and self.b[m] & _SPEAKS]
        return bool(said) and any(self.b[m] & QUOTED for m in range(said[0], e))

    def _quotes_at(self, k: int) -> bool:
        """Say whether a marked span follows a verb there: replied: “…”"""
        return k < self.n and bool(self.b[k] & QUOTED and self.g[k] & (COMMA | COLON))

    def left_content(self, e: int) -> tuple[int, int] | None:
        """What stands before a parenthetical source or cue, without the connector to what came earlier."""
        if e - 1 > self.left and self.b[e - 1] & QUOTED and self.g[e - 1] & COLON:
            return e - 1, e  # Reed mocked it: “…,” he said
        a = self._after_dateline() if self.left == 0 else self.left
        for k in range(e - 1, a, -1):
            if self.g[k] & (SEMICOLON | COLON) and not self.b[k] & QUOTED:
                # She disagrees: the army, he says, is
                stands = bool(self.g[k] & COLON) and e - k <= 4 and self.finite_between(a, k)
                if stands or any(self.b[m] & (FINITE | QUOTED) for m in range(k, e)):
                    a = k
                break
        if a > 0 and a < e and self.b[a] & COORDINATOR:
            a += 1
        return (a, e) if a < e else None

    def _says_nothing(self, a: int, e: int) -> bool:
        """Say whether a "that", "to" or adverb stands alone: in saying that, I …; agreed to; Indeed, as she said, …"""
        first = self.b[a]
        if e - a == 1 and first & (TO | COORDINATOR | TIME) and not first & (QUOTED | SUBJECT):
            return True
        alone = self.w[a] == "that" or bool(first & (ADVERB | COORDINATOR) and not first & TIME)
        return alone and all(self.b[k] & (ADVERB | COORDINATOR) for k in range(a + 1, e))

    def add(self, attribution: Attribution) -> None:
        parts = [(a, e) for a, e in attribution.parts if a < e and not self._says_nothing(a, e)]
        if len(parts) > 1:  # If, as Reed said, | the bill fails: a conjunction by itself says nothing
            parts = [(a, e) for a, e in parts if e - a > 1 or not self.b[a] & SUBORDINATOR]
        attribution.parts = parts
        if attribution.source is None and any(
            self.b[k] & FIRST
            and not (self.w[k] == "let" and k > self.begin)
            and not any(a <= k < e for f in self.found for a, e in f.parts)
            for k in range(attribution.cue[0])
        ):
            return  # I feel justified in saying that
        if attribution.parts and self.accept(self.block, attribution):
            self.found.append(attribution)
            left = max(self.left, attribution.cue[1])
            for _, e in parts:
                left = max(left, e)
            still = attribution.bits & GERUND and attribution.source and attribution.source[0] >= left
            if attribution.source and not still:  # Calling it “late,” | Reed | said that
                left = max(left, attribution.source[1])
            self.left = left
