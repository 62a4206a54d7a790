"""A job over a stream of documents: batch by batch, on one core or many machines, resumable."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from functools import partial
from typing import Any

from tqdm.auto import tqdm

from ..readers import Document
from .batches import Batch, make_batches
from .engines import Engine
from .jobs import Job, run_job
from .parts import PartsFolder, part_bytes
from .workers import GivenUp


def run_tables(
    job: Job,
    documents: Iterable[Document],
    engine: Engine,
    progress: bool | None = None,
    mean: int | None = None,
) -> Iterator[tuple[Any, list[str]]]:
    """Make the table of each batch, in order.

    Parameters
    ----------
    job : Job
    documents : iterable of Document
        Read as they are needed; few batches are held at a time.
    engine : Engine
    progress : bool, optional
        Default: where someone watches.
    mean : int, optional
        Characters of a batch, see `make_batches`.

    Yields
    ------
    (table, problems)
        The same, whatever the engine and the number of workers.
    """
    batch = None
    with progress_bar(progress) as bar:
        for batch, outcome in engine.outcomes(partial(run_job, job), make_batches(documents, mean)):
            if isinstance(outcome, GivenUp):
                yield run_job(job, Batch(0, ()))[0], [str(outcome)]
            else:
                yield outcome
            bar.update(len(batch.documents))
    if batch is None:
        yield run_job(job, Batch(0, ()))  # a table without rows has its columns all the same


def run_to_folder(
    job: Job,
    documents: Iterable[Document],
    engine: Engine,
    path: str,
    inputs: Sequence[str] = (),
    progress: bool | None = None,
    mean: int | None = None,
) -> list[str]:
    """Write the table as a folder of numbered Parquet parts; go on where an earlier run stopped.

    Parameters
    ----------
    job, documents, engine, progress, mean
        As for `run_tables`.
    path : str
        A folder or a URL that fsspec knows.
    inputs : sequence of str
        What the documents are read from: the folder is refused for a run over others.

    Returns
    -------
    list of str
        Problems, in the order of the documents. A batch that was given up has no part and is tried again
        when the run is repeated.

    Raises
    ------
    UsageError
        The folder holds something else.
    """
    folder = PartsFolder(path, job, inputs)
    problems: dict[int, list[str]] = {}

    def undone() -> Iterator[Batch]:
        for batch in make_batches(documents, mean):
            found = folder.known(batch)
            if found is None:
                yield batch
            else:
                problems[batch.number] = found
                bar.update(len(batch.documents))

    with progress_bar(progress) as bar:
        for batch, outcome in engine.outcomes(partial(_make_part, job), undone()):
            if isinstance(outcome, GivenUp):
                problems[batch.number] = [str(outcome)]
            else:
                data, problems[batch.number] = outcome
                folder.add(batch, data, problems[batch.number])
            bar.update(len(batch.documents))
    if not problems:
        nothing = Batch(0, (), "no document")
        folder.add(nothing, *_make_part(job, nothing))
    folder.finish()
    return [line for number in sorted(problems) for line in problems[number]]


def _make_part(job: Job, batch: Batch) -> tuple[bytes, list[str]]:
    """The part of a batch, made where the batch is worked on."""
    table, problems = run_job(job, batch)
    return part_bytes(table, batch.key, problems), problems


class _Bar(tqdm):
    monitor_interval = 0  # no thread that watches over it: workers can then be forked


def progress_bar(progress: bool | None) -> tqdm:
    """Show progress on standard error; None is for where someone watches."""
    return _Bar(unit=" documents", disable=None if progress is None else not progress)
