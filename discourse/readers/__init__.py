"""Read documents from files and tables: txt, md, html, pdf, docx, csv, jsonl, parquet."""

from .documents import FILE_ENDINGS, TABLE_ENDINGS, TEXT_ENDINGS, Document, Problem
from .files import decode, read_file
from .ids import Ids
from .language import check_language, detect_language, language_code, plainly_other
from .tables import decode_table, delimiter_of, read_frame, read_table

__all__ = [
    "FILE_ENDINGS",
    "TABLE_ENDINGS",
    "TEXT_ENDINGS",
    "Document",
    "Ids",
    "Problem",
    "check_language",
    "decode",
    "decode_table",
    "delimiter_of",
    "detect_language",
    "language_code",
    "plainly_other",
    "read_file",
    "read_frame",
    "read_table",
]
