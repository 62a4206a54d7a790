"""What an English verb of saying, asking or wanting takes: that-clause, infinitive, quotation, clause."""

from __future__ import annotations

from typing import ClassVar, Final

from . import english
from .bits import (
    ADVERB,
    ASKING,
    BELIEF,
    BREAK,
    CAPITAL,
    COLON,
    COMMA,
    COORDINATOR,
    DASH,
    DETERMINER,
    EVALUATION,
    EVIDENCE,
    FINITE,
    GERUND,
    ING,
    INTENTION,
    MANNER,
    NEGATIVE,
    NUMBER,
    OBJECT,
    PAREN,
    PLURAL,
    POSSESSIVE,
    PREPOSITION,
    QUOTED,
    RELATIVE,
    REQUEST,
    SEMICOLON,
    SPEECH,
    STOP,
    SUBJECT,
    TELLING,
    THAT,
    TIME,
    TO,
    WH,
)
from .clauses import SAYING
from .english_circumstance import SAY, EnglishCircumstance

ACCUSE: Final = frozenset("accuse accuses accused accusing".split())
_BLAME: Final = frozenset(
    """
        blame blames blamed blaming fault faults faulted criticize criticizes criticized criticizing
        attack attacked praise praised
        """.split()
)
_WARN: Final = frozenset(
    """
        warn warns warned warning speak complain complains complained complaining caution cautions
        cautioned
        """.split()
)
_DENY: Final = frozenset("deny denies denied denying".split())
_CALL: Final = frozenset("call calls called calling".split())
_CALL_FOR: Final = frozenset(
    f"{verb} for"
    for verb in (
        "call calls called calling push pushes pushed pushing press presses pressed pressing appeal appeals"
        " appealed appealing plead pleads pleaded pleading"
    ).split()
)
REFUSE: Final = frozenset("decline declines declined declining refuse refuses refused refusing".split())
_CLAIM_TO: Final = frozenset(
    """
        claim claims claimed claiming profess professes professed professing purport purports purported
        allege alleged
        """.split()
)
_WITH_OBJECT_TO: Final = frozenset(
    "want wants wanted expect expects expected prefer prefers preferred".split()
)
_DOCUMENTS: Final = english.DOCUMENTS
_REQUIRING: Final = frozenset(
    "plan plans bill law laws contract contracts budget draft design recipe schedule rules situation".split()
)
_OPENERS: Final = SUBJECT | DETERMINER | POSSESSIVE | CAPITAL | NUMBER
_REACH: Final = 12


class EnglishComplement(EnglishCircumstance):
    """Find what stands after an English cue."""

    contrast: ClassVar[frozenset[str]] = frozenset("but although though while whereas even yet".split())
    report_nouns: ClassVar[frozenset[str]] = english.REPORT_NOUNS
    source_phrases: ClassVar[dict[str, tuple[tuple[str, ...], ...]]] = english.SOURCE_PHRASES

    def _addressee(self, k: int) -> int:
        """Past the one who is told: told | reporters | he would; told | The Associated Press | the plan."""
        if k >= self.n or self.g[k] & BREAK or self.b[k] & (THAT | QUOTED | TO):
            return k
        if self.b[k] & OBJECT:
            return k + 1
        m = k
        if self.b[m] & (DETERMINER | POSSESSIVE | NUMBER):
            m += 1
        first_capital = m < self.n and bool(self.b[m] & CAPITAL)
        while m < self.n and m < k + 10:
            here = self.b[m]
            if m > k and (self.g[m] & (BREAK | STOP) and not (self.g[m] & STOP and self._short(m - 1))):
                return m
            if here & (QUOTED | THAT | WH | TO | FINITE) and m > k:
                return m
            if (
                m > k + 1
                and here & (SUBJECT | DETERMINER | POSSESSIVE)
                and not self.b[m - 1] & (PREPOSITION | COORDINATOR)
            ):
                return m
            if m > k and here & SUBJECT and not here & DETERMINER:
                return m
            if m > k and here & DETERMINER and not self.b[m - 1] & (PREPOSITION | COORDINATOR | DETERMINER):
                return m
            if (
                m > k
                and here & CAPITAL
                and not first_capital
                and self.b[m - 1] & PLURAL
                and not self.b[m - 1] & (CAPITAL | PREPOSITION | DETERMINER | COORDINATOR)
            ):
                return m
            if (
                m > k
                and here & (TIME | PREPOSITION | ADVERB)
                and not (here & PREPOSITION and self.w[m] == "of")
            ):
                return m
            m += 1
        return m

    def _complement(
        self,
        i: int,
        bits: int,
        end: int,
        text: str,
        source: tuple[int, int] | None,
        relative: bool,
        opening: bool,
    ) -> list[tuple[int, int]]:
        """Find what an active cue introduces."""
        k = end
        while (
            k + 1 < self.n
            and self.b[k] & ADVERB
            and not self.g[k] & BREAK
            and not self.b[k] & (SUBJECT | DETERMINER | TIME)
        ):
            k += 1
        if bits & (INTENTION | SPEECH) and k + 1 < self.n and self.b[k] & TIME and self.b[k + 1] & TO:
            k += 1  # vowed Thursday | to go on
        if self.w[k : k + 2] == ["all", "along"]:
            k += 2
        if k >= self.n:
            return []

        def clause(a: int) -> list[tuple[int, int]]:
            return [(a, self.clause_end(a, i, relative, opening))]

        if self.b[k] & QUOTED:
            return self.quote_parts(k, i, relative)
        if self.g[k] & COLON:
            return [(k, self.n)]
        if bits & SAYING:
            for m in range(k, min(k + 6, self.n)):
                if self.b[m] & QUOTED and self.g[m] & COLON:
                    return self.quote_parts(m, i)  # shouted at the guards: “…”
                if self.b[m] & (FINITE | THAT | QUOTED) or self.g[m] & (BREAK | STOP):
                    break
        if self.g[k] & (COMMA | DASH | PAREN | SEMICOLON | STOP):
            q = self._quote_behind_comma(k)
            inserted = self._past_inserted(k) if q is None and bits & (SPEECH | BELIEF) else None
            if inserted is not None:
                return clause(inserted)
            return self.quote_parts(q, i) if q is not None and bits & (SAYING | BELIEF) else []
        here = self.b[k]
        if (
            source
            and here & FINITE
            and not here & SUBJECT
            and self.b[max(source[0] - 1, 0)] & (WH | RELATIVE)
        ):
            if self.w[source[0] - 1] == "what":
                return []  # what she believes is another matter
            return clause(k) if bits & (SPEECH | BELIEF) else []  # which it said | could amount to war crimes
        if (
            (
                bits & INTENTION
                and here & TO
                and text not in REFUSE
                and english.may_be_infinitive(self.w[min(k + 1, self.n - 1)])
            )
            and k + 1 < self.n
            and not self.b[k + 1] & (DETERMINER | POSSESSIVE | CAPITAL)
        ):
            return clause(k)
        if (
            here & TO
            and text in _CLAIM_TO
            and k + 1 < self.n
            and not self.b[k + 1] & (DETERMINER | POSSESSIVE)
        ):
            return clause(k)
        if here & THAT and self._only_points(k) and text not in SAY:
            return []  # they are showing that resolve
        if here & THAT and bits & (
            SPEECH | BELIEF | EVIDENCE | REQUEST | ASKING | TELLING | INTENTION | MANNER
        ):
            return clause(k)
        if (
            here & WH
            and bits & (SPEECH | ASKING | TELLING | EVIDENCE | BELIEF)
            and self._asks(bits, self.w[k], k)
        ):
            return clause(k)
        if text in _WARN and self.w[k] in ("of", "against"):
            return clause(k)
        if text in _DENY and here & ING:
            return clause(k)
        if bits & REQUEST and self.w[k] in ("anonymity", "permission", "time", "not"):
            return []
        if text in _CALL_FOR:
            q = self._near_quote(k)
            if q is not None:
                return self.quote_parts(q, i, extend=False)
            if not source or self._requires(source) or self.b[i - 1] & TO:
                return []
            stop = clause(k)[0][1]  # "after" tells when they called: called for talks | after a raid
            return [(k, next((m for m in range(k + 1, stop) if self.w[m] == "after"), stop))]
        if bits & (TELLING | ASKING | REQUEST) or text in _WITH_OBJECT_TO:
            told = self._addressee(k)
            if told < self.n and told > k:
                there = self.b[told]
                verb = told + 1 < self.n and not self.b[told + 1] & (DETERMINER | POSSESSIVE | CAPITAL)
                if (
                    verb
                    and there & TO
                    and bits & (REQUEST | INTENTION)
                    and text not in _CALL
                    and not self.g[told] & BREAK
                ):
                    if text in _WITH_OBJECT_TO:
                        return clause(k)  # wants | the bill to pass
                    return clause(told - bool(self.b[told - 1] & NEGATIVE))  # told the men | not to shoot
                inserted = self._past_inserted(told) if bits & TELLING else None
                if inserted is not None:
                    return clause(inserted)
                if bits & REQUEST and text not in _CALL:
                    far = self._far_to(k)
                    if far is not None:
                        return clause(far)
                if (there & THAT and bits & TELLING) or (
                    there & WH and bits & (TELLING | ASKING) and not self.g[told] & BREAK
                ):
                    return clause(told)
                if there & QUOTED and (bits & (TELLING | ASKING) or self.g[told] & BREAK):
                    return self.quote_parts(told, i)
                if bits & (TELLING | ASKING):
                    found = self._after_circumstance(told, bits & ~EVALUATION, text, strict=True)
                    if found is not None:
                        return self.quote_parts(found, i) if self.b[found] & QUOTED else clause(found)
                if (
                    bits & TELLING
                    and not self.g[told] & BREAK
                    and there & _OPENERS
                    and self._clause_starts(told, text)
                ):
                    return clause(told)
                if not bits & (SPEECH | EVALUATION):
                    return []
            elif not bits & (SPEECH | EVALUATION | BELIEF):
                return []
        if bits & EVALUATION or text in ACCUSE:
            return self._evaluation(i, k, text, relative, opening)
        if bits & EVIDENCE and any(
            self.b[m] & GERUND and self.b[m] & (SAYING | EVALUATION) and self.b[m - 1] & CAPITAL
            for m in range(k + 1, min(k + 9, self.n))
        ):
            return []  # a film that shows Reed saying …
        if bits & (SPEECH | BELIEF | EVIDENCE):
            found = self._after_circumstance(k, bits, text, strict=not bits & (SPEECH | EVIDENCE))
            if (
                found is not None
                and bits & GERUND
                and text not in SAY
                and not self.b[found] & (THAT | QUOTED | SUBJECT)
            ):
                found = None
            if found is not None:
                return self.quote_parts(found, i, relative) if self.b[found] & QUOTED else clause(found)
            if bits & EVIDENCE and source and self._is_document(source) and not here & (PREPOSITION | TO):
                return clause(k)
        if bits & (SPEECH | MANNER | BELIEF):
            q = self._near_quote(k)
            if q is not None:
                return self.quote_parts(q, i, relative)
        return []

    def _past_inserted(self, k: int) -> int | None:
        """warned, without evidence, | that …   told him, politely, | that …"""
        if not self.g[k] & COMMA or not self.b[k] & (PREPOSITION | ADVERB):
            return None
        m = next((m for m in range(k + 1, min(k + 9, self.n)) if self.g[m] & COMMA), self.n)
        return m if m < self.n and self.b[m] & THAT and not self.finite_between(k, m) else None

    def _only_points(self, k: int) -> bool:
        """Say whether "that" is a pronoun or article here: no clause follows before the sentence ends."""
        end = next((m for m in range(k + 1, self.n) if self.g[m] & BREAK), self.n)
        closed = end >= self.n or bool(self.g[end] & SEMICOLON)
        return closed and end - k <= 3 and not any(self.b[m] & (FINITE | QUOTED) for m in range(k + 1, end))

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

    def _near_quote(self, k: int) -> int | None:
        """The marked span that the verb takes in, across its object: called the governor “…”."""
        for m in range(k, min(k + _REACH, self.n)):
            if self.g[m] & (SEMICOLON | COMMA) and not self.b[m] & QUOTED:
                return None
            if self.b[m] & QUOTED:
                return m
            if self.b[m] & (FINITE | RELATIVE | WH) and not self.b[m] & (DETERMINER | PREPOSITION):
                return None
        return None

    def _far_to(self, k: int) -> int | None:
        """urged the leaders of the warring factions | to lay down their arms"""
        for m in range(k, min(k + 14, self.n)):
            if m > k and (self.g[m] & BREAK or self.b[m] & (FINITE | THAT | QUOTED)):
                return None
            if (
                self.b[m] & TO
                and m > k
                and m + 1 < self.n
                and not self.b[m + 1] & (DETERMINER | POSSESSIVE | CAPITAL | NUMBER)
            ):
                return m - bool(self.b[m - 1] & NEGATIVE and m - 1 > k)
        return None

    def _evaluation(self, i: int, k: int, text: str, relative: bool, opening: bool) -> list[tuple[int, int]]:
        q = self._near_quote(k)
        marker = ("of",) if text in ACCUSE else ("for", "as") if text in _BLAME else ("as",)
        behind = 0
        for m in range(k, min(k + _REACH, self.n)):
            if m < behind:
                continue
            if self.g[m] & (SEMICOLON | COMMA) and m > k and m != behind:
                behind = self._behind_apposition(m, marker)
                if not behind:
                    break
                continue
            if q is not None and m >= q:
                break
            open_gap = m == behind or not self.g[m] & BREAK
            if self.w[m] in marker and open_gap and (m > k or "as" in marker):
                if q is not None and q - m <= 2:
                    break
                return [(m, self.clause_end(m, i, relative, opening))]
            if self.b[m] & FINITE and not self.b[m] & DETERMINER:
                break
        return self.quote_parts(q, i, relative, extend=False) if q is not None else []

    def _behind_apposition(self, k: int, marker: tuple[str, ...]) -> int:
        """Where "of" stands behind "a trial lawyer," in "accused Hill, a trial lawyer, of"; 0 if nowhere."""
        end = next((m for m in range(k + 1, min(k + 9, self.n)) if self.g[m] & BREAK), 0)
        is_apposition = end and self.g[end] & COMMA and self.w[end] in marker
        return end if is_apposition and not self.finite_between(k, end) else 0

    def _requires(self, source: tuple[int, int]) -> bool:
        """Say whether something asks for it that nobody says: the plan calls for 300 new homes."""
        return any(self.w[k] in _REQUIRING for k in range(*source))

    def _is_document(self, source: tuple[int, int]) -> bool:
        return any(self.w[k] in _DOCUMENTS for k in range(*source))
