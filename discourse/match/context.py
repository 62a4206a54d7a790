"""Context rules: `unless` and `only` patterns, read leftwards and rightwards from a hit.

A pattern is cut at the hit: what must stand to its left, and what must stand from its first word on. Both
halves of all rules of all entries run in two automata at once, over the few positions that have rules.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final, NamedTuple

import numpy as np

from ..lexicon import Lexicon
from ..lexicon.contexts import ANY, COMMA, END, HIT, START, cuts
from ..tokens.growing import Growing
from ..tokens.keys import KeyTable
from .automaton import MARK, Automaton
from .symbols import ANY_WORD, CAPITAL, Classes, Elements

if TYPE_CHECKING:
    from ..tokens import Tokens
    from .stored import StoredTokens

# What a pattern meets on its way: a sentence's edge, punctuation that parts words, or a word. A word's symbol
# is made of its class and of whether it is the first of its sentence.
EDGE: Final = 0
BREAK: Final = 1
FIRST_CLASS: Final = 2
LEFT: Final = 0
RIGHT: Final = 1
_ONE: Final = np.uint64(1)
_ENTRY_AT: Final = np.uint64(44)
_LEFT_AT: Final = np.uint64(22)
_UNMET: Final = -1
_CASES: Final = (None, "lower", "capital", "upper")
_NO_CASE: Final = 0
_LOWER: Final = 1
_CAPITAL: Final = 2
_UPPER: Final = 3


class Step(NamedTuple):
    """One place of a pattern: what fits there, or, where it is negated, what does not."""

    element: int
    capital: bool
    edge: bool
    comma: bool
    negated: bool


class Sight(NamedTuple):
    """What stands at one place: a mark, or a word with those of its elements that are asked for."""

    mark: int | None
    elements: frozenset[int]
    is_first: bool


_NOTHING_ASKED: Final = Sight(None, frozenset(), False)
Half = tuple[Step, ...]
Content = frozenset[tuple[int, int]]  # (number of a half, how many of its steps fitted)


class EntryRules(NamedTuple):
    """The rules of an entry, by the numbers of their halves.

    Attributes
    ----------
    decisive : pair of lists
        Halves to the left and to the right that alone decide where they fit: of an `unless` rule that looks to one
        side, or of such an `only` rule of an entry that has no `unless`.
    others : list of (is unless, left half, right half)
    """

    decisive: tuple[list[int], list[int]]
    others: list[tuple[bool, int, int]]


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
        written = [pattern for entry in lexicon.entries for pattern in (*entry.unless, *entry.only)]
        self._any = elements.add(ANY_WORD)
        # words are told apart by their first letter only where a pattern asks for it
        self._capital = elements.add(CAPITAL) if any("^" in pattern for pattern in written) else -1
        self._steps: dict[str, Step] = {}
        self._number: dict[tuple[Half, bool], int] = {}
        self._number_of: dict[tuple[tuple[str, ...], bool], int] = {}  # the same, by how they are written
        self._halves: list[Half] = []
        self._decisive: set[int] = set()
        for element in dict.fromkeys(e for pattern in written for e in pattern.split()):
            if element not in (HIT, ANY):
                self._step(element)
        self.asked = frozenset({self._capital, *(step.element for step in self._steps.values())})
        self._entries = lexicon.entries
        self._rules: dict[int, EntryRules] = {}
        self.needs_one = np.array([bool(e.only) for e in lexicon.entries], dtype=bool)
        self.has_rules = np.array([bool(e.unless or e.only) for e in lexicon.entries], dtype=bool)
        self.case = np.array([_CASES.index(e.case) for e in lexicon.entries], dtype=np.int8)

    def _rules_of(self, entry: int) -> EntryRules:
        """The rules of an entry, cut when its first hit is met."""
        if entry not in self._rules:
            rules = self._rules[entry] = EntryRules(([], []), [])
            own = self._entries[entry]
            itself = (ANY,) * len(own.words)
            for is_unless, patterns in ((True, own.unless), (False, own.only)):
                for left, right in (cut for pattern in patterns for cut in cuts(pattern, own.words)):
                    if (is_unless or not own.unless) and (not left) != (right == itself):
                        side, elements = (LEFT, left[::-1]) if left else (RIGHT, right)
                        rules.decisive[side].append(self._half(elements, True))
                    else:
                        rules.others.append((is_unless, self._half(left[::-1]), self._half(right)))
        return self._rules[entry]

    def _half(self, elements: tuple[str, ...], is_decisive: bool = False) -> int:
        number = self._number_of.get((elements, is_decisive))
        if number is None:
            half = tuple(map(self._step, elements))
            number = self._number.setdefault((half, is_decisive), len(self._halves))
            self._number_of[elements, is_decisive] = number
            if number == len(self._halves):
                self._halves.append(half)
                if is_decisive:
                    self._decisive.add(number)
        return number

    def _step(self, element: str) -> Step:
        if element not in self._steps:
            self._steps[element] = self._read(element)
        return self._steps[element]

    def _read(self, element: str) -> Step:
        if element == ANY:
            return Step(self._any, False, False, False, False)
        parts = element.removeprefix("!").split("|")
        words = [part for part in parts if part not in ("^", START, END, COMMA)]
        edge = START in parts or END in parts
        return Step(self._elements.read(words), "^" in parts, edge, COMMA in parts, element.startswith("!"))

    def start(self, entry: int, side: int) -> Content:
        """Give the content an automaton begins with for an entry."""
        rules = self._rules_of(entry)
        return frozenset((half, 0) for half in (*rules.decisive[side], *(r[1 + side] for r in rules.others)))

    def advance(self, content: Content, sight: Sight) -> Content:
        """Take the halves of a content over what stands next; finished halves stay, a decisive one alone."""
        result, halves, (mark, elements, is_first) = set(), self._halves, sight
        # a sentence's first word is capitalised anyway
        is_capital = self._capital in elements and not is_first
        for pair in content:
            half, place = pair
            steps = halves[half]
            if place == len(steps):
                result.add(pair)
            elif mark == EDGE:
                # beyond the edge there is nothing, which satisfies any number of negated elements
                while place < len(steps) and (steps[place].edge or steps[place].negated):
                    place += 1
                if place == len(steps) and half in self._decisive:
                    return frozenset({(half, place)})
                result.add((half, place))
            else:
                element, capital, _, comma, negated = steps[place]
                fits = comma if mark is not None else element in elements or (capital and is_capital)
                # punctuation is no word: what is negated fits it, too
                if fits != negated or (mark is not None and negated):
                    if place + 1 == len(steps) and half in self._decisive:
                        return frozenset({(half, place + 1)})
                    result.add((half, place + 1))
        return frozenset(result)

    def ask(self, content: Content) -> frozenset[int]:
        """Give the elements that decide what becomes of a content."""
        steps = [self._halves[half][place] for half, place in content if place < len(self._halves[half])]
        asked = {step.element for step in steps}
        return frozenset(asked | {self._capital} if any(step.capital for step in steps) else asked)

    def see(self, symbol: int, asked: frozenset[int], classes: Classes) -> Sight:
        """Give what a symbol means to a content that asks for some elements."""
        if symbol < FIRST_CLASS:
            return Sight(symbol, frozenset(), False)
        number, is_first = divmod(symbol - FIRST_CLASS, 2)
        elements = classes.members[number] & asked
        if not elements:
            return _NOTHING_ASKED
        return Sight(None, elements, bool(is_first) and self._capital in elements)

    def is_open(self, content: Content | None) -> bool:
        """Say whether a half of a content is unfinished."""
        return bool(content) and any(place < len(self._halves[half]) for half, place in content or ())

    def finished(self, content: Content | None) -> frozenset[int]:
        """Give the halves of a content that fitted to their end."""
        return frozenset(half for half, place in content or () if place == len(self._halves[half]))

    def verdict(self, entry: int, left: frozenset[int], right: frozenset[int]) -> bool:
        """Say whether the reading stands, given the halves that fitted on each side."""
        if not (self._decisive.isdisjoint(left) and self._decisive.isdisjoint(right)):
            return not self._entries[entry].unless
        satisfied = False
        for is_unless, left_half, right_half in self._rules_of(entry).others:
            if left_half in left and right_half in right:
                if is_unless:
                    return False
                satisfied = True
        return satisfied or not bool(self.needs_one[entry])


class BoundRules:
    """Context rules on one vocabulary: says which candidate hits stand.

    Parameters
    ----------
    rules : ContextRules
    classes : Classes
    """

    def __init__(self, rules: ContextRules, classes: Classes) -> None:
        self._rules, self._classes = rules, classes
        self._automaton = Automaton(
            rules.advance,
            lambda symbol, asked: rules.see(symbol, asked, classes),
            rules.ask,
            self._elements,
            FIRST_CLASS,
        )
        # class → the first class that is the same to all rules
        self._alike, self._first_alike = Growing(np.int32), dict[frozenset[int], int]()
        # per side and entry: the state in which its halves begin, where a hit of it has been met
        self._starts = np.full((2, len(rules.has_rules)), _UNMET, dtype=np.int32)
        self._verdicts = KeyTable()  # entry and the states in which both sides ended, as one number → 0 or 1
        self._finished: dict[int, frozenset[int]] = {}  # per state
        self._open = Growing(np.bool_)

    def _elements(self, symbols: np.ndarray) -> tuple[np.ndarray, np.ndarray]:
        """The elements of each symbol but those that any word fits, a row each; `MARK` of a mark."""
        marks = np.flatnonzero(symbols < FIRST_CLASS)
        words = np.flatnonzero(symbols >= FIRST_CLASS)
        row, element = self._classes.elements((symbols[words] - FIRST_CLASS) // 2)
        return np.append(words[row], marks), np.append(element, np.full(len(marks), MARK))

    def stand(
        self, tokens: Tokens | StoredTokens, first: np.ndarray, entry: np.ndarray, broken: np.ndarray
    ) -> np.ndarray:
        """Say which candidates the rules let stand.

        Parameters
        ----------
        tokens : Tokens
        first : int64 array
            First token of each candidate.
        entry : int64 array
        broken : bool array over gap numbers
            Which gaps part two tokens.

        Returns
        -------
        bool array
        """
        stands = np.ones(len(first), dtype=bool)
        cased = np.flatnonzero(self._rules.case[entry] != _NO_CASE)
        if len(cased):
            stands[cased] = self._right_case(tokens, first[cased], self._rules.case[entry[cased]])
        ruled = np.flatnonzero(self._rules.has_rules[entry] & stands)
        if len(ruled):
            left, right = self._run(tokens, first[ruled], entry[ruled], broken)
            stands[ruled] = self._verdict(entry[ruled], left, right)
        return stands

    def _right_case(self, tokens: Tokens | StoredTokens, first: np.ndarray, case: np.ndarray) -> np.ndarray:
        capital = tokens.vocabulary.form_flags("capital")[tokens.form[first]]
        upper = tokens.vocabulary.form_flags("upper")[tokens.form[first]]
        # a sentence's first word has a capital anyway, but not several
        lower = ~capital | (tokens.sentence_start[first] & ~upper)
        return ((case == _LOWER) & lower) | ((case == _CAPITAL) & capital) | ((case == _UPPER) & upper)

    def _verdict(self, entry: np.ndarray, left: np.ndarray, right: np.ndarray) -> np.ndarray:
        """Bool per hit: does it stand, given the states in which both sides ended."""
        code = ((entry.astype(np.uint64) + _ONE) << _ENTRY_AT) | (left.astype(np.uint64) << _LEFT_AT)
        code |= right.astype(np.uint64)
        verdict = self._verdicts.find(code)
        unmet = np.flatnonzero(verdict < 0)
        if len(unmet):
            different, example, back = np.unique(code[unmet], return_index=True, return_inverse=True)
            some = unmet[example]
            triples = zip(entry[some].tolist(), left[some].tolist(), right[some].tolist(), strict=True)
            new = np.array(
                [self._rules.verdict(e, self._finished_in(a), self._finished_in(b)) for e, a, b in triples],
                dtype=np.int32,
            )
            self._verdicts.add(different, new)
            verdict[unmet] = new[back]
        return verdict > 0

    def _finished_in(self, state: int) -> frozenset[int]:
        if state not in self._finished:
            self._finished[state] = self._rules.finished(self._automaton.contents[state])
        return self._finished[state]

    def _run(
        self, tokens: Tokens | StoredTokens, first: np.ndarray, entry: np.ndarray, broken: np.ndarray
    ) -> tuple[np.ndarray, np.ndarray]:
        """Run the automaton to both sides of each candidate until nothing can change; the last states."""
        n, form, gap = len(tokens), tokens.form, tokens.gap
        classes, edges = self._alike_classes(), np.append(tokens.sentence_start, True)
        last = self._begin(entry)
        live: np.ndarray = np.flatnonzero(self._can_change(last))
        to_right: np.ndarray = live >= len(first)
        place = np.concatenate([first - 1, first])[live]
        state = last[live]
        # Punctuation is read before the word behind it; what stands before the hit itself is not.
        own = rested = to_right
        while len(live):
            border = place + ~to_right
            inside = ~edges[border] | own
            comma = inside & ~rested & broken[gap[border]]
            where = np.minimum(place, n - 1)
            symbols = FIRST_CLASS + 2 * classes[form[where]] + edges[where]
            symbols[comma] = BREAK
            symbols[~inside] = EDGE
            state = last[live] = self._automaton.step(state, symbols)
            place = np.where(comma, place, place + 2 * to_right - 1)
            going = np.flatnonzero(inside & self._can_change(state))
            live, place, to_right, state, rested = (
                column[going] for column in (live, place, to_right, state, comma)
            )
            own = np.zeros(len(live), dtype=bool)
        return last[: len(first)], last[len(first) :]

    def _alike_classes(self) -> np.ndarray:
        """Class per form, of those that are the same to all rules the first."""
        classes, members = self._classes.of_forms(), self._classes.members
        seen = len(self._alike)
        kept = [elements & self._rules.asked for elements in members[seen:]]
        self._alike.extend([self._first_alike.setdefault(k, seen + n) for n, k in enumerate(kept)])
        return self._alike.values[classes]

    def _begin(self, entry: np.ndarray) -> np.ndarray:
        """The states in which the left halves of each candidate begin, then those of the right halves."""
        for unmet in np.unique(entry[self._starts[LEFT, entry] == _UNMET]).tolist():
            for side in (LEFT, RIGHT):
                self._starts[side, unmet] = self._automaton.state(self._rules.start(unmet, side))
        return self._starts[:, entry].reshape(-1)

    def _can_change(self, states: np.ndarray) -> np.ndarray:
        """Bool per state: is a half of it still unfinished."""
        known = self._open
        known.extend([self._rules.is_open(c) for c in self._automaton.contents[len(known) :]])
        return known.values[states]
