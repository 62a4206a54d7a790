"""Numbers in a text: how many, of what, in whose voice, how hedged."""

from __future__ import annotations

from typing import Any

import numpy as np
import pandas as pd

from discourse.measures.frame import joined_notes, tidy
from discourse.measures.tables import LAYER_LANGUAGES, EvidenceTables, Tables, as_tables
from discourse.measures.units import By, Unit, check_groups, grouping, units_of
from discourse.measures.words import seeded

__all__ = ["quantities"]


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
        As in `framing`; intervals draw documents of a group, or sentences' paragraphs are not known here,
        so a single document has none.
    n_units : int
        How many units have rows: the commonest in all documents.

    Returns
    -------
    pandas.DataFrame
        ``numbers`` (per_1000), ``numbers:narrator`` and ``numbers:quoted`` (per_1000 of that voice's
        tokens), ``hedged`` (share of the numbers in sentences with a hedge), ``unit.percent`` … (count).
        Missing where there is nothing to divide by.
    """
    tables = as_tables(evidence)
    keys = grouping(by)
    check_groups(tables, keys)
    counted = _Numbers(tables, include_left_out)
    units_found = counted.commonest(n_units)
    rows: list[dict[str, Any]] = []
    for unit in units_of(tables, keys, LAYER_LANGUAGES):
        key = dict(zip(keys, unit.key, strict=True))
        for name, kind, top, base, factor in (
            ("numbers", "per_1000", "all", "words", 1000.0),
            ("numbers:narrator", "per_1000", "narrator", "narrator words", 1000.0),
            ("numbers:quoted", "per_1000", "quoted", "quoted words", 1000.0),
            ("hedged", "share", "hedged", "all", 1.0),
        ):
            rows.append(
                {
                    **key,
                    "measure": "quantities",
                    **counted.ratio(unit, name, kind, top, base, factor, seed, n_boot),
                }
            )
        for word in units_found:
            n = int(counted.by_unit[word][unit.documents].sum())
            rows.append(
                {
                    **key,
                    "measure": "quantities",
                    "category": f"unit.{word}",
                    "unit": "count",
                    "value": float(n),
                    "n_hits": n,
                    "n_tokens": int(counted.columns["words"][unit.documents].sum()),
                    "note": unit.note,
                }
            )
    return tidy(keys, rows)


class _Numbers:
    """Counts by document."""

    def __init__(self, tables: Tables, left_out: bool) -> None:
        n = len(tables.doc_ids)
        segments = tables.segments
        kept = left_out | ~segments["left_out"].to_numpy(dtype=bool)
        words = segments["n_tokens"].to_numpy(dtype=np.float64)
        narrator = segments["voice"].to_numpy(dtype=object) == "narrator"
        doc = tables.segment_doc

        def total(rows: np.ndarray) -> np.ndarray:
            return np.bincount(doc[rows], words[rows], minlength=n)

        self.columns = {
            "words": total(kept),
            "narrator words": total(kept & narrator),
            "quoted words": total(kept & ~narrator),
        }
        rows = tables.relations[tables.relations["relation"] == "number"]
        out = {
            (d, s)
            for d, s in zip(segments.loc[~kept, "doc_id"], segments.loc[~kept, "sentence"], strict=True)
        }
        hedged = {
            (d, s)
            for d, s, h in zip(segments["doc_id"], segments["sentence"], segments["hedged"], strict=True)
            if h
        }
        places = list(zip(rows["doc_id"], rows["sentence"], strict=True))
        rows = rows[np.array([p not in out for p in places], dtype=bool)]
        number_doc = tables.doc_codes(rows, "relations")
        voice = rows["voice"].to_numpy(dtype=object) == "narrator"
        in_hedge = np.array(
            [p in hedged for p in zip(rows["doc_id"], rows["sentence"], strict=True)], dtype=bool
        )
        for name, chosen in (
            ("all", np.ones(len(rows), dtype=bool)),
            ("narrator", voice),
            ("quoted", ~voice),
            ("hedged", in_hedge),
        ):
            self.columns[name] = np.bincount(number_doc[chosen], minlength=n).astype(np.float64)
        target = rows["target"].to_numpy(dtype=object).astype(str)
        self.by_unit = {w: np.bincount(number_doc[target == w], minlength=n) for w in sorted(set(target))}

    def commonest(self, number: int) -> list[str]:
        return sorted(self.by_unit, key=lambda w: (-int(self.by_unit[w].sum()), w))[:number]

    def ratio(
        self, unit: Unit, name: str, kind: str, top: str, base: str, factor: float, seed: int, n_boot: int
    ) -> dict[str, Any]:
        above, below = self.columns[top][unit.documents], self.columns[base][unit.documents]
        low = high = np.nan
        note = "" if below.sum() else "undefined: nothing to divide by"
        if below.sum() and len(above) > 1:
            n = len(above)
            weights = (
                seeded(seed, unit.name, "quantities", name)
                .multinomial(n, np.full(n, 1 / n), size=n_boot)
                .astype(float)
            )
            with np.errstate(divide="ignore", invalid="ignore"):
                low, high = np.nanpercentile(factor * (weights @ above) / (weights @ below), [2.5, 97.5])
            note = "95 % interval: documents resampled, percentile bootstrap"
        elif below.sum():
            note = "one document: no interval"
        value = factor * above.sum() / below.sum() if below.sum() else np.nan
        return {
            "category": name,
            "unit": kind,
            "value": value,
            "ci_low": low,
            "ci_high": high,
            "n_hits": int(above.sum()),
            "n_tokens": int(below.sum())
            if base != "all"
            else int(self.columns["words"][unit.documents].sum()),
            "note": joined_notes(note, unit.note),
        }
