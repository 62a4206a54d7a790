"""Text to token columns: chunks → words → paragraphs and sentences."""

from ..compiled import preferred

__path__ = preferred("tokens", __path__)

from .columns import Tokens, tokenize
from .globs import GlobMatcher, NewWords, glob_parts, glob_to_regex
from .numbering import new_sifting
from .structure import ROLES, find_roles
from .vocabulary import Vocabulary
from .words import is_norm, normalise

__all__ = [
    "ROLES",
    "GlobMatcher",
    "NewWords",
    "Tokens",
    "Vocabulary",
    "find_roles",
    "glob_parts",
    "glob_to_regex",
    "is_norm",
    "new_sifting",
    "normalise",
    "tokenize",
]
