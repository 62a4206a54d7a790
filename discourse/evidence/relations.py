"""Words around a target: what it is called, what is said of it, what it does, what is done to it, how many.

No parser is run. The word classes of the negation layer (closed classes listed, verbs by their form) tell
the shape of the phrase a target stands in; only the places around targets are looked at.
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache
from typing import Any

import numpy as np

from ..annotate import Annotation
from ..lexicon import Entry, Lexicon
from ..match import match
from ..match.symbols import NUMBER_WORDS
from ..negation.english import TAGGER as ENGLISH
from ..negation.spanish import TAGGER as SPANISH
from ..negation.tags import (
    ADVERB,
    ARTICLE,
    BE,
    COORDINATOR,
    DETERMINER,
    FINITE,
    GERUND,
    INFINITIVE,
    NEGATIVE,
    NUMBER,
    OBJECT,
    PARTICIPLE,
    PREPOSITION,
    QUESTION,
    RELATIVE,
    SUBJECT,
    SUBORDINATOR,
    THAT,
    TO,
    VERB,
)
from ..tokens import Tokens, normalise

RELATIONS = ("noun", "modifier", "predicate", "verb", "passive", "object", "number")
_CLOSED = (SUBJECT | FINITE | SUBORDINATOR | THAT | RELATIVE | QUESTION | COORDINATOR | PREPOSITION | DETERMINER | ARTICLE
           | TO | NEGATIVE | OBJECT | NUMBER)
_VERBAL = VERB | PARTICIPLE | GERUND | INFINITIVE
_REACH = 4  # words: how far a phrase is followed
_AS = {"en": frozenset({"as"}), "es": frozenset({"como"})}
_MONTHS = {
    "en": frozenset("january february march april may june july august september october november december".split()),
    "es": frozenset("enero febrero marzo abril mayo junio julio agosto septiembre setiembre octubre noviembre diciembre".split()),
}
_MAGNITUDES = frozenset("hundred thousand million billion trillion mil millón millones billones cien ciento dozen docenas".split())
_TIME_UNITS = frozenset("a.m p.m a.m. p.m. am pm o'clock horas".split())


def target_lexicon(targets: Sequence[str], language: str) -> Lexicon:
    """Make a lexicon of targets, each a category of its own.

    Parameters
    ----------
    targets : sequence of str
        Words or phrases, e.g. "humanitarian crisis"; wildcards allowed.
    language : str

    Returns
    -------
    Lexicon
    """
    import hashlib

    names = list(dict.fromkeys(" ".join(normalise(w) for w in target.split()) for target in targets))
    entries = tuple(Entry(n + 1, name, tuple(name.split()), n) for n, name in enumerate(names))
    digest = hashlib.sha256("\n".join([language, *names]).encode()).hexdigest()
    return Lexicon("targets", "1", language, tuple(names), dict.fromkeys(names, "target"), entries, sha256=digest,
                   source="targets")


def find_relations(annotation: Annotation, lexicons: Sequence[Lexicon]) -> dict[str, Any]:
    """Find the words around the hits of some lexicons, and every number with what it counts.

    Parameters
    ----------
    annotation : Annotation
    lexicons : sequence of Lexicon
        Targets: a hit's target is its category's last part.

    Returns
    -------
    dict of lists
        token (where the word stands), target, relation, norm, first, last (tokens of the word).
    """
    reader = _Reader(annotation.tokens)
    for lexicon in lexicons:
        found = match(annotation.tokens, lexicon)
        names = [category.rpartition(".")[2] for category in lexicon.categories]
        for first, last, category in zip(found.first.tolist(), found.last.tolist(), found.category.tolist(), strict=True):
            reader.around(first, last, names[category])
    reader.numbers()
    return reader.rows


class _Reader:
    """Reads phrases around places in one batch."""

    def __init__(self, tokens: Tokens) -> None:
        self._t, self._language = tokens, tokens.language
        tagger = SPANISH if tokens.language == "es" else ENGLISH
        self._tags, _ = tagger.read(tokens, np.arange(len(tokens)))
        self._broken = tokens.gap_has(",;:.!?()[]—–")
        self.rows: dict[str, Any] = {"target": [], "relation": [], "norm": [], "first": [], "last": []}

    def _add(self, target: str, relation: str, norm: str, first: int, last: int) -> None:
        for name, value in zip(self.rows, (target, relation, norm, first, last), strict=True):
            self.rows[name].append(value)

    def _clean(self, token: int) -> bool:
        """Does nothing part this token from the one before."""
        return 0 < token < len(self._t) and not self._broken[token] and not self._t.sentence_start[token]

    def _is(self, token: int, tags: int) -> bool:
        return bool(self._tags[token] & tags)

    def _content(self, token: int) -> bool:
        return not self._is(token, _CLOSED | ADVERB) and not self._t.vocabulary.form_flags("digit")[self._t.form[token]]

    def _possessive(self, token: int) -> bool:
        form = self._t.vocabulary.forms[self._t.form[token]].lower()
        return form[-2:] in ("'s", "’s")

    def around(self, first: int, last: int, target: str) -> None:
        """Read the phrase a target stands in."""
        t = self._t
        start = first
        while self._clean(start) and first - start < _REACH and self._content(start - 1) and not self._is(start - 1, _VERBAL):
            start -= 1
            self._add(target, "modifier", t.word(start), start, start + 1)
        if self._language == "es" and self._clean(last) and self._content(last) and not self._is(last, _VERBAL):
            self._add(target, "modifier", t.word(last), last, last + 1)
        elif self._clean(last) and self._content(last) and not self._is(last, _VERBAL | FINITE) and not self._possessive(last - 1):
            self._add(target, "noun", t.word(last), last, last + 1)  # the … regime, the … crisis
        self._object(start, target)
        self._predicates(last, target)
        self._named_as(last, target)

    def _object(self, start: int, target: str) -> None:
        """The verb whose object the phrase is."""
        t, at = self._t, start
        while self._clean(at) and start - at < 2 and self._is(at - 1, DETERMINER | ARTICLE):
            at -= 1
        if not self._clean(at):
            return
        verb = at - 1
        after_to = self._clean(verb) and self._is(verb - 1, TO | FINITE) and not self._is(verb, _CLOSED | ADVERB)
        if (self._is(verb, _VERBAL) or after_to) and not self._is(verb, FINITE | BE):
            self._add(target, "object", verb_lemma(t.word(verb), self._language), verb, verb + 1)

    def _predicates(self, last: int, target: str) -> None:
        """The verb whose subject the phrase is; after *be*, what is said of it."""
        t, at = self._t, last
        auxiliary = copula = False
        while self._clean(at) and at - last < _REACH and self._is(at, FINITE | ADVERB | NEGATIVE):
            auxiliary |= self._is(at, FINITE)
            copula |= self._is(at, BE)
            at += 1
        if not self._clean(at):
            return
        if copula and self._is(at, PARTICIPLE):
            self._add(target, "passive", verb_lemma(t.word(at), self._language), at, at + 1)
        elif copula and not self._is(at, GERUND):
            head = self._phrase_head(at)
            if head is not None:
                self._add(target, "predicate", t.word(head), head, head + 1)
        elif self._is(at, _VERBAL) or (auxiliary and self._content(at)):
            self._add(target, "verb", verb_lemma(t.word(at), self._language), at, at + 1)

    def _phrase_head(self, at: int) -> int | None:
        """The last content word of a short phrase (Spanish: the first, adjectives follow)."""
        while self._clean(at) and self._is(at, DETERMINER | ARTICLE):
            at += 1
        head = None
        for place in range(at, min(at + _REACH, len(self._t))):
            if not (self._clean(place) and self._content(place)):
                break
            head = place
            if self._language == "es":
                break
        return head

    def _named_as(self, last: int, target: str) -> None:
        """… described as a manageable challenge: another noun for the target, with its modifiers."""
        t = self._t
        words = _AS[self._language]
        sentence = t.sentence[last - 1]
        for place in range(last, min(last + 3 * _REACH, len(t))):
            if t.sentence[place] != sentence:
                break
            if t.word(place) in words and self._is(place - 1, _VERBAL) and place + 1 < len(t):
                begin = place + 1
                while begin < len(t) and self._is(begin, DETERMINER | ARTICLE) and t.sentence[begin] == sentence:
                    begin += 1
                head = self._phrase_head(begin) if begin < len(t) and t.sentence[begin] == sentence else None
                if head is not None:
                    self._add(target, "noun", t.word(head), head, head + 1)
                    for modifier in range(begin, head):
                        self._add(target, "modifier", t.word(modifier), modifier, modifier + 1)
                break

    def numbers(self) -> None:
        """Every number with its unit, the noun it counts; dates, years, hours and ordinals are none."""
        t = self._t
        digits = t.written("digit")
        words = t.has(NUMBER_WORDS[self._language].split())
        places = np.flatnonzero(digits | words)
        done = -1
        for at in places.tolist():
            if at <= done:
                continue
            end = at + 1
            while self._clean(end) and (digits[end] or words[end] or t.word(end) in _MAGNITUDES):
                end += 1
            done = end - 1
            unit = self._unit(at, end)
            if unit is not None:
                value = " ".join(t.word(i) for i in range(at, end))
                self._add(t.word(unit), "number", value, at, end)

    def _unit(self, at: int, end: int) -> int | None:
        t = self._t
        if end - at == 1 and (t.word(at) in ("one", "uno", "medio", "media", "half") or not t.word(at)[0].isalnum()):
            return None
        form = t.vocabulary.forms[t.form[at]]
        if any(c.isalpha() for c in form) and any(c.isdigit() for c in form):
            return None  # F-16, 1990s, 2nd
        if end - at == 1 and form.isdigit() and len(form) == 4 and 1500 <= int(form) <= 2199 and not self._counts(end):
            return None  # a year
        before = t.word(at - 1) if at else ""
        months = _MONTHS[self._language]
        if before in months or (end < len(t) and t.word(end) in months):
            return None
        if self._language == "es" and end + 1 < len(t) and t.word(end) == "de" and t.word(end + 1) in months:
            return None
        place = end
        if place < len(t) and t.word(place) in ("of", "de") and self._clean(place):
            place += 1
        while place < len(t) and self._clean(place) and self._is(place, DETERMINER | ARTICLE):
            place += 1
        if not (place < len(t) and self._clean(place) and self._content(place)):
            return None
        if t.word(place) in _TIME_UNITS:
            return None
        head = self._phrase_head(place)
        return place if head is None or self._language == "es" else self._plural_or_first(place, head)

    def _counts(self, end: int) -> bool:
        """Is a four-figure number followed by a plural noun: 2000 soldiers."""
        return end < len(self._t) and self._clean(end) and self._content(end) and self._t.word(end).endswith("s")

    def _plural_or_first(self, first: int, head: int) -> int:
        for place in range(first, head + 1):
            if self._t.word(place).endswith("s") or self._t.word(place) in ("percent", "people", "men", "women", "children"):
                return place
        return first


@lru_cache(maxsize=1 << 16)
def verb_lemma(word: str, language: str) -> str:
    """Give a verb form's infinitive.

    Examples
    --------
    >>> verb_lemma("ending", "en"), verb_lemma("stopping", "en"), verb_lemma("afirmó", "es")
    ('end', 'stop', 'afirmar')
    """
    import simplemma

    found = str(simplemma.lemmatize(word, lang=language)).lower()
    if language == "en" and found.endswith("ing") and len(found) > 5:
        # the dictionary has some -ing forms as nouns of their own
        stem = found[:-3]
        shorter = stem[:-1] if stem[-1] == stem[-2] else stem
        for candidate in (stem, f"{stem}e", shorter):
            if simplemma.is_known(candidate, lang="en"):
                return candidate
    return found
