"""Run jobs on batches: in this process, in worker processes, or on a Dask cluster; results in order."""

from __future__ import annotations

import os
from collections import deque
from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import Future, ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from multiprocessing import get_context
from typing import Any, Protocol

from ..errors import MissingDependencyError, UsageError, did_you_mean, listed
from .batches import Batch

ENGINES = ("local", "dask")
TRIES = 3  # a batch that kills its worker this often is given up
Task = Callable[[Batch], Any]


class Engine(Protocol):
    """Something that applies a task to batches and gives the results in the batches' order."""

    def results(self, task: Task, batches: Iterable[Batch]) -> Iterator[tuple[Batch, Any]]:
        """Yield (batch, result) in order; few batches are held at a time."""
        ...


def make_engine(name: str = "local", workers: int | None = None, scheduler: str | None = None) -> Engine:
    """Choose how batches are run.

    Parameters
    ----------
    name : str
        "local" or "dask".
    workers : int, optional
        Processes on this machine; all cores where None. 1 runs in this process.
    scheduler : str, optional
        Address of a Dask scheduler; a cluster on this machine where None.

    Returns
    -------
    Engine

    Raises
    ------
    UsageError
        An unknown engine, no worker, or a scheduler without Dask.
    """
    if name not in ENGINES:
        raise UsageError(f"--engine '{name}'; allowed: {listed(ENGINES)}.{did_you_mean(name, ENGINES)}")
    if workers is not None and workers < 1:
        raise UsageError(f"--workers {workers}: a number of processes, 1 or more.")
    if name == "dask":
        return DaskEngine(workers, scheduler)
    if scheduler:
        raise UsageError("--scheduler goes with --engine dask.")
    count = workers or available_cores()
    return InProcess() if count == 1 else Processes(count)


def available_cores() -> int:
    """How many cores this process may use."""
    return len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1


class InProcess:
    """One batch after the other, here."""

    def results(self, task: Task, batches: Iterable[Batch]) -> Iterator[tuple[Batch, Any]]:
        for batch in batches:
            yield batch, task(batch)


class Processes:
    """Worker processes on this machine. A worker that is killed costs its batch's time, not the run."""

    def __init__(self, workers: int) -> None:
        self._workers = workers

    def _pool(self) -> ProcessPoolExecutor:
        return ProcessPoolExecutor(self._workers, mp_context=get_context("spawn"))

    def results(self, task: Task, batches: Iterable[Batch]) -> Iterator[tuple[Batch, Any]]:
        source, waiting = iter(batches), deque[tuple[Batch, Future[Any]]]()
        first = next(source, None)
        if first is None:
            return
        second = next(source, None)
        if second is None:  # one batch needs no workers
            yield first, task(first)
            return
        pool, tries = self._pool(), {first.number: 0}
        try:
            for batch in (first, second):
                waiting.append((batch, pool.submit(task, batch)))
            while waiting:
                while len(waiting) < 2 * self._workers and (batch := next(source, None)) is not None:
                    waiting.append((batch, pool.submit(task, batch)))
                batch, future = waiting[0]
                try:
                    result = future.result()
                except BrokenProcessPool:
                    tries[batch.number] = tries.get(batch.number, 0) + 1
                    if tries[batch.number] >= TRIES:
                        raise UsageError(f"Batch {batch.number} (from '{batch.documents[0].doc_id}') ended its worker"
                                         f" {TRIES} times; is there memory enough? try --workers 1.") from None
                    pool.shutdown(wait=False, cancel_futures=True)
                    pool = self._pool()
                    waiting = deque((b, f if f.done() and not f.exception() else pool.submit(task, b)) for b, f in waiting)
                    continue
                waiting.popleft()
                yield batch, result
        finally:
            pool.shutdown(wait=False, cancel_futures=True)


class DaskEngine:
    """Workers of a Dask cluster: those of a scheduler, or of a cluster made on this machine."""

    def __init__(self, workers: int | None, scheduler: str | None) -> None:
        try:
            import distributed
        except ImportError:
            raise MissingDependencyError("distributed", "scale", "--engine dask") from None
        self._distributed, self._workers, self._scheduler = distributed, workers, scheduler

    def results(self, task: Task, batches: Iterable[Batch]) -> Iterator[tuple[Batch, Any]]:
        client = self._client()
        try:
            held = 2 * max(1, sum(client.nthreads().values()))
            source, waiting = iter(batches), deque[tuple[Batch, Any]]()
            exhausted = False
            while waiting or not exhausted:
                while not exhausted and len(waiting) < held:
                    batch = next(source, None)
                    if batch is None:
                        exhausted = True
                        break
                    # pure=False: a batch is run once, and again only where its worker is lost
                    waiting.append((batch, client.submit(task, batch, pure=False, retries=TRIES - 1)))
                if waiting:
                    batch, future = waiting.popleft()
                    yield batch, future.result()
        finally:
            client.close()

    def _client(self) -> Any:
        if self._scheduler is None:
            count = self._workers or available_cores()
            cluster = self._distributed.LocalCluster(n_workers=count, threads_per_worker=1, dashboard_address=None)
            return self._distributed.Client(cluster)
        try:
            return self._distributed.Client(self._scheduler, timeout="15s")
        except (OSError, ValueError) as error:
            raise UsageError(f"--scheduler '{self._scheduler}': no Dask scheduler answers there ({error}).") from None
