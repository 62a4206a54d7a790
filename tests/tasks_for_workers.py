"""What the tests let worker processes do. They import this and little else, so that they start quickly."""

from __future__ import annotations

import os
import signal
import time
from pathlib import Path

from discourse.errors import DiscourseError


def number(batch) -> int:
    """The batch's number."""
    return batch.number


def number_and_process(batch) -> tuple[int, int]:
    """The batch's number and who answers."""
    return batch.number, os.getpid()


def process_and_number(batch) -> tuple[int, int]:
    """The same, the other way round."""
    return os.getpid(), batch.number


def variable(name: str, batch) -> str | None:
    """An environment variable, as the worker has it."""
    return os.environ.get(name)


def wait_to_be_killed_once(folder: Path, batch) -> int:
    """On batch 2, the first time: leave the process id in a file and wait."""
    mark = folder / "worker"
    if batch.number == 2 and not mark.exists():
        unfinished = folder / "worker.part"
        unfinished.write_text(str(os.getpid()))
        unfinished.rename(mark)
        time.sleep(60)
    return batch.number


def end_the_worker(batch) -> int:
    """On batch 3, always: end the process as the system does when memory runs out."""
    if batch.number == 3:
        os.kill(os.getpid(), signal.SIGKILL)
    return batch.number


def find_a_mistake(batch) -> int:
    """On batch 3: report what a user did wrong."""
    if batch.number == 3:
        raise DiscourseError("Measure 'x': cannot be.")
    return batch.number
