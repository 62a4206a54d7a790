"""Context patterns of `unless` and `only` rules: how they are written and how they lie around an entry."""

from __future__ import annotations

from functools import lru_cache
from itertools import chain, product

import regex

from ..tokens import glob_to_regex, normalise

ANY = "**"  # one token of any kind, once a pattern has been cut
LONGEST_ANY = 3  # tokens that ** stands for in a pattern, at the most
START, END, COMMA, HIT = "<start>", "<end>", ",", "_"

Elements = tuple[str, ...]


@lru_cache(maxsize=1 << 15)  # asked for when a lexicon is read and again when it is compiled
def cuts(pattern: str, words: Elements) -> tuple[tuple[Elements, Elements], ...]:
    """Give all ways a context pattern can lie around an entry.

    Parameters
    ----------
    pattern : str
        With ``_`` for the entry, or a phrase that covers it.
    words : tuple of str
        The entry's words.

    Returns
    -------
    tuple of (left, right)
        The elements before the entry's first word, and from it on; `ANY` is one token.

    Examples
    --------
    >>> cuts("the|a _ of", ("war",))
    ((('the|a',), ('**', 'of')),)
    >>> cuts("pay attention", ("attention",))
    ((('pay',), ('attention',)),)
    """
    own = (ANY,) * len(words)
    options = [[(ANY,) * n for n in range(LONGEST_ANY + 1)] if p == ANY else [(p,)] for p in pattern.split()]
    found = []
    # several ** in a row are as many tokens in several ways
    for elements in dict.fromkeys(tuple(chain.from_iterable(choice)) for choice in product(*options)):
        if HIT in elements:
            at = elements.index(HIT)
            found.append((elements[:at], own + elements[at + 1 :]))
            continue
        for at in range(len(elements) - len(words) + 1):
            if all(_may_cover(e, w) for e, w in zip(elements[at : at + len(words)], words, strict=True)):
                found.append((elements[:at], elements[at:]))
    return tuple(found)


def _may_cover(element: str, word: str) -> bool:
    """Can a context's element stand for a token that an entry's word stands for."""
    if element == ANY or element.startswith("!") or any(c in "*?" for c in word):
        return True
    return any(
        part in ("#", "^") or part.startswith("<") or regex.fullmatch(glob_to_regex(as_norm(part)), word)
        for part in element.split("|")
    )


@lru_cache(maxsize=1 << 15)
def as_norm(word: str) -> str:
    """Give a pattern's word as norms are written: straight apostrophes, none at its ends, no possessive 's.

    Upper case stays, and so does the 's of a word with wildcards.

    Parameters
    ----------
    word : str

    Returns
    -------
    str

    Examples
    --------
    >>> as_norm("nation’s"), as_norm("n'"), as_norm("it's"), as_norm("*n’t")
    ('nation', 'n', "it's", "*n't")
    """
    bare = word.replace("’", "'").strip("'") or word
    if any(char in "*?\\" or char.isupper() for char in bare):
        return bare
    return normalise(bare)


def fault(pattern: str) -> str | None:
    """Say what is wrong with the way a context pattern is written.

    Parameters
    ----------
    pattern : str

    Returns
    -------
    str or None

    Examples
    --------
    >>> fault("_ <start>")
    '<start> may only stand first'
    >>> fault("the _ of") is None
    True
    """
    elements = pattern.split()
    if elements.count(HIT) > 1:
        return "_ may stand only once"
    for place, element in enumerate(elements):
        parts = element.removeprefix("!").split("|")
        if "" in parts:
            return f"'{element}' has an empty alternative"
        if START in parts and place:
            return f"{START} may only stand first"
        if END in parts and place < len(elements) - 1:
            return f"{END} may only stand last"
        for part in parts:
            if part in (HIT, ANY) and element != part:
                return f"{part} must stand alone, not in '{element}'"
            if part in (START, END, COMMA) and element.startswith("!"):
                return f"{part} cannot be negated, as in '{element}'"
    return None
