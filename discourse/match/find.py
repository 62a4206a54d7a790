"""Find a lexicon's entries in token columns: longest match first, context rules applied."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING
from weakref import WeakKeyDictionary

import numpy as np

from ..lexicon import Lexicon
from ..tokens import Vocabulary
from .context import ContextRules
from .symbols import Automaton, Classes, Elements

if TYPE_CHECKING:
    from ..tokens import Tokens

# Punctuation that parts the words of a phrase; white space, quotation marks and an abbreviation's stop do not.
_BREAKING = frozenset(",;:!?…()[]{}—–/|¿¡=<>•")


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


# The state before any word: stands for all entries without listing them, since every class is tried on it.
_ROOT = frozenset({(-1, 0)})


class Matcher:
    """A lexicon compiled for a vocabulary; both may be used again and again, batch after batch."""

    def __init__(self, lexicon: Lexicon, vocabulary: Vocabulary) -> None:
        self.lexicon = lexicon
        self._elements = Elements(lexicon)
        self._numbers = [tuple(map(self._elements.add, entry.words)) for entry in lexicon.entries]
        self._rules = ContextRules(lexicon, self._elements)
        self._classes = Classes(vocabulary, self._elements)
        self._bound = self._rules.bind(self._classes)
        self._automaton = Automaton(self._advance)
        self._root = self._automaton.state(_ROOT)
        self._openers: dict[int, list[int]] = {}  # element → entries that begin with it
        for number, elements in enumerate(self._numbers):
            self._openers.setdefault(elements[0], []).append(number)
        self._accepts: list[tuple[int, ...]] = []
        self._entry_category = np.array([e.category for e in lexicon.entries], dtype=np.int32)
        # between equal spans of one category the more specific entry gives its name
        self._rank = np.array([e.literal_length for e in lexicon.entries], dtype=np.int64)

    def _advance(self, content: frozenset[tuple[int, int]], symbol: int) -> frozenset[tuple[int, int]]:
        members, numbers = self._classes.members[symbol], self._numbers
        if content is _ROOT:
            return frozenset((entry, 1) for element in members for entry in self._openers.get(element, ()))
        return frozenset(
            (entry, place + 1) for entry, place in content
            if place < len(numbers[entry]) and numbers[entry][place] in members)

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
        broken = broken_gaps(tokens)
        first, length, entry = self._candidates(tokens, broken)
        stands = self._bound.stand(tokens, first, entry, broken)
        first, length, entry = first[stands], length[stands], entry[stands]
        kept = self._resolve(first, length, entry)
        first, length, entry = first[kept], length[kept], entry[kept]
        return Matches(first, first + length, entry, self._entry_category[entry])

    def _candidates(self, tokens: Tokens, broken: np.ndarray) -> tuple[np.ndarray, np.ndarray, np.ndarray]:
        """Every place where an entry fits, whatever stands around it."""
        form_class = self._classes.of_forms()
        # one step for each class, then one look-up for each token
        opens = self._automaton.step(
            np.full(len(self._classes.members), self._root), np.arange(len(self._classes.members))
        )
        states = opens[form_class][tokens.form] if len(tokens) else np.zeros(0, dtype=np.int32)
        at = np.flatnonzero(states)
        states = states[at]
        found: list[tuple[np.ndarray, np.ndarray, np.ndarray]] = []
        length = 1
        while len(at):
            found.append(self._accepted(at, states, length))
            following = at + length
            going = following < len(tokens)
            going[going] = ~broken[following[going]] & ~tokens.sentence_start[following[going]]
            at, states, following = at[going], states[going], following[going]
            states = self._automaton.step(states, form_class[tokens.form[following]].astype(np.int64))
            alive = np.flatnonzero(states)
            at, states, length = at[alive], states[alive], length + 1
        if not found:
            none = np.zeros(0, dtype=np.int64)
            return none, none, none
        first, lengths, entry = (np.concatenate(column) for column in zip(*found, strict=True))
        return first, lengths, entry

    def _accepted(
        self, at: np.ndarray, states: np.ndarray, length: int
    ) -> tuple[np.ndarray, np.ndarray, np.ndarray]:
        """The entries that end at this length, a row each."""
        for content in self._automaton.contents[len(self._accepts) :]:
            done = sorted(e for e, place in content or () if place == len(self._numbers[e]))
            self._accepts.append(tuple(done))
        counts = np.array([len(a) for a in self._accepts])[states]
        rows = np.repeat(at, counts)
        entries = np.array([e for s in states[counts > 0].tolist() for e in self._accepts[s]], dtype=np.int64)
        return rows, np.full(len(rows), length, dtype=np.int64), entries

    def _resolve(self, first: np.ndarray, length: np.ndarray, entry: np.ndarray) -> np.ndarray:
        """Indices of the matches that stay, in order: longest first, each token used once.

        Entries of several categories may share one span; within a category the most specific one names it.
        """
        category = self._entry_category[entry]
        order = np.lexsort((entry, -self._rank[entry], category, -length, first))
        f, n, c = first[order], length[order], category[order]
        same = (f[1:] == f[:-1]) & (n[1:] == n[:-1]) & (c[1:] == c[:-1])
        order = order[np.append(True, ~same)] if len(order) else order
        f, n = first[order], length[order]
        if len(order) < 2:
            return order
        new_span = np.append(True, (f[1:] != f[:-1]) | (n[1:] != n[:-1]))
        span = np.cumsum(new_span) - 1
        sf, sn = f[new_span], n[new_span]
        reach = np.maximum.accumulate(sf + sn)
        apart = np.append(True, sf[1:] >= reach[:-1])
        cluster = np.cumsum(apart) - 1
        crowded = np.flatnonzero(np.bincount(cluster)[cluster] > 1)
        keep = np.ones(len(sf), dtype=bool)
        taken: set[int] = set()
        for i in crowded[np.lexsort((sf[crowded], -sn[crowded]))].tolist():
            cells = range(int(sf[i]), int(sf[i] + sn[i]))
            if taken.isdisjoint(cells):
                taken.update(cells)
            else:
                keep[i] = False
        return order[keep[span]]


_MATCHERS: WeakKeyDictionary[Vocabulary, dict[str, Matcher]] = WeakKeyDictionary()


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
    known = _MATCHERS.setdefault(tokens.vocabulary, {})
    key = lexicon.sha256 or str(id(lexicon))
    matcher = known.get(key)
    if matcher is None:
        matcher = known[key] = Matcher(lexicon, tokens.vocabulary)
    return matcher(tokens)


def broken_gaps(tokens: Tokens) -> np.ndarray:
    """Bool per gap (n + 1): does punctuation part the two words."""
    return tokens.vocabulary.gap_test("parts a phrase", _breaks)[tokens.gap]


def _breaks(gap: str) -> bool:
    return not _BREAKING.isdisjoint(gap) or ".." in gap or "--" in gap or " - " in gap
