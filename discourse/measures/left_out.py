"""How much of a text is boilerplate, and what difference leaving it out makes."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from typing import Any

import numpy as np
import pandas as pd

from discourse.errors import UsageError, did_you_mean, listed
from discourse.measures.frame import by_unit
from discourse.measures.framing import framing
from discourse.measures.hedging import hedging
from discourse.measures.quantities import Quantity
from discourse.measures.rejection import rejection
from discourse.measures.tables import EvidenceTables, Tables, as_tables
from discourse.measures.tally import Tally
from discourse.measures.units import By, grouping

__all__ = ["left_out"]

COMPARED: Mapping[str, Callable[..., pd.DataFrame]] = {
    "framing": framing,
    "rejection": rejection,
    "hedging": hedging,
}


def left_out(
    evidence: EvidenceTables | Tables,
    by: By = None,
    *,
    seed: int = 0,
    n_boot: int = 1000,
    measures: Sequence[str] | Mapping[str, Callable[..., pd.DataFrame]] | None = None,
    **options: Any,
) -> pd.DataFrame:
    """Measure the share of tokens left out, and other measures with and without them.

    Construct (higher = more boilerplate): promotional, navigation and call-to-comment fragments are no part
    of the text's discourse. They are marked in the tables, not removed, so every number can be computed
    both ways; where the two differ, the fragments and not the author made the difference.

    Parameters
    ----------
    evidence : Evidence
    by, seed, n_boot
        As in `framing`.
    measures : sequence of str, or mapping of str to callable, optional
        What to compute both ways: names among framing, rejection, hedging, or any measures by name. By
        default framing and hedging, framing only where its lexicon was used.
    **options
        Passed on to these measures, e.g. ``lexicon``.

    Returns
    -------
    pandas.DataFrame
        Row ``tokens`` (share of tokens left out, 0 to 1; n_tokens counts all), then for every row of each
        measure ``framing.war:without`` and ``framing.war:with`` the left-out tokens, in that measure's
        unit.

    Raises
    ------
    UsageError
        A name that is not among the measures.

    References
    ----------
    The comparison is this project's own; each compared measure names its own source.
    """
    tables = as_tables(evidence)
    chosen = _chosen(tables, measures)
    tally = Tally(tables, "left_out", by, seed=seed, n_boot=n_boot, include_left_out=True)
    marked = tables.segments["left_out"].to_numpy(dtype=bool)
    tally.add("left out", tables.segment_block, marked, tables.segments["n_tokens"].to_numpy())
    affected = np.unique(tables.segment_doc[marked])
    share = Quantity.share("tokens", "left out", "n_tokens", hits=None)
    frames = [tally.table([share])]
    some = tables.only(affected) if tally.per_document and len(affected) else tables
    for name, function in chosen.items():
        versions = {"without": function(tables, by, seed=seed, n_boot=n_boot, **options)}
        versions["with"] = versions["without"]
        if len(affected):
            # Where nothing is left out both versions are one.
            found = function(some, by, seed=seed, n_boot=n_boot, include_left_out=True, **options)
            if tally.per_document:
                same = versions["without"][~versions["without"]["doc_id"].isin(some.doc_ids)]
                found = pd.concat([same, found], ignore_index=True).sort_values("doc_id", kind="stable")
            versions["with"] = found.reset_index(drop=True)
        both = [
            frame.assign(measure="left_out", category=name + "." + frame["category"] + ":" + suffix)
            for suffix, frame in versions.items()
        ]
        # The two versions of a row stand one below the other.
        frames.append(pd.concat(both).sort_index(kind="stable"))
    return by_unit(pd.concat(frames, ignore_index=True), grouping(by))


def _chosen(
    tables: Tables, measures: Sequence[str] | Mapping[str, Callable[..., pd.DataFrame]] | None
) -> Mapping[str, Callable[..., pd.DataFrame]]:
    if isinstance(measures, Mapping):
        return measures
    if measures is None:
        has_framing = any(name == "war_peace" for name, _ in tables.lexicons)
        measures = ["framing", "hedging"] if has_framing else ["hedging"]
    for name in measures:
        if name not in COMPARED:
            raise UsageError(
                f"Argument measures: '{name}' cannot be compared by name; names are {listed(COMPARED)}."
                f"{did_you_mean(name, COMPARED)}"
            )
    return {name: COMPARED[name] for name in measures}
