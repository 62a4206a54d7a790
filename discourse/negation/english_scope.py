"""How far an English negation reaches.

The conventions are those of the Conan Doyle corpus (Morante & Daelemans 2012): the scope of a negated verb
is its clause with the subject, without the cue and without the word that introduces it (*that*, *if*, *and*),
in parts where something stands between.
"""

from __future__ import annotations

from typing import Final

from ..tokens.packed import Numbers
from .clauses import Parts, complement_end, fragment_before, in_relative, right_parts
from .english_left import left_parts, shared
from .sentence import COMPLEMENT, COORDINATE, INTERJECTION, PASSIVE, PHRASAL, VERBAL, Found, Sentence
from .tags import (
    ADVERB,
    ARTICLE,
    BE,
    BUT,
    CLOSE_QUOTE,
    COMMA,
    COORDINATOR,
    DETERMINER,
    EDGE,
    FINITE,
    GERUND,
    HARD,
    MENTAL,
    OPENER,
    PARTICIPLE,
    PREDICATE,
    PREPOSITION,
    PRONOUN,
    SUBJECT,
    SUBORDINATOR,
    TO,
    VERB,
)

_FINITE_VERB: Final = FINITE | VERB
_BEFORE_NOT: Final = FINITE | BE | ADVERB | PRONOUN | COORDINATOR | VERB
_CLAUSE_EDGE: Final = COORDINATOR | OPENER
_VERBAL_WORD: Final = PREDICATE | ADVERB
_SAYING: Final = frozenset(  # what takes a clause without "that", and hardly ever a noun as its object
    "say says said saying insist insists insisted think thinks thought believe believes believed argue argues"
    " argued claim claims claimed maintain maintains maintained contend contends contended warn warns warned"
    " hope hopes hoped stress stressed suppose supposes supposed".split()
)
_TELLING: Final = frozenset("tell tells told telling assure assures assured warn warns warned".split())
_QUANTIFIERS: Final = frozenset("a an all every everyone everybody everything one many much".split())


def scope(s: Sentence, found: Found) -> Parts:
    """Give the parts of a cue's scope as (first, behind last) places, the cue left out."""
    i, last, shape = found.first, found.last, found.shape
    if shape == VERBAL:
        return _verbal(s, found)
    if shape == PHRASAL:
        return _phrasal(s, i, last)
    if shape == COMPLEMENT:
        return [(last, _complement_end(s, i, last))]
    if shape == PASSIVE:
        return left_parts(s, i)
    if shape == COORDINATE:
        return _coordinate(s, i, last)
    if shape == INTERJECTION:
        return fragment_before(s, i)
    return []


def _complement_end(s: Sentence, i: int, last: int) -> int:
    """Give the end of a complement; one before its clause and without a comma ends at the clause's subject."""
    tags, end = s.tags, complement_end(s, last)
    if (i == s.low or tags[i] & EDGE) and not tags[end] & COMMA:
        for k in range(last + 1, end):
            is_subject = tags[k] & SUBJECT or (tags[k] & PRONOUN and tags[k + 1] & FINITE)
            if is_subject and not tags[k] & EDGE:
                return k  # "without peace there is nothing", "without a word he left"
    return end


def _verbal(s: Sentence, found: Found) -> Parts:
    """not, n't, never: the clause of the verb, or the phrase where there is none."""
    i, last, tags = found.first, found.last, s.tags
    before, after = tags[i - 1], tags[last]
    has_verb = True
    if found.inner:
        # the auxiliary is in the scope, as before "not"; the cue at its end is cut off by the caller
        left = left_parts(s, last, from_behind=True) or [(i, last)]
    elif _opens_clause(s, i, last):
        return right_parts(s, last, [], has_verb=False, is_subject=not after & FINITE)
    elif s.words[i] == "not" and (before & COORDINATOR or tags[i] & COMMA) and not after & _VERBAL_WORD:
        left = shared(s, i - 1, i) if before & COORDINATOR else []  # "peace and not war"
        return [*left, (last, complement_end(s, last))]
    elif before & TO or (after & (TO | GERUND) and not before & BE):
        if after & TO and in_relative(s, i):
            return [(last, complement_end(s, last))]  # "officials who asked not to be named said …"
        left = shared(s, i - 1, i) if before & COORDINATOR else []
    elif s.words[i] == "not" and _is_reduced(tags, last) and not before & _BEFORE_NOT:
        left = []  # "standards not dictated by anyone", "states not yet involved"
    else:
        has_verb = bool(before & (FINITE | BE | VERB) or (before & PRONOUN and tags[i - 2] & FINITE))
        if before & VERB and not before & (FINITE | BE) and after & PREDICATE:
            has_verb = False  # "those who lost | never signed"
        is_behind = not has_verb and bool(before & VERB or not before & (ADVERB | PARTICIPLE))
        if before & ADVERB and after & PREDICATE and not tags[i - 2] & (FINITE | BE):
            is_behind = not has_verb  # "those who work there | never signed"
        left = left_parts(s, i, n_verbs=int(is_behind))
    if after & COORDINATOR and not after & (EDGE & ~COMMA | BUT):
        behind = _behind_doubled(s, last)
        if behind is None:
            return left
        last = behind
    return [*left, *right_parts(s, last, left, has_verb)]


def _is_said(s: Sentence, i: int) -> bool:
    """Say whether what stands at `i` begins what is said, without "that": "police said | no shot was fired"."""
    tags = s.tags
    if i - 1 < s.low or tags[i] & EDGE:
        return False
    if s.words[i - 1] in _SAYING:
        return not tags[i - 2] & (DETERMINER | BE)  # not "the claim", "was thought"
    is_addressee = i - 2 >= s.low and not tags[i - 1] & (EDGE | PREDICATE | PREPOSITION | DETERMINER | OPENER)
    return is_addressee and s.words[i - 2] in _TELLING


def _opens_clause(s: Sentence, i: int, last: int) -> bool:
    """Say whether "not" or "never" denies the subject or opens its clause: "not one ship left", "never had he …"."""
    is_said = _is_said(s, i)
    if not is_said and not s.tags[i - 1] & _CLAUSE_EDGE:
        return False
    if s.words[i] == "never":
        return bool(s.tags[last] & FINITE and (is_said or s.tags[last + 1] & (ARTICLE | SUBJECT)))
    return s.words[i] == "not" and s.words[last] in _QUANTIFIERS and _is_subject(s, i, last)


def _behind_doubled(s: Sentence, k: int) -> int | None:
    """Step over the second auxiliary of "cannot and will not yield", "did not, and will not, yield": both are of one verb."""
    k += 1 + (s.words[k + 1] == "never")
    if not s.tags[k] & FINITE or s.tags[k] & (EDGE | PRONOUN):
        return None
    return k + 1 + (s.words[k + 1] in ("not", "never"))


def _is_reduced(tags: Numbers, k: int) -> bool:
    """Say whether a participle or a preposition follows, with or without an adverb."""
    is_adverb = tags[k] & ADVERB and not tags[k + 1] & EDGE
    return bool(tags[k] & (PARTICIPLE | PREPOSITION) or (is_adverb and tags[k + 1] & PARTICIPLE))


def _phrasal(s: Sentence, i: int, last: int) -> Parts:
    """no, nothing, nobody: the clause as its subject or object, or the phrase after a preposition."""
    tags = s.tags
    is_clause = tags[i - 1] & SUBORDINATOR and _is_subject(s, i, last)  # "since nobody in the town signed"
    if tags[i - 1] & PREPOSITION and not tags[i] & COMMA and not is_clause:
        is_fronted = tags[i - 1] & COMMA or i - 1 <= s.low
        is_adjunct = s.words[i - 1] in ("with", "at") and s.words[i] == "no" and s.words[last] != "one"
        if is_fronted or is_adjunct or (s.words[i - 1] == "with" and not tags[last] & EDGE):
            end = _complement_end(s, i - 1, last)
            if is_fronted and tags[end] & FINITE and not tags[end] & EDGE:
                return right_parts(s, last, [], has_verb=False)  # "at no time did they …"
            return [(last, end)]
    if _is_subject(s, i, last):
        return right_parts(s, last, [], is_subject=True)
    left = left_parts(s, i)
    return [*left, *right_parts(s, last, left, has_verb=bool(left))]


def _is_subject(s: Sentence, i: int, k: int) -> bool:
    """Say whether the negative phrase at `i` has its finite verb behind it: "no war is just"."""
    tags = s.tags
    is_said = _is_said(s, i)
    begins = is_said or bool(tags[i - 1] & _CLAUSE_EDGE)
    if s.words[i] == "neither":
        if "nor" not in s.words.listed(k, s.high):
            return not tags[k] & EDGE  # "a war neither wanted"
        if i > s.low and not tags[i] & EDGE and not begins:
            return False  # "he neither wrote nor called"
    if tags[k] & EDGE and (
        tags[k] & (HARD | CLOSE_QUOTE) or (i > s.low and not tags[i] & EDGE and not begins)
    ):
        return False  # "“Have you seen nothing?” asked the captain", "if they signed nothing, the war …"
    if is_said and s.words[i] == "nothing" and s.words[k] in ("about", "of", "to", "on", "more", "else"):
        return False  # "said nothing about the deal"
    if (
        i > s.low
        and not tags[i] & EDGE
        and not is_said
        and tags[i - 1] & PREDICATE
        and not tags[i - 1] & (MENTAL | BE)
    ):
        return False  # "the fact that they signed nothing is clear"
    is_pronoun = s.words[i] in ("nobody", "no-one", "noone") or s.words[k] == "one"
    is_pronoun = is_pronoun or (s.words[i] == "none" and s.words[k] == "of")
    if is_pronoun and begins and not tags[k] & (EDGE | TO | PREPOSITION):
        return True
    stop = OPENER | TO | GERUND | SUBJECT | BUT
    if i > s.low and not tags[i] & EDGE and not begins:
        stop |= COORDINATOR  # "he saw no ships and the town was …"
    is_opened = begins and (is_pronoun or (tags[i - 1] & OPENER and not tags[i - 1] & PREPOSITION))
    for j in range(k, min(k + 12, s.high)):
        tag = tags[j]
        if j > k and tag & EDGE:
            return False
        if is_opened and tag & PARTICIPLE and (j > k or is_pronoun):
            return True  # "that nobody in the town signed"
        is_noun = j == k and s.words[i] == "no"  # "I have no wish"
        if tag & _FINITE_VERB and not tag & (PARTICIPLE | PRONOUN) and not is_noun:
            return True
        if is_said and tag & PARTICIPLE and not is_noun:
            return True  # "said no ship arrived": "said" has no object of which "arrived" could be told
        if tag & stop:
            return False
    return False


def _coordinate(s: Sentence, i: int, last: int) -> Parts:
    """nor: its own clause; after "neither" and with a phrase, the subject and verb before that too."""
    tags = s.tags
    right = right_parts(s, last, [], has_verb=False)
    if not tags[last] & (FINITE | SUBJECT):
        for k in range(i - 1, s.low - 1, -1):
            if s.words[k] == "neither":
                return right if _is_said(s, k) else [*left_parts(s, k), *right]
            if tags[k] & HARD:
                break
    return right
