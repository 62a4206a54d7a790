"""Match lexicons on token columns."""

from ..compiled import preferred

__path__ = preferred("match", __path__)

from .count import Counts, count, count_tokens
from .cues import Cues
from .examples import failing_examples
from .find import Matcher, Matches, broken_gaps, match

__all__ = [
    "Counts",
    "Cues",
    "Matcher",
    "Matches",
    "broken_gaps",
    "count",
    "count_tokens",
    "failing_examples",
    "match",
]
