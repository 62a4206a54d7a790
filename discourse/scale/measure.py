"""Measures of a stream of documents: those of documents by themselves are computed batch by batch."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from pathlib import Path
from tempfile import TemporaryDirectory
from types import TracebackType
from typing import TYPE_CHECKING, Any

from ..errors import UsageError
from ..evidence import joined_evidence
from ..readers import Document
from .batches import Batch
from .engines import Engine
from .jobs import Job, measured
from .parts import PartsFolder, part_bytes
from .run import run_tables, run_to_folder

if TYPE_CHECKING:
    import pandas as pd


def run_measures(
    job: Job, documents: Iterable[Document], engine: Engine, progress: bool | None = None
) -> Iterator[tuple[pd.DataFrame, list[str]]]:
    """Compute measures over a stream of documents: the rows that `measures.measure` gives, in its order.

    Measures of documents by themselves cost the memory of a batch; the others that of the evidence tables
    they read.

    Parameters
    ----------
    job : Job
        Of the table "measures".
    documents, engine, progress
        As for `run_tables`.

    Yields
    ------
    (table, problems)
        A table for each measure; the problems of all documents come with the first.

    Raises
    ------
    UsageError
        A measure is named twice.
    """
    if len(set(job.measures)) < len(job.measures):
        raise UsageError("--measure: name each measure once.")
    alone, problems, parts = job.measured_alone, list[str](), []
    with Spool() as spool:
        for (evidence, tables), own in run_tables(
            replace(job, table="evidence"), documents, engine, progress
        ):
            problems += own
            parts.append(evidence)
            spool.add(tables)
        whole = joined_evidence(parts)
        del parts
        together = measured(whole, job.measured_together, job.seed, job.by)
        for name in job.measures:
            yield spool.rows(name) if name in alone else together.pop(name), problems
            problems = []


def measures_to_folder(
    job: Job,
    documents: Iterable[Document],
    engine: Engine,
    path: str,
    inputs: Sequence[str] = (),
    progress: bool | None = None,
) -> list[str]:
    """Write measures as a folder of numbered Parquet parts.

    Where all of them are measures of documents by themselves, a part is a batch and the run resumes;
    otherwise a part is a measure, made when all documents have been read.

    Parameters
    ----------
    job, documents, engine, path, inputs, progress
        As for `run_to_folder`.

    Returns
    -------
    list of str
        Problems.
    """
    if not job.measured_together:
        return run_to_folder(job, documents, engine, path, inputs, progress)
    folder, problems = PartsFolder(path, job, inputs), list[str]()
    for number, (table, own) in enumerate(run_measures(job, documents, engine, progress)):
        part = Batch(number, (), f"measure {job.measures[number]}")
        folder.add(part, part_bytes(table, part.key, own), own)
        problems += own
    folder.finish()
    return problems


class Spool:
    """Tables that come batch by batch, kept in temporary files until they are wanted whole."""

    def __init__(self) -> None:
        self._folder = TemporaryDirectory(prefix="discourse-")
        self._writers: dict[str, Any] = {}

    def __enter__(self) -> Spool:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        for writer in self._writers.values():
            writer.close()
        self._folder.cleanup()

    def _file(self, name: str) -> Path:
        return Path(self._folder.name) / f"{name}.parquet"

    def add(self, tables: dict[str, pd.DataFrame]) -> None:
        """Add a batch's rows to each table."""
        import pyarrow as pa
        import pyarrow.parquet as pq

        for name, table in tables.items():
            plain = table.astype({c: "str" for c in table.columns if table[c].dtype == object})
            rows = pa.Table.from_pandas(plain, preserve_index=False)
            if name not in self._writers:
                self._writers[name] = pq.ParquetWriter(self._file(name), rows.schema)
            self._writers[name].write_table(rows)

    def rows(self, name: str) -> pd.DataFrame:
        """Give a table whole, its rows in the order of doc_id; it can be asked for once."""
        import pandas as pd

        self._writers.pop(name).close()
        return pd.read_parquet(self._file(name)).sort_values("doc_id", kind="stable", ignore_index=True)
