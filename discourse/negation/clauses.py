"""Where a clause ends: the right side of a scope, alike in both languages.

A clause goes on over its complements (*that …*, *who …*, *if …*, infinitives) and over coordinated phrases;
it ends at a coordinated clause or finite verb, at *but*, at a comma that opens no list, relative clause or
parenthesis, and where a main clause follows a fronted one.
"""

from __future__ import annotations

from .sentence import Sentence
from .tags import (
    ADDRESS,
    ADVERB,
    BUT,
    CAPITAL,
    CAUSAL,
    CLOSE_PAREN,
    CLOSE_QUOTE,
    COMMA,
    CONCESSIVE,
    CONNECTIVE,
    COORDINATOR,
    DETERMINER,
    END,
    FINITE,
    GERUND,
    HARD,
    MAYBE_SUBJECT,
    MENTAL,
    NEGATIVE,
    OBJECT,
    OPEN_PAREN,
    OPEN_QUOTE,
    OPENER,
    OUTSIDE,
    PARTICIPLE,
    PREDICATE,
    PREPOSITION,
    PRONOUN,
    QUESTION,
    RELATIVE,
    SPEECH,
    STOP,
    SUBJECT,
    SUBORDINATOR,
    THAT,
    TO,
    VERB,
)

Parts = list[tuple[int, int]]

_EVENT = (HARD | COMMA | CLOSE_QUOTE | PRONOUN | PREDICATE | OPENER | COORDINATOR | CAUSAL | MENTAL | PREPOSITION)


def right_parts(s: Sentence, i: int, left: Parts) -> Parts:
    """Give the parts of the clause from place `i` rightwards."""
    tags, high = s.tags, s.high
    parts: Parts = []
    first = k = i
    depth = 0  # quotation marks opened on the way
    pending = False  # that, who …: its verb is yet to come
    welcome = True  # a subject may come here without being that of another clause
    is_phrase = bool(tags[i] & (TO | GERUND))  # "not to go": a finite verb is another clause's
    is_fronted = bool(left) and _is_fronted(s, left[0][0])
    while k < high:
        tag = tags[k]
        if not tag & _EVENT:
            welcome = False
            k += 1
            continue
        if tag & (HARD | CLOSE_QUOTE | COMMA) and (k > first or (k == i and tag & COMMA)):
            if tag & (STOP | END | CLOSE_PAREN):
                break
            if tag & OPEN_QUOTE:
                depth += 1
            elif tag & CLOSE_QUOTE:
                if depth == 0:
                    break
                depth -= 1
            if tag & OPEN_PAREN:
                behind = _closing(s, k)
            elif tag & COMMA and tag & (SUBORDINATOR | CAUSAL | BUT) and not tag & ADVERB:
                break
            elif tag & COMMA and not pending:
                behind = _behind_parenthesis(s, k)
                if behind is None and not (
                    tag & RELATIVE or (tag & PREPOSITION and tags[k + 1] & RELATIVE) or _list_goes_on(s, k)
                ):
                    break
            else:
                behind = k
            if behind is not None and behind > k:
                if k > first:
                    parts.append((first, k))
                first = k = behind
                tags_here = tags[k]
                if k >= high or tags_here & (COORDINATOR | SUBJECT | FINITE | STOP | END):
                    break
                continue
            if behind is None and tag & OPEN_PAREN:
                break
        if tag & COORDINATOR and k > i:
            if tag & NEGATIVE:
                break  # nor
            if (tag & BUT and not _is_adverbial_yet(s, k)) or (not pending and _starts_clause(s, k + 1)):
                break
            welcome = True
        elif (tag & CAUSAL and k > i and (tags[k + 1] & SUBJECT or (tags[k + 1] & MAYBE_SUBJECT and tags[k + 2] & FINITE))) or (tag & SUBORDINATOR and tag & CONCESSIVE and k > i):
            break
        elif tag & OPENER:
            welcome = True
            if tag & (RELATIVE | QUESTION) or (tag & THAT and not tags[k - 1] & PREPOSITION):
                pending = not tags[k + 1] & (HARD | CLOSE_QUOTE | COMMA)
        elif tag & (MENTAL | PREPOSITION):
            welcome = bool(tag & MENTAL) or not tags[k + 1] & SUBJECT
            if tag & (FINITE | VERB | PARTICIPLE):
                pending = False
        elif tag & PRONOUN:
            if is_fronted and not welcome and (tag & SUBJECT or tags[k + 1] & (FINITE | VERB)):
                break
            welcome = False
            if tag & FINITE:
                pending = False
        elif tag & (FINITE | VERB):
            if is_phrase and not pending and not welcome:
                break
            pending = welcome = False
        k += 1
    if k > first:
        parts.append((first, k))
    return parts or [(i, i)]



def _is_fronted(s: Sentence, first: int) -> bool:
    """Say whether a clause beginning at `first` is an adverbial clause before its main clause."""
    tags = s.tags
    opener = tags[first - 1]
    edge = first - 1 <= s.low or opener & COMMA or tags[first - 2] & (COORDINATOR | THAT) or opener & HARD
    if opener & SUBORDINATOR:
        return bool(edge)
    inverted = tags[first] & FINITE and not tags[first] & PRONOUN and tags[first + 1] & PRONOUN
    return bool(inverted and s.words[first] in ("had", "were", "should"))


def _is_adverbial_yet(s: Sentence, k: int) -> bool:
    return bool(s.tags[k] & ADVERB) and not s.tags[k] & COMMA and not s.tags[k + 1] & PRONOUN


def _closing(s: Sentence, k: int) -> int | None:
    """Give the place behind the parenthesis that opens before `k`."""
    for j in range(k + 1, min(k + 25, s.high + 1)):
        if s.tags[j] & CLOSE_PAREN:
            return j
    return None


def _behind_parenthesis(s: Sentence, k: int) -> int | None:
    """Give the place behind "however", "he said", "Mr. Holmes" between commas at `k`, if it is one."""
    tags = s.tags
    n_speech = n_other = 0
    for j in range(k, min(k + 6, s.high)):
        tag = tags[j]
        if j > k and tag & (HARD | CLOSE_QUOTE | COMMA):
            if not tag & COMMA or tag & (HARD | CLOSE_QUOTE):
                return None
            return j if (n_speech or n_other == 0) else None
        if tag & SPEECH:
            n_speech += 1
        elif not (tag & (ADVERB | SUBJECT | FINITE) or tag & ADDRESS or tag & CAPITAL):
            n_other += 1
    return None



def _list_goes_on(s: Sentence, k: int) -> bool:
    """A comma within a list of phrases: "no money, men or arms"."""
    tags = s.tags
    if tags[k] & CAUSAL:
        return False
    for j in range(k, min(k + 6, s.high)):
        tag = tags[j]
        if j > k and tag & (HARD | CLOSE_QUOTE):
            return False
        if tag & (PRONOUN | FINITE | VERB | OPENER | BUT) and not tag & DETERMINER:
            return False
        if tag & COORDINATOR:
            return j > k and not _starts_clause(s, j + 1)
    return False


def _starts_clause(s: Sentence, k: int) -> bool:
    """Say whether what follows a coordinator is a clause or a finite verb, not a phrase."""
    tags = s.tags
    tag = tags[k]
    if tag & (SUBJECT | FINITE | VERB | THAT | SUBORDINATOR | QUESTION | RELATIVE | COMMA | NEGATIVE | PARTICIPLE):
        return True
    if tag & MAYBE_SUBJECT and tags[k + 1] & (PREDICATE | ADVERB):
        return True
    if tag & (ADVERB | CAUSAL) and not tag & DETERMINER:
        return bool(tag & CONNECTIVE) or _starts_clause(s, k + 1)
    if tag & (PREPOSITION | TO):
        return False
    if tags[k + 1] & OBJECT and not tag & DETERMINER:
        return True  # "and pacify him"
    for j in range(k, min(k + 10, s.high)):
        tag = tags[j]
        if j > k and tag & (HARD | COMMA | CLOSE_QUOTE):
            return False
        if tag & (FINITE | VERB):
            return True
        if j > k and tag & (OPENER | COORDINATOR | SUBJECT):
            return False
    return False


def complement_end(s: Sentence, i: int) -> int:
    """Give the place behind what a preposition or a governing verb takes: a phrase, an infinitive, a clause."""
    tags, high = s.tags, s.high
    welcome = False  # a verb may come, its subject or opener having been passed
    for k in range(i, high):
        tag = tags[k]
        if k > i and tag & (STOP | END | COMMA | OPEN_PAREN | CLOSE_PAREN | CLOSE_QUOTE):
            if not (tag & COMMA and _list_goes_on(s, k)):
                return k
        if tag & COORDINATOR and k > i:
            if (tag & BUT and not _is_adverbial_yet(s, k)) or _starts_clause(s, k + 1):
                return k
        elif tag & OUTSIDE and k > i:
            return k
        elif tag & (OPENER | PRONOUN) and not tag & FINITE:
            welcome = True
        elif tag & (FINITE | VERB):
            if not welcome and k > i:
                return k
            welcome = False
    return high

