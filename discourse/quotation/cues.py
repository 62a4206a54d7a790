"""Words as bits: reporting cues by kind of act and stance, and the few word classes that clauses are read by.

No tagger is run. Cues come from the lexicon ``reporting``; closed classes are listed in `english` and
`spanish`, open ones guessed from the ending, and each different word is looked at once.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache
from typing import Final
from weakref import WeakKeyDictionary

import numpy as np

from discourse.lexicon import load_lexicon
from discourse.tokens import Tokens, Vocabulary
from discourse.tokens.growing import Growing

from . import english, spanish
from .bits import (
    ACCUSING,
    ADJECTIVE,
    ADVERB,
    BARE,
    BE,
    BY,
    CAPITAL,
    COLON,
    COMMA,
    COORDINATOR,
    DASH,
    DETERMINER,
    DOCUMENT,
    EVALUATION,
    FINITE,
    FIRST,
    HAVE,
    INFINITIVE,
    KINDS,
    LONG_PHRASE,
    MARKER,
    MIDDLE,
    MODAL,
    NEGATIVE,
    NOUN,
    NUMBER,
    OBJECT,
    OPENING,
    OURS,
    OWNER,
    PAREN,
    PHRASE,
    PLURAL,
    POSSESSIVE,
    PREPOSITION,
    RELATIVE,
    SAY,
    SECOND,
    SEMICOLON,
    SHOUTED,
    SOURCE,
    STOP,
    SUBJECT,
    SUBORDINATOR,
    THAT,
    THIRD,
    TIME,
    TO,
    WH,
)

STANCES: Final = ("neutral", "doubting", "endorsing")


@dataclass(frozen=True)
class CueTable:
    """The reporting cues of a language.

    Attributes
    ----------
    words : dict
        Word → bits.
    phrases : dict
        First word → list of (all words, bits).
    stance : dict
        Cue as written in the lexicon → "neutral", "doubting" or "endorsing".
    lemma : dict
        Cue as written in the lexicon → the entry's first form (of a phrase: its first word).
    """

    words: dict[str, int]
    phrases: dict[str, list[tuple[tuple[str, ...], int]]]
    stance: dict[str, str]
    lemma: dict[str, str]


@lru_cache(maxsize=4)
def cue_table(language: str) -> CueTable:
    """Read the reporting lexicon of a language into a table of bits.

    Examples
    --------
    >>> from discourse.quotation.bits import SPEECH
    >>> table = cue_table("en")
    >>> bool(table.words["said"] & SPEECH), table.stance["claimed"]
    (True, 'doubting')
    """
    lexicon = load_lexicon("reporting", language)
    words: dict[str, int] = {}
    phrases: dict[tuple[str, ...], int] = {}
    stance: dict[str, str] = {}
    lemma_of: dict[int, str] = {}
    lemmas: dict[str, str] = {}
    for entry in lexicon.entries:
        top, _, kind = lexicon.categories[entry.category].partition(".")
        lemma = lemma_of.setdefault(entry.number, entry.words[0])
        bits = KINDS[kind]
        if bits != NOUN:
            bits |= (
                english.form_bits(entry.words[0], lemma)
                if language == "en"
                else spanish.form_bits(entry.words)
            )
        stance.setdefault(entry.text, top)
        lemmas.setdefault(entry.text, lemma)
        if len(entry.words) > 1:
            phrases[entry.words] = phrases.get(entry.words, 0) | bits
        else:
            words[entry.text] = words.get(entry.text, 0) | bits
            verb = language == "es" and bits != NOUN
            for form in spanish.with_pronouns(entry.text, bool(bits & EVALUATION)) if verb else ():
                words.setdefault(form, bits)
                stance.setdefault(form, top)
                lemmas.setdefault(form, lemma)
    by_first: dict[str, list[tuple[tuple[str, ...], int]]] = {}
    for phrase, bits in sorted(phrases.items(), key=lambda item: -len(item[0])):
        by_first.setdefault(phrase[0], []).append((phrase, bits))
    return CueTable(words, by_first, stance, lemmas)


_CLASSES: Final = {
    "BE": BE | FINITE,
    "BE_FORM": BE,
    "BE_INFINITIVE": BE | INFINITIVE,
    "HAVE": HAVE | FINITE,
    "MODAL": MODAL | FINITE,
    "NEGATIVE": NEGATIVE,
    "ADVERB": ADVERB,
    "TO": TO,
    "THAT": THAT,
    "WH": WH,
    "RELATIVE": RELATIVE,
    "SUBJECT": SUBJECT,
    "OBJECT": OBJECT,
    "DETERMINER": DETERMINER,
    "POSSESSIVE": POSSESSIVE,
    "PREPOSITION": PREPOSITION,
    "COORDINATOR": COORDINATOR,
    "SUBORDINATOR": SUBORDINATOR,
    "TIME": TIME,
    "FINITE": FINITE,
    "FIRST": FIRST,
    "NUMBER": NUMBER,
    "ADJECTIVE": ADJECTIVE,
    "SOURCE": SOURCE,
}


@lru_cache(maxsize=4)
def phrases(language: str) -> frozenset[tuple[str, ...]]:
    """Give the cues of several words, those before a source included."""
    before_source = (english if language == "en" else spanish).SOURCE_PHRASES
    several = {phrase for listed in cue_table(language).phrases.values() for phrase, _ in listed}
    return frozenset(several.union(*before_source.values()))


class _Bits:
    """Bits per norm, form and gap of one vocabulary, extended as it grows."""

    def __init__(self, language: str) -> None:
        table = cue_table(language)
        module = english if language == "en" else spanish
        self.guess = module.guess_bits
        known: dict[str, int] = dict(table.words)
        for name, bits in _CLASSES.items():
            for word in module.CLASSES.get(name, ()):
                known[word] = known.get(word, 0) | bits
        several = phrases(language)
        marks = [(phrase[0], PHRASE if len(phrase) < 3 else LONG_PHRASE) for phrase in several]
        marks += [
            (phrase[1], SECOND if len(phrase) == 2 else MIDDLE) for phrase in several if len(phrase) > 1
        ]
        marks += [(phrase[2], THIRD) for phrase in several if len(phrase) > 2]
        marks += [(word, BARE) for word, lemma in table.lemma.items() if lemma in module.BARE_CLAUSE]
        marks += [(word, MARKER) for word in module.MARKERS] + [(word, DOCUMENT) for word in module.DOCUMENTS]
        marks += [(word, PLURAL) for word in module.PLURALS] + [(word, OURS) for word in module.OURS_WORDS]
        marks += [(word, ACCUSING) for word in module.ACCUSERS]
        marks += [(word, SAY) for word, lemma in table.lemma.items() if lemma in module.SAY_VERBS] + [
            ("by", BY),
            ("para", OPENING),
        ]
        for word, bits in marks:
            known[word] = (known[word] if word in known else self.guess(word)) | bits
        self.known = known
        self.english = language == "en"
        self.norms, self.forms = Growing(np.int64), Growing(np.int64)
        self.gaps = Growing(np.int8)

    def update(self, vocabulary: Vocabulary) -> None:
        seen, total = len(self.norms), len(vocabulary.norms)
        if seen < total:
            known, guess = self.known, self.guess
            new = [known[w] if w in known else guess(w) for w in vocabulary.norms[seen:]]
            self.norms.extend(new)
        seen, total = len(self.forms), len(vocabulary.forms)
        if seen < total:
            new_forms = self.norms.values[vocabulary.norm_of[seen:]]
            new_forms[vocabulary.form_flags("capital")[seen:]] |= CAPITAL
            new_forms[vocabulary.form_test("all capitals", _is_shouted)[seen:]] |= SHOUTED
            new_forms[vocabulary.form_test("al-Asad", _is_arabic)[seen:]] = CAPITAL
            if self.english:
                new_forms[vocabulary.form_test("US, WHO", _BODIES.__contains__)[seen:]] = CAPITAL | SHOUTED
                new_forms[vocabulary.form_test("possessor", _is_possessor)[seen:]] |= OWNER
            self.forms.extend(new_forms)
        seen, total = len(self.gaps), len(vocabulary.gaps)
        if seen < total:
            dash = 0 if self.english else DASH
            self.gaps.extend(
                [
                    gap_bits(gap) | (dash if gap.endswith(" -") or gap.startswith(("- ", "-,")) else 0)
                    for gap in vocabulary.gaps[seen:]
                ]
            )  # Spanish agencies write hyphens for dashes: su rival -dijo- perdió


_cache: WeakKeyDictionary[Vocabulary, dict[str, _Bits]] = WeakKeyDictionary()


def _bits_of(tokens: Tokens) -> _Bits:
    """Look up what is known of a batch's vocabulary in its language."""
    per_language = _cache.setdefault(tokens.vocabulary, {})
    bits = per_language.get(tokens.language)
    if bits is None:
        bits = per_language[tokens.language] = _Bits(tokens.language)
    bits.update(tokens.vocabulary)
    return bits


def token_bits(tokens: Tokens) -> tuple[np.ndarray, np.ndarray]:
    """Give the bits of each token by its form (int64) and of each gap (int8, n + 1)."""
    gap = tokens.plain_gap  # which may be new to the vocabulary
    known = _bits_of(tokens)
    return known.forms.values.take(tokens.form), known.gaps.values.take(gap)


_ARABIC: Final = frozenset("al el ad an ar as at az ash ibn bin".split())
_BODIES: Final = frozenset(
    ("US", "US's", "US’s", "WHO", "WHO's", "WHO’s", "IT", "AM")
)  # no pronouns or verbs


def _is_arabic(form: str) -> bool:
    article, hyphen, name = form.partition("-")
    return bool(hyphen) and article in _ARABIC and name[:1].isupper()


def _is_shouted(form: str) -> bool:
    return len(form) > 1 and form.isupper()


def _is_possessor(form: str) -> bool:
    return len(form) > 3 and form[-2] in "'’" and form[-1] in "sS" and form.lower() not in _NOT_OWNERS


_NOT_OWNERS: Final = frozenset(
    f"{w}{a}s"
    for a in "'’"
    for w in """
    it he she that there what who where here how let
    """.split()
)


@lru_cache(maxsize=1024)
def gap_bits(gap: str) -> int:
    """Give the bits of what stands between two words.

    Examples
    --------
    >>> gap_bits(", ") == COMMA, gap_bits(" ") == 0
    (True, True)
    """
    bits = 0
    for char in gap:
        if char == ",":
            bits |= COMMA
        elif char == ";":
            bits |= SEMICOLON
        elif char == ":" and gap != ":":  # not that of 10:30
            bits |= COLON
        elif char in "—–―":
            bits |= DASH
        elif char in "()[]":
            bits |= PAREN
        elif char in ".!?…":
            bits |= STOP
    if " - " in gap or " -- " in gap or gap == "--" or ".-" in gap:
        bits |= DASH
    return bits
