"""Rates of a lexicon's categories: as a measure of any lexicon, and as several measures need them."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
import pandas as pd

from discourse.errors import MeasureError
from discourse.lexicon import builtin_lexicons
from discourse.measures.frame import by_unit
from discourse.measures.quantities import Quantity
from discourse.measures.tables import EvidenceTables, Tables, as_tables
from discourse.measures.tally import Tally
from discourse.measures.units import By, grouping

__all__ = ["category_rates", "rates"]


def rates(
    evidence: EvidenceTables | Tables,
    by: By = None,
    *,
    seed: int = 0,
    n_boot: int = 1000,
    include_left_out: bool = False,
    lexicon: str | Sequence[str] | None = None,
    voice: str | Sequence[str] | None = None,
    negated: bool = False,
) -> pd.DataFrame:
    """Measure the categories of any lexicon, one of your own too: hits per 1,000 tokens.

    Construct: whatever the lexicon says that its hits show. Rates of hits that are not negated and not left
    out; higher = more of it. A parent category counts a span once, though an entry stands in two of its
    children.

    Parameters
    ----------
    evidence : Evidence
    by, seed, n_boot, include_left_out, voice
        As in `framing`.
    lexicon : str, sequence of str, optional
        Names of lexicons. By default those of the evidence that are not built in; all, where every one is.
    negated : bool
        Count negated hits too.

    Returns
    -------
    pandas.DataFrame
        ``all`` (every hit, a span once), then a row a category; unit per_1000. Where several lexicons are
        counted, each one's name stands before its categories: ``harbour.all``, ``harbour.vessel``. Missing
        where there are no tokens, or the language has no such lexicon.

    Raises
    ------
    MeasureError
        The evidence was made with no lexicon, or not with this one.
    """
    tables = as_tables(evidence)
    used = list(dict.fromkeys(name for name, _ in tables.lexicons))
    if lexicon is None:
        asked = [name for name in used if name not in builtin_lexicons()] or used
    else:
        asked = [lexicon] if isinstance(lexicon, str) else list(lexicon)
    if not asked:
        raise MeasureError("Measure 'rates' counts a lexicon's hits; name one in find(corpus, 'war_peace').")
    parts = []
    for name in asked:
        tally, quantities = category_rates(
            tables,
            "rates",
            name,
            by,
            seed=seed,
            n_boot=n_boot,
            include_left_out=include_left_out,
            voice=voice,
            negated=negated,
            total="all",
            prefix=f"{name}." if len(asked) > 1 else "",
        )
        parts.append(tally.table(quantities))
    return by_unit(pd.concat(parts, ignore_index=True), grouping(by))


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
