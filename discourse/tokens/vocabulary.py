"""The word rule, and the growing list of every word and every gap between words."""

from __future__ import annotations

import unicodedata
from bisect import bisect_left
from collections.abc import Callable, Iterable

import numpy as np
import regex

from .chunks import ChunkTable

# Letters, marks and digits, joined inside by an apostrophe, a hyphen, a decimal point or comma between
# digits, or abbreviation stops (U.S., e.g., EE.UU., Ph.D.), which keep their last one.
_LETTER = r"[\p{L}\p{M}]"
_ABBREVIATION = (
    rf"(?:\p{{L}}\p{{M}}*\.)+\p{{L}}\p{{M}}*(?![\p{{L}}\p{{M}}\p{{N}}])\.?"  # U.S.  e.g.  p.m
    r"|(?:\p{Lu}{2}\.)+\p{Lu}{2}(?![\p{L}\p{M}\p{N}])\.?"  # EE.UU.  FF.AA.
    r"|Ph\.D(?![\p{L}\p{M}\p{N}])\.?"
)
_PIECE = (
    rf"(?:{_ABBREVIATION}|\p{{N}}+(?:[.,]\p{{N}}+)*(?:[\p{{L}}\p{{M}}\p{{N}}]+)?|[\p{{L}}\p{{M}}\p{{N}}]+)"
)
# U+0092 is the apostrophe of texts whose Windows-1252 bytes were read as Latin-1
TOKEN = regex.compile(rf"{_PIECE}(?:['’ʼ＇\x92\-‐‑]{_PIECE})*")
_APOSTROPHES = str.maketrans({"’": "'", "ʼ": "'", "＇": "'", "\x92": "'", "‐": "-", "‑": "-"})
# after these 's is a verb or "us", not a possessive
_CLITIC_HOSTS = frozenset(
    "it he she that this there here what who where when how why let one everyone everybody someone somebody"
    " nobody everything something nothing".split()
)
_WHITE = regex.compile(r"\s+")
_NEWLINES = regex.compile(r"\r\n|[\n\r\u2028\u2029\x85]")


def normalise(form: str) -> str:
    """Give the norm of a word: lower case, NFC, straight apostrophe, without a possessive *'s*.

    Parameters
    ----------
    form : str
        A token as written.

    Returns
    -------
    str

    Examples
    --------
    >>> normalise("Maduro’s"), normalise("It’s"), normalise("U.S.")
    ('maduro', "it's", 'u.s.')
    """
    norm = unicodedata.normalize("NFC", form.lower()).translate(_APOSTROPHES)
    if norm.endswith("'s") and norm[:-2] not in _CLITIC_HOSTS:
        norm = norm[:-2]
    return norm


def fold(gap: str) -> str:
    """Fold each run of white space in a gap to " ", or to line ends where it has them (at most two)."""
    if gap in ("", " "):
        return gap
    return _WHITE.sub(lambda m: "\n" * min(len(_NEWLINES.findall(m[0])), 2) or " ", gap)


class WordSet:
    """Words and globs resolved on a vocabulary: one boolean per norm, extended as the vocabulary grows.

    A pattern that ends in ``*`` is a prefix; other globs (``*`` any characters, ``?`` one) are allowed.
    """

    def __init__(self, words: Iterable[str]) -> None:
        self._matcher = GlobMatcher(words)
        self._flags = np.zeros(0, dtype=bool)

    def flags(self, norms: list[str]) -> np.ndarray:
        seen = len(self._flags)
        if seen < len(norms):
            new = np.zeros(len(norms) - seen, dtype=bool)
            new[[i for i, _ in self._matcher.find(norms, seen)]] = True
            self._flags = np.concatenate([self._flags, new])
        return self._flags


class GlobMatcher:
    """Find which words of a list fit which patterns, by bisection on the sorted words."""

    def __init__(self, patterns: Iterable[str]) -> None:
        self._exact: list[str] = []
        self._prefix: list[str] = []
        self._other: list[tuple[str, regex.Pattern[str]]] = []
        for pattern in sorted(set(patterns)):
            wild = pattern.replace("\\*", "").replace("\\?", "")
            if "*" not in wild and "?" not in wild:
                self._exact.append(pattern)
            elif pattern.endswith("*") and not any(c in pattern[:-1] for c in "*?\\"):
                self._prefix.append(pattern)
            else:
                self._other.append((pattern, regex.compile(glob_to_regex(pattern))))

    def find(self, words: list[str], start: int = 0) -> list[tuple[int, str]]:
        """Give (index counted from `start`, pattern) for each fit among ``words[start:]``."""
        new = words[start:]
        place = {word: i for i, word in enumerate(new)}
        found = [(place[w], p) for p in self._exact if (w := p.replace("\\", "")) in place]
        if self._prefix and new:
            ordered = sorted(place)
            for pattern in self._prefix:
                stem = pattern[:-1]
                i = bisect_left(ordered, stem)
                while i < len(ordered) and ordered[i].startswith(stem):
                    found.append((place[ordered[i]], pattern))
                    i += 1
        for pattern, compiled in self._other:
            fits = compiled.fullmatch
            found.extend((i, pattern) for i, word in enumerate(new) if fits(word))
        return found


def glob_to_regex(pattern: str) -> str:
    """Write a glob (``*``, ``?``, ``\\*`` for a literal asterisk) as a regular expression."""
    parts, i = [], 0
    while i < len(pattern):
        char = pattern[i]
        if char == "\\" and i + 1 < len(pattern):
            i += 1
            parts.append(regex.escape(pattern[i]))
        else:
            parts.append({"*": ".*", "?": "."}.get(char) or regex.escape(char))
        i += 1
    return "".join(parts)


class Vocabulary:
    """Every distinct word form, norm and gap seen so far, numbered; grows from batch to batch.

    Attributes
    ----------
    forms : list of str
        Form number → the word as written.
    norms : list of str
        Norm number → its norm (see `normalise`).
    gaps : list of str
        Gap number → what stands between two tokens, white space folded (see `fold`). Gap 0 is " ".
    """

    def __init__(self) -> None:
        self.forms: list[str] = []
        self.norms: list[str] = []
        self.gaps: list[str] = []
        self._form_number: dict[str, int] = {}
        self._norm_number: dict[str, int] = {}
        self._gap_number: dict[str, int] = {}
        self._norm_of = np.zeros(0, dtype=np.int32)
        self._norm_of_form: list[int] = []
        self._word_sets: dict[frozenset[str], WordSet] = {}
        self._tests: dict[tuple[str, str], np.ndarray] = {}
        self.table = ChunkTable()
        self.layout = ChunkLayout(self)
        self.gap_number(" ")

    @property
    def norm_of(self) -> np.ndarray:
        """Int32 array: form number → norm number."""
        if len(self._norm_of) < len(self.forms):
            self._norm_of = np.array(self._norm_of_form, dtype=np.int32)
        return self._norm_of

    def form_number(self, form: str) -> int:
        """Give a word form its number, entering it where it is new."""
        number = self._form_number.get(form)
        if number is None:
            number = self._form_number[form] = len(self.forms)
            self.forms.append(form)
            norm = normalise(form)
            norm_number = self._norm_number.get(norm)
            if norm_number is None:
                norm_number = self._norm_number[norm] = len(self.norms)
                self.norms.append(norm)
            self._norm_of_form.append(norm_number)
        return number

    def gap_number(self, gap: str) -> int:
        """Give a gap (folded here) its number, entering it where it is new."""
        number = self._gap_number.get(gap)
        if number is None:
            folded = fold(gap)
            number = self._gap_number.get(folded)
            if number is None:
                number = self._gap_number[folded] = len(self.gaps)
                self.gaps.append(folded)
            if len(gap) <= 8:
                self._gap_number[gap] = number
        return number

    def norm_flags(self, words: Iterable[str]) -> np.ndarray:
        """Say for each norm whether it is one of some words; a word may end in ``*``.

        Parameters
        ----------
        words : iterable of str

        Returns
        -------
        bool array over norm numbers
        """
        key = words if isinstance(words, frozenset) else frozenset(words)
        word_set = self._word_sets.get(key)
        if word_set is None:
            word_set = self._word_sets[key] = WordSet(key)
        return word_set.flags(self.norms)

    def form_test(self, name: str, test: Callable[[str], bool]) -> np.ndarray:
        """Say for each form whether it passes a test, run once per form and remembered under a name.

        Returns
        -------
        bool array over form numbers
        """
        return self._remember(("form", name), self.forms, test)

    def gap_test(self, name: str, test: Callable[[str], bool]) -> np.ndarray:
        """Say for each gap whether it passes a test, run once per gap and remembered under a name.

        Returns
        -------
        bool array over gap numbers
        """
        return self._remember(("gap", name), self.gaps, test)

    def form_flags(self, name: str) -> np.ndarray:
        """Say for each form whether it is written in a way: "capital", "upper" or "digit".

        "capital": the first letter is upper case; "upper": all capitals, two letters or more;
        "digit": has a digit.

        Returns
        -------
        bool array over form numbers
        """
        return self.form_test(name, _FORM_TESTS[name])

    def gap_flags(self, characters: str) -> np.ndarray:
        """Say for each gap whether it has any of some characters.

        Returns
        -------
        bool array over gap numbers
        """
        wanted = frozenset(characters)
        return self.gap_test("".join(sorted(wanted)), lambda gap: not wanted.isdisjoint(gap))

    def _remember(self, key: tuple[str, str], items: list[str], test: Callable[[str], bool]) -> np.ndarray:
        flags = self._tests.get(key, _NO_FLAGS)
        if len(flags) < len(items):
            new = np.fromiter(map(test, items[len(flags) :]), dtype=bool, count=len(items) - len(flags))
            flags = self._tests[key] = np.concatenate([flags, new])
        return flags


_NO_FLAGS = np.zeros(0, dtype=bool)
_FORM_TESTS: dict[str, Callable[[str], bool]] = {
    "capital": lambda form: form[0].isupper(),
    "upper": lambda form: form.isupper() and sum(map(str.isalpha, form)) > 1,
    "digit": lambda form: any(map(str.isdigit, form)),
}


class ChunkLayout:
    """What the word rule says of each different chunk: its tokens, their places, the gaps around them."""

    def __init__(self, vocabulary: Vocabulary) -> None:
        self._vocabulary = vocabulary
        self._flat: list[tuple[int, int, int, int]] = []  # form, start, end, gap before (inside the chunk)
        self._rows: list[
            tuple[int, int, int, int, int]
        ] = []  # first in flat, n tokens, lead, tail, characters
        self._chunk_flat = np.zeros((0, 4), dtype=np.int32)
        self._chunk_rows = np.zeros((0, 5), dtype=np.int32)

    def update(self) -> tuple[np.ndarray, np.ndarray]:
        """Apply the word rule to the chunks that are new; return the (flat, rows) tables."""
        chunks = self._vocabulary.table.chunks
        seen = len(self._rows)
        if seen < len(chunks):
            for chunk in chunks[seen:]:
                self._add(chunk.decode("utf-8", "surrogatepass"))
            old = len(self._chunk_flat)
            self._chunk_flat = np.concatenate(
                [self._chunk_flat, np.array(self._flat[old:], dtype=np.int32).reshape(-1, 4)]
            )
            self._chunk_rows = np.concatenate(
                [self._chunk_rows, np.array(self._rows[seen:], dtype=np.int32).reshape(-1, 5)]
            )
        return self._chunk_flat, self._chunk_rows

    def _add(self, text: str) -> None:
        vocabulary, first = self._vocabulary, len(self._flat)
        if text.isalpha():
            self._flat.append((vocabulary.form_number(text), 0, len(text), -1))
            self._rows.append((first, 1, EMPTY, EMPTY, len(text)))
            return
        at, lead = 0, EMPTY
        for match in TOKEN.finditer(text):
            start, end = match.span()
            gap = -1
            if len(self._flat) > first:
                gap = vocabulary.gap_number(text[at:start])
            elif start:
                lead = vocabulary.gap_number(text[:start])
            self._flat.append((vocabulary.form_number(match[0]), start, end, gap))
            at = end
        tail = vocabulary.gap_number(text[at:]) if at < len(text) else EMPTY
        self._rows.append((first, len(self._flat) - first, lead, tail, len(text)))


EMPTY = -1  # no punctuation on this side of a chunk
