"""The few word classes by which clauses are told apart, as bits, one number per word and per gap.

No tagger is run: closed classes are listed (`english`, `spanish`), open ones guessed from the ending, and
each *different* word is looked at once. The tags of a word and of the gap before it share one integer, so
that walking over a clause is walking over a list of integers.
"""

from __future__ import annotations

from collections.abc import Callable
from weakref import WeakKeyDictionary

import numpy as np

from ..tokens import Tokens, Vocabulary

# words
SUBJECT = 1 << 0  # a pronoun that can only be subject: I, he, they
MAYBE_SUBJECT = 1 << 1  # subject or object: you, it, this, everyone
FINITE = 1 << 2  # finite auxiliary: is, had, will
VERB = 1 << 3  # finite full verb: said, knows
PARTICIPLE = 1 << 4  # past tense or participle, the form does not say which: asked
GERUND = 1 << 5
SUBORDINATOR = 1 << 6  # because, if
THAT = 1 << 7
RELATIVE = 1 << 8  # who, which
QUESTION = 1 << 9  # what, how, where
COORDINATOR = 1 << 10  # and, or, nor
BUT = 1 << 11
ADVERB = 1 << 12  # what may stand between subject and verb
PREPOSITION = 1 << 13
DETERMINER = 1 << 14
TO = 1 << 15
NEGATIVE = 1 << 16  # a word that can be a cue
MENTAL = 1 << 17  # think, hope, sure: takes a clause without "that"
SPEECH = 1 << 18  # said, asked
BE = 1 << 19
OBJECT = 1 << 20  # a pronoun that cannot be subject: him, them
MODAL = 1 << 21  # wants a bare infinitive: will, did, don't
CONTRACTED = 1 << 22  # the cue is the end of the token: don't, cannot
AFFIXED = 1 << 23  # the cue is an affix: unhappy, hopeless
CAUSAL = 1 << 24  # for, so: conjunction or not
ADDRESS = 1 << 25  # sir, my dear; of course: what stands between commas and says nothing
CONNECTIVE = 1 << 26  # surely, then: a comment on the clause, outside its negation
CONCESSIVE = 1 << 27  # although, while: another statement, with or without a comma
OUTSIDE = 1 << 28  # during, because: belongs to the clause, not to the phrase before it
INFINITIVE = 1 << 29  # where the form shows it (Spanish)
CAPITAL = 1 << 30  # written with a capital
# gaps
COMMA = 1 << 32
STOP = 1 << 33  # ; : dash
OPEN_QUOTE = 1 << 34
CLOSE_QUOTE = 1 << 35
OPEN_PAREN = 1 << 36
CLOSE_PAREN = 1 << 37
QUERY = 1 << 38  # question mark
POINT = 1 << 39  # a full stop: inside a sentence, that of an abbreviation
END = 1 << 40  # the end of the sentence

GAPS = ~((1 << 32) - 1)
PRONOUN = SUBJECT | MAYBE_SUBJECT
PREDICATE = FINITE | VERB | PARTICIPLE
OPENER = SUBORDINATOR | THAT | RELATIVE | QUESTION
HARD = STOP | END | OPEN_QUOTE | OPEN_PAREN | CLOSE_PAREN  # no clause goes on leftwards across these
EDGE = HARD | CLOSE_QUOTE | COMMA

_STOPS = frozenset(";:—–…[]{}")


def tag_gap(gap: str) -> int:
    """Give the tags of what stands between two words.

    Examples
    --------
    >>> tag_gap(", ") == COMMA, tag_gap(" -- ") == STOP, tag_gap(' "') == OPEN_QUOTE, tag_gap('," ') == COMMA | CLOSE_QUOTE
    (True, True, True, True)
    """
    if gap == " ":
        return 0
    tags = 0
    if "," in gap:
        tags |= COMMA
    if not _STOPS.isdisjoint(gap) or "--" in gap or " - " in gap or "\n\n" in gap:
        tags |= STOP
    if "." in gap:
        tags |= POINT if ".." not in gap else STOP
    if "?" in gap or "!" in gap:
        tags |= STOP | QUERY if "?" in gap else STOP
    if "(" in gap:
        tags |= OPEN_PAREN
    if ")" in gap:
        tags |= CLOSE_PAREN
    if "“" in gap or "«" in gap or "``" in gap:
        tags |= OPEN_QUOTE
    if "”" in gap or "»" in gap or "''" in gap:
        tags |= CLOSE_QUOTE
    if '"' in gap:
        tags |= OPEN_QUOTE if gap.endswith('"') else CLOSE_QUOTE
    return tags


class Tagger:
    """The tags of the words and gaps of a vocabulary, extended as it grows.

    Parameters
    ----------
    listed : dict of str to int
        The tags of the words of closed classes.
    guess : callable
        What the form of any other word says of its tags.
    """

    def __init__(self, listed: dict[str, int], guess: Callable[[str], int]) -> None:
        self._listed, self._guess = listed, guess
        self._cache: WeakKeyDictionary[Vocabulary, tuple[list[str], np.ndarray, np.ndarray]] = WeakKeyDictionary()

    def tag(self, word: str) -> int:
        """Give the tags of one norm."""
        tags = self._listed.get(word)
        return self._guess(word) if tags is None else tags

    def tables(self, vocabulary: Vocabulary) -> tuple[list[str], np.ndarray, np.ndarray]:
        """Give the norms, their tags and the tags of the gaps; norm number n stands at n + 1, after "" at 0."""
        words, by_word, by_gap = self._cache.get(vocabulary) or ([""], _NO_WORD, _NO_WORD[:0])
        if len(words) <= len(vocabulary.norms) or len(by_gap) < len(vocabulary.gaps):
            new = vocabulary.norms[len(words) - 1 :]
            words.extend(new)
            by_word = np.concatenate([by_word, np.array([self.tag(word) for word in new], dtype=np.int64)])
            gaps = [tag_gap(gap) for gap in vocabulary.gaps[len(by_gap) :]]
            by_gap = np.concatenate([by_gap, np.array(gaps, dtype=np.int64)])
            self._cache[vocabulary] = words, by_word, by_gap
        return words, by_word, by_gap

    def places(self, tokens: Tokens, tag: int, without: int = 0) -> np.ndarray:
        """Give the tokens whose word has a tag, and none of the tags `without`."""
        by_word = self.tables(tokens.vocabulary)[1][1:]
        return np.flatnonzero(((by_word & (tag | without)) == tag)[tokens.norm])


_NO_WORD = np.zeros(1, dtype=np.int64)


def classes(*lists: tuple[int, str]) -> dict[str, int]:
    """Join (tags, words) lists into one dictionary; a word in several lists has the tags of all."""
    table: dict[str, int] = {}
    for tags, words in lists:
        for word in words.split():
            table[word] = table.get(word, 0) | tags
    return table
