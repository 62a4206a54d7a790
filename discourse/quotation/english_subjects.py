"""Whose an English verb is that stands far from its subject, and whether it is a verb at all."""

from __future__ import annotations

from typing import Final

from . import english
from .attribution import Attribution
from .bits import (
    ADVERB,
    AUXILIARY,
    BARE,
    BE,
    BREAK,
    CAPITAL,
    COLON,
    COMMA,
    COORDINATOR,
    DETERMINER,
    DOCUMENT,
    ED,
    EVALUATION,
    FINITE,
    GERUND,
    ING,
    LEMMA,
    MARKER,
    NOUN,
    NUMBER,
    OWNER,
    PAST,
    PLURAL,
    POSSESSIVE,
    PREPOSITION,
    PRESENT,
    QUOTED,
    RELATIVE,
    REQUEST,
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
from .english_outermost import EnglishOutermost
from .roles_en import ENGLISH

_NO_OFFICE: Final = CAPITAL | SUBJECT | PLURAL | NUMBER | DETERMINER
_OBJECTS: Final = THAT | SUBJECT | DETERMINER | POSSESSIVE | CAPITAL
_NEW_SUBJECT: Final = SUBJECT | CAPITAL | PLURAL | ADVERB | VERB
_HAVE: Final = frozenset("have has had having".split())
_BETWEEN: Final = ("on", "after", "during")  # weighed in after the vote | to say
_OF_STATES: Final = frozenset(  # member states: no verb
    "member nation island city arab gulf swing battleground coastal baltic european african sovereign other".split()
)
_SHOWN: Final = tuple(
    "show shows showed showing hear heard hears saw sees captured recorded caught filmed".split()
)
_BEFORE_ING: Final = ("after", "before", "while", "when", "since", "without")
_SOME: Final = ("some", "many", "most", "others", "several", "all", "both", "each", "one", "none", "few")
_ISSUE: Final = frozenset(
    "issued released sent posted published tweeted wrote made signed read delivered issues".split()
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


class EnglishSubjects(EnglishOutermost):
    """Find the subjects of participles, infinitives and second verbs."""

    def subject(self, v: int) -> tuple[tuple[int, int] | None, bool]:
        np, relative = super().subject(v)
        np = self._with_place(np)
        if relative:
            return np, True
        opens = self._opens_with(v) if self.g[v] & COMMA and v > self.left else None
        if opens is not None and (np is None or np[0] >= opens[1]):
            return opens, False
        if np is None:
            return None, False
        if "whom" in self.w.listed(*np):
            return None, False  # two of whom happened to be county | judges
        if self.w[np[0]] == "whose" and np[0] > self.left:
            whose = self.np_left(np[0]) if self.w[np[1] - 1] in ENGLISH.documents else None
            return (whose or (np[0] + 1, np[1])), False  # Ann Hill, whose report | said
        if self.w[np[0] - 1] == "that" and np[0] - 2 > self.left and self._stays_unnamed(np[0]):
            return super().subject(self.verb_group(np[0] - 2))[
                0
            ], False  # a nurse who asked that her name not be used | said
        if np[0] < self.begin < np[1]:
            np = self.begin, np[1]  # June 9 (Reuters) - | The bank
        np = self._with_participle(np)
        named = self._open_apposition(np) or self._from_there(np)
        return (named or self._with_others(np)), False

    def _open_apposition(self, np: tuple[int, int]) -> tuple[int, int] | None:
        """The name before an office that no second comma closes: | Ann Reed, mayor of Lund | said"""
        a = np[0]
        if a - 2 > self.left and self.b[a - 1] & COORDINATOR:  # Ann Reed, partner and | director at Mother
            k = next((k for k in range(a - 2, max(a - 6, self.left), -1) if self.g[k] & BREAK), a)
            held = self.w[k] in ENGLISH.titles or self.w[k] in ENGLISH.strong
            a = k if held and not self.b[k] & CAPITAL else a
        if a - 2 < self.left or not self.g[a] & COMMA or not self.w[np[1] - 1].isalpha():
            return None
        p = a - 1
        while p > self.left and not self.g[p] & BREAK:
            p -= 1
        if (
            a - p < 2 or not self._bare_name(p, a) or self.w[a - 1] in ENGLISH.offices
        ):  # Mr. President, the Secretary
            return None
        if self.w[a] in ("a", "an", "the"):  # “…,” | Ann Reed, a lawyer for the union | said
            v = next((k for k in range(np[1], min(np[1] + 3, self.n)) if self.b[k] & VERB), np[1])
            told = v + 1 < self.n and not self.g[v + 1] & (BREAK | STOP)
            quoted = p > 0 and bool(self.b[p - 1] & QUOTED)
            return (p, a) if quoted or (np[1] - a > 2 and told and p == self.left) else None
        if self.b[a] & _NO_OFFICE and self.w[a] != "one":
            return None
        office = self.w[a] == "one" and self.w[a + 1] == "of"
        office = office or any(
            self.w[k] in ENGLISH.strong or self.w[k] in ENGLISH.weak for k in range(a, min(np[1], a + 6))
        )
        return (p, a) if office else None

    def lacks_verb(self, start: int, k: int) -> bool:
        """Say whether a clause has only its subject yet before a parenthesis: that the pact, | according to X, was"""
        if not self.b[start] & THAT or any(self.b[m] & (FINITE | ED | QUOTED) for m in range(start + 1, k)):
            return False
        close = next((m for m in range(k + 1, self.n) if self.g[m] & COMMA), self.n)
        return close < self.n and bool(self.b[close] & FINITE)

    def _noun_like(self, v: int, i: int, end: int) -> bool:
        """Say whether a noun or verb has no subject it could agree with: a strategic [forecast] says."""
        bits = self.b[i] if end - i < 2 else self.cue_at(i)[0]  # experts | point out
        if bits & (FINITE | GERUND | PAST) or v != i or i == 0:
            return False
        if end - i > 1 and self.b[i - 1] & CAPITAL and not self.w[i].endswith("s"):
            return False  # Rivers | shot back
        if self.w[i - 1] in english.LIGHT and self.b[end] & THAT and not self.b[i - 1] & SUBJECT:
            return True  # expressed | fear that
        if self.w[i] == "cast" and end < self.n and self.b[end] & (DETERMINER | POSSESSIVE):
            return False  # Reed | cast | the plan as “dead”
        if self.w[i] == "states" and self.w[i - 1] in _OF_STATES:
            return True
        if self.w[i] == "state" and end < self.n and self.b[end] & CAPITAL and self.b[i - 1] & CAPITAL:
            return True  # Texas | state Sen. Ann Reed
        if self.w[i] == "say":
            return self.w[i - 1] == "final" or (end < self.n and bool(self.b[end] & PREPOSITION))
        before = self.b[i - 1]
        if before & ING and not before & SUBJECT:
            return True  # sounding notes of caution
        acted = (before & ED and not before & FINITE) or (before & VERB and before & PAST)
        if acted and bits & PRESENT and not before & CAPITAL and not self.g[i] & BREAK:
            return True  # dodged questions about whether, announced plans to
        if bits & LEMMA and end < self.n and self.g[end] & COLON and before & CAPITAL:
            return True  # Media Watch Report: “…”
        if bits & PRESENT and i > 1 and self.w[i - 2] in _HAVE and not before & _NEW_SUBJECT:
            return not self.g[i] & BREAK and not self.g[i - 1] & BREAK  # I have firm hopes that
        takes = end < self.n and self.b[end] & _OBJECTS and not self.g[end] & BREAK
        if takes and self.g[i] & COMMA and any(self.g[m] & COMMA for m in range(self.left + 1, i)):
            return False  # The poll, taken in May, shows her ahead
        if self.g[i] & BREAK or before & (TO | QUOTED):
            return bool(bits & PRESENT) and not before & TO
        word = self.w[i - 1]
        plural = (
            (word.endswith("s") and not word.endswith("ss"))
            or word in english.PLURALS
            or bool(before & COORDINATOR)
        )
        if bits & LEMMA:
            if before & SUBJECT and i > 1 and self.b[i - 2] & AUXILIARY:
                return False  # Did he think
            if end < self.n and self.b[end] & (THAT | CAPITAL | SUBJECT) and self._plural_with_phrase(i):
                return False  # officials at the bureau dispute that
            return not (
                plural
                or any(self.b[m] & COORDINATOR for m in range(max(i - 4, 0), i))
                or bool(before & RELATIVE)
            )
        joined = end < self.n and self.b[end] & (SUBJECT | THAT) and not self.g[end] & BREAK
        if before & COORDINATOR and joined:
            return False  # but doubts it will
        # claims, reports: a verb behind a singular, if something stands after it that it can take
        taken = (
            end < self.n
            and (
                self.b[end]
                & (
                    THAT
                    | QUOTED
                    | SUBJECT
                    | DETERMINER
                    | POSSESSIVE
                    | TO
                    | WH
                    | CAPITAL
                    | NUMBER
                    | PREPOSITION
                )
                or self.g[end] & COMMA
                or (self.b[end] & AUXILIARY and before & CAPITAL and bits & BARE)
                or (self.b[end] & FINITE and any(self.b[m] & RELATIVE for m in range(max(i - 6, 0), i)))
            )
        ) or end >= self.n
        if taken and end + 1 < self.n and self.b[end] & THAT and self.b[end + 1] & FINITE:
            taken = bool(self.b[end + 1] & SUBJECT)  # the Jones claims that | were made
        return (plural and not before & (SUBJECT | RELATIVE | CAPITAL)) or not taken  # Jones | claims that

    def _plural_with_phrase(self, i: int) -> bool:
        """Say whether a plural and its phrases stand before a verb: files released under the Act | show."""
        for m in range(i - 1, max(i - 13, self.left), -1):
            if self.g[m + 1] & BREAK or (self.b[m] & (FINITE | QUOTED) and not self.b[m] & ED):
                return False
            if self.b[m] & (PREPOSITION | ED | TO) and self.b[m - 1] & PLURAL:
                return True
        return False

    def _relative_partner(self, i: int) -> tuple[int, int] | None:
        """Who a second verb of a relative clause is said of: it is run by | a body that teaches … and | seeks to"""
        if not self.b[i] & PRESENT or self.b[i] & LEMMA:
            return None
        for m in range(i - 2, self.left + 1, -1):
            if self.g[m + 1] & BREAK or self.b[m] & (QUOTED | COORDINATOR):
                return None
            if self.b[m - 1] & RELATIVE and not self.g[m] & BREAK:
                if (
                    not self.b[m] & (FINITE | PRESENT | PLURAL)
                    or not self.w[m].endswith("s")
                    or self.b[m] & BE
                ):
                    return None
                main = self.first_verb(m - 1, self.left)
                if main is None or not self.b[main] & AUXILIARY:
                    return None
                return self.subject(m)[0]
        return None

    def _acted(self, e: int) -> bool:
        """Say whether a verb of the main clause may stand before a word."""
        return any(self.b[k] & (FINITE | ED | QUOTED) or self.g[k] & BREAK for k in range(self.left, e))

    def _joins_passive(self, i: int, text: str) -> bool:
        """Say whether a participle goes on with a passive: was reprimanded and | asked to leave."""
        if text == "expected":
            return any(self.b[m] & BE for m in range(i))
        if not self.b[i] & PAST or not self.b[i] & (REQUEST | TELLING):
            return False
        for m in range(i - 2, self.left, -1):
            if self.b[m] & (FINITE | BE) and not self.b[m] & ED:
                return bool(self.b[m] & BE and self.b[m + 1] & (ED | ADVERB))
        return False

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

    def _is_alone(self, i: int, bits: int, end: int, absolute: bool) -> bool:
        """Say whether a participle stands where no bare clause is its object: the man | saying | he, of all people"""
        if absolute:  # with citizens demanding their rights; but: with aides saying the plan is dead
            return bool(bits & REQUEST) and not self.b[end] & (SUBJECT | THAT | TO | QUOTED)
        if self.b[i - 1] & CAPITAL and any(w in _SHOWN for w in self.w.listed(max(i - 5, self.left), i)):
            return False  # a video shows Reed | saying he would go
        asks = i > 1 and self.b[i - 2] & BE  # are they | suggesting
        if self.g[i] & COMMA or asks or (i == self.left and bits & SPEECH) or bits & (REQUEST | EVALUATION):
            return False
        tells = bits & TELLING and any(self.b[k] & THAT for k in range(end, min(end + 9, self.n)))
        if tells or self.b[i - 1] & (MARKER | DOCUMENT) or end >= self.n:
            return False
        return not self.b[end] & (THAT | WH | TO | QUOTED) and self._near_quote(end) is None

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

    def _branded(self, v: int, i: int, bits: int, k: int, text: str) -> bool:
        """The plan was branded a “…” for workers | by Labour councillors."""
        q = self._near_quote(k)
        for m in range(q + 1, min(q + 9, self.n)) if q is not None else ():
            if self.g[m] & BREAK or self.b[m] & (FINITE | QUOTED):
                return False
            if self.w[m] == "by" and q is not None:
                source = self.np_right(m + 1)
                if source is not None and not self.is_author(source):
                    self.add(Attribution((v, i + 1), text, bits, source, "np", [(q, q + 1)], True))
                return True
        return False

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

    def _between(self, k: int) -> bool:
        """Say whether a preposition only tells when: weighed in | after the vote | to say."""
        return self.w[k] in _BETWEEN or (self.w[k] == "in" and self.w[k + 1] in _BETWEEN)

    def _controller(self, i: int) -> tuple[tuple[int, int] | None, str]:
        """Who does what "to say" tells: the subject of the verb before it (went on to say)."""
        k = i - 1
        if self.w[i - 2] == "order" and self.w[i - 3] == "in":
            return None, "same"  # held a meeting in order to stress
        while k > self.left and k > i - 6:
            k -= 1
            if self.g[k + 1] & BREAK or (self.b[k] & (QUOTED | WH | PREPOSITION) and not self._between(k)):
                return None, "none"
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
