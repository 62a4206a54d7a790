"""Negation: the cues, what they reach, and which tokens are negated.

The way of a text: words that can be cues are looked up on the columns; of the sentences they stand in rules see
a window (`sentence`) of words and of word-class bits (`tags`, `english`, `spanish`); each candidate is read
in its context (`english_cues`, `spanish_cues`); the clause it negates is walked to its edges
(`english_scope`, `english_left`, `spanish_scope`, `clauses`, `passages`, `joints`); and what several negations do to
one another is settled (`polarity`).
The same rules say which clause any other word stands in (`around`).
Negative affixes are a matter of the vocabulary alone (`affixes`).
"""

from discourse.compiled import preferred

__path__ = preferred("negation", __path__)

from .around import clauses_around
from .find import find_negation
from .polarity import negated

__all__ = ["clauses_around", "find_negation", "negated"]
