"""Words and globs resolved on a list of words, not on a text: each different word is looked at once."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable, Iterator
from functools import cached_property

import regex

_WILD = {"*": ".*", "?": "."}
_LAST = chr(0x10FFFF)


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
    def forwards(self) -> Ordered:
        """The new words in alphabetical order."""
        return Ordered(self.words)

    @cached_property
    def backwards(self) -> Ordered:
        """The new words written backwards, in alphabetical order."""
        return Ordered([word[::-1] for word in self.words])


class Ordered:
    """Words in alphabetical order: those with one beginning stand together.

    Parameters
    ----------
    words : list of str
    """

    def __init__(self, words: list[str]) -> None:
        order = sorted(range(len(words)), key=words.__getitem__)
        self._words = [words[i] for i in order]
        self._places = order

    def beginning(self, stem: str, behind: str) -> list[int]:
        """Give the indices of the words that begin with a stem, in no special order.

        Parameters
        ----------
        stem : str
        behind : str
            The first word that stands behind all of them (see `_behind`), "" where none could.

        Returns
        -------
        list of int
        """
        first = bisect_left(self._words, stem)
        if first == len(self._words) or not self._words[first].startswith(stem):
            return []
        return self._places[first : bisect_left(self._words, behind, first) if behind else None]


class GlobMatcher:
    """Find which words fit which patterns: by look-up, by bisection on sorted words, by ending, else one by one.

    Parameters
    ----------
    patterns : iterable of str
        Words and globs.

    Examples
    --------
    >>> list(GlobMatcher(["war", "peace*"]).find(NewWords(["peaceful", "war", "warm"])))
    [('war', [1]), ('peace*', [0])]
    """

    def __init__(self, patterns: Iterable[str]) -> None:
        self._exact: dict[str, list[str]] = {}
        # pattern, its stem, the first word behind all with that stem; of endings the same backwards
        self._prefix: list[tuple[str, str, str]] = []
        self._suffix: list[tuple[str, str, str]] = []
        self._other: list[tuple[str, regex.Pattern[str]]] = []
        for pattern in sorted(set(patterns)):
            word = literal(pattern)
            if word is not None:
                self._exact.setdefault(word, []).append(pattern)
            elif not any(c in pattern[:-1] for c in "*?\\") and pattern.endswith("*"):
                self._prefix.append((pattern, pattern[:-1], _behind(pattern[:-1])))
            elif not any(c in pattern[1:] for c in "*?\\") and pattern.startswith("*"):
                self._suffix.append((pattern, pattern[:0:-1], _behind(pattern[:0:-1])))
            else:
                self._other.append((pattern, regex.compile(glob_to_regex(pattern), regex.DOTALL)))

    def find(self, new: NewWords) -> Iterator[tuple[str, list[int]]]:
        """Give each pattern that fits some of the words with the indices of these, in no special order.

        Parameters
        ----------
        new : NewWords

        Yields
        ------
        (str, list of int)
            The patterns of one word come in the same order in any list of words.
        """
        for word in self._exact.keys() & new.place.keys():
            for pattern in self._exact[word]:
                yield pattern, [new.place[word]]
        for patterns, words in ((self._prefix, new.forwards), (self._suffix, new.backwards)):
            for pattern, stem, behind in patterns:
                places = words.beginning(stem, behind)
                if places:
                    yield pattern, places
        for pattern, compiled in self._other:
            fits = compiled.fullmatch
            places = [i for i, word in enumerate(new.words) if fits(word)]
            if places:
                yield pattern, places


def _behind(stem: str) -> str:
    """Give the first word in alphabetical order behind all that begin with a stem; "" where none could."""
    while stem and stem[-1] == _LAST:
        stem = stem[:-1]
    return stem[:-1] + chr(ord(stem[-1]) + 1) if stem else ""
