"""What is done with one batch: documents in, tables out. Runs in any process, on any machine."""

from __future__ import annotations

import hashlib
import json
import traceback
from collections.abc import Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from threading import Lock
from typing import TYPE_CHECKING, Any

from .. import __version__
from ..corpus import Corpus
from ..errors import DiscourseError, UsageError, listed
from ..evidence import ANNOTATION_TABLES, Evidence, LexiconSet, annotate, find, joined_evidence
from ..lexicon import Lexicon
from ..readers import Document
from ..tokens import Vocabulary
from .batches import Batch

if TYPE_CHECKING:
    import pandas as pd

TABLES = ("hits", "measures", *ANNOTATION_TABLES)
MAX_FORMS = 1_000_000  # words a process remembers before it starts afresh: the bound on its memory
_vocabularies: dict[str, Vocabulary] = {}
_one_at_a_time = Lock()  # a Dask worker may have several threads, but has one set of vocabularies


@dataclass(frozen=True)
class Job:
    """What to make of each batch.

    Attributes
    ----------
    table : str
        "hits", "tokens", "segments", "cues", "quotes", "measures" (a row per document and category), or
        "evidence" (all tables).
    lexicons : tuple of Lexicon
        Whose hits are found.
    measures : tuple of str
        With the table "measures".
    seed : int
    syntax : bool
    evidence_folder : Path or None
        Where evidence of restricted texts lies.
    version : str
        Of the program; another one does not run the job.
    """

    table: str
    lexicons: tuple[Lexicon, ...] = ()
    measures: tuple[str, ...] = ()
    seed: int = 0
    syntax: bool = False
    evidence_folder: Path | None = None
    version: str = __version__

    def __post_init__(self) -> None:
        allowed = (*TABLES, "evidence")
        if self.table not in allowed:
            raise UsageError(f"No table '{self.table}'; there are: {listed(allowed)}.")

    @property
    def key(self) -> str:
        """SHA-256 over everything that decides what comes out, but for the documents."""
        record = {
            "version": self.version,
            "table": self.table,
            "lexicons": [[x.name, x.language, x.sha256] for x in self.lexicons],
            "measures": self.measures,
            "seed": self.seed,
            "syntax": self.syntax,
        }
        return hashlib.sha256(json.dumps(record, sort_keys=True).encode()).hexdigest()


def make_job(table: str, lexicons: Sequence[Any] = (), **options: Any) -> Job:
    """Make a job from lexicons' names, files or lexicons."""
    return Job(table, tuple(LexiconSet(list(lexicons)).all()), **options)


def run_job(job: Job, batch: Batch) -> tuple[Any, list[str]]:
    """Make the table of one batch.

    Where the program fails on a document, that one is reported and the others' rows are made.

    Parameters
    ----------
    job : Job
    batch : Batch

    Returns
    -------
    (table, problems)
        A DataFrame (`Evidence` without texts for the job "evidence"); problems in one line each.

    Raises
    ------
    UsageError
        The job comes from another version of the program.
    """
    if job.version != __version__:
        raise UsageError(
            f"This worker has version {__version__} of discourse, the job is of version {job.version}; install the same."
        )
    with _one_at_a_time:
        if sum(len(v.forms) for v in _vocabularies.values()) > MAX_FORMS:
            _vocabularies.clear()
        return _made(job, batch.documents)


def _made(job: Job, documents: tuple[Document, ...]) -> tuple[Any, list[str]]:
    """The table, halving the documents where one of them makes the program fail."""
    try:
        return _table(job, documents)
    except DiscourseError:
        raise
    except Exception as error:  # noqa: BLE001 - a defect must cost its document, not a night's run
        _vocabularies.clear()  # what the defect left half-done
        if len(documents) == 1:
            place = traceback.extract_tb(error.__traceback__)[-1]
            return _table(job, ())[0], [
                f"'{documents[0].doc_id}': left out, the program failed on it: {type(error).__name__}: {error}"
                f" ({Path(place.filename).name}, line {place.lineno}); please report this."
            ]
        if not documents:
            raise
    middle = len(documents) // 2
    halves = [_made(job, part) for part in (documents[:middle], documents[middle:])]
    return _joined([table for table, _ in halves]), [line for _, lines in halves for line in lines]


def _joined(tables: list[Any]) -> Any:
    import pandas as pd

    if isinstance(tables[0], Evidence):
        return joined_evidence(tables)
    filled = [table for table in tables if len(table)]
    return pd.concat(filled, ignore_index=True) if filled else tables[0]


def _table(job: Job, documents: tuple[Document, ...]) -> tuple[Any, list[str]]:
    corpus = Corpus(documents, (), job.evidence_folder)
    if job.table in ANNOTATION_TABLES:
        table: pd.DataFrame = annotate(
            corpus, job.table, syntax=job.syntax, progress=False, vocabularies=_vocabularies
        )
        return table, []
    evidence = find(corpus, *job.lexicons, syntax=job.syntax, progress=False, vocabularies=_vocabularies)
    problems = list(evidence.problems)
    if job.table == "hits":
        return evidence.hits, problems
    if job.table == "evidence":
        return replace(evidence, texts={}, problems=()), problems
    from ..measures import measure

    names = "all" if job.measures == ("all",) else list(job.measures)
    return measure(evidence, names, seed=job.seed), problems
