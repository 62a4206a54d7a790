"""Texts as numbers on disk, so that coding them with another lexicon need not read them again."""

from __future__ import annotations

import hashlib
import os
import zipfile
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np

from .. import __version__
from ..tokens import Tokens, Vocabulary

_BETWEEN = "\x00"  # no form and no gap has it: NUL separates chunks
_ENDING = ".numbers.npz"


@dataclass(frozen=True, eq=False)
class StoredTokens:
    """What matching needs to know of the tokens of a batch; see `Tokens`.

    Attributes
    ----------
    vocabulary : Vocabulary
    language : str
    doc_first : int64 array (n_documents + 1)
    form : int32 array (n)
    gap : int32 array (n + 1)
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


def stored_tokens(
    texts: Sequence[str], language: str, vocabulary: Vocabulary, folder: str | os.PathLike[str]
) -> StoredTokens:
    """Give the tokens of a batch: from the folder where it has been there before, else made and kept.

    Parameters
    ----------
    texts : sequence of str
    language : str
    vocabulary : Vocabulary
        The one to go on with; extended.
    folder : path
        Made where it is missing. A file in it is found by the SHA-256 of the texts, so that a change of the
        texts, the language or the program's version is another file.

    Returns
    -------
    StoredTokens
    """
    path = Path(folder) / (_key(texts, language) + _ENDING)
    try:
        with np.load(path, allow_pickle=False) as columns:
            return _loaded(columns, language, vocabulary)
    except (OSError, EOFError, ValueError, KeyError, zipfile.BadZipFile):
        tokens = Tokens(texts, language, vocabulary)
        _store(tokens, path)
        return StoredTokens(
            vocabulary, language, tokens.doc_first, tokens.form, tokens.gap, tokens.sentence_start
        )


def _key(texts: Sequence[str], language: str) -> str:
    digest = hashlib.sha256(f"{__version__} {language}".encode())
    for text in texts:
        data = text.encode("utf-8", "surrogatepass")
        digest.update(len(data).to_bytes(8, "big") + data)
    return digest.hexdigest()


def _store(tokens: Tokens, path: Path) -> None:
    forms, form = _own(tokens.vocabulary.forms, tokens.form)
    gaps, gap = _own(tokens.vocabulary.gaps, tokens.gap)
    path.parent.mkdir(parents=True, exist_ok=True)
    unfinished = path.with_suffix(f".{os.getpid()}")
    with unfinished.open("wb") as stream:
        np.savez(
            stream,
            forms=forms,
            form=form,
            gaps=gaps,
            gap=gap,
            doc_first=tokens.doc_first,
            sentence_first=tokens.sentence_first,
        )
    unfinished.replace(path)


def _own(words: list[str], numbers: np.ndarray) -> tuple[np.ndarray, np.ndarray]:
    """The words that occur, as bytes, and their numbers among these in few bytes."""
    used = np.flatnonzero(np.bincount(numbers, minlength=len(words)))
    place = np.zeros(len(words), dtype=np.uint16 if len(used) < 1 << 16 else np.uint32)
    place[used] = np.arange(len(used))
    joined = _BETWEEN.join([words[i] for i in used.tolist()]).encode("utf-8", "surrogatepass")
    return np.frombuffer(joined, dtype=np.uint8), place[numbers]


def _loaded(columns: Any, language: str, vocabulary: Vocabulary) -> StoredTokens:
    forms, gaps = (
        columns[name].tobytes().decode("utf-8", "surrogatepass").split(_BETWEEN) for name in ("forms", "gaps")
    )
    form, gap = columns["form"], columns["gap"]
    if len(form):
        form = np.array(vocabulary.form_numbers(forms), dtype=np.int32)[form]
    gap = np.array([vocabulary.gap_number(g) for g in gaps], dtype=np.int32)[gap]
    starts = np.zeros(len(form), dtype=bool)
    starts[columns["sentence_first"][:-1]] = True
    return StoredTokens(vocabulary, language, columns["doc_first"], form.astype(np.int32), gap, starts)
