"""What commas, brackets and conjunctions join: phrases of a list, or clauses."""

from __future__ import annotations

from typing import Final

from .sentence import Sentence
from .tags import (
    ADDRESS,
    ADVERB,
    ARTICLE,
    BUT,
    CAPITAL,
    CAUSAL,
    CLOSE_PAREN,
    CLOSE_QUOTE,
    COMMA,
    CONNECTIVE,
    COORDINATOR,
    DETERMINER,
    EDGE,
    FINITE,
    GERUND,
    HARD,
    MAYBE_SUBJECT,
    MENTAL,
    NEGATIVE,
    NOMINAL,
    OBJECT,
    OPENER,
    PARTICIPLE,
    PREDICATE,
    PREPOSITION,
    PRONOUN,
    QUESTION,
    RELATIVE,
    SPEECH,
    SUBJECT,
    SUBORDINATOR,
    THAT,
    TO,
    VERB,
)

_HARD_OR_QUOTE: Final = HARD | CLOSE_QUOTE
_CLAUSE_BEGIN: Final = PREDICATE | PRONOUN | OPENER | NEGATIVE | ADVERB | COMMA | DETERMINER
_FINITE_VERB: Final = FINITE | VERB
_ONE: Final = frozenset("a an un una".split())  # "a year ago, roads and …"
DAYS: Final = frozenset("day night morning evening summer winter spring autumn week month year way".split())


def ends_clause(s: Sentence, k: int, n_open: int, is_awaited: bool = False) -> bool:
    """Say whether the conjunction at `k` begins another statement; a verb far behind it may be one that is awaited."""
    tags = s.tags
    tag, after = tags[k], tags[k + 1]
    if tag & COORDINATOR:
        if s.words[k] == "yet" and s.words[k - 1] == "as":
            return False
        if tag & NEGATIVE or (tag & BUT and not is_adverb(s, k)):
            return True
        is_subject = after & SUBJECT and not tags[k - 1] & PRONOUN  # not "you and I"
        if s.words[k] == "or" and not is_subject:
            return False  # "he never wrote or received a letter"
        if is_awaited and not is_subject and not after & _CLAUSE_BEGIN:
            return False  # "the hope that it would end and bring peace | is on the wane"
        return bool((not n_open or is_subject) and starts_clause(s, k + 1))
    if tag & CAUSAL:
        if after & EDGE:
            return False  # "I never said so," he replied
        return bool(after & SUBJECT or (after & MAYBE_SUBJECT and tags[k + 2] & FINITE))
    return bool(tag & SUBORDINATOR)


def is_adverb(s: Sentence, k: int) -> bool:
    """Say whether "yet" is an adverb where it stands."""
    if s.words[k] == "yet" and s.words[k - 1] == "as":
        return True  # has not as yet come
    return bool(s.tags[k] & ADVERB) and not s.tags[k] & COMMA and not s.tags[k + 1] & PRONOUN


def behind_bracket(s: Sentence, k: int) -> int | None:
    """Give the place behind the parenthesis that opens before `k`."""
    for j in range(k + 1, min(k + 25, s.high + 1)):
        if s.tags[j] & CLOSE_PAREN:
            return j
    return None


def behind_parenthesis(s: Sentence, k: int) -> int | None:
    """Give the place behind "however", "he said", "Mr. Holmes" between commas at `k`, if it is one."""
    tags = s.tags
    n_speech = n_other = 0
    for j in range(k, min(k + 6, s.high)):
        tag = tags[j]
        if j > k and tag & EDGE:
            if not tag & COMMA or tag & _HARD_OR_QUOTE:
                return None
            return j if n_speech or not n_other else None
        if tag & SPEECH:
            n_speech += 1
        elif not tag & (ADVERB | SUBJECT | FINITE | ADDRESS | CAPITAL):
            n_other += 1
    return None


def list_goes_on(s: Sentence, i: int, k: int, is_before: bool = False) -> bool:
    """Say whether the comma at `k` stands in a list of phrases, maybe before the verb: "no money, men or arms"."""
    tags = s.tags
    if tags[k] & CAUSAL:
        return False
    if _is_pair(s, i, k):
        return True
    for j in range(k - 1, max(i, k - 6) - 1, -1):
        tag = tags[j]
        if tag & COORDINATOR:
            return False  # "money or men, …": the list is closed
        if tag & (FINITE | VERB | SUBJECT):
            break
        if tag & COMMA and j > i:
            if tags[k] & COORDINATOR:  # "money, men, and arms"
                return not tags[k] & (BUT | NEGATIVE) and (is_before or not starts_clause(s, k + 1))
            break
    for j in range(k, min(k + 6, s.high)):
        tag = tags[j]
        if j > k and tag & _HARD_OR_QUOTE:
            return False
        if tag & (PRONOUN | FINITE | VERB | OPENER | BUT | NEGATIVE) and not tag & DETERMINER:
            return False
        if tag & COORDINATOR:
            return j > k and (is_before or not starts_clause(s, j + 1))
    return False


def _is_pair(s: Sentence, i: int, k: int) -> bool:
    """Say whether the comma at `k` parts two adjectives: "in a normal, legal way"."""
    tags = s.tags
    if k - 2 < i or k + 1 >= s.high or not tags[k - 2] & ARTICLE or tags[k - 1] & ~GERUND & ~PARTICIPLE:
        return False
    if tags[k] != COMMA or tags[k + 1]:
        return False
    return not tags[k + 2] & (PREDICATE | PRONOUN) or bool(tags[k + 2] & EDGE)


def starts_clause(s: Sentence, k: int) -> bool:
    """Say whether what follows the coordinator before `k` is a clause or a finite verb, not a phrase."""
    tags = s.tags
    tag, after = tags[k], tags[k + 1]
    if tag & PARTICIPLE and not tag & VERB and not tag & COMMA:
        return not _is_participle(s, k - 1)
    if tag & (SUBORDINATOR | PREPOSITION) == SUBORDINATOR | PREPOSITION and not after & PRONOUN:
        return False  # "as serious"
    is_negated = tag & NEGATIVE and not tag & NOMINAL  # not "survival and decline"
    if is_negated or tag & (SUBJECT | FINITE | VERB | THAT | SUBORDINATOR | QUESTION | RELATIVE | COMMA):
        return s.words[k - 1] != "or" or not tag & VERB
    if tag & MAYBE_SUBJECT and after & (PREDICATE | ADVERB):
        return True
    if tag & (ADVERB | CAUSAL) and not tag & DETERMINER:
        return bool(tag & CONNECTIVE) or starts_clause(s, k + 1)
    if tag & (PREPOSITION | TO):
        return False
    if (after & OBJECT and not tag & DETERMINER) or (tag & OBJECT and after & (THAT | VERB | FINITE)):
        return True  # "and pacify him"; "y lo que …"
    for j in range(k, min(k + 10, s.high)):
        tag = tags[j]
        if j > k and tag & EDGE:
            return False
        if tag & _FINITE_VERB:
            return True
        if j > k and tag & (OPENER | COORDINATOR | SUBJECT):
            return False
    return False


def _is_participle(s: Sentence, k: int) -> bool:
    """Say whether the verb before the coordinator at `k` is a participle too: "be seized or destroyed"."""
    return any(s.tags[j] & PARTICIPLE and not s.tags[j] & VERB for j in range(max(k - 6, s.low), k))


def list_start(s: Sentence, k: int, i: int) -> int:
    """Give the place where a list begins whose last parts stand between the comma at `k` and `i`; else `k`.

    "the schools, roads and bridges | did not"
    """
    tags = s.tags
    if not tags[k] & COMMA or tags[k] & _HARD_OR_QUOTE:
        return k
    joined = next((j for j in range(k + 1, min(k + 6, i)) if tags[j] & (COORDINATOR | EDGE)), 0)
    if not joined or not tags[joined] & COORDINATOR or tags[joined] & BUT:
        return k
    return _list_start(s, k)


def _list_start(s: Sentence, k: int) -> int:
    """Go leftwards from comma to comma while what stands between is a noun with its article, or a name."""
    tags = s.tags
    for j in range(k - 1, max(k - 6, s.low) - 1, -1):
        tag = tags[j]
        if tag & (PREDICATE | PRONOUN | PREPOSITION | ADVERB) and not tag & DETERMINER:
            return k
        is_inner = j > s.low and tag & EDGE and not tag & _HARD_OR_QUOTE
        said = tags[j - 1] & (MENTAL | SPEECH)
        is_new = bool(tag & (ARTICLE | CAPITAL) and said)
        if tag & ARTICLE and not tags[j - 1] & (PREPOSITION | PREDICATE | DETERMINER):
            is_new = True
        if j == s.low or tag & EDGE or is_new or tags[j - 1] & (OPENER | COORDINATOR):
            if s.words[j] in _ONE or s.words[k - 1] in DAYS:
                return k
            before = _list_start(s, j) if is_inner else j
            is_name = all(tags[n] & CAPITAL for n in (j, k - 1, k))
            return before if before < j or tag & ARTICLE or is_name else k
    return k
