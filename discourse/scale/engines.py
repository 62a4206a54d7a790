"""Run a task on batches: in this process, in worker processes, or on a Dask cluster; outcomes in order."""

from __future__ import annotations

import os
from collections import deque
from collections.abc import Generator, Iterable, Iterator
from contextlib import AbstractContextManager, contextmanager, nullcontext
from itertools import islice
from numbers import Integral
from typing import Any, Protocol

from ..errors import DiscourseError, MissingDependencyError, UsageError, did_you_mean, listed
from .batches import Batch
from .workers import Crew, GivenUp, Task, may_fork

ENGINES = ("local", "dask")


class Engine(Protocol):
    """Something that applies a task to batches and gives the outcomes in the batches' order.

    Attributes
    ----------
    is_here : bool
        Do all its processes see the files of this machine.
    """

    is_here: bool

    def outcomes(self, task: Task, batches: Iterable[Batch]) -> Generator[tuple[Batch, Any], None, None]:
        """Yield (batch, result or `GivenUp`) in order; few batches are held at a time."""
        ...

    def staying(self) -> AbstractContextManager[None]:
        """Keep the workers from one task to the next, within a ``with`` statement."""
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
        An unknown engine, no worker, or options that contradict each other.
    MissingDependencyError
        Dask is asked for and not installed.
    """
    if name not in ENGINES:
        raise UsageError(f"--engine '{name}'; allowed: {listed(ENGINES)}.{did_you_mean(name, ENGINES)}")
    if workers is not None and (not isinstance(workers, Integral) or workers < 1):
        raise UsageError(f"--workers {workers!r}: a number of processes, 1 or more.")
    if name == "dask":
        if scheduler is not None and workers is not None:
            raise UsageError(
                "--workers: a scheduler has its own workers; leave out --workers or --scheduler."
            )
        return DaskCluster(workers, scheduler)
    if scheduler is not None:
        raise UsageError("--scheduler goes with --engine dask.")
    count = workers or available_cores()
    return InProcess() if count == 1 else Processes(count)


def available_cores() -> int:
    """How many cores this process may use."""
    return len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1


class InProcess:
    """One batch after the other, here."""

    is_here = True

    def outcomes(self, task: Task, batches: Iterable[Batch]) -> Generator[tuple[Batch, Any], None, None]:
        for batch in batches:
            yield batch, task(batch)

    def staying(self) -> AbstractContextManager[None]:
        return nullcontext()


class Processes:
    """Worker processes on this machine. One that is killed costs its batch's time, not the run.

    Parameters
    ----------
    workers : int
    """

    is_here = True

    def __init__(self, workers: int) -> None:
        self._workers = workers
        self._stays = False
        self._resting: list[Crew] = []

    def outcomes(self, task: Task, batches: Iterable[Batch]) -> Generator[tuple[Batch, Any], None, None]:
        source = iter(batches)
        with self._crew_for(task) as crew:
            if may_fork():  # in no time, but not any more when reading has started threads
                crew.start()
            order = deque(islice(source, 2))
            if len(order) < 2:  # one batch needs no workers
                yield from InProcess().outcomes(task, order)
                return
            crew.start()
            waiting, done, exhausted = deque(order), dict[int, Any](), False
            while order or not exhausted:
                while waiting and crew.has_idle:
                    crew.give(waiting.popleft())
                if order and order[0].number in done:
                    batch = order.popleft()
                    yield batch, done.pop(batch.number)
                elif not exhausted and len(order) < 3 * self._workers and len(waiting) < self._workers:
                    following = next(source, None)
                    exhausted = following is None
                    if following is not None:
                        order.append(following)
                        waiting.append(following)
                else:
                    done.update((b.number, outcome) for b, outcome in crew.outcomes(block=True))
                    continue
                done.update((b.number, outcome) for b, outcome in crew.outcomes(block=False))

    @contextmanager
    def _crew_for(self, task: Task) -> Iterator[Crew]:
        crew = self._resting.pop() if self._resting else Crew(self._workers)
        crew.turn_to(task)
        try:
            yield crew
        except BaseException:  # batches may be under way, whose answers nobody wants
            crew.end()
            raise
        if self._stays:
            self._resting.append(crew)
        else:
            crew.end()

    @contextmanager
    def staying(self) -> Iterator[None]:
        self._stays = True
        try:
            yield
        finally:
            self._stays = False
            while self._resting:
                self._resting.pop().end()


class DaskCluster:
    """Workers of a Dask cluster: those of a scheduler, or of a cluster made on this machine.

    Dask runs the batches of a lost worker again elsewhere.

    Parameters
    ----------
    workers : int or None
        Of the cluster made here; as many as cores where None.
    scheduler : str or None
        Its address.
    """

    is_here = False

    def __init__(self, workers: int | None, scheduler: str | None) -> None:
        try:
            import distributed
        except ImportError:
            raise MissingDependencyError("distributed", "scale", "--engine dask") from None
        self._distributed, self._workers, self._scheduler = distributed, workers, scheduler

    def outcomes(self, task: Task, batches: Iterable[Batch]) -> Generator[tuple[Batch, Any], None, None]:
        with self._client() as client:
            source, sent = iter(batches), deque[tuple[Batch, Any]]()
            held = until_next_look = 0
            while True:
                if not until_next_look:  # workers come and go
                    held = until_next_look = 2 * sum(client.nthreads().values()) + 2
                until_next_look -= 1
                for batch in islice(source, max(0, held - len(sent))):
                    # pure=False: the same batch in two runs is two pieces of work
                    sent.append((batch, None if batch.is_local else client.submit(task, batch, pure=False)))
                if not sent:
                    return
                batch, future = sent.popleft()
                yield batch, task(batch) if future is None else self._result(batch, future)

    def _result(self, batch: Batch, future: Any) -> Any:
        try:
            return future.result()
        except self._distributed.KilledWorker:
            return GivenUp(batch)
        except DiscourseError:
            raise
        except Exception as error:  # the task reports its own errors, so that this is one of the cluster
            raise UsageError(
                f"--engine dask: {type(error).__name__}: {error}; do scheduler and workers run, with this"
                " version of discourse? A folder of parts goes on where it was when the command is repeated."
            ) from None

    def staying(self) -> AbstractContextManager[None]:
        return nullcontext()

    @contextmanager
    def _client(self) -> Iterator[Any]:
        if self._scheduler is None:
            count = self._workers or available_cores()
            with (
                self._distributed.LocalCluster(
                    n_workers=count, threads_per_worker=1, dashboard_address=None
                ) as cluster,
                self._distributed.Client(cluster) as client,
            ):
                yield client
            return
        try:
            client = self._distributed.Client(self._scheduler, timeout="15s")
        except (OSError, ValueError) as error:
            raise UsageError(
                f"--scheduler '{self._scheduler}': no Dask scheduler answers ({error})."
            ) from None
        with client:
            try:
                client.wait_for_workers(1, timeout=60)
            except TimeoutError:
                raise UsageError(f"--scheduler '{self._scheduler}': no worker has joined it.") from None
            yield client
