"""How near a threat is made to seem: in space, in time, in values."""

from __future__ import annotations

from collections.abc import Sequence

import pandas as pd

from discourse.measures.rates import category_rates
from discourse.measures.tables import EvidenceTables, Tables
from discourse.measures.units import By

__all__ = ["urgency"]


def urgency(
    evidence: EvidenceTables | Tables,
    by: By = None,
    *,
    seed: int = 0,
    n_boot: int = 1000,
    include_left_out: bool = False,
    lexicon: str = "urgency",
    voice: str | Sequence[str] | None = None,
) -> pd.DataFrame:
    """Measure urgency as proximization: cues of closeness per 1,000 tokens.

    Construct: what is far off is moved towards “us” in space (at our borders), in time (imminent, before it
    is too late) and in values (against all we stand for). Rates of hits that are not negated and not left
    out; higher = more urgent wording. The lists find the wording, not who is moved towards whom.

    Parameters
    ----------
    evidence : Evidence
    by, seed, n_boot, include_left_out, voice
        As in `framing`.
    lexicon : str
        Construct with the categories, by default spatial, temporal and axiological.

    Returns
    -------
    pandas.DataFrame
        ``density`` (all cues), then a row a category; unit per_1000.

    References
    ----------
    Cap, P. (2013). Proximization: The pragmatics of symbolic distance crossing. John Benjamins.
    """
    tally, quantities = category_rates(
        evidence,
        "urgency",
        lexicon,
        by,
        seed=seed,
        n_boot=n_boot,
        include_left_out=include_left_out,
        voice=voice,
    )
    return tally.table(quantities)
