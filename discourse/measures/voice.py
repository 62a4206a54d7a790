"""Whose words the war words are: rates by voice and by speaker, each over that voice's own words."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
import pandas as pd

from discourse.measures.quantities import Quantity
from discourse.measures.tables import EvidenceTables, Tables, as_tables
from discourse.measures.tally import Tally
from discourse.measures.units import VOICES, By

__all__ = ["voice"]


def voice(
    evidence: EvidenceTables | Tables,
    by: By = None,
    *,
    seed: int = 0,
    n_boot: int = 1000,
    include_left_out: bool = False,
    lexicon: str = "war_peace",
    categories: Sequence[str] | None = None,
    speakers: int = 5,
) -> pd.DataFrame:
    """Measure who says it: rates of a lexicon's categories by voice and speaker.

    Construct: a text may speak of war itself or let others do so. Each voice's rate is 1000 times its hits
    (not negated, not left out) over its own tokens, so that a voice does not seem warlike for having much
    room; `tokens:VOICE` says how much room it has. Higher = more of the category in that voice. What is
    quoted is the author's choice: a rate of a speaker here is one of the speaker as quoted.

    Parameters
    ----------
    evidence : Evidence
    by, seed, n_boot, include_left_out, lexicon
        As in `framing`.
    categories : sequence of str, optional
        What to count; the top categories by default.
    speakers : int
        How many speakers get rows of their own: those with most quoted tokens in all documents together.

    Returns
    -------
    pandas.DataFrame
        ``tokens:narrator`` (share of all tokens) and ``war:narrator`` (per_1000, n_tokens that voice's),
        the same for direct, indirect and quoted (both), and for each speaker (``war:NAME``) in the units
        where the speaker has words. Missing where a voice has no tokens.

    References
    ----------
    This project's own: rates over each voice's own tokens, so that room and talk are told apart.
    """
    tables = as_tables(evidence)
    tables.require("segments", "voice", "speaker")
    declared = tables.lexicon_categories(lexicon)
    chosen = [c for c in declared if "." not in c] if categories is None else list(categories)
    tally = Tally(
        tables,
        "voice",
        by,
        languages=tables.lexicon_languages(lexicon),
        seed=seed,
        n_boot=n_boot,
        include_left_out=include_left_out,
    )
    tokens = tables.segments["n_tokens"].to_numpy()
    asserted = tables.hit_asserted
    named = most_quoted(tables, tally.segment_counted, speakers)
    quoted = ~tables.segment_voice.among("narrator"), ~tables.hit_voice.among("narrator")
    groups = [(v, tables.segment_voice.among(v), tables.hit_voice.among(v)) for v in VOICES]
    groups.append(("quoted", *quoted))
    for name in named:
        spoken = tables.segment_speaker.among(name), tables.hit_speaker.among(name)
        groups.append((name, spoken[0] & quoted[0], spoken[1] & quoted[1]))
    quantities = []
    for name, in_segments, in_hits in groups:
        room = f"tokens:{name}"
        tally.add(room, tables.segment_block, tally.segment_counted & in_segments, tokens)
        quantities.append(Quantity.share(room, room, "n_tokens", hits=None))
        for category in chosen:
            rows = tables.in_category(lexicon, category)
            column = f"{category}:{name}"
            tally.add_hits(column, rows[asserted[rows] & in_hits[rows]])
            undefined = f"undefined: no words in voice {name}" if name in (*VOICES, "quoted") else "no words"
            quantities.append(
                Quantity.rate(column, column, room, undefined=undefined, languages=declared.get(category))
            )
    table = tally.table(quantities)
    return _without_silent(table, named)


def most_quoted(tables: Tables, counted: np.ndarray, number: int) -> list[str]:
    """Return the speakers with most quoted tokens in all documents, most first, ties by name."""
    speaker = tables.segment_speaker
    quoted = counted & ~tables.segment_voice.among("narrator") & (speaker.codes >= 0)
    words = tables.segments["n_tokens"].to_numpy()[quoted]
    totals = np.bincount(speaker.codes[quoted], weights=words, minlength=len(speaker.names))
    seen = np.unique(speaker.codes[quoted])
    ranked = sorted((-totals[code], speaker.names[code]) for code in seen)
    return [name for _, name in ranked[: max(number, 0)]]


def _without_silent(table: pd.DataFrame, named: Sequence[str]) -> pd.DataFrame:
    """Leave away the rows of speakers who do not speak in a unit; the voices keep theirs."""
    names = [str(category).partition(":") for category in table["category"]]
    who = pd.Series([name for _, _, name in names], index=table.index, dtype=object)
    is_room = np.array([kind == "tokens" for kind, _, _ in names], dtype=bool)
    silent = who.isin(named) & (((~is_room) & (table["n_tokens"] == 0)) | (is_room & ~(table["value"] > 0)))
    return table[~silent].reset_index(drop=True)
