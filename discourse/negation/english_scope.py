"""How far an English negation reaches.

The conventions are those of the Conan Doyle corpus (Morante & Daelemans 2012): the scope of a negated verb
is its clause with the subject, without the cue and without the word that introduces it (*that*, *if*, *and*),
in parts where something stands between.
"""

from __future__ import annotations

from typing import Final

from ..tokens.packed import Numbers
from .clauses import Parts, complement_end, fragment_before, in_relative, right_parts, stripped
from .sentence import COMPLEMENT, COORDINATE, INTERJECTION, PASSIVE, PHRASAL, VERBAL, Found, Sentence
from .tags import (
    ADVERB,
    BE,
    BUT,
    CAUSAL,
    CLOSE_PAREN,
    CLOSE_QUOTE,
    COMMA,
    COORDINATOR,
    DETERMINER,
    EDGE,
    FINITE,
    GERUND,
    HARD,
    MAYBE_SUBJECT,
    MENTAL,
    NEGATIVE,
    OBJECT,
    OPEN_PAREN,
    OPENER,
    PARTICIPLE,
    PREDICATE,
    PREPOSITION,
    PRONOUN,
    QUESTION,
    RELATIVE,
    STOP,
    SUBJECT,
    SUBORDINATOR,
    THAT,
    TO,
    VERB,
)

_EVENT: Final = PRONOUN | PREDICATE | OPENER | COORDINATOR | CAUSAL
_BARRIER: Final = HARD | CLOSE_QUOTE
_RELATIVE_OR_QUESTION: Final = RELATIVE | QUESTION
_FINITE_VERB: Final = FINITE | VERB
_BEFORE_NOUN: Final = SUBORDINATOR | PREPOSITION
_BEFORE_NOT: Final = FINITE | BE | ADVERB | PRONOUN | COORDINATOR | VERB
_CLAUSE_EDGE: Final = COORDINATOR | OPENER
_VERBAL_WORD: Final = PREDICATE | ADVERB
_NO_SUBJECT: Final = BE | GERUND | TO
_NO_INFINITIVE: Final = DETERMINER | OBJECT | PRONOUN
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
    elif s.words[i] == "not" and (before & COORDINATOR or tags[i] & COMMA) and not after & _VERBAL_WORD:
        left = _shared(s, i - 1, i) if before & COORDINATOR else []  # "peace and not war"
        return [*left, (last, complement_end(s, last))]
    elif _is_said(s, i) and _opens_clause(s, i, last):
        return right_parts(s, last, [], has_verb=False, is_subject=not after & FINITE)
    elif before & TO or (after & (TO | GERUND) and not before & BE):
        if after & TO and in_relative(s, i):
            return [(last, complement_end(s, last))]  # "officials who asked not to be named said …"
        left = _shared(s, i - 1, i) if before & COORDINATOR else []
    elif s.words[i] == "not" and _is_reduced(tags, last) and not before & _BEFORE_NOT:
        left = []  # "standards not dictated by anyone", "states not yet involved"
    else:
        has_verb = bool(before & (FINITE | BE | VERB) or (before & PRONOUN and tags[i - 2] & FINITE))
        left = left_parts(s, i, n_verbs=not has_verb and not before & (ADVERB | PARTICIPLE))
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
    if s.words[i] == "never":
        return bool(s.tags[last] & FINITE)
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
    if tags[i - 1] & PREPOSITION and not tags[i] & COMMA:
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
    if tags[k] & EDGE and tags[k] & (HARD | CLOSE_QUOTE):
        return False  # "“Have you seen nothing?” asked the captain"
    is_pronoun = s.words[i] in ("nobody", "no-one", "noone") or s.words[k] == "one"
    if is_pronoun and begins and not tags[k] & (EDGE | TO | PREPOSITION):
        return True
    stop = OPENER | TO | GERUND | SUBJECT | BUT
    if i > s.low and not tags[i] & EDGE and not begins:
        stop |= COORDINATOR  # "he saw no ships and the town was …"
    for j in range(k, min(k + 12, s.high)):
        tag = tags[j]
        if j > k and tag & EDGE:
            return False
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


def left_parts(
    s: Sentence, i: int, n_verbs: int = 0, in_group: bool = False, from_behind: bool = False
) -> Parts:
    """Give the parts of the clause that lie left of place `i`: its subject and what goes with it.

    Words are passed leftwards. A clause passed on the way (a relative clause to the subject, say) shows in
    a second finite verb: then its introducing word does not end the search.

    Parameters
    ----------
    s : Sentence
    i : int
    n_verbs : int
        Finite verbs of the clause that stand at `i` or behind it.
    in_group : bool
        Does the word at `i` belong to a verb group.
    from_behind : bool
        Take no notice of a comma before `i` itself.

    Returns
    -------
    list of (int, int)
    """
    tags, low = s.tags, s.low
    has_subject = False  # what may be the subject of the last verb has been passed
    k = i
    while k > low:
        here = tags[k]
        if here & EDGE and not (from_behind and k == i):
            if here & CLOSE_PAREN and not has_subject and k < i:
                return [*_before_bracket(s, k, n_verbs), (k, i)]
            if here & _BARRIER or has_subject or (k == i and not _follows_aside(s, k)):
                break
            return _across_comma(s, k, i)
        k -= 1
        tag = tags[k]
        if not tag & _EVENT:
            if tag & ADVERB or (has_subject and not in_group):
                continue
            if tag & TO and not n_verbs and not in_group and k + 1 < i and not tags[k + 1] & _NO_INFINITIVE:
                return [(k, i)]
            in_group = False
            has_subject = has_subject or bool(n_verbs and not tag & _NO_SUBJECT)
            continue
        after, before = tags[k + 1], tags[k - 1] & _BEFORE_NOUN
        governs = before and s.words[k - 1] != "out"  # "pointed out that"
        if tag & SUBJECT or (tag & MAYBE_SUBJECT and _is_subject_pronoun(tag, after, tags[k - 1])):
            n_verbs += bool(tag & FINITE)
            if n_verbs <= 1:
                return [(_clause_start(s, k), i)]
            n_verbs, in_group, has_subject = 1, False, True
        elif tag & OPENER:
            if n_verbs > 1:
                n_verbs, has_subject = 1, True
            elif tag & THAT and (not n_verbs or k == low or here & EDGE or governs):
                in_group, has_subject = False, n_verbs > 0  # "that war"
            elif tag & _RELATIVE_OR_QUESTION and not tag & SUBORDINATOR:
                return [(_relative_start(s, k), i)]
            else:
                return stripped(s, k + 1, i)
        elif tag & MAYBE_SUBJECT:
            has_subject, in_group = True, False
        elif tag & COORDINATOR:
            if not has_subject:
                return _shared(s, k, i)
            if _joins_clauses(s, k):
                return stripped(s, k + 1, i)
            in_group = False
        elif tag & CAUSAL:
            if here & COMMA or (after & (PRONOUN | THAT) and n_verbs):
                return stripped(s, k + 1, i)
            in_group = False
        else:
            if not in_group:
                if n_verbs and tag & MENTAL and has_subject and not tag & FINITE:
                    return stripped(s, k + 1, i)
                if tag & _FINITE_VERB or not n_verbs:
                    n_verbs += 1
            in_group = True
    return stripped(s, k, i)


def _is_subject_pronoun(tag: int, after: int, before: int) -> bool:
    """Say whether it, you, this … is a subject here, by the words on both sides."""
    if tag & FINITE or after & (FINITE | NEGATIVE):
        return True
    return bool(after & (VERB | ADVERB) and not before & PREPOSITION)


def _clause_start(s: Sentence, k: int) -> int:
    """Move from a subject pronoun to what goes before it in its clause: "why did" he, "of whom" we."""
    tags = s.tags
    if tags[k] & EDGE:
        return k
    if tags[k - 1] & FINITE and not tags[k - 1] & PRONOUN and not tags[k + 1] & FINITE:
        k -= 1  # inversion
        if tags[k] & EDGE:
            return k
    if tags[k - 1] & _RELATIVE_OR_QUESTION and not tags[k - 1] & SUBORDINATOR:
        return _relative_start(s, k - 1)
    return k


def _relative_start(s: Sentence, k: int) -> int:
    """Take the preposition before a relative pronoun with it: "of whom", "in which"."""
    if s.tags[k] & RELATIVE and s.tags[k - 1] & PREPOSITION and not s.tags[k] & EDGE:
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
    """Give what follows the coordinator at `k` the subject of the clause before, or subject and verb."""
    tags = s.tags
    own = stripped(s, k + 1, i)
    before = left_parts(s, k, from_behind=True)
    if not before:
        return own
    first, last = before[0]
    n = first
    while n < last and not tags[n] & PREDICATE:
        n += 1
    if n == last or (n == first and not tags[n] & PRONOUN):
        return own
    is_verb = tags[i + 1] & PREDICATE or (s.words[i] == "never" and not tags[i + 1] & ADVERB)
    if own or is_verb:
        n += bool(tags[n] & PRONOUN)
        return [(first, n), *own] if n > first else own
    while n < last and (tags[n] & (PREDICATE | BE | OBJECT) or s.words[n] == "it"):
        n += 1
    return [(first, n)]


def _before_bracket(s: Sentence, k: int, n_verbs: int) -> Parts:
    """Step leftwards over the parenthesis that closes before `k`: "The Council (…) did not"."""
    for j in range(k - 1, max(k - 25, s.low), -1):
        if s.tags[j] & OPEN_PAREN:
            return left_parts(s, j, n_verbs=n_verbs, from_behind=True)
    return []


def _follows_aside(s: Sentence, k: int) -> bool:
    """Say whether a few words between commas part place `k` from its verb: "he had, as yet, no" reason."""
    tags = s.tags
    for j in range(k - 1, max(k - 5, s.low), -1):
        if tags[j] & (PREDICATE | PRONOUN):
            return False
        if tags[j] & EDGE:
            return bool(
                tags[k] & tags[j] & COMMA
                and not tags[j] & HARD
                and tags[j - 1] & (PREDICATE | RELATIVE | SUBJECT)
            )
    return False


def _across_comma(s: Sentence, k: int, i: int) -> Parts:
    """There is no subject between the comma before `k` and `i`: step over what the commas enclose."""
    tags = s.tags
    j = k - 1
    while j > s.low and not tags[j] & EDGE:
        j -= 1
    if not tags[j] & COMMA or tags[j] & HARD:
        return [(k, i)]
    before = left_parts(s, j, n_verbs=1, from_behind=True)
    if before and (tags[j] & RELATIVE or (tags[j] & PREPOSITION and tags[j + 1] & RELATIVE)):
        return [*before[:-1], (before[-1][0], i)]
    return [*before, (k, i)]
