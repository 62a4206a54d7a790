"""Read documents from files and tables: txt, md, html, pdf, docx, csv, jsonl, parquet."""

from __future__ import annotations

import hashlib
import io
import json
import logging
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from functools import lru_cache
from pathlib import Path
from typing import Any

from .errors import MissingDependencyError, ReadError, UsageError, did_you_mean, listed

TEXT_ENDINGS = (".txt", ".md")
FILE_ENDINGS = (*TEXT_ENDINGS, ".html", ".htm", ".pdf", ".docx")
TABLE_ENDINGS = (".csv", ".jsonl", ".parquet")
DETECTED_CHARACTERS = 2000
_SHORT = 200  # characters; below, only the languages with rules are considered
_COMMON = {
    "en": frozenset(
        "the of and to in that is was for it with as his on be at by this had not are but from or have".split()
    ),
    "es": frozenset(
        "de la que el en y los se del las por un para con no una su al lo como más pero sus le ha".split()
    ),
}
_CONSIDERED = [
    "en",
    "es",
    "pt",
    "fr",
    "it",
    "ca",
    "gl",
    "de",
    "nl",
    "ru",
    "ar",
    "zh",
    "ja",
    "ko",
    "tr",
    "pl",
    "uk",
]


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
    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        raise ReadError(
            f"'{source}': not UTF-8 (byte {error.start}){_likely_encoding(data)}; save it as UTF-8 and try again."
        ) from None
    if not text.strip():
        raise ReadError(f"'{source}': empty, there is no text in it; leave it out or put the text in.")
    if "\x00" in text:
        raise ReadError(
            f"'{source}': holds NUL bytes, so it is no text file; allowed: {listed(FILE_ENDINGS)}."
        )
    return text.replace("\r\n", "\n").replace("\r", "\n")


def _likely_encoding(data: bytes) -> str:
    from charset_normalizer import from_bytes

    best = from_bytes(data[:100_000]).best()
    return f", probably {best.encoding}" if best is not None and best.encoding != "utf_8" else ""


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
    """
    reader = _READERS.get(path.suffix.lower())
    if reader is None:
        raise ReadError(
            f"'{path}': files ending in '{path.suffix}' cannot be read; allowed:"
            f" {listed((*FILE_ENDINGS, *TABLE_ENDINGS))}."
        )
    if not path.is_file():
        raise ReadError(f"'{path}': there is no such file.")
    try:
        data = path.read_bytes()
    except OSError as error:
        raise ReadError(f"'{path}': {error.strerror or error}.") from None
    text = reader(data, str(path))
    return Document(
        doc_id,
        text,
        hashlib.sha256(data).hexdigest(),
        language or detect_language(text),
        metadata or {},
        str(path),
    )


def _read_html(data: bytes, source: str) -> str:
    trafilatura = _need("trafilatura", "Reading HTML")
    text = trafilatura.extract(data, include_comments=False, include_tables=True, favor_recall=True)
    if not text or not text.strip():
        raise ReadError(f"'{source}': no running text found in this page.")
    return str(text)


def _read_pdf(data: bytes, source: str) -> str:
    pypdf = _need("pypdf", "Reading PDF")
    logging.getLogger("pypdf").setLevel(logging.ERROR)
    try:
        pages = [page.extract_text() for page in pypdf.PdfReader(io.BytesIO(data)).pages]
    except Exception as error:  # noqa: BLE001 - a broken file may fail anywhere in the library
        raise ReadError(f"'{source}': not readable as PDF ({type(error).__name__}).") from None
    text = "\n\n".join(page.strip() for page in pages if page.strip())
    if not text:
        raise ReadError(
            f"'{source}': this PDF holds pictures of pages, no text; run a text recognition first."
        )
    return text


def _read_docx(data: bytes, source: str) -> str:
    mammoth = _need("mammoth", "Reading Word files")
    try:
        text = mammoth.extract_raw_text(io.BytesIO(data)).value
    except Exception as error:  # noqa: BLE001 - a broken file may fail anywhere in the library
        raise ReadError(f"'{source}': not readable as a Word file ({type(error).__name__}).") from None
    if not text.strip():
        raise ReadError(f"'{source}': empty, there is no text in it; leave it out or put the text in.")
    return str(text)


_READERS: dict[str, Callable[[bytes, str], str]] = {
    ".txt": decode,
    ".md": decode,
    ".html": _read_html,
    ".htm": _read_html,
    ".pdf": _read_pdf,
    ".docx": _read_docx,
}


def _need(package: str, purpose: str) -> Any:
    import importlib

    try:
        return importlib.import_module(package)
    except ImportError:
        raise MissingDependencyError(package, "readers", purpose) from None


def read_table(
    path: Path,
    text_column: str = "text",
    id_column: str = "id",
    language: str | None = None,
) -> Iterator[Document | Problem]:
    """Read documents from a table, row by row; a row that cannot be read is a Problem.

    Parameters
    ----------
    path : Path
        .csv, .jsonl or .parquet.
    text_column, id_column : str
        The other columns become metadata.
    language : str, optional
        Default: the column ``language``, else detected.

    Returns
    -------
    iterator of Document or Problem

    Raises
    ------
    ReadError
        The table itself cannot be read.
    UsageError
        A column is missing.
    """
    if not path.is_file():
        raise ReadError(f"'{path}': there is no such file.")
    seen: set[str] = set()
    for number, row in _rows(path, text_column, id_column):
        where = f"'{path}', row {number}"
        if isinstance(row, str):
            yield Problem(f"{where}: {row}")
            continue
        doc_id, text = _cell(row.get(id_column)), row.get(text_column)
        if not doc_id:
            yield Problem(f"{where}: no id in column '{id_column}'; give each row one.")
        elif doc_id in seen:
            yield Problem(f"{where}: the id '{doc_id}' stands twice; ids must differ.")
        elif not isinstance(text, str) or not text.strip():
            seen.add(doc_id)
            yield Problem(f"{where}, id '{doc_id}': no text in column '{text_column}'.")
        else:
            seen.add(doc_id)
            meta = {str(k): _cell(v) for k, v in row.items() if k not in (text_column, id_column)}
            own = meta.pop("language", "") if not language else meta.pop("language", "") and ""
            digest = hashlib.sha256(text.encode("utf-8", "surrogatepass")).hexdigest()
            yield Document(doc_id, text, digest, language or own or detect_language(text), meta, where)


def _rows(path: Path, text_column: str, id_column: str) -> Iterator[tuple[int, dict[str, Any] | str]]:
    ending = path.suffix.lower()
    if ending == ".parquet":
        yield from _parquet_rows(path, text_column, id_column)
        return
    lines = _lines(path)
    if ending == ".csv":
        import csv

        csv.field_size_limit(1 << 30)
        # a lone carriage return ends a line too
        reader = csv.DictReader(piece for line in lines for piece in io.StringIO(line, newline=""))
        try:
            _check_columns(path, list(reader.fieldnames or []), text_column, id_column)
            for number, row in enumerate(reader, start=2):
                extra = row.pop(None, None)  # type: ignore[call-overload]
                yield number, (f"has more cells than the header ({len(extra)} too many)." if extra else row)
        except csv.Error as error:
            raise ReadError(f"'{path}', line {reader.line_num}: not readable as CSV ({error}).") from None
        return
    checked = False
    for number, line in enumerate(lines, start=1):
        if not line.strip():
            continue
        try:
            row = json.loads(line)
        except json.JSONDecodeError as error:
            yield number, f"not readable as JSON: {error.msg}."
            continue
        if not isinstance(row, dict):
            yield number, "not a JSON object."
            continue
        if not checked:
            _check_columns(path, list(row), text_column, id_column)
            checked = True
        yield number, row


def _lines(path: Path) -> Iterator[str]:
    """The lines of a table of any size, decoded one by one, each with its line feed; not its BOM."""
    at = 0
    leading: list[str] | None = []  # blank lines, until it is known that others follow
    with path.open("rb") as stream:
        for raw in stream:
            try:
                line = raw.decode("utf-8-sig" if at == 0 else "utf-8")
            except UnicodeDecodeError as error:
                place = at + error.start
                stream.seek(max(0, place - 50_000))
                raise ReadError(
                    f"'{path}': not UTF-8 (byte {place}){_likely_encoding(stream.read(100_000))}; save it as"
                    " UTF-8 and try again."
                ) from None
            at += len(raw)
            if leading is None:
                yield line
            elif line.strip():
                yield from leading
                yield line
                leading = None
            else:
                leading.append(line)
    if leading is not None:
        raise ReadError(f"'{path}': empty; a table needs a header and rows.")


def _parquet_rows(path: Path, text_column: str, id_column: str) -> Iterator[tuple[int, dict[str, Any]]]:
    import pyarrow as pa
    import pyarrow.parquet as pq

    try:
        file = pq.ParquetFile(path)
        _check_columns(path, file.schema_arrow.names, text_column, id_column)
        number = 0
        for batch in file.iter_batches(batch_size=512):
            for row in batch.to_pylist():
                number += 1
                yield number, row
    except (pa.ArrowException, OSError) as error:
        raise ReadError(f"'{path}': not readable as Parquet ({error}).") from None


def decode_table(data: bytes, source: str) -> str:
    """Decode a table's bytes without touching its cells."""
    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        raise ReadError(
            f"'{source}': not UTF-8 (byte {error.start}){_likely_encoding(data)}; save it as UTF-8 and try again."
        ) from None
    if not text.strip():
        raise ReadError(f"'{source}': empty; a table needs a header and rows.")
    return text


def _check_columns(path: Path, columns: list[str], text_column: str, id_column: str) -> None:
    for option, column in (("--text-column", text_column), ("--id-column", id_column)):
        if column not in columns:
            raise UsageError(
                f"'{path}': no column '{column}'; columns: {listed(columns)}; name it with {option}."
                f"{did_you_mean(column, columns)}"
            )


def _cell(value: Any) -> str:
    """A metadata cell as text; a whole number stays one, nothing is an empty cell."""
    if value is None or (isinstance(value, float) and value != value):
        return ""
    if isinstance(value, float) and value.is_integer():
        return str(int(value))
    return (
        value
        if isinstance(value, str)
        else json.dumps(value)
        if isinstance(value, (list, dict))
        else str(value)
    )


def detect_language(text: str) -> str:
    """Detect a text's language from its first 2,000 characters.

    The commonest words of English and Spanish decide where they are clear; otherwise py3langid does,
    for texts under 200 characters between these two only.

    Parameters
    ----------
    text : str

    Returns
    -------
    str
        A two-letter code.

    Examples
    --------
    >>> detect_language("El gobierno no quiere la guerra y lo dice.")
    'es'
    """
    sample = text[:DETECTED_CHARACTERS]
    words = sample.lower().split()
    counts = {language: sum(w in common for w in words) for language, common in _COMMON.items()}
    best, other = sorted(counts, key=lambda c: -counts[c])
    if counts[best] >= max(3, 0.15 * len(words)) and counts[best] > 3 * counts[other]:
        return best
    short = len(sample) < _SHORT
    return str(_identifier(short).classify(sample)[0])


@lru_cache(maxsize=2)
def _identifier(short: bool) -> Any:
    from py3langid.langid import MODEL_FILE, LanguageIdentifier

    identifier = LanguageIdentifier.from_model_file(MODEL_FILE)
    identifier.set_languages(["en", "es"] if short else _CONSIDERED)
    return identifier
