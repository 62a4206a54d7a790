"""How far each cue reaches: its clause, or what its construction leaves of it.

Four ways: the clause (*often*, *may*, *it is likely* that …), the complement (*believes* that …, *whether* …), the
condition (*if* …) and the whole statement (*according to* …); the rules of negation find each.
"""

from __future__ import annotations

from enum import IntEnum
from functools import lru_cache

import numpy as np

from ..lexicon import Entry, Lexicon
from ..match import Matches
from ..negation import around, clauses_around
from ..tokens import Tokens


class Reach(IntEnum):
    """What part of its surroundings a cue hedges."""

    CLAUSE = around.CLAUSE  # all of its clause
    COMPLEMENT = around.COMPLEMENT  # what it governs to its right; its clause where it governs nothing
    CONDITION = around.CONDITION  # the conditional clause it opens
    STATEMENT = around.STATEMENT  # everything up to the nearest stop, semicolon, colon, dash or parenthesis


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
    number, begin, end = clauses_around(tokens, first, last, _ways(lexicon)[matches.entry])
    empty = np.setdiff1d(np.arange(len(first)), number)
    number, begin, end = (
        np.append(column, none)
        for column, none in ((number, empty), (begin, last[empty]), (end, last[empty]))
    )
    order = np.lexsort((begin, number))
    return number[order], begin[order], end[order]


@lru_cache(maxsize=16)
def _ways(lexicon: Lexicon) -> np.ndarray:
    """`reach_of` for each entry."""
    return np.array([reach_of(e, lexicon.categories[e.category]) for e in lexicon.entries], dtype=np.int8)
