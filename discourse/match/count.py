"""Hits per document and category, without any layer: the way that is as fast as reading."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np

from ..lexicon import Lexicon
from ..tokens import Tokens, Vocabulary
from .find import match, matcher_of

if TYPE_CHECKING:
    import pandas as pd

_BATCH = 2_000_000  # characters


@dataclass(frozen=True)
class Counts:
    """How often each category of a lexicon stands in each text.

    Attributes
    ----------
    categories : tuple of str
        Those of the lexicon, parents too.
    hits : int64 array (n_texts, n_categories)
        A parent category counts a span once, though it stands in two of its children.
    n_tokens : int64 array (n_texts,)
    """

    categories: tuple[str, ...]
    hits: np.ndarray
    n_tokens: np.ndarray

    def frame(self) -> pd.DataFrame:
        """Give a row per text: n_tokens, then a column per category."""
        import pandas as pd

        columns = dict(zip(self.categories, self.hits.T, strict=True))
        return pd.DataFrame({"n_tokens": self.n_tokens, **columns})


def count(texts: Iterable[str], lexicon: Lexicon, vocabulary: Vocabulary | None = None) -> Counts:
    """Count a lexicon's hits in each text, by category.

    The hits are those of `match`: longest match, context rules applied. Nothing is known of them but their
    category; whether they are denied, hedged or quoted takes `evidence.find`.

    Parameters
    ----------
    texts : iterable of str
        In the lexicon's language; read as they are needed.
    lexicon : Lexicon
    vocabulary : Vocabulary, optional
        Words that earlier calls have met, to go on with.

    Returns
    -------
    Counts

    Examples
    --------
    >>> from discourse.lexicon import load_lexicon
    >>> counts = count(["Peace, yes. War, no.", "Never war!"], load_lexicon("war_peace", "en"))
    >>> counts.frame()[["n_tokens", "war", "peace"]].values.tolist()
    [[4, 1, 1], [2, 1, 0]]
    """
    vocabulary = Vocabulary() if vocabulary is None else vocabulary
    gaps = matcher_of(lexicon, vocabulary).reads_gaps
    hits = [np.zeros((0, len(lexicon.categories)), dtype=np.int64)]
    n_tokens = [np.zeros(0, dtype=np.int64)]
    for batch in _batches(texts):
        tokens = Tokens(batch, lexicon.language, vocabulary, gaps)
        hits.append(count_tokens(tokens, lexicon))
        n_tokens.append(np.diff(tokens.doc_first))
    return Counts(lexicon.categories, np.concatenate(hits), np.concatenate(n_tokens))


def count_tokens(tokens: Tokens, lexicon: Lexicon) -> np.ndarray:
    """Count a lexicon's hits in token columns: the same texts are coded again without being read again.

    Parameters
    ----------
    tokens : Tokens
    lexicon : Lexicon

    Returns
    -------
    int64 array (n_documents, n_categories)
    """
    found = match(tokens, lexicon)
    n = len(lexicon.categories)
    doc = np.searchsorted(tokens.doc_first, found.first, side="right") - 1
    hits = np.zeros((tokens.n_docs, n), dtype=np.int64)
    for number, own in enumerate(_subtrees(lexicon)):
        rows = np.flatnonzero(own[found.category])
        if own.sum() > 1:  # matches are in order, so that those of one span are neighbours
            rows = (
                rows[np.append(True, found.first[rows][1:] != found.first[rows][:-1])] if len(rows) else rows
            )
        hits[:, number] = np.bincount(doc[rows], minlength=tokens.n_docs)
    return hits


def _subtrees(lexicon: Lexicon) -> list[np.ndarray]:
    """For each category, a bool per category: is it this one or one below it."""
    names = lexicon.categories
    return [np.array([n == name or n.startswith(f"{name}.") for n in names]) for name in names]


def _batches(texts: Iterable[str]) -> Iterator[list[str]]:
    waiting: list[str] = []
    size = 0
    for text in texts:
        waiting.append(text)
        size += len(text)
        if size >= _BATCH:
            yield waiting
            waiting, size = [], 0
    if waiting:
        yield waiting
