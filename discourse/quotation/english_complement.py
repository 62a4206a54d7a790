"""What an English verb of saying, asking or wanting takes: that-clause, infinitive, quotation, clause."""

from __future__ import annotations

from typing import ClassVar, Final

from . import english
from .bits import (
    ADVERB,
    ASKING,
    AUXILIARY,
    BARE,
    BE,
    BELIEF,
    BREAK,
    CAPITAL,
    COLON,
    COMMA,
    COORDINATOR,
    DASH,
    DETERMINER,
    ED,
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
    PAST,
    PLURAL,
    POSSESSIVE,
    PREPOSITION,
    PRESENT,
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
from .callings import CALLINGS
from .english_clause_starts import SAY
from .english_objects import ACCUSE, EnglishObjects
from .roles_en import ENGLISH
from .statements import SAYING

_WARN: Final = frozenset(
    """
        warn warns warned warning speak complain complains complained complaining caution cautions
        cautioned
        """.split()
)
_CLAIM: Final = frozenset("claim claims claimed claiming".split())
_DENY: Final = frozenset("deny denies denied denying".split())
_ASKS_FOR: Final = ("demand", "urge", "request", "recommend", "suggest", "propose")
_MADE: Final = tuple(
    "wrote writes write felt feel feels read reads asked tells told imply implies implied".split()
)
_CALL: Final = frozenset("call calls called calling".split())
_NAMED: Final = ("called", "named", "dubbed", "titled", "nicknamed", "labeled", "labelled")
_CALL_FOR: Final = frozenset(
    f"{verb} for"
    for verb in (
        "call calls called calling push pushes pushed pushing press presses pressed pressing appeal appeals"
        " appealed appealing plead pleads pleaded pleading"
    ).split()
)
REFUSE: Final = frozenset("decline declines declined declining refuse refuses refused refusing".split())
_CLAIM_TO: Final = frozenset(
    "claim claims claimed claiming profess professes professed professing purport purports purported allege alleged".split()
)
_WITH_OBJECT_TO: Final = frozenset(
    "want wants wanted expect expects expected prefer prefers preferred".split()
)
_PEOPLE: Final = ("ers", "ors", "ists", "ians", "men", "women")  # demonstrators
_BEGIN: Final = frozenset("begin begins began beginning".split())
_OPENERS: Final = SUBJECT | DETERMINER | POSSESSIVE | CAPITAL | NUMBER


class EnglishComplement(EnglishObjects):
    """Find what stands after an English cue."""

    contrast: ClassVar[frozenset[str]] = frozenset("but although though while whereas even yet".split())
    report_nouns: ClassVar[frozenset[str]] = english.REPORT_NOUNS
    asides: ClassVar[dict[str, tuple[tuple[str, ...], ...]]] = english.ASIDES
    source_phrases: ClassVar[dict[str, tuple[tuple[str, ...], ...]]] = english.SOURCE_PHRASES

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
        if self.w[k] == "all" and self.w[k + 1] == "along":
            k += 2
        if k >= self.n or self.w[k] == "than":
            return []  # easier said | than done

        def clause(a: int) -> list[tuple[int, int]]:
            return [(a, self.clause_end(a, i, relative, opening))]

        if self.b[k] & QUOTED:
            named = bits & EVALUATION and bits & PAST and k == end and not relative and k + 1 < self.n
            named = named and text in _NAMED and not self.is_full(k) and not self.g[k + 1] & (BREAK | STOP)
            whose = source is not None and not self.b[source[0] - 1] & (WH | RELATIVE)
            if named and whose and self.b[k + 1] & (FINITE | ED):
                return []  # a program called “Marble” allowed them
            what = source is not None and self.w[source[0] - 1] == "what"  # What Reed called “…” | went on
            return self.quote_parts(k, i, relative, not what)
        if self.g[k] & COLON:
            return [(k, self.n)]
        if source and bits & (SPEECH | EVALUATION) and self.b[k] & NOUN and self._is_said_behind(k):
            return [(self.n - 1, self.n)]
        if bits & SAYING:
            for m in range(k, min(k + 6, self.n)):
                if self.b[m] & QUOTED and self.g[m] & COLON:
                    return self.quote_parts(m, i)  # shouted at the guards: “…”
                if self.b[m] & (FINITE | THAT | QUOTED) or self.g[m] & (BREAK | STOP):
                    break
        if self.g[k] & (COMMA | DASH | PAREN | SEMICOLON | STOP):
            q = self._quote_behind_comma(k)
            inserted = self._past_inserted(k) if q is None and bits & (SPEECH | BELIEF) else None
            if inserted is None and q is None and bits & SAYING and self.g[k] & COMMA:
                inserted = self._that_behind_commas(k)
            if inserted is not None:
                return clause(inserted)
            return self.quote_parts(q, i) if q is not None and bits & (SAYING | BELIEF) else []
        here = self.b[k]
        if source and here & BE and self._is_what_was_said(source, k):
            return self.quote_parts(k + 1, i) if self.b[k + 1] & QUOTED else clause(k + 1)
        if (
            source
            and here & FINITE
            and not here & SUBJECT
            and (
                self.b[max(source[0] - 1, 0)] & (WH | RELATIVE)
                or (
                    here & AUXILIARY
                    and bits & BARE
                    and bits & (PAST | PRESENT)
                    and self._reduced_relative(i, source)
                )
            )
        ):
            if self.w[source[0] - 1] == "what" or text in _MADE:
                return []  # what she believes is another matter, the letters he wrote were long
            return clause(k) if bits & (SPEECH | BELIEF) else []  # which it said | could amount to war crimes
        if (
            (
                bits & INTENTION
                and here & TO
                and text not in REFUSE
                and english.may_be_infinitive(self.w[min(k + 1, self.n - 1)])
            )
            and k + 1 < self.n
            and not self.b[k + 1] & (DETERMINER | POSSESSIVE | CAPITAL | COORDINATOR)
        ):
            return clause(k)
        if (
            here & TO
            and text in _CLAIM_TO
            and k + 1 < self.n
            and not self.b[k + 1] & (DETERMINER | POSSESSIVE | CAPITAL)
        ):
            return clause(k)
        if (
            here & THAT
            and self._only_points(k, 2 if bits & REQUEST and self.b[k + 1] & PLURAL else 3)
            and text not in SAY
        ):
            return []  # they are showing that resolve
        if here & THAT and self._is_relative(k, bits, text):
            return []  # the lobbies that turned it around, an understanding that was reached
        if (
            here & THAT
            and bits & GERUND
            and k + 1 < self.n
            and self.b[k + 1] & SPEECH
            and self.b[k + 1] & FINITE
        ):
            return []  # a court ruling that said
        if here & THAT and self._only_began(k, bits, text):
            return []
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
        if bits & EVALUATION and self.w[k] == "how":
            return clause(k)  # described | how it fell
        if text in _CLAIM and any(
            w in ("lives", "life", "victims") for w in self.w.listed(k, min(k + 6, self.n))
        ):
            return []  # the fire claimed many lives
        if here & TO and bits & SPEECH and not bits & INTENTION:
            why = self._why_behind(k)
            if why:
                return clause(why)  # explained to the board | why it had failed
        if text in _WARN and self.w[k] in ("of", "against"):
            return clause(k)
        if self.w[k] == "about" and self.lemma.get(text, text) == "complain":
            return clause(k)
        if text in _DENY and here & ING:
            return clause(k)
        if bits & REQUEST and self.w[k] in ("anonymity", "permission", "time", "not"):
            return []
        if text in _CALL_FOR and here & PREPOSITION:
            return []  # what she called for | in her lecture
        if text in _CALL_FOR:
            q = self._near_quote(k)
            if q is not None:
                return self.quote_parts(q, i, extend=False)
            if (source and self._requires(source)) or self.b[i - 1] & TO:
                return []
            if source is None and not self._shares_subject(i):
                return []
            stop = clause(k)[0][1]  # "after" tells when they called: called for talks | after a raid
            return [(k, next((m for m in range(k + 1, stop) if self.w[m] == "after"), stop))]
        q = self._near_quote(k) if self.lemma.get(text, text) in _ASKS_FOR else None
        if q is not None and self._right_before(k, q):
            return self.quote_parts(q, i, extend=False)  # demanded an | “immediate and unconditional” | end
        if self.lemma.get(text) == "demand" and here & _OPENERS and self._clause_starts(k, text):
            return clause(k)  # demands | the minister resigns
        if bits & (TELLING | ASKING | REQUEST) or text in _WITH_OBJECT_TO:
            told = self._addressee(k)
            if told < self.n and told > k:
                there = self.b[told]
                verb = told + 1 < self.n and not self.b[told + 1] & (
                    DETERMINER | POSSESSIVE | CAPITAL | PLURAL
                )
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
                they = there & SUBJECT and not there & DETERMINER and self.g[told] & COMMA
                alone = there & FINITE and bits & TELLING and told - k > 2 and self.b[told - 1] & PLURAL
                if (
                    alone
                    and not self.b[told - 2] & (PREPOSITION | DETERMINER | POSSESSIVE)
                    and not self.g[told]
                ):
                    return clause(told - 1)  # told the rally | politicians must go
                if bits & TELLING and self._told_several(k, told):
                    return clause(k + 1)
                if bits & TELLING and they and self.finite_between(told + 1, min(told + 4, self.n)):
                    return clause(told)  # Instead, they told the paper, | they will wait
                who = self._past_who(told) if there & WH and bits & TELLING else 0
                if who:
                    return clause(who)
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
        he = here & SUBJECT and not here & (OBJECT | DETERMINER)
        if bits & EVALUATION and bits & SPEECH and he and self._clause_starts(k, text):
            return clause(k)  # declared | he was glad; but: declared it a success
        if bits & EVALUATION or text in ACCUSE:
            return self._evaluation(i, k, text, relative, opening)
        if bits & EVIDENCE and any(
            self.b[m] & GERUND and self.b[m] & (SAYING | EVALUATION) and self.b[m - 1] & CAPITAL
            for m in range(k + 1, min(k + 9, self.n))
        ):
            return []  # a film that shows Reed saying …
        if bits & SPEECH and here & GERUND and self.b[min(k + 1, self.n - 1)] & AUXILIARY:
            return clause(k)  # said | planning had been late
        if bits & (SPEECH | BELIEF | EVIDENCE):
            found = self._after_circumstance(k, bits, text, strict=not bits & (SPEECH | EVIDENCE))
            if (
                found is not None
                and bits & GERUND
                and not (bits & BARE and self.g[i] & COMMA)
                and text not in SAY
                and not self.b[found] & (THAT | QUOTED | SUBJECT)
            ):
                found = None
            if (
                found is not None
                and relative
                and text not in english.SAY_FORMS
                and not self.b[found] & (THAT | QUOTED | SUBJECT | WH)
            ):
                found = None  # those that deny | the rules | must not be spoken to
            if found is not None:
                return self.quote_parts(found, i, relative) if self.b[found] & QUOTED else clause(found)
            if (
                bits & EVIDENCE
                and source
                and self._is_document(source)
                and not here & (PREPOSITION | TO)
                and self.lemma.get(text)
                not in ("establish", "determine", "prove")  # a treaty that established a court
            ):
                return clause(k)
        if bits & (SPEECH | MANNER | BELIEF):
            q = self._near_quote(k)
            if q is not None and text in _BEGIN and self._noun_behind(q):
                return []  # began a “…” campaign
            if q is not None:
                return self.quote_parts(q, i, relative)
        return []

    def _may_be_source(self, np: tuple[int, int]) -> bool:
        """Say whether a noun phrase names a person, a body or a document, as far as its words alone tell."""
        a, e = np
        return any(
            self.w[k] in ENGLISH.sources
            or (self.w[k].endswith(_PEOPLE) and self.w[k] not in ENGLISH.not_agents)
            or self.w[k] in CALLINGS
            or (
                self.b[k] & (CAPITAL | SUBJECT)
                and not (k == self.begin and self.b[k] & (DETERMINER | PLURAL))
            )
            for k in range(a, e)
        )

    def _is_relative(self, k: int, bits: int, text: str) -> bool:
        """Say whether a "that" is a pronoun that a noun takes which looks like a verb."""
        if self.lemma.get(text) == "question":
            return True  # the key questions that we face
        noun = (bits & REQUEST and not bits & (SPEECH | TELLING)) or (bits & GERUND and text not in SAY)
        return bool(noun) and k + 1 < self.n and bool(self.b[k + 1] & FINITE and not self.b[k + 1] & SUBJECT)

    def _only_points(self, k: int, few: int) -> bool:
        """Say whether "that" is a pronoun or article here: no clause follows before the sentence ends."""
        if k + 1 < self.n and self.b[k + 1] & SUBJECT and not self.b[k + 1] & (DETERMINER | OBJECT):
            return False  # shows that he lied
        end = next((m for m in range(k + 1, self.n) if self.g[m] & BREAK), self.n)
        closed = end >= self.n or bool(self.g[end] & SEMICOLON)
        return closed and end - k <= few and not any(self.b[m] & (FINITE | QUOTED) for m in range(k + 1, end))
