"""Hedges and boosters as cues with their reach, and the tokens that are hedged."""

from __future__ import annotations

from collections.abc import Iterable

import numpy as np

from ..lexicon import LANGUAGES, load_lexicon
from ..match import Cues, match
from ..tokens import Tokens
from .reach import find_reach

DENSITY_KINDS = ("epistemic", "doxastic", "approximator", "frequency")


def find_hedges(tokens: Tokens, sentences: np.ndarray | None = None) -> Cues:
    """Find the hedges of a batch and what each reaches.

    The cues are the matches of the lexicon *hedging*; their kind is its category: epistemic, doxastic,
    investigation, condition (Szarvas and others 2012), approximator, shield (Prince and others 1982),
    frequency. The reach of a hedge is its clause; of a verb of believing or asking what it governs, of *if*
    the conditional clause, of *according to* the statement. It has two parts where the cue stands inside it.

    Parameters
    ----------
    tokens : Tokens
    sentences : bool array, one element per sentence, optional
        Those that are wanted; all where None.

    Returns
    -------
    Cues
        In order of position; a row without reach (a cue alone in its clause) has an empty scope.

    Examples
    --------
    >>> from discourse.tokens import tokenize
    >>> tokens = tokenize(["Aides think the pact may fail. If it fails, the fleet sails."])
    >>> cues = find_hedges(tokens)
    >>> [(tokens.text[a:b], k) for a, b, k in zip(cues.start, cues.end, cues.kind)]
    [('think', 'doxastic'), ('may', 'epistemic'), ('may', 'epistemic'), ('If', 'condition')]
    >>> [tokens.text[a:b] for a, b in zip(cues.scope_start, cues.scope_end)]
    ['the pact may fail', 'the pact', 'fail', 'it fails']

    References
    ----------
    Szarvas, G., Vincze, V., Farkas, R., Móra, G. & Gurevych, I. (2012). Cross-genre and cross-domain
    detection of semantic uncertainty. Computational Linguistics 38(2), 335–367.
    Prince, E. F., Frader, J. & Bosk, C. (1982). On hedging in physician–physician discourse. In
    Linguistics and the professions, 83–97. Ablex.
    """
    return _cues(tokens, "hedging", sentences)


def find_boosters(tokens: Tokens) -> Cues:
    """Find the boosters of a batch and what each reaches.

    The cues are the matches of the lexicon *boosters*; their kind is its category: certainty, evidence,
    necessity, emphasis.

    Parameters
    ----------
    tokens : Tokens

    Returns
    -------
    Cues

    Examples
    --------
    >>> from discourse.tokens import tokenize
    >>> tokens = tokenize(["The charge is undoubtedly false."])
    >>> cues = find_boosters(tokens)
    >>> [(tokens.text[a:b], k) for a, b, k in zip(cues.start, cues.end, cues.kind)]
    [('undoubtedly', 'certainty'), ('undoubtedly', 'certainty')]

    References
    ----------
    Hyland, K. (2005). Metadiscourse: Exploring interaction in writing. Continuum.
    """
    return _cues(tokens, "boosters")


def hedged(tokens: Tokens, cues: Cues, kinds: Iterable[str] = DENSITY_KINDS) -> np.ndarray:
    """Say for each token whether it is a hedge or lies in the reach of one.

    Parameters
    ----------
    tokens : Tokens
    cues : Cues
        What `find_hedges` found in them.
    kinds : iterable of str
        The kinds that hedge; by default those of hedging density. A condition or an open question does not
        assert its clause at all, and a shield leaves it to somebody else: name them where they are meant.

    Returns
    -------
    bool array, one element per token

    Examples
    --------
    >>> from discourse.tokens import tokenize
    >>> tokens = tokenize(["The fleet may return, but the port is closed."])
    >>> hedged(tokens, find_hedges(tokens)).tolist()
    [True, True, True, True, False, False, False, False, False]
    """
    wanted, n = frozenset(kinds), len(tokens) + 1
    chosen = np.flatnonzero(np.fromiter(map(wanted.__contains__, cues.kind.tolist()), bool, len(cues)))
    begins, ends = (np.concatenate(c) for c in ((cues.first, cues.scope_first), (cues.last, cues.scope_last)))
    chosen = np.append(chosen, chosen + len(cues))
    depth = np.bincount(begins[chosen], minlength=n) - np.bincount(ends[chosen], minlength=n)
    return np.cumsum(depth[:-1]) > 0


def _cues(tokens: Tokens, name: str, sentences: np.ndarray | None = None) -> Cues:
    """The matches of a lexicon as cues, a row for what each reaches to its left and to its right."""
    if tokens.language not in LANGUAGES or not len(tokens):
        return Cues.empty()
    lexicon = load_lexicon(name, tokens.language)
    matches = match(tokens, lexicon, None if sentences is None else sentences[tokens.sentence])
    if not len(matches):
        return Cues.empty()
    first, last = matches.first, matches.last
    kinds = np.array(lexicon.categories, dtype=object)[matches.category]
    cue, scope_first, scope_last = find_reach(tokens, lexicon, matches)

    start, end = tokens.start[first], tokens.end[last - 1]
    is_empty = scope_first == scope_last
    return Cues(
        cue=cue.astype(np.int32), start=start[cue], end=end[cue], first=first[cue], last=last[cue],
        kind=kinds[cue], scope_first=scope_first, scope_last=scope_last,
        scope_start=np.where(is_empty, end[cue], tokens.start[np.minimum(scope_first, len(tokens) - 1)]),
        scope_end=np.where(is_empty, end[cue], tokens.end[scope_last - 1]),
    )  # fmt: skip
