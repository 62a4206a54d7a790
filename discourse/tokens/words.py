"""The word rule: what a token is, what its norm is, and how the gaps between tokens are written."""

from __future__ import annotations

import unicodedata

import regex

# A word begins with a letter or a digit and goes on with letters, marks and digits; invisible joiners (a soft
# hyphen, say) may stand between them. Words are joined by an apostrophe, a hyphen, a decimal point or comma
# between digits, or abbreviation stops (U.S., e.g., EE.UU., Ph.D.), which keep their last one.
_JOINERS = "\u00ad\u200c\u200d\u2060"
_REST = rf"(?:[{_JOINERS}]*[\p{{L}}\p{{M}}\p{{N}}])*"
_NO_MORE = r"(?![\p{L}\p{M}\p{N}])"
_ABBREVIATION = (
    rf"(?:\p{{L}}\p{{M}}*\.)+\p{{L}}\p{{M}}*{_NO_MORE}\.?"  # U.S.  e.g.  p.m
    rf"|(?:\p{{Lu}}{{2}}\.)+\p{{Lu}}{{2}}{_NO_MORE}\.?"  # EE.UU.  FF.AA.
    rf"|Ph\.D{_NO_MORE}\.?"
)
_NUMBER = rf"\p{{N}}+(?:[.,]\p{{N}}+)*{_REST}"
_PIECE = rf"(?:{_ABBREVIATION}|{_NUMBER}|\p{{L}}{_REST})"
# U+0092 is the apostrophe of texts whose Windows-1252 bytes were read as Latin-1; an acute accent alone is one
# as some keyboards type it: don´t
APOSTROPHES, HYPHENS = "'’ʼ＇\x92´", "-‐‑"
TOKEN = regex.compile(rf"{_PIECE}(?:[{APOSTROPHES}{HYPHENS[1:]}\-]{_PIECE})*")
_PLAIN = str.maketrans(
    {**dict.fromkeys(APOSTROPHES, "'"), **dict.fromkeys(HYPHENS, "-"), **dict.fromkeys(_JOINERS)}
)
# after these 's is a verb or "us", not a possessive
_CLITIC_HOSTS = frozenset(
    "it he she that this there here what who where when how why let one everyone everybody someone somebody"
    " nobody everything something nothing".split()
)
# White space in gaps: what separates chunks (all control characters up to the space), and Unicode's
_WHITE = regex.compile(r"[\x00-\x20\s]+")
_LINE_END = regex.compile(r"\r\n|[\n\r\u2028\u2029\x85]")


def normalise(form: str) -> str:
    """Give the norm of a word: lower case, NFC, straight apostrophe, without a possessive *'s*.

    Parameters
    ----------
    form : str
        A token as written.

    Returns
    -------
    str

    Examples
    --------
    >>> normalise("Maduro’s"), normalise("It’s"), normalise("U.S.")
    ('maduro', "it's", 'u.s.')
    """
    return normalise_all([form])[0]


def normalise_all(forms: list[str]) -> list[str]:
    """Give the norms of many words at once; see `normalise`.

    Parameters
    ----------
    forms : list of str
        None with a line end.

    Returns
    -------
    list of str
    """
    # what a letter becomes depends on its neighbours (Σ), but on none beyond a line end
    norms = "\n".join(forms).lower().split("\n") if forms else []
    return [
        norm if norm.isascii() and norm[-2:] != "'s" else _without_possessive(_plain(norm)) for norm in norms
    ]


def _plain(norm: str) -> str:
    return norm if norm.isascii() else unicodedata.normalize("NFC", norm.translate(_PLAIN))


def _without_possessive(norm: str) -> str:
    return norm[:-2] if norm.endswith("'s") and norm[:-2] not in _CLITIC_HOSTS else norm


def fold(gap: str) -> str:
    """Fold each run of white space in a gap to " ", or to line ends where it has them (at most two).

    Parameters
    ----------
    gap : str
        What stands between two tokens.

    Returns
    -------
    str

    Examples
    --------
    >>> fold(", \\t“"), fold(".\\r\\n \\r\\n\\r\\n")
    (', “', '.\\n\\n')
    """
    if gap in ("", " "):
        return gap
    return _WHITE.sub(lambda white: "\n" * min(len(_LINE_END.findall(white[0])), 2) or " ", gap)


def is_norm(word: str) -> bool:
    """Say whether a word is the norm of some token.

    Parameters
    ----------
    word : str

    Returns
    -------
    bool

    Examples
    --------
    >>> [is_norm(word) for word in ("cease-fire", "ee.uu.", "U.N.", "army's", "etc.")]
    [True, True, False, False, False]
    """
    spellings = (word, word.upper())  # EE.UU. is one token, though ee.uu. is none
    return normalise(word) == word and any(TOKEN.fullmatch(spelling) for spelling in spellings)
