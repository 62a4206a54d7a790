"""Numbers with what they count: “200,000 armed soldiers”, “340 %”; dates, years, hours and ordinals are none."""

from __future__ import annotations

import re
from collections.abc import Iterator

import numpy as np

from ..match.symbols import NUMBER_WORDS
from ..negation.english import TAGGER as ENGLISH
from ..negation.spanish import TAGGER as SPANISH
from ..negation.tags import ADVERB, ARTICLE, DETERMINER, PARTICIPLE, VERB
from ..tokens import Tokens
from .places import BREAKS, CLOSED

# beside the bits of `negation.tags`
_NUMBER, _PLAIN, _MAGNITUDE, _MANY, _AND, _TO, _OF, _BETWEEN, _MONTH, _LABEL, _CLOCK, _PREFIX = (
    1 << bit for bit in range(48, 60)
)
_SETS = {
    "en": {
        _MAGNITUDE: "hundred thousand million billion trillion dozen",
        _MANY: "tens dozens scores hundreds thousands millions billions trillions",
        _AND: "and",
        _TO: "to or",
        _OF: "of",
        _BETWEEN: "between",
        _MONTH: "january february march april may june july august september october november december jan feb"
        " mar apr jun jul aug sep sept oct nov dec",
        _LABEL: "article articles art resolution resolutions page pages chapter section paragraph para annex"
        " act title number no no. item session figure table stage phase part volume room flight route highway"
        " war day level category group question point grade age aged",
        _CLOCK: "a.m p.m a.m. p.m. am pm o'clock gmt utc noon",
        _PREFIX: "a half",
    },
    "es": {
        _MAGNITUDE: "cien ciento mil millón millones billón billones docena",
        _MANY: "decenas docenas cientos centenares miles millares millones",
        _AND: "y",
        _TO: "a o u",
        _OF: "de",
        _BETWEEN: "entre",
        _MONTH: "enero febrero marzo abril mayo junio julio agosto septiembre setiembre octubre noviembre"
        " diciembre",
        _LABEL: "artículo artículos art resolución resoluciones página páginas capítulo sección párrafo anexo"
        " ley título número núm nº n.º tema período sesión decreto fase año años siglo día etapa parte punto"
        " nivel categoría grupo pregunta figura tabla sala vuelo ruta",
        _CLOCK: "a.m p.m a.m. p.m. am pm",
        _PREFIX: "un una medio media",
    },
}
_ALONE = frozenset("one uno medio media half a un una".split())  # pronouns and halves, without a magnitude
_UNITS = {"en": "percent", "es": "por ciento"}
_PER_CENT = {"en": ("per", "cent"), "es": ("por", "ciento")}
_PERCENT_WORDS = frozenset("percent percentage pct".split())
_YEAR_BEFORE = frozenset(
    "in since by until from during of before after year early late mid en desde hasta de del durante año".split()
)
_PRENOMINAL = frozenset(
    "grandes gran nuevos nuevas buenos buenas malos malas primeros primeras últimos últimas principales grandes"
    " pequeños pequeñas mejores peores valientes supuestos supuestas".split()
)
_PLURALS = frozenset("people men women children police troops aircraft feet personnel cattle percent".split())
_SYMBOLS = "$€£¥"
_DIGITS = re.compile(r"\d+(?:[.,'’]\d+)*")
_SUFFIXED = re.compile(
    r"(\d+(?:[.,]\d+)*)(km|kg|cm|mm|m|k|bn|mn|tn|mw|gw|ha|mph)", re.IGNORECASE
)
_SCALES = frozenset(("k", "m", "bn", "mn", "tn"))  # m: million where a currency stands before

Found = tuple[str, str, str, int, int]


def find_numbers(tokens: Tokens) -> Iterator[Found]:
    """Find every number with its unit, the noun it counts; for percentages also what they are of.

    Dates, years, clock times, ordinals, numbers of articles and pages, and numbers that count nothing that is
    named, are none.

    Parameters
    ----------
    tokens : Tokens
        English or Spanish.

    Yields
    ------
    (unit, relation, value, first, last)
        Relation ``number``; or ``base``: the unit is then what a percentage is of. Tokens are half open.

    Examples
    --------
    >>> from discourse.tokens import tokenize
    >>> tokens = tokenize(["On 5 March 2020 some 200,000 armed soldiers, 20 % of the army, came."])
    >>> [found[:3] for found in find_numbers(tokens)]
    [('soldiers', 'number', '200,000'), ('percent', 'number', '20'), ('army', 'base', '20 percent')]
    """
    if not len(tokens):
        return
    reader = _Reader(tokens)
    done = 0
    for first, last in reader.runs():
        if first >= done:
            found = list(reader.read(first, last))
            done = max([last, *(f[4] for f in found)])
            yield from found


class _Reader:
    """Whole columns are made at once; only what stands around a number is looked at one by one."""

    def __init__(self, tokens: Tokens) -> None:
        self._t, self._language = tokens, tokens.language
        vocabulary = tokens.vocabulary
        words = frozenset(NUMBER_WORDS[self._language].split()) | frozenset(
            _SETS[self._language][_MANY].split()
        )

        def is_number(form: str) -> bool:
            if form[0].isdigit():
                return bool(_DIGITS.fullmatch(form) or _SUFFIXED.fullmatch(form))
            return "-" in form and all(part in words for part in form.lower().split("-"))

        tagger = SPANISH if self._language == "es" else ENGLISH
        bits = tagger.tables(vocabulary)[0] & ((1 << 34) - 1)
        for bit, listed in _SETS[self._language].items():
            bits = bits | np.where(vocabulary.norm_flags(listed.split()), bit, 0)
        bits |= np.where(vocabulary.norm_flags(words), _NUMBER, 0)
        written = vocabulary.form_test(f"number {self._language}", is_number)
        plain = vocabulary.form_test("digits only", lambda form: _DIGITS.fullmatch(form) is not None)
        by_form = bits[vocabulary.norm_of] | np.where(written, _NUMBER, 0) | np.where(plain, _PLAIN, 0)
        self._bits = np.append(by_form.take(tokens.form), np.zeros(16, dtype=np.int64))
        joined = ~(tokens.gap_has(BREAKS)[:-1] | tokens.sentence_start)
        self._joined = np.append(joined, np.zeros(16, dtype=bool))

    def runs(self) -> Iterator[tuple[int, int]]:
        """Stretches of tokens that are numbers, half open."""
        number, joined = (self._bits & _NUMBER != 0), self._joined
        on = np.append(False, joined[1:] & number[1:] & number[:-1])  # goes on from the token before
        first = np.flatnonzero(number & ~on)
        last = np.flatnonzero(number & ~np.append(on[1:], False)) + 1
        return zip(first.tolist(), last.tolist(), strict=True)

    def _word(self, token: int) -> str:
        return self._t.word(token)

    def read(self, first: int, last: int) -> Iterator[Found]:
        """Read one number: how far it goes, what it counts, what it is of."""
        low = max(first - 3, 0)
        bits, joined = self._bits[low : last + 14].tolist(), self._joined[low : last + 14].tolist()
        begin, end = self._extent(bits, joined, first - low, last - low)
        form = self._t.vocabulary.forms[self._t.form[low + begin]]
        suffixed = _SUFFIXED.fullmatch(form) if end - begin == 1 else None
        value = " ".join(self._word(low + at) for at in range(begin, end))
        before, after = self._t.gap_text(low + begin), self._t.gap_text(low + end)
        if self._no_count(bits, joined, begin, end, low, value, before, after):
            return
        money = next((s for s in _SYMBOLS if before.rstrip().endswith(s) or after.startswith(s)), None)
        if money is not None:
            yield money, "number", value, low + begin, low + end
            return
        if suffixed is not None and suffixed[2].lower() not in _SCALES:
            yield suffixed[2].lower(), "number", suffixed[1], low + begin, low + end
            return
        behind = end + 2 if self._is_per_cent(joined, end, low) else end
        words = bool(bits[end] & ~_NUMBER and joined[end] and self._at(low + end) in _PERCENT_WORDS)
        if after.lstrip().startswith("%") or behind > end or words:
            name = _UNITS[self._language]
            yield name, "number", value, low + begin, low + end
            base = self._base(bits, joined, behind + words, low)
            if base is not None:
                yield self._word(base), "base", f"{value} {name}", base, base + 1
            return
        unit = self._unit(bits, joined, end, low)
        if unit is not None:
            yield self._word(unit), "number", value, low + begin, low + end

    def _at(self, token: int) -> str:
        return self._word(token) if token < len(self._t) else ""

    def _is_per_cent(self, joined: list[bool], end: int, low: int) -> bool:
        own = _PER_CENT[self._language]
        return joined[end] and joined[end + 1] and (self._at(low + end), self._at(low + end + 1)) == own

    def _extent(self, bits: list[int], joined: list[bool], begin: int, end: int) -> tuple[int, int]:
        """Two hundred [and] twenty; hundreds [of] thousands; 10 [to] 20; [a] million."""
        between = begin > 0 and joined[begin] and bits[begin - 1] & _BETWEEN
        while end + 1 < len(bits) - 3 and joined[end] and joined[end + 1] and bits[end + 1] & _NUMBER:
            link, last, after = bits[end], bits[end - 1], bits[end + 1]
            word_and = link & _AND and not (last | after) & _PLAIN
            many_of = link & _OF and last & _MANY and after & (_MANY | _MAGNITUDE)
            span = (link & _TO or (between and link & _AND)) and (last & _PLAIN) == (after & _PLAIN)
            if not (word_and or many_of or span):
                break
            end += 2
            while end < len(bits) - 3 and joined[end] and bits[end] & _NUMBER:
                end += 1
        if bits[begin] & _MAGNITUDE:
            while begin > 0 and joined[begin] and bits[begin - 1] & _PREFIX:
                begin -= 1
        return begin, end

    def _no_count(
        self, bits: list[int], joined: list[bool], begin: int, end: int, low: int, value: str,
        before: str, after: str,
    ) -> bool:  # fmt: skip
        """Is it a pronoun, a date, a year, a clock time, the number of an article."""
        if value in _ALONE:
            return True
        tight = (":", "/")
        if (before in tight and low + begin) or (after in tight and bits[end] & _NUMBER):
            return True
        left = bits[begin - 1] if begin and joined[begin] else 0
        right = bits[end] if joined[end] else 0
        if left & _LABEL or right & _CLOCK:
            return True
        if self._language == "es":
            dated = right & _OF and bits[end + 1] & _MONTH
            hour = right and self._at(low + end) == "horas" and begin and self._at(low + begin - 1) == "las"
            if dated or hour:
                return True
        elif (left & _MONTH and self._capital(low + begin - 1)) or (
            right & _MONTH and self._capital(low + end)
        ):
            return True
        if left & _MONTH and self._language == "es":
            return True
        if not (end - begin == 1 and value.isdigit() and len(value) == 4 and 1500 <= int(value) <= 2199):
            return False
        dated = begin > 0 and (left & _MONTH or (left and self._at(low + begin - 1) in _YEAR_BEFORE))
        plural = right and not right & CLOSED and self._at(low + end).endswith("s")
        return bool(dated or not plural)

    def _capital(self, token: int) -> bool:
        return bool(self._t.written("capital")[token])

    def _unit(self, bits: list[int], joined: list[bool], at: int, low: int) -> int | None:
        """The token of the noun that is counted."""
        if joined[at] and bits[at] & _OF:
            many = bits[at - 1] & (_MANY | _MAGNITUDE)
            if not (many or bits[at + 1] & (DETERMINER | ARTICLE)):
                return None
            at += 1
        while at < len(bits) - 1 and joined[at] and bits[at] & (DETERMINER | ARTICLE | _NUMBER | ADVERB):
            at += 1
        phrase: list[int] = []
        while at < len(bits) and joined[at] and len(phrase) < 4 and not bits[at] & (CLOSED | VERB | _NUMBER):
            phrase.append(at)
            at += 1
        if self._language == "es":
            nouns = [p for p in phrase if self._word(low + p) not in _PRENOMINAL]
            return low + nouns[0] if nouns else None
        for place in phrase:
            if _plural(self._word(low + place)):
                return low + place
        return next((low + place for place in phrase if not bits[place] & PARTICIPLE), None)

    def _base(self, bits: list[int], joined: list[bool], at: int, low: int) -> int | None:
        """What a percentage is of: 20 percent of the voters."""
        if at + 1 < len(bits) and joined[at] and (bits[at] & _OF or self._at(low + at) in ("del", "among")):
            while at + 2 < len(bits) and joined[at + 1] and bits[at + 1] & (DETERMINER | ARTICLE):
                at += 1
            return self._unit(bits, joined, at + 1, low)
        return None


def _plural(word: str) -> bool:
    return word in _PLURALS or (word.endswith("s") and not word.endswith(("ss", "us", "is")))
