"""Where clauses begin, for many sentences at once.

A clause begins with the sentence, after a semicolon, colon, dash, parenthesis or question mark, at a
subordinator, relative or question word, at a *that* (*que*) that opens a clause, at *and*, *but*, *or* before
a subject with a verb of its own, after *said* or *think* before such a subject, and after a comma where the
words before it already have a verb and a subject with a verb follows. Word classes are those of the negation
layer; there is no parse, and a verb that its form does not show goes unseen.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from ..negation.english import TAGGER as ENGLISH
from ..negation.spanish import TAGGER as SPANISH
from ..negation.tags import (
    BUT,
    CAPITAL,
    CLOSE_PAREN,
    COMMA,
    COORDINATOR,
    DETERMINER,
    FINITE,
    INFINITIVE,
    MAYBE_SUBJECT,
    MENTAL,
    OPEN_PAREN,
    PARTICIPLE,
    PREPOSITION,
    QUESTION,
    RELATIVE,
    STOP,
    SUBJECT,
    SUBORDINATOR,
    THAT,
    VERB,
)
from ..tokens import Tokens

BREAK = STOP | OPEN_PAREN | CLOSE_PAREN  # gaps that part statements
_SUBJECT_SPAN = 6  # tokens between the beginning of a subject and its verb, at the most
_DEGREES = frozenset("más menos mayor menor mejor peor antes tan".split())  # más … que: no clause


@dataclass(frozen=True)
class Words:
    """The words of some whole sentences, one after the other.

    Attributes
    ----------
    language : str
    tags : uint32 array
        Tags of each word and of the gap before it (see `discourse.negation.tags`), as far as they matter here.
    is_first : bool array
        Does a sentence begin with the word.
    is_degree : bool array
        Spanish: is it *más*, *menos* and the like.
    """

    language: str
    tags: np.ndarray
    is_first: np.ndarray
    is_degree: np.ndarray

    @classmethod
    def of(cls, tokens: Tokens, places: np.ndarray) -> Words:
        """Look up the words at some places: all tokens of some sentences, in order."""
        is_spanish = tokens.language == "es"
        tags = (SPANISH if is_spanish else ENGLISH).read(tokens)[places].astype(np.uint32)
        is_first = tokens.sentence_start[places]
        tags[is_first] &= ~np.uint32(CAPITAL)
        is_degree = np.zeros(len(places), dtype=bool)
        if is_spanish:
            is_degree = tokens.vocabulary.norm_flags(_DEGREES)[tokens.norm[places]]
        return cls(tokens.language, tags, is_first, is_degree)

    def has(self, tag: int) -> np.ndarray:
        """Say for each word whether it, or the gap before it, has one of some tags."""
        return (self.tags & tag) != 0

    def __len__(self) -> int:
        return len(self.tags)


def clause_starts(words: Words) -> np.ndarray:
    """Say for each word whether a clause begins with it.

    Parameters
    ----------
    words : Words

    Returns
    -------
    bool array, one element per word

    Examples
    --------
    >>> from discourse.tokens import tokenize
    >>> tokens = tokenize(["If the bridge falls, they may flee, but the town is safe."])
    >>> starts = clause_starts(Words.of(tokens, np.arange(len(tokens))))
    >>> [tokens.word(i) for i in starts.nonzero()[0]]
    ['if', 'they', 'but']
    """
    is_comma = words.has(COMMA)
    starts = words.is_first | words.has(BREAK)
    edge = is_comma | starts
    predicate = _predicates(words)
    opens = _subject_with_verb(words, predicate, edge)
    following = np.append(opens[1:], False) & ~np.append(edge[1:], True)

    subordinator = words.has(SUBORDINATOR) & ~words.has(PREPOSITION)
    starts |= subordinator | (words.has(SUBORDINATOR) & following) | words.has(RELATIVE | QUESTION)
    starts |= _that_clauses(words, following)
    if words.language == "es":  # the subject may be left out
        opens |= words.has(FINITE | VERB)
    else:  # a clause without "that": he said | it might rain
        starts[1:] |= words.has(MENTAL)[:-1] & opens[1:] & ~is_comma[1:]
    joined = following | np.append(starts[1:], True) | (is_comma & words.has(BUT))
    starts |= words.has(COORDINATOR) & joined
    at = np.flatnonzero(is_comma & opens)
    starts[at] |= _has_verb_before(at, starts, predicate | subordinator)
    return starts


def _predicates(words: Words) -> np.ndarray:
    """Finite verbs, and participles that do not stand behind a determiner (the *alleged* spy)."""
    participle = words.has(PARTICIPLE)
    participle[1:] &= words.is_first[1:] | ~words.has(DETERMINER | PREPOSITION)[:-1]
    return participle | words.has(FINITE | VERB)


def _subject_with_verb(words: Words, predicate: np.ndarray, edge: np.ndarray) -> np.ndarray:
    """Words that begin a subject: a pronoun, or a noun phrase with a predicate near enough behind it."""
    joined = ~edge[1:]
    near = predicate.copy()
    for _ in range(_SUBJECT_SPAN):
        near[:-1] = predicate[:-1] | (near[1:] & joined)
    return words.has(SUBJECT) | (words.has(MAYBE_SUBJECT | DETERMINER | CAPITAL) & near)


def _that_clauses(words: Words, following: np.ndarray) -> np.ndarray:
    """*That*, *que* that open a clause: not demonstrative, comparative, nor before an infinitive."""
    that = words.has(THAT)
    if words.language == "es":
        that[1:] &= ~words.is_degree[:-1]
        that[:-1] &= words.is_first[1:] | ~words.has(INFINITIVE)[1:]
        return that
    that[1:] &= ~words.has(PREPOSITION)[:-1]
    verb_next = np.append(words.has(FINITE | VERB | PARTICIPLE)[1:] & ~words.is_first[1:], False)
    verb_next &= ~words.is_first
    return that & (following | verb_next)


def _has_verb_before(at: np.ndarray, starts: np.ndarray, verb: np.ndarray) -> np.ndarray:
    """Say for some places whether their clause has had a verb before them."""
    begins, verbs = np.flatnonzero(starts), np.flatnonzero(verb)
    begin = begins[np.searchsorted(begins, at, side="right") - 1]
    return np.searchsorted(verbs, at) > np.searchsorted(verbs, begin)
