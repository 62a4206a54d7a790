"""What an English verb of saying, asking, thinking or wanting takes: that-clause, infinitive, quotation, bare clause."""

from __future__ import annotations

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
    NOUN,
    NUMBER,
    OBJECT,
    PAREN,
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
    VERB,
    WH,
)
from .clauses import SAYING, Reader

_SAY = frozenset("say says said saying".split())
_ACCUSE = frozenset("accuse accuses accused accusing".split())
_BLAME = frozenset(
    "blame blames blamed blaming fault faults faulted criticize criticizes criticized criticizing"
    " attack attacked praise praised".split()
)
_WARN = frozenset(
    "warn warns warned warning speak complain complains complained complaining caution"
    " cautions cautioned".split()
)
_DENY = frozenset("deny denies denied denying".split())
_CALL_FOR = frozenset(("call for", "calls for", "called for", "calling for"))
_REFUSE = frozenset("decline declines declined declining refuse refuses refused refusing".split())
_CLAIM_TO = frozenset(
    "claim claims claimed claiming profess professes professed professing purport purports purported"
    " allege alleged".split()
)
_WITH_OBJECT_TO = frozenset("want wants wanted expect expects expected prefer prefers preferred".split())
_DOCUMENTS = english.DOCUMENTS
_OPENERS = SUBJECT | DETERMINER | POSSESSIVE | CAPITAL | NUMBER
_REACH = 12


class EnglishComplement(Reader):
    """Find what stands after an English cue."""

    lemma: dict[str, str]

    contrast = frozenset("but although though while whereas even yet".split())
    report_nouns = english.REPORT_NOUNS
    source_phrases = english.SOURCE_PHRASES

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
        if k >= self.n:
            return []

        def clause(a: int) -> list[tuple[int, int]]:
            return [(a, self.clause_end(a, i, relative, opening))]

        if self.b[k] & QUOTED:
            return self.quote_parts(k, i, relative)
        if self.g[k] & COLON:
            return [(k, self.n)]
        if self.g[k] & (COMMA | DASH | PAREN | SEMICOLON | STOP):
            q = self._quote_behind_comma(k)
            return self.quote_parts(q, i) if q is not None and bits & (SAYING | BELIEF) else []
        here = self.b[k]
        if (
            source
            and here & FINITE
            and not here & SUBJECT
            and self.b[max(source[0] - 1, 0)] & (WH | RELATIVE)
        ):
            return clause(k) if bits & (SPEECH | BELIEF) else []  # which it said | could amount to war crimes
        if (
            bits & INTENTION
            and here & TO
            and text not in _REFUSE
            and english.may_be_infinitive(self.w[min(k + 1, self.n - 1)])
        ):
            if k + 1 < self.n and not self.b[k + 1] & (DETERMINER | POSSESSIVE | CAPITAL):
                return clause(k)
        if (
            here & TO
            and text in _CLAIM_TO
            and k + 1 < self.n
            and not self.b[k + 1] & (DETERMINER | POSSESSIVE)
        ):
            return clause(k)
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
        if bits & (TELLING | ASKING | REQUEST) or text in _WITH_OBJECT_TO:
            told = self._addressee(k)
            if told < self.n and told > k:
                there = self.b[told]
                if there & TO and bits & (REQUEST | INTENTION) and not self.g[told] & BREAK:
                    if told + 1 < self.n and not self.b[told + 1] & (DETERMINER | POSSESSIVE | CAPITAL):
                        return clause(told)
                if bits & REQUEST:
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
                    found = self._after_circumstance(told, i, bits & ~EVALUATION, text, strict=True)
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
        if text in _CALL_FOR:
            q = self._near_quote(k)
            return self.quote_parts(q, i, extend=False) if q is not None else []
        if bits & EVALUATION or text in _ACCUSE:
            return self._evaluation(i, k, text, relative)
        if bits & (SPEECH | BELIEF | EVIDENCE):
            found = self._after_circumstance(k, i, bits, text, strict=not bits & (SPEECH | EVIDENCE))
            if (
                found is not None
                and bits & GERUND
                and text not in _SAY
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

    def _quote_behind_comma(self, k: int) -> int | None:
        """said, “…”   said, in a speech on Monday, “…”   told reporters, “…”"""
        for m in range(k, min(k + 16, self.n)):
            if self.b[m] & QUOTED:
                return m if self.g[m] & (COMMA | COLON) or m == k else None
            if self.b[m] & VERB and self.b[m] & FINITE and not self.b[m] & NOUN:
                return None
        return None

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
                return m
        return None

    def _evaluation(self, i: int, k: int, text: str, relative: bool) -> list[tuple[int, int]]:
        q = self._near_quote(k)
        marker = ("of",) if text in _ACCUSE else ("for",) if text in _BLAME else ("as",)
        for m in range(k, min(k + _REACH, self.n)):
            if self.g[m] & (SEMICOLON | COMMA) and m > k:
                break
            if q is not None and m >= q:
                break
            if self.w[m] in marker and not self.g[m] & BREAK and (m > k or marker == ("as",)):
                if q is not None and q - m <= 2:
                    break
                return [(m, self.clause_end(m, i, relative))]
            if self.b[m] & FINITE and not self.b[m] & DETERMINER:
                break
        return self.quote_parts(q, i, relative, extend=False) if q is not None else []

    def _after_circumstance(self, k: int, i: int, bits: int, text: str, strict: bool) -> int | None:
        """Where the clause or quotation begins: said | on Tuesday in a statement | that …

        Without "that" only a word which begins a noun phrase will do, and for verbs other than "say" a finite verb
        must follow.
        """
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
            if self.g[m] & COMMA:
                q = self._quote_behind_comma(m)
                if q is not None:
                    return q
                return m if m > k and here & THAT else None
            if (
                here & TO
                and m + 1 < self.n
                and not self.b[m + 1] & (DETERMINER | POSSESSIVE | CAPITAL | OBJECT)
                and not self.w[m + 1].endswith("s")
            ):
                return None
            if here & (PREPOSITION | TO) and not here & SUBJECT:
                if strict and bits & BELIEF and m == k:
                    return None
                nxt = self._past_phrase(m)
                if nxt is None:
                    return None
                m = nxt
                continue
            if (here & ADVERB and not here & (DETERMINER | SUBJECT)) or (
                here & TIME and self._circumstance(m)
            ):
                m += 1
                continue
            break
        if (
            m >= self.n
            or self.b[m] & (COORDINATOR | GERUND)
            or (self.b[m] & FINITE and not self.b[m] & SUBJECT and m > k)
        ):
            return None
        return m if self._clause_starts(m, text) else None

    def _circumstance(self, m: int) -> bool:
        """A day or an hour as circumstance, not the subject of the clause: said Tuesday | he would."""
        return m + 1 < self.n and not self.b[m + 1] & FINITE

    def _past_phrase(self, m: int) -> int | None:
        """Past a prepositional phrase: to that, a quotation or the noun phrase of the clause that follows."""
        for t in range(m + 1, min(m + 16, self.n)):
            here = self.b[t]
            if (here & THAT and not self.b[t - 1] & PREPOSITION) or here & QUOTED:
                return t
            if self.g[t] & (COMMA | SEMICOLON):
                return t
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
            if self.b[k - 1] & TIME or self.g[k] & BREAK:
                return k
            if here & CAPITAL and not self.b[k - 1] & CAPITAL:
                return k
            if here & FINITE:
                return k - 1 if k - 1 > m else None
            k += 1
        return None

    def _clause_starts(self, m: int, text: str) -> bool:
        here = self.b[m]
        if self.lemma.get(text, text) not in english.BARE_CLAUSE:
            return False
        bare = not here & (SUBJECT | DETERMINER | POSSESSIVE | CAPITAL | NUMBER) and text not in _SAY
        if here & (PREPOSITION | TO | COORDINATOR) and not here & SUBJECT:
            return False
        if here & SUBJECT and not here & DETERMINER and m + 1 < self.n:
            return True
        stop = m + 1
        while (
            stop < self.n
            and not self.g[stop] & SEMICOLON
            and stop < m + (5 if bare else 40 if text in english.SAY_FORMS else 9)
        ):
            if text not in _SAY and (self.b[stop] & WH or (self.g[stop] & COMMA and self.b[stop] & ING)):
                return False
            if self.b[stop] & FINITE and not self.b[stop] & DETERMINER:
                return True
            if self.b[stop] & COORDINATOR and text not in _SAY and self.b[min(stop + 1, self.n - 1)] & VERB:
                return False
            if self.b[stop] & QUOTED:
                return text in _SAY and stop - m <= 6
            if self.b[stop] & THAT and text not in _SAY:
                return False
            stop += 1
        return False

    def _is_document(self, source: tuple[int, int]) -> bool:
        return any(self.w[k] in _DOCUMENTS for k in range(*source))
