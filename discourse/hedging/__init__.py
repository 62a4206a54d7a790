"""Hedges and boosters: the cues, the clause each reaches, and which tokens are hedged."""

from .find import DENSITY_KINDS, find_boosters, find_hedges, hedged

__all__ = ["DENSITY_KINDS", "find_boosters", "find_hedges", "hedged"]
