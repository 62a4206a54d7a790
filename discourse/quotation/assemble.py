"""From marked spans and attributions to the rows of the table of quotations."""

from __future__ import annotations

from bisect import bisect_left
from dataclasses import dataclass
from functools import partial
from typing import TYPE_CHECKING

import numpy as np

from discourse.tokens import Tokens
from discourse.tokens.structure import HEADING

from .attribution import Attribution
from .bits import (
    ADVERB,
    BELIEF,
    CAPITAL,
    COLON,
    COMMA,
    ED,
    EVALUATION,
    FINITE,
    ING,
    INTENTION,
    MANNER,
    NOUN,
    POSSESSIVE,
    PREPOSITION,
    QUOTED,
    SEMICOLON,
    SPEECH,
    SUBJECT,
    THAT,
    TO,
)
from .blocks import Block, Blocks, closes_fully
from .clauses import Reader
from .cues import cue_table
from .english_clauses import EnglishReader
from .marks import Spans, find_spans
from .quotes import DIRECT, INDIRECT, Quotes, stretches
from .sources import Source
from .spanish_clauses import SpanishReader
from .speakers import Speakers
from .views import Views

if TYPE_CHECKING:
    from .syntax import ParsedBlocks

_NOBODY = Source("", "none")
_INFERRING = frozenset(
    f"{verb}{ending}"
    for verb in """
    suggest signal reveal show indicat impl prov demonstrat underscor underlin illustrat confirm
    establish mean reflect hint allow promis threaten emphasiz determin find stress highlight represent
    """.split()
    for ending in ("", "e", "es", "s", "ed", "d", "y", "ies", "ied", "ing")
) | frozenset(
    """
        shown proven meant found finds demuestra demuestran sugiere sugieren muestra muestran indica
        indican revela revelan refleja permite promete amenaza
        """.split()
)
_SOMEBODY = BELIEF | INTENTION  # what only people can
_THINGS = frozenset("it this that there what everything nothing which it's that's".split())
_LONG = 5  # words from which a marked span that nothing introduces is taken for speech


@dataclass
class _Row:
    first: int
    last: int
    start: int
    end: int
    type: str
    source: Source
    mention: tuple[int, int] | None
    cue: tuple[int, int] | None
    word: str | None
    group: int


class Assembler:
    """One walk over the blocks of a batch, in the order of reading."""

    def __init__(self, tokens: Tokens, syntax: bool = False) -> None:
        self.tokens, self.at = tokens, Views(tokens)
        self.spans: Spans = find_spans(tokens)
        self.blocks = Blocks(tokens, self.spans)
        self.speakers = Speakers(tokens, self.blocks.bits, self.blocks.gaps, self.blocks.span_of)
        self.reader: type[Reader] = EnglishReader if tokens.language == "en" else SpanishReader
        self.table = cue_table(tokens.language)
        self.parsed: ParsedBlocks | None = None
        if syntax and tokens.language == "en":
            from .syntax import ParsedBlocks, ParsedReader

            self.parsed, self.reader = ParsedBlocks(self.blocks), ParsedReader
        self.full = [closes_fully(tokens.text, self.spans, k) for k in range(len(self.spans))]
        self.rows: list[_Row] = []
        self.row_of_span: dict[int, _Row] = {}
        self.groups = 0
        self.waiting: list[tuple[Block, int]] = []

    def run(self) -> Quotes:
        """Read everything and lay the rows out."""
        for block in (self.parsed or self.blocks).read():
            reader = self._read(block)
            found = sorted(reader.read(), key=lambda a: a.cue)
            covered: set[int] = set()
            for attribution in found:
                self._attribute(block, attribution, covered)
            for k, span in enumerate(block.quote if block.spans else ()):
                if span >= 0 and span not in covered:
                    self._unattributed(block, reader, k, span)
        self._settle_waiting(None)
        return self._lay_out()

    # -- rows -----------------------------------------------------------------------------------------
    def _attribute(self, block: Block, a: Attribution, covered: set[int]) -> None:
        doc = self.at.doc[block.start]
        place = block.token[a.cue[0]]
        mention = (block.token[a.source[0]], block.stop[a.source[1] - 1]) if a.source else None
        if a.mode == "np":
            source = self.speakers.resolve(doc, mention, place)
        elif a.mode == "none":
            source = None
        else:
            source = (
                self._main_subject(doc, block, place)
                if a.mode == "same"
                else self.speakers.pronoun(doc, "", place)
            )
        known = source or _NOBODY
        cue = (block.token[a.cue[0]], block.stop[a.cue[1] - 1])
        group = self._new_group()
        chains: set[int] = set()
        made = False
        for e_a, e_b in a.parts:
            inside = [block.quote[k] for k in range(e_a, e_b) if block.quote[k] >= 0]
            covered.update(inside)
            kind = "direct" if len(inside) == e_b - e_a else "mixed" if inside else "indirect"
            if kind == "direct" and self._is_read_title(block, a, e_a, known):
                continue
            row = self._row(block, e_a, e_b, kind, known, mention, cue, a.word, group)
            if row is None:
                continue
            made = True
            for span in inside:
                self.row_of_span[span] = row
                chains.add(self.spans.chain[span])
        if made and source is not None and not self._is_headline(block):
            self.speakers.spoke(doc, place, source)
            self._settle_waiting(source, block, chains)

    def _read(self, block: Block) -> Reader:
        reader = self.reader(block, self.full, self.table, partial(self._believable, block))
        if self.parsed is not None:
            reader.parse = self.parsed.parses[block.start]  # type: ignore[attr-defined]
        return reader

    def _is_headline(self, block: Block) -> bool:
        return bool(self.tokens.paragraph_role[self.at.paragraph[block.start]] <= HEADING)

    def _believable(self, block: Block, a: Attribution) -> bool:
        """Say whether this source can do what the verb says: a storm suggests, but does not speak."""
        if a.mode == "none" or a.word in _CORE or (a.source is None and a.word not in _INFERRING):
            return True
        if a.source is None:
            return a.mode != "dropped"
        first, last = block.token[a.source[0]], block.stop[a.source[1] - 1]
        if last - first == 1 and self.speakers.bits[first] & POSSESSIVE:
            return True
        if last - first == 1 and self.speakers.bits[first] & SUBJECT:
            word = self.speakers.word(first)
            return word not in _THINGS or (word == "it" and a.word not in _INFERRING)
        if self.speakers.can_speak(first, last):
            return True
        if last - first == 1 and self.blocks.bits[first] & ED:
            return False  # These points I have outlined explain why
        if a.word in _INFERRING or (a.bits & (NOUN | EVALUATION) and a.bits & SPEECH):
            return False
        if a.bits & SPEECH or (a.bits & MANNER and block.bits[a.parts[0][0]] & QUOTED):
            return True
        start, stop = a.parts[0]
        reach = min(stop, start + 6) if a.bits & INTENTION else start + 1  # wants | the town to wait
        told = any(block.bits[k] & (THAT | TO) for k in range(start, reach))
        return bool(told and a.bits & _SOMEBODY) and not self.speakers.bits[last - 1] & (
            ADVERB | ED | ING | PREPOSITION
        )

    def _main_subject(self, doc: int, block: Block, place: int) -> Source | None:
        """The subject that a participle or a second verb shares: the sentence's speaker or first noun."""
        state = self.speakers.document(doc)
        limit = next((k for k in range(len(block)) if block.token[k] >= place), len(block))
        start = max((k for k in range(limit) if block.gaps[k] & SEMICOLON), default=0)
        for at, source in reversed(state.spoken[-4:]):
            if block.token[start] <= at < place:
                return source
        reader = self._read(block)
        verb = reader.first_verb(limit, start)
        if verb is not None:
            np_ = reader.subject_before(verb, start)
            if np_ is not None and not reader.is_author(np_) and block.words[np_[0]] not in _THINGS:
                found = self.speakers.resolve(
                    doc, (block.token[np_[0]], block.stop[np_[1] - 1]), block.token[np_[0]]
                )
                if found is not None:
                    return found
        return self.speakers.subject_of(doc, block.start, place)

    def _new_group(self) -> int:
        self.groups += 1
        return self.groups

    def _row(
        self,
        block: Block,
        a: int,
        e: int,
        kind: str,
        source: Source,
        mention: tuple[int, int] | None,
        cue: tuple[int, int] | None,
        word: str | None,
        group: int,
    ) -> _Row | None:
        spans, tokens = self.spans, self.tokens
        first, last = block.token[a], block.stop[e - 1]
        q, r = block.quote[a], block.quote[e - 1]
        start = spans.start[q] if q >= 0 else self.at.start[first]
        end = spans.end[r] if r >= 0 else self.at.end[last - 1]
        if q < 0 and start and tokens.text[start - 1] in "¿¡":
            start -= 1
        inner = int(self.blocks.span_of[last - 1]) if r < 0 else -1
        if inner >= 0 and spans.last[inner] == last:
            end = spans.end[inner]  # … on “Sunday Brief”
        if r < 0 and tokens.text[end : end + 1] in ("?", "!"):
            end += 1
        for before in self.rows[-6:]:
            if before.start < end and start < before.end:
                return None
        row = _Row(first, last, start, end, kind, source, mention, cue, word, group)
        self.rows.append(row)
        return row

    # -- marked spans that no cue reached ------------------------------------------------------------
    def _unattributed(self, block: Block, reader: Reader, k: int, span: int) -> None:
        tokens, spans = self.tokens, self.spans
        doc = self.at.doc[block.start]
        place = block.token[k]
        if span and spans.chain[span - 1] == spans.chain[span] and span - 1 in self.row_of_span:
            before = self.row_of_span[span - 1]  # the next paragraph of one quotation
            self._take(block, k, span, before.source, None, before.cue, before.word, before.group)
            self.speakers.spoke(doc, place, before.source)
            return
        alone = k == 0 and (k + 1 == len(block) or not self._continues(block, k))
        full = self.full[span] or tokens.text[spans.end[span] : spans.end[span] + 1] in (".", "?", "!")
        n_words = spans.last[span] - spans.first[span]
        if self._is_title(span) and not (alone and self.full[span] and self._follows_speech(span)):
            return
        if spans.kind[span] == "raya":
            self._take(block, k, span, _NOBODY, None, None, None, self._new_group())
            return
        if alone and full and (n_words > 2 or self._follows_speech(span)):
            source = self._floating_speaker(doc, span, place)
            if source is None:
                self.waiting.append((block, k))
                return
            self._take(block, k, span, source, None, None, None, self._group_before(span))
            self.speakers.spoke(doc, place, source)
            return
        introduced = bool(block.gaps[k] & COLON) and n_words > 2
        if introduced or (n_words >= _LONG and (full or self._is_clause(span))):
            source = self._headline_source(doc, block, k) if introduced else None
            source = source or self._subject(doc, block, reader, k)
            self._take(block, k, span, source or _NOBODY, None, None, None, self._new_group())
            if source is not None:
                self.speakers.spoke(doc, place, source)

    def _continues(self, block: Block, k: int) -> bool:
        """Say whether the sentence goes on behind a marked span that opens it."""
        return k + 1 < len(block) and block.quote[k + 1] < 0

    def _take(
        self,
        block: Block,
        k: int,
        span: int,
        source: Source,
        mention: tuple[int, int] | None,
        cue: tuple[int, int] | None,
        word: str | None,
        group: int,
    ) -> None:
        row = self._row(block, k, k + 1, "direct", source, mention, cue, word, group)
        if row is not None:
            self.row_of_span[span] = row

    def _follows_speech(self, span: int) -> bool:
        before = self.rows[-1] if self.rows else None
        return (
            before is not None
            and self.at.paragraph[before.first] == self.at.paragraph[self.spans.first[span]]
        )

    def _group_before(self, span: int) -> int:
        """A quotation that goes on after its attribution is one with it: “…,” said X. “…”"""
        before = self.rows[-1] if self.rows else None
        first = self.spans.first[span]
        if (
            before is not None
            and before.type == "direct"
            and self.at.paragraph[before.first] == self.at.paragraph[first]
        ):
            edge = max(
                before.end,
                self.at.end[before.cue[1] - 1] if before.cue else 0,
                self.at.end[before.mention[1] - 1] if before.mention else 0,
            )
            if self.spans.start[span] - edge < 80 and not self._sentence_between(edge, first):
                return before.group
        return self._new_group()

    def _sentence_between(self, edge: int, first: int) -> bool:
        at = bisect_left(self.at.start, edge)
        return at < first and self.at.sentence[first] - self.at.sentence[at] > 1

    def _floating_speaker(self, doc: int, span: int, place: int) -> Source | None:
        """A quotation without a source is the paragraph's last speaker's, or the person's just named."""
        spans = self.spans
        paragraph = self.at.paragraph[place]
        a = self.at.paragraph_first[paragraph]
        state = self.speakers.document(doc)
        spoken = [(at, s) for at, s in state.spoken[-6:] if a <= at < place]
        before = self.rows[-1] if self.rows else None
        if (
            before is not None
            and before.source is _NOBODY
            and before.cue
            and before.cue[0] >= a
            and not spoken
        ):
            return _NOBODY  # … it read. “…”
        if place > a:
            previous = self.at.sentence_first[self.at.sentence[place - 1]]
            previous = max(previous, a)
            if self.blocks.span_of[place - 1] >= 0:
                previous = min(previous, spans.first[int(self.blocks.span_of[place - 1])])
            if not any(at >= previous for at, _ in spoken):
                named = self.speakers.subject_of(doc, previous, place)
                if named is not None:
                    return named
        if spoken:
            return spoken[-1][1]
        if place > a:
            return None
        return None

    def _settle_waiting(
        self,
        source: Source | None,
        block: Block | None = None,
        chains: frozenset[int] | set[int] = frozenset(),
    ) -> None:
        """Give quotations that opened a paragraph to its first speaker, else to the one before."""
        waiting, self.waiting = self.waiting, []
        for held, k in waiting:
            span = held.quote[k]
            doc = self.at.doc[held.start]
            same = self.spans.chain[span] in chains or (
                block is not None and self.at.paragraph[held.start] == self.at.paragraph[block.start]
            )
            before = self.row_of_span.get(span - 1)
            speaker = source if same else None
            if (
                speaker is None
                and before is not None
                and self.spans.chain[span - 1] == self.spans.chain[span]
            ):
                speaker = before.source
            if speaker is None:
                speaker = self._speaker_before(doc, held)
            self._take(held, k, span, speaker or _NOBODY, None, None, None, self._new_group())

    def _speaker_before(self, doc: int, block: Block) -> Source | None:
        """The speaker of the paragraph before, if it is a quotation that this one goes on with."""
        paragraph = self.at.paragraph[block.start]
        state = self.speakers.document(doc)
        if not paragraph:
            return None
        a = self.at.paragraph_first[paragraph - 1]
        for at, source in reversed(state.spoken):
            if at < a:
                return None
            if at < block.start and source.kind != "none":
                return source
        return None

    def _headline_source(self, doc: int, block: Block, k: int) -> Source | None:
        """Minister: “We will wait”"""
        if not 0 < k <= 4 or any(block.bits[m] & FINITE for m in range(k)):
            return None
        span = (block.token[0], block.stop[k - 1])
        return self.speakers.resolve(doc, span, block.token[k]) if self.speakers.can_speak(*span) else None

    def _subject(self, doc: int, block: Block, reader: Reader, k: int) -> Source | None:
        """Who a sentence is about that has a quotation nobody is said to have said."""
        verb = reader.first_verb(k)
        if verb is None:
            return None
        np_ = reader.subject_before(verb)
        if np_ is None or reader.is_author(np_):
            return None
        source = self.speakers.resolve(
            doc, (block.token[np_[0]], block.stop[np_[1] - 1]), block.token[np_[0]]
        )
        if source is None or source.kind != "named":
            return None
        return source if " " in source.name or source.role else None

    def _is_title(self, span: int) -> bool:
        """Titles and names: all the longer words begin with a capital, and there are two of them at least."""
        first, last = self.spans.first[span], self.spans.last[span]
        starts, ends, bits = self.at.start, self.at.end, self.speakers.bits
        n_long = 0
        for k in range(first, last):
            if ends[k] - starts[k] > 3:
                if not bits[k] & CAPITAL:
                    return False
                n_long += 1
        return n_long > 1

    def _is_read_title(self, block: Block, a: Attribution, k: int, source: Source) -> bool:
        """He read “War and Peace”; but: the sign read “Keep Out”."""
        if a.word not in _READING or a.source is None or source.kind == "document":
            return False
        first, last = block.token[a.source[0]], block.stop[a.source[1] - 1]
        return (
            bool(self.speakers.bits[first] & SUBJECT or self.speakers.can_speak(first, last))
            and not block.gaps[k] & (COMMA | COLON)
            and self._is_title(block.quote[k])
        )

    def _is_clause(self, span: int) -> bool:
        bits = self.speakers.bits
        return any(bits[k] & (FINITE | SUBJECT) for k in range(self.spans.first[span], self.spans.last[span]))

    # -- the end --------------------------------------------------------------------------------------
    def _lay_out(self) -> Quotes:
        tokens, quotes = self.tokens, Quotes()
        stance = cue_table(tokens.language).stance
        n = len(tokens)
        quotes.voice = np.zeros(n, dtype=np.int8)
        quotes.quote = np.full(n, -1, dtype=np.int32)
        rows: list[_Row] = []
        for row in sorted(self.rows, key=lambda r: r.start):
            if not rows or row.start >= rows[-1].end:
                rows.append(row)
        starts, ends, text = self.at.start, self.at.end, tokens.text
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
        spans = self.spans
        marked = [
            k for k, kind in enumerate(spans.kind) if kind != "raya" and quotes.quote[spans.first[k]] >= 0
        ]
        places, _ = stretches([spans.first[k] for k in marked], [spans.last[k] for k in marked])
        quotes.voice[places] = DIRECT
        docs = np.searchsorted(tokens.doc_start, [at for at, _ in spans.warnings], side="right") - 1
        quotes.warnings = [
            (int(d), at, message) for d, (at, message) in zip(docs, spans.warnings, strict=False)
        ]
        return quotes


_READING = frozenset("read reads reading lee leen leyó leía leyeron".split())
_CORE = frozenset("say says said saying told tells according to asked wrote writes".split())
