"""English passives: was told that …, is expected to …; and what somebody was asked."""

from __future__ import annotations

from typing import Final

from .antecedents import BEGINS_PHRASE
from .attribution import Attribution
from .bits import (
    ADVERB,
    ASKING,
    BELIEF,
    BREAK,
    CAPITAL,
    DETERMINER,
    EVALUATION,
    EVIDENCE,
    FINITE,
    MODAL,
    NEGATIVE,
    NUMBER,
    OBJECT,
    POSSESSIVE,
    PREPOSITION,
    QUOTED,
    RELATIVE,
    REQUEST,
    SPEECH,
    SUBJECT,
    TELLING,
    THAT,
    TIME,
    TO,
    WH,
)
from .english_complement import REFUSE
from .english_objects import ACCUSE
from .english_subjects import EnglishSubjects

_OPENERS: Final = SUBJECT | DETERMINER | POSSESSIVE | CAPITAL | NUMBER


class EnglishPassives(EnglishSubjects):
    """Read what an English passive introduces."""

    def _ends_object(self, a: int) -> bool:
        """Say whether what seems a subject begins with a verb behind its auxiliary: a noun that ends an object."""
        return a > self.left and bool(self.b[a - 1] & MODAL) and not self.b[a] & BEGINS_PHRASE

    def _asked(self, i: int, bits: int, end: int, text: str) -> None:
        """Asked on Monday whether …, X …: the question is somebody's, unnamed."""
        for k in range(end, min(end + 9, self.n)):
            if self.g[k] & BREAK or self.b[k] & FINITE:
                return
            if self.b[k] & WH and not self.b[k] & THAT:
                parts = [(k, self.clause_end(k, i, opening=True))]
                self.add(Attribution((i, end), text, bits, None, "none", parts, True))
                return

    def _passive(self, v: int, i: int, bits: int, end: int, text: str) -> None:
        k = end
        source = None
        if v > 0 and self.w[v - 1] in ("it", "this") and any(self.b[m] & MODAL for m in range(v, i)):
            return  # it may be said that: the author's own
        if (
            bits & EVALUATION
            and k < self.n
            and self.w[k] != "by"
            and self.b[k] & (PREPOSITION | TIME | ADVERB)
        ):
            agent = next(
                (m for m in range(k, min(k + 5, self.n)) if self.w[m] == "by" or self.g[m] & BREAK), k
            )
            k = agent if self.w[agent] == "by" else k  # billed in advance | by some as
        elif (
            bits & (TELLING | REQUEST)
            and k < self.n
            and self.b[k] & (PREPOSITION | TIME)
            and self.w[k] != "by"
        ):
            k = self._agent_behind(k)  # were warned | on Monday | by Reed that
        if bits & EVALUATION and k < self.n and self.b[k] & (DETERMINER | QUOTED) and not self.g[k] & BREAK:
            self._branded(v, i, bits, k, text)
            return
        if k < self.n and self.w[k] == "by":
            source = self.np_right(k + 1)
            if source is None:
                return
            k = source[1]
            if self.w[k - 1] in ("fact", "idea", "notion"):
                return  # informed by the fact that
        if k >= self.n or self.g[k] & BREAK:
            return
        here = self.b[k]
        parts: list[tuple[int, int]] = []
        relative = v > 0 and bool(self.b[v - 1] & RELATIVE) and not self.b[v - 1] & THAT
        if here & THAT and bits & (SPEECH | TELLING | BELIEF):
            parts = [(k, self.clause_end(k, i, relative))]
        elif (
            here & TO
            and (bits & (BELIEF | SPEECH | EVIDENCE | REQUEST | TELLING) or text == "expected")
            and text not in REFUSE
            and text not in ("calculated", "established")  # calculated to please, established to help
            and not (
                bits & EVIDENCE and any(self.b[m] & MODAL for m in range(v, i))
            )  # must be found to pay it
        ):
            if k + 1 < self.n and not self.b[k + 1] & (DETERMINER | POSSESSIVE | CAPITAL | OBJECT):
                parts = [(k, self.clause_end(k, i, relative))]
        elif here & WH and bits & (ASKING | TELLING):
            parts = [(k, self.clause_end(k, i))]
        elif bits & TELLING and here & _OPENERS and self._clause_starts(k, text) and self._has_verb(k):
            parts = [(k, self.clause_end(k, i, relative))]  # were told | they would have to leave
        elif bits & (REQUEST | TELLING) and here & NEGATIVE and k + 1 < self.n and self.b[k + 1] & TO:
            parts = [(k, self.clause_end(k, i, relative))]  # were warned | not to leave
        elif text in ACCUSE and self.w[k] == "of":
            parts = [(k, self.clause_end(k, i, relative))]
        elif bits & TELLING and self.w[k] in ("of", "about") and k + 1 < self.n and self.b[k + 1] & QUOTED:
            parts = self.quote_parts(k + 1, i)  # he was told by Reed of | “forty people”
        elif bits & EVALUATION and source and (here & QUOTED or self.w[k] == "as"):
            parts = self.quote_parts(k, i) if here & QUOTED else [(k, self.clause_end(k, i))]
        if parts and not (source and self.is_author(source)):
            subject, _ = self.subject(v)
            if subject and self.is_author(subject) and not source:
                return
            self.add(Attribution((v, end), text, bits, source, "np" if source else "none", parts, True))

    def _agent_behind(self, k: int) -> int:
        """Where "by" stands behind when or where somebody was told something; the same word if it does not."""
        for m in range(k, min(k + 7, self.n - 2)):
            if self.w[m] == "by":
                np = self.np_right(m + 1)
                told = np is not None and np[1] < self.n and self.b[np[1]] & (THAT | TO | WH)
                return m if told else k
            if self.g[m] & BREAK or self.b[m] & (FINITE | QUOTED | THAT | TO | WH):
                return k
        return k
