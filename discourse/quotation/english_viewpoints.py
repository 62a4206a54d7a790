"""English points of view: in Reed’s words, …; as X put it, …; …, as noted by the court."""

from __future__ import annotations

from typing import Final

from .attribution import Attribution
from .bits import (
    ADVERB,
    AUXILIARY,
    BELIEF,
    BREAK,
    CAPITAL,
    COLON,
    COMMA,
    COORDINATOR,
    DASH,
    DETERMINER,
    FINITE,
    GERUND,
    LEMMA,
    NUMBER,
    OWNER,
    PAST,
    POSSESSIVE,
    PREPOSITION,
    QUOTED,
    RELATIVE,
    SEMICOLON,
    SPEECH,
    SUBORDINATOR,
    TELLING,
    TIME,
    TO,
)
from .english import OPINION_NOUNS
from .english_controllers import EnglishControllers

_CHARGED: Final = (
    "charged",
    "called",
    "asked",
    "accused",
    "recommended",
    "proposed",
)  # as the body charged with it, …
_BEFORE_OWNER: Final = CAPITAL | DETERMINER


class EnglishViewpoints(EnglishControllers):
    """Read whose view a clause is said to be."""

    def _in_view(self, i: int) -> bool:
        """In his view, …   …, in Reed’s telling. The plan is, in Ann Reed’s words, …"""
        own = i + 1
        while own < min(i + 6, self.n) and self.b[own] & _BEFORE_OWNER and not self.b[own] & OWNER:
            own += 1
        k = own + 2
        if k > self.n or self.w[own + 1] not in OPINION_NOUNS or not self.b[own] & (POSSESSIVE | OWNER):
            return False
        source = (i + 1, own + 1)
        if self.is_author(source) or (k < self.n and not self.g[k] & (COMMA | COLON)):
            return False
        parts: list[tuple[int, int]] = []
        left = self.left_content(i) if i > self.left and self.g[i] & (COMMA | DASH) else None
        joined = left is not None and self.b[i - 1] & (RELATIVE | SUBORDINATOR | COORDINATOR)
        if left is not None and not joined:
            parts.append(left)
        if k < self.n and (left is None or joined or self.goes_on(left, i, k)):
            parts.append((k, self.clause_end(k, i)))
        self.add(Attribution((i, k), " ".join(self.w.listed(i, k)), SPEECH, source, "np", parts))
        return bool(parts)

    def _as_clause(self, c: int, bits: int, end: int, text: str) -> bool:
        """As X noted, …   … , as X put it, …"""
        if not (
            (bits & (SPEECH | BELIEF | TELLING) and bits & (FINITE | LEMMA | GERUND))
            or text in ("put it", "puts it")
        ):
            return False
        if bits & PAST and bits & SPEECH and c > self.left and self.w[self.verb_group(c) - 1] == "as":
            return self._as_stated(c, bits, end, text)
        cue_end = end
        told = bits & TELLING and end < self.n and not self.w[end].isdigit()
        told = told and not self.b[end] & (TIME | PREPOSITION | ADVERB | NUMBER)
        end = self._addressee(end) if told else end  # as Reed told | reporters |, the plan is dead
        if end < self.n and not self.g[end] & (COMMA | COLON):
            end = self._past_occasion(end) if bits & (SPEECH | TELLING) and text not in _CHARGED else 0
            if not end:
                return False
        i = next((k for k in range(c - 1, max(c - 14, self.left) - 1, -1) if self.w[k] == "as"), None)
        but = i == self.left + 1 and self.b[self.left] & COORDINATOR  # But as Reed told us, …
        if i is None or (i > self.left and not self.g[i] & BREAK and not but):
            return False
        if told and i > self.left and self.b[i - 1] & QUOTED:
            return False  # “…”, as the Scriptures tell us, “…”
        verb, source = self.verb_group(c), None
        if bits & LEMMA and self.b[verb - 1] & TO:  # as Reed | went on | to say
            source = self._controller(verb)[0]
            verb = source[1] if source is not None else verb
        source = source or self.np_left(verb)
        if any(
            (self.b[k] & FINITE and not self.b[k] & AUXILIARY) or (k > i and self.g[k] & (SEMICOLON | COLON))
            for k in range(i + 1, verb)
        ):
            return False
        if source is None or source[1] <= i + 1 or self.is_author(source):
            return False
        source = (max(source[0], i + 1), source[1])
        left = self.left_content(i) if i and self.g[i] & BREAK else None
        parts = []
        if left is not None:
            parts.append(left)
        if end < self.n and (left is None or self.goes_on(left, i, end)):
            parts.append((end, self.clause_end(end, c)))
        self.add(Attribution((c, cue_end), text, bits, source, "np", parts))
        return True

    def _as_stated(self, c: int, bits: int, end: int, text: str) -> bool:
        """As stipulated in the Charter, …   …, as noted by the court."""
        i = self.verb_group(c) - 1
        if i > self.left and not self.g[i] & BREAK:
            return False
        source, k = None, end
        if k < self.n and self.w[k] in ("in", "by") and not self.g[k] & BREAK:
            np = self.np_right(k + 1)
            if np is None or self.is_author(np):
                return False
            source = np if self.w[k] == "by" or self._is_document(np) else None
            k = np[1]
        while k < self.n and not self.g[k] & (COMMA | COLON):
            if self.b[k] & FINITE:
                return False
            k += 1
        left = self.left_content(i) if i > self.left else None
        parts = [left] if left is not None else []
        if k < self.n and (left is None or self.goes_on(left, i, k)):
            parts.append((k, self.clause_end(k, c)))
        self.add(Attribution((c, end), text, bits, source, "np" if source else "none", parts, True))
        return True
