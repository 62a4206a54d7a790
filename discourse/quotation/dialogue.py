"""Quotations signed below (“…” — Ann Reed); Spanish dialogue whose speaker only acts: —No llueve —Ana cerró la ventana—."""

from __future__ import annotations

from typing import Final

from .bits import CAPITAL, COMMA, DETERMINER, FINITE, ING, PREPOSITION, STOP, SUBJECT
from .block import Block
from .clauses import Reader
from .sources import Source
from .surroundings import Surroundings

_STROKES: Final = ("—", "–", "―", "--", "-")
_ACTS: Final = 5  # words behind the dash within which the speaker's verb stands


class Dialogue(Surroundings):
    """Find who speaks where no verb of saying introduces it."""

    def _signed(self, doc: int, span: int) -> tuple[int, int] | None:
        """The name behind a dash below a quotation, or at its end: “…” | — Ann Reed, mayor of Lund"""
        a, tokens = self.spans.last[span], self.tokens
        if self.spans.kind[span] == "raya" or a >= len(tokens) or self.at.doc[a] != doc:
            return None
        gap = tokens.text[self.spans.end[span] : self.at.start[a]]
        if gap.strip() not in _STROKES or not (gap.strip() and self.full[span]):
            return None
        if "\n" not in gap and gap.strip() == "-":
            return None
        return self.speakers.names_from(a)

    def _spoke_here(self, doc: int, block: Block, k: int) -> Source | None:
        """Whose report a colon ends: Reed claims that they won, for they did well: “…”"""
        rows = [
            row
            for row in self.rows[-2:]
            if row.first >= block.start and row.last == self.spans.first[block.quote[k]]
        ]
        spoken = self.speakers.document(doc).spoken
        return spoken[-1][1] if rows and spoken and spoken[-1][0] >= block.start else None

    def _acts_beside(self, doc: int, block: Block, reader: Reader, k: int) -> Source | None:
        """Who acts behind the dash that ends a turn: —No | —Lila se apartó el pelo—, —Sí | —el viejo sonrió."""
        a = k + 1
        if self.speakers.english or a + 1 >= len(block) or block.quote[a] >= 0 or block.gaps[a] & STOP:
            return None
        bits = block.bits[a]
        if not bits & (CAPITAL | DETERMINER | SUBJECT) or bits & (PREPOSITION | ING):
            return None
        verb = next((m for m in range(a + 1, min(a + _ACTS, len(block))) if block.bits[m] & FINITE), -1)
        if verb < 0 or any(block.gaps[m] & COMMA or block.quote[m] >= 0 for m in range(a + 1, verb + 1)):
            return None
        np_ = reader.subject_before(verb, a - 1)
        if np_ is None or np_[0] != a or reader.is_author(np_):
            return None
        mention = block.tokens(np_)
        if not bits & SUBJECT and not self.speakers.can_speak(*mention):
            return None
        source = self.speakers.resolve(doc, mention, block.token_at(k))
        return source if source is not None and source.personal else None
