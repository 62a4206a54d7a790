"""Find a lexicon's entries in token columns: longest match first, context rules applied."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np
import regex

from ..lexicon import Lexicon
from ..tokens import Vocabulary
from ..tokens.growing import Growing
from .context import BoundRules, ContextRules
from .overlaps import longest_first
from .symbols import Automaton, Classes, Elements

if TYPE_CHECKING:
    from ..tokens import Tokens

# Punctuation that parts the words of a phrase; white space, quotation marks, an abbreviation's stop do not.
_BREAKING = frozenset(",;:!?…()[]{}—–/|¿¡=<>•")
_BREAKING_RUN = regex.compile(r"\.\.|--|\s-\s")
_ROOT = frozenset({(-1, 0)})  # the automaton's content before the first word: any entry may begin


@dataclass(frozen=True)
class Matches:
    """Where a lexicon's entries stand, in order of position.

    Attributes
    ----------
    first, last : int64 arrays
        Token span, half open.
    entry : int32 array
        Index into `lexicon.entries`.
    category : int32 array
        Index into `lexicon.categories`.
    """

    first: np.ndarray
    last: np.ndarray
    entry: np.ndarray
    category: np.ndarray

    def __len__(self) -> int:
        return len(self.first)


class Matcher:
    """A lexicon compiled for a vocabulary; both may be used again and again, batch after batch.

    Parameters
    ----------
    lexicon : Lexicon
    vocabulary : Vocabulary
    """

    def __init__(self, lexicon: Lexicon, vocabulary: Vocabulary) -> None:
        self.lexicon = lexicon
        elements = Elements(lexicon)
        self._words = [tuple(map(elements.add, entry.words)) for entry in lexicon.entries]
        self._begin_with: dict[int, list[int]] = {}  # element → entries that begin with it
        for number, words in enumerate(self._words):
            self._begin_with.setdefault(words[0], []).append(number)
        rules = ContextRules(lexicon, elements)
        self._classes = Classes(vocabulary, elements)
        self._bound = BoundRules(rules, self._classes)
        self._automaton = Automaton(self._advance, self._see, self._ask)
        self._root = self._automaton.state(_ROOT)
        self._opens = Growing(np.int32)  # class → state after a first word of it
        self._category = np.array([e.category for e in lexicon.entries], dtype=np.int32)
        # between equal spans of one category the more specific entry gives its name
        rank = np.lexsort(
            (-np.array([e.literal_length for e in lexicon.entries], dtype=np.int64), self._category)
        )
        self._rank = np.argsort(rank)
        self._by_rank = rank
        # per state: how many entries end there, and where their ranks begin in `_accepted`
        self._n_accepted, self._accepted_first = Growing(np.int64), Growing(np.int64)
        self._accepted = Growing(np.int64)
        self._open = Growing(np.bool_)

    def _advance(
        self, content: frozenset[tuple[int, int]], fitting: frozenset[int]
    ) -> frozenset[tuple[int, int]]:
        """Take (entry, how many of its words fitted) pairs over a word that fits some elements."""
        if content == _ROOT:
            return frozenset((entry, 1) for element in fitting for entry in self._begin_with[element])
        words = self._words
        return frozenset(
            (entry, place + 1)
            for entry, place in content
            if place < len(words[entry]) and words[entry][place] in fitting
        )

    def _see(self, symbol: int, asked: frozenset[int]) -> frozenset[int]:
        return self._classes.members[symbol] & asked

    def _ask(self, content: frozenset[tuple[int, int]]) -> frozenset[int]:
        """The elements that the next word may be one of."""
        if content == _ROOT:
            return frozenset(self._begin_with)
        words = self._words
        return frozenset(words[entry][place] for entry, place in content if place < len(words[entry]))

    def __call__(self, tokens: Tokens) -> Matches:
        """Find the entries in a batch.

        Parameters
        ----------
        tokens : Tokens
            Of the vocabulary this matcher was made for.

        Returns
        -------
        Matches
        """
        broken = _broken(tokens)
        first, length, rank = self._candidates(tokens, broken)
        entry = self._by_rank[rank]
        stands = self._bound.stand(tokens, first, entry, broken)
        if not stands.all():
            first, length, rank = first[stands], length[stands], rank[stands]
        kept = longest_first(first, length, rank, self._category[self._by_rank])
        first, length, entry = first[kept], length[kept], self._by_rank[rank[kept]]
        return Matches(first, first + length, entry.astype(np.int32), self._category[entry])

    def _candidates(self, tokens: Tokens, broken: np.ndarray) -> tuple[np.ndarray, np.ndarray, np.ndarray]:
        """Every place where an entry fits, whatever stands around it: first token, length, rank."""
        classes = self._classes.of_forms()
        # one step for each new class, then one look-up for each token
        new = np.arange(len(self._opens), len(self._classes.members))
        self._opens.extend(self._automaton.step(np.full(len(new), self._root), new))
        states = self._opens.values[classes].take(tokens.form)
        at = np.flatnonzero(states != 0)
        states = states[at]
        none = np.zeros(0, dtype=np.int64)
        found: list[tuple[np.ndarray, np.ndarray, np.ndarray]] = [(none, none, none)]
        length = 1
        while len(at):
            found.append(self._ending(at, states, length))
            following = at + length
            going = self._goes_on(states) & (following < len(tokens))
            at, states, following = at[going], states[going], following[going]
            joined = ~(broken[tokens.gap[following]] | tokens.sentence_start[following])
            at, states, following = at[joined], states[joined], following[joined]
            states = self._automaton.step(states, classes[tokens.form[following]])
            alive = np.flatnonzero(states != 0)
            at, states, length = at[alive], states[alive], length + 1
        first, lengths, rank = (np.concatenate(column) for column in zip(*found, strict=True))
        return first, lengths, rank

    def _goes_on(self, states: np.ndarray) -> np.ndarray:
        """Bool per state: does some entry want another word."""
        known = self._open
        contents = self._automaton.contents[len(known) :]
        known.extend([any(place < len(self._words[e]) for e, place in content or ()) for content in contents])
        return known.values[states]

    def _ending(
        self, at: np.ndarray, states: np.ndarray, length: int
    ) -> tuple[np.ndarray, np.ndarray, np.ndarray]:
        """The entries that end at this length, a row each."""
        for content in self._automaton.contents[len(self._n_accepted) :]:
            done = sorted(int(self._rank[e]) for e, place in content or () if place == len(self._words[e]))
            self._accepted_first.extend([len(self._accepted)])
            self._n_accepted.extend([len(done)])
            self._accepted.extend(done)
        counts = self._n_accepted.values[states]
        rows = np.repeat(at, counts)
        within = np.arange(len(rows)) - np.repeat(np.cumsum(counts) - counts, counts)
        rank = self._accepted.values[np.repeat(self._accepted_first.values[states], counts) + within]
        return rows, np.full(len(rows), length, dtype=np.int64), rank


def match(tokens: Tokens, lexicon: Lexicon) -> Matches:
    """Find a lexicon's entries in a batch of tokens.

    The longest match wins within the lexicon; an entry under several categories gives a match each;
    readings that context rules exclude are none.

    Parameters
    ----------
    tokens : Tokens
    lexicon : Lexicon

    Returns
    -------
    Matches

    Examples
    --------
    >>> from discourse.lexicon import load_lexicon
    >>> from discourse.tokens import tokenize
    >>> lexicon = load_lexicon("war_peace", "en")
    >>> found = match(tokenize(["Peace, yes. War, no."]), lexicon)
    >>> [lexicon.categories[c].split(".")[0] for c in found.category]
    ['peace', 'war']
    """
    matchers: dict[Lexicon, Matcher] = tokens.vocabulary.companions
    if lexicon not in matchers:
        matchers[lexicon] = Matcher(lexicon, tokens.vocabulary)
    return matchers[lexicon](tokens)


def broken_gaps(tokens: Tokens) -> np.ndarray:
    """Say for each gap (n + 1) whether its punctuation parts the two words.

    Parameters
    ----------
    tokens : Tokens

    Returns
    -------
    bool array
    """
    return _broken(tokens).take(tokens.gap)


def _broken(tokens: Tokens) -> np.ndarray:
    """Bool over gap numbers."""
    return tokens.vocabulary.gap_test("parts a phrase", _breaks)


def _breaks(gap: str) -> bool:
    return not _BREAKING.isdisjoint(gap) or _BREAKING_RUN.search(gap) is not None
