"""The few word classes by which clauses are told apart, as bits, one number per word and per gap.

No tagger is run: closed classes are listed (`english`, `spanish`), open ones guessed from the ending, and
each *different* word is looked at once. The tags of a word and of the gap before it share one integer, so
that walking over a clause is walking over a list of integers.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import Final
from weakref import WeakKeyDictionary

import numpy as np

from ..tokens import Tokens, Vocabulary
from ..tokens.growing import Growing

# What rules ask at every word comes first: Python is quicker with numbers below 1 << 30.
# words
SUBJECT: Final = 1 << 0  # a pronoun that can only be subject: I, he, they
MAYBE_SUBJECT: Final = 1 << 1  # subject or object: you, it, this, everyone
FINITE: Final = 1 << 2  # finite auxiliary: is, had, will
VERB: Final = 1 << 3  # finite full verb: said, knows
PARTICIPLE: Final = 1 << 4  # past tense or participle, the form does not say which: asked
GERUND: Final = 1 << 5
SUBORDINATOR: Final = 1 << 6  # because, if
THAT: Final = 1 << 7
RELATIVE: Final = 1 << 8  # who, which
QUESTION: Final = 1 << 9  # what, how, where
COORDINATOR: Final = 1 << 10  # and, or, nor
ADVERB: Final = 1 << 11  # what may stand between subject and verb
PREPOSITION: Final = 1 << 12
DETERMINER: Final = 1 << 13
ARTICLE: Final = 1 << 14  # a determiner that is nothing else: after it "will" is a noun
TO: Final = 1 << 15
NEGATIVE: Final = 1 << 16  # a word that negates
MENTAL: Final = 1 << 17  # think, hope, sure: takes a clause without "that"
BE: Final = 1 << 18
CAUSAL: Final = 1 << 19  # for, so: conjunction or not
ADDRESS: Final = 1 << 20  # sir, of course: what stands between commas and says nothing
CONCESSIVE: Final = 1 << 21  # although, while: another statement, with or without a comma
CAPITAL: Final = 1 << 22  # written with a capital
# gaps
COMMA: Final = 1 << 23
STOP: Final = 1 << 24  # ; : ! ? dash
OPEN_QUOTE: Final = 1 << 25
CLOSE_QUOTE: Final = 1 << 26
OPEN_PAREN: Final = 1 << 27
CLOSE_PAREN: Final = 1 << 28
END: Final = 1 << 29  # the end of the sentence
# what is asked seldom or said of few words; hedging asks nothing behind the first two
BUT: Final = 1 << 30
INFINITIVE: Final = 1 << 31  # where the form shows it (Spanish)
NOMINAL: Final = 1 << 32  # a verb form that is also a noun: will, need
OBJECT: Final = 1 << 33  # a pronoun that cannot be subject: him, them
SPEECH: Final = 1 << 34  # said, asked
CONNECTIVE: Final = 1 << 35  # surely, then: a comment on the clause, outside its negation
OUTSIDE: Final = 1 << 36  # during, because: belongs to the clause, not to the phrase before it
CONTRACTED: Final = 1 << 37  # the cue is the end of the token: don't, cannot
AFFIXED: Final = 1 << 38  # the cue is an affix: unhappy, hopeless
NUMBER: Final = 1 << 39
TERM: Final = 1 << 40  # forms a term with "no" before it: no proliferación
QUERY: Final = 1 << 41  # question mark
POINT: Final = 1 << 42  # a full stop: inside a sentence, that of an abbreviation
CUE: Final = 1 << 43  # a word that can be a cue, be it in one construction only: en mi vida

PRONOUN: Final = SUBJECT | MAYBE_SUBJECT
PREDICATE: Final = FINITE | VERB | PARTICIPLE
OPENER: Final = SUBORDINATOR | THAT | RELATIVE | QUESTION
HARD: Final = STOP | END | OPEN_QUOTE | OPEN_PAREN | CLOSE_PAREN  # no clause goes on leftwards across these
EDGE: Final = HARD | CLOSE_QUOTE | COMMA
_GAPS: Final = EDGE | QUERY | POINT
_STOPS: Final = frozenset(";:—–…[]{}!?")


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
        self.known = {word: word for word in sorted({*listed, *mentioned})}
        self._tables: WeakKeyDictionary[Vocabulary, _Tables] = WeakKeyDictionary()
        self._read: WeakKeyDictionary[Tokens, np.ndarray] = WeakKeyDictionary()

    def tag(self, word: str) -> int:
        """Give the tags of one norm."""
        tags = self._listed.get(word)
        return self._guess(word) if tags is None else tags

    def by_norm(self, vocabulary: Vocabulary) -> np.ndarray:
        """Give the tags by norm number (int64 array)."""
        return self._known(vocabulary).tags.values

    def _known(self, vocabulary: Vocabulary) -> _Tables:
        """Look at the words and gaps that are new."""
        known = self._tables.get(vocabulary)
        if known is None:
            known = self._tables[vocabulary] = _Tables()
        new = vocabulary.norms[len(known.tags) :]
        known.tags.extend([self.tag(word) for word in new])
        known.shown.extend([self.known.get(word, "_") for word in new])
        known.gaps.extend([tag_gap(gap) for gap in vocabulary.gaps[len(known.gaps) :]])
        forms = slice(len(known.forms), len(vocabulary.forms))
        capital = np.where(vocabulary.form_flags("capital")[forms], CAPITAL, 0)
        tags = known.tags.values[vocabulary.norm_of[forms]] | capital
        known.forms.extend(tags)
        return known

    def places(self, tokens: Tokens, tag: int, without: int = 0) -> np.ndarray:
        """Give the tokens whose word has a tag, and none of the tags `without`."""
        return np.flatnonzero(self.read(tokens) & (tag | without) == tag)

    def read(self, tokens: Tokens) -> np.ndarray:
        """Give the tags of all tokens, of each word and of the gap before it; not to be written to."""
        read = self._read.get(tokens)
        if read is None:
            read = self._read[tokens] = self._read_all(tokens)
        return read

    def _read_all(self, tokens: Tokens) -> np.ndarray:
        known, n = self._known(tokens.vocabulary), len(tokens)
        read = known.forms.values.take(tokens.form)
        marked = tokens.marked[: np.searchsorted(tokens.marked, n)]
        read[marked] |= known.gaps.values[tokens.gap[marked]]
        # "the will", "to put": not finite
        may_be_noun = np.flatnonzero(read & (NOMINAL | FINITE | VERB) != 0)
        before, here = read[may_be_noun - 1], read[may_be_noun]
        is_noun = (before & ARTICLE != 0) & (here & NOMINAL != 0)
        is_base = (before & TO != 0) & (here & (FINITE | VERB) != 0)
        is_base &= here & (FINITE | NOMINAL | VERB) != FINITE  # "nobody to turn to is"
        changed = may_be_noun[(is_noun | is_base) & ~tokens.sentence_start[may_be_noun]]
        read[changed] &= ~(PREDICATE | MENTAL)
        read.flags.writeable = False
        return read

    def shown(self, vocabulary: Vocabulary) -> list[str]:
        """Give by norm number the word that rules see; the list grows with the vocabulary."""
        return self._known(vocabulary).shown

    def gaps_behind(self, tokens: Tokens, last: np.ndarray) -> np.ndarray:
        """Give the tags of the gaps before tokens `last`, as sentence ends."""
        return self._known(tokens.vocabulary).gaps.values[tokens.gap[last]] & _GAPS | END


class _Tables:
    """What is known of a vocabulary: by norm the tags and the word that rules see, by form and gap the tags."""

    def __init__(self) -> None:
        self.tags, self.forms, self.gaps = (Growing(np.int64) for _ in range(3))
        self.shown = list[str]()


def classes(*lists: tuple[int, str]) -> dict[str, int]:
    """Join (tags, words) lists into one dictionary; a word in several lists has the tags of all."""
    table: dict[str, int] = {}
    for tags, words in lists:
        for word in words.split():
            table[word] = table.get(word, 0) | tags
    return table


def with_guesses(table: dict[str, int], guess: Callable[[str], int]) -> dict[str, int]:
    """Add what the form says to listed words of no closed class, such as cues that are participles."""
    open_class = CUE | NEGATIVE | MENTAL | SPEECH | ADDRESS | NOMINAL
    return {
        word: tags if tags & ~open_class else tags | guess(word) & ~AFFIXED for word, tags in table.items()
    }
