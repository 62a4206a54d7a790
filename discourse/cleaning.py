"""What on a page is no part of the text: marked, never deleted, so that offsets stay true."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from .lexicon import load_lexicon
from .match import match

if TYPE_CHECKING:
    from .tokens import Tokens

LEFT_OUT_LEXICON = "left_out"


def find_left_out(tokens: Tokens) -> np.ndarray:
    """Mark the sentences that address a page's visitor instead of its reader.

    A sentence is left out where it opens with a formula of the lexicon ``left_out`` (promotion,
    navigation, calls to comment, legal labels). A fragment glued to an article's prose is a sentence of
    its own, since two stops, or a stop before a capital without a space, end one.

    Parameters
    ----------
    tokens : Tokens

    Returns
    -------
    bool array, one element per token

    Examples
    --------
    >>> from discourse.tokens import tokenize
    >>> tokens = tokenize(["The talks ended.. Find out more about talks guide."])
    >>> find_left_out(tokens).tolist()
    [False, False, False, True, True, True, True, True, True]
    """
    left_out = np.zeros(len(tokens), dtype=bool)
    found = match(tokens, load_lexicon(LEFT_OUT_LEXICON, tokens.language))
    if len(found):
        marked = np.zeros(len(tokens.sentence_first) - 1, dtype=bool)
        marked[tokens.sentence[found.first]] = True
        left_out = marked[tokens.sentence]
    return left_out
