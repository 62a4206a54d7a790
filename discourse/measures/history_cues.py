"""How much a text speaks of the past, and how near to threats it does."""

from __future__ import annotations

import numpy as np
import pandas as pd

from discourse.measures.quantities import Quantity, Sums, ratio
from discourse.measures.rates import category_rates
from discourse.measures.tables import EvidenceTables, Tables
from discourse.measures.units import By

__all__ = ["history_cues"]


def history_cues(
    evidence: EvidenceTables | Tables,
    by: By = None,
    *,
    seed: int = 0,
    n_boot: int = 1000,
    include_left_out: bool = False,
    lexicon: str = "history",
    threat: tuple[str, str] = ("war_peace", "war.threat"),
) -> pd.DataFrame:
    """Measure talk of history and comparison, and its nearness to threat talk.

    Construct: a crisis may be told with its past or without. Rates count cues, negated ones too, for
    “nothing like 1962” is talk of history. Nearness is the share of the cues in paragraphs that hold a
    threat, over the share of words there: 1 = as often as elsewhere, higher = history is told where threats
    are. That history is missing, only a coder can tell.

    Parameters
    ----------
    evidence : Evidence
    by, seed, n_boot, include_left_out
        As in `framing`.
    lexicon : str
        Construct with cues of history and comparison.
    threat : (str, str)
        Lexicon and category of threats.

    Returns
    -------
    pandas.DataFrame
        ``density`` and a row a category (per_1000); ``near_threat`` (ratio; n_hits the cues near threats),
        missing without cues or threats, and left away where the lexicon of threats was not used.

    References
    ----------
    This project's own; near_threat = (cues near threats / cues) / (words near threats / words).
    """
    tally, quantities = category_rates(
        evidence,
        "history_cues",
        lexicon,
        by,
        seed=seed,
        n_boot=n_boot,
        include_left_out=include_left_out,
        negated=True,
    )
    tables = tally.tables
    if any(name == threat[0] for name, _ in tables.lexicons):
        near = np.zeros(len(tables.block_doc), dtype=bool)
        near[tables.hit_block[tally.counted_hits(tables.in_category(*threat))]] = True
        for name, column in (("words near", "n_tokens"), ("cues near", "density")):
            blocks = np.flatnonzero(near)
            tally.add(name, blocks, weights=tally.column(column)[blocks])

        def nearness(s: Sums) -> np.ndarray:
            return ratio(ratio(s["cues near"], s["density"]), ratio(s["words near"], s["n_tokens"]))

        quantities.append(
            Quantity(
                "near_threat",
                "ratio",
                nearness,
                hits="cues near",
                undefined="undefined: no cues or no threats",
            )
        )
    return tally.table(quantities)
