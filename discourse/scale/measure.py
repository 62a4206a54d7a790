"""Measures of a stream of documents: those of documents by themselves are computed batch by batch.

The evidence that the other measures need is kept in files; then these are computed, several at a time.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from contextlib import closing
from dataclasses import dataclass, replace
from functools import cached_property, partial
from pathlib import Path
from typing import TYPE_CHECKING, Any

from ..collector import resting
from ..errors import UsageError
from ..evidence import EVIDENCE_TABLES, Evidence, joined_evidence
from ..readers import Document
from . import batches
from .batches import Batch, make_batches
from .engines import Engine
from .jobs import Job, measured, run_job
from .parts import PartsFolder, part_bytes
from .run import progress_bar, run_to_folder
from .spool import Spool, add_rows, packed, spooled
from .workers import GivenUp

if TYPE_CHECKING:
    import pandas as pd
    import pyarrow as pa

    from ..measures.tables import Tables

# All tables but that of the documents, which is small and whose columns differ from batch to batch.
_SPOOLED = tuple(name for name in EVIDENCE_TABLES if name != "documents")

# Batches of so many times the usual size: measuring has many steps, each with a price of its own.
_MANY = 2


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
    with Spool() as spool, engine.staying():
        for number, made, own in _batches(job, documents, engine, spool.folder, progress):
            problems += own
            if made is None:
                spool.leave_out(number)
                continue
            evidence, data = made
            parts.append(evidence)
            for name, rows in data.items():
                add_rows(spool.folder, name, number, rows)
        task = Together(job, spool.folder, joined_evidence(parts))
        pieces = (Whole(n, (), name) for n, name in enumerate(job.measured_together))
        # closed before the spool: who stops early takes the workers away first, then their files
        with closing(engine.outcomes(task, pieces)) as together:
            begun = next(together, None)  # while others are computed, tables are written
            for name in job.measures:
                if name in alone:
                    yield spooled(spool.folder, _own_file(name), ordered=True), problems
                else:
                    _, outcome = begun or next(together)
                    begun = None
                    if isinstance(outcome, GivenUp):
                        outcome, problems = _empty(job), [*problems, str(outcome)]
                    yield outcome, problems
                problems = []


def _batches(
    job: Job, documents: Iterable[Document], engine: Engine, folder: Path, progress: bool | None
) -> Iterator[tuple[int, _Made | None, list[str]]]:
    """Each batch's number and what is made of it, None where it was given up; of no batch at all, tables without rows."""
    own_folder = folder if engine.is_here else None
    task, batch = partial(_measured_batch, replace(job, table="evidence"), own_folder), None
    nothing = True
    with progress_bar(progress) as bar:
        for batch, outcome in engine.outcomes(task, make_batches(documents, _MANY * batches.MEAN)):
            if isinstance(outcome, GivenUp):
                yield batch.number, None, [str(outcome)]
            else:
                nothing = False
                yield batch.number, *outcome
            bar.update(len(batch.documents))
    if nothing:
        yield 0, *task(Batch(0, ()))


_Made = tuple[Evidence, "dict[str, pa.Buffer]"]


def _measured_batch(job: Job, folder: Path | None, batch: Batch) -> tuple[_Made, list[str]]:
    """The evidence without rows but those of documents; the rows of the other tables and of measures, packed.

    Rows are put into the folder at once where there is one: from process to process they would be copied four times.
    """
    (evidence, measures), problems = run_job(job, batch)
    tables = {name: getattr(evidence, name) for name in _SPOOLED}
    data = {}
    for name, table in (
        *((name, table.drop(columns=job.unread(name))) for name, table in tables.items()),
        *((_own_file(name), table) for name, table in measures.items()),
    ):
        if folder is None:
            data[name] = packed(table)
        else:
            add_rows(folder, name, batch.number, table)
    without: dict[str, Any] = {name: table.iloc[:0] for name, table in tables.items()}
    return (replace(evidence, **without), data), problems


def _own_file(measure: str) -> str:
    return f"measure-{measure}"


def _empty(job: Job) -> pd.DataFrame:
    from ..measures.frame import tidy
    from ..measures.units import grouping

    return tidy(grouping(job.by or None), [])


class Whole(Batch):
    """A measure of all documents, whose name is the key; it needs files of this machine."""

    @property
    def is_local(self) -> bool:
        """Always: a cluster's workers do not see the files."""
        return True

    def __str__(self) -> str:
        return f"the measure '{self.key}'"


@dataclass
class Together:
    """The task of computing measures over the evidence of all documents.

    Parameters
    ----------
    job : Job
    folder : Path
        Of the spool with the tables.
    evidence : Evidence
        With the documents.
    """

    job: Job
    folder: Path
    evidence: Evidence

    def __call__(self, piece: Batch) -> pd.DataFrame:
        """Compute a measure."""
        with resting():
            return measured(self._tables, [piece.key], self.job.seed, self.job.by)[piece.key]

    @cached_property
    def _tables(self) -> Tables:
        """Read and indexed once in each process."""
        from ..measures.tables import Tables

        rows: dict[str, Any] = {name: spooled(self.folder, name) for name in _SPOOLED}
        return Tables(replace(self.evidence, **rows))


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
