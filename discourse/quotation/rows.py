"""The rows that were found, laid out as the columns of the table of quotations."""

from __future__ import annotations

import numpy as np

from discourse.tokens import Tokens

from .cues import cue_table
from .marks import Spans
from .quotes import DIRECT, INDIRECT, Quotes, stretches
from .sources import Source
from .views import Views


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


def lay_out(found: list[Row], tokens: Tokens, at: Views, spans: Spans) -> Quotes:
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
    starts, ends, text = at.start, at.end, tokens.text
    quotes.start, quotes.end = [row.start for row in rows], [row.end for row in rows]
    quotes.first, quotes.last = [row.first for row in rows], [row.last for row in rows]
    quotes.doc = tokens.doc[quotes.first].tolist()
    quotes.type = [row.type for row in rows]
    quotes.cue_start = [starts[row.cue[0]] if row.cue else -1 for row in rows]
    quotes.cue_end = [ends[row.cue[1] - 1] if row.cue else -1 for row in rows]
    cues = zip(quotes.cue_start, quotes.cue_end, strict=True)
    quotes.cue = [text[a:e] if a >= 0 else None for a, e in cues]
    quotes.stance = [stance.get(row.word, "neutral") if row.word else None for row in rows]
    quotes.speaker = [row.source.name or None for row in rows]
    quotes.speaker_start = [starts[row.mention[0]] if row.mention else -1 for row in rows]
    quotes.speaker_end = [ends[row.mention[1] - 1] if row.mention else -1 for row in rows]
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
