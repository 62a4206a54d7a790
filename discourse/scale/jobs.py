"""What is done with one batch: documents in, one table out. Runs in any process, on any machine."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from .. import __version__
from ..corpus import Corpus
from ..errors import UsageError, listed
from ..evidence import ANNOTATION_TABLES, LexiconSet, annotate, find
from ..lexicon import Lexicon
from ..tokens import Vocabulary
from .batches import Batch

if TYPE_CHECKING:
    import pandas as pd

VERBS = ("hits", "measures", *ANNOTATION_TABLES)
MAX_FORMS = 2_000_000  # words a process remembers before it starts afresh: the bound on its memory
_vocabularies: dict[str, Vocabulary] = {}


@dataclass(frozen=True)
class Job:
    """What to make of each batch.

    Attributes
    ----------
    table : str
        "hits", "tokens", "segments", "cues", "quotes" or "measures" (a row per document and category).
    lexicons : tuple of Lexicon
        Whose hits are found.
    measures : tuple of str
        With the table "measures".
    seed : int
    syntax : bool
    evidence_folder : Path or None
        Where evidence of restricted texts lies.
    """

    table: str
    lexicons: tuple[Lexicon, ...] = ()
    measures: tuple[str, ...] = ()
    seed: int = 0
    syntax: bool = False
    evidence_folder: Path | None = None

    def __post_init__(self) -> None:
        if self.table not in VERBS:
            raise UsageError(f"No table '{self.table}'; there are: {listed(VERBS)}.")

    @property
    def key(self) -> str:
        """SHA-256 over everything that decides what comes out, but for the documents."""
        record = {
            "version": __version__, "table": self.table, "lexicons": [x.sha256 for x in self.lexicons],
            "measures": self.measures, "seed": self.seed, "syntax": self.syntax,
        }
        return hashlib.sha256(json.dumps(record, sort_keys=True).encode()).hexdigest()


def make_job(table: str, lexicons: Sequence[object] = (), **options: object) -> Job:
    """Make a job from lexicons' names, files or lexicons."""
    return Job(table, tuple(LexiconSet(list(lexicons)).all()), **options)  # type: ignore[arg-type]


def run_job(job: Job, batch: Batch) -> tuple[pd.DataFrame, list[str]]:
    """Make the table of one batch.

    Parameters
    ----------
    job : Job
    batch : Batch

    Returns
    -------
    (table, problems)
        Problems in one line each.
    """
    if sum(len(v.forms) for v in _vocabularies.values()) > MAX_FORMS:
        _vocabularies.clear()
    corpus = Corpus(batch.documents, (), job.evidence_folder)
    if job.table in ANNOTATION_TABLES:
        table = annotate(corpus, job.table, syntax=job.syntax, progress=False, vocabularies=_vocabularies)
        return table, []
    evidence = find(corpus, *job.lexicons, syntax=job.syntax, progress=False, vocabularies=_vocabularies)
    if job.table == "hits":
        return evidence.hits, list(evidence.problems)
    from ..measures import measure

    names = "all" if job.measures == ("all",) else list(job.measures)
    return measure(evidence, names, seed=job.seed), list(evidence.problems)
