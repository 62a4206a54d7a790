"""Lexicons: read, check, convert."""

from .check import Problem, check
from .combine import cite, combine
from .convert import convert
from .model import Entry, Example, Lexicon
from .read import LANGUAGES, builtin_lexicons, load_lexicon, parse_lexicon, term_lexicon
from .write import to_csv, to_dic, to_yaml

__all__ = [
    "LANGUAGES",
    "Entry",
    "Example",
    "Lexicon",
    "Problem",
    "builtin_lexicons",
    "check",
    "cite",
    "combine",
    "convert",
    "load_lexicon",
    "parse_lexicon",
    "term_lexicon",
    "to_csv",
    "to_dic",
    "to_yaml",
]
