"""A Dask cluster on this machine loses a worker in the middle, and the result is that of one process.

Starts a scheduler and two workers as processes of their own, finds war and peace in General Debate speeches (or
in texts made here) batch by batch, ends one worker with SIGKILL after the first batches, and compares the
parts byte by byte with those of a single process. Run it with::

    make cluster-demo
"""

from __future__ import annotations

import argparse
import json
import subprocess
import sys
import time
from collections.abc import Iterable, Iterator
from contextlib import ExitStack, contextmanager
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

from texts import read_documents, size, source

from discourse.scale import Batch, Engine, make_engine, make_job, run_to_folder

N_BATCHES = 16
KILL_AFTER = 3  # batches


class Interrupted:
    """An engine in the middle of whose work something happens."""

    def __init__(self, engine: Engine, happen: Any) -> None:
        self._engine, self._happen = engine, happen

    def outcomes(self, task: Any, batches: Iterable[Batch]) -> Iterator[tuple[Batch, Any]]:
        for number, outcome in enumerate(self._engine.outcomes(task, batches), start=1):
            yield outcome
            if number == KILL_AFTER:
                self._happen()


@contextmanager
def process(*arguments: str) -> Iterator[subprocess.Popen[bytes]]:
    """A process that ends with the block."""
    started = subprocess.Popen(
        [sys.executable, "-m", *arguments], stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL
    )
    try:
        yield started
    finally:
        started.kill()
        started.wait()


def wait_for(file: Path) -> None:
    """Wait until the scheduler has said where it is."""
    until = time.monotonic() + 60
    while not file.exists():
        if time.monotonic() > until:
            raise SystemExit("The scheduler did not start within a minute.")
        time.sleep(0.05)


def contents(folder: Path) -> dict[str, bytes]:
    """The files of a folder."""
    return {path.name: path.read_bytes() for path in sorted(folder.iterdir())}


def main() -> int:
    """Run the demonstration; 0 where the results are identical."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--megabytes", type=float, default=8, help="of text (8)")
    parser.add_argument(
        "--made", action="store_true", help="texts made here, even where the General Debate is"
    )
    chosen = parser.parse_args()
    documents = read_documents(chosen.megabytes, chosen.made)
    n_bytes = size([d.text or "" for d in documents])
    print(f"{source(chosen.made)}: {len(documents)} documents, {n_bytes / 1e6:.1f} MB")
    job, mean = make_job("hits", ["war_peace"]), n_bytes // N_BATCHES
    with ExitStack() as stack:
        folder = Path(stack.enter_context(TemporaryDirectory(prefix="discourse-")))
        address = folder / "scheduler.json"
        where = ("--scheduler-file", str(address), "--no-dashboard")
        stack.enter_context(
            process("distributed.cli.dask_scheduler", "--host", "127.0.0.1", "--port", "0", *where)
        )
        wait_for(address)
        worker = (
            "distributed.cli.dask_worker",
            *where,
            "--host",
            "127.0.0.1",
            "--nthreads",
            "1",
            "--no-nanny",
        )
        first, _ = (stack.enter_context(process(*worker, "--name", name)) for name in ("first", "second"))
        engine = make_engine("dask", scheduler=json.loads(address.read_text())["address"])

        def kill() -> None:
            first.kill()
            print(
                f"After {KILL_AFTER} batches, the first of two workers was killed with SIGKILL.", flush=True
            )

        results = []
        for name, own in (
            ("cluster", Interrupted(engine, kill)),
            ("single process", make_engine("local", 1)),
        ):
            begin, target = time.perf_counter(), folder / name.partition(" ")[0]
            problems = run_to_folder(job, documents, own, str(target), progress=False, mean=mean)
            print(f"{name.capitalize()}: {time.perf_counter() - begin:.1f} s.", flush=True)
            results.append((contents(target), problems))
    (cluster, lost), (single, problems) = results
    different = sorted(name for name in {*cluster, *single} if cluster.get(name) != single.get(name))
    if different or lost != problems:
        print(f"Different: {', '.join([*different, *(set(lost) ^ set(problems))])}.")
        return 1
    print(f"Identical: {len(single)} files, byte by byte.")
    return 0


if __name__ == "__main__":
    sys.exit(main())
