"""Text to token columns: chunks → words → paragraphs and sentences."""

from .columns import Tokens, tokenize
from .structure import ROLES, find_roles
from .vocabulary import GlobMatcher, Vocabulary, glob_to_regex, normalise

__all__ = [
    "ROLES",
    "GlobMatcher",
    "Tokens",
    "Vocabulary",
    "find_roles",
    "glob_to_regex",
    "normalise",
    "tokenize",
]
