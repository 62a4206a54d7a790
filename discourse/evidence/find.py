"""From a corpus to its evidence: batches in, tables out."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from functools import lru_cache
from typing import TYPE_CHECKING, Any

import numpy as np

from ..annotate import LANGUAGES, Annotation, annotate_texts
from ..corpus import Corpus
from ..errors import UsageError, did_you_mean, listed
from ..lexicon import Lexicon
from ..readers import Document
from ..tokens import Vocabulary
from .columns import BatchTables
from .lexicon_set import LexiconName, LexiconSet
from .model import Evidence
from .relations import target_lexicon
from .schema import EVIDENCE_TABLES, TABLES, frame
from .store import stored_evidence
from .texts import as_corpus

if TYPE_CHECKING:
    import pandas as pd

BATCH_CHARACTERS = 4_000_000
ANNOTATION_TABLES = ("tokens", "segments", "cues", "quotes")
_SHOWN = 3  # marks a document is warned of one by one


def find(
    corpus: Corpus | str | Sequence[str] | pd.DataFrame,
    *lexicons: LexiconName,
    language: str | None = None,
    targets: Sequence[str] = (),
    syntax: bool = False,
    progress: bool | None = None,
    vocabularies: dict[str, Vocabulary] | None = None,
    tables: Sequence[str] = EVIDENCE_TABLES,
    named: bool = True,
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
    vocabularies : dict, optional
        Words by language that earlier calls have met, to go on with; extended.
    tables : sequence of str
        Those that are wanted; of the others only `documents` has rows.
    named : bool
        Give hits their hit_id and text; False where nobody reads them.

    Returns
    -------
    Evidence

    Raises
    ------
    LexiconError
        A lexicon is unknown or broken.

    Examples
    --------
    >>> evidence = find("Peace, yes. War, no.", "war_peace")
    >>> evidence.hits[["text", "category", "negated"]].values.tolist()  # doctest: +ELLIPSIS
    [['Peace', 'peace...', False], ['War', 'war...', True]]
    """
    corpus = as_corpus(corpus, language)
    check_targets(targets)
    chosen = LexiconSet(lexicons)
    collected: dict[str, list[tuple[np.ndarray, pd.DataFrame]]] = {t: [] for t in EVIDENCE_TABLES[:-1]}
    present = [d for d in corpus.documents if d.text is not None]
    n_tokens: dict[str, int] = {}
    warnings: list[str] = []
    is_hits_alone = not {*tables} - {"hits", "documents"}
    for numbers, annotation in annotated_batches(
        present,
        syntax=syntax,
        progress=progress,
        vocabularies=vocabularies,
        around=chosen if is_hits_alone else None,
    ):
        names = [present[i].doc_id for i in numbers]
        batch = BatchTables(annotation, names)
        n_tokens.update(zip(names, batch.n_tokens.tolist(), strict=True))
        warnings += unsure(annotation, names)
        parts: dict[str, Mapping[str, Any]] = {
            name: getattr(batch, name)() for name in ("segments", "cues", "quotes") if name in tables
        }
        found = chosen.of(annotation.tokens.language) if annotation.known_language else []
        if annotation.known_language and "relations" in tables:
            around = [x for x in found if x.name == "actors"]
            if targets:
                around.append(_targets(tuple(targets), annotation.tokens.language))
            parts["relations"] = batch.relations(around)
        if found and "hits" in tables:
            parts["hits"] = batch.hits(found, named)
        for table, columns in parts.items():
            collected[table].append(_placed(table, columns, numbers))
    tables_found = {table: _in_order(table, parts) for table, parts in collected.items()}
    tables_found["documents"] = _documents(present, n_tokens)
    evidence = Evidence(
        **tables_found,
        lexicons=chosen.record(),
        settings={"syntax": syntax, "targets": list(targets)},
        problems=tuple(corpus.problems),
        warnings=tuple(warnings),
        texts={d.doc_id: d.text for d in present if d.text is not None},
    )
    absent = [d for d in corpus.documents if d.text is None]
    if absent:
        evidence = evidence.joined(
            stored_evidence(corpus.evidence_folder, absent, evidence),
            order=[d.doc_id for d in corpus.documents],
        )
    return evidence


def annotate(
    corpus: Corpus | str | Sequence[str] | pd.DataFrame,
    table: str = "tokens",
    language: str | None = None,
    syntax: bool = False,
    progress: bool | None = None,
    vocabularies: dict[str, Vocabulary] | None = None,
) -> pd.DataFrame:
    """Annotate a corpus with every layer and give one table of it.

    Parameters
    ----------
    corpus : Corpus, or str, or sequence of str, or DataFrame
    table : str
        "tokens", "segments", "cues" or "quotes".
    language, syntax, progress, vocabularies
        As for `find`.

    Returns
    -------
    pandas.DataFrame
        The columns of the table; texts that are not on this machine have no rows.

    Raises
    ------
    UsageError
        No such table.

    Examples
    --------
    >>> annotate("War, no.")[["form", "negated"]].values.tolist()
    [['War', True], ['no', True]]
    """
    return annotate_with_warnings(corpus, table, language, syntax, progress, vocabularies)[0]


def annotate_with_warnings(
    corpus: Corpus | str | Sequence[str] | pd.DataFrame,
    table: str = "tokens",
    language: str | None = None,
    syntax: bool = False,
    progress: bool | None = None,
    vocabularies: dict[str, Vocabulary] | None = None,
) -> tuple[pd.DataFrame, list[str]]:
    """Annotate as `annotate` does; beside the table, what could not be read for sure, one line each."""
    if table not in ANNOTATION_TABLES:
        raise UsageError(
            f"No table '{table}' of annotations; there are: {listed(ANNOTATION_TABLES)}."
            f"{did_you_mean(table, ANNOTATION_TABLES)}"
        )
    present = [d for d in as_corpus(corpus, language).documents if d.text is not None]
    parts, warnings = [], list[str]()
    for numbers, annotation in annotated_batches(
        present, syntax=syntax, progress=progress, vocabularies=vocabularies
    ):
        names = [present[i].doc_id for i in numbers]
        warnings += unsure(annotation, names)
        parts.append(_placed(table, getattr(BatchTables(annotation, names), table)(), numbers))
    return _in_order(table, parts), warnings


def unsure(annotation: Annotation, doc_ids: Sequence[str]) -> list[str]:
    """Say what the layers of a batch were not sure of: document, character, what; a document's first few."""
    starts = annotation.tokens.doc_start.tolist()
    of_document: dict[int, list[str]] = {}
    for doc, at, message in annotation.quotes.warnings:
        of_document.setdefault(doc, []).append(f"'{doc_ids[doc]}', character {at - starts[doc]}: {message}.")
    return [
        line
        for doc, lines in of_document.items()
        for line in (lines if len(lines) <= _SHOWN else [*lines[:_SHOWN], _and_more(doc_ids[doc], lines)])
    ]


def _and_more(doc_id: str, lines: list[str]) -> str:
    return f"'{doc_id}': {len(lines) - _SHOWN:,} more marks like these."


def annotated_batches(
    documents: Sequence[Document],
    syntax: bool = False,
    progress: bool | None = None,
    size: int = BATCH_CHARACTERS,
    vocabularies: dict[str, Vocabulary] | None = None,
    around: LexiconSet | None = None,
) -> Iterator[tuple[list[int], Annotation]]:
    """Annotate documents batch by batch, each batch in one language.

    Parameters
    ----------
    documents : sequence of Document
    syntax, progress, vocabularies
        As for `find`.
    size : int
        Characters of a batch.
    around : LexiconSet, optional
        See `annotate_texts`.

    Yields
    ------
    (numbers, annotation)
        Which documents (places in the sequence) the batch holds, and their annotation.
    """
    from tqdm.auto import tqdm

    vocabularies = {} if vocabularies is None else vocabularies
    quiet = None if progress is None else not progress  # None: tqdm is quiet where nobody watches
    with tqdm(total=len(documents), unit=" documents", disable=quiet) as bar:
        for language, numbers in _batches(documents, size):
            known = language if language in LANGUAGES else ""
            if known not in vocabularies:
                vocabularies[known] = Vocabulary()
            vocabulary = vocabularies[known]
            texts = [documents[i].text or "" for i in numbers]
            lexicons = None if around is None else around.of(language)
            yield numbers, annotate_texts(texts, language, vocabulary, syntax, lexicons)
            bar.update(len(numbers))


def _batches(documents: Sequence[Document], size: int) -> Iterator[tuple[str, list[int]]]:
    waiting: dict[str, tuple[list[int], int]] = {}
    for i, document in enumerate(documents):
        numbers, length = waiting.get(document.language, ([], 0))
        numbers.append(i)
        length += len(document.text or "")
        if length >= size:
            yield document.language, numbers
            numbers, length = [], 0
        waiting[document.language] = (numbers, length)
    for language, (numbers, _) in waiting.items():
        if numbers:
            yield language, numbers


def check_targets(targets: Sequence[str]) -> None:
    """Refuse one word in place of a list of words: it would be taken letter by letter.

    Raises
    ------
    UsageError
    """
    if isinstance(targets, str) or not all(isinstance(target, str) for target in targets):
        raise UsageError(f"Argument targets: {targets!r}; a list of words or phrases is needed: ['crisis'].")


@lru_cache(maxsize=16)
def _targets(targets: tuple[str, ...], language: str) -> Lexicon:
    """The same lexicon from batch to batch, so that it is compiled once."""
    return target_lexicon(targets, language)


def _placed(
    table: str, columns: Mapping[str, Any], numbers: Sequence[int]
) -> tuple[np.ndarray, pd.DataFrame]:
    """A batch's rows, with each row's document by its place in the corpus."""
    return np.array(numbers, dtype=np.int64)[columns["doc_id"].codes], frame(table, columns)


def _in_order(table: str, parts: Sequence[tuple[np.ndarray, pd.DataFrame]]) -> pd.DataFrame:
    """Rows of all batches in the order of the corpus."""
    import pandas as pd

    if not parts:
        return _empty(table).copy()
    places = np.concatenate([p for p, _ in parts])
    rows = pd.concat([t for _, t in parts], ignore_index=True) if len(parts) > 1 else parts[0][1]
    if (np.diff(places) < 0).any():
        rows = rows.take(np.argsort(places, kind="stable")).reset_index(drop=True)
    return rows


@lru_cache(maxsize=len(TABLES))
def _empty(table: str) -> pd.DataFrame:
    return frame(table, {name: [] for name in TABLES[table]})


def joined_evidence(
    parts: Sequence[Evidence], texts: Mapping[str, str] | None = None, problems: Sequence[str] | None = None
) -> Evidence:
    """Join the evidence of parts of a corpus, made with the same lexicons and settings.

    Parameters
    ----------
    parts : sequence of Evidence
        At least one; their documents differ and keep their order.
    texts, problems : optional
        Of the whole; by default those of the parts together.

    Returns
    -------
    Evidence
    """
    import pandas as pd

    tables = {}
    for name in EVIDENCE_TABLES:
        own = [getattr(part, name) for part in parts]
        filled = [table for table in own if len(table)]
        tables[name] = pd.concat(filled, ignore_index=True) if filled else own[0]
    if texts is None:
        texts = {doc_id: text for part in parts for doc_id, text in part.texts.items()}
    if problems is None:
        problems = [line for part in parts for line in part.problems]
    warnings = tuple(line for part in parts for line in part.warnings)
    return replace(parts[0], **tables, texts=texts, problems=tuple(problems), warnings=warnings)


def _documents(documents: Iterable[Document], n_tokens: Mapping[str, int]) -> pd.DataFrame:
    documents = list(documents)
    extra = list(dict.fromkeys(name for d in documents for name in d.metadata))
    extra = [name for name in extra if name not in TABLES["documents"]]
    columns: dict[str, Any] = {
        "doc_id": [d.doc_id for d in documents],
        "sha256": [d.sha256 for d in documents],
        "language": [d.language for d in documents],
        "n_tokens": [n_tokens[d.doc_id] for d in documents],
    }
    for name in extra:
        columns[name] = [d.metadata.get(name) or None for d in documents]
    return frame("documents", columns)
