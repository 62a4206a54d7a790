"""What follows a cue in English: that-clauses and clauses without that, infinitives, quotations, nouns, adjectives."""

from __future__ import annotations

from . import english
from .bits import (
    ADJECTIVE, ADVERB, ASKING, AUXILIARY, BE, BELIEF, BREAK, CAPITAL, COLON, COMMA, COORDINATOR, DASH, DETERMINER, ED,
    EVALUATION, EVIDENCE, FINITE, GERUND, HAVE, ING, INTENTION, LEMMA, MANNER, MODAL, NEGATIVE, NOUN, NUMBER, OBJECT, OWNER, PAREN, PAST, PLURAL,
    POSSESSIVE, PREPOSITION, PRESENT, QUOTED, RELATIVE, REQUEST, SEMICOLON, SPEECH, STOP, SUBJECT, SUBORDINATOR,
    TELLING, THAT, TIME, TO, VERB, WH,
)
from .clauses import SAYING, Attribution, Reader

_SAY = frozenset("say says said saying".split())
_ACCUSE = frozenset("accuse accuses accused accusing".split())
_BLAME = frozenset("blame blames blamed blaming fault faults faulted criticize criticizes criticized criticizing"
                   " attack attacked praise praised".split())
_WARN = frozenset("warn warns warned warning speak complain complains complained complaining caution"
                  " cautions cautioned".split())
_DENY = frozenset("deny denies denied denying".split())
_CALL_FOR = frozenset(("call for", "calls for", "called for", "calling for"))
_REFUSE = frozenset("decline declines declined declining refuse refuses refused refusing".split())
_CLAIM_TO = frozenset("claim claims claimed claiming profess professes professed professing purport purports purported"
                      " allege alleged".split())
_SMALL = PREPOSITION | DETERMINER | COORDINATOR | TO | QUOTED | NUMBER
_WITH_OBJECT_TO = frozenset("want wants wanted expect expects expected prefer prefers preferred".split())
_DOCUMENTS = english.DOCUMENTS
_OPENERS = SUBJECT | DETERMINER | POSSESSIVE | CAPITAL | NUMBER


class EnglishReader(Reader):
    """Read one English sentence."""

    lemma: dict[str, str]

    contrast = frozenset("but although though while whereas even yet".split())
    report_nouns = english.REPORT_NOUNS
    source_phrases = english.SOURCE_PHRASES

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

    # -- sentence-final and initial sources -------------------------------------------------------------------
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
                if left and not self._interrupted(i) and self.finite_between(*left):
                    np = self.np_right(after)
                    if np and self._rest_is_appositive(np[1]):
                        self.add(Attribution((i, after), "according to", SPEECH, np, "np", [left]))
                return
            if not (bits & (SPEECH | BELIEF) and bits & (FINITE | LEMMA)) or i + 1 < self.n and self.b[i + 1] & THAT:
                continue
            if bits & NOUN and self._noun_reading(i):
                continue
            v = self.verb_group(i)
            if v == i and self.g[i] & COMMA and not self._interrupted(i) and self._inverted(i, v, bits, i + 1, self.w[i]):
                return
            if self._is_passive(v, i) or not self.tail_is_adverbial(i + 1):
                return
            source, relative = self.subject(v)
            if source is None or relative or self.b[source[0] - 1] & QUOTED or not self.g[source[0]] & (COMMA | DASH):
                return
            left = self.left_content(source[0])
            if left is None or self._interrupted(source[0]) or not self.finite_between(*left) or self.is_author(source):
                return
            if self.b[left[0]] & SUBORDINATOR and not self.b[left[0]] & PREPOSITION and not self._two_clauses(*left):
                return
            self.add(Attribution((v, i + 1), self.w[i], bits, source, "np", [left]))
            return

    def _interrupted(self, e: int) -> bool:
        """Say whether a quotation before has a verb of saying of its own."""
        return any(
            self.b[k] & QUOTED and any(self.b[m] & SAYING and self.b[m] & FINITE for m in range(max(k - 4, 0), min(k + 6, e)))
            for k in range(e)
        ) or any(self.g[k] & SEMICOLON for k in range(1, e))

    def _two_clauses(self, a: int, e: int) -> bool:
        return any(self.g[k] & COMMA for k in range(a + 1, e))

    def _rest_is_appositive(self, k: int) -> bool:
        return not any(self.b[m] & VERB and self.b[m] & FINITE and not self._inside_relative(m) for m in range(k, self.n)) \
            if k < self.n else True

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
        while k < self.n and self.g[k] & COMMA and not self.b[k] & QUOTED and (
            self.b[k] & RELATIVE and not self.b[k] & THAT
            or self.w[k] in ("a", "an") or self.w[k] == "the" and not self._clause_before_comma(k)
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
        if not (bits & (SPEECH | BELIEF | TELLING) and bits & (FINITE | LEMMA) or text in ("put it", "puts it")):
            return False
        if end < self.n and not self.g[end] & (COMMA | COLON):
            return False
        i = next((k for k in range(c - 1, max(c - 14, self.left) - 1, -1) if self.w[k] == "as"), None)
        if i is None or i > self.left and not self.g[i] & BREAK:
            return False
        if any(self.b[k] & FINITE and not self.b[k] & AUXILIARY or k > i and self.g[k] & (SEMICOLON | COLON) for k in range(i + 1, c)):
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

    # -- verbs ------------------------------------------------------------------------------------------------
    def _noun_reading(self, i: int) -> bool:
        if not self.b[i] & (LEMMA | PRESENT) or i == 0:
            return False
        before = self.b[i - 1]
        if self.g[i] & BREAK:
            return False
        if before & (DETERMINER | POSSESSIVE) and not before & SUBJECT and self.w[i - 1] not in ("many", "some", "few", "most", "all", "both", "several", "others"):
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
        plural = word.endswith("s") and not word.endswith("ss") or word in english.PLURALS or bool(before & COORDINATOR)
        if bits & LEMMA:
            return not (plural or any(self.b[m] & COORDINATOR for m in range(max(i - 4, 0), i)) or bool(before & RELATIVE))
        # claims, reports: a verb behind a singular, if something stands after it that it can take
        taken = end < self.n and (self.b[end] & (THAT | QUOTED | SUBJECT | DETERMINER | POSSESSIVE | TO | WH | CAPITAL | NUMBER | PREPOSITION)
                                  or self.g[end] & COMMA) or end >= self.n
        return plural and not before & (SUBJECT | RELATIVE) or not taken

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
        if bits & CAPITAL and (i > 0 and not self.b[i - 1] & QUOTED or end < self.n and self.b[end] & CAPITAL) and not all(self.b[k] & CAPITAL for k in range(self.n) if not self.b[k] & _SMALL):
            return
        if bits & PAST and v == i and i and self.b[i - 1] & (DETERMINER | POSSESSIVE) and not self.b[i - 1] & SUBJECT and self.w[i - 1] not in english.PLURALS:
            return  # the stated reason
        if v < i and bits & PAST and all(self.b[k] & ADVERB for k in range(v, i)) and (
            v == 0 or self.g[v] & BREAK or self.b[v - 1] & (DETERMINER | POSSESSIVE | PREPOSITION | COORDINATOR)
        ) and end < self.n and not self.b[end] & (THAT | QUOTED | TO | SUBJECT | DETERMINER | PREPOSITION | CAPITAL):
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
            opening = i == self.left or i == self.left + 1 and bool(self.b[self.left] & (PREPOSITION | SUBORDINATOR))
        elif i and self.b[i - 1] & TO or (i > 1 and self.b[i - 1] & ADVERB and self.b[i - 2] & TO):
            source, mode = self._controller(i)
            if source is None and mode == "none":
                return
        elif bits & LEMMA and i == self.left and v == i:
            return  # an imperative
        else:
            source, relative = self.subject(v)
            if source is None:
                before = self.b[v - 1] if v else 0
                if before & COORDINATOR or v and self.g[v] & COMMA and self.finite_between(0, v) or (v > 1 and self.b[v - 2] & COORDINATOR) or relative:
                    mode = "same"
                elif bits & PAST and v == i == self.left and bits & ASKING:
                    self._asked(i, bits, end, text)
                    return
                else:
                    return
        if self.is_author(source):
            return
        if source and not relative and self._parenthesis(v, i, source, bits, end, text):
            return
        subordinate = bool(
            source and source[0] > 0 and self.b[source[0] - 1] & SUBORDINATOR
            and not self.b[source[0] - 1] & (DETERMINER | THAT) and source[0] - 1 <= self.left + 1
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
            if self.g[k + 1] & BREAK or self.b[k] & (QUOTED | WH | PREPOSITION) and self.w[k] != "on":
                return None, "none"
            if self.b[k] & FINITE or self.b[k] & VERB & ~NOUN and self.b[k] & LEMMA:
                v = self.verb_group(k) if not self.b[k] & AUXILIARY else self.verb_group(k + 1)
                source, relative = self.subject(v)
                if source is None:
                    before = self.b[v - 1] if v else 0
                    return (None, "same") if before & COORDINATOR else (None, "none")
                impersonal = source[1] - source[0] == 1 and self.w[source[0]] in ("it", "there", "this", "that", "what")
                return (None, "none") if impersonal else (source, "np")
        return None, "none"

    def _inverted(self, i: int, v: int, bits: int, end: int, text: str) -> bool:
        """“…,” said X, …   …, said X."""
        if v != i or not bits & (SPEECH | ASKING | MANNER | TELLING | BELIEF) or not bits & (FINITE | LEMMA) or end >= self.n:
            return False
        after_quote = i > 0 and bool(self.b[i - 1] & QUOTED)
        if not after_quote and not self.g[i] & (COMMA | DASH):
            return False
        if after_quote and not self.is_full(i - 1) and text not in _SAY and not self.g[i] & (COMMA | DASH):
            return False
        start = self.b[end]
        if start & (THAT | TO | QUOTED | TIME | RELATIVE) and not start & CAPITAL or self.g[end] & BREAK:
            return False
        if start & PREPOSITION or start & FINITE and not start & SUBJECT:
            return False
        source = self.np_right(end)
        if source is None:
            return False
        k = source[1]
        closed = k >= self.n or bool(self.g[k] & (BREAK | STOP)) or self.tail_is_adverbial(k) or bool(
            self.b[k] & (SUBORDINATOR | RELATIVE | PREPOSITION | TIME | ED | ING))
        if not closed or (start & SUBJECT and k < self.n and self.b[k] & FINITE and not self.g[k] & BREAK):
            return False
        left = self.left_content(i)
        if left is None or (not after_quote and not self.finite_between(*left) and self.later_quote(k) is None
                            and not self._short_left(left)):
            return False
        if not after_quote and not bits & SPEECH:
            return False
        parts = [left]
        go_on = self.later_quote(k)
        if go_on is not None:
            parts += self.quote_parts(go_on, i)
        if self.is_author(source):
            return False
        self.left = max(self.left, left[0])
        self.add(Attribution((i, end), text, bits, source, "np", parts))
        return True

    def _short_left(self, left: tuple[int, int]) -> bool:
        return False

    def _parenthesis(self, v: int, i: int, source: tuple[int, int], bits: int, end: int, text: str) -> bool:
        """“…,” X said, “…”   …, X said, …"""
        if not bits & (SAYING | BELIEF):
            return False
        s = source[0]
        after_quote = s > self.left and bool(self.b[s - 1] & QUOTED)
        if not after_quote and not (s > self.left and self.g[s] & (COMMA | DASH)):
            return False
        k = end
        if bits & TELLING or bits & ASKING and k < self.n and not self.g[k] & BREAK:
            k = self._addressee(k)
        if k < self.n and self.b[k] & THAT and not self.g[k] & BREAK:
            return False
        closed = k >= self.n or bool(self.g[k] & (BREAK | STOP)) or self.tail_is_adverbial(k)
        if after_quote and not closed:
            closed = bool(self.g[s] & COMMA) and not (bits & (INTENTION | REQUEST) and self.b[k] & TO) and not self.b[k] & THAT
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
        if not after_quote and not at_once and self._opens_adverbial(left[0], left[1]) and not self._two_clauses(*left):
            return False
        go_on = self.later_quote(k)
        if go_on is not None and (whole or not after_quote) and (whole and any(self.b[m] & QUOTED for m in range(*left)) or not whole):
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
            self.add(Attribution((i, end), text, bits, None, "none", [(end, self.clause_end(end, i, opening=True))], True))

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
        elif here & TO and (bits & (BELIEF | SPEECH | EVIDENCE | REQUEST | TELLING) or text == "expected") and text not in _REFUSE:
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
            if m > k + 1 and here & (SUBJECT | DETERMINER | POSSESSIVE) and not self.b[m - 1] & (PREPOSITION | COORDINATOR):
                return m
            if m > k and here & SUBJECT and not here & DETERMINER:
                return m
            if m > k and here & DETERMINER and not self.b[m - 1] & (PREPOSITION | COORDINATOR | DETERMINER):
                return m
            if m > k and here & CAPITAL and not first_capital and not self.b[m - 1] & (CAPITAL | PREPOSITION | DETERMINER | COORDINATOR):
                return m
            if m > k and here & (TIME | PREPOSITION | ADVERB) and not (here & PREPOSITION and self.w[m] == "of"):
                return m
            m += 1
        return m

    def _complement(
        self, i: int, bits: int, end: int, text: str, source: tuple[int, int] | None, relative: bool, opening: bool
    ) -> list[tuple[int, int]]:
        """Find what an active cue introduces."""
        k = end
        while k + 1 < self.n and self.b[k] & ADVERB and not self.g[k] & BREAK and not self.b[k] & (SUBJECT | DETERMINER | TIME):
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
        if bits & INTENTION and here & TO and text not in _REFUSE:
            if k + 1 < self.n and not self.b[k + 1] & (DETERMINER | POSSESSIVE | CAPITAL):
                return clause(k)
        if here & TO and text in _CLAIM_TO and k + 1 < self.n and not self.b[k + 1] & (DETERMINER | POSSESSIVE):
            return clause(k)
        if here & THAT and bits & (SPEECH | BELIEF | EVIDENCE | REQUEST | ASKING | TELLING | INTENTION | MANNER):
            return clause(k)
        if here & WH and bits & (SPEECH | ASKING | TELLING | EVIDENCE | BELIEF) and self._asks(bits, self.w[k], k):
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
                if there & THAT and bits & TELLING or there & WH and bits & (TELLING | ASKING) and not self.g[told] & BREAK:
                    return clause(told)
                if there & QUOTED:
                    return self.quote_parts(told, i)
                if bits & (TELLING | ASKING):
                    found = self._after_circumstance(told, i, bits & ~EVALUATION, text, strict=True)
                    if found is not None:
                        return self.quote_parts(found, i) if self.b[found] & QUOTED else clause(found)
                if bits & TELLING and not self.g[told] & BREAK and there & _OPENERS and self._clause_starts(told, text):
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
            if found is not None and bits & GERUND and text not in _SAY and not self.b[found] & (THAT | QUOTED | SUBJECT):
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
        return bool(bits & (ASKING | TELLING)) or word in ("which", "who", "where", "when") and bool(bits & SPEECH) and self._denied(k)

    def _denied(self, k: int) -> bool:
        return any(self.b[m] & NEGATIVE or self.w[m] in ("didn't", "wouldn't", "declined", "refused") for m in range(max(k - 4, 0), k))

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
            if self.b[m] & TO and m > k and m + 1 < self.n and not self.b[m + 1] & (DETERMINER | POSSESSIVE | CAPITAL | NUMBER):
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
            if here & TO and m + 1 < self.n and not self.b[m + 1] & (DETERMINER | POSSESSIVE | CAPITAL | OBJECT) and not self.w[m + 1].endswith("s"):
                return None
            if here & (PREPOSITION | TO) and not here & SUBJECT:
                if strict and bits & BELIEF and m == k:
                    return None
                nxt = self._past_phrase(m)
                if nxt is None:
                    return None
                m = nxt
                continue
            if here & ADVERB and not here & (DETERMINER | SUBJECT) or here & TIME and self._circumstance(m):
                m += 1
                continue
            break
        if m >= self.n or self.b[m] & (COORDINATOR | GERUND) or (self.b[m] & FINITE and not self.b[m] & SUBJECT and m > k):
            return None
        return m if self._clause_starts(m, text) else None

    def _circumstance(self, m: int) -> bool:
        """A day or an hour as circumstance, not the subject of the clause: said Tuesday | he would."""
        return m + 1 < self.n and not self.b[m + 1] & FINITE

    def _past_phrase(self, m: int) -> int | None:
        """Past a prepositional phrase: to that, a quotation or the noun phrase of the clause that follows."""
        for t in range(m + 1, min(m + 16, self.n)):
            here = self.b[t]
            if here & THAT and not self.b[t - 1] & PREPOSITION or here & QUOTED:
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
        while stop < self.n and not self.g[stop] & SEMICOLON and stop < m + (5 if bare else 40):
            if text not in _SAY and (self.b[stop] & WH or self.g[stop] & COMMA and self.b[stop] & ING):
                return False
            if self.b[stop] & FINITE and not self.b[stop] & DETERMINER:
                return True
            if self.b[stop] & THAT and text not in _SAY:
                return False
            stop += 1
        return False

    def _is_document(self, source: tuple[int, int]) -> bool:
        return any(self.w[k] in _DOCUMENTS for k in range(*source))

    # -- nouns and adjectives ---------------------------------------------------------------------------------
    def _noun(self, i: int, bits: int) -> None:
        """the claim that …, his promise to …, the consensus among observers is that …"""
        if i > 1 and self.g[i - 1] & COMMA and self.w[i - 1] in ("a", "an"):
            return  # , a claim that experts dispute
        k = i + 1
        source: tuple[int, int] | None = None
        if i > 0 and (self.b[i - 1] & POSSESSIVE or bool(self.b[i - 1] & OWNER)):
            source = (i - 1, i) if self.b[i - 1] & POSSESSIVE else self.np_left(i)
        elif i > 1 and not self.g[i] & BREAK and (self.b[i - 2] & POSSESSIVE or bool(self.b[i - 2] & OWNER)):
            source = (i - 2, i - 1) if self.b[i - 2] & POSSESSIVE else self.np_left(i - 1)
        owner = source is not None
        if k < self.n and self.w[k] in ("by", "from", "among", "of") and not self.g[k] & BREAK:
            np = self.np_right(k + 1)
            if np is None:
                return
            source, owner, k = np, True, np[1]
        elif k < self.n and self.b[k] & TO and not self.g[k] & BREAK and k + 1 < self.n:
            np = self.np_right(k + 1)
            if np and np[1] < self.n and self.b[np[1]] & THAT and self.b[k + 1] & (DETERMINER | POSSESSIVE | CAPITAL | PLURAL):
                k = np[1]  # assurances to lawmakers that
        if k >= self.n or self.g[k] & BREAK or source and self.is_author(source):
            return
        here = self.b[k]
        copula = False
        if here & BE and here & FINITE and k + 1 < self.n and self.b[k + 1] & THAT:
            k, copula, here = k + 1, True, self.b[k + 1]
        if here & THAT:
            m = k + 1
            while m < self.n and self.b[m] & ADVERB:
                m += 1
            if m < self.n and self.b[m] & (FINITE | ED) and not self.b[m] & SUBJECT:
                return  # the report that was published: a relative clause
            verb = self._matrix_before(i)
            end = self.clause_end(k, i) if copula or verb else self._to_second_verb(k)
        elif here & TO and owner and bits & NOUN and k + 1 < self.n and not self.b[k + 1] & (DETERMINER | POSSESSIVE | CAPITAL):
            end = self.clause_end(k, i) if self._matrix_before(i) else self._to_first_verb(k)
        elif bits & NOUN and self.w[k] in ("saying", "stating", "declaring", "warning"):
            return
        else:
            return
        if source is None and self._matrix_before(i):
            self._from_matrix(i, bits, k, end)
            return
        self.add(Attribution((i, i + 1), self.w[i], NOUN, source, "np" if source else "none", [(k, end)]))

    def _matrix_before(self, i: int) -> bool:
        return any(self.b[m] & FINITE for m in range(self.left, i))

    def _from_matrix(self, i: int, bits: int, k: int, end: int) -> None:
        """made the claim that …: the subject's own, where the verb only carries the noun."""
        verb = next((m for m in range(i - 1, max(i - 6, self.left) - 1, -1) if self.b[m] & FINITE or self.w[m] in english.LIGHT), None)
        source = None
        if verb is not None and self.w[verb] in english.LIGHT:
            source, _ = self.subject(self.verb_group(verb))
        if source and self.is_author(source):
            return
        self.add(Attribution((i, i + 1), self.w[i], NOUN, source, "np" if source else "none", [(k, end)]))

    def _to_second_verb(self, k: int) -> int:
        """The clause of a noun that is itself a subject ends before the main verb: the claim that X did | is false."""
        end = self.clause_end(k, k)
        verbs = [m for m in range(k + 1, end) if self.b[m] & FINITE and not (self.b[m - 1] & AUXILIARY and m > k + 1)]
        return verbs[1] if len(verbs) > 1 and not self.b[verbs[1]] & SUBJECT else end

    def _to_first_verb(self, k: int) -> int:
        end = self.clause_end(k, k)
        return next((m for m in range(k + 2, end) if self.b[m] & FINITE), end)

    def _adjective(self, i: int) -> None:
        """was confident that …, is determined to …"""
        v = self.verb_group(i)
        if v == i or not any(self.b[m] & BE or self.w[m] in ("feel", "felt", "feels", "seemed", "remained", "remains") for m in range(v, i)):
            return
        source, relative = self.subject(v)
        if source is None or self.is_author(source):
            return
        if source[1] - source[0] == 1 and self.w[source[0]] in ("it", "it's", "this", "that", "there"):
            return
        k = i + 1
        if k >= self.n or self.g[k] & BREAK:
            return
        here = self.b[k]
        intends = self.w[i] in ("determined", "willing", "eager")
        if here & THAT and not intends or here & SUBJECT and not here & DETERMINER and not intends or (
            here & TO and intends and k + 1 < self.n and not self.b[k + 1] & (DETERMINER | POSSESSIVE)
        ) or here & WH and self.w[i] in ("sure", "unsure", "uncertain", "certain") and not intends:
            self.add(Attribution((i, i + 1), self.w[i], BELIEF, source, "np", [(k, self.clause_end(k, i, relative))]))


_REACH = 12
