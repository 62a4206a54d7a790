"""Where a clause ends: the right side of a scope, alike in both languages.

A clause goes on over its complements (*that …*, *who …*, *if …*, infinitives) and over coordinated phrases.
It ends at a coordinated clause or verb, at *but*, at a comma that opens no list, relative clause or
parenthesis, and at a finite verb for which no clause has been opened: that of the clause around it.
"""

from __future__ import annotations

from typing import Final

from .joints import behind_bracket, ends_clause, is_adverb, list_goes_on, starts_clause
from .passages import AFTER_BRACKET, FAR, SPLIT, goes_on
from .sentence import Sentence
from .tags import (
    ADVERB,
    ARTICLE,
    BE,
    BUT,
    CAPITAL,
    CAUSAL,
    CLOSE_QUOTE,
    COMMA,
    CONCESSIVE,
    CONNECTIVE,
    COORDINATOR,
    DETERMINER,
    EDGE,
    END,
    FINITE,
    HARD,
    INFINITIVE,
    MENTAL,
    NEGATIVE,
    NOMINAL,
    OBJECT,
    OPEN_PAREN,
    OPEN_QUOTE,
    OPENER,
    OUTSIDE,
    PARTICIPLE,
    PREDICATE,
    PREPOSITION,
    PRONOUN,
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

_EVENT: Final = EDGE | PRONOUN | PREDICATE | OPENER | COORDINATOR | CAUSAL | MENTAL
_PHRASE_EVENT: Final = EDGE | PRONOUN | PREDICATE | OPENER | COORDINATOR | OUTSIDE
_PHRASE_EDGE: Final = EDGE & ~OPEN_QUOTE
_BOUNDARY: Final = COORDINATOR | CAUSAL | CONCESSIVE
_SUBJECT_OR_FINITE: Final = SUBJECT | FINITE
_NO_CLAUSE: Final = (EDGE & ~OPEN_QUOTE) | INFINITIVE
_FINITE_VERB: Final = FINITE | VERB
_VERB_GROUP: Final = FINITE | BE | ADVERB | OPENER
KNOWN: Final = PRONOUN | PREDICATE | OPENER | ADVERB | DETERMINER | PREPOSITION | CAPITAL | OBJECT
_AFTER_PARENTHESIS: Final = COORDINATOR | SUBJECT | FINITE | STOP | END
_WHOEVER: Final = ("quien", "quienes")
_CLITICS: Final = frozenset("se te nos os le les lo".split())  # Spanish: "los que no pagaron | se fueron"
_A: Final = ("a", "an", "the", "un")
_QUE: Final = frozenset(("que",))  # in Spanish a relative, too
DAYS: Final = frozenset("day night morning evening summer winter spring autumn week month year way".split())
_WORDS: Final = frozenset("nothing nobody none nowhere nada nadie ninguno ninguna".split())


def right_parts(
    s: Sentence,
    i: int,
    left: Parts,
    has_verb: bool = True,
    is_subject: bool = False,
    is_apart: bool = False,
    is_before: bool = False,
) -> Parts:
    """Give the parts of a clause from place `i` rightwards.

    Parameters
    ----------
    s : Sentence
    i : int
        The place behind the cue.
    left : list of (int, int)
        The parts left of the cue.
    has_verb : bool
        Has the clause had its finite verb; if not, the first one belongs to it.
    is_subject : bool
        Is what follows the subject, its verb surely to come.
    is_apart : bool
        Take no notice of a comma at `i` itself.
    is_before : bool
        Is what follows a phrase before the verb, such as the subject.

    Returns
    -------
    list of (int, int)
    """
    tags, high = s.tags, s.high
    parts: Parts = []
    first = k = i
    n_quotes = int(bool(tags[i] & OPEN_QUOTE))  # quotation marks opened on the way
    n_open, opened_at = int(is_subject), i  # clauses opened whose verb is yet to come
    is_pronoun = False  # a pronoun, not a relative, has opened the last
    may_open = False  # after "think", "before": a clause may have been opened
    is_word = s.words[i - 1] in _WORDS
    begin = left[0][0] if left else i - 1
    is_fronted = bool(left or is_subject) and _is_fronted(s, begin)
    is_awaited = _awaits_verb(s, begin)
    resumed = -1  # where a verb group goes on behind an aside
    has_acted = False  # the subject has had a word in -ed that may be its verb
    while k < high:
        tag = tags[k]
        if not tag & _EVENT:
            k += 1
            continue
        if (
            tag & EDGE
            and (k > first or (k == i and (tag & COMMA or (tag & HARD and is_word))))
            and not (is_apart and k == i and not tag & HARD)
        ):
            n_quotes += bool(tag & OPEN_QUOTE) - bool(tag & CLOSE_QUOTE)
            is_open = n_open > 0 and k - opened_at <= FAR and not (is_fronted and has_acted)
            is_phrase = is_before and not has_verb
            is_lead = is_apart and not has_verb and first == i
            behind, is_split = (
                (None, False) if n_quotes < 0 else goes_on(s, i, k, is_open, is_phrase, is_lead)
            )
            is_main = is_fronted and not is_open and tag & COMMA and not tag & RELATIVE
            if (
                behind is None
                or (is_main and (has_verb or not is_before))
                or (is_before and n_open and tag & COMMA)
            ):
                break
            if behind > k:
                if k > first:
                    parts.append((first, k))
                first = k = behind
                resumed = k if is_split else -1
                if k >= high or (tags[k] & COMMA and tags[k] & _AFTER_PARENTHESIS and not is_split):
                    break
                continue
        if is_apart and k == i and tag & COORDINATOR and left:
            break  # "They left, perhaps, and …"
        if is_before and not has_verb and tag & COORDINATOR and not tag & BUT:
            k += 1
            continue
        if (k > i or is_word or is_apart) and tag & _BOUNDARY and ends_clause(s, k, n_open, is_awaited):
            break
        if tag & OPENER:
            after, governs = tags[k + 1], tags[k - 1] & PREPOSITION and s.words[k - 1] != "out"
            if tag & SUBORDINATOR:
                may_open = True
            elif (tag & THAT and governs) or after & _NO_CLAUSE:
                pass  # "of that", "that.", "nada que hacer"; but: "pointed out that"
            elif tag & THAT and s.words[k + 1] in DAYS:
                pass  # "that night"
            elif not tag & RELATIVE or tag & DETERMINER or after & KNOWN:
                # after "who" and its like a word of no known class is taken for the verb
                n_open, opened_at, is_pronoun = n_open + 1, k, False
        elif tag & PRONOUN:
            if not n_open and (tag & _SUBJECT_OR_FINITE or tags[k + 1] & _FINITE_VERB):
                if is_fronted and not may_open and k > i:
                    break
                n_open, opened_at, is_pronoun = 1, k, True
            if tag & FINITE and n_open:
                n_open -= 1
        elif tag & PREDICATE and n_open and (tag & _FINITE_VERB or tags[k - 1] & OPENER):
            n_open -= not tags[k - 1] & FINITE
            has_verb = has_verb or (is_before and is_pronoun)
        elif tag & PARTICIPLE and n_open == 1 and (opened_at == i or is_subject):
            has_acted = has_verb = True
            n_open -= _acts(s, k)
        elif tag & PREDICATE and not has_verb:
            has_verb = True
        elif is_awaited and not n_open and (not may_open or _is_told(s, k, i)) and _acts(s, k, i, is_word):
            break
        elif tag & _FINITE_VERB:
            if may_open and not (tag & FINITE and _is_told(s, k, i)):
                may_open = False
            elif (
                tag & FINITE
                and (k > i or is_word)
                and k != resumed
                and not _in_group(s, k)
                and not tags[k + 1] & PRONOUN
            ):
                k -= k - 1 > i and s.words[k - 1] in _CLITICS
                break
        if tag & MENTAL:
            may_open = True
        k += 1
    if k > first:
        parts.append((first, k))
    return parts or [(i, i)]


def _awaits_verb(s: Sentence, first: int) -> bool:
    """Say whether what the clause from `first` on goes with awaits its verb: "the claim that they left | stunned us"."""
    tags = s.tags
    is_relative = tags[first] & RELATIVE and s.words[first] not in _WHOEVER
    k = first if is_relative else first - 1
    if k < s.low or not (tags[k] & (THAT | RELATIVE) or s.words[k] == "whether"):
        return False
    while k > s.low and not tags[k] & EDGE:
        k -= 1
        if tags[k] & (PREDICATE | PRONOUN | OPENER):
            return False
    return True


def _acts(s: Sentence, k: int, i: int = -1, is_word: bool = False) -> bool:
    """Say whether the word at `k`, behind the beginning at `i`, is surely a verb of its own: "stunned us", "sorprendió"."""
    tags = s.tags
    before, after = tags[k - 1], tags[k + 1]
    if k == i and not is_word:
        return False
    if k > i and before & (_VERB_GROUP | OBJECT | PREPOSITION | DETERMINER | COORDINATOR | EDGE):
        return False
    if k >= s.low + 2 and tags[k - 2] & TO:
        return False  # "to have signed the treaty"
    if tags[k] & PARTICIPLE:  # but: "never has the town signed the treaty"
        is_inverted = tags[i] & FINITE and not tags[i - 1] & FINITE
        return bool(after & (ARTICLE | OBJECT)) and not after & EDGE and not is_inverted
    return tags[k] & (VERB | NOMINAL) == VERB


def _is_told(s: Sentence, k: int, i: int) -> bool:
    """Say whether "been told" stands before `k`: no clause has been opened by it."""
    return bool(s.tags[k - 1] & MENTAL and s.tags[k - 2] & BE and k - 1 > i)


def _in_group(s: Sentence, k: int) -> bool:
    """Say whether the finite verb at `k` goes with the word before it: "never was", "often is", "who is"."""
    return bool(s.tags[k - 1] & _VERB_GROUP) or s.words[k - 1] in SPLIT


def complement_end(s: Sentence, i: int) -> int:
    """Give the place behind what a preposition or governing verb takes: a phrase, an infinitive, a clause."""
    tags, high = s.tags, s.high
    has_infinitive = tags[i] & TO
    n_open = behind = 0
    for k in range(i, high):
        tag = tags[k]
        if not tag & _PHRASE_EVENT or k < behind:
            continue
        if tag & OPEN_PAREN and k > i:
            behind = behind_bracket(s, k) or 0
            if behind <= k or tags[behind] & AFTER_BRACKET:
                return k
            continue
        if tag & _PHRASE_EDGE and i < k != behind and not (tag & COMMA and list_goes_on(s, i, k)):
            return k
        if tag & COORDINATOR and k > i:
            if tag & BUT and not is_adverb(s, k):
                return k
            if not n_open and (starts_clause(s, k + 1) or (tags[k + 1] & TO and not has_infinitive)):
                return k
        elif tag & OUTSIDE and k > i:
            return k
        elif tag & OPENER or (tag & PRONOUN and not tag & DETERMINER):
            n_open = 1
        elif tag & PREDICATE and k > i and (tag & _FINITE_VERB or tags[k + 1] & ARTICLE):
            if not n_open and not tags[k - 1] & _VERB_GROUP:
                return k - 1 if tags[k - 1] & OBJECT and k - 1 > i else k
            n_open = 0
    return high


def in_relative(s: Sentence, i: int) -> bool:
    """Say whether place `i` lies in a relative clause that no punctuation parts from what precedes."""
    for k in range(i - 1, max(i - 7, s.low), -1):
        if s.tags[k] & EDGE or s.tags[k] & COORDINATOR:
            return False
        if s.tags[k] & RELATIVE or s.words[k] in _QUE:
            return not s.tags[k - 1] & (VERB | FINITE)
    return False


def _is_fronted(s: Sentence, first: int) -> bool:
    """Say whether the clause that begins at `first` is an adverbial one before its main clause."""
    tags = s.tags
    opener = tags[first - 1]
    if opener & SUBORDINATOR:
        return bool(first - 1 <= s.low or opener & (COMMA | HARD) or tags[first - 2] & (COORDINATOR | THAT))
    is_inverted = tags[first] & FINITE and not tags[first] & PRONOUN and tags[first + 1] & PRONOUN
    return bool(is_inverted and s.words[first] in ("had", "were", "should"))


def fragment_before(s: Sentence, i: int) -> Parts:
    """Give the phrase without a verb that "no" answers, as in "War, no" and "Guerra no"."""
    tags = s.tags
    if s.words[i] != "no" or not tags[i + 1] & (END | STOP | CLOSE_QUOTE | COMMA) or i == s.low:
        return []
    if not tags[i] & COMMA and tags[i] & EDGE:
        return []
    k = i - 1
    while not tags[k] & (PREDICATE | PRONOUN | NEGATIVE | SPEECH):
        if k == s.low or tags[k] & EDGE:
            is_noun = not tags[i] & COMMA and s.words[k] in _A  # "a resounding no", "un no rotundo"
            return [] if is_noun else [(k, i)]
        k -= 1
    return []


def stripped(s: Sentence, first: int, last: int) -> Parts:
    """Take what comments on the whole clause off its beginning: "surely", "then"."""
    while first < last and s.tags[first] & CONNECTIVE:
        first += 1
    return [(first, last)] if first < last else []
