"""Where a clause goes on behind punctuation: in a list, behind an aside, in a relative clause."""

from __future__ import annotations

from typing import Final

from .joints import behind_bracket, behind_parenthesis, list_goes_on
from .sentence import Sentence
from .tags import (
    ADVERB,
    BUT,
    CAUSAL,
    CLOSE_PAREN,
    COMMA,
    CONTRACTED,
    COORDINATOR,
    DETERMINER,
    EDGE,
    END,
    FINITE,
    HARD,
    NEGATIVE,
    OPEN_PAREN,
    OPENER,
    PREDICATE,
    PREPOSITION,
    PRONOUN,
    RELATIVE,
    STOP,
    SUBORDINATOR,
)

_AUXILIARY: Final = FINITE | CONTRACTED
_END: Final = STOP | END | CLOSE_PAREN
_CLAUSE_WORD: Final = SUBORDINATOR | CAUSAL | BUT
AFTER_BRACKET: Final = COMMA | STOP | END
SPLIT: Final = frozenset("not never cannot".split())  # what may be parted from its verb by an aside
FAR: Final = 12  # words after which a clause opened is taken to have had its verb


def goes_on(
    s: Sentence, i: int, k: int, is_open: bool, is_phrase: bool, is_lead: bool
) -> tuple[int | None, bool]:
    """Give where a clause from `i` goes on at the punctuation before `k`, None where it ends; and whether with its verb.

    Parameters
    ----------
    s : Sentence
    i, k : int
    is_open : bool
        Does a clause that was opened lack its verb.
    is_phrase : bool
        Is what stands between a phrase before the verb: "often the mayor, Ann Reed, signed".
    is_lead : bool
        Is it the first that stands behind a word set apart: "perhaps, in the end, they left".

    Returns
    -------
    (place or None, bool)
    """
    tags = s.tags
    behind = _passage(s, i, k, is_open, is_phrase)
    if k == i and (s.words[i - 1] in SPLIT or tags[i - 1] & _AUXILIARY):
        if behind is None or tags[i - 1] & FINITE:
            aside = k if _ends_doubled(s, k) else _behind_aside(s, k)
            behind = behind if aside is None else aside
        return behind, True
    if behind is None and is_lead and tags[i] & (PREPOSITION | ADVERB):
        return k, False
    if behind is None and is_phrase:
        aside = _behind_aside(s, k)
        if aside is not None and tags[aside] & PREDICATE:
            return aside, True
    return behind, False


def _passage(s: Sentence, i: int, k: int, is_open: bool, is_before: bool) -> int | None:
    """Give where the clause from `i` on continues at the punctuation before `k`; None where it does not."""
    tags = s.tags
    tag = tags[k]
    if tag & _END:
        return None
    if tag & OPEN_PAREN:
        behind = behind_bracket(s, k)
        return None if behind is None or tags[behind] & AFTER_BRACKET else behind
    if not tag & COMMA:
        return k
    if tag & _CLAUSE_WORD and not tag & ADVERB:
        return None
    if tag & FINITE and tags[k + 1] & PRONOUN and k + 2 <= s.high and tags[k + 2] & _END:
        return None  # "you never knew that she was here, did you?"
    if is_open:
        return k
    behind = behind_parenthesis(s, k)
    if behind is not None:
        return behind
    is_relative = tag & RELATIVE or (tag & PREPOSITION and tags[k + 1] & RELATIVE)
    return k if is_relative or list_goes_on(s, i, k, is_before) else None


def _ends_doubled(s: Sentence, k: int) -> bool:
    """Say whether "they did not, and will not, go on" has its second negation right before `k`: the verb is of both."""
    tags = s.tags
    if not tags[k] & COMMA or tags[k] & (HARD | COORDINATOR | PRONOUN | DETERMINER | OPENER):
        return False
    for j in range(k - 1, max(k - 5, s.low), -1):
        if tags[j] & COORDINATOR:
            return bool(tags[j] & COMMA and j < k - 1)
        if not tags[j] & (FINITE | NEGATIVE | ADVERB) or tags[j] & EDGE:
            return False
    return False


def _behind_aside(s: Sentence, k: int) -> int | None:
    """Give the place behind "for want of bread" in "they could not, for want of bread, go on"."""
    tags = s.tags
    if not tags[k] & COMMA or tags[k] & (HARD | COORDINATOR | PRONOUN):
        return None
    for j in range(k + 1, min(k + FAR, s.high)):
        if tags[j] & EDGE:
            goes_on = tags[j] & COMMA and not tags[j] & (HARD | COORDINATOR | PRONOUN | DETERMINER)
            return j if goes_on else None
    return None
