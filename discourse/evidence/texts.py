"""What a caller gives as texts: a corpus, or strings; anything else is told, a file's name too."""

from __future__ import annotations

import hashlib
import os
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any, cast

from ..corpus import METADATA, Corpus, read_corpus
from ..errors import UsageError
from ..readers import FILE_ENDINGS, TABLE_ENDINGS, Document, check_language, detect_language

if TYPE_CHECKING:
    import pandas as pd

_LONGEST_NAME = 300  # characters; a longer string is no file's name


def as_corpus(texts: Corpus | str | Sequence[str] | pd.DataFrame, language: str | None = None) -> Corpus:
    """Give a corpus back, or make one of texts given as strings.

    Parameters
    ----------
    texts : Corpus, or str, or sequence of str, or DataFrame with the column ``text``
    language : str, optional
        Of strings; detected where None.

    Returns
    -------
    Corpus

    Raises
    ------
    UsageError
        Neither texts nor a corpus, or the name of a file in place of its text.

    Examples
    --------
    >>> as_corpus(["War, no.", "Peace, yes."], language="en")
    <Corpus: 2 documents>
    >>> as_corpus("speech.txt")  # doctest: +ELLIPSIS
    Traceback (most recent call last):
    discourse.errors.UsageError: Argument corpus: 'speech.txt' is the name of a file, and a text is needed...
    """
    check_language(language)
    if isinstance(texts, Corpus):
        return texts
    if hasattr(texts, "columns"):
        return read_corpus(cast("pd.DataFrame", texts), language=language)
    return Corpus(
        tuple(
            Document(
                f"text-{n}",
                t,
                hashlib.sha256(t.encode("utf-8", "surrogatepass")).hexdigest(),
                language or detect_language(t),
                {},
                f"text {n}",
            )
            for n, t in enumerate(_strings(texts), start=1)
        )
    )


def _strings(texts: Any) -> list[str]:
    if isinstance(texts, os.PathLike) or (isinstance(texts, str) and _names_a_file(texts)):
        name = os.fspath(texts)
        raise UsageError(
            f"Argument corpus: '{name}' is the name of a file, and a text is needed; read it:"
            f" read_corpus('{name}')."
        )
    if isinstance(texts, str):
        return [texts]
    if isinstance(texts, (bytes, Mapping)) or not hasattr(texts, "__iter__"):
        raise UsageError(
            f"Argument corpus: a Corpus, a text or a list of texts is needed, not {type(texts).__name__}; read files and"
            " tables with read_corpus(…)."
        )
    strings = list(texts)
    for n, text in enumerate(strings, start=1):
        if not isinstance(text, str):
            raise UsageError(
                f"Argument corpus, text {n}: every text must be a string, not {type(text).__name__}."
            )
    if strings and all(map(_has_ending, strings)):
        raise UsageError(
            f"Argument corpus: '{strings[0]}' is the name of a file, and texts are needed; read it:"
            f" read_corpus('{strings[0]}')."
        )
    return strings


def _has_ending(text: str) -> bool:
    """Is this one word, or a path, with the ending of a file that can be read."""
    if len(text) > _LONGEST_NAME or not text.lower().endswith((*FILE_ENDINGS, *TABLE_ENDINGS)):
        return False
    return len(text.split()) == 1 or _is_there(Path(text), Path.is_file)


def _names_a_file(text: str) -> bool:
    """Is this a file's name, or that of a corpus folder, rather than a text."""
    if _has_ending(text):
        return True
    is_short = 0 < len(text) <= _LONGEST_NAME and "\n" not in text and "\0" not in text
    return is_short and (
        _is_there(Path(text) / METADATA, Path.is_file)
        or (len(Path(text).parts) > 1 and _is_there(Path(text), Path.exists))
    )


def _is_there(path: Path, test: Callable[[Path], bool]) -> bool:
    """Ask the file system; a sentence longer than it lets a name be (in bytes) is no file's name."""
    try:
        return test(path)
    except OSError:
        return False
