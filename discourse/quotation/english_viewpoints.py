"""English points of view: in Ann Reed’s words, the plan is dead; …, in the words of the court."""

from __future__ import annotations

from typing import Final

from .attribution import Attribution
from .bits import (
    CAPITAL,
    COLON,
    COMMA,
    COORDINATOR,
    DASH,
    DETERMINER,
    OWNER,
    POSSESSIVE,
    RELATIVE,
    SPEECH,
    SUBORDINATOR,
)
from .english import OPINION_NOUNS
from .english_nouns import EnglishNouns

_BEFORE_OWNER: Final = CAPITAL | DETERMINER


class EnglishViewpoints(EnglishNouns):
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
