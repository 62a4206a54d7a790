"""Folders: a corpus with its metadata and checksums, or any folder with files."""

from __future__ import annotations

import csv
import hashlib
import io
import os
from collections.abc import Iterator
from pathlib import Path

from ..errors import CorpusError, MissingDependencyError, ReadError, listed
from ..readers import (
    FILE_ENDINGS,
    TABLE_ENDINGS,
    Document,
    Problem,
    decode,
    decode_table,
    delimiter_of,
    language_code,
    read_file,
    read_table,
)

METADATA = "metadata.csv"
TEXTS, EVIDENCE = "texts", "evidence"
RESTRICTED_VARIABLE = "DISCOURSE_RESTRICTED"
REQUIRED = ("doc_id", "file", "language", "rights", "sha256")
# what systems and word processors leave in folders
_LEFT_BEHIND = ("thumbs.db", "desktop.ini")


def read_folder(
    folder: Path, text_column: str, id_column: str, language: str | None
) -> Iterator[Document | Problem]:
    """Read a corpus folder, a folder of Parquet files, or any other, file by file.

    Parameters
    ----------
    folder : Path
    text_column, id_column : str
        Of Parquet files.
    language : str or None
        Detected where None; a corpus folder has its own.

    Yields
    ------
    Document or Problem

    Raises
    ------
    CorpusError, ReadError
        Nothing could start.
    """
    if (folder / METADATA).is_file():
        return _corpus_folder(folder)
    visible = [p for p in sorted(folder.iterdir()) if not _hidden(p.relative_to(folder))]
    if visible and all(p.suffix.lower() == ".parquet" for p in visible):
        return (row for part in visible for row in read_table(part, text_column, id_column, language))
    return _any_folder(folder, language)


def one_file(path: Path, doc_id: str, language: str | None) -> Document | Problem:
    """Read a file; where that fails, the problem stands in its place."""
    try:
        doc_id = os.fsencode(doc_id).decode()  # as it is on disk, where the locale is none of UTF-8
    except UnicodeDecodeError:
        shown = os.fsencode(path).decode("utf-8", "backslashreplace")
        return Problem(f"'{shown}': the name of this file is not UTF-8; rename it.")
    try:
        return read_file(path, doc_id, language)
    except (ReadError, MissingDependencyError) as error:
        return Problem(str(error))


def _any_folder(folder: Path, language: str | None) -> Iterator[Document | Problem]:
    """Every file below a folder, in sorted order; hidden ones are passed over."""
    paths, problems = _walked(folder)
    if not paths and not problems:
        raise ReadError(f"'{folder}': no file in this folder; allowed: {listed(FILE_ENDINGS)}.")
    yield from problems
    for path in paths:
        name = path.relative_to(folder).as_posix()
        if path.suffix.lower() in TABLE_ENDINGS:
            yield Problem(f"'{path}': a table inside a folder of documents; name it itself as the input.")
        else:
            yield one_file(path, name, language)


def _walked(folder: Path) -> tuple[list[Path], list[Problem]]:
    """The files below a folder that are not hidden, in sorted order; what could not be entered or followed."""
    paths, problems = list[Path](), list[Problem]()

    def refused(error: OSError) -> None:
        problems.append(Problem(f"'{error.filename}': this folder cannot be read ({error.strerror})."))

    for above, folders, files in os.walk(folder, onerror=refused):
        own = Path(above)
        folders[:] = sorted(name for name in folders if not _hidden(Path(name)))
        for name in [*folders, *files]:
            path = own / name
            if _hidden(Path(name)):
                continue
            if name in folders:
                if path.is_symlink():
                    problems.append(
                        Problem(
                            f"'{path}': a link to a folder, which is not entered; name it as an input of its own."
                        )
                    )
            elif path.is_file():
                paths.append(path)
            elif path.is_symlink():
                problems.append(Problem(f"'{path}': a link that leads to no file; mend it or take it away."))
    return sorted(paths), problems


def _hidden(path: Path) -> bool:
    return any(part.startswith((".", "_", "~$")) or part.lower() in _LEFT_BEHIND for part in path.parts)


def read_metadata(folder: Path) -> list[dict[str, str]]:
    """Read the rows of a corpus folder's metadata.csv.

    Raises
    ------
    CorpusError
        Not there, without a required column, or with a row that does not fit the header.
    """
    path = folder / METADATA
    if not path.is_file():
        raise CorpusError(f"'{folder}': no {METADATA} in this folder, so it is no corpus.")
    text = decode_table(path.read_bytes(), str(path))
    delimiter = delimiter_of(text.partition("\n")[0], REQUIRED)
    reader = csv.DictReader(io.StringIO(text, newline=""), delimiter=delimiter)
    columns = list(reader.fieldnames or [])
    missing = [c for c in REQUIRED if c not in columns]
    if missing:
        raise CorpusError(f"'{path}': column {listed(missing)} missing; a corpus needs {listed(REQUIRED)}.")
    twice = sorted({c for c in columns if columns.count(c) > 1})
    if twice:
        raise CorpusError(f"'{path}': columns with one name: {listed(twice)}; names must differ.")
    rows = []
    try:
        for number, row in enumerate(reader, start=2):
            if None in row or None in row.values():
                raise CorpusError(
                    f"'{path}', row {number}: it has not as many cells as the header ({len(columns)})."
                )
            if any(cell.strip() for cell in row.values()):  # a spreadsheet leaves empty rows
                rows.append(row)
    except csv.Error as error:
        raise CorpusError(f"'{path}', line {reader.line_num}: not readable as CSV ({error}).") from None
    return rows


def _corpus_folder(folder: Path) -> Iterator[Document | Problem]:
    listed_files: set[str] = set()
    seen: set[str] = set()
    restricted = _restricted_texts()
    for number, row in enumerate(read_metadata(folder), start=2):
        where = f"'{folder / METADATA}', row {number}"
        doc_id = row["doc_id"]
        listed_files.add(row["file"])
        if not doc_id:
            yield Problem(f"{where}: no doc_id; give each document one.")
        elif doc_id in seen:
            yield Problem(f"{where}: the doc_id '{doc_id}' stands twice; ids must differ.")
        elif row["file"]:
            yield _listed_file(folder, row, where)
        else:
            yield _restricted(row, restricted, where)
        seen.add(doc_id)
    texts = folder / TEXTS
    paths, problems = _walked(texts) if texts.is_dir() else ([], [])
    yield from problems
    for path in paths:
        name = path.relative_to(folder).as_posix()
        if name not in listed_files:
            yield Problem(
                f"'{path}': no row in {METADATA} names this file; add it with discourse corpus add, or remove it."
            )


def _extra(row: dict[str, str]) -> dict[str, str]:
    return {k: v for k, v in row.items() if k not in ("doc_id", "language", "sha256")}


def _listed_file(folder: Path, row: dict[str, str], where: str) -> Document | Problem:
    path = folder / row["file"]
    if not path.resolve().is_relative_to(folder.resolve()):
        return Problem(f"{where}: the file '{row['file']}' lies outside the corpus folder.")
    try:
        document = read_file(path, row["doc_id"], language_code(row["language"]) or None, _extra(row))
    except ReadError as error:
        return Problem(f"{where}: {error}")
    if row["sha256"] and document.sha256 != row["sha256"]:
        return Problem(
            f"{where}: '{row['file']}' is not the text the row was written for (its SHA-256 differs);"
            " restore it, or put the new checksum into the row."
        )
    return document


def _restricted_texts() -> dict[str, Path]:
    """SHA-256 → file, of the files in the folder that $DISCOURSE_RESTRICTED names."""
    folder = os.environ.get(RESTRICTED_VARIABLE)
    if not folder or not Path(folder).is_dir():
        return {}
    paths = sorted(p for p in Path(folder).rglob("*") if p.is_file())
    return {hashlib.sha256(p.read_bytes()).hexdigest(): p for p in paths}


def _restricted(row: dict[str, str], texts: dict[str, Path], where: str) -> Document | Problem:
    if not row["sha256"]:
        return Problem(f"{where}: neither a file nor a sha256; a restricted text needs its checksum.")
    path = texts.get(row["sha256"])
    text = None
    if path is not None:
        try:
            text = decode(path.read_bytes(), str(path))
        except ReadError as error:
            return Problem(f"{where}: {error}")
    return Document(row["doc_id"], text, row["sha256"], language_code(row["language"]), _extra(row), where)
