"""Spanish sentences: subjects before, behind or left out; sources with según."""

from __future__ import annotations

from . import spanish
from .bits import (
    ADJECTIVE,
    ADVERB,
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
    FINITE,
    GERUND,
    HAVE,
    LEMMA,
    NEGATIVE,
    NOUN,
    OBJECT,
    PAREN,
    PAST,
    POSSESSIVE,
    PREPOSITION,
    QUOTED,
    RELATIVE,
    SEMICOLON,
    SPEECH,
    STOP,
    SUBJECT,
    SUBORDINATOR,
    THAT,
    TIME,
    VERB,
    WH,
)
from .clauses import SAYING
from .phrases import Attribution
from .spanish_complement import SpanishComplement

_ARTICLES = frozenset("el un una este esta ese esa aquel del al".split())


class SpanishReader(SpanishComplement):
    """Read one Spanish sentence."""

    def read(self) -> list[Attribution]:
        """Find the attributions of the sentence, from left to right."""
        self._final_parenthesis()
        for i in self.block.places:
            if i < self.left:
                continue
            after = self.source_phrase(i)
            if after is not None:
                self._source(i, after)
                continue
            bits, end, text = self.cue_at(i)
            if bits & ADJECTIVE and any(b & BE for b in self.b[self.verb_group(i) : i]):
                self._adjective(i)
            elif bits & VERB:
                self._verb(i, bits, end, text)
            elif bits & NOUN:
                self._noun(i)
            elif bits & ADJECTIVE:
                self._adjective(i)
        return self.found

    def source_phrase(self, k: int) -> int | None:
        after = super().source_phrase(k)
        if after is not None:
            if self.w[k] == "para" and not (k == self.left and after < self.n and self._personal(after)):
                return None
            if (
                self.w[k] == "según"
                and after < self.n
                and self.b[after] & (FINITE | SUBORDINATOR)
                and not self.b[after] & VERB
            ):
                return None
            if after >= self.n or self.g[after] & BREAK:
                return None
            return after
        if (
            self.w[k] == "a"
            and k + 2 < self.n
            and self.b[k + 1] & POSSESSIVE
            and self.w[k + 2] in spanish.OPINION_NOUNS
        ):
            return k + 1
        if (
            self.w[k] == "en"
            and k + 2 < self.n
            and self.b[k + 1] & POSSESSIVE
            and self.w[k + 2] in spanish.OPINION_NOUNS
        ):
            return k + 1
        return None

    def _personal(self, k: int) -> bool:
        """Para el crítico Jorge Lamas, … against para la paz: a person or a body must stand there."""
        np = self.np_right(k)
        if np is None or np[1] >= self.n or not self.g[np[1]] & COMMA:
            return False
        return (
            any(self.w[m] in spanish.PEOPLE for m in range(*np))
            or sum(bool(self.b[m] & CAPITAL) for m in range(*np)) >= 2
        )

    def _final_parenthesis(self) -> None:
        """…, dijo X ayer. …, según X. …, informó este lunes el ministerio."""
        quoted = max((k for k in range(self.n) if self.b[k] & QUOTED), default=-1) if self.block.spans else -1
        for i in reversed(self.block.places):
            bits = self.b[i]
            if i < quoted or i < 2:
                return
            if self.g[i] & COMMA and self.source_phrase(i) is not None and self.w[i] in ("según", "de"):
                after = self.source_phrase(i)
                left = self.left_content(i)
                if after and left and self.finite_between(*left) and not self._quoted_before(i):
                    np, cue_end, text = self._source_np(i, after)
                    if np and not any(self.b[m] & FINITE and self.g[m] & COMMA for m in range(np[1], self.n)):
                        self.add(Attribution((i, cue_end), text, SPEECH, np, "np", [left]))
                return
            if not bits & SPEECH or not bits & FINITE:
                continue
            if not self.g[i] & COMMA or any(self.b[k] & THAT for k in range(i + 1, self.n)):
                return
            left = self.left_content(i)
            if left is None or not self.finite_between(*left) or self._quoted_before(i):
                return
            np = self._subject_right(i + 1, self.n)
            if np is None and i + 1 < self.n and not self.tail_is_adverbial(i + 1):
                return
            self.add(Attribution((i, i + 1), self.w[i], bits, np, "np" if np else "dropped", [left]))
            return

    def _quoted_before(self, e: int) -> bool:
        return any(
            self.b[k] & QUOTED and self.b[k + 1] & (VERB | OBJECT) and self.g[k + 1] & COMMA
            for k in range(e - 1)
        ) or any(self.g[k] & SEMICOLON for k in range(1, e))

    def _source_np(self, i: int, after: int) -> tuple[tuple[int, int] | None, int, str]:
        """The source of según, also with a verb: según dijo el ministro."""
        bits, end, text = self.cue_at(after)
        if bits & VERB and bits & FINITE:
            np = self._subject_right(end, self.n)
            return np, end, f"{self.w[i]} {text}"
        if (
            self.b[after] & POSSESSIVE
            and self.w[after + 1 : after + 2]
            and self.w[after + 1] in spanish.OPINION_NOUNS
        ):
            return (after, after + 1), after + 2, " ".join(self.w[i : after + 2])
        return self.np_right(after), after, " ".join(self.w[i:after])

    def _source(self, i: int, after: int) -> None:
        np, cue_end, text = self._source_np(i, after)
        if np is not None and self.is_author(np):
            return
        k = max(np[1] if np else cue_end, cue_end)
        while k < self.n and not self.g[k] & (COMMA | COLON | DASH) and not self.b[k] & QUOTED:
            if self.b[k] & THAT and text.startswith("según ") is False:
                return
            k += 1
        left = self.left_content(i)
        parts = []
        initial = left is None or not self.g[i] & (COMMA | DASH | PAREN)
        if not initial and left is not None:
            joined = self.b[i - 1] & (RELATIVE | SUBORDINATOR | COORDINATOR)
            if not joined:
                parts.append(left)
            if k < self.n and (joined or not self.finite_between(*left)):
                parts.append((k, self.clause_end(k, i)))
        elif k < self.n:
            k = self._past_appositive(k)
            if k < self.n:
                parts.append((k, self.clause_end(k, i)))
        elif left is not None and self.finite_between(*left) and self.w[i] == "según":
            parts.append(left)
        self.add(Attribution((i, cue_end), text, SPEECH, np, "np" if np else "dropped", parts))

    def _past_appositive(self, k: int) -> int:
        """Según Feld, profesor de la universidad, …"""
        if not self.g[k] & COMMA or self.b[k] & (DETERMINER | QUOTED | SUBJECT | POSSESSIVE):
            return k
        m = k + 1
        while m < self.n and not self.g[m] & COMMA:
            if self.b[m] & FINITE and not self.b[k] & RELATIVE:
                return k
            m += 1
        return m if m < self.n else k

    def verb_group(self, i: int) -> int:
        k = i
        while (
            k > self.left
            and not self.g[k] & BREAK
            and self.b[k - 1] & (AUXILIARY | NEGATIVE | OBJECT | ADVERB)
        ):
            if (
                self.b[k - 1] & OBJECT
                and self.b[k - 1] & DETERMINER
                and k != i
                and not self.b[k] & (AUXILIARY | VERB)
            ):
                break
            k -= 1
        return k

    def _verb(self, i: int, bits: int, end: int, text: str) -> None:
        v = self.verb_group(i)
        chain = self.b[v:i]
        if bits & PAST and not any(b & HAVE for b in chain):
            if any(b & BE for b in chain):
                return
            return  # a participle
        if i and (self.w[i - 1] in _ARTICLES or self.b[i - 1] & POSSESSIVE) and not self.g[i] & BREAK:
            return  # el informe, su cuenta
        if bits & LEMMA and i and self.w[i - 1] == "es":
            return  # es decir
        if self._beside_quote(i, v, bits, end, text):
            return
        source: tuple[int, int] | None = None
        mode = "np"
        relative = False
        if bits & GERUND and not any(b & BE for b in chain):
            mode = "same"
        elif bits & LEMMA:
            source, mode = self._controller(i, v)
            if mode == "none":
                return
        else:
            source, relative = self._subject_left(v)
        found = self._complement(i, bits, end, text)
        if found is None:
            return
        k, inner = found
        if source is None and mode == "np":
            source = self._subject_right(end, inner)
            if source is None:
                coordinated = v > 0 and bool(self.b[v - 1] & COORDINATOR)
                impersonal = v < i and self.w[v] == "se" and not text.startswith("se ")
                mode = "same" if coordinated or relative else "none" if impersonal else "dropped"
        if source and self.is_author(source):
            return
        if self.b[k] & QUOTED:
            parts = self.quote_parts(k, i, relative)
        else:
            opening = v > 0 and bool(self.b[v - 1] & SUBORDINATOR) and v - 1 <= self.left
            parts = [(k, self.clause_end(k, i, relative, opening))]
        self.add(
            Attribution(
                (v if (v < i and not source) or (source and source[1] <= v) else i, end),
                text,
                bits,
                source,
                mode if not source else "np",
                parts,
            )
        )

    def _controller(self, i: int, v: int) -> tuple[tuple[int, int] | None, str]:
        """The subject of the verb that an infinitive hangs on: no quiso decir, volvió a decir."""
        for k in range(i - 1, max(i - 5, self.left) - 1, -1):
            if self.g[k + 1] & BREAK:
                break
            if self.b[k] & FINITE:
                source, _ = self._subject_left(self.verb_group(k))
                return source, "np" if source else "dropped"
        return None, "none"

    def _subject_left(self, v: int) -> tuple[tuple[int, int] | None, bool]:
        if v <= self.left:
            return None, False
        if self.b[v - 1] & (COORDINATOR | SUBORDINATOR) and not self.g[v] & BREAK:
            return None, False
        if self.b[v - 1] & RELATIVE and not self.g[v] & BREAK:
            np = self.np_left(v - 1)
            return np, True
        if self.g[v] & (COMMA | DASH | PAREN):
            source = self._before_appositive(v)
        else:
            source = self.np_left(v)
        if source is not None and not self._nominal(source):
            source = None
        return source, False

    def _nominal(self, np: tuple[int, int]) -> bool:
        """Say whether a stretch can be a subject: not “En una rueda de prensa”, “Ayer”, “También”."""
        a = np[0]
        if self.b[a] & (PREPOSITION | ADVERB | SUBORDINATOR | TIME) and not self.b[a] & (
            DETERMINER | SUBJECT
        ):
            return False
        if a > 0 and self.b[a - 1] & PREPOSITION and not self.g[a] & BREAK:
            return False
        return (
            bool(self.b[a] & (DETERMINER | SUBJECT | CAPITAL | POSSESSIVE))
            or self.w[a] in spanish.PEOPLE
            or self.w[a].endswith("s")
        )

    def _subject_right(self, k: int, limit: int) -> tuple[int, int] | None:
        """The subject behind its verb: dijo ayer | el ministro | que …"""
        m = k
        while m < limit and not (self.g[m] & BREAK and m > k):
            here = self.b[m]
            if (here & (TIME | ADVERB) and not here & CAPITAL) or (
                here & DETERMINER and m + 1 < limit and self.b[m + 1] & TIME
            ):
                m += 1
                continue
            if here & PREPOSITION:
                m = self._past_prepositional(m, limit)
                continue
            if here & (THAT | QUOTED | WH | COORDINATOR | FINITE) and not here & SUBJECT:
                return None
            np = self.np_right(m)
            if np is None:
                return None
            np = (np[0], min(np[1], limit))
            return np if np[0] < np[1] and self._nominal(np) else None
        return None

    def _past_prepositional(self, m: int, limit: int) -> int:
        m += 1
        if m < limit and self.b[m] & (DETERMINER | POSSESSIVE):
            m += 1
        while (
            m < limit
            and not self.g[m] & BREAK
            and not self.b[m] & (DETERMINER | PREPOSITION | THAT | QUOTED | FINITE)
        ):
            m += 1
        return m

    def _beside_quote(self, i: int, v: int, bits: int, end: int, text: str) -> bool:
        """«…», dijo X.   …, explicó, …   «…», X dijo."""
        if not bits & (SAYING | BELIEF) or not bits & FINITE:
            return False
        after_quote = v > self.left and bool(self.b[v - 1] & QUOTED)
        if after_quote and not self.g[v] & (COMMA | DASH) and not (self.is_full(v - 1) and bits & SPEECH):
            return False
        comma = bool(self.g[v] & (COMMA | DASH)) and v > self.left
        if not after_quote and not comma:
            return self._subject_before_verb(i, v, bits, end, text)
        if end < self.n and self.b[end] & (THAT | QUOTED) and not self.g[end] & BREAK:
            return False
        source = self._subject_right(end, self.n)
        k = source[1] if source else end
        if not after_quote:
            closed = k >= self.n or bool(self.g[k] & BREAK) or self.tail_is_adverbial(k)
            if (
                not closed
                or not bits & SPEECH
                or (
                    any(self.b[m] & THAT for m in range(end, min(end + 14, self.n)))
                    and not (k < self.n and self.g[k] & BREAK and k <= end + 6)
                )
            ):
                return False
        left = self.left_content(v)
        if left is None:
            return False
        parts = [left]
        whole = self.finite_between(*left) or any(self.b[m] & QUOTED for m in range(*left))
        go_on = self.later_quote(k)
        if go_on is not None:
            parts += self.quote_parts(go_on, i)
        elif not whole:
            m = k
            while m < self.n and not self.g[m] & (COMMA | DASH):
                m += 1
            if m >= self.n or m > k + 5 or not self.finite_between(m, self.n):
                return False
            parts.append((m, self.clause_end(m, i)))
        if (
            not after_quote
            and self._opens_adverbial(*left)
            and whole
            and go_on is None
            and not self._commas(*left)
        ):
            return False
        if source and self.is_author(source):
            return True
        self.add(Attribution((v, end), text, bits, source, "np" if source else "dropped", parts))
        return True

    def _commas(self, a: int, e: int) -> bool:
        return any(self.g[k] & COMMA for k in range(a + 1, e))

    def _subject_before_verb(self, i: int, v: int, bits: int, end: int, text: str) -> bool:
        """«…», el ministro dijo."""
        source, _ = self._subject_left(v)
        if (
            source is None
            or source[0] <= self.left
            or not self.b[source[0] - 1] & QUOTED
            or not self.g[source[0]] & COMMA
        ):
            return False
        left = self.left_content(source[0])
        closed = end >= self.n or self.g[end] & (BREAK | STOP) or self.tail_is_adverbial(end)
        if left is None or not closed or any(self.b[m] & THAT for m in range(end, min(end + 8, self.n))):
            return False
        self.add(Attribution((v, end), text, bits, source, "np", [left]))
        return True

    def _adjective(self, i: int) -> None:
        """está convencido de que …"""
        v = self.verb_group(i)
        if v == i or i + 2 >= self.n or self.w[i + 1] != "de" or not self.b[i + 2] & THAT:
            return
        source, relative = self._subject_left(v)
        if source is not None and self.is_author(source):
            return
        self.add(
            Attribution(
                (i, i + 1),
                self.w[i],
                BELIEF,
                source,
                "np" if source else "dropped",
                [(i + 2, self.clause_end(i + 2, i, relative))],
            )
        )
