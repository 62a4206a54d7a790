"""Noun phrases and verb groups of one sentence, by closed classes alone."""

from __future__ import annotations

from typing import ClassVar, Final

from .bits import (
    ADJECTIVE,
    ADVERB,
    AUXILIARY,
    BELIEF,
    BREAK,
    CAPITAL,
    COORDINATOR,
    DETERMINER,
    DOCUMENT,
    ED,
    FINITE,
    FIRST,
    GERUND,
    ING,
    NUMBER,
    OBJECT,
    OWNER,
    PAREN,
    PLURAL,
    POSSESSIVE,
    PREPOSITION,
    QUOTED,
    RELATIVE,
    SPEECH,
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
from .verb_groups import VerbGroups

_AFTER_VERB: Final = (
    THAT | QUOTED | DETERMINER | POSSESSIVE | SUBJECT | PREPOSITION | TO | WH
)  # what may follow a verb at once
_TURNS: Final = QUOTED | FINITE | ED | WH | SUBORDINATOR | THAT | COORDINATOR  # where a noun phrase may begin
_EXPERTS: Final = (
    "expert",
    "especialist",
    "analist",
    "catedrátic",
    "profesor",
    "doctor",
    "asesor",
)  # en derecho
_ARTICLES: Final = frozenset("the a an el la los las un una".split())
_GOVERNS: Final = (  # what a noun phrase may follow inside another
    PREPOSITION
    | COORDINATOR
    | TO
    | DETERMINER
    | OWNER
    | ING
    | ED
    | FINITE
    | VERB
    | RELATIVE
    | ADVERB
    | OBJECT
)
_PREDETERMINERS: Final = ("all", "both", "half", "such", "many", "what", "quite", "rather", "whose", "twice")
_FOCUS: Final = ("only", "simply", "merely")
_ONE_PHRASE: Final = DETERMINER | POSSESSIVE | OWNER | ING | ED | ADVERB | SUBJECT  # her work | as mayor
_THINGS: Final = ("something", "anything", "everything", "nothing")
_SO: Final = ("as", "such", "same")  # workers | as young as
_REFLEXIVES: Final = ("itself", "himself", "herself", "themselves")
PLATFORMS: Final = (
    "linkedin",
    "threads",
    "bluesky",
    "whatsapp",
    "telegram",
    "twitter",
    "x",
    "facebook",
    "instagram",
    "tiktok",
    "youtube",
)
_CLOSE: Final = ("cercan", "próxim", "allegad", "vinculad", "familiarizad")
_OFFICES: Final = ("funciones", "jefe", "ejercicio", "retiro", "activo")  # el ministro en funciones

_WHEN: Final = ("on", "this", "late", "early", "earlier", "later")
_JOINING: Final = ("and", "y", "e", "or", "o", "u")
_QUANTIFIERS: Final = frozenset("many some most several few others".split())

_NAMED_NEXT: Final = CAPITAL | DETERMINER | POSSESSIVE | SUBJECT
_ALWAYS_PASSIVE: Final = frozenset(
    (
        ("accused", "of"),
        ("suspected", "of"),
        ("convicted", "of"),
        ("charged", "with"),
        ("known", "for"),
        ("known", "as"),
        ("believed", "to"),
    )
)
_RELATIVES: Final = ("who", "which", "that")
_OBJECTS: Final = ("him", "them")
_THIS_ONE: Final = frozenset("éste ésta éstos éstas aquél aquélla".split())


class NounPhrases(VerbGroups):
    """Where the phrases of a block begin and end."""

    english: ClassVar[bool] = True
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

    def _past_another(self, a: int, e: int) -> int:
        """Where the subject begins behind words that are no part of it: she entered her 20s | her parents said"""
        acts = any(self.b[k] & (TO | FIRST | VERB | SUBJECT & ~DETERMINER) for k in range(a, e - 1))
        acts = acts or bool(self.b[e - 1] & PREPOSITION)
        for k in range(e - 1, a, -1) if not acts else ():
            if self.w[k] in _QUANTIFIERS and not self.g[k] and self._may_be_noun(k - 1):
                return k  # a position | many voters would call
            if (
                self.b[k] & (DETERMINER | POSSESSIVE)
                and (self.b[k] & POSSESSIVE or self.w[k] in ("the", "a", "an"))
                and not self.g[k]
                and not self.b[k - 1] & (_GOVERNS | CAPITAL)
                and self.w[k - 1] not in _PREDETERMINERS
                and not (self.w[k - 1].endswith("ing") and self.b[k - 2] & PREPOSITION)
                and not any(
                    w in _RELATIVES for w in self.w.listed(max(k - 4, a + 1), k - 1)
                )  # who shot | the boy
            ):
                return k
        return a

    def _past_as(self, a: int, e: int) -> int:
        """Where the subject begins behind a verb that no list has: Talks collapse as | union says the deal is dead"""
        for k in range(e - 2, a + 1, -1):
            if self.w[k] == "as" and self.w[k + 2] != "whole":
                one = any(self.b[m] & _ONE_PHRASE or self.w[m] in _SO for m in range(a, k))
                return a if one or self.b[k + 1] & (ED | PREPOSITION) else k + 1
        return a

    def _is_object_in(self, k: int) -> bool:
        """Say whether a pronoun is the object of a relative clause before the verb: officials who saw | it | said"""
        acts = self.b[k - 1] & (FINITE | ED) or self.w[max(k - 2, 0)] == "who"
        acted = k > self.left and self.w[k] in ("it", "her", "you") and acts
        return bool(acted) and self._relative_before(k - 1) is not None

    def _relative_before(self, k: int) -> int | None:
        """Where the relative clause of a finite verb begins: officials [who] have read it said."""
        for r in range(k - 1, max(k - 7, self.left), -1):
            if self.g[r + 1] & BREAK or self.b[r] & QUOTED:
                return None
            if (
                self.w[r] in ("who", "which", "that", "que", "quienes")
                and not (self.w[r] == "that" and self.w[r + 1] == "there")  # it is clear that there are
                and r > self.left
                and not self.g[r] & BREAK
            ):
                return r
            if self.b[r] & FINITE and not self.b[r] & AUXILIARY:
                return None
        return None

    def _modifies(self, k: int) -> bool:
        """A participle behind its noun: witnesses [interviewed] by phone, people [briefed] on the talks."""
        if (self.w[k], self.w[k + 1]) in _ALWAYS_PASSIVE:
            return True
        return (
            k > 0
            and bool(self.b[k + 1] & (PREPOSITION | TIME))
            and (not self.b[k] & VERB or (bool(self.b[k - 1] & PLURAL) and not self.b[k] & (SPEECH | BELIEF)))
        )

    def _trim(self, a: int, e: int) -> int:
        """Skip what stands before the noun phrase proper: But, On Monday, In a statement."""
        while a < e:
            bits = self.b[a]
            if (
                bits & COORDINATOR
                or (
                    bits & ADVERB
                    and not bits & (DETERMINER | SUBJECT)
                    and not (a + 1 < e and (self.b[a + 1] & ED or self.w[a + 1] == "available"))
                )
                or (bits & SUBORDINATOR and not bits & DETERMINER and a + 1 < e and self.w[a] != "tras")
            ):
                a += 1
            elif bits & ING and not bits & CAPITAL and a + 2 < e and self.b[a + 1] & DETERMINER:
                a += 1  # releasing | a statement that said
            elif self.english and a == self.left and bits & ING and bits & CAPITAL and self._speaking(a, e):
                a += 1  # Speaking | on Monday Ann Reed, Tweeting | this morning Mr Hill
            elif a + 3 < e and (
                (self.b[a + 2] & TIME and self.w[a + 2] == "ago")
                or (not bits & ~CAPITAL and self.w[a] == "time" and self.w[a + 1] == "and")
            ):
                a += 3  # ten years ago | the council, time and again | the council
            elif a + 1 < e and self.w[a] in _THINGS and self.b[a + 1] & (PLURAL | CAPITAL | DETERMINER):
                a += 1  # It is something | supporters have said
            elif bits & ADJECTIVE and a + 1 < e and self.w[a] == "sure":
                a += 1  # I am sure | the council agrees
            elif bits & PREPOSITION and a + 1 < e:
                a = self._after_phrase(a, e)
            elif self.w[a] == "this" and a + 1 < e and not self.b[a + 1] & (TIME | NUMBER):
                return a  # this adviser, not: this week the adviser
            elif bits & TIME and a + 1 < e and not self.b[a + 1] & PREPOSITION:
                a += 1
                while a + 1 < e and self.b[a] & (TIME | NUMBER) and not self.b[a] & DETERMINER:
                    a += 1
            else:
                return a
        return a

    def _after_phrase(self, a: int, e: int) -> int:
        """Where a noun phrase begins that no comma parts from what precedes: On Monday | Smith."""
        k = a + 1
        if k < e and self.b[k] & (DETERMINER | POSSESSIVE):
            k += 1
        k += 1
        while k < e:
            if self.b[k] & (DETERMINER | POSSESSIVE | SUBJECT) and not self.b[k - 1] & PREPOSITION:
                return k
            if (
                self.b[k] & CAPITAL
                and not self.b[k] & TIME
                and self.w[k] not in ("am", "pm")
                and (not self.b[k - 1] & CAPITAL or self.b[k - 1] & TIME)
            ) and not self.b[k - 1] & (PREPOSITION | DETERMINER):
                return k
            if (
                self.b[k - 1] & TIME
                and not self.b[k] & (TIME | PREPOSITION | NUMBER)
                and not self.w[k].isdigit()
            ):
                return k
            k += 1
        return e - 1

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

    def _is_circumstance(self, k: int) -> bool:
        """dijo el ministro | en un mensaje; but: el embajador en Londres, el portavoz en el Congreso."""
        if self.w[k] != "en" or self.w[k - 1].startswith(_EXPERTS) or self.w[k + 1] in _OFFICES:
            return False
        if self.w[k + 1] in PLATFORMS:
            return True
        m = k + 2 if k + 1 < self.n and self.b[k + 1] & DETERMINER else k + 1
        return m < self.n and not self.b[m] & CAPITAL

    def _short(self, k: int) -> bool:
        """An abbreviation or initial: its stop is no break."""
        return len(self.w[k]) <= 4 and bool(self.b[k] & CAPITAL)
