"""The bits that words and gaps carry (see `cues`)."""

from __future__ import annotations

from typing import Final

# What most words have stands below 1 << 30: Python is quicker with smaller numbers. What is looked for at a distance
# stands below 1 << 16 (see `candidates`).
# kinds of act, as in the lexicon
SPEECH: Final = 1 << 22
TELLING: Final = 1 << 30
ASKING: Final = 1 << 31
REQUEST: Final = 1 << 32
INTENTION: Final = 1 << 33
BELIEF: Final = 1 << 29
EVIDENCE: Final = 1 << 34
EVALUATION: Final = 1 << 35
MANNER: Final = 1 << 36
NOUN: Final = 1 << 26
VERB: Final = SPEECH | TELLING | ASKING | REQUEST | INTENTION | BELIEF | EVIDENCE | EVALUATION | MANNER
KINDS: Final[dict[str, int]] = {
    "speech": SPEECH,
    "telling": TELLING,
    "asking": ASKING,
    "request": REQUEST,
    "intention": INTENTION,
    "belief": BELIEF,
    "evidence": EVIDENCE,
    "evaluation": EVALUATION,
    "manner": MANNER,
    "noun": NOUN,
}
# form of the cue
LEMMA: Final = 1 << 17
PRESENT: Final = 1 << 37
PAST: Final = 1 << 38
GERUND: Final = 1 << 39
# word classes
BE: Final = 1 << 8
HAVE: Final = 1 << 25
MODAL: Final = 1 << 16
NEGATIVE: Final = 1 << 40
ADVERB: Final = 1 << 13
TO: Final = 1 << 11
THAT: Final = 1 << 0
WH: Final = 1 << 1
RELATIVE: Final = 1 << 50
SUBJECT: Final = 1 << 7
OBJECT: Final = 1 << 24
DETERMINER: Final = 1 << 18
POSSESSIVE: Final = 1 << 23
PREPOSITION: Final = 1 << 2
COORDINATOR: Final = 1 << 9
SUBORDINATOR: Final = 1 << 19
TIME: Final = 1 << 28
FINITE: Final = 1 << 6
FIRST: Final = 1 << 27
NUMBER: Final = 1 << 41
ADJECTIVE: Final = 1 << 42  # of belief: confident, afraid
PHRASE: Final = 1 << 43  # begins a cue of several words
SOURCE: Final = 1 << 44  # begins "according to", "según"
ING: Final = 1 << 21
ED: Final = 1 << 10
CAPITAL: Final = 1 << 3
QUOTED: Final = 1 << 45  # a marked span, read as one word
OWNER: Final = 1 << 46  # written as a possessor: Bell’s, the workers’
SECOND: Final = 1 << 20
MIDDLE: Final = 1 << 48
THIRD: Final = 1 << 47  # places in cues of several words
BARE: Final = 1 << 54  # takes a clause without "that"
INFINITIVE: Final = 1 << 14
MARKER: Final = 1 << 4  # as, of, for, against: what an accusation or a description stands after
PLURAL: Final = 1 << 5
DOCUMENT: Final = 1 << 12
LONG_PHRASE: Final = 1 << 49  # begins a cue of three words or more
ACCUSING: Final = 1 << 51  # accuse of, blame for
OURS: Final = 1 << 52  # my, our
SAY: Final = 1 << 53  # a clause may follow it over a distance
BY: Final = 1 << 15
OPENING: Final = 1 << 55  # a source phrase only where it opens a sentence: Para el ministro
SHOUTED: Final = 1 << 56  # all capitals: EFE, WASHINGTON
AUXILIARY: Final = BE | HAVE | MODAL
# gaps
COMMA: Final = 1 << 0
SEMICOLON: Final = 1 << 1
COLON: Final = 1 << 2
DASH: Final = 1 << 3
PAREN: Final = 1 << 4
STOP: Final = 1 << 5
BREAK: Final = COMMA | SEMICOLON | COLON | DASH | PAREN
