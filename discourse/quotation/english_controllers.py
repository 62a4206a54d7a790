"""Whom an English infinitive or participle tells of: prompting the court to say, Reed left, saying."""

from __future__ import annotations

from typing import Final

from . import english
from .bits import (
    AUXILIARY,
    BE,
    BREAK,
    CAPITAL,
    COMMA,
    COORDINATOR,
    DETERMINER,
    ED,
    FINITE,
    ING,
    LEMMA,
    NOUN,
    OWNER,
    PLURAL,
    POSSESSIVE,
    PREPOSITION,
    QUOTED,
    SUBJECT,
    SUBORDINATOR,
    THAT,
    TIME,
    TO,
    VERB,
    WH,
)
from .english_outermost import EnglishOutermost
from .roles_en import ENGLISH

_BETWEEN: Final = ("on", "after", "during")  # weighed in after the vote | to say
_BEFORE_ING: Final = ("after", "before", "while", "when", "since", "without")
_SOME: Final = ("some", "many", "most", "others", "several", "all", "both", "each", "one", "none", "few")
_ISSUE: Final = frozenset(
    "issued released sent posted published tweeted wrote made signed read delivered issues".split()
)
_MANAGES: Final = frozenset(  # what only its own subject does
    """
        managed manages tried tries dared dares used chose chooses began begins started continued continues proceeded
        hastened rushed struggled attempted sought decided opted bothered moved hurried
    """.split()
)
_STAGES: Final = frozenset(  # what is done in order to say something
    """
        used held called appeared spoke wrote stood rose took convened phoned rang emailed interrupted addressed seized
        organised organized staged
    """.split()
)
_OBSERVED: Final = frozenset("heard seen overheard filmed recorded captured caught".split())
_IMPERSONAL: Final = frozenset("it there this that what".split())
_CAUSES: Final = (
    "prompt",
    "leading",
    "led",
    "forc",
    "caus",
    "compel",
    "driv",
    "drove",
    "spur",
    "inspir",
    "mov",
)


class EnglishControllers(EnglishOutermost):
    """Find who does what an infinitive or a participle tells."""

    def _controller(self, i: int) -> tuple[tuple[int, int] | None, str]:
        """Who does what "to say" tells: the subject of the verb before it (went on to say)."""
        k = i - 1
        if self.w[i - 2] == "order" and self.w[i - 3] == "in":
            return None, "same"  # held a meeting in order to stress
        if i - 2 > self.left and self.w[i - 2] in _MANAGES and not self.g[i - 1] and self.b[i - 1] & TO:
            source = self.subject(self.verb_group(i - 2))[0]  # Reed | managed to say
            if source is not None and self.w[source[0]] not in _IMPERSONAL:
                return source, "np"
        while k > self.left and k > i - 6:
            k -= 1
            if self.g[k + 1] & BREAK or (
                self.b[k] & (QUOTED | WH | PREPOSITION) and self.w[k + 1] != "pains" and not self._between(k)
            ):
                return self._on_stage(k) if self.b[i + 1] & (QUOTED | THAT | WH) else (None, "none")
            if self.w[k].startswith(_CAUSES) and self.b[k + 1] & (CAPITAL | DETERMINER | POSSESSIVE | PLURAL):
                return (k + 1, i - 1), "np"  # prompting | the high court | to say
            if (
                self.b[k] & ING
                and not self.b[k] & (CAPITAL | VERB)
                and self.b[k + 1] & (CAPITAL | DETERMINER)
            ):
                return None, "same"  # using a speech | to say
            owned = k > self.left and self.b[k - 1] & (OWNER | POSSESSIVE | DETERMINER)
            if self.b[k] & FINITE or (self.b[k] & VERB & ~NOUN and self.b[k] & LEMMA and not owned):
                v = self.verb_group(k) if not self.b[k] & AUXILIARY else self.verb_group(k + 1)
                if v > self.left + 1 and self.b[v - 1] & TO and self.b[k] & LEMMA:
                    return self._controller(v)
                source, _relative = self.subject(v)
                if source is None:
                    before = self.b[v - 1] if v else 0
                    return (None, "same") if before & COORDINATOR else (None, "none")
                impersonal = source[1] - source[0] == 1 and self.w[source[0]] in _IMPERSONAL
                return (None, "none") if impersonal else (source, "np")
        return None, "none"

    def _on_stage(self, k: int) -> tuple[tuple[int, int] | None, str]:
        """Who does something in order to say it: | Reed | used a speech in Lund to say"""
        for m in range(k - 1, max(k - 6, self.left), -1):
            if self.g[m + 1] & BREAK or self.b[m] & (QUOTED | WH):
                break
            if self.w[m] in _STAGES:
                source = self.subject(self.verb_group(m))[0]
                return (
                    (source, "np") if source is not None and self._may_be_source(source) else (None, "none")
                )
        return None, "none"

    def _actor(self, i: int) -> tuple[int, int] | None:
        """Whose a participle is that follows its noun: with aides saying that, a film showing Reed calling …"""
        if i and self.g[i] & COMMA:
            return self._who_did(i)
        if not i or self.g[i] & BREAK:
            return None
        if self.w[i - 1] in _OBSERVED and self.b[i - 2] & BE:
            return self.subject(self.verb_group(i - 1))[0]  # a man | could be heard shouting
        if self.w[i - 1] in _SOME and self.g[i - 1] & COMMA:
            return i - 1, i  # voters gathered, | some | chanting
        if self.w[i - 1] in _BEFORE_ING:
            return None  # he left with Hill after | insisting it was safe
        for m in range(i - 2, max(i - 8, self.left - 1), -1):
            if self.w[m] == "with":
                return m + 1, i
            if self.b[m] & (FINITE | QUOTED) or self.g[m + 1] & BREAK:
                break
        if self.w[i - 1] == "as":
            return self._who_is_quoted(i - 1)
        document = self._document_before(i) if self.w[i - 1] != "by" else None
        if document is not None:
            return self._issuer(document) or document
        place = self.w[i - 1] in ENGLISH.places or "." in self.w[i - 1]  # outside Washington, D.C. | saying
        named = self.b[i - 1] & CAPITAL and not self.b[i - 1] & TIME and not place
        return self.np_left(i) if named else None

    def _who_did(self, i: int) -> tuple[int, int] | None:
        """The one a relative clause before a comma is said of: the desk of | Reed, who praised them, saying"""
        for r in range(i - 2, self.left, -1):
            if self.g[r + 1] & BREAK or self.b[r] & QUOTED:
                return self._main_subject(i)
            if self.w[r] == "who" and self.g[r] & COMMA:
                verb = next((m for m in range(r + 1, i) if self.b[m] & (FINITE | ED)), 0)
                np = self.subject(self.verb_group(verb))[0] if verb else None
                for k in range(np[1] - 2, np[0], -1) if np is not None else ():
                    if self.w[k] == "of" and self.b[k + 1] & CAPITAL and self.w[k - 1] not in ENGLISH.sources:
                        return k + 1, np[1] if np is not None else 0
                return np
        return self._main_subject(i)

    def _main_subject(self, i: int) -> tuple[int, int] | None:
        """Whose the main clause is behind one that opens the sentence: While all agreed, | Reed | waited, saying"""
        if not self.b[self.begin] & SUBORDINATOR or self.b[self.begin] & PREPOSITION:
            return None
        c = next((k for k in range(self.begin + 2, i) if self.g[k] & COMMA), i)
        verb = self.first_verb(i, c) if c < i and self.finite_between(self.begin, c) else None
        np = self.subject_before(verb, c) if verb is not None else None
        return np if np is not None and np[0] == c else None

    def _between(self, k: int) -> bool:
        """Say whether a preposition only tells when: weighed in | after the vote | to say."""
        return self.w[k] in _BETWEEN or (self.w[k] == "in" and self.w[k + 1] in _BETWEEN)

    def _document_before(self, i: int) -> tuple[int, int] | None:
        """released | a letter | in October | indicating that, the president’s | tweet | threatening to"""
        for m in range(i - 1, max(i - 6, self.left), -1):
            if self.w[m] in english.DOCUMENTS and not self.b[m] & (CAPITAL | FINITE):
                for a in range(m - 1, max(m - 6, self.left - 1), -1):
                    if self.b[a] & (DETERMINER | POSSESSIVE):
                        return a, m + 1
                    if (
                        self.b[a] & (PREPOSITION | FINITE | TO | COORDINATOR | QUOTED)
                        or self.g[a + 1] & BREAK
                    ):
                        break
                return None
            if self.b[m] & (FINITE | ED | QUOTED | SUBJECT) or self.g[m + 1] & BREAK:
                break
        return None

    def _issuer(self, document: tuple[int, int]) -> tuple[int, int] | None:
        """Who issues what says so: | Ann Reed | issued a statement saying …"""
        a = document[0]
        if self.w[a] not in ("a", "an") or a <= self.left or self.w[a - 1] not in _ISSUE:
            return None
        np = self.subject(self.verb_group(a - 1))[0]
        if np is None or not self._may_be_source(np) or any(self.b[m] & TO for m in range(*np)):
            return None
        first = self.b[np[0]]
        return np if first & DETERMINER or first & (CAPITAL | SUBJECT) == CAPITAL else None
