"""The phrase a target stands in: what it is called, what is said of it, what it does, what is done to it."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

import numpy as np

from ..negation.tags import (
    ADVERB,
    BE,
    FINITE,
    GERUND,
    INFINITIVE,
    MENTAL,
    NEGATIVE,
    OBJECT,
    PREPOSITION,
    QUESTION,
    SPEECH,
    THAT,
    TO,
    VERB,
)
from .forms import can_be_verb, verb_lemma
from .names import BY, REACH, Add, Names
from .places import DETERMINERS, GENITIVE, VERBAL, Places

_OF: Final = {"en": "of", "es": "de"}
_THROUGH: Final = {"en": ("to", "with", "against"), "es": ("con", "contra")}
_MOTION: Final = frozenset(
    "go come fly travel return move march walk drive sail ride get belong send".split()
)
# keep America free: what follows the object is said of it
_RESULT: Final = frozenset("make keep leave render consider find hold declare call deem".split())


class Phrases:
    """Reads the phrases around targets in one batch.

    Parameters
    ----------
    places : Places
    add : callable
        Takes (target, relation, norm, token) of each word found.
    """

    def __init__(self, places: Places, add: Add) -> None:
        self._p, self._add, self._language = places, add, places.language
        self._names = Names(places, add)

    def read_all(self, first: np.ndarray, last: np.ndarray, targets: Sequence[str]) -> None:
        """Read the phrases that targets stand in.

        Parameters
        ----------
        first, last : int64 arrays
            Tokens of each target, half open.
        targets : sequence of str
            The name of each.
        """
        searched = self._names.may_be_renamed(last)
        for row in zip(first.tolist(), last.tolist(), targets, searched.tolist(), strict=True):
            self._read(*row)

    def _read(self, first: int, last: int, target: str, searched: bool) -> None:
        """Read the phrase a target stands in; `searched` comes from `Names.may_be_renamed`."""
        p = self._p
        name = p.capital(last - 1)
        begin = first
        while p.joined(begin) and first - begin < REACH and self._modifies(begin - 1, name):
            begin -= 1
            self._add(target, "modifier", p.word(begin), begin)
        if p.is_a(last - 1, GENITIVE):
            return  # what belongs to the target is not the target
        outside = self._before_determiners(begin, name)
        determined = outside < begin
        verb, preposition = self._governor(outside, determined, name)
        asked = bool(p.before(outside) & FINITE) and (
            p.starts_sentence(outside - 1) or bool(p.before(outside - 1) & QUESTION)
        )
        lemma = verb_lemma(p.word(verb), self._language) if verb is not None else ""
        made = lemma in _RESULT and not determined and begin == first
        end = last if asked else self._behind(last, target, determined, name, made)
        head = self._of(first, target) if name and outside == begin == first else None
        if head is not None:  # what is said of the regime of Keldmark
            outside = self._before_determiners(head, False)
            verb, preposition = self._governor(outside, outside < head, False)
            lemma = verb_lemma(p.word(verb), self._language) if verb is not None else ""
        asserted = end is not None and self._is_subject(verb, preposition)
        finite = None
        if asserted and end is not None:
            finite = self._predicates(end, target, determined, name, outside - 1 if asked else -1)
        if verb is not None and not (finite is not None and p.is_a(verb, MENTAL | SPEECH)):
            through = preposition if preposition in _THROUGH[self._language] else ""
            if not (through and lemma in _MOTION):
                self._add(target, "object", f"{lemma} {through}".strip(), verb)
        if end is not None:
            self._names.renamed(end, target, verb, lemma, searched)
            self._names.apposition(end, target)

    def _before_determiners(self, begin: int, name: bool) -> int:
        """Where a phrase begins with its determiners; *that* before a further one or a name is none."""
        p, at = self._p, begin
        while p.joined(at) and begin - at < 3 and p.is_a(at - 1, DETERMINERS):
            if p.is_a(at - 1, THAT) and (name or at < begin or p.before(at - 1) & (MENTAL | SPEECH)):
                break
            at -= 1
        return at

    def _modifies(self, token: int, name: bool) -> bool:
        p = self._p
        if not p.content(token) or p.is_a(token, GENITIVE):
            return False
        if p.is_a(token, VERBAL) or (p.spanish and p.participle(token)):
            return p.attributive(token)
        if name and not p.spanish and p.word(token).endswith("s") and p.attributive(token):
            return False  # the attacks Keldmark suffered
        return not p.verb_before(token, False, name)

    def _governor(self, outside: int, determined: bool, name: bool) -> tuple[int | None, str]:
        """The verb whose object the phrase is, and the preposition before it."""
        p = self._p
        if not p.joined(outside):
            return None, ""
        at, preposition = outside - 1, ""
        if p.is_a(at, PREPOSITION | TO):
            preposition = p.word(at)
            through = preposition in _THROUGH[self._language]
            if not p.joined(at) or not (through or (p.spanish and preposition in ("a", "al"))):
                return None, preposition
            at, determined = at - 1, False
            # after a preposition only what shows its form, or stands after to, a pronoun, an auxiliary
            if p.spanish and not p.is_a(at, VERBAL) and not can_be_verb(p.word(at), "es"):
                return None, preposition
        elif p.is_a(at, ADVERB) and p.joined(at) and p.is_a(at - 1, VERBAL):
            at -= 1
        found = p.verb_before(at, determined, name and not preposition)
        return (at if found else None), preposition

    def _is_subject(self, verb: int | None, preposition: str) -> bool:
        if preposition:
            return False
        return verb is None or self._p.is_a(verb, MENTAL | SPEECH)

    def _behind(self, last: int, target: str, determined: bool, name: bool, made: bool) -> int | None:
        """The end of the phrase; None where the target only belongs to something else."""
        p, at = self._p, last
        while p.joined(at) and at - last < REACH - 1 and p.content(at) and not p.is_a(at, GERUND):
            if p.verb_after(at, determined, name) or (p.spanish and (at - last > 1 or p.capital(at))):
                break
            if p.spanish:
                self._add(target, "modifier", p.word(at), at)
            at += 1
        if p.spanish or at == last:
            return at
        if not name:
            return None  # crisis talks: something else than the crisis
        if made and at == last + 1 and not p.word(last).endswith("s"):
            self._add(target, "predicate", p.word(last), last)
            return last
        self._add(target, "noun", p.word(at - 1), at - 1)  # the Keldmark regime
        return at

    def _of(self, first: int, target: str) -> int | None:
        """The regime of Keldmark: another name for it. Returns where that begins."""
        p = self._p
        if not (p.joined(first) and p.word(first - 1) == _OF[self._language] and p.joined(first - 1)):
            return None
        head = first - 2
        if not p.content(head) or p.is_a(head, VERBAL | GENITIVE) or p.verb_before(head, False, False):
            return None
        self._add(target, "noun", p.word(head), head)
        at = head
        while not p.spanish and p.joined(at) and head - at < REACH and self._modifies(at - 1, False):
            at -= 1
            self._add(target, "modifier", p.word(at), at)
        return at

    def _predicates(self, end: int, target: str, determined: bool, name: bool, asked: int) -> int | None:
        """The verb whose subject the phrase is; after *be*, what is said of it. Returns where it stands."""
        p = self._p
        at = self._past_preposition(end)
        copula, auxiliary, clitics = asked >= 0 and p.is_a(asked, BE), asked, OBJECT if p.spanish else 0
        begin = at
        while (
            p.joined(at) and at - begin < REACH + 1 and p.is_a(at, FINITE | BE | ADVERB | NEGATIVE | clitics)
        ):
            if p.is_a(at, FINITE | BE):
                copula, auxiliary = p.is_a(at, BE), at
            at += 1
        if not p.joined(at):
            return None if auxiliary < 0 else auxiliary
        word = p.word(at)
        if copula:
            if p.participle(at):
                self._add(target, "passive", verb_lemma(word, self._language), at)
            elif p.is_a(at, GERUND):
                self._add(target, "verb", verb_lemma(word, self._language), at)
            else:
                for place in self._names.phrase(at):
                    self._add(target, "predicate", p.word(place), place)
            return auxiliary
        if auxiliary >= 0:
            perfect = p.has_have(auxiliary)
            fits = p.participle(at) if perfect else can_be_verb(word, self._language)
            if p.is_a(at, INFINITIVE) or (fits and (p.content(at) or p.is_a(at, VERBAL))):
                self._add(target, "verb", verb_lemma(word, self._language), at)
            elif perfect and not p.spanish:
                self._add(target, "verb", "have", auxiliary)
            return auxiliary
        if not (p.is_a(at, VERB) or (p.content(at) and p.verb_after(at, determined, name))):
            return None
        reduced = p.participle(at) and p.joined(at + 1) and p.word(at + 1) == BY[self._language]
        self._add(target, "passive" if reduced else "verb", verb_lemma(word, self._language), at)
        return at

    def _past_preposition(self, end: int) -> int:
        """The crisis [in the north] worsened: what stands between a subject and its verb."""
        p, at = self._p, end
        if not (p.joined(at) and p.is_a(at, PREPOSITION) and not p.is_a(at, TO)):
            return end
        at += 1
        while p.joined(at) and p.is_a(at, DETERMINERS):
            at += 1
        begin = at
        while p.joined(at) and at - begin < 3 and p.content(at) and not p.is_a(at, VERBAL | FINITE):
            at += 1
        sure = p.joined(at) and at > begin and p.is_a(at, FINITE | BE | VERB | VERBAL)
        return at if sure else end
