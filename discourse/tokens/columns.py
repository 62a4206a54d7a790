"""A batch of texts as token columns: integer arrays over a vocabulary, never a Python object per token."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from functools import cached_property

import numpy as np

from .structure import find_paragraphs, find_roles
from .sentences import find_sentences
from .vocabulary import EMPTY, Vocabulary

SEPARATOR = "\n\n"  # between the documents of a batch
_SPACE, _LINE, _BLANK = 0, 1, 2
_WHITE = (" ", "\n", "\n\n")


@dataclass
class Tokens:
    """The token columns of a batch of documents in one language.

    Attributes
    ----------
    vocabulary : Vocabulary
        What the numbers mean; grows from batch to batch.
    language : str
        "en" or "es".
    text : str
        The documents' texts, joined by a blank line.
    doc_start, doc_first : int64 arrays, one element per document and one more
        Where each document begins: character in `text`, token number.
    form, norm : int32 arrays, one element per token
        Numbers in `vocabulary.forms` and `vocabulary.norms`.
    start, end : int64 arrays
        Character offsets in `text`, half open.
    gap : int32 array, one element per token and one more
        Number in `vocabulary.gaps` of what stands *before* a token; the last is what follows all of them.
    doc, paragraph, sentence : int32 arrays
        Numbers that run over the batch.
    paragraph_first, sentence_first : int64 arrays
        The token each paragraph and sentence begins with, and the number of tokens at the end.
    question : bool array, one element per sentence
    """

    vocabulary: Vocabulary
    language: str
    text: str
    doc_start: np.ndarray
    doc_first: np.ndarray
    form: np.ndarray
    norm: np.ndarray
    start: np.ndarray
    end: np.ndarray
    gap: np.ndarray
    doc: np.ndarray = field(init=False)
    paragraph: np.ndarray = field(init=False)
    sentence: np.ndarray = field(init=False)
    paragraph_first: np.ndarray = field(init=False)
    sentence_first: np.ndarray = field(init=False)
    question: np.ndarray = field(init=False)

    def __post_init__(self) -> None:
        n = len(self.form)
        self.doc = np.repeat(np.arange(self.n_docs, dtype=np.int32), np.diff(self.doc_first))
        self.paragraph_first = find_paragraphs(self)
        self.paragraph = _numbers(self.paragraph_first, n)
        self.sentence_first, self.question = find_sentences(self)
        self.sentence = _numbers(self.sentence_first, n)

    def __len__(self) -> int:
        return len(self.form)

    @property
    def n_docs(self) -> int:
        """How many documents the batch has."""
        return len(self.doc_start) - 1

    @cached_property
    def sentence_start(self) -> np.ndarray:
        """Bool per token: is it the first of its sentence."""
        first = np.zeros(len(self), dtype=bool)
        first[self.sentence_first[:-1]] = True
        return first

    @cached_property
    def paragraph_role(self) -> np.ndarray:
        """Int8 per paragraph: 0 headline, 1 heading, 2 lead, 3 body (nothing left out)."""
        return find_roles(self)

    def has(self, words: Iterable[str]) -> np.ndarray:
        """Say for each token whether its norm is one of some words (a word may end in ``*``)."""
        return self.vocabulary.norm_flags(words)[self.norm]

    def written(self, way: str) -> np.ndarray:
        """Say for each token whether it is written "capital", "upper" or with a "digit"."""
        return self.vocabulary.form_flags(way)[self.form]

    def gap_has(self, characters: str) -> np.ndarray:
        """Say for each gap (n + 1) whether it has one of some characters."""
        return self.vocabulary.gap_flags(characters)[self.gap]

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
    vocabulary = vocabulary if vocabulary is not None else Vocabulary()
    text = SEPARATOR.join(texts)
    lengths = np.fromiter((len(t) + len(SEPARATOR) for t in texts), dtype=np.int64, count=len(texts))
    doc_start = np.concatenate([[0], np.cumsum(lengths)]).astype(np.int64)
    raw = text.encode("utf-8", "surrogatepass")

    ids, byte_start, byte_length = vocabulary.table.number(raw)
    flat, rows = vocabulary.layout.update()
    first, count, lead, tail, n_chars = rows[ids].T if len(ids) else np.zeros((5, 0), dtype=np.int32)

    # White space is ASCII, so only chunks have characters of several bytes.
    extra = byte_length - n_chars
    chunk_start = byte_start - (np.cumsum(extra) - extra)

    token_first = np.cumsum(count) - count  # token number at which each chunk begins
    chunk_of = np.repeat(np.arange(len(ids)), count)
    row = first[chunk_of] + (np.arange(len(chunk_of)) - token_first[chunk_of])
    form, rel_start, rel_end, inner = flat[row].T if len(row) else np.zeros((4, 0), dtype=np.int32)
    at = chunk_start[chunk_of]
    start, end = at + rel_start, at + rel_end

    white = _white_between(raw, byte_start, byte_start + byte_length)
    gap = _gaps(vocabulary, inner, count, lead, tail, white, ids, token_first)
    norm = vocabulary.norm_of[form] if len(form) else np.zeros(0, dtype=np.int32)
    return Tokens(
        vocabulary=vocabulary,
        language=language,
        text=text,
        doc_start=doc_start,
        doc_first=np.searchsorted(start, doc_start).astype(np.int64),
        form=form.astype(np.int32),
        norm=norm,
        start=start,
        end=end,
        gap=gap,
    )


def _white_between(raw: bytes, start: np.ndarray, end: np.ndarray) -> np.ndarray:
    """Class of the white space before each chunk (and after the last): space, line end or blank line."""
    newlines = np.flatnonzero(np.frombuffer(raw, dtype=np.uint8) == 10)
    lines = np.bincount(np.searchsorted(start, newlines), minlength=len(start) + 1)
    return np.minimum(lines, _BLANK)


def _gaps(
    vocabulary: Vocabulary,
    inner: np.ndarray,
    count: np.ndarray,
    lead: np.ndarray,
    tail: np.ndarray,
    white: np.ndarray,
    ids: np.ndarray,
    token_first: np.ndarray,
) -> np.ndarray:
    """Number what stands before each token: the tail of one chunk, white space, the lead of the next."""
    n = len(inner)
    gap = np.append(inner, 0)
    holders = np.flatnonzero(count)  # chunks with a token
    if not len(holders):
        whole = _WHITE[_SPACE].join(
            vocabulary.table.chunks[i].decode("utf-8", "replace") for i in ids.tolist()
        )
        return np.array([vocabulary.gap_number(whole or " ")], dtype=np.int32)
    before_tail = np.concatenate([[EMPTY], tail[holders]])
    after_lead = np.concatenate([lead[holders], [EMPTY]])
    space = np.append(white[holders], white[len(count)])
    where = np.append(token_first[holders], n)
    plain = (before_tail == EMPTY) & (after_lead == EMPTY) & (space == _SPACE)
    # chunks without a token (a dash, a bullet) make the gap they stand in a longer one
    lonely = np.flatnonzero(count == 0)
    groups = np.searchsorted(holders, lonely) if len(lonely) else lonely
    plain[groups] = False
    gap[where] = 0
    odd = np.flatnonzero(~plain)
    code = (
        (before_tail[odd].astype(np.int64) + 1) << 34
        | (after_lead[odd].astype(np.int64) + 1) << 2
        | space[odd]
    )
    different, back = np.unique(code, return_inverse=True)
    numbers = np.fromiter(
        (_compose(vocabulary, c) for c in different.tolist()), dtype=np.int32, count=len(different)
    )
    gap[where[odd]] = numbers[back]
    if len(lonely):
        chunks = vocabulary.table.chunks
        cuts = np.flatnonzero(np.diff(groups)) + 1
        for members in np.split(lonely, cuts):
            group = int(np.searchsorted(holders, members[0]))
            pieces = [_gap_text(vocabulary, int(before_tail[group]))]
            for chunk in members.tolist():
                pieces += [_WHITE[white[chunk]], chunks[ids[chunk]].decode("utf-8", "surrogatepass")]
            pieces += [_WHITE[space[group]], _gap_text(vocabulary, int(after_lead[group]))]
            gap[where[group]] = vocabulary.gap_number("".join(pieces))
    return gap.astype(np.int32)


def _gap_text(vocabulary: Vocabulary, number: int) -> str:
    return "" if number == EMPTY else vocabulary.gaps[number]


def _compose(vocabulary: Vocabulary, code: int) -> int:
    before, after, space = (code >> 34) - 1, ((code >> 2) & 0xFFFFFFFF) - 1, code & 3
    return vocabulary.gap_number(_gap_text(vocabulary, before) + _WHITE[space] + _gap_text(vocabulary, after))


def _numbers(first: np.ndarray, n: int) -> np.ndarray:
    """Running numbers from first tokens: (0, 3, 5) and n = 5 give 0 0 0 1 1."""
    return (
        np.repeat(np.arange(len(first) - 1, dtype=np.int32), np.diff(first)) if n else np.zeros(0, np.int32)
    )
