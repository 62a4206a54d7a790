"""Quotations signed below (“…” — Ann Reed); Spanish dialogue whose speaker only acts: —No llueve —Ana cerró la ventana—."""

from __future__ import annotations

from typing import Final

from discourse.tokens.structure import HEADING

from .attribution import Attribution
from .bits import (
    ADVERB,
    CAPITAL,
    COLON,
    COMMA,
    COORDINATOR,
    DETERMINER,
    ED,
    FINITE,
    HAVE,
    ING,
    NEGATIVE,
    OBJECT,
    OWNER,
    POSSESSIVE,
    PREPOSITION,
    SEMICOLON,
    SPEECH,
    STOP,
    SUBJECT,
    SUBORDINATOR,
    TIME,
)
from .block import Block
from .clauses import Reader
from .marked_names import MarkedNames
from .nominal import is_saying
from .sources import Source
from .spanish import ASKED
from .surroundings import CLOSED, NEAR, NOBODY

_WORDS: Final = frozenset(
    "remarks statement statements comments words speech letter answer reply response post tweet testimony".split()
)
_I: Final = frozenset("yo me mi mis mí conmigo".split())
_QUOTES: Final = ("quoted", "quotes", "cited", "cites")
_STROKES: Final = ("—", "–", "―", "--", "-")
_SOMEONE: Final = ("uno", "una", "otro", "otra")
_SHORT: Final = 9  # words of a sentence that only says what somebody does: she laughed
_ACTS: Final = 5  # words behind the dash within which the speaker's verb stands


class Dialogue(MarkedNames):
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

    def _acts_behind(self, doc: int, block: Block, reader: Reader) -> tuple[Source, tuple[int, int]] | None:
        """“…,” Reed groused; “…?” Reed remembers asking: whoever acts right behind the words they break off for."""
        if not block.gaps[1] & (COMMA | STOP) or block.bits[1] & (PREPOSITION | SUBORDINATOR):
            return None
        inverted = self._inverted(block, reader)
        if inverted is not None:
            mention = block.tokens(inverted)
            source = self.speakers.resolve(doc, mention, block.token_at(0))
            return (source, mention) if source is not None and source.speaks else None
        verb = reader.first_verb(min(len(block), NEAR), 1)
        np_ = reader.subject_before(verb, 1) if verb is not None else None
        if verb is not None and block.words[verb] in _QUOTES:  # “…,” the paper quoted | Reed
            np_ = reader.np_right(verb + 1) if np_ is not None else None
            if np_ is None or (np_[1] < len(block) and not block.gaps[np_[1]] & (COMMA | STOP)):
                return None
            source = self.speakers.resolve(doc, block.tokens(np_), block.token_at(0))
            return (source, block.tokens(np_)) if source is not None and source.personal else None
        if np_ is None or np_[0] != 1 or reader.is_author(np_):
            return None
        mention = block.tokens(np_)
        if not self.speakers.can_speak(*mention) and not block.bits[1] & SUBJECT:
            return None
        source = self.speakers.resolve(doc, mention, block.token_at(0))
        return (source, mention) if source is not None and source.personal and source.speaks else None

    def _inverted(self, block: Block, reader: Reader) -> tuple[int, int] | None:
        """Who stands behind a verb that no list of reports has: “…,” chided | Ann Reed |, “…,” sniffed | the mayor"""
        n = len(block)
        past = n > 2 and (block.bits[1] & ED or block.words[1].endswith("ed")) and not block.bits[1] & ADVERB
        if not past or not block.gaps[1] & COMMA or block.gaps[2]:
            return None
        if not block.bits[2] & (CAPITAL | DETERMINER | POSSESSIVE) or block.bits[2] & TIME:
            return None
        np_ = reader.np_right(2)
        e = n if np_ is None else np_[1]
        ends = e >= n or block.gaps[e] & (COMMA | STOP) or block.bits[e] & (PREPOSITION | TIME)
        return np_ if np_ is not None and ends and self.speakers.can_speak(*block.tokens(np_)) else None

    def _only_named(self, doc: int, block: Block) -> tuple[Source, tuple[int, int]] | None:
        """“…,” Reed. A name alone behind the words that break off for it."""
        span = block.tokens((1, len(block)))
        if len(block) > 4 or not block.gaps[1] & COMMA or block.bits[1] & CLOSED:
            return None
        source = self.speakers.person_called(doc, *span)
        return (source, span) if source is not None else None

    def _takes_turn(self, span: int) -> Source | None:
        """Who speaks in a paragraph of its own where two ask and answer: “Why?” Reed asked. “No,” Hill said. | “When?” |"""
        if len(self.rows) < 2:
            return None
        one, other = self.rows[-2], self.rows[-1]
        text, paragraph = self.tokens.text, self.at.paragraph
        here = paragraph[self.spans.first[span]]
        if self.at.doc[one.first] != self.at.doc[self.spans.first[span]]:
            return None
        beside = here - paragraph[other.first] == 1 and paragraph[other.first] - paragraph[one.first] == 1
        two = one.source is not other.source and one.source.personal and other.source.personal
        if not beside or not two or other.type != "direct" or other.source is NOBODY:
            return None
        asks = text[self.spans.end[span] - 2 : self.spans.end[span]].rstrip("”\"’'").endswith("?")
        cue = text[self.at.start[other.cue[0]] : self.at.end[other.cue[1] - 1]] if other.cue else ""
        if other.cue and not asks and cue.split()[-1:] in (["asked"], ["asks"]):
            return one.source  # “Which?” Reed asked. | “I can’t say.” |
        asked, before = (text[r.start : r.end].rstrip("”\"’'").endswith("?") for r in (one, other))
        if one.type != "direct":
            return None
        return one.source if (asks and asked and not before) or (before and not asks) else None

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

    def _acts(self, doc: int, a: int, e: int) -> Source | None:
        """Whom a pronoun means that is the subject of a sentence in English: Pressed on it, | she | laughed. “…”"""
        bits = self.speakers.bits
        for k in range(a, e - 1) if self.speakers.english else ():
            if e - k > _SHORT:
                continue
            begins = k == a or (self.speakers.gaps[k] & COMMA and bits[a] & (ED | PREPOSITION | SUBORDINATOR))
            if begins and self.speakers.word(k) in ("he", "she") and not self.speakers.gaps[k + 1]:
                return self.speakers.pronoun(doc, self.speakers.word(k), k)
        return None

    def _behind_verb(self, doc: int, block: Block, reader: Reader, k: int) -> Source | None:
        """En la misma línea se pronunció Adela Roig, de la universidad: «…»"""
        verbs = [
            m for m in range(1, k) if block.bits[m] & FINITE and not block.bits[m] & (SUBJECT | DETERMINER)
        ]
        behind = (reader.subject_behind(verb, k) for verb in verbs)
        np_ = next((np for np in behind if np is not None), None)
        if np_ is None or reader.is_author(np_):
            return None
        source = self.speakers.resolve(doc, block.tokens(np_), block.token_at(k))
        did = block.words[0] == "lo" and block.words[1].startswith(("hizo", "hici", "hací"))
        # Lo hizo | su embajador: «…»
        told = source is not None and (source.kind == "named" or (did and source.speaks))
        return source if told else None

    def _before_colon(self, doc: int, block: Block, reader: Reader, k: int) -> Source | None:
        """Su hija Yovana la interrumpe: «…»; the subject left out: Preguntado por la fecha, esquivó la cuestión: «…»"""
        if self.speakers.english:
            return None
        if block.words[0] in ("a", "al") and any(block.words[m] in ("le", "les") for m in range(1, k)):
            return self.speakers.pronoun(
                doc, "", block.token_at(k)
            )  # A los periodistas les dejó una frase: «…»
        begin = max((m for m in range(1, k) if block.gaps[m] & COMMA), default=0)
        bits = block.bits[begin]
        first = next((m for m in range(1, k) if block.gaps[m] & COMMA), k)
        named = block.bits[0] & (DETERMINER | POSSESSIVE) or self.speakers.nameable[block.start]
        if 0 < first < begin and named and bits & (FINITE | OBJECT | NEGATIVE):
            span = block.tokens((0, first))  # | La dirigente polaca |, a su lado, aprovechó: «…»
            if self.speakers.can_speak(*span):
                return self.speakers.resolve(doc, span, block.token_at(k))
        if (bits & FINITE and not bits & CAPITAL) or (begin == 0 and bits & FINITE):
            dropped = block.words[0] in ASKED or reader.subject_behind(begin, k) is None
            return self.speakers.pronoun(doc, "", block.token_at(k)) if dropped else None
        verb_first = (
            begin and block.bits[0] & FINITE and not any(block.bits[m] & FINITE for m in range(begin, k))
        )
        if verb_first:  # Salió una hora después, con una frase preparada: «…»
            return self.speakers.pronoun(doc, "", block.token_at(k))
        np_ = reader.np_right(0 if begin and block.bits[0] & (DETERMINER | POSSESSIVE) else begin)
        if np_ is None or np_[1] > k:
            return None
        end = np_[1]
        if end == k:  # the verb is one that no list has: it is the last word, or the last before an object
            end -= 1
        while end > np_[0] + 1 and block.bits[end - 1] & OBJECT:
            end -= 1
        span = block.tokens((np_[0], end))
        one = block.words[np_[0]] in _SOMEONE and end - np_[0] == 1  # A su lado, | otra | asintió: «…»
        if end <= np_[0] or not (one or self.speakers.can_speak(*span)):
            return None
        source = self.speakers.resolve(doc, span, block.token_at(np_[0]))
        return (
            source
            if source is not None and source.kind in ("named", "anonymous") and (one or source.speaks)
            else None
        )

    def _read_headlines(self) -> None:
        """Give a headline that is all quotation to the one speaker of the text, a heading to those beside it."""
        doc, role, paragraph = self.at.doc, self.at.paragraph_role, self.at.paragraph
        for number, row in enumerate(self.rows):
            here = paragraph[row.first]
            if row.source is not NOBODY or row.type != "direct" or role[here] > HEADING:
                continue
            if self.at.paragraph_first[here + 1] - row.last > 0 or self.at.paragraph_first[here] < row.first:
                continue
            before = self._speaks_beside(doc[row.first], range(number - 1, -1, -1))
            behind = self._speaks_beside(
                doc[row.first], range(number + 1, len(self.rows)), alone=before is None
            )
            if behind is not None and before in (None, behind):
                row.source = behind

    def _speaks_beside(self, doc: int, numbers: range, alone: bool = False) -> Source | None:
        """Who has the first quotation among some rows of a document, and all others there if asked."""
        found: Source | None = None
        for number in numbers:
            row = self.rows[number]
            if self.at.doc[row.first] != doc:
                break
            if row.type != "direct" or row.source is NOBODY:
                continue
            if found is not None and row.source is not found:
                return None
            found = row.source
            if not alone:
                break
        return found

    def _says_i(self, block: Block, parts: list[tuple[int, int]]) -> bool:
        """Say whether one person speaks of himself in marked words: «Me voy con la frente alta»."""
        spans = [block.quote[k] for a, e in parts for k in range(a, e) if block.quote[k] >= 0]
        first, last = self.spans.first, self.spans.last
        return any(self.speakers.word(k) in _I for q in spans for k in range(first[q], last[q]))

    def _behind_colon_quote(self, block: Block, a: Attribution) -> bool:
        """Say whether a verb stands behind what a subject and colon open: El alcalde salió: «…», | comentó"""
        q = a.parts[0][0]
        return (
            a.mode == "dropped" and 1 < q < a.cue[0] and block.quote[q] >= 0 and bool(block.gaps[q] & COLON)
        )

    def _told_inside(self, doc: int, block: Block, a: Attribution, source: Source) -> Source:
        """Who goes on speaking behind what an outlet tells of: Reed | said it was late, the Times reported. “…,” she added"""
        begin, end = a.parts[0]
        if source.role != "media" or source.personal or end > a.cue[0]:
            return source
        said = next(
            (
                k
                for k in block.places
                if begin < k < end and block.bits[k] & SPEECH and block.bits[k] & FINITE
            ),
            0,
        )
        inner = (
            self.speakers.subject_of(doc, block.token_at(begin), block.token_at(said), asides=False)
            if said
            else None
        )
        return source if inner is None else inner

    def _last_subject(self, doc: int, a: int, e: int) -> Source | None:
        """The person whom the last sentence of a paragraph is about: Reed hit back on Monday."""
        if e <= a or self.at.paragraph_role[self.at.paragraph[a]] <= HEADING:
            return None
        last = max(self.at.sentence_first[self.at.sentence[e - 1]], a)
        found = self.speakers.subject_of(doc, last, min(last + NEAR, e))
        return found or self._acts(doc, last, e) or self._whose_words(doc, last, min(last + NEAR, e))

    def _whose_words(self, doc: int, a: int, e: int) -> Source | None:
        """Whose words a sentence announces: Excerpts of | Senator Reed’s | remarks are below."""
        bits = self.speakers.bits
        for k in range(a, e - 1):
            if bits[k] & (OWNER | POSSESSIVE) and any(
                self.speakers.word(m) in _WORDS for m in range(k + 1, min(k + 4, e))
            ):
                return self.speakers.resolve(doc, (k, k + 1), k)
        return None

    def _opens_with_verb(self, block: Block, k: int) -> bool:
        """Say whether somebody left out does something before a colon: | Dio | un dato contundente: «…»"""
        word = block.words[0]
        acts = block.bits[0] & FINITE and word[-1] in "óeo" and not word.startswith(("hay", "es"))
        who = block.words[1] in ("el", "la") and k > 2 and self.speakers.can_speak(*block.tokens((1, 3)))
        if not acts or who or self.speakers.nameable[block.start]:
            return False  # but: Llegó el alcalde: «…»
        return 2 <= k <= 9 and not any(block.bits[m] & (FINITE | SUBJECT) & ~DETERMINER for m in range(1, k))

    def _goes_on_about(self, doc: int, block: Block, k: int) -> Source | None:
        """Whose words follow a colon behind a clause that names nobody: Su reacción fue breve: «…», …; él calla: «…»"""
        a = max((m for m in range(1, k) if block.gaps[m] & SEMICOLON), default=0)
        for m in range(k - 2, a, -1):  # llegó la réplica de | Ana Ruiz: «…», llegó en boca de | Ana Ruiz
            noun = block.words[m - 1]
            if block.words[m] in ("de", "del") and (is_saying(noun) or noun == "boca"):
                return self.speakers.resolve(doc, block.tokens((m + 1, k)), block.token_at(k))
        if any(self.speakers.nameable[block.token_at(m)] for m in range(max(a, 1), k)):
            return None
        for _ in range(3):  # Esta vez, no obstante, | dejó
            c = next((m for m in range(a + 1, min(a + 9, k)) if block.gaps[m] & COMMA), a)
            pair = block.words.listed(a, a + 2)
            fronted = (
                block.bits[a] & (PREPOSITION | ADVERB | TIME | COORDINATOR) and not block.bits[a] & FINITE
            )
            if c > a and (fronted or pair[1:] == ["vez"] or pair == ["no", "obstante"]):
                a = c
        a += bool(block.bits[a] & COORDINATOR)
        word = block.words[a]
        if word in ("él", "ella"):
            return self.speakers.pronoun(doc, word, block.token_at(a))
        said = block.bits[a] & POSSESSIVE and any(
            is_saying(w) for w in block.words.listed(a + 1, min(a + 4, k))
        )
        acts = block.bits[a] & (FINITE | OBJECT | NEGATIVE | HAVE) and not block.bits[a] & DETERMINER
        past = not block.bits[a] and word.endswith("ó")
        if said or acts or past:
            return self.speakers.pronoun(doc, "", block.token_at(a))
        return None
