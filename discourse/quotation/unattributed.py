"""Marked spans that no cue reached: whether they are quotations, and whose words they are."""

from __future__ import annotations

from typing import Final

from discourse.tokens.structure import HEADING

from .bits import COLON, COMMA, DASH, FINITE, LEMMA, PAREN, SEMICOLON, STOP, SUBJECT
from .block import Block
from .clauses import Reader
from .dialogue import Dialogue
from .rows import Row
from .sources import Source
from .surroundings import NOBODY

_HEADLINED: Final = frozenset("headline headlines headlined titled entitled subtitled".split())
_ASKED: Final = (
    "asked",
    "pressed",
    "questioned",
    "quizzed",
)  # Pressed on whether she would go, she laughed. “…”
_GOES_ON: Final = ("y", "luego", "después", "and", "then")  # «…», dijo Ruiz. | Y después, por si acaso: «…»
_BELOW: Final = 200  # words within which a heading is taken from a quotation
_LONG: Final = 5  # words from which a marked span that nothing introduces is taken for speech


class Unattributed(Dialogue):
    """Make the rows of a batch, and find the speakers of quotations that the text gives to nobody outright."""

    def _unattributed(self, block: Block, reader: Reader, k: int, span: int) -> None:
        tokens, spans = self.tokens, self.spans
        doc = self.at.doc[block.start]
        place = block.token_at(k)
        if span and spans.chain[span - 1] == spans.chain[span] and span - 1 in self.row_of_span:
            before = self.row_of_span[span - 1]  # the next paragraph of one quotation
            self._take(block, k, span, before.source, None, before.cue, before.word, before.group)
            self.speakers.spoke(doc, place, before.source)
            return
        signed = self._signed(doc, span)
        if signed is not None:
            self._take(
                block, k, span, self.speakers.signatory(doc, *signed), signed, None, None, self._new_group()
            )
            return
        alone = k == 0 and (k + 1 == len(block) or not self._continues(block, k))
        full = self.full[span] or tokens.text[spans.end[span] : spans.end[span] + 1] in (".", "?", "!")
        n_words = spans.last[span] - spans.first[span]
        said = self.rows[-1] if alone and n_words >= _LONG and self._follows_speech(span) else None
        full = full or (said is not None and said.type == "direct" and said.cue is not None)  # “… :)”
        if self._is_byname(block, k):
            return
        if self._is_title(span) and not (alone and self.full[span] and self._follows_speech(span)):
            return
        if spans.kind[span] == "raya":
            source = (
                self._announced(doc, span) or self._acts_beside(doc, block, reader, k) or self._answers(span)
            )
            self._take(block, k, span, source or NOBODY, None, None, None, self._new_group())
            if source is not None:
                self.speakers.spoke(doc, place, source)
            return
        if alone and full and (n_words > 2 or self._follows_speech(span)):
            announced = self._takes_turn(span) if self.speakers.english else self._announced(doc, span)
            source = announced or self._floating_speaker(doc, place) or self._said_afterwards(block, reader)
            if source is None:
                self.waiting.append((block, k))
                return
            if self.waiting and self.speakers.english:  # “…” Reed looks at the door. “…”
                self._settle_waiting(source, block)
            self._take(block, k, span, source, None, None, None, self._group_before(span))
            self.speakers.spoke(doc, place, source)
            return
        if (
            self.speakers.english
            and k == 0
            and n_words > 1
            and full
            and len(block) > 1
            and not self._is_title(span)
        ):
            acted = self._acts_behind(doc, block, reader) or self._only_named(doc, block)
            if acted is not None:
                self._take(block, k, span, acted[0], acted[1], None, None, self._new_group())
                self.speakers.spoke(doc, place, acted[0])
                return
        retort = self._retorts(block, k) if n_words > 1 and not self.speakers.english else 0
        if retort:
            np_ = reader.subject_behind(retort, len(block))
            mention = block.tokens(np_) if np_ else None
            source = (
                self.speakers.resolve(doc, mention, place)
                if mention
                else self.speakers.pronoun(doc, "", place)
            )
            if source is not None or (np_ and full | self._is_clause(span) | (n_words >= _LONG)):
                self._take(block, k, span, source or NOBODY, mention, None, None, self._new_group())
                if source is not None:
                    self.speakers.spoke(doc, place, source)
                return
        np_ = (
            self._its_reply(block, reader, k) if self.speakers.english else self._its_phrase(block, reader, k)
        )
        if np_ is not None and not reader.is_author(np_):
            mention = block.tokens(np_)
            source = self.speakers.resolve(doc, mention, place)
            if source is not None:
                self._take(block, k, span, source, mention, None, None, self._new_group())
                self.speakers.spoke(doc, place, source)
                return
        if k > 2 and self._cried(block, k):
            source = self._crier(doc, block, reader, k)
            self._take(block, k, span, source or NOBODY, None, None, None, self._new_group())
            if source is not None:
                self.speakers.spoke(doc, place, source)
            return
        heading = self.at.paragraph_role[self.at.paragraph[block.start]] <= HEADING
        if not self.speakers.english and alone and heading and n_words >= _LONG and len(block) == 1:
            source = self._only_speaker(doc, place) or NOBODY
            self._take(block, k, span, source, None, None, None, self._new_group())
            return
        if heading and k == 0 and len(block) > 1 and block.gaps[1] & (COLON | DASH) and n_words > 2:
            source = self._behind_colon(doc, block, reader)
            self._take(block, k, span, source or NOBODY, None, None, None, self._new_group())
            return
        credited = self._at_its_end(doc, block, k) if heading and k else None
        if credited is not None:
            self._take(block, k, span, credited, None, None, None, self._new_group())
            return
        if n_words > 2 and self._listed(block, k):
            return
        if k and block.words[k - 1] in _HEADLINED and not block.gaps[k] & COLON:
            return  # under the headline “…”
        opened = self.rows[-1] if self.rows else None
        if (
            k > 1
            and opened is not None
            and opened.source is not NOBODY
            and opened.cue is None
            and opened.first == block.start
            and full
            and block.gaps[k] & COMMA
        ):  # «…», retó Ruiz, | «…»
            self._take(block, k, span, opened.source, None, None, None, opened.group)
            return
        headlined = self._headline_speaker(doc, block, k) if k > 1 and not block.gaps[k] & COLON else None
        if headlined is not None:
            self._take(block, k, span, headlined, None, None, None, self._new_group())
            return
        introduced = bool(block.gaps[k] & COLON) and (n_words > 2 or (full and k + 1 == len(block)))
        bracketed = bool(block.gaps[k] & PAREN and block.gaps[k + 1] & (PAREN | STOP)) and n_words > 2
        if introduced or bracketed or (n_words >= _LONG and (full or self._is_clause(span))):
            source = self._headline_source(doc, block, k) if introduced else None
            if source is None and introduced and self.speakers.english:
                source = self._spoke_here(doc, block, k)
            if source is None and not introduced and full | bool(block.gaps[k] & PAREN):
                source = self._beside(doc, block, k)
            if source is None and introduced and self.speakers.english and k > 8:
                source = self._headline_subject(doc, block)
            if source is None and introduced and self.speakers.english:
                source = self._from_whom(doc, block, reader, k)
            source = source or self._subject(doc, block, reader, k, introduced)
            opens = block.words[0] in ("y", "que") and "que" in block.words.listed(0, 2)
            opens = opens or (not self.speakers.english and self._opens_with_verb(block, k))
            if source is None and introduced and opens:
                source = self.speakers.pronoun(doc, "", place)  # Y que nadie le ha llamado: «…»
            if source is None and introduced and any(block.gaps[m] & SEMICOLON for m in range(1, k)):
                source = self._goes_on_about(doc, block, k)  # su rival, Ana Gil, gana; él calla: «…»
            if source is None and introduced:
                source = self._behind_verb(doc, block, reader, k) or self._before_colon(doc, block, reader, k)
            if source is None and introduced and full and not self.speakers.english:
                source = self._goes_on_about(doc, block, k)
            if source is None and introduced and block.words[0] in _GOES_ON and self._follows_speech(span):
                bare = not any(block.bits[m] & (FINITE | LEMMA | SUBJECT) for m in range(k))
                source = self._floating_speaker(doc, place) if bare else None
            if source is None and not self.speakers.english and not introduced:
                source = (
                    self._explains(doc, block, reader, k)
                    or (self._said_afterwards(block, reader) if k + 1 == len(block) else None)
                    or self._only_speaker(doc, place)
                )
            if n_words < 3 and (source is None or (n_words == 1 and not source.personal)):
                return  # called it a “paper tiger.”
            self._take(block, k, span, source or NOBODY, None, None, None, self._new_group())
            if source is not None:
                self.speakers.spoke(doc, place, source)

    def _listed(self, block: Block, k: int) -> bool:
        """Take a quotation that stands in a list behind another: escribe «…», «…» y | «…»; say whether it does."""
        joined = block.words[k - 1] in ("y", "e", "and") if k else False
        before = k - 1 - joined
        if before < 1 or block.quote[before] < 0 or not (joined or block.gaps[k] & COMMA):
            return False
        row = self.row_of_span.get(block.quote[before])
        if row is None or row.source is NOBODY or row.type != "direct":
            return False
        self._take(block, k, block.quote[k], row.source, row.mention, row.cue, row.word, row.group)
        return True

    def _beside(self, doc: int, block: Block, k: int) -> Source | None:
        """Whose words go on: he denied it (“…”); “…,” he said. “…,” referring to the vote."""
        place = block.token_at(k)
        if k == 0:
            source = self._floating_speaker(doc, place) if self._follows_speech(block.quote[k]) else None
            return source if source is not None and source.speaks else None
        if not block.gaps[k] & PAREN:
            return None
        spoken = self.speakers.document(doc).spoken
        return next((s for at, s in reversed(spoken[-4:]) if block.start <= at < place), None)

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
    ) -> Row | None:
        spans, tokens = self.spans, self.tokens
        first, last = block.tokens((a, e))
        q, r = block.quote[a], block.quote[e - 1]
        start = spans.start[q] if q >= 0 else self.at.start[first]
        end = spans.end[r] if r >= 0 else self.at.end[last - 1]
        if q < 0 and start and tokens.text[start - 1] in "¿¡":
            start -= 1
        inner = self.span_of[last - 1] if r < 0 else -1
        if inner >= 0 and spans.last[inner] == last:
            end = spans.end[inner]  # … on “Sunday Brief”
        if r < 0 and tokens.text[end : end + 1] in ("?", "!"):
            end += 1
        for before in self.rows[-6:]:
            if before.start < end and start < before.end:
                return None
        row = Row(first, last, start, end, kind, source, mention, cue, word, group)
        self.rows.append(row)
        return row

    def _new_group(self) -> int:
        self.groups += 1
        return self.groups

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
        at = self.at.start.at_or_above(edge)
        return at < first and self.at.sentence[first] - self.at.sentence[at] > 1

    def _floating_speaker(self, doc: int, place: int) -> Source | None:
        """A quotation without a source is the paragraph's last speaker's, or the person's just named."""
        spans = self.spans
        paragraph = self.at.paragraph[place]
        a = self.at.paragraph_first[paragraph]
        state = self.speakers.document(doc)
        spoken = [(at, s) for at, s in state.spoken[-6:] if a <= at < place]
        before = self.rows[-1] if self.rows else None
        if (
            before is not None
            and before.source is NOBODY
            and before.cue
            and before.cue[0] >= a
            and before.word not in _ASKED
            and not spoken
        ):
            return NOBODY  # … it read. “…”
        if place > a:
            previous = self.at.sentence_first[self.at.sentence[place - 1]]
            previous = max(previous, a)
            if self.span_of[place - 1] >= 0:
                previous = min(previous, spans.first[self.span_of[place - 1]])
            if not any(at >= previous for at, _ in spoken):
                named = self.speakers.subject_of(doc, previous, place, False) or self._acts(
                    doc, previous, place
                )
                if named is not None:
                    return named
        if spoken and spoken[-1][1].plural and spoken[-1][1].kind == "anonymous":
            own = [r for r in self.rows[-4:] if r.first >= a and r.type == "direct" and r.source.personal]
            return own[-1].source if own else spoken[-1][1]  # “…,” Reed said. But others expect more. “…”
        return spoken[-1][1] if spoken else None

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
                if speaker is not None:  # the next paragraph may go on
                    self.speakers.spoke(doc, held.token_at(k), speaker)
            self._take(held, k, span, speaker or NOBODY, None, None, None, self._new_group())

    def _speaker_before(self, doc: int, block: Block) -> Source | None:
        """The speaker of the paragraph before, if it is a quotation that this one goes on with."""
        paragraph, roles = self.at.paragraph[block.start], self.at.paragraph_role
        state = self.speakers.document(doc)
        if not paragraph:
            return None
        if roles[paragraph - 1] == HEADING and paragraph > 1:
            paragraph -= 1  # the caption of a picture
        a = self.at.paragraph_first[paragraph - 1]
        if a < state.first:
            return None  # of another document
        for at, source in reversed(state.spoken):
            if at < a:
                break
            if at < block.start and source.kind != "none":
                return source
        return (
            self._last_subject(doc, a, self.at.paragraph_first[paragraph]) if self.speakers.english else None
        )

    def _quoted_from(self, row: Row) -> Source:
        """Who says in one of the next quotations what stands above it as a heading."""
        words = self.at.norm.listed(row.first, row.last)
        for other in self.rows:
            if other.first > row.last and other.cue is not None and other.type == "direct":
                if self.at.doc[other.first] != self.at.doc[row.first] or other.first - row.last > _BELOW:
                    break
                said = self.at.norm.listed(other.first, other.last)
                n = len(words)
                if any(said[k : k + n] == words for k in range(len(said) - n + 1)):
                    return other.source
        return NOBODY
