"""A gap between groups taken apart: who is let speak, and what each voice says."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

import numpy as np
import pandas as pd

from discourse.measures.frame import count_of, joined_notes, tidy
from discourse.measures.intervals import block_order, interval_of_draws, resample_counts
from discourse.measures.tables import EvidenceTables, Tables, as_tables
from discourse.measures.tally import MIN_DOCUMENTS, MIN_PARAGRAPHS, Tally
from discourse.measures.units import By, Unit

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
    asserted = ~tables.hits["negated"].to_numpy(dtype=bool)
    tokens = tables.segments["n_tokens"].to_numpy()
    for name in names:
        tally.add(
            f"tokens {name}", tables.segment_block, tally.segment_counted & (in_segments == name), tokens
        )
        for category in chosen:
            rows = tables.in_category(lexicon, category)
            tally.add_hits(f"{category} {name}", rows[asserted[rows] & (in_hits[rows] == name)])
    for category in chosen:
        tally.add_sum(category, [f"{category} {name}" for name in names])
    return _table(tally, chosen, names)


def _voices(tables: Tables, split: str) -> tuple[np.ndarray, np.ndarray, list[str]]:
    """Return the voice of each segment and hit, and the voices there are."""
    if split == "voice":
        segments = tables.segments["voice"].to_numpy(dtype=object)
        return segments, tables.hits["voice"].to_numpy(dtype=object), sorted(set(segments))
    tables.require("quotes", "doc_id", "quote_id", split)
    source = tables.quotes.drop_duplicates(["doc_id", "quote_id"]).set_index(["doc_id", "quote_id"])[split]

    def of(frame: pd.DataFrame) -> np.ndarray:
        keys = pd.MultiIndex.from_frame(frame[["doc_id", "quote_id"]])
        found = source.reindex(keys).to_numpy(dtype=object)
        quoted = (frame["voice"] != "narrator").to_numpy(dtype=bool)
        return np.where(quoted, np.where(pd.isna(found), "unknown", found), "narrator").astype(object)

    segments, hits = of(tables.segments), of(tables.hits)
    return segments, hits, sorted({*segments, *hits})


def _table(tally: Tally, categories: Sequence[str], names: Sequence[str]) -> pd.DataFrame:
    units, held, index = tally.sampled()
    room = [index[f"tokens {name}"] for name in names]
    sums = np.array([rows.sum(axis=0) for rows in held]).reshape(len(units), len(index))
    total = sums.sum(axis=0)
    rows: list[dict[str, Any]] = []
    for u, unit in enumerate(units):
        rest = total - sums[u]
        drawn = _drawn(tally, units, held, u, rest) if rest[index["n_tokens"]] else None
        for category in categories:
            hit = [index[f"{category} {name}"] for name in names]
            values = kitagawa(sums[u, room], sums[u, hit], rest[room], rest[hit])
            draws = (
                kitagawa(drawn[0][:, room], drawn[0][:, hit], drawn[1][:, room], drawn[1][:, hit])
                if drawn
                else (np.full(1, np.nan),) * 3
            )
            for part, value, draw in zip(PARTS, values, draws, strict=True):
                row = {
                    **dict(zip(tally.keys, unit.key, strict=True)),
                    "measure": tally.measure,
                    "category": f"{category}:{part}",
                    "unit": "per_1000",
                    "n_hits": round(sums[u, index[category]]),
                    "n_tokens": round(sums[u, index["n_tokens"]]),
                }
                if not unit.supported or np.isnan(value):
                    row["note"] = unit.note if not unit.supported else "undefined: nothing to compare with"
                else:
                    low, high, _ = (
                        interval_of_draws(draw, max(len(held[u]), 2)) if drawn else (np.nan, np.nan, 0)
                    )
                    about = _about(tally, len(held[u]), bool(drawn), bool(np.isnan(low)))
                    row |= {"value": float(value), "ci_low": float(low), "ci_high": float(high)}
                    row["note"] = joined_notes("against all others together", unit.note, about)
                rows.append(row)
    return tidy(tally.keys, rows)


def _drawn(
    tally: Tally, units: Sequence[Unit], held: Sequence[np.ndarray], u: int, rest: np.ndarray
) -> tuple[np.ndarray, np.ndarray] | None:
    """Return resampled sums of a unit and of all others, None where there are too few to draw.

    A document's paragraphs are drawn and the other documents taken as they are; of groups the documents of
    both sides are drawn.
    """
    n_own, name = len(held[u]), f"{tally.measure} {units[u].name}"
    if not tally.n_boot or n_own < (MIN_PARAGRAPHS if tally.per_document else MIN_DOCUMENTS):
        return None
    order = block_order(n_own, tally.seed, units[u].name, tally.measure)
    counts = resample_counts(n_own, tally.n_boot, tally.seed, tally.measure)
    own = counts.T.astype(np.float64) @ held[u][order]
    if tally.per_document:
        return own, np.broadcast_to(rest, own.shape)
    others = np.concatenate([held[v] for v in range(len(units)) if v != u])
    if len(others) < MIN_DOCUMENTS:
        return None
    counts = resample_counts(len(others), tally.n_boot, tally.seed, f"{name} others")
    return own, counts.T.astype(np.float64) @ others


def _about(tally: Tally, n_own: int, drawn: bool, missing: bool) -> str:
    if not tally.n_boot:
        return "no interval asked for"
    noun = "paragraph" if tally.per_document else "document"
    if not drawn:
        return f"too few {noun}s to draw: no interval"
    if missing:
        return "the same in every resample: no interval"
    what = count_of(n_own, noun)
    what += " of this text resampled" if tally.per_document else " and those of the others resampled"
    return f"95 % interval: {what} {tally.n_boot:,} times, expanded percentile"
