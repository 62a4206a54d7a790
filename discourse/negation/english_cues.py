"""Which English words are negation cues where they stand, and which only look like it.

Rules see the words they name, and "_" for any other: a word compared here must be a cue (`RULES`), stand in
the word classes of `english`, or be in `MENTIONED`.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Final

from ..tokens.packed import Words
from .sentence import (
    COMPLEMENT,
    COORDINATE,
    EMPTY,
    INTERJECTION,
    LEXICAL,
    PASSIVE,
    PHRASAL,
    SYNTACTIC,
    VERBAL,
    Found,
    Sentence,
)
from .tags import (
    ADVERB,
    BE,
    CAPITAL,
    COMMA,
    COORDINATOR,
    DETERMINER,
    EDGE,
    END,
    FINITE,
    GERUND,
    MAYBE_SUBJECT,
    NUMBER,
    POINT,
    PREPOSITION,
    PRONOUN,
    QUERY,
    RELATIVE,
    STOP,
    SUBJECT,
    THAT,
)

Rule = Callable[[Sentence, int], Found | None]

MENTIONED: Final = frozenset(
    "saying goes go went gone"
    " merely solely just simply least mention help doubt wonder question matter sooner less fewer small mean"
    " end more later other better longer means mind anything short say speak fail contrary exception time"
    " wo last past previous same next following day week month year decade century quarter season session night morning"
    " evening weekend summer winter spring autumn there wasn't isn't".split()
)
_TIMES: Final = frozenset(
    "day week month year decade century quarter season session night morning evening weekend summer winter"
    " spring autumn".split()
)
_WHICH_TIME: Final = frozenset("last past previous same next following".split())
_RESTRICTIVE: Final = frozenset("only merely solely just simply least but".split())
_HAS_DOUBT: Final = frozenset(
    "have has had having be is are was were been leave leaves left in there's with".split()
)
_IS: Final = frozenset("is are was were been".split())
_OPINION: Final = frozenset("think believe suppose agree".split())
_SUGGESTING: Final = frozenset(
    "shouldn't couldn't wouldn't won't shouldnt couldnt wouldnt wont should could would wo".split()
)
_SCALAR: Final = frozenset("sooner less fewer small mean".split())
_MATTER: Final = frozenset("what how who which where when whether whose if the".split())
_BUT_NOTHING: Final = frozenset(
    {("short", "of"), ("less", "than"), ("other", "than"), ("more", "than"), ("if", "not")}
)
_PUT: Final = frozenset("to would will can could must should may might and let us help not or".split())


def _syntactic(s: Sentence, i: int, shape: int) -> Found:
    return Found(i, i + 1, SYNTACTIC, shape)


def _lexical(first: int, last: int, shape: int = COMPLEMENT) -> Found:
    return Found(first, last, LEXICAL, shape)


def _is_tag_question(s: Sentence, auxiliary: int, last: int) -> bool:
    """ "…, is it not?", "…, isn't it?": the auxiliary after a comma, and nothing more."""
    return bool(s.tags[auxiliary] & COMMA and s.tags[last + 1] & (QUERY | COMMA | STOP | END))


def _not(s: Sentence, i: int) -> Found | None:
    words, tags = s.words, s.tags
    before, after = words[i - 1], words[i + 1]
    is_joined = not tags[i + 1] & EDGE
    if is_joined:
        if after in _RESTRICTIVE or (after == "to" and words[i + 2] in ("mention", "say", "speak")):
            return None
        if after == "help" and before in ("can", "could") and tags[i + 2] & GERUND:
            return None
        if after == "until" and (before in ("was", "is") or i == s.low or tags[i] & EDGE):
            return None  # "it was not until March that they signed": they did
        if before == "if" and words[i - 2] == "nothing":
            return None  # "nothing if not thorough"
        if before == "if" and tags[i - 1] & EDGE and i - 1 > s.low and not tags[i + 1] & PRONOUN:
            return None  # "hundreds, if not thousands"
        if before == "why" and not tags[i] & EDGE:
            return None  # "Why not talk?"
    if before == "or" and (not is_joined or words[i - 2] == "whether"):
        return None
    if before == "than":
        return None  # "more often than not"
    if tags[i - 1] & PRONOUN and tags[i - 2] & FINITE and _is_tag_question(s, i - 2, i):
        return None
    return _syntactic(s, i, VERBAL)


def _expects_yes(s: Sentence, auxiliary: int, i: int) -> bool:
    """ "…, isn't it?", "Isn't it time to talk?", "Don't you think …?"; "Didn't he come?" asks."""
    tag = s.tags[i + 1]
    if not tag & (PRONOUN | DETERMINER):
        return False
    if not tag & EDGE and tag & PRONOUN and _is_tag_question(s, auxiliary, i + 1):
        return True
    is_first = auxiliary == s.low or s.tags[auxiliary] & EDGE or s.tags[auxiliary - 1] & COORDINATOR
    is_mild = s.tags[auxiliary] & BE or s.words[auxiliary] in _SUGGESTING or s.words[i + 2] in _OPINION
    return bool(is_first and is_mild and s.tags[s.high] & QUERY)


def _contracted(s: Sentence, i: int) -> Found | None:
    after = s.words[i + 1]
    if _expects_yes(s, i, i):
        return None
    if after == "help" and (s.tags[i + 2] & GERUND or s.words[i + 2] == "but"):
        return None
    if not s.tags[i + 1] & EDGE:
        if after in _RESTRICTIVE:
            return None
        if after == "until" and s.words[i] in ("wasn't", "isn't"):
            return None
    return Found(i, i + 1, SYNTACTIC, VERBAL, inner=3)


def _no(s: Sentence, i: int) -> Found | None:
    words, tags = s.words, s.tags
    before, after, gap = words[i - 1], words[i + 1], tags[i + 1]
    if gap & POINT and gap & NUMBER and after == "_":
        return None  # "No. 5"
    if gap & (EDGE | POINT):
        return None if before == "or" else _syntactic(s, i, INTERJECTION)
    if after in ("doubt", "wonder", "question"):
        is_said_of = before in _IS and all(words[k] != "there" for k in range(max(s.low, i - 4), i))
        if before not in _HAS_DOUBT or (is_said_of and after == "doubt" and not tags[i + 2] & (EDGE | THAT)):
            return None  # "no doubt he will come", "he is no doubt right"
    elif after == "matter":
        if words[i + 2] in _MATTER:
            return None
    elif after in _SCALAR or (after == "end" and words[i + 2] == "of"):
        return None
    elif after in ("more", "later", "other") and words[i + 2] == "than":
        if after != "more" or tags[i + 3] & NUMBER:
            return None
    elif after == "longer":
        return Found(i, i + 2, SYNTACTIC, VERBAL)
    elif after == "time" and before == "in":
        return None  # "in no time": at once
    elif after == "means" and before == "by":
        return Found(i - 1, i + 2, SYNTACTIC, VERBAL)
    elif gap & NUMBER and after == "_" and tags[i] & CAPITAL:
        return None  # "No 5"
    return _syntactic(s, i, PHRASAL)


def _never(s: Sentence, i: int) -> Found | None:
    before, after = s.words[i - 1], s.words[i + 1]
    if after in ("mind", "fear") and not s.tags[i - 1] & (PRONOUN | FINITE):
        return None
    if after in ("anything", "more") and s.words[i + 2] in ("but", "than"):
        return None
    if (after == "before" and before in ("as", "like")) or (before == "or" and s.words[i - 2] == "now"):
        return None
    if s.tags[i + 1] & EDGE and (i == s.low or s.tags[i] & EDGE):
        return _syntactic(s, i, INTERJECTION)  # "Never!" he cried
    return _syntactic(s, i, VERBAL)


def _nothing(s: Sentence, i: int) -> Found | None:
    after = s.words[i + 1]
    if after == "but" and not s.tags[i + 1] & EDGE:
        return None
    if (after, s.words[i + 2]) in _BUT_NOTHING or (after == "of" and s.words[i - 1] == "say"):
        return None
    return _syntactic(s, i, PHRASAL)


def _none(s: Sentence, i: int) -> Found | None:
    after, then = s.words[i + 1], s.words[i + 2]
    if (after == "other" and then == "than") or (after == "the" and then == "less"):
        return None
    return _syntactic(s, i, PHRASAL)


def _pronoun(s: Sentence, i: int) -> Found | None:
    return _syntactic(s, i, PHRASAL)


def _nowhere(s: Sentence, i: int) -> Found | None:
    """Not "out of nowhere", which is somewhere unexpected."""
    return None if s.words[i - 1] in ("of", "from") else _syntactic(s, i, PHRASAL)


def _nor(s: Sentence, i: int) -> Found | None:
    return _syntactic(s, i, COORDINATE)


def _misspelt(s: Sentence, i: int) -> Found | None:
    """dont, wont; "does n't"; but "as is his wont"."""
    word, before = s.words[i], s.tags[i - 1]
    if (word == "nt" and not before & FINITE) or (word in ("cant", "wont") and before & DETERMINER):
        return None
    if _expects_yes(s, i - 1 if word in ("n't", "nt") else i, i):
        return None
    return _syntactic(s, i, VERBAL)


def _nope(s: Sentence, i: int) -> Found | None:
    return _syntactic(s, i, INTERJECTION)


def _without(s: Sentence, i: int) -> Found | None:
    noun = s.words[i + 2] if s.words[i + 1] in ("any", "a") else s.words[i + 1]
    if noun in ("doubt", "question", "fail") and not s.tags[i + 1] & EDGE:
        return None
    if noun == "saying" and s.words[i - 1] in ("goes", "go", "went", "gone"):
        return None  # it goes without saying that
    return _syntactic(s, i, COMPLEMENT)


def _before(second: str) -> Rule:
    """rather *than*, instead *of*, devoid *of*."""

    def rule(s: Sentence, i: int) -> Found | None:
        if s.words[i + 1] != second or s.tags[i + 1] & EDGE:
            return None
        return _lexical(i, i + 2)

    return rule


def _contrary(s: Sentence, i: int) -> Found | None:
    if s.words[i - 1] == "the" and s.words[i - 2] == "on":
        return _lexical(i - 2, i + 1, EMPTY)
    return None


def _to_infinitive(s: Sentence, i: int) -> Found | None:
    """fail to, refuse to, unable to."""
    if s.words[i + 1] == "to" and not s.tags[i + 1] & EDGE and not s.tags[i + 2] & (DETERMINER | EDGE):
        return _lexical(i, i + 1)
    return None


def _refuse(s: Sentence, i: int) -> Found | None:
    """refuse to sign, refused a ceasefire; was refused is said of who asked."""
    if s.words[i + 1] == "to":
        return _to_infinitive(s, i)
    if s.words[i] == "refuse" and s.tags[i - 1] & PREPOSITION:
        return None  # heaps of refuse
    object_ = not s.tags[i + 1] & (EDGE | PREPOSITION | FINITE | COORDINATOR | ADVERB)
    return _lexical(i, i + 1) if object_ and not s.tags[i - 1] & (BE | DETERMINER) else None


def _of_noun(s: Sentence, i: int) -> Found | None:
    """absence of, denial of; prevention is an activity, and a rejection may be of a person."""
    if s.words[i + 1] == "of" and not s.tags[i + 1] & EDGE:
        return _lexical(i, i + 2)
    return None


def _lack(s: Sentence, i: int) -> Found | None:
    after = s.words[i + 1]
    if s.tags[i + 1] & EDGE:
        return None
    if after in ("of", "in"):
        return _lexical(i, i + 2)
    return None if s.tags[i + 1] & (PREPOSITION | FINITE | COORDINATOR) else _lexical(i, i + 1)


def _transitive(s: Sentence, i: int) -> Found | None:
    """avoid war, prevented a war; war was averted."""
    tags = s.tags
    before, after = tags[i - 1], tags[i + 1]
    if before & BE and not tags[i] & GERUND:
        is_denied = s.words[i] == "denied" and not after & (EDGE | PREPOSITION | ADVERB | COORDINATOR)
        return _lexical(i, i + 1, COMPLEMENT if is_denied else PASSIVE)  # "they were denied their rights"
    if before & DETERMINER or after & (EDGE | PREPOSITION | FINITE | COORDINATOR):
        return None
    return _lexical(i, i + 1)


def _is_time(words: Words, k: int) -> bool:
    """(the) day, (the) last decade; not (a) decade *of war*."""
    if words[k] in _WHICH_TIME:
        return words[k + 1] in _TIMES
    return words[k] in _TIMES and words[k + 1] != "of"


def _stop(s: Sentence, i: int) -> Found | None:
    """end the war, stop fighting, an end to the war; not "at the end the", "ended the day higher"."""
    words, tags = s.words, s.tags
    before, after = tags[i - 1], tags[i + 1]
    if after & EDGE or (after & DETERMINER and _is_time(words, i + 2)):
        return None
    if words[i] in ("end", "halt", "stop"):
        if words[i + 1] == "to":
            return _lexical(i, i + 2) if before & DETERMINER else None
        is_verb = words[i - 1] in _PUT or before & (SUBJECT | RELATIVE) or i == s.low or tags[i] & EDGE
    else:
        is_verb = not before & (DETERMINER | BE)
    if is_verb and after & (DETERMINER | GERUND | MAYBE_SUBJECT):
        return _lexical(i, i + 1)
    return None


def _rule_out(s: Sentence, i: int) -> Found | None:
    return None if s.words[i + 1] != "out" or s.tags[i + 2] & EDGE else _lexical(i, i + 2)


def _table() -> dict[str, Rule]:
    table: dict[str, Rule] = {
        "not": _not, "cannot": _contracted, "no": _no, "never": _never, "nothing": _nothing, "none": _none,
        "nor": _nor, "neither": _pronoun, "nowhere": _nowhere, "without": _without, "rather": _before("than"),
        "instead": _before("of"), "devoid": _before("of"), "contrary": _contrary,
    }  # fmt: skip
    for rule, words in (
        (_pronoun, "nobody no-one noone naught nought"),
        (_nope, "nope nay"),
        (_misspelt, "dont didnt doesnt isnt wasnt couldnt wouldnt havent hasnt arent werent shouldnt"
         " hadnt mustnt neednt aint"),
        (_misspelt, "cant wont n't nt"),
        (_refuse, "refuse refuses refused refusing"),
        (_to_infinitive, "fail fails failed failing failure failures refusal"
         " refusals decline declined declines declining unable inability neglected neglect neglects"
         " neglecting"),
        (_of_noun, "absence denial renunciation"),
        (_lack, "lack lacks lacked lacking"),
        (_transitive, "avoid avoids avoided avoiding prevent prevents prevented preventing avert averts"
         " averted averting deny denies denied denying reject rejects rejected rejecting renounce renounces"
         " renounced renouncing"),
        (_stop, "end ended ending halt halted halting stop stopped stopping cease ceased ceasing"),
        (_rule_out, "rule rules ruled ruling"),
    ):  # fmt: skip
        table |= dict.fromkeys(words.split(), rule)
    return table


RULES: Final = _table()


def find_cue(s: Sentence, i: int) -> Found | None:
    """Read one candidate in its context: a cue, or None where it only looks like one."""
    rule = RULES.get(s.words[i], _contracted)  # don't, isn't … have no rule of their own
    return rule(s, i)
