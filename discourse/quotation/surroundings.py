"""Whose words a marked span has, from the sentence it stands in and those beside it."""

from __future__ import annotations

from typing import Final

from discourse.tokens import Tokens
from discourse.tokens.structure import HEADING

from .bits import (
    ADVERB,
    ASKING,
    BE,
    BREAK,
    CAPITAL,
    COMMA,
    DETERMINER,
    ED,
    FINITE,
    HAVE,
    OBJECT,
    OWNER,
    POSSESSIVE,
    PREPOSITION,
    SUBJECT,
    SUBORDINATOR,
    TELLING,
    TIME,
    WH,
)
from .block import Block
from .blocks import Blocks
from .clauses import Reader
from .marks import Spans, closes_fully, find_spans
from .nominal import SAID_EN, is_saying, said_afterwards, words_of
from .rows import Row
from .sources import Source
from .speakers import Speakers
from .views import views

NOBODY: Final = Source("", "none")
CLOSED: Final = ADVERB | DETERMINER | FINITE | POSSESSIVE | PREPOSITION | SUBORDINATOR | TIME | WH
_NO_VERB: Final = (CLOSED & ~FINITE) | CAPITAL
NEAR: Final = 16  # words behind a quotation within which its speaker acts
_WERE: Final = frozenset("es son fue fueron era eran ha".split())
_SHOUTS: Final = frozenset("grito gritos cántico cánticos consigna consignas voces".split())
_CAUSES: Final = ("porque", "pues")
_CAUSAL_PAIRS: Final = ("por cuanto", "ya que", "puesto que", "dado que")
_LEAD: Final = 150  # words before an interview in which it is called one
_INTERVIEW: Final = frozenset(
    """
        entrevista entrevistado entrevistada recibe recibió atiende atendió conversa conversó charla charló concede
        concedió responde respondió contesta contestó
    """.split()
)


_WAS_OR_CAME: Final = ("was", "were", "is", "are", "came")
_PUT_IT: Final = ("put", "puts", "described", "describes", "summed", "sums", "explained", "explains")


class Surroundings:
    """Find the speaker of a marked span in what stands before, around or behind it."""

    def __init__(self, tokens: Tokens) -> None:
        self.tokens, self.at = tokens, views(tokens)
        self.spans: Spans = find_spans(tokens)
        self.blocks = Blocks(tokens, self.spans)
        self.speakers = Speakers(tokens, self.blocks.bits, self.blocks.gaps, self.blocks.span_of)
        self.span_of = self.speakers.span_of
        self.full = [closes_fully(tokens.text, self.spans, k) for k in range(len(self.spans))]
        self.rows: list[Row] = []
        self.row_of_span: dict[int, Row] = {}
        self.groups = 0
        self.waiting: list[tuple[Block, int]] = []

    def _announced(self, doc: int, span: int) -> Source | None:
        """Who a line of dialogue is said to have when the paragraph before ends with a colon: Luis calló y luego dijo:"""
        first = self.spans.first[span]
        before = self.at.end[first - 1] if first > self.speakers.document(doc).first else -1
        if before < 0 or ":" not in self.tokens.text[before : self.spans.start[span]]:
            return None
        return self.speakers.pronoun(doc, "", first)

    def _answers(self, span: int) -> Source | None:
        """Who answers a question of a dialogue that nobody is said to ask: who spoke before it."""
        if not self.rows or not span:
            return None
        question, text, paragraph = self.rows[-1], self.tokens.text, self.at.paragraph
        if not text[question.start : question.end].endswith("?") or text[self.spans.end[span] - 1] == "?":
            return None
        here = paragraph[self.spans.first[span]]
        if here - paragraph[question.first] != 1 or question.source is not NOBODY or question.cue is not None:
            return None
        before = self.rows[-2] if len(self.rows) > 1 else None
        doc = self.at.doc[question.first]
        if before is None or before.source is NOBODY or self.at.doc[before.first] != doc:
            return self._interviewed(doc, question.first)
        beside = before.type == "direct" and paragraph[question.first] - paragraph[before.first] <= 2
        return before.source if beside else None

    def _interviewed(self, doc: int, question: int) -> Source | None:
        """The only person named before the first question of an interview: Ana Ruiz recibe a este diario. —¿…?"""
        a = max(self.at.sentence_first[self.at.sentence[question]] - _LEAD, self.speakers.document(doc).first)
        if any(self.speakers.word(k) in _INTERVIEW for k in range(a, question)):
            return self.speakers.only_person(doc, question)
        first, here = self.at.paragraph_first, self.at.paragraph[question]
        if question == self.speakers.document(doc).first and here + 3 < len(first):
            a, e = first[here + 2], first[here + 3]  # who it was is told behind the first answer
            if self.at.doc[a] == doc and any(self.speakers.word(k) in _INTERVIEW for k in range(a, e)):
                return self.speakers.only_person(doc, e)
        return None

    def _said_afterwards(self, block: Block, reader: Reader) -> Source | None:
        """Whom the next sentence says to have said it: «…». Lo dice un exministro."""
        behind = None if self.speakers.english else self.blocks.behind(block)
        if behind is None or self.at.paragraph[behind.start] != self.at.paragraph[block.start]:
            return None
        reader.turn_to(behind)
        np_ = said_afterwards(behind, reader)
        author = reader.is_author(np_)
        reader.turn_to(block)
        if np_ is None or author:
            return None
        return self.speakers.resolve(self.at.doc[block.start], behind.tokens(np_), behind.token_at(np_[0]))

    def _subject(self, doc: int, block: Block, reader: Reader, k: int, introduced: bool) -> Source | None:
        """Who a sentence is about that has a quotation nobody is said to have said."""
        if introduced and not self.speakers.english and block.words[0] in ("cuando", "mientras", "como"):
            return None  # Cuando una mujer quiso saber si era tarde, cortó: «…»
        verb = reader.first_verb(k)
        if verb is None:
            return None
        c = next((m for m in range(1, verb) if block.gaps[m] & COMMA), 0)
        if (
            introduced
            and 0 < c < 7
            and not self.speakers.english
            and "que" in block.words.listed(c, min(c + 3, verb))
        ):
            span = block.tokens((0, c))  # El senador Luis Gil, al que la prensa señala, tomó distancia: «…»
            if block.bits[0] & (DETERMINER | CAPITAL) and self.speakers.can_speak(*span):
                return self.speakers.resolve(doc, span, block.token_at(0))
        np_ = reader.subject_before(verb)
        if np_ is None and self.speakers.english:  # Reed, who wanders in, | offers a view: “…”
            later = (
                m
                for m in range(verb + 1, k)
                if block.bits[m] & FINITE and not block.bits[m] & (DETERMINER | SUBJECT)
            )
            nps = (reader.subject_before(m) for m in later)
            np_ = next((np for np in nps if np is not None and np[0] == 0), None)
        if np_ is None or reader.is_author(np_):
            return None
        whose = words_of(block, np_, self.speakers.english) if introduced else None
        np_ = whose or np_
        source = self.speakers.resolve(doc, block.tokens(np_), block.token_at(np_[0]))
        made = (
            block.words[k - 1] in ("announcement", "statement", "appeal", "comment", "post")
            and self.speakers.english
        )
        if whose or (
            made and introduced and source is not None and block.bits[0] & DETERMINER and np_[0] == 0
        ):
            return source  # An official account made the following | announcement: “…”
        words = self.speakers.words
        if source is not None and introduced and source.kind == "anonymous":
            return source if source.head in words.strong or source.head in words.weak else None
        if source is not None and introduced and source.kind == "institution" and source.head in words.bodies:
            return source  # La patronal lo ve de otra manera: «…»
        if source is None or source.kind != "named":
            return None
        heading = self.at.paragraph_role[self.at.paragraph[block.start]] <= HEADING
        if heading and self.speakers.english and not self.speakers.is_person(doc, source):
            return None  # Panel Erupts Over Report: “…”
        return source if " " in source.name or source.role else None

    def _from_whom(self, doc: int, block: Block, reader: Reader, k: int) -> Source | None:
        """It drew this reaction from Ann Reed: “…” A statement by the mayor: “…”"""
        for m in range(min(k, 8) if not any(block.bits[p] & FINITE for p in range(k)) else 0):
            told = any(block.words[p] in SAID_EN for p in range(m + 1, min(m + 4, k)))
            acts = any(block.bits[p] & ED and not block.bits[p] & CAPITAL for p in range(1, m))
            if acts:  # Hill opposed | Reed’s statement: “…”
                break
            if told and block.bits[m] & (OWNER | POSSESSIVE):  # Reed’s message to the voters: “…”
                whose = (0, m + 1) if block.bits[m] & OWNER else (m, m + 1)
                if reader.is_author(whose):
                    return None
                return self.speakers.resolve(doc, block.tokens(whose), block.start)
        for m in range(k - 1, max(k - 12, 0), -1):
            if block.words[m] in ("from", "by") or (
                block.words[m] == "of" and block.words[m - 1] in SAID_EN and not block.gaps[m]
            ):
                np_ = reader.np_right(m + 1)
                if np_ is None or (np_[1] < k and not block.gaps[np_[1]] & COMMA) or reader.is_author(np_):
                    return None
                source = self.speakers.resolve(doc, block.tokens(np_), block.token_at(k))
                by = block.words[m] == "by" and block.bits[m - 1] & (
                    TELLING | ASKING
                )  # was told by the union: “…”
                return source if source is not None and (by or source.kind == "named") else None
            if block.bits[m] & (FINITE | SUBORDINATOR):
                return None
        return None

    def _explains(self, doc: int, block: Block, reader: Reader, k: int) -> Source | None:
        """Whose reason it is: Ana Ruiz no sembró nada, «porque no llueve»; se felicitó de ello, ya que «…»."""
        inside = block.gaps[k] & COMMA and self.speakers.word(block.token_at(k)) in _CAUSES
        pair = " ".join(block.words.listed(max(k - 2, 0), k))
        if not inside and block.words[k - 1] not in _CAUSES and pair not in _CAUSAL_PAIRS:
            return None
        verb = reader.first_verb(k)
        np_ = reader.subject_before(verb) if verb is not None else None
        if np_ is None or reader.is_author(np_) or not self.speakers.can_speak(*block.tokens(np_)):
            return None
        return self.speakers.resolve(doc, block.tokens(np_), block.token_at(np_[0]))

    def _only_speaker(self, doc: int, place: int) -> Source | None:
        """Who speaks in this paragraph and the one before, if it is one person or body alone."""
        paragraph = self.at.paragraph[place]
        if any(self.speakers.word(m) in ("para", "según") for m in range(max(place - 4, 0), place)):
            return None  # que para muchos «…»
        state = self.speakers.document(doc)
        since = max(self.at.paragraph_first[max(paragraph - 1, 0)], state.first)
        found: Source | None = None
        for at, source in reversed(state.spoken):
            if at >= place:
                continue
            if at < since:
                break
            if found is not None and source is not found:
                return None
            found = source
        return found if found is not None and found.kind != "document" else None

    def _its_phrase(self, block: Block, reader: Reader, k: int) -> tuple[int, int] | None:
        """«…», fue la frase de | Ana Ruiz |; «…», son las palabras con las que | Ana Ruiz | nos recibió."""
        words, n = block.words, len(block)
        if k or n < 6 or words[1] not in _WERE or words[2] not in ("la", "las", "el", "los", "su", "una"):
            return None
        noun = next((m for m in range(3, min(6, n)) if is_saying(words[m])), -1)
        if noun < 0 or noun + 2 >= n:
            return None
        if words[noun + 1] in ("de", "del"):
            return reader.np_right(noun + 2)
        that = next((m for m in range(noun + 1, min(noun + 5, n)) if words[m] == "que"), -1)
        if that < 0:
            return None
        verb = next((m for m in range(that + 1, n) if block.bits[m] & FINITE), n)
        while verb > that + 1 and block.bits[verb - 1] & OBJECT:
            verb -= 1
        return (that + 1, verb) if verb > that + 1 else reader.subject_behind(verb, n)

    def _its_reply(self, block: Block, reader: Reader, k: int) -> tuple[int, int] | None:
        """“…,” was | Ann Reed’s | reply, came the answer from | Ann Reed |, came | a voice |, is how | she | put it"""
        words, n = block.words, len(block)
        if k or n < 4 or words[1] not in _WAS_OR_CAME:
            return None
        if words[2] == "how" and words[1] in ("is", "was"):
            verb = next((m for m in range(4, min(9, n)) if words[m] in _PUT_IT), -1)
            return (3, verb) if verb > 3 else None
        if words[1] == "came" and "voice" in words.listed(3, min(6, n)):
            return reader.np_right(2)
        noun = next((m for m in range(3, min(8, n)) if words[m] in SAID_EN), -1)
        if noun < 0 or any(block.gaps[m] & BREAK or block.bits[m] & FINITE for m in range(3, noun)):
            return None
        if noun + 2 < n and words[noun + 1] in ("of", "from"):
            return reader.np_right(noun + 2)
        owned = block.bits[noun - 1] & (OWNER | POSSESSIVE)
        return (2, noun) if owned or block.bits[2] & POSSESSIVE else None

    def _cried(self, block: Block, k: int) -> bool:
        """Say whether a marked span is what people shout: al grito de «…», entre gritos de «…»."""
        return (
            block.words[k - 1] == "de"
            and block.words[k - 2] in _SHOUTS
            and bool(block.bits[k - 3] & PREPOSITION or block.words[k - 3] in ("al", "los", "unánime"))
        )

    def _crier(self, doc: int, block: Block, reader: Reader, k: int) -> Source | None:
        """Who shouts: Al grito de «…», | los vecinos | tomaron la plaza; | los vecinos | marcharon al grito de «…»."""
        verb = reader.first_verb(k)
        if verb is not None and verb > 0:
            np_ = reader.subject_before(verb)
        else:
            after = k + 1
            while after < len(block) and block.quote[after] >= 0:
                after += 1
            np_ = reader.np_right(after) if after < len(block) and block.gaps[after] & COMMA else None
        undergone = verb is not None and block.bits[verb] & BE and block.bits[verb + 1] & ED  # fue recibida
        if np_ is None or undergone or reader.is_author(np_):
            return None
        one = block.words[np_[0]] in ("uno", "una", "otro", "otra")
        if not one and not self.speakers.can_speak(*block.tokens(np_)):
            return None
        return self.speakers.resolve(doc, block.tokens(np_), block.token_at(k))

    def _retorts(self, block: Block, k: int) -> int:
        """«…», bromeó. «…», le ha retado Ruiz: a verb that no list has, right behind the words it reports; 0 for none."""
        after = k + 1
        if after + 1 < len(block) and block.bits[after] & OBJECT:
            after += 1  # «…», se despidió Ruiz
        if k or after >= len(block) or not block.gaps[k + 1] & COMMA:
            return 0
        if after + 1 < len(block) and block.bits[after] & HAVE and block.bits[after + 1] & ED:
            return after + 1
        past = block.words[after].endswith(("ó", "aron", "ieron", "aba", "aban", "ino", "uso"))
        if past and block.bits[after] & FINITE:
            return after
        if after + 1 < len(block) and not block.gaps[after + 1] and not block.bits[after] & _NO_VERB:
            verb = block.words[after].removesuffix("n").endswith(("a", "e"))  # «…», describe Ana Ruiz
            named = block.bits[after + 1] & CAPITAL and self.speakers.nameable[block.token_at(after + 1)]
            if block.bits[after + 1] & DETERMINER and after + 2 < len(block):  # «…», grafica la cineasta
                named = self.speakers.can_speak(*block.tokens((after + 1, after + 3)))
            return after if verb and named else 0
        return 0

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

    def _is_clause(self, span: int) -> bool:
        bits = self.speakers.bits
        return any(bits[k] & (FINITE | SUBJECT) for k in range(self.spans.first[span], self.spans.last[span]))
