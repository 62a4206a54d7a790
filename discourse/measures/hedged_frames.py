"""What is said with hedges: asserted threat, hedged opening."""

from __future__ import annotations

import numpy as np
import pandas as pd

from discourse.measures.quantities import Quantity, Sums, ratio
from discourse.measures.tables import EvidenceTables, Tables, as_tables
from discourse.measures.tally import Tally
from discourse.measures.units import By

__all__ = ["hedged_frames"]


def hedged_frames(
    evidence: EvidenceTables | Tables,
    by: By = None,
    *,
    seed: int = 0,
    n_boot: int = 1000,
    include_left_out: bool = False,
    lexicon: str = "war_peace",
    contrast: tuple[str, str] = ("war", "peace"),
) -> pd.DataFrame:
    """Measure the share of a category's hits that stand in a hedged clause.

    Construct: a text can state one side's doings flatly and the other's with caution (“troops will move”,
    “talks might resume”). Share = hits in a clause with a hedge (`hits.hedged`) / hits, of those not
    negated and not left out. Higher = more of the category is said with reserve. Voices are kept apart, for
    speakers hedge otherwise than reporters. The lexicon of hedges must share no entry with that of the
    categories, or a hedge would hedge itself.

    Parameters
    ----------
    evidence : Evidence
    by, seed, n_boot, include_left_out, lexicon
        As in `framing`.
    contrast : (str, str)
        Categories whose difference is told in the row ``contrast``.

    Returns
    -------
    pandas.DataFrame
        A row a category (share), for top categories also ``war:narrator`` and ``war:quoted``; then
        ``contrast``, the share of the first minus that of the second (difference, -1 to 1). Missing where a
        category has no hits.

    References
    ----------
    This project's own; kinds of hedges as in `hedging` (Szarvas et al. 2012).
    """
    tables = as_tables(evidence)
    declared = tables.lexicon_categories(lexicon)
    tally = Tally(
        tables,
        "hedged_frames",
        by,
        languages=tables.lexicon_languages(lexicon),
        seed=seed,
        n_boot=n_boot,
        include_left_out=include_left_out,
    )
    asserted = tables.hit_asserted
    hedged = tables.hits["hedged"].to_numpy(dtype=bool)
    narrator = tables.hit_voice.among("narrator")
    everywhere = np.ones(len(asserted), dtype=bool)
    quantities = []
    for category, languages in declared.items():
        rows = tables.in_category(lexicon, category)
        rows = rows[asserted[rows]]
        parts = [(category, everywhere)]
        if "." not in category:
            parts += [(f"{category}:narrator", narrator), (f"{category}:quoted", ~narrator)]
        for name, where in parts:
            mine = rows[where[rows]]
            tally.add_hits(f"{name} hits", mine)
            tally.add_hits(f"{name} hedged", mine[hedged[mine]])
            quantities.append(
                Quantity.share(
                    name,
                    f"{name} hedged",
                    f"{name} hits",
                    undefined=f"undefined: no hits of {name}",
                    languages=languages,
                )
            )
    first, second = contrast
    if first in declared and second in declared:

        def difference(s: Sums) -> np.ndarray:
            return ratio(s[f"{first} hedged"], s[f"{first} hits"]) - ratio(
                s[f"{second} hedged"], s[f"{second} hits"]
            )

        tally.add_sum("both", [f"{first} hits", f"{second} hits"])
        quantities.append(
            Quantity(
                "contrast",
                "difference",
                difference,
                hits="both",
                note=f"{first} minus {second}",
                undefined=f"undefined: no hits of {first} or of {second}",
                languages=declared[first] & declared[second],
            )
        )
    return tally.table(quantities)
