"""How far a Spanish negation reaches: the same conventions as in English, for a language that drops its subjects."""

from __future__ import annotations

from .clauses import Parts, complement_end, right_parts
from .sentence import Found, Sentence, Shape
from .tags import (
    ADVERB,
    BUT,
    CLOSE_QUOTE,
    COMMA,
    CONNECTIVE,
    COORDINATOR,
    EDGE,
    END,
    OPENER,
    PREDICATE,
    PREPOSITION,
    QUESTION,
    RELATIVE,
    STOP,
    SUBJECT,
    SUBORDINATOR,
)

_EVENT = EDGE | SUBJECT | PREDICATE | OPENER | COORDINATOR


def scope(s: Sentence, found: Found) -> Parts:
    """Give the parts of a cue's scope as (first, behind last) places, the cue left out."""
    shape, i = found.shape, found.first
    if shape == Shape.INTERJECTION:
        return _fragment_before(s, i)
    if shape == Shape.COMPLEMENT:
        return [(found.last, complement_end(s, found.last))]
    if shape == Shape.PASSIVE:
        return left_parts(s, i)
    if shape == Shape.TERM:
        return [(i + 1, i + 2)]
    if shape == Shape.COORDINATE:
        return right_parts(s, found.last, [])
    if shape == Shape.DETERMINER and s.tags[i - 1] & PREPOSITION and not s.tags[i] & EDGE:
        left: Parts = left_parts(s, i - 1) if i - 1 > s.low else []
    else:
        left = left_parts(s, i)
    return [*left, *right_parts(s, found.last, left)]


def _fragment_before(s: Sentence, i: int) -> Parts:
    """"La guerra, no.": a phrase without a verb, then the particle."""
    tags = s.tags
    if s.words[i] != "no" or not tags[i] & COMMA or not tags[i + 1] & (END | STOP | CLOSE_QUOTE | COMMA):
        return []
    k = i - 1
    while not tags[k] & (PREDICATE | SUBJECT):
        if k == s.low or tags[k] & EDGE:
            return [(k, i)]
        k -= 1
    return []


def left_parts(s: Sentence, i: int) -> Parts:
    """Give the part of the clause left of place `i`.

    The verb follows the cue, so everything back to the edge of the clause is subject or adverbial, unless a
    finite verb comes first: then the cue opens a clause or a phrase of its own.
    """
    tags, low = s.tags, s.low
    k = i
    n_verbs = 0
    while k > low:
        here = tags[k]
        if here & EDGE:
            break
        k -= 1
        tag = tags[k]
        if not tag & _EVENT:
            continue
        if tag & (PREDICATE | SUBJECT) and not tag & PREPOSITION:
            if tag & SUBJECT:
                return [(k, i)]
            n_verbs += 1
        elif tag & OPENER:
            if tag & SUBORDINATOR and tag & ADVERB:
                continue
            if n_verbs:
                n_verbs = 0
                continue
            return _stripped(s, k if tag & (RELATIVE | QUESTION) else k + 1, i)
        elif tag & COORDINATOR and (n_verbs or k + 1 == i or tag & BUT):
            return _stripped(s, k + 1, i)
    return _stripped(s, k, i)


def _stripped(s: Sentence, first: int, last: int) -> Parts:
    while first < last and s.tags[first] & CONNECTIVE:
        first += 1
    return [(first, last)] if first < last else []
