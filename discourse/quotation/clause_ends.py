"""Where a clause ends that a cue introduces: before what its author goes on to say himself."""

from __future__ import annotations

from typing import ClassVar, Final

from .bits import (
    ADVERB,
    ASKING,
    AUXILIARY,
    BREAK,
    CAPITAL,
    COLON,
    COMMA,
    COORDINATOR,
    DASH,
    DETERMINER,
    ED,
    FINITE,
    GERUND,
    HAVE,
    ING,
    LONG_PHRASE,
    MODAL,
    NEGATIVE,
    NUMBER,
    OBJECT,
    PHRASE,
    POSSESSIVE,
    PREPOSITION,
    QUOTED,
    RELATIVE,
    SEMICOLON,
    SOURCE,
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
from .statements import SAYING, Statements

_CONSEQUENCES: Final = frozenset(  # what the author says a statement did
    """
        raising sparking prompting fueling fuelling stoking deepening heightening intensifying marking capping
        escalating rattling drawing dealing setting triggering igniting widening upending cementing
        """.split()
)
_CREDITS: Final = ("citing", "quoting", "citando", "referring", "alluding")  # where a statement comes from
_HAVE: Final = ("has", "have", "ha", "han")

_OTHERS: Final = ("others", "some", "many", "most", "another", "several", "both")
_TURNS_BACK: Final = frozenset(("before", "after", "while"))
_NOT_ONLY: Final = (["not", "only"], ["no", "solo"], ["no", "sólo"])


class ClauseEnds(Statements):
    """Find the ends of clauses; what ends them differs by language."""

    contrast: ClassVar[frozenset[str]] = frozenset[str]()  # conjunctions that lead back to the author
    turns: ClassVar[frozenset[str]] = frozenset(
        ("even", "but", "compared", "which", "before", "after", "while", "whereas")
    )
    parallel: ClassVar[frozenset[str]] = frozenset(("while", "whereas", "mientras"))
    report_nouns: ClassVar[frozenset[str]] = frozenset[str]()  # ", a claim that …" is the author's comment
    source_phrases: ClassVar[dict[str, tuple[tuple[str, ...], ...]]] = {}

    def clause_end(self, start: int, cue: int, relative: bool = False, opening: bool = False) -> int:
        """Where the clause that a cue introduces ends."""
        tense = self.b[cue]
        infinitive = bool(self.b[start] & TO) or self.w[start] in ("of", "for", "as")
        dashes, turns = False, self.turns
        if self.block.marks & DASH:  # the report stands between dashes itself
            dashes = sum(bool(self.g[k] & DASH) for k in range(1, start + 1)) % 2 == 1
        opening = opening or self._still_subordinate(cue) or (relative and self._fronted(cue))
        gapped = relative or bool(self.b[start] & FINITE and not self.b[start] & SUBJECT)
        for k in range(start + 1, self.n):
            gap, bits = self.g[k], self.b[k]
            if not gap and not bits & COORDINATOR and (not turns or self.w[k] not in turns):
                continue  # most words end nothing
            word = self.w[k]
            if word in self.parallel and not gap and turns and self._says_itself(k):
                return k  # said it was late | while the minister said it was early
            if word == "even" and k + 1 < self.n and self.w[k + 1] in ("as", "though"):
                return k
            if word == "which":
                replies = self.w[k - 1] == "to" and any(
                    self.b[m] & SPEECH and self.b[m] & FINITE for m in range(k + 2, min(k + 6, self.n))
                )
                if replies and k - 1 > start:
                    return k - 1  # said it was over | to which Reed replied
                if not gap:
                    continue
            if word == "compared":
                if any(self.b[m] & SPEECH and self.b[m] & FINITE for m in range(k + 2, min(k + 8, self.n))):
                    return k  # … | compared with 38 percent who said
                continue
            if word in _TURNS_BACK and self.b[k - 1] & QUOTED and self.b[min(k + 1, self.n - 1)] & ING:
                return k  # said it was “very good” | before launching into another answer
            if gap & SEMICOLON or (gap & DASH and dashes):
                return k
            if gap & DASH and infinitive and self._past_behind_dash(k):
                return k  # hopes to win there – his home – and was away
            if gap & DASH and bits & COORDINATOR and any(self.g[m] & DASH for m in range(k + 1, self.n)):
                return k  # threatened to leave | – and then did not – surprised them
            if word in _TURNS_BACK and gap & (DASH | COMMA) and self._before_saying(k):
                return k
            if gap & DASH and bits & ING and not any(self.g[m] & DASH for m in range(k + 1, self.n)):
                return k  # said he would run – raising the prospect of a contest
            if gap & COMMA:
                if self.main_verb_begins(start, k, opening, gapped):
                    return k
                if gapped and (
                    (bits & ING and not bits & GERUND)
                    or (bits & ADVERB and self.b[min(k + 1, self.n - 1)] & ING)
                    or (bits & ED and k + 1 == self.n)
                ):
                    return k
                if k > start + 1 and self.begins_source(k) and not self.lacks_verb(start, k):
                    return k  # but: said that, | according to X, …
                if (
                    k > start + 1
                    and word in self.contrast
                    and self._contrasts(k)
                    and not self._corrects(start, k)
                ):
                    return k
                if bits & GERUND and bits & (SPEECH | TELLING | ASKING) and k > start + 1:
                    return k
                if (bits & DETERMINER and self._reported_noun(k)) or word == "something":
                    return k
                if bits & FINITE and bits & SPEECH and k + 1 < self.n and self.g[k + 1] & COLON:
                    return k  # preguntado si iría, | respondió: «…»
                if word in _CONSEQUENCES or word in _CREDITS:
                    return k  # said he would run, raising the prospect of a contest
                if word == "with" and any(
                    self.b[m] & GERUND and self.b[m] & SAYING for m in range(k + 2, min(k + 7, self.n))
                ):
                    return k  # …, with aides insisting that
                if infinitive and bits & ING and not bits & GERUND and self._comment(k):
                    return k
                if word in self.report_nouns and k + 1 < self.n and self.b[k + 1] & RELATIVE:
                    return k  # …, testimony that she called …
                acts = bits & (FINITE | ED) or (bits & OBJECT and self.b[min(k + 1, self.n - 1)] & FINITE)
                if k > start + 1 and acts and not bits & SUBJECT and self._participle(cue):
                    return k  # Reed, asked whether he would run, | smiled
                if gapped and bits & FINITE and not bits & SUBJECT:
                    return k
                if opening and (
                    bits & (SUBJECT | DETERMINER | CAPITAL | POSSESSIVE | QUOTED)
                    or word[:1].isdigit()
                    or (bits & ADVERB and self.b[min(k + 1, self.n - 1)] & (NUMBER | DETERMINER))
                ):
                    return k
            if word in ("but", "sino") and self.w.listed(max(cue - 2, 0), cue) in _NOT_ONLY:
                return k  # not only said it was late | but left
            if infinitive and bits & COORDINATOR and self._past_behind(k):
                return k  # wanted to leave | or was only joking
            if (
                (word == "but" or (word == "and" and k + 2 < self.n and self.b[k + 2] & VERB))
                and k + 1 < self.n
                and self.w[k + 1] in _HAVE
                and self.w[k + 1] in self.w.listed(cue - 2, cue)
            ):
                return k  # has hinted that he might but has not decided
            if (
                bits & COORDINATOR
                and k > start
                and (
                    self.acts_besides(start, k, cue)
                    or self.new_statement(k, tense, bool(gap & COMMA))
                    or (infinitive and gap & COMMA and self._new_clause(k))
                )
            ):
                return k
        return self.n

    def acts_besides(self, start: int, k: int, cue: int) -> bool:
        """Say whether "and" at a word leads back to what a speaker did besides (in Spanish)."""
        return False

    def main_verb_begins(self, start: int, k: int, opening: bool, gapped: bool) -> bool:
        """Say whether the main clause follows a comma with its verb: Tras opinar que llueve, | indicó (in Spanish)."""
        return False

    def _fronted(self, cue: int) -> bool:
        """Say whether a cue stands in a phrase before the main clause: Despite those who want to leave, | Reed said"""
        return bool(self.b[self.begin] & PREPOSITION) and not any(
            self.g[m] & BREAK for m in range(self.begin + 1, cue + 1)
        )

    def _before_saying(self, k: int) -> bool:
        """Say whether "before telling them" or its like follows, which leads back to the author."""
        return k + 1 < self.n and bool(self.b[k + 1] & GERUND and self.b[k + 1] & SAYING)

    def _corrects(self, start: int, k: int) -> bool:
        """que el rival no es su partido, | sino la derecha"""
        return self.w[k] == "sino" and any(self.b[m] & NEGATIVE for m in range(start, k))

    def _comment(self, k: int) -> bool:
        """Say whether somebody else's words follow, which an intention does not hold: …, a plan X calls “…”."""
        return any(
            self.b[m] & QUOTED and (self.b[m - 1] & VERB or self.w[m - 1] in ("as", "como"))
            for m in range(k + 2, self.n)
        )

    def _reported_noun(self, k: int) -> bool:
        """Say whether ", a claim that …" follows, the author's comment."""
        return any(self.w[m] in self.report_nouns for m in range(k + 1, min(k + 4, self.n)))

    def _still_subordinate(self, cue: int) -> bool:
        """Say whether a cue stands in the clause a sentence begins with: Although some fear that …, …"""
        first = 1 if self.w[0] == "even" and self.n > 1 else 0
        bits = self.b[first]
        return (
            first <= cue
            and bool(bits & SUBORDINATOR)
            and not bits & (PREPOSITION | WH)
            and not any(
                self.g[m] & COMMA and self.b[m] & (SUBJECT | DETERMINER | CAPITAL | POSSESSIVE)
                for m in range(1, cue)
            )
        )

    def _participle(self, cue: int) -> bool:
        """Say whether a cue stands between commas without a subject of its own: Reed, asked whether …, …"""
        if self.g[cue] & COMMA and self.b[cue] & ASKING and not self.b[cue] & GERUND:
            return True
        m = next((m for m in range(cue, self.left, -1) if self.g[m] & COMMA), 0)
        return (  # The town, citing Reed’s claim that …, | stayed away
            bool(self.b[m] & (ING | PREPOSITION) if m else 0)
            and not self.finite_between(m, cue)
            and not self.finite_between(self.left, m)
            and not all(self.b[k] & (ADVERB | COORDINATOR | TIME) for k in range(self.left, m))
        )

    def _contrasts(self, k: int) -> bool:
        """Say whether ", but" and its like lead back to the author (", but that" does not)."""
        after = k + 2 if self.w[k] == "even" else k + 1
        if after < self.n and (self.b[after] & THAT or (self.b[after] & QUOTED and self.is_full(after))):
            return False
        if self.w[k] == "but":
            if self._says_again(after):
                return True
            return not any(
                self.b[m] & MODAL or self.w[m] in ("had", "was", "were")
                for m in range(after, min(after + 3, self.n))
            )
        return self.w[k] not in self.parallel or self._says_within(after)

    def _says_within(self, k: int) -> bool:
        """Say whether a finite verb of saying or thinking stands within some words."""
        return any(self.cue_at(m)[0] & VERB and self.b[m] & FINITE for m in range(k, min(k + 14, self.n)))

    def _says_itself(self, k: int) -> bool:
        """Say whether the first verb behind a conjunction says something, of somebody who is no pronoun."""
        if self.b[k + 1] & SUBJECT and not self.b[k + 1] & DETERMINER and self.w[k + 1] not in _OTHERS:
            return False
        for m in range(k + 2, min(k + 10, self.n)):
            if self.g[m] & BREAK or self.b[m] & (QUOTED | THAT):
                return False
            if self.b[m] & (FINITE | ED) and not self.b[m] & HAVE:  # while Norway has | said
                return bool(self.b[m] & SPEECH and self.b[m] & FINITE)
        return False

    def _says_again(self, k: int) -> bool:
        """Say whether a verb of saying with its clause follows: but he would not say whether …"""
        for m in range(k + 1, min(k + 6, self.n - 1)):
            if self.b[m] & SAYING and self.b[m - 1] & (AUXILIARY | NEGATIVE | ADVERB):
                return bool(self.b[m + 1] & (THAT | WH))
            if not self.b[m] & (AUXILIARY | NEGATIVE | ADVERB | CAPITAL):
                return False
        return False

    def lacks_verb(self, start: int, k: int) -> bool:
        """Say whether a clause has only its subject yet before a parenthesis: that the pact, | according to X, was"""
        return False

    def begins_source(self, k: int) -> bool:
        return self.source_phrase(k) is not None

    def source_phrase(self, k: int) -> int | None:
        """Where the source begins if "according to" or its like stands at a word."""
        if not self.b[k] & (SOURCE | PHRASE | LONG_PHRASE):
            return None
        for phrase in self.source_phrases.get(self.w[k], ()):
            if self.w.listed(k, k + len(phrase)) == list(phrase):
                return k + len(phrase)
        return None
