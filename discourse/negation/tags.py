"""The few word classes by which clauses are told apart, as bits, one number per word and per gap.

No tagger is run: closed classes are listed (`english`, `spanish`), open ones guessed from the ending, and
each *different* word is looked at once. The tags of a word and of the gap before it share one integer, so
that walking over a clause is walking over a list of integers.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
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
INFINITIVE = 1 << 6  # where the form shows it (Spanish)
SUBORDINATOR = 1 << 7  # because, if
THAT = 1 << 8
RELATIVE = 1 << 9  # who, which
QUESTION = 1 << 10  # what, how, where
COORDINATOR = 1 << 11  # and, or, nor
BUT = 1 << 12
ADVERB = 1 << 13  # what may stand between subject and verb
PREPOSITION = 1 << 14
DETERMINER = 1 << 15
ARTICLE = 1 << 16  # a determiner that is nothing else: after it "will" is a noun
NOMINAL = 1 << 17  # a verb form that is also a noun: will, need
TO = 1 << 18
NEGATIVE = 1 << 19  # a word that can be a cue
MENTAL = 1 << 20  # think, hope, sure: takes a clause without "that"
SPEECH = 1 << 21  # said, asked
BE = 1 << 22
OBJECT = 1 << 23  # a pronoun that cannot be subject: him, them
CONTRACTED = 1 << 24  # the cue is the end of the token: don't, cannot
AFFIXED = 1 << 25  # the cue is an affix: unhappy, hopeless
CAUSAL = 1 << 26  # for, so: conjunction or not
ADDRESS = 1 << 27  # sir, of course: what stands between commas and says nothing
CONNECTIVE = 1 << 28  # surely, then: a comment on the clause, outside its negation
CONCESSIVE = 1 << 29  # although, while: another statement, with or without a comma
OUTSIDE = 1 << 30  # during, because: belongs to the clause, not to the phrase before it
CAPITAL = 1 << 31  # written with a capital
NUMBER = 1 << 32
TERM = 1 << 33  # forms a term with "no" before it: no proliferación
# gaps
COMMA = 1 << 40
STOP = 1 << 41  # ; : ! ? dash
OPEN_QUOTE = 1 << 42
CLOSE_QUOTE = 1 << 43
OPEN_PAREN = 1 << 44
CLOSE_PAREN = 1 << 45
QUERY = 1 << 46  # question mark
POINT = 1 << 47  # a full stop: inside a sentence, that of an abbreviation
END = 1 << 48  # the end of the sentence

PRONOUN = SUBJECT | MAYBE_SUBJECT
PREDICATE = FINITE | VERB | PARTICIPLE
OPENER = SUBORDINATOR | THAT | RELATIVE | QUESTION
HARD = STOP | END | OPEN_QUOTE | OPEN_PAREN | CLOSE_PAREN  # no clause goes on leftwards across these
EDGE = HARD | CLOSE_QUOTE | COMMA
_GAPS = ~((1 << 40) - 1)
_STOPS = frozenset(";:—–…[]{}!?")


def tag_gap(gap: str) -> int:
    """Give the tags of what stands between two words.

    Examples
    --------
    >>> tag_gap(", ") == COMMA, tag_gap(" -- ") == STOP, tag_gap(' "') == OPEN_QUOTE
    (True, True, True)
    """
    if gap == " ":
        return 0
    tags = 0
    if "," in gap:
        tags |= COMMA
    if not _STOPS.isdisjoint(gap) or "--" in gap or " - " in gap or ".." in gap or "\n\n" in gap:
        tags |= STOP
    if "?" in gap:
        tags |= QUERY
    if "." in gap:
        tags |= POINT
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
    mentioned : iterable of str
        Other words that rules ask for by name.
    """

    def __init__(self, listed: dict[str, int], guess: Callable[[str], int], mentioned: Iterable[str]) -> None:
        self._listed, self._guess = listed, guess
        # Rules see the words they know by name and "_" for any other: so few strings stay in the fast memory.
        self.known = np.array(["", "_", *sorted({*listed, *mentioned})], dtype=object)
        self._number = {word: number for number, word in enumerate(self.known.tolist())}
        self._cache: WeakKeyDictionary[Vocabulary, tuple[np.ndarray, np.ndarray, np.ndarray]] = (
            WeakKeyDictionary()
        )

    def tag(self, word: str) -> int:
        """Give the tags of one norm."""
        tags = self._listed.get(word)
        return self._guess(word) if tags is None else tags

    def tables(self, vocabulary: Vocabulary) -> tuple[np.ndarray, np.ndarray, np.ndarray]:
        """Give by norm number the tags and the place in `known`, by gap number the tags (int64 arrays)."""
        none = np.zeros(0, dtype=np.int64)
        tags, names, gaps = self._cache.get(vocabulary, (none, none, none))
        if len(tags) < len(vocabulary.norms) or len(gaps) < len(vocabulary.gaps):
            new = vocabulary.norms[len(tags) :]
            tags = _extended(tags, [self.tag(word) for word in new])
            names = _extended(names, [self._number.get(word, 1) for word in new])
            gaps = _extended(gaps, [tag_gap(gap) for gap in vocabulary.gaps[len(gaps) :]])
            self._cache[vocabulary] = tags, names, gaps
        return tags, names, gaps

    def places(self, tokens: Tokens, tag: int, without: int = 0) -> np.ndarray:
        """Give the tokens whose word has a tag, and none of the tags `without`."""
        tags = self.tables(tokens.vocabulary)[0]
        return np.flatnonzero(((tags & (tag | without)) == tag)[tokens.norm])

    def read(self, tokens: Tokens, source: np.ndarray) -> tuple[np.ndarray, np.ndarray]:
        """Give the tags (of word and gap before it) and the places in `known` of some tokens."""
        tags, names, gaps = self.tables(tokens.vocabulary)
        norm = tokens.norm[source]
        read = tags[norm] | gaps[tokens.gap[source]]
        read |= np.where(tokens.written("capital")[source], CAPITAL, 0)
        # "the will", "to put": not finite
        before, after = read[:-1], read[1:]
        is_noun = (before & ARTICLE != 0) & (after & NOMINAL != 0)
        is_base = (before & TO != 0) & (after & (FINITE | VERB) != 0)
        after[is_noun | is_base] &= ~(PREDICATE | MENTAL)
        return read, names[norm]

    def gaps_behind(self, tokens: Tokens, last: np.ndarray) -> np.ndarray:
        """Give the tags of the gaps before tokens `last`, as sentence ends."""
        return self.tables(tokens.vocabulary)[2][tokens.gap[last]] & _GAPS | END


def _extended(table: np.ndarray, values: list[int]) -> np.ndarray:
    return np.concatenate([table, np.array(values, dtype=np.int64)])


def classes(*lists: tuple[int, str]) -> dict[str, int]:
    """Join (tags, words) lists into one dictionary; a word in several lists has the tags of all."""
    table: dict[str, int] = {}
    for tags, words in lists:
        for word in words.split():
            table[word] = table.get(word, 0) | tags
    return table


def with_guesses(table: dict[str, int], guess: Callable[[str], int]) -> dict[str, int]:
    """Add what the form says to listed words of no closed class, such as cues that are participles."""
    open_class = NEGATIVE | MENTAL | SPEECH | ADDRESS | NOMINAL
    return {
        word: tags if tags & ~open_class else tags | guess(word) & ~AFFIXED for word, tags in table.items()
    }
