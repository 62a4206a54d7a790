"""Nicknames between quotation marks inside a name: Robert “Bob” Hill, Joaquín «El Chapo» Guzmán."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

import numpy as np

from .structure import HEADING

if TYPE_CHECKING:
    from .columns import Tokens

_OPENS: Final = frozenset(f" {mark}" for mark in "“\"‘'«„")
_CLOSES: Final = frozenset(f"{mark} " for mark in "”\"’'»“")
_NO_NAMES: Final = frozenset(
    """
    the a an this that these those his her its their our my your in on at by for of from to with and but or as if when
    while where who what why how not no said says called calls titled dubbed named
    el la los las un una unos unas este esta su sus en de del con por para y o pero como si cuando donde que no dijo
    """.split()
)
_ARTICLES: Final = frozenset(("el", "la", "los", "the"))


def inside_names(tokens: Tokens) -> np.ndarray:
    """Find the gaps whose quotation mark stands inside a name, around a nickname of one or two words.

    Parameters
    ----------
    tokens : Tokens

    Returns
    -------
    int64 array
        Gaps (token numbers), two for each nickname: before its first word and behind its last.

    Examples
    --------
    >>> from discourse.tokens import tokenize
    >>> inside_names(tokenize(["said Robert “Bob” Hill of “Bad” News"])).tolist()
    [2, 3]
    """
    vocabulary = tokens.vocabulary
    marked = tokens.marked[tokens.marked < len(tokens)]
    opens = marked[vocabulary.gap_test("opens a nickname", _OPENS.__contains__).take(tokens.gap.take(marked))]
    if not len(opens):
        return opens
    capital, closes = (
        tokens.written("capital"),
        vocabulary.gap_test("closes a nickname", _CLOSES.__contains__),
    )
    word, found = vocabulary.norms, list[int]()
    for a in opens[(opens > 0) & capital.take(opens - 1)].tolist():
        e = next((k for k in (a + 1, a + 2) if k < len(tokens) and tokens.gap[k]), 0)
        if not e or not closes[tokens.gap[e]] or not capital[e] or not capital[e - 1]:
            continue
        first, before = word[tokens.norm[a]], word[tokens.norm[a - 1]]
        form = vocabulary.forms[tokens.form[a - 1]]
        named = before not in _NO_NAMES and form[-2:] not in ("'s", "’s")
        together = tokens.doc[a - 1] == tokens.doc[e] and tokens.paragraph_role[tokens.paragraph[a]] > HEADING
        if named and together and (capital[a] or (e - a == 2 and first in _ARTICLES)):
            found += (a, e)
    return np.array(found, dtype=np.int64)
