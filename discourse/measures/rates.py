"""Rates of a lexicon's categories, as several measures need them."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np

from discourse.measures.quantities import Quantity
from discourse.measures.tables import EvidenceTables, Tables, as_tables
from discourse.measures.tally import Tally
from discourse.measures.units import By

__all__ = ["category_rates"]


def category_rates(
    evidence: EvidenceTables | Tables,
    measure: str,
    lexicon: str,
    by: By,
    *,
    seed: int,
    n_boot: int,
    include_left_out: bool,
    voice: str | Sequence[str] | None = None,
    negated: bool = False,
    total: str = "density",
    prefix: str = "",
) -> tuple[Tally, list[Quantity]]:
    """Return a tally with a column for each category of a lexicon, and the rates as quantities.

    Parameters
    ----------
    evidence : Evidence
    measure : str
        Name of the measure.
    lexicon : str
        Construct whose hits are counted.
    by, seed, n_boot, include_left_out, voice
        As in `framing`.
    negated : bool
        Count negated hits too (where a cue is talk of something, said or denied).
    total : str
        Name of the row of all categories together, each span once.
    prefix : str
        Put before each category's name.

    Returns
    -------
    tally : Tally
        With the columns `prefix + category` and `prefix + total`.
    quantities : list of Quantity
        The total first, then the categories as declared.
    """
    tables = as_tables(evidence)
    declared = tables.lexicon_categories(lexicon)
    tally = Tally(
        tables,
        measure,
        by,
        languages=tables.lexicon_languages(lexicon),
        seed=seed,
        n_boot=n_boot,
        include_left_out=include_left_out,
        voice=voice,
    )
    counted = np.ones(len(tables.hits), dtype=bool) if negated else tables.hit_asserted
    rows = tables.in_category(lexicon)
    tally.add_hits(prefix + total, rows[counted[rows]])
    quantities = [Quantity.rate(prefix + total, prefix + total)]
    for category, languages in declared.items():
        rows = tables.in_category(lexicon, category)
        tally.add_hits(prefix + category, rows[counted[rows]])
        quantities.append(Quantity.rate(prefix + category, prefix + category, languages=languages))
    return tally, quantities
