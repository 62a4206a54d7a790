"""The phrase a target stands in: what it is called, what is said of it, what it does, what is done to it."""

from __future__ import annotations

from collections.abc import Callable

from ..negation.tags import (
    ADVERB,
    ARTICLE,
    BE,
    COORDINATOR,
    FINITE,
    GERUND,
    INFINITIVE,
    MENTAL,
    NEGATIVE,
    OBJECT,
    PREPOSITION,
    SPEECH,
    SUBORDINATOR,
    THAT,
    TO,
    VERB,
)
from .forms import can_be_verb, verb_lemma
from .places import BREAK, DETERMINERS, GENITIVE, VERBAL, Places

REACH = 4  # words: how far a phrase is followed
# verbs that give their object another name, with "as" (como) or without
NAMING = {
    "en": frozenset(
        "describe present portray depict see view regard treat frame cast characterise characterize brand label"
        " denounce condemn dismiss hail define perceive recognise recognize identify classify paint picture"
        " represent interpret know call consider deem declare dub term name proclaim".split()
    ),
    "es": frozenset(
        "describir presentar ver considerar calificar definir tratar caracterizar retratar percibir identificar"
        " tachar tildar catalogar denunciar condenar mostrar pintar reconocer entender interpretar llamar"
        " declarar denominar proclamar".split()
    ),
}
_BARE = {
    "en": frozenset("call consider deem declare dub term name proclaim label brand".split()),
    "es": frozenset("considerar llamar declarar denominar proclamar".split()),
}
_AS = {"en": ("as",), "es": ("como", "de")}
_DE_VERBS = frozenset("calificar tachar tildar".split())  # calificar de, where others have como
_BY = {"en": "by", "es": "por"}
_OF = {"en": "of", "es": "de"}
_THROUGH = {"en": ("to", "with", "against"), "es": ("con", "contra")}
_INDEFINITE = frozenset("a an un una".split())

Add = Callable[[str, str, str, int], None]


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

    def read(self, first: int, last: int, target: str) -> None:
        """Read the phrase a target stands in.

        Parameters
        ----------
        first, last : int
            Tokens of the target, half open.
        target : str
        """
        p = self._p
        name = p.capital(last - 1)
        begin = first
        while p.joined(begin) and first - begin < REACH and self._modifies(begin - 1, name):
            begin -= 1
            self._add(target, "modifier", p.word(begin), begin)
        outside = begin
        while p.joined(outside) and begin - outside < 3 and p.is_a(outside - 1, DETERMINERS):
            outside -= 1
        determined = outside < begin
        verb, preposition = self._governor(outside, determined, name)
        end = self._behind(last, target, determined, name)
        if name and outside == begin == first:
            self._of(first, target)
        asserted = end is not None and self._is_subject(outside, verb, preposition)
        finite = self._predicates(end, target, determined, name) if asserted and end is not None else None
        if verb is not None and not (finite is not None and p.is_a(verb, MENTAL | SPEECH)):
            norm = verb_lemma(p.word(verb), self._language)
            through = preposition if preposition in _THROUGH[self._language] else ""
            self._add(target, "object", f"{norm} {through}".strip(), verb)
        if end is not None:
            self._renamed(end, target, verb)
            self._apposition(end, target)

    def _modifies(self, token: int, name: bool) -> bool:
        p = self._p
        if not p.content(token) or p.is_a(token, GENITIVE):
            return False
        if p.is_a(token, VERBAL) or (p.spanish and p.participle(token)):
            return p.attributive(token)
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

    def _is_subject(self, outside: int, verb: int | None, preposition: str) -> bool:
        if preposition:
            return False
        return verb is None or self._p.is_a(verb, MENTAL | SPEECH)

    def _behind(self, last: int, target: str, determined: bool, name: bool) -> int | None:
        """The end of the phrase; None where the target only belongs to something else."""
        p, at = self._p, last
        if p.is_a(last - 1, GENITIVE):
            return None
        while p.joined(at) and at - last < REACH - 1 and p.content(at):
            if p.verb_after(at, determined, name) or (p.spanish and (at - last > 1 or p.capital(at))):
                break
            if p.spanish:
                self._add(target, "modifier", p.word(at), at)
            at += 1
        if p.spanish or at == last:
            return at
        if not name:
            return None  # crisis talks: something else than the crisis
        self._add(target, "noun", p.word(at - 1), at - 1)  # the Keldmark regime
        return at

    def _of(self, first: int, target: str) -> None:
        """The regime of Keldmark."""
        p = self._p
        if not (p.joined(first) and p.word(first - 1) == _OF[self._language] and p.joined(first - 1)):
            return
        head = first - 2
        if not p.content(head) or p.is_a(head, VERBAL | GENITIVE) or p.verb_before(head, False, False):
            return
        self._add(target, "noun", p.word(head), head)
        at = head
        while not p.spanish and p.joined(at) and head - at < REACH and self._modifies(at - 1, False):
            at -= 1
            self._add(target, "modifier", p.word(at), at)

    def _predicates(self, end: int, target: str, determined: bool, name: bool) -> int | None:
        """The verb whose subject the phrase is; after *be*, what is said of it. Returns where it stands."""
        p = self._p
        at = self._past_preposition(end)
        copula, auxiliary, clitics = False, -1, OBJECT if p.spanish else 0
        begin = at
        while p.joined(at) and at - begin < REACH + 1 and p.is_a(at, FINITE | BE | ADVERB | NEGATIVE | clitics):
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
                for place in self._phrase(at):
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
        reduced = p.participle(at) and p.joined(at + 1) and p.word(at + 1) == _BY[self._language]
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

    def _phrase(self, at: int) -> list[int]:
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
        return p.joined(at) and p.content(at) and (not p.joined(at + 1) or p.content(at + 1))

    def _call(self, target: str, places: list[int]) -> None:
        """Note another name for the target: its noun, and the noun's modifiers."""
        if not places:
            return
        head = places[0] if self._p.spanish else places[-1]
        for place in places:
            self._add(target, "noun" if place == head else "modifier", self._p.word(place), place)

    def _renamed(self, end: int, target: str, verb: int | None) -> None:
        """… described as a manageable challenge, called a manageable challenge."""
        p, names = self._p, NAMING[self._language]
        lemma = verb_lemma(p.word(verb), self._language) if verb is not None else ""
        if verb is not None and lemma in _BARE[self._language] and p.joined(end) and p.word(end) in _INDEFINITE:
            self._call(target, self._phrase(end))
            return
        named, passive = lemma in names, False
        for at in range(end, min(end + 3 * REACH, len(p.bits))):
            if p.bits[at] & BREAK and not p.comma[at]:
                return
            word = p.word(at)
            if named and word in _AS[self._language] and (word != "de" or lemma in _DE_VERBS):
                self._call(target, self._phrase(at + 1) if p.joined(at + 1) else [])
                return
            passive |= p.is_a(at, BE) or (p.spanish and word == "se")
            if named or p.is_a(at, FINITE | BE) or not (p.is_a(at, VERBAL) or can_be_verb(word, self._language)):
                continue
            follows = p.word(at + 1) if p.joined(at + 1) else ""
            lemma = verb_lemma(word, self._language)
            called = passive or follows in (*_AS[self._language], _BY[self._language])
            named = verb is None and called and lemma in names
            if not named and p.is_a(at, VERBAL):
                return
            if named and follows in _INDEFINITE and lemma in _BARE[self._language]:
                self._call(target, self._phrase(at + 1))
                return

    def _apposition(self, end: int, target: str) -> None:
        """Keldmark, a brutal dictatorship, …"""
        p = self._p
        if end + 1 >= len(p.bits) or not p.comma[end] or p.word(end) not in _INDEFINITE:
            return
        places = self._phrase(end)
        if p.is_a(end, ARTICLE) and places:
            after = places[-1] + 1
            if not p.joined(after) or p.is_a(after, PREPOSITION | THAT | SUBORDINATOR):
                self._call(target, places)
