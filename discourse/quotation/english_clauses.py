"""English sentences: which verb is a cue, whose it is, and what stands before a source said after it."""

from __future__ import annotations

from . import english
from .bits import (
    ADJECTIVE,
    ADVERB,
    ASKING,
    AUXILIARY,
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
    LEMMA,
    MANNER,
    MODAL,
    NOUN,
    NUMBER,
    OWNER,
    PAST,
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
    SUBORDINATOR,
    TELLING,
    THAT,
    TIME,
    TO,
    VERB,
    WH,
)
from .clauses import SAYING
from .english_nouns import EnglishNouns
from .phrases import Attribution

_SAY = frozenset("say says said saying".split())
_REFUSE = frozenset("decline declines declined declining refuse refuses refused refusing".split())
_SMALL = PREPOSITION | DETERMINER | COORDINATOR | TO | QUOTED | NUMBER


class EnglishReader(EnglishNouns):
    """Read one English sentence."""

    def read(self) -> list[Attribution]:
        """Find the attributions of the sentence, from left to right."""
        self._final_parenthesis()
        for i in self.block.places:
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
        return self.found

    def _final_parenthesis(self) -> None:
        """…, X said on Tuesday. …, according to X. Then what stands before is X's, whatever it has inside."""
        quoted = max((k for k in range(self.n) if self.b[k] & QUOTED), default=-1) if self.block.spans else -1
        for i in reversed(self.block.places):
            bits = self.b[i]
            if i < quoted or i < 2:
                return
            after = self.source_phrase(i)
            if after is not None and self.g[i] & COMMA and self.w[i] == "according":
                left = self.left_content(i)
                if left and not self._interrupted(i) and self.clause_like(*left):
                    np = self.np_right(after)
                    if np and self._rest_is_appositive(np[1]):
                        self.add(Attribution((i, after), "according to", SPEECH, np, "np", [left]))
                return
            if not (bits & (SPEECH | BELIEF) and bits & (FINITE | LEMMA)) or (
                i + 1 < self.n and self.b[i + 1] & THAT
            ):
                continue
            if bits & NOUN and self._noun_reading(i):
                continue
            v = self.verb_group(i)
            if (
                v == i
                and self.g[i] & COMMA
                and not self._interrupted(i)
                and self._inverted(i, v, bits, i + 1, self.w[i])
            ):
                return
            if self._is_passive(v, i) or not self.tail_is_adverbial(i + 1):
                return
            source, relative = self.subject(v)
            if (
                source is None
                or relative
                or self.b[source[0] - 1] & QUOTED
                or not self.g[source[0]] & (COMMA | DASH)
            ):
                return
            left = self.left_content(source[0])
            if (
                left is None
                or self._interrupted(source[0])
                or not self.clause_like(*left)
                or self.is_author(source)
            ):
                return
            if (
                self.b[left[0]] & SUBORDINATOR
                and not self.b[left[0]] & PREPOSITION
                and not self._two_clauses(*left)
            ):
                return
            self.add(Attribution((v, i + 1), self.w[i], bits, source, "np", [left]))
            return

    def _interrupted(self, e: int) -> bool:
        """Say whether a quotation before has a verb of saying of its own."""
        return any(
            self.b[k] & QUOTED
            and any(self.b[m] & SAYING and self.b[m] & FINITE for m in range(max(k - 4, 0), min(k + 6, e)))
            for k in range(e)
        ) or any(self.g[k] & SEMICOLON for k in range(1, e))

    def _two_clauses(self, a: int, e: int) -> bool:
        return any(self.g[k] & COMMA for k in range(a + 1, e))

    def _rest_is_appositive(self, k: int) -> bool:
        return (
            not any(
                self.b[m] & VERB and self.b[m] & FINITE and not self._inside_relative(m)
                for m in range(k, self.n)
            )
            if k < self.n
            else True
        )

    def _according_to(self, i: int, after: int) -> None:
        source = self.np_right(after)
        if source is None or self.is_author(source):
            return
        text = " ".join(self.w[i:after])
        k = self._after_appositive(source[1])
        parts: list[tuple[int, int]] = []
        left = self.left_content(i)
        initial = left is None or (left[1] - left[0] <= 1) or not self.g[i] & (COMMA | DASH)
        if not initial and left is not None:
            joined = self.b[i - 1] & (RELATIVE | SUBORDINATOR | COORDINATOR)
            if not joined:
                parts.append(left)
            if k < self.n and self.g[k] & (COMMA | DASH) and (joined or not self.finite_between(*left)):
                parts.append((k, self.clause_end(k, i)))
        elif k < self.n and (self.g[k] & (COMMA | COLON) or self.b[k] & QUOTED):
            parts.append((k, self.clause_end(k, i)))
        elif left is not None and k >= self.n and self.finite_between(*left):
            parts.append(left)
        self.add(Attribution((i, after), text, SPEECH, source, "np", parts))

    def _after_appositive(self, k: int) -> int:
        """Past ", who took part in …," and ", a lawyer," to the comma that closes it."""
        while (
            k < self.n
            and self.g[k] & COMMA
            and not self.b[k] & QUOTED
            and (
                (self.b[k] & RELATIVE and not self.b[k] & THAT)
                or self.w[k] in ("a", "an")
                or (self.w[k] == "the" and not self._clause_before_comma(k))
            )
        ):
            m = k + 1
            while m < self.n and not self.g[m] & COMMA and not self.b[m] & QUOTED:
                m += 1
            if m >= self.n:
                return k
            k = m
        while k < self.n and not self.g[k] & (COMMA | COLON | DASH) and not self.b[k] & QUOTED:
            k += 1
        return k

    def _clause_before_comma(self, k: int) -> bool:
        m = k
        while m < self.n and (m == k or not self.g[m] & COMMA):
            if self.b[m] & FINITE:
                return True
            m += 1
        return m >= self.n

    def _as_clause(self, c: int, bits: int, end: int, text: str) -> bool:
        """As X noted, …   … , as X put it, …"""
        if not (
            (bits & (SPEECH | BELIEF | TELLING) and bits & (FINITE | LEMMA)) or text in ("put it", "puts it")
        ):
            return False
        if end < self.n and not self.g[end] & (COMMA | COLON):
            return False
        i = next((k for k in range(c - 1, max(c - 14, self.left) - 1, -1) if self.w[k] == "as"), None)
        if i is None or (i > self.left and not self.g[i] & BREAK):
            return False
        if any(
            (self.b[k] & FINITE and not self.b[k] & AUXILIARY) or (k > i and self.g[k] & (SEMICOLON | COLON))
            for k in range(i + 1, c)
        ):
            return False
        source = self.np_left(self.verb_group(c))
        if source is None or source[1] <= i + 1 or self.is_author(source):
            return False
        source = (max(source[0], i + 1), source[1])
        left = self.left_content(i) if i and self.g[i] & BREAK else None
        parts = []
        if left is not None:
            parts.append(left)
        if end < self.n and (left is None or not self.finite_between(*left)):
            parts.append((end, self.clause_end(end, c)))
        self.add(Attribution((c, end), text, bits, source, "np", parts))
        return True

    def _noun_reading(self, i: int) -> bool:
        if not self.b[i] & (LEMMA | PRESENT) or i == 0:
            return False
        before = self.b[i - 1]
        if self.g[i] & BREAK:
            return False
        if (
            before & (DETERMINER | POSSESSIVE)
            and not before & SUBJECT
            and self.w[i - 1] not in ("many", "some", "few", "most", "all", "both", "several", "others")
        ):
            return True
        return bool(before & PREPOSITION) or bool(self.b[i - 1] & OWNER)

    def _noun_like(self, v: int, i: int, end: int) -> bool:
        """Say whether a form that is noun or verb has no subject it could agree with: a strategic [forecast] points."""
        bits = self.b[i]
        if bits & (FINITE | GERUND | PAST) or v != i or i == 0:
            return False
        before = self.b[i - 1]
        if before & ING and not before & SUBJECT:
            return True  # sounding notes of caution
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
            return not (
                plural
                or any(self.b[m] & COORDINATOR for m in range(max(i - 4, 0), i))
                or bool(before & RELATIVE)
            )
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
            )
        ) or end >= self.n
        return (plural and not before & (SUBJECT | RELATIVE)) or not taken

    def _is_passive(self, v: int, i: int, past: bool = False) -> bool:
        if not past and not self.b[i] & PAST:
            return False
        for k in range(i - 1, v - 1, -1):
            if self.b[k] & AUXILIARY:
                return bool(self.b[k] & BE)
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
        if self._is_passive(v, i):
            self._passive(v, i, bits, end, text)
            return
        if bits & PAST and end < self.n and self.w[end] == "by" and not (v < i):
            return
        if self._inverted(i, v, bits, end, text):
            return
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
            opening = i == self.left or (
                i == self.left + 1 and bool(self.b[self.left] & (PREPOSITION | SUBORDINATOR))
            )
        elif (i and self.b[i - 1] & TO) or (i > 1 and self.b[i - 1] & ADVERB and self.b[i - 2] & TO):
            source, mode = self._controller(i)
            if source is None and mode == "none":
                return
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

    def _controller(self, i: int) -> tuple[tuple[int, int] | None, str]:
        """Who does what "to say" tells: the subject of the verb before it (went on to say)."""
        k = i - 1
        while k > self.left and k > i - 6:
            k -= 1
            if self.g[k + 1] & BREAK or (self.b[k] & (QUOTED | WH | PREPOSITION) and self.w[k] != "on"):
                return None, "none"
            if self.b[k] & FINITE or (self.b[k] & VERB & ~NOUN and self.b[k] & LEMMA):
                v = self.verb_group(k) if not self.b[k] & AUXILIARY else self.verb_group(k + 1)
                source, relative = self.subject(v)
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

    def _inverted(self, i: int, v: int, bits: int, end: int, text: str) -> bool:
        """“…,” said X, …   …, said X."""
        if (
            v != i
            or not bits & (SPEECH | ASKING | MANNER | TELLING | BELIEF)
            or not bits & (FINITE | LEMMA)
            or end >= self.n
        ):
            return False
        after_quote = i > 0 and bool(self.b[i - 1] & QUOTED)
        if not after_quote and not self.g[i] & (COMMA | DASH):
            return False
        if after_quote and not self.is_full(i - 1) and text not in _SAY and not self.g[i] & (COMMA | DASH):
            return False
        start = self.b[end]
        if (start & (THAT | TO | QUOTED | TIME | RELATIVE) and not start & CAPITAL) or self.g[end] & BREAK:
            return False
        if start & PREPOSITION or (start & FINITE and not start & SUBJECT):
            return False
        source = self.np_right(end)
        if source is None:
            return False
        k = source[1]
        closed = (
            k >= self.n
            or bool(self.g[k] & (BREAK | STOP))
            or self.tail_is_adverbial(k)
            or bool(self.b[k] & (SUBORDINATOR | RELATIVE | PREPOSITION | TIME | ED | ING))
        )
        if not closed or (start & SUBJECT and k < self.n and self.b[k] & FINITE and not self.g[k] & BREAK):
            return False
        left = self.left_content(i)
        interrupts = k < self.n and bool(self.g[k] & (COMMA | DASH)) and self.finite_between(k, self.n)
        if left is None or not (
            after_quote or self.finite_between(*left) or self.later_quote(k) or interrupts
        ):
            return False
        if not after_quote and not bits & SPEECH:
            return False
        parts = [left]
        go_on = self.later_quote(k)
        if go_on is not None:
            parts += self.quote_parts(go_on, i)
        elif not after_quote and not self.finite_between(*left) and k < self.n:
            parts.append((k, self.clause_end(k, i)))
        if self.is_author(source):
            return False
        self.left = max(self.left, left[0])
        self.add(Attribution((i, end), text, bits, source, "np", parts))
        return True

    def _parenthesis(self, v: int, i: int, source: tuple[int, int], bits: int, end: int, text: str) -> bool:
        """“…,” X said, “…”   …, X said, …"""
        if not bits & (SAYING | BELIEF):
            return False
        s = source[0]
        after_quote = s > self.left and bool(self.b[s - 1] & QUOTED)
        if not after_quote and not (s > self.left and self.g[s] & (COMMA | DASH)):
            return False
        k = end
        if bits & TELLING or (bits & ASKING and k < self.n and not self.g[k] & BREAK):
            k = self._addressee(k)
        if k < self.n and self.b[k] & THAT and not self.g[k] & BREAK:
            return False
        closed = k >= self.n or bool(self.g[k] & (BREAK | STOP)) or self.tail_is_adverbial(k)
        if after_quote and not closed:
            closed = (
                bool(self.g[s] & COMMA)
                and not (bits & (INTENTION | REQUEST) and self.b[k] & TO)
                and not self.b[k] & THAT
            )
        if not closed:
            q = next((m for m in range(k, min(k + 14, self.n)) if self.b[m] & QUOTED), None)
            closed = q is not None and bool(self.g[q] & COMMA) and after_quote
        if not closed:
            return False
        left = self.left_content(s)
        if left is None:
            return False
        parts = [left]
        whole = self.finite_between(*left) or any(self.b[m] & QUOTED for m in range(*left))
        if not after_quote and not whole and not (k < self.n and self.g[k] & (COMMA | DASH)):
            return False
        at_once = end < self.n and self.g[end] & (COMMA | DASH)
        if (
            not after_quote
            and not at_once
            and self._opens_adverbial(left[0], left[1])
            and not self._two_clauses(*left)
        ):
            return False
        go_on = self.later_quote(k)
        if (
            go_on is not None
            and (whole or not after_quote)
            and ((whole and any(self.b[m] & QUOTED for m in range(*left))) or not whole)
        ):
            if not whole:
                parts.append((k, self.clause_end(k, i)))
            else:
                parts += self.quote_parts(go_on, i)
        elif go_on is not None and not after_quote:
            return False
        elif not whole and k < self.n and self.g[k] & (COMMA | DASH):
            parts.append((k, self.clause_end(k, i)))
        self.add(Attribution((v, end), text, bits, source, "np", parts))
        return True

    def _asked(self, i: int, bits: int, end: int, text: str) -> None:
        """Asked whether …, X …: the question is somebody's, unnamed."""
        if end < self.n and self.b[end] & WH and not self.g[end] & BREAK:
            self.add(
                Attribution(
                    (i, end), text, bits, None, "none", [(end, self.clause_end(end, i, opening=True))], True
                )
            )

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
        if k >= self.n or self.g[k] & BREAK:
            return
        here = self.b[k]
        parts: list[tuple[int, int]] = []
        if here & THAT and bits & (SPEECH | TELLING | BELIEF):
            parts = [(k, self.clause_end(k, i))]
        elif (
            here & TO
            and (bits & (BELIEF | SPEECH | EVIDENCE | REQUEST | TELLING) or text == "expected")
            and text not in _REFUSE
        ):
            if k + 1 < self.n and not self.b[k + 1] & (DETERMINER | POSSESSIVE | CAPITAL):
                parts = [(k, self.clause_end(k, i))]
        elif here & WH and bits & (ASKING | TELLING):
            parts = [(k, self.clause_end(k, i))]
        elif bits & EVALUATION and source and (here & QUOTED or self.w[k] == "as"):
            parts = self.quote_parts(k, i) if here & QUOTED else [(k, self.clause_end(k, i))]
        if parts and not (source and self.is_author(source)):
            subject, _ = self.subject(v)
            if subject and self.is_author(subject) and not source:
                return
            self.add(Attribution((v, end), text, bits, source, "np" if source else "none", parts, True))
