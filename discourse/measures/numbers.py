"""Numbers in a text: how many, of what, in whose voice, how hedged."""

from __future__ import annotations

import numpy as np
import pandas as pd

from discourse.measures.quantities import Quantity
from discourse.measures.tables import EvidenceTables, Tables, as_tables
from discourse.measures.tally import Tally
from discourse.measures.units import By, units_of

__all__ = ["quantities"]

PERCENT = ("percent", "por ciento")


def quantities(
    evidence: EvidenceTables | Tables,
    by: By = None,
    *,
    seed: int = 0,
    n_boot: int = 1000,
    include_left_out: bool = False,
    n_units: int = 8,
) -> pd.DataFrame:
    """Measure the numbers a text gives: their rate, by voice and by what they count, and the share hedged.

    Construct: figures lend precision (“340 percent”, “two hundred thousand soldiers”). A number is one with
    a unit, the noun it counts; dates, years, hours and ordinals are none. Whether it is true is not asked.
    Higher = more figures.

    Parameters
    ----------
    evidence : Evidence
        Its table relations holds the numbers.
    by, seed, n_boot, include_left_out
        As in `framing`.
    n_units : int
        How many units have rows: the commonest in all documents in the group's language.

    Returns
    -------
    pandas.DataFrame
        ``numbers`` (per_1000), ``numbers:narrator`` and ``numbers:quoted`` (per_1000 of that voice's
        tokens), ``hedged`` (share of the numbers whose stretch of one voice in a sentence has a hedge),
        ``based`` (share of the percentages that say of what), then ``unit.years`` … (per_1000, n_hits their
        number). Missing where there is nothing to divide by.

    References
    ----------
    This project's own.
    """
    tables = as_tables(evidence)
    tally = Tally(tables, "quantities", by, seed=seed, n_boot=n_boot, include_left_out=include_left_out)
    tables.require("relations", "doc_id", "target", "relation", "start")
    rows = np.flatnonzero(tables.relations["relation"].isin(["number", "base"]).to_numpy(dtype=bool))
    segment = tables.relation_segment[rows]
    rows, segment = rows[segment >= 0], segment[segment >= 0]
    kept = tally.segment_counted[segment]
    rows, segment = rows[kept], segment[kept]
    block = tables.segment_block[segment]
    narrator = tables.segment_voice.among("narrator")
    words = tables.segments["n_tokens"].to_numpy()
    target = tables.relation_target[rows].astype(str)
    number = (tables.relations["relation"].iloc[rows] == "number").to_numpy(dtype=bool)
    tally.add("numbers", block, number)
    tally.add("hedged", block, number & tables.segments["hedged"].to_numpy(dtype=bool)[segment])
    tally.add("percentages", block, number & np.isin(target, PERCENT))
    tally.add("based", block, ~number)
    listed = [
        Quantity.rate("numbers", "numbers"),
        *(
            Quantity.rate(
                f"numbers:{name}", f"numbers {name}", f"words {name}", undefined=f"undefined: nothing {name}"
            )
            for name in ("narrator", "quoted")
        ),
        Quantity.share("hedged", "hedged", "numbers", undefined="undefined: no numbers"),
        Quantity.share("based", "based", "percentages", undefined="undefined: no percentages"),
    ]
    for name, mine in (("narrator", narrator), ("quoted", ~narrator)):
        tally.add(f"numbers {name}", block, number & mine[segment])
        chosen = tally.segment_counted & mine
        tally.add(f"words {name}", tables.segment_block, chosen, words)
    language = tables.language.astype(str)[tables.relation_doc[rows]]
    commonest = {one: _commonest(target[number & (language == one)], n_units) for one in np.unique(language)}
    first = len(listed)
    every = {name for names in commonest.values() for name in names}
    listed_units = [name for name in _commonest(target[number], None) if name in every]
    for name in listed_units:
        tally.add(f"unit.{name}", block, number & (target == name))
        listed.append(Quantity.rate(f"unit.{name}", f"unit.{name}"))
    table = tally.table(listed)
    # A group has the units of its own languages: years say nothing of años.
    groups = units_of(tables, tally.keys, tally.languages)
    told = np.ones((len(groups), len(listed)), dtype=bool)
    for row, group in zip(told, groups, strict=True):
        own = {name for one in group.languages for name in commonest.get(one, ())}
        row[first:] = [name in own for name in listed_units]
    return table[told.ravel()].reset_index(drop=True)


def _commonest(names: np.ndarray, number: int | None) -> list[str]:
    """The names that stand there oftenest; ties in the order of the alphabet."""
    different, counts = np.unique(names, return_counts=True)
    found: list[str] = different[np.lexsort((different, -counts))][:number].tolist()
    return found
