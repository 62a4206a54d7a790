"""Lexicons: read, check, convert."""

from .model import Entry, Example, Lexicon
from .read import LANGUAGES, builtin_lexicons, load_lexicon, parse_lexicon, term_lexicon

__all__ = [
    "LANGUAGES",
    "Entry",
    "Example",
    "Lexicon",
    "builtin_lexicons",
    "load_lexicon",
    "parse_lexicon",
    "term_lexicon",
]
