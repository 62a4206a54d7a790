"""Corpora: texts with metadata and checksums, read, checked, extended, imported."""

from .extend import FilesRefusedError, add_documents
from .folders import EVIDENCE, METADATA, RESTRICTED_VARIABLE, read_metadata
from .importers import IMPORTERS, import_corpus
from .query import query_rows
from .read import Corpus, evidence_folder_of, iter_documents, metadata_table, read_corpus

__all__ = [
    "EVIDENCE",
    "IMPORTERS",
    "METADATA",
    "RESTRICTED_VARIABLE",
    "Corpus",
    "FilesRefusedError",
    "add_documents",
    "evidence_folder_of",
    "import_corpus",
    "iter_documents",
    "metadata_table",
    "query_rows",
    "read_corpus",
    "read_metadata",
]
