"""A corpus: texts with metadata and checksums, some of which may be restricted."""

from __future__ import annotations

import csv
import hashlib
import io
import os
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING

from ..errors import CorpusError, ReadError, UsageError, did_you_mean, listed
from ..readers import (
    FILE_ENDINGS,
    TABLE_ENDINGS,
    Document,
    Ids,
    Problem,
    check_language,
    decode,
    decode_table,
    read_file,
    read_table,
)
from .query import query_rows
from .remote import is_url, read_url

if TYPE_CHECKING:
    import pandas as pd

METADATA = "metadata.csv"
TEXTS, EVIDENCE = "texts", "evidence"
RESTRICTED_VARIABLE = "DISCOURSE_RESTRICTED"
REQUIRED = ("doc_id", "file", "language", "rights", "sha256")


@dataclass(frozen=True)
class Corpus:
    """Documents in a fixed order, and what could not be read.

    Attributes
    ----------
    documents : tuple of Document
        A restricted text that is not on this machine has `text` None.
    problems : tuple of str
        One line each; the other documents are there all the same.
    evidence_folder : Path or None
        Where the evidence of restricted texts lies.
    """

    documents: tuple[Document, ...]
    problems: tuple[str, ...] = ()
    evidence_folder: Path | None = None

    def __len__(self) -> int:
        return len(self.documents)

    def __iter__(self) -> Iterator[Document]:
        return iter(self.documents)

    def __getitem__(self, doc_id: str) -> Document:
        try:
            return self._by_id[doc_id]
        except KeyError:
            raise CorpusError(
                f"No document '{doc_id}' in this corpus.{did_you_mean(doc_id, self._by_id)}"
            ) from None

    @cached_property
    def _by_id(self) -> dict[str, Document]:
        return {d.doc_id: d for d in self.documents}

    @cached_property
    def metadata(self) -> pd.DataFrame:
        """One row per document: doc_id, sha256, language, n_characters, then the metadata columns."""
        return metadata_table(self.documents)

    def query(self, expression: str) -> Corpus:
        """Keep the documents whose metadata fit a pandas query.

        Parameters
        ----------
        expression : str
            "language == 'en' and genre == 'editorial'".

        Returns
        -------
        Corpus

        Raises
        ------
        QueryError
            The expression cannot be read, or names a column that is not there.
        """
        kept = set(query_rows(self.metadata, expression)["doc_id"])
        return replace(self, documents=tuple(d for d in self.documents if d.doc_id in kept))

    def __repr__(self) -> str:
        problems = f", {len(self.problems)} not readable" if self.problems else ""
        return f"<Corpus: {len(self)} documents{problems}>"


def metadata_table(documents: Iterable[Document]) -> pd.DataFrame:
    """Give a row per document: doc_id, sha256, language, n_characters, then the metadata columns."""
    import pandas as pd

    rows = [
        {
            "doc_id": d.doc_id,
            "sha256": d.sha256,
            "language": d.language,
            "n_characters": len(d.text) if d.text is not None else None,
            **d.metadata,
        }
        for d in documents
    ]
    return pd.DataFrame(rows, columns=None if rows else ["doc_id", "sha256", "language", "n_characters"])


def read_corpus(
    *inputs: str | os.PathLike[str],
    text_column: str = "text",
    id_column: str = "id",
    language: str | None = None,
) -> Corpus:
    """Read a corpus folder, document files and tables as one corpus.

    Parameters
    ----------
    *inputs : path
        A folder with ``metadata.csv`` (a corpus), any other folder (every readable file below it), a
        document file, or a table (.csv, .jsonl, .parquet).
    text_column, id_column : str
        Columns of a table; the others become metadata.
    language : str, optional
        For all documents; default from the metadata, else detected.

    Returns
    -------
    Corpus
        What cannot be read is in `problems`, by name with the reason; the others are there.

    Raises
    ------
    CorpusError, ReadError, UsageError
        Nothing could start: no such input, or a corpus folder without readable metadata.

    Examples
    --------
    >>> import tempfile
    >>> with tempfile.TemporaryDirectory() as folder:
    ...     _ = Path(folder, "a.txt").write_text("Peace, yes.")
    ...     read_corpus(folder)
    <Corpus: 1 documents>
    """
    documents: list[Document] = []
    problems: list[str] = []
    for entry in iter_documents(*inputs, text_column=text_column, id_column=id_column, language=language):
        if isinstance(entry, Problem):
            problems.append(entry.message)
        else:
            documents.append(entry)
    return Corpus(tuple(documents), tuple(problems), evidence_folder_of(inputs))


def evidence_folder_of(inputs: Sequence[str | os.PathLike[str]]) -> Path | None:
    """Where evidence of restricted texts lies: in the last corpus folder among the inputs."""
    folders = [Path(item) for item in inputs if not is_url(item) and (Path(item) / METADATA).is_file()]
    return folders[-1] / EVIDENCE if folders else None


def iter_documents(
    *inputs: str | os.PathLike[str],
    text_column: str = "text",
    id_column: str = "id",
    language: str | None = None,
) -> Iterator[Document | Problem]:
    """Read documents one by one, as `read_corpus` does, without holding them.

    Parameters
    ----------
    *inputs, text_column, id_column, language
        As for `read_corpus`; a folder of Parquet files is read part by part. A URL that fsspec knows
        (s3://…) may name a table or a folder of Parquet files.

    Yields
    ------
    Document or Problem

    Raises
    ------
    CorpusError, ReadError, UsageError
        Nothing could start.
    """
    if not inputs:
        raise UsageError("No input; give a corpus folder, a document file or a table.")
    check_language(language)
    for item in inputs:
        if not isinstance(item, (str, os.PathLike)):
            raise UsageError(
                f"An input is the path of a file or folder, not {type(item).__name__}; several are given one after"
                " the other: read_corpus('a.txt', 'b.txt')."
            )
    for item in inputs:  # before a long reading begins
        if not is_url(item) and not Path(item).exists():
            raise ReadError(f"'{item}': there is no such file or folder.")
    return _documents(inputs, text_column, id_column, language)


def _documents(
    inputs: Sequence[str | os.PathLike[str]], text_column: str, id_column: str, language: str | None
) -> Iterator[Document | Problem]:
    ids = Ids()
    for number, item in enumerate(inputs):
        read = read_url if is_url(item) else _read_input
        for entry in read(str(item), text_column, id_column, language):
            if isinstance(entry, Problem):
                yield entry
            elif (taken := ids.take(entry.doc_id, number)) is not None:
                yield Problem(
                    f"{entry.source}: the id '{entry.doc_id}' is taken by a document of '{inputs[taken]}';"
                    " ids must differ."
                )
            else:
                yield replace(entry, language=language) if language else entry


def _read_input(
    item: str, text_column: str, id_column: str, language: str | None
) -> Iterable[Document | Problem]:
    path = Path(item)
    if path.is_dir():
        if (path / METADATA).is_file():
            return _corpus_folder(path)
        visible = [p for p in sorted(path.iterdir()) if not _hidden(p.relative_to(path))]
        if visible and all(p.suffix == ".parquet" for p in visible):
            return (row for part in visible for row in read_table(part, text_column, id_column, language))
        return _folder(path, language)
    if path.suffix.lower() in TABLE_ENDINGS:
        return read_table(path, text_column, id_column, language)
    return [_one_file(path, path.name, language)]


def _one_file(path: Path, doc_id: str, language: str | None) -> Document | Problem:
    try:
        return read_file(path, doc_id, language)
    except ReadError as error:
        return Problem(str(error))


def _folder(folder: Path, language: str | None) -> Iterator[Document | Problem]:
    """Every file below a folder, in sorted order; hidden ones are passed over."""
    paths = sorted(p for p in folder.rglob("*") if p.is_file() and not _hidden(p.relative_to(folder)))
    if not paths:
        raise ReadError(f"'{folder}': no file in this folder; allowed: {listed(FILE_ENDINGS)}.")
    for path in paths:
        name = path.relative_to(folder).as_posix()
        if path.suffix.lower() in TABLE_ENDINGS:
            yield Problem(f"'{path}': a table inside a folder of documents; name it itself as the input.")
        else:
            yield _one_file(path, name, language)


def _hidden(path: Path) -> bool:
    return any(part.startswith((".", "_")) for part in path.parts)


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
    reader = csv.DictReader(io.StringIO(decode_table(path.read_bytes(), str(path)), newline=""))
    columns = reader.fieldnames or []
    missing = [c for c in REQUIRED if c not in columns]
    if missing:
        raise CorpusError(f"'{path}': column {listed(missing)} missing; a corpus needs {listed(REQUIRED)}.")
    rows = []
    for number, row in enumerate(reader, start=2):
        if None in row or None in row.values():
            raise CorpusError(
                f"'{path}', row {number}: it has not as many cells as the header ({len(columns)})."
            )
        rows.append(row)
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
    for path in sorted(p for p in texts.rglob("*") if p.is_file() and not _hidden(p.relative_to(texts))):
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
        document = read_file(path, row["doc_id"], row["language"] or None, _extra(row))
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
    return Document(row["doc_id"], text, row["sha256"], row["language"], _extra(row), where)
