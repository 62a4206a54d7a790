"""Measures of a stream of documents: those of documents by themselves are computed batch by batch."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path
from tempfile import TemporaryDirectory
from types import TracebackType
from typing import TYPE_CHECKING, Any

from ..errors import UsageError
from ..evidence import joined_evidence
from ..readers import Document
from .engines import Engine
from .jobs import Job, make_job, measured
from .run import run_tables

if TYPE_CHECKING:
    import pandas as pd


def measure_job(names: Sequence[str], lexicons: Sequence[Any], by: Sequence[str] = (), **options: Any) -> Job:
    """Make the job that measures batches: what can be computed there is, the rest keeps its evidence.

    Parameters
    ----------
    names : sequence of str
        Measures.
    lexicons : sequence of str, path or Lexicon
    by : sequence of str
        Metadata columns to group by; documents where empty.
    **options
        seed, syntax, evidence_folder.

    Returns
    -------
    Job
        Its table is "measures" where nothing but the measures is needed, else "evidence".
    """
    from ..measures.registry import find_measure

    alone = tuple(name for name in names if not by and not find_measure(name).across_documents)
    rest = [name for name in names if name not in alone]
    keep = tuple(sorted({table for name in rest for table in find_measure(name).tables}))
    return make_job("evidence" if rest else "measures", lexicons, measures=alone, keep=keep, **options)


def run_measures(
    job: Job,
    names: Sequence[str],
    documents: Iterable[Document],
    engine: Engine,
    by: Sequence[str] = (),
    progress: bool | None = None,
) -> Iterator[tuple[pd.DataFrame, list[str]]]:
    """Compute measures over a stream of documents: the rows that `measures.measure` gives, in its order.

    Parameters
    ----------
    job : Job
        From `measure_job`, of the same names and columns.
    names, by
        As for `measure_job`.
    documents, engine, progress
        As for `run_tables`.

    Yields
    ------
    (table, problems)
        A table for each measure; the problems of all come with the first.
    """
    from dataclasses import replace

    if len(set(names)) < len(names):
        raise UsageError("--measure: each measure can be given once.")
    problems: list[str] = []
    parts = []
    with Spool() as spool:
        for (evidence, tables), own in run_tables(replace(job, table="evidence"), documents, engine, progress):
            problems += own
            parts.append(evidence)
            spool.add(tables)
        whole = joined_evidence(parts)
        del parts
        for name in names:
            rows = spool.rows(name) if name in job.measures else measured(whole, [name], job.seed, by)[name]
            yield rows, problems
            problems = []


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
            rows = pa.Table.from_pandas(table, preserve_index=False)
            if name not in self._writers:
                self._writers[name] = pq.ParquetWriter(self._file(name), rows.schema)
            self._writers[name].write_table(rows)

    def rows(self, name: str) -> pd.DataFrame:
        """Give a table whole, its rows in the order of doc_id; it can be asked for once."""
        import pandas as pd

        self._writers.pop(name).close()
        return pd.read_parquet(self._file(name)).sort_values("doc_id", kind="stable", ignore_index=True)
