"""Find a lexicon's entries in token columns: longest match first, context rules applied."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import TYPE_CHECKING
from weakref import WeakKeyDictionary

import numpy as np
import regex

from ..lexicon import Lexicon
from ..tokens import Vocabulary
from ..tokens.growing import Growing, GrowingLists
from .automaton import Automaton
from .context import BoundRules, ContextRules
from .overlaps import longest_first
from .symbols import Classes, Elements

if TYPE_CHECKING:
    from ..tokens import Tokens
    from .stored import StoredTokens

# Punctuation that parts the words of a phrase; white space, quotation marks, an abbreviation's stop do not.
_BREAKING = frozenset(",;:!?…()[]{}—–/|¿¡=<>•")
_BREAKING_RUN = regex.compile(r"\.\.|--|\s-\s")
_ALONE = 1  # an entry by itself; the other bits are groups of the elements that second words are of
_GROUPS = 31
_found: WeakKeyDictionary[Tokens | StoredTokens, dict[Lexicon, Matches]] = WeakKeyDictionary()
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

    def take(self, rows: np.ndarray) -> Matches:
        """Give some of them."""
        return Matches(self.first[rows], self.last[rows], self.entry[rows], self.category[rows])


class Matcher:
    """A lexicon compiled for a vocabulary; both may be used again and again, batch after batch.

    Parameters
    ----------
    lexicon : Lexicon
    vocabulary : Vocabulary

    Attributes
    ----------
    reads_gaps : bool
        Does it need what stands between words: has the lexicon phrases, context rules or cases.
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
        self._automaton = Automaton(self._advance, self._see, self._ask, self._classes.elements, 0)
        self._root = self._automaton.state(_ROOT)
        seconds = sorted({words[1] for words in self._words if len(words) > 1})
        self._group = {element: 2 << n % _GROUPS for n, element in enumerate(seconds)}
        # per class: the state after a first word of it; whether its words are entries, and the groups of the
        # words that may follow them; the groups of its words as second words
        self._opens, self._first, self._second = Growing(np.int32), Growing(np.uint32), Growing(np.uint32)
        self._category = np.array([e.category for e in lexicon.entries], dtype=np.int32)
        # between equal spans of one category the more specific entry gives its name
        rank = np.lexsort(
            (-np.array([e.literal_length for e in lexicon.entries], dtype=np.int64), self._category)
        )
        self._rank = np.argsort(rank)
        self._by_rank = rank
        # per state: the ranks of the entries that end there
        self._accepted, self._accepts = GrowingLists(), Growing(np.bool_)
        self._goes_on, self._follow = Growing(np.bool_), Growing(np.uint32)
        self.reads_gaps = bool(seconds) or rules.reads_gaps

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

    def __call__(self, tokens: Tokens | StoredTokens) -> Matches:
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

    def _candidates(
        self, tokens: Tokens | StoredTokens, broken: np.ndarray
    ) -> tuple[np.ndarray, np.ndarray, np.ndarray]:
        """Every place where an entry fits, whatever stands around it: first token, length, rank."""
        classes = self._classes.of_forms()
        self._know_classes()
        opens = self._opens.values
        # a phrase can only begin where a first word stands before a second word of one group
        role = self._first.values[classes].take(tokens.form)
        follows = self._second.values[classes].take(tokens.form)
        follows |= _ALONE
        role[:-1] &= follows[1:]
        role[-1:] &= _ALONE
        some = np.flatnonzero(role != 0)
        role = role[some]
        at = some[role & _ALONE != 0]
        found = [self._ending(at, opens[classes[tokens.form[at]]], 1)]
        at = some[role > _ALONE]
        states, length = opens[classes[tokens.form[at]]], 1
        while len(at):
            following = at + length
            joined = ~(broken[tokens.gap[following]] | tokens.sentence_start[following])
            at, states, following = at[joined], states[joined], following[joined]
            states = self._automaton.step(states, classes[tokens.form[following]])
            length += 1
            self._know_states()
            found.append(self._ending(at, states, length))
            going = self._goes_on.values[states] & (at + length < len(tokens))
            at, states = at[going], states[going]
        first, lengths, rank = (np.concatenate(column) for column in zip(*found, strict=True))
        return first, lengths, rank

    def _know_classes(self) -> None:
        """Say of each new class what its words can be: an entry alone, the first of a phrase, the second."""
        known, members = len(self._opens), self._classes.members
        new = np.arange(known, len(members))
        states = self._automaton.step(np.full(len(new), self._root), new)
        self._know_states()
        self._opens.extend(states)
        self._first.extend(_ALONE * self._accepts.values[states] | self._follow.values[states])
        self._second.extend([self._groups(m) for m in members[known:]])

    def _groups(self, elements: Iterable[int]) -> int:
        groups = 0
        for element in elements:
            groups |= self._group.get(element, 0)
        return groups

    def _know_states(self) -> None:
        """Say of each new state which entries end there, and whether some entry wants another word."""
        words = self._words
        for content in self._automaton.contents[len(self._goes_on) :]:
            pairs = content or ()
            done = sorted(int(self._rank[e]) for e, place in pairs if place == len(words[e]))
            self._accepted.append(done)
            self._accepts.append(bool(done))
            self._goes_on.append(any(place < len(words[e]) for e, place in pairs))
            self._follow.append(self._groups(words[e][1] for e, place in pairs if place == 1 < len(words[e])))

    def _ending(
        self, at: np.ndarray, states: np.ndarray, length: int
    ) -> tuple[np.ndarray, np.ndarray, np.ndarray]:
        """The entries that end at this length, a row each."""
        row, rank = self._accepted.of(states)
        return at[row], np.full(len(row), length, dtype=np.int64), rank


def match(tokens: Tokens | StoredTokens, lexicon: Lexicon) -> Matches:
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
    found = _found.setdefault(tokens, {})
    if lexicon not in found:  # several layers may ask for the same
        found[lexicon] = matcher_of(lexicon, tokens.vocabulary)(tokens)
    return found[lexicon]


def matcher_of(lexicon: Lexicon, vocabulary: Vocabulary) -> Matcher:
    """Give a lexicon's matcher for a vocabulary, compiled when first asked for.

    Parameters
    ----------
    lexicon : Lexicon
    vocabulary : Vocabulary

    Returns
    -------
    Matcher
    """
    matchers: dict[Lexicon, Matcher] = vocabulary.companions
    if lexicon not in matchers:
        matchers[lexicon] = Matcher(lexicon, vocabulary)
    return matchers[lexicon]


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


def _broken(tokens: Tokens | StoredTokens) -> np.ndarray:
    """Bool over gap numbers."""
    return tokens.vocabulary.gap_test("parts a phrase", _breaks)


def _breaks(gap: str) -> bool:
    return not _BREAKING.isdisjoint(gap) or _BREAKING_RUN.search(gap) is not None
