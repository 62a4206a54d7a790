"""English nouns and adjectives that introduce content: the claim that, his promise to, is confident that."""

from __future__ import annotations

from . import english
from .attribution import Attribution
from .bits import (
    ADVERB,
    AUXILIARY,
    BE,
    BELIEF,
    BREAK,
    CAPITAL,
    COMMA,
    DETERMINER,
    ED,
    FINITE,
    ING,
    NOUN,
    OWNER,
    PLURAL,
    POSSESSIVE,
    PREPOSITION,
    QUOTED,
    SUBJECT,
    SUBORDINATOR,
    THAT,
    TO,
    WH,
)
from .english_complement import EnglishComplement


class EnglishNouns(EnglishComplement):
    """Read what English nouns and adjectives introduce."""

    def _noun(self, i: int, bits: int) -> None:
        """the claim that …, his promise to …, the consensus among observers is that …"""
        if i > 1 and self.g[i - 1] & COMMA and self.w[i - 1] in ("a", "an"):
            return  # , a claim that experts dispute
        if i and self.g[i] & COMMA and self.w[i] in english.REPORT_NOUNS:
            return  # , testimony that he called untrue
        if i and self.w[i - 1] in ("no", "little") and self.w[i].startswith("doubt"):
            return
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
            if (
                np
                and np[1] < self.n
                and self.b[np[1]] & THAT
                and self.b[k + 1] & (DETERMINER | POSSESSIVE | CAPITAL | PLURAL)
            ):
                k = np[1]  # assurances to lawmakers that
        if k >= self.n or self.g[k] & BREAK or (source and self.is_author(source)):
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
            stop = next((t for t in range(m + 3, self.n) if self.g[t] & BREAK), self.n)
            subject = m < self.n and self.b[m] & (SUBJECT | DETERMINER | POSSESSIVE | CAPITAL)
            verb_told = any(self.b[t] & (FINITE | ED | QUOTED) for t in range(m, stop))
            if not subject and not verb_told and stop - m < 8:
                return  # a plan that provides homes
            opens = i - self.left < 7 and bool(self.b[self.left] & (PREPOSITION | SUBORDINATOR | ING))
            end = self.clause_end(k, i, opening=opens) if copula or verb else self._to_second_verb(k, opens)
        elif (
            here & TO
            and owner
            and bits & NOUN
            and k + 1 < self.n
            and not self.b[k + 1] & (DETERMINER | POSSESSIVE | CAPITAL)
            and english.may_be_infinitive(self.w[k + 1])
        ):
            end = self.clause_end(k, i) if self._matrix_before(i) else self._to_first_verb(k)
        elif bits & NOUN and self.w[k] in ("saying", "stating", "declaring", "warning"):
            return
        else:
            return
        if source is None and self._matrix_before(i):
            self._from_matrix(i, k, end)
            return
        self.add(Attribution((i, i + 1), self.w[i], NOUN, source, "np" if source else "none", [(k, end)]))

    def _matrix_before(self, i: int) -> bool:
        return any(self.b[m] & FINITE for m in range(self.left, i))

    def _from_matrix(self, i: int, k: int, end: int) -> None:
        """made the claim that …: the subject's own, where the verb only carries the noun."""
        verb = next(
            (
                m
                for m in range(i - 1, max(i - 6, self.left) - 1, -1)
                if self.b[m] & FINITE or self.w[m] in english.LIGHT
            ),
            None,
        )
        source = None
        if verb is not None and self.w[verb] in english.LIGHT:
            source, _ = self.subject(self.verb_group(verb))
            if source and self.b[source[0]] & (PREPOSITION | ING):
                source = None  # despite having made the claim that
        if source and self.is_author(source):
            return
        self.add(Attribution((i, i + 1), self.w[i], NOUN, source, "np" if source else "none", [(k, end)]))

    def _to_second_verb(self, k: int, opening: bool = False) -> int:
        """The clause of a subject's noun ends before the main verb: the claim that X did | is false."""
        end = self.clause_end(k, k, opening=opening)
        verbs = [
            m
            for m in range(k + 1, end)
            if self.b[m] & FINITE and not (self.b[m - 1] & AUXILIARY and m > k + 1)
        ]
        return verbs[1] if len(verbs) > 1 and not self.b[verbs[1]] & SUBJECT else end

    def _to_first_verb(self, k: int) -> int:
        end = self.clause_end(k, k)
        return next((m for m in range(k + 2, end) if self.b[m] & FINITE), end)

    def _adjective(self, i: int) -> None:
        """was confident that …, is determined to …"""
        v = self.verb_group(i)
        if v == i or not any(
            self.b[m] & BE or self.w[m] in ("feel", "felt", "feels", "seemed", "remained", "remains")
            for m in range(v, i)
        ):
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
        if (
            (here & THAT and not intends)
            or (here & SUBJECT and not here & DETERMINER and not intends)
            or (here & TO and intends and k + 1 < self.n and not self.b[k + 1] & (DETERMINER | POSSESSIVE))
            or (here & WH and self.w[i] in ("sure", "unsure", "uncertain", "certain") and not intends)
        ):
            self.add(
                Attribution(
                    (i, i + 1), self.w[i], BELIEF, source, "np", [(k, self.clause_end(k, i, relative))]
                )
            )
