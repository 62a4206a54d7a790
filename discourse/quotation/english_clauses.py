"""English sentences: which verb is a cue, whose it is, and what stands before a source said after it."""

from __future__ import annotations

from typing import Final

from . import english
from .attribution import Attribution
from .bits import (
    ADJECTIVE,
    ADVERB,
    ASKING,
    BARE,
    BE,
    BELIEF,
    BREAK,
    CAPITAL,
    COMMA,
    COORDINATOR,
    DETERMINER,
    ED,
    EVALUATION,
    EVIDENCE,
    FINITE,
    GERUND,
    INTENTION,
    LEMMA,
    NOUN,
    NUMBER,
    OWNER,
    PAST,
    PLURAL,
    POSSESSIVE,
    PREPOSITION,
    PRESENT,
    QUOTED,
    REQUEST,
    SPEECH,
    SUBJECT,
    SUBORDINATOR,
    THAT,
    TO,
    VERB,
)
from .english_passives import EnglishPassives

_SMALL: Final = PREPOSITION | DETERMINER | COORDINATOR | TO | QUOTED | NUMBER
_ARTICLES: Final = ("the", "a", "an", "its", "their", "our", "his", "her")
_FIND: Final = ("find", "finds", "found", "finding")
_FOUND: Final = ("finding", "warning", "ruling", "understanding", "feeling", "reckoning", "reasoning")
_MEANS: Final = frozenset("text phone telephone email e-mail letter mail video message fax radio".split())
_SELVES: Final = ("itself", "himself", "herself", "themselves", "myself", "ourselves", "yourself")


class EnglishReader(EnglishPassives):
    """Read one English sentence."""

    def read(self) -> list[Attribution]:
        """Find the attributions of the sentence, from left to right."""
        if self.block.spans:
            self._after_quotation()
        goes_on = False
        self._said_first()
        if not self.found:
            self._final_parenthesis()
        if not self.found:
            goes_on = self._inner_parenthesis()
        whole, left = self.n, self.left
        if self.found and self.found[0].parts[0][0] > 0:  # what stands before a colon is read by itself
            self.n, self.left = self.found[0].parts[0][0], self.begin
            self.read_places()
            self.n, self.left = whole, left
            if goes_on:
                self.read_places()
        else:
            self.read_places()
        return self.found

    def read_places(self) -> None:
        """Read the words that may be cues, from what stands left of them on."""
        for i in self.block.places:
            if i >= self.n:
                return
            if i < self.left:
                continue
            if self.w[i] == "in" and self._in_view(i):
                continue
            after = self.source_phrase(i)
            if after is not None:
                self._according_to(i, after)
                continue
            bits, end, text = self.cue_at(i)
            if bits & GERUND and bits & SPEECH and self._quoted_as_saying(i, bits):
                continue
            if bits & VERB and self._as_clause(i, bits, end, text):
                continue
            if bits & ADJECTIVE and self._is_passive(self.verb_group(i), i, past=True):
                self._adjective(i)
            elif bits & VERB:
                self._verb(i, bits, end, text)
            elif bits & NOUN:
                self._noun(i, bits)
            elif bits & ADJECTIVE:
                self._adjective(i)

    def same_tense(self, one: int, other: int) -> bool:
        if other & GERUND or one & GERUND:
            return bool(one & other & GERUND)
        return bool(one & PAST) == bool(other & PAST) or not other & (PAST | PRESENT | LEMMA)

    def _verb(self, i: int, bits: int, end: int, text: str) -> None:
        v = self.verb_group(i)
        found = (
            bits & GERUND and v == i and self.b[i - 1] & OWNER and text in _FOUND
        )  # the court’s finding that
        if bits & (NOUN | GERUND) and not found and self._owner_described(i) >= 0:
            found = True  # Reed’s latest | claim that
        if (
            bits & NOUN
            and v == i
            and end == i + 1
            and not self.g[end] & BREAK
            and self._past_airing(end) > end
        ):
            found = True  # Claims | made by Reed that
        if found or self._noun_reading(i) or self._noun_like(v, i, end):
            if found or bits & NOUN:
                self._noun(i, bits)
            return
        if bits & CAPITAL and i == self.begin and self._begins_inverted(i, bits, end, text):
            return
        if (
            bits & CAPITAL
            and ((i > 0 and not self.b[i - 1] & QUOTED) or (end < self.n and self.b[end] & CAPITAL))
            and not all(self.b[k] & CAPITAL for k in range(self.n) if not self.b[k] & _SMALL)
        ):
            return
        if (
            bits & PAST
            and v == i
            and i
            and self.b[i - 1] & (DETERMINER | POSSESSIVE | OWNER)
            and not self.b[i - 1] & (SUBJECT | NUMBER)
            and "of" not in self.w.listed(max(i - 4, 0), i - 1)  # a friend of Ann Reed’s | said
            and self.w[i - 1] not in english.PLURALS
            and self.w[i - 1] not in ("other", "another")
        ):
            return  # the stated reason, Reed’s proposed deal
        if (
            bits & PAST
            and v == i
            and i
            and self.b[i - 1] & PREPOSITION
            and not bits & SPEECH
            and self.b[end] & PLURAL
        ):
            return  # in accordance with agreed principles
        if bits & PAST and v == i and self.w[i - 1] == "of" and not self.b[end] & (THAT | TO | QUOTED):
            return  # a programme of recommended action
        if (
            bits & PAST
            and 0 < v < i
            and self.w[v - 1] in _ARTICLES
            and not self.g[v] & BREAK
            and all(self.b[k] & ADVERB for k in range(v, i))
        ):
            return  # the recently concluded conference
        if (
            v < i
            and bits & PAST
            and all(self.b[k] & ADVERB for k in range(v, i))
            and (
                v == 0
                or self.g[v] & BREAK
                or self.b[v - 1] & (DETERMINER | POSSESSIVE | PREPOSITION | COORDINATOR)
            )
            and end < self.n
            and not self.b[end] & (THAT | QUOTED | TO | SUBJECT | DETERMINER | PREPOSITION | CAPITAL)
            and not (v > 1 and self.g[v] & COMMA and self._told_something(bits, end))
        ):
            return  # newly revealed documents; but: the mayor, also told drivers that
        if text == "assured" and self.w[i - 1] == "rest":
            return  # rest assured that
        if text == "saying" and self.w[i - 1] == "without":
            return  # it goes without saying that
        if (
            text in _FIND
            and end < self.n
            and self.w[end] in _SELVES
            and not self.b[end + 1] & (THAT | QUOTED)
        ):
            return  # the town finds itself close to the front
        joined = v == i and i > 0 and self.b[i - 1] & COORDINATOR and end < self.n and self.b[end] & TO
        judged = bits & PAST and bits & EVALUATION and self.w[end] == "as" and end + 1 < self.n
        if judged and self.b[end + 1] & (DETERMINER | QUOTED) and self._branded(v, i, bits, end + 1, text):
            return  # described | as a “hacker” by Reed
        if self._is_passive(v, i) or (joined and self._joins_passive(i, text)):
            self._passive(v, i, bits, end, text)
            return
        means = end + 1 < self.n and self.w[end + 1] in _MEANS  # confirmed | by text message
        if bits & PAST and end < self.n and self.w[end] == "by" and v == i and text != "said" and not means:
            if bits & ASKING and (v == self.left or self.g[v] & COMMA):
                self._asked(i, bits, end, text)
            if bits & EVALUATION:
                self._described_by(i, bits, end, text)
            return
        if bits & (REQUEST | INTENTION | ASKING) and self._stays_unnamed(end):
            return  # a nurse who did not want to be named | said
        if self._inverted(i, v, bits, end, text):
            return
        if bits & BELIEF and any(self.w[k] in ("must", "should", "ought") for k in range(v, i)):
            return  # they must know that: the author says so
        if bits & GERUND and not bits & SPEECH and i and self.b[i - 1] & PREPOSITION and bits & EVIDENCE:
            return  # a factor in determining whether
        if bits & GERUND and i and self.b[i - 1] & POSSESSIVE and not bits & NOUN:
            return  # important to our planning that
        progressive = bits & GERUND and any(self.b[k] & BE for k in range(v, i))
        if progressive and text in ("continuing", "going on"):
            return  # Work was continuing “in a good mood”
        if progressive and v > 0 and self.w[v - 1] in ("it", "this", "that", "what"):
            return  # it is encouraging that
        source: tuple[int, int] | None = None
        relative = False
        mode, opening, absolute, reduced = "np", False, False, False
        having = v == i and self.w[i - 1] == "having" and not self.g[i]
        v -= having
        if (bits & GERUND and not progressive) or having:
            adjective = i > 1 and not self.b[i - 1] and not self.g[i] | self.g[i - 1]
            person = adjective and self._may_be_source((i - 2, i))
            adjective = adjective and not (
                person and i > 2 and self.w[i - 3] == "with"
            )  # with the mayor | insisting
            many = i > 1 and self.w[i - 2] == "with" and self.b[i - 1] & PLURAL  # with many saying
            behind = i > 0 and not self.g[i] & BREAK and not many  # voted no, | calling it
            some = i > 1 and self.g[i - 1] & COMMA and self.b[i - 1] & PLURAL  # they met, | most | saying
            told = (
                adjective and person and self.b[end] & THAT != 0 and not self._is_in(i - 3)
            )  # a man | saying that
            if behind and not (having or some or told) and self.b[i - 2 if adjective else i - 1] & DETERMINER:
                if bits & NOUN:
                    self._noun(i, bits)  # a warning from Hill that
                return
            mode = "same"
            actor = self._actor(v)
            if told and self.b[i - 2] & DETERMINER:
                actor = i - 2, i
            if actor is not None:
                source, mode, reduced = actor, "np", actor[0] == self.left
                absolute = self.w[actor[0] - 1] == "with"
            if bits & BARE and not some and self._is_alone(i, bits, end, absolute):
                return
            opening = v == self.left or (
                bool(self.b[self.left] & (PREPOSITION | SUBORDINATOR))
                and not any(self.b[m] & FINITE or self.g[m] & BREAK for m in range(self.left + 1, i + 1))
            )
        elif (i and self.b[i - 1] & TO) or (i > 1 and self.b[i - 1] & ADVERB and self.b[i - 2] & TO):
            source, mode = self._controller(i)
            if source is None and mode == "none":
                return
            relative = any(self.w[m] == "who" and self.g[m] & COMMA for m in range(max(i - 6, 0), i))
        elif (
            bits & LEMMA
            and v == i
            and (i == self.left or (i == self.left + 1 and self.b[self.left] & COORDINATOR))
        ):
            return  # an imperative
        else:
            source, relative = self._speaking_subject(v, end)
            if source is None:
                before = self.b[v - 1] if v else 0
                if (
                    before & COORDINATOR
                    or (v and self.g[v] & COMMA and self.finite_between(0, v))
                    or (v > 1 and self.b[v - 2] & COORDINATOR)
                    or relative
                ):
                    mode = "same"
                    source = self._relative_partner(i) if v == i else None
                    if source is not None:
                        mode, relative = "np", True
                elif (
                    bits & PAST
                    and v == i
                    and bits & ASKING
                    and (v == self.left or self.g[v] & COMMA or self.w[v - 1] == "when")
                ):
                    self._asked(i, bits, end, text)
                    return
                else:
                    return
        if (
            source
            and v == i
            and bits & PAST
            and bits & ED
            and not relative
            and end < self.n
            and self.b[end] & (PREPOSITION | TO)
            and not self.b[end + 1] & (THAT | QUOTED)
            and not self._may_be_source(source)
            and not self._told_where(end)
        ):
            return  # the deadline agreed to, concessions agreed at the talks
        if self.is_author(source) or (
            source and source[1] - source[0] == 1 and self._is_adjective(source, bits, text)
        ):
            return
        if source and not relative and self._parenthesis(v, i, source, bits, end, text):
            return
        if source and v == i and bits & (LEMMA | PRESENT) and not relative and self._ends_object(source[0]):
            return  # we will use | thousands of volunteers to
        subordinate = bool(
            source
            and source[0] > 0
            and self.b[source[0] - 1] & SUBORDINATOR
            and not self.b[source[0] - 1] & (DETERMINER | THAT)
            and (source[0] - 1 <= self.left + 1 or not self._acted(source[0] - 1))
        )
        parts = self._complement(i, bits, end, text, source, relative, opening or subordinate)
        if not parts:
            return
        if (relative or reduced) and len(parts) == 1:
            parts = [(parts[0][0], self._to_main_verb(*parts[0]))]
        if opening and not absolute and parts[-1][1] < self.n and not self.b[parts[-1][1]] & PREPOSITION:
            after = self.np_right(parts[-1][1])
            if after:
                a, e = after
                while e - 1 > a and self.b[e - 1] & ED and self.b[e - 2] & CAPITAL:
                    e -= 1  # Saying he would go, | Reed | stayed
                source, mode = (a, e), "np"
                if self.is_author(source):
                    return  # Without wishing to go on, I …
        self.add(Attribution((v, end), text, bits, source if mode == "np" else None, mode, parts))
