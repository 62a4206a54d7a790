"""What each verb does: read, call the function of the same name, write."""

from __future__ import annotations

import argparse
import sys
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Any

from ..errors import DiscourseError, LexiconError, UsageError, listed
from .output import open_writer

if TYPE_CHECKING:
    import pandas as pd

    from ..corpus import Corpus
    from ..evidence import Evidence
    from ..readers import Document, Problem

_WARNINGS = 20  # told one by one; a large corpus has thousands, and its problems must not drown in them


def _read(chosen: argparse.Namespace) -> Corpus:
    from ..corpus import read_corpus

    corpus = read_corpus(
        *chosen.inputs, text_column=chosen.text_column, id_column=chosen.id_column, language=chosen.language
    )
    if not chosen.query:
        return corpus
    kept = corpus.query(chosen.query)
    _warn_of_nothing(chosen.query, len(kept))
    return kept


def _warn_of_nothing(query: str, n_documents: int) -> None:
    if not n_documents:
        print(f"discourse: warning: --query '{query}': no document fits it.", file=sys.stderr)


def _say(lines: Iterable[str]) -> int:
    """Print problems, one line each, and the first warnings; 1 where there was a problem."""
    from ..evidence import WARNING

    n_problems = n_warnings = 0
    for line in lines:
        is_warning = line.startswith(WARNING)
        n_warnings, n_problems = n_warnings + is_warning, n_problems + (not is_warning)
        if not is_warning or n_warnings <= _WARNINGS:
            print(f"discourse: {' '.join(line.split())}", file=sys.stderr)
    if n_warnings > _WARNINGS:
        print(f"discourse: {WARNING}{n_warnings - _WARNINGS:,} more of these.", file=sys.stderr)
    return 1 if n_problems else 0


def _write(table: pd.DataFrame, chosen: argparse.Namespace) -> None:
    with open_writer(chosen.output, chosen.format) as write:
        write(table)


def find(chosen: argparse.Namespace) -> int:
    """Hits of lexicons."""
    return _stream("hits", chosen, lexicons=chosen.lexicon)


def _stream(table: str, chosen: argparse.Namespace, lexicons: Iterable[Any] = (), **options: Any) -> int:
    """Make a table batch by batch and write it as it comes; memory is that of a few batches."""
    from ..corpus import evidence_folder_of
    from ..scale import make_engine, make_job, measures_to_folder, run_measures, run_tables, run_to_folder

    job = make_job(
        table,
        list(lexicons),
        syntax=chosen.syntax,
        evidence_folder=evidence_folder_of(chosen.inputs),
        **options,
    )
    engine = make_engine(chosen.engine, chosen.workers, chosen.scheduler)
    problems: list[str] = []
    documents = _documents(chosen, problems)
    if _is_folder(chosen.output):
        to_folder = measures_to_folder if table == "measures" else run_to_folder
        found = to_folder(job, documents, engine, chosen.output, inputs=chosen.inputs)
        return _say([*problems, *found])
    run, found = run_measures if table == "measures" else run_tables, []
    with open_writer(chosen.output, chosen.format) as write:
        for part, own in run(job, documents, engine):
            write(part)
            found += own
    return _say([*problems, *found])


def _is_folder(output: str | None) -> bool:
    """Is the output a folder of parts: what has no ending."""
    return output is not None and not Path(output.rstrip("/").rpartition("/")[2]).suffix


def _documents(chosen: argparse.Namespace, problems: list[str]) -> Iterator[Document]:
    """The documents asked for, one by one; what cannot be read goes to the problems."""
    from ..corpus import iter_documents, metadata_table, query_rows
    from ..readers import Document

    options = {name: getattr(chosen, name) for name in ("text_column", "id_column", "language")}
    entries = iter_documents(*chosen.inputs, **options)
    if chosen.query:  # read twice, so that no text but one is held
        read_before = iter_documents(*chosen.inputs, **options)
        metadata = metadata_table(entry for entry in read_before if isinstance(entry, Document))
        kept = set(query_rows(metadata, chosen.query)["doc_id"])
        _warn_of_nothing(chosen.query, len(kept))
        entries = (e for e in entries if not isinstance(e, Document) or e.doc_id in kept)
    return _usable(entries, chosen, problems)


def _usable(
    entries: Iterable[Document | Problem], chosen: argparse.Namespace, problems: list[str]
) -> Iterator[Document]:
    from ..annotate import LANGUAGES
    from ..readers import Problem

    for entry in entries:
        if isinstance(entry, Problem):
            problems.append(entry.message)
            continue
        if entry.language not in LANGUAGES:
            print(
                f"discourse: warning: '{entry.doc_id}': language '{entry.language}' has no rules and no lexicons;"
                " its values are missing (--language en or es overrides).",
                file=sys.stderr,
            )
        if entry.text is None and chosen.verb in ("annotate", "quotes"):
            problems.append(f"'{entry.doc_id}': its text is not on this machine (set $DISCOURSE_RESTRICTED).")
        yield entry


def _find(chosen: argparse.Namespace, lexicons: list[Any]) -> Evidence:
    from ..evidence import LexiconSet
    from ..scale import find_with, make_engine

    LexiconSet(lexicons)  # a broken lexicon is told before a long reading begins
    return find_with(make_engine(), _read(chosen), *lexicons, syntax=chosen.syntax)


def annotate(chosen: argparse.Namespace) -> int:
    """A table of annotations, or a page that shows them."""
    if chosen.format != "html" and not (chosen.output or "").endswith(".html"):
        return _stream(chosen.table, chosen)
    from ..report import annotated_page

    corpus = _read(chosen)
    page = annotated_page(corpus, syntax=chosen.syntax)
    if chosen.output:
        Path(chosen.output).write_text(page, encoding="utf-8")
    else:
        sys.stdout.write(page)
    return _say([*corpus.problems, *_absent(corpus)])


def _absent(corpus: Corpus) -> list[str]:
    return [
        f"'{d.doc_id}': its text is not on this machine (set $DISCOURSE_RESTRICTED)."
        for d in corpus
        if d.text is None
    ]


def quotes(chosen: argparse.Namespace) -> int:
    """Quotations with their speakers."""
    return _stream("quotes", chosen)


def measure(chosen: argparse.Namespace) -> int:
    """Measures as one tidy table."""
    from ..lexicon import builtin_lexicons, load_lexicon
    from ..measures.registry import BUILT_IN, find_measure

    own = {load_lexicon(x).name: x for x in chosen.lexicon}
    names = list(BUILT_IN) if "all" in chosen.measure else chosen.measure
    wanted = dict.fromkeys(x for name in names for x in find_measure(name).lexicons)
    needed = [name for name in wanted if name not in own]
    missing = [name for name in needed if name not in builtin_lexicons()]
    if missing:
        raise LexiconError(
            f"Measure needs the lexicon '{missing[0]}', which is not built in; give a file with --lexicon."
        )
    for name in own:
        if name not in wanted:
            print(
                f"discourse: warning: --lexicon '{own[name]}': its name '{name}' is none that these measures count;"
                f" they count {listed(wanted)}; give it one of these names to stand in for that lexicon, or count it"
                " with the verb find.",
                file=sys.stderr,
            )
    return _stream(
        "measures",
        chosen,
        [*needed, *own.values()],
        measures=tuple(names),
        by=tuple(chosen.by or ()),
        seed=chosen.seed,
    )


def kwic(chosen: argparse.Namespace) -> int:
    """Lines around hits or a term."""
    from ..lexicon import load_lexicon, term_lexicon

    if chosen.term is not None:
        if chosen.category:
            raise UsageError("--category goes with --lexicon, not with --term.")
        evidence = _find(chosen, [term_lexicon(chosen.term, language) for language in ("en", "es")])
        lines = evidence.kwic(window=chosen.window)
    else:
        if chosen.category and not chosen.lexicon.endswith((".yaml", ".yml")):
            load_lexicon(chosen.lexicon).require(chosen.category)
        evidence = _find(chosen, [chosen.lexicon])
        lines = evidence.kwic(chosen.category, window=chosen.window)
    _write(lines, chosen)
    return _say(evidence.problems)


def keyness(chosen: argparse.Namespace) -> int:
    """Words that mark a target against a reference."""
    from ..evidence import annotate as annotate_corpus
    from ..stats import keyness as compute

    corpus = _read(chosen)
    parts = [corpus.query(chosen.target), corpus.query(chosen.reference)]
    for name, part in zip(("target", "reference"), parts, strict=True):
        if not len(part):
            raise UsageError(f"--{name}: no document fits this query.")
    tables = [annotate_corpus(part, "tokens", syntax=chosen.syntax) for part in parts]
    _write(compute(*tables, cells=chosen.cells), chosen)
    return _say([*corpus.problems, *_absent(corpus)])


def corpus_list(chosen: argparse.Namespace) -> int:
    """The documents with their metadata."""
    corpus = _read(chosen)
    _write(corpus.metadata, chosen)
    return _say(corpus.problems)


def corpus_check(chosen: argparse.Namespace) -> int:
    """What is not in order."""
    corpus = _read(chosen)
    absent = sum(d.text is None for d in corpus)
    status = _say(corpus.problems)
    note = f", {absent} of them restricted and not on this machine" if absent else ""
    print(f"{len(corpus)} documents in order{note}; {len(corpus.problems)} problems.")
    return status


def corpus_add(chosen: argparse.Namespace) -> int:
    """Add texts, or nothing."""
    from ..corpus import add_documents
    from ..corpus.read import read_metadata

    metadata = {}
    for pair in chosen.meta:
        column, equals, value = pair.partition("=")
        if not equals or not column:
            raise UsageError(f"--meta '{pair}': write COLUMN=VALUE.")
        metadata[column] = value
    table = Path(chosen.corpus) / "metadata.csv"
    header = read_metadata(Path(chosen.corpus))[:1] if table.is_file() else []
    for column in [c for c in metadata if header and c not in header[0]]:
        print(f"discourse: warning: metadata.csv gets a new column '{column}'.", file=sys.stderr)
    added = add_documents(Path(chosen.corpus), [Path(f) for f in chosen.files], metadata, chosen.language)
    for doc_id in added:
        print(f"added {doc_id}")
    return 0


def corpus_import(chosen: argparse.Namespace) -> int:
    """A well-known collection as a table."""
    import pandas as pd

    from ..corpus import import_corpus
    from ..readers import Problem

    problems, rows = [], []
    for entry in import_corpus(chosen.kind, chosen.source):
        if isinstance(entry, Problem):
            problems.append(entry.message)
        else:
            rows.append(
                {"id": entry.doc_id, "text": entry.text, "language": entry.language, **entry.metadata}
            )
    with open_writer(chosen.output, "csv") as write:
        write(pd.DataFrame(rows))
    print(f"{len(rows)} documents written.")
    return _say(problems)


def corpus_evidence(chosen: argparse.Namespace) -> int:
    """The evidence of restricted texts that may be committed."""
    from ..corpus import read_corpus
    from ..evidence import export_restricted

    corpus = read_corpus(chosen.corpus)
    for line in export_restricted(corpus, chosen.lexicon, chosen.output):
        print(line)
    return _say([*corpus.problems, *_absent(corpus)])


def lexicon_list(chosen: argparse.Namespace) -> int:
    """The built-in lexicons."""
    from ..lexicon import builtin_lexicons, load_lexicon

    for name, languages in builtin_lexicons().items():
        for language in languages:
            lexicon = load_lexicon(name, language)
            print(
                f"{name}\t{language}\t{lexicon.version}\t{len(lexicon.entries)} entries\t{', '.join(lexicon.top_categories)}"
            )
    return 0


def lexicon_show(chosen: argparse.Namespace) -> int:
    """A lexicon in words."""
    from ..lexicon import builtin_lexicons, load_lexicon

    languages = [chosen.language] if chosen.language else builtin_lexicons().get(chosen.name, [None])
    for language in languages:
        lexicon = load_lexicon(chosen.name, language)
        print(
            f"{lexicon.name} {lexicon.version} ({lexicon.language}), {len(lexicon.entries)} entries, SHA-256 {lexicon.sha256}"
        )
        for field, value in lexicon.datasheet.items():
            print(f"\n{field}: {'; '.join(map(str, value)) if isinstance(value, list) else value}".rstrip())
        for number, category in enumerate(lexicon.categories):
            print(f"\n{category}: {lexicon.descriptions[category]}")
            entries = [e.text for e in lexicon.entries if e.category == number]
            if entries:
                print("  " + ", ".join(entries))
    return 0


def lexicon_check(chosen: argparse.Namespace) -> int:
    """What is wrong in lexicons."""
    from ..lexicon import builtin_lexicons, check, load_lexicon
    from ..match import failing_examples

    targets: list[tuple[str, str | None]] = [(name, None) for name in chosen.names] or [
        (name, language) for name, languages in builtin_lexicons().items() for language in languages
    ]
    known = builtin_lexicons()
    pairs = [
        (n, g)
        for name, language in targets
        for n, g in (
            [(name, x) for x in known[name]] if language is None and name in known else [(name, language)]
        )
    ]
    found: list[str] = []
    for name, language in pairs:
        try:
            lexicon = load_lexicon(name, language)
            lines = [str(p) for p in check(lexicon)] + [str(p) for p in failing_examples(lexicon)]
        except DiscourseError as error:
            found.append(str(error))
            continue
        found += lines
        print(
            f"{lexicon.source}: {len(lexicon.entries)} entries, {len(lexicon.examples)} examples, {len(lines)} problems."
        )
    return _say(found)


def lexicon_convert(chosen: argparse.Namespace) -> int:
    """A lexicon in another format."""
    from ..lexicon import convert

    for line in convert(chosen.source, chosen.output, name=chosen.name, language=chosen.language):
        print(f"discourse: warning: {line}", file=sys.stderr)
    return 0


def report(chosen: argparse.Namespace) -> int:
    """A standalone page on a corpus."""
    from ..report import report as write_report

    path = Path(chosen.output)
    if path.suffix.lower() not in (".html", ".htm"):
        raise UsageError(f"--output '{path}': a report is a page; let the name end in .html.")
    if not path.parent.is_dir():
        raise UsageError(f"'{path.parent}': there is no such folder to write into.")
    evidence = _find(chosen, chosen.lexicon or ["war_peace"])
    path.write_text(write_report(evidence, by=chosen.by, seed=chosen.seed), encoding="utf-8", newline="\n")
    return _say(evidence.problems)


def figures(chosen: argparse.Namespace) -> int:
    """Run the notebooks; rebuild the figures or compare them."""
    from .. import figures as module

    return int(module.check() if chosen.check else module.build())


def validate_sample(chosen: argparse.Namespace) -> int:
    """A sheet of hits for judges."""
    from ..evidence import find as find_evidence
    from ..stats.validity import sample_hits, write_sheet

    evidence = find_evidence(_read(chosen), chosen.lexicon)
    sheet = sample_hits(evidence, chosen.n, window=chosen.window, seed=chosen.seed)
    write_sheet(sheet, chosen.output)
    print(f"{len(sheet)} hits written; put 1 (right) or 0 (wrong) into the column judgement.")
    return _say(evidence.problems)


def validate_score(chosen: argparse.Namespace) -> int:
    """Precision from a judged sheet."""
    from ..stats.validity import read_sheet, score_sheet

    _write(score_sheet(read_sheet(chosen.sheet)), chosen)
    return 0
