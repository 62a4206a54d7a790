"""From marked spans and attributions to the rows of the table of quotations."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

import numpy as np

from discourse.tokens import Tokens
from discourse.tokens.structure import HEADING

from .attribution import Attribution
from .bits import (
    ADVERB,
    ASKING,
    AUXILIARY,
    BELIEF,
    BREAK,
    CAPITAL,
    COMMA,
    DETERMINER,
    ED,
    EVALUATION,
    FINITE,
    ING,
    INTENTION,
    LEMMA,
    MANNER,
    NOUN,
    POSSESSIVE,
    PREPOSITION,
    QUOTED,
    RELATIVE,
    SEMICOLON,
    SPEECH,
    SUBJECT,
    SUBORDINATOR,
    THAT,
    TIME,
    TO,
    VERB,
)
from .block import Block
from .clauses import Reader
from .cues import cue_table
from .english_clauses import EnglishReader
from .english_headlines import headline_report
from .marked_names import READING
from .nested import credit_within
from .quotes import Quotes
from .rows import lay_out
from .sources import Source
from .spanish_clauses import SpanishReader
from .surroundings import NOBODY
from .synonyms import ANSWERS
from .unattributed import Unattributed

if TYPE_CHECKING:
    from .syntax import ParsedBlocks

_INFERRING: Final = frozenset(
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
_CORE: Final = frozenset("say says said saying told tells according to asked wrote writes".split())
_GOES_ON: Final = frozenset(  # who adds has spoken before
    """
        added adds continued continues agregó agrega añadió añade prosiguió prosigue continuó continúa abundó
        abunda insistió insiste remachó remacha remató apostilló apostilla zanjó ahondó concluyó
        """.split()
)
_NO_PEOPLE: Final = ("institution", "document")
_SAME: Final = 5  # words by which a quotation is known again
_SOMEBODY: Final = BELIEF | INTENTION  # what only people can
_ABSTRACT_ENDS: Final = tuple("tion ment ness ity itie ism ance ence ción miento idad".split())
_BODIES: Final = frozenset(  # such words that are people together
    """
        population populations generation generations nation nations congregation congregations coalition coalitions
        federation federations confederation delegation delegations opposition association associations organization
        organizations organisation organisations corporation corporations foundation foundations institution institutions
        administration administrations government governments parliament parliaments department departments movement
        movements regiment regiments establishment establishments management community communities majority majorities
        minority minorities university universities authority authorities city cities humanity charity charities audience
        audiences conference alliance alliances intelligence población generación nación oposición delegación asociación
        organización corporación fundación institución administración coalición federación movimiento movimientos
        comunidad universidad ayuntamiento regimiento
        """.split()
)
_WISHLESS: Final = frozenset(
    """
        plan plans bill bills measure measures effort efforts step steps policy policies law laws reform reforms
        project projects program programs programme programmes campaign campaigns strategy strategies fight struggle
        initiative initiatives move moves approach approaches system systems process processes budget budgets rule
        rules change changes idea ideas attack attacks strike strikes war wars sanctions lies medidas leyes reforma
        reformas proyecto proyectos campaña campañas guerra guerras sanciones ataques
        """.split()
)
_ASKED: Final = ("consultad", "preguntad", "interrogad", "cuestionad")
_PERSONS: Final = ("he", "she", "they")
_DATES: Final = frozenset(
    """
        january february march july september october november december monday tuesday wednesday thursday friday saturday
        sunday today yesterday tomorrow
    """.split()
)
_ARTICLES: Final = ("the", "a", "an")
_WAS: Final = ("fue", "es", "era", "fueron", "son", "eran")
_THINGS_RELATIVES: Final = ("that", "which")
_ALSO_VERBS: Final = LEMMA | NOUN | VERB  # what a singular noun may have
_THINGS: Final = frozenset("it this that there what everything nothing which it's that's".split())


class Assembler(Unattributed):
    """One walk over the blocks of a batch, in the order of reading."""

    def __init__(self, tokens: Tokens, syntax: bool = False, documents: np.ndarray | None = None) -> None:
        super().__init__(tokens)
        self.blocks.documents = documents
        self.reader: type[Reader] = EnglishReader if tokens.language == "en" else SpanishReader
        self.table = cue_table(tokens.language)
        self.parsed: ParsedBlocks | None = None
        self.named_by_nouns: set[int] = set()  # places of Reed’s claim that …, whose sentence is another’s
        if syntax and tokens.language == "en":
            from .syntax import ParsedBlocks, ParsedReader

            self.parsed, self.reader = ParsedBlocks(self.blocks), ParsedReader

    def run(self) -> Quotes:
        """Read everything and lay the rows out."""
        reader: Reader | None = None  # one for all blocks, which is quicker than one each
        for block in (self.parsed or self.blocks).read():
            reader = self._read(block, reader)
            found = credit_within(reader, reader.read(), self.speakers.can_speak)
            if not found and self.speakers.english and self._is_headline(block):
                report = headline_report(reader)
                found = [report] if report is not None and self._believable(block, report) else []
            if len(found) > 1:
                found.sort(key=lambda a: a.cue)
            covered: set[int] = set()
            for attribution in found:
                self._attribute(block, attribution, covered)
            for k, span in enumerate(block.quote if block.spans else ()):
                if span >= 0 and span not in covered:
                    self._unattributed(block, reader, k, span)
        self._settle_waiting(None)
        self._find_repeated()
        return lay_out(self.rows, self.tokens, self.spans)

    def _find_repeated(self) -> None:
        """Give a quotation set apart as an eye-catcher to whom the text gives the same words."""
        norm, doc = self.at.norm, self.at.doc
        guessed = (row for row in self.rows if row.cue is None and row.mention is None)
        alone = [row for row in guessed if row.last - row.first >= _SAME]
        if not alone:
            return
        if not self.speakers.english:
            self._read_headlines()
        said = {
            (doc[row.first], *norm.listed(row.first, row.first + _SAME)): row.source
            for row in self.rows
            if row.source is not NOBODY and row.type == "direct" and row.cue is not None
        }
        for row in alone:
            row.source = said.get((doc[row.first], *norm.listed(row.first, row.first + _SAME)), row.source)
            if row.source is NOBODY:
                row.source = self._quoted_from(row)

    def _attribute(self, block: Block, a: Attribution, covered: set[int]) -> None:
        doc = self.at.doc[block.start]
        place = block.token_at(a.cue[0])
        mention = block.tokens(a.source) if a.source else None
        if mention is not None and self.speakers.names_nobody(doc, *mention):
            mention, source = None, self.speakers.pronoun(doc, "", place)
        elif a.mode == "np":
            before = block.token_at(a.parts[0][0]) if self._said_before(block, a) else place
            source = self.speakers.resolve(doc, mention, before, a.word in ANSWERS)
        elif a.mode == "none":
            source = None
        elif not self.speakers.english and block.words[0].startswith(_ASKED) and a.mode != "same":
            c = next((k for k in range(1, len(block)) if block.gaps[k] & COMMA), 0)
            told = block.bits[c] & (DETERMINER | CAPITAL) and not block.bits[c] & FINITE
            source = self.speakers.subject_of(doc, block.token_at(c), place) if told else None
            source = source or self.speakers.pronoun(
                doc, "", block.start
            )  # Consultada por si él iría, señaló
        else:
            many = a.word.endswith("n") or block.words[a.cue[0]] in ("han", "habían", "están", "estaban")
            left_out = "ellos" if many and not self.speakers.english else ""
            same = a.mode == "same" or (not self.speakers.english and self._behind_colon_quote(block, a))
            source = self._main_subject(doc, block, place) if same else None
            if source is None and (a.mode != "same" or not self.speakers.english):
                alone = not self.speakers.english and self._says_i(block, a.parts)
                source = self.speakers.pronoun(doc, left_out, place, a.word in ANSWERS, alone)
            if (
                left_out
                and block.words[a.cue[0]] == "le"
                and source is not None
                and source.kind in _NO_PEOPLE
            ):
                source = None  # Cuando le recordaron que era tarde, sonrió
        reads = a.word in READING and (source is None or source.kind != "document")
        if mention is not None and (reads or (source is None and a.bits & SPEECH)):
            source = self.speakers.what_reads(doc, mention[0], issued=not reads) or source
        if source is not None and a.word in _GOES_ON:
            source = self.speakers.who_goes_on(doc, source, place)
        known = source or NOBODY
        cue = block.tokens(a.cue)
        group = self._new_group()
        chains: set[int] = set()
        made, asks = False, bool(a.bits & ASKING)
        for e_a, e_b in a.parts:
            inside = [block.quote[k] for k in range(e_a, e_b) if block.quote[k] >= 0]
            covered.update(inside)
            kind = "direct" if len(inside) == e_b - e_a else "mixed" if inside else "indirect"
            if kind == "direct" and (
                self._is_read_title(block, a, e_a, known) or self._is_byname(block, e_a)
            ):
                continue
            if kind == "mixed" and e_b <= a.cue[0] and self._is_work(block, e_a, e_b):
                continue
            row = self._row(block, e_a, e_b, kind, known, mention, cue, a.word, group)
            if row is None:
                continue
            made = True
            asks = asks or (kind == "direct" and "?" in self.tokens.text[row.end - 2 : row.end])
            for span in inside:
                self.row_of_span[span] = row
                chains.add(self.spans.chain[span])
        self.speakers.document(doc).asker = source if asks else None
        if made and source is not None and not self._is_headline(block):
            called = block.words[a.cue[0]] == "como"  # “…”, como la llaman sus colegas
            called |= bool(a.bits & ASKING) and block.words[0] == "when"  # When Hill asked why, he replied
            if not called and not a.inside and not self._aside(block, a, doc):
                self.speakers.spoke(doc, place, self._told_inside(doc, block, a, source))
                quoted = a.cue[0] and block.bits[a.cue[0] - 1] & RELATIVE and source.kind == "document"
                if quoted or (a.bits & NOUN and not a.bits & FINITE):
                    self.named_by_nouns.add(place)
            asked = bool(a.bits & ASKING) and self.speakers.english and not chains
            self._settle_waiting(None if asked else source, block, chains)

    def _said_before(self, block: Block, a: Attribution) -> bool:
        """Say whether a pronoun stands behind what is said without marks: it is nobody named there."""
        if a.source is None or a.source[1] - a.source[0] > 1 or block.words[a.source[0]] not in _PERSONS:
            return False
        begin, end = a.parts[0]
        return end <= a.source[0] and not block.bits[begin] & QUOTED

    def _aside(self, block: Block, a: Attribution, doc: int) -> bool:
        """Say whether somebody else has spoken in the main clause: “…,” Reed said | when reporters asked whether …"""
        if a.source is None or not a.source[0] or not self.speakers.english:
            return False
        before = a.source[0] - 1
        if not block.bits[before] & SUBORDINATOR or before < 2 or any(e <= before for _, e in a.parts):
            return False
        spoken = self.speakers.document(doc).spoken
        return bool(spoken) and block.start <= spoken[-1][0] < block.token_at(before)

    def _read(self, block: Block, reader: Reader | None = None) -> Reader:
        """Give a reader of a block: a new one, or one that has done with another block."""
        if reader is None:
            reader = self.reader(block, self.full, self.table, self._believable)
        else:
            reader.turn_to(block)
        if self.parsed is not None:
            reader.parse = self.parsed.parses[block.start]  # type: ignore[attr-defined]
        return reader

    def _is_headline(self, block: Block) -> bool:
        return bool(self.at.paragraph_role[self.at.paragraph[block.start]] <= HEADING)

    def _believable(self, block: Block, a: Attribution) -> bool:
        """Say whether this source can do what the verb says: a storm suggests, but does not speak."""
        if (
            a.word == "according to"
            and a.source
            and not block.gaps[a.cue[0]] & BREAK
            and a.cue[0] > a.parts[0][0]
        ):
            return self.speakers.can_speak(*block.tokens(a.source))  # shared out according to size
        if a.mode == "none" or a.word in _CORE or (a.source is None and a.word not in _INFERRING):
            return True
        if a.source is None:
            return a.mode != "dropped" or bool(block.bits[a.parts[0][0]] & QUOTED)  # «…», promete.
        first, last = block.tokens(a.source)
        if last - first == 1 and self.speakers.bits[first] & POSSESSIVE:
            return True
        if last - first == 1 and self._is_particle(first):
            return False
        if self.speakers.bits[first] & TO and not self.speakers.bits[first] & CAPITAL:
            return False  # to achieve a settlement of the | dispute
        if last - first == 1 and self.speakers.bits[first] & SUBJECT:
            word = self.speakers.word(first)
            said = a.word not in _INFERRING or self.speakers.body_spoke(self.at.doc[first], first)
            return word not in _THINGS or (word == "it" and said)
        if self.speakers.can_speak(first, last):
            return True
        if last - first == 1 and self.blocks.bits[first] & ED:
            return False  # These points I have outlined explain why
        if a.word in _INFERRING or (a.bits & (NOUN | EVALUATION) and a.bits & SPEECH):
            return False
        if a.bits & INTENTION and block.words[a.cue[0] - 1] in _THINGS_RELATIVES:
            return False  # values that aim to
        if a.bits & SPEECH or (a.bits & MANNER and block.bits[a.parts[0][0]] & QUOTED):
            return True
        if last - first == 1 and not self.speakers.bits[first] & ~_ALSO_VERBS:
            return False  # peace and | security | hope to
        if a.bits & _SOMEBODY and self._is_abstract(last - 1):
            return False  # allegations that seek to, an effort intended to
        start, stop = a.parts[0]
        reach = min(stop, start + 6) if a.bits & INTENTION else start + 1  # wants | the town to wait
        told = any(block.bits[k] & (THAT | TO) for k in range(start, reach))
        return bool(told and a.bits & _SOMEBODY) and not self.speakers.bits[last - 1] & (
            ADVERB | ED | ING | PREPOSITION
        )

    def _is_particle(self, k: int) -> bool:
        """Say whether a word by itself is no noun phrase: twice, to, the."""
        bits = self.speakers.bits[k]
        if self.speakers.english and self.speakers.word(k) in _ARTICLES:
            return True
        if bits & TIME and self.speakers.word(k) in _DATES:
            return True
        if bits & (SUBJECT | CAPITAL):
            return False
        closed = bits & (ADVERB | TIME | TO | PREPOSITION | AUXILIARY | ING)
        return bool(closed) or self.speakers.word(k).isdigit()

    def _is_abstract(self, k: int) -> bool:
        """Say whether a word means a thing that wants nothing: the reforms | aim to."""
        word = self.speakers.word(k)
        if self.speakers.bits[k] & CAPITAL or word in _BODIES:
            return False
        return word.removesuffix("s").endswith(_ABSTRACT_ENDS) or word in _WISHLESS

    def _main_subject(self, doc: int, block: Block, place: int) -> Source | None:
        """The subject that a participle or a second verb shares: the sentence's speaker or first noun."""
        state = self.speakers.document(doc)
        limit = next((k for k in range(len(block)) if block.token_at(k) >= place), len(block))
        start = max((k for k in range(limit) if block.gaps[k] & SEMICOLON), default=0)
        reader = self._read(block)
        if self.speakers.english:
            start = reader.last_clause(limit, start)
        for at, source in reversed(state.spoken[-4:]):
            if block.token_at(start) <= at < place and at not in self.named_by_nouns:
                return source
        verb = reader.first_verb(limit, start)
        acts = not self.speakers.english and self.speakers.is_verb(block.token_at(start))
        if acts and block.words[start] not in _WAS:
            verb = None  # Respondió a su abogado, Luis Gil, y | negó haber cobrado
        if verb is not None:
            np_ = reader.subject_before(verb, start)
            told = np_ is not None and (self.speakers.english or self.speakers.can_speak(*block.tokens(np_)))
            if np_ is not None and self.speakers.english and block.bits[np_[0]] & ING:
                told = False  # Replying to the vote of thanks, Reed …
            if np_ is not None and np_[1] - np_[0] == 1 and block.words[np_[0]] in _ARTICLES:
                told = False  # what is left of a phrase
            if told and np_ and not reader.is_author(np_) and block.words[np_[0]] not in _THINGS:
                found = self.speakers.resolve(doc, block.tokens(np_), block.token_at(np_[0]))
                if found is not None:
                    return found
        found = self.speakers.subject_of(doc, block.start, place)
        return found or (self._headline_subject(doc, block) if self.speakers.english else None)
