"""Negation: the cues, what they reach, and which tokens are negated."""

from .find import find_negation
from .polarity import negated

__all__ = ["find_negation", "negated"]
