"""What `discourse corpus` does: list, check and extend a corpus, import a collection."""

from __future__ import annotations

import argparse
import re
from pathlib import Path

from ..errors import CorpusError, ReadError, UsageError, did_you_mean
from .inputs import Inputs, say
from .output import check_table, open_writer

_DATE = re.compile(r"(?:\d{4}(?:-\d\d){0,2})?")


def corpus_list(chosen: argparse.Namespace) -> int:
    """The documents with their metadata."""
    check_table(chosen.output, chosen.format)
    inputs = Inputs(chosen)
    with open_writer(chosen.output, chosen.format) as write:
        write(inputs.corpus().metadata)
    return inputs.told()


def corpus_check(chosen: argparse.Namespace) -> int:
    """What is not in order."""
    inputs = Inputs(chosen)
    corpus = inputs.corpus()
    absent = sum(d.text is None for d in corpus)
    undated = [d for d in corpus if not _DATE.fullmatch(d.metadata.get("date", ""))]
    if undated:
        more = f" and {len(undated) - 1} more" if len(undated) > 1 else ""
        inputs.warnings.append(
            f"column date: '{undated[0].metadata['date']}' of '{undated[0].doc_id}'{more}: dates are YYYY, YYYY-MM or"
            " YYYY-MM-DD; measures over time refuse others."
        )
    status = inputs.told()
    note = f", {absent} of them restricted and not on this machine" if absent else ""
    print(f"{len(corpus)} documents in order{note}; {len(inputs.problems)} problems.")
    return status


def corpus_add(chosen: argparse.Namespace) -> int:
    """Add texts, or nothing."""
    from ..corpus import METADATA, FilesRefusedError, add_documents, read_metadata

    metadata: dict[str, str] = {}
    for pair in chosen.meta:
        column, equals, value = pair.partition("=")
        if not equals or not column:
            raise UsageError(f"--meta '{pair}': write COLUMN=VALUE.")
        if column in metadata:
            raise UsageError(
                f"--meta '{pair}': column '{column}' has the value '{metadata[column]}' already."
            )
        metadata[column] = value
    folder = Path(chosen.corpus)
    _check_corpus(folder)
    is_new = not (folder / METADATA).is_file()
    header = [] if is_new else read_metadata(folder)[:1]
    try:
        added = add_documents(folder, [Path(f) for f in chosen.files], metadata, chosen.language)
    except FilesRefusedError as error:  # and with them the others
        others = len(chosen.files) - len(error.problems)
        return say(
            [*error.problems, *(["nothing was added; mend these, or leave them out."] if others else [])]
        )
    except (CorpusError, ReadError) as error:
        return say([str(error)])
    # said of what was done: a row that is refused makes neither a corpus nor a column
    notes = [f"'{folder}' was no corpus; it is now, with a {METADATA}."] if is_new else []
    notes += [f"{METADATA} has a new column '{c}'." for c in metadata if header and c not in header[0]]
    for doc_id in added:
        print(f"added {doc_id}")
    return say(warnings=notes)


def _check_corpus(folder: Path) -> None:
    """Refuse a folder that is probably misspelt: a corpus beside it has much the same name, or it lies nowhere."""
    from ..corpus import METADATA

    if folder.exists() and not folder.is_dir():
        raise CorpusError(f"--corpus '{folder}': this is a file; a corpus is a folder.")
    if folder.exists():
        return
    if not folder.parent.is_dir():
        raise CorpusError(f"--corpus '{folder}': there is no folder '{folder.parent}' to make it in.")
    beside = [p.name for p in folder.parent.iterdir() if (p / METADATA).is_file()]
    if near := did_you_mean(folder.name, beside):
        raise CorpusError(
            f"--corpus '{folder}': there is no such folder.{near} To begin a corpus, make it first."
        )


def corpus_import(chosen: argparse.Namespace) -> int:
    """A well-known collection as a table."""
    import pandas as pd

    from ..corpus import import_corpus
    from ..readers import Problem

    check_table(chosen.output, None)
    problems, rows = [], []
    for entry in import_corpus(chosen.kind, chosen.source):
        if isinstance(entry, Problem):
            problems.append(entry.message)
        else:
            rows.append(
                {"id": entry.doc_id, "text": entry.text, "language": entry.language, **entry.metadata}
            )
    with open_writer(chosen.output, None) as write:
        write(pd.DataFrame(rows))
    print(f"{len(rows)} documents written.")
    return say(problems)


def corpus_evidence(chosen: argparse.Namespace) -> int:
    """The evidence of restricted texts that may be committed."""
    from ..corpus import read_corpus
    from ..evidence import export_restricted

    corpus = read_corpus(chosen.corpus)
    for line in export_restricted(corpus, chosen.lexicon, chosen.output):
        print(line)
    absent = [
        f"'{d.doc_id}': its text is not on this machine (set $DISCOURSE_RESTRICTED)."
        for d in corpus
        if d.text is None
    ]
    return say([*corpus.problems, *absent])
