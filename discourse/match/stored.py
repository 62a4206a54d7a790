"""Texts as numbers on disk, so that coding them with another lexicon need not read them again."""

from __future__ import annotations

import hashlib
import os
import zipfile
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np

from .. import __version__
from ..tokens import Tokens, Vocabulary

_BETWEEN = "\x00"  # no form and no gap has it: NUL separates chunks
_ENDING = ".numbers"


@dataclass(frozen=True, eq=False)
class StoredTokens:
    """What matching needs to know of the tokens of a batch; see `Tokens`.

    Attributes
    ----------
    vocabulary : Vocabulary
    language : str
    doc_first : int64 array (n_documents + 1)
    form : int array (n)
    gap : int array (n + 1)
    sentence_start : bool array (n)
    """

    vocabulary: Vocabulary
    language: str
    doc_first: np.ndarray
    form: np.ndarray
    gap: np.ndarray
    sentence_start: np.ndarray

    def __len__(self) -> int:
        return len(self.form)

    @property
    def n_docs(self) -> int:
        """How many documents the batch has."""
        return len(self.doc_first) - 1


class TokenStore:
    """Texts of one language as numbers in a folder: each batch is made once, and found there afterwards.

    A batch is kept in the numbers of the vocabulary as it was when the batch came, with the words that were
    new. So it is found again behind the same batches only, whatever lexicon asks.

    Parameters
    ----------
    folder : path
        Made where it is missing.
    language : str
    """

    def __init__(self, folder: str | os.PathLike[str], language: str) -> None:
        self._folder, self._language = Path(folder), language
        self._vocabulary = Vocabulary()
        # of the program's version, the language and all texts so far: a change of any is another file
        self._digest = hashlib.sha256(f"{__version__} {language}".encode())

    def tokens(self, texts: Sequence[str]) -> StoredTokens:
        """Give the tokens of the next batch: from the folder where it has been there before, else made and kept.

        Parameters
        ----------
        texts : sequence of str

        Returns
        -------
        StoredTokens
        """
        self._digest.update(len(texts).to_bytes(8, "big"))
        for text in texts:
            data = text.encode("utf-8", "surrogatepass")
            self._digest.update(len(data).to_bytes(8, "big"))
            self._digest.update(data)
        path = self._folder / (self._digest.hexdigest() + _ENDING)
        try:
            return self._load(path)
        except (OSError, EOFError, ValueError, zipfile.BadZipFile):
            return self._make(texts, path)

    def _load(self, path: Path) -> StoredTokens:
        with path.open("rb") as stream:
            columns = [np.load(stream, allow_pickle=False) for _ in range(6)]
        new_forms, new_gaps = (_apart(column) for column in columns[:2])
        vocabulary = self._vocabulary
        known = len(vocabulary.forms) + len(new_forms), len(vocabulary.gaps) + len(new_gaps)
        if any(len(c) and c.max() >= n for c, n in zip(columns[2:4], known, strict=True)):
            raise ValueError(f"numbers beyond the words in {path}")
        vocabulary.form_numbers(new_forms)
        for text in new_gaps:
            vocabulary.gap_number(text)
        return self._stored(columns)

    def _make(self, texts: Sequence[str], path: Path) -> StoredTokens:
        vocabulary = self._vocabulary
        n_forms, n_gaps = len(vocabulary.forms), len(vocabulary.gaps)
        tokens = Tokens(texts, self._language, vocabulary)
        columns = [
            _in_few_bytes(tokens.form),
            _in_few_bytes(tokens.gap),
            tokens.doc_first,
            tokens.sentence_first,
        ]
        columns = [_together(vocabulary.forms[n_forms:]), _together(vocabulary.gaps[n_gaps:]), *columns]
        path.parent.mkdir(parents=True, exist_ok=True)
        unfinished = path.with_suffix(f".{os.getpid()}")
        with unfinished.open("wb") as stream:
            for column in columns:
                np.save(stream, column, allow_pickle=False)
        unfinished.replace(path)
        return self._stored(columns)

    def _stored(self, columns: list[np.ndarray]) -> StoredTokens:
        new_forms, new_gaps, form, gap, doc_first, sentence_first = columns
        # the batches behind this one are in numbers that follow from these words in this order
        self._digest.update(new_forms.tobytes() + new_gaps.tobytes())
        starts = np.zeros(len(form), dtype=bool)
        starts[sentence_first[:-1]] = True
        return StoredTokens(self._vocabulary, self._language, doc_first, form, gap, starts)


def _in_few_bytes(numbers: np.ndarray) -> np.ndarray:
    return numbers.astype(np.uint16 if numbers.max(initial=0) < 1 << 16 else np.int32)


def _together(words: list[str]) -> np.ndarray:
    joined = "".join(word + _BETWEEN for word in words)
    return np.frombuffer(joined.encode("utf-8", "surrogatepass"), dtype=np.uint8)


def _apart(joined: np.ndarray) -> list[str]:
    return joined.tobytes().decode("utf-8", "surrogatepass").split(_BETWEEN)[:-1]
