"""What is done with one batch: documents in, tables out. Runs in any process, on any machine."""

from __future__ import annotations

import hashlib
import json
import traceback
from collections.abc import Sequence
from dataclasses import dataclass, replace
from functools import cached_property
from pathlib import Path
from threading import Lock
from typing import TYPE_CHECKING, Any

from .. import __version__
from ..collector import resting
from ..corpus import Corpus
from ..errors import DiscourseError, UsageError, listed
from ..evidence import (
    ANNOTATION_TABLES,
    EVIDENCE_TABLES,
    WARNING,
    Evidence,
    LexiconSet,
    annotate_with_warnings,
    find,
    joined_evidence,
)
from ..lexicon import Lexicon
from ..readers import Document
from ..tokens import Vocabulary
from .batches import Batch

if TYPE_CHECKING:
    import pandas as pd

    from ..measures.tables import Tables

TABLES = ("hits", "measures", *ANNOTATION_TABLES)
# words a process remembers before it starts afresh, at most .7 kB each: the bound on its memory
MAX_FORMS = 300_000
_vocabularies: dict[str, Vocabulary] = {}
# a job that comes with every batch is the same each time, its lexicons compiled once
_jobs: dict[tuple[str, Path | None], Job] = {}
_one_at_a_time = Lock()  # a Dask worker may have several threads, but has one set of vocabularies


@dataclass(frozen=True)
class Job:
    """What to make of each batch.

    Attributes
    ----------
    table : str
        "hits", "tokens", "segments", "cues", "quotes", "measures" (a row per document and category) or
        "evidence" (all tables, and the tables of measures).
    lexicons : tuple of Lexicon
        Whose hits are found.
    measures : tuple of str
        With the tables "measures" and "evidence".
    by : tuple of str
        Metadata columns by which measures group documents; each document by itself where empty.
    seed : int
    targets : tuple of str
        Words around which the table `relations` is made.
    syntax : bool
    evidence_folder : Path or None
        Where evidence of restricted texts lies.
    version : str
        Of the program; another one does not run the job.
    """

    table: str
    lexicons: tuple[Lexicon, ...] = ()
    measures: tuple[str, ...] = ()
    by: tuple[str, ...] = ()
    seed: int = 0
    targets: tuple[str, ...] = ()
    syntax: bool = False
    evidence_folder: Path | None = None
    version: str = __version__

    def __post_init__(self) -> None:
        allowed = (*TABLES, "evidence")
        if self.table not in allowed:
            raise UsageError(f"No table '{self.table}'; there are: {listed(allowed)}.")

    @property
    def measured_alone(self) -> tuple[str, ...]:
        """The measures whose rows need no other document than their own: computed batch by batch."""
        from ..measures.registry import find_measure

        return tuple(m for m in self.measures if not self.by and not find_measure(m).across_documents)

    @property
    def measured_together(self) -> tuple[str, ...]:
        """The measures that need the evidence of all documents."""
        alone = self.measured_alone
        return tuple(m for m in self.measures if m not in alone)

    @property
    def needed(self) -> tuple[str, ...]:
        """The evidence tables that are to be made."""
        from ..measures.registry import find_measure

        if self.table == "hits":
            return ("hits",)
        if not self.measures:
            return EVIDENCE_TABLES
        return tuple({table for m in self.measures for table in find_measure(m).tables})

    @property
    def kept(self) -> tuple[str, ...]:
        """The tables that the job "evidence" gives with rows: all, or what the measures still need."""
        from ..measures.registry import find_measure

        if not self.measures:
            return EVIDENCE_TABLES
        needed = {table for m in self.measured_together for table in find_measure(m).tables}
        return tuple(table for table in EVIDENCE_TABLES if table in needed)

    @property
    def let_go(self) -> tuple[str, ...]:
        """The lexicons whose hits no measure needs any more once the batch's own are computed."""
        from ..measures.registry import BUILT_IN, find_measure

        if any(m not in BUILT_IN and not find_measure(m).lexicons for m in self.measured_together):
            return ()  # somebody's own measure that may read any
        alone, together = (
            {name for m in measures for name in find_measure(m).lexicons}
            for measures in (self.measured_alone, self.measured_together)
        )
        return tuple(sorted(alone - together))

    def unread(self, table: str) -> list[str]:
        """Give the columns of an evidence table that no measure of this program reads."""
        from ..measures.registry import BUILT_IN

        if not self.measures or any(m not in BUILT_IN for m in self.measures):
            return []
        return {"hits": ["hit_id", "text"], "quotes": ["text"]}.get(table, [])

    @cached_property
    def record(self) -> dict[str, Any]:
        """Everything that decides what comes out, but for the documents: as JSON has it."""
        settings = ("measures", "by", "seed", "targets", "syntax")
        record = {
            "version": self.version,
            "table": self.table,
            "lexicons": [[x.name, x.language, x.sha256] for x in self.lexicons],
            "settings": {name: getattr(self, name) for name in settings},
        }
        return dict(json.loads(json.dumps(record)))

    @cached_property
    def key(self) -> str:
        """SHA-256 over the record."""
        return hashlib.sha256(json.dumps(self.record, sort_keys=True).encode()).hexdigest()


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
        A DataFrame; for the job "evidence" (`Evidence` without texts, {measure: DataFrame}). Problems in one
        line each.

    Raises
    ------
    UsageError
        The job comes from another version of the program.
    """
    if job.version != __version__:
        raise UsageError(
            f"This worker has version {__version__} of discourse, the job is of version {job.version};"
            " install the same."
        )
    with _one_at_a_time, resting():
        if sum(len(v.forms) for v in _vocabularies.values()) > MAX_FORMS:
            _vocabularies.clear()
            _jobs.clear()
        return _made(_jobs.setdefault((job.key, job.evidence_folder), job), batch.documents)


def _made(job: Job, documents: tuple[Document, ...]) -> tuple[Any, list[str]]:
    """The table, halving the documents where one of them makes the program fail."""
    try:
        return _table(job, documents)
    except DiscourseError:
        raise
    except Exception as error:  # a defect must cost its document, not a night's run
        _vocabularies.clear()  # what the defect left half-done
        if len(documents) == 1:
            place = traceback.extract_tb(error.__traceback__)[-1]
            where = f"{Path(place.filename).name}, line {place.lineno}"
            return _table(job, ())[0], [
                f"'{documents[0].doc_id}': left out, the program failed on it; please report this:"
                f" {type(error).__name__}: {error} ({where})."
            ]
        if not documents:
            raise
    middle = len(documents) // 2
    halves = [_made(job, part) for part in (documents[:middle], documents[middle:])]
    return _joined([table for table, _ in halves]), [line for _, lines in halves for line in lines]


def _joined(tables: list[Any]) -> Any:
    import pandas as pd

    if isinstance(tables[0], tuple):
        evidence, measures = zip(*tables, strict=True)
        return joined_evidence(evidence), {name: _joined([m[name] for m in measures]) for name in measures[0]}
    filled = [table for table in tables if len(table)]
    return pd.concat(filled, ignore_index=True) if filled else tables[0]


def _table(job: Job, documents: tuple[Document, ...]) -> tuple[Any, list[str]]:
    corpus = Corpus(documents, (), job.evidence_folder)
    if job.table in ANNOTATION_TABLES:
        table, unsure = annotate_with_warnings(
            corpus, job.table, syntax=job.syntax, progress=False, vocabularies=_vocabularies
        )
        return table, [WARNING + line for line in unsure]
    evidence = find(
        corpus,
        *job.lexicons,
        targets=job.targets,
        syntax=job.syntax,
        progress=False,
        vocabularies=_vocabularies,
        tables=job.needed,
        named=not job.unread("hits"),
    )
    problems = [*evidence.problems, *(WARNING + line for line in evidence.warnings)]
    if job.table == "hits":
        return evidence.hits, problems
    measures = measured(evidence, job.measured_alone, job.seed)
    if job.table == "measures":
        return _joined(list(measures.values())), problems
    left = {name: getattr(evidence, name).iloc[:0] for name in EVIDENCE_TABLES if name not in job.kept}
    if job.let_go and "hits" in job.kept:
        left["hits"] = evidence.hits[~evidence.hits["lexicon"].isin(job.let_go)].reset_index(drop=True)
    return (replace(evidence, **left, texts={}, problems=(), warnings=()), measures), problems


def measured(
    evidence: Evidence | Tables, names: Sequence[str], seed: int, by: Sequence[str] = ()
) -> dict[str, pd.DataFrame]:
    """Compute measures one by one, as `measures.measure` does, with one look at the tables for all.

    Parameters
    ----------
    evidence : Evidence or Tables
    names : sequence of str
    seed : int
    by : sequence of str

    Returns
    -------
    dict of str to DataFrame
        In the order of the names.
    """
    if not names:
        return {}
    from ..measures.frame import check_frame
    from ..measures.registry import find_measure
    from ..measures.tables import as_tables
    from ..measures.units import check_groups, grouping

    keys = grouping(by or None)
    tables = as_tables(evidence)
    check_groups(tables, keys)
    return {
        name: check_frame(find_measure(name).function(tables, by or None, seed=seed), name, keys)
        for name in names
    }
