"""How words begin that a search may be after: what tells most words that it is not from their first letters."""

from __future__ import annotations

from collections.abc import Iterable
from itertools import product
from string import ascii_lowercase, digits
from typing import Final

from .globs import glob_parts
from .plain import AROUND_WORDS
from .words import APOSTROPHES

# What a byte is in a word of ASCII letters and digits: one of them, by its number, or one of these. A mark of three
# bytes that begin E2 80, as curly quotation marks and dashes do, is what its last byte is, which begins no character.
STRANGE: Final = 0
MARK: Final = 28
JOIN: Final = 29
LETTERS: Final = 4  # at the beginning of a word, up to what joins it to the next
FOLDED: Final = 15  # bits: those of a product that each letter changes
SPREAD: Final = 2654435761
LOWEST: Final = 32 - FOLDED
_DIGIT = 27
_CODES = {letter: n for n, letter in enumerate(ascii_lowercase, start=1)} | dict.fromkeys(digits, _DIGIT)


def byte_kinds() -> bytes:
    """Say what each byte is in a word: the number of its letter, `MARK`, `JOIN` or `STRANGE`.

    Returns
    -------
    bytes
        256 of them.
    """
    kinds = bytearray(256)
    for character, code in _CODES.items():
        kinds[ord(character)] = kinds[ord(character.upper())] = code
    for character in AROUND_WORDS:
        encoded = character.encode()
        if len(encoded) == 1 or encoded.startswith(b"\xe2\x80"):
            kinds[encoded[-1]] = JOIN if character in APOSTROPHES + "-" else MARK
    return bytes(kinds)


def beginnings(patterns: Iterable[str]) -> bytes:
    """Mark how the words begin that fit some patterns.

    Parameters
    ----------
    patterns : iterable of str
        Norms and globs.

    Returns
    -------
    bytes
        A 1 at the place of each beginning (see `place`), and of a few others, which share it.

    Examples
    --------
    >>> wanted = beginnings(["war", "peac*"])
    >>> [wanted[place(word)] for word in ("war", "wars", "peaceful", "bread")]
    [1, 0, 1, 0]
    """
    wanted = bytearray(1 << FOLDED)
    for pattern in patterns:
        letters: list[Iterable[int]] = []
        for char, is_wild in glob_parts(pattern)[:LETTERS]:
            if is_wild and len(letters) < LETTERS // 2:
                return b"\1" * len(wanted)  # nearly any word may fit
            if is_wild:  # or nothing more: a star stands for no character, too
                letters += [range(_DIGIT + 1)] * (LETTERS - len(letters))
                break
            if char not in _CODES:
                break
            letters.append((_CODES[char],))
        for codes in product(*letters):
            wanted[_fold(codes)] = 1
    return bytes(wanted)


def place(word: str) -> int:
    """Give the place of a word's beginning.

    Parameters
    ----------
    word : str
        Lower-case.

    Returns
    -------
    int
        Below 2 ** `FOLDED`.
    """
    codes = []
    for char in word[:LETTERS]:
        if char not in _CODES:
            break
        codes.append(_CODES[char])
    return _fold(codes)


def _fold(codes: Iterable[int]) -> int:
    key = 0
    for n, code in enumerate(codes):
        key |= code << (5 * n)
    return ((key * SPREAD) >> LOWEST) & ((1 << FOLDED) - 1)
