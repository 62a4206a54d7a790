"""Words that may be metaphors of conflict, by the domain they come from."""

from __future__ import annotations

from collections.abc import Sequence

import pandas as pd

from discourse.measures.rates import category_rates
from discourse.measures.tables import EvidenceTables, Tables
from discourse.measures.units import By

__all__ = ["metaphor_candidates"]


def metaphor_candidates(
    evidence: EvidenceTables | Tables,
    by: By = None,
    *,
    seed: int = 0,
    n_boot: int = 1000,
    include_left_out: bool = False,
    lexicon: str = "metaphor",
    voice: str | Sequence[str] | None = None,
) -> pd.DataFrame:
    """Measure candidates for metaphor per 1,000 tokens, by source domain.

    Construct: “game of chicken”, “off-ramp”: crisis told as game, road, body, weather. A list finds
    candidates; whether a word is used metaphorically a coder decides against its basic meaning. Higher =
    more candidates. Negated ones count, for a denied metaphor still frames.

    Parameters
    ----------
    evidence : Evidence
    by, seed, n_boot, include_left_out, voice
        As in `framing`.
    lexicon : str
        Construct whose categories are source domains.

    Returns
    -------
    pandas.DataFrame
        ``density`` and a row a source domain; unit per_1000.

    References
    ----------
    Steen, G. J., Dorst, A. G., Herrmann, J. B., Kaal, A. A., Krennmayr, T., & Pasma, T. (2010). A method
    for linguistic metaphor identification: From MIP to MIPVU. John Benjamins (what coders do with the
    candidates).
    """
    tally, quantities = category_rates(
        evidence,
        "metaphor_candidates",
        lexicon,
        by,
        seed=seed,
        n_boot=n_boot,
        include_left_out=include_left_out,
        voice=voice,
        negated=True,
    )
    return tally.table(quantities)
