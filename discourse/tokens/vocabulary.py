"""The growing list of every word and every gap between words, with what has been found out about each."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from itertools import islice
from typing import Any

import numpy as np

from .gaps import Joints
from .globs import GlobMatcher, NewWords
from .growing import Growing
from .layout import ChunkLayout
from .numbering import new_numbering
from .words import fold, normalise_all

_REMEMBERED_GAP = 8  # characters; longer gaps as written are too rare to be kept
_LARGEST_KEPT = 31 << 20  # bytes; glibc's own limit is 32 MiB
_FORM_TESTS: dict[str, Callable[[str], bool]] = {
    "capital": lambda form: form[0].isupper(),
    "upper": lambda form: form.isupper() and sum(map(str.isalpha, form)) > 1,
    "digit": lambda form: not form.isalpha() and any(map(str.isdigit, form)),
}


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
    table, layout, joints : Numbering, ChunkLayout, Joints
        The white-space chunks the words were found in, what each is made of, how gaps are joined.
    companions : dict
        What others have worked out for this vocabulary and want to find again with it.
    """

    def __init__(self) -> None:
        _keep_freed_memory()
        self.forms: list[str] = []
        self.norms: list[str] = []
        self.gaps: list[str] = []
        self.table = new_numbering()
        self._form_number: dict[str, int] = {}
        self._norm_number: dict[str, int] = {}
        self._gap_number: dict[str, int] = {}
        self._norm_of = Growing(np.int32)
        self._new_norms: dict[int, NewWords] = {}
        self._word_sets: dict[frozenset[str], tuple[GlobMatcher, Growing]] = {}
        self._tests: dict[tuple[str, str], Growing] = {}
        self.companions: dict[Any, Any] = {}
        self.gap_number(" ")
        self.layout = ChunkLayout(self)
        self.joints = Joints(self)

    @property
    def norm_of(self) -> np.ndarray:
        """Int32 array: form number → norm number."""
        return self._norm_of.values

    def form_numbers(self, forms: list[str]) -> list[int]:
        """Give word forms their numbers, entering those that are new.

        Parameters
        ----------
        forms : list of str

        Returns
        -------
        list of int
        """
        numbers = _enter(self._form_number, self.forms, forms)
        norms = normalise_all(self.forms[len(self._norm_of) :])
        self._norm_of.extend(_enter(self._norm_number, self.norms, norms))
        return numbers

    def gap_number(self, gap: str) -> int:
        """Give a gap (folded here) its number, entering it where it is new."""
        number = self._gap_number.get(gap)
        if number is None:
            folded = fold(gap)
            number = self._gap_number.setdefault(folded, len(self.gaps))
            if number == len(self.gaps):
                self.gaps.append(folded)
            if len(gap) <= _REMEMBERED_GAP:
                self._gap_number[gap] = number
        return number

    def new_norms(self, seen: int) -> NewWords:
        """Give the norms that came after the first `seen` ones.

        Parameters
        ----------
        seen : int

        Returns
        -------
        NewWords
        """
        new = self._new_norms.get(seen)
        if new is None or len(new.words) != len(self.norms) - seen:
            self._new_norms = {
                k: v for k, v in self._new_norms.items() if k + len(v.words) == len(self.norms)
            }
            new = self._new_norms[seen] = NewWords(self.norms, seen)
        return new

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
        if key not in self._word_sets:
            self._word_sets[key] = (GlobMatcher(key), Growing(np.bool_))
        matcher, flags = self._word_sets[key]
        seen = len(flags)
        if seen < len(self.norms):
            new = np.zeros(len(self.norms) - seen, dtype=bool)
            for _, places in matcher.find(self.new_norms(seen)):
                new[places] = True
            flags.extend(new)
        return flags.values

    def form_test(self, name: str, test: Callable[[str], bool]) -> np.ndarray:
        """Say for each form whether it passes a test, run once per form and remembered under a name.

        Returns
        -------
        bool array over form numbers
        """
        return self._remember(("form", name), self.forms, test)

    def norm_test(self, name: str, test: Callable[[str], bool]) -> np.ndarray:
        """Say for each norm whether it passes a test, run once per norm and remembered under a name.

        Returns
        -------
        bool array over norm numbers
        """
        return self._remember(("norm", name), self.norms, test)

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
        return self.gap_test("has " + "".join(sorted(wanted)), lambda gap: not wanted.isdisjoint(gap))

    def _remember(self, key: tuple[str, str], items: list[str], test: Callable[[str], bool]) -> np.ndarray:
        flags = self._tests.get(key)
        if flags is None:
            flags = self._tests[key] = Growing(np.bool_)
        if len(flags) < len(items):
            flags.extend([test(item) for item in items[len(flags) :]])
        return flags.values


def _keep_freed_memory() -> None:
    """Have the C library keep what is freed after a batch for the next one.

    Else it gives large arrays back to the system, and getting fresh memory costs a fifth of the time. glibc goes by the
    largest block that has been freed so far; this one is never touched, so it costs nothing.
    """
    block = np.empty(_LARGEST_KEPT, dtype=np.uint8)
    del block


def _enter(number: dict[str, int], known: list[str], words: list[str]) -> list[int]:
    """Give words their numbers, those that are new the next ones in order; `known` gets these at its end."""
    numbers = [number.setdefault(word, len(number)) for word in words]
    new = list(islice(reversed(number), len(number) - len(known)))
    known += reversed(new)
    return numbers
