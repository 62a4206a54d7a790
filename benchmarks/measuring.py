"""Measure one tool in a process of its own: seconds, processor time, and the memory of it and its children.

To look at the memory of a process holds it up, the longer the more memory it has. So its seconds are taken while nobody
looks, or hardly ever.
"""

from __future__ import annotations

import argparse
import importlib
import json
import os
import subprocess
import sys
import time
from collections.abc import Iterator
from dataclasses import asdict, dataclass
from pathlib import Path
from tempfile import TemporaryDirectory
from threading import Event, Thread

import numpy as np
from texts import read_texts, size, stream_texts
from tools import TOOLS, the_words

CLOSELY, HARDLY, NEVER = 1.0, 0.01, 0.0  # the share of the time that looks at the memory may take
_PAUSE = 0.05  # seconds between two looks, at the least
# one thread each, so that a core is compared with a core
_ONE_THREAD = dict.fromkeys(
    ("OMP_NUM_THREADS", "OPENBLAS_NUM_THREADS", "POLARS_MAX_THREADS", "RAYON_NUM_THREADS"), "1"
)


@dataclass(frozen=True)
class Measured:
    """What a tool took.

    Attributes
    ----------
    megabytes : float
        Of text, in millions of bytes.
    seconds : float
        By the clock.
    processor : float
        Seconds of processor time, of all its processes together.
    peak : float
        The most memory all its processes had together, in MiB; what they share counts once.
    before : float
        The memory before it began: texts and imports.
    """

    megabytes: float
    seconds: float
    processor: float
    peak: float = 0
    before: float = 0

    @property
    def speed(self) -> float:
        """Megabytes a second."""
        return self.megabytes / self.seconds


def measure(
    name: str,
    megabytes: float,
    made: bool,
    counts: Path | None = None,
    stream: bool = False,
    watch: float = NEVER,
) -> Measured:
    """Measure a tool.

    Parameters
    ----------
    name : str
    megabytes : float
    made : bool
        On texts made here.
    counts : Path, optional
        Where to write what it counted.
    stream : bool
        The texts come one by one while it works, and reading them is part of the time; else they are in memory.
    watch : float
        `CLOSELY` for its memory, `HARDLY` for time and memory together where it takes long, `NEVER` for its time alone.

    Returns
    -------
    Measured
    """
    arguments = [name, str(megabytes), *(["--made"] if made else []), *(["--stream"] if stream else [])]
    arguments += ["--counts", str(counts)] if counts else []
    done, peak = run_watched([sys.executable, __file__, *arguments], watch)
    return Measured(**{**json.loads(done.splitlines()[-1]), "peak": peak})


def run_watched(command: list[str], watch: float = CLOSELY) -> tuple[str, float]:
    """Run a command; what it printed, and the most memory that it and its children had, in MiB; 0 if nobody looked."""
    process = subprocess.Popen(
        command,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
        env={**os.environ, **_ONE_THREAD},
    )
    ended, peak = Event(), 0.0

    def look() -> None:
        nonlocal peak
        pause = _PAUSE
        while watch and not ended.wait(pause):
            begin = time.perf_counter()
            peak = max(peak, memory(process.pid))
            pause = max(_PAUSE, (time.perf_counter() - begin) / watch)

    watcher = Thread(target=look)
    watcher.start()
    output, errors = process.communicate()
    ended.set()
    watcher.join()
    if process.returncode:
        raise SystemExit(f"{' '.join(command[1:3])} failed:\n{errors}")
    return output, peak


def memory(pid: int) -> float:
    """The memory of a process and those it started, in MiB; 0 where the system does not tell."""
    try:
        rows = Path(f"/proc/{pid}/smaps_rollup").read_text().splitlines()
        children = Path(f"/proc/{pid}/task/{pid}/children").read_text().split()
    except OSError:  # it has just ended, or this is no Linux
        return 0
    own = next((int(row.split()[1]) / 1024 for row in rows if row.startswith("Pss:")), 0.0)
    return own + sum(memory(int(child)) for child in children)


def _run(name: str, megabytes: float, made: bool, stream: bool, counts: str | None) -> Measured:
    """Measure in this process."""
    tool, words, n_bytes = TOOLS[name], the_words(), 0
    if tool.needs:
        importlib.import_module(tool.needs)

    def passing() -> Iterator[str]:
        nonlocal n_bytes
        for text in stream_texts(megabytes, made):
            n_bytes += len(text.encode())
            yield text

    with TemporaryDirectory(prefix="discourse-") as folder:
        texts = [] if stream else read_texts(megabytes, made)
        given = passing() if stream else tool.prepare(texts, words, Path(folder)) if tool.prepare else texts
        before, begin, start = memory(os.getpid()), time.perf_counter(), _processor()
        result = tool.run(given, words)
        seconds, processor = time.perf_counter() - begin, _processor() - start
    if result is not None and counts is not None:
        np.save(counts, result)
    return Measured((n_bytes if stream else size(texts)) / 1e6, seconds, processor, before=before)


def _processor() -> float:
    times = os.times()
    ended = times.user + times.system + times.children_user + times.children_system
    return ended + sum(map(_processor_of, _children("self")))


def _processor_of(pid: int) -> float:
    """The seconds of a process that runs, and of those it started."""
    try:
        fields = Path(f"/proc/{pid}/stat").read_text().rpartition(")")[2].split()
    except OSError:
        return 0
    # user and system, its own and those of its children that have ended: fields 14 to 17 of proc(5)
    own = sum(map(int, fields[11:15])) / os.sysconf("SC_CLK_TCK")
    return own + sum(map(_processor_of, _children(pid)))


def _children(pid: int | str) -> list[int]:
    try:
        tasks = Path(f"/proc/{pid}/task").iterdir()
        return [int(child) for task in tasks for child in (task / "children").read_text().split()]
    except OSError:  # it has just ended, or this is no Linux
        return []


def main() -> None:
    """Measure one tool here and print what it took as JSON."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("tool", choices=TOOLS)
    parser.add_argument("megabytes", type=float)
    parser.add_argument("--made", action="store_true")
    parser.add_argument("--stream", action="store_true")
    parser.add_argument("--counts")
    chosen = parser.parse_args()
    found = _run(chosen.tool, chosen.megabytes, chosen.made, chosen.stream, chosen.counts)
    print(json.dumps(asdict(found)))


if __name__ == "__main__":
    main()
