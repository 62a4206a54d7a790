"""Corpora larger than memory, more than one core, more than one machine."""

from .batches import Batch, make_batches
from .engines import Engine, make_engine
from .jobs import Job, make_job, run_job
from .parts import PartsFolder
from .run import run_tables, run_to_folder

__all__ = ["Batch", "Engine", "Job", "PartsFolder", "make_batches", "make_engine", "make_job", "run_job", "run_tables",
           "run_to_folder"]
