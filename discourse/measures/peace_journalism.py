"""War journalism or peace journalism: indicator by indicator, as far as words can show it."""

from __future__ import annotations

from collections.abc import Callable

import numpy as np
import pandas as pd

from discourse.measures.framing import pole_categories
from discourse.measures.quantities import Quantity, Sums, ratio
from discourse.measures.rates import category_rates
from discourse.measures.tables import EvidenceTables, Tables, as_tables
from discourse.measures.units import By

__all__ = ["peace_journalism"]

POLES = ("war", "peace")


def peace_journalism(
    evidence: EvidenceTables | Tables,
    by: By = None,
    *,
    seed: int = 0,
    n_boot: int = 1000,
    include_left_out: bool = False,
    lexicon: str = "peace_journalism",
) -> pd.DataFrame:
    """Measure the indicators of war and peace journalism and their index.

    Construct: Lee and Maslog coded stories by indicators that lean to war or to peace journalism. Here cues
    stand for those indicators that words can show; avoidance (of victimising or demonising words) leaves no
    hit and is left to coders. With W and P the hits of both sides, index = (P - W) / (P + W), -1 to 1,
    higher = more peace journalism. It is no score of stories: the original is coded by the story.

    Parameters
    ----------
    evidence : Evidence
    by, seed, n_boot, include_left_out
        As in `framing`.
    lexicon : str
        Construct with the top categories war and peace, their children being indicators; an indicator with
        a pole on both sides has the same name under both.

    Returns
    -------
    pandas.DataFrame
        Rates (per_1000) of all, each side and each indicator; ``index`` over all, and ``index:INDICATOR``
        for those on both sides (unit index). Missing without hits of either.

    References
    ----------
    Lee, S. T., & Maslog, C. C. (2005). War or peace journalism? Asian newspaper coverage of conflicts.
    Journal of Communication 55(2), 311-329.
    """
    tables = as_tables(evidence)
    declared = pole_categories(tables, lexicon, POLES)
    tally, quantities = category_rates(
        tables, "peace_journalism", lexicon, by, seed=seed, n_boot=n_boot, include_left_out=include_left_out
    )
    names = [
        c.removeprefix("peace.") for c in declared if c.startswith("peace.") and "war." + c[6:] in declared
    ]
    pairs = [("index", "war", "peace")] + [(f"index:{n}", f"war.{n}", f"peace.{n}") for n in names]
    for name, war, peace in pairs:
        both = f"{name} hits"
        tally.add_sum(both, [war, peace])
        quantities.append(
            Quantity(
                name,
                "index",
                _index(war, peace),
                hits=both,
                undefined=f"undefined: no hits of {war} or {peace}",
                languages=declared[war] & declared[peace],
            )
        )
    return tally.table(quantities)


def _index(war: str, peace: str) -> Callable[[Sums], np.ndarray]:
    return lambda s: ratio(s[peace] - s[war], s[peace] + s[war])
