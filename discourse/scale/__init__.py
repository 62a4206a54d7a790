"""Corpora larger than memory, more than one core, more than one machine."""

from .batches import Batch, make_batches
from .engines import Engine, make_engine
from .find import find, find_with
from .jobs import Job, make_job, run_job
from .measure import measures_to_folder, run_measures
from .parts import PartsFolder
from .run import run_tables, run_to_folder
from .workers import GivenUp

__all__ = [
    "Batch",
    "Engine",
    "GivenUp",
    "Job",
    "PartsFolder",
    "find",
    "find_with",
    "make_batches",
    "make_engine",
    "make_job",
    "measures_to_folder",
    "run_job",
    "run_measures",
    "run_tables",
    "run_to_folder",
]
