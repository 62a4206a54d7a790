"""English sources in parenthesis: “…,” said X, …; …, X said; according to X, …; as X put it, …"""

from __future__ import annotations

from .attribution import Attribution
from .bits import (
    ADVERB,
    ASKING,
    AUXILIARY,
    BELIEF,
    BREAK,
    CAPITAL,
    COLON,
    COMMA,
    COORDINATOR,
    DASH,
    ED,
    FINITE,
    ING,
    INTENTION,
    LEMMA,
    MANNER,
    PAST,
    POSSESSIVE,
    PREPOSITION,
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
)
from .english import SAY_FORMS
from .english_clause_starts import SAY
from .english_nouns import EnglishNouns
from .statements import SAYING


class EnglishParentheses(EnglishNouns):
    """Read sources that interrupt, open or end an English sentence."""

    def _interrupted(self, e: int) -> bool:
        """Say whether a quotation before has a verb of saying of its own."""
        return any(
            self.b[k] & QUOTED
            and any(self.b[m] & SAYING and self.b[m] & FINITE for m in range(max(k - 4, 0), min(k + 6, e)))
            for k in range(e)
        ) or any(self.g[k] & SEMICOLON for k in range(1, e))

    def _two_clauses(self, a: int, e: int) -> bool:
        first = a + 2 if self.b[a] & ADVERB else a + 1  # Indeed, | as soon as
        return any(self.g[k] & COMMA for k in range(first, e))

    def _only_relative(self, a: int, e: int) -> bool:
        """Say whether the finite verbs of a stretch are those of relative clauses: Reed, who runs the fund, …"""
        verbs = [m for m in range(a, e) if self.b[m] & FINITE]
        return bool(verbs) and all(any(self._relates(p) for p in range(max(m - 3, a), m)) for m in verbs)

    def _relates(self, k: int) -> bool:
        """Say whether a word opens a relative clause: the plan | that …; not: in | that sense"""
        points = self.w[k] == "that" and k > self.left and self.b[k - 1] & PREPOSITION
        return bool(self.b[k] & RELATIVE) and not points

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
        if source is None or self.is_author(source) or self._parts_a_report(i):
            return
        text = " ".join(self.w.listed(i, after))
        k = self._after_appositive(source[1])
        parts: list[tuple[int, int]] = []
        spoken = next((m for m in range(k, self.n) if self.b[m] & QUOTED), self.n)
        if spoken < self.n and self.g[spoken] & COLON and not self.finite_between(k, spoken):
            k = spoken  # in the words of Ann Hill, spoken in May: “…”
        if k < self.n and self.g[k] & COLON and self.b[k] & QUOTED:  # I pray, in the words of Reed: “…”
            return self.add(Attribution((i, after), text, SPEECH, source, "np", self.quote_parts(k, i)))
        left = self.left_content(i)
        if left is not None and self._only_tells_when(*left):
            return  # “…,” Hill said | on Friday, | according to the paper
        if left is not None and left[1] - left[0] == 1 and self.b[left[0]] & QUOTED and self.is_full(left[0]):
            parts = self.quote_parts(left[0], i, extend=False)  # “We won,” according to Hill
            go_on = self.later_quote(source[1])
            parts += self.quote_parts(go_on, i) if go_on is not None else []
            return self.add(Attribution((i, after), text, SPEECH, source, "np", parts))
        initial = (
            left is None
            or (left[1] - left[0] <= 1 and not (self._is_noun(left[0]) and k < self.n and self.b[k] & FINITE))
            or not self.g[i] & (COMMA | DASH)
            or (bool(self.b[left[0]] & TIME) and left[1] - left[0] <= 3)  # Last fall, according to
        )
        if not initial and left is not None:
            joined = self.b[i - 1] & (RELATIVE | SUBORDINATOR | COORDINATOR)
            if not joined:
                parts.append(left)
            open_ = joined or self.fronted_clause(*left) or (k < self.n and self.goes_on(left, i, k))
            if k < self.n and self.g[k] & (COMMA | DASH) and open_:
                parts.append((k, self.clause_end(k, i)))
            elif parts and self.later_quote(source[1]) == self.n - 1 and self.is_full(self.n - 1):
                parts.append((self.n - 1, self.n))  # …, according to Reed, a lawyer, “…”
        elif k < self.n and (self.g[k] & (COMMA | COLON) or self.b[k] & QUOTED):
            if self.speaks_inside(k, self.n):
                return  # According to the agency, Reed said the plan was “dead”
            parts.append((k, self.whole_clause(k, i)))
        elif (
            left is not None
            and k >= self.n
            and self.finite_between(*left)
            and not self.g[self.n] & COLON
            and (self.w[i] != "in" or (self.tail_is_adverbial(source[1]) and self.w[source[1]] != "to"))
        ):
            parts.append(left)
        self.add(Attribution((i, after), text, SPEECH, source, "np", parts))

    def _parts_a_report(self, i: int) -> bool:
        """Say whether a source parts the subject of what is reported from its verb: learned that it, | according to X,"""
        for m in range(i - 1, max(i - 12, self.left), -1):
            if self.b[m] & THAT and self.b[m - 1] & VERB:
                return self.lacks_verb(m, i)
        return False

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

    def _inverted(self, i: int, v: int, bits: int, end: int, text: str) -> bool:
        """“…,” said X, …   …, said X."""
        if (
            v != i
            or not bits & (SPEECH | ASKING | MANNER | TELLING | BELIEF | REQUEST)
            or not bits & (FINITE | LEMMA)
            or end >= self.n
        ):
            return False
        after_quote = i > 0 and bool(self.b[i - 1] & QUOTED)
        if not after_quote and not self.g[i] & (COMMA | DASH):
            return False
        opens = i - 1 == self.left and end < self.n and self.b[end] & CAPITAL  # “We are ready” tweeted | Reed
        if after_quote and not (opens or self.is_full(i - 1) or text in SAY or self.g[i] & (COMMA | DASH)):
            return False
        titled = self.b[end] & QUOTED and after_quote and not self.is_full(end) and end + 1 < self.n
        name = end  # asked | “New Day” host Ann Reed
        if titled and not (self.g[end] | self.g[end + 1]) & BREAK and not self.b[end + 1] & (FINITE | QUOTED):
            name = end + 1
        start = self.b[name]
        if (start & (THAT | TO | QUOTED | TIME | RELATIVE) and not start & CAPITAL) or self.g[end] & BREAK:
            return False
        if start & PREPOSITION or (start & FINITE and not start & SUBJECT):
            return False
        source = self.np_right(name)
        if source is None:
            return False
        k = source[1]
        closed = (
            k >= self.n
            or bool(self.g[k] & (BREAK | STOP))
            or self.tail_is_adverbial(k)
            or bool(self.b[k] & (SUBORDINATOR | RELATIVE | PREPOSITION | TIME | ED | ING))
            or (after_quote and (bool(self.b[k] & (QUOTED | PAST)) or self.w[k] == "per"))
        )
        acts = k < self.n and self.b[k] & ED and not self.g[k] & BREAK and not after_quote
        does = acts and (self.np_right(k + 1) is not None or bool(self.b[min(k + 1, self.n - 1)] & TO))
        if does and not self.finite_between(i - min(i, 12), i):
            return False  # Hill, 27, said | a doctor called him; said | the school decided to go
        if not closed or (start & SUBJECT and k < self.n and self.b[k] & FINITE and not self.g[k] & BREAK):
            return False
        left = self.left_content(i)
        if left is not None and bits & LEMMA and any(self.b[p] & TO for p in range(left[0], i)):
            return False  # made it possible to see the facts, note the gaps and
        told = self._after_appositive(k) if not after_quote else k  # says Reed, the mayor|, is dead
        k = told if told < self.n and self.b[told] & FINITE and self.g[told] & COMMA else k
        quoted = any(self.b[m] & QUOTED for m in range(k + 1, self.n))
        interrupts = k < self.n and bool(self.g[k] & (COMMA | DASH))
        interrupts = interrupts and (self.finite_between(k, self.n) or (quoted and not after_quote))
        if left is None or (interrupts and not after_quote and self._is_subject_and_told(*left)):
            return False
        if not (after_quote or self.finite_between(*left) or self.later_quote(k) or interrupts):
            plain = (
                text in SAY and left[1] - left[0] > 2 and not start & TIME
            )  # The plans include a bridge, said X
            if not plain or self._opens_adverbial(*left) or not self._may_be_source(source):
                return False
            left = next((m for m in range(i - 1, left[0], -1) if self.g[m] & COLON), left[0]), i  # Floods: …
        if not after_quote and (not bits & SPEECH or start & POSSESSIVE or self._only_relative(*left)):
            return False
        if not after_quote and text not in SAY_FORMS and not self._may_be_source(source):
            return False  # lied to, denied | the truth
        parts = [left]
        beside = after_quote and k < self.n and self.b[k] & QUOTED  # “…” said Reed “…”
        go_on = k if beside else self.later_quote(k)
        if go_on is not None:
            parts += self.quote_parts(go_on, i)
        elif not after_quote and not self.finite_between(*left) and interrupts:
            parts.append((k, self.clause_end(k, i)))
        if self.is_author(source):
            return False
        self.left = max(self.left, left[0])
        self.add(Attribution((i, end), text, bits, source, "np", parts))
        return True

    def _is_subject_and_told(self, a: int, e: int) -> bool:
        """The same, and of what he did meanwhile: A diplomat, speaking on condition of anonymity, | said the two, …, had"""
        c = next((k for k in range(a + 1, e) if self.g[k] & BREAK), e)
        aside = c < e and self.g[c] & COMMA and self.b[c] & (ING | ED | PREPOSITION)
        if aside and not self.finite_between(a, e) and not self.b[a] & (PREPOSITION | ADVERB):
            return self._may_be_source((a, c))
        return self._is_named_and_told(a, e)

    def _before_main_verb(self, k: int) -> int:
        """Past a circumstance with a clause of its own: Compromise, he said | in a speech that lasted an hour, | was dead"""
        if k >= self.n or self.g[k] & BREAK or not self.b[k] & (PREPOSITION | TIME):
            return k
        inside = False
        for m in range(k + 1, min(k + 20, self.n)):
            inside = inside or bool(self.b[m] & (RELATIVE | THAT))
            if self.g[m] & COMMA and self.b[m] & FINITE and not self.b[m] & SUBJECT:
                return m if inside else k
            if self.g[m] & (COMMA | COLON | SEMICOLON) or self.b[m] & QUOTED:
                return k
        return k

    def _parenthesis(self, v: int, i: int, source: tuple[int, int], bits: int, end: int, text: str) -> bool:
        """“…,” X said, “…”   …, X said, …"""
        saying = text[:6] == "report" and self.w[self.n - 1] == "saying"  # the paper reported Reed | saying
        if saying or not bits & (SAYING | BELIEF | REQUEST):
            return False
        s = source[0]
        after_quote = s > self.left and bool(self.b[s - 1] & QUOTED)
        ends = end >= self.n or bool(self.g[end] & (BREAK | STOP))
        if not bits & (SAYING | BELIEF) and not (after_quote and ends):
            return False  # “Stop it,” he ordered; not “…,” he ordered the men
        k = end
        if not after_quote and not (s > self.left and self.g[s] & (COMMA | DASH)):
            return False
        if bits & (INTENTION | REQUEST) and k < self.n and self.b[k] & TO and not self.g[k] & BREAK:
            return False  # As a free country, Chad wishes | to help
        if bits & TELLING or (bits & ASKING and k < self.n and not self.g[k] & BREAK):
            k = self._addressee(k)
        if k < self.n and self.b[k] & THAT and not self.g[k] & BREAK:
            return False
        left = self.left_content(s)
        if left is None:
            return False
        parted = bool(self.b[s - 1] & AUXILIARY) or not self.finite_between(*left)
        k = self._before_main_verb(self._past_when(k)) if parted and not after_quote else k
        closed = k >= self.n or bool(self.g[k] & (BREAK | STOP)) or self.tail_is_adverbial(k)
        fronted = s - 1 > self.left and not self.is_full(s - 1)  # Likening it to “theft,” Reed said that
        if after_quote and not closed and not fronted:
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
        if bits & BELIEF and not bits & (SPEECH | ASKING) and not after_quote and not ends:
            return False  # since then, Chad has known | only war
        parts = [left]
        whole = not parted or any(self.b[m] & QUOTED for m in range(*left))
        if not after_quote and not whole and not (k < self.n and self.g[k] & (COMMA | DASH)):
            return False
        if (
            not after_quote
            and not (k < self.n and self.g[k] & (COMMA | DASH))
            and (self._opens_adverbial(*left) or self.fronted_clause(*left))
            and not self._two_clauses(*left)
        ):
            return False
        go_on = self.later_quote(k)
        past = any(self.w[m] == "ago" for m in range(*left))
        if not whole and go_on is not None and (past or self._opens_adverbial(*left)):
            return False  # On one page, he has written, “…”
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
