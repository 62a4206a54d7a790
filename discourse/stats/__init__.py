"""Statistics on counts and codings: intervals, comparison, keyness, dispersion, collocates, agreement.

Every function takes ordinary tables or arrays and gives an ordinary table; what draws at random takes a seed.
Documents, not words, are the units that are drawn and permuted: words of one text are not independent.
"""

from __future__ import annotations

from discourse.stats.agreement import krippendorff_alpha
from discourse.stats.collocates import collocates
from discourse.stats.comparison import compare_rates, compare_values
from discourse.stats.correction import correct
from discourse.stats.design import design_effects, factor_effect, plackett_burman
from discourse.stats.dispersion import dispersion
from discourse.stats.frequency import frequency
from discourse.stats.intervals import mean_interval, rate_interval
from discourse.stats.keyness import keyness, log_likelihood

__all__ = [
    "collocates",
    "compare_rates",
    "compare_values",
    "correct",
    "design_effects",
    "dispersion",
    "factor_effect",
    "frequency",
    "keyness",
    "krippendorff_alpha",
    "log_likelihood",
    "mean_interval",
    "plackett_burman",
    "rate_interval",
]
