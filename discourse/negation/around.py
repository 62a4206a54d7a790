"""The clause around a word that denies nothing: what a modal verb or an adverb holds for, by the rules of negation."""

from __future__ import annotations

from typing import Final

import numpy as np

from ..collector import resting
from ..tokens import Tokens
from . import english, spanish
from .clauses import Parts, right_parts
from .english_left import left_parts as english_left
from .joints import starts_clause
from .sentence import Sentence, stretches
from .spanish_scope import left_parts as spanish_left
from .tags import (
    ADVERB,
    BE,
    CAPITAL,
    CLOSE_PAREN,
    COMMA,
    COORDINATOR,
    DETERMINER,
    EDGE,
    END,
    FINITE,
    GERUND,
    HARD,
    INFINITIVE,
    NEGATIVE,
    NOMINAL,
    NUMBER,
    OPEN_PAREN,
    OPEN_QUOTE,
    OPENER,
    PARTICIPLE,
    PREDICATE,
    PREPOSITION,
    STOP,
    SUBJECT,
    THAT,
    TO,
    VERB,
)

_TAGGERS: Final = {"en": english.TAGGER, "es": spanish.TAGGER}
CLAUSE: Final = 0  # the clause around
COMPLEMENT: Final = 1  # what a word governs to its right; its clause where it governs nothing
CONDITION: Final = 2  # the conditional clause a word opens
STATEMENT: Final = 3  # all up to the next stop, semicolon, colon, dash or bracket
_BREAK: Final = STOP | OPEN_PAREN | CLOSE_PAREN
_PASSIVE_SPAN: Final = 3  # tokens before a participle among which a form of "be" makes it passive
_ASIDE: Final = 10
_CLOSED: Final = EDGE & ~(COMMA | OPEN_QUOTE)
_COMMENT_SPAN: Final = 3  # tokens of "I" before the verb of a comment: "…, I think"
_FINITE_VERB: Final = FINITE | VERB
_VERB: Final = PREDICATE | NOMINAL
_BEFORE: Final = DETERMINER | NUMBER | CAPITAL | PREPOSITION
_SO: Final = ("so", "tan", "más", "menos")


def clauses_around(
    tokens: Tokens, first: np.ndarray, last: np.ndarray, ways: np.ndarray | None = None
) -> tuple[np.ndarray, np.ndarray, np.ndarray]:
    """Find the clause that each of some words stands in, or what it governs, without the words themselves.

    Parameters
    ----------
    tokens : Tokens
        In English or Spanish.
    first, last : int64 arrays
        Tokens of the words, half open, ascending.
    ways : int array, optional
        What is meant: the `CLAUSE` around (where None, of all words), the `COMPLEMENT` that *believes* or *whether*
        takes, the `CONDITION` that *if* opens, or the `STATEMENT` up to the next stop, semicolon, dash or bracket.

    Returns
    -------
    number, begin, end : int64 arrays
        One element for each part of a clause: which word it belongs to, and its tokens, half open. A word alone
        in its clause has no part.

    Examples
    --------
    >>> from discourse.tokens import tokenize
    >>> tokens = tokenize(["The fleet may sail, so the port is closed."])
    >>> number, begin, end = clauses_around(tokens, np.array([2]), np.array([3]))
    >>> list(zip(begin.tolist(), end.tolist()))
    [(0, 2), (3, 4)]
    """
    if not len(first):
        return first, first, last
    with resting():
        flat = _read(tokens, first, last, np.zeros(len(first), dtype=np.int8) if ways is None else ways)
    number, begin, end = np.array(flat, dtype=np.int64).reshape(-1, 3).T
    return number, begin, end


def _read(tokens: Tokens, first: np.ndarray, last: np.ndarray, ways: np.ndarray) -> list[int]:
    """Three numbers for each part: the word it belongs to, its first token and the one behind its last."""
    tagger, is_english = _TAGGERS[tokens.language], tokens.language == "en"
    s = Sentence(tagger.shown(tokens.vocabulary), tokens.norm.tobytes(), tagger.read(tokens).tobytes())
    flat: list[int] = []
    firsts: list[int] = first.tolist()
    lasts: list[int] = last.tolist()
    way: list[int] = ways.tolist()
    begin = 0
    for offset, stop, gap, n in zip(*stretches(tokens, tagger, first), strict=True):
        s.turn_to(offset, stop, gap)
        for k in range(begin, begin + n):
            i, behind = firsts[k] - offset, min(lasts[k] - offset, s.high)
            for a, b in _parts(s, i, behind, way[k], is_english):
                if a < b and (b <= i or a >= behind):
                    flat += (k, a + offset, b + offset)
        begin += n
    return flat


def _parts(s: Sentence, i: int, last: int, way: int, is_english: bool) -> Parts:
    """Give the parts of what one word reaches."""
    if way == STATEMENT:
        return _statement(s, i, last)
    if way != CLAUSE:
        parts = _governed(s, i, last, is_english)
        if way == COMPLEMENT and not is_english and (closed := _comment_end(s, i, last)) > last:
            return [
                *_around_comment(s, i, closed, is_english),
                (last, closed),
            ]  # "el plan, cree Ruiz, es malo"
        if way == COMPLEMENT and not parts:
            return _around_comment(s, i, last, is_english)
        is_passive = way == COMPLEMENT and not s.tags[i] & (OPENER | GERUND)
        if is_passive and any(tag & BE for tag in s.tags.listed(max(i - _PASSIVE_SPAN, s.low), i)):
            subject = english_left(s, i) if is_english else spanish_left(s, i)  # "is believed to be empty"
            return [*subject, *parts]
        return parts
    lead = _lead(s, i, last)
    parts = _english(s, lead, last) if is_english else _spanish(s, lead, last)
    return [*parts, (lead, i)]


def _statement(s: Sentence, i: int, last: int) -> Parts:
    """according to: all up to the next stop on both sides."""
    a, b = i, last
    while a > s.low and not s.tags[a] & _BREAK:
        a -= 1
    while b < s.high and not s.tags[b] & _BREAK:
        b += 1
    return [(a, i), (last, b)]


def _comment_end(s: Sentence, i: int, last: int) -> int:
    """Give the place where a comment of a verb and its subject ends: "…, cree Luis Gil, …"; `last` where it is none."""
    if not s.tags[i] & COMMA or s.tags[i] & HARD:
        return last
    for k in range(last, min(last + _COMMENT_SPAN, s.high)):
        if not s.tags[k] & (CAPITAL | DETERMINER) or s.tags[k] & EDGE:
            return last
        if s.tags[k + 1] & (EDGE | END):
            return k + 1
    return last


def _around_comment(s: Sentence, i: int, last: int, is_english: bool) -> Parts:
    """The war is over, I think; The war, I think, is over: the clause that is commented on."""
    tags, k, has_verb = s.tags, i, True
    while k > s.low and i - k < _COMMENT_SPAN and not tags[k] & EDGE:
        k -= 1
    if not tags[k] & COMMA or tags[k] & HARD or k == s.low:
        return english_left(s, i, n_verbs=1) if is_english else spanish_left(s, i)
    verb = _verb_before(s, k, k)
    if verb < 0:
        has_verb = False
        subject = english_left(s, k, 1, from_behind=True) if is_english else spanish_left(s, k, True)
        left = [*subject, (k, i)]
    else:
        left = english_left(s, verb, n_verbs=1, in_group=True) if is_english else spanish_left(s, verb)
        left = [(left[0][0] if left else verb, i)]
    if last >= s.high or not tags[last] & COMMA or tags[last] & (HARD | COORDINATOR):
        return left
    return [*left, *right_parts(s, last, left, has_verb, is_apart=True)]


def _governed(s: Sentence, i: int, last: int, is_english: bool) -> Parts:
    """believes, whether, if: the clause or phrase behind it."""
    tags = s.tags
    opener = tags[last - 1]
    if last >= s.high or tags[last] & _CLOSED:
        return []
    is_apart = bool(tags[last] & COMMA)
    if opener & OPENER:
        is_that = bool(opener & THAT)
        return right_parts(
            s, last, [(last, last)], has_verb=is_that and not is_apart, is_subject=is_that, is_apart=is_apart,
            is_before=not is_that,
        )  # fmt: skip
    if is_apart:
        for k in range(last + 1, min(last + _ASIDE, s.high)):  # "we believe, moreover, that …"
            if tags[k] & EDGE:
                return right_parts(s, k, [(k + 1, k + 1)], is_apart=True) if tags[k] & OPENER else []
        return []
    if tags[last] & THAT and last + 1 < s.high and not tags[last + 1] & (INFINITIVE | EDGE):
        parts = right_parts(s, last + 1, [(last + 1, last + 1)], is_subject=True)
        return [(last, max(parts[0][1], last + 1)), *parts[1:]]
    is_clause = (
        is_english and not tags[last] & (OPENER | TO | PREPOSITION | PREDICATE) and _has_clause(s, last)
    )
    return right_parts(s, last, [(last + 1, last + 1)], is_subject=is_clause)


def _has_clause(s: Sentence, k: int) -> bool:
    """Say whether more verbs than openers stand before the next punctuation: "thinks | those who lost left"."""
    n = 0
    while k < s.high and not s.tags[k] & EDGE:
        if s.tags[k] & OPENER:
            n -= 1
        elif s.tags[k] & PREDICATE and not s.tags[k - 1] & (FINITE | BE):
            n += 1
        k += 1
    return n > 0


def _lead(s: Sentence, i: int, last: int) -> int:
    """Give the place where a phrase set apart begins: "Too often, …" """
    k = i
    while s.tags[last] & COMMA and k > s.low and not s.tags[k] & EDGE:
        if not s.tags[k - 1] & ADVERB and s.words[k - 1] not in ("more", "most"):
            break
        k -= 1
    return k if k == s.low or s.tags[k] & COMMA else i


def _english(s: Sentence, i: int, last: int) -> Parts:
    """may, probably, likely, about: the clause with its subject."""
    tags = s.tags
    here, before, after = tags[i], tags[i - 1], tags[last]
    if here & _FINITE_VERB and not (here & COMMA and after & COMMA):
        if after & SUBJECT and not after & EDGE and (i == s.low or here & EDGE or before & OPENER):
            left: Parts = []  # "may he live"
        else:
            left = english_left(s, i, n_verbs=1, in_group=True)
        return [*left, *_right(s, i, last, left, True)]
    is_apart = _is_apart(s, i, last)
    acts = bool(after & _VERB and not after & (EDGE | NOMINAL))
    if i == s.low or (here & EDGE and not (is_apart or acts)):
        return _right(s, i, last, [], False, is_apart)
    if before & (FINITE | BE):
        has_verb = True
    elif acts:
        has_verb = False  # "the men who built it | probably left"
    else:
        has_verb = _verb_before(s, i, last) >= 0
    if before & COORDINATOR and has_verb and not here & EDGE:  # "was a long and possibly lost war"
        left = _up_to(i, english_left(s, i - 1), i)
    else:
        left = english_left(s, i, n_verbs=int(not has_verb), from_behind=is_apart)
    return [*left, *_right(s, i, last, left, has_verb, is_apart)]


def _spanish(s: Sentence, i: int, last: int) -> Parts:
    """podría, quizá, probable, unos: the clause with its subject, which may stand behind."""
    tags = s.tags
    here, after = tags[i], tags[last]
    is_verb = bool(here & _FINITE_VERB)
    is_apart = not is_verb and _is_apart(s, i, last)
    acts = is_verb or bool(after & PREDICATE and not after & EDGE)
    if i == s.low or (here & EDGE and not (is_apart or acts)):
        return _right(s, i, last, [], is_verb, is_apart)
    verb = -1 if acts else _verb_before(s, i, last)
    if verb < 0:
        j = i
        while j > s.low and tags[j - 1] & NEGATIVE and tags[j - 1] & ADVERB and not tags[j] & EDGE:
            j -= 1  # "que éste no | podría prever"
        left = spanish_left(s, j, from_behind=is_apart)
        left = _up_to(i, left, j) if j < i else left
    else:
        left = spanish_left(s, verb) if verb > s.low and not tags[verb] & EDGE else []
        left = _up_to(i, left, verb)
    return [*left, *_right(s, i, last, left, is_verb or verb >= 0, is_apart)]


def _up_to(i: int, left: Parts, begin: int) -> Parts:
    """Let the last of some parts, or one from `begin` on where there is none, go on up to place `i`."""
    return [*left[:-1], (left[-1][0] if left else begin, i)]


def _right(s: Sentence, i: int, last: int, left: Parts, has_verb: bool, is_apart: bool = False) -> Parts:
    """Give what the clause has behind the word; "so often that …", "más probable que …" are not of it."""
    is_before = not has_verb and bool(s.tags[last] & _BEFORE)
    parts = right_parts(s, last, left, has_verb, is_apart=is_apart, is_before=is_before)
    if i > s.low and s.words[i - 1] in _SO:
        stop = next((k for k in range(last, s.high) if s.tags[k] & THAT), s.high)
        parts = [(a, min(b, stop)) for a, b in parts]
    return parts


def _is_apart(s: Sentence, i: int, last: int) -> bool:
    """Say whether commas set a word apart: "The town, apparently, left", "Perhaps, …", "They left, apparently."."""
    opens = (
        i == s.low or bool(s.tags[i] & COMMA and not s.tags[i] & HARD) or bool(i == 1 and s.tags[0] & NUMBER)
    )
    return opens and bool(s.tags[last] & EDGE) and not (i == s.low and last >= s.high)


def _verb_before(s: Sentence, i: int, last: int) -> int:
    """Give the place of the nearest verb left of place `i` in its clause; -1 where there is none."""
    tags = s.tags
    for k in range(i - 1, s.low - 1, -1):
        tag = tags[k]
        if tag & PREDICATE and not tag & INFINITIVE:
            while k > s.low and tags[k - 1] & (_FINITE_VERB | BE | PARTICIPLE) and not tags[k] & EDGE:
                k -= 1
            return k
        if tag & EDGE or (tag & OPENER and not (tag & DETERMINER and k + 1 == i)):
            return -1
        if tag & COORDINATOR and (starts_clause(s, last if k + 1 == i else k + 1) or _verb_comes(s, last)):
            return -1
    return -1


def _verb_comes(s: Sentence, k: int) -> bool:
    """Say whether a finite verb comes behind place `k` before anything opens or joins a clause."""
    while k < s.high and not s.tags[k] & (EDGE | OPENER | COORDINATOR):
        if s.tags[k] & _FINITE_VERB:
            return True
        k += 1
    return False
