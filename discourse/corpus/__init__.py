"""Corpora: texts with metadata and checksums, read, checked, extended, imported."""

from .extend import add_documents
from .importers import IMPORTERS, import_corpus
from .query import query_rows
from .read import (
    EVIDENCE,
    METADATA,
    RESTRICTED_VARIABLE,
    Corpus,
    evidence_folder_of,
    iter_documents,
    metadata_table,
    read_corpus,
    read_metadata,
)

__all__ = [
    "EVIDENCE",
    "IMPORTERS",
    "METADATA",
    "RESTRICTED_VARIABLE",
    "Corpus",
    "add_documents",
    "evidence_folder_of",
    "import_corpus",
    "iter_documents",
    "metadata_table",
    "query_rows",
    "read_corpus",
    "read_metadata",
]
