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
    EVIDENCE,
    FINITE,
    NEGATIVE,
    PREPOSITION,
    QUOTED,
    SPEECH,
    SUBORDINATOR,
    THAT,
    TO,
    VERB,
    WH,
)
from .clauses import Reader
from .english_circumstance import SAY

_BEHIND: Final = frozenset("says say warns warn claims claim finds find shows show suggests suggest".split())
_NO_SUBJECT: Final = (
    QUOTED | FINITE | THAT | TO | WH | VERB | SUBORDINATOR | ADVERB | NEGATIVE | PREPOSITION | COORDINATOR
)
_NO_CONTENT: Final = QUOTED | THAT | TO | WH | ADVERB | PREPOSITION | COORDINATOR | SUBORDINATOR
_LONGEST: Final = 5  # words of a subject


def headline_report(reader: Reader) -> Attribution | None:
    """Read a headline that nothing was found in: Fuel to cost more, says regulator; Police say suspect in custody."""
    for i in reader.block.places:
        bits, end, text = reader.cue_at(i)
        if not bits & (SPEECH | EVIDENCE) or end >= reader.n:
            continue
        if reader.g[i] & COMMA and reader.w[i] in _BEHIND and i > 1:
            source = reader.np_right(end)
            if source is not None and source[1] == reader.n and not reader.b[end] & QUOTED:
                return Attribution((i, end), text, bits, source, "np", [(_begin(reader, i), i)])
        plain = reader.w[i] in SAY and 0 < i <= _LONGEST and not reader.b[end] & _NO_CONTENT
        plain = plain and not any(reader.b[k] & _NO_SUBJECT or reader.g[k] & BREAK for k in range(i))
        if plain and reader.n - end > 1 and not any(reader.g[k] & BREAK for k in range(i, reader.n)):
            return Attribution((i, end), text, bits, (0, i), "np", [(end, reader.n)])
    return None


def _begin(reader: Reader, e: int) -> int:
    """Where what is said begins: behind a label, as in "Floods: Worst is over, says mayor"."""
    return next((k for k in range(e - 1, 0, -1) if reader.g[k] & COLON), 0)
