"""How far an English negation reaches.

The conventions are those of the Conan Doyle corpus (Morante, Schrauwen & Daelemans 2011; Morante &
Daelemans 2012): the scope of a negated verb is its clause with the subject, without the cue and without the
word that introduces it (*that*, *if*, *and*), in parts where something stands between.
"""

from __future__ import annotations

from .clauses import Parts, complement_end, right_parts
from .sentence import Found, Sentence, Shape
from .tags import (
    ADVERB,
    BE,
    BUT,
    CAUSAL,
    CLOSE_QUOTE,
    COMMA,
    CONNECTIVE,
    COORDINATOR,
    DETERMINER,
    EDGE,
    END,
    FINITE,
    GERUND,
    HARD,
    MAYBE_SUBJECT,
    MENTAL,
    NEGATIVE,
    OBJECT,
    OPENER,
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

_EVENT = EDGE | PRONOUN | PREDICATE | OPENER | COORDINATOR | CAUSAL


def scope(s: Sentence, found: Found) -> Parts:
    """Give the parts of a cue's scope as (first, behind last) places, the cue left out."""
    shape = found.shape
    if shape == Shape.INTERJECTION:
        return _fragment_before(s, found)
    if shape == Shape.COMPLEMENT:
        return [(found.last, complement_end(s, found.last))]
    if shape == Shape.PASSIVE:
        return left_parts(s, found.first)
    if shape == Shape.COORDINATE:
        return _coordinate(s, found)
    if shape == Shape.DETERMINER:
        return _determiner(s, found)
    return _verbal(s, found)


def _verbal(s: Sentence, found: Found) -> Parts:
    i, tags = found.first, s.tags
    if found.inner:
        left = left_parts(s, i)
        # the auxiliary is in the scope; the cue at its end is cut off by the caller
        if left and left[-1][1] == i:
            left[-1] = (left[-1][0], i + 1)
        else:
            left.append((i, i + 1))
    elif tags[i + 1] & TO or tags[i - 1] & TO or (tags[i + 1] & GERUND and not tags[i - 1] & BE):
        left = _contrasted(s, i) if tags[i - 1] & COORDINATOR else []
    else:
        left = left_parts(s, i)
    return [*left, *right_parts(s, found.last, left)]


def _coordinate(s: Sentence, found: Found) -> Parts:
    """nor: its own clause; after "neither" and with a phrase, the subject and verb before that too."""
    i, tags = found.first, s.tags
    right = right_parts(s, found.last, [])
    if not tags[i + 1] & (FINITE | SUBJECT):
        for k in range(i - 1, s.low - 1, -1):
            if s.words[k] == "neither":
                return [*left_parts(s, k), *right]
            if tags[k] & HARD:
                break
    return right


def _contrasted(s: Sentence, i: int) -> Parts:
    """"to defend myself and not to attack": the verb both depend on."""
    return _shared(s, i - 1, i)


def _determiner(s: Sentence, found: Found) -> Parts:
    i, tags = found.first, s.tags
    if tags[i - 1] & PREPOSITION and not tags[i] & COMMA:
        if s.words[i - 1] in ("with", "at") or tags[i - 1] & COMMA or i - 1 <= s.low:
            return [(found.last, complement_end(s, found.last))]
    left = [] if _is_subject(s, found.last) else left_parts(s, i)
    return [*left, *right_parts(s, found.last, left)]


def _is_subject(s: Sentence, k: int) -> bool:
    """Say whether the phrase that goes on at `k` has its finite verb behind it: "no war is just"."""
    tags = s.tags
    for j in range(k, min(k + 12, s.high)):
        tag = tags[j]
        if j > k and tag & (HARD | CLOSE_QUOTE | COMMA):
            return False
        if tag & (FINITE | VERB) and not tag & (PARTICIPLE | PRONOUN):
            return True
        if tag & (OPENER | COORDINATOR | TO | GERUND | SUBJECT | CAUSAL):
            return False
    return False


def _fragment_before(s: Sentence, found: Found) -> Parts:
    """"War, no.": a phrase without a verb, then the particle."""
    i, tags = found.first, s.tags
    if s.words[i] != "no" or not tags[i] & COMMA or not tags[i + 1] & (END | STOP | CLOSE_QUOTE | COMMA):
        return []
    k = i - 1
    while not tags[k] & (PREDICATE | PRONOUN | NEGATIVE | SPEECH):
        if k == s.low or tags[k] & (HARD | COMMA | CLOSE_QUOTE):
            return [(k, i)]
        k -= 1
    return []


def left_parts(s: Sentence, i: int, from_behind: bool = False) -> Parts:
    """Give the parts of the clause that lie left of place `i`: its subject and what goes with it.

    Words are passed leftwards. A clause passed on the way (a relative clause to the subject, say) shows in
    a second finite verb: then its introducing word does not end the search. `from_behind` takes no notice
    of the comma before `i` itself.
    """
    tags, low = s.tags, s.low
    n_verbs = 0  # finite verb groups passed
    in_group = False  # the word to the right belongs to a verb group
    has_subject = False  # something that may be the subject of the last verb has been passed
    k = i
    while k > low:
        here = tags[k]
        if here & (HARD | CLOSE_QUOTE):
            break
        if here & COMMA and not (from_behind and k == i):
            if has_subject or k == i:
                break
            return _across_comma(s, k, i)
        k -= 1
        tag = tags[k]
        if not tag & _EVENT:
            if tag & TO and not n_verbs and not in_group and not tags[k + 1] & (DETERMINER | OBJECT | PRONOUN) and k + 1 < i:
                return [(k, i)]
            if not tag & ADVERB:
                in_group = False
                has_subject = has_subject or (n_verbs > 0 and not tag & (BE | GERUND | TO))
            continue
        after = tags[k + 1]
        if tag & SUBJECT or (tag & MAYBE_SUBJECT and _is_subject_pronoun(tag, after, tags[k - 1])):
            n_verbs += bool(tag & FINITE)
            if n_verbs <= 1:
                return [(_clause_start(s, k), i)]
            n_verbs, in_group, has_subject = 1, False, True
        elif tag & OPENER:
            if tag & DETERMINER and not tag & (RELATIVE | QUESTION) and not n_verbs and not after & (PRONOUN | DETERMINER):
                continue  # "that war"
            if n_verbs > 1:
                n_verbs, has_subject = 1, True
            elif tag & (RELATIVE | QUESTION) and not tag & SUBORDINATOR:
                return [(_relative_start(s, k), i)]
            else:
                return _stripped(s, k + 1, i)
        elif tag & MAYBE_SUBJECT:
            has_subject, in_group = True, False
        elif tag & COORDINATOR:
            if not has_subject:
                return _shared(s, k, i)
            if _joins_clauses(s, k):
                return _stripped(s, k + 1, i)
            in_group = False
        elif tag & CAUSAL:
            if here & COMMA or (after & (PRONOUN | THAT) and n_verbs):
                return _stripped(s, k + 1, i)
            in_group = False
        else:
            if not in_group:
                if n_verbs and tag & MENTAL and has_subject and not tag & FINITE:
                    return _stripped(s, k + 1, i)
                if tag & (FINITE | VERB) or not n_verbs:
                    n_verbs += 1
            in_group = True
    return _stripped(s, k, i)


def _is_subject_pronoun(tag: int, after: int, before: int) -> bool:
    """Say whether it, you, this … is a subject here, by the words on both sides."""
    if tag & FINITE or after & (FINITE | NEGATIVE):
        return True
    return bool(after & (VERB | ADVERB) and not before & PREPOSITION)


def _stripped(s: Sentence, first: int, last: int) -> Parts:
    """Take what comments on the whole clause off its beginning: "surely", "yet", "then"."""
    while first < last and s.tags[first] & CONNECTIVE:
        first += 1
    return [(first, last)] if first < last else []



def _clause_start(s: Sentence, k: int) -> int:
    """Move from a subject pronoun to what goes before it in its clause: "why did" he, "of whom" we."""
    tags = s.tags
    edge = HARD | COMMA | CLOSE_QUOTE
    if tags[k] & edge:
        return k
    if tags[k - 1] & FINITE and not tags[k - 1] & PRONOUN and not tags[k + 1] & FINITE:
        k -= 1  # inversion
        if tags[k] & edge:
            return k
    if tags[k - 1] & (RELATIVE | QUESTION) and not tags[k - 1] & SUBORDINATOR:
        return _relative_start(s, k - 1)
    return k


def _relative_start(s: Sentence, k: int) -> int:
    """Take the preposition before a relative pronoun with it: "of whom", "in which"."""
    if s.tags[k] & RELATIVE and s.tags[k - 1] & PREPOSITION and not s.tags[k] & (COMMA | HARD):
        return k - 1
    return k


def _joins_clauses(s: Sentence, k: int) -> bool:
    """Say whether a coordinator has a verb on its left, within its clause."""
    tags = s.tags
    if tags[k] & (COMMA | STOP | BUT):
        return True
    for j in range(k - 1, s.low - 1, -1):
        if tags[j] & (PREDICATE | SUBJECT):
            return True
        if tags[j] & (OPENER | COORDINATOR | HARD | COMMA):
            return False
    return False


def _shared(s: Sentence, k: int, i: int) -> Parts:
    """What follows the coordinator at `k` lacks a subject: take that of the clause before, or its verb too."""
    tags = s.tags
    own = _stripped(s, k + 1, i)
    before = left_parts(s, k, from_behind=True)
    if not before:
        return own
    first, last = before[0]
    n = first
    while n < last and not tags[n] & PREDICATE:
        n += 1
    if n == last or (n == first and not tags[n] & PRONOUN):
        return own
    if own or tags[i + 1] & (FINITE | VERB | PARTICIPLE) or (s.words[i] == "never" and not tags[i + 1] & ADVERB):
        n += bool(tags[n] & PRONOUN)
        if n == first:
            return own
        return [(first, n), *own]
    while n < last and (tags[n] & (PREDICATE | BE | OBJECT) or s.words[n] == "it"):
        n += 1
    return [(first, n)]


def _across_comma(s: Sentence, k: int, i: int) -> Parts:
    """There is no subject between the comma before `k` and `i`: step over what the commas enclose."""
    tags = s.tags
    j = k - 1
    while j > s.low and not tags[j] & (HARD | COMMA | CLOSE_QUOTE):
        j -= 1
    if not tags[j] & COMMA or tags[j] & HARD:
        return [(k, i)]
    before = left_parts(s, j, from_behind=True)
    if before and (tags[j] & RELATIVE or (tags[j] & PREPOSITION and tags[j + 1] & RELATIVE)):
        return [*before[:-1], (before[-1][0], i)]
    return [*before, (k, i)]


