"""How far each cue reaches: its clause, or what its construction leaves of it.

Four ways: the clause (*often*, *may*, *it is likely* that …), which the rules of negation find; the complement
(*believes* that …, *whether* …), the condition (*if* …, up to the comma), and the whole statement (*according to* …),
which are found on columns.
"""

from __future__ import annotations

from enum import IntEnum
from functools import lru_cache

import numpy as np

from ..lexicon import Entry, Lexicon
from ..match import Matches
from ..negation import clauses_around
from ..negation.tags import BE, COMMA
from ..tokens import Tokens
from .clauses import BREAK, Words, clause_starts


class Reach(IntEnum):
    """What part of its surroundings a cue hedges."""

    CLAUSE = 0  # all of its clause
    COMPLEMENT = 1  # what it governs to its right; its clause where it governs nothing
    CONDITION = 2  # the conditional clause it opens
    STATEMENT = 3  # everything up to the nearest stop, semicolon, colon, dash or parenthesis


_OPENERS = frozenset(
    "if unless lest whether provided providing assuming supposing in on so as only should had were what until"
    " even case si salvo siempre suponiendo a con bajo excepto incluso aun aún sólo solo ni por y".split()
)
_COMPLEMENT_ENDS = frozenset("that que si if whether knows know say tell sabe".split())
_COMPLEMENT_TAKERS = frozenset(
    "believe believes believed believing think thinks thought thinking guess guesses guessed reckon reckons"
    " reckoned feel feels felt expect expects expected expecting predict predicts predicted predicting"
    " forecast forecasts forecasted anticipate anticipates anticipated foresee foresees foresaw fear fears"
    " feared fearing consider considers considered considering deem deems deemed assume assumes assumed"
    " assuming presume presumes presumed suppose supposes supposed suspect suspects suspected suspecting"
    " allege alleges alleged alleging speculate speculates speculated hypothesize hypothesizes hypothesized"
    " postulate postulates postulated theorize theorizes theorized surmise surmises surmised conjecture"
    " conjectured infer infers inferred imply implies implied implying suggest suggests suggested suggesting"
    " indicate indicates indicated indicating hint hints hinted hinting doubt doubts doubted doubting claim"
    " claims claimed claiming accuse accuses accused accusing regard regards regarded prove proves proved"
    " proving proven creo cree creemos creen creía creían creyó creí pensé acusa acusan acusó acusaron"
    " pienso piensa pensamos piensan pensaba pensaban opino opina opinan opinó supongo suponemos supone"
    " suponen sospecha sospecho sospechan sospechamos sospechaba teme temen temía temían temo tememos prevé"
    " prevén preveía pronostica pronostican pronosticó augura auguran vaticina predice predicen especula"
    " especulan sugiere sugieren sugirió sugerían alega alegan alegó asume demuestra demuestran".split()
)
_STATEMENT_CUES = frozenset(
    {"according to", "según", "segun", "de acuerdo con", "de acuerdo a", "a tenor de", "al decir de"}
    | {"a decir de", "en palabras de", "en opinión de", "a juicio de", "in the words of", "in the eyes of"}
    | {"in the opinion of", "in the view of", "al parecer de"}
)
_PASSIVE_SPAN = 3  # tokens back from a participle in which a form of "be" makes it passive
_TAG_SPAN = 2  # tokens before the verb of a comment at a statement's end: "…, I think"


def reach_of(entry: Entry, kind: str) -> Reach:
    """Say what part of its surroundings an entry hedges.

    Parameters
    ----------
    entry : Entry
    kind : str
        Its category.

    Returns
    -------
    Reach

    Examples
    --------
    >>> reach_of(Entry(1, "believes", ("believes",), 0), "doxastic").name
    'COMPLEMENT'
    """
    words = entry.words
    if entry.text in _STATEMENT_CUES:
        return Reach.STATEMENT
    if kind == "condition":
        opens = words[0] in _OPENERS or (words[0] in ("en", "de") and words[-1] in ("que", "de", "por"))
        return Reach.CONDITION if opens else Reach.CLAUSE
    if kind == "investigation" or words[-1] in _COMPLEMENT_ENDS or entry.text in _COMPLEMENT_TAKERS:
        return Reach.COMPLEMENT
    return Reach.CLAUSE


def find_reach(
    tokens: Tokens, lexicon: Lexicon, matches: Matches
) -> tuple[np.ndarray, np.ndarray, np.ndarray]:
    """Find what each match reaches.

    Parameters
    ----------
    tokens : Tokens
    lexicon : Lexicon
        The one the matches are of.
    matches : Matches

    Returns
    -------
    number, begin, end : int64 arrays
        One element for each part of a reach, in order: which match it belongs to, and its tokens, half open. The
        match itself is left out; one that reaches nothing has one empty part.
    """
    first, last = matches.first, matches.last
    ways = _ways(lexicon)[matches.entry]
    is_clause = ways == Reach.CLAUSE
    inner = np.flatnonzero(is_clause)
    number, begin, end = clauses_around(tokens, first[inner], last[inner])
    parts = [(inner[number], begin, end)]
    other = np.flatnonzero(~is_clause)
    if len(other):
        low, high = _spans(tokens, first[other], last[other], ways[other])
        for a, b in ((low, first[other]), (last[other], high)):
            parts.append((other[a < b], a[a < b], b[a < b]))
    number, begin, end = (np.concatenate(column) for column in zip(*parts, strict=True))
    empty = np.setdiff1d(np.arange(len(first)), number)
    number, begin, end = (
        np.append(column, none)
        for column, none in ((number, empty), (begin, last[empty]), (end, last[empty]))
    )
    order = np.lexsort((begin, number))
    return number[order], begin[order], end[order]


def _spans(
    tokens: Tokens, first: np.ndarray, last: np.ndarray, ways: np.ndarray
) -> tuple[np.ndarray, np.ndarray]:
    """Token span of what each match reaches, half open, the match inside it or at its edge."""
    sentence = tokens.sentence[first]
    is_new = np.append(True, sentence[1:] != sentence[:-1])
    sentence, number = sentence[is_new], np.cumsum(is_new) - 1
    head, tail = tokens.sentence_first[sentence], tokens.sentence_first[sentence + 1]
    end = np.cumsum(tail - head)  # the sentences with a match laid side by side
    shift = head - (end - (tail - head))
    words = Words.of(tokens, np.repeat(shift, tail - head) + np.arange(end[-1]))
    shift, sentence_end = shift[number], end[number]
    low, high = _span(words, first - shift, last - shift, ways, sentence_end)
    return np.minimum(low + shift, first), np.maximum(high + shift, last)


@lru_cache(maxsize=16)
def _ways(lexicon: Lexicon) -> np.ndarray:
    """`reach_of` for each entry."""
    return np.array([reach_of(e, lexicon.categories[e.category]) for e in lexicon.entries], dtype=np.int8)


def _span(
    words: Words, first: np.ndarray, last: np.ndarray, way: np.ndarray, sentence_end: np.ndarray
) -> tuple[np.ndarray, np.ndarray]:
    """The span of each match, in places of `words`."""
    n = len(words)
    starts = clause_starts(words)
    inner = first[:, None] + np.arange(1, max(int((last - first).max()), 2))
    starts[inner[inner < last[:, None]]] = False  # no clause begins inside a cue (it is possible that)
    clause = np.append(np.flatnonzero(starts), n)
    number = np.searchsorted(clause, first, side="right") - 1
    low = clause[number]
    high = np.minimum(clause[np.searchsorted(clause, last, side="left")], sentence_end)
    later = np.minimum(np.searchsorted(clause, last, side="right"), len(clause) - 1)
    governed = np.minimum(clause[later], sentence_end)  # the end of the clause right behind the match

    # a passive takes its subject along: "the town is believed to be empty"
    be_at = np.append(-_PASSIVE_SPAN - 1, np.flatnonzero(words.has(BE)))
    be_before = be_at[np.searchsorted(be_at, np.maximum(first - 1, 0), side="right") - 1]
    heads = np.flatnonzero(words.is_first)
    head = heads[np.searchsorted(heads, first, side="right") - 1]  # the sentence before has a verb of its own
    is_passive = (first - be_before <= _PASSIVE_SPAN) & (be_before >= head)
    takes = way == Reach.COMPLEMENT
    governs = takes & (governed > last)
    low = np.where(governs & ~is_passive, first, low)
    high = np.where(governs, governed, high)
    # nothing to the right, "the war is over, I think": the clause before
    before = clause[np.maximum(number - 1, 0)]
    is_tag = takes & ~governs & (first - low <= _TAG_SPAN) & ~words.is_first[low]
    low = np.where(is_tag, before, low)

    is_condition = way == Reach.CONDITION
    comma = np.append(np.flatnonzero(words.has(COMMA)), n)
    low = np.where(is_condition, first, low)
    high = np.where(is_condition, np.minimum(high, comma[np.searchsorted(comma, last)]), high)

    is_whole = way == Reach.STATEMENT
    stop = np.append(np.flatnonzero(words.is_first | words.has(BREAK)), n)
    low = np.where(is_whole, stop[np.searchsorted(stop, first, side="right") - 1], low)
    high = np.where(is_whole, stop[np.searchsorted(stop, last, side="left")], high)
    return low, high
