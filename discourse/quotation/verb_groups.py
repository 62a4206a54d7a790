"""Cues and verb groups of one sentence, by closed classes alone."""

from __future__ import annotations

from collections.abc import Callable
from typing import ClassVar, Final

from .attribution import Attribution
from .bits import (
    ADVERB,
    AUXILIARY,
    BREAK,
    CAPITAL,
    COLON,
    COORDINATOR,
    DASH,
    DETERMINER,
    DOCUMENT,
    FINITE,
    INFINITIVE,
    NEGATIVE,
    NUMBER,
    PAREN,
    PLURAL,
    POSSESSIVE,
    PREPOSITION,
    QUOTED,
    RELATIVE,
    SHOUTED,
    STOP,
    SUBJECT,
    SUBORDINATOR,
    THAT,
    TIME,
    VERB,
)
from .block import Block
from .cues import CueTable

_NO_ASIDE: Final = SUBJECT | CAPITAL | DETERMINER | POSSESSIVE | QUOTED | COORDINATOR | THAT | VERB | FINITE
_MONTHS: Final = frozenset("ene feb mar abr may jun jul ago sep sept oct nov dic jan apr aug dec".split())
_AGENCIES: Final = frozenset("cnn ap reuters afp upi efe ap dpa ansa tass xinhua ians pti bloomberg".split())
_SPANS: Final = (
    "years",
    "months",
    "weeks",
    "days",
    "decades",
    "centuries",
    "generations",
    "time",
    "century",
    "decade",
)
_OPENS_CLAUSE: Final = SUBORDINATOR | COORDINATOR | THAT
_GOVERNS: Final = AUXILIARY | PREPOSITION
_DEGREES: Final = frozenset("so too as how very great good quite all at even not only".split())


_UNITS: Final = frozenset(
    """
        year years month months week weeks day days hour hours minute minutes
        año años mes meses semana semanas día días hora horas minuto minutos
    """.split()
)
_LATER: Final = ("later", "earlier", "after", "después", "antes", "más")


class VerbGroups:
    """One block with its words, and which of them are cues."""

    asides: ClassVar[dict[str, tuple[tuple[str, ...], ...]]] = {}  # by their last word

    def __init__(
        self, block: Block, full: list[bool], table: CueTable, accept: Callable[[Block, Attribution], bool]
    ) -> None:
        self.full = full  # by span: a whole sentence, or broken off for its speaker
        self.accept = accept  # can this source do what the verb says
        self.phrases, self.lemma = table.phrases, table.lemma
        self.turn_to(block)

    def turn_to(self, block: Block) -> None:
        """Begin with another block."""
        self.w, self.b, self.g = block.words, block.bits, block.gaps
        self.block = block
        self.n = len(block.words)
        self.begin = self._dateline_end() if block.marks & DASH else 0
        if block.marks & PAREN and not self.begin:
            self.begin = self._agency_end()
        self.left = self.begin  # what stands left of it is spoken for
        self.found: list[Attribution] = []

    def _dateline_end(self) -> int:
        """Where the sentence begins behind a dateline: WASHINGTON — , Bogotá, 14 mar (EFE).- ; else 0."""
        for k in range(1, min(9, self.n)):
            if self.g[k] & DASH:
                alone = not any(self.g[m] & DASH for m in range(k + 1, self.n))
                return k if self.g[k] & STOP or (self.b[0] & SHOUTED and alone) else 0
            if not self.b[k] & (CAPITAL | PREPOSITION | TIME | NUMBER) and not (
                self.w[k].isdigit() or self.w[k] in _MONTHS
            ):
                return 0
        return 0

    def _agency_end(self) -> int:
        """Where the sentence begins behind a place and an agency in brackets: Washington (CNN) | A top aide; else 0."""
        opened = 0
        for k in range(1, min(7, self.n)):
            if self.g[k] & PAREN:
                if opened:
                    return k if self.b[k] & CAPITAL and self.w[k - 1] in _AGENCIES else 0
                opened = k
            if not self.b[k] & CAPITAL:
                return 0
        return 0

    def cue_at(self, i: int) -> tuple[int, int, str]:
        """Give the bits, the end and the text of the cue that begins at a word (bits 0: none)."""
        word = self.w[i]
        options = self.phrases.get(word)
        if options:
            for phrase, bits in options:
                if self.w.listed(i, i + len(phrase)) == list(phrase) and not any(
                    self.g[k] & BREAK for k in range(i + 1, i + len(phrase))
                ):
                    return bits, i + len(phrase), " ".join(phrase)
        return self.b[i], i + 1, word

    def verb_group(self, i: int) -> int:
        """First word of the verb group a cue ends: has repeatedly [said]."""
        k = i
        while k > self.left and not self.g[k] & BREAK:
            before = self.b[k - 1]
            if before & (AUXILIARY | ADVERB | NEGATIVE) or (
                before & SUBORDINATOR and self.b[k] & ADVERB and self.w[k - 1] == "so"
            ):
                if before & SUBJECT and before & AUXILIARY:
                    return k - 1  # he'd, they've
                k -= 1
                continue
            aside = k if before & _NO_ASIDE else self._aside_before(k)
            if aside <= self.left or aside == k:
                return k
            k = aside
        return k

    def _aside_before(self, k: int) -> int:
        """Where an aside begins that ends before a word: has | for the first time | decided; the word itself if none."""
        for aside in self.asides.get(self.w[k - 1], ()):
            a = k - len(aside)
            if a > self.left and self.w.listed(a, k) == list(aside):
                return k if any(self.g[m] & BREAK for m in range(a, k)) else a
        if self.b[k - 1] & (TIME | PLURAL | ADVERB) and self.asides:
            for a in range(k - 2, max(k - 6, self.left), -1):  # has | for several years now | sought
                if self.w[a] in ("for", "over", "in", "during"):
                    spans = any(self.w[m] in _SPANS for m in range(a + 1, k))
                    return a if spans and self.b[a - 1] & AUXILIARY else k
                if self.b[a] & (AUXILIARY | SUBJECT | VERB) or self.g[a + 1] & BREAK:
                    break
        return k

    def _may_be_noun(self, k: int) -> bool:
        """Say whether a word no list has may be a noun: a | position | many; not: relatively few"""
        known = self.b[k] & ~(PLURAL | DOCUMENT)
        return not known and self.w[k] not in _DEGREES and not self.w[k].endswith("ly")

    def _is_span(self, k: int) -> bool:
        """Say whether an expression of time begins: said the mayor | 45 years later; dijo Ana Gil | minutos después"""
        unit = k if self.w[k] in _UNITS else k + 1 if self.w[k + 1] in _UNITS else -1
        counted = unit == k or bool(self.b[k] & (NUMBER | DETERMINER)) or self.w[k].isdigit()
        return unit >= 0 and counted and unit + 1 < self.n and self.w[unit + 1] in _LATER

    def _in_name(self, k: int) -> bool:
        """The Sunday Times: a day in the name of a body."""
        return (
            bool(self.b[k] & self.b[k - 1] & CAPITAL)
            and k + 1 < self.n
            and self.b[k + 1] & (CAPITAL | TIME) == CAPITAL
            and not self.g[k + 1]
        )

    def _subject_anew(self, k: int, e: int) -> bool:
        """Say whether a pronoun behind *and* is a subject alone: they had a son and | she wants; not: Reed and he said"""
        singular = self.w[k] in ("he", "she", "it")
        agrees = singular and e < self.n and self.w[e].endswith("s") and bool(self.b[e] & (FINITE | VERB))
        return agrees or self.finite_between(self.left, k - 1)

    def _speaking(self, a: int, e: int) -> bool:
        """Say whether a circumstance follows the participle that opens a sentence, and then more than that."""
        after = self.b[a + 1] if a + 3 < e else 0
        return bool(after & (PREPOSITION | TIME) or self.w[a + 1] == "this") and not after & CAPITAL

    def _past_purpose(self, a: int, e: int) -> int:
        """Behind a purpose: en Gales para absolver a todos y | el Gobierno | afirma"""
        for r in range(e - 2, a, -1):
            if self.b[r] & COORDINATOR:
                aims = any(self.b[m] & INFINITIVE and self.w[m - 1] == "para" for m in range(a + 1, r))
                return r + 1 if aims else a
        return a

    def _bracket_before(self, k: int) -> int | None:
        """Where a bracket of a few capitals opens that closes before a word: Ann Hill (D-N.Y.) | on Monday said."""
        for m in range(k - 1, max(k - 5, self.left), -1):
            if not self.b[m] & CAPITAL:
                return None
            if self.g[m] & PAREN:
                return m
        return None

    def _after_dateline(self) -> int:
        """Past "WASHINGTON —" and "MADRID.-"."""
        for k in range(1, min(8, self.n)):
            if self.g[k] & DASH and not self.b[k] & QUOTED:
                return k
            if not self.b[k] & (CAPITAL | PREPOSITION) and not self.w[k].isdigit():
                return 0
        return 0

    def goes_on(self, left: tuple[int, int], i: int, k: int) -> bool:
        """Say whether a clause parted by a source goes on behind it: the plan is, according to Reed, | a threat"""
        if not self.finite_between(*left):
            return True
        before = self.b[i - 1]
        own = next((m for m in range(i - 1, left[0], -1) if self.b[m] & _OPENS_CLAUSE), left[0])
        if own > left[0] and self.b[k] & FINITE and not self.finite_between(own, i):
            return True  # it is cheap, although the plan, according to Reed, | is a threat
        if self.b[k] & (COORDINATOR | RELATIVE | SUBORDINATOR) and not self.b[k] & QUOTED:
            return False
        first, last = self.block.tokens((k, k + 1))  # but: según un sondeo, «Plan Sur», del Consejo
        quoted = self.b[k] & QUOTED and not self.g[k] & COLON and last - first > 3
        return bool(before & _GOVERNS or quoted)

    def finite_between(self, a: int, e: int) -> bool:
        return any(self.b[k] & FINITE for k in range(a, e))
