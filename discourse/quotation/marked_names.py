"""Names in marks: titles that are read, works, and what somebody is known as; none of them is said."""

from __future__ import annotations

from typing import Final

from .attribution import Attribution
from .bits import CAPITAL, COLON, COMMA, EVALUATION, SUBJECT
from .block import Block
from .headline_credits import HeadlineCredits
from .sources import Source

READING: Final = frozenset("read reads reading lee leen leyó leía leyeron".split())
_KNOWN: Final = frozenset("known conocido conocida conocidos conocidas".split())
_NAMED: Final = frozenset(  # right before the marks
    """
        alias nicknamed apodado apodada apodados apodadas bautizado bautizada bautizados bautizadas llamado llamada
        llamados llamadas titulado titulada titulados tituladas denominado denominada denominados denominadas entitled
    """.split()
)


class MarkedNames(HeadlineCredits):
    """Tell names in marks from what is said."""

    def _is_byname(self, block: Block, k: int) -> bool:
        """Say whether somebody or something is only named: men known locally as “Rambos”, un yate bautizado «Insulina»"""
        if k < 1:
            return False
        if block.words[k - 1] in ("as", "como"):
            return any(w in _KNOWN for w in block.words.listed(max(k - 4, 0), k - 1))
        behind = k + 1 < len(block) and block.words[k + 1] in ("por", "by")
        return block.words[k - 1] in _NAMED and not behind and not self.full[block.quote[k]]

    def _is_read_title(self, block: Block, a: Attribution, k: int, source: Source) -> bool:
        """He read “War and Peace”; but: the sign read “Keep Out”."""
        if self._names_thing(block, a, k):
            return True
        if a.word not in READING or a.source is None or source.kind == "document":
            return False
        first, last = block.tokens(a.source)
        return (
            bool(self.speakers.bits[first] & SUBJECT or self.speakers.can_speak(first, last))
            and not block.gaps[k] & (COMMA | COLON)
            and self._is_title(block.quote[k])
        )

    def _names_thing(self, block: Block, a: Attribution, k: int) -> bool:
        """Say whether one word with a capital is a name in Spanish: mostraron un boquete del «Kursk»."""
        span = block.quote[k]
        return (
            not self.speakers.english
            and k > 0
            and block.words[k - 1] in ("el", "la", "los", "las", "del", "al")
            and not a.bits & EVALUATION
            and self.spans.last[span] - self.spans.first[span] == 1
            and bool(self.speakers.bits[self.spans.first[span]] & CAPITAL)
            and not self.full[span]
        )

    def _is_work(self, block: Block, first: int, last: int) -> bool:
        """In his book “War and Peace” Tolstoy wrote of war: where he wrote it, nothing that he said."""
        if block.words[first] not in ("in", "en") or last - first > 6:
            return False
        span = block.quote[last - 1]
        if span < 0 or any(block.quote[k] >= 0 for k in range(first, last - 1)):
            return False
        begin = self.spans.first[span]
        return bool(self.speakers.bits[begin] & CAPITAL) and self.spans.last[span] - begin <= 8
