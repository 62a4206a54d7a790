"""Paragraphs, headlines and headings, read off line ends and lengths."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

if TYPE_CHECKING:
    from .columns import Tokens

HEADLINE, HEADING, LEAD, BODY = 0, 1, 2, 3
ROLES = ("headline", "heading", "lead", "body")
_HEADING_LIMIT = 22  # tokens; longer ones without a stop are paragraphs that lost it
_WRAP_WIDTH = 132  # characters; a longer line was not wrapped by hand
_STOPS = frozenset(".!?…;,")
_OPENING = ("“", "«", '"', "'", "‘", "¿", "¡")
_SPEECH = frozenset('“«"—')
_SHORT_LINE = 2 / 3  # of the middle line's length; a shorter line ends a paragraph
_MOST = 0.5  # where more lines than this are indented, it says nothing


def find_paragraphs(tokens: Tokens) -> np.ndarray:
    """Find the token each paragraph begins with.

    Blank lines separate paragraphs; where a document has none between its words, each line end does,
    unless its lines are hard-wrapped: then an indented line begins one, and a short line that ends with a
    stop ends one.

    Parameters
    ----------
    tokens : Tokens
        With gaps and documents.

    Returns
    -------
    int64 array, one element per paragraph and the number of tokens at the end
    """
    n = len(tokens)
    if n == 0:
        return np.zeros(1, dtype=np.int64)
    places = tokens.marked[tokens.marked < n]
    places = places[tokens.vocabulary.gap_flags("\n")[tokens.gap[places]]]
    begins = np.zeros(n, dtype=bool)
    begins[tokens.doc_first[:-1][np.diff(tokens.doc_first) > 0]] = True
    places = places[~begins[places]]
    doc = np.searchsorted(tokens.doc_first, places, side="right") - 1
    blank = tokens.vocabulary.gap_test("blank line", lambda gap: "\n\n" in gap)[tokens.gap[places]]
    begins[places[blank]] = True
    by_line = np.bincount(doc[blank], minlength=tokens.n_docs)[doc] == 0
    if by_line.any():
        lines, doc = places[by_line], doc[by_line]
        wrapped = _wrapped_documents(tokens, lines, doc)
        begins[lines[~wrapped[doc]]] = True
        for d in np.flatnonzero(wrapped).tolist():
            begins[_paragraphs_of_lines(tokens, lines[doc == d], int(tokens.doc_first[d]))] = True
    return np.append(np.flatnonzero(begins), n).astype(np.int64)


def _wrapped_documents(tokens: Tokens, lines: np.ndarray, doc: np.ndarray) -> np.ndarray:
    """Bool per document: lines end in the middle of sentences, at a width somebody chose."""
    vocabulary, form, gap = tokens.vocabulary, tokens.form[lines], tokens.gap[lines]
    lower = ~vocabulary.form_flags("capital")[form] & ~vocabulary.form_flags("digit")[form]
    middle = lower & ~vocabulary.gap_flags(".!?…:;")[gap]
    n_lines = np.bincount(doc, minlength=tokens.n_docs)
    wrapped = np.bincount(doc[middle], minlength=tokens.n_docs) * 3 > n_lines
    for d in np.flatnonzero(wrapped).tolist():
        text = tokens.text[tokens.doc_start[d] : tokens.doc_start[d + 1]]
        wrapped[d] = max(map(len, text.split("\n"))) <= _WRAP_WIDTH
    return wrapped


def _paragraphs_of_lines(tokens: Tokens, lines: np.ndarray, first: int) -> np.ndarray:
    """Of the tokens that begin the lines of a hard-wrapped document, those that begin a paragraph."""
    length = tokens.end[lines - 1] - tokens.start[np.append(first, lines[:-1])]
    indented = np.array([tokens.text[at - 1] in " \t" for at in tokens.start[lines].tolist()])
    if indented.mean() > _MOST:
        indented[:] = False
    stopped = tokens.vocabulary.gap_flags(".!?…:")[tokens.gap[lines]]
    return lines[indented | (stopped & (length < _SHORT_LINE * np.median(length)))]


def find_roles(tokens: Tokens, left_out: np.ndarray | None = None) -> np.ndarray:
    """Say what each paragraph is: headline, heading, lead or body.

    A headline is a first paragraph, a heading a later one, of at most 22 tokens in one sentence that ends
    without a stop (a closing colon is allowed, but before speech) and that other text follows. The lead is the first
    paragraph of a document that is neither.

    Parameters
    ----------
    tokens : Tokens
    left_out : bool array per token, optional
        Fragments that do not count: a heading may have one glued on.

    Returns
    -------
    int8 array, one element per paragraph: index into `ROLES`
    """
    first = tokens.paragraph_first
    n_paragraphs = len(first) - 1
    roles = np.full(n_paragraphs, BODY, dtype=np.int8)
    if not n_paragraphs:
        return roles
    keep = np.ones(len(tokens), dtype=bool) if left_out is None else ~left_out
    n_kept = np.add.reduceat(keep, first[:-1])
    kept_tokens = np.flatnonzero(keep)
    last = (
        kept_tokens[np.maximum(np.searchsorted(kept_tokens, first[1:]) - 1, 0)]
        if len(kept_tokens)
        else first[:-1]
    )
    one_sentence = tokens.sentence[np.maximum(last, first[:-1])] == tokens.sentence[first[:-1]]
    # a glued fragment begins after the stop that glued it on, so only a last kept token can have none
    stopped = _stops(tokens, last + 1) & (last + 1 == first[1:])
    stopped |= tokens.vocabulary.form_test("stopped", _is_stopped).take(tokens.form[last])
    short = (n_kept > 0) & (n_kept <= _HEADING_LIMIT) & one_sentence & ~stopped
    doc = tokens.doc[first[:-1]]
    doc_begins = np.append(True, doc[1:] != doc[:-1])
    doc_ends = np.append(doc[1:] != doc[:-1], True)
    heading = short & ~doc_ends & _text_begins(tokens, first[:-1])
    roles[heading] = HEADING
    roles[heading & doc_begins] = HEADLINE
    body = np.flatnonzero(~heading & (n_kept > 0))
    leads = body[np.append(True, doc[body][1:] != doc[body][:-1])] if len(body) else body
    roles[leads] = LEAD
    return roles


def _is_stopped(form: str) -> bool:
    """Say whether a word has the stop of its sentence with it: at 11 p.m.; not U.S., which a headline may end with."""
    return form.endswith(".") and form[:1].islower()


def _stops(tokens: Tokens, places: np.ndarray) -> np.ndarray:
    """Bool per place: does the line before it end with a mark that a heading does not."""
    gap_test = tokens.vocabulary.gap_test
    return gap_test(
        "stops a line", lambda gap: not _STOPS.isdisjoint(gap.partition("\n")[0]) or _speaks(gap)
    )[tokens.gap[places]]


def _speaks(gap: str) -> bool:
    """Say whether a line ends with a colon and the next is what somebody says: She wrote:⏎“…”"""
    line, _, rest = gap.partition("\n")
    return ":" in line and rest.lstrip()[:1] in _SPEECH


def _text_begins(tokens: Tokens, first: np.ndarray) -> np.ndarray:
    """A heading begins with a capital, a digit or an opening mark; the line of a poem may not."""
    vocabulary, form = tokens.vocabulary, tokens.form[first]
    marked = vocabulary.gap_test("opens with a mark", lambda gap: gap.endswith(_OPENING))
    return (
        vocabulary.form_flags("capital")[form]
        | vocabulary.form_flags("digit")[form]
        | marked[tokens.gap[first]]
    )
