"""What each verb does: read, call the function of the same name, write."""

from __future__ import annotations

import argparse
import sys
from collections.abc import Iterable
from pathlib import Path
from typing import TYPE_CHECKING, Any

from ..errors import LexiconError, UsageError, listed
from .inputs import Inputs
from .output import PAGES, check_format, check_page, check_table, open_writer, write_page

if TYPE_CHECKING:
    import pandas as pd

    from ..evidence import Evidence


def _is_folder(output: str | None) -> bool:
    """Is the output a folder of parts: what has no ending."""
    return output is not None and not Path(output.rstrip("/").rpartition("/")[2]).suffix


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

    if chosen.output == "":
        raise UsageError("--output '': name a file, or a folder of parts.")
    check_format(chosen.output, chosen.format)
    job = make_job(
        table,
        list(lexicons),
        syntax=chosen.syntax,
        evidence_folder=evidence_folder_of(chosen.inputs),
        **options,
    )
    engine = make_engine(chosen.engine, chosen.workers, chosen.scheduler)
    inputs = Inputs(chosen)
    unread = job.lexicons if table == "hits" else ()  # measures have a note in place of a value
    if _is_folder(chosen.output):
        to_folder = measures_to_folder if table == "measures" else run_to_folder
        found = to_folder(job, inputs.stream(), engine, chosen.output, inputs=chosen.inputs)
        return inputs.told(found, unread)
    run, found = run_measures if table == "measures" else run_tables, []
    with open_writer(chosen.output, chosen.format) as write:
        for part, own in run(job, inputs.stream(), engine):
            write(part)
            found += own
    return inputs.told(found, unread)


def _find(inputs: Inputs, chosen: argparse.Namespace, lexicons: list[Any]) -> tuple[Evidence, int]:
    """The evidence, and the exit code once what there is to say of it has been printed."""
    from ..evidence import WARNING, LexiconSet
    from ..scale import find_with, make_engine

    every = LexiconSet(lexicons).all()  # a broken lexicon is told before a long reading begins
    evidence = find_with(make_engine(), inputs.corpus(), *lexicons, syntax=chosen.syntax)
    unsure = (WARNING + line for line in evidence.warnings)
    return evidence, inputs.told([*evidence.problems, *unsure], every)


def annotate(chosen: argparse.Namespace) -> int:
    """A table of annotations, or a page that shows them."""
    is_page = chosen.format == "html" or (chosen.output or "").lower().endswith(PAGES)
    if not is_page:
        return _stream(chosen.table or "tokens", chosen)
    if chosen.table:
        raise UsageError(
            f"--table {chosen.table}: a page shows every layer; leave --table out, or ask for a table"
            " (--format csv or jsonl)."
        )
    for option, default in (("workers", None), ("scheduler", None), ("engine", "local")):
        if getattr(chosen, option) != default:
            raise UsageError(f"--{option}: a page is made in one process; leave it out.")
    if chosen.output and chosen.format not in (None, "html"):
        check_format(chosen.output, chosen.format)
    if chosen.output:
        check_page(chosen.output, "--format html")
    from ..report import annotated_page

    inputs, found = Inputs(chosen), list[str]()
    page = annotated_page(inputs.corpus(), syntax=chosen.syntax, tell=found.append)
    write_page(page, chosen.output)
    return inputs.told(found)


def quotes(chosen: argparse.Namespace) -> int:
    """Quotations with their speakers."""
    return _stream("quotes", chosen)


def measure(chosen: argparse.Namespace) -> int:
    """Measures as one tidy table."""
    from ..lexicon import builtin_lexicons, load_lexicon
    from ..measures.registry import BUILT_IN, find_measure

    own: dict[str, list[str]] = {}
    for lexicon in chosen.lexicon:  # one name may stand for a file in each language
        own.setdefault(load_lexicon(lexicon).name, []).append(lexicon)
    named = [name for name in chosen.measure if name != "all"]
    names = list(dict.fromkeys([*(BUILT_IN if "all" in chosen.measure else ()), *named]))
    wanted = dict.fromkeys(x for name in names for x in find_measure(name).lexicons)
    needed = [name for name in wanted if name not in own]
    missing = [name for name in needed if name not in builtin_lexicons()]
    if missing:
        raise LexiconError(
            f"Measure needs the lexicon '{missing[0]}', which is not built in; give a file with --lexicon."
        )
    counts_any = [name for name in names if find_measure(name).any_lexicon]
    if counts_any and not own:
        raise UsageError(
            f"--measure {counts_any[0]}: it counts lexicons of your choice; give one with --lexicon, a name or a file."
        )
    for name in own if not counts_any else ():
        if name not in wanted:
            print(
                f"discourse: warning: --lexicon '{own[name][0]}': its name '{name}' is none that these measures count;"
                f" they count {listed(wanted)}; count it with --measure rates, or give it one of these names to stand"
                " in for that lexicon.",
                file=sys.stderr,
            )
    return _stream(
        "measures",
        chosen,
        [*needed, *(x for files in own.values() for x in files)],
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
        lexicons: list[Any] = [term_lexicon(chosen.term, language) for language in ("en", "es")]
    else:
        if chosen.category:
            load_lexicon(chosen.lexicon).require(chosen.category)
        lexicons = [chosen.lexicon]
    if chosen.window < 0:
        raise UsageError(f"--window {chosen.window}: a number of words, 0 or more.")
    check_table(chosen.output, chosen.format)
    evidence, status = _find(Inputs(chosen), chosen, lexicons)
    _write(evidence.kwic(chosen.category, window=chosen.window), chosen)
    return status


def keyness(chosen: argparse.Namespace) -> int:
    """Words that mark a target against a reference."""
    from ..evidence import annotate as annotate_corpus
    from ..stats import keyness as compute

    check_table(chosen.output, chosen.format)
    inputs = Inputs(chosen)
    corpus = inputs.corpus()
    parts = [corpus.query(chosen.target), corpus.query(chosen.reference)]
    for name, query, part in zip(
        ("target", "reference"), (chosen.target, chosen.reference), parts, strict=True
    ):
        if not len(part):
            raise UsageError(f'--{name} "{query}": no document fits it.')
    both = {d.doc_id for d in parts[0]} & {d.doc_id for d in parts[1]}
    if both:
        inputs.warnings.append(
            f"--target and --reference: documents that fit both count on both sides: {len(both):,}, '{min(both)}' for"
            " one."
        )
    languages = sorted({d.language for part in parts for d in part})
    if len(languages) > 1:
        inputs.warnings.append(
            f"--target and --reference: texts in {listed(languages)} are compared, so that words of a language mark the"
            f" side that has more of it; choose one, e.g. --query \"language == '{languages[0]}'\"."
        )
    _write(compute(*(annotate_corpus(part, "tokens") for part in parts), cells=chosen.cells), chosen)
    return inputs.told()


def report(chosen: argparse.Namespace) -> int:
    """A standalone page on a corpus."""
    from ..report import report as write_report

    check_page(chosen.output, "a report")
    evidence, status = _find(Inputs(chosen), chosen, chosen.lexicon or ["war_peace"])
    write_page(write_report(evidence, by=chosen.by, seed=chosen.seed), chosen.output)
    return status


def figures(chosen: argparse.Namespace) -> int:
    """Run the notebooks; rebuild the figures or compare them."""
    from .. import figures as module

    return int(module.check() if chosen.check else module.build())


def validate_sample(chosen: argparse.Namespace) -> int:
    """A sheet of hits for judges."""
    from ..evidence import LexiconSet
    from ..evidence import find as find_evidence
    from ..stats.validity import check_sheet, sample_hits, write_sheet

    check_sheet(chosen.output)
    inputs = Inputs(chosen)
    lexicons = LexiconSet([chosen.lexicon])
    evidence = find_evidence(inputs.corpus(), chosen.lexicon)
    sheet = sample_hits(evidence, chosen.n, window=chosen.window, seed=chosen.seed)
    write_sheet(sheet, chosen.output)
    print(f"{len(sheet)} hits written; put 1 (right) or 0 (wrong) into the column judgement.")
    return inputs.told(evidence.problems, lexicons.all())


def validate_score(chosen: argparse.Namespace) -> int:
    """Precision from a judged sheet."""
    from ..stats.validity import read_sheet, score_sheet

    check_table(chosen.output, chosen.format)
    _write(score_sheet(read_sheet(chosen.sheet)), chosen)
    return 0
