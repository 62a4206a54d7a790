"""Who is let speak: quotations by kind and role of source, stance of the cue verb, concentration."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
import pandas as pd

from discourse.measures.quantities import Quantity
from discourse.measures.tables import EvidenceTables, Tables, as_tables
from discourse.measures.tally import Tally
from discourse.measures.units import By

__all__ = ["KINDS", "sourcing"]

KINDS = ("named", "anonymous", "institution", "document", "none")
STANCES = ("neutral", "doubting", "endorsing")


def sourcing(
    evidence: EvidenceTables | Tables,
    by: By = None,
    *,
    seed: int = 0,
    n_boot: int = 1000,
    include_left_out: bool = False,
    stance_lexicon: str = "reporting",
) -> pd.DataFrame:
    """Measure whom a text quotes and how.

    Construct: sources lend authority. A quotation is a row of the table quotes (a split one counts a row a
    part). Kind says how the source is identified, role what it is; a source without role has none, it is
    not counted as another. Stance is that of the cue verb: the reporter says, claims or admits.
    Concentration is the Herfindahl index of the quotations' speakers, the sum of squared shares: higher =
    fewer speak most, 1 = one speaks alone, 1/k = k speak as much.

    Parameters
    ----------
    evidence : Evidence
    by, seed, n_boot, include_left_out
        As in `framing`.
    stance_lexicon : str
        Construct with the categories neutral, doubting, endorsing; without it in the evidence there are no
        rows on stance.

    Returns
    -------
    pandas.DataFrame
        ``quotations`` (per_1000); ``kind:named`` …, ``role:ROLE`` …, ``stance:neutral`` … and
        ``type:direct`` … (shares of quotations, of those with a role or a judged verb); ``speakers`` (count
        of different speakers, one document at a time) and ``concentration`` (share; both means over
        documents in groups). Missing without quotations.

    References
    ----------
    Herfindahl, O. C. (1950); as used for diversity of sources, see Hirschman, A. O. (1964). The paternity
    of an index. American Economic Review 54(5), 761-762.
    """
    tables = as_tables(evidence)
    tables.require("quotes", "doc_id", "start", "type", "speaker", "source_kind", "source_role", "cue_start")
    tally = Tally(tables, "sourcing", by, seed=seed, n_boot=n_boot, include_left_out=include_left_out)
    quotes = tables.quotes
    doc = tables.doc_codes(quotes, "quotes")
    at = tables.segment_at(doc, quotes["start"].to_numpy(dtype=np.int64))
    counted = (at >= 0) & tally.segment_counted[np.maximum(at, 0)]
    block = tables.segment_block[np.maximum(at, 0)]
    tally.add("quotations", block, counted)
    quantities = [Quantity.rate("quotations", "quotations")]

    def shares(prefix: str, names: Sequence[str], values: np.ndarray, whole: str) -> None:
        undefined = "undefined: no quotations" + ("" if whole == "quotations" else f" with a {prefix}")
        for name in names:
            column = f"{prefix}:{name}"
            tally.add(column, block, counted & (values == name))
            quantities.append(Quantity.share(column, column, whole, undefined=undefined))

    kind = quotes["source_kind"].to_numpy(dtype=object)
    shares("kind", KINDS, np.where(pd.isna(kind), "none", kind), "quotations")
    role = quotes["source_role"].to_numpy(dtype=object)
    has_role = ~pd.isna(role)
    tally.add("with role", block, counted & has_role)
    shares("role", sorted(map(str, set(role[has_role]))), role, "with role")
    form = quotes["type"].to_numpy(dtype=object)
    shares("type", sorted(map(str, set(form[~pd.isna(form)]))), form, "quotations")
    if any(name == stance_lexicon for name, _ in tables.lexicons):
        stance = cue_stances(tables, stance_lexicon, doc, quotes["cue_start"].to_numpy(dtype=np.float64))
        tally.add("with stance", block, counted & (stance != ""))
        shares("stance", STANCES, stance, "with stance")
    _add_concentration(tally, doc[counted], quotes["speaker"].to_numpy(dtype=object)[counted])
    more = {"hits": "quotations", "whole": True, "undefined": "undefined: no quotation has a speaker"}
    quantities += [
        Quantity.mean("speakers", "count", "speakers", "documents with speakers", **more),
        Quantity.mean("concentration", "share", "concentration", "documents with speakers", **more),
    ]
    return tally.table(quantities)


def cue_stances(tables: Tables, lexicon: str, doc: np.ndarray, cue_start: np.ndarray) -> np.ndarray:
    """Return the stance of each quotation's cue: that of the hit of the lexicon which begins or covers it.

    Returns
    -------
    numpy.ndarray of object
        A top category, "" where there is no cue or no such hit.
    """
    result = np.full(len(doc), "", dtype=object)
    rows = tables.in_lexicon(lexicon)
    has_cue = ~np.isnan(cue_start)
    if not len(rows) or not has_cue.any():
        return result
    keys = (tables.hit_doc[rows] << 40) | tables.hits["start"].to_numpy(dtype=np.int64)[rows]
    order = np.argsort(keys, kind="stable")
    wanted = (doc[has_cue] << 40) | cue_start[has_cue].astype(np.int64)
    at = np.searchsorted(keys[order], wanted, side="right") - 1
    found = rows[order[np.maximum(at, 0)]]
    ends = tables.hits["end"].to_numpy(dtype=np.int64)[found]
    inside = (at >= 0) & (tables.hit_doc[found] == doc[has_cue]) & (ends > cue_start[has_cue])
    category = tables.hit_category
    tops = np.array([name.split(".")[0] for name in category.names], dtype=object)
    result[has_cue] = np.where(inside, tops[category.codes[found]], "")
    return result


def _add_concentration(tally: Tally, doc: np.ndarray, speaker: np.ndarray) -> None:
    """Add each document's number of speakers and Herfindahl index, and 1 for each document that has one."""
    known = ~pd.isna(speaker)
    table = pd.DataFrame({"doc": doc[known], "speaker": speaker[known]})
    counts = table.groupby(["doc", "speaker"]).size()
    shares = counts / counts.groupby("doc").transform("sum")
    index = (shares**2).groupby("doc").sum()
    number = counts.groupby("doc").size()
    docs = index.index.to_numpy(dtype=np.int64)
    first = tally.homes(docs)
    tally.add("concentration", first, weights=index.to_numpy(dtype=np.float64))
    tally.add("speakers", first, weights=number.to_numpy(dtype=np.float64))
    tally.add("documents with speakers", first)
