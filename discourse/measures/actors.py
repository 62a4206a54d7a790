"""Who the text is about, and what stands in the sentences that name them."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
import pandas as pd

from discourse.measures.quantities import Quantity
from discourse.measures.rates import category_rates
from discourse.measures.sentences import Sentences
from discourse.measures.tables import EvidenceTables, Tables, as_tables
from discourse.measures.units import By

__all__ = ["actors"]

CUES = (("war_peace", "war"), ("war_peace", "peace"), ("responsibility", "blame"))


def actors(
    evidence: EvidenceTables | Tables,
    by: By = None,
    *,
    seed: int = 0,
    n_boot: int = 1000,
    include_left_out: bool = False,
    lexicon: str = "actors",
    cues: Sequence[tuple[str, str]] = CUES,
    number: int = 10,
) -> pd.DataFrame:
    """Measure mentions of actors and the cues in their sentences.

    Construct: *co-occurrence*, no more: that war stands in a sentence with a state does not say who wages
    it (agent and patient need syntax). ``NAME:war`` is the share of the sentences naming the actor that
    hold a hit of war which is not negated; compare it with ``all:war``, that of all sentences. Higher = war
    is spoken of where the actor is.

    Parameters
    ----------
    evidence : Evidence
    by, seed, n_boot, include_left_out
        As in `framing`.
    lexicon : str
        Construct whose leaf categories are actors, a gazetteer with aliases; replace it with your own.
    cues : sequence of (lexicon, category)
        What is looked for; those whose lexicon was not used are left away.
    number : int
        How many actors have rows: those with most mentions in all documents together.

    Returns
    -------
    pandas.DataFrame
        ``mentions`` (all, per_1000); per actor ``NAME`` (per_1000) and ``NAME:war``, ``NAME:peace``,
        ``NAME:blame`` (share of its sentences; n_hits sentences with both); ``all:war`` … (share of all
        sentences). Missing where an actor is not named.

    References
    ----------
    This project's own. What clause analysis adds: van Atteveldt, W., et al. (2017). Clause analysis.
    Political Analysis 25(2), 207-222.
    """
    tables = as_tables(evidence)
    tally, quantities = category_rates(
        tables,
        "actors",
        lexicon,
        by,
        seed=seed,
        n_boot=n_boot,
        include_left_out=include_left_out,
        negated=True,
        total="mentions",
    )
    declared = tables.lexicon_categories(lexicon)
    leaves = [c for c in declared if not any(other.startswith(c + ".") for other in declared)]
    mentions = {name: float(tally.column(name).sum()) for name in leaves}
    chosen = sorted((name for name in leaves if mentions[name]), key=lambda name: (-mentions[name], name))[
        :number
    ]
    kept = [q for q in quantities if q.category in {"mentions", *chosen}]
    sentences = Sentences(tally)
    tally.add("sentences", sentences.block)
    asserted = tables.hit_asserted
    named = {
        name: sentences.counts(tally.counted_hits(tables.in_category(lexicon, name))) > 0 for name in chosen
    }
    named["all"] = np.ones(len(sentences), dtype=bool)
    used = {name for name, _ in tables.lexicons}
    for name, inside in named.items():
        tally.add(f"{name} sentences", sentences.block, inside)
        for cue_lexicon, category in cues:
            if cue_lexicon not in used:
                continue
            rows = tally.counted_hits(tables.in_category(cue_lexicon, category))
            with_cue = sentences.counts(rows[asserted[rows]]) > 0
            column = f"{name}:{category}"
            tally.add(column, sentences.block, inside & with_cue)
            undefined = f"undefined: {name} is not named"
            kept.append(Quantity.share(column, column, f"{name} sentences", undefined=undefined))
    return tally.table(kept)
