"""Which sentences are worth reading, and where they begin and end: windows on the columns of a batch."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterator
from typing import Final

import numpy as np

from discourse.tokens import Tokens
from discourse.tokens.packed import Numbers, Words, numbers

from . import english, spanish
from .bits import (
    ADJECTIVE,
    ADVERB,
    ASKING,
    AUXILIARY,
    CAPITAL,
    COMMA,
    DASH,
    ED,
    FINITE,
    FIRST,
    INFINITIVE,
    ING,
    LONG_PHRASE,
    MANNER,
    MIDDLE,
    MODAL,
    NEGATIVE,
    NOUN,
    OURS,
    OWNER,
    PHRASE,
    QUOTED,
    SECOND,
    SEMICOLON,
    SOURCE,
    SPEECH,
    STOP,
    TELLING,
    THAT,
    TIME,
    TO,
    VERB,
)
from .block import Block
from .candidates import possible
from .cues import gap_bits, phrases, token_bits
from .homographs import (
    MAY,
    are_initials,
    correct_finite_nouns,
    correct_modal_names,
    correct_nouns,
    correct_participles,
    is_mente,
    mark_owners,
    mark_progressives,
)
from .marks import Spans
from .quotes import stretches
from .views import views

_ADVERBS: Final = {"en": english.CLASSES["ADVERB"], "es": spanish.CLASSES["ADVERB"]}  # Therefore Chad
LIMIT: Final = 400  # words; a longer stretch without a stop is read in pieces
_NO_SPANS: Final = [-1] * LIMIT
_AT_ONCE: Final = 300  # blocks made together: few, which stay in the fast memory
_MARK_NORM: Final = (-1).to_bytes(4, "little", signed=True)  # a marked span among numbers of norms …
_MARK_BITS: Final = QUOTED.to_bytes(8, "little")  # … and among bits


class Blocks:
    """The blocks of a batch that have a cue or a marked span, in order."""

    def __init__(self, tokens: Tokens, spans: Spans) -> None:
        self.tokens, self.spans, self.at = tokens, spans, views(tokens)
        self.phrases = phrases(tokens.language)
        self.opinions = english.OPINION_NOUNS if tokens.language == "en" else spanish.OPINION_NOUNS
        self.opinion_after = (2, 3, 4) if tokens.language == "en" else (2,)
        self.bits, self.gaps = token_bits(tokens)
        self.gaps[tokens.doc_first] = (
            STOP  # marks there may be of the neighbour, and say nothing of the words
        )
        self._correct_capitals()
        if tokens.language == "es":
            correct_nouns(tokens, self.bits, self.gaps)
        if tokens.language == "en":
            mark_owners(tokens, self.bits)
            correct_finite_nouns(tokens, self.bits)
            correct_participles(tokens, self.bits, self.gaps)
            mark_progressives(tokens, self.bits)
        n = len(tokens)
        self.span_of = np.full(n, -1, dtype=np.int32)
        places, number = stretches(spans.first, spans.last)
        self.span_of[places] = number
        self._span_last = np.array(spans.last, dtype=np.int64)
        begins = self.at.opens.copy()
        if len(spans):
            inside = np.zeros(n, dtype=bool)
            inside[1:] = (self.span_of[1:] >= 0) & (self.span_of[1:] == self.span_of[:-1])
            begins &= ~inside
            self._join_attributions(begins)
        self.first = np.append(np.flatnonzero(begins), n)
        self.column = numbers(self.bits)
        self._norm_bytes, self._gap_bytes = tokens.norm.tobytes(), self.gaps.tobytes()
        self._gaps = np.append(self.gaps, self.gaps[:1])  # one more, so that the last stretch has an end
        self.documents: np.ndarray | None = None  # bool per document: whose blocks are wanted; all where None
        self.cues = np.zeros(0, dtype=np.int64)
        self._places: list[int] = []

    def _correct_capitals(self) -> None:
        """A capital inside a sentence: María is no conditional, Reading no participle, May a month."""
        tokens = self.tokens
        written = tokens.written("capital")
        places = np.flatnonzero(written)
        bits, inside = self.bits.take(places), ~self.at.opens.take(places)
        behind = np.minimum(places + 1, len(tokens) - 1)
        spaced = tokens.plain_gap.take(behind) == 0
        joined = written.take(behind) & spaced & (behind > places)
        adverb = tokens.vocabulary.norm_flags(frozenset(_ADVERBS.get(tokens.language, _ADVERBS["es"])))
        names = (inside | joined) & ~adverb.take(tokens.norm.take(places))
        if tokens.language == "es":  # Finalmente Ana Ruiz
            names &= ~tokens.vocabulary.form_test("in -mente", is_mente).take(tokens.form.take(places))
            al = tokens.vocabulary.form_test("the name Al", "Al".__eq__).take(tokens.form.take(places))
            bits[al & inside & joined] = CAPITAL  # afirmó Al Gore
        names &= bits & AUXILIARY == 0
        bits[names] &= ~(FINITE | ED | ING | ADVERB | INFINITIVE)
        acts = ~inside & spaced & (self.bits.take(behind) & (FINITE | CAPITAL) == FINITE)
        if tokens.language == "es":  # Guaidó dijo
            says = self.bits.take(behind) & VERB != 0
            bits[acts & says & (bits & (VERB | AUXILIARY) == 0)] &= ~FINITE
        bits[acts & (bits & (ED | ING) != 0) & (bits & FINITE == 0)] &= ~(ED | ING)  # Manning said
        bits[inside & (bits & MODAL != 0) & (bits & TIME != 0)] &= ~(MODAL | FINITE)
        bits[are_initials(tokens, places)] = CAPITAL  # Susan A. Hill
        self.bits[places] = bits
        if tokens.language == "en":
            may = tokens.vocabulary.norm_flags(MAY).take(tokens.norm.take(places))
            correct_modal_names(tokens, self.bits, self.gaps, places[may | (bits & MODAL != 0)])

    def _join_attributions(self, begins: np.ndarray) -> None:
        """“Really?” Smith asked. is one, whatever ends the words; “End.” Smith left. and “End.” “No,” he said. are two."""
        tokens, spans = self.tokens, self.spans
        text = tokens.text
        for number, place in enumerate(spans.last):
            if place >= len(tokens) or self.at.paragraph[place] != self.at.paragraph[place - 1]:
                continue
            inner = text[spans.inner_start[number] : spans.inner_end[number]].rstrip(" ’'")
            outside = text[spans.end[number] : self.at.start[place]]
            final = inner[-1:]
            if spans.kind[number] == "raya":
                begins[place] = False
                continue
            if not begins[place]:
                if final == "." and self.bits[place] & CAPITAL and not any(c in ",;:—" for c in outside):
                    begins[place] = True  # the splitter saw an abbreviation where a quotation ends
                continue
            anew = final in ".?!…" and self.span_of[place] >= 0 and "\n" not in outside
            if anew or any(c in ".?!…" for c in outside):
                continue
            lower = not self.bits[place] & CAPITAL
            if final == "." and not lower and not self._attribution_follows(place, alone=True):
                continue
            if lower or "," in outside or final in ",—–" or self._attribution_follows(place):
                begins[place] = False

    def _attribution_follows(self, place: int, alone: bool = False) -> bool:
        """Say whether a name and a verb of saying come next, and nothing that the verb would introduce, or nothing at all."""
        bits, n = self.bits, len(self.tokens)
        for k in range(place, min(place + 8, n)):
            here = int(bits[k])
            if here & (SPEECH | ASKING | MANNER | TELLING) and here & FINITE and k > place:
                after = int(bits[k + 1]) if k + 1 < n else 0
                plain = self.tokens.vocabulary.norms[self.at.norm[k]][:5] not in ("agree", "disag", "coinc")
                return not after & THAT and (not alone or bool(self.gaps[k + 1] & STOP and plain))
            short = here & CAPITAL and int(self.tokens.end[k] - self.tokens.start[k]) <= 4  # Mr., Rep.
            if here & FINITE or self.gaps[k + 1] & (SEMICOLON if short else STOP | SEMICOLON):
                return False
        return False

    def wanted(self) -> np.ndarray:
        """Number the blocks that are worth reading."""
        if len(self.tokens) == 0:
            return np.zeros(0, dtype=np.int64)
        cues = np.flatnonzero((self.bits & (VERB | NOUN | ADJECTIVE | SOURCE | PHRASE | LONG_PHRASE)) != 0)
        cues = cues[self.span_of.take(cues) < 0]
        begun = np.array(self.spans.first, dtype=np.int64)
        if self.documents is not None:
            cues, begun = (places[self.documents[self.tokens.doc[places]]] for places in (cues, begun))
        cues = cues[~self._author(cues)]
        block_of = np.searchsorted(self.first, cues, side="right") - 1
        quoted = np.unique(np.searchsorted(self.first, begun, side="right") - 1)
        in_quoted = np.zeros(len(self.first), dtype=bool)
        in_quoted[quoted] = True
        worth = in_quoted[block_of]
        worth[~worth] = possible(self, cues[~worth])
        cues = cues[worth]
        single = (self.bits[cues] & (VERB | NOUN | ADJECTIVE | SOURCE)) != 0
        begins = np.flatnonzero(~single)
        begins = begins[self._may_begin_phrase(cues[begins])]
        single[begins] = self._begin_phrases(cues[begins])
        self.cues = cues[single]
        return np.union1d(np.searchsorted(self.first, self.cues, side="right") - 1, quoted)

    def _may_begin_phrase(self, places: np.ndarray) -> np.ndarray:
        """Bool per place: the next word is the second of a phrase, or the one behind it means "opinion"."""
        tokens, last = self.tokens, len(self.tokens) - 1
        second = self.bits[np.minimum(places + 1, last)] & (SECOND | MIDDLE) != 0
        opinion = tokens.vocabulary.norm_flags(self.opinions)
        near = [opinion[tokens.norm[np.minimum(places + k, last)]] for k in self.opinion_after]
        return second | np.logical_or.reduce(near)

    def _begin_phrases(self, places: np.ndarray) -> list[bool]:
        """Say of some places whether the words from there on are a phrase."""
        norms, last = self.tokens.vocabulary.norms, len(self.tokens) - 1
        columns = [self.tokens.norm.take(np.minimum(places + k, last)).tolist() for k in range(5)]
        begin = list[bool]()
        for a, b, c, d, e in zip(*columns, strict=True):
            words, later = (
                (norms[a], norms[b], norms[c], norms[d]),
                (norms[a], norms[b], norms[c], norms[d], norms[e]),
            )
            begin.append(
                any(words[:n] in self.phrases for n in (2, 3, 4, 1))
                or (
                    words[0] in ("a", "en", "in")
                    and any(later[k] in self.opinions for k in self.opinion_after)
                )  # "a su juicio", "in his view", "in Ann Reed’s words"
            )
        return begin

    def _author(self, cues: np.ndarray) -> np.ndarray:
        """Bool per cue: the author says it of himself (I think, we have always said)."""
        begin = self.tokens.sentence_first[self.tokens.sentence[cues]]  # “… our own. Critics say …” is theirs
        one, two, three, four, five = (self._outside(cues - k, begin) for k in range(1, 6))
        filler = AUXILIARY | ADVERB | NEGATIVE
        author = (one & FIRST) != 0
        author |= ((one & filler) != 0) & ((two & FIRST) != 0)
        author |= ((one & filler) != 0) & ((two & filler) != 0) & ((three & FIRST) != 0)
        author |= ((two | three) & OURS) != 0  # our Government believes
        author |= ((one | two) & TO != 0) & ((two | three | four | five) & FIRST != 0)  # we wish to thank
        return author

    def _outside(self, places: np.ndarray, begin: np.ndarray) -> np.ndarray:
        """The bits at some places; none before their sentences begin, none inside marks."""
        shown = places >= begin
        places = np.maximum(places, 0)
        if len(self.spans):
            shown &= self.span_of.take(places) < 0
        return np.where(shown, self.bits.take(places), 0)

    def read(self) -> Iterator[Block]:
        """Give the wanted blocks one after the other."""
        numbers = self.wanted()
        self._places = self.cues.tolist()
        for k in range(0, len(numbers), _AT_ONCE):
            yield from self._read(numbers[k : k + _AT_ONCE])

    def behind(self, block: Block) -> Block | None:
        """Give the block after another, wanted or not; None where the batch ends."""
        number = bisect_left(self.first, block.end)
        return self._read(np.array([number]))[0] if number + 1 < len(self.first) else None

    def _read(self, numbers: np.ndarray) -> list[Block]:
        """Give some blocks: windows on the columns of the batch, where no span is one word."""
        starts, ends = self.first[numbers], self.first[numbers + 1]
        lows, highs = np.searchsorted(self.cues, starts), np.searchsorted(self.cues, ends)
        spans = np.searchsorted(self._span_last, starts, side="right")  # the first that ends behind it
        edges = np.stack([starts, ends + 1], axis=1).ravel()  # the gap behind a block is the next one's, too
        marks = np.bitwise_or.reduceat(self._gaps, edges)[::2] if len(edges) else edges
        limits = zip(*(x.tolist() for x in (starts, ends, lows, highs, spans, marks)), strict=True)
        first, n_spans, read = self.spans.first, len(self.spans), list[Block]()
        norms, norm, bits, gap = (
            self.tokens.vocabulary.norms,
            self._norm_bytes,
            self.column.column,
            self._gap_bytes,
        )
        for a, b, low, high, span, mark in limits:
            if b - a > LIMIT:
                while a < b:
                    cut = self._cut(a, b)
                    read.append(self._with_spans(a, cut))
                    a = cut
            elif span < n_spans and first[span] < b:
                read.append(self._with_spans(a, b))
            else:
                read.append(
                    Block(
                        Words(norms, norm, a, b - a),
                        Numbers(bits, False, a, b - a),
                        gap[a : b + 1],
                        _NO_SPANS,
                        [c - a for c in self._places[low:high]],
                        a,
                        b,
                        mark,
                    )
                )
        return read

    def _is_programme(self, number: int, before: int) -> bool:
        """Say whether a marked span behind a token is the title of a broadcast: on NBC’s “Meet the Press”."""
        spans, text, norms = self.spans, self.tokens.text, self.tokens.vocabulary.norms
        if not self.column[before] & OWNER and norms[self.at.norm[before]] not in ("on", "from", "of"):
            return False
        first, last = spans.first[number], spans.last[number]
        if text[spans.inner_end[number] - 1] in ",.?!…—" or not 1 < last - first <= 6:
            return False
        if not text[spans.start[number] - 1].isspace() or gap_bits(
            text[self.at.end[first - 1] : spans.start[number]]
        ):
            return False
        starts, ends = self.at.start, self.at.end
        return not text[spans.inner_start[number] : spans.inner_end[number]].isupper() and all(
            self.bits[k] & CAPITAL
            for k in range(first, last)
            if k in (first, last - 1) or ends[k] - starts[k] > 3
        )

    def _gap_behind(self, number: int, outside: str) -> int:
        """The bits of the gap behind a marked span: a comma inside the mark counts, “…,” said X."""
        spans = self.spans
        gap = gap_bits(outside)
        inner = self.tokens.text[spans.inner_start[number] : spans.inner_end[number]].rstrip(" ’'")
        if inner[-1:] and inner[-1] in ",?!…—":
            gap |= COMMA
        return (gap & ~DASH) | COMMA if spans.kind[number] == "raya" else gap

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

    def _end_before(self, token: int) -> int:
        """Where the word before a token ends, or the document begins."""
        if token and self.at.doc[token - 1] == self.at.doc[token]:
            return self.at.end[token - 1]
        return int(self.tokens.doc_start[self.at.doc[token]])

    def _with_spans(self, a: int, b: int) -> Block:
        """Make a block in which each marked span is one word, from the columns of its tokens."""
        spans, text = self.spans, self.tokens.text
        norms, bits, gaps = list[bytes](), list[bytes](), bytearray()
        quote, token, stop = list[int](), list[int](), list[int]()
        k, behind = a, -1  # the span that the next word stands behind

        def plain(end: int) -> None:
            """Take the words before a token as they are."""
            if k < end:
                if behind >= 0:
                    gaps.append(self._gap_behind(behind, text[spans.end[behind] : self.at.start[k]]))
                else:
                    gaps.append(self._gap_bytes[k])
                gaps.extend(self._gap_bytes[k + 1 : end])
                norms.append(self._norm_bytes[4 * k : 4 * end])
                bits.append(self.column.column[8 * k : 8 * end])
                quote.extend([-1] * (end - k))
                token.extend(range(k, end))
                stop.extend(range(k + 1, end + 1))

        span = bisect_right(spans.last, a)
        while span < len(spans) and spans.first[span] < b:
            first = spans.first[span]
            beside = first == k and behind >= 0
            if first > a and not beside and self._is_programme(span, first - 1):
                span += 1
                continue
            plain(first)
            begin = spans.end[behind] if beside else self._end_before(first)
            gaps.append(gap_bits(text[begin : spans.start[span]]))
            norms.append(_MARK_NORM)
            bits.append(_MARK_BITS)
            quote.append(span)
            token.append(first)
            k, behind = min(spans.last[span], b), span
            stop.append(k)
            span += 1
        plain(b)
        gaps.append(STOP)
        before, marks = bytes(gaps), 0
        for gap in before:
            marks |= gap
        n, low, high = len(token), bisect_left(self._places, a), bisect_left(self._places, b)
        block = Block(
            Words(self.tokens.vocabulary.norms, b"".join(norms), 0, n, "“"),
            Numbers(b"".join(bits), False, 0, n),
            before,
            quote,
            [bisect_left(token, place) for place in self._places[low:high]],
            a,
            b,
            marks,
        )
        block.token, block.stop, block.spans = token, stop, behind >= 0
        return block
