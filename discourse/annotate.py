"""All layers of a batch in one pass: left-out spans, voice, negation, hedging, on token columns."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property

import numpy as np

from .cleaning import find_left_out
from .hedging import find_boosters, find_hedges, hedged
from .match import Cues
from .negation import find_negation, negated
from .quotation import Quotes, find_quotations
from .tokens import Tokens, Vocabulary, find_roles, tokenize

VOICES = ("narrator", "direct", "indirect")
LANGUAGES = ("en", "es")  # those the layers know


@dataclass(frozen=True)
class Annotation:
    """A batch of documents with every layer as columns over its tokens.

    Attributes
    ----------
    tokens : Tokens
    known_language : bool
        False where the layers have no rules for the language: then they are empty.
    left_out, negated, hedged : bool arrays, one element per token
    voice : int8 array
        Index into `VOICES`.
    quote : int32 array
        The outermost quotation a token lies in (row of `quotes`), -1 in the narrator's voice.
    roles : int8 array, one element per paragraph
        Index into `tokens.ROLES`.
    negation, hedging : Cues
    quotes : Quotes
    """

    tokens: Tokens
    known_language: bool
    left_out: np.ndarray
    negated: np.ndarray
    hedged: np.ndarray
    voice: np.ndarray
    quote: np.ndarray
    roles: np.ndarray
    negation: Cues
    hedging: Cues
    quotes: Quotes

    @cached_property
    def boosting(self) -> Cues:
        """Boosters, looked for when first asked for: no other layer needs them."""
        return find_boosters(self.tokens) if self.known_language else Cues.empty()


def annotate_texts(
    texts: Sequence[str],
    language: str = "en",
    vocabulary: Vocabulary | None = None,
    syntax: bool = False,
) -> Annotation:
    """Annotate a batch of texts in one language with every layer.

    Parameters
    ----------
    texts : sequence of str
    language : str
        "en" or "es"; for any other the texts are only cut into tokens, sentences and paragraphs.
    vocabulary : Vocabulary, optional
        The one to go on with.
    syntax : bool
        Use spaCy for the bounds of attributed content (extra ``[syntax]``).

    Returns
    -------
    Annotation

    Examples
    --------
    >>> annotation = annotate_texts(["“War, no,” said Ana Ruiz."])
    >>> [VOICES[v] for v in annotation.voice]
    ['direct', 'direct', 'narrator', 'narrator', 'narrator']
    >>> annotation.negated.tolist()
    [True, True, False, False, False]
    """
    known = language in LANGUAGES
    tokens = tokenize(texts, language if known else "en", vocabulary)
    if not known:
        nothing, none = np.zeros(len(tokens), dtype=bool), Cues.empty()
        return Annotation(
            tokens,
            False,
            nothing,
            nothing,
            nothing,
            np.zeros(len(tokens), np.int8),
            np.full(len(tokens), -1, np.int32),
            tokens.paragraph_role,
            none,
            none,
            Quotes(),
        )
    left_out = find_left_out(tokens)
    negation, hedging = find_negation(tokens), find_hedges(tokens)
    quotes = find_quotations(tokens, syntax=syntax)
    return Annotation(
        tokens=tokens,
        known_language=True,
        left_out=left_out,
        negated=negated(tokens, negation),
        hedged=hedged(tokens, hedging),
        voice=quotes.voice,
        quote=quotes.quote,
        roles=find_roles(tokens, left_out),
        negation=negation,
        hedging=hedging,
        quotes=quotes,
    )
