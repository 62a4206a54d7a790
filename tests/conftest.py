"""What the tests share: where the data lies that is not in the repository, and what its absence means.

Data and programs that a fresh clone need not have make a test skip, with a reason that says what to do. With
DISCOURSE_REQUIRE_DATA set, as in continuous integration, nothing may be skipped: every skip is a failure.
"""

from __future__ import annotations

import os
from collections.abc import Generator
from pathlib import Path

import hypothesis
import matplotlib
import pytest

# Figures are drawn without a screen. The variable MPLBACKEND would do so for notebooks that tests run, too.
matplotlib.use("Agg")
# Examples are the same in every run, however slow the machine.
hypothesis.settings.register_profile("discourse", deadline=None, derandomize=True, print_blob=True)
hypothesis.settings.load_profile("discourse")
# Compiled modules (see discourse.compiled) are not the files whose examples pytest looks for.
os.environ.setdefault("PY_IGNORE_IMPORTMISMATCH", "1")

REQUIRED = bool(os.environ.get("DISCOURSE_REQUIRE_DATA"))

# fixture: (variable, what it names, a pattern of what must be inside, None for a file)
DATA = {
    "restricted_texts": ("DISCOURSE_RESTRICTED", "a folder with the restricted texts", "*.txt"),
    "ungdc": ("DISCOURSE_UNGDC", "the Parquet file of the UN General Debate Corpus", None),
    "gold": ("DISCOURSE_GOLD", "a folder with sentences coded for hedging and negation", "*.jsonl"),
    "nltk_data": ("NLTK_DATA", "NLTK's data folder", "corpora"),
}


def absent(fixture: str) -> str:
    """Say why the data of a fixture cannot be used, or return an empty string where it can."""
    variable, meaning, inside = DATA[fixture]
    value = os.environ.get(variable)
    if not value:
        return f"{variable} is not set; set it to {meaning}"
    path = Path(value)
    if inside is None and not path.is_file():
        return f"{variable} names no file: {value}; set it to {meaning}"
    if inside is not None and not any(path.glob(inside)):
        return f"{variable} names no folder with {inside} in it: {value}; set it to {meaning}"
    return ""


def located(fixture: str) -> Path:
    reason = absent(fixture)
    if reason:
        pytest.skip(reason)
    return Path(os.environ[DATA[fixture][0]]).resolve()


@pytest.fixture(scope="session")
def repository() -> Path:
    """The root of the repository."""
    return Path(__file__).resolve().parents[1]


@pytest.fixture(scope="session")
def restricted_texts() -> Path:
    """The folder in which restricted texts are looked for."""
    return located("restricted_texts")


@pytest.fixture(scope="session")
def ungdc() -> Path:
    """The UN General Debate Corpus as one Parquet file."""
    return located("ungdc")


@pytest.fixture(scope="session")
def gold() -> Path:
    """The folder of gold sets, JSON Lines of coded sentences."""
    return located("gold")


@pytest.fixture(scope="session")
def nltk_data() -> Path:
    """NLTK's data folder."""
    return located("nltk_data")


def refuse(report: pytest.TestReport | pytest.CollectReport) -> None:
    """Turn a report of a skip into one of a failure."""
    reason = report.longrepr[2] if isinstance(report.longrepr, tuple) else str(report.longrepr)
    report.outcome = "failed"
    report.longrepr = f"{reason}\nDISCOURSE_REQUIRE_DATA is set, so nothing may be skipped."


@pytest.hookimpl(wrapper=True)
def pytest_runtest_makereport() -> Generator[None, pytest.TestReport, pytest.TestReport]:
    report = yield
    if REQUIRED and report.skipped and not hasattr(report, "wasxfail"):
        refuse(report)
    return report


@pytest.hookimpl(wrapper=True)
def pytest_make_collect_report() -> Generator[None, pytest.CollectReport, pytest.CollectReport]:
    report = yield
    if REQUIRED and report.skipped:
        refuse(report)
    return report


def pytest_terminal_summary(terminalreporter: pytest.TerminalReporter) -> None:
    reasons = {fixture: absent(fixture) for fixture in DATA}
    present = [fixture for fixture, reason in reasons.items() if not reason]
    terminalreporter.section("data outside the repository", sep="-")
    terminalreporter.line("present: " + (", ".join(present) or "none"))
    for fixture, reason in reasons.items():
        if reason:
            terminalreporter.line(f"absent: {fixture} ({reason})")
