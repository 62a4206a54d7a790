"""Whom a headline credits with words in marks: before a colon, behind a dash, at its end."""

from __future__ import annotations

from typing import Final

from discourse.tokens.structure import HEADING

from .bits import (
    ADVERB,
    CAPITAL,
    COLON,
    COMMA,
    DASH,
    DETERMINER,
    FINITE,
    OWNER,
    POSSESSIVE,
    PREPOSITION,
    TIME,
    TO,
)
from .block import Block
from .clauses import Reader
from .nominal import is_saying
from .sources import Source
from .surroundings import CLOSED, Surroundings

_ACTS: Final = ("ó", "aba", "aban", "ía", "ían", "aron", "ieron")  # endings of Spanish verbs
_THEN: Final = (ADVERB, TIME, ADVERB | TIME)
_SIGNED: Final = 4  # words of a name


class HeadlineCredits(Surroundings):
    """Find the speakers that headlines name."""

    def _headline_source(self, doc: int, block: Block, k: int) -> Source | None:
        """Minister: “We will wait”"""
        per = next((m for m in range(min(k - 1, 9)) if block.words[m] == "per"), -1)
        if per >= 0 and self.speakers.english:  # Translation, per | one member: “…”
            return self.speakers.resolve(doc, block.tokens((per + 1, k)), block.token_at(k))
        if (
            2 < k <= 8
            and not self.speakers.english
            and is_saying(block.words[0])
            and block.words[1] in ("de", "del")
        ):
            return self.speakers.resolve(doc, block.tokens((2, k)), block.token_at(k))  # Aviso de | Ruiz: «…»
        if not 0 < k <= 8 or any(block.bits[m] & FINITE for m in range(k)):
            return None
        if not self.speakers.english and any(
            block.words[m].endswith(_ACTS) and not block.bits[m] & CAPITAL for m in range(1, k)
        ):
            return None  # A los periodistas les dejó una frase: «…»
        name = next((m for m in range(k) if not block.bits[m] & CAPITAL or block.bits[m] & CLOSED), k)
        if not name or (name < k and not (block.gaps[name] & COMMA or block.bits[name] & (PREPOSITION | TO))):
            name = k  # but: Ruiz, on the budget: “…”
        elif (
            1 < name < k and self.speakers.english and not self.speakers.knows(doc, block.token_at(name - 1))
        ):
            name = k  # Panel Erupts Over Report: “…”
        c = next((m for m in range(1, k) if block.gaps[m] & COMMA), 0) if name == k else 0
        if not c and name == k:
            c = next((m for m in range(2, k) if block.bits[m] & TO or block.words[m] in ("a", "al")), 0)
        if c and block.bits[c] & (PREPOSITION | TO) and block.bits[0] & DETERMINER and c < 6:
            name = c  # The mayor, on the budget: “…”, The mayor to Reed: “…”
        while (
            name == k > 1 and self.speakers.english and block.bits[k - 1] & (ADVERB | TIME | CAPITAL) in _THEN
        ):
            k = name = k - 1  # The mayor | again: “…”
        if name == k > 4:
            return None
        first = 1 if 1 < name <= 3 and self.speakers.begins_with_verb(doc, block.start) else 0
        span = block.tokens((first, name))
        if self.speakers.can_speak(*span):
            return self.speakers.resolve(doc, span, block.token_at(k))
        heading = self.at.paragraph_role[self.at.paragraph[block.start]] <= HEADING
        if heading and name == 1 and not block.bits[0] & CLOSED:
            return Source(self.speakers.text(*span), "named")
        return None

    def _headline_speaker(self, doc: int, block: Block, k: int) -> Source | None:
        """Senator Reed: the plan is “a disgrace”, of a headline that begins with whom the text names."""
        if not self.speakers.english or self.at.paragraph_role[self.at.paragraph[block.start]] > HEADING:
            return None
        e = next((m for m in range(1, min(k + 1, 7)) if block.gaps[m] & COLON), 0)
        if any(block.bits[m] & (FINITE | PREPOSITION | OWNER) for m in range(e)):
            return None
        a = e
        while a and self.speakers.knows(doc, block.token_at(a - 1)):
            a -= 1
        return self.speakers.person_called(doc, *block.tokens((a, e))) if a < e else None

    def _headline_subject(self, doc: int, block: Block) -> Source | None:
        """Reed steps up attacks on Lund before the vote, barely naming him: “…”"""
        if self.at.paragraph_role[self.at.paragraph[block.start]] > HEADING:
            return None
        e = 0
        while e < 3 and block.bits[e] & CAPITAL and self.speakers.knows(doc, block.token_at(e)):
            e += 1
        if not e or block.bits[e] & CAPITAL or block.bits[e - 1] & OWNER or block.gaps[e]:
            return None
        return self.speakers.resolve(doc, block.tokens((0, e)), block.token_at(0))

    def _behind_colon(self, doc: int, block: Block, reader: Reader) -> Source | None:
        """Whom a headline names right behind the words it opens with: “We will wait”: minister Reed on the vote"""
        np_ = reader.np_right(1)
        if (
            np_ is None
            or block.bits[1] & (OWNER | POSSESSIVE)
            or not self.speakers.can_speak(*block.tokens(np_))
        ):
            return None
        source = self.speakers.resolve(doc, block.tokens(np_), block.token_at(1))
        if source is None or not self.speakers.is_person(doc, source):
            source = self.speakers.person_called(doc, *block.tokens((np_[1] - 1, np_[1])))  # ministra | Pombo
        return source

    def _at_its_end(self, doc: int, block: Block, k: int) -> Source | None:
        """Whom a headline ends with behind a dash or colon: Bridge is ‘dead’ – Reed"""
        n = len(block)
        d = next((m for m in range(k + 1, n) if block.gaps[m] & (COLON | DASH)), n)
        if not 0 < n - d <= _SIGNED or any(
            block.quote[m] >= 0 or block.bits[m] & FINITE for m in range(d, n)
        ):
            return None
        span = block.tokens((d, n))
        if not self.speakers.can_speak(*span):
            return None
        source = self.speakers.resolve(doc, span, block.token_at(d))
        if source is not None and (self.speakers.is_person(doc, source) or source.role):
            return source
        return self.speakers.person_called(doc, span[1] - 1, span[1])
