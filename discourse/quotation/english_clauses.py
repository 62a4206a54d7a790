"""English sentences: which verb is a cue, whose it is, and what stands before a source said after it."""

from __future__ import annotations

from typing import Final

from . import english
from .attribution import Attribution
from .bits import (
    ADJECTIVE,
    ADVERB,
    ASKING,
    AUXILIARY,
    BE,
    BELIEF,
    BREAK,
    CAPITAL,
    COMMA,
    COORDINATOR,
    DETERMINER,
    ED,
    EVALUATION,
    EVIDENCE,
    FINITE,
    GERUND,
    ING,
    LEMMA,
    MODAL,
    NEGATIVE,
    NOUN,
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
    SUBJECT,
    SUBORDINATOR,
    TELLING,
    THAT,
    TIME,
    TO,
    VERB,
    WH,
)
from .english_complement import ACCUSE, REFUSE
from .english_outermost import EnglishOutermost

_OBJECTS: Final = THAT | SUBJECT | DETERMINER | POSSESSIVE | CAPITAL
_OPENERS: Final = SUBJECT | DETERMINER | POSSESSIVE | CAPITAL | NUMBER
_SMALL: Final = PREPOSITION | DETERMINER | COORDINATOR | TO | QUOTED | NUMBER


class EnglishReader(EnglishOutermost):
    """Read one English sentence."""

    def read(self) -> list[Attribution]:
        """Find the attributions of the sentence, from left to right."""
        if self.block.spans:
            self._after_quotation()
        goes_on = False
        self._said_first()
        if not self.found:
            self._final_parenthesis()
        if not self.found:
            goes_on = self._inner_parenthesis()
        whole, left = self.n, self.left
        if self.found and self.found[0].parts[0][0] > 0:  # what stands before a colon is read by itself
            self.n, self.left = self.found[0].parts[0][0], self.begin
            self._read_places()
            self.n, self.left = whole, left
            if goes_on:
                self._read_places()
        else:
            self._read_places()
        return self.found

    def _read_places(self) -> None:
        for i in self.block.places:
            if i >= self.n:
                return
            if i < self.left:
                continue
            after = self.source_phrase(i)
            if after is not None:
                self._according_to(i, after)
                continue
            bits, end, text = self.cue_at(i)
            if bits & VERB and self._as_clause(i, bits, end, text):
                continue
            if bits & ADJECTIVE and self._is_passive(self.verb_group(i), i, past=True):
                self._adjective(i)
            elif bits & VERB:
                self._verb(i, bits, end, text)
            elif bits & NOUN:
                self._noun(i, bits)
            elif bits & ADJECTIVE:
                self._adjective(i)

    def _noun_like(self, v: int, i: int, end: int) -> bool:
        """Say whether a noun or verb has no subject it could agree with: a strategic [forecast] says."""
        bits = self.b[i]
        if bits & (FINITE | GERUND | PAST) or v != i or i == 0:
            return False
        if self.w[i] == "say":
            return self.w[i - 1] == "final" or (end < self.n and bool(self.b[end] & PREPOSITION))
        before = self.b[i - 1]
        if before & ING and not before & SUBJECT:
            return True  # sounding notes of caution
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
                or (self.b[end] & FINITE and any(self.b[m] & RELATIVE for m in range(max(i - 6, 0), i)))
            )
        ) or end >= self.n
        return (plural and not before & (SUBJECT | RELATIVE)) or not taken

    def _plural_with_phrase(self, i: int) -> bool:
        """Say whether a plural and its phrases stand before a verb: files released under the Act | show."""
        for m in range(i - 1, max(i - 13, self.left), -1):
            if self.g[m + 1] & BREAK or (self.b[m] & (FINITE | QUOTED) and not self.b[m] & ED):
                return False
            if self.b[m] & (PREPOSITION | ED | TO) and self.b[m - 1] & PLURAL:
                return True
        return False

    def same_tense(self, one: int, other: int) -> bool:
        if other & GERUND or one & GERUND:
            return bool(one & other & GERUND)
        return bool(one & PAST) == bool(other & PAST) or not other & (PAST | PRESENT | LEMMA)

    def _verb(self, i: int, bits: int, end: int, text: str) -> None:
        v = self.verb_group(i)
        if self._noun_reading(i) or self._noun_like(v, i, end):
            if bits & NOUN:
                self._noun(i, bits)
            return
        if (
            bits & CAPITAL
            and ((i > 0 and not self.b[i - 1] & QUOTED) or (end < self.n and self.b[end] & CAPITAL))
            and not all(self.b[k] & CAPITAL for k in range(self.n) if not self.b[k] & _SMALL)
        ):
            return
        if (
            bits & PAST
            and v == i
            and i
            and self.b[i - 1] & (DETERMINER | POSSESSIVE)
            and not self.b[i - 1] & SUBJECT
            and self.w[i - 1] not in english.PLURALS
            and self.w[i - 1] not in ("other", "another")
        ):
            return  # the stated reason
        if (
            v < i
            and bits & PAST
            and all(self.b[k] & ADVERB for k in range(v, i))
            and (
                v == 0
                or self.g[v] & BREAK
                or self.b[v - 1] & (DETERMINER | POSSESSIVE | PREPOSITION | COORDINATOR)
            )
            and end < self.n
            and not self.b[end] & (THAT | QUOTED | TO | SUBJECT | DETERMINER | PREPOSITION | CAPITAL)
        ):
            return  # newly revealed documents
        joined = text == "expected" and v == i and i > 0 and self.b[i - 1] & COORDINATOR
        if self._is_passive(v, i) or (joined and any(self.b[m] & BE for m in range(i))):
            self._passive(v, i, bits, end, text)
            return
        if bits & PAST and end < self.n and self.w[end] == "by" and v == i and text != "said":
            if bits & ASKING and (v == self.left or self.g[v] & COMMA):
                self._asked(i, bits, end, text)
            return
        if self._inverted(i, v, bits, end, text):
            return
        if bits & BELIEF and any(self.w[k] in ("must", "should", "ought") for k in range(v, i)):
            return  # they must know that: the author says so
        if bits & GERUND and not bits & SPEECH and i and self.b[i - 1] & PREPOSITION and bits & EVIDENCE:
            return  # a factor in determining whether
        progressive = bits & GERUND and any(self.b[k] & BE for k in range(v, i))
        if progressive and v > 0 and self.w[v - 1] in ("it", "this", "that", "what"):
            return  # it is encouraging that
        source: tuple[int, int] | None = None
        relative = False
        mode, opening = "np", False
        if bits & GERUND and not progressive:
            if i and self.b[i - 1] & DETERMINER:
                return
            mode = "same"
            actor = self._actor(i)
            if actor is not None:
                source, mode = actor, "np"
            opening = i == self.left or (
                bool(self.b[self.left] & (PREPOSITION | SUBORDINATOR))
                and not any(self.b[m] & FINITE or self.g[m] & BREAK for m in range(self.left + 1, i + 1))
            )
        elif (i and self.b[i - 1] & TO) or (i > 1 and self.b[i - 1] & ADVERB and self.b[i - 2] & TO):
            source, mode = self._controller(i)
            if source is None and mode == "none":
                return
            relative = any(self.w[m] == "who" and self.g[m] & COMMA for m in range(max(i - 6, 0), i))
        elif bits & LEMMA and i == self.left and v == i:
            return  # an imperative
        else:
            source, relative = self.subject(v)
            if source is None:
                before = self.b[v - 1] if v else 0
                if (
                    before & COORDINATOR
                    or (v and self.g[v] & COMMA and self.finite_between(0, v))
                    or (v > 1 and self.b[v - 2] & COORDINATOR)
                    or relative
                ):
                    mode = "same"
                elif bits & PAST and v == i and bits & ASKING and (v == self.left or self.g[v] & COMMA):
                    self._asked(i, bits, end, text)
                    return
                else:
                    return
        if self.is_author(source):
            return
        if source and not relative and self._parenthesis(v, i, source, bits, end, text):
            return
        subordinate = bool(
            source
            and source[0] > 0
            and self.b[source[0] - 1] & SUBORDINATOR
            and not self.b[source[0] - 1] & (DETERMINER | THAT)
            and source[0] - 1 <= self.left + 1
        )
        parts = self._complement(i, bits, end, text, source, relative, opening or subordinate)
        if not parts:
            return
        if opening and parts[-1][1] < self.n:
            after = self.np_right(parts[-1][1])
            if after:
                source, mode = after, "np"
        self.add(Attribution((v, end), text, bits, source if mode == "np" else None, mode, parts))

    def _actor(self, i: int) -> tuple[int, int] | None:
        """Whose a participle is that follows its noun: with aides saying that, a film showing Reed calling …"""
        if not i or self.g[i] & BREAK:
            return None
        for m in range(i - 2, max(i - 8, self.left - 1), -1):
            if self.w[m] == "with":
                return m + 1, i
            if self.b[m] & (FINITE | QUOTED) or self.g[m + 1] & BREAK:
                break
        return self.np_left(i) if self.b[i - 1] & CAPITAL and not self.b[i - 1] & TIME else None

    def _controller(self, i: int) -> tuple[tuple[int, int] | None, str]:
        """Who does what "to say" tells: the subject of the verb before it (went on to say)."""
        k = i - 1
        while k > self.left and k > i - 6:
            k -= 1
            if self.g[k + 1] & BREAK or (self.b[k] & (QUOTED | WH | PREPOSITION) and self.w[k] != "on"):
                return None, "none"
            if self.b[k] & FINITE or (self.b[k] & VERB & ~NOUN and self.b[k] & LEMMA):
                v = self.verb_group(k) if not self.b[k] & AUXILIARY else self.verb_group(k + 1)
                source, _relative = self.subject(v)
                if source is None:
                    before = self.b[v - 1] if v else 0
                    return (None, "same") if before & COORDINATOR else (None, "none")
                impersonal = source[1] - source[0] == 1 and self.w[source[0]] in (
                    "it",
                    "there",
                    "this",
                    "that",
                    "what",
                )
                return (None, "none") if impersonal else (source, "np")
        return None, "none"

    def _asked(self, i: int, bits: int, end: int, text: str) -> None:
        """Asked on Monday whether …, X …: the question is somebody's, unnamed."""
        for k in range(end, min(end + 9, self.n)):
            if self.g[k] & BREAK or self.b[k] & FINITE:
                return
            if self.b[k] & WH and not self.b[k] & THAT:
                parts = [(k, self.clause_end(k, i, opening=True))]
                self.add(Attribution((i, end), text, bits, None, "none", parts, True))
                return

    def _has_verb(self, k: int) -> bool:
        """Say whether a noun phrase has its verb near, before any "and": the bill | would pass."""
        for m in range(k + 1, min(k + 7, self.n)):
            if self.b[m] & FINITE:
                return True
            if self.b[m] & COORDINATOR or self.g[m] & BREAK:
                return False
        return False

    def _passive(self, v: int, i: int, bits: int, end: int, text: str) -> None:
        k = end
        source = None
        if v > 0 and self.w[v - 1] in ("it", "this") and any(self.b[m] & MODAL for m in range(v, i)):
            return  # it may be said that: the author's own
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
        ):
            if k + 1 < self.n and not self.b[k + 1] & (DETERMINER | POSSESSIVE | CAPITAL):
                parts = [(k, self.clause_end(k, i, relative))]
        elif here & WH and bits & (ASKING | TELLING):
            parts = [(k, self.clause_end(k, i))]
        elif bits & TELLING and here & _OPENERS and self._clause_starts(k, text) and self._has_verb(k):
            parts = [(k, self.clause_end(k, i, relative))]  # were told | they would have to leave
        elif bits & (REQUEST | TELLING) and here & NEGATIVE and k + 1 < self.n and self.b[k + 1] & TO:
            parts = [(k, self.clause_end(k, i, relative))]  # were warned | not to leave
        elif text in ACCUSE and self.w[k] == "of":
            parts = [(k, self.clause_end(k, i, relative))]
        elif bits & EVALUATION and source and (here & QUOTED or self.w[k] == "as"):
            parts = self.quote_parts(k, i) if here & QUOTED else [(k, self.clause_end(k, i))]
        if parts and not (source and self.is_author(source)):
            subject, _ = self.subject(v)
            if subject and self.is_author(subject) and not source:
                return
            self.add(Attribution((v, end), text, bits, source, "np" if source else "none", parts, True))
