"""Numbers with what they count: “200,000 armed soldiers”, “340 %”; dates, years, hours, ordinals are none."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

import numpy as np

from ..match.symbols import NUMBER_WORDS
from ..negation.english import TAGGER as ENGLISH
from ..negation.spanish import TAGGER as SPANISH
from ..negation.tags import ADVERB, ARTICLE, CAPITAL, COORDINATOR, DETERMINER, NEGATIVE, PARTICIPLE, VERB
from ..tokens import Tokens, Vocabulary
from ..tokens.growing import Growing
from .number_words import (
    ALONE,
    ALONE_BIT,
    AND,
    BETWEEN,
    CENT,
    CLOCK,
    JOINED,
    LABEL,
    LINK,
    MAGNITUDE,
    MANY,
    MONTH,
    NUMERAL,
    PART_OF,
    PER,
    PERCENT,
    PERCENT_WORDS,
    PLAIN,
    PREFIX,
    PRENOMINAL,
    SIGN,
    WORDS,
    YEAR_BEFORE,
    is_plural,
)
from .places import BREAKS, CLOSED, DIGIT

_BEFORE: Final = 4  # words looked at before a number
_AFTER: Final = 20  # and from it on
_LONGEST: Final = 8  # words of a number
_TIGHT: Final = (":", "/")  # 10:30, 5/3/2020

_SYMBOLS: Final = "$€£¥"
_DIGITS: Final = re.compile(r"\d+(?:[.,'’]\d+)*")
_SUFFIXED: Final = re.compile(r"(\d+(?:[.,]\d+)*)(km|kg|cm|mm|m|k|bn|mn|tn|mw|gw|ha|mph)")
_SCALES: Final = frozenset(("k", "m", "bn", "mn", "tn"))  # m: million where a currency stands before

# what no noun is; digits have bits of their own here
_NO_NOUN: Final = CLOSED & ~(NEGATIVE | DIGIT) | ALONE_BIT | VERB | NUMERAL

Found = tuple[str, str, str, int, int]


def find_numbers(tokens: Tokens) -> Iterator[Found]:
    """Find every number with its unit, the noun it counts; for percentages also what they are of.

    Dates, years, clock times, ordinals, numbers of articles and pages, and numbers that count nothing that is
    named, are none.

    Parameters
    ----------
    tokens : Tokens
        English or Spanish.

    Yields
    ------
    (unit, relation, value, first, last)
        Relation ``number``; or ``base``: the unit is then what a percentage is of. Tokens are half open.

    Examples
    --------
    >>> from discourse.tokens import tokenize
    >>> tokens = tokenize(["On 5 March 2020 some 200,000 armed soldiers, 20 % of the army, came."])
    >>> [found[:3] for found in find_numbers(tokens)]
    [('soldiers', 'number', '200,000'), ('percent', 'number', '20'), ('army', 'base', '20 percent')]
    """
    if not len(tokens):
        return
    reader = _Reader(tokens)
    done = 0
    for first, last, bits in reader.runs():
        if first >= done:
            for found in reader.read(first, last, bits):
                done = max(done, found[4])
                yield found


class _Reader:
    """Of a number only the words around it are looked at, as a short list of bits."""

    def __init__(self, tokens: Tokens) -> None:
        self._t, self._language, self._n = tokens, tokens.language, len(tokens)
        self._norm, self._norms = tokens.norm.data, tokens.vocabulary.norms
        self._form_bits = _form_bits(tokens.vocabulary, tokens.language)
        self._parts = tokens.vocabulary.gap_flags(BREAKS)
        self._signs = tokens.vocabulary.gap_flags(f"{_SYMBOLS}%:/")

    def runs(self) -> Iterator[tuple[int, int, list[int]]]:
        """Stretches of tokens that are numbers, half open, with the bits of the words around."""
        tokens = self._t
        number = np.flatnonzero((self._form_bits & NUMERAL != 0).take(tokens.form))
        on = (number[1:] == number[:-1] + 1) & (self._bits(number[1:]) & JOINED != 0)
        first, last = (
            number[np.append(True, ~on)[: len(number)]],
            number[np.append(~on, True)[: len(number)]] + 1,
        )
        # nothing follows that could be a unit; a pronoun and nothing more; too long for a number
        begin, behind = self._bits(first), self._bits(last)
        symbols = tokens.vocabulary.gap_flags(f"{_SYMBOLS}%")
        signed = symbols[tokens.gap[first]] | symbols[tokens.gap[last]]
        joined, follows = behind & JOINED != 0, behind & (AND | PART_OF | LINK) != 0
        counts = (joined | signed) & (last - first <= _LONGEST)
        counts &= ~((last - first == 1) & (begin & ALONE_BIT != 0) & ~(follows & joined))
        first, last = first[counts], last[counts]
        around = self._bits(first[:, None] + np.arange(-_BEFORE, _AFTER))
        return zip(first.tolist(), last.tolist(), around.tolist(), strict=True)

    def _bits(self, places: np.ndarray) -> np.ndarray:
        """Int64 per place: what its word says, and the gap before it; 0 outside the text."""
        tokens, n = self._t, len(self._t)
        at = np.minimum(np.maximum(places, 0), n - 1)
        bits = self._form_bits[tokens.form[at]]
        bits[~(self._parts[tokens.gap[at]] | tokens.sentence_start[at])] |= JOINED
        bits[(places < 0) | (places >= n)] = 0
        gap = np.where(places >= n, n, at)
        bits[self._signs[tokens.gap[gap]] & (places >= 0) & (places <= n)] |= SIGN
        return bits

    def _word(self, token: int) -> str:
        return self._norms[self._norm[token]]

    def read(self, first: int, last: int, bits: list[int]) -> list[Found]:
        """Read one number: how far it goes, what it counts, what it is of."""
        low = first - _BEFORE
        begin, end = self._extent(bits, _BEFORE, last - low)
        value = " ".join([self._word(token) for token in range(low + begin, low + end)])
        before = self._t.gap_text(low + begin) if bits[begin] & SIGN else ""
        after = self._t.gap_text(low + end) if bits[end] & SIGN else ""
        if self._no_count(bits, begin, end, low, value, before, after):
            return []
        if before or after:
            for money in _SYMBOLS:
                if before.rstrip().endswith(money) or after.startswith(money):
                    return [(money, "number", value, low + begin, low + end)]
        suffixed = _SUFFIXED.fullmatch(value) if end - begin == 1 and not bits[begin] & PLAIN else None
        if suffixed is not None and suffixed[2] not in _SCALES:
            return [(suffixed[2], "number", suffixed[1], low + begin, low + end)]
        behind = end
        if bits[end] & JOINED and self._at(low + end) in PERCENT_WORDS:
            behind = end + (2 if self._at(low + end) in PER and bits[end + 1] & JOINED else 1)
            if behind == end + 2 and self._at(low + end + 1) not in CENT:
                behind = end
        if behind > end or after.lstrip().startswith("%"):
            name = PERCENT[self._language]
            found = [(name, "number", value, low + begin, low + end)]
            base = self._base(bits, behind, low)
            if base is not None:
                found.append((self._word(base), "base", f"{value} {name}", base, base + 1))
            return found
        unit = self._unit(bits, end, low)
        return [] if unit is None else [(self._word(unit), "number", value, low + begin, low + end)]

    def _at(self, token: int) -> str:
        return self._word(token) if token < self._n else ""

    def _extent(self, bits: list[int], begin: int, end: int) -> tuple[int, int]:
        """Two hundred [and] twenty; hundreds [of] thousands; 10 [to] 20; [a] million."""
        between = bits[begin] & JOINED and bits[begin - 1] & BETWEEN
        while end < _BEFORE + _LONGEST and bits[end] & bits[end + 1] & JOINED and bits[end + 1] & NUMERAL:
            link, last, after = bits[end], bits[end - 1], bits[end + 1]
            word_and = link & AND and not (last | after) & PLAIN
            many_of = link & PART_OF and last & MANY and after & (MANY | MAGNITUDE)
            span = (link & LINK or (between and link & AND)) and (last & PLAIN) == (after & PLAIN)
            if not (word_and or many_of or span):
                break
            end += 2
            while end < _BEFORE + _LONGEST and bits[end] & JOINED and bits[end] & NUMERAL:
                end += 1
        if bits[begin] & MAGNITUDE:
            while begin > 1 and bits[begin] & JOINED and bits[begin - 1] & PREFIX:
                begin -= 1
        return begin, end

    def _no_count(
        self, bits: list[int], begin: int, end: int, low: int, value: str, before: str, after: str
    ) -> bool:
        """Is it a pronoun, a date, a year, a clock time, the number of an article."""
        if value in ALONE:
            return True
        if (before in _TIGHT and low + begin > 0) or (after in _TIGHT and bits[end] & NUMERAL):
            return True
        led, goes_on = bits[begin] & JOINED, bits[end] & JOINED
        left, right = bits[begin - 1] if led else 0, bits[end] if goes_on else 0
        if left & LABEL or right & CLOCK:
            return True
        if self._language == "es":
            hour = goes_on and self._at(low + end) == "horas" and led and self._at(low + begin - 1) == "las"
            if hour or left & MONTH or (right & PART_OF and bits[end + 1] & MONTH):
                return True
        elif (left & MONTH and left & CAPITAL) or (right & MONTH and right & CAPITAL):
            return True
        if not (end - begin == 1 and value.isdigit() and len(value) == 4 and 1500 <= int(value) <= 2199):
            return False
        dated = led and (left & MONTH or self._at(low + begin - 1) in YEAR_BEFORE)
        plural = goes_on and not right & (CLOSED & ~DIGIT | ALONE_BIT) and is_plural(self._at(low + end))
        return bool(dated or not plural)

    def _unit(self, bits: list[int], at: int, low: int) -> int | None:
        """The token of the noun that is counted."""
        if bits[at] & JOINED and bits[at] & PART_OF:
            many = bits[at - 1] & (MANY | MAGNITUDE)
            if not (many or bits[at + 1] & (DETERMINER | ARTICLE)):
                return None
            at += 1
        return self._head(bits, at, low, False)

    def _base(self, bits: list[int], at: int, low: int) -> int | None:
        """What a percentage is of: 20 percent of the voters."""
        if bits[at] & JOINED and (bits[at] & PART_OF or self._at(low + at) in ("del", "among")):
            return self._head(bits, at + 1, low, True)
        return None

    def _head(self, bits: list[int], at: int, low: int, last: bool) -> int | None:
        """The noun of the phrase that begins here: the first plural, else the first word or the last."""
        skipped = DETERMINER | ARTICLE | NUMERAL | ADVERB
        while at < len(bits) - 1 and bits[at] & JOINED and bits[at] & skipped:
            at += 1
        phrase: list[int] = []
        while at < len(bits) - 1 and bits[at] & JOINED and len(phrase) < 5:
            if not bits[at] & _NO_NOUN:
                phrase.append(at)
                if self._language == "en" and is_plural(self._word(low + at)):
                    return low + at
            elif not (phrase and bits[at] & COORDINATOR):
                break
            at += 1
        if self._language == "es":
            return next((low + p for p in phrase if self._word(low + p) not in PRENOMINAL), None)
        nouns = [place for place in phrase if not bits[place] & PARTICIPLE]
        return low + nouns[-1 if last else 0] if nouns else None


def _form_bits(vocabulary: Vocabulary, language: str) -> np.ndarray:
    """Int64 per form: the bits of the negation layer's word classes, and those of numbers."""
    known: Growing = vocabulary.companions.setdefault(("number words", language), Growing(np.int64))
    seen = len(known)
    if seen == len(vocabulary.forms):
        return known.values
    own, tagger = WORDS[language], SPANISH if language == "es" else ENGLISH
    words = frozenset(NUMBER_WORDS[language].split()) | frozenset(own[MANY].split())

    def is_number(form: str) -> bool:
        if form[0].isdigit():
            return bool(_DIGITS.fullmatch(form) or _SUFFIXED.fullmatch(form.lower()))
        return "-" in form and all(part in words for part in form.lower().split("-"))

    norm = vocabulary.norm_of[seen:]
    bits = tagger.by_norm(vocabulary)[norm]
    lists = [(bit, listed.split()) for bit, listed in own.items()]
    for bit, listed in (*lists, (NUMERAL, words), (ALONE_BIT, ALONE)):
        bits[vocabulary.norm_flags(listed)[norm]] |= bit
    for bit, flags in (
        (NUMERAL, vocabulary.form_test(f"number {language}", is_number)),
        (PLAIN, vocabulary.form_test("digits only", lambda form: _DIGITS.fullmatch(form) is not None)),
        (CAPITAL, vocabulary.form_flags("capital")),
    ):
        bits[flags[seen:]] |= bit
    known.extend(bits)
    return known.values
