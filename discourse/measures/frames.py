"""Frame cues under published labels: what sides of an issue a text speaks of."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
import pandas as pd

from discourse.measures.frame import by_unit
from discourse.measures.quantities import Quantity
from discourse.measures.rates import category_rates
from discourse.measures.tables import EvidenceTables, Tables, as_tables
from discourse.measures.units import By, grouping

__all__ = ["frames"]


def frames(
    evidence: EvidenceTables | Tables,
    by: By = None,
    *,
    seed: int = 0,
    n_boot: int = 1000,
    include_left_out: bool = False,
    lexicons: Sequence[str] = ("policy_frames", "news_frames"),
    voice: str | Sequence[str] | None = None,
) -> pd.DataFrame:
    """Measure frame cues: rates, shares, and in how many paragraphs.

    Construct: the dimensions of the Policy Frames Codebook and the five frames of Semetko and Valkenburg,
    each by a lexicon of its own, never mixed. Cues count negated too, for what is denied of the economy is
    said of the economy. Higher = more is said of it. These are cues; a *frame* is what coders confirm, and
    the five frames are story-level scales in the original.

    Parameters
    ----------
    evidence : Evidence
    by, seed, n_boot, include_left_out, voice
        As in `framing`.
    lexicons : sequence of str
        Constructs, each told apart by its name before the category.

    Returns
    -------
    pandas.DataFrame
        For each lexicon ``policy_frames.economic`` (per_1000), ``policy_frames.economic:share`` (of all
        cues of that lexicon), and ``policy_frames.economic:reach`` (share of paragraphs with the cue).

    References
    ----------
    Boydstun, A. E., Card, D., Gross, J. H., Resnik, P., & Smith, N. A. (2014). Tracking the development of
    media frames within and across policy issues. Card, D., Boydstun, A. E., Gross, J. H., Resnik, P., &
    Smith, N. A. (2015). The Media Frames Corpus: Annotations of frames across issues. Proceedings of
    ACL-IJCNLP, 438-444. Semetko, H. A., & Valkenburg, P. M. (2000). Framing European politics. Journal of
    Communication 50(2), 93-109.
    """
    tables = as_tables(evidence)
    parts = []
    for lexicon in lexicons:
        prefix = f"{lexicon}."
        tally, quantities = category_rates(
            tables,
            "frames",
            lexicon,
            by,
            seed=seed,
            n_boot=n_boot,
            include_left_out=include_left_out,
            voice=voice,
            negated=True,
            total="all",
            prefix=prefix,
        )
        filled = tally.column("n_tokens") > 0
        tally.add("paragraphs", np.flatnonzero(filled))
        for category, languages in tables.lexicon_categories(lexicon).items():
            name = prefix + category
            tally.add(f"{name} reach", np.flatnonzero(filled & (tally.column(name) > 0)))
            no_cues = f"undefined: no cues of {lexicon}"
            quantities += [
                Quantity.share(f"{name}:share", name, f"{prefix}all", languages=languages, undefined=no_cues),
                Quantity.share(f"{name}:reach", f"{name} reach", "paragraphs", languages=languages),
            ]
        parts.append(tally.table(quantities))
    return by_unit(pd.concat(parts, ignore_index=True), grouping(by))
