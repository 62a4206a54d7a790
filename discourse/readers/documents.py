"""What readers give: documents, and problems in place of those that could not be read."""

from __future__ import annotations

from dataclasses import dataclass, field

from ..errors import ReadError

TEXT_ENDINGS = (".txt", ".md")
FILE_ENDINGS = (*TEXT_ENDINGS, ".html", ".htm", ".pdf", ".docx")
TABLE_ENDINGS = (".csv", ".jsonl", ".parquet")
_LIKELY = ["utf_8", "utf_16", "utf_32", "cp1252"]
_EXAMINED = 100_000  # bytes in which an encoding shows


@dataclass(frozen=True)
class Document:
    """A text with its metadata.

    Attributes
    ----------
    doc_id : str
        The metadata id, else the path relative to the input, with its ending.
    text : str or None
        None where a restricted text is not on this machine.
    sha256 : str
        Of the raw bytes (of a table's cell: of its UTF-8).
    language : str
    metadata : dict of str to str
    source : str
        Where it came from, for messages.
    """

    doc_id: str
    text: str | None
    sha256: str
    language: str
    metadata: dict[str, str] = field(default_factory=dict)
    source: str = ""


@dataclass(frozen=True)
class Problem:
    """Something that could not be read, in one line; the rest goes on."""

    message: str


def decode_utf8(data: bytes, source: str, if_empty: str) -> str:
    """Decode bytes that must be UTF-8 with something in it; a byte order mark is dropped, nothing else touched.

    Parameters
    ----------
    data : bytes
    source : str
        The name messages give it.
    if_empty : str
        What the message says where there is no text.

    Returns
    -------
    str

    Raises
    ------
    ReadError
        Not UTF-8, or nothing in it.
    """
    try:
        text = data.decode("utf-8").removeprefix("\ufeff")
    except UnicodeDecodeError as error:
        raise not_utf8(source, error.start, data) from None
    if not text.strip():
        raise ReadError(f"'{source}': {if_empty}")
    return text


def not_utf8(source: str, byte: int, data: bytes) -> ReadError:
    """Give the error for bytes that are not UTF-8, with the encoding they probably have.

    Parameters
    ----------
    source : str
        The name messages give the file.
    byte : int
        The first that is wrong.
    data : bytes
        The bytes, or some of them.

    Returns
    -------
    ReadError
    """
    from charset_normalizer import from_bytes

    sample = data[:_EXAMINED]
    # of the many that fit a few accents, the one that Western texts are in
    best = from_bytes(sample, cp_isolation=_LIKELY).best() or from_bytes(sample).best()
    likely = f", probably {best.encoding}" if best is not None and best.encoding != "utf_8" else ""
    return ReadError(f"'{source}': not UTF-8 (byte {byte}){likely}; save it as UTF-8 and try again.")
