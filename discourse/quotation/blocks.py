"""Sentences as the reader of clauses sees them: words, with each marked span as one word."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

import numpy as np

from discourse.tokens import Tokens

from .bits import (
    ADJECTIVE, AUXILIARY, ADVERB, CAPITAL, COMMA, DASH, FIRST, MANNER, NEGATIVE, NOUN, PHRASE, OWNER, QUOTED, SEMICOLON, SOURCE,
    SPEECH, STOP, SUBJECT, TELLING, ASKING, BELIEF, VERB, GERUND, FINITE, THAT, TO, LEMMA,
)
from .cues import gap_bits, token_bits
from .marks import Spans

LIMIT = 400  # words; a longer stretch without a stop is read in pieces
_ENDS_OPEN = ",?!—–…-"
_TERMINAL = ".?!…"


@dataclass
class Block:
    """A sentence, or several that one quotation ties together.

    Attributes
    ----------
    words : list of str
        Norms; a marked span is the word "“".
    bits : list of int
    gaps : list of int
        Bits of the gap before each word, and one more after the last.
    token, stop : list of int
        The tokens of each word, half open.
    quote : list of int
        The span's number, -1 for a plain word.
    """

    words: list[str]
    bits: list[int]
    gaps: list[int]
    token: list[int]
    stop: list[int]
    quote: list[int]
    start: int
    end: int


    def __len__(self) -> int:
        return len(self.words)


def closes_fully(text: str, spans: Spans, number: int) -> bool:
    """Say whether a marked span ends like a sentence or breaks off for its speaker: “…!” or “…,”."""
    inner = text[spans.inner_start[number] : spans.inner_end[number]].rstrip(" ’'\"”»")
    return bool(inner) and inner[-1] in ",.?!…—"


class Blocks:
    """The blocks of a batch that have a cue or a marked span, in order."""

    def __init__(self, tokens: Tokens, spans: Spans) -> None:
        self.tokens, self.spans = tokens, spans
        bits, gaps = token_bits(tokens)
        self.bits = bits | (tokens.written("capital").astype(np.int64) * CAPITAL)
        if tokens.language == "en":
            self.bits |= _possessors(tokens).astype(np.int64) * OWNER
        self.gaps = gaps
        n = len(tokens)
        self.span_of = np.full(n, -1, dtype=np.int32)
        for number, (first, last) in enumerate(zip(spans.first, spans.last)):
            self.span_of[first:last] = number
        begins = tokens.sentence_start.copy()
        if len(spans):
            inside = np.zeros(n, dtype=bool)
            inside[1:] = (self.span_of[1:] >= 0) & (self.span_of[1:] == self.span_of[:-1])
            begins &= ~inside
            self._join_attributions(begins)
        self.first = np.append(np.flatnonzero(begins), n)

    def _join_attributions(self, begins: np.ndarray) -> None:
        """“Really?” Smith asked. is one sentence whatever stands before the mark; “End.” Smith left. is two."""
        tokens, spans = self.tokens, self.spans
        text = tokens.text
        for number, place in enumerate(spans.last):
            if place >= len(tokens) or tokens.paragraph[place] != tokens.paragraph[place - 1]:
                continue
            inner = text[spans.inner_start[number] : spans.inner_end[number]].rstrip(" ’'")
            outside = text[spans.end[number] : int(tokens.start[place])]
            final = inner[-1:]
            if spans.kind[number] == "raya":
                begins[place] = False
                continue
            if not begins[place]:
                if final == "." and self.bits[place] & CAPITAL and not any(c in ",;:—" for c in outside):
                    begins[place] = True  # the splitter saw an abbreviation where a quotation ends
                continue
            if any(c in ".?!…" for c in outside):
                continue
            lower = not self.bits[place] & CAPITAL
            if final == "." and not lower:
                continue
            if lower or "," in outside or final in ",—–" or self._attribution_follows(place):
                begins[place] = False

    def _attribution_follows(self, place: int) -> bool:
        """Say whether a name and a verb of saying come next, and nothing that the verb would introduce."""
        bits, n = self.bits, len(self.tokens)
        for k in range(place, min(place + 8, n)):
            here = int(bits[k])
            if here & (SPEECH | ASKING | MANNER | TELLING) and here & FINITE and k > place:
                after = int(bits[k + 1]) if k + 1 < n else 0
                return not after & THAT
            if here & FINITE or self.gaps[k + 1] & (STOP | SEMICOLON):
                return False
        return False

    def wanted(self) -> np.ndarray:
        """Number the blocks that are worth reading."""
        bits, gaps, n = self.bits, self.gaps, len(self.tokens)
        if n == 0:
            return np.zeros(0, dtype=np.int64)
        cues = np.flatnonzero(bits & (VERB | NOUN | ADJECTIVE | SOURCE | PHRASE))
        cues = cues[self._possible(cues)]
        places = np.concatenate([cues, np.array(self.spans.first, dtype=np.int64)])
        return np.unique(np.searchsorted(self.first, places, side="right") - 1)

    def _possible(self, cues: np.ndarray) -> np.ndarray:
        """Drop what the author says of himself, and cues that nothing can follow."""
        bits, n = self.bits, len(self.tokens)
        padded = np.concatenate([np.zeros(3, dtype=np.int64), bits])
        before = [padded[cues + 3 - k] for k in (1, 2, 3)]
        filler = AUXILIARY | ADVERB | NEGATIVE
        author = (before[0] & FIRST) != 0
        gap1 = (before[0] & filler) != 0
        author |= gap1 & ((before[1] & FIRST) != 0)
        author |= gap1 & ((before[1] & filler) != 0) & ((before[2] & FIRST) != 0)
        keep = ~author
        keep &= (self.span_of[cues] < 0)
        return keep

    def read(self) -> Iterator[Block]:
        """Give the wanted blocks one after the other."""
        for number in self.wanted().tolist():
            a, b = int(self.first[number]), int(self.first[number + 1])
            if b - a <= LIMIT:
                yield self._block(a, b)
                continue
            while a < b:
                cut = self._cut(a, b)
                yield self._block(a, cut)
                a = cut

    def _cut(self, a: int, b: int) -> int:
        """Where a stretch without a stop may be cut: at its last comma, never inside a marked span."""
        if b - a <= LIMIT:
            return b
        window = self.gaps[a + LIMIT // 2 : a + LIMIT] & (COMMA | SEMICOLON)
        commas = np.flatnonzero(window)
        cut = a + LIMIT // 2 + int(commas[-1]) if len(commas) else a + LIMIT
        span = int(self.span_of[cut])
        if span >= 0 and self.spans.first[span] < cut:
            cut = self.spans.last[span]
        return min(cut, b)

    def _block(self, a: int, b: int) -> Block:
        tokens, spans = self.tokens, self.spans
        norms = tokens.vocabulary.norms
        here = self.span_of[a:b]
        token = list(range(a, b))
        if not len(here) or int(here.max()) < 0:
            bits, gaps = self.bits[a:b].tolist(), self.gaps[a : b + 1].tolist()
            words = [norms[k] for k in tokens.norm[a:b].tolist()]
            return Block(words, bits, gaps, token, list(range(a + 1, b + 1)), [-1] * (b - a), a, b)
        words, bits, gaps, token, stop, quote = [], [], [], [], [], []
        k, text = a, tokens.text
        before = int(tokens.end[a - 1]) if a else 0
        while k < b:
            span = int(here[k - a])
            if span >= 0:
                gaps.append(gap_bits(text[before : spans.start[span]]))
                words.append("“")
                bits.append(QUOTED)
                token.append(k)
                k = min(spans.last[span], b)
                stop.append(k)
                quote.append(span)
                before = spans.end[span]
                continue
            if quote and quote[-1] >= 0:
                number = quote[-1]
                gap = gap_bits(text[before : int(tokens.start[k])])
                inner = text[spans.inner_start[number] : spans.inner_end[number]].rstrip(" ’'")
                if inner[-1:] in ",?!…—":
                    gap |= COMMA
                if spans.kind[number] == "raya":
                    gap = (gap & ~DASH) | COMMA
                gaps.append(gap)
            else:
                gaps.append(int(self.gaps[k]))
            words.append(norms[int(tokens.norm[k])])
            bits.append(int(self.bits[k]))
            token.append(k)
            quote.append(-1)
            before = int(tokens.end[k])
            k += 1
            stop.append(k)
        gaps.append(STOP)
        return Block(words, bits, gaps, token, stop, quote, a, b)


def _possessors(tokens: Tokens) -> np.ndarray:
    """Bool per token: written with a possessive 's, or a plural before an apostrophe."""
    vocabulary = tokens.vocabulary
    flags = vocabulary.form_test("possessor", lambda f: len(f) > 3 and f[-2] in "'’" and f[-1] in "sS" and f.lower() not in _NOT_OWNERS)
    plural = vocabulary.form_test("plural in s", lambda f: f[-1] == "s" and len(f) > 3)
    before_apostrophe = vocabulary.gap_test("begins with an apostrophe", lambda g: g[:1] in "'’" and g[1:2] == " ")
    return flags[tokens.form] | (plural[tokens.form] & before_apostrophe[tokens.gap[1:]])


_NOT_OWNERS = frozenset(f"{w}{a}s" for a in "'’" for w in "it he she that there what who where here how let".split())
