"""`find` with worker processes: the same evidence, sooner."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

from ..corpus import Corpus
from ..evidence import WARNING, Evidence, LexiconName, as_corpus, check_targets, joined_evidence
from ..evidence import find as find_here
from .engines import Engine, make_engine
from .jobs import make_job
from .run import run_tables

if TYPE_CHECKING:
    import pandas as pd


def find(
    corpus: Corpus | str | Sequence[str] | pd.DataFrame,
    *lexicons: LexiconName,
    language: str | None = None,
    targets: Sequence[str] = (),
    syntax: bool = False,
    progress: bool | None = None,
    workers: int = 1,
) -> Evidence:
    """Find lexicons' entries in a corpus and keep the evidence: tables, no running text.

    Parameters
    ----------
    corpus : Corpus, or str, or sequence of str, or DataFrame
        Texts given as strings get the ids text-1, text-2, …; of a table see `read_corpus`.
    *lexicons : str, path or Lexicon
        Names of built-in lexicons ("war_peace"), YAML files, or lexicons; none for layers alone.
    language : str, optional
        Of texts given as strings; detected where None.
    targets : sequence of str
        Words or phrases ("humanitarian crisis") around which the table `relations` is made; the hits of a
        lexicon named "actors" are targets too.
    syntax : bool
        Use spaCy for the bounds of attributed content (extra ``[syntax]``).
    progress : bool, optional
        Default: where someone watches.
    workers : int
        Processes; the evidence is the same. In a script, more than one needs the call to stand under
        ``if __name__ == "__main__":``.

    Returns
    -------
    Evidence

    Raises
    ------
    LexiconError
        A lexicon is unknown or broken.
    UsageError
        No worker.

    Examples
    --------
    >>> evidence = find("Peace, yes. War, no.", "war_peace")
    >>> evidence.hits[["text", "category", "negated"]].values.tolist()  # doctest: +ELLIPSIS
    [['Peace', 'peace...', False], ['War', 'war...', True]]
    """
    check_targets(targets)
    engine = make_engine("local", workers)
    if workers == 1:
        return find_here(
            corpus, *lexicons, language=language, targets=targets, syntax=syntax, progress=progress
        )
    texts = as_corpus(corpus, language)
    return find_with(engine, texts, *lexicons, targets=targets, syntax=syntax, progress=progress)


def find_with(
    engine: Engine,
    corpus: Corpus,
    *lexicons: LexiconName,
    targets: Sequence[str] = (),
    syntax: bool = False,
    progress: bool | None = None,
) -> Evidence:
    """Find with an engine: worker processes or a Dask cluster.

    Parameters
    ----------
    engine : Engine
    corpus, *lexicons, targets, syntax, progress
        As for `find`.

    Returns
    -------
    Evidence
        A batch that was given up is in its `problems`.
    """
    job = make_job(
        "evidence",
        lexicons,
        targets=tuple(targets),
        syntax=syntax,
        evidence_folder=corpus.evidence_folder,
    )
    parts, problems = [], list(corpus.problems)
    for (evidence, _), own in run_tables(job, corpus.documents, engine, progress):
        parts.append(evidence)
        problems += own
    texts = {d.doc_id: d.text for d in corpus.documents if d.text is not None}
    evidence = joined_evidence(
        parts, texts=texts, problems=[p for p in problems if not p.startswith(WARNING)]
    )
    warnings = tuple(line.removeprefix(WARNING) for line in problems if line.startswith(WARNING))
    return replace(evidence, warnings=warnings)
