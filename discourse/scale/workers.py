"""Worker processes on this machine, one batch at a time each, replaced where one is lost."""

from __future__ import annotations

import atexit
import contextlib
import importlib
import os
import signal
import sys
import warnings
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from multiprocessing import get_context
from multiprocessing.connection import Connection, wait
from pathlib import Path
from typing import Any

from ..errors import DiscourseError, UsageError
from .batches import Batch

TRIES = 3  # a batch that ends its worker this often is given up
Task = Callable[[Batch], Any]
# The workers are the threads: libraries must not start more in each.
_ONE_THREAD = dict.fromkeys(("OMP_NUM_THREADS", "OPENBLAS_NUM_THREADS", "MKL_NUM_THREADS"), "1")
_NEEDED = ["pandas", "pyarrow.parquet", "discourse.scale.run"]
_FORK_SAFE = ("jemalloc_bg_thd",)  # the memory of Arrow; it readies itself for a fork


@dataclass(frozen=True)
class GivenUp:
    """The outcome of a batch that ended its worker again and again."""

    batch: Batch

    def __str__(self) -> str:
        return (
            f"{self.batch}: left out, the worker process ended {TRIES} times over it; is there memory enough?"
            " Try fewer --workers, or cut long documents."
        )


class Crew:
    """Processes that apply a task to batches.

    A worker that ends without an answer (killed, out of memory) is replaced and its batch tried again; the
    other workers go on undisturbed.

    Parameters
    ----------
    size : int
        How many processes.
    """

    def __init__(self, size: int) -> None:
        self._size = size
        self._task: Task | None = None
        self._failed_starts = 0
        self._workers: list[_Worker] = []

    def start(self) -> None:
        """Start the processes that do not run yet."""
        while len(self._workers) < self._size:
            self._workers.append(self._new_worker())

    def _new_worker(self) -> _Worker:
        return _Worker(self._task, [worker.connection for worker in self._workers])

    def turn_to(self, task: Task) -> None:
        """Give workers, none of whom has a batch, their task.

        Parameters
        ----------
        task : callable
            Batch → result; module-level or a `functools.partial` of such.
        """
        self._task = task
        for worker in self._workers:
            worker.task = task

    def end(self) -> None:
        """End the processes, whatever they are at."""
        for worker in self._workers:
            worker.connection.close()  # all take their leave at once
        for worker in self._workers:
            worker.end()
        self._workers.clear()

    @property
    def has_idle(self) -> bool:
        """Is a worker free."""
        return any(worker.batch is None for worker in self._workers)

    def give(self, batch: Batch) -> None:
        """Give a batch to a free worker."""
        next(worker for worker in self._workers if worker.batch is None).take(batch)

    def outcomes(self, block: bool) -> Iterator[tuple[Batch, Any]]:
        """Give what has come back since: (batch, result or `GivenUp`).

        Parameters
        ----------
        block : bool
            Wait until something happens; there must be a batch given and not come back.

        Raises
        ------
        DiscourseError
            That of the task.
        UsageError
            Workers cannot start.
        """
        speaking = {w.connection: w for w in self._workers if w.batch is not None or not w.ready}
        for connection in wait(list(speaking), timeout=None if block else 0):
            worker = speaking[connection]
            batch = worker.batch
            try:
                answer = worker.listen()
            except (EOFError, OSError):
                if self._replace(worker):
                    yield batch, GivenUp(batch)  # type: ignore[misc,arg-type]
                continue
            if isinstance(answer, DiscourseError):
                raise answer
            if answer is not None:
                yield batch, answer[0]  # type: ignore[misc]

    def _replace(self, worker: _Worker) -> bool:
        """Start another worker with the same batch; true where the batch is given up instead."""
        exit_code = worker.end()
        if not worker.ready:
            self._failed_starts += 1
            if exit_code == 1 or self._failed_starts >= TRIES:
                raise UsageError(
                    "Worker processes cannot start; in a script, let what it does stand under"
                    ' if __name__ == "__main__":, or work in one process (workers=1).'
                )
        given_up = worker.ready and worker.batch is not None and worker.tries >= TRIES
        follower = self._workers[self._workers.index(worker)] = self._new_worker()
        if worker.batch is not None and not given_up:
            follower.take(worker.batch, worker.tries)
        return given_up


def may_fork() -> bool:
    """Say whether workers can be forked from this process, with all that it has imported, in no time.

    A thread other than the one that forks might hold a lock that nobody in the copy would ever release.
    """
    if sys.platform != "linux":
        return False
    try:
        threads = [path.read_text() for path in Path("/proc/self/task").glob("*/comm")]
    except OSError:  # one has just ended
        return False
    return sum(name.strip() not in _FORK_SAFE for name in threads) == 1


class _Worker:
    """One process, the connection to it, and the batch it has.

    Parameters
    ----------
    task : callable
        Travels with the next batch.
    others : sequence of Connection
        To the other workers: a forked process lets go of them, so that each ends when nobody asks it any more.
    """

    def __init__(self, task: Task | None, others: Sequence[Connection]) -> None:
        with _environment(_ONE_THREAD):
            is_copy = may_fork()
            if is_copy:
                for name in _NEEDED:
                    importlib.import_module(name)
                context: Any = get_context("fork")
            elif sys.platform == "linux":
                # one process imports what all workers need, and they are forked from it
                context = get_context("forkserver")
                context.set_forkserver_preload(_NEEDED)
            else:
                context = get_context("spawn")
            self.connection, theirs = context.Pipe()
            inherited = [self.connection, *others] if is_copy else []
            served = (theirs, dict(os.environ), inherited)
            self.process = context.Process(target=_serve, args=served, daemon=True)
            with warnings.catch_warnings():  # Python 3.12 warns of every thread
                warnings.simplefilter("ignore", DeprecationWarning)
                self.process.start()
        theirs.close()
        self.task = task  # None where the process has it
        self.ready = False
        self.batch: Batch | None = None
        self.tries = 0

    def take(self, batch: Batch, tries: int = 0) -> None:
        """Take a batch on; it is sent when the process is ready."""
        self.batch, self.tries = batch, tries
        if self.ready:
            self._send()

    def _send(self) -> None:
        self.tries += 1
        # where the process has just ended, listening will tell
        with contextlib.suppress(OSError):
            self.connection.send((self.task, self.batch))
            self.task = None

    def listen(self) -> Any:
        """None when the process has become ready, else the answer: a `DiscourseError` or (result,).

        Raises
        ------
        EOFError, OSError
            The process has ended.
        """
        answer = self.connection.recv()
        if not self.ready:
            self.ready = True
            if self.batch is not None:
                self._send()
            return None
        self.batch = None
        return answer

    def end(self) -> int | None:
        """End the process; its exit code."""
        self.connection.close()
        self.process.join(timeout=0.2 if self.ready else 0)
        self.process.kill()
        self.process.join()
        return self.process.exitcode


def _serve(connection: Connection, environment: dict[str, str], inherited: Sequence[Connection]) -> None:
    """What a worker process does: answer batch after batch, until nobody asks."""
    for end in inherited:
        end.close()
    os.environ.clear()  # it may have changed since the process was started that this one was forked from
    os.environ.update(environment)
    # Ctrl-C goes to the whole group; the process that was started by the user decides
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    with contextlib.suppress(OSError):  # nobody listens any more: receiving will tell
        connection.send(None)
    task: Task | None = None
    while True:
        try:
            new, batch = connection.recv()
        except (EOFError, OSError):
            atexit.register(os._exit, 0)  # what a long run has gathered need not be taken apart
            return
        task = new or task
        try:
            answer: Any = (task(batch),)  # type: ignore[misc]  # one comes with the first batch
        except DiscourseError as error:
            answer = error
        with contextlib.suppress(OSError):
            connection.send(answer)


@contextlib.contextmanager
def _environment(variables: dict[str, str]) -> Iterator[None]:
    """Set environment variables for a while."""
    before = {name: os.environ.get(name) for name in variables}
    os.environ.update(variables)
    try:
        yield
    finally:
        for name, value in before.items():
            if value is None:
                os.environ.pop(name)
            else:
                os.environ[name] = value
