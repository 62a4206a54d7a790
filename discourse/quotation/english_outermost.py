"""English sentences that are somebody's as a whole: sources behind a quotation, at the end, or in the middle."""

from __future__ import annotations

from typing import Final

from . import english
from .attribution import Attribution
from .bits import (
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
    DOCUMENT,
    ED,
    EVIDENCE,
    FINITE,
    GERUND,
    LEMMA,
    MANNER,
    MODAL,
    NOUN,
    OWNER,
    PAREN,
    PAST,
    PLURAL,
    POSSESSIVE,
    PREPOSITION,
    PRESENT,
    QUOTED,
    RELATIVE,
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
from .english_parentheses import EnglishParentheses
from .roles_en import ENGLISH

_JOINING: Final = RELATIVE | SUBORDINATOR | COORDINATOR | THAT
_QUOTING: Final = frozenset("quote quotes quoted quoting cite cites cited citing".split())
_REPORTING: Final = ("reported", "reports", "heard", "recorded")


class EnglishOutermost(EnglishParentheses):
    """Find the outermost source of an English sentence before its cues are read one by one."""

    def _begins_inverted(self, i: int, bits: int, end: int, text: str) -> bool:
        """Adds Ann Reed, the mayor: “…”   Asked one voter, “…”"""
        if (
            not bits & (SPEECH | ASKING | MANNER)
            or not bits & (PRESENT | PAST)
            or end >= self.n
            or self.b[end] & (QUOTED | THAT | TO)
        ):
            return False
        source = self.np_right(end)
        q = next((k for k in range(end, min(end + 12, self.n)) if self.b[k] & QUOTED), 0)
        if source is None or not q or not self.g[q] & (COLON | COMMA) or self.finite_between(end, q):
            return False
        if q != source[1] and not self.g[q] & COLON and not self.b[source[1]] & (PREPOSITION | TIME):
            return False
        self.add(Attribution((i, end), text, bits, source, "np", self.quote_parts(q, i)))
        return True

    def _after_quotation(self) -> None:
        """“…,” an aide who has read the plan said: the last verb is the one, whatever stands before it."""
        q = next((k for k in range(self.n) if self.b[k] & QUOTED), self.n)
        if q > 0 or self.n < 5 or not self.is_full(q):
            return
        who = next((k for k in range(q + 2, min(q + 10, self.n)) if self.b[k] & RELATIVE), None)
        if who is None or any(
            self.b[k] & (FINITE | QUOTED) or self.g[k] & BREAK for k in range(q + 2, who + 1)
        ):
            return
        for i in reversed(self.block.places):
            bits = self.b[i]
            if i <= who + 1:
                return
            if bits & (SPEECH | TELLING) and bits & FINITE:
                v = self.verb_group(i)
                after = self._addressee(i + 1) if bits & TELLING else i + 1
                if (after >= self.n or self.g[after] & (BREAK | STOP)) and not self.g[v] & BREAK:
                    self.add(Attribution((v, i + 1), self.w[i], bits, (q + 1, v), "np", [(q, q + 1)]))
                return

    def _said_first(self) -> None:
        """Said the leader of the House: “…”"""
        if self.n < 3 or self.w[0] not in ("said", "says", "added", "wrote", "asked") or not self.block.spans:
            return
        source = self.np_right(1)
        q = next((k for k in range(1, self.n) if self.b[k] & QUOTED), self.n)
        if source and q < self.n and self.g[q] & COLON and not self.finite_between(1, q):
            self.add(Attribution((0, 1), self.w[0], SPEECH, source, "np", self.quote_parts(q, 0)))

    def _final_parenthesis(self) -> None:
        """…, X said on Tuesday. …, according to X. Then what stands before is X's, whatever it has inside."""
        if not self.block.marks & (COMMA | DASH):
            return
        backwards = range(self.n - 1, -1, -1) if self.block.spans else ()
        quoted = next((k for k in backwards if self.b[k] & QUOTED), -1)
        for i in reversed(self.block.places):
            bits = self.b[i]
            if i < quoted or i < 2:
                return
            after = self.source_phrase(i)
            if after is not None and self.g[i] & COMMA and self.w[i] == "according":
                left = self.left_content(i)
                if (
                    self.b[i - 1] & (_JOINING | AUXILIARY)
                    or self._relative_report(i)
                    or self._parts_a_report(i)
                ):
                    return  # the firm will, according to Reed, | close its plant
                if self.speaks_inside(self.left, i) or self._has_said(i):
                    return  # Reed called it a “breach”, “…,” Reed, an aide for Hill said, according to the paper
                if left and not self._interrupted(i) and self.clause_like(*left):
                    np = self.np_right(after)
                    k = self._after_appositive(np[1]) if np else self.n
                    if (
                        k < self.n
                        and self.g[k] & COMMA
                        and (self.finite_between(*left) or self.b[k] & FINITE)
                        and self.goes_on(left, i, k)
                    ):
                        return  # It is cheap, but the plan, according to Reed, | is dead
                    if np and self._rest_is_appositive(np[1]):
                        self.add(Attribution((i, after), "according to", SPEECH, np, "np", [left]))
                return
            reports = (
                bits & PRESENT and bits & (SPEECH | TELLING) and not bits & CAPITAL
            )  # …, the Times reports
            tensed = bits & (FINITE | LEMMA) or reports
            if not (bits & (SPEECH | BELIEF | TELLING) and tensed) or (
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
            if self._is_passive(v, i):
                continue
            behind = self._addressee(i + 1) if bits & TELLING else i + 1
            thinks = bits & BELIEF and not bits & (SPEECH | TELLING)
            if not self.tail_is_adverbial(behind) or (
                thinks and behind < self.n and not self.g[behind] & BREAK
            ):
                return  # since then, Chad has known | only war
            source, relative = self.subject(v)
            if (
                source is None
                or relative
                or (self.b[source[0] - 1] & QUOTED and not self._ends_marked(source[0] - 1))
                or not (self.g[source[0]] & (COMMA | DASH) or self.b[source[0] - 1] & QUOTED)
            ):
                return
            left = self.left_content(source[0])
            if (
                left is None
                or self._interrupted(source[0])
                or not self.clause_like(*left)
                or (
                    self.b[left[0]] & TO and not self.b[left[0]] & PREPOSITION
                )  # To win, the party must learn
                or ("ago" in self.w.listed(left[0], left[1]) and not self.finite_between(*left))
                or self.is_author(source)
            ):
                return
            if self.fronted_clause(*left):
                return
            self.add(Attribution((v, i + 1), self.w[i], bits, source, "np", [left]))
            return

    def _ends_marked(self, q: int) -> bool:
        """Say whether a clause about a report ends in marks: The claim that Hill lied was | “absurd,” | Reed said"""
        noun = next((k for k in range(self.left, min(self.left + 4, q)) if self.b[k] & NOUN), 0)
        return noun > self.left and noun + 2 < q and bool(self.b[noun + 1] & THAT)

    def _has_said(self, i: int) -> bool:
        """Say whether words in marks that open the sentence have their speaker before a parenthesis."""
        if not (self.b[self.left] & QUOTED and self.is_full(self.left)):
            return False
        return any(self.left < m < i and self.b[m] & FINITE and self.b[m] & SPEECH for m in self.block.places)

    def _inner_parenthesis(self) -> bool:
        """A did this, X told reporters, and B did that: both are X's, whatever cues they have inside."""
        if not self.block.marks & COMMA:
            return False
        for i in self.block.places:
            bits = self.b[i]
            if i < 2 or i + 1 >= self.n:
                continue
            after = self.source_phrase(i) if self.w[i] == "according" and self.g[i] & COMMA else None
            if after is not None and self._parts_a_report(i):
                continue
            if after is not None:
                source = self.np_right(after)
                v, k = i, self._after_appositive(source[1]) if source else self.n
                cue, text, bits, start = (i, after), "according to", SPEECH, i
            elif bits & (SPEECH | BELIEF | TELLING | EVIDENCE) and bits & FINITE:
                if self._noun_reading(i):
                    continue
                v = self.verb_group(i)
                if not bits & SPEECH and any(self.b[m] & MODAL for m in range(v, i)):
                    continue  # if we are to win, this should have made clear to all that
                k = self._addressee(i + 1) if bits & TELLING else i + 1
                if k < self.n and not self.g[k] & BREAK and self.b[k] & (PREPOSITION | TIME | ADVERB):
                    k = self._past_aside(k)
                if k >= self.n or not self.g[k] & COMMA or (self.g[v] & BREAK and not self.g[v] & COMMA):
                    continue
                source, relative = self.subject(v)
                if source is None or relative or self._is_passive(v, i):
                    continue
                cue, text, start = (v, i + 1), self.w[i], source[0]
            else:
                continue
            if source is None or k >= self.n or not self.g[start] & COMMA or self.b[k] & QUOTED:
                continue
            left = self.left_content(start)
            if (
                left is None
                or self.is_author(source)
                or self.b[left[0]] & PREPOSITION  # but: If it fails, officials warned, the port will close
                or any(self.b[m] & QUOTED for m in range(*left))
                or self.b[start - 1] & AUXILIARY  # the firm will, Reed says, | close its plant
                or not any(self._acts_in(m) for m in range(left[0] + 1, left[1]))
                or self.b[start - 1] & _JOINING & ~SUBORDINATOR
                or (after is not None and self._relative_report(i))
                or self._only_relative(*left)
                or self._interrupted(start)
                or (after is not None and self.finite_between(*left) and self.goes_on(left, i, k))
            ):
                continue
            parts = [left]
            if not (
                self.b[k] & (GERUND | RELATIVE)
                or (after is not None and not self.b[k] & COORDINATOR)
                or (self.b[k] & DETERMINER and self._reported_noun(k))
                or (self.b[k] & COORDINATOR and self._says_else(k))
                or (self.w[k] in self.contrast and self._contrasts(k))
            ):
                parts.append((k, self.clause_end(k, i)))
            elif after is not None and self.later_quote(k) == self.n - 1 and self.is_full(self.n - 1):
                parts.append((self.n - 1, self.n))  # …, according to Reed, chief lawyer of the bank, “…”
            self.add(Attribution(cue, text, bits, source, "np", parts))
            return bool(self.found)
        return False

    def _acts_in(self, m: int) -> bool:
        """Say whether a word is a finite verb, of those that may be nouns, too, behind a plural: Drivers | expect"""
        if self.b[m] & FINITE:
            return True
        return bool(self.b[m] & VERB and (self.b[m] & ED or self.b[m - 1] & (PLURAL | SUBJECT) & ~DETERMINER))

    def _past_aside(self, k: int) -> int:
        """Past the circumstance of a parenthesis: …, Reed said | in his message |, …"""
        for m in range(k + 1, min(k + 8, self.n)):
            if self.b[m] & (FINITE | QUOTED | THAT | TO):
                return k
            if self.g[m] & BREAK:
                return m if self.g[m] & COMMA else k
        return k

    def _relative_report(self, i: int) -> bool:
        """Say whether the report just before is a relative clause: Reed, who told them that …, according to X."""
        for m in range(i - 1, max(i - 30, self.left), -1):
            if self.g[m] & COMMA and not self.b[m - 1] & QUOTED and not self.b[m] & QUOTED:
                return bool(self.b[m] & RELATIVE and not self.b[m] & THAT) and any(
                    self.b[p] & (SPEECH | TELLING) and self.b[p] & FINITE for p in range(m + 1, min(m + 5, i))
                )
        return False

    def _says_else(self, k: int) -> bool:
        """Say whether "and" leads to another verb of saying: and added that, and Reed said."""
        for m in range(k + 1, min(k + 9, self.n)):
            if self.b[m] & (FINITE | QUOTED) and not self.b[m] & AUXILIARY:
                return bool(self.b[m] & (SPEECH | TELLING | ASKING))
        return False

    def _noun_reading(self, i: int) -> bool:
        if not (self.b[i] & (LEMMA | PRESENT) or self.w[i] == "thought") or i == 0:
            return False
        before = self.b[i - 1]
        if self.g[i] & BREAK:
            return False
        if (
            self.b[i] & PRESENT
            and not self.b[i] & LEMMA
            and any(
                self.w[m] in ("these", "those", "all", "many", "several", "few", "two", "three")
                and not any(self.b[p] & ~DOCUMENT for p in range(m + 1, i))
                for m in range(i - 1, max(i - 4, self.left - 1), -1)
            )
        ):
            return True  # those dreams, many video reports, not: those dream that
        if self.w[i - 1] == "that" and self.b[i] & LEMMA and (i == 1 or self.b[i - 2] & (VERB | PREPOSITION)):
            return True  # consider that attack as
        if self.w[i - 1] == "this" and self.b[i] & LEMMA and self.w[i + 1] == "of":
            return True  # this state of affairs
        if (
            before & (DETERMINER | POSSESSIVE)
            and not before & SUBJECT
            and self.w[i - 1] not in ("many", "some", "few", "most", "all", "both", "several", "others")
        ):
            return True
        return bool(before & PREPOSITION) or bool(self.b[i - 1] & OWNER)

    def _is_passive(self, v: int, i: int, past: bool = False) -> bool:
        if self.w[i] == "quoted" and self.w[i + 1] == "as" and self.w[i + 2] == "saying":
            return False
        if not past and not self.b[i] & PAST:
            return False
        for k in range(i - 1, v - 1, -1):
            if self.b[k] & AUXILIARY:
                return bool(self.b[k] & BE)
        return False

    def _is_adjective(self, source: tuple[int, int], bits: int, text: str) -> bool:
        """Say whether a lone adjective stands before what is a noun after all: about | recent | posts Trump made."""
        a = source[0]
        return (
            bool(bits & (LEMMA | PRESENT))
            and not self.b[a] & ~(PREPOSITION | ADVERB)
            and self.lemma.get(text, text) in english.NOUN_LIKE
            and self.w[a] not in ENGLISH.sources
        )

    def _who_is_quoted(self, e: int) -> tuple[int, int] | None:
        """quoted | her | last week | as saying"""
        for m in range(e - 1, max(e - 17, self.left - 1), -1):
            if self.w[m] in _QUOTING:
                v = self.verb_group(m)
                if v < m and self.b[m - 1] & BE:
                    return self.subject(v)[0]  # | Reed | was quoted by the BBC as saying
                np = self.np_right(m + 1)
                told = np is not None and np[1] <= e
                whole = told and np and self.b[np[1]] & PREPOSITION  # an official | at the ministry
                return (m + 1, e) if whole else np if told else None
            apart = self.g[m + 1] & BREAK & ~(COMMA | PAREN)  # quoted | Reed, a lawyer, | as saying
            if self.b[m] & (FINITE | QUOTED) or apart:
                break
        return None

    def _quoted_as_saying(self, i: int, bits: int) -> bool:
        """“…,” the paper quoted | Reed | as saying."""
        if i + 1 < self.n and not self.g[i + 1] & (BREAK | STOP):
            return False  # quoted her as saying | that it was over
        quoting = _QUOTING if self.w[i - 1] == "as" else _REPORTING  # the paper reported | Reed | saying
        verb = next((m for m in range(i - 2, max(i - 11, self.left), -1) if self.w[m] in quoting), 0)
        who = self._who_is_quoted(i - 1) if verb and self.w[i - 1] == "as" else None
        np = self.np_right(verb + 1) if verb and who is None and self.w[i - 1] != "as" else None
        who = np if np is not None and np[1] == i else who
        if who and i + 1 < self.n and self.g[i + 1] & COLON and self.b[i + 1] & QUOTED:
            self.add(Attribution((verb, i + 1), self.w[i], bits, who, "np", self.quote_parts(i + 1, i)))
            return True
        paper = self.subject(self.verb_group(verb))[0] if who else None
        left = self.left_content(paper[0]) if paper is not None else None
        if left is None:
            return False
        self.add(Attribution((verb, i + 1), self.w[i], bits, who, "np", [left]))
        return True
