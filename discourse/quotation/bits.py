"""The bits that words and gaps carry (see `cues`)."""

from __future__ import annotations

# kinds of act, as in the lexicon
SPEECH, TELLING, ASKING, REQUEST, INTENTION = (1 << k for k in range(5))
BELIEF, EVIDENCE, EVALUATION, MANNER, NOUN = (1 << k for k in range(5, 10))
VERB = SPEECH | TELLING | ASKING | REQUEST | INTENTION | BELIEF | EVIDENCE | EVALUATION | MANNER
KINDS: dict[str, int] = {
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
LEMMA, PRESENT, PAST, GERUND = (1 << k for k in range(10, 14))
# word classes
BE, HAVE, MODAL, NEGATIVE, ADVERB, TO, THAT, WH, RELATIVE, SUBJECT = (1 << k for k in range(14, 24))
OBJECT, DETERMINER, POSSESSIVE, PREPOSITION, COORDINATOR, SUBORDINATOR, TIME, FINITE, FIRST, NUMBER = (
    1 << k for k in range(24, 34)
)
ADJECTIVE = 1 << 34  # of belief: confident, afraid
PHRASE = 1 << 35  # begins a cue of several words
SOURCE = 1 << 36  # begins "according to", "según"
ING, ED = 1 << 37, 1 << 38
CAPITAL = 1 << 39
QUOTED = 1 << 40  # a marked span, read as one word
OWNER = 1 << 41  # written as a possessor: Bell’s, the workers’
SECOND, MIDDLE, THIRD = (1 << k for k in range(42, 45))  # places in cues of several words
BARE = 1 << 45  # takes a clause without "that"
INFINITIVE = 1 << 46
MARKER = 1 << 47  # as, of, for, against: what an accusation or a description stands after
PLURAL = 1 << 48
DOCUMENT = 1 << 49
LONG_PHRASE = 1 << 50  # begins a cue of three words or more
ACCUSING = 1 << 51  # accuse of, blame for
OURS = 1 << 52  # my, our
SAY = 1 << 53  # a clause may follow it over a distance
BY = 1 << 54
OPENING = 1 << 55  # a source phrase only where it opens a sentence: Para el ministro
AUXILIARY = BE | HAVE | MODAL
# gaps
COMMA, SEMICOLON, COLON, DASH, PAREN, STOP = (1 << k for k in range(6))
BREAK = COMMA | SEMICOLON | COLON | DASH | PAREN
