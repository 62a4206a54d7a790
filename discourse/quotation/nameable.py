"""Which capitalised words may be names of persons, and which of them stand together: on the columns of a batch."""

from __future__ import annotations

from typing import Final

import numpy as np

from discourse.tokens import Tokens
from discourse.tokens.packed import numbers
from discourse.tokens.structure import HEADING

from .bits import (
    ADVERB,
    CAPITAL,
    COMMA,
    COORDINATOR,
    DETERMINER,
    ED,
    FINITE,
    LEMMA,
    NEGATIVE,
    OWNER,
    PAST,
    POSSESSIVE,
    PREPOSITION,
    PRESENT,
    STOP,
    SUBJECT,
    SUBORDINATOR,
    THAT,
    TIME,
    TO,
    VERB,
    WH,
)
from .callings import OPENERS_EN, PEOPLES
from .sources import Document
from .spanish import OPENERS, is_verb_form, may_describe
from .synonyms import KIN
from .titles import Titles

_CLOSED: Final = (
    DETERMINER
    | POSSESSIVE
    | PREPOSITION
    | COORDINATOR
    | SUBORDINATOR
    | TO
    | THAT
    | WH
    | SUBJECT
    | TIME
    | FINITE
    | ADVERB
)
PARTICLES: Final = frozenset(
    "de la del los las von van der den bin al el da dos di ibn y ole arap bint binti ter zu du della das ben abu".split()
)
_RANKS: Final = frozenset(
    "coronel alcalde rey abad conde cardenal obispo soldado juez".split()
)  # and surnames
SAINTS: Final = frozenset("san santa santo saint".split())
_MOVED: Final = frozenset(  # in papers that are not sober: Brave Ann Reed
    "shaken proud brave furious angry lucky heartbroken plucky tearful upset hero delighted smiling happy modest".split()
)
_COMES: Final = frozenset(  # Pasa | Ana Gil, enfermera
    "pasa llega entra sale sube toma aparece asoma falta viene".split()
)
_PEOPLE_ENDS: Final = ("ian", "ean", "ican", "uan", "ese", "ish", "aeli", "raqi", "abian", "ench", "reek")


def _is_un(form: str) -> bool:
    return form == "Un"


def _is_prefixed(form: str) -> bool:
    return form.startswith(("Co-", "Ex-", "Then-", "Vice-", "Anti-", "Pro-", "Non-")) and form.count("-") == 1


_NAME_ENDS: Final = ("mmed", "fred", "reed", "heed")


class Nameable(Titles):
    """Find the runs of words in a batch that may be names of persons."""

    def __init__(self, tokens: Tokens, bits: np.ndarray, gaps: np.ndarray, span_of: np.ndarray) -> None:
        super().__init__(tokens, bits, gaps)
        self.span_of, self._bit_column = numbers(span_of), bits
        able = self._find_nameable(bits) if len(tokens) else np.zeros(0, dtype=bool)
        self.nameable = able.tobytes()
        self._runs_of_names = self._join_names(np.flatnonzero(able))
        if self.english and self._runs_of_names[0]:
            able[self._short_surnames(able, bits)] = True
            self.nameable = able.tobytes()
        self._titled = self._find_titled(np.flatnonzero(able), bits, gaps)

    def _find_nameable(self, bits: np.ndarray) -> np.ndarray:
        """Bool per token: a capitalised word that may be part of a person's name."""
        tokens, words, flags = self.tokens, self.words, self.tokens.vocabulary.norm_flags
        places = np.flatnonzero(bits & CAPITAL != 0)  # all that follows looks at capitalised words alone
        norm = tokens.norm.take(places)
        excluded = flags(words.apart).take(norm)
        open_ = (bits.take(places) & (_CLOSED if self.english else (_CLOSED | NEGATIVE) & ~TIME)) == 0
        able = np.zeros(len(tokens), dtype=bool)
        if self.english:  # Co-developer | Ann Reed
            excluded |= tokens.vocabulary.form_test("Co-", _is_prefixed).take(tokens.form.take(places))
        able[places[~excluded & open_]] = True
        if tokens.n_docs:
            able[places] &= tokens.paragraph_role.take(tokens.paragraph.take(places)) > HEADING
        # David Pope, Stephen King, John Banks
        given, body = flags(words.given), flags(words.corporate)
        before = np.maximum(places - 1, 0)
        known = open_ | flags(words.surnames).take(norm)  # Theresa May
        surname = (
            (excluded | ~open_)
            & known
            & (places > 0)
            & (tokens.plain_gap.take(places) == 0)
            & ~body.take(norm)
        )
        saint = flags(SAINTS).take(
            tokens.norm.take(np.maximum(before - 1, 0))
        )  # San Francisco | Mayor Ed Lee
        able[places[surname & given.take(tokens.norm.take(before)) & able.take(before) & ~saint]] = True
        un = tokens.vocabulary.form_test("Un", _is_un).take(tokens.form.take(places)) & (places > 0)
        able[places[un & able.take(before) & (tokens.plain_gap.take(places) == 0)]] = True  # Kim Jong Un
        if not self.english:  # Manoli Coronel: ranks are written small in Spanish
            rank = (
                excluded & flags(_RANKS).take(norm) & able.take(before) & (tokens.plain_gap.take(places) == 0)
            )
            able[places[rank & ~able.take(np.minimum(places + 1, len(tokens) - 1))]] = True
            second = (
                excluded & flags(KIN).take(norm) & able.take(before) & (places > 1)
            )  # Enrique Peña | Nieto
            second &= (given | flags(words.titles)).take(tokens.norm.take(np.maximum(before - 1, 0))) & (
                tokens.plain_gap.take(places) == 0
            )
            able[places[second]] = True
        if not self.english:  # Juan de la Fuente, Ana del Rey
            particle = flags(frozenset(("de", "del", "la", "las", "los")))
            maybe = excluded & open_ & ~body.take(norm) & particle.take(tokens.norm.take(before))
            for k in places[maybe].tolist():
                one = k - 3 if k > 2 and particle[tokens.norm[k - 2]] else k - 2
                if (
                    one >= 0
                    and able[one]
                    and given[tokens.norm[one]]
                    and not tokens.plain_gap[one + 1 : k + 1].any()
                ):
                    able[k] = True
        if not self.english:  # Habló Juan Ruiz
            is_verb = tokens.vocabulary.norm_test("a verb's form", is_verb_form).take(norm)
            initial_verb = is_verb | (bits[places] & VERB != 0)  # Cuentan Tácito y César que
            after = np.minimum(places + 1, len(tokens) - 1)
            says = (bits[after] & VERB != 0) & (bits[after] & (FINITE | CAPITAL) == FINITE)
            initial_verb &= ~says | (tokens.plain_gap[after] != 0) | (bits[places] & VERB != 0)  # Guaidó dijo
            opens = self.at.opens[places]
            key = tokens.doc.take(places).astype(np.int64) * len(self.norms) + norm
            able[places[opens & initial_verb]] = False
            again = np.isin(key, key[~opens & able.take(places)]) & (bits[places] & VERB == 0)
            able[places[opens & again & is_verb]] = True  # Núria Carbó … | Carbó |, abogada
        able[places[self._only_opens(places, norm, able)]] = False
        alone = flags(frozenset(("x",)))[norm] & ~able.take(before)  # en la red social | X
        able[places[alone & ~able.take(np.minimum(places + 1, len(tokens) - 1))]] = False
        if self.english:  # Says Ann Reed: “…”; but: Said Khan
            says = (
                (bits[places] & (PRESENT | PAST) != 0)
                & (bits[places] & LEMMA == 0)
                & (bits[places] & VERB != 0)
            )
            said = flags(frozenset(("said",))).take(norm)
            able[places[self.at.opens[places] & says & ~said]] = False
        lands = frozenset(
            ("salvador", "lucia")
            if self.english
            else ("salvador", "israel", "washington", "domingo", "trinidad")
        )
        saint = places[flags(lands)[norm]]  # Salvador Ruiz; but: El Salvador
        saint = saint[saint < len(tokens) - 1]
        country = (saint > 0) & flags(frozenset(("el",)))[tokens.norm[saint - 1]]
        joined = ~tokens.vocabulary.gap_flags(".,;:—(\n")[tokens.plain_gap[saint + 1]]
        able[saint[able[saint + 1] & joined & ~country]] = True
        if self.english:  # June Pratt, Christian Hall: words that are names too
            month = places[flags(frozenset(("april", "may", "june", "august", "christian")))[norm]]
            month = month[month < len(tokens) - 1]
            joined = ~tokens.vocabulary.gap_flags(".,;:—(\n")[tokens.plain_gap[month + 1]]
            able[month[able[month + 1] & joined]] = True
        return able

    def _short_surnames(self, able: np.ndarray, bits: np.ndarray) -> np.ndarray:
        """Where a surname that is another word too stands alone behind its full name: Kanye West … | West | left"""
        tokens, norm = self.tokens, self.tokens.norm
        last = np.array(self._runs_of_names[1]) - 1
        also = tokens.vocabulary.norm_flags(self.words.surnames)
        last = last[also[norm[last]]]
        if not len(last):
            return last
        places = np.flatnonzero(~able & (bits & CAPITAL != 0))
        places = places[also[norm[places]]]
        key = tokens.doc.astype(np.int64) * len(self.norms) + norm
        places = places[np.isin(key[places], key[last])]
        plain = tokens.plain_gap == 0
        behind = np.minimum(places + 1, len(tokens) - 1)
        goes_on = plain[behind] & (bits[behind] & CAPITAL != 0)
        before = np.where(plain[places] & (places > 0), bits[np.maximum(places - 1, 0)], 0)
        return places[~goes_on & (before & (CAPITAL | DETERMINER) == 0)]

    def _only_opens(self, places: np.ndarray, norm: np.ndarray, able: np.ndarray) -> np.ndarray:
        """Bool per capitalised word: it has its capital from the sentence and is no name, as far as the document tells."""
        tokens, opens, flags = self.tokens, self.at.opens.take(places), self.tokens.vocabulary.norm_flags
        like = flags(OPENERS_EN if self.english else OPENERS).take(norm)
        if not self.english:
            like |= tokens.vocabulary.norm_test("may describe", may_describe).take(norm)
        maybe = opens & like & ~(flags(self.words.given) | flags(self.words.sources)).take(norm)
        behind = np.minimum(places + 1, len(tokens) - 1)
        maybe &= ~(able.take(behind) & (tokens.plain_gap.take(behind) == 0))  # Salgado Ruiz
        asked = np.zeros(len(self.norms), dtype=bool)
        asked[norm[maybe]] = True
        inside = ~opens & asked.take(norm)  # few are left to be sorted
        key = tokens.doc.take(places).astype(np.int64) * len(self.norms) + norm
        maybe[maybe] = ~np.isin(key[maybe], key[inside])
        return maybe

    def _join_names(self, places: np.ndarray) -> tuple[list[int], list[int]]:
        """The runs of two to five words of a name: tokens, half open."""
        tokens, test = self.tokens, self.tokens.vocabulary.gap_test
        near = np.flatnonzero(np.diff(places) <= 3)
        one, other = places[near], places[near + 1]
        gap, beside = tokens.plain_gap[other], other == one + 1
        space = beside & test("joins a name", lambda g: g == " ")[gap]
        maybe = np.where(
            beside,
            test("stop of an initial", lambda g: g == ". ")[gap],
            tokens.vocabulary.norm_flags(PARTICLES)[tokens.norm[one + 1]],
        )
        space[maybe] = [
            self._adjacent(a, e) for a, e in zip(one[maybe].tolist(), other[maybe].tolist(), strict=True)
        ]
        joined = np.zeros(max(len(places) - 1, 0), dtype=bool)
        joined[near] = space & (tokens.doc[one] == tokens.doc[other]) & (self._bit_column[one] & OWNER == 0)
        apart = np.flatnonzero(np.concatenate([[True], ~joined, [True]]))
        long = (np.diff(apart) > 1) & (np.diff(apart) <= 5)
        return places[apart[:-1][long]].tolist(), (places[apart[1:][long] - 1] + 1).tolist()

    def _find_titled(self, places: np.ndarray, bits: np.ndarray, gaps: np.ndarray) -> list[int]:
        """The single names behind a title that is an office too: President Reed."""
        words, norm = self.words, self.tokens.norm
        places = places[1:] if len(places) and places[0] == 0 else places
        office = self.tokens.vocabulary.norm_flags(words.offices)
        titled = (
            office[norm[places - 1]]
            & (bits[places - 1] & (CAPITAL | OWNER) == CAPITAL)
            & (gaps[places] & ~STOP == 0)
        )
        return [k for k in places[titled].tolist() if not self.nameable[k - 1]]

    def _joins(self, token: int) -> bool:
        """Say whether a word goes on with the name before it: plain space, or the stop of an initial."""
        gap = self.gap(token)
        if gap == " ":
            return True
        if gap != ". " or len(self.word(token - 1)) > 2:
            return False
        return len(self.word(token - 1)) == 1 or not self._shouted(token - 1)

    def _adjacent(self, one: int, other: int) -> bool:
        if other == one + 1:
            return self._joins(other) and not self.bits[one] & OWNER and not self._behind_party(other)
        if other - one in (2, 3) and not self.bits[one] & OWNER:  # Juan de la Cruz
            between = [self.word(k) for k in range(one + 1, other)]
            if "y" in between and (len(between) > 1 or not self._joins_surnames(one, other)):
                return False
            if between == ["el"] and not self.english and self._shouted(other):
                return False  # en Andalucía | el PSOE
            first = self.word(one) in self.words.given and not (
                one and self.nameable[one - 1] and self._joins(one)
            )
            if between == ["al"] and not self.english and not first:
                return False  # dijo Ana Gil | al Post; but: Bashar al Asad
            return all(w in PARTICLES for w in between) and all(
                self.gap(k) == " " for k in range(one + 1, other + 1)
            )
        return False

    def _joins_surnames(self, one: int, other: int) -> bool:
        """José Ortega y Gasset; but: Ana Ruiz y Pedro Gil, Ruiz y Gil."""
        after = other + 1
        return (
            one > 0
            and bool(self.nameable[one - 1])
            and self._joins(one)
            and self.word(other) not in self.words.female
            and self.word(other) not in self.words.male
            and not (after < len(self.nameable) and self.nameable[after] and self._joins(after))
        )

    def _behind_party(self, k: int) -> bool:
        """Say whether a given name follows that of a body: la diputada de Junts | Ana Gil."""
        words = self.words
        if self.english or k < 3 or k + 1 >= len(self.nameable) or not self.nameable[k + 1]:
            return False
        given = self.word(k) in words.female or self.word(k) in words.male
        if not given or self.word(k - 1) in words.female or self.word(k - 1) in words.male:
            return False
        if self.word(k - 2) == "por" or (self.word(k - 2) in ("de", "del") and self._club(k - 3)):
            return True  # la diputada por Alicante | Ana Gil, el portero del Racing de Soria | Luis Paz
        office = self.word(k - 3)
        return self.word(k - 2) in ("de", "del", "por") and (office in words.strong or office in words.weak)

    def _club(self, k: int) -> bool:
        """Say whether a capitalised word behind *del* names a body: el portero del | Racing | de Soria."""
        return k > 0 and bool(self.bits[k] & CAPITAL) and self.word(k - 1) == "del" and not self.gaps[k]

    def _behind_letters(self, a: int, e: int) -> int:
        """Where a name begins behind letters, a body that all know or a verb: a EFE | Ana Ruiz, la Casa Blanca | Ana Ruiz"""
        while e - a > 2 and len(self.word(a)) > 1 and self._shouted(a) and "." not in self.gap(a + 1):
            a += 1
        if e - a > 2 and self.word(a) in _COMES and bool(self.at.opens[a]) and self._begins_given(a + 1):
            return a + 1
        if self.english and e - a > 1 and self._describes(a) and (e - a > 2 or self._begins_given(a + 1)):
            return a + 1
        for n in (2, 3):
            known = e - a - n > 1 and tuple(self.word(k) for k in range(a, a + n)) in self.words.by_name
            if known and self._begins_given(a + n):
                return a + n
        return a

    def _describes(self, k: int) -> bool:
        """Say whether a word with a capital describes whom the next names: Shaken | Kelly, Banker-turned-poet | Ann Reed"""
        hyphened = self.text(k, k + 1).partition("-")[2][:1].islower() and not self._begins_given(k)
        moved = self.word(k) in _MOVED or bool(self.bits[k] & ED)
        return hyphened or (moved and bool(self.at.opens[k]) and self._begins_given(k + 1))

    def _behind_age(self, k: int) -> int:
        """Where a name ends before an age: Ana Gil |, de 68 años, | un electricista; Ann Reed |, 68, | a nurse"""
        n = 3 if self.word(k - 1) == "años" and self.word(k - 3) == "de" else int(self.word(k - 1).isdigit())
        return k - n if n and self.gaps[k - n] & COMMA and self.nameable[k - n - 1] else k

    def _opens_named(self, state: Document, a: int) -> bool:
        """Say whether a sentence begins with a name, or with an office and its bearer's name: The mayor, | Ann Reed, …"""
        if self.nameable[a]:
            return True
        k = next((m for m in range(a + 1, min(a + 10, state.last)) if self.nameable[m]), a)
        if k == a or not self.bits[a] & (DETERMINER | CAPITAL):
            return False
        if any(self.bits[m] & FINITE and not self.bits[m] & DETERMINER for m in range(a, k)):
            return False
        return self.title_span(state, k) == a or bool(self._office_before(state, k))

    def _is_from_abroad(self, noun: str) -> bool:
        """Say whether an English noun is for somebody from a country: the | Norwegian, the | Swede"""
        return noun.endswith(_PEOPLE_ENDS) or noun in PEOPLES

    def _tells_people(self, a: int, core: int) -> bool:
        """Say whether what stands behind an article tells where somebody is from: the | Ohio | native, the | Swede"""
        if core - a == 2 and self.english:
            return self._is_from_abroad(self.word(a + 1))
        return core - a == 3 and self._nationality(a + 1)

    def _nationality(self, k: int) -> bool:
        """Say whether an English word tells where somebody is from: the | Chilean | novelist, the | Ohio | native"""
        from_there = self.word(k).endswith(_PEOPLE_ENDS) or self.word(k) in self.words.places
        return self.english and from_there and bool(self.bits[k] & CAPITAL)

    def _is_deed(self, k: int) -> bool:
        """Say whether a word with a capital is a verb, as in headlines: Ann Reed | Embarked on a Tour"""
        word = self.word(k)
        known = word in self.words.surnames or word in self.words.given or not self.english
        return word.endswith("ed") and len(word) > 6 and not word.endswith(_NAME_ENDS) and not known
