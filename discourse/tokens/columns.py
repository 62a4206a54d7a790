"""A batch of texts as token columns: integer arrays over a vocabulary, never a Python object per token."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from functools import cached_property

import numpy as np

from .batch import Batch
from .nicknames import inside_names
from .numbering import SEPARATOR
from .sentences import find_questions, find_sentences
from .structure import find_paragraphs, find_roles
from .vocabulary import Vocabulary


class Tokens:
    """The token columns of a batch of documents in one language; each is worked out when first asked for.

    Attributes
    ----------
    vocabulary : Vocabulary
        What the numbers mean; grows from batch to batch.
    language : str
        "en" or "es".
    doc_start, doc_first : int64 arrays, one element per document and one more
        Where each document begins: character in `text`, token number.
    form : int32 array, one element per token
        Numbers in `vocabulary.forms`.
    gap : int32 array, one element per token and one more
        Numbers in `vocabulary.gaps` of what stands *before* each token; the last is what follows all of them.
    """

    def __init__(self, texts: Sequence[str], language: str, vocabulary: Vocabulary) -> None:
        self.vocabulary = vocabulary
        self.language = language
        self._texts = texts
        encoded = [text.encode("utf-8", "surrogatepass") for text in texts]
        self._batch = Batch(vocabulary, SEPARATOR.encode().join(encoded))
        self.doc_start = _begins(texts)
        self.doc_first = self._batch.token_at(_begins(encoded))
        self.form = self._batch.forms()
        self.gap = self._batch.gaps()

    def __len__(self) -> int:
        return len(self.form)

    def __repr__(self) -> str:
        return f"<Tokens ({self.language}): {len(self)} in {self.n_docs} documents>"

    @property
    def n_docs(self) -> int:
        """How many documents the batch has."""
        return len(self.doc_start) - 1

    @cached_property
    def text(self) -> str:
        """The documents' texts, joined by a blank line."""
        return SEPARATOR.join(self._texts)

    @cached_property
    def norm(self) -> np.ndarray:
        """Int32 per token: number in `vocabulary.norms`."""
        return self.vocabulary.norm_of.take(self.form)

    @cached_property
    def _offsets(self) -> tuple[np.ndarray, np.ndarray]:
        return self._batch.offsets()

    @property
    def start(self) -> np.ndarray:
        """Int64 per token: the character in `text` it begins with."""
        return self._offsets[0]

    @property
    def end(self) -> np.ndarray:
        """Int64 per token: the character in `text` after its last."""
        return self._offsets[1]

    @cached_property
    def marked(self) -> np.ndarray:
        """Int64: the gaps (token numbers, n for the last) that are more than a space, in order."""
        return np.flatnonzero(self.gap != 0)

    @cached_property
    def plain_gap(self) -> np.ndarray:
        """Int32 per gap (n + 1): `gap` with wrapped lines' ends and the marks of a nickname inside a name as spaces."""
        vocabulary, places = self.vocabulary, self.marked
        ends_line = vocabulary.gap_test("ends a line", lambda gap: gap.count("\n") == 1)
        places = places[ends_line.take(self.gap.take(places)) & (places < len(self))]
        places = places[~self.paragraph_start.take(places)] if len(places) else places
        named = inside_names(self)
        if not len(places) and not len(named):
            return self.gap
        wrapped, back = np.unique(self.gap[places], return_inverse=True)
        plain = [vocabulary.gap_number(vocabulary.gaps[gap].replace("\n", " ")) for gap in wrapped.tolist()]
        column = self.gap.copy()
        column[places] = np.array(plain, dtype=np.int32)[back]
        column[named] = 0
        return column

    @cached_property
    def doc(self) -> np.ndarray:
        """Int32 per token: its document."""
        return _numbers(self.doc_first)

    @cached_property
    def paragraph_first(self) -> np.ndarray:
        """Int64: the token each paragraph begins with, and the number of tokens."""
        return find_paragraphs(self)

    @cached_property
    def paragraph_start(self) -> np.ndarray:
        """Bool per token: is it the first of its paragraph."""
        return _starts(self.paragraph_first)

    @cached_property
    def paragraph(self) -> np.ndarray:
        """Int32 per token: its paragraph; the numbers run over the batch."""
        return _numbers(self.paragraph_first)

    @cached_property
    def sentence_first(self) -> np.ndarray:
        """Int64: the token each sentence begins with, and the number of tokens."""
        return find_sentences(self)

    @cached_property
    def sentence(self) -> np.ndarray:
        """Int32 per token: its sentence; the numbers run over the batch."""
        return _numbers(self.sentence_first)

    @cached_property
    def sentence_start(self) -> np.ndarray:
        """Bool per token: is it the first of its sentence."""
        return _starts(self.sentence_first)

    @cached_property
    def question(self) -> np.ndarray:
        """Bool per sentence: is it a question."""
        return find_questions(self)

    @cached_property
    def paragraph_role(self) -> np.ndarray:
        """Int8 per paragraph: 0 headline, 1 heading, 2 lead, 3 body (nothing left out)."""
        return find_roles(self)

    def has(self, words: Iterable[str]) -> np.ndarray:
        """Say for each token whether its norm is one of some words (a word may end in ``*``)."""
        return self.vocabulary.norm_flags(words).take(self.norm)

    def written(self, way: str) -> np.ndarray:
        """Say for each token whether it is written "capital", "upper" or with a "digit"."""
        return self.vocabulary.form_flags(way).take(self.form)

    def gap_has(self, characters: str) -> np.ndarray:
        """Say for each gap (n + 1) whether it has one of some characters."""
        return self.vocabulary.gap_flags(characters).take(self.gap)

    def word(self, token: int) -> str:
        """Give a token's norm."""
        return self.vocabulary.norms[self.norm[token]]

    def gap_text(self, token: int) -> str:
        """Give what stands before a token, white space folded."""
        return self.vocabulary.gaps[self.gap[token]]


def tokenize(texts: Sequence[str], language: str = "en", vocabulary: Vocabulary | None = None) -> Tokens:
    """Turn texts into token columns with paragraphs and sentences.

    Parameters
    ----------
    texts : sequence of str
        One batch: a few megabytes at the most.
    language : "en" or "es"
    vocabulary : Vocabulary, optional
        The one to go on with; a new one where None.

    Returns
    -------
    Tokens

    Examples
    --------
    >>> tokens = tokenize(["Peace, yes. War, no."])
    >>> [tokens.word(i) for i in range(len(tokens))], tokens.sentence.tolist()
    (['peace', 'yes', 'war', 'no'], [0, 0, 1, 1])
    """
    return Tokens(list(texts), language, vocabulary if vocabulary is not None else Vocabulary())


def _begins(texts: Sequence[str] | Sequence[bytes]) -> np.ndarray:
    """Where each text begins when they are joined by the separator, and where one more would."""
    begins = np.zeros(len(texts) + 1, dtype=np.int64)
    np.cumsum([len(text) + len(SEPARATOR) for text in texts], out=begins[1:])
    return begins


def _starts(first: np.ndarray) -> np.ndarray:
    """Bool per token: is it one of the first tokens (the last element is their number)."""
    starts = np.zeros(first[-1], dtype=bool)
    starts[first[:-1]] = True
    return starts


def _numbers(first: np.ndarray) -> np.ndarray:
    """Running numbers from first tokens: (0, 3, 5) gives 0 0 0 1 1."""
    return np.repeat(np.arange(len(first) - 1, dtype=np.int32), np.diff(first))
