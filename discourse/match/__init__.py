"""Match lexicons on token columns."""

from .cues import Cues
from .find import Matcher, Matches, broken_gaps, match

__all__ = ["Cues", "Matcher", "Matches", "broken_gaps", "match"]
