"""All layers of a batch in one pass: left-out spans, voice, negation, hedging, on token columns."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property

import numpy as np

from .cleaning import find_left_out
from .hedging import find_boosters, find_hedges, hedged
from .lexicon import Lexicon
from .match import Cues, match
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
    negation: Cues
    hedging: Cues
    quotes: Quotes

    @cached_property
    def roles(self) -> np.ndarray:
        """Int8 per paragraph: index into `tokens.ROLES`."""
        return find_roles(self.tokens, self.left_out)

    @cached_property
    def boosting(self) -> Cues:
        """Boosters, looked for when first asked for: no other layer needs them."""
        return find_boosters(self.tokens) if self.known_language else Cues.empty()


def annotate_texts(
    texts: Sequence[str],
    language: str = "en",
    vocabulary: Vocabulary | None = None,
    syntax: bool = False,
    around: Sequence[Lexicon] | None = None,
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
    around : sequence of Lexicon, optional
        Only what the hits of these lexicons need is worked out: negation and hedging in the sentences that have a
        hit, quotations in the documents that have one.

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
            none,
            none,
            Quotes(),
        )
    sentences = documents = None
    if around is not None:
        sentences, documents = _touched(tokens, around)
    left_out = find_left_out(tokens)
    negation, hedging = find_negation(tokens, sentences), find_hedges(tokens, sentences)
    quotes = find_quotations(tokens, syntax=syntax, documents=documents)
    return Annotation(
        tokens=tokens,
        known_language=True,
        left_out=left_out,
        negated=negated(tokens, negation),
        hedged=hedged(tokens, hedging),
        voice=quotes.voice,
        quote=quotes.quote,
        negation=negation,
        hedging=hedging,
        quotes=quotes,
    )


def _touched(tokens: Tokens, lexicons: Sequence[Lexicon]) -> tuple[np.ndarray, np.ndarray]:
    """Bool per sentence and per document: is there a hit of one of the lexicons in it."""
    sentences, documents = (
        np.zeros(len(tokens.sentence_first) - 1, dtype=bool),
        np.zeros(tokens.n_docs, dtype=bool),
    )
    for lexicon in lexicons:
        found = match(tokens, lexicon)
        sentences[tokens.sentence[found.first]] = True
        documents[tokens.doc[found.first]] = True
    return sentences, documents
