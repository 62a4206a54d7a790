"""What a batch costs, and from that what a billion tokens cost and how many workers one reader can feed.

Reads texts from Parquet files as the command line does, cuts them into batches, and times each step in processor
time, in this process and one after the other: reading and cutting, packing a batch for a worker, the work, the
Parquet part, writing it; then what Dask adds to a batch, and what a resumed run needs to know a part again.
Run it with::

    python benchmarks/cost.py --markdown
"""

from __future__ import annotations

import argparse
import os
import pickle
import subprocess
import sys
import time
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

import pyarrow as pa
import pyarrow.parquet as pq
from texts import source, stream_texts
from written import Table, print_table

from discourse.corpus import iter_documents
from discourse.readers import Document
from discourse.scale import (
    Batch,
    Job,
    PartsFolder,
    make_batches,
    make_engine,
    make_job,
    run_job,
)
from discourse.scale.parts import part_bytes
from discourse.tokens import Tokens, Vocabulary

TASKS = {
    "find war_peace, all layers": ("hits", ["war_peace"], {}),
    "quotes": ("quotes", [], {}),
    "measure framing, a row per document": ("measures", ["war_peace"], {"measures": ("framing",)}),
}
BILLION = 1e9
WORKERS = (1, 2, 16, 64, 256)


@dataclass(frozen=True)
class Batches:
    """What the steps that all tasks share have cost; seconds are a batch's."""

    batches: list[Batch]
    n_tokens: int
    megabytes: float
    reading: float
    packing: float
    starting: float


def read(megabytes: float, made: bool, folder: Path) -> Batches:
    """Write texts as Parquet files; read them, cut them into batches, pack these, and time it."""
    rows = [
        {"id": f"text-{n:06d}", "text": t, "language": "en"}
        for n, t in enumerate(stream_texts(megabytes, made))
    ]
    half = len(rows) // 2
    for number, part in enumerate((rows[:half], rows[half:])):
        pq.write_table(pa.Table.from_pylist(part), folder / f"texts-{number}.parquet")
    del rows
    batches, reading = timed(lambda: list(make_batches(documents(folder))))
    _, packing = timed(lambda: [pickle.loads(pickle.dumps(batch)) for batch in batches])  # noqa: S301
    texts = [d.text or "" for batch in batches for d in batch.documents]
    n_tokens = sum(len(Tokens([text], "en", Vocabulary())) for text in texts[:: max(1, len(texts) // 200)])
    sampled = sum(len(text) for text in texts[:: max(1, len(texts) // 200)])
    starting = _start_up()
    n = len(batches)
    return Batches(
        batches,
        round(n_tokens * sum(map(len, texts)) / sampled),
        sum(len(text.encode()) for text in texts) / 1e6,
        reading / n,
        packing / n,
        starting,
    )


def documents(folder: Path) -> list[Document]:
    """The documents of a folder of Parquet files."""
    return [entry for entry in iter_documents(folder) if isinstance(entry, Document)]


def timed(act: Callable[[], Any]) -> tuple[Any, float]:
    """What a function gives, and the processor time it takes."""
    begin = time.process_time()
    result = act()
    return result, time.process_time() - begin


def _start_up() -> float:
    """Processor time until a process can do its first batch, the rules compiled."""
    code = (
        "import time\n"
        "from discourse.readers import Document\n"
        "from discourse.scale import Batch, make_job, run_job\n"
        "from discourse.scale.parts import part_bytes\n"
        "batch = Batch(0, (Document('a', '“War may come,” she said. It did not.', '0' * 64, 'en'),))\n"
        "part_bytes(*run_job(make_job('hits', ['war_peace']), batch)[:1], '', [])\n"
        "print(time.process_time())"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    return float(done.stdout)


def work(job: Job, batches: list[Batch]) -> tuple[float, float, list[bytes]]:
    """Seconds of the work and of making the Parquet part, by batch, once the words are known; the parts."""
    run_job(job, batches[0])
    made, working = timed(lambda: [run_job(job, batch) for batch in batches])
    parts, packing = timed(lambda: [part_bytes(t, b.key, p) for (t, p), b in zip(made, batches, strict=True)])
    return working / len(batches), packing / len(batches), parts


def written(job: Job, batches: list[Batch], parts: list[bytes], folder: Path) -> tuple[float, float]:
    """Seconds of writing a part, and of knowing it again in a run that is resumed."""
    target = PartsFolder(str(folder), job)
    _, writing = timed(lambda: [target.add(b, p, []) for b, p in zip(batches, parts, strict=True)])
    _, knowing = timed(lambda: PartsFolder(str(folder), job))
    return writing / len(parts), knowing / len(parts)


def nothing(batch: Batch) -> int:
    """A task that does nothing, so that only the way to a worker and back is measured."""
    return batch.number


def dask_adds(batches: list[Batch]) -> float:
    """Seconds of processor time of this process that Dask takes to send a batch and get an answer."""
    engine = make_engine("dask", 1)
    several = [Batch(n, batches[n % len(batches)].documents) for n in range(3 * len(batches))]

    def run(some: list[Batch]) -> float:
        return timed(lambda: list(engine.outcomes(nothing, iter(some))))[1]

    return (run(several) - run(several[:1])) / (len(several) - 1)


def speed_up(texts: Path, folder: Path) -> tuple[float, float]:
    """By the clock, from the command line, starting included: seconds with one worker, and with two."""
    seconds = []
    for workers in ("1", "2"):
        command = [sys.executable, "-m", "discourse.cli", "find", str(texts), "--lexicon", "war_peace"]
        command += ["--output", str(folder / f"hits-{workers}"), "--workers", workers]
        begin = time.perf_counter()
        subprocess.run(command, capture_output=True, check=True)
        seconds.append(time.perf_counter() - begin)
    return seconds[0], seconds[1]


def duration(seconds: float) -> str:
    """Seconds, minutes, hours or days, whichever reads best."""
    for unit, length in (("days", 86400), ("h", 3600), ("min", 60)):
        if seconds >= 2 * length:
            return f"{seconds / length:.1f} {unit}"
    return f"{seconds:.0f} s"


def main() -> None:
    """Measure and print the tables."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--megabytes", type=float, default=60, help="of text (60)")
    parser.add_argument(
        "--made", action="store_true", help="texts made here, even where the General Debate is"
    )
    parser.add_argument("--no-dask", action="store_true", help="leave out what Dask adds")
    parser.add_argument("--markdown", action="store_true", help="tables as Markdown")
    chosen = parser.parse_args()
    with TemporaryDirectory(prefix="discourse-") as name:
        folder = Path(name)
        (folder / "texts").mkdir()
        shared = read(chosen.megabytes, chosen.made, folder / "texts")
        n, tokens = len(shared.batches), shared.n_tokens
        load = f", load {os.getloadavg()[0]:.1f}" if hasattr(os, "getloadavg") else ""
        print(
            f"{source(chosen.made)}: {shared.megabytes:.0f} MB, {tokens / 1e6:.1f} million tokens in {n} batches of"
            f" {shared.megabytes / n:.1f} MB; {os.cpu_count()} cores{load}. A worker starts in {shared.starting:.1f} s."
        )
        sending = 0.0 if chosen.no_dask else dask_adds(shared.batches)
        rows, estimates = [], []
        for number, (task, (table, lexicons, options)) in enumerate(TASKS.items()):
            job = make_job(table, lexicons, **options)
            working, packing, parts = work(job, shared.batches)
            writing, knowing = written(job, shared.batches, parts, folder / f"parts-{number}")
            reader = shared.reading + max(shared.packing, sending) + writing
            size = sum(map(len, parts)) / n
            steps = (shared.reading, shared.packing, sending, working, packing, writing, knowing)
            feeds = (working + packing) / reader
            rows.append([task, *(f"{1000 * s:.1f}" for s in steps), f"{size / 1000:.0f}", f"{feeds:.0f}"])
            for billions in (1, 100):
                n_batches = billions * BILLION * n / tokens
                times = [n_batches * max((working + packing) / w, reader) for w in WORKERS]
                estimates.append(
                    [
                        task,
                        f"{billions}",
                        f"{n_batches:,.0f}",
                        *map(duration, times),
                        f"{n_batches * size / 1e9:.1f}",
                    ]
                )
        steps_header = (
            "task|read and cut|pack and unpack|send by Dask|work|make the part|write it|know it again|part, kB|"
            "workers one reader feeds"
        )
        print_table(Table(steps_header.split("|"), rows), chosen.markdown)
        workers = [f"{w} worker{'s' * (w > 1)}" for w in WORKERS]
        header = ["task", "billion tokens", "batches", *workers, "parts, GB"]
        print_table(Table(header, estimates), chosen.markdown)
        one, two = speed_up(folder / "texts", folder)
        print(
            f"\nFind into a folder by the clock: one worker {one:.1f} s, two {two:.1f} s, {one / two:.2f} times as fast."
        )


if __name__ == "__main__":
    main()
