"""Hits per document and category, without any layer: the way that is as fast as reading."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np

from ..collector import resting
from ..lexicon import Lexicon
from ..tokens import Tokens, Vocabulary
from .find import match
from .stored import StoredTokens, TokenStore
from .words import WordCounter, has_words_only

if TYPE_CHECKING:
    import pandas as pd

_BATCH = 4_000_000  # characters


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


def count(
    texts: Iterable[str],
    lexicon: Lexicon,
    vocabulary: Vocabulary | None = None,
    cache: str | os.PathLike[str] | None = None,
) -> Counts:
    """Count a lexicon's hits in each text, by category.

    The hits are those of `match`: longest match, context rules applied. Nothing is known of them but their
    category; whether they are denied, hedged or quoted takes `evidence.find`.

    Parameters
    ----------
    texts : iterable of str
        In the lexicon's language; read as they are needed.
    lexicon : Lexicon
    vocabulary : Vocabulary, optional
        Words that earlier calls have met, to go on with; a cache has its own.
    cache : path, optional
        Folder in which the texts are kept as numbers: the next lexicon finds them there, whatever it is.

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
    count_batch = _counter(lexicon, vocabulary, cache)
    hits = [np.zeros((0, len(lexicon.categories)), dtype=np.int64)]
    n_tokens = [np.zeros(0, dtype=np.int64)]
    for batch in _batches(texts):
        with resting():
            batch_hits, batch_tokens = count_batch(batch)
        hits.append(batch_hits)
        n_tokens.append(batch_tokens)
    return Counts(lexicon.categories, np.concatenate(hits), np.concatenate(n_tokens))


def _counter(
    lexicon: Lexicon, vocabulary: Vocabulary, cache: str | os.PathLike[str] | None
) -> Callable[[list[str]], tuple[np.ndarray, np.ndarray]]:
    """What counts the hits and the tokens of a batch of texts."""
    if cache is None and has_words_only(lexicon):
        return WordCounter(lexicon, vocabulary).count
    store = None if cache is None else TokenStore(cache, lexicon.language)

    def count_batch(texts: list[str]) -> tuple[np.ndarray, np.ndarray]:
        tokens = store.tokens(texts) if store else Tokens(texts, lexicon.language, vocabulary)
        return count_tokens(tokens, lexicon), np.diff(tokens.doc_first)

    return count_batch


def count_tokens(tokens: Tokens | StoredTokens, lexicon: Lexicon) -> np.ndarray:
    """Count a lexicon's hits in token columns: the same texts are coded again without being read again.

    Parameters
    ----------
    tokens : Tokens or StoredTokens
    lexicon : Lexicon

    Returns
    -------
    int64 array (n_documents, n_categories)
    """
    found = match(tokens, lexicon)
    n = len(lexicon.categories)
    doc = np.searchsorted(tokens.doc_first, found.first, side="right") - 1
    hits = np.bincount(doc * n + found.category, minlength=tokens.n_docs * n).reshape(tokens.n_docs, n)
    for number, below in _parents(lexicon.categories).items():
        rows = np.flatnonzero(below[found.category])
        first = found.first[rows]
        # matches are in order, so that those of one span are neighbours
        spans = rows[np.append(True, first[1:] != first[:-1])[: len(rows)]]
        hits[:, number] = np.bincount(doc[spans], minlength=tokens.n_docs)
    return hits


def _parents(categories: tuple[str, ...]) -> dict[int, np.ndarray]:
    """Number of each category that has others below it → a bool per category: is it this one or below."""
    parents = {name.rpartition(".")[0] for name in categories}
    return {
        number: np.array([other == name or other.startswith(f"{name}.") for other in categories])
        for number, name in enumerate(categories)
        if any(parent == name or parent.startswith(f"{name}.") for parent in parents)
    }


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
