"""Token columns to read one element at a time."""

from __future__ import annotations

from weakref import WeakKeyDictionary

import numpy as np

from discourse.tokens import Tokens
from discourse.tokens.packed import numbers


class Views:
    """The columns of a batch to be read element by element, which takes much less time than with arrays.

    Attributes are named as in `Tokens`; `starts_sentence` tells of each token whether it opens a sentence, the
    number of a paragraph before it or not.
    """

    def __init__(self, tokens: Tokens) -> None:
        self.start, self.end, self.doc = numbers(tokens.start), numbers(tokens.end), numbers(tokens.doc)
        self.norm, self.gap = numbers(tokens.norm), numbers(tokens.plain_gap)
        self.paragraph, self.paragraph_first = numbers(tokens.paragraph), numbers(tokens.paragraph_first)
        self.sentence, self.sentence_first = numbers(tokens.sentence), numbers(tokens.sentence_first)
        self.paragraph_role = tokens.paragraph_role.tobytes()  # of bytes one is read fastest
        self.opens = openings(tokens)
        self.starts_sentence = self.opens.tobytes()


def openings(tokens: Tokens) -> np.ndarray:
    """Bool per token: it opens a sentence, where a paragraph has a number what stands behind it too.

    Examples
    --------
    >>> from discourse.tokens import tokenize
    >>> openings(tokenize(["12. However, it is late."])).tolist()
    [True, True, False, False, False]
    """
    opens = tokens.sentence_start.copy()
    first = np.flatnonzero(opens[:-1])
    counted = tokens.vocabulary.form_test("a number", str.isdecimal).take(tokens.form.take(first))
    closed = tokens.vocabulary.gap_flags(".)").take(tokens.plain_gap.take(first + 1))
    opens[first[counted & closed] + 1] = True
    return opens


_views: WeakKeyDictionary[Tokens, Views] = WeakKeyDictionary()


def views(tokens: Tokens) -> Views:
    """Give the views of a batch, the same to all who ask.

    Examples
    --------
    >>> from discourse.tokens import tokenize
    >>> tokens = tokenize(["War. Peace."])
    >>> views(tokens).sentence[1]
    1
    """
    found = _views.get(tokens)
    if found is None:
        found = _views[tokens] = Views(tokens)
    return found
