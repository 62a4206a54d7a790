"""Token columns to read one element at a time."""

from __future__ import annotations

from weakref import WeakKeyDictionary

from discourse.tokens import Tokens
from discourse.tokens.packed import numbers


class Views:
    """The columns of a batch to be read element by element, which takes much less time than with arrays.

    Attributes are named as in `Tokens`; `starts_sentence` is its `sentence_start`.
    """

    def __init__(self, tokens: Tokens) -> None:
        self.start, self.end, self.doc = numbers(tokens.start), numbers(tokens.end), numbers(tokens.doc)
        self.norm, self.gap = numbers(tokens.norm), numbers(tokens.plain_gap)
        self.paragraph, self.paragraph_first = numbers(tokens.paragraph), numbers(tokens.paragraph_first)
        self.sentence, self.sentence_first = numbers(tokens.sentence), numbers(tokens.sentence_first)
        self.paragraph_role = tokens.paragraph_role.tobytes()  # of bytes one is read fastest
        self.starts_sentence = tokens.sentence_start.tobytes()


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
