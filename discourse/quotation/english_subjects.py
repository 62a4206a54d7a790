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
    NUMBER,
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
    TELLING,
    THAT,
    TO,
    VERB,
    WH,
)
from .english_viewpoints import EnglishViewpoints
from .roles_en import ENGLISH

_NO_OFFICE: Final = CAPITAL | SUBJECT | PLURAL | NUMBER | DETERMINER
_OBJECTS: Final = THAT | SUBJECT | DETERMINER | POSSESSIVE | CAPITAL
_NEW_SUBJECT: Final = SUBJECT | CAPITAL | PLURAL | ADVERB | VERB
_HAVE: Final = frozenset("have has had having".split())
_OF_STATES: Final = frozenset(  # member states: no verb
    "member nation island city arab gulf swing battleground coastal baltic european african sovereign other".split()
)
_SHOWN: Final = tuple(
    "show shows showed showing hear heard hears saw sees captured recorded caught filmed".split()
)
_AFTER: Final = ("after", "before", "since", "until", "as")


class EnglishSubjects(EnglishViewpoints):
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
        if bits & (FINITE | GERUND | PAST) or v != i or i == 0 or end - i > 2:
            return False  # made it clear: no noun
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

    def _speaking_subject(self, v: int, end: int) -> tuple[tuple[int, int] | None, bool]:
        """Whose a verb is: | Reed | was among those who said that; All | Reed | would say was that"""
        source, relative = self.subject(v)
        if source is None:
            return None, relative
        a, e = source
        later = next((m for m in range(e - 2, a, -1) if self.w[m] in _AFTER), 0)
        again = later and self.w[later - 1] == self.w[later + 1]  # speaker after speaker
        if (
            later
            and not again
            and self._may_be_source((later + 1, e))
            and not self._may_be_source((a + 1, later))
        ):
            return (later + 1, e), relative  # Shares fall after | Reed | says
        if self.w[a] == "all" and a + 1 < e and end < self.n and self.b[end] & BE:
            return (a + 1, e), relative
        if relative and e - a == 1 and self.w[a] == "those" and self._is_one_of(a - 1):
            be = next((m for m in range(a - 2, max(a - 6, self.left), -1) if self.b[m] & BE), 0)
            whole = self.subject(self.verb_group(be))[0] if be else None
            return (
                (whole, relative) if whole is not None and self._may_be_source(whole) else (source, relative)
            )
        return source, relative

    def _is_one_of(self, k: int) -> bool:
        """Say whether somebody is counted among others: was | among | those who, is one | of | those who"""
        return self.w[k] == "among" or (
            self.w[k] == "of" and self.w[k - 1] in ("one", "some", "many", "part", "first")
        )
