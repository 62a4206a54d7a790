"""Patterns run over many places of a text at once: a deterministic automaton that is built as it runs."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, Final

import numpy as np

from ..tokens.growing import Growing
from ..tokens.keys import KeyTable

_SYMBOL_BITS: Final = 32
_ELEMENT_BITS: Final = 24
_UNKNOWN: Final = -1
MARK: Final = (1 << _ELEMENT_BITS) - 1  # in the place of an element: a symbol that every state listens to


class Automaton:
    """A deterministic automaton over symbols that is built as it runs.

    A state stands for what can still become of a set of patterns; `step` takes many positions one token on
    at once. A transition is worked out when it is first met. Most words are nothing to a state: it goes on
    as it does over a word without elements, which is found out for many at once; only for the few others
    Python looks.

    Parameters
    ----------
    advance : callable
        (state content, sight) → content of the next state, hashable; an empty content is dead (state 0).
    see : callable
        (symbol, asked) → sight: what a symbol means to those who ask for certain elements, hashable.
    ask : callable
        State content → frozenset of the elements on which its next state depends.
    elements : callable
        Array of symbols → (row, element) arrays: the elements of each symbol but those that any word fits.
    nothing : int
        The symbol of a word that fits no element but those that any word fits.
    """

    def __init__(
        self,
        advance: Callable[[Any, Any], object],
        see: Callable[[int, frozenset[int]], object],
        ask: Callable[[Any], frozenset[int]],
        elements: Callable[[np.ndarray], tuple[np.ndarray, np.ndarray]],
        nothing: int,
    ) -> None:
        self._advance, self._see, self._ask = advance, see, ask
        self._elements, self._nothing = elements, nothing
        self.contents: list[Any] = [None]
        self._asked: list[frozenset[int]] = [frozenset()]
        self._number: dict[object, int] = {}
        self._known: dict[tuple[int, object], int] = {}  # (state, sight) → state
        self._met = KeyTable()  # (state, symbol) as one number → state
        self._asks = KeyTable()  # (state, element) as one number, for each element it asks for
        self._asks_too: list[int] = []  # the same, not yet entered
        self._otherwise = Growing(np.int32)  # per state: where a word that it does not ask for leads
        self._otherwise.append(0)

    def state(self, content: object) -> int:
        """Give a content its state number; falsy contents are the dead state 0."""
        if not content:
            return 0
        number = self._number.setdefault(content, len(self.contents))
        if number == len(self.contents):
            asked = self._ask(content)
            self.contents.append(content)
            self._asked.append(asked)
            self._otherwise.append(_UNKNOWN)
            self._asks_too += [number << _ELEMENT_BITS | element for element in (*asked, MARK)]
        return number

    def step(self, states: np.ndarray, symbols: np.ndarray) -> np.ndarray:
        """Take each state on by its symbol.

        Parameters
        ----------
        states, symbols : int arrays of one length
            None of the states is dead.

        Returns
        -------
        int32 array
        """
        code = states.astype(np.uint64)
        code <<= np.uint64(_SYMBOL_BITS)
        code |= symbols.astype(np.uint64)
        result = self._met.find(code)
        unmet = np.flatnonzero(result < 0)
        if len(unmet):
            different, back = np.unique(code[unmet], return_inverse=True)
            following = self._following(different)
            self._met.add(different, following)
            result[unmet] = following[back]
        return result

    def _following(self, codes: np.ndarray) -> np.ndarray:
        """The next states of different (state, symbol) pairs."""
        states = (codes >> np.uint64(_SYMBOL_BITS)).astype(np.int64)
        symbols = (codes & np.uint64((1 << _SYMBOL_BITS) - 1)).astype(np.int64)
        if self._asks_too:
            self._asks.add(np.array(self._asks_too, dtype=np.uint64), np.zeros(len(self._asks_too), np.int32))
            self._asks_too.clear()
        row, element = self._elements(symbols)
        asked = self._asks.find((states[row] << _ELEMENT_BITS | element).view(np.uint64)) >= 0
        heard = np.zeros(len(codes), dtype=bool)
        heard[row[asked]] = True
        for state in np.unique(states[~heard]).tolist():
            if self._otherwise.values[state] == _UNKNOWN:
                # a new state may make the array grow: the place is looked up afterwards
                following = self._next(state, self._nothing)
                self._otherwise.values[state] = following
        result = self._otherwise.values[states]
        places = np.flatnonzero(heard)
        pairs = zip(states[places].tolist(), symbols[places].tolist(), strict=True)
        result[places] = [self._next(state, symbol) for state, symbol in pairs]
        return result

    def _next(self, state: int, symbol: int) -> int:
        sight = self._see(symbol, self._asked[state])
        following = self._known.get((state, sight))
        if following is None:
            following = self._known[state, sight] = self.state(self._advance(self.contents[state], sight))
        return following
