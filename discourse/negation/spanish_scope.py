"""How far a Spanish negation reaches: the same conventions as in English, for a language that drops its subjects."""

from __future__ import annotations

from .clauses import Parts, complement_end, right_parts
from .english_scope import fragment_before, stripped
from .sentence import (
    COMPLEMENT,
    COORDINATE,
    INTERJECTION,
    LEXICALISED,
    PASSIVE,
    PHRASAL,
    VERBAL,
    Found,
    Sentence,
)
from .tags import (
    ADVERB,
    BUT,
    COORDINATOR,
    EDGE,
    INFINITIVE,
    NEGATIVE,
    OPENER,
    PREDICATE,
    PREPOSITION,
    QUESTION,
    RELATIVE,
    SUBJECT,
    SUBORDINATOR,
)

_EVENT = NEGATIVE | SUBJECT | PREDICATE | OPENER | COORDINATOR


def scope(s: Sentence, found: Found) -> Parts:
    """Give the parts of a cue's scope as (first, behind last) places, the cue left out."""
    i, last, _, shape, _ = found
    if shape == COMPLEMENT:
        return [(last, complement_end(s, last))]
    if shape == COORDINATE:
        return right_parts(s, last, [], has_verb=False)
    if shape == INTERJECTION:
        return fragment_before(s, i)
    if shape == PASSIVE:
        return left_parts(s, i)
    if shape == LEXICALISED:
        return [(last, last + 1)]
    if shape == VERBAL and s.tags[last] & INFINITIVE:
        left = []  # "por no negociar"
    elif shape == PHRASAL and s.tags[i - 1] & PREPOSITION and not s.tags[i] & EDGE:
        left = left_parts(s, i - 1) if i - 1 > s.low else []
    else:
        left = left_parts(s, i)
    return [*left, *right_parts(s, last, left, has_verb=False)]


def left_parts(s: Sentence, i: int) -> Parts:
    """Give the part of the clause left of place `i`.

    The verb follows the cue, so what goes before it in its clause is subject or adverbial. A finite verb on
    the way is that of a relative clause to the subject (*los que vinieron no hablaron*) or ends the search.
    """
    tags, low = s.tags, s.low
    behind_verb = 0
    k = i
    while k > low:
        if tags[k] & EDGE:
            break
        k -= 1
        tag = tags[k]
        if not tag & _EVENT:
            continue
        if tag & NEGATIVE and s.words[k] in _REPEATED:
            return []
        if tag & SUBJECT:
            return [] if behind_verb else [(k, i)]
        if tag & OPENER:
            if tag & SUBORDINATOR and tag & ADVERB:
                continue
            if not behind_verb:
                return stripped(s, k if tag & (RELATIVE | QUESTION) else k + 1, i)
            if tags[k - 1] & PREDICATE or k == low or tag & SUBORDINATOR:
                break
            behind_verb = 0
        elif tag & COORDINATOR:
            if behind_verb or k + 1 == i or tag & BUT:
                return stripped(s, behind_verb or k + 1, i)
        elif tag & PREDICATE and not behind_verb:
            behind_verb = k + 1
    return stripped(s, behind_verb or k, i)


_REPEATED = frozenset("no nunca jamás nadie nada ningún ninguno ninguna tampoco ni".split())
