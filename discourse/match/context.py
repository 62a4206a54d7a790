"""Context rules: `unless` and `only` patterns, read leftwards and rightwards from a hit.

A pattern is cut at the hit: what must stand to its left, and what must stand from its first word on. Both
halves of all rules of all entries run in two automata at once, over the few positions that have rules.
"""

from __future__ import annotations

from fnmatch import fnmatchcase
from itertools import product
from typing import TYPE_CHECKING

import numpy as np

from ..errors import LexiconError
from ..lexicon import Entry, Lexicon
from .symbols import ANY, COMMA, END, START, Automaton, Classes, Elements

if TYPE_CHECKING:
    from ..tokens import Tokens

# Symbols before those of the classes; each class has two: inside a sentence, and first in it.
EDGE, BREAK, FIRST_CLASS = 0, 1, 2
MAX_GAP = 3  # what ** stands for at the most

Half = tuple[str, ...]


class ContextRules:
    """The context rules of a lexicon, compiled.

    Parameters
    ----------
    lexicon : Lexicon
    elements : Elements
        Gets the rules' elements added.
    """

    def __init__(self, lexicon: Lexicon, elements: Elements) -> None:
        self._elements = elements
        self._halves: dict[Half, int] = {}
        self.half_list: list[Half] = []
        self.rules: list[list[tuple[bool, int, int]]] = []  # per entry: (is unless, left half, right half)
        for entry in lexicon.entries:
            own: list[tuple[bool, int, int]] = []
            for is_unless, patterns in ((True, entry.unless), (False, entry.only)):
                for pattern in patterns:
                    cuts = list(_cuts(pattern, entry))
                    own += [(is_unless, self._half(left[::-1]), self._half(right)) for left, right in cuts]
            self.rules.append(own)
        self._check_coverage(lexicon)
        self.has_rules = np.array([bool(r) for r in self.rules], dtype=bool)
        self.needs_one = np.array([bool(e.only) for e in lexicon.entries], dtype=bool)
        self.case = np.array(
            [(None, "lower", "capital", "upper").index(e.case) for e in lexicon.entries], dtype=np.int8
        )

    def _half(self, half: Half) -> int:
        for element in half:
            bare = element.lstrip("!")
            if element not in (COMMA, START, END):
                self._elements.add(bare)
        number = self._halves.get(half)
        if number is None:
            number = self._halves[half] = len(self.half_list)
            self.half_list.append(half)
        return number

    def _check_coverage(self, lexicon: Lexicon) -> None:
        """A pattern without `_` must cover at least one of the entries it stands under."""
        covered: dict[tuple[int, str], bool] = {}
        for entry in lexicon.entries:
            for pattern in (*entry.unless, *entry.only):
                key = (entry.number, pattern)
                covered[key] = covered.get(key, False) or any(True for _ in _cuts(pattern, entry))
        for (number, pattern), is_covered in covered.items():
            if not is_covered:
                raise LexiconError(
                    f"Lexicon '{lexicon.source}', entry {number}: the context '{pattern}' neither has _ for the entry"
                    " nor contains it; write _ where the entry stands."
                )

    def bind(self, classes: Classes) -> BoundRules:
        """Make the rules ready for a vocabulary."""
        return BoundRules(self, classes)

    def start(self, entry: int, side: int) -> frozenset[tuple[int, int]]:
        """The content an automaton begins with for an entry: (half, place) pairs; side 0 left, 1 right."""
        return frozenset((rule[1 + side], 0) for rule in self.rules[entry])

    def advance(self, content: frozenset[tuple[int, int]], symbol: int, classes: Classes) -> frozenset:
        """Take (half, place) pairs over one symbol; finished halves stay."""
        result = set()
        for half, place in content:
            elements = self.half_list[half]
            if place == len(elements):
                result.add((half, place))
            elif self._fits(elements[place], symbol, classes):
                result.add((half, place + 1))
        return frozenset(result)

    def _fits(self, element: str, symbol: int, classes: Classes) -> bool:
        if element in (START, END):
            return symbol == EDGE
        if element == COMMA:
            return symbol == BREAK
        if symbol in (EDGE, BREAK):
            return element.startswith("!")
        members = classes.members[(symbol - FIRST_CLASS) // 2]
        is_first = (symbol - FIRST_CLASS) % 2 == 1
        number = self._elements.number[element.lstrip("!")]
        fits = number in members
        if element.lstrip("!") == "^" and is_first:
            fits = False  # a sentence's first word is capitalised anyway
        return fits != element.startswith("!")

    def verdict(self, entry: int, left: frozenset, right: frozenset) -> bool:
        """Does the reading stand, given the halves that fitted on each side."""
        done_left, done_right = (
            {h for h, p in side if p == len(self.half_list[h])} for side in (left, right)
        )
        satisfied = False
        for is_unless, left_half, right_half in self.rules[entry]:
            if left_half in done_left and right_half in done_right:
                if is_unless:
                    return False
                satisfied = True
        return satisfied or not self.needs_one[entry]


def _cuts(pattern: str, entry: Entry) -> list[tuple[Half, Half]]:
    """All ways a pattern can lie around an entry: (left half, right half from the entry's first word on)."""
    parts = pattern.split()
    options = [[(ANY,) * n for n in range(MAX_GAP + 1)] if p == "**" else [(p,)] for p in parts]
    cuts = []
    for choice in product(*options):
        flat = [element for group in choice for element in group]
        if "_" in flat:
            at = flat.index("_")
            cuts.append((tuple(flat[:at]), (ANY,) * len(entry.words) + tuple(flat[at + 1 :])))
        else:
            n = len(entry.words)
            for at in range(len(flat) - n + 1):
                if all(_covers(e, w) for e, w in zip(flat[at : at + n], entry.words, strict=True)):
                    cuts.append((tuple(flat[:at]), tuple(flat[at:])))
    return cuts


def _covers(element: str, word: str) -> bool:
    """Can a context's element stand for the same token as an entry's word."""
    return any(
        part == word or fnmatchcase(part, word) or fnmatchcase(word, part) for part in element.split("|")
    )


class BoundRules:
    """Context rules on one vocabulary: says which candidate hits stand."""

    def __init__(self, rules: ContextRules, classes: Classes) -> None:
        self._rules, self._classes = rules, classes
        self._automata = [
            Automaton(lambda content, symbol: rules.advance(content, symbol, classes)) for _ in range(2)
        ]
        n = len(rules.rules)
        self._starts = [
            np.array([self._automata[side].state(rules.start(e, side)) for e in range(n)], dtype=np.int32)
            for side in (0, 1)
        ]
        self._verdicts: dict[tuple[int, int, int], bool] = {}
        self._open: tuple[list[bool], list[bool]] = ([], [])

    def stand(self, tokens: Tokens, first: np.ndarray, entry: np.ndarray, broken: np.ndarray) -> np.ndarray:
        """Say which candidates the rules let stand.

        Parameters
        ----------
        tokens : Tokens
        first : int64 array
            First token of each candidate.
        entry : int32 array
        broken : bool array per gap
            Where punctuation parts two tokens.

        Returns
        -------
        bool array
        """
        stands = np.ones(len(first), dtype=bool)
        case = self._rules.case[entry]
        if case.any():
            capital, upper = tokens.written("capital")[first], tokens.written("upper")[first]
            stands &= (case != 1) | ~capital | (tokens.sentence_start[first] & ~upper)
            stands &= (case != 2) | capital
            stands &= (case != 3) | upper
        ruled = np.flatnonzero(self._rules.has_rules[entry] & stands)
        if len(ruled):
            left = self._run(0, tokens, first[ruled], entry[ruled], broken)
            right = self._run(1, tokens, first[ruled], entry[ruled], broken)
            code = (entry[ruled].astype(np.int64) << 44) | (left.astype(np.int64) << 22) | right
            different, back = np.unique(code, return_inverse=True)
            verdicts = np.array([self._verdict(c) for c in different.tolist()], dtype=bool)
            stands[ruled] = verdicts[back]
        return stands

    def _verdict(self, code: int) -> bool:
        entry, left, right = code >> 44, (code >> 22) & 0x3FFFFF, code & 0x3FFFFF
        key = (entry, left, right)
        if key not in self._verdicts:
            contents = [
                self._automata[side].contents[s] or frozenset() for side, s in ((0, left), (1, right))
            ]
            self._verdicts[key] = self._rules.verdict(entry, *contents)
        return self._verdicts[key]

    def _run(
        self, side: int, tokens: Tokens, first: np.ndarray, entry: np.ndarray, broken: np.ndarray
    ) -> np.ndarray:
        """Run one automaton from each candidate until nothing can change; return the last states."""
        automaton, n = self._automata[side], len(tokens)
        states = self._starts[side][entry]
        classes = self._classes.of_forms()
        sentence = tokens.sentence[first]
        at = first - 1 if side == 0 else first.copy()
        rested = np.full(
            len(first), side == 1
        )  # has the punctuation before the next token been read (the hit's own has)
        live = np.flatnonzero(states > 0)
        while len(live):
            place = at[live]
            inside = (place >= 0) & (place < n)
            inside[inside] = tokens.sentence[place[inside]] == sentence[live[inside]]
            gap = place + 1 if side == 0 else place
            comma = inside & ~rested[live] & broken[gap]
            symbols = np.zeros(len(live), dtype=np.int64)
            word = np.flatnonzero(inside & ~comma)
            where = place[word]
            symbols[word] = FIRST_CLASS + 2 * classes[tokens.form[where]] + tokens.sentence_start[where]
            symbols[comma] = BREAK
            before = states[live]
            after = automaton.step(before, symbols)
            states[live] = after
            rested[live] = comma
            at[live[word]] += -1 if side == 0 else 1
            going = inside & (after > 0) & self._can_change(side, after)
            live = live[going]
        return states

    def _can_change(self, side: int, states: np.ndarray) -> np.ndarray:
        """Bool per state: is a half of it still unfinished."""
        known, halves = self._open[side], self._rules.half_list
        for content in self._automata[side].contents[len(known) :]:
            known.append(bool(content) and any(place < len(halves[half]) for half, place in content))
        return np.array(known, dtype=bool)[states]
