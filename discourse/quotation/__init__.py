"""Who says what: quotations, indirect speech, their sources, and the voice of each token."""

from __future__ import annotations

from discourse.tokens import Tokens

from .assemble import DIRECT, INDIRECT, NARRATOR, VOICES, Assembler, Quotes

__all__ = ["DIRECT", "INDIRECT", "NARRATOR", "VOICES", "Quotes", "find_quotations"]


def find_quotations(tokens: Tokens) -> Quotes:
    """Find attributed content: what somebody other than the author says, asks, demands or believes.

    Parameters
    ----------
    tokens : Tokens
        A batch of documents in one language.

    Returns
    -------
    Quotes
        One row per quotation or part of a split one, and the voice of each token.

    Examples
    --------
    >>> from discourse.tokens import tokenize
    >>> tokens = tokenize(["“We will wait,” said General Ana Ruiz. She added that the border was quiet."])
    >>> quotes = find_quotations(tokens)
    >>> [(tokens.text[a:b], who) for a, b, who in zip(quotes.start, quotes.end, quotes.speaker)]
    [('“We will wait,”', 'Ana Ruiz'), ('that the border was quiet', 'Ana Ruiz')]
    >>> quotes.type, quotes.source_role
    (['direct', 'indirect'], ['military', 'military'])
    """
    return Assembler(tokens).run()
