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
CAUSAL = 1 << 24  # "for" and its like, conjunction or preposition
# gaps
COMMA = 1 << 32
STOP = 1 << 33  # ; : dash
OPEN_QUOTE = 1 << 34
CLOSE_QUOTE = 1 << 35
OPEN_PAREN = 1 << 36
CLOSE_PAREN = 1 << 37
QUERY = 1 << 38  # question mark
END = 1 << 39  # full stop, ! or ?, line end

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
    if "." in gap or "!" in gap or "?" in gap:
        tags |= END
        if "?" in gap:
            tags |= QUERY
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
        self._cache: WeakKeyDictionary[Vocabulary, tuple[np.ndarray, np.ndarray]] = WeakKeyDictionary()

    def tag(self, word: str) -> int:
        """Give the tags of one norm."""
        tags = self._listed.get(word)
        return self._guess(word) if tags is None else tags

    def tables(self, vocabulary: Vocabulary) -> tuple[np.ndarray, np.ndarray]:
        """Give the tags by norm number and by gap number, two int64 arrays."""
        nothing = np.zeros(0, dtype=np.int64)
        words, gaps = self._cache.get(vocabulary, (nothing, nothing))
        if len(words) < len(vocabulary.norms) or len(gaps) < len(vocabulary.gaps):
            new_words = [self.tag(word) for word in vocabulary.norms[len(words) :]]
            new_gaps = [tag_gap(gap) for gap in vocabulary.gaps[len(gaps) :]]
            words = np.concatenate([words, np.array(new_words, dtype=np.int64)])
            gaps = np.concatenate([gaps, np.array(new_gaps, dtype=np.int64)])
            self._cache[vocabulary] = words, gaps
        return words, gaps

    def of(self, tokens: Tokens) -> np.ndarray:
        """Give the tags of each token with those of the gap before it, and last the gap at the end."""
        words, gaps = self.tables(tokens.vocabulary)
        tags = gaps[tokens.gap]
        tags[:-1] |= words[tokens.norm]
        return tags


def classes(*lists: tuple[int, str]) -> dict[str, int]:
    """Join (tags, words) lists into one dictionary; a word in several lists has the tags of all."""
    table: dict[str, int] = {}
    for tags, words in lists:
        for word in words.split():
            table[word] = table.get(word, 0) | tags
    return table
