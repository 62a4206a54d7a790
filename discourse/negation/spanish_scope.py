"""How far a Spanish negation reaches: the conventions of English, for a language that drops its subjects."""

from __future__ import annotations

from typing import Final

from .clauses import Parts, complement_end, fragment_before, in_relative, right_parts, stripped
from .joints import list_start
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
    AFFIXED,
    ARTICLE,
    BE,
    BUT,
    CAPITAL,
    CLOSE_PAREN,
    CLOSE_QUOTE,
    COMMA,
    CONNECTIVE,
    COORDINATOR,
    CUE,
    DETERMINER,
    EDGE,
    END,
    FINITE,
    HARD,
    INFINITIVE,
    MAYBE_SUBJECT,
    NEGATIVE,
    NOMINAL,
    NUMBER,
    OBJECT,
    OPEN_PAREN,
    OPEN_QUOTE,
    OPENER,
    OUTSIDE,
    PREDICATE,
    PREPOSITION,
    QUESTION,
    RELATIVE,
    SPEECH,
    STOP,
    SUBJECT,
    SUBORDINATOR,
    THAT,
    VERB,
)

_EVENT: Final = NEGATIVE | SUBJECT | PREDICATE | OPENER | COORDINATOR
_VERB_GROUP: Final = FINITE | BE | VERB | ADVERB
_KNOWN: Final = (
    DETERMINER | SUBJECT | MAYBE_SUBJECT | ADVERB | PREPOSITION | OBJECT | NEGATIVE | NUMBER | INFINITIVE
)
_OF_NOUN: Final = CAPITAL | EDGE | AFFIXED | NOMINAL | CUE  # what may be said of a noun
_ALSO_INFINITIVES: Final = ("ser", "estar", "haber")
_WHO: Final = ("quien", "quienes")
_BY_THE_WAY: Final = ADVERB | CONNECTIVE | OUTSIDE | COMMA | STOP | CLOSE_PAREN
_LONG_ASIDE: Final = 12
_LEADS_ON: Final = frozenset("porque aunque pues mientras pero".split())
_REPEATED: Final = frozenset("no nunca jamás nadie nada ningún ninguno ninguna tampoco ni".split())


def scope(s: Sentence, found: Found) -> Parts:
    """Give the parts of a cue's scope as (first, behind last) places, the cue left out."""
    i, last, shape = found.first, found.last, found.shape
    if shape == COMPLEMENT and s.tags[last] & SUBJECT and not s.tags[last + 1] & INFINITIVE:
        return [(last, last + 1)]  # "sin ellos no hay plan"
    if shape == COMPLEMENT:
        return [(last, complement_end(s, last))]
    if shape == COORDINATE:
        return right_parts(s, last, [], has_verb=False)
    if shape == INTERJECTION:
        return fragment_before(s, i)
    if shape == PASSIVE:
        return _passive(s, i)
    if shape == LEXICALISED:
        return [(last, last + 1)]
    if shape == VERBAL and (s.tags[last] & INFINITIVE or s.words[last] in _ALSO_INFINITIVES):
        if in_relative(s, i):
            return [(last, complement_end(s, last))]  # "quienes pidieron no ser nombrados dijeron …"
        left: Parts = []  # "por no negociar"
    elif shape == PHRASAL and s.tags[i - 1] & PREPOSITION and not s.tags[i] & EDGE:
        left = left_parts(s, i - 1) if i - 1 > s.low else []
    else:
        left = left_parts(s, i)
    if last < s.high and s.words[last] in _LEADS_ON and (shape == PHRASAL or s.words[last] != "porque"):
        return left  # "admitió que no aunque …", "me quedé sin ninguno porque …"; but: "no porque sea caro"
    return [*left, *right_parts(s, last, left, has_verb=shape == VERBAL and _has_plain_verb(s, last))]


def _has_plain_verb(s: Sentence, k: int) -> bool:
    """Say whether the verb, which stands right behind "no", is one that its form does not show."""
    while s.tags[k] & OBJECT and not s.tags[k + 1] & EDGE:
        k += 1
    return k < s.high and not s.tags[k] & (PREDICATE | _KNOWN | CAPITAL | EDGE | OPENER | COORDINATOR)


def _passive(s: Sentence, i: int) -> Parts:
    """la propuesta fue rechazada: the subject and the auxiliary."""
    k = i
    while k > s.low and s.tags[k - 1] & _VERB_GROUP and not s.tags[k] & EDGE:
        k -= 1
    left = left_parts(s, k)
    first = left[0][0] if left else k
    return [(first, i)] if first < i else []


def left_parts(s: Sentence, i: int, from_behind: bool = False) -> Parts:
    """Give the part of the clause left of place `i`.

    The verb follows the cue, so what goes before it in its clause is subject or adverbial. A finite verb on
    the way is that of a relative clause to the subject (*los que vinieron no hablaron*) or ends the search.

    Parameters
    ----------
    s : Sentence
    i : int
    from_behind : bool
        Take no notice of a comma before `i` itself.

    Returns
    -------
    list of (int, int)
    """
    tags, low = s.tags, s.low
    if tags[i] & COMMA and not tags[i] & HARD and not from_behind:
        return _before_apposition(s, i)
    if tags[i] & HARD and not from_behind:
        return _before_bracket(s, i)
    behind_verb = behind_joint = 0
    k = i
    while k > low:
        if tags[k] & EDGE and not (from_behind and k == i):
            if not behind_verb and not any(tag & ~_BY_THE_WAY for tag in tags.listed(k, i)):
                before = _before_apposition(s, k) if tags[k] & COMMA else _before_bracket(s, k)
                return [*before, (k, i)]  # "la alcaldesa, Ana Ruiz, ya no …"
            k = k if behind_verb else list_start(s, k, i)
            break
        k -= 1
        tag = tags[k]
        if not tag & _EVENT:
            continue
        if tag & NEGATIVE and s.words[k] in _REPEATED:
            return []  # what is negated already: "no dijo nada"
        if tag & SUBJECT and k > low and tags[k - 1] & PREPOSITION:
            continue  # "con nosotros no se trata de eso"
        if tag & SUBJECT:
            return [] if behind_verb else [(k, i)]
        if tag & OPENER:
            if tag & SUBORDINATOR and tag & ADVERB:
                continue
            if s.words[k] == "como" and "tanto" in s.words.listed(max(low, k - 8), k):
                continue  # "tanto el pueblo como el rey"
            if behind_verb and s.words[k] in _WHO and not tags[k - 1] & PREPOSITION:
                return [(k, i)]  # "quienes perdieron no …"
            if not behind_verb and k + 1 < i and _is_relative(s, k):
                continue
            if not behind_verb:
                return stripped(s, k if tag & (RELATIVE | QUESTION) else k + 1, i)
            if tags[k - 1] & PREDICATE or k == low or tag & SUBORDINATOR:
                break
            behind_verb = 0
        elif tag & COORDINATOR:
            if behind_verb or k + 1 == i or tag & (BUT | EDGE):
                return stripped(s, behind_verb or k + 1, i)
            behind_joint = k + 1
        elif tag & PREDICATE and not behind_verb:
            behind_verb = behind_joint or k + 1  # "la paz es frágil y el virus no …"
    return stripped(s, behind_verb or k, i)


def _is_relative(s: Sentence, k: int) -> bool:
    """Say whether the "que" at `k` stands between a noun and a verb that its form does not show."""
    tags = s.tags
    if not tags[k] & THAT or tags[k] & EDGE or k == s.low:
        return False
    if tags[k - 1] & ARTICLE:
        return True  # "los que comen"
    return not (tags[k - 1] & ~_OF_NOUN or tags[k + 1] & (_KNOWN | CAPITAL | EDGE))


def _before_apposition(s: Sentence, i: int) -> Parts:
    """los soldados, que …, no lucharon: the subject before what the commas enclose."""
    tags = s.tags
    j = i - 1
    while j > s.low and not tags[j] & EDGE:
        j -= 1
    if j == s.low or not tags[j] & COMMA or tags[j] & HARD:
        return []
    inside = tags.listed(j, i)
    has_verb = any(tag & PREDICATE and not tag & PREPOSITION for tag in inside)
    if (
        has_verb
        and not any(tag & SPEECH for tag in inside)
        and not tags[j] & (THAT | RELATIVE | SUBORDINATOR)
    ):
        return []
    left = left_parts(s, j, from_behind=True)
    return left if left and tags[left[0][0]] & (ARTICLE | DETERMINER | CAPITAL) else []


def _before_bracket(s: Sentence, i: int) -> Parts:
    """el pueblo (antes rico) no, el pueblo – antes rico – no: the subject before what brackets or dashes enclose."""
    tags = s.tags
    opening = OPEN_PAREN if tags[i] & CLOSE_PAREN else STOP
    if not tags[i] & (CLOSE_PAREN | STOP) or tags[i] & (END | OPEN_PAREN | OPEN_QUOTE | CLOSE_QUOTE):
        return []
    for j in range(i - 1, max(i - _LONG_ASIDE, s.low), -1):
        if tags[j] & opening:
            left = left_parts(s, j, from_behind=True)
            return left if left and tags[left[0][0]] & (ARTICLE | DETERMINER | CAPITAL) else []
        if opening == STOP and tags[j] & (PREDICATE | EDGE):
            return []
    return []
