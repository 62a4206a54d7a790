"""Measures: pure functions of the evidence tables, each giving one tidy table.

`measure` computes a measure by name, `all_measures` lists them. Each measure is a function of the same name
in a module of the same name, and documents its construct, formula, direction, undefined cases and source.
"""

from __future__ import annotations

from discourse.measures.registry import BUILT_IN, Measure, all_measures, find_measure, measure

__all__ = ["BUILT_IN", "Measure", "all_measures", "find_measure", "measure"]
