"""Which English words are negation cues where they stand, and which only look like it."""

from __future__ import annotations

from collections.abc import Callable

from .sentence import Found, Sentence, Shape
from .tags import (
    BE,
    CAPITAL,
    CLOSE_QUOTE,
    COMMA,
    CONTRACTED,
    COORDINATOR,
    DETERMINER,
    END,
    FINITE,
    GERUND,
    MAYBE_SUBJECT,
    OPEN_PAREN,
    OPEN_QUOTE,
    POINT,
    PREPOSITION,
    QUERY,
    STOP,
    SUBJECT,
)

_BREAK = COMMA | STOP | END | OPEN_PAREN | OPEN_QUOTE | CLOSE_QUOTE
_PRONOUN = SUBJECT | MAYBE_SUBJECT
_PLAIN = frozenset("not no never nothing none nobody nowhere nor neither without no-one noone".split())


def _is_tag_question(s: Sentence, auxiliary: int, last: int) -> bool:
    """"…, is it not?", "…, isn't it?": the auxiliary after a comma, and nothing more."""
    return bool(s.tags[auxiliary] & COMMA and s.tags[last + 1] & (QUERY | COMMA | END))


def _not(s: Sentence, i: int) -> Found | None:
    words, tags = s.words, s.tags
    before, after = words[i - 1], words[i + 1]
    joined = not tags[i + 1] & _BREAK
    if joined:
        if after in ("only", "merely", "solely", "just", "simply", "least", "but"):
            return None
        if after == "to" and words[i + 2] in ("mention", "say"):
            return None
        if after == "help" and before in ("can", "could") and tags[i + 2] & GERUND:
            return None
        if after == "until" and (before in ("", "was", "is") or tags[i] & _BREAK):
            return None  # "it was not until March that they signed": they did
        if before == "if" and tags[i - 1] & (COMMA | OPEN_PAREN):
            return None  # "hundreds, if not thousands"
        if before == "why" and not tags[i] & _BREAK:
            return None  # "Why not talk?"
    if before == "or" and (not joined or words[i - 2] == "whether"):
        return None
    if before == "than":
        return None  # "more often than not"
    if tags[i - 1] & _PRONOUN and tags[i - 2] & FINITE and _is_tag_question(s, i - 2, i):
        return None
    return Found(i, i + 1, "syntactic", Shape.VERBAL)


def _contracted(s: Sentence, i: int) -> Found | None:
    words, tags = s.words, s.tags
    if tags[i + 1] & _PRONOUN and not tags[i + 1] & _BREAK and _is_tag_question(s, i, i + 1):
        return None
    if words[i + 1] == "help" and (tags[i + 2] & GERUND or words[i + 2] == "but"):
        return None
    if words[i + 1] == "but" and words[i] == "cannot":
        return None
    return Found(i, i + 1, "syntactic", Shape.VERBAL, 3)


_HAS_DOUBT = frozenset("have has had having be is are was were been leave leaves left in there's with".split())
_NO_MEANS = frozenset("means".split())


def _no(s: Sentence, i: int) -> Found | None:
    words, tags = s.words, s.tags
    before, after = words[i - 1], words[i + 1]
    if tags[i + 1] & POINT and (after[:1].isdigit() or len(after) == 1):
        return None  # "No. 5"
    if tags[i + 1] & (_BREAK | POINT) or not after:
        if before == "or":
            return None  # "yes or no"
        return Found(i, i + 1, "syntactic", Shape.INTERJECTION)
    if after in ("doubt", "wonder", "question"):
        if before not in _HAS_DOUBT and not tags[i - 1] & BE:
            return None
    elif after in ("matter", "sooner", "less", "fewer", "small", "mean", "end"):
        if after == "matter" and not (words[i + 2] in _WH or words[i + 2] == "if"):
            return Found(i, i + 1, "syntactic", Shape.DETERMINER)
        return None
    elif after in ("more", "later", "other", "better") and words[i + 2] == "than":
        if after == "other" or words[i + 3][:1].isdigit() or words[i + 3] in _NUMERALS or after == "later":
            return None
    elif after == "longer":
        return Found(i, i + 2, "syntactic", Shape.VERBAL)
    elif after == "means" and before == "by":
        return Found(i - 1, i + 2, "syntactic", Shape.VERBAL)
    elif after[0].isdigit() and s.tags[i] & CAPITAL and not tags[i + 1] & _BREAK:
        return None
    return Found(i, i + 1, "syntactic", Shape.DETERMINER)


_WH = frozenset("what how who which where when whether whose".split())
_NUMERALS = frozenset(
    "a an one two three four five six seven eight nine ten eleven twelve twenty thirty forty fifty hundred"
    " thousand half".split()
)


def _never(s: Sentence, i: int) -> Found | None:
    before, after = s.words[i - 1], s.words[i + 1]
    if after == "mind" and not s.tags[i - 1] & (_PRONOUN | FINITE):
        return None
    if after in ("anything", "more") and s.words[i + 2] in ("but", "than"):
        return None
    if (after == "before" and before in ("as", "like")) or (before == "or" and s.words[i - 2] == "now"):
        return None
    return Found(i, i + 1, "syntactic", Shape.VERBAL)


def _nothing(s: Sentence, i: int) -> Found | None:
    after, then = s.words[i + 1], s.words[i + 2]
    if after == "but" and not s.tags[i + 1] & _BREAK:
        return None
    if (after, then) in (("short", "of"), ("less", "than"), ("other", "than"), ("more", "than"), ("if", "not")):
        return None
    if s.words[i - 1] == "say" and s.words[i - 2] == "to" and after == "of":
        return None
    return Found(i, i + 1, "syntactic", Shape.DETERMINER)


def _none(s: Sentence, i: int) -> Found | None:
    after, then = s.words[i + 1], s.words[i + 2]
    if (after, then) in (("other", "than"), ("the", "less"), ("too", "soon"), ("but", "the")):
        return None
    return Found(i, i + 1, "syntactic", Shape.DETERMINER)


def _pronoun(s: Sentence, i: int) -> Found | None:
    return Found(i, i + 1, "syntactic", Shape.DETERMINER)


def _nor(s: Sentence, i: int) -> Found | None:
    return Found(i, i + 1, "syntactic", Shape.COORDINATE)


def _neither(s: Sentence, i: int) -> Found | None:
    return Found(i, i + 1, "syntactic", Shape.DETERMINER)


def _without(s: Sentence, i: int) -> Found | None:
    if s.words[i + 1] in ("doubt", "question", "fail") and not s.tags[i + 1] & _BREAK:
        return None
    return Found(i, i + 1, "syntactic", Shape.COMPLEMENT)


def _interjection(s: Sentence, i: int) -> Found | None:
    return Found(i, i + 1, "syntactic", Shape.INTERJECTION)


def _dont(s: Sentence, i: int) -> Found | None:
    return Found(i, i + 1, "syntactic", Shape.VERBAL)


def _two_words(second: str) -> Callable[[Sentence, int], Found | None]:
    def find(s: Sentence, i: int) -> Found | None:
        if s.words[i + 1] != second or s.tags[i + 1] & _BREAK:
            return None
        return Found(i, i + 2, "lexical", Shape.COMPLEMENT)

    return find


def _contrary(s: Sentence, i: int) -> Found | None:
    if s.words[i - 1] == "the" and s.words[i - 2] == "on":
        return Found(i - 2, i + 1, "lexical", Shape.INTERJECTION)
    return None


def _exception(s: Sentence, i: int) -> Found | None:
    """"with the (sole) exception of": an exception, unless to a negation."""
    first = i - 2 if s.words[i - 2] == "with" else i - 3
    if s.words[i + 1] == "of" and s.words[first] == "with" and not _is_negated_before(s, i):
        return Found(first, i + 2, "lexical", Shape.COMPLEMENT)
    return None


def _except(s: Sentence, i: int) -> Found | None:
    """"all except one"; but "nobody except one" affirms the one."""
    if s.tags[i + 1] & _BREAK or _is_negated_before(s, i):
        return None
    return Found(i, i + 2 if s.words[i + 1] == "for" else i + 1, "lexical", Shape.COMPLEMENT)


def _save(s: Sentence, i: int) -> Found | None:
    """"all save one", ", save upon Sundays"; not the verb."""
    if s.words[i + 1] in ("for", "upon", "on", "in", "when", "that", "only", "by", "at", "from", "where", "perhaps"):
        if s.tags[i] & COMMA or s.tags[i - 1] == 0:
            return _except(s, i)
    return None


def _is_negated_before(s: Sentence, i: int) -> bool:
    for k in range(i - 1, s.low - 1, -1):
        if s.words[k] in _PLAIN or s.tags[k] & CONTRACTED:
            return True
        if s.tags[k] & (STOP | END):
            break
    return False


def _to_infinitive(s: Sentence, i: int) -> Found | None:
    """fail to, refuse to, unable to."""
    if s.words[i + 1] == "to" and not s.tags[i + 1] & _BREAK and not s.tags[i + 2] & (DETERMINER | _BREAK):
        return Found(i, i + 1, "lexical", Shape.COMPLEMENT)
    return None


def _of_noun(s: Sentence, i: int) -> Found | None:
    """absence of, prevention of."""
    if s.words[i + 1] == "of" and not s.tags[i + 1] & _BREAK:
        return Found(i, i + 2, "lexical", Shape.COMPLEMENT)
    return None


def _lack(s: Sentence, i: int) -> Found | None:
    if s.tags[i + 1] & _BREAK:
        return None
    if s.words[i + 1] in ("of", "in"):
        return Found(i, i + 2 if s.words[i + 1] == "of" else i + 1, "lexical", Shape.COMPLEMENT)
    if s.tags[i + 1] & (PREPOSITION | FINITE):
        return None
    return Found(i, i + 1, "lexical", Shape.COMPLEMENT)


def _transitive(s: Sentence, i: int) -> Found | None:
    """avoid war, prevented a war; war was averted."""
    tags = s.tags
    if tags[i - 1] & BE and s.words[i].endswith("ed"):
        return Found(i, i + 1, "lexical", Shape.PASSIVE)
    if tags[i - 1] & DETERMINER or tags[i + 1] & (_BREAK | PREPOSITION | FINITE | COORDINATOR):
        return None
    return Found(i, i + 1, "lexical", Shape.COMPLEMENT)


def _stop(s: Sentence, i: int) -> Found | None:
    """end the war, stop fighting, an end to the war; not "the end of March"."""
    tags, words = s.tags, s.words
    after = tags[i + 1]
    if after & _BREAK:
        return None
    if words[i] in ("end", "halt", "stop") and words[i + 1] == "to":
        return Found(i, i + 2, "lexical", Shape.COMPLEMENT) if tags[i - 1] & DETERMINER else None
    if tags[i - 1] & (DETERMINER | PREPOSITION) and words[i - 1] != "to" and not words[i].endswith("ing"):
        return None
    if after & (DETERMINER | GERUND) and not after & PREPOSITION:
        return Found(i, i + 1, "lexical", Shape.COMPLEMENT)
    return None


def _rule_out(s: Sentence, i: int) -> Found | None:
    if s.words[i + 1] != "out" or s.tags[i + 2] & _BREAK:
        return None
    return Found(i, i + 2, "lexical", Shape.COMPLEMENT)


def _table() -> dict[str, Callable[[Sentence, int], Found | None]]:
    table: dict[str, Callable[[Sentence, int], Found | None]] = {
        "not": _not, "no": _no, "never": _never, "nothing": _nothing, "naught": _nothing, "nought": _nothing,
        "none": _none, "neither": _neither, "nor": _nor, "without": _without, "except": _except, "save": _save,
        "rather": _two_words("than"), "instead": _two_words("of"), "devoid": _two_words("of"),
        "contrary": _contrary, "exception": _exception,
    }  # fmt: skip
    for words, rule in (
        ("nobody nowhere no-one noone", _pronoun),
        ("nope nay", _interjection),
        ("dont didnt doesnt isnt wasnt couldnt wouldnt havent hasnt arent werent shouldnt", _dont),
        ("fail fails failed failing failure failures refuse refuses refused refusing refusal refusals decline"
         " declined declines declining unable inability neglected neglect neglects neglecting", _to_infinitive),
        ("absence avoidance prevention rejection denial renunciation", _of_noun),
        ("lack lacks lacked lacking", _lack),
        ("avoid avoids avoided avoiding prevent prevents prevented preventing avert averts averted averting"
         " deny denies denied denying reject rejects rejected rejecting renounce renounces renounced renouncing",
         _transitive),
        ("end ends ended ending halt halts halted halting stop stops stopped stopping cease ceases ceased ceasing",
         _stop),
        ("rule rules ruled ruling", _rule_out),
    ):  # fmt: skip
        table |= dict.fromkeys(words.split(), rule)
    return table


RULES = _table()


def find_cue(s: Sentence, i: int) -> Found | None:
    """Read one candidate in its context: a cue, or None where it only looks like one."""
    if s.tags[i] & CONTRACTED:
        return _contracted(s, i)
    return RULES[s.words[i]](s, i)
