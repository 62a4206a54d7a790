"""Lexicons of single words without rules, counted on white-space chunks: no token is ever laid out.

What a chunk adds to a text's counts depends on the chunk alone. So each different chunk is looked at once, and
says how many tokens it has and which categories they are hits of; a text is then a sum over its chunks.
"""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np

from ..lexicon import Lexicon
from ..tokens import SEPARATOR, Vocabulary
from ..tokens.growing import Growing, GrowingLists
from .symbols import Classes, Elements

Sum = tuple[int, tuple[int, ...]]  # how many tokens, and the categories of their hits


def has_words_only(lexicon: Lexicon) -> bool:
    """Say whether each entry of a lexicon is one word, whatever stands around it and however it is written.

    Parameters
    ----------
    lexicon : Lexicon

    Returns
    -------
    bool
    """
    return not any(len(e.words) > 1 or e.unless or e.only or e.case for e in lexicon.entries)


class WordCounter:
    """A lexicon of single words compiled for a vocabulary.

    Parameters
    ----------
    lexicon : Lexicon
        One that `has_words_only`.
    vocabulary : Vocabulary
    """

    def __init__(self, lexicon: Lexicon, vocabulary: Vocabulary) -> None:
        self._vocabulary = vocabulary
        self._n_categories = len(lexicon.categories)
        elements = Elements(lexicon)
        self._categories: dict[
            int, set[int]
        ] = {}  # element → the categories it is a hit of, and their parents
        for entry in lexicon.entries:
            own = self._categories.setdefault(elements.add(*entry.words), set())
            own.update(_with_parents(lexicon.categories, entry.category))
        self._classes = Classes(vocabulary, elements)
        # A kind of chunk is a sum. Kind 0 is one token and no hit: nearly all chunks are of that kind.
        self._kind_of: dict[Sum, int] = {}
        self._more = Growing(np.int64)  # per kind: tokens beyond the first
        self._hits = GrowingLists()  # per kind: categories
        self._kind(1, [])
        self._class_kind = Growing(np.int32)  # of a chunk that is one word of a class
        self._chunk_kind = Growing(np.int32)
        self._n_later = 0  # words seen that are not the first of their chunk

    def count(self, texts: Sequence[str]) -> tuple[np.ndarray, np.ndarray]:
        """Count the hits and the tokens of texts.

        Parameters
        ----------
        texts : sequence of str

        Returns
        -------
        (hits, n_tokens) : int64 arrays (n_texts, n_categories) and (n_texts,)
        """
        encoded = [text.encode("utf-8", "surrogatepass") for text in texts]
        begins = np.cumsum([0, *(len(text) + len(SEPARATOR) for text in encoded)])
        chunk, start = self._vocabulary.table.number(SEPARATOR.encode().join(encoded))
        self._look_at_new_chunks()
        kind = self._chunk_kind.values.take(chunk)
        unusual = np.flatnonzero(kind)
        kind = kind[unusual]
        first = np.searchsorted(start, begins)  # the chunk each text begins with
        text = np.searchsorted(first, unusual, side="right") - 1
        n_tokens = np.diff(first)
        np.add.at(n_tokens, text, self._more.values[kind])
        row, category = self._hits.of(kind)
        shape = (len(texts), self._n_categories)
        hits = np.bincount(text[row] * shape[1] + category, minlength=shape[0] * shape[1])
        return hits.reshape(shape), n_tokens

    def _look_at_new_chunks(self) -> None:
        layout, members = self._vocabulary.layout, self._classes.members
        layout.update()
        class_of = np.append(self._classes.of_forms(), 0)
        self._class_kind.extend([self._kind(1, [c]) for c in range(len(self._class_kind), len(members))])
        seen = len(self._chunk_kind)
        form, count = layout.form.values[seen:], layout.count.values[seen:]
        self._chunk_kind.extend(self._class_kind.values[class_of[form]])
        uneven = np.flatnonzero(count != 1)
        n_later = self._n_later
        later = class_of[layout.later_form.values[n_later:]].tolist()
        self._n_later += len(later)
        places = zip(
            uneven.tolist(),
            count[uneven].tolist(),
            class_of[form[uneven]].tolist(),
            (layout.first_later.values[seen + uneven] - n_later).tolist(),
            strict=True,
        )
        for chunk, n, own, at in places:
            classes = [own, *later[at : at + n - 1]] if n else []
            self._chunk_kind.values[seen + chunk] = self._kind(n, classes)

    def _kind(self, n_tokens: int, classes: list[int]) -> int:
        """Give the kind of a chunk with some tokens of some classes its number."""
        categories = [c for word in classes for c in self._categories_of(word)]
        key = (n_tokens, tuple(sorted(categories)))
        number = self._kind_of.setdefault(key, len(self._hits))
        if number == len(self._hits):
            self._more.append(n_tokens - 1)
            self._hits.append(key[1])
        return number

    def _categories_of(self, number: int) -> set[int]:
        """The categories that a word of a class is a hit of."""
        return set().union(*(self._categories[element] for element in self._classes.members[number]))


def _with_parents(categories: tuple[str, ...], category: int) -> list[int]:
    """A category and those above it."""
    name = categories[category]
    return [n for n, above in enumerate(categories) if name == above or name.startswith(f"{above}.")]
