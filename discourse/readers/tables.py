"""One document a row: CSV, JSON Lines, Parquet."""

from __future__ import annotations

import csv
import hashlib
import io
import json
import re
from collections.abc import Iterable, Iterator, Sequence
from datetime import datetime, time
from itertools import chain, zip_longest
from pathlib import Path
from typing import TYPE_CHECKING, Any

from ..errors import ReadError, UsageError, did_you_mean, listed
from .documents import TABLE_ENDINGS, Document, Problem, decode_utf8, not_utf8
from .ids import Ids
from .language import detect_language, language_code

if TYPE_CHECKING:
    import pandas as pd

_DELIMITERS = (",", ";", "\t")  # a comma, or what spreadsheets write where the comma is a decimal sign
_SEPARATOR = re.compile(r"sep=(.)\s*$")  # a line of Excel's that names the mark
_NO_END = "a quotation mark in it is never closed, so that what follows was taken for one cell; close it or double it."
_NO_TABLE = "empty; a table needs a header and rows."
_LANGUAGE = "language"
_AROUND_ERROR = 50_000  # bytes on each side of a wrong one in which the encoding shows
_PARQUET_ROWS = 512
_PARQUET_BYTES = 1 << 16  # read ahead; without it a row group is read whole, and a file may be a single one


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
        .csv (parted by commas, semicolons or tabs), .jsonl or .parquet.
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
    ending = path.suffix.lower()
    if ending not in TABLE_ENDINGS:
        raise ReadError(
            f"'{path}': tables ending in '{path.suffix}' cannot be read; allowed: {listed(TABLE_ENDINGS)}."
        )
    if not path.is_file():
        raise ReadError(f"'{path}': there is no such file.")
    rows = {".csv": _csv_rows, ".jsonl": _json_rows, ".parquet": _parquet_rows}[ending]
    return _documents(f"'{path}'", rows(path, text_column, id_column), text_column, id_column, language)


def read_frame(
    table: pd.DataFrame, text_column: str = "text", id_column: str = "id", language: str | None = None
) -> Iterator[Document | Problem]:
    """Read documents from a table in memory, row by row; ids are its index, else row numbers, where it has no column of them.

    Parameters
    ----------
    table : pandas.DataFrame
    text_column, id_column, language
        As for `read_table`.

    Returns
    -------
    iterator of Document or Problem

    Raises
    ------
    UsageError
        It has no column of texts.
    """
    table = table.rename(columns=str)
    if text_column not in table.columns:
        raise UsageError(
            f"Argument table: no column '{text_column}'; columns: {listed(map(str, table.columns))}; name it:"
            f" read_corpus(table, text_column=…).{did_you_mean(text_column, map(str, table.columns))}"
        )
    if id_column not in table.columns:
        ids = table.index if table.index.is_unique else range(len(table))  # of tables put together, say
        table = table.assign(**{id_column: list(map(str, ids))})
    cells = table.astype(object).where(table.notna(), None).to_dict("records")
    return _documents("table", enumerate(cells, start=1), text_column, id_column, language)


def _documents(
    source: str,
    rows: Iterable[tuple[int, dict[Any, Any] | str]],
    text_column: str,
    id_column: str,
    language: str | None,
) -> Iterator[Document | Problem]:
    """The documents of numbered rows; in place of one that cannot be read, a Problem."""
    seen = Ids()
    for number, row in rows:
        where = f"{source}, row {number}"
        if isinstance(row, str):
            yield Problem(f"{where}: {row}")
            continue
        doc_id, text = _cell(row.get(id_column)), row.get(text_column)
        if not doc_id:
            yield Problem(f"{where}: no id in column '{id_column}'; give each row one.")
            continue
        if seen.take(doc_id) is not None:
            yield Problem(f"{where}: the id '{doc_id}' stands twice; ids must differ.")
            continue
        wrong = _fault(text, text_column)
        if wrong or not isinstance(text, str):
            yield Problem(f"{where}, id '{doc_id}': {wrong}")
            continue
        metadata = {str(k): _cell(v) for k, v in row.items() if k not in (text_column, id_column)}
        halved = _halved({id_column: doc_id, **metadata})
        if halved:
            yield Problem(f"{where}: {halved}")
            continue
        own = language_code(metadata.pop(_LANGUAGE, ""))
        digest = hashlib.sha256(text.encode()).hexdigest()
        yield Document(doc_id, text, digest, language or own or detect_language(text), metadata, where)


def _fault(text: Any, column: str) -> str:
    """What is wrong with a cell that should hold a text."""
    if not isinstance(text, str) or not text.strip():
        return f"no text in column '{column}'."
    return _halved({column: text}).replace(f"column {column!a}", "the text", 1)


def _halved(cells: dict[str, str]) -> str:
    """Which column holds half a character (of two that JSON writes as one), which no file can; "" where none."""
    for column, cell in cells.items():
        try:
            cell.encode()
            column.encode()
        except UnicodeEncodeError as error:
            half = ascii(error.object[error.start])
            return f"column {column!a} holds half a character ({half}); write the whole of it."
    return ""


def _csv_rows(path: Path, text_column: str, id_column: str) -> Iterator[tuple[int, dict[str, Any] | str]]:
    """The rows with their numbers as a spreadsheet counts them; one row late, since the last may have no end."""
    csv.field_size_limit(1 << 30)
    lines = _lines(path)
    first, header = 1, next(lines)
    while not header.strip():
        first, header = first + 1, next(lines)
    told = _SEPARATOR.match(header)
    if told:
        first, header = first + 1, next(lines, "")
    if not header.strip():
        raise ReadError(f"'{path}': {_NO_TABLE}")
    mark = told[1] if told else delimiter_of(header, (text_column, id_column))
    record: list[str] = []  # the lines of the row that is being read

    def pieces() -> Iterator[str]:
        for line in chain([header], lines):
            # a lone carriage return ends a line too
            for piece in io.StringIO(line, newline=""):
                record.append(piece)
                yield piece

    reader = csv.reader(pieces(), delimiter=mark)
    waiting: tuple[int, dict[str, Any] | str] | None = None
    try:
        columns = next(reader)
        _check_columns(path, columns, text_column, id_column)
        record.clear()
        for number, cells in enumerate(reader, start=first + 1):
            if not any(cell.strip() for cell in cells):
                record.clear()
                continue  # a spreadsheet leaves empty rows
            if waiting:
                yield waiting
            waiting = number, _row(columns, cells)
            last, record[:] = "".join(record), []
    except ReadError:
        if waiting:
            yield waiting
        raise
    except csv.Error as error:
        raise ReadError(f"'{path}', line {reader.line_num}: not readable as CSV ({error}).") from None
    if waiting:
        yield (waiting[0], _NO_END) if _has_no_end(last, mark) else waiting


def _row(columns: list[str], cells: list[str]) -> dict[str, Any] | str:
    extra = len(cells) - len(columns)
    if extra > 0:
        return f"has more cells than the header ({extra} too many)."
    return dict(zip_longest(columns, cells))


def _has_no_end(record: str, delimiter: str) -> bool:
    """Is a quotation mark opened in a row that is never closed."""
    try:
        list(csv.reader(io.StringIO(record, newline=""), delimiter=delimiter, strict=True))
    except csv.Error as error:
        return "end of data" in str(error)
    return False


def delimiter_of(header: str, wanted: Sequence[str]) -> str:
    """Give the mark that parts a header into the columns that are wanted; where none does, into the most columns.

    Examples
    --------
    >>> delimiter_of("id;title;text", ("id", "text")), delimiter_of("id;título;texto", ("id", "text"))
    (';', ';')
    """
    parted = {mark: next(csv.reader([header], delimiter=mark), []) for mark in _DELIMITERS}
    for delimiter, columns in parted.items():
        if all(name in columns for name in wanted):
            return delimiter
    return max(_DELIMITERS, key=lambda mark: len(parted[mark]))


def _json_rows(path: Path, text_column: str, id_column: str) -> Iterator[tuple[int, dict[str, Any] | str]]:
    checked = False
    for number, line in enumerate(_lines(path), start=1):
        if not line.strip():
            continue
        try:
            row = json.loads(line)
        except (ValueError, RecursionError) as error:  # broken, a number without end, lists in lists in lists
            yield number, f"not readable as JSON: {getattr(error, 'msg', error)}."
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
                stream.seek(max(0, place - _AROUND_ERROR))
                raise not_utf8(str(path), place, stream.read(2 * _AROUND_ERROR)) from None
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
        raise ReadError(f"'{path}': {_NO_TABLE}")


def _parquet_rows(path: Path, text_column: str, id_column: str) -> Iterator[tuple[int, dict[str, Any]]]:
    import pyarrow as pa
    import pyarrow.parquet as pq

    try:
        file = pq.ParquetFile(path, buffer_size=_PARQUET_BYTES, pre_buffer=False)
        _check_columns(path, file.schema_arrow.names, text_column, id_column)
        number = 0
        for batch in file.iter_batches(batch_size=_PARQUET_ROWS):
            for row in batch.to_pylist():
                number += 1
                yield number, row
    except (pa.ArrowException, OSError) as error:
        raise ReadError(f"'{path}': not readable as Parquet ({error}).") from None


def decode_table(data: bytes, source: str) -> str:
    """Decode a table's bytes without touching its cells.

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
        Not UTF-8, or nothing in it.
    """
    return decode_utf8(data, source, if_empty=_NO_TABLE)


def _check_columns(path: Path, columns: list[str], text_column: str, id_column: str) -> None:
    for option, column in (("--text-column", text_column), ("--id-column", id_column)):
        if column not in columns:
            or_add = " Where there is none, add one that differs in each row." if column == id_column else ""
            raise UsageError(
                f"'{path}': no column '{column}'; columns: {listed(columns)}; name it with {option}."
                f"{did_you_mean(column, columns) or or_add}"
            )
    twice = sorted({column for column in columns if columns.count(column) > 1})
    if twice:
        raise ReadError(f"'{path}': columns with one name: {listed(twice)}; names must differ.")


def _cell(value: Any) -> str:
    """A metadata cell as text; a whole number stays one, so does a day, nothing is an empty cell."""
    if value is None or (isinstance(value, float) and value != value):
        return ""
    if isinstance(value, datetime) and value.time() == time():
        return value.date().isoformat()
    if isinstance(value, float) and value.is_integer():
        return str(int(value))
    if isinstance(value, (list, dict)):
        return json.dumps(value)
    return value if isinstance(value, str) else str(value)
