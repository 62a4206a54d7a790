"""A job over a stream of documents: batch by batch, on one core or many machines, resumable."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from functools import partial
from typing import TYPE_CHECKING

from tqdm.auto import tqdm

from ..readers import Document
from .batches import Batch, make_batches
from .engines import Engine
from .jobs import Job, run_job
from .parts import PartsFolder

if TYPE_CHECKING:
    import pandas as pd


def run_tables(job: Job, documents: Iterable[Document], engine: Engine, progress: bool | None = None,
               ) -> Iterator[tuple[pd.DataFrame, list[str]]]:
    """Make the table of each batch, in order.

    Parameters
    ----------
    job : Job
    documents : iterable of Document
        Read as they are needed; few batches are held at a time.
    engine : Engine
    progress : bool, optional
        Default: where someone watches.

    Yields
    ------
    (table, problems)
        The same, whatever the engine and the number of workers.
    """
    quiet = None if progress is None else not progress
    batch = None
    with tqdm(unit=" documents", disable=quiet) as bar:
        for batch, (table, problems) in engine.results(partial(run_job, job), make_batches(documents)):
            yield table, problems
            bar.update(len(batch.documents))
    if batch is None:
        yield run_job(job, Batch(0, ()))  # a table without rows has its columns all the same


def run_to_folder(job: Job, documents: Iterable[Document], engine: Engine, path: str,
                  progress: bool | None = None) -> list[str]:
    """Write the table as a folder of numbered Parquet parts; go on where an earlier run stopped.

    Parameters
    ----------
    job, documents, engine, progress
        As for `run_tables`.
    path : str
        A folder or a URL that fsspec knows.

    Returns
    -------
    list of str
        Problems, in the order of the documents.

    Raises
    ------
    UsageError
        The folder holds something else.
    """
    folder = PartsFolder(path, job)
    problems: dict[int, list[str]] = {}
    n_batches = 0

    def undone() -> Iterator[Batch]:
        nonlocal n_batches
        for batch in make_batches(documents):
            n_batches = batch.number + 1
            found = folder.known(batch)
            if found is None:
                yield batch
            else:
                problems[batch.number] = found
                bar.update(len(batch.documents))

    quiet = None if progress is None else not progress
    with tqdm(unit=" documents", disable=quiet) as bar:
        for batch, (table, own) in engine.results(partial(run_job, job), undone()):
            folder.add(batch, table, own)
            problems[batch.number] = own
            bar.update(len(batch.documents))
        if n_batches == 0:
            folder.add(Batch(0, (), "none"), run_job(job, Batch(0, ()))[0], [])
    folder.finish()
    return [line for number in sorted(problems) for line in problems[number]]
