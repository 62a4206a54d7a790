"""How sure a text sounds: hedges by kind, and boosters apart."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
import pandas as pd

from discourse.errors import UsageError, did_you_mean, listed
from discourse.measures.kept import kept
from discourse.measures.quantities import Quantity
from discourse.measures.tables import Coded, EvidenceTables, Tables, as_tables
from discourse.measures.tally import Tally
from discourse.measures.units import By

__all__ = ["DENSITY_KINDS", "KINDS", "hedging"]

KINDS = ("epistemic", "doxastic", "investigation", "condition", "approximator", "frequency", "shield")
DENSITY_KINDS = ("epistemic", "doxastic", "approximator", "frequency")


@kept
def hedging(
    evidence: EvidenceTables | Tables,
    by: By = None,
    *,
    seed: int = 0,
    n_boot: int = 1000,
    include_left_out: bool = False,
    kinds: Sequence[str] = DENSITY_KINDS,
    voice: str | Sequence[str] | None = None,
) -> pd.DataFrame:
    """Measure hedging: cues per 1,000 tokens, density and each kind; boosters apart.

    Construct: words by which a writer or speaker holds back from full commitment. Density is the rate of the
    epistemic, doxastic, approximator and frequency cues together, unless `kinds` says otherwise. Attribution
    shields (“reportedly”) hand the commitment to somebody else and stay outside it, as do conditions and
    what is under investigation. Higher = more hedged; for ``boosters`` higher = more emphatic. A hedge says
    something of the wording, not of what the writer believes.

    Parameters
    ----------
    evidence : Evidence
    by, seed, n_boot, include_left_out, voice
        As in `framing`.
    kinds : sequence of str
        Kinds that the density adds up.

    Returns
    -------
    pandas.DataFrame
        Rows ``density``, one a kind, ``boosters``; unit per_1000. Missing where there are no tokens or the
        language is not annotated.

    Raises
    ------
    UsageError
        A kind that is none.

    References
    ----------
    Szarvas, G., Vincze, V., Farkas, R., Móra, G., & Gurevych, I. (2012). Cross-genre and cross-domain
    detection of semantic uncertainty. Computational Linguistics 38(2), 335-367 (epistemic, doxastic,
    investigation, condition). Prince, E. F., Frader, J., & Bosk, C. (1982). On hedging in
    physician-physician discourse. In R. J. Di Pietro (ed.), Linguistics and the professions, 83-97
    (approximators and shields).
    """
    tables = as_tables(evidence)
    tally = Tally(
        tables, "hedging", by, seed=seed, n_boot=n_boot, include_left_out=include_left_out, voice=voice
    )
    cues = tables.placed_cues
    counted = tally.counted(cues)
    block = cues["block"].to_numpy(dtype=np.int64)
    layer, of_kind = Coded(cues["layer"]), Coded(cues["kind"])
    is_hedge = layer.among("hedging")
    found = sorted({of_kind.names[code] for code in np.unique(of_kind.codes[is_hedge])} - set(KINDS))
    known = [*KINDS, *found]
    for kind in kinds:
        if kind not in known:
            raise UsageError(
                f"Argument kinds: '{kind}' is no kind of hedge; kinds are {listed(known)}."
                f"{did_you_mean(kind, known)}"
            )
    for kind in known:
        tally.add(kind, block, counted & is_hedge & of_kind.among(kind))
    tally.add_sum("density", list(dict.fromkeys(kinds)))
    tally.add("boosters", block, counted & layer.among("boosting"))
    return tally.table([Quantity.rate(name, name) for name in ("density", *known, "boosters")])
