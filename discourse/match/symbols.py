"""Tokens as symbols: which of a lexicon's elements a word form can stand for, found once per form.

An *element* is one place of a pattern: a word, a glob, alternatives (`a|b*`), a named set, a number, a
capitalised word. It is read as the set of its *atoms*, the words and globs it stands for. Word forms that
fit the same elements are one *class*; patterns are then matched on classes, so that a lexicon with
wildcards costs no more than one without.
"""

from __future__ import annotations

from itertools import chain

import numpy as np

from ..lexicon import Lexicon
from ..lexicon.contexts import as_norm
from ..tokens import GlobMatcher, Vocabulary
from ..tokens.growing import GrowingLists

NUMBER_WORDS = {
    "en": "one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen"
    " seventeen eighteen nineteen twenty thirty forty fifty sixty seventy eighty ninety hundred hundreds"
    " thousand thousands million millions billion billions trillion trillions dozen dozens half",
    "es": "uno dos tres cuatro cinco seis siete ocho nueve diez once doce trece catorce quince dieciséis"
    " diecisiete dieciocho diecinueve veinte veintiuno veintiún veintiuna veintidós veintitrés veinticuatro"
    " veinticinco veintiséis veintisiete veintiocho veintinueve treinta cuarenta cincuenta sesenta setenta"
    " ochenta noventa cien ciento cientos doscientos doscientas trescientos trescientas cuatrocientos"
    " cuatrocientas quinientos quinientas seiscientos seiscientas setecientos setecientas ochocientos"
    " ochocientas novecientos novecientas mil miles millón millones billón billones docena docenas medio"
    " media",
}
_NOT = ("not", "*n't", "cannot")  # who writes "not" means isn't, too
# Atoms that are no words; a norm never has a space in it.
ANY_WORD, NUMBER, CAPITAL = " any", " number", " capital"


class Elements:
    """The distinct elements of a lexicon, numbered, and the atoms of each.

    Parameters
    ----------
    lexicon : Lexicon
    """

    def __init__(self, lexicon: Lexicon) -> None:
        self._lexicon = lexicon
        self._number: dict[frozenset[str], int] = {}

    def add(self, *atoms: str) -> int:
        """Give the element that stands for some words and globs its number."""
        return self._number.setdefault(frozenset(atoms), len(self._number))

    def read(self, parts: list[str]) -> int:
        """Give the element that some alternatives of a context pattern make its number.

        Parameters
        ----------
        parts : list of str
            Words, globs, ``<set>`` and ``#``; in English ``not`` stands for contractions and *cannot*, too.

        Returns
        -------
        int
        """
        atoms: set[str] = set()
        for part in parts:
            if part.startswith("<") and part.endswith(">"):
                atoms.update(self._lexicon.sets[part[1:-1]])
            elif part == "#":
                atoms.update([NUMBER, *NUMBER_WORDS[self._lexicon.language].split()])
            elif part == "not" and self._lexicon.language == "en":
                atoms.update(_NOT)
            else:
                atoms.add(as_norm(part))
        return self.add(*atoms)

    def of_atoms(self) -> dict[str, frozenset[int]]:
        """Atom → numbers of the elements that have it."""
        found: dict[str, set[int]] = {}
        for atoms, number in self._number.items():
            for atom in atoms:
                found.setdefault(atom, set()).add(number)
        return {atom: frozenset(numbers) for atom, numbers in found.items()}


class _Joined(dict[int, int]):
    """Set number → the number of that set with some elements more."""

    def __init__(
        self, more: frozenset[int], sets: list[frozenset[int]], numbers: dict[frozenset[int], int]
    ) -> None:
        self._more, self._sets, self._numbers = more, sets, numbers

    def __missing__(self, number: int) -> int:
        elements = self._sets[number] | self._more
        joined = self[number] = self._numbers.setdefault(elements, len(self._sets))
        if joined == len(self._sets):
            self._sets.append(elements)
        return joined


class Classes:
    """Number the classes of a vocabulary's word forms for one lexicon; grows with the vocabulary.

    Class 0 is that of the forms which fit no element. `members[c]` is the frozenset of element numbers
    of class c.

    Parameters
    ----------
    vocabulary : Vocabulary
    elements : Elements
        Complete: what is added later is not seen.
    """

    def __init__(self, vocabulary: Vocabulary, elements: Elements) -> None:
        self._vocabulary = vocabulary
        words = elements.of_atoms()
        self._always, self._digit, self._capital = (
            words.pop(a, frozenset()) for a in (ANY_WORD, NUMBER, CAPITAL)
        )
        self._matcher = GlobMatcher(words)
        self.members: list[frozenset[int]] = [self._always]
        self._own = GrowingLists()  # of each class, the elements that not any word fits
        self._own.append([])
        self._number: dict[frozenset[int], int] = {self._always: 0}
        self._norm_sets: list[frozenset[int]] = [self._always]  # distinct element sets of norms
        set_number: dict[frozenset[int], int] = {self._always: 0}
        self._joined = {
            pattern: _Joined(elements, self._norm_sets, set_number) for pattern, elements in words.items()
        }
        self._of_norm = np.zeros(0, dtype=np.int32)  # norm → index into _norm_sets
        self._class = np.zeros(0, dtype=np.int32)  # form → class

    def of_forms(self) -> np.ndarray:
        """Int32 array: form number → class number."""
        vocabulary = self._vocabulary
        seen = len(self._class)
        if seen < len(vocabulary.forms):
            self._update_norms()
            key = self._of_norm[vocabulary.norm_of[seen:]].astype(np.int64) * 4
            if self._digit:
                key += vocabulary.form_flags("digit")[seen:]
            if self._capital:
                key += 2 * vocabulary.form_flags("capital")[seen:]
            different, back = np.unique(key, return_inverse=True)
            numbers = np.array([self._class_number(k) for k in different.tolist()], dtype=np.int32)
            self._class = np.concatenate([self._class, numbers[back]])
            own = [sorted(elements - self._always) for elements in self.members[len(self._own) :]]
            row = np.repeat(np.arange(len(own)), list(map(len, own)))
            self._own.extend(len(own), row, np.array(list(chain.from_iterable(own)), dtype=np.int64))
        return self._class

    def _update_norms(self) -> None:
        seen = len(self._of_norm)
        new = [0] * (len(self._vocabulary.norms) - seen)
        for pattern, places in self._matcher.find(self._vocabulary.new_norms(seen)):
            joined = self._joined[pattern]
            for place in places:
                new[place] = joined[new[place]]
        self._of_norm = np.concatenate([self._of_norm, np.array(new, dtype=np.int32)])

    def _class_number(self, key: int) -> int:
        elements = self._norm_sets[key // 4]
        if key & 1:
            elements |= self._digit
        if key & 2:
            elements |= self._capital
        number = self._number.setdefault(elements, len(self.members))
        if number == len(self.members):
            self.members.append(elements)
        return number

    def elements(self, classes: np.ndarray) -> tuple[np.ndarray, np.ndarray]:
        """Give the elements of some classes, without those that any word fits.

        Parameters
        ----------
        classes : int array

        Returns
        -------
        (row, element) : two int64 arrays
            A row for each element: the index of its class among those given, and its number.
        """
        return self._own.of(classes)
