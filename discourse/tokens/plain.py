"""Plain chunks: one word of letters and digits, with marks around it. Arrays tell them from the others."""

from __future__ import annotations

from functools import lru_cache

import numpy as np

from .words import APOSTROPHES, HYPHENS

# Marks that never begin or end a word; one bare word between them needs no regular expression.
AROUND_WORDS = ",.;:!?()[]{}<>\"'“”‘’«»„…¿¡—–-/*_\n"
_LETTER, _AROUND, _JOIN = 1, 2, 4
_N_CODES = 1 << 16  # what lies beyond is never plain


def code_points(text: str) -> np.ndarray:
    """Give the characters of a text as numbers.

    Parameters
    ----------
    text : str

    Returns
    -------
    uint32 array
    """
    return np.frombuffer(text.encode("utf-32-le", "surrogatepass"), dtype="<u4")


def plain_words(points: np.ndarray, stop: np.ndarray) -> tuple[np.ndarray, np.ndarray, np.ndarray]:
    """Find the chunks that are one plain word between marks, whatever the details of the word rule.

    Letters and digits may be joined inside by hyphens and apostrophes.

    Parameters
    ----------
    points : uint32 array
        Of the chunks, a line end after each.
    stop : int64 array
        Where the line ends are.

    Returns
    -------
    (chunk, start, end) : three int64 arrays
        The plain chunks, and where the word of each is.
    """
    kind = _kinds().take(np.minimum(points, _N_CODES))
    letter = kind & _LETTER != 0
    joins = np.flatnonzero(kind & _JOIN != 0)
    inside = letter.copy()
    inside[joins] = letter[joins - 1] & letter[joins + 1]
    strange = np.flatnonzero(~inside & (kind & _AROUND == 0))
    # the text ends with a line end; a join at its very beginning looks at that
    edges = np.flatnonzero(np.append(False, inside[:-1]) != inside)
    start, end = edges[0::2], edges[1::2]
    chunk = np.searchsorted(stop, start)
    one = np.bincount(chunk, minlength=len(stop)) == 1
    one[np.searchsorted(stop, strange)] = False
    own = one[chunk]
    return chunk[own], start[own], end[own]


@lru_cache(maxsize=1)
def _kinds() -> np.ndarray:
    """Uint8 per character number: `_LETTER` (or digit), `_AROUND`, `_JOIN` as they hold; one more for all others."""
    kinds = np.zeros(_N_CODES + 1, dtype=np.uint8)
    kinds[:-1] = list(map(str.isalnum, map(chr, range(_N_CODES))))
    for characters, kind in ((AROUND_WORDS, _AROUND), (APOSTROPHES + HYPHENS, _JOIN)):
        kinds[list(map(ord, characters))] |= kind
    return kinds
