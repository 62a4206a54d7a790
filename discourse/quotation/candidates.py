"""Which words may be cues at all: decided for a whole batch at once, before any sentence is read."""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING, Final

import numpy as np

from discourse.tokens.structure import HEADING

from .bits import (
    ACCUSING,
    ADJECTIVE,
    ADVERB,
    ASKING,
    AUXILIARY,
    BARE,
    BE,
    BELIEF,
    BREAK,
    BY,
    CAPITAL,
    COLON,
    COMMA,
    COORDINATOR,
    DETERMINER,
    DOCUMENT,
    ED,
    EVALUATION,
    EVIDENCE,
    FINITE,
    GERUND,
    HAVE,
    INFINITIVE,
    ING,
    INTENTION,
    LEMMA,
    LONG_PHRASE,
    MANNER,
    MARKER,
    MIDDLE,
    NEGATIVE,
    NOUN,
    NUMBER,
    OBJECT,
    OPENING,
    OWNER,
    PAST,
    PHRASE,
    PLURAL,
    POSSESSIVE,
    PREPOSITION,
    PRESENT,
    QUOTED,
    RELATIVE,
    REQUEST,
    SAY,
    SECOND,
    SOURCE,
    SPEECH,
    STOP,
    SUBJECT,
    SUBORDINATOR,
    TELLING,
    THAT,
    THIRD,
    TIME,
    TO,
    VERB,
    WH,
)

if TYPE_CHECKING:
    from .blocks import Blocks

_FAR: Final = 16  # tokens to "that" or "to" across an addressee or a circumstance
_NEAR: Final = 12
_CLAUSE: Final = 30
_NO_WORDS: Final = np.zeros(_CLAUSE, dtype=np.int64)
_NO_GAPS: Final = np.zeros(_CLAUSE, dtype=np.int8)
_HEADLINED: Final = SAY | SPEECH | TELLING | EVALUATION
_OTHERS: Final = ADJECTIVE | SOURCE | PHRASE | LONG_PHRASE


class _Field:
    """The bits of all words and gaps; of the lowest sixteen those of neighbours together; each document stands apart."""

    def __init__(self, bits: np.ndarray, gaps: np.ndarray, doc_first: np.ndarray) -> None:
        self.shift = np.repeat(np.arange(1, len(doc_first)) * _CLAUSE, np.diff(doc_first))
        words, between = [_NO_WORDS], [_NO_GAPS]
        for a, b in pairwise(doc_first.tolist()):
            words += (bits[a:b], _NO_WORDS)
            between += (gaps[a : b + 1], _NO_GAPS[1:])  # behind the last word of a document, too
        self.words, self.gaps = np.concatenate(words), np.concatenate(between)
        self.words_together = _doubled(self.words.astype(np.uint16))
        self.gaps_together = _doubled(self.gaps)


class _Around:
    """The bits beside and beyond each cue."""

    def __init__(self, field: _Field, cues: np.ndarray) -> None:
        words, gaps = field.words, field.gaps
        self._field, self._at = field, cues + field.shift.take(cues)
        self._ahead: dict[int, np.ndarray] = {}
        at = self._at
        self.here, self.after, self.after2 = words.take(at), words.take(at + 1), words.take(at + 2)
        self.before, self.before2, self.before3 = (words.take(at - k) for k in (1, 2, 3))
        self.gap_before, self.gap_after = gaps.take(at), gaps.take(at + 1)
        self.gap_before2 = gaps.take(at - 1)

    def within(self, wanted: int, reach: int) -> np.ndarray:
        """Bool per cue: a word with one of some bits follows within so many tokens."""
        ahead = self._ahead.get(reach)
        if ahead is None:
            ahead = self._ahead[reach] = _together(self._field.words_together, self._at + 1, reach)
        return (ahead & wanted) != 0

    def at(self, distance: int) -> np.ndarray:
        """Bits of the word so many tokens ahead, per cue."""
        return self._field.words.take(self._at + distance)

    def behind(self, wanted: int, reach: int) -> np.ndarray:
        """Bool per cue: a word with one of some bits stands within so many tokens before."""
        return (_together(self._field.words_together, self._at - reach, reach) & wanted) != 0

    def comma_behind(self) -> np.ndarray:
        """Bool per cue: a comma or dash stands before it, not far."""
        return (_together(self._field.gaps_together, self._at - _NEAR, _NEAR + 1) & BREAK) != 0


def _doubled(bits: np.ndarray) -> list[np.ndarray]:
    """The bits of 1, 2, 4, 8 and 16 neighbours together, from each on."""
    levels = [bits]
    while len(levels) < 5:
        step, last = 1 << (len(levels) - 1), levels[-1]
        levels.append(last[:-step] | last[step:])
    return levels


def _together(levels: list[np.ndarray], at: np.ndarray, reach: int) -> np.ndarray:
    """The bits of so many neighbours together, from some places on: of two stretches that overlap."""
    level = reach.bit_length() - 1
    return levels[level].take(at) | levels[level].take(at + (reach - (1 << level)))


def possible(blocks: Blocks, cues: np.ndarray) -> np.ndarray:
    """Say which words may introduce something, by what stands beside them.

    Parameters
    ----------
    blocks : Blocks
    cues : int64 array
        Tokens whose word can be a cue.

    Returns
    -------
    bool array, one element per cue
    """
    bits, begins = blocks.bits, blocks.at.opens
    english = blocks.tokens.language == "en"
    here, opens = bits.take(cues), begins.take(cues)
    # the State Department: a capital in the sentence, where not every word has one
    named = np.flatnonzero(_flag(here, CAPITAL) & ~opens)
    named = named[~(_capital(bits, cues[named] - 1) & _capital(bits, cues[named] + 1))]
    open_ = np.ones(len(cues), dtype=bool)
    open_[named] = False
    field = _Field(bits, blocks.gaps, blocks.tokens.doc_first)
    result = np.zeros(len(cues), dtype=bool)
    for wanted, look in ((VERB, _verbs), (NOUN, _nouns), (_OTHERS, _others)):
        chosen = np.flatnonzero(open_ & _flag(here, wanted))
        result[chosen] |= look(_Around(field, cues[chosen]), english)
    if english:  # Police say suspect in custody: a headline needs no other verb
        behind = _flag(here, EVIDENCE) & _flag(
            blocks.gaps.take(cues), COMMA
        )  # Coffee good for you, finds study
        said = np.flatnonzero(open_ & (_flag(here, _HEADLINED) | behind) & _flag(here, LEMMA | PRESENT))
        paragraph = blocks.tokens.paragraph.take(cues[said])
        result[said[blocks.tokens.paragraph_role.take(paragraph) <= HEADING]] = True
    else:  # Para el ministro, … only opens a sentence
        result &= ~_flag(here, OPENING) | opens
    return result


def _capital(bits: np.ndarray, places: np.ndarray) -> np.ndarray:
    """Bool per place: a capitalised word stands there (none beyond the ends)."""
    inside = (places >= 0) & (places < len(bits))
    return inside & _flag(bits[np.where(inside, places, 0)], CAPITAL)


def _flag(bits: np.ndarray, wanted: int) -> np.ndarray:
    return (bits & wanted) != 0


def _verbs(a: _Around, english: bool) -> np.ndarray:
    return _english_verbs(a) if english else _spanish_verbs(a)


def _english_verbs(a: _Around) -> np.ndarray:
    here, after = a.here, a.after
    open_gap = ~_flag(a.gap_after, BREAK | STOP)
    said = SPEECH | TELLING | ASKING | BELIEF | EVIDENCE
    passive = _flag(here, PAST) & (
        _flag(a.before, BE) | _flag(a.before, ADVERB | NEGATIVE) & _flag(a.before2, BE)
    )
    participle = _flag(here, GERUND) & ~_flag(a.before | a.before2, BE)
    introduced = _flag(after, THAT) & _flag(here, said | REQUEST | INTENTION) | _flag(after, WH) & _flag(
        here, said
    )
    infinitive = _flag(after, TO) & ~_flag(
        a.after2, DETERMINER | POSSESSIVE | CAPITAL | NUMBER | ING | OBJECT | PLURAL
    )
    introduced |= infinitive & (
        _flag(here, INTENTION) | passive & _flag(here, BELIEF | SPEECH | EVIDENCE | TELLING | REQUEST)
    )
    introduced |= _flag(here, INTENTION) & _flag(after, TIME) & _flag(a.after2, TO)  # vowed Thursday to
    introduced |= infinitive & _flag(here, REQUEST) & _flag(here, PAST) & _flag(a.before, COORDINATOR)
    introduced |= passive & _flag(here, TELLING | REQUEST) & _flag(after, NEGATIVE) & _flag(a.after2, TO)
    introduced |= _flag(after, TO) & _flag(here, SPEECH) & (a.within(THAT, _FAR) | a.within(WH, 8))
    introduced |= _flag(after, ADVERB) & _flag(a.after2, THAT | WH) & _flag(here, said)
    introduced |= _flag(here, ASKING) & a.within(WH, 5)
    introduced |= _flag(after, THAT) & _flag(here, MANNER) & _flag(here, PAST | PRESENT)  # shouted that
    introduced &= open_gap
    told_that = introduced & _flag(after, THAT)
    keep = introduced.copy()
    object_ = _flag(after, DETERMINER | POSSESSIVE | CAPITAL | OBJECT | PLURAL | NUMBER) & open_gap
    asked_to = _flag(here, REQUEST | INTENTION) & object_ & a.within(TO, _FAR)
    other = PREPOSITION | TO | ADVERB | COORDINATOR | FINITE | THAT | WH
    asked_to |= _flag(here, REQUEST) & open_gap & a.within(TO, _FAR) & ~_flag(after, other)
    keep |= asked_to
    keep |= (
        _flag(here, SPEECH | TELLING)
        & a.within(THAT, _FAR)
        & (object_ | _flag(after, TIME | PREPOSITION | ADVERB))
    )
    keep |= _flag(here, TELLING) & open_gap & a.within(THAT, 8)  # told host Meg Price that
    subject = _flag(after, SUBJECT | DETERMINER | POSSESSIVE | CAPITAL | NUMBER | PLURAL)
    circumstance = _flag(after, TIME | PREPOSITION | ADVERB | OBJECT) & _flag(here, SPEECH | TELLING)
    plain = ~_flag(after, ADVERB | PREPOSITION | COORDINATOR | TO | FINITE | SUBORDINATOR)
    plain &= _flag(here, EVIDENCE)  # said uncertainty over prices would
    near = a.within(FINITE, _NEAR)
    keep |= _flag(here, TELLING) & passive & open_gap & near & subject
    keep |= (
        _flag(here, BARE)
        & ~passive
        & open_gap
        & (
            a.within(FINITE | ED, _NEAR) & (subject | circumstance)
            | a.within(FINITE | ED, _CLAUSE) & _flag(here, SAY) & (subject | circumstance | plain)
            | a.within(FINITE, 4)
        )
    )
    keep |= (
        _flag(here, SAY) & _flag(here, EVIDENCE) & open_gap & ~passive & subject
    )  # says the vetoes shave dollars
    closed = _flag(a.gap_after, BREAK | STOP) | _flag(after, PREPOSITION | TIME | ADVERB | SUBORDINATOR)
    keep |= _flag(here, BARE) & closed & a.comma_behind() & ~passive
    keep |= (
        _flag(here, TELLING) & open_gap & subject & ~_flag(after, OBJECT) & a.comma_behind() & ~passive
    )  # …, an aide told CNN
    keep |= _flag(here, BARE) & _flag(a.gap_after, COMMA | COLON) & ~passive  # As X noted, …
    keep |= (
        _flag(here, SPEECH) & _flag(after, PREPOSITION | TO | TIME) & a.behind(MARKER, 4)
    )  # As X wrote to us, …
    keep |= _flag(here, SPEECH | REQUEST) & _flag(a.gap_before, COMMA) & subject
    keep |= (
        _flag(here, SPEECH | ASKING | MANNER) & _flag(here, CAPITAL) & _flag(a.gap_before, STOP)
    )  # Adds Reed: “…”
    keep |= _flag(here, REQUEST) & _flag(a.gap_after, BREAK | STOP) & a.comma_behind() & ~passive
    keep |= _flag(here, EVALUATION) & a.within(MARKER, _NEAR) & (~passive | a.within(BY, 3)) | _flag(
        here, ACCUSING
    )
    keep |= _flag(here, EVALUATION) & _flag(after, WH) & ~passive  # described how
    keep |= _flag(here, EVIDENCE) & a.behind(DOCUMENT, _NEAR) & ~passive
    keep &= (
        ~participle
        | introduced
        | asked_to & _flag(here, REQUEST)
        | _flag(here, EVALUATION) & _flag(after | a.after2, MARKER)
        | _flag(here, EVALUATION) & _flag(a.gap_before, COMMA) & a.within(MARKER, 8)  # …, portraying it as
        | _flag(here, ACCUSING)
        | _flag(here, TELLING) & a.within(THAT, 8) & object_  # before telling drivers that
        | _flag(here, BARE)  # …, saying he would; quoted as saying it would
        & (
            _flag(a.gap_before, COMMA)
            | _flag(a.before, MARKER)
            | _flag(a.before, PLURAL) & _flag(a.gap_before2, COMMA)  # …, most saying they
            | _flag(a.before, DOCUMENT)  # a statement saying the plan was dead
            | _flag(a.before, CAPITAL)  # a video shows Reed saying he would go
            | a.behind(PREPOSITION, 6)  # with aides saying the plan was dead
        )
        & open_gap
        & (near | _flag(here, EVIDENCE))
        & subject
    )
    # nouns: the report, Bell's claim
    noun = (
        _flag(here, LEMMA | PRESENT)
        & ~_flag(here, FINITE)
        & (
            _flag(a.before, POSSESSIVE | OWNER | PREPOSITION)
            | _flag(a.before, DETERMINER) & ~_flag(a.before, SUBJECT | PLURAL)
        )
    )
    agreeing = a.behind(PLURAL, 5) & a.behind(PREPOSITION, 4) & _flag(after, CAPITAL | SUBJECT)
    agreeing |= _flag(here, SAY) & a.behind(PLURAL, 11)
    agreeing |= _flag(here, SAY) & _flag(a.before, CAPITAL) & a.behind(COORDINATOR, 8)  # Reed and Hill say
    agreeing |= _flag(here, BELIEF | SPEECH) & subject & a.behind(COORDINATOR, 4)  # Reed and her team believe
    agreeing |= _flag(
        a.before, COORDINATOR | NEGATIVE | TO | AUXILIARY | ADVERB | SUBJECT | RELATIVE | PLURAL | OBJECT
    ) | _flag(a.gap_before, BREAK)
    return keep & ~noun & (~_flag(here, LEMMA) | agreeing | told_that)


def _spanish_verbs(a: _Around) -> np.ndarray:
    here, after = a.here, a.after
    keep = a.within(THAT, 25) & ~_flag(here, EVALUATION) | _flag(here, SPEECH) & a.within(THAT, 25)
    keep |= _flag(after, THAT | WH | INFINITIVE | LEMMA) | _flag(a.after2, INFINITIVE | LEMMA)
    keep |= _flag(a.gap_after, COLON)
    keep |= _flag(here, SPEECH | REQUEST) & _flag(a.gap_before, BREAK)  # «…», dijo X, reclamó X
    keep |= _flag(here, SPEECH | REQUEST) & _flag(a.before, HAVE) & _flag(a.gap_before2, BREAK)
    keep |= _flag(here, SPEECH | TELLING | EVIDENCE) & _flag(a.before | a.before2, MARKER)  # como ha dicho X
    named = _flag(after, DETERMINER | POSSESSIVE | CAPITAL) & ~_flag(a.gap_after, BREAK | STOP)
    chained = _flag(here, SPEECH) & _flag(here, LEMMA | GERUND) & named  # …, volvió a decir Ana Ruiz
    keep |= chained & (a.comma_behind() | a.behind(MARKER, 6))
    keep |= _flag(here, EVALUATION) & a.within(MARKER, 10)
    keep |= _flag(here, REQUEST) & a.within(INFINITIVE, 10)
    keep |= _flag(here, ASKING) & a.within(WH, 8)
    keep |= (
        _flag(here, SPEECH | INTENTION) & _flag(a.after2, TIME) & a.within(INFINITIVE, 4)
    )  # rechazó el jueves ir
    return keep


def _nouns(a: _Around, english: bool) -> np.ndarray:
    open_gap = ~_flag(a.gap_after, BREAK | STOP)
    keep = _flag(a.after, THAT) | _flag(a.after, BE) & _flag(a.after2, THAT)
    keep |= _flag(a.after, PREPOSITION | TO | TIME) & a.within(THAT, _NEAR)
    keep |= (
        _flag(a.after, TO)
        & _flag(a.before | a.before2, POSSESSIVE | OWNER)
        & ~_flag(a.after2, DETERMINER | POSSESSIVE | CAPITAL | NUMBER | PLURAL)
    )
    keep |= _flag(a.after, PREPOSITION) & _flag(a.after2, INFINITIVE | LEMMA) & _flag(a.before, POSSESSIVE)
    if english:
        he = _flag(a.after, SUBJECT) & ~_flag(a.after, DETERMINER) & ~_flag(a.here, CAPITAL)
        keep |= he & _flag(a.after2, AUXILIARY)  # fears they will
        carried = _flag(a.before, SPEECH) | _flag(a.before, DETERMINER) & _flag(a.before2, FINITE)
        keep |= (
            carried
            & _flag(a.after, TO)
            & ~_flag(a.after2, DETERMINER | POSSESSIVE | CAPITAL | NUMBER | PLURAL)
        )
        keep |= _flag(a.after, ED | FINITE | PAST) & a.within(
            THAT, _NEAR
        )  # concerns were raised by Reed that
        owned = _flag(a.before | a.before2, DETERMINER | POSSESSIVE | OWNER)
        keep |= _flag(a.after, PREPOSITION | TIME) & a.within(TO, 8) & (owned | ~_flag(a.here, VERB))
    else:  # la advertencia pública de Ana Ruiz de que, hecha por Ana Ruiz
        plain = ~_flag(a.after, FINITE | DETERMINER | COORDINATOR | QUOTED)
        keep |= plain & _flag(a.after2 | a.at(3), PREPOSITION) & a.within(THAT, _FAR)
        for k in range(3, 9):  # la denuncia de Ana Ruiz según la cual
            keep |= _flag(a.at(k), RELATIVE) & _flag(a.at(k - 2), SOURCE)
    return keep & open_gap


def _others(a: _Around, english: bool) -> np.ndarray:
    open_gap = ~_flag(a.gap_after, BREAK | STOP)
    verbs = _flag(a.before | a.before2 | a.before3, AUXILIARY)
    if not english:
        verbs |= _flag(a.before, FINITE | ED | PAST)  # se mostró convencida de que
    adjective = (
        _flag(a.here, ADJECTIVE)
        & verbs
        & (_flag(a.after, THAT | SUBJECT | TO | WH) | _flag(a.after, PREPOSITION) & _flag(a.after2, THAT))
    )
    source = _flag(a.here, SOURCE)
    phrase = _flag(a.here, PHRASE) & _flag(a.after, SECOND) | (
        _flag(a.here, LONG_PHRASE)
        & (
            _flag(a.after, MIDDLE) & _flag(a.after2, THIRD)
            | _flag(a.after, POSSESSIVE | OWNER) & _flag(a.after2, MIDDLE | THIRD)
            | _flag(a.after, CAPITAL | DETERMINER) & _flag(a.after2, OWNER) & _flag(a.at(3), MIDDLE | THIRD)
            | _flag(a.after, CAPITAL | DETERMINER) & _flag(a.at(3), OWNER) & _flag(a.at(4), MIDDLE | THIRD)
        )
    )
    return (adjective | source | phrase) & open_gap
