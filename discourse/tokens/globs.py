"""Words and globs resolved on a list of words, not on a text: each different word is looked at once."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable
from functools import cached_property

import regex

_WILD = {"*": ".*", "?": "."}


def glob_parts(pattern: str) -> list[tuple[str, bool]]:
    """Cut a glob into its characters, each with whether it is a wildcard.

    Parameters
    ----------
    pattern : str
        ``*`` stands for any characters, also none, ``?`` for one; a backslash makes the next character
        stand for itself.

    Returns
    -------
    list of (str, bool)

    Examples
    --------
    >>> glob_parts("w*")
    [('w', False), ('*', True)]
    """
    parts, characters = [], iter(pattern)
    for char in characters:
        if char == "\\":
            parts.append((next(characters, char), False))
        else:
            parts.append((char, char in "*?"))
    return parts


def glob_to_regex(pattern: str) -> str:
    """Write a glob (``*``, ``?``, ``\\*`` for a literal asterisk) as a regular expression.

    Parameters
    ----------
    pattern : str

    Returns
    -------
    str

    Examples
    --------
    >>> print(glob_to_regex("w?r*"), glob_to_regex("5\\\\*"))
    w.r.* 5\\*
    """
    return "".join(_WILD[char] if is_wild else regex.escape(char) for char, is_wild in glob_parts(pattern))


def literal(pattern: str) -> str | None:
    """Give the one word that a pattern without wildcards stands for, or None where it has some.

    Parameters
    ----------
    pattern : str

    Returns
    -------
    str or None

    Examples
    --------
    >>> literal("war"), literal("war*"), literal("5\\\\*")
    ('war', None, '5*')
    """
    if not any(char in pattern for char in "*?\\"):
        return pattern
    parts = glob_parts(pattern)
    return None if any(is_wild for _, is_wild in parts) else "".join(char for char, _ in parts)


class NewWords:
    """Words that a list got since somebody last looked, ready to be searched by many patterns.

    Parameters
    ----------
    words : list of str
        All different.
    start : int
        Index of the first new one.
    """

    def __init__(self, words: list[str], start: int = 0) -> None:
        self.words = words[start:]

    @cached_property
    def place(self) -> dict[str, int]:
        """Word → its index among the new ones."""
        return {word: i for i, word in enumerate(self.words)}

    @cached_property
    def ordered(self) -> list[str]:
        """The new words in alphabetical order."""
        return sorted(self.words)

    @cached_property
    def backwards(self) -> list[tuple[str, int]]:
        """The new words written backwards, each with its index, in alphabetical order."""
        return sorted((word[::-1], i) for i, word in enumerate(self.words))


class GlobMatcher:
    """Find which words fit which patterns: by look-up, by bisection on sorted words, by ending, else one by one.

    Parameters
    ----------
    patterns : iterable of str
        Words and globs.

    Examples
    --------
    >>> GlobMatcher(["war", "peace*"]).find(NewWords(["peaceful", "war", "warm"]))
    [(0, 'peace*'), (1, 'war')]
    """

    def __init__(self, patterns: Iterable[str]) -> None:
        self._exact: dict[str, list[str]] = {}
        self._prefix: list[str] = []
        self._suffix: list[str] = []
        self._other: list[tuple[str, regex.Pattern[str]]] = []
        for pattern in sorted(set(patterns)):
            word = literal(pattern)
            if word is not None:
                self._exact.setdefault(word, []).append(pattern)
            elif not any(c in pattern[:-1] for c in "*?\\") and pattern.endswith("*"):
                self._prefix.append(pattern)
            elif not any(c in pattern[1:] for c in "*?\\") and pattern.startswith("*"):
                self._suffix.append(pattern)
            else:
                self._other.append((pattern, regex.compile(glob_to_regex(pattern), regex.DOTALL)))

    def find(self, new: NewWords) -> list[tuple[int, str]]:
        """Give (index among the new words, pattern) for each fit, in order.

        Parameters
        ----------
        new : NewWords

        Returns
        -------
        list of (int, str)
        """
        known = self._exact.keys() & new.place.keys()
        found = [(new.place[word], pattern) for word in known for pattern in self._exact[word]]
        for pattern in self._prefix:
            stem = pattern[:-1]
            i = bisect_left(new.ordered, stem)
            while i < len(new.ordered) and new.ordered[i].startswith(stem):
                found.append((new.place[new.ordered[i]], pattern))
                i += 1
        for pattern in self._suffix:
            ending = pattern[:0:-1]
            i = bisect_left(new.backwards, (ending, 0))
            while i < len(new.backwards) and new.backwards[i][0].startswith(ending):
                found.append((new.backwards[i][1], pattern))
                i += 1
        for pattern, compiled in self._other:
            fits = compiled.fullmatch
            found.extend((i, pattern) for i, word in enumerate(new.words) if fits(word))
        return sorted(found)
