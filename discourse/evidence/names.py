"""Other names for a target: described as a manageable challenge; Keldmark, a brutal dictatorship."""

from __future__ import annotations

from collections.abc import Callable
from typing import Final

import numpy as np

from ..negation.tags import (
    ADVERB,
    ARTICLE,
    BE,
    COORDINATOR,
    FINITE,
    PREPOSITION,
    SUBORDINATOR,
    THAT,
)
from .forms import can_be_verb, verb_lemma
from .places import BREAK, DETERMINERS, VERBAL, Places

REACH: Final = 4  # words: how far a phrase is followed
# verbs that give their object another name, with "as" (como) or without
NAMING: Final = {
    "en": frozenset(
        "describe present portray depict see view regard treat frame cast characterise characterize brand"
        " label denounce condemn dismiss hail define perceive recognise recognize identify classify paint"
        " picture represent interpret know call consider deem declare dub term name proclaim reframe recast"
        " redefine rebrand relabel reinterpret".split()
    ),
    "es": frozenset(
        "describir presentar ver considerar calificar definir tratar caracterizar retratar percibir"
        " identificar tachar tildar catalogar denunciar condenar mostrar pintar reconocer entender"
        " interpretar llamar declarar denominar proclamar redefinir reinterpretar".split()
    ),
}
_BARE: Final = {
    "en": frozenset("call consider deem declare dub term name proclaim label brand".split()),
    "es": frozenset("considerar llamar declarar denominar proclamar".split()),
}
_AS: Final = {"en": ("as",), "es": ("como", "de")}
_DE_VERBS: Final = frozenset("calificar tachar tildar".split())  # calificar de, where others have como
BY: Final = {"en": "by", "es": "por"}
_INDEFINITE: Final = frozenset("a an un una".split())

Add = Callable[[str, str, str, int], None]


class Names:
    """Finds other names for targets in one batch.

    Parameters
    ----------
    places : Places
    add : callable
        Takes (target, relation, norm, token) of each word found.
    """

    def __init__(self, places: Places, add: Add) -> None:
        self._p, self._add, self._language = places, add, places.language

    def phrase(self, at: int) -> list[int]:
        """The content words of a short phrase: adjectives and their noun, in order."""
        p = self._p
        while p.joined(at) and p.is_a(at, DETERMINERS | ADVERB):
            at += 1
        begin, found = at, list[int]()
        while at < len(p.bits) and at - begin < REACH + 1 and (at == begin or p.joined(at)):
            form = p.is_a(at, VERBAL) and not (p.attributive(at) or p.before(at) & COORDINATOR)
            if p.content(at) and not form:
                found.append(at)
            elif not (found and p.is_a(at, COORDINATOR) and self._goes_on(at + 1)):
                break
            at += 1
        return found

    def _goes_on(self, at: int) -> bool:
        """After *and*: are there two more words of the phrase, or one and then nothing."""
        p = self._p
        return p.joined(at) == 1 and p.content(at) and (not p.joined(at + 1) or p.content(at + 1))

    def _call(self, target: str, places: list[int], after_as: bool = False) -> None:
        """Note another name for the target: its noun, and the noun's modifiers; after *as* a further one."""
        if not places:
            return
        if after_as:
            self._and_then(places[-1] + 1, target)
        p = self._p
        head = places[0] if p.spanish else places[-1]
        bare = not p.spanish and not p.before(places[0]) & DETERMINERS and not p.word(head).endswith("s")
        for place in places:
            relation = (
                "modifier" if place != head else "predicate" if bare else "noun"
            )  # as weak, as an enemy
            self._add(target, relation, p.word(place), place)

    def may_be_renamed(self, last: np.ndarray) -> np.ndarray:
        """Say behind which targets there is what `renamed` cannot do without, given where they end.

        Before the sentence is broken off, *as*, or a form of *be* and an indefinite article.
        """
        p = self._p
        hard = np.append(p.places_of(BREAK, but_commas=True), len(p.bits))
        limit = np.minimum(last + 4 * REACH + 1, hard[np.searchsorted(hard, last)])

        def between(places: np.ndarray) -> np.ndarray:
            return np.searchsorted(places, last) < np.searchsorted(places, limit)

        passive = between(p.places_of(BE))
        if p.spanish:
            passive |= between(p.places_of_words(("se",)))
        named: np.ndarray = passive & between(p.places_of_words(tuple(_INDEFINITE)))
        return named | between(p.places_of_words(_AS[self._language]))

    def renamed(self, end: int, target: str, verb: int | None, lemma: str, searched: bool) -> None:
        """… described as a manageable challenge, called a manageable challenge.

        `lemma` is that of the verb whose object the target is; `searched` comes from `may_be_renamed`.
        """
        p, names = self._p, NAMING[self._language]
        if (
            verb is not None
            and lemma in _BARE[self._language]
            and p.joined(end)
            and p.word(end) in _INDEFINITE
        ):
            self._call(target, self.phrase(end))
            return
        named, passive = lemma in names, False
        if not searched or (verb is not None and not named):
            return
        for at in range(end, min(end + 3 * REACH, len(p.bits))):
            if p.bits[at] & BREAK and not p.comma[at]:
                return
            word = p.word(at)
            if named and word in _AS[self._language] and (word != "de" or lemma in _DE_VERBS):
                self._call(target, self.phrase(at + 1) if p.joined(at + 1) else [], after_as=True)
                return
            passive |= p.is_a(at, BE) or (p.spanish and word == "se")
            if (
                named
                or p.is_a(at, FINITE | BE)
                or not (p.is_a(at, VERBAL) or can_be_verb(word, self._language))
            ):
                continue
            follows = p.word(at + 1) if p.joined(at + 1) else ""
            lemma = verb_lemma(word, self._language)
            called = passive or follows in _AS[self._language] or follows == BY[self._language]
            named = verb is None and called and lemma in names
            if not named and p.is_a(at, VERBAL):
                return
            if named and follows in _INDEFINITE and lemma in _BARE[self._language]:
                self._call(target, self.phrase(at + 1))
                return

    def _and_then(self, begin: int, target: str) -> None:
        """… as a challenge before being recast as a threat, … as a challenge and then as a threat."""
        p, names = self._p, NAMING[self._language]
        links = COORDINATOR | ADVERB | BE | PREPOSITION | SUBORDINATOR
        for at in range(begin, min(begin + 2 * REACH, len(p.bits))):
            if p.bits[at] & BREAK and not p.comma[at]:
                return
            word = p.word(at)
            if at > begin and word == _AS[self._language][0]:
                self._call(target, self.phrase(at + 1) if p.joined(at + 1) else [], after_as=True)
                return
            said = p.participle(at) or bool(p.before(at) & (BE | ADVERB))
            named = said and verb_lemma(word, self._language) in names
            if not (p.is_a(at, links) or named):
                return

    def apposition(self, end: int, target: str) -> None:
        """Keldmark, a brutal dictatorship, …"""
        p = self._p
        if end + 1 >= len(p.bits) or not p.comma[end] or p.word(end) not in _INDEFINITE:
            return
        places = self.phrase(end + 1) if p.is_a(end, ARTICLE) and p.joined(end + 1) else []
        if places:
            after = places[-1] + 1
            if not p.joined(after) or p.is_a(after, PREPOSITION | THAT | SUBORDINATOR):
                self._call(target, places)
