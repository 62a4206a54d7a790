"""The benchmarks run, count alike and compute what they say; how fast anything is, no test asks."""

from __future__ import annotations

import json
import os
import subprocess
import sys

import numpy as np
import pytest


@pytest.fixture
def rooms(repository, monkeypatch):
    """Let a test import the benchmarks."""
    monkeypatch.syspath_prepend(str(repository / "benchmarks"))


def run(repository, script, *arguments):
    done = subprocess.run(
        [sys.executable, str(repository / "benchmarks" / script), "--made", "--markdown", *arguments],
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0, done.stderr
    return done.stdout


def cells(text, tool):
    """The cells of the first table row of a tool."""
    line = next(line for line in text.splitlines() if line.startswith(f"| {tool} |"))
    return [cell.strip() for cell in line.strip("|").split("|")]


def test_tools_that_share_the_rules_count_the_same(repository):
    tools = ["every word apart", "re.findall + Counter", "scikit-learn"]
    sizes = ["--sizes", "0.1", "0.2", "--grow", "discourse: count, words by category"]
    text = run(repository, "speed.py", "--megabytes", "0.3", "--only", *tools, *sizes)
    agreement = {
        cells(text, name)[-1] for name in ("discourse: count, every word apart", "re.findall + dict")
    }
    agreement |= {cells(text, name)[-1] for name in ("re.findall + Counter", "scikit-learn CountVectorizer")}
    (same,) = agreement
    assert same.startswith("all ") and int(same.split()[1].replace(",", "")) > 20
    assert "| exponent of growth, discourse: count, words by category | ≤ 1.05 |" in text


@pytest.mark.usefixtures("rooms")
def test_counts_that_differ_are_told_as_a_share(tmp_path):
    from speed import _agreement

    np.save(tmp_path / "one.npy", np.array([[1, 0, 2], [0, 0, 3]]))
    np.save(tmp_path / "other.npy", np.array([[1, 0, 2], [0, 0, 4], [9, 9, 9]]))
    assert _agreement(tmp_path / "one.npy", tmp_path / "one.npy") == "all 3"
    assert _agreement(tmp_path / "one.npy", tmp_path / "other.npy") == "66.67% of 3"


@pytest.mark.usefixtures("rooms")
def test_an_absent_tool_is_named_and_the_others_measured(monkeypatch):
    import speed
    from measuring import Measured
    from tools import REFERENCE, Tool

    monkeypatch.setitem(speed.TOOLS, "a tool nobody has", Tool(len, "no_such_package"))
    monkeypatch.setattr(
        speed, "measure", lambda name, megabytes, *rest, **more: Measured(megabytes, 2.0, 1.0, 50.0)
    )
    found, table, absent = speed.compare(8, True, 1, [REFERENCE, "wc -w", "a tool nobody has"])
    assert absent == ["no_such_package"]
    assert set(found) == {REFERENCE, "wc -w"}
    assert [row[:4] for row in table.rows] == [[REFERENCE, "8", "4.0", "1.00"], ["wc -w", "8", "4.0", "1.00"]]
    assert [row[5] for row in table.rows] == ["50", "50"]


@pytest.mark.usefixtures("rooms")
def test_the_exponent_of_growth_and_what_is_asked_of_it():
    from measuring import Measured
    from speed import demands, exponent
    from tools import FIND_ONE, FIND_TWO, REFERENCE

    square = [Measured(size, 3 * size**1.5, 1.0, peak=100.0) for size in (10.0, 100.0, 1000.0)]
    straight = [Measured(size, size / 2, 1.0, peak=2000.0) for size in (10.0, 100.0, 1000.0)]
    assert exponent(square) == pytest.approx(1.5)
    found = {REFERENCE: Measured(10, 1, 1), FIND_TWO: Measured(10, 0.4, 0.4)}
    rows = {row[0]: row[1:] for row in demands(found, {FIND_ONE: square, FIND_TWO: straight}, None).rows}
    assert rows["find, two workers, against re.findall + dict"] == ["≥ 2 ×", "2.50 ×", "yes"]
    assert rows[f"exponent of growth, {FIND_ONE}"] == ["≤ 1.05", "1.50", "no"]
    assert rows[f"peak memory at 1,000 MB, {FIND_TWO}"] == ["≤ 1229 MiB", "2000.00 MiB", "no"]
    assert rows["find, two workers against one, 10 MB"] == ["≥ 1.7 ×", "18.97 ×", "yes"]


@pytest.mark.usefixtures("rooms")
@pytest.mark.skipif(sys.platform != "linux", reason="Linux tells what a process shares")
def test_memory_is_that_of_a_process_and_what_it_started():
    from measuring import NEVER, memory, run_watched

    assert memory(os.getpid()) > 20
    assert memory(2**22 + 1) == 0
    inner = "import time; held = bytearray(60_000_000); time.sleep(.5)"
    outer = f"import subprocess, sys; subprocess.run([sys.executable, '-c', {inner!r}]); print('done')"
    output, peak = run_watched([sys.executable, "-c", outer])
    assert output == "done\n"
    assert peak > 57
    assert run_watched([sys.executable, "-c", "print(1)"], NEVER) == ("1\n", 0)


def test_what_a_batch_costs_is_told_for_a_billion_tokens(repository):
    text = run(repository, "cost.py", "--megabytes", "1", "--no-dask")
    find = cells(text, "find war_peace, all layers")
    assert len(find) == 10
    assert all(float(cell) > 0 for cell in [*find[1:3], *find[4:]])
    (one,), (hundred,) = (
        [int(line.split("|")[3].replace(",", "")) for line in text.splitlines() if line.startswith(start)]
        for start in (f"| {find[0]} | 1 |", f"| {find[0]} | 100 |")
    )
    assert hundred == pytest.approx(100 * one, rel=0.01)
    assert "times as fast." in text.splitlines()[-1]


@pytest.mark.usefixtures("rooms")
def test_all_measures_are_timed_by_the_command_line(tmp_path):
    from speed import all_measures

    rows = [{"id": f"speech-{n}", "text": "War, no.\n\nPeace, yes.", "language": "en"} for n in range(2)]
    (tmp_path / "speeches.jsonl").write_text(
        "".join(json.dumps(row) + "\n" for row in rows), encoding="utf-8"
    )
    assert all_measures(str(tmp_path / "speeches.jsonl")) > 0
