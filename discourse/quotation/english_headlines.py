"""Reports in the grammar of English headlines, which leaves out verbs and articles."""

from __future__ import annotations

from typing import Final

from .attribution import Attribution
from .bits import (
    ADVERB,
    BREAK,
    COLON,
    COMMA,
    COORDINATOR,
    EVALUATION,
    EVIDENCE,
    FINITE,
    NEGATIVE,
    PREPOSITION,
    QUOTED,
    SPEECH,
    SUBORDINATOR,
    TELLING,
    THAT,
    TO,
    VERB,
    WH,
)
from .clauses import Reader
from .english_clause_starts import SAY

_BEHIND: Final = frozenset("says say warns warn claims claim finds find shows show suggests suggest".split())
_CLAIMS: Final = frozenset(  # whose clause has a verb even in a headline
    "claims insists admits confirms denies predicts promises reveals argues warns tells assures".split()
)
_TELLS: Final = ("tells", "assures")
_NO_SUBJECT: Final = (
    QUOTED | FINITE | THAT | TO | WH | VERB | SUBORDINATOR | ADVERB | NEGATIVE | PREPOSITION | COORDINATOR
)
_NO_CONTENT: Final = QUOTED | THAT | TO | WH | ADVERB | PREPOSITION | COORDINATOR | SUBORDINATOR
_LONGEST: Final = 5  # words of a subject


def headline_report(reader: Reader) -> Attribution | None:
    """Read a headline that nothing was found in: Fuel to cost more, says regulator; Police say suspect in custody."""
    for i in reader.block.places:
        bits, end, text = reader.cue_at(i)
        called = _called(reader, i, end) if bits & EVALUATION and end < reader.n else 0
        if called:  # Reed calls bridge ‘dead’
            return Attribution((i, end), text, bits, (0, i), "np", reader.quote_parts(called, i))
        if not bits & (SPEECH | EVIDENCE | TELLING) or end >= reader.n:
            continue
        if reader.g[i] & COMMA and reader.w[i] in _BEHIND and i > 1:
            source = reader.np_right(end)
            if source is not None and source[1] == reader.n and not reader.b[end] & QUOTED:
                return Attribution((i, end), text, bits, source, "np", [(_begin(reader, i), i)])
        told = end + 1 if reader.w[i] in _TELLS and end + 1 < reader.n else end
        acts = any(reader.b[k] & (FINITE | NEGATIVE) for k in range(told + 1, reader.n))
        clause = reader.w[i] in _CLAIMS and acts
        clause = clause and not reader.b[told] & FINITE and not reader.b[end] & _NO_CONTENT
        plain = reader.w[i] in SAY or clause
        plain = plain and 0 < i <= _LONGEST and not reader.b[end] & _NO_CONTENT
        plain = plain and _stands_alone(reader, i)
        if plain and reader.n - end > 1 and not any(reader.g[k] & BREAK for k in range(i, reader.n)):
            return Attribution((i, end), text, bits, (0, i), "np", [(told if clause else end, reader.n)])
    return None


def _begin(reader: Reader, e: int) -> int:
    """Where what is said begins: behind a label, as in "Floods: Worst is over, says mayor"."""
    return next((k for k in range(e - 1, 0, -1) if reader.g[k] & COLON), 0)


def _stands_alone(reader: Reader, i: int) -> bool:
    """Say whether nothing but a noun phrase stands before a verb."""
    return not any(reader.b[k] & _NO_SUBJECT or reader.g[k] & BREAK for k in range(i))


def _called(reader: Reader, i: int, end: int) -> int:
    """Where the words in marks stand by which something is called right behind it; 0 for nowhere."""
    if not 0 < i <= _LONGEST or not _stands_alone(reader, i):
        return 0
    k = next((k for k in range(end, min(end + 4, reader.n)) if reader.b[k] & QUOTED), 0)
    return k if k > end and not any(reader.g[m] & BREAK for m in range(end, k + 1)) else 0
