"""How far an English negation reaches.

The conventions are those of the Conan Doyle corpus (Morante, Schrauwen & Daelemans 2011; Morante &
Daelemans 2012): the scope of a negated verb is its clause with the subject, without the cue and without the
word that introduces it (*that*, *if*, *and*), in parts where something stands between.
"""

from __future__ import annotations

from .sentence import Found, Sentence, Shape
from .tags import (
    ADVERB,
    BE,
    BUT,
    CAUSAL,
    CLOSE_PAREN,
    CLOSE_QUOTE,
    COMMA,
    CONTRACTED,
    COORDINATOR,
    DETERMINER,
    END,
    FINITE,
    GERUND,
    MAYBE_SUBJECT,
    MENTAL,
    MODAL,
    NEGATIVE,
    OBJECT,
    OPEN_PAREN,
    OPEN_QUOTE,
    PARTICIPLE,
    PREPOSITION,
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

_PRONOUN = SUBJECT | MAYBE_SUBJECT
_HARD = STOP | END | OPEN_QUOTE | OPEN_PAREN | CLOSE_PAREN  # no clause goes on leftwards across these
_OPENER = SUBORDINATOR | THAT | RELATIVE | QUESTION
_LEFT = _HARD | COMMA | CLOSE_QUOTE | _PRONOUN | FINITE | VERB | PARTICIPLE | _OPENER | COORDINATOR | CAUSAL
_RIGHT = _HARD | COMMA | CLOSE_QUOTE | COORDINATOR | CAUSAL | SUBJECT | MAYBE_SUBJECT | FINITE | SUBORDINATOR
_PREDICATE = FINITE | VERB | PARTICIPLE


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
        return [(found.last, right_edge(s, found.last, False))]
    if shape == Shape.DETERMINER:
        return _determiner(s, found)
    if shape == Shape.NEITHER:
        return _determiner(s, found)
    return _verbal(s, found)


def _verbal(s: Sentence, found: Found) -> Parts:
    i = found.first
    tags = s.tags
    right = right_edge(s, found.last, True)
    if found.inner:
        left = left_parts(s, i)
        # the auxiliary itself is in scope; the caller cuts the cue off its end
        if left and left[-1][1] == i:
            left[-1] = (left[-1][0], i + 1)
        else:
            left.append((i, i + 1))
        return [*left, (found.last, right)]
    if tags[i + 1] & TO or s.words[i - 1] == "to" or tags[i + 1] & GERUND and not tags[i - 1] & BE:
        return [(found.last, right)]
    return [*left_parts(s, i), (found.last, right)]


def _determiner(s: Sentence, found: Found) -> Parts:
    i = found.first
    tags = s.tags
    if tags[i - 1] & PREPOSITION and not tags[i] & COMMA:
        if s.words[i - 1] in ("with", "at") or tags[i - 1] & COMMA or i - 1 <= s.low:
            return [(found.last, complement_end(s, found.last))]
    right = right_edge(s, found.last, False)
    return [*left_parts(s, i), (found.last, right)]


def _fragment_before(s: Sentence, found: Found) -> Parts:
    """"War, no.": a phrase without a verb, then the particle."""
    i = found.first
    if s.words[i] != "no" or not s.tags[i] & COMMA or not s.tags[i + 1] & (END | STOP | CLOSE_QUOTE | COMMA):
        return []
    k = i
    while k > s.low and not s.tags[k - 1] & (_PREDICATE | SUBJECT | MAYBE_SUBJECT | NEGATIVE | SPEECH):
        k -= 1
        if s.tags[k] & (_HARD | COMMA | CLOSE_QUOTE):
            break
    if k == i or (k > s.low and not s.tags[k] & (_HARD | COMMA | CLOSE_QUOTE)):
        return []
    return [(k, i)]


def left_parts(s: Sentence, i: int) -> Parts:
    """Give the parts of the clause that lie left of place `i`: its subject and what goes with it."""
    tags, words, low = s.tags, s.words, s.low
    n_predicates = 0  # finite verbs passed
    in_group = False  # is the word to the right part of a verb group
    has_noun = False  # has anything been passed that may be a subject
    k = i
    while k > low:
        here = tags[k]
        if here & _HARD:
            break
        if here & CLOSE_QUOTE:
            break
        if here & COMMA:
            if has_noun or k == i:
                break
            return _across_comma(s, k, i)
        k -= 1
        tag = tags[k]
        if not tag & _LEFT:
            in_group = in_group and bool(tag & ADVERB)
            if n_predicates or not tag & ADVERB:
                has_noun = has_noun or (n_predicates > 0 and not tag & (ADVERB | BE | GERUND | TO))
            continue
        if tag & SUBJECT:
            if tag & FINITE:
                n_predicates += 1
            if n_predicates > 1:
                has_noun, n_predicates = True, 1
                in_group = False
                continue
            return [(_clause_start(s, k, i), i)]
        if tag & _OPENER and not (tag & MAYBE_SUBJECT and (in_group or tags[k + 1] & (FINITE | ADVERB | NEGATIVE))):
            if tag & (RELATIVE | QUESTION):
                if n_predicates > 1:
                    n_predicates = 1
                    has_noun = True
                    continue
                return [(_relative_start(s, k), i)]
            if tag & THAT and tag & DETERMINER and not tags[k + 1] & (_PRONOUN | DETERMINER) and n_predicates < 1:
                continue
            if tag & SUBORDINATOR and tag & PREPOSITION and not tags[k + 1] & _PRONOUN and n_predicates > 1:
                n_predicates = 1
                continue
            if n_predicates > 1:
                n_predicates = 1
                has_noun = True
                continue
            return [(k + 1, i)] if k + 1 < i else []
        if tag & MAYBE_SUBJECT:
            after = tags[k + 1]
            if after & (FINITE | NEGATIVE) or (after & (VERB | ADVERB) and not tags[k - 1] & PREPOSITION) or tag & FINITE:
                if tag & FINITE:
                    n_predicates += 1
                if n_predicates > 1:
                    n_predicates = 1
                    continue
                return [(_clause_start(s, k, i), i)]
            has_noun = True
            continue
        if tag & COORDINATOR:
            if has_noun:
                if _joins_clauses(s, k):
                    break_at = k + 1
                    return [(break_at, i)]
                continue
            return _shared_subject(s, k, i)
        if tag & CAUSAL:
            if words[k] == "so" or tags[k + 1] & _PRONOUN and has_noun:
                return [(k + 1, i)]
            continue
        if tag & _PREDICATE:
            if not in_group:
                if n_predicates and tag & MENTAL and has_noun and not tag & FINITE:
                    return [(k + 1, i)]
                if tag & (FINITE | VERB) or not n_predicates:
                    n_predicates += 1
            in_group = True
            continue
    return [(k, i)] if k < i else []


def _clause_start(s: Sentence, k: int, i: int) -> int:
    """Move from a subject pronoun to what goes before it in the clause: "why did" he, "of whom" we."""
    tags = s.tags
    if tags[k] & _HARD:
        return k
    j = k
    if tags[k - 1] & FINITE and not tags[k] & (COMMA | CLOSE_QUOTE) and not tags[k - 1] & SUBJECT:
        # inversion only if the verb does not follow the pronoun
        if not tags[k + 1] & FINITE:
            j = k - 1
            if tags[j] & (_HARD | COMMA):
                return j
    if tags[j - 1] & (RELATIVE | QUESTION) and not tags[j] & (COMMA | _HARD | CLOSE_QUOTE):
        return _relative_start(s, j - 1)
    return j


def _relative_start(s: Sentence, k: int) -> int:
    """Take the preposition before a relative pronoun with it: "of whom", "in which"."""
    if s.tags[k - 1] & PREPOSITION and not s.tags[k] & (COMMA | _HARD) and s.tags[k] & RELATIVE:
        return k - 1
    return k


def _joins_clauses(s: Sentence, k: int) -> bool:
    """Say whether a coordinator has a finite verb on its left, within its clause."""
    tags = s.tags
    if tags[k] & (COMMA | STOP) or tags[k] & BUT:
        return True
    j = k
    while j > s.low:
        if tags[j] & (_HARD | COMMA):
            return False
        j -= 1
        if tags[j] & (FINITE | VERB | SUBJECT) or tags[j] & PARTICIPLE:
            return True
        if tags[j] & (_OPENER | COORDINATOR):
            return False
    return False


def _shared_subject(s: Sentence, k: int, i: int) -> Parts:
    """The verb phrase after a coordinator at `k` has no subject of its own: take that of the clause before."""
    before = left_parts(s, k)
    own = [(k + 1, i)] if k + 1 < i else []
    if not before:
        return own
    first, last = before[-1]
    tags = s.tags
    n = first
    while n < last and not tags[n] & _PREDICATE:
        n += 1
    if n < last and tags[n] & _PRONOUN:
        n += 1
    elif n == first:
        return own
    if not own and not tags[i + 1] & (FINITE | VERB | PARTICIPLE) and s.words[i] != "never":
        # constituent: "had good days and no bad ones": the verb is shared too
        while n < last and tags[n] & (_PREDICATE | ADVERB | BE):
            n += 1
    return [*before[:-1], (first, n), *own]


def _across_comma(s: Sentence, k: int, i: int) -> Parts:
    """Between the comma before `k` and the cue there is no subject: step over what the commas enclose."""
    tags = s.tags
    own = (k, i)
    j = k - 1
    while j > s.low and not tags[j] & (_HARD | COMMA | CLOSE_QUOTE):
        j -= 1
    if not tags[j] & COMMA or tags[j] & _HARD:
        return [own]
    inside = tags[j]
    before = left_parts(s, j)
    if inside & RELATIVE or tags[j + 1] & RELATIVE and inside & PREPOSITION:
        if before:
            return [*before[:-1], (before[-1][0], i)]
        return [own]
    return [*before, own]


def right_edge(s: Sentence, i: int, verbal: bool) -> int:
    """Give the place behind the last word of the clause that goes on at place `i`."""
    tags, words, high = s.tags, s.words, s.high
    k = i
    depth = 0
    expects_subject = False  # after a subordinator, relative, "think": a subject is welcome
    started = False
    while k < high:
        tag = tags[k]
        if not tag & (_RIGHT | _OPENER | MENTAL | PREPOSITION):
            expects_subject = False
            k += 1
            continue
        if tag & (_HARD | CLOSE_QUOTE | COMMA) and k > i:
            if tag & (STOP | END):
                return k
            if tag & OPEN_QUOTE:
                depth += 1
            elif tag & CLOSE_QUOTE:
                if depth == 0:
                    return k
                depth -= 1
            if tag & OPEN_PAREN:
                end = _closing(s, k)
                if end is None:
                    return k
                k = end
                continue
            if tag & CLOSE_PAREN:
                return k
            if tag & COMMA:
                if tag & RELATIVE or (tag & PREPOSITION and tags[k + 1] & RELATIVE):
                    expects_subject = True
                    k += 1
                    continue
                if not _list_goes_on(s, k):
                    return k
        if tag & COORDINATOR:
            if tag & BUT or _starts_clause(s, k + 1, verbal):
                return k
            k += 1
            continue
        if tag & CAUSAL and k > i:
            if words[k] == "for" and (tags[k + 1] & (SUBJECT) or tags[k + 1] & MAYBE_SUBJECT and tags[k + 2] & FINITE):
                return k
            if words[k] == "so" and (tags[k + 1] & (_PRONOUN | THAT)):
                return k
        elif tag & SUBORDINATOR and words[k] in ("although", "though", "whereas", "while", "whilst") and k > i:
            return k
        expects_subject = bool(tag & (_OPENER | MENTAL | PREPOSITION))
        k += 1
    return high


def _closing(s: Sentence, k: int) -> int | None:
    for j in range(k + 1, min(k + 25, s.high + 1)):
        if s.tags[j] & CLOSE_PAREN:
            return j
    return None


def _list_goes_on(s: Sentence, k: int) -> bool:
    """A comma within a list of phrases: "no money, men or arms"."""
    tags = s.tags
    for j in range(k, min(k + 6, s.high)):
        tag = tags[j]
        if j > k and tag & (_HARD | CLOSE_QUOTE):
            return False
        if tag & (_PRONOUN | FINITE | VERB | _OPENER | BUT) and not tag & DETERMINER:
            return False
        if tag & COORDINATOR:
            return j > k and not _starts_clause(s, j + 1, True)
        if j > k and tag & COMMA:
            continue
    return False


def _starts_clause(s: Sentence, k: int, verbal: bool) -> bool:
    """Say whether what follows a coordinator is a clause or a finite verb, not a phrase."""
    tags, words = s.tags, s.words
    tag = tags[k]
    if tag & (SUBJECT | FINITE | VERB | THAT | SUBORDINATOR | QUESTION | RELATIVE):
        return True
    if tag & COMMA:
        return True
    if tag & MAYBE_SUBJECT and tags[k + 1] & (FINITE | VERB | ADVERB | PARTICIPLE):
        return True
    if tag & (ADVERB | CAUSAL) and not tag & DETERMINER:
        if words[k] in ("then", "so", "yet", "therefore", "thus", "still", "now"):
            return True
        return _starts_clause(s, k + 1, verbal)
    if tag & NEGATIVE:
        return True
    if tag & PARTICIPLE and verbal:
        return True
    if tag & (PREPOSITION | TO):
        return False
    for j in range(k, min(k + 10, s.high)):
        tag = tags[j]
        if j > k and tag & (_HARD | COMMA | CLOSE_QUOTE):
            return False
        if tag & (FINITE | VERB):
            return True
        if j > k and tag & (_OPENER | COORDINATOR | SUBJECT):
            return False
    return False


def complement_end(s: Sentence, i: int) -> int:
    """Give the place behind what a preposition or a governing verb takes: a phrase, an infinitive, a clause."""
    tags, words, high = s.tags, s.words, s.high
    k = i
    welcome = True  # a subject may come: at the start, after that, who, if
    while k < high:
        tag = tags[k]
        if k > i and tag & (STOP | END | COMMA | OPEN_PAREN | CLOSE_PAREN | CLOSE_QUOTE):
            if not (tag & COMMA and _list_goes_on(s, k)):
                return k
        if tag & COORDINATOR:
            if tag & BUT or _starts_clause(s, k + 1, True) or tags[k + 1] & THAT:
                return k
        elif tag & (FINITE | VERB) and not welcome and k > i and not tag & _PRONOUN:
            return k
        elif tag & SUBORDINATOR and k > i and words[k] in _TEMPORAL:
            return k
        elif tag & (_OPENER | _PRONOUN):
            welcome = True
        elif not tag & (ADVERB | DETERMINER):
            pass
        if tag & (FINITE | VERB):
            welcome = False
        k += 1
    return high


_TEMPORAL = frozenset("during until till if because although though while since unless".split())
