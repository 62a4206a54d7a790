"""A corpus: texts with metadata and checksums, some of which may be restricted."""

from __future__ import annotations

import os
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING

from ..errors import CorpusError, ReadError, UsageError, did_you_mean
from ..readers import TABLE_ENDINGS, Document, Ids, Problem, check_language, read_frame, read_table
from .folders import EVIDENCE, METADATA, one_file, read_folder
from .query import query_rows
from .remote import is_url, read_url

if TYPE_CHECKING:
    import pandas as pd


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
    """Give a row per document: doc_id, sha256, language, n_characters, then the metadata columns.

    A document's own id, checksum and language stand before what metadata of these names say; an empty cell is missing.
    """
    import pandas as pd

    rows = [
        {
            **(own := {"doc_id": d.doc_id, "sha256": d.sha256, "language": d.language}),
            "n_characters": len(d.text) if d.text is not None else None,
            **{name: cell or None for name, cell in d.metadata.items() if name not in own},
        }
        for d in documents
    ]
    table = pd.DataFrame(rows, columns=None if rows else ["doc_id", "sha256", "language", "n_characters"])
    return table.astype({name: "str" for name in table.columns if name != "n_characters"})


def read_corpus(
    *inputs: str | os.PathLike[str] | pd.DataFrame,
    text_column: str = "text",
    id_column: str = "id",
    language: str | None = None,
) -> Corpus:
    """Read a corpus folder, document files and tables as one corpus.

    Parameters
    ----------
    *inputs : path or pandas.DataFrame
        A folder with ``metadata.csv`` (a corpus), any other folder (every readable file below it), a
        document file, or a table (.csv, .jsonl, .parquet, or a DataFrame).
    text_column, id_column : str
        Columns of a table; the others become metadata. A DataFrame without ids has those of its index.
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


def evidence_folder_of(inputs: Sequence[str | os.PathLike[str] | pd.DataFrame]) -> Path | None:
    """Where evidence of restricted texts lies: in the last corpus folder among the inputs."""
    paths = [item for item in inputs if isinstance(item, (str, os.PathLike)) and not is_url(item)]
    folders = [Path(item) for item in paths if (Path(item) / METADATA).is_file()]
    return folders[-1] / EVIDENCE if folders else None


def iter_documents(
    *inputs: str | os.PathLike[str] | pd.DataFrame,
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
        if not isinstance(item, (str, os.PathLike)) and not hasattr(item, "columns"):
            raise UsageError(
                f"An input is the path of a file or folder, or a table, not {type(item).__name__}; several are given"
                " one after the other: read_corpus('a.txt', 'b.txt')."
            )
    for item in inputs:  # before a long reading begins
        if not isinstance(item, (str, os.PathLike)):
            continue
        if not str(item).strip():
            raise UsageError(f"Input '{item}': a path is needed; '.' is the folder you are in.")
        if not is_url(item) and not Path(item).exists():
            raise ReadError(f"'{item}': there is no such file or folder.")
        if not is_url(item) and Path(item, "evidence.json").is_file():
            raise ReadError(
                f"'{item}': saved evidence, not texts; in Python load_evidence('{item}') reads it, to be measured"
                " and queried."
            )
    return _documents(inputs, text_column, id_column, language)


def _documents(
    inputs: Sequence[str | os.PathLike[str] | pd.DataFrame],
    text_column: str,
    id_column: str,
    language: str | None,
) -> Iterator[Document | Problem]:
    ids = Ids()
    names = [str(item) if isinstance(item, (str, os.PathLike)) else "table" for item in inputs]
    for number, item in enumerate(inputs):
        if not isinstance(item, (str, os.PathLike)):
            entries: Iterable[Document | Problem] = read_frame(item, text_column, id_column, language)
        else:
            read = read_url if is_url(item) else _read_input
            entries = read(str(item), text_column, id_column, language)
        for entry in entries if len(inputs) == 1 else _despite_errors(entries):
            if isinstance(entry, Problem):
                yield entry
            elif (taken := ids.take(entry.doc_id, number)) is not None:
                yield Problem(
                    f"{entry.source}: the id '{entry.doc_id}' is taken by a document of '{names[taken]}';"
                    " ids must differ."
                )
            else:
                yield replace(entry, language=language) if language else entry


def _despite_errors(entries: Iterable[Document | Problem]) -> Iterator[Document | Problem]:
    """Where one of several inputs cannot be read (on), the others are."""
    try:
        yield from entries
    except ReadError as error:
        yield Problem(str(error))


def _read_input(
    item: str, text_column: str, id_column: str, language: str | None
) -> Iterable[Document | Problem]:
    path = Path(item)
    if path.is_dir():
        return read_folder(path, text_column, id_column, language)
    if path.suffix.lower() in TABLE_ENDINGS:
        return read_table(path, text_column, id_column, language)
    return [one_file(path, path.name, language)]
