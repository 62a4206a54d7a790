"""The errors a user can cause: one family, so that ``except DiscourseError`` catches them all.

Every message says, in this order, *where* (file, row, entry), *what* was found, *what is allowed* and
*what to do*::

    Lexicon 'hedges.yaml', entry 14: category 'modl' is not declared; declared: modal. Did you mean 'modal'?

The command line prints the message as one line; nothing but a defect of the program shows a traceback.
"""

from __future__ import annotations

import difflib
import unicodedata
from collections.abc import Iterable

__all__ = [
    "CorpusError",
    "DisclosureError",
    "DiscourseError",
    "EvidenceError",
    "FigureError",
    "LexiconError",
    "MeasureError",
    "MissingDependencyError",
    "QueryError",
    "ReadError",
    "UsageError",
    "did_you_mean",
    "listed",
]

MAX_LISTED = 12


class DiscourseError(Exception):
    """Report a mistake in what the program was given, in one line.

    Line ends and runs of white space inside the message become single spaces, so that a message that quotes a
    file or another library's error stays on one line.

    Parameters
    ----------
    message : str
        Where, what, what is allowed, what to do.

    Examples
    --------
    >>> str(DiscourseError("Lexicon 'war.yaml':\\n  no entries; write at least one."))
    "Lexicon 'war.yaml': no entries; write at least one."
    """

    def __init__(self, message: str) -> None:
        super().__init__(" ".join(message.split()))


class UsageError(DiscourseError):
    """Report a wrong option, argument or combination of them; the command line exits with 2."""


class ReadError(DiscourseError):
    """Report a file or a table row that cannot be read: missing, empty, not UTF-8, of an unknown kind."""


class CorpusError(DiscourseError):
    """Report a corpus that is not in order: a row without a file, a duplicate id, a changed text."""


class LexiconError(DiscourseError):
    """Report a lexicon that is unknown or malformed, or a category it does not declare."""


class EvidenceError(DiscourseError):
    """Report evidence tables that are missing, incomplete or do not belong together."""


class QueryError(DiscourseError):
    """Report a query over metadata columns that cannot be understood or names an unknown column."""


class MeasureError(DiscourseError):
    """Report an unknown measure, or one asked of evidence or groups it cannot be computed from."""


class FigureError(DiscourseError):
    """Report a figure that cannot be drawn from its data, or no longer reproduces."""


class DisclosureError(DiscourseError):
    """Report an export that would disclose too much of a restricted text."""


class MissingDependencyError(DiscourseError, ImportError):
    """Report that an optional package is needed; the message holds the command that installs it.

    Parameters
    ----------
    package : str
        The name to import, e.g. ``spacy``.
    extra : str
        The extra of discourse that installs it, e.g. ``syntax``.
    purpose : str
        What needs it, as the subject of the sentence, e.g. ``Reading PDF``.
    command : str, optional
        What installs it, where the extra does not.

    Examples
    --------
    >>> print(MissingDependencyError("pypdf", "readers", "Reading PDF"))
    Reading PDF needs the package 'pypdf', which is not installed; in the clone run: pip install '.[readers]'
    """

    def __init__(self, package: str, extra: str, purpose: str, command: str | None = None) -> None:
        # Another project may have the name on a package index, so what is installed is the clone.
        run = f"run: {command}" if command else f"in the clone run: pip install '.[{extra}]'"
        super().__init__(f"{purpose} needs the package '{package}', which is not installed; {run}")
        self.package = package
        self.extra = extra
        self.purpose = purpose
        self.command = command

    def __reduce__(self) -> tuple[type[MissingDependencyError], tuple[str, str, str, str | None]]:
        # An exception crossing to another process is rebuilt from its arguments, which here are four.
        return type(self), (self.package, self.extra, self.purpose, self.command)


def _folded(word: str) -> str:
    """Return `word` without case, accents, and with hyphen, underscore and space made alike."""
    decomposed = unicodedata.normalize("NFD", word.casefold())
    bare = "".join(c for c in decomposed if not unicodedata.combining(c))
    return bare.replace("-", "_").replace(" ", "_")


def did_you_mean(word: str, allowed: Iterable[str]) -> str:
    """Return the end of an error message that names the nearest allowed word.

    Case, accents and the difference between hyphen, underscore and space count for nothing in the comparison.

    Parameters
    ----------
    word : str
        What was given.
    allowed : iterable of str
        What would have been accepted, in the order of preference among equally near words.

    Returns
    -------
    str
        ``" Did you mean 'x'?"`` with a leading space, or ``""`` where nothing is near.

    Examples
    --------
    >>> did_you_mean("modl", ["modal", "adverb", "verb"])
    " Did you mean 'modal'?"
    >>> did_you_mean("War-Peace", ["war_peace", "hedging"])
    " Did you mean 'war_peace'?"
    >>> did_you_mean("xyz", ["modal", "adverb"])
    ''

    References
    ----------
    Ratcliff, J. W., & Metzener, D. E. (1988). Pattern matching: the Gestalt approach. Dr. Dobb's Journal,
    13(7), as in the standard library's ``difflib``; its usual cutoff of 0.6 is kept.
    """
    spellings: dict[str, str] = {}
    for candidate in allowed:
        spellings.setdefault(_folded(candidate), candidate)
    near = difflib.get_close_matches(_folded(str(word)), list(spellings), n=1, cutoff=0.6)
    return f" Did you mean '{spellings[near[0]]}'?" if near else ""


def listed(allowed: Iterable[str]) -> str:
    """Return allowed words as the list an error message shows, cut after the first dozen.

    Parameters
    ----------
    allowed : iterable of str
        What would have been accepted, in the order to show.

    Returns
    -------
    str
        The words joined by commas; ``"none"`` for no words.

    Examples
    --------
    >>> listed(["modal", "adverb", "verb"])
    'modal, adverb, verb'
    >>> listed([])
    'none'
    >>> listed(str(n) for n in range(30))
    '0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11 and 18 more'
    """
    words = list(allowed)
    if not words:
        return "none"
    shown = ", ".join(words[:MAX_LISTED])
    return shown if len(words) <= MAX_LISTED else f"{shown} and {len(words) - MAX_LISTED} more"
