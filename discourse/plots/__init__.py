"""Figures: one function a type, which takes a tidy table and ``ax=`` and returns the axes.

`score` shows documents as lines with their hits; `forest` and `bars` values with intervals by group and
category; `dumbbell` and `slope` pairs; `series` values over time; `recovered` intended, perceived and
measured effects; `heatmap` many categories in many documents. `score_table` and `paired` return the tables
that are drawn.
"""

from __future__ import annotations

from discourse.plots.heatmap import heatmap
from discourse.plots.intervals import bars, forest
from discourse.plots.pairs import dumbbell, paired, slope
from discourse.plots.recovered import recovered
from discourse.plots.score import score, score_table
from discourse.plots.series import series
from discourse.plots.style import PALETTE
from discourse.plots.words import diverging

__all__ = [
    "PALETTE",
    "bars",
    "diverging",
    "dumbbell",
    "forest",
    "heatmap",
    "paired",
    "recovered",
    "score",
    "score_table",
    "series",
    "slope",
]
