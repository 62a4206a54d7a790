"""One document a file: plain text, web pages, PDF, Word."""

from __future__ import annotations

import hashlib
import importlib
import io
import logging
from collections.abc import Callable
from pathlib import Path
from typing import Any

from ..errors import MissingDependencyError, ReadError, listed
from .documents import FILE_ENDINGS, TABLE_ENDINGS, Document, decode_utf8
from .language import detect_language

_AS_TABLE, _AS_TEXT = "; save the table as CSV in UTF-8", "; save the text as .docx or .txt"
_SAVED_AS = {
    **dict.fromkeys((".xlsx", ".xls", ".ods", ".tsv", ".json"), _AS_TABLE),
    **dict.fromkeys((".doc", ".rtf", ".odt", ".pages", ".epub"), _AS_TEXT),
}
_EMPTY = "empty, there is no text in it; leave it out or put the text in."


def decode(data: bytes, source: str) -> str:
    """Decode a text file: UTF-8 without BOM, every line end as a line feed, otherwise untouched.

    Parameters
    ----------
    data : bytes
    source : str
        The name messages give it.

    Returns
    -------
    str

    Raises
    ------
    ReadError
        Not UTF-8 (the message names the likely encoding), or nothing in it.

    Examples
    --------
    >>> decode(b"one\\r\\ntwo", "a.txt")
    'one\\ntwo'
    """
    text = decode_utf8(data, source, if_empty=_EMPTY)
    if "\x00" in text:
        raise ReadError(
            f"'{source}': holds NUL bytes, so it is no text file; allowed: {listed(FILE_ENDINGS)}."
        )
    return text.replace("\r\n", "\n").replace("\r", "\n")


def read_file(
    path: Path, doc_id: str, language: str | None = None, metadata: dict[str, str] | None = None
) -> Document:
    """Read one document file by its ending.

    Parameters
    ----------
    path : Path
    doc_id : str
    language : str, optional
        Detected where None.
    metadata : dict, optional

    Returns
    -------
    Document

    Raises
    ------
    ReadError
        Missing, empty, not UTF-8, of an unknown kind, or broken.
    MissingDependencyError
        The extra ``[readers]`` is not installed.
    """
    reader = _READERS.get(path.suffix.lower())
    if reader is None:
        what = f"files ending in '{path.suffix}'" if path.suffix else "files without an ending"
        raise ReadError(
            f"'{path}': {what} cannot be read; allowed: {listed((*FILE_ENDINGS, *TABLE_ENDINGS))}"
            f"{_SAVED_AS.get(path.suffix.lower(), '')}."
        )
    if not path.is_file():
        raise ReadError(f"'{path}': there is no such file.")
    try:
        data = path.read_bytes()
    except OSError as error:
        raise ReadError(f"'{path}': {error.strerror or error}.") from None
    text = reader(data, str(path))
    digest = hashlib.sha256(data).hexdigest()
    return Document(doc_id, text, digest, language or detect_language(text), metadata or {}, str(path))


def _read_html(data: bytes, source: str) -> str:
    trafilatura = _need("trafilatura", "Reading HTML")
    text = trafilatura.extract(data, include_comments=False, include_tables=True, favor_recall=True)
    if not text or not text.strip():
        raise ReadError(f"'{source}': no running text found in this page.")
    return str(text)


def _read_pdf(data: bytes, source: str) -> str:
    pypdf = _need("pypdf", "Reading PDF")
    try:
        file = pypdf.PdfReader(io.BytesIO(data))
        pages = [page.extract_text() for page in file.pages]
    except pypdf.errors.FileNotDecryptedError:
        raise ReadError(f"'{source}': protected by a password; save it without one and try again.") from None
    except Exception as error:  # a broken file may fail anywhere in the library
        raise ReadError(f"'{source}': not readable as PDF ({type(error).__name__}).") from None
    # a page's end is a line's end: a paragraph may go on
    text = "\n".join(page.strip() for page in pages if page.strip())
    if not text:
        raise ReadError(
            f"'{source}': this PDF holds pictures of pages, no text; run a text recognition first."
        )
    return text


def _read_docx(data: bytes, source: str) -> str:
    mammoth = _need("mammoth", "Reading Word files")
    try:
        text = str(mammoth.extract_raw_text(io.BytesIO(data)).value)
    except Exception as error:  # a broken file may fail anywhere in the library
        raise ReadError(f"'{source}': not readable as a Word file ({type(error).__name__}).") from None
    if not text.strip():
        raise ReadError(f"'{source}': {_EMPTY}")
    return text


_READERS: dict[str, Callable[[bytes, str], str]] = {
    ".txt": decode,
    ".md": decode,
    ".html": _read_html,
    ".htm": _read_html,
    ".pdf": _read_pdf,
    ".docx": _read_docx,
}


def _need(package: str, purpose: str) -> Any:
    try:
        module = importlib.import_module(package)
    except ImportError:
        raise MissingDependencyError(package, "readers", purpose) from None
    # what such a library finds odd in a file is no message for the user
    logging.getLogger(package).setLevel(logging.CRITICAL)
    return module
