"""Find a lexicon's entries in token columns: longest match first, context rules applied."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING
from weakref import WeakKeyDictionary

import numpy as np
import regex

from ..lexicon import Lexicon
from ..tokens import Vocabulary
from .candidates import Candidates
from .context import BoundRules, ContextRules
from .overlaps import longest_first
from .symbols import Classes, Elements

if TYPE_CHECKING:
    from ..tokens import Tokens
    from .stored import StoredTokens

# Punctuation that parts the words of a phrase; white space, quotation marks, an abbreviation's stop do not.
_BREAKING = frozenset(",;:!?…()[]{}—–/|¿¡=<>•")
_BREAKING_RUN = regex.compile(r"\.\.|--|\s-\s")
_found: WeakKeyDictionary[Tokens | StoredTokens, dict[Lexicon, Matches]] = WeakKeyDictionary()


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
        entries = [tuple(map(elements.add, entry.words)) for entry in lexicon.entries]
        rules = ContextRules(lexicon, elements)
        classes = Classes(vocabulary, elements)
        self._candidates, self._bound = Candidates(entries, classes), BoundRules(rules, classes)
        self._category = np.array([e.category for e in lexicon.entries], dtype=np.int32)
        # between equal spans of one category the more specific entry gives its name
        self._by_rank = np.lexsort(
            (-np.array([e.literal_length for e in lexicon.entries], dtype=np.int64), self._category)
        )
        self._rank = np.argsort(self._by_rank)

    def __call__(self, tokens: Tokens | StoredTokens, within: np.ndarray | None = None) -> Matches:
        """Find the entries in a batch.

        Parameters
        ----------
        tokens : Tokens
            Of the vocabulary this matcher was made for.
        within : bool array, one element per token, optional
            Those of whole sentences: no entry and no rule reaches beyond its sentence. All where None.

        Returns
        -------
        Matches
        """
        broken = _broken(tokens)
        first, length, entry = self._candidates(tokens, broken)
        if within is not None:
            inside = within[first]
            first, length, entry = first[inside], length[inside], entry[inside]
        stands = self._bound.stand(tokens, first, entry, broken)
        if not stands.all():
            first, length, entry = first[stands], length[stands], entry[stands]
        kept = longest_first(first, length, self._rank[entry], self._category[self._by_rank])
        first, length, entry = first[kept], length[kept], entry[kept]
        return Matches(first, first + length, entry.astype(np.int32), self._category[entry])


def match(tokens: Tokens | StoredTokens, lexicon: Lexicon, within: np.ndarray | None = None) -> Matches:
    """Find a lexicon's entries in a batch of tokens.

    The longest match wins within the lexicon; an entry under several categories gives a match each;
    readings that context rules exclude are none.

    Parameters
    ----------
    tokens : Tokens
    lexicon : Lexicon
    within : bool array, one element per token, optional
        Those of the sentences in which to look; all where None.

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
    if within is not None:
        return matcher_of(lexicon, tokens.vocabulary)(tokens, within)
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
