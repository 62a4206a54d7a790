"""Words in marks inside a report: whose they are is told there. Reed said the plan was what | Hill | called “a mess”."""

from __future__ import annotations

from collections.abc import Callable
from typing import Final

from .attribution import Attribution
from .bits import (
    ASKING,
    CAPITAL,
    COLON,
    DETERMINER,
    EVALUATION,
    MANNER,
    MODAL,
    PLURAL,
    QUOTED,
    SPEECH,
    SUBJECT,
    TELLING,
    THAT,
    VERB,
)
from .clauses import Reader

_REACH: Final = 30  # words from a verb to what is said word for word
_SAID: Final = ASKING | MANNER | SPEECH | TELLING
_WISHED: Final = ("iera", "ieran", "iese", "iesen", "aran")
_NAMING: Final = tuple(
    """
        llam calific tild tach defin consider describ denomin apod bautiz atribu acus
        call describe dub label term brand denounce dismiss characterize accuse
    """.split()
)


def credit_within(
    reader: Reader, found: list[Attribution], can_speak: Callable[[int, int], bool]
) -> list[Attribution]:
    """Part what a report itself credits to somebody else, word for word, from the report.

    Parameters
    ----------
    reader : Reader
        As it has read the block.
    found : list of Attribution
    can_speak : callable
        Of the first token of a noun phrase and the one behind it: may it speak.

    Returns
    -------
    list of Attribution
        The same ones, less the words that others are quoted with, and one for each of those, with `inside` set.
    """
    if not reader.block.spans:
        return found
    result = list[Attribution]()
    for outer in found:
        result.append(outer)
        parts = list[tuple[int, int]]()
        for a, e in outer.parts:
            left = a
            for inner in _reported(reader, outer, a, e):
                if inner.source is None or not can_speak(*reader.block.tokens(inner.source)):
                    continue
                for q, end in inner.parts:
                    parts.append((left, q))
                    left = end
                result.append(inner)
            parts.append((left, e))
        outer.parts = [(a, e) for a, e in parts if a < e]
    return result


def _reported(reader: Reader, outer: Attribution, a: int, e: int) -> list[Attribution]:
    """What somebody named inside a stretch of a report is quoted with there."""
    marked = [q for q in range(a + 2, e) if reader.b[q] & QUOTED]
    if not marked or not any(_verb_before(reader, a, q) for q in marked):
        return []
    state = reader.n, reader.left, reader.begin, reader.found
    reader.n, reader.left, reader.begin, reader.found = e, a, a, []
    reader.read_places()
    inner = [x for x in reader.found if x.cue != outer.cue and _is_told(reader, x, a, e)]
    reader.n, reader.left, reader.begin, reader.found = state
    for x in inner:
        x.parts = [(k, k + 1) for first, last in x.parts for k in range(first, last) if k in marked]
        x.inside = True
    return [x for x in inner if x.parts]


def _verb_before(reader: Reader, a: int, q: int) -> bool:
    return any(reader.b[k] & VERB for k in range(max(a + 1, q - _REACH), q))


def _is_told(reader: Reader, x: Attribution, a: int, e: int) -> bool:
    """Say whether somebody told by more than a pronoun says it there: not that he would, or means to."""
    if x.source is None or x.mode != "np" or not a <= x.source[0] < e:
        return False
    first = reader.b[x.source[0]]
    alone = x.source[1] - x.source[0] == 1
    if alone and (first & SUBJECT & ~DETERMINER or not first & (CAPITAL | PLURAL)):
        return False
    if any(b & MODAL for b in reader.b.listed(*x.cue)):
        return False
    word = reader.w[x.cue[1] - 1]
    if word.endswith(_WISHED):
        return False  # la imposibilidad de que los proveedores certificaran que
    if x.bits & EVALUATION and (word.startswith(_NAMING) or reader.lemma.get(word, "") in _NAMING):
        return True
    k = x.cue[1]
    if not x.bits & _SAID or k >= e:
        return False  # pretende «cambiar», the agency had shown “a lack of interest”
    if x.bits & TELLING and any(
        reader.b[m] & THAT or (reader.b[m] & QUOTED and reader.g[m] & COLON) for m in range(k, min(k + 6, e))
    ):
        return True
    whole = reader.g[k] & COLON or reader.is_full(k) or x.bits & MANNER
    return bool(reader.b[k] & THAT or (reader.b[k] & QUOTED and whole))
