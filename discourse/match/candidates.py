"""Where entries fit, whatever stands around them: words by a look at their class, phrases from their first two words."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

import numpy as np

from ..tokens.growing import Growing, GrowingLists
from ..tokens.keys import KeyTable
from .symbols import Classes

if TYPE_CHECKING:
    from ..tokens import Tokens
    from .stored import StoredTokens

_ALONE = 1  # an entry by itself; the other bits are groups of the elements that second words are of
_GROUPS = 31
_BITS = 32
_NO_WORD = -1


class Candidates:
    """The entries of a lexicon, found on one vocabulary.

    Parameters
    ----------
    entries : list of tuples of int
        The elements of each entry.
    classes : Classes
    """

    def __init__(self, entries: list[tuple[int, ...]], classes: Classes) -> None:
        self._classes = classes
        self._n_words = np.array([len(words) for words in entries], dtype=np.int64)
        # place, entry → element
        self._word = np.full((max(2, self._n_words.max(initial=0)), len(entries)), _NO_WORD, dtype=np.int64)
        for number, words in enumerate(entries):
            self._word[: len(words), number] = words
        n_elements = int(self._word.max(initial=0)) + 1
        alone, phrases = (np.flatnonzero(way) for way in (self._n_words == 1, self._n_words > 1))
        first, second = self._word[0, phrases], self._word[1, phrases]
        self.has_phrases = len(phrases) > 0
        # element → entries of that one word
        self._entries_of = _by_key(n_elements, self._word[0, alone], alone)
        # the first two elements of phrases, as one number → the phrases
        pairs, pair = np.unique(_pair(first, second), return_inverse=True)
        self._pair_number = KeyTable()
        self._pair_number.add(pairs, np.arange(len(pairs)))
        self._phrases_of = _by_key(len(pairs), pair, phrases)
        # per element: what it is, as a first word and as a second one; and whether it is a third one or later
        self._first_role, self._second_role = (np.zeros(n_elements, dtype=np.uint32) for _ in range(2))
        seconds = np.unique(second)
        self._second_role[seconds] = 2 << np.arange(len(seconds)) % _GROUPS
        np.bitwise_or.at(self._first_role, first, self._second_role[second])
        self._first_role[self._word[0, alone]] |= _ALONE
        self._is_later = np.isin(np.arange(n_elements), self._word[2:])
        # per class: the same of all its elements; and per form, of its class
        self._first, self._second = Growing(np.uint32), Growing(np.uint32)
        self._form_first, self._form_second = Growing(np.uint32), Growing(np.uint32)
        # class → entries by itself; elements that phrases begin with; elements that are second words
        self._alone, self._firsts, self._seconds = (GrowingLists() for _ in range(3))
        self._fits = KeyTable()  # class and an element that is a third word or later, as one number

    def __call__(
        self, tokens: Tokens | StoredTokens, broken: np.ndarray
    ) -> tuple[np.ndarray, np.ndarray, np.ndarray]:
        """Find every place where an entry fits.

        Parameters
        ----------
        tokens : Tokens or StoredTokens
        broken : bool array over gap numbers
            Which gaps part two tokens.

        Returns
        -------
        (first, length, entry) : three int64 arrays
        """
        class_of, form = self._classes.of_forms(), tokens.form
        self._know_classes()
        new = class_of[len(self._form_first) :]
        self._form_first.extend(self._first.values[new])
        self._form_second.extend(self._second.values[new])
        role = self._form_first.values.take(form)
        if self.has_phrases:
            # a phrase can only begin where a first word stands before a second word of one group
            follows = self._form_second.values.take(form[1:])
            follows |= _ALONE
            role[:-1] &= follows
        role[-1:] &= _ALONE
        some = np.flatnonzero(role != 0)  # of a bool array they are found six times as fast
        role = role[some]
        at = some[role & _ALONE != 0]
        row, entry = self._alone.of(class_of[form[at]])
        found = [(at[row], entry), *self._find_phrases(some[role > _ALONE], tokens, class_of, broken)]
        first, entry = (np.concatenate(column) for column in zip(*found, strict=True))
        return first, self._n_words[entry], entry

    def _find_phrases(
        self, at: np.ndarray, tokens: Tokens | StoredTokens, class_of: np.ndarray, broken: np.ndarray
    ) -> Iterator[tuple[np.ndarray, np.ndarray]]:
        """Places and entries, shorter ones first."""
        form = tokens.form
        at = at[_joined(at + 1, tokens, broken)]
        row, first = self._firsts.of(class_of[form[at]])
        at = at[row]
        row, second = self._seconds.of(class_of[form[at + 1]])
        at, pair = at[row], self._pair_number.find(_pair(first[row], second))
        known = np.flatnonzero(pair >= 0)
        row, entry = self._phrases_of.of(pair[known])
        at = at[known[row]]
        for length in range(2, len(self._word) + 1):
            is_whole = self._n_words[entry] == length
            yield at[is_whole], entry[is_whole]
            going = np.flatnonzero(~is_whole & (at + length < len(tokens)))
            going = going[_joined(at[going] + length, tokens, broken)]
            if not len(going):
                return
            at, entry = at[going], entry[going]
            fits = self._fits.find(_pair(class_of[form[at + length]], self._word[length, entry])) >= 0
            at, entry = at[fits], entry[fits]

    def _know_classes(self) -> None:
        """Say of each new class what its words can be."""
        known = len(self._first)
        n = len(self._classes.members) - known
        row, element = self._classes.elements(np.arange(known, known + n))
        own = element < len(self._first_role)  # the elements after these are the context rules'
        row, element = row[own], element[own]
        for column, role in ((self._first, self._first_role), (self._second, self._second_role)):
            roles = np.zeros(n, dtype=np.uint32)
            np.bitwise_or.at(roles, row, role[element])
            column.extend(roles)
        nth, entry = self._entries_of.of(element)
        self._alone.extend(n, row[nth], entry)
        for lists, wanted in (
            (self._firsts, self._first_role[element] > _ALONE),
            (self._seconds, self._second_role[element] > 0),
        ):
            lists.extend(n, row[wanted], element[wanted])
        later = self._is_later[element]
        self._fits.add(_pair(known + row[later], element[later]), np.zeros(later.sum(), dtype=np.int32))


def _pair(one: np.ndarray, other: np.ndarray) -> np.ndarray:
    """Two numbers as one, which is never 0."""
    return ((one.astype(np.int64) + 1) << _BITS | other).view(np.uint64)


def _by_key(n: int, keys: np.ndarray, values: np.ndarray) -> GrowingLists:
    """The values of each of n keys."""
    order = np.argsort(keys, kind="stable")
    lists = GrowingLists()
    lists.extend(n, keys[order], values[order])
    return lists


def _joined(token: np.ndarray, tokens: Tokens | StoredTokens, broken: np.ndarray) -> np.ndarray:
    """Bool per token: does nothing part it from the one before."""
    return ~(broken[tokens.gap[token]] | tokens.sentence_start[token])
