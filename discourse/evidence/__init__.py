"""Evidence: what was found, as a few tables without running text."""

from discourse.compiled import preferred

__path__ = preferred("evidence", __path__)

from .disclosure import export_restricted, shareable
from .find import (
    ANNOTATION_TABLES,
    annotate,
    annotate_with_warnings,
    annotated_batches,
    check_targets,
    find,
    joined_evidence,
)
from .lexicon_set import LexiconName, LexiconSet
from .model import WARNING, Evidence
from .schema import EVIDENCE_TABLES, TABLES, frame
from .store import csv_text, json_lines, load_evidence, plain, save_evidence, write_table
from .texts import as_corpus

__all__ = [
    "ANNOTATION_TABLES",
    "EVIDENCE_TABLES",
    "TABLES",
    "WARNING",
    "Evidence",
    "LexiconName",
    "LexiconSet",
    "annotate",
    "annotate_with_warnings",
    "annotated_batches",
    "as_corpus",
    "check_targets",
    "csv_text",
    "export_restricted",
    "find",
    "frame",
    "joined_evidence",
    "json_lines",
    "load_evidence",
    "plain",
    "save_evidence",
    "shareable",
    "write_table",
]
