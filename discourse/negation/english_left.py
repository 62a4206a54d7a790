"""Where the clause of an English negation begins: its subject, and what stands between that and the verb."""

from __future__ import annotations

from typing import Final

from .clauses import KNOWN, Parts, stripped
from .joints import list_start
from .sentence import Sentence
from .tags import (
    ADVERB,
    ARTICLE,
    BE,
    BUT,
    CAPITAL,
    CAUSAL,
    CLOSE_PAREN,
    CLOSE_QUOTE,
    COMMA,
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
    OPEN_PAREN,
    OPEN_QUOTE,
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

_EVENT: Final = PRONOUN | PREDICATE | OPENER | COORDINATOR | CAUSAL
_BARRIER: Final = HARD | CLOSE_QUOTE
_RELATIVE_OR_QUESTION: Final = RELATIVE | QUESTION
_FINITE_VERB: Final = FINITE | VERB
_BEFORE_NOUN: Final = SUBORDINATOR | PREPOSITION
_NO_SUBJECT: Final = BE | GERUND | TO
_NO_INFINITIVE: Final = DETERMINER | OBJECT | PRONOUN
_AUXILIARY: Final = ADVERB | NEGATIVE | FINITE
_NO_VERB_YET: Final = (
    ADVERB | PREPOSITION | DETERMINER | OPENER | EDGE | TO | FINITE
)  # FINITE: "never has it …"
_NO_VERB: Final = (KNOWN & ~PREDICATE) | EDGE
_EXISTING: Final = frozenset("seem seems remain remains come comes came appears exists stands stood".split())
_LONG_ASIDE: Final = 16  # words of "who lost the vote" between subject and verb
_TELLING: Final = frozenset("tell tells told telling assure assures assured warn warns warned".split())


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
    k = group = i  # where the group of the last verb begins
    while k > low:
        here = tags[k]
        if here & EDGE and not (from_behind and k == i):
            if here & CLOSE_PAREN and not has_subject and (k < i or n_verbs):
                return [*_before_bracket(s, k, n_verbs), (k, i)]
            if has_subject and _is_pair(s, k):
                k -= 1
                continue
            if has_subject:
                return stripped(s, list_start(s, k, i), i)
            if (parts := _before_dash(s, k)) is not None:
                return [*parts, (k, i)]
            if here & _BARRIER or (
                k == i and not _follows_aside(s, k, n_verbs > 0 and (in_group or _acts(s, i)))
            ):
                break
            return _across_comma(s, k, i)
        k -= 1
        tag = tags[k]
        if tag & MENTAL and tag & GERUND and n_verbs and has_subject and not tags[k - 1] & DETERMINER:
            return stripped(s, k + 1, i)  # "saying | the town did not"
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
        if tag & MAYBE_SUBJECT and _is_place(s, k):
            in_group = False
        elif tag & SUBJECT or (tag & MAYBE_SUBJECT and _is_subject_pronoun(tag, after, tags[k - 1])):
            n_verbs += bool(tag & FINITE)
            if n_verbs <= 1:
                return [(_clause_start(s, k), i)]
            n_verbs, in_group, has_subject = 1, False, True
        elif tag & OPENER:
            if n_verbs > 1:
                n_verbs, has_subject = 1, True
            elif tag & THAT and (not n_verbs or k == low or here & EDGE or governs):
                in_group, has_subject = False, n_verbs > 0  # "that war"
            elif n_verbs and k + 1 < group and _has_own_verb(s, k, group, i):
                in_group, has_subject = False, True  # "those who work there | could not"
            elif tag & _RELATIVE_OR_QUESTION and not tag & SUBORDINATOR:
                return [(_relative_start(s, k), i)]
            else:
                return stripped(s, k + 1, i)
        elif tag & MAYBE_SUBJECT:
            has_subject, in_group = True, False
        elif tag & COORDINATOR:
            if not has_subject:
                return shared(s, k, i)
            if _joins_clauses(s, k):
                return stripped(s, k + 1, i)
            in_group = False
        elif tag & CAUSAL:
            if here & COMMA or (after & (PRONOUN | THAT) and n_verbs):
                return stripped(s, k + 1, i)
            in_group = False
        else:
            if in_group and tag & VERB and not tag & (FINITE | BE) and (after & FINITE or i - k <= 2):
                # "those who lost | did not", "those who lost | signed nothing"
                in_group = not tags[k - 1] & RELATIVE and bool(tag & MENTAL or not after & FINITE)
            if not in_group:
                if n_verbs and tag & MENTAL and has_subject and not tag & FINITE:
                    return stripped(s, _behind_addressee(s, k, i), i)
                if n_verbs == 1 and has_subject and tag & BE and tag & FINITE and _is_main(s, k):
                    return stripped(s, k + 1, i)  # "the truth is | the town did not"
                if tag & _FINITE_VERB or not n_verbs:
                    n_verbs += 1
            in_group, group = True, k
    return stripped(s, k, i)


def _is_pair(s: Sentence, k: int) -> bool:
    """Say whether the comma at `k` parts two adjectives, which are words of no known class: "a direct, early talk"."""
    tags = s.tags
    if k < s.low + 2 or tags[k] != COMMA or tags[k - 1] or tags[k + 1] & (PREDICATE | EDGE):
        return False
    begins = tags[k - 2] & (ARTICLE | THAT) and not (k >= s.low + 3 and tags[k - 3] & PREPOSITION)
    return bool(begins)


def _behind_addressee(s: Sentence, k: int, i: int) -> int:
    """Give the place where what is told begins, without "that": "told the crowd | the town did not"."""
    tags, j = s.tags, k + 1
    if s.words[k] not in _TELLING or tags[j] & SUBJECT:
        return j
    if tags[j] & OBJECT:
        return j + 1
    for n in range(j + 1, i):
        if tags[n] & (PREDICATE | OPENER | EDGE):
            break
        begins = tags[n] & (DETERMINER | SUBJECT) or (tags[n] & CAPITAL and not tags[n - 1] & CAPITAL)
        if begins and not tags[n - 1] & (PREPOSITION | DETERMINER | COORDINATOR):
            return n
    return j


def _is_main(s: Sentence, k: int) -> bool:
    """Say whether no word left of the verb at `k` opens a clause that it could be the verb of."""
    tags = s.tags
    for j in range(k - 1, s.low - 1, -1):
        if tags[j] & (OPENER | PREDICATE):
            return False
        if tags[j] & EDGE:
            break
    begins = tags[k + 1] & (DETERMINER | PRONOUN | CAPITAL) and not tags[k + 1] & EDGE
    return bool(begins) and s.words[k - 1] != "it"


def _is_subject_pronoun(tag: int, after: int, before: int) -> bool:
    """Say whether it, you, this … is a subject here, by the words on both sides."""
    if tag & FINITE or after & (FINITE | NEGATIVE):
        return True
    return bool(after & (VERB | ADVERB) and not before & PREPOSITION)


def _has_own_verb(s: Sentence, k: int, group: int, i: int) -> bool:
    """Say whether the word behind "who" is taken for its verb, of no known class as it is: "those who work there"."""
    tags = s.tags
    is_thought = tags[group] & MENTAL and group + 1 < i  # "who critics say could not"
    return s.words[k] == "who" and not (tags[k + 1] & _NO_VERB or is_thought)


def _is_place(s: Sentence, k: int) -> bool:
    """Say whether "there" means a place: "those who work there could not sign", unlike "there could not be"."""
    tags = s.tags
    if s.words[k] != "there" or k == s.low or tags[k] & EDGE or tags[k + 1] & BE:
        return False
    verb = k + 1
    while verb < s.high and tags[verb] & ADVERB and not tags[verb] & NEGATIVE:
        verb += 1
    if not tags[verb] & (FINITE | NEGATIVE):  # "those who work there said nothing", "… there probably signed"
        return bool(tags[verb] & MENTAL or (verb > k + 1 and tags[verb] & PARTICIPLE))
    for j in range(verb + 1, s.high):
        if tags[j] & (EDGE | VERB):
            return bool(tags[j] & EDGE) or s.words[j] not in _EXISTING
        if tags[j] & BE:
            return bool(tags[j + 1] & PARTICIPLE)
        if not tags[j] & _AUXILIARY:
            return not tags[j] & (DETERMINER | PRONOUN)
    return True


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


def shared(s: Sentence, k: int, i: int) -> Parts:
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


def _before_dash(s: Sentence, k: int) -> Parts | None:
    """Step leftwards over what two dashes enclose: "the town – once rich – did not"."""
    tags = s.tags
    if not tags[k] & STOP or tags[k] & (END | OPEN_QUOTE | CLOSE_QUOTE | OPEN_PAREN | CLOSE_PAREN):
        return None
    for j in range(k - 1, max(k - 8, s.low), -1):
        if tags[j] & STOP and not tags[j] & PREDICATE:
            return left_parts(s, j, n_verbs=1, from_behind=True) or None
        if tags[j] & (PREDICATE | SUBJECT | EDGE):
            return None
    return None


def _acts(s: Sentence, i: int) -> bool:
    """Say whether a verb surely follows the cue at `i` as that of a subject before it: "…, never helped"."""
    last = i + 1 + (s.words[i + 1] in ("longer", "more"))
    return s.words[i] != "not" and not s.tags[last] & _NO_VERB_YET


def _follows_aside(s: Sentence, k: int, has_verb: bool) -> bool:
    """Say whether a few words between commas part place `k` from its verb or, where that is to come, from its subject."""
    tags = s.tags
    if not tags[k] & COMMA or tags[k] & HARD:
        return False
    for j in range(k - 1, max(k - (_LONG_ASIDE if has_verb else 5), s.low), -1):
        if tags[j] & EDGE:
            if not tags[j] & COMMA or tags[j] & (HARD | COORDINATOR):
                return False
            if has_verb:  # "the mayor, Ann Reed, never …"
                return not tags[j] & PREPOSITION or bool(tags[j + 1] & RELATIVE)
            return bool(tags[j - 1] & (PREDICATE | RELATIVE | SUBJECT))  # "he had, as yet, no …"
        if tags[j] & (PREDICATE | PRONOUN) and not (has_verb and _is_relative(s, j)):
            return False
    return False


def _is_relative(s: Sentence, k: int) -> bool:
    """Say whether the clause between commas in which place `k` lies begins with "who" or "which", or is "he said"."""
    tags = s.tags
    if tags[k] & SPEECH or tags[k + 1] & SPEECH:
        return True
    for j in range(k, max(k - _LONG_ASIDE, s.low), -1):
        if tags[j] & EDGE:
            return bool((tags[j] | tags[j + 1]) & RELATIVE)
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
