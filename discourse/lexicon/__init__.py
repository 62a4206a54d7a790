"""Lexicons: read, check, convert."""

from .check import Problem, check
from .combine import cite, combine
from .convert import convert
from .doubts import doubtful
from .model import Entry, Example, Lexicon
from .read import (
    LANGUAGES,
    TERM,
    builtin_lexicons,
    is_lexicon_file,
    load_lexicon,
    parse_lexicon,
    term_lexicon,
)
from .write import to_csv, to_dic, to_yaml

__all__ = [
    "LANGUAGES",
    "TERM",
    "Entry",
    "Example",
    "Lexicon",
    "Problem",
    "builtin_lexicons",
    "check",
    "cite",
    "combine",
    "convert",
    "doubtful",
    "is_lexicon_file",
    "load_lexicon",
    "parse_lexicon",
    "term_lexicon",
    "to_csv",
    "to_dic",
    "to_yaml",
]
