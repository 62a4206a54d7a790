"""English nouns and adjectives that introduce content: the claim that, his promise to, is confident that."""

from __future__ import annotations

from typing import Final

from . import english
from .attribution import Attribution
from .bits import (
    ADJECTIVE,
    ADVERB,
    AUXILIARY,
    BE,
    BELIEF,
    BREAK,
    CAPITAL,
    COMMA,
    COORDINATOR,
    DETERMINER,
    ED,
    FINITE,
    ING,
    MODAL,
    NOUN,
    NUMBER,
    OBJECT,
    OWNER,
    PLURAL,
    POSSESSIVE,
    PREPOSITION,
    QUOTED,
    RELATIVE,
    SUBJECT,
    SUBORDINATOR,
    THAT,
    TO,
    WH,
)
from .english_owners import LEADS, EnglishOwners

_HELD: Final = ("have", "has", "had", "hold", "holds", "held")
_REFERRING: Final = ("its", "their", "his", "her")
_FELT: Final = frozenset(  # what somebody must be said to have
    """
        anger confidence disappointment dismay frustration frustrations optimism outrage pessimism relief scepticism
        skepticism
    """.split()
)
_OWNED: Final = ("reminder", "reminders", "order", "orders")
_RESOLVED: Final = ("decisions", "commitments")
_STRANDED: Final = ("with", "to", "for", "of", "from", "on", "at", "by", "about", "upon", "against")
_NAMING: Final = ("named", "called", "dubbed", "nicknamed", "titled", "entitled", "deemed", "considered")
_INTRANSITIVE: Final = frozenset("quit resign run retire withdraw leave".split())


class EnglishNouns(EnglishOwners):
    """Read what English nouns and adjectives introduce."""

    def _noun(self, i: int, bits: int) -> None:
        """the claim that …, his promise to …, the consensus among observers is that …"""
        if i > 1 and self.g[i - 1] & COMMA and self.w[i - 1] in ("a", "an"):
            return  # , a claim that experts dispute
        if i and self.g[i] & COMMA and self.w[i] in english.REPORT_NOUNS:
            return  # , testimony that he called untrue
        if i and self.w[i - 1] in ("no", "little", "any", "beyond") and self.w[i].startswith("doubt"):
            return
        if i and self._only_leads(i):
            return
        k = i + 1
        source: tuple[int, int] | None = None
        if i > 0 and (self.b[i - 1] & POSSESSIVE or bool(self.b[i - 1] & OWNER)):
            source = (i - 1, i) if self.b[i - 1] & POSSESSIVE else self._owner(i)
        elif i > 1 and not self.g[i] & BREAK and (self.b[i - 2] & POSSESSIVE or bool(self.b[i - 2] & OWNER)):
            source = (i - 2, i - 1) if self.b[i - 2] & POSSESSIVE else self._owner(i - 1)
        else:
            source = self._far_owner(i)
        owner = source is not None
        aired = k if self.g[k] & BREAK else self._past_airing(k)
        acted, k = aired > k + 1 or (aired > k and self.w[aired] != "by"), aired
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
        k = self._behind_when(k, owner)
        if source is not None and source[1] - source[0] == 1 and self.w[source[0]] in _REFERRING:
            holder = self._holder(source[0])
            source = holder if holder is not None and self._may_be_source(holder) else source
        if k >= self.n or self.g[k] & BREAK or (source and self.is_author(source)):
            return
        here = self.b[k]
        if self.w[i] in _FELT and (here & TO or (source is None and not self._announced(i))):
            return  # it is an outrage that; the confidence to dream
        if here & TO and self.w[i] == "sense":
            return  # the good sense to leave
        if here & THAT and source is None and self.w[i] in _OWNED:
            return  # a clear reminder that, an order that promotes
        if here & THAT and source is None and self.w[i].endswith("s") and self.w[k + 1] in ("we", "i"):
            return  # proposals that we hope will do
        if here & THAT and self.w[i] in _RESOLVED:
            return  # decisions that affect us
        copula = False
        if here & BE and here & FINITE and k + 1 < self.n and self.b[k + 1] & THAT:
            k, copula, here = k + 1, True, self.b[k + 1]
        if here & THAT and self.w[i] in ("plan", "plans", "planning"):
            return  # a plan that they believed to be fair
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
            opens = i - self.left < 7 and bool(
                self.b[self.left] & (PREPOSITION | SUBORDINATOR | ING) or self.w[self.left] in LEADS
            )
            whole = copula or verb or acted
            end = self.clause_end(k, i, opening=opens) if whole else self._to_second_verb(k, opens)
            if not copula and end - m > 1 and self.w[end - 1] in _HELD:
                return  # the same conviction that the others have: a relative clause
        elif (
            here & TO
            and owner
            and bits & NOUN
            and k + 1 < self.n
            and not self.b[k + 1] & (DETERMINER | POSSESSIVE | CAPITAL | OBJECT)
            and english.may_be_infinitive(self.w[k + 1])
        ):
            end = self.clause_end(k, i) if self._matrix_before(i) else self._to_first_verb(k)
            if i - self.left < 6 and (self.b[self.left] & PREPOSITION or self.w[self.left] in LEADS):
                end = self._before_main(k, end)
        elif here & TO and bits & NOUN and self._announced(i) and self._infinitive_behind(k):
            self._from_matrix(i, k, self.clause_end(k, i))  # announced plans | to run
            return
        elif bits & NOUN and self._without_that(i, k, owner):
            opens = i - self.left < 5 and bool(self.b[self.left] & (PREPOSITION | SUBORDINATOR))
            verb = self._matrix_before(i)
            end = self.clause_end(k, i, opening=opens) if verb else self._to_second_verb(k, opens)
        else:
            return
        stranded = end > k + 3 and self.w[end - 1] in _STRANDED and not self.b[end - 2] & (BE | ADVERB)
        if here & THAT and stranded:
            return  # a threat that we must deal | with: a relative clause
        if (
            here & THAT
            and self.w[i] in ("threat", "threats")
            and (
                self.w[k + 1] in ("we", "they")
                or not any(self.b[m] & (MODAL | QUOTED) for m in range(k + 1, min(k + 7, end)))
            )
        ):
            return  # the threats that we face
        if source is None and self._is_of(i):
            source, _ = self.subject(self.verb_group(i - 2))
            if source is None or self.is_author(source):
                return
        source = self._whose_hope(i) if source is None else source
        if source is not None and self.is_author(source):
            return
        if source is None and self._matrix_before(i):
            self._from_matrix(i, k, end)
            return
        self.add(Attribution((i, i + 1), self.w[i], NOUN, source, "np" if source else "none", [(k, end)]))

    def _only_leads(self, i: int) -> bool:
        """Say whether a noun stands in a phrase that only leads to a clause: in order that, it is with deep concern that"""
        if self.w[i - 1] == "in" and self.w[i] in ("order", "view"):
            return True
        if self.w[i] == "sense" and self.w.listed(max(i - 2, 0), i) == ["in", "the"]:
            return True
        m = next((m for m in range(i - 1, max(i - 4, 1), -1) if self.w[m] == "with"), 0)
        return m > 1 and bool(self.b[m - 1] & BE) and self.w[m - 2] == "it"

    def _wish_end(self, k: int, i: int, relative: bool) -> int:
        """Where ends what those want who are willing to: those who are willing | to vote | should be heard."""
        end = self.clause_end(k, i, relative)
        return next((m for m in range(k + 2, end) if self.b[m] & MODAL), end) if relative else end

    def _before_main(self, k: int, end: int) -> int:
        """Where a fronted phrase ends before the main subject: In their desire | to grow, | many firms have …"""
        if end < self.n and self.b[end] & FINITE and not self.g[end] & BREAK:
            return next((m for m in range(end - 1, k + 1, -1) if self.g[m] & COMMA), end)
        return end

    def _infinitive_behind(self, k: int) -> bool:
        return (
            k + 1 < self.n
            and not self.b[k + 1] & (DETERMINER | POSSESSIVE | CAPITAL | NUMBER | PLURAL)
            and english.may_be_infinitive(self.w[k + 1])
        )

    def _announced(self, i: int) -> bool:
        """Say whether a verb that only carries the noun stands before it: made a | decision, announced | plans."""
        return any(self._carries(m) for m in range(max(i - 3, self.left), i))

    def _led_to(self, verb: int, i: int) -> bool:
        """Say whether a preposition parts a noun from the verb: The plan was made in the | belief that"""
        return any(self.w[m] in ("in", "on", "under") for m in range(max(verb + 1, i - 3), i))

    def _carries(self, m: int) -> bool:
        """Say whether a verb only carries the noun behind it: repeated the | claim; not: Reed’s repeated | claim."""
        return self.w[m] in english.LIGHT and not (m and self.b[m - 1] & (OWNER | POSSESSIVE))

    def _matrix_before(self, i: int) -> bool:
        carried = i > self.left and self._announced(i)
        return carried or any(self.b[m] & FINITE for m in range(self.left, i))

    def _from_matrix(self, i: int, k: int, end: int) -> None:
        """made the claim that …: the subject's own, where the verb only carries the noun."""
        verb = next(
            (
                m
                for m in range(i - 1, max(i - 6, self.left) - 1, -1)
                if self.b[m] & FINITE or self._carries(m)
            ),
            None,
        )
        source, mode = None, "none"
        if verb is not None and self._carries(verb) and not self._led_to(verb, i):
            v = self.verb_group(verb)
            source, _ = self.subject(v)
            if source and self.b[source[0]] & (PREPOSITION | ING):
                source = None  # despite having made the claim that
            elif source is None and v and self.b[v - 1] & COORDINATOR and self.b[verb] & (FINITE | ED):
                mode = "same"  # They met and shared the view that
        if source and self.is_author(source):
            return
        self.add(Attribution((i, i + 1), self.w[i], NOUN, source, "np" if source else mode, [(k, end)]))

    def _to_second_verb(self, k: int, opening: bool = False) -> int:
        """The clause of a subject's noun ends before the main verb: the claim that X did | is false."""
        end = self.clause_end(k, k, opening=opening)
        verbs = [
            m
            for m in range(k + 1, end)
            if self.b[m] & FINITE
            and not (self.b[m - 1] & AUXILIARY and m > k + 1)
            and not any(self.b[p] & RELATIVE for p in range(max(m - 2, k + 2), m))
        ]
        if len(verbs) > 1:
            return verbs[1] if not self.b[verbs[1]] & SUBJECT else end
        past = range(verbs[0] + 1, end) if verbs and not opening else ()  # that it is so | surprised the town
        return next((m for m in past if self._acts_at_last(m)), end)

    def _to_main_verb(self, k: int, end: int) -> int:
        """Where a clause inside a relative clause ends before the main verb: those who think the war is over | are wrong"""
        first = next(
            (
                m
                for m in range(k, end)
                if self.b[m] & FINITE
                and not self.b[m] & THAT
                and self.w[m - 1] not in ("be", "been", "being")
            ),
            end,
        )
        first = k if self.b[k] & TO else first
        for m in range(first + 1, end):
            bits = self.b[m]
            if bits & (THAT | COORDINATOR | WH | QUOTED | SUBORDINATOR) or self.g[m] & BREAK:
                return end
            if (
                bits & AUXILIARY
                and bits & FINITE
                and m > first + 1
                and not self.b[m - 1] & (SUBJECT | AUXILIARY)
            ):
                alone = self.b[m - 1] & (DETERMINER | PLURAL | CAPITAL | POSSESSIVE | NUMBER | OWNER)
                return m if not alone else end
        return end

    def _to_first_verb(self, k: int) -> int:
        end = self.clause_end(k, k)
        alone = self.w[k + 1] in _INTRANSITIVE
        for m in range(k + 2, end):
            if (
                self.b[m] & FINITE
                or self._acts_at_last(m)
                or ((alone or m > k + 2) and self._acts_plainly(m))
            ):
                return m
        return end

    def _acts_at_last(self, m: int) -> bool:
        """Say whether a form in -ed can only be the verb that a sentence still lacks, with its object."""
        before, after = self.b[m - 1], self.b[m + 1] if m + 1 < self.n else 0
        acts = self.b[m] & ED or (self.b[m] & ADJECTIVE and self.w[m][-2:] == "ed")
        if not acts or self.b[m] & CAPITAL or self.w[m] in _NAMING or self.g[m] & BREAK:
            return False
        if before & (
            AUXILIARY
            | ADVERB
            | DETERMINER
            | POSSESSIVE
            | COORDINATOR
            | PREPOSITION
            | TO
            | OWNER
            | RELATIVE
            | WH
        ):
            return False
        return bool(after & (DETERMINER | POSSESSIVE | CAPITAL | OBJECT | PLURAL))

    def _acts_plainly(self, m: int) -> bool:
        """Say whether a form in -ed is a verb with its object: his decision to quit | followed | comments."""
        return (
            bool(self.b[m] & ED)
            and m + 1 < self.n
            and not self.b[m + 1] & (PREPOSITION | COORDINATOR | ADVERB)
            and not self.b[m - 1]
            & (DETERMINER | COORDINATOR | ADVERB | POSSESSIVE | PREPOSITION | NUMBER | RELATIVE)
        )

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
                    (i, i + 1),
                    self.w[i],
                    BELIEF,
                    source,
                    "np",
                    [(k, self._wish_end(k, i, relative and intends))],
                )
            )
