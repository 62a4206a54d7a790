"""The rows that were found, laid out as the columns of the table of quotations."""

from __future__ import annotations

import numpy as np

from discourse.tokens import Tokens

from .cues import cue_table
from .marks import Spans
from .quotes import DIRECT, INDIRECT, Quotes, stretches
from .sources import Source


class Row:
    """One quotation or part of one, in tokens and characters, half open."""

    def __init__(
        self,
        first: int,
        last: int,
        start: int,
        end: int,
        type: str,
        source: Source,
        mention: tuple[int, int] | None,
        cue: tuple[int, int] | None,
        word: str | None,
        group: int,
    ) -> None:
        self.first, self.last, self.start, self.end = first, last, start, end
        self.type, self.source, self.mention = type, source, mention
        self.cue, self.word, self.group = cue, word, group


def lay_out(found: list[Row], tokens: Tokens, spans: Spans) -> Quotes:
    """Make the columns of the rows in the order of the text, of rows that overlap the first."""
    quotes = Quotes()
    stance = cue_table(tokens.language).stance
    n = len(tokens)
    quotes.voice = np.zeros(n, dtype=np.int8)
    quotes.quote = np.full(n, -1, dtype=np.int32)
    rows: list[Row] = []
    for row in sorted(found, key=lambda r: r.start):
        if not rows or row.start >= rows[-1].end:
            rows.append(row)
    quotes.start, quotes.end = [row.start for row in rows], [row.end for row in rows]
    quotes.first, quotes.last = [row.first for row in rows], [row.last for row in rows]
    quotes.doc = tokens.doc[quotes.first].tolist()
    quotes.type = [row.type for row in rows]
    quotes.cue_start, quotes.cue_end = _characters(tokens, [row.cue for row in rows])
    text = tokens.text
    quotes.cue = [
        text[a:e] if a >= 0 else None for a, e in zip(quotes.cue_start, quotes.cue_end, strict=True)
    ]
    quotes.stance = [stance.get(row.word, "neutral") if row.word else None for row in rows]
    quotes.speaker = [row.source.name or None for row in rows]
    quotes.speaker_start, quotes.speaker_end = _characters(tokens, [row.mention for row in rows])
    quotes.source_kind = [row.source.kind for row in rows]
    quotes.source_role = [row.source.role for row in rows]
    numbers: dict[int, int] = {}
    quotes.group = [numbers.setdefault(row.group, len(numbers)) for row in rows]
    places, number = stretches(quotes.first, quotes.last)
    quotes.quote[places] = number
    kinds = np.array([DIRECT if row.type == "direct" else INDIRECT for row in rows], dtype=np.int8)
    quotes.voice[places] = kinds[number]
    marked = [k for k, kind in enumerate(spans.kind) if kind != "raya" and quotes.quote[spans.first[k]] >= 0]
    places, _ = stretches([spans.first[k] for k in marked], [spans.last[k] for k in marked])
    quotes.voice[places] = DIRECT
    docs = np.searchsorted(tokens.doc_start, [place for place, _ in spans.warnings], side="right") - 1
    quotes.warnings = [
        (int(d), place, message) for d, (place, message) in zip(docs, spans.warnings, strict=False)
    ]
    return quotes


def _characters(tokens: Tokens, spans: list[tuple[int, int] | None]) -> tuple[list[int], list[int]]:
    """The characters of spans of tokens, half open; -1 where there is no span."""
    first = np.array([span[0] if span else -1 for span in spans], dtype=np.int64)
    last = np.array([span[1] if span else 0 for span in spans], dtype=np.int64)
    there = first >= 0
    start, end = tokens.start.take(first), tokens.end.take(last - 1)
    return np.where(there, start, -1).tolist(), np.where(there, end, -1).tolist()
