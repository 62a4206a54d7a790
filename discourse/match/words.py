"""Lexicons of single words without rules, counted on white-space chunks: no token is ever laid out.

What a chunk adds to a text's counts depends on the chunk alone. So each different chunk is looked at once, and
says how many tokens it has and which categories they are hits of; a text is then a sum over its chunks. Nearly all
are one token and no hit: once that is known of a chunk, nothing more is told of it, it is only counted.
"""

from __future__ import annotations

from collections.abc import Sequence
from itertools import compress

import numpy as np

from ..lexicon import Lexicon
from ..tokens import GlobMatcher, NewWords, Vocabulary, new_sifting
from ..tokens.growing import Growing, GrowingLists
from ..tokens.layout import ChunkWords
from ..tokens.plain import AROUND_WORDS
from ..tokens.words import normalise_all

_MARKS = AROUND_WORDS.encode("ascii", "ignore")
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
        self._table = vocabulary.table
        self._n_categories = len(lexicon.categories)
        self._categories: dict[
            str, set[int]
        ] = {}  # pattern → the categories it is a hit of, and their parents
        for entry in lexicon.entries:
            own = self._categories.setdefault(entry.words[0], set())
            own.update(_with_parents(lexicon.categories, entry.category))
        self._matcher = GlobMatcher(self._categories)
        self._sifting = new_sifting(vocabulary.table, self._categories)
        # A kind of chunk is a sum. Kind 0 is one token and no hit: nearly all chunks are of that kind.
        self._kind_of: dict[Sum, int] = {}
        self._more = Growing(np.int64)  # per kind: tokens beyond the first
        self._hits = GrowingLists()  # per kind: categories
        self._kind(1, [])
        self._chunk_kind = Growing(np.int32)

    def count(self, texts: Sequence[str]) -> tuple[np.ndarray, np.ndarray]:
        """Count the hits and the tokens of texts.

        Parameters
        ----------
        texts : sequence of str

        Returns
        -------
        (hits, n_tokens) : int64 arrays (n_texts, n_categories) and (n_texts,)
        """
        n_tokens, text, chunk = self._sifting.sift(texts)
        self._look_at_new_chunks()
        kind = self._chunk_kind.values.take(chunk)
        n_tokens += np.bincount(text, self._more.values[kind], len(texts)).astype(np.int64)
        row, category = self._hits.of(kind)
        shape = (len(texts), self._n_categories)
        hits = np.bincount(text[row] * shape[1] + category, minlength=shape[0] * shape[1])
        return hits.reshape(shape), n_tokens

    def _look_at_new_chunks(self) -> None:
        seen = len(self._chunk_kind)
        new = self._sifting.new(seen)
        kind = np.zeros(len(self._table) - seen, dtype=np.int32)
        if len(new):
            kind[new - seen] = own = self._kinds([self._table.chunks[number] for number in new.tolist()])
            self._sifting.silence(new[own == 0])
        self._chunk_kind.extend(kind)

    def _kinds(self, chunks: list[bytes]) -> np.ndarray:
        """Say of which kind each of some chunks is."""
        chunk, norms = _words_of(chunks)
        categories = self._categories_of(norms)
        n_tokens = np.bincount(chunk, minlength=len(chunks))
        kind = np.zeros(len(chunks), dtype=np.int32)
        uneven = np.flatnonzero(n_tokens != 1)
        hits: dict[int, list[int]] = {number: [] for number in uneven.tolist()}
        words = [row for row, norm in enumerate(norms) if norm in categories]
        for row, number in zip(words, chunk[words].tolist(), strict=True):
            hits.setdefault(number, []).extend(categories[norms[row]])
        unusual = np.array(list(hits), dtype=np.int64)
        kind[unusual] = list(map(self._kind, n_tokens[unusual].tolist(), hits.values()))
        return kind

    def _categories_of(self, norms: list[str]) -> dict[str, set[int]]:
        """The categories that words are hits of, for those that are any."""
        different = NewWords(list(dict.fromkeys(norms)))
        found: dict[str, set[int]] = {}
        for pattern, places in self._matcher.find(different):
            for place in places:
                found.setdefault(different.words[place], set()).update(self._categories[pattern])
        return found

    def _kind(self, n_tokens: int, categories: list[int]) -> int:
        """Give the kind of a chunk with some tokens, and hits of some categories, its number."""
        key = (n_tokens, tuple(sorted(categories)))
        number = self._kind_of.setdefault(key, len(self._hits))
        if number == len(self._hits):
            self._more.append(n_tokens - 1)
            self._hits.append(key[1])
        return number


def _words_of(chunks: list[bytes]) -> tuple[np.ndarray, list[str]]:
    """The chunk and the norm of each word of some chunks, in any order."""
    # nearly all are a bare word of ASCII letters between marks, which need no look at the word rule
    bare = [chunk.strip(_MARKS) for chunk in chunks]
    is_word = list(map(bytes.isalnum, bare))
    norms = b"\n".join(compress(bare, is_word)).lower().decode("ascii").split("\n") if any(is_word) else []
    plain = np.array(is_word, dtype=bool)
    others = np.flatnonzero(~plain)
    if not len(others):
        return np.arange(len(chunks)), norms
    found = ChunkWords([chunks[other] for other in others.tolist()])
    return np.append(np.flatnonzero(plain), others[found.chunk]), norms + normalise_all(found.words())


def _with_parents(categories: tuple[str, ...], category: int) -> list[int]:
    """A category and those above it."""
    name = categories[category]
    return [n for n, above in enumerate(categories) if name == above or name.startswith(f"{above}.")]
