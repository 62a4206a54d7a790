"""Who says what: quotations, indirect speech, their sources, and the voice of each token."""

from __future__ import annotations

import numpy as np

from discourse.collector import resting
from discourse.compiled import preferred
from discourse.tokens import Tokens

__path__ = preferred("quotation", __path__)

from .assemble import Assembler
from .quotes import DIRECT, INDIRECT, NARRATOR, VOICES, Quotes

__all__ = ["DIRECT", "INDIRECT", "NARRATOR", "VOICES", "Quotes", "find_quotations"]


def find_quotations(tokens: Tokens, syntax: bool = False, documents: np.ndarray | None = None) -> Quotes:
    """Find attributed content: what somebody other than the author says, asks, demands or believes.

    Parameters
    ----------
    tokens : Tokens
        A batch of documents in one language.
    syntax : bool
        Let spaCy's tagger and parser decide on word classes and clause ends (English; extra ``[syntax]``).
        Spanish is read by the rules alone.
    documents : bool array, one element per document, optional
        Those whose quotations are wanted; all where None. Warnings are of all documents in any case.

    Returns
    -------
    Quotes
        One row per quotation or part of a split one, and the voice of each token.

    Raises
    ------
    MissingDependencyError
        `syntax` is asked for and spaCy or its English model is missing.

    Notes
    -----
    The author of a text is its narrator: what is said in the first person outside quotation marks (I think
    that, our delegation believes) is no row. Content is taken from the mark, from *that*, *to*, *whether* or
    from the first word of the clause; nouns as objects (denied it) are none unless they are quoted or called for.
    Where several sources are stacked the outermost has the row.

    References
    ----------
    Newell, E., Margolin, D., & Ruths, D. (2018). An attribution relations corpus for political news.
    Proceedings of LREC 2018 (what counts as attributed content: statements and internal states).

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
    with resting():
        return Assembler(tokens, syntax, documents).run()
