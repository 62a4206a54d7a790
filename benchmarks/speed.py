"""How fast the program is, beside what else counts words in texts: everything in one run, on the same texts.

Each tool runs in a process of its own, on General Debate speeches where `DISCOURSE_UNGDC` names them, else on
texts made here. Tools that are not installed are named as absent (`make benchmark` installs them first). The
task that all share is counting: the single words of the lexicon war_peace, without wildcards and context
rules. Run it with::

    python benchmarks/speed.py --markdown > speed.md

Other sizes, other tools::

    python benchmarks/speed.py --megabytes 20 --rounds 3 --only discourse re.findall --sizes
    python benchmarks/speed.py --layers --only --sizes
"""

from __future__ import annotations

import argparse
import importlib.util
import os
import platform
import sys
import time
from collections.abc import Iterable, Sequence
from dataclasses import replace
from pathlib import Path
from tempfile import TemporaryDirectory

import numpy as np
from layer_costs import layer_costs
from measuring import CLOSELY, HARDLY, NEVER, Measured, measure, run_watched
from texts import UNGDC, source
from tools import COUNT, EVIDENCE, FIND_ONE, FIND_TWO, NLTK, REFERENCE, TOOLS
from written import Table, print_table

SIZES = (10.0, 100.0, 1000.0)
GROWING = (COUNT, FIND_ONE, FIND_TWO)
Found = dict[str, Measured]


def compare(
    megabytes: float, made: bool, rounds: int, names: Sequence[str]
) -> tuple[Found, Table, list[str]]:
    """Measure tools in turn, round after round; the best of each. Their memory is taken once, apart from the time.

    Returns
    -------
    (found, table, absent)
        By tool; the table; packages that are not installed.
    """
    found: Found = {}
    agreement: dict[str, str] = {}
    packages = {name: TOOLS[name].needs.partition(".")[0] for name in names}
    absent = [package for package in packages.values() if package and not importlib.util.find_spec(package)]
    present = [name for name in names if packages[name] not in absent]
    with TemporaryDirectory(prefix="discourse-") as folder:
        reference, own = Path(folder) / "reference.npy", Path(folder) / "own.npy"
        for name in sorted(present, key=lambda n: n != REFERENCE) * rounds:
            own.unlink(missing_ok=True)
            counts = reference if name == REFERENCE else own
            measured = measure(name, min(megabytes, TOOLS[name].limit), made, counts)
            if name not in found or measured.seconds < found[name].seconds:
                found[name] = measured
            if counts.exists():
                agreement[name] = _agreement(counts, reference)
            _tell(f"{name}: {measured.seconds:.1f} s")
    for name in present:
        size = min(megabytes, TOOLS[name].limit)
        watched = measure(name, size, made, watch=CLOSELY)
        found[name] = replace(found[name], peak=watched.peak, before=watched.before)
    base = found[REFERENCE].speed
    rows = [
        [
            name,
            f"{m.megabytes:.0f}",
            f"{m.speed:.1f}",
            f"{m.speed / base:.2f}",
            f"{m.megabytes / max(m.processor, 0.01):.1f}",
            f"{m.peak:.0f}",
            f"{m.before:.0f}",
            agreement.get(name, ""),
        ]
        for name, m in ((n, found[n]) for n in names if n in found)
    ]
    header = (
        "tool|MB of text|MB/s|ratio to re.findall + dict|MB a processor second|peak memory, MiB|"
        "of it texts and imports|cells as re.findall has them"
    )
    return found, Table(header.split("|"), rows), absent


def _agreement(own: Path, reference: Path) -> str:
    """The share of cells (a text and a word) with the reference's count, over the texts both have read."""
    counts, wanted = np.load(own), np.load(reference)
    n = min(len(counts), len(wanted))
    busy = (counts[:n] > 0) | (wanted[:n] > 0)
    equal = counts[:n] == wanted[:n]
    return f"all {busy.sum():,}" if equal.all() else f"{equal[busy].mean():.2%} of {busy.sum():,}"


def grow(sizes: Sequence[float], made: bool, names: Iterable[str]) -> tuple[dict[str, list[Measured]], Table]:
    """Measure tools over sizes, the texts coming one by one while they work; reading them is part of the time."""
    grown, rows = {}, []
    for name in names:
        found = grown[name] = [measure(name, mb, made, stream=True, watch=HARDLY) for mb in sizes]
        _tell(f"{name}: {sum(m.seconds for m in found):.1f} s over all sizes")
        times = [f"{m.seconds:.1f} s" for m in found]
        rows.append([name, *times, f"{exponent(found):.3f}", *(f"{m.peak:.0f}" for m in found)])
    columns = [f"{s:,g} MB" for s in sizes]
    header = ["tool", *columns, "exponent", *(f"peak memory, MiB: {c}" for c in columns)]
    return grown, Table(header, rows)


def exponent(found: Sequence[Measured]) -> float:
    """Fit the b of seconds = a · megabytesᵇ.

    Parameters
    ----------
    found : sequence of Measured

    Returns
    -------
    float
        1 where twice the text takes twice the time.
    """
    sizes, seconds = [m.megabytes for m in found], [m.seconds for m in found]
    return float(np.polyfit(np.log(sizes), np.log(seconds), 1)[0])


def all_measures(speeches: str) -> float:
    """Compute all measures of all speeches in a table with the command line; the seconds."""
    with TemporaryDirectory(prefix="discourse-") as folder:
        command = [sys.executable, "-m", "discourse.cli", "measure", speeches, "--measure", "all"]
        begin = time.perf_counter()
        run_watched([*command, "--output", str(Path(folder) / "measures.parquet")], NEVER)
        return time.perf_counter() - begin


def demands(found: Found, grown: dict[str, list[Measured]], speeches: float | None) -> Table:
    """What the program is meant to reach, and what it has."""
    rows = []

    def ask(what: str, reached: float, least: float = 0, most: float = float("inf"), unit: str = "") -> None:
        bound = f"≥ {least:g}{unit}" if least else f"≤ {most:g}{unit}"
        rows.append([what, bound, f"{reached:.2f}{unit}", "yes" if least <= reached <= most else "no"])

    def ask_ratio(what: str, name: str, other: str, least: float) -> None:
        if name in found and other in found:
            ask(what, found[name].speed / found[other].speed, least, unit=" ×")

    ask_ratio("counts by category against re.findall + dict", COUNT, REFERENCE, 5)
    ask_ratio("counts by category against NLTK's words + dict", COUNT, NLTK, 50)
    ask_ratio("find, two workers, against re.findall + dict", FIND_TWO, REFERENCE, 2)
    ask_ratio("all evidence, one worker, against re.findall + dict", EVIDENCE, REFERENCE, 1)
    if FIND_ONE in grown and FIND_TWO in grown:
        for one, two in zip(grown[FIND_ONE], grown[FIND_TWO], strict=True):
            ask(
                f"find, two workers against one, {one.megabytes:,.0f} MB",
                two.speed / one.speed,
                1.7,
                unit=" ×",
            )
    for name, measured in grown.items():
        ask(f"exponent of growth, {name}", exponent(measured), most=1.05)
        ask(
            f"peak memory at {measured[-1].megabytes:,.0f} MB, {name}",
            measured[-1].peak,
            most=1229,
            unit=" MiB",
        )
    if speeches is not None:
        ask("all measures of all speeches", speeches, most=60, unit=" s")
    return Table(["demand", "wanted", "reached", "met"], rows)


def surroundings(made: bool, megabytes: float, rounds: int) -> str:
    """What was measured where: for the line above the tables."""
    load = f", load {os.getloadavg()[0]:.1f} at the start" if hasattr(os, "getloadavg") else ""
    return (
        f"{source(made)}, {megabytes:g} MB, best of {rounds}, one thread but where two workers are named."
        f" Python {platform.python_version()}, NumPy {np.__version__}, {os.cpu_count()} cores{load}."
    )


def _tell(line: str) -> None:
    print(f"  {line}", file=sys.stderr, flush=True)


def main() -> None:
    """Read the options; measure; print the tables."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--megabytes", type=float, default=50, help="of text for the table of tools (50)")
    parser.add_argument("--rounds", type=int, default=1, help="over all tools, of which the best counts (1)")
    parser.add_argument("--only", nargs="*", metavar="WORD", help="tools whose name has one of the words")
    parser.add_argument(
        "--sizes", type=float, nargs="*", default=SIZES, help="megabytes, for growth (10 100 1000)"
    )
    parser.add_argument("--grow", nargs="*", default=GROWING, metavar="TOOL", help="whose growth")
    parser.add_argument("--layers", action="store_true", help="what each layer costs, over 20 MB")
    parser.add_argument("--speeches", action="store_true", help="all measures of all General Debate speeches")
    parser.add_argument(
        "--made", action="store_true", help="texts made here, even where the General Debate is"
    )
    parser.add_argument("--markdown", action="store_true", help="tables as Markdown")
    chosen = parser.parse_args()
    print(surroundings(chosen.made, chosen.megabytes, chosen.rounds))
    found, grown = Found(), dict[str, list[Measured]]()
    wanted = [n for n in TOOLS if chosen.only is None or n == REFERENCE or any(w in n for w in chosen.only)]
    if chosen.only is None or chosen.only:
        found, table, absent = compare(chosen.megabytes, chosen.made, chosen.rounds, wanted)
        print_table(table, chosen.markdown)
        if absent:
            print(f"\nNot installed, so not measured: {', '.join(absent)}.")
    if len(chosen.sizes) > 1:
        grown, table = grow(chosen.sizes, chosen.made, chosen.grow)
        print_table(table, chosen.markdown)
    if chosen.layers:
        print_table(layer_costs(20, chosen.made), chosen.markdown)
    table_of_speeches = os.environ.get(UNGDC) if chosen.speeches else None
    speeches = all_measures(table_of_speeches) if table_of_speeches else None
    asked = demands(found, grown, speeches)
    if asked.rows:
        print_table(asked, chosen.markdown)


if __name__ == "__main__":
    main()
