"""A gap between groups taken apart: who is let speak, and what each voice says."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Any

import numpy as np
import pandas as pd

from discourse.measures.intervals import resample_counts
from discourse.measures.quantities import Quantity, Sums
from discourse.measures.tables import Coded, EvidenceTables, Tables, as_tables
from discourse.measures.tally import Tally
from discourse.measures.units import By

__all__ = ["kitagawa", "who_or_what"]

PARTS = ("gap", "who", "what")


def kitagawa(
    tokens: np.ndarray, hits: np.ndarray, other_tokens: np.ndarray, other_hits: np.ndarray
) -> tuple[np.ndarray, np.ndarray, np.ndarray]:
    """Take the gap between two rates per 1,000 apart by voice.

    With s the share of a voice in all tokens and r its rate: gap = sum s r - sum s' r'; who = sum (s -
    s')(r + r')/2, the part due to room given to voices; what = sum (r - r')(s + s')/2, the part due to what
    they say. who + what = gap. A voice that has no words on one side has the other side's rate there, so
    that its part is all *who*.

    Parameters
    ----------
    tokens, hits : numpy.ndarray
        Shape (..., n_voices), of the group.
    other_tokens, other_hits : numpy.ndarray
        The same of what it is compared with.

    Returns
    -------
    gap, who, what : numpy.ndarray
        Per 1,000 tokens; NaN where a side has no tokens.

    References
    ----------
    Kitagawa, E. M. (1955). Components of a difference between two rates. Journal of the American Statistical
    Association 50(272), 1168-1194.

    Examples
    --------
    >>> sides = np.array([50.0, 50.0]), np.array([1.0, 2.0]), np.array([90.0, 10.0]), np.array([1.8, 0.4])
    >>> [round(float(part), 3) for part in kitagawa(*sides)]
    [8.0, 8.0, 0.0]
    """
    with np.errstate(divide="ignore", invalid="ignore"):
        share = tokens / tokens.sum(axis=-1, keepdims=True)
        other_share = other_tokens / other_tokens.sum(axis=-1, keepdims=True)
        rate, other_rate = 1000.0 * hits / tokens, 1000.0 * other_hits / other_tokens
    rate, other_rate = (
        np.where(np.isnan(rate), np.nan_to_num(other_rate), rate),
        np.where(np.isnan(other_rate), np.nan_to_num(rate), other_rate),
    )
    gap = (share * rate - other_share * other_rate).sum(axis=-1)
    who = ((share - other_share) * (rate + other_rate) / 2.0).sum(axis=-1)
    what = ((rate - other_rate) * (share + other_share) / 2.0).sum(axis=-1)
    return gap, who, what


def who_or_what(
    evidence: EvidenceTables | Tables,
    by: By = None,
    *,
    seed: int = 0,
    n_boot: int = 1000,
    include_left_out: bool = False,
    lexicon: str = "war_peace",
    categories: Sequence[str] | None = None,
    split: str = "voice",
) -> pd.DataFrame:
    """Measure how far a gap is due to who is quoted, and how far to what is said.

    Construct: one paper's war talk may exceed another's since it quotes generals more, or since everybody
    in it talks more of war. Each group (document) is compared with all others together and the gap in the
    rate of hits (not negated, not left out) is taken apart. Higher gap = more of the category than in the
    others; who and what add up to it.

    Parameters
    ----------
    evidence : Evidence
    by, seed, n_boot, include_left_out, lexicon
        As in `framing`.
    categories : sequence of str, optional
        What is counted; the top categories by default.
    split : {"voice", "source_kind", "source_role"}
        What tells the voices apart: narrator, direct, indirect; or the narrator and the kinds or roles of
        quoted sources.

    Returns
    -------
    pandas.DataFrame
        ``war:gap``, ``war:who``, ``war:what`` (per_1000, positive = above the others). Missing where there
        is nothing to compare with. For groups the interval draws the documents of both sides; for a
        document its paragraphs, the others being taken as they are.

    References
    ----------
    Kitagawa, E. M. (1955). Components of a difference between two rates. Journal of the American
    Statistical Association 50(272), 1168-1194 (formula: see `kitagawa`).
    """
    tables = as_tables(evidence)
    declared = tables.lexicon_categories(lexicon)
    chosen = [c for c in declared if "." not in c] if categories is None else list(categories)
    tally = Tally(
        tables,
        "who_or_what",
        by,
        languages=tables.lexicon_languages(lexicon),
        seed=seed,
        n_boot=n_boot,
        include_left_out=include_left_out,
    )
    in_segments, in_hits, names = _voices(tables, split)
    asserted = tables.hit_asserted
    tokens = tables.segments["n_tokens"].to_numpy()
    for name in names:
        tally.add(
            f"tokens {name}", tables.segment_block, tally.segment_counted & in_segments.among(name), tokens
        )
        mine = asserted & in_hits.among(name)
        for category in chosen:
            rows = tables.in_category(lexicon, category)
            tally.add_hits(f"{category} {name}", rows[mine[rows]])
    for category in chosen:
        tally.add_sum(category, [f"{category} {name}" for name in names])
    others = _Others(tally)
    quantities = []
    for category in chosen:
        for part, name in enumerate(PARTS):
            quantities.append(
                Quantity(
                    f"{category}:{name}",
                    "per_1000",
                    others.against([f"tokens {n}" for n in names], [f"{category} {n}" for n in names], part),
                    hits=category,
                    note="against all others together",
                    undefined="undefined: nothing to compare with",
                    languages=declared.get(category),
                )
            )
    return tally.table(quantities)


class _Others:
    """Sums over all units but one: as they are, and for groups also drawn again.

    A document is compared with the other documents as they are; of groups the documents of both sides are
    drawn.
    """

    def __init__(self, tally: Tally) -> None:
        self.tally = tally
        self.blocks = tally.blocks()
        self.sums = self.blocks.sums
        self._kept: dict[int, np.ndarray] = {}
        self._last: tuple[Sums | None, Any, Any] = (None, None, None)

    def _drawn(self, unit: int) -> np.ndarray:
        """Return the sums of all but a unit in each resample, shape (n_columns, n_boot)."""
        if unit not in self._kept:
            rest = np.concatenate([self.blocks.of(u) for u in range(len(self.sums)) if u != unit])
            name = f"{self.tally.measure} not {self.blocks.units[unit].name}"
            counts = resample_counts(len(rest), self.tally.n_boot, self.tally.seed, name)
            self._kept[unit] = rest.T @ counts.astype(np.float64)
        return self._kept[unit]

    def _rest(self, s: Sums) -> np.ndarray:
        """Return the sums of all others of each unit, shape (n_units, n_columns, n_boot)."""
        if not s.resampled or self.tally.per_document or len(self.sums) == 1:
            rest: np.ndarray = (self.sums.sum(axis=0) - self.sums[s.members])[:, :, None]
            return rest
        return np.stack([self._drawn(int(unit)) for unit in s.members])

    def against(self, room: Sequence[str], hits: Sequence[str], part: int) -> Callable[[Sums], np.ndarray]:
        """Return the function that computes one part of the gap to the others."""
        at_room, at_hits = ([self.blocks.index[name] for name in names] for names in (room, hits))

        def value(s: Sums) -> np.ndarray:
            # The parts of one gap are asked for one after the other.
            if self._last[0] is not s or self._last[1] != hits:
                rest = self._rest(s)
                # The voices come last.
                own = s.stack(room).transpose(0, 2, 1), s.stack(hits).transpose(0, 2, 1)
                theirs = rest[:, at_room].transpose(0, 2, 1), rest[:, at_hits].transpose(0, 2, 1)
                self._last = (s, hits, kitagawa(*own, *theirs))
            result: np.ndarray = self._last[2][part]
            return result

        return value


def _voices(tables: Tables, split: str) -> tuple[Coded, Coded, list[str]]:
    """Return the voice of each segment and hit, and the voices there are."""
    if split == "voice":
        return tables.segment_voice, tables.hit_voice, sorted(tables.segment_voice.names)
    tables.require("quotes", "doc_id", "quote_id", split)
    source = tables.quotes.drop_duplicates(["doc_id", "quote_id"]).set_index(["doc_id", "quote_id"])[split]

    def of(frame: pd.DataFrame) -> Coded:
        keys = pd.MultiIndex.from_frame(frame[["doc_id", "quote_id"]])
        found = source.reindex(keys).to_numpy(dtype=object)
        quoted = (frame["voice"] != "narrator").to_numpy(dtype=bool)
        voices = np.where(quoted, np.where(pd.isna(found), "unknown", found), "narrator")
        return Coded(pd.Series(voices, dtype=object))

    segments, hits = of(tables.segments), of(tables.hits)
    return segments, hits, sorted({*segments.names, *hits.names})
