"""Noun phrases and verb groups of one sentence, by closed classes alone."""

from __future__ import annotations

from typing import ClassVar, Final

from .bits import (
    ADVERB,
    AUXILIARY,
    BREAK,
    CAPITAL,
    COORDINATOR,
    DETERMINER,
    DOCUMENT,
    ED,
    FINITE,
    GERUND,
    ING,
    OBJECT,
    OWNER,
    PAREN,
    PLURAL,
    POSSESSIVE,
    PREPOSITION,
    QUOTED,
    RELATIVE,
    STOP,
    SUBJECT,
    SUBORDINATOR,
    THAT,
    TIME,
    TO,
    VERB,
    WH,
)
from .callings import ARABIC
from .phrase_edges import PhraseEdges

_AFTER_VERB: Final = (
    THAT | QUOTED | DETERMINER | POSSESSIVE | SUBJECT | PREPOSITION | TO | WH
)  # what may follow a verb at once
_TURNS: Final = QUOTED | FINITE | ED | WH | SUBORDINATOR | THAT | COORDINATOR  # where a noun phrase may begin
_ARTICLES: Final = frozenset("the a an el la los las un una".split())
_FOCUS: Final = ("only", "simply", "merely")
_REFLEXIVES: Final = ("itself", "himself", "herself", "themselves")
_CLOSE: Final = ("cercan", "próxim", "allegad", "vinculad", "familiarizad")

_WHEN: Final = ("on", "this", "late", "early", "earlier", "later")
_JOINING: Final = ("and", "y", "e", "or", "o", "u")

_NAMED_NEXT: Final = CAPITAL | DETERMINER | POSSESSIVE | SUBJECT
_OBJECTS: Final = ("him", "them")
_THIS_ONE: Final = frozenset("éste ésta éstos éstas aquél aquélla".split())


class NounPhrases(PhraseEdges):
    """Where the phrases of a block begin and end."""

    links: ClassVar[frozenset[str]] = frozenset(
        ("of", "for", "with")
    )  # prepositions inside a noun phrase that names a source

    def np_left(self, e: int) -> tuple[int, int] | None:
        """The noun phrase that ends before a word."""
        k, english = e - 1, self.english
        alone = k >= self.left and self.b[k] & SUBJECT and not self.b[k] & DETERMINER
        alone = alone and not (
            k > self.left and (self.w[k - 1] == "de" or self.w[k] in _OBJECTS)
        )  # uno de ellos
        joined = k > self.left and self.b[k - 1] & COORDINATOR
        subject = not joined or (english and self._subject_anew(k, e))
        if alone and subject and not (english and self._is_object_in(k)):
            return k, e  # In an interview last spring | he; but: officials | who saw it said
        both = -1
        while k >= self.left:
            bits, before = self.b[k], self.b[k - 1] if k > self.left else 0
            if bits & ADVERB and k + 1 < e and before & PLURAL and self.w[k] in _REFLEXIVES:
                k += bool(self.b[k + 1] & PREPOSITION)
                break  # Chad associates itself with | the position of
            if not bits & _TURNS and not self.g[k] and not (english and self.w[k] in ("who", "which")):
                k -= 1  # most words are inside or beyond
                continue
            if bits & QUOTED:
                break
            led_by = english and k + 1 < e and self.w[k + 1] == "by" and not before & (AUXILIARY | ADVERB)
            led_by = led_by and not (e < self.n and self.b[e] & RELATIVE)  # an inquiry | led by Reed | found
            if bits & FINITE and not led_by and not (bits & ED and k + 1 < e and self._modifies(k)):
                inside = self._relative_before(k)
                if inside is not None:
                    k = inside - 1
                    continue
                if bits & SUBJECT:
                    k -= 1
                break
            if (
                bits & ED
                and not bits & FINITE
                and k + 1 < e
                and self.b[k + 1] & (DETERMINER | POSSESSIVE | OBJECT)
                and not (self.b[k + 1] | self.b[min(k + 2, e)]) & TIME
                and not self.g[k + 1] & BREAK
            ):
                inside = self._relative_before(k)
                if inside is None:
                    break  # a verb with its object
                k = inside - 1  # the woman | who sued the bank
                continue
            if (
                (self.w[k] == "who" or (self.w[k] == "which" and not self.b[k + 1] & _NAMED_NEXT))
                and k > self.left
                and not self.g[k] & BREAK
                and not (
                    k + 2 == e and self.w[k] == "which" and self.w[k + 1][-1] not in "sd"
                )  # which | history | says
                and (self.b[k - 1] & (PLURAL | CAPITAL) or not self.b[k - 1])
                and not self.b[k - 1] & (VERB | FINITE | PREPOSITION | COORDINATOR)
            ):
                k -= 1  # judges | who work in the system
                continue
            if (bits & WH and not self.g[k + 1] & BREAK) or (
                bits & SUBORDINATOR and not bits & (PREPOSITION | DETERMINER | SUBJECT)
            ):
                break
            acts = self.b[k + 1] & (ED | FINITE) or self.b[k + 2] & (DETERMINER | POSSESSIVE)
            acts = acts and self.w[k] == "that" and not before and not self.b[k + 1] & _NAMED_NEXT
            if acts and k - 1 > self.left and not self.g[k] and self.b[k - 2] & (DETERMINER | POSSESSIVE):
                k -= 1  # the committee | that voted for the plan
                continue
            if bits & THAT and k + 1 < e and not self.b[k + 1] & VERB:
                if self.b[k - 1] & PREPOSITION and k > self.left and self.w[k] == "that":
                    k -= 1  # the reporter on that story
                    continue
                break
            if bits & COORDINATOR:
                if self.g[k] & BREAK or self.w[k] not in _JOINING:
                    break
                both = k
            if self.g[k] & BREAK or (self.g[k] & STOP and k > 0 and self.w[k - 1].isdigit()):
                inside = self._bracket_before(k) if self.g[k] & PAREN and k + 1 < e else None
                if inside is not None:
                    k = inside - 1
                    continue
                k -= 1
                break
            k -= 1
        a = k + 1
        if both >= 0 and self.w[e - 1] in _JOINING:
            return None  # … and | said: the subject is that of the verb before
        if (both >= a and a > self.left and self.b[a - 1] & FINITE and not self.g[a] & BREAK) or (
            both > a
            and not any(self.b[m] & (CAPITAL | DETERMINER | SUBJECT) for m in range(a, both))
            and not (self.b[both - 1] & PLURAL and both - a <= 2)  # judges and lawyers
        ):
            a = both + 1
        a = self._trim(self._past_as(a, e) if english else a, e)
        a = self._past_another(a, e) if english else self._past_purpose(a, e)
        day = e
        while e - 1 > a and self.b[e - 1] & TIME and not self.b[e - 1] & DETERMINER:
            e -= 1  # the Board tomorrow morning
        while e < day and e - 1 > a and self.w[e - 1] in _WHEN:
            e -= 1  # Senate Democrats on Monday, the Board earlier this week
        e -= e < day and e - a > 3 and self.b[e - 1] & DETERMINER != 0  # un sondeo publicado | el lunes
        if e < day and e - a > 2 and self.b[e - 1] & ED and not self.b[e - 2] & DETERMINER:
            e -= 1  # a poll published on Monday
        if e < day and e - a == 1 and not english and self.b[a] & DETERMINER:
            return None  # Este lunes | dijo que
        her = (
            english and self.w[a] == "her" and a + 1 < e and self.b[a + 1] & PREPOSITION
        )  # thanked her for it, said
        if her or (english and self.w[a] in _OBJECTS and not self.b[a] & CAPITAL):
            return None  # a report by Hill, who treated | him at the clinic |, found
        return (a, e) if a < e else None

    def np_right(self, s: int) -> tuple[int, int] | None:
        """The noun phrase that begins at a word (said | the minister, who …)."""
        k = s
        if k < self.n and self.w[k] in _FOCUS:
            return None  # said | only that
        if k < self.n and self.w[k] in _THIS_ONE:
            return s, s + 1  # resumió | ésta | de madrugada
        if k < self.n and self.b[k] & SUBJECT and not self.b[k] & DETERMINER:
            if self.w[k + 1] not in ("de", "del"):
                return s, s + 1
            k += 1  # uno de ellos
        while k < self.n:
            bits = self.b[k]
            if (
                k > s
                and self.g[k] & (BREAK | STOP)
                and not (self.g[k] & STOP and not self.g[k] & BREAK and self._short(k - 1))
            ):
                break
            if k == s + 1 and self.w[k] == "también" and self.b[s] & DETERMINER:
                k += 1  # la | también | diputada
                continue
            if bits & (QUOTED | FINITE | THAT | TO) and not (k == s and bits & SUBJECT):
                break
            if (
                bits & (GERUND | ING)
                and k > s
                and not self.b[k - 1] & OWNER  # the governor’s thinking
                and not (self.english and k == s + 1 and self.w[s] in ("the", "a"))  # read | the warning
                and (k + 1 >= self.n or self.g[k + 1] & BREAK or self.b[k + 1] & _AFTER_VERB)
            ):
                break
            if (
                bits & ED
                and k > s
                and not (
                    self.w[k - 1] in _ARTICLES and (k == s + 1 or self.w[k - 2] == "de")
                )  # el abanderado en
                and k + 1 < self.n
                and self.b[k + 1] & PREPOSITION
                and not self.g[k + 1] & BREAK
            ):
                break
            if self.english and self.w[k] == "per" and k > s and self.b[min(k + 1, self.n - 1)] & CAPITAL:
                break  # said Ann Reed | per ABC News
            if bits & (RELATIVE | SUBORDINATOR | WH) and k > s and not bits & PREPOSITION:
                break
            if k > s and k + 1 < self.n and self._is_span(k):
                break
            if k > s and bits & TIME and not (k == s + 1 and self._in_name(k)):
                break
            if (
                bits & PREPOSITION
                and k > s
                and (self.w[k] not in self.links or self._is_circumstance(k))
                and not (
                    self.w[k] == "al"
                    and k + 1 < self.n
                    and (self.w[k - 1] in ARABIC or self.w[k - 2] in ("de", "en"))  # Marun al Ras
                    and self.b[k + 1] & CAPITAL
                )
                and not self.w[k - 1].startswith(_CLOSE)  # una fuente cercana | al presidente
                and not (self.w[k] == "from" and self.b[k - 1] & DOCUMENT)  # a statement from the ministry
                and not bits & self.b[k - 1] & CAPITAL  # Médicos Sin Fronteras
            ):
                break
            if k > s and ((bits & ADVERB and not bits & DETERMINER) or self.w[k] == "se"):
                break  # de acuerdo con el diccionario | se trata de
            k += 1
        while (
            k > s + 1
            and self.b[k - 1] & (PREPOSITION | COORDINATOR | DETERMINER)
            and not self.b[k - 1] & (SUBJECT | CAPITAL)
        ):
            k -= 1
        return (s, k) if k > s else None
